# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Network and closure from a stack file, against a simulated scene's truth."""

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.simulation.scene import SimulationOptions, simulate
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.io.hdf5 import StackWriter, read_stack
from groundshift.algorithms.io.rasters import read_raster
from groundshift.algorithms.io.run_closure import ClosureOptions, ClosureTargets, run_closure
from groundshift.algorithms.io.run_network import NetworkTargets, run_network
from groundshift.algorithms.runner import RunOptions
from groundshift.algorithms.timeseries.network import Network
from groundshift.algorithms.timeseries.network_selection import SelectionOptions
from rough_stack import RoughStack

TURN = 2 * np.pi


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
    run_closure(scene.path, ClosureTargets(target), ClosureOptions(method))
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


@pytest.mark.parametrize(
    "options, most", [({}, 2e-5), ({"decorrelation": False, "gaps_share": 0.0}, 0.0)]
)
def test_a_clean_stack_keeps_its_bytes(tmp_path, options, most):
    """But for a share of noise on decorrelated ground."""
    clean = Scene(tmp_path / "s.h5", jumps_share=0.0, **options)
    report = run_closure(clean.path, ClosureTargets(tmp_path / "c.h5"))
    same = phase_of(tmp_path / "c.h5").view(np.int32) == clean.phase.view(np.int32)
    assert (~same).sum() == report.corrected.sum() <= most * clean.phase.size


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
    report = run_closure(stack.path, ClosureTargets(tmp_path / "c.h5"))
    change = phase_of(tmp_path / "c.h5") - stack.phase
    cycles = np.where(stack.gaps, 0, np.rint(change / TURN))
    slipped = stack.slips != 0
    assert ((cycles == -stack.slips) & slipped).sum() > right * slipped.sum() > 3000
    assert ((cycles != 0) & (cycles != -stack.slips)).sum() <= wrong * slipped.sum()
    assert report.doubtful == 0 or f" {report.doubtful} value(s) were left" in report.sentence()


def test_what_noise_breaks_is_left_alone_and_told(tmp_path):
    stack = RoughStack(tmp_path / "s.h5", slips=0.0, coherence=(0.1, 0.6))
    report = run_closure(stack.path, ClosureTargets(tmp_path / "c.h5"))
    assert report.doubtful > 2000 > 20 * report.corrected.sum()
    assert "noise explains them" in report.sentence() and "do not close yet" in report.sentence()


def test_a_stack_without_any_value_is_refused(tmp_path):
    stack = RoughStack(tmp_path / "s.h5", shape=(20, 20), dates=5)
    with h5py.File(stack.path, "r+") as file:
        file["unwrapPhase"][...] = np.nan
    for method in ("bridging_closure", "none"):
        corrected = None if method == "none" else tmp_path / "c.h5"
        targets = ClosureTargets(corrected, before=tmp_path / "b.tif")
        with pytest.raises(GroundshiftError, match="s.h5: no pair has a value anywhere"):
            run_closure(stack.path, targets, ClosureOptions(method))
    assert [path.name for path in tmp_path.iterdir()] == ["s.h5"]


def test_maps_and_table_say_what_changed(scene, tmp_path):
    targets = ClosureTargets(
        tmp_path / "c.h5", tmp_path / "b.tif", tmp_path / "a.tif", tmp_path / "t.gpkg"
    )
    report = run_closure(scene.path, targets)
    before, after = (read_raster(tmp_path / f"{name}.tif") for name in "ba")
    assert before[2] == ["numTriNonzeroIntAmbiguity"]
    assert (after[1] <= before[1]).all()
    assert (before[1] > 0).sum() == report.before.broken_pixels > 10 * report.after.broken_pixels
    assert (before[1] == -1).sum() == (after[1] == -1).sum() > 0  # the lake
    again = run_closure(
        tmp_path / "c.h5", ClosureTargets(before=tmp_path / "d.tif"), ClosureOptions("none")
    )
    np.testing.assert_array_equal(read_raster(tmp_path / "d.tif")[1], after[1])
    assert again.before.share == report.after.share
    table = rows_of(tmp_path / "t.gpkg")
    assert len(table) == len(scene.pairs)
    jumped = (scene.jumps != 0).any(axis=(1, 2))
    np.testing.assert_array_equal([row["corrected_pixels"] > 20 for row in table], jumped)
    worst = max(table, key=lambda row: row["nonclosing_share_before"])
    assert worst["corrected_share"] > 0.05 and worst["nonclosing_share_after"] < 0.01
    assert worst["loop_rms_before_rad"] > 1.5 > worst["loop_rms_after_rad"]


def test_blocks_and_workers_do_not_change_a_bit(scene, tmp_path):
    results = []
    for number, options in enumerate((RunOptions(2 << 30, 1), RunOptions(90 << 20, 2))):
        targets = ClosureTargets(
            tmp_path / f"{number}.h5", tmp_path / f"b{number}.tif", tmp_path / f"a{number}.tif"
        )
        report = run_closure(scene.path, targets, run_options=options)
        maps = [read_raster(tmp_path / f"{n}{number}.tif")[1].tobytes() for n in "ba"]
        results.append((phase_of(targets.corrected).tobytes(), *maps))
        results[-1] += (report.before.squares.tobytes(), report.after.squares.tobytes())
        network = run_network(scene.path, NetworkTargets(), run_options=options)
        results[-1] += (network.statistics.coherence.tobytes(), network.svg)
    assert results[0] == results[1]


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
    run_closure(path, ClosureTargets(tmp_path / "c.h5"))
    run_closure(scene.path, ClosureTargets(tmp_path / "d.h5"))
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
    report = run_closure(path, ClosureTargets(tmp_path / "c.h5"))
    assert len(report.network.pairs) == len(scene.pairs) - 1
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
    said = []
    report = run_closure(
        tmp_path / "s.h5", ClosureTargets(tmp_path / "c.h5"), ClosureOptions("bridging"),
        log=said.append,
    )  # fmt: skip
    assert any("those of the product" in text for text in said)
    assert "nothing can check them" in report.sentence()
    corrected = phase_of(tmp_path / "c.h5")[0]
    sizes = np.bincount(components.ravel())
    reliable = (components > 0) & (sizes[components] >= 100)
    apart = (corrected - authors)[reliable]
    np.testing.assert_allclose(apart, np.median(apart), atol=1e-3)
    assert np.ptp((wrong - authors)[reliable]) > 6
    with pytest.raises(GroundshiftError, match="no three pairs make a triplet"):
        run_closure(tmp_path / "s.h5", ClosureTargets(tmp_path / "d.h5"), ClosureOptions("closure"))


def test_what_cannot_be_done_is_refused_and_leaves_nothing(scene, tmp_path):
    with pytest.raises(GroundshiftError, match="is the stack that is read"):
        run_closure(scene.path, ClosureTargets(scene.path))
    with pytest.raises(GroundshiftError, match="is the stack that is read"):
        run_network(scene.path, NetworkTargets(stack=scene.path))
    with pytest.raises(GroundshiftError, match="budget is too small"):
        options = RunOptions(1 << 20)
        run_closure(scene.path, ClosureTargets(tmp_path / "c.h5"), run_options=options)
    with pytest.raises(GroundshiftError, match="needs a method"):
        run_closure(scene.path, ClosureTargets(tmp_path / "c.h5"), ClosureOptions("none"))
    with pytest.raises(GroundshiftError, match="'magic' is no method"):
        run_closure(scene.path, ClosureTargets(), ClosureOptions("magic"))
    targets = ClosureTargets(
        tmp_path / "c.h5", tmp_path / "b.tif", tmp_path / "a.tif", tmp_path / "t.gpkg"
    )
    for last in (3, len(scene.pairs) + 3):
        patience = iter([False] * last)
        with pytest.raises(Cancelled):
            run_closure(scene.path, targets, cancelled=lambda left=patience: next(left, True))
    with pytest.raises(Cancelled):
        run_network(scene.path, NetworkTargets(tmp_path / "t.gpkg"), cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_the_network_is_described_and_pruned(scene, tmp_path):
    targets = NetworkTargets(tmp_path / "t.gpkg", tmp_path / "n.html", tmp_path / "n.h5")
    options = SelectionOptions(maximum_nonclosing_share=0.04, keep_tree=False)
    said = []
    report = run_network(scene.path, targets, options, log=said.append)
    jumped = (scene.jumps != 0).any(axis=(1, 2))
    np.testing.assert_array_equal(report.selection.keep, ~jumped)
    mean = np.nanmean(scene.coherence.reshape(len(scene.pairs), -1).astype(float), axis=1)
    np.testing.assert_allclose(report.statistics.coherence, mean, atol=1e-6)
    table = rows_of(tmp_path / "t.gpkg")
    assert [row["kept"] for row in table] == [int(k) for k in report.selection.keep]
    assert table[0]["reference"] == str(scene.pairs[0, 0]).replace("-", "/")
    assert table[0]["days"] == (scene.pairs[0, 1] - scene.pairs[0, 0]).astype(int)
    page = (tmp_path / "n.html").read_text(encoding="utf-8")
    assert "<svg" in page and report.selection.excluded_pairs().split(",")[0] in page
    np.testing.assert_array_equal(read_stack(tmp_path / "n.h5").keep, ~jumped)
    assert phase_of(tmp_path / "n.h5").tobytes() == phase_of(scene.path).tobytes()
    assert any("Rank" in text for text in said)
    again = run_network(tmp_path / "n.h5", NetworkTargets())
    np.testing.assert_array_equal(again.selection.keep, ~jumped)


def test_the_text_of_dropped_pairs_goes_into_the_inversion(scene, tmp_path):
    from groundshift.algorithms.data.dates import parse_pairs
    from groundshift.algorithms.io.run_sbas import SbasTargets, run_sbas

    report = run_network(scene.path, NetworkTargets(), SelectionOptions(maximum_days=30))
    left_out = parse_pairs(report.selection.excluded_pairs())
    assert left_out
    result = run_sbas(scene.path, SbasTargets(velocity=tmp_path / "v.tif"), exclude_pairs=left_out)
    assert result.pairs == report.selection.keep.sum() and result.subsets == 1
    assert len(Network.from_pairs(scene.pairs).pairs) == result.pairs + len(left_out)


def test_a_quick_look_measures_what_the_rules_ask_for(scene):
    """Of the whole scene what decides, of a sample what is only shown."""
    exact = run_network(scene.path, NetworkTargets()).statistics
    rules = SelectionOptions(minimum_coherence=0.01, keep_tree=True)
    for options, needs in (
        (SelectionOptions(), ()),
        (rules, ("coherence",)),
        (SelectionOptions(maximum_days=5000.0), ("coherence",)),
        (SelectionOptions(maximum_days=5000.0, keep_tree=False), ()),
        (SelectionOptions(maximum_loop_rms=99.0, keep_tree=False), ("coherence", "closure")),
    ):
        assert options.needs == needs
        report = run_network(scene.path, NetworkTargets(), options, quick=True)
        found = report.statistics
        same = np.array_equal(found.coherence, exact.coherence, equal_nan=True)
        assert same == ("coherence" in needs)
        assert same != any("a sample" in note for note in report.notes)
        np.testing.assert_allclose(found.coherence, exact.coherence, atol=0.02)
        if "closure" in needs:
            np.testing.assert_array_equal(found.nonclosing_share, exact.nonclosing_share)
        else:
            assert np.isnan(found.nonclosing_share).all() and np.isnan(found.loop_rms).all()
