# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""When the start page shows by itself, and what it does to the desktop."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransform, QgsProject, QgsRectangle, QgsSettings
from qgis.PyQt import sip

SHOWN = "groundshift/welcome_shown"

_OPEN = []  # dialogs of tools, which Python must not forget while they are open


def is_first_start() -> bool:
    """Whether the page has never been shown in this profile."""
    return not QgsSettings().value(SHOWN, False, type=bool)


def note_shown() -> None:
    """Remember that the page has been shown."""
    QgsSettings().setValue(SHOWN, True)


def make_page(iface):
    """The start page on QGIS' desktop.

    Parameters
    ----------
    iface : QgisInterface

    Returns
    -------
    WelcomePage
    """
    from .page import WelcomePage

    page = WelcomePage(open_tool, iface.mainWindow())
    page.demo_shown.connect(lambda layers: zoom_to(iface.mapCanvas(), layers))
    return page


def open_tool(identifier: str):
    """Open the dialog of a tool or model, and give it."""
    import processing

    dialog = processing.createAlgorithmDialog(identifier)
    # QGIS deletes it when it is closed, but not before a tool that runs has loaded its layers.
    _OPEN[:] = [other for other in _OPEN if not sip.isdeleted(other)]
    _OPEN.append(dialog)
    dialog.show()
    # From QGIS 4.2 on it lies in a window, or in a dock, of QGIS' making.
    window = dialog.window()
    window.raise_()
    window.activateWindow()
    return dialog


def zoom_to(canvas, layers) -> None:
    """Show the extent of some layers; the project takes over their CRS where it has none else.

    Parameters
    ----------
    canvas : QgsMapCanvas
    layers : list of QgsMapLayer
    """
    project = QgsProject.instance()
    if not layers:
        return
    if len(project.mapLayers()) == len(layers):
        project.setCrs(layers[0].crs())
    crs = canvas.mapSettings().destinationCrs()
    whole = QgsRectangle()
    for layer in layers:
        transform = QgsCoordinateTransform(layer.crs(), crs, project)
        whole.combineExtentWith(transform.transformBoundingBox(layer.extent()))
    canvas.setExtent(whole.buffered(0.05 * whole.width()))
    canvas.refresh()
