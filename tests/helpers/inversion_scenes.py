# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Networks and stacks for the tests of the inversion."""

import numpy as np
from groundshift.algorithms.data.network import Network
from groundshift.algorithms.timeseries.inversion import Inversion

FIELDS = list(Inversion.__dataclass_fields__)


def network_of(ends, dates, days=None):
    days = 12 * np.arange(dates) if days is None else days
    times = np.datetime64("2018-01-06") + np.asarray(days)
    return Network.from_pairs([(times[a], times[b]) for a, b in ends])


def nearest(dates, connections):
    """Each date with the next few."""
    return [(i, i + k) for i in range(dates) for k in range(1, connections + 1) if i + k < dates]


def stack(network, pixels, *, gaps=0.0, noise=0.3, seed=0):
    """A smooth truth with noise, gaps and random coherence."""
    rng = np.random.default_rng(seed)
    years = network.years[:, None]
    truth = years * rng.normal(0, 20, pixels) + rng.normal(0, 2, pixels) * np.sin(6 * years)
    truth -= truth[0]
    first, second = network.pairs.T
    phase = truth[second] - truth[first] + noise * rng.normal(size=(len(first), pixels))
    coherence = rng.uniform(0.05, 0.99, phase.shape).astype(np.float32)
    phase[rng.random(phase.shape) < gaps] = np.nan
    return truth, phase.astype(np.float32), coherence


def assert_identical(result, expected):
    for name in FIELDS:
        np.testing.assert_array_equal(getattr(result, name), getattr(expected, name), name)


def assert_same(result, expected, scale=1.0):
    np.testing.assert_array_equal(result.pair_count, expected.pair_count)
    np.testing.assert_array_equal(result.subsets, expected.subsets)
    np.testing.assert_allclose(result.phase, expected.phase, atol=2e-5 * scale, rtol=2e-6)
    np.testing.assert_allclose(result.temporal_coherence, expected.temporal_coherence, atol=2e-6)
    np.testing.assert_allclose(
        result.variance_factor, expected.variance_factor, rtol=1e-4, atol=1e-6 * scale
    )
    np.testing.assert_allclose(result.series_noise, expected.series_noise, rtol=2e-6)
    np.testing.assert_allclose(
        result.functional_noise, expected.functional_noise, rtol=2e-6, atol=1e-9
    )
