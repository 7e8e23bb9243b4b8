# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What slip on patches does to an elastic half-space: displacement, strain and stress.

Volcanic sources (:class:`.volcanic_model.VolcanicModel`) are asked alike.
"""

from __future__ import annotations

import numpy as np

from ..data.medium import Medium
from ..data.patches import PatchSet, SlipModel

HAIR = 1e-6
"""Of a patch's longest edge: nearer to one of its corners at the surface nothing has a number.

Where a fault that breaks the surface ends, displacement grows with the logarithm of the distance
without end: to 1.2 m for a metre of slip where rounding alone keeps a point off the corner.
"""


def displacement(model: SlipModel, points, poisson: float = 0.25) -> np.ndarray:
    """Displacement at points.

    Parameters
    ----------
    model : SlipModel or VolcanicModel
    points : ndarray, shape (point, 3)
        East, north and up in metres; up is 0 or negative.
    poisson : float

    Returns
    -------
    ndarray, shape (point, 3)
        East, north and up in metres; NaN where singular, beside corners at the surface (see
        :data:`HAIR`), and above the surface.
    """
    if not isinstance(model, SlipModel):
        return model.displacement(_checked(points), poisson)
    patches, points = model.patches, _checked(points)
    found = _kernel(patches).displacement(points, patches.faults, model.components, poisson)
    return _without_corners(patches, points, found)[0]


def displacement_gradients(model: SlipModel, points, poisson: float = 0.25):
    """Displacement and its gradients at points; see :func:`displacement`.

    Returns
    -------
    u : ndarray, shape (point, 3)
    g : ndarray, shape (point, 3, 3)
        ``g[:, i, j]`` is the derivative of the displacement's component `i` in direction `j`.
    """
    if not isinstance(model, SlipModel):
        return model.displacement_gradients(_checked(points), poisson)
    patches, points = model.patches, _checked(points)
    found = _kernel(patches).displacement_gradients(
        points, patches.faults, model.components, poisson
    )
    return _without_corners(patches, points, *found)


def gradients(model: SlipModel, points, poisson: float = 0.25) -> np.ndarray:
    """Gradients alone, which take less time; see :func:`displacement_gradients`."""
    if not isinstance(model, SlipModel):
        return model.displacement_gradients(_checked(points), poisson)[1]
    patches, kernel = model.patches, _kernel(model.patches)
    if patches.is_rectangular:
        points = _checked(points)
        found = kernel.gradients(points, patches.faults, model.components, poisson)
        return _without_corners(patches, points, found)[0]
    return displacement_gradients(model, points, poisson)[1]


def green_los(patches: PatchSet, components, points, look, poisson: float = 0.25) -> np.ndarray:
    """Response of points along their look vectors to unit slips.

    Parameters
    ----------
    patches : PatchSet
    components : ndarray, shape (patch, component, 3)
        Strike slip, dip slip and opening of each unit slip.
    points, look : ndarray, shape (point, 3)
    poisson : float

    Returns
    -------
    ndarray, shape (point, patch, component)
    """
    kernel = _kernel(patches)
    components = np.ascontiguousarray(components, float)
    look, points = np.ascontiguousarray(look, float), _checked(points)
    found = kernel.green_los(points, look, patches.faults, components, poisson)
    return _without_corners(patches, points, found)[0]


def strain(gradients) -> np.ndarray:
    """Strain, the symmetric part of gradients of shape (..., 3, 3)."""
    return 0.5 * (gradients + np.swapaxes(gradients, -1, -2))


def stress(gradients, medium: Medium) -> np.ndarray:
    """Stress by Hooke's law, tension positive.

    Parameters
    ----------
    gradients : ndarray, shape (..., 3, 3)
        Of the displacement, or the strain.
    medium : Medium

    Returns
    -------
    ndarray, shape (..., 3, 3)
        Pascal.
    """
    part = strain(gradients)
    dilatation = np.trace(part, axis1=-2, axis2=-1)
    return 2 * medium.shear_modulus * part + medium.lame * dilatation[..., None, None] * np.eye(3)


def rake_components(patches: PatchSet, rakes) -> np.ndarray:
    """Unit slips in the directions of rakes, for :func:`green_los`.

    Parameters
    ----------
    patches : PatchSet
    rakes : ndarray, shape (component,) or (patch, component)
        Radians.

    Returns
    -------
    ndarray, shape (patch, component, 3)
    """
    rakes = np.asarray(rakes, float)
    rakes = np.broadcast_to(rakes, (len(patches), rakes.shape[-1]))
    return np.stack([np.cos(rakes), np.sin(rakes), np.zeros_like(rakes)], axis=-1)


def _without_corners(patches, points, *fields):
    """Fields of shape (point, ...) that are NaN beside a patch's corner at the surface."""
    corners = patches.corners
    size = np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=-1).max(axis=1)
    hair = HAIR * np.broadcast_to(size[:, None], corners.shape[:2])
    risen = corners[..., 2] > -hair
    if not risen.any() or not len(points):
        return fields
    from scipy.spatial import cKDTree

    # Corners are about as large as one another where they are near to one another.
    apart, _ = cKDTree(corners[risen]).query(
        np.nan_to_num(points, nan=np.inf, neginf=np.inf), distance_upper_bound=hair[risen].max()
    )  # fmt: skip
    for field in fields:
        field[np.isfinite(apart)] = np.nan
    return fields


def _kernel(patches):
    """The module of the kernels, imported late as numba is slow to import."""
    if patches.is_rectangular:
        from . import okada

        return okada
    from . import triangles

    return triangles


def _checked(points):
    points = np.ascontiguousarray(points, float)
    if points.ndim != 2 or points.shape[1] != 3:
        raise ValueError("points are of shape (point, 3)")
    return points
