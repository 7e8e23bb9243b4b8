# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The noise of linked phases, which goes with their interferograms to the inversion.

Stacks of interferograms of linked phases hold ``linkedNoise``, a layer of variances (squared
radians), and ``linkedNoiseCovariance``, the shape over the ``linkedNoiseDates`` to multiply it
with. Interferograms of linked phases close by themselves, so nothing else in them tells it.
"""

from __future__ import annotations

import numpy as np

from ...errors import GroundshiftError
from .layout import LINKED_NOISE as LAYER
from .layout import check_dataset, date_texts, open_hdf5, to_dates

COVARIANCE, DATES = "linkedNoiseCovariance", "linkedNoiseDates"
UNIT = "radian^2"


def tables_of(noise, dates) -> dict:
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
