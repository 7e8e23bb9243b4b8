# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Persistent scatterers of a stack of images: files in, points and series out."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, area, choice, file, flag, number, part, point, text, whole
from .asked import Images

METHODS = ("auto", "spacetime", "spurt")


class Ps(Chosen):
    """How persistent scatterers and their motion are found."""

    images = part(Images)
    geometry = file(
        "Geometry",
        "The geometry file of the stack: incidence and distance for the height errors; adds "
        "height and line of sight to the points.", "HDF5, Zarr", optional=True,
    )  # fmt: skip
    polarisation = text(
        "Polarisation",
        "Such as VH; BOTH mixes the stack's first two at every pixel so that the amplitude "
        "varies least, and tells how many points that gains; the first if empty.",
    )  # fmt: skip
    dispersion = number(
        "Limit of amplitude dispersion",
        "Pixels below are candidates. Of two polarisations a lower one is taken, below which "
        "lies as much speckle.", 0.4, 0.01, 2.0,
    )  # fmt: skip
    noise_share = number(
        "Share of noise (%)",
        "How many of the candidates that pass as stable may be noise, before weeding, and how "
        "many of the points ground that stays coherent.", 5.0, 0.01, 50.0,
    )  # fmt: skip
    noise_density = number(
        "Noise per square kilometre",
        "Instead of the share of noise: how many noisy pixels may pass on a square kilometre.",
        None, 0.001, optional=True, advanced=True,
    )  # fmt: skip
    separate = flag(
        "One of touching pixels",
        "Of pixels that touch only the most stable one stays, as the others may be its side "
        "lobes.", True, advanced=True,
    )  # fmt: skip
    keep_ground = flag(
        "Keep coherent ground",
        "Points whose amplitude is no steadier than that of ground as coherent as what "
        "surrounds them stay: more points, of which most may be no scatterers; their errors are"
        " correlated in time, so that the standard deviation of their rates is too small.",
        advanced=True,
    )  # fmt: skip
    zero_height = flag(
        "Leave out height 0",
        "Points whose height in the geometry file is exactly 0, as at sea or where the "
        "elevation model has a void, are left out.", advanced=True,
    )  # fmt: skip
    max_noise = number(
        "Largest phase noise (rad)",
        "Of a point at one date: its own part of what the arcs to its neighbours show.", 0.5,
        0.01, 1.8,
    )  # fmt: skip
    min_temporal_coherence = number(
        "Minimum temporal coherence",
        "Of the unwrapped series relative to the neighbour that it fits best, rates and height "
        "errors taken off; points below, which are noisy or got wrong cycles, are left out.",
        0.7, 0.0, 1.0,
    )  # fmt: skip
    reference_point = point(
        "Reference point",
        "Where the motion is taken as zero. Without point and area it is the mean of the stable"
        " points whose rates are the commonest.",
    )  # fmt: skip
    reference_radius = number(
        "Reference radius (m)",
        "Points so near to the reference point are averaged; the nearest one if there is none.",
        200.0, 0.0, advanced=True,
    )  # fmt: skip
    reference_area = area(
        "Reference area",
        "A rectangle whose points' mean is the reference; goes before the point.", advanced=True,
    )  # fmt: skip
    reference_date = text(
        "Reference image",
        "YYYYMMDD of the image that the phases are relative to; that of the smallest expected "
        "decorrelation if empty. Displacements are relative to the first date in any case.",
        advanced=True,
    )  # fmt: skip
    max_height = number(
        "Largest height error (m)", "That is searched, to either side.", 30.0, 0.0, 1000.0,
        advanced=True,
    )  # fmt: skip
    cell = number(
        "Cell of the filter (m)",
        "Phases are summed in cells before the phase that neighbours share is filtered out.",
        50.0, 1.0, 5000.0, advanced=True,
    )  # fmt: skip
    window = whole(
        "Window of the filter (cells)",
        "Even; of every window's own spectrum the strong parts pass.", 32, 8, 256, advanced=True,
    )  # fmt: skip
    low_pass = number(
        "Low-pass of the filter (m)", "Shared phase of longer waves passes in any case.", 800.0,
        10.0, 1000000.0, advanced=True,
    )  # fmt: skip
    iterations = whole(
        "Maximum number of rounds", "Of the search for stable phases.", 10, 1, 100,
        advanced=True,
    )  # fmt: skip
    incidence = number(
        "Incidence (degrees)",
        "Where the geometry does not give it: from the vertical, one for the scene; from the "
        "stack's attributes if empty.", None, 1.0, 89.0, optional=True, advanced=True,
    )  # fmt: skip
    method = choice(
        "Unwrapping",
        "auto is spacetime: a rate and height difference along the arcs between points, then "
        "minimum cost flow by date; spurt is the package of that name, where it is installed.",
        METHODS, advanced=True,
    )  # fmt: skip
    min_part = whole(
        "Minimum number of points of a part",
        "Points that good arcs join only to fewer others are left out.", 5, 1, advanced=True,
    )  # fmt: skip
    atmosphere_days = number(
        "Atmosphere: days",
        "What changes faster is taken for atmosphere where it is smooth in space; 0 leaves it "
        "in the series.", 60.0, 0.0, advanced=True,
    )  # fmt: skip
    atmosphere_metres = number(
        "Atmosphere: metres",
        "Standard deviation of the Gaussian that smooths it; 0 leaves it in the series.", 500.0,
        0.0, advanced=True,
    )  # fmt: skip
    seed = whole(
        "Seed", "Of the decoys; the same seed gives the same points.", 0, 0, advanced=True,
    )  # fmt: skip
    blocks = part(Machine)

    def check(self):
        """The reference image is a date, the window even."""
        self.day()
        if self.window % 2:
            self.refuse("window", "has to be even; give an even number.")

    def day(self):
        """Date of the reference image, or None."""
        from ...data.dates import parse_dates

        dates = list(parse_dates(self.reference_date))
        if len(dates) > 1:
            self.refuse("reference_date", f"is {len(dates)} dates; give one.")
        return dates[0] if dates else None


OUTPUTS = (
    Output(
        "points", "POINTS", "Points",
        "GeoPackage: rate, its standard deviation, temporal coherence, phase stability (gamma),"
        " amplitude dispersion, phase noise, height error, residual noise, part of the "
        "unwrapping (component), and the displacement of every date in mm.",
        style="points_velocity", limits="symmetric", name="Persistent scatterers",
        abstract="Rate (velocity_mm_yr) and displacement by date (DYYYYMMDD, mm) along the line "
        "of sight, positive towards the satellite.",
    ),
    Output(
        "file", "TIMESERIES", "Displacement time series",
        "HDF5 in MintPy's layout on the grid of the images, no data between the points; for "
        "'Velocity model' and the tools after it.", "HDF5, Zarr", optional=True,
    ),
    Output(
        "raster", "MASK", "Mask", "1 at persistent scatterers, 0 elsewhere; on the map.",
        optional=True, by_default=False, style="persistent", name="Persistent scatterers (mask)",
        abstract="1: persistent scatterer, 0: none.",
    ),
)  # fmt: skip
NUMBERS = {
    "CANDIDATES": "Candidates",
    "SELECTED": "Candidates more stable than noise",
    "COUNT": "Points",
    "EXPECTED_NOISE": "Expected noise among the stable (%)",
    "SINGLE_COUNT": "Points of one polarisation, before unwrapping",
    "GAINED": "Scatterers gained by the second polarisation, before unwrapping",
    "PARTS": "Parts of the unwrapping",
    "REFERENCE_X": "Reference x",
    "REFERENCE_Y": "Reference y",
    "MEDIAN_NOISE": "Median residual noise (mm)",
    "FASTEST_AWAY": "Fastest rate away (mm/yr)",
    "FASTEST_TOWARDS": "Fastest rate towards (mm/yr)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Find the points and their motion; see :mod:`...declare`."""
    import numpy as np

    from ...data.statistics import Sampler
    from ...formats.points.points import write_points
    from ...formats.scratch import Scratch
    from .ps_choosing import choose
    from .ps_outputs import write_rasters
    from .ps_scene import open_scene
    from .ps_solving import solve

    scene = open_scene(chosen, job)
    path = outputs.path("POINTS")
    with Scratch(outputs.targets["POINTS"].parent, job.budget // 2) as scratch:
        points, numbers = choose(scene, chosen, scratch, job.part(0.0, 0.6))
    solved = solve(scene, points, chosen, job.part(0.6, 0.9))
    write_points(path, solved.points)
    write_rasters(outputs, scene, solved, job.part(0.9, 1.0))
    rates = Sampler(scene.stack.grid)
    rates.add_values(solved.points.velocity * 1e3)
    outputs.when = scene.stack.dates[0], scene.stack.dates[-1]
    outputs.summaries["POINTS"] = velocity = rates.summary()
    return {
        **numbers, "COUNT": len(solved.points), "PARTS": solved.parts,
        "REFERENCE_X": solved.reference[0], "REFERENCE_Y": solved.reference[1],
        "MEDIAN_NOISE": float(np.median(solved.points.extra["residual_std_mm"])),
        "FASTEST_AWAY": velocity.minimum, "FASTEST_TOWARDS": velocity.maximum,
    }  # fmt: skip
