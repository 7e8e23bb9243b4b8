# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Series of several directions read, taken apart and written as series of east, north and up."""

from __future__ import annotations

import contextlib

import numpy as np

from ...data.grid import Window
from ...errors import GroundshiftError
from ...formats.series_tracks import MotionWriter, SeriesTrack, on_common_grid
from ...outputs import Layer
from ..decomposition import STATUS, along_track, axes_of_motion, condition_of, leakage
from ..series_motion import SeriesMotion, common_days

BYTES_PER_VALUE, BYTES_PER_PIXEL = 12.0, 1200.0
SAMPLES = 32  # cells a side at which the geometry is looked at beforehand
UNITS = {"east": (1.0, 0.0, 0.0), "north": (0.0, 1.0, 0.0), "up": (0.0, 0.0, 1.0)}
MM = 1e3


def write_motion(
    sources, ids, outputs, job, components="auto", look_std=0.0, first_days=False, limit=8.0,
    cell=None, maps=True,
) -> dict:  # fmt: skip
    """Take series apart.

    Parameters
    ----------
    sources : list of SeriesSource
    ids : dict of str to str
        Component (``east``, ``north``, ``up``) by the id of its file.
    outputs : Outputs
    job : Job
    components : str
        ``auto``, ``east_up`` or ``east_north_up``.
    look_std : float
        0 for weighted least squares; see :class:`..series_motion.SeriesMotion`.
    first_days : bool
    limit : float
    cell : float, optional
    maps : bool
        Whether the tool has the rasters ``QUALITY`` and ``STATUS`` of the series.

    Raises
    ------
    GroundshiftError
        If the directions or times do not allow it.
    """
    _refuse_twice([source.path for source in sources])
    with contextlib.ExitStack() as stack:
        tracks = [stack.enter_context(SeriesTrack(source)) for source in sources]
        if len(tracks) < 2:
            raise GroundshiftError("One series alone is along one direction; give another one.")
        kinds = [track.kind for track in tracks]
        told = ", ".join(f"{track.name} ({kind})" for track, kind in zip(tracks, kinds))
        job.note(f"Series: {told}.")
        north = components == "east_north_up" or (
            components == "auto" and bool({"azimuth", "north"} & set(kinds))
        )
        wanted = {name: one for name, one in ids.items() if outputs.wanted(name)}
        _check_components(kinds, north, wanted)
        names = ["east", "north", "up"] if north else ["east", "up"]
        if len(tracks) < len(names):
            raise GroundshiftError(
                f"{len(names)} components need as many series, and {len(tracks)} are given; add a "
                "series along another direction, such as azimuth offsets."
            )
        days = common_days([t.name for t in tracks], [t.dates for t in tracks], first_days)
        _tell_days(tracks, days, job)
        grid = on_common_grid(tracks, job.note, cell)
        given = [track.name for track in tracks if track.std_is_given]
        if given:
            job.note(
                f"{', '.join(given)}: without standard deviations; {MM * sources[0].std:g} mm is "
                "taken for every date."
            )
        function = SeriesMotion(
            tuple(track.dates for track in tracks), days, north, look_std, limit
        )  # fmt: skip
        read = _Blocks(tracks).read
        _tell_geometry(read, grid, north, limit, job)
        counts = np.zeros(1 + max(STATUS), np.int64)
        paths = {one: (outputs.path(name), outputs.targets[name]) for name, one in wanted.items()}
        method = "total least squares" if look_std > 0 else "weighted least squares"
        writer = stack.enter_context(MotionWriter(paths, grid, days, names, {"METHOD": method}))
        layers = {
            "QUALITY": Layer((("condition_number",), ("residual_in_std",))),
            "STATUS": Layer((("status",),), dtype="uint8", nodata=0),
        } if maps else {}  # fmt: skip
        summed = ("condition", "residual", "std_east", "std_north", "std_up")
        rasters = stack.enter_context(outputs.rasters(layers, grid, summarised=summed))

        def write(window, block):
            writer.write(window, block)
            std = {f"std_{one}": MM * block.std[n, -1] for n, one in enumerate(names)}
            values = {"condition": block.condition, "residual": block.residual, **std}
            if maps:
                values["QUALITY"] = np.stack([block.condition, block.residual])
                values["STATUS"] = block.status
            rasters.write(window, values)
            counts[:] += np.bincount(block.status.ravel(), minlength=len(counts))

        values = sum(len(track.dates) for track in tracks) + 4 * len(tracks) * len(days)
        size = BYTES_PER_PIXEL + BYTES_PER_VALUE * (values + 8 * len(names) * len(days))
        job.blocks(function, read, write, grid, size)
    if not counts[1]:
        _refuse(counts, limit)
    outputs.when = days[0], days[-1]
    found = outputs.summaries
    return {
        "SERIES_COUNT": len(tracks), "DATES": len(days), "SOLVED": int(counts[1]),
        "ILL_CONDITIONED": int(counts[2]), "CONDITION": found["condition"].median,
        "RESIDUAL": found["residual"].median if found["residual"].count else None,
        "STD_EAST": found["std_east"].median,
        "STD_NORTH": found["std_north"].median if north else None,
        "STD_UP": found["std_up"].median,
    }  # fmt: skip


def _refuse_twice(paths):
    """Refuse one file twice: whatever directions are given to it, it is along one."""
    known = set()
    for path in paths:
        if path.resolve() in known:
            raise GroundshiftError(
                f"{path}: is given twice; give another series along another direction."
            )
        known.add(path.resolve())


def _check_components(kinds, north, wanted):
    """Refuse what nothing tells."""
    if not north and "north" in wanted.values():
        raise GroundshiftError(
            "North (NORTH): lines of sight of like orbits hardly tell north, and none of the "
            "series is along the flight or north; give azimuth offsets or a north series, leave "
            "this output out, or choose the components 'east_north_up' for orbits that differ more."
        )
    if not {"los", "up"} & set(kinds):
        raise GroundshiftError(
            "None of the series has a part upwards, so that up cannot be told; give a series along "
            "a line of sight, or up."
        )


def _tell_days(tracks, days, job):
    job.note(f"{len(days)} days from {days[0]} to {days[-1]}, which all series share.")
    for track in tracks:
        outside = int(((track.dates < days[0]) | (track.dates > days[-1])).sum())
        longest = int(np.diff(track.dates).astype(int).max())
        told = f", {outside} of its dates lie outside of that" if outside else ""
        job.note(f"{track.name}: longest gap {longest} days{told}.")


class _Blocks:
    """Blocks of vectors and series by window."""

    def __init__(self, tracks):
        self._tracks = tracks
        self.sources = tuple(file for track in tracks for file in track.sources)

    def read(self, window: Window) -> tuple:
        """Look vectors by track, and of each the series and its standard deviation."""
        vectors, series = [], []
        for track in self._tracks:
            values, std, look = track.read(window)
            if track.kind == "azimuth":
                source = track.source.look
                look = along_track(look, source.left_looking)
            elif look is None:
                unit = np.array(UNITS[track.kind])[:, None, None]
                look = np.broadcast_to(unit, (3, window.height, window.width))
            vectors.append(look)
            series.append((values, std))
        return np.stack(vectors), series


def _tell_geometry(read, grid, north, limit, job):
    """Say how well the directions tell the components apart, and what neglecting north does."""
    vectors, series = read(Window(grid.rows // 2, 0, 1, grid.cols))
    vectors = vectors[..., :: max(1, grid.cols // SAMPLES)].reshape(len(vectors), 3, -1)
    axes = axes_of_motion(vectors.shape[2], north)
    condition = np.median(condition_of(vectors, axes))
    job.note(f"Condition number of the geometry: {condition:.3g}.")
    if north and condition > limit:
        job.warn(
            f"The directions hardly tell north: condition number {condition:.3g}, over {limit:g}. "
            "Cells as bad are left out; add azimuth offsets or a north series."
        )
    if north:
        return
    std = [np.nanmedian(sigma[1:]) if np.isfinite(sigma[1:]).any() else 1.0 for _, sigma in series]
    std = np.broadcast_to(np.array(std)[:, None], vectors.shape[::2])
    east, up = np.nanmedian(leakage(vectors, np.maximum(std, 1e-6), axes), axis=1)
    job.note(
        f"North motion is neglected: 1 mm of it would be taken for {east:+.2f} mm east and "
        f"{up:+.2f} mm up."
    )


def _refuse(counts, limit):
    if not counts[1:].any():
        raise GroundshiftError(
            "No cell has a series of any track; check that they overlap in place and time."
        )
    if counts[2] >= counts[3]:
        raise GroundshiftError(
            "The directions are too much alike everywhere to tell the components apart (condition "
            f"number over {limit:g}); add a series along another direction."
        )
    raise GroundshiftError(
        "No cell has as many series as are needed; check that they overlap in place and time."
    )
