# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The box of a choice in dialogs: shows labels, gives ids."""

from __future__ import annotations

from processing.gui.wrappers import WidgetWrapper
from qgis.gui import QgsGui
from qgis.PyQt.QtWidgets import QComboBox

from ..ui.translation import tr
from .choices import label
from .tidying import by_id


class ChoiceWrapper(WidgetWrapper):
    """What a dialog puts in for a choice; QGIS makes it by the parameter's metadata.

    Parameters
    ----------
    param : QgsProcessingParameterEnum
    dialog : QDialog
    row, col : int
    """

    def __new__(cls, param, dialog, row=0, col=0):
        """In the model designer QGIS' own box, where an input of the model can be chosen, too."""
        if dialog.__class__.__name__ != "ModelerParametersDialog":
            return super().__new__(cls)
        registry = QgsGui.processingGuiRegistry()
        box = registry.createModelerParameterWidget(
            dialog.model, dialog.childId, param, dialog.context
        )
        box.setDialog(dialog)
        return box

    def createWidget(self):
        """The box."""
        box = QComboBox()
        # Long labels do not make the dialog wider than the screen.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        definition = self.parameterDefinition()
        for value in definition.options():
            box.addItem(tr(label(definition.name(), value)), value)
        if self._is_optional():
            box.insertItem(0, "", None)
        box.currentIndexChanged.connect(lambda _: self.widgetValueHasChanged.emit(self))
        return box

    def _is_optional(self):
        definition = self.parameterDefinition()
        return bool(definition.flags() & definition.Flag.FlagOptional)

    def setValue(self, value):
        """Take an id, or the number of one."""
        options = self.parameterDefinition().options()
        if isinstance(value, (list, tuple)):
            value = value[0] if value else None
        self.widget.setCurrentIndex(self.widget.findData(by_id(value, options)))

    def value(self):
        """The id."""
        return self.widget.currentData()
