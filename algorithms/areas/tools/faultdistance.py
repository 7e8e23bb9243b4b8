# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Landslides or active areas against fault traces."""

from __future__ import annotations

from ...declare import Chosen, Output, choice, field, flag, layer, number, raster, text, whole

FIELD = ("east", "north", "up", "dem")


class FaultDistance(Chosen):
    """Sites, faults, the study area, and the displacement that is compared with slopes."""

    sites = layer(
        "Landslides or active areas",
        "Points or polygons, in any CRS; a table (CSV) with columns lon and lat will do. A "
        "polygon counts at its middle, or a point on it.", ("points", "polygons"),
    )  # fmt: skip
    faults = layer(
        "Fault traces", "Lines, in any CRS.", ("lines",),
    )  # fmt: skip
    study_area = layer(
        "Study area",
        "Polygons in which sites were looked for, and faults mapped. Sea and plains inside "
        "count as ground without sites, so cut them out.", ("polygons",), optional=True,
    )  # fmt: skip
    hull = choice(
        "Study area where no layer is given", "The convex hull of the sites, or of the faults.",
        ("sites", "faults"),
    )  # fmt: skip
    bands = text(
        "Bands of distance (km)", "Ends of the bands; a last one lies beyond.",
        default="1, 2, 5, 10, 20, 50", optional=False,
    )  # fmt: skip
    cluster = number(
        "Sites that move together (km)",
        "Sites within so many kilometres of one another, as one storm sets them off, are moved "
        "as a whole in random placements. If empty, the distances of pairs of sites tell the "
        "clusters that random placements have, also of clusters that run into one another. "
        "0 places each on its own, which makes "
        "clustered sites look significant near anything.", None, 0.0, optional=True,
    )  # fmt: skip
    runs = whole(
        "Random placements", "The smallest p-value is 1 / (1 + runs).", 999, 19, 1000000,
    )  # fmt: skip
    leave_out = text(
        "Kinds that are no faults",
        "Words of the field of kinds, parted by commas; such lines are left out.",
        default="anticline, syncline, fold",
    )  # fmt: skip
    dips_right = flag(
        "Faults dip to the right of their trace",
        "Where no direction is known: for inventories drawn by the right-hand rule.",
        advanced=True,
    )  # fmt: skip
    name_field = field(
        "Field: name of the fault",
        "Guessed from the usual names where empty (name, fs_name ...).", "FAULTS",
    )  # fmt: skip
    kind_field = field(
        "Field: kind of the fault", "Guessed where empty (slip_type, type ...).", "FAULTS",
    )  # fmt: skip
    dip_field = field(
        "Field: dip",
        "Numbers or tuples such as (75,60,90), of which the first one counts; guessed where "
        "empty (average_dip, dip ...).", "FAULTS",
    )  # fmt: skip
    dip_direction_field = field(
        "Field: direction of dip",
        "Letters such as SW, or degrees; guessed where empty (dip_dir ...). The side to which "
        "most of the trace agrees with it counts.", "FAULTS",
    )  # fmt: skip
    copied_fields = field(
        "Further fields of the fault to hand on", "Come out as fault_ and the field's name.",
        "FAULTS", several=True,
    )  # fmt: skip
    east = raster(
        "Displacement to the east", "Raster of a 3-D displacement field or of its rate.",
        optional=True, advanced=True,
    )  # fmt: skip
    north = raster(
        "Displacement to the north", "On any grid, in the same unit.", optional=True,
        advanced=True,
    )  # fmt: skip
    up = raster(
        "Displacement up", "On any grid, in the same unit.", optional=True, advanced=True,
    )  # fmt: skip
    dem = raster(
        "Elevation model", "In metres: slope and aspect at the sites.", optional=True,
        advanced=True,
    )  # fmt: skip
    unit = choice(
        "Unit of the displacement", "auto takes what the rasters say.",
        ("auto", "m", "cm", "mm"), advanced=True,
    )  # fmt: skip
    slope_radius = number(
        "Radius of the slope (m)",
        "Slope and aspect are those of planes over so many metres; 0 takes 3 x 3 cells.", 0.0,
        0.0, advanced=True,
    )  # fmt: skip
    flat = number(
        "Flat up to (degrees)", "Gentler slopes get no quadrant.", 5.0, 0.0, 89.0, advanced=True,
    )  # fmt: skip
    still = number(
        "Still up to (mm)", "Displacements (or mm a year) up to this size get no quadrant.", 0.0,
        0.0, advanced=True,
    )  # fmt: skip
    places = whole(
        "Places that sample the study area",
        "One in each of as many equal cells: their distances give the areas of the bands.",
        200000, 1000, 5000000, advanced=True,
    )  # fmt: skip
    seed = whole(
        "Seed", "The same seed gives the same random numbers.", 0, 0, advanced=True,
    )  # fmt: skip

    def check(self):
        """Bands grow; a displacement field has all its rasters."""
        self.edges()
        given = [getattr(self, name) is not None for name in FIELD]
        if any(given) and not all(given):
            self.refuse(
                FIELD[given.index(False)],
                "is missing; a displacement field takes east, north, up and the elevation model, "
                "or leave all four out.",
            )

    def edges(self) -> tuple:
        """Ends of the bands in metres, from 0 to infinity."""
        from ..distance_bands import parse_edges

        return tuple(parse_edges(self.bands))

    def fault_fields(self):
        """Which fields of the faults hold what."""
        from ...formats.vectors.fault_layers import FaultFields

        return FaultFields(
            name=self.name_field, kind=self.kind_field, dip=self.dip_field,
            dip_direction=self.dip_direction_field, leave_out=self.leave_out,
            dips_right=self.dips_right, copied=self.copied_fields or (),
        )  # fmt: skip


OUTPUTS = (
    Output(
        "any", "RESULT", "Sites with their nearest fault",
        "All fields of the sites, the distance, band, fault, side, and the motion in the "
        "slope's frame where a displacement is given.",
        name="Distance to faults",
    ),
    Output(
        "file", "TABLE", "Table of bands",
        "Area, sites, density, expected number, range of random placement and p-values of each "
        "band.", "CSV (*.csv)", optional=True,
    ),
    Output(
        "file", "HTML", "Report (HTML)", "The plot of density by band, and the table.",
        "HTML files (*.html)", optional=True,
    ),
    Output(
        "file", "PNG", "Plot (PNG)", "The same plot as a picture.", "PNG files (*.png)",
        optional=True, by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Sites",
    "INSIDE": "Sites in the study area",
    "FAULT_COUNT": "Faults",
    "AREA": "Study area (km2)",
    "MEDIAN_DISTANCE": "Median distance of sites (km)",
    "MEAN_DISTANCE": "Mean distance of sites (km)",
    "RANDOM_DISTANCE": "Mean distance of the study area (km)",
    "FIRST_RATIO": "Density in the first band over the mean",
    "FIRST_P": "p-value of the first band",
    "P_OVERALL": "p-value of the distances as a whole",
    "P_NEARER": "p-value: nearer than at random",
    "CLUMPING": "Clark and Evans' ratio of nearest neighbours",
    "HANGING": "Sites on a hanging wall",
    "FOOT": "Sites on a footwall",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Measure and compare; see :mod:`...declare`."""
    import numpy as np

    from ...data.traces import SIDES, NearestTrace, wall_sides
    from ...formats.text.csv_tables import write_csv
    from ...formats.vectors.fault_layers import read_faults, read_sites
    from ...formats.vectors.features import write_features
    from ...formats.vectors.field_types import with_own_types, without_clashes
    from ...formats.vectors.polygon_distances import areas_of, edge_distances
    from ..distance_bands import compare_bands
    from ..pages.faultdistance import band_svg, bands_html, cumulated
    from ..placement import clumping
    from .fault_bands import (
        band_table,
        check_crs,
        placement,
        remarks,
        site_columns,
        study_area,
    )
    from .quadrants import quadrants_at

    faults = read_faults(chosen.faults, chosen.fault_fields())
    sites = read_sites(chosen.sites)
    check_crs(faults, sites, chosen.east)
    notes, warnings = [*faults.notes, *sites.notes], []
    search, rng = NearestTrace(faults.traces), np.random.default_rng(chosen.seed)
    job.tell(0.1)
    nearest = search.find(sites.places)
    job.check()
    job.tell(0.2)
    map_, area = study_area(chosen, faults, sites, notes)
    flat = map_.flat(sites.places)
    inside = np.isfinite(flat).all(axis=1)
    if chosen.study_area is not None or chosen.hull != "sites":
        inside[inside] = area.contains(flat[inside])  # the hull's own corners are in it
    places = area.sample(chosen.places, rng)
    over_area = search.find(
        map_.degrees(places), job.part(0.2, 0.5).tell, job.cancelled
    ).distance  # fmt: skip
    flat, distance, edges = flat[inside], nearest.distance[inside], np.array(chosen.edges())
    clumped = clumping(flat, area.size)
    draw = placement(
        chosen, flat, distance, area, places, over_area, rng, job, notes, warnings
    )  # fmt: skip
    bands = compare_bands(
        distance, over_area, area.size, edges, draw, chosen.runs, job.part(0.5, 0.8).tell,
        job.cancelled,
    )  # fmt: skip
    side = wall_sides(sites.places, nearest, faults.traces, faults.dip_side, faults.dip)
    columns, covered = site_columns(faults, nearest, side, inside, edges), None
    if sites.kind == "polygon":
        covered = areas_of(sites.features.wkb, sites.features.crs, map_)[inside]
        columns["edge_distance_km"] = edge_distances(sites, search, nearest.distance) / 1e3
    if chosen.east is not None:
        found = quadrants_at(chosen, sites.places, inside, map_, places, rng, job)
        columns.update(found.columns)
        notes += found.notes
    remarks(chosen, bands, side[inside], clumped, area, inside, notes, warnings)
    job.tell(0.9)
    svg = band_svg(bands, cumulated(distance), cumulated(over_area))
    table = band_table(bands, distance, covered)
    if outputs.wanted("RESULT"):
        kept = with_own_types(sites.features, *chosen.sites)
        write_features(
            outputs.path("RESULT"), sites.features.crs, sites.kind, sites.features.wkb,
            without_clashes({**kept, **columns}), "sites",
        )  # fmt: skip
    if outputs.wanted("TABLE"):
        write_csv(outputs.path("TABLE"), table, zip(*table.values()))
    outputs.text("HTML", lambda: bands_html(svg, table, notes, warnings))
    outputs.picture("PNG", svg)
    for note in notes:
        job.note(note)
    for warning in warnings:
        job.warn(warning)
    outputs.look(
        "RESULT", style=f"{sites.kind}s_fault_distance",
        abstract="Distance of sites to the nearest fault, on the ellipsoid. "
        + " ".join((*warnings, *notes)),
    )  # fmt: skip
    job.tell(1.0)
    walls = dict(zip(SIDES, np.bincount(side[inside], minlength=len(SIDES)).tolist()))
    numbers = {
        "COUNT": len(sites), "INSIDE": int(inside.sum()), "FAULT_COUNT": len(faults.fid),
        "AREA": area.size / 1e6, "MEDIAN_DISTANCE": float(np.median(distance)) / 1e3,
        "MEAN_DISTANCE": bands.mean_distance / 1e3,
        "RANDOM_DISTANCE": bands.random_distance / 1e3, "FIRST_RATIO": bands.ratio[0],
        "FIRST_P": bands.p[0], "P_OVERALL": bands.p_overall, "P_NEARER": bands.p_nearer,
        "CLUMPING": clumped, "HANGING": walls["hanging wall"], "FOOT": walls["footwall"],
    }  # fmt: skip
    return {name: value for name, value in numbers.items() if np.isfinite(value)}
