# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a tool writes: outputs that can be made and that overwrite no input."""

from __future__ import annotations

import os
import re
from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterVectorDestination,
    QgsProviderRegistry,
)

from ..algorithms.errors import GroundshiftError

RASTER_ENDINGS = ("tif", "tiff")
"""Of output rasters; the writers make GeoTIFF."""

VECTOR_ENDINGS = ("gpkg", "fgb")
"""Of output layers of features; GeoParquet too, where QGIS itself can open it."""

LONGEST_NAME = 200
"""Bytes; disks take 255, and files are written under a longer name first."""

# More than the one letter of a Windows drive, as in https: or memory:, or GDAL's own file systems.
_ADDRESS = r"[A-Za-z][\w+.-]+:|/vsi\w+"


def vector_endings() -> tuple:
    """See VECTOR_ENDINGS."""
    from ..algorithms.formats.vectors.parquet import ENDINGS, has_driver

    return VECTOR_ENDINGS + tuple(ending[1:] for ending in ENDINGS if has_driver())


class Targets:
    """The part of :class:`.parameters.Parameters` that deals with outputs."""

    # Replaced, never changed: they are the class's own.
    _layer_paths = ()
    _taken = ()
    _new_folders = ()

    def check_ending(self, definition, value):
        """Refuse an output file that would be of another format than its name says."""
        endings, kind = _format_of(definition)
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            value = value.sink.staticValue()
        if not isinstance(value, str) or value in ("", "TEMPORARY_OUTPUT"):
            return
        self._check_address(definition.name(), value)
        if endings and Path(value).suffix.lower().lstrip(".") not in endings:
            raise GroundshiftError(
                f"{self.title(definition.name())}: {value} is no name for a {kind}; "
                f"let it end in {' or '.join(f'.{ending}' for ending in endings)}."
            )

    def _check_address(self, name, text):
        """Refuse an output that is no file, or that no disk takes."""
        found = re.match(_ADDRESS, text)
        if found:
            raise GroundshiftError(
                f"{self.title(name)}: {found.group().rstrip(':/')} outputs are not supported; "
                "give a file or a temporary file."
            )
        longest = max(len(os.fsencode(part)) for part in Path(text).parts or (text,))
        if longest > LONGEST_NAME:
            raise GroundshiftError(
                f"{self.title(name)}: the name is {longest} bytes long; shorten it to "
                f"{LONGEST_NAME}."
            )

    def note_layer(self, layer) -> None:
        """Remember a layer that is read, so that no output is written over it.

        Call it in ``collect``: layers belong to the main thread.
        """
        path = ogr_source(layer)[0]
        if path:
            from ..algorithms.formats.disguises import local_file

            self.note_path(local_file(path))

    def note_path(self, path) -> None:
        """See :meth:`note_layer`, for a path."""
        self._layer_paths = (*self._layer_paths, Path(path))

    def output_path(self, parameters, name, context):
        """Where to write an output; None where an optional one is not wanted.

        Its parent folder is made. Layers are noted down for loading.

        Raises
        ------
        GroundshiftError
            If the output is no plain file, is an input or another output, too, or its folder
            cannot be made.
        """
        definition = self.parameterDefinition(name)
        is_folder = isinstance(definition, QgsProcessingParameterFolderDestination)
        if isinstance(definition, QgsProcessingParameterFileDestination):
            text = self.parameterAsFileOutput(parameters, name, context)
        elif is_folder:
            text = self.parameterAsString(parameters, name, context)
        else:
            text = self.parameterAsOutputLayer(parameters, name, context)
        if not text:
            return None
        # Once more: a model does not check the values of its steps.
        self.check_ending(definition, text)
        path = Path(text)
        self._check_apart(parameters, name, path, context)
        self._make_folder(name, path if is_folder else path.parent)
        return path

    def _make_folder(self, name, folder):
        from ..algorithms.formats.leftovers import make_folder

        try:
            self._new_folders = (*make_folder(folder), *self._new_folders)
        except OSError as error:
            raise GroundshiftError(
                f"{self.title(name)}: the folder {folder} cannot be made ({error.strerror}); "
                "choose another place."
            ) from error

    def remove_new_folders(self) -> None:
        """Remove the folders that were made for outputs, where nothing was written to them."""
        from ..algorithms.formats.leftovers import remove_empty

        remove_empty(self._new_folders)
        self._new_folders = ()

    def _check_apart(self, parameters, name, path, context):
        """Refuse an output that would overwrite an input or another output."""
        for source in self._inputs(parameters, context):
            if _same(path, source):
                raise GroundshiftError(
                    f"{self.title(name)}: {path} is input and output; choose another output."
                )
        for other, target in self._taken:
            if other != name and _same(path, target):
                raise GroundshiftError(
                    f"{path}: is given for two outputs, {other} and {name}; give each a file of "
                    "its own."
                )
        self._taken = (*self._taken, (name, path))

    def store(self, name, path):
        """The Zarr store that a path leads to, where the parameter takes one; else None."""
        from ..algorithms.data.addresses import STORE, store_of

        takes = STORE in self.parameterDefinition(name).fileFilter()
        return store_of(path) if takes else None

    def _inputs(self, parameters, context):
        """Files that are read."""
        for definition in self.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterFile):
                text = self.parameterAsFile(parameters, definition.name(), context).strip()
                if text:
                    yield self.store(definition.name(), Path(text)) or Path(text)
        yield from self._layer_paths


def ogr_source(layer):
    """What OGR opens for a vector layer, and the layer's name; empty where OGR does not read it."""
    if layer.providerType() != "ogr":
        return "", ""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    # What lies in an archive has the archive's path between two other parts.
    path = "".join(parts.get(part) or "" for part in ("vsiPrefix", "path", "vsiSuffix"))
    return path, parts.get("layerName") or ""


def _format_of(definition) -> tuple:
    """Endings that an output may have, and what they stand for."""
    if isinstance(definition, QgsProcessingParameterRasterDestination):
        return RASTER_ENDINGS, "GeoTIFF"
    if isinstance(definition, QgsProcessingParameterVectorDestination):
        if definition.dataType() == QgsProcessing.SourceType.TypeVector:  # without geometries
            return VECTOR_ENDINGS[:1], "GeoPackage"
        return vector_endings(), "layer here"
    if isinstance(definition, QgsProcessingParameterFileDestination):
        kind, _, endings = definition.fileFilter().partition("(")
        return tuple(re.findall(r"\*\.(\w+)", endings)), f"{kind.strip()} file"
    return (), ""


def _same(first: Path, second: Path) -> bool:
    """Whether two paths lead to the same file, through links as well."""
    try:
        return os.path.samefile(first, second)
    except OSError:
        return os.path.realpath(first) == os.path.realpath(second)
