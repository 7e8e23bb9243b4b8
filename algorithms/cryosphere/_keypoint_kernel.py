# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of key points: found, described, matched. Importing this module imports numba."""

from __future__ import annotations

import numpy as np
from numba.core import types
from numba.extending import intrinsic

from ..kernels import njit, prange

CIRCLE = np.array([
    (-3, 0), (-3, 1), (-2, 2), (-1, 3), (0, 3), (1, 3), (2, 2), (3, 1),
    (3, 0), (3, -1), (2, -2), (1, -3), (0, -3), (-1, -3), (-2, -2), (-3, -1),
])  # fmt: skip
"""Rows and columns of the pixels around one, in turn."""
ARC = 9
WORDS = 8  # of 64 comparisons
PARTS = 32  # of the points, side by side


@intrinsic
def _ones(typing, word):
    """How many bits of a word are set."""

    def code(context, builder, signature, args):
        return builder.ctpop(args[0])

    return types.uint64(types.uint64), code


@njit(parallel=True, cache=True, nogil=True)
def corner_scores(image, out):
    """By how much the nine brightest or darkest neighbours in a row on a circle differ, at least.

    FAST-9 (Rosten and Drummond 2006) with its score: the threshold up to which it is a corner.

    Parameters
    ----------
    image : ndarray of float32, shape (row, column)
        NaN for no data, around which there are no corners.
    out : ndarray of float32, same shape
        Zeros; written.
    """
    rows, cols = image.shape
    for r in prange(3, rows - 3):
        ring = np.empty(32, np.float32)
        for c in range(3, cols - 3):
            here = image[r, c]
            for n in range(16):
                value = image[r + CIRCLE[n, 0], c + CIRCLE[n, 1]] - here
                ring[n] = value
                ring[n + 16] = value
            best = np.float32(0.0)
            for n in range(16):
                low, high = ring[n], ring[n]
                for m in range(n + 1, n + ARC):
                    low, high = min(low, ring[m]), max(high, ring[m])
                best = max(best, low, -high)
            out[r, c] = best


@njit(parallel=True, cache=True, nogil=True)
def describe(image, rows, cols, angles, pairs, out):
    """Comparisons of brightness of places around points, turned with them (Rublee et al. 2011).

    Parameters
    ----------
    image : ndarray of float32, shape (row, column)
        Smoothed.
    rows, cols, angles : ndarray, shape (point,)
    pairs : ndarray of float32, shape (64 WORDS, 4)
        Row and column of the one place and of the other one.
    out : ndarray of uint64, shape (point, WORDS)
        Written.
    """
    for k in prange(len(rows)):
        cosine, sine = np.cos(angles[k]), np.sin(angles[k])
        for w in range(WORDS):
            word = np.uint64(0)
            for b in range(64):
                y, x, v, u = pairs[64 * w + b]
                first = image[
                    rows[k] + int(np.rint(sine * x + cosine * y)),
                    cols[k] + int(np.rint(cosine * x - sine * y)),
                ]
                second = image[
                    rows[k] + int(np.rint(sine * u + cosine * v)),
                    cols[k] + int(np.rint(cosine * u - sine * v)),
                ]
                if first < second:
                    word |= np.uint64(1) << np.uint64(b)
            out[k, w] = word


@njit(inline="always")
def _take(found, bits, k, other, differing):
    if differing < bits[k, 0]:
        bits[k, 1] = bits[k, 0]
        bits[k, 0], found[k] = differing, other
    elif differing < bits[k, 1]:
        bits[k, 1] = differing


@njit(parallel=True, cache=True, nogil=True)
def nearest(one, other, places, others, reach, found, bits, back, back_bits):
    """The most similar points of two images, both ways, and how far the next ones are from it.

    Parameters
    ----------
    one, other : ndarray of uint64, shape (point, WORDS)
    places, others : ndarray of float32, shape (point, 2)
        Rows and columns; the others by rows.
    reach : float
        Points farther apart are not compared.
    found : ndarray of int32, shape (point of one,)
        Written; -1 without any.
    bits : ndarray of int32, shape (point of one, 2)
        Written: differing bits of the best, and of the best but one.
    back, back_bits : ndarray of int32
        The same for the points of the other image.
    """
    square = np.float32(reach * reach)
    rows = others[:, 0].copy()
    far = 64 * WORDS + 1
    backs = np.full((PARTS, len(other)), -1, np.int32)
    backs_bits = np.full((PARTS, len(other), 2), far, np.int32)
    found[:], bits[:], back[:], back_bits[:] = -1, far, -1, far
    for part in prange(PARTS):
        for k in range(part * len(one) // PARTS, (part + 1) * len(one) // PARTS):
            y, x = places[k, 0], places[k, 1]
            begin = np.searchsorted(rows, y - reach)
            end = np.searchsorted(rows, y + reach, side="right")
            for j in range(begin, end):
                dy, dx = others[j, 0] - y, others[j, 1] - x
                if dy * dy + dx * dx > square:
                    continue
                differing = 0
                for w in range(WORDS):
                    differing += int(_ones(one[k, w] ^ other[j, w]))
                _take(found, bits, k, j, differing)
                _take(backs[part], backs_bits[part], j, k, differing)
    for part in range(PARTS):
        for j in range(len(other)):
            if backs[part, j] >= 0:
                _take(back, back_bits, j, backs[part, j], backs_bits[part, j, 0])
                back_bits[j, 1] = min(back_bits[j, 1], backs_bits[part, j, 1])
