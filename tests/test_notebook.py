# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The notebook of the documentation runs from its first cell to its last."""

import json
from pathlib import Path

import pytest

NOTEBOOK = Path(__file__).resolve().parents[1] / "docs" / "from_interferograms_to_a_map.ipynb"


def test_the_notebook_runs(tmp_path, monkeypatch):
    matplotlib = pytest.importorskip("matplotlib", reason="matplotlib is not on this machine")
    matplotlib.use("Agg")
    monkeypatch.setenv("GROUNDSHIFT_NOTEBOOK", str(tmp_path))
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    names = {}
    for number, cell in enumerate(cells):
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), f"cell {number}", "exec"), names)
    assert names["rms"] < 10.0
    assert names["mended"]["share_after"] < names["mended"]["share_before"]
    assert names["areas"]["count"] >= 2
    assert (tmp_path / "map.png").stat().st_size > 10_000
