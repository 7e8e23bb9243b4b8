# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Long-wavelength motion removed from short-wavelength interferograms, and restored."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, choice, file, layer, number, part, whole
from ...errors import GroundshiftError

GIVEN = {"remove": ("RESIDUAL", "MODEL", "PREDICTION"), "restore": ("RESTORED", "VELOCITY")}
NEEDED = {"remove": ("RESIDUAL", "MODEL"), "restore": ("RESTORED",)}


class MultiSensor(Chosen):
    """What is predicted of one wavelength by the other."""

    mode = choice(
        "What to do",
        "remove: take the predicted phase out of a stack; restore: add it back to the series "
        "that was inverted from what was left.", ("remove", "restore"),
    )  # fmt: skip
    stack = file(
        "Short-wavelength stack", "For remove: ifgramStack.h5, wrapped or unwrapped.",
        "HDF5, Zarr", optional=True,
    )  # fmt: skip
    long_series = file(
        "Long-wavelength series",
        "For remove: timeseries.h5 of the longer wavelength, on any grid.",
        "HDF5, Zarr",
        optional=True,
    )  # fmt: skip
    long_points = layer(
        "Long-wavelength points",
        "Instead of the series: points with fields DYYYYMMDD in mm, and los_east, los_north, "
        "los_up.", ("points",), optional=True,
    )  # fmt: skip
    assumption = choice(
        "Assumed motion",
        "What turns one line of sight into the other: vertical motion, motion down the slope "
        "(vertical where it is under 5 degrees), or the same look of both.",
        ("vertical", "down_slope", "same_los"),
    )  # fmt: skip
    geometry = file(
        "Geometry of the stack",
        "Look vectors, and heights for down_slope; not needed for same_los.",
        "HDF5, Zarr", optional=True,
    )  # fmt: skip
    long_geometry = file(
        "Geometry of the long-wavelength series",
        "Look vectors; not needed for points and for same_los.", "HDF5, Zarr",
        optional=True,
    )  # fmt: skip
    degree = whole(
        "Polynomial degree", "In time: 1 is a constant rate, 2 has an acceleration.", 1, 1, 3,
    )  # fmt: skip
    interpolation = choice(
        "Interpolation",
        "spline: Clough-Tocher spline through the nodes; thin_plate: thin-plate spline, which "
        "can smooth but is slow; kriging: Gaussian process on a sample of the nodes, for few or"
        " noisy points.", ("spline", "thin_plate", "kriging"),
    )  # fmt: skip
    min_coherence = number(
        "Minimum temporal coherence",
        "Of the long-wavelength pixels that are used, where the series has one.", 0.7, 0.0, 1.0,
        advanced=True,
    )  # fmt: skip
    phase = choice(
        "Phase of the stack",
        "auto takes it as wrapped where the stack has wrapPhase only, or no value is beyond pi."
        " Wrapped phase stays wrapped: unwrap the residual stack, invert, then restore.",
        ("auto", "unwrapped", "wrapped"), advanced=True,
    )  # fmt: skip
    outside = choice(
        "Beyond the long-wavelength data",
        "no_data drops the phase; keep leaves it, with a step at the edge.", ("no_data", "keep"),
        advanced=True,
    )  # fmt: skip
    reach = number(
        "Reach of a node (m)",
        "Nothing is predicted further from the next node; three times their spacing if empty.",
        None, 0.1, optional=True, advanced=True,
    )  # fmt: skip
    neighbours = whole(
        "Neighbours", "Nodes of a thin-plate spline.", 24, 4, advanced=True,
    )  # fmt: skip
    sample = whole(
        "Sample", "Maximum number of nodes for kriging.", 600, 12, advanced=True,
    )  # fmt: skip
    most_nodes = whole(
        "Maximum number of nodes",
        "Pixels of the long-wavelength series are averaged in cells to at most so many.", 20000,
        12, advanced=True,
    )  # fmt: skip
    seed = whole(
        "Seed", "For kriging's sample and the cross-validation.", 0, 0, advanced=True,
    )  # fmt: skip
    smoothing = number(
        "Smoothing", "Of the thin-plate spline; 0 goes through the nodes.", 0.0, 0.0,
        advanced=True,
    )  # fmt: skip
    timeseries = file(
        "Series of the residual stack",
        "For restore: what 'SBAS inversion' made of the residual stack.",
        "HDF5, Zarr",
        optional=True,
    )  # fmt: skip
    model_in = file(
        "Model that was removed", "For restore: the model of the removal.", "HDF5 (*.h5 *.he5)",
        optional=True,
    )  # fmt: skip
    blocks = part(Machine)

    def check(self):
        """Each mode has what it needs."""
        needed = ("timeseries", "model_in")
        if self.mode == "remove":
            needed = ("stack",)
            if (self.long_series is None) == (self.long_points is None):
                raise GroundshiftError(
                    "Give either a long-wavelength series or long-wavelength points."
                )
        for name in needed:
            if getattr(self, name) is None:
                self.refuse(name, f"is missing for '{self.mode}'; give it.")

    def gives(self, output):
        """Each mode has its own."""
        return output in GIVEN[self.mode]


OUTPUTS = (
    Output(
        "file", "RESIDUAL", "Residual stack",
        "remove: the stack without the predicted phase, on the same grid and pairs.",
        "HDF5, Zarr", optional=True, by_default=False,
    ),
    Output(
        "file", "MODEL", "Model", "remove: what was taken out, for restore.", "HDF5 (*.h5)",
        optional=True, by_default=False,
    ),
    Output(
        "file", "RESTORED", "Restored series", "restore: the series with the motion added.",
        "HDF5, Zarr", optional=True, by_default=False,
    ),
    Output(
        "raster", "PREDICTION", "Prediction",
        "remove: predicted rate (mm/yr), its standard deviation, and the largest standard "
        "deviation of a pair's predicted phase (rad).", optional=True, by_default=False,
        style="velocity", limits="symmetric", name="Predicted motion",
        abstract="Rate in mm a year that the long wavelength predicts along the stack's line of "
        "sight, its standard deviation, and the largest one of a pair's phase (rad).",
    ),
    Output(
        "raster", "VELOCITY", "Restored velocity", "restore: rate in mm/yr.", optional=True,
        by_default=False,
        style="velocity", limits="symmetric",
        abstract="Rate along the line of sight in mm a year, positive towards the satellite, with "
        "the long-wavelength motion restored.",
    ),
)  # fmt: skip
NUMBERS = {
    "NODES": "Long-wavelength nodes",
    "PIXELS": "Pixels with a result",
    "STEEP_BEFORE": "Share of steps too steep to unwrap, before",
    "STEEP_AFTER": "Share of steps too steep to unwrap, after",
    "CROSS_VALIDATION": "RMS error of the rate at nodes left out (mm/yr)",
    "MEDIAN_PHASE_STD": "Median of the largest phase error (rad)",
    "FASTEST_AWAY": "Fastest rate away (mm/yr)",
    "FASTEST_TOWARDS": "Fastest rate towards (mm/yr)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Remove or restore; see :mod:`...declare`."""
    from .removal import remove
    from .restore import restore

    for output in OUTPUTS:
        if output.id in NEEDED[chosen.mode] and not outputs.wanted(output.id):
            raise GroundshiftError(
                f"{output.title} ({output.id}): is missing for '{chosen.mode}'; give it."
            )
    if chosen.mode == "restore":
        return restore(chosen, outputs, job)
    numbers, notes = remove(chosen, outputs, job)
    for text in notes:
        job.note(text)
    outputs.look("PREDICTION", abstract=" ".join((OUTPUTS[3].abstract, *notes)))
    return numbers
