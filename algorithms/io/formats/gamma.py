# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a stack as GAMMA makes it and PyRate reads it: GeoTIFFs with tags, parameter files.

The layout is that of PyRate's ``cropA`` (Geoscience Australia): ``geotiffs/``, ``headers/`` with
the parameters of each image, ``geometry/`` with ``*_base.par`` (baseline along track, across
track and normal) and ``*_bperp.par`` (table over the image), and lists of files. No data is 0. The
phase is positive for motion away (PyRate's ``signal_polarity: -1`` turns it to positive towards;
the sinking of Mexico City comes out so), which is MintPy's sign.
"""

from __future__ import annotations

import numpy as np

from ...data.simulation.scene import EARTH_RADIUS, ORBIT_HEIGHT
from ._common import (
    AZIMUTH_SPACING,
    RANGE_SPACING,
    SECONDS_OF_DAY,
    SPEED_OF_LIGHT,
    TIME,
    TRACK,
    date_text,
    is_ascending,
    look_angle,
    signed_heading,
    split_looks,
    write_text,
    write_zero_void,
)

PARALLEL_SHARE = 0.3  # of the parallel baseline in the perpendicular one


def write_gamma(simulation, folder, pairs) -> None:
    """Write GeoTIFFs, headers and baselines.

    Parameters
    ----------
    simulation : Simulation
    folder : Path
    pairs : iterator over (int, SimulatedPair)
    """
    for part in ("geotiffs", "headers", "geometry"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    looks = split_looks(simulation.looks)
    ending = f"VV_{looks[0]}rlks"
    for date in simulation.dates:
        stem = f"headers/r{date_text(date)}_VV"
        write_text(folder / f"{stem}_slc.par", _header(simulation, date, (1, 1)))
        write_text(folder / f"{stem}_{looks[0]}rlks_mli.par", _header(simulation, date, looks))
    track = f"T{TRACK:03d}{'A' if is_ascending(simulation.options) else 'D'}"
    write_zero_void(
        folder / f"geotiffs/sim_{track}_dem.tif", simulation, simulation.height,
        {"DATA_TYPE": "ORIGINAL_DEM"},
    )  # fmt: skip
    lists: dict = {"ifg": [], "coherence": [], "baseline": []}
    for index, pair in pairs:
        name = "-".join(date_text(date) for date in simulation.pairs[index])
        phase = f"geotiffs/sim_{name}_{ending}_eqa_unw.tif"
        coherence = f"geotiffs/sim_{name}_{ending}_flat_eqa_cc.tif"
        tags = _tags(simulation, index)
        write_zero_void(
            folder / phase, simulation, pair.phase, {**tags, "DATA_TYPE": "ORIGINAL_IFG"}
        )
        write_zero_void(
            folder / coherence, simulation, pair.coherence, {**tags, "DATA_TYPE": "ORIGINAL_COH"}
        )
        base = _write_baseline(simulation, index, folder, f"geometry/{name}_{ending}")
        for key, path in zip(lists, (phase, coherence, base)):
            lists[key].append(path)
    for key, paths in lists.items():
        write_text(folder / f"{key}_{len(paths)}", paths)


def _tags(simulation, index) -> dict:
    first, second = simulation.pairs[index]
    time = f"{TIME[:2]}:{TIME[2:4]}:{TIME[4:]}"
    return {
        "FIRST_DATE": str(first), "SECOND_DATE": str(second), "FIRST_TIME": time,
        "SECOND_TIME": time, "TIME_SPAN_YEAR": repr(float((second - first).astype(float) / 365.25)),
        "WAVELENGTH_METRES": repr(float(simulation.wavelength)),
        "INCIDENCE_DEGREES": repr(float(simulation.options.incidence)),
        "INSAR_PROCESSOR": "GAMMA", "DATA_UNITS": "RADIANS",
    }  # fmt: skip


def _header(simulation, date, looks):
    """Lines of a GAMMA image parameter file."""
    options, ranges = simulation.options, simulation.slant_range
    year, month, day = str(date).split("-")
    values = (
        ("title", f"simulated-{date_text(date)}"),
        ("sensor", "S1A IW IW1 VV"),
        ("date", f"{year} {month} {day}"),
        ("start_time", f"{SECONDS_OF_DAY - 9:.6f}   s"),
        ("center_time", f"{SECONDS_OF_DAY:.6f}   s"),
        ("end_time", f"{SECONDS_OF_DAY + 9:.6f}   s"),
        ("range_samples", simulation.grid.cols),
        ("azimuth_lines", simulation.grid.rows),
        ("range_looks", looks[0]),
        ("azimuth_looks", looks[1]),
        ("image_format", "FCOMPLEX" if looks == (1, 1) else "FLOAT"),
        ("image_geometry", "SLANT_RANGE"),
        ("center_latitude", f"{options.center_lat:.7f}   degrees"),
        ("center_longitude", f"{options.center_lon:.7f}   degrees"),
        ("heading", f"{signed_heading(options):.7f}   degrees"),
        ("range_pixel_spacing", f"{RANGE_SPACING * looks[0]:.6f}   m"),
        ("azimuth_pixel_spacing", f"{AZIMUTH_SPACING * looks[1]:.6f}   m"),
        ("near_range_slc", f"{ranges.min():.4f}  m"),
        ("center_range_slc", f"{np.mean(ranges, dtype=float):.4f}  m"),
        ("far_range_slc", f"{ranges.max():.4f}  m"),
        ("incidence_angle", f"{options.incidence:.4f}   degrees"),
        ("azimuth_angle", "90.0000   degrees"),
        ("radar_frequency", f"{SPEED_OF_LIGHT / simulation.wavelength:.7e}  Hz"),
        ("sar_to_earth_center", f"{EARTH_RADIUS + ORBIT_HEIGHT:.4f}   m"),
        ("earth_radius_below_sensor", f"{EARTH_RADIUS:.4f}   m"),
    )
    yield "Gamma Interferometric SAR Processor (ISP) - Image Parameter File"
    yield ""
    for key, value in values:
        yield f"{key + ':':<28}{value}"


def _write_baseline(simulation, index, folder, stem) -> str:
    """Write the two baseline files of a pair; returns the name of the first."""
    angles = look_angle(simulation)
    centre = float(angles.mean())
    perpendicular = simulation.pair_baseline[index]
    parallel = PARALLEL_SHARE * perpendicular
    across = perpendicular * np.cos(centre) + parallel * np.sin(centre)
    normal = parallel * np.cos(centre) - perpendicular * np.sin(centre)
    vector = f"{0.0:15.7f} {across:17.7f} {normal:16.7f}   m   m   m"
    still = f"{0.0:15.7f} {0.0:17.7f} {0.0:16.7f}   m/s m/s m/s"
    write_text(
        folder / f"{stem}_base.par",
        (
            f"initial_baseline(TCN):     {vector}",
            f"initial_baseline_rate:     {still}",
            f"precision_baseline(TCN):   {vector}",
            f"precision_baseline_rate:   {still}",
            "unwrap_phase_constant:            0.00000     radians",
        ),
    )
    table = _bperp_table(simulation, np.linspace(angles.min(), angles.max(), 5), across, normal)
    write_text(folder / f"{stem}_bperp.par", table)
    return f"{stem}_base.par"


def _bperp_table(simulation, angles, across, normal):
    """Lines of the table of baselines over the image."""
    rows, cols = simulation.grid.shape
    yield "*** Calculate baseline components perpendicular and parallel to look vector ***"
    yield ""
    yield f"interferogram lines: {rows}   range samples/line: {cols}"
    yield f"orbit baseline vector (TCN)   (m): {0:10.3f} {across:10.3f} {normal:10.3f}"
    yield f"baseline vector (TCN)   (m): {0:10.3f} {across:10.3f} {normal:10.3f}"
    yield ""
    yield (
        "  line   range      B_t       B_c        B_n     look angle      bpara       bperp"
        "       blen"
    )
    yield "*" * 96
    for line in np.linspace(0, rows - 1, 5).astype(int):
        for sample, angle in zip(np.linspace(0, cols - 1, 5).astype(int), angles):
            parallel = across * np.sin(angle) + normal * np.cos(angle)
            perpendicular = across * np.cos(angle) - normal * np.sin(angle)
            yield (
                f"{line:6d} {sample:6d} {0:10.4f} {across:10.4f} {normal:10.4f}"
                f" {np.degrees(angle):12.6f} {parallel:11.4f} {perpendicular:11.4f}"
                f" {np.hypot(across, normal):10.4f}"
            )
