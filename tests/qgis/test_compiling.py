# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Kernels compiled in QGIS' background."""

import pytest


@pytest.fixture
def home(qgis_application, monkeypatch, tmp_path):
    """An empty cache in the profile, with an installation that has compiled nothing."""
    from groundshift.processing_provider import dependencies

    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    monkeypatch.setattr(dependencies, "set_numba_cache", lambda: tmp_path)
    return tmp_path


def run(monkeypatch, failed, cancel=None):
    from groundshift.algorithms import compiling as core
    from groundshift.ui import compiling

    def compile_ahead(progress, cancelled, python):
        progress(0.5)
        if cancel is not None:
            getattr(task, cancel)()
        return failed

    monkeypatch.setattr(core, "compile_ahead", compile_ahead)
    task = compiling.Compiling(compiling.mark())
    return task.run(), task


def test_it_is_done_once(home, monkeypatch):
    from groundshift.algorithms.compiling import TRIALS
    from groundshift.ui import compiling

    well, task = run(monkeypatch, {})
    assert well and task.progress() == 50
    assert compiling.mark().exists()
    used = {path.name.split("-")[1] for path in home.glob("used-*")}
    assert used == {name for steps in TRIALS.values() for name, _ in steps}
    assert compiling.start(None) is None


def test_what_failed_is_told_and_not_called_compiled(home, monkeypatch):
    well, task = run(monkeypatch, {"scatterers": "no room on the disk"})
    assert not well and not list(home.glob("used-psds-*")) and list(home.glob("used-sbas-*"))


@pytest.mark.parametrize("how, again", [("cancel", False), ("leave", True)])
def test_who_cancels_is_not_asked_again_who_leaves_is(home, monkeypatch, how, again):
    from groundshift.ui import compiling

    well, _ = run(monkeypatch, {}, how)
    assert not well and not list(home.glob("used-*"))
    assert compiling.mark().exists() is not again


def test_an_own_cache_is_left_alone(home, monkeypatch):
    from groundshift.ui import compiling

    monkeypatch.setenv("NUMBA_CACHE_DIR", str(home))
    assert compiling.mark() is None and compiling.start(None) is None
