# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas with their volumes; used by ``make_styles.py``."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsRendererCategory,
    QgsVectorLayer,
)

FIELDS = ("net_m3", "net_std_m3")
CLASS = """case when "net_m3" is null then 'unknown'
when abs("net_m3") <= 2 * "net_std_m3" then 'none'
when "net_m3" > 0 then 'gain' else 'loss' end"""


def volumes_layer():
    """Outlines by the sign of the net volume, where it is beyond two standard deviations."""
    fields = "&".join(f"field={name}:double" for name in FIELDS)
    layer = QgsVectorLayer(f"Polygon?{fields}", "volumes", "memory")
    categories = []
    for value, title, colour, line in (
        ("gain", "gain", "#1f5fb4", "solid"), ("loss", "loss", "#b2182b", "solid"),
        ("none", "no significant change", "#303030", "dash"),
        ("unknown", "unknown", "#808080", "dot"),
    ):  # fmt: skip
        symbol = QgsFillSymbol.createSimple(
            {"style": "no", "outline_color": colour, "outline_width": "0.6", "outline_style": line}
        )
        categories.append(QgsRendererCategory(value, symbol, title))
    layer.setRenderer(QgsCategorizedSymbolRenderer(CLASS, categories))
    return layer
