# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slopes that move: active areas on slopes that the radar sees, of one or two orbits."""

from __future__ import annotations

from ..areas.tools.asked import Lengths, Rates, Trusted
from ..asked import Blocks
from ..declare import Chosen, Output, flag, number, part, raster, whole
from ..geometry.tools.asked import SENTINEL_1, Look


class SlopeAreas(Chosen):
    """The orbits, the slopes, and which areas are removed."""

    rates = part(Rates)
    dem = raster(
        "Elevation model", "Heights in metres.",
    )  # fmt: skip
    look = part(Look, changes=SENTINEL_1)
    visibility = raster(
        "Visibility",
        "Classes that the tool 'Radar visibility' wrote for this orbit; computed from the "
        "elevation model and the look angles if empty.", optional=True, advanced=True,
    )  # fmt: skip
    rates_2 = part(Rates, "_2", " of the second orbit", changes={"points": {"optional": True}})
    look_2 = part(Look, "_2", " of the second orbit")
    visibility_2 = raster(
        "Visibility of the second orbit",
        "Classes that the tool 'Radar visibility' wrote for this orbit; computed from the "
        "elevation model and the look angles if empty.", optional=True, advanced=True,
    )  # fmt: skip
    threshold = number(
        "Rate (mm/yr)", "Points move above it, whatever the direction.", 15.0, 0.0,
    )  # fmt: skip
    minimum_points = whole(
        "Minimum number of points", "Of an area.", 5, 1,
    )  # fmt: skip
    least_slope = number(
        "Minimum mean slope (degrees)", "Areas on gentler ground are removed.", 10.0, 0.0, 89.0,
        advanced=True,
    )  # fmt: skip
    lengths = part(Lengths)
    trusted = part(Trusted)
    most_blind = number(
        "Share that may be blind",
        "Areas of which more is in layover, in shadow or along the beam are removed; 0 to 1.",
        0.5, 0.0, 1.0, advanced=True,
    )  # fmt: skip
    overlap = number(
        "Overlap", "Areas of two orbits are one where they share that part of the smaller one.",
        0.1, 0.001, 1.0, advanced=True,
    )  # fmt: skip
    smoothing = number(
        "Radius of slopes (m)",
        "Slopes are those of planes over that radius; 0 for 3 x 3 cells. Noise of elevation "
        "models makes gentle ground steep.", 0.0, 0.0, 1000000.0, advanced=True,
    )  # fmt: skip
    left_looking = flag(
        "Left-looking radar",
        "The radar looks to the left of its flight (a geometry file knows by itself).",
        advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """A second orbit needs its view."""
        view = self.look_2.incidence, self.look_2.geometry, self.look_2.incidence_raster
        given = any(value is not None for value in (self.visibility_2, *view))
        if self.rates_2.points is not None and not given:
            self.rates_2.refuse(
                "points",
                "the second orbit's look is not known; give its incidence and heading, or its "
                "visibility.",
            )
        if given and self.rates_2.points is None:
            self.rates_2.refuse("points", "is missing; give it, or leave the second orbit out.")

    def orbits(self) -> list:
        """The parts of each orbit that is given: rates, look and path of the visibility."""
        orbits = [(self.rates, self.look, self.visibility)]
        if self.rates_2.points is not None:
            orbits.append((self.rates_2, self.look_2, self.visibility_2))
        return orbits

    def options(self, resolution: float):
        """How active areas are found at a resolution, metres."""
        from ..areas.active import by_resolution
        from ..areas.clusters import ClusterOptions
        from ..areas.selection import SelectionOptions

        given = self.lengths.given()
        selection = SelectionOptions("fixed", self.threshold / 1e3)
        clusters = ClusterOptions("delaunay", self.minimum_points)
        return by_resolution(
            self.trusted.options(selection, clusters, given), resolution, given
        )  # fmt: skip


OUTPUTS = (
    Output(
        "polygons", "AREAS", "Slope areas",
        "Polygons with rates, quality, slope and each orbit's evidence.",
        style="areas",
    ),
    Output(
        "polygons", "REMOVED", "Removed areas",
        "Active areas that are no slope areas, with the reason.", optional=True,
        style="areas_removed", abstract="Active areas that are no slope areas, by the reason.",
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Slope areas",
    "BOTH": "Of them moving in both orbits",
    "REMOVED_COUNT": "Removed areas",
    "AREA_KM2": "Area (km2)",
    "USED_RESOLUTION": "Resolution (m)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Find the slope areas; see :mod:`..declare`."""
    import tempfile
    from pathlib import Path

    import numpy as np

    from ..areas.slope import KEPT, REASONS, SlopeRules
    from ..areas.tools.slope_merging import merged_areas, removed_areas
    from ..areas.tools.terrain_view import TerrainView
    from ..formats.elevation import Elevation
    from ..formats.vectors.features import write_polygons

    rules = SlopeRules(chosen.least_slope, chosen.most_blind, chosen.overlap)
    orbits, done = chosen.orbits(), []
    share = 0.5 / len(orbits)
    with Elevation(chosen.dem) as dem, tempfile.TemporaryDirectory() as folder:
        seen = [
            visibility or _visibility(
                chosen, number, Path(folder), job.part(share * number, share * (number + 1))
            )
            for number, (_, _, visibility) in enumerate(orbits)
        ]  # fmt: skip
        for number, (rates, look, _) in enumerate(orbits):
            job.tell(0.5 + 0.4 * number / len(orbits))
            look = look.source(chosen.left_looking)
            done.append(_areas(chosen, dem, rates.layer(), look, seen[number], rules, done, job))
        crs = done[0].points.crs
        wkb, columns = merged_areas(done, TerrainView(dem, chosen.smoothing, crs), rules, job)
    if outputs.wanted("AREAS"):
        write_polygons(outputs.path("AREAS"), crs, wkb, columns, "slope_areas")
    if outputs.wanted("REMOVED"):
        write_polygons(outputs.path("REMOVED"), crs, *removed_areas(done), layer="removed_areas")
    job.check()
    reasons = np.bincount(np.concatenate([orbit.reason for orbit in done]), minlength=len(REASONS))
    for code, reason in REASONS.items():
        if code != KEPT and reasons[code]:
            job.note(f"{reasons[code]} areas removed: {reason}.")
    job.note(f"{len(wkb)} slope ADAs.")
    resolution = " and ".join(f"{orbit.resolution:.3g}" for orbit in done)
    outputs.look(
        "AREAS", limits=float(np.abs(columns["mean_mm_yr"]).max(initial=0.0)) or None,
        abstract="Moving slopes, by their mean rate along the line of sight of the orbit with "
        f"more points; found at a resolution of {resolution} m.",
    )  # fmt: skip
    job.tell(1.0)
    return {
        "COUNT": len(wkb), "BOTH": int((columns["orbits"] == "both").sum()),
        "REMOVED_COUNT": int(reasons.sum() - reasons[KEPT]),
        "AREA_KM2": float(columns["area_m2"].sum()) / 1e6,
        "USED_RESOLUTION": float(done[0].resolution),
    }  # fmt: skip


def _visibility(chosen, number, folder, job):
    """Raster of what an orbit sees, as the tool 'Radar visibility' writes it."""
    from ..geometry.tools import visibility
    from ..outputs import execute

    of = ("first", "second")[number]
    job.note(f"Visibility of the {of} orbit is computed from the elevation model.")
    look = (chosen.look, chosen.look_2)[number].by_id()
    given = {own.id: own.default for own in visibility.Visibility.PARAMETERS}
    given.update(DEM=chosen.dem, LEFT_LOOKING=chosen.left_looking)
    given.update((name.removesuffix("_2"), value) for name, value in look.items())
    path = folder / f"visibility{number}.tif"
    asked = visibility.Visibility.of(given, as_they_are=True)
    execute(visibility, asked, {"CLASSES": path}, job)
    return path


def _areas(chosen, dem, source, look, visibility, rules, done, job):
    """Areas of an orbit, and which of them are on slopes that it sees; an ``OrbitAreas``."""
    from ..areas.active import find_areas
    from ..areas.slope import KEPT, blind_share, judge
    from ..areas.tools.area_layer import make_layer, tell_of_noise
    from ..areas.tools.area_points import read_area_points, resolution_of
    from ..areas.tools.slope_merging import OrbitAreas
    from ..areas.tools.terrain_view import TerrainView
    from ..formats.vectors.features import transformed

    points, notes = read_area_points(source, job.cancelled)
    for note in notes:
        job.note(note)
    terrain = TerrainView(dem, chosen.smoothing, points.crs)
    terrain.reach(points.x, points.y, "the points", visibility, job.note)
    resolution = chosen.lengths.resolution or resolution_of(points, job)
    options = chosen.options(resolution)
    found = find_areas(points, options)
    layer = make_layer(points, found, options, job)
    tell_of_noise(layer, job)
    slopes = terrain.slopes(layer.wkb, job.cancelled)
    cells = terrain.classes(visibility, layer.wkb, job.cancelled)
    reason = judge(slopes.mean, cells, rules)
    job.note(
        f"{len(layer.wkb)} active areas, {int((reason == KEPT).sum())} of them on slopes that "
        "the radar sees."
    )
    shapes = layer.local
    if done:
        shapes = transformed(shapes, points.local.crs, done[0].points.local.crs)
    return OrbitAreas(
        points, found, options, layer, shapes, slopes, blind_share(cells),
        terrain.sensitivity(look, slopes, job.note), reason, visibility, look, resolution,
    )  # fmt: skip
