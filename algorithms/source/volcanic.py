# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Volcanic and reservoir sources in an elastic half-space with a flat surface.

All but the penny-shaped crack and the compound dislocation are moment tensors of points:

- Mogi: a point that expands alike to all sides (Mogi 1958).
- Sphere: the first reflection at the surface makes its tensor another one (McTigue 1987, Journal of
  Geophysical Research 92, 12931-12940), exact to the cube of radius over depth.
- Prolate spheroid: Eshelby's (1957) uniform transformation strain, whose field is that of a line of
  points between the foci; the distribution of Yang, Davis and Dieterich (1988, Journal of
  Geophysical Research 93, 4249-4257), whose pressure is uniform where the surface is far.
- Point compound dislocation: three tensile points at right angles (Nikkhoo et al. 2017,
  Geophysical Journal International 208, 877-894).

Volumes are those by which a cavity grows; of compound dislocations, potencies.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.patches import PatchSet, SlipModel
from ..errors import GroundshiftError
from ..threads import kernel_lock

PLACE = ("east", "north", "depth")
TURNS = ("omega_x", "omega_y", "omega_z")
KINDS = {
    "mogi": (*PLACE, "volume"),
    "sphere": (*PLACE, "radius", "volume"),
    "spheroid": (*PLACE, "semi_major", "aspect", "trend", "plunge", "volume"),
    "penny": (*PLACE, "radius", "volume"),
    "pcdm": (*PLACE, *TURNS, "volume_x", "volume_y", "volume_z"),
    "cdm": (*PLACE, *TURNS, "semi_x", "semi_y", "semi_z", "opening"),
}
"""Parameters by kind: metres, radians, cubic metres; the last ones are linear."""
NAMES = {
    "mogi": "Mogi point", "sphere": "Sphere", "spheroid": "Prolate spheroid",
    "penny": "Penny-shaped crack", "pcdm": "Point compound dislocation",
    "cdm": "Compound dislocation",
}  # fmt: skip
LINEAR = ("volume", "volume_x", "volume_y", "volume_z", "opening")
FOCAL_NODES = 24
LEAST_ASPECT, MOST_ASPECT = 0.01, 1 - 1e-6
POINT = 0.1
"""Of the depth: how far about a point the map is drawn as near to it."""
AT_ONCE = 4_000_000
"""Distances of a crack held at a time."""


def linear_of(kind: str) -> list:
    """Which parameters of a kind the displacement depends on linearly, as places in a row."""
    return [k for k, name in enumerate(KINDS[kind]) if name in LINEAR]


def unit_los(kind: str, values, points, look, poisson: float = 0.25) -> np.ndarray:
    """Displacement of the surface along look vectors, of a unit of each linear parameter.

    Parameters
    ----------
    kind : str
        A key of :data:`KINDS`.
    values : ndarray, shape (model, parameter)
        What the linear parameters are plays no part.
    points, look : ndarray, shape (point, 3)
        Points at the surface.
    poisson : float

    Returns
    -------
    ndarray, shape (point, model, linear parameter)
        Metres by cubic metre, or by metre of opening; NaN where a source reaches the surface.
    """
    values = np.atleast_2d(np.asarray(values, float))
    points, look = np.ascontiguousarray(points, float), np.ascontiguousarray(look, float)
    if kind == "penny":
        out = _penny_los(values, points, look)[..., None]
    elif kind == "cdm":
        out = _cdm_los(values, points, look, poisson)[..., None]
    else:
        from ._point_kernel import los_kernel

        parts = len(linear_of(kind))
        sources = _sources(kind, values, poisson)
        groups = np.ascontiguousarray(np.concatenate(list(np.moveaxis(sources, 1, 0))))
        out = np.empty((len(points), len(groups)))
        with kernel_lock:
            los_kernel(points, look, groups, poisson, out)
        out = np.moveaxis(out.reshape(len(points), parts, len(values)), 1, 2)
    return np.where(top_depth(kind, values)[:, None] > 0, out, np.nan)


def top_depth(kind: str, values) -> np.ndarray:
    """Depth of the highest place of sources (model, parameter), metres; negative in the air."""
    values = np.atleast_2d(np.asarray(values, float))
    row = dict(zip(KINDS[kind], values.T))
    if kind == "sphere":
        return row["depth"] - row["radius"]
    if kind == "spheroid":
        along = row["semi_major"] * np.sin(row["plunge"])
        across = row["semi_major"] * row["aspect"] * np.cos(row["plunge"])
        return row["depth"] - np.hypot(along, across)
    if kind == "cdm":
        up = np.abs(axes_of(values)[:, 2]) * np.stack(
            [row[name] for name in ("semi_x", "semi_y", "semi_z")], axis=1
        )
        return row["depth"] - (up.sum(axis=1) - up.min(axis=1))
    return row["depth"]


def axes_of(values) -> np.ndarray:
    """Axes of compound dislocations, shape (model, 3, axis): turned about x, then y, then z.

    Angles are clockwise as seen along an axis's positive direction backwards, so that a positive
    `omega_z` turns the x axis from east towards south (Nikkhoo et al. 2017).
    """
    x, y, z = np.atleast_2d(values)[:, 3:6].T
    one, zero = np.ones_like(x), np.zeros_like(x)

    def matrix(rows):
        return np.moveaxis(np.array(rows), -1, 0)

    about_x = matrix([
        [one, zero, zero], [zero, np.cos(x), np.sin(x)], [zero, -np.sin(x), np.cos(x)],
    ])  # fmt: skip
    about_y = matrix([
        [np.cos(y), zero, -np.sin(y)], [zero, one, zero], [np.sin(y), zero, np.cos(y)],
    ])  # fmt: skip
    about_z = matrix([
        [np.cos(z), np.sin(z), zero], [-np.sin(z), np.cos(z), zero], [zero, zero, one],
    ])  # fmt: skip
    return np.einsum("mij,mjk,mkl->mil", about_z, about_y, about_x)


def _sources(kind, values, poisson) -> np.ndarray:
    """Point sources of unit linear parameters, shape (model, linear, source, 9)."""
    unity = np.eye(3)
    lame = 2 * poisson / (1 - 2 * poisson)
    if kind == "mogi":
        tensors = np.broadcast_to((2 + lame) * unity, (len(values), 1, 1, 3, 3))
    elif kind == "sphere":
        depth, radius = values[:, 2], values[:, 3]
        small = (radius / depth) ** 3
        alike = 1 - small * (1 + poisson) / (2 * (7 - 5 * poisson))
        level = small * (1 - poisson) * 5 * (2 - poisson) / (2 * (7 - 5 * poisson))
        flat = lame * unity + 2 * np.diag([0.0, 0.0, 1.0])
        tensors = (
            alike[:, None, None] * (2 + lame) * unity + level[:, None, None] * flat
        )[:, None, None]  # fmt: skip
    elif kind == "pcdm":
        axes = np.moveaxis(axes_of(values), 2, 1)
        tensors = lame * unity + 2 * np.einsum("mai,maj->maij", axes, axes)
        tensors = tensors[:, :, None]
    else:
        return _spheroid_sources(values, poisson)[:, None]
    return _rows(values[:, None, None, :3], tensors)


def _rows(places, tensors) -> np.ndarray:
    """Rows of the kernel, of places (..., 3) and tensors (..., 3, 3)."""
    six = np.stack(
        [tensors[..., i, j] for i, j in ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2))], axis=-1
    )
    return np.concatenate([np.broadcast_to(places, (*six.shape[:-1], 3)), six], axis=-1)


def _spheroid_sources(values, poisson) -> np.ndarray:
    """A spheroid's line of points, shape (model, node, 9).

    The mean of a biharmonic function over a prolate spheroid is its integral between the foci
    weighed by ``3 (1 - s^2) / 4`` and that of its Laplacian weighed by ``3 b^2 (1 - s^2)^2 / 32``.
    Of a double force along the axis the Laplacian is a second derivative of a centre of dilatation
    (Navier's equation, in the source's coordinates by reciprocity), moved to the weight by parts.
    """
    major, aspect, trend, plunge = values[:, 3:7].T
    aspect = np.clip(aspect, LEAST_ASPECT, MOST_ASPECT)
    radial, axial = _spheroid_moments(aspect, poisson)
    focal = major * np.sqrt(1 - aspect**2)
    axis = np.stack(
        [np.cos(plunge) * np.sin(trend), np.cos(plunge) * np.cos(trend), -np.sin(plunge)], axis=-1
    )
    s, weight = np.polynomial.legendre.leggauss(FOCAL_NODES)
    even = 0.75 * weight * (1 - s**2)
    bent = 0.375 * weight * (3 * s**2 - 1) / (1 - 2 * poisson)
    unity = np.eye(3)
    along = axial - radial
    alike = radial[:, None] * even - (along * aspect**2 / (1 - aspect**2))[:, None] * bent
    along = along[:, None] * even
    tensors = alike[..., None, None] * unity
    tensors = tensors + along[..., None, None] * np.einsum("mi,mj->mij", axis, axis)[:, None]
    places = (focal[:, None] * s)[..., None] * axis[:, None] * np.array([1.0, 1.0, -1.0])
    return _rows(places + values[:, None, :3], tensors)


def _eshelby(aspect, poisson) -> np.ndarray:
    """Eshelby's tensor for normal strains of a prolate spheroid, shape (model, 3, 3).

    The first axis is the long one. Eshelby (1957), Proceedings of the Royal Society A 241, 376-396.
    """
    square = 1 - aspect**2
    e = np.sqrt(square)
    with np.errstate(divide="ignore", invalid="ignore"):
        closed = (np.arctanh(e) / e - 1) / square
    # Near a sphere the closed form loses its digits; a series has them.
    n = np.arange(12)
    series = (square[:, None] ** n / (2 * n + 3)).sum(axis=1)
    mixed_series = ((n + 1) * square[:, None] ** n / (2 * n + 5)).sum(axis=1)
    near = square < 0.05
    long = 4 * np.pi * aspect**2 * np.where(near, series, closed)
    wide = (4 * np.pi - long) / 2
    mixed = np.where(near, 4 * np.pi * aspect**2 * mixed_series, (wide - long) / square)
    # In units of the long axis; index 0 is long.
    i00 = (4 * np.pi - 2 * mixed) / 3
    i11 = np.pi / aspect**2 - mixed / 4
    i22 = np.pi / aspect**2 - mixed / 4
    q, r = 1 / (8 * np.pi * (1 - poisson)), (1 - 2 * poisson) / (8 * np.pi * (1 - poisson))
    out = np.empty((len(aspect), 3, 3))
    short = aspect**2
    out[:, 0, 0] = 3 * q * i00 + r * long
    out[:, 0, 1] = out[:, 0, 2] = q * short * mixed - r * long
    out[:, 1, 0] = out[:, 2, 0] = q * mixed - r * wide
    out[:, 1, 1] = out[:, 2, 2] = 3 * q * short * i11 + r * wide
    out[:, 1, 2] = out[:, 2, 1] = q * short * i22 - r * wide
    return out


def _transformation(aspect, poisson) -> tuple:
    """Transformation strain of unit pressure over shear modulus, and how much the volume grows.

    Returns
    -------
    strain : ndarray, shape (model, 3)
        Long axis first.
    growth : ndarray, shape (model,)
        Volume change over volume.
    """
    aspect = np.atleast_1d(np.asarray(aspect, float))
    table = _eshelby(aspect, poisson)
    bulk = 2 * (1 + poisson) / (3 * (1 - 2 * poisson))
    right = np.full((len(aspect), 3, 1), 1 / (3 * bulk))
    strain = np.linalg.solve(np.eye(3) - table, right)[..., 0]
    return strain, np.einsum("mij,mj->m", table, strain)


def _spheroid_moments(aspect, poisson) -> tuple:
    """Moments across and along the axis, over the shear modulus, by volume change."""
    strain, growth = _transformation(aspect, poisson)
    lame = 2 * poisson / (1 - 2 * poisson)
    whole = lame * strain.sum(axis=1)
    return (2 * strain[:, 1] + whole) / growth, (2 * strain[:, 0] + whole) / growth


def _penny_los(values, points, look) -> np.ndarray:
    from .penny import SHALLOWEST, solve, surface

    radius = values[:, 3]
    depth = values[:, 2] / radius
    # Of what is too shallow the caller gets NaN.
    good = depth >= SHALLOWEST
    out = np.full((len(points), len(values)), np.nan)
    step = max(1, AT_ONCE // max(1, len(points)))
    for first in range(0, len(values), step):
        some = np.flatnonzero(good[first : first + step]) + first
        if not len(some):
            continue
        away = (points[:, None, :2] - values[some, :2]) / radius[some, None]
        outward, up = surface(np.hypot(*np.moveaxis(away, -1, 0)), depth[some], solve(depth[some]))
        flat = (away * look[:, None, :2]).sum(axis=-1)
        out[:, some] = (outward * flat + up * look[:, 2, None]) / radius[some] ** 2
    return out


def _cdm_triangles(values) -> tuple:
    """Corners of the three rectangles of compound dislocations as triangles, and which count.

    Returns
    -------
    corners : ndarray, shape (model, 6, 3, 3)
    flat : ndarray, shape (model, 6), bool
        Rectangles without an area.
    """
    axes, half = axes_of(values), values[:, 6:9]
    sides = np.swapaxes(axes, 1, 2) * half[..., None]
    centre = values[:, :3] * np.array([1.0, 1.0, -1.0])
    corners, flat = [], []
    for normal in range(3):
        a, b = sides[:, (normal + 1) % 3], sides[:, (normal + 2) % 3]
        four = [centre + i * a + j * b for i, j in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        corners += [np.stack([four[k] for k in three], axis=1) for three in ((0, 1, 2), (0, 2, 3))]
        empty = half[:, (normal + 1) % 3] * half[:, (normal + 2) % 3] <= 0
        flat += [empty, empty]
    return np.stack(corners, axis=1), np.stack(flat, axis=1)


def _cdm_model(row) -> SlipModel:
    """One compound dislocation as triangles that open."""
    corners, flat = _cdm_triangles(row[None])
    patches = PatchSet.of_triangles(corners[0][~flat[0]])
    zero = np.zeros(len(patches))
    return SlipModel(patches, zero, zero, np.full(len(patches), row[9]))


def _cdm_los(values, points, look, poisson) -> np.ndarray:
    from .elastic import green_los

    corners, flat = _cdm_triangles(values)
    good = (top_depth("cdm", values) > 0) & ~flat.all(axis=1)
    out = np.full((len(points), len(values)), np.nan)
    if good.any():
        used = good[:, None] & ~flat
        patches = PatchSet.of_triangles(corners[used])
        opening = np.tile([0.0, 0.0, 1.0], (len(patches), 1, 1))
        with kernel_lock:
            green = green_los(patches, opening, points, look, poisson)[..., 0]
        whole = np.zeros((len(points), *used.shape))
        whole[:, used] = green
        out[:, good] = whole.sum(axis=2)[:, good]
    return out


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
        sources = _sources(self.kind, self.row[None], poisson)[0]
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
        aspect = np.clip(own["aspect"], LEAST_ASPECT, MOST_ASPECT)
        growth = _transformation(aspect, medium.poisson)[1][0]
        return float(4 / 3 * np.pi * own["semi_major"] ** 3 * own["aspect"] ** 2 * growth * strain)
    if kind == "penny":
        from .penny import solve

        stiffness = solve(own["depth"] / own["radius"])[4][0]
        return float(2 * (1 - medium.poisson) * strain * stiffness * own["radius"] ** 3)
    raise GroundshiftError(
        f"{NAMES[kind]}: has no volume that a pressure could widen; give a change of volume."
    )
