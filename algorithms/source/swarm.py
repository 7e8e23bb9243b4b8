# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Particle swarm over the unit cube (Kennedy and Eberhart 1995)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

INERTIA, OWN, NEIGHBOURS = 0.7298, 1.4962, 1.4962  # Clerc and Kennedy (2002)
INFORMED = 3
STALLED = 40
TOLERANCE = 1e-6


@dataclass(frozen=True)
class SwarmResult:
    """Where a swarm ended.

    Parameters
    ----------
    best : ndarray, shape (parameter,)
    value : float
    steps : int
    """

    best: np.ndarray
    value: float
    steps: int


def particle_swarm(
    function,
    parameters,
    generator,
    *,
    periodic=None,
    particles=60,
    steps=300,
    start=None,
    tick=None,
) -> SwarmResult:
    """Minimise a function of the unit cube.

    Each particle is told of the best places of itself and of three others, drawn anew whenever
    the swarm found nothing better (Clerc 2011, standard PSO), which keeps it from closing in on
    the first valley.

    Parameters
    ----------
    function : callable
        Values (particle,) of places (particle, parameter); infinite where there is none.
    parameters : int
    generator : numpy.random.Generator
    periodic : ndarray of bool, shape (parameter,), optional
        Parameters whose 0 and 1 are the same; the others bounce off their bounds.
    particles, steps : int
        Ends earlier when 40 steps in a row brought less than a millionth.
    start : ndarray, shape (place, parameter), optional
        Places of the first particles.
    tick : callable, optional
        Called with the share that is done before each step.
    """
    periodic = np.zeros(parameters, bool) if periodic is None else periodic
    place = _spread(particles, parameters, generator)
    if start is not None and len(start):
        place[: len(start)] = start[:particles]
    speed = (_spread(particles, parameters, generator) - place) / 2
    best, value = place.copy(), function(place)
    informed, stalled, done = _links(particles, generator), 0, 0
    for step in range(steps):
        if tick is not None:
            tick(step / steps)
        leaders = np.where(informed, value[None, :], np.inf).argmin(axis=1)
        pull = [generator.random(place.shape) for _ in range(2)]
        speed = (
            INERTIA * speed
            + OWN * pull[0] * _apart(best - place, periodic)
            + NEIGHBOURS * pull[1] * _apart(best[leaders] - place, periodic)
        )
        place, speed = _bounced(place + speed, speed, periodic)
        found = function(place)
        before, better = value.min(), found < value
        best[better], value[better] = place[better], found[better]
        done = step + 1
        if value.min() >= before:
            informed = _links(particles, generator)
        stalled = 0 if value.min() < before * (1 - TOLERANCE) else stalled + 1
        if stalled >= STALLED:
            break
    first = int(value.argmin())
    return SwarmResult(best[first], float(value[first]), done)


def _spread(count, parameters, generator):
    """Places spread evenly in every parameter (Latin hypercube)."""
    order = np.argsort(generator.random((count, parameters)), axis=0)
    return (order + generator.random((count, parameters))) / count


def _links(particles, generator):
    """Who is told by whom; everyone by itself."""
    out = np.eye(particles, dtype=bool)
    rows = np.repeat(np.arange(particles), INFORMED)
    out[rows, generator.integers(0, particles, len(rows))] = True
    return out


def _apart(difference, periodic):
    """The shorter way round where a parameter is periodic."""
    return np.where(periodic, (difference + 0.5) % 1.0 - 0.5, difference)


def _bounced(place, speed, periodic):
    out = (place < 0) | (place > 1)
    speed = np.where(out & ~periodic, -0.5 * speed, speed)
    inside = np.clip(place, 0.0, 1.0)
    return np.where(periodic, place % 1.0, inside), speed
