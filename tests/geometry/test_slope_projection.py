# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates along slopes against reference numbers and simulated motion."""

import numpy as np
import pytest
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.geometry import slope_projection as sp
from hypothesis import given
from hypothesis import strategies as st

CODES = {name: code for code, name in sp.STATUS.items()}


def test_oracle(oracle):
    rows = oracle("los_slope.csv")
    assert len(rows) == 60
    value = {k: np.array([float(r[k]) for r in rows]) for k in rows[0] if k != "class_local"}
    los = from_incidence_heading(value["incidence"], value["heading"])
    tilt = value["slope"], value["aspect_downslope_azimuth"]
    for name, found in (
        ("losE", los.east), ("losN", los.north), ("losU", los.up),
        ("C_los_dot_downslope", sp.sensitivity(los, *tilt)),
    ):  # fmt: skip
        np.testing.assert_allclose(found, value[name], rtol=0, atol=1e-12, err_msg=name)


@given(
    st.floats(20, 50), st.floats(0, 360), st.floats(6, 80), st.floats(0, 360), st.floats(-50, 50)
)
def test_motion_along_the_slope_comes_back(incidence, heading, slope, aspect, speed):
    los = from_incidence_heading(incidence, heading)
    seen = los.project(*(speed * part for part in sp.downhill(slope, aspect)))
    rates = sp.project(
        np.array([seen]), np.array([2.0]), los, np.array([slope]), np.array([aspect]),
        least_sensitivity=0.1,
    )  # fmt: skip
    if abs(rates.sensitivity[0]) < 0.1:
        assert np.isnan(rates.velocity[0]) and rates.status[0] == 5
    else:
        assert rates.velocity[0] == pytest.approx(speed, abs=1e-9)
        assert rates.std[0] == pytest.approx(2.0 / abs(rates.sensitivity[0]))
        assert rates.status[0] == (2 if rates.velocity[0] < 0 else 1)


def made(rule="drop", **options):
    """Six slopes: steep, insensitive (both signs), uphill, flat, void."""
    los = from_incidence_heading(40.0, 0.0)  # looks west to east: satellite in the west
    slope = np.array([30.0, 49.0, 51.0, 30.0, 2.0, np.nan])
    aspect = np.array([270.0, 270.0, 270.0, 270.0, np.nan, 270.0])
    rate = np.array([5.0, 1.0, 1.0, -5.0, 5.0, 5.0])
    return los, sp.project(rate, np.ones(6), los, slope, aspect, rule, **options)


def test_drop_and_clip():
    los, dropped = made()
    # C = sin(40) cos(slope) - cos(40) sin(slope) = sin(40 - slope).
    c = np.sin(np.radians(40.0 - np.array([30.0, 49.0, 51.0, 30.0])))
    np.testing.assert_allclose(dropped.sensitivity[:4], c, atol=1e-12)
    assert dropped.status.tolist() == [5, 5, 5, 5, 6, 0]
    los, dropped = made(least_sensitivity=0.17)
    assert dropped.status.tolist() == [1, 5, 2, 2, 6, 0]
    assert dropped.velocity[2] == pytest.approx(1 / c[2])
    los, clipped = made("clip")
    assert clipped.status.tolist() == [3, 4, 4, 4, 6, 0]
    np.testing.assert_allclose(clipped.velocity[:4], [5 / 0.3, -1 / 0.3, -1 / 0.3, -5 / 0.3])
    np.testing.assert_allclose(clipped.std[:4], 1 / 0.3)
    _, no_uphill = made("clip", drop_up_slope=True)
    assert no_uphill.status.tolist() == [3, 7, 7, 7, 6, 0]
    assert np.isnan(no_uphill.velocity[1:]).all()


def test_a_level_cell_without_the_flat_rule():
    los = from_incidence_heading(40.0, 0.0)
    rates = sp.project(
        np.array([5.0]),
        np.array([1.0]),
        los,
        np.array([0.0]),
        np.array([np.nan]),
        flat_slope=0.0,
    )
    # Sliding on a level plane has no direction; the convention of the aspect 0 must not break.
    assert np.isfinite(rates.sensitivity[0])


def test_std_of_a_tilted_slope_by_simulation():
    rng = np.random.default_rng(0)
    los = from_incidence_heading(39.0, 348.0)
    slope, aspect, sigma = 25.0, 110.0, 1.0
    # Independent tilts of the surface's normal, downhill and across.
    b, a = np.radians(slope), np.radians(aspect)
    normal = np.array([np.sin(a) * np.sin(b), np.cos(a) * np.sin(b), np.cos(b)])
    down = np.array(sp.downhill(slope, aspect))
    tilts = np.radians(rng.normal(scale=sigma, size=(2, 200_000)))
    tilted = normal[:, None] - down[:, None] * tilts[0] + np.cross(normal, down)[:, None] * tilts[1]
    tilted /= np.linalg.norm(tilted, axis=0)
    slopes = np.degrees(np.arccos(tilted[2]))
    aspects = np.degrees(np.arctan2(tilted[0], tilted[1]))
    spread = sp.sensitivity(los, slopes, aspects).std()
    assert sp.sensitivity_std(los, slope, aspect, sigma) == pytest.approx(spread, rel=0.02)
    c = sp.sensitivity(los, slope, aspect)
    seen = sp.project(
        np.array([10.0]), np.array([1.0]), los, np.array([slope]), np.array([aspect]),
        slope_std=sigma,
    )  # fmt: skip
    simulated = ((10.0 + rng.normal(size=200_000)) / sp.sensitivity(los, slopes, aspects)).std()
    assert seen.std[0] == pytest.approx(simulated, rel=0.03)
    assert seen.std[0] > 1 / abs(c)
