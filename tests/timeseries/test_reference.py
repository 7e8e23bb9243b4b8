# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
from types import SimpleNamespace

import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.stack import StackBlock
from groundshift.algorithms.data.tools.importing import import_stack
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import StackReader, read_stack
from groundshift.algorithms.formats.interferograms import find_product
from groundshift.algorithms.timeseries import reference

GRID = Grid(30, 40, (10.0, 0.5, 0.0, 50.0, 0.0, -0.5))
SPANS = np.array([0.1, 0.2, 0.3])


def scan(phase, coherence=None):
    return reference.Scan(SPANS)(StackBlock(phase, coherence))


def test_the_automatic_reference_is_coherent_complete_and_still():
    rng = np.random.default_rng(0)
    rate = np.zeros(GRID.shape)
    rate[:, 25:] = -60.0
    phase = (SPANS[:, None, None] * rate + rng.normal(0, 0.1, (3, *GRID.shape))).astype("f4")
    coherence = np.full(phase.shape, 0.5, "f4")
    coherence[:, 5:12, 5:12] = 0.95  # the right one
    coherence[:, 5:15, 28:38] = 0.99  # moves
    coherence[:, 20:28, 5:12] = 0.99  # has a gap
    phase[1, 20:28, 5:12] = np.nan
    row, col = reference.choose(scan(phase, coherence))
    assert 5 <= row < 12 and 5 <= col < 12


def test_the_reference_stands_still_where_most_of_the_scene_moves():
    rng = np.random.default_rng(2)
    rate = np.tile(np.linspace(0, -300, 40), (30, 1))
    rate[:, :12] = 0.0
    phase = (SPANS[:, None, None] * rate + rng.normal(0, 0.05, (3, *GRID.shape))).astype("f4")
    _, col = reference.choose(scan(phase, np.full(phase.shape, 0.9, "f4")))
    assert col < 12


@pytest.mark.parametrize("with_coherence", [True, False])
def test_the_scan_is_numpys(with_coherence):
    rng = np.random.default_rng(4)
    phase, coherence = rng.random((2, 3, *GRID.shape)).astype("f4")
    phase[rng.random(phase.shape) < 0.3] = np.nan
    coherence[rng.random(phase.shape) < 0.1] = np.nan
    phase[:, 0, :3] = np.nan
    got = scan(phase, coherence if with_coherence else None)
    valid, spans = np.isfinite(phase), SPANS[:, None, None]
    np.testing.assert_array_equal(got.pair_count, valid.sum(axis=0))
    with np.errstate(invalid="ignore"):
        rate = np.nansum(phase * spans, axis=0) / (valid * spans**2).sum(axis=0)
        known = valid & np.isfinite(coherence)
        mean = np.where(known, coherence, 0).sum(axis=0, dtype=float) / known.sum(axis=0)
    if not with_coherence:
        mean = np.where(valid.any(axis=0), 0.5, np.nan)
    np.testing.assert_allclose(got.rate, rate, rtol=1e-12)
    np.testing.assert_allclose(got.coherence, mean, rtol=1e-12)


def test_without_coherence_a_complete_still_pixel_is_taken():
    phase = np.zeros((3, *GRID.shape), "f4")
    phase[0] = np.nan
    phase[:, 10:15, 10:15] = 1.0
    row, col = reference.choose(scan(phase))
    assert 10 <= row < 15 and 10 <= col < 15


@pytest.mark.parametrize("most, step", [(30 * 40, 1), (300, 2), (80, 4)])
def test_a_thinned_search_ends_in_the_same_patch_whatever_the_blocks(most, step):
    rng = np.random.default_rng(3)
    rate = np.zeros(GRID.shape)
    rate[:, 25:] = -60.0
    phase = (SPANS[:, None, None] * rate + rng.normal(0, 0.1, (3, *GRID.shape))).astype("f4")
    coherence = rng.uniform(0.4, 0.6, phase.shape).astype("f4")
    coherence[:, 6:18, 6:18] = 0.95
    phase[2, 20:] = np.nan
    everything = scan(phase, coherence)
    found = set()
    for height, width in ((30, 40), (8, 16)):
        thinned = reference.ThinnedScan(GRID, most)
        for row in range(0, 30, height):
            for col in range(0, 40, width):
                window = Window(row, col, min(height, 30 - row), min(width, 40 - col))
                part = reference.ScanBlock(
                    *(getattr(everything, n)[window.slices]
                      for n in ("pair_count", "coherence", "rate"))
                )  # fmt: skip
                thinned.add(window, part)
        assert thinned.step == step
        found.add(thinned.choose())
    assert len(found) == 1
    row, col = found.pop()
    assert 6 <= row < 18 and 6 <= col < 18
    if step == 1:
        assert (row, col) == reference.choose(everything)


def test_the_area_lies_on_level_ground_and_not_on_the_slope_with_the_best_pixel():
    """Most of a coarse scene moves; the most coherent pixels lie where the motion begins."""
    rng = np.random.default_rng(9)
    rate = np.tile(-10.0 * np.clip(np.arange(40) - 12, 0, None), (30, 1))
    phase = (SPANS[:, None, None] * rate + rng.normal(0, 0.1, (3, *GRID.shape))).astype("f4")
    coherence = np.full(phase.shape, 0.6, "f4")
    coherence[:, :, 12:16] = 0.8
    row, col = reference.choose(scan(phase, coherence))
    inside = rate[reference.pixel_window(GRID, row, col, 3).slices]
    assert inside.shape == (7, 7) and np.ptp(inside) <= 10.0
    assert abs(inside.mean()) < 2.0


def test_on_mexico_city_the_area_is_level_and_stands_as_the_west_does(shared_data, tmp_path):
    """Pixels of 150 m; the most coherent ones lie on slopes of the bowl that sinks by 300 mm/yr."""
    import_stack(find_product(shared_data("mexico_city_s1")), tmp_path / "s.h5", None)
    stack = read_stack(tmp_path / "s.h5")
    spans = (stack.pairs[:, 1] - stack.pairs[:, 0]).astype(float) / 365.25
    with StackReader(stack) as reader:
        found = reference.Scan(spans)(reader.read(Window(0, 0, *stack.grid.shape)))
    rate = 1e3 * stack.wavelength / (4 * np.pi) * found.rate  # mm/yr
    inside = rate[reference.pixel_window(stack.grid, *reference.choose(found), 3).slices]
    assert inside.shape == (7, 7) and np.std(inside) < 3.0
    assert abs(inside.mean() - np.nanmedian(rate[:, : stack.grid.cols // 4])) < 5.0


def test_gaps_inside_of_the_area_are_looked_at():
    phase = np.zeros((3, *GRID.shape), "f4")
    phase[1, ::4, ::4] = np.nan
    phase[:, 9:18, 20:31] = 0.0
    row, col = reference.choose(scan(phase, np.full(phase.shape, 0.9, "f4")))
    whole = np.isfinite(phase[:, row - 3 : row + 4, col - 3 : col + 4])
    assert whole.shape == (3, 7, 7) and whole.all()


def test_an_empty_stack_has_no_reference():
    with pytest.raises(GroundshiftError, match="No pixel has data"):
        reference.choose(scan(np.full((3, *GRID.shape), np.nan, "f4")))


def test_a_reference_closes_around_triplets():
    rng = np.random.default_rng(1)
    dates = rng.normal(size=(3, 8))
    phase = np.stack([dates[1] - dates[0], dates[2] - dates[1], dates[2] - dates[0]])
    phase[1, 3] = np.nan
    got = reference.reference_of(Window(0, 0, 2, 4), phase.reshape(3, 2, 4).astype("f4"))
    assert got.pixels == 7
    assert got.phase[0] + got.phase[1] == pytest.approx(got.phase[2], abs=1e-6)


def test_pairs_without_data_at_the_reference_are_nan():
    phase = np.ones((3, 1, 1), "f4")
    phase[1] = np.nan
    got = reference.reference_of(Window(0, 0, 1, 1), phase)
    assert np.isnan(got.phase).tolist() == [False, True, False]
    with pytest.raises(GroundshiftError, match="no data in any pair"):
        reference.reference_of(Window(0, 0, 1, 1), phase * np.nan)


def test_slips_and_gaps_at_the_reference_do_no_harm():
    """No pixel has all pairs; 3 % of the phases slipped."""
    rng = np.random.default_rng(5)
    truth = rng.normal(0, 30, 60)
    phase = truth[:, None, None] + rng.normal(0, 0.3, (60, 7, 7))
    phase[rng.random(phase.shape) < 0.1] = np.nan
    phase += 2 * np.pi * (rng.random(phase.shape) < 0.03)
    got = reference.reference_of(Window(0, 0, 7, 7), phase.astype("f4"))
    assert got.patched and got.pixels == 49 and got.slipped > 40
    assert np.abs(got.phase - truth).max() < 5 * 0.3 / np.sqrt(35)
    assert np.std(got.phase - truth) < 0.06


def test_good_pixels_are_used_alone_where_there_are_enough():
    rng = np.random.default_rng(6)
    phase = rng.normal(0, 0.3, (20, 5, 5))
    phase[3, :, :2] += 2 * np.pi
    phase[7, 0] = np.nan
    got = reference.reference_of(Window(0, 0, 5, 5), phase.astype("f4"))
    assert not got.patched and got.pixels == 12
    np.testing.assert_allclose(got.phase, phase[:, 1:, 2:].mean(axis=(1, 2)), atol=1e-6)


def test_a_wide_area_with_a_slope_is_not_taken_for_slips():
    phase = np.broadcast_to(np.linspace(0, 40, 50), (3, 20, 50)).astype("f4")
    got = reference.reference_of(Window(0, 0, 20, 50), phase)
    assert got.pixels == 1000
    np.testing.assert_allclose(got.phase, 20.0, rtol=1e-6)


def test_scattered_gaps_do_not_drive_the_reference_to_poor_ground():
    """Nearly every pixel lacks some pair; the few that lack none lie in the worst part."""
    rng = np.random.default_rng(8)
    spans = np.full(40, 0.1)
    phase = rng.normal(0, 0.1, (40, *GRID.shape)).astype("f4")
    phase[rng.random(phase.shape) < 0.1] = np.nan
    phase[0] = np.nan
    phase[:, 2, 2] = 0.0
    coherence = np.full(phase.shape, 0.3, "f4")
    coherence[:, :, 25:] = 0.9
    _, col = reference.choose(reference.Scan(spans)(StackBlock(phase, coherence)))
    assert col >= 24


def test_points_and_areas_become_windows():
    assert reference.point_window(GRID, 10.3, 49.8) == Window(0, 0, 1, 1)
    assert reference.point_window(GRID, 12.3, 47.8, 2) == Window(2, 2, 5, 5)
    assert reference.area_window(GRID, 11.0, 48.0, 12.0, 49.0) == Window(2, 2, 2, 2)
    with pytest.raises(GroundshiftError, match="outside of the stack"):
        reference.point_window(GRID, 0.0, 0.0)
    with pytest.raises(GroundshiftError, match="holds no pixel"):
        reference.area_window(GRID, 0.0, 0.0, 1.0, 1.0)


@pytest.mark.parametrize("scale, wrapped", [(1e-4, False), (0.5, True), (1.5, True)])
def test_wrapped_phase_is_told_from_unwrapped(scale, wrapped):
    from groundshift.algorithms.timeseries.tools.reference_place import check_unwrapped

    rng = np.random.default_rng(7)
    slope = scale * np.arange(40) + rng.normal(0, 0.2, (6, 30, 40))
    noisy = rng.normal(0, scale, (6, 30, 40))
    for phase, refused in (
        (np.angle(np.exp(1j * slope)), wrapped), (slope, False), (noisy, False),
        (np.full_like(noisy, np.nan), False),
    ):  # fmt: skip
        reader = SimpleNamespace(
            stack=SimpleNamespace(grid=GRID, path="s.h5", attributes={}), indices=range(6),
            read=lambda window, phase=phase: StackBlock(phase[(slice(None), *window.slices)], None),
        )  # fmt: skip
        if refused:
            with pytest.raises(GroundshiftError, match="s.h5: its phase is wrapped"):
                check_unwrapped(reader)
        else:
            check_unwrapped(reader)
