# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Subsidence basins and moving slopes found in interferograms that nobody has looked at."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, file, flag, number, part, whole

QUANTITIES = ("auto", "phase", "m", "cm", "mm")
METHODS = ("learned", "log")


class DetectMotion(Chosen):
    """Where to look, and how."""

    input = file(
        "Interferograms or map of motion",
        "A stack of wrapped or unwrapped interferograms (ifgramStack.h5), or a raster: wrapped or "
        "unwrapped phase (radians or complex), displacement or rates along the line of sight, or "
        "the gradients of 'Phase-gradient stack'.",
    )
    coherence = file(
        "Coherence of the raster", "0 to 1 on the same grid; stacks bring their own.",
        optional=True,
    )  # fmt: skip
    quantity = choice(
        "What the raster holds",
        "auto: what its unit or the name of its band says; phase in radians; displacement or "
        "rates in m, cm or mm.", QUANTITIES,
    )  # fmt: skip
    second = file(
        "Second input",
        "Of the other orbit or of other dates, of any of these kinds and on any grid: what both "
        "show is one object.", optional=True,
    )  # fmt: skip
    method = choice(
        "Method",
        "learned: a small network, trained on simulated scenes; log: extrema of the Laplacian of "
        "Gaussian of the phase, the classical way.", METHODS,
    )  # fmt: skip
    threshold = number(
        "Least score",
        "Lower detections are left out. If empty, the score at which nine of ten detections were "
        "right on simulated scenes.", None, 0.0, 1.0, optional=True,
    )  # fmt: skip
    min_shown = whole(
        "Least number of interferograms",
        "That have to show an object. If empty: a tenth of them, at least two of four or more.",
        None, 1, optional=True,
    )  # fmt: skip
    use_coherence = flag(
        "Use the coherence", "Pixels of low coherence count less.", True, advanced=True
    )
    largest = number(
        "Largest objects (m)",
        "Width up to which is looked for; empty for all up to the scene's own. Large ones are "
        "mostly atmosphere.", None, 1.0, optional=True, advanced=True,
    )  # fmt: skip
    wavelength = number(
        "Wavelength (m)",
        "Of rasters: Sentinel-1 0.05546576, ALOS-2 0.2424525. Motion is shown as fringes of half "
        "of it.", 0.05546576, 0.005, 2.0, advanced=True,
    )  # fmt: skip
    years = number(
        "Years of rates",
        "A map of rates is looked at as the motion of so many years: more of them show slower "
        "motion, and more noise.", 1.0, 0.01, 1000.0, advanced=True,
    )  # fmt: skip
    margin = number(
        "Margin of the cut (m)", "Ground around the objects that the cut stack keeps.", 1000.0,
        0.0, advanced=True,
    )  # fmt: skip
    geometry = file(
        "Geometry of the stack",
        "geometryGeo.h5, for the geometry of the cut; the one beside the stack if empty.",
        "HDF5, Zarr", optional=True, advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """What belongs to rasters alone."""
        if self.second is not None and str(self.second) == str(self.input):
            self.refuse("second", "is the first input once more; give another one.")


OUTPUTS = (
    Output(
        "polygons", "OBJECTS", "Objects that move",
        "Outlines with score, kind, size, fringes and motion, and the interferograms that show "
        "them.", style="outlines",
    ),
    Output(
        "polygons", "BOXES", "Boxes of the detections",
        "A box for every detection in every interferogram, with its object.", optional=True,
        by_default=False, style="outlines",
    ),
    Output(
        "file", "CUT", "Stack cut to the objects",
        "The input, if it is a stack, in the rectangle around all objects, empty farther from "
        "them than the margin; for 'Small baseline' or, if wrapped, for 'Unwrap'.",
        "HDF5, Zarr",
        optional=True, by_default=False,
    ),
    Output(
        "file", "CUT_GEOMETRY", "Geometry of the cut stack",
        "Of the geometry that is given, or lies beside the input.", "HDF5, Zarr",
        optional=True, by_default=False, advanced=True,
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Objects", "BASINS": "Basins", "SLOPES": "Slopes", "DETECTIONS": "Detections",
    "SEARCHED": "Interferograms looked at", "AREA_KM2": "Area of the objects (km²)",
    "USED_THRESHOLD": "Least score used",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Look for motion in all interferograms, join what they show; see :mod:`...declare`."""
    from ...formats.vectors.features import write_polygons
    from ..detecting import THRESHOLDS
    from .motion_cut import write_cut
    from .motion_objects import Found, objects_of, shown_by
    from .motion_pages import open_pages
    from .motion_search import searched

    threshold = THRESHOLDS[chosen.method] if chosen.threshold is None else chosen.threshold
    asked = (chosen.quantity, chosen.wavelength, chosen.years)
    paths = [chosen.input] + ([chosen.second] if chosen.second else [])
    found = []
    for number_, path in enumerate(paths):
        part_ = job.part(0.95 * number_ / len(paths), 0.95 * (number_ + 1) / len(paths))
        with open_pages(path, None if number_ else chosen.coherence, *asked) as pages:
            job.note(f"{path}: {pages.kind}, {len(pages.names)} to be looked at.")
            if number_ == 0:
                _check_cut(pages, path, outputs)
            boxes = searched(
                pages, chosen.method, threshold, chosen.use_coherence, chosen.largest, part_
            )
            found.append(Found.of(pages, boxes, number_))
    objects = objects_of(found, chosen.min_shown, job)
    if outputs.wanted("OBJECTS"):
        write_polygons(
            outputs.path("OBJECTS"), objects.crs, objects.wkb, objects.columns, "moving_objects"
        )
    if outputs.wanted("BOXES"):
        write_polygons(outputs.path("BOXES"), objects.crs, *shown_by(found, objects), "detections")
    if outputs.wanted("CUT", "CUT_GEOMETRY"):
        write_cut(found[0], objects, chosen.margin, chosen.geometry, outputs, job)
    job.tell(1.0)
    kind = list(objects.columns["kind"])
    return {
        "COUNT": len(kind), "BASINS": kind.count("basin"), "SLOPES": kind.count("slope"),
        "DETECTIONS": sum(len(one) for part_ in found for one in part_.boxes),
        "SEARCHED": sum(len(part_.names) for part_ in found),
        "AREA_KM2": float(objects.columns["area_m2"].sum()) / 1e6,
        "USED_THRESHOLD": float(threshold),
    }  # fmt: skip


def _check_cut(pages, path, outputs):
    from ...errors import GroundshiftError

    if outputs.wanted("CUT", "CUT_GEOMETRY") and not hasattr(pages, "stack"):
        raise GroundshiftError(
            f"{path}: is a raster, and only stacks can be cut (CUT); leave CUT out."
        )
