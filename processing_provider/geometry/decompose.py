# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Up and east motion from several orbits."""

from __future__ import annotations

from ...algorithms.errors import GroundshiftError
from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool
from .look_parameters import add_look, collect_look, look_source
from .rate_parameters import add_rate_fields, add_rates, add_unit, collect_rates, rate_source

HORIZONTAL = ("east", "aspect")
REFERENCES = ("none", "area", "level")
QUANTITIES = ("rates", "displacements")
ORBITS = {"": "", "_2": " of the second orbit", "_3": " of the third orbit",
          "_4": " of the fourth orbit"}  # fmt: skip
NEEDED = ("", "_2")
MM = 1e-3


class Decompose(Tool):
    """Line-of-sight motion of several orbits taken apart."""

    ID = "decompose"
    NAME = "Decompose into up and east"
    GROUP = "geometry"
    SUMMARY = (
        "Takes motion that two or more orbits saw along their lines of sight apart into up and "
        "east, by weighted least squares in every cell, with standard deviations, correlation and "
        "condition number. North, which near-polar orbits hardly see, is neglected, unless "
        "azimuth offsets or GNSS tell it, or its size is let into the errors. Or into up and along "
        "the steepest slope of an elevation model, with the direction of the motion. Layers "
        "(points or rasters, mixed) meet on one grid by the median in each cell. Cells whose "
        "directions are too much alike are left out; one orbit, or two that look from the same "
        "side, are refused. Every track is relative to its own reference: give a common one, or "
        "an offset between tracks becomes motion."
    )
    PAPER = (
        "Wright et al. (2004), doi:10.1029/2003GL018827; along the aspect: Wang Y. et al. (2022), "
        "with the signs put right"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "vertical", "horizontal", "2d", "3d", "ascending", "descending", "up", "east",
        "decomposition", "aspect",
    )  # fmt: skip

    RATES, STD, STD_RASTER = "RATES", "STD", "STD_RASTER"
    HORIZONTAL, DEM, CONDITION = "HORIZONTAL", "DEM", "CONDITION_LIMIT"
    REFERENCE, POINT, REFERENCE_RADIUS = "REFERENCE", "REFERENCE_POINT", "REFERENCE_RADIUS"
    MOTION = ("REFERENCE_EAST", "REFERENCE_NORTH", "REFERENCE_UP")
    CELL, LEAST_POINTS, COMMON_SPAN = "CELL", "LEAST_POINTS", "COMMON_SPAN"
    AZIMUTH, AZIMUTH_STD, NORTH, NORTH_STD = "AZIMUTH", "AZIMUTH_STD", "NORTH", "NORTH_STD"
    QUANTITY, FLAT, RADIUS, AWAY = "QUANTITY", "FLAT", "RADIUS", "AWAY"
    LEFT_LOOKING = "LEFT_LOOKING"
    EAST, UP, NORTH_OUT, QUALITY, STATUS = "EAST", "UP", "NORTH_MOTION", "QUALITY", "STATUS"

    def declare(self):
        """Parameters and outputs."""
        for suffix, of in ORBITS.items():
            needed = suffix in NEEDED
            add_rates(
                self, f"{self.RATES}{suffix}", f"Motion{of}: points or raster",
                "Along the line of sight, positive towards the satellite.", not needed, not needed,
            )  # fmt: skip
            defaults = {"": (39.0, 348.0), "_2": (39.0, 192.0)}
            add_look(self, suffix, of, optional=True, defaults=defaults, advanced=not needed)
        self.add_choice(
            self.HORIZONTAL, "Horizontal direction",
            "east: up and east; aspect: up and along the steepest slope of the elevation model "
            "(positive downhill).", HORIZONTAL, HORIZONTAL[0],
        )  # fmt: skip
        self.add_raster(
            self.DEM, "Elevation model", "For motion along the aspect: heights in metres.", True
        )
        self._declare_reference()
        self._declare_grid()
        self._declare_north()
        self._declare_errors()
        self._declare_outputs()
        add_run_parameters(self)

    def _declare_reference(self):
        self.add_choice(
            self.REFERENCE, "Common reference",
            "none: as the tracks are; area: the median of every track about a point is made the "
            "motion that is known there; level: constants that make three and more observations "
            "fit each other (what looks like motion in all of them stays).",
            REFERENCES, REFERENCES[0],
        )  # fmt: skip
        self.add_point(self.POINT, "Reference point", "For the reference 'area'.")
        self.add_number(
            self.REFERENCE_RADIUS, "Radius of the reference area (m)",
            "About the reference point.", 500.0, 1.0, 1e6,
            advanced=True,
        )  # fmt: skip
        for name, title in zip(self.MOTION, ("east", "north", "up")):
            self.add_number(
                name, f"Motion of the reference: {title} (mm or mm/yr)",
                "Known there, from GNSS; 0 takes it as stable.", 0.0, advanced=True,
            )  # fmt: skip

    def _declare_grid(self):
        self.add_number(
            self.CELL, "Cell size (m)",
            "Of the common grid; that of the coarsest raster if empty. Needed for points alone.",
            None, 0.1, optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.LEAST_POINTS, "Minimum number of points in a cell", "Of each layer of points.", 1,
            1, integer=True, advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.COMMON_SPAN, "Rates over the common time",
            "Points with series (DYYYYMMDD): rates are fitted anew over the time that all tracks "
            "share.", True, advanced=True,
        )  # fmt: skip

    def _declare_north(self):
        for suffix in NEEDED:
            of = ORBITS[suffix]
            add_rates(
                self, f"{self.AZIMUTH}{suffix}", f"Azimuth motion{of}: points or raster",
                "Along the flight (pixel offsets, multi-aperture or burst overlap), positive in "
                "flight direction: tells north.", True, True,
            )  # fmt: skip
        self.add_number(
            self.AZIMUTH_STD, "Standard deviation of azimuth motion (mm or mm/yr)",
            "Where the layer has none.", 20.0, 1e-3, advanced=True,
        )  # fmt: skip
        add_rates(
            self, self.NORTH, "North motion: points or raster",
            "Interpolated from GNSS, for example.", True, True,
        )  # fmt: skip
        self.add_number(
            self.NORTH_STD, "Standard deviation of north (mm or mm/yr)",
            "Of the north motion, where its layer has none. Without such a layer north is taken as "
            "zero, give or take so much, which goes into the errors of east and up; empty neglects "
            "it.", None, 1e-3, optional=True, advanced=True,
        )  # fmt: skip

    def _declare_errors(self):
        self.add_number(
            self.STD, "Standard deviation where there is none (mm or mm/yr)",
            "For tracks without a layer of standard deviations.", 2.0, 1e-3, advanced=True,
        )  # fmt: skip
        for suffix, of in ORBITS.items():
            self.add_raster(
                f"{self.STD_RASTER}{suffix}", f"Raster of standard deviations{of}",
                "On the grid of the motion's raster, where that has no band velocity_std.",
                optional=True, advanced=True,
            )  # fmt: skip
            add_rate_fields(self, suffix, of)
        self.add_number(
            self.CONDITION, "Largest condition number",
            "Cells with a worse geometry are left out; an ascending and a descending Sentinel-1 "
            "have 1.0 to 1.7.", 8.0, 1.01, 1e6, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.FLAT, "Flat below (degrees)", "Gentler slopes have no aspect.", 5.0, 0.0, 45.0,
            advanced=True,
        )  # fmt: skip
        self.add_number(
            self.RADIUS, "Radius of the slope (m)",
            "Aspects are those of planes fitted to so large a neighbourhood; 0 takes 3 x 3 cells.",
            60.0, 0.0, 5000.0, advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.QUANTITY, "What the layers hold", "For the names of the bands.", QUANTITIES,
            QUANTITIES[0], advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.AWAY, "Motion is positive away from the satellite", "Of all orbits.", False,
            advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.LEFT_LOOKING, "Left-looking radar", "All orbits look to the left of their flight.",
            advanced=True,
        )  # fmt: skip
        add_unit(self)

    def _declare_outputs(self):
        self.add_raster_output(self.UP, "Up", "Motion up and its standard deviation; mm/yr, or mm.")
        self.add_raster_output(
            self.EAST, "East, or along the aspect",
            "Motion and its standard deviation; along the aspect also the length, inclination "
            "(negative is down) and azimuth of the motion.",
        )  # fmt: skip
        self.add_raster_output(
            self.NORTH_OUT, "North", "Where azimuth motion, north motion or its standard deviation "
            "is given.", optional=True, by_default=False, advanced=True,
        )  # fmt: skip
        self.add_raster_output(
            self.QUALITY, "Quality",
            "Bands: correlation of the errors of both, condition number, residual (with more "
            "observations than components).", optional=True,
        )  # fmt: skip
        self.add_raster_output(
            self.STATUS, "Status", "Solved, or why not.", optional=True, by_default=False
        )
        for name, title in (
            ("SOLVED", "Cells solved"), ("ILL_CONDITIONED", "Left out: directions alike"),
            ("TOO_FEW", "Left out: too few tracks"), ("CONDITION", "Median condition number"),
            ("MEDIAN_UP", "Median up (mm or mm/yr)"),
            ("MEDIAN_EAST", "Median east or along the aspect (mm or mm/yr)"),
            ("RESIDUAL", "Median residual (mm or mm/yr)"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """What belongs together is there together."""
        aspect = self.choice(parameters, self.HORIZONTAL, context) == "aspect"
        if aspect and not self.is_given(parameters, self.DEM):
            return f"{self.title(self.DEM)}: is missing for motion along the aspect; give one."
        area = self.choice(parameters, self.REFERENCE, context) == "area"
        if area and not self.is_given(parameters, self.POINT):
            return f"{self.title(self.POINT)}: is missing for the reference 'area'; give one."
        tells = (self.NORTH, self.NORTH_STD, self.AZIMUTH, f"{self.AZIMUTH}_2")
        given = any(self.is_given(parameters, name) for name in tells)
        if self.is_given(parameters, self.NORTH_OUT) and not given:
            return (
                f"{self.title(self.NORTH_OUT)}: nothing tells north; give azimuth motion, north "
                "motion or its standard deviation, or leave this layer out."
            )
        return None

    def collect(self, parameters, context, feedback):
        """Where the layers lie."""
        self._layers, self._looks, self._stds = {}, {}, {}
        for suffix in ORBITS:
            name = f"{self.RATES}{suffix}"
            self._layers[name] = collect_rates(self, parameters, name, context)
            self._looks[suffix] = collect_look(self, parameters, context, suffix)
            self._stds[suffix] = self.raster_path(parameters, f"{self.STD_RASTER}{suffix}", context)
        for name in (self.NORTH, *(f"{self.AZIMUTH}{suffix}" for suffix in NEEDED)):
            self._layers[name] = collect_rates(self, parameters, name, context)
        self._dem = self.raster_path(parameters, self.DEM, context)

    def _tracks(self, parameters, context):
        from ...algorithms.io.measurements import Source
        from ...algorithms.io.orbits import Track

        left = self.flag(parameters, self.LEFT_LOOKING, context)
        away = self.flag(parameters, self.AWAY, context)
        unit = self.choice(parameters, "UNIT", context)
        std = MM * self.number(parameters, self.STD, context)
        tracks = []
        for suffix in ORBITS:
            layer = self._layers[f"{self.RATES}{suffix}"]
            if layer is None:
                continue
            look = look_source(self, parameters, context, self._looks[suffix], suffix, left)
            source = rate_source(self, parameters, context, layer, suffix, self._stds[suffix], away)
            tracks.append(Track(source, "los", look, std))
            offsets = self._layers.get(f"{self.AZIMUTH}{suffix}")
            if offsets is not None:
                source = Source(offsets[0], offsets[1], offsets[2], "los", unit)
                error = MM * self.number(parameters, self.AZIMUTH_STD, context)
                tracks.append(Track(source, "azimuth", look, error))
        north = self._layers[self.NORTH]
        if north is not None:
            error = self.number(parameters, self.NORTH_STD, context)
            source = Source(north[0], north[1], north[2], "los", unit)
            tracks.append(Track(source, "north", None, std if error is None else MM * error))
        return tracks

    def _options(self, parameters, context):
        from ...algorithms.geometry.decomposition import ReferenceMotion
        from ...algorithms.io.run_decompose import DecomposeOptions

        crs = self._layers[self.RATES][3]
        north = self.number(parameters, self.NORTH_STD, context)
        if self._layers[self.NORTH] is not None:
            north = None
        motion = (MM * self.number(parameters, name, context) for name in self.MOTION)
        return DecomposeOptions(
            self.choice(parameters, self.HORIZONTAL, context),
            self.number(parameters, self.CONDITION, context),
            None if north is None else MM * north,
            self.number(parameters, self.CELL, context),
            self.integer(parameters, self.LEAST_POINTS, context),
            self.choice(parameters, self.REFERENCE, context),
            self.point(parameters, self.POINT, context, crs),
            self.number(parameters, self.REFERENCE_RADIUS, context), crs, ReferenceMotion(*motion),
            self.flag(parameters, self.COMMON_SPAN, context),
            self.number(parameters, self.FLAT, context),
            self.number(parameters, self.RADIUS, context),
        )  # fmt: skip

    def compute(self, parameters, context, feedback):
        """Take apart."""
        from ...algorithms.io.decompose_outputs import DecomposeTargets
        from ...algorithms.io.run_decompose import run_decompose

        names = (self.EAST, self.UP, self.NORTH_OUT, self.QUALITY, self.STATUS)
        targets = DecomposeTargets(*(self.output_path(parameters, n, context) for n in names))
        options = self._options(parameters, context)
        displacement = self.choice(parameters, self.QUANTITY, context) == "displacements"
        aspect = options.horizontal == "aspect"
        progress = Progress(feedback)
        tracks = self._tracks(parameters, context)
        if len(tracks) < len(NEEDED):
            raise GroundshiftError("One orbit cannot tell up from sideways; give a second one.")
        report = run_decompose(
            tracks, targets, options, self._dem if aspect else None, displacement=displacement,
            run_options=run_options(self, parameters, context), progress=progress,
            cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        self._style(targets, report, aspect, displacement)
        first = next(iter(report.components))
        paths = (targets.horizontal, targets.up, targets.north, targets.quality, targets.status)
        residual = report.quality["residual"]
        return {
            **dict(zip(names, paths)), "SOLVED": report.solved,
            "ILL_CONDITIONED": report.counts[2], "TOO_FEW": report.counts[3],
            "CONDITION": report.quality["condition"].median,
            "MEDIAN_UP": report.components["up"].median,
            "MEDIAN_EAST": report.components[first].median,
            "RESIDUAL": residual.median if residual.count else None,
        }  # fmt: skip

    def _style(self, targets, report, aspect, displacement):
        style = "displacement" if displacement else "velocity"
        unit = "mm" if displacement else "mm a year"
        horizontal = "Motion along the steepest slope" if aspect else "Motion east"
        positive = "downhill" if aspect else "east"
        first = next(iter(report.components))
        for path, name, title, sense in (
            (targets.horizontal, first, horizontal, positive),
            (targets.up, "up", "Motion up", "up"),
            (targets.north, "north", "Motion north", "north"),
        ):
            if path is not None:
                self.style_raster(
                    path, style, report.components[name].symmetric_limit, title=title,
                    abstract=f"{title} in {unit}, positive {sense}, from several orbits.",
                )  # fmt: skip
        self.style_raster(
            targets.quality, "coefficient", 1.0, title="Quality of the decomposition",
            abstract="Correlation of the errors of the components, condition number, residual.",
        )  # fmt: skip
        self.style_raster(
            targets.status, "decomposition", title="Status of the decomposition",
            abstract="Which cells were solved, and why others were not.",
        )  # fmt: skip
