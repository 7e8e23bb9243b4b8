# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stacks of offsets in MintPy's layout: ``ifgramStack.h5`` with ``rangeOffset`` and
``azimuthOffset``, pixels of the full resolution, ``rangeOffsetStd``, ``azimuthOffsetStd`` and
``offsetSNR``.

MintPy's own factors (``ifgram_inversion.py``): -RANGE_PIXEL_SIZE / RLOOKS makes metres towards the
satellite, the azimuth pixel on the ground / ALOOKS metres along flight; offsets of
PROCESSOR=cosicorr are metres already. The azimuth pixel size is that of the orbit or of the ground
(:func:`..hdf5.layout.azimuth_on_ground`).
"""

from __future__ import annotations

import numpy as np

from ...data.offsets import RADAR
from ...data.product import Band
from ...errors import GroundshiftError
from ..hdf5.layout import azimuth_on_ground, check_dataset, head_of, open_hdf5, zero_is_void
from .foreign import dates_for, made

LOOKS_FOR = "MintPy's stack with rangeOffset and azimuthOffset (*.h5)"
NAMES = ("rangeOffset", "azimuthOffset")


def recognises(path) -> bool:
    """By its datasets."""
    if path.suffix.lower() not in (".h5", ".he5"):
        return False
    try:
        with open_hdf5(path) as file:
            return all(name in file for name in NAMES)
    except GroundshiftError:
        return False


def read(path, given) -> list:
    """A pair for each of the stack that is not dropped.

    Raises
    ------
    GroundshiftError
        If sizes do not agree, or pixels have none.
    """
    with open_hdf5(path) as file:
        attributes, grid, dates = head_of(file, (*NAMES, "date"), "a stack of offsets")
        if dates.ndim != 2 or dates.shape[1] != 2:
            raise GroundshiftError(
                f"{path}: its dates are {dates.shape} and two a pair are needed; make it again."
            )
        shape = (len(dates), *grid.shape)
        optional = [f"{name}Std" for name in NAMES] + ["offsetSNR"]
        has = [name if name in file else None for name in (*NAMES, *optional)]
        for name in has:
            if name is not None:
                check_dataset(file, name, shape, path)
        keep = np.ones(len(dates), bool)
        if "dropIfgram" in file and file["dropIfgram"].shape == keep.shape:
            keep = file["dropIfgram"][()].astype(bool)
    factors = _factors(attributes, given, path)
    # MintPy writes 0 where there is no match, unless it says otherwise.
    void = (0.0,) if zero_is_void(attributes) else ()
    found = []
    for k in np.flatnonzero(keep):
        scales = (*factors, *map(abs, factors), 1.0)
        bands = [
            None if name is None else Band(str(path), int(k) + 1, void, scale, name)
            for name, scale in zip(has, scales)
        ]
        own = dates_for(path, given, list(dates[k]))
        platform = attributes.get("PLATFORM", attributes.get("mission", ""))
        found.append(
            made("mintpy", path, grid, RADAR, own, given, [*bands, None], platform=platform)
        )
    return found


def _factors(attributes, given, path) -> tuple:
    """Metres of a pixel in range and azimuth, in our sign."""
    if attributes.get("PROCESSOR", "").lower() == "cosicorr":
        return 1.0, 1.0
    try:
        sizes = [float(attributes[f"{name}_PIXEL_SIZE"]) for name in ("RANGE", "AZIMUTH")]
        looks = [float(attributes[name]) for name in ("RLOOKS", "ALOOKS")]
        sizes[1] = azimuth_on_ground(attributes)
        if np.isnan(sizes[1]):
            raise ValueError("HEIGHT")
    except (KeyError, ValueError) as error:
        if None not in given.pixel:
            return -given.pixel[0], given.pixel[1]
        raise GroundshiftError(
            f"{path}: has no RANGE_PIXEL_SIZE, AZIMUTH_PIXEL_SIZE, RLOOKS and ALOOKS as numbers; "
            "give the pixel sizes."
        ) from error
    factors = -sizes[0] / looks[0], sizes[1] / looks[1]
    if given.pixel[0] is not None:
        factors = -given.pixel[0], factors[1]
    if given.pixel[1] is not None:
        factors = factors[0], given.pixel[1]
    return factors
