# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Closure with the cycles of another tool as hints: what no triplet shows is mended, too."""

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.network import Network
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, RasterWriter
from groundshift.algorithms.timeseries.closure import ClosurePlan, accept_hints
from groundshift.algorithms.timeseries.triplets import find_triplets
from groundshift.algorithms.toolbox import call
from wrapped_stack import DATES, UTM
from wrong_cycles import NAMES, NETWORKS, planted

TURN = 2 * np.pi


def hints_file(path, planes, grid=UTM):
    """A raster of cycles to add, a band a pair."""
    whole = grid.blocks(1 << 20)[0]
    bands = [BandInfo(name) for name in planes]
    with RasterWriter(path, grid, bands, "int16", -999) as file:
        file.write(whole, np.stack(list(planes.values())).astype(np.int16))
    return path


def added(path, scene):
    """Cycles that were added."""
    with h5py.File(path) as after, h5py.File(scene.path) as before:
        change = after["unwrapPhase"][()] - before["unwrapPhase"][()]
    return np.rint(np.nan_to_num(change) / TURN).astype(int)


def truth_of(scene):
    truth = np.zeros((len(NETWORKS[scene.net]), *UTM.shape), int)
    for pair, mask, whole in scene.errors:
        truth[pair][mask] = whole
    return truth


@pytest.mark.parametrize("net", ["squares", "tree"])
def test_what_no_triplet_shows_is_mended_with_hints_alone(tmp_path, net):
    scene = planted(tmp_path / "s.h5", net, seed=1)
    truth = truth_of(scene)
    call("closure", stack=scene.path, corrected_stack=tmp_path / "plain.h5")
    assert not added(tmp_path / "plain.h5", scene)[truth != 0].any()
    call("jumpscreen", stack=scene.path, regions=tmp_path / "r.gpkg", count=tmp_path / "n.tif",
         cycles=tmp_path / "k.tif")  # fmt: skip
    said = []
    numbers = call(
        "closure", {"note": said.append}, stack=scene.path, hints=tmp_path / "k.tif",
        corrected_stack=tmp_path / "c.h5",
    )  # fmt: skip
    done = added(tmp_path / "c.h5", scene)
    assert (done == truth)[truth != 0].mean() > 0.97
    assert (done != 0)[truth == 0].sum() < 0.01 * (truth != 0).sum()
    assert numbers["hinted_values"] == numbers["corrected_values"] == (done != 0).sum()
    assert "of them by hints" in " ".join(said)


def test_where_pairs_lack_hints_mend_what_closure_cannot_tell(tmp_path):
    """A third of every interferogram is missing, on a side of its own."""
    scene, rng = planted(tmp_path / "s.h5", "near", seed=0), np.random.default_rng(0)
    rows, cols = np.indices(UTM.shape)
    with h5py.File(scene.path, "a") as file:
        phase = file["unwrapPhase"][()]
        for plane in phase:
            angle = rng.uniform(0, TURN)
            side = np.cos(angle) * rows + np.sin(angle) * cols
            plane[side < np.quantile(side, 0.3)] = np.nan
        file["unwrapPhase"][...] = phase
    truth = np.where(np.isfinite(phase), truth_of(scene), 0)
    call("jumpscreen", stack=scene.path, regions=tmp_path / "r.gpkg", count=tmp_path / "n.tif",
         cycles=tmp_path / "k.tif")  # fmt: skip
    shares = []
    for more in ({}, {"hints": tmp_path / "k.tif"}):
        call("closure", stack=scene.path, corrected_stack=tmp_path / "c.h5", **more)
        done = added(tmp_path / "c.h5", scene)
        shares.append((done == truth)[truth != 0].mean())
        assert (done != 0)[truth == 0].sum() < 0.01 * (truth != 0).sum()
    assert shares[0] < 0.6 and shares[1] > 0.9


def test_wrong_hints_do_no_harm_where_triplets_judge(tmp_path):
    """Good ones are taken, others of whole pairs are not, and closure mends what they left."""
    scene = planted(tmp_path / "s.h5", "near", seed=2)
    truth, rng = truth_of(scene), np.random.default_rng(0)
    planes = {}
    for number, name in enumerate(NAMES["near"]):
        if number % 9 == 0 and not truth[number].any():
            planes[name] = rng.integers(0, 2, UTM.shape)  # wrong
        elif truth[number].any() and number % 2:
            planes[name] = truth[number]
    assert len(planes) > 5
    numbers = call("closure", stack=scene.path, hints=hints_file(tmp_path / "h.tif", planes),
                   corrected_stack=tmp_path / "c.h5")  # fmt: skip
    done = added(tmp_path / "c.h5", scene)
    assert (done == truth)[truth != 0].mean() > 0.97
    assert (done != 0)[truth == 0].sum() < 0.002 * truth.size
    assert 0 < numbers["hinted_values"] < sum(plane.astype(bool).sum() for plane in planes.values())


def test_hints_together_or_one_by_one():
    """Two wrong pairs of a triplet hide each other in it; a third, wrong hint stays away."""
    net = Network.from_pairs(DATES[np.array([(0, 1), (1, 2), (0, 2), (2, 3), (1, 3)])])
    triplets = find_triplets(net)
    plan = ClosurePlan(triplets, np.zeros(len(triplets)))
    phase, hints = np.zeros((5, 1, 7), np.float32), np.zeros((5, 1, 7), np.int8)
    phase[1, 0, 0] = phase[2, 0, 0] = TURN  # close in 0-1-2, not in 1-2-3
    hints[1, 0, 0] = hints[2, 0, 0] = -1
    phase[0, 0, 1] = TURN
    hints[0, 0, 1], hints[3, 0, 1] = -1, 1  # right, and wrong
    hints[4, 0, 2] = 1  # wrong
    phase[:, 0, 3] = np.nan
    hints[:, 0, 3] = 1  # where there is no data
    phase[2, 0, 4:] = TURN
    hints[2, 0, 4:], hints[3, 0, 4] = (-1, 1, -1), 1  # right, but beside a wrong one; the wrong way
    phase[1, 0, 6] = np.nan  # no triplet judges the others
    taken = accept_hints(plan, phase, hints)
    np.testing.assert_array_equal(taken[:, 0, 0], [0, -1, -1, 0, 0])
    np.testing.assert_array_equal(taken[:, 0, 1], [-1, 0, 0, 0, 0])
    np.testing.assert_array_equal(taken[:, 0, 4], [0, 0, -1, 0, 0])
    np.testing.assert_array_equal(taken[:, 0, 6], [0, 0, -1, 0, 0])
    assert not taken[:, 0, [2, 3, 5]].any()


def test_foreign_hints_are_refused(tmp_path):
    scene = planted(tmp_path / "s.h5", "tree", errors=0)
    plane = np.zeros(UTM.shape, int)
    small = Grid(10, 10, UTM.transform, UTM.crs)
    for name, made, says in (
        ("g", hints_file(tmp_path / "g.tif", {"20180106_20180118": np.zeros((10, 10))}, small),
         "its grid of 10 x 10"),
        ("n", hints_file(tmp_path / "n.tif", {"19990101_19990113": plane}), "no band is named"),
    ):  # fmt: skip
        with pytest.raises(GroundshiftError, match=rf"{name}.tif: {says}.*\(HINTS\)"):
            call("closure", stack=scene.path, hints=made, corrected_stack=tmp_path / "c.h5")
    with RasterWriter(tmp_path / "f.tif", UTM, [BandInfo("20180106_20180118")]) as file:
        file.write(UTM.blocks(1 << 20)[0], np.full((1, *UTM.shape), 0.5, np.float32))
    with pytest.raises(GroundshiftError, match="holds no whole cycles"):
        call("closure", stack=scene.path, hints=tmp_path / "f.tif",
             corrected_stack=tmp_path / "c.h5")  # fmt: skip
    assert not (tmp_path / "c.h5").exists()
