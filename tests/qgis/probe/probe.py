# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A tool and a provider of a plugin that builds on Groundshift's base class."""

from groundshift.processing_provider.tool import Tool
from qgis.core import QgsApplication, QgsProcessingProvider

from . import core


class Probe(Tool):
    """See the module."""

    CORE = core
    ID = "probe"
    NAME = "Probe"
    GROUP = "timeseries"
    SUMMARY = "Does what it is told."
    PAPER = "Nobody (2026)"
    NEEDS = ("numpy", "numba")


class ProbeProvider(QgsProcessingProvider):
    """Holds the tool."""

    def id(self):
        return "probe"

    def name(self):
        return "Probe"

    def loadAlgorithms(self):
        self.addAlgorithm(Probe())


class ProbePlugin:
    """Registers the provider."""

    def initProcessing(self):
        self.provider = ProbeProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):
        self.initProcessing()

    def unload(self):
        QgsApplication.processingRegistry().removeProvider(self.provider)
