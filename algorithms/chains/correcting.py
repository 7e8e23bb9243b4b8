# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which corrections of a series its data carry, and what they are given."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..errors import GroundshiftError
from ..formats.hdf5.layout import open_hdf5
from ..formats.hdf5.stacks import read_timeseries
from ..formats.look_angles import LookSource, read_look
from ..formats.weather.weather import open_weather, pass_seconds, radar_geometry
from ..timeseries.apsfilter import ApsFilterCorrection
from ..timeseries.demerror import DemErrorCorrection
from ..timeseries.known_motion import tide_correction
from ..timeseries.ramps import RampCorrection
from ..timeseries.tools.ionosphere import correction_by_electrons, correction_by_phase
from ..timeseries.troposphere import DelayCorrection, HeightCorrection
from .asked import SURFACES

LEAST_RELIEF = 50.0  # metres; with less, delays that follow height cannot be told from others


def correction_of(name, chosen, series, geometry) -> tuple:
    """A correction, its delays, and why it cannot be done (or empty).

    What the data do not carry leaves the step out, so that the defaults do for every product; the
    report says so.
    """
    asked, motion = chosen.corrections, chosen.motion.model()
    if name == "ramps":
        return RampCorrection(SURFACES.index(asked.ramps)), None, ""
    if name == "apsfilter":
        model = replace(motion, annual=True)
        return ApsFilterCorrection(model, days=asked.aps_days, metres=asked.aps_metres), None, ""
    if name == "demerror":
        return _dem_error(replace(motion, degree=max(motion.degree, 2)), series)
    if name == "solidtides":
        return _solid_tides(read_timeseries(series), geometry)
    if name == "ionosphere":
        return _ionosphere(asked, read_timeseries(series), geometry)
    return _troposphere(asked, series, geometry)


def _dem_error(model, series) -> tuple:
    baselines = read_timeseries(series).perpendicular_baseline
    if not np.isfinite(baselines).all():
        return None, None, "the perpendicular baselines are not known."
    if not np.ptp(baselines) > 0:
        return None, None, "the perpendicular baselines are all the same."
    if len(baselines) <= len(model.terms()) + 1:
        return None, None, f"{len(baselines)} dates are too few."
    return DemErrorCorrection(model, radar_geometry(series)[0]), None, ""


def _troposphere(asked, series, geometry) -> tuple:
    method, weather = asked.troposphere, asked.weather()
    if weather is not None:
        if geometry is None or not _holds(geometry, "incidenceAngle"):
            raise GroundshiftError(
                f"The troposphere's delay by {method} needs the incidence angle; give the "
                "geometry file of the stack."
            )
        delays = open_weather(method, weather, series)
        return DelayCorrection(method, of_height=method == "era5"), delays, ""
    if geometry is None or not _holds(geometry, "height"):
        return None, None, "no heights are known; give the geometry file of the stack."
    relief = _relief(geometry)
    if not relief >= LEAST_RELIEF:
        return None, None, f"the scene has a relief of {relief:.0f} m only."
    return HeightCorrection(("linear", "quadratic").index(method) + 1), None, ""


def _solid_tides(series, geometry) -> tuple:
    """The tide, where the file says when the radar passed, and the geometry how it looked."""
    look, why = _look(series, geometry)
    if why:
        return None, None, why
    try:
        seconds = pass_seconds(series)
    except GroundshiftError:
        return None, None, "nothing says when the radar passed (CENTER_LINE_UTC)."
    left = series.attributes.get("ANTENNA_SIDE", "-1").lstrip("+") == "1"
    return tide_correction(series.dates, seconds, series.grid, look, left), None, ""


def _ionosphere(asked, series, geometry) -> tuple:
    """Maps that the user gives; phases have the sign of MintPy's interferograms."""
    folder = asked.ionosphere_folder
    if asked.ionosphere == "phase":
        return *correction_by_phase(folder, series), ""
    look, why = _look(series, geometry)
    if why:
        raise GroundshiftError(f"{series.path}: maps of electrons cannot be used, as {why}")
    return correction_by_electrons(folder, series, look), None, ""


def _look(series, geometry) -> tuple:
    """The line of sight over the series, and why there is none (or empty)."""
    if not series.grid.crs:
        return None, "the series has no coordinate system."
    names = ("incidenceAngle", "azimuthAngle")
    if geometry is None or not all(_holds(geometry, name) for name in names):
        return None, "how the radar looked is not known; give the geometry file of the stack."
    return read_look(LookSource(geometry=geometry), series.grid), ""


def _holds(geometry, name) -> bool:
    with open_hdf5(geometry) as file:
        return name in file


def _relief(geometry) -> float:
    """Metres between the 2nd and the 98th percentile of a thinning of the heights."""
    with open_hdf5(geometry) as file:
        height = file["height"]
        step = max(1, int(max(height.shape) / 500))
        values = height[::step, ::step]
    values = values[np.isfinite(values)]
    return float(np.ptp(np.percentile(values, (2, 98)))) if values.size else 0.0
