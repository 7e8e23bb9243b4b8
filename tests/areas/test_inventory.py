# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How many targets a landslide needs, and what its rates make of it."""

import numpy as np
import pytest
from groundshift.algorithms.areas.inventory import (
    CLEAR,
    DEFAULT_CLASSES,
    NEAR_LIMIT,
    NOISE,
    STATISTICS,
    InventoryRules,
    former_states,
    judge,
    needed_targets,
    parse_classes,
    parse_words,
    state_matrix,
    states_now,
)
from groundshift.algorithms.errors import GroundshiftError
from hypothesis import given, settings
from hypothesis import strategies as st

RULES = InventoryRules()


def test_least_targets_by_area():
    areas = [0.0, 0.001, 0.05, np.sqrt(0.05), 1.0, 40.0]
    # Half-way in the logarithm: 12.5, so 13.
    assert needed_targets(areas, RULES).tolist() == [5, 5, 5, 13, 20, 20]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.floats(1e-6, 1e3), min_size=2, max_size=20))
def test_more_area_never_needs_fewer_targets(areas):
    needed = needed_targets(np.sort(areas), RULES)
    assert (np.diff(needed) >= 0).all()
    assert needed.min() >= 5 and needed.max() <= 20


def one(rates, stds=np.nan, area=0.01, **changes):
    rates = np.array(rates, float)
    stds = np.broadcast_to(np.asarray(stds, float), rates.shape)
    return judge(
        [np.arange(len(rates))], rates, stds, np.array([area]), InventoryRules(**changes)
    )  # fmt: skip


def test_numbers_by_hand():
    found = one([-3, 5, -4, 6, 7])
    assert found.mean_size[0] == 5 and found.median_size[0] == 5 and found.largest[0] == 7
    assert found.mean[0] == pytest.approx(2.2)
    assert found.std_size[0] == pytest.approx(np.std([3, 5, 4, 6, 7], ddof=1))
    assert found.std[0] == pytest.approx(np.std([-3, 5, -4, 6, 7], ddof=1))
    assert found.error[0] == pytest.approx(found.std_size[0] / np.sqrt(5))
    assert found.negative[0] == 0.4
    assert np.isnan(found.noise[0]), "a standard deviation is unknown"
    assert found.category[0] == 1 and found.certainty[0] == CLEAR


def test_too_few_targets_are_not_assessed_and_never_stable():
    for count in range(5):
        found = one([0.1] * count)
        assert found.category[0] == -1 and found.certainty[0] == ""
    assert one([0.1] * 5).category[0] == 0
    assert one([0.1] * 19, area=1.0).category[0] == -1
    assert one([0.1] * 20, area=1.0).category[0] == 0
    assert one([], least_targets=(0, 0)).category[0] == -1, "nothing measured is nothing known"


def test_a_rate_at_a_limit_is_in_the_lower_class():
    values = [0, 2, np.nextafter(2, 3), 16, np.nextafter(16, 17), 5000]
    assert RULES.class_of(values).tolist() == [0, 0, 1, 1, 2, 2]


def test_statistics_differ_where_motion_is_opposite():
    rates = [10, -10, 10, -10, 10, -10]
    found = [one(rates, statistic=name).category[0] for name in STATISTICS]
    assert found == [1, 1, 0]
    assert one([1, 1, 1, 1, 60], statistic="median size").value[0] == 1


@pytest.mark.parametrize("statistic", STATISTICS)
def test_noise_is_what_random_rates_give(statistic):
    random = np.random.default_rng(5)
    shared = statistic == "size of the mean"
    rates = random.normal(0, 3.0, (3000, 1 if shared else 8)) * np.ones((1, 8))
    stds = np.full(rates.size, 3.0)
    members = np.arange(rates.size).reshape(rates.shape)
    found = judge(
        list(members), rates.ravel(), stds, np.full(3000, 0.01), InventoryRules(statistic=statistic)
    )
    # The median of eight sizes lies a little above that of the distribution.
    assert found.value.mean() == pytest.approx(found.noise[0], rel=0.06)


def test_certainty():
    noisy = one([9.0] * 6, 6.0)
    assert noisy.noise[0] == pytest.approx(4.787, abs=1e-3) and noisy.category[0] == -1
    assert noisy.certainty[0] == NOISE, "less than twice the noise"
    assert one([9.7] * 6, 6.0).category[0] == 1
    assert one([9.0] * 6, 6.0, noise_factor=0.0).category[0] == 1
    assert one([9.0] * 6).category[0] == 1, "noise is unknown"
    assert one([2.5] * 6, 0.5).certainty[0] == CLEAR
    assert one([1, 2, 3, 4, 2, 1.5], 0.5).certainty[0] == NEAR_LIMIT
    assert one([1.0] * 6, 9.0).certainty[0] == CLEAR, "noise does not make it look stable"


def test_former_words():
    words = ["Active", " REACTIVATED ", "inactive", "Stable", "very slow", "reactivated", "",
             "not assessed", "debris flow", "no longer moving", "still active"]  # fmt: skip
    assert former_states(words, RULES).tolist() == [1, 1, 0, 0, 1, 1, -1, -1, -1, 0, 1]
    own = InventoryRules(active=parse_words("A, b"), inactive=frozenset())
    assert former_states(["a", "B", "active"], own).tolist() == [1, 1, -1]


def test_states():
    former = [1, 1, 0, 0, -1, -1, 1]
    category = [2, 0, 1, 0, 1, 0, -1]
    assert states_now(former, category).tolist() == [
        "still active", "no longer moving", "reactivated", "still inactive",
        "moves, former state unknown", "at rest, former state unknown", "not assessed",
    ]  # fmt: skip


def test_the_matrix_counts_each_polygon_once():
    words = ["active", "active", "", "dormant", "active"]
    rows, table = state_matrix(words, np.array([1, -1, 0, 0, 1]), 3)
    assert rows == ["active", "", "dormant"]
    assert table.tolist() == [[0, 2, 0, 1], [1, 0, 0, 0], [1, 0, 0, 0]]


def test_classes_are_parsed():
    assert parse_classes(DEFAULT_CLASSES, "x") == RULES.classes
    assert parse_classes("at rest:3,fast", "x") == (("at rest", 3.0), ("fast", np.inf))


@pytest.mark.parametrize(
    "text",
    ["", "stable", "stable: 2", "stable, fast", "a: 5, b: 2, c", "a: 2, b: 2, c", "a: -1, b",
     "a: x, b", "a: nan, b", "a: 2, a", ": 2, b", "not assessed: 2, b", "a: 2, b: 3"],
)  # fmt: skip
def test_bad_classes_are_refused(text):
    with pytest.raises(GroundshiftError, match="growing upper limits"):
        parse_classes(text, "Classes")
