# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin object that QGIS creates and drops."""

from __future__ import annotations

from qgis.core import QgsApplication


class GroundshiftPlugin:
    """Registers the processing provider.

    Parameters
    ----------
    iface : QgisInterface or None
        None under ``qgis_process`` and in scripts, where :meth:`initGui` is never called.
    """

    def __init__(self, iface):
        self.iface = iface
        self.provider = None

    def initProcessing(self):
        """Register the provider; QGIS calls this wherever Processing runs."""
        if self.provider is not None:
            return
        from .processing_provider import dependencies
        from .processing_provider.provider import GroundshiftProvider

        dependencies.add_qpip_folders()
        provider = GroundshiftProvider()
        if QgsApplication.processingRegistry().addProvider(provider):
            self.provider = provider
            # Models find the tools that they are made of only once the provider is registered.
            provider.refreshAlgorithms()

    def initGui(self):
        """Set up what the desktop shows."""
        self.initProcessing()

    def unload(self):
        """Undo :meth:`initProcessing`."""
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
