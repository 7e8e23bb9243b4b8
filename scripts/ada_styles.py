# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Renderers of active areas; used by ``make_styles.py``."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsClassificationRange,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsRendererRange,
    QgsVectorLayer,
)

STATES = (
    ("in an area", "#d9482b", "1.8"),
    ("moving, in no area", "#fdae61", "1.6"),
    ("at rest", "#9db59d", "1.2"),
    ("isolated", "#b9b7bb", "1.0"),
    ("unlike its neighbours", "#8073ac", "1.2"),
    ("low coherence", "#d2d2d1", "1.0"),
    ("large standard deviation", "#666666", "1.0"),
    ("no rate", "#eeefef", "0.8"),
)
QUALITIES = (
    (1, "#12568c", "1: reliable"),
    (2, "#8cc8e8", "2: usable"),
    (3, "#f5a04c", "3: doubtful"),
    (4, "#6e6e6e", "4: discard"),
)
REMOVED = (
    ("gentle slope", "#d9c28b"),
    ("in layover", "#7b3294"),
    ("in shadow", "#404040"),
    ("along the beam", "#5e7ca0"),
    ("slope unknown", "#c8c8c8"),
)


def area_layers(label, colours, open_end):
    """Names of styles, and layers that have them.

    Parameters
    ----------
    label : callable
        Text of a class, as ``ui.styling.range_label``.
    colours : sequence of str
        Diverging.
    open_end : float
    """
    for name, definition, renderer in (
        ("areas", "Polygon?field=mean_mm_yr:double", _rates(label, colours, open_end)),
        ("areas_quality", "Polygon?field=quality:integer", _qualities()),
        ("points_areas", "Point?field=state:string", _states()),
        ("areas_removed", "Polygon?field=reason:string", _removed()),
    ):
        layer = QgsVectorLayer(definition, name, "memory")
        layer.setRenderer(renderer)
        yield name, layer


def _rates(label, colours, open_end):
    """Polygons by mean rate; seen through, so that what lies beneath shows."""
    bounds = [-open_end, *np.linspace(-18.0, 18.0, len(colours) - 1), open_end]
    ranges = []
    for k, colour in enumerate(colours):
        lower, upper = float(bounds[k]), float(bounds[k + 1])
        text = label(lower, upper, first=k == 0, last=k == len(colours) - 1)
        symbol = QgsFillSymbol.createSimple(
            {"color": _see_through(colour), "outline_color": "40,40,40", "outline_width": "0.35"}
        )
        ranges.append(QgsRendererRange(QgsClassificationRange(text, lower, upper), symbol))
    return QgsGraduatedSymbolRenderer("mean_mm_yr", ranges)


def _see_through(colour):
    """A colour (#rrggbb) that lets almost half of what is beneath through."""
    return ",".join(str(int(colour[k : k + 2], 16)) for k in (1, 3, 5)) + ",140"


def _states():
    categories = []
    for value, colour, size in STATES:
        symbol = QgsMarkerSymbol.createSimple({
            "name": "circle", "color": colour, "size": size,
            "outline_color": "60,60,60,120", "outline_width": "0.1",
        })  # fmt: skip
        categories.append(QgsRendererCategory(value, symbol, value))
    return QgsCategorizedSymbolRenderer("state", categories)


def _qualities():
    categories = []
    for value, colour, title in QUALITIES:
        symbol = QgsFillSymbol.createSimple(
            {"color": _see_through(colour), "outline_color": "40,40,40", "outline_width": "0.35"}
        )
        categories.append(QgsRendererCategory(value, symbol, title))
    return QgsCategorizedSymbolRenderer("quality", categories)


def _removed():
    categories = []
    for value, colour in REMOVED:
        symbol = QgsFillSymbol.createSimple({
            "style": "b_diagonal", "color": colour, "outline_color": colour, "outline_width": "0.3",
            "outline_style": "dash",
        })  # fmt: skip
        categories.append(QgsRendererCategory(value, symbol, value))
    return QgsCategorizedSymbolRenderer("reason", categories)
