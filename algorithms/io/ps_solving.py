# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From chosen points to their displacement series: unwrapping, height errors, atmosphere."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..data.slc import SlcStack
from ..data.statistics import Sampler, Summary
from ..errors import GroundshiftError
from ..runner import check_cancelled, tell
from ..scatterers import ps_series
from ..scatterers.amplitude import decibel
from ..scatterers.lookangle import LookAngle, height_slope
from ..scatterers.unwrapping.sparse import unwrap_points
from ..scatterers.weeding import arcs, point_noise, unlike
from ..timeseries.apsfilter import time_operator
from ..timeseries.coloured import AUTO, estimate_noise
from ..timeseries.demerror import RadarGeometry
from ..timeseries.velocity import DAYS_PER_YEAR, VelocityModel
from .metric import LocalMetres
from .placing import point_places
from .ps_geometry import heights_at, point_geometry
from .ps_outputs import PsPoints

SAMPLED = 1000  # points that tell the colour of the noise
CHUNK = 1 << 15  # points whose series are worked on at a time


@dataclass(frozen=True)
class SeriesOptions:
    """From phases to series.

    Parameters
    ----------
    method : str
        Of unwrapping; see :func:`..scatterers.unwrapping.sparse.unwrap_points`.
    least_coherence : float
        Points whose temporal coherence, relative to their neighbours, is lower are left out at
        the end.
    least_component : int
        Points in parts that the unwrapping holds together of fewer points are left out.
    atmosphere_days, atmosphere_metres : float
        Widths of the filter in time and space that takes the atmosphere out; 0 leaves it in.
    without_zero_height : bool
        Whether points whose height in the geometry file is exactly 0 (sea, voids) are left out.
    reference_point : (x, y) or None
        Map coordinates in the CRS of the points (longitude and latitude of radar coordinates).
    reference_radius : float
        Metres about that point.
    reference_area : (xmin, ymin, xmax, ymax) or None
    """

    method: str = "auto"
    least_coherence: float = 0.7
    least_component: int = 5
    atmosphere_days: float = 60.0
    atmosphere_metres: float = 500.0
    without_zero_height: bool = False
    reference_point: tuple | None = None
    reference_radius: float = 200.0
    reference_area: tuple | None = None


@dataclass(frozen=True)
class Chosen:
    """Points that were chosen, in the order of their place; see :mod:`..scatterers.selection`.

    Parameters
    ----------
    rows, cols : ndarray of int, shape (point,)
    phase : ndarray of float32, shape (time, point)
        Radians, relative to one image.
    fit : LookAngle
    dispersion, amplitude, noise : ndarray, shape (point,)
    reference : int
        Number of that image.
    """

    rows: np.ndarray
    cols: np.ndarray
    phase: np.ndarray
    fit: LookAngle
    dispersion: np.ndarray
    amplitude: np.ndarray
    noise: np.ndarray
    reference: int

    def picked(self, index) -> Chosen:
        """Some of the points."""
        fit = LookAngle(self.fit.slope[index], self.fit.offset[index], self.fit.gamma[index])
        return Chosen(
            self.rows[index], self.cols[index], self.phase[:, index], fit, self.dispersion[index],
            self.amplitude[index], self.noise[index], self.reference,
        )  # fmt: skip


@dataclass(frozen=True)
class Solved:
    """Points with their series.

    Parameters
    ----------
    points : PsPoints
    components : int
        Parts that they are in.
    reference : (x, y)
        Middle of the reference points.
    reference_points : int
    velocity : Summary
        mm/yr.
    """

    points: PsPoints
    components: int
    reference: tuple
    reference_points: int
    velocity: Summary


def solve(
    stack: SlcStack, chosen: Chosen, dates, baseline, spacing, options: SeriesOptions,
    assumed: RadarGeometry, geometry_path=None, *, log=None, progress=None, cancelled=None,
) -> Solved:  # fmt: skip
    """Unwrap the phases of points and take them apart.

    Parameters
    ----------
    stack : SlcStack
    chosen : Chosen
    dates : ndarray of datetime64[D], shape (time,)
        Of the images that were used.
    baseline : ndarray, shape (time,)
    spacing : (float, float)
        Metres along rows and columns.
    options : SeriesOptions
    assumed : RadarGeometry
    geometry_path : path, optional

    Raises
    ------
    GroundshiftError
        If too few points are left, or none is at the reference.
    """
    log = log or (lambda text: None)
    x, y, crs = point_places(stack, chosen.rows, chosen.cols)
    stay = np.isfinite(x) & np.isfinite(y)
    stay[stay] = unlike(x[stay], y[stay], chosen.fit.gamma[stay])
    if options.without_zero_height:
        stay &= heights_at(geometry_path, stack.grid, chosen.rows, chosen.cols) != 0
    if not stay.all():
        log(
            f"{int((~stay).sum())} point(s) without a place (or height) of their own were left out."
        )
        chosen, x, y = chosen.picked(stay), x[stay], y[stay]
    series, component = _unwrapped(
        chosen, dates, baseline, spacing, options, stack.wavelength, assumed, log,
        lambda done: tell(progress, 0.7 * done), cancelled,
    )  # fmt: skip
    stay = _large(component, options.least_component, chosen, log)
    chosen, x, y, component = chosen.picked(stay), x[stay], y[stay], component[stay]
    series = series[:, stay]
    members = _reference(series, component, chosen, dates, (x, y, crs), options)
    log(f"The reference is the mean of {int(members.sum())} point(s).")
    series -= series[:, members].mean(axis=1, keepdims=True)
    geometry = point_geometry(geometry_path, stack.grid, chosen.rows, chosen.cols, assumed)
    values, columns = _taken_apart(
        series, chosen, members, dates, baseline, spacing, options, stack.wavelength, geometry,
        log, lambda done: tell(progress, 0.7 + 0.3 * done), cancelled,
    )  # fmt: skip
    columns = {
        "gamma": np.round(chosen.fit.gamma.astype(float), 4),
        "amplitude_dispersion": np.round(chosen.dispersion.astype(float), 4),
        "amplitude_db": np.round(decibel(chosen.amplitude).astype(float), 2),
        "phase_noise_rad": np.round(chosen.noise, 4), **columns, "component": component,
        **geometry.columns, "row": chosen.rows, "col": chosen.cols,
    }  # fmt: skip
    stay = _coherent(values["coherence"], options.least_coherence, log)
    points = PsPoints(
        chosen.rows[stay], chosen.cols[stay], x[stay], y[stay], crs, dates, series[:, stay],
        {name: column[stay] for name, column in values.items()},
        {name: column[stay] for name, column in columns.items()},
    )  # fmt: skip
    rates = Sampler(stack.grid)
    rates.add_values(points.values["velocity"] * 1e3)
    middle = float(x[members].mean()), float(y[members].mean())
    parts = len(np.unique(component[stay]))
    return Solved(points, parts, middle, int(members.sum()), rates.summary())


def _coherent(coherence, least, log) -> np.ndarray:
    stay = coherence >= least
    if not stay.any():
        raise GroundshiftError(
            f"No point has a temporal coherence of at least {least:g} (the best has "
            f"{coherence.max():.2f}); lower the limit."
        )
    if not stay.all():
        log(f"{int((~stay).sum())} point(s) with a temporal coherence below {least:g} left out.")
    return stay


def _metres(chosen, spacing) -> np.ndarray:
    """Places of points in metres along the image's axes, shape (point, 2)."""
    return np.column_stack([chosen.cols * spacing[1], chosen.rows * spacing[0]]).astype(float)


def _unwrapped(
    chosen, dates, baseline, spacing, options, wavelength, assumed, log, progress, cancelled
):
    """Displacement of every date since the first, metres, float32, and the points' components."""
    known = np.isfinite(baseline).all()
    years = (dates - dates[0]).astype(float) / DAYS_PER_YEAR
    slope = chosen.fit.slope[np.newaxis]
    metres = baseline[:, np.newaxis].astype(np.float32) if known else np.zeros((len(dates), 1))
    wrapped = ps_series.wrap(chosen.phase - slope * metres).astype(np.float32)
    pairs = ps_series.next_pairs(len(dates))
    between = ps_series.wrap(wrapped[pairs[:, 1]] - wrapped[pairs[:, 0]])
    factor = height_slope(wavelength, float(assumed.distance(assumed.incidence)), assumed.incidence)
    found = unwrap_points(
        _metres(chosen, spacing), between.astype(np.float32), pairs, years, chosen.fit.gamma,
        baselines=baseline if known else None, height_factor=factor, method=options.method,
        progress=progress, cancelled=cancelled,
    )  # fmt: skip
    series = np.empty(wrapped.shape, np.float32)
    for first in range(0, wrapped.shape[1], CHUNK):
        part = np.s_[:, first : first + CHUNK]
        phase = ps_series.integrate(found.phase[part], pairs, wrapped[part])
        # The height errors that were taken off come back: they are estimated with the rates.
        phase += (chosen.fit.slope[first : first + CHUNK] * metres).astype(float)
        series[part] = -wavelength / (4 * np.pi) * (phase - phase[0])
    return series, np.asarray(found.component)


def _large(component, least, chosen, log) -> np.ndarray:
    names, inverse, sizes = np.unique(component, return_inverse=True, return_counts=True)
    stay = sizes[inverse] >= least
    if not stay.any():
        raise GroundshiftError(
            f"The unwrapping holds no {least} points together; lower the least size of a part, or "
            "choose more points."
        )
    if not stay.all():
        log(f"{int((~stay).sum())} point(s) in parts of fewer than {least} were left out.")
    parts = int((sizes >= least).sum())
    if parts > 1:
        log(
            f"The points are in {parts} parts that no good arc joins: cycles between them are a "
            "guess; see the field component (the largest part is 1)."
        )
    return stay


def _reference(series, component, chosen, dates, places, options) -> np.ndarray:
    """Points whose mean is taken not to move."""
    x, y, crs = places
    names, sizes = np.unique(component, return_counts=True)
    main = component == names[np.argmax(sizes)]
    if options.reference_area is not None:
        xmin, ymin, xmax, ymax = options.reference_area
        inside = (x >= xmin) & (x <= xmax) & (y >= ymin) & (y <= ymax)
        if not (inside & main).any():
            raise GroundshiftError(
                f"The reference area ({xmin:.6g}, {ymin:.6g} to {xmax:.6g}, {ymax:.6g}) holds no "
                "point of the largest part; choose a larger one, or leave it empty for an "
                "automatic reference."
            )
        return inside & main
    if options.reference_point is not None:
        return main & _near(places, main, options)
    velocity = np.full(len(x), np.nan)
    years = (dates - dates[0]).astype(float) / DAYS_PER_YEAR
    centred = years - years.mean()
    velocity[main] = centred @ series[:, main] / (centred @ centred)
    return ps_series.stable_points(velocity, chosen.fit.gamma)


def _near(places, main, options) -> np.ndarray:
    """Points about the reference point; the nearest one where there is none within its radius."""
    x, y, crs = places
    at = options.reference_point
    low, high = np.array([x.min(), y.min()]), np.array([x.max(), y.max()])
    margin = 0.1 * (high - low)
    if np.any(at < low - margin) or np.any(at > high + margin):
        raise GroundshiftError(
            f"The reference point ({at[0]:.6g}, {at[1]:.6g}) lies away from all points; choose one "
            "among them or leave it empty for an automatic reference."
        )
    local = LocalMetres(crs, *at)
    distance = np.hypot(*(local.of(crs, x, y) - local.of(crs, *at)).T)
    distance[~main] = np.inf
    return distance <= max(options.reference_radius, distance.min())


def _taken_apart(
    series, chosen, members, dates, baseline, spacing, options, wavelength, geometry, log,
    progress, cancelled,
):  # fmt: skip
    """Rates, height errors and quality; takes height errors and atmosphere off the series."""
    count = series.shape[1]
    model = ps_series.motion_model(dates, baseline)
    if not model.has_height:
        log("The baselines do not tell height errors from motion; none are estimated.")
    sample = series[:, :: max(1, count // SAMPLED)]
    model = replace(model, noise=estimate_noise(sample, model.matrix, model.years, AUTO))
    log(model.noise.describe())
    parts = []
    for first in range(0, count, CHUNK):
        check_cancelled(cancelled)
        part = np.s_[:, first : first + CHUNK]
        fitted = ps_series.fit_points(series[part].astype(float), model)
        parts.append(fitted)
        if model.has_height:
            metres = (baseline - baseline[0])[:, np.newaxis]
            series[part] -= (fitted.slope * metres).astype(np.float32)
    names = ("velocity", "velocity_std", "slope", "slope_std")
    velocity, std, slope, slope_std = (
        np.concatenate([getattr(part, name) for part in parts]) for name in names
    )
    tell(progress, 0.3)
    if options.atmosphere_metres > 0 and options.atmosphere_days > 0:
        _take_atmosphere(series, chosen, members, dates, spacing, options, cancelled)
    tell(progress, 0.7)
    ends = arcs(_metres(chosen, spacing))
    residuals = ps_series.arc_residuals(series, model, ends)
    noise = point_noise(residuals, ends, chosen.noise**2)
    height = slope * geometry.to_height
    values = {
        "velocity": velocity, "velocity_std": std,
        "coherence": ps_series.coherence_of(noise, wavelength), "gamma": chosen.fit.gamma,
        "dispersion": chosen.dispersion, "height_error": height,
    }  # fmt: skip
    columns = {
        "height_error_m": np.round(height, 2),
        "height_error_std_m": np.round(slope_std * geometry.to_height, 2),
        "residual_std_mm": np.round(noise * 1e3, 3),
    }
    return values, columns


def _take_atmosphere(series, chosen, members, dates, spacing, options, cancelled) -> None:
    """Take the filtered atmosphere off the series, relative to the reference and first date."""
    grid = ps_series.atmosphere_grid(_metres(chosen, spacing), options.atmosphere_metres)
    operator = time_operator(dates, VelocityModel(), "gaussian", options.atmosphere_days)
    sums = grid.sums(series)
    inside = np.bincount(grid.cell, minlength=sums.shape[1]).astype(float)
    check_cancelled(cancelled)
    field = grid.smooth(sums, inside, operator)
    offset = np.zeros((len(dates), 1), np.float32)
    for first in range(0, series.shape[1], CHUNK):
        part = np.s_[:, first : first + CHUNK]
        series[part] -= grid.at_points(field, first, series[part].shape[1])
    offset = series[:, members].mean(axis=1, keepdims=True)
    series -= offset
    series -= series[0].copy()
