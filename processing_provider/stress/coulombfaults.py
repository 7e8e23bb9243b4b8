# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Coulomb stress change on a fault inventory and on the planes of earthquakes."""

from __future__ import annotations

from ..areas.layer_parameters import (
    LINES,
    POINTS,
    add_layer,
    add_output,
    layer_of,
)
from ..source.slip_parameters import add_slip_model, check_slip_model, slip_source
from ..tool import Progress, Tool
from .receiver_fields import add_event_fields, add_fault_fields, event_fields, fault_fields
from .regional_parameters import add_regional, has_regional, regional_stress

RULES = ("higher", "lower", "mean", "first", "second", "random")
RANKS = ("mean", "max")
DEPTH_RULES = ("listed", "of the fault")


class CoulombFaults(Tool):
    """Coulomb stress change on mapped faults and focal mechanisms."""

    ID = "coulombfaults"
    NAME = "Coulomb stress on faults"
    GROUP = "stress"
    SUMMARY = (
        "Tells which mapped faults an earthquake brought nearer to failure. Every segment of a "
        "fault inventory is a receiver: its strike is that of the trace, its dip and rake are "
        "those of the layer's fields in whatever form they come, or the usual ones of its kind. "
        "The stress change of a slip model is resolved at places along each segment and at "
        "depths, and told by segment and by fault with its range over friction, dip, rake and "
        "whatever is not known (side of the dip, sense of the slip). It does the same on the "
        "nodal planes of a catalogue of earthquakes, and tests whether more aftershocks lie where "
        "stress rose than there were before, or than chance puts there. The ground is a flat "
        "elastic half-space; stress changes under some 10 kPa mean little."
    )
    PAPER = (
        "King, Stein and Lin (1994), doi:10.1785/BSSA0840030935; Okada (1992), "
        "doi:10.1785/BSSA0820021018; test on aftershocks after Hardebeck, Nazareth and Hauksson "
        "(1998), doi:10.1029/98JB00573"
    )
    NEEDS = ("numpy", "scipy", "pyproj", "numba")
    TAGS = (
        "coulomb", "stress", "fault", "inventory", "earthquake", "aftershock", "focal mechanism",
        "triggering", "hazard",
    )  # fmt: skip

    SLIP, FAULTS, CATALOGUE = "SLIP", "FAULTS", "CATALOGUE"
    DEPTHS, DEPTH_RULE, RANK, THRESHOLD = "DEPTHS", "DEPTH_RULE", "RANK", "THRESHOLD"
    FRICTION, LOW, HIGH = "FRICTION", "FRICTION_LOW", "FRICTION_HIGH"
    SKEMPTON, MODULUS, POISSON = "SKEMPTON", "SHEAR_MODULUS", "POISSON"
    SEGMENT, SPACING, NEAR, LIMIT = "SEGMENT", "SPACING", "NEAR", "LIMIT"
    LEAVE_OUT, DIPS_RIGHT, DOWN_DIP = "LEAVE_OUT", "DIPS_RIGHT", "DOWN_DIP"
    DEFAULT_KIND, DIP_ERROR, RAKE_ERROR = "DEFAULT_KIND", "DIP_ERROR", "RAKE_ERROR"
    MAIN_TIME, RULE, PLANE = "MAIN_TIME", "PLANE_RULE", "PLANE"
    BEFORE, AFTER, LEAST = "BEFORE_DAYS", "AFTER_DAYS", "LEAST_MAGNITUDE"
    RUNS, PLACES, SEED = "RUNS", "PLACES", "SEED"
    SEGMENTS, RESULT, EVENTS = "SEGMENTS", "RESULT", "EVENTS"
    RECEIVERS, TABLE = "RECEIVERS", "TABLE"

    def declare(self):
        """Parameters and outputs."""
        add_slip_model(self, self.SLIP, "Slip model", "The earthquake.")
        add_layer(
            self, self.FAULTS, "Fault traces",
            "Lines of a fault inventory, in any CRS. Give this, or earthquakes, or both.",
            [LINES], optional=True,
        )  # fmt: skip
        add_layer(
            self, self.CATALOGUE, "Earthquakes",
            "Points in any CRS, or a table with columns lon and lat: depth in km, and where known "
            "strike, dip and rake of a nodal plane, magnitude and time.", [POINTS], optional=True,
        )  # fmt: skip
        self.add_text(
            self.DEPTHS, "Depths (km)", "Of the receivers, one or several with commas between.",
            "5, 10, 15",
        )  # fmt: skip
        self.add_choice(
            self.RANK, "Rank by",
            "mean: the average change over a fault; max: the greatest one. Layers are coloured by "
            "it, too (field coulomb_kpa).", RANKS, RANKS[0], advanced=True,
        )  # fmt: skip
        self._declare_rock()
        self._declare_receivers()
        self._declare_faults()
        self._declare_catalogue()
        self._declare_outputs()

    def _declare_rock(self):
        self.add_number(
            self.FRICTION, "Friction",
            "Effective, which has the pore pressure in it, unless Skempton's coefficient is "
            "given.", 0.4, 0.0, 2.0,
        )  # fmt: skip
        self.add_number(
            self.LOW, "Minimum friction", "Of the range over which results are given.", 0.2, 0.0,
            2.0, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.HIGH, "Maximum friction", "Of the same range.", 0.8, 0.0, 2.0, advanced=True
        )
        self.add_number(
            self.SKEMPTON, "Skempton's coefficient",
            "Pore pressure follows the mean stress; friction is then that of dry rock, some 0.6 "
            "to 0.8.", None, 0.0, 1.0, optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.MODULUS, "Shear modulus (GPa)",
            "Young's modulus over 2 (1 + Poisson's ratio): 32 is 800,000 bar.", 32.0, 1e-3, 1e4,
            advanced=True,
        )  # fmt: skip
        self.add_number(
            self.POISSON, "Poisson's ratio", "Of the rock.", 0.25, 0.0, 0.499,
            advanced=True,
        )  # fmt: skip

    def _declare_receivers(self):
        self.add_number(
            self.THRESHOLD, "Threshold (kPa)",
            "The length of each fault where the change reaches it at any depth is told.", 10.0,
        )  # fmt: skip
        self.add_number(
            self.LIMIT, "Farthest faults (km)",
            "From the patches that slipped; what is farther gets no number. 0 takes ten times the "
            "size of the source, from 100 to 500 km.", 0.0, 0.0,
        )  # fmt: skip
        self.add_number(
            self.NEAR, "On the source within (km)",
            "Receivers so near to patches that slipped by a tenth of the greatest slip or more "
            "are masked and flagged: stress there says where patches end, and the fault may be "
            "the one that broke.", 2.0, 0.0, 1e4, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.SEGMENT, "Length of segments (km)",
            "Traces are cut into equal segments no longer than this, each with the strike of its "
            "chord; sharp bends are cut further.", 10.0, 1e-3, 1e4, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.SPACING, "Spacing of receivers (km)", "Along the trace.", 2.0, 1e-3, 1e4,
            advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.DEPTH_RULE, "Depths of faults with known top and bottom",
            "listed: the depths given that lie on the fault, or else its middle; of the fault: as "
            "many, evenly between its top and bottom.", DEPTH_RULES, DEPTH_RULES[0], advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.DOWN_DIP, "Traces lie at the surface",
            "Receivers lie down the dip from the trace; otherwise straight below it.", True,
            advanced=True,
        )  # fmt: skip

    def _declare_faults(self):
        self.add_text(
            self.LEAVE_OUT, "Kinds that are no faults",
            "Words of the field of kinds, parted by commas; such lines are left out.",
            "anticline, syncline, fold", optional=True, advanced=True,
        )  # fmt: skip
        self.add_text(
            self.DEFAULT_KIND, "Kind of faults of unknown kind",
            "Such as strike-slip or normal; they get no number where it is empty.", optional=True,
            advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.DIPS_RIGHT, "Faults dip to the right of their trace",
            "Where no field tells the side: for inventories drawn by the right-hand rule. "
            "Otherwise both sides are tried and the higher mean change is told, within a range "
            "that covers both.", advanced=True,
        )  # fmt: skip
        for name, title, default in (
            (self.DIP_ERROR, "Dips are known to (degrees)", 10.0),
            (self.RAKE_ERROR, "Rakes are known to (degrees)", 20.0),
        ):
            self.add_number(
                name, title, "Either way, where the field gives a number without a range.",
                default, 0.0, 90.0, advanced=True,
            )  # fmt: skip
        add_fault_fields(self, self.FAULTS)

    def _declare_catalogue(self):
        self.add_text(
            self.MAIN_TIME, "Time of the mainshock",
            "Such as 2025-03-28T06:20:54 (universal time), or the day alone; earlier earthquakes "
            "are the background. All are aftershocks where it is empty.", optional=True,
        )  # fmt: skip
        self.add_choice(
            self.RULE, "Nodal plane that counts",
            "higher: the one with the higher change, which raises the share by chance as well as "
            "in truth; random: each with even odds; mean: the average of both.", RULES, RULES[0],
            advanced=True,
        )  # fmt: skip
        self.add_text(
            self.PLANE, "Plane of earthquakes without nodal planes",
            "Strike, dip and rake in degrees, such as 0, 90, 180. Where it is empty they take the "
            "planes that the regional stress would break first, or, without one, the plane of the "
            "nearest resolved fault.", optional=True, advanced=True,
        )  # fmt: skip
        add_regional(self, advanced=True)
        for name, title, text in (
            (self.BEFORE, "Days before the mainshock", "Of the background; 0 takes all."),
            (self.AFTER, "Days after the mainshock", "Of the aftershocks; 0 takes all."),
        ):
            self.add_number(name, title, text, 0.0, 0.0, advanced=True)
        self.add_number(
            self.LEAST, "Minimum magnitude", "Smaller earthquakes, and those without one, do not "
            "count. All count where it is empty.", None, optional=True, advanced=True,
        )  # fmt: skip
        add_event_fields(self, self.CATALOGUE)
        self.add_number(
            self.RUNS, "Random catalogues", "The smallest p-value is 1 / (1 + runs).", 999, 19,
            100_000, integer=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.PLACES, "Random places", "Of which random catalogues are drawn, in the hull of "
            "the aftershocks.", 5000, 100, 1_000_000, integer=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.SEED, "Seed", "The same seed gives the same random numbers.", 0, 0, integer=True,
            advanced=True,
        )  # fmt: skip

    def _declare_outputs(self):
        for name, title, text, kind, wanted in (
            (self.SEGMENTS, "Segments",
             "Change in kPa (mean, least, greatest and where), shear and normal parts, range over "
             "what is not well known and whether the sign holds, plane and where it comes from; "
             "of faults within reach.",
             LINES, True),
            (self.RESULT, "Faults", "The same of whole faults, ranked.", LINES, True),
            (self.RECEIVERS, "Receivers", "Every place and depth.", POINTS, False),
            (self.EVENTS, "Earthquakes with stress change",
             "All fields of the earthquakes, with the change on both planes.", POINTS, True),
        ):  # fmt: skip
            add_output(self, name, title, text, kind, optional=True, by_default=wanted)
        self.add_file_output(
            self.TABLE, "Ranking", "The resolved faults, the highest first.", "CSV (*.csv)",
            optional=True,
        )  # fmt: skip
        for name, title in (
            ("FAULT_COUNT", "Faults"), ("RESOLVED", "Faults resolved"),
            ("SEGMENT_COUNT", "Segments of faults within reach"),
            ("SEGMENTS_RESOLVED", "Segments resolved"),
            ("ON_SOURCE", "Faults on the source"), ("TOO_FAR", "Faults too far"),
            ("UNKNOWN", "Faults of unknown dip or rake"), ("POSITIVE", "Faults nearer to failure"),
            ("STABLE", "Faults whose sign holds over all ranges"),
            ("HIGHEST", "Highest change of a fault (kPa)"),
            ("LOWEST", "Lowest change of a fault (kPa)"), ("EVENT_COUNT", "Earthquakes"),
            ("AFTERSHOCKS", "Aftershocks resolved"),
            ("AFTER_POSITIVE", "Aftershocks where stress rose"),
            ("AFTER_SHARE", "Their share (%)"), ("AFTER_LOW", "95 % interval of the share: low"),
            ("AFTER_HIGH", "95 % interval of the share: high"),
            ("BEFORE_COUNT", "Background earthquakes resolved"),
            ("BEFORE_SHARE", "Share of the background where stress rose (%)"),
            ("P_BEFORE", "p-value against the background (Fisher)"),
            ("SHUFFLED_SHARE", "Share with mechanisms dealt anew (%)"),
            ("P_SHUFFLED", "p-value against mechanisms dealt anew"),
            ("RANDOM_SHARE", "Share at random places (%)"),
            ("P_RANDOM", "p-value against random places"),
            ("P_BINOMIAL", "p-value against random places (binomial)"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """A slip model, faults or earthquakes, and options that hang together."""
        problem = check_slip_model(self, parameters, self.SLIP)
        if problem:
            return problem
        if not any(self.is_given(parameters, name) for name in (self.FAULTS, self.CATALOGUE)):
            return (
                f"{self.title(self.FAULTS)}, {self.title(self.CATALOGUE)}: neither is given; give "
                "one of them at least."
            )
        self._options(parameters, context)
        return None

    def collect(self, parameters, context, feedback):
        """Where the layers lie."""
        self._slip = slip_source(self, parameters, self.SLIP, context)
        self._faults, self._catalogue = (
            layer_of(self, parameters, name, context) for name in (self.FAULTS, self.CATALOGUE)
        )

    def _options(self, parameters, context):
        from ...algorithms.io.run_coulombfaults import CoulombFaultsOptions
        from ...algorithms.source.elastic import Medium
        from ...algorithms.stress.fault_stress import Friction
        from ...algorithms.stress.receivers import parse_depths

        def number(name):
            return self.number(parameters, name, context)

        return CoulombFaultsOptions(
            Medium(number(self.MODULUS) * 1e9, number(self.POISSON)),
            Friction(*(number(n) for n in (self.FRICTION, self.SKEMPTON, self.LOW, self.HIGH))),
            parse_depths(self.text(parameters, self.DEPTHS, context)),
            self.choice(parameters, self.DEPTH_RULE, context) == DEPTH_RULES[1],
            number(self.SEGMENT) * 1e3, number(self.SPACING) * 1e3,
            self.flag(parameters, self.DOWN_DIP, context), number(self.NEAR) * 1e3,
            number(self.LIMIT) * 1e3, number(self.THRESHOLD) * 1e3,
            self.choice(parameters, self.RANK, context), self._event_options(parameters, context),
        )  # fmt: skip

    def _event_options(self, parameters, context):
        from ...algorithms.io.event_layers import parse_plane, parse_time
        from ...algorithms.io.event_stress import EventOptions

        least = self.number(parameters, self.LEAST, context)
        return EventOptions(
            self.choice(parameters, self.RULE, context),
            parse_plane(self.text(parameters, self.PLANE, context)),
            regional_stress(self, parameters, context) if has_regional(self, parameters) else None,
            *parse_time(self.text(parameters, self.MAIN_TIME, context)),
            *(self.number(parameters, n, context) for n in (self.BEFORE, self.AFTER)),
            float("-inf") if least is None else least,
            *(self.integer(parameters, n, context) for n in (self.RUNS, self.PLACES, self.SEED)),
        )  # fmt: skip

    def _fields(self, parameters, context):
        return fault_fields(
            self, parameters, context, leave_out=self.text(parameters, self.LEAVE_OUT, context),
            dips_right=self.flag(parameters, self.DIPS_RIGHT, context),
            default_kind=self.text(parameters, self.DEFAULT_KIND, context),
            dip_error=self.number(parameters, self.DIP_ERROR, context),
            rake_error=self.number(parameters, self.RAKE_ERROR, context),
        )  # fmt: skip

    def compute(self, parameters, context, feedback):
        """Resolve and compare."""
        from ...algorithms.io.run_coulombfaults import CoulombFaultsTargets, run_coulombfaults

        wanted = {self.EVENTS: self._catalogue is not None}
        paths = {
            name: self.output_path(parameters, name, context)
            if wanted.get(name, self._faults is not None) else None
            for name in (self.SEGMENTS, self.RESULT, self.RECEIVERS, self.TABLE, self.EVENTS)
        }  # fmt: skip
        progress = Progress(feedback)
        report = run_coulombfaults(
            self._slip, self._faults, self._catalogue, CoulombFaultsTargets(*paths.values()),
            self._options(parameters, context), self._fields(parameters, context),
            event_fields(self, parameters, context), progress=progress,
            cancelled=progress.cancelled,
        )  # fmt: skip
        for text in report.notes:
            feedback.pushInfo(text)
        for text in report.warnings:
            feedback.pushWarning(text)
        abstract = "Coulomb stress change; positive is nearer to failure. " + " ".join(
            (*report.warnings, *report.notes)
        )
        for name, style in (
            (self.RESULT, "lines_coulomb"), (self.SEGMENTS, "lines_coulomb"),
            (self.RECEIVERS, "points_coulomb"), (self.EVENTS, "points_coulomb"),
        ):  # fmt: skip
            self.style_vector(
                paths[name], style, report.limit, title="Coulomb stress change", abstract=abstract
            )
        return {**paths, **report.numbers}
