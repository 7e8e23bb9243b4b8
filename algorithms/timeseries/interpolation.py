# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Values at scattered nodes carried to other places, with an error that cross-validation backs.

The spline is SciPy's Clough-Tocher one: piecewise cubic on the nodes' triangles, smooth across
their edges, of least curvature; it is a hundred times as fast as thin-plate splines over the
nearest nodes, which can smooth. Kriging is scikit-learn's Gaussian process with a Matern covariance
and a nugget, its parameters by maximum likelihood on a sample.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError

METHODS = ("spline", "thin_plate", "kriging")
FOLDS = 5
MOST_TESTED = 2000  # nodes that are left out in turn
AVERAGED_NODES = 12  # over which squared errors are averaged
FEWEST_NODES = 12


@dataclass(frozen=True)
class FieldOptions:
    """How nodes are interpolated.

    Parameters
    ----------
    method : str
        ``spline``, ``thin_plate`` or ``kriging``.
    neighbours : int
        Nodes that a thin-plate spline at a place uses.
    smoothing : float
        Of the thin-plate spline; 0 goes through the nodes.
    sample : int
        Most nodes that kriging uses.
    seed : int
        For kriging's sample and the folds of the cross-validation.
    """

    method: str = "spline"
    neighbours: int = 24
    smoothing: float = 0.0
    sample: int = 600
    seed: int = 0

    def __post_init__(self):
        if self.method not in METHODS:
            raise GroundshiftError(
                f"'{self.method}' is no way to interpolate; take one of {', '.join(METHODS)}."
            )
        if self.neighbours < 4 or self.sample < FEWEST_NODES or self.smoothing < 0:
            raise GroundshiftError(
                f"The interpolation needs at least 4 neighbours, {FEWEST_NODES} nodes in the "
                "sample and a smoothing that is not negative."
            )


class SplineField:
    """Clough-Tocher spline; thin-plate splines where a place lies outside of all triangles."""

    def __init__(self, places, values, options: FieldOptions):
        from scipy.interpolate import CloughTocher2DInterpolator

        self._middle, self._scale = places.mean(axis=0), np.ptp(places, axis=0).max() or 1.0
        self._inside = CloughTocher2DInterpolator(
            (places - self._middle) / self._scale, values, tol=1e-8
        )
        self._outside = ThinPlateField(places, values, options)

    def __call__(self, places) -> np.ndarray:
        """Values at places, shape (place, value)."""
        values = self._inside((places - self._middle) / self._scale)
        missing = np.isnan(values).any(axis=1)
        if missing.any():
            values[missing] = self._outside(places[missing])
        return values


class ThinPlateField:
    """Thin-plate spline over the nearest nodes, through a plane where nodes are few."""

    def __init__(self, places, values, options: FieldOptions):
        from scipy.interpolate import RBFInterpolator

        self._scale = np.ptp(places, axis=0).max() or 1.0
        self._spline = RBFInterpolator(
            places / self._scale, values, neighbors=min(options.neighbours, len(places)),
            smoothing=options.smoothing, kernel="thin_plate_spline",
        )  # fmt: skip

    def __call__(self, places) -> np.ndarray:
        """Values at places, shape (place, value)."""
        return self._spline(places / self._scale)


class KrigingField:
    """Gaussian process regression of each column; the mean is constant.

    Parameters
    ----------
    places : ndarray, shape (node, 2)
    values : ndarray, shape (node, value)
    kernels : list, optional
        Covariances that were found before.
    """

    def __init__(self, places, values, options: FieldOptions, kernels=None):
        from sklearn.gaussian_process import GaussianProcessRegressor
        from sklearn.gaussian_process.kernels import ConstantKernel, Matern, WhiteKernel

        self._scale = np.ptp(places, axis=0).max() or 1.0
        self._mean, self._size = values.mean(axis=0), values.std(axis=0)
        self._size = np.where(self._size > 0, self._size, 1.0)
        self._parts = []
        for column in range(values.shape[1]):
            kernel = ConstantKernel(1.0, (1e-3, 1e3)) * Matern(0.1, (1e-3, 10.0), nu=1.5)
            kernel += WhiteKernel(0.01, (1e-8, 1.0))
            optimiser = "fmin_l_bfgs_b"
            if kernels is not None:
                kernel, optimiser = kernels[column], None
            process = GaussianProcessRegressor(kernel, optimizer=optimiser, random_state=0)
            scaled = (values[:, column] - self._mean[column]) / self._size[column]
            self._parts.append(process.fit(places / self._scale, scaled))

    @property
    def kernels(self) -> list:
        """The covariances that were found."""
        return [part.kernel_ for part in self._parts]

    def __call__(self, places) -> np.ndarray:
        """Values at places, shape (place, value)."""
        scaled = np.stack([part.predict(places / self._scale) for part in self._parts], axis=1)
        return scaled * self._size + self._mean


def _kriging_sample(count, options):
    if count <= options.sample:
        return np.arange(count)
    rng = np.random.default_rng(options.seed)
    return np.sort(rng.choice(count, options.sample, replace=False))


def cross_validate(places, values, options: FieldOptions):
    """The interpolator, and the error at every node when it is left out.

    Parameters
    ----------
    places : ndarray, shape (node, 2)
        Metres, all different.
    values : ndarray, shape (node, value)
    options : FieldOptions

    Returns
    -------
    SplineField, ThinPlateField or KrigingField
    nodes : ndarray of int
        The nodes that were used.
    errors : ndarray, shape (used node, value)
        Predicted from the other folds minus the node's own value; NaN where it was not tested.
    """
    import warnings

    from sklearn.exceptions import ConvergenceWarning

    nodes = np.arange(len(places))
    make = SplineField if options.method == "spline" else ThinPlateField
    if options.method == "kriging":
        nodes = _kriging_sample(len(places), options)
    places, values = places[nodes], values[nodes]
    order = np.random.default_rng(options.seed).permutation(len(nodes))
    fold = np.where(order < MOST_TESTED, order % FOLDS, FOLDS)
    errors = np.full(values.shape, np.nan)
    with warnings.catch_warnings():
        # A covariance at the end of its range is as good as any.
        warnings.simplefilter("ignore", ConvergenceWarning)
        if options.method == "kriging":
            field = KrigingField(places, values, options)
        else:
            field = make(places, values, options)
        for number in range(FOLDS):
            test = fold == number
            if (~test).sum() < FEWEST_NODES:
                continue
            if options.method == "kriging":
                part = KrigingField(places[~test], values[~test], options, field.kernels)
            else:
                part = make(places[~test], values[~test], options)
            errors[test] = part(places[test]) - values[test]
    return field, nodes, errors


class ErrorField:
    """Covariance of interpolated values, from the nodes' own and the cross-validation.

    At a node the covariance is its own plus what the errors of the nodes about it, left out in
    turn, show beyond it; elsewhere it is the mean of the nearest nodes'. Errors that neighbouring
    nodes share (atmosphere) are in the first part only, those of the interpolation in the second.

    Parameters
    ----------
    places : ndarray, shape (node, 2)
    covariance : ndarray, shape (node, value, value)
        Of the nodes' values.
    errors : ndarray, shape (node, value)
        From :func:`cross_validate`.
    """

    def __init__(self, places, covariance, errors):
        from scipy.spatial import cKDTree

        self._tree = cKDTree(places)
        self._covariance = covariance
        tested = np.isfinite(errors).all(axis=1)
        if not tested.any():
            return
        squares = errors[tested, :, np.newaxis] * errors[tested, np.newaxis, :]
        count = min(AVERAGED_NODES, len(squares))
        near = cKDTree(places[tested]).query(places, count)[1].reshape(len(places), -1)
        beyond = squares[near].mean(axis=1) - covariance[tested][near].mean(axis=1)
        self._covariance = covariance + _positive(beyond)

    def __call__(self, places, reach: float = np.inf):
        """Covariance at places, (place, value, value); NaN further than `reach` from nodes."""
        count = min(4, len(self._covariance))
        gaps, near = self._tree.query(places, count)
        gaps, near = gaps.reshape(len(places), -1), near.reshape(len(places), -1)
        result = self._covariance[near].mean(axis=1)
        result[gaps[:, 0] > reach] = np.nan
        return result


def _positive(matrices) -> np.ndarray:
    """The nearest matrices without negative eigenvalues."""
    values, vectors = np.linalg.eigh(matrices)
    return np.einsum("nij,nj,nkj->nik", vectors, np.maximum(values, 0.0), vectors)
