# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The models that come with the plugin stand among the tools."""

import shutil

import pytest

ID = "interferogramstopoints"
MODELS = (
    "detectedareas", "displacementtocoulomb", "faultscene", "imagestomotion", "imagestothickness",
    "interferogramstopoints", "pointstowarning", "smallbaselinesteps", "updatedinventory",
)  # fmt: skip


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


def plain(value):
    """Qt's empty text and NULL alike; what QGIS 3.40 notes for the run of the steps is left out."""
    if isinstance(value, dict):
        kept = {name: plain(item) for name, item in value.items()}
        return {name: item for name, item in kept.items() if not name.startswith("_modelChild")}
    if value == "" or (hasattr(value, "isNull") and value.isNull()):
        return None
    return value


def declared(algorithm):
    """All that QGIS keeps of what an algorithm asks for and gives."""
    definitions = {d.name(): plain(d.toVariantMap()) for d in algorithm.parameterDefinitions()}
    outputs = {
        output.name(): (type(output), output.description())
        for output in algorithm.outputDefinitions()
    }
    return definitions, outputs


@pytest.mark.parametrize("name", MODELS)
def test_what_is_listed_is_what_the_model_says(plugin, name):
    """The toolbox's one is made without reading the model."""
    from groundshift.processing_provider.shipped import ListedModel, ShippedModel

    listed = plugin.provider.algorithm(name)
    whole = listed.create()
    assert type(listed) is ListedModel and type(whole) is ShippedModel
    assert not listed.childAlgorithms() and len(whole.childAlgorithms()) > 1
    assert declared(listed) == declared(whole)
    assert len(declared(whole)[0]) > len(declared(whole)[1]) > 3
    for ask in (
        "id", "displayName", "group", "groupId", "tags", "flags", "helpUrl", "svgIconPath",
        "shortDescription", "shortHelpString", "canExecute", "helpContent", "sourceFilePath",
    ):  # fmt: skip
        answers = [getattr(one, ask)() for one in (listed, whole)]
        if ask == "flags":
            answers = [int(flags) for flags in answers]
        assert answers[0] == answers[1], ask


def test_a_model_that_was_changed_by_hand_is_read(plugin, model, tmp_path):
    """Not listed by what the index says of another version of it."""
    from groundshift.processing_provider import shipped

    for file in (f"{ID}.model3", shipped.INDEX):
        shutil.copy(shipped.MODELS / file, tmp_path)
    ((_, listed),) = shipped.models(tmp_path)
    assert type(listed) is shipped.ListedModel
    path = tmp_path / f"{ID}.model3"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    ((_, same),) = shipped.models(tmp_path)
    assert type(same) is shipped.ListedModel, "line ends change nothing"
    path.write_text(path.read_text().replace(model.displayName(), "Another title"))
    ((_, read),) = shipped.models(tmp_path)
    assert type(read) is shipped.ShippedModel
    assert read.displayName() == "Another title"


def test_a_model_whose_file_went_is_no_crash(plugin, tmp_path):
    """An update of the plugin takes the files from under a QGIS that runs."""
    from groundshift.processing_provider import shipped
    from qgis.core import QgsProcessingException

    for file in (f"{ID}.model3", shipped.INDEX):
        shutil.copy(shipped.MODELS / file, tmp_path)
    ((path, listed),) = shipped.models(tmp_path)
    path.unlink()
    with pytest.raises(QgsProcessingException):
        listed.create()


def test_a_model_speaks_the_users_language(plugin):
    from groundshift.processing_provider import shipped
    from groundshift.ui import translation
    from qgis.PyQt.QtCore import QTranslator

    class Loud(QTranslator):
        def translate(self, context, text, disambiguation=None, n=-1):
            return text.upper() if context == "groundshift" else ""

        def isEmpty(self):
            return False

    loud = Loud()
    assert translation.use(loud)
    try:
        listed = dict(shipped.models(shipped.MODELS))[shipped.MODELS / f"{ID}.model3"]
        listed.initAlgorithm()
        whole = listed.create()
        copy = whole.create()
    finally:
        translation.remove(loud)
    for one in (listed, whole, copy):
        titles = [d.description() for d in one.parameterDefinitions()]
        titles += [output.description() for output in one.outputDefinitions()]
        assert "FOLDER OF INTERFEROGRAMS" in titles and "MOTION POINTS" in titles
        assert titles == [title.upper() for title in titles]
        assert one.helpContent()["ALG_DESC"].isupper()
        assert (one.name(), one.groupId()) == (ID, "timeseries")
        assert "folder" in {d.name() for d in one.parameterDefinitions()}


def test_a_copy_is_the_same(model):
    """Dialogs and runs work on a copy."""
    copy = model.create()
    assert type(copy.create()) is type(copy)
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


@pytest.mark.parametrize("name", MODELS)
def test_the_dialog_tells_what_every_input_and_output_means(plugin, name):
    """Its right side shows the help of the model, each field's help is on the field."""
    model = plugin.provider.algorithm(name)
    text = model.shortHelpString()
    for definition in model.parameterDefinitions():
        assert definition.help(), definition.name()
        heading = f"<h3>{definition.description()}</h3>\n<p>{definition.help()}</p>"
        assert heading in text, definition.name()
    assert "Algorithm author: The Groundshift developers" in text
    assert f"Algorithm version: {plugin.provider.versionInfo()}" in text


def test_the_dialog_asks_in_the_order_of_thought(plugin):
    """By default QGIS orders by name: the dip came before the fault."""
    model = plugin.provider.algorithm("displacementtocoulomb")
    for one in (model, model.create()):
        asked = [d.name() for d in one.parameterDefinitions() if not d.isDestination()]
        assert asked == [
            "raster", "incidence", "heading", "raster2", "incidence2", "heading2",
            "trace", "dip", "width", "faults",
        ]  # fmt: skip
