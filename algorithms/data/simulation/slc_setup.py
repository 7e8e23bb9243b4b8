# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Sets up a simulated stack of radar images."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from . import decorrelation, deformation, fields, network, slc_coherence, slc_ground
from .slc_options import SlcOptions
from .slc_places import view_of
from .slc_scene import SlcSimulation, kinds_and_matrices
from .terrain import Terrain, make_terrain, range_slope

MOST_WATER = 0.5
STEEPEST = 0.7  # of the fall along slant range at which places in radar coordinates fold over


def simulate_slc(options: SlcOptions) -> SlcSimulation:
    """Set up a stack of radar images.

    Parameters
    ----------
    options : SlcOptions

    Returns
    -------
    SlcSimulation

    Raises
    ------
    GroundshiftError
        If the CRS is unknown or not in metres or degrees.
    """
    terrain = _terrain(options)
    view = view_of(options, terrain.height)
    local = view.local_los()
    incidence, slope = np.arccos(view.los.up), range_slope(terrain, local)
    critical = decorrelation.critical_baseline(
        options.wavelength, view.slant_range, incidence, slope
    )
    critical = slc_coherence.quantised(critical)
    dates, baseline = network.make_dates(options), network.make_baselines(options)
    sources = deformation.make_sources(options, terrain, local, incidence - slope)
    cover = slc_ground.make_cover(options, terrain)
    kinds, matrices = kinds_and_matrices(options, cover, critical, dates, baseline)
    scatterers = slc_ground.make_scatterers(options, cover)
    return SlcSimulation(
        options=options,
        view=view,
        dates=dates,
        perpendicular_baseline=baseline,
        terrain=terrain,
        cover=cover,
        critical_baseline=critical,
        sources=sources,
        motion=deformation.make_motion(options, terrain, local, sources, dates),
        dem_error=_height_errors(options, cover.shape, scatterers),
        scatterers=scatterers,
        gains=_gains(options),
        texture=_texture(options, cover.shape),
        step_date=deformation.time_factors(dates)[2],
        clutter=slc_coherence.Clutter(kinds, matrices, options.seed),
        coherence_matrices=matrices,
    )


def _terrain(options) -> Terrain:
    """The ground; the lake has the share of the class ``water``."""
    water = 0.0
    if options.layout == "patches":
        total = sum(kind.share for kind in options.classes)
        water = sum(kind.share for kind in options.classes if kind.name == "water") / total
    terrain = make_terrain(
        (options.rows, options.cols), (options.row_spacing_m, options.col_spacing_m),
        options.relief_m, min(water, MOST_WATER), options.seed,
    )  # fmt: skip
    return _unfolded(terrain, options) if options.coordinates == "radar" else terrain


def _unfolded(terrain: Terrain, options) -> Terrain:
    """Lower the ground where its places would run backwards along slant range."""
    angle = np.radians(options.incidence)
    # x = (range + height cos i) / sin i grows while the height falls by less than 1 / cos i.
    fall = -np.diff(terrain.height, axis=1).min() / (options.col_spacing_m * np.sin(angle))
    factor = min(1.0, STEEPEST / np.cos(angle) / max(float(fall), 1e-9))
    low = terrain.height.min()
    return replace(terrain, height=(low + factor * (terrain.height - low)).astype(np.float32))


def _height_errors(options, shape, scatterers) -> np.ndarray:
    """Smooth errors of the elevation model, and the dominant scatterers' own heights."""
    rng = fields.generator(options.seed, fields.DEM_ERROR)
    error = np.float32(options.dem_error_m) * fields.smooth_field(shape, 1.0, rng)
    error[scatterers.row, scatterers.col] += scatterers.height.astype(np.float32)
    return error


def _gains(options) -> np.ndarray:
    """Amplitude factors of the images, of a geometric mean of 1."""
    rng = fields.generator(options.seed, fields.GAIN)
    decibels = options.calibration_db * rng.standard_normal(options.dates)
    return 10 ** ((decibels - decibels.mean()) / 20)


def _texture(options, shape):
    """Factors of the backscatter, gamma distributed (Ulaby et al. 1986), or None."""
    if options.texture <= 0:
        return None
    rng = fields.generator(options.seed, fields.TEXTURE)
    order = options.texture**-2
    return (rng.standard_gamma(order, shape) / order).astype(np.float32)
