# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Change of heights between two models, and volumes of areas, each with its standard deviation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.relief import ground_gradients, pixel_gradients, slope_and_aspect
from .height_errors import HeightErrors, SumOfCells

NOWHERE = -9
"""Of classes of change where heights are unknown."""


@dataclass(frozen=True)
class Change:
    """Change of heights of a block.

    Parameters
    ----------
    difference, deviation : ndarray of float32, shape (row, column)
        Metres; NaN where unknown.
    own : ndarray of float64, shape (row, column)
        Of the deviation what not all cells share, metres.
    significant : ndarray of int16, shape (row, column)
        -1 lower, 0 neither, 1 higher, :data:`NOWHERE` unknown.
    gradient : ndarray of float64, shape (2, row, column)
        Rise of the ground by metre east and north.
    """

    difference: np.ndarray
    deviation: np.ndarray
    own: np.ndarray
    significant: np.ndarray
    gradient: np.ndarray


def mean_gradient(first, second, axes) -> np.ndarray:
    """Rise by metre east and north, the mean of two models; see :func:`.coregistration.differences`

    Returns
    -------
    ndarray of float64, shape (2, row, column)
    """
    return 0.5 * sum(ground_gradients(pixel_gradients(model), axes) for model in (first, second))


def change(block, errors: HeightErrors, times: float) -> Change:
    """Change of heights of a block.

    Parameters
    ----------
    block : (excess, after, before, axes)
        Metres that the later model is too high by; heights of both, shape (row + 2, column + 2);
        metres by pixel, shape (row, column, 4).
    errors : HeightErrors
    times : float
        Standard deviations from which a change is significant.
    """
    excess, after, before, axes = block
    gradient = mean_gradient(after, before, axes)
    height = np.asarray(after, float)[1:-1, 1:-1] - np.asarray(before, float)[1:-1, 1:-1] - excess
    own = errors.at(slope_and_aspect(gradient)[0])
    known = np.isfinite(height) & np.isfinite(own)
    height, own = np.where(known, height, np.nan), np.where(known, own, np.nan)
    std = np.hypot(own, errors.shift[2])
    with np.errstate(invalid="ignore"):
        sign = np.where(np.abs(height) > times * std, np.sign(height), 0)
    return Change(
        height.astype(np.float32), std.astype(np.float32), own,
        np.where(known, np.nan_to_num(sign), NOWHERE).astype(np.int16), gradient,
    )  # fmt: skip


class AreaVolume:
    """Sums over the cells of one area, piece by piece.

    Cells that changed significantly are gain or loss. All others are summed first, so that noise
    cancels out, and the sum goes to the side that it falls to: the margins of a slide are not
    lost, and gain and loss make the net volume. As it could go to either side, its error is in
    both.

    Parameters
    ----------
    coarse : int
        See :class:`.height_errors.SumOfCells`.
    """

    def __init__(self, coarse: int):
        self.inside = 0  # cells, known or not
        self._parts = {name: _Part(coarse) for name in ("net", "gain", "loss")}
        self._between = 0.0

    def add(self, piece: Change, mask, cell_area, row: int, col: int) -> None:
        """Cells of a piece.

        Parameters
        ----------
        piece : Change
        mask : ndarray of bool, shape (row, column)
            Inside of the area.
        cell_area : ndarray, shape (row,)
            Square metres.
        row, col : int
            The piece's place on the grid.
        """
        self.inside += int(mask.sum())
        known = mask & np.isfinite(piece.difference)
        gain, loss = known & (piece.significant > 0), known & (piece.significant < 0)
        for name, cells in (("net", known), ("gain", known & ~loss), ("loss", known & ~gain)):
            self._parts[name].add(piece, cells, cell_area, row, col)
        between = (cell_area[:, None] * piece.difference)[known & ~gain & ~loss]
        self._between += float(between.sum())

    def row(self, errors: HeightErrors, axes, years: float) -> dict:
        """What a table has of the area, by name; NaN where nothing is known.

        Parameters
        ----------
        errors : HeightErrors
        axes : array_like, shape (4,)
            Metres east and north of a column and of a row, at the area.
        years : float
            Between the models; NaN if unknown.
        """
        net = self._parts["net"]
        out = {
            "area_m2": net.area, "known_share": net.count / max(self.inside, 1),
            "cells": net.count,
        }  # fmt: skip
        elsewhere = {
            "net": 0.0, "gain": min(self._between, 0.0), "loss": max(self._between, 0.0)
        }  # fmt: skip
        for name, part in self._parts.items():
            std = part.std(errors, axes)
            known = net.count > 0
            out[f"{name}_m3"] = part.volume - elsewhere[name] if known else np.nan
            out[f"{name}_std_m3"] = std if known else np.nan
        area = net.area or np.nan
        out["mean_change_m"], out["mean_std_m"] = out["net_m3"] / area, out["net_std_m3"] / area
        own = net.own_std(errors, axes)
        out["effective_cells"] = net.weight_square / own**2 if own > 0 else np.nan
        if np.isfinite(years):
            out["net_m3_yr"], out["net_std_m3_yr"] = (
                out[name] / years for name in ("net_m3", "net_std_m3")
            )
        return out


class _Part:
    """Cells that are summed."""

    def __init__(self, coarse):
        self.count, self.area, self.volume, self.weight = 0, 0.0, 0.0, 0.0
        self.gradient = np.zeros(2)
        self._cells = SumOfCells(coarse)

    def add(self, piece, cells, cell_area, row, col):
        rows, cols = np.nonzero(cells)
        area = cell_area[rows]
        self.count += len(rows)
        self.area += float(area.sum())
        self.volume += float((area * piece.difference[cells]).sum())
        self.gradient += np.nan_to_num(piece.gradient[:, cells] * area).sum(axis=1)
        weight = area * piece.own[cells]
        self.weight += float(weight.sum())
        self._cells.add(rows + row, cols + col, weight)

    def own_std(self, errors, axes) -> float:
        """Of the cells' own errors, which are alike over some distance."""
        return self._cells.std(errors, axes)

    @property
    def weight_square(self) -> float:
        """Square of the standard deviation if all cells had one error, by their number."""
        return self.weight**2

    def std(self, errors, axes) -> float:
        """Of the volume; with the displacement of the models, which all cells share."""
        shared = np.array([*self.gradient, self.area]) * errors.shift
        return float(np.hypot(self.own_std(errors, axes), np.hypot.reduce(shared)))


def coarseness(rows: float, cols: float, side: int) -> int:
    """Cells along a side that are taken together, so that an area has no more than so many."""
    return max(1, int(np.ceil(max(rows, cols) / side)))
