# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Lakes against motion: sums by cell are plain ones, unrelated maps stay unrelated."""

import csv

import lake_maps
import numpy as np
import pytest
from groundshift.algorithms.cryosphere.lakes import Cells, LakeSums
from groundshift.algorithms.cryosphere.rank_maps import (
    Likelihoods,
    Likeness,
    drawn,
    normal_scores,
    ranked,
    weighted_rho,
)
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.masks import PolygonMask
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.features import read_polygons
from groundshift.algorithms.toolbox import call
from scipy.stats import spearmanr

SHAPE = (18, 20)
PLACES = np.argwhere(np.ones(SHAPE, bool))


def test_drawn_fields_are_as_alike_as_asked():
    like = Likeness(3.0, 1.0, 0.8)
    fields = np.concatenate(list(drawn((30, 30), like, 400, np.random.default_rng(0))))
    assert fields.std() == pytest.approx(1.0, abs=0.03)
    for apart in (1, 2, 5):
        found = np.mean(fields[:, :, :-apart] * fields[:, :, apart:])
        assert found == pytest.approx(like.correlation(apart), abs=0.03)


@pytest.mark.parametrize("like", [Likeness(2.0, 1.0, 1.0), Likeness(4.0, 1.6, 0.95)])
def test_unrelated_maps_pass_at_their_rate_and_intervals_hold_the_truth(like):
    """False positives stay 5 % where a plain test has 18 to 45 %."""
    count, likelihoods = 60, Likelihoods(PLACES[::2])
    random = np.random.default_rng(3)
    fields = np.concatenate(list(drawn(SHAPE, like, 2 * count, random))).reshape(2 * count, -1)
    fields = fields[:, ::2]
    false, plain, inside = [], [], []
    truth = 6 / np.pi * np.arcsin(0.25)
    for k in range(count):
        one, other = fields[2 * k : 2 * k + 2]
        lakes = np.maximum(other - np.quantile(other, 0.4), 0)  # many cells without any
        found = ranked(one, lakes, PLACES[::2], SHAPE, draws=199, seed=k, likelihoods=likelihoods)
        false.append(found.p <= 0.05)
        plain.append(found.plain_p <= 0.05)
        both = 0.5 * one + np.sqrt(0.75) * other
        found = ranked(one, both, PLACES[::2], SHAPE, draws=199, seed=k, likelihoods=likelihoods)
        inside.append(found.low <= truth <= found.high)
    assert np.mean(false) < 0.13  # two standard deviations and a half of 60 at 5 %
    assert np.mean(inside) > 0.86
    assert np.mean(plain) > 0.12


def test_the_correlation_and_its_plain_p_are_those_of_scipy():
    random = np.random.default_rng(1)
    one, other = random.integers(0, 30, (2, len(PLACES))).astype(float)
    found = ranked(one, other, PLACES, SHAPE, draws=199)
    expected = spearmanr(one, other)
    assert found.rho == pytest.approx(expected.statistic, abs=1e-12)
    assert found.plain_p == pytest.approx(expected.pvalue)
    # Cells that are strangers: the null is the plain one.
    assert found.p == pytest.approx(expected.pvalue, abs=0.1)
    turned = ranked(-one, other, PLACES, SHAPE, draws=199)
    assert turned.rho == pytest.approx(-found.rho)


def test_weights_are_cells_that_come_several_times():
    random = np.random.default_rng(5)
    one, other = random.integers(0, 9, (2, 40)).astype(float)
    weights = random.integers(0, 4, (6, 40))
    found = weighted_rho(one, other, weights.astype(float))
    for k, times in enumerate(weights):
        expected = spearmanr(np.repeat(one, times), np.repeat(other, times)).statistic
        assert found[k] == pytest.approx(expected, abs=1e-12)


def test_the_likeliest_likeness_is_the_planted_one():
    random = np.random.default_rng(2)
    fit = Likelihoods(np.argwhere(np.ones((24, 24), bool)))
    for reach in (1.0, 3.0):
        like = Likeness(reach, 1.0, 1.0)
        fields = np.concatenate(list(drawn((24, 24), like, 30, random))).reshape(30, -1)
        found = [fit.best(normal_scores(one)).length for one in fields]
        assert np.median(found) == pytest.approx(like.length, rel=0.35)


def plain_cells(water, values, cells):
    down, across = cells.counts
    out = np.full((2, down, across), np.nan)
    for r in range(down):
        for c in range(across):
            box = np.s_[r * cells.size[0] : (r + 1) * cells.size[0],
                        c * cells.size[1] : (c + 1) * cells.size[1]]  # fmt: skip
            land = values[box][~water[box] & np.isfinite(values[box])]
            out[:, r, c] = water[box].sum(), land.mean()
    return out


def test_sums_are_plain_ones_whatever_the_blocks():
    random = np.random.default_rng(0)
    shape = (53, 47)
    water = random.random(shape) < 0.2
    values = random.normal(0, 1, shape)
    values[random.random(shape) < 0.3] = np.nan
    cells = Cells.of(shape, (10.0, 12.0), 100.0)
    found = []
    for height, width in ((53, 47), (7, 11)):
        sums = LakeSums(cells, 1)
        for row in range(0, 53, height):
            for col in range(0, 47, width):
                window = Window(row, col, min(height, 53 - row), min(width, 47 - col))
                sums.add(window, water[window.slices], [values[window.slices]])
        assert sums.add_lakes(np.array([3.5, 60.0]), np.array([4.5, 2.0])) == 1
        found.append((sums.by_cell(), sums.moving()))
    (one, moving), (other, moving_2) = found
    expected = plain_cells(water, values, cells)
    np.testing.assert_allclose(one["water"], expected[0])
    np.testing.assert_allclose(one["mean"][0], expected[1])
    np.testing.assert_allclose(one["mean"], other["mean"], rtol=1e-12)
    np.testing.assert_array_equal(moving, moving_2)
    middle = moving[5, 5]
    part = np.s_[3 * cells.part[0] : 8 * cells.part[0], 3 * cells.part[1] : 8 * cells.part[1]]
    assert middle == pytest.approx(water[part].mean())
    assert one["lakes"].sum() == 1


def make(folder, seed=0):
    count = lake_maps.lakes(folder / "l.gpkg", seed)
    lake_maps.rate(folder / "r.tif", seed)
    lake_maps.amplitude(folder / "a.tif", seed)
    return count


def test_planted_lakes_are_found_and_unrelated_heave_is_not(tmp_path):
    count = make(tmp_path)
    found = call("lakedensity", rate=tmp_path / "r.tif", amplitude=tmp_path / "a.tif",
                 lakes=tmp_path / "l.gpkg", table=tmp_path / "t.csv", density=tmp_path / "d.tif",
                 cells=tmp_path / "c.gpkg", report=tmp_path / "r.html")  # fmt: skip
    assert found["lake_count"] == count and found["cells_used"] > 600
    assert found["rho_rate"] < -0.35 and found["p_rate"] < 0.01
    assert found["rho_rate_high"] < 0 and found["p_amplitude"] > 0.1
    rows = list(csv.DictReader((tmp_path / "t.csv").open()))
    assert len(rows) == 4 and all(float(r["p_adjusted"]) >= float(r["p"]) for r in rows)
    cells = read_polygons(tmp_path / "c.gpkg").columns
    assert cells["lakes"].sum() <= count
    assert np.median(cells["amplitude_mm"]) == pytest.approx(12, abs=2), "the band of that name"
    grid, density, _ = read_raster(tmp_path / "d.tif")
    assert density.mean() == pytest.approx(found["share"], rel=0.05)
    assert grid.transform[1] == pytest.approx(100.0)
    assert "Spearman" in (tmp_path / "r.html").read_text()


def test_a_mask_tells_the_same_as_polygons(tmp_path):
    make(tmp_path)
    grid, _, _ = read_raster(tmp_path / "r.tif")
    water = PolygonMask(read_polygons(tmp_path / "l.gpkg").wkb, grid)
    mask = 80.0 * water.read(Window(0, 0, *grid.shape))
    write_raster(tmp_path / "w.tif", grid, mask.astype(np.float32), [BandInfo("class", "")])
    given = {"rate": tmp_path / "r.tif", "draws": 199, "side": 600.0}
    one = call("lakedensity", lakes=tmp_path / "l.gpkg", **given)
    other = call("lakedensity", water=tmp_path / "w.tif", water_value=80, memory=64, **given)
    assert other["share"] == pytest.approx(one["share"])
    assert other["rho_rate"] == pytest.approx(one["rho_rate"], abs=1e-9)
    assert 0.4 < other["lake_count"] / one["lake_count"] <= 1  # many touch
    with pytest.raises(GroundshiftError, match="WATER_VALUE.*holds no water.*give"):
        call("lakedensity", water=tmp_path / "w.tif", water_value=1, **given)


@pytest.mark.parametrize(
    ("spoil", "others", "words"),
    [
        (None, {"water": "r.tif"}, "were both given; give one"),
        (None, {"lakes": None}, "are missing; give one"),
        (None, {"side": 5000.0}, "Only . cells? with values|Only .. cells with values"),
        (None, {"min_lake": 9e8}, "holds no lake of 9e.08 m² and more"),
        ("crs", {}, "RATE.*has no CRS; assign"),
        ("constant", {}, "constant over all cells"),
        ("elsewhere", {}, "no lake lies on"),
    ],
)
def test_what_cannot_be_compared(tmp_path, spoil, others, words):
    make(tmp_path)
    grid, values, _ = read_raster(tmp_path / "r.tif")
    if spoil is not None:
        x0, dx, _, y0, _, dy = grid.transform
        place = (x0 + 1e5 * (spoil == "elsewhere"), dx, 0.0, y0, 0.0, dy)
        crs = "" if spoil == "crs" else grid.crs
        values = values * 0 + 3 if spoil == "constant" else values
        band = [BandInfo("velocity_mm_yr", "mm/yr")]
        write_raster(tmp_path / "r.tif", Grid(*grid.shape, place, crs), values, band)
    given = {"rate": tmp_path / "r.tif", "lakes": tmp_path / "l.gpkg", "draws": 199}
    others = {k: tmp_path / v if isinstance(v, str) else v for k, v in others.items()}
    with pytest.raises(GroundshiftError, match=words):
        call("lakedensity", table=tmp_path / "t.csv", **{**given, **others})
    assert not (tmp_path / "t.csv").exists()
