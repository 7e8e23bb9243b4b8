# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers and a map with the explorer dock, for its tests."""

import contextlib
import time

import h5py
import numpy as np
import pytest

DAYS = np.datetime64("2019-01-01") + 12 * np.arange(40).astype("timedelta64[D]")
YEARS = (DAYS - DAYS[0]).astype(float) / 365.25
NAMES = [f"D{str(day).replace('-', '')}" for day in DAYS]
RATES = np.array([[-20.0, 0.0, 5.0], [10.0, -5.0, 30.0]])  # of the points, row by row
EAST, NORTH, APART = 500_000.0, 4_650_000.0, 100.0


def series(rate):
    return rate * YEARS + 0.5 * np.sin(17 * np.arange(len(DAYS)))


@pytest.fixture
def points(qgis_application, tmp_path):
    """Six points on a grid, as our own tools write them."""
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.points import Points
    from groundshift.algorithms.formats.points.points import PointWriter
    from qgis.core import QgsVectorLayer

    row, col = np.mgrid[:2, :3]
    displacement = np.array([series(rate) for rate in RATES.ravel()]) / 1e3
    crs = wkt_from_epsg(32633)
    found = Points.along_look(
        crs, EAST + APART * col.ravel(), NORTH + APART * row.ravel(), RATES.ravel() / 1e3,
        np.full(6, 1e-3), np.ones(6), DAYS, displacement,
    )  # fmt: skip
    with PointWriter(tmp_path / "points.gpkg", crs, DAYS, {}) as writer:
        writer.write(found)
    return QgsVectorLayer(str(tmp_path / "points.gpkg"), "points", "ogr")


@pytest.fixture
def rates_raster(qgis_application, tmp_path):
    """A map of rates with its series beside it, as 'SBAS inversion' leaves them."""
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.grid import Grid
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster
    from qgis.core import QgsRasterLayer

    grid = Grid(20, 30, (EAST, 10.0, 0.0, NORTH + 200, 0.0, -10.0), wkt_from_epsg(32633))
    rate = np.tile(np.linspace(-30, 30, 30), (20, 1))
    values = np.array([rate * year for year in YEARS], np.float32) / 1e3
    with h5py.File(tmp_path / "timeseries.h5", "w") as file:
        file["timeseries"] = values
        file["date"] = np.array([name[1:] for name in NAMES], "S8")
        file["pairNoiseCovariance"] = np.eye(len(DAYS))
        file["pairNoise"] = np.full(grid.shape, 4e-6, np.float32)
        attributes = {
            "LENGTH": 20, "WIDTH": 30, "X_FIRST": EAST, "X_STEP": 10, "Y_FIRST": NORTH + 200,
            "Y_STEP": -10, "EPSG": 32633, "UNIT": "m",
        }  # fmt: skip
        file.attrs.update({name: str(value) for name, value in attributes.items()})
    write_raster(tmp_path / "velocity.tif", grid, rate, [BandInfo("velocity_mm_yr", "mm/yr")])
    return QgsRasterLayer(str(tmp_path / "velocity.tif"), "velocity")


class Desk:
    """A canvas with the dock, and hands."""

    def __init__(self, layers):
        from groundshift.ui.explorer.dock import ExplorerDock
        from qgis.core import QgsProject
        from qgis.gui import QgsMapCanvas

        self.layers = layers
        self.active = layers[0]
        QgsProject.instance().addMapLayers(layers)
        self.canvas = QgsMapCanvas()
        self.canvas.resize(600, 400)
        self.canvas.setDestinationCrs(layers[0].crs())
        self.canvas.setLayers(layers)
        self.canvas.setExtent(layers[0].extent().buffered(60))
        self.dock = ExplorerDock(self.canvas, lambda: self.active)
        self.dock.resize(1000, 420)
        self.canvas.show()
        self.dock.show()
        self.series, self.model = self.dock.series, self.dock.series.model

    def pixel(self, x, y):
        from qgis.core import QgsPointXY

        return (
            self.canvas.getCoordinateTransform().transform(QgsPointXY(x, y)).toQPointF().toPoint()
        )

    def click(self, x, y, right=False, shift=False):
        """Click at a place of the map."""
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        button = Qt.MouseButton.RightButton if right else Qt.MouseButton.LeftButton
        keys = Qt.KeyboardModifier
        held = keys.ShiftModifier if shift else keys.NoModifier
        QTest.mouseClick(self.canvas.viewport(), button, held, self.pixel(x, y))

    def click_point(self, row, col, **how):
        self.click(EAST + APART * col, NORTH + APART * row, **how)

    def press(self, button):
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def tick(self, box):
        """Tick a box where it can be hit for sure."""
        box.click()

    @property
    def rates(self):
        return [one.fit.term("velocity_mm_yr").value for one in self.series.shown]

    @property
    def said(self):
        return self.dock.message.text()


def wait_until(true, seconds=20):
    from qgis.PyQt.QtTest import QTest

    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        QTest.qWait(20)


@contextlib.contextmanager
def at_desk(layers):
    """A desk with layers, cleared in the end."""
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    desk = Desk(layers)
    desk.dock.take("point")
    yield desk
    desk.dock.close_down()
    desk.dock.deleteLater()
    QgsProject.instance().clear()
    desk.canvas.deleteLater()
    # Now, and here: Python would take the rest away at any time, and in any thread.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(points, rates_raster):
    with at_desk([points, rates_raster]) as made:
        yield made
