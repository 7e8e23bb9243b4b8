# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Connected components of the interferograms of a stack file, and the cycles that join them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ...data.grid import Window
from ...formats.hdf5.layout import COMPONENTS
from ...formats.hdf5.stacks import StackReader, open_hdf5
from ..bridging import BridgingOptions, bridge, find_components, order_components
from ..cycle_store import CycleStore

BRIDGING_BYTES = 80  # what a pixel takes while the components of a pair are found and joined


@dataclass(frozen=True)
class BridgePair:
    """Function of the number of a pair: its components joined.

    Parameters
    ----------
    reader : StackReader
        Of the pairs that are numbered.
    options : BridgingOptions
    extend : ndarray of bool, shape (pair,)
        See :func:`..bridging.bridge`.
    """

    reader: StackReader
    options: BridgingOptions
    extend: np.ndarray

    @property
    def sources(self) -> tuple:
        """The stack."""
        return self.reader.sources

    @cached_property
    def given(self) -> bool:
        """Whether the stack holds the components of its product."""
        with open_hdf5(self.sources[0].path) as file:
            return COMPONENTS in file

    def several(self, budget: int) -> bool:
        """Whether some of the first, the middle and the last pair have several components.

        Such as are too large for a budget in bytes are not looked at.
        """
        grid, pairs = self.reader.stack.grid, len(self.reader.indices)
        if BRIDGING_BYTES * grid.rows * grid.cols > budget:
            return False
        return any(self._labelled(n)[1].max() > 1 for n in {0, pairs // 2, pairs - 1})

    def _labelled(self, number) -> tuple:
        """Phase and components of a pair."""
        index, stack = self.reader.indices[number], self.reader.stack
        one = np.arange(len(stack.pairs)) == index
        stack = replace(stack, path=self.sources[0].path)
        with StackReader(stack, one, with_coherence=not self.given) as reader:
            block = reader.read(Window(0, 0, *stack.grid.shape))
        phase = block.phase[0]
        if self.given:
            with open_hdf5(stack.path) as file:
                given = file[COMPONENTS][index]
            return phase, order_components(given, phase, self.options.least_pixels)
        coherence = None if block.coherence is None else block.coherence[0]
        return phase, find_components(phase, coherence, self.options)

    def __call__(self, number) -> CycleStore:
        """Cycles of the pair alone."""
        cycles = bridge(*self._labelled(number), self.options, bool(self.extend[number]))
        found = CycleStore(self.reader.stack.grid, 1)
        found.put_plane(0, cycles)
        return found
