# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What is checked and counted while the pixels of a product pass by."""

from __future__ import annotations

import numpy as np

from ...errors import GroundshiftError

LARGE = 10_000  # pixels from which the range of values means something


def checked_coherence(values, band) -> np.ndarray:
    """Coherence in 0..1; what interpolation and estimators put slightly outside is clipped.

    Raises
    ------
    GroundshiftError
        If values lie far outside, so that they are something else or scaled.
    """
    with np.errstate(invalid="ignore"):
        if np.any(values > 1.5) or np.any(values < -0.5):
            low, high = np.nanmin(values), np.nanmax(values)
            raise GroundshiftError(
                f"{band.path}: the coherence reaches {low:g} to {high:g} and must lie in 0..1; "
                "rescale the file, give its no-data value, or leave coherence files out."
            )
        return np.clip(values, 0.0, 1.0, out=values)


def checked_components(values, band) -> np.ndarray:
    """Numbers of connected components as int16, 0 for none.

    Raises
    ------
    GroundshiftError
        If they are no such numbers.
    """
    numbers = np.nan_to_num(values, nan=0.0)
    if (numbers != np.rint(numbers)).any() or (numbers > np.iinfo(np.int16).max).any():
        raise GroundshiftError(
            f"{band.path}: its connected components reach {numbers.max():g} and have to be whole "
            f"numbers of up to {np.iinfo(np.int16).max}; take the file out."
        )
    return np.maximum(numbers, 0.0).astype(np.int16)


class ImportStatistics:
    """Counts while pixels pass by.

    Parameters
    ----------
    grid : Grid
        The stack's.
    """

    def __init__(self, grid):
        self._pixels = grid.rows * grid.cols
        self._valid: dict[int, int] = {}
        self._names: dict[int, str] = {}
        self._coherence_sum, self._coherence_count = 0.0, 0
        self._unsure: int | None = None
        self._largest = 0.0

    def add(self, index: int, phase, coherence, components=None) -> None:
        """Count a window of a pair; arrays of float32 with NaN for no data, coherence or None,
        components as whole numbers or None."""
        there = np.isfinite(phase)
        count = int(there.sum())
        self._valid[index] = self._valid.get(index, 0) + count
        if count:
            self._largest = max(self._largest, float(np.nanmax(np.abs(phase))))
        if coherence is not None:
            used = coherence[there & np.isfinite(coherence)]
            self._coherence_sum += float(used.sum(dtype=float))
            self._coherence_count += used.size
        if components is not None:
            self._unsure = (self._unsure or 0) + int((there & (components == 0)).sum())

    def check(self, pairs) -> None:
        """Refuse products without any valid pixel, when all have passed."""
        self._names = {index: pairs[index].name for index in self.empty}
        if len(self.empty) == len(pairs):
            raise GroundshiftError(
                f"{pairs[0].phase.path}: neither this nor any other interferogram has a valid "
                "pixel; check the no-data value."
            )

    @property
    def empty(self) -> list:
        """Places of the pairs without a valid pixel."""
        return [index for index, count in self._valid.items() if count == 0]

    @property
    def valid_share(self) -> float:
        """Share of the phase values that are there."""
        return sum(self._valid.values()) / (self._pixels * len(self._valid))

    @property
    def mean_coherence(self) -> float:
        """Mean where there is phase, NaN without coherence."""
        return self._coherence_sum / self._coherence_count if self._coherence_count else np.nan

    def notes(self) -> list:
        """Sentences on what looks wrong."""
        notes = []
        if self._unsure is not None:
            share = 100 * self._unsure / max(sum(self._valid.values()), 1)
            notes.append(
                "The product's connected components were taken along (connectComponent) for 'Phase "
                f"closure and unwrapping errors'; {share:.2g} % of the phases are in none (0), so "
                "that their cycles are not sure: they stay as they are and are not bridged."
            )
        if self._names:
            notes.append(
                "Pairs without any valid pixel are marked as dropped: "
                + ", ".join(self._names.values())
                + "."
            )
        if sum(self._valid.values()) >= LARGE and self._largest <= np.pi + 1e-3:
            notes.append(
                "All phase values lie within -pi and pi, so that the interferograms look wrapped; "
                "unwrap them first."
            )
        return notes
