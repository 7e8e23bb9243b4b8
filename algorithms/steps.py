# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Chains of tools from a file::

    variables: {place: mexico}
    steps:
      - name: rates
        tool: stacking
        stack: ${place}/ifgramStack.h5
        velocity: ${place}/velocity.tif
      - tool: activeareas
        points: ${rates.velocity}
        areas: ${place}/areas.gpkg

Relative paths are seen from the file's folder. What is done is noted beside the file; a second run
goes on after the last step whose parameters, inputs and outputs are as they were.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from .declare import asked_by
from .errors import GroundshiftError
from .formats.remote import state_of
from .formats.text.steps import read_notes, read_steps, write_notes
from .toolbox import call, tool

WORDS = ("name", "tool")
VARIABLE = re.compile(r"\$\{([\w.-]+)\}")
PATHS = ("file", "folder", "raster", "layer", "rates")


def run_steps(path, variables=None, note=print, **callbacks) -> dict:
    """Run a file of steps.

    Parameters
    ----------
    path : path
    variables : dict of str to str, optional
        Win over those of the file.
    note : callable
        Told which step runs, and what the tools say.
    **callbacks
        ``progress``, ``cancelled`` and ``warn`` of :class:`.job.Job`.

    Returns
    -------
    dict
        What each step gave, by its name.

    Raises
    ------
    GroundshiftError
        If the file or a step cannot be used; steps that are done stay done.
    """
    content = read_steps(path)
    known = {**(content.get("variables") or {}), **(variables or {})}
    steps = [_named(number, step) for number, step in enumerate(content["steps"], 1)]
    _check_names(path, steps)
    folder, notes, results = Path(path).resolve().parent, read_notes(path), {}
    for step in steps:
        name = step["name"]
        given = _resolved(path, step, known, results, folder)
        done = notes.get(name)
        if done and done["given"] == _plain(given) and _states(given) == done["states"]:
            note(f"{name}: is done")
            results[name] = done["results"]
            continue
        note(f"{name}: {step['tool']}")
        try:
            found = call(step["tool"], {"note": note, **callbacks}, **given)
        except GroundshiftError as error:
            raise GroundshiftError(f"{path}, step {name}: {error}") from error
        results[name] = _plain(found)
        notes[name] = {
            "given": _plain(given), "states": _states(given), "results": results[name],
        }  # fmt: skip
        write_notes(path, notes)
    return results


def _named(number: int, step: dict) -> dict:
    return {**step, "name": str(step.get("name") or f"{number}_{step['tool']}")}


def _check_names(path, steps) -> None:
    names = [step["name"] for step in steps]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise GroundshiftError(f"{path}: two steps are called {twice}; give each a name.")


def _resolved(path, step, known, results, folder) -> dict:
    """A step's parameters with variables put in and paths made whole."""

    def value_of(match):
        name, _, output = match.group(1).partition(".")
        if output and name in results and output in results[name]:
            return str(results[name][output])
        if not output and name in known:
            return str(known[name])
        raise GroundshiftError(
            f"{path}, step {step['name']}: {match.group()} is not known; set it under 'variables' "
            "or name an output of an earlier step."
        )

    core = tool(step["tool"])
    paths = {own.id.lower() for own in asked_by(core).PARAMETERS if own.kind in PATHS}
    paths |= {output.id.lower() for output in core.OUTPUTS}
    given = {}
    for key, value in step.items():
        if key in WORDS:
            continue
        if isinstance(value, str):
            value = VARIABLE.sub(value_of, value)
            if key in paths and value and not value.startswith("/vsi"):
                value = str(folder / Path(value).expanduser())
        given[key] = value
    return given


def _states(given: dict) -> dict:
    """Of all files among the parameters."""
    found = {
        key: state_of(value.split("|")[0])
        for key, value in given.items() if isinstance(value, str) and "/" in value
    }  # fmt: skip
    return {key: state for key, state in found.items() if state is not None}


def _plain(values: dict) -> dict:
    """Values as a file of notes holds them."""
    return {
        key: value.item() if isinstance(value, np.generic) else
        value if isinstance(value, (int, float, str, bool, list, type(None))) else str(value)
        for key, value in values.items()
    }  # fmt: skip
