# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools that work on the pairs of a stack ask for alike."""

from __future__ import annotations

EXCLUDE_DATES, EXCLUDE_PAIRS = "EXCLUDE_DATES", "EXCLUDE_PAIRS"
REFERENCE_POINT, REFERENCE_RADIUS = "REFERENCE_POINT", "REFERENCE_RADIUS"
REFERENCE_AREA = "REFERENCE_AREA"


STACK, LOOKS = "STACK", "LOOKS"
MIN_COHERENCE, MIN_PAIRS = "MIN_COHERENCE", "MIN_PAIRS"


def add_stack(tool) -> None:
    """Declare the stack file."""
    tool.add_file(
        STACK, "Stack of interferograms",
        "The stack file of 'Import interferogram stack', or MintPy's ifgramStack.h5.",
        "HDF5 (*.h5 *.he5)",
    )  # fmt: skip


def add_thresholds(tool) -> None:
    """Declare which pairs count at a pixel, and which pixels are kept."""
    tool.add_number(
        MIN_COHERENCE, "Coherence threshold",
        "A pair counts at a pixel where its coherence is at least this.", 0.0, 0.0, 1.0,
    )  # fmt: skip
    tool.add_number(
        MIN_PAIRS, "Minimum number of pairs",
        "A pixel is kept where at least this many pairs count.", 1, 1, integer=True,
    )  # fmt: skip


def add_looks(tool) -> None:
    """Declare the number of looks, for weights."""
    tool.add_number(
        LOOKS, "Looks",
        "Range times azimuth looks of the interferograms; taken from the stack if empty.",
        None, 1.0, optional=True, advanced=True,
    )  # fmt: skip


def add_exclusions(tool) -> None:
    """Declare dates and pairs to leave out."""
    tool.add_text(
        EXCLUDE_DATES, "Dates to leave out", "YYYYMMDD, several separated by commas.", "",
        optional=True, advanced=True,
    )  # fmt: skip
    tool.add_text(
        EXCLUDE_PAIRS, "Pairs to leave out", "YYYYMMDD_YYYYMMDD, several separated by commas.", "",
        optional=True, advanced=True,
    )  # fmt: skip


def exclusions(tool, parameters, context) -> dict:
    """Dates and pairs to leave out, as the core's keyword arguments; refuses what is none."""
    from ...algorithms.data.dates import parse_dates, parse_pairs

    return {
        "exclude_dates": tuple(parse_dates(tool.text(parameters, EXCLUDE_DATES, context))),
        "exclude_pairs": tuple(parse_pairs(tool.text(parameters, EXCLUDE_PAIRS, context))),
    }


def add_reference(tool) -> None:
    """Declare where the motion is taken as zero."""
    tool.add_point(
        REFERENCE_POINT, "Reference point",
        "Where the motion is taken as zero. Without point and area it is the stack's own "
        "(MintPy's REF_Y and REF_X), else the most coherent ground away from motion; the log "
        "names it.",
    )  # fmt: skip
    add_reference_radius(tool)
    tool.add_area(
        REFERENCE_AREA, "Reference area",
        "A rectangle whose mean is the reference; goes before the point.", advanced=True,
    )  # fmt: skip


def add_reference_radius(tool) -> None:
    """Declare how wide the reference is."""
    tool.add_number(
        REFERENCE_RADIUS, "Reference radius (pixels)",
        "The neighbourhood of the point, given or found, whose mean is the reference; 0 takes the "
        "pixel alone, with its noise and gaps.", 3, 0, 1000, integer=True,
        advanced=True,
    )  # fmt: skip


def reference_choice(tool, parameters, context, crs: str):
    """The reference that the user asked for, in the CRS of the stack (WKT)."""
    from ...algorithms.io.reference_place import ReferenceChoice

    return ReferenceChoice(
        tool.point(parameters, REFERENCE_POINT, context, crs),
        tool.integer(parameters, REFERENCE_RADIUS, context),
        tool.area(parameters, REFERENCE_AREA, context, crs),
    )
