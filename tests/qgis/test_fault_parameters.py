# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fault geometry as parameters of a tool: what goes in comes out in metres, on the right side."""

import re
from types import ModuleType

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.slip.slip_models import write_slip_model
from groundshift.algorithms.formats.vectors import wkb
from groundshift.algorithms.formats.vectors.features import write_lines
from runs import ALIVE, empty_project
from slip_cases import FRAME, two_planes

DEGREES = "EPSG:4326"
POINT = {"FAULT_POINT": "100.5,36.2 [EPSG:4326]", "FAULT_STRIKE": 30.0, "FAULT_DIP": 60.0,
         "FAULT_LENGTH": 20.0, "FAULT_WIDTH": 12.0, "FAULT_DEPTH": 1.0}  # fmt: skip


@pytest.fixture
def fault(plugin):
    """Function that gives a tool's verdict on parameters of a fault, and the fault."""
    from groundshift.algorithms.declare import Chosen, part
    from groundshift.algorithms.source.tools.asked import Fault
    from groundshift.processing_provider.tool import Tool
    from qgis.core import QgsProcessingContext

    core = ModuleType("some")
    core.Asked = type("Asked", (Chosen,), {"fault": part(Fault), "__module__": "some"})
    core.OUTPUTS, core.NUMBERS = (), {}

    class Some(Tool):
        CORE, ID, NAME, GROUP = core, "some", "Some", "source"

    def made(parameters):
        tool, context = Some().create(), QgsProcessingContext()
        context.setProject(empty_project())
        ALIVE.extend((tool, context))
        try:
            tool.check(parameters, context)
        except GroundshiftError as error:
            return str(error)
        tool.collect(parameters, context, None)
        return tool.chosen.fault.read(FRAME).patches

    return made


@pytest.fixture
def trace(tmp_path):
    line = np.array([[0, 0], [0, 12e3], [5e3, 20e3]])
    blob = wkb.line_wkb(np.column_stack(FRAME.back(DEGREES, line)))
    path = tmp_path / "trace.gpkg"
    write_lines(path, DEGREES, [blob], {"tip": np.array([55.0])})
    return str(path)


def test_a_plane_by_numbers(fault):
    patches = fault(POINT)
    assert len(patches) == 60  # of 2 km by default
    assert patches.top_depth.min() == pytest.approx(1e3)
    assert patches.area.sum() == pytest.approx(240e6)
    whole = fault({**POINT, "PATCH_LENGTH": 0.0})
    assert len(whole) == 1 and whole.corners[0, :2, :2].mean(axis=0) == pytest.approx(0, abs=0.2)
    assert np.degrees(whole.strike[0]) == pytest.approx(30, abs=1e-6)
    centre = fault({**POINT, "PATCH_LENGTH": 0.0, "FAULT_REFERENCE": "centre", "FAULT_DEPTH": 9.0})
    assert centre.centre[0] == pytest.approx([0, 0, -9e3], abs=0.2)


def test_a_trace_with_its_own_field(fault, trace):
    given = {"FAULT_TRACE": trace, "FAULT_DIP_FIELD": "tip", "FAULT_TOP": 1.0, "FAULT_BOTTOM": 11.0,
             "PATCH_LENGTH": 4.0, "PATCH_WIDTH": 3.0}  # fmt: skip
    patches = fault(given)
    assert np.degrees(patches.dip) == pytest.approx(55)
    assert patches.top_depth.min() == pytest.approx(1e3)
    assert patches.bottom_depth.max() == pytest.approx(11e3)
    assert (patches.centre[patches.strike < 0.01, 0] > 0).all()
    left = fault({**given, "FAULT_SIDE": "left"})
    assert (left.centre[np.abs(left.strike - np.pi) < 0.01, 0] < 0).all()
    triangles = fault({**given, "FAULT_TRIANGLES": True, "FAULT_LEVEL": "top edge"})
    assert not triangles.is_rectangular


def test_patches_of_a_layer_and_of_a_file(fault, tmp_path):
    for name, key in (("a.gpkg", "FAULT"), ("a.fsp", "FAULT_FILE")):
        write_slip_model(tmp_path / name, two_planes())
        patches = fault({key: str(tmp_path / name), "PATCH_LENGTH": 1.0})
        assert len(patches) == 90
        deeper = fault({key: str(tmp_path / name), "FAULT_BOTTOM": 20.0, "FAULT_BEYOND": 1.0})
        assert deeper.bottom_depth.max() == pytest.approx(20e3)


def test_one_question_says_which_input_counts(fault, trace, tmp_path):
    """Inputs of other ways that are left from an earlier run do not matter then."""
    write_slip_model(tmp_path / "a.gpkg", two_planes())
    write_slip_model(tmp_path / "a.fsp", two_planes().chosen(np.arange(10) < 6))
    given = {
        **POINT, "FAULT_TRACE": trace, "FAULT": str(tmp_path / "a.gpkg"),
        "FAULT_FILE": str(tmp_path / "a.fsp"), "FAULT_BOTTOM": 14.0, "PATCH_LENGTH": 0.0,
    }  # fmt: skip
    assert "both are given" in fault(given) and "both are given" in fault(
        {**given, "FAULT_FROM": "auto"}
    )
    whole = {**given, "FAULT_BOTTOM": None}
    assert fault({**whole, "FAULT_FROM": "numbers"}).area.sum() == pytest.approx(240e6)
    assert len(fault({**whole, "FAULT_FROM": "patches"})) == 10
    assert len(fault({**whole, "FAULT_FROM": "file"})) == 6
    assert len(np.unique(fault({**given, "FAULT_FROM": "trace"}).strike.round(3))) == 2


@pytest.mark.parametrize(
    "given, words",
    [
        ({}, "a fault is missing; give one"),
        ({**POINT, "FAULT_TRACE": "a.gpkg"}, "both are given"),
        ({**POINT, "FAULT_FROM": "trace"}, "FAULT_TRACE.*is missing.*FAULT_FROM.*trace"),
        ({**POINT, "FAULT_WIDTH": None}, "FAULT_WIDTH.*is missing"),
        ({**POINT, "FAULT_LENGTH": 0.0}, "FAULT_LENGTH.*is 0"),
        ({**POINT, "FAULT_TRIANGLES": True}, "below a trace only"),
    ],
)
def test_what_makes_no_fault_is_told(fault, given, words):
    assert re.search(words, fault(given))
