# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the templates in ``ui/styles`` through QGIS; run it after changing a style here.

QT_HASH_SEED=0 QT_QPA_PLATFORM=offscreen /usr/bin/python3 scripts/make_styles.py
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsBilinearRasterResampler,
    QgsCategorizedSymbolRenderer,
    QgsClassificationRange,
    QgsColorRampLegendNodeSettings,
    QgsColorRampShader,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsHillshadeRenderer,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

ROOT = Path(__file__).resolve().parent.parent
STYLES = ROOT / "ui" / "styles"
OPEN_END = 1e6

DIVERGING = (
    "#a50026", "#d73027", "#f46d43", "#fdae61", "#fee090", "#fafaf4",
    "#e0f3f8", "#abd9e9", "#74add1", "#4575b4", "#313695",
)  # fmt: skip
HEAT = (
    "#ffffcc", "#ffeda0", "#fed976", "#feb24c", "#fd8d3c", "#fc4e2a", "#e31a1c", "#bd0026",
    "#800026",
)  # fmt: skip
VIRIDIS = (
    "#440154", "#472d7b", "#3b528b", "#2c728e", "#21918c", "#28ae80", "#5ec962", "#addc30",
    "#fde725",
)  # fmt: skip
CIVIDIS = (
    "#00224e", "#123570", "#3b496c", "#575d6d", "#707173", "#8a8678", "#a59c74", "#c3b369",
    "#e1cc55", "#fee838",
)  # fmt: skip
TERRAIN = ("#3a6b52", "#7f9f6b", "#c9c28f", "#b59468", "#93735a", "#d8d2cc", "#ffffff")

# name: colours, low, high, unit
RAMPS = {
    "velocity": (DIVERGING, -20.0, 20.0, "mm/yr"),
    "velocity_std": (HEAT, 0.0, 5.0, "mm/yr"),
    "displacement": (DIVERGING, -50.0, 50.0, "mm"),
    "coefficient": (DIVERGING, -10.0, 10.0, ""),
    "temporal_coherence": (VIRIDIS, 0.0, 1.0, ""),
    "count": (CIVIDIS, 0.0, 100.0, "pairs"),
    "residual": (HEAT, 0.0, 10.0, "mm"),
    "height": (TERRAIN, 0.0, 3000.0, "m"),
}
SUBSETS = (
    (0.5, "#bdbdbd", "0: not inverted"),
    (1.5, "#21918c", "1: one network"),
    (2.5, "#fdae61", "2: network cut in two"),
    (float("inf"), "#a50026", "3 and more: network cut in several"),
)


def ramp_shader(colours, low, high, unit):
    """An interpolated ramp between two values."""
    shader = QgsColorRampShader(low, high, None, QgsColorRampShader.Type.Interpolated)
    values = np.linspace(low, high, len(colours))
    shader.setColorRampItemList([
        QgsColorRampShader.ColorRampItem(float(v), QColor(c), f"{v:.4g}")
        for v, c in zip(values, colours)
    ])  # fmt: skip
    legend = QgsColorRampLegendNodeSettings()
    legend.setUseContinuousLegend(True)
    if unit:
        legend.setSuffix(f" {unit}")
    shader.setLegendSettings(legend)
    return shader


def class_shader(classes):
    """Classes by their upper ends."""
    shader = QgsColorRampShader(0.0, 3.0, None, QgsColorRampShader.Type.Discrete)
    shader.setColorRampItemList(
        [QgsColorRampShader.ColorRampItem(v, QColor(c), label) for v, c, label in classes]
    )
    return shader


def save_raster(name, layer, renderer):
    """Write a raster renderer as template."""
    layer.setRenderer(renderer)
    save(name, layer)


def save(name, layer):
    """Write a layer's symbology as template, nothing else of it."""
    categories = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Rendering
    message, good = layer.saveNamedStyle(str(STYLES / f"{name}.qml"), categories)
    if not good:
        raise RuntimeError(message)


def pseudocolour(layer, shader):
    """A renderer of band 1 with a shader."""
    function = QgsRasterShader()
    function.setRasterShaderFunction(shader)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, function)
    renderer.setClassificationMin(shader.minimumValue())
    renderer.setClassificationMax(shader.maximumValue())
    return renderer


def points_renderer(label):
    """Points by rate: even classes between the limits and an open one at either end."""
    edges = np.linspace(-18.0, 18.0, len(DIVERGING) - 1)
    bounds = [-OPEN_END, *edges, OPEN_END]
    ranges = []
    for k, colour in enumerate(DIVERGING):
        lower, upper = float(bounds[k]), float(bounds[k + 1])
        symbol = QgsMarkerSymbol.createSimple({
            "name": "circle", "color": colour, "size": "1.8",
            "outline_color": "60,60,60,120", "outline_width": "0.1",
        })  # fmt: skip
        text = label(lower, upper, first=k == 0, last=k == len(DIVERGING) - 1)
        ranges.append(QgsRendererRange(QgsClassificationRange(text, lower, upper), symbol))
    return QgsGraduatedSymbolRenderer("velocity_mm_yr", ranges)


def outlines_renderer():
    """Places that move: dark outlines, broken ones for landslides."""
    categories = []
    for value, title, line in (
        ("subsidence", "subsidence bowl", "solid"), ("landslide", "landslide", "dash"),
    ):  # fmt: skip
        symbol = QgsFillSymbol.createSimple(
            {"style": "no", "outline_color": "30,30,30", "outline_width": "0.4",
             "outline_style": line}
        )  # fmt: skip
        categories.append(QgsRendererCategory(value, symbol, title))
    return QgsCategorizedSymbolRenderer("kind", categories)


def load_package():
    """Make the checkout importable as ``groundshift``."""
    spec = importlib.util.spec_from_file_location(
        "groundshift", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules["groundshift"] = module
    spec.loader.exec_module(module)


def main():
    """Write all templates."""
    application = QgsApplication([], False)
    application.initQgis()
    load_package()
    from groundshift.ui.styling import range_label

    STYLES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "one.tif")
        gdal.GetDriverByName("GTiff").Create(path, 4, 4, 1, gdal.GDT_Float32).FlushCache()
        layer = QgsRasterLayer(path, "one")
        for name, ramp in RAMPS.items():
            save_raster(name, layer, pseudocolour(layer, ramp_shader(*ramp)))
        save_raster("subsets", layer, pseudocolour(layer, class_shader(SUBSETS)))
        # Drawn at the heights' own resolution, then smoothed: else pixels' edges cast shadows.
        layer.resampleFilter().setZoomedInResampler(QgsBilinearRasterResampler())
        layer.resampleFilter().setZoomedOutResampler(QgsBilinearRasterResampler())
        save_raster("hillshade", layer, QgsHillshadeRenderer(layer.dataProvider(), 1, 315.0, 45.0))
        points = QgsVectorLayer("Point?field=velocity_mm_yr:double", "points", "memory")
        points.setRenderer(points_renderer(range_label))
        save("points_velocity", points)
        outlines = QgsVectorLayer("Polygon?field=kind:string", "outlines", "memory")
        outlines.setRenderer(outlines_renderer())
        save("outlines", outlines)
        del layer, points, outlines
    application.exitQgis()


if __name__ == "__main__":
    main()
