# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Two sensors fused part by part: planted rates, gross errors, gaps that nobody bridges."""

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.network import Network
from groundshift.algorithms.data.offsets import MAP, OffsetBlock, Offsets
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.offsets.offset_raster import write_offsets
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.toolbox import call
from groundshift.algorithms.tracking.fusion import Fusion, merged

START = np.datetime64("2021-01-01")
GRID = Grid(12, 15, (4e5, 100.0, 0, 5e6, 0, -100.0), wkt_from_epsg(32633))
RATE = np.array([9.0, -4.0])  # metres a year


def network(pairs):
    """Of pairs of days since the start."""
    days, places = np.unique(np.array(pairs), return_inverse=True)
    return Network(START + days, places.reshape(-1, 2).astype(np.int32))


def leaps(days, most):
    return [(a, b) for n, a in enumerate(days) for b in days[n + 1 : n + 1 + most]]


RADAR_DAYS, CAMERA_DAYS = list(range(0, 121, 12)), list(range(3, 124, 10))
BOTH = leaps(RADAR_DAYS, 3) + leaps(CAMERA_DAYS, 3)


def scene(pairs, shape, noise=0.2, day_noise=0.0, seed=0):
    """Offsets of the rate with errors of pairs, and of days that all of their pairs share."""
    rng = np.random.default_rng(seed)
    of_day = {day: day_noise * rng.normal(size=(2, *shape)) for day in np.unique(pairs)}
    moved = np.empty((2, len(pairs), *shape))
    for place, (a, b) in enumerate(pairs):
        wanted = RATE * (b - a) / 365.25
        moved[:, place] = wanted.reshape(2, *(1,) * len(shape)) + of_day[b] - of_day[a]
    return moved + noise * rng.normal(size=moved.shape)


def test_days_that_lie_close_become_one_and_offsets_keep_their_rate():
    one = merged(network([(0, 12), (3, 13), (0, 3), (12, 24), (13, 40), (24, 40)]), 5)
    days = (one.network.dates - START).astype(int)
    assert days.tolist() == [2, 12, 24, 40] and one.days == 6
    assert one.kept.tolist() == [0, 1, 3, 4, 5]  # the pair of days 0 and 3 is within one
    assert one.network.pairs.tolist() == [[0, 1], [0, 1], [1, 2], [1, 3], [2, 3]]
    np.testing.assert_allclose(one.factors, [10 / 12, 10 / 10, 1, 28 / 27, 1], rtol=1e-6)
    none = merged(network([(0, 12), (3, 13)]), 0)
    assert len(none.network.dates) == 4 and (none.factors == 1).all()
    # Daily images do not all become one: a group is shorter than five days.
    daily = merged(network([(d, d + 20) for d in range(20)]), 5)
    assert len(daily.network.dates) == 8
    # Five days apart are two.
    assert len(merged(network([(0, 30), (5, 30)]), 5).network.dates) == 3


def plain(net, values, kept):
    """One pixel: rate, and series of each part, by loops and NumPy's least squares."""
    days = (net.dates - net.dates[0]).astype(int) / 365.25
    part = list(range(len(days)))
    for _ in days:
        for (a, b), there in zip(net.pairs, kept):
            if there:
                part[a] = part[b] = min(part[a], part[b])
    interval = days[net.pairs[:, 1]] - days[net.pairs[:, 0]]
    rate = (interval * values)[kept].sum() / (interval**2)[kept].sum()
    series = np.full(len(days), np.nan)
    for name in sorted(set(part)):
        mine = [place for place in range(len(days)) if part[place] == name]
        rows = [k for k, (a, b) in enumerate(net.pairs) if kept[k] and a in mine]
        if not rows:
            continue
        matrix = np.zeros((len(rows), len(mine)))
        for row, k in enumerate(rows):
            matrix[row, mine.index(net.pairs[k, 1])] = 1
            matrix[row, mine.index(net.pairs[k, 0])] = -1
        series[mine[0]] = 0.0
        series[mine[1:]] = np.linalg.lstsq(matrix[:, 1:], values[rows], rcond=None)[0]
    return rate, series


def test_it_is_what_plain_least_squares_say_part_by_part():
    pairs = leaps(list(range(0, 61, 12)), 2) + leaps(list(range(200, 261, 12)), 2)
    one = merged(network(pairs), 5)
    values = scene(pairs, (4,))
    values[:, 3, 1] = np.nan
    found = Fusion(one, "tukey", np.inf)((values, None))
    assert (found.parts == 2).all()
    for pixel in range(4):
        kept = np.isfinite(values[0, :, pixel])
        for k in (0, 1):
            rate, series = plain(one.network, values[k, :, pixel], kept)
            assert found.rate[k, pixel] == pytest.approx(rate, abs=1e-4)
            np.testing.assert_allclose(found.displacement[k, :, pixel], series, atol=1e-4)


def test_gaps_are_never_bridged():
    """What happened between the parts changes nothing, and each part begins at zero."""
    first, second = leaps(list(range(0, 61, 12)), 3), leaps(list(range(200, 261, 12)), 3)
    one = merged(network(first + second), 5)
    values = scene(first + second, (5,))
    found = Fusion(one, sigmas=np.inf)((values, None))
    alone = Fusion(merged(network(second), 5), sigmas=np.inf)((values[:, len(first) :], None))
    later = one.network.dates >= START + 200
    assert (found.parts == 2).all() and not found.displacement[:, np.argmax(later)].any()
    np.testing.assert_allclose(found.displacement[:, later], alone.displacement, atol=1e-5)
    # The rate is that of the pairs within the parts.
    assert np.abs(found.rate[0] - RATE[0]).max() < 5 * found.rate_std[0].max()


def test_rejection_that_cuts_the_network_makes_parts():
    """Only wrong pairs join both halves: they are given up, and each half has its datum."""
    pairs = leaps(list(range(0, 49, 12)), 4) + leaps(list(range(60, 109, 12)), 4)
    links = [(48, 60), (36, 60), (36, 72), (48, 72)]
    values = scene(pairs + links, (6,), noise=0.05)
    values[:, len(pairs)] += 30.0
    values[:, len(pairs) + 1] -= 20.0
    values[:, len(pairs) + 2] += 55.0
    values[:, len(pairs) + 3] -= 60.0
    found = Fusion(merged(network(pairs + links), 5))((values, None))
    assert (found.parts == 2).all() and (found.rejected > 0).all()
    assert np.abs(found.rate - RATE[:, None]).max() < 1.5


@pytest.mark.parametrize(
    "noise, day_noise, most", [(0.2, 0.0, 3), (0.02, 0.15, 3), (0.15, 0.1, 3), (0.02, 0.15, 8)]
)
def test_the_error_of_the_velocity_is_the_one_that_is_told(noise, day_noise, most):
    """Also where every day has many pairs, which share its error."""
    pairs = leaps(RADAR_DAYS, most) + leaps(CAMERA_DAYS, most)
    values = scene(pairs, (3000,), noise, day_noise)
    for std in (None, np.full(values.shape, noise)):
        found = Fusion(merged(network(pairs), 5), sigmas=4.0)((values, std))
        ratio = (found.rate - RATE[:, None]) / found.rate_std
        assert 0.75 < np.std(ratio) < 1.15
        assert np.abs(ratio.mean()) < 0.1


def test_gross_errors_are_given_up():
    rng = np.random.default_rng(1)
    values = scene(BOTH, (800,))
    wrong = rng.random(values.shape[1:]) < 0.1
    bad = np.where(wrong, rng.normal(size=values.shape) * 15, values)
    good = Fusion(merged(network(BOTH), 5))((values, None))
    found = Fusion(merged(network(BOTH), 5))((bad, None))
    kept_all = Fusion(merged(network(BOTH), 5), "least_squares", np.inf)((bad, None))
    error, clean, without = (
        np.std(one.rate - RATE[:, None]) for one in (found, good, kept_all)
    )  # fmt: skip
    assert error < 1.3 * clean and without > 8 * clean
    assert np.median(found.rejected) == pytest.approx(0.1, abs=0.04)


# The tool.


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "pairs"
    path.mkdir()
    for name, days, seed in (("S1A", RADAR_DAYS, 1), ("Sentinel-2", CAMERA_DAYS, 2)):
        pairs = leaps(days, 3)
        values = scene(pairs, GRID.shape, seed=seed)
        for place, (a, b) in enumerate(pairs):
            layers = np.full((6, *GRID.shape), 0.2, np.float32)
            layers[:2] = values[:, place]
            layers[:, :2] = np.nan
            pair = Offsets("", GRID, MAP, START + a, START + b, name)
            write_offsets(path / f"{name}_{pair.name}.tif", pair, OffsetBlock.of(layers))
    return path


def test_two_sensors_make_one_velocity(tmp_path, folder):
    said = []
    found = call(
        "fusevelocity", {"note": said.append}, folder=folder, velocity=tmp_path / "v.tif",
        parts=tmp_path / "p.tif", rejected=tmp_path / "r.tif", first=tmp_path / "e.h5",
        second=tmp_path / "n.h5",
    )  # fmt: skip
    _, velocity, names = read_raster(tmp_path / "v.tif")
    assert names[:2] == ["east_velocity_m_yr", "north_velocity_m_yr"]
    inside = velocity[:, 2:]
    assert np.isnan(velocity[:, :2]).all() and np.isfinite(inside).all()
    for k in (0, 1):
        assert np.median(inside[k]) == pytest.approx(RATE[k], abs=0.15)
        ratio = (inside[k] - RATE[k]) / inside[2 + k]
        assert 0.8 < np.std(ratio) < 1.2
    assert found["pixels"] == 150 and found["platforms"] == 2 and found["merged"] > 3
    assert (read_raster(tmp_path / "p.tif")[1][0][2:] == 1).all()
    with h5py.File(tmp_path / "n.h5") as file:
        assert file["timeseries"].shape == (found["dates"], *GRID.shape)
        days = file["date"][:].astype(str)
    assert len(days) == found["dates"] == len(set(days))
    assert any("became" in text for text in said)


def test_blocks_do_not_matter_and_bad_input_is_refused(tmp_path, folder):
    layers = []
    for memory in (64, 2048):
        call("fusevelocity", folder=folder, velocity=tmp_path / "v.tif", memory=memory)
        layers.append(read_raster(tmp_path / "v.tif")[1])
    np.testing.assert_array_equal(*layers)
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(GroundshiftError, match="holds no raster of offsets"):
        call("fusevelocity", folder=empty, velocity=tmp_path / "w.tif")
    with pytest.raises(GroundshiftError, match="merge fewer days"):
        call("fusevelocity", folder=folder, velocity=tmp_path / "w.tif", closer=300)
    with pytest.raises(GroundshiftError, match="No pixel keeps 200 pairs.*MIN_PAIRS"):
        call("fusevelocity", folder=folder, velocity=tmp_path / "w.tif", min_pairs=200)
    assert not (tmp_path / "w.tif").exists()
