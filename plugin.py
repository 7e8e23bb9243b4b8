# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin object that QGIS creates and drops."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction


class GroundshiftPlugin:
    """Registers the processing provider, and in the desktop the explorer dock and the start page.

    Parameters
    ----------
    iface : QgisInterface or None
        None under ``qgis_process`` and in scripts, where :meth:`initGui` is never called.
    """

    def __init__(self, iface):
        self.iface = iface
        self.provider = None
        self.explorer = None
        self.welcome = None
        self.compiling = None
        self._actions = []
        self._translator = None

    def initProcessing(self):
        """Register the provider; QGIS calls this wherever Processing runs."""
        if self.provider is not None:
            return
        from .processing_provider import dependencies
        from .processing_provider.provider import GroundshiftProvider
        from .ui import translation

        self._translator = self._translator or translation.install()
        dependencies.add_qpip_folders()
        provider = GroundshiftProvider()
        if QgsApplication.processingRegistry().addProvider(provider):
            self.provider = provider
            # Models find the tools that they are made of only once the provider is registered.
            provider.refreshAlgorithms()

    def initGui(self):
        """Set up what the desktop shows."""
        self.initProcessing()
        if self.iface is None:  # no desktop
            return
        from .ui.translation import tr

        for icon, title, name, function in (
            ("start", tr("Start: what can I do with my data?"), "GroundshiftStartAction",
             self.show_welcome),
            ("explorer", tr("Explorer: series, profiles, animation"), "GroundshiftExplorerAction",
             self.show_explorer),
        ):  # fmt: skip
            icon = QIcon(str(Path(__file__).resolve().parent / "ui" / "icons" / f"{icon}.svg"))
            action = QAction(icon, title, self.iface.mainWindow())
            action.setObjectName(name)
            action.setToolTip(f"Groundshift: {title}")
            action.triggered.connect(function)
            self.iface.addPluginToMenu("Groundshift", action)
            self.iface.addToolBarIcon(action)
            self._actions.append(action)
        self._welcome_once()
        QTimer.singleShot(5000, self.compile_ahead)  # QGIS' start has enough to do by itself

    def compile_ahead(self):
        """Compile kernels in the background, once after an installation."""
        if self.provider is not None:
            from .ui import compiling

            self.compiling = compiling.start(self.iface)

    def _welcome_once(self):
        """Show the start page by itself at the first start, once the window is there."""
        from .ui.welcome import start

        if not start.is_first_start():
            return
        if self.iface.mainWindow().isVisible():  # installed into a QGIS that runs
            QTimer.singleShot(0, self.show_welcome)
        else:
            self.iface.initializationCompleted.connect(self.show_welcome)

    def show_welcome(self):
        """Show the start page, which is made on first use."""
        from .ui.welcome import start

        if self.provider is None:  # unloaded in between
            return
        if self.welcome is None:
            self.welcome = start.make_page(self.iface)
        start.note_shown()
        self.welcome.show()
        self.welcome.raise_()

    def show_explorer(self):
        """Show the explorer dock, which is made on first use, and take its point tool."""
        if self.explorer is None:
            from .ui.explorer.dock import ExplorerDock

            self.explorer = ExplorerDock(
                self.iface.mapCanvas(), self.iface.activeLayer, self.iface.mainWindow()
            )
            self.iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.explorer)
        self.explorer.setUserVisible(True)
        self.explorer.take("point")

    def unload(self):
        """Undo :meth:`initProcessing` and :meth:`initGui`."""
        for action in self._actions:
            self.iface.removePluginMenu("Groundshift", action)
            self.iface.removeToolBarIcon(action)
            action.deleteLater()
        self._actions = []
        if self.explorer is not None:
            self.explorer.close_down()
            self.iface.removeDockWidget(self.explorer)
            self.explorer.deleteLater()
            self.explorer = None
        if self.welcome is not None:
            self.welcome.close_down()
            self.welcome.deleteLater()
            self.welcome = None
        if self.compiling is not None:
            self.compiling.leave()
            self.compiling = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self._translator is not None:
            from .ui import translation

            translation.remove(self._translator)
            self._translator = None
