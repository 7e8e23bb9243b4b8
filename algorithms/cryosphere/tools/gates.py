# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Gates of ice: what lies along them, their fluxes, and the layers of both."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...data.axes import ground_axes
from ...data.dates import DAYS_PER_YEAR
from ...data.grid import Window
from ...data.metric import LocalMetres
from ...errors import GroundshiftError, counted
from ...formats.masks import PolygonMask
from ...formats.raster_places import values_at
from ...formats.raster_source import describe
from ...formats.vectors.features import read_lines, read_polygons, write_lines
from ...formats.vectors.tables import write_table
from ...formats.vectors.wkb import parts
from ..flux import Errors, along, flux, stable_errors

A_YEAR = {"m/yr": 1.0, "m/a": 1.0, "m/year": 1.0, "m/day": DAYS_PER_YEAR, "m/d": DAYS_PER_YEAR,
          "mm/yr": 1e-3}  # fmt: skip
USUAL_RANGE = 500.0
MOST_PLACES = 2000  # along a gate
STABLE_PLACES = 20_000
LEAST_STABLE = 50
FASTEST = 20_000.0  # m/yr: Jakobshavn had 17,000
VOID = -9000.0  # values below are no data that nobody declared


@dataclass
class Gates:
    """What was measured.

    Parameters
    ----------
    chosen : GlacierFlux
    errors : Errors
    crs : str
        Of the layer of gates.
    wkb, fid : sequence
    fluxes : list of Flux
    profiles : list of dict
        x, y, distance, across, thickness by gate.
    notes, warnings : list of str
    """

    chosen: object
    errors: Errors
    crs: str
    wkb: list
    fid: list
    fluxes: list = field(default_factory=list)
    profiles: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    warnings: list = field(default_factory=list)

    def columns(self) -> dict:
        """Of the layer of gates."""
        heavy = self.chosen.density * 1e-12  # m³ to Gt

        def every(name, factor=1.0):
            return np.array([factor * getattr(one, name) for one in self.fluxes])

        mass, std = every("volume", heavy), every("volume_std", heavy)
        change = np.diff(mass, prepend=np.nan)
        # What errs alike at all gates goes from the difference: the factor does.
        own = every("by_velocity", heavy) ** 2 + every("by_thickness", heavy) ** 2
        factor = every("by_factor", heavy)
        before = np.concatenate([[np.nan], own[:-1]])
        change_std = np.sqrt(own + before + np.diff(factor, prepend=np.nan) ** 2)
        columns = {
            "flux_km3_yr": every("volume", 1e-9), "flux_std_km3_yr": every("volume_std", 1e-9),
            "mass_gt_yr": mass, "mass_std_gt_yr": std,
            "std_velocity_gt_yr": every("by_velocity", heavy),
            "std_thickness_gt_yr": every("by_thickness", heavy), "std_factor_gt_yr": factor,
            "width_m": every("width"), "area_m2": every("area"), "speed_m_yr": every("speed"),
            "thickness_m": every("thickness"), "azimuth_deg": every("azimuth"),
            "known_share": every("known"), "change_gt_yr": change, "change_std_gt_yr": change_std,
        }  # fmt: skip
        return {"gate": np.array(self.fid), **columns}

    def numbers(self) -> dict:
        """Of the run."""
        first = self.fluxes[0]
        return {
            "GATES_MEASURED": sum(one.known > 0 for one in self.fluxes),
            "VOLUME": 1e-9 * first.volume, "VOLUME_STD": 1e-9 * first.volume_std,
            "MASS": 1e-12 * self.chosen.density * first.volume, "SPEED": first.speed,
            "AZIMUTH": first.azimuth, "STD": self.errors.velocity,
            "RANGE": self.errors.velocity_range,
        }  # fmt: skip

    def write(self, outputs) -> None:
        """Write what is wanted."""
        path = outputs.path("FLUX")
        if path is not None:
            write_lines(path, self.crs, self.wkb, self.columns())
        path = outputs.path("PROFILE")
        if path is not None:
            table = {
                name: np.concatenate([profile[name] for profile in self.profiles])
                for name in self.profiles[0]
            }
            write_table(path, self.crs, table.pop("x"), table.pop("y"), table)


def measure(chosen, job) -> Gates:
    """Fluxes of all gates.

    Raises
    ------
    GroundshiftError
        If nothing is known along any gate.
    """
    components = [_Component(path, chosen, job) for path in (chosen.vx, chosen.vy)]
    grid = components[0].grid
    try:
        lines = read_lines(*chosen.gates, to_crs=grid.crs)
    except GroundshiftError as error:
        chosen.refuse("gates", str(error))
    velocity = _Velocity(components, chosen.axes == "true", job.cancelled)
    notes, warnings = list(lines.notes()), []
    errors = _errors(chosen, velocity, notes, warnings)
    found = Gates(chosen, errors, grid.crs, list(lines.wkb), list(lines.fid), [], [], notes,
                  warnings)  # fmt: skip
    step = job.steps(len(found.wkb))
    for wkb, fid in zip(found.wkb, found.fid):
        _one(found, wkb, fid, velocity, job)
        step()
    _doubts(found)
    for text in notes:
        job.note(text)
    for text in warnings:
        job.warn(text)
    return found


class _Component:
    """One raster of velocity, by places in m/yr."""

    def __init__(self, path, chosen, job):
        info = describe(path)
        if not info.grid.crs:
            raise GroundshiftError(f"{path}: the raster has no CRS; assign the right one.")
        self.path, self.grid = path, info.grid
        unit = info.unit.replace(" ", "")
        self.factor = A_YEAR.get(unit, A_YEAR[chosen.unit])
        if unit and unit not in A_YEAR:
            job.warn(
                f"{Path(path).name}: its unit '{info.unit}' is none of a velocity; "
                f"{chosen.unit} is taken (UNIT)."
            )

    def at(self, crs, x, y, cancelled):
        values = self.factor * values_at(self.path, crs, x, y, cancelled)
        # Filters leave what nobody declared as no data.
        return np.where(values > VOID * self.factor, values, np.nan)


class _Velocity:
    """East and north velocity at places."""

    def __init__(self, components, true, cancelled):
        self.components, self.true, self._cancelled = components, true, cancelled
        self.grid = components[0].grid
        self._axes = ground_axes(self.grid)
        self.side = float(np.hypot(*self._axes.at(self.grid.rows / 2, self.grid.cols / 2)[:2]))

    def at(self, x, y) -> np.ndarray:
        """Shape (place, 2), m/yr; places in the first raster's CRS."""
        values = np.stack(
            [part.at(self.grid.crs, x, y, self._cancelled) for part in self.components], axis=1
        )
        if self.true:
            return values
        x0, dx, _, y0, _, dy = self.grid.transform
        axes = self._axes.at((y - y0) / dy - 0.5, (x - x0) / dx - 0.5).reshape(-1, 2, 2)
        axes = axes / np.linalg.norm(axes, axis=2, keepdims=True)
        axes = axes * np.array([np.sign(dx), np.sign(dy)])[:, None]
        return np.einsum("ni,nij->nj", values, axes)


def _one(found, wkb, fid, velocity, job):
    crs = found.crs
    pieces_of = list(parts(wkb))
    local = LocalMetres(crs, *np.mean(np.concatenate(pieces_of), axis=0))
    metres = [local.of(crs, *part.T) for part in pieces_of]
    total = sum(float(np.hypot(*np.diff(part, axis=0).T).sum()) for part in metres)
    pieces, begin = [], 0.0
    for part in metres:
        places, normals, lengths, distance = along(part, max(velocity.side, total / MOST_PLACES))
        pieces.append((places, normals, lengths, begin + distance))
        begin += float(lengths.sum())
    places, normals, lengths, distance = (np.concatenate(group) for group in zip(*pieces))
    x, y = local.back(crs, places)
    speeds = velocity.at(x, y)
    chosen = found.chosen
    if chosen.thickness is not None:
        thickness = values_at(chosen.thickness, crs, x, y, job.cancelled)
        thickness = np.where(thickness >= 0, thickness, np.nan)
    else:
        thickness = np.full(len(x), chosen.constant)
    reach = found.errors.thickness_range or 1e9
    errors = Errors(found.errors.velocity, found.errors.velocity_range, reach)
    one = flux(
        places, normals, lengths, speeds, thickness, 0.01 * chosen.thickness_std * thickness,
        errors, (chosen.least_factor, chosen.most_factor),
    )  # fmt: skip
    found.fluxes.append(one)
    side = np.array([np.sin(np.radians(one.azimuth)), np.cos(np.radians(one.azimuth))])
    turned = np.sign(normals @ side)
    found.profiles.append({
        "x": x, "y": y, "gate": np.full(len(x), fid), "distance_m": distance,
        "across_m_yr": turned * np.einsum("ij,ij->i", speeds, normals),
        "thickness_m": thickness, "flux_m2_yr": one.through,
    })  # fmt: skip
    fast = np.nanmax(np.hypot(*speeds.T), initial=0.0)
    if fast > FASTEST:
        raise GroundshiftError(
            f"{chosen.vx}: is {fast:,.0f} m/yr at a gate, faster than any glacier; give the unit "
            "of the velocity (UNIT)."
        )


def _errors(chosen, velocity, notes, warnings) -> Errors:
    std, reach = chosen.velocity_std, chosen.velocity_range
    if chosen.stable is not None:
        own_std, own_reach, shift = stable_errors(*_stable(chosen, velocity))
        notes.append(
            f"On stable ground velocities are {shift[0]:.2f} m/yr east and {shift[1]:.2f} m/yr "
            f"north, with a standard deviation of {own_std:.2f} m/yr that is alike over "
            f"{own_reach:.0f} m."
        )
        if np.hypot(*shift) > own_std:
            warnings.append(
                f"Stable ground seems to move by {np.hypot(*shift):.1f} m/yr, more than its "
                "scatter: the velocities are shifted, and fluxes with them; take the shift off."
            )
        std = own_std if std is None else std
        reach = own_reach if reach is None else reach
    return Errors(std, USUAL_RANGE if reach is None else reach, chosen.thickness_range)


def _stable(chosen, velocity) -> tuple:
    """Places on stable ground, metres, and velocities there."""
    grid = velocity.grid
    try:
        found = read_polygons(*chosen.stable, to_crs=grid.crs)
    except GroundshiftError as error:
        chosen.refuse("stable", str(error))
    inside = PolygonMask(list(found.wkb), grid).read(Window(0, 0, grid.rows, grid.cols))
    rows, cols = np.nonzero(inside)
    if len(rows) > STABLE_PLACES:
        kept = np.sort(np.random.default_rng(0).choice(len(rows), STABLE_PLACES, replace=False))
        rows, cols = rows[kept], cols[kept]
    x, y = grid.xy(rows, cols)
    speeds = velocity.at(np.asarray(x, float), np.asarray(y, float))
    good = np.isfinite(speeds).all(axis=1)
    if good.sum() < LEAST_STABLE:
        chosen.refuse(
            "stable", f"holds {int(good.sum())} places with a velocity, and {LEAST_STABLE} are "
            "needed; draw more of it, or give VELOCITY_STD.",
        )  # fmt: skip
    middle = grid.xy(grid.rows / 2, grid.cols / 2)
    metres = LocalMetres(grid.crs, *middle).of(grid.crs, np.asarray(x)[good], np.asarray(y)[good])
    return *metres.T, speeds[good]


def _doubts(found) -> None:
    empty = [fid for fid, one in zip(found.fid, found.fluxes) if one.known == 0]
    if len(empty) == len(found.fluxes):
        raise GroundshiftError(
            f"{found.chosen.gates[0]}: no gate lies where velocity and thickness are known; check "
            "that the layers show the same place."
        )
    if empty:
        found.warnings.append(f"{counted(len(empty), 'gate')} without data: {empty[:10]}.")
    parts = [
        f"{fid} ({100 * one.known:.0f} %)"
        for fid, one in zip(found.fid, found.fluxes)
        if 0 < one.known < 0.95
    ]
    if parts:
        found.warnings.append(
            "Velocity or thickness are not known along all of these gates, and what is not known "
            f"counts as nothing: {', '.join(parts[:10])}."
        )
    if found.chosen.constant is not None:
        found.warnings.append(
            f"The thickness is {found.chosen.constant:g} m everywhere, up to the margins: give a "
            "raster where there is one."
        )
