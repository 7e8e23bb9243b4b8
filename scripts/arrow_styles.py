# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Arrows of motion; used by ``make_styles.py``."""

from __future__ import annotations

from qgis.core import (
    QgsLineSymbol,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsSingleSymbolRenderer,
    QgsUnitTypes,
    QgsVectorFieldSymbolLayer,
    QgsVectorLayer,
)


def arrows_layer(right="east_m", up="north_m"):
    """Points with an arrow along two fields, 1 mm a metre."""
    layer = QgsVectorLayer(
        f"Point?field={right}:double&field={up}:double&field=magnitude_m:double", "arrows",
        "memory",
    )  # fmt: skip
    tip = QgsMarkerLineSymbolLayer(True)
    tip.setPlacement(QgsMarkerLineSymbolLayer.Placement.LastVertex)
    tip.setSubSymbol(QgsMarkerSymbol.createSimple({
        "name": "filled_arrowhead", "color": "30,30,30", "outline_style": "no", "size": "1.6",
    }))  # fmt: skip
    line = QgsLineSymbol.createSimple({"line_color": "30,30,30", "line_width": "0.3"})
    line.appendSymbolLayer(tip)
    arrow = QgsVectorFieldSymbolLayer()
    arrow.setXAttribute(right)
    arrow.setYAttribute(up)
    arrow.setDistanceUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    arrow.setSubSymbol(line)
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, arrow)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer
