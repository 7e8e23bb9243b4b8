# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.job import Job
from groundshift.algorithms.toolbox import call
from sbas_runs import choices, named, run_sbas
from small_stack import CORNER, GRID, NEAR, bowl, make_stack

UNIFORM = {"weights": "uniform"}
X, Y = GRID.xy(0, 0)
AT_CORNER = {"reference_point": f"{X},{Y}", "reference_radius": CORNER.radius_pixels}


def stacked(folder, job=None, name="", **options):
    return call(
        "stacking", job, stack=folder / "s.h5", velocity=folder / f"v{name}.tif",
        velocity_std=folder / f"e{name}.tif", pair_count=folder / f"n{name}.tif",
        **{**AT_CORNER, **options},
    )  # fmt: skip


def test_the_rate_of_a_bowl_is_found(tmp_path):
    make_stack(tmp_path / "s.h5", rate=bowl())
    found = stacked(tmp_path, **UNIFORM)
    grid, values, names = read_raster(tmp_path / "v.tif")
    assert grid.shape == GRID.shape and names == ["velocity_mm_yr"]
    np.testing.assert_allclose(values[0], (bowl() - bowl()[0, 0]) * 1e3, atol=1e-3)
    assert found["pixels"] == GRID.rows * GRID.cols and found["pairs"] == len(NEAR)
    assert (read_raster(tmp_path / "n.tif")[1] == len(NEAR)).all()
    assert found["fastest_away"] == pytest.approx(-60, abs=1)


@pytest.mark.parametrize(
    "consecutive, one, true_error", [(False, (0.85, 1.15), 4.9), (True, (0.9, 1.1), 9.5)]
)
def test_the_errors_are_honest_for_decorrelation_and_atmosphere(
    tmp_path, consecutive, one, true_error
):
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=0.004, looks=10.3)
    stacked(tmp_path, consecutive=consecutive)
    error = (read_raster(tmp_path / "v.tif")[1][0] - (bowl() - bowl()[0, 0]) * 1e3).ravel()
    std = read_raster(tmp_path / "e.tif")[1].ravel()
    assert np.std(error[1:]) == pytest.approx(true_error, rel=0.05)
    ratio = np.abs(error[1:] / std[1:])
    assert one[0] < np.quantile(ratio, 0.683) < one[1]
    assert 1.85 < np.quantile(ratio, 0.954) < 2.15
    assert (read_raster(tmp_path / "n.tif")[1] == (24 if consecutive else len(NEAR))).all()


def test_steady_motion_has_the_rate_of_the_inversion(tmp_path):
    make_stack(tmp_path / "s.h5", rate=bowl(), gaps=0.1)
    stacked(tmp_path, **UNIFORM)
    inverted = named(velocity=tmp_path / "w.tif", subsets=tmp_path / "u.tif")
    run_sbas(tmp_path / "s.h5", inverted, choices(weights="uniform"), reference=CORNER)
    one, two, subsets = (read_raster(tmp_path / f"{name}.tif")[1] for name in "vwu")
    whole = subsets == 1
    assert whole.mean() > 0.9
    assert np.abs(one - two)[whole].max() < 1e-3


def test_blocks_and_workers_do_not_change_a_bit(tmp_path):
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=0.004, looks=10.3, gaps=0.1)
    for name, job in (("a", Job(2 << 30, 1)), ("b", Job(64 << 20, 2))):
        stacked(tmp_path, job, name)
    for kind in "ven":
        one, two = (read_raster(tmp_path / f"{kind}{name}.tif")[1] for name in "ab")
        assert np.array_equal(one, two, equal_nan=True)


def test_another_reference_changes_no_difference_between_pixels(tmp_path):
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=0.002)
    rates = []
    for row, col in ((0, 0), (40, 150)):
        x, y = GRID.xy(row, col)
        stacked(tmp_path, **UNIFORM, reference_point=f"{x},{y}", reference_radius=0)
        rates.append(read_raster(tmp_path / "v.tif")[1][0])
        assert rates[-1][row, col] == 0
    difference = rates[0] - rates[1]
    np.testing.assert_allclose(difference, difference[0, 0], atol=5e-3)


def test_what_cannot_be_done_is_refused_before_anything_is_written(tmp_path):
    make_stack(tmp_path / "s.h5")
    for options, what in (
        ({"min_coherence": 0.99}, "lower the thresholds"),
        ({"min_pairs": 500}, "lower the thresholds"),
        ({"noise": "pink"}, "give one of dates, pairs"),
        ({"exclude_dates": "yesterday"}, "is no date"),
    ):
        with pytest.raises(GroundshiftError, match=what):
            stacked(tmp_path, **options)
    with pytest.raises(Cancelled):
        stacked(tmp_path, {"cancelled": lambda: True})
    assert [p.name for p in tmp_path.iterdir()] == ["s.h5"]


@pytest.mark.parametrize("date_noise, looks", [(0.015, 40), (0.006, 10.3), (0.001, 3)])
def test_the_default_weights_are_never_worse_than_equal_ones(tmp_path, date_noise, looks):
    errors = {"default": [], "uniform": [], "decorrelation": []}
    chosen = {
        "default": {}, "uniform": UNIFORM, "decorrelation": {"noise": "pairs"},
    }  # fmt: skip
    for seed in range(2):
        make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=date_noise, looks=looks, seed=seed)
        for name, options in chosen.items():
            said = []
            stacked(tmp_path, {"note": said.append}, **options)
            rate = read_raster(tmp_path / "v.tif")[1][0]
            errors[name].append(np.std(rate - (bowl() - bowl()[0, 0]) * 1e3))
            assert any("the atmosphere of its dates" in text for text in said) == (
                name == "default"
            )
    errors = {name: np.mean(values) for name, values in errors.items()}
    assert errors["default"] < 1.005 * errors["uniform"]
