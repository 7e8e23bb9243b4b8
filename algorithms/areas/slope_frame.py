# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A displacement in the frame of the slope that it moves: down it, along it, and up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

QUADRANTS = ("unknown", "down-slope and up", "down-slope and down", "up-slope and down",
             "up-slope and up", "flat", "still")  # fmt: skip
FLAT, STILL = QUADRANTS.index("flat"), QUADRANTS.index("still")


@dataclass(frozen=True)
class SlopeFrame:
    """Displacements in the slope's frame; arrays of one shape, in the unit of what went in.

    Parameters
    ----------
    down : ndarray
        Horizontal, in the direction that the slope faces.
    along : ndarray
        Horizontal, along the contour; positive to the right of one who looks down the slope.
    up : ndarray
    steepest : ndarray
        Along the steepest descent: ``d . (sin a cos b, cos a cos b, -sin b)`` with the aspect a
        and the slope b.
    outward : ndarray
        At right angles to the slope, out of the ground.
    turn : ndarray
        Direction of the horizontal motion, degrees clockwise from the slope's aspect, -180 to 180.
    quadrant : ndarray of uint8
        Index in :data:`QUADRANTS`: the quadrant of (down, up).
    """

    down: np.ndarray
    along: np.ndarray
    up: np.ndarray
    steepest: np.ndarray
    outward: np.ndarray
    turn: np.ndarray
    quadrant: np.ndarray


def slope_frame(east, north, up, slope, aspect, flat=5.0, still=0.0) -> SlopeFrame:
    """Turn displacements into the frame of the slope.

    Parameters
    ----------
    east, north, up : ndarray
        Any one unit.
    slope, aspect : ndarray
        Degrees.
    flat : float
        Degrees; gentler slopes have no direction to speak of.
    still : float
        Displacements up to this size, in their unit, are taken as none.

    Returns
    -------
    SlopeFrame
        NaN, and quadrant 0, where anything is unknown.
    """
    a, b = np.radians(aspect), np.radians(slope)
    down = east * np.sin(a) + north * np.cos(a)
    along = east * np.cos(a) - north * np.sin(a)
    size = np.sqrt(east**2 + north**2 + up**2)
    with np.errstate(invalid="ignore"):
        quadrant = np.where(
            down >= 0, np.where(up >= 0, 1, 2), np.where(up < 0, 3, 4)
        )  # fmt: skip
        quadrant[slope < flat] = FLAT
        quadrant[size <= still] = STILL
    quadrant[np.isnan(down + up + b)] = 0
    return SlopeFrame(
        down, along, up, down * np.cos(b) - up * np.sin(b), down * np.sin(b) + up * np.cos(b),
        np.degrees(np.arctan2(along, down)), quadrant.astype(np.uint8),
    )  # fmt: skip


@dataclass(frozen=True)
class QuadrantTest:
    """Counts by quadrant against places of the same study area.

    Parameters
    ----------
    count : ndarray of int, shape (4,)
        Sites in quadrants 1 to 4.
    share : ndarray, shape (4,)
        Of the area's slopes that move.
    p_more, p_fewer : ndarray, shape (4,)
    """

    count: np.ndarray
    share: np.ndarray
    p_more: np.ndarray
    p_fewer: np.ndarray

    @property
    def p(self) -> np.ndarray:
        """Two-sided p-value of each quadrant on its own."""
        return np.minimum(1.0, 2 * np.minimum(self.p_more, self.p_fewer))


def compare_quadrants(quadrant, area_quadrant) -> QuadrantTest:
    """Compare quadrants at sites with those of the area (exact binomial test).

    Parameters
    ----------
    quadrant, area_quadrant : ndarray of int
        Of sites, and of evenly spread places.
    """
    from scipy.stats import binom

    count = np.bincount(quadrant, minlength=7)[1:5]
    places = np.bincount(area_quadrant, minlength=7)[1:5]
    share = places / max(places.sum(), 1)
    total = count.sum()
    if not total or not places.sum():
        return QuadrantTest(count, share, np.ones(4), np.ones(4))
    return QuadrantTest(
        count, share, binom.sf(count - 1, total, share), binom.cdf(count, total, share)
    )
