# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Enumerations that QGIS has moved since 3.22."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsFeatureSource,
    QgsTemporalNavigationObject,
    QgsUnitTypes,
    QgsWkbTypes,
)

if hasattr(Qgis, "GeometryType"):  # 3.30
    POINT, LINE, POLYGON = (
        Qgis.GeometryType.Point, Qgis.GeometryType.Line, Qgis.GeometryType.Polygon
    )  # fmt: skip
else:
    POINT, LINE, POLYGON = (
        QgsWkbTypes.PointGeometry, QgsWkbTypes.LineGeometry, QgsWkbTypes.PolygonGeometry
    )  # fmt: skip

if hasattr(Qgis, "SpatialIndexPresence"):  # 3.36
    INDEX_THERE = Qgis.SpatialIndexPresence.Present
else:
    INDEX_THERE = QgsFeatureSource.SpatialIndexPresent

DAYS = Qgis.TemporalUnit.Days if hasattr(Qgis, "TemporalUnit") else QgsUnitTypes.TemporalDays

if hasattr(Qgis, "TemporalNavigationMode"):  # 3.36
    ANIMATED = Qgis.TemporalNavigationMode.Animated
else:
    ANIMATED = QgsTemporalNavigationObject.Animated
