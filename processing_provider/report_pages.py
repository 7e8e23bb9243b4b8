# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a report needs of QGIS: the picture of the map, and how the layers were made."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsProject,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from .layers import load_metadata

PIXELS = 1400
"""Width of the map."""

LEAST_METRES, LEAST_DEGREES = 200.0, 0.002
"""Least size of what the map shows."""

LOWEST, HIGHEST = 0.4, 1.3
"""Least and largest height of the map, in widths."""

DPI = 160

MOST = 1e8
"""Largest coordinate of a map; QGIS crashes on much larger ones."""


def map_crs(layer, extent) -> QgsCoordinateReferenceSystem:
    """The layer's CRS, or the UTM zone of the extent's centre where it is in degrees."""
    crs, centre = layer.crs(), extent.center()
    if not crs.isValid() or not crs.isGeographic() or abs(centre.y()) > 84:
        return crs
    zone = int((centre.x() + 180) // 6) % 60 + 1
    return QgsCoordinateReferenceSystem.fromEpsgId((32600 if centre.y() >= 0 else 32700) + zone)


class MapDrawing:
    """A map that is prepared in the main thread, and drawn in whichever.

    Parameters
    ----------
    layers : list of QgsMapLayer
        From top to bottom.
    extent : QgsRectangle
        In `crs`.
    crs : QgsCoordinateReferenceSystem
        Of the picture.
    context : QgsProcessingContext
    """

    def __init__(self, layers, extent, crs, context):
        size = max(extent.width(), extent.height())
        # Around a single point, too, there is some ground; QGIS crashes on maps of nothing.
        least = LEAST_DEGREES if crs.isGeographic() else LEAST_METRES
        extent.grow(max(0.04 * size, (least - size) / 2))
        shape = min(max(extent.height() / max(extent.width(), 1e-12), LOWEST), HIGHEST)
        self._settings = settings = QgsMapSettings()
        settings.setLayers(layers)
        settings.setDestinationCrs(crs)
        settings.setTransformContext(context.transformContext())
        settings.setOutputSize(QSize(PIXELS, round(shape * PIXELS)))
        settings.setOutputDpi(DPI)
        settings.setBackgroundColor(QColor("white"))
        settings.setExtent(extent)
        self._names = tuple(layer.name() for layer in layers)
        self._image = QImage(settings.outputSize(), QImage.Format.Format_RGB32)
        self._image.fill(QColor("white"))
        self._painter = QPainter(self._image)
        self._job = QgsMapRendererCustomPainterJob(settings, self._painter)
        self._job.prepare()

    def draw(self):
        """The picture, as :class:`..algorithms.areas.report.MapPicture`."""
        from ..algorithms.areas.report import MapPicture

        self._job.renderPrepared()
        self._painter.end()
        seen, crs = self._settings.visibleExtent(), self._settings.destinationCrs()
        bounds = seen.xMinimum(), seen.yMinimum(), seen.xMaximum(), seen.yMaximum()
        wkt = crs.toWkt() if crs.isValid() else ""
        return MapPicture(_png(self._image), bounds, wkt, self._names)


def near_points(extent, crs, points, context):
    """An extent in the points' CRS, without what lies further from them than they reach.

    A rectangle round the whole world means all points, and has no picture in a plane.
    """
    near = points.extent()
    near.grow(max(near.width(), near.height(), LEAST_DEGREES))
    if crs.isValid() and points.crs().isValid():
        way = QgsCoordinateTransform(crs, points.crs(), context.transformContext())
        try:
            extent = way.transformBoundingBox(extent)
        except QgsCsException:
            return near
    return extent.intersect(near)


def map_drawing(layers, extent, extent_crs, crs, context):
    """A :class:`MapDrawing` of an extent in any CRS; None where there is nothing to show."""
    if extent.isNull() or not extent.isFinite() or not layers:
        return None
    if crs.isValid():
        way = QgsCoordinateTransform(extent_crs, crs, context.transformContext())
        try:
            extent = way.transformBoundingBox(extent)
        except QgsCsException:
            return None
    corners = extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()
    if not all(abs(value) <= MOST for value in corners):  # NaN is refused, too
        return None
    return MapDrawing(layers, extent, crs, context)


def _png(image) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    buffer.close()
    return bytes(data)


def dress(layer, context) -> None:
    """Give a layer that was opened from a path the style that lies beside it."""
    project = context.project() or QgsProject.instance()
    if project.mapLayer(layer.id()) is None:
        layer.loadDefaultStyle()


def history(layer) -> tuple:
    """Name of a layer, and the lines of its metadata that say how it was made."""
    copy = layer.clone()
    if not copy.metadata().history():
        load_metadata(copy)
    return layer.name(), tuple(copy.metadata().history())
