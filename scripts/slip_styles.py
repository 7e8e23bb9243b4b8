# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Renderers of slip patches; used by ``make_styles.py``."""

from __future__ import annotations

from palettes import SLIP
from qgis.core import (
    QgsClassificationRange,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometryGeneratorSymbolLayer,
    QgsGraduatedSymbolRenderer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsProperty,
    QgsRendererRange,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
)

STEEP = 80.0  # degrees; the map shows steeper patches from their edge
# The way the hanging wall goes, seen from above: clockwise from north.
AZIMUTH = (
    "\"strike_deg\" - degrees(atan2(sin(radians(\"rake_deg\")) * cos(radians(\"dip_deg\")), "
    "cos(radians(\"rake_deg\"))))"
)  # fmt: skip
# Of the patches of the uppermost row; their first two corners lie at the top.
TOP_EDGE = (
    'if("row" = 1 and num_points($geometry) = 5, make_line(point_n(exterior_ring($geometry), 1), '
    "point_n(exterior_ring($geometry), 2)), NULL)"
)
MIDDLE = (
    "make_point((x_min($geometry) + x_max($geometry)) / 2, "
    "(y_min($geometry) + y_max($geometry)) / 2)"
)


def slip_layers(label, open_end):
    """Names of styles, and layers that have them.

    Parameters
    ----------
    label : callable
        Text of a class, as ``ui.styling.range_label``.
    open_end : float
    """
    fields = ("slip_m", "rake_deg", "strike_deg", "dip_deg", "row")
    definition = "Polygon?" + "&".join(f"field={name}:double" for name in fields)
    layer = QgsVectorLayer(definition, "slip", "memory")
    layer.setRenderer(_slip(label, open_end))
    yield "slip", layer


def _slip(label, open_end):
    """Patches by slip; those that stand upright, lines on the map, carry it in their stroke."""
    bounds = [-open_end, *(0.5 * k for k in range(1, len(SLIP))), open_end]
    ranges = []
    for k, colour in enumerate(SLIP):
        lower, upper = float(bounds[k]), float(bounds[k + 1])
        text = label(lower, upper, first=k == 0, last=k == len(SLIP) - 1, unit="m")
        ranges.append(QgsRendererRange(QgsClassificationRange(text, lower, upper), _fill(colour)))
    renderer = QgsGraduatedSymbolRenderer("slip_m", ranges)
    # Patches that lie on one line are drawn with the largest slip on top.
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause("slip_m")]))
    renderer.setOrderByEnabled(True)
    return renderer


def _fill(colour):
    symbol = QgsFillSymbol.createSimple({
        "color": colour, "outline_color": "60,60,60", "outline_width": "0.16",
        "joinstyle": "round",
    })  # fmt: skip
    layer, properties = symbol.symbolLayer(0), QgsSymbolLayer.Property
    steep = f'coalesce("dip_deg", 0) > {STEEP:g}'
    for key, expression in (
        (properties.PropertyStrokeColor, f"if({steep}, @symbol_color, darker(@symbol_color, 140))"),
        (properties.PropertyStrokeWidth, f"if({steep}, 1.2, 0.16)"),
    ):
        layer.setDataDefinedProperty(key, QgsProperty.fromExpression(expression))
    symbol.appendSymbolLayer(_arrows())
    symbol.appendSymbolLayer(_top_edge())
    return symbol


def _top_edge():
    """The fault's upper edge as a thick line; steep faults are lines already."""
    # Without a feature, as in the legend, nothing is drawn.
    line = QgsLineSymbol.createSimple({
        "line_color": "30,30,30", "line_width": "0.9", "capstyle": "round", "line_style": "no",
    })  # fmt: skip
    style = f"if(coalesce(\"dip_deg\", 0) > {STEEP:g}, 'no', 'solid')"
    line.symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyStrokeStyle, QgsProperty.fromExpression(style)
    )
    generator = QgsGeometryGeneratorSymbolLayer.create({"geometryModifier": TOP_EDGE})
    generator.setSymbolType(QgsSymbol.SymbolType.Line)
    generator.setSubSymbol(line)
    return generator


def _arrows():
    """Small arrows the way the hanging wall goes, longer where it slips more."""
    marker = QgsMarkerSymbol.createSimple({
        "name": "arrow", "color": "30,30,30", "outline_color": "255,255,255",
        "outline_width": "0.15", "size": "2",
    })  # fmt: skip
    properties, layer = QgsSymbolLayer.Property, marker.symbolLayer(0)
    size = 'if(abs("dip_deg") <= 80, 3 * sqrt("slip_m" / maximum("slip_m")), 0)'
    for key, expression in (
        (properties.PropertyAngle, AZIMUTH), (properties.PropertySize, f"coalesce({size}, 0)")
    ):  # fmt: skip
        layer.setDataDefinedProperty(key, QgsProperty.fromExpression(expression))
    generator = QgsGeometryGeneratorSymbolLayer.create({"geometryModifier": MIDDLE})
    generator.setSymbolType(QgsSymbol.SymbolType.Marker)
    generator.setSubSymbol(marker)
    return generator
