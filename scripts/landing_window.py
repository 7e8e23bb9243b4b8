# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of maps as they land in a real QGIS window on a virtual screen, from real data.

    .venv/bin/python scripts/landing_window.py ../shared/data [--only NAME ...] [--out FOLDER]

QGIS runs the same file by ``--code``: it fills in the dialogs of the tools, presses Run, and takes
a picture. No hand touches a style; only the map is zoomed to a layer, which is switched on. Leaves
``landing_<name>.png`` of :data:`SHOWS` and ``report.json``, which holds the groups as they lie.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from pathlib import Path

from desktop_hands import report_and_leave, run_dialog, wait

SIZE = (1400, 900)
MOST_BYTES = 300_000
LAQUILA = {
    "FAULT_POINT": "13.476,42.366 [EPSG:4326]", "FAULT_STRIKE": 141, "FAULT_DIP": 50,
    "FAULT_LENGTH": 26, "FAULT_WIDTH": 20, "PATCH_LENGTH": 2, "RAKE": "range", "RAKE_FROM": -130,
    "RAKE_TO": -70, "MONTE_CARLO": 0, "SMOOTHINGS": "0.5:50:6",
}  # fmt: skip
LANDERS = {"STRIKE": 315, "DIP": 90, "RAKE": 180, "CELL": 1000, "DEPTHS": "6.25"}
# Name of the picture: tools with their parameters (those with a "-" run without a dialog, and their
# layers are not loaded), layer to zoom to, share of its size.
# "<data>" is the folder of real data, "<out>" that of the layers; "<copy of FOLDER: FILES>" a new
# folder with some files of one of real data.
SHOWS = {
    "visibility": (
        [("visibility", {
            "DEM": "<data>/srtm3_italy/N41E014.hgt", "INCIDENCE": 39, "HEADING": 348,
            "CLASSES": "<out>/visibility.tif", "MEASURES": "<out>/measures.tif",
        })], "visibility.tif", 0.3,
    ),
    "areas": (
        [("importpoints", {
            "FILES": ["<data>/boissano_radarsat_ps/<shp>"], "POINTS": "<out>/points.gpkg",
        }), ("activeareas", {
            "POINTS": "<out>/points.gpkg", "AREAS": "<out>/areas.gpkg",
        })], "points.gpkg", 0.7,
    ),
    "slip": (
        [("-downsample", {
            "FILE": "<data>/laquila_envisat/Laquila_ascxn.csv", "SAMPLES": "<out>/ascending.gpkg",
        }), ("-downsample", {
            "FILE": "<data>/laquila_envisat/Laquila_dscxn.csv", "EARLIER": "<out>/ascending.gpkg",
            "SAMPLES": "<out>/samples.gpkg",
        }), ("slipinversion", {
            "SAMPLES": "<out>/samples.gpkg", **LAQUILA, "SLIP": "<out>/slip.gpkg",
            "FIT": "<out>/fit.gpkg",
        })], "slip.gpkg", 1.4,
    ),
    "coulomb": (
        [("importslipmodel", {
            "SLIP_FILE": "<data>/finite_fault_models/s1992LANDER01COHE.fsp",
            "LAYER": "<out>/landers.gpkg",
        }), ("coulomb", {
            "SLIP_FILE": "<data>/finite_fault_models/s1992LANDER01COHE.fsp", **LANDERS,
            "CHANGE": "<out>/coulomb.tif", "MAXIMUM": "<out>/largest.tif",
        })], "coulomb.tif", 1.0,
    ),
    "velocity": (
        [("importvelocity", {
            "FILE": "<data>/kirishima_mintpy/velocity.h5", "VELOCITY": "<out>/velocity.tif",
        })], "velocity.tif", 1.0,
    ),
    "forward": (
        [("forwardmodel", {
            "SLIP": "<out>/slip.gpkg", "INCIDENCE": 39, "HEADING": 348,
            "DISPLACEMENT": "<out>/model.tif", "FRINGES": "<out>/fringes.tif",
        })], "model.tif", 1.0,
    ),
    "fringes": (
        [("forwardmodel", {
            "SLIP": "<out>/slip.gpkg", "INCIDENCE": 39, "HEADING": 348,
            "FRINGES": "<out>/fringes.tif",
        })], "fringes.tif", 0.6,
    ),
    "decomposition": (
        [("-importvelocity", {
            "FILE": "<data>/north_anatolian_licsbas/087A_04904_121313.vel.mskd",
            "VELOCITY": "<out>/asc.tif", "LOS": "<out>/asc_los.tif",
        }), ("-importvelocity", {
            "FILE": "<data>/north_anatolian_licsbas/167D_04884_131212.vel.mskd",
            "VELOCITY": "<out>/desc.tif", "LOS": "<out>/desc_los.tif",
        }), ("decompose", {
            "RATES": "<out>/asc.tif", "LOS_RASTER": "<out>/asc_los.tif",
            "RATES_2": "<out>/desc.tif", "LOS_RASTER_2": "<out>/desc_los.tif",
            "UP": "<out>/up.tif", "EAST": "<out>/east.tif",
        })], "east.tif", 1.0,
    ),
    "displacement": (
        [("-importstack", {
            "FOLDER": "<data>/mexico_city_s1/geotiffs", "STACK": "<out>/stack.h5",
            "GEOMETRY": "<out>/geometry.h5",
        }), ("sbas", {
            "STACK": "<out>/stack.h5", "TIMESERIES": "<out>/timeseries.h5",
            "VELOCITY": "<out>/rates.tif", "VELOCITY_STD": "<out>/rates_std.tif",
            "DISPLACEMENT": "<out>/displacement.tif",
        })], "rates.tif", 1.0,
    ),
    "kaskawulsh": (
        [("importoffsets", {
            "FOLDER": "<copy of glaft_kaskawulsh: *_v[xy].tif>", "UNIT": "m_day",
            "OFFSETS": "<out>/offsets", "ARROWS": "<out>/arrows.gpkg", "ARROW_STEP": 9,
        })], "arrows.gpkg", 0.62,
    ),
}  # fmt: skip


# --- outside ---


def run(data: Path, out: Path, only=(), timeout: float = 1500.0) -> dict:
    """Start QGIS and return the report of :func:`inside`."""
    import qgis_env
    import screenshot

    given = {
        "GROUNDSHIFT_LANDING": out.resolve(), "GROUNDSHIFT_DATA": data.resolve(),
        "GROUNDSHIFT_ONLY": ",".join(only),
    }  # fmt: skip
    cache = qgis_env.ROOT / "build" / "numba-cache"
    inside = Path(__file__).resolve()
    report = screenshot.in_window(inside, out, given, timeout, NUMBA_CACHE_DIR=cache)
    for picture in out.glob("landing_*.png"):
        if picture.stat().st_size > MOST_BYTES:
            make_smaller(picture)
    return report


def make_smaller(picture: Path) -> None:
    """Store a picture with at most 256 colours, rare ones among them, as legends have."""
    from PIL import Image

    with Image.open(picture) as image:
        method = Image.Quantize.FASTOCTREE
        smaller = image.convert("RGB").quantize(256, method=method, dither=Image.Dither.NONE)
    smaller.save(picture, optimize=True)


def main() -> int:
    """Run, and say what came out."""
    parser = argparse.ArgumentParser(description="Pictures of maps as they land.")
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", nargs="*", choices=SHOWS, default=())
    parser.add_argument("--out", type=Path, default=Path("build") / "landing")
    options = parser.parse_args()
    report = run(options.data, options.out, options.only)
    sys.stdout.write(json.dumps(report, indent=1) + "\n")
    return 1 if report["problem"] else 0


# --- inside of QGIS ---


def filled(value, data: Path, out: Path):
    """A parameter with the folders of this run."""
    if isinstance(value, list):
        return [filled(item, data, out) for item in value]
    if not isinstance(value, str):
        return value
    if value.startswith("<copy of "):
        folder, files = value[len("<copy of ") : -1].split(": ")
        copy = out / folder
        copy.mkdir(exist_ok=True)
        for file in (data / folder).glob(files):
            shutil.copy(file, copy)
        return str(copy)
    value = value.replace("<data>", str(data)).replace("<out>", str(out))
    if value.endswith("<shp>"):
        return str(next(Path(value).parent.glob("*.shp")))
    return value


def source_name(layer) -> str:
    """Name of a layer's file."""
    return Path(layer.source().split("|")[0]).name


def tree() -> list:
    """Groups and layers as they lie: name, whether it is switched on, title of its metadata."""
    from qgis.core import QgsProject

    return [
        [node.parent().name(), node.name(), node.isVisible(), node.layer().metadata().title()]
        for node in QgsProject.instance().layerTreeRoot().findLayers()
    ]


def only_layers(iface) -> None:
    """Close all panels but that of the layers."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QDockWidget

    window = iface.mainWindow()
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    layers = window.findChild(QDockWidget, "Layers")
    window.resizeDocks([layers], [340], Qt.Orientation.Horizontal)
    wait(200)
    iface.layerTreeView().scrollToTop()


def show(name: str, data: Path, out: Path) -> list:
    """Run the tools of a picture, zoom, and take it."""
    import processing
    from qgis.core import QgsProject
    from qgis.utils import iface

    QgsProject.instance().clear()
    tools, file, share = SHOWS[name]
    for tool, parameters in tools:
        values = {key: filled(value, data, out) for key, value in parameters.items()}
        if tool.startswith("-"):
            processing.run(f"groundshift:{tool[1:]}", values)
        else:
            run_dialog(tool, values)
    layers = QgsProject.instance().mapLayers().values()
    layer = next(layer for layer in layers if source_name(layer) == file)
    root = QgsProject.instance().layerTreeRoot()
    if not root.findLayer(layer.id()).isVisible():
        for node in root.findLayers():
            node.setItemVisibilityChecked(node.layer() == layer)
            node.setExpanded(node.layer() == layer)
    canvas = iface.mapCanvas()
    wait(1500)  # QGIS shows the whole of a project's first layer, late
    canvas.setDestinationCrs(layer.crs())
    box = layer.extent()
    box.scale(share)
    canvas.setExtent(box)
    iface.messageBar().clearWidgets()
    only_layers(iface)
    canvas.refreshAllLayers()
    wait(800)
    canvas.waitWhileRendering()
    wait(1500)
    iface.mainWindow().grab().save(str(out / f"landing_{name}.png"))
    return tree()


def inside(report: dict) -> None:
    """Take the pictures."""
    from qgis.utils import iface, plugins

    out, data = Path(os.environ["GROUNDSHIFT_LANDING"]), Path(os.environ["GROUNDSHIFT_DATA"])
    only = [name for name in os.environ["GROUNDSHIFT_ONLY"].split(",") if name]
    window = iface.mainWindow()
    window.resize(*SIZE)
    page = plugins["groundshift"].welcome
    if page is not None:
        page.close()
    for name in only or SHOWS:
        report["trees"][name] = show(name, data, out)


if "GROUNDSHIFT_LANDING" in os.environ:
    from qgis.PyQt.QtCore import QTimer

    out = Path(os.environ["GROUNDSHIFT_LANDING"])
    QTimer.singleShot(3000, lambda: report_and_leave(out, {"trees": {}}, inside))
elif __name__ == "__main__":
    sys.exit(main())
