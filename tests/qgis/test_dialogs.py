# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tools' dialogs may not hold."""

import pytest

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
