# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The widget that shows a figure, with zoom, read-out and export."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from ...algorithms.errors import GroundshiftError
from ...algorithms.formats.atomic import Transaction
from ..translation import tr
from . import scales
from .figure import Figure
from .painter import paint

NEAR = 9.0  # pixels from a dot within which its value is shown
SCALE = 2  # of pictures, for print
MOST_OUT = 4.0  # widths of the figure to which the wheel zooms out


class ChartWidget(QWidget):
    """Shows a figure. The wheel zooms along the horizontal axis, dragging moves, a double click
    shows all, and the pointer reads values."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.figure = Figure()
        self._view = None
        self._axes = []
        self._grabbed = None
        self.setMouseTracking(True)
        self.setMinimumSize(220, 140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_figure(self, figure: Figure) -> None:
        """Show another figure; the zoom stays as long as it shows some of it."""
        span, view = figure.span(), self._view
        same = span is not None and figure.dates == self.figure.dates
        if view and not (same and view[0] <= span[1] and view[1] >= span[0]):
            self._view = None
        self.figure = figure
        self.update()

    def sizeHint(self):
        """Room to ask for."""
        return QSize(640, 300)

    def paintEvent(self, event):
        """Draw."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._axes = paint(painter, QRectF(self.rect()), self.figure, self._view)
        painter.end()

    # --- zoom ---

    def wheelEvent(self, event):
        """Zoom about the pointer."""
        if not self._axes:
            return
        axes = self._axes[0]
        place = event.position() if hasattr(event, "position") else QPointF(event.pos())
        middle = axes.value(place)
        factor = 0.8 if event.angleDelta().y() > 0 else 1.25
        low, high = (middle + (end - middle) * factor for end in axes.x)
        if high - low >= (5.0 if self.figure.dates else 1e-6):
            self._look_at(low, high)
        event.accept()

    def _look_at(self, low, high):
        """Show a part of the horizontal axis, which has to show some of the figure."""
        span = self.figure.span()
        first, last = scales.padded(*span, 0.02)
        wide = last - first
        if high - low <= MOST_OUT * wide and low <= span[1] and high >= span[0]:
            self._view = (low, high)
            self.update()

    def mouseDoubleClickEvent(self, event):
        """Show all."""
        self._view = None
        self.update()

    def mousePressEvent(self, event):
        """Take hold of the axis."""
        if self._axes and event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = (self._axes[0].value(event.pos()), self._axes[0])

    def mouseReleaseEvent(self, event):
        """Let go."""
        self._grabbed = None

    def mouseMoveEvent(self, event):
        """Move the axis, or read a value."""
        if self._grabbed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            value, axes = self._grabbed
            shift = value - axes.value(event.pos())
            self._look_at(axes.x[0] + shift, axes.x[1] + shift)
            return
        text = self.value_at(QPointF(event.pos()))
        if text:
            QToolTip.showText(self.mapToGlobal(event.pos()), text, self)
        else:
            QToolTip.hideText()

    def value_at(self, place) -> str:
        """What is at a place of the widget: label, date and value of a dot; empty for nothing."""
        best, text = NEAR, ""
        for axes, panel in zip(self._axes, self.figure.panels):
            for item in panel.items:
                if item.kind not in ("dots", "bars"):
                    continue
                for point in item.points:
                    at = axes.place(point[0], point[1], item.right) - place
                    distance = (at.x() ** 2 + at.y() ** 2) ** 0.5
                    if distance < best:
                        best, text = distance, self._describe(item, point)
        return text

    def _describe(self, item, point):
        where = scales.day_text(point[0]) if self.figure.dates else f"{point[0]:.4g}"
        error = f" \u00b1 {point[2]:.3g}" if item.kind == "dots" and point[2] else ""
        label = item.label + "\n" if item.label else ""
        return f"{label}{where}: {point[1]:.4g}{error}"

    # --- export ---

    def image(self, scale: int = SCALE) -> QImage:
        """The chart as a picture."""
        picture = QImage(self.size() * scale, QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        area = QRectF(0, 0, self.width(), self.height())
        font = painter.font()
        font.setPointSizeF(9.0)
        painter.setFont(font)
        paint(painter, area, self.figure, self._view)
        painter.end()
        return picture

    def save_picture(self, target) -> None:
        """Write the chart as PNG or SVG, by the name's ending.

        Raises
        ------
        GroundshiftError
            If it cannot be written.
        """
        ending = str(target).lower().rsplit(".", 1)[-1]
        with Transaction() as files:
            path = str(files.add(target))
            good = self._save_svg(path) if ending == "svg" else self.image().save(path, "PNG")
            if not good:
                raise GroundshiftError(
                    tr("{file}: the picture cannot be written; choose another place.").format(
                        file=target
                    )
                )

    def _save_svg(self, path) -> bool:
        try:
            from qgis.PyQt.QtSvg import QSvgGenerator
        except ImportError as error:
            raise GroundshiftError(
                tr(
                    "Qt's SVG module for Python is missing; install python3-pyqt5.qtsvg (for QGIS "
                    "4 python3-pyqt6.qtsvg) or choose PNG."
                )
            ) from error
        generator = QSvgGenerator()
        generator.setFileName(path)
        generator.setSize(self.size())
        generator.setViewBox(self.rect())
        generator.setTitle("Groundshift")
        painter = QPainter()
        if not painter.begin(generator):
            return False
        paint(painter, QRectF(self.rect()), self.figure, self._view)
        return painter.end()
