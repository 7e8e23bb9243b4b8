# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which seasons and steps the series of a pixel supports, so that a filter can leave them alone.

By the Bayesian information criterion, as in :mod:`.model_choice`, but with several steps: what is
not worth its coefficients stays with the noise.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace

import numpy as np

from ..data.dates import years_of
from ..errors import GroundshiftError
from .coloured import WHITE, MarkovNoise
from .model_choice import STEP_COUNTS_AS
from .steps import candidates
from .velocity import Design, VelocityModel, search

LEAST_YEARS = 1.0  # of a series in which a season is looked for
LEAST_DATES = 5  # on both sides of a step
SHARED = 0.01  # of the pixels: a step of so many is in the model of all, as it fades out somewhere
MOST_SHARED = 3
TRIED_STEPS = 50  # dates that are tried first, evenly; then all about the best of them


@dataclass(frozen=True)
class SupportedMotion:
    """Motion models that differ by season and steps.

    Parameters
    ----------
    designs : tuple of Design
        Without and, where the dates can tell one, with a season; the table holds the steps.
    most_steps : int
    """

    designs: tuple
    most_steps: int

    def find(self, series) -> tuple:
        """What every pixel supports.

        Parameters
        ----------
        series : ndarray, shape (time, pixel)

        Returns
        -------
        which : ndarray of int, shape (pixel,)
            Design.
        picks : ndarray of int32, shape (step, pixel)
            Entries of the table, -1 for none.
        """
        pixels = series.shape[1]
        least, which = np.full(pixels, np.inf), np.zeros(pixels, int)
        picks = np.full((self.most_steps, pixels), -1, np.int32)
        for number, design in enumerate(self.designs):
            tried = np.full_like(picks, -1)
            left = np.arange(pixels)
            for steps in range(self.most_steps + 1):
                found = self._best_step(series[:, left], design, tried[:steps, left])
                unknowns = design.matrix.shape[1]
                count = found.freedom + unknowns + steps
                with np.errstate(divide="ignore", invalid="ignore"):
                    criterion = count * np.log(found.squares / count)
                    criterion += (unknowns + STEP_COUNTS_AS * steps) * np.log(count)
                better = criterion < least[left]
                least[left[better]] = criterion[better]
                which[left[better]] = number
                picks[:, left[better]] = tried[:, left[better]]
                if steps == self.most_steps:
                    break
                # The next one is tried where it is worth its coefficients, or that of a second.
                with np.errstate(divide="ignore", invalid="ignore"):
                    gain = count * np.log(found.squares / (found.squares - found.gain))
                go = (found.entry >= 0) & (gain > STEP_COUNTS_AS * np.log(count))
                tried[steps, left[go]] = found.entry[go]
                left = left[go]
                if not left.size:
                    break
        return which, picks

    def _best_step(self, series, design, picks):
        least = (LEAST_DATES, LEAST_DATES)
        entries = len(design.table)
        stride = max(1, entries // TRIED_STEPS)
        found = search(series, design, picks=picks, stride=stride, least=least)
        if stride == 1:
            return found
        first = np.maximum(found.entry - stride + 1, 0)
        last = np.where(found.entry < 0, 0, np.minimum(found.entry + stride, entries))
        spans = np.stack([np.minimum(first, last), last])
        return search(series, design, picks=picks, spans=spans, least=least)


def supported_motion(
    model: VelocityModel, dates, most_steps: int = 2, coloured: MarkovNoise = WHITE
) -> SupportedMotion:
    """What can be told apart in a series.

    Parameters
    ----------
    model : VelocityModel
        Its polynomial, steps and transients are in all designs; a season in one of its own, where
        the dates span a year.
    dates : ndarray of datetime64[D], shape (time,)
    most_steps : int
        At a pixel, on dates that are found; 0 where the dates are few.
    coloured : MarkovNoise
        Of the scene.

    Raises
    ------
    GroundshiftError
        If the dates do not carry the model without a season.
    """
    years = years_of(dates)
    table = np.zeros((0, len(dates)))
    if most_steps and len(dates) >= 2 * LEAST_DATES:
        table = candidates(dates, LEAST_DATES)
    plain = Design(replace(model, annual=False, semiannual=False).design(dates), years, table,
                   coloured)  # fmt: skip
    designs = [plain]
    if (model.annual or model.semiannual) and years[-1] >= LEAST_YEARS:
        with contextlib.suppress(GroundshiftError):
            designs.append(replace(plain, matrix=model.design(dates)))
    return SupportedMotion(tuple(designs), most_steps if len(table) else 0)


def shared_steps(picks, dates) -> tuple:
    """Dates from which on many pixels have a step.

    Where such a step fades out in space it is too small to be found, and a filter that is as wide
    would carry what it takes of it there to where it is large.

    Parameters
    ----------
    picks : ndarray of int, shape (step, pixel)
        See :meth:`SupportedMotion.find`.
    dates : ndarray of datetime64[D], shape (time,)

    Returns
    -------
    tuple of datetime64[D]
    """
    found = picks[picks >= 0]
    counts = np.bincount(found, minlength=1)
    taken = []
    for k in np.argsort(-counts, kind="stable"):
        if counts[k] < SHARED * picks.shape[1] or len(taken) == MOST_SHARED:
            break
        # A neighbouring date is the same step, at noisier pixels.
        if all(abs(k - other) >= LEAST_DATES for other in taken):
            taken.append(k)
    return tuple(dates[k + LEAST_DATES] for k in sorted(taken))
