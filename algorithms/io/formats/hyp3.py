# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a stack as ASF's HyP3 makes it with GAMMA (INSAR_GAMMA).

https://hyp3-docs.asf.alaska.edu/guides/insar_product_guide/ : a folder a product with
``_unw_phase.tif`` (radians; the reference is the older scene and positive values are motion away
from the sensor, MintPy's sign), ``_corr.tif``, ``_lv_theta.tif`` (elevation of the look vector
over the horizontal, radians), ``_lv_phi.tif`` (its orientation counter-clockwise from east,
radians), ``_dem.tif`` and a text file of parameters. No data is 0.
"""

from __future__ import annotations

import shutil
import zlib

import numpy as np

from ...data.simulation.scene import EARTH_RADIUS, ORBIT_HEIGHT
from ._common import (
    SECONDS_OF_DAY,
    TIME,
    TRACK,
    date_text,
    is_ascending,
    signed_heading,
    split_looks,
    write_text,
    write_zero_void,
)

ORBITS_PER_CYCLE, DAYS_PER_CYCLE = 175, 12  # Sentinel-1
S1A_OFFSET = 73  # relative orbit = (absolute orbit - 73) mod 175 + 1


def write_hyp3(simulation, folder, pairs) -> None:
    """Write a product folder for each pair.

    Parameters
    ----------
    simulation : Simulation
        In a projected CRS.
    folder : Path
    pairs : iterator over (int, SimulatedPair)
    """
    los = simulation.los
    geometry = {
        "lv_theta": np.arcsin(los.up),
        "lv_phi": np.arctan2(los.north, los.east),
        "dem": simulation.height,
    }
    written: dict = {}
    for index, pair in pairs:
        name = _product_name(simulation, index)
        product = folder / name
        product.mkdir(parents=True)
        write_zero_void(product / f"{name}_unw_phase.tif", simulation, pair.phase)
        write_zero_void(product / f"{name}_corr.tif", simulation, pair.coherence)
        for kind, values in geometry.items():
            path = product / f"{name}_{kind}.tif"
            if kind in written:
                shutil.copyfile(written[kind], path)
            else:
                write_zero_void(path, simulation, values)
                written[kind] = path
        write_text(product / f"{name}.txt", _parameters(simulation, index))


def _product_name(simulation, index) -> str:
    first, second = simulation.pairs[index]
    days = (second - first).astype(int)
    spacing = 80 if simulation.options.pixel_size_m > 60 else 40
    stem = f"S1AA_{date_text(first)}T{TIME}_{date_text(second)}T{TIME}_VVP{days:03d}"
    stem = f"{stem}_INT{spacing}_G_ueF"
    return f"{stem}_{zlib.crc32(stem.encode()) & 0xFFFF:04X}"


def _orbit(simulation, date) -> int:
    """An absolute orbit number on the simulated track."""
    cycles = (date - simulation.dates[0]).astype(int) // DAYS_PER_CYCLE
    return S1A_OFFSET + TRACK - 1 + ORBITS_PER_CYCLE * (160 + cycles)


def _granule(simulation, date) -> str:
    end = f"{int(TIME) + 27:06d}"
    day = date_text(date)
    return f"S1A_IW_SLC__1SDV_{day}T{TIME}_{day}T{end}_{_orbit(simulation, date):06d}_000000_0000"


def _parameters(simulation, index):
    """Lines of the parameter file."""
    first, second = simulation.pairs[index]
    ranges, options = simulation.slant_range, simulation.options
    range_looks, azimuth_looks = split_looks(options.looks)
    direction = "ASCENDING" if is_ascending(options) else "DESCENDING"
    values = (
        ("Reference Granule", _granule(simulation, first)),
        ("Secondary Granule", _granule(simulation, second)),
        ("Reference Pass Direction", direction),
        ("Reference Orbit Number", _orbit(simulation, first)),
        ("Secondary Pass Direction", direction),
        ("Secondary Orbit Number", _orbit(simulation, second)),
        ("Baseline", f"{simulation.pair_baseline[index]:.4f}"),
        ("UTC time", f"{SECONDS_OF_DAY:.6f}"),
        ("Heading", f"{signed_heading(options):.7f}"),
        ("Spacecraft height", f"{ORBIT_HEIGHT:.4f}"),
        ("Earth radius at nadir", f"{EARTH_RADIUS:.4f}"),
        ("Slant range near", f"{ranges.min():.4f}"),
        ("Slant range center", f"{np.mean(ranges, dtype=float):.4f}"),
        ("Slant range far", f"{ranges.max():.4f}"),
        ("Range looks", range_looks),
        ("Azimuth looks", azimuth_looks),
        ("INSAR phase filter", "none"),
        ("Phase filter parameter", "0.0"),
        ("Resolution of output (m)", f"{options.pixel_size_m:g}"),
        ("Range bandpass filter", "no"),
        ("Azimuth bandpass filter", "no"),
        ("DEM source", "simulated"),
        ("DEM resolution (m)", f"{options.pixel_size_m:g}"),
        ("Unwrapping type", "mcf"),
        ("Unwrapping threshold", "none"),
        ("Speckle filter", "no"),
    )
    return [f"{key}: {value}" for key, value in values]
