# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which corrections the chains offer, in the short form that a chain has room for."""

from __future__ import annotations

from .motion_parameters import motion_model

TROPOSPHERE, GACOS_FOLDER, ERA5 = "TROPOSPHERE", "GACOS_FOLDER", "ERA5_FILE"
DEM_ERROR, RAMPS, APS = "CORRECT_DEM_ERROR", "RAMPS", "APS_FILTER"
APS_DAYS, APS_METRES = "APS_DAYS", "APS_METRES"
DELAYS = ("linear", "quadratic", "gacos", "era5", "none")
SURFACES = ("none", "linear", "quadratic")


def add_corrections(tool, troposphere: str = DELAYS[0]) -> None:
    """Declare troposphere, height errors, ramps and the filter of the atmosphere.

    Parameters
    ----------
    tool : Tool
    troposphere : str
        The usual way to take the delay off.
    """
    tool.add_choice(
        TROPOSPHERE, "Troposphere",
        "linear, quadratic: what follows height, over the scene; gacos, era5: a weather "
        "model's delays; none.",
        DELAYS, troposphere,
    )  # fmt: skip
    tool.add_folder(
        GACOS_FOLDER, "GACOS folder",
        "YYYYMMDD.ztd with YYYYMMDD.ztd.rsc for every date (gacos).", optional=True,
    )  # fmt: skip
    tool.add_file(
        ERA5, "ERA5 file", "NetCDF on pressure levels for every date (era5).",
        "NetCDF (*.nc)", optional=True,
    )  # fmt: skip
    tool.add_flag(
        DEM_ERROR, "Correct height errors",
        "From the perpendicular baselines, where they are known, jointly with the motion "
        "model and an acceleration.",
        True,
    )  # fmt: skip
    tool.add_choice(
        RAMPS, "Ramps", "Surface taken off every date.", SURFACES, SURFACES[0], advanced=True
    )
    tool.add_flag(
        APS, "Filter the atmosphere",
        "High-pass in time, low-pass in space: smooths the series. Motion that is short in "
        "time and wide in space goes with it.",
    )  # fmt: skip
    tool.add_number(
        APS_DAYS, "Filter in time (days)", "Standard deviation of the Gaussian.", 60.0,
        1.0, advanced=True,
    )  # fmt: skip
    tool.add_number(
        APS_METRES, "Filter in space (m)", "Standard deviation of the Gaussian.", 1000.0,
        1.0, advanced=True,
    )  # fmt: skip


def corrections(tool, parameters, context) -> dict:
    """The corrections that are wanted, by their names in `ChainOptions`."""
    from dataclasses import replace

    from ...algorithms.io.chain_options import TroposphereChoice
    from ...algorithms.timeseries.apsfilter import ApsFilterCorrection
    from ...algorithms.timeseries.ramps import RampCorrection

    motion = motion_model(tool, parameters, context)
    method = tool.choice(parameters, TROPOSPHERE, context)
    weather = None
    if method in ("gacos", "era5"):
        name = GACOS_FOLDER if method == "gacos" else ERA5
        weather = tool.existing_path(parameters, name, context)
    ramp = SURFACES.index(tool.choice(parameters, RAMPS, context))
    with_acceleration = type(motion)(
        max(motion.degree, 2), annual=motion.annual, steps=motion.steps
    )
    aps = ApsFilterCorrection(
        model=replace(motion, annual=True), days=tool.number(parameters, APS_DAYS, context),
        metres=tool.number(parameters, APS_METRES, context),
    )  # fmt: skip
    return {
        "troposphere": None if method == "none" else TroposphereChoice(method, weather),
        "dem_error": (with_acceleration if tool.flag(parameters, DEM_ERROR, context) else None),
        "ramps": RampCorrection(ramp) if ramp else None,
        "apsfilter": aps if tool.flag(parameters, APS, context) else None,
    }


def check_corrections(tool, parameters, context):
    """The weather's files must be there where they are needed: one sentence, or None."""
    method = tool.choice(parameters, TROPOSPHERE, context)
    for name, needed in ((GACOS_FOLDER, "gacos"), (ERA5, "era5")):
        if method == needed and not tool.is_given(parameters, name):
            return f"{tool.title(name)}: the choice {method} needs it."
    return None
