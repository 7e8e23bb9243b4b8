# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Clicks and drawings on the map."""

from __future__ import annotations

from qgis.core import QgsGeometry
from qgis.gui import QgsMapTool, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

from .enums import LINE, POINT, POLYGON

TOLERANCE = 12  # pixels
ADDS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class ClickTool(QgsMapTool):
    """Tells where somebody clicked, and whether Shift or Ctrl was held."""

    used = pyqtSignal(QgsGeometry, bool)

    def __init__(self, canvas):
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasReleaseEvent(self, event):
        """A click."""
        if event.button() == Qt.MouseButton.LeftButton:
            place = QgsGeometry.fromPointXY(event.mapPoint())
            self.used.emit(place, bool(event.modifiers() & ADDS))

    def close_down(self):
        """Leave the map for good."""
        self.deleteLater()


class ShapeTool(QgsMapTool):
    """Draws a polygon or a line: left clicks set corners, a right click ends, Escape gives up.

    Parameters
    ----------
    canvas : QgsMapCanvas
    kind : Qgis.GeometryType
        :data:`.enums.LINE` or :data:`.enums.POLYGON`.
    """

    used = pyqtSignal(QgsGeometry, bool)

    def __init__(self, canvas, kind):
        super().__init__(canvas)
        self._least = 2 if kind == LINE else 3
        self._band = QgsRubberBand(canvas, kind)
        self._band.setColor(QColor(0, 114, 178, 200))
        self._band.setFillColor(QColor(0, 114, 178, 40))
        self._band.setWidth(2)
        self._corners = []
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasReleaseEvent(self, event):
        """A corner, or the end."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._corners.append(event.mapPoint())
            self._draw()
        elif event.button() == Qt.MouseButton.RightButton:
            corners, self._corners = self._corners, []
            self._draw()
            if len(corners) >= self._least:
                adds = bool(event.modifiers() & ADDS)
                self.used.emit(self._geometry(corners), adds)

    def canvasMoveEvent(self, event):
        """Show the next piece."""
        if self._corners:
            self._draw(event.mapPoint())

    def keyPressEvent(self, event):
        """Give up."""
        if event.key() == Qt.Key.Key_Escape:
            self._corners = []
            self._draw()
            event.accept()

    def deactivate(self):
        """Another tool was taken."""
        self._corners = []
        self._draw()
        super().deactivate()

    def close_down(self):
        """Leave the map for good."""
        self.canvas().scene().removeItem(self._band)
        self.deleteLater()

    def _draw(self, *more):
        points = [*self._corners, *more]
        if len(points) > 1:
            self._band.setToGeometry(self._geometry(points), None)
        else:
            self._band.reset(LINE if self._least == 2 else POLYGON)

    def _geometry(self, points):
        if self._least == 2:
            return QgsGeometry.fromPolylineXY(points)
        return QgsGeometry.fromPolygonXY([[*points, points[0]]])


class Marks:
    """What shows on the map where selections lie.

    Parameters
    ----------
    canvas : QgsMapCanvas
    """

    def __init__(self, canvas):
        self._canvas = canvas
        self._items = []

    def clear(self) -> None:
        """Take all away."""
        for item in self._items:
            self._canvas.scene().removeItem(item)
        self._items = []

    def add(self, geometry: QgsGeometry, colour: str, square: bool = False) -> None:
        """Mark a place, a polygon or a line in the map's coordinates."""
        if geometry.isNull():  # it has no place on this map
            return
        if geometry.type() == POINT:
            mark = QgsVertexMarker(self._canvas)
            mark.setCenter(geometry.asPoint())
            kinds = QgsVertexMarker.IconType
            mark.setIconType(kinds.ICON_BOX if square else kinds.ICON_CIRCLE)
            mark.setIconSize(13)
            mark.setPenWidth(3)
            mark.setColor(QColor(colour))
        else:
            mark = QgsRubberBand(self._canvas, geometry.type())
            mark.setColor(QColor(colour))
            fill = QColor(colour)
            fill.setAlpha(45)
            mark.setFillColor(fill)
            mark.setWidth(2)
            mark.setToGeometry(geometry, None)
        self._items.append(mark)
