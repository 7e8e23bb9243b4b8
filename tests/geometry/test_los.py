# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
from groundshift.algorithms.data import los
from groundshift.algorithms.errors import GroundshiftError
from hypothesis import given
from hypothesis import strategies as st

ANGLES = st.tuples(st.floats(5, 80), st.floats(-180, 360))


@pytest.mark.parametrize(
    "incidence, heading, expected",
    [(35.93, 349.54, (-0.5770, -0.1065, 0.8097)), (38.10, 190.22, (0.6072, -0.1095, 0.7869))],
)
def test_the_vectors_of_liao_2022(incidence, heading, expected):
    got = los.from_incidence_heading(incidence, heading)
    assert (got.east, got.north, got.up) == pytest.approx(expected, abs=6e-5)


@given(ANGLES)
def test_all_ways_of_giving_the_line_of_sight_agree(angles):
    incidence, heading = angles
    one = los.from_incidence_heading(incidence, heading)
    two = los.from_incidence_azimuth(one.incidence, one.azimuth)
    theta, phi = np.radians(90 - incidence), np.arctan2(one.north, one.east)
    three = los.from_elevation_orientation(theta, phi)
    four = los.from_components(one.east, one.north, one.up)
    for other in (two, three, four):
        assert (other.east, other.north, other.up) == pytest.approx(
            (one.east, one.north, one.up), abs=1e-9
        )
    assert np.cos(np.radians(one.heading - heading)) == pytest.approx(1, abs=1e-9)


def test_the_azimuth_is_mintpys():
    ascending = los.from_incidence_heading(39.0, -12.0)
    assert ascending.east < 0  # the satellite stands in the west
    assert ascending.azimuth == pytest.approx(102.0)


def test_uplift_comes_towards_the_satellite_from_either_side():
    for left in (False, True):
        vector = los.from_incidence_heading(35.0, -10.0, left_looking=left)
        assert vector.project(0, 0, 1) == pytest.approx(np.cos(np.radians(35)))


@pytest.mark.parametrize("incidence", [0.6, -5.0, 95.0])
def test_an_incidence_that_cannot_be_one_is_refused(incidence):
    with pytest.raises(GroundshiftError, match="incidence"):
        los.from_incidence_heading(incidence, 350.0)


def test_vectors_from_the_satellite_are_refused():
    with pytest.raises(GroundshiftError, match="point down"):
        los.from_components(0.6, 0.1, -0.79)


def test_vectors_of_another_length_are_refused():
    """Nor are they made one in silence: the displacement along them is another."""
    with pytest.raises(GroundshiftError, match="no unit vectors"):
        los.from_components([0.6, 0.72], [0.0, 0.0], [0.8, 0.96])
    found = los.from_components(0.62, -0.13, 0.78)  # rounded to two decimals
    assert np.linalg.norm([found.east, found.north, found.up]) == pytest.approx(1, abs=1e-12)


def test_one_vector_that_points_down_is_too_many():
    east, up = np.full(9, 0.6), np.full(9, 0.8)
    up[4] = -0.8
    with pytest.raises(GroundshiftError, match="1 of 9"):
        los.from_components(east, 0 * east, up)


def test_degrees_for_radians_are_refused():
    with pytest.raises(GroundshiftError, match="not in radians"):
        los.from_elevation_orientation(np.array([51.0]), np.array([190.0]))


def test_zero_vectors_are_no_data():
    got = los.from_components(np.zeros(2), np.zeros(2), np.array([0.0, 1.0]))
    assert np.isnan(got.up[0]) and got.up[1] == 1.0
