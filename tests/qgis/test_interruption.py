# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs that are cancelled or killed: nothing half-done stays, earlier results do."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from runs import contents, one_sentence, run_here, succeeded

ROOT = Path(__file__).resolve().parents[2]
LARGE = {"ROWS": 512, "COLS": 768, "DATES": 12, "MISSING": 0, "LANDSLIDES": 0, "SEED": 3}
EARLIER = b"an earlier result"


@pytest.fixture(scope="module")
def scene(plugin, tmp_path_factory):
    """A scene of several blocks: product, stack and series."""
    folder = tmp_path_factory.mktemp("scene")
    for tool, parameters in (
        ("simulatestack", {**LARGE, "FORMAT": "pairs", "FOLDER": folder / "product"}),
        ("importstack", {"FOLDER": folder / "product", "WAVELENGTH": 0.0555,
                         "STACK": folder / "stack.h5"}),
        ("sbas", {"STACK": folder / "stack.h5", "TIMESERIES": folder / "series.h5",
                  "VELOCITY": folder / "velocity.tif"}),
    ):  # fmt: skip
        _, problem = run_here(tool, parameters)
        assert not problem
    return folder


def runs_of(scene, out):
    """A call of every tool, in the folder `out`."""
    return {
        "simulatestack": {**LARGE, "FORMAT": "pairs", "FOLDER": out / "product",
                          "TRUE_VELOCITY": out / "truth.tif", "TRUE_SOURCES": out / "a.gpkg"},
        "importstack": {"FOLDER": scene / "product", "WAVELENGTH": 0.0555, "INCIDENCE": 38,
                        "STACK": out / "stack.h5", "GEOMETRY": out / "geometry.h5"},
        "sbas": {"STACK": scene / "stack.h5", "TIMESERIES": out / "series.h5", "MEMORY": 96,
                 "VELOCITY": out / "velocity.tif", "DISPLACEMENT": out / "displacement.tif"},
        "velocity": {"TIMESERIES": scene / "series.h5", "VELOCITY": out / "model.tif",
                     "MEMORY": 96},
        "timeseriestopoints": {"TIMESERIES": scene / "series.h5", "POINTS": out / "points.gpkg",
                               "MIN_TEMPORAL_COHERENCE": 0, "MEMORY": 96},
    }  # fmt: skip


TOOLS = ("simulatestack", "importstack", "sbas", "velocity", "timeseriestopoints")


def earlier_results(parameters, out):
    """Put something where the outputs will be."""
    out.mkdir(exist_ok=True)
    for value in parameters.values():
        if isinstance(value, Path) and value.parent == out and value.suffix:
            value.write_bytes(EARLIER)
    return contents(out)


# Cancelled in the window


@pytest.mark.parametrize("share", [10, 95])
@pytest.mark.parametrize("tool", TOOLS)
def test_cancelling_leaves_everything_as_it_was(scene, tmp_path, tool, share):
    from qgis.core import QgsProcessingFeedback

    class Impatient(QgsProcessingFeedback):
        """Cancels as soon as the bar reaches a share."""

        problem = ""

        def reportError(self, text, fatalError=False):
            self.problem = text

        def watch(self, progress):
            if progress >= share:
                self.cancel()

    parameters = runs_of(scene, tmp_path / "out")[tool]
    before = earlier_results(parameters, tmp_path / "out")
    feedback = Impatient()
    feedback.progressChanged.connect(feedback.watch)
    if not share:
        feedback.cancel()
    results, problem = run_here(tool, parameters, feedback=feedback)
    assert results == {}
    assert one_sentence(problem) == "Cancelled; nothing was written."
    assert contents(tmp_path / "out") == before


# Cancelled late, or failed after the outputs were worked out


def late_runs(scene, out):
    """Calls of tools with several outputs."""
    return {
        "network": {"STACK": scene / "stack.h5", "PAIRS": out / "pairs.gpkg",
                    "SELECTED_STACK": out / "selected.h5", "PNG": out / "network.png"},
        "sbas": runs_of(scene, out)["sbas"],
        "smallbaseline": {"STACK_FILE": scene / "stack.h5", "TIMESERIES": out / "chain.h5",
                          "VELOCITY": out / "chain.tif", "KEEP_FOLDER": out / "kept"},
    }  # fmt: skip


@pytest.mark.parametrize("tool", ["network", "sbas", "smallbaseline"])
def test_a_late_cancel_leaves_all_as_it_was_or_comes_too_late(scene, tmp_path, tool):
    from qgis.core import QgsProcessingFeedback

    class Asked(QgsProcessingFeedback):
        """Says that the run is cancelled from a given question on."""

        problem, asked = "", 0

        def __init__(self, last):
            super().__init__()
            self.last = last

        def reportError(self, text, fatalError=False):
            self.problem = text

        def isCanceled(self):
            self.asked += 1
            return self.asked >= self.last

    parameters = late_runs(scene, tmp_path / "out")[tool]
    earlier_results(parameters, tmp_path / "out")
    (tmp_path / "out" / "kept").mkdir()
    (tmp_path / "out" / "kept" / "timeseries.h5").write_bytes(EARLIER)
    (tmp_path / "out" / "kept" / "mine.txt").write_bytes(EARLIER)
    before = contents(tmp_path / "out")
    counter = Asked(10**9)
    run_here(tool, late_runs(scene, tmp_path / "count")[tool], feedback=counter)
    assert counter.asked > 2 and not counter.problem
    for step in (2, 1, 0):
        results, problem = run_here(
            tool, parameters, feedback=Asked(counter.asked - step)
        )  # fmt: skip
        after = contents(tmp_path / "out")
        if results:
            assert all(after[name] != before[name] for name in earlier_names(parameters))
            assert (
                after[os.path.join("kept", "mine.txt")] == before[os.path.join("kept", "mine.txt")]
            )
            break
        assert one_sentence(problem) == "Cancelled; nothing was written."
        assert after == before


def earlier_names(parameters):
    """Names of the files that a run replaces."""
    return [v.name for v in parameters.values() if isinstance(v, Path) and v.parent.name == "out"
            and v.suffix]  # fmt: skip


def test_a_picture_that_cannot_be_drawn_leaves_the_other_outputs_as_they_were(
    scene, tmp_path, monkeypatch
):
    from groundshift.algorithms.errors import GroundshiftError
    from groundshift.processing_provider import drawing

    def no_module(svg):
        raise GroundshiftError("Qt's SVG module is missing.")

    parameters = late_runs(scene, tmp_path / "out")["network"]
    before = earlier_results(parameters, tmp_path / "out")
    monkeypatch.setattr(drawing, "_drawn", no_module)
    results, problem = run_here("network", parameters)
    assert results == {} and one_sentence(problem) == "Qt's SVG module is missing."
    assert contents(tmp_path / "out") == before


# Stopped from outside


def started(process, tool, parameters, out):
    """Start a tool and wait until it writes."""
    running = process.start(tool, parameters)
    deadline = time.monotonic() + 200
    while not any(".part" in path.name for path in out.iterdir()):
        assert running.poll() is None, "it ended before: " + running.communicate()[1]
        assert time.monotonic() < deadline
        time.sleep(0.002)
    return running


@pytest.fixture
def slow(scene, tmp_path_factory):
    """A call of sbas that writes for seconds, and its folder with earlier results."""
    out = tmp_path_factory.mktemp("slow")
    parameters = {**runs_of(scene, out)["sbas"], "STANDARD_ERROR": out / "error.tif", "WORKERS": 1}
    return parameters, out, earlier_results(parameters, out)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_is_a_cancel(qgis_process, slow, number):
    parameters, out, before = slow
    running = started(qgis_process, "sbas", parameters, out)
    running.send_signal(number)
    answer, problems = running.communicate(timeout=60)
    assert running.returncode == 1 and answer == ""
    assert "Cancelled; nothing was written." in problems and "Traceback" not in problems
    assert contents(out) == before


def test_a_killed_run_leaves_the_earlier_results_and_the_next_one_tidies(qgis_process, slow):
    parameters, out, before = slow
    running = started(qgis_process, "sbas", parameters, out)
    running.kill()
    running.communicate(timeout=60)
    assert running.returncode == -signal.SIGKILL
    after = contents(out)
    assert {name: digest for name, digest in after.items() if name in before} == before
    left = set(after) - set(before)
    assert left and all(name.startswith(".") and ".part" in name for name in left)
    succeeded(qgis_process.run("sbas", {**parameters, "MEMORY": 2048}))
    names = set(contents(out))
    assert not any(name.startswith(".") for name in names)
    assert all(Path(out, name).read_bytes() != EARLIER for name in before)


def test_a_killed_simulation_leaves_the_folder_that_was_there(qgis_process, tmp_path):
    small = {"ROWS": 64, "COLS": 64, "DATES": 4, "FORMAT": "pairs", "FOLDER": tmp_path / "scene"}
    succeeded(qgis_process.run("simulatestack", small))
    before = contents(tmp_path)
    large = {**LARGE, "DATES": 40, "FORMAT": "pairs", "FOLDER": tmp_path / "scene"}
    running = started(qgis_process, "simulatestack", large, tmp_path)
    running.kill()
    running.communicate(timeout=60)
    after = contents(tmp_path)
    assert {name: digest for name, digest in after.items() if name in before} == before
    assert any(".part" in name for name in after)
    succeeded(qgis_process.run("simulatestack", {**small, "SEED": 9}))
    assert not any(".part" in name for name in contents(tmp_path))


# What killed runs leave, without a run


def dead_process():
    """Number of a process that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def test_only_what_dead_runs_of_this_machine_left_is_removed(tmp_path):
    from groundshift.algorithms.formats import leftovers
    from groundshift.algorithms.formats.atomic import Transaction

    here, dead, alive = leftovers._machine(), dead_process(), os.getppid()
    stale = [f".v.{here}-{dead}-0123abcd.part{end}" for end in ("", ".tif", ".tif.aux.xml")]
    other = [
        f".v.{here}-{alive}-0123abcd.part.tif",  # a run under way
        f".v.00000000-{dead}-0123abcd.part.tif",  # another machine's
        ".v.tif.part", ".mine.part.tif", "v.tif", "notes.part.txt",
    ]  # fmt: skip
    for name in (*stale, *other):
        (tmp_path / name).write_text("x")
    folder = tmp_path / f".scene.{here}-{dead}-0123abcd.part"
    folder.mkdir()
    (folder / "file").write_text("x")
    with Transaction() as files:
        files.add(tmp_path / "w.tif").write_text("y")
    assert {path.name for path in tmp_path.iterdir()} == {*other, "w.tif"}


def test_a_simulation_that_was_killed_while_it_took_its_place_is_brought_back(tmp_path):
    from groundshift.algorithms.data.tools.simulation_folder import replaced
    from groundshift.algorithms.formats import leftovers

    here, dead = leftovers._machine(), dead_process()
    previous = tmp_path / f".scene.{here}-{dead}-0123abcd.previous"
    previous.mkdir()
    (previous / "mine.txt").write_text("x")
    (previous / "simulation.json").write_text('{"files": []}')
    with pytest.raises(RuntimeError), replaced(tmp_path / "scene", 0):
        raise RuntimeError
    assert sorted(contents(tmp_path)) == ["scene", "scene/mine.txt", "scene/simulation.json"]


def test_results_that_cannot_all_be_replaced_stay_all(tmp_path, monkeypatch):
    from groundshift.algorithms.errors import GroundshiftError
    from groundshift.algorithms.formats import atomic

    for name in ("a.tif", "a.tif.aux.xml", "c.tif"):
        (tmp_path / name).write_bytes(EARLIER)
    before = contents(tmp_path)
    real = os.replace

    def refuse(source, target):
        if str(target).endswith("c.tif") and ".part" in str(source):
            raise PermissionError(13, "Permission denied", str(target))
        real(source, target)

    monkeypatch.setattr(atomic.os, "replace", refuse)
    refused = pytest.raises(GroundshiftError, match="c.tif: cannot be replaced")
    with refused as caught, atomic.Transaction() as files:
        for name in ("a.tif", "b.tif", "c.tif"):
            files.add(tmp_path / name).write_text("new")
    one_sentence(str(caught.value))
    monkeypatch.undo()
    assert contents(tmp_path) == before


# Memory


def test_a_stack_larger_than_the_budget_goes_through():
    """The script's smallest steps: the peak must not grow with the scene."""
    script = ROOT / "benchmarks" / "memory_sbas.py"
    done = subprocess.run(
        [sys.executable, str(script), "--budget", "128", "--megapixels", "0.4", "1.2", "--json"],
        capture_output=True, text=True, timeout=300, check=True,
    )  # fmt: skip
    import json

    small, large = json.loads(done.stdout)
    assert large["stack_mib"] > 2 * 128, "the stack is larger than the budget"
    assert large["peak_mib"] < large["base_mib"] + 128
    assert large["peak_mib"] - small["peak_mib"] < 24
    assert np.isfinite(large["seconds"])
