# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Plots as pictures."""

from __future__ import annotations

from qgis.PyQt.QtCore import QByteArray
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from ..algorithms.errors import GroundshiftError
from ..algorithms.io.atomic import Transaction

SCALE = 2


def svg_to_png(svg: str, target) -> None:
    """Draw an SVG document at twice its size.

    Parameters
    ----------
    svg : str
    target : path
        PNG file, replaced when complete.

    Raises
    ------
    GroundshiftError
        If Qt's SVG module is missing or the picture cannot be written.
    """
    try:
        from qgis.PyQt.QtSvg import QSvgRenderer
    except ImportError as error:
        raise GroundshiftError(
            f"{target}: Qt's SVG module for Python is missing, so no picture can be drawn; install "
            "python3-pyqt5.qtsvg or leave the picture out."
        ) from error
    renderer = QSvgRenderer(QByteArray(svg.encode("utf-8")))
    image = QImage(renderer.defaultSize() * SCALE, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    with Transaction() as files:
        path = files.add(target)
        if not image.save(str(path), "PNG"):
            raise GroundshiftError(f"{target}: the picture cannot be written; is the disk full?")
