# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Atmospheric filter: high-pass in time, low-pass in space."""

from __future__ import annotations

from .correction_tool import CorrectionTool
from .motion_parameters import add_motion, check_motion, motion_model

WINDOWS = ("gaussian", "triangle")


class ApsFilter(CorrectionTool):
    """Takes the atmosphere off a series by filtering."""

    ID = "apsfilter"
    NAME = "Atmospheric filter (APS)"
    SUMMARY = (
        "Takes off a displacement series what changes from date to date and is smooth in space: "
        "a model of the motion is taken off stable and coherent pixels, the rest is high-passed "
        "in time and low-passed in space, and the result (the atmospheric phase screen) is "
        "subtracted from all pixels. Rates and their standard deviations stay those of the "
        "unfiltered series: a rate fitted to the filtered one would look surer than it is. Slow "
        "motion that the model lacks and that is smooth in space shrinks where it is faster than "
        "the time window; widen the window, or raise the degree, to keep it."
    )
    PAPER = (
        "Ferretti et al. (2001), doi:10.1109/36.898661; Berardino et al. (2002), "
        "doi:10.1109/TGRS.2002.803792"
    )
    TAGS = ("atmosphere", "aps", "turbulence", "smoothing", "high-pass", "low-pass")
    WINDOW, DAYS, METRES = "WINDOW", "DAYS", "METRES"

    def declare(self):
        """Parameters and outputs."""
        self.add_series_inputs()
        self.add_number(
            self.DAYS, "Time window (days)",
            "Changes faster than this count as atmosphere: standard deviation of the Gaussian, or "
            "half the base of the triangle.",
            60.0, 1.0,
        )  # fmt: skip
        self.add_number(
            self.METRES, "Space window (m)",
            "Atmosphere is smooth over this distance: standard deviation of the Gaussian.",
            1000.0, 1.0,
        )  # fmt: skip
        self.add_choice(
            self.WINDOW, "Shape of the time window", "gaussian or triangle.", WINDOWS, WINDOWS[0],
            advanced=True,
        )  # fmt: skip
        add_motion(self, 1, annual=True)
        self.add_selection()
        self.add_correction_outputs()
        self.add_run()

    def check(self, parameters, context):
        """Dates must be ones."""
        check_motion(self, parameters, context)

    def correction(self, parameters, context, feedback):
        """See the base class."""
        from ...algorithms.timeseries.apsfilter import ApsFilterCorrection

        return ApsFilterCorrection(
            motion_model(self, parameters, context),
            self.choice(parameters, self.WINDOW, context),
            self.number(parameters, self.DAYS, context),
            self.number(parameters, self.METRES, context),
        )
