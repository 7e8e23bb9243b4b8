# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The base class of every tool.

What a tool asks for, gives and does stands in a file of the core; a tool of QGIS is a class with
nothing but words for the toolbox::

    class Shp(Tool):
        CORE = shp                            # algorithms/scatterers/tools/shp.py
        ID = "shp"                            # stable for ever; also names ui/icons/shp.svg
        NAME = "Homogeneous neighbours (SHP)"
        GROUP = "scatterers"                  # a key of GROUPS
        SUMMARY = "Finds the statistically homogeneous neighbours of every pixel ..."
        PAPER = "Parizzi and Brcic (2011), doi:10.1109/LGRS.2010.2083631"
        NEEDS = ("numpy", "h5py", "numba")    # import names, see dependencies.py
        TAGS = ("distributed scatterer",)

All else is made from that file; see :mod:`..algorithms.declare`. It raises `GroundshiftError` for
input that cannot be used, `Cancelled` when stopped. Layers are styled by templates of ``ui/styles``
(see :mod:`..ui.styling`); style and metadata are written beside the files, so that results of
``qgis_process`` and of models open styled, too.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingException
from qgis.PyQt.QtGui import QIcon

from ..algorithms.asked import job_of
from ..algorithms.declare import asked_by
from ..algorithms.errors import GroundshiftError
from ..ui import translation
from . import dependencies
from .about import PACKAGE, help_page, used_marker
from .declaring import definitions, results
from .guard import cancelled_by_signals, sentence, told_to_user
from .parameters import Parameters
from .tidying import check_names, open_addresses, tidied

GROUPS = {
    "data": "Data",
    "timeseries": "Time series",
    "scatterers": "Scatterers (PS/DS)",
    "geometry": "Radar geometry",
    "areas": "Active areas",
    "tracking": "Offset tracking",
    "terrain": "Terrain change",
    "strain": "Gradients and strain",
    "detection": "Learned detection",
    "forecast": "Forecast and warning",
    "cryosphere": "Ice and permafrost",
    "source": "Earthquake source",
    "stress": "Stress",
}
"""Room to toolbox group."""


class Tool(Parameters, QgsProcessingAlgorithm):
    """Base class; see the module's docstring for how to use it."""

    CORE = None
    """The tool's file in the core; imports nothing heavy."""
    ID = ""
    NAME = ""
    GROUP = "data"
    SUMMARY = ""
    PAPER = ""
    NEEDS = ()
    TAGS = ()
    TERRAIN = "DEM"
    """Parameter of the elevation model, for the shaded relief that is laid over the results."""

    def __init__(self):
        super().__init__()
        self._written = []
        self._terrain = ""

    @property
    def asked(self):
        """The class of the parameters."""
        return asked_by(self.CORE)

    def check(self, parameters, context) -> None:
        """What the core says about choices that do not go together.

        Raises
        ------
        GroundshiftError
        """
        values = {
            own.id: (parameters.get(own.id) if self.is_given(parameters, own.id) else None)
            if own.kind in ("layer", "raster", "rates", "layers")  # not to be opened for that
            else self.value(own, parameters, context)
            for own in self.asked.PARAMETERS
        }  # fmt: skip
        self.asked.of(values, as_they_are=True)

    def collect(self, parameters, context, feedback):
        """Read everything that was chosen: layers belong to the main thread."""
        asked = self.asked
        values = {own.id: self.value(own, parameters, context) for own in asked.PARAMETERS}
        self.chosen = asked.of(values, as_they_are=True)

    def compute(self, parameters, context, feedback) -> dict:
        """Run the core's function; outputs and numbers by id."""
        from ..algorithms.outputs import execute
        from . import drawing
        from .layers import Output
        from .network import fetcher

        targets = {
            output.id: self.output_path(parameters, output.id, context)
            if self.chosen.gives(output.id) else None
            for output in self.CORE.OUTPUTS
        }  # fmt: skip
        job = job_of(
            self.chosen, progress=lambda share: feedback.setProgress(100.0 * min(share, 1.0)),
            cancelled=feedback.isCanceled, note=feedback.pushInfo, warn=feedback.pushWarning,
            fetch=fetcher(feedback),
        )  # fmt: skip
        numbers, outputs = execute(self.CORE, self.chosen, targets, job, drawing)
        self._written = [Output(kind, path, **look) for _, kind, path, look in outputs.looks()]
        written = {name: path if outputs.wanted(name) else None for name, path in targets.items()}
        return {**written, **numbers}

    def createInstance(self):
        """A fresh tool."""
        return type(self)()

    def tr(self, text):
        """Translate in the plugin's context."""
        return translation.tr(text)

    def name(self):
        """Id without the provider."""
        return self.ID

    def displayName(self):
        """Name in the toolbox."""
        return self.tr(self.NAME)

    def group(self):
        """Group in the toolbox."""
        return self.tr(GROUPS[self.GROUP])

    def groupId(self):
        """Room."""
        return self.GROUP

    def tags(self):
        """Words that find the tool."""
        return [*(self.tr(tag) for tag in self.TAGS), "insar", "radar", "ground motion"]

    def icon(self):
        """Icon in the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        """The tool's icon, or the plugin's."""
        icons = PACKAGE / "ui" / "icons"
        own = icons / f"{self.ID}.svg"
        return str(own if own.exists() else icons / "groundshift.svg")

    def shortDescription(self):
        """One line."""
        return self.tr(self.SUMMARY).split("\n")[0]

    def helpUrl(self):
        """Where more is written: what the dialog's Help button opens."""
        return help_page(self.ID)

    def shortHelpString(self):
        """Help beside the dialog, composed from what is said at each parameter.

        The dialog gives ``b`` and ``p`` dark colours, which no dark theme shows, and puts the whole
        into a ``p``, which is ended first. ``qgis_process`` prints it as it is, below the summary
        and above the help of every parameter: there it is the rest in plain text.
        """
        missing = dependencies.missing(self.NEEDS)
        if QgsApplication.platform() == "qgis_process":
            method = f"{self.tr('Method')}: {self.PAPER}" if self.PAPER else ""
            return "\n".join(filter(None, (method, missing and dependencies.how_to_get(missing))))
        outputs = {definition.name() for definition in self.destinationParameterDefinitions()}
        takes, gives = [], []
        for definition in self.parameterDefinitions():
            line = f"<strong>{definition.description()}</strong>: {definition.help()}"
            (gives if definition.name() in outputs else takes).append(line)
        gives += [
            f"<strong>{output.description()}</strong>"
            for output in self.outputDefinitions()
            if output.name() not in outputs
        ]
        parts = [self.tr(self.SUMMARY)]
        for title, lines in (("What goes in", takes), ("What comes out", gives)):
            if lines:
                parts.append(f"<h3>{self.tr(title)}</h3>" + "<br>".join(lines))
        if self.PAPER:
            parts.append(f"<h3>{self.tr('Method')}</h3>{self.PAPER}")
        if missing:
            parts.append(f"<strong>{dependencies.how_to_get(missing)}</strong>")
        return "</p>" + "".join(f"<div>{part}</div>" for part in parts)

    def initAlgorithm(self, configuration=None):
        """Parameters, outputs and results."""
        for definition in definitions(self.asked.PARAMETERS, self.CORE.OUTPUTS, translation.tr):
            self.addParameter(definition)
        for result in results(self.CORE.NUMBERS, getattr(self.CORE, "TEXTS", {}), translation.tr):
            self.addOutput(result)

    def canExecute(self):
        """Whether packages are there; what is missing goes to the dialog."""
        missing = dependencies.missing(self.NEEDS)
        return not missing, dependencies.how_to_get(missing) if missing else ""

    def checkParameterValues(self, parameters, context):
        """QGIS' own checks, then the tool's."""
        executable, problem = self.canExecute()
        if not executable:
            return False, problem
        try:
            check_names(self, parameters)
            parameters = tidied(self, parameters)
            open_addresses(self, parameters, context)
            self.check_values(parameters, context)
            good, problem = super().checkParameterValues(parameters, context)
            if good:
                with dependencies.quiet_imports():
                    self.check(parameters, context)
        except Exception as error:  # one that goes on from here has PyQt end the whole of QGIS
            problem = sentence(error)
        return not problem, problem or ""

    def prepareAlgorithm(self, parameters, context, feedback):
        """Refuse without packages (qgis_process does not ask canExecute), then prepare."""
        missing = dependencies.missing(self.NEEDS)
        if missing:
            raise QgsProcessingException(dependencies.how_to_get(missing))
        with told_to_user(feedback):
            parameters = tidied(self, parameters)
            open_addresses(self, parameters, context)
            for warning in self.packed(parameters, context):
                feedback.pushWarning(warning)
            self.collect(parameters, context, feedback)
            if self.parameterDefinition(self.TERRAIN) is not None:
                layer = self.parameterAsRasterLayer(parameters, self.TERRAIN, context)
                self._terrain = "" if layer is None else layer.source()
        return True

    def processAlgorithm(self, parameters, context, feedback):
        """Run the tool; whatever goes wrong becomes one sentence."""
        self._written = []
        before = context.layersToLoadOnCompletion()
        parameters = tidied(self, parameters)
        try:
            with told_to_user(feedback), cancelled_by_signals(feedback):
                first_use = self._start_packages(feedback)
                # A cancel that comes after the outputs were put in place comes too late.
                results = self.compute(parameters, context, feedback)
                if first_use is not None:
                    first_use.touch()
        except QgsProcessingException:
            # Else QGIS would load what lies there from an earlier run, or complain once more.
            context.setLayersToLoadOnCompletion(before)
            self._written = []
            self.remove_new_folders()
            raise
        self._parameters = self._as_text(parameters, context, results)
        return {name: plain(value) for name, value in results.items() if value is not None}

    def postProcessAlgorithm(self, context, feedback):
        """Write style and metadata beside the layers, and have QGIS load them."""
        from . import layers
        from .landing import Landing

        landing = Landing(self.displayName(), self._terrain, self.tr("Terrain"))
        for output in self._written:
            try:
                layers.write_sidecars(output, self, self._parameters)
            except Exception as error:
                feedback.pushWarning(f"{output.path}: no style was written ({error}).")
            layers.load_styled(output, landing, context)
        return {}

    def _start_packages(self, feedback):
        """Import what is needed; returns the marker to make when compiled kernels are new."""
        marker = None
        if "numba" in self.NEEDS:
            marker = used_marker(dependencies.set_numba_cache(), self.ID)
            marker.parent.mkdir(parents=True, exist_ok=True)
            if not marker.exists():
                feedback.pushInfo(
                    self.tr(
                        "The first run of this tool compiles its kernels, which takes up to a "
                        "minute; later runs start at once."
                    )
                )
        dependencies.settle_pyproj()
        problem = dependencies.import_problem(self.NEEDS)
        if problem:
            raise GroundshiftError(problem)
        return marker

    def _as_text(self, parameters, context, results) -> list:
        """The run's parameters, a line each, as they would stand in a Python call."""
        lines = []
        for definition in self.parameterDefinitions():
            name = definition.name()
            value = parameters.get(name, definition.defaultValue())
            if definition.isDestination():
                # Where it is, also of temporary outputs: their series is found by that.
                value = plain(results.get(name, value))
            lines.append(f"{name} = {definition.valueAsPythonString(value, context)}")
        return lines


def plain(value):
    """A result as QGIS can hand it on: numpy numbers would arrive as empty strings."""
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value.item() if hasattr(value, "item") else value
