# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Backscatter of several tracks at one incidence angle."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, folder, number, part, raster
from .backscatter_asked import BackscatterAsked


class NormaliseBackscatter(Chosen):
    """The scenes, their angles, and what the slope may depend on."""

    scenes = part(BackscatterAsked, changes={
        "folder": {
            "help": "GeoTIFFs of calibrated backscatter of several tracks in one polarisation, "
            "each with its time in the name (20200105T052000), on one map.",
        },
    })  # fmt: skip
    incidence = folder(
        "Folder of incidence angles",
        "Rasters in degrees or radians, one a scene (with its time in the name) or one a track "
        "(such as incidence_t044.tif for names with t044); those in the folder of backscatter "
        "whose names say so if empty.", optional=True,
    )  # fmt: skip
    dem = raster(
        "Elevation model", "In metres: the slope may depend on height.", optional=True,
    )  # fmt: skip
    classes = raster(
        "Classes of ground", "Whole numbers, such as kinds of ice: each has a slope of its own.",
        optional=True,
    )  # fmt: skip
    reference = number(
        "Reference angle (degrees)", "The mean of all pairs if empty.", None, 0.0, 89.0,
        optional=True,
    )  # fmt: skip
    hours = number(
        "Hours between the passes of a pair",
        "At most: the ground has to be alike. Fewer where it melts or drifts.", 24.0, 0.1, 1000.0,
    )  # fmt: skip
    noise_floor = number(
        "Noise floor (dB)",
        "NESZ of the sensor: what lies less than 3 dB above it is left out of the fit, as noise "
        "knows no slope. Needed for HV and VH over ice and water.", None, -60.0, 0.0, optional=True,
    )  # fmt: skip
    machine = part(Machine)


OUTPUTS = (
    Output(
        "folder", "NORMALISED", "Folder of normalised scenes",
        "GeoTIFFs of the same names and units; another folder than that of the scenes.",
        optional=True,
    ),
    Output(
        "raster", "SLOPE", "Slope with the angle",
        "dB a degree with its standard deviation, at the pairs' mean date.", optional=True,
        style="angle_slope", limits="p02_p98", name="Slope with the incidence angle",
        abstract="By which backscatter changes with the incidence angle, dB a degree.",
    ),
    Output(
        "file", "PAIRS", "Table of pairs", "What was left of each pair before and after.",
        "CSV (*.csv)", optional=True,
    ),
    Output(
        "file", "REPORT", "Report", "The slope beside the rules of cosines, pairs and terms.",
        "HTML (*.html)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "SCENES": "Scenes", "PAIRS_USED": "Pairs", "MEAN_SLOPE": "Mean slope (dB/degree)",
    "MEAN_SLOPE_STD": "Its standard deviation (dB/degree)",
    "ANGLE": "Reference angle (degrees)", "LEFT": "Left between passes (dB, held-out pairs)",
    "LEFT_RAW": "Left without any rule (dB)", "LEFT_COS": "Left by the cosine (dB)",
    "LEFT_COS2": "Left by the square of the cosine (dB)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Find the slope and take it off; see :mod:`...declare`."""
    from ...formats.text.csv_tables import write_csv
    from ..pages.normalisebackscatter import page
    from .normalising import (
        HEAD,
        Ground,
        compare,
        fitted,
        judge,
        normalise,
        pair_rows,
        write_slope,
    )
    from .passes import Passes

    notes, warnings = [], []
    job = job.kept(notes, warnings)
    with Passes(chosen, job) as passes, Ground(chosen, passes) as ground:
        samples, slope = fitted(passes, ground, chosen, job.part(0.0, 0.3))
        rest, numbers = compare(samples, slope, chosen.reference)
        judge(passes, samples, slope, rest, numbers, job)
        rows = pair_rows(passes, samples, rest)
        path = outputs.path("PAIRS")
        if path is not None:
            write_csv(path, HEAD, rows)
        outputs.text("REPORT", lambda: page(samples, slope, rest, numbers, rows, (notes, warnings)))
        write_slope(outputs, passes, ground, samples, slope, job.part(0.3, 0.4))
        if outputs.wanted("NORMALISED"):
            normalise(outputs, passes, ground, slope, numbers["ANGLE"], job.part(0.4, 1.0))
        outputs.when = tuple(passes.times[[0, -1]].astype("datetime64[D]"))
        return numbers | {"SCENES": len(passes.paths)}
