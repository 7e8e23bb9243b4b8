# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Several orbits' motion taken apart into up and east (or along the aspect, or north, too)."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, file, flag, number, other, part, point, raster, whole
from ...errors import GroundshiftError
from .asked import Look, RateFields

ORBITS = ("", "_2", "_3", "_4")
SERIES = {"EAST_SERIES": "east", "UP_SERIES": "up"}
MM = 1e-3


class Decompose(Chosen):
    """The orbits' motion, what is known of north, and the common reference."""

    rates = other(
        "rates", "Motion: points or raster",
        "Along the line of sight, positive towards the satellite.", shapes=("points", "raster"),
    )  # fmt: skip
    look = part(Look)
    rates_2 = rates.named("", title="Motion of the second orbit: points or raster")
    look_2 = part(Look, "_2", " of the second orbit")
    rates_3 = rates.named(
        "", title="Motion of the third orbit: points or raster", optional=True, advanced=True
    )
    look_3 = part(Look, "_3", " of the third orbit", advanced=True)
    rates_4 = rates_3.named("", title="Motion of the fourth orbit: points or raster")
    look_4 = part(Look, "_4", " of the fourth orbit", advanced=True)
    series = file(
        "Time series",
        "Of the first orbit, HDF5 in MintPy's layout (timeseries.h5) or of LiCSBAS (cum.h5): with "
        "those of the others it gives series of east and up.", "HDF5, Zarr",
        optional=True,
        advanced=True,
    )  # fmt: skip
    series_2 = series.named("", title="Time series of the second orbit")
    series_3 = series.named("", title="Time series of the third orbit")
    series_4 = series.named("", title="Time series of the fourth orbit")
    horizontal = choice(
        "Horizontal direction",
        "east: up and east; aspect: up and along the steepest slope of the elevation model "
        "(positive downhill).", ("east", "aspect"),
    )  # fmt: skip
    dem = raster(
        "Elevation model", "For motion along the aspect: heights in metres.", optional=True,
    )  # fmt: skip
    reference = choice(
        "Common reference",
        "none: as the tracks are; area: the median of every track about a point is made the "
        "motion that is known there; level: constants that make three and more observations fit"
        " each other (what looks like motion in all of them stays).",
        ("none", "area", "level"),
    )  # fmt: skip
    reference_point = point(
        "Reference point", "For the reference 'area'.",
    )  # fmt: skip
    reference_radius = number(
        "Reference radius (m)", "About the reference point.", 500.0, 1.0, 1000000.0,
        advanced=True,
    )  # fmt: skip
    reference_east = number(
        "Motion of the reference: east (mm or mm/yr)",
        "Known there, from GNSS; 0 takes it as stable.", 0.0, advanced=True,
    )  # fmt: skip
    reference_north = number(
        "Motion of the reference: north (mm or mm/yr)",
        "Known there, from GNSS; 0 takes it as stable.", 0.0, advanced=True,
    )  # fmt: skip
    reference_up = number(
        "Motion of the reference: up (mm or mm/yr)",
        "Known there, from GNSS; 0 takes it as stable.", 0.0, advanced=True,
    )  # fmt: skip
    cell = number(
        "Cell size (m)",
        "Of the common grid; that of the coarsest raster if empty. Needed for points alone.",
        None, 0.1, optional=True, advanced=True,
    )  # fmt: skip
    least_points = whole(
        "Minimum number of points in a cell", "Of each layer of points.", 1, 1, advanced=True,
    )  # fmt: skip
    common_span = flag(
        "Rates over the common time",
        "Points with series (DYYYYMMDD): rates are fitted anew over the time that all tracks "
        "share.", True, advanced=True,
    )  # fmt: skip
    azimuth = other(
        "rates", "Azimuth motion: points or raster",
        "Along the flight (pixel offsets, multi-aperture or burst overlap), positive in flight "
        "direction: tells north.", shapes=("points", "raster"), optional=True,
        advanced=True,
    )  # fmt: skip
    azimuth_2 = azimuth.named(
        "", title="Azimuth motion of the second orbit: points or raster"
    )  # fmt: skip
    azimuth_std = number(
        "Standard deviation of azimuth motion (mm or mm/yr)", "Where the layer has none.", 20.0,
        0.001, advanced=True,
    )  # fmt: skip
    north = other(
        "rates", "North motion: points or raster", "Interpolated from GNSS, for example.",
        shapes=("points", "raster"), optional=True, advanced=True,
    )  # fmt: skip
    north_std = number(
        "Standard deviation of north (mm or mm/yr)",
        "Of the north motion, where its layer has none. Without such a layer north is taken as "
        "zero, give or take so much, which goes into the errors of east and up; empty neglects "
        "it.", None, 0.001, optional=True, advanced=True,
    )  # fmt: skip
    std = number(
        "Standard deviation where there is none (mm or mm/yr)",
        "For tracks without a layer of standard deviations.", 2.0, 0.001, advanced=True,
    )  # fmt: skip
    rate_fields = part(RateFields)
    rate_fields_2 = part(RateFields, "_2", " of the second orbit")
    rate_fields_3 = part(RateFields, "_3", " of the third orbit")
    rate_fields_4 = part(RateFields, "_4", " of the fourth orbit")
    condition_limit = number(
        "Largest condition number",
        "Cells with a worse geometry are left out; an ascending and a descending Sentinel-1 "
        "have 1.0 to 1.7.", 8.0, 1.01, 1000000.0, advanced=True,
    )  # fmt: skip
    flat = number(
        "Flat below (degrees)", "Gentler slopes have no aspect.", 5.0, 0.0, 45.0, advanced=True,
    )  # fmt: skip
    radius = number(
        "Radius of the slope (m)",
        "Aspects are those of planes fitted to so large a neighbourhood; 0 takes 3 x 3 cells.",
        60.0, 0.0, 5000.0, advanced=True,
    )  # fmt: skip
    quantity = choice(
        "What the layers hold", "For the names of the bands.", ("rates", "displacements"),
        advanced=True,
    )  # fmt: skip
    away = flag(
        "Positive away from the satellite", "Motion of all orbits.", advanced=True,
    )  # fmt: skip
    left_looking = flag(
        "Left-looking radar", "All orbits look to the left of their flight.", advanced=True,
    )  # fmt: skip
    unit = choice(
        "Unit of the rates", "A year; a raster's own unit goes first.", ("mm", "cm", "m"),
        advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """What belongs together is there together."""
        aspect = self.horizontal == "aspect"
        if aspect and self.tells_series:
            self.refuse("series", "goes with up and east alone; leave it out.")
        if aspect and self.dem is None:
            self.refuse("dem", "is missing for motion along the aspect; give one.")
        if self.reference == "area" and self.reference_point is None:
            self.refuse("reference_point", "is missing for the reference 'area'; give one.")
        if aspect and self.north is not None:
            raise GroundshiftError(
                "North motion tells nothing of motion along the aspect; leave it out, or decompose "
                "into up and east."
            )
        if aspect and self.north_std is not None:
            raise GroundshiftError(
                "Motion along the aspect has a north part of its own; leave the standard deviation "
                "of north out, or decompose into up and east."
            )

    @property
    def tells_north(self) -> bool:
        """Whether north is known by anything, and looked for."""
        tells = self.north, self.north_std, self.azimuth, self.azimuth_2
        return self.horizontal == "east" and any(value is not None for value in tells)

    @property
    def tells_series(self) -> bool:
        """Whether there are time series."""
        return any(getattr(self, f"series{suffix}") is not None for suffix in ORBITS)

    def gives(self, output: str) -> bool:
        """Series come of series alone."""
        return self.tells_series or output not in SERIES

    def sources(self) -> list:
        """A :class:`...formats.series_tracks.SeriesSource` of each time series."""
        from ...formats.series_tracks import SeriesSource

        found = []
        for suffix in ORBITS:
            path = getattr(self, f"series{suffix}")
            if path is not None:
                look = getattr(self, f"look{suffix}").source(self.left_looking)
                found.append(SeriesSource(path, look, MM * self.std))
        return found

    def tracks(self) -> list:
        """A :class:`.orbits.Track` of each layer that was given."""
        from ...formats.measurements import RateLayer
        from .orbits import Track

        tracks = []
        for suffix in ORBITS:
            layer = getattr(self, f"rates{suffix}")
            if layer is None:
                continue
            look = getattr(self, f"look{suffix}").source(self.left_looking)
            fields = getattr(self, f"rate_fields{suffix}")
            source = fields.source(layer, self.unit, self.away)
            tracks.append(Track(source, "los", look, MM * self.std))
            offsets = getattr(self, f"azimuth{suffix}", None)
            if offsets is not None:
                source = RateLayer(*offsets[:3], "los", self.unit)
                tracks.append(Track(source, "azimuth", look, MM * self.azimuth_std))
        if self.north is not None:
            source = RateLayer(*self.north[:3], "los", self.unit)
            std = self.std if self.north_std is None else self.north_std
            tracks.append(Track(source, "north", None, MM * std))
        return tracks


OUTPUTS = (
    Output(
        "raster", "UP", "Up", "Motion up and its standard deviation; mm/yr, or mm.",
        style="velocity", limits="symmetric", name="Motion up",
    ),
    Output(
        "raster", "EAST", "East, or along the aspect",
        "Motion and its standard deviation; along the aspect also the length, inclination "
        "(negative is down) and azimuth of the motion.",
        style="velocity", limits="symmetric",
    ),
    Output(
        "raster", "NORTH_MOTION", "North",
        "Where azimuth motion, north motion or its standard deviation is given.", optional=True,
        by_default=False, advanced=True, style="velocity", limits="symmetric", name="Motion north",
    ),
    Output(
        "raster", "QUALITY", "Quality",
        "Bands: correlation of the errors of both, condition number, residual (with more "
        "observations than components).", optional=True, style="coefficient",
        name="Quality of the decomposition",
        abstract="Correlation of the errors of the components, condition number, residual.",
    ),
    Output(
        "raster", "STATUS", "Status", "Solved, or why not.", optional=True, by_default=False,
        style="decomposition", name="Status of the decomposition",
        abstract="Which cells were solved, and why others were not.",
    ),
    Output(
        "file", "EAST_SERIES", "East series",
        "Of the orbits' time series: HDF5 in MintPy's layout, metres, with standard deviations.",
        "HDF5, Zarr", optional=True, by_default=False, advanced=True,
    ),
    Output(
        "file", "UP_SERIES", "Up series", "The same for the motion up.", "HDF5, Zarr",
        optional=True, by_default=False, advanced=True,
    ),
)  # fmt: skip
NUMBERS = {
    "SOLVED": "Cells solved",
    "ILL_CONDITIONED": "Left out: directions alike",
    "TOO_FEW": "Left out: too few tracks",
    "CONDITION": "Median condition number",
    "MEDIAN_UP": "Median up (mm or mm/yr)",
    "MEDIAN_EAST": "Median east or along the aspect (mm or mm/yr)",
    "RESIDUAL": "Median residual (mm or mm/yr)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Take the motion apart; see :mod:`...declare`."""
    import contextlib
    from functools import partial

    import numpy as np

    from ...formats.common_grid import choose_grid
    from ...formats.elevation import Elevation
    from ..decomposition import STATUS
    from .decompose_reference import reference_constants, share_span
    from .decompose_scene import Scene, solve
    from .orbits import PointTrack, RasterTrack, open_track

    if outputs.wanted("NORTH_MOTION") and not chosen.tells_north:
        raise GroundshiftError(
            "North (NORTH_MOTION): nothing tells north; give azimuth motion, north motion or its "
            "standard deviation, or leave this layer out."
        )
    with contextlib.ExitStack() as stack:
        dem = None
        if chosen.horizontal == "aspect":
            dem = stack.enter_context(Elevation(chosen.dem))
        tracks = [open_track(one, chosen.least_points, job.note) for one in chosen.tracks()]
        share_span(tracks, chosen.common_span, job.note)
        grid = choose_grid(
            [(str(t.track.source.path), t.grid) for t in tracks if isinstance(t, RasterTrack)],
            [
                (str(t.track.source.path), *t.place_of_points) for t in tracks
                if isinstance(t, PointTrack)
            ],
            chosen.cell,
        )  # fmt: skip
        job.note(f"Common grid: {grid.rows}x{grid.cols} cells of {abs(grid.transform[1]):.6g}.")
        for one in tracks:
            one.place(grid, job.note)
        scene = Scene(grid, tracks, chosen, dem)
        scene.tell_geometry(job.note)
        scene.shift = reference_constants(scene, job.part(0.0, 0.2))
        counts = np.zeros(1 + max(STATUS), np.int64)

        def write(window, values):
            rasters.write(window, values)
            counts[:] += np.bincount(values["STATUS"].ravel(), minlength=len(counts))

        layers = _layers(outputs, scene.components, chosen.quantity == "displacements")
        with outputs.rasters(layers, grid, summarised=("condition", "residual")) as rasters:
            job.part(0.2, 0.5 if outputs.wanted(*SERIES) else 1.0).blocks(
                partial(
                    solve, components=scene.components, flat_slope=chosen.flat,
                    limit=chosen.condition_limit,
                ),
                scene.read, write, grid, scene.bytes_per_pixel,
            )  # fmt: skip
    if not counts[1]:
        _refuse(counts, chosen.condition_limit)
    found = dict(outputs.summaries)
    if outputs.wanted(*SERIES):
        from .motion_files import write_motion

        write_motion(
            chosen.sources(), SERIES, outputs, job.part(0.5, 1.0), "east_up",
            limit=chosen.condition_limit, cell=chosen.cell, maps=False,
        )  # fmt: skip
    return {
        "SOLVED": int(counts[1]), "ILL_CONDITIONED": counts[2], "TOO_FEW": counts[3],
        "CONDITION": found["condition"].median, "MEDIAN_UP": found["UP"].median,
        "MEDIAN_EAST": found["EAST"].median,
        "RESIDUAL": found["residual"].median if found["residual"].count else None,
    }  # fmt: skip


def _layers(outputs, components, displacement) -> dict:
    """The rasters by id, and how those of components look."""
    from ...outputs import Layer

    unit, tail = ("mm", "mm") if displacement else ("mm/yr", "mm_yr")
    layers = {}
    for name, component in components.items():
        bands = [(f"{component}_{tail}", unit), (f"{component}_std_{tail}", unit)]
        title, sense = f"Motion {component}", component
        if component == "along_aspect":
            title, sense = "Motion along the steepest slope", "downhill"
            bands += [
                (f"magnitude_{tail}", unit), ("inclination_deg", "degrees"),
                ("azimuth_deg", "degrees"),
            ]  # fmt: skip
        layers[name] = Layer(tuple(bands))
        words = "mm" if displacement else "mm a year"
        outputs.look(
            name, style="displacement" if displacement else "velocity", title=title,
            abstract=f"{title} in {words}, positive {sense}, from several orbits.",
        )  # fmt: skip
    quality = f"correlation_{components['EAST']}_up", "condition_number"
    layers["QUALITY"] = Layer(((quality[0],), (quality[1],), (f"residual_{tail}", unit)))
    layers["STATUS"] = Layer((("status",),), dtype="uint8", nodata=0)
    outputs.look("QUALITY", limits=1.0)
    return layers


def _refuse(counts, limit):
    if not counts[1:].any():
        raise GroundshiftError(
            "No cell has a value of any track; check that the layers overlap and their no-data "
            "values."
        )
    if counts[2] >= max(counts[3], counts[4]):
        raise GroundshiftError(
            "The directions are too much alike everywhere to tell the components apart (condition "
            f"number over {limit:g}); add an orbit that looks from another side, such as the "
            "opposite pass."
        )
    raise GroundshiftError(
        "No cell has a value of as many tracks as are needed; check that the layers overlap, or "
        "give larger cells."
    )
