# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From creep to failure: does a series accelerate, since when, and when would it fail?

Steady creep is S = A + B ln t + C t, a decaying part beside a constant rate. What may come late is
a step, a change of the rate, or a rate that grows as 1 / (t_f - t) does towards a failure at t_f
(Fukuzono 1985; Voight 1988, doi:10.1038/332125a0, with an exponent of 2). That hyperbola is fitted
to the displacement, -D ln(1 - (t - t_o) / (t_f - t_o)) after its onset t_o, and not to inverse
rates, whose noise is neither symmetric nor small.

All of them are linear but for dates, which are tried on a grid; noise is coloured. Their chances
are those of their likelihoods, with the size of the noise and the coefficients integrated out
(n ** (-k / 2) for k coefficients, as in BIC) and dates equally likely, the time that is left
by its logarithm. Intervals of the failure time are of that posterior.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.dates import DAYS_PER_YEAR
from ..errors import GroundshiftError
from ..timeseries.coloured import WHITE, MarkovNoise
from .creep import Creep
from .gaps import patterns

FAMILIES = ("steady", "step", "slower", "faster", "failing")
PRIOR = 0.9, 0.025, 0.025, 0.025, 0.025
"""Of them: nine of ten points go on as before."""
ONSETS = 24  # that are tried, at most
HORIZONS = 72  # times to failure that are tried
LONGEST = 4.0  # of them, in spans of the series
AT_ONCE = 2000  # series
MARGIN, LARGEST = 3.0, 500.0  # of the logarithm of the likelihood


@dataclass(frozen=True)
class Judged:
    """What may be going on, by series; NaN where there are too few dates.

    Parameters
    ----------
    chances : ndarray, shape (family, series)
        Of :data:`FAMILIES`.
    onset : ndarray, shape (series,)
        Days since the first date: where the rate began to grow, the middle of its posterior.
    before, before_std, now, now_std : ndarray, shape (series,)
        Rate of the creep before that and of the last dates, in the series' unit a year.
    failure, failure_low, failure_high : ndarray, shape (series,)
        Days after the last date, if it fails; infinite where the series do not bound it.
    floor : float
        Rate that the creep counts as at least, for the angle.
    """

    chances: np.ndarray
    onset: np.ndarray
    before: np.ndarray
    before_std: np.ndarray
    now: np.ndarray
    now_std: np.ndarray
    failure: np.ndarray
    failure_low: np.ndarray
    failure_high: np.ndarray
    floor: float = 0.0

    @property
    def accelerating(self) -> np.ndarray:
        """Chance that the rate grows."""
        return self.chances[3] + self.chances[4]

    @property
    def tangent(self) -> np.ndarray:
        """Tangent angle in degrees: 45 where the rate is still that of the creep before.

        After Xu et al. (2011), who divide by the rate of the creep; one slower than its own error
        or the floor counts as fast as that, or all that begins to move would be an alarm.
        """
        return self._angle(np.abs(self.now))

    @property
    def tangent_low(self) -> np.ndarray:
        """The angle at the slower end (95 %) of the rate of the last dates."""
        return self._angle(np.maximum(np.abs(self.now) - 1.645 * self.now_std, 0.0))

    def _angle(self, now):
        steady = np.maximum(np.maximum(np.abs(self.before), self.before_std), self.floor)
        return np.degrees(np.arctan2(now, steady))


class Failing:
    """Judges series on the same dates.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    noise : MarkovNoise
    share : float
        Of the time, 0 to 1: changes lie in the last so much.
    least : int
        Dates behind a change.
    start : datetime64[D], optional
        See :meth:`Creep.of`.
    season : bool
        Whether the creep has one.
    level : float
        Of the intervals of the failure time.
    floor : float
        Least creep for the tangent angle, in the series' unit a year.

    Raises
    ------
    GroundshiftError
        If there are too few dates.
    """

    def __init__(
        self, dates, noise: MarkovNoise = WHITE, share=0.5, least=4, start=None, season=False,
        level=0.9, floor=0.0,
    ):  # fmt: skip
        self.dates = np.asarray(dates, "datetime64[D]")
        self.creep, self.level, self.floor = Creep.of(self.dates, start, season), level, floor
        days, count = self.creep.days, len(self.dates)
        late = np.flatnonzero(days >= days[-1] * (1 - share))
        late = late[(late >= 2 * least) & (late <= count - least)]
        if not late.size:
            raise GroundshiftError(
                f"The last {100 * share:.0f} % of the series ({count} dates, {self.dates[0]} to "
                f"{self.dates[-1]}) hold no date with {least} others behind it and twice as many "
                "before; give a longer late part or more dates."
            )
        self.enough = 3 * least
        self.steps, self.late = np.arange(late[0], count), late
        self.onsets = late[np.unique(np.linspace(0, len(late) - 1, ONSETS).round().astype(int))]
        # A failure right behind the last date would follow the noise of that one date.
        shortest = 0.5 * np.median(np.diff(days))
        self.horizons = np.geomspace(shortest, LONGEST * days[-1], HORIZONS)
        self._covariance = noise.covariance(days / DAYS_PER_YEAR)
        self._whole = _Tried(self, np.ones(count, bool))

    def __call__(self, series) -> Judged:
        """Judge series of shape (series, time), NaN where missing, in any unit."""
        series = np.asarray(series, float)
        names = [name for name in Judged.__dataclass_fields__ if name not in ("chances", "floor")]
        out = {name: np.full(len(series), np.nan) for name in names}
        out["chances"] = np.full((len(FAMILIES), len(series)), np.nan)
        for known, mine in patterns(series):
            if known.sum() < self.enough or known[self.onsets[0] :].sum() < 3:
                continue
            tried = self._whole if known.all() else _Tried(self, known)
            for first in range(0, len(mine), AT_ONCE):
                part = mine[first : first + AT_ONCE]
                for name, values in tried.judge(series[part][:, known]).items():
                    out[name][..., part] = values
        return Judged(**out, floor=self.floor)


def curves(failing: Failing, values, judged: Judged) -> tuple[np.ndarray, np.ndarray]:
    """Creep before the onset, and growth towards the failure, of one series for a drawing.

    Parameters
    ----------
    failing : Failing
    values : ndarray, shape (time,)
        NaN where missing.
    judged : Judged
        Of that one series.

    Returns
    -------
    creep, growth : ndarray, shape (time,)
        The creep goes on as it was before the onset; NaN for growth where no failure is bounded.
    """
    days, creep = failing.creep.days, failing.creep
    onset, left = float(judged.onset[0]), float(judged.failure[0])
    every, known = np.ones(len(days), bool), np.isfinite(values)
    whole = creep.matrix(every)
    early = known & (days < onset) if np.isfinite(onset) else known
    found = np.linalg.lstsq(whole[early], values[early], rcond=None)[0]
    if not np.isfinite(left):
        return whole @ found, np.full(len(days), np.nan)
    ends = np.array([days[-1] + left])
    best = []
    for start, gone in ((onset, 1), (-creep.start, (1, 2))):
        kept = np.delete(whole, gone, axis=1)
        design = np.column_stack([kept, _hyperbola(days, start, ends)])
        terms = np.linalg.lstsq(design[known], values[known], rcond=None)[0]
        line = design @ terms
        best.append((((line - values)[known] ** 2).sum(), line))
    return whole @ found, min(best, key=lambda one: one[0])[1]


class _Tried:
    """All that is tried, at some dates, as independent noise of one size has it."""

    def __init__(self, asked: Failing, known):
        self._asked = asked
        days, matrix = asked.creep.days[known], asked.creep.matrix(known)
        self._days, self._last = days, asked.creep.days[-1]
        self._root = np.linalg.cholesky(asked._covariance[np.ix_(known, known)])
        onsets = np.array([k for k in asked.onsets if known[k:].sum() >= 3], int)
        self._onsets = asked.creep.days[onsets]
        self._base = self._white(matrix)
        self._solver = np.linalg.pinv(self._base)
        self._terms = np.linalg.qr(self._base)[0]
        steps = asked.steps[known[asked.steps]]
        steps = (days[:, None] >= asked.creep.days[steps]).astype(float)
        hinges = np.maximum(days[:, None] - self._onsets, 0.0) / DAYS_PER_YEAR
        self._step = _Columns(self._white(steps), self._terms)
        self._hinge = _Columns(self._white(hinges), self._terms)
        # Creep without its decaying part goes before a failure: with it, it would be the failure.
        plain, alone = np.delete(self._base, 1, axis=1), np.delete(self._base, (1, 2), axis=1)
        self._plain, self._slope = np.linalg.qr(plain)[0], np.linalg.pinv(plain)[1]
        self._fine = {}
        self._growth = [self._since(onset) for onset in self._onsets]
        self._rate_errors = np.array([self._errors(k) for k in range(len(self._onsets))])
        self._alone = self._from(-asked.creep.start, np.linalg.qr(alone)[0])

    def _from(self, onset, base):
        """Growth since an onset to all failures."""
        ends = self._last + self._asked.horizons
        return _Columns(self._white(_hyperbola(self._days, onset, ends)), base)

    def _since(self, onset):
        """Growth since an onset, after creep; made once, as all series with these dates ask."""
        if onset not in self._fine:
            self._fine[onset] = self._from(onset, self._plain)
        return self._fine[onset]

    def _growing(self, columns, white, tiny):
        """Worth of growth to all failures, shape (failure, series); none where it is no growth."""
        rest, squares = _without(white, columns.base)
        along = columns.along(rest)
        value = self._worth(np.maximum(squares - along**2, tiny), self._base.shape[1] + 1)
        if columns.base is not self._plain:
            return value
        size = along / columns.sizes[:, None]
        before = self._slope @ white - (self._slope @ columns.raw)[:, None] * size
        now = before + size * (DAYS_PER_YEAR / self._asked.horizons)[:, None]
        return np.where(np.abs(now) > np.abs(before), value, -np.inf)

    def _white(self, columns):
        from scipy.linalg import solve_triangular

        return solve_triangular(self._root, columns, lower=True)

    def judge(self, rows) -> dict:
        """See :class:`Judged`; rows of shape (series, known date)."""
        white = self._white(np.ascontiguousarray(rows.T))
        worth = self._worth
        left, power = _without(white, self._terms)
        tiny = 1e-12 * np.maximum((white**2).sum(axis=0), 1e-300)
        power, terms = np.maximum(power, tiny), self._base.shape[1]
        along = self._hinge.along(left)
        change = along / self._hinge.sizes[:, None]
        at_hinge = (self._solver @ white)[:, None] - (self._solver @ self._hinge.raw)[
            :, :, None
        ] * change
        before, now = self._rates(at_hinge, change)
        faster = np.abs(now) > np.abs(before)
        steady = worth(power, terms)
        step = worth(np.maximum(power - self._step.along(left) ** 2, tiny), terms + 1)
        hinge = worth(np.maximum(power - along**2, tiny), terms + 1)
        # Most points go on as before: what grows to a failure is faster first.
        maybe = np.flatnonzero(np.where(faster, hinge, -np.inf).max(axis=0, initial=-np.inf)
                               > steady - MARGIN)  # fmt: skip
        some, low = white[:, maybe], tiny[maybe]
        cells = np.stack([
            self._growing(columns, some, low) for columns in (*self._growth, self._alone)
        ])  # fmt: skip
        top = np.max([steady, step.max(axis=0), hinge.max(axis=0)], axis=0)
        top[maybe] = np.maximum(top[maybe], cells.max(axis=(0, 1)))
        by_hinge = np.exp(hinge - top) / len(hinge)
        # Onsets share a half, and growth from the first date on has the other one.
        share = np.append(np.full(len(cells) - 1, 0.5 / (len(cells) - 1)), 0.5)
        by_cell = np.exp(cells - top[maybe]) * share[:, None, None] / len(self._asked.horizons)
        failing = np.zeros(len(power))
        failing[maybe] = by_cell.sum(axis=(0, 1))
        chances = np.array(PRIOR)[:, None] * np.stack([
            np.exp(steady - top), np.exp(step - top).mean(axis=0),
            np.where(faster, 0.0, by_hinge).sum(axis=0),
            np.where(faster, by_hinge, 0.0).sum(axis=0), failing,
        ])  # fmt: skip
        chances /= chances.sum(axis=0)
        mass = by_cell.sum(axis=0)
        for mine, coarse, values in self._refined(some, cells, low):
            # In the stead of the thinned-out onset there, as likely as it was before.
            likely = share[coarse] / len(self._asked.horizons)
            fine = np.exp(np.minimum(values - top[maybe[mine]], LARGEST)).mean(axis=0)
            mass[:, mine] += likely * fine - by_cell[coarse][:, mine]
        total = np.where(faster, by_hinge, 0.0)
        total[:, maybe] += by_cell[:-1].sum(axis=1)
        onset, picks = self._onset(total)
        ends = np.full((3, len(power)), np.inf)
        ends[:, maybe] = self._failure(mass)
        out = dict(zip(("failure_low", "failure", "failure_high"), ends))
        out |= {"chances": chances, "onset": onset}
        out |= self._last_rates(len(white), picks, before, now, power, along)
        still = np.ptp(rows, axis=1) == 0
        return {name: np.where(still, np.nan, values) for name, values in out.items()}

    def _refined(self, white, cells, tiny):
        """Worth of growth from all dates about the likeliest onset, by groups of series.

        Onsets are thinned out for the search; a strong growth tells its onset more sharply. Gives
        the series, the onset of the search whose place is taken, and the values.
        """
        if not cells.shape[2] or len(self._asked.late) == len(self._asked.onsets):
            return
        best = cells.max(axis=1).argmax(axis=0)
        steps = np.append(self._onsets, np.inf)
        dates = self._asked.creep.days[self._asked.late]
        for k in np.unique(best[best < len(self._onsets)]):
            mine = np.flatnonzero(best == k)
            first = 0.5 * (steps[max(k - 1, 0)] + steps[k])
            near = dates[(dates >= first) & (dates < 0.5 * (steps[k] + steps[k + 1]))]
            values = [
                self._growing(self._since(onset), white[:, mine], tiny[mine])
                for onset in (near if len(near) else [steps[k]])
            ]
            yield mine, k, np.stack(values)

    def _worth(self, squares, unknowns):
        """Log of the likelihood, coefficients and size of the noise integrated out."""
        count = len(self._days)
        # One number of free dates for all, or units would matter.
        free = count - self._base.shape[1] - 1
        return -0.5 * free * np.log(squares) - 0.5 * unknowns * np.log(count)

    def _rates(self, coefficients, change):
        """Rate just before a change and after it, shape (onset, series)."""
        t = (self._onsets + self._asked.creep.start)[:, None] / DAYS_PER_YEAR
        before = coefficients[2] + coefficients[1] / t
        end = (self._last + self._asked.creep.start) / DAYS_PER_YEAR
        return before, coefficients[2] + coefficients[1] / end + change

    def _failure(self, mass):
        """Ends and middle of the time to failure, shape (3, series); infinite beyond the grid."""
        tail, logs = (1 - self._asked.level) / 2, np.log(self._asked.horizons)
        share = np.cumsum(mass, axis=0) / np.maximum(mass.sum(axis=0), 1e-300)
        ends = logs + 0.5 * (logs[1] - logs[0])
        out = np.empty((3, mass.shape[1]))
        for k, wanted in enumerate((tail, 0.5, 1 - tail)):
            place = (share < wanted).sum(axis=0)
            own = np.arange(mass.shape[1])
            low = np.where(place > 0, share[np.maximum(place, 1) - 1, own], 0.0)
            high = share[np.minimum(place, len(logs) - 1), own]
            part = (wanted - low) / np.maximum(high - low, 1e-300)
            at = ends[np.minimum(place, len(logs) - 1)]
            at = at + (np.clip(part, 0.0, 1.0) - 1) * (logs[1] - logs[0])
            # What lies in the last cells may as well lie beyond them.
            out[k] = np.exp(np.where(place >= len(logs) - 2, np.inf, at))
        return out

    def _onset(self, total):
        """Middle of the onset (days) and its place, by series."""
        share = np.cumsum(total, axis=0)
        middle = (share < 0.5 * share[-1]).sum(axis=0)
        middle = np.minimum(middle, len(total) - 1)
        return self._onsets[middle], middle

    def _last_rates(self, count, picks, before, now, power, along):
        """Rates before and after the likeliest onset with their errors."""
        own = np.arange(len(power))
        free = max(count - self._base.shape[1] - 2, 1)
        size = np.sqrt(np.maximum(power - along[picks, own] ** 2, 0.0) / free)
        errors = self._rate_errors[picks] * size[:, None]
        return {
            "before": before[picks, own], "before_std": errors[:, 0], "now": now[picks, own],
            "now_std": errors[:, 1],
        }  # fmt: skip

    def _errors(self, place):
        """Errors of both rates for noise of one size."""
        design = np.column_stack([self._base, self._hinge.raw[:, place]])
        covariance = np.linalg.pinv(design.T @ design)
        start = self._asked.creep.start
        first = (self._onsets[place] + start) / DAYS_PER_YEAR
        end = (self._last + start) / DAYS_PER_YEAR
        wanted = np.zeros((2, design.shape[1]))
        wanted[:, 1:3] = [[1 / first, 1.0], [1 / end, 1.0]]
        wanted[1, -1] = 1.0
        return np.sqrt(np.maximum(np.einsum("ij,jk,ik->i", wanted, covariance, wanted), 0.0))


class _Columns:
    """Candidates for one more column, orthogonal to those that are there."""

    def __init__(self, raw, base):
        self.raw, self.base = raw, base
        rest = raw - base @ (base.T @ raw)
        sizes = np.sqrt((rest**2).sum(axis=0))
        dull = sizes <= 1e-8 * np.maximum(np.sqrt((raw**2).sum(axis=0)), 1e-300)
        self.sizes = np.where(dull, np.inf, sizes)
        self._unit = rest / self.sizes

    def along(self, left):
        """Projections of residuals, shape (candidate, series)."""
        return self._unit.T @ left


def _without(white, terms):
    """Residuals from orthonormal terms, and their squares."""
    left = white - terms @ (terms.T @ white)
    return left, (left**2).sum(axis=0)


def _hyperbola(days, onset, ends):
    """-ln(1 - (t - t_o) / (t_f - t_o)) after the onset, shape (time, end)."""
    since = np.maximum(days - onset, 0.0)[:, None]
    return -np.log1p(-since / (np.asarray(ends) - onset))
