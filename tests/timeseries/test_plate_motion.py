# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Plates against PROJ's tables, a published pure rotation, series and maps of known motion."""

import h5py
import numpy as np
import pytest
from corrected_series import read_series, reference_of, scene, truth_of, write_series
from groundshift.algorithms.data.crs import longitude_latitude
from groundshift.algorithms.data.earth import compass, geocentric
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.timeseries.plate_motion import (
    MILLIARCSECOND,
    PLATES,
    rotation_about,
    rotation_of,
)
from groundshift.algorithms.toolbox import call

PROJ_NAMES = {"antarctica": "ANTA", "arabia": "ARAB", "australia": "AUST", "eurasia": "EURA",
              "india": "INDI", "nazca": "NAZC", "north_america": "NOAM", "nubia": "NUBI",
              "pacific": "PCFC", "south_america": "SOAM", "somalia": "SOMA"}  # fmt: skip
# Degrees a million years of the papers' tables, beside the vectors' components.
RATES = {
    "itrf2020": {
        "amur": 0.281, "antarctica": 0.220, "arabia": 0.509, "australia": 0.627,
        "caribbean": 0.447, "eurasia": 0.255, "india": 0.511, "nazca": 0.629,
        "north_america": 0.187, "nubia": 0.258, "pacific": 0.672, "south_america": 0.115,
        "somalia": 0.313,
    },
    "itrf2014": {
        "antarctica": 0.219, "arabia": 0.515, "australia": 0.631, "eurasia": 0.261,
        "india": 0.516, "nazca": 0.629, "north_america": 0.194, "nubia": 0.267, "pacific": 0.679,
        "south_america": 0.119, "somalia": 0.332,
    },
}  # fmt: skip


@pytest.mark.parametrize("model", PLATES)
def test_vectors_have_the_rates_that_the_papers_print(model):
    assert set(PLATES[model]) == set(RATES[model])
    for plate, rate in RATES[model].items():
        vector = np.array(PLATES[model][plate][0]) * MILLIARCSECOND
        assert np.degrees(np.linalg.norm(vector)) * 1e6 == pytest.approx(rate, abs=6e-4), plate


@pytest.mark.parametrize("plate", PROJ_NAMES)
def test_a_plate_moves_as_in_proj(plate):
    """PROJ holds ITRF2014's model as Helmert transformations that change with time."""
    from pyproj import Transformer
    from pyproj.exceptions import ProjError

    step = f"+proj=pipeline +step +init=ITRF2014:{PROJ_NAMES[plate]} +t_epoch=2010"
    try:
        after = Transformer.from_pipeline(step)
    except ProjError:
        pytest.skip("this PROJ has no file of ITRF2014")
    longitude, latitude = np.array([13.0, -70.0]), np.array([45.0, -33.0])
    place = geocentric(longitude, latitude)
    moved = np.stack(after.transform(*place.T, np.full(2, 2020.0))[:3], axis=-1)
    east, north, _ = compass(longitude, latitude)
    expected = [((moved - place) / 10 * axis).sum(axis=-1) for axis in (east, north)]
    found = rotation_of("itrf2014", plate).velocity(longitude, latitude)
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-7)


def test_a_published_pure_rotation(shared_data):
    """One degree a million years about 65 N, 75 W, on a sphere, in mm a year."""
    table = np.loadtxt(
        shared_data("gnss_strain") / "euler_pole_rotation_vels.txt", usecols=range(4)
    )
    found = rotation_about(65.0, -75.0, 1.0).velocity(table[:, 0], table[:, 1])
    np.testing.assert_allclose(1e3 * np.array(found).T, table[:, 2:4], rtol=0, atol=0.25)


def test_the_origin_of_itrf2020_drifts():
    """Half a millimetre a year, to the north in middle latitudes."""
    rotation = rotation_of("itrf2020", "eurasia")
    east, north = rotation.velocity(15.0, 50.0)
    rotation.origin = np.zeros(3)
    without = rotation.velocity(15.0, 50.0)
    assert 1e3 * (north - without[1]) == pytest.approx(0.12, abs=0.05)
    assert 1e3 * np.hypot(*without) == pytest.approx(26, abs=2)


@pytest.fixture(scope="module")
def drifting(tmp_path_factory):
    """A series of true motion on a plate that moves as Australia does."""
    folder = tmp_path_factory.mktemp("plate")
    simulation = scene(rows=100, cols=130, dates=12, pixel_size_m=600.0)
    rows, cols = np.indices(simulation.grid.shape)
    place = longitude_latitude(simulation.grid.crs, *simulation.grid.xy(rows, cols))
    rotation = rotation_of("itrf2020", "australia")
    rate = simulation.los.project(*rotation.velocity(*place), 0.0)
    rate = rate - rate[reference_of(simulation)]
    years = (simulation.dates - simulation.dates[0]).astype(float) / 365.25
    truth = truth_of(simulation)
    write_series(folder, simulation, truth + rate * years[:, None, None])
    return folder, simulation, truth, rate


def test_a_series_loses_the_plate_and_keeps_its_motion(drifting, tmp_path):
    folder, simulation, truth, rate = drifting
    assert 1e3 * np.ptp(rate) > 0.8
    told = []
    numbers = call(
        "platemotion", timeseries=folder / "timeseries.h5", geometry=folder / "geometryGeo.h5",
        plate="australia", corrected=tmp_path / "out.h5", job={"note": told.append},
    )  # fmt: skip
    np.testing.assert_allclose(read_series(tmp_path / "out.h5"), truth, rtol=0, atol=3e-5)
    assert numbers["ramp"] == pytest.approx(1e3 * np.ptp(rate), rel=0.01)
    assert any("to the north" in text for text in told)
    with h5py.File(tmp_path / "out.h5") as file:
        assert file.attrs["CORRECTIONS"] == "platemotion"
        std = file["velocityStd"][()]
    row, col = reference_of(simulation)
    call("platemotion", timeseries=folder / "timeseries.h5", geometry=folder / "geometryGeo.h5",
         plate="pole", pole_latitude=32.8, pole_longitude=38.3, pole_rate=0.627,
         corrected=tmp_path / "exact.h5")  # fmt: skip
    with h5py.File(tmp_path / "exact.h5") as file:
        more = np.sqrt(np.maximum(np.square(std) - np.square(file["velocityStd"][()]), 0.0))
    assert more[row, col] < 1e-3 * more.max()
    assert more.max() == pytest.approx(1e-3 * numbers["ramp_std"], rel=0.05)
    assert 1e-4 < numbers["ramp_std"] < 0.3


def test_the_error_of_the_pole_is_that_of_drawn_poles(drifting):
    """The rate's deviation by the table against that over drawn rotations."""
    from groundshift.algorithms.data.axes import look_lattice, node_places
    from groundshift.algorithms.data.los import from_incidence_heading
    from groundshift.algorithms.timeseries.plate_motion import (
        Rotation,
        plate_correction,
        rate_along,
    )

    _, simulation, *_ = drifting
    grid = simulation.grid
    rows, cols = node_places(grid.rows, grid.cols)
    look = look_lattice(grid, from_incidence_heading(30.0 + 15.0 * cols / cols.max(), 348.0))
    rotation = rotation_of("itrf2020", "caribbean")
    rates = rate_along(rotation, grid, look)
    dates = simulation.dates
    spread = plate_correction(dates, rates, (0.0, 0.0)).field.spread.values
    expected = np.sqrt(np.square(spread).sum(axis=-1))[-1, -1]
    rng = np.random.default_rng(3)
    drawn = []
    for _ in range(400):
        other = Rotation(rng.normal(rotation.vector, rotation.std), origin=rotation.origin)
        values = rate_along(other, grid, look).values[..., 0]
        drawn.append(values[-1, -1] - values[0, 0])
    assert np.std(drawn) == pytest.approx(expected, rel=0.12)


@pytest.mark.parametrize("at_reference", [False, True])
def test_a_map_loses_the_ramp(drifting, tmp_path, at_reference):
    folder, simulation, _, rate = drifting
    rng = np.random.default_rng(0)
    own = rng.normal(0, 0.002, rate.shape)
    own[3:7, 20:30] = np.nan
    values = (1e3 * (own + rate)).astype(np.float32)
    write_raster(tmp_path / "v.tif", simulation.grid, values, [BandInfo("velocity_mm_yr")])
    point = {}
    place = tuple(n // 2 for n in rate.shape)
    if at_reference:
        place = reference_of(simulation)
        point["reference_point"] = (*simulation.grid.xy(*place), simulation.grid.crs)
    numbers = call(
        "platemotion", velocity_map=tmp_path / "v.tif", geometry=folder / "geometryGeo.h5",
        plate="australia", velocity=tmp_path / "out.tif", removed=tmp_path / "r.tif", **point,
    )  # fmt: skip
    found = 1e-3 * read_raster(tmp_path / "out.tif")[1][0]
    off = found - own - rate[place]
    np.testing.assert_allclose(off[np.isfinite(own)], 0.0, rtol=0, atol=3e-5)
    assert np.array_equal(np.isnan(found), np.isnan(own))
    assert numbers["pixels"] == np.isfinite(own).sum()
    removed = read_raster(tmp_path / "r.tif")[1].squeeze()
    assert abs(removed[place]) < 0.02


@pytest.mark.parametrize(
    "given, words",
    [({"plate": "arabia"}, "are missing; give one of them"),
     ({"timeseries": True}, "give the plate"),
     ({"timeseries": True, "plate": "pole", "pole_rate": 1.0}, "POLE_LATITUDE"),
     ({"timeseries": True, "plate": "amur", "model": "itrf2014"}, "has no plate 'amur'"),
     ({"timeseries": True, "plate": "nubia"}, "give the geometry file")],
)  # fmt: skip
def test_what_does_not_go_together_is_refused(drifting, tmp_path, given, words):
    given = (
        {**given, "timeseries": drifting[0] / "timeseries.h5"} if "timeseries" in given else given
    )
    with pytest.raises(GroundshiftError, match=words):
        call("platemotion", corrected=tmp_path / "no.h5", **given)
    assert not (tmp_path / "no.h5").exists()
