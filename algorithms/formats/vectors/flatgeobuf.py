# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""FlatGeobuf of more points than GDAL's index, which it makes in memory, has room for.

Format (https://flatgeobuf.org, https://github.com/flatgeobuf/flatgeobuf): eight bytes of magic, a
header, an index and the features, header and features with their sizes before them. The index is a
packed R-tree: nodes of 40 bytes (four sides in double precision; of leaves the feature's place
behind the index, else the number of the first node below), 16 below each, the root first and the
leaves, in the order of the features, last. GDAL writes header and features here, and we the index
over features that lie in an order of places.
"""

from __future__ import annotations

import contextlib
import itertools
import shutil
import sqlite3
import struct

import numpy as np

from ..atomic import check_free_space
from .placed_rows import PLACED, SOME, Source, in_order

BYTES_A_ROW = 150
"""Of memory while GDAL makes its index, as measured; its documentation says 83 at least."""
NODE = np.dtype([("box", "<f8", 4), ("place", "<u8")])
WIDTH = 16
"""Nodes below one, which is what headers mean that do not say it."""
ENVELOPE, COUNT = 1, 8
"""Numbers of fields in header.fbs."""
MAGIC = 8
LEAVES = SOME // WIDTH * WIDTH
CHUNK = 1 << 24


def outgrows(source, budget: int) -> bool:
    """Whether GDAL's index over the points of a GeoPackage would not fit into a budget."""
    with contextlib.closing(sqlite3.connect(str(source))) as base:
        layer = Source.of(base)
        return layer.has_places and layer.count * BYTES_A_ROW > budget / 2


def write_flatgeobuf(source, target, translate, job) -> None:
    """Write the points of a GeoPackage.

    Parameters
    ----------
    source : path
        Of points; it is thrown away later.
    target : path
        A new file.
    translate : callable
        ``translate(target, job, **options)`` makes a file of the source by GDAL's VectorTranslate.
    job : Job

    Raises
    ------
    GroundshiftError
        If there is no room for it.
    RuntimeError, OSError, sqlite3.Error
        If it cannot be written.
    """
    check_free_space(target.parent, 2.0 * source.stat().st_size)
    with contextlib.closing(sqlite3.connect(str(source))) as base:
        layer = Source.of(base)
        rows = in_order(base, layer, "rows.*", job.part(0.0, 0.2))
    plain = target.with_name(f"{target.stem}.rows{target.suffix}")
    try:
        # The header of a file of two rows with an index is that of all, but for what is put in.
        translate(plain, job.part(0.2, 0.2), SQLStatement=f"{rows} LIMIT 2", layerName=layer.name)
        header = _header(plain, layer)
        plain.unlink()
        translate(
            plain, job.part(0.2, 0.7), SQLStatement=rows, layerName=layer.name,
            layerCreationOptions=["SPATIAL_INDEX=NO"],
        )  # fmt: skip
        with open(plain, "rb") as features, open(target, "wb") as out:
            out.write(header)
            features.seek(len(_head(features)))
            first = features.tell()
            _write_index(source, layer.count, features, out, job.part(0.7, 0.9))
            features.seek(first)
            shutil.copyfileobj(features, out, CHUNK)
    finally:
        plain.unlink(missing_ok=True)
    job.tell(1.0)


def _head(file) -> bytes:
    """Magic bytes and header."""
    file.seek(0)
    start = file.read(MAGIC + 4)
    return start + file.read(struct.unpack_from("<I", start, MAGIC)[0])


def _header(path, layer) -> bytes:
    """The header of a file with an index, as that of the whole layer."""
    with open(path, "rb") as file:
        head = bytearray(_head(file))
    envelope, count = (_place(head, field) for field in (ENVELOPE, COUNT))
    struct.pack_into("<Q", head, count, layer.count)
    vector = envelope + struct.unpack_from("<I", head, envelope)[0]
    struct.pack_into("<4d", head, vector + 4, *layer.bounds)
    return bytes(head)


def _place(head, field: int) -> int:
    """Where a field of the header's table lies (https://flatbuffers.dev/internals)."""
    table = MAGIC + 4 + struct.unpack_from("<I", head, MAGIC + 4)[0]
    fields = table - struct.unpack_from("<i", head, table)[0]
    return table + struct.unpack_from("<H", head, fields + 4 + 2 * field)[0]


def _write_index(source, count, features, out, job) -> None:
    """The R-tree, of which the leaves alone are many."""
    levels = [count]
    while levels[-1] > 1 or len(levels) == 1:
        levels.append(-(-levels[-1] // WIDTH))
    begin, above, done = out.tell(), sum(levels[1:]), 0
    out.seek(begin + above * NODE.itemsize)
    boxes = []
    with contextlib.closing(sqlite3.connect(str(source))) as base:
        found = base.execute(f"SELECT x, y FROM {PLACED} ORDER BY rowid")
        places = _places(features)
        while some := found.fetchmany(LEAVES):
            job.check()
            leaves = np.empty(len(some), NODE)
            leaves["box"] = np.tile(np.array(some), 2)
            begun = list(itertools.islice(places, len(some)))
            leaves["place"][: len(begun)] = begun
            out.write(leaves.tobytes())
            boxes.append(_around(leaves["box"]))
            done += len(begun)
            job.tell(done / count)
    if done != count or next(places, None) is not None:
        raise RuntimeError(f"it holds other rows than the {count} of the layer")
    end, level = out.tell(), np.concatenate(boxes)
    first = above
    for number in levels[1:]:
        nodes = np.empty(number, NODE)
        nodes["box"] = level
        nodes["place"] = first + WIDTH * np.arange(number, dtype=np.uint64)
        first -= number
        out.seek(begin + first * NODE.itemsize)
        out.write(nodes.tobytes())
        level = _around(level)
    out.seek(end)


def _around(boxes) -> np.ndarray:
    """Boxes around so many that lie below one node."""
    starts = np.arange(0, len(boxes), WIDTH)
    low = np.minimum.reduceat(boxes[:, :2], starts)
    return np.hstack([low, np.maximum.reduceat(boxes[:, 2:], starts)])


def _places(features):
    """Where the features begin, counted from the first one."""
    place, rest, skipped = 0, b"", 0
    while part := features.read(CHUNK):
        rest, at = rest + part, skipped
        while at + 4 <= len(rest):
            yield place
            size = 4 + int.from_bytes(rest[at : at + 4], "little")
            place, at = place + size, at + size
        rest, skipped = rest[at:], max(at - len(rest), 0)
