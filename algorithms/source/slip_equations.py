# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The equations of distributed slip: normal matrices by track, roughness, and what may slip how."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..data.samples import Samples
from ..dense import gram
from ..errors import GroundshiftError, counted
from .cell_means import green_samples
from .elastic import rake_components
from .laplacian import Edges, roughness_matrix

RAKES = ("range", "fixed", "free")
WIDEST = np.radians(179.0)
MOST_UNKNOWNS = 6000  # whose matrices take 2 GB


@dataclass(frozen=True)
class SlipOptions:
    """How slip is looked for.

    Parameters
    ----------
    rake : str
        ``range``: between two rakes, as two components in their directions that are not negative;
        ``fixed``: in the direction of one rake; ``free``: any way.
    rakes : ndarray, shape (2,), (1,) or (patch, 2 or 1)
        Radians: from the first rake on to the second (growing), or the fixed one; not used by
        ``free``.
    max_slip : float
        Metres of net slip; infinite without a limit.
    edges : Edges
        What slip does at the rim.
    poisson : float
    """

    rake: str = "range"
    rakes: np.ndarray = field(default_factory=lambda: np.radians([-45.0, 45.0]))
    max_slip: float = float("inf")
    edges: Edges = field(default_factory=Edges)
    poisson: float = 0.25

    def __post_init__(self):
        if self.rake not in RAKES:
            raise GroundshiftError("The rake is taken as range, fixed or free; choose one.")
        if not self.max_slip > 0:
            raise GroundshiftError("The largest slip is not above 0; give metres, or none.")
        if self.rake == "range":
            width = np.diff(np.asarray(self.rakes, float), axis=-1)
            if np.shape(self.rakes)[-1] != 2 or (width <= 0).any() or (width > WIDEST).any():
                raise GroundshiftError(
                    "A range of rakes goes from a smaller one up to a larger one that is less than "
                    "180 degrees on; for more, leave the rake free."
                )

    def components(self, patches) -> np.ndarray:
        """Unit slips, shape (patch, component, 3)."""
        if self.rake == "free":
            return rake_components(patches, np.radians([0.0, 90.0]))
        return rake_components(patches, self.rakes)


@dataclass(frozen=True)
class TrackEquations:
    """Normal equations of one track, whitened and without offset and ramp.

    Parameters
    ----------
    design : ndarray, shape (sample, unknown)
        Whitened.
    data : ndarray, shape (sample,)
    matrix : ndarray, shape (unknown, unknown)
    right : ndarray, shape (unknown,)
    square : float
        The data squared.
    freedom : int
        Samples less offset and ramp.
    """

    design: np.ndarray
    data: np.ndarray
    matrix: np.ndarray
    right: np.ndarray
    square: float
    freedom: int


@dataclass(frozen=True)
class SlipEquations:
    """Everything that the slip of one fault geometry is found from.

    Parameters
    ----------
    patches : PatchSet
    components : ndarray, shape (patch, component, 3)
    green : ndarray, shape (sample, unknown)
        Metres of displacement a metre of slip; unknowns by patch, then component.
    tracks : tuple of TrackEquations
    roughness : ndarray, shape (unknown, unknown)
        ``H' H``, of strike slip and dip slip, whatever the components.
    gram : ndarray, shape (patch, component, component)
        Scalar products of the components.
    lower : ndarray, shape (unknown,)
        0 or minus infinite.
    limit : float
        Largest net slip.
    """

    patches: object
    components: np.ndarray
    green: np.ndarray
    tracks: tuple
    roughness: np.ndarray
    gram: np.ndarray
    lower: np.ndarray
    limit: float

    def vectors(self, x) -> np.ndarray:
        """Strike slip, dip slip and opening of the patches, shape (patch, 3)."""
        parts = np.asarray(x).reshape(self.components.shape[:2])
        return np.einsum("pc,pci->pi", parts, self.components)

    def combined(self, balance) -> tuple:
        """Normal matrix and right-hand side of all tracks by their weights."""
        matrix = sum(share * track.matrix for share, track in zip(balance, self.tracks))
        right = sum(share * track.right for share, track in zip(balance, self.tracks))
        return matrix, right

    def misfits(self, x) -> np.ndarray:
        """Whitened residuals squared of each track."""
        return np.array([((track.data - track.design @ x) ** 2).sum() for track in self.tracks])

    def rough(self, x) -> float:
        """Roughness squared."""
        return float(x @ self.roughness @ x)


def slip_equations(samples: Samples, white, patches, options: SlipOptions) -> SlipEquations:
    """Set up the equations of one geometry.

    Parameters
    ----------
    samples : Samples
    white : tuple of WhiteTrack
        By :func:`.whitening.whitening`.
    patches : PatchSet
        In the samples' frame.
    options : SlipOptions

    Returns
    -------
    SlipEquations

    Raises
    ------
    GroundshiftError
        If there are too many patches, or the response is no number somewhere: a sample lies on
        the fault's trace.
    """
    components = options.components(patches)
    if components.shape[0] * components.shape[1] > MOST_UNKNOWNS:
        raise GroundshiftError(
            f"{len(patches)} patches are too many, as all are solved for at once; make them larger "
            f"so that there are {MOST_UNKNOWNS // components.shape[1]} at most."
        )
    green = green_samples(patches, components, samples, options.poisson)
    green = green.reshape(len(samples), -1)
    bad = ~np.isfinite(green).all(axis=1)
    if bad.any():
        place = samples.places[bad][0]
        raise GroundshiftError(
            f"{counted(bad.sum(), 'sample lies', 'samples lie')} on the fault's edge at the "
            f"surface, the first at {place[0]:.0f} m east, {place[1]:.0f} m north of the middle; "
            "mask the trace when down-sampling."
        )
    tracks = tuple(_track(track, samples, green) for track in white)
    gram = np.einsum("pai,pbi->pab", components, components)
    lower = np.full(green.shape[1], -np.inf if options.rake == "free" else 0.0)
    return SlipEquations(
        patches, components, green, tracks, roughness_gram(patches, components, options.edges),
        gram, lower, options.max_slip,
    )  # fmt: skip


def roughness_gram(patches, components, edges: Edges) -> np.ndarray:
    """``H' H`` for unknowns by patch, then component, shape (unknown, unknown)."""
    matrix = roughness_matrix(patches, edges)
    square = np.asarray((matrix.T @ matrix).todense())
    directions = np.einsum("pai,qbi->paqb", components, components)
    count = components.shape[0] * components.shape[1]
    return (directions * square[:, None, :, None]).reshape(count, count)


def _track(white, samples, green) -> TrackEquations:
    design = white.cleared(white.whitened(green[white.mine]))
    data = white.cleared(white.whitened(samples.displacement[white.mine]))
    return TrackEquations(
        design, data, gram(design), design.T @ data, float(data @ data), white.freedom
    )
