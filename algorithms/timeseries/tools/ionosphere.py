# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The ionosphere taken off a displacement series, by maps that the user has."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, choice, flag, folder, number, part
from ...geometry.tools.asked import Look
from .asked import (
    CORRECTION_NUMBERS,
    CORRECTION_OUTPUTS,
    CORRECTION_TEXTS,
    Corrected,
    Stable,
)

SIGNS = ("positive_away", "positive_towards")
SHELL = 450.0  # kilometres


class Ionosphere(Chosen):
    """Where the maps are, and what they hold."""

    corrected = part(Corrected)
    maps = folder(
        "Maps of the ionosphere",
        "Rasters with a date (20200105.tif) or a pair of dates (20200105_20200117.tif) in their "
        "names, on any grid; pairs have to connect all dates of the series.",
    )  # fmt: skip
    quantity = choice(
        "What the maps hold",
        "phase: the ionospheric phase in radians, by split spectrum, of pairs or of dates; "
        "electrons: the vertical content of electrons of each date, TECU.",
        ("phase", "electrons"),
    )  # fmt: skip
    sign = choice(
        "Sign of the phase",
        "That of the interferograms which the maps belong to. ISCE-2, HyP3 and MintPy: positive "
        "away from the satellite, later date less earlier one.",
        SIGNS,
    )  # fmt: skip
    shell = number(
        "Height of the ionosphere (km)", "Of the thin shell, for maps of electrons.", SHELL, 100.0,
        2000.0, advanced=True,
    )  # fmt: skip
    look = part(Look)
    left_looking = flag(
        "Left-looking radar", "The radar looks to the left of its flight.", advanced=True,
    )  # fmt: skip
    keep_growing = flag(
        "Correct noisier dates, too",
        "Correct also the dates whose variance over the stable pixels grows by it; they are "
        "named in the log either way. Maps of electrons: all are corrected.", advanced=True,
    )  # fmt: skip
    stable = part(Stable, advanced=True)
    blocks = part(Blocks)


OUTPUTS = CORRECTION_OUTPUTS
NUMBERS = CORRECTION_NUMBERS
TEXTS = CORRECTION_TEXTS


def run(chosen, outputs, job) -> dict:
    """Take the ionosphere off; see :mod:`...declare`."""
    from ...formats.hdf5.stacks import read_timeseries
    from .correction import corrected
    from .known import look_of, tell_twice

    series = read_timeseries(chosen.corrected.timeseries)
    tell_twice(series, "ionosphere", job)
    if chosen.quantity == "phase":
        correction, maps = correction_by_phase(chosen.maps, series, chosen.sign)
        job.note(f"The phase of the ionosphere is taken of {maps.about}.")
        return corrected(chosen, outputs, job, correction, maps, chosen.keep_growing)
    look = look_of(chosen.look, series.path, series.grid, job, chosen.left_looking)
    correction = correction_by_electrons(chosen.maps, series, look, chosen.shell)
    return corrected(chosen, outputs, job, correction)


def correction_by_phase(folder, series, sign=SIGNS[0]) -> tuple:
    """The correction by maps of phase, and the maps, which are its delays."""
    import numpy as np

    from ...formats.hdf5.layout import required_wavelength
    from ...formats.weather.ionosphere import PhaseMaps
    from ..ionosphere import PhaseCorrection

    factor = required_wavelength(series.attributes, series.path) / (4 * np.pi)
    maps = PhaseMaps(folder, series.dates, series.grid)
    return PhaseCorrection(-factor if sign == "positive_away" else factor), maps


def correction_by_electrons(folder, series, look, shell=SHELL):
    """The correction by maps of electrons in a shell at so many kilometres."""
    from ...formats.hdf5.layout import required_wavelength
    from ...formats.weather.ionosphere import electrons
    from ..ionosphere import electron_correction

    return electron_correction(
        series.grid, look, required_wavelength(series.attributes, series.path), 1e3 * shell,
        lambda longitude, latitude: electrons(folder, series.dates, longitude, latitude),
    )  # fmt: skip
