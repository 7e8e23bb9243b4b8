# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Temporary files and folders beside their targets, and what killed runs leave of them.

A temporary name says which process on which machine uses it, so that the next run can tell what
belongs to a run under way from what a killed one has left.
"""

from __future__ import annotations

import contextlib
import os
import platform
import re
import shutil
import uuid
import zlib
from functools import lru_cache
from pathlib import Path

LONGEST_STEM = 120  # of bytes; names may have 255, and QGIS and GDAL append endings
# .velocity.0f3a55c1-4711-9bd0c2aa.part.tif, and its companions
_TEMPORARY = re.compile(r"\..*\.([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.part(?:[._-].*)?", re.DOTALL)


def temporary_beside(target, kind: str = "part") -> Path:
    """A hidden name in the target's folder that no other run uses.

    Parameters
    ----------
    target : Path
        Its ending is kept as the last one because GDAL and OGR choose drivers by it.
    kind : str
        ``part`` for what :func:`remove_leftovers` may take away.
    """
    stem = target.stem.encode()[:LONGEST_STEM].decode(errors="ignore")
    owner = f"{_machine()}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
    return target.with_name(f".{stem}.{owner}.{kind}{target.suffix}")


def remove_leftovers(folder) -> None:
    """Delete what runs on this machine that were killed have left in a folder."""
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            match = _TEMPORARY.fullmatch(name)
            if match is not None and not in_use(match.group(1), int(match.group(2))):
                remove_whole(Path(folder) / name)


def in_use(machine: str, process: int) -> bool:
    """Whether the process that a temporary name tells of may still run.

    Always true for other machines (folders can be shared) and containers, whose processes are not
    seen from here.
    """
    return machine != _machine() or _is_running(process)


def make_folder(folder) -> list:
    """Make a folder and those above it; returns the new ones, innermost first.

    Raises
    ------
    OSError
        If it cannot be made; then none is left.
    """
    folder = Path(folder)
    new = [f for f in (folder, *folder.parents) if not f.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        remove_empty(new)
        raise
    return new


def remove_empty(folders) -> None:
    """Remove those folders that are empty, innermost first."""
    for folder in folders:
        with contextlib.suppress(OSError):
            folder.rmdir()


def remove_whole(path: Path) -> None:
    """Remove a file, or a folder with all that is in it; nothing where there is none."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with contextlib.suppress(OSError):
        path.unlink()


@lru_cache(maxsize=1)
def _machine() -> str:
    """Short name of the machine, or of the container: within it process numbers mean something."""
    processes = ""
    with contextlib.suppress(OSError):
        processes = os.readlink("/proc/self/ns/pid")
    return f"{zlib.crc32(f'{platform.node()} {processes}'.encode()):08x}"


def _is_running(process: int) -> bool:
    if os.name == "nt":
        return _is_running_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it belongs to somebody else
        return True
    return True


def _is_running_on_windows(process: int) -> bool:
    # os.kill would end it there.
    import ctypes

    query, still_active, no_such_process = 0x1000, 259, 87
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    handle = kernel.OpenProcess(query, False, process)
    if not handle:
        return ctypes.get_last_error() != no_such_process
    code = ctypes.c_ulong()
    known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return not known or code.value == still_active
