# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""All that mechanisms tell of the stress: its tensor, its errors and the planes that slipped."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..source.planes import plane_vectors
from .tensor import (
    FRICTIONS,
    METHODS,
    Errors,
    Resampled,
    StressTensor,
    diversity,
    errors_of,
    instability,
    invert,
    misfit,
    plane_probability,
    resample,
)

USUAL_FRICTION = 0.6  # by which the linear method's planes are chosen (Byerlee)
ALIKE = 2.0  # mechanisms differ by less than so many of their errors: one population


@dataclass(frozen=True)
class TensorOptions:
    """How a tensor is found.

    Parameters
    ----------
    method : str
        One of :data:`.tensor.METHODS`.
    frictions : sequence of float
        That are tried.
    runs : int
        Resamplings.
    error : float
        Typical rotation between a mechanism and the truth, radians.
    seed : int
    """

    method: str = METHODS[0]
    frictions: tuple = FRICTIONS
    runs: int = 1000
    error: float = np.radians(10.0)
    seed: int = 0


@dataclass(frozen=True)
class TensorStudy:
    """The stress of mechanisms.

    Parameters
    ----------
    tensor : StressTensor
    errors : Errors
    resampled : Resampled
    likely : ndarray of int, shape (event,)
        The less stable plane, 0 or 1.
    probability : ndarray, shape (event,)
        Of that plane, 0 to 1.
    instability : ndarray, shape (event, 2)
    misfit : ndarray, shape (event,)
        Angle between slip and shear traction on the likely plane, radians.
    diversity : float
        Of the mechanisms, radians.
    ratio_known : bool
        Whether mechanisms differ by more than their errors, without which R is not fixed.
    """

    tensor: StressTensor
    errors: Errors
    resampled: Resampled
    likely: np.ndarray
    probability: np.ndarray
    instability: np.ndarray
    misfit: np.ndarray
    diversity: float
    ratio_known: bool


def study(planes, options: TensorOptions, cancelled=None) -> TensorStudy:
    """Find the stress of mechanisms, and what is to be known of it.

    Parameters
    ----------
    planes : ndarray, shape (event, 2, 3)
        Strike, dip, rake in radians.
    options : TensorOptions
    cancelled : callable, optional

    Notes
    -----
    Resamplings of one method know nothing of its assumption on the size of the shear traction,
    which shifts R by 0.1 to 0.2 in simulations. So the interval of R is that of resamplings with
    one size everywhere and of those with a size that follows the stress, together.

    Raises
    ------
    GroundshiftError
        If the mechanisms fix no tensor.
    """
    tensor = invert(planes, options.method, options.frictions)
    frictions = [tensor.friction if np.isfinite(tensor.friction) else USUAL_FRICTION]

    def drawn(method):
        return resample(planes, method, frictions, options.runs, options.seed, cancelled)

    resampled = drawn(options.method)
    errors = errors_of(tensor, resampled)
    if options.method != "linear":
        other = drawn(METHODS[2 if options.method == METHODS[0] else 0])
        ends = [errors.ratio, errors_of(tensor, other).ratio]
        errors = Errors(
            errors.cones, (min(e[0] for e in ends), max(e[1] for e in ends)), errors.shmax
        )
    normal, _ = plane_vectors(*np.moveaxis(planes, -1, 0))
    both = instability(tensor.reduced, normal, frictions[0])
    likely = both.argmax(axis=1)
    first = plane_probability(
        planes, resampled, frictions[0], options.error, [options.seed, 1]
    )  # fmt: skip
    spread = diversity(planes)
    return TensorStudy(
        tensor, errors, resampled, likely, np.where(likely == 0, first, 1 - first), both,
        misfit(tensor.reduced, planes[np.arange(len(planes)), likely]), spread,
        bool(spread > ALIKE * options.error),
    )  # fmt: skip
