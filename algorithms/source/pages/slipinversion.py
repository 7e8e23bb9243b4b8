# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a slip inversion."""

from __future__ import annotations

import math

import numpy as np

from ...errors import counted
from ...reports.page import Page, plus_minus
from .slip_drawings import curve_svg, dip_svg, fit_svg, map_svg, slip_svgs

RULES = {
    "log_sum": "the minimum of the logarithm of misfit plus roughness, both scaled from 0 to 1 "
    "over {over} (Feng et al. 2013)",
    "l_curve": "the corner of the curve of misfit against roughness",
    "gcv": "generalised cross-validation, its smoothest local minimum",
}


def report_html(found, samples, options, notes=(), doubts=()) -> str:
    """The page.

    Parameters
    ----------
    found : SlipStudy
    samples : Samples
    options : StudyOptions
    notes : sequence of str
        What else to know.
    doubts : sequence of str
        What is odd about the data and the result.
    """
    grid, best = found.grid, (found.dip_number, found.smoothing_number)
    page = Page("Slip inversion", "Slip from displacement")
    page.warnings([*warnings(found), *doubts])
    page.table((), _numbers(found, options))
    page.heading("Slip")
    for svg in slip_svgs(found.model):
        page.drawing(svg)
    page.paragraph("Seen from the hanging wall; arrows show which way it moved.")
    page.heading("Fit")
    page.table(_FIT_HEAD, _fits(found))
    modelled = found.slip_part + found.ramp_part
    names = [track.name for track in samples.tracks]
    page.drawing(fit_svg(samples.displacement, modelled, samples.track, names))
    if len(grid.smoothings) > 1:
        page.heading("Smoothing")
        page.drawing(curve_svg(grid, *best))
    if len(grid.dips) > 1:
        table = grid.gcv if options.rule == "gcv" else grid.log_sum(options.per_dip)
        title = "Cross-validation" if options.rule == "gcv" else "log of misfit plus roughness"
        page.heading("Dip and smoothing")
        page.paragraph(f"{title}; dark is small.")
        page.drawing(map_svg(grid, table, *best, title))
        page.heading("Dip at the chosen smoothing")
        page.drawing(dip_svg(grid, found.smoothing_number))
    page.heading("How it was found")
    page.items([*_method(found, options), *notes])
    return page.html()


def warnings(found) -> list:
    """What a reader must not overlook."""
    said, grid = [], found.grid
    if len(grid.dips) >= 3 and not math.isfinite(found.dip_std):
        said.append("The best dip is at an end of those that were tried.")
    if len(grid.smoothings) >= 3 and found.smoothing_number in (0, len(grid.smoothings) - 1):
        said.append("The chosen smoothing is at an end of those that were tried.")
    if found.limited:
        said.append(
            f"{counted(found.limited, 'patch slips', 'patches slip')} as much as was allowed."
        )
    worst = found.fits[-1].variance
    if worst > 3:
        said.append(
            f"The residuals' variance is {worst:.3g} times what the data's covariances say: the "
            "fault, the half-space or the covariances are too simple."
        )
    return said


def _numbers(found, options):
    summary, errors = found.summary, found.errors
    rows = [
        ("Moment magnitude (2/3 (log10 M0 - 9.1))", f"{summary.magnitude:.2f}"),
        ("Seismic moment (N m)", _with_std(summary.moment, found.moment_std, "{:.3e}")),
        ("Shear modulus (GPa)", f"{options.shear_modulus / 1e9:g}"),
        (
            "Largest slip (m; error of noise alone)",
            _with_std(summary.max_slip, errors and errors.max_slip_std, "{:.3g}"),
        ),
        ("Depth of it (km)", f"{summary.max_depth / 1e3:.3g}"),
        ("Mean slip (m)", f"{summary.mean_slip:.3g}"),
        ("Mean rake (degrees)", f"{math.degrees(summary.mean_rake):.1f}"),
        ("Depth of the centroid (km)", f"{-summary.centroid[2] / 1e3:.3g}"),
        ("Smoothing", f"{found.solution.smoothing:.4g}"),
    ]
    parts = found.moment_error
    if parts is not None:
        low, high = found.moment_interval
        rows[2:2] = [
            ("Interval of the moment, 95 % (N m)", f"{low:.3e} to {high:.3e}"),
            ("Its error is of noise, bias, what smoothing hides, choice among those tried, a given "
             "dip (%)",
             f"{100 * parts.noise:.2g}, {100 * parts.bias:+.2g}, {100 * parts.hidden:.2g}, "
             f"{100 * parts.choice:.2g}, {100 * parts.dip:.2g}"),
        ]  # fmt: skip
    dip = math.degrees(float(np.median(found.model.patches.dip)))
    rows.append(("Dip (degrees)", f"{dip:.4g}"))
    if math.isfinite(found.dip_std):
        rows.append(
            ("Dip between those that were tried (degrees)",
             plus_minus(f"{found.dip:.4g}", f"{found.dip_std:.2g}"))
        )  # fmt: skip
    return rows


def _with_std(value, std, pattern):
    known = std is not None and math.isfinite(std)
    return plus_minus(pattern.format(value), pattern.format(std) if known else "")


_FIT_HEAD = (
    "track", "samples", "RMS (mm)", "correlation", "variance reduction (%)",
    "residuals over covariance", "weight",
)  # fmt: skip


def _fits(found):
    return [
        (
            fit.name, fit.samples, f"{fit.rms * 1e3:.3g}", f"{fit.correlation:.4f}",
            f"{fit.variance_reduction * 100:.2f}", f"{fit.variance:.3g}", f"{fit.balance:.3g}",
        )
        for fit in found.fits
    ]  # fmt: skip


def _method(found, options):
    over = "each dip" if options.per_dip else "the whole grid"
    said = [
        f"Smoothing and dip by {RULES[options.rule].format(over=over)}.",
        f"Poisson's ratio {options.slip.poisson:g}; slip beyond the rim: top "
        f"{options.slip.edges.top}, bottom {options.slip.edges.bottom}, ends "
        f"{options.slip.edges.ends}.",
        "An offset" + (" and a ramp" if options.ramps else "") + " of each line-of-sight track was "
        "estimated with the slip.",
        "Residuals over covariance is the variance of whitened residuals a degree of freedom: 1 "
        "where the covariance is right. Errors grow with its root where it is above 1.",
        f"Conditions of the bounded solution are met to {found.solution.violation:.1g}.",
    ]
    if found.errors is not None:
        said.append(
            f"Standard errors from {found.errors.count} sets of the model's data, with noise of "
            "the data's covariance; slip that may be none (below three standard deviations, a "
            "third of the potency at most) is left out of them. The bias is what the inversion "
            "makes of them on average."
        )
        said.append(
            "The moment's error adds up noise, this bias, what smoothing hides, and how the moment "
            "changes over the smoothings and dips that were tried, each by how well it predicts "
            "data (Akaike's weights); one dip that was given is taken for known to 5 degrees. The "
            "bias is not taken off: such data tell its size, no more."
        )
    return said
