# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The roughness of slip: a Laplacian over patches of one or more segments."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph
from scipy.spatial import cKDTree

from ..errors import GroundshiftError

TOP, END, BOTTOM, START = range(4)
"""Sides of a rectangle, in the order of its corners."""

TOUCHING, GAPING = 0.3, 0.75
"""Patches are neighbours where their edges are not farther apart than this share of their size; the
second one is for ends of two segments, which gape or overlap below a bend."""


@dataclass(frozen=True)
class Edges:
    """What slip does beyond the rim of a fault.

    Parameters
    ----------
    top, bottom, ends : str
        ``zero``: slip is nought there; ``free``: it goes on as it is.
    """

    top: str = "free"
    bottom: str = "zero"
    ends: str = "zero"

    def __post_init__(self):
        for name in ("top", "bottom", "ends"):
            if getattr(self, name) not in ("zero", "free"):
                raise GroundshiftError(f"Slip beyond the {name} edge is zero or free; choose one.")

    def of_side(self, side: int) -> str:
        """The rule of a rectangle's side."""
        return {TOP: self.top, BOTTOM: self.bottom}.get(side, self.ends)


@dataclass(frozen=True)
class Neighbours:
    """Which patch lies beyond which side of which.

    Parameters
    ----------
    patch, side, other : ndarray of int, shape (pair,)
        Each touching pair stands here twice, once from either patch.
    share : ndarray, shape (pair,)
        Share of the side along which they touch.
    distance : ndarray, shape (pair,)
        Metres between the centres, across the side.
    """

    patch: np.ndarray
    side: np.ndarray
    other: np.ndarray
    share: np.ndarray
    distance: np.ndarray


def roughness_matrix(patches, edges: Edges | None = None):
    """The matrix H whose product with slip is its roughness, patch by patch.

    Parameters
    ----------
    patches : PatchSet
    edges : Edges, optional

    Returns
    -------
    scipy.sparse.csr_matrix, shape (patch, patch)
        The Laplacian in units of one over the mean patch area, so that it is the well-known stencil
        1, 1, -4, 1, 1 on equal squares; rows are weighted by the root of the patch's share of the
        area, so that a fine cut and a coarse one are as rough.

    Raises
    ------
    GroundshiftError
        If patches are so small or flat that there is no Laplacian.
    """
    edges = edges or Edges()
    if patches.is_rectangular:
        matrix = rectangle_laplacian(patches, edges)
    else:
        matrix = triangle_laplacian(patches, edges)
    mean = patches.area.mean()
    matrix = sparse.diags(mean * np.sqrt(patches.area / mean)) @ matrix
    if not np.isfinite(matrix.data).all():
        raise GroundshiftError("Patches lie upon one another; take the doubled ones out.")
    return matrix.tocsr()


def rectangle_laplacian(patches, edges: Edges):
    """Finite differences along and across, shape (patch, patch), in one over square metres.

    Notes
    -----
    With distances `a` and `b` to the neighbours on either side the second derivative is
    ``2 / (a + b) * ((s_a - s) / a + (s_b - s) / b)``. Where several patches touch a side, their
    mean by the touching share stands for one. Beyond a zero edge lies a patch of the same size
    without slip, beyond a free one with the same slip.
    """
    near = rectangle_neighbours(patches)
    count = len(patches)
    length, width = patches.rectangles[:, 5], patches.rectangles[:, 6]
    size = np.stack([width, length, width, length])
    covered = np.zeros((4, count))
    spacing = np.zeros((4, count))
    np.add.at(covered, (near.side, near.patch), near.share)
    np.add.at(spacing, (near.side, near.patch), near.share * near.distance)
    spacing = np.where(covered > 0, spacing / np.maximum(covered, 1e-12), size)
    # A side that is not wholly covered lies at the rim with what is left of it.
    bare = np.clip(1 - covered, 0, 1)
    bare[bare < 1e-6] = 0
    norm = np.maximum(covered, 1.0)
    # Coefficient of the difference across each side.
    across = spacing + spacing[[BOTTOM, START, TOP, END]]
    weight = 2 / across / spacing
    diagonal = np.zeros(count)
    for side in range(4):
        diagonal -= weight[side] * covered[side] / norm[side]
        if edges.of_side(side) == "zero":
            diagonal -= weight[side] * bare[side]
    values = weight[near.side, near.patch] * near.share / norm[near.side, near.patch]
    rows = np.concatenate([near.patch, np.arange(count)])
    columns = np.concatenate([near.other, np.arange(count)])
    entries = np.concatenate([values, diagonal])
    return sparse.csr_matrix((entries, (rows, columns)), shape=(count, count))


def rectangle_neighbours(patches) -> Neighbours:
    """Touching rectangles, within segments and across them.

    A bottom edge touches a top edge; ends touch ends, whichever way their segment runs. Where two
    segments meet at an angle their edges may gape with depth: see :data:`GAPING`.
    """
    corners, count = patches.corners, len(patches)
    starts = np.stack([corners[:, side] for side in range(4)])
    stops = np.stack([corners[:, (side + 1) % 4] for side in range(4)])
    middle = ((starts + stops) / 2).reshape(-1, 3)
    along = (stops - starts).reshape(-1, 3)
    extent = np.linalg.norm(along, axis=1)
    along = along / extent[:, None]
    side = np.repeat(np.arange(4), count)
    patch = np.tile(np.arange(count), 4)
    small = np.minimum(*patches.rectangles[:, 5:7].T)[patch]
    pairs = _close_pairs(middle, extent / 2 + GAPING * small)
    one, two = pairs.T
    fits = (patch[one] != patch[two]) & _facing(side[one], side[two])
    one, two = one[fits], two[fits]
    # Where the other edge's ends fall on this one, and how far beside it the other's middle lies.
    at = np.einsum("ij,ij->i", middle[two] - middle[one], along[one])
    aligned = np.abs(np.einsum("ij,ij->i", along[one], along[two]))
    half_one, half_two = extent[one] / 2, extent[two] / 2 * aligned
    overlap = np.minimum(half_one, at + half_two) - np.maximum(-half_one, at - half_two)
    beside = np.linalg.norm(middle[two] - middle[one] - at[:, None] * along[one], axis=1)
    bent = patches.segment[patch[one]] != patches.segment[patch[two]]
    bent &= np.isin(side[one], (END, START))
    limit = np.where(bent, GAPING, TOUCHING) * np.minimum(small[one], small[two])
    good = (overlap > 1e-6 * extent[one]) & (beside <= limit) & (aligned > 0.7)
    one, two, overlap = one[good], two[good], overlap[good]
    distance = _across(patches, patch[one], side[one]) + _across(patches, patch[two], side[two])
    return Neighbours(
        patch[one], side[one], patch[two], np.minimum(overlap / extent[one], 1.0), distance
    )


def triangle_laplacian(patches, edges: Edges):
    """The Laplacian over triangles that share sides, in one over square metres.

    Notes
    -----
    Finite volumes with the flux through a side taken from the centres' distance: the sum over sides
    of ``length / distance * (s_j - s_i)``, over the triangle's area. On a rim that is not free, a
    mirrored triangle without slip lies beyond the side.
    """
    corners, count = patches.corners, len(patches)
    numbers = _welded(corners)
    first = numbers.ravel()
    second = np.roll(numbers, -1, axis=1).ravel()
    lengths = np.linalg.norm(np.roll(corners, -1, axis=1) - corners, axis=2).ravel()
    middles = (corners + np.roll(corners, -1, axis=1)).reshape(-1, 3) / 2
    owner = np.repeat(np.arange(count), 3)
    # How far the centre lies from each side.
    height = (2 / 3) * patches.area[owner] / lengths
    keys = np.minimum(first, second) * (numbers.max() + 1) + np.maximum(first, second)
    order = np.argsort(keys, kind="stable")
    same = np.flatnonzero(keys[order][1:] == keys[order][:-1])
    one, two = order[same], order[same + 1]
    distance = np.linalg.norm(middles[one] - patches.centre[owner[one]], axis=1)
    distance += np.linalg.norm(middles[two] - patches.centre[owner[two]], axis=1)
    flux = lengths[one] / distance
    rows = np.concatenate([owner[one], owner[two], owner[one], owner[two]])
    columns = np.concatenate([owner[two], owner[one], owner[one], owner[two]])
    values = np.concatenate([flux, flux, -flux, -flux])
    rim = np.setdiff1d(np.arange(len(keys)), np.concatenate([one, two]))
    held = rim[[edges.of_side(side) == "zero" for side in _rim_sides(patches, owner, middles, rim)]]
    rows = np.concatenate([rows, owner[held]])
    columns = np.concatenate([columns, owner[held]])
    values = np.concatenate([values, -lengths[held] / (2 * height[held])])
    matrix = sparse.csr_matrix((values, (rows, columns)), shape=(count, count))
    return sparse.diags(1 / patches.area) @ matrix


def _close_pairs(places, reach):
    """Ordered pairs of places that are not farther apart than the sum of their reaches."""
    tree = cKDTree(places)
    found = tree.query_pairs(2 * reach.max(), output_type="ndarray")
    if not len(found):
        return np.empty((0, 2), int)
    apart = np.linalg.norm(places[found[:, 0]] - places[found[:, 1]], axis=1)
    found = found[apart <= reach[found].sum(axis=1)]
    return np.concatenate([found, found[:, ::-1]])


def _facing(one, two):
    """Whether sides can touch: top and bottom, or any two ends."""
    lateral = np.isin(one, (END, START)) & np.isin(two, (END, START))
    return lateral | ((one == TOP) & (two == BOTTOM)) | ((one == BOTTOM) & (two == TOP))


def _across(patches, patch, side):
    """Metres from a patch's centre to its side."""
    length, width = patches.rectangles[patch, 5], patches.rectangles[patch, 6]
    return np.where(np.isin(side, (END, START)), length, width) / 2


def _welded(corners):
    """Numbers of the vertices of triangles, the same for vertices at the same place."""
    places = corners.reshape(-1, 3)
    size = np.ptp(corners, axis=1).max()
    tree = cKDTree(places)
    pairs = tree.query_pairs(1e-6 * size, output_type="ndarray")
    links = sparse.coo_matrix((np.ones(len(pairs)), pairs.T), shape=(len(places),) * 2)
    return csgraph.connected_components(links, directed=False)[1].reshape(-1, 3)


def _rim_sides(patches, owner, middles, rim):
    """Top, bottom or end: by where a rim's side lies from its triangle's centre."""
    away = middles[rim] - patches.centre[owner[rim]]
    away /= np.linalg.norm(away, axis=1, keepdims=True)
    up = np.einsum("ij,ij->i", away, patches.up_dip[owner[rim]])
    along = np.abs(np.einsum("ij,ij->i", away, patches.along_strike[owner[rim]]))
    return np.where(up > along, TOP, np.where(-up > along, BOTTOM, END))
