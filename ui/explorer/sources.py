# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The series that layers hold at a place or in a polygon of the map."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ...algorithms.data.addresses import HDF5_ENDINGS
from ...algorithms.errors import GroundshiftError
from ..translation import tr
from .enums import POINT
from .nearest import PointFinder, Ways

NAMES = ("CODE", "code", "ID", "id", "PID", "pid", "point_id", "name", "NAME")
MOST_MEMBERS = 5_000  # points whose attributes are read for a mean; more are thinned out


def is_point_layer(layer) -> bool:
    """Whether it is a vector layer of points."""
    return isinstance(layer, QgsVectorLayer) and layer.geometryType() == POINT


def file_of(layer) -> str:
    """The file of a raster layer, as GDAL opens it."""
    return layer.source().split("|")[0]


def transform(source, target) -> QgsCoordinateTransform:
    """From one CRS to another, by the project's rules."""
    return QgsCoordinateTransform(source, target, QgsProject.instance())


class PointSource:
    """Series in the fields of a point layer.

    Parameters
    ----------
    layer : QgsVectorLayer
    columns : SeriesColumns
    finder : PointFinder
    """

    def __init__(self, layer, columns, finder: PointFinder):
        self.layer = layer
        self.columns = columns
        self._finder = finder

    @property
    def dates(self):
        """Dates as texts."""
        return [str(day) for day in self.columns.dates]

    def at(self, place, crs, tolerance: float, later=None):
        """Series of the nearest point, and the place of that point on the map.

        Parameters
        ----------
        place : QgsPointXY
        crs : QgsCoordinateReferenceSystem
            Of the map.
        tolerance : float
            In the map's units.
        later : callable, optional
            See :meth:`.nearest.PointFinder.nearest`.

        Raises
        ------
        GroundshiftError
            If there is no point near.
        NotYet
            If the layer's index is being built.
        """
        ways = self._ways(crs)
        found = self._finder.nearest(self.layer, place, tolerance, ways, later)
        if found is None:
            raise GroundshiftError(
                tr("{layer}: there is no point near; click on one.").format(layer=self.layer.name())
            )
        feature = self.layer.getFeature(found)
        trace = self._trace(self._label(feature), [feature])
        return trace, ways.on_map(feature.geometry().centroid())

    def within(self, polygon, crs, later=None):
        """Mean series of the points in a polygon of the map, and that polygon; see :meth:`at`."""
        found, whole = self._finder.ids_within(self.layer, polygon, self._ways(crs), later)
        if not found:
            raise GroundshiftError(
                tr("{layer}: no point lies in the polygon; draw it elsewhere or larger.").format(
                    layer=self.layer.name()
                )
            )
        whole = whole and len(found) <= MOST_MEMBERS
        found = found[:: -(-len(found) // MOST_MEMBERS)]
        request = QgsFeatureRequest().setFilterFids(found)
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes(list(self.columns.fields), self.layer.fields())
        features = list(self.layer.getFeatures(request))
        count = f"{len(found)}{'' if whole else ' of many'} point{'s' if len(found) > 1 else ''}"
        return self._trace(f"{self.layer.name()}, {count}", features), polygon

    def _ways(self, crs) -> Ways:
        return Ways(transform(crs, self.layer.crs()), transform(self.layer.crs(), crs))

    def _trace(self, label, features):
        from ...algorithms.data.trace import trace_of_rows

        rows = self._attributes(features, self.columns.fields)
        errors = self._attributes(features[:1], self.columns.errors) if len(features) == 1 else []
        return trace_of_rows(label, self.columns, rows, errors)

    def _attributes(self, features, names):
        places = [self.layer.fields().lookupField(name) for name in names]
        return [[row[k] for k in places] for row in (f.attributes() for f in features)]

    def _label(self, feature):
        names = self.layer.fields().names()
        name = next((name for name in NAMES if name in names), None)
        return f"{self.layer.name()} {feature[name] if name else feature.id()}"


class FileSource:
    """Series of pixels.

    Parameters
    ----------
    file : SeriesFile
    """

    def __init__(self, file):
        self.file = file
        self.crs = QgsCoordinateReferenceSystem.fromWkt(file.grid.crs)

    @property
    def dates(self):
        """Dates as texts."""
        return [str(day) for day in self.file.dates]

    def at(self, place, crs, tolerance: float = 0.0, later=None):
        """Series of the pixel, and the place of its centre on the map."""
        from ...algorithms.explorer.series_at import trace_at

        here = transform(crs, self.crs).transform(place) if self.crs.isValid() else place
        trace = trace_at(self.file, here.x(), here.y())
        centre = QgsPointXY(*self.file.grid.xy(*self.file.grid.index(here.x(), here.y())))
        if self.crs.isValid():
            centre = transform(self.crs, crs).transform(centre)
        return trace, QgsGeometry.fromPointXY(centre)

    def within(self, polygon, crs, later=None):
        """Mean series of the pixels in a polygon of the map, and that polygon."""
        from ...algorithms.explorer.series_at import trace_within

        shape = QgsGeometry(polygon)
        if self.crs.isValid():
            way = transform(crs, self.crs)
            shape.transform(way)
            if self.crs.isGeographic() and not way.isShortCircuited():
                shape = _across_180(shape)
        return trace_within(self.file, bytes(shape.asWkb())), polygon


class Sources:
    """Finds what series a layer has; the answer is kept as long as the layer stays the same."""

    def __init__(self):
        self.finder = PointFinder()
        self._known = {}

    def of_layer(self, layer):
        """The source of a layer.

        Raises
        ------
        GroundshiftError
            If it has no series; says what would have one.
        """
        if layer is None:
            raise GroundshiftError(
                tr("Choose a layer in the layer panel, or open a file of a series.")
            )
        if is_point_layer(layer):
            return self._of_points(layer)
        if isinstance(layer, QgsRasterLayer):
            return self._of_raster(layer)
        raise GroundshiftError(
            tr(
                "{layer}: is no layer of points or pixels; choose one that has a displacement "
                "series."
            ).format(layer=layer.name())
        )

    def of_file(self, path: str) -> FileSource:
        """The source of a file."""
        from ...algorithms.formats.series_files import open_series

        return FileSource(open_series(path))

    def forget(self, layer_ids) -> None:
        """Drop what is kept of layers."""
        self.finder.forget(layer_ids)
        for layer_id in layer_ids:
            self._known.pop(layer_id, None)

    def _of_points(self, layer):
        names = tuple(layer.fields().names())
        known = self._known.get(layer.id())
        if known is None or known[0] != names:
            known = self._known[layer.id()] = (names, _series_columns(layer))
        if known[1] is None:
            raise GroundshiftError(
                tr(
                    "{layer}: has no fields named by dates (such as D20200131), so no series; "
                    "choose another layer."
                ).format(layer=layer.name())
            )
        return PointSource(layer, known[1], self.finder)

    @staticmethod
    def _of_raster(layer):
        from ...algorithms.formats.series_files import find_series

        found = None
        if layer.providerType() == "gdal":
            found = find_series(file_of(layer), _named_series(layer))
        if found is None:
            raise GroundshiftError(
                tr(
                    "{layer}: its bands tell no dates, and neither beside it nor where its history "
                    "says is a timeseries.h5 on its grid; open the file of the series."
                ).format(layer=layer.name())
            )
        return FileSource(found)


def _named_series(layer) -> list:
    """Files that a layer's history names, what came out before what went in."""
    from ...processing_provider.layers import quoted
    from ...processing_provider.report_pages import history

    folder = Path(file_of(layer)).parent
    texts = [text for line in history(layer)[1] for text in quoted(line)]
    return [folder / text for text in reversed(texts) if text.lower().endswith(HDF5_ENDINGS)]


def _across_180(shape) -> QgsGeometry:
    """A polygon in degrees whose corners may lie on both sides of the antimeridian: on both ends
    of the world then."""
    if shape.boundingBox().width() <= 180:
        return shape
    corners = shape.asPolygon()[0]
    east = [QgsPointXY(corner.x() + 360 * (corner.x() < 0), corner.y()) for corner in corners]
    west = [QgsPointXY(corner.x() - 360, corner.y()) for corner in east]
    return QgsGeometry.fromMultiPolygonXY([[east], [west]])


def _series_columns(layer):
    """Fields of dates, also of joined tables, which QGIS puts their layer's name before."""
    from ...algorithms.data.trace import series_columns

    actual = {name: name for name in layer.fields().names()}
    for join in layer.vectorJoins():
        table = join.joinLayer()
        for prefix in (join.prefix(), "" if table is None else f"{table.name()}_"):
            for name in layer.fields().names() if prefix else ():
                if name.startswith(prefix) and name[len(prefix) :] not in actual:
                    del actual[name]
                    actual[name[len(prefix) :]] = name
    found = series_columns(actual, layer.name())
    return found and replace(
        found, fields=tuple(actual[name] for name in found.fields),
        errors=tuple(actual[name] for name in found.errors),
    )  # fmt: skip


def places_and_values(finder: PointFinder, layer, field: str, boxes, later=None):
    """Coordinates and an attribute of the points in some rectangles, each point once.

    Parameters
    ----------
    finder : PointFinder
    layer : QgsVectorLayer
    field : str
    boxes : sequence of QgsRectangle
        In the layer's coordinates.
    later : callable, optional
        See :meth:`.nearest.PointFinder.nearest`.

    Returns
    -------
    x, y, values : list
        Values are what the attribute holds.
    """
    seen, x, y, values = set(), [], [], []
    for request in finder.requests(layer, boxes, later):
        request.setSubsetOfAttributes([field], layer.fields())
        for feature in layer.getFeatures(request):
            if feature.id() in seen or not feature.hasGeometry():
                continue
            seen.add(feature.id())
            point = feature.geometry().centroid().asPoint()
            x.append(point.x())
            y.append(point.y())
            values.append(feature[field])
    return x, y, values
