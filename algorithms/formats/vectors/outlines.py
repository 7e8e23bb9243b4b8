# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers of a few outlines, with fields of any type that OGR knows."""

from __future__ import annotations

from ...errors import GroundshiftError
from ..rasters import gdal_errors
from .wkb import polygon_wkb


def write_outlines(path, layer: str, crs: str, fields: dict, rows) -> None:
    """Write polygons of one ring to a new GeoPackage.

    Parameters
    ----------
    path : path
    layer : str
    crs : str
        WKT.
    fields : dict of str to str
        OGR's type by name, such as ``OFTDate``.
    rows : iterable of (dict, ndarray of shape (vertex, 2))
        Values by field, None for no value; and the ring, closed.

    Raises
    ------
    GroundshiftError
        If the file cannot be made.
    """
    from osgeo import ogr, osr

    reference = osr.SpatialReference()
    with gdal_errors():
        try:
            reference.ImportFromWkt(crs)
            reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
            dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
            table = dataset.CreateLayer(layer, reference, ogr.wkbPolygon)
            for name, kind in fields.items():
                table.CreateField(ogr.FieldDefn(name, getattr(ogr, kind)))
            for values, ring in rows:
                feature = ogr.Feature(table.GetLayerDefn())
                for name, value in values.items():
                    if value is not None:
                        feature.SetField(name, value)
                feature.SetGeometry(ogr.CreateGeometryFromWkb(polygon_wkb([ring])))
                table.CreateFeature(feature)
            table = dataset = None
        except RuntimeError as error:
            raise GroundshiftError(
                f"{path}: the GeoPackage cannot be made ({error}); choose another place."
            ) from error
