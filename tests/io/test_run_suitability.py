# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Expected density of targets, from files to files."""

import csv

import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.geometry.land_cover import WORLDCOVER
from groundshift.algorithms.io.crs import wkt_from_epsg
from groundshift.algorithms.io.features import write_polygons
from groundshift.algorithms.io.land_cover import read_score_table
from groundshift.algorithms.io.look_angles import LookSource
from groundshift.algorithms.io.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.io.run_suitability import (
    Ground,
    Seen,
    SuitabilityTargets,
    run_suitability,
)
from groundshift.algorithms.io.run_visibility import VisibilityTargets, run_visibility
from groundshift.algorithms.io.tables import write_table
from groundshift.algorithms.runner import RunOptions

UTM = wkt_from_epsg(32633)
GRID = Grid(130, 180, (500000.0, 30.0, 0.0, 4700000.0, 0.0, -30.0), UTM)
COARSE = Grid(13, 18, (500000.0, 300.0, 0.0, 4700000.0, 0.0, -300.0), UTM)
LOOK = LookSource(39.0, 348.0)


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Elevation, visibility of it, and land cover as raster and as polygons."""
    from osgeo import ogr
    from scipy.ndimage import gaussian_filter

    folder, rng = tmp_path_factory.mktemp("scene"), np.random.default_rng(0)
    field = gaussian_filter(rng.normal(size=GRID.shape), 7)
    height = (1000 + 160 * field / field.std()).astype(np.float32)
    write_raster(folder / "dem.tif", GRID, height, [BandInfo("height", "m")])
    out = VisibilityTargets(folder / "classes.tif", folder / "measures.tif")
    run_visibility(folder / "dem.tif", out, [LOOK])
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


def targets(folder):
    return SuitabilityTargets(folder / "cr.tif", folder / "class.tif", folder / "shares.csv")


def measured(folder):
    return Seen(folder / "measures.tif", folder / "classes.tif")


def test_index_is_r_times_score(scene, tmp_path):
    folder, codes = scene
    out, told = targets(tmp_path), []
    report = run_suitability(
        measured(folder), Ground(folder / "cover.tif", scheme="worldcover"), out, log=told.append
    )
    _, found, names = read_raster(out.index)
    assert names == ["cr_index", "land_cover_score", "r_index"]
    fine = np.kron(codes, np.ones((10, 10), int))
    score = np.vectorize(lambda c: WORLDCOVER[c][1] if c in WORLDCOVER else np.nan)(fine)
    visible = read_raster(folder / "classes.tif")[1][0]
    r_index = read_raster(folder / "measures.tif")[1][0]
    expected = np.where(visible > 6, np.clip(r_index, 0, 1), 0) * score
    np.testing.assert_allclose(found[0], expected, atol=1e-6)
    _, classes, _ = read_raster(out.classes)
    assert (classes[0][fine == 7] == 0).all() and (classes[0][fine == 80] == 1).all()
    assert any("class(es) 7;" in text for text in told)
    # Layover, passive as well, has none whatever the land cover.
    assert ((classes[0] == 1) & (fine == 50)).any()
    assert sum(report.share(k) for k in range(1, 7)) == pytest.approx(1)
    with open(out.shares) as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 6 + 4
    town = next(row for row in rows if row["class"] == "50")
    assert int(town["cells"]) == (fine == 50).sum() and town["score"] == "1.0"
    assert float(town["area_km2"]) == pytest.approx((fine == 50).sum() * 900e-6, rel=2e-3)


def test_every_way_in_gives_the_same(scene, tmp_path):
    folder, _ = scene
    ways = (
        (measured(folder), Ground(folder / "cover.tif", scheme="worldcover")),
        (
            Seen(dem=folder / "dem.tif", look=LOOK),
            Ground(folder / "cover.tif", scheme="worldcover"),
        ),
        (measured(folder), Ground(folder / "cover.gpkg", "", "code", "worldcover")),
    )
    results = []
    for number, (seen, ground) in enumerate(ways):
        options = RunOptions(budget=64 << 20) if number else None
        out = SuitabilityTargets(None, tmp_path / f"{number}.tif")
        run_suitability(seen, ground, out, run_options=options)
        results.append(read_raster(out.classes)[1])
    np.testing.assert_array_equal(results[0], results[1])
    np.testing.assert_array_equal(results[0], results[2])


def test_measures_alone_know_a_cells_own_slope(scene, tmp_path):
    folder, _ = scene
    out = SuitabilityTargets(None, tmp_path / "c.tif")
    ground = Ground(folder / "cover.tif", scheme="worldcover")
    run_suitability(Seen(folder / "measures.tif"), ground, out)
    _, alone, _ = read_raster(out.classes)
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
    out = targets(tmp_path)
    ground = Ground(folder / "cover.tif", scheme="worldcover")
    report = run_suitability(measured(folder), ground, out, points=(tmp_path / "ps.gpkg", ""))
    with open(out.shares) as file:
        shares = {row["class"]: row for row in csv.DictReader(file)}
    assert shares["50"]["points"] == "500" and shares["10"]["points"] == "0"
    area = float(shares["50"]["area_km2"])
    assert float(shares["50"]["points_per_km2"]) == pytest.approx(500 / area, rel=1e-3)
    assert report.points_per_km2(5, 6) > report.points_per_km2(1, 2)


def test_own_scores(scene, tmp_path):
    folder, codes = scene
    (tmp_path / "own.csv").write_text("class,score,name\n7,0.9,lava\n50,0.5,village\n")
    own = read_score_table(tmp_path / "own.csv")
    out = SuitabilityTargets(tmp_path / "cr.tif")
    run_suitability(measured(folder), Ground(folder / "cover.tif", scheme="own", own=own), out)
    score = read_raster(out.index)[1][1]
    fine = np.kron(codes, np.ones((10, 10), int))
    assert set(np.unique(score[fine == 7])) == {np.float32(0.9)}
    assert np.isnan(score[fine == 10]).all() and (score[fine == 50] == 0.5).all()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"seen": Seen()}, "What the radar sees is missing"),
        ({"seen": "cover"}, "no band r_index"),
        ({"classes": "cover"}, "another grid"),
        ({"own": {"5": ("five", 0.5)}}, "none of its classes has a score"),
        ({"limits": (1, 2, 3, 4)}, "four numbers"),
        ({"field": "nothing"}, "has no field"),
        ({"field": "code", "path": "dem.tif"}, "cannot be read as a vector|holds no polygon"),
    ],
)
def test_what_cannot_be(scene, tmp_path, change, words):
    folder, _ = scene
    seen = change.get("seen", measured(folder))
    if seen == "cover":
        seen = Seen(folder / "cover.tif")
    if "classes" in change:
        seen = Seen(folder / "measures.tif", folder / "cover.tif")
    ground = Ground(folder / "cover.tif", scheme="worldcover")
    if "own" in change:
        ground = Ground(folder / "cover.tif", scheme="own", own=change["own"])
    if "field" in change:
        ground = Ground(folder / change.get("path", "cover.gpkg"), "", change["field"])
    with pytest.raises(GroundshiftError, match=words):
        run_suitability(seen, ground, targets(tmp_path), change.get("limits", (0.1, 0.2, 0.3, 0.4)))
    assert not list(tmp_path.iterdir())


def test_cancelled(scene, tmp_path):
    folder, _ = scene
    ground = Ground(folder / "cover.tif", scheme="worldcover")
    with pytest.raises(Cancelled):
        run_suitability(measured(folder), ground, targets(tmp_path), cancelled=lambda: True)
    assert not list(tmp_path.iterdir())
