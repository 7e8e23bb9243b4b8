# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The chain in one go: the same as its tools, nearer to the truth step by step, all or nothing."""

import hashlib
import importlib.util
import sys
from pathlib import Path

import h5py
import numpy as np
import pytest
from chain_runs import run_chain
from corrected_series import take_off
from groundshift.algorithms.data import grid
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.simulation import SimulationOptions, simulate
from groundshift.algorithms.data.tools.importing import import_stack
from groundshift.algorithms.data.tools.simulating import write_simulation
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import read_stack, read_timeseries
from groundshift.algorithms.formats.hdf5.velocity import import_velocity, read_velocity_file
from groundshift.algorithms.formats.interferograms import find_product
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.timeseries.demerror import DemErrorCorrection
from groundshift.algorithms.timeseries.tools.reference_place import ReferenceChoice
from groundshift.algorithms.timeseries.troposphere import HeightCorrection
from groundshift.algorithms.timeseries.velocity import VelocityModel
from groundshift.algorithms.toolbox import call
from product_files import GEOGRAPHIC, write_pairs
from rough_stack import RoughStack
from sarscape_files import write_sarscape
from sbas_runs import choices, named, run_sbas
from small_stack import CORNER, bowl, make_stack

ROOT = Path(__file__).resolve().parents[2]
CORNERED = {"reference_point": CORNER.point, "reference_radius": CORNER.radius_pixels}
SHORT = np.array([(i, i + 1) for i in range(24)])


def digest(path):
    return hashlib.sha1(Path(path).read_bytes()).hexdigest()


def values(path, name="timeseries"):
    with h5py.File(path) as file:
        return file[name][()]


@pytest.fixture(scope="module")
def product(tmp_path_factory):
    """A simulated product with all sources of error."""
    folder = tmp_path_factory.mktemp("product") / "scene"
    simulation = simulate(SimulationOptions(rows=80, cols=100, dates=20, seed=3))
    write_simulation(simulation, folder, "mintpy")
    return folder


def run(source, folder, job=None, **given):
    """The chain's numbers and steps; series and velocity are written, and what else is named."""
    source = {"folder" if source.is_dir() else "stack_file": source}
    given = {"timeseries": folder / "ts.h5", "velocity": folder / "v.tif", **given}
    return run_chain("smallbaseline", job, **source, **given)


@pytest.fixture(scope="module")
def done(product, tmp_path_factory):
    """The chain with its defaults and all outputs."""
    out = tmp_path_factory.mktemp("done")
    targets = {
        "timeseries": out / "timeseries.h5", "velocity": out / "velocity.tif",
        "temporal_coherence": out / "coherence.tif", "dem_error": out / "dem.tif",
        "points": out / "points.gpkg", "velocity_file": out / "velocity.h5",
        "report": out / "report.html",
    }  # fmt: skip
    shares, log = [], []
    job = {"progress": shares.append, "note": log.append}
    return *run(product, out, job, **targets), targets, shares, log


def test_the_chain_is_the_tools_one_after_the_other(product, done, tmp_path):
    found, _, targets, _, _ = done
    stack, geometry = tmp_path / "stack.h5", tmp_path / "geometry.h5"
    import_stack(find_product(product), stack, geometry)
    call("closure", stack=stack, corrected_stack=tmp_path / "mended.h5")
    run_sbas(tmp_path / "mended.h5", named(timeseries=tmp_path / "0.h5"), choices(robust=True))
    for number, correction in enumerate((HeightCorrection(), None)):
        if correction is None:
            from groundshift.algorithms.formats.weather.weather import radar_geometry

            correction = DemErrorCorrection(VelocityModel(2), radar_geometry(tmp_path / "0.h5")[0])
        take_off(
            tmp_path / f"{number}.h5", correction,
            targets={"CORRECTED": tmp_path / f"{number + 1}.h5"}, geometry_path=geometry,
        )  # fmt: skip
    call("velocity", timeseries=tmp_path / "2.h5", velocity=tmp_path / "v.tif")
    assert np.array_equal(
        values(targets["timeseries"]), values(tmp_path / "2.h5"), equal_nan=True
    )  # fmt: skip
    ours, expected = read_raster(targets["velocity"]), read_raster(tmp_path / "v.tif")
    assert ours[2] == expected[2] and np.array_equal(ours[1], expected[1], equal_nan=True)
    assert found["steps_done"] == (
        "importstack, network, closure, sbas, troposphere, demerror, velocity, points"
    )


def rough_error(stack, series, velocity):
    """Root mean square error of a map of rates, mm/yr."""
    with h5py.File(series) as file:
        row, col, height, width = map(int, file.attrs["REF_WINDOW"].split())
    place = np.s_[row : row + height, col : col + width]
    error = read_raster(velocity)[1][0] - 1e3 * (stack.rate - stack.rate[place].mean())
    return np.sqrt(np.nanmean(error**2))


@pytest.mark.parametrize(
    "scene", [{}, {"coherence": (0.15, 0.8), "patches": 10}, {"connections": 2, "slips": 0.03}]
)
def test_the_chain_is_as_good_as_its_best_part_by_default(tmp_path, scene):
    """2 % slips, 5 % gaps, decorrelation and turbulence; every part with the same reference."""
    stack = RoughStack(tmp_path / "s.h5", seed=4, **scene)
    found, _ = run(stack.path, tmp_path)
    chain = rough_error(stack, tmp_path / "ts.h5", tmp_path / "v.tif")
    reference = ReferenceChoice((found["reference_x"], found["reference_y"]))
    call("closure", stack=stack.path, corrected_stack=tmp_path / "closed.h5")
    parts = {}
    for name in ("s", "closed"):
        for robust in (False, True):
            run_sbas(
                tmp_path / f"{name}.h5",
                named(tmp_path / "p.h5", velocity=tmp_path / "p.tif"),
                choices(robust=robust),
                reference=reference,
            )
            parts[name, robust] = rough_error(stack, tmp_path / "p.h5", tmp_path / "p.tif")
    assert chain < 1.07 * min(parts.values())  # height errors are estimated though there are none
    assert chain < 0.6 * parts["s", False]
    assert found["pairs"] == len(stack.pairs)  # none is lost at the reference


def test_one_pixel_alone_is_a_worse_reference(tmp_path):
    """How far the zero is off by noise and slips, and pairs lost to gaps, in four scenes."""
    off, said = np.zeros((2, 4)), []
    for seed in range(4):
        stack = RoughStack(
            tmp_path / "s.h5", shape=(40, 44), dates=12, sigma=1e-4, coherence=(0.2, 0.5), seed=seed
        )
        for k, choice in enumerate((None, ReferenceChoice(radius_pixels=0))):
            targets = named(tmp_path / "p.h5", velocity=tmp_path / "p.tif")
            report = run_sbas(stack.path, targets, reference=choice, job={"note": said.append})
            assert k or report.pairs == len(stack.pairs)
            with h5py.File(tmp_path / "p.h5") as file:
                row, col = int(file.attrs["REF_Y"]), int(file.attrs["REF_X"])
            error = read_raster(tmp_path / "p.tif")[1][0] - 1e3 * (
                stack.rate - stack.rate[row, col]
            )
            off[k, seed] = np.nanmedian(error)
    assert any("of 7 x 7 pixels about" in text for text in said)
    assert any("each pair has the mean of those that it has" in text for text in said)
    assert np.sqrt((off[0] ** 2).mean()) < 0.5 * np.sqrt((off[1] ** 2).mean())


def test_all_outputs_are_there_and_nothing_else(done):
    found, _, targets, _, _ = done
    folder = targets["timeseries"].parent
    assert sorted(p.name for p in folder.iterdir()) == sorted(
        ["timeseries.h5", "velocity.tif", "coherence.tif", "dem.tif", "points.gpkg", "velocity.h5",
         "report.html"]
    )  # fmt: skip
    assert found["cycles"] > 100
    assert found["count"] > 1000 and found["pixels"] > 6000
    attributes = read_timeseries(targets["timeseries"]).attributes
    assert attributes["CORRECTIONS"] == "troposphere, demerror"


def test_progress_grows_to_one(done):
    shares = done[3]
    assert shares[-1] == 1.0 and len(shares) > 20
    assert all(b >= a - 1e-9 for a, b in zip(shares, shares[1:]))


def test_the_report_tells_every_step(done):
    _, steps, targets, _, log = done
    page = targets["report"].read_text(encoding="utf-8")
    for step in steps.values():
        assert step.title in page and step.seconds > 0
        assert sum(step.summary in line for line in log) == 1
    assert page.count("<svg") == 3  # network, troposphere, DEM error
    assert ".part" not in page
    removed = steps["troposphere"].numbers["Variance taken out (%)"]
    assert removed > 0 and f"{removed:,.6g}" in page


def test_velocity_file_and_raster_agree(done, tmp_path):
    targets = done[2]
    units = read_velocity_file(targets["velocity_file"]).units
    assert units["velocity"] == units["velocityStd"] == "m/year" and units["intercept"] == "m"
    import_velocity(targets["velocity_file"], tmp_path / "back.tif")
    back, raster = read_raster(tmp_path / "back.tif"), read_raster(targets["velocity"])
    assert back[2] == raster[2][:2] and back[0].transform == raster[0].transform
    known = np.isfinite(raster[1][0]) & (raster[1][0] != 0)
    metres = values(targets["velocity_file"], "velocity")[known]
    assert metres == pytest.approx(raster[1][0][known] / 1e3, rel=1e-5)
    assert np.abs(back[1] - raster[1][:2])[:, known].max() < 1e-3


def test_results_do_not_depend_on_blocks(product, done, tmp_path, monkeypatch, check_same_numbers):
    monkeypatch.setattr(grid, "MOST_PIXELS", 64 * 100)  # a tile of rows at a time
    run(product, tmp_path)
    check_same_numbers(values(done[2]["timeseries"]), values(tmp_path / "ts.h5"))


@pytest.fixture(scope="module")
def inverted(product, tmp_path_factory):
    """Stack, geometry and plain series of the product."""
    folder = tmp_path_factory.mktemp("inverted")
    import_stack(find_product(product), folder / "ifgramStack.h5", folder / "geometryGeo.h5")
    run_sbas(
        folder / "ifgramStack.h5", named(timeseries=folder / "timeseries.h5"), choices(robust=True)
    )
    return folder


def test_known_motion_and_a_neighbourhood_at_the_end_go_in_the_same_pass(
    inverted, tmp_path, monkeypatch
):
    geometry = inverted / "geometryGeo.h5"
    monkeypatch.setattr(grid, "MOST_PIXELS", 64 * 100)
    found, steps = run(
        inverted / "ifgramStack.h5", tmp_path, closure="none", solid_tides=True, aps_filter=True,
        ramps="linear", correct_dem_error=False, dem_error=None,
    )  # fmt: skip
    assert (
        found["steps_done"] == "network, sbas, solidtides, troposphere, ramps, apsfilter, velocity"
    )
    series = inverted / "timeseries.h5"
    given = {"geometry": geometry}
    for tool, more in (
        ("solidtides", given), ("troposphere", given), ("ramps", {}),
        ("apsfilter", {"days": 60.0, "metres": 1000.0}),
    ):  # fmt: skip
        before, series = series, tmp_path / f"{tool}.h5"
        alone = call(tool, timeseries=before, corrected=series, **more)
        told = list(steps[tool].numbers.values())
        expected = [alone[n] for n in ("std_before", "std_after", "removed_percent")]
        assert told[:3] == pytest.approx(expected) and told[-1] == alone["stable_pixels"]
        if tool == "solidtides":
            assert np.nanmax(np.abs(values(before) - values(series))) > 1e-3
    assert np.array_equal(values(tmp_path / "ts.h5"), values(series), equal_nan=True)
    ours, theirs = (values(p, "velocityStd") for p in (tmp_path / "ts.h5", series))
    np.testing.assert_allclose(ours, theirs, rtol=1e-6)
    with h5py.File(tmp_path / "ts.h5") as file:
        assert file.attrs["CORRECTIONS"] == "solidtides, troposphere, ramps, apsfilter"


@pytest.mark.parametrize("quantity", ["phase", "electrons"])
def test_given_maps_of_the_ionosphere_are_those_of_the_tool(inverted, tmp_path, quantity):
    series, geometry = inverted / "timeseries.h5", inverted / "geometryGeo.h5"
    head, maps = read_timeseries(series), tmp_path / "maps"
    maps.mkdir()
    place = head.grid
    if quantity == "electrons":  # the line of sight meets the ionosphere far off the scene
        place = grid.Grid(20, 30, (0.0, 1.0, 0.0, 57.0, 0.0, -1.0), wkt_from_epsg(4326))
    rows, cols = np.indices(place.shape, np.float32) / 10
    for number, date in enumerate(head.dates):
        if quantity == "electrons":
            plane = 10 + number % 5 * (rows + cols**2)
        else:  # what makes a date noisier would be left
            plane = -113.0 * np.nan_to_num(values(series)[number])
        name = str(date).replace("-", "")
        write_raster(maps / f"{name}.tif", place, plane, [BandInfo(quantity, "")])
    chosen = {"ionosphere": quantity, "ionosphere_folder": maps}
    run(
        inverted / "ifgramStack.h5", tmp_path, closure="none", troposphere="none",
        correct_dem_error=False, **chosen,
    )  # fmt: skip
    alone = tmp_path / "alone.h5"
    call(
        "ionosphere", timeseries=series, corrected=alone, maps=maps, quantity=quantity,
        geometry=geometry,
    )  # fmt: skip
    assert np.array_equal(values(tmp_path / "ts.h5"), values(alone), equal_nan=True)
    assert np.nanmax(np.abs(values(alone) - values(series))) > 1e-4
    with pytest.raises(GroundshiftError, match="IONOSPHERE_FOLDER"):
        run(inverted / "ifgramStack.h5", tmp_path, ionosphere=quantity)


def test_tides_of_a_stack_without_a_time_are_left_out_and_said(tmp_path):
    make_stack(tmp_path / "stack.h5", looks=20)
    log = []
    found, _ = run(
        tmp_path / "stack.h5", tmp_path, {"note": log.append}, solid_tides=True, **CORNERED
    )
    assert "solidtides" not in found["steps_done"]
    assert any(text.startswith("Solid tides left out") for text in log)


def test_intermediate_files_are_kept_on_wish(product, done, tmp_path):
    kept = tmp_path / "kept"
    run(product, tmp_path, keep_folder=kept)
    assert {p.name for p in kept.iterdir()} >= {
        "ifgramStack.h5", "geometryGeo.h5", "ifgramStack_closure.h5", "timeseries.h5",
        "timeseries_troposphere.h5", "timeseries_troposphere_demerror.h5",
    }  # fmt: skip
    assert np.array_equal(
        values(tmp_path / "ts.h5"), values(done[2]["timeseries"]), equal_nan=True
    )  # fmt: skip


# A stack file as source


def test_a_users_stack_is_never_touched(tmp_path):
    stack = tmp_path / "in" / "stack.h5"
    stack.parent.mkdir()
    make_stack(stack, rate=bowl(), looks=20)
    before = digest(stack)
    found, _ = run(stack, tmp_path, max_days=30, keep_tree=False, **CORNERED)
    assert found["pairs_dropped"] > 20
    assert found["pairs"] == read_stack(stack).keep.sum() - found["pairs_dropped"]
    assert digest(stack) == before and len(list(stack.parent.iterdir())) == 1
    assert np.nanmax(np.abs(1e3 * (values(tmp_path / "ts.h5", "velocity") - bowl()))) < 10


def test_what_the_data_do_not_carry_is_left_out_and_said(tmp_path):
    stack = tmp_path / "stack.h5"
    make_stack(stack, SHORT, rate=bowl(), looks=20)
    warned = []
    _, steps = run(stack, tmp_path, {"warn": warned.append}, **CORNERED)
    left = {step.name: step.summary for step in steps.values() if not step.done}
    assert set(left) == {"closure", "troposphere", "demerror"}
    assert "triplet" in left["closure"] and "height" in left["troposphere"]
    assert "baselines" in left["demerror"]
    assert len(warned) == 3 and all("left out" in text for text in warned)


def test_points_that_no_pixel_passes_do_not_cost_the_rest(product, tmp_path):
    uncorrected = {"troposphere": "none", "correct_dem_error": False}
    given = {"points": tmp_path / "points.gpkg", "min_temporal_coherence": 1.0, **uncorrected}
    found, steps = run(product, tmp_path, **given)
    assert found["count"] == 0 and "points" not in found and not steps["points"].done
    assert sorted(p.name for p in tmp_path.iterdir()) == ["ts.h5", "v.tif"]


# Whole or nothing


@pytest.mark.parametrize("share", [0.0, 0.05, 0.3, 0.6, 0.9])
def test_cancelling_leaves_nothing_and_keeps_what_was_there(product, tmp_path, share):
    (tmp_path / "ts.h5").write_text("before")
    reached = [0.0]

    def progress(done):
        reached[0] = done

    with pytest.raises(Cancelled):
        run(product, tmp_path, {"progress": progress, "cancelled": lambda: reached[0] >= share})
    assert [p.name for p in tmp_path.iterdir()] == ["ts.h5"]
    assert (tmp_path / "ts.h5").read_text() == "before"


@pytest.mark.parametrize("closure", ["none", "bridging_closure"])
def test_errors_name_the_source_and_leave_nothing(product, tmp_path, closure):
    with pytest.raises(GroundshiftError, match="no pixel fulfils the thresholds") as error:
        run(product, tmp_path, closure=closure, min_coherence=1.0)
    assert str(product) in str(error.value) and ".part" not in str(error.value)
    assert not list(tmp_path.iterdir())


def test_weather_models_need_the_incidence(tmp_path):
    make_stack(tmp_path / "stack.h5", looks=20)
    with pytest.raises(GroundshiftError, match="geometry file"):
        run(tmp_path / "stack.h5", tmp_path, troposphere="gacos", gacos_folder=tmp_path, **CORNERED)
    assert [p.name for p in tmp_path.iterdir()] == ["stack.h5"]


# Accuracy: issue 3's table in small


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    path = ROOT / "benchmarks" / "accuracy_table.py"
    spec = importlib.util.spec_from_file_location("accuracy_table", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["accuracy_table"] = module
    spec.loader.exec_module(module)
    scenes = [
        module.scene_errors(
            tmp_path_factory.mktemp(f"scene{seed}"),
            rows=100,
            cols=100,
            dates=40,
            seed=seed,
            jumps_share=0.1,
            dem_error_m=10.0,
        )  # fmt: skip
        for seed in (1, 2)
    ]
    return [module.pooled(scenes)[name] for name, _ in module.STEPS]


def test_every_correction_moves_the_result_towards_the_truth(rows):
    velocity, series, _, line = np.array(rows).T
    # A ramp is in these scenes only as far as the atmosphere has one; the filter is for series.
    assert (np.diff(series) < 0).all(), series
    assert (np.diff(line) < 0.03 * line[:-1]).all(), line
    # The colour of the noise is told anew after each step, here from few pieces of atmosphere.
    assert (velocity < 1.08 * line).all(), velocity / line
    assert velocity[1] < 0.8 * velocity[0]
    assert velocity[-1] < 0.65 * velocity[0] and series[-1] < 0.65 * series[0]


def test_standard_deviations_stay_honest(rows):
    spread = np.array([row[2] for row in rows])
    assert ((spread > 0.6) & (spread < 1.4)).all(), spread


# MintPy's finished result


def test_kirishima_is_redrawn_as_it_is(shared_data, tmp_path):
    folder = shared_data("kirishima_mintpy")
    summaries = import_velocity(
        folder / "velocity.h5", tmp_path / "v.tif",
        coherence_path=folder / "temporalCoherence.h5", minimum_coherence=0.8,
    )  # fmt: skip
    grid, raster, names = read_raster(tmp_path / "v.tif")
    assert names == ["velocity_mm_yr", "velocity_std_mm_yr"] and grid.shape == (541, 541)
    assert grid.transform[0] == pytest.approx(130.8199074) and grid.transform[5] < 0
    rate, quality = values(folder / "velocity.h5", "velocity"), values(
        folder / "temporalCoherence.h5", "temporalCoherence"
    )  # fmt: skip
    good = (quality >= 0.8) & (rate != 0)
    assert np.array_equal(np.isfinite(raster[0]), good) or np.sum(
        np.isfinite(raster[0]) != good
    ) <= 1  # fmt: skip
    assert raster[0][good] == pytest.approx(1e3 * rate[good], rel=1e-6)
    assert summaries["velocity_mm_yr"].count == np.isfinite(raster[0]).sum()


def test_what_a_product_does_not_say_can_be_told_to_the_chain(tmp_path):
    """Each answer that the import takes comes to the same stack and geometry."""
    folder, shifted = write_pairs(tmp_path / "p"), np.array(GEOGRAPHIC)
    for path in folder.glob("20200105_20200117*"):
        path.unlink()
    shifted[3] -= shifted[5]  # a row further up
    write_pairs(folder, [(0, 1)], transform=tuple(shifted))
    answers = {
        "format": "pairs", "wavelength": 0.0555, "incidence": 39.0, "heading": -10.0,
        "sign": "positive_towards", "nodata": 0.6, "grids": "crop",
    }  # fmt: skip
    apart = {"stack": tmp_path / "s.h5", "geometry": tmp_path / "g.h5"}
    call("importstack", folder=folder, **answers, **apart)
    flat = {"troposphere": "none", "correct_dem_error": False}
    run(folder, tmp_path, keep_folder=tmp_path / "kept", **flat, **answers)
    for own, kept in zip(apart.values(), ("ifgramStack.h5", "geometryGeo.h5")):
        with h5py.File(own) as expected, h5py.File(tmp_path / "kept" / kept) as found:
            assert dict(found.attrs) == dict(expected.attrs) and set(found) == set(expected)
            for name in expected:
                np.testing.assert_array_equal(found[name][()], expected[name][()])
    for name, answer in answers.items():
        with pytest.raises(GroundshiftError, match=f"{name.upper()}.: goes with interferograms"):
            run(apart["stack"], tmp_path, **{name: answer})


def test_rasters_one_by_one_are_a_stack_for_the_chain(tmp_path):
    folder = write_pairs(tmp_path / "p")
    given = {
        "wavelength": 0.0555, "incidence": 39.0, "heading": -10.0, "nodata": 0.6,
        "troposphere": "none", "correct_dem_error": False, "timeseries": tmp_path / "ts.h5",
    }  # fmt: skip
    rates = []
    for name, source in (
        ("a", {"folder": folder}), ("b", {"files": sorted(map(str, folder.glob("*.tif")))}),
    ):  # fmt: skip
        call("smallbaseline", **source, **given, velocity=tmp_path / f"{name}.tif")
        rates.append(read_raster(tmp_path / f"{name}.tif")[1])
    assert np.isfinite(rates[0]).any()
    np.testing.assert_array_equal(*rates)
    with pytest.raises(GroundshiftError, match="either a folder .* or rasters .FILES"):
        call("smallbaseline", folder=folder, **source, **given, velocity=tmp_path / "c.tif")
    with pytest.raises(GroundshiftError, match=r"missing\.tif"):
        call("smallbaseline", files=[str(folder / "missing.tif")], **given,
             velocity=tmp_path / "c.tif")  # fmt: skip


def test_the_sign_of_sarscapes_phase_is_asked_for(tmp_path):
    write_sarscape(tmp_path / "i")
    flat = {"troposphere": "none", "correct_dem_error": False}
    with pytest.raises(GroundshiftError, match="sign of its phase; say it .SIGN."):
        run(tmp_path / "i", tmp_path, **flat)
    rates = []
    for sign in ("positive_away", "positive_towards"):
        run(tmp_path / "i", tmp_path, sign=sign, **flat)
        rates.append(read_raster(tmp_path / "v.tif")[1][0])
    assert np.array_equal(rates[0], -rates[1], equal_nan=True) and np.nanmax(np.abs(rates)) > 1
