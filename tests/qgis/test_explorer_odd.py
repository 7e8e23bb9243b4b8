# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The explorer dock with layers, places and moments that nobody plans for."""
# ruff: noqa: F811 (fixtures are arguments, too)

import h5py
import numpy as np
import pytest
from explorer_desk import (  # noqa: F401 (fixtures)
    DAYS,
    EAST,
    NAMES,
    NORTH,
    RATES,
    desk,
    points,
    rates_raster,
    wait_until,
)

LONLAT, FIJI = "EPSG:4326", "EPSG:32701"


def geometry(kind, *places):
    from qgis.core import QgsGeometry, QgsPointXY

    places = [QgsPointXY(*place) for place in places]
    if kind == "point":
        return QgsGeometry.fromPointXY(places[0])
    if kind == "line":
        return QgsGeometry.fromPolylineXY(places)
    return QgsGeometry.fromPolygonXY([[*places, places[0]]])


def show_on(desk, crs, extent):
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    desk.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    desk.canvas.setExtent(QgsRectangle(*extent))


def in_memory(places, crs, values=None, kind="double"):
    """A layer with a series at each place: the value times the number of the date."""
    from qgis.core import QgsFeature, QgsProject, QgsVectorLayer

    names = [*NAMES[:4], "rate"]
    fields = "&".join(f"field={name}:{kind}" for name in names)
    layer = QgsVectorLayer(f"Point?crs={crs}&{fields}", "odd", "memory")
    features = []
    for k, place in enumerate(places):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry("point", place))
        value = float(k if values is None else values[k])
        attributes = [value * n for n in range(4)] + [value]
        feature.setAttributes([str(v) if kind == "string" else v for v in attributes])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def without_index(monkeypatch):
    """As if layers of four points and more were large and had no index of their own."""
    from groundshift.ui.explorer import nearest

    monkeypatch.setattr(nearest, "SMALL", 3)
    monkeypatch.setattr(nearest.PointFinder, "_own_index", staticmethod(lambda layer: False))


def test_places_without_coordinates_in_the_layer_are_said(desk):
    show_on(desk, LONLAT, (-180, -90, 180, 90))
    desk.dock._clicked(geometry("point", (200, 95)), False)
    assert "no coordinates" in desk.said and not desk.series.shown
    desk.dock._polygon_drawn(geometry("polygon", (0, 80), (200, 95), (100, 120)), False)
    assert desk.said and not desk.series.shown
    desk.dock.profile.layer.setLayer(desk.layers[0])
    wait_until(lambda: desk.dock.profile.field.currentField() == "velocity_mm_yr")
    desk.dock._line_drawn(geometry("line", (0, 80), (200, 95)), False)
    assert "no coordinates" in desk.said
    desk.dock._line_drawn(geometry("line", (15, 42), (15, 42)), False)
    assert "no length" in desk.said


def test_a_polygon_across_the_antimeridian(desk):
    places = [(179.9, -17), (-179.9999, -17), (0, -17), (100, -17)]
    desk.active = in_memory(places, LONLAT, [1, 3, 100, 100])
    show_on(desk, FIJI, (1e5, 8e6, 3e5, 83e5))
    x, y, u, v = 164_000, 8_112_000, 197_000, 8_124_000
    desk.dock._polygon_drawn(geometry("polygon", (x, y), (u, y), (u, v), (x, v)), False)
    (shown,) = desk.series.shown
    np.testing.assert_allclose(shown.trace.values, [0, 2, 4, 6])


@pytest.mark.parametrize(("left", "mean"), [(179.5, 45.0), (-180.0, 5.0)])
def test_a_polygon_across_the_antimeridian_over_a_raster(desk, tmp_path, left, mean):
    """The raster ends, or begins, there; its values are hundredths of degrees from its edge."""
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.grid import Grid
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster
    from qgis.core import QgsRasterLayer

    grid = Grid(40, 50, (left, 0.01, 0.0, -16.8, 0.0, -0.01), wkt_from_epsg(4326))
    values = np.tile(np.arange(50) + 0.5, (2, 40, 1))
    bands = [BandInfo(f"displacement_mm_{name[1:]}") for name in NAMES[:2]]
    write_raster(tmp_path / "d.tif", grid, values, bands)
    desk.active = QgsRasterLayer(str(tmp_path / "d.tif"), "d")
    show_on(desk, FIJI, (1e5, 8e6, 3e5, 83e5))
    x, y, u, v = 169_891, 8_112_000, 191_204, 8_124_000  # 179.9 degrees east to 179.9 west
    desk.dock._polygon_drawn(geometry("polygon", (x, y), (u, y), (u, v), (x, v)), False)
    assert desk.series.shown, desk.said
    np.testing.assert_allclose(desk.series.shown[0].trace.values, mean, atol=0.3)


def test_the_nearest_point_is_the_nearest_on_the_map(desk):
    # At 60 degrees north the first lies 6 m away, the second 9 m, but in degrees it is nearer.
    desk.active = in_memory([(15.0001, 60.0), (15.0, 60.00008)], LONLAT, [1, 2])
    show_on(desk, "EPSG:32633", (EAST - 200, 6651000, EAST + 200, 6652000))
    desk.dock._clicked(geometry("point", (EAST, 6651411.19)), False)
    assert desk.series.shown[0].trace.values[1] == 1.0


def test_marks_go_along_with_the_maps_system(desk):
    desk.click_point(0, 1)
    desk.dock._reference_clicked(geometry("point", (EAST, NORTH)), False)
    desk.dock._line_drawn(geometry("line", (EAST, NORTH), (EAST + 200, NORTH)), False)
    show_on(desk, LONLAT, (14, 41, 16, 43))
    session = desk.series.session
    for place in (session.selections[0].place, session.reference.place):
        assert place.asPoint().x() == pytest.approx(15.0, abs=0.01)
        assert place.asPoint().y() == pytest.approx(42.0, abs=0.01)
    assert desk.dock._line.asPolyline()[1].x() == pytest.approx(15.0, abs=0.01)
    assert desk.dock.profile._line[0].asPolyline()[0].x() == EAST, "drawn in the old system"


def test_of_very_many_points_some_of_each_part_are_taken(desk, monkeypatch):
    from groundshift.ui.explorer import nearest

    east, north = (v.ravel() for v in np.meshgrid(np.arange(60.0), np.arange(60.0)))
    places = list(zip(EAST + east, NORTH + north))
    desk.active = in_memory(places, "EPSG:32633", east)
    corners = [(-0.7, -0.5), (59.7, -0.5), (59.7, 59.9)]
    corners = [(EAST + a, NORTH + b) for a, b in corners]
    triangle = geometry("polygon", *corners)
    desk.dock._polygon_drawn(triangle, False)
    whole = desk.series.shown[0].trace
    assert whole.members == 1830 and whole.label == "odd, 1830 points"
    monkeypatch.setattr(nearest, "SMALL", 100)
    monkeypatch.setattr(nearest, "EACH", 2)
    for own in (True, False):
        monkeypatch.setattr(nearest.PointFinder, "_own_index", staticmethod(lambda _, own=own: own))
        desk.dock._polygon_drawn(triangle, False)
        wait_until(lambda: not desk.said)
        some = desk.series.shown[0].trace
        assert 300 < some.members < 900 and some.label == f"odd, {some.members} of many points"
        np.testing.assert_allclose(some.values, whole.values, rtol=0.05)


def test_points_on_the_borders_of_cells_are_taken_once(desk, without_index):
    desk.active = in_memory([(EAST, NORTH)] * 5, "EPSG:32633")
    around = [(EAST + a, NORTH + b) for a, b in ((-10, -10), (10, -10), (10, 10), (-10, 10))]
    desk.dock._polygon_drawn(geometry("polygon", *around), False)
    wait_until(lambda: not desk.said)
    assert desk.series.shown[0].trace.members == 5


def test_a_profile_of_points_waits_for_their_index(desk, without_index):
    profile = desk.dock.profile
    profile.layer.setLayer(desk.layers[0])
    profile.width.setValue(40)
    wait_until(lambda: profile.field.currentField() == "velocity_mm_yr")
    desk.dock._line_drawn(geometry("line", (EAST - 40, NORTH), (EAST + 240, NORTH)), False)
    assert "indexed" in desk.said and profile.profile is None
    wait_until(lambda: profile.profile is not None)
    assert not desk.said
    rows = profile.profile.swath.rows
    assert [row[2] for row in rows] == pytest.approx(RATES[0].tolist(), abs=0.01)


def test_points_of_a_small_layer_are_read_once_for_a_profile(desk):
    finder, boxes = desk.dock.sources.finder, []
    from qgis.core import QgsRectangle

    for k in range(100):
        boxes.append(QgsRectangle(k, 0, k + 2, 1))
    assert len(finder.requests(in_memory([(0, 0)], LONLAT), boxes)) == 1
    assert len(finder.requests(desk.layers[0], boxes)) == 100, "a GeoPackage has an index"


def test_texts_that_are_numbers_make_a_profile(desk):
    places = [(EAST + 10 * k, NORTH) for k in range(3)]
    layer = in_memory(places, "EPSG:32633", [1, 2, 6], "string")
    profile = desk.dock.profile
    profile.layer.setLayer(layer)
    wait_until(lambda: profile._shown_layer == layer.id())
    profile.field.setField("rate")
    profile.bins.setValue(1)
    desk.dock._line_drawn(geometry("line", (EAST - 5, NORTH), (EAST + 25, NORTH)), False)
    wait_until(lambda: profile.profile is not None)
    assert profile.profile.swath.rows[0][1:3] == (3, 3.0)


@pytest.mark.parametrize("moment", ["at once", "later"])
def test_a_layer_may_go_while_it_is_indexed(desk, without_index, moment):
    from qgis.core import QgsApplication, QgsProject
    from qgis.PyQt.QtTest import QTest

    places = np.random.default_rng(0).uniform(0, 1000, (20_000, 2)) + (EAST, NORTH)
    layer = desk.active = in_memory(places.tolist(), "EPSG:32633")
    desk.click_point(0, 0)
    assert "indexed" in desk.said
    if moment == "later":
        QTest.qWait(5)
    desk.active = None
    QgsProject.instance().removeMapLayer(layer.id())
    wait_until(lambda: not QgsApplication.taskManager().countActiveTasks())
    QTest.qWait(50)
    finder = desk.dock.sources.finder
    assert not finder._builds and not finder._indexes and not desk.series.shown


def test_who_asked_last_is_answered(desk, without_index):
    desk.click_point(0, 0)
    desk.click_point(1, 2)
    wait_until(lambda: not desk.said)
    assert desk.rates == pytest.approx([30.0], abs=0.3)


def test_a_layer_that_changes_while_it_is_indexed_is_indexed_anew(desk, without_index):
    from qgis.core import QgsFeature

    desk.active = in_memory([(EAST + 500 * k, NORTH) for k in range(4)], "EPSG:32633")
    desk.click_point(1, 0)
    assert "indexed" in desk.said
    feature = QgsFeature(desk.active.fields())
    feature.setGeometry(geometry("point", (EAST, NORTH + 100)))
    feature.setAttributes([0.0, 7.0, 14.0, 21.0, 7.0])
    desk.active.startEditing()
    desk.active.addFeature(feature)
    wait_until(lambda: desk.series.shown)
    assert desk.series.shown[0].trace.values[1] == 7.0
    desk.active.rollBack()


def test_why_a_raster_has_no_series_is_said(desk, tmp_path):
    from osgeo import gdal
    from qgis.core import QgsRasterLayer

    path = str(tmp_path / "turned.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, 4, 4, 2)
    dataset.SetGeoTransform((EAST, 10, 2, NORTH, 2, -10))
    dataset = None
    desk.active = QgsRasterLayer(path, "turned")
    desk.click(EAST + 5, NORTH)
    assert "rotated" in desk.said
    with h5py.File(tmp_path / "timeseries.h5", "a") as file:
        del file.attrs["X_FIRST"]
    desk.active = QgsRasterLayer(f'HDF5:"{tmp_path / "timeseries.h5"}"://timeseries', "radar")
    desk.click(EAST + 5, NORTH)
    assert "radar coordinates" in desk.said
    source = "type=xyz&url=http://localhost:9/{z}/{x}/{y}.png"
    desk.active = QgsRasterLayer(source, "tiles", "wms")
    desk.click(EAST + 5, NORTH)
    assert desk.said.startswith("tiles: its bands tell no dates")


def test_the_chart_stays_about_its_figure(desk):
    from qgis.PyQt.QtCore import QPoint, QPointF, Qt
    from qgis.PyQt.QtGui import QWheelEvent

    desk.click_point(0, 0)
    chart = desk.series.chart
    chart.grab()
    first, last = chart.figure.span()
    place, turn = QPointF(60, 50), QPoint(0, -120)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    out = QWheelEvent(place, place, turn, turn, buttons, keys, Qt.ScrollPhase.NoScrollPhase, False)
    for _ in range(60):
        chart.wheelEvent(out)
        chart.grab()
    low, high = chart._view
    assert last - first < high - low < 5 * (last - first)
    chart._look_at(4e6, 5e6)  # a year that no calendar has
    assert chart._view == (low, high)


def test_no_profile_is_not_saved(desk, tmp_path):
    from groundshift.algorithms.errors import GroundshiftError

    desk.dock.tabs.setCurrentIndex(1)
    with pytest.raises(GroundshiftError, match="Draw a line"):
        desk.dock.save(str(tmp_path / "profile.csv"))
    assert not (tmp_path / "profile.csv").exists()


def test_a_dock_that_goes_leaves_nothing_on_the_map(desk):
    from groundshift.ui.explorer.dock import ExplorerDock

    before = len(desk.canvas.scene().items())
    other = ExplorerDock(desk.canvas, lambda: None)
    other.close_down()
    assert len(desk.canvas.scene().items()) == before
    other.deleteLater()


@pytest.mark.parametrize("prefix", [None, "", "t_"])
def test_series_of_a_joined_table(desk, tmp_path, prefix):
    from qgis.core import QgsFeature, QgsProject, QgsVectorLayer, QgsVectorLayerJoinInfo

    rows = "\n".join(f"{k},{k},{2 * k},{3 * k}" for k in range(1, 4))
    (tmp_path / "table.csv").write_text(f"id,D20200101,D20200113,D20200125\n{rows}\n")
    table = QgsVectorLayer(str(tmp_path / "table.csv"), "my table", "ogr")
    places = desk.active = QgsVectorLayer("Point?crs=EPSG:32633&field=id:string", "a", "memory")
    feature = QgsFeature(places.fields())
    feature.setGeometry(geometry("point", (EAST, NORTH)))
    feature.setAttributes(["2"])
    places.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayers([table, places])
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(table)
    join.setJoinFieldName("id")
    join.setTargetFieldName("id")
    if prefix is not None:
        join.setPrefix(prefix)
    assert places.addJoin(join)
    desk.click_point(0, 0)
    assert desk.series.shown, places.fields().names()
    assert desk.series.shown[0].trace.values.tolist() == [2.0, 4.0, 6.0]
