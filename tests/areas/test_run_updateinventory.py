# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""An inventory brought up to date, from files to files."""

import numpy as np
import pytest
from area_layers import ORIGIN, TRUE, layer, other_crs, point, rows, square
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.vectors.wkb import parts
from groundshift.algorithms.toolbox import call

PLACES = [(0, 0), (2000, 0), (4000, 0), (6000, 0)]


def cloud(x, y, count, size, rate, spread=0.2):
    """Targets on a square, with rates of a known mean and spread."""
    random = np.random.default_rng(int(x) + 7)
    places = random.uniform(-size / 2, size / 2, (count, 2)) * 0.95 + (x, y)
    rates = random.normal(0, 1, count)
    rates = rate + spread * (rates - rates.mean())
    return places, rates


@pytest.fixture
def inventory(tmp_path):
    """Four of 0.04 km2: at rest, moving, with too few targets, and with none."""
    return layer(
        tmp_path / "slides.gpkg", "polygon", [square(x, y, 200) for x, y in PLACES],
        name=["rest", "moves", "few", "none"], before=["active", "dormant", "active", "mystery"],
        activity=["old", "old", "old", "old"],
    )  # fmt: skip


@pytest.fixture
def targets(tmp_path):
    clouds = [
        cloud(0, 0, 30, 200, 0.5), cloud(2000, 0, 12, 200, -8.0), cloud(4000, 0, 4, 200, -30.0),
        cloud(0, 3000, 20, 100, -12.0),
    ]  # fmt: skip
    return write_points(tmp_path / "points.gpkg", clouds)


def write_points(path, clouds, field="velocity_mm_yr", **more):
    places = np.concatenate([cloud[0] for cloud in clouds])
    rates = np.concatenate([cloud[1] for cloud in clouds])
    columns = {field: rates, **{k: np.full(len(rates), v) for k, v in more.items()}}
    layer(path, "point", [point(*place) for place in places], **columns)
    return path


@pytest.fixture
def active(tmp_path):
    """On the moving one, outside of all, outside and bad, half inside of the one at rest."""
    return layer(
        tmp_path / "ada.gpkg", "polygon",
        [square(2000, 0, 100), square(0, 3000, 100), square(0, 5000, 80), square(100, 0, 100)],
        area_id=[1, 2, 3, 4], mean_mm_yr=[-8.0, -12.0, 5.0, 3.0], quality=[1, 2, 4, 1],
    )  # fmt: skip


def run(inventory, points, folder, active=None, said=None, **chosen):
    """Numbers of the tool, the updated inventory, and what it was told of."""
    chosen.setdefault("former_field", "before")
    note = None if said is None else said.append
    found = call(
        "updateinventory", {"note": note}, inventory=inventory, points=points, active_areas=active,
        updated=folder / "new.gpkg", report=folder / "report.html",
        candidates=None if active is None else folder / "candidates.gpkg", **chosen,
    )  # fmt: skip
    return found, rows(found["updated"])


def test_by_hand(inventory, targets, tmp_path):
    said = []
    numbers, found = run(inventory, targets, tmp_path, said=said, id_field="name")
    assert found.texts("activity").tolist() == [
        "stable", "extremely slow", "not assessed", "not assessed"
    ]  # fmt: skip
    assert found.texts("state").tolist() == [
        "no longer moving", "reactivated", "not assessed", "not assessed"
    ]  # fmt: skip
    assert found.numbers("targets").tolist() == [30, 12, 4, 0]
    assert found.numbers("targets_needed").tolist() == [5] * 4
    assert found.numbers("area_km2") == pytest.approx([0.04] * 4, rel=1e-5)
    assert found.numbers("mean_mm_yr")[:3] == pytest.approx([0.5, -8.0, -30.0], abs=1e-3)
    assert found.numbers("mean_abs_mm_yr")[1:3] == pytest.approx([8.0, 30.0], abs=1e-3)
    assert np.isnan(found.numbers("mean_abs_mm_yr")[3])
    assert found.texts("not_assessed_because").tolist() == [
        "", "", "4 targets, 5 needed", "0 targets, 5 needed"
    ]  # fmt: skip
    assert found.texts("activity_before").tolist() == ["old"] * 4, "what was there before is kept"
    expected = {
        "count": 4, "assessed": 2, "not_assessed": 2, "stable": 1, "moving": 1, "reactivated": 1,
        "stopped": 1, "targets": 66, "targets_inside": 46, "candidate_count": None,
    }  # fmt: skip
    assert {name: numbers[name] for name in expected} == expected
    page = numbers["report"].read_text(encoding="utf-8")
    assert "<td>active</td><td>1</td><td>0</td><td>0</td><td>1</td><td>2</td>" in page
    assert "<td><b>all</b></td><td>1</td><td>1</td><td>0</td><td>2</td><td>4</td>" in page
    said = " ".join(said)
    assert "mystery" in said and "line of sight" in said
    assert "1 landslide without a target and 1 with too few" in said


def test_the_report_has_the_counts_and_the_matrix(inventory, targets, active, tmp_path):
    numbers, _ = run(inventory, targets, tmp_path, active, id_field="name")
    page = numbers["report"].read_text(encoding="utf-8")
    assert "<td>active</td><td>1</td><td>0</td><td>0</td><td>1</td><td>2</td>" in page
    assert "<td>dormant</td><td>0</td><td>1</td><td>0</td><td>0</td><td>1</td>" in page
    assert "2 (50.0 %) are assessed" in page and "1 (50.0 %) move" in page
    assert "1 of 4 active areas lie outside" in page
    assert "<td>moves</td>" in page and page.count("http") == 1  # the name of SVG
    assert "<td>few</td>" not in page, "what is not assessed is not among those that move"


def test_names_are_escaped(tmp_path, targets):
    slides = layer(
        tmp_path / "s.gpkg", "polygon", [square(2000, 0, 200)], name=["<b>&"], before=["<i>"]
    )
    numbers, _ = run(slides, targets, tmp_path, id_field="name")
    page = numbers["report"].read_text(encoding="utf-8")
    assert "&lt;b&gt;&amp;" in page and "<b>&" not in page and "<i>" not in page


def test_candidates(inventory, targets, active, tmp_path):
    said = []
    numbers, found = run(inventory, targets, tmp_path, active, said, id_field="name")
    new = rows(numbers["candidates"])
    assert new.numbers("area_id").tolist() == [2]
    assert new.texts("nearest_landslide").tolist() == ["rest"]
    assert new.numbers("distance_m")[0] == pytest.approx(3000 - 150, abs=0.1)
    assert new.texts("activity").tolist() == ["extremely slow"]
    assert new.numbers("size_km2")[0] == pytest.approx(0.01, rel=1e-5)
    assert found.numbers("active_areas").tolist() == [1, 1, 0, 0]
    assert found.numbers("active_percent") == pytest.approx([12.5, 25, 0, 0], abs=0.06)
    assert numbers["candidate_count"] == 1
    assert "1 area of poor quality" in " ".join(said)
    numbers, _ = run(
        inventory, targets, tmp_path, active, overlap=0.5, worst_quality=4, id_field="name"
    )
    new = rows(numbers["candidates"])
    assert new.numbers("area_id").tolist() == [2, 3, 4]
    assert new.numbers("inside_percent") == pytest.approx([0, 0, 50], abs=0.05)
    assert np.isnan(new.numbers("distance_m")).sum() == 0


def test_areas_that_only_touch_a_landslide_are_candidates(tmp_path, inventory, targets):
    touching = layer(tmp_path / "t.gpkg", "polygon", [square(150, 0, 100)], area_id=[1])
    numbers, found = run(inventory, targets, tmp_path, touching)
    assert numbers["candidate_count"] == 1
    assert found.numbers("active_areas").tolist() == [0] * 4


def test_any_crs_gives_the_same(inventory, targets, active, tmp_path):
    before, found = run(inventory, targets, tmp_path, active)
    moved = other_crs(inventory.path, tmp_path / "wgs.gpkg", "EPSG:4326")
    mercator = other_crs(active.path, tmp_path / "web.gpkg", "EPSG:3857")
    after, again = run(moved, targets, tmp_path, mercator)
    for name in ("stable", "moving", "not_assessed", "candidate_count"):
        assert after[name] == before[name], name
    assert again.texts("activity").tolist() == found.texts("activity").tolist()
    assert again.numbers("targets").tolist() == found.numbers("targets").tolist()
    assert again.numbers("area_km2") == pytest.approx(found.numbers("area_km2"), rel=1e-5)
    assert "4326" in again.crs and "3857" in rows(after["candidates"]).crs


def test_slope_rates_go_before_rates_along_the_line_of_sight(inventory, tmp_path):
    source = write_points(
        tmp_path / "p.gpkg", [cloud(0, 0, 30, 200, 0.5)], slope_velocity_mm_yr=20.0,
        slope_velocity_std_mm_yr=1.0, velocity_std_mm_yr=9.0,
    )  # fmt: skip
    said = []
    _, found = run(inventory, source, tmp_path, said=said)
    assert found.texts("motion")[0] == "along the slope"
    assert found.texts("activity")[0] == "very slow"
    assert found.numbers("noise_mm_yr")[0] == pytest.approx(np.sqrt(2 / np.pi), abs=1e-3)
    assert "line of sight" not in " ".join(said)


def test_two_orbits_count_together(inventory, tmp_path):
    first, second = [
        write_points(tmp_path / f"{k}.gpkg", [cloud(4000 + k, 0, 3, 150, -30.0)]) for k in (1, 2)
    ]
    _, alone = run(inventory, first, tmp_path)
    _, both = run(inventory, first, tmp_path, points_2=second)
    assert alone.texts("activity")[2] == "not assessed"
    assert both.numbers("targets")[2] == 6 and both.texts("activity")[2] == "very slow"


def test_a_raster_of_slope_rates(inventory, tmp_path):
    grid = Grid(40, 40, (ORIGIN[0] - 400, 20.0, 0.0, ORIGIN[1] + 400, 0.0, -20.0), TRUE)
    path = tmp_path / "slope.tif"
    write_raster(path, grid, np.full((40, 40), 4.0), [BandInfo("slope_velocity_mm_yr", "mm/yr")])
    _, found = run(inventory, path, tmp_path)
    assert found.texts("motion").tolist() == ["along the slope", "", "", ""]
    assert found.numbers("targets").tolist() == [100, 0, 0, 0]
    assert found.numbers("mean_mm_yr")[0] == pytest.approx(4.0)


def test_filters(inventory, tmp_path):
    source = write_points(tmp_path / "p.gpkg", [cloud(0, 0, 30, 200, 0.5)], coherence=0.4)
    with pytest.raises(GroundshiftError, match="loosen"):
        run(inventory, source, tmp_path, minimum_coherence=0.5)
    assert not (tmp_path / "new.gpkg").exists()
    assert run(inventory, source, tmp_path, minimum_coherence=0.3)[0]["targets"] == 30


def test_points_need_a_radius(targets, tmp_path):
    slides = layer(
        tmp_path / "slides.gpkg", "point", [point(0, 0), point(2000, 0)], before=["", "active"]
    )
    with pytest.raises(GroundshiftError, match="give the radius"):
        run(slides, targets, tmp_path)
    said = []
    _, found = run(slides, targets, tmp_path, said=said, circle_radius=150.0)
    assert found.numbers("targets").tolist() == [30, 12]
    circle = 64 / 2 * np.sin(2 * np.pi / 64) * 0.15**2
    assert found.numbers("area_km2") == pytest.approx([circle] * 2, rel=1e-4)
    assert "circles of 150 m" in " ".join(said)


def test_landslides_all_over_the_world(targets, active, tmp_path):
    table = tmp_path / "world.csv"
    table.write_text(
        "name,lon,lat,before\nfiji,179.9999,-17,active\npole,0,89.9999,x\nhere,15.0,41.55,active\n"
    )
    said = []
    _, found = run(table, targets, tmp_path, active, said, circle_radius=5000.0)
    assert found.numbers("active_areas").tolist() == [0, 0, 4]
    assert found.texts("activity").tolist()[:2] == ["not assessed"] * 2
    assert found.numbers("targets").tolist() == [0, 0, 66]
    assert found.numbers("area_km2")[[0, 2]] == pytest.approx([78.4, 78.4], abs=0.1)
    assert np.ptp(parts(found.wkb[0])[0][:, 0]) < 0.1, "the circle goes on across 180 degrees"
    assert "2 landslides more than 50 km" in " ".join(said)


def test_a_hole_holds_no_targets_and_no_area(targets, tmp_path):
    slides = layer(tmp_path / "h.gpkg", "polygon", [square(0, 0, 400, hole=200)], before=["x"])
    _, found = run(slides, targets, tmp_path)
    assert found.numbers("targets")[0] == 0
    assert found.numbers("area_km2")[0] == pytest.approx(0.12, rel=1e-4)


def test_layers_elsewhere_are_refused(targets, tmp_path):
    slides = layer(tmp_path / "far.gpkg", "polygon", [square(400_000, 0, 100)], before=["x"])
    with pytest.raises(GroundshiftError, match="same place"):
        run(slides, targets, tmp_path)


def test_a_layer_without_a_crs_is_refused(targets, tmp_path):
    slides = layer(tmp_path / "no.gpkg", "polygon", [square(0, 0, 100)], crs="", before=["x"])
    with pytest.raises(GroundshiftError, match="only one has a CRS"):
        run(slides, targets, tmp_path)


def test_its_own_output_is_the_next_inventory(inventory, targets, tmp_path):
    first = tmp_path / "first.gpkg"
    run(inventory, targets, tmp_path)[0]["updated"].rename(first)
    _, found = run(first, targets, tmp_path, former_field="activity")
    assert found.texts("state").tolist() == [
        "still inactive", "still active", "not assessed", "not assessed"
    ]  # fmt: skip
    assert found.texts("activity_before").tolist()[:2] == ["stable", "extremely slow"]
    assert "activity_before_before" not in found.columns


def test_a_missing_field_is_named(inventory, targets, tmp_path):
    with pytest.raises(GroundshiftError, match="no field 'then'"):
        run(inventory, targets, tmp_path, former_field="then")


def test_other_rules(inventory, targets, tmp_path):
    rules = {"least_targets": 3, "classes": "rest: 0.1, moves"}
    numbers, found = run(inventory, targets, tmp_path, **rules)
    assert found.texts("activity").tolist() == ["moves"] * 3 + ["not assessed"]
    assert (numbers["stable"], numbers["moving"], numbers["not_assessed"]) == (0, 3, 1)


def test_noise_does_not_make_a_landslide_move(inventory, tmp_path):
    noise = [cloud(0, 0, 40, 200, 0.0, spread=6.0)]
    source = write_points(tmp_path / "p.gpkg", noise, velocity_std_mm_yr=6.0)
    said = []
    numbers, found = run(inventory, source, tmp_path, said=said, id_field="name")
    assert found.numbers("mean_abs_mm_yr")[0] > 3, "far above the limit of stable ground"
    assert found.texts("state")[0] == "not assessed" and numbers["not_assessed"] == 4
    assert "of which noise gives 4.8" in found.texts("not_assessed_because")[0]
    assert "1 landslide with rates" in " ".join(said)
    assert "3 landslides without a target and 0 with too few" in " ".join(said)
    assert (
        run(inventory, source, tmp_path, noise_factor=0)[1].texts("activity")[0] != "not assessed"
    )
