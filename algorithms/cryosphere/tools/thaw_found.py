# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What was found about thawing ground, as bands and fields, and what is said of it."""

from __future__ import annotations

import numpy as np

from ...data.dates import DAYS_PER_YEAR
from ..active_layer import active_layer
from ..thaw import ABRUPT, CLASSES, STABLE, SUBSIDENCE, UPLIFT
from .tally import SeriesTally

MOTION = (
    ("velocity_mm_yr", "mm/yr"), ("velocity_std_mm_yr", "mm/yr"),
    ("annual_amplitude_mm", "mm"), ("annual_amplitude_std_mm", "mm"),
    ("annual_peak_day", "days"), ("annual_peak_std_days", "days"), ("step_mm", "mm"),
    ("step_std_mm", "mm"), ("step_low_year", "yr"), ("step_date_year", "yr"),
    ("step_high_year", "yr"), ("residual_rms_mm", "mm"),
)  # fmt: skip
LAYER = (("active_layer_m", "m"), ("active_layer_low_m", "m"), ("active_layer_high_m", "m"))
WHEN = "step_low", "step_date", "step_high"
RISING = 0.2
MANY = 0.3  # of the scene that thaws at once: more likely an error of all of it


def motion_of(found, first) -> list:
    """Values of the bands of motion, in their order; steps in calendar years."""
    when = (
        calendar_years(first, one) for one in (found.step_low, found.step_date, found.step_high)
    )
    return [
        found.rate, found.rate_std, found.amplitude, found.amplitude_std, found.peak_day,
        found.peak_std_days, found.step, found.step_std, *when, found.rms,
    ]  # fmt: skip


def layer_of(found, factor, soil) -> np.ndarray:
    """Thickness of the active layer with its range; `factor` takes motion to the vertical."""
    return active_layer(
        found.amplitude * factor * 1e-3, found.amplitude_std * factor * 1e-3, soil
    )  # fmt: skip


def calendar_years(first, years) -> np.ndarray:
    """Years since a date as calendar years with decimals, as :func:`...steps.decimal_years`."""
    first = np.datetime64(first, "D")
    starts = first.astype("datetime64[Y]") + np.arange(-1, 200)
    days = (starts.astype("datetime64[D]") - first).astype(float)
    return np.interp(
        np.asarray(years, float) * DAYS_PER_YEAR, days, starts.astype(int) + 1970.0
    )  # fmt: skip


def date_texts(first, years) -> np.ndarray:
    """Years since a date as YYYY-MM-DD; empty for NaN."""
    days = np.round(np.asarray(years, float) * DAYS_PER_YEAR)
    whole = np.datetime64(first, "D") + np.nan_to_num(days).astype(int)
    return np.where(np.isfinite(days), whole.astype(str), "")


class Tally(SeriesTally):
    """Counts of the classes, and what the log says."""

    def __init__(self):
        super().__init__(CLASSES)
        self._moving = 0

    def add(self, found) -> None:
        """Count a block."""
        self.count(found.classes)
        self._moving += int((found.rms > 0).sum())

    def judge(self, name, dates, job) -> None:
        """Tell what was found and what is doubtful; see :meth:`SeriesTally.tell`."""
        short = "season, rate and step take each other's place, and small steps are missed"
        self.tell(name, dates, job, self._moving > 0, "season, rate and step", short)
        if self.counts[UPLIFT] > max(RISING * self.known, self.counts[SUBSIDENCE]):
            job.warn(
                f"{self.share(UPLIFT):.0f} % of the scene rises steadily: the reference point may "
                "be on ground that thaws itself; choose one on rock."
            )
        if self.counts[ABRUPT] > MANY * self.known:
            job.warn(
                f"{self.share(ABRUPT):.0f} % of the scene thaws at once: look for unwrapping "
                "errors, a reference that moves, or wet snow in an image."
            )

    def numbers(self) -> dict:
        """Of the tool."""
        return {
            "PIXELS": self.known, "STABLE": self.share(STABLE),
            "SUBSIDING": self.share(SUBSIDENCE), "ABRUPT": self.share(ABRUPT),
            "RISING": self.share(UPLIFT),
        }  # fmt: skip
