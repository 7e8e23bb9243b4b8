# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The face for Python and for the command line."""

import inspect
import re

import groundshift
import numpy as np
import pytest
from groundshift.algorithms import command_line, toolbox
from groundshift.algorithms.declare import asked_by
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.steps import run_steps
from small_stack import CORNER, bowl, make_stack

X, Y = CORNER.point


@pytest.fixture
def stack(tmp_path):
    make_stack(tmp_path / "s.h5", rate=bowl())
    return tmp_path / "s.h5"


def test_every_tool_of_the_toolbox_can_be_read():
    assert {"shp", "stacking"} <= set(toolbox.places())
    for name in toolbox.places():
        core = toolbox.tool(name)
        ids = [own.id for own in (*asked_by(core).PARAMETERS, *core.OUTPUTS)]
        assert len(set(ids)) == len(ids) and all(re.fullmatch(r"[A-Z][A-Z0-9_]*", i) for i in ids)
        assert core.NUMBERS is not None and core.__doc__


def test_a_tool_is_a_function_with_keywords(stack, tmp_path):
    function = groundshift.stacking
    keywords = inspect.signature(function).parameters
    assert keywords["stack"].default is inspect.Parameter.empty
    assert keywords["weights"].default == "phase_variance" and keywords["min_pairs"].default == 1
    assert "Consecutive pairs only" in function.__doc__
    found = function(
        stack=stack, velocity=tmp_path / "v.tif", weights="uniform", reference_radius=0,
        reference_point=f"{X},{Y}",
    )  # fmt: skip
    rate = read_raster(found["velocity"])[1][0]
    np.testing.assert_allclose(rate, (bowl() - bowl()[0, 0]) * 1e3, atol=1e-3)
    assert groundshift.__version__ == toolbox.version() != ""
    with pytest.raises(AttributeError):
        groundshift.stakcing  # noqa: B018


@pytest.mark.parametrize("given, what", [
    ({"weigths": "uniform"}, "weigths: stacking has no such parameter; weights?"),
    ({"weights": "equal"}, "give one of phase_variance"),
    ({"min_coherence": 1.5}, "1.5 is not accepted; give a number from 0 to 1"),
    ({"min_pairs": 2.5}, "a whole number from 1"),
    ({"consecutive": "maybe"}, "neither yes nor no"),
    ({"reference_point": "here"}, "2 numbers"),
    ({"stack": "nowhere.h5"}, "there is no file nowhere.h5"),
    ({"stack": None}, "STACK.*is missing"),
    ({"velocity": None}, "VELOCITY.*give where to write it"),
])  # fmt: skip
def test_what_cannot_be_used_is_told_in_one_sentence(stack, tmp_path, given, what):
    with pytest.raises(GroundshiftError, match=what):
        toolbox.call("stacking", **{"stack": stack, "velocity": tmp_path / "v.tif", **given})
    assert not (tmp_path / "v.tif").exists()


def test_a_place_in_another_crs_is_the_same_place(stack, tmp_path):
    from groundshift.algorithms.formats.hdf5.stacks import read_stack
    from pyproj import Transformer

    crs = read_stack(stack).grid.crs
    lon, lat = Transformer.from_crs(crs, 4326, always_xy=True).transform(X, Y)
    found = toolbox.call(
        "stacking", stack=stack, velocity=tmp_path / "v.tif", weights="uniform",
        reference_point=f"{lon:.9f},{lat:.9f} [EPSG:4326]", reference_radius=0,
    )  # fmt: skip
    assert (found["reference_x"], found["reference_y"]) == pytest.approx((X, Y))


def test_the_command_line(stack, tmp_path, capsys):
    assert command_line.main(["list"]) == 0
    assert re.search(r"^stacking +The rate of a stack", capsys.readouterr().out, re.M)
    told = ["stacking", "--stack", str(stack), "--velocity", str(tmp_path / "v.tif")]
    assert command_line.main([*told, "--weights", "uniform"]) == 0
    out = capsys.readouterr().out
    assert "Reference: the mean of" in out and re.search(r"^pixels: \d+$", out, re.M)
    assert command_line.main(["stakcing"]) == 1
    assert capsys.readouterr().err == "stakcing: there is no such tool; stacking?\n"
    assert command_line.main([*told, "--weights", "equal"]) == 1
    assert "give one of" in capsys.readouterr().err


STEPS = """
variables: {weights: uniform, out: .}
steps:
  - name: rates
    tool: stacking
    stack: s.h5
    weights: ${weights}
    velocity: ${out}/v.tif
  - tool: stacking
    stack: s.h5
    velocity: ${out}/w.tif
    pair_count: ${rates.velocity}.count.tif
"""


def test_a_file_of_steps_goes_on_where_it_ended(stack, tmp_path):
    chain, told = tmp_path / "chain.yml", []
    chain.write_text(STEPS)
    found = run_steps(chain, note=told.append)
    assert (tmp_path / "v.tif.count.tif").exists() and found["2_stacking"]["pairs"] > 0
    assert told[0] == "rates: stacking"
    told.clear()
    assert run_steps(chain, note=told.append) == found
    assert told == ["rates: is done", "2_stacking: is done"]
    (tmp_path / "w.tif").unlink()
    told.clear()
    run_steps(chain, note=told.append)
    assert told[:2] == ["rates: is done", "2_stacking: stacking"]
    told.clear()
    run_steps(chain, {"weights": "coherence"}, note=told.append)
    assert told[0] == "rates: stacking"


@pytest.mark.parametrize("text, what", [
    ("steps: 3", "holds no steps"), ("a: [", "cannot be read as YAML"),
    (STEPS.replace("${weights}", "${weight}"), r"\$\{weight\} is not known"),
    (STEPS.replace("tool: stacking", "tool: staking", 1), "there is no such tool; stacking"),
    (STEPS.replace("  - tool", "  - name: rates\n    tool"), "two steps are called rates"),
])  # fmt: skip
def test_a_wrong_file_of_steps_is_told(stack, tmp_path, text, what):
    (tmp_path / "c.yml").write_text(text)
    with pytest.raises(GroundshiftError, match=what):
        run_steps(tmp_path / "c.yml", note=lambda text: None)
