# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Expected density of targets, from files to files."""

import csv

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.features import write_polygons
from groundshift.algorithms.formats.vectors.tables import write_table
from groundshift.algorithms.geometry.land_cover import WORLDCOVER
from groundshift.algorithms.geometry.tools.land_cover import PolygonCover
from groundshift.algorithms.job import Job
from groundshift.algorithms.toolbox import call

UTM = wkt_from_epsg(32633)
GRID = Grid(130, 180, (500000.0, 30.0, 0.0, 4700000.0, 0.0, -30.0), UTM)
COARSE = Grid(13, 18, (500000.0, 300.0, 0.0, 4700000.0, 0.0, -300.0), UTM)
FILES = {"index": "cr.tif", "classes": "class.tif", "shares": "shares.csv"}


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Elevation, visibility of it, and land cover as raster and as polygons."""
    from osgeo import ogr
    from scipy.ndimage import gaussian_filter

    folder, rng = tmp_path_factory.mktemp("scene"), np.random.default_rng(0)
    field = gaussian_filter(rng.normal(size=GRID.shape), 7)
    height = (1000 + 160 * field / field.std()).astype(np.float32)
    write_raster(folder / "dem.tif", GRID, height, [BandInfo("height", "m")])
    call(
        "visibility", dem=folder / "dem.tif", classes=folder / "classes.tif",
        measures=folder / "measures.tif",
    )  # fmt: skip
    codes = rng.choice([10, 30, 50, 80], size=COARSE.shape).astype(np.uint8)
    codes[0, 0], codes[0, 1] = 0, 7  # no data, and no class of the scheme
    write_raster(folder / "cover.tif", COARSE, codes, [BandInfo("c")], dtype="uint8", nodata=0)
    shapes, names = [], []
    for row, col in np.argwhere(codes > 0):
        x, y = COARSE.xy(row, col)
        box = ogr.CreateGeometryFromWkt(
            f"POLYGON(({x - 150} {y - 150},{x + 150} {y - 150},{x + 150} {y + 150},"
            f"{x - 150} {y + 150},{x - 150} {y - 150}))"
        )
        shapes.append(bytes(box.ExportToWkb()))
        names.append(str(codes[row, col]))
    write_polygons(folder / "cover.gpkg", UTM, shapes, {"code": np.array(names, object)})
    return folder, codes


def measured(folder):
    return {"measures": folder / "measures.tif", "visibility": folder / "classes.tif"}


def judged(scene, place, job=None, out=FILES, **changed):
    """The tool on the scene's rasters, but for what is changed."""
    folder, _ = scene
    given = {**measured(folder), "land_cover": folder / "cover.tif", "scheme": "worldcover"}
    outputs = {name: place / FILES[name] for name in out}
    return call("suitability", job, **{**given, **changed}, **outputs)


def test_index_is_r_times_score(scene, tmp_path):
    folder, codes = scene
    told = []
    out = judged(scene, tmp_path, {"note": told.append})
    _, found, names = read_raster(out["index"])
    assert names == ["cr_index", "land_cover_score", "r_index"]
    fine = np.kron(codes, np.ones((10, 10), int))
    score = np.vectorize(lambda c: WORLDCOVER[c][1] if c in WORLDCOVER else np.nan)(fine)
    visible = read_raster(folder / "classes.tif")[1][0]
    r_index = read_raster(folder / "measures.tif")[1][0]
    expected = np.where(visible > 6, np.clip(r_index, 0, 1), 0) * score
    np.testing.assert_allclose(found[0], expected, atol=1e-6)
    _, classes, _ = read_raster(out["classes"])
    assert (classes[0][fine == 7] == 0).all() and (classes[0][fine == 80] == 1).all()
    assert any("class 7;" in text for text in told)
    # Layover, passive as well, has none whatever the land cover.
    assert ((classes[0] == 1) & (fine == 50)).any()
    shares = [out[name] for name in ("none", "low", "medium", "high")]
    assert sum(shares) == pytest.approx(100)
    with open(out["shares"]) as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 6 + 4
    assert sum(float(row["share_percent"]) for row in rows) == pytest.approx(200, abs=0.01)
    assert out["high"] == pytest.approx(sum(float(r["share_percent"]) for r in rows[4:6]), abs=2e-3)
    town = next(row for row in rows if row["class"] == "50")
    assert int(town["cells"]) == (fine == 50).sum() and town["score"] == "1.0"
    assert float(town["area_km2"]) == pytest.approx((fine == 50).sum() * 900e-6, rel=2e-3)


def test_every_way_in_gives_the_same(scene, tmp_path):
    folder, _ = scene
    ways = (
        {}, {"measures": None, "visibility": None, "dem": folder / "dem.tif"},
        {"land_cover": folder / "cover.gpkg", "field": "code"},
        {"land_cover": f"{folder / 'cover.gpkg'}|layername=areas", "field": "code"},
    )  # fmt: skip
    results = []
    for number, way in enumerate(ways):
        (tmp_path / str(number)).mkdir()
        job = Job(budget=64 << 20) if number else None
        found = judged(scene, tmp_path / str(number), job, ["classes"], **way)
        results.append((read_raster(found["classes"])[1], found["high"]))
        assert "density_low" not in found
    for classes, high in results[1:]:
        np.testing.assert_array_equal(classes, results[0][0])
        assert high == pytest.approx(results[0][1], rel=1e-12)


def test_measures_alone_know_a_cells_own_slope(scene, tmp_path):
    folder, _ = scene
    _, alone, _ = read_raster(judged(scene, tmp_path, visibility=None)["classes"])
    visible = read_raster(folder / "classes.tif")[1]
    town = read_raster(folder / "measures.tif")[1][2] < 90
    assert (alone[:, ~town] <= 1).all()
    assert (alone[(visible == 2)] > 1).any()  # passive layover is not known then
    assert (alone[visible == 1] <= 1).all()


def test_targets_are_counted(scene, tmp_path):
    folder, codes = scene
    rng = np.random.default_rng(2)
    rows, cols = np.nonzero(np.kron(codes, np.ones((10, 10), int)) == 50)
    pick = rng.choice(len(rows), 500)
    x, y = GRID.xy(rows[pick], cols[pick])
    write_table(tmp_path / "ps.gpkg", UTM, x, y, {"id": np.arange(500)})
    out = judged(scene, tmp_path, targets=tmp_path / "ps.gpkg")
    with open(out["shares"]) as file:
        shares = {row["class"]: row for row in csv.DictReader(file)}
    assert shares["50"]["points"] == "500" and shares["10"]["points"] == "0"
    area = float(shares["50"]["area_km2"])
    assert float(shares["50"]["points_per_km2"]) == pytest.approx(500 / area, rel=1e-3)
    low, high = ([shares[str(k)] for k in codes] for codes in ((2, 3), (5, 6)))
    for rows, name in ((low, "density_low"), (high, "density_high")):
        count, area = (sum(float(r[key]) for r in rows) for key in ("points", "area_km2"))
        assert out[name] == pytest.approx(count / area, rel=1e-3)
    assert out["density_high"] > out["density_low"]


def test_own_scores(scene, tmp_path):
    folder, codes = scene
    (tmp_path / "own.csv").write_text("class,score,name\n7,0.9,lava\n50,0.5,village\n")
    out = judged(scene, tmp_path, scheme="own", score_table=tmp_path / "own.csv")
    score = read_raster(out["index"])[1][1]
    fine = np.kron(codes, np.ones((10, 10), int))
    assert set(np.unique(score[fine == 7])) == {np.float32(0.9)}
    assert np.isnan(score[fine == 10]).all() and (score[fine == 50] == 0.5).all()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"measures": None, "visibility": None}, "MEASURES.* is missing; give it, or an elevation"),
        ({"measures": None, "dem": "dem.tif"}, "VISIBILITY.* belongs to the geometry measures"),
        ({"measures": "cover.tif"}, "no band r_index"),
        ({"visibility": "cover.tif"}, "another grid"),
        ({"scheme": "own", "scores": ["5", "0.5", "five"]}, "none of its classes has a score"),
        ({"scheme": "own", "scores": ["50", "1"]}, "SCORES.* no rows of 3"),
        ({"limits": "1, 2, 3, 4"}, "four numbers"),
        ({"land_cover": "cover.gpkg"}, "FIELD.* is missing for polygons"),
        ({"land_cover": "cover.gpkg", "field": "nothing"}, "has no field"),
    ],
)
def test_what_cannot_be(scene, tmp_path, change, words):
    files = ("measures", "visibility", "dem", "land_cover")
    change = {k: scene[0] / v if v and k in files else v for k, v in change.items()}
    with pytest.raises(GroundshiftError, match=words):
        judged(scene, tmp_path, **change)
    assert not list(tmp_path.iterdir())


def test_a_raster_is_no_polygons(scene):
    folder, _ = scene
    with pytest.raises(GroundshiftError, match="cannot be read as a vector|holds no polygon"):
        PolygonCover(folder / "dem.tif", "", "code", GRID, print)


def test_cancelled(scene, tmp_path):
    with pytest.raises(Cancelled):
        judged(scene, tmp_path, {"cancelled": lambda: True})
    assert not list(tmp_path.iterdir())
