# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Outlines of a simulation's bowls and landslides as a GeoPackage."""

from __future__ import annotations

import numpy as np

from ..errors import GroundshiftError
from .rasters import gdal_errors

SOURCE_FIELDS = {
    "name": "OFTString", "kind": "OFTString", "behaviour": "OFTString", "rate_mm_yr": "OFTReal",
    "los_velocity_mm_yr": "OFTReal", "step_mm": "OFTReal", "step_date": "OFTDate",
}  # fmt: skip


def write_sources(simulation, path, labels, crs: str, place) -> None:
    """Write the outlines of the places that move.

    Parameters
    ----------
    simulation : Simulation or SlcSimulation
    path : path
        A new ``.gpkg``.
    labels : ndarray of int, shape (row, col)
        1 + the index of the source that a pixel belongs to.
    crs : str
        WKT.
    place : callable
        Coordinates x, y in `crs` of rows and columns.
    """
    from osgeo import ogr, osr

    reference = osr.SpatialReference()
    with gdal_errors():
        try:
            reference.ImportFromWkt(crs)
            reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
            dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
            layer = dataset.CreateLayer("sources", reference, ogr.wkbPolygon)
            for name, kind in SOURCE_FIELDS.items():
                layer.CreateField(ogr.FieldDefn(name, getattr(ogr, kind)))
            for index, source in enumerate(simulation.sources):
                feature = ogr.Feature(layer.GetLayerDefn())
                for name, value in _source_fields(simulation, index, labels).items():
                    if value is not None:
                        feature.SetField(name, value)
                feature.SetGeometry(_polygon(*place(*source.outline(simulation.terrain.spacing))))
                layer.CreateFeature(feature)
            layer = dataset = None
        except RuntimeError as error:
            raise GroundshiftError(
                f"{path}: the GeoPackage cannot be made ({error}); choose another place."
            ) from error


def _source_fields(simulation, index, labels) -> dict:
    """Attributes of a source; its velocity is the one that is largest along the line of sight."""
    source = simulation.sources[index]
    own = simulation.velocity[labels == index + 1]
    peak = float(own[np.argmax(np.abs(own))]) if own.size else 0.0
    return {
        "name": source.name, "kind": source.kind, "behaviour": source.behaviour,
        "rate_mm_yr": 1e3 * source.rate, "los_velocity_mm_yr": 1e3 * peak,
        "step_mm": 1e3 * source.step,
        "step_date": str(simulation.step_date) if source.step else None,
    }  # fmt: skip


def _polygon(x, y):
    from osgeo import ogr

    ring = ogr.Geometry(ogr.wkbLinearRing)
    for place in zip(x, y):
        ring.AddPoint_2D(*map(float, place))
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon
