# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of steps (YAML), and the notes beside them on what is done."""

from __future__ import annotations

import json
from pathlib import Path

from ...errors import GroundshiftError
from ..atomic import Transaction


def read_steps(path) -> dict:
    """A file of steps as it stands.

    Raises
    ------
    GroundshiftError
        If it cannot be read as YAML, or is none of steps.
    """
    import yaml

    try:
        found = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise GroundshiftError(
            f"{path}: cannot be read as YAML ({error}); check the file."
        ) from error
    steps = found.get("steps") if isinstance(found, dict) else None
    if not isinstance(steps, list) or not all(isinstance(s, dict) and "tool" in s for s in steps):
        raise GroundshiftError(
            f"{path}: holds no steps; write 'steps:' with a list, each with its 'tool'."
        )
    return found


def notes_beside(path) -> Path:
    """Where it is noted which steps of a file are done."""
    return Path(f"{path}.done.json")


def read_notes(path) -> dict:
    """What is noted of a file of steps; nothing where there are no notes that can be read."""
    try:
        return json.loads(notes_beside(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def write_notes(path, notes: dict) -> None:
    """Note what is done."""
    with Transaction() as files:
        files.add(notes_beside(path)).write_text(json.dumps(notes, indent=1), encoding="utf-8")
