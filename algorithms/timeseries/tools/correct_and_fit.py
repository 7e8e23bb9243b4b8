# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Corrections taken off a series and its motion fitted, in one pass over the file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from ..correction_blocks import ApplyCorrections
from .corrections import Corrections
from .model_fit import FitBlock, ModelFit, SeriesAndBeside


@dataclass(frozen=True)
class CorrectAndFit:
    """Block function: what :class:`.corrections.Corrections` do, and the fit of what is left.

    Parameters
    ----------
    correct : ApplyCorrections
    fit : FitBlock
    """

    correct: ApplyCorrections
    fit: FitBlock

    def __call__(self, block) -> tuple:
        """Results of the corrections, and of the fit."""
        uncorrected, beside = block
        found = self.correct(uncorrected)
        left = found[-1].displacement if found else uncorrected.displacement
        return found, self.fit((left, beside))


class CorrectedReader:
    """Reads a series as it will be after its corrections; see :class:`TimeSeriesReader`."""

    def __init__(self, reader, corrections: Corrections):
        self.series, self.read = reader.series, corrections.corrected
        self.layer, self.table = reader.layer, reader.table


def fit_after(corrections: Corrections, outputs, job, chosen) -> ModelFit:
    """The fit of a series as corrections leave it; parameters as :func:`correct_and_fit`."""
    reader, terms = CorrectedReader(corrections.reader, corrections), chosen.terms
    return ModelFit(reader, outputs, job, terms.model(), terms.options(), *chosen.dates.span())


def memory_of_both(corrections: Corrections, fit: ModelFit, job) -> float:
    """Bytes that a pixel takes in a block that is corrected and then fitted."""
    # What is read and what is left stay until they are written; the fit comes after the rest.
    kept = 8.0 * len(corrections.series.dates)
    return max(corrections.memory(job.budget), fit.memory + kept)


def correct_and_fit(corrections: Corrections, outputs, job, chosen, rewrite: bool) -> dict:
    """Take corrections off a series, write what is wanted, and fit a model of its motion.

    Parameters
    ----------
    corrections : Corrections
    outputs : Outputs
        Of :mod:`.velocity`.
    job : Job
    chosen : Velocity
        Of :mod:`.velocity`.
    rewrite : bool
        See :meth:`.corrections.Corrections.open`.

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
    beside = replace(fit.beside, reader=corrections.reader)
    read = SeriesAndBeside(corrections.read, beside)

    def write(window, found):
        corrections.write(window, found[0])
        fit.write(window, found[1])

    function = CorrectAndFit(corrections.function_on(job), fit.function)
    with corrections.open(rewrite), fit:
        memory = memory_of_both(corrections, fit, job)
        place = partial(place_first, corrections.place)
        job.blocks(
            function, read, write, corrections.series.grid, memory, place,
            tile_rows=corrections.tile_rows,
        )  # fmt: skip
    corrections.check()
    return fit.numbers()


def place_first(place, window, found) -> tuple:
    """What is left of the first result when it is in place, and the others."""
    return place(window, found[0]), *found[1:]
