# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Renderers of exposed things and of distances to faults; used by ``make_styles.py``."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsClassificationRange,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsRendererRange,
    QgsVectorLayer,
)

EXPOSURE = ("#b9c7d1", "#ffe28d", "#faac5d", "#e8501f", "#8b0022")
DISTANCES = (
    (0.0, 1.0, "#7f0000"), (1.0, 2.0, "#d7301f"), (2.0, 5.0, "#f68854"), (5.0, 10.0, "#ffba7b"),
    (10.0, 20.0, "#ffdfb6"), (20.0, 50.0, "#b9c7d1"), (50.0, 1e6, "#7d93a1"),
)  # fmt: skip


def save_area_styles(save, classes) -> None:
    """Write the templates.

    Parameters
    ----------
    save : callable
        Takes a name and a layer.
    classes : sequence of str
        Of exposure, the lowest first.
    """
    for name, geometry, symbol, field in (
        ("exposure_lines", "LineString", _line, "class"),
        ("exposure_points", "Point", _marker, "class"),
        ("exposure_polygons", "Polygon", _fill, "class"),
        ("exposing_areas", "Polygon", _fill, "exposed_class"),
    ):
        categories = [
            QgsRendererCategory(value, symbol(colour), value)
            for value, colour in zip(classes[::-1], EXPOSURE[::-1])
        ]
        layer = QgsVectorLayer(f"{geometry}?field={field}:string", name, "memory")
        layer.setRenderer(QgsCategorizedSymbolRenderer(field, categories))
        save(name, layer)
    for name, geometry, symbol in (
        ("points_fault_distance", "Point", _marker), ("polygons_fault_distance", "Polygon", _fill),
    ):  # fmt: skip
        ranges = [
            QgsRendererRange(
                QgsClassificationRange(_label(lower, upper), lower, upper), symbol(colour)
            )
            for lower, upper, colour in DISTANCES
        ]
        layer = QgsVectorLayer(f"{geometry}?field=distance_km:double", name, "memory")
        layer.setRenderer(QgsGraduatedSymbolRenderer("distance_km", ranges))
        save(name, layer)


def _label(lower, upper):
    return f"above {lower:g} km" if upper == DISTANCES[-1][1] else f"{lower:g} to {upper:g} km"


def _line(colour):
    return QgsLineSymbol.createSimple(
        {"color": colour, "width": "1.1", "capstyle": "flat", "joinstyle": "bevel"}
    )


def _marker(colour):
    return QgsMarkerSymbol.createSimple({
        "name": "circle", "color": colour, "size": "2", "outline_color": "40,40,40,160",
        "outline_width": "0.1",
    })  # fmt: skip


def _fill(colour):
    return QgsFillSymbol.createSimple(
        {"color": colour, "outline_color": "40,40,40,200", "outline_width": "0.15"}
    )
