# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Graphical models that come with the plugin."""

from __future__ import annotations

import os

from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtGui import QIcon

from .about import PACKAGE, help_page
from .tool import GROUPS

MODELS = PACKAGE / "processing_provider" / "models"


class ShippedModel(QgsProcessingModelAlgorithm):
    """A model of the folder ``models`` that stands among the tools of its room.

    Its id is the file's name, its display name and group are those that the model designer shows.
    """

    @classmethod
    def from_path(cls, path):
        """Read a model; None where the file holds none."""
        model = cls()
        if not model.fromFile(str(path)):
            return None
        model.setSourceFilePath(str(path))
        return model

    def createInstance(self):
        """A copy of the same class; QGIS' own would be a plain model with another name."""
        copy = type(self)()
        copy.loadVariant(self.toVariant())
        copy.setSourceFilePath(self.sourceFilePath())
        copy.setProvider(self.provider())
        return copy

    def name(self):
        """Id without the provider: the name of the file, which titles don't change."""
        # QGIS asks for every tool's name each time that it looks for one: no Path is made here.
        return os.path.splitext(os.path.basename(self.sourceFilePath()))[0]

    def displayName(self):
        """Name in the toolbox: the model's own."""
        return super().name()

    def groupId(self):
        """Room."""
        rooms = {title: room for room, title in GROUPS.items()}
        return rooms.get(self.group(), self.group())

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
