# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Plots as pictures, pages as PDF. They need Qt alone: scripts/qt6_check.py tests them on Qt 6."""

import pytest

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">'
    '<rect x="10" y="10" width="20" height="10" fill="#ff0000"/></svg>'
)


def test_an_svg_document_becomes_a_picture_of_twice_its_size(tmp_path):
    pytest.importorskip("qgis.PyQt.QtSvg", reason="QGIS' Python is not on this machine")
    from groundshift.processing_provider.drawing import svg_to_png
    from qgis.PyQt.QtGui import QImage

    svg_to_png(SVG, tmp_path / "a.png")
    picture = QImage(str(tmp_path / "a.png"))
    assert (picture.width(), picture.height()) == (80, 60)
    assert picture.pixelColor(40, 30).name() == "#ff0000"
    assert picture.pixelColor(5, 5).name() == "#ffffff"


def test_a_page_becomes_a_pdf_with_its_text_and_drawings(request):
    pytest.importorskip("qgis.PyQt.QtSvg", reason="QGIS' Python is not on this machine")
    try:
        import qgis.core  # noqa: F401
    except ImportError:  # Qt 6 without QGIS; texts need an application
        from qgis.PyQt.QtWidgets import QApplication

        application = QApplication.instance() or QApplication([])
    else:
        application = request.getfixturevalue("qgis_application")
    from groundshift.processing_provider.drawing import pdf

    text = pdf("<h1>Ground motion</h1><p>Über alles</p>", {})
    drawn = pdf("<h1>Ground motion</h1><img src='a'>", {"a": SVG})
    assert application is not None
    for data in (text, drawn):
        assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    assert b"/FontDescriptor" in text and b"/Subtype /Image" not in text
    assert b"/Subtype /Image" in drawn
