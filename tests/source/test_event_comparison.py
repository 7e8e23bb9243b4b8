# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip models beside seismic catalogues."""

from pathlib import Path

import numpy as np
import pytest
from groundshift.algorithms.data.earthquakes import Earthquakes
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.data.moment import magnitude_of
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.slip.slip_models import write_slip_model
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.source.event_comparison import (
    compare,
    model_event,
    moment_by_depth,
    same_event,
)
from groundshift.algorithms.source.planes import auxiliary, kagan_angle
from groundshift.algorithms.toolbox import call

FRAME = LocalMetres("EPSG:4326", 99.9, 25.6)
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
LANDERS = SHARED / "finite_fault_models" / "s1992LANDER01COHE.fsp"
MECHANISM = np.radians([139.0, 81.0, -170.0])


def fault(strike=139.0, dip=81.0, rake=-170.0, slip=(1.0, 0.5)):
    """Two rows of 10 x 4 km, the upper one from 2 km down."""
    across = np.array([-1, 1]) * 2e3
    s, d = np.radians([strike, dip])
    rows = [
        [a * np.cos(d) * np.cos(s), -a * np.cos(d) * np.sin(s), 4e3 + a * np.sin(d) + 2e3, s, d,
         10e3, 4e3] for a in across
    ]  # fmt: skip
    patches = PatchSet.of_rectangles(rows, crs=FRAME.crs)
    return SlipModel.of_rake(patches, np.array(slip), np.radians(rake))


def test_kagan_angles_of_known_rotations():
    assert np.degrees(kagan_angle(MECHANISM, np.stack(auxiliary(*MECHANISM)))) < 1e-4
    turned = MECHANISM + np.radians([25.0, 0, 0])
    assert np.degrees(kagan_angle(MECHANISM, turned)) == pytest.approx(25.0)
    # A vertical strike slip and the same turned by 90 degrees: P and T change places.
    first, second = np.radians([[0, 90, 0], [90, 90, 0]])
    assert np.degrees(kagan_angle(first, second)) == pytest.approx(90.0)


def test_a_model_is_its_own_mechanism_and_moment():
    model = fault()
    event = model_event(model, 30e9)
    assert event.moment == pytest.approx(30e9 * 40e6 * 1.5) == pytest.approx(event.sum_of_moments)
    np.testing.assert_allclose(event.mechanism, MECHANISM, atol=1e-9)
    assert event.double_couple == pytest.approx(1.0)
    depth = np.average(model.patches.depth, weights=[2, 1])
    assert event.point[2] == pytest.approx(-depth)
    turned = model_event(model, 30e9, np.radians(2.0))
    assert np.degrees(turned.mechanism[0]) == pytest.approx(141.0)


def test_moment_by_depth_adds_up():
    model = fault(dip=90.0)
    for step in (500.0, 1000.0, 3000.0, 0.0):
        edges, moment = moment_by_depth(model, 30e9, step)
        assert moment.sum() == pytest.approx(30e9 * 40e6 * 1.5)
        assert len(edges) == len(moment) + 1 and (moment >= 0).all()
    edges, moment = moment_by_depth(model, 30e9, 2000.0)
    np.testing.assert_allclose(moment / moment.sum(), [0, 1 / 3, 1 / 3, 1 / 6, 1 / 6], atol=1e-12)


def test_differences_are_seismic_less_model():
    event = model_event(fault(), 30e9)
    plane = MECHANISM + np.radians([5.0, -3.0, 8.0])
    other = np.stack(auxiliary(*plane))
    found = compare(
        event, event.point[:2] + np.array([[3e3, 4e3], [0, -1e3]]), np.array([1e4, np.nan]),
        np.array([np.nan, 6.0]), np.array([2 * event.moment, np.nan]),
        np.array([[other, plane], np.full((2, 3), np.nan)]),
    )  # fmt: skip
    assert found.distance[0] == pytest.approx(5e3)
    assert np.degrees(found.azimuth[0]) == pytest.approx(np.degrees(np.arctan2(3, 4)))
    assert found.depth[0] == pytest.approx(1e4 + event.point[2]) and np.isnan(found.depth[1])
    assert found.moment_ratio[0] == 2 and found.magnitude[0] == pytest.approx(np.log10(2) / 1.5)
    np.testing.assert_allclose(np.degrees(found.angles[0]), [5, -3, 8], atol=1e-6)
    assert np.isnan(found.kagan[1]) and found.magnitude[1] == pytest.approx(6 - event.magnitude)


def test_about_the_vertical_a_plane_that_dips_the_other_way_is_near():
    event = model_event(fault(strike=330, dip=89, rake=180), 30e9)
    plane = np.radians([151.0, 88.0, 179.0])
    planes = np.stack([plane, np.stack(auxiliary(*plane))])[None]
    found = compare(event, np.zeros((1, 2)), np.zeros(1), np.zeros(1), np.zeros(1), planes)
    np.testing.assert_allclose(np.degrees(found.angles[0]), [1, 3, 1], atol=1e-6)
    assert np.degrees(found.kagan[0]) < 4


def test_the_same_event_by_time_and_by_magnitude():
    times = np.array(["2021-05-21T13:48:37", "2021-05-21T13:48:40", "2021-05-21T14:31:00", "NaT"],
                     "datetime64[ms]")  # fmt: skip
    quakes = Earthquakes.of_rows(
        "x", [{"time": t, "magnitude": m} for t, m in zip(times, (6.1, 6.0, 5.2, 4.0))]
    )
    near = np.ones(4, bool)
    assert same_event(quakes, near, 6.04).tolist() == [1, 0]
    assert same_event(quakes, near, 6.04, times[2], 60.0).tolist() == [2]
    assert same_event(quakes, near, 4.0).tolist() == [3]
    assert not len(same_event(quakes, near, 6.0, np.datetime64("2020-01-01"), 60.0))


def catalogue(folder, place="99.9,25.6", mechanism="139,81,-170"):
    path = folder / "c.csv"
    magnitude = magnitude_of(30e9 * 40e6 * 1.5)
    path.write_text(
        "id,time,lon,lat,depth_km,mw,strike,dip,rake\n"
        f"a,2021-05-21T13:48:37,{place},8,{magnitude},{mechanism}\n"
        "b,2021-05-21T14:31:00,99.9,25.6,8,5.2,,,\n"
    )
    return path


def test_the_whole_way(tmp_path):
    slip = tmp_path / "slip.gpkg"
    write_slip_model(slip, fault(), FRAME.crs)
    names = {"compared": "c.gpkg", "depths": "d.csv", "page": "p.html"}
    done = call(
        "eventcompare", slip=slip, catalogue_file=catalogue(tmp_path),
        **{name: tmp_path / file for name, file in names.items()},
    )  # fmt: skip
    assert done["solutions"] == 1 and done["kagan"] < 0.1 and done["distance"] < 0.5
    assert done["magnitude_difference"] == pytest.approx(0, abs=1e-6)
    table = read_table(done["compared"])
    assert table.texts("event_id")[0] == "a"
    assert table.numbers("strike_difference_deg")[0] == pytest.approx(0, abs=0.05)
    assert "<svg" in done["page"].read_text()


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"main_time": "2020-01-01"}, "is of 2020-01-01"), ({"main_time": "noon"}, "is no time"),
        ({"reach": 0.1, "place": "99.8,25.6"}, "no earthquake lies within"),
    ],
)  # fmt: skip
def test_bad_input_is_one_sentence(tmp_path, given, why):
    slip = tmp_path / "slip.gpkg"
    write_slip_model(slip, fault(), FRAME.crs)
    path = catalogue(tmp_path, given.pop("place", "99.9,25.6"))
    with pytest.raises(GroundshiftError, match=why):
        call("eventcompare", slip=slip, catalogue_file=path, compared=tmp_path / "o.gpkg", **given)
    assert not (tmp_path / "o.gpkg").exists()


@pytest.mark.skipif(not LANDERS.exists(), reason="the finite-fault models are not on this machine")
def test_landers_is_right_lateral_to_the_north_west(tmp_path):
    path = tmp_path / "c.csv"
    path.write_text("lon,lat,depth_km,mw,strike,dip,rake\n-116.65,34.65,15,7.3,341,70,-172\n")
    done = call(
        "eventcompare", slip_file=LANDERS, catalogue_file=path, compared=tmp_path / "o.gpkg"
    )
    # Cohee and Beroza: Mw 7.08; segments from 320 to 354 degrees.
    assert done["magnitude_model"] == pytest.approx(7.08, abs=0.06)
    assert 320 < done["strike_model"] < 354 and done["dip_model"] > 85
    assert abs(done["rake_model"]) > 175 and done["kagan"] < 30
