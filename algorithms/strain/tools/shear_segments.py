# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Segments of faults judged by their profiles, as a layer and a page."""

from __future__ import annotations

import numpy as np

from ...formats.vectors.features import write_lines
from ...formats.vectors.wkb import line_wkb
from ..creep import Judged, Limits, judge
from ..pages.shearstrain import Fault, profiles_html
from ..steps import LEAST_CONTROLS, Step

NSTRAIN, MM = 1e9, 1e3
MOST_EXCESS = 1.5
DIGITS = 4


def judged(gathered, chosen, job) -> Judged:
    """Judge the segments of a scene; see :func:`..creep.judge`."""
    limits = Limits(chosen.creep_distance, chosen.creep_width, chosen.alpha)
    result = judge(
        gathered.distance, gathered.mean, gathered.std, gathered.seen, gathered.segments.line,
        gathered.steps, gathered.spread, limits,
    )  # fmt: skip
    narrowest = Step(*gathered.steps, gathered.distance[1] - gathered.distance[0]).half_width
    if narrowest > chosen.creep_width:
        job.warn(
            f"What a step becomes in the window ({narrowest:.4g} m of half width) is "
            f"wider than the limit of creep ({chosen.creep_width:g} m): faults that are locked to "
            "that depth cannot be told from creeping ones; take smaller windows or pixels."
        )
    if result.controls < LEAST_CONTROLS:
        job.warn(
            f"There are {result.controls} places away from the faults that could tell the noise of "
            "peaks: standard deviations are taken as they are. Longer profiles (REACH) help."
        )
    elif result.usual_excess > MOST_EXCESS:
        job.warn(
            f"Away from the faults peaks of shear are {result.usual_excess:.1f} times as large as "
            "the standard deviations of pixels allow (atmosphere, errors of the elevation model, "
            "other motion): those of creep were multiplied by that, segment by segment "
            f"({result.excess.min():.1f} to {result.excess.max():.1f}), those of shear by "
            f"{result.scatter:.1f}."
        )
    unseen = int((gathered.inside & ~gathered.seen).sum())
    if unseen:
        job.note(
            f"{unseen} of {int(gathered.inside.sum())} segments are not seen: too little of the "
            "look vector lies along them, or there are no rates."
        )
    return result


def write_segments(gathered, result: Judged, outputs, job) -> dict:
    """Write the layer and the page, and tell the numbers."""
    from pyproj import Transformer

    segments, grid = gathered.segments, gathered.grid
    rows = np.flatnonzero(gathered.inside)
    change = Transformer.from_crs("EPSG:4326", grid.crs, always_xy=True)
    shapes = [
        line_wkb(np.stack(change.transform(*segments.vertices(n).T), axis=-1)) for n in rows
    ]  # fmt: skip
    names = np.array(
        [name or f"fault {fid}" for name, fid in zip(gathered.faults.name, gathered.faults.fid)],
        dtype=object,
    )  # fmt: skip
    of = names[segments.line]
    columns = {
        "fault": of, "position_km": 1e-3 * segments.position, "length_km": 1e-3 * segments.length,
        "strike_deg": segments.strike % 360.0, "kind": result.kind,
        "shear_nstrain_yr": NSTRAIN * result.shear,
        "shear_std_nstrain_yr": NSTRAIN * result.shear_std,
        "peak_nstrain_yr": NSTRAIN * result.peak, "peak_distance_m": result.peak_distance,
        "half_width_m": result.half_width, "creep_mm_yr": MM * result.creep,
        "creep_std_mm_yr": MM * result.creep_std, "significance": result.significance,
    }  # fmt: skip
    columns = {name: values[rows] for name, values in columns.items()}
    columns = {
        name: values if values.dtype == object else np.round(values.astype(float), DIGITS)
        for name, values in columns.items()
    }
    write_lines(outputs.path("SEGMENTS"), grid.crs, shapes, columns, "segments")
    if outputs.wanted("PROFILES"):
        found = []
        for line in np.unique(segments.line[rows]):
            own = rows[segments.line[rows] == line]
            found.append(Fault(
                str(names[line]), 1e-3 * segments.position[own], gathered.mean[own] * NSTRAIN,
                gathered.std[own] * NSTRAIN * result.scatter, MM * result.creep[own],
                MM * result.creep_std[own], NSTRAIN * result.shear[own],
                NSTRAIN * result.shear_std[own], result.kind[own],
            ))  # fmt: skip
        outputs.text(
            "PROFILES", lambda: profiles_html(gathered.distance, found, gathered.window, result)
        )
    kind, creeping = result.kind[rows], result.kind == "creeping"
    creeping &= gathered.inside
    known = np.isfinite(result.shear[rows])
    numbers = {
        "SEGMENT_COUNT": len(rows), "SEEN": int(known.sum()), "CREEPING": int(creeping.sum()),
        "CREEPING_KM": 1e-3 * float(segments.length[creeping].sum()),
        "LOCKED": int((kind == "locked").sum()),
        "LARGEST_CREEP": MM * float(np.abs(result.creep[creeping]).max(initial=0.0)),
        "THRESHOLD": result.needed, "NOISE": result.usual_excess, "WINDOW_USED": gathered.window,
    }  # fmt: skip
    if known.any():
        numbers["MEDIAN_SHEAR"] = NSTRAIN * float(np.median(result.shear[rows][known]))
    job.note("Shear is positive where it is right-lateral, negative where it is left-lateral.")
    job.tell(1.0)
    return numbers
