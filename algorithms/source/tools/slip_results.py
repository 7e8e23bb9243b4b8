# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a slip inversion looks at before its work, and what it writes of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.spatial import cKDTree

from ...errors import GroundshiftError
from ...formats.slip.slip_models import ENDINGS, write_slip_model
from ...formats.text.csv_tables import write_csv
from ..pages.slipinversion import report_html
from ..slip_study import SlipStudy
from .fault_geometry import FaultTrace, read_fault
from .samples import write_samples

PLANAR = (".fsp", ".inp", ".inr")
FAR = 100e3  # metres between fault and samples beyond their own size


def dip_of(found, options) -> float:
    """Median dip in degrees of the segments that were tried."""
    patches = found.model.patches
    mine = np.isin(patches.segment, options.segments) if options.segments else slice(None)
    return float(np.degrees(np.median(patches.dip[mine])))


def rebuilding(fault, patches, local, options):
    """Function that makes the fault anew by its dip, where turning its patches would tear it.

    Parameters
    ----------
    fault : Fault
        The user's choices.
    patches : PatchSet
    local : LocalMetres
    options : StudyOptions

    Returns
    -------
    callable or None
        None where patches can turn, or there is no dip to try.
    """
    if not options.dips or patches.is_rectangular:
        return None
    source = fault.source()
    if not isinstance(source, FaultTrace):
        raise GroundshiftError(
            "Triangles of a file have the dip they have; leave the dips to try empty."
        )

    def fault_of(dip):
        trace = replace(source, dip=float(np.degrees(dip)))
        return read_fault(trace, fault.patching(), True, local).patches

    one, two = (fault_of(np.radians(dip)) for dip in (40.0, 70.0))
    if one.corners.shape == two.corners.shape and np.allclose(one.corners, two.corners):
        raise GroundshiftError(
            f"{source.path}: its lines have dips in a field; leave the dips to try empty, or the "
            "field out."
        )
    return fault_of


def check_distance(samples, patches) -> None:
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


def check_exchange(target, patches) -> None:
    """A format that cannot hold the patches is told before the work."""
    if target is None:
        return
    ending = Path(target).suffix.lower()
    if ending not in ENDINGS:
        raise GroundshiftError(
            f"{target}: {ending or 'no ending'} is no format of slip models; take one of "
            f"{', '.join(ENDINGS)}."
        )
    if ending in PLANAR and not patches.is_rectangular:
        raise GroundshiftError(
            f"{target}: {ending} files hold rectangles only; take .geojson for triangles."
        )


def write_results(outputs, found: SlipStudy, samples, local, crs, options, doubts) -> None:
    """Write what is wanted.

    Parameters
    ----------
    outputs : Outputs
    found : SlipStudy
    samples : Samples
    local : LocalMetres
        Their frame.
    crs : str
        CRS (WKT) of the layers.
    options : StudyOptions
    doubts : list of str
        For the report.
    """
    for name, model in (("SLIP", found.model), ("EXCHANGE", found.model), ("BOARD", found.board)):
        path = outputs.path(name)
        if path is not None:
            model = model[1] if name == "BOARD" else model
            write_slip_model(path, model, crs, options.shear_modulus)
    fit, grid = outputs.path("FIT"), outputs.path("GRID")
    if fit is not None:
        columns = {
            "modelled_mm": (found.slip_part + found.ramp_part) * 1e3,
            "residual_mm": (samples.displacement - found.slip_part - found.ramp_part) * 1e3,
            "offset_mm": found.ramp_part * 1e3,
        }
        write_samples(fit, crs, samples, local, columns)
    if grid is not None:
        columns = grid_columns(found, options.per_dip)
        write_csv(grid, columns, zip(*columns.values()), ".8g")
    outputs.text("REPORT", lambda: report_html(found, samples, options, doubts=doubts))


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
        "largest_component_m": largest.ravel(), "chosen": chosen.ravel().astype(int),
    }  # fmt: skip
