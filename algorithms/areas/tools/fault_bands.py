# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Sites against faults: the study area, random placements, and the columns of sites and bands."""

from __future__ import annotations

import numpy as np

from ...data.traces import SIDES
from ...errors import GroundshiftError, counted
from ..cluster_process import cluster_sizes, in_clusters
from ..distance_bands import Bands, band_of
from ..placement import DistanceMap, cluster_labels, clustered, independent
from .study_areas import area_around, area_of_layer

CLUMPED = 0.6  # nearest neighbours nearer than this share of independent ones' deserve a warning
FEW = 10  # sites; fewer tell nothing of clusters
FEWEST_CLUSTERS = 8  # of which p-values mean much
BAND_FIELDS = (
    "band", "from_km", "to_km", "area_km2", "area_std_km2", "area_percent", "sites",
    "sites_per_km2", "expected", "ratio", "random_low", "random_high", "p_more", "p_fewer",
    "p_two_sided", "verdict",
)  # fmt: skip


def check_crs(faults, sites, field) -> None:
    """Refuse layers that cannot be laid over each other; `field` is over the sites, too."""
    if faults.traces.plane == bool(sites.features.crs):
        raise GroundshiftError(
            f"{sites.features.path}: one of the layers, sites or faults, has no CRS and the other "
            "has one; set the CRS of both."
        )
    if not sites.features.crs:
        faults.notes.append("The layers have no CRS: their coordinates are taken as metres.")
    if field is not None and not sites.features.crs:
        raise GroundshiftError(
            f"{sites.features.path}: has no CRS, so the displacement field cannot be laid over it; "
            "assign the right one."
        )


def study_area(chosen, faults, sites, notes):
    """The study area and its map: of the layer, or the hull of sites or faults."""
    if chosen.study_area is not None:
        map_, area, told = area_of_layer(chosen.study_area, not faults.traces.plane)
        notes += [*told, f"Study area: {chosen.study_area[0]}."]
        return map_, area
    places = sites.places
    if chosen.hull == "faults":
        places = np.concatenate([faults.traces.start, faults.traces.end])
    notes.append(
        f"Study area: the convex hull of the {chosen.hull}; sea and other ground where no site "
        "can lie counts as ground without sites unless a layer gives the area that was searched."
    )
    return area_around(places, faults.traces.plane, chosen.hull)


def placement(chosen, flat, distance, area, places, over_area, rng, job, notes, warnings):
    """What draws random placements: of the sites one by one, or of their clusters.

    Parameters
    ----------
    chosen : FaultDistance
        The tool's choices.
    flat : ndarray, shape (site, 2)
        Sites inside of the study area, metres on its map.
    distance : ndarray, shape (site,)
        Of them to the faults, metres.
    area : StudyArea
    places : ndarray, shape (place, 2)
        That sample the area.
    over_area : ndarray, shape (place,)
        Their distances to the faults, metres.
    rng : numpy.random.Generator
    job : Job
    notes, warnings : list of str
        Added to.
    """
    if not len(flat):
        raise GroundshiftError(
            f"{chosen.sites[0]}: no site lies inside of the study area; choose layers that "
            "overlap, or another area."
        )
    if chosen.cluster == 0 or (chosen.cluster is None and len(flat) < FEW):
        return independent(len(flat), over_area, rng)
    look_up = DistanceMap(area, places, over_area)
    if chosen.cluster is not None:
        labels = cluster_labels(flat, 1e3 * chosen.cluster)
        notes.append(
            f"The {len(flat)} sites make {labels.max() + 1} clusters of steps up to "
            f"{chosen.cluster:.3g} km, which are placed as a whole."
        )
        return clustered(flat, labels, places, look_up, rng, job.cancelled)
    found = cluster_sizes(
        flat, distance, area.size, places, over_area, look_up, rng, job.cancelled
    )  # fmt: skip
    _say_clusters(found, notes, warnings)
    if not len(found.size):
        return independent(len(flat), over_area, rng)
    return in_clusters(len(flat), found, places, look_up, rng, job.cancelled)


def _say_clusters(found, notes, warnings) -> None:
    if not len(found.size):
        notes.append("The sites are not clustered: random placements place each on its own.")
        return
    size = np.sqrt(np.average(found.size**2, weights=found.share)) / 1e3
    notes.append(
        f"The sites are clustered: {100 * found.share.sum():.2g} % of their pairs are of one "
        f"cluster, as many as {found.clusters:.3g} equal clusters have, whose sites scatter by "
        f"{size:.2g} km (standard deviation). Random placements have such clusters; give a "
        "distance (0 for each site on its own) where you know better."
    )
    if found.clusters < FEWEST_CLUSTERS:
        warnings.append(
            f"The sites are clustered as in only {counted(round(found.clusters), 'cluster')}, too "
            "few for p-values that mean much."
        )


def site_columns(faults, nearest, side, inside, edges) -> dict:
    """What a site knows of its nearest fault."""
    line = faults.traces.line[nearest.piece]
    names = np.array(band_names(edges), object)
    columns = {
        "distance_km": nearest.distance / 1e3,
        "band": names[band_of(nearest.distance, edges)],
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


def band_table(bands: Bands, distance, covered=None) -> dict:
    """Columns of the table of bands, in their order; `covered` are areas of the sites, m2."""
    table = dict(zip(BAND_FIELDS, (
        band_names(bands.edges), bands.edges[:-1] / 1e3, bands.edges[1:] / 1e3, bands.area / 1e6,
        bands.area_std / 1e6, 100 * bands.area / bands.area.sum(), bands.count,
        bands.density * 1e6, bands.expected, bands.ratio, bands.low, bands.high, bands.p_more,
        bands.p_fewer, bands.p, bands.verdict,
    )))  # fmt: skip
    if covered is not None:
        band = band_of(distance, bands.edges)
        table["site_area_km2"] = np.bincount(band, covered, len(bands.count)) / 1e6
        with np.errstate(invalid="ignore", divide="ignore"):
            table["site_area_percent"] = 1e8 * table["site_area_km2"] / bands.area
    return table


def remarks(chosen, bands, side, clumped, area, inside, notes, warnings) -> None:
    """Say what came out, and what is doubtful about it."""
    count = len(side)
    notes += [
        f"{count} of {len(inside)} sites lie inside of the study area of {area.size / 1e6:.6g} "
        f"km2; their mean distance to a fault is {bands.mean_distance / 1e3:.4g} km, that of the "
        f"area {bands.random_distance / 1e3:.4g} km.",
        f"Against random placement ({bands.runs} runs): p = {bands.p_overall:.3g} for the "
        f"distances as a whole, {bands.p_nearer:.3g} for sites nearer than at random.",
        "Walls: " + ", ".join(
            f"{int((side == k).sum())} {name}" for k, name in enumerate(SIDES) if (side == k).any()
        ) + ".",
    ]  # fmt: skip
    if count >= FEW and clumped < CLUMPED and chosen.cluster == 0:
        warnings.append(
            f"The sites are clustered (their nearest neighbours are at {clumped:.2f} of the "
            "distance that independent sites would have), so p-values of independent placement "
            "are too small; give a distance within which sites move together."
        )
    if not inside.all():
        warnings.append(
            f"{int((~inside).sum())} of {len(inside)} sites lie outside of the study area and are "
            "not counted in the bands."
        )
