# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapping of rasters: the methods, and what is common to them."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys
import threading
from dataclasses import dataclass

import numpy as np

from ...errors import GroundshiftError

TAU = 2.0 * np.pi
METHODS = ("auto", "whirlwind", "mcf", "learned", "snaphu")
PACKAGES = {"whirlwind": "whirlwind-insar", "snaphu": "snaphu"}
"""Import name, and name on PyPI, of what a method needs; 'mcf' needs nothing."""

FILTERS = ("none", "goldstein", "boxcar")
MOST_COMPONENTS = 30_000  # stored as 16-bit numbers
LEAST_SIDE = 4  # pixels; the unwrappers take nothing smaller


@dataclass(frozen=True)
class RasterOptions:
    """How a raster is unwrapped.

    Parameters
    ----------
    method : str
        One of :data:`METHODS`; ``auto`` is whirlwind where it is installed, else mcf.
    looks : float
        Independent looks behind the coherence.
    least_coherence : float
        Pixels below are left out.
    least_pixels : int
        Smaller connected components are numbered 0.
    bridge : bool
        Shift parts of the scene to one another across the gaps between them (Yunjun et al. 2019).
    filter : str
        One of :data:`FILTERS`: what the phase goes through first.
    alpha : float
        Strength of the Goldstein filter at no coherence; it is ``alpha * (1 - coherence)``.
    window : int
        Side of the Goldstein filter's patches or of the boxcar, in pixels.
    keep_filtered : bool
        Unwrap the filtered phase. Otherwise it only decides on the cycles, and the result is
        congruent with the phase that came in.
    """

    method: str = "auto"
    looks: float = 10.0
    least_coherence: float = 0.0
    least_pixels: int = 100
    bridge: bool = True
    filter: str = "none"
    alpha: float = 1.0
    window: int = 32
    keep_filtered: bool = False


@dataclass(frozen=True)
class UnwrappedRaster:
    """An unwrapped raster.

    Parameters
    ----------
    phase : ndarray of float32, shape (row, column)
        Radians, congruent with what went in; NaN where there was none.
    component : ndarray of int16, same shape
        Connected component, 1 the largest; 0 where unwrapping is not to be relied on.
    """

    phase: np.ndarray
    component: np.ndarray


def available(method: str) -> bool:
    """Whether what a method needs is installed."""
    name = method if method in PACKAGES else None
    try:
        return name is None or importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def chosen_method(method: str) -> str:
    """The method that will run.

    Raises
    ------
    GroundshiftError
        If it is unknown, or what it needs is not installed.
    """
    if method not in METHODS:
        raise GroundshiftError(
            f"There is no method '{method}' for rasters; choose one of {', '.join(METHODS)}."
        )
    if method == "auto":
        return "whirlwind" if available("whirlwind") else "mcf"
    if not available(method):
        raise GroundshiftError(
            f"The method {method} needs the Python package {PACKAGES[method]}, which is not "
            f"installed: install it with 'pip install --no-deps {PACKAGES[method]}' or choose the "
            "method mcf."
        )
    return method


def unwrap_raster(phase, coherence, options: RasterOptions | None = None) -> UnwrappedRaster:
    """Unwrap one interferogram.

    Parameters
    ----------
    phase : ndarray, shape (row, column)
        Wrapped, radians, NaN for no data.
    coherence : ndarray, same shape, or None
        Without, it is estimated from the phase itself.
    options : RasterOptions, optional

    Returns
    -------
    UnwrappedRaster

    Raises
    ------
    GroundshiftError
        If the method cannot be had or fails.
    """
    options = options or RasterOptions()
    method = chosen_method(options.method)
    phase = np.asarray(phase, np.float64)
    smooth, coherence, valid = prepared(phase, coherence, options)
    kept = smooth if options.keep_filtered else phase
    if not valid.any() or min(phase.shape) < LEAST_SIDE:
        nothing = np.where(valid, kept, np.nan).astype(np.float32)
        return UnwrappedRaster(nothing, np.zeros(phase.shape, np.int16))
    solved, component = _solve(method, smooth, coherence, valid, options)
    solved = kept + TAU * np.rint((solved - kept) / TAU)
    solved = np.where(valid, solved, np.nan).astype(np.float32)
    component = _ordered(component, solved, options.least_pixels)
    if options.bridge:
        solved = _bridged(solved, valid, options.least_pixels)
    return UnwrappedRaster(solved, component.astype(np.int16))


def prepared(phase, coherence, options: RasterOptions):
    """Phase to unwrap (filtered if asked for), coherence without gaps, and the valid pixels."""
    from ..filters import boxcar, goldstein, phase_coherence

    valid = np.isfinite(phase)
    if coherence is None:
        coherence = phase_coherence(phase)
    coherence = np.clip(np.nan_to_num(np.asarray(coherence, np.float64)), 0.0, 1.0)
    valid &= coherence >= options.least_coherence
    if options.filter == "goldstein":
        smooth = goldstein(phase, coherence, alpha=options.alpha, patch=options.window)
    elif options.filter == "boxcar":
        smooth = boxcar(phase, options.window)
    else:
        return phase, coherence, valid
    return np.where(np.isfinite(phase), smooth, np.nan), coherence, valid


def _solve(method, phase, coherence, valid, options):
    """Unwrapped phase and components by a method; the phase is looked at for its cycles alone."""
    if method == "mcf":
        return _by_mcf(phase, coherence, valid, options)
    if method == "learned":
        from .mcf import unwrap_learned

        return unwrap_learned(phase, coherence, valid)
    phasor = np.where(valid, np.exp(1j * phase), 0.0).astype(np.complex64)
    # A coherence of 0 is no data for both.
    quality = np.where(valid, np.clip(coherence, 1e-3, 1.0), 0.0).astype(np.float32)
    looks = float(max(1.0, options.looks))
    try:
        if method == "whirlwind":
            return _by_whirlwind(phasor, quality, valid, looks, options)
        return _by_snaphu(phasor, quality, valid, looks)
    except (RuntimeError, ValueError, OSError) as error:
        reason = " ".join(str(error).split())[:200]
        raise GroundshiftError(
            f"{PACKAGES[method]} could not unwrap ({reason}); choose the method mcf."
        ) from error


def _by_mcf(phase, coherence, valid, options):
    from ...timeseries.bridging import BridgingOptions, find_components
    from .mcf import unwrap_mcf

    solved = unwrap_mcf(phase, coherence, valid, options.looks)
    # Twice the coherence that uncorrelated looks show by chance.
    least = max(options.least_coherence, min(0.6, np.sqrt(np.pi / max(options.looks, 1.0))))
    where = BridgingOptions(minimum_coherence=least, least_pixels=options.least_pixels)
    return solved, find_components(solved, coherence, where)


def _by_whirlwind(phasor, quality, valid, looks, options):
    import logging

    import whirlwind

    logging.getLogger("whirlwind").setLevel(logging.ERROR)
    return whirlwind.unwrap(
        phasor, quality, min(looks, 300.0), valid, bridge=False,
        min_size_px=max(1, options.least_pixels),
    )  # fmt: skip


def _by_snaphu(phasor, quality, valid, looks):
    import snaphu

    with _quiet_output():
        return snaphu.unwrap(
            phasor, quality, looks, mask=valid, min_conncomp_frac=min(1.0, 100.0 / valid.size)
        )


class _QuietOutput(contextlib.AbstractContextManager):
    """Sends what programs print elsewhere: it would spoil the answer of qgis_process.

    SNAPHU writes to the process's own standard output. Several threads may be inside.
    """

    def __init__(self):
        self._lock, self._inside, self._kept = threading.Lock(), 0, None

    def __enter__(self):
        with self._lock:
            self._inside += 1
            if self._inside == 1 and sys.platform != "win32":
                with contextlib.suppress(OSError):
                    self._kept = os.dup(1)
                    nowhere = os.open(os.devnull, os.O_WRONLY)
                    os.dup2(nowhere, 1)
                    os.close(nowhere)
        return self

    def __exit__(self, *_):
        with self._lock:
            self._inside -= 1
            if not self._inside and self._kept is not None:
                os.dup2(self._kept, 1)
                os.close(self._kept)
                self._kept = None


_quiet = _QuietOutput()


def _quiet_output():
    return _quiet


def _ordered(component, phase, least: int):
    from ...timeseries.bridging import order_components

    out = order_components(np.asarray(component), phase, least)
    return np.where(out > MOST_COMPONENTS, 0, out)


def _bridged(solved, valid, least: int):
    """Shift the parts of the scene that no valid pixels join; the method knows nothing of that.

    Components of one part are left as the method has put them.
    """
    from scipy.ndimage import label

    from ...timeseries.bridging import BridgingOptions, bridge, order_components

    parts = order_components(label(valid)[0], solved, least)
    if parts.max() < 2:
        return solved
    cycles = bridge(solved, parts, BridgingOptions(least_pixels=1), extend=True)
    return (solved + TAU * cycles).astype(np.float32)
