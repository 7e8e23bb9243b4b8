# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Motion over a panel, as the fit of a basin takes it: both orbits in metres about the panel."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...data.metric import LocalMetres
from ...formats.measurements import look_of, read_points
from ...formats.raster_rates import read_thinned
from ...formats.vectors.features import read_polygons
from ...formats.vectors.wkb import parts
from ..mining_fit import Observed


def points_of(chosen, which, job):
    """Measurements of an orbit, thinned where they are a raster; None where it is not given."""
    asked = chosen.rates if which == 1 else chosen.rates_2
    source = asked.layer()
    if source is None:
        return None
    end = "" if which == 1 else "_2"
    angles = getattr(chosen, f"incidence{end}"), getattr(chosen, f"heading{end}")
    if (angles[0] is None) != (angles[1] is None):
        chosen.refuse(
            (f"incidence{end}", f"heading{end}"), "belong together and one is missing; give both."
        )
    source = replace(source, incidence=angles[0], heading=angles[1])
    if source.raster:
        points, notes = read_thinned(source, 40_000, job.cancelled), []
    else:
        points, notes = read_points(source)
    for note in notes:
        job.note(note)
    points = look_of(source, points)
    if points.direction == "up":
        points = replace(points, look=np.tile([0.0, 0.0, 1.0], (len(points.x), 1)))
    elif points.direction != "los":
        asked.refuse("points", "hold east and north; give motion along the line of sight, or up.")
    if points.look is None:
        asked.refuse(
            "points", f"{source.path}: its line of sight is not known; give incidence and heading, "
            "or fields los_east, los_north, los_up."
        )  # fmt: skip
    return points


def frame_of(chosen, sets):
    """Local metres about the panel or the points, the CRS, and the panel's rings."""
    crs = sets[0].crs
    if chosen.panel is None:
        local = LocalMetres(crs, float(np.mean(sets[0].x)), float(np.mean(sets[0].y)))
        return local, crs, []
    features = read_polygons(*chosen.panel)
    rings = [ring for shape in features.wkb for ring in parts(shape)]
    middle = np.concatenate(rings).mean(axis=0)
    local = LocalMetres(features.crs, *middle)
    return local, crs, [local.of(features.crs, *ring.T, features.path) for ring in rings]


def read_observed(chosen, sets, local, job):
    """All orbits together, and what of them lies where: :class:`..mining_fit.Observed`, (x, y)."""
    start, with_series = chosen.when(), [len(one.dates) > 1 for one in sets]
    in_time = start is not None and all(with_series)
    if start is not None and not in_time:
        chosen.refuse("start", "not all points have series; leave it out, or give series.")
    values, xy, look, track, first = [], [], [], [], []
    dates = np.unique(np.concatenate([one.dates for one in sets])) if in_time else None
    for k, (one, series) in enumerate(zip(sets, with_series)):
        xy.append(local.of(one.crs, one.x, one.y))
        look.append(one.look)
        track.append(np.full(len(one.x), k))
        if not series:
            values.append(chosen.years * one.rate[:, :1])
            continue
        found = one.series[:, 0, :]
        if not in_time:
            values.append((found[:, -1] - found[:, 0])[:, np.newaxis])
            continue
        if start > one.dates[-2]:
            chosen.refuse("start", f"{start} leaves fewer than two dates behind it; give another.")
        full = np.full((len(found), len(dates)), np.nan)
        full[:, np.searchsorted(dates, one.dates)] = found - found[:, :1]
        values.append(full)
        first.append(np.full(len(found), (one.dates[0] - start).astype(float) / 365.25))
    values = np.concatenate(values)
    if not in_time:
        job.note(
            "The motion is taken as final: of series, the last date less the first one; give the "
            "date of the mining to fit the settling in time."
        )
    years = (dates - start).astype(float) / 365.25 if in_time else None
    observed = Observed(
        np.concatenate(xy), np.concatenate(look), values, years,
        np.concatenate(first) if in_time else None, np.concatenate(track),
    )  # fmt: skip
    places = [np.concatenate([getattr(one, name) for one in sets]) for name in ("x", "y")]
    good = np.isfinite(values).any(axis=1) & np.isfinite(observed.look).all(axis=1)
    return part_of(observed, good), [part_[good] for part_ in places]


def part_of(observed, rows):
    """Some of the points."""
    return replace(
        observed, xy=observed.xy[rows], look=observed.look[rows], values=observed.values[rows],
        track=observed.track[rows], start=None if observed.start is None else observed.start[rows],
    )  # fmt: skip


def thinned(observed, places, chosen, job):
    """At most so many points of each orbit, by chance."""
    random, kept = np.random.default_rng(chosen.seed), []
    for k in np.unique(observed.track):
        rows = np.flatnonzero(observed.track == k)
        kept.append(np.sort(random.permutation(rows)[: chosen.points_used]))
    rows = np.concatenate(kept)
    if len(rows) < len(observed.xy):
        job.note(f"{len(rows)} of {len(observed.xy)} points are used.")
    found = part_of(observed, rows)

    track = np.unique(found.track, return_inverse=True)[1].reshape(-1)
    return replace(found, track=track), [part_[rows] for part_ in places]


def plain(panel, ring):
    """The panel as one strip where it is a rectangle: exact, and faster."""
    widths = panel.last - panel.first
    same = len(widths) == len(panel.edges) - 1 and np.ptp(widths) < 1e-3 * widths.max()
    if not same or np.ptp(panel.first) > 1e-3 * widths.max():
        return panel
    return replace(
        panel, edges=panel.edges[[0, -1]], first=panel.first[:1], last=panel.last[:1],
        row=panel.row[:1],
    )  # fmt: skip


def distance(panel, xy):
    """How far points are from the box about a panel, metres."""
    along, across = panel.axes
    place = xy - (panel.x, panel.y)
    u, v = place @ along, place @ across
    du = np.maximum(np.maximum(panel.first.min() - u, u - panel.last.max()), 0.0)
    dv = np.maximum(np.maximum(panel.edges[0] - v, v - panel.edges[-1]), 0.0)
    return np.hypot(du, dv)
