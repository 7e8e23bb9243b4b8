# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tells whether another process can read blocks, and one pass over a scene from another."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

import numpy as np

from .data.packing import named, pack

PACKAGE = Path(__file__).resolve().parent


def sources_of(read) -> tuple:
    """Files from which blocks are read, if another process can do so; else none.

    Parameters
    ----------
    read : callable
        A method of an object that names its files in ``sources``, such an object itself, or a
        `functools.partial` of a function and such objects. All of them say thereby that they can be
        pickled, and open their files where they are unpickled. A source has a ``state()``: size and
        time of the file, None where there is none.
    """
    if isinstance(read, functools.partial):
        given = (read.func, *read.args, *read.keywords.values())
        return tuple(source for value in given for source in sources_of(value))
    return tuple(getattr(getattr(read, "__self__", read), "sources", ()))


def is_older(read, time_ns: int) -> bool:
    """Whether all files from which blocks are read are from before a time."""
    states = [source.state() for source in sources_of(read)]
    return all(state is not None and state[1] < time_ns for state in states)


def digest_of(function, read) -> str:
    """What tells one pass over a scene from another: program, function, files and what is read.

    Returns
    -------
    str
        Empty where it cannot be told.
    """
    states = [(str(source), source.state()) for source in sources_of(read)]
    if not states or None in dict(states).values():
        return ""
    try:
        tree, arrays = pack((function, read), named)
    except TypeError:
        return ""
    digest = hashlib.blake2b(repr((tree, states)).encode() + _program(), digest_size=12)
    for values in arrays:
        digest.update(repr((values.shape, values.dtype)).encode())
        digest.update(np.ascontiguousarray(values).tobytes())
    return digest.hexdigest()


@functools.cache
def _program() -> bytes:
    """Digest of the package's files: other programs may have other results."""
    digest = hashlib.blake2b(digest_size=12)
    for path in sorted(PACKAGE.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()
