# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The commands that README.md prints: all are complete, and those of the simulated data run."""

import re
import shlex
from pathlib import Path

import pytest
from runs import ALIVE, run_here, succeeded

ROOT = Path(__file__).resolve().parents[2]
SMALL = {
    "simulatestack": {"ROWS": "60", "COLS": "70", "DATES": "20"},
    "simulateslc": {"ROWS": "60", "COLS": "70", "DATES": "12"},
}
"""Sizes with which the chain takes seconds."""
COLD = {"ROWS": "60", "COLS": "70", "DATES": "60"}
"""Of permafrost: two years, or its tools refuse the series."""


def commands(path=ROOT / "README.md"):
    """Tool and parameters of every printed call; several values of one are a list."""
    found = []
    for block in re.findall(r"```bash\n(.*?)```", path.read_text(encoding="utf-8"), re.S):
        for line in block.replace("\\\n", " ").splitlines():
            words = shlex.split(line)
            if words[:2] != ["qgis_process", "run"]:
                continue
            given = {}
            for word in words[3:]:
                name, value = re.fullmatch(r"--((?:\w+:)?[^=]+)=(.*)", word, re.S).groups()
                given.setdefault(name, []).append(value)
            found.append((words[2], {k: v if len(v) > 1 else v[0] for k, v in given.items()}))
    return found


COMMANDS = commands()


def definitions(tool):
    """Parameters of a tool or model by name."""
    from qgis.core import QgsApplication

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(tool)
    ALIVE.append(algorithm)
    assert algorithm is not None, tool
    return {one.name(): one for one in algorithm.parameterDefinitions()}


@pytest.mark.parametrize(
    ("tool", "given"), COMMANDS, ids=[f"{k}-{tool}" for k, (tool, _) in enumerate(COMMANDS)]
)
def test_a_command_is_complete(plugin, tool, given):
    from qgis.core import QgsProcessingParameterDefinition

    known = definitions(tool)
    assert set(given) <= set(known)
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    needed = {
        name
        for name, one in known.items()
        if not one.flags() & optional and one.defaultValue() is None
    }
    assert needed <= set(given), f"{tool} also needs {sorted(needed - set(given))}"


def are_there(known, given):
    """Whether a command's files and layers exist."""
    kinds = ("file", "raster", "vector", "source", "multilayer", "layer")
    for name, value in given.items():
        if known[name].type() in kinds and not known[name].isDestination():
            values = value if isinstance(value, list) else [value]
            if not all(Path(one).exists() for one in values):
                return False
    return True


def test_the_commands_run_one_after_the_other(plugin, qgis_process, tmp_path, monkeypatch):
    """Those whose input earlier ones made; the others need data from elsewhere.

    After the first ones as they are printed the others run in this QGIS, which is there already.
    """
    monkeypatch.chdir(tmp_path)
    ran = []
    for tool, given in COMMANDS:
        if "SCHEDULER" in given or not are_there(definitions(tool), given):
            continue
        name = tool.split(":")[1]
        given = {**given, **(COLD if "SCENE" in given else SMALL.get(name, {}))}
        if len(ran) < 4:
            succeeded(qgis_process.run(tool, given))
        else:
            assert run_here(name, given)[1] == "", name
        ran.append(name)
    assert ran[:3] == ["simulatestack", "importstack", "sbas"]
    assert {"velocity", "smallbaseline", "psds", "pscandidates", "ds", "unwrap"} <= set(ran)
