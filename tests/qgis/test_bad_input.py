# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever is wrong with the input: one sentence, nothing left behind, old results untouched."""

import re

import pytest
from bad_input import former_results, parameters_of
from bad_input_product import IMPORT_CASES, SIMULATION_CASES, other_grid
from bad_input_series import (
    POINT_CASES,
    SBAS_CASES,
    SERIES_CASES,
    STACK_CASES,
    VELOCITY_CASES,
)
from runs import contents, one_sentence, refusal, run_here


def as_parameter(cases, name, without=(), **others):
    def wrapped(make):
        return lambda m: {name: make(m), **others}

    return {
        f"{name}: {title}": (wrapped(make), says)
        for title, (make, says) in cases.items() if title not in without
    }  # fmt: skip


ALL_CASES = {
    "importstack": {
        **IMPORT_CASES,
        # Such a stack can be imported, and stays so.
        **as_parameter(STACK_CASES, "STACK_FILE", without=["all dropped"]),
    },
    "simulatestack": SIMULATION_CASES,
    "sbas": {**SBAS_CASES, **as_parameter(STACK_CASES, "STACK")},
    "velocity": {**VELOCITY_CASES, **as_parameter(SERIES_CASES, "TIMESERIES")},
    "coseismicstack": as_parameter(
        SERIES_CASES, "TIMESERIES", without=["one date"], EVENT="20200215", COMMON_RATE=False
    ),
    "timeseriestopoints": {**POINT_CASES, **as_parameter(SERIES_CASES, "TIMESERIES")},
}


def check_refused(tool, given, says, tmp_path):
    out = tmp_path / "out"
    former_results(tool, out)
    before = contents(tmp_path)
    results, problem = run_here(tool, parameters_of(tool, given, out))
    assert results == {}, "it ran"
    text = one_sentence(problem)
    assert re.search(says, text), text
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    "tool, title", [(tool, title) for tool, cases in ALL_CASES.items() for title in cases]
)
def test_one_sentence_and_nothing_left(tool, title, material, tmp_path):
    make, says = ALL_CASES[tool][title]
    check_refused(tool, make(material), says, tmp_path)


# The same through qgis_process, where the sentence is all that a user sees


# A process costs seconds; all cases are tried in this one.
REAL = (
    ("importstack", "corrupt tif"), ("simulatestack", "unknown format"),
    ("sbas", "output is input"), ("velocity", "TIMESERIES: cut off"),
    ("timeseriestopoints", "NULL alone"),
)  # fmt: skip


@pytest.mark.parametrize("tool, title", REAL)
def test_qgis_process_fails_with_one_sentence(tool, title, material, tmp_path, qgis_process):
    make, says = ALL_CASES[tool][title]
    parameters = parameters_of(tool, make(material), tmp_path / "out")
    former_results(tool, tmp_path / "out")
    before = contents(tmp_path)
    assert re.search(says, refusal(qgis_process.run(tool, parameters)))
    assert contents(tmp_path) == before


def test_qgis_process_itself_names_what_is_missing(qgis_process, material):
    result = qgis_process.run("sbas", {"STACK": material.stack})
    assert result.code == 1 and "VELOCITY" in result.stderr and "Traceback" not in result.stderr


def test_a_model_fails_with_the_sentence_of_its_step(qgis_process, material, tmp_path):
    (tmp_path / "out").mkdir()
    before = contents(tmp_path)
    result = qgis_process.run(
        "interferogramstopoints",
        {"folder": material.pairs(other_grid), "sbas:Velocity": tmp_path / "out" / "v.tif"},
    )
    assert result.code == 1 and "Traceback" not in result.stderr
    assert contents(tmp_path / "out") == {}
    assert "out" in before


# Every tool that there is, also those that have no cases of their own


def wrong_values(definition, folder):
    """Values of a parameter that no run can use."""
    from qgis.core import (
        QgsProcessingParameterEnum,
        QgsProcessingParameterExtent,
        QgsProcessingParameterFile,
        QgsProcessingParameterFileDestination,
        QgsProcessingParameterNumber,
        QgsProcessingParameterPoint,
        QgsProcessingParameterRasterDestination,
        QgsProcessingParameterVectorDestination,
        QgsProcessingParameterVectorLayer,
    )

    if isinstance(definition, QgsProcessingParameterEnum):
        return ["sideways", "gamma,sideways"]
    if isinstance(definition, QgsProcessingParameterNumber):
        values = ["ten", "nan", "inf", "1e30", "-1e30", 2**31, "1_0", "\u0661"]
        if definition.minimum() > -1e9:
            values.append(definition.minimum() - 1)
        if definition.maximum() < 1e9:
            values.append(definition.maximum() + 1)
        if definition.dataType() == QgsProcessingParameterNumber.Type.Integer:
            values.append(definition.minimum() + 0.5)
        return values
    if isinstance(definition, QgsProcessingParameterPoint):
        return ["nan,nan", "inf,46", "1e30,46", "46"]
    if isinstance(definition, QgsProcessingParameterExtent):
        return ["nan,nan,nan,nan", "-1e300,1e300,-1e300,1e300", "13,13,46,47"]
    if isinstance(definition, QgsProcessingParameterFile):
        is_folder = definition.behavior() == QgsProcessingParameterFile.Behavior.Folder
        return [folder / "nowhere.h5", folder / "a.txt" if is_folder else folder]
    if isinstance(definition, QgsProcessingParameterVectorLayer):
        return [folder / "nowhere.gpkg", folder / "a.txt"]
    if isinstance(
        definition,
        (
            QgsProcessingParameterRasterDestination, QgsProcessingParameterVectorDestination,
            QgsProcessingParameterFileDestination,
        ),
    ):  # fmt: skip
        return [folder / "out.xyz", folder / "out"]
    return []


def test_every_tool_names_the_parameter_whose_value_is_wrong(plugin, tmp_path):
    from qgis.core import QgsProcessingContext

    (tmp_path / "a.txt").write_text("words")
    before = contents(tmp_path)
    context, problems, tried = QgsProcessingContext(), [], 0
    for tool in plugin.provider.algorithms():
        if not hasattr(tool, "check_values"):
            continue  # a model, whose steps are looked at
        needed = {
            definition.name(): "TEMPORARY_OUTPUT"
            for definition in tool.destinationParameterDefinitions()
        }
        for definition in tool.parameterDefinitions():
            for value in wrong_values(definition, tmp_path):
                value = str(value) if hasattr(value, "__fspath__") else value
                # On an instance of its own: the call must not depend on what else is missing.
                good, problem = _checked_alone(tool.create(), {**needed, definition.name(): value},
                                               context)  # fmt: skip
                tried += 1
                if good or definition.name() not in one_sentence(problem):
                    problems.append((tool.id(), definition.name(), value, problem))
    assert problems == [] and tried > 100
    assert contents(tmp_path) == before


def _checked_alone(tool, parameters, context):
    """A tool's verdict on its parameters; those that are missing do not count."""
    tool.check_missing = lambda definition: None
    return tool.checkParameterValues(parameters, context)


def test_every_tool_says_what_is_missing(plugin):
    from qgis.core import QgsProcessingContext

    for tool in plugin.provider.algorithms():
        if hasattr(tool, "check_values"):
            good, problem = tool.create().checkParameterValues({}, QgsProcessingContext())
            assert not good and "; give" in one_sentence(problem) or "Give" in problem, tool.id()


FILES = {"STACK": STACK_CASES, "TIMESERIES": SERIES_CASES}
# The network and its loops can be looked at where all pixels are void; nothing is inverted.
CAN_BE_VOID = ("network", "closure")
WITHOUT_PHASE = ("damageproxy",)
ALSO = {"damageproxy": {"EVENT": "20200215"}}


@pytest.mark.parametrize("name, title", [(name, t) for name, cases in FILES.items() for t in cases])
def test_every_tool_refuses_bad_stacks_and_series(plugin, material, tmp_path, name, title):
    if title == "not given":
        pytest.skip("see test_every_tool_says_what_is_missing")
    spoilt = FILES[name][title][0](material)
    (tmp_path / "out").mkdir()
    before = contents(tmp_path)
    for tool in plugin.provider.algorithms():
        files = [d.name() for d in tool.parameterDefinitions() if d.type() == "file"]
        if tool.name() in ALL_CASES or name not in files:
            continue
        if title in ("void", "zero") and tool.name() in CAN_BE_VOID:
            continue
        if title in ("void", "zero", "damaged pixels") and tool.name() in WITHOUT_PHASE:
            continue
        given = {name: spoilt, **outputs_of(tool, tmp_path / "out"), **ALSO.get(tool.name(), {})}
        results, problem = run_here(tool.name(), given)
        assert results == {}, f"{tool.name()} ran"
        one_sentence(problem)
        assert contents(tmp_path) == before, tool.name()


def outputs_of(tool, folder):
    """A file for every output of a tool."""
    found = {}
    for definition in tool.destinationParameterDefinitions():
        filters = getattr(definition, "fileFilter", lambda: "")()
        ending = re.search(r"\*(\.\w+)", filters)
        known = {"rasterDestination": ".tif", "vectorDestination": ".gpkg"}
        ending = known.get(definition.type(), ending.group(1) if ending else "")
        found[definition.name()] = folder / f"{definition.name().lower()}{ending}"
    return found
