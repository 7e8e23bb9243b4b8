# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Small fractures in an interferogram: lines across which the phase steps.

At every pixel and for every direction a step is fitted to the phase around, together with a
slope, its bending and a cubic across the line, so that smooth deformation, however dense its
fringes, gives none. A wrapped phase is freed of its mean slope first, by the products of
neighbours. Steps are judged by the noise that is left around them, and that by the scene itself,
as the noise of neighbours is alike. Where they stand out, the crests are thinned and linked.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

DIRECTIONS = 32
RADII = (5, 9)  # pixels
GUARD = 0.5, 1.25
"""Pixels beside the line that do not count, and that count in full: it may lie between pixels, and
between two directions."""
NULL = ((0.5, 1.77), (0.97, 2.66)), ((0.5, 1.95), (0.97, 3.05))
"""By scale: shares of the pixels of white noise, and the ratio that they stay below. Lines take few
pixels of a scene, so that these tell what its noise does."""
MOST_NOISE = 1.3  # radians; phases that are anything have 1.8
FEWEST = 500  # pixels that tell what noise is
LEAST_KNOWN = 0.8  # share of the neighbourhood
FIRST = 2.5  # of the ratio: less is never part of a line
WEAK = 0.65  # of the ratio that a line's best place needs: its others
GAP = 2  # pixels that a line jumps
BENT = 30.0  # degrees by which neighbours of one line differ, at most
BENDS = 8.0  # pixels between the vertices of a line


@dataclass(frozen=True)
class Filters:
    """What finds steps at one scale.

    Parameters
    ----------
    radius : int
        Pixels.
    places : ndarray of int64, shape (pixel, 2)
        Rows and columns from the middle.
    rows : ndarray, shape (direction, pixel)
        Directions clockwise from the top of the map, the first upwards; a step is the phase to
        the right less that to the left.
    norms : ndarray, shape (direction,)
    """

    radius: int
    places: np.ndarray
    rows: np.ndarray
    norms: np.ndarray


def filters(radius: int) -> Filters:
    """Least-squares filters of steps in a disc."""
    y, x = np.mgrid[-radius : radius + 1, -radius : radius + 1]
    inside = x**2 + y**2 <= (radius + 0.3) ** 2
    x, y = x[inside].astype(float), y[inside].astype(float)
    rows = []
    for angle in np.pi * np.arange(DIRECTIONS) / DIRECTIONS:
        right = x * np.cos(angle) + y * np.sin(angle)
        sides = 0.5 * np.sign(np.round(right, 6))
        smooth = (np.ones_like(x), x, y, x * x, x * y, y * y, right**3)
        root = np.sqrt(np.clip((np.abs(right) - GUARD[0]) / (GUARD[1] - GUARD[0]), 0.0, 1.0))
        design = root[:, None] * np.stack([sides, *smooth], axis=1)
        rows.append(np.linalg.pinv(design)[0] * root)
    rows = np.array(rows)
    places = np.stack([y, x], axis=1).astype(np.int64)
    return Filters(radius, places, rows, np.sqrt((rows**2).sum(axis=1)))


MARGIN = max(RADII) + 2
"""Pixels that a block needs around it: those of a filter, of thinning, and of products."""


@dataclass(frozen=True)
class Calibration:
    """What a scene's own noise is, by scale.

    Parameters
    ----------
    noise : tuple of float
        Median standard deviation around a pixel, radians.
    factor : tuple of float
        By which steps are larger than under independent noise.
    """

    noise: tuple
    factor: tuple


def _found(phase, wrapped, made, cut):
    """Step, noise and direction of a block that has `cut` pixels more than the filter needs."""
    from ._lineament_kernel import LANES, steps

    phase = np.asarray(phase, np.float32)
    # Products of neighbours reach one pixel farther down and to the right.
    inner, wider = (
        phase[tuple(slice(cut, size - cut + more) for size in phase.shape)] for more in (0, 1)
    )
    shape = tuple(size - 2 * made.radius for size in inner.shape)
    # Lines are filled up to whole vectors.
    more = -shape[1] % LANES
    inner = np.pad(inner, ((0, 0), (0, more)), constant_values=np.nan)
    slopes = np.zeros((2, shape[0], shape[1] + more))
    if wrapped:
        slopes[..., : shape[1]] = _slopes(wider, made.places)
    step, noise = np.empty(shape, np.float32), np.empty(shape, np.float32)
    which = np.empty(shape, np.int16)
    steps(
        inner.ravel(), inner.shape[1], slopes.reshape(2, -1), 0.5 / np.pi if wrapped else 0.0,
        made.places, made.rows, made.norms, LEAST_KNOWN, step, noise, which,
    )  # fmt: skip
    return step, noise, which


def _slopes(phase, places) -> np.ndarray:
    """Mean slopes of wrapped phase along rows and columns, by products of neighbours.

    Parameters
    ----------
    phase : ndarray of float32, shape (row + 2 h + 1, column + 2 h + 1)
    places : ndarray of int64, shape (pixel, 2)
        Of the disc, from its middle.

    Returns
    -------
    ndarray of float64, shape (2, row, column)
    """
    radius = int(places.max())
    rows, cols = (size - 2 * radius - 1 for size in phase.shape)
    half = [int(places[places[:, 0] == y, 1].max()) for y in range(radius + 1)]
    out = np.empty((2, rows, cols))
    for axis, found in enumerate(out):
        gap = np.diff(phase, axis=axis)[: rows + 2 * radius, : cols + 2 * radius]
        with np.errstate(invalid="ignore"):
            parts = [np.nan_to_num(turn(gap)) for turn in (np.sin, np.cos)]
        sums = []
        for part in parts:
            # Always in the same order, so that blocks do not matter.
            chord, total = part[:, radius : radius + cols].astype(float), np.zeros((rows, cols))
            width = 0
            for y in sorted(range(radius + 1), key=lambda y: half[y]):
                while width < half[y]:
                    width += 1
                    chord += part[:, radius - width : radius - width + cols]
                    chord += part[:, radius + width : radius + width + cols]
                for row in {radius - y, radius + y}:
                    total += chord[row : row + rows]
            sums.append(total)
        found[:] = np.arctan2(*sums)
    return out


def _most_noise(wrapped):
    """Only a wrapped phase has a bound on its noise; beside a large step there is more."""
    return MOST_NOISE if wrapped else np.inf


def calibrate(blocks, wrapped: bool, floor: float = 1e-3) -> Calibration:
    """What the noise of a scene is like.

    Parameters
    ----------
    blocks : sequence of ndarray of float32
        Pieces of the phase, with :data:`MARGIN`.
    wrapped : bool
    floor : float
        Radians; less noise than that is not believed.

    Raises
    ------
    ValueError
        If too little is known.
    """
    noises, factors = [], []
    for radius, null in zip(RADII, NULL):
        made = filters(radius)
        own, ratios = [], []
        for block in blocks:
            step, noise, which = _found(block, wrapped, made, MARGIN - radius)
            good = np.isfinite(step) & (noise < _most_noise(wrapped))
            own.append(noise[good])
            ratios.append(np.abs(step[good]) / made.norms[which[good]])
        own, ratios = np.concatenate(own), np.concatenate(ratios)
        if len(own) < FEWEST:
            raise ValueError("too few pixels are known")
        noises.append(max(float(np.median(own)), floor))
        ratios = ratios / np.maximum(own, noises[-1])
        told = [np.quantile(ratios, share) / usual for share, usual in null]
        factors.append(max(1.0, float(max(told))))
    return Calibration(tuple(noises), tuple(factors))


def significances(phase, wrapped: bool, calibration: Calibration) -> tuple:
    """Steps of a block and by how much they exceed the noise.

    Parameters
    ----------
    phase : ndarray of float32, shape (row + 2 MARGIN, column + 2 MARGIN)
        Radians; NaN for none.
    wrapped : bool
    calibration : Calibration

    Returns
    -------
    step, ratio : ndarray of float32, shape (row + 2, column + 2)
        Radians, and in standard deviations; one pixel more than the block on all sides.
    which : ndarray of int16, same shape
        Direction; -1 for none.
    """
    best = None
    for radius, usual, factor in zip(RADII, calibration.noise, calibration.factor):
        made = filters(radius)
        step, noise, which = _found(phase, wrapped, made, MARGIN - 1 - radius)
        with np.errstate(invalid="ignore"):
            error = made.norms[which] * np.maximum(noise, usual) * factor
            ratio = np.where(noise < _most_noise(wrapped), step / error, np.nan)
            ratio = ratio.astype(np.float32)
            if best is None:
                best = [step, ratio, which]
                continue
            better = np.isfinite(ratio) & ~(np.abs(ratio) <= np.abs(best[1]))
        for old, new in zip(best, (step, ratio, which)):
            old[better] = new[better]
    return tuple(best)


def crests(best, ratio, which) -> tuple:
    """Places whose ratio is the largest across their line, in the inner part of a block.

    Returns
    -------
    tuple of ndarray
        Row, column, step, ratio, direction of the crests; places as in the inner part.
    """
    size = np.where(np.isfinite(ratio), np.abs(ratio), 0.0)
    inner = size[1:-1, 1:-1]
    found = inner > FIRST
    row, col = np.nonzero(found)
    angle = np.pi * which[1:-1, 1:-1][row, col] / DIRECTIONS
    # The nearest of the four ways across.
    way = np.round(angle / (np.pi / 4)).astype(int) % 4
    down, right = np.array([0, 1, 1, 1])[way], np.array([1, 1, 0, -1])[way]
    own = inner[row, col]
    before = size[row + 1 - down, col + 1 - right]
    after = size[row + 1 + down, col + 1 + right]
    keep = (own >= before) & (own > after)
    row, col = row[keep], col[keep]
    at = row + 1, col + 1
    return row, col, best[at], ratio[at], which[at]


def needed_ratio(pixels: int, alpha: float) -> float:
    """Ratio that noise passes in `alpha` scenes of so many pixels, on the average.

    All directions at all pixels, counted as if they were independent: fewer are.
    """
    from scipy.stats import norm

    return float(norm.isf(min(0.5, 0.5 * alpha / max(pixels * DIRECTIONS * len(RADII), 1))))


@dataclass(frozen=True)
class Line:
    """A fracture.

    Parameters
    ----------
    rows, cols : ndarray, shape (vertex,)
        In pixels, in the way of its strike.
    step, std : float
        Mean of the phase to the right less that to the left, and its standard deviation.
    ratio : float
        The largest one along it.
    places : int
        Crests that it is made of.
    """

    rows: np.ndarray
    cols: np.ndarray
    step: float
    std: float
    ratio: float
    places: int


def linked(row, col, step, ratio, which, needed: float, least: float) -> list:
    """Crests linked into lines.

    Parameters
    ----------
    row, col, step, ratio, which : ndarray, shape (crest,)
        In the scene; ratios by the scene's own noise.
    needed : float
        Ratio that some place of each line has; the others have :data:`WEAK` of it.
    least : float
        Length in pixels.

    Returns
    -------
    list of Line
        The strongest first.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial import cKDTree

    strong = np.abs(ratio) >= WEAK * needed
    row, col, step, ratio, which = (part[strong] for part in (row, col, step, ratio, which))
    if not len(row):
        return []
    pairs = cKDTree(np.stack([row, col], axis=1)).query_pairs(
        GAP * np.sqrt(2) + 0.1, output_type="ndarray"
    )
    turn = np.abs(which[pairs[:, 0]].astype(int) - which[pairs[:, 1]])
    turn = np.minimum(turn, DIRECTIONS - turn)
    # Directions go half round: beyond, right becomes left.
    flipped = np.abs(which[pairs[:, 0]].astype(int) - which[pairs[:, 1]]) > DIRECTIONS / 2
    same = (step[pairs[:, 0]] * step[pairs[:, 1]] > 0) ^ flipped
    pairs = pairs[(turn * 180.0 / DIRECTIONS <= BENT) & same]
    graph = coo_matrix(
        (np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(row), len(row))
    )
    label = connected_components(graph, directed=False)[1]
    order = np.argsort(label, kind="stable")
    lines = []
    for part in np.split(order, np.flatnonzero(np.diff(label[order])) + 1):
        if np.abs(ratio[part]).max() < needed or len(part) < 0.5 * least:
            continue
        line = _line(row[part], col[part], step[part], ratio[part], which[part])
        if np.hypot(np.diff(line.rows), np.diff(line.cols)).sum() >= least:
            lines.append(line)
    kept = []
    for line in sorted(lines, key=lambda line: -line.ratio):
        if not any(_echoes(line, other) for other in kept):
            kept.append(line)
    return kept


def _echoes(line: Line, stronger: Line) -> bool:
    """Whether a line is the filters' swing back beside a stronger one: along it, the other way."""
    from scipy.spatial import cKDTree

    if line.step * stronger.step > 0 or line.ratio > 0.85 * stronger.ratio:
        return False
    share = np.linspace(0, 1, 50)
    places = [
        np.concatenate([
            np.stack([r0 + share * (r1 - r0), c0 + share * (c1 - c0)], axis=1)
            for r0, r1, c0, c1 in zip(one.rows, one.rows[1:], one.cols, one.cols[1:])
        ])
        for one in (line, stronger)
    ]  # fmt: skip
    return bool(np.median(cKDTree(places[1]).query(places[0])[0]) < 1.3 * max(RADII))


def _line(row, col, step, ratio, which) -> Line:
    """The line through crests, whose direction goes from south to north."""
    angle = np.pi * which / DIRECTIONS
    double = np.arctan2(np.sin(2 * angle).sum(), np.cos(2 * angle).sum()) / 2 % np.pi
    along = np.array([-np.cos(double), np.sin(double)])  # rows go down
    place = np.stack([row, col], axis=1).astype(float)
    way = place @ along
    weight = np.abs(ratio)
    bins = np.floor((way - way.min()) / BENDS + 1e-9).astype(int)
    total = np.bincount(bins, weight)
    good = total > 0
    vertices = np.stack(
        [np.bincount(bins, weight * part)[good] / total[good] for part in place.T], axis=1
    )
    # The ends are those of the crests, not the means of the last of them.
    for end, at in ((0, way.argmin()), (-1, way.argmax())):
        vertices[end] += along * (way[at] - vertices[end] @ along)
    if len(vertices) == 1:
        vertices = np.stack([place[way.argmin()], place[way.argmax()]])
    # Of places whose direction lies beyond the half round, right is left.
    sign = np.where(np.cos(angle - double) < 0, -1.0, 1.0)
    own = sign * step
    error = np.abs(step / ratio)
    # Neighbours see the same pixels: as many independent ones as discs go into the length.
    independent = max(1.0, np.ptp(way) / (2 * min(RADII) + 1))
    return Line(
        vertices[:, 0], vertices[:, 1], float(own.mean()),
        float(np.sqrt((error**2).mean() / independent)), float(weight.max()), len(row),
    )  # fmt: skip
