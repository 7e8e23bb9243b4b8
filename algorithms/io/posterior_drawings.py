# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Trade-offs and posteriors of a fault's parameters as SVG: all pairs in one triangle of plots."""

from __future__ import annotations

import html

import numpy as np

from .validation_html import ticks

INK, LINE, PALE, BEST, FILL = "#24313b", "#67859a", "#e4e9ed", "#d9482b", "#2f86c9"
CELL, GAP, LEFT, BOTTOM, TOP = 92, 7, 66, 62, 34
BINS, SHADES = 24, 8
MASSES = (0.95, 0.68)
"""Shares of the draws within the two contours."""
_TINY = 1e-12


def corner_svg(names, draws, best, perturbed=None, note="") -> str:
    """Histograms on the diagonal, densities of pairs below it.

    Parameters
    ----------
    names : sequence of str
    draws : ndarray, shape (draw, parameter)
        Of the posterior, or the fits to perturbed data.
    best : ndarray, shape (parameter,)
        Drawn as red lines.
    perturbed : ndarray, shape (fit, parameter), optional
        Drawn as dots over the densities.
    note : str
        A warning, written at the top.
    """
    count = len(names)
    size = LEFT + count * (CELL + GAP) + 12, TOP + count * (CELL + GAP) + BOTTOM
    ends = [_ends(draws[:, k], best[k]) for k in range(count)]
    lines = [
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {size[0]} {size[1]}' "
        f"width='{size[0]}' height='{size[1]}' role='img' aria-label='Trade-offs of parameters' "
        f"font-size='9' font-family='sans-serif' fill='{INK}'>"
        f"<rect width='{size[0]}' height='{size[1]}' fill='#ffffff'/>"
    ]
    if note:
        lines.append(
            f"<text x='{size[0] - 8}' y='16' text-anchor='end' font-size='13' font-weight='bold' "
            f"fill='{BEST}'>{html.escape(note)}</text>"
        )
    for row in range(count):
        for column in range(row + 1):
            cell = _Cell(row, column, ends[column], None if row == column else ends[row])
            if row == column:
                lines += _histogram(cell, draws[:, row], best[row])
            else:
                lines += _pair(cell, draws[:, column], draws[:, row])
                lines += _dots(cell, perturbed, column, row)
                lines += cell.cross(best[column], best[row])
            lines += cell.frame(column == 0 and row > 0, row == count - 1)
    for k, name in enumerate(names):
        x = LEFT + k * (CELL + GAP) + CELL / 2
        lines.append(
            f"<text x='{x:.1f}' y='{size[1] - 8}' text-anchor='middle' font-size='10'>"
            f"{html.escape(name)}</text>"
        )
        if k:
            y = TOP + k * (CELL + GAP) + CELL / 2
            lines.append(
                f"<text transform='translate(12 {y:.1f}) rotate(-90)' text-anchor='middle' "
                f"font-size='10'>{html.escape(name)}</text>"
            )
    return "\n".join([*lines, "</svg>"])


def _ends(draws, best) -> tuple:
    low, high = np.percentile(draws, [0.3, 99.7])
    low, high = min(low, best), max(high, best)
    pad = 0.06 * (high - low) or max(abs(best), 1.0) * 0.01
    return float(low - pad), float(high + pad)


class _Cell:
    """One plot of the triangle."""

    def __init__(self, row, column, x_ends, y_ends):
        self.left, self.top = LEFT + column * (CELL + GAP), TOP + row * (CELL + GAP)
        self.x_ends, self.y_ends = x_ends, y_ends

    def x(self, values):
        low, high = self.x_ends
        return self.left + (np.asarray(values) - low) / (high - low) * CELL

    def y(self, values):
        low, high = self.y_ends
        return self.top + CELL - (np.asarray(values) - low) / (high - low) * CELL

    def cross(self, x, y) -> list:
        """Red lines through the best values."""
        path = f"M{self.x(x):.1f} {self.top}v{CELL}M{self.left} {self.y(y):.1f}h{CELL}"
        return [f"<path d='{path}' stroke='{BEST}' stroke-width='0.8' fill='none'/>"]

    def frame(self, numbers_left, numbers_below) -> list:
        lines = [
            f"<rect x='{self.left}' y='{self.top}' width='{CELL}' height='{CELL}' fill='none' "
            f"stroke='{LINE}' stroke-width='0.7'/>"
        ]
        if numbers_below:
            for value in ticks(*self.x_ends, 3):
                lines.append(
                    f"<text transform='translate({self.x(value):.1f} {self.top + CELL + 8}) "
                    f"rotate(-45)' text-anchor='end'>{_number(value)}</text>"
                )
        if numbers_left:
            for value in ticks(*self.y_ends, 3):
                lines.append(
                    f"<text x='{self.left - 4}' y='{self.y(value) + 3:.1f}' text-anchor='end'>"
                    f"{_number(value)}</text>"
                )
        return lines


def _number(value) -> str:
    return f"{value:.5g}" if abs(value) > _TINY else "0"


def _histogram(cell, draws, best) -> list:
    counts, edges = np.histogram(draws, BINS, cell.x_ends)
    height = 0.92 * CELL * counts / max(counts.max(), 1)
    x, floor = cell.x(edges), cell.top + CELL
    path = f"M{x[0]:.1f} {floor}" + "".join(
        f"V{floor - h:.1f}H{right:.1f}" for h, right in zip(height, x[1:])
    )
    low, high = np.percentile(draws, [2.5, 97.5])
    text = f"{_number(float(f'{best:.3g}'))} ({low:.3g} to {high:.3g})"
    lines = "".join(f"M{cell.x(value):.1f} {cell.top}v{CELL}" for value in (low, high))
    return [
        f"<path d='{path}V{floor}Z' fill='{FILL}' fill-opacity='0.75'/>",
        f"<path d='{lines}' stroke='{INK}' stroke-width='0.7' stroke-dasharray='3 2'/>",
        f"<path d='M{cell.x(best):.1f} {cell.top}v{CELL}' stroke='{BEST}'/>",
        f"<text x='{cell.left + CELL / 2}' y='{cell.top - 4}' text-anchor='middle' "
        f"font-size='8'>{html.escape(text)}</text>",
    ]


def _pair(cell, x, y) -> list:
    density, x_edges, y_edges = np.histogram2d(x, y, BINS, (cell.x_ends, cell.y_ends))
    density = _smoothed(density)
    top = density.max()
    if top <= 0:
        return []
    lines, wide = [], CELL / BINS
    levels = _levels(density)
    for i, j in np.argwhere(density > 0.02 * top):
        shade = int(np.ceil(SHADES * density[i, j] / top)) / SHADES
        left, upper = cell.x(x_edges[i]), cell.y(y_edges[j + 1])
        lines.append(
            f"<rect x='{left:.1f}' y='{upper:.1f}' width='{wide + 0.15:.2f}' "
            f"height='{wide + 0.15:.2f}' fill='{FILL}' fill-opacity='{0.9 * shade:.2f}'/>"
        )
    for level in levels:
        path = _outline(density >= level, cell, x_edges, y_edges)
        lines.append(f"<path d='{path}' stroke='{INK}' stroke-width='0.6' fill='none'/>")
    return lines


def _smoothed(density):
    for axis in (0, 1):
        padded = np.pad(density, [(1, 1) if k == axis else (0, 0) for k in (0, 1)])
        parts = [np.take(padded, np.arange(k, k + BINS), axis=axis) for k in range(3)]
        density = (parts[0] + 2 * parts[1] + parts[2]) / 4
    return density


def _levels(density) -> list:
    """Densities above which the shares of :data:`MASSES` lie."""
    order = np.sort(density.ravel())[::-1]
    share = np.cumsum(order) / order.sum()
    return [order[min(np.searchsorted(share, mass), len(order) - 1)] for mass in MASSES]


def _outline(inside, cell, x_edges, y_edges) -> str:
    """The edges of bins between inside and outside."""
    padded = np.pad(inside, 1)
    x, y, parts = cell.x(x_edges), cell.y(y_edges), []
    for i, j in np.argwhere(padded[1:, 1:-1] != padded[:-1, 1:-1]):
        parts.append(f"M{x[i]:.1f} {y[j]:.1f}V{y[j + 1]:.1f}")
    for i, j in np.argwhere(padded[1:-1, 1:] != padded[1:-1, :-1]):
        parts.append(f"M{x[i]:.1f} {y[j]:.1f}H{x[i + 1]:.1f}")
    return "".join(parts)


def _dots(cell, perturbed, column, row) -> list:
    if perturbed is None:
        return []
    x, y = perturbed[:, column], perturbed[:, row]
    inside = (x > cell.x_ends[0]) & (x < cell.x_ends[1])
    inside &= (y > cell.y_ends[0]) & (y < cell.y_ends[1])
    return [
        f"<circle cx='{a:.1f}' cy='{b:.1f}' r='1' fill='{INK}' fill-opacity='0.6'/>"
        for a, b in zip(cell.x(x[inside]), cell.y(y[inside]))
    ]


def chains_svg(names, draws) -> str:
    """The chains step by step, one strip for each parameter.

    Parameters
    ----------
    names : sequence of str
    draws : ndarray, shape (step, chain, parameter)
    """
    wide, high, left = 600, 46, 110
    chosen = draws[:: max(1, len(draws) // 300)]
    shown = np.unique(np.linspace(0, chosen.shape[1] - 1, 6).astype(int))
    colours = ("#2f86c9", "#d9482b", "#67859a", "#fdae61", "#1b7837", "#762a83")
    total = len(names) * (high + 8) + 10
    lines = [
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {left + wide + 10} {total}' "
        f"width='{left + wide + 10}' height='{total}' role='img' aria-label='Chains' "
        f"font-size='10' font-family='sans-serif' fill='{INK}'>"
    ]
    for k, name in enumerate(names):
        top = 5 + k * (high + 8)
        low, upper = chosen[:, :, k].min(), chosen[:, :, k].max()
        scale = high / max(upper - low, _TINY)
        lines.append(
            f"<rect x='{left}' y='{top}' width='{wide}' height='{high}' fill='none' "
            f"stroke='{PALE}'/><text x='{left - 6}' y='{top + high / 2 + 3}' text-anchor='end'>"
            f"{html.escape(name)}</text>"
        )
        for colour, chain in zip(colours, shown):
            x = left + np.linspace(0, wide, len(chosen))
            y = top + high - (chosen[:, chain, k] - low) * scale
            path = "L".join(f"{a:.1f} {b:.1f}" for a, b in zip(x, y))
            lines.append(
                f"<path d='M{path}' stroke='{colour}' stroke-width='0.6' fill='none' "
                "stroke-opacity='0.8'/>"
            )
    return "\n".join([*lines, "</svg>"])
