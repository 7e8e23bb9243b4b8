# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stable ground of a stack whose halves are coherent and not."""

import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.toolbox import call
from small_slc import UTM, make_stack

GRID = Grid(53, 165, UTM.transform, UTM.crs)


def images(count=7):
    """Coherence 0.95 on the left, 0.3 on the right."""
    rng = np.random.default_rng(0)

    def noise(*size):
        return (rng.normal(size=size) + 1j * rng.normal(size=size)) / np.sqrt(2)

    share = np.where(np.arange(GRID.cols) < 80, 0.95, 0.3)
    common = np.sqrt(share) * noise(*GRID.shape)
    return (common + np.sqrt(1 - share) * noise(count, *GRID.shape)).astype(np.complex64)


def run(folder, values, **others):
    warnings = []
    found = call(
        "stabilitymask", {"warn": warnings.append}, stack=make_stack(folder / "s.h5", GRID, values),
        mask=folder / "mask.tif", coherence=folder / "coherence.tif", **others,
    )  # fmt: skip
    return found, warnings


def test_the_coherent_half_is_stable(tmp_path):
    found, warnings = run(tmp_path, images())
    grid, mask, _ = read_raster(tmp_path / "mask.tif")
    assert grid.shape == (10, 8)
    assert grid.transform[1] == pytest.approx(20 * GRID.transform[1])
    assert (mask[0][:, :4] == 1).all() and (mask[0][:, 4:] == 0).all()
    coherence = read_raster(tmp_path / "coherence.tif")[1][0]
    assert coherence[:, :4].mean() == pytest.approx(0.95, abs=0.01)
    assert coherence[:, 4:].mean() == pytest.approx(0.3, abs=0.03)
    assert (found["pairs"], found["stable"]) == (11, 50.0)
    assert found["chance"] == pytest.approx(0.0886, abs=1e-3) and not warnings


def test_blocks_do_not_matter(tmp_path, monkeypatch):
    from groundshift.algorithms import blocks

    run(tmp_path, images())
    whole = read_raster(tmp_path / "coherence.tif")[1]
    monkeypatch.setattr(blocks, "MOST_PIXELS", 16, raising=False)
    run(tmp_path, images(), memory=64, workers=1)
    np.testing.assert_array_equal(read_raster(tmp_path / "coherence.tif")[1], whole)


def test_what_is_doubtful_is_told(tmp_path):
    _, warnings = run(tmp_path, images(), looks_rows=1, looks_cols=2, threshold=1.0)
    told = " ".join(warnings)
    assert "noise alone has a coherence of 0.63" in told and "lower the threshold" in told


def test_too_few_images_and_too_many_looks(tmp_path):
    with pytest.raises(GroundshiftError, match="holds 2 images"):
        run(tmp_path, images(2))
    with pytest.raises(GroundshiftError, match="larger than the image"):
        run(tmp_path, images(3), looks_rows=200)
    assert not (tmp_path / "mask.tif").exists()
