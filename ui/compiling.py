# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiles the kernels of the main tools in the background, once after an installation."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsTask

from ..processing_provider import dependencies
from ..processing_provider.about import plugin_version, used_marker
from .translation import tr


def mark() -> Path | None:
    """The file that is there once all is compiled; None where nothing is to be compiled here.

    Whoever sets ``NUMBA_CACHE_DIR`` looks after it, and without packages nothing can be compiled.
    """
    if os.environ.get("NUMBA_CACHE_DIR") or dependencies.missing(
        ("numpy", "scipy", "numba", "h5py")
    ):
        return None
    from importlib.metadata import version

    folder = dependencies.set_numba_cache()
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return folder / f"ahead-{plugin_version()}-{python}-{version('numba')}"


class Compiling(QgsTask):
    """The task; QGIS shows it with its progress, and cancels it.

    Parameters
    ----------
    marker : Path
        Made at the end, also when the user cancels: what is left is compiled at first use then.
    """

    def __init__(self, marker: Path):
        super().__init__(tr("Groundshift compiles its kernels"), QgsTask.Flag.CanCancel)
        self._marker = marker
        self._begun = time.monotonic()
        self._failed = {}
        self._leaving = False

    def leave(self) -> None:
        """Cancel as QGIS or the plugin goes; the next start takes it up again."""
        self._leaving = True
        self.cancel()

    def run(self) -> bool:
        """Called by QGIS in a thread; the work is done by processes."""
        from ..algorithms.compiling import TRIALS, compile_ahead
        from ..algorithms.kernels import remove_outdated

        try:
            self._failed = compile_ahead(
                lambda share: self.setProgress(100 * share), self.isCanceled,
                dependencies.interpreter(),
            )  # fmt: skip
            if self._leaving:
                return False
            folder = self._marker.parent
            for subject in TRIALS.keys() - self._failed.keys() if not self.isCanceled() else ():
                for name, _ in TRIALS[subject]:
                    used_marker(folder, name).touch()
            remove_outdated(folder)
            self._marker.touch()
        except OSError as error:
            self._failed[""] = str(error)
        return not self._failed and not self.isCanceled()

    def finished(self, well: bool) -> None:
        """Called by QGIS in the main thread."""
        if well:
            seconds = round(time.monotonic() - self._begun)
            text = tr("Kernels are compiled ({seconds} s): tools start at once.")
            QgsMessageLog.logMessage(
                text.format(seconds=seconds), "Groundshift", Qgis.MessageLevel.Info
            )
        for subject, why in self._failed.items():
            text = tr("Kernels of {subject} are compiled at first use ({why}).")
            QgsMessageLog.logMessage(
                text.format(subject=subject, why=why), "Groundshift", Qgis.MessageLevel.Warning
            )


def start(iface) -> Compiling | None:
    """Compile what this installation has not compiled yet, and say so in one line.

    Parameters
    ----------
    iface : QgisInterface

    Returns
    -------
    Compiling or None
        To be held until the plugin goes.
    """
    marker = mark()
    if marker is None or marker.exists():
        return None
    task = Compiling(marker)
    QgsApplication.taskManager().addTask(task)
    text = tr(
        "compiles its kernels in the background, once, for a minute or two. Tools work meanwhile, "
        "and start at once afterwards."
    )
    iface.messageBar().pushMessage("Groundshift", text, Qgis.MessageLevel.Info, 20)
    return task
