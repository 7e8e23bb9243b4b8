# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Memory of blocks that is used again: fresh memory costs more than reading into it.

A system hands out zeros; to make them takes as long as to read a file that it has in memory.
"""

from __future__ import annotations

import sys

import numpy as np

# What a memory has of references when nobody holds its arrays: the list, the loop, the call.
FREE = 3


class ReusedMemory:
    """Empty arrays, in the memory of earlier ones that nobody holds any more."""

    def __init__(self):
        self._held = []

    def empty(self, shape, dtype=np.float32) -> np.ndarray:
        """An array of any content.

        Parameters
        ----------
        shape : tuple of int
        dtype : dtype
        """
        size = int(np.prod(shape)) * np.dtype(dtype).itemsize
        free = []
        for memory in self._held:
            # Every array in it, and every view of one, holds the memory itself.
            if sys.getrefcount(memory) <= FREE:
                free.append(memory)
        fitting = [memory for memory in free if memory.nbytes >= size]
        if fitting:
            found = min(fitting, key=len)
        else:
            self._held = [memory for memory in self._held if not any(memory is f for f in free)]
            found = np.empty(size, np.uint8)
            self._held.append(found)
        return found[:size].view(dtype).reshape(shape)

    def let_go(self) -> None:
        """Keep nothing for later; arrays that somebody holds stay as they are."""
        self._held = []
