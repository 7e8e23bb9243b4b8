# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What ``scripts/screenshot.py`` has QGIS do in its window: run the chain through the dialogs.

QGIS runs this file by ``--code``; the folders come by environment variables.
"""

from __future__ import annotations

import os
from pathlib import Path

import processing
from desktop_hands import report_and_leave, run_dialog, wait
from qgis.core import Qgis, QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QTreeView
from qgis.utils import iface

DATA = Path(os.environ["GROUNDSHIFT_DATA"])
OUT = Path(os.environ["GROUNDSHIFT_OUT"])
LAYERS = OUT / "layers"


class Log:
    """Warnings and errors of QGIS' log."""

    def __init__(self):
        self.lines = []
        QgsApplication.messageLog().messageReceived.connect(self._note)

    def _note(self, text, tag, level):
        if level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical):
            self.lines.append(f"{tag}: {text}")


def file(name: str) -> str:
    """Path of a layer."""
    return str(LAYERS / name)


def run_chain() -> None:
    """From interferograms to points."""
    run_dialog("importstack", {
        "FOLDER": str(DATA), "STACK": file("stack.h5"), "GEOMETRY": file("geometry.h5"),
    })  # fmt: skip
    run_dialog("sbas", {
        "STACK": file("stack.h5"), "TIMESERIES": file("timeseries.h5"),
        "VELOCITY": file("velocity_mm_yr.tif"), "VELOCITY_STD": file("velocity_std_mm_yr.tif"),
        "TEMPORAL_COHERENCE": file("temporal_coherence.tif"),
        "SUBSETS": file("network_subsets.tif"), "PAIR_COUNT": file("pair_count.tif"),
        "DISPLACEMENT": file("displacement_mm.tif"),
    })  # fmt: skip
    run_dialog(
        "velocity", {"TIMESERIES": file("timeseries.h5"), "VELOCITY": file("velocity_model.tif")}
    )
    run_dialog("timeseriestopoints", {
        "TIMESERIES": file("timeseries.h5"), "GEOMETRY": file("geometry.h5"),
        "POINTS": file("points.gpkg"),
    })  # fmt: skip


def source_path(layer) -> str:
    """The file of a layer."""
    return layer.source().split("|")[0]


def describe(layer) -> dict:
    """What QGIS knows of a layer."""
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    renderer = layer.renderer()
    found = {
        "file": Path(source_path(layer)).name, "name": layer.name(),
        "group": node.parent().name(), "renderer": renderer.type(),
        "title": layer.metadata().title(), "history": layer.metadata().history(),
        "crs": layer.crs().authid(), "temporal": layer.temporalProperties().isActive(),
    }  # fmt: skip
    if isinstance(layer, QgsRasterLayer):
        provider = layer.dataProvider()
        found.update(
            limits=[renderer.classificationMin(), renderer.classificationMax()],
            bands=[provider.generateBandName(k + 1) for k in range(layer.bandCount())],
            nodata=provider.sourceHasNoDataValue(1) and provider.useSourceNoDataValue(1),
        )
    else:
        classes = renderer.ranges()
        found.update(
            limits=[classes[0].upperValue(), classes[-1].lowerValue()],
            field=renderer.classAttribute(), labels=[c.label() for c in classes],
        )  # fmt: skip
    return found


def show_toolbox() -> QDockWidget:
    """Open the toolbox with our tools in sight, and close the other panels but the layers."""
    for dock in iface.mainWindow().findChildren(QDockWidget):
        dock.setVisible(dock.objectName() in ("Layers", "ProcessingToolbox"))
    toolbox = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    tree = toolbox.findChild(QTreeView)
    model = tree.model()
    tree.collapseAll()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if model.data(index) == "Groundshift":
            tree.expandRecursively(index)
            tree.scrollTo(index, QTreeView.ScrollHint.PositionAtTop)
    return toolbox


def take_pictures() -> None:
    """Main window and a dialog."""
    window = iface.mainWindow()
    window.resize(1600, 1000)
    show_toolbox()
    root = QgsProject.instance().layerTreeRoot()
    by_file = {Path(source_path(node.layer())).name: node for node in root.findLayers()}
    for name, node in by_file.items():
        node.setItemVisibilityChecked(name == "velocity_mm_yr.tif")
        node.setExpanded(name in ("velocity_mm_yr.tif", "points.gpkg"))
    velocity = by_file["velocity_mm_yr.tif"].layer()
    canvas = iface.mapCanvas()
    canvas.setExtent(velocity.extent().buffered(0.05 * velocity.extent().width()))
    iface.messageBar().clearWidgets()
    canvas.refreshAllLayers()
    wait(4000)
    window.grab().save(str(OUT / "window.png"))
    dialog = processing.createAlgorithmDialog("groundshift:sbas", {"STACK": "stack.h5"})
    dialog.show()
    wait(500)
    dialog.resize(1100, 800)
    wait(1000)
    dialog.grab().save(str(OUT / "sbas.png"))
    dialog.close()


def main(report: dict) -> None:
    """Run, and look."""
    log = Log()  # held: Qt forgets who listens with it
    report["log"] = log.lines
    LAYERS.mkdir(parents=True, exist_ok=True)
    run_chain()
    take_pictures()
    report["layers"] = [describe(layer) for layer in QgsProject.instance().mapLayers().values()]


QTimer.singleShot(3000, lambda: report_and_leave(OUT, {"layers": [], "log": []}, main))
