# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Uniform rectangular faults from displacement, with their uncertainties."""

from __future__ import annotations

from ...algorithms.errors import GroundshiftError
from ..areas.layer_parameters import LINES, POINTS, POLYGONS, add_layer, add_output
from ..tool import Progress, Tool
from .sample_parameters import add_samples, samples_of

METHODS = ("both", "swarm", "evolution", "local")
ERRORS = ("given", "scaled")
NUMBERS = (
    ("STRIKE", "strike_deg", "Strike (degrees)"), ("DIP", "dip_deg", "Dip (degrees)"),
    ("RAKE", "rake_deg", "Rake (degrees)"), ("SLIP", "slip_m", "Slip (m)"),
    ("LENGTH", "length_km", "Length (km)"), ("WIDTH", "width_km", "Width (km)"),
    ("TOP_DEPTH", "top_depth_km", "Depth of the upper edge (km)"),
    ("CENTRE_DEPTH", "centre_depth_km", "Depth of the centre (km)"),
)  # fmt: skip


class FaultSearch(Tool):
    """Global search, posterior and perturbed data."""

    ID = "faultsearch"
    NAME = "Search for the fault"
    GROUP = "source"
    SUMMARY = (
        "Finds where an earthquake's fault lies and how it slipped: one or several rectangles with "
        "uniform slip in an elastic half-space. A particle swarm and differential evolution search "
        "within bounds, least squares refine; Markov chains then tell what the data leave open "
        "(credible intervals, trade-offs), and noise that is added to the data how far the best "
        "fault moves. Errors enter with their whole covariance; offsets and ramps of the tracks "
        "are solved for, and marginalised in the posterior. Parameters that a bound holds are "
        "flagged. Uniform slip is a first picture: go on with 'Slip inversion'."
    )
    PAPER = (
        "Rectangles: Okada (1985), doi:10.1785/BSSA0750041135; Bayesian search: Bagnardi and "
        "Hooper (2018), doi:10.1029/2018GC007585; chains: ter Braak and Vrugt (2008), "
        "doi:10.1007/s11222-008-9104-9; perturbed data: Parsons et al. (2006), Geophysical Journal "
        "International 164"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "geometry", "okada", "bayesian", "mcmc", "posterior", "particle swarm", "earthquake",
        "uniform slip", "gbis", "credible interval",
    )  # fmt: skip

    SAMPLES, FAULTS, PLACES, REACH = "SAMPLES", "FAULTS", "PLACES", "REACH"
    AREA, BOUNDS, ERRORS, RAMPS = "AREA", "BOUNDS", "ERRORS", "RAMPS"
    METHOD, RESTARTS, STEPS, MODELS = "METHOD", "RESTARTS", "STEPS", "MODELS"
    CHAINS, CHAIN_STEPS, BURN_IN, ENOUGH = "CHAINS", "CHAIN_STEPS", "BURN_IN", "ENOUGH"
    PERTURBATIONS, WEIGHTS, SEED = "PERTURBATIONS", "USE_WEIGHTS", "SEED"
    MODULUS, POISSON = "SHEAR_MODULUS", "POISSON"
    FAULT, FIT, TRACES = "FAULT", "FIT", "TRACES"
    SUMMARY_TABLE, DRAWS, PLOT, REPORT = "SUMMARY", "DRAWS", "PLOT", "REPORT"

    def declare(self):
        """Parameters and outputs."""
        add_samples(self, self.SAMPLES, help="What the fault has to explain.")
        self.add_number(
            self.FAULTS, "Faults", "How many rectangles, where no layer of places says it.", 1, 1,
            6, integer=True,
        )  # fmt: skip
        add_layer(
            self, self.PLACES, "Places",
            "Lines or points, one for each fault: mapped traces or guesses. The middle of the "
            "upper edge is searched for about them; lines bound strike (30 degrees either way, "
            "dipping to either side) and length (0.2 to 2 times), too.",
            [LINES, POINTS], True,
        )  # fmt: skip
        self.add_number(
            self.REACH, "Reach about the places (km)",
            "To the east, west, north and south; half of the line and 5 km at least if empty.",
            None, 0.0, 1000.0, optional=True,
        )  # fmt: skip
        self.add_area(
            self.AREA, "Area of the fault",
            "Where the middle of the upper edge may lie; the samples' extent if empty.",
        )  # fmt: skip
        self.add_text(
            self.BOUNDS, "Bounds",
            "Such as: strike 120 to 150; dip 30 to 70; top_depth 0 to 5; 2: length 5 to 30. "
            "Parameters: x, y (map coordinates), top_depth, length, width (km), strike, dip "
            "(degrees; beyond 90 it dips to the other side, and bounds that end at 90 go on there "
            "by 30 degrees; end them at 89.9 where they must not), strike_slip (left-lateral +), "
            "dip_slip (reverse +), opening (m), or slip and rake in their place. One number keeps "
            "a parameter; a fault's number and a colon before it mean that fault only. What is not "
            "given has wide bounds from the data; opening is kept at 0.", "", optional=True,
        )  # fmt: skip
        self.add_choice(
            self.ERRORS, "Errors of the data",
            "given: as the covariances say. scaled: known up to a factor for each track, which is "
            "marginalised; choose it where the log tells that residuals exceed the covariance.",
            ERRORS, ERRORS[0],
        )  # fmt: skip
        self.add_flag(self.RAMPS, "Ramps", "A plane by track besides the offset.")
        self._declare_search()
        self._declare_posterior()
        self._declare_outputs()

    def _declare_search(self):
        self.add_choice(
            self.METHOD, "Global search",
            "both: particle swarm and differential evolution; local: only refine the middle of the "
            "bounds.", METHODS, METHODS[0], advanced=True,
        )  # fmt: skip
        for name, title, text, value, low, high in (
            (self.RESTARTS, "Restarts", "Times each search begins anew.", 2, 1, 100),
            (self.STEPS, "Steps of a search", "At most.", 200, 1, 100000),
            (self.MODELS, "Models a step", "0: 10 for each parameter, 50 at least.", 0, 0, 10000),
        ):  # fmt: skip
            self.add_number(name, title, text, value, low, high, integer=True, advanced=True)

    def _declare_posterior(self):
        for name, title, text, value, low, high in (
            (self.CHAIN_STEPS, "Steps of the chains",
             "Of the posterior, at most; they end earlier when they know enough. 0 leaves the "
             "posterior out.", 10000, 0, 200_000),
            (self.PERTURBATIONS, "Perturbed data",
             "Times that noise is added to the data and the fault is fitted anew; 100 is usual.",
             0, 0, 100000),
        ):  # fmt: skip
            self.add_number(name, title, text, value, low, high, integer=True)
        for name, title, text, value, low, high in (
            (self.CHAINS, "Chains", "That run side by side.", 32, 3, 1000),
            (self.BURN_IN, "Burn-in (%)", "Share of each chain that is thrown away.", 50, 0, 90),
            (self.ENOUGH, "Effective draws that are enough",
             "The chains end when every parameter has so many, and R-hat below 1.01; 0 makes all "
             "steps.", 4000, 0, 10_000_000),
            (self.SEED, "Seed", "The same seed gives the same numbers.", 1, 0, 2**31 - 1),
        ):  # fmt: skip
            self.add_number(name, title, text, value, low, high, integer=True, advanced=True)
        self.add_flag(
            self.WEIGHTS, "Use the samples' weights",
            "Multiplies their shares of the misfit; intervals then no longer follow from the "
            "covariance.", advanced=True,
        )  # fmt: skip
        for name, title, text, value, low, high in (
            (self.MODULUS, "Shear modulus (GPa)", "For moments.", 30.0, 0.001, 1000.0),
            (self.POISSON, "Poisson's ratio", "0.25 in practice.", 0.25, 0.0, 0.499),
        ):  # fmt: skip
            self.add_number(name, title, text, value, low, high, advanced=True)

    def _declare_outputs(self):
        add_output(
            self, self.FAULT, "Best faults",
            "Polygons in space with the slip, the parameters' intervals, and notes on bounds; "
            "input of 'Slip inversion' and of the stress tools.", POLYGONS,
        )  # fmt: skip
        self.add_vector_output(
            self.FIT, "Fit", "The samples with modelled_mm, residual_mm and offset_mm.",
            optional=True,
        )  # fmt: skip
        add_output(
            self, self.TRACES, "Likely upper edges",
            "Of the best faults (draw 0) and of draws of the posterior.", LINES, True, True,
        )  # fmt: skip
        for name, title, text, ending in (
            (self.SUMMARY_TABLE, "Parameters",
             "Best values, bounds, credible intervals, R-hat, effective size, perturbed fits; a "
             "note where R-hat is 1.05 or more: then the posterior is not to be used.",
             "CSV (*.csv)"),
            (self.DRAWS, "Draws of the posterior", "20,000 at most.", "CSV (*.csv)"),
            (self.PLOT, "Trade-offs",
             "All pairs of parameters; says so where they are not to be used.", "PNG (*.png)"),
            (self.REPORT, "Report", "Numbers, warnings and plots.", "HTML (*.html)"),
        ):  # fmt: skip
            self.add_file_output(
                name, title, text, ending, optional=True,
                by_default=name in (self.SUMMARY_TABLE, self.REPORT),
            )  # fmt: skip
        for name, _, title in NUMBERS:
            self.add_number_result(name, title)
        for name, title in (
            ("X", "Middle of the upper edge, x"), ("Y", "Middle of the upper edge, y"),
            ("MOMENT", "Seismic moment of all faults (N m)"),
            ("MW", "Moment magnitude of all faults"), ("RMS", "RMS of the residuals (mm)"),
            ("R_HAT", "Largest R-hat"), ("EFFECTIVE_SIZE", "Minimum effective size"),
            ("AT_BOUND", "Parameters that a bound holds"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """Bounds can be read, and what is asked for is made."""
        self._bounds(parameters, context)
        nothing = not self.integer(parameters, self.CHAIN_STEPS, context)
        if nothing and self.is_given(parameters, self.DRAWS):
            return (
                f"{self.title(self.DRAWS)}: are asked for without steps of the chains "
                "(CHAIN_STEPS); give some 10000."
            )
        nothing = nothing and not self.integer(parameters, self.PERTURBATIONS, context)
        if nothing and self.is_given(parameters, self.PLOT):
            return (
                f"{self.title(self.PLOT)}: needs the posterior (CHAIN_STEPS) or perturbed data "
                "(PERTURBATIONS); give one of them."
            )
        if 0 < (self.integer(parameters, self.CHAIN_STEPS, context) or 0) < 100:
            return f"{self.title(self.CHAIN_STEPS)}: are too few; give 100 at least, or 0."
        return None

    def _bounds(self, parameters, context):
        from ...algorithms.source.bounds_text import parse_bounds

        try:
            return tuple(parse_bounds(self.text(parameters, self.BOUNDS, context)))
        except GroundshiftError as error:
            raise GroundshiftError(f"{self.title(self.BOUNDS)}: {error}") from error

    def collect(self, parameters, context, feedback):
        """Where the layers lie."""
        self._samples = samples_of(self, parameters, self.SAMPLES, context)
        self._places = self.layer_source(parameters, self.PLACES, context)

    def compute(self, parameters, context, feedback):
        """Search."""
        from ...algorithms.io.atomic import Transaction
        from ...algorithms.io.run_faultsearch import FaultTargets, run_faultsearch
        from ..drawing import svg_to_png

        names = (self.FAULT, self.FIT, self.TRACES, self.SUMMARY_TABLE, self.DRAWS, self.REPORT)
        targets = FaultTargets(*(self.output_path(parameters, name, context) for name in names))
        plot = self.output_path(parameters, self.PLOT, context)
        progress = Progress(feedback)
        with Transaction() as files:
            report = run_faultsearch(
                *self._samples, self._source(parameters, context), targets,
                self._options(parameters, context), progress=progress.part(0.0, 0.98),
                cancelled=progress.cancelled, log=feedback.pushInfo, files=files,
            )  # fmt: skip
            if plot and report.plot:
                svg_to_png(report.plot, files.add(plot))
        for text in report.study.warnings:
            feedback.pushWarning(text)
        self._style(report, targets)
        written = (
            targets.faults, targets.samples, targets.traces, targets.summary, targets.draws,
            targets.report,
        )  # fmt: skip
        return {
            **dict(zip(names, written)), self.PLOT: plot if report.plot else None,
            **_numbers(report),
        }  # fmt: skip

    def _source(self, parameters, context):
        from ...algorithms.io.search_bounds import BoundsSource
        from ...algorithms.io.tables import layer_crs

        reach = self.number(parameters, self.REACH, context)
        return BoundsSource(
            self.integer(parameters, self.FAULTS, context), self._places,
            float("nan") if reach is None else reach * 1e3,
            self.area(parameters, self.AREA, context, layer_crs(*self._samples)),
            self._bounds(parameters, context),
        )  # fmt: skip

    def _options(self, parameters, context):
        from ...algorithms.source.elastic import Medium
        from ...algorithms.source.fault_study import FaultOptions
        from ...algorithms.source.mcmc import ChainOptions
        from ...algorithms.source.search import SearchOptions

        def whole(name):
            return self.integer(parameters, name, context)

        chains = None
        if whole(self.CHAIN_STEPS):
            chains = ChainOptions(
                whole(self.CHAINS), whole(self.CHAIN_STEPS), whole(self.BURN_IN) / 100,
                size=float(whole(self.ENOUGH)), seed=whole(self.SEED),
            )  # fmt: skip
        search = SearchOptions(
            self.choice(parameters, self.METHOD, context), whole(self.MODELS), whole(self.STEPS),
            whole(self.RESTARTS), self.choice(parameters, self.ERRORS, context), whole(self.SEED),
        )  # fmt: skip
        medium = Medium(
            self.number(parameters, self.MODULUS, context) * 1e9,
            self.number(parameters, self.POISSON, context),
        )
        return FaultOptions(
            search, chains, whole(self.PERTURBATIONS),
            self.flag(parameters, self.RAMPS, context),
            self.flag(parameters, self.WEIGHTS, context), medium,
        )  # fmt: skip

    def _style(self, report, targets):
        from ...algorithms.io.slip_file import slip_limits

        about = f"Uniform slip of the hanging wall in metres; Mw {report.magnitude:.2f}."
        slip = max(row.best for row in report.rows if row.name == "slip_m")
        self.style_vector(targets.faults, "slip", slip_limits(slip), "Best faults", about)
        largest = report.limit_mm
        self.style_vector(
            targets.samples, "samples_displacement", (-largest, largest), "Fit",
            "Observed displacement along the line of sight, mm, positive towards the satellite; "
            "modelled_mm holds the model's with offset_mm, residual_mm what is left.",
        )  # fmt: skip
        self.style_vector(
            targets.traces, "likely_edges", title="Likely upper edges",
            abstract="Draw 0 is the best fault; the others are draws of the posterior.",
        )  # fmt: skip


def _numbers(report) -> dict:
    chains = report.study.chains
    finite = [] if chains is None else [chains.r_hat, chains.size]
    out = {name: report.best(field) for name, field, _ in NUMBERS}
    out.update(
        X=report.place[0], Y=report.place[1], MOMENT=report.moment, MW=report.magnitude,
        RMS=report.rms * 1e3, AT_BOUND=sum(bool(word) for word in report.study.held),
    )  # fmt: skip
    if finite:
        out.update(R_HAT=float(finite[0].max()), EFFECTIVE_SIZE=float(finite[1].min()))
    return out
