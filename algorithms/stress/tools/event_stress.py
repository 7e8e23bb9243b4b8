# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress change on the planes of earthquakes, compared with what chance would give."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.earthquakes import parse_time
from ...formats.vectors.features import write_features
from ...formats.vectors.field_types import with_own_types, without_clashes
from ...source.planes import plane_vectors
from ..catalogue import Events, EventStress, event_stress, oriented, periods, picked
from ..coulomb import coulomb_change
from ..fault_stress import stress_at
from ..near_source import distance_to
from ..significance import Chance, Share, binomial_p, by_chance, fisher_p, places_around, share_of
from .event_layers import Catalogue, parse_plane

KPA, KM = 1e3, 1e3
COLOURED = 95.0  # percentile of changes at which colours end
ALIKE = 1e-6  # of unit vectors of planes
FEW = 20  # aftershocks; fewer tell little
SOURCES = ("", "catalogue", "given plane", "nearest fault", "optimal plane")
OPTIMAL = 4
PERIODS = ("", "before", "after", "mainshock")


@dataclass(frozen=True)
class EventResult:
    """Everything about the earthquakes.

    Parameters
    ----------
    catalogue : Catalogue
    stress : EventStress
    planes : ndarray, shape (event, 2, 3)
        As they were resolved.
    source : ndarray of int, shape (event,)
        Index of :data:`SOURCES`.
    period : ndarray of int, shape (event,)
        Index of :data:`PERIODS`.
    counts : ndarray of bool, shape (event,)
        Aftershocks that are judged.
    status : ndarray of str, shape (event,)
    after, before : Share
    shuffled, random : Chance
        Mechanisms dealt anew among the aftershocks; places drawn anew.
    away : ndarray, shape (event,)
        Metres to the patches that slipped; infinite beyond the limit.
    """

    catalogue: Catalogue
    stress: EventStress
    planes: np.ndarray
    source: np.ndarray
    period: np.ndarray
    counts: np.ndarray
    status: np.ndarray
    after: Share
    before: Share
    shuffled: Chance
    random: Chance
    away: np.ndarray

    @property
    def limit(self) -> float | None:
        """End of the colours, kPa."""
        values = np.abs(self.stress.change)
        values = values[np.isfinite(values)]
        return float(np.percentile(values, COLOURED)) / KPA if len(values) else None

    @property
    def numbers(self) -> dict:
        """What the tool reports."""
        return {
            "EVENT_COUNT": len(self.period), "AFTERSHOCKS": self.after.count,
            "AFTER_POSITIVE": self.after.positive, "AFTER_SHARE": 100 * self.after.value,
            "AFTER_LOW": 100 * self.after.low, "AFTER_HIGH": 100 * self.after.high,
            "BEFORE_COUNT": self.before.count, "BEFORE_SHARE": 100 * self.before.value,
            "P_BEFORE": fisher_p(self.after, self.before),
            "SHUFFLED_SHARE": 100 * self.shuffled.expected, "P_SHUFFLED": self.shuffled.p,
            "RANDOM_SHARE": 100 * self.random.expected, "P_RANDOM": self.random.p,
            "P_BINOMIAL": binomial_p(self.after, self.random.expected),
        }  # fmt: skip


def stress_on_events(
    catalogue: Catalogue, model, medium, chosen, source, limit, found, job
) -> EventResult:
    """Resolve stress on the planes of a catalogue, and judge the aftershocks.

    Parameters
    ----------
    catalogue : Catalogue
    model : SlipModel
    medium : Medium
    chosen : CoulombFaults
    source : PatchSet
        Patches that slipped.
    limit : float
        Metres.
    found : FaultResult or None
        Faults that give planes to earthquakes without.
    job : Job
    """
    events, friction, near_by = catalogue.events, chosen.strength(), chosen.near * 1e3
    least = -np.inf if chosen.least_magnitude is None else chosen.least_magnitude
    rng = np.random.default_rng(chosen.seed)
    planes, origin = _with_planes(events, catalogue, chosen, found)
    placed = np.isfinite(events.point).all(axis=1)
    away = np.full(len(events), np.inf)
    away[placed] = distance_to(source, events.point[placed], limit)
    near = placed & (away <= limit)
    stress = np.full((len(events), 3, 3), np.nan)
    stress[near] = stress_at(model, events.point[near], medium, cancelled=job.cancelled)
    singular = near & ~np.isfinite(stress).all(axis=(1, 2))
    hidden = near & ((away <= near_by) | singular)
    stress[hidden] = np.nan
    best = origin == OPTIMAL
    depth = -events.point[:, 2]
    planes = oriented(stress, depth, planes, best, chosen.regional_stress(), friction.value)
    resolved = event_stress(stress, planes, friction, chosen.plane_rule, rng)
    job.tell(0.3)
    before, after, main = periods(
        events, *parse_time(chosen.main_time), chosen.before_days, chosen.after_days
    )
    with np.errstate(invalid="ignore"):
        large = events.magnitude >= least
    large |= np.isneginf(least)
    known = np.isfinite(resolved.change) & large
    counts = known & after
    shuffled, random = _chances(
        _Judged(
            share_of(resolved.change[counts]), events.point[counts], catalogue.turn[counts],
            stress[counts], planes[counts], best[counts],
        ),
        model, medium, chosen, source, rng, job,
    )  # fmt: skip
    status = np.select(
        [main, ~placed, ~near, (origin == 0), hidden, np.isnan(resolved.change)],
        ["mainshock", "no depth", "too far", "no nodal plane", "on the source", "no plane"],
        "resolved",
    ).astype(object)  # fmt: skip
    period = np.select([before, after, main], [1, 2, 3], 0)
    job.tell(1.0)
    return EventResult(
        catalogue, resolved, planes, origin, period, counts, status,
        share_of(resolved.change[counts]), share_of(resolved.change[known & before]), shuffled,
        random, away,
    )  # fmt: skip


def _with_planes(events: Events, catalogue, chosen, found):
    """Planes of all events, and where they come from (index of :data:`SOURCES`)."""
    planes = events.planes.copy()
    has = np.isfinite(planes[:, 0, 0])
    origin = has.astype(int)
    bare = np.flatnonzero(~has)
    plane = parse_plane(chosen.plane)
    if plane is not None:
        # A known fault has one plane; there is no other one to choose.
        planes[bare], origin[bare] = np.asarray(plane), 2
        planes[bare, :, 0] -= np.radians(catalogue.turn[bare])[:, None]
    elif chosen.regional.is_given():
        origin[bare] = OPTIMAL
    elif found is not None and len(bare):
        plane, place = _planes_of_faults(found)
        if len(place):
            from scipy.spatial import cKDTree

            where = bare[np.isfinite(events.point[bare, :2]).all(axis=1)]
            _, nearest = cKDTree(place).query(events.point[where, :2])
            planes[where], origin[where] = plane[nearest][:, None], 3
    return planes, origin


def _planes_of_faults(found):
    """Strike, dip and rake (radians) told of resolved segments, and their places."""
    segments, chosen, angles = found.segments, found.chosen, found.inventory.mechanisms
    told = chosen.plane[segments.owner] >= 0
    segment = segments.owner[told]
    fault = segments.line[segment]
    strike = found.receivers.strike[chosen.plane[segment]]
    dip, rake = angles.dip[fault, 0], angles.rake[fault, chosen.rake[fault], 0]
    return np.stack([strike, *np.radians([dip, rake])], axis=1), segments.place[told]


@dataclass(frozen=True)
class _Judged:
    """The aftershocks that are judged; ``best`` marks those on optimal planes."""

    share: Share
    point: np.ndarray
    turn: np.ndarray
    stress: np.ndarray
    planes: np.ndarray
    best: np.ndarray

    def __len__(self):
        return len(self.point)

    @property
    def alike(self) -> bool:
        """Whether all have the same mechanism, so that dealing them anew changes nothing."""
        if self.best.all():
            return True
        first = self.planes[:, 0] + np.array([1.0, 0, 0]) * np.radians(self.turn)[:, None]
        return bool(np.ptp(plane_vectors(*first.T), axis=1).max() < ALIKE)


def _chances(judged: _Judged, model, medium, chosen, source, rng, job):
    """What chance gives: mechanisms dealt anew, and places drawn anew."""
    nothing = Chance(np.nan, np.nan, np.nan, np.nan)
    friction, regional, near = chosen.strength(), chosen.regional_stress(), chosen.near * 1e3
    number = len(judged)
    if not number:
        return nothing, nothing

    def changes(stress, depth, which):
        planes = oriented(
            stress, depth, judged.planes[which], judged.best[which], regional, friction.value
        )
        both = coulomb_change(
            stress[:, None], *np.moveaxis(planes, -1, 0), friction.value, friction.skempton
        )
        return picked(both.change, chosen.plane_rule, rng)[0]

    def dealt():
        return changes(judged.stress, -judged.point[:, 2], rng.permutation(number))

    shuffled = nothing
    if not judged.alike:
        shuffled = by_chance(judged.share, dealt, chosen.runs, job.cancelled)
    places = places_around(judged.point, chosen.places, rng)
    there = stress_at(model, places, medium, cancelled=job.cancelled)
    there[distance_to(source, places, near) <= near] = np.nan
    clear = np.isfinite(there).all(axis=(1, 2))
    dealt_out = rng.integers(0, number, int(clear.sum()))
    pool = changes(there[clear], -places[clear, 2], dealt_out)
    if not len(pool):
        return shuffled, nothing

    def drawn():
        return pool[rng.integers(0, len(pool), number)]

    return shuffled, by_chance(judged.share, drawn, chosen.runs, job.cancelled)


def said_of_events(report: EventResult, rule: str) -> tuple:
    """Notes and warnings about a catalogue, lists of str."""
    numbers, after, notes, warnings = report.numbers, report.after, [], []
    state, count = np.unique(report.status.astype(str), return_counts=True)
    notes.append(
        "Earthquakes: " + ", ".join(f"{n} {name}" for name, n in zip(state, count)) + "; planes: "
        + ", ".join(f"{int((report.source == k).sum())} {SOURCES[k] or 'none'}"
                    for k in range(len(SOURCES)) if (report.source == k).any())
        + f"; of two planes the rule '{rule}' holds."
    )  # fmt: skip
    if not after.count:
        warnings.append(
            "No aftershock is resolved, so there is no share to judge; see the status of the "
            "earthquakes."
        )
        return notes, warnings
    notes.append(
        f"{after.positive} of {after.count} aftershocks ({100 * after.value:.3g} %, 95 % interval "
        f"{100 * after.low:.3g} to {100 * after.high:.3g} %) lie where stress rose. Before the "
        f"mainshock: {_percent(report.before.value)} of {report.before.count} "
        f"(p {_p(numbers['P_BEFORE'])}, Fisher's exact test). Mechanisms dealt anew: "
        f"{_percent(report.shuffled.expected)} (p {_p(report.shuffled.p)}); random places: "
        f"{_percent(report.random.expected)} (p {_p(report.random.p)}; binomial "
        f"{_p(numbers['P_BINOMIAL'])})."
    )
    warnings.append(
        "Aftershocks come in clusters, and p-values take them as independent: they are too small "
        "where clusters are."
    )
    if after.count < FEW:
        warnings.append(
            f"Only {after.count} aftershocks are resolved; their share is not well known."
        )
    return notes, warnings


def _p(value):
    return f"= {value:.3g}" if np.isfinite(value) else "unknown"


def _percent(share):
    return f"{100 * share:.3g} %" if np.isfinite(share) else "unknown"


def write_events(path, report: EventResult, source) -> None:
    """Write the earthquakes with their own fields and what was found.

    Parameters
    ----------
    path : path
    report : EventResult
    source : (path, str)
        Layer that they were read from.
    """
    table = report.catalogue.sites.features
    both, plane = report.stress.planes, report.stress.plane
    turn = report.catalogue.turn
    degrees = np.degrees(report.planes)
    columns = {"coulomb_kpa": report.stress.change / KPA}
    for k in range(2):
        columns[f"coulomb{k + 1}_kpa"] = both.change[:, k] / KPA
    with np.errstate(invalid="ignore"):
        columns["coulomb_max_kpa"] = both.change.max(axis=1) / KPA
        columns["coulomb_mean_kpa"] = both.change.mean(axis=1) / KPA
    for k in range(2):
        columns[f"shear{k + 1}_kpa"] = both.shear[:, k] / KPA
        columns[f"normal{k + 1}_kpa"] = both.normal[:, k] / KPA
        columns[f"strike{k + 1}_deg"] = (degrees[:, k, 0] + turn) % 360.0
        columns[f"dip{k + 1}_deg"] = degrees[:, k, 1]
        columns[f"rake{k + 1}_deg"] = degrees[:, k, 2]
    columns |= {
        "plane": np.ma.array(plane + 1, mask=np.isnan(report.stress.change) | (plane < 0)),
        "plane_source": np.array(SOURCES, object)[report.source],
        "period": np.array(PERIODS, object)[report.period], "status": report.status,
        "judged": report.counts, "event_depth_km": -report.catalogue.events.point[:, 2] / KM,
        "source_distance_km": np.where(np.isfinite(report.away), report.away / KM, np.nan),
    }  # fmt: skip
    kept = with_own_types(table, *source)
    write_features(
        path, table.crs, "point", table.wkb, without_clashes({**kept, **columns}), "events"
    )
