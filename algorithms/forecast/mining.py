# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Subsidence over underground mining by the probability-integral method, and its fit to motion.

What is taken out below lets the ground sink by a Gaussian of its depth,
``exp(-pi d^2 / r^2) / r^2`` with the main influence radius ``r = H / tan beta``; summed over the
panel this is a product of error functions. The ground moves towards the basin's middle by ``b r``
times the slope of the subsidence. In time it follows Knothe's ``1 - exp(-c t)``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..data.semivariogram import empirical, exponential, gaussian
from ..errors import GroundshiftError, check_cancelled

STRIPS = 32  # of a panel, along its strike
STEP = 1e-4  # of a parameter's range, for derivatives
KNOWN_LIMITS = {
    "q": (0.01, 1.5), "tan_beta": (0.5, 5.0), "offset": (0.0, 0.4), "b": (0.02, 0.8),
    "theta": (45.0, 90.0), "c": (0.02, 30.0),
}  # fmt: skip
"""Subsidence factor, tangent of the main influence angle, inflection offset over depth,
displacement factor, propagation angle (degrees), Knothe's coefficient (1/yr)."""


@dataclass(frozen=True)
class Panel:
    """A panel as strips along its strike; shapes (strip,) unless said.

    Parameters
    ----------
    x, y : float
        Middle, metres east and north.
    strike : float
        Degrees clockwise from north; a dipping panel dips to its right.
    dip : float
        Degrees.
    depth, thickness : float
        Of the middle, and what was taken out, metres.
    edges : ndarray, shape (strip + 1,)
        Metres down-dip from the middle.
    first, last : ndarray
        Ends along the strike; a strip may come several times where the panel has bays.
    row : ndarray of int
        Which strip they are of.
    """

    x: float
    y: float
    strike: float
    dip: float
    depth: float
    thickness: float
    edges: np.ndarray
    first: np.ndarray
    last: np.ndarray
    row: np.ndarray

    @property
    def axes(self) -> tuple:
        """Unit vectors (east, north) along the strike and down-dip."""
        s, c = np.sin(np.radians(self.strike)), np.cos(np.radians(self.strike))
        return np.array([s, c]), np.array([c, -s])


def rectangle(x, y, length, width, strike, depth, thickness) -> Panel:
    """A level rectangular panel about its middle."""
    return Panel(
        x, y, strike, 0.0, depth, thickness, np.array([-width / 2, width / 2]),
        np.array([-length / 2]), np.array([length / 2]), np.zeros(1, int),
    )  # fmt: skip


def long_side(ring) -> float:
    """Azimuth of the longer side of the smallest rectangle about a ring, degrees in 0 to 180."""
    from scipy.spatial import ConvexHull

    corners = ring[ConvexHull(ring).vertices]
    best = None
    for east, north in np.diff(np.concatenate([corners, corners[:1]]), axis=0):
        angle = np.arctan2(east, north)
        along = corners @ [np.sin(angle), np.cos(angle)]
        across = corners @ [np.cos(angle), -np.sin(angle)]
        sides = np.ptp(along), np.ptp(across)
        if best is None or sides[0] * sides[1] < best[0] - 1e-9:
            turned = angle if sides[0] >= sides[1] else angle + np.pi / 2
            best = sides[0] * sides[1], np.degrees(turned) % 180.0
    return float(best[1])


def panel_of(rings, depth, thickness, dip=0.0, dip_direction=None) -> Panel:
    """A panel of polygons, cut into strips.

    Parameters
    ----------
    rings : list of ndarray, shape (vertex, 2)
        Closed; metres east and north. Holes are rings, too.
    depth, thickness : float
        Metres.
    dip, dip_direction : float
        Degrees; without a direction the strike is that of the longer side.

    Raises
    ------
    GroundshiftError
        If the panel has no area.
    """
    whole = np.concatenate(rings)
    strike = long_side(whole) if dip_direction is None else (dip_direction - 90.0) % 360.0
    middle = (whole.min(axis=0) + whole.max(axis=0)) / 2
    panel = replace(
        rectangle(*middle, 1.0, 1.0, strike, depth, thickness), dip=float(dip)
    )  # fmt: skip
    along, across = panel.axes
    turned = [(ring - middle) @ np.stack([along, across], axis=1) for ring in rings]
    low, high = min(r[:, 1].min() for r in turned), max(r[:, 1].max() for r in turned)
    edges = np.linspace(low, high, STRIPS + 1)
    first, last, rows = [], [], []
    for k, level in enumerate((edges[1:] + edges[:-1]) / 2):
        hits = []
        for ring in turned:
            (u1, v1), (u2, v2) = ring[:-1].T, ring[1:].T
            cut = (v1 <= level) != (v2 <= level)
            hits.append(u1[cut] + (level - v1[cut]) / (v2[cut] - v1[cut]) * (u2 - u1)[cut])
        hits = np.sort(np.concatenate(hits))
        first += hits[::2].tolist()
        last += hits[1::2].tolist()
        rows += [k] * (len(hits) // 2)
    if not rows or high - low < 1e-6:
        raise GroundshiftError("The panel has no area; give polygons of what was taken out.")
    return replace(
        panel, edges=edges, first=np.array(first), last=np.array(last), row=np.array(rows)
    )


@dataclass(frozen=True)
class Basin:
    """What the ground does; shapes (point,) unless said, metres.

    Parameters
    ----------
    subsidence : ndarray
        Down.
    tilt : ndarray, shape (2, point)
        Slope of the subsidence to east and north.
    motion : ndarray, shape (2, point)
        East and north.
    curvature, strain : ndarray, shape (3, point)
        Parts east-east, east-north, north-north; tension positive.
    """

    subsidence: np.ndarray
    tilt: np.ndarray
    motion: np.ndarray
    curvature: np.ndarray
    strain: np.ndarray

    @property
    def worst_curvature(self) -> np.ndarray:
        """The principal one of larger size."""
        return _worst(self.curvature)

    @property
    def worst_strain(self) -> np.ndarray:
        """The principal one of larger size, tension positive."""
        return _worst(self.strain)


def _worst(parts):
    ee, en, nn = parts
    middle, reach = (ee + nn) / 2, np.hypot((ee - nn) / 2, en)
    return np.where(middle >= 0, middle + reach, middle - reach)


def final_basin(panel: Panel, values: dict, xy, second: bool = True) -> Basin:
    """The basin when all has settled.

    Parameters
    ----------
    panel : Panel
    values : dict
        ``q``, ``tan_beta``, ``offset``, ``b`` and, for dipping panels, ``theta``.
    xy : ndarray, shape (point, 2)
        Metres east and north.
    second : bool
        Whether curvature and strain are wanted; they are empty otherwise.

    Returns
    -------
    Basin
    """
    from scipy.special import erf

    along, across = panel.axes
    place = np.asarray(xy, float) - (panel.x, panel.y)
    u, v = place @ along, place @ across
    inner = values["offset"] * panel.depth
    low, high = panel.edges[0], panel.edges[-1]
    shrunk = max(high - low - 2 * inner, 1e-6) / (high - low)
    edges = (low + high) / 2 + shrunk * (panel.edges - (low + high) / 2)
    most = values["q"] * panel.thickness * np.cos(np.radians(panel.dip))
    cot = 0.0 if panel.dip == 0 else 1 / np.tan(np.radians(values["theta"]))
    count = 6 if second else 3
    w = np.zeros((count, len(u)))
    moved = np.zeros((5 if second else 2, len(u)))
    root = np.sqrt(np.pi)
    for first, last, row in zip(panel.first, panel.last, panel.row):
        middle = (edges[row] + edges[row + 1]) / 2
        depth = panel.depth + np.tan(np.radians(panel.dip)) * middle
        if depth <= 0:
            raise GroundshiftError(
                "The panel reaches the surface: its depth less its dip's is below 0; give the "
                "depth of its middle, and its dip in degrees."
            )
        r, shift = depth / values["tan_beta"], depth * cot
        centre, half = (first + last) / 2, max((last - first) / 2 - inner, 0.0)
        parts = []
        for at, start, stop in (
            (u, centre - half, centre + half), (v - shift, edges[row], edges[row + 1]),
        ):  # fmt: skip
            a, b = (at - start) / r, (at - stop) / r
            one, two = np.exp(-np.pi * a**2), np.exp(-np.pi * b**2)
            parts.append((
                0.5 * (erf(root * a) - erf(root * b)), (one - two) / r,
                -2 * np.pi / r**2 * (a * one - b * two),
            ))  # fmt: skip
        (x0, x1, x2), (y0, y1, y2) = parts
        own = [x0 * y0, x1 * y0, x0 * y1] + ([x2 * y0, x1 * y1, x0 * y2] if second else [])
        for k, part in enumerate(own):
            w[k] += part
        for k, part in enumerate(own[1:]):
            moved[k] += r * part
    w *= most
    moved *= most * values["b"]

    def turned(pair):
        return along[:, np.newaxis] * pair[0] + across[:, np.newaxis] * pair[1]

    def turned_tensor(three):
        basis = np.stack([along, across])
        full = np.array([[three[0], three[1]], [three[1], three[2]]])
        out = np.einsum("ki,lj,kln->ijn", basis, basis, full)
        return np.stack([out[0, 0], out[0, 1], out[1, 1]])

    none = np.zeros((3, 0))
    return Basin(
        w[0], turned(w[1:3]), turned(moved[:2]), turned_tensor(w[3:]) if second else none,
        turned_tensor(moved[2:]) if second else none,
    )  # fmt: skip


def settled(years, c: float) -> np.ndarray:
    """Share of the final subsidence after so many years (Knothe 1953); 0 before."""
    return -np.expm1(-c * np.maximum(years, 0.0))


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
