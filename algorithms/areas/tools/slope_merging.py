# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slope ADAs of one or two orbits as one layer, with what each orbit has to say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.points import Points
from ...formats.look_angles import LookSource
from ...formats.vectors.features import transformed
from ...formats.vectors.shapes import areas_of, overlapping, points_inside, united
from ..active import AreaOptions, FoundAreas
from ..groups import Groups
from ..slope import EVIDENCE, KEPT, REASONS, SlopeRules, Witness, blind_share, evidence, merged
from ..statistics import AreaNumbers, describe
from .area_layer import AreaLayer
from .terrain_view import Slopes, TerrainView

LEAST_SENSITIVITY = 0.3
"""|C| from which a rate is turned into one down the slope."""


@dataclass(frozen=True)
class OrbitAreas:
    """What was found with one orbit.

    Parameters
    ----------
    points : Points
    found : FoundAreas
        One level.
    options : AreaOptions
    layer : AreaLayer
    local : list of bytes
        The areas' polygons in the local system that all orbits share.
    slopes : Slopes
    blind, sensitivity : ndarray, shape (area,)
    reason : ndarray of int, shape (area,)
        Codes of :data:`..slope.REASONS`.
    visibility : path
    look : LookSource or None
    resolution : float
        Metres, of which the lengths were multiples.
    """

    points: Points
    found: FoundAreas
    options: AreaOptions
    layer: AreaLayer
    local: list
    slopes: Slopes
    blind: np.ndarray
    sensitivity: np.ndarray
    reason: np.ndarray
    visibility: Path
    look: LookSource | None
    resolution: float

    @property
    def kept(self) -> np.ndarray:
        """The areas that stay."""
        return np.flatnonzero(self.reason == KEPT)


def merged_areas(done, terrain: TerrainView, rules: SlopeRules, job):
    """Join the slope ADAs of all orbits.

    Parameters
    ----------
    done : sequence of OrbitAreas
        One or two.
    terrain : TerrainView
        For polygons in the first orbit's CRS.
    rules : SlopeRules
    job : Job

    Returns
    -------
    wkb : list of bytes
        In the first orbit's CRS.
    columns : dict of str to ndarray
    """
    chosen = [[orbit.local[k] for k in orbit.kept] for orbit in done]
    labels = (np.arange(len(chosen[0])),)
    if len(done) == 2:
        pairs = overlapping(*chosen, rules.overlap)
        labels = merged(pairs, (len(chosen[0]), len(chosen[1])))
    count = max(int(part.max(initial=-1)) for part in labels) + 1
    parts = [[] for _ in range(count)]
    for orbit, numbers in zip(chosen, labels):
        for shape, number in zip(orbit, numbers):
            parts[number].append(shape)
    union = [united(shapes) if len(shapes) > 1 else shapes[0] for shapes in parts]
    points = done[0].points
    wkb = transformed(union, points.local.crs, points.crs)
    slopes = terrain.slopes(wkb, job.cancelled)
    by_orbit = [
        _Testimony(orbit, numbers, union, wkb, slopes, terrain, points.local, rules)
        for orbit, numbers in zip(done, labels)
    ]
    return wkb, _columns(by_orbit, union, slopes, done[0].options)


class _Testimony:
    """What one orbit says about the merged areas."""

    def __init__(self, orbit, labels, union, wkb, slopes, terrain, local, rules):
        count = len(union)
        of_area = np.full(len(orbit.reason) + 1, -1)
        of_area[orbit.kept] = labels
        member_of = of_area[orbit.found.levels[0].labels]
        self.numbers = _described(orbit, member_of, count, labels)
        self.points = self.numbers["points"]
        self.dates = orbit.points.dates
        self.blind = blind_share(terrain.classes(orbit.visibility, wkb))
        self.sensitivity = terrain.sensitivity(orbit.look, slopes)
        inside = self._inside(orbit, union, member_of, local)
        velocity = orbit.points.velocity
        self.trusted = np.array([len(rows) for rows in inside], np.int64)
        self.trusted_mean = np.array(
            [velocity[rows].mean() if len(rows) else np.nan for rows in inside]
        )
        gone = [orbit.local[k] for k in np.flatnonzero(orbit.reason != KEPT)]
        touched = np.zeros(count, bool)
        touched[[i for i, _ in overlapping(union, gone, rules.overlap)]] = True
        self.evidence = evidence(
            Witness(self.points > 0, touched, self.trusted, self.blind),
            orbit.options.clusters.minimum_points, rules.most_blind,
        )  # fmt: skip

    @staticmethod
    def _inside(orbit, union, member_of, local) -> list:
        """Trusted points of each area: those inside, and its own, which lie on its outline."""
        points = orbit.points
        trusted = np.flatnonzero(orbit.found.reason == 0)
        xy = local.of(points.crs, points.x[trusted], points.y[trusted])
        own = Groups(member_of, len(union))
        return [
            np.union1d(trusted[rows], own.members[first:last])
            for rows, first, last in zip(points_inside(union, xy), own.starts[:-1], own.starts[1:])
        ]

    def get(self, name) -> np.ndarray:
        return self.numbers[name]


def _described(orbit, labels, count, names) -> dict:
    """Numbers of merged areas from one orbit's moving points; NaN where it has none."""
    present, packed = np.unique(labels[labels >= 0], return_inverse=True)
    compact = np.full(len(labels), -1, np.int64)
    compact[labels >= 0] = packed.reshape(-1)
    points = orbit.points
    # Two areas of an orbit that the other one's joins: the clearer one counts.
    chance = np.full(count, np.nan)
    np.fmin.at(chance, names, orbit.layer.chance[0][orbit.kept])
    series = None if points.series is None else points.displacement
    found: AreaNumbers = describe(
        compact, len(present), points.velocity, points.velocity_std, series, chance[present]
    )
    out = {"chance": chance}
    for name in (
        "points", "mean", "median", "highest", "lowest", "std", "accumulated", "temporal",
        "spatial", "quality", "outliers", "series",
    ):  # fmt: skip
        values = np.asarray(getattr(found, name))
        whole = values.dtype.kind == "i"
        out[name] = np.full((count, *values.shape[1:]), 0 if whole else np.nan, values.dtype)
        out[name][present] = values
    return out


def _columns(by_orbit, union, slopes, options) -> dict:
    """The columns that every layer of active areas has, then those of each orbit."""
    count = len(union)
    moving = np.stack([orbit.points for orbit in by_orbit])
    main = moving.argmax(axis=0) if count else np.zeros(0, np.int64)

    def of_main(name):
        return np.choose(main, [orbit.get(name) for orbit in by_orbit])

    words = np.array(["none", "first", "second", "both"], object)
    seen = sum((orbit.points > 0).astype(int) << k for k, orbit in enumerate(by_orbit))
    method = np.empty(count, object)
    method[:] = f"slope, {options.clusters.method}"
    columns = {
        "area_id": np.arange(1, count + 1),
        "points": moving.sum(axis=0),
        "area_m2": np.round(areas_of(union), 1),
        "orbits": words[np.asarray(seen, int)] if count else words[:0],
        "main_orbit": main + 1,
        "slope_deg": np.round(slopes.mean, 2),
        "aspect_deg": np.round(slopes.aspect, 1),
    }
    for column, name in (
        ("mean_mm_yr", "mean"), ("median_mm_yr", "median"), ("max_mm_yr", "highest"),
        ("min_mm_yr", "lowest"), ("std_mm_yr", "std"), ("accumulated_mm", "accumulated"),
    ):  # fmt: skip
        columns[column] = np.round(1e3 * of_main(name), 3)
    columns["temporal_noise"] = np.round(of_main("temporal"), 3)
    columns["spatial_noise"] = np.round(of_main("spatial"), 3)
    columns["quality"] = of_main("quality")
    columns["chance"] = np.round(of_main("chance"), 3)
    columns["outliers"] = of_main("outliers")
    columns["method"] = method
    for number, orbit in enumerate(by_orbit, 1):
        columns.update(_of_orbit(orbit, number))
    if len(by_orbit) == 1:
        series = by_orbit[0].get("series")
        for k, date in enumerate(by_orbit[0].dates):
            columns[f"D{str(date).replace('-', '')}"] = np.round(1e3 * series[:, k], 2)
    return columns


def _of_orbit(orbit, number) -> dict:
    says = np.array(["", *EVIDENCE.values()], object)
    with np.errstate(invalid="ignore", divide="ignore"):
        down = np.where(
            np.abs(orbit.sensitivity) >= LEAST_SENSITIVITY,
            orbit.get("mean") / orbit.sensitivity, np.nan,
        )  # fmt: skip
    return {
        f"evidence_{number}": says[orbit.evidence],
        f"points_{number}": orbit.points,
        f"trusted_{number}": orbit.trusted,
        f"mean_mm_yr_{number}": np.round(1e3 * orbit.get("mean"), 3),
        f"trusted_mm_yr_{number}": np.round(1e3 * orbit.trusted_mean, 3),
        f"std_mm_yr_{number}": np.round(1e3 * orbit.get("std"), 3),
        f"accumulated_mm_{number}": np.round(1e3 * orbit.get("accumulated"), 3),
        f"quality_{number}": np.ma.masked_equal(orbit.get("quality"), 0),
        f"blind_{number}": np.round(orbit.blind, 3),
        f"sensitivity_{number}": np.round(orbit.sensitivity, 4),
        f"slope_mm_yr_{number}": np.round(1e3 * down, 3),
    }


def removed_areas(done):
    """Geometries and columns of the areas that were removed, of all orbits."""
    wkb, parts = [], []
    words = np.array([REASONS[code] for code in range(len(REASONS))], object)
    points = done[0].points
    for number, orbit in enumerate(done, 1):
        gone = np.flatnonzero(orbit.reason != KEPT)
        wkb += transformed([orbit.local[k] for k in gone], points.local.crs, points.crs)
        columns = {
            "orbit": np.full(len(gone), number),
            "reason": words[orbit.reason[gone]],
            "slope_deg": np.round(orbit.slopes.mean[gone], 2),
            "aspect_deg": np.round(orbit.slopes.aspect[gone], 1),
            "blind": np.round(orbit.blind[gone], 3),
            "sensitivity": np.round(orbit.sensitivity[gone], 4),
        }
        for name in (
            "points", "area_m2", "mean_mm_yr", "median_mm_yr", "max_mm_yr", "min_mm_yr",
            "std_mm_yr", "accumulated_mm", "temporal_noise", "spatial_noise", "quality", "chance",
        ):  # fmt: skip
            columns[name] = orbit.layer.columns[name][gone]
        parts.append(columns)
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    return wkb, {"area_id": np.arange(1, len(wkb) + 1), **columns}
