# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Vectors of drift between two scenes: found, told and written."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.axes import ground_axes
from ...data.grid import Grid, Window
from ...errors import GroundshiftError
from ...formats.vectors.tables import write_table
from ...outputs import Layer
from ..deformation import deformation
from ..drift import Drift, TurnedTemplates, consistent, guess, scaled
from ..keypoints import match_images

LEAST_MATCHES = 30
REACH, MOST_REACH = 4, 12  # pixels that templates are moved by
FEW = 0.5  # of the matches: where more stand out the rest is doubtful
BANDS = ("divergence", "shear", "vorticity")


@dataclass
class Found:
    """What was found.

    Parameters
    ----------
    matches : int
        Before the filters.
    agreed : float
        Share of them that their neighbours bear out.
    points : Drift
    lattice : Drift
        NaN where nothing was found.
    nodes : tuple of 2 ndarray
        Rows and columns of the lattice.
    factor : float
        By which formal standard deviations were enlarged.
    """

    matches: int
    agreed: float
    points: Drift
    lattice: Drift
    nodes: tuple
    factor: float

    @property
    def shape(self) -> tuple:
        """Of the lattice."""
        return len(self.nodes[0]), len(self.nodes[1])

    def write(self, outputs, pair, columns, strained) -> None:
        """Write what is wanted.

        Parameters
        ----------
        outputs : Outputs
        pair : ScenePair
        columns : dict of str to dict
            Of :func:`told`.
        strained : Deformation
        """
        fastest = columns["VECTORS"]["length_m"]
        limit = float(np.percentile(fastest, 98)) if len(fastest) else 1.0
        for name, drift in (("VECTORS", self.points), ("DRIFT", self.lattice)):
            table = columns[name]
            if name == "DRIFT":
                table = table | self._strains(strained)
            kept = np.isfinite(drift.correlation)
            x, y = pair.grids[0].xy(*drift.first.T)
            path = outputs.path(name)
            if path is not None:
                outputs.look(name, limits=limit)
                table = {field: values[kept] for field, values in table.items()}
                write_table(path, pair.grids[0].crs, x[kept], y[kept], table)
        if outputs.wanted("DEFORMATION"):
            self._write_deformation(outputs, pair, strained)

    def _strains(self, strained) -> dict:
        values = strained.stacked()
        names = [*(f"{name}_day" for name in BANDS), *(f"{name}_std_day" for name in BANDS)]
        return {name: np.round(part.ravel(), 6) for name, part in zip(names, values)}

    def _write_deformation(self, outputs, pair, strained):
        x0, dx, _, y0, _, dy = pair.grids[0].transform
        step = float(self.nodes[0][1] - self.nodes[0][0]) if len(self.nodes[0]) > 1 else 1.0
        first = x0 + (self.nodes[1][0] + 0.5 - 0.5 * step) * dx
        top = y0 + (self.nodes[0][0] + 0.5 - 0.5 * step) * dy
        grid = Grid(*self.shape, (first, step * dx, 0.0, top, 0.0, step * dy), pair.grids[0].crs)
        bands = [(f"{name}_percent_day", "%/day") for name in BANDS]
        bands += [(f"{name}_std_percent_day", "%/day") for name in BANDS]
        with outputs.rasters({"DEFORMATION": Layer(tuple(bands), factor=100)}, grid) as rasters:
            window = Window(0, 0, grid.rows, grid.cols)
            rasters.write(window, {"DEFORMATION": strained.stacked().astype(np.float32)})


def follow(pair, chosen, job) -> Found:
    """Vectors by key points, and from them on a lattice.

    Raises
    ------
    GroundshiftError
        If too few key points agree.
    """
    images, shift, pixel = pair.images, np.array(pair.shift, float), pair.pixel
    reach = 1000.0 * chosen.max_speed * pair.days / pixel
    size = max(12, 2 * round(0.5 * chosen.template / pixel))

    def alive(share):
        job.tell(0.8 * share)
        job.check()

    matches = match_images(*images, shift, reach, chosen.max_rotation, chosen.ratio, alive)
    moved = matches.second + shift - matches.first
    kept = consistent(matches.first, moved)
    agreed = kept.mean() if len(kept) else 0.0
    if kept.sum() < LEAST_MATCHES:
        raise GroundshiftError(
            f"Only {kept.sum()} of {len(kept)} matches between {pair.names[0]} and "
            f"{pair.names[1]} agree with their neighbours, fewer than {LEAST_MATCHES}: the ice "
            "changed too much, moved further than MAX_SPEED or turned more than MAX_ROTATION; "
            "raise these, or give scenes that are closer in time and of one polarisation."
        )
    matches = matches.at(kept)
    around = guess(matches.first, matches.first, moved[kept])
    # Where the neighbours cannot tell the turn the description does.
    turn = np.where(np.abs(around.turn - matches.turns) < np.radians(12), around.turn,
                    matches.turns)  # fmt: skip
    templates = TurnedTemplates(images, shift, size)
    points = templates.follow(matches.first, moved[kept], turn, np.full(len(turn), REACH))
    points = points.at(points.correlation >= chosen.min_correlation)
    points = points.at(consistent(points.first, points.second - points.first))
    if len(points) < LEAST_MATCHES:
        raise GroundshiftError(
            f"Only {len(points)} vectors between {pair.names[0]} and {pair.names[1]} reach a "
            f"correlation of {chosen.min_correlation:g}; lower it (MIN_CORRELATION), or give "
            "scenes that are closer in time."
        )
    points, factor = scaled(points, size)
    job.tell(0.85)
    job.check()
    nodes = _nodes(pair.grids[0], (chosen.spacing or chosen.template) / pixel)
    lattice = _on_lattice(templates, nodes, points, chosen, pixel).spread(factor)
    if agreed < FEW:
        job.warn(
            f"{100 * (1 - agreed):.0f} % of the matches stand out of their neighbours: much of the "
            "ice changed, so look at the vectors before you use them."
        )
    return Found(len(kept), agreed, points, lattice, nodes, factor)


def _nodes(grid, step) -> tuple:
    """Rows and columns of a lattice of so many pixels."""
    step = max(1.0, step)
    counts = [int((side - 1) / step) for side in grid.shape]
    return tuple(
        0.5 * (side - 1 - step * count) + step * np.arange(count + 1)
        for side, count in zip(grid.shape, counts)
    )


def _on_lattice(templates, nodes, points, chosen, pixel) -> Drift:
    places = np.stack([part.ravel() for part in np.meshgrid(*nodes, indexing="ij")], axis=1)
    moved = points.second - points.first
    about = guess(places, points.first, moved)
    reach = np.clip(np.ceil(3 * about.scatter) + 2, 3, MOST_REACH).astype(np.int64)
    found = templates.follow(places, about.moved, about.turn, reach)
    bad = ~(found.correlation >= chosen.min_correlation)
    bad |= about.distance * pixel > 1000.0 * chosen.far
    good = np.flatnonzero(~bad)
    # With the key points around, so that a lonely vector is judged, too.
    every = np.concatenate([found.first[good], points.first])
    _, single = np.unique(every, axis=0, return_index=True)
    motions = np.concatenate([(found.second - found.first)[good], moved])
    agrees = np.ones(len(every), bool)
    agrees[single] = consistent(every[single], motions[single])
    bad[good[~agrees[: len(good)]]] = True
    for values in (found.second, found.turn, found.correlation, found.covariance):
        values[bad] = np.nan
    return found


def deform(found: Found, pair, chosen):
    """Deformation on the lattice, by day."""
    pixel, shape = pair.pixel, found.shape
    moved = found.lattice.second - found.lattice.first
    x, y = moved[:, 1].reshape(shape) * pixel, -moved[:, 0].reshape(shape) * pixel
    variance = [found.lattice.covariance[:, k].reshape(shape) * pixel**2 for k in (2, 0)]
    spacing = chosen.spacing or chosen.template
    return deformation(x, y, variance, spacing, pair.days, chosen.template / spacing)


def told(found: Found, pair) -> tuple:
    """Numbers of the run, and the columns of both layers of points."""
    axes = ground_axes(pair.grids[0])
    columns = {
        "VECTORS": _columns(found.points, pair, axes), "DRIFT": _columns(found.lattice, pair, axes),
    }  # fmt: skip
    own = columns["VECTORS"]
    east, north = np.median(own["east_m"]), np.median(own["north_m"])
    numbers = {
        "VECTORS_FOUND": len(found.points), "MATCHED": found.matches,
        "LEFT_OUT": 100 * (1 - found.agreed),
        "GRID_FOUND": int(np.isfinite(found.lattice.correlation).sum()), "DAYS": pair.days,
        "SPEED": float(np.median(own["speed_km_day"])),
        "DIRECTION": float(np.degrees(np.arctan2(east, north)) % 360),
        "MEDIAN_X": float(np.median(own["x_m"])), "MEDIAN_Y": float(np.median(own["y_m"])),
        "STD": float(np.nanmedian(own["std_m"])),
        "CORRELATION": float(np.median(own["correlation"])),
    }  # fmt: skip
    return numbers, columns


def _columns(drift: Drift, pair, axes) -> dict:
    moved = drift.second - drift.first
    middle = 0.5 * (drift.first + drift.second)
    middle = np.where(np.isfinite(middle), middle, 0.0)
    ground = axes.at(*middle.T)
    east = moved[:, 1] * ground[:, 0] + moved[:, 0] * ground[:, 2]
    north = moved[:, 1] * ground[:, 1] + moved[:, 0] * ground[:, 3]
    length, side = np.hypot(east, north), np.sqrt(np.abs(np.linalg.det(ground.reshape(-1, 2, 2))))
    std = side * np.sqrt(0.5 * (drift.covariance[:, 0] + drift.covariance[:, 2]))
    columns = {
        "speed_km_day": (length / 1000 / pair.days, 3),
        "direction_deg": (np.degrees(np.arctan2(east, north)) % 360, 1),
        "east_m": (east, 1), "north_m": (north, 1), "length_m": (length, 1),
        "x_m": (moved[:, 1] * pair.pixel, 1), "y_m": (-moved[:, 0] * pair.pixel, 1),
        "rotation_deg": (-np.degrees(drift.turn), 2), "correlation": (drift.correlation, 3),
        "std_m": (std, 1),
    }  # fmt: skip
    return {name: np.round(values, digits) for name, (values, digits) in columns.items()}
