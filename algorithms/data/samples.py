# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Down-sampled displacement data of one or more tracks, and how their errors hang together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from scipy import linalg

from ..errors import GroundshiftError

LEAST_NUGGET = 1e-3  # of the variance: keeps covariances of close samples invertible


@dataclass(frozen=True)
class Track:
    """One source of data.

    Parameters
    ----------
    name : str
    kind : str
        ``los``: displacement up to a constant (and a ramp), along one look vector a sample;
        ``gnss``: absolute components of a site, whose look vector is the component's axis.
    nugget, sill : float
        Square metres: the variance of what is not correlated, and of what is.
    range : float
        Metres: the correlated part falls as ``exp(-distance / range)``. NaN where nothing is known
        about correlation: then the samples' own standard deviations are all there is.
    covariance : ndarray, shape (sample, sample), optional
        The whole covariance in square metres, in the samples' order; goes before the rest.
    """

    name: str
    kind: str = "los"
    nugget: float = float("nan")
    sill: float = float("nan")
    range: float = float("nan")
    covariance: np.ndarray | None = None


@dataclass(frozen=True)
class Samples:
    """Displacement samples in a local frame.

    Parameters
    ----------
    places : ndarray, shape (sample, 2)
        East and north in metres.
    displacement : ndarray, shape (sample,)
        Metres along the look vector.
    look : ndarray, shape (sample, 3)
        Unit vectors (east, north, up) from the ground to the satellite.
    track : ndarray of int, shape (sample,)
        Index into `tracks`.
    tracks : tuple of Track
    std : ndarray, shape (sample,)
        Standard deviation in metres.
    weight : ndarray, shape (sample,)
        Share of the sample, such as that of the area it stands for; 1 by default.
    extent : ndarray, shape (sample, 2)
        Width and height on the ground in metres; 0 for a point.
    crs : str
        The local frame as PROJ understands it; empty where coordinates are metres as they are.
    extra : dict of str to ndarray
        Further columns, one value a sample.
    """

    places: np.ndarray
    displacement: np.ndarray
    look: np.ndarray
    track: np.ndarray
    tracks: tuple
    std: np.ndarray
    weight: np.ndarray
    extent: np.ndarray
    crs: str = ""
    extra: dict = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.displacement)

    @property
    def points(self) -> np.ndarray:
        """Places at the surface, shape (sample, 3)."""
        return np.column_stack([self.places, np.zeros(len(self))])

    @property
    def limit(self) -> float:
        """Where the colours of a map end: 98 % of the samples moved less, either way; metres."""
        return float(np.quantile(np.abs(self.displacement), 0.98))

    def of_track(self, number: int) -> np.ndarray:
        """Mask of one track's samples."""
        return self.track == number

    def chosen(self, which) -> Samples:
        """Some of the samples, by a mask; whole covariances are cut to them."""
        which = np.asarray(which)
        if which.dtype != bool:
            which = np.isin(np.arange(len(self)), which)
        tracks = []
        for number, track in enumerate(self.tracks):
            if track.covariance is not None:
                kept = which[self.of_track(number)]
                track = replace(track, covariance=track.covariance[np.ix_(kept, kept)])
            tracks.append(track)
        columns = ("places", "displacement", "look", "track", "std", "weight", "extent")
        return replace(
            self, tracks=tuple(tracks), **{name: getattr(self, name)[which] for name in columns},
            extra={name: np.asarray(values)[which] for name, values in self.extra.items()},
        )  # fmt: skip

    def covariance(self, number: int) -> np.ndarray:
        """Covariance of one track's samples.

        Parameters
        ----------
        number : int
            Index of the track.

        Returns
        -------
        ndarray, shape (sample of the track, the same)
            Square metres: the whole one where it is known, else that of an exponential
            semivariogram with a nugget, else the diagonal of the standard deviations.

        Raises
        ------
        GroundshiftError
            If nothing is known of the errors.
        """
        track, mine = self.tracks[number], self.of_track(number)
        if track.covariance is not None:
            return track.covariance
        if np.isfinite([track.sill, track.range]).all() and track.range > 0:
            places = self.places[mine]
            apart = np.hypot(*(part[:, None] - part[None] for part in places.T))
            nugget = max(track.nugget if track.nugget > 0 else 0.0, LEAST_NUGGET * track.sill)
            return track.sill * np.exp(-apart / track.range) + nugget * np.eye(len(places))
        std = self.std[mine]
        if not (std > 0).all():
            raise GroundshiftError(
                f"Track {track.name}: a sample has no standard deviation, and no covariance is "
                "given; run the down-sampling with a semivariogram, or fill std_mm."
            )
        return np.diag(std**2)

    def factor(self, number: int) -> np.ndarray:
        """Lower Cholesky factor of :meth:`covariance`.

        Raises
        ------
        GroundshiftError
            If the covariance is not positive definite.
        """
        try:
            return linalg.cholesky(self.covariance(number), lower=True)
        except linalg.LinAlgError as error:
            raise GroundshiftError(
                f"Track {self.tracks[number].name}: its covariance is not positive definite; are "
                "two samples at the same place? Take one of them out."
            ) from error

    def whitened(self, values, balance=None) -> np.ndarray:
        """Values divided by the errors, so that what is left is white and of unit variance.

        Rows are then multiplied by the root of the samples' weights.

        Parameters
        ----------
        values : ndarray, shape (sample,) or (sample, column)
            Data, or the columns of a design matrix.
        balance : sequence of float, optional
            A factor for each track's weight, that is of its residuals squared; 1 by default.

        Returns
        -------
        ndarray, of the shape of `values`
        """
        out = np.empty(np.shape(values))
        for number in range(len(self.tracks)):
            mine = self.of_track(number)
            if mine.any():
                part = linalg.solve_triangular(self.factor(number), values[mine], lower=True)
                root = np.sqrt(self.weight[mine] * (1.0 if balance is None else balance[number]))
                out[mine] = (part.T * root).T
        return out


def nuisance(samples: Samples, ramps: bool) -> tuple:
    """Columns of an offset, and a ramp, of each line-of-sight track.

    Parameters
    ----------
    samples : Samples
    ramps : bool
        With slopes to the east and north besides.

    Returns
    -------
    columns : ndarray, shape (sample, parameter)
        Offsets are 1; slopes are places from the track's middle in units of 10 km, which keeps
        all columns of about the same size.
    names : list of (int, str)
        Track and ``offset``, ``east`` or ``north`` of each column.
    """
    columns, names = [], []
    for number, track in enumerate(samples.tracks):
        mine = samples.of_track(number)
        if track.kind != "los" or not mine.any():
            continue
        columns.append(mine.astype(float))
        names.append((number, "offset"))
        if ramps:
            middle = samples.places[mine].mean(axis=0)
            for axis, name in enumerate(("east", "north")):
                columns.append(np.where(mine, (samples.places[:, axis] - middle[axis]) / 1e4, 0.0))
                names.append((number, name))
    return np.array(columns).T.reshape(len(samples), len(columns)), names


def joined_samples(first: Samples, second: Samples) -> Samples:
    """The tracks of two sets of samples in one.

    Raises
    ------
    GroundshiftError
        If both have a track of the same name, or their frames differ.
    """
    names = {track.name for track in first.tracks}
    for track in second.tracks:
        if track.name in names:
            raise GroundshiftError(
                f"There is a track {track.name} already; give the new one another name."
            )
    if first.crs != second.crs:
        raise GroundshiftError("Samples of several frames cannot be joined; read them in one.")
    counts = len(first), len(second)
    extra = {
        name: np.concatenate([
            np.asarray(part.extra.get(name, np.full(count, np.nan)), float)
            for part, count in zip((first, second), counts)
        ])
        for name in {**first.extra, **second.extra}
    }  # fmt: skip
    columns = ("places", "displacement", "look", "std", "weight", "extent")
    return Samples(
        **{n: np.concatenate([getattr(first, n), getattr(second, n)]) for n in columns},
        track=np.concatenate([first.track, second.track + len(first.tracks)]),
        tracks=(*first.tracks, *second.tracks), crs=first.crs, extra=extra,
    )  # fmt: skip
