# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Nodes of the long-wavelength model, from a series or points, along the other look."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.grid import Grid, Window, block_windows
from ...data.los import from_incidence_azimuth
from ...data.metric import LocalMetres, pixel_size_m
from ...errors import GroundshiftError
from ...formats.hdf5.stacks import TimeSeriesReader, read_geometry, read_timeseries
from ...formats.measurements import RateLayer, read_points
from ..multisensor import Coefficients, down_slope, fit_polynomials, look_factor

VERTICAL = (0.0, 0.0, 1.0)
MARGIN = 0.1  # of the short-wavelength scene, from which nodes outside of it are taken


@dataclass(frozen=True)
class Nodes:
    """Where the prediction starts from.

    Parameters
    ----------
    places : ndarray, shape (node, 2)
        Local metres.
    coefficients : Coefficients
        Along the short wavelength's line of sight.
    dates : ndarray of datetime64[D]
        Of the long-wavelength series.
    spacing : float
        Typical distance of neighbours, metres.
    insensitive : int
        Points left out because their radar hardly sees the assumed motion.
    """

    places: np.ndarray
    coefficients: Coefficients
    dates: np.ndarray
    spacing: float
    insensitive: int


class LookChange:
    """Takes displacements from one line of sight to another by an assumption.

    Parameters
    ----------
    assumption : str
        ``vertical``, ``down_slope`` or ``same_los``.
    short_path : path or None
        Geometry of the short wavelength: look vectors, and the height for ``down_slope``.
    local : LocalMetres
    """

    def __init__(self, assumption: str, short_path, local: LocalMetres):
        self._assumption, self._local = assumption, local
        if assumption == "same_los":
            return
        if short_path is None:
            raise GroundshiftError(
                f"The assumption '{assumption}' needs the look vectors of both wavelengths and the "
                "geometry of the stack is not given; give it, or take 'same_los'."
            )
        self._grid, layers = read_geometry(short_path)
        self._look = _vectors(layers, short_path)
        self._direction = None
        if assumption == "down_slope":
            if "height" not in layers:
                raise GroundshiftError(
                    f"{short_path}: holds no height, which 'down_slope' needs; take 'vertical'."
                )
            self._direction = down_slope(layers["height"], pixel_size_m(self._grid))

    def factor(self, places, long_look, what) -> np.ndarray:
        """Factor of the displacements at places, shape (point,); NaN where there is none."""
        if self._assumption == "same_los":
            return np.ones(len(places))
        if long_look is None:
            raise GroundshiftError(
                f"{what}: does not say where its satellite stood, which the assumption "
                f"'{self._assumption}' needs; give its geometry, or take 'same_los'."
            )
        rows, cols = self._nearest(places)
        short = self._look[:, rows, cols].T
        direction = np.broadcast_to(VERTICAL, short.shape)
        if self._direction is not None:
            direction = self._direction[:, rows, cols].T
        return look_factor(long_look, short, direction)

    def _nearest(self, places):
        """Pixels of the short wavelength's geometry, the nearest ones outside of it."""
        x, y = self._local.back(self._grid.crs, places)
        x0, dx, rx, y0, ry, dy = self._grid.transform
        determinant = dx * dy - rx * ry
        cols = np.floor((dy * (x - x0) - rx * (y - y0)) / determinant).astype(int)
        rows = np.floor((dx * (y - y0) - ry * (x - x0)) / determinant).astype(int)
        return np.clip(rows, 0, self._grid.rows - 1), np.clip(cols, 0, self._grid.cols - 1)


def _vectors(layers, path) -> np.ndarray:
    if not {"incidenceAngle", "azimuthAngle"} <= set(layers):
        raise GroundshiftError(
            f"{path}: holds no incidenceAngle and azimuthAngle; take 'same_los' or another file."
        )
    los = from_incidence_azimuth(
        layers["incidenceAngle"].astype(float), layers["azimuthAngle"].astype(float)
    )
    return np.stack([los.east, los.north, los.up])


def scene_box(grid: Grid, local: LocalMetres):
    """Rectangle (xmin, ymin, xmax, ymax) of a scene in local metres, with a margin."""
    rows = np.array([0, 0, grid.rows - 1, grid.rows - 1, grid.rows // 2])
    cols = np.array([0, grid.cols - 1, 0, grid.cols - 1, grid.cols // 2])
    corners = local.of(grid.crs, *grid.xy(rows, cols))
    low, high = corners.min(axis=0), corners.max(axis=0)
    margin = MARGIN * (high - low).max()
    return (*(low - margin), *(high + margin))


def nodes_of_points(source: RateLayer, local, box, degree, change: LookChange) -> Nodes:
    """Nodes from a layer of points with a field a date."""
    points, _ = read_points(source)
    if points.series is None or points.direction != "los":
        raise GroundshiftError(
            f"{source.path}: has no displacement by date (fields DYYYYMMDD); give points with "
            "series, or a timeseries.h5."
        )
    places = local.of(points.crs, points.x, points.y, str(source.path))
    series = points.series[:, 0].T
    inside = _inside(places, box) & np.isfinite(series).all(axis=0)
    if not inside.any():
        raise GroundshiftError(
            f"{source.path}: has no point with a full series on the stack; check that both overlap."
        )
    places = places[inside]
    look = None if points.look is None else points.look[inside]
    fitted = fit_polynomials(points.dates, series[:, inside], points.dates[0], degree)
    factor = change.factor(places, look, source.path)
    return _nodes(places, fitted, factor, points.dates)


def _inside(places, box):
    return (
        (places[:, 0] >= box[0]) & (places[:, 1] >= box[1]) & (places[:, 0] <= box[2])
        & (places[:, 1] <= box[3])
    )  # fmt: skip


def _nodes(places, fitted, factor, dates, spacing=None) -> Nodes:
    good = np.isfinite(factor)
    values = fitted.values[good] * factor[good, np.newaxis]
    covariance = fitted.covariance[good] * factor[good, np.newaxis, np.newaxis] ** 2
    places, insensitive = places[good], int((~good).sum())
    # Two nodes at one place would make the interpolation singular.
    _, first = np.unique(np.round(places, 2), axis=0, return_index=True)
    first = np.sort(first)
    places = places[first]
    if spacing is None and len(places) > 1:
        from scipy.spatial import cKDTree

        spacing = float(np.median(cKDTree(places).query(places, 2)[0][:, 1]))
    coefficients = Coefficients(values[first], covariance[first])
    return Nodes(places, coefficients, dates, spacing or 1.0, insensitive)


def nodes_of_series(
    path, geometry_path, local, box, degree, change, minimum_coherence, most, job
) -> Nodes:
    """Nodes from a time-series file, averaged over cells of pixels to at most about so many.

    Pixels of a cell share the most of their noise, so the covariance of the mean is taken as the
    mean covariance.
    """
    series = read_timeseries(path)
    grid = series.grid
    if minimum_coherence > 0 and "temporalCoherence" not in series.layers:
        minimum_coherence = 0.0
    looks = None
    if geometry_path is not None:
        other, layers = read_geometry(geometry_path)
        if not other.aligned_with(grid):
            raise GroundshiftError(
                f"{geometry_path}: its grid ({other.rows}x{other.cols}) is not that of the long-"
                f"wavelength series ({grid.rows}x{grid.cols}); give the geometry of the same stack."
            )
        looks = _vectors(layers, geometry_path)
    area = _area(grid, local, box, path)
    cells = _Cells(area, most, degree)
    windows = block_windows(grid, len(series.dates) * 32.0 + 200.0, job.budget)
    with TimeSeriesReader(series) as reader:
        for number, window in enumerate(windows, 1):
            job.check()
            if _overlaps(window, area):
                _add_window(
                    cells, reader, window, looks, local, degree, change, minimum_coherence, path
                )
            job.tell(number / len(windows))
    if not cells.count.any():
        raise GroundshiftError(
            f"{path}: no pixel on the stack has a full series and a temporal coherence of at least "
            f"{minimum_coherence:g}; check that both overlap, or lower the threshold."
        )
    places, fitted = cells.means()
    x, y = grid.xy(np.array([0, 0, 1]), np.array([0, 1, 0]))
    near = local.of(grid.crs, x, y)
    pixel = np.hypot(*(near[1:] - near[0]).T).max()
    nodes = _nodes(places, fitted, np.ones(len(places)), series.dates, float(pixel * cells.step))
    return Nodes(nodes.places, nodes.coefficients, nodes.dates, nodes.spacing, cells.insensitive)


def _area(grid, local, box, path) -> Window:
    """Rows and columns of the long-wavelength grid that lie on the stack."""
    local.of(grid.crs, *grid.xy(0, 0), str(path))
    edge = np.linspace(0, 1, 9)
    across, along = (part.ravel() for part in np.meshgrid(edge, edge))
    places = np.stack(
        [box[0] + across * (box[2] - box[0]), box[1] + along * (box[3] - box[1])], axis=1
    )
    x, y = local.back(grid.crs, places)
    x0, dx, _, y0, _, dy = grid.transform
    cols, rows = (x - x0) / dx, (y - y0) / dy
    top, left = max(0, int(rows.min())), max(0, int(cols.min()))
    bottom, right = min(grid.rows, int(rows.max()) + 1), min(grid.cols, int(cols.max()) + 1)
    if top >= bottom or left >= right:
        raise GroundshiftError(
            f"{path}: the long-wavelength series does not lie on the stack; check both CRS."
        )
    return Window(top, left, bottom - top, right - left)


def _overlaps(window: Window, area: Window) -> bool:
    return (
        window.row < area.row + area.height and area.row < window.row + window.height
        and window.col < area.col + area.width and area.col < window.col + window.width
    )  # fmt: skip


def _add_window(cells, reader, window, looks, local, degree, change, minimum, path):
    """Fit the pixels of a window and add them to their cells."""
    series = reader.series
    displacement = reader.read(window).reshape(len(series.dates), -1)
    good = np.isfinite(displacement).all(axis=0)
    if minimum > 0:
        with np.errstate(invalid="ignore"):
            good &= reader.layer("temporalCoherence", window).ravel() >= minimum
    rows, cols = np.divmod(np.arange(window.size), window.width)
    rows, cols = rows + window.row, cols + window.col
    good &= cells.holds(rows, cols)
    if not good.any():
        return
    rows, cols = rows[good], cols[good]
    places = local.of(series.grid.crs, *series.grid.xy(rows, cols))
    fitted = fit_polynomials(series.dates, displacement[:, good], series.dates[0], degree)
    look = None if looks is None else looks[:, rows, cols].T
    cells.add(rows, cols, places, fitted, change.factor(places, look, path))


class _Cells:
    """Sums over cells of pixels; the same whatever the blocks that bring them."""

    def __init__(self, area: Window, most: int, degree: int):
        self._area = area
        self.step = max(1, int(np.ceil(np.sqrt(area.size / most))))
        self._cols = -(-area.width // self.step)
        size = -(-area.height // self.step) * self._cols
        self.count = np.zeros(size, int)
        self.insensitive = 0
        self._places = np.zeros((size, 2))
        self._values = np.zeros((size, degree))
        self._covariance = np.zeros((size, degree, degree))

    def holds(self, rows, cols) -> np.ndarray:
        """Mask of the pixels in the area."""
        area = self._area
        return (
            (rows >= area.row) & (rows < area.row + area.height) & (cols >= area.col)
            & (cols < area.col + area.width)
        )  # fmt: skip

    def add(self, rows, cols, places, fitted, factor):
        """Take pixels in."""
        good = np.isfinite(factor)
        self.insensitive += int((~good).sum())
        cell = (rows - self._area.row) // self.step * self._cols
        cell = (cell + (cols - self._area.col) // self.step)[good]
        factor = factor[good]
        np.add.at(self.count, cell, 1)
        np.add.at(self._places, cell, places[good])
        np.add.at(self._values, cell, fitted.values[good] * factor[:, np.newaxis])
        square = fitted.covariance[good] * factor[:, np.newaxis, np.newaxis] ** 2
        np.add.at(self._covariance, cell, square)

    def means(self):
        """Places and coefficients of the cells that hold pixels."""
        full = self.count > 0
        count = self.count[full]
        return self._places[full] / count[:, np.newaxis], Coefficients(
            self._values[full] / count[:, np.newaxis],
            self._covariance[full] / count[:, np.newaxis, np.newaxis],
        )
