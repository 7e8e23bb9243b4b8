# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The little Markdown that help texts are written in, as HTML.

Headings, paragraphs, lists, tables, fenced code, pictures in a paragraph of their own; inside of
lines bold, italics, code and links. No library for it is among what Debian's QGIS brings.
"""

from __future__ import annotations

import html
import re

INLINE = (
    (re.compile(r"\*\*(.+?)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"(?<![\w*])\*(?! )(.+?)\*(?!\w)"), r"<em>\1</em>"),
    (re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)"), r'<a href="\2">\1</a>'),
)
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
DOI = re.compile(r"\bdoi:(10\.\d{4,}/[^\s,;]*[^\s,;.)])")


def inline(text: str) -> str:
    """A line of text, escaped, with what is marked in it, and DOIs as links."""
    parts = re.split(r"`([^`]+)`", text)
    for place, part in enumerate(parts):
        part = html.escape(part, quote=False)
        if place % 2:
            parts[place] = f"<code>{part}</code>"
            continue
        for pattern, replacement in INLINE:
            part = pattern.sub(replacement, part)
        parts[place] = DOI.sub(r'<a href="https://doi.org/\1">doi:\1</a>', part)
    return "".join(parts)


def anchor(title: str) -> str:
    """The id that a heading gets."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def table(rows, header) -> str:
    """A table of cells that are HTML already."""
    head = "".join(f"<th>{cell}</th>" for cell in header)
    lines = ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows]
    return "\n".join(["<table>", f"<tr>{head}</tr>", *lines, "</table>"])


def _blocks(text):
    """Pieces between empty lines; fenced code is one piece, whatever is in it."""
    piece, fenced = [], False
    for line in text.splitlines():
        if line.startswith("```"):
            fenced = not fenced
        if line.strip() or fenced:
            piece.append(line)
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def _items(lines):
    """Entries of a list; further lines of one are indented."""
    entries = []
    for line in lines:
        entry = re.match(r"(?:- |\d+\. )(.*)", line)
        if entry:
            entries.append(entry.group(1))
        else:
            entries[-1] += " " + line.strip()
    return "\n".join(f"<li>{inline(entry)}</li>" for entry in entries)


def _cells(line):
    return [inline(cell.strip()) for cell in line.strip("|").split("|")]


def _block(lines):
    first = lines[0]
    heading = re.match(r"(#{1,4}) (.*)", first)
    picture = PICTURE.fullmatch(" ".join(lines))
    if first.startswith("```"):
        return "<pre><code>" + html.escape("\n".join(lines[1:-1]), quote=False) + "</code></pre>"
    if heading:
        level, title = len(heading.group(1)), heading.group(2)
        return f'<h{level} id="{anchor(title)}">{inline(title)}</h{level}>'
    if picture:
        caption, source = picture.groups()
        return (
            f'<figure><img src="{source}" alt="{html.escape(caption)}">'
            f"<figcaption>{inline(caption)}</figcaption></figure>"
        )
    if first.startswith("- "):
        return f"<ul>\n{_items(lines)}\n</ul>"
    if first.startswith("1. "):
        return f"<ol>\n{_items(lines)}\n</ol>"
    if first.startswith("|"):
        return table([_cells(line) for line in lines[2:]], _cells(first))
    return f"<p>{inline(' '.join(lines))}</p>"


def to_html(text: str) -> str:
    """A text as HTML, without the page around it."""
    return "\n".join(_block(lines) for lines in _blocks(text))


def code_blocks(text: str, language: str = "bash") -> list:
    """What is in a text's fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)
