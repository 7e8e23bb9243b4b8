# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stable ground by its coherence."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, number, part, text, whole
from ...scatterers.tools.asked import Images


class StabilityMask(Chosen):
    """What counts as stable."""

    images = part(Images)
    threshold = number(
        "Least coherence",
        "Of every image with its next ones, on the average: ground above is stable.",
        0.85, 0.0, 1.0,
    )  # fmt: skip
    looks_rows = whole("Looks: rows", "Of the images in a cell, along azimuth.", 5, 1, 200)
    looks_cols = whole("Looks: columns", "Of the images in a cell, along range.", 20, 1, 200)
    following = whole(
        "Next images", "With how many later ones every image is compared.", 2, 1, 20, advanced=True,
    )  # fmt: skip
    polarisation = text("Polarisation", "Such as VH; the stack's first if empty.", advanced=True)
    blocks = part(Blocks)


OUTPUTS = (
    Output(
        "raster", "MASK", "Stable ground", "1 where ground is stable, 0 elsewhere.",
        style="stable", name="Stable ground", abstract="1: stable, 0: not.",
    ),
    Output(
        "raster", "COHERENCE", "Mean coherence", "Of every image with its next ones.",
        optional=True, style="temporal_coherence", name="Mean coherence of images that follow",
    ),
)  # fmt: skip
NUMBERS = {
    "STABLE": "Share of stable ground (%)", "MEDIAN": "Median coherence", "PAIRS": "Pairs",
    "CHANCE": "Coherence of noise alone",
}  # fmt: skip
FEWEST = 3
FAR_APART = 60  # days


def run(chosen, outputs, job) -> dict:
    """Average the coherence, compare it with the threshold; see :mod:`...declare`."""
    from functools import partial

    import numpy as np

    from ...data.slc import strided_grid
    from ...errors import GroundshiftError
    from ...formats.hdf5.images import SlcReader, read_slc_stack
    from ...outputs import Layer
    from ..stability import chance_coherence, mean_coherence, pairs_of

    stack = read_slc_stack(chosen.images.stack)
    if len(stack.dates) < FEWEST:
        raise GroundshiftError(
            f"{stack.path}: holds {len(stack.dates)} images; {FEWEST} and more tell what is stable."
        )
    looks = chosen.looks_rows, chosen.looks_cols
    grid = strided_grid(stack.grid, looks)
    pairs, chance = pairs_of(len(stack.dates), chosen.following), chance_coherence(np.prod(looks))
    if chance > 0.5 * chosen.threshold:
        job.warn(
            f"With {np.prod(looks)} pixels in a cell, noise alone has a coherence of {chance:.2f} "
            "and more where they are not independent; take more looks."
        )
    gap = int(np.diff(stack.dates).astype(int).max())
    if gap > FAR_APART:
        job.warn(f"Up to {gap} days lie between images; ground may lose coherence without moving.")
    layers = {
        "MASK": Layer((("stable", ""),), dtype="uint8", nodata=255),
        "COHERENCE": Layer((("mean_coherence", ""),)),
    }
    layers = {name: layer for name, layer in layers.items() if outputs.wanted(name)}
    stable, known = 0, 0
    outputs.when = stack.dates[0], stack.dates[-1]
    with (
        SlcReader(stack, chosen.polarisation.strip() or None) as reader,
        outputs.rasters(layers, stack, looks, summarised=("ALL",)) as rasters,
    ):

        def write(window, coherence):
            nonlocal stable, known
            there = np.isfinite(coherence)
            mask = np.where(there, coherence >= chosen.threshold, 255).astype(np.uint8)
            stable, known = stable + int((mask == 1).sum()), known + int(there.sum())
            values = {"MASK": mask, "COHERENCE": coherence}
            rasters.write(window, {name: values[name] for name in layers} | {"ALL": coherence})

        job.blocks(
            partial(_block, function=mean_coherence, looks=looks, following=chosen.following),
            partial(_images, reader, looks), write, grid,
            bytes_per_cell(len(stack.dates), looks),
        )  # fmt: skip
    if not known:
        raise GroundshiftError(f"{stack.path}: no cell has data in half of the pairs of images.")
    share = 100.0 * stable / known
    job.note(f"{len(pairs)} pairs of {len(stack.dates)} images; {share:.1f} % of the ground is "
             "stable.")  # fmt: skip
    if share < 1:
        job.warn(
            f"Hardly any ground has a coherence of {chosen.threshold:g}; lower the threshold "
            "(0.7 to 0.9 are usual)."
        )
    return {
        "STABLE": share, "MEDIAN": outputs.summaries["ALL"].median, "PAIRS": len(pairs),
        "CHANCE": chance,
    }  # fmt: skip


def _images(reader, looks, window):
    """What :func:`_block` takes."""
    from ...data.slc import image_window

    return reader.read(image_window(window, looks)).values


def _block(images, function, looks, following):
    return function(images, looks, following)


def bytes_per_cell(images: int, looks) -> float:
    """Memory of a cell: its pixels in all images, twice, and those of two at work."""
    return looks[0] * looks[1] * (17.0 * images + 64.0)
