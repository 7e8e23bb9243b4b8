# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Kernels compiled ahead."""

import sys
import time
from pathlib import Path

import pytest
from groundshift.algorithms import compiling, toolbox


@pytest.mark.parametrize("subject", list(compiling.TRIALS))
def test_a_subjects_tools_run(subject, monkeypatch):
    written = {}

    def call(name, **given):
        made = toolbox_call(name, **given)
        outputs = [
            path for path in given.values() if isinstance(path, str) and Path(path).is_absolute()
        ]
        written[name] = [Path(path).exists() for path in outputs]
        return made

    toolbox_call = toolbox.call
    monkeypatch.setattr(toolbox, "call", call)
    compiling.try_out(subject)
    assert list(written) == [name for name, _ in compiling.TRIALS[subject]]
    assert all(paths and all(paths) for paths in written.values())


def test_processes_tell_how_far_they_are_and_what_failed(monkeypatch):
    monkeypatch.setattr(compiling, "TRIALS", dict.fromkeys(["nothing", "geometry"], ()))
    told = []
    failed = compiling.compile_ahead(told.append)
    assert told[-1] == 1 and len(told) == 2
    assert list(failed) == ["nothing"] and "KeyError" in failed["nothing"]


def test_after_it_nothing_is_left_to_compile(monkeypatch, tmp_path):
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(compiling, "TRIALS", {"geometry": compiling.TRIALS["geometry"]})
    assert compiling.compile_ahead() == {}
    compiled = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.nbc")}
    assert compiled
    assert compiling.compile_ahead() == {}
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.nbc")} == compiled


def test_it_is_cancelled_at_once(monkeypatch):
    processes = []
    start = compiling._started
    monkeypatch.setattr(
        compiling, "_started", lambda *asked: processes.append(start(*asked)) or processes[-1]
    )
    begun = time.monotonic()
    compiling.compile_ahead(cancelled=lambda: bool(processes), python=sys.executable)
    assert time.monotonic() - begun < 2
    assert processes and not any(process.is_alive() for process, _ in processes)
