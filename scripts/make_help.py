# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the help that the plugin brings along: ``docs/help/*.html``.

A page a tool and model, from what the tool declares and from ``docs/help/text/<id>.md``; the other
texts in that folder (the index, tutorials) and those of ``docs/tutorials`` become pages of their
own. Run it with QGIS' Python
after a change of either: ``python3 scripts/make_help.py``.
"""

from __future__ import annotations

import html
import os
import re
import sys

import qgis_env
from help_markdown import to_html
from help_page import Names, page, tool_page

HELP = qgis_env.ROOT / "docs" / "help"
TEXTS = HELP / "text"
GUIDES = ("explorer", "tutorial-inventory", "tutorial-coulomb")
"""Texts that are no tool's."""
TUTORIALS = qgis_env.ROOT / "docs" / "tutorials"
CLICKS = ("first-steps", "stress-on-faults")
"""Texts there."""


def text(name: str) -> str:
    """What is written by hand about a tool; empty where nothing is."""
    path = TEXTS / f"{name}.md"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def tutorial(name: str) -> str:
    """A text of ``docs/tutorials`` with links as they are from ``docs/help``."""

    def moved(match):
        path = match.group(1)
        if path.startswith("../help/"):
            return f"]({path[len('../help/') :]})"
        return f"]({path[:-3]}.html)" if path.endswith(".md") else f"](../tutorials/{path})"

    written = (TUTORIALS / f"{name}.md").read_text(encoding="utf-8")
    return re.sub(r"\]\(([^):]+)\)", moved, written)


def _first_sentence(tool):
    words = tool.SUMMARY if hasattr(tool, "SUMMARY") else text(tool.name())
    return words.split(". ")[0].rstrip(".").replace("\n", " ") + "."


def index_page(tools, groups) -> str:
    """The list of all tools, by group, after the text of ``index.md``."""
    parts = [to_html(text("index"))]
    for room, title in groups.items():
        members = [tool for tool in tools if tool.groupId() == room]
        if not members:
            continue
        parts.append(f'<h2 id="{room}">{html.escape(title)}</h2>\n<dl class="tools">')
        for tool in members:
            icon = tool.svgIconPath().replace("\\", "/").rsplit("/", 1)[1]
            parts.append(
                f'<dt><img class="icon" src="../../ui/icons/{icon}" alt="">'
                f'<a href="{tool.name()}.html">{html.escape(tool.displayName())}</a></dt>'
                f"<dd>{html.escape(_first_sentence(tool), quote=False)}</dd>"
            )
        parts.append("</dl>")
    return page("Help", "\n".join(parts))


def pages(tools, groups) -> dict:
    """All pages, HTML by the file's name.

    Parameters
    ----------
    tools : sequence of QgsProcessingAlgorithm
        In the order in which they are listed.
    groups : dict
        Titles of the groups by room.
    """
    names = Names({tool.name(): tool.displayName() for tool in tools})
    made = {f"{tool.name()}.html": tool_page(tool, text(tool.name()), names) for tool in tools}
    made["index.html"] = index_page(tools, groups)
    guides = {name: text(name) for name in GUIDES} | {name: tutorial(name) for name in CLICKS}
    for name, words in guides.items():
        made[f"{name}.html"] = page(words.splitlines()[0].lstrip("# "), to_html(words))
    return made


def listed(provider) -> list:
    """The provider's tools in the order of the toolbox' rooms, models last.

    Raises
    ------
    SystemExit
        If a tool was left out because it cannot be imported: its page would go.
    """
    from groundshift.processing_provider.provider import TOOLS

    tools = provider.algorithms()
    order = [module.split(".")[1] for module in TOOLS]
    missing = set(order) - {tool.name() for tool in tools}
    if missing:
        raise SystemExit(f"{', '.join(sorted(missing))}: cannot be imported; mend it first.")
    place = {name: number for number, name in enumerate(order)}
    return sorted(tools, key=lambda tool: (place.get(tool.name(), len(place)), tool.name()))


def main():
    """Write the pages, and take away those of tools that are no more."""
    from make_models import start

    _, plugin = start()
    from groundshift.processing_provider.tool import GROUPS

    made = pages(listed(plugin.provider), GROUPS)
    for path in HELP.glob("*.html"):
        if path.name not in made:
            path.unlink()
    for name, content in made.items():
        (HELP / name).write_text(content, encoding="utf-8")
    sys.stdout.write(f"{len(made)} pages in {HELP}\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
