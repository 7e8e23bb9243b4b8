# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts of other people's files."""

from __future__ import annotations


def clean_text(text) -> str:
    """A name or a text as QGIS shows it: bytes that are no UTF-8 become replacement marks.

    GDAL and h5py hand them out as lone surrogates or as bytes, which neither a file nor a window
    takes.
    """
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape")
    return raw.decode("utf-8", "replace")


FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula, by its first character."""


def csv_text(value) -> str:
    """A text for a cell of a CSV file, which no spreadsheet runs; numbers stay numbers.

    A quote before it, as OWASP advises: https://owasp.org/www-community/attacks/CSV_Injection.
    """
    text = "" if value is None else str(value)
    if not text.startswith(FORMULA):
        return text
    try:
        float(text)
    except ValueError:
        return f"'{text}"
    return text
