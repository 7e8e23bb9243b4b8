# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The numbers of a study of faults, in the units of tables."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .fault_study import FaultStudy, posterior_note, reported
from .posterior import PERCENTILES, derived, spread
from .search_space import DIP, FIRST_SLIP, STRIKE
from .volcanic import FIELDS
from .volcanic_search import ROUND, VolcanicSpace, volcanic_derived

DEGREE = 180 / np.pi
SHOWN = {
    "east": ("east_km", 1e-3), "north": ("north_km", 1e-3), "top_depth": ("top_depth_km", 1e-3),
    "strike": ("strike_deg", DEGREE), "dip": ("dip_deg", DEGREE), "length": ("length_km", 1e-3),
    "width": ("width_km", 1e-3), "strike_slip": ("strike_slip_m", 1.0),
    "dip_slip": ("dip_slip_m", 1.0), "opening": ("opening_m", 1.0), "slip": ("slip_m", 1.0),
    "rake": ("rake_deg", DEGREE), "moment": ("moment_nm", 1.0), "mw": ("mw", 1.0),
    "centre_depth": ("centre_depth_km", 1e-3), "bottom_depth": ("bottom_depth_km", 1e-3),
    **{name: (field, 1 / factor) for name, (field, factor) in FIELDS.items()},
    "aspect": ("aspect", 1.0), "pressure": ("dpressure_mpa", 1e-6), "potency": ("potency_m3", 1.0),
}  # fmt: skip
"""Name and factor of each number in tables."""

MOST_DRAWS = 20_000


@dataclass(frozen=True)
class Row:
    """One number of one fault.

    Parameters
    ----------
    fault : int
        From 1.
    name : str
        With its unit, see :data:`SHOWN`.
    kind : str
        ``free``, ``kept`` or ``derived``.
    best : float
    low, high : float
        Bounds; NaN for what is derived.
    held : str
        See :func:`.posterior.at_bounds`.
    mean, std : float
        Of the posterior, as the following; NaN where it was left out.
    percentiles : ndarray, shape (5,)
    r_hat, size : float
    perturbed_std, perturbed_low, perturbed_high : float
        Standard deviation and 95 % interval of the fits to perturbed data.
    note : str
        See :func:`.fault_study.posterior_note`.
    """

    fault: int
    name: str
    kind: str
    best: float
    low: float
    high: float
    held: str
    mean: float
    std: float
    percentiles: np.ndarray
    r_hat: float
    size: float
    perturbed_std: float
    perturbed_low: float
    perturbed_high: float
    note: str = ""

    def columns(self) -> dict:
        """As a line of a table."""
        shares = dict(zip((f"p{p:g}" for p in PERCENTILES), self.percentiles))
        return {
            "fault": self.fault, "parameter": self.name, "kind": self.kind, "best": self.best,
            "lower_bound": self.low, "upper_bound": self.high, "bound_note": self.held,
            "mean": self.mean, "std": self.std, **shares, "r_hat": self.r_hat,
            "effective_size": self.size, "perturbed_std": self.perturbed_std,
            "perturbed_p2.5": self.perturbed_low, "perturbed_p97.5": self.perturbed_high,
            "posterior_note": self.note,
        }  # fmt: skip


def table_of(study: FaultStudy, unit, medium, turn=0.0) -> dict:
    """All numbers of models, parameters and what is derived.

    Parameters
    ----------
    study : FaultStudy
    unit : ndarray, shape (model, free parameter)
    medium : Medium
    turn : float or ndarray, shape (fault,)
        Meridian convergence, radians.

    Returns
    -------
    dict of (int, str) to ndarray, shape (model,)
        By fault (from 1) and parameter, in the units of :data:`SHOWN`.
    """
    space = study.misfit.space
    values = reported(study, unit, turn)
    best = reported(study, study.result.best.unit[None], turn)
    if isinstance(space, VolcanicSpace):
        more = volcanic_derived(space.slips, values, medium)
    else:
        more = derived(study.misfit, values, medium)
        centre = derived(study.misfit, best, medium)["rake"]
        more["rake"] = centre + (more["rake"] - centre + np.pi) % (2 * np.pi) - np.pi
    out = {}
    for fault in range(space.faults):
        for k, name in enumerate(space.row_names):
            out[fault + 1, name] = values[:, fault, k] * SHOWN[name][1]
        for name, numbers in more.items():
            if name not in space.row_names:
                out[fault + 1, name] = numbers[:, fault] * SHOWN[name][1]
    return out


def thinned(draws, most: int = MOST_DRAWS) -> np.ndarray:
    """Draws at even steps, as many as asked for at most."""
    return draws[:: max(1, -(-len(draws) // most))]


def summary_of(study: FaultStudy, medium, turn=0.0) -> list:
    """One :class:`Row` for each parameter of each fault, and for what is derived."""
    space = study.misfit.space
    best = table_of(study, study.result.best.unit[None], medium, turn)
    draws = None
    if study.chains is not None:
        draws = table_of(study, thinned(study.draws, 200_000), medium, turn)
    noisy = None
    if study.perturbed is not None:
        noisy = table_of(study, study.perturbed, medium, turn)
    low, high = _shown_bounds(study, turn)
    places = {name: k for k, name in enumerate(space.names)}
    rows = []
    for (fault, name), value in best.items():
        place = places.get((fault, name))
        kind = "free" if place is not None else "derived"
        if name in space.row_names and place is None:
            kind = "kept"
        posterior = spread(draws[fault, name] if draws and kind != "kept" else [])
        perturbed = spread(noisy[fault, name] if noisy and kind != "kept" else [])
        has_chain = place is not None and study.chains is not None
        rows.append(Row(
            fault, SHOWN[name][0], kind, float(value[0]),
            *(float(b.get((fault, name), np.nan)) for b in (low, high)),
            study.held[place] if place is not None else "", posterior.mean, posterior.std,
            posterior.percentiles, float(study.chains.r_hat[place]) if has_chain else np.nan,
            float(study.chains.size[place]) if has_chain else np.nan, perturbed.std,
            perturbed.percentiles[0], perturbed.percentiles[-1], posterior_note(study.chains),
        ))  # fmt: skip
    return rows


def _shown_bounds(study, turn) -> tuple:
    """Bounds in the units of tables, turned as :func:`.fault_study.reported` turns values."""
    space = study.misfit.space
    if isinstance(space, VolcanicSpace):
        return _volcanic_bounds(space, float(np.ravel(turn)[0]))
    flipped = space.values(study.result.best.unit)[0, :, DIP] > np.pi / 2
    turn = np.broadcast_to(turn, space.faults)
    low, high = {}, {}
    for fault in range(space.faults):
        for k, name in enumerate(space.row_names):
            ends = [space.lower[fault, k], space.upper[fault, k]]
            if k == STRIKE:
                ends = [end + turn[fault] + np.pi * flipped[fault] for end in ends]
            elif k == DIP and flipped[fault]:
                ends = [np.pi - end for end in ends[::-1]]
            elif k == FIRST_SLIP + 1 and flipped[fault]:
                ends = [-end for end in ends[::-1]]
            low[fault + 1, name], high[fault + 1, name] = (e * SHOWN[name][1] for e in ends)
    return low, high


def _volcanic_bounds(space, turn) -> tuple:
    shifts = np.array([turn if name in ROUND else 0.0 for name in space.row_names])
    factors = np.array([SHOWN[name][1] for name in space.row_names])
    keys = [(1, name) for name in space.row_names]
    return tuple(
        dict(zip(keys, (bounds[0] + shifts) * factors)) for bounds in (space.lower, space.upper)
    )
