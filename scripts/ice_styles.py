# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers of ice and permafrost; used by ``make_styles.py``."""

import palettes
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsRendererCategory,
    QgsVectorLayer,
)


def thaw_layer(names):
    """Polygons with ``class``: all but the stable one."""
    categories = []
    for code, name in sorted(names.items())[1:]:
        colour = palettes.THAW[code - 1]
        rgb = ",".join(str(int(colour[k : k + 2], 16)) for k in (1, 3, 5))
        symbol = QgsFillSymbol.createSimple({
            "color": f"{rgb},120", "outline_color": f"{rgb},255", "outline_width": "0.4",
        })  # fmt: skip
        categories.append(QgsRendererCategory(name, symbol, name))
    layer = QgsVectorLayer("Polygon?field=class:string", "thaw", "memory")
    layer.setRenderer(QgsCategorizedSymbolRenderer("class", categories))
    return layer
