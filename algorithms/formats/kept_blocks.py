# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Results of blocks that are kept in a folder until a run is done.

One that was cut off goes on where it stopped; workers of a cluster that see the folder write their
results there.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import struct
import time
import uuid
from pathlib import Path

import numpy as np

from ..data.grid import Window
from ..data.packing import pack, unpack
from ..errors import GroundshiftError
from .leftovers import temporary_beside

WINDOWS = "windows.json"
RESULT = "{:07d}.block"
_HEAD = struct.Struct("<8sQ")  # what it is, length of what is not in arrays
_MAGIC = b"GSBLOCK1"


class KeptRun:
    """Results of all passes of a run, a folder each.

    Parameters
    ----------
    folder : path
        Which the user has given.
    """

    def __init__(self, folder):
        self.folder, self._passes = Path(folder), {}

    def blocks(self, digest: str) -> KeptBlocks:
        """Those of one pass; see :func:`...kept.digest_of`."""
        return self._passes.setdefault(digest, KeptBlocks(self.folder / digest))

    def count(self) -> int:
        """Results that are there."""
        return sum(len(blocks.done()) for blocks in self._passes.values())

    def discard(self) -> None:
        """Remove all that this run has kept or used."""
        for blocks in self._passes.values():
            blocks.discard()


class KeptBlocks:
    """Results of one pass over a scene, a file each.

    Parameters
    ----------
    folder : path
        Of this pass alone.
    """

    def __init__(self, folder):
        self.folder = Path(folder)

    def windows(self, planned: list) -> list:
        """Windows to go by: those of the run before, where they take no more memory.

        Parameters
        ----------
        planned : list of Window
            As they would be without any.
        """
        try:
            values = json.loads((self.folder / WINDOWS).read_text(encoding="utf-8"))
            before = [Window(*map(int, value)) for value in values]
        except (OSError, ValueError, TypeError):
            before = []
        most = max(window.size for window in planned)
        covered = sum(window.size for window in before) == sum(window.size for window in planned)
        if covered and max(window.size for window in before) <= most:
            return before
        self.discard()
        self.make()
        text = json.dumps([[w.row, w.col, w.height, w.width] for w in planned])
        with self._written(self.folder / WINDOWS) as file:
            file.write(text.encode())
        return planned

    def make(self) -> None:
        """Make the folder.

        Raises
        ------
        GroundshiftError
            If that is impossible.
        """
        with self._told():
            self.folder.mkdir(parents=True, exist_ok=True)

    @contextlib.contextmanager
    def token(self):
        """A file in the folder for a while, by which others tell that they see it."""
        path = self.folder / f"token-{uuid.uuid4().hex}"
        with self._written(path):
            pass
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)

    def done(self) -> set:
        """Numbers of the blocks that are there."""
        names = os.listdir(self.folder) if self.folder.is_dir() else ()
        return {int(name[:7]) for name in names if name.endswith(".block") and name[:7].isdigit()}

    def save(self, number: int, result) -> bool:
        """Keep the result of a block; whole, or not at all.

        Returns
        -------
        bool
            Whether it is one that can be kept; see :func:`..data.packing.pack`.

        Raises
        ------
        GroundshiftError
            If it cannot be written.
        """
        try:
            tree, arrays = pack(result)
        except TypeError:
            return False
        said = json.dumps([len(arrays), tree]).encode()
        with self._written(self.folder / RESULT.format(number)) as file:
            file.write(_HEAD.pack(_MAGIC, len(said)) + said)
            for values in arrays:
                np.lib.format.write_array(file, values, allow_pickle=False)
        return True

    def load(self, number: int, patience: float = 0.0) -> tuple:
        """The result of a block, alone in a tuple; empty where there is none, or a damaged one.

        Parameters
        ----------
        number : int
        patience : float
            Seconds to wait for it: other machines see a file of shared storage later.
        """
        path, deadline = self.folder / RESULT.format(number), time.monotonic() + patience
        while not path.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
            os.listdir(self.folder)  # asks the storage anew
        try:
            with open(path, "rb") as file:
                magic, length = _HEAD.unpack(file.read(_HEAD.size))
                if magic != _MAGIC:
                    return ()
                count, tree = json.loads(file.read(length))
                read = np.lib.format.read_array
                return (unpack(tree, [read(file, allow_pickle=False) for _ in range(count)]),)
        except (OSError, struct.error, ValueError, TypeError, EOFError, MemoryError):
            return ()

    def discard(self) -> None:
        """Remove all that is kept."""
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextlib.contextmanager
    def _written(self, path):
        """A file that gets its name when it is whole."""
        beside = temporary_beside(path)
        with self._told():
            try:
                with open(beside, "wb") as file:
                    yield file
                os.replace(beside, path)
            except BaseException:
                beside.unlink(missing_ok=True)
                raise

    @contextlib.contextmanager
    def _told(self):
        try:
            yield
        except OSError as error:
            raise GroundshiftError(
                f"{self.folder.parent}: results of blocks cannot be kept there ({error.strerror}); "
                "make room, or give another folder to resume from."
            ) from error
