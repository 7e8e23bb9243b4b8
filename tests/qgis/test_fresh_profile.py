# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The zip, installed by QGIS' own plugin installer into a fresh profile of a real window.

The quick part of scripts/fresh_profile.py, which without ``--quick`` also runs the demo scene, a
tool of each room and a model from there.
"""

import re

import pytest
from runs import window_script


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    fresh_profile = window_script("fresh_profile")
    report = fresh_profile.run(tmp_path_factory.mktemp("fresh"), quick=True)
    assert report["problem"] == ""
    return report


def test_it_is_installed_and_runs_from_the_profile(report):
    install = report["install"]
    assert install["in_profile"] and install["running"] and install["enabled"]
    # QGIS offers the plugin that installs Python packages; it was declined.
    assert [text for text in install["dialogs"] if "qpip" in text]


def test_start_page_and_explorer_work_from_there(report):
    assert report["welcome"]["page"]
    assert report["explorer"] == {"series": 1, "message": ""}


def test_help_icons_and_styles_are_there(report):
    from groundshift.processing_provider.provider import MODELS, TOOLS

    pages = report["pages"]
    assert pages["lacking"] == []
    assert pages["tools"] == len(TOOLS) + len(list(MODELS.glob("*.model3")))
    rooms = {module.split(".")[0] for module in TOOLS}
    assert set(pages["rooms"]) == rooms and len(rooms) >= 7


def test_it_goes_off_and_on_without_a_complaint(report):
    assert report["reload"]["tools"] == report["pages"]["tools"]
    # Of the warnings about Python, those that our own files earn.
    by_qgis = re.compile(r"Python warning: warning:(?!\S*/groundshift/)")
    assert [text for text in report["log"] if not by_qgis.match(text)] == []


def test_qgis_process_runs_it_in_that_profile(report):
    batch = report["qgis_process"]
    assert batch["code"] == 0, batch["stderr"]
    assert batch["tools"] == report["pages"]["tools"]
    assert "Traceback" not in batch["stderr"]
