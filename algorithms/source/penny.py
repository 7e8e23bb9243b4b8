# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A horizontal circular crack under pressure near the free surface.

The problem of Fialko, Khazan and Simons (2001, Geophysical Journal International 146, 181-190): no
ratio of depth to radius is small, and the surface acts back on the crack. It is solved here anew.
Opening and radial sliding of the two sides have the Hankel transforms::

    W(k) = integral over t of f(t) sin(kt) / k          U(k) = integral of G(t) J(kt) / k

with ``J(y) = sin(y) / y - cos(y)``, lengths in units of the radius and t from 0 to 1. In a
half-space the normal stress and the shear stress in the crack's plane are, but for a factor,
``k (1 - N1) W + k N3 U`` and ``k N3 W + k (1 - N2) U``, where with y = k times depth ::

    N1 = (1 + 2y + 2y^2) exp(-2y)    N2 = (1 - 2y + 2y^2) exp(-2y)    N3 = 2y^2 exp(-2y)

Abel transforms of both over the crack give two Fredholm equations of the second kind for f and G
which do not depend on Poisson's ratio.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.polynomial import chebyshev

from ..threads import kernel_lock

NODES = 20
SHALLOWEST = 0.2
"""Least ratio of depth to radius: a shallower crack bends its roof as a plate."""
RINGS, SPOKES = 16, 48
DEEPEST, TABLED = 1e4, 64
"""From here on a crack is as in whole space; and at how many depths before it is solved."""


def solve(depth) -> tuple:
    """Opening and sliding of cracks of unit radius and unit volume.

    Parameters
    ----------
    depth : ndarray, shape (model,)
        In units of the radius, :data:`SHALLOWEST` at least.

    Returns
    -------
    t, weight : ndarray, shape (node,)
        Gauss-Legendre nodes from 0 to 1.
    f, g : ndarray, shape (model, node)
        The functions f and G of the module.
    stiffness : ndarray, shape (model,)
        Volume of a crack whose pressure is ``mu / (2 (1 - poisson))``; 4/3 far below the surface.
    """
    depth = np.atleast_1d(np.asarray(depth, float))
    t, weight = _nodes(NODES, 1.0)
    half = np.pi / 2 * np.eye(NODES)
    matrix = np.empty((len(depth), 2 * NODES, 2 * NODES))
    share, wide = _nodes(48 + int(60 / max(depth.min(), SHALLOWEST)), 1.0)
    for number, d in enumerate(depth):
        # Beyond the end the exponentials are below 1e-17.
        k, step = share * 20.0 / d, wide * 20.0 / d
        y, fall = k * d, step * np.exp(-2 * k * d)
        sine = np.sin(np.outer(t, k))
        other = sine / np.outer(t, k) - np.cos(np.outer(t, k))
        first, third = (1 + 2 * y + 2 * y**2) * fall, 2 * y**2 * fall
        second = (1 - 2 * y + 2 * y**2) * fall
        mixed = np.einsum("tk,k,xk->tx", sine, third, other)
        matrix[number, :NODES, :NODES] = half - np.einsum("tk,k,xk->tx", sine, first, sine) * weight
        matrix[number, NODES:, NODES:] = (
            half - np.einsum("tk,k,xk->tx", other, second, other) * weight
        )
        matrix[number, :NODES, NODES:] = mixed * weight
        matrix[number, NODES:, :NODES] = mixed.T * weight
    right = np.zeros((len(depth), 2 * NODES, 1))
    right[:, :NODES, 0] = t
    found = np.linalg.solve(matrix, right)[..., 0]
    volume = 2 * np.pi * (found[:, :NODES] * t * weight).sum(axis=1)
    found = found / volume[:, None]
    return t, weight, found[:, :NODES], found[:, NODES:], volume


def looked_up(depth) -> tuple:
    """As :func:`solve`, from a table: many models at a time, to ten digits.

    Parameters
    ----------
    depth : ndarray, shape (model,)
    """
    t, weight, table = _table()
    low, high = np.log(SHALLOWEST), np.log(DEEPEST)
    place = (2 * np.log(np.clip(depth, SHALLOWEST, DEEPEST)) - low - high) / (high - low)
    found = chebyshev.chebval(place, table).T
    return t, weight, found[:, :NODES], found[:, NODES:-1], found[:, -1]


@lru_cache(maxsize=1)
def _table() -> tuple:
    """Nodes, weights, and Chebyshev coefficients of the solution over the logarithm of depth."""
    low, high = np.log(SHALLOWEST), np.log(DEEPEST)
    places = chebyshev.chebpts1(TABLED)
    t, weight, *parts = solve(np.exp((places + 1) / 2 * (high - low) + low))
    values = np.concatenate([*parts[:2], parts[2][:, None]], axis=1)
    return t, weight, chebyshev.chebfit(places, values, TABLED - 1)


def surface(distance, depth, solution) -> tuple:
    """Displacement of the surface for unit radius and unit volume.

    Parameters
    ----------
    distance : ndarray, shape (point, model)
        From the crack's axis, in units of the radius.
    depth : ndarray, shape (model,)
    solution : tuple
        Of :func:`solve`.

    Returns
    -------
    outward, up : ndarray, shape (point, model)
        `outward` is divided by the distance.

    Notes
    -----
    Integrals of ``k^n exp(-k s)`` with Bessel functions are derivatives of ``1 / sqrt(r^2 + s^2)``;
    with sines and cosines of kt they are its imaginary and real part at ``s = depth - i t``.
    """
    from ._penny_kernel import surface_kernel

    t, weight, f, g, _ = solution
    outward, up = np.empty(distance.shape), np.empty(distance.shape)
    with kernel_lock:
        surface_kernel(
            np.ascontiguousarray(distance), np.ascontiguousarray(depth), t, f * weight, g * weight,
            outward, up,
        )  # fmt: skip
    return outward, up


def as_points(depth: float, poisson: float) -> np.ndarray:
    """The crack of unit radius and volume as many point dislocations, for its fields at depth.

    Parameters
    ----------
    depth : float
        In units of the radius.
    poisson : float

    Returns
    -------
    ndarray, shape (source, 9)
        Rows of :data:`._point_kernel.ROW`.
    """
    t, weight, f, g, _ = solve(depth)
    # Opening falls to the edge as the root of 1 - r^2 does, which is here the way inwards.
    inwards, width = _nodes(RINGS, 1.0)
    radius = np.sqrt(1 - inwards**2)
    opening, sliding = np.empty(RINGS), np.empty(RINGS)
    # f / t and G / t^2 are smooth and even: interpolated by polynomials of t squared.
    powers = np.vander(t**2, 10)
    even = np.linalg.lstsq(powers, f[0] / t, rcond=None)[0]
    odd = np.linalg.lstsq(powers, g[0] / t**2, rcond=None)[0]
    for ring, r in enumerate(radius):
        # The root at the crack's edge goes with t^2 = r^2 + s^2.
        s, step = _nodes(NODES, inwards[ring])
        square = r**2 + s**2
        opening[ring] = (np.polyval(even, square) * step).sum()
        sliding[ring] = r * (np.polyval(odd, square) * step).sum()
    angle = 2 * np.pi * np.arange(SPOKES) / SPOKES
    cosine, sine = np.cos(angle), np.sin(angle)
    area = (inwards * width * 2 * np.pi / SPOKES)[:, None] * np.ones(SPOKES)
    lame = 2 * poisson / (1 - 2 * poisson)
    open_area, slid = opening[:, None] * area, sliding[:, None] * area
    zero = np.zeros_like(area)
    rows = [
        radius[:, None] * cosine, radius[:, None] * sine, zero + depth, lame * open_area, zero,
        slid * cosine, lame * open_area, slid * sine, (lame + 2) * open_area,
    ]  # fmt: skip
    return np.stack([row.ravel() for row in rows], axis=1)


def _nodes(count: int, end: float) -> tuple:
    """Gauss-Legendre nodes and weights from 0 to an end."""
    x, weight = np.polynomial.legendre.leggauss(count)
    return (x + 1) * end / 2, weight * end / 2
