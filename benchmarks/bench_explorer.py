# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How long clicks of the explorer dock take on a layer of many points.

    .venv/bin/python benchmarks/bench_explorer.py [--points 1000000] [--dates 60]

The layer is made anew (about 0.7 kB a point) and thrown away. Clicks are Qt's own, on a canvas
without a screen; the same again without the file's spatial index, as for shapefiles and CSV.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
SIDE = 50_000.0  # metres
CLICKS = 12


def make(path, points: int, dates: int) -> None:
    """Random points with a series each."""
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.points import Points
    from groundshift.algorithms.formats.points.points import PointWriter

    rng, crs = np.random.default_rng(0), wkt_from_epsg(32633)
    days = np.datetime64("2018-01-01") + 6 * np.arange(dates).astype("timedelta64[D]")
    years = (days - days[0]).astype(float) / 365.25
    with PointWriter(path, crs, days, {}) as writer:
        for first in range(0, points, 100_000):
            n = min(100_000, points - first)
            rate = rng.normal(0, 0.01, n)
            series = rate[:, np.newaxis] * years + rng.normal(0, 0.002, (n, dates))
            x, y = 5e5 + rng.uniform(0, SIDE, n), 46e5 + rng.uniform(0, SIDE, n)
            some = Points.along_look(crs, x, y, rate, np.full(n, 1e-3), np.ones(n), days, series)
            writer.write(some)


class Bench:
    """A canvas with the dock."""

    def __init__(self, path):
        from groundshift.ui.explorer.dock import ExplorerDock
        from qgis.core import QgsProject, QgsVectorLayer
        from qgis.gui import QgsMapCanvas

        self.layer = QgsVectorLayer(str(path), "points", "ogr")
        QgsProject.instance().addMapLayer(self.layer)
        self.canvas = QgsMapCanvas()
        self.canvas.resize(700, 700)
        self.canvas.setDestinationCrs(self.layer.crs())
        self.canvas.setExtent(self.layer.extent())
        self.dock = ExplorerDock(self.canvas, lambda: self.layer)
        self.canvas.show()
        self.dock.show()

    def press(self, x, y, right=False):
        """Click, and the seconds that it took."""
        from qgis.PyQt.QtCore import QPoint, Qt
        from qgis.PyQt.QtTest import QTest

        button = Qt.MouseButton.RightButton if right else Qt.MouseButton.LeftButton
        begin = time.perf_counter()
        place, keys = QPoint(x, y), Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self.canvas.viewport(), button, keys, place)
        return time.perf_counter() - begin

    def clicks(self, title):
        """Median and longest of some clicks."""
        self.dock.take("point")
        took = []
        for k in range(CLICKS):
            took.append(self.press(60 + 50 * k, 300 + 7 * k))
            assert self.dock.series.shown, self.dock.message.text()
        middle, most = 1e3 * np.median(took), 1e3 * max(took)
        say(f"{title:34s} median {middle:6.1f} ms   longest {most:6.1f} ms")

    def shape(self, title, tool, corners):
        """A polygon or a line."""
        self.dock.take(tool, 1 if tool == "profile" else 0)
        took = sum(self.press(*corner) for corner in corners)
        say(f"{title:34s} {took + self.press(*corners[-1], right=True):.2f} s")

    def build(self):
        """The index for layers without one."""
        from groundshift.ui.explorer import nearest
        from qgis.core import QgsApplication

        nearest.PointFinder._own_index = staticmethod(lambda layer: False)
        self.dock.clear()
        self.dock.take("point")
        begin = last = time.perf_counter()
        pause = self.press(300, 300)
        while not self.dock.series.shown:
            QgsApplication.processEvents()
            now = time.perf_counter()
            pause, last = max(pause, now - last), now
            time.sleep(0.002)
        took = time.perf_counter() - begin
        say(f"{'index, in the background':34s} {took:.1f} s   longest pause {1e3 * pause:.0f} ms")


def say(text):
    """Print at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Make the layer and click."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--points", type=int, default=1_000_000)
    parser.add_argument("--dates", type=int, default=60)
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT / "scripts"))
    import qgis_env

    qgis_env.load_package()
    with tempfile.TemporaryDirectory() as folder:
        for name, value in qgis_env.environment(folder).items():
            os.environ[name] = value
        from qgis.core import QgsApplication

        application = QgsApplication([], True)
        application.initQgis()
        path = Path(folder) / "points.gpkg"
        make(path, options.points, options.dates)
        bench = Bench(path)
        bench.clicks("click, whole layer in view")
        bench.canvas.zoomByFactor(0.02)
        bench.clicks("click, zoomed in 50 times")
        bench.canvas.setExtent(bench.layer.extent())
        bench.shape("polygon, 1 % of the points", "polygon", [(300, 300), (370, 300), (370, 370),
                                                             (300, 370)])  # fmt: skip
        bench.dock.profile.width.setValue(500)
        bench.shape("profile, 60 km with 500 m", "profile", [(30, 30), (650, 650)])
        bench.build()
        bench.clicks("click, by that index")
    os._exit(0)  # closing QGIS with Python objects alive crashes it


if __name__ == "__main__":
    main()
