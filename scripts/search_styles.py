# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Renderers of likely faults' upper edges and of volcanic sources; used by ``make_styles.py``."""

from __future__ import annotations

from qgis.core import (
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
)

# Draws first, so that the best fault lies on top of them.
RULES = (
    ('"draw" > 0', "draws of the posterior", "67,133,154,40", 0.3),
    ('"draw" = 0', "best fault", "217,72,43,255", 0.9),
)


def search_layers():
    """Names of styles, and layers that have them."""
    layer = QgsVectorLayer("LineString?field=draw:integer", "edges", "memory")
    root = QgsRuleBasedRenderer.Rule(None)
    for expression, label, colour, width in RULES:
        symbol = QgsLineSymbol.createSimple({"line_color": colour, "line_width": str(width)})
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, 0, 0, expression, label))
    renderer = QgsRuleBasedRenderer(root)
    renderer.setUsingSymbolLevels(True)
    for level, rule in enumerate(root.children()):
        rule.symbol().symbolLayer(0).setRenderingPass(level)
    layer.setRenderer(renderer)
    yield "likely_edges", layer
    yield "sources", _sources_layer()


# A source's growth; NULL of fields that its kind has not.
GROWTH = "coalesce({}, 0)".format(", ".join(
    " + ".join(f"attribute($currentfeature, '{name}')" for name in names)
    for names in (
        ("dvolume_m3",), ("dvolume_x_m3", "dvolume_y_m3", "dvolume_z_m3"), ("opening_m",),
        ("dpressure_mpa",),
    )
))  # fmt: skip
SHAPES = (
    "CASE WHEN \"kind\" = 'penny' THEN 'diamond' "
    "WHEN \"kind\" IN ('pcdm', 'cdm') THEN 'cross_fill' "
    "WHEN \"kind\" = 'spheroid' THEN 'pentagon' ELSE 'circle' END"
)


def _sources_layer():
    """Volcanic sources: red ones grow, blue ones shrink; shapes tell the kind."""
    layer = QgsVectorLayer("Point?field=kind:string&field=dvolume_m3:double", "sources", "memory")
    root = QgsRuleBasedRenderer.Rule(None)
    for sign, label, colour in ((">=", "grows", "#d7191c"), ("<", "shrinks", "#2c7fb8")):
        symbol = QgsMarkerSymbol.createSimple({
            "name": "circle", "color": colour, "size": "5", "outline_color": "30,30,30",
            "outline_width": "0.4",
        })  # fmt: skip
        symbol.symbolLayer(0).setDataDefinedProperty(
            QgsSymbolLayer.Property.PropertyName, QgsProperty.fromExpression(SHAPES)
        )
        root.appendChild(
            QgsRuleBasedRenderer.Rule(symbol, 0, 0, f"{GROWTH} {sign} 0", label)
        )  # fmt: skip
    layer.setRenderer(QgsRuleBasedRenderer(root))
    return layer
