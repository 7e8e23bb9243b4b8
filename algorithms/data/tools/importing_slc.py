# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From a folder of coregistered radar images to a stack file: one grid, one sign, flat phase."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...formats.atomic import check_free_space
from ...formats.hdf5.images import SlcStackWriter, read_slc_stack
from ...formats.interferograms._common import orbit_attributes
from ...formats.placing import placed_writer
from ...formats.rasters import BandInfo
from ...job import Job
from ..grid import Window
from ..slc_product import SlcProduct
from .slc_flattening import flatten
from .slc_pixels import ImageReader, ImageStatistics
from .slc_preparing import Plan, SlcImportOptions, prepare
from .slc_scene import geometry_writer

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


def import_slc(
    product: SlcProduct, stack_path, geometry_path=None, amplitude_path=None,
    options: SlcImportOptions | None = None, job=None,
) -> SlcImportReport:  # fmt: skip
    """Write a product as a stack of images and a geometry file in MintPy's layout.

    Parameters
    ----------
    product : SlcProduct
        From :func:`...formats.images.find_images`.
    stack_path : path
    geometry_path, amplitude_path : path or None
        Geometry file, and raster of the mean amplitude.
    options : SlcImportOptions, optional
    job : Job, optional

    Returns
    -------
    SlcImportReport

    Raises
    ------
    GroundshiftError
        If something indispensable is missing, files do not fit one another or are damaged, or
        nothing is left.
    """
    job = job or Job()
    with contextlib.ExitStack() as files:
        plan = prepare(product, options or SlcImportOptions(), files)
        most = min(int(job.budget // BYTES_PER_PIXEL), MOST_PIXELS)
        windows, images = plan.grid.blocks(most, CHUNK, CHUNK), len(plan.product.images)
        size = 8.0 * plan.grid.rows * plan.grid.cols * (images + 6)
        check_free_space(Path(stack_path).parent, size)
        step, paths = job.steps(len(windows) * images), (stack_path, geometry_path, amplitude_path)
        copy = _Copy(plan, paths, files, windows, step)
        copy.run()
        notes = plan.notes + copy.statistics.notes()
    stack = read_slc_stack(stack_path)
    layers = plan.scene.layers
    missing = [
        name for name, layer in (
            ("height", "height"), ("incidence", "incidenceAngle"), ("heading", "azimuthAngle"),
            ("slant range", "slantRangeDistance"),
        ) if layer not in layers
    ]  # fmt: skip
    if not plan.baselines:
        missing.append("perpendicular baselines")
    values = np.array(list(plan.baselines.values()) or [np.nan])
    return SlcImportReport(
        product.kind, stack.dates, *plan.grid.shape, stack.polarisations, stack.wavelength,
        stack.spacing, plan.flattened, copy.statistics.valid_share, copy.statistics.levels,
        copy.amplitude_limits,
        float(np.ptp(values)), bool(plan.grid.crs) or stack.has_lookup, tuple(notes),
        tuple(plan.warnings + copy.statistics.warnings()), tuple(missing),
        geometry_path is not None and bool(layers),
    )  # fmt: skip


@dataclass
class _Copy:
    """Copies the images window by window, and their geometry beside."""

    plan: Plan
    paths: tuple
    files: contextlib.ExitStack
    windows: list
    step: object
    statistics: ImageStatistics = field(init=False)

    def __post_init__(self):
        plan, (stack_path, geometry_path, amplitude_path) = self.plan, self.paths
        self.statistics = ImageStatistics(plan.grid, plan.product)
        self._layers = plan.scene.layers
        attributes = {**plan.attributes, **self._seen()}
        self._geometry = None
        if geometry_path is not None and self._layers:
            self._geometry = self.files.enter_context(
                geometry_writer(geometry_path, plan.grid, self._layers, attributes)
            )
        dates = plan.product.dates
        self._stack = self.files.enter_context(SlcStackWriter(
            stack_path, plan.grid, dates, plan.wavelength,
            [plan.baselines.get(date, np.nan) for date in dates], plan.product.polarisations,
            plan.spacing, plan.product.lookup is not None, attributes=attributes,
        ))  # fmt: skip
        self._samples: list = []
        self._raster = None
        if amplitude_path is not None:
            # The file is laid out; its lookup is read when the raster is closed.
            stack, band = read_slc_stack(stack_path), BandInfo("mean_amplitude_db", "dB")
            self._raster = self.files.enter_context(placed_writer(amplitude_path, stack, [band]))

    def _seen(self) -> dict:
        """Attributes that tell how the radar sees the middle of the scene."""
        plan, product, found = self.plan, self.plan.product, {}
        middle = Window(plan.grid.rows // 2, plan.grid.cols // 2, 1, 1)
        values = plan.scene.read(middle) if self._layers else {}
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
            values = self.plan.scene.read(window) if self._layers or self.plan.ranges else {}
            for name in self._layers:
                if self._geometry is not None:
                    self._geometry.write(name, window, values[name])
                if name in ("latitude", "longitude"):
                    self._stack.layer(name, window, values[name])
            self._images(window, values)
        self.statistics.check()

    def _images(self, window, values) -> None:
        plan, product = self.plan, self.plan.product
        reader = ImageReader(product, plan.origin, window)
        sums = np.zeros((2, window.height, window.width), np.float32)
        differences: dict = {}
        for image in product.images:
            pixels = reader.read(image)
            if plan.sign < 0:
                np.conj(pixels, out=pixels)
            if plan.ranges is not None:
                if image.date not in differences:
                    differences = {image.date: plan.ranges.difference(image.date, window, values)}
                if differences[image.date] is not None:
                    flatten(pixels, differences[image.date], plan.wavelength)
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
