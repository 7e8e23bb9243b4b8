# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A graph of displacement series as SVG, from the points' own fields."""

from __future__ import annotations

import datetime
import math
import re

WIDTH, HEIGHT = 760, 190
LEFT, RIGHT, TOP, BOTTOM = 62, 14, 24, 28
COLOURS = ("#a50026", "#313695")  # away, towards: as in the styles
FONT = 'font-family="DejaVu Sans, sans-serif" font-size="12"'


def series_of(layer, feature) -> list:
    """(date, millimetres) of the fields DYYYYMMDD that have a value."""
    found = []
    for field in layer.fields():
        if re.fullmatch(r"D\d{8}", field.name()) and isinstance(feature[field.name()], float):
            date = datetime.datetime.strptime(field.name(), "D%Y%m%d").date()
            found.append((date, feature[field.name()]))
    return found


def first_and_last(layer) -> tuple:
    """First and last date of the fields DYYYYMMDD."""
    names = sorted(f.name() for f in layer.fields() if re.fullmatch(r"D\d{8}", f.name()))
    return tuple(datetime.datetime.strptime(n, "D%Y%m%d").date() for n in (names[0], names[-1]))


def nice_step(span: float, count: int) -> float:
    """A step of 1, 2 or 5 times a power of ten that cuts a span into about so many parts."""
    rough = max(span, 1e-6) / count
    power = 10.0 ** math.floor(math.log10(rough))
    return power * next(f for f in (1, 2, 5, 10) if f * power >= rough)


def months(first, last) -> list:
    """First days of about eight months between two dates."""
    count = (last.year - first.year) * 12 + last.month - first.month
    step = next((s for s in (1, 2, 3, 6, 12, 24, 60) if count / s <= 8), 120)
    found = []
    for number in range(first.year * 12, last.year * 12 + 12, step):
        day = datetime.date(number // 12, number % 12 + 1, 1)
        if first <= day <= last:
            found.append(day)
    return found


class Axes:
    """Places in the picture of dates and millimetres."""

    def __init__(self, series):
        dates = [date for line in series for date, _ in line]
        values = [value for line in series for _, value in line] + [0.0]
        self.first, self.last = min(dates), max(dates)
        self.step = nice_step(max(values) - min(values), 5)
        self.low = math.floor(min(values) / self.step) * self.step
        self.high = math.ceil(max(values) / self.step) * self.step or self.step

    def x(self, date) -> float:
        """Pixels from the left."""
        share = (date - self.first).days / max((self.last - self.first).days, 1)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(self, value) -> float:
        """Pixels from the top."""
        share = (value - self.low) / (self.high - self.low)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    def frame(self) -> list:
        """Grid lines and their labels."""
        parts, value = [], self.low
        while value <= self.high + self.step / 2:
            y = self.y(value)
            tone = "#555555" if abs(value) < self.step / 2 else "#dddddd"
            parts += [
                f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}" '
                f'stroke="{tone}" stroke-width="1"/>',
                f'<text x="{LEFT - 7}" y="{y + 4:.1f}" text-anchor="end" {FONT}>{value:g}</text>',
            ]
            value += self.step
        for day in months(self.first, self.last):
            x = self.x(day)
            parts += [
                f'<line x1="{x:.1f}" y1="{HEIGHT - BOTTOM}" x2="{x:.1f}" '
                f'y2="{HEIGHT - BOTTOM + 5}" stroke="#555555"/>',
                f'<text x="{x:.1f}" y="{HEIGHT - 8}" text-anchor="middle" {FONT}>'
                f"{day:%Y-%m}</text>",
            ]
        return parts


def draw_series(layer, features) -> str:
    """Draw the series of up to two points.

    Parameters
    ----------
    layer : QgsVectorLayer
        Points with fields ``DYYYYMMDD`` in mm.
    features : sequence of QgsFeature

    Returns
    -------
    str
        SVG.
    """
    series = [line for line in (series_of(layer, feature) for feature in features) if line]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">'
    ]
    if series:
        axes = Axes(series)
        parts += axes.frame()
        parts.append(f'<text x="6" y="13" {FONT}>mm since {axes.first}</text>')
        for number, (line, feature) in enumerate(zip(series, features)):
            parts += _curve(axes, line, feature, number)
    return "\n".join([*parts, "</svg>"])


def _curve(axes, line, feature, number) -> list:
    colour = COLOURS[0] if feature["velocity_mm_yr"] < 0 else COLOURS[1]
    places = [(axes.x(date), axes.y(value)) for date, value in line]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    rate, std = feature["velocity_mm_yr"], feature["velocity_std_mm_yr"]
    name = "AB"[number]
    parts = [f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.2"/>']
    parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.6" fill="{colour}"/>' for x, y in places]
    parts.append(
        f'<text x="{WIDTH - RIGHT - 275 * (1 - number) - 5}" y="13" text-anchor="end" '
        f'fill="{colour}" {FONT}>{name}: {rate:+.1f} ± {std:.1f} mm/yr</text>'
    )
    return parts
