# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a stack as COMET LiCSAR delivers it.

Files and formats: Lazecky et al. (2020), doi:10.3390/rs12152430, and LiCSBAS's ``GEOC`` folder
(Morishita et al. 2020, doi:10.3390/rs12030424): unwrapped phase in radians as float32, coherence
in bytes from 0 to 255, 0 for no data in both; east, north and up of the unit vector from the
ground to the satellite. LiCSBAS makes displacement towards the satellite by
``-wavelength / 4 pi * phase``, so the phase has MintPy's sign. ``baselines`` has prime date, date,
perpendicular baseline (m) and days.
"""

from __future__ import annotations

import numpy as np

from ._common import (
    AZIMUTH_SPACING,
    RANGE_SPACING,
    TIME,
    TRACK,
    date_text,
    is_ascending,
    signed_heading,
    write_bytes,
    write_text,
    write_zero_void,
)


def write_licsar(simulation, folder, pairs) -> None:
    """Write ``GEOC`` with a folder a pair, the look vectors, heights, baselines and metadata.

    Parameters
    ----------
    simulation : Simulation
        In longitude and latitude.
    folder : Path
    pairs : iterator over (int, SimulatedPair)
    """
    root = folder / "GEOC"
    root.mkdir(parents=True, exist_ok=True)
    frame = f"{TRACK:03d}{'A' if is_ascending(simulation.options) else 'D'}_04500_131313"
    los = simulation.los
    for name, values in zip(
        ("E", "N", "U", "hgt"), (los.east, los.north, los.up, simulation.height)
    ):
        write_zero_void(root / f"{frame}.geo.{name}.tif", simulation, values)
    write_text(root / "baselines", _baselines(simulation))
    write_text(root / "metadata.txt", _metadata(simulation))
    for index, pair in pairs:
        name = "_".join(date_text(date) for date in simulation.pairs[index])
        (root / name).mkdir()
        write_zero_void(root / name / f"{name}.geo.unw.tif", simulation, pair.phase)
        write_bytes(root / name / f"{name}.geo.cc.tif", simulation, pair.coherence)


def _baselines(simulation):
    dates = simulation.dates
    for date, baseline in zip(dates, simulation.perpendicular_baseline):
        days = (date - dates[0]).astype(int)
        yield f"{date_text(dates[0])} {date_text(date)} {baseline:.4f} {days:.1f}"


def _metadata(simulation):
    options = simulation.options
    return (
        f"master={date_text(simulation.dates[0])}",
        f"center_time={TIME[:2]}:{TIME[2:4]}:{TIME[4:]}.000000",
        f"heading={signed_heading(options):.6f}",
        f"avg_incidence_angle={options.incidence:.4f}",
        f"azimuth_resolution={AZIMUTH_SPACING:.6f}",
        f"range_resolution={RANGE_SPACING:.6f}",
        f"centre_range_m={np.mean(simulation.slant_range, dtype=float):.4f}",
        f"avg_height={np.mean(simulation.height, dtype=float):.3f}",
        "applied_DEM=simulated",
    )
