# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers that follow the temporal controller, on QGIS 3.22 and newer.

Points get colours by an expression that picks the field of the date nearest to the controller's
time: it is kept in the project and needs no plugin. Bands of rasters follow by themselves from
QGIS 3.38 on; before that, a :class:`BandFollower` shows the band while the plugin is there.
"""

from __future__ import annotations

import datetime

from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsFeatureRequest,
    QgsInterval,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QObject, Qt, QTime

from ...algorithms.errors import GroundshiftError
from .. import styling
from ..translation import tr
from .enums import ANIMATED, DAYS, NOT_MOVING
from .sources import file_of

MILLISECONDS = 86_400_000
BEFORE = "groundshift/before_animation"  # property of a layer: its style, and its name
SAMPLED = 4000  # features by which the colours' limits are chosen


def moment(day: str) -> QDateTime:
    """Midnight of a day, UTC."""
    date = QDate.fromString(day, Qt.DateFormat.ISODate)
    return QDateTime(date, QTime(0, 0), Qt.TimeSpec.UTC)


def span_of(days, index: int) -> QgsDateTimeRange:
    """From a date until the next one; the last is shown for a day."""
    begin = moment(days[index])
    end = moment(days[index + 1]) if index + 1 < len(days) else begin.addDays(1)
    return QgsDateTimeRange(begin, end, True, False)


def _epoch(day):
    date = datetime.date.fromisoformat(day)
    return (date - datetime.date(1970, 1, 1)).days * MILLISECONDS


def field_expression(fields, days) -> str:
    """Expression that gives the field whose date is nearest to the start of the map's time.

    Parameters
    ----------
    fields : sequence of str
    days : sequence of str
        ``YYYY-MM-DD``, in order.

    Returns
    -------
    str
        Nested choices by halves, so that a feature costs few comparisons; without a time on the
        map, the last field.
    """
    quoted = ['"' + name.replace('"', '""') + '"' for name in fields]
    times = [_epoch(day) for day in days]

    def choice(first, last):
        if last - first == 1:
            return quoted[first]
        middle = (first + last) // 2
        border = (times[middle - 1] + times[middle]) // 2
        return f"if(@t < {border}, {choice(first, middle)}, {choice(middle, last)})"

    begin = f"coalesce(epoch(@map_start_time), {times[-1]})"
    return f"with_variable('t', {begin}, {choice(0, len(fields))})"


def begin_style(layer) -> None:
    """Put a layer into a style of its own for the animation; the one before stays in its menu."""
    manager, name = layer.styleManager(), tr("Animation")
    before = manager.currentStyle()
    if before == name:
        return
    if name not in manager.styles():
        manager.addStyleFromLayer(name)
    manager.setCurrentStyle(name)
    # These belong to the style, too, and go with the project.
    layer.setCustomProperty(BEFORE, [before, layer.name()])
    layer.setName(layer.name().replace("mm/yr", "mm"))


def end_style(layer) -> None:
    """Give a layer the style and the name back that it had before its animation.

    Raises
    ------
    GroundshiftError
        If the layer is in no motion.
    """
    manager, name = layer.styleManager(), tr("Animation")
    before = layer.customProperty(BEFORE)
    if manager.currentStyle() != name or not before or before[0] not in manager.styles():
        raise GroundshiftError(
            tr("{layer}: is not animated; choose the layer that is.").format(layer=layer.name())
        )
    if layer.name() == before[1].replace("mm/yr", "mm"):
        layer.setName(before[1])
    manager.setCurrentStyle(before[0])
    manager.removeStyle(name)
    layer.triggerRepaint()


def animate_points(source) -> None:
    """Colour a point layer by the displacement at the controller's time.

    Parameters
    ----------
    source : PointSource

    Raises
    ------
    GroundshiftError
        If the layer has no value but 0.
    """
    from ...algorithms.data.trace import symmetric_limit

    layer, columns = source.layer, source.columns
    limit = symmetric_limit(_sample(layer, columns.fields[-1:]))
    if limit is None:
        raise GroundshiftError(
            tr("{layer}: has no displacement at its last date; choose another layer.").format(
                layer=layer.name()
            )
        )
    begin_style(layer)
    styling.style_vector(layer, "points_velocity", limit)
    renderer = layer.renderer().clone()
    renderer.setClassAttribute(field_expression(columns.fields, source.dates))
    for number, part in enumerate(renderer.ranges()):
        renderer.updateRangeLabel(number, part.label().replace("mm/yr", "mm"))
    layer.setRenderer(renderer)  # changed in its place, it would leave the legend as it was
    properties = layer.temporalProperties()
    properties.setMode(Qgis.VectorTemporalMode.RedrawLayerOnly)
    properties.setIsActive(True)
    layer.triggerRepaint()
    layer.emitStyleChanged()


def _sample(layer, fields):
    """Attributes of some features, evenly over the layer where its ids are consecutive."""
    step = max(1, layer.featureCount() // SAMPLED)
    rows = []
    for request in (
        QgsFeatureRequest().setFilterFids(list(range(0, layer.featureCount() + 1, step))),
        QgsFeatureRequest().setLimit(SAMPLED),
    ):
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes(list(fields), layer.fields())
        rows = [[feature[name] for name in fields] for feature in layer.getFeatures(request)]
        if len(rows) >= min(100, layer.featureCount()):
            break
    return rows


class BandFollower(QObject):
    """Shows a raster's band of the controller's time, where QGIS does not do so by itself.

    Parameters
    ----------
    layer : QgsRasterLayer
    days : sequence of str
    bands : sequence of int
    """

    def __init__(self, layer, days, bands, parent=None):
        super().__init__(parent)
        self.layer = layer
        self._moments = [moment(day).toMSecsSinceEpoch() for day in days]
        self._bands = list(bands)

    def follow(self, span: QgsDateTimeRange) -> None:
        """Show the band nearest to the start of a time."""
        if not span.begin().isValid():
            return
        now = span.begin().toMSecsSinceEpoch()
        nearest = min(range(len(self._bands)), key=lambda k: abs(self._moments[k] - now))
        renderer = self.layer.renderer()
        set_band = _band_setter(renderer)
        if set_band is not None and renderer.usesBands() != [self._bands[nearest]]:
            set_band(self._bands[nearest])
            self.layer.rendererChanged.emit()  # the legend names the band
            self.layer.triggerRepaint()


def _band_setter(renderer):
    """The method that changes a renderer's band."""
    return getattr(renderer, "setInputBand", None) or getattr(renderer, "setBand", None)


def _shows_any_band(renderer) -> bool:
    """Whether a renderer shows one band and can be given another.

    From QGIS 3.38 on the one of three colours, which a raster of many bands has by default, has the
    method, too.
    """
    return len(renderer.usesBands()) == 1 and _band_setter(renderer) is not None


def animate_raster(layer, file):
    """Let the bands of a raster follow the controller.

    Parameters
    ----------
    layer : QgsRasterLayer
    file : SeriesFile

    Returns
    -------
    BandFollower or None
        To be told of the controller's times; None where QGIS follows by itself.

    Raises
    ------
    GroundshiftError
        If the layer's own bands are no series.
    """
    own = file.kind == "bands" and file.path == file_of(layer) and file.dates.size > 1
    if not isinstance(layer, QgsRasterLayer) or not own:
        raise GroundshiftError(
            tr(
                "{layer}: its bands are no series; choose the raster of displacement with a band a "
                "date, or the points."
            ).format(layer=layer.name())
        )
    begin_style(layer)
    if not _shows_any_band(layer.renderer()):
        styling.style_raster(layer, "displacement")
    days = [str(day) for day in file.dates]
    properties = layer.temporalProperties()
    modes = getattr(Qgis, "RasterTemporalMode", None)
    per_band = getattr(modes, "FixedRangePerBand", None)
    if per_band is not None:
        properties.setMode(per_band)
        ranges = {band: span_of(days, k) for k, band in enumerate(file.pages)}
        properties.setFixedRangePerBand(ranges)
        properties.setIsActive(True)
        return None
    properties.setIsActive(False)
    return BandFollower(layer, days, file.pages)


def set_clock(controller, project, days) -> None:
    """Have the temporal controller run over some dates, a frame about as long as their gaps.

    Parameters
    ----------
    controller : QgsTemporalNavigationObject
    project : QgsProject
    days : sequence of str
    """
    # A day more: the controller's frames end before the end.
    whole = QgsDateTimeRange(moment(days[0]), moment(days[-1]).addDays(1))
    project.timeSettings().setTemporalRange(whole)
    gaps = sorted(
        moment(first).daysTo(moment(second)) for first, second in zip(days[:-1], days[1:])
    )
    frame = QgsInterval(float(max(1, gaps[len(gaps) // 2])), DAYS)
    controller.setTemporalExtents(whole)
    controller.setFrameDuration(frame)
    controller.setNavigationMode(ANIMATED)
    controller.rewindToStart()


def stop_clock(controller) -> None:
    """Have the map show all times again."""
    controller.pause()
    controller.setNavigationMode(NOT_MOVING)
