# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Drift of ice: planted motion is found at its stated error, wrong matches are not kept."""

import floes
import numpy as np
import pytest
from groundshift.algorithms.cryosphere import _keypoint_kernel, drift, keypoints
from groundshift.algorithms.cryosphere.deformation import deformation
from groundshift.algorithms.data.dates import parse_time, times_in
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.toolbox import call
from osgeo import gdal, osr

SHAPE = 320, 360


def run(folder, paths, **given):
    """The numbers, and both tables."""
    results = call(
        "icedrift", first=paths[0], second=paths[1], vectors=folder / "v.gpkg",
        drift=folder / "d.gpkg", deformation=folder / "s.tif", report=folder / "r.html",
        **{"max_speed": 10, **given},
    )  # fmt: skip
    return results, read_table(folder / "v.gpkg"), read_table(folder / "d.gpkg")


def errors(table, moved, shape=SHAPE, origin=(500_000.0, -800_000.0)):
    """Differences of x_m and y_m from the truth, and the standard deviations, on the map."""
    cols = (table.x - origin[0]) / floes.PIXEL - 0.5
    rows = (origin[1] - table.y) / floes.PIXEL - 0.5
    down, across = floes.motion(rows, cols, shape, **moved)
    fields = table.columns
    wrong = fields["x_m"] - floes.PIXEL * across, fields["y_m"] + floes.PIXEL * down
    return np.concatenate(wrong), np.tile(fields["std_m"], 2)


@pytest.mark.parametrize(
    "moved, given",
    [
        ({}, {}),
        ({"turn": 3.0}, {}),
        ({"turn": -14.0, "drift": (8.0, 5.0)}, {}),
        ({"turn": 30.0, "drift": (3.0, 4.0)}, {"max_rotation": 35}),
        ({"stretch": 0.03, "shear": 0.05}, {}),
    ],
)
def test_planted_motion_is_found_at_its_error(tmp_path, moved, given):
    paths = floes.write_pair(tmp_path, *floes.images(SHAPE, **moved))
    results, vectors, grid = run(tmp_path, paths, **given)
    for table, least in ((vectors, 150), (grid, 30)):
        wrong, std = errors(table, moved)
        assert len(wrong) > 2 * least
        assert np.mean(np.abs(wrong) < 200) > 0.995
        assert abs(np.median(wrong)) < 10
        assert 0.5 < np.median(np.abs(wrong / std)) / 0.6745 < 1.4
    turned = vectors.columns["rotation_deg"]
    # Half of a shear is a rotation.
    expected = moved.get("turn", 0.0) + np.degrees(moved.get("shear", 0.0)) / 2
    assert np.median(turned) == pytest.approx(expected, abs=0.7)


def test_deformation_is_found(tmp_path):
    moved = {"stretch": 0.02, "shear": 0.03, "turn": 2.0}
    paths = floes.write_pair(tmp_path, *floes.images(SHAPE, seed=3, **moved))
    run(tmp_path, paths)
    _, values, _ = read_raster(tmp_path / "s.tif")
    # From the motion itself: rows go down, and the day is whole.
    rows, cols = np.array([150.0, 151.0, 150.0]), np.array([150.0, 150.0, 151.0])
    down, across = floes.motion(rows, cols, SHAPE, **moved)
    xx, xy = across[2] - across[0], -(across[1] - across[0])
    yx, yy = -(down[2] - down[0]), down[1] - down[0]
    expected = 100 * np.array([xx + yy, np.hypot(xx - yy, xy + yx), yx - xy])
    for found, std, truth in zip(values[:3], values[3:], expected):
        known = np.isfinite(found)
        assert known.sum() > 20
        assert np.median(found[known]) == pytest.approx(truth, abs=np.median(std[known]))


def test_gradients_of_a_linear_motion_are_exact():
    rows, cols = np.meshgrid(np.arange(6.0), np.arange(7.0), indexing="ij")
    x, y = 100.0 * (0.02 * cols - 0.03 * -rows), 100.0 * (0.01 * cols + 0.05 * -rows)
    one = np.ones(x.shape)
    found = deformation(x, y, (one, one), 100.0, 2.0)
    inside = slice(1, -1), slice(1, -1)
    assert np.allclose(found.divergence[inside], (0.02 + 0.05) / 2)
    assert np.allclose(found.vorticity[inside], (0.01 + 0.03) / 2)
    assert np.allclose(found.shear[inside], np.hypot(0.02 - 0.05, -0.03 + 0.01) / 2)
    # Six places a step aside: a slope's variance is a sixth, two of them make the divergence.
    assert np.allclose(found.divergence_std[inside], np.sqrt(2 / 6) / 200)
    x[2, 2] = np.nan
    assert np.isnan(deformation(x, y, (one, one), 100.0, 2.0).shear[2, 2])


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5])
def test_planted_errors_are_left_out_at_the_published_rates(share):
    """94.12 % of the wrong ones removed, 1.22 % of the right ones lost."""
    random = np.random.default_rng(1)
    places = random.permutation(np.unique(random.integers(0, 700, (3000, 2)), axis=0)).astype(float)
    moved = np.stack(floes.motion(*places.T, (700, 700), turn=3.0, shear=0.03), axis=1)
    moved += random.normal(0, 0.7, moved.shape)
    wrong = random.random(len(places)) < share
    moved[wrong] = random.uniform(-250, 250, (wrong.sum(), 2))
    kept = drift.consistent(places, moved)
    assert np.mean(~kept[wrong]) > 0.94
    assert np.mean(~kept[~wrong]) < 0.0122


def test_matches_are_those_of_a_plain_search():
    random = np.random.default_rng(0)
    one, other = random.integers(0, 2**63, (2, 60, 8), dtype=np.uint64)
    other[:20] = one[:20] ^ random.integers(0, 2, (20, 8), dtype=np.uint64)
    places, others = random.uniform(0, 100, (2, 60, 2)).astype(np.float32)
    others = others[np.argsort(others[:, 0])]
    found, back = np.empty((2, 60), np.int32)
    bits, back_bits = np.empty((2, 60, 2), np.int32)
    _keypoint_kernel.nearest(one, other, places, others, 60.0, found, bits, back, back_bits)
    apart = (
        np.unpackbits((one[:, None] ^ other[None]).view(np.uint8), axis=2).sum(axis=2).astype(int)
    )
    far = np.linalg.norm(places[:, None] - others[None], axis=2) > 60.0
    apart[far] = 64 * 8 + 1
    for values, best, told in ((apart, found, bits), (apart.T, back, back_bits)):
        order = np.sort(values, axis=1)
        assert np.array_equal(told, order[:, :2])
        some = order[:, 0] <= 512
        assert np.array_equal(best[some], values.argmin(axis=1)[some])


def test_corners_are_those_of_fast():
    """A plain FAST-9: nine neighbours in a row brighter or darker by the score, at most."""
    image = np.random.default_rng(0).normal(size=(30, 40)).astype(np.float32)
    image[10:20, 15:25] += 5
    scores = np.zeros(image.shape, np.float32)
    _keypoint_kernel.corner_scores(image, scores)
    for r, c in ((10, 15), (12, 18), (19, 24), (5, 6)):
        ring = [image[r + i, c + j] - image[r, c] for i, j in _keypoint_kernel.CIRCLE] * 2
        arcs = [ring[n : n + 9] for n in range(16)]
        expected = max(0, *(min(arc) for arc in arcs), *(-max(arc) for arc in arcs))
        assert scores[r, c] == pytest.approx(expected, abs=1e-6)


def test_the_pair_of_march_2020(shared_data, tmp_path):
    """3727 matches with 99.4 % within 5 km of the median are what a published code finds."""
    paths = sorted(shared_data("sea_ice_pair").glob("*.tif"))
    results, vectors, _ = run(tmp_path, paths, max_speed=50)
    x, y = vectors.columns["x_m"], vectors.columns["y_m"]
    assert len(x) >= 3000
    assert np.mean(np.hypot(x - np.median(x), y - np.median(y)) < 5000) > 0.99
    assert results["median_x"] == pytest.approx(-2867, abs=100)
    assert results["median_y"] == pytest.approx(-3600, abs=50)
    assert results["days"] == pytest.approx(0.9603, abs=1e-3)
    assert results["speed"] == pytest.approx(np.hypot(2.867, 3.6) / 0.9603, rel=0.02)


def points_alone(path, out):
    """A copy that is placed by ground control points alone."""
    source = gdal.Open(str(path))
    copy = gdal.GetDriverByName("GTiff").Create(
        str(out), source.RasterXSize, source.RasterYSize, 1, gdal.GDT_Float32
    )
    copy.GetRasterBand(1).WriteArray(source.ReadAsArray())
    x0, dx, _, y0, _, dy = source.GetGeoTransform()
    system, earth = osr.SpatialReference(source.GetProjection()), osr.SpatialReference()
    earth.ImportFromEPSG(4326)
    for reference in (system, earth):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    to_earth = osr.CoordinateTransformation(system, earth)
    points = []
    for row in np.linspace(0, source.RasterYSize, 9):
        for col in np.linspace(0, source.RasterXSize, 9):
            x, y, _ = to_earth.TransformPoint(x0 + col * dx, y0 + row * dy)
            points.append(gdal.GCP(x, y, 0, float(col), float(row)))
    copy.SetGCPs(points, earth.ExportToWkt())
    return out


def test_control_points_alone_give_the_same_vectors(tmp_path):
    paths = floes.write_pair(tmp_path, *floes.images(SHAPE, turn=2.0))
    _, straight, _ = run(tmp_path, paths)
    (tmp_path / "raw").mkdir()
    raw = [points_alone(path, tmp_path / "raw" / path.name) for path in paths]
    _, placed, _ = run(tmp_path, raw)
    wrong, std = errors(placed, {"turn": 2.0})
    assert len(placed.x) > 0.8 * len(straight.x)
    assert np.median(np.abs(wrong)) < 25 and np.mean(np.abs(wrong) < 200) > 0.99


def test_grids_that_do_not_line_up(tmp_path):
    """The second scene has finer pixels that start elsewhere, and an own map in the third case."""
    first, second = floes.images(SHAPE)
    paths = floes.write_pair(tmp_path, first, second)
    gdal.Warp(
        str(tmp_path / "other_20200302T083000.tif"), str(paths[1]), dstSRS="EPSG:3995", xRes=83,
        yRes=83, resampleAlg="cubic", dstNodata=float("nan"),
    )  # fmt: skip
    _, vectors, _ = run(tmp_path, (paths[0], tmp_path / "other_20200302T083000.tif"))
    wrong, _ = errors(vectors, {})
    assert len(wrong) > 200 and abs(np.median(wrong)) < 15 and np.median(np.abs(wrong)) < 40


def test_linear_values_and_holes(tmp_path):
    first, second = (np.where(v < -30, 0, 10 ** (v / 10)) for v in floes.images(SHAPE))
    first[:, :80] = 0.0
    paths = floes.write_pair(tmp_path, first.astype(np.float32), second.astype(np.float32))
    told = []
    results = call(
        "icedrift", {"note": told.append}, first=paths[0], second=paths[1], max_speed=10,
        vectors=tmp_path / "v.gpkg",
    )  # fmt: skip
    vectors = read_table(tmp_path / "v.gpkg")
    assert results["vectors_found"] > 100
    assert ((vectors.x - 500_000) / floes.PIXEL).min() > 80
    assert any("amplitude or power" in text for text in told)


@pytest.mark.parametrize("spoil, said", [
    ("same", "one and the same file"), ("copy", "shows exactly what"), ("order", "is not later"),
    ("blank", "same value everywhere"), ("far", "lies further"), ("undated", "when it was taken"),
    ("unplaced", "its place is not known"), ("unlike", "agree with their neighbours"),
])  # fmt: skip
def test_what_cannot_be_followed_is_refused(tmp_path, spoil, said):
    first, second = floes.images((120, 130), drift=(2.0, 3.0))
    if spoil == "blank":
        second[:] = -12.0
    if spoil == "unlike":
        second = floes.images((120, 130), seed=9)[1]
    paths = floes.write_pair(tmp_path, first, first if spoil == "copy" else second)
    if spoil == "same":
        paths[1] = paths[0]
    if spoil == "order":
        paths.reverse()
    if spoil == "far":
        (tmp_path / "far").mkdir()
        paths[1] = floes.write_pair(tmp_path / "far", first, second, origin=(1.5e6, 0.0))[1]
    if spoil == "undated":
        paths[0] = paths[0].rename(tmp_path / "scene.tif")
    if spoil == "unplaced":
        bare = gdal.GetDriverByName("GTiff").Create(str(paths[1]), 130, 120, 1, gdal.GDT_Float32)
        bare.GetRasterBand(1).WriteArray(second)
        del bare
    with pytest.raises(GroundshiftError, match=said):
        call("icedrift", first=paths[0], second=paths[1], vectors=tmp_path / "v.gpkg")
    assert not (tmp_path / "v.gpkg").exists()


def test_times_of_names():
    name = "S1B_EW_GRDM_1SDH_20200301T083237_20200301T083346_020496"
    assert [str(time) for time in times_in(name)] == ["2020-03-01T08:32:37", "2020-03-01T08:33:46"]
    assert str(parse_time("2020-03-01 08:32")) == "2020-03-01T08:32:00"
    assert str(parse_time("20200301")) == "2020-03-01T12:00:00"
    for wrong in ("20200301T25", "2020-03-01 25:00", "yesterday", ""):
        with pytest.raises(GroundshiftError, match="is no time"):
            parse_time(wrong)


def test_angles_cover_what_is_asked_for():
    for most in (0.0, 5.0, 15.0, 30.0, 180.0):
        turns = np.degrees(keypoints.turns_of(most))
        assert np.abs(turns[:, None] - np.linspace(-most, most, 50)).min(axis=0).max() <= 6.0 + 1e-9
