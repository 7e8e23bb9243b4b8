# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Builds the models that the plugin ships, with QGIS' own model classes.

Run it with QGIS' Python after a tool's parameters have changed: ``python3 scripts/make_models.py``.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import tempfile

import qgis_env
from qgis.core import (
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterVectorLayer,
)
from qgis.PyQt.QtCore import QPointF

TARGET = qgis_env.ROOT / "processing_provider" / "models" / "interferogramstopoints.model3"
Number = QgsProcessingParameterNumber


def start():
    """QGIS with our provider in this process."""
    os.environ.update(qgis_env.environment(tempfile.mkdtemp()))
    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(os.path.join(application.pkgDataPath(), "python", "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    root = qgis_env.ROOT
    spec = importlib.util.spec_from_file_location(
        "groundshift", root / "__init__.py", submodule_search_locations=[str(root)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["groundshift"] = package
    spec.loader.exec_module(package)
    plugin = package.classFactory(None)
    plugin.initProcessing()
    return application, plugin


def parameters():
    """What the model asks for, with its place on the canvas."""
    folder = QgsProcessingParameterFile.Behavior.Folder
    return (
        QgsProcessingParameterFile("folder", "Folder of interferograms", folder),
        QgsProcessingParameterNumber(
            "coherence", "Coherence threshold", Number.Type.Double, 0.0, False, 0.0, 1.0
        ),
        QgsProcessingParameterPoint("reference", "Reference point", None, True),
        QgsProcessingParameterNumber(
            "quality", "Least temporal coherence", Number.Type.Double, 0.7, False, 0.0, 1.0
        ),
        QgsProcessingParameterVectorLayer("clip", "Clip to polygons", [2], None, True),
    )


def defaults(tool):
    """A model's step takes no default by itself."""
    algorithm = QgsApplication.processingRegistry().algorithmById(f"groundshift:{tool}")
    return {
        definition.name(): ("fromStaticValue", definition.defaultValue())
        for definition in algorithm.parameterDefinitions()
        if not definition.isDestination() and definition.defaultValue() not in (None, "")
    }


def child(model, tool, description, place, inputs, outputs):
    """Add a step; `inputs` are (kind, ...) by parameter, `outputs` (title, layer) by output."""
    step = QgsProcessingModelChildAlgorithm(f"groundshift:{tool}")
    step.setChildId(tool)
    step.setDescription(description)
    step.setPosition(QPointF(*place))
    source = QgsProcessingModelChildParameterSource
    for name, (kind, *value) in {**defaults(tool), **inputs}.items():
        step.addParameterSources(name, [getattr(source, kind)(*value)])
    finals = {}
    for name, title in outputs.items():
        final = QgsProcessingModelOutput(title)
        final.setChildId(tool)
        final.setChildOutputName(name)
        final.setDescription(title)
        final.setPosition(QPointF(place[0] + 260, place[1] + 60 * len(finals)))
        finals[title] = final
    step.setModelOutputs(finals)
    model.addChildAlgorithm(step)


def build() -> QgsProcessingModelAlgorithm:
    """Interferograms in, motion points out."""
    model = QgsProcessingModelAlgorithm("Interferograms to motion points", "Time series")
    for number, parameter in enumerate(parameters()):
        component = QgsProcessingModelParameter(parameter.name())
        component.setPosition(QPointF(120 + 230 * number, 60))
        model.addModelParameter(parameter, component)
    child(
        model, "importstack", "Import interferogram stack", (200, 200),
        {"FOLDER": ("fromModelParameter", "folder")}, {},
    )  # fmt: skip
    child(
        model, "sbas", "SBAS inversion", (420, 330),
        {
            "STACK": ("fromChildOutput", "importstack", "STACK"),
            "MIN_COHERENCE": ("fromModelParameter", "coherence"),
            "REFERENCE_POINT": ("fromModelParameter", "reference"),
        },
        {
            "VELOCITY": "Velocity", "VELOCITY_STD": "Velocity standard deviation",
            "TEMPORAL_COHERENCE": "Temporal coherence", "SUBSETS": "Network subsets",
        },
    )  # fmt: skip
    child(
        model, "timeseriestopoints", "Time series to points", (640, 620),
        {
            "TIMESERIES": ("fromChildOutput", "sbas", "TIMESERIES"),
            "GEOMETRY": ("fromChildOutput", "importstack", "GEOMETRY"),
            "MIN_TEMPORAL_COHERENCE": ("fromModelParameter", "quality"),
            "CLIP": ("fromModelParameter", "clip"),
        },
        {"POINTS": "Motion points"},
    )  # fmt: skip
    return model


def main():
    application, plugin = start()
    model = build()
    model.setGroup("Time series")
    help_text = {
        "ALG_DESC": "The whole way from a folder of unwrapped interferograms to velocity, its "
        "standard deviation and points with a displacement series: import, SBAS inversion, points. "
        "Open it in the model designer to change a step.",
        "ALG_CREATOR": "Groundshift",
    }
    model.setHelpContent(help_text)
    good, problems = model.validate()
    if not good:
        sys.exit(f"the model is not valid: {problems}")
    TARGET.parent.mkdir(exist_ok=True)
    if not model.toFile(str(TARGET)):
        sys.exit(f"{TARGET}: cannot be written")
    print(TARGET)
    plugin.unload()
    application.exitQgis()


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    os._exit(0)  # QGIS crashes when Python objects outlive it
