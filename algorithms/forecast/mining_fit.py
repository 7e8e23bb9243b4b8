# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters of the probability-integral method from motion along lines of sight."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..data.semivariogram import empirical, exponential, gaussian
from ..errors import GroundshiftError, check_cancelled
from .mining import Panel, final_basin, rectangle, settled

STEP = 1e-4  # of a parameter's range, for derivatives
KNOWN_LIMITS = {
    "q": (0.01, 1.5), "tan_beta": (0.5, 5.0), "offset": (0.0, 0.4), "b": (0.02, 0.8),
    "theta": (45.0, 90.0), "c": (0.02, 30.0),
}  # fmt: skip
"""Subsidence factor, tangent of the main influence angle, inflection offset over depth,
displacement factor, propagation angle (degrees), Knothe's coefficient (1/yr)."""


@dataclass(frozen=True)
class Observed:
    """Motion of points along their lines of sight.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres.
    look : ndarray, shape (point, 3)
        East, north, up.
    values : ndarray, shape (point, time)
        Metres since the first time, NaN where unknown.
    years : ndarray, shape (time,) or None
        Since what was taken out was; None for motion that is final.
    start : ndarray, shape (point,), or None
        The time that displacements are relative to.
    track : ndarray of int, shape (point,)
        Each has an offset of its own.
    """

    xy: np.ndarray
    look: np.ndarray
    values: np.ndarray
    years: np.ndarray | None
    start: np.ndarray | None
    track: np.ndarray


@dataclass(frozen=True)
class Fit:
    """A fitted basin.

    Parameters
    ----------
    panel : Panel
    values, std : dict
        Of all parameters; 0 where given.
    names : tuple of str
        Of those that were fitted, offsets of the tracks last.
    covariance : ndarray, shape (name, name)
    free : float
        Degrees of freedom of the intervals: independent points less parameters.
    residual : ndarray, shape (point, time)
    offsets : ndarray, shape (track,)
        Metres.
    located : bool
        Whether the panel was searched for.
    """

    panel: Panel
    values: dict
    std: dict
    names: tuple
    covariance: np.ndarray
    free: float
    residual: np.ndarray
    offsets: np.ndarray
    located: bool = False

    def interval(self, name: str) -> tuple:
        """Interval of 90 %."""
        from scipy.stats import t

        reach = t.ppf(0.95, self.free) * self.std[name]
        return self.values[name] - reach, self.values[name] + reach

    @property
    def rms(self) -> float:
        """Of the residuals, metres."""
        return float(np.sqrt(np.nanmean(self.residual**2)))


PLACE = ("x", "y", "length", "width", "strike")


def _panel_with(panel: Panel, values: dict) -> Panel:
    if "length" not in values:
        return panel
    return rectangle(*(values[name] for name in PLACE), panel.depth, panel.thickness)


def along_look(panel, values, observed: Observed) -> np.ndarray:
    """Displacement towards the satellite that a model gives, shape (point, time), metres."""
    basin = final_basin(_panel_with(panel, values), values, observed.xy, False)
    parts = np.stack([*basin.motion, -basin.subsidence], axis=1)
    final = (observed.look * parts).sum(axis=1)
    if observed.years is None:
        return final[:, np.newaxis]
    first = settled(observed.start, values["c"])[:, np.newaxis]
    return final[:, np.newaxis] * (settled(observed.years, values["c"]) - first)


def fit(panel: Panel, observed: Observed, given: dict, located=None, seed=0, cancelled=None) -> Fit:
    """Fit the parameters of a basin.

    Parameters
    ----------
    panel : Panel
        Its place is looked for where `located` is given.
    observed : Observed
    given : dict
        Parameters that are known.
    located : (xmin, ymin, xmax, ymax, size), optional
        Where the middle of the panel may lie, and its largest side, metres.
    seed : int
    cancelled : callable, optional

    Returns
    -------
    Fit
        Covariances know how residuals err alike in space and time.

    Raises
    ------
    GroundshiftError
        If there are too few points.
    """
    from scipy.optimize import differential_evolution, least_squares

    limits = {name: ends for name, ends in KNOWN_LIMITS.items() if name not in given}
    if panel.dip == 0:
        limits.pop("theta", None)
    if observed.years is None:
        limits.pop("c", None)
    if located is not None:
        x1, y1, x2, y2, size = located
        for name in ("offset", "theta"):
            limits.pop(name, None)
        given = {"offset": 0.0, **given}
        limits |= {
            "x": (x1, x2), "y": (y1, y2), "length": (0.1 * panel.depth, size),
            "width": (0.1 * panel.depth, size), "strike": (-90.0, 270.0),
        }  # fmt: skip
    names = tuple(limits)
    low, high = np.array(list(limits.values())).T
    tracks = int(observed.track.max()) + 1
    known = np.isfinite(observed.values)
    if known.any(axis=1).sum() < 3 * (len(names) + tracks):
        raise GroundshiftError(
            f"{int(known.any(axis=1).sum())} points are too few for {len(names) + tracks} "
            "parameters; give more of them, or parameters that are known."
        )

    def all_of(scaled):
        return {"theta": 90.0, "c": 1.0, **given, **dict(zip(names, low + scaled * (high - low)))}

    def misfit(scaled, watched=observed, seen=known):
        check_cancelled(cancelled)
        rest = watched.values - along_look(panel, all_of(scaled), watched)
        for k in range(tracks):  # offsets are linear: their best is the mean
            some = (watched.track == k)[:, np.newaxis] & seen
            if some.any():
                rest = np.where((watched.track == k)[:, np.newaxis], rest - rest[some].mean(), rest)
        return rest[seen]

    if located is None:
        starts = [
            _scaled({"tan_beta": beta, "offset": 0.05, "b": 0.3, "theta": 80.0, "q": q, "c": 1.0},
                    limits)
            for beta in (1.3, 2.0, 3.0) for q in (0.3, 0.8)
        ]  # fmt: skip
    else:
        random = np.random.default_rng(seed)
        some = random.permutation(len(observed.xy))[:250]
        part = replace(
            observed, xy=observed.xy[some], look=observed.look[some],
            values=observed.values[some][:, -1:], track=observed.track[some],
            start=None if observed.start is None else observed.start[some],
            years=None if observed.years is None else observed.years[-1:],
        )  # fmt: skip
        seen = np.isfinite(part.values)
        found = differential_evolution(
            lambda scaled: float((misfit(scaled, part, seen) ** 2).sum()),
            [(0.0, 1.0)] * len(names), seed=seed, popsize=10, maxiter=150, tol=1e-6, polish=False,
        )  # fmt: skip
        starts = [np.clip(found.x, 0.02, 0.98)]
    best = min(
        (least_squares(misfit, start, bounds=(0.0, 1.0), x_scale=0.1, diff_step=STEP, max_nfev=60)
         for start in starts), key=lambda one: one.cost,
    )  # fmt: skip
    return _told(panel, observed, all_of, names, best.x, high - low, known, located is not None)


def _scaled(values, limits):
    return np.array([
        np.clip((values[name] - low) / (high - low), 0.02, 0.98)
        for name, (low, high) in limits.items()
    ])  # fmt: skip


def _told(panel, observed, all_of, names, scaled, spans, known, located) -> Fit:
    """The fit with its covariance, which knows how the residuals err alike in space and time."""
    tracks = int(observed.track.max()) + 1

    def model(at):
        return along_look(panel, all_of(at), observed)

    centre = model(scaled)
    columns = []
    for k in range(len(names)):
        step = STEP if scaled[k] < 0.5 else -STEP
        moved = scaled.copy()
        moved[k] += step
        columns.append((model(moved) - centre) / (step * spans[k]))
    for k in range(tracks):
        on = (observed.track == k)[:, np.newaxis]
        columns.append(np.broadcast_to(on, centre.shape).astype(float))
    rest = observed.values - centre
    offsets = np.array([
        rest[observed.track == k][known[observed.track == k]].mean() for k in range(tracks)
    ])  # fmt: skip
    rest = np.where(known, rest - offsets[observed.track][:, np.newaxis], np.nan)
    jacobian = np.where(known, np.stack(columns), 0.0)
    flat = jacobian.reshape(len(columns), -1).T
    scale = np.sqrt((flat**2).sum(axis=0))
    inverse = np.linalg.pinv((flat / scale).T @ (flat / scale), rcond=1e-10)
    inverse /= np.outer(scale, scale)
    middle, worth = np.zeros((len(columns),) * 2), 0.0
    for k in range(tracks):
        on = observed.track == k
        part, like = _spread(observed.xy[on], rest[on], jacobian[:, on])
        middle += part
        worth += like
    free = worth - len(columns)
    if free < 3:
        raise GroundshiftError(
            f"The points are worth {worth:.0f} independent ones, too few for {len(columns)} "
            "parameters; give more points, or parameters that are known."
        )
    covariance = inverse @ middle @ inverse * worth / free
    values = all_of(scaled)
    std = dict.fromkeys(values, 0.0)
    std.update(zip(names, np.sqrt(np.diag(covariance)).tolist()))
    return Fit(
        _panel_with(panel, values), {k: float(v) for k, v in values.items()}, std,
        (*names, *(f"offset_{k + 1}" for k in range(tracks))), covariance, free, rest, offsets,
        located,
    )  # fmt: skip


def _spread(xy, rest, jacobian):
    """What the noise of a track does to the normal equations, and how many points it is worth.

    The noise is a correlation in space times a covariance in time, both of the residuals.
    """
    alike = spatial_correlation(xy, rest)
    known = np.isfinite(rest)
    full = np.where(known, rest, 0.0)
    together = known.T.astype(float) @ known.astype(float)
    in_time = full.T @ full / np.maximum(together, 1.0)
    sizes, ways = np.linalg.eigh(in_time)
    middle = np.zeros((len(jacobian),) * 2)
    for size, way in zip(sizes, ways.T):
        if size > 1e-12 * sizes[-1]:
            part = jacobian @ way  # (parameter, point)
            middle += size * (part @ alike @ part.T)
    return middle, float(len(xy) ** 2 / (alike**2).sum())


def spatial_correlation(xy, rest) -> np.ndarray:
    """Correlation of residuals at points, by the semivariances of all times together.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres.
    rest : ndarray, shape (point, time)

    Returns
    -------
    ndarray, shape (point, point)
        A nugget, and an exponential or Gaussian of distance.
    """
    from scipy.optimize import nnls
    from scipy.spatial.distance import pdist, squareform

    apart = pdist(xy)
    size = np.nanstd(rest, axis=0)
    used = rest[:, size > 1e-3 * size.max()] / size[size > 1e-3 * size.max()]
    used = used[:, :: max(1, used.shape[1] // 8)]
    longest, shortest = 0.5 * apart.max(), max(apart[apart > 0].min(), 1e-3 * apart.max())
    found = [empirical(apart, _differences(column), longest, shortest) for column in used.T]
    bins = min(len(one[0]) for one in found)
    if bins < 4:
        return np.eye(len(xy))
    distance = np.mean([one[0][:bins] for one in found], axis=0)
    value = np.mean([one[1][:bins] for one in found], axis=0)
    pairs = found[0][2][:bins]
    best = np.inf, 1.0, longest, exponential
    for form in (exponential, gaussian):
        for reach in np.geomspace(shortest, longest, 24):
            terms = np.stack([np.ones(bins), 1 - form(distance, reach)], axis=1)
            weight = np.sqrt(pairs) / distance
            scale, misfit = nnls(terms * weight[:, np.newaxis], value * weight)
            if misfit < best[0] and scale.sum() > 0:
                best = misfit, scale[0] / scale.sum(), reach, form
    _, nugget, reach, form = best
    out = (1 - nugget) * form(squareform(apart), reach)
    np.fill_diagonal(out, 1.0)
    return out


def _differences(column):
    first, second = np.triu_indices(len(column), 1)
    return column[first] - column[second]


def forecast_std(one: Fit, xy, share: float = 1.0) -> np.ndarray:
    """Standard deviation of the subsidence of a fit by its parameters' covariance, metres."""
    base = final_basin(one.panel, one.values, xy, False).subsidence
    slopes, rows = [], []
    for k, name in enumerate(one.names):
        if name not in one.values or name == "c" or one.std[name] == 0:
            continue
        step = max(1e-3 * abs(one.values[name]), 1e-5)
        values = {**one.values, name: one.values[name] + step}
        moved = final_basin(_panel_with(one.panel, values), values, xy, False).subsidence
        slopes.append((moved - base) / step)
        rows.append(k)
    if not rows:
        return np.zeros(len(base))
    slopes = np.stack(slopes)
    covariance = one.covariance[np.ix_(rows, rows)]
    return share * np.sqrt(np.maximum((slopes * (covariance @ slopes)).sum(axis=0), 0.0))
