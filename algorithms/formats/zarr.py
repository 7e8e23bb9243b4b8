# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stacks and series as Zarr stores, which xarray and GDAL open with places, dates and units.

Formats: https://zarr-specs.readthedocs.io (versions 2 and 3; folders of JSON and of chunks packed
by zlib or gzip), dimensions named as xarray has them, all else as the CF conventions 1.8. For GDAL
there is its own ``_CRS``, too.
"""

from __future__ import annotations

import itertools
import json
import math
import os
import zlib
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from ..data.grid import TILE_COLS, TILE_ROWS
from ..errors import GroundshiftError
from .atomic import Transaction, check_free_space
from .hdf5.labelled import LabelledSource
from .stores import DATE_FORMAT

CHUNK_VALUES = 1 << 19
"""Of a chunk, at most: as many pages as that gives of a tile, with which blocks line up."""
LEVEL = 1
"""Of packing: higher ones gain a few per cent for several times the work."""
SAMPLE = TILE_ROWS * TILE_COLS * 4  # bytes: of single precision a page of a chunk
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
    with Transaction() as files:
        write_store(path, files.add(target), version=version)


def write_store(path, folder: Path, job=None, version: int = 2) -> None:
    """Write a store to a new folder; see :func:`to_zarr`.

    Parameters
    ----------
    path, folder : path
    job : Job, optional
        Of the run that wants it.
    version : int
    """
    threads = (job and job.workers) or os.cpu_count() or 1
    with LabelledSource(path) as source, ThreadPoolExecutor(threads) as pool:
        variables, tables = source.variables(), source.tables()
        if not variables:
            raise GroundshiftError(
                f"{path}: has no datasets on its grid; give a stack, series or geometry."
            )
        kinds = [source.kind(name) for name in variables]
        size = sum(math.prod(shape) * dtype.itemsize for shape, dtype in kinds)
        check_free_space(folder.parent, 0.5 * size)
        count = sum(math.prod(map(len, _spans(shape))) for shape, _ in kinds)
        store = _STORES[version](folder, _Behind(pool, threads), job and job.steps(count))
        for name, (dims, values, about) in source.coordinates().items():
            values, about = _days(np.asarray(values), about)
            store.array(name, (dims,) if isinstance(dims, str) else dims, values, about)
        for name in tables:
            values, about = _Pages(source, name, *source.kind(name)), {}
            if values.dtype.kind == "S":
                values, about = _whole_numbers(values[()]), {"format": DATE_FORMAT}
            store.array(name, tuple(f"{name}_{k}" for k in range(len(values.shape))), values, about)
        for name, dims in variables.items():
            pages = _Pages(source, name, *source.kind(name))
            store.array(name, dims, pages, _about(source, name, dims), counted=True)
        store.close(source.about())


def _packed(raw, container: int) -> bytes:
    """Bytes of a chunk as a stream of zlib (container 15) or gzip (31).

    Noise holds nothing that occurs twice, and not to look for it takes a third of the time; whether
    it does (no data, few values), a sample tells.
    """
    middle = len(raw) // 2
    part = raw[middle : middle + SAMPLE]
    strategies = zlib.Z_DEFAULT_STRATEGY, zlib.Z_HUFFMAN_ONLY
    whole, quick = (len(_stream(part, container, one)) for one in strategies)
    return _stream(raw, container, strategies[quick < 1.02 * whole])


def _stream(raw, container, strategy) -> bytes:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, container, zlib.DEF_MEM_LEVEL, strategy)
    return packer.compress(raw) + packer.flush()


class _Behind:
    """Work that threads do while the next chunk is read; not more of it waits than they need."""

    def __init__(self, pool, threads: int):
        self._pool, self._most, self._waiting = pool, 2 * threads, deque()

    def add(self, work, *given) -> None:
        self._waiting.append(self._pool.submit(work, *given))
        while len(self._waiting) > self._most:
            self._waiting.popleft().result()

    def finish(self) -> None:
        while self._waiting:
            self._waiting.popleft().result()


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


def _whole_numbers(texts):
    """Dates YYYYMMDD, 0 for no date."""
    return np.where(np.char.isdigit(texts), texts, b"0").astype(np.int64)


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
    """Shape of chunks: tiles of the grid with as many pages as give a few megabytes."""
    if len(shape) < 2:
        return tuple(max(1, extent) for extent in shape)
    rows, cols = min(shape[-2], TILE_ROWS), min(shape[-1], TILE_COLS)
    return (*(min(n, max(1, CHUNK_VALUES // (rows * cols))) for n in shape[:-2]), rows, cols)


def _spans(shape) -> list:
    """Numbers of the chunks along every axis."""
    return [range(-(-extent // chunk)) for extent, chunk in zip(shape, _chunks(shape))]


class _Store:
    """A store that is written array by array.

    Parameters
    ----------
    folder : Path
        A new one.
    behind : _Behind
        Packs and writes.
    step : callable, optional
        Called for every chunk of what is counted.
    """

    def __init__(self, folder: Path, behind: _Behind, step=None):
        self._folder, self._behind, self._step, self._known = folder, behind, step, {}
        folder.mkdir()

    def array(self, name, dims, values, about, counted: bool = False) -> None:
        """Write an array of any size; `values` gives the part that a tuple of slices asks for."""
        folder, shape = self._folder / name, values.shape
        chunks, dtype = _chunks(shape), values.dtype.newbyteorder("<")
        self._describe(name, dims, shape, chunks, dtype, about)
        for place in itertools.product(*_spans(shape)):
            part = tuple(slice(i * n, min((i + 1) * n, full))
                         for i, n, full in zip(place, chunks, shape))  # fmt: skip
            self._behind.add(self._put, folder / self._key(place), values[part], chunks, dtype)
            if counted and self._step is not None:
                self._step()
        self._behind.finish()

    def _put(self, file, found, chunks, dtype):
        block = found.astype(dtype, copy=False)
        if found.shape != chunks:
            block = np.zeros(chunks, dtype)
            block[tuple(slice(0, extent) for extent in found.shape)] = found
        file.parent.mkdir(parents=True, exist_ok=True)
        raw = np.ascontiguousarray(block).reshape(-1).view(np.uint8)
        file.write_bytes(_packed(raw, self.CONTAINER))

    def _write(self, name: str, content: dict) -> None:
        file = self._folder / name
        file.parent.mkdir(exist_ok=True)
        text = json.dumps(content, default=_plain, indent=1)
        file.write_text(text, encoding="utf-8")


class _Second(_Store):
    """Version 2."""

    CONTAINER = 15

    def _key(self, place):
        return ".".join(map(str, place)) or "0"

    def _describe(self, name, dims, shape, chunks, dtype, about):
        void = {"f": "NaN", "c": ["NaN", "NaN"]}.get(dtype.kind)
        self._tell(f"{name}/.zarray", {
            "zarr_format": 2, "shape": shape, "chunks": chunks, "dtype": dtype.str, "order": "C",
            "compressor": {"id": "zlib", "level": LEVEL}, "filters": None, "fill_value": void,
        })  # fmt: skip
        self._tell(f"{name}/.zattrs", {"_ARRAY_DIMENSIONS": dims, **about})

    def _tell(self, name, content):
        self._known[name] = content
        self._write(name, content)

    def close(self, about) -> None:
        """Describe the whole; all descriptions are in one file, too."""
        self._tell(".zgroup", {"zarr_format": 2})
        self._tell(".zattrs", about)
        self._write(".zmetadata", {"zarr_consolidated_format": 1, "metadata": self._known})


class _Third(_Store):
    """Version 3."""

    CONTAINER = 31

    def _key(self, place):
        return "/".join(("c", *map(str, place)))

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
