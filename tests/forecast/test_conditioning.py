# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Conditioning factors: planted ones are found, and patches of noise are not."""

import csv

import numpy as np
import prone
import pytest
from groundshift.algorithms.data.relief import curvatures
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.forecast.effects import (
    compare_classes,
    compare_numbers,
    octants,
    pixel_chances,
    ranked_area,
    standardised_difference,
    tiles_of,
)
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.toolbox import call


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    folder = tmp_path_factory.mktemp("prone")
    for name, make in (("d.tif", prone.dem), ("rain.tif", prone.noise), ("cover.tif", prone.cover),
                       ("river.gpkg", prone.river), ("s.gpkg", prone.slides)):  # fmt: skip
        make(folder / name)
    return folder


def run(scene, out, **others):
    parts = {
        "dem": scene / "d.tif", "rasters": [scene / "rain.tif"], "classes": [scene / "cover.tif"],
        "lines": [scene / "river.gpkg"], **others,
    }  # fmt: skip
    return call("conditioning", inventory=scene / "s.gpkg", table=out / "t.csv", **parts)


def rows_of(path):
    with path.open(encoding="utf-8") as file:
        return {(row["factor"], row["class"]): row for row in csv.DictReader(file)}


def test_planted_factors_are_found(scene, tmp_path):
    found = run(scene, tmp_path, report=tmp_path / "r.html")
    rows = rows_of(tmp_path / "t.csv")
    assert float(rows["slope_deg", ""]["effect"]) > 0.3
    assert float(rows["slope_deg", ""]["p_adjusted"]) < 0.01
    assert float(rows["distance_river_m", ""]["effect"]) < -0.2
    assert float(rows["distance_river_m", ""]["p_adjusted"]) < 0.05
    assert float(rows["rain", ""]["p"]) > 0.05
    west = float(rows["cover", "1"]["effect"])
    assert west > 1.2
    shares = [float(rows["aspect_deg", name]["active"]) for name in ("N", "E", "S", "W")]
    assert sum(shares) < 1
    covered = np.zeros(prone.GRID.shape, bool)
    for row, col in prone.middles():
        covered[row - 2 : row + 3, col - 2 : col + 3] = True
    assert found["active_share"] == pytest.approx(100 * covered.mean(), rel=1e-6)
    assert "Cliff" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_samples_do_not_depend_on_blocks(scene, tmp_path):
    for memory in (2000, 128):
        run(scene, tmp_path, sample_count=300, memory=memory, samples=tmp_path / f"{memory}.gpkg",
            density=tmp_path / f"{memory}.tif")  # fmt: skip
    first, second = (read_table(tmp_path / f"{memory}.gpkg") for memory in (2000, 128))
    np.testing.assert_array_equal(first.x, second.x)
    for name, values in first.columns.items():
        np.testing.assert_allclose(second.columns[name], values, rtol=1e-6, err_msg=name)
    assert first.numbers("active").sum() == 300
    active = first.numbers("active") == 1
    assert (first.numbers("landslide")[active] >= 1).all()
    first, second = (read_raster(tmp_path / f"{memory}.tif")[1] for memory in (2000, 128))
    np.testing.assert_allclose(first, second, rtol=0, atol=1e-4)


def test_density_is_the_share_of_active_ground(scene, tmp_path):
    found = call("conditioning", inventory=scene / "s.gpkg", dem=scene / "d.tif",
                 density=tmp_path / "d.tif", density_radius=100)  # fmt: skip
    share = read_raster(tmp_path / "d.tif")[1][0]
    assert share.mean() == pytest.approx(found["active_share"], rel=0.02)
    row, col = prone.middles()[0]
    assert share[row, col] > 25
    assert share.max() <= 100.01


def test_patches_of_noise_are_rarely_significant():
    """Factor and landslides both lie in patches: p by samples is wrong, p by tiles is not."""
    by_tile, by_sample = [], []
    rows, cols = np.indices((96, 96))
    from scipy.stats import mannwhitneyu

    for seed in range(150):
        values = prone.field(seed, 3, (96, 96))
        active = prone.field(1000 + seed, 3, (96, 96)) > 1.3
        taken = pixel_chances(rows, cols, 96, seed) < np.where(active, 0.5, 0.08)
        tiles = tiles_of(np.stack([rows[taken], cols[taken]], axis=1), 24)
        one = compare_numbers("n", values[taken], active[taken], tiles, 100, seed)
        by_tile.append(one.delta.p)
        by_sample.append(mannwhitneyu(values[taken & active], values[taken & ~active]).pvalue)
    assert 0.005 <= np.mean(np.array(by_tile) < 0.05) <= 0.12
    assert np.mean(np.array(by_sample) < 0.05) > 0.4


def test_effect_sizes_are_their_formulas():
    random = np.random.default_rng(0)
    values, active = random.integers(0, 12, 300).astype(float), random.random(300) < 0.3
    above = values[active][:, None] - values[~active][None]
    expected = ((above > 0).sum() + 0.5 * (above == 0).sum()) / above.size
    assert ranked_area(values, active) == pytest.approx(expected, abs=1e-12)
    weights = random.integers(0, 3, (1, 300)).astype(float)
    pairs = np.outer(weights[0, active], weights[0, ~active])
    expected = (pairs * ((above > 0) + 0.5 * (above == 0))).sum() / pairs.sum()
    assert ranked_area(values, active, weights)[0] == pytest.approx(expected, abs=1e-12)
    a, b = values[active], values[~active]
    pooled = ((len(a) - 1) * a.var(ddof=1) + (len(b) - 1) * b.var(ddof=1)) / (len(values) - 2)
    expected = (a.mean() - b.mean()) / np.sqrt(pooled)
    assert standardised_difference(values, active) == pytest.approx(expected, rel=1e-9)


def test_frequency_ratios_are_shares():
    values = np.repeat([0.0, 1.0, 0.0, 1.0], [300, 100, 200, 200])
    active = np.repeat([True, True, False, False], [300, 100, 200, 200])
    one = compare_classes("c", values, active, np.arange(800) % 80, 200, 0)
    assert one.ratio[0].value == pytest.approx(0.75 / 0.5, rel=0.01)
    assert one.ratio[1].value == pytest.approx(0.25 / 0.5, rel=0.01)
    assert one.ratio[1].low < 0.5 < one.ratio[1].high < 1
    # A class of which four landslides show none is not thereby rare on active ground.
    values = np.r_[[0.0, 1, 2, 3], np.arange(4000) % 8]
    few = compare_classes(
        "c", values, np.arange(4004) < 4, np.r_[0:4, np.arange(4000) // 40], 99, 0
    )
    assert min(one.p for one in few.ratio) > 0.1
    np.testing.assert_array_equal(octants([0, 350, 46, 181, np.nan]), [0, 0, 1, 4, np.nan])


def test_modes_are_where_they_were_planted():
    random = np.random.default_rng(1)
    values = np.r_[random.normal(38, 5, 900), random.normal(15, 4, 900)]
    one = compare_numbers("slope", values, np.arange(1800) < 900, np.arange(1800), 50, 0)
    assert one.modes[0][0] == pytest.approx(38, abs=2)
    assert one.modes[1][0] == pytest.approx(15, abs=2)


def test_curvature_of_a_cone_and_a_bowl():
    """A cone is straight down its slope and bends by one over its radius around."""
    y, x = np.mgrid[-40:41, -40:41] * 2.0
    plan, profile = curvatures(-0.5 * np.hypot(x, y), (2.0, 2.0))
    radius = np.hypot(x, y)[1:-1, 1:-1]
    far = radius > 40
    np.testing.assert_allclose(plan[far] * radius[far], 1.0, rtol=0.01)
    np.testing.assert_allclose(profile[far], 0.0, atol=1e-4)
    bowl = curvatures((x**2 + y**2) / 400, (2.0, 2.0))[1]
    gradient = radius / 200
    np.testing.assert_allclose(bowl[far], (-(1 / 200) / (1 + gradient**2) ** 1.5)[far], rtol=1e-6)


def test_points_and_ecuador(tmp_path, shared_data):
    folder = shared_data("ecuador_landslides")
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.formats.vectors.tables import write_table

    lines = [line.split(",") for line in (folder / "lsl.csv").read_text().splitlines()[1:]]
    places = np.array([line[:2] for line in lines if line[2] == "TRUE"], float)
    write_table(tmp_path / "s.gpkg", wkt_from_epsg(32717), *places.T, {"n": np.arange(175)})
    found = call("conditioning", inventory=tmp_path / "s.gpkg", rasters=[folder / "terrain.tif"],
                 table=tmp_path / "t.csv")  # fmt: skip
    assert found["active"] == pytest.approx(175, abs=4)
    slope = rows_of(tmp_path / "t.csv")["slope", ""]
    assert float(slope["effect"]) > 0.2


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ({"dem": None, "rasters": [], "classes": []}, "give an elevation model"),
        ({"classes": ["d.tif"]}, "whole numbers"),
        ({"rasters": ["none.tif"]}, "there is no such file"),
    ],
)
def test_what_cannot_be_compared(scene, tmp_path, others, words):
    others = {
        name: [scene / one for one in value] if isinstance(value, list) else value
        for name, value in others.items()
    }
    with pytest.raises(GroundshiftError, match=words):
        run(scene, tmp_path, **others)
    assert not (tmp_path / "t.csv").exists()
