# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the scripts that QGIS runs in its window have in common.

Waiting, dialogs of tools, and the report at the end.

Importing it needs no QGIS; ``screenshot.with_profile`` lets QGIS' Python find it.
"""

from __future__ import annotations

import json
import os
import traceback
from pathlib import Path

STEP_LIMIT = 900_000  # milliseconds


def wait(milliseconds: int) -> None:
    """Let QGIS work."""
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def run_dialog(tool: str, parameters: dict) -> dict:
    """Run a tool as somebody does who fills in its dialog and presses Run.

    Parameters
    ----------
    tool : str
        Id without the provider.
    parameters : dict

    Returns
    -------
    dict
        Outputs of the run.

    Raises
    ------
    RuntimeError
        If it did not finish well; with the end of the dialog's log.
    """
    import processing
    from qgis.PyQt.QtCore import QEventLoop, QTimer
    from qgis.PyQt.QtWidgets import QTextEdit

    dialog = processing.createAlgorithmDialog(f"groundshift:{tool}", parameters)
    dialog.show()
    loop, answer = QEventLoop(), {}

    def finished(successful, results):
        answer.update(successful=successful, results=results)
        loop.quit()

    dialog.algorithmFinished.connect(finished)
    QTimer.singleShot(STEP_LIMIT, loop.quit)
    QTimer.singleShot(0, dialog.runAlgorithm)
    loop.exec()
    log = dialog.findChild(QTextEdit, "txtLog")
    text = "" if log is None else log.toPlainText()
    dialog.close()
    if not answer.get("successful"):
        raise RuntimeError(f"{tool} did not finish well: {text[-1500:]}")
    return answer["results"]


def report_and_leave(out: Path, report: dict, visit) -> None:
    """Do what is to be done, leave ``report.json``, and end QGIS.

    Parameters
    ----------
    out : Path
        Folder of the report.
    report : dict
        What `visit` adds to; ``problem`` becomes what went wrong, or empty.
    visit : callable
    """
    from qgis.core import QgsProject

    report["problem"] = ""
    try:
        visit(report)
    except Exception:
        report["problem"] = traceback.format_exc()
    (out / "report.json").write_text(json.dumps(report), encoding="utf-8")
    QgsProject.instance().setDirty(False)
    os._exit(0)  # closing would ask about layers and may crash
