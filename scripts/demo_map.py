# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The demo's QGIS project: layers in groups, map themes, a print layout, and its picture.

``scripts/demo.py`` runs it in a process of its own, with QGIS' Python::

    demo_map.py '{"folder": ..., "project": ..., "picture": ..., "title": ..., "results": ...}'
"""

from __future__ import annotations

import json
import math
import os
import sys
from pathlib import Path

import qgis_env
from demo_layout import make_layout, save_picture, text_format
from demo_series import draw_series, first_and_last
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsMapThemeCollection,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsRasterLayer,
    QgsReferencedRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

ROOT = Path(__file__).resolve().parent.parent
HILLSHADE = ROOT / "ui" / "styles" / "hillshade.qml"

# Group, file, name, whether it is switched on. From top to bottom.
LAYERS = (
    ("Truth", "true_sources.gpkg", "True bowls and landslides", True),
    ("Truth", "true_velocity.tif", "True velocity (mm/yr)", False),
    ("Motion", "points.gpkg", "Motion points (mm/yr)", False),
    ("Motion", "velocity.tif", "Velocity (mm/yr)", True),
    ("Motion", "displacement.tif", "Displacement by date (mm)", False),
    ("Motion", "velocity_model.tif", "Velocity model (mm/yr)", False),
    ("Quality", "velocity_std.tif", "Velocity standard deviation (mm/yr)", False),
    ("Quality", "temporal_coherence.tif", "Temporal coherence", False),
    ("Quality", "pair_count.tif", "Number of pairs", False),
    ("Quality", "network_subsets.tif", "Network subsets", False),
)
OVER_RELIEF = 0.75
"""Opacity of rasters where there is a shaded relief under them."""


def load(path: Path, name: str):
    """A layer with the style and metadata that lie beside it; None where there is no file."""
    if not path.exists():
        return None
    raster = path.suffix == ".tif"
    layer = QgsRasterLayer(str(path), name) if raster else QgsVectorLayer(str(path), name, "ogr")
    if not layer.isValid():
        raise SystemExit(f"{path}: QGIS cannot open it.")
    layer.loadDefaultMetadata()
    return layer


def add_relief(project, heights: Path):
    """A shaded relief under all else, in the project's CRS; None where there are no heights.

    Shading needs heights and distances in one unit, and heights that QGIS puts into another CRS
    while it draws get steps at the pixels' edges.
    """
    layer = load(heights, "Shaded relief")
    if layer is None:
        return None
    if layer.crs() != project.crs():
        path = heights.with_name("relief.tif")
        path.unlink(missing_ok=True)  # GDAL would draw into it
        options = {"dstSRS": project.crs().toWkt(), "resampleAlg": "bilinear"}
        gdal.Warp(str(path), str(heights), **options)
        layer = load(path, "Shaded relief")
    layer.loadNamedStyle(str(HILLSHADE))
    project.addMapLayer(layer, False)
    project.layerTreeRoot().addGroup("Ground").addLayer(layer).setExpanded(False)
    return layer


def add_layers(project: QgsProject, folder: Path, simulated: bool) -> dict:
    """Fill the project; returns the layers by file name."""
    layers = {}
    root = project.layerTreeRoot()
    for group_name, file, name, visible in LAYERS:
        if group_name == "Truth" and not simulated:
            continue
        layer = load(folder / file, name)
        if layer is None:
            continue
        project.addMapLayer(layer, False)
        node = (root.findGroup(group_name) or root.addGroup(group_name)).addLayer(layer)
        node.setItemVisibilityChecked(visible)
        node.setExpanded(visible)
        layers[file] = layer
    return layers


def map_crs(layer) -> QgsCoordinateReferenceSystem:
    """The layer's CRS, or the UTM zone of its centre where it is in degrees."""
    if not layer.crs().isGeographic():
        return layer.crs()
    centre = layer.extent().center()
    zone = int((centre.x() + 180) // 6) % 60 + 1
    return QgsCoordinateReferenceSystem.fromEpsgId((32600 if centre.y() >= 0 else 32700) + zone)


def fastest_points(layer) -> list:
    """Features that surely move fastest away and towards: three standard deviations off their rate.

    Returns
    -------
    list of QgsFeature
        One, or two where they move in both directions.
    """
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    names = ["velocity_mm_yr", "velocity_std_mm_yr"]
    request.setSubsetOfAttributes(names, layer.fields())
    rates = [(f.id(), f[names[0]], f[names[1]]) for f in layer.getFeatures(request)]
    rates = [row for row in rates if all(isinstance(value, float) for value in row[1:])]
    # Pixels with a large one may carry an unwrapping error, which moves faster than the ground.
    largest_std = sorted(std for _, _, std in rates)[len(rates) // 2] if rates else 0.0
    away = towards = (0.0, None)
    for number, rate, std in rates:
        if std > largest_std:
            continue
        away = min(away, (rate + 3 * std, number), key=lambda found: found[0])
        towards = max(towards, (rate - 3 * std, number), key=lambda found: found[0])
    return [layer.getFeature(found) for _, found in (away, towards) if found is not None]


def halo_format():
    """Black letters with a white rim."""
    text = text_format(11)
    rim = text.buffer()
    rim.setEnabled(True)
    rim.setSize(0.8)
    text.setBuffer(rim)
    return text


def mark_points(project: QgsProject, layer, features) -> None:
    """Another layer of the same points: rings about those of the graph."""
    marks = QgsVectorLayer(layer.source(), "Points of the graph", "ogr")
    marks.setSubsetString(f"fid IN ({','.join(str(feature.id()) for feature in features)})")
    ring = {
        "name": "circle", "color": "0,0,0,0", "outline_color": "0,0,0", "outline_width": "0.7",
        "size": "4",
    }  # fmt: skip
    marks.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(ring)))
    label = QgsPalLayerSettings()
    label.isExpression = True
    label.fieldName = f"if(fid = {features[0].id()}, 'A', 'B')"
    label.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    label.dist = 1.5
    label.setFormat(halo_format())
    marks.setLabeling(QgsVectorLayerSimpleLabeling(label))
    marks.setLabelsEnabled(True)
    project.addMapLayer(marks, False)
    node = project.layerTreeRoot().findGroup("Motion").insertLayer(0, marks)
    node.setExpanded(False)


def rates_shown(results, velocity) -> tuple:
    """Least and largest rate that the colours shall tell apart."""
    if "simulatestack" in results:
        return results["simulatestack"]["SLOWEST"], results["simulatestack"]["FASTEST"]
    renderer = velocity.renderer()
    return renderer.classificationMin(), renderer.classificationMax()


def round_up(value: float) -> float:
    """The next number that is easy to read."""
    if not value > 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return power * next(f for f in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if f * power >= value)


def set_limit(layer, limit: float) -> None:
    """Spread a layer's colours from -limit to limit."""
    from groundshift.ui.styling import style_raster

    opacity = layer.renderer().opacity()
    style_raster(layer, "velocity", limit)
    layer.renderer().setOpacity(opacity)


def add_theme(project: QgsProject, name: str, layers) -> None:
    """A map theme of some layers, in the tree's order."""
    record = QgsMapThemeCollection.MapThemeRecord()
    for layer in layers:
        if layer is not None:
            entry = QgsMapThemeCollection.MapThemeLayerRecord(layer)
            entry.usingCurrentStyle = True
            entry.currentStyle = layer.styleManager().currentStyle()
            record.addLayerRecord(entry)
    project.mapThemeCollection().insert(name, record)


def to_map(project, layer, rectangle):
    """A layer's rectangle in the project's CRS."""
    transform = QgsCoordinateTransform(layer.crs(), project.crs(), project)
    return transform.transformBoundingBox(rectangle)


def build(task: dict) -> None:
    """Make the project and the picture that a task describes."""
    from groundshift.ui.styling import share_limits

    project = QgsProject.instance()
    folder, simulated = Path(task["folder"]), task["simulated"]
    layers = add_layers(project, folder, simulated)
    velocity = layers["velocity.tif"]
    project.setCrs(map_crs(velocity))
    relief = add_relief(project, folder / "height.tif")
    if relief is not None:
        for layer in layers.values():
            if isinstance(layer, QgsRasterLayer):
                layer.renderer().setOpacity(OVER_RELIEF)
    project.setTitle(f"Groundshift: {task['title']}")
    extent = to_map(project, velocity, velocity.extent())
    view = QgsReferencedRectangle(extent, project.crs())
    project.viewSettings().setDefaultViewExtent(view)
    project.viewSettings().setPresetFullExtent(view)

    points = layers["points.gpkg"]
    fastest = fastest_points(points)
    marks = []
    if fastest:
        mark_points(project, points, fastest)
        marks = project.mapLayersByName("Points of the graph")
    outlines = layers.get("true_sources.gpkg")
    beside = layers["true_velocity.tif" if simulated else "velocity_std.tif"]
    limit = round_up(max(abs(rate) for rate in rates_shown(task["results"], velocity)))
    for layer in (velocity, layers.get("true_velocity.tif")):
        if layer is not None:
            set_limit(layer, limit)
    for layer in (points, layers.get("velocity_model.tif")):
        if layer is not None:
            share_limits(layer, [velocity])
    add_theme(project, "Velocity", [*marks, velocity, outlines, relief])
    add_theme(project, beside.name(), [beside, outlines, relief])

    graph = folder / "series.svg"
    graph.write_text(draw_series(points, fastest), encoding="utf-8")
    panels = (("Velocity", velocity), (beside.name(), beside))
    span = first_and_last(points)
    layout = make_layout(project, task["title"], task["results"], panels, extent, graph, span)
    project.layoutManager().addLayout(layout)
    if not project.write(task["project"]):
        raise SystemExit(f"{task['project']}: cannot be written; choose another place.")
    save_picture(layout, task["picture"])
    # Else the process ends with the layers' databases open, and leaves their journals behind.
    project.clear()


def main() -> None:
    """Start QGIS without a window and build."""
    application = QgsApplication([], False)
    application.initQgis()
    gdal.UseExceptions()
    qgis_env.load_package()
    build(json.loads(sys.argv[1]))


if __name__ == "__main__":
    code = 0
    try:
        main()
    except SystemExit as problem:
        sys.stderr.write(f"{problem}\n")
        code = 1
    except Exception as problem:
        sys.stderr.write(f"{type(problem).__name__}: {problem}\n")
        code = 1
    sys.stderr.flush()
    os._exit(code)  # QGIS crashes when Python objects outlive it
