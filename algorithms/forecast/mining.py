# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Subsidence over underground mining by the probability-integral method.

What is taken out below lets the ground sink by a Gaussian of its depth,
``exp(-pi d^2 / r^2) / r^2`` with the main influence radius ``r = H / tan beta``; summed over the
panel this is a product of error functions. The ground moves towards the basin's middle by ``b r``
times the slope of the subsidence. In time it follows Knothe's ``1 - exp(-c t)``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..errors import GroundshiftError

STRIPS = 32  # of a panel, along its strike


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
