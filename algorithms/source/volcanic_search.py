# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a search for a volcanic source may vary, and how well it explains samples."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from .misfit import Misfit
from .penny import looked_up
from .search_space import FULL_CIRCLE, SearchSpace
from .spheroid import LEAST_ASPECT, MOST_ASPECT, transformation
from .volcanic import KINDS, LINEAR, NAMES, linear_of, top_depth, unit_los
from .volcanic_model import VolcanicModel, VolcanicSource

ROUND = ("trend", "omega_z")
"""Angles that may be anything, and are told from true north."""
SIZES = ("depth", "radius", "semi_major", "semi_x", "semi_y", "semi_z")
"""What chains move in the logarithm of, where its bounds are above 0."""
SHALLOWEST, SMALLEST = 100.0, 50.0
"""Metres: of centres and of sizes, where no bounds are given."""


@dataclass(frozen=True)
class VolcanicSpace(SearchSpace):
    """Bounds of the parameters of one volcanic source.

    Parameters
    ----------
    lower, upper : ndarray, shape (1, parameter)
        See :data:`.volcanic.KINDS`; the same number twice keeps a parameter as it is.
    slips : str
        The kind.

    Raises
    ------
    GroundshiftError
        If bounds are missing, crossed, or beyond what a source can be.
    """

    two_planes = False

    def __post_init__(self):
        for name, low, high in zip(self.row_names, self.lower[0], self.upper[0]):
            what = f"{NAMES[self.slips]}, {name}"
            if not np.isfinite([low, high]).all():
                raise GroundshiftError(f"{what}: has no bounds; give a lower and an upper one.")
            if low > high:
                raise GroundshiftError(
                    f"{what}: the lower bound is above the upper one; swap them."
                )
            if name in ("depth", "radius", "semi_major", "aspect") and low <= 0:
                raise GroundshiftError(f"{what}: the lower bound is not above 0; give some 0.1.")
            if name in ("semi_x", "semi_y", "semi_z") and low < 0:
                raise GroundshiftError(f"{what}: the lower bound is below 0; give 0 at least.")
            if name == "aspect" and high > 1:
                raise GroundshiftError(
                    f"{what}: the short semi-axis over the long one is 1 at most; end bounds there."
                )
            if high - low > FULL_CIRCLE + 1e-9 and (name in ROUND or name.startswith("omega")):
                raise GroundshiftError(
                    f"{what}: the bounds are more than a full circle apart; give 0 to 360 at most."
                )

    @property
    def row_names(self) -> tuple:
        """Parameters in the order of a row."""
        return KINDS[self.slips]

    @property
    def linear(self) -> np.ndarray:
        """Mask among the free ones: what the displacement depends on linearly."""
        return np.array([name in LINEAR for _, name in self.names], bool)

    @property
    def periodic(self) -> np.ndarray:
        """Mask among the free ones: angles that may be anything."""
        wide = (self.upper - self.lower)[self.free] >= FULL_CIRCLE - 1e-9
        return wide & np.array([name in ROUND for _, name in self.names], bool)

    def likened(self, unit, about) -> np.ndarray:
        """Vectors as they are: a source is told in one way only."""
        return np.array(np.atleast_2d(unit), float)

    def over_the_vertical(self) -> VolcanicSpace:
        """The same space, as there is no dip."""
        return self

    def model(self, values, crs: str = "") -> VolcanicModel:
        """The source of parameters, shape (1, 1, parameter)."""
        return VolcanicModel((VolcanicSource(self.slips, np.ravel(values)),), crs)

    def told(self, values, best, turn=0.0) -> np.ndarray:
        """Parameters with directions from true north, within half a turn of the best one's.

        Parameters
        ----------
        values, best : ndarray, shape (model, 1, parameter)
        turn : float or ndarray, shape (1,)
            Meridian convergence, radians.
        """
        values = np.array(values)
        for k, name in enumerate(self.row_names):
            if name in ROUND:
                centre = (best[0, 0, k] + np.ravel(turn)[0]) % FULL_CIRCLE
                values[..., k] += np.ravel(turn)[0]
                away = (values[..., k] - centre + np.pi) % FULL_CIRCLE - np.pi
                values[..., k] = centre + away
        return values


class VolcanicMisfit(Misfit):
    """Sums of squares of a volcanic source's residuals; see :class:`.misfit.Misfit`."""

    def _green(self, values) -> np.ndarray:
        """Responses to units of all linear parameters, shape (sample, model, linear)."""
        return unit_los(self.space.slips, values[:, 0], self._points, self._look, self.poisson)

    def predicted(self, values) -> np.ndarray:
        """Displacement of models (model, 1, parameter) along the look vectors, (sample, model)."""
        strength = values[:, 0, linear_of(self.space.slips)]
        return np.einsum("sml,ml->sm", self._green(values), strength)

    def _columns(self, values) -> tuple:
        """Responses to the free linear parameters, and displacement of those that are kept."""
        places = linear_of(self.space.slips)
        free = self.space.free[0, places]
        green = self._green(values)
        kept = np.einsum("sml,ml->sm", green[:, :, ~free], values[:, 0, places][:, ~free])
        return green[:, :, free], kept


class VolcanicCoordinates:
    """Coordinates in which the posterior of a volcanic source is nearly straight.

    Displacement grows with volume over the square of depth, so that both trade off; chains move in
    that ratio and in logarithms of depth and sizes. The Jacobian keeps the prior uniform in the
    parameters themselves. See :class:`.sampling_space.SamplingSpace`.
    """

    def __init__(self, space: VolcanicSpace):
        self._space, self._free = space, space.free[0]
        names = space.row_names
        self._sizes = [
            k for k, name in enumerate(names)
            if name in SIZES and space.free[0, k] and space.lower[0, k] > 0
        ]  # fmt: skip
        self._linear = [k for k in linear_of(space.slips) if space.free[0, k]]
        self._depth = names.index("depth")
        self._width = (space.upper - space.lower)[space.free]

    def forward(self, unit) -> np.ndarray:
        """Chain coordinates of vectors in the unit cube, both of shape (model, parameter)."""
        values = self._space.values(unit)[:, 0]
        out = values.copy()
        out[:, self._sizes] = np.log(values[:, self._sizes])
        out[:, self._linear] /= values[:, [self._depth]] ** 2
        return out[:, self._free]

    def back(self, place) -> tuple:
        """The reverse, and the logarithm of the Jacobian."""
        place = np.atleast_2d(place)
        values = np.broadcast_to(self._space.lower[0], (len(place), len(self._free))).copy()
        values[:, self._free] = place
        logs = np.clip(values[:, self._sizes], -50.0, 50.0)
        values[:, self._sizes] = np.exp(logs)
        depth = values[:, self._depth]
        values[:, self._linear] *= depth[:, None] ** 2
        with np.errstate(divide="ignore", invalid="ignore"):
            jacobian = logs.sum(axis=1) + 2 * len(self._linear) * np.log(depth)
        unit = (values - self._space.lower[0])[:, self._free] / self._width
        return unit, jacobian


def standard_volcanic_bounds(samples, kind: str, poisson: float = 0.25) -> tuple:
    """Wide bounds of one source, from where the data lie and how much they move.

    Parameters
    ----------
    samples : Samples
    kind : str
        A key of :data:`.volcanic.KINDS`.
    poisson : float

    Returns
    -------
    lower, upper : ndarray, shape (parameter,)
        The place anywhere in the data's extent, 0.1 to 20 km deep or as deep as the extent is
        wide; sizes from 50 m to a quarter of it, 10 km at most; volumes of either sign up to ten
        times what moves the ground so much from the greatest depth.
    """
    low, high = samples.places.min(axis=0), samples.places.max(axis=0)
    size = float(max(high - low))
    if not size > 0:
        raise GroundshiftError("All samples lie at one place; a source cannot be found from them.")
    motion = float(np.abs(samples.displacement - np.median(samples.displacement)).max())
    deepest = float(np.clip(size, 2 * SHALLOWEST, 20e3))
    most = float(np.clip(size / 4, 2 * SMALLEST, 10e3))
    volume = 10 * np.pi * max(motion, 1e-4) * deepest**2 / (1 - poisson)
    turn = np.pi / 4
    ends = {
        "east": (low[0], high[0]), "north": (low[1], high[1]), "depth": (SHALLOWEST, deepest),
        "radius": (SMALLEST, most), "semi_major": (SMALLEST, most), "aspect": (0.05, MOST_ASPECT),
        "trend": (0.0, FULL_CIRCLE), "plunge": (0.0, np.pi / 2), "omega_x": (-turn, turn),
        "omega_y": (-turn, turn), "omega_z": (-turn, turn), "semi_x": (SMALLEST, most),
        "semi_y": (SMALLEST, most), "semi_z": (SMALLEST, most),
        "opening": (-max(30 * motion, 1.0), max(30 * motion, 1.0)),
    }  # fmt: skip
    ends.update(dict.fromkeys(LINEAR[:4], (-volume, volume)))
    return tuple(np.array([ends[name][k] for name in KINDS[kind]]) for k in (0, 1))


def reach_doubts(space: VolcanicSpace) -> list:
    """What to say of bounds that let a source reach the surface, in sentences."""
    corner = space.upper[0].copy()
    corner[space.row_names.index("depth")] = space.lower[0, space.row_names.index("depth")]
    if top_depth(space.slips, corner)[0] > 0:
        return []
    return [
        f"{NAMES[space.slips]}: some of the sizes within the bounds would reach the surface from "
        "the shallower depths; those pairs are left out of search and posterior."
    ]


def volcanic_derived(kind: str, values, medium) -> dict:
    """What follows from parameters (model, 1, parameter).

    Returns
    -------
    dict of str to ndarray, shape (model, 1)
        Potency (m3) of compound dislocations; change of pressure (Pa) of cavities with a size, by
        the formulas of :func:`.volcanic_model.volume_of_pressure`; semi-minor axis (m).
    """
    own = dict(zip(KINDS[kind], np.moveaxis(values, -1, 0)))
    modulus = medium.shear_modulus
    if kind == "sphere":
        return {"pressure": modulus * own["volume"] / (np.pi * own["radius"] ** 3)}
    if kind == "spheroid":
        aspect = np.clip(own["aspect"], LEAST_ASPECT, MOST_ASPECT)
        growth = transformation(aspect.ravel(), medium.poisson)[1].reshape(aspect.shape)
        size = 4 / 3 * np.pi * own["semi_major"] ** 3 * own["aspect"] ** 2
        return {
            "semi_minor": own["semi_major"] * own["aspect"],
            "pressure": modulus * own["volume"] / (size * growth),
        }
    if kind == "penny":
        depth = (own["depth"] / own["radius"]).ravel()
        stiffness = looked_up(depth)[4].reshape(own["depth"].shape)
        softness = 2 * (1 - medium.poisson) * stiffness * own["radius"] ** 3
        return {"pressure": modulus * own["volume"] / softness}
    if kind == "pcdm":
        return {"potency": own["volume_x"] + own["volume_y"] + own["volume_z"]}
    if kind == "cdm":
        x, y, z = own["semi_x"], own["semi_y"], own["semi_z"]
        return {"potency": 4 * (x * y + y * z + z * x) * own["opening"]}
    return {}
