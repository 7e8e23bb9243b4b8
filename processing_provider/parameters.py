# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters in short form: declared with their help, read with their checks."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
)

from ..algorithms.errors import GroundshiftError
from .choices import label
from .targets import Targets, ogr_source
from .values import (
    check_disguise,
    cure,
    is_no_number,
    is_place,
    is_text,
    is_within,
    limits,
    missing_file,
)

_CHOICE_WIDGET = f"{__package__}.choice_widget.ChoiceWrapper"
# Looked up once: QGIS' start waits while all tools declare their hundreds of parameters.
_ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced
_INTEGER = QgsProcessingParameterNumber.Type.Integer
_DOUBLE = QgsProcessingParameterNumber.Type.Double
LAYERS = ("raster", "vector", "layer")


def crs_from_wkt(wkt: str) -> QgsCoordinateReferenceSystem:
    """QGIS' object for a grid's CRS; invalid where the text is empty (radar coordinates)."""
    return QgsCoordinateReferenceSystem.fromWkt(wkt) if wkt else QgsCoordinateReferenceSystem()


class Parameters(Targets):
    """Mixed into :class:`.tool.Tool`: ``add_...`` declare, the other methods read.

    Every ``add_...`` takes the parameter's name, what it is called, and its help. ``advanced``
    folds it away.
    """

    def add(self, parameter, help: str = "", advanced: bool = False):
        """Declare any parameter, with its help."""
        if help:
            parameter.setHelp(self.tr(help))
        if advanced:
            parameter.setFlags(parameter.flags() | _ADVANCED)
        self.addParameter(parameter)
        return parameter

    def add_file(
        self, name, title, help, filter="", default=None, optional=False, advanced=False
    ):  # fmt: skip
        """An existing file. `filter` as in file dialogs: ``HDF5 (*.h5 *.he5)``."""
        file = QgsProcessingParameterFile.Behavior.File
        parameter = QgsProcessingParameterFile(name, self.tr(title), file, "", default, optional)
        # QGIS' own default, *.*, refuses names without a dot.
        parameter.setFileFilter(filter or "All files (*)")
        return self.add(parameter, help, advanced)

    def add_folder(self, name, title, help, default=None, optional=False, advanced=False):
        """An existing folder."""
        folder = QgsProcessingParameterFile.Behavior.Folder
        parameter = QgsProcessingParameterFile(name, self.tr(title), folder, "", default, optional)
        return self.add(parameter, help, advanced)

    def add_number(
        self, name, title, help, default=None, minimum=None, maximum=None, integer=False,
        optional=False, advanced=False,
    ):  # fmt: skip
        """A number, whole if `integer`; without limits those of its unit hold."""
        kind = _INTEGER if integer else _DOUBLE
        parameter = QgsProcessingParameterNumber(name, self.tr(title), kind, default, optional)
        minimum, maximum = limits(title, minimum, maximum, integer)
        parameter.setMinimum(minimum)
        parameter.setMaximum(maximum)
        return self.add(parameter, help, advanced)

    def add_choice(self, name, title, help, choices, default=None, optional=False, advanced=False):
        """One of some words; the words themselves are the values, dialogs show :mod:`.choices`."""
        choices = list(choices)
        parameter = QgsProcessingParameterEnum(
            name, self.tr(title), choices, False, default, optional, True
        )
        labels = [self.tr(label(name, choice)) for choice in choices]
        parameter.setMetadata({"widget_wrapper": {"class": _CHOICE_WIDGET, "labels": labels}})
        return self.add(parameter, help, advanced)

    def add_flag(self, name, title, help, default=False, advanced=False):
        """Yes or no."""
        parameter = QgsProcessingParameterBoolean(name, self.tr(title), default)
        return self.add(parameter, help, advanced)

    def add_text(self, name, title, help, default=None, optional=False, advanced=False):
        """A line of text."""
        parameter = QgsProcessingParameterString(name, self.tr(title), default, False, optional)
        return self.add(parameter, help, advanced)

    def add_area(self, name, title, help, optional=True, advanced=False):
        """A rectangle on the map."""
        parameter = QgsProcessingParameterExtent(name, self.tr(title), None, optional)
        return self.add(parameter, help, advanced)

    def add_point(self, name, title, help, optional=True, advanced=False):
        """A point on the map."""
        parameter = QgsProcessingParameterPoint(name, self.tr(title), None, optional)
        return self.add(parameter, help, advanced)

    def add_polygons(self, name, title, help, optional=True, advanced=False):
        """A layer of polygons."""
        types = [QgsProcessing.SourceType.TypeVectorPolygon]
        parameter = QgsProcessingParameterVectorLayer(name, self.tr(title), types, None, optional)
        return self.add(parameter, help, advanced)

    def add_raster(self, name, title, help, optional=False, advanced=False):
        """A raster layer, read by :meth:`raster_path`."""
        parameter = QgsProcessingParameterRasterLayer(name, self.tr(title), None, optional)
        return self.add(parameter, help, advanced)

    def add_raster_output(self, name, title, help, optional=False, by_default=True, advanced=False):
        """A raster to write. `by_default` False leaves an optional one out unless asked for."""
        parameter = QgsProcessingParameterRasterDestination(
            name, self.tr(title), None, optional, by_default
        )
        return self.add(parameter, help, advanced)

    def add_vector_output(
        self, name, title, help, optional=False, by_default=True, advanced=False, polygons=False
    ):  # fmt: skip
        """A layer of points, or of polygons, to write."""
        types = QgsProcessing.SourceType
        parameter = QgsProcessingParameterVectorDestination(
            name, self.tr(title), types.TypeVectorPolygon if polygons else types.TypeVectorPoint,
            None, optional, by_default,
        )  # fmt: skip
        return self.add(parameter, help, advanced)

    def add_file_output(
        self, name, title, help, filter, optional=False, by_default=True, advanced=False
    ):
        """A file to write, such as ``HDF5 (*.h5)``."""
        parameter = QgsProcessingParameterFileDestination(
            name, self.tr(title), filter, None, optional, by_default
        )
        return self.add(parameter, help, advanced)

    def add_folder_output(self, name, title, help, optional=False, by_default=True, advanced=False):
        """A folder to fill."""
        parameter = QgsProcessingParameterFolderDestination(
            name, self.tr(title), None, optional, by_default
        )
        return self.add(parameter, help, advanced)

    def add_number_result(self, name, title):
        """A number that the tool reports."""
        self.addOutput(QgsProcessingOutputNumber(name, self.tr(title)))

    def add_text_result(self, name, title):
        """A text that the tool reports."""
        self.addOutput(QgsProcessingOutputString(name, self.tr(title)))

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
        if not path.exists():
            raise GroundshiftError(
                f"{self.title(name)}: there is no {kind} {path}; check the path."
            )
        if folder and not path.is_dir():
            raise GroundshiftError(f"{self.title(name)}: {path} is a file; give a folder.")
        if not folder and path.is_dir():
            raise GroundshiftError(f"{self.title(name)}: {path} is a folder; give a file.")
        return path

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

    def layer_source(self, parameters, name, context):
        """Path and layer name of a vector layer, to be opened by OGR; None where not given.

        Call it in :meth:`Tool.collect`: layers belong to the main thread.

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
                raise GroundshiftError(
                    f"{self.title(name)}: {parameters[name]} is not a layer that QGIS can open; "
                    "check the path."
                )
            return None
        self.note_layer(layer)
        path, layer_name = ogr_source(layer)
        if path and not layer.subsetString():
            return path, layer_name
        compatible = QgsProcessingUtils.convertToCompatibleFormat
        feedback = QgsProcessingFeedback()
        path = compatible(layer, False, name.lower(), ["gpkg"], "gpkg", context, feedback)
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
            raise GroundshiftError(
                f"{self.title(name)}: {parameters[name]} is not a raster that QGIS can open; "
                "check the path."
            )
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

    def point(self, parameters, name, context, crs: str = ""):
        """A point (x, y) in the data's CRS (WKT); None where not given."""
        if not self.is_given(parameters, name):
            return None
        point = self.parameterAsPoint(parameters, name, context, crs_from_wkt(crs))
        if point.isEmpty() or not is_place(point.x(), point.y()):
            raise GroundshiftError(f"{self.title(name)}: is no point; give it as x,y.")
        return point.x(), point.y()
