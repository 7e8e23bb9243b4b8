# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Data of several tracks divided by their errors, with offsets and ramps taken out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import linalg

from ..data.samples import Samples, nuisance
from ..errors import GroundshiftError, counted

MOST_SAMPLES = 12_000  # of a track, whose covariance takes 1.2 GB


@dataclass(frozen=True)
class WhiteTrack:
    """What turns one track's values into white ones.

    Parameters
    ----------
    number : int
        Index of the track.
    mine : ndarray of bool, shape (sample,)
        Its samples.
    factor : ndarray, shape (own sample, own sample)
        Lower Cholesky factor of the covariance.
    root : ndarray, shape (own sample,)
        Roots of the samples' weights, whose mean over all tracks is set to 1.
    columns : ndarray, shape (own sample, parameter)
        Offset and ramp.
    basis : ndarray, shape (own sample, parameter)
        Orthonormal columns that span the whitened offset and ramp.
    """

    number: int
    mine: np.ndarray
    factor: np.ndarray
    root: np.ndarray
    columns: np.ndarray
    basis: np.ndarray

    @property
    def freedom(self) -> int:
        """Samples less the offset and ramp."""
        return len(self.root) - self.basis.shape[1]

    def whitened(self, values) -> np.ndarray:
        """Values of the track's samples, shape (own sample, ...), divided by their errors."""
        white = linalg.solve_triangular(self.factor, values, lower=True, check_finite=False)
        return (white.T * self.root).T

    def cleared(self, white) -> np.ndarray:
        """Whitened values without what an offset and ramp explain."""
        return white - self.basis @ (self.basis.T @ white)

    def ramp(self, residuals) -> np.ndarray:
        """Offset and ramp of residuals (m) by weighted least squares, at the samples."""
        if not self.columns.shape[1]:
            return np.zeros(len(self.root))
        found = linalg.lstsq(self.whitened(self.columns), self.whitened(residuals))[0]
        return self.columns @ found


def whitening(samples: Samples, ramps: bool = False) -> tuple:
    """Prepare all tracks.

    Parameters
    ----------
    samples : Samples
    ramps : bool
        Slopes besides the offset of each line-of-sight track.

    Returns
    -------
    tuple of WhiteTrack

    Raises
    ------
    GroundshiftError
        If there is no sample, or one without a number, or a covariance is none.
    """
    _check(samples)
    columns, names = nuisance(samples, ramps)
    weight = samples.weight / samples.weight.mean()
    tracks = []
    for number, track in enumerate(samples.tracks):
        mine = samples.of_track(number)
        if not mine.any():
            continue
        if mine.sum() > MOST_SAMPLES:
            raise GroundshiftError(
                f"Track {track.name}: {mine.sum()} samples are too many for a covariance between "
                f"all of them; down-sample to {MOST_SAMPLES} at most."
            )
        own = columns[np.ix_(mine, [name[0] == number for name in names])]
        root = np.sqrt(weight[mine])
        white = WhiteTrack(number, mine, samples.factor(number), root, own, own)
        basis = np.linalg.qr(white.whitened(own))[0] if own.shape[1] else own
        white = WhiteTrack(number, mine, white.factor, root, own, basis)
        if white.freedom < 1:
            raise GroundshiftError(
                f"Track {track.name}: {counted(mine.sum(), 'sample')}, too few for its offset and "
                "ramp; take more, or leave the track out."
            )
        tracks.append(white)
    return tuple(tracks)


def _check(samples):
    if not len(samples):
        raise GroundshiftError("There is no sample; choose a layer that has some.")
    values = np.column_stack([samples.places, samples.displacement, samples.look, samples.weight])
    if not np.isfinite(values).all():
        bad = int((~np.isfinite(values).all(axis=1)).sum())
        raise GroundshiftError(
            f"{counted(bad, 'sample lacks', 'samples lack')} a place, displacement, look vector or "
            "weight; take them out."
        )
    if (samples.weight < 0).any() or not samples.weight.any():
        raise GroundshiftError("Weights of samples are below 0, or all 0; give positive ones.")
