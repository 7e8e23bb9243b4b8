# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the scripts that QGIS runs in its window have in common: waiting, and dialogs of tools.

Importing it needs no QGIS; ``screenshot.with_profile`` lets QGIS' Python find it.
"""

from __future__ import annotations

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
