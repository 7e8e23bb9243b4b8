# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The stack of dates about an event, against plain least squares and known noise."""

import numpy as np
import pytest
from groundshift.algorithms.data.simulation.atmosphere import turbulent_delay
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.timeseries.coloured import MarkovNoise
from groundshift.algorithms.timeseries.coseismic import (
    StackNoise,
    best_pair,
    control,
    detection_limit,
    fit_step,
    stack_noise,
    step_ratio,
    step_sigma,
    step_weights,
    without_rate,
)
from groundshift.algorithms.timeseries.event_dates import (
    EventChoice,
    control_stacks,
    event_stack,
)

DATES = np.datetime64("2020-01-03") + 12 * np.arange(30)
EVENT = DATES[15] - 4
PLAIN = EventChoice(EVENT, rate=False)


@pytest.mark.parametrize("coloured", [MarkovNoise(), MarkovNoise("ar1", 40.0, 2.0)])
def test_a_pixel_is_fitted_as_generalised_least_squares_does(coloured):
    """With gaps, another noise at every date, and colour: against the plain formula."""
    rng = np.random.default_rng(0)
    stack = event_stack(DATES, EventChoice(EVENT, rate=True, postseismic=True))
    noise = StackNoise(rng.uniform(2e-3, 9e-3, 30), coloured)
    series = rng.normal(0, 5e-3, (30, 4))
    series[rng.random(series.shape) < 0.2] = np.nan
    found = fit_step(series, stack, noise)
    whole = noise.covariance(stack.years)
    for pixel in range(4):
        use = np.isfinite(series[:, pixel])
        inverse = np.linalg.inv(whole[np.ix_(use, use)])
        matrix, values = stack.matrix[use], series[use, pixel]
        normal = np.linalg.inv(matrix.T @ inverse @ matrix)
        expected = normal @ matrix.T @ inverse @ values
        left = values - matrix @ expected
        level = left @ inverse @ left / (use.sum() - 4)
        np.testing.assert_allclose(found.coefficients[:, pixel], expected, rtol=1e-7)
        np.testing.assert_allclose(found.std[:, pixel], np.sqrt(level * np.diag(normal)), rtol=1e-7)


def test_weights_are_one_on_each_side_and_go_by_the_noise():
    sigma = np.where(np.arange(30) % 3, 4e-3, 8e-3)
    stack, noise = event_stack(DATES, PLAIN), StackNoise(sigma)
    weights, late = step_weights(stack, noise), DATES >= EVENT
    expected = np.where(late, 1.0, -1.0) / sigma**2
    expected /= np.where(late, (1 / sigma**2)[late].sum(), (1 / sigma**2)[~late].sum())
    np.testing.assert_allclose(weights, expected, rtol=1e-9)


def test_the_gain_is_that_of_the_dates():
    """n equal dates: sigma times sqrt(2/n), the gain sqrt(n); a rate costs about twice."""
    stack, noise = event_stack(DATES, PLAIN), StackNoise(np.full(30, 5e-3))
    assert step_sigma(stack, noise) == pytest.approx(5e-3 * np.sqrt(2 / 15))
    assert best_pair(stack, noise)[2] / step_sigma(stack, noise) == pytest.approx(np.sqrt(15))
    with_rate = event_stack(DATES, EventChoice(EVENT, rate=True))
    assert step_sigma(with_rate, noise) / step_sigma(stack, noise) == pytest.approx(2.0, abs=0.01)
    np.testing.assert_array_equal(without_rate(with_rate).matrix, stack.matrix)
    # What the pairs brought in counts, too, and is correlated.
    shape = 1.0 + np.eye(30)
    paired = StackNoise(np.full(30, 5e-3), pairs=shape, typical=1e-5)
    covariance = 25e-6 * np.eye(30) + 1e-5 * shape
    weights = step_weights(stack, paired)
    assert step_sigma(stack, paired) == pytest.approx(np.sqrt(weights @ covariance @ weights))


def test_windows_and_the_day_of_the_event():
    stack = event_stack(DATES, EventChoice(EVENT, before=6, after=9))
    assert stack.sides == (6, 9) and (stack.used == np.arange(9, 24)).all()
    assert event_stack(DATES, EventChoice(EVENT, days=50.0)).sides == (4, 4)
    sides = [event_stack(DATES, EventChoice(DATES[15], day)).sides
             for day in ("after", "before", "leave_out")]  # fmt: skip
    assert sides == [(15, 15), (16, 14), (15, 14)]


@pytest.mark.parametrize(
    "choice, said",
    [
        (EventChoice(DATES[0] - 5), "no image before it"),
        (EventChoice(DATES[-1] + 5), "no image after it"),
        (EventChoice(DATES[0] + 5), "1 date before it"),
        (EventChoice(DATES[-1] - 5), "1 date after it"),
        (EventChoice(DATES[0], "leave_out"), "no image before it"),
        (EventChoice(EVENT, days=6.0), "0 dates before it"),
    ],
)
def test_events_without_dates_are_refused(choice, said):
    with pytest.raises(GroundshiftError, match=said):
        event_stack(DATES, choice)


@pytest.mark.parametrize("more", [{}, {"before": 8, "after": 8}, {"postseismic": True}])
@pytest.mark.parametrize("rate", [False, True])
def test_control_dates_know_of_the_event(rate, more):
    """An event of 300 mm, afterslip and another step leave no trace in the controls' steps."""
    other = DATES[22]
    choice = EventChoice(EVENT, rate=rate, others=(other,), **more)
    series = 0.3 * (DATES >= EVENT)[:, None] - 0.1 * (other <= DATES)[:, None]
    if rate:
        series = series + 0.05 * np.arange(30)[:, None]
    if choice.postseismic:
        since = np.maximum((DATES - EVENT).astype(float), 0)
        series = series + 0.02 * np.log10(1 + since)[:, None]
    noise = np.random.default_rng(1).normal(0, 1e-6, (30, 50))
    stacks = control_stacks(DATES, choice, 40)
    assert len(stacks) >= 4 and len({str(s.when) for s in stacks}) == len(stacks)
    assert not {EVENT, other} & {s.when for s in stacks}
    for stack in stacks:
        if more.get("before"):
            assert max(stack.sides) <= 8
        found = fit_step(series + noise, stack, StackNoise(np.full(len(stack.used), 1e-6)))
        assert np.abs(found.coefficients[stack.step]).max() < 2e-4
    assert [s.when for s in control_stacks(DATES, choice, 3)][0] == stacks[0].when
    assert len(control_stacks(DATES, choice, 3)) == 3 and control_stacks(DATES, choice, 0) == []


def test_noise_of_the_dates_is_found():
    rng = np.random.default_rng(2)
    sigma = rng.uniform(3e-3, 9e-3, 30)
    own = rng.uniform(0.5, 2.0, 4000)  # each pixel has its own level
    series = rng.normal(size=(30, 4000)) * sigma[:, None] * own
    series += 0.5 * (DATES >= EVENT)[:, None]
    series[rng.random(series.shape) < 0.05] = np.nan
    found = stack_noise(series, event_stack(DATES, PLAIN), "auto")
    assert found.coloured.is_white
    expected = sigma * np.median(own)
    floor = 0.6 * np.median(expected)
    np.testing.assert_allclose(found.sigma, np.maximum(expected, floor), rtol=0.08)


def test_the_limit_is_students():
    freedom = np.array([[4.0, 27.0], [np.nan, 0.0]])
    limit = detection_limit(freedom, 0.05)
    np.testing.assert_allclose(limit[0], [2.7764, 2.0518], atol=1e-4)
    assert np.isnan(limit[1]).all()


@pytest.mark.parametrize("rate", [False, True])
def test_errors_and_false_alarms_are_right_under_the_atmosphere(rate):
    """Turbulent scenes, 15 dates on each side, no step: what is claimed is what happens."""
    ratios, alarms, detected, gains = [], [], [], []
    for seed in range(12):
        series = [turbulent_delay((24, 32), (1000.0, 1000.0), 8e-3, seed, k) for k in range(30)]
        series = np.array(series, float).reshape(30, -1)
        series -= series.mean(axis=1, keepdims=True)
        series -= series[0]
        choice = EventChoice(EVENT, rate=rate)
        stack = event_stack(DATES, choice)
        noise = stack_noise(series, stack, "white")
        ratio, found = step_ratio(series, stack, noise)
        ratios.append(ratio)
        detected.append(np.abs(ratio) > detection_limit(found.freedom, 0.05))
        gains.append(best_pair(stack, noise)[2] / step_sigma(stack, noise))
        for other in control_stacks(DATES, choice, 8):
            own = stack_noise(series, other, "white")
            alarms.append(control(series, other, own, 0.05).alarms)
    assert np.sqrt(np.mean(np.square(ratios))) == pytest.approx(1.04, abs=0.12)
    assert np.mean(detected) == pytest.approx(0.05, abs=0.02)
    assert np.mean(alarms) == pytest.approx(0.05, abs=0.015)
    assert np.mean(gains) > (1.0 if rate else 2.2)


@pytest.mark.parametrize("spread", [0.0, 0.5])
def test_a_smooth_atmosphere_is_worth_few_pixels(spread):
    """Dates that only look calm by chance in a scene of few waves make no errors too small."""
    row, col = np.meshgrid(np.linspace(0, 1, 12), np.linspace(0, 1, 12), indexing="ij")
    stack = event_stack(DATES, PLAIN)
    squares = []
    for seed in range(40):
        rng = np.random.default_rng(seed)
        sigma = 8e-3 * np.exp(spread * rng.normal(size=30))
        phase = 2 * np.pi * (rng.random((30, 6, 1, 1)))
        east, north = rng.uniform(-1.5, 1.5, (2, 30, 6, 1, 1))
        waves = np.cos(2 * np.pi * (east * col + north * row) + phase)
        series = (waves * rng.normal(size=(30, 6, 1, 1))).sum(axis=1).reshape(30, -1)
        series *= (sigma / series.std())[:, None]
        ratio = step_ratio(series, stack, stack_noise(series, stack, "white"))[0]
        squares.append(np.mean(ratio**2))
    assert np.sqrt(np.mean(squares)) == pytest.approx(1.0, abs=0.1)


def test_parts_of_a_series_have_their_own_levels():
    """Without pairs between them they begin at any height, which is no step of an event."""
    late = DATES[22:]
    for event, levels in ((EVENT, (tuple(late),)), (EVENT, (tuple(DATES[:4]), tuple(DATES[4:])))):
        choice = EventChoice(event, rate=False, levels=levels)
        series = 0.008 * (event <= DATES)[:, None] + 1e-6 * np.random.default_rng(4).normal(
            size=(30, 20)
        )
        series[np.isin(DATES, levels[0])] += 0.3
        found = fit_step(series, event_stack(DATES, choice), StackNoise(np.full(30, 1e-6)))
        np.testing.assert_allclose(found.coefficients[1], 0.008, atol=5e-6)
        assert all(len(s.used) == 30 for s in control_stacks(DATES, choice, 5))
    with pytest.raises(GroundshiftError, match="cannot tell"):
        event_stack(DATES, EventChoice(EVENT, levels=(tuple(DATES[15:]),)))
