# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A thinning of a stack that is kept while it is read, and its inversion.

Corrections look at a regular thinning of the series before they touch it. Where that of the stack
is known, it can be inverted before the rest, and inversion, corrections and fit go through the
scene together: the series is written once. Fetched from the disk a thinning takes nearly as long as
the whole stack, as a system reads what lies about the rows, too.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.stack import StackBlock, add_cycles
from ..correction import CorrectionBlock
from .correction_files import stride_of, thinned

SHARE = 4  # of the memory budget that a sample may take: a quarter
ROWS = 64  # of a sample that are inverted together


@dataclass(frozen=True)
class Thinning:
    """Function of a window and its block: phase and coherence of every so-many-th pixel.

    Parameters
    ----------
    stride : int
        Of rows and columns of the scene.
    """

    stride: int

    def __call__(self, window, phase, coherence) -> StackBlock:
        pick = (slice(None), *thinned(window, self.stride)[2])
        return StackBlock(*(a if a is None else a[pick].copy() for a in (phase, coherence)))


class StackSample:
    """A thinning of the pairs that a stack keeps, filled while a pass reads it.

    Parameters
    ----------
    stack : Stack

    Attributes
    ----------
    thinning : Thinning
        What the pass has to do with a block.
    """

    def __init__(self, stack):
        self._indices = np.flatnonzero(stack.keep)
        stride, shape = _layout(stack)
        self.thinning = Thinning(stride)
        self._phase = np.full(shape, np.nan, np.float32)
        self._coherence = np.full_like(self._phase, np.nan) if stack.has_coherence else None

    @property
    def nbytes(self) -> int:
        """Bytes that it takes."""
        return self._phase.nbytes + (0 if self._coherence is None else self._coherence.nbytes)

    @classmethod
    def within(cls, stack, budget: int):
        """A sample that takes no more than its share of a budget in bytes; None if there is none.

        None also of linked phases, which bring a noise of their own.
        """
        size = 4.0 * (1 + stack.has_coherence) * np.prod(_layout(stack)[1], dtype=float)
        fits = size <= budget / SHARE
        return cls(stack) if fits and not stack.has_linked_noise else None

    def add(self, window, part: StackBlock) -> None:
        """Take in what :attr:`thinning` gives of a window."""
        stride = self.thinning.stride
        rows, cols, _ = thinned(window, stride)
        place = (slice(None), *np.ix_(rows // stride, cols // stride))
        self._phase[place] = part.phase
        if self._coherence is not None:
            self._coherence[place] = part.coherence

    def inverted(self, stack, function) -> CorrectionBlock:
        """The series of the sample, which is given up, and what goes with it.

        Parameters
        ----------
        stack : Stack
            The one that was read, perhaps with cycles that are to be added.
        function : BlockInversion
        """
        stride, parts = self.thinning.stride, []
        phase, coherence = self._phase, self._coherence if function.uses_coherence else None
        self._phase = self._coherence = None
        if stack.cycles is not None:
            for page, index in zip(phase, self._indices):
                if not stack.cycles.empty(index):
                    page[:] = add_cycles(page, stack.cycles.plane(index)[::stride, ::stride])
        for row in range(0, phase.shape[1], ROWS):
            some = np.s_[:, row : row + ROWS]
            known = None if coherence is None else coherence[some]
            parts.append(function(StackBlock(phase[some], known)))
        grid = stack.grid
        return CorrectionBlock(
            np.arange(0, grid.rows, stride), np.arange(0, grid.cols, stride),
            np.concatenate([part.displacement for part in parts], axis=1),
            coherence=np.concatenate([part.temporal_coherence for part in parts]),
            pair_noise=np.concatenate([part.pair_noise for part in parts]),
        )  # fmt: skip


def _layout(stack) -> tuple:
    """Stride of the thinning, and shape of what is kept: (pair, row, column)."""
    pairs, grid = stack.pairs[stack.keep], stack.grid
    stride = stride_of(grid.shape, len(np.unique(pairs)))
    return stride, (len(pairs), *(-(-size // stride) for size in grid.shape))
