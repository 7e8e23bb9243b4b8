# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider: which tools and models there are."""

from __future__ import annotations

import gc
import importlib
import os
import sys
import traceback

from qgis.core import Qgis, QgsMessageLog, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .about import PACKAGE, plugin_version
from .shipped import MODELS, models
from .targets import RASTER_ENDINGS, vector_endings
from .tool import GROUPS, Tool

ICON = PACKAGE / "ui" / "icons" / "groundshift.svg"

FOLDER = os.path.dirname(__file__)
TOOLS = tuple(
    f"{room}.{name[:-3]}"
    for room in GROUPS if os.path.isdir(f"{FOLDER}/{room}")
    for name in sorted(os.listdir(f"{FOLDER}/{room}")) if name.endswith(".py") and name[0] != "_"
)  # fmt: skip
"""Modules below this package, each with a tool, in the order of the rooms."""


def tool_of(module: str):
    """The class of the tool in a module."""
    found = importlib.import_module(f".{module}", __package__)
    return next(
        value for value in vars(found).values()
        if isinstance(value, type) and issubclass(value, Tool) and value is not Tool
    )  # fmt: skip


class GroundshiftProvider(QgsProcessingProvider):
    """Groundshift in the Processing toolbox."""

    def id(self):
        """Prefix of every tool's id; stable for ever."""
        return "groundshift"

    def name(self):
        """Name in the toolbox."""
        return "Groundshift"

    def longName(self):
        """Name where there is room."""
        return "Groundshift: geohazard mapping from radar interferometry"

    def icon(self):
        """Icon in the toolbox."""
        return QIcon(str(ICON))

    def svgIconPath(self):
        """Icon where QGIS scales it itself."""
        return str(ICON)

    def versionInfo(self):
        """Version in the metadata."""
        return plugin_version()

    def supportedOutputRasterLayerExtensions(self):
        """What the writers write; dialogs offer nothing else."""
        return list(RASTER_ENDINGS)

    def supportedOutputVectorLayerExtensions(self):
        """See above."""
        return list(vector_endings())

    def supportsNonFileBasedOutput(self):
        """No memory layers and no databases."""
        return False

    def load(self):
        """Nothing is built on registration: models find their tools only after it.

        The plugin calls ``refreshAlgorithms`` then, so that all is built once, not twice.
        """
        return True

    def loadAlgorithms(self):
        """Build every tool and model anew; a broken one is logged and left out."""
        # All of it stays: looking through it for garbage only delays QGIS' start.
        collects = gc.isenabled()
        gc.disable()
        try:
            self._load()
        finally:
            # Straight to the oldest generation, else the first object made now pays for all.
            gc.freeze()
            gc.unfreeze()
            if collects:
                gc.enable()

    def _load(self):
        for module in TOOLS:
            try:
                self.addAlgorithm(tool_of(module)())
            except Exception:
                self._log(f"{module} is left out.\n{traceback.format_exc()}")
        for path, model in models(MODELS):
            if model is None:
                self._log(f"{path}: the model cannot be read and is left out.")
            else:
                self.addAlgorithm(model)

    def unload(self):
        """Forget the tools' modules, so that a newer plugin's are loaded.

        QGIS does that itself for what ``import`` statements loaded; importlib it does not see.
        """
        for module in TOOLS:
            sys.modules.pop(f"{__package__}.{module}", None)

    @staticmethod
    def _log(text: str):
        QgsMessageLog.logMessage(text, "Groundshift", Qgis.MessageLevel.Warning)
