# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of series: chart, selections, model, and what is laid beside."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPixmap
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...algorithms.errors import GroundshiftError
from ..translation import tr
from .chart import ChartWidget
from .model_panel import ModelPanel
from .session import Session


class SeriesPanel(QSplitter):
    """Chart and controls of the series.

    Attributes
    ----------
    session : Session
    shown : list of Shown
    """

    said = pyqtSignal(str)
    redrawn = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.session = Session()
        self.shown = []
        self.chart = ChartWidget(self)
        self.model = ModelPanel(self)
        self.model.changed.connect(self.refresh)
        self.side = QTabWidget(self)
        self.side.addTab(self._selections_page(), tr("Selections"))
        self.side.addTab(self.model, tr("Model"))
        self.side.addTab(self._beside_page(), tr("Auxiliary data"))
        self.addWidget(self.chart)
        self.addWidget(self.side)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setSizes([900, 320])

    # --- building ---

    def _selections_page(self):
        page = QWidget(self)
        self.list = QListWidget(page)
        self.list.itemChanged.connect(self._item_changed)
        self.keep = self._box(tr("Keep"), tr("Add what is clicked to what is shown."))
        self.errors = self._box(tr("Error bars"), tr("Standard deviations, where known."), True)
        self.from_zero = self._box(tr("From 0"), tr("Let every series begin at 0."))
        self.no_reference = QPushButton(tr("No reference"), page)
        self.no_reference.clicked.connect(lambda: self.set_reference(None))
        row = QHBoxLayout()
        for widget in (self.keep, self.errors, self.from_zero):
            row.addWidget(widget)
        column = _column(page)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self.no_reference)
        return page

    def _box(self, title, tip, on=False):
        box = QCheckBox(title, self)
        box.setChecked(on)
        box.setToolTip(tip)
        box.toggled.connect(lambda _: self.refresh())
        return box

    def _beside_page(self):
        page = QWidget(self)
        column = _column(page)
        for title, tip, function in (
            (tr("Add values by date…"),
             tr("Rain, water level and the like: CSV with a date and a value a row."),
             lambda: self._choose(tr("Values by date"), self.add_values)),
            (tr("Add events…"), tr("Vertical lines: CSV with a date and a name a row."),
             lambda: self._choose(tr("Events"), self.add_events)),
            (tr("Take all away"), "", self.clear_beside),
        ):  # fmt: skip
            button = QPushButton(title, page)
            button.setToolTip(tip)
            button.clicked.connect(lambda _, f=function: f())
            column.addWidget(button)
        self.lags = self._box(
            tr("Fit the lag"),
            tr("How many days the motion follows what lies beside; drawn as much later."),
        )
        column.addWidget(self.lags)
        column.addStretch(1)
        return page

    def _choose(self, title, function):
        path, _ = QFileDialog.getOpenFileName(self, title, "", "CSV (*.csv *.txt);;* (*)")
        if not path:
            return
        try:
            function(path)
        except GroundshiftError as error:
            self.said.emit(str(error))

    # --- what is shown ---

    def select(self, trace, place, adds: bool) -> None:
        """Show a series, in the others' stead unless it is to be kept beside them."""
        self.session.select(trace, place, adds or self.keep.isChecked())
        self.refresh()

    def set_reference(self, selection) -> None:
        """Let all series be relative to another; None for as they are."""
        self.session.reference = selection
        self.refresh()

    def add_values(self, path: str) -> None:
        """Lay a table of values beside the series."""
        from ...algorithms.formats.text.dated_csv import read_dated_values

        self.session.beside.append(read_dated_values(path))
        self.refresh()

    def add_events(self, path: str) -> None:
        """Mark the events of a table."""
        from ...algorithms.formats.text.dated_csv import read_events

        self.session.events += read_events(path)
        self.refresh()

    def clear(self) -> None:
        """Forget all selections and the reference."""
        self.session.selections, self.session.reference = [], None
        self.refresh()

    def clear_beside(self) -> None:
        """Take away what lies beside the series."""
        self.session.beside, self.session.events = [], []
        self.refresh()

    def refresh(self) -> None:
        """Fit and draw again."""
        view = self.session.view
        problem = self.model.try_apply(view)
        view.errors, view.from_zero = self.errors.isChecked(), self.from_zero.isChecked()
        self.session.lags = self.lags.isChecked()
        self.shown = self.session.shown()
        problems = [problem] if problem else [one.problem for one in self.shown if one.problem]
        self.said.emit(problems[0] if problems else "")
        self.model.terms.setPlainText(self.session.terms_text(self.shown))
        self.chart.show_figure(self.session.figure(self.shown))
        self._fill_list()
        self.redrawn.emit()

    def table(self) -> str:
        """What is shown as CSV."""
        return self.session.table(self.shown)

    def _fill_list(self):
        self.list.blockSignals(True)
        self.list.clear()
        states = Qt.CheckState
        for one in self.shown:
            square = QPixmap(12, 12)
            square.fill(QColor(one.selection.colour))
            text = one.trace.label + (f"\n{one.rate}" if one.rate else "")
            item = QListWidgetItem(QIcon(square), text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(states.Checked if one.selection.shown else states.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        reference = self.session.reference
        self.no_reference.setEnabled(reference is not None)
        self.no_reference.setText(
            tr("No reference") if reference is None
            else tr("Reference: {name} (take away)").format(name=reference.trace.label)
        )  # fmt: skip

    def _item_changed(self, item):
        chosen = self.session.selections[self.list.row(item)]
        chosen.shown = item.checkState() == Qt.CheckState.Checked
        # Not at once: the list is filled anew, and Qt still works on this item.
        QTimer.singleShot(0, self.refresh)


def _column(page) -> QVBoxLayout:
    column = QVBoxLayout(page)
    column.setContentsMargins(4, 4, 4, 4)
    return column
