# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The ground of simulated radar images: cover classes and dominant scatterers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import fields
from .slc_options import SlcOptions
from .terrain import Terrain

MOST_CROWDED = 0.9  # share of pixels with a dominant scatterer


def make_cover(options: SlcOptions, terrain: Terrain) -> np.ndarray:
    """Which class each pixel is of.

    Parameters
    ----------
    options : SlcOptions
    terrain : Terrain

    Returns
    -------
    ndarray of int8, shape (row, col)
        Index of the class.
    """
    shares = np.array([kind.share for kind in options.classes], float)
    shares /= shares.sum()
    shape = terrain.height.shape
    if options.layout == "stripes":
        edges = np.rint(np.cumsum(shares)[:-1] * shape[1]).astype(int)
        stripes = np.searchsorted(edges, np.arange(shape[1]), side="right")
        return np.broadcast_to(stripes.astype(np.int8), shape).copy()
    return _patches(options, terrain, shares)


def _patches(options, terrain, shares) -> np.ndarray:
    """The lake, the town in the plain, the rest in patches of about ten pixels."""
    rng = fields.generator(options.seed, fields.SLC_COVER)
    shape = terrain.height.shape
    names = [kind.name for kind in options.classes]
    cover = np.full(shape, -1, np.int8)
    if "water" in names:
        cover[terrain.water] = names.index("water")
    # The town first: it has the choice of place.
    land = sorted((k for k in range(len(names)) if names[k] != "water"),
                  key=lambda k: names[k] != "urban")  # fmt: skip
    for k in land:
        field = fields.smooth_field(shape, 5, rng) + 0.5 * fields.smooth_field(shape, 1.5, rng)
        if names[k] == "urban":
            field = 0.4 * field + fields.smooth_field(shape, 0.06 * min(shape), rng)
            field -= 3 * terrain.mountains
        free = cover < 0
        wanted = min(int(np.rint(shares[k] * cover.size)), np.count_nonzero(free))
        if k == land[-1]:
            wanted = np.count_nonzero(free)
        if wanted:
            score = np.where(free, field, -np.inf).ravel()
            cover.ravel()[np.argpartition(score, -wanted)[-wanted:]] = k
    return cover


@dataclass(frozen=True)
class Scatterers:
    """Dominant scatterers, at most one a pixel; arrays of shape (scatterer,).

    Parameters
    ----------
    row, col : ndarray of int
    scr : ndarray, shape (polarisation, scatterer)
        Signal-to-clutter ratio (of power); 0 where there is none in a polarisation.
    phase : ndarray, shape (polarisation, scatterer)
        Own phase, radians.
    height : ndarray
        Over the elevation model, metres.
    """

    row: np.ndarray
    col: np.ndarray
    scr: np.ndarray
    phase: np.ndarray
    height: np.ndarray

    def signal(self, rows: slice, polarisation: int):
        """Scatterers within some rows, and their amplitude over clutter of unit intensity.

        Returns
        -------
        row, col : ndarray of int
            The row counts from the first of `rows`.
        amplitude : ndarray of complex64
        """
        own = (self.row >= rows.start) & (self.row < rows.stop)
        amplitude = np.sqrt(self.scr[polarisation, own])
        amplitude = amplitude * np.exp(1j * self.phase[polarisation, own])
        return self.row[own] - rows.start, self.col[own], amplitude.astype(np.complex64)


def make_scatterers(options: SlcOptions, cover) -> Scatterers:
    """Draw the dominant scatterers.

    Parameters
    ----------
    options : SlcOptions
    cover : ndarray of int8, shape (row, col)

    Returns
    -------
    Scatterers
        Of VV and VH, whether or not VH is wanted, so that VV is the same with and without.
    """
    rng = fields.generator(options.seed, fields.SCATTERERS)
    area = options.row_spacing_m * options.col_spacing_m * 1e-6
    density = area * np.array([kind.ps_per_km2 for kind in options.classes])
    both = np.clip(density, 0, MOST_CROWDED)[cover]
    alone = np.clip(options.vh_only_share * density, 0, 1)[cover] * (1 - both)
    draw = rng.random(cover.shape)
    there = draw < both + alone
    row, col = np.nonzero(there)
    in_first = draw[there] < both[there]
    count = len(row)
    low, high = options.scr_db
    first = 10 ** (rng.uniform(low, high, count) / 10)
    second = 10 ** (rng.uniform(*options.vh_scr_db, count) / 10)
    scr = np.stack([np.where(in_first, first, 0), np.where(in_first, second, first)])
    phase = rng.uniform(-np.pi, np.pi, (2, count))
    return Scatterers(row, col, scr, phase, options.ps_height_m * rng.standard_normal(count))
