# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How well faults explain samples, many models at a time.

Errors are whitened by the whole covariance once. Offsets and ramps of a track are taken out
analytically: with a flat prior, integrating the likelihood over them leaves the sum of squares of
what is orthogonal to their whitened columns (and a constant), which is also its minimum over them.
So the same number serves the search, in which they are solved for, and the sampling of the
posterior, in which they are marginalised.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import linalg

from ..data.samples import nuisance
from ..errors import GroundshiftError, counted
from ..threads import kernel_lock
from .box_squares import least_squares_in_box
from .search_space import SearchSpace

BATCH_VALUES = 4_000_000
"""Green's functions held at a time: models times samples times components."""


@dataclass(frozen=True)
class TrackBlock:
    """What is needed of one track.

    Parameters
    ----------
    rows : ndarray of int
        Of its samples.
    white : ndarray, shape (sample, sample)
        Lower triangular: whitens.
    basis : ndarray, shape (sample, nuisance)
        Orthonormal columns of offset and ramp, whitened.
    data : ndarray, shape (sample,)
        Displacement, filtered.
    freedom : int
        Samples less offset and ramp.
    solve : ndarray, shape (nuisance, sample)
        Gives the best offset and ramp of a residual.
    """

    rows: np.ndarray
    white: np.ndarray
    basis: np.ndarray
    data: np.ndarray
    freedom: int
    solve: np.ndarray

    def filtered(self, values) -> np.ndarray:
        """Whitened columns without what an offset and a ramp explain, shape (sample, column)."""
        from ._misfit_kernel import whiten_kernel

        values = np.ascontiguousarray(values)
        out = np.empty_like(values)
        with kernel_lock:
            whiten_kernel(self.white, values, out)
        return self.without_nuisance(out)

    def without_nuisance(self, white) -> np.ndarray:
        """Whitened columns (sample, column) without what an offset and a ramp explain."""
        return white - np.einsum("sn,nm->sm", self.basis, np.einsum("sn,sm->nm", self.basis, white))


class Misfit:
    """Sums of squares of whitened residuals.

    Parameters
    ----------
    samples : Samples
    space : SearchSpace
    ramps : bool
        A ramp by track besides the offset.
    poisson : float

    Raises
    ------
    GroundshiftError
        If the errors of a track are not known, or there are fewer samples than unknowns.
    """

    def __init__(self, samples, space: SearchSpace, ramps: bool = False, poisson: float = 0.25):
        self.samples, self.space, self.poisson = samples, space, poisson
        self.columns, self.nuisance_names = nuisance(samples, ramps)
        self.blocks = [
            self._block(number) for number in range(len(samples.tracks))
            if samples.of_track(number).any()
        ]  # fmt: skip
        self._points = np.ascontiguousarray(samples.points)
        self._look = np.ascontiguousarray(samples.look)
        unknown = len(space.names)
        if self.freedom <= unknown:
            raise GroundshiftError(
                f"There are {len(samples)} samples for {unknown} parameters of faults and "
                f"{len(self.nuisance_names)} of offsets and ramps; give more samples or fix "
                "parameters."
            )

    def _block(self, number: int) -> TrackBlock:
        rows = np.flatnonzero(self.samples.of_track(number))
        factor = self.samples.factor(number)
        white = linalg.solve_triangular(factor, np.eye(len(rows)), lower=True)
        white = np.ascontiguousarray(white)
        mine = [k for k, (track, _) in enumerate(self.nuisance_names) if track == number]
        columns = white @ self.columns[rows][:, mine]
        solve = np.linalg.pinv(columns) @ white
        basis = np.linalg.qr(columns)[0] if mine else np.zeros((len(rows), 0))
        if len(rows) <= len(mine):
            raise GroundshiftError(
                f"Track {self.samples.tracks[number].name}: has {counted(len(rows), 'sample')}, "
                "which an offset and ramp explain whatever the values; give more, or leave the "
                "track out."
            )
        block = TrackBlock(rows, white, basis, np.empty(0), len(rows) - len(mine), solve)
        data = block.filtered(self.samples.displacement[rows][:, None])[:, 0]
        return replace(block, data=data)

    @property
    def freedom(self) -> int:
        """Samples less offsets and ramps."""
        return sum(block.freedom for block in self.blocks)

    def predicted(self, values) -> np.ndarray:
        """Displacement of models along the look vectors, shape (sample, model).

        Parameters
        ----------
        values : ndarray, shape (model, fault, 10)
        """
        space = self.space
        slip = space.slip(values)[:, None, :]
        return self._responses(space.rectangles(values), slip)[:, :, :, 0].sum(axis=2)

    def _responses(self, rectangles, components) -> np.ndarray:
        """Shape (sample, model, fault, component)."""
        from .okada import green_los

        with kernel_lock:
            green = green_los(
                self._points, self._look, rectangles, np.ascontiguousarray(components),
                self.poisson,
            )  # fmt: skip
        return green.reshape(len(green), -1, self.space.faults, components.shape[1])

    def _batches(self, values):
        """Slices of models that fit into memory."""
        step = max(1, BATCH_VALUES // (len(self.samples) * self.space.faults * 3))
        return [slice(k, k + step) for k in range(0, len(values), step)]

    def squares(self, unit) -> np.ndarray:
        """Sums of squares by track.

        Parameters
        ----------
        unit : ndarray, shape (model, free parameter)

        Returns
        -------
        ndarray, shape (model, track)
            Infinite where a model has no displacement at a sample, such as one on its edge.
        """
        values = self.space.values(unit)
        out = np.empty((len(values), len(self.blocks)))
        for part in self._batches(values):
            predicted = self.predicted(values[part])
            for k, block in enumerate(self.blocks):
                misfit = block.data[:, None] - block.filtered(predicted[block.rows])
                out[part, k] = np.einsum("sm,sm->m", misfit, misfit)
        return np.where(np.isfinite(out), out, np.inf)

    def residuals(self, unit, balance=None) -> np.ndarray:
        """Filtered residuals, track after track, shape (row, model).

        Parameters
        ----------
        unit : ndarray, shape (model, free parameter)
        balance : sequence of float, optional
            Factor of each track's sum of squares.
        """
        predicted = self.predicted(self.space.values(unit))
        balance = np.ones(len(self.blocks)) if balance is None else np.asarray(balance)
        return np.concatenate([
            np.sqrt(share) * (block.data[:, None] - block.filtered(predicted[block.rows]))
            for share, block in zip(balance, self.blocks)
        ])  # fmt: skip

    def projected(self, unit, balance=None) -> tuple:
        """Least sums of squares over the slips within their bounds, and these.

        Variable projection (Golub and Pereyra 1973): of `unit` only the parameters count that the
        displacement does not depend on linearly.

        Parameters
        ----------
        unit : ndarray, shape (model, free parameter)
        balance : sequence of float, optional

        Returns
        -------
        squares : ndarray, shape (model,)
        unit : ndarray, shape (model, free parameter)
            With the best slips filled in.
        """
        unit = np.array(np.atleast_2d(unit), float)
        values = self.space.values(unit)
        squares = np.empty(len(unit))
        for part in self._batches(values):
            squares[part], unit[part] = self._projected(values[part], unit[part], balance)
        return squares, unit

    def _projected(self, values, unit, balance):
        space, linear = self.space, self.space.linear
        balance = np.ones(len(self.blocks)) if balance is None else np.asarray(balance)
        if not linear.any():
            squares = (self.residuals(unit, balance) ** 2).sum(axis=0)
            return np.where(np.isfinite(squares), squares, np.inf), unit
        normal, right, size = self._normal_equations(values, balance)
        low, high = (
            np.broadcast_to(bounds[space.free][linear], right.shape)
            for bounds in (space.lower, space.upper)
        )
        good = np.isfinite(normal).all(axis=(1, 2)) & np.isfinite(right).all(axis=1)
        normal[~good], right[~good] = np.eye(right.shape[1]), 0.0
        slips = least_squares_in_box(normal, right, low, high)
        fit = np.einsum("mi,mij,mj->m", slips, normal, slips) - 2 * (slips * right).sum(axis=1)
        unit[:, linear] = (slips - low) / (high - low)
        return np.where(good, np.maximum(size + fit, 0.0), np.inf), unit

    def _normal_equations(self, values, balance):
        """Of the free slips of each model: matrix, right side, and the data's sum of squares."""
        responses, still = self._columns(values)
        models, count = responses.shape[1:]
        normal, right = np.zeros((models, count, count)), np.zeros((models, count))
        size = np.zeros(models)
        for share, block in zip(balance, self.blocks):
            part = block.filtered(responses[block.rows].reshape(len(block.rows), -1))
            part = part.reshape(len(block.rows), models, count)
            data = block.data[:, None] - block.filtered(still[block.rows])
            normal += share * np.einsum("smi,smj->mij", part, part)
            right += share * np.einsum("smi,sm->mi", part, data)
            size += share * np.einsum("sm,sm->m", data, data)
        return normal, right, size

    def _columns(self, values) -> tuple:
        """Responses to the free slips (sample, model, slip), and what kept ones do."""
        space = self.space
        rectangles = space.rectangles(values)
        responses = self._responses(rectangles, space.responses(values))
        samples, models = responses.shape[:2]
        responses = responses.reshape(samples, models, -1)[:, :, space.linear_places]
        fixed = space.fixed_slip(values)
        still = np.zeros((samples, models))
        if fixed.any():
            still = self._responses(rectangles, fixed[:, None])[..., 0].sum(axis=2)
        return responses, still

    def jacobian(self, unit, balance=None, step: float = 1e-5) -> np.ndarray:
        """Derivatives of :meth:`residuals` at one vector, by central differences in one batch.

        Returns
        -------
        ndarray, shape (row, free parameter)
        """
        unit = np.asarray(unit, float)
        steps = step * np.eye(len(unit))
        # Not beyond a bound: a fault would leave the ground there.
        ahead = np.minimum(unit + steps, np.maximum(1.0, unit))
        behind = np.maximum(unit - steps, np.minimum(0.0, unit))
        both = self.residuals(np.concatenate([ahead, behind]), balance)
        width = (ahead - behind).diagonal()
        return (both[:, : len(unit)] - both[:, len(unit) :]) / width

    def nuisances(self, unit) -> np.ndarray:
        """Best offsets and ramps of one model, in the order of ``nuisance_names``, metres."""
        rest = self.samples.displacement - self.predicted(self.space.values(unit))[:, 0]
        out = np.zeros(len(self.nuisance_names))
        for block in self.blocks:
            number = self.samples.track[block.rows[0]]
            mine = [k for k, (track, _) in enumerate(self.nuisance_names) if track == number]
            out[mine] = block.solve @ rest[block.rows]
        return out


def log_likelihood(squares, blocks, errors: str) -> np.ndarray:
    """Logarithm of the likelihood, but for a constant.

    Parameters
    ----------
    squares : ndarray, shape (model, track)
    blocks : list of TrackBlock
    errors : str
        ``given``: the covariance is what it is. ``scaled``: it is known up to a factor by track,
        over which the likelihood is integrated with Jeffreys' prior.
    """
    if errors == "given":
        return -0.5 * squares.sum(axis=1)
    freedom = np.array([block.freedom for block in blocks], float)
    with np.errstate(divide="ignore"):
        return -0.5 * (freedom * np.log(squares)).sum(axis=1)
