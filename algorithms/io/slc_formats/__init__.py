# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writers of simulated radar images, each in one product's names, numbers and conventions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

from .gamma import write_gamma
from .geotiff import write_geotiff
from .isce2 import write_isce2
from .mintpy import write_mintpy
from .opera import write_opera


@dataclass(frozen=True)
class SlcFormat:
    """One of the products that simulated radar images can look like.

    Parameters
    ----------
    write : callable
        ``write(simulation, folder, images)`` with `images` an iterator over (index of the date,
        images of its polarisations).
    title : str
        For people.
    coordinates : str
        ``map``, ``radar`` or ``any``.
    flattened : bool
        Whether the product's images come without flat-earth and topographic phase.
    always : bool
        Whether they can come in no other way.
    sentinel1 : bool
        Whether the product is of Sentinel-1 alone.
    projected : bool
        Whether it has to be in metres.
    """

    write: Callable
    title: str
    coordinates: str = "any"
    flattened: bool = True
    always: bool = False
    sentinel1: bool = False
    projected: bool = False


SLC_FORMATS = {
    "mintpy": SlcFormat(write_mintpy, "MintPy slcStack.h5"),
    "opera": SlcFormat(
        write_opera, "OPERA CSLC-S1", "map", always=True, sentinel1=True, projected=True
    ),
    "isce2": SlcFormat(write_isce2, "ISCE-2 merged SLC", "radar"),
    "gamma": SlcFormat(write_gamma, "GAMMA rslc", "radar", flattened=False),
    "geotiff": SlcFormat(write_geotiff, "Complex GeoTIFF"),
}

__all__ = ["SLC_FORMATS", "SlcFormat"]
