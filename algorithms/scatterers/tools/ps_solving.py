# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From chosen points to their displacement series: unwrapping, height errors, atmosphere."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...data.crs import area_in, point_in
from ...data.metric import LocalMetres
from ...data.points import Points
from ...errors import GroundshiftError, counted
from ...formats.placing import point_places
from ...timeseries.apsfilter import high_pass
from ...timeseries.coloured import AUTO, estimate_noise
from ...timeseries.velocity import VelocityModel
from .. import ps_series
from ..amplitude import decibel
from ..unwrapping.points import unwrap_points
from ..weeding import arcs, point_noise, unlike
from .ps_choosing import StablePoints
from .ps_geometry import heights_at, point_geometry
from .ps_scene import PsScene

SAMPLED = 1000  # points that tell the colour of the noise
CHUNK = 1 << 15  # points whose series are worked on at a time


@dataclass(frozen=True)
class Solved:
    """Points with their series.

    Parameters
    ----------
    points : Points
        In the order of their place; ``row`` and ``col`` are among the further columns.
    layers : dict of str to ndarray, shape (point,)
        Further values for the grid of the images: ``gamma``, ``dispersion``, ``height_error`` (m).
    parts : int
        Parts of the unwrapping that they are in.
    reference : (x, y)
        Middle of the reference points.
    reference_points : int
    """

    points: Points
    layers: dict
    parts: int
    reference: tuple
    reference_points: int


def solve(scene: PsScene, points: StablePoints, chosen, job) -> Solved:
    """Unwrap the phases of points and take them apart.

    Parameters
    ----------
    scene : PsScene
    points : StablePoints
    chosen : Ps
    job : Job

    Raises
    ------
    GroundshiftError
        If too few points are left, or none is at the reference.
    """
    grid = scene.stack.grid
    x, y, crs = point_places(scene.stack, points.rows, points.cols)
    stay = np.isfinite(x) & np.isfinite(y)
    stay[stay] = unlike(x[stay], y[stay], points.fit.gamma[stay])
    if chosen.zero_height:
        stay &= heights_at(scene.geometry, grid, points.rows, points.cols) != 0
    if not stay.all():
        job.note(f"{counted((~stay).sum(), 'point')} left out, without a place or height.")
        points, x, y = points.picked(stay), x[stay], y[stay]
    series, component = _unwrapped(scene, points, chosen.method, job.part(0.0, 0.7))
    stay = _large(component, chosen.min_part, job)
    points, x, y, component = points.picked(stay), x[stay], y[stay], component[stay]
    series = series[:, stay]
    members = _reference(scene, series, component, points, (x, y, crs), chosen)
    job.note(f"The reference is the mean of {counted(members.sum(), 'point')}.")
    series -= series[:, members].mean(axis=1, keepdims=True)
    geometry = point_geometry(scene.geometry, grid, points.rows, points.cols, scene.assumed)
    values, columns = _taken_apart(
        scene, series, points, members, geometry, chosen, job.part(0.7, 1.0)
    )
    columns = {
        "gamma": np.round(points.fit.gamma.astype(float), 4),
        "amplitude_dispersion": np.round(points.dispersion.astype(float), 4),
        "amplitude_db": np.round(decibel(points.amplitude).astype(float), 2),
        "phase_noise_rad": np.round(points.noise, 4), **columns, "component": component,
        **geometry.columns, "row": points.rows, "col": points.cols,
    }  # fmt: skip
    stay = _coherent(values["coherence"], chosen.min_temporal_coherence, job)
    values = {name: column[stay] for name, column in values.items()}
    solved = Points.along_look(
        crs, x[stay], y[stay],
        *(values.pop(name) for name in ("velocity", "velocity_std", "coherence")), scene.dates,
        series[:, stay].T, extra={name: column[stay] for name, column in columns.items()},
    )  # fmt: skip
    middle = float(x[members].mean()), float(y[members].mean())
    return Solved(solved, values, len(np.unique(component[stay])), middle, int(members.sum()))


def _coherent(coherence, least, job) -> np.ndarray:
    stay = coherence >= least
    if not stay.any():
        raise GroundshiftError(
            f"No point has a temporal coherence of at least {least:g} (the best has "
            f"{coherence.max():.2f}); lower the limit."
        )
    if not stay.all():
        job.note(
            f"{counted((~stay).sum(), 'point')} with a temporal coherence below {least:g} left out."
        )
    return stay


def _unwrapped(scene: PsScene, points: StablePoints, method, job):
    """Displacement of every date since the first, metres, float32, and the points' components."""
    baseline, wavelength = scene.baseline, scene.stack.wavelength
    known = np.isfinite(baseline).all()
    slope = points.fit.slope[np.newaxis]
    metres = baseline[:, np.newaxis].astype(np.float32) if known else np.zeros((len(baseline), 1))
    wrapped = ps_series.wrap(points.phase - slope * metres).astype(np.float32)
    pairs = ps_series.next_pairs(len(baseline))
    between = ps_series.wrap(wrapped[pairs[:, 1]] - wrapped[pairs[:, 0]])
    found = unwrap_points(
        scene.metres(points), between.astype(np.float32), pairs, scene.years, points.fit.gamma,
        baselines=baseline if known else None, height_factor=scene.per_metre, method=method,
        progress=job.progress, cancelled=job.cancelled,
    )  # fmt: skip
    series = np.empty(wrapped.shape, np.float32)
    for first in range(0, wrapped.shape[1], CHUNK):
        part = np.s_[:, first : first + CHUNK]
        phase = ps_series.integrate(found.phase[part], pairs, wrapped[part])
        # The height errors that were taken off come back: they are estimated with the rates.
        phase += (points.fit.slope[first : first + CHUNK] * metres).astype(float)
        series[part] = -wavelength / (4 * np.pi) * (phase - phase[0])
    return series, np.asarray(found.component)


def _large(component, least, job) -> np.ndarray:
    _, inverse, sizes = np.unique(component, return_inverse=True, return_counts=True)
    stay = sizes[inverse] >= least
    if not stay.any():
        raise GroundshiftError(
            f"The unwrapping holds no {least} points together; lower the minimum size of a part, "
            "or choose more points."
        )
    if not stay.all():
        job.note(f"{counted((~stay).sum(), 'point')} in parts of fewer than {least} left out.")
    parts = int((sizes >= least).sum())
    if parts > 1:
        job.note(
            f"The points are in {parts} parts that no good arc joins: cycles between them are a "
            "guess; see the field component (the largest part is 1)."
        )
    return stay


def _reference(scene, series, component, points, places, chosen) -> np.ndarray:
    """Points whose mean is taken not to move."""
    x, y, crs = places
    names, sizes = np.unique(component, return_counts=True)
    main = component == names[np.argmax(sizes)]
    area = area_in(chosen.reference_area, crs)
    if area is not None:
        xmin, ymin, xmax, ymax = area
        inside = (x >= xmin) & (x <= xmax) & (y >= ymin) & (y <= ymax)
        if not (inside & main).any():
            raise GroundshiftError(
                f"The reference area ({xmin:.6g}, {ymin:.6g} to {xmax:.6g}, {ymax:.6g}) holds no "
                "point of the largest part; choose a larger one, or leave it empty for an "
                "automatic reference."
            )
        return inside & main
    at = point_in(chosen.reference_point, crs)
    if at is not None:
        return main & _near(places, main, at, chosen.reference_radius)
    velocity = np.full(len(x), np.nan)
    centred = scene.years - scene.years.mean()
    velocity[main] = centred @ series[:, main] / (centred @ centred)
    return ps_series.stable_points(velocity, points.fit.gamma)


def _near(places, main, at, radius) -> np.ndarray:
    """Points about the reference point; the nearest one where there is none within the radius."""
    x, y, crs = places
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
    return distance <= max(radius, distance.min())


def _taken_apart(scene, series, points, members, geometry, chosen, job):
    """Rates, height errors and quality; takes height errors and atmosphere off the series."""
    count, baseline = series.shape[1], scene.baseline
    model = ps_series.motion_model(scene.dates, baseline)
    if not model.has_height:
        job.note("The baselines do not tell height errors from motion; none are estimated.")
    sample = series[:, :: max(1, count // SAMPLED)]
    model = replace(model, noise=estimate_noise(sample, model.matrix, model.years, AUTO))
    job.note(model.noise.describe())
    parts = []
    for first in range(0, count, CHUNK):
        job.check()
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
    job.tell(0.3)
    if chosen.atmosphere_metres > 0 and chosen.atmosphere_days > 0:
        _take_atmosphere(scene, series, points, members, chosen, job)
    job.tell(0.7)
    ends = arcs(scene.metres(points))
    residuals = ps_series.arc_residuals(series, model, ends)
    noise = point_noise(residuals, ends, points.noise**2)
    height = slope * geometry.to_height
    values = {
        "velocity": velocity, "velocity_std": std,
        "coherence": ps_series.coherence_of(noise, scene.stack.wavelength),
        "gamma": points.fit.gamma, "dispersion": points.dispersion, "height_error": height,
    }  # fmt: skip
    columns = {
        "height_error_m": np.round(height, 2),
        "height_error_std_m": np.round(slope_std * geometry.to_height, 2),
        "residual_std_mm": np.round(noise * 1e3, 3),
    }
    return values, columns


def _take_atmosphere(scene, series, points, members, chosen, job) -> None:
    """Take the filtered atmosphere off the series, relative to the reference and first date."""
    grid = ps_series.atmosphere_grid(scene.metres(points), chosen.atmosphere_metres)
    sums = grid.sums(series)
    inside = np.bincount(grid.cell, minlength=sums.shape[1]).astype(float)
    model, mean = VelocityModel(annual=True), sums[:, inside > 0] / inside[inside > 0]
    passed = high_pass(mean, scene.dates, model, "gaussian", chosen.atmosphere_days)
    job.check()
    field = grid.smooth(sums, inside, passed)
    for first in range(0, series.shape[1], CHUNK):
        part = np.s_[:, first : first + CHUNK]
        series[part] -= grid.at_points(field, first, series[part].shape[1])
    series -= series[:, members].mean(axis=1, keepdims=True)
    series -= series[0].copy()
