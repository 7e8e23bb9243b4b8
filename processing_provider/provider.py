# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider: which tools and models there are."""

from __future__ import annotations

import importlib
import traceback

from qgis.core import Qgis, QgsMessageLog, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .about import PACKAGE, plugin_version
from .shipped import MODELS, models
from .targets import RASTER_ENDINGS, VECTOR_ENDINGS

ICON = PACKAGE / "ui" / "icons" / "groundshift.svg"

TOOLS = (
    ("data.importstack", "ImportStack"),
    ("data.importvelocity", "ImportVelocity"),
    ("data.importpoints", "ImportPoints"),
    ("data.importslc", "ImportSlc"),
    ("data.simulatestack", "SimulateStack"),
    ("data.simulateslc", "SimulateSlc"),
    ("timeseries.network", "NetworkTool"),
    ("timeseries.closure", "Closure"),
    ("timeseries.sbas", "Sbas"),
    ("timeseries.stacking", "Stacking"),
    ("timeseries.troposphere", "Troposphere"),
    ("timeseries.ramps", "Ramps"),
    ("timeseries.demerror", "DemError"),
    ("timeseries.apsfilter", "ApsFilter"),
    ("timeseries.velocity", "Velocity"),
    ("timeseries.timeseriestopoints", "TimeSeriesToPoints"),
    ("timeseries.multisensor", "MultiSensor"),
    ("timeseries.validate", "Validate"),
    ("timeseries.smallbaseline", "SmallBaseline"),
    ("scatterers.pscandidates", "PsCandidates"),
    ("scatterers.ps", "Ps"),
    ("scatterers.shp", "Shp"),
    ("scatterers.ds", "Ds"),
    ("scatterers.unwrap", "Unwrap"),
    ("scatterers.psds", "PsDs"),
    ("geometry.visibility", "Visibility"),
    ("geometry.suitability", "Suitability"),
    ("geometry.slopevelocity", "SlopeVelocity"),
    ("geometry.decompose", "Decompose"),
    ("areas.activeareas", "ActiveAreas"),
    ("areas.slopeareas", "SlopeAreas"),
    ("areas.classifyareas", "ClassifyAreas"),
    ("areas.updateinventory", "UpdateInventory"),
    ("areas.exposure", "Exposure"),
    ("areas.faultdistance", "FaultDistance"),
    ("areas.report", "Report"),
    ("source.downsample", "Downsample"),
    ("source.forwardmodel", "ForwardModel"),
    ("source.faultsearch", "FaultSearch"),
    ("source.slipinversion", "SlipInversion"),
    ("source.importslipmodel", "ImportSlipModel"),
    ("stress.coulomb", "CoulombMap"),
    ("stress.coulombfaults", "CoulombFaults"),
)
"""Module below this package, and class; in the order of the rooms."""


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
        return list(VECTOR_ENDINGS)

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
        for module, name in TOOLS:
            try:
                tool = getattr(importlib.import_module(f".{module}", __package__), name)
                self.addAlgorithm(tool())
            except Exception:
                self._log(f"{module}.{name} is left out.\n{traceback.format_exc()}")
        for path, model in models(MODELS):
            if model is None:
                self._log(f"{path}: the model cannot be read and is left out.")
            else:
                self.addAlgorithm(model)

    @staticmethod
    def _log(text: str):
        QgsMessageLog.logMessage(text, "Groundshift", Qgis.MessageLevel.Warning)
