# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Errors of a displacement map from its far field."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from ..runner import RunOptions
from ..source.far_field import FarField
from ..source.moments import N
from ..source.semivariogram import (
    Semivariogram,
    draw_pairs,
    empirical,
    far_counts,
    fit_semivariogram,
)
from .displacement_source import far_mask
from .sampling_scene import Scene
from .scene_moments import pick_pixels

COMPARED = 0.6  # share of the far field's extent over which pairs are compared


@dataclass(frozen=True)
class NoiseOptions:
    """How the errors are found.

    Parameters
    ----------
    from_far_field : bool
        Fit a semivariogram; without, samples count as independent.
    nugget, sill : float or None
        Square metres, given in place of the fit.
    range : float or None
        Metres.
    pairs : int
        Pairs of pixels to draw.
    seed : int
    """

    from_far_field: bool = True
    nugget: float | None = None
    sill: float | None = None
    range: float | None = None
    pairs: int = 200_000
    seed: int = 0

    def __post_init__(self):
        if (self.sill is None) != (self.range is None):
            raise GroundshiftError(
                "Of sill and range only one is given; give both, or none of them."
            )

    @property
    def given(self) -> Semivariogram | None:
        """The semivariogram that somebody gave."""
        if self.sill is None:
            return None
        return Semivariogram(self.nugget or 0.0, self.sill, self.range, is_given=True)


def noise_options(from_far_field, nugget, sill, range_km, pairs, seed) -> NoiseOptions:
    """Options from what a user gives: square millimetres and kilometres."""
    metres = [None if value is None else value / 1e6 for value in (nugget, sill)]
    reach = None if range_km is None else range_km * 1e3
    return NoiseOptions(from_far_field, *metres, reach, pairs, seed)


def scene_semivariogram(
    scene: Scene, far: FarField, noise: NoiseOptions, run_options: RunOptions, progress=None,
    cancelled=None,
) -> Semivariogram:  # fmt: skip
    """The far field's semivariogram; tells the scene's notes of it.

    Raises
    ------
    GroundshiftError
        If the far field is too small.
    """
    layout = scene.layout
    count = scene.levels[0][N]
    if scene.places.far is not None:
        inside = far_mask(scene.places.far, scene.cell_grid())
        count = np.where(inside, count, 0.0)
        where = "the polygons given"
    else:
        count = far_counts(count, layout, far.centre, far.radius)
        where = f"all beyond {far.radius / 1e3:.3g} km from the steepest displacement"
    if not count.any():
        raise GroundshiftError(
            f"{scene.source.path}: the far field holds no pixel; draw another one, or give sill "
            "and range."
        )
    rows, cols = np.nonzero(count)
    height, width = layout.cell
    extent = [np.ptp(cols) * width * layout.step[0], np.ptp(rows) * height * layout.step[1]]
    longest = COMPARED * float(np.abs(extent).max()) + 2 * abs(layout.step[0])
    rng = np.random.default_rng(noise.seed)
    pairs = draw_pairs(count, layout, noise.pairs, longest, rng)
    values = pick_pixels(
        scene.reader, scene.keep, scene.grid, pairs[:, ::2].T.ravel(), pairs[:, 1::2].T.ravel(),
        run_options, progress, cancelled,
    ).reshape(2, -1)  # fmt: skip
    x, y = layout.metres(pairs[:, 1::2].T, pairs[:, ::2].T)
    other = (pairs[:, 2] // height, pairs[:, 3] // width)
    good = np.isfinite(values).all(axis=0) & (count[other] > 0)
    if good.sum() < 10:
        raise GroundshiftError(
            f"{scene.source.path}: the far field has too few pixels for a semivariogram; draw a "
            "larger one, or give sill and range."
        )
    values, x, y = values[:, good], x[:, good], y[:, good]
    slopes = _slopes(values.ravel(), x.ravel(), y.ravel())
    residual = values - slopes[0] * x - slopes[1] * y
    found = empirical(
        np.hypot(x[1] - x[0], y[1] - y[0]), residual[1] - residual[0], longest,
        np.abs(layout.step).min(),
    )  # fmt: skip
    model = fit_semivariogram(*found)
    scene.notes.append(
        f"Far field: {where}; {good.sum()} pairs of pixels, a plane taken off. Nugget "
        f"{model.nugget * 1e6:.4g} mm2, sill {model.sill * 1e6:.4g} mm2, range "
        f"{model.range / 1e3:.4g} km."
    )
    if not model.levels:
        scene.notes.append(
            "The semivariogram does not level off within the far field: range and sill are no "
            "more than a lower bound. Estimate a ramp in the inversion, or give both."
        )
    return model


def _slopes(values, x, y):
    design = np.stack([x / 1e4, y / 1e4, np.ones_like(x)], axis=1)
    return np.linalg.lstsq(design, values, rcond=None)[0][:2] / 1e4
