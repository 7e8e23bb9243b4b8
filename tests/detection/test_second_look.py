# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of boxes, and boxes that a second look moves to where they belong."""

import basins
import numpy as np
import pytest
from groundshift.algorithms.detection import second_look
from groundshift.algorithms.detection.network import FOLDER
from groundshift.algorithms.detection.twins import overlap
from groundshift.algorithms.errors import GroundshiftError

SIDE = second_look.SIDE


def averaged(image, box):
    """A picture by its definition: means over cells, each pixel cut into a hundred parts."""
    fine, out = 100, np.zeros((SIDE, SIDE))
    ends = []
    for k in (0, 1):
        cell = second_look.AROUND * (box[k + 2] - box[k]) / SIDE
        middle = (box[k] + box[k + 2]) / 2 + (np.arange(SIDE) + 0.5 - SIDE / 2) * cell
        wide = max(cell, 1.0)
        place = (np.arange(fine) + 0.5) / fine * wide - wide / 2
        ends.append(np.floor(middle[:, None] + place).astype(int))
    padded = np.pad(image, 500)
    for r in range(SIDE):
        for c in range(SIDE):
            out[r, c] = padded[np.ix_(ends[0][r] + 500, ends[1][c] + 500)].mean()
    return out


@pytest.mark.parametrize("box", [(10.3, 5.1, 30.9, 95.2), (20.0, 30.0, 27.0, 36.5)])
def test_a_picture_is_the_mean_of_what_each_cell_shows(box):
    image = np.random.default_rng(1).normal(size=(2, 60, 110)).astype(np.float32)
    seen = second_look.picture(image, np.array(box))
    np.testing.assert_allclose(seen[1], averaged(image[1], box), atol=0.03)


def test_a_picture_goes_with_its_box():
    image = np.zeros((2, 200, 200), np.float32)
    image[:, 60:120, 50:130] = np.random.default_rng(2).normal(size=(2, 60, 80))
    box = np.array((70.2, 70.7, 101.3, 111.4))
    moved = np.roll(image, (31, -17), (1, 2))
    one, two = second_look.picture(image, box), second_look.picture(moved, box + (31, -17, 31, -17))
    np.testing.assert_allclose(one, two, atol=1e-4)
    assert not second_look.picture(image, box + 1000.0).any()


@pytest.mark.parametrize("sign", [1, -1])
def test_boxes_move_to_where_the_basins_are(sign):
    phase = sign * basins.phase_of(basins.basins(), 0.15)
    image = np.stack((np.cos(phase), np.sin(phase))).astype(np.float32)
    found, rng = second_look.read_weights(), np.random.default_rng(3)
    before, after = [], []
    for known in basins.boxes():
        size = np.tile(known[2:] - known[:2], 2)
        for _ in range(4):
            box = known + 0.12 * rng.choice((-1, 1), 4) * size
            moved, _ = second_look.looked_at(image, box[None], np.ones(1), found)
            before.append(overlap(known, box[None])[0])
            after.append(overlap(known, moved)[0])
    assert np.mean(after) > np.mean(before) + 0.1 and np.min(after) > 0.7


def test_what_is_hopeless_is_looked_at_once(monkeypatch):
    seen, found = [], second_look.read_weights()
    monkeypatch.setattr(second_look, "picture", lambda *_: seen.append(1) or np.zeros((2, 64, 64)))
    image, box = np.zeros((2, 64, 64), np.float32), np.array([(10.0, 10, 30, 30)])
    for given, looks in (({}, 2), ({"hopeless": np.inf}, 1), ({"low": np.inf}, 1)):
        seen.clear()
        second_look.looked_at(image, box, np.zeros(1), found, **given)
        assert len(seen) == looks


def test_boxes_are_looked_at_together_as_alone():
    image = np.random.default_rng(5).normal(size=(2, 90, 130)).astype(np.float32)
    low = np.random.default_rng(6).uniform(0, 60, (19, 2))
    box = np.concatenate((low, low + (30.0, 44.0)), axis=1)
    heat, found = np.linspace(-2, 3, 19), second_look.read_weights()
    together, numbers = second_look.looked_at(image, box, heat, found, 0.0)
    for k in range(19):
        alone, told = second_look.looked_at(image, box[k : k + 1], heat[k : k + 1], found, 0.0)
        np.testing.assert_allclose(alone[0], together[k], atol=1e-3)
        np.testing.assert_allclose(told[0], numbers[k], atol=1e-3)


def test_foreign_weights_are_told():
    with pytest.raises(GroundshiftError, match="not the weights"):
        second_look.read_weights(FOLDER / "motion.npz")


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("cycles", [0.4, 1.6, 5.0])
def test_the_sign_is_that_of_the_phase_at_the_peak(sign, cycles):
    rng, (row, col) = np.random.default_rng(4), np.mgrid[:120, :140]
    right = 0
    for _ in range(8):
        y, x = rng.uniform(30, 90, 2)
        bump = np.exp(-((row - y) ** 2 + (col - x) ** 2) / (2 * 15.0**2))
        phase = 2 * np.pi * (sign * cycles * bump + rng.uniform()) + rng.normal(0, 0.6, row.shape)
        image = np.stack((np.cos(phase), np.sin(phase))).astype(np.float32)
        right += second_look.sign_at_peak(image, (y - 32, x - 32, y + 32, x + 32)) == sign
    assert right == 8
