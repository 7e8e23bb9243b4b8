# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A fault below its terrain: the shipped model, and the project that its layers land in."""

import re

import numpy as np
import pytest
import rows
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.vectors.features import read_lines, write_lines
from groundshift.algorithms.formats.vectors.wkb import line_wkb
from runs import ALIVE, succeeded

HEIGHT = 800.0


@pytest.fixture
def made(tmp_path):
    """A slip model, a fault beside it, and hills of 800 m on average."""
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.formats.slip.slip_models import read_slip_model

    rows.slip_patches(tmp_path / "slip.gpkg")
    model, local = read_slip_model(tmp_path / "slip.gpkg")
    x, y = local.back(wkt_from_epsg(4326), model.patches.corners.reshape(-1, 3)[:, :2])
    degrees = wkt_from_epsg(4326)
    trace = line_wkb(np.c_[[x.max() + 0.05] * 2, [y.min(), y.max()]])
    write_lines(
        tmp_path / "faults.gpkg", degrees, [trace],
        {"name": np.array(["beside"]), "slip_type": np.array(["Normal"])},
    )  # fmt: skip
    grid = Grid(100, 100, (x.mean() - 0.5, 0.01, 0, y.mean() + 0.5, 0, -0.01), degrees)
    heights = HEIGHT + 50.0 * (np.indices(grid.shape).sum(axis=0) % 2 * 2 - 1)
    write_raster(
        tmp_path / "dem.tif", grid, heights[None].astype(np.float32), [BandInfo("height", "m")]
    )
    return tmp_path


def test_with_faults_and_without(qgis_process, made, tmp_path):
    given = {"slip": made / "slip.gpkg", "dem": made / "dem.tif"}
    out = {"importslipmodel:Slip": tmp_path / "patches.gpkg"}
    succeeded(qgis_process.run("faultscene", {**given, **out}))
    style = (tmp_path / "patches.qml").read_text(encoding="utf-8")
    tag = re.search(r'<data [^>]*alt-clamping="absolute"[^>]*>', style).group()
    offset = re.search(r' (?:height|offset)="([\d.]+)"', tag).group(1)  # QGIS 3.36 renamed it
    assert float(offset) == pytest.approx(HEIGHT, abs=30)
    out |= {"coulombfaults:Stress on planes": tmp_path / "planes.gpkg",
            "coulombfaults:Stress on segments": tmp_path / "segments.gpkg"}  # fmt: skip
    succeeded(qgis_process.run("faultscene", {**given, "faults": made / "faults.gpkg", **out}))
    assert len(read_lines(tmp_path / "segments.gpkg").wkb) >= 1
    from osgeo import ogr

    planes = ogr.Open(str(tmp_path / "planes.gpkg"))
    assert len([one for one in planes.GetLayer(0) if one["coulomb_kpa"] is not None]) > 4
    look = (tmp_path / "planes.qml").read_text(encoding="utf-8")
    assert "<renderer-3d" in look and 'attr="coulomb_kpa"' in look


def test_the_project_takes_the_terrain_and_a_metric_crs(plugin, made):
    """Loaded as the dialog does; a terrain of the user's own stays."""
    from processing.gui.Postprocessing import handleAlgorithmResults
    from qgis.core import (
        QgsApplication,
        QgsCoordinateReferenceSystem,
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProcessingOutputLayerDefinition,
        QgsProject,
    )

    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    for dem in (None, str(made / "dem.tif")):
        wanted = QgsProcessingOutputLayerDefinition(str(made / "patches.gpkg"), project)
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
        context.setProject(project)
        tool = QgsApplication.processingRegistry().createAlgorithmById(
            "groundshift:importslipmodel"
        )
        ALIVE.extend((project, context, feedback, tool))
        parameters = {"SLIP_FILE": str(made / "slip.gpkg"), "DEM": dem, "LAYER": wanted}
        _, good = tool.run(parameters, context, feedback)
        assert good and handleAlgorithmResults(tool, context, feedback)
        assert project.crs().isGeographic() == (dem is None)
    assert 32601 <= int(project.crs().authid().split(":")[1]) <= 32760
    layer = next(one for one in project.mapLayers().values() if one.type() == 0)
    assert layer.renderer3D() is not None
    if hasattr(project, "elevationProperties"):  # QGIS 3.26
        ground = project.elevationProperties().terrainProvider()
        assert ground.type() == "raster" and ground.layer().source() == str(made / "dem.tif")
