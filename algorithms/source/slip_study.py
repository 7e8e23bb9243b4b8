# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A whole slip inversion: weights, the grid of dips and smoothings, the choice, and its errors."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Callable

import numpy as np

from ..data.patches import PatchSet, SlipModel
from ..data.samples import Samples
from ..errors import GroundshiftError
from ..job import Job
from .dipping import HINGES, turned
from .slip_equations import SlipEquations, SlipOptions, slip_equations
from .slip_errors import (
    MonteCarlo,
    Resolution,
    checkerboard,
    monte_carlo,
    recovered,
    resolution,
    surely_slipped,
)
from .slip_inversion import SlipSolution, at_limit, balanced, solve_slip, variances
from .slip_moment import MomentError, dip_doubt, moment_error
from .slip_statistics import SlipSummary, TrackFit, summarise, track_fits
from .smoothing import RULES, SlipGrid, choose, default_smoothings, dip_uncertainty, slip_grid
from .whitening import whitening

WEIGHTS = ("given", "variance", "equal")
SIDEWAYS = np.radians(45.0)  # of a rake that was found
MOST_TURNED = 3000  # unknowns: the matrices of a second dip are held besides
REBALANCED = 0.1  # change of a track's weight that is worth another grid


@dataclass(frozen=True)
class StudyOptions:
    """How a slip inversion goes.

    Parameters
    ----------
    slip : SlipOptions
    find_rake : bool
        Take the range of 45 degrees to either side of the mean rake that comes out of an inversion
        without bounds, in place of the rakes in `slip`.
    dips : tuple of float
        Degrees to try; empty for the fault as it is.
    segments : tuple of int
        Segments that get the dips; empty for all.
    hinge : str
        See :func:`.dipping.turned`.
    smoothings : tuple of float
        Empty for a range about where data and roughness weigh the same.
    smoothing_count : int
        How many, if none are given.
    rule : str
        Of :data:`.smoothing.RULES`.
    per_dip : bool
        See :meth:`.smoothing.SlipGrid.log_sum`.
    ramps : bool
        A ramp a track besides the offset.
    weights : str
        ``given``: by `track_weights`; ``variance`` or ``equal``: see
        :func:`.slip_inversion.balanced`.
    track_weights : dict of str to float
        Factor of a track's squared residuals, by its name; 1 for the others.
    monte_carlo : int
        Data sets; 0 for none.
    checker_size : float
        Metres; 0 for no checkerboard.
    seed : int
    shear_modulus : float
        Pascal.
    """

    slip: SlipOptions = field(default_factory=SlipOptions)
    find_rake: bool = False
    dips: tuple = ()
    segments: tuple = ()
    hinge: str = "top"
    smoothings: tuple = ()
    smoothing_count: int = 12
    rule: str = "log_sum"
    per_dip: bool = False
    ramps: bool = False
    weights: str = "given"
    track_weights: dict = field(default_factory=dict)
    monte_carlo: int = 50
    checker_size: float = 0.0
    seed: int = 0
    shear_modulus: float = 30e9

    def __post_init__(self):
        for value, known in (
            (self.rule, RULES), (self.weights, WEIGHTS), (self.hinge, HINGES),
        ):  # fmt: skip
            if value not in known:
                raise GroundshiftError(f"{value} is none of {', '.join(known)}; take one of them.")
        if self.monte_carlo == 1 or self.monte_carlo < 0:
            raise GroundshiftError("A standard error takes 2 or more data sets; give 50, or 0.")


@dataclass(frozen=True)
class SlipStudy:
    """What came out.

    Parameters
    ----------
    model : SlipModel
        With its errors and resolution as further columns.
    summary : SlipSummary
    solution : SlipSolution
    equations : SlipEquations
        Of the best dip.
    grid : SlipGrid
    dip_number, smoothing_number : int
        The best ones.
    dip, dip_std : float
        Degrees: where the objective is least between the dips that were tried, and its error.
    slip_part, ramp_part : ndarray, shape (sample,)
        Modelled displacement, metres.
    fits : list of TrackFit
        By track; all as the last.
    errors : MonteCarlo or None
    board : (SlipModel, SlipModel) or None
        Checkerboard and what comes back of it.
    limited : int
        Patches at the largest slip.
    moment_error : MomentError or None
    """

    model: SlipModel
    summary: SlipSummary
    solution: SlipSolution
    equations: SlipEquations
    grid: SlipGrid
    dip_number: int
    smoothing_number: int
    dip: float
    dip_std: float
    slip_part: np.ndarray
    ramp_part: np.ndarray
    fits: list[TrackFit]
    errors: MonteCarlo | None
    board: tuple | None
    limited: int
    moment_error: MomentError | None

    @property
    def moment_std(self) -> float:
        """Standard error of the moment, N m; NaN without Monte Carlo data."""
        return float("nan") if self.moment_error is None else (
            self.summary.moment * self.moment_error.std
        )  # fmt: skip

    @property
    def moment_interval(self) -> tuple:
        """What holds the moment with 95 %, N m; NaN without Monte Carlo data."""
        if self.moment_error is None:
            return float("nan"), float("nan")
        return self.moment_error.interval(self.summary.moment)


def study(
    samples: Samples,
    patches: PatchSet,
    options: StudyOptions,
    job=None,
    fault_of: Callable[[float], PatchSet] | None = None,
) -> SlipStudy:
    """Invert displacement for slip.

    Parameters
    ----------
    samples : Samples
    patches : PatchSet
        In the samples' frame.
    options : StudyOptions
    job : Job, optional
    fault_of : callable, optional
        From a dip in radians to the fault, in place of turning the patches.

    Returns
    -------
    SlipStudy

    Raises
    ------
    GroundshiftError
        If data, fault and options do not make an inversion.
    Cancelled
        If the user asked to stop.
    """
    job = job or Job()
    white = whitening(samples, options.ramps)
    dips = np.asarray(options.dips, float)
    if options.find_rake:
        options = replace(options, slip=_directed(samples, white, patches, options.slip, job.note))

    def equations_of(dip):
        fault = patches
        if np.isfinite(dip) and fault_of is not None:
            fault = fault_of(np.radians(dip))
        elif np.isfinite(dip):
            segments = options.segments or None
            fault = turned(patches, np.radians(dip), segments, options.hinge)
        return slip_equations(samples, white, fault, options.slip)

    dips = np.unique(dips) if len(dips) else np.array([np.nan])
    grid = _grid(samples, white, dips, equations_of, options, job)
    one, two = choose(grid, options.rule, options.per_dip)
    solution, equations = grid.solutions[one][two], equations_of(dips[one])
    found = variances(equations, solution)
    # Errors are not believed to be smaller than the data say.
    scale = np.maximum(found, 1.0)
    unit = float(np.average(scale, weights=[track.freedom for track in equations.tracks]))
    dip, dip_std = _dip(grid, two, unit)
    known, errors = resolution(equations, solution, scale), None
    if options.monte_carlo:
        truth = surely_slipped(equations, solution, known)
        errors = monte_carlo(
            equations, white, solution, truth, scale, options.monte_carlo, options.seed,
            job.part(0.8, 1.0),
        )  # fmt: skip
    dip_part = None
    if options.monte_carlo and len(grid.dips) == 1 and len(solution.x) <= MOST_TURNED:
        dip_part = dip_doubt(equations_of, patches, grid.dips[0], solution, unit)
    if options.monte_carlo and len(grid.dips) == 1 and dip_part is None:
        job.note("The dip is taken as known: what it does to the moment is no part of its error.")
    model = _model(equations, solution, known, errors)
    summary = summarise(model, options.shear_modulus)
    board = None
    if options.checker_size > 0:
        board = _board(equations, white, solution, summary, scale, options)
    slip_part, ramp_part = _prediction(samples, white, equations, solution)
    fits = track_fits(samples, white, slip_part, ramp_part, found, solution.balance)
    job.tell(1.0)
    return SlipStudy(
        model, summary, solution, equations, grid, one, two, dip, dip_std, slip_part, ramp_part,
        fits, errors, board, at_limit(equations, solution),
        moment_error(equations, solution, grid, errors, unit, dip_part or 0.0),
    )  # fmt: skip


def _directed(samples, white, patches, slip, log):
    """Options with the range of rakes about the mean one of an inversion without bounds."""
    free = slip_equations(samples, white, patches, replace(slip, rake="free"))
    even = np.ones(len(white))
    # Smooth, so that what the data do not resolve has no say.
    found = solve_slip(free, default_smoothings(free, even)[-2], even)
    vectors = free.vectors(found.x)
    mean = summarise(SlipModel(patches, *vectors.T)).mean_rake
    if not np.isfinite(mean):
        raise GroundshiftError("The data show no slip on this fault; check its place.")
    rakes = np.array([mean - SIDEWAYS, mean + SIDEWAYS])
    log(
        f"Without bounds the mean rake is {np.degrees(mean):.0f} degrees; rakes from "
        f"{np.degrees(rakes[0]):.0f} to {np.degrees(rakes[1]):.0f} are allowed."
    )
    return replace(slip, rake="range", rakes=rakes)


def _grid(samples, white, dips, equations_of, options, job):
    """The grid, once more if the best place asks for other weights of the tracks."""
    middle = equations_of(dips[len(dips) // 2])
    freedom = np.array([track.freedom for track in white], float)
    balance = _given(samples, white, options.track_weights)
    balance *= freedom.sum() / (freedom @ balance)
    smoothings = options.smoothings or default_smoothings(middle, balance, options.smoothing_count)
    if options.weights != "given" and len(white) > 1:
        balance = balanced(middle, np.median(smoothings), options.weights).balance
    middle = None

    def made(start, stop):
        return slip_grid(dips, equations_of, smoothings, balance, job.part(start, stop))

    if options.weights == "given" or len(white) < 2:
        return made(0.0, 0.8)
    grid = made(0.0, 0.4)
    one, two = choose(grid, options.rule, options.per_dip)
    again = balanced(equations_of(dips[one]), grid.smoothings[two], options.weights).balance
    if np.abs(np.log(again / balance)).max() > REBALANCED:
        balance = again
        grid = made(0.4, 0.8)
    words = ", ".join(
        f"{samples.tracks[track.number].name} {share:.3g}" for track, share in zip(white, balance)
    )
    job.note(f"Weights of the tracks that were found: {words}.")
    return grid


def _given(samples, white, wanted):
    names = [samples.tracks[track.number].name for track in white]
    for name, weight in wanted.items():
        if name not in names:
            raise GroundshiftError(
                f"Weights: there is no track {name} among {', '.join(names)}; check its name."
            )
        if not weight > 0:
            raise GroundshiftError(
                f"Weights: that of track {name} is not above 0; leave its samples out instead."
            )
    return np.array([wanted.get(name, 1.0) for name in names], float)


def _dip(grid, smoothing, variance):
    if len(grid.dips) < 3:
        return float(grid.dips[0]) if len(grid.dips) == 1 else float("nan"), float("nan")
    return dip_uncertainty(grid, smoothing, variance)


def _model(equations, solution, known: Resolution, errors):
    vectors = equations.vectors(solution.x)
    patches = equations.patches
    extra = {
        "slip_posterior_std_m": np.hypot(known.posterior[:, 0], known.posterior[:, 1]),
        "resolution": known.resolution, "resolution_length_km": known.length / 1e3,
    }  # fmt: skip
    if errors is not None:
        extra = {
            "slip_std_m": errors.net_std, "strike_slip_std_m": errors.std[:, 0],
            "dip_slip_std_m": errors.std[:, 1], "slip_bias_m": errors.bias, **extra,
        }  # fmt: skip
    return SlipModel(patches, vectors[:, 0], vectors[:, 1], vectors[:, 2], extra)


def _board(equations, white, solution, summary, scale, options):
    slip = checkerboard(equations.patches, options.checker_size, summary.max_slip or 1.0)
    rake = equations.components[..., :2].sum(axis=1)
    rake = np.arctan2(rake[:, 1], rake[:, 0])
    if options.slip.rake == "free":
        rake = np.full(len(slip), np.nan_to_num(summary.mean_rake))
    given = SlipModel.of_rake(equations.patches, slip, rake)
    back = recovered(equations, white, solution, slip, rake, scale, options.seed)
    extra = {"input_slip_m": slip, "error_m": np.hypot(back[:, 0], back[:, 1]) - slip}
    return given, replace(
        given, strike_slip=back[:, 0], dip_slip=back[:, 1], opening=back[:, 2], extra=extra
    )


def _prediction(samples, white, equations, solution):
    slip_part = equations.green @ solution.x
    ramp_part = np.zeros(len(samples))
    for track in white:
        ramp_part[track.mine] = track.ramp((samples.displacement - slip_part)[track.mine])
    return slip_part, ramp_part
