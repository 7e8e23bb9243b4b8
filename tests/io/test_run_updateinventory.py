# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""An inventory brought up to date, from files to files."""

from pathlib import Path

import numpy as np
import pytest
from area_layers import ORIGIN, TRUE, layer, other_crs, point, rows, square
from groundshift.algorithms.areas.inventory import InventoryRules
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.io.area_points import AreaSource
from groundshift.algorithms.io.rasters import BandInfo, write_raster
from groundshift.algorithms.io.run_updateinventory import (
    UpdateOptions,
    UpdateTargets,
    run_updateinventory,
)
from groundshift.algorithms.io.wkb import parts

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
    return AreaSource(Path(path))


@pytest.fixture
def active(tmp_path):
    """On the moving one, outside of all, outside and bad, half inside of the one at rest."""
    return layer(
        tmp_path / "ada.gpkg", "polygon",
        [square(2000, 0, 100), square(0, 3000, 100), square(0, 5000, 80), square(100, 0, 100)],
        area_id=[1, 2, 3, 4], mean_mm_yr=[-8.0, -12.0, 5.0, 3.0], quality=[1, 2, 4, 1],
    )  # fmt: skip


def run(inventory, sources, folder, active=None, **options):
    options.setdefault("former", "before")
    out = UpdateTargets(folder / "new.gpkg", folder / "candidates.gpkg", folder / "report.html")
    sources = sources if isinstance(sources, list) else [sources]
    report = run_updateinventory(inventory, sources, out, UpdateOptions(**options), active)
    return report, rows(out.inventory), out


def test_by_hand(inventory, targets, tmp_path):
    report, found, out = run(inventory, targets, tmp_path, identity="name")
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
        "", "", "4 target(s), 5 needed", "0 target(s), 5 needed"
    ]  # fmt: skip
    assert found.texts("activity_before").tolist() == ["old"] * 4, "what was there before is kept"
    assert report.counts == (1, 1, 0, 2)
    assert sum(report.matrix.ravel()) == 4
    assert dict(zip(report.rows, report.matrix.tolist()))["active"] == [1, 0, 0, 1]
    assert report.inside == 46 and report.targets == 66
    numbers = report.numbers()
    assert numbers["REACTIVATED"] == 1 and numbers["STOPPED"] == 1 and numbers["MOVING"] == 1
    assert numbers["CANDIDATE_COUNT"] is None and not out.candidates.exists()
    said = " ".join(report.notes)
    assert "mystery" in said and "line of sight" in said
    assert "1 landslide(s) without a target and 1 with too few" in said


def test_the_report_has_the_counts_and_the_matrix(inventory, targets, active, tmp_path):
    _, _, out = run(inventory, targets, tmp_path, active, identity="name")
    page = out.report.read_text(encoding="utf-8")
    assert "<td>active</td><td>1</td><td>0</td><td>0</td><td>1</td><td>2</td>" in page
    assert "<td>dormant</td><td>0</td><td>1</td><td>0</td><td>0</td><td>1</td>" in page
    assert "2 (50.0 %) are assessed" in page and "1 (50.0 %) move" in page
    assert "1 of 4 active areas lie outside" in page
    assert "<td>moves</td>" in page and "http" not in page
    assert "<td>few</td>" not in page, "what is not assessed is not among those that move"


def test_names_are_escaped(tmp_path, targets):
    slides = layer(
        tmp_path / "s.gpkg", "polygon", [square(2000, 0, 200)], name=["<b>&"], before=["<i>"]
    )
    _, _, out = run(slides, targets, tmp_path, identity="name")
    page = out.report.read_text(encoding="utf-8")
    assert "&lt;b&gt;&amp;" in page and "<b>&" not in page and "<i>" not in page


def test_candidates(inventory, targets, active, tmp_path):
    report, found, out = run(inventory, targets, tmp_path, active, identity="name")
    new = rows(out.candidates)
    assert new.numbers("area_id").tolist() == [2]
    assert new.texts("nearest_landslide").tolist() == ["rest"]
    assert new.numbers("distance_m")[0] == pytest.approx(3000 - 150, abs=0.1)
    assert new.texts("activity").tolist() == ["extremely slow"]
    assert new.numbers("size_km2")[0] == pytest.approx(0.01, rel=1e-5)
    assert found.numbers("active_areas").tolist() == [1, 1, 0, 0]
    assert found.numbers("active_percent") == pytest.approx([12.5, 25, 0, 0], abs=0.06)
    assert report.numbers()["CANDIDATE_COUNT"] == 1
    assert "1 area(s) of poor quality" in " ".join(report.notes)
    _, _, out = run(
        inventory, targets, tmp_path, active, overlap=0.5, worst_quality=4, identity="name"
    )
    new = rows(out.candidates)
    assert new.numbers("area_id").tolist() == [2, 3, 4]
    assert new.numbers("inside_percent") == pytest.approx([0, 0, 50], abs=0.05)
    assert np.isnan(new.numbers("distance_m")).sum() == 0


def test_areas_that_only_touch_a_landslide_are_candidates(tmp_path, inventory, targets):
    touching = layer(tmp_path / "t.gpkg", "polygon", [square(150, 0, 100)], area_id=[1])
    report, found, _ = run(inventory, targets, tmp_path, touching)
    assert report.candidates == 1
    assert found.numbers("active_areas").tolist() == [0] * 4


def test_any_crs_gives_the_same(inventory, targets, active, tmp_path):
    before, found, _ = run(inventory, targets, tmp_path, active)
    moved = other_crs(inventory.path, tmp_path / "wgs.gpkg", "EPSG:4326")
    mercator = other_crs(active.path, tmp_path / "web.gpkg", "EPSG:3857")
    after, again, out = run(moved, targets, tmp_path, mercator)
    assert after.counts == before.counts and after.candidates == before.candidates
    assert again.numbers("targets").tolist() == found.numbers("targets").tolist()
    assert again.numbers("area_km2") == pytest.approx(found.numbers("area_km2"), rel=1e-5)
    assert "4326" in again.crs and "3857" in rows(out.candidates).crs


def test_slope_rates_go_before_rates_along_the_line_of_sight(inventory, tmp_path):
    source = write_points(
        tmp_path / "p.gpkg", [cloud(0, 0, 30, 200, 0.5)], slope_velocity_mm_yr=20.0,
        slope_velocity_std_mm_yr=1.0, velocity_std_mm_yr=9.0,
    )  # fmt: skip
    report, found, _ = run(inventory, source, tmp_path)
    assert report.motion == "along the slope" and found.texts("motion")[0] == "along the slope"
    assert found.texts("activity")[0] == "very slow"
    assert found.numbers("noise_mm_yr")[0] == pytest.approx(np.sqrt(2 / np.pi), abs=1e-3)
    assert "line of sight" not in " ".join(report.notes)


def test_two_orbits_count_together(inventory, tmp_path):
    sources = [
        write_points(tmp_path / f"{k}.gpkg", [cloud(4000 + k, 0, 3, 150, -30.0)]) for k in (1, 2)
    ]
    _, alone, _ = run(inventory, sources[0], tmp_path)
    _, both, _ = run(inventory, sources, tmp_path)
    assert alone.texts("activity")[2] == "not assessed"
    assert both.numbers("targets")[2] == 6 and both.texts("activity")[2] == "very slow"


def test_a_raster_of_slope_rates(inventory, tmp_path):
    grid = Grid(40, 40, (ORIGIN[0] - 400, 20.0, 0.0, ORIGIN[1] + 400, 0.0, -20.0), TRUE)
    path = tmp_path / "slope.tif"
    write_raster(path, grid, np.full((40, 40), 4.0), [BandInfo("slope_velocity_mm_yr", "mm/yr")])
    report, found, _ = run(inventory, AreaSource(path, raster=True), tmp_path)
    assert report.motion == "along the slope"
    assert found.numbers("targets").tolist() == [100, 0, 0, 0]
    assert found.numbers("mean_mm_yr")[0] == pytest.approx(4.0)


def test_filters(inventory, tmp_path):
    source = write_points(tmp_path / "p.gpkg", [cloud(0, 0, 30, 200, 0.5)], coherence=0.4)
    with pytest.raises(GroundshiftError, match="loosen"):
        run(inventory, source, tmp_path, coherence=0.5)
    assert not (tmp_path / "new.gpkg").exists()
    assert run(inventory, source, tmp_path, coherence=0.3)[0].targets == 30


def test_points_need_a_radius(targets, tmp_path):
    slides = layer(
        tmp_path / "slides.gpkg", "point", [point(0, 0), point(2000, 0)], before=["", "active"]
    )
    with pytest.raises(GroundshiftError, match="give the radius"):
        run(slides, targets, tmp_path)
    report, found, _ = run(slides, targets, tmp_path, radius=150.0)
    assert found.numbers("targets").tolist() == [30, 12]
    circle = 64 / 2 * np.sin(2 * np.pi / 64) * 0.15**2
    assert found.numbers("area_km2") == pytest.approx([circle] * 2, rel=1e-4)
    assert "circles of 150 m" in " ".join(report.notes)


def test_landslides_all_over_the_world(targets, active, tmp_path):
    table = tmp_path / "world.csv"
    table.write_text(
        "name,lon,lat,before\nfiji,179.9999,-17,active\npole,0,89.9999,x\nhere,15.0,41.55,active\n"
    )
    from groundshift.algorithms.io.fault_layers import LayerSource

    report, found, _ = run(LayerSource(str(table)), targets, tmp_path, active, radius=5000.0)
    assert found.numbers("active_areas").tolist() == [0, 0, 4]
    assert found.texts("activity").tolist()[:2] == ["not assessed"] * 2
    assert found.numbers("targets").tolist() == [0, 0, 66]
    assert found.numbers("area_km2")[[0, 2]] == pytest.approx([78.4, 78.4], abs=0.1)
    assert np.ptp(parts(found.wkb[0])[0][:, 0]) < 0.1, "the circle goes on across 180 degrees"
    assert "2 landslide(s) lie more than 50 km" in " ".join(report.notes)


def test_a_hole_holds_no_targets_and_no_area(targets, tmp_path):
    slides = layer(tmp_path / "h.gpkg", "polygon", [square(0, 0, 400, hole=200)], before=["x"])
    _, found, _ = run(slides, targets, tmp_path)
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
    _, _, out = run(inventory, targets, tmp_path)
    first = tmp_path / "first.gpkg"
    out.inventory.rename(first)
    from groundshift.algorithms.io.fault_layers import LayerSource

    _, found, _ = run(LayerSource(str(first)), targets, tmp_path, former="activity")
    assert found.texts("state").tolist() == [
        "still inactive", "still active", "not assessed", "not assessed"
    ]  # fmt: skip
    assert found.texts("activity_before").tolist()[:2] == ["stable", "extremely slow"]
    assert "activity_before_before" not in found.columns


def test_a_missing_field_is_named(inventory, targets, tmp_path):
    with pytest.raises(GroundshiftError, match="no field 'then'"):
        run(inventory, targets, tmp_path, former="then")


def test_other_rules(inventory, targets, tmp_path):
    rules = InventoryRules(least_targets=(3, 20), classes=(("rest", 0.1), ("moves", np.inf)))
    report, found, _ = run(inventory, targets, tmp_path, rules=rules)
    assert found.texts("activity").tolist() == ["moves"] * 3 + ["not assessed"]
    assert report.classes == ("rest", "moves", "not assessed")


def test_noise_does_not_make_a_landslide_move(inventory, tmp_path):
    noise = [cloud(0, 0, 40, 200, 0.0, spread=6.0)]
    source = write_points(tmp_path / "p.gpkg", noise, velocity_std_mm_yr=6.0)
    report, found, out = run(inventory, source, tmp_path, identity="name")
    assert found.numbers("mean_abs_mm_yr")[0] > 3, "far above the limit of stable ground"
    assert found.texts("state")[0] == "not assessed" and report.counts == (0, 0, 0, 4)
    assert "of which noise gives 4.8" in found.texts("not_assessed_because")[0]
    assert "1 landslide(s) whose rates" in " ".join(report.notes)
    assert "3 landslide(s) without a target and 0 with too few" in " ".join(report.notes)
    loose = InventoryRules(noise_factor=0.0)
    assert run(inventory, source, tmp_path, rules=loose)[1].texts("activity")[0] != "not assessed"
