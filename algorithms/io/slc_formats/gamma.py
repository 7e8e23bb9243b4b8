# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes radar images as GAMMA resamples them: ``YYYYMMDD_VV.rslc`` with ``.rslc.par``.

Plain big-endian FCOMPLEX in radar coordinates, with the keys of GAMMA's ISP image parameter file
(times in seconds of the day, state vectors Earth-fixed). Each date's file holds that date's own
orbit. ``<reference>.lat``, ``.lon`` (degrees) and ``.hgt`` (metres over the ellipsoid) are
big-endian rasters of the same size, ``bperp_file`` is the table of ``base_calc``: number, dates
of reference and secondary, perpendicular baseline (positive as ``C cos(look) - N sin(look)``),
days between. Resampling leaves the phase of each orbit in: GAMMA's images are not flattened.
"""

from __future__ import annotations

import numpy as np

from ...data.simulation.scene import EARTH_RADIUS
from ..formats._common import SECONDS_OF_DAY, SPEED_OF_LIGHT, date_text, write_text
from ._common import STEP, axes, heading, mid_incidence, state_vectors, write_binary


def write_gamma(simulation, folder, images) -> None:
    """Write images, parameter files, coordinates and baselines.

    Parameters
    ----------
    simulation : SlcSimulation
        In radar coordinates.
    folder : Path
    images : iterator over (int, list of ndarray)
    """
    for index, values in images:
        date = date_text(simulation.dates[index])
        for polarisation, image in zip(simulation.polarisations, values):
            name = f"{date}_{polarisation}.rslc"
            write_binary(folder / name, image, ">c8")
            write_text(folder / f"{name}.par", _parameters(simulation, index, polarisation))
    first = date_text(simulation.dates[0])
    longitude, latitude = simulation.lookup
    write_binary(folder / f"{first}.lon", longitude, ">f8")
    write_binary(folder / f"{first}.lat", latitude, ">f8")
    write_binary(folder / f"{first}.hgt", simulation.height, ">f4")
    write_text(folder / "bperp_file", _baselines(simulation))


def _parameters(simulation, index, polarisation):
    """Lines of a GAMMA image parameter file."""
    date = simulation.dates[index]
    times, ranges = axes(simulation)
    rows, cols = simulation.grid.shape
    longitude, latitude = (part[rows // 2, cols // 2] for part in simulation.lookup)
    year, month, day = str(date).split("-")
    line_time = (times[-1] - times[0]) / (rows - 1)
    vectors = state_vectors(simulation, index)
    radius = float(np.linalg.norm(simulation.orbit_of(index).state(0.0)[0]))
    values = (
        ("title", f"simulated-{date_text(date)}"),
        ("sensor", f"S1A IW IW1 {polarisation}"),
        ("date", f"{year} {month} {day} 0 0 0.0000"),
        ("start_time", f"{times[0]:.6f}   s"),
        ("center_time", f"{SECONDS_OF_DAY:.6f}   s"),
        ("end_time", f"{times[-1]:.6f}   s"),
        ("azimuth_line_time", f"{line_time:.7e}   s"),
        ("line_header_size", 0),
        ("range_samples", cols),
        ("azimuth_lines", rows),
        ("range_looks", 1),
        ("azimuth_looks", 1),
        ("image_format", "FCOMPLEX"),
        ("image_geometry", "SLANT_RANGE"),
        ("range_scale_factor", "1.0000000e+00"),
        ("azimuth_scale_factor", "1.0000000e+00"),
        ("center_latitude", f"{latitude:.7f}   degrees"),
        ("center_longitude", f"{longitude:.7f}   degrees"),
        ("heading", f"{heading(simulation):.7f}   degrees"),
        ("range_pixel_spacing", f"{ranges[1] - ranges[0]:.6f}   m"),
        ("azimuth_pixel_spacing", f"{simulation.spacing[0]:.6f}   m"),
        ("near_range_slc", f"{ranges[0]:.4f}  m"),
        ("center_range_slc", f"{(ranges[0] + ranges[-1]) / 2:.4f}  m"),
        ("far_range_slc", f"{ranges[-1]:.4f}  m"),
        ("incidence_angle", f"{mid_incidence(simulation):.4f}   degrees"),
        ("azimuth_angle", "90.0000   degrees"),
        ("radar_frequency", f"{SPEED_OF_LIGHT / simulation.wavelength:.9e}  Hz"),
        ("sar_to_earth_center", f"{radius:.4f}   m"),
        ("earth_radius_below_sensor", f"{EARTH_RADIUS:.4f}   m"),
        ("number_of_state_vectors", len(vectors[0])),
        ("time_of_first_state_vector", f"{vectors[0][0]:.6f}   s"),
        ("state_vector_interval", f"{STEP:.6f}   s"),
    )
    yield "Gamma Interferometric SAR Processor (ISP) - Image Parameter File"
    yield ""
    for key, value in values:
        yield f"{key + ':':<31}{value}"
    for number, (position, velocity) in enumerate(zip(*vectors[1:]), 1):
        for name, vector, unit in (("position", position, "m"), ("velocity", velocity, "m/s")):
            numbers = "  ".join(f"{component:15.6f}" for component in vector)
            yield f"state_vector_{name}_{number}:  {numbers}   {unit}   {unit}   {unit}"


def _baselines(simulation):
    """Lines of the table of baselines."""
    first = simulation.dates[0]
    for number, date in enumerate(simulation.dates[1:], 1):
        baseline, days = simulation.perpendicular_baseline[number], (date - first).astype(int)
        yield f"{number:5d} {date_text(first)} {date_text(date)} {baseline:12.4f} {days:8.1f}"
