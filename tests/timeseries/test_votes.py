# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Close votes between the pairs of a date, and what the series may say about them."""

import numpy as np
import pytest
from groundshift.algorithms.data.network import Network
from groundshift.algorithms.timeseries import votes
from groundshift.algorithms.timeseries.inversion import (
    Inversion,
    Treatment,
    invert,
    make_plan,
    scene_roughness,
)
from groundshift.algorithms.timeseries.weights import phase_variance, weight_table
from hypothesis import given, settings
from hypothesis import strategies as st

TURN = 2 * np.pi
ROBUST = Treatment(robust=True)
LOOKS = 10


def network_of(dates, connections=3, annual=False):
    times = np.datetime64("2018-01-06") + 12 * np.arange(dates)
    ends = [(i, j) for i in range(dates) for j in range(i + 1, min(i + connections + 1, dates))]
    if annual:
        ends += [(i, i + 30) for i in range(0, dates - 30, 3)]
    return Network.from_pairs([(times[a], times[b]) for a, b in ends])


class Scene:
    """Pixels with a rate and noise by date and pair, with and without slips by whole turns."""

    def __init__(self, network, pixels, slips=0.03, gaps=0.0, coherent=False, extra=0.0, seed=0):
        rng = np.random.default_rng(seed)
        self.network, self.plan, self.arguments = network, make_plan(network), {}
        years = network.years[:, np.newaxis]
        truth = years * rng.normal(0, 20, pixels) + rng.normal(0, 0.3, (len(years), pixels)) + extra
        self.truth = truth - truth[0]
        first, second = network.pairs.T
        shape, sigma, self.coherence = (len(first), pixels), 0.35, None
        if coherent:
            self.coherence = rng.uniform(0.3, 0.9, shape).astype(np.float32)
            sigmas = np.sqrt(phase_variance(np.linspace(0.3, 0.9, 601), LOOKS))
            sigma = sigmas[np.rint((self.coherence - 0.3) * 1000).astype(int)]
            self.arguments = {"weights": weight_table("phase_variance", LOOKS)}
        self.turns = rng.choice([-1, 1], shape) * (rng.random(shape) < slips)
        self.clean = self.truth[second] - self.truth[first] + sigma * rng.normal(size=shape)
        self.clean[rng.random(shape) < gaps] = np.nan
        self.slipped = self.clean + TURN * self.turns

    def invert(self, phase, treatment=None):
        return invert(
            self.plan, phase, self.coherence, treatment=treatment, noise=False, **self.arguments
        )

    def heard(self, phase):
        """The robust treatment that hears the series, as run_sbas makes it."""
        result = self.invert(phase, ROBUST)
        sample = np.where(result.subsets == 1, result.phase, np.nan)[:, :3000]
        return Treatment(robust=True, roughness=scene_roughness(self.plan, sample))

    def hopeless(self):
        """Pixels where all pairs of a date, or all across an interval, slip alike.

        Their phases are those of another motion without any slip: no method that looks at one
        pixel alone and believes what all its pairs say can tell.
        """
        first, second = self.network.pairs.T
        found = np.zeros(self.turns.shape[1], bool)
        for n in range(len(self.network.dates)):
            for sign in (
                1 * ((first <= n) & (second > n)),
                1 * (second == n) - 1 * (first == n),
            ):
                crossing = sign != 0
                if not crossing.any():
                    continue
                turns = self.turns[crossing] * sign[crossing, np.newaxis]
                valid = np.isfinite(self.clean[crossing])
                low = np.where(valid, turns, 9).min(axis=0)
                found |= (low == np.where(valid, turns, -9).max(axis=0)) & (low != 0)
        return found


def rms(values):
    return np.sqrt(np.mean(np.square(values)))


def ratios(scene):
    """RMSE over the slip-free one: as run_sbas does it, by the pairs alone, and of an oracle.

    The oracle knows all slips and leaves those pairs out, but not at the hopeless pixels.
    """
    baseline = scene.invert(scene.clean)
    known = np.where((scene.turns != 0) & ~scene.hopeless(), np.nan, scene.slipped)
    results = (
        scene.invert(scene.slipped, scene.heard(scene.slipped)),
        scene.invert(scene.slipped, ROBUST),
        scene.invert(known),
    )
    whole = (baseline.subsets == 1) & (results[2].subsets == 1)
    return [
        rms((r.phase - scene.truth)[:, whole]) / rms((baseline.phase - scene.truth)[:, whole])
        for r in results
    ]


# The limit is 1.20. With gaps some dates hang on one pair alone, and where that one slips
# nothing shows it: with three connections and a tenth of the pairs missing this happens at 1 pixel
# in 400, and the oracle itself comes to 1.1 to 1.3. So there the limit is over the oracle's.
CASES = [
    # dates, connections, annual pairs, gaps, coherence weights, limit, limit over the oracle's
    (20, 3, False, 0.0, False, 1.08, 1.06),
    (30, 3, False, 0.0, False, 1.08, 1.06),
    (30, 3, False, 0.0, True, 1.12, 1.08),
    (50, 3, False, 0.0, True, 1.12, 1.08),
    (30, 4, False, 0.0, False, 1.08, 1.06),
    (50, 4, False, 0.0, True, 1.10, 1.06),
    (50, 3, True, 0.0, True, 1.12, 1.08),
    (30, 3, False, 0.1, False, 1.20, 1.06),
    (50, 4, False, 0.1, False, 1.10, 1.06),
    (50, 4, False, 0.1, True, 1.12, 1.08),
    (50, 3, True, 0.1, True, 1.20, 1.10),
    (30, 3, False, 0.1, True, None, 1.12),
    (20, 3, False, 0.1, True, None, 1.15),
]


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("case", CASES, ids=str)
def test_slips_cost_less_than_a_fifth(case, seed):
    dates, connections, annual, gaps, coherent, limit, fair = case
    scene = Scene(network_of(dates, connections, annual), 6000, 0.03, gaps, coherent, seed=seed)
    heard, alone, oracle = ratios(scene)
    assert limit is None or heard < limit
    assert heard < fair * oracle
    # The series is worth its cost: by the pairs alone slips cost more, most at the ends.
    assert 1.05 * heard < alone


def test_clean_pixels_lose_next_to_nothing():
    for gaps in (0.0, 0.1):
        scene = Scene(network_of(30), 6000, 0.0, gaps)
        plain, robust = scene.invert(scene.clean), scene.invert(scene.clean, ROBUST)
        heard = scene.invert(scene.clean, scene.heard(scene.clean))
        assert rms(heard.phase - scene.truth) < 1.01 * rms(plain.phase - scene.truth)
        # Without slips the series has nothing to settle: what little is lost is not its doing.
        same = (heard.phase == robust.phase).all(axis=0)
        assert same.mean() > 0.999
        untouched = heard.rejected == 0
        assert untouched.mean() > 0.9
        np.testing.assert_allclose(heard.phase[:, untouched], plain.phase[:, untouched], atol=1e-5)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(-3, 3), min_size=14, max_size=14),
    st.lists(st.floats(-3, 3), min_size=14, max_size=14),
)
def test_what_all_pairs_agree_on_stays(turns, rest):
    # Jumps by whole turns, of single dates and steps, in a series that is smooth or rough.
    network = network_of(14)
    truth = TURN * np.array(turns) + np.array(rest) * 0.5
    first, second = network.pairs.T
    phase = np.repeat((truth[second] - truth[first])[:, np.newaxis], 3, axis=1)
    plan = make_plan(network)
    smooth = Treatment(robust=True, roughness=np.ones(len(plan.votes[-1])))
    result = invert(plan, phase, treatment=smooth)
    np.testing.assert_allclose(result.phase[:, 0], truth - truth[0], atol=1e-4)
    assert (result.rejected == 0).all()


def one_pixel(missing=(), slipped=()):
    """A straight series of 20 dates with small noise, and pairs that slip or are missing."""
    network = network_of(20)
    rng = np.random.default_rng(1)
    truth = np.arange(20) * 0.5 + rng.normal(0, 0.1, 20)
    first, second = network.pairs.T
    phase = truth[second] - truth[first] + rng.normal(0, 0.1, len(first))
    for k, pair in enumerate(network.pairs.tolist()):
        phase[k] += TURN * dict(slipped).get(tuple(pair), 0)
        if tuple(pair) in missing:
            phase[k] = np.nan
    return network, truth - truth[0], phase[:, np.newaxis]


@pytest.mark.parametrize(
    ("missing", "slipped"),
    [
        ([], {(0, 1): 1, (0, 2): 1}),  # two of three at the first date
        ([], {(17, 19): -1, (18, 19): -1}),  # at the last
        ([(0, 1)], {(0, 2): 1}),  # one of two
        ([], {(7, 8): 1, (6, 8): 1, (8, 10): -1}),  # half of a date inside
        ([], {(7, 8): 1, (6, 8): 1, (7, 9): 1}),  # half of those across an interval
    ],
)
def test_the_series_settles_what_the_pairs_cannot(missing, slipped):
    network, truth, phase = one_pixel(missing, slipped)
    plan = make_plan(network)
    found = {}
    for name, value in (("heard", 1.0), ("stormy", 30.0), ("alone", np.inf)):
        rough = Treatment(robust=True, roughness=np.full(len(plan.votes[-1]), value))
        result = invert(plan, phase, treatment=rough)
        found[name] = np.abs(result.phase[:, 0] - truth).max()
        if name == "heard":
            assert result.rejected[0] == len(slipped)
    assert found["heard"] < 0.4
    # Where such jumps are usual in the scene, or nothing is known of it, the pairs alone decide.
    assert found["alone"] > 2
    assert found["stormy"] > 2


def test_a_move_goes_against_one_pair_more_at_most():
    # Four of the six pairs of a date say that it jumped, however smooth it would be without.
    jump = {(5, 8): 1, (6, 8): 1, (8, 9): -1, (8, 10): -1}
    network, truth, phase = one_pixel((), jump)
    plan = make_plan(network)
    rough = Treatment(robust=True, roughness=np.ones(len(plan.votes[-1])))
    result = invert(plan, phase, treatment=rough)
    assert result.phase[8, 0] - truth[8] == pytest.approx(TURN, abs=0.4)
    assert result.rejected[0] == 2


@pytest.mark.parametrize("where", ["first and last date", "last date"])
def test_storms_and_earthquakes_are_not_taken_for_slips(where):
    # A whole scene jumps at the ends, where one slip of three pairs points back to the line.
    rng = np.random.default_rng(5)
    extra = np.zeros((30, 8000))
    extra[-1] = rng.uniform(-12, 12, 8000)
    if where != "last date":
        extra[0] = rng.uniform(-12, 12, 8000)
    scene = Scene(network_of(30), 8000, extra=extra)
    heard = scene.heard(scene.slipped)
    fearless = Treatment(robust=True, roughness=np.ones(len(heard.roughness)))
    wrong = [
        (np.abs(scene.invert(scene.slipped, t).phase - scene.truth).max(axis=0) > 3).mean()
        for t in (ROBUST, heard, fearless)
    ]
    assert wrong[1] < wrong[0] < 0.015
    assert wrong[2] > 2 * wrong[0]


def test_roughness_is_one_where_all_places_are_alike():
    plan = make_plan(network_of(30))
    rng = np.random.default_rng(0)
    series = np.cumsum(rng.normal(0, 0.5, (30, 4000)), axis=0) * rng.uniform(0.1, 10, 4000)
    even = scene_roughness(plan, series)
    assert (even >= 1).all() and (even < 1.25).all()
    series[12] += 20 * series.std(axis=0) * rng.normal(size=4000)
    rough = scene_roughness(plan, series)
    seen = (np.abs(plan.votes[8]) * (plan.votes[7] == plan.structure[0][12])).sum(axis=1) > 0.9
    assert (rough[seen] > 5).all()
    series[:, 60:] = np.nan
    assert np.isfinite(scene_roughness(plan, series)).all()
    series[0, 40:] = np.nan
    assert np.isinf(scene_roughness(plan, series)).all()


def test_departures_are_none_for_a_steady_motion_and_moves_have_their_pairs():
    times = np.datetime64("2018-01-06") + np.cumsum([0, 6, 12, 36, 6, 6, 24, 12, 12, 48, 6, 12])
    ends = [(i, j) for i in range(12) for j in range(i + 1, min(i + 4, 12))]
    network = Network.from_pairs([(times[a], times[b]) for a, b in ends])
    plan = make_plan(network)
    _, _, start, members, signs, own, kinds, points, coefficients, norms = plan.votes
    steady = np.empty(12)
    steady[plan.structure[0]] = 3 + 7 * network.years
    np.testing.assert_allclose((coefficients * steady[points]).sum(axis=1), 0, atol=1e-12)
    np.testing.assert_allclose(norms**2, (coefficients**2).sum(axis=1))
    assert kinds[-1] == len(norms) and (own >= 0).all()
    design = np.zeros((len(network.pairs), 12))
    rows = np.arange(len(design))
    design[rows, network.pairs[:, 1]], design[rows, network.pairs[:, 0]] = 1, -1
    for move in range(2 * 12 - 3):
        shift = np.arange(12) > move if move < 11 else np.arange(12) == move - 10
        expected = design @ shift
        got = np.zeros(len(design))
        got[members[start[move] : start[move + 1]]] = signs[start[move] : start[move + 1]]
        np.testing.assert_array_equal(got, expected)
        # The departure that judges a move feels it.
        moved = np.empty(12)
        moved[plan.structure[0]] = shift
        assert coefficients[own[move]] @ moved[points[own[move]]] > 0.999


def test_the_series_is_heard_alike_in_all_blocks():
    scene = Scene(network_of(16), 333, slips=0.05, gaps=0.1)
    treatment = scene.heard(scene.slipped)
    assert np.isfinite(treatment.roughness).all()
    whole = invert(scene.plan, scene.slipped, treatment=treatment)
    parts = [
        invert(scene.plan, scene.slipped[:, k : k + 7], treatment=treatment)
        for k in range(0, 333, 7)
    ]
    for name in Inversion.__dataclass_fields__:
        joined = np.concatenate([getattr(part, name) for part in parts], axis=-1)
        np.testing.assert_array_equal(joined, getattr(whole, name), name)


@pytest.mark.parametrize("dates", [2, 3, 6, 7])
def test_short_series_are_left_to_the_pairs(dates):
    scene = Scene(network_of(dates), 200, slips=0.1)
    heard = scene.heard(scene.slipped)
    finite = np.isfinite(heard.roughness).sum()
    assert (finite == 0) if dates < 7 else (finite == votes.FEWEST_PLACES)
    series = scene.invert(scene.slipped, heard).phase
    assert np.isfinite(series).all()
