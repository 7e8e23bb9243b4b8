# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A page of results: HTML that loads nothing from elsewhere, for a browser or for print."""

from __future__ import annotations

import math
import re
from html import escape
from numbers import Integral, Real

from .palette import AWAY, INK, PALE

STYLE = f"""
body{{font:15px/1.45 system-ui,sans-serif;color:{INK};max-width:76rem;margin:2rem auto;
padding:0 1rem}}p,ul{{max-width:62rem}}
h1{{font-size:1.5rem}}h2{{font-size:1.1rem;margin-top:1.8rem}}
table{{border-collapse:collapse;font-size:.9rem}}td,th{{padding:.2rem .6rem;text-align:right;
border-bottom:1px solid {PALE}}}td:first-child,th:first-child,.words td,.words th{{text-align:left;
vertical-align:top}}.faint{{color:#8a8a8a}}
.warning{{background:#fdebe7;border-left:4px solid {AWAY};padding:.5rem .8rem}}
svg{{max-width:100%;height:auto}}
"""
PRINTED_STYLE = f"""
body{{font-family:sans-serif;font-size:8pt;color:{INK}}}h1{{font-size:16pt}}h2{{font-size:12pt}}
h3{{font-size:9pt}}th,td{{padding-right:7px;text-align:right;font-size:8pt}}
"""
"""What Qt's own HTML understands, in points: its pixels are those of the printer."""
PRINTED_WIDTH = 620  # of drawings on an A4 page, in Qt's units
DRAWN_SIZE = re.compile(r' width="([\d.]+)" height="([\d.]+)"')
NONE = "–"


class Bold(str):
    """A text in bold type."""

    __slots__ = ()


class Page:
    """A page, filled from the top; every text is escaped here.

    Parameters
    ----------
    title : str
        Of the window.
    heading : str, optional
        On the page; the title where there is none.
    """

    def __init__(self, title: str, heading: str = ""):
        self._title = title
        self._parts: list = []
        self.heading(heading or title, 1)

    def warnings(self, texts) -> None:
        """Sentences that a reader must not overlook."""
        self._parts += [f"<p class='warning'>{escape(text)}</p>" for text in texts]

    def heading(self, text: str, level: int = 2) -> None:
        """Begin a section."""
        self._parts.append(f"<h{level}>{escape(text)}</h{level}>")

    def paragraph(self, *texts) -> None:
        """One paragraph of texts, some perhaps :class:`Bold`."""
        self._parts.append(f"<p>{''.join(map(_marked, texts))}</p>")

    def items(self, texts) -> None:
        """A list."""
        self._parts.append("<ul>" + "\n".join(f"<li>{escape(t)}</li>" for t in texts) + "</ul>")

    def table(self, head, rows, words: bool = False, faint=()) -> None:
        """A table; its first column is on the left, the others are.

        Parameters
        ----------
        head : sequence of str
            Empty for none.
        rows : iterable of sequence
            Texts and numbers; see :func:`number`.
        words : bool
            Whether all columns hold words, which are on the left.
        faint : collection of int
            Rows in grey.
        """
        lines = ["<table class='words'>" if words else "<table>"]
        if head:
            lines.append("<tr>" + "".join(f"<th>{escape(text)}</th>" for text in head) + "</tr>")
        for place, row in enumerate(rows):
            cells = "".join(f"<td>{_marked(cell)}</td>" for cell in row)
            lines.append(f"<tr{' class=faint' if place in faint else ''}>{cells}</tr>")
        self._parts.append("\n".join([*lines, "</table>"]))

    def drawing(self, svg: str, name: str = "drawing") -> None:
        """A drawing of a :class:`.figure.Figure`; for print it stands apart under its name."""
        self._parts.append((name, svg))

    def html(self) -> str:
        """The page for a browser, its drawings in it."""
        return self._whole(STYLE, (p if isinstance(p, str) else p[1] for p in self._parts))

    def printed(self) -> tuple[str, dict]:
        """The page for Qt's printer, and its drawings (SVG) by name."""
        drawings = dict(part for part in self._parts if not isinstance(part, str))
        parts = (p if isinstance(p, str) else _image(*p) for p in self._parts)
        return self._whole(PRINTED_STYLE, parts), drawings

    def _whole(self, style, parts) -> str:
        head = f"<title>{escape(self._title)}</title><style>{style}</style>"
        return "\n".join([
            f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'>{head}</head><body>",
            *parts, "</body></html>\n",
        ])  # fmt: skip


def number(value: float, form: str = ".4g") -> str:
    """A number as a text, a dash for NaN and infinity."""
    return format(value, form) if math.isfinite(value) else NONE


def plus_minus(value: str, error: str) -> str:
    """A value with its error, or alone where that is empty or a dash."""
    return f"{value} ± {error}" if error not in ("", NONE) else value


def _marked(value) -> str:
    if isinstance(value, Bold):
        return f"<b>{escape(value)}</b>"
    if isinstance(value, Real) and not isinstance(value, Integral):
        return number(float(value))
    return escape(str(value))


def _image(name, svg) -> str:
    # Without a height Qt stretches them, outside of the main thread: tools run there.
    width, height = map(float, DRAWN_SIZE.search(svg).groups())
    printed = round(PRINTED_WIDTH * height / width)
    return f"<p><img src='{name}' width='{PRINTED_WIDTH}' height='{printed}'></p>"
