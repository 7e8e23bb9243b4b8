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
import palettes
import qgis_env
from ada_styles import area_layers
from area_styles import save_area_styles
from arrow_styles import arrows_layer
from forecast_styles import (
    damage_layer,
    ground_layer,
    lags_layer,
    storage_layer,
    types_layer,
    warning_layers,
)
from ice_styles import thaw_layer
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
from qgis.PyQt.QtGui import QColor, QPainter
from sample_styles import sample_layers
from search_styles import search_layers
from slip_styles import slip_layers
from strain_styles import axes_layer, lineaments_layer, segments_layer
from stress_styles import coulomb_classes, receiver_layers, sections_layer, tensor_layers
from volume_styles import volumes_layer

STYLES = qgis_env.ROOT / "ui" / "styles"
OPEN_END = 1e6
# Flat ground, 180 of 255, becomes 229, and no shadow is darker than 94.
CONTRAST, BRIGHTNESS = -13, 62

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan")


def ramp_shader(colours, low, high, unit, short_numbers):
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
    shader.setLegendSettings(short_numbers(legend, max(-low, high)))
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
        for day, c, month in zip(days, palettes.YEAR, MONTHS)
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


def save_hillshade(layer):
    """Relief that darkens what lies below or above it; flat ground hardly does."""
    # Drawn at the heights' own resolution, then smoothed: else pixels' edges cast shadows.
    layer.resampleFilter().setZoomedInResampler(QgsBilinearRasterResampler())
    layer.resampleFilter().setZoomedOutResampler(QgsBilinearRasterResampler())
    layer.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)
    layer.brightnessFilter().setContrast(CONTRAST)
    layer.brightnessFilter().setBrightness(BRIGHTNESS)
    save_raster("hillshade", layer, QgsHillshadeRenderer(layer.dataProvider(), 1, 315.0, 45.0))


def points_renderer(label, field="velocity_mm_yr", colours=palettes.CLASSES):
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
    from groundshift.algorithms.cryosphere.frost import MODELS as FROST_MODELS
    from groundshift.algorithms.cryosphere.melt import CLASSES as MELT_ZONES
    from groundshift.algorithms.cryosphere.thaw import CLASSES as THAW_CLASSES
    from groundshift.algorithms.geometry import (
        decomposition,
        slope_projection,
        suitability,
        visibility,
    )
    from groundshift.algorithms.stress.pages import coulomb
    from groundshift.algorithms.timeseries.model_choice import CLASSES as MOTION_MODELS
    from groundshift.algorithms.timeseries.postseismic import CLASSES as MECHANISMS
    from groundshift.ui.styling import range_label, with_short_numbers

    STYLES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "one.tif")
        gdal.GetDriverByName("GTiff").Create(path, 4, 4, 1, gdal.GDT_Float32).FlushCache()
        layer = QgsRasterLayer(path, "one")
        for name, ramp in palettes.RAMPS.items():
            save_raster(name, layer, pseudocolour(layer, ramp_shader(*ramp, with_short_numbers)))
        for name, classes in (
            ("subsets", palettes.SUBSETS), ("candidates", palettes.CANDIDATES),
            ("distributed", palettes.DISTRIBUTED),
            ("cover", palettes.COVER),
            ("components", palettes.COMPONENTS),
            ("persistent", palettes.PERSISTENT), ("stable", palettes.STABLE),
            ("scatterers", palettes.SCATTERERS),
            ("coulomb", coulomb_classes(coulomb)),
        ):  # fmt: skip
            save_raster(name, layer, pseudocolour(layer, class_shader(classes)))
        save_raster("peak_day", layer, pseudocolour(layer, year_shader()))
        for name, classes, colours in (
            ("motion_model", MOTION_MODELS, palettes.MODELS),
            ("mechanism", MECHANISMS, palettes.MECHANISM),
            ("thaw_class", THAW_CLASSES, palettes.THAW),
            ("frost_model", FROST_MODELS, palettes.FROST),
            ("melt_zones", MELT_ZONES, palettes.MELT),
            ("visibility", visibility.CLASSES, palettes.VISIBILITY),
            ("visibility_combined", visibility.COMBINED, palettes.VISIBILITY_COMBINED),
            ("slope_status", slope_projection.STATUS, palettes.SLOPE_STATUS),
            ("decomposition", decomposition.STATUS, palettes.DECOMPOSITION),
            ("suitability", suitability.CLASSES, palettes.SUITABILITY),
        ):
            shader = class_shader(named_classes(classes, colours))
            save_raster(name, layer, pseudocolour(layer, shader))
        save_hillshade(layer)
        points = QgsVectorLayer("Point?field=velocity_mm_yr:double", "points", "memory")
        points.setRenderer(points_renderer(range_label))
        save("points_velocity", points)
        moved = QgsVectorLayer("Point?field=up_mm:double", "p", "memory")
        moved.setRenderer(points_renderer(partial(range_label, unit="mm"), "up_mm"))
        save("points_model", moved)
        moved = QgsVectorLayer("Point?field=change_mm:double", "p", "memory")
        moved.setRenderer(points_renderer(partial(range_label, unit="mm"), "change_mm"))
        save("points_change", moved)
        field = "slope_velocity_mm_yr"
        points = QgsVectorLayer(f"Point?field={field}:double", "points", "memory")
        points.setRenderer(points_renderer(range_label, field, palettes.CLASSES[::-1]))
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
        save("coulomb_sections", sections_layer(coulomb, OPEN_END))
        for name, stressed in receiver_layers(range_label, palettes.CLASSES[::-1], OPEN_END):
            save(name, stressed)
        save_area_styles(save, EXPOSURE_CLASSES)
        for name, areas in area_layers(range_label, palettes.CLASSES, OPEN_END):
            save(name, areas)
        for name, areas in inventory_layers():
            save(name, areas)
        for name, slip in slip_layers(range_label, OPEN_END):
            save(name, slip)
        for name, samples in sample_layers(range_label, palettes.CLASSES, OPEN_END):
            save(name, samples)
        save("arrows", arrows_layer())
        save("drift", arrows_layer("x_m", "y_m"))
        save("strain_axes", axes_layer())
        save("points_lags", lags_layer())
        save("samples_ground", ground_layer())
        save("slide_types", types_layer())
        save("points_storage", storage_layer())
        save("damage", damage_layer())
        save("thaw_areas", thaw_layer(THAW_CLASSES))
        for name, warned in warning_layers():
            save(name, warned)
        save("lineaments", lineaments_layer())
        save("shear_segments", segments_layer())
        save("volumes", volumes_layer())
        for name, stressed in tensor_layers():
            save(name, stressed)
        for name, edges in search_layers():
            save(name, edges)
        del layer, areas, samples, edges, stressed, points, candidates, scatterers, pairs, outlines
    application.exitQgis()


if __name__ == "__main__":
    main()
