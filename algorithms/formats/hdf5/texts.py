# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Attributes of HDF5 files: whether their types, sizes and texts kept elsewhere make sense.

Of a text that lies elsewhere, the attribute says where it lies and how long it is, and the text
says its length once more; the HDF5 library (up to 1.14 at least) copies the one into room for the
other, so that a damaged file crashes the whole process. The layout is that of the HDF5 File Format
Specification 3.0, https://docs.hdfgroup.org/hdf5/v1_14/_f_m_t3.html: object headers IV.A,
attributes IV.A.2.m, the global heap III.E.
"""

from __future__ import annotations

import math
import struct

from ..remote import opened
from .datatypes import VARIABLE_LENGTH, DamagedError, type_size

ATTRIBUTE, CONTINUATION = 0x000C, 0x0010
SHARED = 2
"""Flag of a message that is kept elsewhere."""

MOST_BLOCKS = 1000
"""Pieces of one object's header; more of them are a circle."""


def check_attributes(hdf) -> None:
    """Look at every attribute of a file.

    Parameters
    ----------
    hdf : h5py.File

    Raises
    ------
    DamagedError
        If its type or size makes no sense, or its value does not lie where it says or has another
        length.
    """
    from h5py import h5o

    if hdf.id.get_create_plist().get_sizes() != (8, 8):
        return  # addresses of another width, which nobody writes
    addresses = [h5o.get_info(h5o.open(hdf.id, b"/")).addr]
    h5o.visit(hdf.id, lambda _, found: addresses.append(found.addr), info=True)
    with opened(hdf.filename) as file:
        view = _View(file, hdf.userblock_size)
        try:
            for address in addresses:
                for kind, flags, message in _messages(view, address):
                    if kind == ATTRIBUTE:
                        _check(view, flags, message)
        except (struct.error, IndexError) as error:
            raise DamagedError(str(error)) from error


class _View:
    """Bytes of a file by their address, which counts from the end of its user block."""

    def __init__(self, file, base):
        self._file, self._base = file, base
        self._end = file.seek(0, 2)

    def at(self, address: int, size: int) -> bytes:
        if self._base + address + size > self._end:
            raise DamagedError("it ends early")
        self._file.seek(self._base + address)
        return self._file.read(size)


def _messages(file, address):
    """Kind, flags and content of every message of an object's header, of either version."""
    start = file.at(address, 16)
    if start[:4] == b"OHDR":
        flags = start[5]
        begin = address + 6 + (16 if flags & 0x20 else 0) + (4 if flags & 0x10 else 0)
        width = 1 << (flags & 3)
        size = int.from_bytes(file.at(begin, width), "little")
        blocks, head = [(begin + width, size)], "<BHB" + ("2x" if flags & 4 else "")
    else:
        blocks, head = [(address + 16, struct.unpack_from("<I", start, 8)[0])], "<HHB3x"
    for number, (begin, size) in enumerate(blocks):  # the list grows meanwhile
        if number > MOST_BLOCKS:
            raise DamagedError("its headers go round in a circle")
        block, place = file.at(begin, size), 0
        while place + struct.calcsize(head) <= len(block):
            kind, length, flags = struct.unpack_from(head, block, place)
            place += struct.calcsize(head)
            message = block[place : place + length]
            place += length
            if kind == CONTINUATION:
                begin, size = struct.unpack_from("<QQ", message)
                # Those of the second version are framed by a signature and a checksum.
                blocks.append((begin + 4, size - 8) if head.startswith("<BHB") else (begin, size))
            yield kind, flags, message


def _check(file, flags, message) -> None:
    if flags & SHARED:  # nobody writes such ones, and the library crashes over wrong ones
        raise DamagedError("an attribute is not where it should be")
    version = message[0]
    name, datatype, dataspace = struct.unpack_from("<HHH", message, 2)
    begin = 9 if version == 3 else 8
    parts = (name, datatype, dataspace)
    if version == 1:
        parts = tuple(-(-size // 8) * 8 for size in parts)
    if message[1] & 3 and version > 1:
        return  # a type or space that is kept elsewhere
    if version not in (1, 2, 3) or message[begin : begin + name].find(0) != max(name, 2) - 1:
        raise DamagedError("an attribute has no name")
    if begin + sum(parts) > len(message):
        raise DamagedError("an attribute has no end")
    begin += parts[0]
    kind, unit = type_size(message[begin : begin + datatype])
    points = _points(message[begin + parts[1] :], dataspace)
    values = message[begin + parts[1] + parts[2] :]
    if len(values) < points * unit:
        raise DamagedError("an attribute has no end")
    if kind != VARIABLE_LENGTH:
        return
    (unit,) = struct.unpack_from("<I", message, begin + 12)
    for length, address, index in struct.iter_unpack("<IQI", values[: points * 16]):
        # A text of no length has no place, either.
        if address and _sizes(file, address).get(index) != length * unit:
            raise DamagedError("a text is not as long as its attribute says")


def _points(space, size) -> int:
    """How many values an attribute has; a size that the library fails to free is refused."""
    version, rank, flags = space[:3]
    head = {1: 8, 2: 4}.get(version, 0)
    if not head or rank > 32 or head + 8 * rank * (1 + (flags & 1)) > size:
        raise DamagedError("an attribute has no size")
    if version == 2 and space[3] == 2:
        return 0
    return math.prod(struct.unpack_from(f"<{rank}Q", space, head))


def _sizes(file, address) -> dict:
    """Sizes of the values in a part of the global heap."""
    head = file.at(address, 16)
    if head[:4] != b"GCOL":
        raise DamagedError("a text is not where its attribute says")
    (whole,) = struct.unpack_from("<Q", head, 8)
    heap, place, sizes = file.at(address, whole), 16, {}
    while place + 16 <= whole:
        index, size = struct.unpack_from("<H6xQ", heap, place)
        if index == 0:
            break  # what is free
        if place + 16 + size > whole:
            raise DamagedError("a text ends outside of its part of the file")
        sizes[index] = size
        place += 16 + -(-size // 8) * 8
    return sizes
