# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws the rooms and what they import, from the code, as ``docs/architecture.svg``."""

import ast
import html
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORE = ROOT / "algorithms"
TARGET = ROOT / "docs" / "architecture.svg"
ROOMS = ("data", "timeseries", "scatterers", "geometry", "areas", "terrain", "source", "stress")
ROWS = (("tools", "#dcebf7"), ("pages", "#eef3e2"), ("pure", "#fdf1dc"))
WHOLE = (
    ("processing_provider", "what QGIS shows", "#e8e3f1"),
    ("toolbox", "Python, command line, steps", "#e8e3f1"),
    ("chains", "tools that run other rooms' tools", "#dcebf7"),
    ("explorer", "what the dock asks", "#dcebf7"),
    ("rooms", "", ""),
    ("outputs", "what tools write", "#e3f0ec"),
    ("reports", "pages and figures", "#eef3e2"),
    ("formats", "files: one a format", "#e3f0ec"),
    ("data", "the nouns", "#fdf1dc"),
    ("frame", "declare, job, blocks, errors ...", "#f0f0f0"),
)
WIDTH, CELL, GAP, LEFT = 1100, 46, 8, 20
TOOLBOX = ("toolbox", "steps", "command_line")


def kind_of(module) -> tuple:
    """(kind, room) of a module by its path below ``algorithms``."""
    first = module[0]
    if first in TOOLBOX:
        return "toolbox", None
    if first in ("formats", "reports", "chains", "explorer", "outputs"):
        return first, None
    if first not in ROOMS:
        return "frame", None
    if len(module) > 1 and module[1] in ("tools", "pages"):
        return module[1], first
    return ("data" if first == "data" else "pure"), first


def sizes() -> tuple:
    """Lines by kind and room; and imports between pure files of different rooms."""
    lines, imports = Counter(), Counter()
    for path in sorted(CORE.rglob("*.py")):
        here = path.relative_to(CORE).with_suffix("").parts
        text = path.read_text(encoding="utf-8")
        place = kind_of(here)
        lines[place] += text.count("\n")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ImportFrom) and node.level and place[0] == "pure":
                base = here[: len(here) - node.level] + tuple((node.module or "").split("."))
                base = tuple(part for part in base if part)
                if base and kind_of(base)[0] == "pure" and base[0] != here[0]:
                    imports[here[0], base[0]] += 1
    for path in (ROOT / "processing_provider").rglob("*.py"):
        lines["processing_provider", None] += path.read_text(encoding="utf-8").count("\n")
    return lines, imports


def box(x, y, width, height, fill, title, note, size=13) -> str:
    """A rectangle with a title and a note."""
    middle = x + width / 2
    return (
        f'<rect x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}" rx="5" '
        f'fill="{fill}" stroke="#67859a"/>'
        f'<text x="{middle:.0f}" y="{y + height / 2 - 2:.0f}" font-size="{size}" '
        f'text-anchor="middle" font-weight="600">{html.escape(title)}</text>'
        f'<text x="{middle:.0f}" y="{y + height / 2 + 13:.0f}" font-size="10" '
        f'text-anchor="middle" fill="#5a6b76">{html.escape(note)}</text>'
    )


def drawing() -> str:
    """The SVG document."""
    lines, imports = sizes()

    def count(kind, room=None):
        size = lines[kind, room]
        return f"{size / 1000:.0f} thousand lines" if size >= 950 else f"{round(size, -2)} lines"

    parts, y = [], 44
    inner = WIDTH - 2 * LEFT
    rooms = [room for room in ROOMS if room != "data"]
    wide = (inner - GAP * len(rooms)) / (len(rooms) + 1)
    for name, note, fill in WHOLE:
        if name == "rooms":
            top = y
            for row, (kind, colour) in enumerate(ROWS):
                for column, room in enumerate(("data", *rooms)):
                    known = kind if room != "data" or kind != "pure" else None
                    if known is None or not lines[known, room]:
                        continue
                    x = LEFT + column * (wide + GAP)
                    parts.append(
                        box(x, top + row * (CELL + 6), wide, CELL, colour, f"{room}/"
                            f"{'' if kind == 'pure' else kind}", count(kind, room), 12)
                    )  # fmt: skip
            y = top + len(ROWS) * (CELL + 6) + GAP
            parts.append(arcs(imports, rooms, wide, y - 12))
            y += 44
            continue
        told = count(name, "data" if name == "data" else None)
        parts.append(box(LEFT, y, inner, CELL - 8, fill, name, f"{note}; {told}" if note else told))
        y += CELL
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y + 10}" width="{WIDTH}" '
        f'height="{y + 10}" font-family="sans-serif" fill="#24313b">'
        f'<rect width="{WIDTH}" height="{y + 10}" fill="white"/>'
        f'<text x="{LEFT}" y="26" font-size="15" font-weight="600">Imports go down, never up; '
        "beside each other only where an arc says so</text>"
    )
    return head + "".join(parts) + "</svg>\n"


def arcs(imports, rooms, wide, y) -> str:
    """Which rooms' pure files import another room's."""
    at = {room: LEFT + (k + 1) * (wide + GAP) + wide / 2 for k, room in enumerate(rooms)}
    out = []
    for (one, other), number in sorted(imports.items()):
        a, b = at[one], at[other]
        deep = 12 + abs(a - b) / 12
        out.append(
            f'<path d="M{a:.0f},{y} C{a:.0f},{y + deep:.0f} {b:.0f},{y + deep:.0f} {b:.0f},{y}" '
            'fill="none" stroke="#d9482b" stroke-width="1.4"/>'
            f'<circle cx="{b:.0f}" cy="{y}" r="3" fill="#d9482b"/>'
            f'<text x="{(a + b) / 2:.0f}" y="{y + 0.75 * deep + 10:.0f}" font-size="9" '
            'text-anchor="middle" '
            f'fill="#d9482b">{one} uses {other} ({number})</text>'
        )
    return "".join(out)


if __name__ == "__main__":
    TARGET.write_text(drawing(), encoding="utf-8")
    sys.stdout.write(f"{TARGET}\n")
