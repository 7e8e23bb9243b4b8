# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From samples of displacement to uniform rectangular faults with their uncertainties."""

from __future__ import annotations

import csv
import struct
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable

import numpy as np

from ..errors import Cancelled
from ..source.fault_study import FaultOptions, FaultStudy, posterior_note, reported, study_faults
from ..source.fault_summary import SHOWN, Row, summary_of, table_of, thinned
from ..source.moment import magnitude_of
from ..source.plausibility import model_doubts, sample_doubts
from ..source.search_space import EAST, NORTH, STRIKE
from .atomic import Transaction, joining
from .crs import wkt_from_epsg
from .fault_html import MOST_PLOTTED, report_html
from .features import write_lines
from .posterior_drawings import chains_svg, corner_svg
from .sample_formats import is_sample_text
from .samples import read_samples, write_samples
from .search_bounds import BoundsSource, search_space
from .slip_models import write_slip_model
from .tables import layer_crs

MOST_TRACES = 300


@dataclass(frozen=True)
class FaultTargets:
    """Where to write; None for what is not wanted.

    Parameters
    ----------
    faults, samples, traces : path or None
        Layers: best faults, samples with the model's displacement, upper edges of likely faults.
    summary, draws : path or None
        CSV: all numbers with their intervals; draws of the posterior.
    report : path or None
        HTML page.
    """

    faults: Path | None = None
    samples: Path | None = None
    traces: Path | None = None
    summary: Path | None = None
    draws: Path | None = None
    report: Path | None = None


@dataclass(frozen=True)
class FaultReport:
    """What came out.

    Parameters
    ----------
    study : FaultStudy
    rows : list of Row
    moment, magnitude : float
        Of all faults together.
    rms : float
        Metres.
    place : tuple of float
        Middle of the first fault's upper edge in the CRS of the layers.
    plot : str
        SVG of the trade-offs; empty where there are neither draws nor perturbations.
    crs : str
        CRS (WKT) of the layers.
    limit_mm : float
        98 % of the samples moved less, either way.
    """

    study: FaultStudy
    rows: list[Row]
    moment: float
    magnitude: float
    rms: float
    place: tuple
    plot: str
    crs: str
    limit_mm: float

    def best(self, name: str, fault: int = 1) -> float:
        """A number of the best fault, by its name in tables."""
        return next(row.best for row in self.rows if (row.fault, row.name) == (fault, name))


def run_faultsearch(
    samples_path,
    layer: str,
    bounds: BoundsSource,
    targets: FaultTargets,
    options: FaultOptions | None = None,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
    files: Transaction | None = None,
) -> FaultReport:
    """Search for faults and write what is wanted.

    Parameters
    ----------
    samples_path : path
    layer : str
        Of the samples.
    bounds : BoundsSource
    targets : FaultTargets
    options : FaultOptions, optional
    progress, cancelled, log : callable, optional
    files : Transaction, optional
        The caller's, to put the outputs in place with more of its own.

    Returns
    -------
    FaultReport

    Raises
    ------
    GroundshiftError
        If samples and bounds make no problem that can be solved.
    Cancelled
    """
    options, log = options or FaultOptions(), log or (lambda text: None)
    samples, local = read_samples(samples_path, layer, log=log)
    is_text = is_sample_text(samples_path)
    crs = wkt_from_epsg(4326) if is_text else layer_crs(samples_path, layer)
    crs = crs if local.crs else ""
    space = search_space(bounds, samples, local, crs)
    log(
        f"{len(samples)} samples of {len(samples.tracks)} track(s); {space.faults} fault(s), "
        f"{len(space.names)} free parameters."
    )

    for text in sample_doubts(samples):
        log(f"Note: {text}")

    def check():
        if cancelled is not None and cancelled():
            raise Cancelled()

    study = study_faults(samples, space, options, progress=progress, check=check, log=log)
    for text in (*study.warnings, *model_doubts(study.model, options.medium.shear_modulus)):
        log(f"Note: {text}")
    return _finish(study, samples, local, crs, targets, options, files)


def _finish(study, samples, local, crs, targets, options, files) -> FaultReport:
    turn = _convergence(study, local)
    rows = summary_of(study, options.medium, turn)
    moments = [row.best for row in rows if row.name == "moment_nm"]
    rest = samples.displacement - study.slip_part - study.nuisance_part
    best = study.misfit.space.values(study.result.best.unit)[0]
    x, y = local.back(crs, best[:, [EAST, NORTH]])
    report = FaultReport(
        study, rows, float(sum(moments)), magnitude_of(sum(moments)),
        float(np.sqrt(np.mean(rest**2))), (float(x[0]), float(y[0])),
        _plot(study, options.medium, turn), crs,
        samples.limit * 1e3,
    )  # fmt: skip
    with joining(files) as files:
        if targets.faults:
            model = replace(study.model, extra=_extra(study, rows))
            write_slip_model(files.add(targets.faults), model, crs, options.medium.shear_modulus)
        if targets.samples:
            columns = {
                "modelled_mm": (study.slip_part + study.nuisance_part) * 1e3,
                "residual_mm": rest * 1e3, "offset_mm": study.nuisance_part * 1e3,
            }  # fmt: skip
            write_samples(files.add(targets.samples), crs, samples, local, columns)
        if targets.traces:
            _write_traces(files.add(targets.traces), study, local, crs, options.medium, turn)
        if targets.summary:
            lines = [row.columns() for row in rows]
            _write_table(files.add(targets.summary), list(lines[0]), [r.values() for r in lines])
        if targets.draws:
            _write_draws(files.add(targets.draws), study, local, crs, options.medium, turn)
        if targets.report:
            page = report_html(study, rows, _plots(study, report, options, turn), options,
                               _places(report, x, y))  # fmt: skip
            files.add(targets.report).write_text(page, encoding="utf-8")
    return report


def _convergence(study, local):
    """Of the best faults' centres, radians: what is told is from true north."""
    centre = study.model.patches.centre
    return np.asarray(local.convergence(local.crs, centre[:, 0], centre[:, 1]), float)


def _draws_of(study):
    """What tells of uncertainty: draws of the posterior, else perturbed fits, else None."""
    return study.draws if study.chains is not None else study.perturbed


def _plot(study, medium, turn) -> str:
    draws = _draws_of(study)
    if draws is None:
        return ""
    names, chosen = _plotted(study)
    table = table_of(study, thinned(draws), medium, turn)
    best = table_of(study, study.result.best.unit[None], medium, turn)
    noisy = None
    if study.perturbed is not None and study.chains is not None:
        noisy = table_of(study, study.perturbed, medium, turn)
        noisy = np.stack([noisy[key] for key in chosen], axis=1)
    return corner_svg(
        names, np.stack([table[key] for key in chosen], axis=1),
        np.array([best[key][0] for key in chosen]), noisy, posterior_note(study.chains),
    )  # fmt: skip


def _plotted(study) -> tuple:
    """Titles and keys of the numbers in the plot: free parameters and the magnitude."""
    space, many = study.misfit.space, study.misfit.space.faults > 1
    keys = space.names
    if len(keys) > MOST_PLOTTED:
        kept = ("strike", "dip", "length", "width", "top_depth", "slip", "dip_slip", "strike_slip")
        keys = [key for key in keys if key[1] in kept][: 2 * MOST_PLOTTED]
    keys = [*keys, *((fault + 1, "mw") for fault in range(space.faults))]
    names = [f"{fault}: {SHOWN[name][0]}" if many else SHOWN[name][0] for fault, name in keys]
    return names, keys


def _plots(study, report, options, turn) -> list:
    plots = []
    if report.plot:
        what = "posterior" if study.chains is not None else "fits to perturbed data"
        words = "; contours hold 68 and 95 %" + (
            "; dots are fits to perturbed data"
            if study.chains is not None and study.perturbed is not None else ""
        )  # fmt: skip
        plots.append((f"Trade-offs and {what} (red: best{words})", report.plot))
    if study.chains is not None:
        draws = study.chains.draws
        flat = reported(study, draws.reshape(-1, draws.shape[-1]), turn)
        names = [f"{fault}: {SHOWN[name][0]}" for fault, name in study.misfit.space.names]
        shown = flat[:, study.misfit.space.free].reshape(draws.shape)
        plots.append(("Chains after the burn-in", chains_svg(names, shown)))
    return plots


def _extra(study, rows) -> dict:
    """Columns of the faults' layer beyond those of slip models."""
    out, faults = {}, study.misfit.space.faults
    for row in rows:
        if row.kind == "kept":
            continue
        stem, _, unit = row.name.rpartition("_")
        stem, unit = (stem, f"_{unit}") if stem else (unit, "")
        for word, value in (
            ("p2_5", row.percentiles[0]), ("p97_5", row.percentiles[-1]), ("std", row.std),
            ("perturbed_std", row.perturbed_std),
        ):  # fmt: skip
            name = f"{stem}_{word}{unit}"
            out.setdefault(name, np.full(faults, np.nan))[row.fault - 1] = value
    out = {name: values for name, values in out.items() if np.isfinite(values).any()}
    held = np.zeros(faults)
    for row in rows:
        held[row.fault - 1] += bool(row.held)
    out["parameters_at_bound"] = held.astype(int)
    notes = [
        "; ".join(f"{row.name} {row.held}" for row in rows if row.fault == k + 1 and row.held)
        for k in range(faults)
    ]
    out["bound_notes"] = np.array(notes, object)
    if study.chains is not None:
        out["r_hat"] = np.full(faults, np.nanmax(study.chains.r_hat))
        out["posterior_note"] = np.array([posterior_note(study.chains)] * faults, object)
    return out


def _write_table(path, head, rows) -> None:
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows(
            [_cell(value) for value in row] for row in rows
        )  # fmt: skip


def _cell(value):
    if isinstance(value, (str, int)):
        return value
    return f"{value:.10g}" if np.isfinite(value) else ""


def _write_draws(path, study, local, crs, medium, turn) -> None:
    draws = _draws_of(study)
    if draws is None:
        draws = study.result.best.unit[None]
    draws = thinned(draws)
    table = table_of(study, draws, medium, turn)
    many = study.misfit.space.faults > 1
    values = study.misfit.space.values(draws)
    columns = {}
    for fault in range(study.misfit.space.faults):
        before = f"fault{fault + 1}_" if many else ""
        places = local.back(crs, values[:, fault, [EAST, NORTH]])
        columns.update({f"{before}x": places[0], f"{before}y": places[1]})
        for (number, name), numbers in table.items():
            if number == fault + 1:
                columns[before + SHOWN[name][0]] = numbers
    if study.chains is not None:
        columns["log_likelihood"] = thinned(study.chains.density.reshape(-1))
    _write_table(path, list(columns), zip(*columns.values()))


def _write_traces(path, study, local, crs, medium, turn) -> None:
    """Upper edges of the best fault and of some draws."""
    draws = _draws_of(study)
    best = study.result.best.unit[None]
    unit = best if draws is None else np.concatenate([best, thinned(draws, MOST_TRACES)])
    values = reported(study, unit, turn)
    table = table_of(study, unit, medium, turn)
    lines, columns, note = [], {"fault": [], "draw": []}, posterior_note(study.chains)
    names = ("strike", "dip", "length", "width", "top_depth", "slip", "rake", "mw")
    columns.update({SHOWN[name][0]: [] for name in names})
    for fault in range(values.shape[1]):
        # Each line is a fault by itself, which dips to its right.
        strike, dip, rake = (table[fault + 1, name] for name in ("strike", "dip", "rake"))
        over = dip > 90
        table[fault + 1, "strike"] = np.where(over, strike + 180, strike) % 360
        table[fault + 1, "dip"] = np.where(over, 180 - dip, dip)
        table[fault + 1, "rake"] = np.where(over, -rake, rake)
        strike = values[:, fault, STRIKE] - np.broadcast_to(turn, values.shape[1])[fault]
        half = table[fault + 1, "length"][:, None] * 500.0
        way = np.stack([np.sin(strike), np.cos(strike)], axis=1) * half
        way = np.where(over[:, None], -way, way)
        middle = values[:, fault, [EAST, NORTH]]
        for k in range(len(values)):
            ends = np.stack([middle[k] - way[k], middle[k] + way[k]])
            x, y = local.back(crs, ends)
            ring = np.column_stack([x, y]).astype("<f8")
            lines.append(struct.pack("<BII", 1, 2, 2) + ring.tobytes())
            columns["fault"].append(fault + 1)
            columns["draw"].append(k)
            for name in names:
                columns[SHOWN[name][0]].append(table[fault + 1, name][k])
    columns["posterior_note"] = np.array([note] * len(lines), object)
    write_lines(path, crs, lines, {k: np.asarray(v) for k, v in columns.items()}, "traces")


def _places(report, x, y) -> str:
    said = [f"Mw {report.magnitude:.2f} (moment {report.moment:.3g} N m)."]
    for fault in range(report.study.misfit.space.faults):
        said.append(
            f"Fault {fault + 1}: upper edge about {x[fault]:.6g}, {y[fault]:.6g}, strike "
            f"{report.best('strike_deg', fault + 1):.1f}, dip "
            f"{report.best('dip_deg', fault + 1):.1f}, rake "
            f"{report.best('rake_deg', fault + 1):.1f}, slip "
            f"{report.best('slip_m', fault + 1):.3g} m."
        )
    return " ".join(said)
