# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiled: potentials of a triangle, and their derivatives, from the integrals over its sides.

Phi is the integral of 1 / R over the triangle; a suffix is a derivative, along strike (e), up the
dip (f), or along the normal (n). As phi is harmonic, the derivatives with two n follow from others.

Numba's cache looks at the file of the calling kernel only: after a change here touch
``_triangle_kernel.py`` and ``_triangle_kernel_gradient.py`` too.
"""

from __future__ import annotations

import math

from ..kernels import njit
from ._triangle_kernel_parts import (
    AXES,
    AZIMUTH_COS,
    AZIMUTH_SIN,
    CORNER,
    COS_DIP,
    COSINE,
    LENGTH,
    P_M,
    P_N,
    SIDE_F,
    SIDE_SIZE,
    SIDE_T,
    SIDES,
    SIN_DIP,
    SINE,
    START_E,
    START_F,
    TANGENT,
    TURN,
    W_M,
    W_N,
    inverse_cube,
    inverse_fifth,
    near,
    reach,
    side_log,
    solid_angle,
    vertical_integrals,
)

ROUNDING = 1e-14  # of the coordinates: what is nearer to a side than this lies on it


@njit(nogil=True, error_model="numpy")
def rounding(g, x, y, z):
    """Below this distance in metres two places are the same."""
    size = abs(x) + abs(y) + abs(z) + g[SIDES + LENGTH] + g[SIDES + SIDE_SIZE + LENGTH]
    return ROUNDING * (size + abs(g[CORNER]) + abs(g[CORNER + 1]) + abs(g[CORNER + 2]))


@njit(nogil=True, error_model="numpy")
def place(g, x, y, z):
    """Receiver in the frame of a triangle: along strike, up the dip, above the plane."""
    x, y, z = x - g[CORNER], y - g[CORNER + 1], z - g[CORNER + 2]
    return (
        g[AXES] * x + g[AXES + 1] * y + g[AXES + 2] * z,
        g[AXES + 3] * x + g[AXES + 4] * y + g[AXES + 5] * z,
        g[AXES + 6] * x + g[AXES + 7] * y + g[AXES + 8] * z,
    )


@njit(nogil=True, error_model="numpy")
def snapped(d, close):
    """Height above the plane, 0 where it is rounding."""
    return 0.0 if abs(d) <= close else d


@njit(nogil=True, error_model="numpy")
def distances(g, e, f, d):
    """Distances of a receiver from the three corners."""
    e2, f2 = e - g[SIDES + SIDE_SIZE + START_E], f - g[SIDES + SIDE_SIZE + START_F]
    e3, f3 = e - g[SIDES + 2 * SIDE_SIZE + START_E], f - g[SIDES + 2 * SIDE_SIZE + START_F]
    return (
        math.sqrt(e * e + f * f + d * d),
        math.sqrt(e2 * e2 + f2 * f2 + d * d),
        math.sqrt(e3 * e3 + f3 * f3 + d * d),
    )


@njit(nogil=True, error_model="numpy")
def on_a_side(g, e, f, d, close):
    """Whether a receiver lies on a side or corner, but for rounding."""
    if abs(d) > close:
        return False
    for side in range(3):
        o = SIDES + side * SIDE_SIZE
        x, y = e - g[o + START_E], f - g[o + START_F]
        s = g[o + SIDE_T] * x + g[o + SIDE_F] * y
        across = g[o + SIDE_F] * x - g[o + SIDE_T] * y
        if abs(across) <= close and s >= -close and s - g[o + LENGTH] <= close:
            return True
    return False


@njit(nogil=True, error_model="numpy")
def angle(g, e, f, d, r1, r2, r3):
    """Solid angle of a triangle."""
    e2, f2 = g[SIDES + SIDE_SIZE + START_E] - e, g[SIDES + SIDE_SIZE + START_F] - f
    e3, f3 = g[SIDES + 2 * SIDE_SIZE + START_E] - e, g[SIDES + 2 * SIDE_SIZE + START_F] - f
    return solid_angle(-e, -f, e2, f2, e3, f3, d, r1, r2, r3)


@njit(nogil=True, error_model="numpy")
def _line_tensor(g, o, e, f, d, r1, r2):
    """Along a side: 1 / R and its first derivatives, and what the vertical integrals need."""
    te, tf, length = g[o + SIDE_T], g[o + SIDE_F], g[o + LENGTH]
    x, y = e - g[o + START_E], f - g[o + START_F]
    s1 = te * x + tf * y
    s2 = s1 - length
    m = tf * x - te * y
    rho2 = m * m + d * d
    i3 = inverse_cube(length, r1, r2, near(s1, s2, r1, r2, rho2))
    along, across = 1 / r1 - 1 / r2, -m * i3
    return (
        side_log(s1, s2, r1, r2, rho2),
        te * along + tf * across, tf * along - te * across, -d * i3,
        s1, s2, m, rho2,
    )  # fmt: skip


@njit(nogil=True, error_model="numpy")
def upward_side(g, o, s1, s2, r1, r2, m, d):
    """A side as the vertical integrals want it: turned so that they are well conditioned.

    Returns
    -------
    tuple
        T, sine and cosine of its angle to the vertical, cosine and sine of its azimuth in the
        frame of strike, w, p, and s and r at the end where s is greater, and at the other.
    """
    T, S, c = g[o + TANGENT], g[o + SINE], g[o + COSINE]
    ca, sa = g[o + AZIMUTH_COS], g[o + AZIMUTH_SIN]
    w, p = g[o + W_M] * m + g[o + W_N] * d, g[o + P_M] * m + g[o + P_N] * d
    turn = g[o + TURN]
    if T > 0.5 and turn * (s1 + s2) < 0:
        T, c, ca, sa, p, turn = 1 / T, -c, -ca, -sa, -p, -turn
    if turn > 0:
        return T, S, c, ca, sa, w, p, s1, r1, s2, r2
    return T, S, c, ca, sa, w, p, -s2, r2, -s1, r1


@njit(nogil=True, error_model="numpy")
def _vertical(g, o, log, s1, s2, r1, r2, m, d, rho2):
    """The vertical integrals of a side in the frame of strike."""
    T, S, c, ca, sa, w, p, sh, rh, sl, rl = upward_side(g, o, s1, s2, r1, r2, m, d)
    vr, vi, mr, mi = vertical_integrals(log, T, w, p, reach(sh, rh, rho2), reach(sl, rl, rho2))
    # turned by the azimuth, and by twice the azimuth
    c2, s2 = ca * ca - sa * sa, 2 * sa * ca
    return vr * ca + vi * sa, vi * ca - vr * sa, mr * c2 + mi * s2, mi * c2 - mr * s2


@njit(nogil=True, error_model="numpy")
def potentials(g, e, f, d, r1, r2, r3, vertical):
    """First and second derivatives of phi in the triangle's frame, and the vertical integrals.

    Returns
    -------
    tuple of 12 floats
        phi_e, phi_f, phi_n, phi_ee, phi_ef, phi_ff, phi_en, phi_fn; then, 0 unless `vertical`,
        the complex ``D d/de`` of the integral of log(R + R3) and ``D^2 d/de`` of that of
        ``R3 log(R + R3) - R``.
    """
    pe = pf = ee = ef = ff = en = fn = hr = hi = tr = ti = 0.0
    for side in range(3):
        o = SIDES + side * SIDE_SIZE
        ra = r1 if side == 0 else (r2 if side == 1 else r3)
        rb = r2 if side == 0 else (r3 if side == 1 else r1)
        log, le, lf, ln, s1, s2, m, rho2 = _line_tensor(g, o, e, f, d, ra, rb)
        me, mf = g[o + SIDE_F], -g[o + SIDE_T]
        pe -= me * log
        pf -= mf * log
        ee -= me * le
        ef -= me * lf
        ff -= mf * lf
        en -= me * ln
        fn -= mf * ln
        if vertical:
            a, b, p, q = _vertical(g, o, log, s1, s2, ra, rb, m, d, rho2)
            hr -= me * a
            hi -= me * b
            tr -= me * p
            ti -= me * q
    pn = -angle(g, e, f, d, r1, r2, r3)
    return pe, pf, pn, ee, ef, ff, en, fn, hr, hi, tr, ti


@njit(nogil=True, error_model="numpy")
def log_vector(g, P, be, bf, bn):
    """The part of a derivative that only the half-space has, in the frame of strike.

    The gradient of ``b_h n_h`` times the second horizontal derivatives of the integral of
    ``R3 log(R + R3) - R``: along strike, to the left of it, upwards.
    """
    pe, pf, pn, _, _, _, _, _, hr, hi, tr, ti = P
    sin, cos = g[SIN_DIP], g[COS_DIP]
    bh = cos * bf - sin * bn
    ph, pz = cos * pf - sin * pn, sin * pf + cos * pn
    teeh, tehh = -0.5 * ti, -0.5 * (pe + tr)
    return (
        -sin * (be * teeh + bh * tehh),
        -sin * (be * tehh - bh * (ph + teeh)),
        -sin * (-be * hi - bh * (hr + pz)),
    )


@njit(nogil=True, error_model="numpy")
def along_slip(P, be, bf, bn):
    """phi_b and the vector phi_ib."""
    pe, pf, pn, ee, ef, ff, en, fn = P[0], P[1], P[2], P[3], P[4], P[5], P[6], P[7]
    return (
        be * pe + bf * pf + bn * pn,
        be * ee + bf * ef + bn * en,
        be * ef + bf * ff + bn * fn,
        be * en + bf * fn - bn * (ee + ff),
    )


@njit(nogil=True, error_model="numpy")
def third(g, e, f, d, r1, r2, r3):
    """Third derivatives of phi: eee, eef, eff, fff, een, efn, ffn."""
    eee = eef = eff = fff = een = efn = ffn = 0.0
    c1, c2, c3 = 1 / (r1 * r1 * r1), 1 / (r2 * r2 * r2), 1 / (r3 * r3 * r3)
    for side in range(3):
        o = SIDES + side * SIDE_SIZE
        ra = r1 if side == 0 else (r2 if side == 1 else r3)
        rb = r2 if side == 0 else (r3 if side == 1 else r1)
        ca = c1 if side == 0 else (c2 if side == 1 else c3)
        cb = c2 if side == 0 else (c3 if side == 1 else c1)
        te, tf, length = g[o + SIDE_T], g[o + SIDE_F], g[o + LENGTH]
        x, y = e - g[o + START_E], f - g[o + START_F]
        s1 = te * x + tf * y
        s2, m = s1 - length, tf * x - te * y
        p = near(s1, s2, ra, rb, m * m + d * d)
        i3 = inverse_cube(length, ra, rb, p)
        i5 = inverse_fifth(i3, ra, rb, p)
        tt, tm, tn = s2 * cb - s1 * ca, -m * (ca - cb), -d * (ca - cb)
        mm, mn = 3 * m * m * i5 - i3, 3 * m * d * i5
        # from along and across the side (te, tf), (tf, -te) to the triangle's frame
        lee = te * te * tt + 2 * te * tf * tm + tf * tf * mm
        lef = te * tf * (tt - mm) + (tf * tf - te * te) * tm
        lff = tf * tf * tt - 2 * te * tf * tm + te * te * mm
        len_, lfn = te * tn + tf * mn, tf * tn - te * mn
        eee -= tf * lee
        eef -= tf * lef
        eff -= tf * lff
        fff += te * lff
        een -= tf * len_
        efn -= tf * lfn
        ffn += te * lfn
    return eee, eef, eff, fff, een, efn, ffn


@njit(nogil=True, error_model="numpy")
def twice(Q, ae, af, an, be, bf, bn):
    """Third derivatives contracted with two vectors."""
    eee, eef, eff, fff, een, efn, ffn = Q
    enn, fnn, nnn = -eee - eff, -eef - fff, -een - ffn
    ee, ff, nn = ae * be, af * bf, an * bn
    ef, en, fn = ae * bf + af * be, ae * bn + an * be, af * bn + an * bf
    return (
        ee * eee + ff * eff + nn * enn + ef * eef + en * een + fn * efn,
        ee * eef + ff * fff + nn * fnn + ef * eff + en * efn + fn * ffn,
        ee * een + ff * ffn + nn * nnn + ef * efn + en * enn + fn * fnn,
    )
