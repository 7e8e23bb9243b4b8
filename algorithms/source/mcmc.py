# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws from a posterior by differential-evolution Markov chains.

Chains jump along differences of their past states (DE-MC with sampling from the past and snooker
updates, ter Braak and Vrugt 2008, doi:10.1007/s11222-008-9104-9; jumps in some of the parameters
as in DREAM, Vrugt et al. 2009), so that the size and the direction of the jumps fit the posterior
without tuning. Half of the proposals are drawn from the past instead, wherever the chain is
(independence sampler, Tierney 1994): in turns from one Student distribution of its mean and
covariance, and from a mixture of many about its states, which mixes at once however bent the
posterior is, and of however many parts. The past grows and the distributions are made anew at
steps that double, so what a chain learns dies away and the chains converge to the posterior.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np

from ..errors import GroundshiftError
from .convergence import effective_size, split_r_hat

SNOOKER = 0.1
LONG_JUMP = 0.1
CROSSOVER = (1 / 3, 2 / 3, 1.0)
JITTER, TINY = 0.05, 1e-7
PAST = 10
"""Steps between two states that go to the past."""
CHECK_EVERY = 500
INDEPENDENT = 0.5
FIRST_FIT = 250
KERNELS = (1, 500)
"""In the mixtures that take turns: the first is quick where the posterior is near to a Gaussian."""
FREEDOM = 5.0
"""Of the Student distributions: their tails must be heavier than the posterior's."""


@dataclass(frozen=True)
class ChainOptions:
    """How to sample.

    Parameters
    ----------
    chains : int
    steps : int
        A chain at most.
    burn_in : float
        Share of the steps that is thrown away.
    r_hat, size : float
        Sampling ends early when every parameter's R-hat is below and its effective size above; a
        size of 0 never ends early.
    seed : int

    Raises
    ------
    GroundshiftError
        If there are too few chains or steps.
    """

    chains: int = 32
    steps: int = 10000
    burn_in: float = 0.5
    r_hat: float = 1.01
    size: float = 4000.0
    seed: int = 1

    def __post_init__(self):
        if self.chains < 3 or self.steps < 100:
            raise GroundshiftError(
                "The posterior needs 3 chains and 100 steps at least, better 16 and 10000; give "
                "more."
            )
        if not 0 <= self.burn_in <= 0.9:
            raise GroundshiftError("The burn-in is a share of the steps from 0 to 90 %.")


@dataclass(frozen=True)
class Chains:
    """Draws after the burn-in.

    Parameters
    ----------
    draws : ndarray, shape (step, chain, parameter)
    density : ndarray, shape (step, chain)
        Logarithm of the posterior, but for a constant.
    acceptance : float
        Share of the jumps that were taken.
    r_hat, size : ndarray, shape (parameter,)
        See :mod:`.convergence`.
    steps : int
        That were done, the burn-in too.
    """

    draws: np.ndarray
    density: np.ndarray
    acceptance: float
    r_hat: np.ndarray
    size: np.ndarray
    steps: int


def sample(
    log_density: Callable,
    start: np.ndarray,
    past: np.ndarray,
    options: ChainOptions,
    tick: Callable[[float], None] | None = None,
) -> Chains:
    """Sample a density.

    Parameters
    ----------
    log_density : callable
        Logarithms (model,) of the density at vectors (model, parameter), all at a time; minus
        infinity where it is 0.
    start : ndarray, shape (chain, parameter)
        Where chains begin; better apart than together.
    past : ndarray, shape (state, parameter)
        First states to jump along; at least three times as many as parameters, spread wide.
    options : ChainOptions
    tick : callable, optional
        Called with the share that is done at each step; may raise to stop.

    Returns
    -------
    Chains

    Raises
    ------
    GroundshiftError
        If no chain begins where the density is above 0.
    """
    generator = np.random.default_rng(options.seed)
    state = _State(log_density, start, past, options.steps, generator)
    draws = np.empty((options.steps, *state.place.shape))
    density = np.empty(draws.shape[:2])
    accepted, done = 0, 0
    for step in range(options.steps):
        if tick is not None:
            tick(step / options.steps)
        taken = state.jump()
        # Burn-in only: from there on, the chains must be left alone.
        if step < options.burn_in * options.steps / 2 and step % CHECK_EVERY == CHECK_EVERY - 1:
            state.rescue(density[step // 2 : step])
        draws[step], density[step] = state.place, state.density
        accepted += int(taken.sum())
        done = step + 1
        if options.size > 0 and done % CHECK_EVERY == 0 and _converged(draws[:done], options):
            break
    kept = slice(int(options.burn_in * done), done)
    return Chains(
        draws[kept].copy(), density[kept].copy(), accepted / (done * len(start)),
        split_r_hat(draws[kept]), effective_size(draws[kept]), done,
    )  # fmt: skip


def _converged(draws, options) -> bool:
    kept = draws[int(options.burn_in * len(draws)) :]
    if np.nanmax(split_r_hat(kept)) >= options.r_hat:
        return False
    return bool(np.nanmin(effective_size(kept)) >= options.size)


@dataclass(frozen=True)
class Kernels:
    """A mixture of Student distributions about states: bent and of several parts as they are.

    Parameters
    ----------
    white : ndarray, shape (kernel, parameter)
        Middles in the coordinates in which all kernels have a unit scale.
    root : ndarray, shape (parameter, parameter)
        Lower Cholesky factor of the kernels' scale matrix.
    """

    white: np.ndarray
    root: np.ndarray

    @classmethod
    def about(cls, states, generator, most: int) -> Kernels | None:
        """Kernels about some states (state, parameter); None where they lie in a plane.

        Their width is that of Silverman (1986, equation 4.14), and they are drawn together so that
        the mixture keeps the states' covariance (West 1993). One alone is a Student distribution
        with the states' mean and covariance.
        """
        count, parameters = min(len(states), most), states.shape[1]
        if len(states) < 4 * parameters:
            return None
        width = min((4 / (parameters + 2) / count) ** (1 / (parameters + 4)), 1.0)
        width = 1.0 if count == 1 else width
        try:
            root = np.linalg.cholesky(width**2 * np.atleast_2d(np.cov(states.T)))
        except np.linalg.LinAlgError:
            return None
        mean = states.mean(axis=0)
        picked = states[generator.permutation(len(states))[:count]]
        middles = mean + np.sqrt(1 - width**2) * (picked - mean)
        return cls(np.linalg.solve(root, middles.T).T, root)

    def draw(self, generator, count: int) -> np.ndarray:
        """Shape (count, parameter)."""
        normal = generator.standard_normal((count, self.white.shape[1]))
        normal *= np.sqrt(FREEDOM / generator.chisquare(FREEDOM, (count, 1)))
        return (self.white[generator.integers(0, len(self.white), count)] + normal) @ self.root.T

    def log_density(self, states) -> np.ndarray:
        """But for a constant, shape (state,)."""
        from scipy.spatial.distance import cdist
        from scipy.special import logsumexp

        white = np.linalg.solve(self.root, states.T).T
        power = 0.5 * (FREEDOM + white.shape[1])
        apart = cdist(white, self.white, "sqeuclidean")
        return logsumexp(-power * np.log1p(apart / FREEDOM), axis=1)


class _State:
    """All chains at one step, and their past."""

    def __init__(self, log_density, start, past, steps, generator):
        self._log_density, self._generator = log_density, generator
        self.place = np.array(start, float)
        self.density = np.array(log_density(self.place), float)
        if not np.isfinite(self.density).any():
            raise GroundshiftError(
                "No chain begins where the posterior is above 0; widen the bounds."
            )
        lost = ~np.isfinite(self.density)
        self.place[lost] = self.place[self.density.argmax()]
        self.density[lost] = self.density.max()
        chains, self._parameters = self.place.shape
        self._past = np.empty((len(past) + chains * (steps // PAST + 1), self._parameters))
        self._past[: len(past)] = past
        self._known, self._step, self._fits = len(past), 0, []
        self._first, self._next_fit = len(past), FIRST_FIT

    def jump(self) -> np.ndarray:
        """One step of all chains; returns which moved."""
        draw = self._generator
        if self._fits and draw.random() < INDEPENDENT:
            fit = self._fits[draw.integers(len(self._fits))]
            proposal = fit.draw(draw, len(self.place))
            correction = fit.log_density(self.place) - fit.log_density(proposal)
        elif draw.random() < SNOOKER and self._parameters > 1:
            proposal, correction = self._snooker()
        else:
            proposal, correction = self._along_past(), 0.0
        density = self._log_density(proposal)
        with np.errstate(invalid="ignore"):
            taken = np.log(draw.random(len(proposal))) < density - self.density + correction
        self.place[taken], self.density[taken] = proposal[taken], density[taken]
        self._step += 1
        if self._step % PAST == 0:
            self._past[self._known : self._known + len(self.place)] = self.place
            self._known += len(self.place)
        if self._step == self._next_fit:
            # The first states are guesses, and the older half may be burn-in.
            recent = self._past[(self._first + self._known) // 2 : self._known]
            fits = [Kernels.about(recent, draw, most) for most in KERNELS]
            self._fits = [fit for fit in fits if fit is not None]
            self._next_fit *= 2
        return taken

    def _three(self):
        """Three different past states for each chain, each of shape (chain, parameter)."""
        chains = len(self.place)
        picks = self._generator.integers(0, self._known, (chains, 3))
        picks[:, 1] = (
            picks[:, 0] + 1 + self._generator.integers(0, self._known - 1, chains)
        ) % self._known
        return (self._past[picks[:, k]] for k in range(3))

    def _along_past(self):
        draw = self._generator
        chains, parameters = self.place.shape
        first, second, _ = self._three()
        moved = draw.random((chains, parameters)) < draw.choice(CROSSOVER, (chains, 1))
        moved[np.arange(chains), draw.integers(0, parameters, chains)] = True
        length = 2.38 / np.sqrt(2 * moved.sum(axis=1))
        length = np.where(draw.random(chains) < LONG_JUMP, 1.0, length)
        length *= 1 + JITTER * draw.uniform(-1, 1, chains)
        jump = length[:, None] * (first - second) + TINY * draw.standard_normal(first.shape)
        return np.where(moved, self.place + jump, self.place)

    def _snooker(self):
        """Along the line through another past state (ter Braak and Vrugt 2008, equation 3)."""
        draw = self._generator
        first, second, third = self._three()
        line = self.place - third
        size = (line**2).sum(axis=1)
        size = np.where(size > 0, size, 1.0)
        part = ((first - second) * line).sum(axis=1) / size
        proposal = self.place + draw.uniform(1.2, 2.2, len(size))[:, None] * part[:, None] * line
        after = ((proposal - third) ** 2).sum(axis=1)
        with np.errstate(divide="ignore"):
            correction = 0.5 * (self._parameters - 1) * (np.log(after) - np.log(size))
        return proposal, correction

    def rescue(self, density) -> None:
        """Put chains that are stuck far below the others to the best one's place."""
        mean = density.mean(axis=0)
        low, high = np.percentile(mean, [25, 75])
        lost = mean < low - 2 * (high - low) - 2 * self._parameters
        best = int(self.density.argmax())
        self.place[lost], self.density[lost] = self.place[best], self.density[best]
