# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Plot of sites by their distance to faults as SVG text, and its page; nothing is loaded."""

from __future__ import annotations

from html import escape

import numpy as np

from .distance_bands import Bands

WIDTH, HEIGHT = 1180, 470
TOP, BOTTOM = 56.0, 384.0
MORE, FEWER, LIKE, RANDOM, INK = "#d9482b", "#2f86c9", "#8fa3b0", "#d8dfe4", "#24313b"
QUANTILES = 400
STYLE = (
    'font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="12" '
    f'fill="{INK}" stroke-linecap="round"'
)
PAGE_STYLE = (
    "body{font:15px/1.45 system-ui,sans-serif;color:#24313b;max-width:76rem;margin:2rem auto;"
    "padding:0 1rem}h1{font-size:1.5rem}table{border-collapse:collapse;font-size:.9rem}"
    "td,th{padding:.2rem .6rem;text-align:right;border-bottom:1px solid #d8dfe4}"
    "td:first-child,th:first-child{text-align:left}.warning{background:#fdebe7;border-left:4px "
    "solid #d9482b;padding:.5rem .8rem}svg{max-width:100%;height:auto}"
)


def cumulated(distance) -> np.ndarray:
    """Quantiles of distances for the plot, shape (quantile,), from the least to the greatest."""
    return np.quantile(distance, np.linspace(0, 1, QUANTILES + 1))


def band_svg(bands: Bands, sites, area) -> str:
    """Draw density by band against random placement, and the cumulated shares.

    Parameters
    ----------
    bands : Bands
    sites, area : ndarray
        Of :func:`cumulated`: distances of the sites and over the study area.

    Returns
    -------
    str
        A complete SVG document.
    """
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" {STYLE}>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        *_bars(bands, 70.0, 560.0), *_curves(bands, sites, area, 720.0, 420.0),
        "</svg>",
    ])  # fmt: skip


def _text(x, y, text, anchor="middle", more="") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {more}>{escape(str(text))}</text>'


def _axis(left, width, highest, title):
    """Frame, ticks and title of an axis from 0 up, and the function from value to height."""

    def at(value):
        return BOTTOM - (BOTTOM - TOP) * value / highest

    lines = []
    for value in _round_steps(highest):
        y = at(value)
        lines.append(f'<path d="M{left} {y:.1f}h{width}" stroke="#e4e9ed" fill="none"/>')
        lines.append(_text(left - 8, y + 4, f"{value:g}", "end"))
    middle = (TOP + BOTTOM) / 2
    x = left - 48
    lines.append(_text(x, middle, title, more=f'transform="rotate(-90 {x} {middle})"'))
    return at, lines


def _round_steps(highest) -> np.ndarray:
    """Round numbers from 0 up, about five of them."""
    power = 10.0 ** np.floor(np.log10(highest / 5))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= highest / 5)
    return np.arange(0, highest * (1 + 1e-9), step)


def _bars(bands, left, width):
    """A bar for the ratio in each band, and the range of random placement behind it."""
    with np.errstate(invalid="ignore", divide="ignore"):
        low, high = bands.low / bands.expected, bands.high / bands.expected
    known = np.concatenate([bands.ratio, high])
    highest = 1.1 * max(1.0, float(np.nanmax(known[np.isfinite(known)], initial=1.0)))
    at, lines = _axis(left, width, highest, "Density / mean density of the study area")
    yield from lines
    yield _text(left, 26, "Sites by distance to the nearest fault", "start", 'font-weight="bold"')
    step = width / len(bands.count)
    for k, count in enumerate(bands.count):
        x = left + k * step
        yield _text(x + step / 2, BOTTOM + 18, _name(bands.edges, k))
        yield _text(x + step / 2, BOTTOM + 36, f"{count}", more='fill="#67859a"')
        if not np.isfinite(bands.ratio[k]):
            continue
        fill = {"more": MORE, "fewer": FEWER, "": LIKE}[bands.verdict[k]]
        top, bottom = at(min(high[k], highest)), at(low[k])
        yield (
            f'<rect x="{x + 0.08 * step:.1f}" y="{top:.1f}" width="{0.84 * step:.1f}" '
            f'height="{max(bottom - top, 1):.1f}" fill="{RANDOM}"/>'
        )
        y = at(bands.ratio[k])
        about = (
            f"{_name(bands.edges, k)} km: {count} sites, {bands.expected[k]:.1f} expected, "
            f"p = {bands.p[k]:.3g}"
        )
        yield (
            f'<rect x="{x + 0.25 * step:.1f}" y="{y:.1f}" width="{0.5 * step:.1f}" '
            f'height="{BOTTOM - y:.1f}" fill="{fill}"><title>{escape(about)}</title></rect>'
        )
    yield f'<path d="M{left} {at(1):.1f}h{width}" stroke="{INK}" stroke-dasharray="4 3"/>'
    yield _text(left + width / 2, BOTTOM + 56, "Distance (km), and number of sites")
    yield from _legend(left)


def _name(edges, k) -> str:
    low, high = edges[k] / 1e3, edges[k + 1] / 1e3
    return f"> {low:g}" if np.isinf(high) else f"{low:g}–{high:g}"


def _legend(left):
    x = left
    for fill, text, width in (
        (RANDOM, "95 % of random placements", 200), (MORE, "more than that", 120),
        (FEWER, "fewer", 70), (LIKE, "as at random", 100),
    ):  # fmt: skip
        yield f'<rect x="{x}" y="35" width="12" height="12" fill="{fill}"/>'
        yield _text(x + 17, 46, text, "start")
        x += width


def _curves(bands, sites, area, left, width):
    """Cumulated shares of sites and of area by distance."""
    at, lines = _axis(left, width, 100.0, "Share within the distance (%)")
    yield from lines
    yield _text(left, 26, "Cumulated share", "start", 'font-weight="bold"')
    finite = bands.edges[np.isfinite(bands.edges)]
    end = float(max(finite[-1], np.quantile(np.concatenate([sites, area]), 0.95)))
    for value in _round_steps(end):
        x = left + width * value / end
        yield _text(x, BOTTOM + 18, f"{value / 1e3:.3g}")
    for values, colour, text, x in (
        (area, "#67859a", "study area", left), (sites, MORE, "sites", left + 110),
    ):  # fmt: skip
        share = np.linspace(0, 100, len(values))
        inside = values <= end
        points = " ".join(
            f"{left + width * v / end:.1f},{at(s):.1f}"
            for v, s in zip(values[inside], share[inside])
        )
        yield f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"/>'
        yield f'<path d="M{x} 41h16" stroke="{colour}" stroke-width="2.5"/>'
        yield _text(x + 22, 46, text, "start")
    yield _text(left + width / 2, BOTTOM + 56, "Distance to the nearest fault (km)")
    words = f"p = {bands.p_overall:.3g} (random placement, {bands.runs} runs)"
    yield _text(left + width - 8, BOTTOM - 10, words, "end", 'fill="#67859a"')


def bands_html(report, table: dict) -> str:
    """The page: the plot, what was found, and the table of bands.

    Parameters
    ----------
    report : FaultDistanceReport
    table : dict of str to sequence
    """
    head = "".join(f"<th>{escape(name)}</th>" for name in table)
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{escape(_cell(value))}</td>" for value in row) + "</tr>"
        for row in zip(*table.values())
    )
    warnings = "\n".join(f"<p class='warning'>{escape(text)}</p>" for text in report.warnings)
    notes = "\n".join(f"<li>{escape(text)}</li>" for text in report.notes)
    return (
        "<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'><title>Distance to faults"
        f"</title><style>{PAGE_STYLE}</style></head><body>\n<h1>Distance to faults</h1>\n"
        f"{warnings}\n{report.svg}\n<h2>Bands</h2>\n<table><tr>{head}</tr>\n{rows}\n</table>\n"
        "<p>Expected: sites at the mean density. Low and high: 95 % of random placements, each "
        "band on its own; of twenty bands one lies outside by chance. The p-value of the whole "
        "makes up for that. The standard error of the areas comes from their sampling and is an "
        f"upper bound.</p>\n<h2>How it was done</h2>\n<ul>{notes}</ul>\n</body></html>\n"
    )


def _cell(value) -> str:
    if isinstance(value, (float, np.floating)):
        return f"{value:.4g}" if np.isfinite(value) else "–"
    return str(value)
