# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pairing, projection, time and reference, on cases that can be worked out by hand."""

from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.data.points import Points
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.timeseries.agreement import agreement
from groundshift.algorithms.timeseries.pairing import (
    ReferenceRule,
    compare_series,
    make_pairs,
    with_reference,
)
from groundshift.algorithms.timeseries.validation import (
    TimeRule,
    at_common_dates,
    fitted_rate,
    look_angle,
    merge_duplicates,
    neighbours,
    towards_satellite,
)

LOOK = np.array(
    [[getattr(from_incidence_heading(39.0, -12.0), k) for k in ("east", "north", "up")]]
)
DAYS = np.datetime64("2020-01-01") + np.arange(0, 731)


def measurements(rate, x=None, direction="los", std=None, look=None, **more):
    rate = np.asarray(rate, float).reshape(len(rate), -1)
    x = np.arange(len(rate)) * 1000.0 if x is None else np.asarray(x, float)
    std = np.full(rate.shape, np.nan) if std is None else np.asarray(std, float).reshape(rate.shape)
    names = np.array([f"S{k}" for k in range(len(rate))], dtype=object)
    known = {"names": names, "direction": direction, "look": look, **more}
    return Points("", x, np.zeros(len(x)), rate, std, **known)


def places(points):
    return np.stack([points.x, points.y], axis=1)


def pair(insar, ground, *more, **options):
    return make_pairs(insar, places(insar), ground, places(ground), *more, **options)


def test_neighbours_are_those_of_a_plain_search():
    rng = np.random.default_rng(0)
    stations, points = rng.uniform(0, 100, (20, 2)), rng.uniform(0, 100, (300, 2))
    gaps = np.hypot(*(stations[:, None] - points).transpose(2, 0, 1))
    for k, (members, nearest) in enumerate(neighbours(stations, points, 6.0, False)):
        np.testing.assert_array_equal(members, np.flatnonzero(gaps[k] <= 6.0))
        assert nearest == pytest.approx(gaps[k].min()) if len(members) else np.isnan(nearest)
    for k, (members, _) in enumerate(neighbours(stations, points, 6.0, True)):
        assert list(members) == ([gaps[k].argmin()] if gaps[k].min() <= 6 else [])


def test_a_point_at_the_very_distance_counts():
    assert len(neighbours(np.zeros((1, 2)), np.array([[5.0, 0]]), 5.0, True)[0][0]) == 1


@pytest.mark.parametrize("method, expected", [("nearest", 1.0), ("mean", 4.0), ("median", 2.0)])
def test_values_in_a_buffer(method, expected):
    insar = measurements([2.0, 1.0, 9.0, 50.0], x=[10, 5, -20, 400], std=[0.1, 0.2, 0.2, 1])
    pairs = pair(insar, measurements([0.0], x=[0]), method, 30.0)
    assert pairs.insar[0] == expected
    assert pairs.distance[0] == 5 and pairs.members[0] == (1 if method == "nearest" else 3)
    std = 0.2 if method == "nearest" else np.sqrt((0.01 + 0.04 + 0.04) / 3)
    assert pairs.insar_std[0] == pytest.approx(std)  # it does not fall with the number


def test_the_order_of_points_and_stations_does_not_matter():
    rng = np.random.default_rng(5)
    insar = measurements(rng.normal(0, 1, 200), x=rng.uniform(0, 9000, 200))
    ground = measurements(rng.normal(0, 1, 9))
    order, turn = rng.permutation(200), rng.permutation(9)
    plain = pair(insar, ground, "median", 300.0)
    mixed = pair(insar.take(order), ground.take(turn), "median", 300.0)
    np.testing.assert_allclose(
        plain.insar[np.argsort(plain.station)], mixed.insar[np.argsort(turn[mixed.station])]
    )


def test_three_components_are_projected_with_their_errors():
    ground = measurements([[1.0, 2.0, 3.0]], direction="enu", std=[[0.1, 0.2, 0.3]])
    los = towards_satellite(ground, LOOK)
    assert los.rate[0, 0] == pytest.approx(LOOK[0] @ [1, 2, 3])
    assert los.std[0, 0] == pytest.approx(np.sqrt(LOOK[0] ** 2 @ [0.01, 0.04, 0.09]))
    series = np.arange(6.0).reshape(1, 3, 2)
    los = towards_satellite(replace(ground, series=series, dates=DAYS[:2]), LOOK)
    np.testing.assert_allclose(los.series[0, 0], LOOK[0] @ series[0])


def test_levelling_sinks_away_from_the_satellite():
    los = towards_satellite(measurements([-0.01], direction="up", std=[0.001]), LOOK)
    assert los.rate[0, 0] == pytest.approx(-0.01 * np.cos(np.radians(39)))
    with pytest.raises(GroundshiftError, match="incidence and heading"):
        towards_satellite(measurements([-0.01], direction="up"), None)


def test_an_angle_between_looks():
    other = from_incidence_heading(39.0, 192.0)
    descending = np.array([[other.east, other.north, other.up]])
    assert look_angle(LOOK, LOOK)[0] == pytest.approx(0, abs=1e-6)
    expected = np.degrees(np.arccos((LOOK * descending).sum()))
    assert look_angle(LOOK, descending)[0] == pytest.approx(expected)
    assert expected > 60


def test_stations_at_one_place_are_averaged_by_their_errors():
    ground = measurements([1.0, 4.0, 7.0], x=[0, 0.1, 500], std=[1.0, 2.0, 1.0])
    merged, joined = merge_duplicates(ground, places(ground))
    assert joined == 1 and len(merged) == 2
    assert merged.rate[:, 0] == pytest.approx([(1 + 4 / 4) / 1.25, 7])
    assert merged.std[0, 0] == pytest.approx(1.25**-0.5)
    unknown = replace(ground, std=np.array([[1.0], [np.nan], [1.0]]))
    merged, _ = merge_duplicates(unknown, places(ground))
    assert merged.rate[0, 0] == 2.5 and np.isnan(merged.std[0, 0])


def test_dense_series_are_interpolated_at_the_sparse_dates_and_not_over_gaps():
    sparse = DAYS[[5, 100, 400, 725]]
    dense_values = np.arange(731.0)
    dense_values[90:180] = np.nan
    dates, a, b = at_common_dates(sparse, np.zeros(4), DAYS, dense_values, TimeRule())
    np.testing.assert_array_equal(dates, sparse[[0, 2, 3]])
    np.testing.assert_allclose(b, [5, 400, 725])
    dates, b, a = at_common_dates(DAYS, dense_values, sparse, np.zeros(4), TimeRule())
    np.testing.assert_allclose(b, [5, 400, 725])
    rule = TimeRule(first=DAYS[300], last=DAYS[500])
    assert list(at_common_dates(sparse, np.zeros(4), DAYS, dense_values, rule)[0]) == [sparse[2]]


def test_averaging_beats_the_noise_of_daily_values():
    rng = np.random.default_rng(6)
    daily = rng.normal(0, 1, 731)
    wanted = DAYS[30:700:12]
    plain = at_common_dates(wanted, np.zeros(len(wanted)), DAYS, daily, TimeRule())[2]
    mean = at_common_dates(wanted, np.zeros(len(wanted)), DAYS, daily, TimeRule(average_days=6))[2]
    assert plain.std() == pytest.approx(1, abs=0.3)
    assert mean.std() == pytest.approx(13**-0.5, rel=0.35)


def test_series_that_never_meet_give_nothing():
    early, late = DAYS[:50], DAYS[100:200]
    assert not len(at_common_dates(early, np.zeros(50), late, np.zeros(100), TimeRule())[0])


def test_a_rate_is_that_of_polyfit():
    rng = np.random.default_rng(7)
    years = (DAYS - DAYS[0]).astype(float) / 365.25
    values = 0.03 * years + rng.normal(0, 0.01, 731)
    rate, std = fitted_rate(DAYS, values)
    (slope, _), covariance = np.polyfit(years, values, 1, cov=True)
    assert rate == pytest.approx(slope) and std == pytest.approx(covariance[0, 0] ** 0.5)
    assert np.isnan(fitted_rate(DAYS[:2], values[:2])).all()


def test_a_season_that_only_one_span_covers_does_not_count_as_a_difference():
    """The rates that each side would give over its own span differ; those in common do not."""
    years = (DAYS - DAYS[0]).astype(float) / 365.25

    def motion(t):
        return -0.02 * t + 0.01 * np.sin(2 * np.pi * t)

    sparse = DAYS[:400:12]
    t = (sparse - DAYS[0]).astype(float) / 365.25
    insar = measurements([9.0], dates=sparse, series=motion(t)[None, None])
    ground = measurements([-0.02], dates=DAYS, series=motion(years)[None, None] + 3.0)
    pairs = pair(insar, ground)
    assert abs(fitted_rate(sparse, motion(t))[0] + 0.02) > 0.005
    assert pairs.difference[0] == pytest.approx(0, abs=1e-9)
    assert pairs.common_dates[0] == len(sparse)
    found = compare_series(with_reference(pairs, ground, places(ground), ReferenceRule("none")))
    assert found.rmse[0] < 1e-9 and found.correlation[0] == pytest.approx(1)
    assert found.classes[0] == "A"


def test_references():
    insar, ground = measurements([11.0, 12.0, 13.0, 20.0]), measurements([1.0, 2.0, 3.0, 4.0])
    pairs, spots = pair(insar, ground), places(ground)
    for method, offset in (("none", 0.0), ("median", 10.0), ("mean", 11.5)):
        result = with_reference(pairs, ground, spots, ReferenceRule(method))
        assert result.offset == pytest.approx(offset) and result.compared.all()
        assert result.estimated == (method != "none")
    result = with_reference(pairs, ground, spots, ReferenceRule("point", point=(2990.0, 5.0)))
    assert result.offset == 16 and list(result.compared) == [True, True, True, False]
    area = ReferenceRule("area", area=(-1.0, -1.0, 1001.0, 1.0))
    assert with_reference(pairs, ground, spots, area).offset == 10
    far = ReferenceRule("area", area=(9e6, 0.0, 9e6 + 1, 1.0))
    with pytest.raises(GroundshiftError, match="no pair"):
        with_reference(pairs, ground, spots, far)


def test_another_reference_of_insar_changes_nothing_after_the_common_one():
    rng = np.random.default_rng(8)
    ground = measurements(rng.normal(0, 1, 20))
    insar = measurements(ground.rate[:, 0] + rng.normal(0, 0.1, 20))
    for method in ("mean", "median"):
        results = [
            with_reference(
                pair(replace(insar, rate=insar.rate + shift), ground), ground, places(ground),
                ReferenceRule(method),
            ).pairs.difference
            for shift in (0.0, 123.0)
        ]  # fmt: skip
        np.testing.assert_allclose(*results, atol=1e-10)


def test_what_cannot_be_paired_is_said():
    insar, ground = measurements([1.0], x=[0]), measurements([1.0], x=[5000])
    with pytest.raises(GroundshiftError, match="within 100 m"):
        pair(insar, ground)
    with pytest.raises(GroundshiftError, match="no rate or series"):
        pair(measurements([np.nan], x=[0]), ground)
    with pytest.raises(GroundshiftError, match="fields are empty"):
        pair(insar, measurements([np.nan], x=[0]))
    lone = pair(insar, measurements([1.0], x=[0]))
    rule = ReferenceRule("point", point=(0.0, 0.0))
    with pytest.raises(GroundshiftError, match="the only pair"):
        with_reference(lone, ground, places(ground), rule)


def test_the_reference_acts_on_the_series_too():
    t = (DAYS[::12] - DAYS[0]).astype(float) / 365.25
    series = np.array([0.01, 0.02, -0.03])[:, None, None] * t
    ground = measurements([np.nan] * 3, dates=DAYS[::12], series=series)
    insar = measurements([np.nan] * 3, dates=DAYS[::12], series=series + 0.05 * t + 0.2)
    pairs = pair(insar, ground)
    plain = compare_series(with_reference(pairs, ground, places(ground), ReferenceRule("none")))
    assert plain.rmse == pytest.approx(np.full(3, 0.05 * t.std()))
    common = compare_series(with_reference(pairs, ground, places(ground), ReferenceRule("median")))
    assert common.rmse == pytest.approx(np.zeros(3), abs=1e-12)


def test_paired_t_is_that_of_scipy():
    from scipy.stats import ttest_rel

    random = np.random.default_rng(5)
    ground = random.normal(0, 0.012, 40)
    insar = ground + random.normal(0.001, 0.003, 40)
    found, expected = agreement(insar, ground), ttest_rel(insar, ground)
    assert found.t == pytest.approx(expected.statistic, rel=1e-9)
    assert found.p == pytest.approx(expected.pvalue, rel=1e-9)
    same = (np.abs(insar) > 0.010) == (np.abs(ground) > 0.010)
    assert found.same_stability == pytest.approx(same.mean())
    assert 0.5 < found.same_stability < 1
    assert np.isnan(agreement([0.001], [0.002]).t)
