# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools that work on the amplitudes of radar images ask for alike."""

from __future__ import annotations

STACK, CALIBRATE = "STACK", "CALIBRATE"
FILTER, FILTER_WINDOW, FILTER_THRESHOLD = "FILTER", "FILTER_WINDOW", "FILTER_THRESHOLD"


def add_images(tool) -> None:
    """Declare the stack file."""
    tool.add_file(
        STACK, "Stack of radar images",
        "The stack file of 'Import radar images (SLC)', or MintPy's slcStack.h5.",
        "HDF5 (*.h5 *.he5)",
    )  # fmt: skip


def add_calibration(tool) -> None:
    """Declare whether images are made equally bright."""
    tool.add_flag(
        CALIBRATE, "Calibrate by date",
        "Make the images equally bright first, by the ratio of their amplitudes over pixels that "
        "hardly change.",
        True, advanced=True,
    )  # fmt: skip


def add_filter(tool, advanced: bool = False) -> None:
    """Declare the filter of linked phases."""
    tool.add_flag(
        FILTER, "Filter linked phases",
        "Average the phases of neighbouring distributed scatterers whose phases differ little, "
        "by region growing; smooths noise and keeps borders.",
        advanced=advanced,
    )  # fmt: skip
    tool.add_number(
        FILTER_WINDOW, "Filter: window (pixels)", "An odd number.", 7, 3, 61, integer=True,
        advanced=True,
    )  # fmt: skip
    tool.add_number(
        FILTER_THRESHOLD, "Filter: largest difference (rad)",
        "Of a neighbour's phase from the pixel's own.", 1.05, 0.01, 3.1415, advanced=True,
    )  # fmt: skip


def phase_filter(tool, parameters, context):
    """The filter that was asked for, or None."""
    from ...algorithms.scatterers.refilter import square_window

    if not tool.flag(parameters, FILTER, context):
        return None
    return square_window(
        tool.integer(parameters, FILTER_WINDOW, context),
        tool.number(parameters, FILTER_THRESHOLD, context),
    )
