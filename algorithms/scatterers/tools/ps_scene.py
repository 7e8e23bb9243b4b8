# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The images that persistent scatterers are looked for in, and what is known of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.dates import years_of
from ...data.orbit import RadarGeometry
from ...data.slc import SlcStack
from ...errors import GroundshiftError, counted
from ...formats.hdf5.images import read_slc_stack
from ...formats.weather.weather import geometry_of
from ..amplitude import FEW_DATES
from ..independence import SpeckleCoherence
from ..lookangle import height_slope
from ..ps_series import choose_reference
from .ps_geometry import heights_at, layers_at, pixel_spacing
from .slc_amplitude import calibrate_stack, measure_coherence

BOTH = "BOTH"
FEWEST_IMAGES = 5
FEW_IMAGES = 12


@dataclass(frozen=True)
class PsScene:
    """Images of a stack.

    Parameters
    ----------
    stack : SlcStack
    factors : dict of str to ndarray, shape (time,)
        By which the images of a polarisation are multiplied to be equally bright; of one, or of
        the two that are mixed for the least amplitude dispersion.
    images : ndarray of int, shape (time,)
        Which images of the stack are used.
    coherence : SpeckleCoherence
        Of speckle between them, by classes of ground.
    spacing : (float, float)
        Ground size of a pixel along rows and columns, metres.
    reference : int
        Which of the images the phases are relative to.
    assumed : RadarGeometry
        Where the geometry file does not tell.
    geometry : path or None
    """

    stack: SlcStack
    factors: dict
    images: np.ndarray
    coherence: SpeckleCoherence
    spacing: tuple
    reference: int
    assumed: RadarGeometry = RadarGeometry()
    geometry: Path | None = None

    @property
    def dates(self) -> np.ndarray:
        """Of the images, shape (time,)."""
        return self.stack.dates[self.images]

    @property
    def years(self) -> np.ndarray:
        """Since the first date, shape (time,)."""
        return years_of(self.dates)

    @property
    def baseline(self) -> np.ndarray:
        """Perpendicular, metres, shape (time,)."""
        return np.asarray(self.stack.perpendicular_baseline, float)[self.images]

    @property
    def per_metre(self) -> float:
        """Radians of a metre of height and a metre of baseline, in the middle of the scene."""
        assumed = self.assumed
        distance = float(assumed.distance(assumed.incidence))
        return height_slope(self.stack.wavelength, distance, assumed.incidence)

    def metres(self, points) -> np.ndarray:
        """Places of points in metres along the image's axes, shape (point, 2)."""
        places = points.cols * self.spacing[1], points.rows * self.spacing[0]
        return np.column_stack(places).astype(float)


def open_scene(chosen, job) -> PsScene:
    """The images that are asked for, calibrated; what cannot be used is refused.

    Parameters
    ----------
    chosen : Ps
    job : Job
    """
    stack = read_slc_stack(chosen.images.stack)
    assumed, words = geometry_of(stack.attributes, chosen.incidence)
    if words and chosen.geometry is None:
        job.note(f"Not known and assumed: {', '.join(words)}.")
    names = _polarisations(stack, chosen)
    spacing = pixel_spacing(stack)
    nowhere = np.zeros(0, int)
    if chosen.geometry is not None:
        layers_at(chosen.geometry, stack.grid, nowhere, nowhere)
    if chosen.zero_height:
        heights_at(chosen.geometry, stack.grid, nowhere, nowhere)
    factors, images = _images(stack, names, job)
    reference = _reference(stack, images, chosen.day())
    coherence = measure_coherence(stack, names[0], job, images)
    scene = PsScene(stack, factors, images, coherence, spacing, reference, assumed, chosen.geometry)
    _warn(scene, job)
    return scene


def _polarisations(stack: SlcStack, chosen) -> tuple:
    wanted = chosen.polarisation.upper()
    if wanted != BOTH:
        stack.dataset(wanted or None)
        return (wanted or stack.polarisations[0],)
    if len(stack.polarisations) < 2:
        raise GroundshiftError(
            f"{stack.path}: has one polarisation ({stack.polarisations[0]}) and two were asked "
            "for; choose it alone, or import the images with both."
        )
    return stack.polarisations[:2]


def _images(stack: SlcStack, names, job) -> tuple:
    """Factors by polarisation, and the images that are used: all but empty ones."""
    calibrations = {name: calibrate_stack(stack, name, job) for name in names}
    empty = np.any([calibration.empty for calibration in calibrations.values()], axis=0)
    if empty.any():
        job.note(f"Left out, as they are empty: {', '.join(map(str, stack.dates[empty]))}.")
    images = np.flatnonzero(~empty)
    if len(images) < FEWEST_IMAGES:
        raise GroundshiftError(
            f"{stack.path}: {counted(len(images), 'image')} with data: too few for persistent "
            f"scatterers; give {FEWEST_IMAGES} or more, better {FEW_DATES} or more."
        )
    return {name: found.factors[images] for name, found in calibrations.items()}, images


def _reference(stack: SlcStack, images, wanted) -> int:
    dates = stack.dates[images]
    if wanted is None:
        baseline = np.asarray(stack.perpendicular_baseline, float)[images]
        return choose_reference(dates, baseline, stack.wavelength)
    at = np.flatnonzero(dates == wanted)
    if not at.size:
        raise GroundshiftError(
            f"{stack.path}: has no image of {wanted}; choose one of its dates, which run "
            f"from {dates[0]} to {dates[-1]}."
        )
    return int(at[0])


def _warn(scene: PsScene, job) -> None:
    count = len(scene.images)
    if str(scene.stack.attributes.get("FLATTENED", "yes")).lower() == "no":
        job.warn(
            "the phase of flat earth and topography is still in the images (FLATTENED=no),"
            " so neighbours share no phase; import them again with their orbits or range rasters."
        )
    if count < FEW_IMAGES:
        job.warn(
            f"{count} images are few: noise looks stable by chance, and few points are "
            "told from it."
        )
    if not np.isfinite(scene.baseline).all():
        job.note(
            "The perpendicular baselines are not known, so errors of the points' heights stay in "
            "their phases, and few points away from the ground are found."
        )
