# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Parts of landslides: planted types are found, and noise has none."""

import numpy as np
import parted
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.forecast.slide_parts import (
    kind_of,
    part_of,
    part_rates,
    places_along,
)
from groundshift.algorithms.formats.vectors.features import read_polygons
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.toolbox import call


@pytest.fixture
def scene(tmp_path):
    parted.slides(tmp_path / "s.gpkg")
    parted.dem(tmp_path / "d.tif")
    parted.points(tmp_path / "p.gpkg")
    return tmp_path


def run(scene, **others):
    parts = {"landslides": scene / "s.gpkg", "points": (str(scene / "p.gpkg"), "", False, ""),
             "dem": scene / "d.tif", "size": 25.0, **others}  # fmt: skip
    return call("landslideparts", result=scene / "r.gpkg", parted=scene / "q.gpkg", **parts)


def test_planted_types_are_found(scene):
    found = run(scene)
    assert (found["count"], found["told"]) == (4, 3)
    assert (found["push"], found["pull"], found["uniform"]) == (1, 1, 1)
    table = read_polygons(scene / "r.gpkg")
    assert table.texts("type").tolist() == ["push", "pull", "uniform", "unknown"]
    np.testing.assert_allclose(table.numbers("downslope_deg"), 180.0, atol=0.5)
    np.testing.assert_allclose(table.numbers("length_m"), 300.0, atol=2)
    np.testing.assert_allclose(table.numbers("head_mm_yr")[:2], [-25.0, -15.0], atol=1.0)
    np.testing.assert_allclose(table.numbers("toe_mm_yr")[:2], [-15.0, -25.0], atol=1.0)
    np.testing.assert_allclose(table.numbers("difference_mm_yr")[:2], [10.0, -10.0], atol=1.2)
    points = read_table(scene / "q.gpkg")
    upper = points.y > points.y.mean()
    assert not (points.texts("part")[upper] == "toe").any()


def test_no_difference_is_rarely_called_one():
    p, ratios = [], []
    for seed in range(400):
        random = np.random.default_rng(seed)
        xy = random.random((120, 2)) * (100, 300)
        cells = (np.floor(xy / 30) @ [1, 20]).astype(int)
        rates = 10 + random.normal(size=1000)[cells] * 3 + random.normal(size=120) * 0.3
        one = part_rates(xy, rates, part_of(xy[:, 1] / 300), 30.0)
        p.append(one.p)
        ratios.append(one.difference / one.difference_std)
    assert 0.025 <= np.mean(np.array(p) < 0.05) <= 0.08
    assert np.std(ratios) == pytest.approx(1.05, abs=0.12)


def test_shares_go_down_the_slope():
    ring = np.array([[0, 0], [10, 0], [10, 30], [0, 30], [0, 0.0]])
    np.testing.assert_allclose(places_along([[5, 30], [5, 15], [5, 0]], 180.0, ring), [0, 0.5, 1])
    np.testing.assert_allclose(places_along([[0, 3], [10, 3]], 90.0, ring), [0, 1], atol=1e-12)
    np.testing.assert_array_equal(part_of([0, 0.3, 0.5, 0.7, 1.0]), [0, 0, 1, 2, 2])
    assert [kind_of(1, np.nan, 0.05), kind_of(1, 0.2, 0.05)] == ["unknown", "uniform"]
    assert [kind_of(1, 0.01, 0.05), kind_of(-1, 0.01, 0.05)] == ["push", "pull"]


def test_elsewhere(scene):
    parted.slides(scene / "s.gpkg", away=1e5)
    with pytest.raises(GroundshiftError, match="no point with a rate lies in any"):
        run(scene)
    assert not (scene / "r.gpkg").exists()


def test_flat_ground_has_no_head(scene):
    """A plain that sinks unevenly is no landslide, whichever way its heights lean a little."""
    parted.dem(scene / "d.tif", 5.0)
    told = []
    found = call("landslideparts", {"warn": told.append}, landslides=(scene / "s.gpkg", ""),
                 points=(str(scene / "p.gpkg"), "", False, ""), dem=scene / "d.tif",
                 result=scene / "r.gpkg")  # fmt: skip
    assert found["told"] == 0 and found["push"] == found["pull"] == 0
    assert any("no way down" in text for text in told)
