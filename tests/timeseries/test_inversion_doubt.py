# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where least squares say that no pair is an outlier, against looking for outliers everywhere."""

import numpy as np
import pytest
from groundshift.algorithms.data.network import Network
from groundshift.algorithms.timeseries import inversion
from groundshift.algorithms.timeseries.inversion import (
    PairTally,
    Treatment,
    invert,
    make_plan,
    scene_roughness,
)
from groundshift.algorithms.timeseries.weights import weight_table
from hypothesis import given, settings
from hypothesis import strategies as st

DATES = 20
LAYERS = (
    "phase", "temporal_coherence", "pair_count", "subsets", "variance_factor", "series_noise",
    "functional_noise", "rejected", "joined_dates", "bridge_noise",
)  # fmt: skip


def network_of(connections=3):
    times = np.datetime64("2018-01-06") + 12 * np.arange(DATES)
    ends = [(i, j) for i in range(DATES) for j in range(i + 1, min(i + connections + 1, DATES))]
    return Network.from_pairs([(times[a], times[b]) for a, b in ends])


def simulate(network, pixels, *, slips=0.0, gaps=0.0, noise=0.35, seed=0):
    rng = np.random.default_rng(seed)
    truth = np.cumsum(rng.normal(0, 0.5, (DATES, pixels)), axis=0)
    first, second = network.pairs.T
    phase = truth[second] - truth[first] + noise * rng.normal(size=(len(first), pixels))
    turns = rng.choice([-1, 1], phase.shape) * (rng.random(phase.shape) < slips)
    phase += 2 * np.pi * turns
    phase[rng.random(phase.shape) < gaps] = np.nan
    return phase.astype(np.float32)


def both_ways(network, phase, coherence=None, **options):
    """The inversion, the same with outliers looked for everywhere, and which pixels were doubtful.

    Each with its tally of the pairs.
    """
    plan, doubtful = make_plan(network), []
    options["noise_functionals"] = network.years[np.newaxis] - network.years.mean()
    plain = inversion._run

    def run(plan, common, phase, coherence, result, tally):
        looking = common[-1] is not None
        plain(plan, common, phase, coherence, result, tally if looking else None)
        if not looking:
            doubtful.append(result[3][4] > 0)
            result[3][4] = 1

    sample = invert(plan, phase, coherence, treatment=Treatment(robust=True), **options)
    roughness = scene_roughness(plan, sample.phase)
    options["treatment"] = Treatment(
        robust=True, bridge_terms=network.years[np.newaxis], roughness=roughness
    )
    tallies = [PairTally.empty(len(network.pairs)) for _ in range(2)]
    quick = invert(plan, phase, coherence, tally=tallies[0], **options)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inversion, "_run", run)
        everywhere = invert(plan, phase, coherence, tally=tallies[1], **options)
    return quick, everywhere, doubtful[0], tallies


def same(quick, everywhere):
    """Pixels all of whose results are the same to the last bit."""
    equal = np.ones(quick.phase.shape[1], bool)
    for name in LAYERS:
        a, b = np.atleast_2d(getattr(quick, name)), np.atleast_2d(getattr(everywhere, name))
        equal &= ((a == b) | ((a != a) & (b != b))).all(axis=0)
    return equal


@pytest.mark.parametrize(
    ("slips", "gaps", "weighted", "least_sure"),
    [
        (0, 0, False, 0.7),
        (0.01, 0.05, False, 0.4),
        (0.01, 0.3, False, 0.2),
        (0.005, 0.1, True, 0.5),
    ],
)
def test_hardly_a_pixel_differs_from_looking_everywhere(slips, gaps, weighted, least_sure):
    network = network_of()
    coherence, table, noise = None, None, 0.35
    if weighted:
        shape = (len(network.pairs), 20011)
        coherence = np.random.default_rng(1).uniform(0.4, 0.9, shape).astype(np.float32)
        table = weight_table("cramer_rao", 10)
        noise = 1 / np.sqrt(table[np.rint(1000 * coherence).astype(int)])
    phase = simulate(network, 20011, slips=slips, gaps=gaps, noise=noise)
    phase[:, 5:9] = np.nan
    phase[1:, 9:12] = np.nan  # one pair
    quick, everywhere, doubtful, tallies = both_ways(network, phase, coherence, weights=table)
    equal = same(quick, everywhere)
    assert equal[doubtful].all()  # alone or among all others
    assert equal.mean() > 0.999
    assert (~doubtful).mean() > least_sure
    assert doubtful[quick.rejected > 0].all()
    assert (quick.subsets[5:9] == 0).all() and (quick.pair_count[9:12] == 1).all()
    # Every pixel is counted once.
    used = np.isfinite(phase).sum(axis=1)
    for tally in tallies:
        np.testing.assert_array_equal(tally.counts, used)
    assert tallies[0].rejected.sum() == quick.rejected.sum()
    squares = tallies[0].squares.sum() / tallies[1].squares.sum()
    assert squares == pytest.approx(1, abs=1e-3)


@settings(max_examples=30, deadline=None)
@given(
    seed=st.integers(0, 10**6), slips=st.floats(0, 0.3), gaps=st.floats(0, 0.5),
    connections=st.integers(2, 5),
)  # fmt: skip
def test_no_slip_hides_where_noise_is_low(seed, slips, gaps, connections):
    network = network_of(connections)
    phase = simulate(network, 130, slips=slips, gaps=gaps, noise=0.05, seed=seed)
    quick, everywhere, doubtful, _ = both_ways(network, phase)
    moved = np.abs(quick.phase - everywhere.phase)[:, ~doubtful]
    assert not (moved > 0.5).any()  # ten times the noise; a slip that is missed moves more
    assert same(quick, everywhere)[doubtful].all()


def test_few_pairs_to_spare_are_always_looked_at():
    network = network_of(2)  # 37 pairs: 18 to spare for 20 dates
    phase = simulate(network, 500, noise=0.1)
    _, _, doubtful, _ = both_ways(network, phase)
    assert doubtful.all()
    tree = network_of(1)  # none to spare: nothing to look for
    _, _, doubtful, _ = both_ways(tree, simulate(tree, 500, noise=0.1))
    assert not doubtful.any()
