# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Types of numbers and texts in HDF5 files: whether their descriptions make sense.

The HDF5 library (up to 1.14 at least) meets a type that it does not know while it reads an
attribute, and crashes the whole process as it clears up. Layout: HDF5 File Format Specification
3.0, IV.A.2.d, https://docs.hdfgroup.org/hdf5/v1_14/_f_m_t3.html.
"""

from __future__ import annotations

import struct

VERSIONS = range(1, 6)
HEAD = 8
VARIABLE_LENGTH = 9
"""Class of lists and texts that lie elsewhere in the file."""
DEEPEST = 20
"""Types within types."""


class DamagedError(ValueError):
    """The file contradicts itself."""


def type_size(message) -> tuple[int, int]:
    """Class of a type and the bytes that one value of it takes.

    Parameters
    ----------
    message : bytes
        Beginning with the type's description.

    Raises
    ------
    DamagedError, struct.error, IndexError
        If it makes no sense.
    """
    _end(message, 0)
    return message[0] & 15, struct.unpack_from("<I", message, 4)[0]


def _end(message, begin, depth=0) -> int:
    """Where a type's description ends."""
    version, kind = message[begin] >> 4, message[begin] & 15
    flags = int.from_bytes(message[begin + 1 : begin + 4], "little")
    (size,) = struct.unpack_from("<I", message, begin + 4)
    if version not in VERSIONS or kind not in _ENDS or not size or depth > DEEPEST:
        raise DamagedError("a type is unknown")
    end = _ENDS[kind](message, begin + HEAD, version, flags, size, depth + 1)
    if end > len(message):
        raise DamagedError("a type has no end")
    return end


def _bits(message, begin, version, flags, size, depth):
    """Whole numbers and bits."""
    offset, precision = struct.unpack_from("<HH", message, begin)
    if not 0 < precision <= 8 * size - offset:
        raise DamagedError("a type has more bits than room")
    return begin + 4


def _float(message, begin, version, flags, size, depth):
    end = _bits(message, begin, version, flags, size, depth)
    offset, precision, exponent, exponents, mantissa, digits = struct.unpack_from(
        "<HHBBBB", message, begin
    )
    if max(exponent + exponents, mantissa + digits, (flags >> 8 & 255) + 1) > offset + precision:
        raise DamagedError("a type has more bits than room")
    return end + 8


def _time(message, begin, version, flags, size, depth):
    return begin + 2


def _text(message, begin, version, flags, size, depth):
    _check_text(flags)
    return begin


def _check_text(flags):
    if flags & 15 > 2 or flags >> 4 & 15 > 1:
        raise DamagedError("a text's type is unknown")


def _opaque(message, begin, version, flags, size, depth):
    return begin + (flags & 255)


def _compound(message, begin, version, flags, size, depth):
    if not flags & 0xFFFF:
        raise DamagedError("a type has no parts")
    for _ in range(flags & 0xFFFF):
        begin = _name_end(message, begin, version)
        width = 4 if version < 3 else max(1, -(-size.bit_length() // 8))
        place = int.from_bytes(message[begin : begin + width], "little")
        begin += width + (28 if version == 1 else 0)
        if place + struct.unpack_from("<I", message, begin + 4)[0] > size:
            raise DamagedError("a part of a type lies outside of it")
        begin = _end(message, begin, depth)
    return begin


def _name_end(message, begin, version) -> int:
    length = message.index(b"\0", begin) - begin + 1 if b"\0" in message[begin:] else 0
    if length < 2:
        raise DamagedError("a part of a type has no name")
    return begin + (length if version >= 3 else -(-length // 8) * 8)


def _reference(message, begin, version, flags, size, depth):
    if flags & 15 > (4 if version >= 4 else 1):
        raise DamagedError("a reference's type is unknown")
    return begin


def _choices(message, begin, version, flags, size, depth):
    if message[begin] & 15 != 0 or struct.unpack_from("<I", message, begin + 4)[0] != size:
        raise DamagedError("choices are no whole numbers")
    begin = _end(message, begin, depth)
    for _ in range(flags & 0xFFFF):
        begin = _name_end(message, begin, version)
    return begin + (flags & 0xFFFF) * size


def _variable(message, begin, version, flags, size, depth):
    if flags & 15 > 1 or size != 16:
        raise DamagedError("a list's type is unknown")
    if flags & 15:
        _check_text(flags >> 4)
    return _end(message, begin, depth)


def _array(message, begin, version, flags, size, depth):
    rank = message[begin]
    if version < 2 or not 0 < rank <= 32:
        raise DamagedError("an array's type is unknown")
    begin += 4 + 8 * rank if version == 2 else 1 + 4 * rank
    return _end(message, begin, depth)


_ENDS = {
    0: _bits, 1: _float, 2: _time, 3: _text, 4: _bits, 5: _opaque, 6: _compound, 7: _reference,
    8: _choices, VARIABLE_LENGTH: _variable, 10: _array,
}  # fmt: skip
