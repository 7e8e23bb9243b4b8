# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip on the patches of a fault from displacement."""

from __future__ import annotations

from ...declare import Chosen, Output, choice, flag, layer, number, part, text, whole
from ...errors import GroundshiftError, counted
from .asked import Fault, Rock


class SlipInversion(Chosen):
    """Which samples and fault, and how slip is found."""

    samples = layer(
        "Samples",
        "Displacement of one or more tracks. Points of 'Down-sample displacement': "
        "displacement_mm, std_mm, los_east, los_north, los_up and track, with the covariance in"
        " tables of the same file.", ("points",),
    )  # fmt: skip
    fault = part(Fault)
    rake = choice(
        "Rake",
        "auto: within 45 degrees of the mean rake of an inversion without bounds; range: "
        "between the two rakes below; fixed: the first of them; free: any way, also backwards.",
        ("auto", "range", "fixed", "free"),
    )  # fmt: skip
    rake_from = number(
        "Rake from (degrees)",
        "0 left-lateral, 90 reverse, 180 right-lateral, -90 normal (Aki and Richards).", -45.0,
        -360.0, 540.0, advanced=True,
    )  # fmt: skip
    rake_to = number(
        "Rake to (degrees)",
        "Larger than the first by less than 180; right-lateral slip is 135 to 225, say.", 45.0,
        -360.0, 540.0, advanced=True,
    )  # fmt: skip
    rakes_by_segment = text(
        "Rakes by segment",
        "Of segments that slip another way: 2: 60 120, 3: 80 100 (segments count from 1).",
        advanced=True,
    )  # fmt: skip
    max_slip = number(
        "Largest slip (m)", "No patch slips more; empty or 0: no limit.", None, 0.0, 1000.0,
        optional=True, advanced=True,
    )  # fmt: skip
    top_edge = choice(
        "Slip at the top edge", "free: may reach it; zero: falls to nought there.",
        ("free", "zero"), advanced=True,
    )  # fmt: skip
    bottom_edge = choice(
        "Slip at the bottom edge", "free or zero.", ("free", "zero"), "zero", advanced=True,
    )  # fmt: skip
    end_edges = choice(
        "Slip at the ends", "free or zero.", ("free", "zero"), "zero", advanced=True,
    )  # fmt: skip
    dips = text(
        "Dips to try (degrees)",
        "60:90:2 for every 2 degrees from 60 to 90, or a list; the fault is turned about its "
        "top. Empty for its own dip.",
    )  # fmt: skip
    dip_segments = text(
        "Segments that get these dips",
        "Such as 1, 3; empty for all. Dips of several segments are found one after another.",
        advanced=True,
    )  # fmt: skip
    hinge = choice(
        "Turn the fault about",
        "top: the top edge of its patches; surface: the line where it would reach the surface.",
        ("top", "surface"), advanced=True,
    )  # fmt: skip
    smoothings = text(
        "Smoothing factors",
        "One, a list, or 0.1:10:12 for 12 from 0.1 to 10; the larger the smoother. Empty for 12"
        " about the place where data and roughness weigh the same.", advanced=True,
    )  # fmt: skip
    rule = choice(
        "Choice of dip and smoothing",
        "log_sum: misfit plus roughness, both scaled over the grid (Feng et al.); l_curve: the "
        "corner; gcv: cross-validation, which takes the data's covariance at its word.",
        ("log_sum", "l_curve", "gcv"), advanced=True,
    )  # fmt: skip
    per_dip = flag(
        "Scale within each dip",
        "As the code of Feng et al. does: values of different dips can then hardly be compared."
        " For comparison with earlier work only.", advanced=True,
    )  # fmt: skip
    ramps = flag(
        "Estimate ramps", "A ramp a track besides its offset; none for GNSS.",
    )  # fmt: skip
    weights = choice(
        "Weights of the tracks",
        "given: those below; variance: from the residuals and degrees of freedom (variance "
        "components); equal: so that all tracks' residuals weigh the same.",
        ("given", "variance", "equal"), advanced=True,
    )  # fmt: skip
    track_weights = text(
        "Given weights",
        "Factors of squared residuals beside the covariance: T128A: 0.8, T033D: 1. Others are "
        "1.", advanced=True,
    )  # fmt: skip
    monte_carlo = whole(
        "Data sets for standard errors",
        "Noisy copies of the model's data that are inverted with the same bounds; 0 for none.",
        50, 0, 10000, advanced=True,
    )  # fmt: skip
    seed = whole(
        "Seed", "Of the noise; the same seed gives the same numbers.", 0, 0, advanced=True,
    )  # fmt: skip
    checker = number(
        "Squares of the checkerboard (km)", "0 for no checkerboard test.", 0.0, 0.0, 1000.0,
        advanced=True,
    )  # fmt: skip
    rock = part(Rock)

    def check(self):
        """Texts that can be read, and rakes in order."""
        options = self.options()
        if options.monte_carlo == 1:
            raise GroundshiftError("A standard error takes 2 or more data sets; give 50, or 0.")
        if self.rake == "range" and not 0 < self.rake_to - self.rake_from < 180:
            self.refuse(
                "rake_to",
                "is to be larger than the first rake by less than 180; for more, leave the rake "
                "free.",
            )

    def options(self, segments=None):
        """How it is inverted, a :class:`..slip_study.StudyOptions`.

        Parameters
        ----------
        segments : ndarray of int, shape (patch,), optional
            Of the patches, for their rakes; they are left out without.
        """
        from ..laplacian import Edges
        from ..slip_equations import SlipOptions
        from ..slip_study import StudyOptions
        from ..slip_texts import (
            parse_dips,
            parse_rakes,
            parse_segments,
            parse_smoothings,
            parse_weights,
            rakes_of_patches,
        )

        rakes, by_segment = {}, parse_rakes(self.rakes_by_segment)
        if segments is not None and self.rake != "auto":
            between = self.rake_from, self.rake_to
            found = rakes_of_patches(self.rake, between, by_segment, segments)
            rakes = {"rake": self.rake, "rakes": found}

        slip = SlipOptions(
            max_slip=self.max_slip or float("inf"),
            edges=Edges(self.top_edge, self.bottom_edge, self.end_edges), poisson=self.rock.poisson,
            **rakes,
        )  # fmt: skip
        return StudyOptions(
            slip, dips=parse_dips(self.dips), segments=parse_segments(self.dip_segments),
            hinge=self.hinge, smoothings=parse_smoothings(self.smoothings), rule=self.rule,
            per_dip=self.per_dip, ramps=self.ramps, weights=self.weights,
            track_weights=parse_weights(self.track_weights), monte_carlo=self.monte_carlo,
            checker_size=self.checker * 1e3, seed=self.seed,
            shear_modulus=self.rock.medium().shear_modulus, find_rake=self.rake == "auto",
        )  # fmt: skip


OUTPUTS = (
    Output(
        "points", "SLIP", "Slip",
        "Patches with heights: slip, rake, its standard error, bias and resolution.",
        style="slip",
    ),
    Output(
        "points", "FIT", "Fit",
        "The samples with modelled_mm, residual_mm and offset_mm (offset and ramp).",
        optional=True,
        style="samples_displacement",
        abstract="Observed displacement along the line of sight, mm, positive towards the "
        "satellite; modelled_mm holds the model's with offset_mm, residual_mm what is left.",
    ),
    Output(
        "points", "BOARD", "Checkerboard",
        "What comes back of it, with input_slip_m and error_m.", optional=True, by_default=False,
        style="slip", abstract="Recovered slip, m.",
    ),
    Output(
        "file", "EXCHANGE", "Slip in another format",
        "By its ending: finite-source model (.fsp), Coulomb's .inp or .inr, or .geojson.",
        "FSP (*.fsp);;Coulomb (*.inp *.inr);;GeoJSON (*.geojson)", optional=True,
        by_default=False,
    ),
    Output(
        "file", "GRID", "Dips and smoothings", "Misfit, roughness and criteria of all of them.",
        "CSV (*.csv)", optional=True, by_default=False,
    ),
    Output(
        "file", "REPORT", "Report", "Slip, fit by track, L-curve, dip and smoothing.",
        "HTML (*.html)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "MW": "Moment magnitude",
    "MOMENT": "Seismic moment (N m)",
    "MOMENT_STD": "Its standard error (N m)",
    "MOMENT_LOW": "Moment, lower end of the 95 % interval (N m)",
    "MOMENT_HIGH": "Moment, upper end of the 95 % interval (N m)",
    "DIP": "Dip that was taken (degrees)",
    "BEST_DIP": "Dip between those tried",
    "DIP_STD": "Its standard error (degrees)",
    "SMOOTHING": "Smoothing",
    "MAX_SLIP_FOUND": "Largest slip (m)",
    "MEAN_SLIP": "Mean slip (m)",
    "MEAN_RAKE": "Mean rake (degrees)",
    "PEAK_DEPTH": "Depth of the largest slip (km)",
    "CENTROID_X": "Centroid x",
    "CENTROID_Y": "Centroid y",
    "CENTROID_DEPTH": "Centroid depth (km)",
    "RMS": "RMS of residuals (mm)",
    "CORRELATION": "Correlation of data and model",
    "VARIANCE_REDUCTION": "Variance reduction (%)",
    "AT_LIMIT": "Patches at the largest slip",
    "PATCHES": "Patches",
    "DATA": "Samples",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Invert samples for slip; see :mod:`...declare`."""
    from math import degrees, isfinite

    from ...data.crs import wkt_from_epsg
    from ...formats.sample_formats import is_sample_text
    from ...formats.slip.slip_file import slip_limits
    from ...formats.vectors.tables import layer_crs
    from ..pages.slipinversion import warnings
    from ..plausibility import count_doubts, model_doubts, sample_doubts
    from ..slip_study import study
    from .samples import read_samples
    from .slip_results import check_distance, check_exchange, dip_of, rebuilding, write_results

    if outputs.wanted("BOARD") and not chosen.checker:
        chosen.refuse("checker", "is 0; give it for the checkerboard.")
    samples, local = read_samples(*chosen.samples, log=job.note)
    fault = chosen.fault.read(local)
    for note in fault.notes:
        job.note(note)
    patches = fault.patches
    check_distance(samples, patches)
    check_exchange(outputs.targets.get("EXCHANGE"), patches)
    options = chosen.options(patches.segment)
    job.note(
        f"{len(samples)} samples of {counted(len(samples.tracks), 'track')}, {len(patches)} "
        "patches."
    )
    doubts = sample_doubts(samples) + count_doubts(len(samples), len(patches))
    for doubt in doubts:
        job.note(doubt)  # before the work
    fault_of = rebuilding(chosen.fault, patches, local, options)
    found = study(samples, patches, options, job, fault_of)
    is_text = is_sample_text(chosen.samples[0])
    crs = wkt_from_epsg(4326) if is_text else layer_crs(*chosen.samples)
    crs = crs if local.crs else ""
    doubts += model_doubts(found.model, options.shear_modulus)
    write_results(outputs, found, samples, local, crs, options, doubts)
    summary, fit = found.summary, found.fits[-1]
    job.note(
        f"Mw {summary.magnitude:.2f}, {summary.moment:.3g} N m; largest slip "
        f"{summary.max_slip:.3g} m at {summary.max_depth / 1e3:.3g} km; RMS "
        f"{fit.rms * 1e3:.3g} mm, correlation {fit.correlation:.4f}."
    )
    for warning in (*warnings(found), *doubts):
        job.warn(warning)
    highest = slip_limits(summary.max_slip)
    outputs.look(
        "SLIP", limits=highest,
        abstract=f"Slip of the hanging wall in metres; Mw {summary.magnitude:.2f}. Smoothing "
        f"{found.solution.smoothing:.4g}.",
    )  # fmt: skip
    outputs.look("BOARD", limits=highest)
    outputs.look("FIT", limits=(-samples.limit * 1e3, samples.limit * 1e3))
    x, y = local.back(crs, summary.centroid[None, :2])
    numbers = {
        "MW": summary.magnitude, "MOMENT": summary.moment, "MOMENT_STD": found.moment_std,
        "MOMENT_LOW": found.moment_interval[0], "MOMENT_HIGH": found.moment_interval[1],
        "DIP": dip_of(found, options), "BEST_DIP": found.dip, "DIP_STD": found.dip_std,
        "SMOOTHING": found.solution.smoothing, "MAX_SLIP_FOUND": summary.max_slip,
        "MEAN_SLIP": summary.mean_slip, "MEAN_RAKE": degrees(summary.mean_rake),
        "PEAK_DEPTH": summary.max_depth / 1e3, "CENTROID_X": float(x[0]),
        "CENTROID_Y": float(y[0]), "CENTROID_DEPTH": -summary.centroid[2] / 1e3,
        "RMS": fit.rms * 1e3, "CORRELATION": fit.correlation,
        "VARIANCE_REDUCTION": fit.variance_reduction * 100, "AT_LIMIT": found.limited,
        "PATCHES": len(found.model), "DATA": fit.samples,
    }  # fmt: skip
    return {name: value for name, value in numbers.items() if isfinite(value)}
