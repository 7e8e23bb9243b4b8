# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The point nearest to a click, among millions, without reading their attributes."""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
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

from .enums import INDEX_THERE
from .texts import tr

STEPS = (1 / 16, 1 / 8, 1 / 4, 1 / 2, 1.0)  # of the tolerance: few points where they are dense
MOST_AT_ONCE = 3000
SMALL = 20_000  # points that are searched one by one while there is no index


def places_only(request: QgsFeatureRequest) -> QgsFeatureRequest:
    """A request that asks for geometries alone."""
    return request.setSubsetOfAttributes([])


class IndexTask(QgsTask):
    """Builds a spatial index of a layer in the background, without holding up Python.

    Parameters
    ----------
    layer : QgsVectorLayer
    """

    def __init__(self, layer):
        super().__init__(tr("Index of {name}").format(name=layer.name()), QgsTask.Flag.CanCancel)
        self._source = QgsVectorLayerFeatureSource(layer)
        self._single = QgsWkbTypes.isSingleType(layer.wkbType())
        self._feedback = QgsFeedback()
        self._index = None

    def run(self):
        """Called in another thread."""
        features = self._source.getFeatures(places_only(QgsFeatureRequest()))
        if self._single:
            self._index = QgsSpatialIndexKDBush(features, self._feedback)
        else:  # that one passes over features of several points
            keep = QgsSpatialIndex.Flag.FlagStoreFeatureGeometries
            self._index = QgsSpatialIndex(features, self._feedback, keep)
        return not self._feedback.isCanceled()

    def cancel(self):
        """Stop."""
        self._feedback.cancel()
        super().cancel()

    def places(self, box) -> list:
        """Ids and geometries in a rectangle."""
        if self._single:
            found = self._index.intersects(box)[:MOST_AT_ONCE]
            return [(point.id, QgsGeometry.fromPointXY(point.point())) for point in found]
        found = self._index.intersects(box)[:MOST_AT_ONCE]
        return [(number, self._index.geometry(number)) for number in found]


class PointFinder:
    """Finds points of layers; what it builds for a layer is kept until the layer changes.

    Layers that have a spatial index of their own (GeoPackage, PostGIS) are asked; for others one
    is built once in the background.
    """

    def __init__(self):
        self._indexes = {}
        self._tasks = {}
        self._watched = set()

    def nearest(self, layer, place, tolerance: float, later=None):
        """Id of the nearest point.

        Parameters
        ----------
        layer : QgsVectorLayer
        place : QgsPointXY
            In the layer's coordinates.
        tolerance : float
            How far the point may lie away, in the layer's units.
        later : callable, optional
            Called once the index is there, where one has to be built first.

        Returns
        -------
        int or None
            None where there is no point within the tolerance, or it is not known yet
            (:meth:`busy`).
        """
        index = self._indexes.get(layer.id())
        if index is None and (self._own_index(layer) or layer.featureCount() <= SMALL):
            return self._by_request(layer, place, tolerance)
        if index is None:
            self._build(layer, later)
            return None
        for share in STEPS:
            reach = tolerance * share
            found = self._closest(index.places(_box(place, reach)), place, reach)
            if found is not None:
                return found
        return None

    def ids_within(self, layer, geometry: QgsGeometry) -> list:
        """Ids of the points inside a polygon in the layer's coordinates."""
        engine = QgsGeometry.createGeometryEngine(geometry.constGet())
        engine.prepareGeometry()
        request = places_only(QgsFeatureRequest(geometry.boundingBox()))
        return [
            feature.id() for feature in layer.getFeatures(request)
            if feature.hasGeometry() and engine.contains(feature.geometry().constGet())
        ]  # fmt: skip

    def busy(self, layer) -> bool:
        """Whether the layer's index is being built."""
        return layer.id() in self._tasks

    def forget(self, layer_ids=None) -> None:
        """Drop what is kept of layers; of all by default."""
        for layer_id in list(self._tasks) if layer_ids is None else layer_ids:
            task = self._tasks.pop(layer_id, None)
            if task is not None:
                task.cancel()
        if layer_ids is None:
            self._indexes.clear()
        else:
            for layer_id in layer_ids:
                self._indexes.pop(layer_id, None)

    @staticmethod
    def _own_index(layer) -> bool:
        return layer.dataProvider().hasSpatialIndex() == INDEX_THERE

    def _by_request(self, layer, place, tolerance):
        for share in STEPS:
            reach = tolerance * share
            request = places_only(QgsFeatureRequest(_box(place, reach))).setLimit(MOST_AT_ONCE)
            pairs = ((f.id(), f.geometry()) for f in layer.getFeatures(request))
            found = self._closest(pairs, place, reach)
            if found is not None:
                return found
        return None

    @staticmethod
    def _closest(pairs, place, reach):
        target = QgsGeometry.fromPointXY(place)
        best, found = reach, None
        for feature_id, geometry in pairs:
            distance = geometry.distance(target)
            if 0 <= distance <= best:
                best, found = distance, feature_id
        return found

    def _build(self, layer, later):
        layer_id = layer.id()
        if layer_id in self._tasks:
            return
        task = IndexTask(layer)
        self._tasks[layer_id] = task

        def done():
            if self._tasks.pop(layer_id, None) is not None:
                self._indexes[layer_id] = task
                if later is not None:
                    later()

        task.taskCompleted.connect(done)
        task.taskTerminated.connect(lambda: self._tasks.pop(layer_id, None))
        self._watch(layer)
        QgsApplication.taskManager().addTask(task)

    def _watch(self, layer):
        """Drop a layer's index when it changes."""
        layer_id = layer.id()
        if layer_id in self._watched:
            return
        self._watched.add(layer_id)
        for changed in (layer.dataChanged, layer.featureAdded, layer.geometryChanged,
                        layer.featuresDeleted, layer.subsetStringChanged):  # fmt: skip
            changed.connect(lambda *_: self._indexes.pop(layer_id, None))


def _box(place, reach) -> QgsRectangle:
    return QgsRectangle(place.x() - reach, place.y() - reach, place.x() + reach, place.y() + reach)
