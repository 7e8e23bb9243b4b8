# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixels to trust in interferograms whose right half is noise."""

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.toolbox import call
from half_noise import GRID, files


def test_noise_is_masked_and_fringes_are_not(tmp_path):
    found = call(
        "decorrelationmask", folder=files(tmp_path / "pairs"), mask=tmp_path / "m.tif",
        trust=tmp_path / "t.tif", share=tmp_path / "s.tif",
    )  # fmt: skip
    grid, mask, _ = read_raster(tmp_path / "m.tif")
    assert grid.transform == GRID.transform and mask.shape == (2, *GRID.shape)
    assert (mask[0, :, :60] == 1).mean() > 0.98 and (mask[:, 10:, 80:] == 0).mean() > 0.98
    assert (mask[1, :10] == 255).all()
    trust = read_raster(tmp_path / "t.tif")[1]
    known = np.isfinite(trust)
    np.testing.assert_array_equal(mask[known] == 1, trust[known] >= 0.5)
    share = read_raster(tmp_path / "s.tif")[1][0]
    np.testing.assert_allclose(share[10:], (mask[:, 10:] == 1).mean(axis=0))
    assert found["pairs"] == 2
    assert found["trusted"] == pytest.approx(100 * (mask == 1).sum() / known.sum())


def test_blocks_do_not_matter(tmp_path, monkeypatch):
    from groundshift.algorithms.data import grid

    folder = files(tmp_path / "pairs")
    call("decorrelationmask", folder=folder, trust=tmp_path / "one.tif", mask=tmp_path / "m.tif")
    taken = []

    def small(scene, *_, **__):
        taken.append(scene)
        return [
            grid.Window(row, col, min(37, scene.rows - row), min(53, scene.cols - col))
            for row in range(0, scene.rows, 37)
            for col in range(0, scene.cols, 53)
        ]

    monkeypatch.setattr("groundshift.algorithms.blocks.block_windows", small)
    call("decorrelationmask", folder=folder, trust=tmp_path / "two.tif", mask=tmp_path / "m.tif")
    one, two = (read_raster(tmp_path / f"{name}.tif")[1] for name in ("one", "two"))
    assert taken
    np.testing.assert_allclose(two, one, atol=1e-5)


def test_without_coherence_there_is_nothing_to_ask(tmp_path):
    with pytest.raises(GroundshiftError, match="needs its coherence; give COHERENCE"):
        call("decorrelationmask", folder=files(tmp_path / "p", False), mask=tmp_path / "m.tif")
    assert not (tmp_path / "m.tif").exists()
