# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The start page at the first start of a real QGIS window on a virtual screen.

    .venv/bin/python scripts/welcome_window.py [--out FOLDER]

QGIS runs the same file by ``--code``. Leaves ``welcome.png`` (docs/readme), ``demo.png``, the
window with a small demo scene, and ``report.json``.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from desktop_hands import report_and_leave, wait

SMALL = {"ROWS": 80, "COLS": 80, "DATES": 12}
TOOL, MODEL = "smallbaseline", "interferogramstopoints"


# --- outside ---


def run(out: Path, timeout: float = 600.0) -> dict:
    """Start QGIS with a new profile and return the report of :func:`visit`."""
    import qgis_env
    import screenshot

    given = {"GROUNDSHIFT_WELCOME": out.resolve()}
    cache = qgis_env.ROOT / "build" / "numba-cache"
    inside = Path(__file__).resolve()
    return screenshot.in_window(inside, out, given, timeout, NUMBA_CACHE_DIR=cache)


def main() -> int:
    """Run, and say what came out."""
    parser = argparse.ArgumentParser(description="Picture of the start page.")
    parser.add_argument("--out", type=Path, default=Path("build") / "welcome")
    report = run(parser.parse_args().out)
    sys.stdout.write(json.dumps(report, indent=1) + "\n")
    return 1 if report["problem"] else 0


# --- inside of QGIS ---


def open_and_close(page, tool) -> list:
    """Titles of the dialogs that a button of the page opens."""
    from qgis.PyQt.QtWidgets import QApplication, QDialog

    before = set(QApplication.topLevelWidgets())
    page.buttons["Interferograms", tool].click()
    wait(1500)
    opened = [
        widget for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog) and widget.isVisible() and widget not in before
    ]  # fmt: skip
    titles = [widget.windowTitle() for widget in opened]
    for widget in opened:
        widget.close()
    return titles


def close_while_running() -> list:
    """Names of the layers of a tool whose dialog was closed while it ran."""
    from groundshift.ui.welcome import start
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QDialogButtonBox

    dialog = start.open_tool("groundshift:simulatestack")
    dialog.setParameters(SMALL)
    dialog.runAlgorithm()
    close = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close)
    # Not from here: what is to be deleted would live on until this function returns.
    QTimer.singleShot(0, close.click)
    project = QgsProject.instance()
    for _ in range(300):
        if project.mapLayers():
            break
        wait(100)
    wait(500)
    names = [layer.name() for layer in project.mapLayers().values()]
    project.clear()
    return names


def visit(out: Path) -> dict:
    """Look at the page, open dialogs, and run the demo."""
    from groundshift.ui.welcome import demo
    from qgis.core import QgsProject
    from qgis.utils import iface, plugins, unloadPlugin

    page = plugins["groundshift"].welcome
    if page is None or not page.isVisible():
        raise RuntimeError("the page does not show at the first start")
    page.resize(980, 920)
    wait(500)
    page.grab().save(str(out / "welcome.png"))
    found = {tool: open_and_close(page, tool) for tool in (TOOL, MODEL)}
    found["closed"] = close_while_running()
    (tool, parameters), *others = demo.STEPS
    demo.STEPS = ((tool, {**parameters, **SMALL}), *others)
    page.load.click()
    while page.demo is not None:
        wait(100)
    wait(3000)
    found["message"] = page.message.text()
    found["layers"] = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    found["crs"] = iface.mapCanvas().mapSettings().destinationCrs().authid()
    iface.mainWindow().grab().save(str(out / "demo.png"))
    found["unloaded"] = unloadPlugin("groundshift")
    wait(300)
    return found


if "GROUNDSHIFT_WELCOME" in os.environ:
    from qgis.PyQt.QtCore import QTimer

    out = Path(os.environ["GROUNDSHIFT_WELCOME"])
    QTimer.singleShot(
        3000, lambda: report_and_leave(out, {}, lambda report: report.update(visit(out)))
    )
elif __name__ == "__main__":
    sys.exit(main())
