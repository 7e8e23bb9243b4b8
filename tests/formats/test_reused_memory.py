# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Memory that is used again, and never while somebody holds it."""

import numpy as np
from groundshift.algorithms.formats.hdf5.reused import ReusedMemory


def place(values):
    return values.__array_interface__["data"][0]


def test_memory_is_used_again_once_nobody_holds_it():
    memory = ReusedMemory()
    one = memory.empty((3, 4, 5))
    first = place(one)
    two = memory.empty((3, 4, 5))
    assert place(two) != first and one.shape == (3, 4, 5) and one.dtype == np.float32
    del one
    assert place(memory.empty((2, 4, 5))) == first
    assert place(memory.empty((3, 4, 5))) == first


def test_a_view_holds_it():
    memory = ReusedMemory()
    one = memory.empty((3, 40))
    part = one[1:, ::2].T
    part[:] = 7
    first = place(one)
    del one
    other = memory.empty((3, 40))
    other[:] = 0
    assert place(other) != first and (part == 7).all()


def test_what_is_too_small_is_let_go():
    memory = ReusedMemory()
    memory.empty((2, 2))
    large = memory.empty((200, 200))
    large[:] = 1
    assert len(memory._held) == 1 and memory.empty((200, 200)).size == large.size
    memory.let_go()
    assert not memory._held and (large == 1).all()
