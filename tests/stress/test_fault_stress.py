# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress change on faults against plain loops, in a made-up field of stress."""

import numpy as np
import pytest
from groundshift.algorithms.data.medium import Medium
from groundshift.algorithms.data.patches import PatchSet
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.stress import fault_stress as fs
from groundshift.algorithms.stress.coulomb import coulomb_change
from groundshift.algorithms.stress.fault_statistics import (
    choose,
    fault_statistics,
    ranked,
    segment_statistics,
)
from groundshift.algorithms.stress.receivers import cut, place_receivers

THRESHOLD = 2e5
SOURCE = PatchSet.of_rectangles([[0, -3e3, 5e3, 0.0, np.pi / 2, 8e3, 9e3]])
# A fault without its side, one of unknown sense, one on the source, one known, one too far.
TRACES = [
    np.array([[20e3, 0], [22e3, 9e3], [20e3, 21e3]]), np.array([[-9e3, 2e3], [-30e3, 5e3]]),
    np.array([[0.0, -6e3], [0, 0]]), np.array([[-12e3, -20e3], [0, -22e3]]),
    np.array([[9e5, 0], [9e5, 5e3]]),
]  # fmt: skip
SIDES = np.array([0, 0, 1, -1, 0])
DIP = np.radians([[50, 40, 70], [90, 75, 90], [90, 80, 90], [60, 50, 70], [45, 40, 50.0]])
NO = (np.nan,) * 3
RAKE = np.radians([
    [(90, 70, 110), NO], [(0, -20, 20), (180, 160, 200)], [(180, 170, 190), NO],
    [(-60, -80, -40), NO], [(90, 70, 110), NO],
])  # fmt: skip
DEPTHS = [np.array([4e3, 9e3])] * 5


def _stress(points):
    """Smooth, anisotropic, symmetric; NaN on a line, as on the edge of a patch."""
    x, y, z = (points / 1e4).T
    parts = np.array([x + 0.3 * y, y - z, 0.5 * x * z, np.cos(x), np.sin(y + z), x - y])
    rows = parts[[0, 3, 4, 3, 1, 5, 4, 5, 2]].reshape(3, 3, -1) * 1e5
    out = np.moveaxis(rows, -1, 0).copy()
    out[np.abs(points[:, 1] - 20.5e3) < 1] = np.nan
    return out


@pytest.fixture(params=[None, 0.5])
def case(monkeypatch, request):
    def stress_at(model, points, medium, progress=None, cancelled=None):
        return _stress(points)

    monkeypatch.setattr(fs, "stress_at", stress_at)
    monkeypatch.setattr(fs, "AT_ONCE", 13)  # planes come in many parts
    segments = cut(TRACES, range(5), 8e3, 3e3)
    receivers = place_receivers(segments, segments.line != 4, SIDES, DIP[:, 0], DEPTHS)
    line = segments.line[receivers.segment]
    friction = fs.Friction(0.4, request.param, 0.2, 0.7)
    found = fs.fault_stress(
        None, Medium(), receivers, DIP[line], RAKE[line], friction, SOURCE, 1.5e3
    )
    return segments, receivers, friction, found


def _loop(segments, receivers, friction):
    """By receiver, rake and variation, with one call of the plain formula each."""
    owner = receivers.owner
    fault = segments.line[receivers.segment[owner]]
    stress, strike = _stress(receivers.point), receivers.strike[owner]
    out = np.full((len(receivers), 2, fs.NODES, fs.NODES, 3), np.nan)
    value, low, high = 0, 1, 2

    def node(angles, k):
        ends = [angles[..., low], None, angles[..., value], None, angles[..., high]]
        ends[1], ends[3] = (ends[0] + ends[2]) / 2, (ends[2] + ends[4]) / 2
        return ends[k]

    for d in range(fs.NODES):
        for r in range(fs.NODES):
            for rake in range(2):
                for f, mu in enumerate((friction.low, friction.value, friction.high)):
                    out[:, rake, d, r, f] = coulomb_change(
                        stress, strike, node(DIP[fault], d), node(RAKE[fault, rake], r), mu,
                        friction.skempton,
                    ).change  # fmt: skip
    return out.reshape(len(receivers), 2, -1)


def test_changes_are_those_of_the_plain_formula(case):
    segments, receivers, friction, found = case
    varied = _loop(segments, receivers, friction)
    masked = found.on_source
    assert 0 < masked.sum() < len(receivers)
    varied[masked] = np.nan
    np.testing.assert_allclose(found.change, varied[:, :, fs.LIKELIEST], rtol=1e-9, atol=1e-6)
    for plane in range(len(receivers.segment)):
        mine = (receivers.owner == plane) & ~masked
        assert found.weight[plane] == pytest.approx(receivers.share[mine].sum())
        if not mine.any():
            assert np.isneginf(found.peak[plane]).all()
            continue
        for rake in range(2):
            part = varied[mine, rake]
            if np.isnan(part).all():
                assert np.isneginf(found.peak[plane, rake]).all()
                continue
            total = (part * receivers.share[mine, None]).sum(axis=0)
            np.testing.assert_allclose(found.total[plane, rake], total, rtol=1e-9, atol=1e-3)
            np.testing.assert_allclose(found.peak[plane, rake], part.max(axis=0), rtol=1e-9)


def test_masks_hold_what_is_near_the_source_or_singular(case):
    _, receivers, _, found = case
    east, north, up = receivers.point.T
    # Distance to the rectangle that stands north-south at x = 0, y -7 to 1 km, 0.5 to 9.5 km deep.
    away = np.sqrt(
        east**2 + np.maximum(np.abs(north + 3e3) - 4e3, 0) ** 2
        + np.maximum(np.abs(-up - 5e3) - 4.5e3, 0) ** 2
    )  # fmt: skip
    singular = np.isnan(_stress(receivers.point)[:, 0, 0])
    np.testing.assert_array_equal(found.on_source, (away <= 1.5e3) | singular)


def test_statistics_of_faults_and_segments(case):
    segments, receivers, friction, found = case
    varied = _loop(segments, receivers, friction)
    varied[found.on_source] = np.nan
    chosen = choose(segments, receivers, found, 5)
    plane_fault = segments.line[receivers.segment]
    for item_of_plane, count, statistics in (
        (plane_fault, 5, fault_statistics(segments, receivers, found, chosen, THRESHOLD)),
        (receivers.segment, len(segments),
         segment_statistics(segments, receivers, found, chosen, THRESHOLD)),
    ):  # fmt: skip
        for item in range(count):
            planes = np.flatnonzero(item_of_plane == item)
            fault = plane_fault[planes[0]] if len(planes) else None
            options = [] if fault is None else [(s, r) for s in (1, -1) for r in (0, 1)]
            means, peaks = {}, {}
            for side, rake in options:
                mine = np.isin(receivers.owner, planes[receivers.side[planes] == side])
                part, share = varied[mine, rake], receivers.share[mine]
                good = np.isfinite(part[:, fs.LIKELIEST]) if len(part) else np.zeros(0, bool)
                if good.any():
                    means[side, rake] = np.average(part[good], axis=0, weights=share[good])
                    peaks[side, rake] = part[good].max(axis=0)
            if not means:
                assert np.isnan(statistics.mean[item]) and np.isnan(statistics.most_high[item])
                continue
            told = chosen.side[fault], chosen.rake[fault]
            assert statistics.mean[item] == pytest.approx(means[told][fs.LIKELIEST], abs=1e-6)
            assert statistics.most[item] == pytest.approx(peaks[told][fs.LIKELIEST], abs=1e-6)
            for ends, values in (
                ((statistics.mean_low, statistics.mean_high), means),
                ((statistics.most_low, statistics.most_high), peaks),
            ):
                every = np.concatenate(list(values.values()))
                assert ends[0][item] == pytest.approx(every.min(), abs=1e-6)
                assert ends[1][item] == pytest.approx(every.max(), abs=1e-6)
            assert statistics.stable[item] == (
                np.sign(statistics.mean_low[item]) * np.sign(statistics.mean_high[item]) > 0
            )
            self_ = np.isin(receivers.owner, planes[receivers.side[planes] == told[0]])
            _check_plain(statistics, item, receivers, found, self_, told[1])
    faults = fault_statistics(segments, receivers, found, chosen, THRESHOLD)
    assert np.isnan(faults.mean[4]) and chosen.side[4] == 0 and chosen.tried[4] == 0


def _check_plain(statistics, item, receivers, found, mine, rake):
    hidden = found.on_source
    good = mine & ~hidden
    change, share = found.change[good, rake], receivers.share[good]
    depth = -receivers.point[good, 2]
    assert statistics.least[item] == pytest.approx(change.min())
    assert statistics.depth_of_most[item] == pytest.approx(depth[change.argmax()])
    assert statistics.positive[item] == pytest.approx(share[change > 0].sum() / share.sum())
    assert statistics.shear[item] == pytest.approx(
        np.average(found.shear[good, rake], weights=share)
    )
    assert statistics.normal[item] == pytest.approx(np.average(found.normal[good], weights=share))
    assert statistics.pressure[item] == pytest.approx(
        np.average(found.pressure[good], weights=share), abs=1e-9
    )
    places = {}
    for place, value, length in zip(receivers.place[good], change, share):
        places[place] = (max(value, places.get(place, (-np.inf, 0))[0]), length)
    above = sum(length for value, length in places.values() if value >= THRESHOLD)
    assert statistics.above[item] == pytest.approx(above)
    assert statistics.receivers[item] == mine.sum()
    assert statistics.masked[item] == (mine & hidden).sum()


def test_the_side_and_sense_of_higher_mean_change_are_chosen(case):
    segments, receivers, _, found = case
    chosen = choose(segments, receivers, found, 5)
    assert list(chosen.tried[[0, 1, 3]]) == [2, 4, 1]
    assert chosen.side[3] == -1
    for fault in (0, 1):
        scores = {}
        for side in (1, -1):
            mine = (segments.line[receivers.segment] == fault) & (receivers.side == side)
            with np.errstate(invalid="ignore"):
                score = found.total[mine][..., fs.LIKELIEST].sum(axis=0) / found.weight[mine].sum()
            for rake in range(1 + (fault == 1)):
                scores[side, rake] = score[rake]
        most = max(scores.values())
        best = [key for key, score in scores.items() if score >= most - 1e-6 * abs(most)]
        assert (chosen.side[fault], chosen.rake[fault]) == best[0]
    for segment, plane in enumerate(chosen.plane):
        if segments.line[segment] != 4:
            assert receivers.segment[plane] == segment
            assert receivers.side[plane] == chosen.side[segments.line[segment]]


def test_the_way_a_trace_is_drawn_does_not_matter(monkeypatch):
    monkeypatch.setattr(fs, "stress_at", lambda model, points, medium, **_: _stress(points))
    results = []
    for traces, sides in ((TRACES, SIDES), ([t[::-1] for t in TRACES], -SIDES)):
        segments = cut(traces, range(5), 8e3, 3e3)
        receivers = place_receivers(segments, segments.line != 4, sides, DIP[:, 0], DEPTHS)
        line = segments.line[receivers.segment]
        found = fs.fault_stress(
            None, Medium(), receivers, DIP[line], RAKE[line], fs.Friction(), SOURCE, 1.5e3
        )
        chosen = choose(segments, receivers, found, 5)
        results.append(fault_statistics(segments, receivers, found, chosen, THRESHOLD))
    for name, values in vars(results[0]).items():
        np.testing.assert_allclose(values, getattr(results[1], name), rtol=1e-6, atol=1e-6)


def test_a_range_of_friction_holds_its_value():
    with pytest.raises(GroundshiftError, match="not within its range"):
        fs.Friction(0.1)
    with pytest.raises(GroundshiftError, match="Skempton"):
        fs.Friction(0.4, 2.0)


def test_ranks():
    np.testing.assert_array_equal(ranked([1.0, np.nan, 5.0, -2.0]), [2, 0, 1, 3])
    np.testing.assert_array_equal(ranked([]), [])
