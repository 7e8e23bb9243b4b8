# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From radar images to motion, against the truth of a simulated scene."""

from dataclasses import replace

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.simulation import SlcOptions, simulate_slc
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.io import unwrap_points
from groundshift.algorithms.io.hdf5 import read_geometry, read_timeseries
from groundshift.algorithms.io.psds_options import PsdsOptions, PsdsTargets
from groundshift.algorithms.io.rasters import read_raster
from groundshift.algorithms.io.reference_place import ReferenceChoice
from groundshift.algorithms.io.run_ds import DsOptions
from groundshift.algorithms.io.run_points import PointOptions, run_points
from groundshift.algorithms.io.run_psds import run_psds
from groundshift.algorithms.io.run_velocity import run_velocity
from groundshift.algorithms.io.simulating_slc import write_slc_simulation
from groundshift.algorithms.io.tables import read_table
from groundshift.algorithms.scatterers.linking import LinkingOptions
from groundshift.algorithms.scatterers.refilter import square_window
from groundshift.algorithms.scatterers.shp import CHAIN_ALPHA, ShpOptions
from groundshift.algorithms.timeseries.velocity import VelocityModel

SCENE = SlcOptions(rows=90, cols=120, dates=16, turbulence_mm=0.5, landslides=1, seed=3)
WINDOW = ShpOptions(half_window=(5, 5), alpha=CHAIN_ALPHA)
LINKING = LinkingOptions(shp=WINDOW, keep_all=False)
OPTIONS = PsdsOptions(persistent="dispersion", ds=DsOptions(LINKING))


@pytest.fixture(scope="module")
def truth():
    return simulate_slc(SCENE)


@pytest.fixture(scope="module")
def images(truth, tmp_path_factory):
    folder = tmp_path_factory.mktemp("images")
    write_slc_simulation(truth, folder / "scene", "mintpy")
    return folder / "scene" / "inputs"


def run(images, folder, options=OPTIONS, targets=None, **others):
    targets = targets or PsdsTargets(
        folder / "timeseries.h5", folder / "points.gpkg", folder / "ps.gpkg",
        folder / "velocity.tif", linked=folder / "linked.h5", report=folder / "report.html",
    )  # fmt: skip
    others.setdefault("geometry_path", images / "geometryGeo.h5")
    return run_psds(images / "slcStack.h5", targets, options, **others)


@pytest.fixture(scope="module")
def results(images, tmp_path_factory):
    folder = tmp_path_factory.mktemp("results")
    return run(images, folder), folder


def error_of(values, truth):
    """Against the truth, each relative to its median: the reference is somewhere else."""
    error = values - 1e3 * truth.velocity
    return error - np.nanmedian(error)


def test_rates_are_true(results, truth):
    report, folder = results
    error = error_of(read_raster(folder / "velocity.tif")[1][0], truth)
    with h5py.File(folder / "linked.h5") as file:
        kind = file["kind"][()]
    # Half a year: 0.25 rad, the noise of the worst persistent scatterers, is 3 mm/yr.
    assert np.sqrt(np.mean(error[kind == 2] ** 2)) < 3.5
    assert np.sqrt(np.mean(error[kind == 1] ** 2)) < 3.5
    # Both kinds are there and agree: no offset between them.
    assert abs(np.median(error[kind == 2]) - np.median(error[kind == 1])) < 0.7
    # Next to nothing is measured on the water: speckle whose phases agree by chance.
    assert np.isnan(error[truth.cover == truth.class_names.index("water")]).mean() > 0.9
    # The bowl sinks, and away from the satellite is negative.
    moving = truth.velocity < -0.015
    assert np.nanmedian(read_raster(folder / "velocity.tif")[1][0][moving & (kind > 0)]) < -12


def test_distributed_scatterers_add_many_times_the_persistent_ones(results, truth):
    report, folder = results
    with h5py.File(folder / "linked.h5") as file:
        kind = file["kind"][()]
    green = truth.cover == truth.class_names.index("vegetation")
    assert (kind[green] == 1).sum() > 8 * (kind[green] == 2).sum()
    assert report.ds.distributed > 5 * report.ds.persistent > 100


def test_points_tell_what_they_are(results):
    report, folder = results
    table = read_table(folder / "points.gpkg")
    assert len(table) == report.chain.points == report.ds.distributed + report.ds.persistent
    kinds = table.numbers("scatterer_kind")
    assert (kinds == 2).sum() == report.ds.persistent
    assert {"brothers", "phase_std_rad", "height_m", "los_up"} <= set(table.columns)
    quality = table.numbers("coherence")
    assert quality.min() >= 0.5 and np.median(quality[kinds == 2]) > np.median(quality[kinds == 1])
    assert len(read_table(folder / "ps.gpkg")) >= report.ds.persistent
    page = (folder / "report.html").read_text()
    assert "Distributed scatterers" in page and "Unwrapping" in page and "Velocity" in page


def test_the_series_goes_on(results, tmp_path):
    """`velocity` and `timeseriestopoints` take what the chain leaves."""
    _, folder = results
    series = folder / "timeseries.h5"
    assert len(read_timeseries(series).dates) == SCENE.dates
    model = tmp_path / "model.tif"
    report = run_velocity(series, model, VelocityModel())
    again = read_raster(model)[1][0]
    np.testing.assert_allclose(again, read_raster(folder / "velocity.tif")[1][0], atol=1e-3)
    points = run_points(
        series, tmp_path / "p.gpkg", PointOptions(0.0, scatterers=folder / "linked.h5")
    )
    assert points.points == report.pixels


def test_strides_thin_the_geometry(images, tmp_path, truth):
    linking = LinkingOptions(shp=replace(WINDOW, strides=(2, 3)))
    options = replace(OPTIONS, ds=DsOptions(linking))
    run(images, tmp_path, options, keep_folder=tmp_path / "kept")
    grid, velocity, _ = read_raster(tmp_path / "velocity.tif")
    assert grid.shape == (45, 40)
    error = velocity[0] - 1e3 * truth.velocity[1::2, 1::3]
    assert np.sqrt(np.nanmean((error - np.nanmedian(error)) ** 2)) < 3.5
    _, layers = read_geometry(tmp_path / "kept" / "geometryGeo.h5")
    _, whole = read_geometry(images / "geometryGeo.h5")
    np.testing.assert_array_equal(layers["height"], whole["height"][1::2, 1::3])
    assert read_table(tmp_path / "points.gpkg").numbers("height_m").max() > 0


def test_without_persistent_scatterers(images, tmp_path):
    options = replace(OPTIONS, persistent="none")
    report = run(images, tmp_path, options)
    assert report.persistent == report.ds.persistent == 0 and report.ds.distributed > 1000
    assert "ps_points" not in report.written and not (tmp_path / "ps.gpkg").exists()


def test_a_method_that_fits_into_the_memory(images, tmp_path, monkeypatch):
    monkeypatch.setattr(unwrap_points, "BYTES_PER_POINT", 1 << 30)
    told = []
    report = run(images, tmp_path, replace(OPTIONS, persistent="none"), log=told.append)
    assert report.unwrapped.method in ("whirlwind", "mcf")
    (text,) = [text for text in told if "one by one instead" in text]
    assert "MiB" in text and "threshold" not in text
    assert report.percent_in_components > 80


def test_filter_lowers_noise_and_says_so(images, tmp_path, truth):
    plain, filtered = tmp_path / "plain", tmp_path / "filtered"
    errors, sigmas = [], []
    for folder, refilter in ((plain, None), (filtered, square_window(7, 1.05))):
        folder.mkdir()
        ds = replace(OPTIONS.ds, refilter=refilter)
        run(images, folder, PsdsOptions("none", ds=ds))
        error = error_of(read_raster(folder / "velocity.tif")[1][0], truth)
        with h5py.File(folder / "linked.h5") as file:
            linked = (file["kind"][()] == 1) & (truth.velocity == 0)
            sigmas.append(np.median(file["phaseStd"][()][linked]))
        errors.append(1.4826 * np.nanmedian(np.abs(error[linked] - np.nanmedian(error[linked]))))
    assert errors[1] < errors[0]
    assert 0.6 < sigmas[1] / sigmas[0] < 0.95


def test_none_found_is_no_end(images, tmp_path):
    """Where no pixel is a persistent scatterer, the distributed ones go on, and it is said."""
    options = replace(OPTIONS, persistent="stability", ps=replace(OPTIONS.ps, dispersion=0.011))
    told = []
    report = run(images, tmp_path, options, log=told.append)
    assert report.persistent == 0 and report.ds.distributed > 1000
    assert any("are left out" in text for text in told)
    assert not report.steps[0].done and not (tmp_path / "ps.gpkg").exists()


def test_nothing_is_left_of_a_run_that_fails(images, tmp_path):
    options = DsOptions(LinkingOptions(shp=WINDOW), minimum_quality=0.999999)
    with pytest.raises(GroundshiftError, match="slcStack.h5") as told:
        run(images, tmp_path, PsdsOptions("none", ds=options))
    assert ".part" not in str(told.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("calls", [3, 40])
def test_cancelled(images, tmp_path, calls):
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > calls

    with pytest.raises(Cancelled):
        run(images, tmp_path, cancelled=cancelled)
    assert not list(tmp_path.iterdir())


def test_a_geometry_of_other_images(images, tmp_path, results):
    with pytest.raises(GroundshiftError, match="grid"):
        run(
            images, tmp_path, replace(OPTIONS, ds=DsOptions(LinkingOptions(
                shp=replace(WINDOW, strides=(2, 2))))),
            geometry_path=_other_geometry(images, tmp_path),
        )  # fmt: skip
    assert [p.name for p in tmp_path.iterdir()] == ["other.h5"]


def _other_geometry(images, folder):
    from groundshift.algorithms.data.grid import Grid
    from groundshift.algorithms.io.hdf5 import write_geometry

    grid, _ = read_geometry(images / "geometryGeo.h5")
    small = Grid(20, 20, grid.transform, grid.crs)
    write_geometry(folder / "other.h5", small, {"height": np.zeros((20, 20), np.float32)}, {})
    return folder / "other.h5"


@pytest.fixture(scope="module")
def radar(tmp_path_factory):
    """A scene in radar coordinates, with a skewed lookup, and its truth."""
    folder = tmp_path_factory.mktemp("radar")
    truth = simulate_slc(
        replace(SCENE, coordinates="radar", row_spacing_m=14.0, col_spacing_m=4.0, rows=60)
    )
    write_slc_simulation(truth, folder / "scene", "mintpy")
    return folder / "scene" / "inputs", truth


def test_radar_coordinates_land_in_the_right_place(radar, tmp_path):
    images, truth = radar
    longitude, latitude = truth.lookup
    still = np.argwhere((truth.velocity == 0) & (truth.cover == 3))
    row, col = still[len(still) // 2]
    point = (longitude[row, col] + 1e-6, latitude[row, col] - 1e-6)
    chain = replace(OPTIONS.chain, reference=ReferenceChoice(point=point, radius_pixels=2))
    geometry = next(images.glob("geometry*.h5"))
    report = run(images, tmp_path, replace(OPTIONS, chain=chain), geometry_path=geometry)
    assert report.chain.sbas.reference == pytest.approx((longitude[row, col], latitude[row, col]))
    table = read_table(tmp_path / "points.gpkg")
    places = dict(zip(zip(longitude.ravel(), latitude.ravel()), truth.velocity.ravel()))
    true = np.array([places[place] for place in zip(table.x, table.y)])
    error = table.numbers("velocity_mm_yr") - 1e3 * true
    assert len(table) > 2000 and np.median(np.abs(error - np.median(error))) < 2.5
    # The raster is on the map: the values at the points' places are the points' own.
    grid, velocity, _ = read_raster(tmp_path / "velocity.tif")
    index = np.array([grid.index(x, y) for x, y in zip(table.x, table.y)]).T
    assert grid.crs and velocity.shape[1] != truth.velocity.shape[0]
    inside = np.isfinite(velocity[0][tuple(index)])
    apart = velocity[0][tuple(index)][inside] - table.numbers("velocity_mm_yr")[inside]
    assert inside.mean() > 0.6 and np.median(np.abs(apart)) < 0.7


def test_a_reference_outside_of_the_scene(radar, tmp_path):
    images, _ = radar
    chain = replace(OPTIONS.chain, reference=ReferenceChoice(point=(14.0, 46.0)))
    with pytest.raises(GroundshiftError, match="outside of the scene"):
        run(images, tmp_path, replace(OPTIONS, chain=chain), geometry_path=None)
    assert not list(tmp_path.iterdir())
