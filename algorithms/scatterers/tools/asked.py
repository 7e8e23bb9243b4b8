# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools that work on radar images, or on wrapped interferograms, ask for alike."""

from __future__ import annotations

from ...declare import Chosen, file, flag, folder, number, whole
from ...errors import GroundshiftError


class Images(Chosen):
    """The stack file."""

    stack = file(
        "Stack of radar images",
        "The stack file of 'Import radar images (SLC)', or MintPy's slcStack.h5.",
        "HDF5, Zarr",
    )  # fmt: skip


class WrappedFiles(Chosen):
    """Wrapped interferograms: a stack, a folder, or one raster."""

    stack = file(
        "Stack of wrapped interferograms",
        "The wrapped ifgramStack.h5 of 'Distributed scatterers' or of MintPy (wrapPhase).",
        "HDF5, Zarr", optional=True,
    )  # fmt: skip
    folder = folder(
        "or folder of wrapped interferograms",
        "Rasters whose names hold two dates (20200105_20200117.wrapped.tif), radians or "
        "complex; coherence in files with the same dates and coh, cc or cor in the name.",
        optional=True,
    )  # fmt: skip
    raster = file(
        "or one wrapped interferogram", "A raster in radians, or complex.", "", optional=True,
    )  # fmt: skip
    coherence = file(
        "Coherence of the one interferogram",
        "0 to 1 on the same grid; estimated from the phase if empty.", "", optional=True,
    )  # fmt: skip

    def check(self):
        """One source."""
        if sum(bool(given) for given in (self.stack, self.folder, self.raster)) != 1:
            raise GroundshiftError(
                "Give either a stack (STACK), a folder (FOLDER) or a raster (RASTER)."
            )
        if self.coherence and not self.raster:
            raise GroundshiftError("COHERENCE belongs to one interferogram (RASTER); leave it out.")

    def source(self):
        """The wrapped interferograms."""
        from ...formats.interferograms import wrapped

        if self.stack:
            return wrapped.stack_source(self.stack)
        if self.folder:
            return wrapped.folder_source(self.folder)
        return wrapped.raster_source(self.raster, self.coherence)


class Window(Chosen):
    """In which neighbours are looked for."""

    window_rows = whole("Window: rows", "Pixels, an odd number.", 15, 1, 61)
    window_cols = whole("Window: columns", "Pixels, an odd number.", 15, 1, 61)

    @property
    def half(self) -> tuple:
        """Rows and columns on each side of the pixel in the middle."""
        from ..shp import half_window

        return half_window((self.window_rows, self.window_cols))


class Strides(Chosen):
    """Pixels of the images in one of the result."""

    stride_rows = whole(
        "Stride: rows", "Rows or columns of the images in one pixel of the result.", 1, 1,
        advanced=True,
    )  # fmt: skip
    stride_cols = whole(
        "Stride: columns", "Rows or columns of the images in one pixel of the result.", 1, 1,
        advanced=True,
    )  # fmt: skip

    @property
    def both(self) -> tuple:
        """Along rows and columns."""
        return self.stride_rows, self.stride_cols


class Calibration(Chosen):
    """Whether images are made equally bright."""

    calibrate = flag(
        "Calibrate by date",
        "Make the images equally bright first, by the ratio of their amplitudes over pixels that "
        "hardly change.",
        True, advanced=True,
    )  # fmt: skip


class PhaseFilter(Chosen):
    """The filter of linked phases."""

    filter = flag(
        "Filter linked phases",
        "Average the phases of neighbouring distributed scatterers whose phases differ little, "
        "by region growing; smooths noise and keeps borders.", advanced=True,
    )  # fmt: skip
    filter_window = whole(
        "Filter: window (pixels)", "An odd number.", 7, 3, 61, advanced=True,
    )  # fmt: skip
    filter_threshold = number(
        "Filter: largest difference (rad)", "Of a neighbour's phase from the pixel's own.", 1.05,
        0.01, 3.1415, advanced=True,
    )  # fmt: skip

    def check(self):
        """The window must be odd."""
        self.refilter()

    def refilter(self):
        """The filter that is asked for, or None."""
        from ..refilter import square_window

        return square_window(self.filter_window, self.filter_threshold) if self.filter else None


class Tiles(Chosen):
    """How large scenes are cut for unwrapping."""

    tile = whole(
        "Tile size (pixels)",
        "Larger scenes are unwrapped in tiles that are fitted together; 0 for none.", 1536, 0,
        advanced=True,
    )  # fmt: skip
    overlap = whole(
        "Overlap of tiles (pixels)", "What neighbouring tiles share.", 192, 8, advanced=True,
    )  # fmt: skip
