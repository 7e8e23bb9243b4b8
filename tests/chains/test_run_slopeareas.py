# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slope ADAs of one and two orbits, against a scene whose truth is known."""

import re

import numpy as np
import pytest
import slope_scene
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.vectors.features import read_polygons
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.toolbox import call


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    return slope_scene.write_scene(tmp_path_factory.mktemp("slope"))


def run(scene, folder, *names, said=None, **chosen):
    """What the tool gives for one orbit or two."""
    given = {
        "dem": scene["dem"], "resolution": 35.0, "areas": folder / "areas.gpkg",
        "removed": folder / "removed.gpkg",
    }  # fmt: skip
    for name, end in zip(names, ("", "_2")):
        incidence, heading = slope_scene.ORBITS[name]
        given.update({
            f"points{end}": scene[name], f"incidence{end}": incidence, f"heading{end}": heading
        })  # fmt: skip
    note = None if said is None else said.append
    return call("slopeareas", {"note": note}, **{**given, **chosen})


def found_and_kept(said):
    """By orbit, as the notes tell."""
    words = re.compile(r"(\d+) active areas, (\d+) of them on slopes")
    return [tuple(map(int, found.groups())) for text in said if (found := words.match(text))]


def centres(features):
    from osgeo import ogr

    out = []
    for wkb in features.wkb:
        middle = ogr.CreateGeometryFromWkb(wkb).Centroid()
        out.append((middle.GetX() - slope_scene.X0, slope_scene.Y0 - middle.GetY()))
    return np.array(out)


def test_each_orbit_says_what_it_saw(scene, tmp_path):
    said = []
    found = run(scene, tmp_path, "ascending", "descending", said=said)
    assert found_and_kept(said) == [(3, 1), (2, 2)]
    assert (found["count"], found["both"], found["removed_count"]) == (2, 1, 2)
    assert {"1 areas removed: gentle slope.", "1 areas removed: in layover."} < set(said)
    areas = read_polygons(found["areas"])
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
    areas = read_polygons(run(scene, tmp_path, "ascending", "descending")["areas"])
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
    removed = read_polygons(run(scene, tmp_path, "ascending", "descending")["removed"])
    by_reason = dict(zip(removed.texts("reason"), centres(removed)))
    np.testing.assert_allclose(by_reason["gentle slope"], slope_scene.PLACES["plain"], atol=25)
    np.testing.assert_allclose(by_reason["in layover"], slope_scene.PLACES["west"], atol=25)
    assert list(removed.numbers("orbit")) == [1, 1]


def test_rest_is_no_blindness(scene, tmp_path):
    """An orbit with points at rest says so; one without points does not."""
    table = read_table(scene["descending"])
    x, y = table.x - slope_scene.X0, slope_scene.Y0 - table.y
    from groundshift.algorithms.formats.vectors.tables import write_table

    near = np.hypot(x - slope_scene.PLACES["east"][0], y - slope_scene.PLACES["east"][1]) < 260
    rate = np.where(near, 0.5, table.numbers("velocity_mm_yr"))
    for name, keep, word in (
        ("rest", np.ones(len(x), bool), "at rest"), ("none", ~near, "no points"),
    ):  # fmt: skip
        path = tmp_path / f"{name}.gpkg"
        write_table(path, table.crs, table.x[keep], table.y[keep], {"velocity_mm_yr": rate[keep]})
        found = run({**scene, "descending": path}, tmp_path, "ascending", "descending")
        areas = read_polygons(found["areas"])
        east = np.argmax(centres(areas)[:, 0])
        assert areas.texts("evidence_2")[east] == word
        assert areas.texts("orbits")[east] == "first"
        assert np.isnan(areas.numbers("quality_2")[east])


def test_a_given_visibility_counts_the_same(scene, tmp_path):
    path = tmp_path / "visibility.tif"
    incidence, heading = slope_scene.ORBITS["descending"]
    call("visibility", dem=scene["dem"], incidence=incidence, heading=heading, classes=path)
    computed = run(scene, tmp_path, "ascending", "descending")
    unseen = {"visibility_2": path, "incidence_2": None, "heading_2": None}
    given = run(
        scene, tmp_path, "ascending", "descending", areas=tmp_path / "given.gpkg", **unseen
    )  # fmt: skip
    names = ("count", "both", "removed_count", "area_km2", "used_resolution")
    assert [given[name] for name in names] == [computed[name] for name in names]
    areas = read_polygons(given["areas"])
    assert np.isnan(areas.numbers("sensitivity_2")).all()  # nobody said where the radar is
    assert areas.wkb == read_polygons(computed["areas"]).wkb


def test_the_rules_matter(scene, tmp_path):
    said = []
    found = run(scene, tmp_path, "ascending", said=said, least_slope=0, most_blind=1)
    assert found_and_kept(said) == [(3, 3)] and found["removed_count"] == 0
    found = run(scene, tmp_path, "ascending", said=said, least_slope=30)
    assert found["count"] == 0
    assert {"2 areas removed: gentle slope.", "1 areas removed: in layover."} < set(said)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"points": "gone.gpkg"}, "POINTS.*there is no file"),
        ({"visibility": "dem"}, "give the classes"),
        ({"heading_2": 192, "points_2": "descending"}, "POINTS_2.* look is not known"),
        ({"visibility_2": "dem"}, "POINTS_2.*is missing"),
        ({"incidence_2": 39, "points_2": "descending"}, "heading"),
    ],
)
def test_refusals(scene, tmp_path, change, words):
    change = {name: scene.get(value, value) for name, value in change.items()}
    with pytest.raises(GroundshiftError, match=words):
        run(scene, tmp_path, "ascending", **change)
    assert not list(tmp_path.iterdir())


def test_sparse_points_are_enough_by_default(tmp_path):
    # 200 points a square kilometre: with lengths for 20 m nothing but splinters was found.
    sparse = slope_scene.write_scene(tmp_path, count=3200)
    said = []
    found = run(sparse, tmp_path, "ascending", "descending", said=said, resolution=None)
    assert (found["count"], found["both"]) == (2, 1)
    told = [text for text in said if "times the mean spacing of the points" in text]
    lengths = [float(re.match(r"Resolution: (\S+) m", text)[1]) for text in told]
    assert lengths == pytest.approx([49.5, 49.5], rel=0.05)
    assert found["area_km2"] > 2 * 0.4 * np.pi * 0.15**2
