# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What of a fit over the scene may be motion: its slow part, held against its own scatter.

A surface that is fitted to every date (a ramp, a dependence on height) follows the ground where
motion is as broad as the surface: an edifice that inflates, half a scene that subsides. No limit on
rates tells that, as the rates of such a scene spread by the motion itself. But errors of the
atmosphere and of orbits come and go from date to date, and motion goes on: what errors leave of a
steady part by chance follows from their scatter about it. More than that is motion, and stays.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..data.dates import years_of
from .correction import (
    CorrectionBlock,
    Referenced,
    Scene,
    Selection,
    find_limits,
    linear_rate,
    variance,
)
from .velocity import fit

AUTO, TAKE, KEEP = MOTION = ("auto", "take", "keep")
TESTED_PIXELS = 2000
DEGREE = 3
DATES_A_TERM = 4  # dates that a term of the slow part needs
LEAST_YEARS = 1.5  # for a season beside it
MOST_MODES = 5
LEAST_MODE = 0.01  # share of the field's variance
MOST_ROUNDS = 6
SETTLED = 0.002  # share of the pixels
LEVEL_STEADY = 0.05
LEVEL_SLOW = 0.01


def slow_columns(dates, reference: int) -> np.ndarray:
    """Powers of the time since the reference date, scaled, shape (time, degree)."""
    since = (dates - dates[reference]).astype(float)
    since /= max(np.abs(since).max(), 1.0)
    degree = max(1, min(DEGREE, len(dates) // DATES_A_TERM))
    return np.stack([since**power for power in range(1, degree + 1)], axis=1)


def without_slow_motion(displacement, dates, reference: int) -> np.ndarray:
    """A series less its slow part, which is a cubic through the reference date.

    Parameters
    ----------
    displacement : ndarray of float32, shape (time, row, column)
        NaN for no data.
    dates : ndarray of datetime64[D], shape (time,)
    reference : int

    Returns
    -------
    ndarray of float32, shape (time, row, column)
        NaN where dates are too few.
    """
    columns = slow_columns(dates, reference)
    matrix = np.column_stack([np.ones(len(dates)), columns])
    series = displacement.reshape(len(dates), -1)
    if len(matrix) <= matrix.shape[1]:
        return displacement
    found = fit(series, matrix).coefficients[1:]
    slow = columns.astype(np.float32) @ found.astype(np.float32)
    return (series - slow).reshape(displacement.shape)


def follows_motion(field, dates, reference: int) -> bool:
    """Whether a field changes more steadily than its scatter from date to date gives by chance.

    Parameters
    ----------
    field : ndarray, shape (time, pixel)
        What a correction would take off, at some pixels.
    dates : ndarray of datetime64[D], shape (time,)
    reference : int

    Returns
    -------
    bool
        By Hotelling's test of the rate of the field's leading patterns at the level of 5 %, or of
        their cubic part at 1 %; a season is no slow part. False where dates are too few to tell.
    """
    from scipy.stats import chi2, f

    years = years_of(dates)
    columns = slow_columns(dates, reference)
    count = len(dates)
    season = np.zeros((count, 0))
    if years[-1] >= LEAST_YEARS and count >= 5 * DATES_A_TERM:
        season = np.stack([np.sin(2 * np.pi * years), np.cos(2 * np.pi * years)], axis=1)
    field = field - field.mean(axis=1, keepdims=True)
    patterns, sizes, _ = np.linalg.svd(field, full_matrices=False)
    if not sizes[0] > 0:
        return False
    kept = np.flatnonzero(sizes**2 > LEAST_MODE * (sizes**2).sum())[:MOST_MODES]
    series = patterns[:, kept] * sizes[kept]
    for slow, level in ((columns[:, :1], LEVEL_STEADY), (columns, LEVEL_SLOW)):
        matrix = np.column_stack([slow, np.ones(count), season])
        terms, modes = slow.shape[1], len(kept)
        freedom = count - matrix.shape[1]
        if freedom < modes + 3:
            continue
        cofactors = np.linalg.inv(matrix.T @ matrix)[:terms, :terms]
        found = np.linalg.lstsq(matrix, series, rcond=None)[0]
        left = series - matrix @ found
        covariance = left.T @ left / freedom
        covariance += np.eye(modes) * 1e-12 * max(np.trace(covariance), sizes[0] ** 2 * 1e-6)
        steady = np.linalg.solve(cofactors, found[:terms])
        size = np.trace(found[:terms].T @ steady @ np.linalg.inv(covariance))
        if terms == 1:
            spare = freedom - modes + 1
            chance = f.sf(size * spare / (freedom * modes), modes, spare)
        else:
            chance = chi2.sf(size * (freedom - modes - 1) / freedom, terms * modes)
        if chance < level:
            return True
    return False


def prepared(
    correction, scene: Scene, sample: CorrectionBlock, motion: str, tell,
    selection: Selection | None = None,
):  # fmt: skip
    """The correction's estimate; of one that would take motion off only what comes and goes.

    Parameters
    ----------
    correction : Correction
    scene : Scene
    sample : CorrectionBlock
        See :meth:`.correction.Correction.prepare`.
    motion : str
        One of :data:`MOTION`.
    tell : callable
        Takes sentences for the log.
    selection : Selection, optional
        Which pixels are stable once what the fit takes off their rates is known.

    Returns
    -------
    callable
        See :meth:`.correction.Correction.prepare`.
    CorrectionBlock
        The sample by which dates are judged: with the pixels that are stable by then, and without
        its slow motion where that stays.
    """
    estimate = correction.prepare(scene, sample)
    if not correction.follows_ground:
        return estimate, sample
    if motion == TAKE:
        return settled(correction, scene, sample, estimate, selection or Selection())
    if motion == AUTO:
        chosen = np.flatnonzero(sample.stable.ravel())
        chosen = chosen[:: max(1, len(chosen) // TESTED_PIXELS)]
        field = estimate(sample).field.reshape(len(scene.dates), -1)[:, chosen]
        field = field[:, np.isfinite(field).all(axis=0)].astype(float)
        if not field.size or not follows_motion(field, scene.dates, scene.reference_date):
            return settled(correction, scene, sample, estimate, selection or Selection())
        tell(
            "What the fit would take off goes on steadily in time, which errors that "
            "change from date to date do not, so most of the scene seems to move along with it. "
            "Rates and slow changes are left in the series; only what comes and goes about them is "
            "taken off."
        )
    still = without_slow_motion(sample.displacement, scene.dates, scene.reference_date)
    still = replace(sample, displacement=still)
    return correction.prepare(scene, still), still


def settled(correction, scene: Scene, sample: CorrectionBlock, estimate, selection: Selection):
    """The fit to those pixels that are stable without the rate that the error itself has.

    That rate is no motion, but by it pixels of one height or one edge look unstable; a fit to the
    others is found, its rate taken off, and so on until the same pixels are stable again.

    Returns
    -------
    callable, CorrectionBlock
        See :func:`prepared`.
    """
    years = years_of(scene.dates)
    rate = linear_rate(sample.displacement, years)
    for _ in range(MOST_ROUNDS):
        own = linear_rate(estimate(sample).field, years)
        left = rate - np.where(np.isfinite(own), own, 0.0)
        stable = find_limits(sample, left, selection).choose(sample, left)
        if np.mean(stable != sample.stable) < SETTLED:
            break
        sample = replace(sample, stable=stable)
        estimate = correction.prepare(scene, sample)
    return estimate, sample


def guarded(referenced, sample, scene: Scene, keep_growing: bool, tell) -> Referenced:
    """Leave out dates whose variance over the stable pixels would grow."""
    taken = referenced.take_off(sample)
    before, after = variance(taken.before), variance(taken.after)
    # Rounding alone must not raise an alarm: a hundredth of a millimetre does not count.
    growing = after > before * (1 + 1e-6) + 1e-10
    if not growing.any():
        return referenced
    names = ", ".join(
        f"{scene.dates[k]} ({1e3 * np.sqrt(before[k]):.1f} to {1e3 * np.sqrt(after[k]):.1f} mm)"
        for k in np.flatnonzero(growing)[:8]
    )
    more = " and others" if growing.sum() > 8 else ""
    done = "corrected all the same" if keep_growing else "left as they were"
    tell(
        f"The correction makes {growing.sum()} of {len(growing)} dates noisier; they are "
        f"{done}: {names}{more}."
    )
    return referenced if keep_growing else replace(referenced, applied=~growing)


def rate_change(referenced, sample, scene) -> float:
    """Root mean square of what the correction changes in the sampled rates, metres a year."""
    years = years_of(scene.dates)
    corrected = referenced.take_off(sample).displacement
    change = linear_rate(sample.displacement, years) - linear_rate(corrected, years)
    known = np.isfinite(change)
    return float(np.sqrt(np.mean(np.square(change[known], dtype=float)))) if known.any() else 0.0
