# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawings of a report (SVG): the map with its numbered points, series, and the rates' histogram.

Simple enough for Qt's own SVG, which draws them in the PDF.
"""

from __future__ import annotations

import base64
import html
import math

import numpy as np

AWAY, TOWARDS, INK, GREY, PALE = "#d9482b", "#2f86c9", "#24313b", "#67859a", "#d8dfe4"
WIDTH, LEFT, RIGHT = 700, 56, 14
SERIES_HEIGHT, TOP, BOTTOM = 170, 22, 26
FONT = "font-family='sans-serif'"
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 600, 6000)


def map_svg(picture, marks, outlines, metres_a_unit: float) -> str:
    """A map picture with numbered points, the study area's outline and a scale bar.

    Parameters
    ----------
    picture : MapPicture
    marks : ndarray, shape (point, 2)
        In the picture's CRS; numbered from 1.
    outlines : list of ndarray, shape (vertex, 2)
        Rings of the study area, in the picture's CRS.
    metres_a_unit : float
        Ground length of one unit of the CRS in the middle of the map; NaN for no scale bar.
    """
    left, bottom, right, top = picture.bounds
    height = WIDTH * (top - bottom) / (right - left)
    scale = WIDTH / (right - left)

    def place(xy):
        xy = np.asarray(xy, float)
        return np.stack([(xy[..., 0] - left) * scale, (top - xy[..., 1]) * scale], axis=-1)

    data = base64.b64encode(picture.png).decode("ascii")
    lines = [
        _open(height, "Map of the area", "xmlns:xlink='http://www.w3.org/1999/xlink' "),
        f"<image x='0' y='0' width='{WIDTH}' height='{height:.1f}' "
        f"xlink:href='data:image/png;base64,{data}'/>",
    ]
    for ring in outlines:
        corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in place(ring))
        lines.append(
            f"<polyline points='{corners}' fill='none' stroke='{INK}' stroke-width='1.6' "
            "stroke-dasharray='6 3'/>"
        )
    for number, (x, y) in enumerate(place(marks), start=1):
        lines.append(
            f"<circle cx='{x:.1f}' cy='{y:.1f}' r='9' fill='#ffffff' fill-opacity='0.85' "
            f"stroke='{INK}' stroke-width='1.4'/>"
            f"<text x='{x:.1f}' y='{y + 3.8:.1f}' font-size='11' text-anchor='middle' "
            f"fill='{INK}' {FONT}>{number}</text>"
        )
    lines.append(_scale_bar(height, scale / metres_a_unit))
    lines.append(
        f"<rect x='0.5' y='0.5' width='{WIDTH - 1}' height='{height - 1:.1f}' fill='none' "
        f"stroke='{GREY}'/></svg>"
    )
    return "\n".join(lines)


def _scale_bar(height, pixels_a_metre) -> str:
    if not (math.isfinite(pixels_a_metre) and pixels_a_metre > 0):
        return ""
    length = round_down(0.25 * WIDTH / pixels_a_metre)
    width, y = length * pixels_a_metre, height - 16
    text = f"{length / 1e3:g} km" if length >= 1e3 else f"{length:g} m"
    return (
        f"<rect x='10' y='{y - 18:.1f}' width='{width + 12:.1f}' height='28' fill='#ffffff' "
        f"fill-opacity='0.8'/><rect x='16' y='{y:.1f}' width='{width:.1f}' height='4' "
        f"fill='{INK}'/><text x='16' y='{y - 4:.1f}' font-size='11' fill='{INK}' {FONT}>{text}"
        "</text>"
    )


def series_svg(number: int, dates, values, summary, title: str) -> str:
    """The series of a point with its straight line.

    Parameters
    ----------
    number : int
        As on the map.
    dates : ndarray of datetime64[D]
    values : ndarray
        Millimetres, NaN where missing.
    summary : SeriesSummary
    title : str
    """
    known = np.isfinite(values)
    years = 1970.0 + dates.astype("datetime64[D]").astype(float) / 365.2425
    line = 1e3 * (summary.offset + summary.rate * (dates - dates[0]).astype(float) / 365.25)
    every = np.concatenate([values[known], line[np.isfinite(line)], [0.0]])
    x = _axis(years.min(), years.max(), LEFT, WIDTH - RIGHT)
    y = _axis(every.min(), every.max(), SERIES_HEIGHT - BOTTOM, TOP, 0.06)
    colour = AWAY if summary.rate < 0 else TOWARDS
    lines = [
        _open(SERIES_HEIGHT, f"Series of point {number}"),
        f"<text x='{LEFT}' y='14' font-size='12' fill='{INK}' {FONT}>{html.escape(title)}</text>",
        *_grid(x, y, SERIES_HEIGHT, "mm", time_ticks(x.low, x.high)),
    ]
    if np.isfinite(line).all():
        lines.append(
            f"<line x1='{x(years[0]):.1f}' y1='{y(line[0]):.1f}' x2='{x(years[-1]):.1f}' "
            f"y2='{y(line[-1]):.1f}' stroke='{colour}' stroke-width='1.4'/>"
        )
    lines += [
        f"<circle cx='{x(when):.1f}' cy='{y(value):.1f}' r='2.4' fill='{INK}'/>"
        for when, value in zip(years[known], values[known])
    ]
    return "\n".join([*lines, "</svg>"])


def histogram_svg(summary) -> str:
    """Histogram of the rates; see :class:`..areas.report.RateSummary`."""
    edges = 1e3 * summary.edges
    x = _axis(edges[0], edges[-1], LEFT, WIDTH - RIGHT)
    y = _axis(0.0, float(summary.histogram.max()), SERIES_HEIGHT - BOTTOM, TOP)
    lines = [_open(SERIES_HEIGHT, "Histogram of the rates")]
    ticks = [(value, f"{value:g}") for value in x.ticks(8)]
    lines += _grid(x, y, SERIES_HEIGHT, "points", ticks, "mm/yr")
    for low, high, count in zip(edges[:-1], edges[1:], summary.histogram.tolist()):
        colour = AWAY if low + high < 0 else TOWARDS
        width = max(x(high) - x(low) - 1, 0.5)
        lines.append(
            f"<rect x='{x(low):.1f}' y='{y(count):.1f}' width='{width:.1f}' "
            f"height='{y(0) - y(count):.1f}' fill='{colour}'/>"
        )
    return "\n".join([*lines, "</svg>"])


def _open(height, label, more="") -> str:
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' {more}viewBox='0 0 {WIDTH} {height:.1f}' "
        f"width='{WIDTH}' height='{height:.1f}' role='img' aria-label='{html.escape(label)}'>"
    )


class _axis:  # noqa: N801 (called like a function)
    """From values to places on paper."""

    def __init__(self, low, high, start, end, margin=0.0):
        if not high > low:
            low, high = low - 0.5, high + 0.5
        room = margin * (high - low)
        self.low, self.high = low - room, high + room
        self._start, self._scale = start, (end - start) / (self.high - self.low)

    def __call__(self, value):
        return self._start + (value - self.low) * self._scale

    def ticks(self, most: int) -> list:
        step = round_up((self.high - self.low) / most)
        first = math.ceil(self.low / step - 1e-9)
        return [k * step for k in range(first, math.floor(self.high / step + 1e-9) + 1)]


def time_ticks(low: float, high: float, most: int = 8) -> list:
    """Places of whole months between two times (decimal years), with their labels."""
    months = next(m for m in MONTHS if (high - low) * 12 / m <= most)
    first, last = math.ceil(low * 12 / months - 1e-6), math.floor(high * 12 / months + 1e-6)
    whole = (k * months for k in range(first, last + 1))
    return [(month / 12, f"{month // 12}-{month % 12 + 1:02d}") for month in whole]


def _grid(x, y, height, unit, ticks, below="") -> list:
    lines = []
    for value in y.ticks(5):
        place = y(value)
        lines.append(
            f"<line x1='{LEFT}' y1='{place:.1f}' x2='{WIDTH - RIGHT}' y2='{place:.1f}' "
            f"stroke='{GREY if value == 0 else PALE}'/><text x='{LEFT - 5}' y='{place + 4:.1f}' "
            f"font-size='10' text-anchor='end' fill='{GREY}' {FONT}>{value:g}</text>"
        )
    for value, label in ticks:
        lines.append(
            f"<text x='{x(value):.1f}' y='{height - 10}' font-size='10' text-anchor='middle' "
            f"fill='{GREY}' {FONT}>{label}</text>"
        )
    lines.append(f"<text x='4' y='14' font-size='10' fill='{GREY}' {FONT}>{unit}</text>")
    if below:
        lines.append(
            f"<text x='{WIDTH - RIGHT}' y='{height - 1}' font-size='10' text-anchor='end' "
            f"fill='{GREY}' {FONT}>{below}</text>"
        )
    return lines


def round_up(value: float) -> float:
    """The next number of 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(value))
    return power * next(f for f in (1, 2, 5, 10) if f * power >= value * (1 - 1e-9))


def round_down(value: float) -> float:
    """The number of 1, 2 or 5 times a power of ten before it."""
    power = 10.0 ** math.floor(math.log10(value))
    return power * next(f for f in (5, 2, 1) if f * power <= value * (1 + 1e-9))
