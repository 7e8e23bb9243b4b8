# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Renderers of down-sampled displacement; used by ``make_styles.py``."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsClassificationRange,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsMarkerSymbol,
    QgsRendererRange,
    QgsVectorLayer,
)

FIELD = "displacement_mm"


def sample_layers(range_label, colours, open_end):
    """Names and layers: squares for samples, polygons for their cells.

    Parameters
    ----------
    range_label : callable
        Makes the label of a class.
    colours : sequence of str
        From the most negative class on.
    open_end : float
        Where the outer classes end.
    """
    edges = [-open_end, *np.linspace(-45.0, 45.0, len(colours) - 1), open_end]
    for name, geometry, symbol in (
        ("samples_displacement", "Point", _square), ("cells_displacement", "Polygon", _cell),
    ):  # fmt: skip
        ranges = []
        for k, colour in enumerate(colours):
            lower, upper = float(edges[k]), float(edges[k + 1])
            label = range_label(lower, upper, k == 0, k == len(colours) - 1, "mm")
            ranges.append(
                QgsRendererRange(QgsClassificationRange(label, lower, upper), symbol(colour))
            )
        layer = QgsVectorLayer(f"{geometry}?field={FIELD}:double", name, "memory")
        layer.setRenderer(QgsGraduatedSymbolRenderer(FIELD, ranges))
        yield name, layer


def _square(colour):
    return QgsMarkerSymbol.createSimple({
        "name": "square", "color": colour, "size": "2", "outline_color": "60,60,60,140",
        "outline_width": "0.1",
    })  # fmt: skip


def _cell(colour):
    return QgsFillSymbol.createSimple(
        {"color": colour, "outline_color": "60,60,60,140", "outline_width": "0.1"}
    )
