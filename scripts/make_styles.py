# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the templates in ``ui/styles`` through QGIS; run it after changing a style here.

QT_HASH_SEED=0 QT_QPA_PLATFORM=offscreen /usr/bin/python3 scripts/make_styles.py
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

import numpy as np
import qgis_env
from ada_styles import area_layers
from area_styles import save_area_styles
from inventory_styles import inventory_layers
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
from sample_styles import sample_layers
from search_styles import search_layers
from slip_styles import slip_layers
from stress_styles import coulomb_classes, receiver_layers, sections_layer

STYLES = qgis_env.ROOT / "ui" / "styles"
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
GREY = ("#000000", "#252525", "#525252", "#737373", "#969696", "#bdbdbd", "#d9d9d9", "#ffffff")
TERRAIN = ("#3a6b52", "#7f9f6b", "#c9c28f", "#b59468", "#93735a", "#d8d2cc", "#ffffff")

# Cyclic, as matplotlib's twilight (Bechtold, CC0): dark in summer, pale in winter.
YEAR = (
    "#e2d9e2", "#b9c7d3", "#82a8c4", "#6582bd", "#5e55ad", "#4f2580", "#2f1436", "#56193f",
    "#8b2e4f", "#ac5756", "#c38a76", "#d1bbb3", "#e2d9e2",
)  # fmt: skip
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan")
# Of the classes of models, in their order: pairs without and with acceleration.
MODELS = (
    "#d9d9d9", "#ff7f00", "#a6cee3", "#1f78b4", "#b2df8a", "#33a02c", "#fb9a99", "#e31a1c",
    "#cab2d6", "#6a3d9a", "#ffff99", "#b15928",
)  # fmt: skip

# Cyclic: the colours of radar fringes, in equal steps of hue.
CYCLE = ("#e7298a", "#f1b94c", "#8fce3f", "#2aa99a", "#3b6fc9", "#8a4fc0", "#e7298a")

# name: colours, low, high, unit
RAMPS = {
    "velocity": (DIVERGING, -20.0, 20.0, "mm/yr"),
    "velocity_std": (HEAT, 0.0, 5.0, "mm/yr"),
    "displacement": (DIVERGING, -50.0, 50.0, "mm"),
    "coefficient": (DIVERGING, -10.0, 10.0, ""),
    "temporal_coherence": (VIRIDIS, 0.0, 1.0, ""),
    "count": (CIVIDIS, 0.0, 100.0, "pairs"),
    "residual": (HEAT, 0.0, 10.0, "mm"),
    "amplitude": (VIRIDIS, 0.0, 10.0, "mm"),
    "nonclosing": (HEAT, 0.0, 10.0, "triplets"),
    "height": (TERRAIN, 0.0, 3000.0, "m"),
    "r_index": (VIRIDIS, 0.0, 1.0, ""),
    "slope_velocity": (DIVERGING[::-1], -20.0, 20.0, "mm/yr"),
    "amplitude_dispersion": (VIRIDIS[::-1], 0.0, 0.6, ""),
    "backscatter": (GREY, -20.0, 20.0, "dB"),
    "phase": (DIVERGING, -20.0, 20.0, "rad"),
    "cycles": (DIVERGING, -2.0, 2.0, "cycles"),
    "differing": (HEAT, 0.0, 0.1, "of pairs"),
    "brothers": (CIVIDIS, 0.0, 224.0, "pixels"),
    "phase_std": (HEAT, 0.0, 1.8, "rad"),
    "fringes": (CYCLE, -np.pi, np.pi, "rad"),
    "strain": (DIVERGING[::-1], -10.0, 10.0, "ppm"),
    "stress": (DIVERGING[::-1], -1.0, 1.0, "MPa"),
    "strike": (CYCLE, 0.0, 360.0, "degrees"),
}
# Blind classes dark and warm, seen ones pale, sensitive slopes in colour: in the codes' order.
VISIBILITY = (
    "#a50026", "#f46d43", "#1a1a1a", "#4d4d4d", "#67001f", "#878787", "#e0dcc8", "#a6bddb",
    "#f0ead6", "#2b8cbe", "#ffffff",
)  # fmt: skip
SLOPE_STATUS = (
    "#d73027", "#4575b4", "#fdae61", "#abd9e9", "#d9d9d9", "#f7f7f2", "#969696",
)  # fmt: skip
DECOMPOSITION = ("#4daf4a", "#e41a1c", "#bdbdbd", "#f0ead6")
SUITABILITY = ("#7a0f0f", "#d9ccb4", "#e3d98a", "#a6d96a", "#4fae5b", "#0b6b3a")
VISIBILITY_COMBINED = ("#2b8cbe", "#74c476", "#9e9ac8", "#a50026", "#f0ead6")
SUBSETS = (
    (0.5, "#bdbdbd", "0: not inverted"),
    (1.5, "#21918c", "1: one network"),
    (2.5, "#fdae61", "2: network cut in two"),
    (float("inf"), "#a50026", "3 and more: network cut in several"),
)
# Nothing where there is nothing, so that they can be laid over the amplitude.
CANDIDATES = (
    (0.5, "#00000000", "0: none"),
    (1.5, "#fdae61", "1: candidate"),
    (float("inf"), "#d7191c", "2: stable by its amplitude"),
)
DISTRIBUTED = (
    (0.5, "#00000000", "0: too few brothers"),
    (float("inf"), "#2c7fb8", "1: distributed scatterer"),
)
SCATTERERS = (
    (0.5, "#00000000", "0: none"),
    (1.5, "#2c7fb8", "1: distributed scatterer"),
    (float("inf"), "#d7191c", "2: persistent scatterer"),
)
PERSISTENT = (
    (0.5, "#00000000", "0: none"),
    (float("inf"), "#d7191c", "1: persistent scatterer"),
)

COMPONENTS = (
    (0.5, "#bdbdbd", "0: none"),
    (1.5, "#2f86c9", "1: the largest"),
    (2.5, "#fdae61", "2"),
    (3.5, "#74a86b", "3"),
    (4.5, "#8856a7", "4"),
    (5.5, "#d9482b", "5"),
    (float("inf"), "#7f5539", "6 and more"),
)
COVER = (
    (0.5, "#6baed6", "0: water"),
    (1.5, "#74a86b", "1: vegetation"),
    (2.5, "#d9c28b", "2: bare ground"),
    (float("inf"), "#a8595c", "3: town"),
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
    highest = classes[-2][0] + 0.5
    shader = QgsColorRampShader(0.0, highest, None, QgsColorRampShader.Type.Discrete)
    shader.setColorRampItemList(
        [QgsColorRampShader.ColorRampItem(v, QColor(c), label) for v, c, label in classes]
    )
    return shader


def year_shader():
    """Days of the year, which end where they began; labelled by the first of each month."""
    shader = QgsColorRampShader(1.0, 366.25, None, QgsColorRampShader.Type.Interpolated)
    days = 1.0 + 365.25 * np.arange(13) / 12
    shader.setColorRampItemList([
        QgsColorRampShader.ColorRampItem(float(day), QColor(c), f"1 {month}")
        for day, c, month in zip(days, YEAR, MONTHS)
    ])  # fmt: skip
    legend = QgsColorRampLegendNodeSettings()
    legend.setUseContinuousLegend(False)
    shader.setLegendSettings(legend)
    return shader


def named_classes(names, colours):
    """Classes by their code from 1; the last one is open."""
    classes = [(code + 0.5, colours[code - 1], name) for code, name in sorted(names.items())]
    return (*classes[:-1], (float("inf"), *classes[-1][1:]))


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


def points_renderer(label, field="velocity_mm_yr", colours=DIVERGING):
    """Points by rate: even classes between the limits and an open one at either end."""
    edges = np.linspace(-18.0, 18.0, len(colours) - 1)
    bounds = [-OPEN_END, *edges, OPEN_END]
    ranges = []
    for k, colour in enumerate(colours):
        lower, upper = float(bounds[k]), float(bounds[k + 1])
        symbol = QgsMarkerSymbol.createSimple({
            "name": "circle", "color": colour, "size": "1.8",
            "outline_color": "60,60,60,120", "outline_width": "0.1",
        })  # fmt: skip
        text = label(lower, upper, first=k == 0, last=k == len(colours) - 1)
        ranges.append(QgsRendererRange(QgsClassificationRange(text, lower, upper), symbol))
    return QgsGraduatedSymbolRenderer(field, ranges)


def candidates_renderer():
    """Candidates for persistent scatterers by their amplitude dispersion."""
    ranges = []
    for lower, upper, colour in (
        (0.0, 0.15, "#440154"), (0.15, 0.25, "#3b528b"), (0.25, 0.3, "#21918c"),
        (0.3, 0.35, "#5ec962"), (0.35, 0.4, "#fde725"), (0.4, OPEN_END, "#bdbdbd"),
    ):  # fmt: skip
        symbol = QgsMarkerSymbol.createSimple({
            "name": "circle", "color": colour, "size": "1.4",
            "outline_color": "60,60,60,120", "outline_width": "0.1",
        })  # fmt: skip
        text = f"above {lower:g}" if upper == OPEN_END else f"{lower:g} to {upper:g}"
        ranges.append(QgsRendererRange(QgsClassificationRange(text, lower, upper), symbol))
    return QgsGraduatedSymbolRenderer("amplitude_dispersion", ranges)


def scatterers_renderer():
    """Distributed and persistent scatterers."""
    categories = []
    for value, colour, title in (
        (1, "#2c7fb8", "distributed scatterer"), (2, "#d7191c", "persistent scatterer"),
    ):  # fmt: skip
        symbol = QgsMarkerSymbol.createSimple({
            "name": "circle", "color": colour, "size": "1.4",
            "outline_color": "60,60,60,120", "outline_width": "0.1",
        })  # fmt: skip
        categories.append(QgsRendererCategory(value, symbol, title))
    return QgsCategorizedSymbolRenderer("scatterer_kind", categories)


def validation_renderer():
    """Pairs of InSAR and ground data by the class of their difference."""
    categories = []
    for value, colour, title in (
        ("A", "#2f86c9", "A: agree"), ("B", "#91bfdb", "B"), ("C", "#fdae61", "C"),
        ("D", "#d9482b", "D: differ"), ("reference", "#ffffff", "reference"),
    ):  # fmt: skip
        symbol = QgsMarkerSymbol.createSimple({
            "name": "circle", "color": colour, "size": "3", "outline_color": "40,40,40",
            "outline_width": "0.2",
        })  # fmt: skip
        categories.append(QgsRendererCategory(value, symbol, title))
    return QgsCategorizedSymbolRenderer("class", categories)


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


def main():
    """Write all templates."""
    application = QgsApplication([], False)
    application.initQgis()
    qgis_env.load_package()
    from groundshift.algorithms.areas.exposure import CLASSES as EXPOSURE_CLASSES
    from groundshift.algorithms.geometry import (
        decomposition,
        slope_projection,
        suitability,
        visibility,
    )
    from groundshift.algorithms.stress import section_plot
    from groundshift.algorithms.timeseries.model_choice import CLASSES as MOTION_MODELS
    from groundshift.ui.styling import range_label

    STYLES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "one.tif")
        gdal.GetDriverByName("GTiff").Create(path, 4, 4, 1, gdal.GDT_Float32).FlushCache()
        layer = QgsRasterLayer(path, "one")
        for name, ramp in RAMPS.items():
            save_raster(name, layer, pseudocolour(layer, ramp_shader(*ramp)))
        for name, classes in (
            ("subsets", SUBSETS), ("candidates", CANDIDATES), ("distributed", DISTRIBUTED),
            ("cover", COVER),
            ("components", COMPONENTS),
            ("persistent", PERSISTENT), ("scatterers", SCATTERERS),
            ("coulomb", coulomb_classes(section_plot)),
        ):  # fmt: skip
            save_raster(name, layer, pseudocolour(layer, class_shader(classes)))
        save_raster("peak_day", layer, pseudocolour(layer, year_shader()))
        for name, classes, colours in (
            ("motion_model", MOTION_MODELS, MODELS),
            ("visibility", visibility.CLASSES, VISIBILITY),
            ("visibility_combined", visibility.COMBINED, VISIBILITY_COMBINED),
            ("slope_status", slope_projection.STATUS, SLOPE_STATUS),
            ("decomposition", decomposition.STATUS, DECOMPOSITION),
            ("suitability", suitability.CLASSES, SUITABILITY),
        ):
            shader = class_shader(named_classes(classes, colours))
            save_raster(name, layer, pseudocolour(layer, shader))
        # Drawn at the heights' own resolution, then smoothed: else pixels' edges cast shadows.
        layer.resampleFilter().setZoomedInResampler(QgsBilinearRasterResampler())
        layer.resampleFilter().setZoomedOutResampler(QgsBilinearRasterResampler())
        save_raster("hillshade", layer, QgsHillshadeRenderer(layer.dataProvider(), 1, 315.0, 45.0))
        points = QgsVectorLayer("Point?field=velocity_mm_yr:double", "points", "memory")
        points.setRenderer(points_renderer(range_label))
        save("points_velocity", points)
        moved = QgsVectorLayer("Point?field=up_mm:double", "p", "memory")
        moved.setRenderer(points_renderer(partial(range_label, unit="mm"), "up_mm"))
        save("points_model", moved)
        field = "slope_velocity_mm_yr"
        points = QgsVectorLayer(f"Point?field={field}:double", "points", "memory")
        points.setRenderer(points_renderer(range_label, field, DIVERGING[::-1]))
        save("points_slope_velocity", points)
        candidates = QgsVectorLayer(
            "Point?field=amplitude_dispersion:double", "candidates", "memory"
        )
        candidates.setRenderer(candidates_renderer())
        save("points_candidates", candidates)
        scatterers = QgsVectorLayer("Point?field=scatterer_kind:integer", "scatterers", "memory")
        scatterers.setRenderer(scatterers_renderer())
        save("points_scatterers", scatterers)
        pairs = QgsVectorLayer("Point?field=class:string", "pairs", "memory")
        pairs.setRenderer(validation_renderer())
        save("points_validation", pairs)
        outlines = QgsVectorLayer("Polygon?field=kind:string", "outlines", "memory")
        outlines.setRenderer(outlines_renderer())
        save("outlines", outlines)
        save("coulomb_sections", sections_layer(section_plot, OPEN_END))
        for name, stressed in receiver_layers(range_label, DIVERGING[::-1], OPEN_END):
            save(name, stressed)
        save_area_styles(save, EXPOSURE_CLASSES)
        for name, areas in area_layers(range_label, DIVERGING, OPEN_END):
            save(name, areas)
        for name, areas in inventory_layers():
            save(name, areas)
        for name, slip in slip_layers(range_label, OPEN_END):
            save(name, slip)
        for name, samples in sample_layers(range_label, DIVERGING, OPEN_END):
            save(name, samples)
        for name, edges in search_layers():
            save(name, edges)
        del layer, areas, samples, edges, stressed, points, candidates, scatterers, pairs, outlines
    application.exitQgis()


if __name__ == "__main__":
    main()
