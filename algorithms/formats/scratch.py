# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Arrays that are needed for a while: in memory, or in nameless files where they are too large."""

from __future__ import annotations

import contextlib
import mmap
import tempfile

import numpy as np

PIECE = 1 << 24  # bytes


class Scratch(contextlib.ExitStack):
    """Room for arrays; all of it is given back at the end, also that of a killed process.

    Parameters
    ----------
    folder : path
        Where files go: beside the outputs, where there has to be room anyway.
    budget : int
        Bytes of memory for all arrays together.
    """

    def __init__(self, folder, budget: int):
        super().__init__()
        self._folder, self._left, self._mapped = folder, budget, []

    def array(self, shape, dtype) -> np.ndarray:
        """An array of undefined content.

        Raises
        ------
        OSError
            If the disk is full.
        """
        size = int(np.prod(shape, dtype=float)) * np.dtype(dtype).itemsize
        if size <= self._left:
            self._left -= size
            return np.empty(shape, dtype)
        file = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115 (closed with the rest)
        self.enter_context(file)
        # Written now: a mapped file that does not fit on the disk would end the process later.
        for first in range(0, size, PIECE):
            file.write(bytes(min(PIECE, size - first)))
        file.flush()
        self._mapped.append(np.memmap(file, dtype, "r+", shape=tuple(shape)))
        return self._mapped[-1]

    def rest(self) -> None:
        """Take the pages of files out of the process; those that are asked for come back."""
        for array in self._mapped:
            with contextlib.suppress(AttributeError):  # Windows has no such call
                array._mmap.madvise(mmap.MADV_DONTNEED)

    def spool(self, budget: int):
        """A file for bytes, in memory until it grows beyond a budget."""
        return self.enter_context(tempfile.SpooledTemporaryFile(budget, dir=self._folder))
