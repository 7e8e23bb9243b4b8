# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin adds to the start of the QGIS desktop.

    .venv/bin/python benchmarks/bench_startup.py [--starts 9] [--profile FILE]

Installs the plugin's zip into a fresh profile, starts QGIS anew on a virtual screen and takes the
time of its ``loadPlugin`` and ``startPlugin`` for it. The very first start, which compiles the
plugin's Python files once, is told apart. QGIS runs this file before its plugins, by
``PYQGIS_STARTUP``. ``--profile`` leaves what cProfile saw in one more start.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

MEASURE = "GROUNDSHIFT_STARTUP"
ALLOWED = 0.6
"""Milliseconds of the processor by tool or model: 48 of them once were to start within 35."""


# --- outside ---


def start_once(process, settings: bytes, command, report: Path, **variables) -> dict:
    """Start QGIS, which leaves at once when the plugin has started; the times of :class:`Watch`."""
    # As they were: QGIS leaves out a plugin whose start it did not survive.
    settings_file(process.folder).write_bytes(settings)
    environment = {
        **process.env, **variables, "PYQGIS_STARTUP": str(Path(__file__).resolve()),
        MEASURE: str(report),
    }  # fmt: skip
    del environment["QT_QPA_PLATFORM"]
    report.unlink(missing_ok=True)
    done = subprocess.run(
        [*command, "--noversioncheck", "--nologo"], env=environment, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, errors="replace", timeout=180,
    )  # fmt: skip
    if not report.exists():
        raise SystemExit(f"QGIS left no times: {done.stderr[-2000:]}")
    return json.loads(report.read_text(encoding="utf-8"))


def settings_file(folder) -> Path:
    """The settings of the profile below a scratch folder."""
    import qgis_env

    return qgis_env.profile_folder(folder) / "QGIS" / "QGIS3.ini"


def main() -> int:
    """Start again and again, and say what it took."""
    parser = argparse.ArgumentParser(description="Start-up cost of the plugin.")
    parser.add_argument("--starts", type=int, default=9)
    parser.add_argument("--profile", type=Path)
    options = parser.parse_args()
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))
    import package
    import qgis_env
    import screenshot

    with tempfile.TemporaryDirectory() as folder:
        process = qgis_env.QgisProcess(folder, plugin=None)
        with zipfile.ZipFile(package.build(Path(folder))) as archive:
            archive.extractall(qgis_env.plugins_folder(folder))
        process.enable()
        process.call("plugins", "enable", "processing")
        for compiled in qgis_env.plugins_folder(folder).rglob("__pycache__"):
            shutil.rmtree(compiled)
        process.env.pop("PYTHONDONTWRITEBYTECODE", None)
        command, report = screenshot.find_qgis(), Path(folder) / "times.json"
        given = process, settings_file(folder).read_bytes(), command, report
        first = start_once(*given)
        starts = [start_once(*given) for _ in range(options.starts)]
        if options.profile:
            start_once(*given, GROUNDSHIFT_PROFILE=str(options.profile))
    sys.stdout.write(table(first, starts))
    return 0


def table(first: dict, starts: list) -> str:
    """What was measured, as lines of text."""
    lines = [
        f"QGIS {first['qgis']}, {first['algorithms']} tools and models, {len(starts)} starts",
        f"{'milliseconds':34s} median    least",
        f"{'first start of all':34s} {1e3 * first['times']['in all']:6.1f}",
    ]
    for name in first["times"]:
        times = [1e3 * start["times"][name] for start in starts]
        lines.append(f"{name:34s} {statistics.median(times):6.1f}   {min(times):6.1f}")
    return "\n".join(lines) + f"\nAllowed in all: {ALLOWED * first['algorithms']:.1f}\n"


# --- inside of QGIS ---


class Watch:
    """Takes the time of what QGIS calls for the plugin."""

    NAME = "groundshift"

    def __init__(self, report: Path):
        import qgis.utils

        self.report, self.utils = report, qgis.utils
        self.times = {}
        self.load, self.start = qgis.utils.loadPlugin, qgis.utils.startPlugin
        qgis.utils.loadPlugin, qgis.utils.startPlugin = self.load_plugin, self.start_plugin

    def timed(self, name, function):
        """A function that adds up the time of its calls."""

        def call(*arguments):
            begin = time.perf_counter()
            try:
                return function(*arguments)
            finally:
                self.times[name] = self.times.get(name, 0.0) + time.perf_counter() - begin

        return call

    def load_plugin(self, name):
        """In place of QGIS' own."""
        load = self.load
        return self.timed("import of the package", load)(name) if name == self.NAME else load(name)

    def start_plugin(self, name):
        """In place of QGIS' own."""
        if name != self.NAME:
            return self.start(name)
        import cProfile

        package, path = sys.modules[name], os.environ.get("GROUNDSHIFT_PROFILE")
        make = package.classFactory
        package.classFactory = lambda iface: self.split(self.timed("classFactory", make)(iface))
        profile = cProfile.Profile()
        if path:
            profile.enable()
        cpu = time.process_time()
        self.timed("start", self.start)(name)
        cpu = time.process_time() - cpu
        if path:
            profile.disable()
            profile.dump_stats(path)
        self.tell(cpu)
        os._exit(0)

    def split(self, plugin):
        """Take the time of the parts, too."""
        plugin.initProcessing = self.timed("of it provider, tools, models", plugin.initProcessing)
        plugin.initGui = self.timed("initGui", plugin.initGui)
        return plugin

    def tell(self, cpu):
        """Write what was seen."""
        from qgis.core import Qgis

        times = self.times
        whole = times.get("import of the package", 0.0) + times.pop("start")
        times["in all"], times["in all, of the processor"] = whole, cpu
        there = self.utils.plugins[self.NAME].provider.algorithms()
        self.report.write_text(
            json.dumps({"qgis": Qgis.QGIS_VERSION, "algorithms": len(there), "times": times}),
            encoding="utf-8",
        )


if MEASURE in os.environ:
    import qgis.utils

    # QGIS runs the file twice.
    if not hasattr(qgis.utils, "groundshift_watch"):
        qgis.utils.groundshift_watch = Watch(Path(os.environ[MEASURE]))
elif __name__ == "__main__":
    sys.exit(main())
