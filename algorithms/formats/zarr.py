# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stacks and series as Zarr stores, which xarray and GDAL open with places, dates and units.

Formats: https://zarr-specs.readthedocs.io (versions 2 and 3; folders of JSON and of chunks packed
by zlib or gzip), dimensions named as xarray has them, all else as the CF conventions 1.8. For GDAL
there is its own ``_CRS``, too.
"""

from __future__ import annotations

import gzip
import itertools
import json
import zlib
from pathlib import Path

import numpy as np

from ..errors import GroundshiftError
from .atomic import Transaction, check_free_space
from .hdf5.labelled import LabelledSource

CHUNK = 256
"""Rows and columns of a chunk, at most."""
CHUNK_VALUES = 1 << 20
LEVEL = 1
"""Of packing: higher ones gain a few per cent for several times the work."""
V3_TYPES = {"f": "float", "i": "int", "u": "uint", "c": "complex", "b": "bool"}


def to_zarr(path, target, version: int = 2) -> None:
    """Write a stack, series, stack of images or geometry file as a Zarr store.

    It is copied chunk by chunk and appears whole or not at all.

    Parameters
    ----------
    path : path
        HDF5 in MintPy's layout, also at an address.
    target : path
        A folder ``*.zarr``; a store that is there is replaced.
    version : int
        2, which GDAL and all readers know, or 3.

    Raises
    ------
    GroundshiftError
        If the file cannot be used, or the store cannot be written.
    """
    target = Path(target)
    if version not in _STORES:
        raise GroundshiftError(f"version: {version} is no version of Zarr; give 2 or 3.")
    if target.suffix.lower() != ".zarr":
        raise GroundshiftError(f"{target}: is no name for a Zarr store; let it end in .zarr.")
    with LabelledSource(path) as source, Transaction() as files:
        store = _STORES[version](files.add(target))
        variables = source.variables()
        if not variables:
            raise GroundshiftError(
                f"{path}: has no datasets on its grid; give a stack, series or geometry."
            )
        for name, (dims, values, about) in source.coordinates().items():
            values, about = _days(np.asarray(values), about)
            store.array(name, (dims,) if isinstance(dims, str) else dims, values, about)
        check_free_space(target.parent, 0.5 * _largest(source, variables))
        for name, dims in variables.items():
            shape, dtype = source.kind(name)
            store.array(name, dims, _Pages(source, name, shape, dtype), _about(source, name, dims))
        store.close(source.about())


def _largest(source, variables) -> int:
    """Bytes of the datasets, unpacked."""
    kinds = map(source.kind, variables)
    return sum(int(np.prod(shape)) * dtype.itemsize for shape, dtype in kinds)


class _Pages:
    """A dataset that is read chunk by chunk."""

    def __init__(self, source, name, shape, dtype):
        self._source, self._name, self.shape, self.dtype = source, name, shape, dtype

    def __getitem__(self, key):
        return self._source.get(self._name, key)


def _days(values, about):
    """Dates as whole days since the first, as CF has them."""
    if values.dtype.kind != "M":
        return values, about
    days = values.astype("datetime64[D]")
    since = days.min()
    units = {"units": f"days since {since}", "calendar": "proleptic_gregorian"}
    return (days - since).astype(np.int64), {**about, **units}


def _about(source, name, dims) -> dict:
    about = source.described(name)
    if about.get("grid_mapping") and dims[-2:] == ("y", "x"):
        about["_CRS"] = {"wkt": source.grid.crs}
    if dims[0] == "pair":
        about["coordinates"] = "reference_date secondary_date"
    return about


def _plain(value):
    """What JSON takes for a value of NumPy."""
    return value.tolist() if isinstance(value, (np.generic, np.ndarray)) else str(value)


def _chunks(shape) -> tuple:
    """Shape of chunks: squares of the grid with as many pages as give a few megabytes."""
    if len(shape) < 2:
        return tuple(max(1, extent) for extent in shape)
    rows, cols = (min(extent, CHUNK) for extent in shape[-2:])
    return (*(min(n, max(1, CHUNK_VALUES // (rows * cols))) for n in shape[:-2]), rows, cols)


class _Store:
    """A store that is written array by array.

    Parameters
    ----------
    folder : Path
        A new one.
    """

    def __init__(self, folder: Path):
        self._folder, self._known = folder, {}
        folder.mkdir()

    def array(self, name, dims, values, about) -> None:
        """Write an array of any size; `values` gives the part that a tuple of slices asks for."""
        folder, shape = self._folder / name, values.shape
        chunks, dtype = _chunks(shape), values.dtype.newbyteorder("<")
        self._describe(name, dims, shape, chunks, dtype, about)
        spans = [range(-(-extent // chunk)) for extent, chunk in zip(shape, chunks)]
        for place in itertools.product(*spans):
            part = tuple(slice(i * n, min((i + 1) * n, full))
                         for i, n, full in zip(place, chunks, shape))  # fmt: skip
            block = np.zeros(chunks, dtype)
            found = values[part]
            block[tuple(slice(0, extent) for extent in found.shape)] = found
            file = folder / self._key(place)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(self._packed(block.tobytes()))

    def _write(self, name: str, content: dict) -> None:
        file = self._folder / name
        file.parent.mkdir(exist_ok=True)
        text = json.dumps(content, default=_plain, indent=1)
        file.write_text(text, encoding="utf-8")


class _Second(_Store):
    """Version 2."""

    def _key(self, place):
        return ".".join(map(str, place)) or "0"

    def _packed(self, block: bytes) -> bytes:
        return zlib.compress(block, LEVEL)

    def _describe(self, name, dims, shape, chunks, dtype, about):
        void = {"f": "NaN", "c": ["NaN", "NaN"]}.get(dtype.kind)
        self._put(f"{name}/.zarray", {
            "zarr_format": 2, "shape": shape, "chunks": chunks, "dtype": dtype.str, "order": "C",
            "compressor": {"id": "zlib", "level": LEVEL}, "filters": None, "fill_value": void,
        })  # fmt: skip
        self._put(f"{name}/.zattrs", {"_ARRAY_DIMENSIONS": dims, **about})

    def _put(self, name, content):
        self._known[name] = content
        self._write(name, content)

    def close(self, about) -> None:
        """Describe the whole; all descriptions are in one file, too."""
        self._put(".zgroup", {"zarr_format": 2})
        self._put(".zattrs", about)
        self._write(".zmetadata", {"zarr_consolidated_format": 1, "metadata": self._known})


class _Third(_Store):
    """Version 3."""

    def _key(self, place):
        return "/".join(("c", *map(str, place)))

    def _packed(self, block: bytes) -> bytes:
        return gzip.compress(block, LEVEL, mtime=0)

    def _describe(self, name, dims, shape, chunks, dtype, about):
        bits = "" if dtype.kind == "b" else 8 * dtype.itemsize
        void = {"f": "NaN", "c": ["NaN", "NaN"], "b": False}.get(dtype.kind, 0)
        little = {} if dtype.itemsize == 1 else {"configuration": {"endian": "little"}}
        self._known[name] = {
            "zarr_format": 3, "node_type": "array", "shape": shape,
            "data_type": f"{V3_TYPES[dtype.kind]}{bits}",
            "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": chunks}},
            "chunk_key_encoding": {"name": "default", "configuration": {"separator": "/"}},
            "codecs": [{"name": "bytes", **little},
                       {"name": "gzip", "configuration": {"level": LEVEL}}],
            "fill_value": void, "attributes": about, "dimension_names": dims,
        }  # fmt: skip
        self._write(f"{name}/zarr.json", self._known[name])

    def close(self, about) -> None:
        """Describe the whole; all descriptions are in one file, too."""
        known = {"kind": "inline", "must_understand": False, "metadata": self._known}
        self._write("zarr.json", {
            "zarr_format": 3, "node_type": "group", "attributes": about,
            "consolidated_metadata": known,
        })  # fmt: skip


_STORES = {2: _Second, 3: _Third}
