# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The files of persistent scatterers: points, series on the grid of the images, mask."""

from __future__ import annotations

import contextlib

import numpy as np

from ...data.grid import Window, block_windows
from ...formats.atomic import check_free_space
from ...formats.hdf5.images import LOOKUP, SlcReader
from ...formats.hdf5.stacks import TimeSeriesWriter
from ...outputs import Layer, Outputs
from .ps_scene import PsScene
from .ps_solving import Solved

MASK_CLASSES = {0: "none", 1: "persistent scatterer"}
MASK = Layer((("persistent_scatterer",),), dtype="uint8", nodata=255)
SERIES_LAYERS = {
    "temporalCoherence": ("coherence", "1"), "velocity": ("velocity", "m/year"),
    "velocityStd": ("velocity_std", "m/year"), "phaseStability": ("gamma", "1"),
    "amplitudeDispersion": ("dispersion", "1"), "demError": ("height_error", "m"),
}  # fmt: skip


def write_rasters(outputs: Outputs, scene: PsScene, solved: Solved, job) -> None:
    """Write the series on the grid of the images, and the mask, window by window."""
    if not outputs.wanted("TIMESERIES", "MASK"):
        return
    stack, points = scene.stack, solved.points
    grid, places = stack.grid, (points.extra["row"], points.extra["col"])
    classes = {f"CLASS_{code}": name for code, name in MASK_CLASSES.items()}
    with contextlib.ExitStack() as opened:
        series = opened.enter_context(_Series(outputs, scene, solved))
        mask = opened.enter_context(outputs.rasters({"MASK": MASK}, stack, note=classes))
        windows = block_windows(grid, 8.0 * len(points.dates) + 100.0, job.budget)
        for number, window in enumerate(windows, 1):
            job.check()
            here, place = _inside(window, *places)
            series.write(window, here, place)
            values = np.zeros((window.height, window.width), np.uint8)
            values[place] = 1
            mask.write(window, {"MASK": values})
            job.tell(number / len(windows))


def _inside(window: Window, rows, cols) -> tuple:
    """Which points lie in a window, and where."""
    low, high = np.searchsorted(rows, (window.row, window.row + window.height))
    cols = cols[low:high]
    here = low + np.flatnonzero((cols >= window.col) & (cols < window.col + window.width))
    return here, (rows[here] - window.row, cols[here - low] - window.col)


class _Series(contextlib.ExitStack):
    """The series' file, where it is wanted."""

    def __init__(self, outputs: Outputs, scene: PsScene, solved: Solved):
        super().__init__()
        stack, self._points = scene.stack, solved.points
        self._values, self._writer, self._lookup = solved.layers, None, None
        if not outputs.wanted("TIMESERIES"):
            return
        size = 4.0 * (len(scene.dates) + len(SERIES_LAYERS)) * stack.grid.rows * stack.grid.cols
        check_free_space(outputs.targets["TIMESERIES"].parent, size)
        layers = {name: ("f4", unit) for name, (_, unit) in SERIES_LAYERS.items()}
        if stack.has_lookup:
            layers.update(dict.fromkeys(LOOKUP, ("f8", "degree")))
            self._lookup = self.enter_context(SlcReader(stack))
        self._writer = self.enter_context(
            TimeSeriesWriter(
                outputs.path("TIMESERIES"), stack.grid, scene.dates, scene.baseline,
                _attributes(scene, solved), layers,
            )
        )  # fmt: skip

    def write(self, window: Window, here, place) -> None:
        """Write a window, in which the points `here` lie at `place`."""
        if self._writer is None:
            return
        shape = window.height, window.width
        values = np.full((len(self._points.dates), *shape), np.nan, np.float32)
        values[(slice(None), *place)] = self._points.displacement(here).T
        layers = {}
        for name, (source, _) in SERIES_LAYERS.items():
            layers[name] = np.full(shape, np.nan, np.float32)
            found = self._values.get(source)
            found = getattr(self._points, source) if found is None else found
            layers[name][place] = found[here]
        if self._lookup is not None:
            layers.update((name, self._lookup.layer(name, window)) for name in LOOKUP)
        self._writer.write(window, values, **layers)


def _attributes(scene: PsScene, solved: Solved) -> dict:
    stack, skipped = scene.stack, ("FILE_TYPE", "UNIT", "DATA_TYPE", "POLARIZATIONS")
    own = {k: v for k, v in stack.attributes.items() if k not in skipped}
    return {
        **own, "REF_DATE": str(scene.dates[0]).replace("-", ""),
        "WAVELENGTH": repr(float(stack.wavelength)),
        "REF_POINTS": str(solved.reference_points), "METHOD": "persistent scatterers",
    }  # fmt: skip
