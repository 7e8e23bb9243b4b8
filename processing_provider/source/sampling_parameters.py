# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How the down-sampling asks for its method, its places and its errors."""

from __future__ import annotations

from ..areas.layer_parameters import LINES, POLYGONS, add_layer
from .slip_parameters import add_slip_model

METHODS = ("quadtree", "uniform", "resolution", "model")
CRITERIA = ("curvature", "variance", "gradient")
WEIGHTS = ("one", "area", "pixels")


def add_method(tool) -> None:
    """Declare how cells are chosen."""
    tool.add_choice(
        "METHOD", "Method",
        "quadtree: cells are cut where displacement varies; uniform: all of one size; "
        "resolution: cells are cut that tell of a fault what no other does; model: as "
        "quadtree, after a model's displacement, for signals weaker than the noise.",
        METHODS, METHODS[0],
    )  # fmt: skip
    tool.add_choice(
        "CRITERION", "Criterion of the quadtree",
        "curvature: root mean square about the cell's plane; variance: about its mean; "
        "gradient: the rise of the plane over the cell.", CRITERIA, CRITERIA[0], advanced=True,
    )  # fmt: skip
    tool.add_number(
        "COUNT", "Samples wanted",
        "The threshold is found that gives at most so many, if cells may be as large as that.",
        800, 10, 100_000, integer=True,
    )  # fmt: skip
    tool.add_number(
        "THRESHOLD", "Threshold",
        "In mm, of the criterion; of the data resolution (0 to 1) with that method. In place "
        "of the number of samples.", None, 0.0, optional=True, advanced=True,
    )  # fmt: skip
    for name, title, help in (
        ("SMALLEST", "Smallest cell (m)",
         "A 256th of the scene's shorter side, and 4 pixels at least, where empty."),
        ("LARGEST", "Largest cell (m)", "About an eighth of the scene where empty."),
    ):  # fmt: skip
        tool.add_number(name, title, help, None, 1e-3, optional=True, advanced=True)
    tool.add_number(
        "HOLES", "Largest share without data (%)",
        "Emptier cells are cut up to twice more, and left out if that does not help.", 50.0,
        0.0, 99.9, advanced=True,
    )  # fmt: skip
    tool.add_flag(
        "DETREND", "Take a ramp off before the criterion",
        "The plane through the far field; samples keep it.", True, advanced=True,
    )  # fmt: skip
    tool.add_flag("MEDIAN", "Medians in place of means", "Of the pixels of a cell.", advanced=True)
    tool.add_choice(
        "WEIGHT", "Weights",
        "Besides the covariance: one for all, or by the area with data, or by the root of the "
        "number of pixels; their mean is 1.", WEIGHTS, WEIGHTS[0], advanced=True,
    )  # fmt: skip
    add_slip_model(
        tool, "SLIP", "Fault or slip model",
        "For the methods resolution (patches alone will do) and model.", advanced=True,
    )  # fmt: skip
    for name, title, help, value, high in (
        ("FAULT_DIP", "Dip of the rupture (degrees)",
         "With its trace, a fault for the method resolution: to the right of the way the line was "
         "drawn, unless fields of the layer say it.", None, 90.0),
        ("FAULT_WIDTH", "Width of the rupture (km)", "Down the dip, with its trace.", None, 500.0),
        ("PATCH", "Patches of the fault (km)",
         "Size of the patches into which a trace or a single plane is cut.", 2.0, 500.0),
    ):  # fmt: skip
        tool.add_number(
            name, title, help, value, 0.0 if value is None else 1e-3, high, optional=value is None,
            advanced=True,
        )  # fmt: skip
    tool.add_raster(
        "PREDICTION", "Displacement of a model",
        "For the method model, in place of a slip model: along the same line of sight.",
        optional=True, advanced=True,
    )  # fmt: skip


def add_places(tool) -> None:
    """Declare where pixels count."""
    add_layer(
        tool, "AREA", "Area of interest", "Only pixels inside count.", [POLYGONS],
        optional=True,
    )  # fmt: skip
    add_layer(
        tool, "LEFT_OUT", "Areas to leave out", "Such as unwrapping errors, lakes, slides.",
        [POLYGONS], optional=True, advanced=True,
    )  # fmt: skip
    add_layer(tool, "TRACE", "Rupture", "Trace of the fault.", [LINES], True, True)
    for name, title, help in (
        ("TRACE_MASK", "Leave out nearer to the rupture than (m)",
         "Where phase is not coherent or was unwrapped over the fault."),
        ("NEAR", "Finer cells up to (m) from the rupture", "0 for none."),
        ("NEAR_CELL", "Largest cell there (m)", "With the distance above."),
    ):  # fmt: skip
        tool.add_number(name, title, help, 0.0, 0.0, advanced=True)


def add_noise(tool) -> None:
    """Declare how the errors are found."""
    tool.add_flag(
        "SEMIVARIOGRAM", "Covariance from the far field",
        "Exponential semivariogram with a nugget, fitted to pairs of pixels at random. "
        "Without, samples are independent with the scatter of their pixels.", True, advanced=True,
    )  # fmt: skip
    add_layer(
        tool, "FAR", "Far field",
        "Where nothing but noise is; where empty, all beyond a distance from the steepest "
        "displacement, from which on the map is quiet.", [POLYGONS], True, True,
    )  # fmt: skip
    for name, title, help in (
        ("FAR_FROM", "Far field from (km)", "From the steepest displacement."),
        ("SILL", "Sill (mm2)", "Variance of the correlated errors, in place of the fit."),
        ("RANGE", "Range (km)", "Over which correlation falls to 1/e; with the sill."),
        ("NUGGET", "Nugget (mm2)", "Variance of a pixel's own noise; with the sill."),
    ):
        tool.add_number(name, title, help, None, 0.0, optional=True, advanced=True)
    tool.add_number(
        "PAIRS", "Pairs of pixels", "For the semivariogram.", 200_000, 1000, 10_000_000,
        integer=True, advanced=True,
    )  # fmt: skip
    tool.add_number(
        "SEED", "Seed", "The same seed draws the same pairs.", 0, 0, integer=True,
        advanced=True,
    )  # fmt: skip
