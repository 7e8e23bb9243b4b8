# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Windows of datasets whose values lie in a file as they lie in memory.

HDF5 fetches one piece after the other, through memory of its own, and holds a lock meanwhile. Here
several threads fetch them, and from files that do not fit into the system's cache past it, where
the disk is quick: to keep what is soon given up again costs more of the processor than most work
with it.
"""

from __future__ import annotations

import contextlib
import functools
import mmap
import os
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from ...data.grid import Window

THREADS = 4  # a quick disk gives one of them half of what it gives four
CACHE_THREADS = 2  # more only wait for each other where the system fills its cache
PIECES = 4 * THREADS
SECTOR = 4096  # bytes: what is read past the cache begins and ends at multiples of it
ROOM = 1 << 20  # bytes that are fetched together; they stay in the processor's cache
NARROW = 2  # windows of less than half of the columns are left to HDF5
KEPT_SHARE = 0.25  # of the machine's memory; smaller files stay in the cache
QUICK, TRIALS = 4e8, 5  # bytes a second, of one of so many; what a slower disk gives is kept


def begin_of(data) -> int | None:
    """Where the values of a dataset begin in its file.

    Parameters
    ----------
    data : h5py.Dataset

    Returns
    -------
    int or None
        Bytes; None where they do not lie there as single precision in the order of the processor,
        or cannot be fetched so on this system.
    """
    plain = getattr(data, "chunks", True) is None and data.dtype == np.float32
    if not (plain and hasattr(os, "preadv") and data.file.driver == "sec2"):
        return None
    if data.external or data.is_virtual or not data.id.get_storage_size():
        return None  # what was never stored has a place, too, where a user block stands before it
    return data.id.get_offset()


class PageReader(contextlib.AbstractContextManager):
    """Reads windows of pages of single precision from a local file.

    Parameters
    ----------
    file : h5py.File
        Of the driver ``sec2``. What is put in its place while it is open is not read.
    """

    def __init__(self, file):
        self._own, self._rates, self._files = threading.local(), [], []
        self._plain = self._kept(os.dup(file.id.get_vfd_handle()))
        held = os.fstat(self._plain)
        self._past_cache = held.st_size > _kept_bytes()
        if self._past_cache:
            try:
                self._direct = self._kept(os.open(file.filename, os.O_RDONLY | os.O_DIRECT))
                self._past_cache = os.path.samestat(os.fstat(self._direct), held)
            except (OSError, AttributeError):  # not every file system or system can do so
                self._past_cache = False
        self._pool = ThreadPoolExecutor(THREADS if self._past_cache else CACHE_THREADS)

    def _kept(self, number: int) -> int:
        """An open file that is closed with this reader, also where nobody says so."""
        self._files.append(weakref.finalize(self, os.close, number))
        return number

    def __exit__(self, *_):
        self._pool.shutdown()
        for close in self._files:
            close()

    def suits(self, window: Window, cols: int) -> bool:
        """Whether a window of pages of so many columns is fetched in few pieces."""
        return window.width == cols or (self._past_cache and NARROW * window.width >= cols)

    def read(self, begin: int, shape, pages, window: Window, out) -> None:
        """Fetch a window of some pages.

        Parameters
        ----------
        begin : int
            Of :func:`begin_of`.
        shape : (int, int)
            Rows and columns of a page.
        pages : ndarray of int, shape (page,)
        window : Window
        out : ndarray of float32, shape (page, row, column)

        Raises
        ------
        OSError
            If the file ends too early, or cannot be read.
        """
        rows, cols = shape
        start = time.perf_counter()

        def fetch(numbers):
            for number in numbers:
                at = begin + 4 * ((int(pages[number]) * rows + window.row) * cols + window.col)
                self._fetch(at, cols, out[number])

        list(self._pool.map(fetch, np.array_split(np.arange(len(pages)), PIECES)))
        if self._past_cache and out.nbytes > PIECES * ROOM and len(self._rates) < TRIALS:
            self._rates.append(out.nbytes / (time.perf_counter() - start))
            self._past_cache = len(self._rates) < TRIALS or max(self._rates) > QUICK

    def _fetch(self, at: int, cols: int, out) -> None:
        """Fill lines, the first of which begins at a place, of pages of so many columns."""
        if self._past_cache:
            try:
                self._fetch_past_cache(at, cols, out)
                return
            except OSError:
                self._past_cache = False
        for line in out.reshape(1, -1) if out.shape[1] == cols else out:
            left, place = memoryview(line).cast("B"), at
            while left:
                count = os.preadv(self._plain, [left], place)
                if not count:
                    raise OSError("the file ends too early")
                left, place = left[count:], place + count
            at += 4 * cols

    def _fetch_past_cache(self, at, cols, out) -> None:
        """The same, with what lies between the lines."""
        height, width = out.shape
        step = max(1, ROOM // (4 * cols))
        for first in range(0, height, step):
            lines = out[first : first + step]
            begin = at + 4 * first * cols
            low = begin // SECTOR * SECTOR
            needed = begin - low + 4 * ((len(lines) - 1) * cols + width)
            size = -(-needed // SECTOR) * SECTOR
            room = self._room(size)
            if os.preadv(self._direct, [room[:size]], low) < needed:
                raise OSError("the file ends too early")
            lines[:] = np.ndarray(lines.shape, np.float32, room, begin - low, (4 * cols, 4))

    def _room(self, size: int):
        """Memory of this thread that begins at a sector."""
        if len(getattr(self._own, "room", ())) < size:
            self._own.room = memoryview(mmap.mmap(-1, size))
        return self._own.room


@functools.cache
def _kept_bytes() -> float:
    """Size of files up to which the system's cache is taken to keep them."""
    try:
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return np.inf
    return KEPT_SHARE * memory
