# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What ``scripts/fresh_profile.py`` has QGIS do in its window: install the zip and try it.

QGIS runs a copy of this file by ``--code``; folders come by environment variables.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from desktop_hands import report_and_leave, run_dialog, wait

OUT, QUICK, ARCHIVE = "GROUNDSHIFT_FRESH", "GROUNDSHIFT_FRESH_QUICK", "GROUNDSHIFT_ZIP"
"""Environment variables: folder for files, whether to be quick, the zip."""

MODEL = "interferogramstopoints"
SLIP = {
    "type": "FeatureCollection",
    "features": [{
        "type": "Feature",
        "geometry": {"type": "Polygon", "coordinates": [[
            [13.0, 46.35, -1000], [13.0, 46.45, -1000], [13.0738, 46.45, -6657],
            [13.0738, 46.35, -6657], [13.0, 46.35, -1000],
        ]]},
        "properties": {
            "strike_deg": 0, "dip_deg": 45, "length_km": 11.1, "width_km": 8,
            "depth_km": 3.83, "slip_m": 1, "rake_deg": -90,
        },
    }],
}  # fmt: skip
"""A normal fault that dips to the east."""


class Visit:
    """Somebody who installs the zip and tries it.

    Parameters
    ----------
    out : Path
    """

    def __init__(self, out: Path):
        from qgis.core import Qgis, QgsApplication

        self.out, self.files, self.dialogs, self.log = out, out / "files", [], []
        QgsApplication.messageLog().messageReceived.connect(
            lambda text, tag, level: (
                self.log.append(f"{tag}: {text}")
                if level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)
                else None
            )
        )

    def file(self, name) -> str:
        """Path of a file to write."""
        return str(self.files / name)

    def install(self, archive) -> dict:
        """Install from the zip, as the plugin manager's button does."""
        import importlib.util

        import pyplugin_installer
        from qgis.core import QgsApplication, QgsSettings
        from qgis.PyQt.QtCore import QTimer
        from qgis.utils import plugin_times, plugins

        if importlib.util.find_spec("groundshift") is not None:
            raise RuntimeError("a Groundshift is importable before it is installed")
        self._know_qpip()
        timer = QTimer()
        timer.timeout.connect(self._answer)
        timer.start(300)
        pyplugin_installer.instance().installFromZipFile(archive)
        timer.stop()
        module = sys.modules["groundshift"]
        where, profile = Path(module.__file__), Path(QgsApplication.qgisSettingsDirPath())
        return {
            "in_profile": profile.resolve() in where.resolve().parents,
            "running": "groundshift" in plugins,
            "enabled": QgsSettings().value("/PythonPlugins/groundshift", False, type=bool),
            "dialogs": self.dialogs, "seconds": plugin_times.get("groundshift"),
        }  # fmt: skip

    @staticmethod
    def _know_qpip():
        """What the plugin repository says of QPIP, which the manager fetches when it opens.

        Where that fails (no network), QGIS before 3.26 breaks off with a KeyError instead of its
        dialog (https://github.com/qgis/QGIS/pull/48208).
        """
        from pyplugin_installer import installer_data

        installer_data.plugins.mPlugins["a00_qpip"] = {
            "id": "a00_qpip", "name": "qpip", "version_available": "1.1.1",
            "version_available_stable": "1.1.1", "version_available_experimental": "",
        }  # fmt: skip

    def _answer(self):
        """Read the dialog that offers QPIP, and decline."""
        from qgis.PyQt.QtWidgets import QApplication, QLabel

        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            words = " ".join(label.text() for label in dialog.findChildren(QLabel))
            self.dialogs.append(f"{dialog.windowTitle()}: {words}")
            dialog.reject()

    def welcome(self) -> dict:
        """The start page, which opens by itself, and the demo scene by one click."""
        from qgis.core import QgsProject
        from qgis.utils import iface, plugins

        wait(1000)
        page = plugins["groundshift"].welcome
        found = {"page": page is not None and page.isVisible()}
        if os.environ[QUICK]:
            page.close()
            return found
        page.folder.setFilePath(str(self.files))
        page.load.click()
        while page.demo is not None:
            wait(100)
        found["message"] = page.message.text()
        page.close()
        wait(2000)
        self.scene = self.files / "groundshift_demo"
        found["layers"] = {
            layer.name(): layer.renderer().type()
            for layer in QgsProject.instance().mapLayers().values()
        }
        iface.mainWindow().grab().save(str(self.out / "demo.png"))
        return found

    def explorer(self) -> dict:
        """A click on a point of a layer shows its series."""
        from qgis.core import QgsProject
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest
        from qgis.utils import iface, plugins

        layer = self._points()
        iface.setActiveLayer(layer)
        canvas, plugin = iface.mapCanvas(), plugins["groundshift"]
        canvas.setDestinationCrs(layer.crs())
        plugin.show_explorer()
        wait(500)
        canvas.setExtent(layer.extent())
        canvas.refresh()
        wait(500)
        QgsProject.instance().layerTreeRoot().findLayer(layer).setItemVisibilityChecked(True)
        point = next(layer.getFeatures()).geometry().asPoint()
        place = canvas.getCoordinateTransform().transform(point).toQPointF().toPoint()
        keys = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, keys, place)
        wait(300)
        shown = plugin.explorer.series.shown
        found = {"series": len(shown), "message": plugin.explorer.message.text()}
        plugin.explorer.close()
        return found

    def _points(self):
        from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer

        layers = QgsProject.instance().mapLayersByName("Motion points (mm/yr)")
        if layers:
            return layers[0]
        dates = [f"D202001{day:02d}" for day in range(1, 31, 3)]
        fields = "&".join(f"field={name}:double" for name in ["velocity_mm_yr", *dates])
        layer = QgsVectorLayer(f"Point?crs=EPSG:32633&{fields}", "points", "memory")
        for k in range(5):
            feature = QgsFeature(layer.fields())
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(5e5 + 100 * k, 5e6 + 70 * k)))
            feature.setAttributes([float(k), *(0.1 * k * n for n in range(len(dates)))])
            layer.dataProvider().addFeature(feature)
        layer.updateExtents()
        QgsProject.instance().addMapLayer(layer)
        return layer

    def rooms(self) -> list:
        """A tool of each room, on the demo scene and on simulated images."""
        scene, file = self.scene, self.file
        heights = str(next((scene / "interferograms").rglob("*_dem.tif")))
        Path(file("slip.geojson")).write_text(json.dumps(SLIP), encoding="utf-8")
        runs = (
            ("simulateslc", {
                "ROWS": 60, "COLS": 80, "DATES": 8, "FORMAT": "opera", "FOLDER": file("images"),
            }),
            ("importslc", {"FOLDER": file("images"), "STACK": file("slcStack.h5")}),
            ("velocity", {
                "TIMESERIES": str(scene / "timeseries.h5"), "VELOCITY": file("model.tif"),
            }),
            ("pscandidates", {
                "STACK": file("slcStack.h5"), "DISPERSION": file("dispersion.tif"),
                "POINTS": file("candidates.gpkg"),
            }),
            ("visibility", {
                "DEM": heights, "INCIDENCE": 39, "HEADING": 350, "CLASSES": file("visible.tif"),
            }),
            ("activeareas", {
                "POINTS": str(scene / "points.gpkg"), "SELECTION": "fixed",
                "AREAS": file("areas.gpkg"),
            }),
            ("forwardmodel", {
                "SLIP": file("slip.geojson"), "INCIDENCE": 39, "HEADING": 350, "CELL": 1000,
                "DISPLACEMENT": file("displacement.tif"),
            }),
            ("coulomb", {
                "SLIP": file("slip.geojson"), "DEPTHS": "5", "STRIKE": 0, "DIP": 45, "RAKE": -90,
                "CELL": 1000, "CHANGE": file("coulomb.tif"),
            }),
        )  # fmt: skip
        done = []
        for tool, parameters in runs:
            run_dialog(tool, parameters)
            done.append(tool)
        return done

    def model(self) -> dict:
        """A shipped model, from the demo's interferograms."""
        results = run_dialog(MODEL, {
            "folder": str(self.scene / "interferograms"),
            "timeseriestopoints:Motion points": self.file("model_points.gpkg"),
            "sbas:Velocity": self.file("model_velocity.tif"),
        })  # fmt: skip
        return {name: Path(value).is_file() for name, value in results.items() if name[0].islower()}

    def pages(self) -> dict:
        """Tools by room, and those without a page of help, an icon or a style in the profile."""
        from groundshift.ui import styling
        from qgis.core import QgsApplication
        from qgis.PyQt.QtCore import QUrl

        package = Path(sys.modules["groundshift"].__file__).resolve().parent
        tools = QgsApplication.processingRegistry().providerById("groundshift").algorithms()
        files = {f"help of {one.name()}": QUrl(one.helpUrl()).toLocalFile() for one in tools}
        files.update({f"icon of {one.name()}": one.svgIconPath() for one in tools})
        names = (*styling.RASTER_STYLES, *styling.VECTOR_STYLES)
        files.update({f"style {name}": package / "ui" / "styles" / f"{name}.qml" for name in names})
        lacking = [
            name for name, path in files.items()
            if not Path(path).is_file() or package not in Path(path).resolve().parents
        ]  # fmt: skip
        return {
            "tools": len(tools), "rooms": sorted({one.groupId() for one in tools}),
            "lacking": lacking,
        }  # fmt: skip

    def manager(self) -> bool:
        """Whether the plugin manager lists the plugin; a picture of it beside the toolbox."""
        from qgis.PyQt.QtCore import QTimer
        from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QTreeView
        from qgis.utils import iface

        window = iface.mainWindow()
        window.move(0, 0)
        window.resize(1600, 1000)
        for dock in window.findChildren(QDockWidget):
            dock.setVisible(dock.objectName() in ("Layers", "ProcessingToolbox"))
        toolbox = window.findChild(QDockWidget, "ProcessingToolbox")
        if toolbox is not None:
            tree = toolbox.findChild(QTreeView)
            for row in range(tree.model().rowCount()):
                index = tree.model().index(row, 0)
                if tree.model().data(index) == "Groundshift":
                    tree.expandRecursively(index)
                    tree.scrollTo(index, QTreeView.ScrollHint.PositionAtTop)
        iface.messageBar().clearWidgets()
        QTimer.singleShot(2500, lambda: self._picture(QApplication.activeModalWidget()))
        self.listed = False
        iface.pluginManagerInterface().showPluginManager(1)
        return self.listed

    def _picture(self, dialog):
        from qgis.PyQt.QtCore import QItemSelectionModel
        from qgis.PyQt.QtWidgets import QApplication, QListView

        dialog.resize(980, 560)
        dialog.move(300, 300)
        for view in dialog.findChildren(QListView):
            for row in range(view.model().rowCount() if view.model() else 0):
                index = view.model().index(row, 0)
                if view.model().data(index) == "Groundshift":
                    select = QItemSelectionModel.SelectionFlag.ClearAndSelect
                    view.selectionModel().setCurrentIndex(index, select)
                    self.listed = True
        wait(1500)
        QApplication.primaryScreen().grabWindow(0).save(str(self.out / "manager.png"))
        dialog.reject()

    def reload(self) -> dict:
        """Off and on again, as the manager's tick does."""
        from qgis.core import QgsApplication
        from qgis.utils import reloadPlugin

        reloadPlugin("groundshift")
        wait(500)
        registry = QgsApplication.processingRegistry()
        provider = registry.providerById("groundshift")
        return {"tools": len(provider.algorithms()) if provider else 0}


def main(report: dict) -> None:
    """Visit."""
    visit = Visit(Path(os.environ[OUT]))
    report["install"] = visit.install(os.environ[ARCHIVE])
    report["welcome"] = visit.welcome()
    report["explorer"] = visit.explorer()
    report["pages"] = visit.pages()
    if not os.environ[QUICK]:
        report["manager"] = visit.manager()
        report["rooms"] = visit.rooms()
        report["model"] = visit.model()
    report["reload"] = visit.reload()
    report["log"] = visit.log


if OUT in os.environ:
    from qgis.PyQt.QtCore import QTimer

    QTimer.singleShot(3000, lambda: report_and_leave(Path(os.environ[OUT]), {}, main))
