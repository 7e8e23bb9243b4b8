# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Enumerations that QGIS has moved since 3.22."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsFeatureSource,
    QgsMapLayerProxyModel,
    QgsTemporalNavigationObject,
    QgsUnitTypes,
    QgsWkbTypes,
)

if hasattr(Qgis, "GeometryType"):  # 3.30
    POINT = Qgis.GeometryType.Point
    LINE = Qgis.GeometryType.Line
    POLYGON = Qgis.GeometryType.Polygon
else:
    POINT = QgsWkbTypes.GeometryType.PointGeometry
    LINE = QgsWkbTypes.GeometryType.LineGeometry
    POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry

if hasattr(Qgis, "SpatialIndexPresence"):  # 3.36
    INDEX_THERE = Qgis.SpatialIndexPresence.Present
else:
    INDEX_THERE = QgsFeatureSource.SpatialIndexPresence.SpatialIndexPresent

if hasattr(Qgis, "TemporalUnit"):  # 3.30
    DAYS = Qgis.TemporalUnit.Days
else:
    DAYS = QgsUnitTypes.TemporalUnit.TemporalDays

if hasattr(Qgis, "TemporalNavigationMode"):  # 3.36
    ANIMATED = Qgis.TemporalNavigationMode.Animated
    NOT_MOVING = Qgis.TemporalNavigationMode.Disabled
else:
    ANIMATED = QgsTemporalNavigationObject.NavigationMode.Animated
    NOT_MOVING = QgsTemporalNavigationObject.NavigationMode.NavigationOff

if hasattr(Qgis, "LayerFilters"):  # 3.34; its own type, as two filters make a number
    RASTERS = Qgis.LayerFilter.RasterLayer
    POINTS_AND_RASTERS = Qgis.LayerFilters(Qgis.LayerFilter.PointLayer | RASTERS)
else:
    RASTERS = QgsMapLayerProxyModel.Filter.RasterLayer
    POINTS_AND_RASTERS = QgsMapLayerProxyModel.Filter.PointLayer | RASTERS
