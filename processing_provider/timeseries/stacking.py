# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rate by stacking: from a stack of interferograms to a rate without an inversion."""

from __future__ import annotations

from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool
from .pair_parameters import (
    add_exclusions,
    add_looks,
    add_reference,
    add_stack,
    add_thresholds,
    exclusions,
    reference_choice,
)

WEIGHTS = ("phase_variance", "cramer_rao", "coherence", "uniform")
NOISE = ("dates", "pairs")


class Stacking(Tool):
    """Rate from the weighted mean slope of phase over time span."""

    ID = "stacking"
    NAME = "Rate by stacking"
    GROUP = "timeseries"
    SUMMARY = (
        "Averages a stack of unwrapped interferograms into a rate: the sum of weight x span x "
        "phase over the sum of weight x span squared. Quick, needs no connected network, and "
        "averages the atmosphere down; right for steady motion only. The rate is along the line "
        "of sight, positive towards the satellite, relative to the reference. Its standard "
        "deviation counts that pairs with a date in common share that date's atmosphere."
    )
    PAPER = (
        "Sandwell and Price (1998), doi:10.1029/1998JB900008; consecutive pairs: Qin et al. (2022)"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("stack", "average", "rate", "velocity", "mean")

    STACK, WEIGHTS, CONSECUTIVE = "STACK", "WEIGHTS", "CONSECUTIVE"
    MIN_COHERENCE, MIN_PAIRS, NOISE = "MIN_COHERENCE", "MIN_PAIRS", "NOISE"
    LOOKS = "LOOKS"
    VELOCITY, VELOCITY_STD, PAIR_COUNT = "VELOCITY", "VELOCITY_STD", "PAIR_COUNT"

    def declare(self):
        """Parameters and outputs."""
        add_stack(self)
        self.add_choice(
            self.WEIGHTS, "Weights of the pairs",
            "phase_variance: inverse variance of the phase at its coherence and number of looks, "
            "and of the atmosphere of its dates, which the scene's residuals tell (with the noise "
            "'pairs': without); cramer_rao: likewise with its lower bound, for many looks; "
            "coherence: squared coherence; uniform: all alike, also where the stack holds no "
            "coherence.",
            WEIGHTS, WEIGHTS[0],
        )  # fmt: skip
        self.add_flag(
            self.CONSECUTIVE, "Consecutive pairs only",
            "Take only pairs of neighbouring dates, whose coherence is best and whose atmosphere "
            "cancels from one to the next.",
        )  # fmt: skip
        self._declare_selection()
        add_reference(self)
        self._declare_outputs()
        add_run_parameters(self)

    def _declare_selection(self):
        add_thresholds(self)
        self.add_choice(
            self.NOISE, "Noise",
            "dates: by date (atmosphere) and by pair (decorrelation), both estimated from the "
            "residuals; pairs: every pair errs by itself, which is too hopeful in dense networks.",
            NOISE, NOISE[0], advanced=True,
        )  # fmt: skip
        add_exclusions(self)
        add_looks(self)

    def _declare_outputs(self):
        self.add_raster_output(
            self.VELOCITY, "Velocity", "Rate along the line of sight, mm a year."
        )
        self.add_raster_output(
            self.VELOCITY_STD, "Velocity standard deviation",
            "mm a year, from the scatter of the pairs; no data for less than 3 pairs.",
            optional=True,
        )  # fmt: skip
        self.add_raster_output(
            self.PAIR_COUNT, "Number of pairs", "Pairs used at each pixel.", optional=True
        )
        for name, title in (
            ("PAIRS", "Pairs used"), ("PIXELS", "Pixels with a result"),
            ("REFERENCE_X", "Reference x"), ("REFERENCE_Y", "Reference y"),
            ("FASTEST_AWAY", "Fastest rate away (mm/yr)"),
            ("FASTEST_TOWARDS", "Fastest rate towards (mm/yr)"),
            ("MEDIAN_STD", "Median standard deviation (mm/yr)"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """Dates and pairs must be ones."""
        exclusions(self, parameters, context)

    def compute(self, parameters, context, feedback):
        """Stack."""
        from ...algorithms.io.hdf5 import read_stack
        from ...algorithms.io.placing import places_crs
        from ...algorithms.io.run_stacking import StackingTargets, run_stacking

        path = self.existing_path(parameters, self.STACK, context)
        stack = read_stack(path)
        names = (self.VELOCITY, self.VELOCITY_STD, self.PAIR_COUNT)
        targets = StackingTargets(*(self.output_path(parameters, n, context) for n in names))
        progress = Progress(feedback)
        report = run_stacking(
            path, targets, self._options(parameters, context),
            reference=reference_choice(self, parameters, context, places_crs(stack)),
            **exclusions(self, parameters, context),
            run_options=run_options(self, parameters, context),
            progress=progress, cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        self._style(targets, report, (stack.dates[0], stack.dates[-1]))
        velocity = report.layers["velocity"]
        return {
            self.VELOCITY: targets.velocity, self.VELOCITY_STD: targets.velocity_std,
            self.PAIR_COUNT: targets.pair_count, "PAIRS": report.pairs, "PIXELS": report.pixels,
            "REFERENCE_X": report.reference[0], "REFERENCE_Y": report.reference[1],
            "FASTEST_AWAY": velocity.minimum, "FASTEST_TOWARDS": velocity.maximum,
            "MEDIAN_STD": report.layers["velocity_std"].median,
        }  # fmt: skip

    def _options(self, parameters, context):
        from ...algorithms.timeseries.stacking import StackingOptions

        return StackingOptions(
            self.choice(parameters, self.WEIGHTS, context),
            self.number(parameters, self.MIN_COHERENCE, context),
            self.integer(parameters, self.MIN_PAIRS, context),
            self.flag(parameters, self.CONSECUTIVE, context),
            self.choice(parameters, self.NOISE, context),
            self.number(parameters, self.LOOKS, context),
        )

    def _style(self, targets, report, when):
        layers = report.layers
        self.style_raster(
            targets.velocity, "velocity", layers["velocity"].symmetric_limit, when=when,
            title="Velocity by stacking", abstract="Rate along the line of sight in mm a year, "
            "positive towards the satellite; red moves away.",
        )  # fmt: skip
        self.style_raster(
            targets.velocity_std, "velocity_std", (0.0, layers["velocity_std"].p98), when=when,
            title="Velocity standard deviation", abstract="Of the stacked rate, mm a year.",
        )  # fmt: skip
        self.style_raster(
            targets.pair_count, "count", (0.0, layers["pair_count"].p98), when=when,
            title="Number of pairs", abstract="Pairs stacked at each pixel.",
        )  # fmt: skip
