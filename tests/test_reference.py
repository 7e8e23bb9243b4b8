# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The reference pages, of a part of the core."""

import importlib.util
import re
from pathlib import Path

import pytest


def test_pages_are_made_of_docstrings(tmp_path):
    pytest.importorskip("pdoc", reason="pdoc is not on this machine (pip install pdoc)")
    path = Path(__file__).resolve().parents[1] / "scripts" / "make_reference.py"
    spec = importlib.util.spec_from_file_location("make_reference", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    count = module.make(tmp_path, ("groundshift.algorithms.stress", "groundshift.algorithms.data"))
    assert count > 40 and (tmp_path / "index.html").exists()
    tools = re.sub(r"<[^>]+>", "", (tmp_path / "groundshift_tools.html").read_text("utf-8"))
    assert "Rate of false alarms" in tools and "min_coherence" in tools
    page = (tmp_path / "groundshift" / "algorithms" / "data" / "grid.html").read_text("utf-8")
    assert "A rectangle of pixels" in page
    assert not list(tmp_path.rglob("_*_kernel.html"))
