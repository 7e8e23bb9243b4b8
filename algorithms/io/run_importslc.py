# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From a folder of coregistered radar images to a stack file: one grid, one sign, flat phase."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..data.grid import Window
from ..data.slc_product import SlcProduct
from ..errors import Cancelled
from .atomic import check_free_space
from .placing import placed_writer
from .products._common import orbit_attributes
from .rasters import BandInfo
from .slc_flattening import flatten
from .slc_hdf5 import SlcStackWriter, read_slc_stack
from .slc_pixels import ImageReader, ImageStatistics
from .slc_preparing import SlcImportOptions, prepare
from .slc_scene import geometry_writer

__all__ = ["SlcImportOptions", "SlcImportReport", "SlcTargets", "import_slc"]

BYTES_PER_PIXEL = 240  # coordinates in double precision, two images and their ranges
CHUNK = 128  # rows and columns of OPERA's chunks, each of which is unpacked as a whole
MOST_PIXELS = 1 << 20  # of a window: larger ones gain nothing
SAMPLES = 1 << 16  # pixels of a window by which the colours are chosen


@dataclass(frozen=True)
class SlcImportReport:
    """What was imported.

    Parameters
    ----------
    kind : str
    dates : ndarray of datetime64[D]
    rows, cols : int
    polarisations : tuple of str
    wavelength : float
        Metres.
    spacing : tuple of float
        Ground size of a pixel along rows and columns, metres.
    flattened : bool
        Whether the phase of the ellipsoid and the terrain is off.
    valid_share : float
        Share of the pixels that have a value in all images of the first polarisation, 0 to 1.
    levels : dict of datetime64[D] to float
        Mean amplitude of each date in dB, of the first polarisation.
    amplitude_limits : (float, float) or None
        2nd and 98th percentile of the mean amplitude, dB; None where it was not written.
    baseline : float
        Spread of the perpendicular baselines (largest less smallest), metres; NaN where unknown.
    placed : bool
        Whether rasters and points can be put on the map.
    notes, warnings, missing : tuple of str
        Sentences for the log; what is not known.
    geometry_written : bool
    """

    kind: str
    dates: np.ndarray
    rows: int
    cols: int
    polarisations: tuple
    wavelength: float
    spacing: tuple
    flattened: bool
    valid_share: float
    levels: dict
    amplitude_limits: tuple | None
    baseline: float
    placed: bool
    notes: tuple = ()
    warnings: tuple = ()
    missing: tuple = ()
    geometry_written: bool = False


@dataclass(frozen=True)
class SlcTargets:
    """Where to write; give temporary paths of an :class:`.atomic.Transaction`.

    Parameters
    ----------
    stack : path
    geometry, amplitude : path or None
        Geometry file, and raster of the mean amplitude.
    """

    stack: Path
    geometry: Path | None = None
    amplitude: Path | None = None


def import_slc(
    product: SlcProduct, targets: SlcTargets, options: SlcImportOptions | None = None, *,
    progress=None, cancelled=None, budget: int = 2 << 30,
) -> SlcImportReport:  # fmt: skip
    """Write a product as a stack of images and a geometry file in MintPy's layout.

    Parameters
    ----------
    product : SlcProduct
        From :func:`.slc_products.find_images`.
    targets : SlcTargets
    options : SlcImportOptions, optional
    progress : callable, optional
        Given the share that is done, 0 to 1.
    cancelled : callable, optional
        Asked between windows; True raises :class:`..errors.Cancelled`.
    budget : int
        Memory in bytes.

    Returns
    -------
    SlcImportReport

    Raises
    ------
    GroundshiftError
        If something indispensable is missing, files do not fit one another or are damaged, or
        nothing is left.
    """
    options = options or SlcImportOptions()
    with contextlib.ExitStack() as files:
        job = prepare(product, options, files)
        windows = job.grid.blocks(min(int(budget // BYTES_PER_PIXEL), MOST_PIXELS), CHUNK, CHUNK)
        images = len(job.product.images)
        check_free_space(
            Path(targets.stack).parent, 8.0 * job.grid.rows * job.grid.cols * (images + 6)
        )
        step = _steps(len(windows) * images, progress, cancelled)
        copy = _Copy(job, targets, files, windows, step)
        copy.run()
        notes = job.notes + copy.statistics.notes()
    stack = read_slc_stack(targets.stack)
    layers = job.scene.layers
    missing = [
        name for name, layer in (
            ("height", "height"), ("incidence", "incidenceAngle"), ("heading", "azimuthAngle"),
            ("slant range", "slantRangeDistance"),
        ) if layer not in layers
    ]  # fmt: skip
    if not job.baselines:
        missing.append("perpendicular baselines")
    values = np.array(list(job.baselines.values()) or [np.nan])
    return SlcImportReport(
        product.kind, stack.dates, *job.grid.shape, stack.polarisations, stack.wavelength,
        stack.spacing, job.flattened, copy.statistics.valid_share, copy.statistics.levels,
        copy.amplitude_limits,
        float(np.ptp(values)), bool(job.grid.crs) or stack.has_lookup, tuple(notes),
        tuple(job.warnings + copy.statistics.warnings()), tuple(missing),
        targets.geometry is not None and bool(layers),
    )  # fmt: skip


@dataclass
class _Copy:
    """Copies the images window by window, and their geometry beside."""

    job: object
    targets: SlcTargets
    files: contextlib.ExitStack
    windows: list
    step: object
    statistics: ImageStatistics = field(init=False)

    def __post_init__(self):
        job, targets = self.job, self.targets
        self.statistics = ImageStatistics(job.grid, job.product)
        self._layers = job.scene.layers
        attributes = {**job.attributes, **self._seen()}
        self._geometry = None
        if targets.geometry is not None and self._layers:
            self._geometry = self.files.enter_context(
                geometry_writer(targets.geometry, job.grid, self._layers, attributes)
            )
        dates = job.product.dates
        self._stack = self.files.enter_context(SlcStackWriter(
            targets.stack, job.grid, dates, job.wavelength,
            [job.baselines.get(date, np.nan) for date in dates], job.product.polarisations,
            job.spacing, job.product.lookup is not None, attributes=attributes,
        ))  # fmt: skip
        self._samples: list = []
        self._raster = None
        if targets.amplitude is not None:
            # The file is laid out; its lookup is read when the raster is closed.
            stack, band = read_slc_stack(targets.stack), BandInfo("mean_amplitude_db", "dB")
            self._raster = self.files.enter_context(placed_writer(targets.amplitude, stack, [band]))

    def _seen(self) -> dict:
        """Attributes that tell how the radar sees the middle of the scene."""
        job, product, found = self.job, self.job.product, {}
        middle = Window(job.grid.rows // 2, job.grid.cols // 2, 1, 1)
        values = job.scene.read(middle) if self._layers else {}
        incidence = values.get("incidenceAngle", [[product.incidence]])[0][0]
        if incidence is not None and np.isfinite(incidence):
            found["CENTER_INCIDENCE_ANGLE"] = f"{incidence:.6f}"
        heading = product.heading
        if heading is None and np.isfinite(values.get("azimuthAngle", [[np.nan]])[0][0]):
            side = -90.0 if product.attributes.get("ANTENNA_SIDE") == "1" else 90.0
            heading = float(np.mod(side - values["azimuthAngle"][0, 0], 360.0))
        return {**found, **orbit_attributes(heading)}

    def run(self) -> None:
        """Copy all windows."""
        for window in self.windows:
            values = self.job.scene.read(window) if self._layers or self.job.ranges else {}
            for name in self._layers:
                if self._geometry is not None:
                    self._geometry.write(name, window, values[name])
                if name in ("latitude", "longitude"):
                    self._stack.layer(name, window, values[name])
            self._images(window, values)
        self.statistics.check()

    def _images(self, window, values) -> None:
        job, product = self.job, self.job.product
        reader = ImageReader(product, job.origin, window)
        sums = np.zeros((2, window.height, window.width), np.float32)
        differences: dict = {}
        for image in product.images:
            pixels = reader.read(image)
            if job.sign < 0:
                np.conj(pixels, out=pixels)
            if job.ranges is not None:
                if image.date not in differences:
                    differences = {image.date: job.ranges.difference(image.date, window, values)}
                if differences[image.date] is not None:
                    flatten(pixels, differences[image.date], job.wavelength)
            amplitude = self.statistics.add(image, pixels)
            place = product.polarisations.index(image.polarisation)
            self._stack.write(
                window, pixels[np.newaxis], place, int(np.searchsorted(product.dates, image.date))
            )
            if place == 0:
                there = np.isfinite(amplitude)
                sums[0][there] += amplitude[there]
                sums[1] += there
            self.step()
        self.statistics.add_complete(int((sums[1] == len(product.dates)).sum()))
        if self._raster is not None:
            with np.errstate(invalid="ignore", divide="ignore"):
                mean = 20 * np.log10(sums[0] / sums[1])
            self._raster.write(window, mean)
            there = mean[np.isfinite(mean)]
            self._samples.append(there[:: max(1, there.size // SAMPLES)])

    @property
    def amplitude_limits(self):
        """What the colours of the mean amplitude should span, dB."""
        if not self._samples:
            return None
        return tuple(float(v) for v in np.percentile(np.concatenate(self._samples), (2, 98)))


def _steps(total, progress, cancelled):
    done = 0

    def step():
        nonlocal done
        done += 1
        if progress is not None:
            progress(min(1.0, done / total))
        if cancelled is not None and cancelled():
            raise Cancelled

    return step
