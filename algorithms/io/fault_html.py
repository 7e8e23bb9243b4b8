# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a search for faults: one HTML page, nothing loaded from elsewhere."""

from __future__ import annotations

import html
import math

import numpy as np

from .slip_drawings import fit_svg
from .validation_html import STYLE

MOST_PLOTTED = 12


def report_html(study, rows, plots, options, places) -> str:
    """The page.

    Parameters
    ----------
    study : FaultStudy
    rows : list of Row
    plots : list of (str, str)
        Titles and SVG.
    options : FaultOptions
    places : str
        In words, where the best faults are.
    """
    parts = ["<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>"]
    parts.append(f"<title>Search for faults</title><style>{STYLE}</style></head><body>")
    parts.append("<h1>Faults from displacement</h1>")
    parts += [f"<p class='warning'>{html.escape(text)}</p>" for text in study.warnings]
    parts.append(f"<p>{html.escape(places)}</p>")
    parts.append("<h2>Parameters</h2>" + _table(*_parameters(study, rows)))
    parts.append(
        "<p>Place: middle of the upper edge, km from the middle of the data. Strike from true "
        "north; slip of the hanging wall: left-lateral and reverse are positive.</p>"
    )
    parts.append("<h2>Fit</h2>" + _table(*_fits(study)))
    samples = study.misfit.samples
    parts.append(fit_svg(
        samples.displacement, study.slip_part + study.nuisance_part, samples.track,
        [track.name for track in samples.tracks],
    ))  # fmt: skip
    if study.misfit.nuisance_names:
        parts.append("<h2>Offsets and ramps</h2>" + _table(*_nuisances(study)))
    for title, svg in plots:
        parts.append(f"<h2>{html.escape(title)}</h2>{svg}")
    if study.result.others:
        parts.append("<h2>Other solutions</h2>" + _table(*_others(study)))
    parts.append("<h2>How it was found</h2><ul>")
    parts += [f"<li>{html.escape(text)}</li>" for text in _method(study, options)]
    return "\n".join([*parts, "</ul></body></html>"])


def _parameters(study, rows):
    head = ["Fault", "Parameter", "Best", "Bounds"]
    if study.chains is not None:
        head += ["95 % interval", "68 % interval", "Median", "Std", "R-hat", "Effective size"]
    if study.perturbed is not None:
        head += ["Std, perturbed", "95 %, perturbed"]
    body = []
    for row in rows:
        bounds = "kept" if row.kind == "kept" else _range(row.low, row.high)
        if row.held:
            bounds += f" <b>({html.escape(row.held)})</b>"
        line = [str(row.fault), html.escape(row.name), _number(row.best), bounds]
        if study.chains is not None:
            p = row.percentiles
            line += [_range(p[0], p[4]), _range(p[1], p[3]), _number(p[2]), _number(row.std)]
            line += [_number(row.r_hat), f"{row.size:.0f}" if math.isfinite(row.size) else "–"]
        if study.perturbed is not None:
            line += [_number(row.perturbed_std), _range(row.perturbed_low, row.perturbed_high)]
        body.append(line)
    return head, body


def _fits(study):
    head = ["Track", "Samples", "RMS (mm)", "Whitened variance", "Explained (%)"]
    return head, [
        [html.escape(fit.name), str(fit.samples), _number(fit.rms * 1e3), _number(fit.variance),
         f"{100 * fit.explained:.1f}"]
        for fit in study.fits
    ]  # fmt: skip


def _nuisances(study):
    units = {"offset": "mm", "east": "mm a 10 km", "north": "mm a 10 km"}
    values = study.misfit.nuisances(study.result.best.unit)
    tracks = study.misfit.samples.tracks
    return ["Track", "What", "Value"], [
        [html.escape(tracks[number].name), name, f"{value * 1e3:.3g} {units[name]}"]
        for (number, name), value in zip(study.misfit.nuisance_names, values)
    ]


def _others(study):
    """Places that the searches ended at besides, in the parameters' plain units."""
    from ..source.fault_study import reported
    from ..source.fault_summary import SHOWN

    space = study.misfit.space
    head = ["Found by", "Log-likelihood below the best", "Fault"]
    head += [SHOWN[name][0] for name in space.row_names]
    body = []
    for other in study.result.others:
        values = reported(study, other.unit[None])[0]
        gap = study.result.best.likelihood - other.likelihood
        for fault, row in enumerate(values, start=1):
            numbers = [_number(v * SHOWN[n][1]) for n, v in zip(space.row_names, row)]
            body.append([other.method, _number(gap), str(fault), *numbers])
    return head, body


def _method(study, options) -> list:
    search, result = options.search, study.result
    words = {
        "swarm": "particle swarm", "evolution": "differential evolution",
        "both": "particle swarm and differential evolution", "local": "none",
    }  # fmt: skip
    said = [
        f"Global search: {words[search.method]}, {result.agreeing} of {result.searches} run(s) "
        "ended at the best place; slips, offsets and ramps solved for at every model; then least "
        "squares within the bounds.",
        "Errors: the whole covariance of each track, "
        + ("as given." if search.errors == "given" else
           "up to a factor by track that is integrated over (Jeffreys' prior)."),
        "Offsets" + (" and ramps" if options.ramps else "")
        + " by track are marginalised analytically, with flat priors.",
    ]  # fmt: skip
    if study.chains is not None:
        chains = study.chains
        said.append(
            f"Posterior: uniform priors within the bounds; {chains.draws.shape[1]} chains of "
            f"{chains.steps} steps, {100 * chains.acceptance:.0f} % of the jumps taken, the first "
            f"{100 * options.chains.burn_in:.0f} % thrown away (ter Braak and Vrugt 2008, with an "
            "independence sampler). With these priors the best model is that of the highest "
            "posterior density."
        )
    if study.perturbed is not None:
        said.append(
            f"Perturbed data: {len(study.perturbed)} times noise of the covariance was added and "
            "the faults were fitted anew (Parsons et al. 2006)."
        )
    medium = options.medium
    said.append(
        f"Elastic half-space (Okada 1985), Poisson's ratio {medium.poisson:g}; moments with a "
        f"shear modulus of {medium.shear_modulus / 1e9:g} GPa; Mw = 2/3 (log10 M0 - 9.1). "
        f"Seed {search.seed}."
    )
    return said


def _range(low, high) -> str:
    if not (math.isfinite(low) and math.isfinite(high)):
        return "–"
    return f"{_number(low)} to {_number(high)}"


def _number(value) -> str:
    return f"{value:.4g}" if np.isfinite(value) else "–"


def _table(head, body) -> str:
    lines = ["<table><tr>" + "".join(f"<th>{text}</th>" for text in head) + "</tr>"]
    lines += ["<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in body]
    return "\n".join([*lines, "</table>"])
