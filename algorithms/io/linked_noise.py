# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The noise of linked phases, which goes with their interferograms to the inversion.

Stacks of interferograms of linked phases hold ``linkedNoise``, a layer of variances (squared
radians), and ``linkedNoiseCovariance``, the shape over the ``linkedNoiseDates`` to multiply it
with. Interferograms of linked phases close by themselves, so nothing else in them tells it.
"""

from __future__ import annotations

import numpy as np

from ..data.grid import Window
from ..data.slc import image_window
from ..errors import GroundshiftError
from ..runner import check_cancelled
from ..scatterers.bound import span_classes
from ..scatterers.covariance import coherence_matrices
from ..scatterers.linked_noise import LinkedNoise, chosen_dates, linked_noise
from ..scatterers.linking import DISTRIBUTED, SUBSTITUTE, BlockLinking, LinkingBlock
from .hdf5_layout import LINKED_NOISE as LAYER
from .hdf5_layout import check_dataset, date_texts, open_hdf5, to_dates

COVARIANCE, DATES = "linkedNoiseCovariance", "linkedNoiseDates"
UNIT = "radian^2"
SAMPLED_SIDE, SAMPLED_CELLS = 5, 8  # windows along rows and columns, and their size


def sample_noise(job, least_quality: float) -> LinkedNoise | None:
    """Covariance of linked phases, from windows spread over the scene.

    Parameters
    ----------
    job : LinkingRun
    least_quality : float
        Goodness of the pixels to look at.

    Returns
    -------
    LinkedNoise or None
        None where the windows hold no distributed scatterer.
    """
    options, grid, dates = job.options, job.grid, job.stack.dates
    some = chosen_dates(len(dates))
    factors = None if job.factors is None else job.factors[some]
    link = BlockLinking(options, span_classes(dates[some]), factors)
    parts = []
    with job.open(some) as reader:
        for window in _spread(grid):
            check_cancelled(job.cancelled)
            block = LinkingBlock(reader.read(image_window(window, job.strides)), job.mask(window))
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


def tables_of(noise: LinkedNoise, dates) -> dict:
    """Small datasets of a stack of interferograms of linked phases."""
    return {COVARIANCE: noise.covariance, DATES: date_texts(dates)}


def read_tables(path) -> dict:
    """The small datasets of a stack, empty where it is none of linked phases."""
    with open_hdf5(path) as file:
        return {name: file[name][()] for name in (COVARIANCE, DATES) if LAYER in file}


def covariance_at(path, dates) -> np.ndarray:
    """Shape of the covariance of linked phases at the dates of a network, against its first date.

    Parameters
    ----------
    path : path
        Stack of interferograms with the layer.
    dates : ndarray of datetime64[D], shape (date,)

    Returns
    -------
    ndarray, shape (date, date)

    Raises
    ------
    GroundshiftError
        If the file's parts do not go together.
    """
    with open_hdf5(path) as file:
        known = to_dates(file[DATES][()], path) if DATES in file else np.empty(0, "datetime64[D]")
        if COVARIANCE not in file or not np.isin(dates, known).all():
            raise GroundshiftError(
                f"{path}: has '{LAYER}', but not its covariance at all of the dates; make the "
                "interferograms again with 'Distributed scatterers'."
            )
        check_dataset(file, COVARIANCE, (len(known), len(known)), path)
        whole = file[COVARIANCE][()].astype(float)
    at = np.searchsorted(known, dates)
    found = whole[np.ix_(at, at)]
    return found - found[:1] - found[:, :1] + found[0, 0]
