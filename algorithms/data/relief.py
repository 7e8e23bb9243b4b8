# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How the ground falls: gradients of heights, as they are or of planes fitted to a neighbourhood.

Noise of some metres in a model of 30 m cells tilts slopes by several degrees, so rates along the
slope want planes over a hundred metres and more.
"""

from __future__ import annotations

import numpy as np

REACH = 4.0
"""Standard deviations at which the weights of a neighbourhood end."""

LEAST_WEIGHT = 0.05  # of a full neighbourhood's, so that a plane rests on more than a corner

LEVEL = 1e-9  # rise by metre that is rounding


def margin_of(sigma) -> tuple[int, int]:
    """Cells around a block that :func:`pixel_gradients` needs, by rows and columns."""
    return tuple(max(1, int(np.ceil(REACH * part))) for part in sigma)


def pixel_gradients(height, sigma=(0.0, 0.0)) -> np.ndarray:
    """Rise of the ground by step of column and by step of row.

    Parameters
    ----------
    height : ndarray, shape (row + 2 margin, column + 2 margin)
        Metres, with the margins of :func:`margin_of`, NaN where unknown.
    sigma : (float, float)
        Of the neighbourhood, in rows and columns: planes are fitted with Gaussian weights. 0 takes
        Horn's (1981) slope of 3 x 3 cells.

    Returns
    -------
    ndarray of float64, shape (2, row, column)
        Metres a cell; NaN where the cell itself is unknown. Where neighbours are unknown, what is
        known of the neighbourhood gives the plane, so an inclined plane stays exact at borders.
    """
    height = np.asarray(height, float)
    return _planes(height, sigma) if max(sigma) > 0 else _horn(height)


def _horn(height):
    rows, cols = height.shape[0] - 2, height.shape[1] - 2
    centre = height[1:-1, 1:-1]

    def neighbour(down, across, instead):
        def part(sign):
            row, col = 1 + sign * down, 1 + sign * across
            return height[row : row + rows, col : col + cols]

        there, opposite = part(1), part(-1)
        # The plane through the opposite cell and this one.
        instead = np.where(np.isnan(opposite), instead, 2 * centre - opposite)
        return np.where(np.isnan(there), instead, there)

    b, h, d, f = (
        neighbour(down, across, centre) for down, across in ((-1, 0), (1, 0), (0, -1), (0, 1))
    )
    a, c, g, k = (
        neighbour(down, across, row + col - centre)
        for down, across, row, col in ((-1, -1, b, d), (-1, 1, b, f), (1, -1, h, d), (1, 1, h, f))
    )
    return np.stack([(c + 2 * f + k - a - 2 * d - g) / 8, (g + 2 * h + k - a - 2 * b - c) / 8])


def _planes(height, sigma):
    """Weighted least squares of ``z = z0 + p x + q y`` in every neighbourhood."""
    from scipy.ndimage import correlate1d

    margin = margin_of(sigma)
    kernels = [_kernels(part, reach) for part, reach in zip(sigma, margin)]
    known = np.isfinite(height)
    inner = tuple(slice(m, n - m) for m, n in zip(margin, height.shape))

    def moment(values, y, x):
        part = correlate1d(values, kernels[1][x], axis=1, mode="constant")[:, inner[1]]
        return correlate1d(part, kernels[0][y], axis=0, mode="constant")[inner[0]]

    weight, z = known.astype(float), np.where(known, height, 0.0)
    one, x, y = moment(weight, 0, 0), moment(weight, 0, 1), moment(weight, 1, 0)
    xx, xy, yy = moment(weight, 0, 2), moment(weight, 1, 1), moment(weight, 2, 0)
    z0, zx, zy = moment(z, 0, 0), moment(z, 0, 1), moment(z, 1, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        # Centred moments: what is left when the mean place and height are taken out.
        cxx, cxy, cyy = xx - x * x / one, xy - x * y / one, yy - y * y / one
        czx, czy = zx - z0 * x / one, zy - z0 * y / one
        area = cxx * cyy - cxy**2
        planes = np.stack([(czx * cyy - czy * cxy) / area, (czy * cxx - czx * cxy) / area])
    full = kernels[0][2].sum() * kernels[1][2].sum()
    good = known[inner] & (one > LEAST_WEIGHT) & (area > LEAST_WEIGHT**2 * full)
    return np.where(good, planes, np.nan)


def _kernels(sigma, reach):
    """Gaussian weights that sum to one, and these times the place and its square."""
    steps = np.arange(-reach, reach + 1.0)
    weights = np.exp(-0.5 * (steps / sigma) ** 2) if sigma > 0 else (steps == 0).astype(float)
    weights /= weights.sum()
    return weights, weights * steps, weights * steps**2


def ground_gradients(steps, axes) -> np.ndarray:
    """Rise by metre east and by metre north.

    Parameters
    ----------
    steps : ndarray, shape (2, row, column)
        By step of column and of row, see :func:`pixel_gradients`.
    axes : ndarray, shape (row, column, 4)
        East and north of a column, east and north of a row, in metres (:mod:`.axes`).

    Returns
    -------
    ndarray of float64, shape (2, row, column)
    """
    east_c, north_c, east_r, north_r = np.moveaxis(axes, -1, 0)
    area = east_c * north_r - north_c * east_r
    by_col, by_row = steps
    return np.stack([
        (by_col * north_r - north_c * by_row) / area, (east_c * by_row - east_r * by_col) / area,
    ])  # fmt: skip


def slope_and_aspect(gradients) -> tuple[np.ndarray, np.ndarray]:
    """Slope and azimuth of steepest descent in degrees; the aspect is NaN where it is level.

    Parameters
    ----------
    gradients : ndarray, shape (2, ...)
        Rise by metre east and north.
    """
    east, north = gradients
    steepest = np.hypot(east, north)
    aspect = np.degrees(np.arctan2(-east, -north)) % 360.0
    return np.degrees(np.arctan(steepest)), np.where(steepest > LEVEL, aspect, np.nan)


def curvatures(height, cell) -> np.ndarray:
    """Curvature of the ground across and along its steepest line.

    Parameters
    ----------
    height : ndarray, shape (row + 2, column + 2)
        Metres, with a cell around, NaN where unknown.
    cell : (float, float)
        Metres down a row and across a column.

    Returns
    -------
    ndarray of float64, shape (2, row, column)
        Contour (plan) and profile curvature, 1/m, convex positive: ridges across, and slopes that
        steepen downwards. 0 where it is level, NaN where one of 3 x 3 cells is unknown. By central
        differences of Zevenbergen and Thorne (1987).
    """
    z = np.asarray(height, float)
    down, across = cell
    left, right, above, below = z[1:-1, :-2], z[1:-1, 2:], z[:-2, 1:-1], z[2:, 1:-1]
    p, q = (right - left) / (2 * across), (below - above) / (2 * down)
    r = (right - 2 * z[1:-1, 1:-1] + left) / across**2
    t = (below - 2 * z[1:-1, 1:-1] + above) / down**2
    s = (z[2:, 2:] - z[2:, :-2] - z[:-2, 2:] + z[:-2, :-2]) / (4 * across * down)
    square = p**2 + q**2
    steep = np.where(square > LEVEL, square, np.inf)
    plan = -(q**2 * r - 2 * p * q * s + p**2 * t) / steep**1.5
    profile = -(p**2 * r + 2 * p * q * s + q**2 * t) / (steep * (1 + square) ** 1.5)
    return np.stack([plan, profile])
