# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiled: displacement gradients by triangular dislocations. Importing this module imports numba.

The formulas of ``_triangle_kernel.py``, differentiated once more.
"""

from __future__ import annotations

import math

import numpy as np

from ..kernels import njit, prange
from ._triangle_kernel import deep_move, deep_vector, surface_move
from ._triangle_kernel_fields import (
    along_slip,
    distances,
    on_a_side,
    place,
    potentials,
    rounding,
    snapped,
    third,
    twice,
    upward_side,
)
from ._triangle_kernel_parts import (
    AXES,
    COS_DIP,
    LENGTH,
    SIDE_F,
    SIDE_SIZE,
    SIDE_T,
    SIDES,
    SIN_DIP,
    START_E,
    START_F,
    inverse_cube,
    inverse_fifth,
    inverse_seventh,
    near,
    reach,
    vertical_slopes,
)


@njit(nogil=True, error_model="numpy")
def _slopes_of_side(g, o, e, f, d, ra, rb):
    """The derivatives D of the vertical integrals of a side, in the frame of strike."""
    te, tf = g[o + SIDE_T], g[o + SIDE_F]
    x, y = e - g[o + START_E], f - g[o + START_F]
    s1 = te * x + tf * y
    m = tf * x - te * y
    rho2 = m * m + d * d
    side = upward_side(g, o, s1, s1 - g[o + LENGTH], ra, rb, m, d)
    T, S, c, ca, sa, w, p, sh, rh, sl, rl = side
    vr, vi, mr, mi = vertical_slopes(T, S, c, w, p, reach(sh, rh, rho2), rh)
    a, b, q, t = vertical_slopes(T, S, c, w, p, reach(sl, rl, rho2), rl)
    vr, vi, mr, mi = vr - a, vi - b, mr - q, mi - t
    c2, s2 = ca * ca - sa * sa, 2 * sa * ca
    c3, s3 = c2 * ca - s2 * sa, s2 * ca + c2 * sa
    return vr * c2 + vi * s2, vi * c2 - vr * s2, mr * c3 + mi * s3, mi * c3 - mr * s3


@njit(nogil=True, error_model="numpy")
def _slopes(g, e, f, d, r1, r2, r3):
    """``D^2 d/de`` of the integral of log(R + R3), ``D^3 d/de`` of ``R3 log(R + R3) - R``."""
    nr = ni = fr = fi = 0.0
    for side in range(3):
        o = SIDES + side * SIDE_SIZE
        ra = r1 if side == 0 else (r2 if side == 1 else r3)
        rb = r2 if side == 0 else (r3 if side == 1 else r1)
        a, b, p, q = _slopes_of_side(g, o, e, f, d, ra, rb)
        me = g[o + SIDE_F]
        nr -= me * a
        ni -= me * b
        fr -= me * p
        fi -= me * q
    return nr, ni, fr, fi


@njit(nogil=True, error_model="numpy")
def _line_third(g, o, e, f, d, ra, rb):
    """Third derivatives of the integral of 1 / R along a side, at most one along the normal."""
    a, b, length = g[o + SIDE_T], g[o + SIDE_F], g[o + LENGTH]
    x, y = e - g[o + START_E], f - g[o + START_F]
    s1 = a * x + b * y
    s2, m = s1 - length, b * x - a * y
    p = near(s1, s2, ra, rb, m * m + d * d)
    i3 = inverse_cube(length, ra, rb, p)
    i5 = inverse_fifth(i3, ra, rb, p)
    i7 = inverse_seventh(i3, i5, ra, rb, p)
    qa, qb = 1 / (ra * ra), 1 / (rb * rb)
    ca, cb = qa / ra, qb / rb
    fa, fb = 3 * ca * qa, 3 * cb * qb
    whole, first = fa - fb, s1 * fa - s2 * fb
    ttt = (s1 * s1 * fa - ca) - (s2 * s2 * fb - cb)
    ttm, tmm, mmm = m * first, m * m * whole - (ca - cb), m * (9 * i5 - 15 * m * m * i7)
    ttn, tmn, mmn = d * first, m * d * whole, d * (3 * i5 - 15 * m * m * i7)
    aa, ab, bb = a * a, a * b, b * b
    return (
        aa * a * ttt + 3 * aa * b * ttm + 3 * ab * b * tmm + bb * b * mmm,
        aa * b * ttt + a * (2 * bb - aa) * ttm + b * (bb - 2 * aa) * tmm - ab * b * mmm,
        ab * b * ttt + b * (bb - 2 * aa) * ttm + a * (aa - 2 * bb) * tmm + aa * b * mmm,
        bb * b * ttt - 3 * ab * b * ttm + 3 * aa * b * tmm - aa * a * mmm,
        aa * ttn + 2 * ab * tmn + bb * mmn,
        ab * (ttn - mmn) + (bb - aa) * tmn,
        bb * ttn - 2 * ab * tmn + aa * mmn,
    )


@njit(nogil=True, error_model="numpy")
def _fourth(g, e, f, d, r1, r2, r3):
    """Fourth derivatives of phi: eeee, eeef, eeff, efff, ffff, eeen, eefn, effn, fffn."""
    p0 = p1 = p2 = p3 = p4 = n0 = n1 = n2 = n3 = 0.0
    for side in range(3):
        o = SIDES + side * SIDE_SIZE
        ra = r1 if side == 0 else (r2 if side == 1 else r3)
        rb = r2 if side == 0 else (r3 if side == 1 else r1)
        eee, eef, eff, fff, een, efn, ffn = _line_third(g, o, e, f, d, ra, rb)
        me, mf = g[o + SIDE_F], -g[o + SIDE_T]
        p0 -= me * eee
        p1 -= me * eef
        p2 -= me * eff
        p3 -= me * fff
        p4 -= mf * fff
        n0 -= me * een
        n1 -= me * efn
        n2 -= me * ffn
        n3 -= mf * ffn
    return p0, p1, p2, p3, p4, n0, n1, n2, n3


@njit(nogil=True, error_model="numpy")
def _fourth_twice(F, ae, af, an, be, bf, bn):
    """Fourth derivatives contracted with two vectors: ee, ef, ff, en, fn."""
    eeee, eeef, eeff, efff, ffff, eeen, eefn, effn, fffn = F
    eenn, efnn, ffnn = -eeee - eeff, -eeef - efff, -eeff - ffff
    ennn, fnnn = -eeen - effn, -eefn - fffn
    ee, ff, nn = ae * be, af * bf, an * bn
    ef, en, fn = ae * bf + af * be, ae * bn + an * be, af * bn + an * bf
    return (
        ee * eeee + ff * eeff + nn * eenn + ef * eeef + en * eeen + fn * eefn,
        ee * eeef + ff * efff + nn * efnn + ef * eeff + en * eefn + fn * effn,
        ee * eeff + ff * ffff + nn * ffnn + ef * efff + en * effn + fn * fffn,
        ee * eeen + ff * effn + nn * ennn + ef * eefn + en * eenn + fn * efnn,
        ee * eefn + ff * fffn + nn * fnnn + ef * effn + en * efnn + fn * ffnn,
    )


@njit(nogil=True, error_model="numpy")
def _once(Q, be, bf, bn):
    """Third derivatives contracted with a vector: ee, ef, ff, en, fn."""
    eee, eef, eff, fff, een, efn, ffn = Q
    return (
        be * eee + bf * eef + bn * een,
        be * eef + bf * eff + bn * efn,
        be * eff + bf * fff + bn * ffn,
        be * een + bf * efn - bn * (eee + eff),
        be * efn + bf * ffn - bn * (eef + fff),
    )


@njit(nogil=True, error_model="numpy")
def _log_matrix(g, P, Q, slopes, be, bf, bn):
    """Gradient of `log_vector`, in the triangle's frame: ee, ef, ff, en, fn."""
    ee, ef, ff, en, fn = P[3], P[4], P[5], P[6], P[7]
    nr, ni, fr, fi = slopes
    s, c = g[SIN_DIP], g[COS_DIP]
    bh = c * bf - s * bn
    eh, hh = c * ef - s * en, c * c * ff - 2 * s * c * fn - s * s * (ee + ff)
    z_e = s * ef + c * en
    z_h = s * c * ff + (c * c - s * s) * fn + s * c * (ee + ff)
    neeh, nehh = -0.5 * ni, -0.5 * (z_e + nr)
    feehh, fehhh = -0.25 * (ee + fr), 0.25 * (fi - 3 * eh)
    qzz = -s * (be * eh + bh * hh)
    qez = -s * (be * neeh + bh * nehh)
    qhz = -s * (be * nehh - bh * (z_h + neeh))
    qee = -s * (-be * (eh + fehhh) + bh * feehh)
    qeh = -s * (be * feehh + bh * fehhh)
    qhh = -qee - qzz
    return (
        qee,
        c * qeh + s * qez,
        c * c * qhh + 2 * s * c * qhz + s * s * qzz,
        c * qez - s * qeh,
        s * c * (qzz - qhh) + (c * c - s * s) * qhz,
    )


@njit(nogil=True, error_model="numpy")
def _add(out, factor, T):
    """Add a symmetric matrix without trace to a matrix."""
    ee, ef, ff, en, fn = T
    out[0, 0] += factor * ee
    out[1, 1] += factor * ff
    out[2, 2] -= factor * (ee + ff)
    out[0, 1] += factor * ef
    out[1, 0] += factor * ef
    out[0, 2] += factor * en
    out[2, 0] += factor * en
    out[1, 2] += factor * fn
    out[2, 1] += factor * fn


@njit(nogil=True, error_model="numpy")
def _add_slip(out, factor, P, be, bf, bn):
    """Add ``b_i phi_nj``."""
    en, fn, nn = factor * P[6], factor * P[7], -factor * (P[3] + P[5])
    out[0, 0] += be * en
    out[0, 1] += be * fn
    out[0, 2] += be * nn
    out[1, 0] += bf * en
    out[1, 1] += bf * fn
    out[1, 2] += bf * nn
    out[2, 0] += bn * en
    out[2, 1] += bn * fn
    out[2, 2] += bn * nn


@njit(nogil=True, error_model="numpy")
def _add_full(out, P, Q, d, be, bf, bn, a):
    """The gradient in the full space, times -4 pi."""
    _, we, wf, wn = along_slip(P, be, bf, bn)
    _add(out, (a - 1) * bn, (P[3], P[4], P[5], P[6], P[7]))
    _add(out, -a * d, _once(Q, be, bf, bn))
    _add_slip(out, 1.0, P, be, bf, bn)
    out[2, 0] += (1 - a) * we
    out[2, 1] += (1 - a) * wf
    out[2, 2] += (1 - a) * wn - a * wn
    out[0, 2] -= a * we
    out[1, 2] -= a * wf


@njit(nogil=True, error_model="numpy")
def _add_image(out, g, P, Q, slopes, d, be, bf, bn, poisson):
    """The image's gradient without what grows with depth, times -4 pi and not yet mirrored."""
    a, k = 0.5 / (1 - poisson), 1 - 2 * poisson
    s, c = g[SIN_DIP], g[COS_DIP]
    _, we, wf, wn = along_slip(P, be, bf, bn)
    part = 4 * poisson * bn + 2 * k * (s * bf + c * bn) * c - (a + 1) * bn
    _add(out, part, (P[3], P[4], P[5], P[6], P[7]))
    _add(out, -(2 - a) * d, _once(Q, be, bf, bn))
    _add(out, -2 * k, _log_matrix(g, P, Q, slopes, be, bf, bn))
    _add_slip(out, 1.0, P, be, bf, bn)
    out[2, 0] -= (1 - a) * we
    out[2, 1] -= (1 - a) * wf
    out[2, 2] -= (1 - a) * wn + (2 - a) * wn
    out[0, 2] -= (2 - a) * we
    out[1, 2] -= (2 - a) * wf


@njit(nogil=True, error_model="numpy")
def _fill_deep(out, g, Q, F, d, height, be, bf, bn, a):
    """The gradient of `deep_vector`."""
    s, c = g[SIN_DIP], g[COS_DIP]
    out[:] = 0.0
    one, bz, bent = (a - 1) * bn, s * bf + c * bn, (1 - a) * c
    _add(out, 1.0, _once(Q, bent * be, one * s + bent * bf, one * c + bz + bent * bn))
    _add(out, a, _fourth_twice(F, 0.0, -d * s, height - d * c, be, bf, bn))
    ze, zf, zn = twice(Q, 0.0, s, c, be, bf, bn)
    ne, nf, nn = twice(Q, 0.0, 0.0, 1.0, be, bf, bn)
    two = 2 * (1 - a)
    out[2, 0] -= a * ze + two * c * ne
    out[2, 1] -= a * zf + two * c * nf
    out[2, 2] -= a * zn + two * c * nn
    out[1, 0] -= two * s * ne
    out[1, 1] -= two * s * nf
    out[1, 2] -= two * s * nn
    out[0, 1] += a * s * ne
    out[1, 1] += a * s * nf
    out[2, 1] += a * s * nn
    out[0, 2] += a * (c * ne - ze)
    out[1, 2] += a * (c * nf - zf)
    out[2, 2] += a * (c * nn - zn)


@njit(nogil=True, error_model="numpy")
def _mirror(out, s, c):
    """Turn derivatives at the image into those at the receiver."""
    for i in range(3):
        up = 2 * (s * out[i, 1] + c * out[i, 2])
        out[i, 1] -= s * up
        out[i, 2] -= c * up


@njit(nogil=True, error_model="numpy")
def _add_deep(out, deep, factor, s, c):
    """Add the deep part, its components mirrored."""
    for j in range(3):
        up = 2 * (s * deep[1, j] + c * deep[2, j])
        out[0, j] += factor * deep[0, j]
        out[1, j] += factor * (deep[1, j] - s * up)
        out[2, j] += factor * (deep[2, j] - c * up)


@njit(nogil=True, error_model="numpy")
def _add_turned(total, g, local, factor):
    """Add a matrix of the triangle's frame, turned to east, north, up."""
    for p in range(3):
        for j in range(3):
            half = factor * local[p, 0] * g[AXES + j]
            half += factor * local[p, 1] * g[AXES + 3 + j]
            half += factor * local[p, 2] * g[AXES + 6 + j]
            for i in range(3):
                total[i, j] += g[AXES + 3 * p + i] * half


@njit(nogil=True, error_model="numpy")
def _one(g, x, y, z, e, f, d, be, bf, bn, poisson, local, deep):
    """Displacement (times -2 pi) and gradients (times -4 pi, in `local`) by one triangle."""
    a, s, c = 0.5 / (1 - poisson), g[SIN_DIP], g[COS_DIP]
    r1, r2, r3 = distances(g, e, f, d)
    ie, if_, id_ = e, f, d
    i1, i2, i3 = r1, r2, r3
    if z != 0:
        ie, if_, id_ = place(g, x, y, -z)
        i1, i2, i3 = distances(g, ie, if_, id_)
    P = potentials(g, ie, if_, id_, i1, i2, i3, True)
    Q = third(g, ie, if_, id_, i1, i2, i3)
    slopes = _slopes(g, ie, if_, id_, i1, i2, i3)
    local[:] = 0.0
    _add_image(local, g, P, Q, slopes, id_, be, bf, bn, poisson)
    if z != 0:
        F = _fourth(g, ie, if_, id_, i1, i2, i3)
        _fill_deep(deep, g, Q, F, id_, -z, be, bf, bn, a)
        _add_deep(local, deep, -2 * z, s, c)
    _mirror(local, s, c)
    ce, cf, cn = deep_vector(g, P, Q, id_, -z, be, bf, bn, a)
    cz = 2 * (s * cf + c * cn)
    cf, cn = cf - s * cz, cn - c * cz
    local[0, 1] -= 2 * s * ce
    local[1, 1] -= 2 * s * cf
    local[2, 1] -= 2 * s * cn
    local[0, 2] -= 2 * c * ce
    local[1, 2] -= 2 * c * cf
    local[2, 2] -= 2 * c * cn
    if z == 0:
        _add_full(local, P, Q, d, be, bf, bn, a)
        return surface_move(g, P, d, be, bf, bn, poisson)
    P0 = potentials(g, e, f, d, r1, r2, r3, False)
    _add_full(local, P0, third(g, e, f, d, r1, r2, r3), d, be, bf, bn, a)
    return deep_move(g, P, Q, P0, id_, d, z, be, bf, bn, poisson)


@njit(parallel=True, cache=True, nogil=True, error_model="numpy")
def move(points, geometry, slip, poisson, out, gradients):
    """Sum of the displacement and its gradients by all triangles.

    Parameters
    ----------
    points : float64 (point, 3)
    geometry : float64 (triangle, SIZE)
    slip : float64 (triangle, 3)
        In the triangles' frames, the upper side's motion against the lower side.
    poisson : float
    out : float64 (point, 3)
    gradients : float64 (point, 3, 3)
    """
    scale = -0.5 / math.pi
    for i in prange(len(points)):
        x, y, z = points[i, 0], points[i, 1], points[i, 2]
        local, deep, total = np.zeros((3, 3)), np.zeros((3, 3)), np.zeros((3, 3))
        east = north = up = 0.0
        bad = not z <= 0
        for k in range(len(geometry)):
            if bad:
                break
            g = geometry[k]
            close = rounding(g, x, y, z)
            e, f, d = place(g, x, y, z)
            if on_a_side(g, e, f, d, close):
                bad = True
                break
            d = snapped(d, close)
            ue, uf, un = _one(
                g, x, y, z, e, f, d, slip[k, 0], slip[k, 1], slip[k, 2], poisson, local, deep
            )
            east += g[AXES] * ue + g[AXES + 3] * uf + g[AXES + 6] * un
            north += g[AXES + 1] * ue + g[AXES + 4] * uf + g[AXES + 7] * un
            up += g[AXES + 2] * ue + g[AXES + 5] * uf + g[AXES + 8] * un
            _add_turned(total, g, local, 0.5 * scale)
        out[i, 0], out[i, 1], out[i, 2] = scale * east, scale * north, scale * up
        gradients[i] = total
        if bad:
            out[i] = np.nan
            gradients[i] = np.nan
