# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Renderers of landslide inventories and classified areas; used by ``make_styles.py``."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

STATES = (
    ("reactivated", "139,0,34,190"),
    ("still active", "232,80,31,180"),
    ("moves, former state unknown", "253,174,97,180"),
    ("no longer moving", "116,173,209,170"),
    ("still inactive", "143,185,150,170"),
    ("at rest, former state unknown", "190,214,193,160"),
)
PROCESSES = (
    ("landslide", "217,72,43,180"),
    ("subsidence", "47,134,201,180"),
    ("sinkhole", "84,39,136,180"),
    ("settlement", "230,171,2,180"),
    ("mining", "102,76,60,180"),
    ("unclassified", "200,205,209,150"),
)


def inventory_layers():
    """Names of styles, and layers that have them."""
    layer = QgsVectorLayer("Polygon?field=state:string", "inventory", "memory")
    categories = [QgsRendererCategory(state, _fill(colour), state) for state, colour in STATES]
    hatched = QgsFillSymbol.createSimple({
        "style": "f_diagonal", "color": "120,130,138", "outline_color": "90,98,105",
        "outline_width": "0.25",
    })  # fmt: skip
    categories.append(QgsRendererCategory("not assessed", hatched, "not assessed"))
    layer.setRenderer(QgsCategorizedSymbolRenderer("state", categories))
    yield "inventory", layer
    layer = QgsVectorLayer("Polygon?field=activity:string", "candidates", "memory")
    symbol = QgsFillSymbol.createSimple({
        "color": "197,27,138,60", "outline_color": "197,27,138", "outline_width": "0.6",
        "outline_style": "dash",
    })  # fmt: skip
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    yield "inventory_candidates", layer
    layer = QgsVectorLayer("Polygon?field=class:string", "classes", "memory")
    categories = [QgsRendererCategory(name, _fill(colour), name) for name, colour in PROCESSES]
    layer.setRenderer(QgsCategorizedSymbolRenderer("class", categories))
    yield "area_classes", layer


def _fill(colour):
    return QgsFillSymbol.createSimple(
        {"color": colour, "outline_color": "40,40,40", "outline_width": "0.3"}
    )
