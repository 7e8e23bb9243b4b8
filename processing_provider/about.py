# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What metadata.txt says about the plugin."""

from __future__ import annotations

import configparser
from functools import lru_cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


@lru_cache(maxsize=1)
def _general():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(PACKAGE / "metadata.txt", encoding="utf-8")
    return parser["general"]


def metadata(name: str) -> str:
    """An entry of metadata.txt, such as ``version``."""
    return _general()[name]


def plugin_version() -> str:
    """Version of the plugin."""
    return metadata("version")


def used_marker(folder: Path, tool: str) -> Path:
    """The file that tells that a tool's kernels are compiled."""
    return folder / f"used-{tool}-{plugin_version()}"


def help_page(name: str) -> str:
    """Address of the page about a tool that the plugin brings along; the homepage without one."""
    page = PACKAGE / "docs" / "help" / f"{name}.html"
    return page.as_uri() if page.is_file() else f"{metadata('homepage')}#{name}"
