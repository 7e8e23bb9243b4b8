# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Landslides or active areas against fault traces: files in, files out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

import numpy as np

from ..areas.band_plot import band_svg, bands_html, cumulated
from ..areas.distance_bands import Bands, band_of, compare_bands, parse_edges
from ..areas.placement import (
    FEWEST_CLUSTERS,
    RANDOM_CENTRES,
    DistanceMap,
    clumping,
    cluster_labels,
    clustered,
    crowding,
    independent,
    natural_reach,
)
from ..areas.slope_frame import QuadrantTest
from ..areas.traces import SIDES, NearestTrace, wall_sides
from ..errors import GroundshiftError
from ..runner import check_cancelled, tell
from .atomic import Transaction, joining
from .fault_layers import FaultFields, Faults, LayerSource, Sites, read_faults, read_sites
from .features import write_features
from .field_types import with_own_types, without_clashes
from .polygon_distances import areas_of, edge_distances
from .quadrants import FieldSource, quadrants_at
from .study_areas import area_around, area_of_layer
from .texts import csv_text

AREAS = ("sites", "faults")
CLUMPED = 0.6  # nearest neighbours nearer than this share of independent ones' deserve a warning
FEW = 10  # sites; fewer tell nothing of clusters
BAND_FIELDS = (
    "band", "from_km", "to_km", "area_km2", "area_std_km2", "area_percent", "sites",
    "sites_per_km2", "expected", "ratio", "random_low", "random_high", "p_more", "p_fewer",
    "p_two_sided", "verdict",
)  # fmt: skip


@dataclass(frozen=True)
class FaultDistanceOptions:
    """How to compare.

    Parameters
    ----------
    edges : tuple of float
        Ends of the bands, metres, from 0 to infinity.
    area : str
        Where no layer gives the study area: the hull of the ``sites`` or of the ``faults``.
    cluster : float or None
        Sites within so many metres of one another move together in random placements; 0 places
        each on its own. None asks the sites: where they are clustered, the least distance at which
        clusters lie like independent ones.
    runs : int
        Random placements.
    places : int
        Places that sample the study area.
    seed : int
    """

    edges: tuple = tuple(parse_edges("1, 2, 5, 10, 20, 50"))
    area: str = "sites"
    cluster: float | None = None
    runs: int = 999
    places: int = 200_000
    seed: int = 0

    def __post_init__(self):
        if self.area not in AREAS:
            raise GroundshiftError(
                f"'{self.area}' is no study area; take one of {', '.join(AREAS)}."
            )


@dataclass(frozen=True)
class FaultDistanceTargets:
    """Where to write; None for what is not wanted."""

    sites: Path | None = None
    bands: Path | None = None
    html: Path | None = None


@dataclass(frozen=True)
class FaultDistanceReport:
    """What came out.

    Parameters
    ----------
    sites, faults : int
    inside : int
        Sites in the study area.
    area : float
        Of it, square metres.
    bands : Bands
    median_distance : float
        Of the sites inside, metres.
    sides : dict of str to int
        Sites inside by wall.
    quadrants : QuadrantTest or None
    clumping : float
        See :func:`..areas.distance_bands.clumping`.
    svg : str
        The plot.
    kind : str
        ``point`` or ``polygon``.
    notes, warnings : tuple of str
    """

    sites: int
    faults: int
    inside: int
    area: float
    bands: Bands
    median_distance: float
    sides: dict
    quadrants: QuadrantTest | None
    clumping: float
    svg: str
    kind: str
    notes: tuple = ()
    warnings: tuple = ()

    def results(self) -> dict:
        """The numbers that a tool reports, in kilometres; unknown ones are left out."""
        bands = self.bands
        values = {
            "COUNT": self.sites, "INSIDE": self.inside, "FAULT_COUNT": self.faults,
            "AREA": self.area / 1e6, "MEDIAN_DISTANCE": self.median_distance / 1e3,
            "MEAN_DISTANCE": bands.mean_distance / 1e3,
            "RANDOM_DISTANCE": bands.random_distance / 1e3, "FIRST_RATIO": bands.ratio[0],
            "FIRST_P": bands.p[0], "P_OVERALL": bands.p_overall, "P_NEARER": bands.p_nearer,
            "CLUMPING": self.clumping, "HANGING": self.sides["hanging wall"],
            "FOOT": self.sides["footwall"],
        }  # fmt: skip
        return {name: value for name, value in values.items() if np.isfinite(value)}


@dataclass
class _Run:
    """What the steps of a run share."""

    faults: Faults
    sites: Sites
    search: NearestTrace
    rng: np.random.Generator
    notes: list = field(default_factory=list)
    warnings: list = field(default_factory=list)


def run_faultdistance(
    sites_source: LayerSource,
    faults_source: LayerSource,
    targets: FaultDistanceTargets,
    options: FaultDistanceOptions | None = None,
    fields: FaultFields | None = None,
    area_source: LayerSource | None = None,
    displacement: FieldSource | None = None,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    files: Transaction | None = None,
) -> FaultDistanceReport:
    """Measure the distance of sites to faults and compare it with random placement.

    Parameters
    ----------
    sites_source : LayerSource
        Points or polygons.
    faults_source : LayerSource
        Lines.
    targets : FaultDistanceTargets
    options : FaultDistanceOptions, optional
    fields : FaultFields, optional
    area_source : LayerSource, optional
        Polygons of the study area.
    displacement : FieldSource, optional
        A 3-D displacement field and an elevation model.
    progress, cancelled : callable, optional
    files : Transaction, optional
        The caller's, to put the outputs in place with more of its own.

    Raises
    ------
    GroundshiftError
        For input that cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options = options or FaultDistanceOptions()
    faults, sites = read_faults(faults_source, fields), read_sites(sites_source)
    _check_crs(faults, sites)
    if displacement is not None and not sites.features.crs:
        raise GroundshiftError(
            f"{sites.features.path}: has no CRS, so the displacement field cannot be laid over it; "
            "assign the right one."
        )
    tell(progress, 0.1)
    run = _Run(
        faults, sites, NearestTrace(faults.traces), np.random.default_rng(options.seed),
        [*faults.notes, *sites.notes],
    )  # fmt: skip
    nearest = run.search.find(sites.places)
    check_cancelled(cancelled)
    tell(progress, 0.2)
    map_, area = _study_area(run, options, area_source)
    flat = map_.flat(sites.places)
    inside = np.isfinite(flat).all(axis=1)
    if area_source is not None or options.area != "sites":
        inside[inside] = area.contains(flat[inside])  # the hull's own corners are in it
    places = area.sample(options.places, run.rng)
    over_area = run.search.find(map_.degrees(places)).distance
    check_cancelled(cancelled)
    tell(progress, 0.5)
    clumped = clumping(flat[inside], area.size)
    draw = _placement(run, options, flat[inside], area, places, over_area, cancelled)
    bands = compare_bands(
        nearest.distance[inside], over_area, area.size, np.array(options.edges), draw,
        options.runs, _part(progress, 0.5, 0.8), cancelled,
    )  # fmt: skip
    side = wall_sides(
        sites.places, nearest, faults.traces, faults.dip_side, faults.dip
    )  # fmt: skip
    columns = _columns(run, nearest, side, inside, options)
    covered = None
    if sites.kind == "polygon":
        covered = areas_of(sites.features.wkb, sites.features.crs, map_)
        columns["edge_distance_km"] = edge_distances(sites, run.search, nearest.distance) / 1e3
    quadrants = None
    if displacement is not None:
        some = map_.degrees(places[run.rng.permutation(len(places))[: displacement.places]])
        found = quadrants_at(sites.places, inside, some, displacement, cancelled)
        columns.update(found.columns)
        run.notes += found.notes
        quadrants = found.test
    _say(run, bands, side[inside], clumped, options, area, inside)
    tell(progress, 0.9)
    svg = band_svg(bands, cumulated(nearest.distance[inside]), cumulated(over_area))
    report = FaultDistanceReport(
        len(sites), len(faults.fid), int(inside.sum()), area.size, bands,
        float(np.median(nearest.distance[inside])),
        {name: int((side[inside] == k).sum()) for k, name in enumerate(SIDES)}, quadrants, clumped,
        svg, sites.kind, tuple(run.notes), tuple(run.warnings),
    )  # fmt: skip
    table = band_table(report, nearest.distance, inside, covered)
    with joining(files) as files:
        if targets.sites:
            _write_sites(files.add(targets.sites), sites, sites_source, columns)
        if targets.bands:
            _write_csv(files.add(targets.bands), table)
        if targets.html:
            page = bands_html(report, table)
            files.add(targets.html).write_text(page, encoding="utf-8")
    tell(progress, 1.0)
    return report


def _part(progress, start, stop):
    return None if progress is None else lambda done: progress(start + (stop - start) * done)


def _check_crs(faults, sites):
    if faults.traces.plane == bool(sites.features.crs):
        raise GroundshiftError(
            f"{sites.features.path}: one of the layers, sites or faults, has no CRS and the other "
            "has one; set the CRS of both."
        )
    if not sites.features.crs:
        faults.notes.append("The layers have no CRS: their coordinates are taken as metres.")


def _study_area(run, options, source):
    if source is not None:
        map_, area, notes = area_of_layer(source, not run.faults.traces.plane)
        run.notes += [*notes, f"Study area: {source.path}."]
        return map_, area
    traces = run.faults.traces
    places = run.sites.places
    if options.area == "faults":
        places = np.concatenate([traces.start, traces.end])
    run.notes.append(
        f"Study area: the convex hull of the {options.area}; sea and other ground where no site "
        "can lie counts as ground without sites unless a layer gives the area that was searched."
    )
    return area_around(places, traces.plane, options.area)


def _placement(run, options, flat, area, places, over_area, cancelled):
    if not len(flat):
        raise GroundshiftError(
            f"{run.sites.features.path}: no site lies inside of the study area; choose layers that "
            "overlap, or another area."
        )
    reach = options.cluster
    if reach is None:
        reach = _own_reach(run, flat, area)
    if reach <= 0:
        return independent(len(flat), over_area, run.rng)
    labels = cluster_labels(flat, reach)
    run.notes.append(
        f"The {len(flat)} sites make {labels.max() + 1} clusters of steps up to {reach / 1e3:.3g} "
        "km, which are placed as a whole."
    )
    return clustered(
        flat, labels, places, DistanceMap(area, places, over_area), run.rng, cancelled
    )  # fmt: skip


def _own_reach(run, flat, area) -> float:
    """Distance within which sites move together, from the sites; 0 where they lie at random."""
    if len(flat) < FEW or crowding(flat, area.size) >= RANDOM_CENTRES:
        return 0.0
    reach, clusters = natural_reach(flat, area.size)
    run.notes.append(
        "The sites are clustered, so clusters move as a whole in the random placements; give a "
        "distance (0 for each site on its own) where you know better."
    )
    if clusters < FEWEST_CLUSTERS:
        run.warnings.append(
            f"The sites make only {clusters} cluster(s), too few for p-values that mean much."
        )
    return reach


def _columns(run, nearest, side, inside, options) -> dict:
    faults = run.faults
    line = faults.traces.line[nearest.piece]
    names = np.array(band_names(options.edges), object)
    columns = {
        "distance_km": nearest.distance / 1e3,
        "band": names[band_of(nearest.distance, np.array(options.edges))],
        "in_study_area": inside,
        "fault_fid": faults.fid[line],
        "fault_name": faults.name[line],
        "fault_kind": faults.kind[line],
        "fault_dip_deg": faults.dip[line],
        "fault_side": np.array(SIDES, object)[side],
        "fault_azimuth_deg": nearest.azimuth,
    }
    for name, values in faults.copied.items():
        columns.setdefault(f"fault_{name}", values[line])
    return columns


def band_names(edges) -> list:
    """``0 to 1 km``, ``beyond 50 km`` ..."""
    km = [f"{edge / 1e3:g}" for edge in edges]
    return [
        *(f"{a} to {b} km" for a, b in zip(km[:-2], km[1:-1])), f"beyond {km[-2]} km"
    ]  # fmt: skip


def band_table(report: FaultDistanceReport, distance, inside, covered=None) -> dict:
    """Columns of the table of bands, in their order; with the sites' own area where `covered`."""
    bands = report.bands
    table = dict(zip(BAND_FIELDS, (
        band_names(bands.edges), bands.edges[:-1] / 1e3, bands.edges[1:] / 1e3, bands.area / 1e6,
        bands.area_std / 1e6, 100 * bands.area / bands.area.sum(), bands.count,
        bands.density * 1e6, bands.expected, bands.ratio, bands.low, bands.high, bands.p_more,
        bands.p_fewer, bands.p, bands.verdict,
    )))  # fmt: skip
    if covered is not None:
        band = band_of(distance[inside], bands.edges)
        table["site_area_km2"] = np.bincount(band, covered[inside], len(bands.count)) / 1e6
        with np.errstate(invalid="ignore", divide="ignore"):
            table["site_area_percent"] = 1e8 * table["site_area_km2"] / bands.area
    return table


def _write_csv(path, table) -> None:
    import csv

    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(table)
        writer.writerows(zip(*([cell(value) for value in column] for column in table.values())))


def cell(value) -> str:
    """A number or word of a table; nothing for what is unknown or without end."""
    if isinstance(value, (float, np.floating)):
        return f"{value:.6g}" if np.isfinite(value) else ""
    return csv_text(value)


def _write_sites(path, sites, source, columns) -> None:
    kept = with_own_types(sites.features, source.path, source.layer)
    write_features(
        path, sites.features.crs, sites.kind, sites.features.wkb,
        without_clashes({**kept, **columns}), "sites",
    )  # fmt: skip


def _say(run, bands, side, clumped, options, area, inside) -> None:
    count = len(side)
    run.notes += [
        f"{count} of {len(inside)} sites lie inside of the study area of {area.size / 1e6:.6g} "
        f"km2; their mean distance to a fault is {bands.mean_distance / 1e3:.4g} km, that of the "
        f"area {bands.random_distance / 1e3:.4g} km.",
        f"Against random placement ({bands.runs} runs): p = {bands.p_overall:.3g} for the "
        f"distances as a whole, {bands.p_nearer:.3g} for sites nearer than at random.",
        "Walls: " + ", ".join(
            f"{int((side == k).sum())} {name}" for k, name in enumerate(SIDES) if (side == k).any()
        ) + ".",
    ]  # fmt: skip
    if count >= FEW and clumped < CLUMPED and options.cluster == 0:
        run.warnings.append(
            f"The sites are clustered (their nearest neighbours are at {clumped:.2f} of the "
            "distance that independent sites would have), so p-values of independent placement "
            "are too small; give a distance within which sites move together."
        )
    if not inside.all():
        run.warnings.append(
            f"{int((~inside).sum())} of {len(inside)} sites lie outside of the study area and are "
            "not counted in the bands."
        )
