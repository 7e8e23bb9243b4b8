# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stacks of wrapped interferograms, and of unwrapped ones with their connected components.

The layout is that of MintPy's ``ifgramStack.h5``: ``wrapPhase`` (pair, row, column) in radians,
``coherence``, ``date``, ``bperp``, ``dropIfgram``; in radar coordinates also ``latitude`` and
``longitude`` of every pixel. What `unwrap` makes of it has ``unwrapPhase`` and
``connectComponent`` instead of ``wrapPhase``.
"""

from __future__ import annotations

import functools
from pathlib import Path

import numpy as np

from ...data.grid import Window
from ...data.stack import Stack, StackBlock
from ...errors import GroundshiftError
from .images import LayerReader
from .layout import (
    COMPONENTS,
    LOOKUP,
    check_stack_datasets,
    grid_attributes,
    head_of,
    looks_of,
    open_hdf5,
    pair_tables,
    required_wavelength,
    zero_is_void,
)
from .writers import FileWriter, LaidOutFile, pair_header


def read_wrapped_stack(path) -> Stack:
    """Read what a stack of wrapped interferograms holds, without its pixels.

    Parameters
    ----------
    path : path
        ``ifgramStack.h5`` of `ds`, `ps`, :class:`WrappedStackWriter` or MintPy, with ``wrapPhase``.

    Raises
    ------
    GroundshiftError
        If the file is not such a stack, or damaged.
    """
    path = Path(path)
    with open_hdf5(path) as file:
        attributes, grid, pairs = head_of(
            file, ("wrapPhase", "date"), "a stack of wrapped interferograms; make one with "
            "'Distributed scatterers (phase linking)'",
        )  # fmt: skip
        if pairs.ndim != 2 or pairs.shape[1] != 2 or not len(pairs):
            raise GroundshiftError(
                f"{path}: its 'date' is {pairs.shape} and has to hold two dates a pair; make the "
                "file again."
            )
        lookup = check_stack_datasets(file, len(pairs), grid, path, "wrapPhase")
        wavelength = required_wavelength(attributes, path, "make it again")
        bperp, keep = pair_tables(file, len(pairs))
        return Stack(
            path, grid, pairs, wavelength, bperp, keep, "coherence" in file, looks_of(attributes),
            attributes, lookup,
        )  # fmt: skip


class WrappedReader(LayerReader):
    """Reads windows of a stack of wrapped interferograms.

    Parameters
    ----------
    stack : Stack
    keep : ndarray of bool, optional
        Which pairs to read; all that the stack keeps by default.
    with_coherence : bool
    """

    _OWN = (*LayerReader._OWN, "_data")

    def __init__(self, stack: Stack, keep=None, with_coherence: bool = True):
        super().__init__(stack)
        self.indices = np.flatnonzero(stack.keep if keep is None else keep)
        self._with_coherence = with_coherence and stack.has_coherence
        self._zero_is_void = zero_is_void(stack.attributes)

    @functools.cached_property
    def _data(self):
        return {}

    def _page(self, name, index, window, out=None) -> np.ndarray:
        rows, cols = window.slices
        out = np.empty((window.height, window.width), np.float32) if out is None else out
        if name not in self._data:  # it is checked at length each time that it is asked for
            self._data[name] = self._file[name]
        try:
            self._data[name].read_direct(out, np.s_[index, rows, cols])
            return out
        except OSError as error:
            raise GroundshiftError(
                f"{self.stack.path}: '{name}' cannot be read (truncated file?); make it again."
            ) from error

    def page(self, index: int, window: Window | None = None, with_coherence: bool = True):
        """Phase (NaN for no data) and coherence (or None) of one pair.

        Parameters
        ----------
        index : int
            Number of the pair in the file.
        window : Window, optional
            The whole scene by default.
        with_coherence : bool
            Whether it is read, too.
        """
        window = window or Window(0, 0, *self.stack.grid.shape)
        phase = self._phase(index, window)
        wanted = with_coherence and self._with_coherence
        return phase, self._page("coherence", index, window) if wanted else None

    def _phase(self, index, window, out=None):
        phase = self._page("wrapPhase", index, window, out)
        if self._zero_is_void:
            phase[phase == 0] = np.nan
        return phase

    def read(self, window: Window) -> StackBlock:
        """Phase (NaN for no data) and coherence of a window, all pairs that are read."""
        shape = (len(self.indices), window.height, window.width)
        phase = self._memory.empty(shape)
        coherence = self._memory.empty(shape) if self._with_coherence else None
        for k, index in enumerate(self.indices):
            self._phase(index, window, phase[k])
            if coherence is not None:
                self._page("coherence", index, window, coherence[k])
        return StackBlock(phase, coherence)


class _PairWriter(FileWriter):
    """Writes datasets of (pair, row, column) and layers of (row, column) by windows."""

    PAGES = {}  # dataset to dtype

    def __init__(
        self, path, grid, pairs, wavelength, perpendicular_baseline, with_coherence=True,
        attributes=None, layers=None, with_lookup=False,
    ):  # fmt: skip
        layers = layers or {}
        pairs = np.asarray(pairs, "datetime64[D]")
        self._with_coherence = with_coherence
        pages = {**self.PAGES, **({"coherence": np.float32} if with_coherence else {})}
        datasets = {name: ((len(pairs), *grid.shape), dtype) for name, dtype in pages.items()}
        datasets.update({name: (grid.shape, dtype) for name, (dtype, _) in layers.items()})
        if with_lookup:
            datasets.update(dict.fromkeys(LOOKUP, (grid.shape, np.float64)))
        tables, values = pair_header(pairs, wavelength, perpendicular_baseline)
        self._file = LaidOutFile(
            path, datasets, tables, {**(attributes or {}), **grid_attributes(grid), **values},
            {name: unit for name, (_, unit) in layers.items()},
        )  # fmt: skip

    def drop(self, index: int) -> None:
        """Mark a pair as not to be used; its pixels stay."""
        self._file.set_value("dropIfgram", index, b"\0")

    def layer(self, name: str, window: Window, values) -> None:
        """Put a window of a layer (also ``latitude`` and ``longitude``) in place."""
        self._file.write(name, window, values)

    def table(self, name: str, values) -> None:
        """Write a small dataset besides."""
        self._file.table(name, values)

    def attribute(self, name: str, value: str) -> None:
        """Set an attribute that is known only now."""
        self._file.attribute(name, value)

    def _coherence(self, window, coherence, first, shape) -> None:
        if not self._with_coherence:
            return
        if coherence is None:
            coherence = np.full(shape, np.nan, np.float32)
        self._file.write("coherence", window, coherence, first)


class WrappedStackWriter(_PairWriter):
    """Writes a stack of wrapped interferograms by windows, in any order.

    Parameters
    ----------
    path : path
        Where to write; a temporary one of an :class:`..atomic.Transaction`.
    grid : Grid
    pairs : ndarray of datetime64[D], shape (pair, 2)
        Earlier and later date.
    wavelength : float
        Metres.
    perpendicular_baseline : ndarray, shape (pair,)
        Later minus earlier, metres, NaN where unknown.
    with_coherence : bool
    attributes : dict of str, optional
        Hand on those of the images, so that radar geometry and looks are kept.
    layers : dict of str to (dtype, unit), optional
        Two-dimensional layers besides.
    with_lookup : bool
        Whether latitude and longitude of the pixels will be written by :meth:`layer`.
    """

    PAGES = {"wrapPhase": np.float32}

    def write(self, window: Window, phase, coherence=None, first: int = 0) -> None:
        """Put a window of pairs in place.

        Parameters
        ----------
        window : Window
        phase : ndarray, shape (pair, row, column) or (row, column)
            Wrapped, radians, MintPy's sign, NaN for no data.
        coherence : ndarray, same shape, optional
            NaN where not given.
        first : int
            Number of the first pair of `phase`.
        """
        self._file.write("wrapPhase", window, phase, first)
        self._coherence(window, coherence, first, np.shape(phase))


class UnwrappedStackWriter(_PairWriter):
    """Writes a stack of unwrapped interferograms with their components, by windows.

    Parameters are those of :class:`WrappedStackWriter`.
    """

    PAGES = {"unwrapPhase": np.float32, COMPONENTS: np.int16}

    def write(self, window: Window, phase, component, coherence=None, first: int = 0) -> None:
        """Put a window of pairs in place.

        Parameters
        ----------
        window : Window
        phase : ndarray, shape (pair, row, column) or (row, column)
            Unwrapped, radians, NaN for no data.
        component : ndarray of int, same shape
            Connected component, 1 and up; 0 belongs to none.
        coherence : ndarray, same shape, optional
        first : int
            Number of the first pair.
        """
        self._file.write("unwrapPhase", window, phase, first)
        self._file.write(COMPONENTS, window, component, first)
        self._coherence(window, coherence, first, np.shape(phase))
