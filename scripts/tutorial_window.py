# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of the tutorial with clicks, taken in a real QGIS window on a virtual screen.

    .venv/bin/python scripts/tutorial_window.py [--out FOLDER]

QGIS runs the same file by ``--code``: it fills in each dialog as the tutorial tells, takes a
picture, runs the tool, and takes one of the map. Leaves ``<number>_<name>.png`` (docs/tutorials)
and ``report.json``. The dialogs show short names in place of the folders of this machine.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from desktop_hands import report_and_leave, run_dialog, wait

DIALOG, WINDOW = (900, 640), (1400, 900)
SCENE = {
    "FORMAT": "licsar", "ROWS": 150, "COLS": 150, "DATES": 30, "LANDSLIDES": 5, "SEED": 3,
    "FOLDER": "scene", "TRUE_SOURCES": "truth.gpkg",
}  # fmt: skip
HEIGHTS = "scene/GEOC/117A_04500_131313.geo.hgt.tif"
LOOK = {"INCIDENCE": 38, "HEADING": 350}
# Name of the picture, tool, its parameters (names with a dot and the scene stand for files).
STEPS = (
    ("1_simulate", "simulatestack", SCENE),
    ("2_chain", "smallbaseline", {
        "FOLDER": "scene", "APS_FILTER": True, "TIMESERIES": "timeseries.h5",
        "VELOCITY": "velocity.tif", "POINTS": "points.gpkg", "REPORT": "chain.html",
    }),
    ("4_slopes", "slopevelocity", {"RATES": "points.gpkg", "DEM": HEIGHTS, "POINTS": "slope.gpkg"}),
    ("5_areas", "slopeareas", {
        "POINTS": "points.gpkg", "DEM": HEIGHTS, **LOOK, "THRESHOLD": 10, "AREAS": "areas.gpkg",
        "REMOVED": "removed.gpkg",
    }),
    ("6_inventory", "updateinventory", {
        "INVENTORY": "slides.gpkg", "POINTS": "slope.gpkg", "ACTIVE_AREAS": "areas.gpkg",
        "FORMER_FIELD": "former", "ID_FIELD": "name", "UPDATED": "updated.gpkg",
        "CANDIDATES": "candidates.gpkg", "REPORT": "report.html",
    }),
)  # fmt: skip


# --- outside ---


def run(out: Path, timeout: float = 1500.0) -> dict:
    """Start QGIS and return the report of :func:`inside`."""
    import qgis_env
    import screenshot

    return screenshot.in_window(
        Path(__file__).resolve(), out, {"GROUNDSHIFT_TUTORIAL": out.resolve()}, timeout,
        NUMBA_CACHE_DIR=qgis_env.ROOT / "build" / "numba-cache",
    )  # fmt: skip


def main() -> int:
    """Run, and say what came out."""
    import qgis_env

    parser = argparse.ArgumentParser(description="Pictures of the tutorial with clicks.")
    parser.add_argument("--out", type=Path, default=qgis_env.ROOT / "build" / "tutorial")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    try:
        report = run(options.out)
    except qgis_env.QgisMissingError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    sys.stdout.write(json.dumps(report, indent=1) + "\n")
    return 1 if report["problem"] else 0


# --- inside of QGIS ---


def picture(widget, out: Path, name: str) -> None:
    """A picture of a window or dialog."""
    widget.grab().save(str(out / f"{name}.png"))


def show_dialog(out: Path, name: str, tool: str, parameters: dict) -> None:
    """Picture of a dialog that is filled in, with the names as the tutorial has them."""
    import processing

    dialog = processing.createAlgorithmDialog(f"groundshift:{tool}", parameters)
    dialog.show()
    dialog.resize(*DIALOG)
    wait(1500)
    picture(dialog, out, name)
    dialog.close()


def with_folder(parameters: dict, folder: Path) -> dict:
    """Parameters whose names of files are those in a folder."""
    return {
        name: str(folder / value)
        if isinstance(value, str) and (Path(value).suffix or value == "scene")
        else value
        for name, value in parameters.items()
    }


def map_inventory(folder: Path) -> None:
    """The inventory of the tutorial: four of the five slides."""
    import processing

    mapped = processing.run("native:extractbyexpression", {
        "INPUT": str(folder / "truth.gpkg"), "OUTPUT": str(folder / "mapped.gpkg"),
        "EXPRESSION": "kind = 'landslide' AND name <> 'landslide 4'",
    })["OUTPUT"]  # fmt: skip
    processing.run("native:fieldcalculator", {
        "INPUT": mapped, "FIELD_NAME": "former", "FIELD_TYPE": 2, "FIELD_LENGTH": 20,
        "FORMULA": "if(name = 'landslide 1', 'dormant', 'active')",
        "OUTPUT": str(folder / "slides.gpkg"),
    })  # fmt: skip


def close_panels() -> None:
    """Leave the panel of layers alone; that of results shows folders of this machine."""
    from qgis.PyQt.QtWidgets import QDockWidget
    from qgis.utils import iface

    for dock in iface.mainWindow().findChildren(QDockWidget):
        dock.setVisible(dock.objectName() in ("Layers", "GroundshiftExplorer"))


def show_map(out: Path, name: str, *files: str) -> None:
    """Picture of the window with some layers alone, zoomed to the last of them."""
    from qgis.core import QgsProject
    from qgis.utils import iface

    root = QgsProject.instance().layerTreeRoot()
    for node in root.findLayers():
        file = Path(node.layer().source().split("|")[0]).name
        node.setItemVisibilityChecked(file in files)
        node.setExpanded(file == files[0])
        if file == files[-1]:
            iface.setActiveLayer(node.layer())
            extent = node.layer().extent()
            canvas = iface.mapCanvas()
            canvas.setDestinationCrs(node.layer().crs())
            canvas.setExtent(extent.buffered(0.05 * extent.width()))
    iface.messageBar().clearWidgets()
    close_panels()
    iface.mapCanvas().refreshAllLayers()
    wait(4000)
    picture(iface.mainWindow(), out, name)


def show_series(out: Path) -> None:
    """Picture of the explorer after a click on the fastest point."""
    from groundshift.ui.explorer.dock import ExplorerDock
    from qgis.core import QgsGeometry
    from qgis.PyQt.QtCore import Qt
    from qgis.utils import iface

    layer = iface.activeLayer()
    fastest = min(layer.getFeatures(), key=lambda feature: feature["velocity_mm_yr"] or 0.0)
    dock = ExplorerDock(iface.mapCanvas(), iface.activeLayer)
    iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    wait(1500)
    close_panels()
    dock.take("point")
    for _ in range(2):  # the first one has the layer's index built
        dock.tools["point"].used.emit(QgsGeometry(fastest.geometry()), False)
        wait(1500)
    picture(iface.mainWindow(), out, "3_series")
    dock.close_down()
    iface.removeDockWidget(dock)


def inside(report: dict, out: Path) -> None:
    """Go through the steps."""
    from qgis.utils import iface, plugins

    if plugins["groundshift"].welcome is not None:
        plugins["groundshift"].welcome.close()
    folder = out / "layers"
    folder.mkdir(exist_ok=True)
    window = iface.mainWindow()
    window.resize(*WINDOW)
    close_panels()
    for name, tool, parameters in STEPS:
        show_dialog(out, name, tool, parameters)
        run_dialog(tool, with_folder(parameters, folder))
        if tool == "simulatestack":
            map_inventory(folder)
        elif tool == "smallbaseline":
            show_map(out, "2_map", "points.gpkg")
            show_series(out)
        elif tool == "updateinventory":
            show_map(out, "6_map", "updated.gpkg", "candidates.gpkg", "points.gpkg")
    report["pictures"] = sorted(path.name for path in out.glob("*.png"))


if "GROUNDSHIFT_TUTORIAL" in os.environ:
    from qgis.PyQt.QtCore import QTimer

    OUT = Path(os.environ["GROUNDSHIFT_TUTORIAL"])
    QTimer.singleShot(3000, lambda: report_and_leave(OUT, {}, lambda report: inside(report, OUT)))
elif __name__ == "__main__":
    sys.exit(main())
