# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Factors of the ground on one grid, and samples of them on active ground and background."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.addresses import address_of
from ...data.grid import Window, block_windows
from ...data.metric import LocalMetres, pixel_size_m
from ...data.product import Band
from ...data.relief import curvatures, slope_and_aspect
from ...data.traces import NearestTrace
from ...errors import GroundshiftError, counted
from ...formats.elevation import Elevation
from ...formats.ground_slope import GroundSlope
from ...formats.masks import PolygonMask
from ...formats.raster_source import RasterSource, describe, open_raster
from ...formats.regrid import on_grid
from ...formats.vectors.fault_layers import read_faults, read_sites, to_degrees
from ...formats.vectors.features import read_polygons
from ...formats.zonal import in_crs_of
from ..effects import pixel_chances, tiles_of, usual_side

MEMORY = 400.0  # bytes a pixel and block, without the factors
NUMBER, CLASS, ASPECT = "number", "class", "aspect"
LEVEL_SLOPE, MUCH_LEVEL = 0.5, 0.3  # degrees; share of the background that deserves a warning
TERRAIN = ("slope_deg", "aspect_deg", "plan_curvature", "profile_curvature", "elevation_m")


@dataclass(frozen=True)
class Factor:
    """What the ground is described by.

    Parameters
    ----------
    name, kind : str
        Kind: ``number``, ``class`` or ``aspect``.
    """

    name: str
    kind: str = NUMBER


class Ground(contextlib.ExitStack):
    """All factors on the pixels of one grid.

    Parameters
    ----------
    chosen : GroundFactors
        See :mod:`.asked`.

    Raises
    ------
    GroundshiftError
        If there is no raster, or a layer cannot be laid over the first one.
    """

    def __init__(self, chosen):
        super().__init__()
        self.factors, self._readers, self.notes = [], [], []
        rasters = paths_of(chosen.rasters)
        classes = paths_of(chosen.classes)
        first = next(iter([*filter(None, [chosen.dem]), *rasters, *classes]), None)
        if first is None:
            chosen.refuse(("dem", "rasters"), "are missing; give an elevation model or a raster.")
        self.grid = described(first).grid
        self.crs = self.grid.crs
        self.cell = pixel_size_m(self.grid)
        if chosen.dem is not None:
            self._add(
                _Terrain(chosen.dem, chosen.radius, self), TERRAIN, [NUMBER, ASPECT] + 3 * [NUMBER]
            )
        for path, kind in [(p, NUMBER) for p in rasters] + [(p, CLASS) for p in classes]:
            self._add_bands(path, kind)
        for source in layers_of(chosen.lines):
            self._add(_Distance(source, self), (f"distance_{source[1] or Path(source[0]).stem}_m",),
                      (NUMBER,))  # fmt: skip

    def _add(self, reader, names, kinds):
        taken = {factor.name for factor in self.factors}
        for name, kind in zip(names, kinds):
            while name in taken:
                name += "_2"
            self.factors.append(Factor(name, kind))
        self._readers.append(reader)

    def _add_bands(self, path, kind):
        info = described(path)
        dataset = open_raster(path)
        sources, names = [], []
        for k in range(1, info.bands + 1):
            band = dataset.GetRasterBand(k)
            void = band.GetNoDataValue()
            void = () if void is None or np.isnan(void) else (void,)
            source = self.enter_context(RasterSource(Band(str(path), k, void)))
            way = "mode" if kind == CLASS else "bilinear"
            sources.append(on_grid(source, info.grid, self.grid, way, path))
            stem = Path(path).stem
            name = band.GetDescription() or (stem if info.bands == 1 else f"{stem}_{k}")
            names.append("_".join(name.split()))
        self._add(_Bands(sources), names, [kind] * len(names))

    def values(self, window: Window, mask=None) -> np.ndarray:
        """Factors of the pixels of a window, or of some of them.

        Parameters
        ----------
        window : Window
        mask : ndarray of bool, shape (row, column), optional

        Returns
        -------
        ndarray of float64, shape (factor, pixel)
        """
        mask = np.ones((window.height, window.width), bool) if mask is None else mask
        return np.concatenate([reader.at(window, mask) for reader in self._readers])

    def xy(self, window: Window, mask):
        """Map coordinates of pixels."""
        rows, cols = np.nonzero(mask)
        return self.grid.xy(rows + window.row, cols + window.col)

    @property
    def memory(self) -> float:
        """Bytes that a pixel takes in a block."""
        return MEMORY + 24.0 * len(self.factors)


class _Bands:
    def __init__(self, sources):
        self._sources = sources

    def at(self, window, mask):
        return np.stack([source.read(window)[mask].astype(float) for source in self._sources])


class _Terrain:
    """Slope, aspect, curvatures and height of an elevation model whose grid is the ground's."""

    def __init__(self, path, radius, ground):
        self._dem = ground.enter_context(Elevation(path))
        self._slope = GroundSlope(self._dem, radius)
        self._sigma = [radius / 2 / size for size in ground.cell]
        self._cell = ground.cell

    def at(self, window, mask):
        from scipy.ndimage import gaussian_filter

        slope, aspect = slope_and_aspect(self._slope.read(window))
        margin = [1 + int(np.ceil(4 * sigma)) for sigma in self._sigma]
        heights = self._dem.read(window, margin).astype(float)
        if max(self._sigma) > 0:
            known = np.isfinite(heights)
            middle = np.nanmean(heights) if known.any() else 0.0
            # Relative to the middle, as what is unknown is left out by weights.
            weight = gaussian_filter(known.astype(float), self._sigma, mode="constant", truncate=4)
            smooth = gaussian_filter(
                np.where(known, heights - middle, 0.0), self._sigma, mode="constant", truncate=4
            )
            with np.errstate(invalid="ignore", divide="ignore"):
                heights = np.where(known, smooth / weight + middle, np.nan)
        down, across = (m - 1 for m in margin)
        inner = heights[down : heights.shape[0] - down, across : heights.shape[1] - across]
        plan, profile = curvatures(inner, self._cell)
        centre = self._dem.read(window)
        return np.stack([part[mask] for part in (slope, aspect, plan, profile, centre)])


class _Distance:
    """Distance to the nearest of some lines, in metres on the ellipsoid."""

    def __init__(self, source, ground):
        self._ground = ground
        self._search = NearestTrace(read_faults(source).traces)
        if self._search.traces.plane:
            raise GroundshiftError(
                f"{source[0]}: has no CRS and cannot be laid over rasters; assign the right one."
            )

    def at(self, window, mask):
        x, y = self._ground.xy(window, mask)
        if not len(x):
            return np.zeros((1, 0))
        places = to_degrees(self._ground.crs, np.stack([x, y], axis=1), "The first raster")
        return self._search.find(places).distance[np.newaxis]


def paths_of(given) -> list:
    """Rasters of a parameter of several."""
    given = [given] if isinstance(given, (str, Path)) else list(given or ())
    for path in given:
        if not address_of(path) and not Path(str(path)).exists():
            raise GroundshiftError(f"{path}: there is no such file; check the path.")
    return [str(path) for path in given]


def layers_of(given) -> list:
    """Path and name of the layers of a parameter of several."""
    given = [given] if isinstance(given, (str, Path)) else list(given or ())
    found = []
    for one in given:
        path, _, name = str(one).partition("|layername=")
        found.append((paths_of([path])[0], name.partition("|")[0]))
    return found


def described(path):
    """A raster's header; one without a CRS is refused."""
    info = describe(path)
    if not info.grid.crs:
        raise GroundshiftError(f"{path}: the raster has no CRS; assign the right one.")
    return info


class Inventory:
    """Active ground on a grid.

    Parameters
    ----------
    source : (path, str)
        Points or polygons.
    ground : Ground
    study_area : (path, str), optional
    """

    def __init__(self, source, ground, study_area=None):
        sites = read_sites(source)
        features = sites.features
        if not features.crs:
            raise GroundshiftError(
                f"{features.path}: has no CRS and cannot be laid over rasters; assign the right "
                "one."
            )
        self.notes, self.kind, self.count = list(sites.notes), sites.kind, len(sites)
        self._ground, grid = ground, ground.grid
        shapes = in_crs_of(grid, features.wkb, features.crs)
        self.middles = _in_crs(sites.places, grid.crs)
        self._pixels = None
        if sites.kind == "polygon":
            codes = range(1, len(shapes) + 1)
            self._mask = PolygonMask(shapes, grid, codes=codes)
        else:
            x0, dx, _, y0, _, dy = grid.transform
            col = np.floor((self.middles[:, 0] - x0) / dx).astype(np.int64)
            row = np.floor((self.middles[:, 1] - y0) / dy).astype(np.int64)
            self._places = row, col
        self._study = None
        if study_area is not None:
            area = read_polygons(*study_area)
            self._study = PolygonMask(in_crs_of(grid, area.wkb, area.crs), grid)

    def codes(self, window: Window) -> np.ndarray:
        """Number of the landslide, from 1, of each pixel of a window; 0 on background."""
        if self.kind == "polygon":
            return self._mask.codes(window)
        out = np.zeros((window.height, window.width), np.int32)
        row, col = self._places[0] - window.row, self._places[1] - window.col
        inside = (row >= 0) & (row < window.height) & (col >= 0) & (col < window.width)
        out[row[inside], col[inside]] = np.flatnonzero(inside) + 1
        return out

    def counts(self, window: Window) -> np.ndarray:
        """Landslides (points) or active ground (0 or 1) of each pixel of a window."""
        if self.kind == "polygon":
            return (self._mask.codes(window) > 0).astype(float)
        out = np.zeros((window.height, window.width))
        row, col = self._places[0] - window.row, self._places[1] - window.col
        inside = (row >= 0) & (row < window.height) & (col >= 0) & (col < window.width)
        np.add.at(out, (row[inside], col[inside]), 1.0)
        return out

    def looked_at(self, window: Window) -> np.ndarray:
        """What of a window belongs to the study area."""
        if self._study is None:
            return np.ones((window.height, window.width), bool)
        return self._study.read(window)


def _in_crs(degrees, crs):
    from pyproj import Transformer

    way = Transformer.from_crs("EPSG:4326", crs, always_xy=True)
    return np.stack(way.transform(*np.asarray(degrees).T), axis=1)


@dataclass(frozen=True)
class Samples:
    """Samples of the ground; shapes (sample,) unless said.

    Parameters
    ----------
    x, y : ndarray
        In the grid's CRS.
    active : ndarray of bool
    values : ndarray, shape (factor, sample)
    tiles : ndarray of int
        What is drawn together: that of the middle of its landslide, or its own.
    area : ndarray of int
        Number of the landslide, from 1; 0 on background.
    side : float
        Of the tiles, metres.
    share : float
        Of the pixels with data that are active.
    local : ndarray, shape (sample, 2)
        Metres.
    """

    x: np.ndarray
    y: np.ndarray
    active: np.ndarray
    values: np.ndarray
    tiles: np.ndarray
    area: np.ndarray
    side: float
    share: float
    local: np.ndarray


def sample(ground, inventory, wanted: int, side, seed: int, job) -> Samples:
    """So many samples of active ground, and as many of background.

    Each pixel has a number of chance of its own; of those with data the ones with the smallest
    are taken, whatever the blocks.

    Raises
    ------
    GroundshiftError
        If there is no active ground with data, or no background.
    """
    grid = ground.grid
    reach = min(1.0, 6.0 * wanted / (grid.rows * grid.cols))
    while True:
        found, share = _collected(ground, inventory, wanted, reach, seed, job)
        if reach >= 1.0 or len(found[1]) >= wanted:
            break
        reach = min(1.0, 30 * reach)
    active, background = found
    for part, what in ((active, "active ground"), (background, "background")):
        if not len(part):
            raise GroundshiftError(
                f"No {what} with data was found where inventory, factors and study area overlap; "
                "give layers of the same place, and check the CRS of all."
            )
    rows = np.concatenate([active, background])
    kind = np.arange(len(rows)) < len(active)
    x, y, area = rows[:, 1], rows[:, 2], rows[:, 3].astype(int)
    local = LocalMetres(grid.crs, *grid.xy(grid.rows / 2, grid.cols / 2))
    xy = local.of(grid.crs, x, y)
    middles = local.of(grid.crs, *inventory.middles.T)
    anchors = np.where(kind[:, np.newaxis], middles[area - 1], xy)
    side = side or usual_side(xy)
    tiles = tiles_of(anchors, side)
    _tell_level(ground, rows[~kind, 4:], job)
    missed = inventory.count - len(np.unique(area[kind]))
    if missed:
        job.note(
            f"{counted(missed, 'landslide')} of {inventory.count} have no sample: they lie beyond "
            "the data, under others or between pixels, or others were drawn."
        )
    return Samples(x, y, kind, rows[:, 4:].T.copy(), tiles, area, float(side), share, xy)


def _tell_level(ground, background, job):
    """Warn of plains, lakes and sea, beside which all ground is steep."""
    names = [one.name for one in ground.factors]
    if "slope_deg" in names:
        share = float(np.mean(background[:, names.index("slope_deg")] < LEVEL_SLOPE))
        if share > MUCH_LEVEL:
            job.warn(
                f"{100 * share:.0f} % of the background are level (sea, lakes, plains), beside "
                "which any slope looks prone; give a study area without them."
            )


def _collected(ground, inventory, wanted, reach, seed, job):
    """Rows of (chance, x, y, landslide, values) of both kinds, and the share of active pixels."""
    grid, everything = ground.grid, inventory.kind == "point"
    # Of active ground more is looked at: there is little of it.
    limits = [1.0 if everything else min(1.0, 50 * reach), reach]
    found, pixels = [[], []], np.zeros(2)
    windows = block_windows(grid, ground.memory, job.budget // 4)
    for number, window in enumerate(windows, 1):
        job.check()
        rows, cols = np.indices((window.height, window.width))
        chance = pixel_chances(rows + window.row, cols + window.col, grid.cols, seed)
        codes, inside = inventory.codes(window), inventory.looked_at(window)
        masks = inside & (codes > 0), inside & (codes == 0)
        pixels += [mask.sum() for mask in masks]
        for k, mask in enumerate(masks):
            mask = mask & (chance < limits[k])
            if not mask.any():
                continue
            values = ground.values(window, mask)
            known = np.isfinite(values).any(axis=0)
            x, y = ground.xy(window, mask)
            block = np.column_stack([chance[mask], x, y, codes[mask], values.T])[known]
            found[k].append(block)
            if sum(map(len, found[k])) > 4 * wanted and not (everything and k == 0):
                found[k] = [_smallest(found[k], wanted)]
                limits[k] = min(limits[k], found[k][0][-1, 0])
        job.tell(number / len(windows))
    out = []
    for k, blocks in enumerate(found):
        width = 4 + len(ground.factors)
        all_of = [np.zeros((0, width)), *blocks]
        out.append(
            _smallest(all_of, len(np.concatenate(all_of)) if everything and not k else wanted)
        )
    return out, float(pixels[0] / max(pixels.sum(), 1.0))


def _smallest(blocks, count):
    rows = np.concatenate(blocks)
    return rows[np.argsort(rows[:, 0], kind="stable")[:count]]
