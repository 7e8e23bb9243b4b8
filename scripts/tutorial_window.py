# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of the tutorials with clicks, taken in a real QGIS window on a virtual screen.

    .venv/bin/python scripts/tutorial_window.py [first-steps | stress-on-faults] [--out FOLDER]

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

WINDOW = (1400, 900)
SCENE = {
    "FORMAT": "licsar", "ROWS": 150, "COLS": 150, "DATES": 30, "LANDSLIDES": 5, "SEED": 3,
    "FOLDER": "scene", "TRUE_SOURCES": "truth.gpkg",
}  # fmt: skip
HEIGHTS = "scene/GEOC/117A_04500_131313.geo.hgt.tif"
LOOK = {"INCIDENCE": 38, "HEADING": 350}
# Name of the picture, tool, its parameters (names with a dot and the scene stand for files).
FIRST_STEPS = (
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
FAULT = {"FAULT_TRACE": "rupture.geojson", "FAULT_DIP": 50}
QUAKE = {**FAULT, "FAULT_WIDTH": 12, "SLIP_M": 1, "RAKE": -90, "CELL": 200}
ASCENDING, DESCENDING = {"INCIDENCE": 39, "HEADING": 348}, {"INCIDENCE": 36, "HEADING": 192}
STRESS_ON_FAULTS = (
    ("s2_model", "forwardmodel", {**QUAKE, **ASCENDING, "DISPLACEMENT": "ascending.tif"}),
    ("", "forwardmodel", {
        **QUAKE, **DESCENDING, "DISPLACEMENT": "descending.tif", "FRINGES": "fringes.tif",
    }),
    ("s3_samples", "downsample", {
        "RASTER": "ascending.tif", **ASCENDING, "BAND": 4, "TRACK": "ascending", "COUNT": 300,
        "SAMPLES": "ascending.gpkg", "HTML": "ascending.html",
    }),
    ("", "downsample", {
        "RASTER": "descending.tif", **DESCENDING, "BAND": 4, "TRACK": "descending", "COUNT": 300,
        "EARLIER": "ascending.gpkg", "SAMPLES": "samples.gpkg",
    }),
    ("s4_slip", "slipinversion", {
        "SAMPLES": "samples.gpkg", **FAULT, "FAULT_WIDTH": 15, "DIPS": "40:60:5",
        "SLIP": "slip.gpkg", "FIT": "fit.gpkg", "REPORT": "slip.html",
    }),
    ("s5_faults", "coulombfaults", {
        "SLIP": "slip.gpkg", "FAULTS": "faults.geojson", "DEPTHS": "5, 10",
        "RESULT": "stress.gpkg", "TABLE": "ranking.csv",
    }),
    ("s6_change", "coulomb", {
        "SLIP": "slip.gpkg", "DEPTHS": "5, 10", "STRIKE": 45, "DIP": 50, "RAKE": -90, "CELL": 500,
        "CHANGE": "coulomb.tif",
    }),
)  # fmt: skip
# By tutorial: steps, and the size of the pictures of its dialogs.
TUTORIALS = {
    "first-steps": (FIRST_STEPS, (900, 640)), "stress-on-faults": (STRESS_ON_FAULTS, (900, 960)),
}  # fmt: skip


# --- outside ---


def run(out: Path, tutorial: str = "first-steps", timeout: float = 1500.0) -> dict:
    """Start QGIS and return the report of :func:`inside`."""
    import qgis_env
    import screenshot

    given = {
        "GROUNDSHIFT_TUTORIAL": out.resolve(), "GROUNDSHIFT_STEPS": tutorial,
        "GROUNDSHIFT_LINES": qgis_env.ROOT / "docs" / "tutorials",
    }  # fmt: skip
    return screenshot.in_window(
        Path(__file__).resolve(), out, given, timeout,
        NUMBA_CACHE_DIR=qgis_env.ROOT / "build" / "numba-cache",
    )  # fmt: skip


def main() -> int:
    """Run, and say what came out."""
    import qgis_env

    parser = argparse.ArgumentParser(description="Pictures of the tutorial with clicks.")
    parser.add_argument("tutorial", nargs="?", choices=TUTORIALS, default="first-steps")
    parser.add_argument("--out", type=Path, default=qgis_env.ROOT / "build" / "tutorial")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    try:
        report = run(options.out, options.tutorial)
    except qgis_env.QgisMissingError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    sys.stdout.write(json.dumps(report, indent=1) + "\n")
    return 1 if report["problem"] else 0


# --- inside of QGIS ---


def picture(widget, out: Path, name: str) -> None:
    """A picture of a window or dialog."""
    widget.grab().save(str(out / f"{name}.png"))


def show_dialog(out: Path, name: str, tool: str, parameters: dict, size: tuple) -> None:
    """Picture of a dialog that is filled in, with the names as the tutorial has them."""
    import processing

    dialog = processing.createAlgorithmDialog(f"groundshift:{tool}", parameters)
    dialog.show()
    dialog.resize(*size)
    wait(1500)
    dialog.messageBar().clearWidgets()  # a short name is no layer whose fields could be listed
    wait(300)
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
    """Picture of the window with some layers alone, top to bottom, zoomed to the last of them."""
    from qgis.core import QgsProject
    from qgis.utils import iface

    root, shown = QgsProject.instance().layerTreeRoot(), {}
    for node in root.findLayers():
        file = Path(node.layer().source().split("|")[0]).name
        node.setItemVisibilityChecked(file in files)
        node.setExpanded(file not in files)  # told of a change alone the view does it
        node.setExpanded(file in files)
        node.parent().setExpanded(True)
        shown.setdefault(file, node.layer())
        if file == files[-1]:
            iface.setActiveLayer(node.layer())
            extent = node.layer().extent()
            canvas = iface.mapCanvas()
            canvas.setDestinationCrs(node.layer().crs())
            canvas.setExtent(extent.buffered(0.05 * extent.width()))
    root.setHasCustomLayerOrder(True)
    root.setCustomLayerOrder([shown[file] for file in files])
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
    dock.setParent(None)  # or it stays painted over the map


def inside(report: dict, out: Path, tutorial: str) -> None:
    """Go through the steps."""
    import shutil

    from qgis.utils import iface, plugins

    if plugins["groundshift"].welcome is not None:
        plugins["groundshift"].welcome.close()
    folder = out / "layers"
    folder.mkdir(exist_ok=True)
    window = iface.mainWindow()
    window.resize(*WINDOW)
    close_panels()
    if tutorial == "stress-on-faults":
        for path in Path(os.environ["GROUNDSHIFT_LINES"]).glob("*.geojson"):
            shutil.copy(path, folder)
            iface.addVectorLayer(str(folder / path.name), path.stem, "ogr")
    steps, size = TUTORIALS[tutorial]
    for name, tool, parameters in steps:
        if name:
            show_dialog(out, name, tool, parameters, size)
        run_dialog(tool, with_folder(parameters, folder))
        if tool == "simulatestack":
            map_inventory(folder)
        elif tool == "smallbaseline":
            show_map(out, "2_map", "points.gpkg")
            show_series(out)
        elif tool == "updateinventory":
            show_map(out, "6_map", "updated.gpkg", "candidates.gpkg", "points.gpkg")
        elif "FRINGES" in parameters:
            show_map(out, "s2_map", "rupture.geojson", "fringes.tif")
        elif tool == "slipinversion":
            show_map(out, "s4_map", "rupture.geojson", "slip.gpkg")
        elif tool == "coulomb":
            show_map(out, "s6_map", "stress.gpkg", "coulomb.tif")
    report["pictures"] = sorted(path.name for path in out.glob("*.png"))


if "GROUNDSHIFT_TUTORIAL" in os.environ:
    from qgis.PyQt.QtCore import QTimer

    OUT = Path(os.environ["GROUNDSHIFT_TUTORIAL"])
    STEPS = os.environ["GROUNDSHIFT_STEPS"]
    QTimer.singleShot(
        3000, lambda: report_and_leave(OUT, {}, lambda report: inside(report, OUT, STEPS))
    )
elif __name__ == "__main__":
    sys.exit(main())
