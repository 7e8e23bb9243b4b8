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

import numpy as np

from ..data.patches import PatchSet
from ..threads import kernel_lock
from .spheroid import as_rows, line_of_points

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
FIELDS = {
    "depth": ("depth_km", 1e3), "volume": ("dvolume_m3", 1.0), "radius": ("radius_m", 1.0),
    "semi_major": ("semi_major_m", 1.0), "semi_minor": ("semi_minor_m", 1.0),
    "trend": ("trend_deg", np.pi / 180), "plunge": ("plunge_deg", np.pi / 180),
    "omega_x": ("omega_x_deg", np.pi / 180), "omega_y": ("omega_y_deg", np.pi / 180),
    "omega_z": ("omega_z_deg", np.pi / 180), "volume_x": ("dvolume_x_m3", 1.0),
    "volume_y": ("dvolume_y_m3", 1.0), "volume_z": ("dvolume_z_m3", 1.0),
    "semi_x": ("semi_x_m", 1.0), "semi_y": ("semi_y_m", 1.0), "semi_z": ("semi_z_m", 1.0),
    "opening": ("opening_m", 1.0),
}  # fmt: skip
"""Field of each parameter in layers, and its factor to metres, radians and cubic metres."""
LINEAR = ("volume", "volume_x", "volume_y", "volume_z", "opening")
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
        sources = sources_of(kind, values, poisson)
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


def sources_of(kind, values, poisson) -> np.ndarray:
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
        return line_of_points(values, poisson)[:, None]
    return as_rows(values[:, None, None, :3], tensors)


def _penny_los(values, points, look) -> np.ndarray:
    from .penny import SHALLOWEST, looked_up, surface

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
        outward, up = surface(
            np.hypot(*np.moveaxis(away, -1, 0)), depth[some], looked_up(depth[some])
        )
        flat = (away * look[:, None, :2]).sum(axis=-1)
        out[:, some] = (outward * flat + up * look[:, 2, None]) / radius[some] ** 2
    return out


def cdm_triangles(values) -> tuple:
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


def _cdm_los(values, points, look, poisson) -> np.ndarray:
    from .elastic import green_los

    corners, flat = cdm_triangles(values)
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
