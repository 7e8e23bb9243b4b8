# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points by lag, storage and level of warning, and other styles; used by ``make_styles.py``."""

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

LAGS = (
    (-2.0, -1.0, "#d0d0d0"), (0.0, 15.0, "#440154"), (15.0, 30.0, "#3b528b"),
    (30.0, 60.0, "#21918c"), (60.0, 120.0, "#5ec962"), (120.0, 1e5, "#fde725"),
)  # fmt: skip
UNSURE, STORAGES = "#d0d0d0", ("#440154", "#414487", "#2a788e", "#22a884", "#7ad151", "#fde725")


def lags_layer():
    """Points with ``lag_days`` and ``driven``."""
    ranges = []
    for low, high, colour in LAGS:
        symbol = QgsMarkerSymbol.createSimple({
            "name": "circle", "color": colour, "size": "1.8" if low >= 0 else "1.2",
            "outline_color": "60,60,60,120", "outline_width": "0.1",
        })  # fmt: skip
        text = f"{low:g} to {high:g} days" if high < 1e5 else f"above {low:g} days"
        text = text if low >= 0 else "no driver"
        ranges.append(QgsRendererRange(QgsClassificationRange(text, low, high), symbol))
    layer = QgsVectorLayer("Point?field=lag_days:double&field=driven:integer", "lags", "memory")
    layer.setRenderer(QgsGraduatedSymbolRenderer('if("driven" = 1, "lag_days", -1.5)', ranges))
    return layer


def storage_layer():
    """Points with ``s_ke`` and ``s_ke_std``; those that noise may have made are grey."""
    ranges = []
    ends = (-1.0, 0.0, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 10.0)
    for low, high, colour in zip(ends, ends[1:], (UNSURE, *STORAGES)):
        symbol = QgsMarkerSymbol.createSimple({
            "name": "circle", "color": colour, "size": "1.8" if low >= 0 else "1.2",
            "outline_color": "60,60,60,120", "outline_width": "0.1",
        })  # fmt: skip
        text = f"{low:g} to {high:g}" if high < 1 else f"above {low:g}"
        text = text if low >= 0 else "within two standard deviations of 0, or negative"
        ranges.append(QgsRendererRange(QgsClassificationRange(text, low, high), symbol))
    layer = QgsVectorLayer("Point?field=s_ke:double&field=s_ke_std:double", "storage", "memory")
    expression = 'if("s_ke" > 2 * "s_ke_std", "s_ke", -0.5)'
    layer.setRenderer(QgsGraduatedSymbolRenderer(expression, ranges))
    return layer


WARNINGS = (
    (3, "165,0,38", "alarm"), (2, "244,109,67", "alert"), (1, "254,224,139", "attention"),
    (0, "190,190,190", "none"),
)  # fmt: skip


def warning_layers():
    """Points and areas with ``level``."""
    points, areas = [], []
    for value, colour, title in WARNINGS:
        symbol = QgsMarkerSymbol.createSimple({
            "name": "circle", "color": f"{colour},255", "size": "2.4" if value else "1.2",
            "outline_color": "60,60,60,160", "outline_width": "0.1",
        })  # fmt: skip
        points.append(QgsRendererCategory(value, symbol, title))
        symbol = QgsFillSymbol.createSimple({
            "color": f"{colour},110" if value else "255,255,255,0",
            "outline_color": f"{colour},255", "outline_width": "0.5",
        })  # fmt: skip
        areas.append(QgsRendererCategory(value, symbol, title))
    for name, kind, categories in (
        ("points_warning", "Point", points), ("areas_warning", "Polygon", areas),
    ):  # fmt: skip
        layer = QgsVectorLayer(f"{kind}?field=level:integer", "warning", "memory")
        layer.setRenderer(QgsCategorizedSymbolRenderer("level", categories))
        yield name, layer


def damage_layer():
    """Patches or buildings with ``damaged``."""
    categories = []
    for value, colour, title in (
        (1, "217,72,43,170", "damaged"),
        (0, "255,255,255,0", "no damage"),
    ):
        symbol = QgsFillSymbol.createSimple({
            "color": colour, "outline_color": "90,30,20,220" if value else "120,120,120,160",
            "outline_width": "0.2",
        })  # fmt: skip
        categories.append(QgsRendererCategory(value, symbol, title))
    layer = QgsVectorLayer("Polygon?field=damaged:integer", "damage", "memory")
    layer.setRenderer(QgsCategorizedSymbolRenderer("damaged", categories))
    return layer


def ground_layer():
    """Samples with ``active``."""
    categories = []
    for value, colour, title in ((1, "#d9482b", "active"), (0, "#67859a", "background")):
        symbol = QgsMarkerSymbol.createSimple({
            "name": "circle", "color": colour, "size": "1.4" if value else "0.9",
            "outline_color": "60,60,60,120", "outline_width": "0.1",
        })  # fmt: skip
        categories.append(QgsRendererCategory(value, symbol, title))
    layer = QgsVectorLayer("Point?field=active:integer", "samples", "memory")
    layer.setRenderer(QgsCategorizedSymbolRenderer("active", categories))
    return layer


TYPES = (
    ("push", "#d9482b", "push: advancing"), ("pull", "#2f86c9", "pull: retrogressive"),
    ("uniform", "#8fa3b0", "uniform"), ("unknown", "#e4e9ed", "unknown"),
)  # fmt: skip


def types_layer():
    """Landslides with ``type``."""
    categories = []
    for value, colour, title in TYPES:
        symbol = QgsFillSymbol.createSimple({
            "color": colour, "outline_color": "60,60,60,200", "outline_width": "0.2",
        })  # fmt: skip
        categories.append(QgsRendererCategory(value, symbol, title))
    layer = QgsVectorLayer("Polygon?field=type:string", "landslides", "memory")
    layer.setRenderer(QgsCategorizedSymbolRenderer("type", categories))
    return layer
