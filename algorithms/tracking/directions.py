# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the ground goes: prevailing directions of many maps, how sure they are, and seasons.

Directions are degrees clockwise from north. Their mean is that of unit vectors (Mardia and Jupp
2000, Directional Statistics, sections 2.2, 5.3 and 6.3), so that 350 and 10 degrees are 0 on the
average.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

FULL = 360.0
LEAST_SHARE = 0.02  # of the longer of two parts of the time: less tells no rate of its own


@dataclass(frozen=True)
class Prevailing:
    """The prevailing direction of every pixel.

    Parameters
    ----------
    direction : ndarray, shape (row, column)
        Degrees clockwise from north, 0 to 360; NaN where nothing counts.
    concentration : ndarray
        Length of the mean unit vector: 1 if all go one way, near 0 if they go anywhere.
    chance : ndarray
        Share of motion without any direction that would be as concentrated (Rayleigh's test).
    kappa : ndarray
        Of von Mises' law.
    count : ndarray of int
        Maps that count.
    """

    direction: np.ndarray
    concentration: np.ndarray
    chance: np.ndarray
    kappa: np.ndarray
    count: np.ndarray


def prevailing(east, north, least: float = 0.0) -> Prevailing:
    """Prevailing direction of displacements.

    Parameters
    ----------
    east, north : ndarray, shape (map, ...)
        Metres; NaN for none.
    least : float
        Metres: shorter ones point anywhere and do not count.
    """
    length = np.hypot(east, north)
    with np.errstate(invalid="ignore", divide="ignore"):
        counts = (length > 0) & (length >= least)
        sine = np.where(counts, east / length, 0.0).sum(axis=0)
        cosine = np.where(counts, north / length, 0.0).sum(axis=0)
        count = counts.sum(axis=0)
        share = np.minimum(np.hypot(sine, cosine) / count, 1.0)
    direction = np.degrees(np.arctan2(sine, cosine)) % FULL
    none = count == 0
    return Prevailing(
        np.where(none, np.nan, direction), np.where(none, np.nan, share),
        rayleigh(share, count), concentration_parameter(share, count), count,
    )  # fmt: skip


def rayleigh(concentration, count) -> np.ndarray:
    """Probability of so large a concentration if directions were uniform.

    Parameters
    ----------
    concentration : array_like
    count : array_like of int

    Returns
    -------
    ndarray
        By the approximation of Zar (1999, Biostatistical Analysis, eq. 27.4), right to 0.01 from
        five directions on; 1 for a single one, which tells nothing.
    """
    n = np.asarray(count, float)
    resultant = n * np.asarray(concentration, float)
    with np.errstate(invalid="ignore"):
        root = np.sqrt(np.maximum(1 + 4 * n + 4 * (n**2 - resultant**2), 0.0))
        chance = np.exp(np.minimum(root - (1 + 2 * n), 0.0))
    return np.where(n < 1, np.nan, np.where(n < 2, 1.0, chance))


def concentration_parameter(concentration, count) -> np.ndarray:
    """Von Mises' kappa, with the correction for few directions (Best and Fisher 1981).

    Parameters
    ----------
    concentration : array_like
    count : array_like of int
    """
    r, n = np.asarray(concentration, float), np.asarray(count, float)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        low = 2 * r + r**3 + 5 * r**5 / 6
        middle = -0.4 + 1.39 * r + 0.43 / (1 - r)
        high = 1 / (r * (1 - r) * (3 - r))  # never below zero by rounding
        kappa = np.where(r < 0.53, low, np.where(r < 0.85, middle, high))
        few = np.where(
            kappa < 2, np.maximum(kappa - 2 / (n * kappa), 0.0), (n - 1) ** 3 * kappa / (n**3 + n)
        )
    return np.where(n <= 15, few, kappa)


def along(east, north, direction) -> np.ndarray:
    """Displacement along a direction in degrees: ``|d| cos(theta - direction)``."""
    angle = np.radians(direction)
    return east * np.sin(angle) + north * np.cos(angle)


@dataclass(frozen=True)
class Rates:
    """Rates along the prevailing direction, m/yr; NaN where maps do not tell them.

    Parameters
    ----------
    mean, std : ndarray, shape (row, column)
        Over all of the time; the standard deviation is that of what the maps scatter.
    season, rest : ndarray, shape (row, column)
        In the season, and else.
    """

    mean: np.ndarray
    std: np.ndarray
    season: np.ndarray
    rest: np.ndarray

    @property
    def ratio(self) -> np.ndarray:
        """Of the season to the rest of the year."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(self.rest > 0, self.season / self.rest, np.nan)


def rates(moved, inside, outside) -> Rates:
    """Rates by least squares from displacements over spans of time.

    A map over both seasons counts for both, by its shares: ``d = v_s t_s + v_r t_r``.

    Parameters
    ----------
    moved : ndarray, shape (map, row, column)
        Metres along one direction; NaN for none.
    inside, outside : ndarray, shape (map,)
        Years of each map in the season, and outside of it.
    """
    known = np.isfinite(moved)
    values = np.where(known, moved, 0.0)

    def summed(weight):
        return np.tensordot(weight, known.astype(float), 1)

    def carried(weight):
        return np.tensordot(weight, values, 1)

    span = inside + outside
    ss, sr, rr, all_ = (summed(w) for w in (inside**2, inside * outside, outside**2, span**2))
    season, rest, whole = (carried(w) for w in (inside, outside, span))
    count = known.sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(count > 0, whole / all_, np.nan)
        left = np.where(known, moved - mean * span[:, None, None], 0.0)
        std = np.sqrt((left**2).sum(axis=0) / (count - 1) / all_)
        area = ss * rr - sr**2
        told = (area > LEAST_SHARE**2 * all_**2) & (count > 1)
        season, rest = (season * rr - rest * sr) / area, (rest * ss - season * sr) / area
    nothing = np.where(told, 0.0, np.nan)
    return Rates(mean, np.where(count > 1, std, np.nan), season + nothing, rest + nothing)


def season_years(first, last, months) -> tuple[np.ndarray, np.ndarray]:
    """Years of spans of time in some months, and outside of them.

    Parameters
    ----------
    first, last : ndarray of datetime64[D], shape (map,)
    months : collection of int
        1 to 12.
    """
    inside, total = [], []
    for start, end in zip(first, last):
        days = np.arange(start, end)
        month = days.astype("datetime64[M]").astype(int) % 12 + 1
        inside.append(np.isin(month, list(months)).sum())
        total.append(len(days))
    inside, total = np.array(inside) / 365.25, np.array(total) / 365.25
    return inside, total - inside


def parse_months(text: str) -> tuple:
    """Months of a text such as ``6-9`` or ``11-2, 5``; empty for an empty one.

    Raises
    ------
    ValueError
        If it holds something else.
    """
    found = set()
    for part in filter(None, (part.strip() for part in text.split(","))):
        ends = [int(number) for number in part.split("-")]
        if len(ends) > 2 or not all(1 <= end <= 12 for end in ends):
            raise ValueError(part)
        first, last = ends[0], ends[-1]
        found |= {(first - 1 + k) % 12 + 1 for k in range((last - first) % 12 + 1)}
    return tuple(sorted(found))


def rose(direction, sectors: int = 36) -> np.ndarray:
    """How many directions lie in each sector; the first one is centred on north."""
    known = direction[np.isfinite(direction)]
    place = np.floor(known / FULL * sectors + 0.5).astype(int) % sectors
    return np.bincount(place, minlength=sectors)
