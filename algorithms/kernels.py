# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba's compiler with a cache that knows what a kernel is made of.

Numba's own cache asks for the time and size of the kernel's file. It compiles everything anew after
an update that changed nothing, as all files are new ones then, and nothing after a change in a file
that the kernel's imports from. Here it is the content of both that counts.
"""

from __future__ import annotations

import contextlib
import functools
import glob
import hashlib
import os
import re
import uuid
from pathlib import Path

import numba
from numba import get_num_threads, prange  # noqa: F401  (had here with njit)

# OpenMP's threads wait for the next kernel by turning round, on cores that read the next block or
# belong to another program: beside one, a chain of tools took twice to four times as long by it.
# Its library looks at this when the first kernel starts its threads.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

PACKAGE = Path(__file__).resolve().parent
NUMBAS = (
    "_source_stamp", "_index_name", "_cache_path", "_load_index", "_save_index", "_save_data",
)  # fmt: skip
"""What of numba's cache is used here."""
_IMPORT = re.compile(r"^\s*from (\.+)([\w.]*) import (\([^)]*\)|[^\n#]*)", re.MULTILINE)


def njit(function=None, **options):
    """:func:`numba.njit`, with the cache's stamp by :func:`stamp`.

    Parameters
    ----------
    function : function, optional
        Of a file of the package.
    **options
        Those of numba.
    """
    if function is None:
        return functools.partial(njit, **options)
    kernel = numba.njit(**options)(function)
    kept = getattr(getattr(kernel, "_cache", None), "_cache_file", None)
    if all(hasattr(kept, name) for name in NUMBAS):  # else numba's own ways hold
        kept._source_stamp = stamp(Path(function.__code__.co_filename).resolve())
        kept.save = functools.partial(_save, kept)
    return kernel


def _save(kept, key, data):
    """Keep what was compiled, under a name of its own that the index learns when it is there.

    Numba numbers the files: of two processes that compile a kernel for other types at the same
    moment both take one number, and each may then run the other's machine code.

    Parameters
    ----------
    kept : numba.core.caching.IndexDataCacheFile
        Of a kernel.
    key, data : object
        The types and the machine, and what was compiled for them.
    """
    base = kept._index_name.rpartition(".")[0]
    name = f"{base}.{uuid.uuid4().hex[:16]}.nbc"
    kept._save_data(name, data)
    named = {**kept._load_index(), key: name}
    kept._save_index(named)
    for path in Path(kept._cache_path).glob(f"{glob.escape(base)}.*.nbc"):
        if path.name not in named.values():
            with contextlib.suppress(OSError):  # who looks for it compiles anew
                path.unlink()


@functools.cache
def stamp(path: Path) -> str:
    """What a file and all that it imports from the package contain, as a digest."""
    digest = hashlib.blake2b(digest_size=12)
    for source in sorted(_sources(path)):
        digest.update(_content(source))
    return digest.hexdigest()


def _sources(path) -> set:
    """A file, and those of the package that it needs, directly or not."""
    found, ahead = set(), [path]
    while ahead:
        path = ahead.pop()
        if path not in found:
            found.add(path)
            ahead += _imported(path)
    return found


def remove_outdated(folder) -> None:
    """Remove from a cache what was compiled from functions that are not there any more.

    Parameters
    ----------
    folder : path
        Numba's ``CACHE_DIR``; of other packages' kernels it must hold none.
    """
    there = set()
    for path in PACKAGE.rglob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        there |= {
            f"{path.stem}-{number}" for number, line in enumerate(lines, 1) if "@njit" in line
        }
    for path in Path(folder).glob("*/*.nb?"):
        found = re.match(r"(\w+)\..*-(\d+)\.py", path.name)
        if found and f"{found[1]}-{found[2]}" not in there:
            with contextlib.suppress(OSError):
                path.unlink()


@functools.cache
def _content(path) -> bytes:
    return path.read_bytes()


@functools.cache
def _imported(path) -> list:
    """Files of the package that a file imports from."""
    found = []
    for dots, module, names in _IMPORT.findall(_content(path).decode("utf-8")):
        place = path.parents[len(dots) - 1].joinpath(*filter(None, module.split(".")))
        below = [
            place / name.split()[0] for name in names.strip("() \n").split(",") if name.strip()
        ]
        for candidate in (place, *below):
            file = candidate.with_suffix(".py")
            if file.is_file() and PACKAGE in file.parents:
                found.append(file)
    return found
