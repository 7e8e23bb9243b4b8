# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Persistent scatterers: points and displacement series from radar images."""

from __future__ import annotations

from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool
from .image_parameters import STACK, add_images

BOTH = "BOTH"
METHODS = ("auto", "spacetime", "spurt")


class Ps(Tool):
    """Persistent scatterers and their motion."""

    ID = "ps"
    NAME = "Persistent scatterers (PS)"
    GROUP = "scatterers"
    SUMMARY = (
        "Finds points in a stack of radar images whose phase stays stable, such as houses and "
        "rocks, and their displacement series along the line of sight, positive towards the "
        "satellite. Candidates of low amplitude dispersion are judged by their phase stability: "
        "the phase that neighbours share and the error of a point's height are taken off, in "
        "rounds, and what remains is compared with that of decoys, pixels of random phase that go "
        "through the same rounds. Side lobes and noisy points are left out. The phases are "
        "unwrapped in time and space, then rate and height error are estimated and the atmosphere "
        "is filtered out of the series (the rates stay as they are). Ground that stays coherent "
        "without being a point passes, too, if its phase is stable; its errors are correlated in "
        "time, so that the standard deviation of its rate is too small."
    )
    PAPER = (
        "Hooper et al. (2007), doi:10.1029/2006JB004763; Ferretti et al. (2001), "
        "doi:10.1109/36.898661; decoys: Barber and Candes (2015), doi:10.1214/15-AOS1337; two "
        "polarisations: Navarro-Sanchez et al. (2014), doi:10.1109/LGRS.2014.2304701"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("persistent scatterer", "psi", "stamps", "slc", "time series", "dual polarisation")

    POLARISATION, DISPERSION, GEOMETRY = "POLARISATION", "DISPERSION", "GEOMETRY"
    NOISE_SHARE, NOISE_DENSITY, MAX_NOISE = "NOISE_SHARE", "NOISE_DENSITY", "MAX_NOISE"
    MIN_TEMPORAL_COHERENCE, SEPARATE = "MIN_TEMPORAL_COHERENCE", "SEPARATE"
    REFERENCE_POINT, REFERENCE_RADIUS = "REFERENCE_POINT", "REFERENCE_RADIUS"
    REFERENCE_AREA, REFERENCE_DATE = "REFERENCE_AREA", "REFERENCE_DATE"
    MAX_HEIGHT, INCIDENCE, ITERATIONS = "MAX_HEIGHT", "INCIDENCE", "ITERATIONS"
    CELL, WINDOW, LOW_PASS = "CELL", "WINDOW", "LOW_PASS"
    METHOD, MIN_PART, ZERO_HEIGHT = "METHOD", "MIN_PART", "ZERO_HEIGHT"
    ATMOSPHERE_DAYS, ATMOSPHERE_METRES, SEED = "ATMOSPHERE_DAYS", "ATMOSPHERE_METRES", "SEED"
    POINTS, TIMESERIES, MASK = "POINTS", "TIMESERIES", "MASK"

    def declare(self):
        """Parameters and outputs."""
        add_images(self)
        self.add_file(
            self.GEOMETRY, "Geometry",
            "The geometry file of the stack: incidence and distance for the height errors; adds "
            "height and line of sight to the points.",
            "HDF5 (*.h5 *.he5)", optional=True,
        )  # fmt: skip
        self.add_text(
            self.POLARISATION, "Polarisation",
            "Such as VH; BOTH mixes the stack's first two at every pixel so that the amplitude "
            "varies least, and tells how many points that gains; the first if empty.",
            "", optional=True,
        )  # fmt: skip
        self._declare_selection()
        self._declare_reference()
        self._declare_filter()
        self._declare_series()
        self._declare_outputs()
        add_run_parameters(self, cluster=False)

    def _declare_selection(self):
        self.add_number(
            self.DISPERSION, "Limit of amplitude dispersion",
            "Pixels below are candidates. Of two polarisations a lower one is taken, below which "
            "lies as much speckle.",
            0.4, 0.01, 2.0,
        )  # fmt: skip
        self.add_number(
            self.NOISE_SHARE, "Share of noise (%)",
            "How many of the candidates that pass as stable may be noise, before weeding.",
            5.0, 0.01, 50.0,
        )  # fmt: skip
        self.add_number(
            self.NOISE_DENSITY, "Noise per square kilometre",
            "Instead of the share: how many noisy pixels may pass on a square kilometre.",
            None, 0.001, optional=True, advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.SEPARATE, "One of touching pixels",
            "Of pixels that touch only the most stable one stays, as the others may be its side "
            "lobes.",
            True, advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.ZERO_HEIGHT, "Leave out height 0",
            "Points whose height in the geometry file is exactly 0, as at sea or where the "
            "elevation model has a void, are left out.",
            advanced=True,
        )  # fmt: skip
        self.add_number(
            self.MAX_NOISE, "Largest phase noise (rad)",
            "Of a point at one date: its own part of what the arcs to its neighbours show.",
            0.5, 0.01, 1.8,
        )  # fmt: skip
        self.add_number(
            self.MIN_TEMPORAL_COHERENCE, "Minimum temporal coherence",
            "Of the unwrapped series relative to the neighbour that it fits best, rates and height "
            "errors taken off; points below, which are noisy or got wrong cycles, are left out.",
            0.7, 0.0, 1.0,
        )  # fmt: skip

    def _declare_reference(self):
        self.add_point(
            self.REFERENCE_POINT, "Reference point",
            "Where the motion is taken as zero. Without point and area it is the mean of the "
            "stable points whose rates are the commonest.",
        )  # fmt: skip
        self.add_number(
            self.REFERENCE_RADIUS, "Reference radius (m)",
            "Points so near to the reference point are averaged; the nearest one if there is none.",
            200.0, 0.0, advanced=True,
        )  # fmt: skip
        self.add_area(
            self.REFERENCE_AREA, "Reference area",
            "A rectangle whose points' mean is the reference; goes before the point.",
            advanced=True,
        )  # fmt: skip
        self.add_text(
            self.REFERENCE_DATE, "Reference image",
            "YYYYMMDD of the image that the phases are relative to; that of least expected "
            "decorrelation if empty. Displacements are relative to the first date in any case.",
            "", optional=True, advanced=True,
        )  # fmt: skip

    def _declare_filter(self):
        for name, title, help, default, low, high, integer in (
            (self.MAX_HEIGHT, "Largest height error (m)", "That is searched, to either side.",
             30.0, 0.0, 1000.0, False),
            (self.CELL, "Cell of the filter (m)",
             "Phases are summed in cells before the phase that neighbours share is filtered out.",
             50.0, 1.0, 5000.0, False),
            (self.WINDOW, "Window of the filter (cells)", "Even; of every window's own spectrum "
             "the strong parts pass.", 32, 8, 256, True),
            (self.LOW_PASS, "Low-pass of the filter (m)",
             "Shared phase of longer waves passes in any case.", 800.0, 10.0, 1e6, False),
            (self.ITERATIONS, "Most rounds", "Of the search for stable phases.", 10, 1, 100, True),
        ):  # fmt: skip
            self.add_number(name, title, help, default, low, high, integer, advanced=True)
        self.add_number(
            self.INCIDENCE, "Incidence (degrees)",
            "Where the geometry does not give it: from the vertical, one for the scene; from the "
            "stack's attributes if empty.",
            None, 1.0, 89.0, optional=True, advanced=True,
        )  # fmt: skip

    def _declare_series(self):
        self.add_choice(
            self.METHOD, "Unwrapping",
            "auto is spacetime: a rate and height difference along the arcs between points, then "
            "minimum cost flow by date; spurt is the package of that name, where it is installed.",
            METHODS, METHODS[0], advanced=True,
        )  # fmt: skip
        self.add_number(
            self.MIN_PART, "Minimum number of points of a part",
            "Points that good arcs join only to fewer others are left out.", 5, 1, integer=True,
            advanced=True,
        )  # fmt: skip
        self.add_number(
            self.ATMOSPHERE_DAYS, "Atmosphere: days",
            "What changes faster is taken for atmosphere where it is smooth in space; 0 leaves it "
            "in the series.",
            60.0, 0.0, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.ATMOSPHERE_METRES, "Atmosphere: metres",
            "Standard deviation of the Gaussian that smooths it; 0 leaves it in the series.",
            500.0, 0.0, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.SEED, "Seed", "Of the decoys; the same seed gives the same points.", 0, 0,
            integer=True, advanced=True,
        )  # fmt: skip

    def _declare_outputs(self):
        self.add_vector_output(
            self.POINTS, "Points",
            "GeoPackage: rate, its standard deviation, temporal coherence, phase stability "
            "(gamma), amplitude dispersion, phase noise, height error, residual noise, part of the "
            "unwrapping (component), and the displacement of every date in mm.",
        )  # fmt: skip
        self.add_file_output(
            self.TIMESERIES, "Displacement time series",
            "HDF5 in MintPy's layout on the grid of the images, no data between the points; for "
            "'Velocity model' and the tools after it.",
            "HDF5 (*.h5)", optional=True,
        )  # fmt: skip
        self.add_raster_output(
            self.MASK, "Mask", "1 at persistent scatterers, 0 elsewhere; on the map.",
            optional=True, by_default=False,
        )  # fmt: skip
        for name, title in (
            ("CANDIDATES", "Candidates"), ("SELECTED", "Candidates more stable than noise"),
            ("COUNT", "Points"), ("EXPECTED_NOISE", "Expected noise among the stable (%)"),
            ("SINGLE_COUNT", "Points of one polarisation, before unwrapping"),
            ("GAINED", "Scatterers gained by the second polarisation, before unwrapping"),
            ("PARTS", "Parts of the unwrapping"), ("REFERENCE_X", "Reference x"),
            ("REFERENCE_Y", "Reference y"), ("MEDIAN_NOISE", "Median residual noise (mm)"),
            ("FASTEST_AWAY", "Fastest rate away (mm/yr)"),
            ("FASTEST_TOWARDS", "Fastest rate towards (mm/yr)"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """The reference image is a date, the window even."""
        self._date(parameters, context)
        if self.integer(parameters, self.WINDOW, context) % 2:
            return f"{self.title(self.WINDOW)}: has to be even; give an even number."
        return None

    def _date(self, parameters, context):
        from ...algorithms.data.dates import parse_dates
        from ...algorithms.errors import GroundshiftError

        dates = list(parse_dates(self.text(parameters, self.REFERENCE_DATE, context)))
        if len(dates) > 1:
            raise GroundshiftError(
                f"{self.title(self.REFERENCE_DATE)}: is {len(dates)} dates; give one."
            )
        return dates[0] if dates else None

    def compute(self, parameters, context, feedback):
        """Find the points and their motion."""
        from ...algorithms.io.ps_outputs import PsTargets
        from ...algorithms.io.run_ps import run_ps
        from ...algorithms.io.slc_hdf5 import read_slc_stack

        path = self.existing_path(parameters, STACK, context)
        geometry = self.existing_path(parameters, self.GEOMETRY, context)
        stack = read_slc_stack(path)
        names = (self.POINTS, self.TIMESERIES, self.MASK)
        targets = PsTargets(*(self.output_path(parameters, n, context) for n in names))
        options = self._options(parameters, context, feedback, stack, geometry is not None)
        progress = Progress(feedback)
        report = run_ps(
            path, targets, options, geometry_path=geometry,
            run_options=run_options(self, parameters, context), progress=progress,
            cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        self._style(targets, report, stack.dates)
        return {
            **dict(zip(names, (targets.points, targets.timeseries, targets.mask))),
            "CANDIDATES": report.candidates, "SELECTED": report.selected, "COUNT": report.points,
            "EXPECTED_NOISE": report.noise_percent, "SINGLE_COUNT": report.selected_alone,
            "GAINED": report.gained, "PARTS": report.components, "REFERENCE_X": report.reference[0],
            "REFERENCE_Y": report.reference[1], "MEDIAN_NOISE": report.median_noise,
            "FASTEST_AWAY": report.velocity.minimum, "FASTEST_TOWARDS": report.velocity.maximum,
        }  # fmt: skip

    def _options(self, parameters, context, feedback, stack, has_geometry):
        from ...algorithms.io.run_ps import PsOptions
        from ...algorithms.io.weather import geometry_of

        def number(name):
            return self.number(parameters, name, context)

        assumed, words = geometry_of(stack.attributes, number(self.INCIDENCE))
        if words and not has_geometry:
            feedback.pushInfo(f"Not known and assumed: {', '.join(words)}.")
        name = self.text(parameters, self.POLARISATION, context).upper()
        return PsOptions(
            number(self.DISPERSION), BOTH.lower() if name == BOTH else name,
            self._selection(parameters, context), number(self.MAX_HEIGHT), assumed,
            self._date(parameters, context), self._series(parameters, context, stack),
            self.integer(parameters, self.SEED, context),
        )  # fmt: skip

    def _selection(self, parameters, context):
        from ...algorithms.scatterers.selection import selection_options

        return selection_options(
            noise_percent=self.number(parameters, self.NOISE_SHARE, context),
            noise_per_km2=self.number(parameters, self.NOISE_DENSITY, context),
            separate=self.flag(parameters, self.SEPARATE, context),
            largest_noise=self.number(parameters, self.MAX_NOISE, context),
            cell=self.number(parameters, self.CELL, context),
            window=self.integer(parameters, self.WINDOW, context),
            low_pass=self.number(parameters, self.LOW_PASS, context),
            iterations=self.integer(parameters, self.ITERATIONS, context),
        )

    def _series(self, parameters, context, stack):
        from ...algorithms.io.ps_geometry import points_crs
        from ...algorithms.io.ps_solving import SeriesOptions

        crs = points_crs(stack)
        return SeriesOptions(
            self.choice(parameters, self.METHOD, context),
            self.number(parameters, self.MIN_TEMPORAL_COHERENCE, context),
            self.integer(parameters, self.MIN_PART, context),
            self.number(parameters, self.ATMOSPHERE_DAYS, context),
            self.number(parameters, self.ATMOSPHERE_METRES, context),
            self.flag(parameters, self.ZERO_HEIGHT, context),
            self.point(parameters, self.REFERENCE_POINT, context, crs),
            self.number(parameters, self.REFERENCE_RADIUS, context),
            self.area(parameters, self.REFERENCE_AREA, context, crs),
        )

    def _style(self, targets, report, dates):
        when = dates[0], dates[-1]
        self.style_vector(
            targets.points, "points_velocity", report.velocity.symmetric_limit, when=when,
            title="Persistent scatterers",
            abstract="Rate (velocity_mm_yr) and displacement by date (DYYYYMMDD, mm) along the "
            "line of sight, positive towards the satellite.",
        )  # fmt: skip
        self.style_raster(
            targets.mask, "persistent", when=when, title="Persistent scatterers (mask)",
            abstract="1: persistent scatterer, 0: none.",
        )  # fmt: skip
