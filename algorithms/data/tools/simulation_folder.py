# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The folder of a simulation, which takes its place when it is complete."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
from dataclasses import asdict
from pathlib import Path

from ...errors import GroundshiftError
from ...formats.atomic import check_free_space
from ...formats.leftovers import (
    in_use,
    make_folder,
    remove_empty,
    remove_leftovers,
    temporary_beside,
)

MANIFEST = "simulation.json"


def write_manifest(stage: Path, fmt: str, options) -> None:
    """Note what was simulated and which files are ours, for the next run into this folder.

    Parameters
    ----------
    stage : Path
        The folder, with all files.
    fmt : str
    options : dataclass
        What was simulated.
    """
    files = sorted(p.relative_to(stage).as_posix() for p in stage.rglob("*") if p.is_file())
    content = {"format": fmt, "options": asdict(options), "files": [*files, MANIFEST]}
    (stage / MANIFEST).write_text(json.dumps(content, indent=1))


def _manifest_files(folder: Path):
    """The files of a former simulation in a folder, None where there was none."""
    try:
        return set(json.loads((folder / MANIFEST).read_text())["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


@contextlib.contextmanager
def replaced(folder: Path, size: float):
    """A new folder beside `folder` that takes its place when the block ends well.

    Parameters
    ----------
    folder : Path
        Missing, empty, or with a former simulation, whose files are replaced; others stay.
    size : float
        Bytes that will be needed.

    Raises
    ------
    GroundshiftError
        If it holds something else, or cannot be written.
    """
    if folder.is_file():
        raise GroundshiftError(f"{folder}: is a file; give the name of a folder.")
    _recover(folder)
    if folder.is_dir() and _manifest_files(folder) is None and any(folder.iterdir()):
        raise GroundshiftError(
            f"{folder}: is not empty and holds no simulation; choose another folder or empty it."
        )
    stage = temporary_beside(folder)
    made = []
    try:
        made = make_folder(stage.parent)
        remove_leftovers(stage.parent)
        stage.mkdir()
    except OSError as error:
        remove_empty(made)
        raise GroundshiftError(
            f"{folder.parent}: the folder cannot be written to ({error.strerror or error}); "
            "choose another place."
        ) from error
    try:
        check_free_space(folder.parent, size)
        yield stage
        _swap(stage, folder)
    except OSError as error:
        raise GroundshiftError(
            f"{folder}: cannot be written ({error.strerror or error}); free some space or "
            "choose another place."
        ) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        remove_empty(made)


def _recover(folder: Path) -> None:
    """Bring back a folder that a run was about to replace when it was killed."""
    pattern = re.compile(
        rf"\.{re.escape(folder.stem)}\.([0-9a-f]{{8}})-(\d+)-[0-9a-f]{{8}}\.previous"
        rf"{re.escape(folder.suffix)}"
    )
    if not folder.parent.is_dir():
        return
    for path in folder.parent.iterdir():
        match = pattern.fullmatch(path.name)
        if match is None or in_use(match.group(1), int(match.group(2))):
            continue
        if folder.exists():
            shutil.rmtree(path, ignore_errors=True)
        else:
            os.replace(path, folder)


def _swap(stage: Path, folder: Path) -> None:
    """Put the new folder in the place of the old one and keep files that are not ours."""
    if not folder.exists():
        os.replace(stage, folder)
        return
    ours = _manifest_files(folder) or set()
    previous = temporary_beside(folder, "previous")
    os.replace(folder, previous)
    try:
        os.replace(stage, folder)
    except OSError:
        os.replace(previous, folder)
        raise
    for path in [p for p in previous.rglob("*") if p.is_file()]:
        name = path.relative_to(previous).as_posix()
        sidecar = any(name.startswith(f"{own}.") for own in ours)
        if name not in ours and not sidecar and not (folder / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, folder / name)
    shutil.rmtree(previous, ignore_errors=True)
