# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What makes tracks of several orbits one: a common span of time and a common reference."""

from __future__ import annotations

import numpy as np

from ..data.grid import Window
from ..errors import GroundshiftError
from ..geometry.decomposition import Levelling
from ..runner import block_windows, check_cancelled, tell
from .metric import LocalMetres
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


def reference_constants(scene, flat, bytes_per_pixel, progress, cancelled, log) -> np.ndarray:
    """Constants to take out of the tracks, in metres (a year).

    Parameters
    ----------
    scene : object with ``grid``, ``tracks``, ``options`` and ``read(window)``
    flat : callable
        A block as arguments of :func:`..geometry.decomposition.decompose`.
    bytes_per_pixel : float
    progress, cancelled, log : callable
    """
    options, tracks = scene.options, scene.tracks
    count = len(tracks)
    if options.reference == "none":
        return np.zeros(count)
    windows = block_windows(scene.grid, bytes_per_pixel, BUDGET)
    levelling, near = Levelling(count), None
    if options.reference == "area":
        near = _Near(scene)
        windows = [window for window in windows if near.touches(window)]
    for number, window in enumerate(windows, 1):
        check_cancelled(cancelled)
        if near is not None:
            near.add(window, scene.read(window))
        else:
            vectors, data, std, axes = flat(scene.read(window))
            levelling.add(vectors[:count], data[:count], std[:count], axes)
        tell(progress, number / len(windows))
    constants = levelling.constants() if near is None else near.constants()
    for one, constant in zip(tracks, constants):
        log(f"{one.track.name}: {constant * 1e3:+.3f} mm taken out for the common reference.")
    return constants


class _Near:
    """What the tracks have about the reference point."""

    def __init__(self, scene):
        options = scene.options
        if options.reference_point is None:
            raise GroundshiftError("The reference 'area' needs a point; give one.")
        self._grid, self._tracks = scene.grid, scene.tracks
        self._radius, self._motion = options.reference_radius, options.reference_motion
        crs = options.reference_crs or scene.grid.crs
        self._local = LocalMetres(crs, *options.reference_point)
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
