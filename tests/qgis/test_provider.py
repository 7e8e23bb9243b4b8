# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider in a real QGIS: what is listed, and how it behaves."""

import re
from pathlib import Path

import pytest

TOOLS = {"importstack", "simulatestack", "sbas", "velocity", "timeseriestopoints"}
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def tools(plugin):
    return {tool.name(): tool for tool in plugin.provider.algorithms()}


def test_the_tools_are_listed(tools):
    assert set(tools) >= TOOLS


def test_every_tool_has_an_icon_of_its_own(tools):
    icons = [Path(tools[name].svgIconPath()) for name in TOOLS]
    assert len(set(icons)) == len(TOOLS)
    for icon in (*icons, ROOT / "ui" / "icons" / "groundshift.svg"):
        assert icon.name == "groundshift.svg" or icon.stem in TOOLS
        from qgis.PyQt.QtSvg import QSvgRenderer

        assert QSvgRenderer(str(icon)).isValid()


def test_groups_are_those_of_the_design(tools):
    from groundshift.processing_provider.tool import GROUPS

    for name in TOOLS:
        assert tools[name].group() == GROUPS[tools[name].groupId()]


def test_help_says_what_goes_in_and_out(tools):
    for name in TOOLS:
        tool = tools[name]
        for part in ("What goes in", "What comes out", "Method"):
            assert part in tool.shortHelpString(), (name, part)
        unexplained = [d.name() for d in tool.parameterDefinitions() if not d.help()]
        assert unexplained == [], name
        assert tool.helpUrl().startswith("file://")
        assert tool.tags()


def test_help_on_a_terminal_is_plain_text_that_explains_every_id(qgis_process, tools):
    said = qgis_process.call("help", "groundshift:velocity").stdout
    assert not re.search("</|<br|<h3", said) and "Method: Rate and errors" in said
    for definition in tools["velocity"].parameterDefinitions():
        line = f"\n{definition.name()}: {definition.description()}"
        optional = definition.flags() & definition.Flag.FlagOptional
        # QGIS 3.40 says it, too.
        assert f"{line}\n" in said or (optional and f"{line} (optional)\n" in said)
        assert definition.help() in said
    assert re.search(r"^\s+- \d+: random_walk$", said, re.M), "choices by their ids"


def test_ids_and_names_are_in_the_house_style(tools):
    for name in TOOLS:
        assert name.isalnum()
        assert name == name.lower()
        for definition in tools[name].parameterDefinitions():
            assert definition.name() == definition.name().upper()


def test_a_tool_comes_as_a_fresh_instance(tools):
    for name in TOOLS:
        first, second = tools[name].create(), tools[name].create()
        assert first is not second
        assert type(first) is type(second)


def test_a_broken_tool_is_logged_and_the_others_stay(plugin, monkeypatch):
    from groundshift.processing_provider import provider as module

    logged = []
    monkeypatch.setattr(module, "TOOLS", ("nowhere.nothing", *module.TOOLS))
    monkeypatch.setattr(module.GroundshiftProvider, "_log", staticmethod(logged.append))
    provider = module.GroundshiftProvider()
    provider.refreshAlgorithms()
    assert {tool.name() for tool in provider.algorithms()} >= TOOLS
    assert [text.split(" ")[0] for text in logged] == ["nowhere.nothing"]


def test_a_model_in_the_folder_is_listed(plugin, monkeypatch, tmp_path):
    from groundshift.processing_provider import provider as module
    from qgis.core import QgsProcessingModelAlgorithm

    model = QgsProcessingModelAlgorithm("chain", "Models", "")
    assert model.toFile(str(tmp_path / "chain.model3"))
    (tmp_path / "broken.model3").write_text("nothing")
    logged = []
    monkeypatch.setattr(module, "MODELS", tmp_path)
    monkeypatch.setattr(module.GroundshiftProvider, "_log", staticmethod(logged.append))
    provider = module.GroundshiftProvider()
    provider.refreshAlgorithms()
    assert "chain" in {tool.displayName() for tool in provider.algorithms()}
    assert len(logged) == 1
    assert "broken.model3" in logged[0]


def test_the_plugin_comes_and_goes(qgis_application, plugin):
    import groundshift

    registry = qgis_application.processingRegistry()
    assert registry.providerById("groundshift") is plugin.provider
    second = groundshift.classFactory(None)
    second.initGui()
    assert second.provider is None, "a second provider of the same id is refused"
    second.unload()
    assert registry.providerById("groundshift") is plugin.provider
    plugin.unload()
    assert registry.providerById("groundshift") is None
    plugin.initProcessing()
    plugin.initProcessing()
    assert registry.providerById("groundshift") is plugin.provider


def test_qgis_process_lists_the_tools(qgis_process):
    listed = qgis_process.call("list").stdout
    for name in TOOLS:
        assert f"groundshift:{name}\t" in listed


@pytest.mark.parametrize(
    "what, value", [("Minimum temporal coherence", 0.7), ("ROBUST", True), ("REFERENCE_RADIUS", 3)]
)
def test_one_default_for_one_thing(tools, what, value):
    """Tools that make or import pixels keep all of them; those that use them begin at 0.7."""
    found = {
        (name, definition.name()): definition.defaultValue()
        for name, tool in tools.items()
        for definition in tool.parameterDefinitions()
        if what in (definition.description(), definition.name())
        and "(m)" not in definition.description()
    }
    assert len(found) > 1 and set(found.values()) == {value}, found
