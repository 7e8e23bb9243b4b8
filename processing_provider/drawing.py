# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Plots as pictures, and pages as PDF."""

from __future__ import annotations

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QUrl
from qgis.PyQt.QtGui import (
    QColor,
    QImage,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from ..algorithms.errors import GroundshiftError

SCALE = 2
"""Pixels of a picture, by its own unit."""


def svg_to_png(svg: str, path) -> None:
    """Draw an SVG document at twice its size.

    Parameters
    ----------
    svg : str
    path : path
        PNG file; give a temporary one of an :class:`..algorithms.formats.atomic.Transaction`.

    Raises
    ------
    GroundshiftError
        If Qt's SVG module is missing or the picture cannot be written.
    """
    if not _drawn(svg).save(str(path), "PNG"):
        raise GroundshiftError(f"{path}: the picture cannot be written; is the disk full?")


def pdf(page: str, drawings: dict) -> bytes:
    """A page as PDF, in A4.

    Parameters
    ----------
    page : str
        HTML whose drawings are ``<img src='name'>``.
    drawings : dict of str to str
        SVG by name.

    Raises
    ------
    GroundshiftError
        If there are drawings and Qt's SVG module is missing.
    """
    document = QTextDocument()
    document.setDocumentMargin(0)
    kind = QTextDocument.ResourceType.ImageResource
    kind = getattr(kind, "value", kind)  # Qt 6 wants the number
    for name, svg in drawings.items():
        document.addResource(kind, QUrl(name), _drawn(svg))
    document.setHtml(page)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setCreator("Groundshift")
    # PyQt 5 has another name for it, from the days of Python 2.
    write = getattr(document, "print_", None) or document.print
    write(writer)
    buffer.close()
    return bytes(data)


def _drawn(svg: str) -> QImage:
    try:
        from qgis.PyQt.QtSvg import QSvgRenderer
    except ImportError as error:
        raise GroundshiftError(
            "Qt's SVG module for Python is missing, so no picture can be drawn; install "
            "python3-pyqt5.qtsvg (for QGIS 4 python3-pyqt6.qtsvg) or leave the picture out."
        ) from error
    renderer = QSvgRenderer(QByteArray(svg.encode("utf-8")))
    image = QImage(renderer.defaultSize() * SCALE, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return image
