# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs tools and judges what they leave: results, one sentence, and no files."""

import functools
import hashlib
import importlib
import re
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
PROVIDER = "groundshift"
# QGIS' objects point at one another and must not vanish in Python's order.
ALIVE = []
# What may follow a full stop inside of a sentence that is still one.
ABBREVIATION = re.compile(r"\be\.g\. ")


def window_script(name):
    """A script that has QGIS do something in its window; the test is skipped where it cannot."""
    if str(SCRIPTS) not in sys.path:
        sys.path.append(str(SCRIPTS))
    screenshot = importlib.import_module("screenshot")
    try:
        screenshot.find_qgis()
    except sys.modules["qgis_env"].QgisMissingError as problem:
        pytest.skip(str(problem))
    return importlib.import_module(name)


def succeeded(result):
    """The outputs of a call of qgis_process that went well and had nothing to complain of."""
    assert result.code == 0, result.stderr
    assert result.stderr.strip() == "", result.stderr
    return result.results


def refusal(result):
    """The one sentence that a failed call of qgis_process leaves on stderr."""
    assert result.code == 1, (result.code, result.stdout[-300:], result.stderr[-300:])
    assert result.stdout == ""
    # QGIS prints the sentence twice, once after "ERROR:"; with it, its own waiting line.
    # On a full disk libtiff speaks on its own since GDAL 3.7 or so.
    lines = [
        line.strip()
        for line in result.stderr.splitlines()
        if not line.startswith(("ERROR:", "_tiff"))
    ]
    assert len(set(lines)) == 1, result.stderr
    return one_sentence(lines[0])


def one_sentence(text):
    """The text, which must be a single sentence and no account of a bug."""
    assert text, "nothing was said"
    assert "\n" not in text and "Traceback" not in text, text
    assert "inside Groundshift" not in text, text
    assert text.endswith("."), text
    assert ". " not in ABBREVIATION.sub("", text), text
    assert ".part" not in text, f"names a temporary file: {text}"
    return text


def run_here(tool, parameters, project=None, feedback=None):
    """Run a tool in this process.

    Returns
    -------
    results : dict
        Empty where it failed.
    problem : str
        What it said then.
    """
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

    class Feedback(QgsProcessingFeedback):
        problem = ""

        def reportError(self, text, fatalError=False):
            self.problem = text

    context = QgsProcessingContext()
    feedback = feedback or Feedback()
    project = project or empty_project()
    context.setProject(project)
    ALIVE.extend((project, context, feedback))
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"{PROVIDER}:{tool}")
    ALIVE.append(algorithm)
    parameters = {name: _plain(value) for name, value in parameters.items()}
    good, problem = algorithm.checkParameterValues(parameters, context)
    if not good:
        return {}, problem
    results, good = algorithm.run(parameters, context, feedback)
    problem = getattr(feedback, "problem", "")
    assert good == (problem == ""), problem
    return (results if good else {}), problem


@functools.lru_cache(maxsize=1)
def empty_project():
    """A project for runs that load nothing: since QGIS 3.26 each one writes a database of styles
    as it begins and as it ends, waiting for the disk."""
    from qgis.core import QgsProject

    return QgsProject()


def _plain(value):
    return str(value) if hasattr(value, "__fspath__") else value


def contents(folder):
    """Digest of every file below a folder, hidden ones too, and the names of its folders."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        found[name] = hashlib.sha1(path.read_bytes()).hexdigest() if path.is_file() else "folder"
    return found
