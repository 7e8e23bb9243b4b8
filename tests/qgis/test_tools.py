# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""End-to-end cases of tools, the rows of ``<room>/tools.yaml``, by QGIS and by Python.

A row::

    - name: the rate of a bowl
      tool: stacking
      make: {s.h5: bowl}                    # files and folders that tests/helpers/rows.py makes
      parameters: {STACK: s.h5, WEIGHTS: uniform}
      outputs: {VELOCITY: v.tif}
      numbers: {PIXELS: 38400, FASTEST_AWAY: [-61, -59]}    # the value, or from and to
      styled: [VELOCITY]                    # have a style and metadata beside them
      refused: lower the thresholds         # in place of numbers: the sentence holds this

Where the tool has its declaration in the core, Python's function has to give the same numbers.
"""

import math
import re
from pathlib import Path

import pytest
import rows as made
import yaml
from groundshift.algorithms import toolbox
from groundshift.algorithms.errors import GroundshiftError
from runs import one_sentence, run_here

HERE = Path(__file__).resolve().parent
ROWS = [
    pytest.param(row, id=f"{row['tool']}: {row['name']}")
    for path in sorted(HERE.glob("*/tools.yaml"))
    for row in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def holds(found, wanted) -> bool:
    """Whether a number is the one that is wanted, or between two."""
    if isinstance(wanted, list):
        return wanted[0] <= found <= wanted[1]
    return (
        found == pytest.approx(wanted, rel=1e-6) if isinstance(wanted, float) else found == wanted
    )


def given(row, folder) -> dict:
    """The parameters with files that were made in place of their names."""
    known = row.get("make", {})
    return {
        name: str(folder / value) if str(value).split("/")[0] in known else value
        for name, value in row.get("parameters", {}).items()
    }


def outputs(row, folder, face) -> dict:
    """Where a face writes; a folder of its own."""
    place = folder / face
    place.mkdir()
    return {name: str(place / file) for name, file in row.get("outputs", {}).items()}


@pytest.mark.parametrize("row", ROWS)
def test_row(plugin, tmp_path, row):
    for name, maker in row.get("make", {}).items():
        made.MAKERS[maker](tmp_path / name)
    parameters, by_qgis = given(row, tmp_path), outputs(row, tmp_path, "qgis")
    results, problem = run_here(row["tool"], {**parameters, **by_qgis})
    if "refused" in row:
        assert results == {} and re.search(row["refused"], one_sentence(problem)), problem
        assert not any(Path(path).exists() for path in by_qgis.values())
    else:
        assert problem == ""
        wrong = {
            name: results[name] for name, wanted in row["numbers"].items()
            if not holds(results[name], wanted)
        }  # fmt: skip
        assert not wrong
        assert all(Path(path).exists() for path in by_qgis.values())
        for name in row.get("styled", ()):
            layer = Path(by_qgis[name])
            assert layer.with_suffix(".qml").exists()
            # Layers of features keep what describes them in their file.
            assert layer.suffix != ".tif" or layer.with_suffix(".qmd").exists()
    if row["tool"] in toolbox.places():
        by_python(row, tmp_path, parameters, results)


def by_python(row, tmp_path, parameters, results):
    """The same by the function of the package."""
    values = {**parameters, **outputs(row, tmp_path, "python")}
    values = {name.lower(): value for name, value in values.items()}
    if "refused" in row:
        with pytest.raises(GroundshiftError, match=row["refused"]):
            toolbox.call(row["tool"], **values)
        return
    found = toolbox.call(row["tool"], **values)
    for name in toolbox.tool(row["tool"]).NUMBERS:
        one, other = results.get(name), found.get(name.lower())
        if one is None or other is None:
            assert one is None and (other is None or math.isnan(other))
        else:
            assert float(other) == pytest.approx(one, rel=1e-9, nan_ok=True)
