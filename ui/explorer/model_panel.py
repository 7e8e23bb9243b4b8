# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The controls that choose the model, live."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...algorithms.errors import GroundshiftError
from ..translation import tr


class ModelPanel(QWidget):
    """The terms of 'Velocity model'; :attr:`changed` is sent whenever one is changed."""

    changed = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.fit = self._flag(tr("Fit a model"), True)
        self.degree = self._number(1, 5, tr("1: a constant rate; 2: with an acceleration."))
        self.annual = self._flag(tr("annual"))
        self.semiannual = self._flag(tr("semi-annual"))
        self.steps = self._text("20190301, 20200115", tr("Dates of sudden offsets: YYYYMMDD."))
        transient = tr("YYYYMMDD:tau with tau in days; at one of all terms tau can be left out.")
        self.logarithmic = self._text("20190301:60", transient)
        self.exponential = self._text("20190301:60", transient)
        self.find = self._number(0, 5, tr("Steps on unknown dates, at most so many."))
        self.choose = self._flag(tr("Choose by BIC"))
        self.choose.setToolTip(tr("Only the terms that the series calls for."))
        self.settlement = self._text(
            "20150630",
            tr("End of dumping, YYYYMMDD: settlement by the logarithm of time, five years ahead."),
        )
        self.curve = self._flag(tr("Curve"), True)
        self.residuals = self._flag(tr("Residuals"))
        self.warning = self._flag(tr("Warning of failure"))
        self.warning.setToolTip(
            tr("Whether the rate grows, and when it would fail, as the tool of this name judges.")
        )
        self.terms = QPlainTextEdit(self)
        self.terms.setReadOnly(True)
        self.terms.setMinimumHeight(50)
        self._lay_out()

    def _lay_out(self):
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(3)
        form.addRow(_row(self.fit, self.curve, self.residuals))
        form.addRow(tr("Degree"), _row(self.degree, self.choose))
        form.addRow(tr("Seasons"), _row(self.annual, self.semiannual))
        form.addRow(tr("Steps"), _row(self.steps, self.find))
        form.addRow(tr("Log"), self.logarithmic)
        form.addRow(tr("Exp"), self.exponential)
        form.addRow(_row(self.warning))
        form.addRow(tr("Settlement since"), self.settlement)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addLayout(form)
        layout.addWidget(self.terms, 1)

    def _flag(self, title, on=False):
        box = QCheckBox(title, self)
        box.setChecked(on)
        box.toggled.connect(lambda _: self.changed.emit())
        return box

    def _number(self, low, high, tip):
        box = QSpinBox(self)
        box.setRange(low, high)
        box.setToolTip(tip)
        box.valueChanged.connect(lambda _: self.changed.emit())
        return box

    def _text(self, example, tip):
        line = QLineEdit(self)
        line.setPlaceholderText(example)
        line.setToolTip(tip)
        line.editingFinished.connect(self.changed.emit)
        return line

    def apply(self, view) -> None:
        """Put what is chosen into a view.

        Raises
        ------
        GroundshiftError
            If a text cannot be read; the view then has no model.
        """
        view.curve, view.residuals = self.curve.isChecked(), self.residuals.isChecked()
        view.warning = self.warning.isChecked()
        view.model = view.options = view.dumped = None
        if self.settlement.text().strip():
            view.dumped = self._day(self.settlement.text())
        if self.fit.isChecked():
            view.model, view.options = self._model(), self._options()

    def _model(self):
        from ...algorithms.data.dates import parse_dates
        from ...algorithms.timeseries.transients import parse_transients
        from ...algorithms.timeseries.velocity import VelocityModel

        return VelocityModel(
            self.degree.value(), self.annual.isChecked(), self.semiannual.isChecked(),
            tuple(parse_dates(self.steps.text())),
            parse_transients("log", self.logarithmic.text())
            + parse_transients("exp", self.exponential.text()),
        )  # fmt: skip

    @staticmethod
    def _day(text):
        from ...algorithms.data.dates import parse_dates

        return parse_dates(text)[0]

    def _options(self):
        from ...algorithms.timeseries.motion import MotionOptions
        from ...algorithms.timeseries.steps import StepSearch

        most = self.find.value()
        search = StepSearch(most) if most else None
        return MotionOptions(steps=search, choose=self.choose.isChecked())

    def try_apply(self, view) -> str:
        """As :meth:`apply`; what is wrong as a text, empty where nothing is."""
        try:
            self.apply(view)
        except GroundshiftError as error:
            return str(error)
        return ""


def _row(*widgets) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
    if not any(isinstance(widget, QLineEdit) for widget in widgets):
        row.addStretch(1)
    row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return row
