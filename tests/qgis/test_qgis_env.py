# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the helper that calls qgis_process leaves out of stderr, and what never."""

import pytest

WARNED = "{}:40: DeprecationWarning: codecs.open() is deprecated.\n  with codecs.open(name) as f:\n"
SENTENCE = "a.tif: is empty; choose another.\n"


@pytest.fixture
def said(make_qgis_process, tmp_path):
    """Function that gives what is left of a text on stderr."""
    process = make_qgis_process(tmp_path, enable=False)
    process.command = "/bin/sh"

    def call(text):
        return process.call("-c", 'printf %s "$1" >&2', "_", text).stderr

    return call


@pytest.mark.parametrize(
    "path",
    [
        "/usr/lib/python3/dist-packages/qgis/utils.py",
        "/usr/share/qgis/python/plugins/processing/algs/help/__init__.py",
        "/opt/conda/share/qgis/python/qgis/core/contextmanagers.py",
    ],
)
def test_warnings_of_qgis_itself_are_left_out(said, path):
    warned = WARNED.format(path)
    assert said(warned + warned + SENTENCE + warned) == SENTENCE
    assert said(warned.splitlines(keepends=True)[0] + SENTENCE) == SENTENCE


@pytest.mark.parametrize(
    "path",
    [
        "/work/groundshift/ui/window.py",
        "/work/build/plugins/groundshift/processing_provider/layers.py",
        "/home/a/.local/share/QGIS/QGIS3/profiles/default/python/plugins/groundshift/plugin.py",
        "/usr/lib/python3/dist-packages/numpy/core/fromnumeric.py",
        "/usr/share/qgis/python/plugins/other/main.py",
    ],
)
def test_warnings_of_other_files_stay(said, path):
    text = WARNED.format(path) + SENTENCE
    assert said(text) == text


def test_nothing_else_of_qgis_is_left_out(said):
    failed = (
        '  File "/usr/lib/python3/dist-packages/qgis/utils.py", line 9, in a\nDeprecationWarning\n'
    )
    assert said(failed) == failed
