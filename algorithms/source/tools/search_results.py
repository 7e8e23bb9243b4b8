# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a search for faults has found: numbers, layers, tables and the report."""

from __future__ import annotations

import struct
from dataclasses import replace

import numpy as np

from ...data.moment import magnitude_of
from ...formats.slip.slip_models import write_slip_model
from ...formats.text.csv_tables import write_csv
from ...formats.vectors.features import write_lines
from ..fault_study import posterior_note, reported
from ..fault_summary import SHOWN, summary_of, table_of, thinned
from ..pages.faultsearch import MOST_PLOTTED, chains_svg, corner_svg, report_html
from ..search_space import EAST, NORTH, STRIKE
from ..volcanic import NAMES
from ..volcanic_model import VolcanicModel
from .samples import write_samples
from .volcanic_layer import write_volcanic

MOST_TRACES = 300
ANGLES = ("strike", "dip", "rake")


class SearchResults:
    """What a search for faults has found, and its files.

    Parameters
    ----------
    study : FaultStudy
    samples : Samples
    local : LocalMetres
        Their frame.
    crs : str
        CRS (WKT) of the layers.
    options : FaultOptions

    Attributes
    ----------
    rows : list of Row
    moment, magnitude : float
        Of all faults together.
    places : (ndarray, ndarray)
        Middles of the faults' upper edges, or of the source, in the CRS of the layers.
    volcanic : bool
        Whether it is a volcanic source.
    plot : str
        SVG of the trade-offs; empty where there are neither draws nor perturbations.
    """

    def __init__(self, study, samples, local, crs, options):
        self.study, self._samples, self._local = study, samples, local
        self._crs, self._options = crs, options
        self._turn = _convergence(study, local)
        self.rows = summary_of(study, options.medium, self._turn)
        self.volcanic = isinstance(study.model, VolcanicModel)
        self.moment = float(sum(row.best for row in self.rows if row.name == "moment_nm"))
        self.magnitude = float("nan") if self.volcanic else magnitude_of(self.moment)
        best = study.misfit.space.values(study.result.best.unit)[0]
        self.places = local.back(crs, best[:, [EAST, NORTH]])
        self._rest = samples.displacement - study.slip_part - study.nuisance_part
        self.plot = _plot(study, options.medium, self._turn)

    @property
    def rms(self) -> float:
        """Of the residuals, metres."""
        return float(np.sqrt(np.mean(self._rest**2)))

    def best(self, name: str, fault: int = 1) -> float:
        """A number of the best fault, by its name in tables."""
        return next(row.best for row in self.rows if (row.fault, row.name) == (fault, name))

    def of_source(self) -> dict:
        """Numbers of a volcanic source, by id."""
        rows = {row.name: row for row in self.rows}
        whole = rows.get("dvolume_m3") or rows["potency_m3"]
        numbers = {"DEPTH": rows["depth_km"].best, "VOLUME": whole.best}
        return numbers if np.isnan(whole.std) else {**numbers, "VOLUME_STD": whole.std}

    def write(self, outputs) -> None:
        """Write what is wanted but the picture."""
        study, local, crs, turn = self.study, self._local, self._crs, self._turn
        medium = self._options.medium
        outputs.leave_out(*(("FAULT", "TRACES") if self.volcanic else ("SOURCE_POINT",)))
        faults, source, fit, traces, table, draws = (
            outputs.path(name)
            for name in ("FAULT", "SOURCE_POINT", "FIT", "TRACES", "SUMMARY", "DRAWS")
        )
        if source is not None:
            more = _extra(study, self.rows)
            write_volcanic(source, crs, study.model, local, more)
        if faults is not None:
            model = replace(study.model, extra=_extra(study, self.rows))
            write_slip_model(faults, model, crs, medium.shear_modulus)
        if fit is not None:
            columns = {
                "modelled_mm": (study.slip_part + study.nuisance_part) * 1e3,
                "residual_mm": self._rest * 1e3, "offset_mm": study.nuisance_part * 1e3,
            }  # fmt: skip
            write_samples(fit, crs, self._samples, local, columns)
        if traces is not None:
            write_traces(traces, study, local, crs, medium, turn)
        if table is not None:
            lines = [row.columns() for row in self.rows]
            write_csv(table, lines[0], [line.values() for line in lines], ".10g")
        if draws is not None:
            _write_draws(draws, study, local, crs, medium, turn)
        outputs.text("REPORT", self._page)

    def _page(self) -> str:
        plots = _plots(self.study, self.plot, self._turn)
        return report_html(self.study, self.rows, plots, self._options, self._told())

    def _told(self) -> str:
        """Where the faults are, in sentences."""
        if self.volcanic:
            return self._told_of_source()
        said = [f"Mw {self.magnitude:.2f} (moment {self.moment:.3g} N m)."]
        for fault, (x, y) in enumerate(zip(*self.places), start=1):
            strike, dip, rake = (self.best(f"{name}_deg", fault) for name in ANGLES)
            said.append(
                f"Fault {fault}: upper edge about {x:.6g}, {y:.6g}, strike {strike:.1f}, dip "
                f"{dip:.1f}, rake {rake:.1f}, slip {self.best('slip_m', fault):.3g} m."
            )
        return " ".join(said)

    def _told_of_source(self) -> str:
        (x,), (y,) = self.places
        name = NAMES[self.study.misfit.space.slips]
        said = [f"{name} at {x:.6g}, {y:.6g}"]
        for row in self.rows:
            if row.name not in ("east_km", "north_km"):
                spread = f" +- {row.std:.2g}" if np.isfinite(row.std) else ""
                said.append(f"{row.name} {row.best:.4g}{spread}")
        return ", ".join(said) + "."


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
    if not isinstance(study.model, VolcanicModel):
        keys = [*keys, *((fault + 1, "mw") for fault in range(space.faults))]
    names = [f"{fault}: {SHOWN[name][0]}" if many else SHOWN[name][0] for fault, name in keys]
    return names, keys


def _plots(study, plot, turn) -> list:
    plots = []
    if plot:
        what = "posterior" if study.chains is not None else "fits to perturbed data"
        words = "; contours hold 68 and 95 %" + (
            "; dots are fits to perturbed data"
            if study.chains is not None and study.perturbed is not None else ""
        )  # fmt: skip
        plots.append((f"Trade-offs and {what} (red: best{words})", plot))
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
    write_csv(path, columns, zip(*columns.values()), ".10g")


def write_traces(path, study, local, crs, medium, turn) -> None:
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
