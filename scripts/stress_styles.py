# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Styles of Coulomb stress change in megapascal; used by ``make_styles.py``."""

from __future__ import annotations

from qgis.core import (
    QgsClassificationRange,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsRendererRange,
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


def _marker(colour):
    return QgsMarkerSymbol.createSimple({
        "name": "circle", "color": colour, "size": "2.2", "outline_color": "60,60,60,160",
        "outline_width": "0.1",
    })  # fmt: skip
