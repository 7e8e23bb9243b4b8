# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How layers lie in the tree as they land."""

import numpy as np
import pytest
from runs import ALIVE

pytestmark = pytest.mark.usefixtures("plugin")
GROUP = "Groundshift: Radar visibility"


@pytest.fixture
def project(qgis_application):
    from qgis.core import QgsProject

    project = QgsProject()
    ALIVE.append(project)
    return project


def write_raster(path, epsg=4326, cell=0.001):
    """Steep hills."""
    from osgeo import gdal, osr

    data = gdal.GetDriverByName("GTiff").Create(str(path), 60, 50, 1, gdal.GDT_Float32)
    data.SetGeoTransform((14.0, cell, 0.0, 41.0, 0.0, -cell))
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    data.SetProjection(system.ExportToWkt())
    x, y = np.meshgrid(np.arange(60), np.arange(50))
    data.GetRasterBand(1).WriteArray(300 + 600 * np.sin(x / 6) * np.cos(y / 7))
    return str(path)


def land(project, landing, *layers):
    """Load layers, worst first, as QGIS does by the names of their files."""
    ranks = [landing.expect(style) for _, style in layers]
    for (layer, _), rank in reversed(list(zip(layers, ranks))):
        project.addMapLayer(layer)
        landing.settle(layer, rank, project)


def raster(path, name="raster"):
    from qgis.core import QgsRasterLayer

    return QgsRasterLayer(str(path), name)


def points(name="points"):
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer("Point?crs=EPSG:4326&field=velocity_mm_yr:double", name, "memory")


def lying(project):
    """Groups and layers from top to bottom, and whether they are switched on."""
    return [
        (node.parent().name(), node.name(), node.itemVisibilityChecked())
        for node in project.layerTreeRoot().findLayers()
    ]


def test_best_on_top_and_the_rest_switched_off(project, tmp_path):
    from groundshift.processing_provider.landing import Landing

    path = write_raster(tmp_path / "a.tif")
    land(
        project, Landing("Tool"), (raster(path, "first"), "velocity"),
        (raster(path, "second"), "velocity_std"), (points("points"), "points_velocity"),
        (points("same style"), "points_velocity"), (points("other style"), "points_areas"),
    )  # fmt: skip
    assert lying(project) == [
        ("Groundshift: Tool", "points", True), ("Groundshift: Tool", "same style", False),
        ("Groundshift: Tool", "other style", True), ("Groundshift: Tool", "first", True),
        ("Groundshift: Tool", "second", False),
    ]  # fmt: skip


def test_a_name_comes_once_in_a_group(project, tmp_path):
    from groundshift.processing_provider.landing import Landing

    path = write_raster(tmp_path / "a.tif")
    for _ in range(3):
        land(project, Landing("Tool"), (raster(path, "Velocity"), "velocity"))
    land(project, Landing("Other tool"), (raster(path, "Velocity"), "velocity"))
    names = [(group, name) for group, name, _ in lying(project)]
    assert names == [
        ("Groundshift: Other tool", "Velocity"), ("Groundshift: Tool", "Velocity (3)"),
        ("Groundshift: Tool", "Velocity (2)"), ("Groundshift: Tool", "Velocity"),
    ]  # fmt: skip


def test_outputs_of_a_tool_have_names_of_their_own(plugin):
    from qgis.core import QgsApplication

    for tool in QgsApplication.processingRegistry().providerById("groundshift").algorithms():
        names = [one.description() for one in tool.destinationParameterDefinitions()]
        assert len(set(names)) == len(names), (tool.id(), names)


def test_what_lands_shares_the_colours_of_the_map(project, tmp_path):
    from groundshift.processing_provider.landing import Landing
    from groundshift.ui import styling

    first, second = (raster(write_raster(tmp_path / f"{n}.tif"), n) for n in ("one", "two"))
    styling.style_raster(first, "velocity", 30.9)
    styling.style_raster(second, "velocity", 47.0)
    land(project, Landing("SBAS"), (first, "velocity"))
    land(project, Landing("Velocity"), (second, "velocity"))
    assert first.renderer().classificationMax() == 30.0
    assert second.renderer().classificationMax() == 30.0


def test_terrain_comes_once_between_features_and_rasters(project, tmp_path):
    from groundshift.processing_provider.landing import TERRAIN, Landing
    from qgis.PyQt.QtGui import QPainter

    path = write_raster(tmp_path / "a.tif")
    for number in (1, 2):
        land(
            project, Landing("Tool", path), (raster(path, f"map {number}"), "visibility"),
            (points(f"points {number}"), "points_velocity"),
        )  # fmt: skip
    names = [name for _, name, _ in lying(project)]
    assert names == ["points 2", "points 1", "Terrain", "map 2", "map 1"]
    (relief,) = (one for one in project.mapLayers().values() if one.customProperty(TERRAIN))
    assert relief.renderer().type() == "hillshade"
    assert relief.blendMode() == QPainter.CompositionMode.CompositionMode_Multiply
    assert relief.renderer().zFactor() == pytest.approx(1 / 111_320), "heights in degrees"
    assert relief.metadata().title() == "Terrain"
    assert "a.tif" in relief.metadata().abstract()


@pytest.mark.parametrize("terrain", ["", "/nowhere.tif"])
def test_no_terrain_where_there_is_none(project, tmp_path, terrain):
    from groundshift.processing_provider.landing import Landing

    path = write_raster(tmp_path / "a.tif")
    land(project, Landing("Tool", terrain), (raster(path, "map"), "visibility"))
    assert [name for _, name, _ in lying(project)] == ["map"]


def test_rasters_do_not_hide_features_of_an_earlier_run(project, tmp_path):
    from groundshift.processing_provider.landing import Landing

    path = write_raster(tmp_path / "a.tif")
    land(project, Landing("Old map"), (raster(path, "old"), "coulomb"))
    land(project, Landing("Faults"), (points("faults"), "slip"))
    land(project, Landing("Stress"), (raster(path, "stress"), "coulomb"))
    assert [name for _, name, _ in lying(project)] == ["faults", "stress", "old"]
    land(project, Landing("Areas"), (points("areas"), "areas"))
    assert [name for _, name, _ in lying(project)] == ["areas", "faults", "stress", "old"]


def test_the_shade_leaves_flat_ground_nearly_white(project, tmp_path):
    """Drawn alone on white: plains pale, slopes away from the light darker but not black."""
    from groundshift.processing_provider.landing import TERRAIN, Landing
    from qgis.core import QgsMapRendererParallelJob, QgsMapSettings
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor

    path = write_raster(tmp_path / "a.tif")
    land(project, Landing("Tool", path), (points(), "points_velocity"))
    relief = next(one for one in project.mapLayers().values() if one.customProperty(TERRAIN))
    settings = QgsMapSettings()
    settings.setLayers([relief])
    settings.setExtent(relief.extent())
    settings.setDestinationCrs(relief.crs())
    settings.setOutputSize(QSize(120, 100))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    grey = np.array([[image.pixelColor(x, y).red() for x in range(10, 110)] for y in range(10, 90)])
    assert np.percentile(grey, 90) > 225
    assert 85 < grey.min() < 170


def test_a_tool_lands_with_its_elevation_model(project, tmp_path):
    """The tool itself, loaded as its dialog does."""
    from processing.gui.Postprocessing import handleAlgorithmResults
    from qgis.core import (
        QgsApplication,
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProcessingOutputLayerDefinition,
    )

    parameters = {"DEM": write_raster(tmp_path / "dem.tif"), "INCIDENCE": 39, "HEADING": 348}
    for name in ("MEASURES", "CLASSES"):
        wanted = QgsProcessingOutputLayerDefinition(str(tmp_path / f"{name}.tif"), project)
        wanted.destinationName = name
        parameters[name] = wanted
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(project)
    tool = QgsApplication.processingRegistry().createAlgorithmById("groundshift:visibility")
    ALIVE.extend((context, feedback, tool))
    _, good = tool.run(parameters, context, feedback)
    assert good
    handleAlgorithmResults(tool, context, feedback)
    assert lying(project) == [
        (GROUP, "Terrain", True), (GROUP, "CLASSES", True), (GROUP, "MEASURES", False),
    ]  # fmt: skip


def test_areas_can_be_switched_to_their_quality(qgis_application):
    from groundshift.ui import styling
    from qgis.core import QgsVectorLayer

    fields = "field=mean_mm_yr:double&field=quality:integer"
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:4326&{fields}", "areas", "memory")
    styling.style_vector(layer, "areas", 12.0)
    styling.add_others(layer, "areas")
    manager = layer.styleManager()
    assert layer.renderer().classAttribute() == "mean_mm_yr"
    assert layer.renderer().ranges()[-1].lowerValue() == pytest.approx(12, rel=0.2)
    assert "Quality" in manager.styles()
    manager.setCurrentStyle("Quality")
    assert layer.renderer().classAttribute() == "quality"
    # What sip takes for the old renderer may lie where that one did: only methods of both are safe.
    labels = [item.label() for item in layer.renderer().legendSymbolItems()]
    assert labels == ["1: reliable", "2: usable", "3: doubtful", "4: discard"]
