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
        ("positive_away", "positive_towards"),
    )  # fmt: skip
    shell = number(
        "Height of the ionosphere (km)", "Of the thin shell, for maps of electrons.", 450.0, 100.0,
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
    import numpy as np

    from ...formats.hdf5.layout import required_wavelength
    from ...formats.hdf5.stacks import read_timeseries
    from ...formats.weather.ionosphere import PhaseMaps, electrons
    from ..ionosphere import PhaseCorrection, electron_correction
    from .correction import corrected
    from .known import look_of, tell_twice

    series = read_timeseries(chosen.corrected.timeseries)
    tell_twice(series, "ionosphere", job)
    wavelength = required_wavelength(series.attributes, series.path)
    if chosen.quantity == "phase":
        maps = PhaseMaps(chosen.maps, series.dates, series.grid)
        job.note(f"The phase of the ionosphere is taken of {maps.about}.")
        factor = wavelength / (4 * np.pi) * (-1 if chosen.sign == "positive_away" else 1)
        return corrected(
            chosen, outputs, job, PhaseCorrection(factor), maps, chosen.keep_growing
        )  # fmt: skip
    look = look_of(chosen.look, series.path, series.grid, job, chosen.left_looking)
    correction = electron_correction(
        series.grid, look, wavelength, 1e3 * chosen.shell,
        lambda longitude, latitude: electrons(chosen.maps, series.dates, longitude, latitude),
    )  # fmt: skip
    return corrected(chosen, outputs, job, correction)
