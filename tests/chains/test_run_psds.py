# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From radar images to motion, against the truth of a simulated scene."""

from dataclasses import replace

import h5py
import numpy as np
import pytest
from chain_runs import run_chain
from driven import driven
from groundshift.algorithms.chains.psds import PsDs
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.simulation import SlcOptions, simulate_slc
from groundshift.algorithms.data.tools.simulating_slc import write_slc_simulation
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import read_geometry, read_timeseries
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.scatterers.tools import unwrap_pairs, unwrap_points
from groundshift.algorithms.timeseries.tools.points import PointOptions, run_points
from groundshift.algorithms.toolbox import call

SCENE = SlcOptions(rows=90, cols=120, dates=16, turbulence_mm=0.5, landslides=1, seed=3)
LINKING = {"window_rows": 11, "window_cols": 11}


@pytest.fixture(scope="module")
def truth():
    return simulate_slc(SCENE)


@pytest.fixture(scope="module")
def images(truth, tmp_path_factory):
    folder = tmp_path_factory.mktemp("images")
    write_slc_simulation(truth, folder / "scene", "mintpy")
    return folder / "scene" / "inputs"


def run(images, folder, job=None, **given):
    """The chain's numbers and steps."""
    targets = {
        "timeseries": "timeseries.h5", "points": "points.gpkg", "ps_points": "ps.gpkg",
        "velocity": "velocity.tif", "linked": "linked.h5", "report": "report.html",
    }  # fmt: skip
    targets = {name: folder / file for name, file in targets.items()}
    inputs = {"stack": images / "slcStack.h5", "geometry": images / "geometryGeo.h5"}
    return run_chain("psds", job, **{**inputs, **LINKING, **targets, **given})


@pytest.fixture(scope="module")
def results(images, tmp_path_factory):
    folder = tmp_path_factory.mktemp("results")
    return run(images, folder)[0], folder


def error_of(values, truth):
    """Against the truth, each relative to its median: the reference is somewhere else."""
    error = values - 1e3 * truth.velocity
    return error - np.nanmedian(error)


def test_rates_are_true(results, truth):
    found, folder = results
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
    found, folder = results
    with h5py.File(folder / "linked.h5") as file:
        kind = file["kind"][()]
    green = truth.cover == truth.class_names.index("vegetation")
    assert (kind[green] == 1).sum() > 8 * (kind[green] == 2).sum()
    assert found["distributed_points"] > 5 * found["persistent_points"] > 100


def test_points_tell_what_they_are(results):
    found, folder = results
    table = read_table(folder / "points.gpkg")
    assert len(table) == found["count"]
    assert len(table) == found["distributed_points"] + found["persistent_points"]
    kinds = table.numbers("scatterer_kind")
    assert (kinds == 2).sum() == found["persistent_points"]
    assert {"neighbours", "phase_std_rad", "height_m", "los_up"} <= set(table.columns)
    for name, digits in (("velocity_mm_yr", 3), ("coherence", 4), ("phase_std_rad", 4)):
        values = table.numbers(name)
        np.testing.assert_array_equal(values, np.round(values, digits))
    quality = table.numbers("coherence")
    assert quality.min() >= 0.5 and np.median(quality[kinds == 2]) > np.median(quality[kinds == 1])
    assert len(read_table(folder / "ps.gpkg")) >= found["persistent_points"]
    page = (folder / "report.html").read_text()
    assert "Distributed scatterers" in page and "Unwrapping" in page and "Velocity" in page


def test_the_series_goes_on(results, tmp_path):
    """`velocity` and `timeseriestopoints` take what the chain leaves."""
    _, folder = results
    series = folder / "timeseries.h5"
    assert len(read_timeseries(series).dates) == SCENE.dates
    model = tmp_path / "model.tif"
    report = call("velocity", timeseries=series, velocity=model)
    again = read_raster(model)[1][0]
    np.testing.assert_allclose(again, read_raster(folder / "velocity.tif")[1][0], atol=1e-3)
    points = driven(
        run_points,
        series,
        {"POINTS": tmp_path / "p.gpkg"},
        PointOptions(0.0, scatterers=folder / "linked.h5"),
    )
    assert points.points == report["pixels"]


def test_further_pairs_say_nothing_new(images, results, tmp_path):
    """Linked phases close, so that each date with the next one is enough in space and time."""
    _, steps = run(images, tmp_path, connections=3)
    assert f", {3 * SCENE.dates - 6} interferograms" in steps["ds"].summary
    with (
        h5py.File(results[1] / "timeseries.h5") as one,
        h5py.File(tmp_path / "timeseries.h5") as two,
    ):
        assert len(one["pairs"]) == SCENE.dates - 1
        off = one["timeseries"][()] - two["timeseries"][()]
    off -= np.nanmedian(off, axis=(1, 2), keepdims=True)  # the reference may be another one
    # Between two cycles that are as likely, the mean coherence of the pairs may decide.
    assert (np.nan_to_num(np.abs(off)).max(axis=0) > 1e-6).sum() <= 3
    chain = PsDs.of({"STACK": images / "slcStack.h5", "METHOD": "mcf"})
    assert chain.linking().connections == 3


def test_strides_thin_the_geometry(images, tmp_path, truth):
    kept = tmp_path / "kept"
    run(images, tmp_path, keep_all=True, stride_rows=2, stride_cols=3, keep_folder=kept)
    grid, velocity, _ = read_raster(tmp_path / "velocity.tif")
    assert grid.shape == (45, 40)
    error = velocity[0] - 1e3 * truth.velocity[1::2, 1::3]
    assert np.sqrt(np.nanmean((error - np.nanmedian(error)) ** 2)) < 3.5
    _, layers = read_geometry(tmp_path / "kept" / "geometryGeo.h5")
    _, whole = read_geometry(images / "geometryGeo.h5")
    np.testing.assert_array_equal(layers["height"], whole["height"][1::2, 1::3])
    assert read_table(tmp_path / "points.gpkg").numbers("height_m").max() > 0


def test_without_persistent_scatterers(images, tmp_path):
    found, _ = run(images, tmp_path, persistent="none")
    assert found["persistent_points"] == 0 and found["distributed_points"] > 1000
    assert "ps_points" not in found and not (tmp_path / "ps.gpkg").exists()


def test_a_method_that_fits_into_the_memory(images, tmp_path, monkeypatch):
    monkeypatch.setattr(unwrap_points, "BYTES_PER_POINT", 1 << 30)
    told = []
    found, steps = run(images, tmp_path, {"note": told.append}, persistent="none")
    assert "by whirlwind." in steps["unwrap"].summary or "by mcf." in steps["unwrap"].summary
    (text,) = [text for text in told if "one by one instead" in text]
    assert "MiB" in text and "threshold" not in text
    assert found["in_components"] > 80


def test_unwrapping_gets_the_looks_that_linking_averaged(images, tmp_path, monkeypatch):
    used, unwrap = set(), unwrap_pairs.unwrap_raster

    def recorded(phase, coherence, options):
        used.add(options.looks)
        return unwrap(phase, coherence, options)

    monkeypatch.setattr(unwrap_pairs, "unwrap_raster", recorded)
    run(images, tmp_path, persistent="none", method="mcf")
    with h5py.File(tmp_path / "linked.h5") as file:
        neighbours, attributes = file["shpCount"][()][file["kind"][()] == 1], dict(file.attrs)
    assert attributes["LINKING_ESTIMATOR"] == PsDs.FIELDS["estimator"].default == "pta"
    looks = (np.median(neighbours) + 1) / float(attributes["LINKING_OVERSAMPLING"])
    assert looks > 40 and list(used) == [pytest.approx(looks, rel=0.02)]


def test_filter_lowers_noise_and_says_so(images, tmp_path, truth):
    plain, filtered = tmp_path / "plain", tmp_path / "filtered"
    errors, sigmas = [], []
    for folder, refilter in ((plain, False), (filtered, True)):
        folder.mkdir()
        run(images, folder, persistent="none", filter=refilter)
        error = error_of(read_raster(folder / "velocity.tif")[1][0], truth)
        with h5py.File(folder / "linked.h5") as file:
            linked = (file["kind"][()] == 1) & (truth.velocity == 0)
            sigmas.append(np.median(file["phaseStd"][()][linked]))
        errors.append(1.4826 * np.nanmedian(np.abs(error[linked] - np.nanmedian(error[linked]))))
    assert errors[1] < errors[0]
    assert 0.6 < sigmas[1] / sigmas[0] < 0.95


def test_none_found_is_no_end(images, tmp_path):
    """Where no pixel is a persistent scatterer, the distributed ones go on, and it is said."""
    told = []
    given = {"persistent": "stability", "dispersion": 0.011}
    found, steps = run(images, tmp_path, {"warn": told.append}, **given)
    assert found["persistent_points"] == 0 and found["distributed_points"] > 1000
    assert any("left out" in text for text in told)
    assert not steps["persistent"].done and not (tmp_path / "ps.gpkg").exists()


def test_nothing_is_left_of_a_run_that_fails(images, tmp_path):
    with pytest.raises(GroundshiftError, match="slcStack.h5") as told:
        run(images, tmp_path, persistent="none", keep_all=True, min_quality=0.999999)
    assert ".part" not in str(told.value)
    assert not list(tmp_path.iterdir())


def test_a_run_that_was_cut_off_goes_on(images, tmp_path, monkeypatch):
    """With the blocks that were linked, although persistent scatterers are found anew."""
    monkeypatch.setattr(Grid.blocks, "__defaults__", (16, 64))
    monkeypatch.setattr("groundshift.algorithms.data.grid.MOST_PIXELS", 16 * 64)
    given = {"resume_folder": tmp_path / "kept", "memory": 64}
    said, shares = [], [0.0]
    for name in ("plain", "again", "kept"):
        (tmp_path / name).mkdir()
    run(images, tmp_path / "plain", memory=64)
    while_linking = {"progress": shares.append, "cancelled": lambda: shares[-1] > 0.3}
    with pytest.raises(Cancelled):
        run(images, tmp_path / "again", while_linking, **given)
    assert not list((tmp_path / "again").iterdir())
    run(images, tmp_path / "again", {"note": said.append}, **given)
    (text,) = [text for text in said if " are taken from " in text]
    done, blocks = (int(part.split()[-1]) for part in text.split(" blocks are")[0].split(" of "))
    assert 0 < done < blocks and "Distributed scatterers" in text
    for name in ("linked.h5", "timeseries.h5"):
        with (
            h5py.File(tmp_path / "plain" / name) as one,
            h5py.File(tmp_path / "again" / name) as two,
        ):
            values = "slc" if name == "linked.h5" else "timeseries"
            np.testing.assert_array_equal(one[values][()], two[values][()])


@pytest.mark.parametrize("calls", [3, 40])
def test_cancelled(images, tmp_path, calls):
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > calls

    with pytest.raises(Cancelled):
        run(images, tmp_path, {"cancelled": cancelled})
    assert not list(tmp_path.iterdir())


def test_a_geometry_of_other_images(images, tmp_path, results):
    with pytest.raises(GroundshiftError, match="grid"):
        geometry = _other_geometry(images, tmp_path)
        run(images, tmp_path, stride_rows=2, stride_cols=2, geometry=geometry)
    assert [p.name for p in tmp_path.iterdir()] == ["other.h5"]


def _other_geometry(images, folder):
    from groundshift.algorithms.formats.hdf5.stacks import write_geometry

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
    geometry = next(images.glob("geometry*.h5"))
    found, _ = run(images, tmp_path, geometry=geometry, reference_point=point, reference_radius=2)
    place = found["reference_x"], found["reference_y"]
    assert place == pytest.approx((longitude[row, col], latitude[row, col]))
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
    with pytest.raises(GroundshiftError, match="outside of the scene"):
        run(images, tmp_path, geometry=None, reference_point=(14.0, 46.0))
    assert not list(tmp_path.iterdir())
