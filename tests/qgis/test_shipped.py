# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The models that come with the plugin stand among the tools."""

import pytest

ID = "interferogramstopoints"


@pytest.fixture
def model(plugin):
    return plugin.provider.algorithm(ID)


def test_it_has_an_id_and_a_name(model):
    assert model.id() == f"groundshift:{ID}"
    assert model.displayName() == "Interferograms to motion points"


def test_it_is_in_the_group_of_the_tools(model, plugin):
    sbas = plugin.provider.algorithm("sbas")
    assert (model.groupId(), model.group()) == (sbas.groupId(), sbas.group())
    assert model.svgIconPath().endswith("groundshift.svg")
    assert not model.icon().isNull()


def test_a_copy_is_the_same(model):
    """Dialogs and runs work on a copy."""
    copy = model.create()
    assert type(copy) is type(model)
    assert copy.id() == model.id()
    assert copy.displayName() == model.displayName()
    outputs = [definition.name() for definition in model.destinationParameterDefinitions()]
    assert [definition.name() for definition in copy.destinationParameterDefinitions()] == outputs
    assert len(outputs) >= 5


def test_the_designer_opens_it(model):
    from qgis.core import QgsProcessingModelAlgorithm

    opened = QgsProcessingModelAlgorithm()
    assert opened.fromFile(model.sourceFilePath())
    assert opened.displayName() == model.displayName()
    assert opened.validate()[0]


def test_a_file_that_holds_no_model_is_none(tmp_path, qgis_application):
    from groundshift.processing_provider.shipped import ShippedModel

    (tmp_path / "no.model3").write_text("nothing")
    assert ShippedModel.from_path(tmp_path / "no.model3") is None
