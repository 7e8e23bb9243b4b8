# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a search for faults, and its drawings: trade-offs of the parameters, chains."""

from __future__ import annotations

import math

import numpy as np

from ...errors import counted
from ...reports.figure import Figure, ticks
from ...reports.page import NONE, Bold, Page, number
from ...reports.palette import AWAY, INK, PALE, PAPER, SERIES, TOWARDS, colour
from ..volcanic import NAMES
from .slip_drawings import fit_svg

MOST_PLOTTED = 12
CELL, GAP, LEFT, BOTTOM, TOP = 92, 7, 66, 62, 34
BINS, SHADES = 24, 8
MASSES = (0.95, 0.68)
"""Shares of the draws within the two contours."""
_TINY = 1e-12


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
    volcanic = NAMES.get(study.misfit.space.slips)
    if volcanic:
        page = Page("Search for a volcanic source", f"{volcanic} from displacement")
    else:
        page = Page("Search for faults", "Faults from displacement")
    page.warnings(study.warnings)
    page.paragraph(places)
    page.heading("Parameters")
    page.table(*_parameters(study, rows))
    page.paragraph(
        "Place: centre, km from the middle of the data; depth below the ground there. Volume by "
        "which a cavity grows; of compound dislocations the potency. Depth and volume trade off; "
        "the size of a source much smaller than its depth is not resolved."
        if volcanic else
        "Place: middle of the upper edge, km from the middle of the data. Strike from true "
        "north; slip of the hanging wall: left-lateral and reverse are positive."
    )  # fmt: skip
    page.heading("Fit")
    page.table(*_fits(study))
    samples = study.misfit.samples
    page.drawing(fit_svg(
        samples.displacement, study.slip_part + study.nuisance_part, samples.track,
        [track.name for track in samples.tracks],
    ))  # fmt: skip
    if study.misfit.nuisance_names:
        page.heading("Offsets and ramps")
        page.table(*_nuisances(study))
    for title, svg in plots:
        page.heading(title)
        page.drawing(svg)
    if study.result.others:
        page.heading("Other solutions")
        page.table(*_others(study))
    page.heading("How it was found")
    page.items(_method(study, options))
    return page.html()


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
            bounds = Bold(f"{bounds} ({row.held})")
        line = [str(row.fault), row.name, number(row.best), bounds]
        if study.chains is not None:
            p = row.percentiles
            line += [_range(p[0], p[4]), _range(p[1], p[3]), number(p[2]), number(row.std)]
            line += [number(row.r_hat), f"{row.size:.0f}" if math.isfinite(row.size) else NONE]
        if study.perturbed is not None:
            line += [number(row.perturbed_std), _range(row.perturbed_low, row.perturbed_high)]
        body.append(line)
    return head, body


def _fits(study):
    head = ["Track", "Samples", "RMS (mm)", "Whitened variance", "Explained (%)"]
    return head, [
        [fit.name, str(fit.samples), number(fit.rms * 1e3), number(fit.variance),
         f"{100 * fit.explained:.1f}"]
        for fit in study.fits
    ]  # fmt: skip


def _nuisances(study):
    units = {"offset": "mm", "east": "mm a 10 km", "north": "mm a 10 km"}
    values = study.misfit.nuisances(study.result.best.unit)
    tracks = study.misfit.samples.tracks
    return ["Track", "What", "Value"], [
        [tracks[track].name, name, f"{value * 1e3:.3g} {units[name]}"]
        for (track, name), value in zip(study.misfit.nuisance_names, values)
    ]


def _others(study):
    """Places that the searches ended at besides, in the parameters' plain units."""
    from ..fault_study import reported
    from ..fault_summary import SHOWN

    space = study.misfit.space
    head = ["Found by", "Log-likelihood below the best", "Fault"]
    head += [SHOWN[name][0] for name in space.row_names]
    body = []
    for other in study.result.others:
        values = reported(study, other.unit[None])[0]
        gap = study.result.best.likelihood - other.likelihood
        for fault, row in enumerate(values, start=1):
            numbers = [number(v * SHOWN[n][1]) for n, v in zip(space.row_names, row)]
            body.append([other.method, number(gap), str(fault), *numbers])
    return head, body


def _method(study, options) -> list:
    search, result = options.search, study.result
    words = {
        "swarm": "particle swarm", "evolution": "differential evolution",
        "both": "particle swarm and differential evolution", "local": "none",
    }  # fmt: skip
    said = [
        f"Global search: {words[search.method]}, {result.agreeing} of "
        f"{counted(result.searches, 'run')} ended at the best place; slips, offsets and ramps "
        "solved for at every model; then least squares within the bounds.",
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
    if study.misfit.space.slips in NAMES:
        said.append(
            f"Homogeneous elastic half-space with a flat surface, Poisson's ratio "
            f"{medium.poisson:g}; changes of pressure with a shear modulus of "
            f"{medium.shear_modulus / 1e9:g} GPa. Seed {search.seed}."
        )
        return said
    said.append(
        f"Elastic half-space (Okada 1985), Poisson's ratio {medium.poisson:g}; moments with a "
        f"shear modulus of {medium.shear_modulus / 1e9:g} GPa; Mw = 2/3 (log10 M0 - 9.1). "
        f"Seed {search.seed}."
    )
    return said


def _range(low, high) -> str:
    if not (math.isfinite(low) and math.isfinite(high)):
        return NONE
    return f"{number(low)} to {number(high)}"


def corner_svg(names, draws, best, perturbed=None, note="") -> str:
    """Histograms on the diagonal, densities of pairs below it.

    Parameters
    ----------
    names : sequence of str
    draws : ndarray, shape (draw, parameter)
        Of the posterior, or the fits to perturbed data.
    best : ndarray, shape (parameter,)
        Drawn as red lines.
    perturbed : ndarray, shape (fit, parameter), optional
        Drawn as dots over the densities.
    note : str
        A warning, written at the top.
    """
    count = len(names)
    size = LEFT + count * (CELL + GAP) + 12, TOP + count * (CELL + GAP) + BOTTOM
    figure = Figure(*size, "Trade-offs of parameters", 9)
    ends = [_ends(draws[:, k], best[k]) for k in range(count)]
    if note:
        figure.text(size[0] - 8, 16, note, "end", size=13, fill=AWAY, bold=True)
    for row in range(count):
        for column in range(row + 1):
            left, top = LEFT + column * (CELL + GAP), TOP + row * (CELL + GAP)
            edges = left, top, size[0] - left - CELL, size[1] - top - CELL
            plot = figure.panel(ends[column], (0, 1) if row == column else ends[row], *edges)
            if row == column:
                _histogram(plot, draws[:, row], best[row])
            else:
                _pair(plot, draws[:, column], draws[:, row])
                if perturbed is not None:
                    _dots(plot, perturbed[:, column], perturbed[:, row])
                plot.line([best[column]] * 2, plot.y, AWAY, 0.8)
                plot.line(plot.x, [best[row]] * 2, AWAY, 0.8)
            plot.axes(
                x_ticks=_numbers(plot.x) if row == count - 1 else (),
                y_ticks=_numbers(plot.y) if column == 0 and row else (), frame=True, turned=-45,
            )  # fmt: skip
    for k, name in enumerate(names):
        middle = k * (CELL + GAP) + CELL / 2
        figure.text(LEFT + middle, size[1] - 8, name, size=10)
        if k:
            figure.text(12, TOP + middle, name, size=10, turned=-90)
    return figure.svg()


def _ends(draws, best) -> tuple:
    low, high = np.percentile(draws, [0.3, 99.7])
    low, high = min(low, best), max(high, best)
    pad = 0.06 * (high - low) or max(abs(best), 1.0) * 0.01
    return float(low - pad), float(high + pad)


def _numbers(ends) -> list:
    return [(value, f"{value:.5g}" if abs(value) > _TINY else "0") for value in ticks(*ends, 3)]


def _histogram(plot, draws, best) -> None:
    counts, edges = np.histogram(draws, BINS, plot.x)
    heights = np.repeat(0.92 * counts / max(counts.max(), 1), 2)
    plot.polygon(np.repeat(edges, 2), [0, *heights, 0], colour((PAPER, TOWARDS), 0.75))
    low, high = np.percentile(draws, [2.5, 97.5])
    for value in (low, high):
        plot.line([value] * 2, plot.y, INK, 0.7, "3 2")
    plot.line([best] * 2, plot.y, AWAY, 1)
    text = f"{float(f'{best:.3g}') if abs(best) > _TINY else 0:.5g} ({low:.3g} to {high:.3g})"
    plot.text(sum(plot.x) / 2, 1, text, size=8, shift=(0, -4))


def _pair(plot, x, y) -> None:
    """Shades of the density, and the contours of :data:`MASSES`."""
    density, x_edges, y_edges = np.histogram2d(x, y, BINS, (plot.x, plot.y))
    density = _smoothed(density)
    top = density.max()
    if top <= 0:
        return
    shades = 0.9 * np.ceil(SHADES * density / top) / SHADES
    plot.cells(x_edges, y_edges, [
        [colour((PAPER, TOWARDS), s) if d > 0.02 * top else "" for d, s in zip(*row)]
        for row in zip(density.T, shades.T)
    ])  # fmt: skip
    for level in _levels(density):
        plot.line(*_outline(density >= level, x_edges, y_edges), INK, 0.6)


def _smoothed(density):
    for axis in (0, 1):
        padded = np.pad(density, [(1, 1) if k == axis else (0, 0) for k in (0, 1)])
        parts = [np.take(padded, np.arange(k, k + BINS), axis=axis) for k in range(3)]
        density = (parts[0] + 2 * parts[1] + parts[2]) / 4
    return density


def _levels(density) -> list:
    """Densities above which the shares of :data:`MASSES` lie."""
    order = np.sort(density.ravel())[::-1]
    share = np.cumsum(order) / order.sum()
    return [order[min(np.searchsorted(share, mass), len(order) - 1)] for mass in MASSES]


def _outline(inside, x, y) -> tuple:
    """The edges of bins between inside and outside, as pieces of a line."""
    padded, a, b = np.pad(inside, 1), [], []
    for i, j in np.argwhere(padded[1:, 1:-1] != padded[:-1, 1:-1]):
        a += [x[i], x[i], np.nan]
        b += [y[j], y[j + 1], np.nan]
    for i, j in np.argwhere(padded[1:-1, 1:] != padded[1:-1, :-1]):
        a += [x[i], x[i + 1], np.nan]
        b += [y[j], y[j], np.nan]
    return a, b


def _dots(plot, x, y) -> None:
    inside = (x > plot.x[0]) & (x < plot.x[1]) & (y > plot.y[0]) & (y < plot.y[1])
    plot.dots(x[inside], y[inside], INK, 1, opacity=0.6)


def chains_svg(names, draws) -> str:
    """The chains step by step, one strip for each parameter.

    Parameters
    ----------
    names : sequence of str
    draws : ndarray, shape (step, chain, parameter)
    """
    wide, high, left = 600, 46, 110
    chosen = draws[:: max(1, len(draws) // 300)]
    shown = np.unique(np.linspace(0, chosen.shape[1] - 1, len(SERIES)).astype(int))
    figure = Figure(left + wide + 10, len(names) * (high + 8) + 10, "Chains", 10)
    for k, name in enumerate(names):
        values, top = chosen[:, :, k], 5 + k * (high + 8)
        ends = values.min(), max(values.max(), values.min() + _TINY)
        plot = figure.panel((0, max(len(chosen) - 1, 1)), ends, left, top, 10,
                            figure.height - top - high)  # fmt: skip
        plot.box(plot.x, plot.y, "none", PALE)
        figure.text(left - 6, top + high / 2 + 3, name, "end")
        for stroke, chain in zip(SERIES, shown):
            plot.line(np.arange(len(chosen)), values[:, chain], stroke, 0.6, opacity=0.8)
    return figure.svg()
