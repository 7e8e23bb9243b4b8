# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers in MATLAB files of versions 5 to 7 (MAT-File Format, The MathWorks, 2019).

Our own, as SciPy's reader ends the whole program on damaged files.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np

from ...errors import GroundshiftError

HEADER = 128
MATRIX, COMPRESSED = 14, 15
TYPES = {1: "i1", 2: "u1", 3: "i2", 4: "u2", 5: "i4", 6: "u4", 7: "f4", 9: "f8", 12: "i8", 13: "u8"}
NUMERIC = range(6, 16)  # classes of arrays
LARGEST = 1 << 28  # bytes of a variable


def read_mat(path) -> dict:
    """The real arrays of numbers of a file, by their names in small letters.

    Raises
    ------
    GroundshiftError
        If it is no such file, or damaged.
    """
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise GroundshiftError(f"{path}: cannot be read ({error.strerror}).") from error
    order = {b"IM": "<", b"MI": ">"}.get(content[126:HEADER])
    if order is None or content[:19] == b"MATLAB 7.3 MAT-file":
        raise GroundshiftError(f"{path}: is no MATLAB file of version 5 to 7; save it with -v7.")
    found = {}
    try:
        for kind, data in _elements(memoryview(content)[HEADER:], order, padded=False):
            if kind == COMPRESSED:
                unpacked = zlib.decompressobj().decompress(bytes(data), LARGEST)
                kind, data = next(_elements(memoryview(unpacked), order))
            variable = _variable(data, order) if kind == MATRIX else None
            if variable is not None:
                found[variable[0].lower()] = variable[1]
    except (struct.error, zlib.error, ValueError, StopIteration) as error:
        raise GroundshiftError(
            f"{path}: is damaged or cut short ({error}); save it again with -v7."
        ) from error
    return found


def _elements(data, order, padded=True):
    """Type and content of each part of a piece of a file."""
    at = 0
    while at + 8 <= len(data):
        kind, size = struct.unpack_from(f"{order}II", data, at)
        first, step = at + 8, 8 + (-(-size // 8) * 8 if padded else size)
        if kind >> 16:  # up to four bytes within the tag
            kind, size, first, step = kind & 0xFFFF, kind >> 16, at + 4, 8
        if first + size > len(data):
            raise ValueError("a part is longer than the file")
        yield kind, data[first : first + size]
        at += step


def _variable(data, order):
    """Name and values of an array of real numbers; None for others."""
    parts = _elements(data, order)
    flags, shape, name = [bytes(next(parts)[1]) for _ in range(3)]
    if len(flags) < 4 or struct.unpack(f"{order}I", flags[:4])[0] & 0xFF not in NUMERIC:
        return None
    kind, values = next(parts)
    if kind not in TYPES:
        raise ValueError(f"numbers of the unknown type {kind}")
    values = np.frombuffer(values, order + TYPES[kind]).astype(float)
    shape = np.frombuffer(shape, f"{order}i4")
    return name.decode("ascii", "replace"), values.reshape(shape, order="F")
