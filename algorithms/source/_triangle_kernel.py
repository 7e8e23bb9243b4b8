# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiled: displacement by triangular dislocations. Importing this module imports numba.

With phi the integral of 1 / R over a triangle, n its normal, b its slip, and d the receiver's
height above its plane, Burgers' formula of the full space becomes

    4 pi u_i = -(a - 1) b_n phi_i - b_i phi_n - (1 - a) n_i phi_b + a d phi_ib

where a suffix is a derivative along an axis or vector and a = 1 / (2 (1 - nu)). The half-space
adds parts at the receiver's mirror image above the surface (Okada 1992, equations 1 to 3,
integrated over the triangle). phi's first derivatives are logarithms and a solid angle, its
further ones are rational. What cannot be had from phi are the derivatives of the integral of
``R3 log(R + R3) - R``; by Stokes' theorem for the direction of strike, which lies both in the plane
and in the horizontal, those that are needed are integrals along the sides.
"""

from __future__ import annotations

import math

import numpy as np

from ..kernels import njit, prange
from ._triangle_kernel_fields import (
    along_slip,
    distances,
    log_vector,
    on_a_side,
    place,
    potentials,
    rounding,
    snapped,
    third,
    twice,
)
from ._triangle_kernel_parts import AXES, COS_DIP, SIN_DIP


@njit(nogil=True, error_model="numpy")
def surface_move(g, P, d, be, bf, bn, poisson):
    """Displacement of a receiver on the surface, times -2 pi, in the triangle's frame."""
    sin, cos = g[SIN_DIP], g[COS_DIP]
    pe, pf, pn = P[0], P[1], P[2]
    _, we, wf, wn = along_slip(P, be, bf, bn)
    qe, qh, qz = log_vector(g, P, be, bf, bn)
    k = 1 - 2 * poisson
    part = 2 * poisson * bn + k * (sin * bf + cos * bn) * cos - bn
    return (
        be * pn + part * pe - d * we - k * qe,
        bf * pn + part * pf - d * wf - k * (cos * qh + sin * qz),
        bn * pn + part * pn - d * wn - k * (cos * qz - sin * qh),
    )


@njit(nogil=True, error_model="numpy")
def full_move(P, d, be, bf, bn, a):
    """Displacement in the full space, times -4 pi."""
    pb, we, wf, wn = along_slip(P, be, bf, bn)
    pe, pf, pn = P[0], P[1], P[2]
    part = (a - 1) * bn
    return (
        part * pe + be * pn - a * d * we,
        part * pf + bf * pn - a * d * wf,
        part * pn + bn * pn + (1 - a) * pb - a * d * wn,
    )


@njit(nogil=True, error_model="numpy")
def deep_vector(g, P, Q, d, height, be, bf, bn, a):
    """What grows with depth (Okada's u_C), times 2 pi and before its mirroring."""
    sin, cos = g[SIN_DIP], g[COS_DIP]
    ee, ef, ff, en, fn = P[3], P[4], P[5], P[6], P[7]
    nn = -ee - ff
    _, we, wf, wn = along_slip(P, be, bf, bn)
    bz = sin * bf + cos * bn
    one, bent = (a - 1) * bn, (1 - a) * cos
    ue, uf, un = twice(Q, 0.0, -d * sin, height - d * cos, be, bf, bn)
    bottom = 2 * (1 - a) * wn
    return (
        one * (sin * ef + cos * en) + bz * en + bent * we + a * ue,
        one * (sin * ff + cos * fn) + bz * fn + bent * wf + a * uf - bottom * sin,
        one * (sin * fn + cos * nn) + bz * nn + bent * wn + a * un - bottom * cos
        - a * (sin * wf + cos * wn),
    )  # fmt: skip


@njit(nogil=True, error_model="numpy")
def deep_move(g, P, Q, P0, d, d0, x3, be, bf, bn, poisson):
    """Displacement of a receiver below the surface, times -2 pi, in the triangle's frame.

    `P0`, `d0` are at the receiver, `P`, `Q`, `d` at its image, ``-x3`` above the surface.
    """
    a = 0.5 / (1 - poisson)
    sin, cos = g[SIN_DIP], g[COS_DIP]
    se, sf, sn = surface_move(g, P, d, be, bf, bn, poisson)
    oe, of, on = full_move(P0, d0, be, bf, bn, a)
    ie, if_, in_ = full_move(P, d, be, bf, bn, a)
    ce, cf, cn = deep_vector(g, P, Q, d, -x3, be, bf, bn, a)
    cz = sin * cf + cos * cn
    cf, cn = cf - 2 * sin * cz, cn - 2 * cos * cz
    return (
        se + 0.5 * (oe - ie) - x3 * ce,
        sf + 0.5 * (of - if_) - x3 * cf,
        sn + 0.5 * (on - in_) - x3 * cn,
    )


@njit(parallel=True, cache=True, nogil=True, error_model="numpy")
def move(points, geometry, slip, poisson, out):
    """Sum of the displacement by all triangles.

    Parameters
    ----------
    points : float64 (point, 3)
    geometry : float64 (triangle, SIZE)
    slip : float64 (triangle, 3)
        In the triangles' frames, the upper side's motion against the lower side.
    poisson : float
    out : float64 (point, 3)
    """
    scale = -0.5 / math.pi
    for i in prange(len(points)):
        x, y, z = points[i, 0], points[i, 1], points[i, 2]
        east = north = up = 0.0
        bad = not z <= 0
        for k in range(len(geometry)):
            if bad:
                break
            g = geometry[k]
            be, bf, bn = slip[k, 0], slip[k, 1], slip[k, 2]
            close = rounding(g, x, y, z)
            e, f, d = place(g, x, y, z)
            if on_a_side(g, e, f, d, close):
                bad = True
                break
            d = snapped(d, close)
            r1, r2, r3 = distances(g, e, f, d)
            if z == 0:
                P = potentials(g, e, f, d, r1, r2, r3, True)
                ue, uf, un = surface_move(g, P, d, be, bf, bn, poisson)
            else:
                P0 = potentials(g, e, f, d, r1, r2, r3, False)
                ie, if_, id_ = place(g, x, y, -z)
                r1, r2, r3 = distances(g, ie, if_, id_)
                P = potentials(g, ie, if_, id_, r1, r2, r3, True)
                Q = third(g, ie, if_, id_, r1, r2, r3)
                ue, uf, un = deep_move(g, P, Q, P0, id_, d, z, be, bf, bn, poisson)
            east += g[AXES] * ue + g[AXES + 3] * uf + g[AXES + 6] * un
            north += g[AXES + 1] * ue + g[AXES + 4] * uf + g[AXES + 7] * un
            up += g[AXES + 2] * ue + g[AXES + 5] * uf + g[AXES + 8] * un
        out[i, 0], out[i, 1], out[i, 2] = scale * east, scale * north, scale * up
        if bad:
            out[i] = np.nan


@njit(parallel=True, cache=True, nogil=True, error_model="numpy")
def look(points, direction, geometry, slip, poisson, out):
    """Displacement along a look vector by each triangle and each slip of it.

    Parameters
    ----------
    points, direction : float64 (point, 3)
    geometry : float64 (triangle, SIZE)
    slip : float64 (triangle, component, 3)
        In the triangles' frames, the upper side's motion against the lower side.
    poisson : float
    out : float64 (point, triangle, component)
    """
    scale = -0.5 / math.pi
    count = slip.shape[1]
    for i in prange(len(points)):
        x, y, z = points[i, 0], points[i, 1], points[i, 2]
        lx, ly, lz = scale * direction[i, 0], scale * direction[i, 1], scale * direction[i, 2]
        for k in range(len(geometry)):
            g = geometry[k]
            close = rounding(g, x, y, z)
            e, f, d = place(g, x, y, z)
            if not z <= 0 or on_a_side(g, e, f, d, close):
                out[i, k, :] = np.nan
                continue
            d = snapped(d, close)
            le = g[AXES] * lx + g[AXES + 1] * ly + g[AXES + 2] * lz
            lf = g[AXES + 3] * lx + g[AXES + 4] * ly + g[AXES + 5] * lz
            ln = g[AXES + 6] * lx + g[AXES + 7] * ly + g[AXES + 8] * lz
            r1, r2, r3 = distances(g, e, f, d)
            if z == 0:
                P = potentials(g, e, f, d, r1, r2, r3, True)
                for c in range(count):
                    be, bf, bn = slip[k, c, 0], slip[k, c, 1], slip[k, c, 2]
                    ue, uf, un = surface_move(g, P, d, be, bf, bn, poisson)
                    out[i, k, c] = le * ue + lf * uf + ln * un
                continue
            P0 = potentials(g, e, f, d, r1, r2, r3, False)
            ie, if_, id_ = place(g, x, y, -z)
            r1, r2, r3 = distances(g, ie, if_, id_)
            P = potentials(g, ie, if_, id_, r1, r2, r3, True)
            Q = third(g, ie, if_, id_, r1, r2, r3)
            for c in range(count):
                be, bf, bn = slip[k, c, 0], slip[k, c, 1], slip[k, c, 2]
                ue, uf, un = deep_move(g, P, Q, P0, id_, d, z, be, bf, bn, poisson)
                out[i, k, c] = le * ue + lf * uf + ln * un
