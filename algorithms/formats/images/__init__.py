# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Products of coregistered radar images: what a folder holds, before any pixel is read, and writers
of simulated ones, each in one product's names, numbers and conventions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Callable

from ...data.slc_product import SlcProduct
from ...errors import GroundshiftError
from ..interferograms._common import list_files
from . import gamma, isce2, mintpy, opera, rasters
from ._baselines import read_baseline_table
from ._common import SlcSearch

READERS = {"opera": opera, "isce2": isce2, "gamma": gamma, "rasters": rasters}
"""In the order in which a folder is tried: the most particular names first."""

KINDS = ("auto", *READERS)


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
    "mintpy": SlcFormat(mintpy.write_mintpy, "MintPy slcStack.h5"),
    "opera": SlcFormat(
        opera.write_opera, "OPERA CSLC-S1", "map", always=True, sentinel1=True, projected=True
    ),
    "isce2": SlcFormat(isce2.write_isce2, "ISCE-2 merged SLC", "radar"),
    "gamma": SlcFormat(gamma.write_gamma, "GAMMA rslc", "radar", flattened=False),
    "geotiff": SlcFormat(rasters.write_geotiff, "Complex GeoTIFF"),
}


def find_images(
    folder, kind: str = "auto", pattern: str = "", search: SlcSearch | None = None
) -> SlcProduct:
    """Find the coregistered radar images in a folder.

    Parameters
    ----------
    folder : path
        Searched with its subfolders.
    kind : str
        ``auto`` recognises the product by itself; ``opera``, ``isce2``, ``gamma`` or ``rasters``
        forces one.
    pattern : str
        Only files whose name or path below the folder is like it, such as ``*_VV_*.h5``.
    search : SlcSearch, optional

    Returns
    -------
    SlcProduct

    Raises
    ------
    GroundshiftError
        If there is nothing that can be read, a file is damaged, files do not belong together, or
        an image occurs twice.
    """
    folder, search = Path(folder), search or SlcSearch()
    if kind not in KINDS:
        raise GroundshiftError(f"The kind '{kind}' is not known; choose one of {', '.join(KINDS)}.")
    if not folder.is_dir():
        raise GroundshiftError(f"{folder}: there is no such folder; check the path.")
    try:
        files = list_files(folder)
    except OSError as error:
        raise GroundshiftError(
            f"{folder}: cannot be listed ({error.strerror}); check its permissions."
        ) from error
    if not files:
        raise GroundshiftError(f"{folder}: the folder is empty; choose one with radar images.")
    if pattern:
        files = tuple(f for f in files if _is_like(f, folder, pattern))
        if not files:
            raise GroundshiftError(
                f"{folder}: no file is like '{pattern}'; give another pattern, or none."
            )
    product = _reader(folder, files, kind).read(folder, files, search)
    if search.baselines is not None:
        product = replace(product, baselines=read_baseline_table(search.baselines, product.dates))
    return product


def _is_like(file, folder, pattern) -> bool:
    return fnmatch(file.name, pattern) or fnmatch(file.relative_to(folder).as_posix(), pattern)


def _reader(folder, files, kind):
    if kind != "auto":
        return READERS[kind]
    for reader in READERS.values():
        if reader.recognises(folder, files):
            return reader
    if any(file.suffix.lower() == ".zip" for file in files):
        raise GroundshiftError(f"{folder}: the products are still zipped; unzip them first.")
    raise GroundshiftError(
        f"{folder}: holds no radar images that can be read; looked for "
        + ", ".join(reader.LOOKS_FOR for reader in READERS.values())
        + "."
    )
