# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Style and metadata of the layers that tools write, as files beside them and in the project."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsMapLayer,
    QgsProcessingLayerPostProcessorInterface,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from .about import plugin_version

_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'")

SHARED_PARTS = 3
"""Folders, the root among them, that a file has at least in common with a layer near which it is
said to lie: /home/somebody has three."""

_LOADERS = []
"""Post-processors under way: QGIS deletes them with the run's context, and holds no reference that
Python knows of."""


@dataclass(frozen=True)
class Output:
    """A layer that a tool wrote, to be styled and described.

    Parameters
    ----------
    kind : str
        ``raster``, or another one of vectors.
    path : Path
    style : str
        Name of a template, see :data:`..ui.styling.RASTER_STYLES`.
    limits : float or (float, float), optional
        Ends of the colours in the layer's unit; one number for both signs. The template's own
        without.
    band : int, optional
        Band to show, from 1; the last one of several where `dates` are given.
    title, abstract : str
        For the layer's metadata.
    dates : sequence of datetime64[D], optional
        Date of each band: steps through them with the temporal controller (QGIS 3.38+).
    when : (datetime64[D], datetime64[D]), optional
        Time span of the whole layer.
    raised : float
        Metres above the sea from which the layer's heights count on 3-D maps.
    """

    kind: str
    path: Path
    style: str
    limits: float | tuple | None = None
    band: int | None = None
    title: str = ""
    abstract: str = ""
    dates: tuple | None = None
    when: tuple | None = None
    raised: float = 0.0


def write_sidecars(output: Output, tool, parameters) -> None:
    """Write ``.qml`` and ``.qmd`` beside a layer.

    Parameters
    ----------
    output : Output
    tool : Tool
    parameters : list of str
        Lines for the layer's history.

    Raises
    ------
    RuntimeError
        If the file is no layer or cannot be written to.
    """
    from ..ui import styling

    if output.kind == "raster":
        # Without a style beside it QGIS looks for one in every band's histogram, which takes time
        # and fails aloud where a band is the same all over.
        shutil.copyfile(styling.style_path(output.style), output.path.with_suffix(".qml"))
    layer = _open(output)
    band = output.band or (len(output.dates) if output.dates is not None else 1)
    if output.kind == "raster":
        styling.style_raster(layer, output.style, output.limits, band)
        _set_raster_time(layer, output)
    else:
        styling.style_vector(layer, output.style, output.limits, output.raised)
        _name_for_viewers(layer)
        _set_vector_time(layer, output)
    # The flag in the answer says whether it went well; the text is there in both cases.
    message, good = _save_style(layer)
    if not good:
        raise RuntimeError(message)
    told = [seen_from(output.path.parent, line) for line in parameters]
    layer.setMetadata(_metadata(layer, output, tool, [*told, _look_of(output)]))
    message, good = layer.saveDefaultMetadata()
    if not good:
        raise RuntimeError(message)


def _name_for_viewers(layer):
    """Let the rate be found by the name that InSAR Explorer looks up, which may be an alias."""
    rate = layer.fields().indexOf("velocity_mm_yr")
    if rate >= 0 and layer.fields().lookupField("velocity") < 0:
        layer.setFieldAlias(rate, "velocity")


def _save_style(layer):
    # QGIS 3.26 made the call without categories a deprecated one, which is told on every run.
    if Qgis.QGIS_VERSION_INT < 32600:
        return layer.saveDefaultStyle()
    return layer.saveDefaultStyle(QgsMapLayer.StyleCategory.AllStyleCategories)


def _open(output):
    path, name = str(output.path), output.path.stem
    if output.kind == "raster":
        layer = QgsRasterLayer(path, name)
    else:
        options = QgsVectorLayer.LayerOptions()
        options.loadDefaultStyle = False
        layer = QgsVectorLayer(_with_layer_name(path), name, "ogr", options)
    if not layer.isValid():
        raise RuntimeError("QGIS cannot open it")
    return layer


def _with_layer_name(path: str) -> str:
    """A source that names the file's layer; GeoPackages keep metadata only for such ones."""
    layers = QgsProviderRegistry.instance().querySublayers(path)
    if not layers or not layers[0].name():
        return path
    parts = {"path": path, "layerName": layers[0].name()}
    return QgsProviderRegistry.instance().encodeUri("ogr", parts)


def quoted(line: str) -> list:
    """The texts in a line of the history."""
    return [_plain(text) for text in _QUOTED.findall(line)]


def _plain(text) -> str:
    """What a Python literal stands for."""
    return re.sub(r"\\(.)", r"\1", text)


def seen_from(folder, line: str) -> str:
    """A line of the history with its paths as seen from the layer's folder.

    Layers are handed on, and nobody's folders shall go along: of what lies elsewhere on the machine
    only the name stays.
    """
    return _QUOTED.sub(lambda match: _relative(match, folder), line)


def _relative(match, folder) -> str:
    path, bar, layer = _plain(match.group(1)).partition("|")
    if not os.path.isabs(path):
        return match.group()
    try:
        common = Path(os.path.commonpath((path, folder)))
        relative = Path(os.path.relpath(path, folder)).as_posix()
        far = common != Path(folder) and len(common.parts) < SHARED_PARTS
    except ValueError:  # on another drive
        far = True
    seen = Path(path).name if far else relative
    return "'" + f"{seen}{bar}{layer}".replace("'", "\\'") + "'"


def _look_of(output) -> str:
    """A line of the history: style, and where its colours end."""
    from ..ui import styling

    limits = styling.even_limits(output.limits)
    if limits is None:
        return f"style: {output.style}"
    return f"style: {output.style}, colours from {limits[0]:.4g} to {limits[1]:.4g}"


def _metadata(layer, output, tool, parameters):
    metadata = layer.metadata()
    metadata.setIdentifier(output.path.name)
    metadata.setType("dataset")
    metadata.setTitle(output.title or tool.displayName())
    metadata.setAbstract(output.abstract or tool.shortDescription())
    version = plugin_version()
    metadata.setHistory([f"{tool.id() or tool.name()} (Groundshift {version})", *parameters])
    metadata.setKeywords({"groundshift": ["InSAR", tool.group(), tool.displayName()]})
    metadata.setCrs(layer.crs())
    metadata.setExtent(_extent(layer, output))
    return metadata


def _extent(layer, output):
    from qgis.core import QgsBox3d, QgsLayerMetadata

    space = QgsLayerMetadata.SpatialExtent()
    box = layer.extent()
    space.bounds = QgsBox3d(
        box.xMinimum(), box.yMinimum(), 0.0, box.xMaximum(), box.yMaximum(), 0.0
    )
    space.extentCrs = layer.crs()
    extent = QgsLayerMetadata.Extent()
    extent.setSpatialExtents([space])
    span = _span(output)
    if span is not None:
        extent.setTemporalExtents([span])
    return extent


def _span(output):
    if output.when is not None:
        return _range(output.when[0], output.when[1])
    if output.dates is not None and len(output.dates):
        return _range(output.dates[0], output.dates[-1])
    return None


def _time(date) -> QDateTime:
    day = QDate.fromString(str(date)[:10], Qt.DateFormat.ISODate)
    return QDateTime(day, QTime(0, 0), Qt.TimeSpec.UTC)


def _range(begin, end) -> QgsDateTimeRange:
    return QgsDateTimeRange(_time(begin), _time(end))


def _set_raster_time(layer, output):
    """Bands by date where QGIS can do it (3.38+), one span for the layer elsewhere."""
    span = _span(output)
    if span is None:
        return
    properties = layer.temporalProperties()
    modes = getattr(Qgis, "RasterTemporalMode", None)
    per_band = getattr(modes, "FixedRangePerBand", None)
    if output.dates is not None and per_band is not None:
        properties.setMode(per_band)
        properties.setFixedRangePerBand(_ranges_by_band(output.dates))
    elif output.when is not None:
        properties.setFixedTemporalRange(span)
    else:
        return
    properties.setIsActive(True)


def _set_vector_time(layer, output):
    """One span for the layer: its fields of dates belong to all of its features."""
    if output.when is None:
        return
    properties = layer.temporalProperties()
    properties.setMode(Qgis.VectorTemporalMode.FixedTemporalRange)
    properties.setFixedTemporalRange(_span(output))
    properties.setIsActive(True)


def _ranges_by_band(dates):
    """Each band is shown from its date until the next one's."""
    ends = [*dates[1:], dates[-1]]
    return {
        band: QgsDateTimeRange(_time(begin), _time(end), True, bool(begin == end))
        for band, (begin, end) in enumerate(zip(dates, ends), start=1)
    }


def load_styled(output: Output, landing, context) -> None:
    """Have QGIS style a layer when it loads it after the run, and put it in its group.

    Nothing happens where it is not going to be loaded (``qgis_process``, inner steps of models).
    """
    source = str(output.path)
    if not context.willLoadLayerOnCompletion(source):
        return
    details = context.layerToLoadOnCompletionDetails(source)
    by_qgis = hasattr(details, "groupName")
    if by_qgis and not details.groupName:
        details.groupName = landing.group
    loader = _Loader(landing, output.style)
    _LOADERS[:] = [*(old for old in _LOADERS if not sip.isdeleted(old)), loader]
    details.setPostProcessor(loader)


class _Loader(QgsProcessingLayerPostProcessorInterface):
    """Applies the files beside a layer; Processing itself passes them over."""

    def __init__(self, landing, style: str):
        super().__init__()
        self._landing, self._style = landing, style
        self._rank = landing.expect(style)

    def postProcessLayer(self, layer, context, feedback):
        """Called by QGIS in the main thread."""
        from ..ui import styling

        layer.loadDefaultStyle()
        styling.add_others(layer, self._style)
        load_metadata(layer)
        layer.triggerRepaint()
        if context.project() is not None:
            self._landing.settle(layer, self._rank, context.project())


def load_metadata(layer):
    """Give a layer the metadata that lie beside its file or in it."""
    _, found = layer.loadDefaultMetadata()
    if found or not isinstance(layer, QgsVectorLayer):
        return
    named = QgsVectorLayer(_with_layer_name(layer.source()), layer.name(), "ogr")
    _, found = named.loadDefaultMetadata()
    if found:
        layer.setMetadata(named.metadata())
