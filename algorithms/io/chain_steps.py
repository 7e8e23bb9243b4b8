# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The steps of the small-baseline chain: each calls its driver and says what it did.

Every function takes the driver's common arguments (`common`: run options, progress, cancelled,
log) and returns what to report and the step's result.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..errors import GroundshiftError
from ..timeseries.chain_report import StepReport
from ..timeseries.correction import Correction, Selection
from ..timeseries.correction_report import plot
from ..timeseries.demerror import DemErrorCorrection
from ..timeseries.network import Network
from ..timeseries.triplets import find_triplets
from ..timeseries.troposphere import DelayCorrection, HeightCorrection
from .hdf5 import open_hdf5, read_stack, read_timeseries
from .importing import import_stack
from .placing import places_crs
from .products import find_product
from .run_closure import ClosureTargets, run_closure
from .run_correction import CorrectionTargets, run_correction
from .run_network import NetworkTargets, copy_stack, run_network
from .run_points import run_points
from .run_sbas import run_sbas
from .run_velocity import run_velocity
from .sbas_outputs import SbasTargets
from .velocity_file import export_velocity
from .weather import open_weather, radar_geometry

GEOMETRY = "geometryGeo.h5"
TITLES = {
    "troposphere": "Troposphere", "demerror": "DEM error", "ramps": "Ramps",
    "apsfilter": "Atmosphere filter",
}  # fmt: skip
LEAST_RELIEF = 50.0  # metres; with less, delays that follow height cannot be told from others


def crs_of(source) -> str:
    """CRS (WKT) of a product's folder or of a stack file."""
    source = Path(source)
    return find_product(source).grid.crs if source.is_dir() else places_crs(read_stack(source))


def _report(summary, notes=(), numbers=None, plot=""):
    return StepReport("", "", True, summary, tuple(notes), numbers or {}, plot)


def import_folder(source, stack, geometry, options, common):
    """Import a product's folder; see :func:`.importing.import_stack`."""
    product = find_product(source, options.fmt)
    report = import_stack(
        product, stack, geometry, options.importing, progress=common["progress"],
        cancelled=common["cancelled"], budget=common["run_options"].budget,
    )  # fmt: skip
    notes = list(report.notes)
    if report.missing:
        notes.append(f"Not known from the product: {', '.join(report.missing)}.")
    summary = (
        f"{report.pairs} interferograms of {report.dates} dates, {report.rows} x {report.cols} "
        f"pixels ({report.kind})."
    )
    numbers = {"Valid phases (%)": 100 * report.valid_share}
    return _report(summary, notes, numbers), report


def choose_pairs(stack, target, own, options, common):
    """Drop pairs; the stack file that holds the choice is the result.

    The user's own file is never touched: where pairs are dropped from it, a copy is made.
    """
    report = run_network(stack, NetworkTargets(), options, quick=True, **common)
    keep = report.selection.keep
    before = read_stack(stack)
    dropped = int((before.keep & ~keep).sum())
    if dropped and own:
        _mark(stack, keep)
    elif dropped:
        copy_stack(before, target, keep)
        stack = target
    kept = report.selection.kept
    summary = f"{dropped} of {int(before.keep.sum())} pairs dropped, {len(kept.dates)} dates left."
    numbers = {
        "Pairs kept": int(keep.sum()), "Pairs dropped": dropped,
        "Rank": report.selection.rank, "Triplets": report.triplets,
    }  # fmt: skip
    return _report(summary, report.notes, numbers, report.svg), stack


def _mark(stack, keep) -> None:
    """Drop pairs in a stack of :class:`.hdf5_writers.StackWriter`, by plain writing as there."""
    with open_hdf5(stack) as file:
        place = file["dropIfgram"].id.get_offset()
    with open(stack, "r+b") as file:
        file.seek(place)
        file.write(np.asarray(keep, bool).tobytes())


def no_closure(stack) -> str:
    """Why unwrapping errors cannot be looked for; empty where they can."""
    stack = read_stack(stack)
    if len(find_triplets(Network.from_pairs(stack.pairs[stack.keep]))):
        return ""
    return "no three pairs make a triplet."


def mend(stack, target, options, common):
    """Correct unwrapping errors; whether anything was corrected is the result."""
    report = run_closure(stack, ClosureTargets(corrected=target), options, **common)
    pixels = int(report.corrected.sum())
    pairs = int((report.corrected > 0).sum())
    before, after = report.before, report.after
    present = max(int(before.present.sum()), 1)
    summary = (
        f"{pixels:,} phases in {pairs} pairs were given whole cycles "
        f"({100 * pixels / present:.3g} %); triplets that do not close: {before.broken:,} before, "
        f"{after.broken:,} after, of {before.known:,}."
    )
    numbers = {
        "Phases given whole cycles": pixels,
        "Pixels with broken triplets before": before.broken_pixels,
        "Pixels with broken triplets after": after.broken_pixels,
    }
    return _report(summary, numbers=numbers), pixels > 0


def invert(stack, series, coherence, options, common):
    """Invert the stack for the series."""
    targets = SbasTargets(timeseries=series, temporal_coherence=coherence)
    chosen = options.sbas
    if not read_stack(stack).has_coherence and chosen.weights != "uniform":
        common["log"]("The stack holds no coherence, so all pairs have equal weights.")
        chosen = replace(chosen, weights="uniform")
    report = run_sbas(stack, targets, chosen, reference=options.reference, **common)
    summary = (
        f"{report.pixels:,} pixels, {report.dates} dates from {report.pairs} pairs; reference at "
        f"({report.reference[0]:.6g}, {report.reference[1]:.6g})."
    )
    numbers = {
        "Median temporal coherence": report.layers["temporal_coherence"].median,
        "Pixels whose network is cut": report.split_pixels,
        "Median standard deviation of the rate (mm/yr)": report.layers["velocity_std"].median,
    }
    return _report(summary, report.notes, numbers), report


def correction(name, options, series, geometry):
    """The correction of a name, its delays, and why it cannot be done (or empty).

    What the data do not carry leaves the step out, so that the defaults do for every product; the
    report says so.
    """
    if name == "demerror":
        return _dem_error(options, series, geometry)
    if name == "troposphere":
        return _troposphere(options.troposphere, series, geometry)
    return getattr(options, name), None, ""


def _dem_error(options, series, geometry):
    baselines = read_timeseries(series).perpendicular_baseline
    if not np.isfinite(baselines).all():
        return None, None, "the perpendicular baselines are not known."
    if not np.ptp(baselines) > 0:
        return None, None, "the perpendicular baselines are all the same."
    if len(baselines) <= len(options.dem_error.terms()) + 1:
        return None, None, f"{len(baselines)} dates are too few."
    radar, _ = radar_geometry(series, None)
    return DemErrorCorrection(options.dem_error, radar), None, ""


def _troposphere(choice, series, geometry):
    if choice.method in ("gacos", "era5"):
        if geometry is None or not _holds(geometry, "incidenceAngle"):
            raise GroundshiftError(
                f"The troposphere's delay by {choice.method} needs the incidence angle; give the "
                "geometry file of the stack."
            )
        delays = open_weather(choice.method, choice.weather, series, choice.hour)
        return DelayCorrection(choice.method, of_height=choice.method == "era5"), delays, ""
    if geometry is None or not _holds(geometry, "height"):
        return None, None, "no heights are known; give the geometry file of the stack."
    relief = _relief(geometry)
    if not relief >= LEAST_RELIEF:
        return None, None, f"the scene has a relief of {relief:.0f} m only."
    return HeightCorrection(("linear", "quadratic").index(choice.method) + 1), None, ""


def _holds(geometry, name) -> bool:
    with open_hdf5(geometry) as file:
        return name in file


def _relief(geometry) -> float:
    """Metres between the 2nd and the 98th percentile of a thinning of the heights."""
    with open_hdf5(geometry) as file:
        height = file["height"]
        step = max(1, int(max(height.shape) / 500))
        values = height[::step, ::step]
    values = values[np.isfinite(values)]
    return float(np.ptp(np.percentile(values, (2, 98)))) if values.size else 0.0


@dataclass(frozen=True)
class Correct:
    """A correction of the series as a step."""

    series: Path
    target: Path
    correction: Correction
    delays: object
    geometry: Path | None
    stable: Selection
    dem_error: Path | None
    with_rate: bool

    def __call__(self, common):
        report = run_correction(
            self.series, CorrectionTargets(timeseries=self.target, dem_error=self.dem_error),
            self.correction, geometry_path=self.geometry, delays=self.delays,
            selection=self.stable, with_rate=self.with_rate, **common,
        )  # fmt: skip
        numbers = {
            "Standard deviation over stable pixels before (mm)": report.rms_before_mm,
            "Standard deviation over stable pixels after (mm)": report.rms_after_mm,
            "Variance taken out (%)": 100 * report.removed_share,
            "Taken from the rates, RMS (mm/yr)": report.rate_change_mm_yr,
            "Stable and coherent pixels": report.stable_pixels,
        }
        text = report.summary().split(": ", 1)[1]
        return _report(text, report.notes, numbers, plot(report)), report


def rate(series, raster, velocity_file, model, common):
    """Fit the velocity model."""
    report = run_velocity(series, raster, model, **common)
    if velocity_file is not None:
        found = read_timeseries(series)
        attributes = {k: v for k, v in found.attributes.items() if k not in ("FILE_TYPE", "UNIT")}
        export_velocity(raster, velocity_file, found.dates, attributes)
    bands = report.bands
    summary = (
        f"{report.pixels:,} pixels between {bands['velocity_mm_yr'].minimum:.1f} and "
        f"{bands['velocity_mm_yr'].maximum:.1f} mm/yr, median standard deviation "
        f"{bands['velocity_std_mm_yr'].median:.2f} mm/yr, RMS of the residuals "
        f"{report.rms_mm:.2f} mm."
    )
    return _report(summary), report


def write_points(series, target, geometry, options, common):
    """Write the good pixels as points; their number is the result."""
    report = run_points(
        series, target, options, geometry_path=geometry,
        **{name: value for name, value in common.items() if name != "log"},
    )  # fmt: skip
    summary = f"{report.points:,} points, {report.passed_over:,} pixels passed over."
    return _report(summary), report.points
