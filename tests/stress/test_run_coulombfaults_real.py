# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Landers 1992: what is known of the earthquakes about it."""

import numpy as np
import pytest
from groundshift.algorithms.data.medium import Medium
from groundshift.algorithms.data.patches import PatchSet
from groundshift.algorithms.formats.slip.slip_models import SlipSource
from groundshift.algorithms.formats.vectors.features import read_features
from groundshift.algorithms.toolbox import call

# Mainshock, Big Bear three hours later, Joshua Tree two months before: places, times and
# mechanisms of the Global CMT and the Southern California catalogues.
EVENTS = """time,latitude,longitude,depth,mag,strike,dip,rake
1992-06-28T11:57:34Z,34.200,-116.430,5,7.3,341,70,-172
1992-06-28T15:05:30Z,34.203,-116.827,5,6.5,228,88,-4
1992-04-23T04:50:23Z,33.960,-116.317,12,6.1,171,89,177
"""


@pytest.fixture
def run(shared_data, tmp_path):
    slip = shared_data("finite_fault_models") / "s1992LANDER01COHE.fsp"
    (tmp_path / "events.csv").write_text(EVENTS)
    target, told = tmp_path / "events.gpkg", []
    found = call(
        "coulombfaults", {"warn": told.append}, slip_file=slip, events=target, runs=19,
        catalogue=tmp_path / "events.csv", main_time="1992-06-28T11:57:34",
    )  # fmt: skip
    return found, read_features(target).columns, told


def test_landers_loaded_big_bear(run):
    """King, Stein and Lin (1994) have 2.2 to 2.9 bar there, of a slip model of their own."""
    found, table, told = run
    assert list(table["period"]) == ["mainshock", "after", "before"]
    assert 100 < table["coulomb1_kpa"][1] < 400 and 100 < table["coulomb2_kpa"][1] < 400
    assert found["aftershocks"] == 1 and found["before_count"] == 1
    assert any("Only 1 aftershocks" in text for text in told)


def test_the_agency_has_the_same_second_plane(run):
    """Global CMT of the mainshock: 248, 82, -20."""
    _, table, _ = run
    found = [table[f"{name}2_deg"][0] for name in ("strike", "dip", "rake")]
    np.testing.assert_allclose(found, [248, 82, -20], atol=0.6)


def test_triangles_give_what_rectangles_do(shared_data, tmp_path):
    """The same model cut into triangles: by a kernel of its own."""
    from dataclasses import replace

    from groundshift.algorithms.stress.fault_stress import stress_at

    slip = SlipSource(str(shared_data("finite_fault_models") / "s1992LANDER01COHE.fsp"))
    model = slip.read().model
    corners = model.patches.corners
    cut = PatchSet.of_triangles(
        np.concatenate([corners[:, [0, 1, 2]], corners[:, [2, 3, 0]]]), crs=model.patches.crs
    )
    # A vertical triangle strikes from 0 to 180 degrees, whatever its rectangle did.
    turned = np.tile(np.cos(model.patches.strike), 2) * np.cos(cut.strike) < 0
    twice = replace(
        model, patches=cut, strike_slip=np.tile(model.strike_slip, 2),
        dip_slip=np.where(turned, -1, 1) * np.tile(model.dip_slip, 2),
        opening=np.tile(model.opening, 2), extra={},
    )  # fmt: skip
    points = np.array([[30e3, 10e3, -8e3], [-20e3, 40e3, -5e3], [5e3, -40e3, -12e3]])
    medium = Medium()
    np.testing.assert_allclose(
        stress_at(model, points, medium), stress_at(twice, points, medium), rtol=1e-6, atol=1.0
    )
