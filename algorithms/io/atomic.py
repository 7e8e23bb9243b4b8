# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import uuid
from pathlib import Path

from ..errors import GroundshiftError

SIDECARS = (".aux.xml", ".ovr", ".msk", "-journal", "-wal", "-shm")


class Transaction(contextlib.AbstractContextManager):
    """Collects output files and puts them in place together when all are complete.

    Every output is written beside its target under a temporary name. On success the files are
    renamed over their targets; on any error, or when cancelled, they are removed and previous
    results stay as they were.

    Examples
    --------
    >>> with Transaction() as files:  # doctest: +SKIP
    ...     write_something(files.add("velocity.tif"))
    """

    def __init__(self):
        self._pairs: list[tuple[Path, Path]] = []

    def add(self, target) -> Path:
        """Return the temporary path to write to; parent folders are made.

        Raises
        ------
        GroundshiftError
            If the folder of the target cannot be made or written to.
        """
        target = Path(target)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise GroundshiftError(
                f"{target.parent}: the folder cannot be made ({error.strerror}); "
                "choose another place for the output."
            ) from error
        if target.is_dir():
            raise GroundshiftError(f"{target}: is a folder; give the name of a file.")
        if not os.access(target.parent, os.W_OK):
            raise GroundshiftError(
                f"{target.parent}: the folder cannot be written to; choose another place."
            )
        # The ending stays last because GDAL and OGR choose drivers by it.
        temporary = target.with_name(f".{target.stem}.{uuid.uuid4().hex[:8]}.part{target.suffix}")
        self._pairs.append((temporary, target))
        return temporary

    def drop(self, temporary) -> None:
        """Give up an output that turned out not to be written; its target stays as it was."""
        self._pairs = [pair for pair in self._pairs if pair[0] != temporary]

    def __exit__(self, kind, error, traceback):
        if kind is None:
            self._commit()
            return False
        self._discard()
        # h5py passes the system's reason on in the text alone.
        full = isinstance(error, OSError) and (
            error.errno == errno.ENOSPC or os.strerror(errno.ENOSPC) in str(error)
        )
        if full:
            places = ", ".join(sorted({str(target.parent) for _, target in self._pairs}))
            raise GroundshiftError(
                f"{places}: the disk is full; free some space or choose another place for the "
                "outputs."
            ) from error
        return False

    def _commit(self):
        missing = [target for temporary, target in self._pairs if not temporary.exists()]
        if missing:
            self._discard()
            raise GroundshiftError(f"{missing[0]}: could not be written; is the disk full?")
        try:
            for temporary, target in self._pairs:
                os.replace(temporary, target)
                for ending in SIDECARS:
                    old = Path(f"{target}{ending}")
                    new = Path(f"{temporary}{ending}")
                    if new.exists():
                        os.replace(new, old)
                    elif old.exists():
                        old.unlink()
        except OSError as failure:
            self._discard()
            raise GroundshiftError(
                f"{target}: cannot be replaced ({failure.strerror}); close the program that has "
                "it open, or choose another name."
            ) from failure

    def _discard(self):
        for temporary, _ in self._pairs:
            for ending in ("", *SIDECARS):
                with contextlib.suppress(OSError):
                    Path(f"{temporary}{ending}").unlink()


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
            f"{folder}: {bytes_needed / 1e9:.1f} GB are needed and {free / 1e9:.1f} GB are free; "
            "free some space or choose another place."
        )
