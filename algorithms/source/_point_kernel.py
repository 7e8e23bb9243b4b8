# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Point moment tensors in an elastic half-space: displacement and gradients.

Okada's (1992) form of Mindlin's solution for a point force, equations 1 to 3 of that paper, with
derivatives taken by the force's place and contracted with a moment tensor. Its parts are second
derivatives of three functions of the vector to the source or its image: R, 1/R and
``H = R - R3 ln(R + R3)``. A function of the length alone has derivatives
``F_i = Ri f1, F_ij = dij f1 + Ri Rj f2, ...`` with ``f(n+1) = (df(n)/dR) / R``; for H and the
logarithm the same holds in the horizontal plane.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange

ROW = 9
"""Of a source: east, north, depth, then the moment tensor over the shear modulus in cubic metres:
ee, en, eu, nn, nu, uu."""


@njit(cache=True, nogil=True)
def _los(east, north, depth, look, row, poisson):
    """Displacement of a place on the surface along a vector."""
    r1, r2, r3 = east - row[0], north - row[1], depth
    inverse = 1.0 / np.sqrt(r1 * r1 + r2 * r2 + r3 * r3)
    i3 = inverse**3
    i5 = i3 * inverse * inverse
    q = 1.0 / (1.0 / inverse + r3)
    ee, en, eu, nn, nu, uu = row[3], row[4], row[5], row[6], row[7], row[8]
    v1, v2, v3 = (
        ee * r1 + en * r2 + eu * r3, en * r1 + nn * r2 + nu * r3, eu * r1 + nu * r2 + uu * r3,
    )  # fmt: skip
    total, whole = ee + nn + uu, v1 * r1 + v2 * r2 + v3 * r3
    flat, w1, w2 = ee + nn, ee * r1 + en * r2, en * r1 + nn * r2
    size = w1 * r1 + w2 * r2
    h2, h3 = -q * q * inverse, q * q * (2 * q * inverse * inverse + i3)
    l1, l2 = q * inverse, -q * q * inverse * inverse - q * i3
    radial = total * i3 - 3 * whole * i5
    kappa = 1 - 2 * poisson
    u1 = radial * r1 + kappa * ((flat * r1 + 2 * w1) * h2 + size * r1 * h3 - uu * r1 * i3)
    u2 = radial * r2 + kappa * ((flat * r2 + 2 * w2) * h2 + size * r2 * h3 - uu * r2 * i3)
    u3 = radial * r3 + kappa * (-flat * l1 - size * l2 - uu * r3 * i3)
    return -(u1 * look[0] + u2 * look[1] + u3 * look[2]) / (4 * np.pi)


@njit(parallel=True, cache=True, nogil=True)
def los_kernel(points, look, sources, poisson, out):
    """Displacement of places on the surface along their look vectors, by group of sources.

    Parameters
    ----------
    points, look : ndarray of float64, shape (point, 3)
        The third coordinate is not read: it is the surface.
    sources : ndarray of float64, shape (group, source, 9)
        See :data:`ROW`.
    poisson : float
    out : ndarray of float64, shape (point, group)
        Metres.
    """
    for p in prange(len(points)):
        for g in range(sources.shape[0]):
            total = 0.0
            for s in range(sources.shape[1]):
                row = sources[g, s]
                total += _los(points[p, 0], points[p, 1], row[2], look[p], row, poisson)
            out[p, g] = total


@njit(cache=True, nogil=True)
def _add(point, row, poisson, u, g):
    """Add one source's displacement and gradient at one point."""
    alpha = 0.5 / (1 - poisson)
    kappa = 1 - 2 * poisson
    m, r, v, w = np.empty((3, 3)), np.empty(3), np.empty(3), np.empty(2)
    m[0, 0], m[0, 1], m[0, 2] = row[3], row[4], row[5]
    m[1, 0], m[1, 1], m[1, 2] = row[4], row[6], row[7]
    m[2, 0], m[2, 1], m[2, 2] = row[5], row[7], row[8]
    total, flat = m[0, 0] + m[1, 1] + m[2, 2], m[0, 0] + m[1, 1]
    up, xi = point[2], -row[2]
    for image in range(2):
        r[0], r[1] = point[0] - row[0], point[1] - row[1]
        r[2] = -up - xi if image else up - xi
        p = 1.0 / np.sqrt(r[0] ** 2 + r[1] ** 2 + r[2] ** 2)
        p1, p2, p3, p4 = -(p**3), 3 * p**5, -15 * p**7, 105 * p**9
        whole = 0.0
        for i in range(3):
            v[i] = m[i, 0] * r[0] + m[i, 1] * r[1] + m[i, 2] * r[2]
            whole += v[i] * r[i]
        # Part A, of the source itself and, turned round, of its image; part B of the image.
        scale = -1.0 / (8 * np.pi)
        weight_r = alpha  # of the second derivatives of R
        if image:
            # B - A: twice as much of 1 / R in B, and all of R.
            scale, weight_r = -1.0 / (8 * np.pi), 2.0 - alpha
        for i in range(3):
            one = 2 * v[i] * p1
            two = (total * r[i] + 2 * v[i]) * p1 + whole * r[i] * p2
            u[i] += scale * (one - weight_r * two)
            for j in range(3):
                same = 1.0 if i == j else 0.0
                one = 2 * (m[i, j] * p1 + v[i] * r[j] * p2)
                two = (total * same + 2 * m[i, j]) * p1 + whole * r[i] * r[j] * p3
                two += (total * r[i] * r[j] + 2 * v[i] * r[j] + 2 * v[j] * r[i] + whole * same) * p2
                turn = -1.0 if image and j == 2 else 1.0
                g[i, j] += turn * scale * (one - weight_r * two)
    q = 1.0 / (1.0 / p + r[2])
    h2, h3 = -q * q * p, 2 * q**3 * p**2 + q**2 * p**3
    h4 = -(6 * q**4 * p**3 + 6 * q**3 * p**4 + 3 * q**2 * p**5)
    l1, l2 = q * p, -(q**2) * p**2 - q * p**3
    l3 = 2 * q**3 * p**3 + 3 * q**2 * p**4 + 3 * q * p**5
    w[0], w[1] = m[0, 0] * r[0] + m[0, 1] * r[1], m[0, 1] * r[0] + m[1, 1] * r[1]
    size = w[0] * r[0] + w[1] * r[1]
    scale = -kappa / (4 * np.pi)
    for i in range(2):
        u[i] += scale * ((flat * r[i] + 2 * w[i]) * h2 + size * r[i] * h3 + m[2, 2] * r[i] * p1)
        for j in range(2):
            same = 1.0 if i == j else 0.0
            both = flat * r[i] * r[j] + 2 * w[i] * r[j] + 2 * w[j] * r[i] + size * same
            value = (flat * same + 2 * m[i, j]) * h2 + both * h3 + size * r[i] * r[j] * h4
            g[i, j] += scale * (value + m[2, 2] * (same * p1 + r[i] * r[j] * p2))
        value = -((flat * r[i] + 2 * w[i]) * l2 + size * r[i] * l3) + m[2, 2] * r[i] * r[2] * p2
        g[i, 2] -= scale * value
        g[2, i] += scale * value
    u[2] += scale * (-flat * l1 - size * l2 + m[2, 2] * r[2] * p1)
    g[2, 2] -= scale * (-flat * p1 - size * p2 + m[2, 2] * (p1 + r[2] ** 2 * p2))
    # Part C.
    for i in range(3):
        scale = (-1.0 if i == 2 else 1.0) / (4 * np.pi)
        level = 1.0 if i == 2 else 0.0
        x = m[2, i] * p1 + r[i] * v[2] * p2
        y = total * p1 + whole * p2
        z = (total * r[i] + 2 * v[i]) * p2 + whole * r[i] * p3
        value = (2 - 2 * alpha) * x - (2 - alpha) * level * y + alpha * xi * z
        u[i] += up * scale * value
        g[i, 2] += scale * value
        for j in range(3):
            same = 1.0 if i == j else 0.0
            x = (m[2, i] * r[j] + same * v[2] + r[i] * m[2, j]) * p2 + r[i] * r[j] * v[2] * p3
            y = (total * r[j] + 2 * v[j]) * p2 + whole * r[j] * p3
            both = total * r[i] * r[j] + 2 * v[i] * r[j] + 2 * v[j] * r[i] + whole * same
            z = (total * same + 2 * m[i, j]) * p2 + both * p3 + whole * r[i] * r[j] * p4
            turn = -1.0 if j == 2 else 1.0
            value = (2 - 2 * alpha) * x - (2 - alpha) * level * y + alpha * xi * z
            g[i, j] += turn * up * scale * value


@njit(parallel=True, cache=True, nogil=True)
def field_kernel(points, sources, poisson, u, g):
    """Displacement and gradients of all sources together.

    Parameters
    ----------
    points : ndarray of float64, shape (point, 3)
        East, north, up in metres; up is 0 or negative.
    sources : ndarray of float64, shape (source, 9)
    poisson : float
    u : ndarray of float64, shape (point, 3)
        Zeros, which are added to.
    g : ndarray of float64, shape (point, 3, 3)
        Zeros; ``g[:, i, j]`` is the derivative of component `i` in direction `j`.
    """
    for k in prange(len(points)):
        for s in range(len(sources)):
            _add(points[k], sources[s], poisson, u[k], g[k])
