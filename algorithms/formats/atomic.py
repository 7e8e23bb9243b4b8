# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import importlib.util
import math
import os
import shutil
from pathlib import Path

from ..data.addresses import STORE, STORE_HEADS
from ..errors import Cancelled, GroundshiftError
from .leftovers import (
    make_folder,
    remove_empty,
    remove_leftovers,
    remove_whole,
    temporary_beside,
)

SIDECARS = (".aux.xml", ".ovr", ".msk", "-journal", "-wal", "-shm")
NO_ROOM = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the quota is used up",
    errno.EFBIG: "the file would become larger than is allowed",
}
FULL_BELOW = 1 << 20  # bytes; drivers that cannot write seldom say why


GDAL_ENDINGS = (".tif", ".tiff", ".gpkg")


def need_gdal(what: str = "GeoTIFF and GeoPackage") -> None:
    """Refuse where GDAL's Python package is missing: pip does not bring it along.

    Raises
    ------
    GroundshiftError
    """
    if importlib.util.find_spec("osgeo") is None:
        raise GroundshiftError(
            f"{what}: GDAL's Python package (osgeo) is missing; install it for this Python "
            "(Debian: python3-gdal, conda: gdal), or stay with HDF5 and CSV files."
        )


def _is_full(folder) -> bool:
    with contextlib.suppress(OSError):
        return shutil.disk_usage(folder).free < FULL_BELOW
    return False


def cause_at(path, error: Exception) -> Exception:
    """Why a file could not be written: `error`, or that its disk is full.

    To be asked while the file is there: once it is removed, its disk has room again.
    """
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
    return full if _is_full(Path(path).parent) else error


class Transaction(contextlib.AbstractContextManager):
    """Collects output files and puts them in place together when all are complete.

    Every output is written beside its target under a temporary name. On success the files are
    renamed over their targets; on any error, or when cancelled, they are removed and previous
    results stay as they were. What a killed run has left is removed by the next one in the folder.

    Examples
    --------
    >>> with Transaction() as files:  # doctest: +SKIP
    ...     write_something(files.add("velocity.tif"))
    """

    def __init__(self):
        self._pairs: list[tuple[Path, Path]] = []
        self._scratch: list[Path] = []
        self._folders: list[Path] = []

    def add(self, target) -> Path:
        """Return the temporary path to write to; parent folders are made.

        Raises
        ------
        GroundshiftError
            If there is something at the target that is no file or may not be written, its folder
            cannot be made or written to, another output has the same target, or it needs GDAL and
            there is none.
        """
        target = Path(target)
        if target.suffix.lower() in GDAL_ENDINGS:
            need_gdal(str(target))  # before the work, not after it
        if target.is_symlink():
            target = target.resolve()  # the link stays and what it points to is replaced
        _check_target(target)
        if any(target == other for _, other in self._pairs):
            raise GroundshiftError(
                f"{target}: is given for two outputs; give each a file of its own."
            )
        try:
            self._folders[:0] = make_folder(target.parent)
        except OSError as error:
            raise GroundshiftError(
                f"{target.parent}: the folder cannot be made ({error.strerror}); "
                "choose another place for the output."
            ) from error
        if not os.access(target.parent, os.W_OK):
            raise GroundshiftError(
                f"{target.parent}: the folder cannot be written to; choose another place."
            )
        remove_leftovers(target.parent)
        temporary = temporary_beside(target)
        self._pairs.append((temporary, target))
        return temporary

    def scratch(self, path) -> Path:
        """A file beside the outputs that is gone in the end; named as a temporary path."""
        self._scratch.append(Path(path))
        return self._scratch[-1]

    def drop(self, temporary) -> None:
        """Give up an output that turned out not to be written; its target stays as it was."""
        self._pairs = [pair for pair in self._pairs if pair[0] != temporary]

    def __exit__(self, kind, error, traceback):
        if kind is None:
            self._commit()
            return False
        reason = self._no_room(error)
        self._discard()
        if reason and self._pairs:
            places = ", ".join(sorted({str(target.parent) for _, target in self._pairs}))
            raise GroundshiftError(
                f"{places}: {reason}; free some space or choose another place for the outputs."
            ) from error
        if isinstance(error, ModuleNotFoundError):
            need_gdal()
        if isinstance(error, GroundshiftError):
            text = self._named_by_targets(str(error))
            if text != str(error):
                raise GroundshiftError(text) from error
        return False

    def _no_room(self, error) -> str:
        """Why there was no room for the files, empty where that was not what went wrong."""
        # Every tool imports this module when QGIS starts; this would take a tenth of that time.
        import sqlite3

        cause = error.__cause__ or error
        if isinstance(error, Cancelled) or not isinstance(
            cause, (OSError, RuntimeError, sqlite3.Error)
        ):
            return ""
        for number, reason in NO_ROOM.items():
            # h5py and GDAL pass the system's reason on in the text alone.
            if getattr(cause, "errno", None) == number or os.strerror(number) in str(cause):
                return reason
        if isinstance(cause, sqlite3.Error) and "disk is full" in str(cause):
            return NO_ROOM[errno.ENOSPC]
        full = any(_is_full(target.parent) for _, target in self._pairs)
        return NO_ROOM[errno.ENOSPC] if full else ""

    def _named_by_targets(self, text: str) -> str:
        """A text with the names that the user knows in the place of temporary ones."""
        for temporary, target in self._pairs:
            text = text.replace(str(temporary), str(target))
        return text

    def _commit(self):
        missing = [target for temporary, target in self._pairs if not temporary.exists()]
        if missing:
            self._discard()
            raise GroundshiftError(f"{missing[0]}: could not be written; is the disk full?")
        previous = {}
        try:
            for _, target in self._pairs:
                for ending in ("", *SIDECARS):
                    _keep(Path(f"{target}{ending}"), previous)
            for temporary, target in self._pairs:
                _put_in_place(temporary, target)
        except OSError as failure:
            for place, kept in previous.items():
                _put_back(place, kept)
            self._discard()
            raise GroundshiftError(
                f"{target}: cannot be replaced ({failure.strerror}); close the program that has "
                "it open, or choose another name."
            ) from failure
        finally:
            for kept in (*filter(None, previous.values()), *self._scratch):
                remove_whole(kept)

    def _discard(self):
        for path in self._scratch:
            remove_whole(path)
        for temporary, _ in self._pairs:
            for ending in ("", *SIDECARS):
                remove_whole(Path(f"{temporary}{ending}"))
        remove_empty(self._folders)


def joining(files):
    """A transaction of one's own, or the caller's, who has more to put in place with it.

    Parameters
    ----------
    files : Transaction or None
    """
    return Transaction() if files is None else contextlib.nullcontext(files)


def is_store(folder: Path) -> bool:
    """Whether a folder is a Zarr store, which is replaced as a file is."""
    return folder.suffix.lower() == STORE and any((folder / name).is_file() for name in STORE_HEADS)


def _check_target(target: Path) -> None:
    if target.is_dir() and not is_store(target):
        raise GroundshiftError(f"{target}: is a folder; give the name of a file.")
    if target.exists() and not (target.is_file() or target.is_dir()):
        raise GroundshiftError(f"{target}: is no plain file; give the name of one.")
    if target.exists() and not os.access(target, os.W_OK):
        raise GroundshiftError(
            f"{target}: may not be written to; make it writable or choose another name."
        )


def _keep(place: Path, previous: dict) -> None:
    """Give a file a second name under which it outlives being replaced, where the disk can.

    A store (a folder) is moved out of the way.
    """
    if not place.exists():
        previous[place] = None
        return
    kept = temporary_beside(place)
    if place.is_dir():  # nothing is renamed over a folder
        os.replace(place, kept)
        previous[place] = kept
        return
    with contextlib.suppress(OSError, NotImplementedError):
        os.link(place, kept)
        previous[place] = kept


def _put_in_place(temporary: Path, target: Path) -> None:
    os.replace(temporary, target)
    for ending in SIDECARS:
        old, new = Path(f"{target}{ending}"), Path(f"{temporary}{ending}")
        if new.exists():
            os.replace(new, old)
        elif old.exists():
            old.unlink()


def _put_back(place: Path, kept) -> None:
    """Undo a replacement; `kept` is None where there was no file before."""
    with contextlib.suppress(OSError):
        if kept is None:
            remove_whole(place)
        else:
            if kept.is_dir():
                remove_whole(place)
            os.replace(kept, place)


def check_free_space(folder, bytes_needed: float) -> None:
    """Refuse early where a file of known size cannot fit.

    Raises
    ------
    GroundshiftError
        If the disk that holds `folder` has less than `bytes_needed` left.
    """
    folder = Path(folder)
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    if free < bytes_needed:
        raise GroundshiftError(
            f"{folder}: {size_text(bytes_needed, math.ceil)} are needed and {size_text(free)} are "
            "free; free some space or choose another place."
        )


def size_text(size: float, rounded=math.floor) -> str:
    """A number of bytes in the unit that shows it, to a tenth: ``1.2 MB``.

    Parameters
    ----------
    size : float
        Bytes.
    rounded : function
        Up (`math.ceil`) for what is needed, down for what there is: never the same number for both.
    """
    units = (("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3))
    unit, factor = next((pair for pair in units if size >= pair[1]), units[-1])
    return f"{rounded(round(size / factor * 10, 6)) / 10:.1f} {unit}"
