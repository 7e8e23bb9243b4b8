# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The explorer dock, used as somebody uses it: by clicks on the map and on its buttons."""
# ruff: noqa: F811 (fixtures are arguments, too)

import csv
import io

import numpy as np
import pytest
from explorer_desk import (  # noqa: F401 (fixtures)
    APART,
    DAYS,
    EAST,
    NORTH,
    desk,
    points,
    rates_raster,
    series,
    wait_until,
)


def test_a_click_shows_the_series_of_the_point(desk):
    desk.click_point(0, 0)
    (one,) = desk.series.shown
    np.testing.assert_allclose(one.trace.values, series(-20.0), atol=0.006)
    assert desk.rates == pytest.approx([-20.0], abs=0.3)
    assert desk.series.list.item(0).text().startswith("points ")
    desk.click_point(1, 2)
    assert desk.rates == pytest.approx([30.0], abs=0.3), "the next click takes its place"


def test_only_the_clicked_points_attributes_are_loaded(desk, monkeypatch):
    from groundshift.ui.explorer import sources

    asked = []
    trace = sources.PointSource._trace
    monkeypatch.setattr(
        sources.PointSource, "_trace",
        lambda self, label, features: asked.append(len(features)) or trace(self, label, features),
    )  # fmt: skip
    desk.click_point(0, 1)
    assert asked == [1]


def test_beside_one_another_with_shift_or_keep(desk):
    desk.click_point(0, 0)
    desk.click_point(1, 2, shift=True)
    desk.tick(desk.series.keep)
    desk.click_point(0, 2)
    assert desk.rates == pytest.approx([-20.0, 30.0, 5.0], abs=0.3)
    colours = {one.selection.colour for one in desk.series.shown}
    assert len(colours) == 3
    dots = [i for i in desk.series.chart.figure.panels[0].items if i.kind == "dots"]
    assert {item.colour for item in dots} == colours


def test_the_reference_is_changed_live(desk):
    desk.click_point(0, 0)
    desk.dock.take("reference")
    desk.click_point(1, 0)
    assert desk.rates == pytest.approx([-30.0], abs=0.3)
    np.testing.assert_allclose(
        desk.series.shown[0].trace.values, series(-20.0) - series(10.0), atol=0.011
    )
    desk.press(desk.series.no_reference)
    assert desk.rates == pytest.approx([-20.0], abs=0.3)


def test_a_polygon_gives_the_mean(desk):
    desk.dock.take("polygon")
    for x, y in ((-30, -30), (130, -30), (130, 30)):
        desk.click(EAST + x, NORTH + y)
    desk.click(EAST - 30, NORTH + 30)
    desk.click(EAST - 30, NORTH + 30, right=True)
    (one,) = desk.series.shown
    assert one.trace.members == 2
    assert desk.rates == pytest.approx([-10.0], abs=0.3)
    assert any(point[2] for point in desk.series.chart.figure.panels[0].items[0].points)


def test_a_map_of_rates_shows_the_series_beside_it(desk):
    desk.active = desk.layers[1]
    desk.click(EAST + 5, NORTH + 105)
    (one,) = desk.series.shown
    assert desk.rates == pytest.approx([-30.0], abs=0.05)
    np.testing.assert_allclose(one.trace.std, 2.0, rtol=1e-4)
    desk.dock.take("polygon")
    for x, y in ((0, 80), (100, 80), (100, 130)):
        desk.click(EAST + x, NORTH + y)
    desk.click(EAST, NORTH + 130, right=True)
    assert desk.series.shown[0].trace.members > 10


def test_a_file_can_be_opened_instead(desk, tmp_path):
    desk.dock.open_file(str(tmp_path / "timeseries.h5"))
    desk.click(EAST + 295, NORTH + 105)
    assert desk.rates == pytest.approx([30.0], abs=0.05)


def test_what_a_series_cannot_carry_is_said(desk):
    desk.click_point(0, 0)
    desk.model.steps.setText("20300101")
    desk.model.steps.editingFinished.emit()
    assert "no image on one of its sides" in desk.said
    assert desk.series.chart.figure.panels, "the series is shown all the same"


def test_saved_and_copied(desk, tmp_path):
    from groundshift.algorithms.errors import GroundshiftError
    from qgis.PyQt.QtGui import QGuiApplication, QImage

    desk.click_point(0, 0)
    for name in ("a.png", "a.svg", "a.csv"):
        desk.dock.save(str(tmp_path / name))
    picture = QImage(str(tmp_path / "a.png"))
    chart = desk.series.chart
    assert (picture.width(), picture.height()) == (2 * chart.width(), 2 * chart.height())
    seen = {
        picture.pixel(x, y)
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    assert len(seen) > 5, "something is drawn"
    svg = (tmp_path / "a.svg").read_text()
    assert svg.count("<path") + svg.count("<circle") + svg.count("<ellipse") >= len(DAYS)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text())))
    assert len(rows) == len(DAYS) and rows[3]["date"] == str(DAYS[3])
    desk.dock.copy()
    assert QGuiApplication.clipboard().text() == (tmp_path / "a.csv").read_text()
    assert not QGuiApplication.clipboard().image().isNull()
    with pytest.raises(GroundshiftError, match="a.pdf"):
        desk.dock.save(str(tmp_path / "a.pdf"))


@pytest.mark.parametrize("where", ["empty place", "no dates", "no series", "nothing"])
def test_what_cannot_be_shown_is_said_in_one_sentence(desk, where, tmp_path):
    from qgis.core import QgsRasterLayer, QgsVectorLayer

    if where == "empty place":
        desk.click_point(0.5, 0.5)
        assert "no point near" in desk.said
        return
    if where == "no dates":
        desk.active = QgsVectorLayer("Point?crs=EPSG:32633&field=a:double", "plain", "memory")
    elif where == "no series":
        (tmp_path / "timeseries.h5").unlink()
        desk.active = QgsRasterLayer(str(tmp_path / "velocity.tif"), "alone")
    else:
        desk.active = None
    desk.click_point(0, 0)
    assert desk.said and "\n" not in desk.said
    assert not desk.series.shown


def in_memory(layer, kind):
    """A copy of a layer of points, of another kind of geometry."""
    from qgis.core import QgsFeature, QgsVectorLayer

    copy = QgsVectorLayer(f"{kind}?crs={layer.crs().authid()}", "copy", "memory")
    copy.dataProvider().addAttributes(layer.fields().toList())
    copy.updateFields()
    features = []
    for feature in layer.getFeatures():
        geometry = feature.geometry()
        if kind == "MultiPoint":
            geometry.convertToMultiType()
        other = QgsFeature(copy.fields())
        other.setAttributes(feature.attributes())
        other.setGeometry(geometry)
        features.append(other)
    copy.dataProvider().addFeatures(features)
    return copy


@pytest.mark.parametrize("kind", ["Point", "MultiPoint"])
def test_a_layer_without_an_index_gets_one_in_the_background(desk, monkeypatch, kind):
    from groundshift.ui.explorer import nearest

    desk.active = in_memory(desk.layers[0], kind)
    monkeypatch.setattr(nearest, "SMALL", 3)
    monkeypatch.setattr(nearest.PointFinder, "_own_index", staticmethod(lambda layer: False))
    built = []
    run = nearest.IndexTask.run
    monkeypatch.setattr(nearest.IndexTask, "run", lambda self: built.append(1) or run(self))
    desk.click_point(0, 0)
    assert "indexed" in desk.said
    wait_until(lambda: desk.series.shown)
    assert desk.rates == pytest.approx([-20.0], abs=0.3)
    desk.click_point(1, 2)
    assert desk.rates == pytest.approx([30.0], abs=0.3)
    assert built == [1], "it is built once"
    desk.click_point(0.5, 0.5)
    assert "no point near" in desk.said
    desk.active.startEditing()
    desk.active.deleteFeature(next(desk.active.getFeatures()).id())
    desk.click_point(1, 2)
    assert "indexed" in desk.said
    wait_until(lambda: not desk.said)
    assert len(built) == 2, "and again when the layer has changed"


def test_the_map_may_be_in_another_system(desk):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    lonlat = QgsCoordinateReferenceSystem("EPSG:4326")
    to_map = QgsCoordinateTransform(desk.layers[0].crs(), lonlat, QgsProject.instance())
    desk.canvas.setDestinationCrs(lonlat)
    desk.canvas.setExtent(to_map.transformBoundingBox(desk.layers[0].extent().buffered(60)))
    place = to_map.transform(EAST + 200, NORTH + 100)
    desk.click(place.x(), place.y())
    assert desk.rates == pytest.approx([30.0], abs=0.3)
    desk.active = desk.layers[1]
    place = to_map.transform(EAST + 5, NORTH + 105)
    desk.click(place.x(), place.y())
    assert desk.rates == pytest.approx([-30.0], abs=0.05)


def test_a_layer_that_goes_away_leaves_nothing_behind(desk):
    from qgis.core import QgsProject

    desk.click_point(0, 0)
    QgsProject.instance().removeMapLayer(desk.layers[0].id())
    assert not desk.dock.sources._known
    desk.active = None
    desk.click_point(0, 0)
    assert desk.said


def test_clear(desk):
    desk.click_point(0, 0)
    desk.dock.clear()
    assert not desk.series.shown and desk.series.chart.figure.span() is None
    desk.series.chart.grab()


def test_a_closed_dock_leaves_the_map_to_others(desk):
    assert desk.canvas.mapTool() is desk.dock.tools["point"]
    desk.dock.close()
    assert desk.canvas.mapTool() is None


def test_a_missing_package_is_said_with_its_cure(desk, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "h5py", None)
    desk.dock.sources.finder.forget()
    desk.active = desk.layers[1]
    from groundshift.algorithms.formats import series_files

    monkeypatch.setattr(series_files, "_KNOWN", {})
    desk.click(EAST + 5, NORTH + 105)
    assert "h5py" in desk.said and "QPIP" in desk.said


def test_the_series_of_temporary_outputs_is_found_by_the_history(rates_raster, tmp_path):
    """QGIS puts every temporary output into a folder of its own."""
    import shutil

    from groundshift.algorithms.errors import GroundshiftError
    from groundshift.ui.explorer.sources import Sources
    from qgis.core import QgsRasterLayer

    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    shutil.move(rates_raster.source(), tmp_path / "a" / "VELOCITY.tif")
    shutil.move(tmp_path / "timeseries.h5", tmp_path / "b" / "TIMESERIES.h5")
    layer = QgsRasterLayer(str(tmp_path / "a" / "VELOCITY.tif"), "velocity")
    with pytest.raises(GroundshiftError, match="history"):
        Sources().of_layer(layer)
    metadata = layer.metadata()
    metadata.setHistory(["sbas", "STACK = 'none.h5'", "TIMESERIES = '../b/TIMESERIES.h5'"])
    layer.setMetadata(metadata)
    assert len(Sources().of_layer(layer).dates) == len(DAYS)
    metadata.setHistory([f"TIMESERIES = '{tmp_path / 'b' / 'TIMESERIES.h5'}'"])  # of older versions
    layer.setMetadata(metadata)
    assert len(Sources().of_layer(layer).dates) == len(DAYS)


def test_a_run_with_temporary_outputs_names_its_series(good):
    """As in a dialog: the history of the map leads to the series."""
    from groundshift.ui.explorer.sources import Sources
    from qgis.core import QgsRasterLayer
    from runs import run_here

    temporary = dict.fromkeys(("TIMESERIES", "VELOCITY"), "TEMPORARY_OUTPUT")
    results, problem = run_here("sbas", {"STACK": str(good / "stack.h5"), **temporary})
    assert not problem
    layer = QgsRasterLayer(results["VELOCITY"], "velocity")
    layer.loadDefaultMetadata()
    assert "TEMPORARY_OUTPUT" not in " ".join(layer.metadata().history())
    assert Sources().of_layer(layer).file.path.endswith("TIMESERIES.h5")
