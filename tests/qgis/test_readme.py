# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The commands that README.md prints are complete."""

import re
import shlex
from pathlib import Path

import pytest
from runs import ALIVE

ROOT = Path(__file__).resolve().parents[2]


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
