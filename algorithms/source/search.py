# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The faults that explain samples best: a global search, then a local one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Callable

import numpy as np

from ..errors import GroundshiftError
from .misfit import Misfit, log_likelihood
from .search_space import other_planes
from .swarm import particle_swarm

METHODS = ("both", "swarm", "evolution", "local")
REWEIGHTINGS = 8
SAME = 0.02
"""Unit of the cube within which two ends of a search are the same place."""


@dataclass(frozen=True)
class SearchOptions:
    """How to look for the best faults.

    Parameters
    ----------
    method : str
        ``swarm``: particle swarm; ``evolution``: differential evolution; ``both``; ``local``:
        only refine the middle of the bounds.
    particles : int
        Models a step; 0 takes 10 for each parameter that the displacement does not depend on
        linearly, 50 at least.
    steps : int
        At most.
    restarts : int
        Times that the whole is done from new places.
    errors : str
        See :func:`.misfit.log_likelihood`.
    seed : int
    """

    method: str = "both"
    particles: int = 0
    steps: int = 200
    restarts: int = 2
    errors: str = "given"
    seed: int = 1

    def __post_init__(self):
        if self.method not in METHODS:
            raise GroundshiftError(
                f"The search '{self.method}' is not known; choose {', '.join(METHODS)}."
            )
        if self.errors not in ("given", "scaled"):
            raise GroundshiftError(f"Errors '{self.errors}' are not known; take given or scaled.")
        if self.steps < 1 or self.restarts < 1 or self.particles < 0:
            raise GroundshiftError("The search has no steps, models or restarts; give 1 or more.")


@dataclass(frozen=True)
class Found:
    """The end of one search.

    Parameters
    ----------
    unit : ndarray, shape (free parameter,)
        Within the unit cube.
    squares : ndarray, shape (track,)
        Whitened sum of squares by track.
    likelihood : float
        Logarithm, but for a constant.
    method : str
        Of the search that found it.
    """

    unit: np.ndarray
    squares: np.ndarray
    likelihood: float
    method: str


@dataclass(frozen=True)
class SearchResult:
    """What a search found.

    Parameters
    ----------
    best : Found
    others : list of Found
        Other ends, best first, each of another place.
    agreeing : int
        Searches that ended at the best place, of `searches`.
    searches : int
    """

    best: Found
    others: list = field(default_factory=list)
    agreeing: int = 1
    searches: int = 1


def search(
    misfit: Misfit,
    options: SearchOptions | None = None,
    tick: Callable[[float], None] | None = None,
) -> SearchResult:
    """Find the best faults.

    Slips, offsets and ramps are solved for at every model (variable projection), so that only the
    place, the shape and the orientation are searched; the local refinement then moves all at once
    (trust-region reflective, within the bounds), once more from the other nodal plane.

    Parameters
    ----------
    misfit : Misfit
    options : SearchOptions, optional
    tick : callable, optional
        Called with the share that is done; may raise to stop.

    Returns
    -------
    SearchResult

    Raises
    ------
    GroundshiftError
        If no model has a displacement at all samples.
    """
    options = options or SearchOptions()
    tick = tick or (lambda share: None)
    generator = np.random.default_rng(options.seed)
    ends = []
    methods = [m for m in ("swarm", "evolution") if options.method in (m, "both")]
    jobs = methods * options.restarts or ["local"]
    for number, method in enumerate(jobs):
        share = _Share(tick, number / len(jobs), 0.9 / len(jobs))
        start = _global(misfit, options, method, generator, share)
        found = upright(misfit, refine(misfit, start, options.errors, method))
        found = turned_over(misfit, found, options.errors)
        tick((number + 1) / len(jobs))
        if np.isfinite(found.likelihood):
            ends.append(found)
    if not ends:
        raise GroundshiftError(
            "No fault within the bounds has a displacement at all samples; is a sample at the very "
            "place of a fault with nothing free? Widen the bounds."
        )
    ends.sort(key=lambda end: -end.likelihood)
    best, others = ends[0], []
    for end in ends[1:]:
        if all(apart(misfit, end.unit, known.unit) > SAME for known in (best, *others)):
            others.append(end)
    agreeing = sum(apart(misfit, end.unit, best.unit) <= SAME for end in ends)
    return SearchResult(best, others, agreeing, len(jobs))


def apart(misfit: Misfit, first, second) -> float:
    """The largest difference of two vectors, the shorter way round of periodic parameters.

    Faults are compared from the side from which they are more alike.
    """
    space = misfit.space
    difference = np.abs(space.likened(first, space.values(second)[0])[0] - second)
    difference = np.where(misfit.space.periodic, np.abs((difference + 0.5) % 1.0 - 0.5), difference)
    return float(difference.max(initial=0.0))


class _Share:
    """A part of a progress bar."""

    def __init__(self, tick, start, width):
        self._tick, self._start, self._width = tick, start, width

    def __call__(self, share):
        self._tick(self._start + self._width * min(share, 1.0))


def _global(misfit, options, method, generator, tick):
    """The best vector of one global search."""
    space = misfit.space
    curved = ~space.linear
    count = int(curved.sum())
    whole = np.full(len(curved), 0.5)

    def filled(places):
        unit = np.tile(whole, (len(places), 1))
        unit[:, curved] = places
        return misfit.projected(unit)

    if method == "local" or not count:
        return filled(np.full((1, count), 0.5))[1][0]
    particles = options.particles or max(50, 10 * count)
    if method == "swarm":
        best = particle_swarm(
            lambda places: filled(places)[0], count, generator, periodic=space.periodic[curved],
            particles=particles, steps=options.steps, tick=tick,
        ).best  # fmt: skip
    else:
        best = _evolution(
            lambda places: filled(places)[0], count, generator, particles, options.steps, tick
        )
    return filled(best[None])[1][0]


def _evolution(function, count, generator, particles, steps, tick):
    """Differential evolution of SciPy (Storn and Price 1997), its models in batches."""
    from scipy.optimize import differential_evolution

    done = 0

    def batch(_, places):
        nonlocal done
        tick(done / (steps + 1))
        done += 1
        # SciPy takes no infinite values.
        return np.minimum(function(np.clip(list(places), 0.0, 1.0)), 1e300)

    result = differential_evolution(
        lambda place: float(function(place[None])[0]), [(0.0, 1.0)] * count,
        popsize=max(1, int(np.ceil(particles / count))), maxiter=steps, tol=1e-6,
        mutation=(0.4, 0.9), recombination=0.8, updating="deferred", workers=batch, polish=False,
        seed=int(generator.integers(2**31)),
    )  # fmt: skip
    return result.x


def turned_over(misfit: Misfit, found: Found, errors: str) -> Found:
    """The same, or what a refinement from the other nodal plane leads to where that is better."""
    if not misfit.space.two_planes:
        return found
    squares, starts = misfit.projected(other_planes(misfit.space, found.unit))
    if not np.isfinite(squares).any():
        return found
    other = upright(misfit, refine(misfit, starts[squares.argmin()], errors, found.method))
    return other if other.likelihood > found.likelihood else found


def upright(misfit: Misfit, found: Found) -> Found:
    """The same with dips of 90 degrees at most, where the bounds hold it from that side."""
    level = np.zeros(misfit.space.lower.shape)
    return replace(found, unit=misfit.space.likened(found.unit, level)[0])


def refine(misfit: Misfit, unit, errors: str = "given", method: str = "local") -> Found:
    """The nearest best place.

    Parameters
    ----------
    misfit : Misfit
    unit : ndarray, shape (free parameter,)
        Where to start.
    errors : str
        See :func:`.misfit.log_likelihood`: where ``scaled``, tracks are weighed anew by their
        misfits until that changes nothing.
    method : str
        Noted in the result.
    """
    balance = np.ones(len(misfit.blocks))
    freedom = np.array([block.freedom for block in misfit.blocks], float)
    for _ in range(REWEIGHTINGS if errors == "scaled" else 1):
        unit = fit(misfit, unit, balance)
        squares = misfit.squares(unit)[0]
        if not np.isfinite(squares).all():
            break
        before, balance = balance, freedom / np.maximum(squares, 1e-300)
        if np.abs(np.log(balance / before)).max() < 1e-4:
            break
    likelihood = float(log_likelihood(squares[None], misfit.blocks, errors)[0])
    if np.isnan(likelihood):
        likelihood = -np.inf
    return Found(unit, squares, likelihood, method)


def fit(misfit: Misfit, unit, balance=None, shift=None) -> np.ndarray:
    """Least squares within the bounds from a start.

    Parameters
    ----------
    misfit : Misfit
    unit : ndarray, shape (free parameter,)
    balance : sequence of float, optional
        Factor of each track's squares.
    shift : ndarray, shape (row,), optional
        Added to the residuals, such as noise.

    Returns
    -------
    ndarray, shape (free parameter,)
    """
    from scipy.optimize import least_squares

    periodic = misfit.space.periodic
    low, high = np.where(periodic, -np.inf, 0.0), np.where(periodic, np.inf, 1.0)

    def residuals(place):
        out = misfit.residuals(place[None], balance)[:, 0]
        out = np.where(np.isfinite(out), out, 1e6)
        return out if shift is None else out + shift

    def slopes(place):
        slope = misfit.jacobian(place, balance)
        return np.where(np.isfinite(slope), slope, 0.0)

    start = np.where(periodic, unit, np.clip(unit, 1e-6, 1 - 1e-6))
    result = least_squares(
        residuals, start, slopes, bounds=(low, high), xtol=1e-10, ftol=1e-10, gtol=1e-10,
        x_scale="jac", max_nfev=200,
    )  # fmt: skip
    return np.where(periodic, result.x % 1.0, result.x)


def perturbed_fits(
    misfit: Misfit,
    unit,
    count: int = 100,
    seed: int = 1,
    balance=None,
    tick: Callable[[float], None] | None = None,
) -> np.ndarray:
    """Best faults of data with new noise (Parsons et al. 2006, Geophysical Journal International
    164, 202-217): how much they move when the data do.

    Noise of the samples' covariance is added to the data `count` times, and the faults are fitted
    anew from the best ones.

    Parameters
    ----------
    misfit : Misfit
    unit : ndarray, shape (free parameter,)
        The best place of the data as they are.
    count : int
    seed : int
    balance : sequence of float, optional
        Factor of each track's squares: tracks with 0.25 have errors twice as large as given, and
        get noise of that size.
    tick : callable, optional
        Called with the share that is done; may raise to stop.

    Returns
    -------
    ndarray, shape (count, free parameter)
    """
    generator = np.random.default_rng([seed, 11])
    balance = np.ones(len(misfit.blocks)) if balance is None else np.asarray(balance, float)
    periodic = misfit.space.periodic
    out = np.empty((count, len(unit)))
    for k in range(count):
        if tick is not None:
            tick(k / count)
        # Whitened and balanced, noise is white and of unit variance whatever the track.
        shift = np.concatenate([
            block.without_nuisance(generator.standard_normal((len(block.rows), 1)))[:, 0]
            for block in misfit.blocks
        ])  # fmt: skip
        out[k] = fit(misfit, unit, balance, shift)
    return np.where(periodic, unit + (out - unit + 0.5) % 1.0 - 0.5, out)
