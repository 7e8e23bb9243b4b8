# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The tools as Python functions, made from their declarations; nothing here needs QGIS."""

from __future__ import annotations

import ast
import difflib
import functools
import importlib
import inspect
from pathlib import Path

from .asked import job_of
from .declare import asked_by
from .errors import GroundshiftError
from .given import is_nothing, taken

HERE = Path(__file__).resolve().parent


class Results(dict):
    """What a run gave: paths and numbers by id in small letters.

    Parameters
    ----------
    numbers : dict
    summaries : dict of str to Summary
        Of the rasters that were written, by id.
    """

    def __init__(self, numbers: dict, summaries: dict):
        super().__init__((key.lower(), value) for key, value in numbers.items())
        self.summaries = summaries


TYPES = {"number": float, "whole": int, "flag": bool, "point": tuple, "area": tuple}


@functools.lru_cache(maxsize=1)
def places() -> dict:
    """Modules of the tools by id, found by their files."""
    found = sorted([*HERE.glob("*/tools/*.py"), *HERE.glob("chains/*.py")])
    return {
        path.stem: ".".join(path.relative_to(HERE).with_suffix("").parts)
        for path in found if _is_tool(path)
    }  # fmt: skip


def _is_tool(path) -> bool:
    """Whether a file declares a tool; it is read and not imported."""
    text = path.read_text(encoding="utf-8")
    if "\nOUTPUTS = " not in text:
        return False
    names = {node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}
    return "run" in names


def version() -> str:
    """Of the plugin or the installed package."""
    metadata = HERE.parent / "metadata.txt"
    if metadata.exists():
        lines = metadata.read_text(encoding="utf-8").splitlines()
        return next(line[8:].strip() for line in lines if line.startswith("version="))
    from importlib.metadata import version as installed

    return installed("groundshift")


def tool(name: str):
    """The module of a tool.

    Raises
    ------
    GroundshiftError
        If there is none of that name.
    """
    known = places()
    if name not in known:
        near = difflib.get_close_matches(name, known, 1)
        raise GroundshiftError(
            f"{name}: there is no such tool; " + (f"{near[0]}?" if near else "'list' names them.")
        )
    return importlib.import_module(f".{known[name]}", __package__)


def call(name: str, job=None, **given) -> Results:
    """Run a tool.

    Parameters
    ----------
    name : str
        Its id.
    job : dict or Job, optional
        ``progress``, ``cancelled``, ``note`` and ``warn`` of :class:`.job.Job`.
    **given
        Parameters and outputs by their ids in small letters.

    Returns
    -------
    Results

    Raises
    ------
    GroundshiftError
        For what cannot be used; nothing is written then.
    """
    from .outputs import execute

    core = tool(name)
    asked = asked_by(core)
    values = {key.upper(): value for key, value in given.items()}
    known = [own.id for own in (*asked.PARAMETERS, *core.OUTPUTS)]
    for key in values:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f"; {near[0].lower()}?" if near else ""
            raise GroundshiftError(f"{key.lower()}: {name} has no such parameter{hint}")
    chosen = asked.of({own.id: _told(own, values.get(own.id)) for own in asked.PARAMETERS})
    missing = [o for o in core.OUTPUTS if not o.optional and values.get(o.id) is None]
    if missing:
        raise GroundshiftError(f"{missing[0].title} ({missing[0].id}): give where to write it.")
    targets = {o.id: values.get(o.id) if chosen.gives(o.id) else None for o in core.OUTPUTS}
    job = job if hasattr(job, "budget") else job_of(chosen, **(job or {}))
    numbers, outputs = execute(core, chosen, targets, job)
    written = {key: path for key, path in outputs.targets.items() if path is not None}
    return Results({**written, **numbers}, outputs.summaries)


def _told(own, value):
    """A value, or of what may be a raster or points all that QGIS tells of a layer."""
    if own.kind != "rates" or is_nothing(value):
        return value
    from .formats.layer_kinds import raster_or_features

    found = taken(own, value)
    return found if len(found) > 2 else raster_or_features(*found)


def function(name: str):
    """A tool as a function with keywords and a docstring of its own."""
    core = tool(name)
    asked = asked_by(core)

    def run(*, job=None, **given):
        return call(name, job, **given)

    run.__name__ = run.__qualname__ = name
    run.__doc__ = _docstring(core, asked)
    must, may = [], []
    for own in (*asked.PARAMETERS, *core.OUTPUTS):
        default = getattr(own, "default", None)
        needed = not own.optional and default is None
        kind = TYPES.get(own.kind, str)
        (must if needed else may).append(
            inspect.Parameter(
                own.id.lower(), inspect.Parameter.KEYWORD_ONLY, annotation=kind,
                default=inspect.Parameter.empty if needed else default,
            )
        )  # fmt: skip
    run.__signature__ = inspect.Signature([*must, *may])
    return run


def _docstring(core, asked) -> str:
    lines = [(core.__doc__ or "").strip(), "", "Parameters", "----------"]
    for own in asked.PARAMETERS:
        words = own.kind if own.default is None else f"{own.kind}, {own.default!r} by default"
        lines += [f"{own.id.lower()} : {words}", f"    {own.title}. {own.help}"]
    for output in core.OUTPUTS:
        words = f"{output.kind} to write{', optional' if output.optional else ''}"
        lines += [f"{output.id.lower()} : {words}", f"    {output.title}. {output.help}"]
    lines += ["", "Returns", "-------", "dict", "    What was written, and:"]
    lines += [f"    {name.lower()}: {title}" for name, title in core.NUMBERS.items()]
    return "\n".join(lines)
