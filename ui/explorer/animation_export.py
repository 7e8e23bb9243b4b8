# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Frames of the map, one a date, put together to a moving picture."""

from __future__ import annotations

import tempfile
from pathlib import Path

from qgis.core import (
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
)
from qgis.PyQt.QtCore import QEventLoop, QPointF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen

from ...algorithms.errors import Cancelled, GroundshiftError
from ..translation import tr
from .animation import span_of


def frame(settings: QgsMapSettings, span, caption: str) -> QImage:
    """The map at a time, with a caption.

    QGIS goes on working meanwhile.
    """
    settings = QgsMapSettings(settings)
    settings.setIsTemporal(True)
    settings.setTemporalRange(span)
    context = QgsExpressionContext()
    context.appendScopes([
        QgsExpressionContextUtils.globalScope(),
        QgsExpressionContextUtils.projectScope(QgsProject.instance()),
        QgsExpressionContextUtils.mapSettingsScope(settings),
    ])  # fmt: skip
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    loop = QEventLoop()
    job.finished.connect(loop.quit)
    job.start()
    loop.exec()
    picture = job.renderedImage().convertToFormat(QImage.Format.Format_RGB32)
    _write(picture, caption)
    return picture


def _write(picture, caption):
    """Letters with a pale rim, readable on any map."""
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(painter.font())
    size = max(13, picture.height() // 22)
    font.setPixelSize(size)
    font.setBold(True)
    path = QPainterPath()
    path.addText(QPointF(size * 0.6, picture.height() - size * 0.6), font, caption)
    pen = QPen(QColor(255, 255, 255, 220), size / 4)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.fillPath(path, QColor("#202020"))
    painter.end()


def export(settings, days, target, seconds, size=None, *, before=None, progress=None) -> int:
    """Draw the map at every date and write the moving picture.

    Parameters
    ----------
    settings : QgsMapSettings
        Of the map.
    days : sequence of str
    target : path
        ``.png`` (animated), ``.gif``, or a folder for the frames.
    seconds : float
        A frame.
    size : (int, int), optional
        Width and height in pixels; the map's by default.
    before : callable, optional
        Told the time of each frame before it is drawn.
    progress : callable, optional
        Told the share done, 0 to 100; answers False to stop.

    Returns
    -------
    int
        Frames.

    Raises
    ------
    GroundshiftError
        If it cannot be written.
    Cancelled
        If the progress said so; nothing is left then.
    """
    from ...algorithms.formats.moving_pictures import write_moving_picture

    settings = QgsMapSettings(settings)
    if size:
        # Symbols and lines keep their size relative to the map.
        wide = max(settings.outputSize().width(), 1)
        settings.setOutputDpi(settings.outputDpi() * size[0] / wide)
        settings.setOutputSize(QSize(*size))
    settings.setDevicePixelRatio(1.0)
    with tempfile.TemporaryDirectory(prefix="groundshift_") as folder:
        frames = []
        for number, day in enumerate(days):
            if progress is not None and not progress(95.0 * number / len(days)):
                raise Cancelled
            span = span_of(days, number)
            if before is not None:
                before(span)
            path = Path(folder) / f"frame_{number + 1:04d}_{day.replace('-', '')}.png"
            if not frame(settings, span, day).save(str(path), "PNG"):
                raise GroundshiftError(
                    tr("{folder}: a frame cannot be written; is the disk full?").format(
                        folder=folder
                    )
                )
            frames.append(path)
        write_moving_picture(frames, target, seconds)
    if progress is not None:
        progress(100.0)
    return len(days)
