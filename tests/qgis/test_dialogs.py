# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tools' dialogs may not hold."""

import re

import pytest
from runs import ALIVE

MOST_ASKED = 12
"""Parameters that a dialog shows at once, outputs apart."""

pytestmark = pytest.mark.usefixtures("plugin")


def tools():
    from qgis.core import QgsApplication

    return QgsApplication.processingRegistry().providerById("groundshift").algorithms()


def test_no_choice_of_fields_hangs_on_what_may_be_a_raster():
    """QGIS 3.22 crashes as such a dialog opens while the project holds a raster."""
    from qgis.core import QgsProcessingParameterFeatureSource as Features
    from qgis.core import QgsProcessingParameterVectorLayer as Vector

    checked = 0
    for tool in tools():
        for definition in tool.parameterDefinitions():
            if definition.type() == "field" and definition.parentLayerParameterName():
                parent = tool.parameterDefinition(definition.parentLayerParameterName())
                assert isinstance(parent, (Features, Vector)), (tool.id(), definition.name())
                checked += 1
    assert checked > 5


def test_help_is_readable_in_any_theme():
    """With the style sheet of QGIS' dialogs (3.22 to 4.0), which has dark colours for some tags."""
    from groundshift.processing_provider.tool import Tool
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtGui import QTextDocument

    document = QTextDocument()
    document.setDefaultStyleSheet(
        "h2 { color: #555555; padding-bottom: 15px; } a { color: #3498db; font-weight: bold; } "
        "p, ul, li { color: #666666; } b { color: #333333; }"
    )
    own = [tool for tool in tools() if isinstance(tool, Tool)]
    for tool in own:
        document.setHtml(f"<p>{tool.shortHelpString()}</p>")  # as the dialog does
        assert document.toPlainText().strip(), tool.id()
        block, bold = document.begin(), False
        while block.isValid():
            piece = block.begin()
            while not piece.atEnd():
                form, text = piece.fragment().charFormat(), piece.fragment().text()
                assert form.foreground().style() == Qt.BrushStyle.NoBrush, (tool.id(), text)
                bold = bold or form.font().bold()
                piece += 1
            block = block.next()
        assert bold, tool.id()
    assert len(own) > 40


def choices():
    """Every choice of our own tools, with its tool."""
    from qgis.core import QgsProcessingParameterEnum

    for tool in tools():
        for definition in tool.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterEnum):
                yield tool, definition


def test_every_choice_has_a_readable_label():
    from groundshift.processing_provider.choices import LABELS, label

    checked, used = 0, set()
    for tool, definition in choices():
        name, ids = definition.name(), definition.options()
        labels = [label(name, value) for value in ids]
        assert len(ids) == len(set(labels)), (tool.id(), name, labels)
        for value, shown in zip(ids, labels):
            keys = {f"{name}.{value}", value} & LABELS.keys()
            # Words speak for themselves; abbreviations and codes do not.
            word = re.fullmatch(r"[a-z]{5,}( [a-z]+)*", value)
            assert keys or word, f"{tool.id()} {name}: put '{value}' into choices.py"
            assert shown != value
            plain = shown.replace("ITS_LIVE", "")  # a product's own name
            assert "_" not in plain and (not shown[0].islower() or shown.startswith("spurt")), shown
            used |= keys
            checked += 1
        assert definition.usesStaticStrings(), "scripts give the ids"
    assert checked > 150
    assert set(LABELS) - used == set(), "of no choice any more"


def test_the_box_of_a_choice_shows_labels_and_gives_ids():
    from groundshift.processing_provider.choice_widget import ChoiceWrapper
    from groundshift.processing_provider.choices import label
    from processing.gui.wrappers import WidgetWrapperFactory
    from qgis.core import QgsProcessingContext
    from qgis.PyQt.QtWidgets import QDialog

    dialog, context = QDialog(), QgsProcessingContext()
    ALIVE.extend((dialog, context))
    checked = 0
    for tool, definition in choices():
        box = WidgetWrapperFactory.create_wrapper(definition, dialog)
        ALIVE.extend((box, tool))
        assert isinstance(box, ChoiceWrapper)
        assert box.widgetValue() == definition.defaultValue(), (tool.id(), definition.name())
        for number, value in enumerate(definition.options()):
            for given in (value, number, [value]):
                box.setWidgetValue(given, context)
                assert box.widgetValue() == value
                assert box.widget.currentText() == label(definition.name(), value)
        checked += 1
    assert checked > 60


# A fault and what is to be seen of its slip.
MANY = {"forwardmodel": 16}


def test_a_dialog_asks_about_ten_questions():
    from qgis.core import QgsProcessingParameterDefinition

    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    for tool in tools():
        asked = [
            one.name()
            for one in tool.parameterDefinitions()
            if not one.isDestination() and not one.flags() & advanced
        ]
        assert len(asked) <= MANY.get(tool.name(), MOST_ASKED), (tool.id(), asked)
