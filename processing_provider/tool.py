# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The base class of every tool.

A tool is one file with one class::

    class Velocity(Tool):
        ID = "velocity"                       # stable for ever; also names ui/icons/velocity.svg
        NAME = "Velocity from time series"
        GROUP = "timeseries"                  # a key of GROUPS
        SUMMARY = "Fits a rate to every pixel of a displacement time series."
        PAPER = "Fattahi and Amelung (2015), doi:10.1002/2015JB012419"
        NEEDS = ("numpy", "h5py", "numba")    # import names, see dependencies.py
        TAGS = ("rate", "trend")

        SERIES, VELOCITY, PEAK = "SERIES", "VELOCITY", "PEAK"

        def declare(self):
            self.add_file(self.SERIES, "Time series", "HDF5 in MintPy's layout.", "HDF5 (*.h5)")
            self.add_raster_output(self.VELOCITY, "Velocity", "mm a year, positive towards.")
            self.add_number_result(self.PEAK, "Fastest rate (mm/yr)")

        def check(self, parameters, context):            # optional: one sentence, or None
            return None

        def collect(self, parameters, context, feedback):  # optional: main thread, map layers
            self.mask = self.layer_source(parameters, self.MASK, context)

        def compute(self, parameters, context, feedback):
            from ...algorithms.io.velocities import fit_velocity    # heavy imports in here

            series = self.existing_path(parameters, self.SERIES, context)
            target = self.output_path(parameters, self.VELOCITY, context)
            progress = Progress(feedback)
            with Transaction() as files:
                peak = fit_velocity(series, files.add(target), progress=progress.part(0, 0.9),
                                    cancelled=progress.cancelled)
            self.style_raster(target, "velocity", limits=peak, abstract="Rate along ...")
            return {self.VELOCITY: target, self.PEAK: peak}

``compute`` raises `GroundshiftError` for input that cannot be used, `Cancelled` when stopped; numpy
numbers and paths in the returned dictionary are made plain. Layers are styled by templates of
``ui/styles`` (see :mod:`..ui.styling`); style and metadata are written beside the files, so that
results of ``qgis_process`` and of models open styled, too.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingAlgorithm, QgsProcessingException
from qgis.PyQt.QtGui import QIcon

from ..algorithms.errors import GroundshiftError
from ..ui import translation
from . import dependencies
from .about import PACKAGE, help_page, plugin_version
from .guard import cancelled_by_signals, sentence, told_to_user
from .parameters import Parameters
from .tidying import check_names, tidied

GROUPS = {
    "data": "Data",
    "timeseries": "Time series",
    "scatterers": "Scatterers (PS/DS)",
    "geometry": "Radar geometry",
    "areas": "Active areas",
    "source": "Earthquake source",
    "stress": "Stress",
    "forecast": "Forecast and warning",
    "tracking": "Offset tracking",
}
"""Room to toolbox group."""


class Progress:
    """A core function's ``progress(fraction)`` on a tool's feedback.

    Parameters
    ----------
    feedback : QgsProcessingFeedback
    start, stop : float
        Share of the bar, 0 to 1.
    """

    def __init__(self, feedback, start: float = 0.0, stop: float = 1.0):
        self._feedback = feedback
        self._start = start
        self._stop = stop

    def __call__(self, fraction: float) -> None:
        """Move the bar; `fraction` runs from 0 to 1."""
        share = self._start + (self._stop - self._start) * min(max(float(fraction), 0.0), 1.0)
        self._feedback.setProgress(100.0 * share)

    def part(self, start: float, stop: float) -> Progress:
        """A share of this share, for one step of several."""
        width = self._stop - self._start
        return Progress(self._feedback, self._start + start * width, self._start + stop * width)

    def cancelled(self) -> bool:
        """Whether the user asked to stop."""
        return self._feedback.isCanceled()


class Tool(Parameters, QgsProcessingAlgorithm):
    """Base class; see the module's docstring for how to use it."""

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

    def declare(self):
        """Declare parameters and outputs with the ``add_...`` methods."""
        raise TypeError(f"{type(self).__name__} declares no parameters")

    def check(self, parameters, context):
        """What can be known to be wrong before running: one sentence, or None."""
        return None

    def collect(self, parameters, context, feedback):
        """Read what belongs to the main thread, such as map layers."""

    def compute(self, parameters, context, feedback) -> dict:
        """Do the work and return outputs by name; the main thread is not needed."""
        raise TypeError(f"{type(self).__name__} computes nothing")

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
        into a ``p``, which is ended first.
        """
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
        missing = dependencies.missing(self.NEEDS)
        if missing:
            parts.append(f"<strong>{dependencies.how_to_get(missing)}</strong>")
        return "</p>" + "".join(f"<div>{part}</div>" for part in parts)

    def initAlgorithm(self, configuration=None):
        """Called once by QGIS."""
        self.declare()

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
            self.check_values(parameters, context)
            good, problem = super().checkParameterValues(parameters, context)
            if good:
                with dependencies.quiet_imports():
                    problem = self.check(parameters, context)
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

    def style_raster(
        self, path, style, limits=None, band=None, title="", abstract="", dates=None, when=None
    ):
        """Have a raster that was written styled and described.

        Parameters
        ----------
        path : path
            May be None (an output that was not wanted): nothing happens.
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
        """
        self._note("raster", path, style, limits, band, title, abstract, dates, when)

    def style_vector(self, path, style, limits=None, title="", abstract="", when=None):
        """Have a vector file that was written styled and described; see :meth:`style_raster`."""
        self._note("vector", path, style, limits, None, title, abstract, None, when)

    def _note(self, kind, path, *details):
        if path is not None:
            from .layers import Output

            self._written.append(Output(kind, Path(path), *details))

    def _start_packages(self, feedback):
        """Import what is needed; returns the marker to make when compiled kernels are new."""
        marker = None
        if "numba" in self.NEEDS:
            marker = dependencies.set_numba_cache() / f"used-{self.ID}-{plugin_version()}"
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
