# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Active areas from files: simulated motion, real points, rasters, and bad input."""

import numpy as np
import pytest
from groundshift.algorithms.areas.clusters import METHODS
from groundshift.algorithms.areas.tools import activeareas, area_layer
from groundshift.algorithms.areas.tools.area_points import read_area_points
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.measurements import RateLayer, read_points
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.vectors.features import read_polygons
from groundshift.algorithms.formats.vectors.tables import read_table, write_table
from groundshift.algorithms.job import Job
from groundshift.algorithms.outputs import execute
from groundshift.algorithms.toolbox import call
from osgeo import ogr

UTM, DEGREES = wkt_from_epsg(32633), wkt_from_epsg(4326)
DATES = np.datetime64("2020-01-01") + 24 * np.arange(40)
BOWLS = np.array([[1000.0, 1000.0], [2600.0, 1800.0]])
CENTRE = 500_000.0, 5_000_000.0


def scene(path, count=8000, crs=UTM, seed=0, series=True, rates=True, noise=2.0):
    """Points of 4 x 3 km with a bowl that sinks and one that rises; mm."""
    rng = np.random.default_rng(seed)
    xy = rng.uniform(0, [4000, 3000], (count, 2))
    truth = np.zeros(count)
    for (x, y), rate in zip(BOWLS, (-40.0, 30.0)):
        truth += rate * np.exp(-((np.hypot(xy[:, 0] - x, xy[:, 1] - y) / 200) ** 2))
    years = (DATES - DATES[0]).astype(float) / 365.25
    values = truth[:, None] * years + rng.normal(0, noise, (count, len(DATES)))
    columns = {}
    if rates:
        columns["velocity_mm_yr"] = np.polyfit(years, values.T, 1)[0]
        columns["velocity_std_mm_yr"] = np.full(count, 0.5)
    if series:
        columns.update({f"D{str(d).replace('-', '')}": values[:, k] for k, d in enumerate(DATES)})
    x, y = xy[:, 0] + CENTRE[0], xy[:, 1] + CENTRE[1]
    if crs == DEGREES:
        from pyproj import Transformer

        x, y = Transformer.from_crs(UTM, DEGREES, always_xy=True).transform(x, y)
    write_table(path, crs, x, y, columns)
    return truth


APART = {"selection": "fixed", "threshold": 10}


def run(path, folder, job=None, resolution=20.0, **chosen):
    targets = {"areas": folder / "areas.gpkg", "flagged": folder / "points.gpkg"}
    return call("activeareas", job, points=path, resolution=resolution, **{**targets, **chosen})


@pytest.mark.parametrize("density", [200, 400])
@pytest.mark.parametrize("method", ["circles", "delaunay"])
def test_ten_landslides_in_sparse_points(tmp_path, density, method):
    """With 20 m for every spacing 37 % of 200 points/km2 were isolated, and 7 of 10 lost."""
    rng = np.random.default_rng(density)
    xy = rng.uniform(0, 5000, (25 * density, 2))
    places = np.stack(np.meshgrid([500, 1500, 2500, 3500, 4500], [1200, 3700]), -1).reshape(-1, 2)
    inside = np.hypot(*(xy[:, None] - places).transpose(2, 0, 1)).min(axis=1) < 150
    rate = rng.normal(0, 2, len(xy)) - 25 * inside
    path, said = tmp_path / "in.gpkg", []
    write_table(path, UTM, *(xy + CENTRE).T, {"velocity_mm_yr": rate})
    found = run(path, tmp_path, {"note": said.append}, None, method=method, direction="both")
    assert found["used_resolution"] == pytest.approx(0.7 * 1e3 / np.sqrt(density), rel=0.05)
    table = read_table(found["flagged"])
    area = table.numbers("area_id")
    own = np.column_stack([table.x, table.y]) - CENTRE
    near = np.hypot(*(own[:, None] - places).transpose(2, 0, 1))
    found = {int(near[row].argmin()) for row in np.flatnonzero(area > 0) if near[row].min() < 150}
    false = sum(not inside[area == name].any() for name in np.unique(area[area > 0]))
    assert len(found) >= 9 and false <= 1
    assert (table.texts("state") == "isolated").sum() < 0.01 * len(xy)
    assert any("0.7 times the mean spacing" in text for text in said)


@pytest.mark.parametrize("method", [m for m in METHODS if m != "hdbscan"])
@pytest.mark.parametrize("crs", [UTM, DEGREES], ids=["metres", "degrees"])
def test_both_bowls_are_found(tmp_path, method, crs):
    path = tmp_path / "in.gpkg"
    scene(path, crs=crs)
    found = run(path, tmp_path, resolution=35.0, method=method, minimum_points=10, **APART)
    areas = read_polygons(found["areas"], to_crs=UTM)
    assert found["count"] == len(areas) == 2
    sinks = int(np.argmin(areas.numbers("mean_mm_yr")))
    for area, place in ((sinks, BOWLS[0]), (1 - sinks, BOWLS[1])):
        shape = ogr.CreateGeometryFromWkb(areas.wkb[area])
        middle = shape.Centroid()
        assert np.hypot(middle.GetX() - CENTRE[0] - place[0],
                        middle.GetY() - CENTRE[1] - place[1]) < 40  # fmt: skip
        # The columns are metres of the ground, whatever the CRS.
        assert areas.numbers("area_m2")[area] == pytest.approx(shape.GetArea(), rel=2e-3)
    assert areas.numbers("min_mm_yr")[sinks] == pytest.approx(-40, abs=4)
    assert areas.numbers("max_mm_yr")[1 - sinks] == pytest.approx(30, abs=4)
    assert (areas.numbers("quality") <= 2).all()
    years = (DATES[-1] - DATES[0]).astype(float) / 365.25
    mean = areas.numbers("mean_mm_yr")
    np.testing.assert_allclose(areas.numbers("accumulated_mm"), mean * years, rtol=0.1)
    first, last = (areas.numbers(f"D{str(d).replace('-', '')}") for d in DATES[[0, -1]])
    np.testing.assert_allclose(last - first, areas.numbers("accumulated_mm"), atol=0.02)


def test_points_say_what_became_of_them(tmp_path):
    path = tmp_path / "in.gpkg"
    truth = scene(path)
    said = []
    found = run(path, tmp_path, {"note": said.append}, **APART)
    table, areas = read_table(found["flagged"]), read_polygons(found["areas"])
    assert len(table) == 8000 and list(table.numbers("point")) == list(range(1, 8001))
    state, area = table.texts("state"), table.numbers("area_id")
    assert (np.isfinite(area) == (state == "in an area")).all()
    assert (state == "in an area").sum() == found["inside"] == areas.numbers("points").sum()
    for number, count, mean in zip(
        areas.numbers("area_id"), areas.numbers("points"), areas.numbers("mean_mm_yr")
    ):
        inside = area == number
        assert inside.sum() == count
        assert table.numbers("velocity_mm_yr")[inside].mean() == pytest.approx(mean, abs=2e-3)
    assert (np.abs(truth[state == "in an area"]) > 6).mean() > 0.95
    assert f"{(state == 'isolated').sum()} points left out: isolated." in said


def test_a_sweep_nests_in_the_layer(tmp_path):
    path = tmp_path / "in.gpkg"
    scene(path)
    found = run(path, tmp_path, selection="sweep", threshold=10, stop=30, step=10)
    areas = read_polygons(found["areas"])
    ids = areas.numbers("area_id")
    assert list(ids) == list(range(1, found["count"] + 1))
    assert set(areas.numbers("level")) == {1, 2, 3} and found["used_threshold"] == 10
    shapes = {i: ogr.CreateGeometryFromWkb(w) for i, w in zip(ids, areas.wkb)}
    level = dict(zip(ids, areas.numbers("level")))
    for number, parent in zip(ids, areas.numbers("parent_id")):
        if level[number] == 1:
            assert np.isnan(parent)
            continue
        assert level[parent] == level[number] - 1
        assert shapes[number].Difference(shapes[parent].Buffer(0.01)).GetArea() < 1e-6
    inner = read_table(found["flagged"]).numbers("inner_id")
    assert set(inner[np.isfinite(inner)]) <= set(ids)


def test_rates_alone_and_series_alone(tmp_path):
    scene(tmp_path / "rates.gpkg", series=False)
    scene(tmp_path / "series.gpkg", rates=False)
    rates = run(tmp_path / "rates.gpkg", tmp_path, minimum_points=20, **APART)
    areas = read_polygons(rates["areas"])
    assert np.isnan(areas.numbers("accumulated_mm")).all()
    assert (areas.numbers("quality") >= 2).all()
    assert not [name for name in areas.columns if name.startswith("D2")]
    series = run(tmp_path / "series.gpkg", tmp_path, minimum_points=20, **APART)
    assert (series["count"], series["moving"]) == (rates["count"], rates["moving"])
    fitted = read_area_points(RateLayer(tmp_path / "series.gpkg"))[0].velocity
    given = read_area_points(RateLayer(tmp_path / "rates.gpkg"))[0].velocity
    np.testing.assert_allclose(fitted, given, atol=1e-6)


def test_units_and_signs(tmp_path):
    path = tmp_path / "in.gpkg"
    scene(path)
    plain, _ = read_area_points(RateLayer(path))
    turned, _ = read_area_points(RateLayer(path, unit="cm", away=True))
    np.testing.assert_allclose(turned.velocity, -10 * plain.velocity)
    np.testing.assert_allclose(turned.velocity_std, 10 * plain.velocity_std)
    rows = np.array([4, 2])
    np.testing.assert_allclose(turned.displacement(rows), -10 * plain.displacement(rows), rtol=1e-5)


def test_a_unit_in_the_names_of_dates_goes_before_the_one_given(tmp_path):
    """Active areas and validation read a layer's series with the same eyes."""
    places = np.arange(3.0), np.arange(3.0)
    series = {"2020-01-01": np.zeros(3), "2020-01-13": np.array([0.25, 0.5, 0.75])}
    columns = {f"disp_{day}_cm": values for day, values in series.items()}
    path = tmp_path / "cm.gpkg"
    write_table(path, UTM, *places, {"velocity_mm_yr": np.ones(3), **columns})
    points, _ = read_area_points(RateLayer(path))
    measured, _ = read_points(RateLayer(path))
    metres = np.array(list(series.values())).T / 100
    np.testing.assert_allclose(points.displacement(np.arange(3)), metres, rtol=1e-6)
    np.testing.assert_allclose(measured.series[:, 0], metres, rtol=1e-6)
    assert points.velocity[0] == measured.rate[0, 0] == 1e-3
    assert list(points.dates.astype(str)) == list(measured.dates.astype(str)) == list(series)


def test_a_raster(tmp_path):
    cell = 50.0
    rows, cols = np.mgrid[:80, :90]
    rate = 0.3 * np.random.default_rng(0).normal(size=(80, 90))
    rate[(np.hypot(rows - 40, cols - 30) < 6)] = -25.0
    rate[:5] = np.nan
    grid = Grid(80, 90, (CENTRE[0], cell, 0.0, CENTRE[1], 0.0, -cell), UTM)
    path = tmp_path / "rate.tif"
    write_raster(path, grid, rate.astype(np.float32), [BandInfo("velocity", "mm/yr")])
    found = run(path, tmp_path, resolution=None, **APART)
    assert found["count"] == 1 and len(read_table(found["flagged"])) == 75 * 90
    areas = read_polygons(found["areas"])
    assert areas.numbers("points")[0] == (rate < -20).sum()
    assert areas.numbers("mean_mm_yr")[0] == pytest.approx(-25)
    # Circles reach 1.3 cells around the cells' centres.
    expected = np.pi * ((5.5 + 1.3) * cell) ** 2
    assert areas.numbers("area_m2")[0] == pytest.approx(expected, rel=0.12)


def test_nothing_moves(tmp_path):
    path = tmp_path / "in.gpkg"
    rng = np.random.default_rng(1)
    write_table(
        path, UTM, rng.uniform(0, 900, 2000), rng.uniform(0, 900, 2000),
        {"velocity_mm_yr": rng.normal(0, 1, 2000)},
    )  # fmt: skip
    said = []
    chosen = activeareas.ActiveAreas.of(
        {"POINTS": (str(path), "", False, UTM), "SELECTION": "fixed", "RESOLUTION": 20.0}
    )
    target = {"AREAS": tmp_path / "areas.gpkg"}
    numbers, outputs = execute(activeareas, chosen, target, Job(note=said.append))
    ((_, _, _, look),) = outputs.looks()
    assert numbers["COUNT"] == 0 and look["limits"] is None
    assert any("No area was found" in text for text in said)
    source = ogr.Open(str(target["AREAS"]))
    assert source.GetLayer(0).GetFeatureCount() == 0
    assert source.GetLayer(0).GetLayerDefn().GetFieldIndex("quality") > 0


def test_many_points_are_written_in_another_order(tmp_path, monkeypatch):
    path = tmp_path / "in.gpkg"
    scene(path, count=3000)
    monkeypatch.setattr(area_layer, "MANY", 1000)
    table, source = read_table(run(path, tmp_path)["flagged"]), read_table(path)
    place = table.numbers("point").astype(int) - 1
    assert sorted(place) == list(range(3000)) and list(place) != list(range(3000))
    np.testing.assert_array_equal(table.x, source.x[place])


def test_real_points(shared_data, tmp_path):
    path = next(shared_data("boissano_radarsat_ps").glob("*.shp"))
    found = run(path, tmp_path, direction="both")
    assert np.isfinite(read_table(found["flagged"]).numbers("velocity_mm_yr")).sum() == 1372
    areas = read_polygons(found["areas"])
    assert "Monte Mario" in areas.crs and len(areas) == found["count"] > 3
    fastest = int(np.argmin(areas.numbers("mean_mm_yr")))
    assert areas.numbers("mean_mm_yr")[fastest] < -5 and areas.numbers("quality")[fastest] == 1
    assert sum(name.startswith("D2") for name in areas.columns) == 99


def test_xinmo_before_it_fell(shared_data, tmp_path):
    path = shared_data("xinmo_stamps_ps") / "Maoxian_PS.csv"
    found = run(path, tmp_path, None, 30.0, selection="fixed", threshold=5, direction="both")
    areas = read_polygons(found["areas"])
    assert found["count"] == 2 and list(areas.numbers("quality")) == [1, 1]
    assert areas.numbers("mean_mm_yr").min() < -20
    # At the head of the slope that fell on 24 June 2017 (103.65 E, 32.08 N).
    box = np.array([ogr.CreateGeometryFromWkb(w).GetEnvelope() for w in areas.wkb])
    assert np.abs(box[:, :2] - 103.655).max() < 0.01 and np.abs(box[:, 2:] - 32.079).max() < 0.01


@pytest.mark.parametrize(
    ("columns", "crs", "source", "words"),
    [
        ({"height": [1.0, 2.0]}, UTM, {}, "no field with a rate is found"),
        ({"velocity_mm_yr": [1.0, 2.0]}, UTM, {"rate": "speed"}, "has no field 'speed'"),
        ({"velocity_mm_yr": ["fast", "slow"]}, UTM, {}, "does not hold numbers"),
        ({"velocity_mm_yr": [1.0, 2.0]}, "", {}, "look like degrees"),
        ({"velocity_mm_yr": [np.nan, np.nan]}, UTM, {}, "No point has a rate"),
        ({"velocity_mm_yr": [1.0, 2.0]}, UTM, {"rate": "-"}, "no field with a rate is found"),
    ],
)
def test_one_sentence_and_no_file(tmp_path, columns, crs, source, words):
    path = tmp_path / "in.gpkg"
    columns = {
        name: np.array(values, object if isinstance(values[0], str) else float)
        for name, values in columns.items()
    }
    write_table(path, crs, np.array([1.0, 2.0]), np.array([1.0, 2.0]), columns)
    with pytest.raises(GroundshiftError, match=words):
        run(path, tmp_path, **source)
    assert [p.name for p in tmp_path.iterdir()] == ["in.gpkg"]


def test_cancelled(tmp_path):
    path = tmp_path / "in.gpkg"
    scene(path)
    answers = iter([False, False, False, False])
    with pytest.raises(Cancelled):
        run(path, tmp_path, {"cancelled": lambda: next(answers, True)}, direction="both")
    assert [p.name for p in tmp_path.iterdir()] == ["in.gpkg"]


@pytest.mark.parametrize("series", [False, True])
def test_motionless_noise_is_no_area_to_trust(tmp_path, series):
    """Patches of noise above two sigma: 53 of 53 were of quality 2 without series.

    With series from which a filter took what changes fast nearly all were of quality 1.
    """
    from scipy.ndimage import gaussian_filter

    rng = np.random.default_rng(5)
    smooth = gaussian_filter(rng.normal(0, 1, (400, 400)), 12)
    places = rng.integers(0, 400, (4000, 2))
    rate = 3 * (smooth / smooth.std())[places[:, 0], places[:, 1]] + rng.normal(0, 1, 4000)
    path, said = tmp_path / "in.gpkg", []
    xy = 10.0 * places + CENTRE
    columns = {"velocity_mm_yr": rate}
    if series:
        years = (DATES - DATES[0]).astype(float) / 365.25
        values = rate[:, None] * years + rng.normal(0, 0.5, (4000, len(DATES)))
        columns.update({f"D{str(d).replace('-', '')}": values[:, k] for k, d in enumerate(DATES)})
    write_table(path, UTM, *xy.T, columns)
    found = run(path, tmp_path, {"note": said.append}, None, direction="both", flagged=None)
    areas = read_polygons(found["areas"])
    if series:
        noise = np.maximum(areas.numbers("temporal_noise"), areas.numbers("spatial_noise"))
        assert np.mean(noise < 0.2) > 0.8, "by their series they were to be trusted"
    assert found["count"] > 10 and found["quality_4"] == found["count"]
    assert (areas.numbers("chance") > 0.05).all()
    assert any("areas may be noise" in text for text in said)


def test_lengths_that_are_given_hold(tmp_path):
    path = tmp_path / "in.gpkg"
    scene(path)
    plain = run(path, tmp_path, **APART)
    wide = run(path, tmp_path, radius=60, **APART)
    assert wide["area_km2"] > 1.2 * plain["area_km2"]
    with pytest.raises(GroundshiftError, match="STOP.* a sweep ends above"):
        run(path, tmp_path, selection="sweep", stop=10)
