# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The network of pairs."""

import numpy as np
import pytest
from groundshift.algorithms.data.network import Network
from groundshift.algorithms.errors import GroundshiftError

CHAIN = [("2018-01-06", "2018-01-18"), ("2018-01-18", "2018-01-30"), ("2018-01-06", "2018-01-30")]
APART = [*CHAIN, ("2018-06-05", "2018-06-17")]


def test_dates_are_sorted_and_pairs_keep_their_order():
    network = Network.from_pairs(APART[::-1])
    assert network.dates.astype(str).tolist() == [
        "2018-01-06", "2018-01-18", "2018-01-30", "2018-06-05", "2018-06-17",
    ]  # fmt: skip
    assert network.pairs.tolist() == [[3, 4], [0, 2], [1, 2], [0, 1]]
    assert network.pairs.dtype == np.int32
    assert network.dates.dtype == "datetime64[D]"


def test_years_are_of_365_25_days():
    network = Network.from_pairs([("2018-01-01", "2022-01-01")])
    np.testing.assert_array_equal(network.years, [0.0, 4.0])


@pytest.mark.parametrize(
    ("pairs", "text"),
    [
        ([], "no interferogram"),
        ([("2018-01-06", "2018-01-06")], "20180106_20180106: both dates"),
        ([("2018-01-18", "2018-01-06")], "20180118_20180106: the secondary date lies before"),
        ([*CHAIN, CHAIN[1]], "20180118_20180130: the pair occurs 2 times"),
        ([("2018-01-06", "NaT")], "Interferogram 1 lacks a date"),
        ([("2018-01-06",)], "give two dates"),
    ],
)
def test_bad_pairs_are_refused_in_one_sentence(pairs, text):
    with pytest.raises(GroundshiftError, match=text):
        Network.from_pairs(pairs)


def test_subsets_are_found_and_described():
    network = Network.from_pairs(APART)
    assert network.subsets().tolist() == [0, 0, 0, 1, 1]
    assert network.describe_subsets() == (
        "2 subsets that no pair joins: 20180106-20180130 (3 dates), 20180605-20180617 (2 dates)."
    )
    assert "All dates are joined" in Network.from_pairs(CHAIN).describe_subsets()


def test_interleaved_subsets():
    days = np.datetime64("2020-01-01") + 12 * np.arange(6)
    network = Network.from_pairs([(days[i], days[i + 2]) for i in range(4)])
    assert network.subsets().tolist() == [0, 1, 0, 1, 0, 1]


def test_subsets_do_not_depend_on_the_order_of_pairs():
    rng = np.random.default_rng(3)
    days = np.datetime64("2020-01-01") + 12 * np.arange(40)
    ends = np.sort(rng.permutation(40 * 39 // 2)[:30])
    a, b = np.triu_indices(40, 1)
    pairs = np.stack([days[a[ends]], days[b[ends]]], axis=1)
    first = Network.from_pairs(pairs).subsets()
    for _ in range(5):
        again = Network.from_pairs(pairs[rng.permutation(30)])
        np.testing.assert_array_equal(again.subsets(), first)


def test_exclusions_by_date_and_pair():
    network = Network.from_pairs(APART)
    assert network.without().tolist() == [True] * 4
    assert network.without(dates=["20180118"]).tolist() == [False, False, True, True]
    assert network.without(pairs=[("2018-01-30", "2018-01-06")]).tolist() == [
        True, True, False, True,
    ]  # fmt: skip
    kept = network.without(dates=[np.datetime64("2018-01-06")], pairs=[APART[3]])
    assert kept.tolist() == [False, True, False, False]


@pytest.mark.parametrize(
    ("wish", "text"),
    [
        ({"dates": ["20190101"]}, "2019-01-01: the date to exclude is not in the stack"),
        ({"dates": ["January"]}, "'January' is no date"),
        ({"pairs": [("20180118", "20180605")]}, "20180118_20180605: the pair to exclude is not"),
        ({"dates": ["20180106", "20180118", "20180605"]}, "All interferograms are excluded"),
    ],
)
def test_exclusions_that_cannot_be_are_refused(wish, text):
    with pytest.raises(GroundshiftError, match=text):
        Network.from_pairs(APART).without(**wish)
