# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Outliers, bridging, noisy dates, bootstrap, residuals and appending, from file to file."""

import csv

import h5py
import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.job import Job
from groundshift.algorithms.timeseries.coloured import MarkovNoise
from groundshift.algorithms.timeseries.date_noise import noisy, parse_sigmas
from groundshift.algorithms.timeseries.tools import inversion
from sbas_runs import choices, named, run_append, run_sbas
from small_stack import CORNER, DATES, GRID, NEAR, TO_METRES, YEARS, bowl, make_stack

TRUTH = (bowl() - bowl()[0, 0]) * 1e3
UNIFORM = choices(weights="uniform")


def bridged(model):
    return choices(split="nsbas" if model else "minimum_norm", bridge_model=model)


def targets_in(folder, name=""):
    return named(
        folder / f"t{name}.h5", velocity=folder / f"v{name}.tif",
        velocity_std=folder / f"e{name}.tif", rejected=folder / f"x{name}.tif",
        joined_dates=folder / f"j{name}.tif", residuals=folder / f"r{name}.csv",
    )  # fmt: skip


def normalised(folder, name=""):
    """Error of the rate over its standard deviation, without the reference."""
    velocity = read_raster(folder / f"v{name}.tif")[1][0]
    std = read_raster(folder / f"e{name}.tif")[1][0]
    return ((velocity - TRUTH).ravel()[1:] / std.ravel()[1:])[std.ravel()[1:] > 0]


def edit_phase(path, change):
    with h5py.File(path, "a") as file:
        phase = file["unwrapPhase"][:]
        change(phase)
        file["unwrapPhase"][...] = phase


def table(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_slips_are_rejected_and_counted(tmp_path):
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=0.002, looks=10.3)
    rng = np.random.default_rng(3)

    def slip(phase):
        turns = 2 * np.pi * rng.choice([-1, 1], phase.shape) * (rng.random(phase.shape) < 0.02)
        turns[:, 0, 0] = 0
        phase += turns

    edit_phase(tmp_path / "s.h5", slip)
    errors = []
    for name, robust in (("plain", False), ("robust", True)):
        options = choices(robust=robust)
        run_sbas(tmp_path / "s.h5", targets_in(tmp_path, name), options, reference=CORNER)
        errors.append(np.nanstd(read_raster(tmp_path / f"v{name}.tif")[1][0] - TRUTH))
    assert errors[1] < 0.6 * errors[0]
    assert np.median(np.abs(normalised(tmp_path, "robust"))) / 0.6745 == pytest.approx(
        1.03, abs=0.06
    )
    share = read_raster(tmp_path / "xrobust.tif")[1].mean() / len(NEAR)
    assert share == pytest.approx(0.02, abs=0.004)
    assert float(table(tmp_path / "rrobust.csv")[5]["rejected_percent"]) == pytest.approx(
        2, abs=0.6
    )


def test_bridging_by_a_line_is_right_about_its_error(tmp_path):
    index = np.array([p for p in NEAR if not p[0] < 10 <= p[1]])
    make_stack(tmp_path / "s.h5", index, rate=bowl(), date_noise=0.003, looks=10.3)
    said = []
    report = run_sbas(
        tmp_path / "s.h5",
        targets_in(tmp_path),
        bridged("linear"),
        reference=CORNER,
        job={"note": said.append},
    )
    assert report.split_pixels == report.pixels
    assert any("bridged between the parts by a linear model (NSBAS)" in text for text in said)
    assert np.std(normalised(tmp_path)) == pytest.approx(1.03, abs=0.05)
    assert (read_raster(tmp_path / "j.tif")[1] == 10).all()
    run_sbas(tmp_path / "s.h5", targets_in(tmp_path, "q"), bridged("quadratic"),
             reference=CORNER)  # fmt: skip
    assert np.isnan(read_raster(tmp_path / "eq.tif")[1]).all()


@pytest.mark.parametrize("bridge", ["", "linear", "quadratic"])
def test_coloured_noise_gives_a_cut_network_no_error(tmp_path, monkeypatch, bridge):
    walk = MarkovNoise("random_walk", np.inf, 0.5)
    monkeypatch.setattr(inversion, "sampled_colour", lambda *arguments: walk)
    index = np.array([p for p in NEAR if not p[0] < 10 <= p[1]])
    make_stack(tmp_path / "s.h5", index, rate=bowl(), date_noise=0.003, looks=10.3)
    run_sbas(
        tmp_path / "s.h5",
        targets_in(tmp_path),
        bridged(bridge),
        reference=CORNER,
    )
    std = read_raster(tmp_path / "e.tif")[1]
    assert np.isfinite(std).all() if bridge == "linear" else np.isnan(std).all()


def noisy_dates(path, sigma, closes=True):
    """Two dates get noise: of their own, or of each of their pairs."""
    rng = np.random.default_rng(8)

    def change(phase):
        for date in (5, 17):
            noise = rng.normal(0, sigma / abs(TO_METRES), GRID.shape)
            noise[0, 0] = 0
            for k, (i, j) in enumerate(NEAR):
                if not closes:
                    noise = rng.normal(0, sigma / abs(TO_METRES), GRID.shape)
                    noise[0, 0] = 0
                phase[k] += noise * ((j == date) * 1 - (i == date) * 1)

    edit_phase(path, change)


@pytest.mark.parametrize("choice", ["given", "estimated"])
def test_noisy_dates_count_less_and_the_errors_stay_right(tmp_path, choice):
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=0.003, looks=10.3)
    noisy_dates(tmp_path / "s.h5", 0.03)
    sigma = {DATES[5]: 0.03, DATES[17]: 0.03, "*": 0.003} if choice == "given" else "estimated"
    said, spread = [], []
    for name, value in (("alike", None), ("weighed", sigma)):
        report = run_sbas(
            tmp_path / "s.h5", targets_in(tmp_path, name), reference=CORNER, date_sigma=value,
            job={"note": said.append},
        )  # fmt: skip
        assert report.noisy_dates == 2
        velocity = read_raster(tmp_path / f"v{name}.tif")[1][0]
        spread.append(np.nanstd(velocity - TRUTH))
    assert spread[1] < 0.75 * spread[0]
    assert np.std(normalised(tmp_path, "weighed")) == pytest.approx(1.03, abs=0.07)
    assert any("Noisy dates" in t and str(DATES[5]) in t and str(DATES[17]) in t for t in said)
    with h5py.File(tmp_path / "tweighed.h5") as file:
        found = file["dateNoise"][:]
        assert found[[5, 17]] == pytest.approx(0.03, rel=0.1)
        assert np.median(np.delete(found, [5, 17])) == pytest.approx(0.003, rel=0.25)
        covariance = file["seriesCovariance"][:]
        assert np.linalg.eigvalsh(covariance).min() > 0
        assert covariance.shape == (25, 25)
        assert file["dateSigma"].shape == (25,)


def test_noise_that_does_not_close_is_found_in_the_pairs(tmp_path):
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=0.003, looks=10.3)
    noisy_dates(tmp_path / "s.h5", 0.008, closes=False)
    spread = []
    for name, value in (("alike", None), ("weighed", "estimated")):
        run_sbas(tmp_path / "s.h5", targets_in(tmp_path, name), reference=CORNER, date_sigma=value)
        spread.append(np.nanstd(read_raster(tmp_path / f"v{name}.tif")[1][0] - TRUTH))
    assert spread[1] < spread[0]
    rows = [row for row in table(tmp_path / "ralike.csv") if row["kind"] == "date"]
    assert [row["date1"] for row in rows if row["noisy"] == "1"] == [str(DATES[5]), str(DATES[17])]


def test_residuals_are_those_of_the_series(tmp_path):
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=0.003, looks=10.3)
    run_sbas(tmp_path / "s.h5", targets_in(tmp_path), UNIFORM, reference=CORNER)
    with h5py.File(tmp_path / "s.h5") as stack, h5py.File(tmp_path / "t.h5") as series:
        phase, values = stack["unwrapPhase"][:], series["timeseries"][:].astype(float)
    phase = (phase - phase[:, :1, :1]) * TO_METRES
    misclosure = phase - (values[NEAR[:, 1]] - values[NEAR[:, 0]])
    design = np.stack([np.ones(25), YEARS], axis=1)
    flat = values.reshape(25, -1)
    about = flat - design @ np.linalg.lstsq(design, flat, rcond=None)[0]
    rows = table(tmp_path / "r.csv")
    pairs = [float(row["misclosure_mm"]) for row in rows if row["kind"] == "pair"]
    expected = 1e3 * np.sqrt((misclosure**2).mean(axis=(1, 2)))
    np.testing.assert_allclose(pairs, expected, rtol=2e-3)
    dates = [float(row["rate_residual_mm"]) for row in rows if row["kind"] == "date"]
    np.testing.assert_allclose(dates, 1e3 * np.sqrt((about**2).mean(axis=1)), rtol=2e-3)


def test_the_bootstrap_agrees_with_the_analytical_error_and_repeats(tmp_path):
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=0.003, looks=10.3)
    run_sbas(tmp_path / "s.h5", targets_in(tmp_path), reference=CORNER)
    analytical = read_raster(tmp_path / "e.tif")[1][0]
    maps = []
    for number, job in enumerate((Job(), Job(140 << 20, 2))):
        options = choices(bootstrap=200, bootstrap_block=1, seed=4)
        run_sbas(tmp_path / "s.h5", targets_in(tmp_path, number), options, reference=CORNER,
                 job=job)  # fmt: skip
        maps.append(read_raster(tmp_path / f"e{number}.tif")[1][0])
    np.testing.assert_allclose(maps[0], maps[1], rtol=1e-5)
    ratio = maps[0].ravel()[1:] / analytical.ravel()[1:]  # without the reference
    assert np.median(ratio) == pytest.approx(1, abs=0.04)
    assert np.std(normalised(tmp_path, 0)) == pytest.approx(1.05, abs=0.08)


# Appending


@pytest.fixture(scope="module")
def long_stack(tmp_path_factory):
    """A stack, its inversion, and that of its first twenty dates."""
    folder = tmp_path_factory.mktemp("long")
    make_stack(folder / "s.h5", rate=bowl(), date_noise=0.004, looks=10.3, gaps=0.02)
    run_sbas(folder / "s.h5", targets_in(folder, "full"), reference=CORNER)
    run_sbas(folder / "s.h5", named(folder / "old.h5"), reference=CORNER,
             exclude_dates=list(DATES[20:]))  # fmt: skip
    return folder


def series_of(path):
    with h5py.File(path) as file:
        return file["timeseries"][:]


@pytest.mark.parametrize(("window", "limit"), [(0, 1.5e-4), (3, 4e-5), (10, 1e-6)])
def test_appended_dates_come_near_a_full_inversion(long_stack, tmp_path, window, limit):
    report = run_append(
        long_stack / "s.h5", long_stack / "old.h5", targets_in(tmp_path), window=window
    )
    old, full, now = (
        series_of(p) for p in (long_stack / "old.h5", long_stack / "tfull.h5", tmp_path / "t.h5")
    )
    assert report.dates == 25 and np.array_equal(now[:20], old, equal_nan=True)
    assert np.sqrt(np.nanmean((now[20:] - full[20:]) ** 2)) < limit
    assert np.std(normalised(tmp_path)) == pytest.approx(1.04, abs=0.05)
    again = run_append(long_stack / "s.h5", long_stack / "old.h5", targets_in(tmp_path, "b"),
                       window=window, job=Job(100 << 20, 2))  # fmt: skip
    assert np.array_equal(series_of(tmp_path / "tb.h5"), now, equal_nan=True)
    assert again.reference == report.reference


def test_appending_is_exact_where_the_old_dates_learn_nothing(tmp_path):
    # All new pairs start at the last old date: they say nothing of the earlier ones.
    index = np.array([p for p in NEAR if p[1] < 20 or p[0] >= 19])
    make_stack(tmp_path / "s.h5", index, rate=bowl(), date_noise=0.004, looks=10.3)
    run_sbas(tmp_path / "s.h5", targets_in(tmp_path, "full"), reference=CORNER)
    run_sbas(tmp_path / "s.h5", named(tmp_path / "old.h5"), reference=CORNER,
             exclude_dates=list(DATES[20:]))  # fmt: skip
    run_append(tmp_path / "s.h5", tmp_path / "old.h5", targets_in(tmp_path), window=0)
    np.testing.assert_allclose(
        series_of(tmp_path / "t.h5"), series_of(tmp_path / "tfull.h5"), atol=2e-7
    )


def test_series_of_series_and_what_cannot_be_continued(long_stack, tmp_path):
    path = long_stack / "s.h5"
    run_append(path, long_stack / "old.h5", targets_in(tmp_path))
    with pytest.raises(GroundshiftError, match="no date after the end"):
        run_append(path, tmp_path / "t.h5", targets_in(tmp_path, "x"))
    with pytest.raises(GroundshiftError, match="bootstrap"):
        run_append(path, long_stack / "old.h5", targets_in(tmp_path, "x"), choices(bootstrap=9))
    apart = np.array([p for p in NEAR if p[1] < 20 or p[0] >= 20])
    make_stack(tmp_path / "apart.h5", apart)
    with pytest.raises(GroundshiftError, match="No pair joins the new dates"):
        run_append(tmp_path / "apart.h5", long_stack / "old.h5", targets_in(tmp_path, "x"))
    assert not list(tmp_path.glob("?x.*")) and not list(tmp_path.glob(".*part*"))


def test_a_foreign_series_is_continued_at_its_own_values(long_stack, tmp_path):
    """MintPy's file has neither our tables nor our layers."""
    with h5py.File(long_stack / "old.h5") as old, h5py.File(tmp_path / "m.h5", "w") as file:
        for name in ("timeseries", "date", "bperp"):
            file[name] = old[name][()]
        keep = {k: v for k, v in old.attrs.items() if k not in ("REF_WINDOW", "PAIR_NOISE_SCALE")}
        file.attrs.update(keep)
    report = run_append(long_stack / "s.h5", tmp_path / "m.h5", targets_in(tmp_path))
    assert any("does not tell the noise of its pairs" in text for text in report.notes)
    now, full = series_of(tmp_path / "t.h5"), series_of(long_stack / "tfull.h5")
    assert np.sqrt(np.nanmean((now[20:] - full[20:]) ** 2)) < 1.5e-4


def test_noise_of_dates_as_text():
    assert parse_sigmas("") is None and parse_sigmas(" Estimated ") == "estimated"
    assert parse_sigmas("20180106:20, *:5") == {np.datetime64("2018-01-06"): 0.02, "*": 0.005}
    for text in ("20180106", "*:x", "*:-3", "soon:4"):
        with pytest.raises(GroundshiftError):
            parse_sigmas(text)
    assert noisy([1, 1.1, 0.9, 1, 1.05, 5]).tolist() == [False] * 5 + [True]


def test_noise_that_is_not_given_or_not_in_the_stack_is_refused(tmp_path):
    make_stack(tmp_path / "s.h5")
    strange = {np.datetime64("2001-01-01"): 0.01, "*": 0.01}
    for sigma, text in (({DATES[0]: 0.01}, "Not every date"), (strange, "2001-01-01")):
        with pytest.raises(GroundshiftError, match=text):
            run_sbas(tmp_path / "s.h5", targets_in(tmp_path), reference=CORNER, date_sigma=sigma)
