# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase linking of a stack file: images in, linked phases, interferograms and points out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Callable

import numpy as np

from ..data.grid import Window
from ..data.slc import SlcStack, strided_grid
from ..data.statistics import Summary
from ..errors import GroundshiftError
from ..runner import RunOptions, check_cancelled
from ..scatterers.bound import span_classes
from ..scatterers.chance import chance_goodness
from ..scatterers.interferograms import NetworkChoice, choose_pairs
from ..scatterers.linking import PERSISTENT, LinkingOptions, check_images
from ..scatterers.oversampling import samples_per_look
from ..scatterers.refilter import RefilterOptions
from ..scatterers.sequential import ministacks
from ..scatterers.shp import FEWEST_DATES
from .atomic import Transaction, check_free_space
from .ds_linking import BlockRefilter, Kept, LinkingRun, filter_kept, link_at_once, link_in_parts
from .ds_outputs import DsOutputs, DsTargets
from .linked_noise import sample_noise
from .ps_source import PersistentSource
from .scratch import Scratch
from .slc_amplitude import calibrate_stack, kept_to_rate, measure_coherence
from .slc_hdf5 import SlcReader, read_slc_stack

SAMPLED_WINDOWS, SAMPLED_IMAGES, SAMPLED_SIZE = 9, 4, 64  # for the oversampling
SUBSTITUTES_TOLD = 0.01


@dataclass(frozen=True)
class DsOptions:
    """How distributed scatterers are linked and chosen.

    Parameters
    ----------
    linking : LinkingOptions
        Its `oversampling` is replaced unless `oversampling` here is None.
    minimum_quality : float
        Goodness γ_DS that a distributed scatterer needs.
    network : NetworkChoice
        Interferograms to form.
    ministack : int or None
        Images of a small stack of the sequential estimator; None links all at once.
    refilter : RefilterOptions or None
        Filter the linked phases by region growing.
    oversampling : float or None
        Pixels that stand for one independent sample; None to measure it.
    polarisation : str or None
        The first by default.
    calibrate : bool
        Make the images equally bright before their amplitudes are compared.
    """

    linking: LinkingOptions = field(default_factory=LinkingOptions)
    minimum_quality: float = 0.5
    network: NetworkChoice = field(default_factory=NetworkChoice)
    ministack: int | None = None
    refilter: RefilterOptions | None = None
    oversampling: float | None = None
    polarisation: str | None = None
    calibrate: bool = True


@dataclass(frozen=True)
class DsReport:
    """What came out.

    Parameters
    ----------
    dates : ndarray of datetime64[D]
    linked, distributed, persistent : int
        Pixels with linked phases; distributed scatterers; persistent ones.
    substitutes : int
        Pixels linked by EVD because the estimator could not be used.
    pairs : int
        Interferograms written.
    points : int
        Points written.
    ministacks : int
    oversampling : float
    by_chance : float
        Share of incoherent pixels with the median number of brothers that pass the least goodness;
        NaN for small stacks, where it is not known.
    layers : dict of str to Summary
        Of the rasters.
    """

    dates: np.ndarray
    linked: int
    distributed: int
    persistent: int
    substitutes: int
    pairs: int
    points: int
    ministacks: int
    oversampling: float
    by_chance: float
    layers: dict[str, Summary]


def run_ds(
    stack_path,
    targets: DsTargets,
    options: DsOptions | None = None,
    *,
    persistent_path=None,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> DsReport:
    """Link the phases of a stack of images.

    Parameters
    ----------
    stack_path : path
        ``slcStack.h5``, flattened.
    targets : DsTargets
    options : DsOptions, optional
    persistent_path : path, optional
        Persistent scatterers, which keep their phase; see :class:`.ps_source.PersistentSource`.
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.

    Returns
    -------
    DsReport

    Raises
    ------
    GroundshiftError
        If the stack cannot be used, or no pixel has enough brothers; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options, run_options = options or DsOptions(), run_options or RunOptions()
    log = log or (lambda text: None)
    stack = read_slc_stack(stack_path)
    stack.dataset(options.polarisation)
    _check(stack, options, log)
    pairs = choose_pairs(stack.dates, options.network)
    parts = _parts(stack, options, log)
    persistent = PersistentSource(persistent_path, stack) if persistent_path else None
    factors = images = None
    if options.calibrate and options.linking.test:
        found = calibrate_stack(stack, options.polarisation, cancelled=cancelled, log=log)
        factors, images = found.factors, np.flatnonzero(~found.empty)
    linking = replace(options.linking, oversampling=_oversampling(stack, options, cancelled, log))
    if linking.test:
        coherence = measure_coherence(
            stack, options.polarisation, images=images, cancelled=cancelled, log=log
        )
        linking = replace(linking, shp=kept_to_rate(linking.shp, coherence, log))
    _check_room(stack, linking, targets, pairs)
    job = LinkingRun(
        stack, options.polarisation, linking, factors, persistent, run_options, cancelled
    )
    name = options.polarisation or stack.polarisations[0]
    note = _note(options, linking, len(parts))
    budget = run_options.budget // 4
    noise = sample_noise(job, options.minimum_quality) if targets.interferograms else None
    with Transaction() as files, Scratch(Path(targets.linked).parent, budget) as scratch:
        with DsOutputs(
            files, stack, targets, linking.shp.strides, pairs, options.minimum_quality, note, name,
            noise,
        ) as outputs:  # fmt: skip
            _link(job, parts, options, scratch, outputs.write, progress)
        if not outputs.counts["linked"] + outputs.counts["persistent"]:
            raise GroundshiftError(
                f"{stack.path}: no pixel has {linking.minimum_brothers} neighbours; ask for fewer, "
                "or give a larger window."
            )
        points = outputs.write_points(files.add(targets.points)) if targets.points else 0
    _tell_substitutes(outputs.counts, linking, log)
    layers = {name: sampler.summary() for name, sampler in outputs.samplers.items()}
    by_chance = _chance(stack, linking, options, layers["brothers"].median, len(parts), log)
    return DsReport(
        stack.dates, *outputs.counts.values(), len(pairs) if targets.interferograms else 0, points,
        len(parts), linking.oversampling, by_chance, layers,
    )  # fmt: skip


def _link(job, parts, options, scratch, write, progress) -> None:
    """Link at once or in parts, and filter if asked for."""
    kept, target = None, write
    if options.refilter is not None:
        kept = Kept(scratch, job.grid, len(job.stack.dates))
        target = kept.write
    first = progress
    if progress is not None and kept is not None:
        first = lambda done: progress(0.8 * done)  # noqa: E731
    if len(parts) > 1:
        link_in_parts(job, parts, scratch, target, first)
    else:
        link_at_once(job, target, first)
    if kept is not None:
        last = None if progress is None else lambda done: progress(0.8 + 0.2 * done)
        shp = job.options.shp
        reach = tuple((2 * half + 1) / step for half, step in zip(shp.half_window, shp.strides))
        function = BlockRefilter(options.refilter, options.minimum_quality, PERSISTENT, reach)
        filter_kept(job, kept, function, write, last)


def _check(stack: SlcStack, options: DsOptions, log) -> None:
    times = len(stack.dates)
    try:
        check_images(times)
    except GroundshiftError as error:
        raise GroundshiftError(f"{stack.path}: {error}") from error
    if options.linking.test and times < FEWEST_DATES:
        raise GroundshiftError(
            f"{stack.path}: {times} images are too few to compare amplitudes; choose no test, so "
            "that the whole window is taken, or add images."
        )
    if stack.attributes.get("FLATTENED", "").lower() == "no":
        log(
            "Warning: the topographic and flat-earth phase is still in these images "
            "(FLATTENED=no). Fringes within the window will be averaged away; import the images "
            "again with the topographic phase taken out."
        )


def _parts(stack, options, log) -> list:
    times = len(stack.dates)
    if options.ministack is None or options.ministack >= times:
        return [np.arange(times)]
    parts = ministacks(times, options.ministack)
    if len(parts) > 1:
        sizes = sorted({len(part) for part in parts})
        log(
            f"{times} images are linked in {len(parts)} small stacks of "
            f"{' or '.join(map(str, sizes))} images."
        )
    return parts


def _oversampling(stack, options, cancelled, log) -> float:
    """Pixels that stand for one independent sample, given or measured."""
    if options.oversampling is not None:
        return options.oversampling
    images = np.unique(np.linspace(0, len(stack.dates) - 1, SAMPLED_IMAGES).astype(int))
    side = int(np.sqrt(SAMPLED_WINDOWS))
    size = tuple(min(SAMPLED_SIZE, n) for n in stack.grid.shape)
    windows = []
    with SlcReader(stack, options.polarisation, images=images) as reader:
        for row in np.linspace(0, stack.grid.rows - size[0], side).astype(int):
            for col in np.linspace(0, stack.grid.cols - size[1], side).astype(int):
                check_cancelled(cancelled)
                windows.extend(reader.read(Window(int(row), int(col), *size)).values)
    found = samples_per_look(windows)
    log(f"{found:.2f} pixels stand for one independent sample (measured).")
    return found


def _check_room(stack, linking, targets, pairs) -> None:
    grid = strided_grid(stack.grid, linking.shp.strides)
    size = 8.0 * len(stack.dates) + 12 + 16 * stack.has_lookup
    if targets.interferograms:
        size += 8.0 * len(pairs) + 16 * stack.has_lookup
    check_free_space(Path(targets.linked).absolute().parent, size * grid.rows * grid.cols)


def _note(options: DsOptions, linking: LinkingOptions, parts: int) -> dict:
    """What was done, for the files."""
    shp = linking.shp
    note = {
        "LINKING_ESTIMATOR": linking.estimator, "LINKING_REGULARISATION": linking.regularisation,
        "LINKING_BETA": linking.beta, "LINKING_NORMALISATION": linking.normalisation,
        "LINKING_TEST": shp.test if linking.test else "none", "LINKING_ALPHA": shp.alpha,
        "LINKING_WINDOW": "x".join(str(2 * half + 1) for half in shp.half_window),
        "LINKING_STRIDES": "x".join(map(str, shp.strides)),
        "LINKING_MINIMUM_BROTHERS": linking.minimum_brothers,
        "LINKING_MINIMUM_QUALITY": options.minimum_quality,
        "LINKING_OVERSAMPLING": round(linking.oversampling, 3), "LINKING_MINISTACKS": parts,
        "LINKING_REFILTER": "no" if options.refilter is None else "yes",
        "NLOOKS": max(1.0, round((linking.minimum_brothers + 1) / linking.oversampling, 1)),
    }  # fmt: skip
    return {name: str(value) for name, value in note.items()}


def _chance(stack, linking, options, brothers, parts, log) -> float:
    """Tell how many incoherent pixels pass for distributed scatterers."""
    if parts > 1 or not np.isfinite(brothers):
        return float("nan")
    classes = span_classes(stack.dates)
    found = chance_goodness(len(stack.dates), int(brothers), linking, classes)
    share = float(np.mean(found >= options.minimum_quality))
    log(
        f"{share:.1%} of pixels without any coherence, with {brothers:.0f} neighbours, have a "
        f"goodness of {options.minimum_quality:g} by chance; 1 % have "
        f"{np.quantile(found, 0.99):.2f}."
    )
    return share


def _tell_substitutes(counts, linking, log) -> None:
    share = counts["substitutes"] / max(counts["linked"], 1)
    if share > SUBSTITUTES_TOLD:
        log(
            f"Warning: at {share:.0%} of the linked pixels the coherence matrix could not be "
            f"inverted, and EVD stands in for {linking.estimator}; they are flagged in the layer "
            "'substitute'. The regularisation 'hadamard' or a larger beta avoids that."
        )
