# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the data and the bounds leave of a fault's parameters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable

import numpy as np

from ..data.medium import Medium
from .convergence import effective_size, split_r_hat
from .mcmc import ChainOptions, Chains, sample
from .misfit import Misfit, log_likelihood
from .sampling_space import SamplingSpace
from .search import SearchResult
from .search_space import DIP, FIRST_SLIP, FULL_CIRCLE, LENGTH, TOP, WIDTH

PERCENTILES = (2.5, 16.0, 50.0, 84.0, 97.5)
AT_BOUND = 0.005
"""Share of the bounds' width within which the best value is at its bound."""
CROWDED = 0.25
"""A bound cuts the posterior where it is so dense next to it, as a share of that in its middle."""
START_SPREAD = 1.5


def gaussian_covariance(misfit: Misfit, unit, balance=None) -> np.ndarray:
    """Covariance of the parameters in the unit cube, were the problem linear.

    The uniform prior counts as a Gaussian of its variance, 1/12, which keeps it finite.
    """
    slope = misfit.jacobian(unit, balance)
    slope = np.where(np.isfinite(slope), slope, 0.0)
    return np.linalg.inv(slope.T @ slope + 12.0 * np.eye(slope.shape[1]))


def sample_posterior(
    misfit: Misfit,
    result: SearchResult,
    errors: str = "given",
    options: ChainOptions | None = None,
    tick: Callable[[float], None] | None = None,
    coordinates=None,
) -> Chains:
    """Draw from the posterior of all free parameters with uniform priors within the bounds.

    Slips are drawn as the other parameters are; offsets and ramps are marginalised analytically.

    Parameters
    ----------
    misfit : Misfit
    result : SearchResult
        Chains begin about its best place and about its others.
    errors : str
        See :func:`.misfit.log_likelihood`.
    options : ChainOptions, optional
    tick : callable, optional
    coordinates : object, optional
        To and from the coordinates of the chains, as :class:`.sampling_space.SamplingSpace`, which
        is the default.

    Returns
    -------
    Chains
        Draws within the unit cube; periodic parameters within half a turn of the best place.
    """
    options = options or ChainOptions()
    periodic = misfit.space.periodic
    generator = np.random.default_rng([options.seed, 7])
    squares = np.maximum(result.best.squares, 1e-300)
    freedom = np.array([block.freedom for block in misfit.blocks], float)
    balance = freedom / squares if errors == "scaled" else np.minimum(1.0, freedom / squares)

    coordinates = coordinates or SamplingSpace(misfit.space)
    folds = _folds(misfit.space)

    def log_density(place):
        unit, jacobian = coordinates.back(place)
        unit = _folded(unit, folds)
        inside = ((unit >= 0) & (unit <= 1) | periodic).all(axis=1)
        out = np.full(len(unit), -np.inf)
        if inside.any():
            out[inside] = log_likelihood(misfit.squares(unit[inside]), misfit.blocks, errors)
        return np.where(np.isnan(out), -np.inf, out + jacobian)

    count = len(periodic)
    about = misfit.space.values(result.best.unit)[0]
    centres = [
        misfit.space.likened(found.unit, about)[0] for found in (result.best, *result.others)
    ]
    states = 0
    past = []
    for unit in centres:
        covariance = gaussian_covariance(misfit, unit, balance)
        size = max(10 * count, 100)
        past.append(_draws(unit, START_SPREAD**2 * covariance, size, periodic, generator))
        states += size
    past = coordinates.forward(np.concatenate(past))
    # Half of the chains begin about the best place, the rest about all of them.
    picks = np.concatenate([
        generator.integers(0, states // len(centres), options.chains // 2),
        generator.integers(0, states, options.chains - options.chains // 2),
    ])  # fmt: skip
    chains = sample(log_density, past[picks], past, options, tick)
    return _in_cube(chains, coordinates, misfit.space, result.best.unit)


def _folds(space) -> np.ndarray:
    """Mask of the free depths of upper edges: at their lower bound the posterior often piles up.

    Chains go through that bound as through a mirror, behind which all is as before it, instead of
    being turned back at it.
    """
    return np.array([name == "top_depth" for _, name in space.names], bool)


def _folded(unit, folds) -> np.ndarray:
    """What lies behind a mirror brought before it; up to its upper bound, so that both are one."""
    return np.where(folds & (unit < 0), -unit, unit)


def _draws(centre, covariance, count, periodic, generator):
    """Gaussian draws within the cube; what falls out is put back between centre and bound."""
    values, vectors = np.linalg.eigh(covariance)
    root = vectors * np.sqrt(np.maximum(values, 0.0))
    unit = centre + generator.standard_normal((count, len(centre))) @ root.T
    share = generator.random(unit.shape)
    unit = np.where((unit < 0) & ~periodic, centre * share, unit)
    return np.where((unit > 1) & ~periodic, 1 - (1 - centre) * share, unit)


def _in_cube(chains: Chains, coordinates, space, best) -> Chains:
    """The chains in the unit cube, and their densities with the uniform prior there."""
    unit, jacobian = coordinates.back(chains.draws.reshape(-1, chains.draws.shape[-1]))
    unit = _folded(unit, _folds(space))
    density = chains.density - jacobian.reshape(chains.density.shape)
    return told_about(
        replace(chains, draws=unit.reshape(chains.draws.shape), density=density), space, best
    )


def told_about(chains: Chains, space, best) -> Chains:
    """Chains with their faults seen from the side of the best ones, and angles next to theirs.

    Parameters
    ----------
    chains : Chains
        In the unit cube.
    space : SearchSpace
    best : ndarray, shape (free parameter,)

    Returns
    -------
    Chains
        With the R-hat and the effective size of these numbers.
    """
    unit = space.likened(chains.draws.reshape(-1, len(best)), space.values(best)[0])
    unit = np.where(space.periodic, best + (unit - best + 0.5) % 1.0 - 0.5, unit)
    draws = unit.reshape(chains.draws.shape)
    return replace(chains, draws=draws, r_hat=split_r_hat(draws), size=effective_size(draws))


def derived(misfit: Misfit, values, medium: Medium) -> dict:
    """What follows from parameters.

    Parameters
    ----------
    misfit : Misfit
    values : ndarray, shape (model, fault, 10)
    medium : Medium

    Returns
    -------
    dict of str to ndarray, shape (model, fault)
        Net slip (m), rake (rad), moment (N m), Mw, depth of centre and of the lower edge (m).
    """
    net, rake = values[..., FIRST_SLIP], values[..., FIRST_SLIP + 1]
    if misfit.space.slips == "components":
        net, rake = np.hypot(net, rake), np.arctan2(rake, net)
    moment = medium.shear_modulus * net * values[..., LENGTH] * values[..., WIDTH]
    down = values[..., WIDTH] * np.sin(values[..., DIP])
    return {
        "slip": net,
        "rake": rake,
        "moment": moment,
        "mw": magnitude(moment),
        "centre_depth": values[..., TOP] + down / 2,
        "bottom_depth": values[..., TOP] + down,
    }


def magnitude(moment) -> np.ndarray:
    """Moment magnitude, Mw = 2/3 (log10 M0 - 9.1), of moments in N m; NaN for none."""
    with np.errstate(divide="ignore"):
        out = 2 / 3 * (np.log10(moment) - 9.1)
    return np.where(np.isfinite(out), out, np.nan)


@dataclass(frozen=True)
class Spread:
    """What draws say of one number.

    Parameters
    ----------
    mean, std : float
    percentiles : ndarray, shape (5,)
        At :data:`PERCENTILES`.
    """

    mean: float
    std: float
    percentiles: np.ndarray


def spread(draws, about: float | None = None, turn: float = FULL_CIRCLE) -> Spread:
    """Mean, standard deviation and percentiles of draws.

    Parameters
    ----------
    draws : ndarray, shape (draw,)
    about : float, optional
        Of angles: the draws are taken within half a turn of it.
    turn : float
    """
    draws = np.asarray(draws, float)
    draws = draws[np.isfinite(draws)]
    if not len(draws):
        return Spread(np.nan, np.nan, np.full(len(PERCENTILES), np.nan))
    if about is not None:
        draws = about + (draws - about + turn / 2) % turn - turn / 2
    return Spread(float(draws.mean()), float(draws.std()), np.percentile(draws, PERCENTILES))


def at_bounds(misfit: Misfit, unit, draws=None) -> list:
    """Which parameters the bounds hold, rather than the data.

    Parameters
    ----------
    misfit : Misfit
    unit : ndarray, shape (free parameter,)
        The best place.
    draws : ndarray, shape (draw, free parameter), optional
        Of the posterior.

    Returns
    -------
    list of str
        For each free parameter: empty; ``at lower`` or ``at upper`` where the best value is at its
        bound; ``cut at lower`` or ``cut at upper`` where the posterior does not thin out before
        its bound.
    """
    out = []
    for k, periodic in enumerate(misfit.space.periodic):
        word = ""
        if not periodic:
            if unit[k] <= AT_BOUND:
                word = "at lower"
            elif unit[k] >= 1 - AT_BOUND:
                word = "at upper"
            elif draws is not None:
                word = _cut(draws[:, k])
        out.append(word)
    return out


def _cut(draws) -> str:
    """Compare the density of draws next to a bound with that in the middle of them."""
    low, high = np.percentile(draws, [16, 84])
    width = (high - low) / 4
    if width <= 0:
        return ""
    middle = np.mean((draws > low) & (draws < high)) / 4
    for word, near in (("cut at lower", draws < width), ("cut at upper", draws > 1 - width)):
        if near.mean() > CROWDED * middle:
            return word
    return ""
