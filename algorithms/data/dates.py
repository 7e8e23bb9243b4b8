# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates and pairs as people type them."""

from __future__ import annotations

import re

import numpy as np

from ..errors import GroundshiftError

_DATE = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})")


def parse_date(text: str) -> np.datetime64:
    """A date from ``YYYYMMDD`` or ``YYYY-MM-DD``.

    Raises
    ------
    GroundshiftError
        If it is none.
    """
    match = _DATE.fullmatch(text.strip())
    try:
        return np.datetime64("-".join(match.groups()), "D")
    except (AttributeError, ValueError) as error:
        raise GroundshiftError(
            f"'{text.strip()}' is no date; write it as YYYYMMDD or YYYY-MM-DD."
        ) from error


def parse_dates(text: str) -> list:
    """Dates separated by commas, semicolons or spaces; an empty text gives none."""
    return [parse_date(part) for part in re.split(r"[,;\s]+", text.strip()) if part]


def parse_pairs(text: str) -> list:
    """Pairs such as ``20200105_20200117``, separated by commas, semicolons or spaces.

    Raises
    ------
    GroundshiftError
        If one is not two dates.
    """
    pairs = []
    for part in re.split(r"[,;\s]+", text.strip()):
        if not part:
            continue
        ends = part.split("_")
        if len(ends) != 2:
            raise GroundshiftError(f"'{part}' is no pair of dates; write it as YYYYMMDD_YYYYMMDD.")
        pairs.append((parse_date(ends[0]), parse_date(ends[1])))
    return pairs
