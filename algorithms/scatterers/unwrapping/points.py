# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapping of scattered points, by whatever method."""

from __future__ import annotations

import numpy as np

from ...errors import GroundshiftError
from .point_tiles import unwrap_in_tiles
from .sparse import SparseOptions, UnwrappedPoints, unwrap_together
from .spurt_method import unwrap_by_spurt

METHODS = ("auto", "spacetime", "spurt")


def unwrap_points(
    xy, phase, pairs, years, quality=None, *, baselines=None, height_factor=None,
    method: str = "auto", options: SparseOptions | None = None, progress=None, cancelled=None,
) -> UnwrappedPoints:  # fmt: skip
    """Unwrap interferograms at sparse points.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres; each place once.
    phase : ndarray of float32, shape (pair, point)
        Wrapped, radians, NaN for no data.
    pairs : ndarray of int, shape (pair, 2)
        Numbers of the earlier and later date.
    years : ndarray, shape (date,)
        Time of the dates.
    quality : ndarray, shape (point,), optional
        0 to 1, such as temporal coherence; arcs at poor points cost less to cut.
    baselines : ndarray, shape (date,), optional
        Perpendicular, metres; the height error is searched for where given.
    height_factor : float, optional
        Phase of a metre of height error and a metre of baseline, radians: ``-4 pi / (wavelength
        * range * sin(incidence))``. 1e-4 (C-band from orbit) by default; it scales the search.
    method : str
        ``spacetime`` (``auto`` is the same), or ``spurt`` (the package of that name).
    options : SparseOptions, optional
    progress, cancelled : callable, optional

    Returns
    -------
    UnwrappedPoints

    Raises
    ------
    GroundshiftError
        If sizes do not agree, points are too few or at one place, or no pair has data.
    Cancelled
        If the user asked to stop.
    """
    options = options or SparseOptions()
    xy, phase, pairs, years, quality = _checked(xy, phase, pairs, years, quality)
    solve, heights = solver_of(method), heights_of(baselines, height_factor)
    if solve is unwrap_together and len(xy) > options.tile_points:
        solve = unwrap_in_tiles
    return solve(xy, phase, pairs, years, quality, heights, options, progress, cancelled)


def solver_of(method: str):
    """What unwraps all points at a time; called as :func:`.sparse.unwrap_together` is.

    Raises
    ------
    GroundshiftError
        If there is no such method.
    """
    if method not in METHODS:
        raise GroundshiftError(f"Points cannot be unwrapped by '{method}'; choose spacetime.")
    return _by_spurt if method == "spurt" else unwrap_together


def _by_spurt(xy, phase, pairs, years, quality, heights, options, progress, cancelled, pixels=None):
    return unwrap_by_spurt(xy, phase, pairs, years, progress, cancelled)


def heights_of(baselines, factor=None):
    """Phase of a metre of height error at each date; None where baselines are unknown."""
    if baselines is None or not np.isfinite(baselines).all():
        return None
    return np.asarray(baselines, float) * (factor or 1e-4)


def _checked(xy, phase, pairs, years, quality):
    xy, years = np.asarray(xy, float), np.asarray(years, float)
    phase, pairs = np.asarray(phase, np.float32), np.asarray(pairs, np.int64)
    quality = np.ones(len(xy)) if quality is None else np.asarray(quality, float)
    if phase.shape != (len(pairs), len(xy)) or quality.shape != (len(xy),):
        raise GroundshiftError(
            f"The phases are {phase.shape} and the quality {quality.shape} for {len(pairs)} pairs "
            f"and {len(xy)} points; give (pair, point) and (point,)."
        )
    if pairs.min() < 0 or pairs.max() >= len(years) or np.any(pairs[:, 0] == pairs[:, 1]):
        raise GroundshiftError("The pairs name dates that are not there, or one date twice.")
    if not np.isfinite(phase).any():
        raise GroundshiftError("No pair has data at the points; there is nothing to unwrap.")
    return xy, phase, pairs, years, np.nan_to_num(quality)
