# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pairs of arrows along the principal axes of strain; used by ``make_styles.py``."""

from __future__ import annotations

import base64

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsSvgMarkerSymbolLayer,
    QgsSymbolLayer,
    QgsVectorLayer,
)

# Upright, 100 high; red grows longer, blue shorter.
OUTWARD = (
    ("#a62819", "M50 44V14M50 56V86", "M50 0l9 18h-18zM50 100l9-18h-18z"),
    ("#0060c4", "M50 0V30M50 100V70", "M50 48l9-18h-18zM50 52l9 18h-18z"),
)
SEGMENTS = (
    ("creeping", "#c9361b", 1.4), ("locked", "#1f5fa8", 0.9), ("none", "#8b8b8b", 0.6),
    ("not seen", "#c9c9c9", 0.4), ("no data", "#e3cf8f", 0.4),
)  # fmt: skip
LONGEST = 14  # millimetres of the strongest axes; nine of ten are shorter than 9
USUAL = 9


def _svg(colour, shaft, tips):
    text = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100">'
        f'<path d="{shaft}" stroke="{colour}" stroke-width="6" fill="none"/>'
        f'<path d="{tips}" fill="{colour}" stroke="none"/></svg>'
    )
    return "base64:" + base64.b64encode(text.encode()).decode()


def axes_layer():
    """Points with ``strain_1``, ``strain_2``, ``azimuth_1_deg`` and their ``share``."""
    layer = QgsVectorLayer(
        "Point?field=strain_1:double&field=strain_2:double&field=azimuth_1_deg:double"
        "&field=share:double", "axes", "memory",
    )  # fmt: skip
    grows, shrinks = (_svg(*parts) for parts in OUTWARD)
    symbol = QgsMarkerSymbol()
    symbol.deleteSymbolLayer(0)
    largest = 'max(abs("strain_1"), abs("strain_2"))'
    for field, turn in (("strain_1", ""), ("strain_2", " + 90")):
        marker = QgsSvgMarkerSymbolLayer(grows, USUAL)
        for key, expression in (
            (QgsSymbolLayer.Property.PropertySize,
             f'{USUAL} * min({LONGEST / USUAL:.3f}, "share") * abs("{field}") / {largest}'),
            (QgsSymbolLayer.Property.PropertyAngle, f'"azimuth_1_deg"{turn}'),
            (QgsSymbolLayer.Property.PropertyName,
             f"if(\"{field}\" >= 0, '{grows}', '{shrinks}')"),
        ):  # fmt: skip
            marker.setDataDefinedProperty(key, QgsProperty.fromExpression(expression))
        symbol.appendSymbolLayer(marker)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def lineaments_layer():
    """Fractures, wider where their score is higher."""
    layer = QgsVectorLayer("LineString?field=score:double", "lineaments", "memory")
    symbol = QgsLineSymbol.createSimple({"line_color": "217,72,43", "capstyle": "round"})
    symbol.symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyStrokeWidth,
        QgsProperty.fromExpression('min(1.2, 0.06 * "score")'),
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def segments_layer():
    """Segments of faults: creeping, locked, or neither."""
    layer = QgsVectorLayer("LineString?field=kind:string", "segments", "memory")
    categories = [
        QgsRendererCategory(
            kind, QgsLineSymbol.createSimple(
                {"line_color": colour, "line_width": str(width), "capstyle": "flat"}
            ), kind,
        )
        for kind, colour, width in SEGMENTS
    ]  # fmt: skip
    layer.setRenderer(QgsCategorizedSymbolRenderer("kind", categories))
    return layer
