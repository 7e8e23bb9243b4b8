# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapping errors planted in stacks and series, found or rightly left alone."""

import h5py
import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.toolbox import call
from wrapped_stack import DATES, RADAR, UTM, slide, write_stack
from wrong_cycles import NAMES, NETWORKS, planted, region


def screen(tmp_path, name="one", **given):
    """The tool's numbers, what it said, and its raster of cycles."""
    said, cycles = [], tmp_path / f"{name}.tif"
    numbers = call(
        "jumpscreen", {"note": said.append, "warn": said.append}, cycles=cycles,
        regions=tmp_path / f"{name}.gpkg", count=tmp_path / f"{name}_n.tif", **given,
    )  # fmt: skip
    return numbers, " ".join(said), cycles


def rows_of(path):
    from osgeo import ogr

    source = ogr.Open(str(path))
    return [feature.items() for feature in source.GetLayer(0)]


@pytest.mark.parametrize("net", ["near", "squares", "long", "tree", "star"])
def test_regions_are_found_whatever_the_network(tmp_path, net):
    """And an earthquake that tapers is no unwrapping error."""
    shares, extra, wrong = [], 0, 0
    for seed in (0, 1):
        scene = planted(tmp_path / f"{seed}.h5", net, quake=seed == 1, seed=seed)
        numbers, _, cycles = screen(tmp_path, str(seed), stack=scene.path)
        shares += scene.found(cycles)
        extra += max(0, numbers["regions_found"] - len(scene.errors))
        wrong += scene.wrong(cycles)
    assert np.mean(np.array(shares) > 0.5) >= 0.9
    assert wrong <= 0.05 * sum(mask.sum() for _, mask, _ in scene.errors) * 2


@pytest.mark.parametrize("net", ["near", "squares", "tree", "star"])
def test_without_errors_nothing_is_found(tmp_path, net):
    scene = planted(tmp_path / "s.h5", net, errors=0, quake=True, seed=5)
    numbers, said, cycles = screen(tmp_path, stack=scene.path)
    assert numbers["regions_found"] == numbers["pixels"] == 0 and "0 regions" in said
    assert not read_raster(cycles)[1].any()


def test_a_region_is_described(tmp_path):
    mask = region(np.random.default_rng(4), size=400)
    scene = planted(tmp_path / "s.h5", "near", given=[(20, mask, -1)])
    numbers, _, cycles = screen(tmp_path, stack=scene.path, table=tmp_path / "t.csv")
    (row,) = rows_of(tmp_path / "one.gpkg")
    assert [row["date1"], row["date2"]] == [str(DATES[k]) for k in NETWORKS["near"][20]]
    assert row["cycles_to_add"] == -1 and row["step_mm"] == pytest.approx(-27.75)
    assert row["pixels"] == pytest.approx(mask.sum(), rel=0.03) and row["basis"] == "loops"
    assert row["border_cycles"] == pytest.approx(1.0, abs=0.1) and row["border_sharp"] > 0.9
    assert row["advice"] == "add the cycles" and row["score"] == 1.0
    count = read_raster(tmp_path / "one_n.tif")[1][0]
    assert (count == 1).sum() == numbers["pixels"] == row["pixels"]
    assert numbers["wrong"] == 1 and numbers["unjudged"] == 0
    lines = (tmp_path / "t.csv").read_text().splitlines()
    assert len(lines) == 1 + numbers["searched"] and lines[21].split(",")[2] == "1"


def test_a_single_triplet_is_settled_by_the_border(tmp_path, monkeypatch):
    """Its three pairs explain its closure alike; only one of them has the sharp border."""
    index = np.array([(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (2, 4)])
    monkeypatch.setitem(NETWORKS, "triangles", index)
    names = [f"{DATES[i]}_{DATES[j]}".replace("-", "") for i, j in index]
    monkeypatch.setitem(NAMES, "triangles", names)
    rng = np.random.default_rng(2)
    given = [(1, region(rng), 1), (5, region(rng), -1)]
    scene = planted(tmp_path / "s.h5", "triangles", given=given)
    _, said, cycles = screen(tmp_path, stack=scene.path)
    assert min(scene.found(cycles)) > 0.95 and scene.wrong(cycles) == 0
    assert "one of several" not in said


def test_a_step_of_the_ground_in_all_interferograms_is_left_alone(tmp_path):
    """Half a wavelength behind a sharp border, as a slide may make it.

    In loops it leaves no residual, and in a star several interferograms show it alike.
    """
    mask = region(np.random.default_rng(3), size=400)
    for net in ("near", "star"):
        pairs = NETWORKS[net]
        given = [(k, mask, 1) for k, (i, j) in enumerate(pairs) if i < 18 <= j]
        scene = planted(tmp_path / f"{net}.h5", net, given=given)
        numbers, said, _ = screen(tmp_path, net, stack=scene.path)
        assert numbers["regions_found"] == 0
        assert ("as motion does" in said) == (net == "star")


def test_a_series_of_a_tree_alone(tmp_path):
    scene = planted(tmp_path / "s.h5", "tree", seed=3)
    call("sbas", stack=scene.path, timeseries=tmp_path / "ts.h5", velocity=tmp_path / "v.tif",
         reference_point=UTM.xy(2, 2), robust=False)  # fmt: skip
    numbers, said, cycles = screen(tmp_path, timeseries=tmp_path / "ts.h5")
    assert numbers["searched"] == 24
    assert np.mean(np.array(scene.found(cycles)) > 0.8) == 1.0
    assert "Only the series was given" in said
    assert all(row["basis"] == "border" for row in rows_of(tmp_path / "one.gpkg"))


def test_blocks_do_not_matter(tmp_path, monkeypatch):
    scene = planted(tmp_path / "s.h5", "near", seed=6)
    screen(tmp_path, "one", stack=scene.path)
    for name, size in (("TILE_ROWS", 40), ("TILE_COLS", 64)):
        monkeypatch.setattr(f"groundshift.algorithms.timeseries.cycle_store.{name}", size)
    taken = []

    def small(grid, *_, **__):
        taken.append(grid)
        return grid.blocks(1, 40, 64)

    monkeypatch.setattr("groundshift.algorithms.blocks.block_windows", small)
    screen(tmp_path, "two", stack=scene.path, workers=1)
    first, second = (read_raster(tmp_path / f"{name}.tif")[1] for name in ("one", "two"))
    assert taken
    np.testing.assert_array_equal(first, second)


def test_fast_steady_motion_has_no_sharp_border(tmp_path):
    """A slide with a rim of two pixels that moves 1.4 cycles between dates, and an error in it."""
    rate = slide(UTM.shape, 60, 80, 25, -1.2)
    write_stack(tmp_path / "s.h5", rate, UTM, NETWORKS["tree"], wrapped=False, noise=0.3)
    numbers, _, _ = screen(tmp_path, stack=tmp_path / "s.h5")
    assert numbers["regions_found"] == 0


@pytest.mark.parametrize("with_lookup", [False, True])
def test_radar_coordinates(tmp_path, with_lookup):
    """Outlines lie where the lookup says, and hints on the stack's own grid."""
    from osgeo import ogr

    rows, cols = np.indices(RADAR.shape)
    lookup = {"latitude": 46.0 - 0.001 * rows, "longitude": 13.0 + 0.002 * cols}
    mask, number = np.hypot(rows - 40, cols - 70) < 9, iter(range(100))

    def change(phase):
        return phase + 2 * np.pi * mask * (next(number) == 30)

    write_stack(
        tmp_path / "s.h5", np.zeros(RADAR.shape), RADAR, NETWORKS["near"], wrapped=False,
        noise=0.3, change=change, lookup=lookup if with_lookup else None,
    )  # fmt: skip
    numbers, _, cycles = screen(tmp_path, stack=tmp_path / "s.h5")
    source = ogr.Open(str(tmp_path / "one.gpkg"))
    (feature,) = list(source.GetLayer(0))
    shape = feature.GetGeometryRef()
    centre = shape.Centroid().GetX(), shape.Centroid().GetY()
    expected = (13.14, 45.96) if with_lookup else RADAR.xy(40, 70)
    np.testing.assert_allclose(centre, expected, atol=1e-3 if with_lookup else 0.3)
    grid, values, names = read_raster(cycles)
    assert grid.shape == RADAR.shape and names == [NAMES["near"][30]]
    assert (values[0][mask] == -1).mean() > 0.97
    assert numbers["pixels"] == np.count_nonzero(values)
    call("closure", stack=tmp_path / "s.h5", hints=cycles, corrected_stack=tmp_path / "c.h5")


def test_mexico_city(shared_data, tmp_path):
    """Nothing in real interferograms over fast subsidence, and what is planted there."""
    path, rng = tmp_path / "s.h5", np.random.default_rng(1)
    call("importstack", folder=shared_data("mexico_city_s1"), stack=path)
    numbers, _, _ = screen(tmp_path, stack=path)
    assert numbers["regions_found"] == 0 and numbers["searched"] == 30
    with h5py.File(path, "a") as file:
        phase, names = file["unwrapPhase"][()], ["_".join(d) for d in file["date"][()].astype(str)]
        truth = np.zeros(phase.shape, int)
        for pair in rng.choice(30, 10, replace=False):
            mask = region(rng, phase.shape[1:]) & np.isfinite(phase[pair]) & (phase[pair] != 0)
            truth[pair][mask] = rng.choice([-1, 1])
        file["unwrapPhase"][...] = (phase - 2 * np.pi * truth).astype(np.float32)
    numbers, _, cycles = screen(tmp_path, "two", stack=path)
    found = np.zeros_like(truth)
    for plane, name in zip(*read_raster(cycles)[1:]):
        found[names.index(name)] = plane
    assert (found == truth)[truth != 0].mean() > 0.97
    assert np.count_nonzero((found != truth) & (truth == 0)) < 0.02 * np.count_nonzero(truth)


def test_what_does_not_go_is_refused(tmp_path):
    with pytest.raises(GroundshiftError, match="TIMESERIES.* is missing, and so is STACK; give"):
        screen(tmp_path)
    scene = planted(tmp_path / "s.h5", "tree", errors=0)
    call("sbas", stack=scene.path, timeseries=tmp_path / "ts.h5", velocity=tmp_path / "v.tif")
    with h5py.File(tmp_path / "ts.h5", "a") as file:
        del file.attrs["WAVELENGTH"]
    with pytest.raises(GroundshiftError, match="no WAVELENGTH.*; give the stack"):
        screen(tmp_path, timeseries=tmp_path / "ts.h5")
    assert not (tmp_path / "one_n.tif").exists() and not (tmp_path / "one.gpkg").exists()
