# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Volcanic sources as they lie: what they are made of, what they do at the surface and below."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.patches import PatchSet, SlipModel
from ..errors import GroundshiftError
from ..threads import kernel_lock
from .volcanic import KINDS, NAMES, cdm_triangles, linear_of, sources_of, top_depth, unit_los

POINT = 0.1
"""Of the depth: how far about a point the map is drawn as near to it."""


@dataclass(frozen=True)
class VolcanicSource:
    """One source.

    Parameters
    ----------
    kind : str
        A key of :data:`KINDS`.
    row : ndarray, shape (parameter,)
        See :data:`KINDS`; east and north in a local frame.

    Raises
    ------
    GroundshiftError
        If it reaches the surface, or has no size.
    """

    kind: str
    row: np.ndarray

    def __post_init__(self):
        if self.kind not in KINDS:
            raise GroundshiftError(
                f"'{self.kind}' is no kind of volcanic source; take {', '.join(KINDS)}."
            )
        object.__setattr__(self, "row", np.asarray(self.row, float))
        self._check()

    def _check(self):
        what, own = NAMES[self.kind], self.named
        missing = [name for name, value in own.items() if not np.isfinite(value)]
        if missing:
            raise GroundshiftError(f"{what}: has no {missing[0]}; give it.")
        if not own["depth"] > 0:
            raise GroundshiftError(
                f"{what}: lies {-own['depth']:.4g} m above the ground; depth is positive down."
            )
        for name in ("radius", "semi_major", "aspect"):
            if name in own and not own[name] > 0:
                raise GroundshiftError(f"{what}: {name} is {own[name]:.4g}; give it above 0.")
        if self.kind == "spheroid" and own["aspect"] > 1:
            raise GroundshiftError(
                f"{what}: the short semi-axis is longer than the long one (semi_minor_m, "
                "semi_major_m); swap them."
            )
        if self.kind == "cdm":
            semi = self.row[6:9]
            if (semi < 0).any() or (semi > 0).sum() < 2:
                raise GroundshiftError(
                    f"{what}: its semi-axes are {', '.join(f'{s:.4g}' for s in semi)} m; two at "
                    "least are above 0, and none below it."
                )
        top = float(top_depth(self.kind, self.row)[0])
        if not top > 0:
            raise GroundshiftError(
                f"{what}: reaches {-top:.4g} m above the ground at a depth of {own['depth']:.4g} m;"
                " give a larger depth or a smaller size, and check their units (km and m)."
            )
        if self.kind == "penny":
            from .penny import SHALLOWEST

            if own["depth"] < SHALLOWEST * own["radius"]:
                raise GroundshiftError(
                    f"{what}: its depth of {own['depth']:.4g} m is below {SHALLOWEST:g} times its "
                    f"radius of {own['radius']:.4g} m, where its roof is a plate; give a smaller "
                    "radius, and check their units (km and m)."
                )

    @property
    def named(self) -> dict:
        """Parameters by name."""
        return dict(zip(KINDS[self.kind], self.row.tolist()))

    @property
    def volume(self) -> float:
        """Change of volume, cubic metres; of compound dislocations the potency."""
        if self.kind == "cdm":
            x, y, z = self.row[6:9]
            return float(4 * (x * y + y * z + z * x) * self.row[9])
        return float(self.row[linear_of(self.kind)].sum())

    @property
    def size(self) -> float:
        """Metres from the centre within which it is no such source any more."""
        own = self.named
        if self.kind == "cdm":
            return float(np.hypot(*np.sort(self.row[6:9])[1:]))
        return own.get("radius") or own.get("semi_major") or POINT * own["depth"]

    def fields(self, points, poisson: float = 0.25) -> tuple:
        """Displacement and its gradients, as :func:`.elastic.displacement_gradients` gives them.

        A sphere's are those of its point and hold where two radii away from its centre; a crack's
        are those of some hundred points and hold a tenth of its radius away from it. What lies
        within a source is NaN.
        """
        from ._point_kernel import field_kernel

        points = np.ascontiguousarray(points, float)
        if self.kind == "cdm":
            from .elastic import displacement_gradients

            return displacement_gradients(_cdm_model(self.row), points, poisson)
        with kernel_lock:
            u, g = np.zeros((len(points), 3)), np.zeros((len(points), 3, 3))
            field_kernel(points, self._points(poisson), poisson, u, g)
        bad = (points[:, 2] > 0) | self.holds(points)
        u[bad], g[bad] = np.nan, np.nan
        return u, g

    def _points(self, poisson) -> np.ndarray:
        """Its point sources with their strengths, shape (source, 9)."""
        if self.kind == "penny":
            from .penny import as_points

            radius = self.row[3]
            rows = as_points(self.row[2] / radius, poisson)
            rows[:, :3] *= radius
            rows[:, :2] += self.row[:2]
            rows[:, 3:] *= self.row[4]
            return np.ascontiguousarray(rows)
        sources = sources_of(self.kind, self.row[None], poisson)[0]
        strength = self.row[linear_of(self.kind)]
        sources[..., 3:] *= strength[:, None, None]
        return np.ascontiguousarray(sources.reshape(-1, sources.shape[-1]))

    def holds(self, points) -> np.ndarray:
        """Which points lie within it (of a point: at it), shape (point,), bool."""
        away = points - self.row[:3] * np.array([1.0, 1.0, -1.0])
        distance = np.linalg.norm(away, axis=1)
        own = self.named
        if self.kind == "sphere":
            return distance < own["radius"]
        if self.kind == "spheroid":
            flat = np.cos(own["plunge"])
            axis = np.array([
                flat * np.sin(own["trend"]), flat * np.cos(own["trend"]), -np.sin(own["plunge"]),
            ])  # fmt: skip
            along = (away * axis).sum(axis=1)
            across = np.sqrt(np.maximum(distance**2 - along**2, 0.0))
            return np.hypot(along, across / own["aspect"]) < own["semi_major"]
        if self.kind == "penny":
            across = np.hypot(away[:, 0], away[:, 1])
            return (across <= own["radius"]) & (np.abs(away[:, 2]) < 1e-6 * own["radius"])
        return distance < 1e-6 * own["depth"]

    def surface(self, points, poisson: float = 0.25) -> np.ndarray:
        """Displacement of points at the surface, shape (point, 3), metres."""
        points = np.asarray(points, float)
        strength = self.row[linear_of(self.kind)]
        out = np.empty((len(points), 3))
        for k in range(3):
            look = np.tile(np.eye(3)[k], (len(points), 1))
            found = unit_los(self.kind, self.row[None], points, look, poisson)[:, 0]
            out[:, k] = (found * strength).sum(axis=1)
        return out


@dataclass(frozen=True)
class VolcanicModel:
    """Sources whose effects add up; asked as a slip model is by :mod:`.elastic`.

    Each acts as if the others were not there: cavities closer than some radii act on each other.

    Parameters
    ----------
    sources : tuple of VolcanicSource
    crs : str
        Of their places.
    """

    sources: tuple
    crs: str = ""

    def __len__(self):
        return len(self.sources)

    @property
    def volume(self) -> float:
        """Cubic metres of all together; of compound dislocations their potency."""
        return float(sum(source.volume for source in self.sources))

    @property
    def components(self) -> np.ndarray:
        """Of the squares of :attr:`patches`: they open, shape (source, 3)."""
        return np.tile([0.0, 0.0, 1.0], (len(self), 1))

    @property
    def patches(self) -> PatchSet:
        """Level squares as large as the sources, for what asks where they are and how large."""
        rows = [
            [*source.row[:3], 0.0, 0.0, 2 * source.size, 2 * source.size] for source in self.sources
        ]
        return PatchSet.of_rectangles(np.array(rows), crs=self.crs)

    def displacement(self, points, poisson: float = 0.25) -> np.ndarray:
        """See :func:`.elastic.displacement`."""
        points = np.asarray(points, float)
        level = points[:, 2] == 0
        out = np.zeros((len(points), 3))
        for source in self.sources:
            if level.any():
                out[level] += source.surface(points[level], poisson)
            if not level.all():
                out[~level] += source.fields(points[~level], poisson)[0]
        return out

    def displacement_gradients(self, points, poisson: float = 0.25) -> tuple:
        """See :func:`.elastic.displacement_gradients`."""
        parts = [source.fields(points, poisson) for source in self.sources]
        return sum(part[0] for part in parts), sum(part[1] for part in parts)


def volume_of_pressure(kind: str, row, pressure: float, medium) -> float:
    """How much a cavity grows by a change of pressure.

    Parameters
    ----------
    kind : str
        ``sphere``, ``spheroid`` or ``penny``.
    row : ndarray, shape (parameter,)
    pressure : float
        Pascal.
    medium : Medium

    Returns
    -------
    float
        Cubic metres: of a sphere ``pi a^3 p / mu``, of a spheroid by Eshelby's tensor (both as if
        the surface were far), of a crack with the surface.
    """
    own, strain = dict(zip(KINDS[kind], row)), pressure / medium.shear_modulus
    if kind == "sphere":
        return float(np.pi * own["radius"] ** 3 * strain)
    if kind == "spheroid":
        from .spheroid import LEAST_ASPECT, MOST_ASPECT, transformation

        aspect = np.clip(own["aspect"], LEAST_ASPECT, MOST_ASPECT)
        growth = transformation(aspect, medium.poisson)[1][0]
        return float(4 / 3 * np.pi * own["semi_major"] ** 3 * own["aspect"] ** 2 * growth * strain)
    if kind == "penny":
        from .penny import solve

        stiffness = solve(own["depth"] / own["radius"])[4][0]
        return float(2 * (1 - medium.poisson) * strain * stiffness * own["radius"] ** 3)
    raise GroundshiftError(
        f"{NAMES[kind]}: has no volume that a pressure could widen; give a change of volume."
    )


def _cdm_model(row) -> SlipModel:
    """One compound dislocation as triangles that open."""
    corners, flat = cdm_triangles(row[None])
    patches = PatchSet.of_triangles(corners[0][~flat[0]])
    zero = np.zeros(len(patches))
    return SlipModel(patches, zero, zero, np.full(len(patches), row[9]))
