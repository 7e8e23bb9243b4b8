# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From samples of displacement and a fault to slip on its patches."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable

import numpy as np
from scipy.spatial import cKDTree

from ..errors import GroundshiftError
from ..source.plausibility import count_doubts, model_doubts, sample_doubts
from ..source.slip_study import SlipStudy, StudyOptions, study
from ..source.slip_texts import rakes_of_patches
from .atomic import Transaction
from .crs import wkt_from_epsg
from .fault_geometry import FaultTrace, read_fault
from .metric import LocalMetres
from .sample_formats import is_sample_text
from .samples import read_samples, write_samples
from .slip_html import report_html, warnings
from .slip_models import ENDINGS, write_slip_model
from .tables import layer_crs

PLANAR = (".fsp", ".inp", ".inr")
FAR = 100e3  # metres between fault and samples beyond their own size


@dataclass(frozen=True)
class SlipTargets:
    """Where to write; None for what is not wanted.

    Parameters
    ----------
    slip, samples, board : path or None
        Layers: slip patches, samples with the model's displacement, checkerboard.
    exchange : path or None
        The slip model once more, in the format that the ending says.
    grid : path or None
        Table of all dips and smoothings.
    report : path or None
        HTML page.
    """

    slip: Path | None = None
    samples: Path | None = None
    board: Path | None = None
    exchange: Path | None = None
    grid: Path | None = None
    report: Path | None = None


@dataclass(frozen=True)
class SlipInput:
    """What is inverted.

    Parameters
    ----------
    samples, layer : str
        Of the samples.
    fault : FaultNumbers, FaultTrace or FaultModel
    patching : Patching or None
    triangles : bool
    rake : str
        ``auto`` (see :class:`..source.slip_study.StudyOptions`), ``range``, ``fixed`` or ``free``.
    rakes : tuple of float
        Degrees.
    rakes_by_segment : dict of int to tuple of float
    """

    samples: str
    layer: str
    fault: object
    patching: object | None = None
    triangles: bool = False
    rake: str = "auto"
    rakes: tuple = (-45.0, 45.0)
    rakes_by_segment: dict | None = None


@dataclass(frozen=True)
class SlipReport:
    """What came out.

    Parameters
    ----------
    study : SlipStudy
    local : LocalMetres
    crs : str
        CRS (WKT) of the layers.
    centroid : ndarray, shape (2,)
        In that CRS.
    warnings : list of str
    dip : float
        Degrees.
    limit_mm : float
        98 % of the samples moved less, either way.
    """

    study: SlipStudy
    local: LocalMetres
    crs: str
    centroid: np.ndarray
    warnings: list[str]
    dip: float
    limit_mm: float


def run_slipinversion(
    source: SlipInput,
    targets: SlipTargets,
    options: StudyOptions,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> SlipReport:
    """Invert samples for slip and write what is wanted.

    Parameters
    ----------
    source : SlipInput
    targets : SlipTargets
    options : StudyOptions
        Its rakes are taken from the source.
    progress, cancelled, log : callable, optional

    Returns
    -------
    SlipReport

    Raises
    ------
    GroundshiftError
        If samples, fault and options do not make an inversion.
    """
    log = log or (lambda text: None)
    place = source.samples, source.layer
    samples, local = read_samples(*place, log=log)
    fault = read_fault(source.fault, source.patching, source.triangles, local)
    for note in fault.notes:
        log(note)
    patches = fault.patches
    _check_distance(samples, patches)
    _check_targets(targets, patches, options)
    if source.rake == "auto":
        options = replace(options, find_rake=True)
    else:
        rakes = rakes_of_patches(
            source.rake, source.rakes, source.rakes_by_segment or {}, patches.segment
        )
        options = replace(options, slip=replace(options.slip, rake=source.rake, rakes=rakes))
    log(f"{len(samples)} samples of {len(samples.tracks)} track(s), {len(patches)} patches.")
    doubts = sample_doubts(samples) + count_doubts(len(samples), len(patches))
    for text in doubts:
        log(text)  # before the work
    found = study(
        samples, patches, options, fault_of=_rebuilt(source, patches, local, options),
        progress=progress, cancelled=cancelled, log=log,
    )  # fmt: skip
    crs = wkt_from_epsg(4326) if is_sample_text(source.samples) else layer_crs(*place)
    crs = crs if local.crs else ""
    doubts += model_doubts(found.model, options.shear_modulus)
    _write(targets, found, samples, local, crs, options, doubts)
    centroid = np.ravel(local.back(crs, found.summary.centroid[None, :2]))
    return SlipReport(
        found, local, crs, centroid, [*warnings(found), *doubts], _dip(found, options),
        samples.limit * 1e3,
    )  # fmt: skip


def _dip(found, options):
    """Median dip in degrees of the segments that were tried."""
    patches = found.model.patches
    mine = np.isin(patches.segment, options.segments) if options.segments else slice(None)
    return float(np.degrees(np.median(patches.dip[mine])))


def _rebuilt(source, patches, local, options):
    """The fault by its dip, where turning its patches would tear it; None where they can turn."""
    if not options.dips or patches.is_rectangular:
        return None
    if not isinstance(source.fault, FaultTrace):
        raise GroundshiftError(
            "Triangles of a file have the dip they have; leave the dips to try empty."
        )

    def fault_of(dip):
        trace = replace(source.fault, dip=float(np.degrees(dip)))
        return read_fault(trace, source.patching, True, local).patches

    one, two = (fault_of(np.radians(dip)) for dip in (40.0, 70.0))
    if one.corners.shape == two.corners.shape and np.allclose(one.corners, two.corners):
        raise GroundshiftError(
            f"{source.fault.path}: its lines have dips in a field; leave the dips to try empty, or "
            "the field out."
        )
    return fault_of


def _check_distance(samples, patches):
    """Faults and samples that lie far apart were not meant for each other."""
    away, _ = cKDTree(samples.places).query(patches.centre[:, :2])
    reach = np.hypot(*np.ptp(samples.places, axis=0)) + np.hypot(
        *np.ptp(patches.centre, axis=0)[:2]
    )
    if away.min() > 3 * reach + FAR:
        raise GroundshiftError(
            f"The fault is {away.min() / 1e3:.0f} km away from the nearest sample; check the "
            "coordinates of both."
        )


def _check_targets(targets, patches, options):
    """What cannot be written is told before the work."""
    if targets.board and not options.checker_size > 0:
        raise GroundshiftError(
            "A checkerboard was asked for without the size of its squares; give it."
        )
    if targets.exchange is None:
        return
    ending = Path(targets.exchange).suffix.lower()
    if ending not in ENDINGS:
        raise GroundshiftError(
            f"{targets.exchange}: {ending or 'no ending'} is no format of slip models; take one of "
            f"{', '.join(ENDINGS)}."
        )
    if ending in PLANAR and not patches.is_rectangular:
        raise GroundshiftError(
            f"{targets.exchange}: {ending} files hold rectangles only; take .geojson for triangles."
        )


def _write(targets, found: SlipStudy, samples, local, crs, options, doubts):
    modulus = options.shear_modulus
    with Transaction() as files:
        if targets.slip:
            write_slip_model(files.add(targets.slip), found.model, crs, modulus)
        if targets.exchange:
            write_slip_model(files.add(targets.exchange), found.model, crs, modulus)
        if targets.board:
            write_slip_model(files.add(targets.board), found.board[1], crs, modulus)
        if targets.samples:
            columns = {
                "modelled_mm": (found.slip_part + found.ramp_part) * 1e3,
                "residual_mm": (samples.displacement - found.slip_part - found.ramp_part) * 1e3,
                "offset_mm": found.ramp_part * 1e3,
            }
            write_samples(files.add(targets.samples), crs, samples, local, columns)
        if targets.grid:
            _write_table(files.add(targets.grid), grid_columns(found, options.per_dip))
        if targets.report:
            page = report_html(found, samples, options, doubts=doubts)
            files.add(targets.report).write_text(page, encoding="utf-8")


def grid_columns(found: SlipStudy, per_dip: bool = False) -> dict:
    """The table of all dips and smoothings: a dict of columns."""
    grid, patches = found.grid, found.model.patches
    shape = grid.misfit.shape
    largest = np.array([[np.abs(solution.x).max() for solution in row] for row in grid.solutions])
    chosen = np.zeros(shape, int)
    chosen[found.dip_number, found.smoothing_number] = 1
    dips = np.where(np.isfinite(grid.dips), grid.dips, np.degrees(np.median(patches.dip)))
    return {
        "dip_deg": np.repeat(dips, shape[1]),
        "smoothing": np.tile(grid.smoothings, shape[0]),
        "misfit": grid.misfit.ravel(), "roughness": grid.roughness.ravel(),
        "objective": grid.objective.ravel(), "log_sum": grid.log_sum(per_dip).ravel(),
        "gcv": grid.gcv.ravel(), "parameters": grid.parameters.ravel(),
        "largest_component_m": largest.ravel(), "chosen": chosen.ravel(),
    }  # fmt: skip


def _write_table(path, columns: dict) -> None:
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([f"{value:.8g}" for value in row] for row in zip(*columns.values()))
