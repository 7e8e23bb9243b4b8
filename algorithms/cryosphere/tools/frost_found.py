# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The air beside a series, and what was found about frost and thaw."""

from __future__ import annotations

import numpy as np

from ...errors import counted
from ...formats.text.dated_csv import read_dated_values
from ..frost import (
    INDEX,
    MODELS,
    NONE,
    SINE,
    FrostFit,
    air_temperature,
    best_ratio,
    degree_days,
    is_permafrost,
    lagged_index,
)
from ..pages.frostseason import page
from .tally import SeriesTally

BANDS = (
    ("velocity_mm_yr", "mm/yr"), ("velocity_std_mm_yr", "mm/yr"),
    ("heave_mm_per_root_degree_day", "mm"), ("heave_std_mm_per_root_degree_day", "mm"),
    ("lag_low_days", "days"), ("lag_days", "days"), ("lag_high_days", "days"),
    ("variance_explained", ""), ("seasonal_mm", "mm"), ("residual_rms_mm", "mm"),
)  # fmt: skip
VALUES = (
    "rate", "rate_std", "heave", "heave_std", "lag_low", "lag", "lag_high", "explained",
    "seasonal", "rms",
)  # fmt: skip
MEDIANS = {
    "HEAVE": "heave", "LAG": "lag", "LAG_LOW": "lag_low", "LAG_HIGH": "lag_high",
    "EXPLAINED": "explained", "MEDIAN_STD": "rate_std",
}  # fmt: skip


class Air:
    """The temperature, and the index of a series' dates.

    Parameters
    ----------
    chosen : FrostSeason
    job : Job
    """

    def __init__(self, chosen, job):
        path = str(chosen.temperature)
        self.driver, said = air_temperature(read_dated_values(chosen.temperature), path)
        self.rows = degree_days(self.driver)
        ground = chosen.ground
        self.permafrost = is_permafrost(self.driver) if ground == "auto" else ground == "permafrost"
        self._chosen, self._job, self.ratio = chosen, job, chosen.ratio
        kind = "permafrost" if self.permafrost else "seasonal frost"
        job.note(
            f"{path}: {self.driver.first} to {self.driver.last}, {said}, mean "
            f"{self.driver.values.mean():.1f} °C: {kind}; days are those that the table says."
        )

    def used(self, dates) -> np.ndarray:
        """Dates with an index for all lags, shape (time,), bool."""
        ratio = self.ratio or 1.0
        tried = lagged_index(dates, self.driver, ratio, self.permafrost, self._chosen.delays())
        lost = int((~tried.used).sum())
        if lost:
            self._job.note(
                f"{counted(lost, 'date')} of {len(dates)} left out: the season before is not in "
                "the table of temperatures."
            )
        return tried.used

    def fit(self, dates, sample, model, noise, pairs=None) -> FrostFit:
        """The fit of series on these dates, all of which have an index."""
        delays = self._chosen.delays()
        if self.ratio is None:
            self.ratio = best_ratio(dates, sample, self.driver, model, self.permafrost, delays)
            self._job.note(f"Ratio of both seasons: {self.ratio:g}.")
        tried = lagged_index(dates, self.driver, self.ratio, self.permafrost, delays)
        return FrostFit(dates, model, tried, noise, pairs, self._chosen.level)

    def means(self) -> dict:
        """Mean indices, for the tool's numbers."""
        found = {}
        for key, kind in (("THAW_INDEX", "thaw"), ("FROST_INDEX", "frost")):
            values = [total for one, _, total in self.rows if one == kind]
            if values:
                found[key] = float(np.mean(values))
        return found


class Tally(SeriesTally):
    """Counts of the models, and the mean motion of what goes with the index."""

    def __init__(self):
        super().__init__(MODELS)

    def add(self, found) -> None:
        """Count a block."""
        self.count(found.model)

    def judge(self, name, dates, found, job, highest) -> None:
        """Tell what was found; `found`: medians by name of :data:`VALUES`.

        See :meth:`SeriesTally.tell`.
        """
        short = (
            "rate and season take each other's place, and one winter tells the index hardly from "
            "a sine"
        )
        self.tell(name, dates, job, found.get("rms", 1.0) > 0, "a rate and a season", short)
        if highest and found.get("lag_high", 0.0) >= highest:
            job.warn(
                f"The interval of the median lag reaches the largest one, {highest} days; a larger "
                "one (MAX_LAG) may fit better."
            )
        if found.get("heave", 1.0) < 0:
            job.warn(
                "Most of the ground sinks as it freezes: look at the sign of the series, at the "
                "reference, which may heave itself (rock does not), or at what else has a season, "
                "such as ground water."
            )

    def numbers(self) -> dict:
        """Of the tool."""
        return {
            "PIXELS": self.known, "INDEX": self.share(INDEX), "SINE": self.share(SINE),
            "NONE": self.share(NONE),
        }  # fmt: skip


def report(outputs, air, fit, sample, tally, chosen, noise) -> None:
    """The page, of the sample's mean motion."""
    outputs.text("REPORT", lambda: page(air, fit, sample, tally, chosen, noise.describe()))
