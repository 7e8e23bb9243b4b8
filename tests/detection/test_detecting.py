# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Boxes around known basins, by the network and by the classical way."""

import basins
import numpy as np
import pytest
from groundshift.algorithms.detection import classical, detecting, motion_network, second_look
from groundshift.algorithms.detection.detecting import METHODS, THRESHOLDS, detect
from groundshift.algorithms.detection.network import weights
from groundshift.algorithms.detection.twins import distinct, means_of_twins, overlap
from groundshift.algorithms.errors import GroundshiftError

SHAPE = basins.GRID.shape
LEAST = {"learned": THRESHOLDS["learned"], "log": 0.35}
MOST = {"learned": 2, "log": 5}  # the classical way sees rings in rings


def scene(noise=0.15, seed=0):
    return np.angle(np.exp(1j * basins.phase_of(basins.basins(), noise, seed)))


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("sign", [1, -1])
def test_both_basins_are_found_and_nothing_else(method, sign):
    boxes, scores = detect(sign * scene(), 30.0, 0.0555, method=method, threshold=LEAST[method])
    assert len(boxes) == 2 and (np.diff(scores) <= 0).all() and scores.max() <= 1
    for known in basins.boxes():
        assert overlap(known, boxes).max() > 0.5


@pytest.mark.parametrize("method", METHODS)
def test_noise_and_nothing_show_nothing(method):
    rng = np.random.default_rng(3)
    noise = rng.uniform(-np.pi, np.pi, SHAPE)
    for phase in (noise, np.full(SHAPE, np.nan), np.zeros(SHAPE)):
        assert not len(detect(phase, 30.0, 0.0555, method=method, threshold=THRESHOLDS[method])[0])


def test_fringes_and_signs_are_told():
    found = detecting.boxes_in(scene(), 30.0, threshold=THRESHOLDS["learned"])
    for (row, col, _, fringes), known in zip(basins.BASINS, basins.boxes()):
        k = int(np.argmax(overlap(known, found.box)))
        assert found.fringes[k] == pytest.approx(fringes, rel=0.35)
        top, left, step, mask = found.outline[k]
        assert mask[int((row - top) / step), int((col - left) / step)]


@pytest.mark.parametrize("method", METHODS)
def test_gaps_far_away_change_nothing_that_counts(method):
    phase = scene()
    phase[:, 90:110] = np.nan
    boxes, _ = detect(phase, 30.0, 0.0555, method=method, threshold=LEAST[method])
    for known in basins.boxes():
        assert overlap(known, boxes).max() > 0.5


def test_a_large_basin_is_found_in_a_thinned_copy():
    large = [(300.0, 330.0, 95.0, 3.0)]
    phase = np.angle(np.exp(1j * basins.phase_of(basins.basins((640, 640), large))))
    for method in METHODS:
        boxes, _ = detect(phase, 30.0, 0.0555, method=method, threshold=LEAST[method])
        assert overlap(basins.boxes(large)[0], boxes).max() > 0.5


def test_fine_pixels_are_averaged_first():
    coarse = scene(0.1)
    fine = np.repeat(np.repeat(coarse, 4, 0), 4, 1)
    one, _ = detect(coarse, 30.0, 0.0555, threshold=0.3)
    two, _ = detect(fine, 5.0, 0.0555, threshold=0.3)
    np.testing.assert_allclose(two, 4 * one, atol=0.5)


@pytest.mark.parametrize("method", METHODS)
def test_tiles_leave_no_seams(method, monkeypatch):
    """A tile sees all that its own results depend on."""
    phase = np.tile(scene(), (3, 2))
    phase += np.random.default_rng(5).normal(0, 0.2, phase.shape)
    whole = detecting.boxes_in(phase, 30.0, method=method, threshold=0.05)
    monkeypatch.setattr(detecting, "TILE", 128)
    cut = detecting.boxes_in(phase, 30.0, method=method, threshold=0.05)
    if method == "learned":  # the classical one knows the spread of its own tile
        assert len(cut) == len(whole) > 4
        np.testing.assert_allclose(cut.box, whole.box, atol=1e-2)
        np.testing.assert_allclose(cut.score, whole.score, atol=1e-3)
    else:
        assert len(cut) > 4


def test_noise_for_gaps_depends_on_the_place_alone():
    whole = detecting.noise(0, 0, (300, 200))
    np.testing.assert_array_equal(whole[40:90, 60:80], detecting.noise(40, 60, (50, 20)))
    assert np.abs(np.exp(1j * whole).mean()) < 0.02 and np.abs(whole).max() <= np.pi + 1e-6
    along = np.exp(1j * (whole[:, 1:] - whole[:, :-1]))
    assert np.abs(along.mean()) < 0.02


def test_a_smooth_bowl_answers_at_its_own_scale():
    rows, cols = np.mgrid[:128, :128]
    phase = 5.0 * np.exp(-((rows - 60) ** 2 + (cols - 70) ** 2) / (2 * 8.0**2))
    blobs = classical.blobs(np.exp(1j * phase).astype(np.complex64))
    row, col, scale, peak, _, _, round_ = blobs[np.argmax(np.abs(blobs[:, 3]))]
    assert (row, col) == (60, 70) and scale == pytest.approx(8.0)
    assert peak == pytest.approx(5.0, rel=0.1) and round_ > 0.9


def test_an_image_is_seen_from_both_ends():
    phase = scene(0.3)[:160, :120]
    image = np.stack((np.cos(phase), np.sin(phase))).astype(np.float32)
    found = motion_network.read_weights()
    out = motion_network.from_both_ends(image, found)
    turned = motion_network.from_both_ends(np.ascontiguousarray(image[:, ::-1, ::-1]), found)
    turned = turned[:, ::-1, ::-1].copy()
    turned[[motion_network.DOWN, motion_network.RIGHT]] *= -1
    np.testing.assert_allclose(turned, out, atol=1e-4)
    assert np.abs(out - motion_network.answers(image, found))[1:3].max() > 1e-2


def test_damaged_or_foreign_weights_are_told(tmp_path):
    with pytest.raises(GroundshiftError, match="install the plugin again"):
        (tmp_path / "w.npz").write_bytes(b"PK\x03\x04 not a zip")
        motion_network.read_weights(tmp_path / "w.npz")
    foreign = motion_network.FOLDER / "jumps.npz"
    with pytest.raises(GroundshiftError, match="not the weights"):
        motion_network.read_weights(foreign)


def test_the_threshold_is_that_of_the_weights():
    about = weights(second_look.FOLDER / "look.npz", tuple(second_look.shapes()))["about"]
    assert THRESHOLDS["learned"] == pytest.approx(about["threshold"], abs=1e-9)
    assert (np.diff(np.transpose(about["calibration"]), axis=1) >= 0).all()
    for name in ("motion.npz", "look.npz"):
        assert (second_look.FOLDER / name).stat().st_size < 1 << 20


def test_a_source_that_two_tiles_see_is_one():
    box = np.array([(0, 0, 10, 10), (1, 0, 11, 10), (20, 20, 30, 30), (21, 21, 40, 44.0)])
    score, slope = np.array([0.5, 0.9, 0.8, 0.1]), np.zeros(4)
    outline = np.empty(4, object)
    found = detecting.settled([detecting.Boxes(box, score, slope, slope, outline)], (40, 40), 0.2)
    np.testing.assert_array_equal(found.box, box[[1, 2]])
    assert found.score.tolist() == [0.9, 0.8]


def test_twins_are_averaged_and_others_are_not():
    box = np.array([(0, 0, 20, 20), (1, 0, 21, 20), (0, 3, 20, 17), (1, 1, 40, 40), (50, 0, 60, 9)])
    score = np.array([0.9, 0.8, 0.5, 0.45, 0.4])
    kept = distinct(box.astype(float))
    assert kept.tolist() == [0, 3, 4]
    found = means_of_twins(box.astype(float), score, kept)
    # Of the others only the second is nearly as sure of nearly the same place: 19 of 21 rows.
    share = 0.8 * (19 / 21) / (0.9 + 0.8 * (19 / 21))
    np.testing.assert_allclose(found[0], (share, 0, 20 + share, 20))
    np.testing.assert_array_equal(found[1:], box[[3, 4]])


@pytest.mark.parametrize("threshold", [0.3, THRESHOLDS["learned"]])
def test_what_is_not_asked_for_changes_little(threshold):
    """Leaving early what cannot reach the score leaves the same boxes."""
    phase = np.tile(scene(), (2, 2)) + np.random.default_rng(7).normal(
        0, 0.3, (2 * SHAPE[0], 2 * SHAPE[1])
    )
    every = detecting.boxes_in(phase, 30.0)
    few = detecting.boxes_in(phase, 30.0, threshold=threshold)
    every = every.take(every.score >= threshold)
    assert len(few) == len(every) > 4
    np.testing.assert_allclose(few.score, every.score, atol=1e-3)
    for box in every.box:  # some twins are left out, too, so that the order may be another
        assert overlap(box, few.box).max() > 0.9
