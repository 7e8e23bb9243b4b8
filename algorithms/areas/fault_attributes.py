# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What fault inventories write into their fields: tuples, letters, words, and nothing at all."""

from __future__ import annotations

import re

import numpy as np

USUAL_FIELDS = {
    "name": ("name", "fault_name", "fs_name", "faultname", "catalog_name"),
    "kind": ("slip_type", "kind", "type", "fault_type", "kinematics", "sense"),
    "dip": ("average_dip", "dip", "dip_deg", "avg_dip"),
    "dip_direction": ("dip_dir", "dip_direction", "dipdir", "dip_azimuth"),
}
"""Names that inventories give to their fields (the GEM database, HimaTibetMap and others)."""

LETTERS = {
    name: 22.5 * k
    for k, name in enumerate(
        ("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW",
         "NW", "NNW")
    )
}  # fmt: skip
WORDS = {"NORTH": "N", "EAST": "E", "SOUTH": "S", "WEST": "W"}

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_RANGE = re.compile(r"\s*(\d+\.?\d*)\s*(?:-|to|–)\s*(\d+\.?\d*)\s*\D*")


def number(text: str) -> float:
    """The number of a text; NaN where there is none.

    ``(75,60,90)`` is the likeliest value with its least and greatest: 75; ``(,60,90)`` gives the
    middle, 75; so does ``60-90``. ``75``, ``75.5 deg`` and ``~75`` are what they look like.
    """
    text = str(text).strip()
    if text.startswith("("):
        values = [_first(part) for part in text.strip("() ").split(",")]
        known = [value for value in values[1:] if not np.isnan(value)]
        if values and not np.isnan(values[0]):
            return values[0]
        return float(np.mean(known)) if known else float("nan")
    ends = _RANGE.fullmatch(text)
    if ends:
        return (float(ends.group(1)) + float(ends.group(2))) / 2
    return _first(text.replace(",", ".", 1))


def _first(text: str) -> float:
    found = _NUMBER.search(text)
    return float(found.group()) if found else float("nan")


def direction(text: str) -> float:
    """Degrees clockwise from north of ``SW``, ``south-west``, ``225`` or ``(225,,)``; else NaN."""
    word = re.sub(r"[^A-Z]", "", str(text).upper())
    for name, letter in WORDS.items():
        word = word.replace(name, letter)
    if word in LETTERS:
        return LETTERS[word]
    value = number(text) if not word or word in ("DEG", "DEGREES") else float("nan")
    return value % 360.0


def words(text: str) -> frozenset:
    """Lower-case words of a text."""
    return frozenset(re.findall(r"[^\W\d_]+", str(text).lower()))


def is_among(texts, wanted: str) -> np.ndarray:
    """Which texts hold one of some words, parted by commas: ``anticline, fold``.

    Returns
    -------
    ndarray of bool, shape (text,)
    """
    sets = [words(part) for part in wanted.split(",")]
    sets = [part for part in sets if part]
    return np.array([any(part <= words(text) for part in sets) for text in texts], bool)


def find_field(names, part: str) -> str:
    """The field of a part (a key of :data:`USUAL_FIELDS`) among names; '' for none."""
    lower = {name.lower(): name for name in names}
    return next((lower[usual] for usual in USUAL_FIELDS[part] if usual in lower), "")
