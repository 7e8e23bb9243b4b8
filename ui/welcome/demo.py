# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The demo scene: simulated, inverted and mapped in the background, then shown.

Like ``scripts/demo.py``, on a smaller scene, with the chain that corrects errors, by QGIS' tasks.
"""

from __future__ import annotations

import itertools
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import styling
from ..translation import tr

SCENE = {
    "FORMAT": "hyp3", "ROWS": 220, "COLS": 220, "DATES": 36, "CONNECTIONS": 3, "BOWLS": 2,
    "BOWL_RATE": -60, "LANDSLIDES": 6, "LANDSLIDE_RATE": 60, "PIXEL_SIZE": 40, "SEED": 6,
}  # fmt: skip
STEPS = (
    ("simulatestack", {
        **SCENE, "FOLDER": "interferograms", "TRUE_VELOCITY": "true_velocity.tif",
        "TRUE_SOURCES": "true_sources.gpkg",
    }),
    ("smallbaseline", {
        "FOLDER": "interferograms", "TIMESERIES": "timeseries.h5", "VELOCITY": "velocity.tif",
        "TEMPORAL_COHERENCE": "temporal_coherence.tif", "POINTS": "points.gpkg",
        "REPORT": "report.html",
    }),
    ("activeareas", {"POINTS": "points.gpkg", "SELECTION": "fixed", "AREAS": "areas.gpkg"}),
)  # fmt: skip
"""Tools, and their parameters; names of files stand for files in the scene's folder."""

FILES = (
    ("areas.gpkg", "Active areas", True),
    ("true_sources.gpkg", "True bowls and landslides", True),
    ("points.gpkg", "Motion points (mm/yr)", False),
    ("velocity.tif", "Velocity (mm/yr)", True),
    ("true_velocity.tif", "True velocity (mm/yr)", False),
    ("temporal_coherence.tif", "Temporal coherence", False),
)
"""File, name and whether it is switched on, from top to bottom."""


def new_folder(parent) -> Path:
    """A folder for a demo below another one; it is not made yet."""
    names = itertools.chain(
        ("groundshift_demo",), (f"groundshift_demo_{k}" for k in itertools.count(2))
    )
    return next(path for path in (Path(parent) / name for name in names) if not path.exists())


_ALIVE = {}
"""What tasks under way point at: QGIS holds no reference that Python knows of."""


class _Feedback(QgsProcessingFeedback):
    """Keeps the one sentence of a run that failed."""

    def __init__(self):
        super().__init__(False)
        self.problem = ""

    def reportError(self, text, fatalError=False):
        """Called by tools, also from the task's thread."""
        self.problem = self.problem or text


class Demo(QObject):
    """One run of the demo.

    Parameters
    ----------
    folder : path
        For the files; made where missing.
    parent : QObject, optional

    Signals
    -------
    progressed(str, float)
        Title of the tool at work, and percent of the whole.
    finished(str)
        Empty where all went well, else one sentence; ``Cancelled`` gives one, too.
    """

    progressed = pyqtSignal(str, float)
    finished = pyqtSignal(str)

    def __init__(self, folder, parent=None):
        super().__init__(parent)
        self.folder = Path(folder)
        self._step = -1
        self._cancelled = False
        self._task = self._algorithm = self._feedback = self._context = None

    def start(self) -> None:
        """Run the first tool; the others follow."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = error.strerror or str(error)
            self.finished.emit(
                tr("{folder}: cannot be made ({why}); choose another folder.").format(
                    folder=self.folder, why=why
                )
            )
            return
        self._next()

    def cancel(self) -> None:
        """Stop; what the tools have finished stays in the folder."""
        self._cancelled = True
        if self._feedback is not None:
            self._feedback.cancel()

    def _next(self):
        self._step += 1
        if self._step == len(STEPS):
            self._end("")
            return
        tool, parameters = STEPS[self._step]
        self._algorithm = QgsApplication.processingRegistry().createAlgorithmById(
            f"groundshift:{tool}"
        )
        if self._algorithm is None:
            self._end(tr("The tool {tool} is missing; install Groundshift anew.").format(tool=tool))
            return
        good, problem = self._algorithm.canExecute()
        if not good:
            self._end(problem)
            return
        self._feedback, self._context = _Feedback(), QgsProcessingContext()
        self._feedback.progressChanged.connect(self._progressed)
        self._task = QgsProcessingAlgRunnerTask(
            self._algorithm, self._with_paths(parameters), self._context, self._feedback
        )
        if self._task.isCanceled():  # what failed at once never starts and never reports
            self._executed(False, {})
            return
        key = id(self._feedback)
        _ALIVE[key] = (self._algorithm, self._feedback, self._context)
        self._task.executed.connect(self._executed)
        self._task.executed.connect(lambda *_: _ALIVE.pop(key))
        self._progressed(0.0)
        QgsApplication.taskManager().addTask(self._task)

    def _with_paths(self, parameters):
        files = {
            name: str(self.folder / value)
            for name, value in parameters.items()
            if isinstance(value, str) and (Path(value).suffix or name == "FOLDER")
        }
        return {**parameters, **files}

    def _progressed(self, percent):
        if self._algorithm is not None:
            share = (self._step + percent / 100) / len(STEPS)
            self.progressed.emit(self._algorithm.displayName(), 100 * share)

    def _executed(self, successful, _):
        if self._cancelled or (self._feedback.isCanceled() and not self._feedback.problem):
            self._end(tr("The demo was stopped."))
        elif not successful:
            problem = self._feedback.problem or tr("the log says more.")
            self._end(f"{self._algorithm.displayName()}: {problem}")
        else:
            self._next()

    def _end(self, problem):
        self._task = self._algorithm = None
        self.finished.emit(problem)


def show_layers(folder, project=None) -> list:
    """Add the demo's layers to the project, in a group of their own at the top.

    Parameters
    ----------
    folder : path
    project : QgsProject, optional
        The open one without.

    Returns
    -------
    list of QgsMapLayer
        Those that were added, from top to bottom.
    """
    project = project or QgsProject.instance()
    group = project.layerTreeRoot().insertGroup(0, tr("Groundshift demo scene"))
    layers = []
    for file, name, visible in FILES:
        path = Path(folder) / file
        if not path.exists():
            continue
        kind = (QgsRasterLayer,) if path.suffix == ".tif" else (QgsVectorLayer, "ogr")
        layer = kind[0](str(path), tr(name), *kind[1:])
        layer.loadDefaultMetadata()
        project.addMapLayer(layer, False)
        node = group.addLayer(layer)
        node.setItemVisibilityChecked(visible)
        node.setExpanded(file == "velocity.tif")
        layers.append(layer)
    # Maps of rates say what the colours of points and areas mean.
    shared = sorted(layers, key=lambda layer: not isinstance(layer, QgsRasterLayer))
    for number, layer in enumerate(shared):
        styling.share_limits(layer, shared[:number])
    return layers
