# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How many radar targets to expect where: visibility times land cover."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from .visibility import is_seen

CLASSES = {
    1: "none: not seen, or no targets on such ground",
    2: "very low",
    3: "low",
    4: "medium",
    5: "high",
    6: "very high",
}
"""Expected density of targets; 0 is no data."""

LIMITS = (0.05, 0.15, 0.3, 0.5)
"""CR index at which low, medium, high and very high begin; ours, even in what they tell apart."""


@dataclass(frozen=True)
class Suitability:
    """What a radar and the ground together allow; arrays of shape (row, column).

    Parameters
    ----------
    index : ndarray of float32
        CR index, 0 to 1; NaN where it is unknown.
    classes : ndarray of uint8
        Codes of :data:`CLASSES`.
    """

    index: np.ndarray
    classes: np.ndarray


def checked_limits(limits) -> tuple:
    """Four ascending limits between 0 and 1.

    Raises
    ------
    GroundshiftError
        If they are something else.
    """
    limits = tuple(float(value) for value in limits)
    if len(limits) != 4 or any(a >= b for a, b in zip((0.0, *limits), (*limits, 1.0))):
        raise GroundshiftError(
            "The limits of the classes have to be four numbers between 0 and 1 that grow, such as "
            f"{', '.join(f'{value:g}' for value in LIMITS)}."
        )
    return limits


def suitability(r_index, score, visible, limits=LIMITS) -> Suitability:
    """CR index (Plank et al. 2012; Cigna et al. 2014): R index times the land cover's score.

    Parameters
    ----------
    r_index : ndarray
        ``sin(incidence - range slope)``.
    score : ndarray
        Of the land cover, 0 to 1; NaN where unknown.
    visible : ndarray of uint8 or of bool
        Visibility classes (:data:`.visibility.CLASSES`), or whether a cell is seen. The R index
        alone cannot tell: it is positive in shadow.
    limits : sequence of 4 float
        Where the classes low, medium, high and very high begin.

    Returns
    -------
    Suitability
        0 and class 1 where the radar does not see or the score is 0.
    """
    limits = checked_limits(limits)
    visible = np.asarray(visible)
    if visible.dtype == bool:
        known, seen = np.ones(visible.shape, bool), visible
    else:
        known, seen = visible > 0, is_seen(visible)
    index = np.where(seen, np.clip(r_index, 0.0, 1.0), 0.0) * score
    known = known & np.isfinite(index)
    classes = 2 + np.digitize(index, limits)
    classes[index <= 0] = 1
    return Suitability(
        np.where(known, index, np.nan).astype(np.float32),
        np.where(known, classes, 0).astype(np.uint8),
    )
