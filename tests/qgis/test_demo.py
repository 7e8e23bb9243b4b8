# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""``make demo``: a project, a picture and a line of results, or one sentence."""

import datetime
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SMALL = {"ROWS": 90, "COLS": 110, "DATES": 12, "LANDSLIDES": 2, "BOWLS": 1}


def run_demo(out, *arguments):
    command = [sys.executable, str(ROOT / "scripts" / "demo.py"), "--out", str(out), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=1200)


@pytest.fixture(scope="module")
def scripts():
    """The demo's modules that need no QGIS process."""
    sys.path.insert(0, str(ROOT / "scripts"))
    yield lambda name: importlib.import_module(name)
    sys.path.remove(str(ROOT / "scripts"))


@pytest.fixture(scope="module")
def simulated(qgis_process, tmp_path_factory):
    """Folder and printed text of a demo on a small simulated scene."""
    out = tmp_path_factory.mktemp("demo")
    small = [f"--set=simulatestack.{name}={value}" for name, value in SMALL.items()]
    done = run_demo(out, *small)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return out, done.stdout


@pytest.fixture(scope="module")
def own_data(simulated):
    """The same on the simulated interferograms as somebody's own."""
    out, _ = simulated
    done = run_demo(out, "--data", str(out / "simulated" / "interferograms"))
    assert done.returncode == 0, done.stderr
    return out, done.stdout


def test_no_journals_are_left_behind(simulated):
    out, _ = simulated
    left = [
        path.name for path in out.rglob("*") if path.name.endswith(("-wal", "-shm", "-journal"))
    ]
    assert left == []


def groups(project):
    """Names of layers by group, from top to bottom."""
    tree = project.layerTreeRoot().children()
    return {group.name(): [node.name() for node in group.findLayers()] for group in tree}


def read_project(path):
    from qgis.core import QgsProject

    project = QgsProject()
    assert project.read(str(path))
    assert [layer.name() for layer in project.mapLayers().values() if not layer.isValid()] == []
    return project


def test_the_line_of_results_says_how_good_it_is(simulated):
    _, text = simulated
    line = text.splitlines()[-1]
    assert re.search(r"fastest point -\d+\.\d mm/yr", line)
    rmse = float(re.search(r"RMSE against the truth (\d+\.\d+) mm/yr", line)[1])
    std = float(re.search(r"median standard deviation (\d+\.\d+) mm/yr", line)[1])
    assert 0 < rmse < 4 * std
    assert int(re.search(r"([\d,]+) points", line)[1].replace(",", "")) > 1000


def test_the_project_has_groups_of_styled_layers(simulated, qgis_application):
    out, _ = simulated
    project = read_project(out / "simulated.qgz")
    found = groups(project)
    assert list(found) == ["Truth", "Motion", "Quality", "Ground"]
    assert "Velocity (mm/yr)" in found["Motion"]
    assert "True velocity (mm/yr)" in found["Truth"]
    assert found["Ground"] == ["Shaded relief"]
    layers = {layer.name(): layer for layer in project.mapLayers().values()}
    velocity, truth = (layers[n].renderer() for n in ("Velocity (mm/yr)", "True velocity (mm/yr)"))
    assert velocity.classificationMax() == truth.classificationMax() >= 30
    assert velocity.classificationMin() == -velocity.classificationMax()
    assert layers["Motion points (mm/yr)"].renderer().classAttribute() == "velocity_mm_yr"
    assert layers["True bowls and landslides"].renderer().classAttribute() == "kind"
    assert layers["Shaded relief"].renderer().type() == "hillshade"
    assert layers["Velocity (mm/yr)"].metadata().title() == "Velocity"
    assert [layout.name() for layout in project.layoutManager().layouts()] == ["Map"]


def test_the_picture_shows_something(simulated, qgis_application):
    from qgis.PyQt.QtGui import QImage

    out, _ = simulated
    picture = QImage(str(out / "simulated.png"))
    assert (picture.width(), picture.height()) == (1754, 1240) or picture.width() > 1700
    spread = [
        {picture.pixel(x, y) for x in range(*columns, 3) for y in range(250, 800, 3)}
        for columns in ((70, 700), (900, 1530))
    ]
    assert min(map(len, spread)) > 300, "both maps are drawn"
    legend = {picture.pixel(740, y) & 0xFFFFFF for y in range(230, 560)}
    assert len(legend) > 50, "the colours beside the map"


def test_own_data_has_no_truth_but_uncertainty(own_data, qgis_application):
    out, text = own_data
    assert "RMSE" not in text
    found = groups(read_project(out / "interferograms.qgz"))
    assert list(found) == ["Motion", "Quality", "Ground"]
    assert (out / "interferograms.png").stat().st_size > 50_000


def test_what_is_wrong_is_one_sentence(qgis_process, tmp_path):
    (tmp_path / "empty").mkdir()
    done = run_demo(tmp_path / "out", "--data", str(tmp_path / "empty"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"importstack: {tmp_path}/empty: the folder is empty;")
    assert list((tmp_path / "out").glob("*.*")) == []
    done = run_demo(tmp_path / "out", "--data", str(tmp_path / "nowhere"))
    assert done.returncode == 1
    assert done.stderr.endswith("nowhere: there is no such folder; check DATA.\n")


def test_a_parameter_of_a_tool_can_be_set(scripts):
    options = scripts("demo").parse(["--set", "sbas.MIN_PAIRS=5", "--set", "sbas.WEIGHTS=uniform"])
    assert options.settings == {"sbas": {"MIN_PAIRS": "5", "WEIGHTS": "uniform"}}


@pytest.mark.parametrize(("span", "step"), [(0.9, 0.2), (10, 2), (11, 5), (260, 100), (1e4, 2000)])
def test_axes_have_round_steps(scripts, qgis_application, span, step):
    assert scripts("demo_series").nice_step(span, 5) == pytest.approx(step)


def test_months_are_few_and_inside(scripts, qgis_application):
    first, last = datetime.date(2015, 3, 17), datetime.date(2021, 8, 2)
    found = scripts("demo_series").months(first, last)
    assert 4 <= len(found) <= 9
    assert first <= found[0] < found[-1] <= last
    assert {day.day for day in found} == {1}


def test_the_readme_names_tools_that_exist(plugin):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `(\w+)` \|", text, re.M))
    assert named
    assert named <= {tool.name() for tool in plugin.provider.algorithms()}


def test_the_readme_calls_tools_by_their_parameters(plugin):
    text = (ROOT / "README.md").read_text(encoding="utf-8").replace("\\\n", " ")
    calls = re.findall(r"qgis_process run groundshift:(\w+) (.*)", text)
    assert len(calls) >= 5
    for name, arguments in calls:
        tool = plugin.provider.algorithm(name)
        assert tool is not None, name
        there = {definition.name() for definition in tool.parameterDefinitions()}
        assert set(re.findall(r"--(\w+)=", arguments)) <= there, name


def test_the_readme_shows_pictures_that_are_there_and_small():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", text)
    assert pictures
    assert all((ROOT / name).stat().st_size < 300_000 for name in pictures)
