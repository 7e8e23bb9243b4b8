# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
from driven import driven
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.points import Points
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import TimeSeriesWriter, write_geometry
from groundshift.algorithms.formats.points.points import PointWriter
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.job import Job
from groundshift.algorithms.timeseries.tools.points import PointOptions, run_points
from groundshift.algorithms.toolbox import call
from osgeo import gdal, ogr

DATES = np.datetime64("2018-01-06") + 12 * np.arange(20)
YEARS = (DATES - DATES[0]).astype(float) / 365.25
GRID = Grid(70, 90, (500000.0, 20.0, 0.0, 4200000.0, 0.0, -20.0), wkt_from_epsg(32633))


def write_points(series, target, options=None, **more):
    return driven(run_points, series, {"POINTS": target}, options, **more)


def points(count, rng):
    return Points.along_look(
        wkt_from_epsg(4326), rng.uniform(0, 100, count), rng.uniform(0, 100, count),
        rng.normal(0, 0.01, count), np.full(count, np.nan), rng.uniform(size=count), DATES,
        rng.normal(0, 0.01, (count, len(DATES))), extra={"pair_count": np.arange(count)},
    )  # fmt: skip


def test_points_come_back_in_layer_units(tmp_path):
    some = points(500, np.random.default_rng(0))
    with PointWriter(tmp_path / "p.gpkg", some.crs, DATES, {"pair_count": int}) as writer:
        writer.write(some)
    source = ogr.Open(str(tmp_path / "p.gpkg"))
    layer = source.GetLayer(0)
    names = [f.GetName() for f in layer.schema]
    assert names[:4] == ["velocity_mm_yr", "velocity_std_mm_yr", "coherence", "pair_count"]
    assert names[4:] == [f"D{str(d).replace('-', '')}" for d in DATES]
    assert layer.GetFeatureCount() == 500 and layer.TestCapability(ogr.OLCFastSpatialFilter)
    assert layer.GetSpatialRef().GetAuthorityCode(None) == "4326"
    xmin, xmax, _, _ = layer.GetExtent()
    assert (xmin, xmax) == pytest.approx((some.x.min(), some.x.max()), rel=1e-12)
    feature = layer.GetFeature(8)
    assert feature.GetGeometryRef().GetX() == some.x[7]
    assert feature["velocity_mm_yr"] == pytest.approx(some.velocity[7] * 1e3, abs=1e-3)
    assert feature["D20180118"] == pytest.approx(some.displacement([7])[0, 1] * 1e3, abs=0.01)
    assert feature["velocity_std_mm_yr"] is None and feature["pair_count"] == 7


def test_the_index_finds_points_by_place(tmp_path):
    some = points(2000, np.random.default_rng(1))
    with PointWriter(tmp_path / "p.gpkg", some.crs, DATES, {"pair_count": int}) as writer:
        writer.write(some)
    layer = ogr.Open(str(tmp_path / "p.gpkg"))
    table = layer.GetLayer(0)
    table.SetSpatialFilterRect(10, 10, 20, 20)
    inside = (some.x >= 10) & (some.x <= 20) & (some.y >= 10) & (some.y <= 20)
    assert table.GetFeatureCount() == inside.sum() > 0


def test_too_many_dates_for_a_table_are_refused(tmp_path):
    with pytest.raises(GroundshiftError, match="shorter span"):
        PointWriter(tmp_path / "p.gpkg", "", np.datetime64("1990-01-01") + np.arange(2000), {})


@pytest.fixture
def series(tmp_path):
    """A bowl that sinks, a noisy corner, a cut corner and a gap."""
    rng = np.random.default_rng(5)
    rows, cols = np.mgrid[: GRID.rows, : GRID.cols]
    rate = -0.05 * np.exp(-((rows - 35) ** 2 + (cols - 45) ** 2) / 300)
    values = YEARS[:, None, None] * rate + rng.normal(0, 1e-4, (len(DATES), *GRID.shape))
    values[:, :5] = np.nan
    coherence = np.full(GRID.shape, 0.95, "f4")
    coherence[60:, 80:] = 0.3
    subsets = np.ones(GRID.shape, "i2")
    subsets[60:, :10] = 2
    path = tmp_path / "timeseries.h5"
    kinds = {"temporalCoherence": ("f4", "1"), "numSubsets": ("i2", "1")}
    with TimeSeriesWriter(path, GRID, DATES, np.zeros(len(DATES)), {}, kinds) as writer:
        writer.write(
            Window(0, 0, *GRID.shape), values, temporalCoherence=coherence, numSubsets=subsets
        )
    return path, rate


def test_only_good_pixels_become_points(series, tmp_path):
    path, rate = series
    report = write_points(path, tmp_path / "p.gpkg", PointOptions(0.7))
    assert report.points == 65 * 90 - 10 * 10 - 10 * 10
    assert report.passed_over == 200
    table = ogr.Open(str(tmp_path / "p.gpkg"))
    for feature in list(table.GetLayer(0))[::301]:
        shape = feature.GetGeometryRef()
        row, col = GRID.index(shape.GetX(), shape.GetY())
        assert GRID.xy(row, col) == (shape.GetX(), shape.GetY())
        assert feature["velocity_mm_yr"] == pytest.approx(rate[row, col] * 1e3, abs=0.6)
        assert 0 < feature["velocity_std_mm_yr"] < 0.5


def test_polygons_and_a_step_thin_the_points_out(series, tmp_path):
    path, _ = series
    x, y = GRID.xy(np.array([19.5, 39.5]), np.array([19.5, 49.5]))
    square = ogr.CreateGeometryFromWkt(
        f"POLYGON(({x[0]} {y[0]},{x[1]} {y[0]},{x[1]} {y[1]},{x[0]} {y[1]},{x[0]} {y[0]}))"
    )
    options = PointOptions(0.7, step=2, polygons=(bytes(square.ExportToWkb()),))
    assert write_points(path, tmp_path / "p.gpkg", options).points == 10 * 15


def test_points_carry_the_geometry(series, tmp_path):
    path, _ = series
    layers = {
        "height": np.full(GRID.shape, 700.0), "incidenceAngle": np.full(GRID.shape, 39.0),
        "azimuthAngle": np.full(GRID.shape, 102.0),
    }  # fmt: skip
    write_geometry(tmp_path / "g.h5", GRID, layers, {})
    write_points(path, tmp_path / "p.gpkg", geometry_path=tmp_path / "g.h5")
    source = ogr.Open(str(tmp_path / "p.gpkg"))
    feature = source.GetLayer(0).GetNextFeature()
    assert feature["height_m"] == 700 and feature["incidence_deg"] == 39
    assert feature["los_up"] == pytest.approx(np.cos(np.radians(39)), abs=1e-6)
    assert feature["los_east"] < 0


def test_points_do_not_depend_on_the_blocks(series, tmp_path):
    path, _ = series
    for name, budget in (("a", 1 << 27), ("b", 2 << 30)):
        write_points(path, tmp_path / f"{name}.gpkg", job=Job(budget))
    rows = []
    for name in "ab":
        source = ogr.Open(str(tmp_path / f"{name}.gpkg"))
        rows.append(
            sorted((f.geometry().ExportToWkt(), f["D20180130"]) for f in source.GetLayer(0))
        )
    assert rows[0] == rows[1]


def test_nothing_is_left_where_no_pixel_passes(series, tmp_path):
    path, _ = series
    with pytest.raises(GroundshiftError, match="no pixel passes"):
        write_points(path, tmp_path / "p.gpkg", PointOptions(0.99))
    with pytest.raises(Cancelled):
        write_points(path, tmp_path / "p.gpkg", job=Job(cancelled=lambda: True))
    assert [p.name for p in tmp_path.iterdir()] == ["timeseries.h5"]


def test_a_geometry_of_another_grid_is_refused(series, tmp_path):
    path, _ = series
    other = Grid(10, 10, GRID.transform, GRID.crs)
    write_geometry(tmp_path / "g.h5", other, {"height": np.zeros((10, 10))}, {})
    with pytest.raises(GroundshiftError, match="g.h5: its grid"):
        write_points(path, tmp_path / "p.gpkg", geometry_path=tmp_path / "g.h5")


def test_the_velocity_raster_holds_every_coefficient(series, tmp_path):
    path, rate = series
    report = call("velocity", timeseries=path, velocity=tmp_path / "v.tif")
    _, values, names = read_raster(tmp_path / "v.tif")
    assert names == [
        "velocity_mm_yr", "velocity_std_mm_yr", "offset_mm", "offset_std_mm", "residual_rms_mm",
    ]  # fmt: skip
    np.testing.assert_allclose(values[0, 5:], rate[5:] * 1e3, atol=0.6)
    assert np.isnan(values[:, :5]).all()
    assert report["pixels"] == 65 * 90 and report["fastest_away"] < -48
    error = (values[0] - rate * 1e3)[5:] / values[1, 5:]
    # A ratio to an estimated spread: Student's t with 18 degrees of freedom.
    assert error.std() == pytest.approx(np.sqrt(18 / 16), abs=0.04)
    dataset = gdal.Open(str(tmp_path / "v.tif"))
    assert dataset.GetRasterBand(1).GetUnitType() == "mm/yr"


def test_a_span_of_dates_is_fitted_alone(series, tmp_path):
    path, _ = series
    with pytest.raises(GroundshiftError, match="no error estimate"):
        call("velocity", timeseries=path, velocity=tmp_path / "v.tif", last_date=f"{DATES[1]}")
    with pytest.raises(GroundshiftError, match="in the chosen span"):
        call("velocity", timeseries=path, velocity=tmp_path / "v.tif", first_date=f"{DATES[-1]}")
    assert not (tmp_path / "v.tif").exists()
