# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A stack inverted, its series corrected and its motion fitted, in one pass over the stack."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from ...formats.hdf5.stacks import read_timeseries
from ..correction_blocks import ApplyCorrections, UncorrectedBlock
from ..sbas import BlockInversion
from .correct_and_fit import fit_after, memory_of_both, place_first
from .corrections import Corrections
from .inversion import InversionRun
from .model_fit import Beside, FitBlock
from .sbas_outputs import SERIES_LAYERS

WHOLE = (slice(None), slice(None))
MOST_KEPT = 64  # windows whose layers are kept


class InvertedReader:
    """Reads a series that an inversion is going to write: it inverts what it is asked for.

    Parameters
    ----------
    inversion : InversionRun
        Open.
    path : path
        Of the file that it writes, whose values are not there yet.
    """

    sources = ()

    def __init__(self, inversion: InversionRun, path):
        self.series = read_timeseries(path)
        self._inversion, self._kept = inversion, {}

    def read(self, window, step: int = 1):
        """See :meth:`.TimeSeriesReader.read`."""
        block = self._inversion.function(self._inversion.reader.read(window))
        if len(self._kept) >= MOST_KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._kept[window] = replace(block, displacement=None)
        return block.displacement[:, ::step]

    def layer(self, name: str, window):
        """See :meth:`.TimeSeriesReader.layer`."""
        if window not in self._kept:
            self.read(window)
        return getattr(self._kept[window], SERIES_LAYERS[name][0])

    def table(self, name: str):
        """See :meth:`.TimeSeriesReader.table`."""
        return self._inversion.tables.get(name)


@dataclass(frozen=True)
class StackAndParts:
    """Reads blocks of a stack, and what corrections need beside the series.

    Parameters
    ----------
    stack : StackReader
    blocks : tuple of BlockReader
        One a correction.
    """

    stack: object
    blocks: tuple

    def __call__(self, window) -> tuple:
        """A window."""
        parts = (part.read(window, with_series=False, with_layers=False) for part in self.blocks)
        return self.stack.read(window), tuple(parts)


@dataclass(frozen=True)
class InvertCorrectAndFit:
    """Block function: the inversion, what corrections make of its series, and a fit of that.

    Parameters
    ----------
    invert : BlockInversion
    correct : ApplyCorrections
    fit : FitBlock
    with_noise : bool
        Whether the fit needs the variance factor of the pairs.
    """

    invert: BlockInversion
    correct: ApplyCorrections
    fit: FitBlock
    with_noise: bool

    def __call__(self, block) -> tuple:
        """Results of the inversion (the series corrected), of the corrections, and of the fit."""
        stack, parts = block
        inverted = self.invert(stack)
        noise = inverted.pair_noise
        parts = tuple(
            replace(part, coherence=inverted.temporal_coherence, pair_noise=noise)
            for part in parts
        )  # fmt: skip
        found = self.correct(UncorrectedBlock(inverted.displacement, parts, WHOLE))
        left = found[-1].displacement if found else inverted.displacement
        fitted = self.fit((left, Beside(noise if self.with_noise else None, None)))
        found = [replace(one, displacement=None) for one in found]
        return replace(inverted, displacement=left), found, fitted


def invert_correct_and_fit(
    inversion: InversionRun, corrections: Corrections, outputs, job, chosen
) -> dict:
    """Write the series of a stack after its corrections, and a model of its motion.

    Parameters
    ----------
    inversion : InversionRun
        Open, and its series is wanted.
    corrections : Corrections
        Of its :class:`InvertedReader`, none of which needs a neighbourhood or has a series of its
        own.
    outputs, job, chosen
        See :func:`.correct_and_fit.correct_and_fit`.

    Returns
    -------
    dict
        The numbers of :mod:`.velocity`.

    Raises
    ------
    GroundshiftError
        If no pixel has a result.
    Cancelled
        If the user asked to stop.
    """
    fit = fit_after(corrections, outputs, job, chosen)
    read = StackAndParts(inversion.reader, tuple(link.blocks for link in corrections.links))
    function = InvertCorrectAndFit(
        inversion.function, corrections.function_on(job), fit.function, fit.beside.with_noise
    )

    def write(window, result):
        inverted, found, fitted = result
        rates = {}
        if found and found[-1].velocity is not None:
            rates = {"velocity": found[-1].velocity, "velocityStd": found[-1].velocity_std}
        inversion.write(window, inverted, **rates)
        corrections.write(window, found)
        fit.write(window, fitted)

    stack = inversion.stack
    after = memory_of_both(corrections, fit, job)
    memory = max(inversion.memory, 8.0 * int(stack.keep.sum()) + after)
    with corrections.open(), fit:
        # The stack has been read from its beginning, so that its end is still in memory.
        job.blocks(
            function, read, write, stack.grid, memory, partial(place_first, inversion.place),
            backwards=True, tile_rows=inversion.reader.tile_rows,
        )  # fmt: skip
        inversion.complete()
    corrections.check()
    return fit.numbers()
