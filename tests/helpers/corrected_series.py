# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Displacement series of a simulated scene with chosen sources of error, as files."""

import numpy as np
from driven import driven
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.data.simulation import SimulationOptions, simulate
from groundshift.algorithms.formats.hdf5.stacks import (
    TimeSeriesReader,
    TimeSeriesWriter,
    read_timeseries,
    write_geometry,
)
from groundshift.algorithms.timeseries.tools.correction import run_correction

QUIET = {
    "turbulence_mm": 0.0, "stratified_mm_per_km": 0.0, "dem_error_m": 0.0, "jumps_share": 0.0,
    "gaps_share": 0.0, "decorrelation": False, "water_share": 0.0,
}  # fmt: skip


def scene(**options):
    """A simulated scene without errors but those that are asked for."""
    return simulate(SimulationOptions(**{**QUIET, "rows": 120, "cols": 300, **options}))


def reference_of(simulation):
    """A quiet pixel in the plain."""
    quiet = (simulation.labels == 0) & ~simulation.water
    height = np.where(quiet, simulation.height, np.inf)
    return np.unravel_index(np.argmin(height), height.shape)


def truth_of(simulation):
    """True displacement relative to the first date and the reference, (time, row, col)."""
    row, col = reference_of(simulation)
    series = np.stack([simulation.displacement(t) for t in range(len(simulation.dates))])
    return series - series[:, row : row + 1, col : col + 1]


def errors_of(simulation):
    """Atmosphere and height errors, likewise."""
    row, col = reference_of(simulation)
    count = len(simulation.dates)
    series = np.stack([simulation.atmosphere(t) + simulation.topographic(t) for t in range(count)])
    series = series - series[0]
    return series - series[:, row : row + 1, col : col + 1]


def ramps_of(simulation, seed=0):
    """A plane by date, 1 cm over the scene."""
    rng = np.random.default_rng(seed)
    rows, cols = np.mgrid[: simulation.grid.rows, : simulation.grid.cols]
    tilt = rng.normal(0, 0.01, (2, len(simulation.dates), 1, 1))
    tilt[:, 0] = 0
    ramp = tilt[0] * (rows / simulation.grid.rows) + tilt[1] * (cols / simulation.grid.cols)
    row, col = reference_of(simulation)
    return ramp - ramp[:, row : row + 1, col : col + 1]


def write_series(folder, simulation, series=None, coherence=0.95, name="timeseries.h5"):
    """Write ``timeseries.h5`` and ``geometryGeo.h5``; the series is truth and errors by default."""
    if series is None:
        series = truth_of(simulation) + errors_of(simulation)
    row, col = reference_of(simulation)
    attributes = {
        "REF_Y": str(row), "REF_X": str(col), "WAVELENGTH": "0.0555", "CENTER_LINE_UTC": "43200",
        "REF_DATE": str(simulation.dates[0]).replace("-", ""), "PLATFORM": "Sen",
    }  # fmt: skip
    layers = {"temporalCoherence": ("f4", "1"), "numInvIfgram": ("i2", "1"),
              "pairNoise": ("f4", "m^2"), "velocity": ("f4", "m/year")}  # fmt: skip
    window = Window(0, 0, *simulation.grid.shape)
    with TimeSeriesWriter(
        folder / name, simulation.grid, simulation.dates, simulation.perpendicular_baseline,
        attributes, layers,
    ) as out:  # fmt: skip
        shape = simulation.grid.shape
        out.write(
            window, series, temporalCoherence=np.broadcast_to(np.float32(coherence), shape),
            numInvIfgram=np.full(shape, 57), pairNoise=np.full(shape, 1e-8),
            velocity=np.zeros(shape),
        )  # fmt: skip
        out.table("pairNoiseCovariance", np.eye(len(simulation.dates)))
    los = simulation.los
    geometry = {
        "height": simulation.height, "incidenceAngle": los.incidence, "azimuthAngle": los.azimuth,
        "slantRangeDistance": simulation.slant_range,
    }  # fmt: skip
    write_geometry(folder / "geometryGeo.h5", simulation.grid, geometry, {})
    return series


def read_series(path):
    """The whole series of a file."""
    series = read_timeseries(path)
    with TimeSeriesReader(series) as reader:
        return reader.read(Window(0, 0, *series.grid.shape))


def rate_of(simulation, series):
    """Rate of a straight line, metres a year."""
    years = (simulation.dates - simulation.dates[0]).astype(float) / 365.25
    years = years - years.mean()
    return np.tensordot(years / (years @ years), series, axes=1)


def rms(values):
    """Root mean square."""
    return float(np.sqrt(np.nanmean(np.square(values, dtype=float))))


def take_off(series, correction, job=None, targets=None, **options):
    """Correct a series; targets by the ids of the outputs."""
    return driven(run_correction, series, targets, correction, job=job, **options)
