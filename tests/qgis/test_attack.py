# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The attack of scripts/attack.py in its quick form: no crash, no endless run, no error of ours."""

import importlib
import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[2] / "scripts"))
import attack
import attack_material


def test_some_bad_values_and_mutants(qgis_application, tmp_path):
    made = attack.run(3, seed=1, folder=tmp_path, most=250)
    assert made.faults() == []
    verdicts = Counter(answer["verdict"] for answer in made.answers.values())
    # How many depends on the machine; that most are refused and some run does not.
    assert verdicts["refused"] > 20 and verdicts["ran"] > 0


def test_every_kind_of_parameter_is_attacked(plugin):
    cases = attack.cases_of(plugin.provider)
    tools = {case["tool"] for case in cases}
    names = [tool.name() for tool in plugin.provider.algorithms() if hasattr(tool, "check_values")]
    assert sorted(tools) == sorted(names)
    assert len(cases) > 5000
    for tool in plugin.provider.algorithms():
        for definition in tool.parameterDefinitions() if hasattr(tool, "check_values") else ():
            assert attack_material.bad_values(definition), (tool.name(), definition.type())


@pytest.mark.parametrize("reader", attack.READERS)
def test_the_readers_are_there(reader):
    module, function = reader.split(":")
    module = importlib.import_module(f"groundshift.algorithms.{module}")
    assert callable(getattr(module, function))


@pytest.mark.parametrize(
    "said, worth",
    [
        ("", "ran"), ("STACK: is missing; give one.", "refused"),
        ("An error inside Groundshift (KeyError: 'a'): please report it.", "inside"),
        ("Traceback (most recent call last):", "no sentence"), ("no reason", "no sentence"),
    ],
)  # fmt: skip
def test_what_an_answer_is_worth(said, worth):
    assert attack.verdict(said)[0] == worth


def test_crashes_and_endless_runs_are_noted(tmp_path, monkeypatch):
    # A process in the place of QGIS, which crashes on its second case and hangs on its third.
    script = tmp_path / "stand_in.py"
    script.write_text(
        "import json, os, sys, time\n"
        "cases = json.load(open(sys.argv[3]))\n"
        "out = open(sys.argv[4], 'a')\n"
        "for k, case in enumerate(cases):\n"
        "    print(json.dumps({'begin': k}), file=out, flush=True)\n"
        "    if case['kind'] == 'crash': os.abort()\n"
        "    if case['kind'] == 'hang': time.sleep(100)\n"
        "    answer = {'end': k, 'verdict': 'ran', 'said': '', 'seconds': 0}\n"
        "    print(json.dumps(answer), file=out, flush=True)\n"
    )
    monkeypatch.setattr(attack, "__file__", str(script))
    monkeypatch.setattr(attack, "PATIENCE", 1.0)
    kinds = ("fine", "crash", "hang", "fine")
    cases = [{"tool": "a", "name": "B", "kind": kind} for kind in kinds]
    made = attack.Attack(tmp_path, cases, attack.time.monotonic() + 60)
    made.share(0, 1)
    assert [made.answers[k]["verdict"] for k in range(4)] == ["ran", "crash", "endless", "ran"]
    assert [fault["said"] for fault in made.faults()] == ["signal 6", "over 1 s"]
