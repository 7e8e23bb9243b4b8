# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of the explorer dock in a real QGIS window on a virtual screen.

    .venv/bin/python scripts/explorer_window.py SCENE POINTS [--out FOLDER]

SCENE is the folder of layers that ``scripts/demo.py --data`` leaves, POINTS a layer of points with
fields of dates. QGIS runs the same file by ``--code``; the folders come by environment variables.
Leaves ``raster.png``, ``profile.png``, ``points.png``, ``moving.png`` with the temporal controller,
the exported animations ``moving.gif`` and ``animation.png``, and ``report.json``.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from desktop_hands import report_and_leave, wait

SIZE = (1500, 950)


# --- outside ---


def run(scene: Path, points: Path, out: Path, timeout: float = 600.0) -> dict:
    """Start QGIS and return the report of :func:`inside`."""
    import qgis_env
    import screenshot

    given = {
        "GROUNDSHIFT_SCENE": scene.resolve(), "GROUNDSHIFT_OUT": out.resolve(),
        "GROUNDSHIFT_POINTS": points.resolve(),
    }  # fmt: skip
    cache = qgis_env.ROOT / "build" / "numba-cache"
    inside = Path(__file__).resolve()
    return screenshot.in_window(inside, out, given, timeout, NUMBA_CACHE_DIR=cache)


def main() -> int:
    """Run, and say what came out."""
    parser = argparse.ArgumentParser(description="Pictures of the explorer dock.")
    parser.add_argument("scene", type=Path)
    parser.add_argument("points", type=Path)
    parser.add_argument("--out", type=Path, default=Path("build") / "explorer")
    options = parser.parse_args()
    report = run(options.scene, options.points, options.out)
    sys.stdout.write(json.dumps(report, indent=1) + "\n")
    return 1 if report["problem"] else 0


# --- inside of QGIS ---


class Visit:
    """Somebody in front of the window.

    Parameters
    ----------
    iface : QgisInterface
    scene, points, out : Path
    """

    def __init__(self, iface, scene: Path, points: Path, out: Path):
        import qgis.utils

        self.iface, self.scene, self.points, self.out = iface, scene, points, out
        self.canvas, self.window = iface.mapCanvas(), iface.mainWindow()
        self.window.resize(*SIZE)
        plugin = qgis.utils.plugins["groundshift"]
        plugin.show_explorer()
        self.dock = plugin.explorer
        self._tidy()

    def _tidy(self):
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtWidgets import QDockWidget

        for dock in self.window.findChildren(QDockWidget):
            dock.setVisible(dock.objectName() in ("Layers", "GroundshiftExplorer"))
        self.window.resizeDocks([self.dock], [430], Qt.Orientation.Vertical)

    def add(self, path, style=""):
        """Load a layer with the style beside it."""
        from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

        path = Path(path)
        raster = path.suffix == ".tif"
        layer = QgsRasterLayer(str(path), path.stem) if raster else QgsVectorLayer(
            str(path), path.stem, "ogr"
        )  # fmt: skip
        if style:
            from groundshift.ui import styling

            (styling.style_raster if raster else styling.style_vector)(layer, style)
        QgsProject.instance().addMapLayer(layer)
        self.iface.setActiveLayer(layer)
        return layer

    def show(self, layer, share=1.0):
        """Zoom to a layer's middle part."""
        from qgis.core import QgsCoordinateTransform, QgsProject

        self.canvas.setDestinationCrs(layer.crs())
        to_map = QgsCoordinateTransform(
            layer.crs(), self.canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )
        box = to_map.transformBoundingBox(layer.extent())
        box.scale(share)
        self.canvas.setExtent(box)
        self.canvas.refreshAllLayers()
        self._drawn()

    def _drawn(self):
        """Wait until the map is there."""
        wait(400)
        self.canvas.waitWhileRendering()
        wait(200)

    def click(self, x, y, shift=False, right=False):
        """Click at a place of the map."""
        from qgis.core import QgsPointXY
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        place = self.canvas.getCoordinateTransform().transform(QgsPointXY(x, y))
        button = Qt.MouseButton.RightButton if right else Qt.MouseButton.LeftButton
        keys = Qt.KeyboardModifier
        QTest.mouseClick(
            self.canvas.viewport(), button, keys.ShiftModifier if shift else keys.NoModifier,
            place.toQPointF().toPoint(),
        )  # fmt: skip

    def picture(self, name):
        """Take a picture of the window."""
        from qgis.PyQt.QtTest import QTest

        self.iface.messageBar().clearWidgets()
        QTest.mouseMove(self.window, self.window.rect().topLeft())
        self._drawn()
        self.window.grab().save(str(self.out / name))

    def raster(self):
        """Mexico City: a click on the map of rates, beside a stable place, with a polygon."""
        from qgis.core import QgsProject

        terrain = self.add(self.scene / "height.tif")
        QgsProject.instance().layerTreeRoot().findLayer(terrain).setItemVisibilityChecked(False)
        layer = self.add(self.scene / "velocity.tif")
        layer.loadDefaultStyle()
        self.show(layer)
        places = self._extremes(layer)
        self.dock.take("point")
        self.click(*places["low"])
        self.click(*places["still"], shift=True)
        self.dock.take("polygon")
        x, y = places["low"]
        dx, dy = layer.extent().width() / 14, layer.extent().height() / 16
        dx = -dx if x > layer.extent().center().x() else dx
        for u, v in ((3, -1), (1, -1), (1, 1), (3, 1)):
            self.click(x + u * dx, y + v * dy)
        self.click(x + 3 * dx, y + dy, shift=True, right=True)
        self.dock.series.model.residuals.setChecked(True)
        self.picture("raster.png")
        self.dock.take("profile", 1)
        self.dock.profile.layer.setLayer(layer)
        self.dock.profile.terrain.setLayer(terrain)
        self.dock.profile.width.setValue(2000)
        wait(500)
        box = layer.extent()
        y = places["low"][1]
        self.click(box.xMinimum() + 0.05 * box.width(), y)
        self.click(box.xMaximum() - 0.05 * box.width(), y)
        self.click(box.xMaximum() - 0.05 * box.width(), y, right=True)
        wait(500)
        self.picture("profile.png")
        return [one.rate for one in self.dock.series.shown]

    def _extremes(self, layer):
        """The fastest place, and one that hardly moves."""
        import numpy as np
        from groundshift.algorithms.formats.rasters import read_raster

        grid, values, _ = read_raster(layer.source())
        low = np.unravel_index(np.nanargmin(values[0]), grid.shape)
        still = np.abs(values[0])
        still[:, : grid.cols // 2] = np.nan if np.isfinite(still[:, grid.cols // 2 :]).any() else 0
        rest = np.unravel_index(np.nanargmin(still), grid.shape)
        return {"low": grid.xy(*low), "still": grid.xy(*rest)}

    def moving(self):
        """Mexico City in motion: the displacement at the controller's time, and its export."""
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtWidgets import QDockWidget

        layer = self.add(self.scene / "displacement.tif")
        layer.loadDefaultStyle()
        self.show(layer)
        self.dock.tabs.setCurrentIndex(2)
        panel = self.dock.animation
        self.window.resizeDocks([self.dock], [240], Qt.Orientation.Vertical)
        panel.animate()
        clock = self.window.findChild(QDockWidget, "Temporal Controller")
        panel.width.setValue(420)
        panel.seconds.setValue(0.4)
        self.dock.hide()  # the map gets a better shape
        self.show(layer)
        panel.export(str(self.out / "moving.gif"))
        self.dock.show()
        clock.show()
        self.show(layer)
        frames = self._play()
        self.picture("moving.png")
        clock.hide()
        self.window.resizeDocks([self.dock], [430], Qt.Orientation.Vertical)
        return frames

    def clear(self):
        """Start anew."""
        from qgis.core import QgsProject

        self.dock.clear()
        QgsProject.instance().clear()

    def of_points(self):
        """Boissano: two points with a season, beside events."""
        layer = self.add(self.points)
        names = layer.fields().names()
        field = "VEL" if "VEL" in names else "velocity_mm_yr"
        self._colour(layer, field)
        self.show(layer, 1.05)
        features = sorted(layer.getFeatures(), key=lambda f: f[field])
        self.dock.take("point")
        few = len(features) // 300
        for number, feature in enumerate((features[few], features[-1 - few])):
            point = feature.geometry().centroid().asPoint()
            self.click(point.x(), point.y(), shift=number > 0)
        model = self.dock.series.model
        model.annual.setChecked(True)
        model.residuals.setChecked(False)
        events = self.out / "events.csv"
        events.write_text("date,what\n2004-11-24,M 5.0 Salò\n2009-04-06,M 6.3 L'Aquila\n")
        self.dock.series.add_events(str(events))
        self.dock.series.side.setCurrentIndex(1)
        self.picture("points.png")
        rates = [one.rate for one in self.dock.series.shown]
        self.dock.tabs.setCurrentIndex(2)
        panel = self.dock.animation
        panel.animate()
        self.frames = self._play()
        panel.days = panel.days[::8]
        panel.width.setValue(600)
        panel.export(str(self.out / "animation.png"))
        return rates

    def _play(self):
        """How many frames QGIS' own controller has, and how many different maps they give."""
        from qgis.core import QgsTemporalNavigationObject
        from qgis.PyQt import sip

        controller = sip.cast(self.canvas.temporalController(), QgsTemporalNavigationObject)
        count, seen = controller.totalFrameCount(), set()
        for number in range(0, count, max(1, count // 5)):
            controller.setCurrentFrameNumber(number)
            self._drawn()
            picture = self.canvas.grab().toImage()
            bits = picture.constBits()
            bits.setsize(picture.sizeInBytes())
            seen.add(hash(bytes(bits)))
        return {"frames": count, "different": len(seen)}

    @staticmethod
    def _colour(layer, field):
        from groundshift.ui import styling

        styling.style_vector(layer, "points_velocity", 6.0)
        layer.renderer().setClassAttribute(field)


def inside(report: dict) -> None:
    """Visit."""
    from qgis.core import QgsSettings
    from qgis.utils import iface

    QgsSettings().setValue("groundshift/welcome_shown", True)
    folders = (Path(os.environ[f"GROUNDSHIFT_{name}"]) for name in ("SCENE", "POINTS", "OUT"))
    visit = Visit(iface, *folders)
    report["raster"] = visit.raster()
    visit.clear()
    report["moving"] = visit.moving()
    visit.clear()
    report["points"] = visit.of_points()
    report["controller"] = visit.frames


if "GROUNDSHIFT_SCENE" in os.environ:
    from qgis.PyQt.QtCore import QTimer

    out = Path(os.environ["GROUNDSHIFT_OUT"])
    QTimer.singleShot(3000, lambda: report_and_leave(out, {}, inside))
elif __name__ == "__main__":
    sys.exit(main())
