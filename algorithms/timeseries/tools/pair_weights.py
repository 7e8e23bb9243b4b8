# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pairs of a stack file are used, and what they weigh."""

from __future__ import annotations

import numpy as np

from ...data.network import Network
from ...data.stack import PIXELS_A_LOOK, Stack
from ...errors import GroundshiftError
from ..weights import weight_table
from .sbas_typical import sampled_rows

ASSUMED_LOOKS = 20.0
VARIANCES = ("cramer_rao", "phase_variance")
FEWEST_PAIRS = 3  # of a pixel whose residuals tell about the noise


def kept_pairs(stack: Stack, exclude_dates=(), exclude_pairs=()) -> np.ndarray:
    """Which pairs of a stack are used, shape (interferogram,).

    Raises
    ------
    GroundshiftError
        If none is, or an exclusion is not in the stack.
    """
    if stack.keep.size and not stack.keep.any():
        raise GroundshiftError(
            f"{stack.path}: all pairs are marked as dropped (dropIfgram); import it again."
        )
    whole = Network.from_pairs(stack.pairs)
    keep = stack.keep & whole.without(exclude_dates, exclude_pairs)
    if not keep.any():
        raise GroundshiftError(
            f"{stack.path}: no pair is left after the exclusions; exclude fewer dates or pairs."
        )
    return keep


def check_coherence(stack: Stack, chosen) -> None:
    """Refuse choices that need a coherence that the stack lacks."""
    if stack.has_coherence:
        return
    if chosen.thresholds.min_coherence > 0:
        raise GroundshiftError(
            f"{stack.path}: holds no coherence, so no coherence threshold can be applied; set the "
            "threshold to 0 or import the coherence with the phase."
        )
    if chosen.weights != "uniform":
        raise GroundshiftError(
            f"{stack.path}: holds no coherence, so the pairs cannot be weighted by it; choose "
            "uniform weights or import the coherence with the phase."
        )


def coherence_weights(stack: Stack, chosen, note):
    """Weights over coherence, or None for equal ones; says so where looks are assumed."""
    if chosen.weights == "uniform":
        return None
    looks = chosen.looks.looks
    looks = max(1.0, looks / PIXELS_A_LOOK) if looks else stack.looks
    if looks is None:
        looks = ASSUMED_LOOKS / PIXELS_A_LOOK
        if chosen.weights in VARIANCES:
            note(
                f"The number of looks is not known; {ASSUMED_LOOKS:g} are assumed for the weights."
            )
    return weight_table(chosen.weights, looks)


def with_atmosphere(table, reader, network, reference, log) -> np.ndarray:
    """Weights by the variance of decorrelation and atmosphere together, from a sample of rows.

    By the former alone the most coherent pairs, which are the shortest, would weigh too much where
    the atmosphere of their dates is what makes them err.
    """
    spans = network.years[network.pairs[:, 1]] - network.years[network.pairs[:, 0]]
    expected = 1.0 / np.maximum(table, np.finfo(float).tiny)
    last = len(table) - 1
    total, count = 0.0, 0
    for window in sampled_rows(reader.stack.grid):
        block = reader.read(window)
        phase = block.phase.reshape(len(spans), -1) - reference[:, np.newaxis]
        valid = np.isfinite(phase) & np.isfinite(block.coherence.reshape(phase.shape))
        valid &= valid.sum(axis=0) >= FEWEST_PAIRS
        index = np.rint(np.clip(np.nan_to_num(block.coherence), 0, 1) * last).astype(int)
        known = np.where(valid, phase, 0.0)
        length = (spans**2) @ valid
        rate = (spans @ known) / np.where(length > 0, length, 1.0)
        left = np.where(valid, known - np.multiply.outer(spans, rate), 0.0)
        total += float((left**2 - np.where(valid, expected[index.reshape(phase.shape)], 0.0)).sum())
        count += int(valid.sum())
    by_dates = max(total / count, 0.0) if count else 0.0
    log(
        f"Weights: beside decorrelation, the atmosphere of its dates makes a pair err by "
        f"{np.sqrt(by_dates):.2f} rad."
    )
    return 1.0 / (expected + by_dates)
