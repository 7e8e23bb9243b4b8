# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Finished velocity maps of other software, redrawn as our rasters."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..data.grid import Window
from ..data.statistics import Sampler, Summary
from ..errors import GroundshiftError
from .atomic import Transaction
from .licsbas import is_licsbas, read_licsbas
from .rasters import BandInfo, write_raster
from .velocity_file import import_velocity

VELOCITY_BANDS = (BandInfo("velocity_mm_yr", "mm/yr"), BandInfo("velocity_std_mm_yr", "mm/yr"))
LOOK_BANDS = (BandInfo("los_east"), BandInfo("los_north"), BandInfo("los_up"))


@dataclass(frozen=True)
class RatesReport:
    """What was read: ``mintpy`` or ``licsbas``, the rates in mm/yr, and whether there are more.

    Parameters
    ----------
    kind : str
    velocity : Summary
    has_std, has_look : bool
        Whether a standard deviation, and look vectors, were written.
    """

    kind: str
    velocity: Summary
    has_std: bool
    has_look: bool


def import_rates(
    path, target, look_target=None, *, coherence_path=None, minimum_coherence=0.0, progress=None,
    cancelled=None,
) -> RatesReport:  # fmt: skip
    """Redraw MintPy's ``velocity.h5`` or a velocity file of LiCSBAS.

    Both are positive towards the satellite; MintPy's are in metres a year, LiCSBAS' in millimetres.

    Parameters
    ----------
    path : path
    target : path
        GeoTIFF with ``velocity_mm_yr`` and, where known, ``velocity_std_mm_yr``.
    look_target : path, optional
        GeoTIFF with the line of sight, ground to satellite; written where LiCSBAS' E, N and U
        lie beside the file.
    coherence_path : path, optional
        MintPy's ``temporalCoherence.h5``.
    minimum_coherence : float
    progress, cancelled : callable, optional

    Raises
    ------
    GroundshiftError
        If the file is neither, or damaged.
    """
    if is_licsbas(path):
        if coherence_path:
            raise GroundshiftError(
                f"{coherence_path}: a temporal coherence goes with MintPy's velocity.h5 alone; "
                "leave it out (LiCSBAS masks its own vel.mskd)."
            )
        return _redraw_licsbas(path, target, look_target)
    if Path(path).suffix.lower() not in (".h5", ".he5", ".hdf5"):
        raise GroundshiftError(
            f"{path}: is neither MintPy's velocity.h5 nor a velocity file of LiCSBAS with its "
            "EQA.dem_par; choose one of these."
        )
    summaries = import_velocity(
        path, target, coherence_path=coherence_path, minimum_coherence=minimum_coherence,
        progress=progress, cancelled=cancelled,
    )  # fmt: skip
    has_std = "velocity_std_mm_yr" in summaries
    return RatesReport("mintpy", summaries["velocity_mm_yr"], has_std, False)


def _redraw_licsbas(path, target, look_target) -> RatesReport:
    result = read_licsbas(path)
    layers = [result.rate * 1e3]
    if result.std is not None:
        layers.append(np.where(np.isfinite(result.rate), result.std * 1e3, np.nan))
    if not np.isfinite(layers[0]).any():
        raise GroundshiftError(f"{path}: holds no valid pixel; choose another file.")
    with Transaction() as files:
        bands = VELOCITY_BANDS[: len(layers)]
        write_raster(files.add(target), result.grid, np.stack(layers), bands)
        if look_target and result.look is not None:
            write_raster(files.add(look_target), result.grid, result.look, LOOK_BANDS)
    sampler = Sampler(result.grid)
    sampler.add(Window(0, 0, *result.grid.shape), layers[0])
    has_look = bool(look_target) and result.look is not None
    return RatesReport("licsbas", sampler.summary(), len(layers) == 2, has_look)
