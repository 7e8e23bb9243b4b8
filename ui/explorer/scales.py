# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the marks of an axis stand, and what is written beside them."""

from __future__ import annotations

import datetime
import math

MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)
DAY_STEPS = (1, 2, 5, 10)


def day_number(text: str) -> int:
    """Number of a day from ``YYYY-MM-DD``; days follow one another."""
    return datetime.date.fromisoformat(text).toordinal()


def day_text(number: float) -> str:
    """The reverse of :func:`day_number`."""
    return datetime.date.fromordinal(max(1, round(number))).isoformat()


def nice_step(span: float, most: int) -> float:
    """The least of 1, 2, 5, 10 ... that cuts a span into at most so many pieces."""
    if not span > 0:
        return 1.0
    raw = span / max(most, 1)
    power = 10.0 ** math.floor(math.log10(raw))
    return power * next(factor for factor in (1, 2, 5, 10, 20) if factor * power >= raw * 0.999)


def number_ticks(low: float, high: float, most: int) -> list:
    """``(value, text)`` of the marks between two ends."""
    step = nice_step(high - low, most)
    digits = max(0, -math.floor(math.log10(step) + 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    marks = []
    for k in range(first, last + 1):
        text = f"{k * step:.{digits}f}"
        marks.append((k * step, text.replace("-", "\u2212")))
    return marks


def date_ticks(first: float, last: float, most: int) -> list:
    """``(day number, text)`` of the marks between two days."""
    span = max(last - first, 1.0)
    if span / DAY_STEPS[-1] <= most:
        step = next(step for step in DAY_STEPS if span / step <= most)
        begin = math.ceil(first / step) * step
        return [(day, day_text(day)) for day in range(begin, math.floor(last) + 1, step)]
    step = next((s for s in MONTH_STEPS if span / (30.44 * s) <= most), MONTH_STEPS[-1])
    start = datetime.date.fromordinal(max(1, math.floor(first)))
    month = (start.year * 12 + start.month - 1) // step * step
    marks = []
    while True:
        year, rest = divmod(month, 12)
        if not 1 <= year <= 9999:
            return marks
        day = datetime.date(year, rest + 1, 1)
        if day.toordinal() > last:
            return marks
        if day.toordinal() >= first:
            marks.append((day.toordinal(), f"{day:%Y}" if step >= 12 else f"{day:%Y-%m}"))
        month += step


def padded(low: float, high: float, share: float = 0.06) -> tuple:
    """A range a little wider, also where it had no width."""
    if not high > low:
        wide = abs(low) * 0.1 or 1.0
        return low - wide, high + wide
    return low - share * (high - low), high + share * (high - low)
