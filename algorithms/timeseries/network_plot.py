# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Plot of a network as SVG text: baselines over time, and a matrix of coherence.

Colours are viridis (van der Walt and Smith), which people with colour-vision deficiencies can read.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import numpy as np

from .network import Network
from .network_selection import PairStatistics, Selection, pair_names, spans

VIRIDIS = (
    (68, 1, 84), (71, 45, 123), (59, 82, 139), (44, 114, 142), (33, 145, 140), (40, 174, 128),
    (94, 201, 98), (173, 220, 48), (253, 231, 37),
)  # fmt: skip
UNKNOWN = "#9e9e9e"
WIDTH, HEIGHT = 1180, 520
STYLE = (
    'font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="12" fill="#222222" '
    'stroke-linecap="round"'
)


@dataclass(frozen=True)
class Frame:
    """A rectangle of the plot and the ranges of its axes.

    Parameters
    ----------
    left, top, width, height : float
        Of the rectangle, in the units of the drawing.
    x, y : (float, float)
        Values at its left and right, bottom and top.
    """

    left: float
    top: float
    width: float
    height: float
    x: tuple
    y: tuple

    def at(self, x, y) -> tuple[float, float]:
        """Place of a point in the drawing."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return self.left + across * self.width, self.top + (1 - up) * self.height


def colour(value, low: float, high: float) -> str:
    """Colour of a value on the scale; grey for NaN."""
    if not np.isfinite(value):
        return UNKNOWN
    share = 0.5 if high <= low else min(max((value - low) / (high - low), 0.0), 1.0)
    place = share * (len(VIRIDIS) - 1)
    first = min(int(place), len(VIRIDIS) - 2)
    mixed = (
        round(a + (place - first) * (b - a)) for a, b in zip(VIRIDIS[first], VIRIDIS[first + 1])
    )
    return "#" + "".join(f"{part:02x}" for part in mixed)


def network_svg(selection: Selection, statistics: PairStatistics, baselines) -> str:
    """The plot of a network; names and numbers of pairs and dates show under the mouse.

    Parameters
    ----------
    selection : Selection
    statistics : PairStatistics
    baselines : ndarray, shape (date,)
        Perpendicular baseline of each date, metres, NaN for unknown.

    Returns
    -------
    str
        A complete SVG document.
    """
    network = selection.network
    heights = np.where(np.isfinite(baselines), baselines, 0.0)
    low, high = _range(statistics.coherence)
    frame = Frame(70, 40, 560, 410, _padded(_days(network)), _padded(heights))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" {STYLE}>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        *_axes(frame, network, bool(np.isfinite(baselines).any())),
        *_pairs(frame, selection, statistics, heights, (low, high)),
        *_dates(frame, selection, baselines, heights),
        *_matrix(selection, statistics, (low, high)),
        *_scale(low, high),
        "</svg>",
    ]
    return "\n".join(parts)


def network_html(title: str, svg: str, facts, rows) -> str:
    """A page with the plot, some facts and the dropped pairs; nothing is loaded from elsewhere.

    Parameters
    ----------
    title : str
    svg : str
        Of :func:`network_svg`.
    facts : sequence of str
        A paragraph each.
    rows : sequence of (str, str)
        Dropped pairs and why.
    """
    paragraphs = "\n".join(f"<p>{escape(text)}</p>" for text in facts)
    table = "\n".join(f"<tr><td>{escape(a)}</td><td>{escape(b)}</td></tr>" for a, b in rows)
    if rows:
        head = "<tr><th>Pair</th><th>Why</th></tr>"
        table = f"<h2>Dropped, or kept for the tree</h2>\n<table>\n{head}\n{table}\n</table>"
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>body{{font-family:sans-serif;margin:1.5em}}"
        "table{border-collapse:collapse}td,th{padding:.2em .8em;text-align:left;"
        "border-bottom:1px solid #ddd}svg{max-width:100%;height:auto}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n{svg}\n{paragraphs}\n{table}\n</body>\n</html>\n"
    )


def _days(network: Network) -> np.ndarray:
    return network.dates.astype(float)


def _padded(values) -> tuple[float, float]:
    low, high = float(np.min(values)), float(np.max(values))
    margin = 0.06 * (high - low) or 1.0
    return low - margin, high + margin


def _range(values) -> tuple[float, float]:
    known = values[np.isfinite(values)]
    return (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)


def _text(x, y, text, more="") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {more}>{escape(str(text))}</text>'


def _ticks(low, high, about=6) -> np.ndarray:
    """Round numbers between two values."""
    raw = (high - low) / about
    power = 10.0 ** np.floor(np.log10(raw))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= raw)
    return np.arange(np.ceil(low / step), np.floor(high / step) + 1) * step


def _axes(frame, network, known):
    """Frame, ticks and titles of the plot over time."""
    yield (
        f'<rect x="{frame.left}" y="{frame.top}" width="{frame.width}" height="{frame.height}" '
        'fill="none" stroke="#888888"/>'
    )
    bottom = frame.top + frame.height
    for day in np.unique(np.linspace(*frame.x, 8).round().astype(int))[1:-1]:
        x, _ = frame.at(day, frame.y[0])
        yield f'<path d="M{x:.1f} {bottom}v5" stroke="#888888"/>'
        yield _text(x, bottom + 19, np.datetime64(int(day), "D"), 'text-anchor="middle"')
    if known:
        for value in _ticks(*frame.y):
            _, y = frame.at(frame.x[0], value)
            yield f'<path d="M{frame.left} {y:.1f}h-5" stroke="#888888"/>'
            yield _text(frame.left - 9, y + 4, f"{value:g}", 'text-anchor="end"')
    title = "Perpendicular baseline (m)" if known else "Perpendicular baseline (unknown)"
    middle = frame.top + frame.height / 2
    yield _text(18, middle, title, f'text-anchor="middle" transform="rotate(-90 18 {middle})"')
    count = f"{len(network.pairs)} pairs of {len(network.dates)} dates"
    yield _text(frame.left, 24, f"{count}; dropped ones dashed", 'font-weight="bold"')


def _pairs(frame, selection, statistics, heights, limits):
    """A line for each pair, dropped ones beneath and dashed."""
    network, days = selection.network, _days(selection.network)
    names, lengths = pair_names(network), spans(network)
    for k in np.argsort(selection.keep, kind="stable"):
        (x1, y1), (x2, y2) = (frame.at(days[i], heights[i]) for i in network.pairs[k])
        dash = "" if selection.keep[k] else ' stroke-dasharray="5 4" opacity="0.65"'
        about = [names[k], f"{lengths[k]:.0f} days"]
        if np.isfinite(statistics.baseline[k]):
            about.append(f"{statistics.baseline[k]:.0f} m")
        if np.isfinite(statistics.coherence[k]):
            about.append(f"coherence {statistics.coherence[k]:.2f}")
        if selection.why[k]:
            about.append(selection.why[k])
        yield (
            f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke-width="2" '
            f'stroke="{colour(statistics.coherence[k], *limits)}"{dash}>'
            f"<title>{escape(', '.join(about))}</title></path>"
        )


def _dates(frame, selection, baselines, heights):
    """A dot for each date, open where no pair is left."""
    network = selection.network
    lost = np.isin(network.dates, selection.lost_dates)
    for i, day in enumerate(_days(network)):
        x, y = frame.at(day, heights[i])
        about = str(network.dates[i])
        if np.isfinite(baselines[i]):
            about += f", {baselines[i]:.0f} m"
        if lost[i]:
            about += ", no pair is left"
        fill = "#ffffff" if lost[i] else "#e8743b"
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{fill}" stroke="#222222">'
            f"<title>{about}</title></circle>"
        )


def _matrix(selection, statistics, limits):
    """Coherence by reference and secondary date: kept pairs below the diagonal, all above."""
    network, names = selection.network, pair_names(selection.network)
    left, top, size = 690.0, 40.0, 410.0
    cell = size / len(network.dates)
    yield f'<rect x="{left}" y="{top}" width="{size}" height="{size}" fill="#f1f1f1"/>'
    for k, (i, j) in enumerate(network.pairs):
        about = f"{names[k]}, coherence {statistics.coherence[k]:.2f}"
        if not np.isfinite(statistics.coherence[k]):
            about = names[k]
        fill = colour(statistics.coherence[k], *limits)
        places = [(i, j), (j, i)] if selection.keep[k] else [(i, j)]
        for row, col in places:
            yield (
                f'<rect x="{left + col * cell:.2f}" y="{top + row * cell:.2f}" '
                f'width="{cell:.2f}" height="{cell:.2f}" fill="{fill}">'
                f"<title>{about}</title></rect>"
            )
    yield f'<rect x="{left}" y="{top}" width="{size}" height="{size}" fill="none" stroke="#888"/>'
    yield _text(left, 24, "Mean coherence: all pairs above, kept ones below", 'font-weight="bold"')
    first, last = network.dates[0], network.dates[-1]
    yield _text(left, top + size + 19, first)
    yield _text(left + size, top + size + 19, last, 'text-anchor="end"')


def _scale(low, high):
    """Colour scale of the coherence."""
    left, top, width, steps = 400.0, 486.0, 300.0, 60
    for k in range(steps):
        fill = colour(low + (high - low) * k / (steps - 1), low, high)
        x = left + width * k / steps
        yield (
            f'<rect x="{x:.2f}" y="{top}" width="{width / steps + 0.3:.2f}" height="12" '
            f'fill="{fill}"/>'
        )
    yield _text(left - 8, top + 11, f"coherence {low:.2f}", 'text-anchor="end"')
    yield _text(left + width + 8, top + 11, f"{high:.2f}")
