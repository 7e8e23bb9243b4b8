# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Inversions called without the tool's declaration."""

from types import SimpleNamespace

from groundshift.algorithms.formats.hdf5.stacks import read_stack
from groundshift.algorithms.job import Job
from groundshift.algorithms.outputs import Outputs
from groundshift.algorithms.timeseries.tools import append, inversion
from groundshift.algorithms.timeseries.tools.reference_place import ReferenceChoice
from groundshift.algorithms.timeseries.tools.sbas import Sbas

ORDER = (
    "TIMESERIES", "DISPLACEMENT", "VELOCITY", "VELOCITY_STD", "TEMPORAL_COHERENCE", "PAIR_COUNT",
    "SUBSETS", "STANDARD_ERROR", "REJECTED", "JOINED_DATES", "RESIDUALS",
)  # fmt: skip


def named(*paths, **others):
    """Targets by the ids of the outputs, in their order or by name."""
    return dict(zip(ORDER, paths)) | {name.upper(): path for name, path in others.items()}


def choices(**given):
    """What a user chose by keywords of the tool; plain least squares unless asked for."""
    values = {own.id: own.default for own in Sbas.PARAMETERS}
    values |= {"STACK": None, "ROBUST": False, "EXCLUDE_DATES": "", "EXCLUDE_PAIRS": ""}
    return Sbas.of(values | {name.upper(): value for name, value in given.items()}, None, True)


def run_sbas(stack, targets, chosen=None, job=None, reference=None, **more):
    """Invert a stack; its numbers, what it said, and summaries of the layers."""
    reference = reference or ReferenceChoice()
    return _run(_invert, stack, targets, chosen, job, reference, **more)


def _invert(*arguments, **more) -> dict:
    with inversion.InversionRun(*arguments, **more) as run:
        run.run()
    return run.numbers()


def run_append(stack, previous, targets, chosen=None, job=None, window=10):
    """Continue a series."""
    chosen = chosen or choices()
    chosen.previous, chosen.window = previous, window
    return _run(append.append, stack, targets, chosen, job)


def _run(function, stack, targets, chosen, job, *arguments, **more):
    job, notes = job if isinstance(job, Job) else Job(**(job or {})), []
    tell = job.note
    object.__setattr__(job, "note", lambda text: (notes.append(text), tell(text)))
    with Outputs((), targets) as outputs:
        numbers = function(read_stack(stack), outputs, job, chosen or choices(), *arguments, **more)
    numbers = {name.lower(): value for name, value in numbers.items()}
    place = numbers["reference_x"], numbers["reference_y"]
    return SimpleNamespace(
        **numbers, reference=place, layers=outputs.summaries, notes=notes
    )  # fmt: skip
