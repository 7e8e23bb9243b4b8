# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The start page's window."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingUtils
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QSize, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...processing_provider.about import help_page
from ..translation import tr
from .demo import Demo, new_folder, show_layers
from .rows import ROWS

ICONS = Path(__file__).resolve().parent.parent / "icons"
PROVIDER = "groundshift"
ICON_SIZE = 40


class WelcomePage(QDialog):
    """What can I do with the data that I have?

    Parameters
    ----------
    open_tool : callable
        Called with the full id of a tool or model whose dialog shall open.
    parent : QWidget, optional

    Signals
    -------
    demo_shown(list)
        The demo's layers, once they are in the project.
    """

    demo_shown = pyqtSignal(list)

    def __init__(self, open_tool, parent=None):
        super().__init__(parent)
        self.setObjectName("GroundshiftWelcome")
        self.setWindowTitle(tr("Groundshift: start"))
        self.setWindowIcon(QIcon(str(ICONS / "groundshift.svg")))
        self._open_tool = open_tool
        self.demo = None
        self.buttons, self.help_buttons = {}, {}
        layout = QVBoxLayout(self)
        layout.addWidget(_label(tr("What do you have?"), "font-size: 16pt; font-weight: bold;"))
        self.message = _label("")
        self.message.setObjectName("message")
        layout.addWidget(self._rows(), 1)
        layout.addWidget(self._demo_card())
        layout.addWidget(self.message)
        layout.addWidget(
            _label(tr("This page comes back by Plugins, Groundshift, or its button in a toolbar."))
        )
        layout.addLayout(self._last_line())
        self._say(self._missing_packages())
        self.resize(980, 900)

    def _rows(self):
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        for row in ROWS:
            layout.addWidget(self._card(row))
        layout.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(body)
        return area

    def _card(self, row):
        card, layout = _frame(self)
        layout.addWidget(_picture(row.tools[0]), 0, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(_label(tr(row.title), "font-weight: bold;"), 0, 1)
        layout.addWidget(_label(tr(row.text)), 1, 1)
        line = QHBoxLayout()
        for number, tool in enumerate(row.tools):
            line.addWidget(self._button(row, tool, number == 0))
        line.addStretch(1)
        layout.addLayout(line, 2, 1)
        return card

    def _button(self, row, tool, first):
        algorithm = QgsApplication.processingRegistry().algorithmById(f"{PROVIDER}:{tool}")
        button = QPushButton(self)
        button.setAutoDefault(False)
        self.buttons[row.title, tool] = button
        if algorithm is None:
            button.setText(tool)
            button.setEnabled(False)
            button.setToolTip(tr("This tool could not be loaded; the log says why."))
            return button
        button.setText(algorithm.displayName())
        button.setIcon(algorithm.icon())
        button.setToolTip(
            algorithm.shortDescription()
            or tr("A model; the model designer can open and change it.")
        )
        if first:
            button.setStyleSheet("font-weight: bold;")
        button.clicked.connect(lambda _=False: self._open(tool))
        return button

    def _open(self, tool):
        identifier = f"{PROVIDER}:{tool}"
        good, problem = QgsApplication.processingRegistry().algorithmById(identifier).canExecute()
        self._say("" if good else problem)
        if good:
            self._open_tool(identifier)

    def _missing_packages(self):
        """How to get the packages that a row's first tool lacks; empty where none lacks any."""
        registry = QgsApplication.processingRegistry()
        tools = (registry.algorithmById(f"{PROVIDER}:{row.tools[0]}") for row in ROWS)
        return next((t.canExecute()[1] for t in tools if t and not t.canExecute()[0]), "")

    def _say(self, text):
        self.message.setText(text)
        self.message.setVisible(bool(text))

    # --- the demo ---

    def _demo_card(self):
        card, layout = _frame(self)
        layout.addWidget(_picture("simulatestack"), 0, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(_label(tr("Nothing yet? The demo scene"), "font-weight: bold;"), 0, 1)
        layout.addWidget(
            _label(
                tr(
                    "Simulates interferograms over two subsiding bowls and six landslides, runs "
                    "the whole chain on them, and shows rates, points and active areas beside the "
                    "truth, while you work on. Half a minute; two on first use."
                )
            ), 1, 1,
        )  # fmt: skip
        self.folder = QgsFileWidget(self)
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDialogTitle(tr("Folder for the demo"))
        self.folder.lineEdit().setPlaceholderText(
            tr("a temporary folder, which QGIS removes when it closes")
        )
        self.load = QPushButton(QIcon(str(ICONS / "groundshift.svg")), tr("Load the demo"), self)
        self.load.setAutoDefault(False)
        self.load.clicked.connect(lambda _=False: self.load_demo())
        self.stop = QPushButton(tr("Stop"), self)
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(lambda _=False: self.stop_demo())
        self.bar = QProgressBar(self)
        line = QHBoxLayout()
        for widget, stretch in ((self.load, 0), (self.folder, 1), (self.bar, 1), (self.stop, 0)):
            line.addWidget(widget, stretch)
        layout.addLayout(line, 2, 1)
        self._set_running(False)
        return card

    def _set_running(self, running):
        for widget in (self.bar, self.stop):
            widget.setVisible(running)
        self.load.setEnabled(not running)
        self.folder.setVisible(not running)

    def load_demo(self) -> None:
        """Run the demo in the background and show its layers."""
        if self.demo is not None:
            return
        chosen = self.folder.filePath().strip()
        folder = new_folder(chosen or QgsProcessingUtils.tempFolder())
        self.demo = Demo(folder, self)
        self.demo.progressed.connect(self._demo_progressed)
        self.demo.finished.connect(self._demo_finished)
        self._say("")
        self._set_running(True)
        self.demo.start()

    def stop_demo(self) -> None:
        """Stop the demo that runs, if there is one."""
        if self.demo is not None:
            self.stop.setEnabled(False)
            self.demo.cancel()

    def _demo_progressed(self, title, percent):
        self.bar.setValue(round(percent))
        self.bar.setFormat(f"{title}  %p %")

    def _demo_finished(self, problem):
        demo, self.demo = self.demo, None
        self._set_running(False)
        self.stop.setEnabled(True)
        if problem:
            self._say(problem)
            return
        layers = show_layers(demo.folder)
        text = tr("The demo scene is on the map; its files and a report.html are in {folder}.")
        self._say(text.format(folder=demo.folder))
        self.demo_shown.emit(layers)

    # --- help ---

    def _last_line(self):
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        line = QHBoxLayout()
        for page, text in (
            ("index", tr("Help")),
            ("first-steps", tr("First steps: landslide inventory")),
            ("stress-on-faults", tr("Tutorial: stress on faults")),
        ):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.setToolTip(tr("Opens in the web browser; no network is needed."))
            button.clicked.connect(lambda _=False, page=page: self._read(page))
            self.help_buttons[page] = button
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(box)
        return line

    def _read(self, page):
        address = help_page(page)
        good = QDesktopServices.openUrl(QUrl(address))
        text = tr("No program here opens web pages; the page is {address}.")
        self._say("" if good else text.format(address=address))

    def close_down(self) -> None:
        """Stop the demo; the page can be deleted then."""
        self.stop_demo()
        self.close()


def _frame(parent):
    """A framed card and its layout: a picture at the left, texts and buttons beside it."""
    card = QFrame(parent)
    card.setFrameShape(QFrame.Shape.StyledPanel)
    layout = QGridLayout(card)
    layout.setColumnStretch(1, 1)
    layout.setHorizontalSpacing(14)
    layout.setVerticalSpacing(4)
    return card, layout


def _label(text, style=""):
    label = QLabel(text)
    label.setWordWrap(True)
    label.setStyleSheet(style)
    return label


def _picture(tool):
    label = QLabel()
    own = ICONS / f"{tool}.svg"
    icon = QIcon(str(own if own.exists() else ICONS / "groundshift.svg"))
    label.setPixmap(icon.pixmap(QSize(ICON_SIZE, ICON_SIZE)))
    return label
