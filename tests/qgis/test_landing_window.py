# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps as they land in a real window: the driver of the pictures in the README."""

import pytest
from runs import window_script


@pytest.fixture
def window():
    return window_script("landing_window")


def test_a_stress_map_lands_below_the_slip(window, shared_data, tmp_path):
    data = shared_data("finite_fault_models").parent
    report = window.run(data, tmp_path, ["coulomb"], timeout=400)
    assert report["problem"] == ""
    rows = [(group, title, visible) for group, _, visible, title in report["trees"]["coulomb"]]
    assert rows == [
        ("Groundshift: Import and export slip model", "Slip patches", True),
        ("Groundshift: Coulomb stress change", "Coulomb stress change", True),
        ("Groundshift: Coulomb stress change", "Largest Coulomb stress change over depth", False),
    ]
    size = (tmp_path / "landing_coulomb.png").stat().st_size
    assert 20_000 < size < 300_000
