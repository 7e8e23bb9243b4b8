# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The point nearest to a click, among millions, without reading their attributes."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

from qgis.core import (
    QgsApplication,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsFeedback,
    QgsGeometry,
    QgsRectangle,
    QgsSpatialIndex,
    QgsSpatialIndexKDBush,
    QgsTask,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QTimer

from ..translation import tr
from .enums import INDEX_THERE

STEPS = (1 / 16, 1 / 8, 1 / 4, 1 / 2, 1.0)  # of the tolerance: few points where they are dense
MOST_AT_ONCE = 3000
SMALL = 20_000  # points that are searched one by one while there is no index
CELLS = 20  # a side, into which a polygon over very many points is cut
EACH = 25  # points that are taken from each of them


class NotYet(Exception):  # noqa: N818 (not an error: the answer comes later)
    """The index of a layer is being built."""


def places_only(request: QgsFeatureRequest) -> QgsFeatureRequest:
    """A request that asks for geometries alone."""
    return request.setSubsetOfAttributes([])


def box_by(change: QgsCoordinateTransform, box: QgsRectangle) -> QgsRectangle:
    """A transformed rectangle; one across the antimeridian goes around the earth, as rectangles of
    layers cannot hold two parts."""
    # Asked for metres, too, QGIS 3.22 takes 360 off the eastings.
    crossing = change.destinationCrs().isGeographic()
    found = change.transformBoundingBox(box, handle180Crossover=crossing)
    if found.xMinimum() <= found.xMaximum():
        return found
    return QgsRectangle(-180.0, found.yMinimum(), 180.0, found.yMaximum())


@dataclass(frozen=True)
class Ways:
    """From the map's coordinates to those of a layer, and back."""

    to_layer: QgsCoordinateTransform
    to_map: QgsCoordinateTransform

    def box(self, box) -> QgsRectangle:
        """The layer's rectangle that holds one of the map."""
        return box_by(self.to_layer, box)

    def on_map(self, geometry) -> QgsGeometry:
        """A geometry of the layer in the map's coordinates."""
        if not self.to_map.isShortCircuited():
            geometry = QgsGeometry(geometry)
            geometry.transform(self.to_map)
        return geometry


_ALIVE = {}
"""Tasks under way: QGIS holds no reference that Python knows of."""


class Index:
    """A spatial index of a layer's points, which a task fills.

    Parameters
    ----------
    single : bool
        Whether every feature is one point.
    later : callable or None
        Called once it is there.
    """

    def __init__(self, single: bool, later):
        self.later = later
        self.feedback = QgsFeedback()
        self._single = single
        self._points = None

    def fill(self, features) -> None:
        """Take in the features; called in another thread, and does not hold up Python."""
        if self._single:
            self._points = QgsSpatialIndexKDBush(features, self.feedback)
        else:  # that one passes over features of several points
            keep = QgsSpatialIndex.Flag.FlagStoreFeatureGeometries
            self._points = QgsSpatialIndex(features, self.feedback, keep)

    def places(self, box):
        """Ids and geometries in a rectangle, one by one."""
        for found in self._points.intersects(box):
            if self._single:
                yield found.id, QgsGeometry.fromPointXY(found.point())
            else:
                yield found, self._points.geometry(found)


class IndexTask(QgsTask):
    """Builds a spatial index of a layer in the background.

    Parameters
    ----------
    layer : QgsVectorLayer
    index : Index
    """

    def __init__(self, layer, index: Index):
        super().__init__(tr("Index of {name}").format(name=layer.name()), QgsTask.Flag.CanCancel)
        self._source = QgsVectorLayerFeatureSource(layer)
        self._index = index

    def run(self):
        """Called in another thread."""
        self._index.fill(self._source.getFeatures(places_only(QgsFeatureRequest())))
        return not self._index.feedback.isCanceled()

    def cancel(self):
        """Stop."""
        self._index.feedback.cancel()
        super().cancel()


class PointFinder:
    """Finds points of layers; what it builds for a layer is kept until the layer changes.

    Layers that have a spatial index of their own (GeoPackage, PostGIS) are asked; for others one
    is built once in the background.
    """

    def __init__(self):
        self._indexes = {}
        self._builds = {}
        self._watched = set()

    def nearest(self, layer, place, tolerance: float, ways: Ways, later=None):
        """Id of the point nearest to a place of the map.

        Parameters
        ----------
        layer : QgsVectorLayer
        place : QgsPointXY
        tolerance : float
            How far the point may lie away on the map, in its units.
        ways : Ways
        later : callable, optional
            Called once the index is there, where one has to be built first.

        Returns
        -------
        int or None
            None where there is no point within the tolerance.

        Raises
        ------
        NotYet
            If the layer's index is being built.
        """
        target = QgsGeometry.fromPointXY(place)
        for share in STEPS:
            best, found = tolerance * share, None
            near = self._candidates(layer, ways.box(_box(place, best)), later)
            for number, geometry in itertools.islice(near, MOST_AT_ONCE):
                distance = ways.on_map(geometry).distance(target)
                if 0 <= distance <= best:
                    best, found = distance, number
            if found is not None:
                return found
        return None

    def ids_within(self, layer, polygon: QgsGeometry, ways: Ways, later=None):
        """Ids of the points inside a polygon of the map, and whether these are all.

        Where very many lie about it, some of each part of the polygon are taken.

        Raises
        ------
        NotYet
            If the layer's index is being built.
        """
        polygon = polygon.makeValid()
        box = polygon.boundingBox()
        if not self._is_crowded(layer, ways.box(box)):
            found, whole = self._inside(layer, polygon, ways, later, SMALL, SMALL)
            if whole:
                return found, True
        found = []
        wide, high = box.width() / CELLS, box.height() / CELLS
        for row, col in itertools.product(range(CELLS), repeat=2):
            x, y = box.xMinimum() + col * wide, box.yMinimum() + row * high
            cell = QgsGeometry.fromRect(QgsRectangle(x, y, x + wide, y + high))
            piece = polygon.intersection(cell)
            if not piece.isEmpty():
                found += self._inside(layer, piece, ways, later, math.inf, EACH)[0]
        return list(dict.fromkeys(found)), False  # on borders of cells they come twice

    def _is_crowded(self, layer, box) -> bool:
        """Whether an index would give very many points in a rectangle, which it does at once."""
        extent = layer.extent()
        area = extent.width() * extent.height()
        if layer.id() not in self._indexes or not area > 0:
            return False
        box = box.intersect(extent)
        return layer.featureCount() * box.width() * box.height() > 5 * SMALL * area

    def _inside(self, layer, polygon, ways, later, most_seen, most):
        """Ids of points in a polygon, and whether none was left out for their number."""
        engine = QgsGeometry.createGeometryEngine(polygon.constGet())
        engine.prepareGeometry()
        found = []
        near = self._candidates(layer, ways.box(polygon.boundingBox()), later)
        for seen, (number, geometry) in enumerate(near):
            if seen >= most_seen or len(found) >= most:
                return found, False
            if geometry.isNull():
                continue
            place = ways.on_map(geometry)  # held: what the engine looks at is a part of it
            if engine.intersects(place.constGet()):
                found.append(number)
        return found, True

    def requests(self, layer, boxes, later=None) -> list:
        """Requests that give the points in some rectangles of the layer's coordinates.

        Points may come twice.

        Raises
        ------
        NotYet
            If the layer's index is being built.
        """
        if layer.id() not in self._indexes:
            if self._own_index(layer):
                return [QgsFeatureRequest(box) for box in boxes]
            if layer.featureCount() <= SMALL:  # read once, not once a rectangle
                whole = QgsRectangle()
                for box in boxes:
                    whole.combineExtentWith(box)
                return [QgsFeatureRequest(whole)]
        found = {number for box in boxes for number, _ in self._candidates(layer, box, later)}
        return [QgsFeatureRequest().setFilterFids(sorted(found))]

    def _candidates(self, layer, box, later):
        """Ids and geometries of the points in a rectangle of the layer's coordinates."""
        index = self._indexes.get(layer.id())
        if index is not None:
            return index.places(box)
        if not self._own_index(layer) and layer.featureCount() > SMALL:
            self._build(layer, later)
            raise NotYet
        features = layer.getFeatures(places_only(QgsFeatureRequest(box)))
        return ((feature.id(), feature.geometry()) for feature in features)

    def forget(self, layer_ids=None) -> None:
        """Drop what is kept of layers; of all by default."""
        for layer_id in [*self._builds, *self._indexes] if layer_ids is None else layer_ids:
            self._drop(layer_id)

    def _drop(self, layer_id):
        """Forget the index of a layer; the one that was being built, if there was."""
        self._indexes.pop(layer_id, None)
        building = self._builds.pop(layer_id, None)
        if building is not None:
            building.feedback.cancel()
        return building

    @staticmethod
    def _own_index(layer) -> bool:
        return layer.dataProvider().hasSpatialIndex() == INDEX_THERE

    def _build(self, layer, later):
        layer_id = layer.id()
        if layer_id in self._builds:
            self._builds[layer_id].later = later  # who asked last is answered
            return
        index = Index(QgsWkbTypes.isSingleType(layer.wkbType()), later)
        self._builds[layer_id] = index
        task = _ALIVE[id(index)] = IndexTask(layer, index)
        task.taskCompleted.connect(lambda: self._end(layer_id, index, True))
        task.taskTerminated.connect(lambda: self._end(layer_id, index, False))
        self._watch(layer)
        QgsApplication.taskManager().addTask(task)

    def _end(self, layer_id, index, good):
        _ALIVE.pop(id(index))
        if self._builds.get(layer_id) is not index:  # forgotten, or begun anew
            return
        del self._builds[layer_id]
        if good:
            self._indexes[layer_id] = index
            if index.later is not None:
                index.later()

    def _watch(self, layer):
        """Drop a layer's index when it changes, also the one that is being built."""
        layer_id = layer.id()
        if layer_id in self._watched:
            return
        self._watched.add(layer_id)
        for changed in (layer.dataChanged, layer.featureAdded, layer.geometryChanged,
                        layer.featuresDeleted, layer.subsetStringChanged):  # fmt: skip
            changed.connect(lambda *_: self._changed(layer_id))
        layer.willBeDeleted.connect(lambda: self._watched.discard(layer_id))

    def _changed(self, layer_id):
        building = self._drop(layer_id)
        if building is not None and building.later is not None:
            QTimer.singleShot(0, building.later)  # asks for the index again


def _box(place, reach) -> QgsRectangle:
    return QgsRectangle(place.x() - reach, place.y() - reach, place.x() + reach, place.y() + reach)
