# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Calibration of the amplitudes of a stack file from a sample of its pixels."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np

from ...data.grid import Window
from ...data.slc import SlcStack
from ...errors import GroundshiftError
from ...formats.hdf5.images import SlcReader
from ...job import Job
from ..amplitude import Calibration, calibrate
from ..independence import SpeckleCoherence, speckle_coherence
from ..shp import ShpOptions
from ..shp_limits import stretch

SAMPLED_PIXELS = 50_000  # of speckle: factors are right to about 0.3 %
SAMPLED_ROWS = 400
TILES, TILE_SIZE = 3, 64  # along rows and columns; pixels


def sample_amplitude(reader: SlcReader, job: Job, most: int = SAMPLED_PIXELS) -> np.ndarray:
    """Amplitudes of pixels, evenly over the scene.

    Parameters
    ----------
    reader : SlcReader
    job : Job
    most : int
        About so many pixels.

    Returns
    -------
    ndarray of float32, shape (time, pixel)
        NaN for no data.
    """
    grid = reader.stack.grid
    # As far apart down as across, so that no part of the scene is left out.
    step = max(1, int(np.sqrt(grid.rows * grid.cols / most)))
    rows = np.arange(step // 2, grid.rows, max(step, -(-grid.rows // SAMPLED_ROWS)))
    step = max(1, -(-len(rows) * grid.cols // most))
    lines = []
    for number, row in enumerate(rows):
        job.check()
        line = reader.read(Window(int(row), 0, 1, grid.cols)).inner[:, 0]
        lines.append(np.abs(line[:, number % step :: step]))
    return np.concatenate(lines, axis=1)


def calibrate_stack(stack: SlcStack, polarisation: str | None, job: Job) -> Calibration:
    """Factors that make the images of a stack equally bright.

    Parameters
    ----------
    stack : SlcStack
    polarisation : str or None
        None for the first.
    job : Job

    Raises
    ------
    GroundshiftError
        If there are no data.
    Cancelled
        If the user asked to stop.
    """
    with SlcReader(stack, polarisation) as reader:
        calibration = calibrate(sample_amplitude(reader, job))
    name = polarisation or stack.polarisations[0]
    if not calibration.pixels:
        raise GroundshiftError(
            f"{stack.path}: no pixel has data in half of the images ({name}); import them again."
        )
    low, high = (calibration.factors.min(), calibration.factors.max())
    kind = "stable" if calibration.stable else "sampled"
    job.note(
        f"{name}: images were made equally bright by factors from {low:.3f} to {high:.3f}, "
        f"found from {calibration.pixels} {kind} pixels."
    )
    if calibration.empty.any():
        dates = ", ".join(str(date) for date in stack.dates[calibration.empty])
        job.note(f"{name}: without data where it was looked at: {dates}.")
    return calibration


def sample_tiles(reader: SlcReader, job: Job) -> list:
    """Functions that read parts of the images, spread evenly over the scene."""
    size = tuple(min(TILE_SIZE, n) for n in reader.stack.grid.shape)
    places = (
        np.unique(np.linspace(0, n - s, TILES).astype(int))
        for n, s in zip(reader.stack.grid.shape, size)
    )
    rows, cols = places

    def read(row, col):
        job.check()
        return reader.read(Window(int(row), int(col), *size)).inner

    return [partial(read, row, col) for row in rows for col in cols]


def measure_coherence(
    stack: SlcStack, polarisation: str | None, job: Job, images=None
) -> SpeckleCoherence:
    """Coherence of speckle between the images of a stack, from parts of the scene.

    Parameters
    ----------
    stack : SlcStack
    polarisation : str or None
        None for the first.
    job : Job
    images : ndarray of int, optional
        Which images; all by default.

    Raises
    ------
    Cancelled
        If the user asked to stop.
    """
    with SlcReader(stack, polarisation, images=images) as reader:
        found = speckle_coherence(sample_tiles(reader, job))
    count = len(stack.dates) if images is None else len(images)
    if found is None:
        job.note(
            "The parts of the scene that were looked at have gaps; images count as independent."
        )
        return SpeckleCoherence.none(count)
    name = polarisation or stack.polarisations[0]
    job.note(
        f"{name}: by their coherence the {count} images count as {found.effective:.1f} independent "
        "ones."
    )
    return found


def kept_to_rate(shp: ShpOptions, coherence: SpeckleCoherence, job: Job) -> ShpOptions:
    """The options with limits that keep to the rate of false alarms for coherent images."""
    found = stretch(shp.test, shp.alpha, coherence)
    job.note(
        f"The limits of the test '{shp.test}' are {found:.2f} times as wide as for independent "
        f"images, so that it refuses {100 * shp.alpha:g} % of neighbours of the same law."
    )
    return replace(shp, stretched=found)


def prepare_test(
    stack: SlcStack, polarisation: str | None, shp: ShpOptions, calibrate, job
) -> tuple:
    """What a test for neighbours needs to know of the images.

    Parameters
    ----------
    stack : SlcStack
    polarisation : str or None
    shp : ShpOptions
    calibrate : bool
        Whether the images are made equally bright.
    job : Job

    Returns
    -------
    factors : ndarray, shape (time,), or None
        That make them equally bright.
    shp : ShpOptions
        See :func:`kept_to_rate`.
    coherence : SpeckleCoherence
    """
    factors = images = None
    if calibrate:
        found = calibrate_stack(stack, polarisation, job)
        factors, images = found.factors, np.flatnonzero(~found.empty)
    coherence = measure_coherence(stack, polarisation, job, images)
    return factors, kept_to_rate(shp, coherence, job), coherence
