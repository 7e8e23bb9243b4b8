# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of the ionosphere, of phase and of electrons, taken off series that hold them."""

import itertools

import numpy as np
import pytest
from corrected_series import read_series, reference_of, rms, scene, truth_of, write_series
from groundshift.algorithms.data.crs import longitude_latitude, wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.timeseries.ionosphere import crossing
from groundshift.algorithms.toolbox import call

WAVELENGTH = 0.0555


def named(*dates):
    return "_".join(str(date).replace("-", "") for date in dates)


@pytest.fixture(scope="module")
def simulation():
    return scene(rows=100, cols=130, dates=6, pixel_size_m=600.0)


@pytest.fixture(scope="module")
def waves(simulation):
    """Apparent displacement by the ionosphere, metres, on the series' own pixels."""
    rows, cols = np.indices(simulation.grid.shape) / 100.0
    rng = np.random.default_rng(5)
    terms = rng.normal(0, 0.01, (len(simulation.dates), 3, 1, 1))
    return (terms[:, 0] * rows + terms[:, 1] * cols**2 + terms[:, 2] * np.sin(3 * rows)).astype(
        "f4"
    )


def series_with(folder, simulation, field):
    row, col = reference_of(simulation)
    field = field - field[0]
    truth = truth_of(simulation)
    write_series(folder, simulation, truth + field - field[:, row : row + 1, col : col + 1])
    return truth


def write_phases(folder, simulation, waves, pairs, sign=-1.0):
    folder.mkdir()
    for first, second in pairs:
        phase = sign * 4 * np.pi / WAVELENGTH * (waves[second] - waves[first])
        write_raster(
            folder / f"{named(*simulation.dates[[first, second]])}.ion.tif", simulation.grid,
            phase.astype(np.float32), [BandInfo("ionosphere", "rad")],
        )  # fmt: skip


@pytest.mark.parametrize("sign, factor", [("positive_away", -1.0), ("positive_towards", 1.0)])
def test_phases_of_pairs_make_dates(simulation, waves, tmp_path, sign, factor):
    truth = series_with(tmp_path, simulation, waves)
    pairs = [p for p in itertools.combinations(range(6), 2) if p[1] - p[0] < 3]
    write_phases(tmp_path / "maps", simulation, waves, pairs, factor)
    call("ionosphere", timeseries=tmp_path / "timeseries.h5", maps=tmp_path / "maps", sign=sign,
         keep_growing=True, corrected=tmp_path / "out.h5")  # fmt: skip
    np.testing.assert_allclose(read_series(tmp_path / "out.h5"), truth, rtol=0, atol=2e-6)


def test_phases_of_dates_on_another_grid(simulation, waves, tmp_path):
    """A coarse grid in degrees: bilinear is good to its curvature."""
    truth = series_with(tmp_path, simulation, waves)
    rows, cols = np.indices(simulation.grid.shape)
    x, y = longitude_latitude(simulation.grid.crs, *simulation.grid.xy(rows, cols))
    step = 0.02
    west, north = x.min() - 3 * step, y.max() + 3 * step
    shape = int(np.ptp(y) / step) + 7, int(np.ptp(x) / step) + 7
    grid = Grid(*shape, (west, step, 0.0, north, 0.0, -step), wkt_from_epsg(4326))
    lon, lat = grid.xy(*np.indices(shape))
    (tmp_path / "maps").mkdir()
    field = []
    for number, date in enumerate(simulation.dates):

        def wave(lon, lat, k=number):
            return k * (0.5 * (lon - 13.0) + 0.8 * (lat - 46.0) + 0.6 * (lon - 13.0) ** 2)

        field.append(-WAVELENGTH / (4 * np.pi) * wave(x, y))
        write_raster(tmp_path / "maps" / f"{named(date)}.tif", grid,
                     wave(lon, lat).astype("f4"), [BandInfo("ionosphere", "rad")])  # fmt: skip
    truth = series_with(tmp_path, simulation, np.array(field))
    call("ionosphere", timeseries=tmp_path / "timeseries.h5", maps=tmp_path / "maps",
         keep_growing=True, corrected=tmp_path / "out.h5")  # fmt: skip
    assert rms(read_series(tmp_path / "out.h5") - truth) < 1e-5 < 1e-2 * rms(np.array(field))


def test_a_line_of_sight_crosses_the_shell():
    """At 39 degrees and 450 km it is 321 km away and steeper; to the east along the equator."""
    longitude, latitude, incidence = crossing(10.0, 0.0, 39.0, 90.0, 450e3)
    assert incidence == pytest.approx(np.degrees(np.arcsin(6371 / 6821 * np.sin(np.radians(39.0)))))
    assert longitude == pytest.approx(10.0 + 39.0 - incidence) and latitude == pytest.approx(0.0)
    _, up, _ = crossing(10.0, 45.0, 39.0, 0.0, 450e3)
    assert up == pytest.approx(45.0 + 39.0 - incidence)


def test_electrons_run_ahead_of_time(simulation, tmp_path):
    """C-band, one unit: 13.8 mm in the vertical; the slant by the incidence at the shell."""
    los, dates = simulation.los, simulation.dates
    (tmp_path / "maps").mkdir()
    crs = wkt_from_epsg(4326)
    grid = Grid(21, 361, (-180.5, 1.0, 0.0, 56.5, 0.0, -1.0), crs)
    lon, lat = grid.xy(*np.indices(grid.shape))
    rows, cols = np.indices(simulation.grid.shape)
    place = longitude_latitude(simulation.grid.crs, *simulation.grid.xy(rows, cols))
    towards = np.degrees(np.arctan2(los.east, los.north))
    *place, slant = crossing(*place, los.incidence, towards, 450e3)
    field = []
    for number, date in enumerate(dates):

        def tec(lon, lat, k=number):
            return 20.0 + k * (0.5 * (lon - 13.0) - 1.0 * (lat - 46.0))

        write_raster(tmp_path / "maps" / f"{named(date)}.tif", grid, tec(lon, lat).astype("f4"),
                     [BandInfo("tec", "TECU")])  # fmt: skip
        frequency = 299792458.0 / WAVELENGTH
        field.append(40.31e16 / frequency**2 * tec(*place) / np.cos(np.radians(slant)))
    truth = series_with(tmp_path, simulation, np.array(field))
    call("ionosphere", timeseries=tmp_path / "timeseries.h5", maps=tmp_path / "maps",
         quantity="electrons", geometry=tmp_path / "geometryGeo.h5",
         corrected=tmp_path / "out.h5")  # fmt: skip
    wrong = np.array(field) - field[0]
    assert rms(read_series(tmp_path / "out.h5") - truth) < 2e-3 * rms(wrong)


@pytest.mark.parametrize(
    "pairs, words",
    [([], "holds no raster with a date of the series"),
     ([(0, 1), (1, 2), (3, 4), (4, 5)], "do not connect all dates"),
     ([(0, 1), (1, 2), (2, 3), (3, 4)], "are in none")],
)  # fmt: skip
def test_maps_that_do_not_reach_are_refused(simulation, waves, tmp_path, pairs, words):
    series_with(tmp_path, simulation, waves)
    write_phases(tmp_path / "maps", simulation, waves, pairs)
    with pytest.raises(GroundshiftError, match=words):
        call("ionosphere", timeseries=tmp_path / "timeseries.h5", maps=tmp_path / "maps",
             corrected=tmp_path / "no.h5")  # fmt: skip
    assert not (tmp_path / "no.h5").exists()
