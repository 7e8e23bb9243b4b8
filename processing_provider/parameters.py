# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of parameters: read by the kinds of :mod:`..algorithms.declare`, and looked at."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterPoint,
    QgsProcessingUtils,
    QgsRasterLayer,
)

from ..algorithms.errors import GroundshiftError
from .targets import Targets, ogr_source
from .values import (
    check_disguise,
    cure,
    is_no_number,
    is_place,
    is_text,
    is_within,
    missing_file,
    paths_of,
)

LAYERS = ("raster", "vector", "layer")
TABLES = ("file", "vector", "layer", "source", "multilayer")


def crs_from_wkt(wkt: str) -> QgsCoordinateReferenceSystem:
    """QGIS' object for a grid's CRS; invalid where the text is empty (radar coordinates)."""
    return QgsCoordinateReferenceSystem.fromWkt(wkt) if wkt else QgsCoordinateReferenceSystem()


class Parameters(Targets):
    """The part of :class:`.tool.Tool` that reads what was chosen."""

    def value(self, asked, parameters, context):
        """The value of a parameter as its kind says; of layers in the main thread only.

        Parameters
        ----------
        asked : Parameter
            Its declaration.

        Raises
        ------
        GroundshiftError
            If it cannot be used.
        """
        if asked.kind == "layer":
            selected = asked.details.get("selected", False)
            return self.layer_source(parameters, asked.id, context, selected)
        if asked.kind == "field" and asked.details["several"]:
            # QGIS 3.34 renamed it.
            read = getattr(self, "parameterAsStrings", None) or self.parameterAsFields
            return tuple(read(parameters, asked.id, context))
        if asked.kind == "layers" and asked.details.get("shapes") == ("file",):
            return self.files(parameters, asked.id, context)
        return _READ[asked.kind](self, parameters, asked.id, context)

    def title(self, name: str) -> str:
        """What the user knows a parameter by, with its name: ``Stack (STACK)``."""
        definition = self.parameterDefinition(name)
        return f"{definition.description()} ({name})" if definition else name

    def is_given(self, parameters, name) -> bool:
        """Whether the user gave a value."""
        value = parameters.get(name)
        if value is None or value == "":
            return False
        # QVariant's NULL is an object of its own under Qt 5.
        return not (hasattr(value, "isNull") and value.isNull())

    def number(self, parameters, name, context):
        """Value of a number as float, None where an optional one was not given."""
        if not self._has_value(parameters, name):
            return None
        value = float(self.parameterAsDouble(parameters, name, context))
        # Once more: of an expression or a step of a model nobody has looked at the value.
        definition = self.parameterDefinition(name)
        if not is_within(definition, value):
            raise GroundshiftError(f"{self.title(name)}: {value:g} {cure(definition, value)}.")
        return value

    def integer(self, parameters, name, context):
        """Value of a whole number, None where an optional one was not given."""
        value = self.number(parameters, name, context)
        return None if value is None else int(value)

    def _has_value(self, parameters, name):
        # A model hands on an input that was left empty as NULL: the default holds then.
        default = self.parameterDefinition(name).defaultValue()
        return self.is_given(parameters, name) or default is not None

    def text(self, parameters, name, context) -> str:
        """Value of a text, stripped."""
        return self.parameterAsString(parameters, name, context).strip()

    def choice(self, parameters, name, context) -> str:
        """Value of a choice."""
        return self.parameterAsEnumString(parameters, name, context)

    def flag(self, parameters, name, context) -> bool:
        """Value of a yes or no."""
        return bool(self.parameterAsBoolean(parameters, name, context))

    def existing_path(self, parameters, name, context):
        """Path of a file or folder that must exist; None where an optional one was not given.

        Raises
        ------
        GroundshiftError
            If there is nothing at the path, a file where a folder is asked for, or the reverse.
        """
        from ..algorithms.data.addresses import NO_FOLDER, address_of

        text = self.parameterAsFile(parameters, name, context).strip()
        if not text:
            if self._is_optional(name):
                return None
            raise GroundshiftError(f"{self.title(name)}: no path is given; give one.")
        path = Path(text)
        folder = self.parameterDefinition(name).behavior() == (
            QgsProcessingParameterFile.Behavior.Folder
        )
        kind = "folder" if folder else "file"
        if address_of(path):
            if folder:
                raise GroundshiftError(f"{self.title(name)}: {text} {NO_FOLDER}")
            return path
        if not path.exists():
            raise GroundshiftError(
                f"{self.title(name)}: there is no {kind} {path}; check the path."
            )
        if folder and not path.is_dir():
            raise GroundshiftError(f"{self.title(name)}: {path} is a file; give a folder.")
        store = self.store(name, path)
        if not folder and store is None and path.is_dir():
            raise GroundshiftError(f"{self.title(name)}: {path} is a folder; give a file.")
        return store or path

    def _is_optional(self, name):
        flag = QgsProcessingParameterDefinition.Flag.FlagOptional
        return bool(self.parameterDefinition(name).flags() & flag)

    def check_values(self, parameters, context) -> None:
        """Look at every value that is given, before the run; QGIS' own text names no cure.

        Raises
        ------
        GroundshiftError
            If a file does not exist, a number is out of range, a word is none of the choices ...
        """
        for definition in self.parameterDefinitions():
            name = definition.name()
            if not self.is_given(parameters, name):
                self.check_missing(definition)
                continue
            value = parameters[name]
            if isinstance(value, str) and not is_text(value):
                raise GroundshiftError(
                    f"{self.title(name)}: holds a NUL or what is no character; write it anew."
                )
            if isinstance(definition, QgsProcessingParameterFile):
                self.existing_path(parameters, name, context)
            elif isinstance(definition, QgsProcessingParameterPoint):
                self.point(parameters, name, context)
            elif isinstance(definition, QgsProcessingParameterExtent):
                self.area(parameters, name, context)
            if definition.isDestination():
                self.check_ending(definition, value)
            if definition.type() in (*LAYERS, "multilayer"):
                check_disguise(self.title(name), value)  # before QGIS opens it
            if definition.type() in LAYERS:
                problem = missing_file(value)
                if problem:
                    raise GroundshiftError(f"{self.title(name)}: {value} {problem}.")
            if not definition.checkValueIsAcceptable(value, context) or is_no_number(
                definition, value
            ):
                raise GroundshiftError(f"{self.title(name)}: {value} {cure(definition, value)}.")

    def check_missing(self, definition):
        """Refuse that something indispensable is not given."""
        if self._is_optional(definition.name()) or definition.defaultValue() is not None:
            return
        what = "where to write it" if definition.isDestination() else "one"
        raise GroundshiftError(f"{self.title(definition.name())}: is missing; give {what}.")

    def packed(self, parameters, context) -> list:
        """A sentence for each file or layer of features that is much larger unpacked."""
        from ..algorithms.formats.packed import swelling_of

        said = {}
        for definition in self.parameterDefinitions():
            if definition.type() in TABLES and self.is_given(parameters, definition.name()):
                for path in paths_of(parameters[definition.name()], context):
                    said[swelling_of(path)] = None
        return list(filter(None, said))

    def _refuse_unopened(self, parameters, name, what="layer"):
        raise GroundshiftError(
            f"{self.title(name)}: {parameters[name]} is not a {what} that QGIS can open; check the "
            "path."
        )

    def layer_source(self, parameters, name, context, selected=False):
        """Path and layer name of a vector layer, to be opened by OGR; None where not given.

        Call it in :meth:`Tool.collect`: layers belong to the main thread. With `selected` only
        the selected features are taken, where some are.

        Returns
        -------
        (str, str) or None
            Dataset, and name of the layer in it (empty for its first).

        Raises
        ------
        GroundshiftError
            If the layer is not a file, or its selection or filter would be lost.
        """
        layer = self.parameterAsVectorLayer(parameters, name, context)
        if layer is None:
            if self.is_given(parameters, name):
                self._refuse_unopened(parameters, name)
            return None
        self.note_layer(layer)
        path, layer_name = ogr_source(layer)
        some = selected and layer.selectedFeatureCount() > 0
        if path and not layer.subsetString() and not some:
            return path, layer_name
        compatible = QgsProcessingUtils.convertToCompatibleFormat
        feedback = QgsProcessingFeedback()
        path = compatible(layer, some, name.lower(), ["gpkg"], "gpkg", context, feedback)
        return path, ""

    def raster_path(self, parameters, name, context):
        """What GDAL opens for a raster layer; None where not given.

        Call it in :meth:`Tool.collect`: layers belong to the main thread.

        Raises
        ------
        GroundshiftError
            If there is no such layer, or it is none that GDAL reads.
        """
        if not self.is_given(parameters, name):
            return None
        layer = self.parameterAsRasterLayer(parameters, name, context)
        if layer is None:
            self._refuse_unopened(parameters, name, "raster")
        if layer.providerType() != "gdal":
            raise GroundshiftError(
                f"{self.title(name)}: the layer {layer.name()} comes from a "
                f"{layer.providerType()} source; save it as a GeoTIFF first."
            )
        path = layer.source().split("|")[0]
        self.note_path(path)
        return path

    def area(self, parameters, name, context, crs: str = ""):
        """A rectangle in the data's CRS; None where not given.

        Parameters
        ----------
        crs : str
            WKT of the data's CRS; empty takes the numbers as they are.

        Returns
        -------
        (xmin, ymin, xmax, ymax) or None

        Raises
        ------
        GroundshiftError
            If the rectangle has no area.
        """
        if not self.is_given(parameters, name):
            return None
        box = self.parameterAsExtent(parameters, name, context, crs_from_wkt(crs))
        if box.isNull() or not box.isFinite() or box.width() <= 0 or box.height() <= 0:
            raise GroundshiftError(
                f"{self.title(name)}: the rectangle is empty; "
                "give xmin,xmax,ymin,ymax with xmin < xmax and ymin < ymax."
            )
        corners = box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
        if not is_place(*corners):
            raise GroundshiftError(
                f"{self.title(name)}: the rectangle is larger than the Earth; give its corners in "
                "the units of its CRS."
            )
        return corners

    def crs(self, parameters, name, context) -> str:
        """WKT of a CRS; empty where none is given.

        Raises
        ------
        GroundshiftError
            If it is not valid.
        """
        if not self.is_given(parameters, name):
            return ""
        chosen = self.parameterAsCrs(parameters, name, context)
        if not chosen.isValid():
            raise GroundshiftError(f"{self.title(name)}: is not valid; choose another one.")
        return chosen.toWkt()

    def point(self, parameters, name, context):
        """A point (x, y) as it is given; None where not given."""
        if not self.is_given(parameters, name):
            return None
        point = self.parameterAsPoint(parameters, name, context)
        if point.isEmpty() or not is_place(point.x(), point.y()):
            raise GroundshiftError(f"{self.title(name)}: is no point; give it as x,y.")
        return point.x(), point.y()

    def files(self, parameters, name, context) -> tuple:
        """Paths of several files, none of which is to be written over."""
        if not self.is_given(parameters, name):
            return ()
        paths = tuple(p.strip() for p in self.parameterAsFileList(parameters, name, context))
        for path in paths:
            self.note_path(path)
        return paths

    def layers(self, parameters, name, context) -> tuple:
        """Sources of several layers."""
        layers = self.parameterAsLayerList(parameters, name, context) or ()
        return tuple(layer.source() for layer in layers)

    def table(self, parameters, name, context) -> tuple:
        """Cells of a table, row by row."""
        return tuple(self.parameterAsMatrix(parameters, name, context))

    def rates(self, parameters, name, context):
        """Path, name of the layer in it, whether it is a raster, and its CRS (WKT)."""
        if not self.is_given(parameters, name):
            return None
        layer = self.parameterAsLayer(parameters, name, context)
        if layer is None:
            self._refuse_unopened(parameters, name)
        crs = layer.crs().toWkt()
        if isinstance(layer, QgsRasterLayer):
            return self.raster_path(parameters, name, context), "", True, crs
        return *self.layer_source(parameters, name, context), False, crs

    def place(self, parameters, name, context):
        """A point and the WKT of its own CRS: (x, y, WKT); None where not given."""
        point = self.point(parameters, name, context)
        crs = self.parameterAsPointCrs(parameters, name, context)
        return None if point is None else (*point, _own_crs(parameters[name], crs))

    def box(self, parameters, name, context):
        """A rectangle and its CRS, likewise: (xmin, ymin, xmax, ymax, WKT)."""
        box = self.area(parameters, name, context)
        crs = self.parameterAsExtentCrs(parameters, name, context)
        return None if box is None else (*box, _own_crs(parameters[name], crs))


def _own_crs(value, crs) -> str:
    """WKT of the CRS that a place comes with; empty for plain numbers, the data's own."""
    plain = isinstance(value, str) and "[" not in value and value.count(",") > 0
    return "" if plain or not hasattr(crs, "toWkt") or not crs.isValid() else crs.toWkt()


_READ = {
    "file": Parameters.existing_path, "folder": Parameters.existing_path,
    "number": Parameters.number, "whole": Parameters.integer, "choice": Parameters.choice,
    "flag": Parameters.flag, "text": Parameters.text, "raster": Parameters.raster_path,
    "rates": Parameters.rates, "layers": Parameters.layers, "crs": Parameters.crs,
    "table": Parameters.table, "field": Parameters.text, "point": Parameters.place,
    "area": Parameters.box, "login": Parameters.text,
}  # fmt: skip
