# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A simulated stack of radar images: its truth, and its images one at a time."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..grid import Grid
from ..los import LineOfSight
from . import deformation, slc_coherence
from .scene import Scene
from .slc_coherence import Clutter
from .slc_geometry import Orbit, orbit_at
from .slc_ground import Scatterers
from .slc_options import SlcOptions
from .slc_places import View, places
from .terrain import Terrain

CACHED_BYTES = 2**29  # of images without motion, and of phases


@dataclass(frozen=True)
class SlcSimulation(Scene):
    """Radar images with known truth, made when asked for.

    An image is ``gain * sqrt(backscatter) * (clutter + dominant scatterer) * exp(j phase)``. The
    clutter is circular Gaussian, independent from pixel to pixel and between polarisations, with
    the coherence matrix of the pixel's class over the dates; the phase is ``+4 pi / wavelength``
    times displacement, delay and effect of the height error as motion towards the satellite, so
    that the interferogram of an earlier image times the conjugate of a later one has MintPy's
    sign. What an image holds depends on the options and its index alone.

    Parameters
    ----------
    options : SlcOptions
    view : View
        Grid, orbit and line of sight.
    dates : ndarray of datetime64[D], shape (time,)
    perpendicular_baseline : ndarray, shape (time,)
        Metres at the scene's centre relative to the first date, see :func:`.slc_geometry.orbit_at`.
    terrain : Terrain
        Rows run south. In radar coordinates its directions are those of a mirrored map whose
        south is the flight direction and whose east is the range direction.
    cover : ndarray of int8, shape (row, col)
        Index into the options' classes. Pixels of a class have one statistical law.
    critical_baseline : ndarray of float32, shape (row, col)
        Metres, 0 in layover.
    sources : tuple of Source
        With directions as in `terrain`.
    motion : Motion
    dem_error : ndarray of float32, shape (row, col)
        Metres by which what scatters lies above the elevation model, dominant scatterers with
        their own height.
    scatterers : Scatterers
    gains : ndarray, shape (time,)
        Amplitude factors of the images.
    texture : ndarray of float32, shape (row, col), or None
        Factor of the backscatter.
    step_date : datetime64[D]
        First date after the step of a landslide.
    clutter : Clutter
    coherence_matrices : ndarray, shape (kind, time, time)
        True ones of the clutter; the kinds of pixels are ``clutter.kinds``.
    """

    options: SlcOptions
    view: View
    dates: np.ndarray
    perpendicular_baseline: np.ndarray
    terrain: Terrain
    cover: np.ndarray
    critical_baseline: np.ndarray
    sources: tuple
    motion: deformation.Motion
    dem_error: np.ndarray
    scatterers: Scatterers
    gains: np.ndarray
    texture: np.ndarray | None
    step_date: np.datetime64
    clutter: Clutter
    coherence_matrices: np.ndarray
    _kept: dict = field(default_factory=dict, repr=False, compare=False)

    @property
    def grid(self) -> Grid:
        """Without a CRS in radar coordinates: rows along the flight, columns along slant range."""
        return self.view.grid

    @property
    def lookup(self):
        """Longitude and latitude of pixels in degrees; None unless in radar coordinates."""
        return self.view.lookup

    @property
    def los(self) -> LineOfSight:
        """Unit vectors to the satellite; float32, shape (row, col)."""
        return self.view.los

    @property
    def slant_range(self) -> np.ndarray:
        """Metres; float32, shape (row, col)."""
        return self.view.slant_range

    @property
    def polarisations(self) -> tuple:
        """Names of the polarisations."""
        return self.options.polarisations

    @property
    def spacing(self) -> tuple:
        """Ground size of a pixel along rows and columns, metres."""
        return self.options.row_spacing_m, self.options.col_spacing_m

    @property
    def incidence(self) -> np.ndarray:
        """Degrees from the vertical; shape (row, col)."""
        return self.los.incidence

    @property
    def class_names(self) -> tuple:
        """Names of the classes that `cover` tells."""
        return tuple(kind.name for kind in self.options.classes)

    @property
    def ps(self) -> np.ndarray:
        """Pixels with a dominant scatterer in the first polarisation; bool, shape (row, col)."""
        return self._dominant(0) > 0

    @property
    def labels(self) -> np.ndarray:
        """Regions of homogeneous pixels: the class, -1 at dominant scatterers of any kind."""
        labels = self.cover.astype(np.int16)
        labels[self.scatterers.row, self.scatterers.col] = -1
        return labels

    @property
    def moving(self) -> np.ndarray:
        """0 where nothing moves, else 1 + the index of the source; int16, shape (row, col)."""
        return self.motion.labels

    def date_phase(self, index: int) -> np.ndarray:
        """Phase of an image from displacement, delay and height error; radians, float32."""
        phase = self._kept.get(index)
        if phase is None:
            metres = self.displacement(index) + self.atmosphere(index) + self.topographic(index)
            phase = np.float32(4 * np.pi / self.wavelength) * metres
            phase.flags.writeable = False
            if phase.nbytes * len(self.dates) <= CACHED_BYTES:
                self._kept[index] = phase
        return phase

    def true_phase(self, index: int) -> np.ndarray:
        """What phase linking has to find: phase of an image less that of the first; radians.

        Positive for motion towards the satellite, not wrapped, float32, without flat-earth and
        topographic phase.
        """
        return self.date_phase(index) - self.date_phase(0)

    def orbit_of(self, index: int) -> Orbit:
        """Orbit of a date."""
        baseline = float(self.perpendicular_baseline[index])
        return orbit_at(self.view.orbit, self.view.centre, baseline)

    def flat_phase(self, index: int) -> np.ndarray:
        """Flat-earth and topographic phase of an image relative to the first; radians, float64.

        ``-4 pi / wavelength`` times the difference of the ranges to the elevation model.
        """
        extra = np.empty(self.grid.shape)
        orbit = self.orbit_of(index)
        for rows, place, *_ in places(self.grid, self.height, self.lookup):
            extra[rows] = orbit.seen(place)[1] - self.view.orbit.seen(place)[1]
        return -4 * np.pi / self.wavelength * extra

    def coherence(self, first: int, second: int) -> np.ndarray:
        """True coherence of two images in the first polarisation; float32, shape (row, col).

        At a dominant scatterer it is that of signal and clutter together.
        """
        table = self.coherence_matrices[:, first, second].astype(np.float32)
        return self.with_scatterers(table[self.clutter.kinds])

    def with_scatterers(self, coherence) -> np.ndarray:
        """Coherence of pixels from that of their clutter: dominant scatterers stay as they are.

        Parameters
        ----------
        coherence : ndarray, shape (..., row, col)
        """
        scr = self._dominant(0)
        return ((scr + coherence) / (scr + 1)).astype(np.float32)

    def coherence_matrix(self, row: int, col: int) -> np.ndarray:
        """True coherence matrix of the clutter of a pixel; shape (time, time)."""
        return self.coherence_matrices[self.clutter.kinds[row, col]]

    def strip(self, index: int, polarisation: int = 0, first: int = 0, last=None) -> np.ndarray:
        """Images of a strip of rows without phase: gain, backscatter, clutter, scatterers.

        Parameters
        ----------
        index : int
            Of ``clutter.strips``; the rows are ``clutter.rows(index)``.
        polarisation : int
        first, last : int
            Dates wanted; all by default.

        Returns
        -------
        ndarray of complex64, shape (last - first, row, col)
        """
        last = len(self.dates) if last is None else last
        values = self.clutter.draw(index, polarisation, first, last)
        rows = self.clutter.rows(index)
        row, col, signal = self.scatterers.signal(rows, polarisation)
        values[:, row, col] += signal
        values *= self._brightness(rows, polarisation)
        values *= self.gains[first:last, None, None].astype(np.float32)
        return values

    def image(self, index: int, polarisation=0) -> np.ndarray:
        """A single-look complex image; complex64, shape (row, col).

        Parameters
        ----------
        index : int
            Of the date.
        polarisation : int or str
        """
        if isinstance(polarisation, str):
            polarisation = self.polarisations.index(polarisation)
        return self.with_phase(index, self._still(index, polarisation))

    def with_phase(self, index: int, still) -> np.ndarray:
        """Give an image made of :meth:`strip` its phase; complex64, shape (row, col)."""
        phase = self.date_phase(index)
        if not self.options.flattened:
            total = phase + self.flat_phase(index)
            phase = np.remainder(total, 2 * np.pi).astype(np.float32)
        turned = np.empty(self.grid.shape, np.complex64)
        np.cos(phase, out=turned.real)
        np.sin(phase, out=turned.imag)
        turned *= still
        return turned

    def _still(self, index, polarisation):
        """An image without phase; all dates are kept where they fit."""
        count = len(self.dates)
        strips = range(self.clutter.strips)
        if 8 * count * self.cover.size > CACHED_BYTES:
            parts = [self.strip(k, polarisation, index, index + 1)[0] for k in strips]
            return np.concatenate(parts)
        key = f"still {polarisation}"
        if key not in self._kept:
            parts = [self.strip(k, polarisation) for k in strips]
            self._kept[key] = np.concatenate(parts, axis=1)
        return self._kept[key][index]

    def _brightness(self, rows, polarisation) -> np.ndarray:
        """Amplitude of the clutter; float32, shape (row, col)."""
        decibels = np.array(
            [kind.mean_db + polarisation * kind.vh_db for kind in self.options.classes]
        )
        amplitude = (10 ** (decibels / 20)).astype(np.float32)[self.cover[rows]]
        if self.texture is not None:
            amplitude *= np.sqrt(self.texture[rows])
        return amplitude

    def _dominant(self, polarisation) -> np.ndarray:
        """Signal-to-clutter ratio of all pixels; float32, shape (row, col)."""
        scr = np.zeros(self.grid.shape, np.float32)
        scr[self.scatterers.row, self.scatterers.col] = self.scatterers.scr[polarisation]
        return scr


def kinds_and_matrices(options: SlcOptions, cover, critical, dates, baseline):
    """The pixels' kinds (class and critical baseline), and the coherence matrix of each.

    Returns
    -------
    kinds : ndarray of int32, shape (row, col)
    matrices : ndarray, shape (kind, time, time)
    """
    if not options.decorrelation:
        return np.zeros(cover.shape, np.int32), np.ones((1, len(dates), len(dates)))
    limits, level = np.unique(critical, return_inverse=True)
    codes = cover.ravel().astype(np.int32) * len(limits) + level.ravel().astype(np.int32)
    found, kinds = np.unique(codes, return_inverse=True)
    temporal = [slc_coherence.temporal_coherence(kind, dates) for kind in options.classes]
    matrices = [
        temporal[code // len(limits)]
        * slc_coherence.geometric_coherence(baseline, float(limits[code % len(limits)]))
        for code in found
    ]
    return kinds.reshape(cover.shape).astype(np.int32), np.stack(matrices)
