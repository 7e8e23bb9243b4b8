# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pairs are kept, and the plot of them."""

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from groundshift.algorithms.data.network import Network, pair_names
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.timeseries.network_selection import (
    PairStatistics,
    SelectionOptions,
    select_pairs,
    spanning_tree,
)
from groundshift.algorithms.timeseries.pages.network import network_html, network_svg

DATES = np.datetime64("2020-01-01") + 12 * np.arange(8)
PAIRS = np.array([(i, j) for i in range(8) for j in range(i + 1, min(i + 4, 8))])
NETWORK = Network.from_pairs(DATES[PAIRS])
ALL = np.ones(len(PAIRS), bool)


def statistics(**values):
    rng = np.random.default_rng(0)
    count = len(PAIRS)
    defaults = {
        "baseline": rng.normal(0, 80, count), "coherence": rng.uniform(0.2, 0.9, count),
        "loop_rms": np.full(count, 0.3), "nonclosing_share": np.full(count, 0.01),
        "triplets": np.full(count, 3),
    }  # fmt: skip
    return PairStatistics(**{**defaults, **values})


def names(selection, where):
    return {pair_names(selection.network)[k] for k in np.flatnonzero(where)}


def test_the_tree_is_scipys_and_spans_all_dates():
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import minimum_spanning_tree

    coherence = statistics().coherence
    tree = spanning_tree(NETWORK, coherence, ALL)
    graph = coo_matrix((1 / coherence, NETWORK.pairs.T), (8, 8)).tocsr()
    expected = {tuple(map(int, e)) for e in zip(*minimum_spanning_tree(graph).nonzero())}
    assert {tuple(map(int, e)) for e in NETWORK.pairs[tree]} == expected
    assert tree.sum() == 7


def test_without_coherence_the_tree_takes_short_pairs():
    tree = spanning_tree(NETWORK, np.full(len(PAIRS), np.nan), ALL)
    assert (np.diff(NETWORK.pairs[tree], axis=1) == 1).all()


@pytest.mark.parametrize(
    "options, expected",
    [
        ({"maximum_days": 24}, np.diff(PAIRS, axis=1)[:, 0] <= 2),
        ({"maximum_baseline": 60}, np.abs(statistics().baseline) <= 60),
        ({"minimum_coherence": 0.5}, statistics().coherence >= 0.5),
        ({}, ALL),
    ],
)
def test_limits_drop_what_is_beyond(options, expected):
    plain = select_pairs(NETWORK, statistics(), SelectionOptions(keep_tree=False, **options))
    np.testing.assert_array_equal(plain.keep, expected)
    assert all(bool(why) == (not keep) for why, keep in zip(plain.why, plain.keep))
    kept = select_pairs(NETWORK, statistics(), SelectionOptions(**options))
    np.testing.assert_array_equal(kept.keep, expected | kept.tree)
    assert kept.parts == 1 and kept.rank == 7 and not kept.lost_dates.size


def test_closure_drops_pairs_and_unknown_values_drop_none():
    share, rms = np.full(len(PAIRS), 0.02), np.full(len(PAIRS), 0.4)
    share[3], share[5], rms[7] = 0.4, np.nan, 2.0
    options = SelectionOptions(
        maximum_nonclosing_share=0.1, maximum_loop_rms=1.5, keep_tree=False
    )  # fmt: skip
    chosen = select_pairs(NETWORK, statistics(nonclosing_share=share, loop_rms=rms), options)
    assert list(np.flatnonzero(~chosen.keep)) == [3, 7]
    assert "nonclosing share over 0.1" in chosen.why[3] and "1.5 rad" in chosen.why[7]


def test_named_dates_and_pairs_go_even_from_the_tree():
    options = SelectionOptions(exclude_dates=(DATES[3],), exclude_pairs=((DATES[0], DATES[1]),))
    chosen = select_pairs(NETWORK, statistics(), options)
    gone = (PAIRS == 3).any(axis=1) | (PAIRS == (0, 1)).all(axis=1)
    np.testing.assert_array_equal(chosen.keep, ~gone)
    assert list(chosen.lost_dates) == [DATES[3]] and chosen.rank == 6
    assert set(chosen.excluded_pairs().split(",")) == names(chosen, gone)


def test_pairs_dropped_before_stay_dropped():
    usable = ALL.copy()
    usable[:3] = False  # all pairs of the first date
    chosen = select_pairs(NETWORK, statistics(), SelectionOptions(), usable)
    assert not chosen.keep[:3].any() and chosen.why[0] == "dropped before"
    assert list(chosen.lost_dates) == [DATES[0]]


def test_what_cannot_be_chosen_by_is_said():
    unknown = statistics(baseline=np.full(len(PAIRS), np.nan))
    with pytest.raises(GroundshiftError, match="no perpendicular baselines"):
        select_pairs(NETWORK, unknown, SelectionOptions(maximum_baseline=100))
    with pytest.raises(GroundshiftError, match="No pair fulfils"):
        options = SelectionOptions(minimum_coherence=0.99, keep_tree=False)
        select_pairs(NETWORK, statistics(), options)
    with pytest.raises(GroundshiftError, match="2001-01-01"):
        select_pairs(NETWORK, statistics(), SelectionOptions(exclude_dates=("2001-01-01",)))


def test_the_plot_shows_every_pair_and_date():
    chosen = select_pairs(NETWORK, statistics(), SelectionOptions(maximum_days=24))
    baselines = np.linspace(-100, 100, 8)
    root = ElementTree.fromstring(network_svg(chosen, statistics(), baselines))
    space = "{http://www.w3.org/2000/svg}"
    lines = [p for p in root.findall(f"{space}path") if p.find(f"{space}title") is not None]
    assert len(lines) == len(PAIRS)
    dashed = [p for p in lines if p.get("stroke-dasharray")]
    assert len(dashed) == (~chosen.keep).sum()
    assert "over 24 days" in dashed[0].find(f"{space}title").text
    assert len(root.findall(f"{space}circle")) == 8
    # Later dates lie further right, larger baselines further up.
    dots = [(float(c.get("cx")), float(c.get("cy"))) for c in root.findall(f"{space}circle")]
    assert all(a[0] < b[0] and a[1] > b[1] for a, b in zip(dots, dots[1:]))


def test_the_plot_bears_what_is_unknown_and_odd():
    unknown = np.full(len(PAIRS), np.nan)
    chosen = select_pairs(NETWORK, statistics(coherence=unknown), SelectionOptions())
    svg = network_svg(chosen, statistics(coherence=unknown), np.full(8, np.nan))
    ElementTree.fromstring(svg)
    assert "nan" not in svg and "baseline (unknown)" in svg
    single = Network.from_pairs(DATES[[(0, 1)]])
    one = PairStatistics(*(np.array([v]) for v in (5.0, 0.5, np.nan, np.nan, 0)))
    svg = network_svg(select_pairs(single, one, SelectionOptions()), one, np.array([0.0, 5.0]))
    ElementTree.fromstring(svg)
    assert "nan" not in svg
    page = network_html("a <b> & c", svg, ["x < y"], [("20200101_20200113", "<why>")])
    assert (
        "a &lt;b&gt; &amp; c" in page
        and "&lt;why&gt;" in page
        and "http" not in page.replace("http://www.w3.org/2000/svg", "")
    )
