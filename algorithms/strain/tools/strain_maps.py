# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Strain of rasters and series, block by block."""

from __future__ import annotations

import contextlib

import numpy as np

from ...data.grid import Window
from ...data.product import Band
from ...data.true_north import GroundAxes
from ...errors import GroundshiftError
from ...formats.hdf5.stacks import TimeSeriesReader, read_timeseries
from ...formats.quantities import check_raster
from ...formats.raster_rates import unit_scale
from ...formats.raster_source import RasterSource, describe, open_raster
from ...formats.regrid import beyond_border, crs_name, same_crs, shift_between
from ..plane import bell, gradients
from ..tensor import strain_of
from .strain_layers import StrainLayers

PIXELS = 21  # of the window by default
NARROW = 3  # pixels in a window, least
MOST_PIXELS = 301  # across a window


def maps_strain(chosen, outputs, job) -> dict:
    """Strain of a pair of rasters or series; see :func:`.strain.run`."""
    with contextlib.ExitStack() as files:
        source = (_Series if chosen.series_east is not None else _Rasters)(chosen, files)
        grid = source.grid
        ground = _ground(grid, source.what, job)
        middle = Window(grid.rows // 2, grid.cols // 2, 1, 1)
        axes = ground.read(middle)[..., 0, 0]
        side = float(np.hypot(axes[0], axes[1]).max())
        window = chosen.window or PIXELS * side
        if not NARROW * side <= window <= MOST_PIXELS * side:
            chosen.refuse(
                "window", f"is {window:g} m and pixels are {side:.4g} m; give {NARROW * side:.4g} "
                f"to {MOST_PIXELS * side:.4g} m.",
            )  # fmt: skip
        _tell_sizes(ground, grid, job)
        weights = bell(axes, window, chosen.noise_length)
        down, across = weights.margin
        job.note(
            f"Planes through {2 * down + 1} x {2 * across + 1} pixels ({window:.4g} m); standard "
            + ("deviations of the rasters." if source.has_std else "deviations by their misfit.")
        )
        if not chosen.noise_length:
            job.note(
                "Errors of neighbouring pixels are taken as independent; where they are not (the "
                "atmosphere), give the correlation length of the noise."
            )
        readers = source.readers
        layers = StrainLayers(source.is_rate, grid, outputs, chosen.axes_step)

        def read(window):
            around = Window(
                window.row - down, window.col - across, window.height + 2 * down,
                window.width + 2 * across,
            )  # fmt: skip
            return (
                [reader.read(around) for reader in readers], ground.read(window),
                ground.bend(window),
            )  # fmt: skip

        with outputs.rasters(layers.wanted, grid) as rasters:
            job.blocks(
                _Block(weights), read,
                lambda window, strain: layers.write(window, strain, rasters), grid, 1100.0,
            )  # fmt: skip
        return layers.finish(job, source.what)


class _Block:
    """The strain of a block, that a cluster's worker can take."""

    def __init__(self, weights):
        self._weights = weights

    def __call__(self, block):
        (east, north, *std), axes, bend = block
        return strain_of(*gradients(east, north, std or None, self._weights, axes, bend))


class _Plane:
    """Axes of a grid without a CRS: its coordinates are metres east and north."""

    def __init__(self, grid):
        _, dx, _, _, _, dy = grid.transform
        self._axes = np.array([[dx, 0.0], [0.0, dy]])

    def read(self, window):
        """See :class:`...data.true_north.GroundAxes`."""
        return np.broadcast_to(
            self._axes[:, :, None, None], (2, 2, window.height, window.width)
        ).copy()

    def bend(self, window):
        """None at all."""
        return np.zeros((window.height, window.width))


class _Steps:
    """Metres on the ground by step along columns and rows, from those by unit of x and y."""

    def __init__(self, grid):
        self._axes = GroundAxes(grid)
        self._steps = np.array([grid.transform[1], grid.transform[5]])

    def read(self, window):
        """[east or north, along columns or rows]."""
        return self._axes.read(window) * self._steps[None, :, None, None]

    def bend(self, window):
        """See :class:`...data.true_north.GroundAxes`."""
        return self._axes.bend(window)


def _ground(grid, what, job):
    if grid.crs:
        return _Steps(grid)
    if abs(grid.transform[1]) < 0.01:
        raise GroundshiftError(
            f"{what}: has no CRS, and pixels of {abs(grid.transform[1]):g}, which may be degrees; "
            "assign the CRS."
        )
    job.warn(f"{what}: has no CRS; its coordinates are taken as metres to the east and north.")
    return _Plane(grid)


def _tell_sizes(ground, grid, job):
    sides = [
        np.hypot(*ground.read(Window(row, grid.cols // 2, 1, 1))[:, 0, 0, 0])
        for row in (0, grid.rows - 1)
    ]
    if max(sides) > 1.1 * min(sides):
        job.warn(
            f"Pixels are {min(sides):.4g} to {max(sides):.4g} m wide from the top to the bottom; "
            "the window has as many of them everywhere, so its width on the ground varies alike."
        )


class _Rasters:
    """Bands of rasters.

    ``readers`` of east, north and maybe both standard deviations, in metres (a year).
    """

    def __init__(self, chosen, files):
        self.what = str(chosen.east)
        places = _places(chosen)
        self.has_std = len(places) == 4
        self.readers, self.grid, rates = [], None, []
        for path, number in places:
            info = describe(path)
            self.grid = self.grid or info.grid
            shift = _shift(info.grid, self.grid, path, self.what)
            dataset = open_raster(path)  # its bands go with it
            band = dataset.GetRasterBand(number)
            unit = band.GetUnitType() or band.GetDescription()
            if len(self.readers) < 2:
                check_raster(path, index=number, unit=chosen.unit.split("/")[0])
            # A name such as `east` says nothing of the unit; `east_mm_yr` does.
            rates.append(is_rate(unit, chosen.unit))
            scale = unit_scale(unit, chosen.unit.split("/")[0])
            reader = files.enter_context(
                RasterSource(Band(str(path), number, nodata=info.nodata, scale=scale))
            )
            self.readers.append(beyond_border(reader, info.grid, shift))
        if len(set(rates[:2])) > 1:
            raise GroundshiftError(
                f"{places[1][0]}: is a rate and {places[0][0]} a displacement, or the other way "
                "round, by their units; give both of one kind."
            )
        self.is_rate = rates[0]


def _shift(grid, target, path, what):
    """Where a grid's first pixel lies in another grid, of the same pixels."""
    if not same_crs(grid.crs, target.crs):
        raise GroundshiftError(
            f"{path}: its CRS is {crs_name(grid.crs)}, and that of {what} is "
            f"{crs_name(target.crs)}; warp one of them onto the other one's grid."
        )
    shift = (0, 0) if grid == target else shift_between(grid, target)
    if shift is None:
        raise GroundshiftError(
            f"{path}: its pixels ({grid.rows}x{grid.cols}) do not lie on those of {what} "
            f"({target.rows}x{target.cols}); warp one of them onto the other one's grid."
        )
    return shift


def is_rate(unit: str, given: str) -> bool:
    """Whether a motion is one by year, by its own unit or the given one."""
    words = unit.lower().replace("_", "/").replace(" ", "/").split("/")
    if any(word in ("yr", "year", "a", "y") for word in words[1:]):
        return True
    if any(word in ("mm", "cm", "m") for word in words):
        return False
    return "/" in given


def _places(chosen) -> list:
    """(path, band) of east, north and maybe both standard deviations."""
    if chosen.north is not None:
        places = [(chosen.east, 1), (chosen.north, 1)]
        if chosen.east_std is not None:
            places += [(chosen.east_std, 1), (chosen.north_std, 1)]
        return places
    dataset = open_raster(chosen.east)
    names = [
        (dataset.GetRasterBand(k).GetDescription() or "").lower()
        for k in range(1, dataset.RasterCount + 1)
    ]
    if len(names) < 2:
        chosen.refuse(
            "north", f"is missing, and {chosen.east} has one band; strain needs both components."
        )
    std = [k for k, name in enumerate(names, 1) if "std" in name or "sigma" in name]
    rest = [k for k in range(1, len(names) + 1) if k not in std]
    found = []
    for own, first in ((rest, True), (std, False)):
        pair = [next((k for k in own if word in names[k - 1]), None) for word in ("east", "north")]
        if None in pair:
            pair = own[:2] if first else []
        if len(pair) == 2:
            found += [(chosen.east, k) for k in pair]
    if len(found) < 2:
        chosen.refuse("east", "its bands do not tell which is east and which is north.")
    if chosen.east_std is not None:
        found = found[:2] + [(chosen.east_std, 1), (chosen.north_std, 1)]
    return found


class _Series:
    """The rate, or the displacement between two dates, of east and north series."""

    def __init__(self, chosen, files):
        self.what = str(chosen.series_east)
        series = [read_timeseries(path) for path in (chosen.series_east, chosen.series_north)]
        self.grid = series[0].grid
        shifts = (0, 0), _shift(series[1].grid, self.grid, series[1].path, self.what)
        for one, id in zip(series, ("series_east", "series_north")):
            if len(one.dates) < 2:
                chosen.refuse(id, f"{one.path} has one date; motion needs two.")
        self.is_rate = not chosen.first_date.strip()
        shares = [self._shares(one, chosen) for one in series]
        readers = [files.enter_context(TimeSeriesReader(one)) for one in series]
        self.has_std = all(reader.has_pages("timeseriesStd") for reader in readers)
        kinds = (_Combined, _CombinedStd) if self.has_std else (_Combined,)
        self.readers = [
            beyond_border(kind(reader, share), one.grid, shift)
            for kind in kinds
            for reader, share, one, shift in zip(readers, shares, series, shifts)
        ]

    def _shares(self, series, chosen):
        """By which the dates are multiplied and added."""
        if self.is_rate:
            years = (series.dates - series.dates[0]).astype(int) / 365.25
            years = years - years.mean()
            return years / (years**2).sum()
        shares = np.zeros(len(series.dates))
        for name, sign in (("first_date", -1.0), ("last_date", 1.0)):
            given = getattr(chosen, name).strip()
            try:
                date = np.datetime64(given, "D")
            except ValueError:
                chosen.refuse(name, f"'{given}' is no date; write YYYY-MM-DD.")
            at = np.flatnonzero(series.dates == date)
            if not at.size:
                nearest = series.dates[np.abs((series.dates - date).astype(int)).argmin()]
                chosen.refuse(name, f"{series.path} has no {date}; the nearest is {nearest}.")
            shares[at[0]] += sign
        if not shares.any():
            chosen.refuse("last_date", "is the first one; give a later one.")
        return shares


class _Combined:
    def __init__(self, reader, shares):
        self._reader, self._shares = reader, shares

    def read(self, window):
        """A window, in metres (a year)."""
        values = self._reader.read(window)
        total = np.zeros(values.shape[1:])
        for share, page in zip(self._shares, values):
            if share:
                total = total + share * page
        return total.astype(np.float32)


class _CombinedStd(_Combined):
    def read(self, window):
        """A window of standard deviations; the dates' errors are taken as independent."""
        values = self._reader.pages("timeseriesStd", window)
        total = np.zeros(values.shape[1:])
        for share, page in zip(self._shares, values):
            if share:
                total = total + np.square(share * page, dtype=float)
        return np.sqrt(total).astype(np.float32)
