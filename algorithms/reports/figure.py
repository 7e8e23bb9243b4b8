# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A drawing of results as SVG, plain enough for Qt's own SVG (no clips, no styles)."""

from __future__ import annotations

import base64
import math
from html import escape

import numpy as np

from .palette import GRID, INK, LINE, PAPER, colour

MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 600, 6000)


class Marks:
    """What is drawn at places of some axes: those of a figure, or of a panel in it."""

    def __init__(self, parts: list):
        self._parts = parts

    def at(self, x, y):
        """Places on paper, right and down."""
        return np.asarray(x, float), np.asarray(y, float)

    def line(
        self, x, y, stroke: str = INK, width: float = 1.5, dash: str = "", opacity: float = 1.0,
        title: str = "",
    ) -> None:  # fmt: skip
        """A line through places; NaN lifts the pen."""
        path, letter = [], "M"
        for a, b in zip(*(part.tolist() for part in self.at(x, y))):
            if math.isnan(a) or math.isnan(b):
                letter = "M"
                continue
            path.append(f"{letter}{a:.1f} {b:.1f}")
            letter = "L"
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        seen = f' opacity="{opacity:g}"' if opacity < 1 else ""
        self._put(
            "path", f'd="{"".join(path)}" fill="none" stroke="{stroke}" stroke-width="{width:g}"'
            f"{dashed}{seen}", title,
        )  # fmt: skip

    def dots(
        self, x, y, fill: str = INK, radius: float = 3, titles=(), edge: str = "",
        opacity: float = 1.0,
    ) -> None:  # fmt: skip
        """Round marks, each with a title where there are some."""
        places = [np.atleast_1d(part).tolist() for part in self.at(x, y)]
        for k, (a, b) in enumerate(zip(*places)):
            self._put(
                "circle", f'cx="{a:.1f}" cy="{b:.1f}" r="{radius:g}"{_filled(fill, edge, opacity)}',
                titles[k] if len(titles) else "",
            )  # fmt: skip

    def box(
        self, x, y, fill: str = "none", edge: str = "", title: str = "", opacity: float = 1.0,
        pen: float = 1.0,
    ) -> None:  # fmt: skip
        """A rectangle between two places across and two up."""
        (a, c), (b, d) = (sorted(part.tolist()) for part in self.at(x, y))
        self._put(
            "rect", f'x="{a:.1f}" y="{b:.1f}" width="{c - a:.1f}" height="{d - b:.1f}"'
            + _filled(fill, edge, opacity, pen), title,
        )  # fmt: skip

    def polygon(self, x, y, fill: str = "none", edge: str = "", title: str = "") -> None:
        """A closed shape."""
        corners = " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(*self.at(x, y)))
        self._put("polygon", f'points="{corners}"{_filled(fill, edge, 1.0, 0.5)}', title)

    def cells(self, x, y, fills, titles=None) -> None:
        """Rectangles of a grid, without gaps; equal neighbours of a row are one.

        Parameters
        ----------
        x, y : ndarray, shapes (column + 1,) and (row + 1,)
            Edges.
        fills : sequence of sequence of str, shape (row, column)
            Empty for nothing.
        titles : sequence of sequence of str, optional
            Each cell is on its own with them.
        """
        across, down = self.at(x, np.full(len(x), y[0]))[0], self.at(np.full(len(y), x[0]), y)[1]
        self._parts.append('<g shape-rendering="crispEdges">')
        for row, values in enumerate(fills):
            top, bottom = sorted(down[row : row + 2].tolist())
            first = 0
            for last in range(1, len(values) + 1):
                if titles is None and last < len(values) and values[last] == values[first]:
                    continue
                left, right = sorted((float(across[first]), float(across[last])))
                if values[first]:
                    self._put(
                        "rect", f'x="{left:.2f}" y="{top:.2f}" width="{right - left + 0.3:.2f}" '
                        f'height="{bottom - top + 0.3:.2f}" fill="{values[first]}"',
                        titles[row][first] if titles is not None else "",
                    )  # fmt: skip
                first = last
        self._parts.append("</g>")

    def text(
        self, x, y, text, anchor: str = "middle", size: float = 0, fill: str = "",
        bold: bool = False, turned: float = 0, shift: tuple = (0.0, 0.0),
    ) -> None:  # fmt: skip
        """A text; `shift` moves it on paper, `turned` is in degrees clockwise."""
        a, b = (float(place) + move for place, move in zip(self.at(x, y), shift))
        where = f'x="{a:.1f}" y="{b:.1f}"'
        if turned:
            where = f'transform="translate({a:.1f} {b:.1f}) rotate({turned:g})"'
        if anchor != "start":
            where += f' text-anchor="{anchor}"'
        where += f' font-size="{size:g}"' if size else ""
        where += f' fill="{fill}"' if fill else ""
        where += ' font-weight="bold"' if bold else ""
        self._parts.append(f"<text {where}>{escape(str(text))}</text>")

    def _put(self, name, attributes, title=""):
        if title:
            self._parts.append(f"<{name} {attributes}><title>{escape(title)}</title></{name}>")
        else:
            self._parts.append(f"<{name} {attributes}/>")


class Figure(Marks):
    """A drawing; its own places are units of the drawing, right and down from the upper left.

    Parameters
    ----------
    width, height : float
        On a screen, in pixels. Pictures are drawn at twice that, print scales it to the page.
    label : str
        What it shows.
    font : float
        Size of the type.
    """

    def __init__(self, width: float, height: float, label: str, font: float = 11):
        super().__init__([])
        self.width, self.height, self._label, self._font = width, height, label, font
        self._spaces = ""

    def panel(self, x, y, left=56.0, top=20.0, right=16.0, bottom=52.0, log=False) -> Panel:
        """A plot in the drawing.

        Parameters
        ----------
        x, y : (float, float)
            Ends of its axes; `y` grows upwards, unless its first end is the larger one.
        left, top, right, bottom : float
            Margins to the edges of the drawing.
        log : bool
            Whether x stands for decades: its values are given as logarithms to the base of 10.
        """
        wide, high = self.width - left - right, self.height - top - bottom
        return Panel(self._parts, x, y, (left, top, wide, high), log)

    def image(self, png: bytes) -> None:
        """A picture over all of the drawing."""
        self._spaces = 'xmlns:xlink="http://www.w3.org/1999/xlink" '
        data = base64.b64encode(png).decode("ascii")
        self._parts.append(
            f'<image x="0" y="0" width="{self.width:g}" height="{self.height:.1f}" '
            f'xlink:href="data:image/png;base64,{data}"/>'
        )

    def legend(self, x: float, y: float, entries, across=None, edge: str = "") -> None:
        """Boxes with their names.

        Parameters
        ----------
        x, y : float
            Upper left corner of the first box.
        entries : sequence of (str, str)
            Colour and name.
        across : sequence of float, optional
            Width of each entry; they are below each other without.
        """
        for k, (fill, name) in enumerate(entries):
            self.box((x, x + 12), (y, y + 12), fill, edge, pen=0.4)
            self.text(x + 18, y + 10.5, name, "start")
            x, y = (x, y + 20) if across is None else (x + across[k], y)

    def colour_bar(self, x: float, y: float, width: float, ramp, low: str, high: str) -> None:
        """A ramp, and what its ends stand for, on both sides."""
        steps = 60
        fills = [colour(ramp, k / (steps - 1)) for k in range(steps)]
        self.cells(np.linspace(x, x + width, steps + 1), np.array([y, y + 12]), [fills])
        self.text(x - 8, y + 10.5, low, "end")
        self.text(x + width + 8, y + 10.5, high, "start")

    def svg(self) -> str:
        """The drawing, a complete SVG document."""
        width, height = f"{self.width:g}", f"{self.height:.1f}".removesuffix(".0")
        return "\n".join([
            f'<svg xmlns="http://www.w3.org/2000/svg" {self._spaces}'
            f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
            f'aria-label="{escape(self._label)}" font-family="DejaVu Sans, Helvetica, Arial, '
            f'sans-serif" font-size="{self._font:g}" fill="{INK}" stroke-linecap="round">',
            f'<rect width="{width}" height="{height}" fill="{PAPER}"/>', *self._parts, "</svg>",
        ])  # fmt: skip


class Panel(Marks):
    """A plot in a figure: places are values of its axes. See :meth:`Figure.panel`."""

    def __init__(self, parts, x, y, room, log=False):
        super().__init__(parts)
        self.x, self.y, self.log = _widened(x), _widened(y), log
        self.left, self.top, self.width, self.height = room
        self.right, self.bottom = self.left + self.width, self.top + self.height

    def at(self, x, y):
        """Places on paper, right and down."""
        across = (np.asarray(x, float) - self.x[0]) / (self.x[1] - self.x[0])
        up = (np.asarray(y, float) - self.y[0]) / (self.y[1] - self.y[0])
        return self.left + across * self.width, self.bottom - up * self.height

    def axes(
        self, x_title: str = "", y_title: str = "", title: str = "", x_ticks=None, y_ticks=None,
        grid: bool = True, frame: bool = False, turned: float = 0,
    ) -> None:  # fmt: skip
        """Numbers and titles of both axes.

        Parameters
        ----------
        x_title, y_title, title : str
            Below, on the left, and above.
        x_ticks, y_ticks : sequence of (float, str), optional
            Where, and what is written; round numbers if not given.
        grid : bool
            Lines across at the numbers; little ones outside otherwise.
        frame : bool
            A frame around.
        turned : float
            Of the numbers below, degrees.
        """
        if x_ticks is None:
            x_ticks = self._round(self.x, self.width / 70, self.log)
        if y_ticks is None:
            y_ticks = self._round(self.y, min(self.height / 35, 6), False)
        draw = Marks(self._parts)
        for value, text in x_ticks:
            place = float(self.at(value, self.y[0])[0])
            ends = (self.top, self.bottom) if grid else (self.bottom, self.bottom + 5)
            if not turned:
                draw.line([place, place], ends, GRID if grid else LINE, 1)
                draw.text(place, self.bottom + 18, text)
            else:
                draw.text(place, self.bottom + 8, text, "end", turned=turned)
        for value, text in y_ticks:
            place = float(self.at(self.x[0], value)[1])
            ends = (self.left, self.right) if grid else (self.left - 5, self.left)
            if not turned:
                draw.line(ends, [place, place], GRID if grid else LINE, 1)
            draw.text(self.left - 8, place + 4, text, "end")
        if frame:
            draw.box((self.left, self.right), (self.top, self.bottom), "none", LINE)
        if title:
            draw.text(self.left, self.top - 12, title, "start", bold=True)
        if x_title:
            draw.text(self.left + self.width / 2, self.bottom + 38, x_title)
        if y_title:
            middle = self.top + self.height / 2
            draw.text(max(self.left - 48, 13), middle, y_title, turned=-90)

    @staticmethod
    def _round(ends, count, log):
        low, high = min(ends), max(ends)
        return [
            (value, f"{10**value:.3g}" if log else f"{value:g}")
            for value in ticks(low, high, min(max(round(count), 4), 10))
        ]


def ticks(low: float, high: float, count: int = 5) -> list:
    """Round numbers between two ends, about so many."""
    step = round_up((high - low) / count)
    first = math.ceil(low / step - 1e-9)
    return [k * step + 0.0 for k in range(first, math.floor(high / step + 1e-9) + 1)]  # no -0


def time_ticks(low: float, high: float, most: int = 8) -> list:
    """Places of whole months between two times (decimal years), with their labels."""
    months = next(m for m in MONTHS if (high - low) * 12 / m <= most)
    first, last = math.ceil(low * 12 / months - 1e-6), math.floor(high * 12 / months + 1e-6)
    whole = (k * months for k in range(first, last + 1))
    return [(month / 12, f"{month // 12}-{month % 12 + 1:02d}") for month in whole]


def decimal_years(dates) -> np.ndarray:
    """Dates as decimal years, for an axis with :func:`time_ticks`."""
    return 1970.0 + np.asarray(dates, "datetime64[D]").astype(float) / 365.2425


def round_up(value: float) -> float:
    """The next number of 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(value))
    return power * next(f for f in (1, 2, 5, 10) if f * power >= value * (1 - 1e-9))


def round_down(value: float) -> float:
    """The number of 1, 2 or 5 times a power of ten before it."""
    power = 10.0 ** math.floor(math.log10(value))
    return power * next(f for f in (5, 2, 1) if f * power <= value * (1 + 1e-9))


def padded(low: float, high: float, share: float = 0.06) -> tuple[float, float]:
    """Ends of an axis with some room beyond the values."""
    room = share * (high - low) or 1.0
    return float(low) - room, float(high) + room


def _widened(ends):
    low, high = (float(end) for end in ends)
    return (low - 0.5, high + 0.5) if low == high else (low, high)


def _filled(fill, edge, opacity, pen=1.0) -> str:
    text = f' fill="{fill}"'
    text += f' fill-opacity="{opacity:.3g}"' if opacity < 1 else ""
    return text + (f' stroke="{edge}" stroke-width="{pen:g}"' if edge else "")
