# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What makes tracks of several orbits one: a common span of time and a common reference."""

from __future__ import annotations

import numpy as np

from ...data.crs import point_in
from ...data.grid import Window, block_windows
from ...data.metric import LocalMetres
from ...errors import GroundshiftError
from ..decomposition import Levelling, ReferenceMotion
from .decompose_scene import MM, Scene
from .orbits import PointTrack

BUDGET = 1 << 29


def share_span(opened, refit: bool, log) -> None:
    """Bring points with series to the time that all tracks share; say where spans differ.

    Parameters
    ----------
    opened : sequence of RasterTrack or PointTrack
    refit : bool
        Fit the points' rates anew.
    log : callable
    """
    spans = {one.track.name: one.span for one in opened if one.span is not None}
    if len(set(spans.values())) < 2:
        return
    first, last = max(s[0] for s in spans.values()), min(s[1] for s in spans.values())
    if first >= last:
        said = ", ".join(f"{name} {a} to {b}" for name, (a, b) in spans.items())
        log(f"The tracks have no time in common ({said}): they may have seen other motion.")
        return
    for one in opened:
        if one.span is None or one.span == (first, last):
            continue
        if refit and isinstance(one, PointTrack):
            one.fit(first, last)
            log(f"{one.track.name}: rates fitted from {first} to {last}, which all tracks share.")
        else:
            log(
                f"{one.track.name}: its rates are of {one.span[0]} to {one.span[1]} and all tracks "
                f"share {first} to {last}; motion that changes with time differs between them."
            )


def reference_constants(scene: Scene, job) -> np.ndarray:
    """Constants to take out of the tracks, in metres (a year)."""
    tracks, reference = scene.tracks, scene.chosen.reference
    count = len(tracks)
    if reference == "none":
        return np.zeros(count)
    windows = block_windows(scene.grid, scene.bytes_per_pixel, BUDGET)
    found = Levelling(count)
    if reference == "area":
        found = _Near(scene)
        windows = [window for window in windows if found.touches(window)]
    for number, window in enumerate(windows, 1):
        job.check()
        block = scene.read(window)
        if reference == "area":
            found.add(window, block)
        else:
            vectors, data, std, axes = scene.flat(block)
            found.add(vectors[:count], data[:count], std[:count], axes)
        job.tell(number / len(windows))
    constants = found.constants()
    for one, constant in zip(tracks, constants):
        job.note(f"{one.track.name}: {constant * 1e3:+.3f} mm taken out for the common reference.")
    return constants


class _Near:
    """What the tracks have about the reference point."""

    def __init__(self, scene):
        chosen = scene.chosen
        self._grid, self._tracks, self._radius = scene.grid, scene.tracks, chosen.reference_radius
        motion = chosen.reference_east, chosen.reference_north, chosen.reference_up
        self._motion = ReferenceMotion(*(MM * part for part in motion))
        crs = chosen.rates[3]
        place = point_in(chosen.reference_point, crs)
        self._local = LocalMetres(crs or scene.grid.crs, *place)
        turn = np.linspace(0, 2 * np.pi, 64)
        circle = 1.01 * self._radius * np.stack([np.cos(turn), np.sin(turn)], axis=1)
        index = [
            self._grid.index(*place) for place in zip(*self._local.back(self._grid.crs, circle))
        ]
        self._low, self._high = np.min(index, axis=0), np.max(index, axis=0)
        self._parts = []

    def touches(self, window: Window) -> bool:
        """Whether a window has cells of the circle's box."""
        first = np.array([window.row, window.col])
        last = first + (window.height - 1, window.width - 1)
        return bool((first <= self._high).all() and (last >= self._low).all())

    def add(self, window: Window, block) -> None:
        """Take in a window."""
        rows, cols = np.indices((window.height, window.width))
        x, y = self._grid.xy(rows + window.row, cols + window.col)
        away = np.hypot(*self._local.of(self._grid.crs, x.ravel(), y.ravel()).T)
        inside = (away <= self._radius).reshape(rows.shape)
        count = len(self._tracks)
        self._parts.append((block[0][:count][..., inside], block[1][:count][:, inside]))

    def constants(self) -> np.ndarray:
        """Median of every track less the known motion."""
        found = []
        for number, one in enumerate(self._tracks):
            values = [
                data[number] - self._motion.along(vectors[number].T)
                for vectors, data in self._parts
            ]
            values = np.concatenate([np.zeros(0), *values])
            values = values[np.isfinite(values)]
            if not values.size:
                raise GroundshiftError(
                    f"{one.track.name}: has no value within {self._radius:g} m of the reference "
                    "point; move the point or give a larger radius."
                )
            found.append(np.median(values))
        return np.array(found)
