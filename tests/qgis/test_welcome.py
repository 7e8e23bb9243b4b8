# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The start page: its rows, its demo, and when it shows by itself."""

import sys

import pytest
from runs import one_sentence

SMALL = {"ROWS": 60, "COLS": 60, "DATES": 12, "LANDSLIDES": 2}


@pytest.fixture
def opened():
    return []


@pytest.fixture
def page(plugin, opened):
    from groundshift.ui.welcome.page import WelcomePage

    page = WelcomePage(opened.append)
    page.show()
    yield page
    page.close_down()
    page.deleteLater()


@pytest.fixture
def project(qgis_application):
    from qgis.core import QgsProject

    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


@pytest.fixture
def small_scene(monkeypatch):
    from groundshift.ui.welcome import demo

    (tool, parameters), *others = demo.STEPS
    monkeypatch.setattr(demo, "STEPS", ((tool, {**parameters, **SMALL}), *others))


@pytest.fixture
def settings(qgis_application):
    from groundshift.ui.welcome.start import SHOWN
    from qgis.core import QgsSettings

    settings = QgsSettings()
    settings.remove(SHOWN)
    yield settings
    settings.remove(SHOWN)


def wait_for(condition, seconds=400):
    """Let Qt work until something is so."""
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    loop, watch = QEventLoop(), QTimer()
    watch.timeout.connect(lambda: loop.quit() if condition() else None)
    watch.start(10)
    QTimer.singleShot(seconds * 1000, loop.quit)
    loop.exec()
    watch.stop()
    assert condition()


def click(button):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def make_desktop(visible):
    """What the plugin asks of ``iface``."""
    from qgis.PyQt.QtCore import QObject, pyqtSignal
    from qgis.PyQt.QtWidgets import QMainWindow

    class Desktop(QObject):
        initializationCompleted = pyqtSignal()  # noqa: N815 (QGIS' name)

        def __init__(self):
            super().__init__()
            self.window = QMainWindow()
            self.window.setVisible(visible)
            self.menu, self.toolbar = [], []

        def mainWindow(self):
            return self.window

        def addPluginToMenu(self, name, action):
            self.menu.append(action)

        def removePluginMenu(self, name, action):
            self.menu.remove(action)

        def addToolBarIcon(self, action):
            self.toolbar.append(action)

        def removeToolBarIcon(self, action):
            self.toolbar.remove(action)

    return Desktop()


@pytest.fixture
def make_plugin(plugin, settings):
    """Function that makes a plugin on a desktop; its provider is the one that is there."""
    import groundshift

    made = []

    def make(visible=False):
        desktop = make_desktop(visible)
        another = groundshift.classFactory(desktop)
        another.provider = plugin.provider
        another.initGui()
        made.append(another)
        return another, desktop

    yield make
    for another in made:
        another.provider = None  # it belongs to the other tests
        another.unload()


def test_every_row_opens_a_tool_that_there_is(plugin):
    from groundshift.ui.welcome.rows import ROWS

    known = {algorithm.name() for algorithm in plugin.provider.algorithms()}
    asked = {tool for row in ROWS for tool in row.tools}
    assert asked <= known, asked - known


def test_each_button_opens_its_own_dialog(page, opened):
    for (_, tool), button in page.buttons.items():
        assert button.isEnabled() and button.toolTip()
        click(button)
        assert opened.pop() == f"groundshift:{tool}"
        assert not page.message.isVisible()
    assert not opened


def test_buttons_carry_the_names_of_the_toolbox(page):
    assert page.buttons["Interferograms", "smallbaseline"].text() == "Small-baseline chain"
    model = page.buttons["Interferograms", "interferogramstopoints"]
    assert model.text() == "Interferograms to motion points"


def test_help_and_tutorials_open_without_a_network(page):
    from pathlib import Path

    from qgis.PyQt.QtCore import QObject, pyqtSlot
    from qgis.PyQt.QtGui import QDesktopServices

    class Browser(QObject):
        @pyqtSlot("QUrl")
        def show_page(self, url):
            shown.append(url)

    shown, browser = [], Browser()
    QDesktopServices.setUrlHandler("file", browser.show_page)
    try:
        for button in page.help_buttons.values():
            click(button)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    paths = [Path(url.toLocalFile()) for url in shown]
    titles = ["Groundshift: help", "First steps, by clicks", "From displacement to stress"]
    assert [path.stem for path in paths] == ["index", "first-steps", "stress-on-faults"]
    for path, title in zip(paths, titles):
        assert f">{title}" in path.read_text(encoding="utf-8")
    assert not page.message.isVisible()


def test_where_no_program_opens_pages_their_place_is_told(page, monkeypatch):
    from groundshift.ui.welcome import page as module

    monkeypatch.setattr(module.QDesktopServices, "openUrl", lambda url: False)
    click(page.help_buttons["index"])
    text = one_sentence(page.message.text())
    assert page.message.isVisible() and text.endswith("docs/help/index.html.")


def test_a_tool_that_was_left_out_cannot_be_clicked(plugin, opened, monkeypatch):
    from groundshift.ui.welcome import page as module
    from groundshift.ui.welcome.rows import Row

    monkeypatch.setattr(module, "ROWS", (*module.ROWS, Row("More", "Text", ("nosuchtool",))))
    page = module.WelcomePage(opened.append)
    button = page.buttons["More", "nosuchtool"]
    assert not button.isEnabled()
    click(button)
    assert opened == []


def test_missing_packages_are_said_in_place_of_a_dialog(page, opened, monkeypatch):
    from groundshift.processing_provider import dependencies

    monkeypatch.setattr(dependencies, "missing", lambda names: ["numba"])
    click(page.buttons["Interferograms", "smallbaseline"])
    assert opened == []
    assert page.message.isVisible() and "numba" in page.message.text()


def test_the_demo_runs_in_the_background_and_shows_its_layers(page, project, small_scene, tmp_path):
    shown = []
    page.demo_shown.connect(shown.append)
    page.folder.setFilePath(str(tmp_path / "mine"))
    click(page.load)
    assert page.demo is not None, "the click returns before the work is done"
    assert page.bar.isVisible() and not page.load.isEnabled()
    click(page.load)  # a second click does nothing
    wait_for(lambda: page.demo is None)
    assert not page.bar.isVisible() and page.load.isEnabled()
    folder = tmp_path / "mine" / "groundshift_demo"
    assert str(folder) in page.message.text()
    (layers,) = shown
    group = project.layerTreeRoot().children()[0]
    assert [node.layer() for node in group.findLayers()] == layers
    names = {layer.source().split("|")[0].rsplit("/", 1)[1] for layer in layers}
    assert {"velocity.tif", "points.gpkg", "areas.gpkg", "true_sources.gpkg"} <= names
    by_name = {layer.name(): layer for layer in layers}
    assert by_name["Motion points (mm/yr)"].renderer().type() == "graduatedSymbol"
    assert by_name["Velocity (mm/yr)"].renderer().type() == "singlebandpseudocolor"
    assert by_name["Active areas"].featureCount() > 0
    history = by_name["Velocity (mm/yr)"].metadata().history()
    assert history[0].startswith("groundshift:smallbaseline")
    assert sorted(path.name for path in (tmp_path / "mine").iterdir()) == ["groundshift_demo"]


def test_a_demo_never_writes_over_an_earlier_one(qgis_application, tmp_path):
    from groundshift.ui.welcome.demo import new_folder

    assert new_folder(tmp_path).name == "groundshift_demo"
    (tmp_path / "groundshift_demo").mkdir()
    (tmp_path / "groundshift_demo_2").mkdir()
    assert new_folder(tmp_path).name == "groundshift_demo_3"


def test_a_demo_can_be_stopped(page, project, small_scene, tmp_path):
    page.folder.setFilePath(str(tmp_path))
    click(page.load)
    click(page.stop)
    wait_for(lambda: page.demo is None)
    assert page.message.text() == "The demo was stopped."
    assert not project.mapLayers()
    assert page.load.isEnabled() and page.stop.isEnabled()
    assert not (tmp_path / "groundshift_demo" / "velocity.tif").exists()


def test_a_page_that_goes_away_leaves_no_task_behind(plugin, small_scene, tmp_path):
    from groundshift.ui.welcome import demo
    from groundshift.ui.welcome.page import WelcomePage

    page = WelcomePage(print)
    page.folder.setFilePath(str(tmp_path))
    page.load_demo()
    assert demo._ALIVE
    page.close_down()
    page.deleteLater()
    del page
    wait_for(lambda: not demo._ALIVE)


def test_a_folder_that_cannot_be_made_is_one_sentence(page, project, tmp_path):
    (tmp_path / "file").write_text("no folder")
    page.folder.setFilePath(str(tmp_path / "file"))
    click(page.load)
    assert page.demo is None
    text = one_sentence(page.message.text())
    assert str(tmp_path / "file") in text and "choose another folder" in text


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (("importstack", {"FOLDER": "nothing", "STACK": "s.h5"}), "Import interferogram stack: "),
        (("activeareas", {"POINTS": "no.gpkg", "AREAS": "a.gpkg"}), "Active areas: "),
        (("nosuchtool", {}), "The tool nosuchtool is missing"),
    ],
    ids=["while it runs", "before it runs", "tool left out"],
)
def test_a_tool_that_fails_is_named_with_its_sentence(page, monkeypatch, tmp_path, step, said):
    from groundshift.ui.welcome import demo

    monkeypatch.setattr(demo, "STEPS", (step,))
    page.folder.setFilePath(str(tmp_path))
    click(page.load)
    wait_for(lambda: page.demo is None, 30)
    assert page.message.text().startswith(said)
    assert "log says more" not in page.message.text()


def test_the_map_goes_to_the_demo(qgis_application, project, tmp_path):
    from groundshift.ui.welcome.start import zoom_to
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle, QgsVectorLayer
    from qgis.gui import QgsMapCanvas

    layer = QgsVectorLayer("Point?crs=EPSG:32633", "points", "memory")
    layer.startEditing()
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY

    for x, y in ((400000, 5100000), (410000, 5106000)):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        layer.addFeature(feature)
    layer.commitChanges()
    other = QgsVectorLayer("Point?crs=EPSG:4326", "mine", "memory")
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    project.addMapLayers([layer, other])
    canvas = QgsMapCanvas()
    canvas.resize(400, 300)
    canvas.setDestinationCrs(project.crs())
    zoom_to(canvas, [layer])
    assert project.crs().authid() == "EPSG:4326", "a project with other layers keeps its CRS"
    seen = canvas.extent()
    assert QgsRectangle(13.70, 46.04, 13.82, 46.09).intersects(seen) and seen.width() < 0.5
    project.removeMapLayer(other.id())
    zoom_to(canvas, [layer])
    assert project.crs().authid() == "EPSG:32633"


def test_the_page_shows_by_itself_once(make_plugin, settings):
    first, desktop = make_plugin()
    assert first.welcome is None, "not before the window is there"
    desktop.initializationCompleted.emit()
    assert first.welcome.isVisible()
    second, desktop = make_plugin()
    desktop.initializationCompleted.emit()
    assert second.welcome is None


def test_the_page_shows_when_installed_into_a_running_qgis(make_plugin):
    another, _ = make_plugin(visible=True)
    wait_for(lambda: another.welcome is not None, 5)
    assert another.welcome.isVisible()


def test_menu_and_toolbar_bring_it_back_and_go_with_the_plugin(make_plugin, settings):
    from groundshift.ui.welcome.start import note_shown

    note_shown()
    another, desktop = make_plugin()
    (action,) = [a for a in desktop.menu if a.objectName() == "GroundshiftStartAction"]
    assert action in desktop.toolbar and not action.icon().isNull()
    desktop.mapCanvas = lambda: None
    action.trigger()
    page = another.welcome
    assert page.isVisible()
    page.reject()
    action.trigger()
    assert another.welcome is page and page.isVisible()
    another.provider = None
    another.unload()
    assert desktop.menu == desktop.toolbar == []
    assert another.welcome is None


def test_starting_does_not_load_the_page(make_plugin, monkeypatch):
    from groundshift.ui.welcome.start import note_shown

    note_shown()
    name = "groundshift.ui.welcome.page"
    monkeypatch.delitem(sys.modules, name, raising=False)
    make_plugin()
    assert name not in sys.modules
