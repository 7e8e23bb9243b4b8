# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates along slopes, from files to files."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.elevation import Elevation
from groundshift.algorithms.formats.ground_slope import GroundSlope
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.tables import read_table, write_table
from groundshift.algorithms.geometry.slope_projection import STATUS, downhill
from groundshift.algorithms.job import Job
from groundshift.algorithms.toolbox import call
from pyproj import Transformer

UTM, DEGREES = wkt_from_epsg(32633), wkt_from_epsg(4326)
GRID = Grid(220, 330, (500000.0, 30.0, 0.0, 4700000.0, 0.0, -30.0), UTM)
LOOK, LOS = {"incidence": 39.0, "heading": 348.0}, from_incidence_heading(39.0, 348.0)
SPEED = 20.0  # mm a year down the slope


def cone():
    """A round hill of 20 degrees, flat around: every aspect."""
    rows, cols = np.indices(GRID.shape)
    away = np.hypot(cols - 165, rows - 110) * 30.0
    height = 500 + np.tan(np.radians(20)) * np.clip(2700 - away, 0, None)
    aspect = np.degrees(np.arctan2(cols - 165, 110 - rows)) % 360
    return height.astype(np.float32), aspect, (away > 150) & (away < 2600)


@pytest.fixture(scope="module")
def dem(tmp_path_factory):
    path = tmp_path_factory.mktemp("dem") / "dem.tif"
    write_raster(path, GRID, cone()[0], [BandInfo("height", "m")])
    return path


def slid(rates, dem, folder, job=None, look=LOOK, **options):
    """The tool on slopes of 3 x 3 cells."""
    kind = {"raster": folder / "out.tif", "status": folder / "status.tif"}
    if rates.suffix == ".gpkg":
        kind = {"points": folder / "out.gpkg"}
    return call(
        "slopevelocity", job, rates=rates, dem=dem, **{"radius": 0, **kind, **look, **options}
    )


def seen_rates(aspect):
    """Motion down a slope of 20 degrees as the radar sees it."""
    return LOS.project(*(SPEED * part for part in downhill(20.0, aspect)))


@pytest.fixture(scope="module")
def raster(tmp_path_factory):
    _, aspect, slope = cone()
    rates = np.stack([np.where(slope, seen_rates(aspect), 0.0), np.full(GRID.shape, 2.0)])
    rates[:, 5:9, 7:12] = np.nan
    path = tmp_path_factory.mktemp("rates") / "rates.tif"
    bands = [BandInfo("velocity_mm_yr", "mm/yr"), BandInfo("velocity_std_mm_yr", "mm/yr")]
    write_raster(path, GRID, rates.astype(np.float32), bands)
    return path


@pytest.fixture
def points(tmp_path):
    """Points on the hill, in degrees, with fields of all kinds."""
    rng = np.random.default_rng(0)
    _, aspect, slope = cone()
    rows, cols = (index[::97] for index in np.nonzero(slope))
    x, y = Transformer.from_crs(UTM, DEGREES, always_xy=True).transform(*GRID.xy(rows, cols))
    count = len(x)
    columns = {
        "velocity_mm_yr": seen_rates(aspect[rows, cols]),
        "velocity_std_mm_yr": np.full(count, 1.5),
        "id": np.arange(count) * 10, "note": np.array([f"n{k}" for k in range(count)], object),
        "D20200101": rng.normal(size=count), "D20210101": rng.normal(size=count),
        "los_east": np.full(count, float(LOS.east)), "los_north": np.full(count, float(LOS.north)),
        "los_up": np.full(count, float(LOS.up)),
    }  # fmt: skip
    path = tmp_path / "points.gpkg"
    write_table(path, DEGREES, x, y, columns)
    return path, aspect[rows, cols]


def test_points_keep_their_fields_and_get_their_speed(points, dem, tmp_path):
    path, aspect = points
    told = []
    found = slid(path, dem, tmp_path, {"note": told.append}, look={})
    before, after = read_table(path), read_table(found["points"])
    for name, values in before.columns.items():
        np.testing.assert_array_equal(after.columns[name], values, name)
    np.testing.assert_allclose(after.x, before.x)
    value = after.numbers("slope_velocity_mm_yr")
    status = after.texts("slope_status")
    kept = status == STATUS[1]
    assert found["kept"] == kept.sum() == np.isfinite(value).sum() > 0.5 * len(value)
    assert set(status) == {STATUS[1], STATUS[5]}
    np.testing.assert_allclose(value[kept], SPEED, rtol=0.08)
    assert abs(np.median(value[kept]) - SPEED) < 0.2
    c = after.numbers("sensitivity_c")
    np.testing.assert_allclose(c, seen_rates(aspect) / SPEED, atol=0.03)
    np.testing.assert_allclose(
        after.numbers("slope_velocity_std_mm_yr")[kept], 1.5 / np.abs(c[kept]), rtol=1e-3
    )
    turn = (after.numbers("aspect_deg") - aspect + 180) % 360 - 180
    assert np.abs(turn).max() < 4 and np.abs(after.numbers("slope_deg") - 20).max() < 1
    assert any("los_east" in text for text in told)


def test_whole_numbers_stay_whole(points, dem, tmp_path):
    from osgeo import ogr

    source = ogr.Open(str(slid(points[0], dem, tmp_path)["points"]))
    layer = source.GetLayer(0)
    types = {f.GetName(): f.GetType() for f in layer.schema}
    assert types["id"] == ogr.OFTInteger64 and types["note"] == ogr.OFTString
    assert types["velocity_mm_yr"] == ogr.OFTReal


def test_a_second_run_replaces_its_own_fields(points, dem, tmp_path):
    first, second = tmp_path / "1.gpkg", tmp_path / "2.gpkg"
    slid(points[0], dem, tmp_path, look={}, points=first)
    slid(first, dem, tmp_path, look={}, points=second, rule="clip")
    one, two = read_table(first), read_table(second)
    assert list(one.columns) == list(two.columns)
    assert np.isfinite(two.numbers("slope_velocity_mm_yr")).all()


def test_points_without_a_rate_but_with_a_series(dem, tmp_path):
    dates = np.datetime64("2020-01-01") + 12 * np.arange(30)
    years = (dates - dates[0]).astype(float) / 365.25
    columns = {f"D{str(d).replace('-', '')}": np.array([30.0 * t]) for d, t in zip(dates, years)}
    x, y = GRID.xy(np.array([110]), np.array([210]))  # faces east
    write_table(tmp_path / "series.gpkg", UTM, x, y, columns)
    found = read_table(slid(tmp_path / "series.gpkg", dem, tmp_path)["points"])
    expected = 30.0 / LOS.project(*downhill(20.0, 90.0))
    assert found.numbers("slope_velocity_mm_yr")[0] == pytest.approx(expected, rel=0.01)
    assert found.texts("slope_status")[0] == STATUS[2]  # towards the satellite is uphill here


def test_raster(raster, dem, tmp_path):
    _, aspect, slope = cone()
    found = slid(raster, dem, tmp_path)
    _, layers, names = read_raster(found["raster"])
    _, status, _ = read_raster(found["status"])
    assert names[0] == "slope_velocity_mm_yr"
    kept = np.isfinite(layers[0])
    assert (kept == ((status[0] > 0) & (status[0] < 5))).all() and found["kept"] == kept.sum()
    np.testing.assert_allclose(layers[0][kept & slope], SPEED, rtol=0.08)
    assert (status[0, 5:9, 7:12] == 0).all() and (status[0, :4, :4] == 6).all()
    np.testing.assert_allclose(layers[1][kept], 2.0 / np.abs(layers[2][kept]), rtol=1e-4)
    for name, codes in (("up_slope", (2, 4)), ("low", (5,)), ("flat_cells", (6,))):
        assert found[name] == np.isin(status, codes).sum()
    assert found["median"] == pytest.approx(SPEED, rel=0.01)


def test_points_and_raster_agree_and_blocks_do_not_matter(raster, dem, tmp_path):
    results = []
    for number, job in enumerate((Job(), Job(budget=32 << 20, workers=1))):
        (tmp_path / str(number)).mkdir()
        found = slid(raster, dem, tmp_path / str(number), job, radius=150.0)
        results.append(read_raster(found["raster"])[1])
    np.testing.assert_array_equal(*results)
    rows, cols = np.indices(GRID.shape)[:, 2::9, 3::11].reshape(2, -1)
    x, y = GRID.xy(rows, cols)
    with Elevation(dem) as model:
        east, north = GroundSlope(model, 150.0).at(UTM, x, y)
    slope = np.degrees(np.arctan(np.hypot(east, north)))
    np.testing.assert_allclose(slope, results[0][3][rows, cols], atol=2e-5)


def test_a_coarser_grid_in_degrees(dem, tmp_path):
    """Slopes are carried to cells of 200 m in another CRS as the mean gradient."""
    grid = Grid(20, 25, (15.001, 0.0024, 0.0, 42.4495, 0.0, -0.0018), DEGREES)
    write_raster(tmp_path / "r.tif", grid, np.full((20, 25), 5.0, np.float32), [BandInfo("rate")])
    _, layers, _ = read_raster(slid(tmp_path / "r.tif", dem, tmp_path)["raster"])
    x, y = grid.xy(*np.indices(grid.shape))
    change = Transformer.from_crs(DEGREES, UTM, always_xy=True)
    east, north = change.transform(x, y)
    away = np.hypot(east - GRID.xy(110, 165)[0], north - GRID.xy(110, 165)[1])
    inner = (away > 500) & (away < 2400)
    assert inner.sum() > 100
    assert np.abs(layers[3][inner] - 20).max() < 1.5
    aspect = np.degrees(np.arctan2(east - GRID.xy(110, 165)[0], north - GRID.xy(110, 165)[1]))
    turn = (layers[4] - aspect + 180) % 360 - 180
    assert np.abs(turn[inner]).max() < 6
    assert np.isnan(layers[3][0, 0]) or layers[3][0, 0] < 5


def test_smoothing_by_metres_holds_in_degrees(tmp_path):
    """Noise falls as the closed form says, with pixels that are not square."""
    grid = Grid(150, 150, (15.0, 0.0005, 0.0, 60.0, 0.0, -0.0003), DEGREES)
    rng = np.random.default_rng(1)
    height = 800 + rng.normal(scale=4.0, size=grid.shape)
    write_raster(tmp_path / "d.tif", grid, height.astype(np.float32), [BandInfo("height", "m")])
    with Elevation(tmp_path / "d.tif") as model:
        slope = GroundSlope(model, 240.0)
        from groundshift.algorithms.data.grid import Window

        east, north = slope.read(Window(20, 20, 110, 110))
    cells = slope.cell[0] * slope.cell[1]
    expected = 4.0 * np.sqrt(cells / (8 * np.pi)) / 120.0**2
    assert east.std() == pytest.approx(expected, rel=0.12)
    assert north.std() == pytest.approx(expected, rel=0.12)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"look": {}}, "line of sight is not known"),
        ({"look": {"incidence": 39.0}}, "line of sight is not known"),
        ({"least_sensitivity": 1.0}, "no rate along the slope is left"),
        ({"least_sensitivity": 0.0}, "LEAST_SENSITIVITY.* 0.0 is not accepted"),
        ({"flat": 90.0}, "FLAT.* 90.0 is not accepted"),
        ({"rule": "guess"}, "guess is none of the choices"),
        ({"raster": None}, "say where to write"),
    ],
)
def test_rasters_that_cannot_be(raster, dem, tmp_path, change, words):
    with pytest.raises(GroundshiftError, match=words):
        slid(raster, dem, tmp_path, **change)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"crs": ""}, "no CRS"),
        ({"shift": 1e6}, "nowhere are a rate"),
        ({"field": "note"}, "does not hold numbers"),
        ({"field": "nothing"}, "has no field"),
    ],
)
def test_points_that_cannot_be(points, dem, tmp_path, change, words):
    table = read_table(points[0])
    path = tmp_path / "spoilt.gpkg"
    x = table.x + change.get("shift", 0.0) * 1e-5
    write_table(path, change.get("crs", table.crs), x, table.y, table.columns)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(GroundshiftError, match=words):
        slid(path, dem, tmp_path, look={}, rate_field=change.get("field", ""))
    assert sorted(tmp_path.iterdir()) == before


def test_voids_that_are_not_declared(raster, tmp_path):
    height, _, _ = cone()
    height[50:60, 50:60] = -32768
    write_raster(tmp_path / "dem.tif", GRID, height, [BandInfo("height")])
    with pytest.raises(GroundshiftError, match="no-data value"):
        slid(raster, tmp_path / "dem.tif", tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["dem.tif"]


def test_cancelled(raster, dem, tmp_path):
    with pytest.raises(Cancelled):
        slid(raster, dem, tmp_path, {"cancelled": lambda: True})
    assert not list(tmp_path.iterdir())


def test_outputs_of_the_other_kind_are_not_made(raster, points, dem, tmp_path):
    """What is a raster and what are points is seen."""
    told = []
    found = slid(raster, dem, tmp_path, {"warn": told.append}, points=tmp_path / "none.gpkg")
    assert "points" not in found and "is not made of a raster" in told[0]
    found = call("slopevelocity", rates=points[0], dem=dem, points=tmp_path / "out.gpkg")
    assert found["kept"] and found["median"] == pytest.approx(SPEED, abs=0.5)
    assert len(read_table(tmp_path / "out.gpkg")) == len(read_table(points[0]))
    with pytest.raises(GroundshiftError, match="words.gpkg"):
        (tmp_path / "words.gpkg").write_text("words")
        slid(tmp_path / "words.gpkg", dem, tmp_path)
