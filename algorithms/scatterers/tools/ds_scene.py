# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What phase linking of a stack file looks at before, and tells of afterwards."""

from __future__ import annotations

import numpy as np

from ...data.grid import Window
from ...data.slc import SlcStack, image_window, strided_grid
from ...errors import GroundshiftError
from ...formats.atomic import check_free_space
from ...formats.hdf5.images import SlcReader
from ..bound import span_classes
from ..chance import chance_goodness
from ..covariance import coherence_matrices
from ..linked_noise import LinkedNoise, chosen_dates, linked_noise
from ..linking import (
    DISTRIBUTED,
    PERSISTENT,
    SUBSTITUTE,
    BlockLinking,
    LinkingBlock,
    LinkingOptions,
    check_images,
)
from ..oversampling import samples_per_look
from ..sequential import ministacks
from ..shp import FEWEST_DATES
from .ds_linking import BlockRefilter, Kept, LinkingRun, filter_kept, link_at_once, link_in_parts

SAMPLED_WINDOWS, SAMPLED_IMAGES, SAMPLED_SIZE = 9, 4, 64  # for the oversampling
SAMPLED_SIDE, SAMPLED_CELLS = 5, 8  # windows along rows and columns, and their size
SUBSTITUTES_TOLD = 0.01


def link(run: LinkingRun, parts, chosen, scratch, written, job) -> None:
    """Link at once or in parts, and filter if asked for.

    Parameters
    ----------
    run : LinkingRun
    parts : list of ndarray of int
        Images of the small stacks.
    chosen : Ds
    scratch : Scratch
    written : DsOutputs
    job : Job
    """
    refilter, kept, first = chosen.phase_filter.refilter(), None, job
    target, place = written.write, written.place
    if refilter is not None:
        kept = Kept(scratch, run.grid, len(run.stack.dates))
        target, place, first = kept.write, None, job.part(0.0, 0.8)
    if len(parts) > 1:
        link_in_parts(run, parts, scratch, target, first, place)
    else:
        link_at_once(run, target, first, place)
    if kept is not None:
        shp = run.options.shp
        reach = tuple((2 * half + 1) / step for half, step in zip(shp.half_window, shp.strides))
        function = BlockRefilter(refilter, chosen.min_quality, PERSISTENT, reach)
        last = job.part(0.8, 1.0)
        filter_kept(run, kept, function, written.write, last, written.place)


def check(stack: SlcStack, test: bool, job) -> None:
    """Refuse stacks that cannot be linked, and warn of phases that are not flat."""
    times = len(stack.dates)
    try:
        check_images(times)
    except GroundshiftError as error:
        raise GroundshiftError(f"{stack.path}: {error}") from error
    if test and times < FEWEST_DATES:
        raise GroundshiftError(
            f"{stack.path}: {times} images are too few to compare amplitudes; choose no test, so "
            "that the whole window is taken, or add images."
        )
    if stack.attributes.get("FLATTENED", "").lower() == "no":
        job.warn(
            "The topographic and flat-earth phase is still in these images "
            "(FLATTENED=no). Fringes within the window will be averaged away; import the images "
            "again with the topographic phase taken out."
        )


def parts_of(stack, ministack, job) -> list:
    """Images of the small stacks; all of them in one where `ministack` is None."""
    times = len(stack.dates)
    if ministack is None or ministack >= times:
        return [np.arange(times)]
    parts = ministacks(times, ministack)
    if len(parts) > 1:
        sizes = sorted({len(part) for part in parts})
        job.note(
            f"{times} images are linked in {len(parts)} small stacks of "
            f"{' or '.join(map(str, sizes))} images."
        )
    return parts


def measured_oversampling(stack, polarisation, job) -> float:
    """Pixels that stand for one independent sample."""
    images = np.unique(np.linspace(0, len(stack.dates) - 1, SAMPLED_IMAGES).astype(int))
    side = int(np.sqrt(SAMPLED_WINDOWS))
    size = tuple(min(SAMPLED_SIZE, n) for n in stack.grid.shape)
    windows = []
    with SlcReader(stack, polarisation, images=images) as reader:
        for row in np.linspace(0, stack.grid.rows - size[0], side).astype(int):
            for col in np.linspace(0, stack.grid.cols - size[1], side).astype(int):
                job.check()
                windows.extend(reader.read(Window(int(row), int(col), *size)).values)
    found = samples_per_look(windows)
    job.note(f"{found:.2f} pixels stand for one independent sample (measured).")
    return found


def check_room(stack, linking, outputs, pairs) -> None:
    """Refuse to begin where the disk has no room."""
    grid = strided_grid(stack.grid, linking.shp.strides)
    size = 8.0 * len(stack.dates) + 12 + 16 * stack.has_lookup
    if outputs.wanted("INTERFEROGRAMS"):
        size += 8.0 * len(pairs) + 16 * stack.has_lookup
    check_free_space(outputs.targets["LINKED"].absolute().parent, size * grid.rows * grid.cols)


def note_of(chosen, linking: LinkingOptions, parts: int) -> dict:
    """What was done, for the files."""
    shp = linking.shp
    note = {
        "LINKING_ESTIMATOR": linking.estimator, "LINKING_REGULARISATION": linking.regularisation,
        "LINKING_BETA": linking.beta, "LINKING_NORMALISATION": linking.normalisation,
        "LINKING_TEST": shp.test if linking.test else "none", "LINKING_ALPHA": shp.alpha,
        "LINKING_WINDOW": "x".join(str(2 * half + 1) for half in shp.half_window),
        "LINKING_STRIDES": "x".join(map(str, shp.strides)),
        "LINKING_MINIMUM_NEIGHBOURS": linking.minimum_brothers,
        "LINKING_MINIMUM_QUALITY": chosen.min_quality,
        "LINKING_OVERSAMPLING": round(linking.oversampling, 3), "LINKING_MINISTACKS": parts,
        "LINKING_REFILTER": "yes" if chosen.phase_filter.filter else "no",
    }  # fmt: skip
    return {name: str(value) for name, value in note.items()}


def tell_chance(stack, linking, least_quality, brothers, parts, job) -> float:
    """Tell how many incoherent pixels pass for distributed scatterers."""
    if parts > 1 or not np.isfinite(brothers):
        return float("nan")
    classes = span_classes(stack.dates)
    found = chance_goodness(len(stack.dates), int(brothers), linking, classes)
    share = float(np.mean(found >= least_quality))
    job.note(
        f"{share:.1%} of pixels without any coherence, with {brothers:.0f} neighbours, have a "
        f"goodness of {least_quality:g} by chance; 1 % have "
        f"{np.quantile(found, 0.99):.2f}."
    )
    return share


def tell_substitutes(counts, linking, job) -> None:
    """Warn where EVD stands in for the estimator at many pixels."""
    share = counts["substitutes"] / max(counts["linked"], 1)
    if share > SUBSTITUTES_TOLD:
        job.warn(
            f"At {share:.0%} of the linked pixels the coherence matrix could not be "
            f"inverted, and EVD stands in for {linking.estimator}; they are flagged in the layer "
            "'substitute'. The regularisation 'hadamard' or a larger beta avoids that."
        )


def sample_noise(run, least_quality: float, job) -> LinkedNoise | None:
    """Covariance of linked phases, from windows spread over the scene.

    Parameters
    ----------
    run : LinkingRun
    least_quality : float
        Goodness of the pixels to look at.
    job : Job

    Returns
    -------
    LinkedNoise or None
        None where the windows hold no distributed scatterer.
    """
    options, grid, dates = run.options, run.grid, run.stack.dates
    some = chosen_dates(len(dates))
    factors = None if run.factors is None else run.factors[some]
    link = BlockLinking(options, span_classes(dates[some]), factors)
    parts = []
    with run.open(some) as reader:
        for window in _spread(grid):
            job.check()
            block = LinkingBlock(reader.read(image_window(window, run.strides)), run.mask(window))
            parts.append(_looked_at(block, link, least_quality))
    matrices, counts, std = (np.concatenate(column) for column in zip(*parts))
    return linked_noise(matrices, counts / options.oversampling, std, options, dates)


def _spread(grid):
    """Windows spread evenly over a grid."""
    size = tuple(min(SAMPLED_CELLS, n) for n in grid.shape)
    places = (
        np.unique(np.linspace(0, n - s, SAMPLED_SIDE).astype(int)) for n, s in zip(grid.shape, size)
    )
    rows, cols = places
    return [Window(int(row), int(col), *size) for row in rows for col in cols]


def _looked_at(block: LinkingBlock, link: BlockLinking, least_quality) -> tuple:
    """Coherence matrices, samples and predicted noise of the distributed scatterers of a window."""
    linked, shp = link(block), link.options.shp
    values = block.images.values
    if block.persistent is not None:  # nobody's brothers
        values = np.where(block.persistent, np.complex64(np.nan), values)
    matrices, counts = coherence_matrices(
        values, linked.masks, shp.half_window, shp.strides, link.options.normalisation
    )
    with np.errstate(invalid="ignore"):
        good = np.isin(linked.how, (DISTRIBUTED, SUBSTITUTE)) & (linked.quality >= least_quality)
    return matrices[good], counts[good], linked.std[good].astype(float)
