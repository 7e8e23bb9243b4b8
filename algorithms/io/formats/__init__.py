# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writers of simulated stacks, each in one product's names, units, sign and no-data value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

from .gamma import write_gamma
from .hyp3 import write_hyp3
from .licsar import write_licsar
from .mintpy import write_mintpy
from .pairs import write_pairs


@dataclass(frozen=True)
class Format:
    """One of the products that a simulated stack can look like.

    Parameters
    ----------
    write : callable
        ``write(simulation, folder, pairs)`` with `pairs` an iterator over (index, SimulatedPair).
    title : str
        For people.
    crs : str
        ``geographic`` (longitude and latitude), ``projected`` or ``any``.
    sentinel1 : bool
        Whether the product comes from Sentinel-1 alone, so that its files do not tell the
        wavelength.
    """

    write: Callable
    title: str
    crs: str = "any"
    sentinel1: bool = False


FORMATS = {
    "mintpy": Format(write_mintpy, "MintPy HDF5"),
    "licsar": Format(write_licsar, "COMET LiCSAR", "geographic", True),
    "gamma": Format(write_gamma, "GAMMA GeoTIFF"),
    "hyp3": Format(write_hyp3, "ASF HyP3", "projected", True),
    "pairs": Format(write_pairs, "GeoTIFF pairs"),
}

__all__ = ["FORMATS", "Format"]
