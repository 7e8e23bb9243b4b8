# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Zarr stores of :mod:`.zarr`, read with the words of HDF5: files with attributes and datasets.

Formats: https://zarr-specs.readthedocs.io, versions 2 and 3, chunks packed by zlib or gzip. Where
the package numcodecs is there, those that xarray writes (blosc, zstd) can be read, too.
"""

from __future__ import annotations

import collections
import contextlib
import functools
import itertools
import json
import math
import os
import re
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from ..data.addresses import STORE_HEADS, address_of
from ..errors import GroundshiftError
from .hdf5.guarded import damage_told
from .remote import is_there, opened, unreached

PLACES = ("time", "reference_date", "secondary_date", "x", "y", "spatial_ref")
"""Coordinates that HDF5 files do not have; their dates are ``date`` there."""
ROOM = 1 << 26  # bytes of unpacked chunks that are kept of a dataset
DATE_FORMAT = "YYYYMMDD"
"""Attribute ``format`` of dates that are whole numbers."""
_TYPE = re.compile(r"(?:float|int|uint|complex)\d+|bool")
_UNIT = {"days": "D", "hours": "h", "minutes": "m", "seconds": "s"}


class _UnknownError(Exception):
    """A part of the format that is not read; its text names it."""


class StoreFile(contextlib.AbstractContextManager):
    """A store that is read as an HDF5 file in MintPy's layout is.

    Parameters
    ----------
    path : path
        The store's folder, or its address.

    Attributes
    ----------
    filename : str
    attrs : dict

    Raises
    ------
    GroundshiftError
        If it cannot be read.
    """

    def __init__(self, path):
        self.filename = str(path)
        self._pool = ThreadPoolExecutor(min(8, os.cpu_count() or 1))
        try:
            with damage_told(path):
                about, arrays = _described(path)
                self.attrs = {key: value for key, value in about.items() if key != "Conventions"}
                self._data = {
                    name: _Data(path, name, kind, about, self._pool)
                    for name, (kind, about) in arrays.items()
                }
                self._set_dates()
        except _UnknownError as error:
            raise GroundshiftError(
                f"{path}: has {error}; write it with zlib or gzip alone."
            ) from error

    def _set_dates(self):
        for name, data in self._data.items():
            if data.attrs.get("format") == DATE_FORMAT:
                self._data[name] = data[()].astype("S8")
        found = {name: self._data.pop(name) for name in PLACES if name in self._data}
        columns = [found[name] for name in PLACES[1:3] if name in found]
        columns = columns if len(columns) == 2 else [found[n] for n in PLACES[:1] if n in found]
        if columns:
            dates = [_texts(column) for column in columns]
            self._data["date"] = np.stack(dates, 1) if len(dates) == 2 else dates[0]

    def __contains__(self, name):
        return name in self._data

    def __iter__(self):
        return iter(self._data)

    def __getitem__(self, name):
        if name not in self._data:
            raise GroundshiftError(
                f"{self.filename}: has no dataset '{name}'; make the store again or choose another."
            )
        return self._data[name]

    def get(self, name, default=None):
        """A dataset, or the default."""
        return self._data.get(name, default)

    def items(self):
        """Names and datasets."""
        return self._data.items()

    def close(self) -> None:
        """Let go what is kept in memory."""
        self._pool.shutdown()

    def __exit__(self, *_):
        self.close()


def _texts(column):
    """Dates as MintPy has them, of whole days (or other units) since one."""
    unit, since = re.match(r"(\w+) since (\d{4}-\d\d-\d\d)", column.attrs["UNIT"]).groups()
    days = np.datetime64(since) + column[()].astype(f"timedelta64[{_UNIT[unit]}]")
    texts = [str(day).replace("-", "") for day in days.astype("datetime64[D]")]
    return np.array(texts, "S8")


@dataclass(frozen=True)
class _Kind:
    """What an array is made of.

    Parameters
    ----------
    shape, chunks : tuple of int
    dtype : dtype
    void : scalar
        Value of chunks that were left out.
    name : callable
        Numbers of a chunk along the axes to its file in the array's folder.
    unpack : callable
        Bytes and their number unpacked to bytes.
    order : str
    """

    shape: tuple
    chunks: tuple
    dtype: np.dtype
    void: object
    name: object
    unpack: object
    order: str = "C"


def _described(path):
    """Attributes of a store, and kind and attributes of its arrays by name."""
    head = next((name for name in STORE_HEADS if is_there(path / name)), None)
    if head is None and address_of(path):
        raise unreached(path, path / STORE_HEADS[0])
    if head is None:
        raise GroundshiftError(f"{path}: is no Zarr store; check the path, or choose another.")
    whole = _json(path / head)
    if head == "zarr.json":
        known = (whole.get("consolidated_metadata") or {}).get("metadata") or {}
        known = known or {name: _json(path / name / head) for name in _folders(path)}
        known = {n: one for n, one in known.items() if one.get("node_type") == "array"}
        arrays = {name: (_third(one), one.get("attributes", {})) for name, one in known.items()}
        return whole.get("attributes", {}), _plain(arrays)
    if head == ".zmetadata":
        known = whole["metadata"]
    else:
        files = [f"{n}/{end}" for n in ("", *_folders(path)) for end in (".zarray", ".zattrs")]
        files = [name.lstrip("/") for name in files]
        known = {name: _json(path / name) for name in files if is_there(path / name)}
    names = [name.partition("/")[0] for name in known if name.endswith("/.zarray")]
    arrays = {
        name: (_second(known[f"{name}/.zarray"]), known.get(f"{name}/.zattrs", {}))
        for name in names if f"{name}/.zarray" in known
    }  # fmt: skip
    return known.get(".zattrs", {}), _plain(arrays)


def _plain(arrays) -> dict:
    return {
        name: found for name, found in arrays.items()
        if found[0] is not None and "/" not in name and name not in (".", "..")
    }  # fmt: skip


def _folders(path) -> list:
    """Names of the arrays of a store that does not list them."""
    if address_of(path):
        raise GroundshiftError(
            f"{path}: does not list its arrays in one file (consolidated metadata), which an "
            "address needs; write it with them, or download it first."
        )
    return sorted(part.name for part in path.iterdir() if part.is_dir())


def _json(path) -> dict:
    return json.loads(_bytes(path))


def _bytes(path) -> bytes:
    with opened(path) as file:
        return file.read()


def _second(about) -> _Kind | None:
    """By version 2; None for what holds no numbers or texts."""
    if not isinstance(about["dtype"], str) or np.dtype(about["dtype"]).kind not in "fiubcS":
        return None
    dtype, shape = np.dtype(about["dtype"]), tuple(about["shape"])
    if about.get("filters"):
        raise _UnknownError(f"the filter '{about['filters'][0]['id']}', which is not read here")
    packing = about["compressor"]
    between = about.get("dimension_separator", ".")
    return _Kind(
        shape, tuple(about["chunks"]), dtype, _void(about["fill_value"], dtype),
        lambda place: between.join(map(str, place)) or "0",
        _unpacking(packing["id"] if packing else None), about["order"],
    )  # fmt: skip


def _third(about) -> _Kind | None:
    """By version 3; None for other types than numbers."""
    if not isinstance(about["data_type"], str) or not _TYPE.fullmatch(about["data_type"]):
        return None
    dtype, unpack = np.dtype(about["data_type"]), _unpacking(None)
    for codec in about["codecs"]:
        if codec["name"] == "bytes":
            big = codec.get("configuration", {}).get("endian") == "big"
            dtype = dtype.newbyteorder(">" if big else "<")
        elif codec["name"] != "crc32c":
            unpack = _unpacking(codec["name"])
    keys = about["chunk_key_encoding"]
    default = keys["name"] == "default"
    between = keys.get("configuration", {}).get("separator", "/" if default else ".")
    first = ("c",) if default else ()
    return _Kind(
        tuple(about["shape"]), tuple(about["chunk_grid"]["configuration"]["chunk_shape"]), dtype,
        _void(about["fill_value"], dtype),
        lambda place: between.join((*first, *map(str, place))) or "0", unpack,
    )  # fmt: skip


def _void(value, dtype):
    if value is None or dtype.kind == "S":
        return np.zeros((), dtype)[()]
    if dtype.kind == "c":
        return dtype.type(complex(*map(float, value)) if isinstance(value, list) else value)
    return dtype.type(float(value) if dtype.kind == "f" else value)


def _unpacking(name):
    """Function that unpacks, of bytes and their number unpacked."""
    if name is None:
        return lambda packed, size: packed
    if name in ("zlib", "gzip"):
        # No more than there has to be: a few bytes can claim any number of them.
        return lambda packed, size: zlib.decompressobj(47).decompress(packed, size)
    try:
        import numcodecs

        codec = numcodecs.get_codec({"id": name})  # the chunks say the rest
    except ImportError as error:
        raise _UnknownError(
            f"chunks packed by '{name}', which the package numcodecs may read; install it"
        ) from error
    except (ValueError, TypeError) as error:
        raise _UnknownError(f"chunks packed by '{name}', which is not read here") from error
    return lambda packed, size: codec.decode(packed)


def _picks(part) -> bool:
    """Whether not all that a box has along an axis is taken."""
    return part.step is not None if isinstance(part, slice) else np.ndim(part) > 0


class _Data:
    """An array, of which parts are read as of a dataset of h5py."""

    def __init__(self, path, name, kind: _Kind, about: dict, pool):
        self._folder, self._path, self._kind, self._pool = path / name, path, kind, pool
        self.name, self.shape, self.dtype = f"/{name}", kind.shape, kind.dtype.newbyteorder("=")
        self.attrs = {"UNIT": about["units"]} if "units" in about else {}
        self.attrs |= {key: about[key] for key in about.keys() & {"format"}}
        if {"scale_factor", "add_offset"} & about.keys():
            raise _UnknownError(f"values of '{name}' that are scaled, which is not undone here")
        self._kept, self._lock = collections.OrderedDict(), threading.Lock()

    @property
    def ndim(self) -> int:
        """Number of axes."""
        return len(self.shape)

    @property
    def size(self) -> int:
        """Number of values."""
        return math.prod(self.shape)

    @property
    def nbytes(self) -> int:
        """Number of bytes."""
        return self.size * self.dtype.itemsize

    @property
    def chunks(self) -> tuple:
        """Shape of the chunks."""
        return self._kind.chunks

    def __len__(self):
        return self.shape[0]

    def __getitem__(self, key):
        box, within = self._parted(key)
        out = np.empty([part.stop - part.start for part in box], self.dtype)
        self._read(box, out)
        return out[tuple(within)]

    def read_direct(self, out, key=()) -> None:
        """Read a part into an array that is there."""
        box, within = self._parted(key)
        if out.flags.c_contiguous and not any(map(_picks, within)):
            self._read(box, out.reshape([part.stop - part.start for part in box]))
        else:
            out[...] = self[key]

    def _parted(self, key) -> tuple:
        """The box that holds what a key asks for, and what to take of it along every axis."""
        key = list(key) if isinstance(key, tuple) else [key]
        rest = [slice(None)] * (self.ndim - sum(part is not Ellipsis for part in key))
        at = next((k for k, part in enumerate(key) if part is Ellipsis), len(key))
        box, within = [], []
        for part, extent in zip(key[:at] + rest + key[at + 1 :], self.shape):
            asked = np.arange(extent)[part]
            first, last = (asked.min(), asked.max() + 1) if asked.size else (0, 0)
            box.append(slice(int(first), int(last)))
            if isinstance(part, slice):
                within.append(slice(None, None, part.step if part.step != 1 else None))
            else:
                within.append(asked - first)
        return box, within

    def _read(self, box, out) -> None:
        """Fill an array with a box."""
        spans = [range(p.start // n, -(-p.stop // n)) for p, n in zip(box, self.chunks)]
        places = list(itertools.product(*spans))
        put = functools.partial(self._put, box, out)
        with damage_told(self._path, self.name[1:]):
            # Unpacking lets other threads work meanwhile.
            collections.deque((self._pool.map if len(places) > 1 else map)(put, places), 0)

    def _put(self, box, out, place) -> None:
        """Put into an array what a chunk has of a box."""
        into, part, whole = [], [], True
        for number, extent, asked in zip(place, self.chunks, box):
            begin = number * extent
            first, last = max(asked.start, begin), min(asked.stop, begin + extent)
            into.append(slice(first - asked.start, last - asked.start))
            part.append(slice(first - begin, last - begin))
            whole &= last - first == extent
        out[tuple(into)] = self._chunk(place, not whole)[tuple(part)]

    def _chunk(self, place, keep: bool) -> np.ndarray:
        """A chunk, unpacked; the last ones of which something is left to read are kept."""
        with self._lock:
            if place in self._kept:
                self._kept.move_to_end(place)
                return self._kept[place]
        found = self._unpacked(place)
        if keep:
            with self._lock:
                self._kept[place] = found
                while len(self._kept) > max(1, ROOM // found.nbytes):
                    self._kept.popitem(last=False)
        return found

    def _unpacked(self, place) -> np.ndarray:
        kind = self._kind
        try:
            packed = _bytes(self._folder / kind.name(place))
        except FileNotFoundError:  # at an address it may be the connection that is missing
            return np.broadcast_to(kind.void, kind.chunks)
        size = math.prod(kind.chunks) * kind.dtype.itemsize
        try:
            raw = kind.unpack(packed, size)
        except (zlib.error, RuntimeError) as error:
            raise ValueError("a chunk cannot be unpacked") from error
        if len(raw) != size:
            raise ValueError("a chunk has another size")
        return np.frombuffer(raw, kind.dtype).reshape(kind.chunks, order=kind.order)
