# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Active deformation areas: clusters of moving points."""

from __future__ import annotations

from ...declare import Chosen, Output, choice, flag, number, part, raster, whole
from .asked import Lengths, Rates, Trusted


class ActiveAreas(Chosen):
    """Which points move, and how they are joined."""

    rates = part(Rates)
    selection = choice(
        "Moving points",
        "robust sigma, sigma: |v| above so many times the map's spread (by the median, or the "
        "standard deviation); fixed: above a rate; sweep: a level of areas for each of several "
        "rates. Hot spots select by themselves.",
        ("robust sigma", "sigma", "fixed", "sweep"),
    )  # fmt: skip
    factor = number(
        "Times sigma", "For sigma and robust sigma.", 2.0, 0.01,
    )  # fmt: skip
    threshold = number(
        "Rate (mm/yr)", "For fixed, and where a sweep begins.", 15.0, 0.0,
    )  # fmt: skip
    method = choice(
        "Clusters",
        "circles: overlapping circles of influence; delaunay: a triangulation with long edges "
        "cut; dbscan, hdbscan: density in space and velocity; getis-ord: hot and cold spots of "
        "the rate.", ("circles", "delaunay", "dbscan", "hdbscan", "getis-ord"),
    )  # fmt: skip
    minimum_points = whole(
        "Minimum number of points", "Of an area.", 5, 1,
    )  # fmt: skip
    lengths = part(Lengths)
    radius = number(
        "Radius of influence (m)",
        "Of the circle around a point; 1.3 resolutions if empty. Points whose circles overlap "
        "belong together.", None, 0.01, optional=True, advanced=True,
    )  # fmt: skip
    distance = number(
        "Distance of density clusters (m)",
        "DBSCAN: farthest neighbour; HDBSCAN: longest step within a cluster; 3 resolutions if "
        "empty.", None, 0.01, optional=True, advanced=True,
    )  # fmt: skip
    direction = choice(
        "Direction",
        "apart: motion towards the satellite and away from it in areas of their own; both: "
        "together, as Barra et al. and Wang et al. have it; or one of the two only.",
        ("both", "apart", "towards", "away"), "apart", advanced=True,
    )  # fmt: skip
    stop = number(
        "End of the sweep (mm/yr)", "The last rate at most.", 50.0, 0.0, advanced=True,
    )  # fmt: skip
    step = number(
        "Step of the sweep (mm/yr)", "Between two rates.", 5.0, 0.0, advanced=True,
    )  # fmt: skip
    trusted = part(Trusted)
    velocity_scale = number(
        "Rate that counts as the distance (mm/yr)",
        "For dbscan and hdbscan: a difference in rate that separates as much as the distance "
        "does; 0 for clusters in space alone.", 20.0, 0.0, advanced=True,
    )  # fmt: skip
    alpha = number(
        "Significance of hot spots", "Level of the test.", 0.05, 1e-12, 0.999, advanced=True,
    )  # fmt: skip
    fdr = flag(
        "False discovery rate",
        "Hold the share of false ones among the hot spots at that level (Benjamini and Hochberg"
        " 1995), not that among all points.", True, advanced=True,
    )  # fmt: skip
    std_raster = raster(
        "Raster of standard deviations", "For a velocity raster; mm/yr.", optional=True,
        advanced=True,
    )  # fmt: skip

    def check(self):
        """Rules that depend on each other."""
        if self.selection != "sweep":
            return
        if self.method == "getis-ord":
            self.refuse(
                "selection",
                "hot spots have no threshold to sweep; choose another selection or other clusters.",
            )
        if not self.step > 0 or not self.stop > self.threshold:
            self.refuse("stop", "a sweep ends above its first rate and its step is above 0.")

    def options(self, lengths: dict):
        """As the search takes them; `lengths` are those that were given."""
        from ..clusters import ClusterOptions
        from ..selection import SelectionOptions

        selection = SelectionOptions(
            self.selection, self.threshold / 1e3, self.factor, self.stop / 1e3, self.step / 1e3,
            self.direction,
        )  # fmt: skip
        clusters = ClusterOptions(
            self.method, self.minimum_points, velocity_scale=self.velocity_scale / 1e3
        )
        return self.trusted.options(selection, clusters, lengths, alpha=self.alpha, fdr=self.fdr)


OUTPUTS = (
    Output(
        "polygons", "AREAS", "Active areas",
        "Polygons with counts, rates, accumulated motion, noise, quality, mean series.",
        style="areas",
    ),
    Output(
        "points", "FLAGGED", "Points", "Every point with what became of it and its area.",
        optional=True, by_default=False, style="points_areas",
        abstract="What became of every point in the search for active areas.",
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Areas",
    "KEPT": "Points that pass the filters",
    "MOVING": "Moving points",
    "INSIDE": "Points in areas",
    "USED_THRESHOLD": "Lowest threshold (mm/yr)",
    "AREA_KM2": "Area (km2)",
    "USED_RESOLUTION": "Resolution (m)",
    "QUALITY_1": "Areas of quality 1",
    "QUALITY_2": "Areas of quality 2",
    "QUALITY_3": "Areas of quality 3",
    "QUALITY_4": "Areas of quality 4",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Find the areas; see :mod:`...declare`."""
    import numpy as np

    from ...formats.vectors.features import write_polygons
    from ...formats.vectors.tables import write_table
    from ..active import by_resolution, find_areas
    from .area_layer import make_layer, near_to_near, point_columns, tell_of_noise
    from .area_points import read_area_points, resolution_of

    given = chosen.lengths.given(radius=chosen.radius, distance=chosen.distance)
    points, notes = read_area_points(chosen.rates.layer(chosen.std_raster), job.cancelled)
    for note in notes:
        job.note(note)
    job.tell(0.3)
    resolution = chosen.lengths.resolution or resolution_of(points, job)
    options = by_resolution(chosen.options(given), resolution, given)
    job.check()
    found = find_areas(points, options)
    job.tell(0.5)
    layer = make_layer(points, found, options, job)
    columns, lowest = layer.columns, found.levels[0]
    job.tell(0.8)
    _tell(found, columns, options, job)
    tell_of_noise(layer, job)
    if outputs.wanted("AREAS"):
        write_polygons(outputs.path("AREAS"), points.crs, layer.wkb, columns, "active_areas")
    job.check()
    if outputs.wanted("FLAGGED"):
        order = near_to_near(points.xy)
        flagged = point_columns(points, found, layer)
        write_table(
            outputs.path("FLAGGED"), points.crs, points.x[order], points.y[order],
            {name: values[order] for name, values in flagged.items()},
        )  # fmt: skip
    job.check()
    outputs.look(
        "AREAS", limits=float(np.abs(columns["mean_mm_yr"]).max(initial=0.0)) or None,
        abstract="Areas of moving points, by their mean rate along the line of sight; found at a "
        f"resolution of {resolution:.3g} m.",
    )  # fmt: skip
    job.tell(1.0)
    return {
        "COUNT": len(layer.wkb), "KEPT": int((found.reason == 0).sum()),
        "MOVING": int(found.moving.sum()), "INSIDE": int((lowest.labels >= 0).sum()),
        "USED_THRESHOLD": None if np.isnan(lowest.threshold) else 1e3 * lowest.threshold,
        "AREA_KM2": float(columns["area_m2"][columns["level"] == 1].sum()) / 1e6,
        "USED_RESOLUTION": float(resolution),
        **{f"QUALITY_{q}": int((columns["quality"] == q).sum()) for q in (1, 2, 3, 4)},
    }  # fmt: skip


def _tell(found, columns, options, job) -> None:
    """Say what became of the points, and how many areas there are."""
    import numpy as np

    from ..selection import REASONS

    counts = np.bincount(found.reason, minlength=len(REASONS))
    for code, reason in REASONS.items():
        if code and counts[code]:
            job.note(f"{counts[code]} points left out: {reason}.")
    if counts[4] > 0.5 * (len(found.reason) - counts[1]):
        job.note(
            f"More than half of the points have no other within {options.window:.3g} m; if that "
            "was not meant, enlarge the window or the resolution."
        )
    for level in found.levels:
        speed = 1e3 * level.threshold
        job.note(f"{level.count} areas{'' if np.isnan(speed) else f' above {speed:.3g} mm/yr'}.")
    if not len(columns["level"]):
        job.note("No area was found: no points that move lie close enough together.")
    by_quality = np.bincount(columns["quality"], minlength=5)
    if by_quality.any():
        told = (f"{by_quality[q]} of {q}" for q in (1, 2, 3, 4) if by_quality[q])
        job.note(f"Quality (1 best, 4 discard): {', '.join(told)}.")
