# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How layers look in QGIS' 3-D map: patches of faults in their place below the terrain.

What has no look of its own there is laid over the terrain as it is on the flat map (rasters, points
of motion, arrows of strain). Builds of QGIS without 3-D leave all of it out, and read styles that
have it.
"""

from __future__ import annotations

from functools import partial

from qgis.core import QgsApplication, QgsGraduatedSymbolRenderer, QgsSymbol, QgsWkbTypes
from qgis.PyQt.QtGui import QColor

STYLES = ("slip", "likely_edges", "lines_coulomb", "polygons_coulomb")
"""Those with a look of their own."""
EDGE = "#3c3c3c"
RAISED, WIDTH = 30.0, 4.0  # metres of lines above the ground; pixels of their width


def add_relief(layer, style: str, raised: float = 0.0) -> bool:
    """Give a layer its look in three dimensions, in the colours that it has on the map.

    Parameters
    ----------
    layer : QgsVectorLayer
        With its style.
    style : str
        Its name, see :data:`.styling.VECTOR_STYLES`.
    raised : float
        Metres above the sea from which the heights of patches count.

    Returns
    -------
    bool
        Whether it has one now.
    """
    if style not in STYLES:
        return False
    three = _module()
    if three is None:
        return False
    kind, polygons = layer.geometryType(), QgsWkbTypes.GeometryType.PolygonGeometry
    if kind == polygons and not QgsWkbTypes.hasZ(layer.wkbType()):
        return False
    make = partial(_patch, raised=raised) if kind == polygons else _line
    root = three.QgsRuleBased3DRenderer.Rule(None)
    for expression, colour, label in _classes(layer):
        root.appendChild(three.QgsRuleBased3DRenderer.Rule(make(three, colour), expression, label))
    renderer = three.QgsRuleBased3DRenderer(root)
    renderer.setLayer(layer)
    layer.setRenderer3D(renderer)
    return True


def _module():
    """QGIS' classes of 3-D, which know how to be written; None where it was built without."""
    try:
        import qgis._3d as three
    except ImportError:
        return None
    # Without a window nobody did: styles would be saved without.
    if QgsApplication.renderer3DRegistry().renderersList() == []:
        three.Qgs3D.initialize()
    return three


def _classes(layer):
    """(expression, colour, label) of the classes of a layer's renderer; one of all without."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsGraduatedSymbolRenderer):
        field = renderer.classAttribute()
        for k, range_ in enumerate(renderer.ranges()):
            low = ">=" if k == 0 else ">"
            yield (
                f'"{field}" {low} {range_.lowerValue()!r} AND "{field}" <= '
                f"{range_.upperValue()!r}", _colour(range_.symbol()), range_.label(),
            )  # fmt: skip
    elif hasattr(renderer, "rootRule"):
        for rule in renderer.rootRule().children():
            yield rule.filterExpression(), _colour(rule.symbol()), rule.label()
    else:
        yield "", QColor("#d9482b"), ""


def _colour(symbol):
    """That which tells the class: of lines, the topmost one; their lowest one is a dark rim."""
    lines = symbol.type() == QgsSymbol.SymbolType.Line
    return symbol.symbolLayer(symbol.symbolLayerCount() - 1 if lines else 0).color()


def _material(three, colour):
    material = three.QgsPhongMaterialSettings()
    material.setAmbient(QColor(colour))
    material.setDiffuse(QColor(colour))
    material.setSpecular(QColor("#000000"))
    return material


def _enum(three, old, new, name):
    """A value that moved from the 3-D classes to the core's in QGIS 3.26 to 3.30."""
    from qgis.core import Qgis

    group = getattr(Qgis, new, None)
    if group is not None and hasattr(group, name):
        return getattr(group, name)
    return getattr(three.Qgs3DTypes, old)


def _set_material(symbol, material):
    # QGIS 3.30 renamed it.
    getattr(symbol, "setMaterialSettings", getattr(symbol, "setMaterial", None))(material)


def _set_offset(symbol, metres):
    # QGIS 3.36 renamed it.
    (getattr(symbol, "setOffset", None) or symbol.setHeight)(float(metres))


def _patch(three, colour, raised):
    """A polygon where its heights say, seen from both sides."""
    symbol = three.QgsPolygon3DSymbol()
    symbol.setAltitudeClamping(_enum(three, "AltClampAbsolute", "AltitudeClamping", "Absolute"))
    _set_offset(symbol, raised)
    symbol.setCullingMode(three.Qgs3DTypes.CullingMode.NoCulling)
    symbol.setAddBackFaces(True)
    symbol.setEdgesEnabled(True)
    symbol.setEdgeColor(QColor(EDGE))
    symbol.setEdgeWidth(1.0)
    _set_material(symbol, _material(three, colour))
    return symbol


def _line(three, colour):
    """A line on the ground."""
    symbol = three.QgsLine3DSymbol()
    symbol.setRenderAsSimpleLines(True)
    symbol.setAltitudeClamping(_enum(three, "AltClampTerrain", "AltitudeClamping", "Terrain"))
    _set_offset(symbol, RAISED)
    symbol.setWidth(WIDTH)
    material = three.QgsSimpleLineMaterialSettings()
    material.setAmbient(QColor(colour))
    _set_material(symbol, material)
    return symbol
