# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws the pictures of the tutorials from the folders in which their commands were run.

With QGIS' Python, for example after ``pytest tests/qgis/test_tutorials.py --basetemp=folder``::

    tutorial_pictures.py inventory <folder>     # docs/tutorial_inventory.png
    tutorial_pictures.py coulomb <folder>       # docs/tutorial_coulomb.png
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import qgis_env
from demo_layout import text_format
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPalLayerSettings,
    QgsProject,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

LONGER_SIDE = 900  # pixels
MAPPED = {"color": "0,0,0,0", "outline_color": "#111111", "outline_width": "0.7"}
CANDIDATE = {**MAPPED, "outline_color": "#7a0177", "outline_style": "dash"}
FAULT = {"line_color": "#111111", "line_width": "0.7"}
# Layers from top to bottom: file, expression of its labels, symbol in place of its own style.
PICTURES = {
    "inventory": (
        ("candidates.gpkg", "'candidate ' || area_id", QgsFillSymbol, CANDIDATE),
        ("updated.gpkg", "name || ': ' || state", QgsFillSymbol, MAPPED),
        ("points.gpkg", None, None, None),
    ),
    "coulomb": (
        ("stress.gpkg", "fault_name || ': ' || round(coulomb_kpa) || ' kPa'", None, None),
        ("faults.geojson", None, QgsLineSymbol, FAULT),
        ("coulomb.tif", None, None, None),
    ),
}


def load(path: Path, labels, symbol, look):
    """A layer in the style beside it, or in a symbol of its own."""
    layer = QgsRasterLayer(str(path)) if path.suffix == ".tif" else QgsVectorLayer(str(path))
    if not layer.isValid():
        raise SystemExit(f"{path}: QGIS cannot open it.")
    if symbol is not None:
        layer.setRenderer(QgsSingleSymbolRenderer(symbol.createSimple(look)))
    if labels:
        settings = QgsPalLayerSettings()
        settings.fieldName, settings.isExpression = labels, True
        if layer.geometryType() == QgsWkbTypes.GeometryType.LineGeometry:
            settings.placement = QgsPalLayerSettings.Placement.Horizontal
        settings.setFormat(halo(text_format(10)))
        layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
        layer.setLabelsEnabled(True)
    return layer


def halo(form):
    """Text with white about it."""
    buffer = form.buffer()
    buffer.setEnabled(True)
    buffer.setSize(1.0)
    buffer.setColor(QColor("white"))
    form.setBuffer(buffer)
    return form


def draw(layers, target: Path) -> None:
    """Draw layers over the extent of the last one, which lies at the bottom."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setBackgroundColor(QColor("white"))
    crs = QgsCoordinateReferenceSystem("EPSG:32633")
    settings.setDestinationCrs(crs)
    change = QgsCoordinateTransform(layers[-1].crs(), crs, QgsProject.instance())
    extent = change.transformBoundingBox(layers[-1].extent())
    scale = LONGER_SIDE / max(extent.width(), extent.height())
    settings.setOutputSize(QSize(round(extent.width() * scale), round(extent.height() * scale)))
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(str(target))


def main():
    """Draw one picture."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    os.environ.update(qgis_env.environment(tempfile.mkdtemp()))
    application = QgsApplication([], True)
    application.initQgis()
    layers = [load(folder / file, *rest) for file, *rest in PICTURES[name]]
    target = qgis_env.ROOT / "docs" / f"tutorial_{name}.png"
    draw(layers, target)
    sys.stdout.write(f"{target}\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
