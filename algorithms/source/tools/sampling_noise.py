# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Errors of a displacement map from its far field."""

from __future__ import annotations

import numpy as np

from ...data.semivariogram import empirical
from ...errors import GroundshiftError
from ..far_field import FarField
from ..moments import N
from ..semivariogram import Semivariogram, draw_pairs, far_counts, fit_semivariogram
from .displacement_source import far_mask
from .sampling_scene import Scene
from .scene_moments import pick_pixels

COMPARED = 0.6  # share of the far field's extent over which pairs are compared


def scene_semivariogram(scene: Scene, far: FarField, job) -> Semivariogram:
    """The far field's semivariogram; tells the scene's notes of it.

    Raises
    ------
    GroundshiftError
        If the far field is too small.
    """
    layout, chosen = scene.layout, scene.chosen
    count = scene.levels[0][N]
    if chosen.far is not None:
        inside = far_mask(chosen.far, scene.cell_grid())
        count = np.where(inside, count, 0.0)
        where = "the polygons given"
    else:
        count = far_counts(count, layout, far.centre, far.radius)
        where = f"all beyond {far.radius / 1e3:.3g} km from the steepest displacement"
    if not count.any():
        raise GroundshiftError(
            f"{scene.path}: the far field holds no pixel; draw another one, or give sill and range."
        )
    rows, cols = np.nonzero(count)
    height, width = layout.cell
    extent = [np.ptp(cols) * width * layout.step[0], np.ptp(rows) * height * layout.step[1]]
    longest = COMPARED * float(np.abs(extent).max()) + 2 * abs(layout.step[0])
    rng = np.random.default_rng(chosen.seed)
    pairs = draw_pairs(count, layout, chosen.pairs, longest, rng)
    values = pick_pixels(
        scene.reader, scene.keep, scene.grid, pairs[:, ::2].T.ravel(), pairs[:, 1::2].T.ravel(),
        job,
    ).reshape(2, -1)  # fmt: skip
    x, y = layout.metres(pairs[:, 1::2].T, pairs[:, ::2].T)
    other = (pairs[:, 2] // height, pairs[:, 3] // width)
    good = np.isfinite(values).all(axis=0) & (count[other] > 0)
    if good.sum() < 10:
        raise GroundshiftError(
            f"{scene.path}: the far field has too few pixels for a semivariogram; draw a "
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
