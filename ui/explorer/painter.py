# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws a figure with Qt, on a widget, a picture or into an SVG file alike."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPen, QPolygonF, QTextOption

from . import scales
from .figure import Figure

PAPER, INK, GRID, FRAME, EVENT = "#ffffff", "#303030", "#e4e4e4", "#8a8a8a", "#7a3b9c"
GAP, MARGIN, DOT = 12.0, 8.0, 3.2
NO_LINE = Qt.PenStyle.NoPen
CENTRED = QTextOption(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True)
class Axes:
    """Where the values of a panel lie on the paper."""

    box: QRectF
    x: tuple
    left: tuple
    right: tuple

    def place(self, x, y, right=False) -> QPointF:
        """Paper coordinates."""
        low, high = self.right if right else self.left
        return QPointF(
            self.box.left() + (x - self.x[0]) / (self.x[1] - self.x[0]) * self.box.width(),
            self.box.bottom() - (y - low) / (high - low) * self.box.height(),
        )

    def value(self, place) -> float:
        """The x of a place on the paper."""
        share = (place.x() - self.box.left()) / self.box.width()
        return self.x[0] + share * (self.x[1] - self.x[0])


def paint(painter, area: QRectF, figure: Figure, view=None, size: float = 9.0) -> list:
    """Draw a figure.

    Parameters
    ----------
    painter : QPainter
    area : QRectF
    figure : Figure
    view : (float, float), optional
        Ends of the horizontal axis; all of it by default.
    size : float
        Of the letters, points.

    Returns
    -------
    list of Axes
        One a panel.
    """
    painter.save()
    painter.fillRect(area, QColor(PAPER))
    font = QFont(painter.font())
    font.setPointSizeF(size)
    painter.setFont(font)
    letters = QFontMetricsF(font, painter.device())
    span = view or figure.span()
    drawn = []
    if span is None:
        painter.setPen(QColor(FRAME))
        painter.drawText(area.adjusted(20, 0, -20, 0), figure.hint, CENTRED)
    else:
        span = span if view else scales.padded(*span, 0.02)
        drawn = _panels(painter, area, figure, span, letters)
    painter.restore()
    return drawn


def _panels(painter, area, figure, span, letters):
    line = letters.height()
    head = _legend(painter, area, figure, letters)
    ranges = [(_range(panel, False), _range(panel, True)) for panel in figure.panels]
    marks = [[scales.number_ticks(*r, 6) if r else [] for r in pair] for pair in ranges]

    def room(side):
        texts = [text for pair in marks for _, text in pair[side]]
        titles = any((panel.left, panel.right)[side] for panel in figure.panels)
        numbers = max((letters.horizontalAdvance(t) for t in texts), default=0.0)
        return numbers + (line + 10 if titles and texts else 6) + MARGIN

    foot = line * (2.2 if figure.bottom else 1.3) + MARGIN
    inner = area.adjusted(room(0), head + MARGIN, -max(room(1), 2.5 * MARGIN), -foot)
    whole = sum(panel.share for panel in figure.panels)
    free = inner.height() - GAP * (len(figure.panels) - 1)
    if free < 20 or inner.width() < 20:
        return []
    top, drawn = inner.top(), []
    most = max(2, int(inner.width() / (letters.horizontalAdvance("2020-00-00") * 1.35)))
    dates = scales.date_ticks if figure.dates else scales.number_ticks
    columns = dates(*span, most)
    for number, panel in enumerate(figure.panels):
        height = free * panel.share / whole
        box = QRectF(inner.left(), top, inner.width(), height)
        left, right = ranges[number]
        axes = Axes(box, span, left or (0.0, 1.0), right or (0.0, 1.0))
        last = number == len(figure.panels) - 1
        _frame(painter, axes, panel, marks[number], columns, letters, last, area)
        _content(painter, axes, panel, figure, letters, number == 0)
        drawn.append(axes)
        top += height + GAP
    if figure.bottom:
        place = QRectF(inner.left(), area.bottom() - line * 1.2, inner.width(), line * 1.2)
        painter.setPen(QColor(INK))
        painter.drawText(place, figure.bottom, CENTRED)
    return drawn


def _range(panel, right):
    values = panel.values(right)
    if not values:
        return None
    low, high = min(values), max(values)
    if panel.zero and not right:
        low, high = min(low, 0.0), max(high, 0.0)
    # Bars stand on the panel's foot and leave room for the displacement above.
    if right and any(item.kind == "bars" for item in panel.items if item.right):
        return (min(low, 0.0), (high or 1.0) * 2.2)
    if right and any(item.kind == "ground" for item in panel.items):
        low, high = scales.padded(low, high)
        return (low, low + (high - low) * 1.8)
    return scales.padded(low, high)


def _legend(painter, area, figure, letters) -> float:
    """Draw the legend in rows at the top; its height."""
    entries = [item for panel in figure.panels for item in panel.items if item.label]
    x, y, line = area.left() + MARGIN, area.top() + MARGIN / 2, letters.height() * 1.15
    if not entries:
        return line * 0.4
    bands = 0
    for item in entries:
        bands += item.kind == "band"
        text = letters.elidedText(item.label, Qt.TextElideMode.ElideMiddle, area.width() * 0.7)
        wide = letters.horizontalAdvance(text) + 34
        if x + wide > area.right() and x > area.left() + MARGIN:
            x, y = area.left() + MARGIN, y + line
        middle = y + line / 2
        _swatch(painter, item, x, middle, 60 * bands)
        painter.setPen(QColor(INK))
        painter.drawText(QPointF(x + 20, middle + letters.ascent() / 2 - 1), text)
        x += wide
    return y + line - area.top()


def _swatch(painter, item, x, y, dark):
    colour = QColor(item.colour)
    if item.kind == "band":  # those drawn over others look darker
        colour.setAlpha(min(dark, 255))
    if item.kind == "dots":
        painter.setPen(NO_LINE)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(x + 8, y), DOT + 0.8, DOT + 0.8)
    elif item.kind == "line":
        painter.setPen(QPen(colour, 2.2))
        painter.drawLine(QPointF(x, y), QPointF(x + 16, y))
    else:
        painter.setPen(NO_LINE)
        painter.setBrush(colour)
        painter.drawRect(QRectF(x + 1, y - 4, 14, 8))


def _frame(painter, axes, panel, marks, columns, letters, last, area):
    box, line = axes.box, letters.height()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x, text in columns:
        if not axes.x[0] <= x <= axes.x[1]:
            continue
        place = axes.place(x, axes.left[0])
        painter.setPen(QPen(QColor(GRID), 1))
        painter.drawLine(QPointF(place.x(), box.top()), QPointF(place.x(), box.bottom()))
        if last:
            painter.setPen(QColor(INK))
            half = letters.horizontalAdvance(text) / 2
            painter.drawText(QPointF(place.x() - half, box.bottom() + line * 1.05), text)
    for side, (right, own) in enumerate(zip((False, True), marks)):
        for value, text in own:
            place = axes.place(axes.x[0], value, right)
            if side == 0:
                zero = abs(value) < 1e-9
                painter.setPen(QPen(QColor(FRAME if zero else GRID), 1))
                painter.drawLine(QPointF(box.left(), place.y()), QPointF(box.right(), place.y()))
            painter.setPen(QColor(INK))
            wide = letters.horizontalAdvance(text)
            x = box.right() + 5 if right else box.left() - 5 - wide
            painter.drawText(QPointF(x, place.y() + letters.ascent() / 2 - 1), text)
    painter.setPen(QPen(QColor(FRAME), 1))
    painter.drawRect(box)
    painter.setPen(QColor(INK))
    for title, own, x, turn in (
        (panel.left, marks[0], area.left() + line * 0.95, -90),
        (panel.right, marks[1], area.right() - line * 0.95, 90),
    ):
        if title and own:
            painter.save()
            painter.translate(x, box.center().y())
            painter.rotate(turn)
            text = letters.elidedText(title, Qt.TextElideMode.ElideRight, box.height())
            painter.drawText(QPointF(-letters.horizontalAdvance(text) / 2, 0), text)
            painter.restore()


def _content(painter, axes, panel, figure, letters, first):
    painter.save()
    painter.setClipRect(axes.box.adjusted(0, 0, 1, 1))
    order = ("ground", "bars", "band", "dots", "line")
    for item in sorted(panel.items, key=lambda item: order.index(item.kind)):
        if item.points:
            _DRAW[item.kind](painter, axes, item)
    for x, label in figure.events:
        place = axes.place(x, axes.left[0])
        painter.setPen(QPen(QColor(EVENT), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(place.x(), axes.box.top()), QPointF(place.x(), axes.box.bottom()))
        if first and label:
            painter.save()
            painter.setPen(QColor(EVENT))
            text = letters.elidedText(label, Qt.TextElideMode.ElideRight, axes.box.height() * 0.8)
            painter.translate(place.x() - 3, axes.box.top() + 4 + letters.horizontalAdvance(text))
            painter.rotate(-90)
            painter.drawText(QPointF(0, 0), text)
            painter.restore()
    painter.restore()


def _dots(painter, axes, item):
    colour = QColor(item.colour)
    pale = QColor(colour)
    pale.setAlpha(110)
    painter.setPen(QPen(pale, 1))
    for x, y, error in item.points:
        if error:
            painter.drawLine(
                axes.place(x, y - error, item.right), axes.place(x, y + error, item.right)
            )
    painter.setPen(NO_LINE)
    painter.setBrush(colour)
    small = DOT if len(item.points) < 150 else DOT * 0.7
    for x, y, _ in item.points:
        painter.drawEllipse(axes.place(x, y, item.right), small, small)


def _line(painter, axes, item):
    painter.setPen(QPen(QColor(item.colour), item.width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([axes.place(x, y, item.right) for x, y in item.points]))


def _band(painter, axes, item):
    colour = QColor(item.colour)
    colour.setAlpha(60)
    upper = [axes.place(x, high, item.right) for x, _, high in item.points]
    lower = [axes.place(x, low, item.right) for x, low, _ in reversed(item.points)]
    painter.setPen(NO_LINE)
    painter.setBrush(QBrush(colour))
    painter.drawPolygon(QPolygonF(upper + lower))


def _bars(painter, axes, item):
    colour = QColor(item.colour)
    colour.setAlpha(150)
    days = max(axes.x[1] - axes.x[0], 1e-9)
    wide = max(1.0, min(8.0, 0.8 * axes.box.width() / days))
    painter.setPen(NO_LINE)
    painter.setBrush(colour)
    for x, y in item.points:
        top, foot = axes.place(x, y, item.right), axes.place(x, 0.0, item.right)
        painter.drawRect(QRectF(top.x() - wide / 2, top.y(), wide, foot.y() - top.y()))


def _ground(painter, axes, item):
    places = [axes.place(x, y, item.right) for x, y in item.points]
    foot = axes.box.bottom()
    ends = [QPointF(places[-1].x(), foot), QPointF(places[0].x(), foot)]
    painter.setPen(QPen(QColor(item.colour).darker(120), 1))
    colour = QColor(item.colour)
    colour.setAlpha(130)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(places + ends))


_DRAW = {"dots": _dots, "line": _line, "band": _band, "bars": _bars, "ground": _ground}
