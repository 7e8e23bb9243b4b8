# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Exposure from files to files."""

import csv

import numpy as np
import pytest
from area_layers import TRUE, layer, line, other_crs, point, rows, square, with_nothing
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.toolbox import call


@pytest.fixture
def areas(tmp_path):
    """A slow good area, a fast bad one that overlaps it, and one far off."""
    return layer(
        tmp_path / "areas.gpkg", "polygon",
        [square(0, 0, 400), square(300, 0, 400), square(9000, 0, 100)],
        area_id=[7, 8, 9], mean_mm_yr=[-5.0, 20.0, 3.0], quality=[1, 3, 2],
    )  # fmt: skip


@pytest.fixture
def roads(tmp_path):
    return layer(
        tmp_path / "roads.gpkg", "line",
        [line((-1000, 0), (1000, 0)), line((-1000, 220), (-100, 220)), line((0, 5000), (50, 5000))],
        kind=["road", "rail", "road"], name=["A1", "", "B2"],
    )  # fmt: skip


def run(areas, elements, folder, points=None, said=None, **chosen):
    targets = {
        "exposed": folder / "exposed.gpkg", "ranked_areas": folder / "ranked.gpkg",
        "totals": folder / "totals.csv",
    }  # fmt: skip
    note = None if said is None else said.append
    numbers = call(
        "exposure", {"note": note}, areas=areas, elements=elements, points=points,
        **targets, **chosen,
    )  # fmt: skip
    with open(targets["totals"], newline="") as file:
        totals = list(csv.DictReader(file))
    return numbers, rows(targets["exposed"]) if numbers["exposed_pieces"] else None, totals


def test_segments_and_totals_by_hand(areas, roads, tmp_path):
    report, found, totals = run(areas, roads, tmp_path, kind_field="kind")
    # The road goes through both, from -200 to 500 m; what they share counts once.
    assert report["inside"] == pytest.approx(0.7, rel=1e-5)
    assert report["total"] == pytest.approx(2.95, rel=1e-5)
    assert report["area_count"] == 2
    by = {(row["group"], row["value"]): row for row in totals}
    assert float(by["kind", "rail"]["inside"]) == 0
    assert float(by["kind", "rail"]["within"]) == pytest.approx(0.2, rel=1e-5)
    assert float(by["area", "7"]["inside"]) == pytest.approx(0.4, rel=1e-5)
    assert float(by["area", "8"]["inside"]) == pytest.approx(0.4, rel=1e-5)
    assert ("area", "9") not in by
    relation = dict(zip(found.numbers("from_m"), found.texts("relation")))
    road = found.texts("kind") == "road"
    # Segments start every 100 m from -1000; those from -200 to 500 lie inside, whole.
    start = np.sort(found.numbers("from_m")[road & (found.texts("relation") == "inside")])
    assert start == pytest.approx(np.arange(800, 1500, 100))
    assert relation[1500.0] == "partly inside", "it touches the border"
    rail = ~road
    assert found.numbers("distance_m")[rail] == pytest.approx([20, 20], abs=0.01)
    assert found.numbers("inside_m").sum() == pytest.approx(700, abs=0.01)


def test_the_worst_area_decides(areas, roads, tmp_path):
    _, found, _ = run(areas, roads, tmp_path)
    both = (found.numbers("from_m") == 1100) & (found.texts("kind") == "road")
    # Quality 3 at 20 mm/yr (60) beats quality 1 at 5 mm/yr (50).
    assert set(found.texts("area_id")[both]) == {"8"}
    assert set(found.texts("area_ids")[both]) == {"7, 8"}
    assert found.numbers("score")[both] == pytest.approx(60)
    assert found.numbers("rank")[0] == 1
    assert (np.diff(found.numbers("rank")) >= 0).all()
    assert found.texts("class")[0] == "very high"
    assert "20 mm/yr (of the area)" in found.texts("why")[0]
    ranked = rows(tmp_path / "ranked.gpkg")
    assert ranked.numbers("exposed_score")[:2] == pytest.approx([50, 60])
    assert ranked.numbers("exposed_rank")[:2].tolist() == [2, 1]
    assert np.isnan(ranked.numbers("exposed_rank")[2])
    assert ranked.numbers("exposed_inside_km")[:2] == pytest.approx([0.4, 0.4])


def test_points_speak_for_their_surroundings(areas, roads, tmp_path):
    rng = np.random.default_rng(0)
    places = rng.uniform(-400, 0, (400, 2)) * [1, 0.5] + [0, 50]
    rates = 8.0 + 0.1 * places[:, 0] + rng.normal(0, 0.2, 400)
    points = layer(
        tmp_path / "points.gpkg", "point", [point(*place) for place in places],
        velocity_mm_yr=rates,
    )  # fmt: skip
    _, found, _ = run(areas, roads, tmp_path, points)
    road = found.texts("kind") == "road"
    west = road & (found.numbers("from_m") == 800)
    assert found.texts("velocity_from")[west] == ["points"]
    assert found.numbers("velocity_mm_yr")[west] == pytest.approx(8 - 15, abs=1.5)
    assert found.numbers("gradient_mm_yr_100m")[west] == pytest.approx(10, rel=0.1)
    assert found.numbers("gradient_std_mm_yr_100m")[west] < 1
    east = road & (found.numbers("from_m") == 1400)
    assert found.texts("velocity_from")[east] == ["area"]
    assert np.isnan(found.numbers("gradient_mm_yr_100m")[east])


def test_resting_neighbours_do_not_slow_an_area_down(areas, roads, tmp_path):
    """Points at rest all about: what lies inside keeps the area's rate, what lies near does not."""
    rng = np.random.default_rng(0)
    places = rng.uniform(-500, 900, (900, 2)) * [1, 0.5]
    points = layer(
        tmp_path / "points.gpkg", "point", [point(*place) for place in places],
        velocity_mm_yr=rng.normal(0, 0.1, 900),
    )  # fmt: skip
    _, found, _ = run(areas, roads, tmp_path, points)
    near = found.texts("relation") == "near"
    assert near.any() and (~near).any()
    assert set(found.texts("velocity_from")[near]) == {"points"}
    assert set(found.texts("velocity_from")[~near]) == {"area"}
    assert np.abs(found.numbers("velocity_mm_yr")[near]).max() < 0.1


def test_a_gradient_of_noise_scores_nothing(areas, roads, tmp_path):
    rng = np.random.default_rng(0)
    places = rng.uniform(-300, 600, (500, 2)) * [1, 0.2]
    points = layer(
        tmp_path / "points.gpkg", "point", [point(*place) for place in places],
        velocity_mm_yr=10 + rng.normal(0, 5, 500),
    )  # fmt: skip
    _, found, _ = run(areas, roads, tmp_path, points)
    known = found.texts("gradient_from") == "points"
    ratio = found.numbers("gradient_mm_yr_100m") / found.numbers("gradient_std_mm_yr_100m")
    assert known.any()
    assert (found.numbers("score_gradient")[known & (ratio < 2)] == 0).all()
    assert any("not significant" in why for why in found.texts("why"))


def test_buildings(areas, tmp_path):
    houses = layer(
        tmp_path / "houses.gpkg", "polygon",
        [square(0, 0, 20), square(-200, 0, 20, hole=10), square(-230, 0, 20), square(-900, 0, 20)],
        kind=["house", "house", "school", "house"],
    )  # fmt: skip
    report, found, totals = run(areas, houses, tmp_path, kind_field="kind")
    assert [report[name] for name in ("exposed_pieces", "pieces", "inside")] == [3, 4, 2]
    by = dict(zip(found.numbers("element_fid"), zip(*(
        found.columns[name] for name in ("relation", "inside_m2", "footprint_m2", "distance_m")
    ))))  # fmt: skip
    assert by[1] == ("inside", pytest.approx(400, rel=1e-4), pytest.approx(400, rel=1e-4), 0)
    assert by[2][:2] == ("partly inside", pytest.approx(150, rel=1e-4))
    assert by[3][0] == "near" and by[3][3] == pytest.approx(20, abs=0.01)
    school = next(row for row in totals if row["value"] == "school")
    assert (school["unit"], school["within"], school["inside"]) == ("count", "1", "0")


def test_points_as_elements_and_other_crs(areas, tmp_path):
    wells = layer(
        tmp_path / "wells.gpkg", "point", [point(0, 0), point(-240, 0), point(-260, 0)], n=[1, 2, 3]
    )
    elsewhere = other_crs(wells.path, tmp_path / "wells.geojson", "EPSG:4326")
    report, found, _ = run(areas, elsewhere, tmp_path)
    assert report["exposed_pieces"] == 2
    assert found.numbers("distance_m").tolist() == pytest.approx([0, 40], abs=0.02)
    assert "4326" in found.crs or "WGS 84" in found.crs
    assert found.numbers("n").tolist() == [1, 2]


def test_lines_come_back_in_their_own_crs(areas, roads, tmp_path):
    from groundshift.algorithms.formats.vectors import wkb

    elsewhere = other_crs(roads.path, tmp_path / "roads.geojson", "EPSG:4326")
    _, found, _ = run(areas, elsewhere, tmp_path)
    x, y = np.concatenate([wkb.parts(shape)[0] for shape in found.wkb]).T
    assert 14.9 < x.min() < x.max() < 15.1 and 41 < y.min() < y.max() < 42
    assert found.numbers("inside_m").sum() == pytest.approx(700, abs=0.7)


def test_rows_without_geometry_are_counted(areas, roads, tmp_path):
    holed = with_nothing(roads.path, tmp_path / "holed.gpkg")
    also = with_nothing(areas.path, tmp_path / "also.gpkg")
    said = []
    report, _, _ = run(also, holed, tmp_path, said=said)
    assert report["inside"] == pytest.approx(0.7, rel=1e-5)
    assert sum("left out" in note for note in said) >= 2


def test_lengths_far_from_the_middle_are_those_on_the_ground(tmp_path):
    """Areas 12 degrees of longitude apart: the map's scale is off by 0.3 %."""
    from groundshift.algorithms.formats.vectors import wkb
    from pyproj import Geod

    turn = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)], float)
    shapes = [wkb.polygon_wkb([(x, 45.0) + 0.05 * turn]) for x in (4.0, 16.0)]
    areas = layer(tmp_path / "areas.gpkg", "polygon", shapes, "EPSG:4326", mean_mm_yr=[10.0, 10.0])
    road = wkb.line_wkb(np.array([(4.0, 45.0), (4.04, 45.0)]))
    roads = layer(tmp_path / "roads.gpkg", "line", [road], "EPSG:4326", n=[1])
    report, _, _ = run(areas, roads, tmp_path)
    truth = Geod(ellps="WGS84").inv(4.0, 45.0, 4.04, 45.0)[2] / 1e3
    assert report["inside"] == pytest.approx(truth, rel=2e-4)


def test_without_any_crs(tmp_path):
    areas = layer(tmp_path / "a.gpkg", "polygon", [square(0, 0, 400)], "", mean_mm_yr=[9.0])
    roads = layer(tmp_path / "r.gpkg", "line", [line((-400, 0), (400, 0))], "", n=[1])
    report, _, _ = run(areas, roads, tmp_path)
    assert report["inside"] == pytest.approx(0.4)


def test_nothing_exposed_is_an_empty_layer(areas, tmp_path):
    far = layer(tmp_path / "far.gpkg", "line", [line((0, 90_000), (50, 90_000))], n=[1])
    said = []
    report, _, totals = run(areas, far, tmp_path, said=said)
    assert report["exposed_pieces"] == 0 and report["highest_score"] == 0
    assert len(totals) == 1
    assert (tmp_path / "exposed.gpkg").exists()
    assert any("Nothing lies" in note for note in said)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        ({"crs": ""}, "no CRS"),
        ({"velocity_field": "speed"}, "no field 'speed'"),
        ({"velocity_field": "words"}, "does not hold numbers"),
        ({"columns": {"n": [1]}}, "no rate of the areas is known"),
        ({"kind_field": "sort"}, "no field 'sort'"),
    ],
)
def test_input_that_cannot_be_used(roads, tmp_path, spoil, words):
    columns = spoil.get("columns", {"mean_mm_yr": [5.0], "words": ["fast"]})
    areas = layer(
        tmp_path / "a.gpkg", "polygon", [square(0, 0, 9)], spoil.get("crs", TRUE), **columns
    )
    folder = tmp_path / "out"
    fields = {name: value for name, value in spoil.items() if name.endswith("_field")}
    with pytest.raises(GroundshiftError, match=words):
        run(areas, roads, folder, **fields)
    assert not folder.exists()


def test_mixed_geometries_are_refused(areas, tmp_path):
    path = tmp_path / "mixed.geojson"
    path.write_text(
        '{"type":"FeatureCollection","features":['
        '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[15,41.5]}},'
        '{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":'
        "[[15,41.5],[15.1,41.5]]}}]}"
    )
    from area_layers import LayerSource

    with pytest.raises(GroundshiftError, match="one kind"):
        run(areas, LayerSource(str(path)), tmp_path / "out")


def test_a_hundred_thousand_segments(tmp_path):
    """Quick because of the index: the pairs alone would be a hundred million."""
    rng = np.random.default_rng(0)
    start = rng.uniform(0, 50_000, (1000, 2))
    turn = rng.uniform(0, 2 * np.pi, 1000)
    ends = start + 10_000 * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    roads = layer(
        tmp_path / "roads.gpkg", "line", [line(a, b) for a, b in zip(start, ends)], n=range(1000)
    )
    places = rng.uniform(0, 50_000, (1000, 2))
    areas = layer(
        tmp_path / "areas.gpkg", "polygon", [square(*place, 100) for place in places],
        mean_mm_yr=rng.normal(0, 10, 1000),
    )  # fmt: skip
    report, found, _ = run(areas, roads, tmp_path)
    assert 99_000 < report["pieces"] < 101_000
    # The squares cover 10 of 2500 km2, so that 40 of 10,000 km lie inside; some lines lead away.
    assert report["inside"] == pytest.approx(36, rel=0.15)
    assert found.numbers("inside_m").sum() / 1e3 == pytest.approx(report["inside"], rel=1e-4)
