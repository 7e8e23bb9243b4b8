# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools that work on the amplitudes of radar images ask for alike."""

from __future__ import annotations

STACK, CALIBRATE = "STACK", "CALIBRATE"


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
