# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""An effect of one of several kinds in series with persistent noise, by its likelihood."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .lagged import PERSISTENCES


@dataclass(frozen=True)
class Scanned:
    """One effect whose kind is found among candidates; shape (series,) each.

    Parameters
    ----------
    best : ndarray of int
        Likeliest candidate.
    place, low, high : ndarray
        Mean of what the candidates stand for, and where 95 % of the chances lie.
    effect : ndarray
        Of the likeliest candidate.
    variance : ndarray
        Over all candidates by their chance.
    spread : ndarray
        The part of `variance` that comes from not knowing which candidate it is.
    persistence : ndarray of int
        Likeliest class of the noise.
    top : ndarray
        Largest log-likelihood.
    """

    best: np.ndarray
    place: np.ndarray
    low: np.ndarray
    high: np.ndarray
    effect: np.ndarray
    variance: np.ndarray
    spread: np.ndarray
    persistence: np.ndarray
    top: np.ndarray


class Scan:
    """Regression on one of several columns, with noise of first-order persistence.

    Restricted likelihood on a grid of candidates and persistences, all as likely before.

    Parameters
    ----------
    days : ndarray, shape (time,)
    terms : ndarray, shape (time, term)
        Go before.
    columns : ndarray, shape (time, candidate)
    places : ndarray, shape (candidate,)
        What they stand for, rising in equal steps.
    """

    def __init__(self, days, terms, columns, places):
        self.places = np.asarray(places, float)
        self.free = len(days) - terms.shape[1] - 1
        apart = np.diff(days) / np.median(np.diff(days))
        self._models = []
        for persistence in PERSISTENCES:
            alike = persistence**apart
            left = np.sqrt(1 - alike**2)
            white = _white(terms.T, alike, left).T
            basis, corner = np.linalg.qr(white)
            held = _white(columns.T, alike, left).T
            rest = held - basis @ (basis.T @ held)
            sizes = np.sqrt((rest**2).sum(axis=0))
            dull = sizes <= 1e-6 * np.maximum(np.sqrt((held**2).sum(axis=0)), 1e-300)
            sizes[dull] = np.inf
            size = np.log(left).sum() + np.log(np.abs(np.diag(corner))).sum()
            self._models.append((alike, left, basis, rest / sizes, sizes, size))
        self.useless = np.isinf(self._models[0][4])

    def __call__(self, rows, unsure=None) -> Scanned:
        """Find the effect in series of shape (series, time).

        `unsure`, of the same shape, is an error of standard deviation 1 that they all may have.
        """
        # Gauss and Hermite's nodes stand for all sizes of that error.
        nodes = ((rows, 0.0),)
        if unsure is not None:
            part = np.sqrt(3.0) * unsure
            nodes = ((rows, np.log(4.0)), (rows + part, 0.0), (rows - part, 0.0))
        found = [self._each(node, *one) for node, _ in nodes for one in self._models]
        chance, effect, variance = (np.stack(part) for part in zip(*found))
        chance += np.repeat([size for _, size in nodes], len(self._models))[:, None, None]
        top = chance.max(axis=(0, 2))
        weights = np.exp(chance - top[None, :, None])
        weights /= weights.sum(axis=(0, 2))[None, :, None]
        by_place = weights.sum(axis=0)
        best = by_place.argmax(axis=1)
        mean = (weights * effect).sum(axis=0) / np.maximum(by_place, 1e-300)
        mean = mean[np.arange(len(rows)), best]
        own = (weights * variance).sum(axis=(0, 2))
        spread = (weights * (effect - mean[:, None]) ** 2).sum(axis=(0, 2))
        low, high = middle_of(self.places, by_place)
        return Scanned(
            best, by_place @ self.places, low, high, mean, own + spread, spread,
            weights.sum(axis=2).argmax(axis=0) % len(self._models), top,
        )  # fmt: skip

    def _each(self, rows, alike, left, basis, columns, sizes, size):
        """Log-likelihood, effect and its variance with noise of one persistence."""
        white = _white(rows, alike, left)
        white -= (white @ basis) @ basis.T
        along = white @ columns
        power = (white**2).sum(axis=1)[:, None]
        rest = np.maximum(power - along**2, 1e-12 * np.maximum(power, 1e-300))
        chance = -0.5 * self.free * np.log(rest) - size
        chance[:, np.isinf(sizes)] = -np.inf
        return chance, along / sizes, rest / self.free / sizes**2


def _white(rows, alike, left):
    out = np.array(rows, float)
    out[:, 1:] = (out[:, 1:] - alike * rows[:, :-1]) / left
    return out


def middle_of(places, chances, share: float = 0.95):
    """Ends of the middle part of chances that are spread evenly about their places."""
    if len(places) == 1:
        return np.full(len(chances), places[0]), np.full(len(chances), places[0])
    step = places[1] - places[0]
    edges = np.concatenate([places - step / 2, [places[-1] + step / 2]])
    edges[[0, -1]] = places[[0, -1]]
    summed = np.concatenate([np.zeros((len(chances), 1)), np.cumsum(chances, axis=1)], axis=1)
    summed += 1e-12 * np.arange(len(edges))  # rising, so that each level is met once
    ends = [
        np.array([np.interp(level, row, edges) for row in summed])
        for level in ((1 - share) / 2, (1 + share) / 2)
    ]
    return tuple(ends)
