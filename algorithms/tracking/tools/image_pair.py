# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Two images of one place, read by windows with a margin: rasters, or images of a stack."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...data.axes import Lattice, ground_axes, node_places
from ...data.dates import dates_in
from ...data.grid import Grid, Window
from ...data.offsets import MAP, RADAR, UNKNOWN_DATE
from ...data.product import Band
from ...errors import GroundshiftError
from ...formats.common_grid import bounds_in, grid_bounds
from ...formats.hdf5.images import SlcReader, read_slc_stack
from ...formats.hdf5.stacks import open_hdf5
from ...formats.quantities import told_by
from ...formats.raster_source import RasterSource, describe, open_raster
from ...formats.regrid import beyond_border, crs_name, on_grid, same_crs

SAMPLE = 512  # pixels along a side, of what is looked at before
ALIKE = 1e-4  # of a pixel over the whole image, up to which pixel sizes are the same
NO_PICTURES = ("a coherence", "a phase", "a phase or an angle", "a class or a count", "rate")
GEOMETRY = "geometryRadar.h5"


@dataclass
class ImagePair(contextlib.AbstractContextManager):
    """Two images on the reference's pixels.

    Parameters
    ----------
    grid : Grid
        Of the reference.
    placed : Grid or SlcStack
        What results are placed by.
    axes : Lattice
        First and second component of one column, then of one row, metres; see
        :func:`...data.axes.ground_axes`.
    components : tuple of 2 str
    read : callable
        (window, margin) to both arrays, NaN for no data and beyond the border.
    shift : (float, float)
        Rows and columns that the secondary's pixels lie further than the reference's.
    carriers : tuple of 2 pairs, or None
        Of complex images: the middle of their spectra; see :func:`..speckle.carrier`.
    fill : (float, float)
        Their means.
    dates : tuple of 2 datetime64[D]
    platform : str
    names : tuple of 2 str
    """

    grid: Grid
    placed: object
    axes: Lattice
    components: tuple
    read: object
    shift: tuple = (0.0, 0.0)
    carriers: tuple | None = None
    fill: tuple = (0.0, 0.0)
    dates: tuple = (UNKNOWN_DATE, UNKNOWN_DATE)
    platform: str = ""
    names: tuple = ("", "")
    files: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def __exit__(self, *details):
        return self.files.__exit__(*details)

    def pixel_size(self) -> tuple[float, float]:
        """Metres along a row's and a column's step, in the middle."""
        middle = self.axes.at(self.grid.rows / 2, self.grid.cols / 2)
        return float(np.hypot(*middle[2:])), float(np.hypot(*middle[:2]))

    def metres(self, matched, lattice: Lattice, window: Window):
        """Displacements in metres and their variances, each of shape (2, row, column).

        Parameters
        ----------
        matched : tuple of 5 ndarray
            Rows, columns, and the variances of both and their covariance, in pixels.
        lattice : Lattice
            The axes on the grid of results.
        window : Window
            Of the results.
        """
        axes = lattice.block(window).astype(np.float32)
        rows, cols, row_var, col_var, covariance = matched
        values, variances = [], []
        for k in (0, 1):
            by_col, by_row = axes[..., k], axes[..., 2 + k]
            values.append(by_col * cols + by_row * rows)
            variances.append(
                by_col**2 * col_var + by_row**2 * row_var + 2 * by_col * by_row * covariance
            )
        return np.stack(values), np.stack(variances)


def _flat_axes(grid: Grid, range_step: float, azimuth_step: float) -> Lattice:
    """Columns go away from the satellite, rows along its flight."""
    shape = node_places(2, 2)[0].shape
    values = np.empty((*shape, 4))
    values[:] = -range_step, 0.0, 0.0, azimuth_step
    return Lattice(grid.rows, grid.cols, values)


def raster_pair(paths, bands, days, platform, asked, job) -> ImagePair:
    """Two rasters.

    Parameters
    ----------
    paths : tuple of 2 path
    bands : tuple of 2 int
    days : tuple of 2 datetime64[D] or None
        None for those of the names.
    platform : str
    asked : Matching
    job : Job

    Raises
    ------
    GroundshiftError
        If one of them cannot be read, they are one and the same, or do not overlap.
    """
    paths = str(paths[0]), str(paths[1])
    infos = [_described(path, band, job) for path, band in zip(paths, bands)]
    grid, other = (info.grid for info in infos)
    files = contextlib.ExitStack()
    with contextlib.ExitStack() as opening:
        sources = [
            opening.enter_context(RasterSource(Band(path, index=band, nodata=info.nodata)))
            for path, band, info in zip(paths, bands, infos)
        ]
        samples = [_voided(source.sample(SAMPLE), asked.zero) for source in sources]
        _check_samples(paths, bands, samples)
        files = opening.pop_all()
    readers = [beyond_border(sources[0], grid)]
    shift, whole = (0.0, 0.0), _offset(grid, other)
    if whole is not None:
        shift = tuple(float(place - round(place)) for place in whole)
        first = tuple(round(place) for place in whole)
        readers.append(beyond_border(sources[1], other, first))
        _check_overlap(grid, other, first, paths)
    else:
        readers.append(_resampled(sources[1], grid, other, paths, job))

    def read(window, margin):
        around = Window(
            window.row - margin[0], window.col - margin[1], window.height + 2 * margin[0],
            window.width + 2 * margin[1],
        )  # fmt: skip
        return [_voided(reader.read(around), asked.zero) for reader in readers]

    if grid.crs:
        axes, components = ground_axes(grid), MAP
    else:
        axes, components = _flat_axes(grid, *_spacings(asked, paths[0])), RADAR
    return ImagePair(
        grid, grid, axes, components, read, shift, None,
        tuple(float(np.nanmean(sample)) for sample in samples),
        _dates(days, [Path(path).stem for path in paths], job), platform,
        tuple(Path(path).name for path in paths), files,
    )  # fmt: skip


def _described(path, band, job):
    info = describe(path)
    if band > info.bands:
        raise GroundshiftError(
            f"{path}: has {info.bands} band{'s' * (info.bands > 1)}, so band {band} cannot be "
            "tracked; choose another one (BAND)."
        )
    if info.dtype.startswith("complex"):
        raise GroundshiftError(
            f"{path}: holds complex numbers; import radar images with 'Import radar images (SLC)' "
            "and give their stack, as their amplitudes have to be taken on half pixels."
        )
    dataset = open_raster(path)  # a band without it is none
    name = dataset.GetRasterBand(band).GetDescription()
    kind = told_by(name, "") if name else ""
    if kind in NO_PICTURES:
        job.warn(
            f"{path}: band {band} is named '{name}', so it is {kind.replace('rate', 'a rate')} and "
            "hardly a picture of the ground; an amplitude, brightness or shaded relief is needed."
        )
    return info


def _voided(values, zero):
    return np.where(values == 0, np.float32(np.nan), values) if zero else values


def _check_samples(paths, bands, samples):
    for path, sample in zip(paths, samples):
        known = sample[np.isfinite(sample)]
        if not known.size:
            raise GroundshiftError(f"{path}: holds no data; choose another image or band.")
        if known.min() == known.max():
            raise GroundshiftError(
                f"{path}: has the same value everywhere, so there is nothing to track; choose "
                "another image or band."
            )
    same = samples[0].shape == samples[1].shape
    if same and np.array_equal(samples[0], samples[1], equal_nan=True):
        raise GroundshiftError(
            f"{paths[1]}: shows exactly what {paths[0]} shows (band {bands[1]} and {bands[0]}), so "
            "it is the same image twice; give two images of different dates."
        )


def _offset(grid: Grid, other: Grid):
    """Rows and columns of another grid's first pixel, which are as large; None if they are not."""
    if not same_crs(grid.crs, other.crs):
        return None
    x0, dx, _, y0, _, dy = grid.transform
    u0, du, _, v0, _, dv = other.transform
    if abs(du - dx) * other.cols > ALIKE * abs(dx) or abs(dv - dy) * other.rows > ALIKE * abs(dy):
        return None
    return (v0 - y0) / dy, (u0 - x0) / dx


def _check_overlap(grid, other, first, paths):
    rows = min(grid.rows, first[0] + other.rows) - max(0, first[0])
    cols = min(grid.cols, first[1] + other.cols) - max(0, first[1])
    if rows <= 0 or cols <= 0:
        _refuse_places(paths)


def _refuse_places(paths):
    raise GroundshiftError(
        f"{paths[1]}: has no area in common with {paths[0]}; give two images of one place."
    )


def _resampled(source, grid, other, paths, job):
    if not grid.crs or not other.crs:
        raise GroundshiftError(
            f"{paths[1]}: is not on the grid of {paths[0]} and one of them has no coordinate "
            "reference system, so they cannot be laid over each other; assign the CRS."
        )
    mine, theirs = grid_bounds(grid), bounds_in(grid.crs, other.crs, grid_bounds(other))
    first, last = np.maximum(mine[:2], theirs[:2]), np.minimum(mine[2:], theirs[2:])
    if (first >= last).any():
        _refuse_places(paths)
    job.warn(
        f"{Path(paths[1]).name}: has other pixels than {Path(paths[0]).name} "
        f"({crs_name(other.crs)} against {crs_name(grid.crs)}, {abs(other.transform[1]):.6g} "
        f"against {abs(grid.transform[1]):.6g} wide) and is resampled to them (cubic), which costs "
        "accuracy."
    )
    return on_grid(source, other, grid, "cubic", paths[1], 0.0)


def _spacings(asked, path) -> tuple[float, float]:
    """Metres of a pixel in slant range and along flight."""
    if asked.range_spacing is None or asked.azimuth_spacing is None:
        raise GroundshiftError(
            f"{path}: has no coordinate reference system; assign it, or, if it is in radar "
            "coordinates, give the pixel's size in slant range and azimuth (RANGE_SPACING, "
            "AZIMUTH_SPACING)."
        )
    return asked.range_spacing, asked.azimuth_spacing


def _dates(days, names, job) -> tuple:
    dates = []
    for given, name in zip(days, names):
        found = set(dates_in(name))
        dates.append(given if given is not None else found.pop() if len(found) == 1 else None)
    if None in dates:
        job.note(
            "The dates of the images are not known, so the offsets have none: give them "
            "(REFERENCE_DAY, SECONDARY_DAY) if the offsets are to be part of a series."
        )
        return UNKNOWN_DATE, UNKNOWN_DATE
    return _ordered(dates, job)


def _ordered(dates, job) -> tuple:
    if dates[1] == dates[0]:
        job.warn(
            f"Both images are of {dates[0]}, so the offsets have no rate and no place in a series; "
            "give the dates (REFERENCE_DAY, SECONDARY_DAY) if the names mislead."
        )
    elif dates[1] < dates[0]:
        job.warn(
            f"The secondary ({dates[1]}) is not later than the reference ({dates[0]}): offsets "
            "point from the reference to the secondary, back in time."
        )
    return tuple(dates)


def stack_pair(path, days, platform, asked, job) -> ImagePair:
    """Two complex images of a stack; see :func:`raster_pair`.

    Raises
    ------
    GroundshiftError
        If the stack has no such images, or the size of its pixels is not known.
    """
    from ..speckle import carrier, wanders

    stack = read_slc_stack(path)
    numbers = [_image(stack, date, default) for date, default in zip(days, (0, -1))]
    if numbers[0] == numbers[1]:
        raise GroundshiftError(
            f"{stack.path}: reference and secondary are the same image "
            f"({stack.dates[numbers[0]]}); give two dates (REFERENCE_DAY, SECONDARY_DAY)."
        )
    grid = stack.grid
    if grid.crs:
        axes, components = ground_axes(grid), MAP
    else:
        axes, components = _flat_axes(grid, *_stack_spacings(asked, stack)), RADAR
    files = contextlib.ExitStack()
    reader = files.enter_context(SlcReader(stack, images=np.array(numbers)))

    def read(window, margin):
        reader.margin = tuple(margin)
        return list(reader.read(window).values)

    size = min(SAMPLE, grid.rows), min(SAMPLE, grid.cols)
    middle = Window((grid.rows - size[0]) // 2, (grid.cols - size[1]) // 2, *size)
    views = read(middle, (0, 0))
    if not all(np.isfinite(view).any() for view in views):
        raise GroundshiftError(
            f"{stack.path}: has no data in the middle of its images; import the images again."
        )
    if any(wanders(view) for view in views):
        job.warn(
            f"{stack.path}: the middle of the images' spectrum wanders along the flight, as in "
            "TOPS or ScanSAR images that were not deramped: speckle cannot be oversampled then, "
            "so offsets are noisier; deramp them first."
        )
    dates = tuple(stack.dates[number] for number in numbers)
    platform = platform or stack.attributes.get("PLATFORM", "")
    return ImagePair(
        grid, stack, axes, components, read, (0.0, 0.0), tuple(carrier(view) for view in views),
        tuple(float(np.nanmean(np.abs(view))) for view in views), _ordered(dates, job), platform,
        tuple(str(date) for date in dates), files,
    )  # fmt: skip


def _image(stack, date, default) -> int:
    if date is None:
        return range(len(stack.dates))[default]
    found = np.flatnonzero(stack.dates == date)
    if not found.size:
        dates = ", ".join(str(day) for day in stack.dates[:20])
        raise GroundshiftError(
            f"{stack.path}: has no image of {date} (it has {dates}); give one of its dates."
        )
    return int(found[0])


def _stack_spacings(asked, stack) -> tuple[float, float]:
    """Metres of a pixel in slant range and along flight, of a stack in radar coordinates."""
    across, along = asked.range_spacing, asked.azimuth_spacing
    along = float(stack.spacing[0]) if along is None else along
    if across is None and stack.attributes.get("PROCESSOR") != "groundshift":
        across = float(stack.spacing[1])  # MintPy's own files tell the slant range's
    if across is None:
        across = _slant_step(Path(stack.path).parent / GEOMETRY, stack.grid)
    for value, name in ((across, "RANGE_SPACING"), (along, "AZIMUTH_SPACING")):
        if not np.isfinite(value) or value <= 0:
            raise GroundshiftError(
                f"{stack.path}: does not tell how large its pixels are in slant range and azimuth; "
                f"give it in metres ({name})."
            )
    return across, along


def _slant_step(path, grid: Grid) -> float:
    """Growth of the slant range by column, of a geometry file beside the stack; NaN without."""
    if not path.is_file():
        return np.nan
    with open_hdf5(path) as file:
        if "slantRangeDistance" not in file or file["slantRangeDistance"].shape != grid.shape:
            return np.nan
        values = file["slantRangeDistance"][grid.rows // 2]
    known = np.flatnonzero(np.isfinite(values) & (values > 0))
    if known.size < 2:
        return np.nan
    first, last = known[[0, -1]]
    return float(values[last] - values[first]) / (last - first)
