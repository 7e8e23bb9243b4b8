# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Graphical models that come with the plugin.

QGIS makes every step of a model twice to read it, which for all models took as long as the rest of
the plugin's start. So the toolbox holds a :class:`ListedModel`, which knows from ``index.json``
what the model asks for and gives, and reads the model when somebody opens or runs it.
"""

from __future__ import annotations

import json
import os
import zlib

from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingParameters
from qgis.PyQt.QtGui import QIcon

from ..ui.translation import tr
from .about import PACKAGE, help_page
from .tool import GROUPS

MODELS = PACKAGE / "processing_provider" / "models"
INDEX = "index.json"
"""Made by ``scripts/make_models.py``, beside the models."""


def models(folder):
    """The models of a folder.

    Yields
    ------
    (Path, ShippedModel or None)
        None where the file holds no model.
    """
    entries = _read_index(folder)
    for path in sorted(folder.glob("*.model3")):
        entry = entries.get(path.name)
        if entry is not None and entry["checksum"] == checksum(path):
            yield path, ListedModel(path, entry)
        else:  # put there or changed by hand
            yield path, ShippedModel.from_path(path)


def _read_index(folder) -> dict:
    try:
        return json.loads((folder / INDEX).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def checksum(path) -> int:
    """Of a model's file, whatever its line ends."""
    return zlib.crc32(path.read_bytes().replace(b"\r\n", b"\n"))


def entry_of(path) -> dict:
    """What the index says of a model: all that QGIS asks of it before it is opened.

    The plugin's tools must be registered.

    Raises
    ------
    ValueError
        If the file holds no model.
    """
    model = QgsProcessingModelAlgorithm()
    if not model.fromFile(str(path)):
        raise ValueError(f"{path}: holds no model; make it anew.")
    definitions = (definition.toVariantMap() for definition in model.parameterDefinitions())
    return {
        "checksum": checksum(path), "title": model.name(), "group": model.group(),
        "help": model.helpContent(), "parameters": [_as_json(values) for values in definitions],
    }  # fmt: skip


def _as_json(value):
    if isinstance(value, dict):
        return {name: _as_json(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_as_json(item) for item in value]
    return value if isinstance(value, (str, bool, int, float)) else None  # Qt's NULL


class ShippedModel(QgsProcessingModelAlgorithm):
    """A model of the folder ``models`` that stands among the tools of its room.

    Its id is the file's name, its display name and group are those that the model designer shows.
    """

    @staticmethod
    def from_path(path):
        """Read a model; None where the file holds none."""
        model = ShippedModel()
        if not model.fromFile(str(path)):
            return None
        model.setSourceFilePath(str(path))
        model.translate()
        return model

    def translate(self):
        """Put what is asked and given, and the help, into the user's language."""
        for definition in self.parameterDefinitions():
            definition.setDescription(tr(definition.description()))
            if definition.help():
                definition.setHelp(tr(definition.help()))
        for output in self.outputDefinitions():
            output.setDescription(tr(output.description()))
        content = self.helpContent()
        self.setHelpContent({key: tr(text) if text else text for key, text in content.items()})

    def createInstance(self):
        """A copy of the same class; QGIS' own would be a plain model with another name."""
        copy = ShippedModel()
        copy.loadVariant(self.toVariant())
        copy.setSourceFilePath(self.sourceFilePath())
        copy.setProvider(self.provider())
        copy.translate()
        return copy

    def name(self):
        """Id without the provider: the name of the file, which titles don't change."""
        # QGIS asks for every tool's name each time that it looks for one: no Path is made here.
        return os.path.splitext(os.path.basename(self.sourceFilePath()))[0]

    def displayName(self):
        """Name in the toolbox: the model's own."""
        return tr(super().name())

    def group(self):
        """Group in the toolbox."""
        return tr(super().group())

    def groupId(self):
        """Room."""
        group = super().group()
        rooms = {title: room for room, title in GROUPS.items()}
        return rooms.get(group, group)

    def helpUrl(self):
        """Where more is written: what the dialog's Help button opens."""
        return help_page(self.name())

    def icon(self):
        """Icon in the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        """The model's icon, or the plugin's."""
        icons = PACKAGE / "ui" / "icons"
        own = icons / f"{self.name()}.svg"
        return str(own if own.exists() else icons / "groundshift.svg")


class ListedModel(ShippedModel):
    """A shipped model as the toolbox and ``qgis_process help`` show it: without its steps.

    What QGIS makes of it to open or run it is the whole :class:`ShippedModel`.

    Parameters
    ----------
    path : Path
    entry : dict
        See :func:`entry_of`.
    """

    def __init__(self, path, entry):
        super().__init__()
        self._path, self._parameters = path, entry["parameters"]
        self.setSourceFilePath(str(path))
        self.setName(entry["title"])
        self.setGroup(entry["group"])
        self.setHelpContent(entry["help"])

    def initAlgorithm(self, configuration=None):
        """Called once by QGIS."""
        for values in self._parameters:
            self.addParameter(QgsProcessingParameters.parameterFromVariantMap(values))
        self.translate()

    def createInstance(self):
        """The whole model."""
        model = ShippedModel.from_path(self._path)
        if model is not None:
            model.setProvider(self.provider())
        return model
