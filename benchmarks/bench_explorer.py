# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How long clicks of the explorer dock take on a layer of many points.

    .venv/bin/python benchmarks/bench_explorer.py [--points 1000000] [--dates 60]
    .venv/bin/python benchmarks/bench_explorer.py --formats 1000000 10000000 --dates 30 \
        [--endings fgb parquet]

The layer is made anew (about 0.7 kB a point) and thrown away. Clicks are Qt's own, on a canvas
without a screen; the same again without the file's spatial index, as for shapefiles and CSV.

With ``--formats`` layers of so many points are written as GeoPackage, FlatGeobuf and GeoParquet,
each in a process of its own, asked, and thrown away; ``benchmarks/results_explorer.md`` is written,
in which rows of what is not measured again (``--endings``) stay.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
SIDE = 50_000.0  # metres
CLICKS = 12
ENDINGS = ("gpkg", "fgb", "parquet")


def make(path, points: int, dates: int, strips: bool = False) -> None:
    """Random points with a series each; from north to south by strips, as tools go over scenes."""
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
            if strips:
                y = 46e5 + SIDE - (first + n * (y - 46e5) / SIDE) / points * SIDE
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
        self.took = middle
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


def wrote(path, points: int, dates: int) -> None:
    """Write a layer here, and print seconds and GiB."""
    from groundshift.algorithms.formats.vectors.conversion import convert
    from groundshift.algorithms.formats.vectors.geopackage import UNINDEXED
    from groundshift.algorithms.job import Job

    begin = time.perf_counter()
    first = path if path.suffix == ".gpkg" else path.with_suffix(UNINDEXED)
    make(first, points, dates, strips=True)
    if first != path:
        convert(first, path, Job(2 << 30))
        first.unlink()
    say(f"{time.perf_counter() - begin:.0f} {peak():.2f}")


def read(path, points: int) -> None:
    """Read places of a click and a rectangle of 1 %; print milliseconds, seconds and GiB."""
    from groundshift.algorithms.formats.vectors.tables import read_table

    rng, took = np.random.default_rng(1), []
    for _ in range(CLICKS):
        x, y = 5e5 + rng.uniform(0, 0.9 * SIDE), 46e5 + rng.uniform(0, 0.9 * SIDE)
        begin = time.perf_counter()
        reach = SIDE / points**0.5 * 5
        found = read_table(path, bounds=(x, y, x + reach, y + reach))
        took.append(time.perf_counter() - begin)
        assert 5 < len(found) < 60, len(found)
    begin = time.perf_counter()
    edge = 0.4 * SIDE
    box = (5e5 + edge, 46e5 + edge, 5e5 + edge + SIDE / 10, 46e5 + edge + SIDE / 10)
    found = read_table(path, bounds=box)
    assert abs(len(found) / points - 0.01) < 0.001
    say(f"{1e3 * np.median(took):.1f} {time.perf_counter() - begin:.2f} {peak():.2f}")


def clicked(path) -> None:
    """Click in the dock, and print the medians in milliseconds: all in view, zoomed in."""
    from qgis.core import QgsApplication

    application = QgsApplication([], True)
    application.initQgis()
    bench = Bench(path)
    bench.clicks("click, whole layer in view")
    wide = bench.took
    bench.canvas.zoomByFactor(0.02)
    bench.clicks("click, zoomed in 50 times")
    say(f"{wide:.1f} {bench.took:.1f} {peak():.2f}")
    sys.stdout.flush()
    os._exit(0)


def peak() -> float:
    """Most memory of this process, GiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


STEPS = {
    "write": lambda path, options: wrote(path, options.points, options.dates),
    "read": lambda path, options: read(path, options.points),
    "click": lambda path, options: clicked(path),
}


def formats(counts, endings, dates: int, folder: Path) -> None:
    """Formats at all sizes, each step in a process of its own."""
    target = ROOT / "benchmarks" / "results_explorer.md"
    head = [
        f"Points of {dates} dates in strips, as tools write them; one process, {os.cpu_count()} "
        "cores. Made by `benchmarks/bench_explorer.py --formats`. *click* is the dock's in QGIS "
        "(median of 12), *file* the reading of some 25 points by our own reader, *1 %* that of a "
        "rectangle with a hundredth of the points and all of their fields.", "",
        "| points | format | write, s | GiB to write | size, MB | click, whole layer, ms | click, "
        "zoomed in, ms | file, ms | 1 %, s | GiB to read |", "|" + "---|" * 10,
    ]  # fmt: skip
    rows = {}
    for line in target.read_text(encoding="utf-8").splitlines()[len(head) :]:
        points, ending = line.strip("| ").split(" | ")[:2]
        rows[int(points.replace(",", "")), ENDINGS.index(ending)] = line
    for points in counts:
        for ending in endings:
            path = folder / f"points.{ending}"

            def run(step, path=path, points=points):
                command = [sys.executable, __file__, "--step", step, str(path), "--points",
                           str(points), "--dates", str(dates)]  # fmt: skip
                environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
                done = subprocess.run(command, capture_output=True, text=True, env=environment)
                if done.returncode:
                    say(done.stderr[-2000:])
                return done.stdout.split()[-3:] if not done.returncode else ["-"] * 3

            seconds, memory = run("write")[-2:]
            if not path.exists():
                continue
            size = path.stat().st_size / 1e6
            wide, near, _ = ("-", "-", "-") if ending == "parquet" else run("click")
            few, rectangle, used = run("read")
            path.unlink()
            row = [f"{points:,}", ending, seconds, memory, f"{size:.0f}", wide, near, few,
                   rectangle, used]  # fmt: skip
            line = rows[points, ENDINGS.index(ending)] = f"| {' | '.join(row)} |"
            say(line)
            lines = head + [rows[key] for key in sorted(rows)]
            target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def say(text):
    """Print at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Make the layer and click."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--points", type=int, default=1_000_000)
    parser.add_argument("--dates", type=int, default=60)
    parser.add_argument("--formats", type=int, nargs="+")
    parser.add_argument("--endings", nargs="+", choices=ENDINGS, default=ENDINGS)
    parser.add_argument("--step", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT / "scripts"))
    import qgis_env

    qgis_env.load_package()
    with tempfile.TemporaryDirectory() as folder:
        for name, value in qgis_env.environment(folder).items():
            os.environ[name] = value
        if options.step:
            STEPS[options.step[0]](Path(options.step[1]), options)
            return
        if options.formats:
            formats(options.formats, options.endings, options.dates, Path(folder))
            return
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
