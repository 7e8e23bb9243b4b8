# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Copies of stack files: with unwrapping errors corrected, or with other pairs dropped."""

from __future__ import annotations

import contextlib
import itertools
import shutil

import numpy as np

from ...data.addresses import store_of
from ...data.grid import TILE_ROWS
from ...data.stack import add_cycles
from ..atomic import check_free_space
from ..remote import refuse_address
from .layout import _attributes, grid_of, open_hdf5, zero_is_void
from .writers import LaidOutFile, make_room


class _Copy(contextlib.AbstractContextManager):
    """A copy of a stack whose phases are written anew, page by page.

    All else, down to the bits of untouched values and data sets of other programs, stays.

    Parameters
    ----------
    source : Path
        The stack's file.
    path : Path
        Where to write; give a temporary one.
    dataset : str
        Of the phases.
    attributes : dict

    Raises
    ------
    OSError
        If there is no room, now or while values are written.
    """

    def __init__(self, source, path, dataset: str, attributes):
        import h5py

        refuse_address(source, "only a local stack can be copied and corrected")
        _make_copy(source, path)
        # The HDF5 library must not meet a full disk; see hdf5_writers.
        self._room = f"{path}.room"
        make_room(self._room, 0)
        self._file = h5py.File(path, "r+")
        self._file.attrs.update(attributes)
        self._file.flush()
        self._data = self._file[dataset]
        self._chunks = self._data.chunks or self._data.shape
        whole = self._bytes_of(*(slice(0, extent) for extent in self._data.shape))
        layout = self._data.id.get_create_plist()
        # Compressed values may need more than before, and those never written have no place yet.
        self._grows = layout.get_nfilters() > 0 or self._data.id.get_storage_size() < whole

    def _put(self, index: int, window, values) -> None:
        rows, cols = window.slices
        if self._grows:
            make_room(self._room, self._bytes_of(slice(index, index + 1), rows, cols))
        self._data[index, rows, cols] = values
        if self._grows:
            self._file.flush()

    def _bytes_of(self, *part) -> int:
        """Bytes of all chunks that a part of the phase touches, unpacked."""
        size = self._data.dtype.itemsize
        for piece, chunk in zip(part, self._chunks):
            size *= (-(-piece.stop // chunk) - piece.start // chunk) * chunk
        return size

    def __exit__(self, *_):
        self._file.close()


class CorrectedCopy(_Copy):
    """A copy of the stack in which cycles are added where they are not zero.

    Parameters
    ----------
    source, path : Path
        See :class:`_Copy`.
    indices : ndarray of int
        Places in the file of the pairs that are corrected.
    note : dict of str
        Attributes that say how they are corrected.
    """

    def __init__(self, source, path, indices, note: dict):
        super().__init__(source, path, "unwrapPhase", note)
        self._indices = indices

    def add(self, window, cycles) -> None:
        """Add a window of cycles, shape (pair, row, column); None for no cycles."""
        rows, cols = window.slices
        for number in () if cycles is None else np.flatnonzero(cycles.any(axis=(1, 2))):
            index = int(self._indices[number])
            self._put(index, window, add_cycles(self._data[index, rows, cols], cycles[number]))


class PhaseCopy(_Copy):
    """A copy of a stack of wrapped or unwrapped interferograms with other phases.

    Parameters
    ----------
    stack : Stack
    path : Path
    note : str
        What was done, kept in the attribute ``PHASE_CORRECTION``.
    """

    def __init__(self, stack, path, note: str):
        with open_hdf5(stack.path) as file:
            name = "wrapPhase" if "wrapPhase" in file else "unwrapPhase"
        super().__init__(stack.path, path, name, {"PHASE_CORRECTION": note})
        self._source = open_hdf5(stack.path)
        self.wrapped = name == "wrapPhase"
        # MintPy writes 0 where GAMMA and ISCE have no data.
        self._void = 0.0 if zero_is_void(stack.attributes) else np.nan

    def read(self, index: int, window) -> np.ndarray:
        """Phase of a window of one pair as it was, NaN for no data."""
        rows, cols = window.slices
        phase = self._source[self._data.name.strip("/")][index, rows, cols].astype(np.float32)
        phase[phase == self._void] = np.nan
        return phase

    def write(self, index: int, window, phase) -> None:
        """Put a window of one pair in place."""
        self._put(index, window, np.where(np.isfinite(phase), phase, self._void))

    def __exit__(self, *details):
        self._source.close()
        super().__exit__(*details)


def copy_stack(stack, path, keep) -> None:
    """Copy a stack with other pairs dropped.

    Parameters
    ----------
    stack : Stack
    path : path
        A new file.
    keep : ndarray of bool, shape (pair,)

    Raises
    ------
    GroundshiftError, OSError
        If there is no room.
    """
    import h5py

    refuse_address(stack.path, "only a local stack can be copied")
    _make_copy(stack.path, path)
    make_room(f"{path}.room", keep.nbytes)
    with h5py.File(path, "r+") as file:
        if "dropIfgram" in file:
            del file["dropIfgram"]
        file["dropIfgram"] = keep  # MintPy: True means that the pair is kept


def _make_copy(source, path) -> None:
    """Copy a stack's file; a store becomes an HDF5 file."""
    if store_of(source) is None:
        check_free_space(path.parent, source.stat().st_size)
        shutil.copyfile(source, path)
        return
    with open_hdf5(source) as file:
        attributes = _attributes(file)
        grid = grid_of(attributes, source)
        scenes = {name: data for name, data in file.items() if data.shape[-2:] == grid.shape}
        tables = {name: data[()] for name, data in file.items() if name not in scenes}
        kinds = {name: (data.shape, data.dtype) for name, data in scenes.items()}
        units = {name: data.attrs["UNIT"] for name, data in scenes.items() if "UNIT" in data.attrs}
        check_free_space(path.parent, sum(data.nbytes for data in scenes.values()))
        with LaidOutFile(path, kinds, tables, attributes, units) as copy:
            for name, data in scenes.items():
                pages = range(0, data.shape[0], data.chunks[0]) if data.ndim > 2 else (0,)
                for first, window in itertools.product(pages, grid.blocks(grid.cols * TILE_ROWS)):
                    part = (slice(first, first + data.chunks[0]),) if data.ndim > 2 else ()
                    copy.write(name, window, data[(*part, *window.slices)], first)


def mark_kept(path, keep) -> None:
    """Drop pairs in a stack of :class:`.writers.StackWriter`, by plain writing as there."""
    with open_hdf5(path) as file:
        place = file["dropIfgram"].id.get_offset()
    with open(path, "r+b") as file:
        file.seek(place)
        file.write(np.asarray(keep, bool).tobytes())
