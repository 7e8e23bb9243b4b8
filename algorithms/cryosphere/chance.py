# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How large patches get by chance, where lonely pixels lie about."""

from __future__ import annotations

import numpy as np

MOST_SIDE = 3000  # pixels of a side that are looked at
MOST_SHARE = 0.2  # beyond, lonely pixels get fewer again


def share_of_lonely(mask) -> float:
    """Share of pixels that are set by chance, from those without a neighbour along a side.

    Of pixels that are set with the probability p by themselves, ``p (1 - p)^4`` have no neighbour;
    what hangs together adds hardly any.

    Parameters
    ----------
    mask : ndarray of bool, shape (row, column)
    """
    from scipy.optimize import brentq

    wide = np.pad(mask, 1)
    beside = wide[:-2, 1:-1] | wide[2:, 1:-1] | wide[1:-1, :-2] | wide[1:-1, 2:]
    lonely = float(np.mean(mask & ~beside))
    if lonely >= MOST_SHARE * (1 - MOST_SHARE) ** 4:
        return MOST_SHARE
    return float(brentq(lambda p: p * (1 - p) ** 4 - lonely, 0.0, MOST_SHARE)) if lonely else 0.0


def largest_by_chance(classes, codes) -> int:
    """Pixels of the largest patch that lonely pixels make in a scene by chance.

    Parameters
    ----------
    classes : ndarray of int, shape (row, column)
        Of very large ones a part in the middle is looked at.
    codes : sequence of int
        Classes that make patches; those that touch by a corner hang together.

    Returns
    -------
    int
        0 where no pixel is lonely.
    """
    from scipy.ndimage import label

    rows, cols = (max(0, (side - MOST_SIDE) // 2) for side in classes.shape)
    part = np.asarray(classes[rows : rows + MOST_SIDE, cols : cols + MOST_SIDE])
    random, most = np.random.default_rng(0), 0
    for code in codes:
        share = share_of_lonely(part == code)
        if share:
            chance = random.random(part.shape, np.float32) < share
            labels, found = label(chance, np.ones((3, 3)))
            if found:
                most = max(most, int(np.bincount(labels.ravel())[1:].max()))
    return most
