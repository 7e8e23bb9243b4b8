# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slope ADAs of one and two orbits, against a scene whose truth is known."""

from dataclasses import replace

import numpy as np
import pytest
import slope_scene
from groundshift.algorithms.areas.active import AreaOptions
from groundshift.algorithms.areas.clusters import ClusterOptions
from groundshift.algorithms.areas.selection import SelectionOptions
from groundshift.algorithms.areas.slope import SlopeRules
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.io.area_points import AreaSource
from groundshift.algorithms.io.features import read_polygons
from groundshift.algorithms.io.look_angles import LookSource
from groundshift.algorithms.io.run_slopeareas import OrbitSource, SlopeTargets, run_slopeareas
from groundshift.algorithms.io.run_visibility import VisibilityTargets, run_visibility
from groundshift.algorithms.io.tables import read_table

OPTIONS = AreaOptions(
    selection=SelectionOptions("fixed", 0.015), clusters=ClusterOptions("delaunay")
)
RESOLUTION = 35.0


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    return slope_scene.write_scene(tmp_path_factory.mktemp("slope"))


def orbit(scene, name):
    return OrbitSource(AreaSource(scene[name]), look=LookSource(*slope_scene.ORBITS[name]))


def run(scene, folder, *names, rules=None, **options):
    targets = SlopeTargets(folder / "areas.gpkg", folder / "removed.gpkg")
    report = run_slopeareas(
        scene["dem"], [orbit(scene, name) for name in names], targets,
        replace(OPTIONS, **options), rules, RESOLUTION,
    )  # fmt: skip
    return report, targets


def centres(features):
    from osgeo import ogr

    out = []
    for wkb in features.wkb:
        middle = ogr.CreateGeometryFromWkb(wkb).Centroid()
        out.append((middle.GetX() - slope_scene.X0, slope_scene.Y0 - middle.GetY()))
    return np.array(out)


def test_each_orbit_says_what_it_saw(scene, tmp_path):
    report, targets = run(scene, tmp_path, "ascending", "descending")
    assert report.found == (3, 2) and report.kept == (1, 2)
    assert (report.areas, report.both) == (2, 1)
    assert report.removed == {"gentle slope": 1, "in layover": 1}
    areas = read_polygons(targets.areas)
    order = np.argsort(centres(areas)[:, 0])
    np.testing.assert_allclose(
        centres(areas)[order], [slope_scene.PLACES["west"], slope_scene.PLACES["east"]], atol=25
    )
    west, east = order
    first, second = areas.texts("evidence_1"), areas.texts("evidence_2")
    assert (first[west], second[west]) == ("not seen by the radar", "moving")
    assert (first[east], second[east]) == ("moving", "moving")
    assert list(areas.texts("orbits")[order]) == ["second", "both"]
    assert list(areas.numbers("main_orbit")[[west]]) == [2]
    slope, aspect = areas.numbers("slope_deg"), areas.numbers("aspect_deg")
    np.testing.assert_allclose(slope[order], [45.0, np.degrees(np.arctan(0.5))], atol=0.5)
    # True north is half a degree off this grid's.
    np.testing.assert_allclose(aspect[order], [270.0, 90.0], atol=1.5)
    assert areas.numbers("blind_1")[west] > 0.99 and areas.numbers("blind_1")[east] < 0.01


def test_rates_and_sensitivity(scene, tmp_path):
    _, targets = run(scene, tmp_path, "ascending", "descending")
    areas = read_polygons(targets.areas)
    east = np.argmax(centres(areas)[:, 0])
    numbers = {name: areas.numbers(name)[east] for name in areas.columns if name != "orbits"
               and not name.startswith(("evidence", "method"))}  # fmt: skip
    for k, (incidence, heading) in enumerate(slope_scene.ORBITS.values(), 1):
        i, h, b = np.radians([incidence, heading, np.degrees(np.arctan(0.5))])
        look = np.array([-np.sin(i) * np.cos(h), np.sin(i) * np.sin(h), np.cos(i)])
        down = np.array([np.cos(b), 0.0, -np.sin(b)])
        assert numbers[f"sensitivity_{k}"] == pytest.approx(look @ down, abs=0.02)
        assert numbers[f"mean_mm_yr_{k}"] == pytest.approx(-30, abs=0.5)
        if abs(look @ down) > 0.32:
            expected = numbers[f"mean_mm_yr_{k}"] / numbers[f"sensitivity_{k}"]
            assert numbers[f"slope_mm_yr_{k}"] == pytest.approx(expected, abs=0.01)
        elif abs(look @ down) < 0.28:
            assert np.isnan(numbers[f"slope_mm_yr_{k}"])
        # Points inside that are trusted are those that move, and no others.
        assert numbers[f"trusted_{k}"] >= numbers[f"points_{k}"] > 30
    assert numbers["points"] == numbers["points_1"] + numbers["points_2"]
    main = int(numbers["main_orbit"])
    assert numbers["mean_mm_yr"] == numbers[f"mean_mm_yr_{main}"]


def test_removed_areas_keep_the_reason(scene, tmp_path):
    _, targets = run(scene, tmp_path, "ascending", "descending")
    removed = read_polygons(targets.removed)
    by_reason = dict(zip(removed.texts("reason"), centres(removed)))
    np.testing.assert_allclose(by_reason["gentle slope"], slope_scene.PLACES["plain"], atol=25)
    np.testing.assert_allclose(by_reason["in layover"], slope_scene.PLACES["west"], atol=25)
    assert list(removed.numbers("orbit")) == [1, 1]


def test_rest_is_no_blindness(scene, tmp_path):
    """An orbit with points at rest says so; one without points does not."""
    table = read_table(scene["descending"])
    x, y = table.x - slope_scene.X0, slope_scene.Y0 - table.y
    from groundshift.algorithms.io.tables import write_table

    near = np.hypot(x - slope_scene.PLACES["east"][0], y - slope_scene.PLACES["east"][1]) < 260
    rate = np.where(near, 0.5, table.numbers("velocity_mm_yr"))
    for name, keep, word in (
        ("rest", np.ones(len(x), bool), "at rest"), ("none", ~near, "no points"),
    ):  # fmt: skip
        path = tmp_path / f"{name}.gpkg"
        write_table(path, table.crs, table.x[keep], table.y[keep], {"velocity_mm_yr": rate[keep]})
        _, targets = run({**scene, "descending": path}, tmp_path, "ascending", "descending")
        areas = read_polygons(targets.areas)
        east = np.argmax(centres(areas)[:, 0])
        assert areas.texts("evidence_2")[east] == word
        assert areas.texts("orbits")[east] == "first"
        assert np.isnan(areas.numbers("quality_2")[east])


def test_a_given_visibility_counts_the_same(scene, tmp_path):
    path = tmp_path / "visibility.tif"
    look = LookSource(*slope_scene.ORBITS["ascending"])
    run_visibility(scene["dem"], VisibilityTargets(path), [look])
    computed, first = run(scene, tmp_path, "ascending")
    targets = SlopeTargets(tmp_path / "given.gpkg")
    given = run_slopeareas(
        scene["dem"], [OrbitSource(AreaSource(scene["ascending"]), path)], targets, OPTIONS,
        resolution=RESOLUTION,
    )  # fmt: skip
    assert given == computed and given.areas == 1
    areas = read_polygons(targets.areas)
    assert np.isnan(areas.numbers("sensitivity_1")).all()  # nobody said where the radar is
    assert areas.wkb == read_polygons(first.areas).wkb


def test_the_rules_matter(scene, tmp_path):
    rules = SlopeRules(least_slope=0.0, most_blind=1.0)
    report, _ = run(scene, tmp_path, "ascending", rules=rules)
    assert report.kept == (3,) and not report.removed
    report, _ = run(scene, tmp_path, "ascending", rules=SlopeRules(least_slope=30.0))
    assert report.areas == 0 and report.removed == {"gentle slope": 2, "in layover": 1}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"look": None}, "neither a visibility raster nor look angles"),
        ({"points": "gone"}, "cannot be read as a vector layer"),
        ({"visibility": "dem"}, "give the classes"),
    ],
)
def test_refusals(scene, tmp_path, change, words):
    source = orbit(scene, "ascending")
    if change.get("points"):
        change = {"points": AreaSource(tmp_path / "gone.gpkg")}
    if change.get("visibility"):
        change = {"visibility": scene["dem"]}
    targets = SlopeTargets(tmp_path / "areas.gpkg", tmp_path / "removed.gpkg")
    with pytest.raises(GroundshiftError, match=words):
        run_slopeareas(
            scene["dem"], [replace(source, **change)], targets, OPTIONS, resolution=RESOLUTION
        )
    assert not list(tmp_path.iterdir())


def test_a_sweep_is_refused(scene, tmp_path):
    sweep = SelectionOptions("sweep", 0.01)
    with pytest.raises(GroundshiftError, match="one threshold"):
        run(scene, tmp_path, "ascending", selection=sweep)


def test_sparse_points_are_enough_by_default(tmp_path):
    # 200 points a square kilometre: with lengths for 20 m nothing but splinters was found.
    sparse = slope_scene.write_scene(tmp_path, count=3200)
    said = []
    targets = SlopeTargets(tmp_path / "areas.gpkg")
    sources = [orbit(sparse, name) for name in slope_scene.ORBITS]
    report = run_slopeareas(sparse["dem"], sources, targets, OPTIONS, log=said.append)
    assert (report.areas, report.both) == (2, 1)
    assert report.resolution == pytest.approx((49.5, 49.5), rel=0.05)
    assert sum("times the mean spacing of the points" in text for text in said) == 2
    assert report.square_metres > 2 * 0.4 * np.pi * 150**2
