# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Renderer of the upper edges of likely faults; used by ``make_styles.py``."""

from __future__ import annotations

from qgis.core import QgsLineSymbol, QgsRuleBasedRenderer, QgsVectorLayer

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
