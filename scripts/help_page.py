# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A tool's page of help: what it declares, and a text that is written by hand."""

from __future__ import annotations

import html
import re

from help_markdown import inline, table, to_html
from qgis.core import (
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)

KINDS = {
    "authcfg": "login", "boolean": "yes or no", "crs": "coordinate reference system",
    "extent": "rectangle", "field": "field", "fileDestination": "file",
    "folderDestination": "folder", "layer": "vector or raster layer", "matrix": "table",
    "multilayer": "files or layers",
    "point": "point", "raster": "raster layer", "rasterDestination": "raster layer",
    "string": "text", "vector": "vector layer", "vectorDestination": "vector layer",
}  # fmt: skip
UNLIMITED = 1e9

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - Groundshift</title>
<link rel="stylesheet" href="help.css">
</head>
<body>
<nav><a href="index.html">Groundshift</a>{way}</nav>
{body}
</body>
</html>
"""


def page(title: str, body: str, way: str = "") -> str:
    """A whole HTML page."""
    return PAGE.format(title=html.escape(title), body=body, way=way)


class Names:
    """Turns 'Names of tools' in a text into links to their pages.

    Parameters
    ----------
    titles : dict
        Titles by id; a short form without what stands in brackets is understood, too.
    """

    def __init__(self, titles):
        self.ids = {title: name for name, title in titles.items()}
        self.ids.update({title.split(" (")[0]: name for title, name in list(self.ids.items())})

    def linked(self, text: str) -> str:
        """HTML of a declared text."""
        return re.sub(r"(?<!\w)'([^'<>]+)'(?!\w)", self._link, inline(text))

    def _link(self, match):
        name = self.ids.get(match.group(1))
        return f'<a href="{name}.html">{match.group(1)}</a>' if name else match.group()


def is_optional(definition) -> bool:
    """Whether a parameter can be left empty."""
    return bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional)


def is_advanced(definition) -> bool:
    """Whether a parameter is folded away."""
    return bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced)


def kind(definition) -> str:
    """What a parameter takes, in words."""
    if isinstance(definition, QgsProcessingParameterFile):
        folder = definition.behavior() == QgsProcessingParameterFile.Behavior.Folder
        return "folder" if folder else "file"
    if isinstance(definition, QgsProcessingParameterNumber):
        return _number(definition)
    if definition.type() == "enum":
        return ", ".join(f"<code>{html.escape(word)}</code>" for word in definition.options())
    return KINDS.get(definition.type(), definition.type())


def _number(definition):
    whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    words = "whole number" if whole else "number"
    low, high = definition.minimum(), definition.maximum()
    if abs(low) < UNLIMITED and abs(high) < UNLIMITED:
        return f"{words}, {low:g} to {high:g}"
    if abs(low) < UNLIMITED:
        return f"{words}, {low:g} or more"
    return f"{words}, {high:g} or less" if abs(high) < UNLIMITED else words


def default(definition) -> str:
    """A parameter's default in words."""
    value = definition.defaultValue()
    if definition.type() == "boolean":
        return "yes" if value else "no"
    if value in (None, "", []):
        return "empty" if is_optional(definition) else "<strong>needed</strong>"
    if isinstance(value, (int, float)):
        return f"{value:.10g}"
    return html.escape(str(value))


def _row(definition, names):
    title = f"{html.escape(definition.description())}<br><code>{definition.name()}</code>"
    return title, kind(definition), default(definition), names.linked(definition.help())


def _result_row(definition, names):
    title = f"{html.escape(definition.description())}<br><code>{definition.name()}</code>"
    wanted = "if wanted" if is_optional(definition) else "always"
    return title, KINDS[definition.type()], wanted, names.linked(definition.help())


def parameter_tables(tool, names) -> str:
    """Tables of what goes into a tool and what comes out."""
    definitions = tool.parameterDefinitions()
    takes = [d for d in definitions if not d.isDestination()]
    gives = [d for d in definitions if d.isDestination()]
    numbers = [o for o in tool.outputDefinitions() if o.name() not in {d.name() for d in gives}]
    header = ("Parameter", "Takes", "Default", "Meaning")
    parts = []
    for title, chosen in (
        ("Parameters", [d for d in takes if not is_advanced(d)]),
        ("Advanced parameters", [d for d in takes if is_advanced(d)]),
    ):
        if chosen:
            rows = [_row(definition, names) for definition in chosen]
            parts += [f'<h2 id="{title.lower().replace(" ", "-")}">{title}</h2>']
            parts += [table(rows, header)]
    parts.append('<h2 id="outputs">Outputs</h2>')
    if gives:
        rows = [_result_row(definition, names) for definition in gives]
        parts.append(table(rows, ("Output", "Kind", "Written", "Meaning")))
    if numbers:
        rows = [(html.escape(o.description()), f"<code>{o.name()}</code>") for o in numbers]
        parts.append("<p>Numbers and texts that are reported:</p>")
        parts.append(table(rows, ("Result", "Name")))
    return "\n".join(parts)


def model_lists(model, names) -> str:
    """What a model asks for and gives; the latter by title, as its order depends on QGIS."""
    definitions = model.parameterDefinitions()
    takes = [_row(d, names) for d in definitions if not d.isDestination()]
    gives = [
        (html.escape(d.description()), KINDS[d.type()], names.linked(d.help()))
        for d in sorted(definitions, key=lambda d: d.description())
        if d.isDestination()
    ]
    return "\n".join(
        (
            '<h2 id="parameters">Parameters</h2>',
            table(takes, ("Parameter", "Takes", "Default", "Meaning")),
            '<h2 id="outputs">Outputs</h2>',
            table(gives, ("Output", "Kind", "Meaning")),
            "<p>More is told at the tools that the model is made of. On the command line"
            f" <code>qgis_process help groundshift:{model.name()}</code> lists the outputs'"
            " names.</p>",
        )
    )


def head(tool) -> str:
    """Icon, title and id."""
    icon = tool.svgIconPath().replace("\\", "/").rsplit("/", 1)[1]
    return (
        f'<h1><img class="icon" src="../../ui/icons/{icon}" alt="">'
        f"{html.escape(tool.displayName())}</h1>\n"
        f'<p class="id">Toolbox: Groundshift, {html.escape(tool.group())}. '
        f"Command line: <code>groundshift:{tool.name()}</code></p>"
    )


def tool_page(tool, text: str, names: Names) -> str:
    """The page of a tool or a shipped model.

    Parameters
    ----------
    tool : QgsProcessingAlgorithm
    text : str
        What is written by hand, as Markdown; may be empty.
    names : Names
    """
    is_model = not hasattr(tool, "SUMMARY")
    parts = [head(tool)]
    if not is_model:
        parts.append(f'<p class="summary">{names.linked(tool.SUMMARY)}</p>')
    parts.append(to_html(text))
    parts.append(model_lists(tool, names) if is_model else parameter_tables(tool, names))
    if not is_model and tool.PAPER:
        parts.append(f'<h2 id="papers">Papers</h2>\n<p>{inline(tool.PAPER)}.</p>')
    if not is_model and tool.NEEDS:
        packages = ", ".join(tool.NEEDS)
        parts.append(f'<p class="id">Python packages: {packages}.</p>')
    way = f' / <a href="index.html#{tool.groupId()}">{html.escape(tool.group())}</a>'
    return page(tool.displayName(), "\n".join(part for part in parts if part), way)
