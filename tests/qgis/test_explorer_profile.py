# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Profiles, animations and the plugin's button of the explorer dock."""
# ruff: noqa: F811 (fixtures are arguments, too)

import numpy as np
import pytest
from explorer_desk import (  # noqa: F401 (fixtures)
    APART,
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


def draw_line(desk, x, y, u, v):
    desk.dock.take("profile", 1)
    desk.click(x, y)
    desk.click(u, v)
    desk.click(u, v, right=True)


@pytest.fixture
def terrain(tmp_path, qgis_application):
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.grid import Grid
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster
    from qgis.core import QgsProject, QgsRasterLayer

    grid = Grid(20, 30, (EAST - 50, 20.0, 0.0, NORTH + 250, 0.0, -20.0), wkt_from_epsg(32633))
    heights = np.tile(np.linspace(100, 400, 30), (20, 1))
    write_raster(tmp_path / "dem.tif", grid, heights, [BandInfo("height_m", "m")])
    layer = QgsRasterLayer(str(tmp_path / "dem.tif"), "dem")
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_a_profile_over_points(desk, terrain):
    profile = desk.dock.profile
    profile.layer.setLayer(desk.layers[0])
    profile.terrain.setLayer(terrain)
    profile.width.setValue(40)
    profile.bins.setValue(3)
    wait_until(lambda: profile.field.currentField() == "velocity_mm_yr")
    draw_line(desk, EAST - 40, NORTH, EAST + 240, NORTH)
    wait_until(lambda: profile.profile is not None)
    found = profile.profile.swath
    np.testing.assert_array_equal(found.count, [1, 1, 1])
    np.testing.assert_allclose(found.mean, RATES[0], atol=0.01)
    kinds = [item.kind for item in profile.chart.figure.panels[0].items]
    assert kinds == ["ground", "band", "band", "line", "dots"]
    heights = [height for _, height in profile.profile.terrain]
    assert heights == sorted(heights) and 100 < heights[0] < heights[-1] < 400
    profile.width.setValue(300)
    wait_until(lambda: profile.profile.swath.count.sum() == 6)


def test_a_profile_over_a_raster(desk, tmp_path):
    profile = desk.dock.profile
    profile.layer.setLayer(desk.layers[1])
    profile.width.setValue(60)
    profile.bins.setValue(10)
    wait_until(lambda: profile.band.count() == 1)
    draw_line(desk, EAST + 5, NORTH + 100, EAST + 235, NORTH + 100)
    wait_until(lambda: profile.profile is not None)
    rates = profile.profile.swath.mean
    expected = -30 + 60 / 290 * profile.profile.swath.distance
    np.testing.assert_allclose(rates, expected, atol=1.5)
    assert profile.chart.figure.panels[0].left == "velocity_mm_yr"
    desk.dock.save(str(tmp_path / "profile.csv"))
    assert (tmp_path / "profile.csv").read_text().startswith("distance_m,count,mean")
    desk.dock.save(str(tmp_path / "profile.png"))


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (["Band 1: displacement_mm_20190101", "Band 2: displacement_mm_20190113"], 1),
        (["D20190101", "D20190113", "S20190101", "S20190113"], 1),
        (["height", "D20190101", "D20190113", "velocity_mm_yr"], 3),
        (["Band 1", "Band 2"], 0),
    ],
)
def test_a_profile_begins_with_what_says_most(qgis_application, names, chosen):
    from groundshift.ui.explorer.profile_panel import _telling

    assert _telling(names) == chosen


def test_a_profile_over_a_series_begins_at_its_last_date(desk, displacement):
    from qgis.core import QgsProject

    QgsProject.instance().addMapLayer(displacement)
    profile = desk.dock.profile
    profile.layer.setLayer(displacement)
    wait_until(lambda: profile.band.count() == 4)
    draw_line(desk, EAST + 5, NORTH + 100, EAST + 235, NORTH + 100)
    wait_until(lambda: profile.profile is not None)
    assert profile.profile.swath.mean[0] == pytest.approx(30), "10 mm a date"


def test_a_profile_beside_the_layer_is_said(desk):
    from qgis.core import QgsGeometry, QgsPointXY

    profile = desk.dock.profile
    profile.layer.setLayer(desk.layers[1])
    wait_until(lambda: profile.band.count() == 1)
    far = [QgsPointXY(EAST - 9000, NORTH), QgsPointXY(EAST - 8000, NORTH)]
    profile.draw(QgsGeometry.fromPolylineXY(far), desk.layers[1].crs())
    assert "outside" in desk.said and profile.profile is None


@pytest.mark.parametrize("count", [2, 3, 7, 40])
def test_the_expression_picks_the_nearest_date(qgis_application, count):
    from groundshift.ui.explorer.animation import field_expression, moment
    from qgis.core import (
        QgsExpression,
        QgsExpressionContext,
        QgsExpressionContextScope,
        QgsFeature,
        QgsVectorLayer,
    )

    days, names = [str(day) for day in DAYS[:count]], NAMES[:count]
    fields = "&".join(f"field={name}:double" for name in names)
    layer = QgsVectorLayer(f"Point?{fields}", "a", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes([float(k) for k in range(count)])
    expression = QgsExpression(field_expression(names, days))
    assert not expression.hasParserError()
    context = QgsExpressionContext()
    context.setFields(layer.fields())
    context.setFeature(feature)
    assert expression.evaluate(context) == count - 1, "the last date where there is no time"
    scope = QgsExpressionContextScope()
    context.appendScope(scope)
    start = DAYS[0] - 30
    for day in np.arange(start, DAYS[count - 1] + 30, 5):
        scope.setVariable("map_start_time", moment(str(day)))
        picked = expression.evaluate(context)
        apart = np.abs((DAYS[:count] - day).astype(int))
        assert apart[int(picked)] == apart.min()


def shades(picture):
    """Colours of the picture above its caption."""
    height = int(picture.height() * 0.8)
    return {picture.pixel(x, y) & 0xFFFFFF for x in range(picture.width()) for y in range(height)}


def frames_of(folder):
    from qgis.PyQt.QtGui import QImage

    return [QImage(str(path)) for path in sorted(folder.iterdir())]


def test_points_in_motion(desk, tmp_path):
    from qgis.core import Qgis

    layer = desk.layers[0]
    desk.canvas.setLayers([layer])
    desk.dock.animation.animate()
    assert layer.renderer().type() == "graduatedSymbol"
    assert layer.temporalProperties().mode() == Qgis.VectorTemporalMode.RedrawLayerOnly
    assert layer.temporalProperties().isActive()
    low, high = (
        layer.renderer().ranges()[1].lowerValue(),
        layer.renderer().ranges()[-1].lowerValue(),
    )
    assert low == -high < 0
    assert layer.renderer().ranges()[0].label().endswith(" mm")
    assert "follows" in desk.said
    desk.dock.animation.days = desk.dock.animation.days[::13]
    desk.dock.animation.width.setValue(150)
    assert desk.dock.animation.export(str(tmp_path / "frames")) == 4
    first, *_, last = frames_of(tmp_path / "frames")
    assert first.width() == 150
    assert len(shades(last)) > len(shades(first)) + 3, "the points part from one another"


def test_an_animation_says_its_unit_and_has_a_way_back(desk):
    from groundshift.ui import styling
    from groundshift.ui.explorer.enums import NOT_MOVING
    from qgis.core import QgsLayerTree, QgsLayerTreeModel, QgsTemporalNavigationObject

    controller = QgsTemporalNavigationObject()
    desk.canvas.setTemporalController(controller)
    layer, panel = desk.layers[0], desk.dock.animation
    layer.setName("Points (mm/yr)")
    styling.style_vector(layer, "points_velocity", 20.0)
    before = layer.renderer().classAttribute()
    tree = QgsLayerTree()
    model, node = QgsLayerTreeModel(tree), tree.addLayer(layer)
    desk.press(panel.start)
    assert controller.navigationMode() != NOT_MOVING
    assert layer.name() == "Points (mm)"
    said = [item.data(0) for item in model.layerLegendNodes(node)]
    assert said and all(text.endswith(" mm") for text in said), said
    desk.press(panel.start)  # once more
    desk.press(panel.back)
    assert (layer.name(), layer.renderer().classAttribute()) == ("Points (mm/yr)", before)
    assert layer.styleManager().styles() == ["default"]
    assert not layer.temporalProperties().isActive()
    assert controller.navigationMode() == NOT_MOVING
    assert desk.said == ""
    desk.press(panel.back)
    assert "is not animated" in desk.said
    desk.press(panel.start)
    assert layer.name() == "Points (mm)", "and there again"


def test_bands_have_a_way_back(desk, displacement):
    from groundshift.ui.explorer.animation import span_of

    desk.active = displacement
    bands = displacement.renderer().usesBands()
    desk.press(desk.dock.animation.start)
    desk.dock.animation._follow(span_of(desk.dock.animation.days, 2))
    desk.press(desk.dock.animation.back)
    assert displacement.renderer().usesBands() == bands
    assert not displacement.temporalProperties().isActive()


@pytest.fixture
def displacement(tmp_path, qgis_application):
    """A raster with a band a date, whose values grow."""
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.grid import Grid
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster
    from groundshift.ui import styling
    from qgis.core import QgsRasterLayer

    grid = Grid(20, 30, (EAST, 10.0, 0.0, NORTH + 200, 0.0, -10.0), wkt_from_epsg(32633))
    values = np.arange(4.0)[:, None, None] * np.ones((4, 20, 30)) * 10
    bands = [BandInfo(f"displacement_mm_{name[1:]}", "mm") for name in NAMES[:4]]
    write_raster(tmp_path / "displacement.tif", grid, values, bands)
    layer = QgsRasterLayer(str(tmp_path / "displacement.tif"), "displacement")
    styling.style_raster(layer, "displacement", 30.0)
    return layer


@pytest.mark.parametrize("style", ["own", "three colours"])
def test_bands_in_motion(desk, displacement, tmp_path, style):
    from qgis.core import QgsMultiBandColorRenderer

    if style == "three colours":  # QGIS' default for a raster of many bands
        source = displacement.dataProvider()
        displacement.setRenderer(QgsMultiBandColorRenderer(source, 1, 2, 3))
    desk.active = displacement
    desk.canvas.setLayers([displacement])
    desk.dock.animation.animate()
    desk.dock.animation.width.setValue(120)
    assert desk.dock.animation.export(str(tmp_path / "a.png")) == 4
    assert b"acTL" in (tmp_path / "a.png").read_bytes()[:60]
    desk.dock.animation.export(str(tmp_path / "frames"))
    middles = {frame.pixel(60, 30) for frame in frames_of(tmp_path / "frames")}
    assert len(middles) == 4, "every frame shows its own band"


def test_an_export_leaves_the_map_at_its_time(desk, displacement, tmp_path):
    from groundshift.ui.explorer.animation import span_of

    desk.active = displacement
    desk.canvas.setLayers([displacement])
    panel = desk.dock.animation
    panel.animate()
    desk.canvas.setTemporalRange(span_of(panel.days, 1))
    panel._follow(desk.canvas.temporalRange())
    before = displacement.renderer().usesBands()
    panel.width.setValue(60)
    panel.export(str(tmp_path / "a.png"))
    assert displacement.renderer().usesBands() == before
    assert before == [2] or not panel._followers, "QGIS 3.38+ follows by itself"


def test_the_controller_moves_the_band(qgis_application, displacement):
    from groundshift.algorithms.formats.series_files import open_series
    from groundshift.ui.explorer import animation
    from qgis.core import QgsProject, QgsTemporalNavigationObject

    file = open_series(displacement.source())
    follower = animation.animate_raster(displacement, file)
    if follower is None:
        ranges = displacement.temporalProperties().fixedRangePerBand()
        assert sorted(ranges) == [1, 2, 3, 4]
        return
    controller = QgsTemporalNavigationObject()
    controller.updateTemporalRange.connect(follower.follow)
    animation.set_clock(controller, QgsProject.instance(), [str(day) for day in file.dates])
    assert controller.totalFrameCount() == 4
    seen = []
    for number in range(4):
        controller.setCurrentFrameNumber(number)
        seen += displacement.renderer().usesBands()
    assert seen == [1, 2, 3, 4]


def test_an_animation_that_is_cancelled_leaves_nothing(desk, tmp_path):
    from groundshift.algorithms.errors import Cancelled

    desk.dock.animation.animate()
    animation = desk.dock.animation
    animation.bar.valueChanged.connect(lambda value: value > 5 and animation._cancel())
    with pytest.raises(Cancelled):
        animation.export(str(tmp_path / "a.png"))
    assert not (tmp_path / "a.png").exists()
    assert animation.save.isEnabled()


def test_what_has_no_motion_is_said(desk, tmp_path):
    from groundshift.algorithms.errors import GroundshiftError

    with pytest.raises(GroundshiftError, match="Animate a layer first"):
        desk.dock.animation.export(str(tmp_path / "a.png"))
    desk.active = desk.layers[1]
    desk.press(desk.dock.animation.start)
    assert "bands are no series" in desk.said


class Interface:
    """What of QGIS' window the plugin asks for."""

    def __init__(self, canvas):
        from qgis.PyQt.QtWidgets import QMainWindow

        self.window, self.canvas, self.there = QMainWindow(), canvas, []

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def activeLayer(self):
        return None

    def addPluginToMenu(self, menu, action):
        self.there.append((menu, action))

    def addToolBarIcon(self, action):
        self.there.append(("toolbar", action))

    def removePluginMenu(self, menu, action):
        self.there.remove((menu, action))

    def removeToolBarIcon(self, action):
        self.there.remove(("toolbar", action))

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)


def test_the_plugins_button_opens_the_dock_and_unload_takes_it_away(qgis_application, plugin):
    import groundshift
    from qgis.gui import QgsMapCanvas

    interface = Interface(QgsMapCanvas())
    own = groundshift.classFactory(interface)
    own.initProcessing = lambda: None  # the provider is there already
    own._welcome_once = lambda: None  # has tests of its own
    own.initGui()
    assert own.explorer is None, "it is made when it is asked for"
    actions = {action for _, action in interface.there}
    (action,) = [a for a in actions if a.objectName() == "GroundshiftExplorerAction"]
    assert not action.icon().isNull()
    action.trigger()
    assert own.explorer is not None
    assert interface.canvas.mapTool() is own.explorer.tools["point"]
    first = own.explorer
    action.trigger()
    assert own.explorer is first
    own.unload()
    assert own.explorer is None and interface.canvas.mapTool() is None
    assert not [a for _, a in interface.there if a is action]


def test_importing_the_plugin_does_not_import_the_dock():
    import subprocess
    import sys
    from pathlib import Path

    root = str(Path(__file__).resolve().parents[2])
    code = (
        "import importlib.util, sys\n"
        f"spec = importlib.util.spec_from_file_location('g', {root!r} + '/__init__.py',"
        f" submodule_search_locations=[{root!r}])\n"
        "g = importlib.util.module_from_spec(spec); sys.modules['g'] = g\n"
        "spec.loader.exec_module(g); g.classFactory(None)\n"
        "print([name for name in sys.modules if 'explorer' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
