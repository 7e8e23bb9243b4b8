# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Plot and page of a down-sampling: the far field's semivariogram, as SVG text."""

from __future__ import annotations

from html import escape

import numpy as np

from .semivariogram import Semivariogram

WIDTH, HEIGHT = 760, 430
LEFT, RIGHT, TOP, BOTTOM = 80.0, 730.0, 56.0, 360.0
DATA, LINE, NUGGET, INK, GRID = "#2f86c9", "#d9482b", "#67859a", "#24313b", "#e4e9ed"
STYLE = (
    'font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="12" '
    f'fill="{INK}" stroke-linecap="round"'
)
PAGE_STYLE = (
    "body{font:15px/1.45 system-ui,sans-serif;color:#24313b;max-width:60rem;margin:2rem auto;"
    "padding:0 1rem}h1{font-size:1.5rem}table{border-collapse:collapse;font-size:.9rem}"
    "td,th{padding:.2rem .6rem;text-align:right;border-bottom:1px solid #d8dfe4}"
    "td:first-child,th:first-child{text-align:left}svg{max-width:100%;height:auto}"
)


def semivariogram_svg(model: Semivariogram, name: str) -> str:
    """Draw semivariances by distance and the model through them.

    Parameters
    ----------
    model : Semivariogram
    name : str
        Of the track.

    Returns
    -------
    str
        A complete SVG document.
    """
    longest = float(model.distance.max()) if len(model.distance) else 5 * model.range
    curve = np.linspace(0, longest, 200)
    values = [model.at(curve).max(), *model.value, model.nugget + model.sill]
    highest = 1.08e6 * float(np.max(values))

    def x_at(distance):
        return LEFT + (RIGHT - LEFT) * np.asarray(distance) / longest

    def y_at(value):
        return BOTTOM - (BOTTOM - TOP) * np.asarray(value) * 1e6 / highest

    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(x_at(curve), y_at(model.at(curve))))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" {STYLE}>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        _text(LEFT, 26, f"Far field of {name}", "start", 'font-weight="bold"'),
        *_axes(longest / 1e3, highest),
    ]
    for distance, value, pairs in zip(model.distance, model.value, model.pairs):
        about = f"{distance / 1e3:.3g} km: {value * 1e6:.4g} mm2, {pairs} pairs"
        lines.append(
            f'<circle cx="{x_at(distance):.1f}" cy="{y_at(value):.1f}" r="4" fill="{DATA}">'
            f"<title>{escape(about)}</title></circle>"
        )
    lines.append(f'<polyline points="{points}" fill="none" stroke="{LINE}" stroke-width="2.5"/>')
    for value, text in (
        (model.nugget, f"nugget {model.nugget * 1e6:.3g} mm2"),
        (model.nugget + model.sill, f"sill {model.sill * 1e6:.3g} mm2 above it"),
    ):
        y = float(y_at(value))
        lines.append(
            f'<path d="M{LEFT} {y:.1f}H{RIGHT}" stroke="{NUGGET}" stroke-dasharray="4 3"/>'
        )
        lines.append(_text(RIGHT - 6, y - 6, text, "end", f'fill="{NUGGET}"'))
    if model.range < longest:
        x = float(x_at(model.range))
        dashed = f'stroke="{NUGGET}" stroke-dasharray="4 3"'
        lines.append(f'<path d="M{x:.1f} {BOTTOM}V{TOP}" {dashed}/>')
        text = f"range {model.range / 1e3:.3g} km"
        lines.append(_text(x + 6, BOTTOM - 10, text, "start", f'fill="{NUGGET}"'))
    return "\n".join([*lines, "</svg>"])


def _axes(longest, highest):
    """Lines, numbers and titles of both axes."""
    for value in _steps(highest):
        y = BOTTOM - (BOTTOM - TOP) * value / highest
        yield f'<path d="M{LEFT} {y:.1f}H{RIGHT}" stroke="{GRID}" fill="none"/>'
        yield _text(LEFT - 8, y + 4, f"{value:g}", "end")
    for value in _steps(longest):
        x = LEFT + (RIGHT - LEFT) * value / longest
        yield _text(x, BOTTOM + 18, f"{value:g}")
    yield _text((LEFT + RIGHT) / 2, BOTTOM + 44, "Distance (km)")
    middle = (TOP + BOTTOM) / 2
    yield _text(24, middle, "Semivariance (mm2)", more=f'transform="rotate(-90 24 {middle})"')


def _steps(highest) -> np.ndarray:
    """Round numbers from 0 up, about five of them."""
    power = 10.0 ** np.floor(np.log10(highest / 5))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= highest / 5)
    return np.arange(0, highest * (1 + 1e-9), step)


def _text(x, y, text, anchor="middle", more="") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {more}>{escape(text)}</text>'


def sampling_html(title: str, svg: str, rows, notes) -> str:
    """The page: the plot, the numbers and what was done.

    Parameters
    ----------
    title : str
    svg : str
        Empty where there is no plot.
    rows : sequence of (str, str)
    notes : sequence of str
    """
    table = "\n".join(
        f"<tr><td>{escape(name)}</td><td>{escape(value)}</td></tr>" for name, value in rows
    )
    said = "\n".join(f"<li>{escape(text)}</li>" for text in notes)
    return (
        f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'><title>{escape(title)}"
        f"</title><style>{PAGE_STYLE}</style></head><body>\n<h1>{escape(title)}</h1>\n{svg}\n"
        f"<table>{table}</table>\n<h2>How it was done</h2>\n<ul>{said}</ul>\n</body></html>\n"
    )
