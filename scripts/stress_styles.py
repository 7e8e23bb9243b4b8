# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Styles of Coulomb stress change in megapascal; used by ``make_styles.py``."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsClassificationRange,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSymbolLayer,
    QgsVectorLayer,
)


def coulomb_classes(plot) -> tuple:
    """Upper end, colour and label of every class, those of the plot of sections."""
    ends = (*plot.LIMITS, float("inf"))
    return tuple(zip(ends, plot.COULOMB, (f"{name} MPa" for name in plot.NAMES)))


def sections_layer(plot, open_end):
    """Cells of sections without outlines."""
    ends, ranges = (-open_end, *plot.LIMITS, open_end), []
    for low, high, colour, name in zip(ends[:-1], ends[1:], plot.COULOMB, plot.NAMES):
        symbol = QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"})
        text = QgsClassificationRange(f"{name} MPa", low, high)
        ranges.append(QgsRendererRange(text, symbol))
    layer = QgsVectorLayer("Polygon?field=coulomb_mpa:double", "sections", "memory")
    layer.setRenderer(QgsGraduatedSymbolRenderer("coulomb_mpa", ranges))
    return layer


def receiver_layers(range_label, colours, open_end):
    """Faults and earthquakes by their Coulomb stress change in kilopascal, red where it rose.

    Parameters
    ----------
    range_label : callable
        Text of a class, as ``ui.styling.range_label``.
    colours : sequence of str
        From the most negative to the most positive.
    open_end : float

    Yields
    ------
    str, QgsVectorLayer
        Name of the template, and a layer that has its style.
    """
    edges = [float(edge) for edge in range(-90, 91, 20)]
    ends = (-open_end, *edges, open_end)
    for name, geometry, symbol in (
        ("lines_coulomb", "LineString", _line), ("points_coulomb", "Point", _marker),
        ("polygons_coulomb", "Polygon", _patch),
    ):  # fmt: skip
        ranges = []
        for k, colour in enumerate(colours):
            label = range_label(ends[k], ends[k + 1], k == 0, k == len(colours) - 1, "kPa")
            ranges.append(
                QgsRendererRange(
                    QgsClassificationRange(label, ends[k], ends[k + 1]), symbol(colour)
                )
            )
        layer = QgsVectorLayer(f"{geometry}?field=coulomb_kpa:double", name, "memory")
        layer.setRenderer(QgsGraduatedSymbolRenderer("coulomb_kpa", ranges))
        yield name, layer


def _line(colour):
    """A coloured line on a thin dark one, as the middle colour is pale."""
    line = QgsLineSymbol.createSimple(
        {"line_color": "60,60,60,160", "line_width": "1.3", "capstyle": "flat"}
    )
    top = QgsLineSymbol.createSimple({"line_color": colour, "line_width": "1", "capstyle": "flat"})
    line.appendSymbolLayer(top.symbolLayer(0).clone())
    return line


def _patch(colour):
    return QgsFillSymbol.createSimple(
        {"color": colour, "outline_color": "60,60,60,160", "outline_width": "0.1"}
    )


def _marker(colour):
    return QgsMarkerSymbol.createSimple({
        "name": "circle", "color": colour, "size": "2.2", "outline_color": "60,60,60,160",
        "outline_width": "0.1",
    })  # fmt: skip


REGIMES = {
    "normal": "#8e0b16", "normal to strike-slip": "#ffc55c", "strike-slip": "#2f9e44",
    "thrust to strike-slip": "#8fd8ea", "thrust": "#1f4fb8", "unknown": "#6a6a6a",
}  # fmt: skip
"""Red, green and blue as on the World Stress Map, light and dark for eyes that lack a colour."""
PLANES = (
    (0.5, 0.6, "#c9d3da"), (0.6, 0.8, "#f6c667"), (0.8, 0.95, "#e8743b"), (0.95, 1.0, "#8b0022"),
)  # fmt: skip


KAGAN = ((0.0, 10.0), (10.0, 20.0), (20.0, 30.0), (30.0, 120.0))
"""Rotations between mechanisms, degrees."""


def tensor_layers():
    """Bars along the maximum horizontal compression by regime, and earthquakes by how sure their
    plane is.

    Yields
    ------
    str, QgsVectorLayer
        Name of the template, and a layer that has its style.
    """
    layer = QgsVectorLayer(
        "Point?field=shmax_deg:double&field=regime:string", "points_stress", "memory"
    )
    categories = [QgsRendererCategory(name, _bar(c), name) for name, c in REGIMES.items()]
    layer.setRenderer(QgsCategorizedSymbolRenderer("regime", categories))
    yield "points_stress", layer
    ranges = [
        QgsRendererRange(
            QgsClassificationRange(f"probability {low:g} to {high:g}", low, high), _marker(colour)
        )
        for low, high, colour in PLANES
    ]
    layer = QgsVectorLayer("Point?field=plane_probability:double", "points_plane", "memory")
    layer.setRenderer(QgsGraduatedSymbolRenderer("plane_probability", ranges))
    yield "points_plane", layer
    ranges = [
        QgsRendererRange(
            QgsClassificationRange(f"{low:g} to {high:g} degrees", low, high), _marker(colour)
        )
        for (low, high), colour in zip(KAGAN, [colour for *_, colour in PLANES])
    ]
    layer = QgsVectorLayer("Point?field=kagan_deg:double", "points_kagan", "memory")
    layer.setRenderer(QgsGraduatedSymbolRenderer("kagan_deg", ranges))
    yield "points_kagan", layer


def _bar(colour):
    """A long bar and a circle."""
    bar = QgsMarkerSymbol.createSimple({
        "name": "line", "color": colour, "size": "11", "outline_color": colour,
        "outline_width": "0.9",
    })  # fmt: skip
    bar.symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyAngle, QgsProperty.fromExpression('"shmax_deg"')
    )
    middle = QgsMarkerSymbol.createSimple({
        "name": "circle", "color": colour, "size": "3.2", "outline_color": "255,255,255",
        "outline_width": "0.3",
    })  # fmt: skip
    bar.appendSymbolLayer(middle.symbolLayer(0).clone())
    return bar
