# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pieces of which the shipped models are made."""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildDependency,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFile,
)
from qgis.PyQt.QtCore import QPointF

AUTHOR = "The Groundshift developers"


def meaning(tool, name) -> str:
    """What a tool says of one of its parameters."""
    algorithm = QgsApplication.processingRegistry().algorithmById(f"groundshift:{tool}")
    return algorithm.parameterDefinition(name).help()


def asked(definition, text):
    """A parameter of a model, with its help."""
    definition.setHelp(text)
    return definition


def interferograms_asked() -> tuple:
    """What most models begin with: a folder, and what some products do not say."""
    folder = QgsProcessingParameterFile.Behavior.Folder
    return (
        asked(
            QgsProcessingParameterFile("folder", "Folder of interferograms", folder),
            meaning("smallbaseline", "FOLDER"),
        ),
        *(_as_asked_by("importstack", name) for name in ("WAVELENGTH", "SIGN")),
    )


def _as_asked_by(tool, name):
    """A tool's parameter as one of a model."""
    algorithm = QgsApplication.processingRegistry().algorithmById(f"groundshift:{tool}")
    definition = algorithm.parameterDefinition(name).clone()
    definition.setName(name.lower())
    return definition


INTERFEROGRAMS = {
    name.upper(): ("fromModelParameter", name) for name in ("folder", "wavelength", "sign")
}
"""What a step takes of :func:`interferograms_asked`."""


def defaults(tool):
    """A model's step takes no default by itself."""
    algorithm = QgsApplication.processingRegistry().algorithmById(f"groundshift:{tool}")
    return {
        definition.name(): ("fromStaticValue", definition.defaultValue())
        for definition in algorithm.parameterDefinitions()
        if not definition.isDestination() and definition.defaultValue() not in (None, "")
    }


def child(model, tool, description, place, inputs, outputs, name=""):
    """Add a step.

    Parameters
    ----------
    model : QgsProcessingModelAlgorithm
    tool : str
    description : str
    place : (float, float)
        On the canvas.
    inputs : dict
        By parameter: the kind of source and what it takes.
    outputs : dict
        By output that the model hands on: its title.
    name : str
        Of the step, where a tool has several; the tool's by default.
    """
    step = QgsProcessingModelChildAlgorithm(f"groundshift:{tool}")
    step.setChildId(name or tool)
    step.setDescription(description)
    step.setPosition(QPointF(*place))
    source = QgsProcessingModelChildParameterSource
    for parameter, (kind, *value) in {**defaults(tool), **inputs}.items():
        step.addParameterSources(parameter, [getattr(source, kind)(*value)])
    finals = {}
    for output, title in outputs.items():
        final = QgsProcessingModelOutput(title)
        final.setChildId(name or tool)
        final.setChildOutputName(output)
        final.setDescription(title)
        final.setPosition(QPointF(place[0] + 260, place[1] + 60 * len(finals)))
        finals[title] = final
    step.setModelOutputs(finals)
    model.addChildAlgorithm(step)


def branch(model, name, description, place, condition):
    """Add a fork: steps that depend on it (:func:`only_if`) run where a condition holds."""
    step = QgsProcessingModelChildAlgorithm("native:condition")
    step.setChildId(name)
    step.setDescription(description)
    step.setPosition(QPointF(*place))
    step.setConfiguration({"conditions": [{"name": name, "expression": condition}]})
    model.addChildAlgorithm(step)


def only_if(model, step, name):
    """Let a step run only where the condition of a :func:`branch` holds."""
    model.childAlgorithm(step).setDependencies([QgsProcessingModelChildDependency(name, name)])


def new_model(title, inputs, help_text, group="Time series") -> QgsProcessingModelAlgorithm:
    """A model that asks for some inputs and has no steps yet."""
    model = QgsProcessingModelAlgorithm(title, group)
    for number, parameter in enumerate(inputs):
        component = QgsProcessingModelParameter(parameter.name())
        component.setPosition(QPointF(120 + 230 * number, 60))
        model.addModelParameter(parameter, component)
    model.setParameterOrder([parameter.name() for parameter in inputs])
    model.setHelpContent({"ALG_DESC": help_text})
    return model


def complete_help(model, version) -> None:
    """Write what the dialog's right side shows: inputs and outputs by their own help, and whose.

    Raises
    ------
    ValueError
        A parameter or an output has no help.
    """
    content = {**model.helpContent(), "ALG_CREATOR": AUTHOR, "ALG_VERSION": version}
    for definition in model.parameterDefinitions():
        if not definition.help():
            raise ValueError(f"{model.name()}: {definition.name()} has no help")
        content[definition.name()] = definition.help()
    model.setHelpContent(content)
