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
    "rake": ("average_rake", "rake", "rake_deg", "avg_rake"),
    "strike": ("average_strike", "strike", "strike_deg", "avg_strike"),
    "down_side": ("downthrown_side_id", "downthrown_side", "down_side", "downthrown"),
    "top_depth": (
        "upper_seis_depth",
        "upper_depth",
        "top_depth_km",
        "top_depth",
        "upper_seismogenic_depth",
    ),
    "bottom_depth": (
        "lower_seis_depth",
        "lower_depth",
        "bottom_depth_km",
        "bottom_depth",
        "locking_depth_km",
        "locking_depth",
        "lower_seismogenic_depth",
    ),
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
    return spread(text)[0]


def spread(text: str) -> tuple[float, float, float]:
    """The number of a text as :func:`number` reads it, and the two ends of its range.

    Returns
    -------
    value, first, last : float
        NaN where they are not given; the ends are as they are written, in any order.
    """
    text, unknown = str(text).strip(), float("nan")
    if "(" in text or ")" in text or text.count(",") > 1:
        values = [_first(part) for part in text.strip("() ").split(",")]
        value, first, last = (values + 3 * [unknown])[:3]
        known = [end for end in (first, last) if not np.isnan(end)]
        if np.isnan(value) and known:
            value = float(np.mean(known))
        return value, first, last
    ends = _RANGE.fullmatch(text)
    if ends:
        first, last = float(ends.group(1)), float(ends.group(2))
        return (first + last) / 2, first, last
    return _first(text.replace(",", ".", 1)), unknown, unknown


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
