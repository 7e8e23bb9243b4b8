# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The terms of a velocity model, as the tools that fit one ask for them."""

from __future__ import annotations

from ...declare import Chosen, choice, flag, number, text, whole

ALONG_SIGHT = (
    "Rate along the line of sight in mm a year, positive towards the satellite, and the other "
    "coefficients."
)


class Terms(Chosen):
    """The terms of the motion, and how they are told from noise."""

    degree = whole(
        "Polynomial degree", "1: a constant rate; 2: with an acceleration.", 1, 1, 5,
    )  # fmt: skip
    annual = flag(
        "Annual season", "A sine and a cosine with a period of a year.",
    )  # fmt: skip
    semiannual = flag(
        "Semi-annual season", "A sine and a cosine with a period of half a year.",
    )  # fmt: skip
    steps = text(
        "Dates of steps",
        "Sudden offsets, such as earthquakes: YYYYMMDD, several separated by commas. An image "
        "of that day counts as after it.",
    )  # fmt: skip
    afterslip = text(
        "Afterslip",
        "a log10(1 + t) after earthquakes, t in days: YYYYMMDD, several separated by commas. The "
        "band afterslip_YYYYMMDD_mm is a, what every tenfold of time adds. A step on that day is "
        "fitted with it where images lie before it; a series that starts after the earthquake "
        "begins with an offset, which is fitted, too.",
    )  # fmt: skip
    logarithmic = text(
        "Logarithmic terms",
        "log(1 + t/tau), such as afterslip, t being the days since the date: YYYYMMDD:tau with "
        "tau in days, several separated by commas. At one of all the terms tau can be left out "
        "and is searched for pixel by pixel.", advanced=True,
    )  # fmt: skip
    exponential = text(
        "Exponential terms",
        "1 - exp(-t/tau), such as relaxation, t being the days since the date: YYYYMMDD:tau "
        "with tau in days, several separated by commas. At one of all the terms tau can be left"
        " out and is searched for pixel by pixel.", advanced=True,
    )  # fmt: skip
    tau_min = number(
        "Minimum time constant (days)", "Where the search for tau begins.", 5.0, 0.01,
        advanced=True,
    )  # fmt: skip
    tau_max = number(
        "Largest time constant (days)",
        "Where the search for tau ends. A tau at either end is no data, and flagged.", 1500.0,
        0.02, advanced=True,
    )  # fmt: skip
    find_steps = whole(
        "Steps to find",
        "Search every pixel for steps on unknown dates, at most so many; 0: do not search.", 0,
        0, 5,
    )  # fmt: skip
    step_level = number(
        "False steps",
        "Share of pixels without a step in which one is found by chance; it holds as far as the"
        " noise is what is chosen under 'Noise'.", 0.01, 0.0005, 0.5, advanced=True,
    )  # fmt: skip
    step_dates = whole(
        "Minimum dates beside a step", "Dates with data that a step needs before and after it.",
        5, 2, advanced=True,
    )  # fmt: skip
    choose = flag(
        "Choose the model by pixel",
        "Acceleration, seasons and a step that is to be found come into a pixel's model only "
        "where they lower the Bayesian information criterion; elsewhere their bands are empty.",
    )  # fmt: skip
    noise = choice(
        "Noise",
        "auto: what explains the residuals of a sample of the scene best, all of the following "
        "tried; the log says which. white: dates err independently (and pairs, where the series"
        " says how). ar1: the error is correlated over a time that is estimated. flicker, "
        "random_walk: power falls with the frequency or its square; power_law: with a power of "
        "it that is estimated. The plainer is taken where it does as well.",
        ("auto", "white", "ar1", "flicker", "random_walk", "power_law"), advanced=True,
    )  # fmt: skip
    seed = whole(
        "Seed", "Of the simulation behind the limit for steps.", 0, 0, advanced=True,
    )  # fmt: skip

    def check(self):
        """Dates must be ones, and one each; terms must be readable."""
        self.model()

    def model(self):
        """The model that is fitted."""
        from ...data.dates import parse_dates
        from ..transients import afterslip, parse_transients
        from ..velocity import VelocityModel

        slow = tuple(afterslip(day) for day in parse_dates(self.afterslip))
        return VelocityModel(
            self.degree,
            self.annual,
            self.semiannual,
            tuple(parse_dates(self.steps)),
            slow
            + parse_transients("log", self.logarithmic)
            + parse_transients("exp", self.exponential),
        )

    def options(self):
        """How terms are searched for, and what noise is."""
        from ..motion import MotionOptions
        from ..steps import StepSearch
        from ..transients import TauSearch

        steps = StepSearch(self.find_steps, self.step_level, self.step_dates, self.seed)
        return MotionOptions(
            self.noise, TauSearch(self.tau_min, self.tau_max), steps if self.find_steps else None,
            self.choose,
        )  # fmt: skip
