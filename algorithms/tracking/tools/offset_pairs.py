# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Many rasters of offsets as the pairs of one network, on one grid."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ...data.addresses import address_of
from ...data.grid import Grid, Window
from ...data.network import Network
from ...data.offsets import Offsets
from ...errors import GroundshiftError, counted
from ...formats.offsets.offset_raster import OffsetReader, is_offsets, read_offsets
from ...formats.regrid import same_crs, shift_between
from ...formats.remote import Source
from ..series import pairs_in_time

ENDINGS = (".tif", ".tiff", ".vrt")
STD, CORRELATION = (2, 3), 4
"""Places of layers in :func:`...data.offsets.bands_of`."""


@dataclass(frozen=True)
class OffsetPairs:
    """Rasters of offsets of one kind.

    Parameters
    ----------
    offsets : list of Offsets
    grid : Grid
        The one that most of them have.
    network : Network
    signs : ndarray of float32, shape (pair,)
        -1 where the secondary image is the earlier one.
    """

    offsets: list
    grid: Grid
    network: Network
    signs: np.ndarray

    @property
    def components(self) -> tuple:
        """Names of both components."""
        return self.offsets[0].components

    @property
    def platforms(self) -> list:
        """Names of the platforms, sorted; unknown ones are one."""
        return sorted({one.platform for one in self.offsets})


def find_offsets(paths, log) -> list:
    """The rasters of offsets among files and in folders.

    Parameters
    ----------
    paths : sequence of Path
        Files must be some; of folders, what holds something else is passed over.
    log : callable

    Raises
    ------
    GroundshiftError
        If there is none.
    """
    found, others = {}, 0
    for path in paths:
        path = Path(path)
        if not path.is_dir():
            found[address_of(path) or path.resolve()] = read_offsets(path)
            continue
        for inner in sorted(path.rglob("*")):
            if inner.suffix.lower() not in ENDINGS:
                continue
            if is_offsets(inner):
                found[inner.resolve()] = read_offsets(inner)
            else:
                others += 1
    if not found:
        raise GroundshiftError(
            f"{', '.join(map(str, paths))}: holds no raster of offsets; make some with 'Offsets of "
            "two images' or 'Import offsets'."
        )
    if others:
        log(f"{counted(others, 'other raster')} in the folder passed over.")
    return list(found.values())


def make_pairs(offsets, log) -> OffsetPairs:
    """Check that rasters of offsets go together.

    Raises
    ------
    GroundshiftError
        If one lacks a date, holds other components, is there twice, or lies nowhere near.
    """
    for one in offsets:
        _check(one, offsets[0])
    twice = {}
    for one in offsets:
        key = one.platform, *sorted((one.reference, one.secondary))
        if key in twice:
            raise GroundshiftError(
                f"{one.path}: has the dates ({one.name}) and the platform of {twice[key]}; keep "
                "one, or give them the platforms that they are of."
            )
        twice[key] = one.path
    places = Counter((one.grid.shape, one.grid.transform) for one in offsets)
    (shape, transform), _ = places.most_common(1)[0]
    grid = next(
        one.grid for one in offsets if (one.grid.shape, one.grid.transform) == (shape, transform)
    )
    moved = [one for one in offsets if not _same(one.grid, grid)]
    for one in moved:
        if not (one.grid.crs and grid.crs) and shift_between(one.grid, grid) is None:
            raise GroundshiftError(
                f"{one.path}: has another grid than the other offsets, and no coordinate reference "
                "system by which it could be put on theirs; leave it out, or assign the CRS."
            )
    if moved:
        log(
            f"{counted(len(moved), 'raster')} on other grids, such as {moved[0].path.name}, are "
            f"resampled to {grid.rows}x{grid.cols} pixels."
        )
    network, signs = pairs_in_time(
        np.array([one.reference for one in offsets]), np.array([one.secondary for one in offsets])
    )
    return OffsetPairs(list(offsets), grid, network, signs)


def _same(grid, target) -> bool:
    return shift_between(grid, target) == (0, 0) and grid.shape == target.shape


def _check(one: Offsets, first: Offsets):
    if not one.dated:
        raise GroundshiftError(
            f"{one.path}: does not tell its dates (REFERENCE_DATE and SECONDARY_DATE in its "
            "metadata); import it with dates, or leave it out."
        )
    if one.reference == one.secondary:
        raise GroundshiftError(
            f"{one.path}: both of its images are of {one.reference}; leave it out."
        )
    if one.components != first.components:
        raise GroundshiftError(
            f"{one.path}: holds {' and '.join(one.components)}, and {first.path.name} "
            f"{' and '.join(first.components)}; give offsets of one kind."
        )
    if bool(one.grid.crs) != bool(first.grid.crs) and not same_crs(one.grid.crs, first.grid.crs):
        raise GroundshiftError(
            f"{one.path}: {'has a' if one.grid.crs else 'lacks the'} coordinate reference system "
            f"unlike {first.path.name}; assign it, or leave the raster out."
        )


def tell_network(pairs: OffsetPairs, log) -> int:
    """Say what the network is made of; returns into how many parts it falls."""
    network = pairs.network
    for platform in pairs.platforms:
        mine = np.array([one.platform == platform for one in pairs.offsets])
        dates = len(np.unique(network.pairs[mine]))
        name = platform or "Unknown platform"
        log(f"{name}: {counted(int(mine.sum()), 'pair')} of {counted(dates, 'date')}.")
    turned = int((pairs.signs < 0).sum())
    if turned:
        log(f"{counted(turned, 'pair')} from the later to the earlier date turned round.")
    log(network.describe_subsets())
    return int(network.subsets().max()) + 1


class PairsReader:
    """Reads windows of all pairs; files are opened only while they are read, as there are many.

    Parameters
    ----------
    pairs : OffsetPairs
    with_std : bool
    least_correlation : float
        Offsets below, or without a correlation, are left out; 0 keeps all.

    Attributes
    ----------
    sources : tuple of Source
        The files, for other processes.
    """

    def __init__(self, pairs: OffsetPairs, with_std: bool, least_correlation: float = 0.0):
        self.sources = tuple(Source.of(one.path) for one in pairs.offsets)
        # Other processes may have another folder.
        offsets = [replace(one, path=file.path) for one, file in zip(pairs.offsets, self.sources)]
        self._pairs, self._least = replace(pairs, offsets=offsets), least_correlation
        self.with_std = with_std
        if with_std:
            for one in pairs.offsets:
                with OffsetReader(one) as reader:
                    if not reader.has_std():
                        self.with_std = False
                        self.lacking = one.path
                        break
        layers = STD if self.with_std else ()
        self._layers = (*layers, CORRELATION) if least_correlation > 0 else layers

    def read(self, window: Window) -> tuple:
        """Offsets from the earlier to the later date and their deviations (or None).

        Returns
        -------
        values, std : ndarray of float32, shape (2, pair, row, column)
        """
        shape = (2, len(self._pairs.offsets), window.height, window.width)
        values = np.empty(shape, np.float32)
        std = np.empty(shape, np.float32) if self.with_std else None
        for k, (one, sign) in enumerate(zip(self._pairs.offsets, self._pairs.signs)):
            grid = None if _same(one.grid, self._pairs.grid) else self._pairs.grid
            with OffsetReader(one, grid, self._layers) as reader:
                block = reader.read(window)
            values[:, k] = sign * block.values
            if std is not None:
                std[:, k] = block.std
            if self._least > 0:
                with np.errstate(invalid="ignore"):
                    values[:, k][:, ~(block.correlation >= self._least)] = np.nan
        return values, std
