# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What active areas may be, from files to files."""

import numpy as np
import pytest
from area_layers import ORIGIN, TRUE, layer, line, other_crs, point, rows, square
from groundshift.algorithms.areas.classification import RULES
from groundshift.algorithms.areas.tools.area_evidence import AreaShapes, evidence_of
from groundshift.algorithms.areas.tools.classifyareas import ClassifyAreas, read_rules
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.job import Job
from groundshift.algorithms.toolbox import call


@pytest.fixture
def areas(tmp_path):
    """On a slope, on the plain, and on the plain beyond what the rasters hold."""
    return layer(
        tmp_path / "areas.gpkg", "polygon",
        [square(-1000, 0, 200), square(1000, 0, 200), square(9000, 0, 200)], area_id=[1, 2, 3],
    )  # fmt: skip


def raster(path, values):
    """Cells of 20 m around the origin, 200 columns wide."""
    grid = Grid(60, 200, (ORIGIN[0] - 2000, 20.0, 0.0, ORIGIN[1] + 600, 0.0, -20.0), TRUE)
    write_raster(path, grid, np.broadcast_to(values, (60, 200)), [BandInfo("value")])
    return path


def halves(path, left, right):
    return raster(path, np.where(np.arange(200) < 100, left, right)[None].astype(float))


@pytest.fixture
def rasters(tmp_path):
    """A slope of 20 degrees in the west."""
    x = -2000 + 20.0 * (np.arange(200) + 0.5)
    heights = np.where(x < 0, -x * np.tan(np.radians(20)), 0.0)[None]
    return {
        "dem": raster(tmp_path / "dem.tif", heights),
        "east": halves(tmp_path / "east.tif", 8.0, 0.3),
        "up": halves(tmp_path / "up.tif", -6.0, -12.0),
    }


def evidence(areas, **layers):
    given = {name.upper(): value for name, value in layers.items()}
    return evidence_of(AreaShapes(areas), ClassifyAreas.of({"AREAS": areas, **given}), Job())


def test_slope_shape_and_direction_by_hand(areas, rasters):
    found = evidence(areas, smoothing=0.0, **rasters)
    assert found["slope_deg"][:2] == pytest.approx([20.0, 0.0], abs=0.01)
    assert found["horizontal"][:2] == pytest.approx([0.8, 0.025], abs=1e-3)
    assert found["sinking"][:2] == pytest.approx([0.6, 1.0], abs=1e-3)
    for name in ("slope_deg", "horizontal", "sinking"):
        assert np.isnan(found[name][2]), "the rasters do not reach there"
    assert found["area_km2"] == pytest.approx([0.04] * 3, rel=1e-5)
    assert found["compactness"] == pytest.approx([np.pi / 4] * 3, rel=1e-5)


def test_the_side_of_the_motion(tmp_path):
    areas = layer(
        tmp_path / "m.gpkg", "polygon", [square(0, 0, 9), square(50, 0, 9), square(90, 0, 9)],
        mean_mm_yr=[-3.0, 4.0, np.nan],
    )  # fmt: skip
    assert np.array_equal(evidence(areas)["away"], [1.0, 0.0, np.nan], equal_nan=True)


def test_slow_areas_have_no_direction(areas, rasters):
    found = evidence(areas, east=rasters["east"], up=rasters["up"], least_rate=11.0)
    assert np.isnan(found["horizontal"]).tolist() == [True, False, True]


def test_what_is_mapped(areas, tmp_path):
    shapes = {
        "landslides": layer(tmp_path / "a.gpkg", "polygon", [square(-900, 0, 40)], n=[1]),
        "mining": layer(tmp_path / "b.gpkg", "polygon", [square(1000, 0, 900)], n=[1]),
        "sinkholes": layer(
            tmp_path / "c.gpkg", "point", [point(1000, 5), point(9130, 0)], n=[1, 2]
        ),
        "built": layer(tmp_path / "d.gpkg", "line", [line((-2000, 140), (1000, 140))], n=[1]),
    }
    shapes["mining"] = other_crs(shapes["mining"].path, tmp_path / "wgs.gpkg", "EPSG:4326")
    found = evidence(areas, **shapes, distance=50.0)
    # 20 x 40 of 200 x 200 m is a fiftieth, a tenth of what counts fully; near counts more.
    assert found["landslide"].tolist() == [0.5, 0.0, 0.0]
    assert found["mining"].tolist() == [0.0, 1.0, 0.0]
    assert found["sinkhole"].tolist() == [0.0, 1.0, 0.5]
    assert found["built"].tolist() == [0.5, 0.5, 0.0]
    found = evidence(areas, **shapes, distance=10.0)
    assert found["landslide"] == pytest.approx([0.5, 0, 0])
    assert found["sinkhole"].tolist() == [0.0, 1.0, 0.0] and found["built"].tolist() == [0, 0, 0]


def test_a_share_of_a_mapped_polygon(areas, tmp_path):
    # 30 x 200 of 200 x 200 m are 15 percent: three quarters of the fifth that counts fully.
    slide = layer(tmp_path / "a.gpkg", "polygon", [square(-770, 0, 320)], n=[1])
    found = evidence(areas, landslides=slide)
    assert found["landslide"] == pytest.approx([0.75, 0.0, 0.0], abs=1e-3)


def test_ground(areas, tmp_path):
    ground = layer(
        tmp_path / "g.gpkg", "polygon",
        [square(-1000, 0, 1000), square(1000, 0, 1000), square(1050, 0, 100),
         square(8850, 0, 200)],
        rock=["Gypsum and marl", "Alluvium", "young Peat", "Clay"],
    )  # fmt: skip
    found = evidence(areas, ground=ground, ground_field="rock", soft="alluvi, peat", soluble="gyps")
    assert found["soft"][:2] == pytest.approx([0.0, 1.0])
    assert found["soluble"][:2] == pytest.approx([1.0, 0.0])
    assert np.isnan(found["soft"][2]), "only a quarter is mapped"


def classified(areas, folder, said=None, **layers):
    target = folder / "out" / "classes.gpkg"
    note = None if said is None else said.append
    found = call("classifyareas", {"note": note}, areas=areas, classified=target, **layers)
    return found, rows(target)


def test_classes_with_their_reasons(areas, rasters, tmp_path):
    slides = layer(tmp_path / "a.gpkg", "polygon", [square(-1000, 0, 300)], n=[1])
    mines = layer(tmp_path / "b.gpkg", "polygon", [square(1000, 0, 300)], n=[1])
    said = []
    numbers, found = classified(
        areas, tmp_path, said, smoothing=0.0, landslides=slides, mining=mines, **rasters
    )
    assert found.texts("class").tolist() == ["landslide", "mining", "unclassified"]
    assert [numbers[name] for name in ("count", "landslide", "mining")] == [3, 1, 1]
    assert found.numbers("landslide_score")[:2] == pytest.approx([1.0, 0.0])
    assert found.numbers("ev_slope_deg")[0] == pytest.approx(20.0, abs=0.01)
    assert "slope_deg 20 counts 1.00 (weight 3, needed)" in found.texts("landslide_why")[0]
    assert "sinkhole" in " ".join(said), "nothing is known of sinkholes"
    assert np.isnan(found.numbers("settlement_score")).all()
    assert found.numbers("area_id").tolist() == [1, 2, 3]
    assert numbers["unclassified"] == 1


def test_without_layers_nothing_is_classified(areas, tmp_path):
    numbers, found = classified(areas, tmp_path)
    assert numbers["unclassified"] == 3
    assert set(found.texts("class_reason")) == {"no process has the evidence it needs"}


def test_rules_from_a_file(areas, tmp_path):
    path = tmp_path / "rules.csv"
    path.write_text("process,evidence,from,to,weight,needed\nmining,area_km2,0,0.01,1,\n")
    assert len(read_rules(path)) == 1 and len(RULES) > 10
    target = tmp_path / "classes.gpkg"
    found = call("classifyareas", areas=areas, rules=path, classified=target)
    assert found["mining"] == 3
    path.write_text("process,evidence\nmining,area_km2\n")
    with pytest.raises(GroundshiftError, match="line 2 is no rule"):
        call("classifyareas", areas=areas, rules=path, classified=tmp_path / "no.gpkg")
    assert not (tmp_path / "no.gpkg").exists()


def test_a_layer_without_a_crs_is_refused(areas, tmp_path):
    bare = layer(tmp_path / "n.gpkg", "polygon", [square(0, 0, 9)], crs="", n=[1])
    with pytest.raises(GroundshiftError, match="n.gpkg: the layer has no CRS"):
        classified(areas, tmp_path, mining=bare)
    with pytest.raises(GroundshiftError, match="no CRS"):
        classified(bare, tmp_path)


def test_layers_of_another_place_give_nothing(areas, tmp_path):
    far = layer(tmp_path / "f.gpkg", "polygon", [square(90_000, 0, 9)], rock=["clay"])
    found = evidence(areas, mining=far, ground=far, ground_field="rock", soft="clay")
    assert found["mining"].tolist() == [0, 0, 0] and np.isnan(found["soft"]).all()
