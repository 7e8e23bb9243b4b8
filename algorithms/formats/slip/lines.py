# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines of text files of finite faults."""

from __future__ import annotations

import re
from pathlib import Path

from ...errors import GroundshiftError

LARGEST = 64 << 20  # bytes; files of finite faults are a few hundred kilobytes
NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eEdD][-+]?\d+)?"


def read_lines_of(path) -> list:
    """Lines of a text file.

    Raises
    ------
    GroundshiftError
        If it cannot be read, is no text, or is empty.
    """
    path = Path(path)
    try:
        if path.stat().st_size > LARGEST:
            raise GroundshiftError(f"{path}: is too large for a slip model; give the right file.")
        raw = path.read_bytes()
    except OSError as error:
        raise GroundshiftError(f"{path}: cannot be read ({error.strerror}).") from error
    if b"\0" in raw:
        raise GroundshiftError(f"{path}: is no text; give a slip model in one of the formats.")
    lines = raw.decode("utf-8-sig", "replace").splitlines()
    if not any(line.strip() for line in lines):
        raise GroundshiftError(f"{path}: is empty; give a slip model.")
    return lines


def as_number(text: str) -> float:
    """A number as Fortran and C write it.

    Raises
    ------
    ValueError
        If it is none.
    """
    return float(re.sub("[dD]", "e", text, count=1))


def named_number(text: str, name: str) -> float:
    """The number behind ``name =`` in a text; NaN where there is none."""
    found = re.search(rf"(?<![\w#]){name}\s*=\s*({NUMBER})", text, re.IGNORECASE)
    return as_number(found.group(1)) if found else float("nan")
