# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slope ADAs: points of one or two orbits, elevation model and visibility in, polygons out."""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable

import numpy as np

from ..areas.active import AreaOptions, by_resolution, find_areas
from ..areas.slope import KEPT, REASONS, SlopeRules, blind_share, judge
from ..errors import GroundshiftError
from ..runner import RunOptions, check_cancelled, tell
from .area_points import AreaSource, read_area_points
from .atomic import Transaction
from .elevation import Elevation
from .features import transformed, write_polygons
from .look_angles import LookSource
from .run_activeareas import make_layer, resolution_of, tell_of_noise
from .run_visibility import VisibilityTargets, run_visibility
from .slope_merging import OrbitAreas, merged_areas, removed_areas
from .terrain_view import TerrainView

ORBITS = ("first", "second")


@dataclass(frozen=True)
class OrbitSource:
    """The data of one orbit.

    Parameters
    ----------
    points : AreaSource
    visibility : path, optional
        Raster of the classes of the tool 'Radar visibility'; computed from the look where missing.
    look : LookSource, optional
    """

    points: AreaSource
    visibility: Path | None = None
    look: LookSource | None = None


@dataclass(frozen=True)
class SlopeTargets:
    """Where to write; None for what is not wanted: slope ADAs, and what was removed."""

    areas: Path | None = None
    removed: Path | None = None


@dataclass(frozen=True)
class SlopeReport:
    """What came out.

    Parameters
    ----------
    found, kept : tuple of int
        Areas by orbit, and those of them that stay.
    areas : int
        After merging.
    both : int
        Areas in which both orbits see motion.
    removed : dict of str to int
        By reason.
    square_metres : float
    fastest : float
        Largest absolute mean rate, m/yr.
    resolution : tuple of float
        Of which lengths were multiples, by orbit, metres.
    """

    found: tuple
    kept: tuple
    areas: int
    both: int
    removed: dict
    square_metres: float
    fastest: float
    resolution: tuple

    @property
    def limit_mm_yr(self) -> float | None:
        """End of a style's colours; None without areas."""
        return 1e3 * self.fastest or None

    def numbers(self) -> dict:
        """The tool's number results."""
        return {
            "COUNT": self.areas, "BOTH": self.both, "REMOVED_COUNT": sum(self.removed.values()),
            "AREA_KM2": self.square_metres / 1e6, "USED_RESOLUTION": self.resolution[0],
        }  # fmt: skip


def run_slopeareas(
    dem_path,
    orbits,
    targets: SlopeTargets,
    options: AreaOptions,
    rules: SlopeRules | None = None,
    resolution: float | None = None,
    given=(),
    smoothing: float = 0.0,
    *,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> SlopeReport:
    """Find and write slope ADAs.

    Parameters
    ----------
    dem_path : path
    orbits : sequence of OrbitSource
        One or two.
    targets : SlopeTargets
    options : AreaOptions
        One level of areas: no sweep.
    rules : SlopeRules, optional
    resolution, given
        See :func:`.run_activeareas.run_activeareas`.
    smoothing : float
        Metres: radius over which the elevation model's slope is taken.
    run_options, progress, cancelled, log : optional

    Raises
    ------
    GroundshiftError
        For input that cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    rules, log = rules or SlopeRules(), log or (lambda text: None)
    if options.selection.method == "sweep":
        raise GroundshiftError(
            "Slope ADAs have one threshold; choose another selection, or sweep with 'Active areas'."
        )
    with contextlib.ExitStack() as stack:
        files, dem = stack.enter_context(Transaction()), stack.enter_context(Elevation(dem_path))
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        orbits = _with_visibility(dem_path, orbits, folder, run_options, progress, cancelled, log)
        done = []
        for number, orbit in enumerate(orbits):
            tell(progress, 0.5 + 0.4 * number / len(orbits))
            local = done[0].read.local if done else None
            finder = _Finder(dem, options, rules, resolution, given, smoothing, log)
            done.append(finder.areas_of(orbit, local, cancelled))
        crs = done[0].read.crs
        terrain = TerrainView(dem, smoothing, crs)
        wkb, columns = merged_areas(done, terrain, options, rules, cancelled)
        if targets.areas is not None:
            write_polygons(files.add(targets.areas), crs, wkb, columns, "slope_areas")
        if targets.removed is not None:
            write_polygons(
                files.add(targets.removed), crs, *removed_areas(done), layer="removed_areas"
            )
        check_cancelled(cancelled)
    tell(progress, 1.0)
    return _report(done, columns, log)


def _with_visibility(dem_path, orbits, folder, run_options, progress, cancelled, log):
    """The orbits with a visibility raster each."""
    part = None if progress is None else lambda share: progress(0.5 * share)
    out = []
    for number, orbit in enumerate(orbits):
        if orbit.visibility is None:
            if orbit.look is None:
                raise GroundshiftError(
                    f"The {ORBITS[number]} orbit has neither a visibility raster nor look angles; "
                    "give one of them."
                )
            log(f"Visibility of the {ORBITS[number]} orbit is computed from the elevation model.")
            path = Path(folder) / f"visibility{number}.tif"
            run_visibility(
                dem_path, VisibilityTargets(path), [orbit.look], run_options=run_options,
                progress=part, cancelled=cancelled, log=log,
            )  # fmt: skip
            orbit = replace(orbit, visibility=path)
        out.append(orbit)
    return out


@dataclass(frozen=True)
class _Finder:
    """Finds the active areas of an orbit and judges them."""

    dem: Elevation
    options: AreaOptions
    rules: SlopeRules
    resolution: float | None
    given: tuple
    smoothing: float
    log: Callable

    def areas_of(self, orbit: OrbitSource, local, cancelled) -> OrbitAreas:
        """Areas of one orbit; `local` is the system of the first one, None for itself."""
        read = read_area_points(orbit.points, cancelled)
        for note in read.notes:
            self.log(note)
        terrain = TerrainView(self.dem, self.smoothing, read.crs)
        terrain.reach(read.x, read.y, "the points", orbit.visibility, self.log)
        resolution = self.resolution or resolution_of(read, self.log)
        options = by_resolution(self.options, resolution, self.given)
        found = find_areas(read.points, options)
        layer = make_layer(read, found, options, cancelled)
        tell_of_noise(layer, self.log)
        slopes = terrain.slopes(layer.wkb, cancelled)
        cells = terrain.classes(orbit.visibility, layer.wkb, cancelled)
        reason = judge(slopes.mean, cells, self.rules)
        self.log(
            f"{len(layer.wkb)} active areas, {int((reason == KEPT).sum())} of them on slopes that "
            "the radar sees."
        )
        shapes = layer.local
        if local is not None:
            shapes = transformed(shapes, read.local.crs, local.crs)
        return OrbitAreas(
            read, found, layer, shapes, slopes, blind_share(cells),
            terrain.sensitivity(orbit.look, slopes, self.log), reason, orbit.visibility, orbit.look,
            resolution,
        )  # fmt: skip


def _report(done, columns, log) -> SlopeReport:
    removed = np.concatenate([orbit.reason for orbit in done])
    report = SlopeReport(
        tuple(len(orbit.reason) for orbit in done),
        tuple(len(orbit.kept) for orbit in done),
        len(columns["area_id"]),
        int((columns["orbits"] == "both").sum()),
        {
            name: int((removed == code).sum())
            for code, name in REASONS.items()
            if code != KEPT and (removed == code).any()
        },
        float(columns["area_m2"].sum()),
        float(np.abs(columns["mean_mm_yr"]).max(initial=0.0) / 1e3),
        tuple(float(orbit.resolution) for orbit in done),
    )
    for reason, count in report.removed.items():
        log(f"{count} areas removed: {reason}.")
    log(f"{report.areas} slope ADAs.")
    return report
