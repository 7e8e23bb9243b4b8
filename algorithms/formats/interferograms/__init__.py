# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Products of interferograms: what a folder holds, before any pixel is read, and writers of
simulated stacks, each in one product's names, units, sign and no-data value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from ...data.product import Product
from ...errors import GroundshiftError
from . import (
    aria,
    gamma,
    gmtsar,
    hyp3,
    isce2,
    licsar,
    mintpy,
    nisar,
    opera,
    pairs,
    sarscape,
    snap,
)
from ._common import list_files

# In the order in which a folder is tried: the most particular names first.
READERS = {
    "mintpy": mintpy, "licsar": licsar, "hyp3": hyp3, "aria": aria, "nisar": nisar, "disp": opera,
    "isce2": isce2, "snap": snap, "gmtsar": gmtsar, "sarscape": sarscape,
    "gamma": gamma, "pairs": pairs,
}  # fmt: skip
KINDS = ("auto", *READERS)


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
    "mintpy": Format(mintpy.write_mintpy, "MintPy HDF5"),
    "licsar": Format(licsar.write_licsar, "COMET LiCSAR", "geographic", True),
    "gamma": Format(gamma.write_gamma, "GAMMA GeoTIFF"),
    "hyp3": Format(hyp3.write_hyp3, "ASF HyP3", "projected", True),
    "pairs": Format(pairs.write_pairs, "GeoTIFF pairs"),
}


def find_product(path, kind: str = "auto") -> Product:
    """Find the interferograms in a folder, or in a stack file of MintPy's.

    Parameters
    ----------
    path : path
        A folder, searched with its subfolders, or an ``.h5`` file.
    kind : str
        ``auto`` recognises the product by itself; one of :data:`READERS` is forced.

    Returns
    -------
    Product

    Raises
    ------
    GroundshiftError
        If there is nothing that can be read, a file is damaged, or pairs occur twice.
    """
    if kind not in KINDS:
        raise GroundshiftError(f"The kind '{kind}' is not known; choose one of {', '.join(KINDS)}.")
    path = Path(path)
    if not path.exists():
        raise GroundshiftError(f"{path}: there is no such folder or file; check the path.")
    if path.is_file():
        return _find_in_file(path, kind)
    try:
        files = list_files(path)
    except OSError as error:
        raise GroundshiftError(
            f"{path}: cannot be listed ({error.strerror}); check its permissions."
        ) from error
    if not files:
        raise GroundshiftError(f"{path}: the folder is empty; choose one with interferograms.")
    if kind != "auto":
        return READERS[kind].read(path, files)
    for reader in READERS.values():
        if reader.recognises(path, files):
            return reader.read(path, files)
    if any(file.suffix.lower() == ".zip" for file in files):
        raise GroundshiftError(f"{path}: the products are still zipped; unzip them first.")
    raise GroundshiftError(
        f"{path}: holds no interferograms that can be read; looked for "
        + ", ".join(reader.LOOKS_FOR for reader in READERS.values())
        + "."
    )


def pairs_in(files) -> Product:
    """Find the pairs among rasters that are named by two dates, here or at addresses.

    Parameters
    ----------
    files : sequence of Path

    Raises
    ------
    GroundshiftError
        If there is none, one cannot be read, or pairs occur twice.
    """
    return pairs.read(files[0].parent, tuple(files))


def _find_in_file(path, kind) -> Product:
    if path.suffix.lower() in (".h5", ".he5", ".hdf5") and kind in ("auto", "mintpy"):
        return mintpy.read_file(path)
    if path.suffix.lower() == ".zip":
        raise GroundshiftError(f"{path}: is zipped; unzip it and give the folder.")
    raise GroundshiftError(
        f"{path}: is neither a folder nor an ifgramStack.h5; give the folder that it lies in."
    )
