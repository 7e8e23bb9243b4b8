# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A whole study of uniform faults: the best ones, their posterior, and perturbed data.

A volcanic source (:class:`.volcanic_search.VolcanicSpace`) is studied in the same way.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from ..data.medium import Medium
from ..data.patches import PatchSet, SlipModel
from ..errors import GroundshiftError, counted
from ..job import Job
from .convergence import CONVERGED
from .mcmc import ChainOptions, Chains
from .misfit import Misfit
from .posterior import at_bounds, sample_posterior, told_about
from .search import SearchOptions, SearchResult, apart, perturbed_fits, refine, search, upright
from .search_space import DIP, FIRST_SLIP, STRIKE, SearchSpace
from .volcanic_search import VolcanicCoordinates, VolcanicMisfit, VolcanicSpace

BETTER = 0.5
"""Gain of the likelihood's logarithm by which a draw shows that the search missed the best."""
BAD_FIT = 1.5
"""Whitened residuals' variance above which given errors are too small for the model."""


@dataclass(frozen=True)
class FaultOptions:
    """How to search and what to find out.

    Parameters
    ----------
    search : SearchOptions
    chains : ChainOptions or None
        None leaves the posterior out.
    perturbations : int
        0 leaves them out.
    ramps : bool
        A ramp by track besides the offset.
    use_weights : bool
        Multiply each sample's share of the misfit by its weight. A likelihood it is then no more.
    medium : Medium
    """

    search: SearchOptions = field(default_factory=SearchOptions)
    chains: ChainOptions | None = field(default_factory=ChainOptions)
    perturbations: int = 0
    ramps: bool = False
    use_weights: bool = False
    medium: Medium = field(default_factory=Medium)


@dataclass(frozen=True)
class TrackFit:
    """How well one track is explained.

    Parameters
    ----------
    name : str
    samples : int
    rms : float
        Of the residuals, metres.
    variance : float
        Of the whitened residuals; 1 where the errors are what the covariance says.
    explained : float
        Share of the data's sum of squares about their offset (and ramp), 0 to 1.
    """

    name: str
    samples: int
    rms: float
    variance: float
    explained: float


@dataclass(frozen=True)
class FaultStudy:
    """What came out.

    Parameters
    ----------
    misfit : Misfit
    result : SearchResult
    chains : Chains or None
    perturbed : ndarray, shape (perturbation, free parameter) or None
    held : list of str
        See :func:`.posterior.at_bounds`.
    model : SlipModel or VolcanicModel
        The best faults, one patch each, or the best source.
    slip_part, nuisance_part : ndarray, shape (sample,)
        Metres along the look vectors: of the faults, and of offsets and ramps.
    fits : list of TrackFit
    warnings : list of str
    """

    misfit: Misfit
    result: SearchResult
    chains: Chains | None
    perturbed: np.ndarray | None
    held: list
    model: SlipModel
    slip_part: np.ndarray
    nuisance_part: np.ndarray
    fits: list
    warnings: list

    @property
    def draws(self) -> np.ndarray | None:
        """Of the posterior in the unit cube, shape (draw, free parameter); None where left out."""
        if self.chains is None:
            return None
        return self.chains.draws.reshape(-1, self.chains.draws.shape[-1])


def study_faults(
    samples, space: SearchSpace, options: FaultOptions | None = None, job=None
) -> FaultStudy:
    """Search, sample and perturb.

    Parameters
    ----------
    samples : Samples
    space : SearchSpace
    options : FaultOptions, optional
    job : Job, optional

    Returns
    -------
    FaultStudy

    Raises
    ------
    GroundshiftError
        If samples and bounds make no problem that can be solved.
    """
    options, job = options or FaultOptions(), job or Job()
    searching, sampling, perturbing = _ticks(job, options)
    if not space.free.any():
        raise GroundshiftError("All parameters are kept; give bounds to one of them at least.")
    if not options.use_weights:
        samples = replace(samples, weight=np.ones(len(samples)))
    volcanic = isinstance(space, VolcanicSpace)
    kind = VolcanicMisfit if volcanic else Misfit
    misfit = kind(samples, space.over_the_vertical(), options.ramps, options.medium.poisson)
    errors = options.search.errors
    result = search(misfit, options.search, searching)
    job.note(
        f"{result.agreeing} of {counted(result.searches, 'search', 'searches')} ended at the best "
        f"place; sum of squares {result.best.squares.sum():.4g} with {misfit.freedom} degrees of "
        "freedom."
    )
    chains = None
    if options.chains is not None:
        coordinates = VolcanicCoordinates(space) if volcanic else None
        chains = sample_posterior(misfit, result, errors, options.chains, sampling, coordinates)
        searched = result
        result = _surely_best(misfit, result, chains, errors, job.note)
        if result is not searched:
            chains = told_about(chains, misfit.space, result.best.unit)
        job.note(
            f"{chains.draws.shape[0]} draws of {chains.draws.shape[1]} chains after the burn-in, "
            f"{100 * chains.acceptance:.0f} % of the jumps taken; largest R-hat "
            f"{np.nanmax(chains.r_hat):.3f}, smallest effective sample size "
            f"{np.nanmin(chains.size):.0f}."
        )
    perturbed = None
    if options.perturbations:
        balance = _balance(misfit, result, errors)
        perturbed = perturbed_fits(
            misfit, result.best.unit, options.perturbations, options.search.seed, balance,
            perturbing,
        )  # fmt: skip
    return _told(misfit, result, chains, perturbed, options)


def _ticks(job, options) -> list:
    """Search, chains and perturbations each tell their share of the bar, and can be stopped."""
    shares = [1.0, 3.0 if options.chains else 0.0, 1.5 if options.perturbations else 0.0]
    ends = np.cumsum([0.0, *shares]) / sum(shares)

    def tick_of(part):
        def tick(share):
            part.check()
            part.tell(min(max(share, 0.0), 1.0))

        return tick

    return [tick_of(job.part(*pair)) for pair in zip(ends[:-1].tolist(), ends[1:].tolist())]


def _surely_best(misfit, result, chains, errors, log):
    """The best place, or one that a draw led to, where the search missed it."""
    top = np.unravel_index(chains.density.argmax(), chains.density.shape)
    found = upright(misfit, refine(misfit, chains.draws[top], errors, "posterior"))
    if found.likelihood <= result.best.likelihood + 1e-9:
        return result
    if found.likelihood > result.best.likelihood + BETTER:
        log("The chains found a better place than the search; more restarts would be wise.")
    others = result.others
    if apart(misfit, found.unit, result.best.unit) > 0.02:
        others = [result.best, *others]
    return replace(result, best=found, others=others)


def _balance(misfit, result, errors):
    if errors == "given":
        return None
    freedom = np.array([block.freedom for block in misfit.blocks], float)
    return freedom / result.best.squares


def _told(misfit, result, chains, perturbed, options) -> FaultStudy:
    space, samples, best = misfit.space, misfit.samples, result.best.unit
    values = space.values(best)
    slip_part = misfit.predicted(values)[:, 0]
    nuisance_part = misfit.columns @ misfit.nuisances(best)
    draws = None if chains is None else chains.draws.reshape(-1, len(best))
    held = at_bounds(misfit, best, draws)
    model = _model(space, values, samples.crs)
    fits = _fits(misfit, result, slip_part, nuisance_part)
    warnings = _warnings(misfit, result, chains, held, fits, options)
    return FaultStudy(
        misfit, result, chains, perturbed, held, model, slip_part, nuisance_part, fits, warnings
    )


def _model(space, values, crs):
    """The best faults, one patch each, or the best volcanic source."""
    if isinstance(space, VolcanicSpace):
        return space.model(values, crs)
    patches = PatchSet.of_rectangles(
        space.rectangles(values), segment=np.arange(space.faults), row=np.zeros(space.faults, int),
        column=np.zeros(space.faults, int), crs=crs,
    )  # fmt: skip
    return SlipModel(patches, *space.slip(values).T)


def _fits(misfit, result, slip_part, nuisance_part) -> list:
    out = []
    for block, squares in zip(misfit.blocks, result.best.squares):
        data = misfit.samples.displacement[block.rows]
        rest = data - slip_part[block.rows] - nuisance_part[block.rows]
        whole = data - nuisance_part[block.rows]
        name = misfit.samples.tracks[misfit.samples.track[block.rows[0]]].name
        out.append(TrackFit(
            name, len(data), float(np.sqrt(np.mean(rest**2))), float(squares / block.freedom),
            float(1 - (rest**2).sum() / max((whole**2).sum(), 1e-300)),
        ))  # fmt: skip
    return out


def _warnings(misfit, result, chains, held, fits, options) -> list:
    said = []
    many = misfit.space.faults > 1
    for (fault, name), word in zip(misfit.space.names, held):
        if word:
            whose = f" of fault {fault}" if many else ""
            said.append(
                f"{name}{whose} is {word} bound: the data do not hold it there, the bound does; "
                "widen it if that makes sense."
            )
    if result.searches > 1 and result.agreeing == 1:
        said.append(
            "Only one search ended at the best place; it may not be the best there is. Take more "
            "restarts, or narrower bounds."
        )
    for other in result.others:
        gap = result.best.likelihood - other.likelihood
        if gap < 5:
            said.append(
                f"Another place explains the data nearly as well (log-likelihood lower by "
                f"{gap:.2g}); see the other solutions in the report."
            )
            break
    if options.search.errors == "given":
        for fit in fits:
            if fit.variance > BAD_FIT:
                said.append(
                    f"Track {fit.name}: the residuals' variance is {fit.variance:.3g} times what "
                    "its covariance says, so intervals are too narrow: uniform slip or the "
                    "half-space are too simple, or the covariance is too small; scale the errors."
                )
    if options.use_weights and not np.allclose(misfit.samples.weight, 1.0):
        said.append("Samples are weighed, so intervals are none of the data's covariance.")
    note = posterior_note(chains)
    if note:
        said.append(
            f"{note}: neither its intervals nor its draws. Take more steps, narrower bounds or "
            "scaled errors; faults that break the surface between samples may need samples that "
            "keep away from the rupture."
        )
    elif chains is not None:
        said += _over_the_vertical(misfit, result, chains)
    return said


def posterior_note(chains: Chains | None) -> str:
    """What is to be said of draws whose chains disagree; empty where they agree."""
    if chains is None or np.nanmax(chains.r_hat) < CONVERGED:
        return ""
    return (
        f"The posterior is not to be used (R-hat {np.nanmax(chains.r_hat):.3g}, {CONVERGED:g} or "
        "more: its chains have not converged)"
    )


def _over_the_vertical(misfit, result, chains) -> list:
    """How to read intervals of dip that hold 90 degrees."""
    said = []
    for k, (fault, name) in enumerate(misfit.space.names):
        if name != "dip":
            continue
        unit = np.tile(result.best.unit, (2, 1))
        unit[:, k] = np.percentile(chains.draws[..., k], [2.5, 97.5])
        low, high = np.degrees(misfit.space.values(unit)[:, fault - 1, DIP])
        if low < 90 < high:
            said.append(
                f"The dip of fault {fault} is {low:.1f} to {high:.1f} degrees, over the vertical: "
                "what lies beyond 90 dips to the other side by as much less, with the strike "
                "turned by 180 degrees and the dip slip turned round."
            )
    return said


def reported(study: FaultStudy, unit, turn=0.0) -> np.ndarray:
    """Parameters as they are told: dips up to 90 at the best fault, strikes from true north.

    Other faults are told from the same side as the best one, so that numbers are continuous over
    the vertical: 91 degrees is a dip of 89 to the other side.

    Parameters
    ----------
    study : FaultStudy
    unit : ndarray, shape (model, free parameter)
    turn : float or ndarray, shape (fault,)
        Meridian convergence, radians.

    Returns
    -------
    ndarray, shape (model, fault, 10)
        Strikes within half a turn of the best one, which is from 0 to 360 degrees.
    """
    space = study.misfit.space
    best = space.values(study.result.best.unit)[0]
    values = space.values(unit)
    if isinstance(space, VolcanicSpace):
        return space.told(values, best[None], turn)
    flipped = best[:, DIP] > np.pi / 2
    rake = space.slips == "rake"
    for table in (values, best[None]):
        table[:, flipped, DIP] = np.pi - table[:, flipped, DIP]
        table[:, flipped, STRIKE] += np.pi
        # Strike slip stays what it is, dip slip turns round: rake changes its sign.
        table[:, flipped, FIRST_SLIP + 1] *= -1
        table[..., STRIKE] += turn
    angles = (STRIKE, FIRST_SLIP + 1) if rake else (STRIKE,)
    for k in angles:
        centre = best[:, k] % (2 * np.pi)
        if k != STRIKE:
            centre = (centre + np.pi) % (2 * np.pi) - np.pi
        values[..., k] = centre + (values[..., k] - centre + np.pi) % (2 * np.pi) - np.pi
    return values
