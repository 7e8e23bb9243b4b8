# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Network and closure from a stack file, against a simulated scene's truth."""

from dataclasses import replace

import h5py
import numpy as np
import pytest
from driven import driven
from groundshift.algorithms.data import grid as grid_module
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.network import Network
from groundshift.algorithms.data.simulation.scene import SimulationOptions, simulate
from groundshift.algorithms.errors import Cancelled, GroundshiftError, counted
from groundshift.algorithms.formats.hdf5.stacks import StackReader, StackWriter, read_stack
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.job import Job
from groundshift.algorithms.outputs import Outputs
from groundshift.algorithms.timeseries.closure_blocks import Propose
from groundshift.algorithms.timeseries.network_selection import SelectionOptions
from groundshift.algorithms.timeseries.reference import Scan, ThinnedScan
from groundshift.algorithms.timeseries.tools.closure import Closure
from groundshift.algorithms.timeseries.tools.components import BridgePair
from groundshift.algorithms.timeseries.tools.mending import mend
from groundshift.algorithms.timeseries.tools.network import choose_pairs
from groundshift.algorithms.toolbox import call
from rough_stack import RoughStack
from sbas_runs import named, run_sbas

TURN = 2 * np.pi


def closed(path, job=None, **more):
    """The tool's numbers and what it said."""
    said = []
    job = {"note": said.append, **(job or {})}
    return call("closure", job, stack=path, **more), " ".join(said)


class Scene:
    """A stack file and the jumps in it."""

    def __init__(self, path, **options):
        defaults = {"rows": 140, "cols": 300, "dates": 14, "seed": 5, "jumps_share": 0.1}
        self.simulation = simulate(SimulationOptions(**{**defaults, **options}))
        scene, self.path = self.simulation, path
        self.pairs, shape = scene.pairs, scene.grid.shape
        self.phase = np.empty((len(self.pairs), *shape), np.float32)
        self.coherence = np.empty_like(self.phase)
        self.jumps = np.zeros(self.phase.shape, np.int8)
        with StackWriter(
            path, scene.grid, self.pairs, scene.wavelength, scene.pair_baseline, True, {}
        ) as out:
            for k in range(len(self.pairs)):
                pair = scene.pair(k)
                self.phase[k], self.coherence[k] = pair.phase, pair.coherence
                out.write(k, Window(0, 0, *shape), pair.phase, pair.coherence)
                if scene.jumped[k]:
                    self.jumps[k] = np.where(np.isfinite(pair.phase), scene.jumps(k), 0)


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    return Scene(tmp_path_factory.mktemp("scene") / "s.h5")


def chosen_among(path, options=None, targets=None, job=None, **more):
    """See `choose_pairs`."""
    options = options or SelectionOptions()
    return driven(choose_pairs, path, targets, options, job=job, **more)


def phase_of(path):
    with h5py.File(path) as file:
        return file["unwrapPhase"][()]


def rows_of(path):
    from osgeo import ogr

    source = ogr.Open(str(path))
    assert source.GetLayer(0).GetGeomType() == ogr.wkbNone
    return [feature.items() for feature in source.GetLayer(0)]


@pytest.mark.parametrize(
    "method, least, most",
    [("bridging_closure", 0.98, 0.002), ("bridging", 0.97, 0.0), ("closure", 0.95, 0.003)],
)
def test_planted_jumps_are_mended_and_little_else_is_touched(scene, tmp_path, method, least, most):
    """Closure by pixel takes some noise of decorrelated ground for cycles: shares of the jumps."""
    target = tmp_path / "c.h5"
    closed(scene.path, corrected_stack=target, method=method)
    corrected = phase_of(target)
    change = corrected.view(np.int32) != scene.phase.view(np.int32)
    cycles = np.rint((corrected - scene.phase)[change] / TURN)
    wrong = (cycles != -scene.jumps[change]).sum()
    assert wrong <= most * (scene.jumps != 0).sum()
    assert (change.sum() - wrong) / (scene.jumps != 0).sum() > least
    assert h5py.File(target)["coherence"][0, 5, 5] == scene.coherence[0, 5, 5]
    assert "bridging" in read_stack(target).attributes["mintpy.unwrapError.method"] or (
        method == "closure"
    )


@pytest.mark.parametrize("method", ["bridging_closure", "bridging", "closure", "none"])
def test_a_reference_is_searched_in_the_same_pass(scene, method, monkeypatch):
    """As it would be on the corrected stack, whatever the blocks."""
    monkeypatch.setattr(grid_module, "MOST_PIXELS", 64 * 256)
    stack = read_stack(scene.path)
    seen, expected = (ThinnedScan(stack.grid, 20_000) for _ in range(2))
    with Outputs((), {}) as outputs:
        chosen = Closure.of({"STACK": scene.path, "METHOD": method})
        mended = mend(chosen, outputs, Job(), stack, seen).corrected_stack()
    with StackReader(mended) as reader:
        for window in mended.grid.blocks(64 * 300):
            expected.add(window, Scan.of_pairs(stack.pairs)(reader.read(window)))
    assert seen.choose() == expected.choose()
    for name in ("pair_count", "coherence", "rate"):
        one, two = (getattr(scan._scan, name) for scan in (seen, expected))
        np.testing.assert_array_equal(one, two)
    assert np.isfinite(seen._scan.rate).any()


@pytest.mark.parametrize(
    "options, most", [({}, 2e-5), ({"decorrelation": False, "gaps_share": 0.0}, 0.0)]
)
def test_a_clean_stack_keeps_its_bytes(tmp_path, options, most):
    """But for a share of noise on decorrelated ground."""
    clean = Scene(tmp_path / "s.h5", jumps_share=0.0, **options)
    numbers, _ = closed(clean.path, corrected_stack=tmp_path / "c.h5")
    same = phase_of(tmp_path / "c.h5").view(np.int32) == clean.phase.view(np.int32)
    assert (~same).sum() == numbers["corrected_values"] <= most * clean.phase.size


@pytest.mark.parametrize(
    "scene_of, right, wrong",
    [
        ({}, 0.95, 0.005),
        ({"coherence": (0.15, 0.8)}, 0.9, 0.01),
        ({"slips": 0.0, "patches": 20}, 0.98, 0.0),
    ],
)
def test_slips_of_single_phases_are_mended_by_default(tmp_path, scene_of, right, wrong):
    """2 % of the phases slipped one by one and 5 % are missing; shares of the slips."""
    stack = RoughStack(tmp_path / "s.h5", **scene_of)
    numbers, said = closed(stack.path, corrected_stack=tmp_path / "c.h5")
    change = phase_of(tmp_path / "c.h5") - stack.phase
    cycles = np.where(stack.gaps, 0, np.rint(change / TURN))
    slipped = stack.slips != 0
    assert ((cycles == -stack.slips) & slipped).sum() > right * slipped.sum() > 3000
    assert ((cycles != 0) & (cycles != -stack.slips)).sum() <= wrong * slipped.sum()
    doubtful = numbers["doubtful_values"]
    assert doubtful == 0 or f" {counted(doubtful, 'value')} left" in said


def test_what_noise_breaks_is_left_alone_and_told(tmp_path):
    stack = RoughStack(tmp_path / "s.h5", slips=0.0, coherence=(0.1, 0.6))
    numbers, said = closed(stack.path, corrected_stack=tmp_path / "c.h5")
    assert numbers["doubtful_values"] > 2000 > 20 * numbers["corrected_values"]
    assert "noise explains them" in said and "do not close yet" in said


def test_a_stack_without_any_value_is_refused(tmp_path):
    stack = RoughStack(tmp_path / "s.h5", shape=(20, 20), dates=5)
    with h5py.File(stack.path, "r+") as file:
        file["unwrapPhase"][...] = np.nan
    for method in ("bridging_closure", "none"):
        targets = {"corrected_stack": tmp_path / "c.h5", "before": tmp_path / "b.tif"}
        with pytest.raises(GroundshiftError, match="s.h5: no pair has a value anywhere"):
            closed(stack.path, method=method, **targets)
    assert [path.name for path in tmp_path.iterdir()] == ["s.h5"]


def test_maps_and_table_say_what_changed(scene, tmp_path):
    numbers, _ = closed(
        scene.path, corrected_stack=tmp_path / "c.h5", before=tmp_path / "b.tif",
        after=tmp_path / "a.tif", pairs=tmp_path / "t.gpkg",
    )  # fmt: skip
    before, after = (read_raster(tmp_path / f"{name}.tif") for name in "ba")
    assert before[2] == ["numTriNonzeroIntAmbiguity"]
    assert (after[1] <= before[1]).all()
    assert (before[1] > 0).sum() == numbers["pixels_before"] > 10 * numbers["pixels_after"]
    assert (before[1] == -1).sum() == (after[1] == -1).sum() > 0  # the lake
    again, _ = closed(tmp_path / "c.h5", before=tmp_path / "d.tif", method="none")
    np.testing.assert_array_equal(read_raster(tmp_path / "d.tif")[1], after[1])
    assert again["share_before"] == numbers["share_after"]
    table = rows_of(tmp_path / "t.gpkg")
    assert len(table) == len(scene.pairs)
    jumped = (scene.jumps != 0).any(axis=(1, 2))
    np.testing.assert_array_equal([row["corrected_pixels"] > 20 for row in table], jumped)
    worst = max(table, key=lambda row: row["nonclosing_share_before"])
    assert worst["corrected_share"] > 0.05 and worst["nonclosing_share_after"] < 0.01
    assert worst["loop_rms_before_rad"] > 1.5 > worst["loop_rms_after_rad"]


def test_blocks_and_workers_do_not_change_a_bit(scene, tmp_path):
    results = []
    for number, options in enumerate((Job(2 << 30, 1), Job(90 << 20, 2))):
        targets = {
            "CORRECTED_STACK": tmp_path / f"{number}.h5", "BEFORE": tmp_path / f"b{number}.tif",
            "AFTER": tmp_path / f"a{number}.tif",
        }  # fmt: skip
        report = driven(mend, Closure.of({"STACK": scene.path}), targets, job=options)
        maps = [read_raster(tmp_path / f"{n}{number}.tif")[1].tobytes() for n in "ba"]
        results.append((phase_of(targets["CORRECTED_STACK"]).tobytes(), *maps))
        results[-1] += (report.before.squares.tobytes(), report.after.squares.tobytes())
        _, statistics, svg = chosen_among(scene.path, job=options)
        results[-1] += (statistics.coherence.tobytes(), svg)
    assert results[0] == results[1]


def test_windows_without_cycles_need_not_be_read_again(tmp_path, monkeypatch):
    clean = Scene(tmp_path / "s.h5", jumps_share=0.0, decorrelation=False, gaps_share=0.0)
    with h5py.File(clean.path, "r+") as file:
        file["unwrapPhase"][3, 20:50, 30:90] += np.float32(TURN)
    rows, cols = phase_of(clean.path).shape[1:]
    monkeypatch.setattr(grid_module, "MOST_PIXELS", 16 * cols)
    read = []
    whole = StackReader.read
    monkeypatch.setattr(
        StackReader, "read", lambda own, window: read.append(window) or whole(own, window)
    )
    numbers, counts = [], []
    for name, more in (("with", {"after": tmp_path / "a.tif"}), ("without", {})):
        read.clear()
        found, _ = closed(clean.path, corrected_stack=tmp_path / f"{name}.h5", **more)
        numbers.append({key: value for key, value in found.items() if np.isscalar(value)})
        counts.append(len(read))
    windows = -(-rows // 16)
    assert windows > 6
    assert counts[1] == counts[0] - (windows - 3)  # the patch lies in three
    assert numbers[0] == numbers[1] and numbers[0]["corrected_values"] == 1800
    one, other = (phase_of(tmp_path / f"{name}.h5") for name in ("with", "without"))
    assert np.array_equal(one.view(np.int32), other.view(np.int32))


def test_a_run_that_was_cut_off_goes_on_in_larger_windows(tmp_path, monkeypatch):
    clean = Scene(tmp_path / "s.h5", jumps_share=0.0, decorrelation=False, gaps_share=0.0)
    with h5py.File(clean.path, "r+") as file:
        file["unwrapPhase"][3, 20:50, 30:90] += np.float32(TURN)
    folder, done = tmp_path / "kept", []
    folder.mkdir()
    propose = Propose.__call__

    def stops(own, block):
        done.append(block)
        if len(done) > 2:
            raise KeyboardInterrupt
        return propose(own, block)

    rows, cols = phase_of(clean.path).shape[1:]
    with monkeypatch.context() as patched:
        patched.setattr(grid_module, "MOST_PIXELS", 16 * cols)
        patched.setattr(Propose, "__call__", stops)
        with pytest.raises(KeyboardInterrupt):
            closed(clean.path, resume_folder=folder)
    found, said = closed(clean.path, resume_folder=folder)
    assert f"2 of {-(-rows // 16)} blocks are taken from" in said
    assert found == closed(clean.path)[0] and found["corrected_values"] == 1800


@pytest.mark.parametrize("whole, most", [(True, 0), (False, 1e-5)])
def test_constants_of_pairs_and_zero_as_no_data_do_not_matter(scene, tmp_path, whole, most):
    constants = np.random.default_rng(0).normal(0, 30, len(scene.pairs))
    if whole:
        constants = TURN * np.rint(constants / TURN)
    shifted = scene.phase + constants[:, None, None].astype(np.float32)
    path = tmp_path / "s.h5"
    path.write_bytes(scene.path.read_bytes())
    with h5py.File(path, "r+") as file:
        file["unwrapPhase"][...] = np.nan_to_num(shifted, nan=0.0)
        file.attrs["NO_DATA_VALUE"] = "0"
        file["wrapPhase"] = np.arange(5)
    closed(path, corrected_stack=tmp_path / "c.h5")
    closed(scene.path, corrected_stack=tmp_path / "d.h5")
    corrected = phase_of(tmp_path / "c.h5")
    assert (corrected[~np.isfinite(scene.phase)] == 0).all()
    change = np.rint((corrected - np.nan_to_num(shifted, nan=0.0)) / TURN)
    expected = np.rint((phase_of(tmp_path / "d.h5") - scene.phase) / TURN)
    assert (change != np.nan_to_num(expected)).mean() <= most
    assert list(h5py.File(tmp_path / "c.h5")["wrapPhase"]) == [0, 1, 2, 3, 4]


def test_dropped_pairs_are_left_alone(scene, tmp_path):
    path = tmp_path / "s.h5"
    path.write_bytes(scene.path.read_bytes())
    bad = np.flatnonzero((scene.jumps != 0).any(axis=(1, 2)))[:1]
    with h5py.File(path, "r+") as file:
        file["dropIfgram"][bad] = False
    closed(path, corrected_stack=tmp_path / "c.h5", pairs=tmp_path / "t.gpkg")
    assert len(rows_of(tmp_path / "t.gpkg")) == len(scene.pairs) - 1
    corrected = phase_of(tmp_path / "c.h5")
    np.testing.assert_array_equal(corrected[bad], scene.phase[bad])
    others = np.delete(scene.jumps, bad, axis=0) != 0
    change = np.delete(corrected, bad, axis=0) != np.delete(scene.phase, bad, axis=0)
    assert (change & others).sum() / others.sum() > 0.9


def test_a_single_pair_is_bridged_by_the_components_of_the_product(shared_data, tmp_path):
    folder = shared_data("unzen_simulated_unwrap")

    def band(name):
        return np.fromfile(folder / name, "<f4").reshape(300, 2, 300)[:, 1]

    wrong, authors = band("snf.unw"), band("bdg_snf.unw")
    components = np.fromfile(folder / "snf.unw.conncomp", np.uint8).reshape(300, 300)
    pairs = np.array([["2014-12-13", "2014-12-25"]], "datetime64[D]")
    with StackWriter(tmp_path / "s.h5", Grid(300, 300), pairs, 0.0555, [0.0], False, {}) as out:
        out.write(0, Window(0, 0, 300, 300), wrong)
    with h5py.File(tmp_path / "s.h5", "r+") as file:
        file["connectComponent"] = components[np.newaxis]
    _, said = closed(tmp_path / "s.h5", corrected_stack=tmp_path / "c.h5", method="bridging")
    assert "those of the product" in said and "nothing can check them" in said
    corrected = phase_of(tmp_path / "c.h5")[0]
    sizes = np.bincount(components.ravel())
    reliable = (components > 0) & (sizes[components] >= 100)
    apart = (corrected - authors)[reliable]
    np.testing.assert_allclose(apart, np.median(apart), atol=1e-3)
    assert np.ptp((wrong - authors)[reliable]) > 6
    with pytest.raises(GroundshiftError, match="no three pairs make a triplet"):
        closed(tmp_path / "s.h5", corrected_stack=tmp_path / "d.h5", method="closure")


@pytest.mark.parametrize("method", ["bridging", "bridging_closure"])
@pytest.mark.parametrize("apart", [(), (3, 4), tuple(range(20))])
def test_bridging_before_and_after_the_pass_over_blocks_are_the_same(
    tmp_path, monkeypatch, method, apart
):
    scene = Scene(tmp_path / "s.h5", jumps_share=0.0, gaps_share=0.0)
    chosen, bridged = Closure.of({"STACK": scene.path, "METHOD": method}), []
    with h5py.File(scene.path, "r+") as file:
        file["coherence"][...] = 0.9
        for k in apart:  # a strait, and a cycle beyond it
            file["coherence"][k, :, 180:190] = 0.1
            file["unwrapPhase"][k, :, 190:] += np.float32(TURN)
    each = Job.each

    def counted_each(self, function, items, *more):
        bridged.append(len(items))
        return each(self, function, items, *more)

    monkeypatch.setattr(Job, "each", counted_each)
    monkeypatch.setattr(grid_module, "MOST_PIXELS", 64 * 256)
    found = []
    for first in (False, True):
        monkeypatch.setattr(BridgePair, "several", lambda *_, first=first: first)
        targets = {name: tmp_path / f"{name}_{first}" for name in ("CORRECTED_STACK", "PAIRS")}
        targets["PAIRS"] = targets["PAIRS"].with_suffix(".gpkg")
        driven(mend, chosen, targets)
        found.append((phase_of(targets["CORRECTED_STACK"]), rows_of(targets["PAIRS"])))
    np.testing.assert_array_equal(found[0][0], found[1][0])
    assert found[0][1] == found[1][1]
    assert bridged == [len(apart), len(scene.pairs)]


def test_a_stack_in_one_piece_need_not_fit_by_whole_interferograms(tmp_path):
    scene = Scene(tmp_path / "s.h5", rows=1500, cols=512, dates=4, jumps_share=0.0, gaps_share=0.0)
    chosen = Closure.of({"STACK": scene.path, "METHOD": "bridging"})
    with h5py.File(scene.path, "r+") as file:
        file["coherence"][...] = 0.9
    driven(mend, chosen, {}, job=Job(45 << 20))
    with h5py.File(scene.path, "r+") as file:
        file["coherence"][0, 700:720] = 0.1
    with pytest.raises(GroundshiftError, match="whole interferogram"):
        driven(mend, chosen, {}, job=Job(45 << 20))


def test_what_cannot_be_done_is_refused_and_leaves_nothing(scene, tmp_path):
    with pytest.raises(GroundshiftError, match="is the stack that is read"):
        closed(scene.path, corrected_stack=scene.path)
    with pytest.raises(GroundshiftError, match="is the stack that is read"):
        call("network", stack=scene.path, selected_stack=scene.path)
    with pytest.raises(GroundshiftError, match="budget of 1 MiB is too small"):
        chosen = Closure.of({"STACK": scene.path})
        driven(mend, chosen, {"CORRECTED_STACK": tmp_path / "c.h5"}, job=Job(1 << 20))
    with pytest.raises(GroundshiftError, match="needs a method"):
        chosen = Closure.of({"STACK": scene.path, "METHOD": "none"})
        driven(mend, chosen, {"CORRECTED_STACK": tmp_path / "c.h5"})
    with pytest.raises(GroundshiftError, match="magic is none of the choices"):
        closed(scene.path, method="magic")
    targets = {
        "corrected_stack": tmp_path / "c.h5", "before": tmp_path / "b.tif",
        "after": tmp_path / "a.tif", "pairs": tmp_path / "t.gpkg",
    }  # fmt: skip
    for last in (3, len(scene.pairs) + 3):
        patience = iter([False] * last)
        with pytest.raises(Cancelled):
            closed(scene.path, {"cancelled": lambda left=patience: next(left, True)}, **targets)
    with pytest.raises(Cancelled):
        job = {"cancelled": lambda: True}
        call("network", job, stack=scene.path, pairs=tmp_path / "t.gpkg")
    assert list(tmp_path.iterdir()) == []


def test_the_network_is_described_and_pruned(scene, tmp_path):
    targets = {
        "PAIRS": tmp_path / "t.gpkg", "HTML": tmp_path / "n.html",
        "SELECTED_STACK": tmp_path / "n.h5",
    }  # fmt: skip
    options = SelectionOptions(maximum_nonclosing_share=0.04, keep_tree=False)
    said = []
    selection, statistics, _ = chosen_among(scene.path, options, targets, {"note": said.append})
    jumped = (scene.jumps != 0).any(axis=(1, 2))
    np.testing.assert_array_equal(selection.keep, ~jumped)
    mean = np.nanmean(scene.coherence.reshape(len(scene.pairs), -1).astype(float), axis=1)
    np.testing.assert_allclose(statistics.coherence, mean, atol=1e-6)
    table = rows_of(tmp_path / "t.gpkg")
    assert [row["kept"] for row in table] == [int(k) for k in selection.keep]
    assert table[0]["reference"] == str(scene.pairs[0, 0]).replace("-", "/")
    assert table[0]["days"] == (scene.pairs[0, 1] - scene.pairs[0, 0]).astype(int)
    page = (tmp_path / "n.html").read_text(encoding="utf-8")
    assert "<svg" in page and selection.excluded_pairs().split(",")[0] in page
    np.testing.assert_array_equal(read_stack(tmp_path / "n.h5").keep, ~jumped)
    assert phase_of(tmp_path / "n.h5").tobytes() == phase_of(scene.path).tobytes()
    assert any("Rank" in text for text in said)
    again, _, _ = chosen_among(tmp_path / "n.h5")
    np.testing.assert_array_equal(again.keep, ~jumped)


def test_the_text_of_dropped_pairs_goes_into_the_inversion(scene, tmp_path):
    from groundshift.algorithms.data.dates import parse_pairs

    found = call("network", stack=scene.path, max_days=30)
    left_out = parse_pairs(found["excluded_pairs"])
    assert left_out
    result = run_sbas(scene.path, named(velocity=tmp_path / "v.tif"), exclude_pairs=left_out)
    assert result.pairs == found["kept"] and result.parts == 1
    assert len(Network.from_pairs(scene.pairs).pairs) == result.pairs + len(left_out)


def test_a_quick_look_measures_what_the_rules_ask_for(scene):
    """Of the whole scene what decides, of a sample what is only shown."""
    _, exact, _ = chosen_among(scene.path)
    rules = SelectionOptions(minimum_coherence=0.01, keep_tree=True)
    for options, needs in (
        (SelectionOptions(), ()),
        (rules, ("coherence",)),
        (SelectionOptions(maximum_days=5000.0), ("coherence",)),
        (SelectionOptions(maximum_days=5000.0, keep_tree=False), ()),
        (SelectionOptions(maximum_loop_rms=99.0, keep_tree=False), ("coherence", "closure")),
    ):
        assert options.needs == needs
        said = []
        _, found, _ = chosen_among(scene.path, options, job={"note": said.append}, quick=True)
        same = np.array_equal(found.coherence, exact.coherence, equal_nan=True)
        assert same == ("coherence" in needs)
        assert same != any("a sample" in note for note in said)
        np.testing.assert_allclose(found.coherence, exact.coherence, atol=0.02)
        if "closure" in needs:
            np.testing.assert_array_equal(found.nonclosing_share, exact.nonclosing_share)
        else:
            assert np.isnan(found.nonclosing_share).all() and np.isnan(found.loop_rms).all()


def test_cycles_added_while_reading_are_those_of_a_corrected_copy(scene, tmp_path):
    path, copy = tmp_path / "s.h5", tmp_path / "c.h5"
    path.write_bytes(scene.path.read_bytes())
    stack = read_stack(path)
    keep = np.arange(len(stack.pairs)) % 5 > 0  # so that numbers in the file are others
    with Outputs((), {"CORRECTED_STACK": copy}) as outputs:
        found = mend(Closure.of({"STACK": path}), outputs, Job(), replace(stack, keep=keep))
    corrected = found.corrected_stack()
    assert corrected.attributes["mintpy.unwrapError.method"] == "bridging+phase_closure"
    chosen = keep & (np.arange(len(keep)) % 2 > 0)
    expected = phase_of(copy)
    assert (expected[chosen] != scene.phase[chosen]).sum() > 100
    for window in (
        Window(0, 0, *stack.grid.shape),
        Window(60, 250, 11, 30),
        Window(139, 0, 1, 300),
    ):
        with StackReader(corrected, chosen) as reader:
            phase = reader.read(window).phase
        part = expected[(chosen, *window.slices)]
        assert np.array_equal(phase, part, equal_nan=True)
