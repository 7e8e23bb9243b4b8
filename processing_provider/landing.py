# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How the layers of a run lie in the layer tree: features, the terrain, rasters, best ones on top.

QGIS itself puts them in the order of their files' names. Here they keep the order in which the tool
names them; of several with one style, and of all rasters, only the first is switched on, as it
would hide the others or, where it has no data, show bits of them.

The elevation model that a run used is laid over its rasters as shaded relief that darkens what is
below (multiplication does not ask which of the two lies on top), so maps keep their own style, and
one map over another stays readable.
"""

from __future__ import annotations

import itertools
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer

TERRAIN = "groundshift/terrain"
"""Property of the shaded relief: the file that it is of."""
_VECTOR = QgsMapLayer.LayerType.VectorLayer
PREFIX = "Groundshift: "
"""The names of our groups begin so."""


class Landing:
    """The layers of one run.

    Parameters
    ----------
    tool : str
        Name of the tool; the group is named after it.
    terrain : str
        What GDAL opens for the elevation model; empty where there is none.
    title : str
        Of the shaded relief.
    """

    def __init__(self, tool: str, terrain: str = "", title: str = "Terrain"):
        self.group = f"{PREFIX}{tool}"
        self._terrain = terrain
        self._title = title
        self._styles = []
        self._landed = {}

    def expect(self, style: str) -> int:
        """Note a layer that is to come, best first; returns its rank."""
        self._styles.append(style)
        return len(self._styles) - 1

    def settle(self, layer, rank: int, project: QgsProject) -> None:
        """Put a layer that has been loaded in its place, and the terrain under or over it."""
        from ..ui import styling

        root = project.layerTreeRoot()
        group = root.findGroup(self.group) or root.insertGroup(0, self.group)
        # Of what lies on the map already, and of this run's layers what came first.
        others = [node.layer() for node in root.findLayers() if node.layer() is not None]
        styling.share_limits(layer, others)
        name_apart(layer, [node.layer() for node in group.findLayers()])
        self._landed[rank] = layer
        self._switch(root)
        if self._terrain and not any(n.isVisible() for n in _reliefs(root, self._terrain)):
            _add_relief(project, group, self._terrain, self._title)
        if self._terrain and layer.type() == _VECTOR and layer.renderer3D() is not None:
            _set_ground(project, root, self._terrain, layer)
        self._sort(root, group)
        _sink(root, group)

    def _switch(self, root) -> None:
        """Switch on what shows at first sight."""
        seen = set()
        for rank in sorted(self._landed):
            layer = self._landed[rank]
            node = root.findLayer(layer.id())
            if node is None:
                continue
            kind = "raster" if isinstance(layer, QgsRasterLayer) else self._styles[rank]
            node.setItemVisibilityChecked(kind not in seen)
            node.setExpanded(kind not in seen)
            seen.add(kind)

    def _sort(self, root, group) -> None:
        """Features, terrain, rasters; those of this run before older ones."""
        own = [self._landed[rank].id() for rank in sorted(self._landed)]
        older = [n.layerId() for n in group.findLayers() if n.layerId() not in own]
        wanted = sorted(
            (id_ for id_ in (*own, *older) if root.findLayer(id_) is not None),
            key=lambda id_: _level(root.findLayer(id_).layer()),
        )
        present = [node.layerId() for node in group.findLayers()]
        if present == wanted:
            return
        for id_ in reversed(wanted):
            node = root.findLayer(id_)
            group.insertChildNode(0, node.clone())
            node.parent().removeChildNode(node)


def name_apart(layer, others) -> None:
    """Give a layer another name where one of others has it already: ``Velocity (2)``."""
    taken = {other.name() for other in others if other is not None and other.id() != layer.id()}
    names = itertools.chain((layer.name(),), (f"{layer.name()} ({k})" for k in itertools.count(2)))
    name = next(name for name in names if name not in taken)
    if name != layer.name():
        layer.setName(name)


def _sink(root, group) -> None:
    """Put a group of rasters below those of our groups, next to it, that hold features only."""
    if group.parent() != root or not _levels(group) & {1, 2} or 0 in _levels(group):
        return
    nodes = root.children()
    place = below = nodes.index(group)
    for node in nodes[place + 1 :]:
        if not isinstance(node, QgsLayerTreeGroup) or not node.name().startswith(PREFIX):
            break
        if _levels(node) != {0}:
            break
        below += 1
    if below > place:
        root.insertChildNode(below + 1, group.clone())
        root.removeChildNode(group)


def _levels(group) -> set:
    return {_level(node.layer()) for node in group.findLayers() if node.layer() is not None}


def _level(layer) -> int:
    """From the top: 0 for features, 1 for the terrain, 2 for rasters."""
    if not isinstance(layer, QgsRasterLayer):
        return 0
    return 1 if layer.customProperty(TERRAIN) else 2


def _reliefs(root, path) -> list:
    """Where the shaded reliefs of a file lie in the tree; two would darken the map twice."""
    nodes = (node for node in root.findLayers() if node.layer() is not None)
    return [node for node in nodes if node.layer().customProperty(TERRAIN) == path]


def _add_relief(project, group, path, title) -> None:
    """Add a shaded relief to a group; nothing where it cannot be drawn."""
    from ..algorithms.data.grid import METRES_PER_DEGREE
    from ..ui import styling

    # QGIS' own style would have the whole model read, and its range written beside it.
    options = QgsRasterLayer.LayerOptions(False)
    layer = QgsRasterLayer(path, title, "gdal", options)
    if not layer.isValid() or not layer.crs().isValid():
        return
    styling.style_raster(layer, "hillshade")
    renderer = layer.renderer()
    if layer.crs().isGeographic():
        renderer.setZFactor(renderer.zFactor() / METRES_PER_DEGREE)
    layer.setCustomProperty(TERRAIN, path)
    metadata = layer.metadata()
    metadata.setTitle(title)
    metadata.setAbstract(f"Shaded relief of {Path(path).name}; it darkens what lies below it.")
    metadata.setCrs(layer.crs())
    layer.setMetadata(metadata)
    kept = layer.flags() & ~QgsMapLayer.LayerFlag.Identifiable
    layer.setFlags(QgsMapLayer.LayerFlags(kept))  # in QGIS 4 what is kept is a number
    project.addMapLayer(layer, False)
    group.addLayer(layer).setExpanded(False)


def _set_ground(project, root, path, layer) -> None:
    """Make a project ready for 3-D maps: the terrain where it has none, a metric CRS.

    QGIS before 3.26 knows of no terrain of a project, there a 3-D map's own settings choose it.
    """
    reliefs = [node.layer() for node in _reliefs(root, path)]
    known = hasattr(project, "elevationProperties") and reliefs
    properties = project.elevationProperties() if known else None
    if known and properties.terrainProvider().type() == "flat":
        from qgis.core import QgsRasterDemTerrainProvider

        ground = QgsRasterDemTerrainProvider()
        ground.setLayer(reliefs[0])
        properties.setTerrainProvider(ground)
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    way = QgsCoordinateTransform(layer.crs(), degrees, project)
    centre = way.transform(layer.extent().center())
    zone = int((centre.x() + 180) % 360 / 6) + 1
    code = (32600 if centre.y() >= 0 else 32700) + zone  # UTM
    metric = QgsCoordinateReferenceSystem(f"EPSG:{code}")
    _set_metric(project, metric)
    # Of the first layer QGIS has a call under way, which sets the project's CRS to the layer's.
    QTimer.singleShot(0, lambda: _set_metric(project, metric))


def _set_metric(project, crs) -> None:
    """Give a project a CRS where its own has no metres."""
    if not sip.isdeleted(project) and (not project.crs().isValid() or project.crs().isGeographic()):
        project.setCrs(crs)
