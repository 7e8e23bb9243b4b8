# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The inversion from a stack file to layers, against truth and against plain NumPy."""

import numpy as np
import pytest
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import TimeSeriesReader, read_timeseries
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.job import Job
from groundshift.algorithms.timeseries.tools.reference_place import ReferenceChoice
from groundshift.algorithms.toolbox import call
from sbas_runs import choices, named, run_sbas
from small_stack import CORNER, DATES, GRID, NEAR, YEARS, bowl, make_stack

UNIFORM = choices(weights="uniform")


def test_a_noise_free_stack_gives_the_truth_and_the_right_sign(tmp_path):
    truth = make_stack(tmp_path / "s.h5", rate=bowl())
    targets = named(
        tmp_path / "t.h5", tmp_path / "d.tif", tmp_path / "v.tif", tmp_path / "e.tif",
        tmp_path / "c.tif", tmp_path / "n.tif", tmp_path / "u.tif", tmp_path / "se.tif",
    )  # fmt: skip
    report = run_sbas(tmp_path / "s.h5", targets, reference=CORNER)
    assert (report.dates, report.pairs, report.parts) == (25, len(NEAR), 1)
    assert report.pixels == GRID.rows * GRID.cols and report.split_pixels == 0
    _, velocity, names = read_raster(tmp_path / "v.tif")
    assert names == ["velocity_mm_yr"]
    expected = (bowl() - bowl()[0, 0]) * 1e3
    np.testing.assert_allclose(velocity[0], expected, atol=2e-3)
    assert velocity.min() == pytest.approx(-60, abs=0.1)  # it sinks: away from the satellite
    _, displacement, names = read_raster(tmp_path / "d.tif")
    assert names[1] == "displacement_mm_20180118"
    np.testing.assert_allclose(displacement * 1e-3, truth - truth[:, :1, :1], atol=2e-6)
    series = read_timeseries(tmp_path / "t.h5")
    with TimeSeriesReader(series) as reader:
        np.testing.assert_allclose(
            reader.read(Window(0, 0, *GRID.shape)), displacement * 1e-3, atol=1e-8
        )
    assert read_raster(tmp_path / "c.tif")[1].min() > 0.99999
    assert (read_raster(tmp_path / "n.tif")[1] == len(NEAR)).all()
    assert (read_raster(tmp_path / "u.tif")[1] == 1).all()
    assert report.layers["VELOCITY"].minimum == pytest.approx(velocity.min())


@pytest.mark.parametrize("weights", ["uniform", "coherence", "cramer_rao", "phase_variance"])
@pytest.mark.parametrize("date_noise, looks", [(0.005, None), (0.0, 10.3), (0.003, 10.3)])
def test_the_standard_deviation_of_the_rate_is_right(tmp_path, weights, date_noise, looks):
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=date_noise, looks=looks, gaps=0.05)
    targets = named(tmp_path / "t.h5", velocity=tmp_path / "v.tif", velocity_std=tmp_path / "e.tif")
    run_sbas(tmp_path / "s.h5", targets, choices(weights=weights), reference=CORNER)
    velocity, std = read_raster(tmp_path / "v.tif")[1], read_raster(tmp_path / "e.tif")[1]
    std[0, 0, 0] = np.nan  # the reference itself
    error = (velocity - (bowl() - bowl()[0, 0]) * 1e3)[0] / std[0]
    error = error.ravel()[1:]
    assert abs(np.nanmean(error)) < 0.05
    assert np.nanstd(error) == pytest.approx(1.03, abs=0.08)  # Student's t, about 23 freedoms
    # The velocity tool, which sees the series alone, comes to the same.
    call("velocity", timeseries=tmp_path / "t.h5", velocity=tmp_path / "w.tif")
    again = read_raster(tmp_path / "w.tif")[1]
    np.testing.assert_allclose(again[0], velocity[0], atol=1e-3)
    assert np.nanmedian(again[1] / std) == pytest.approx(1, abs=0.06)


def test_noise_by_pairs_alone_would_be_underrated_by_the_residuals(tmp_path):
    make_stack(tmp_path / "s.h5", looks=10.3)
    targets = named(velocity=tmp_path / "v.tif", velocity_std=tmp_path / "e.tif",
                          displacement=tmp_path / "d.tif")  # fmt: skip
    run_sbas(tmp_path / "s.h5", targets, reference=CORNER)
    series = read_raster(tmp_path / "d.tif")[1].reshape(25, -1)
    centred = YEARS - YEARS.mean()
    rate = centred @ series / (centred**2).sum()
    residual = series - series.mean(axis=0) - centred[:, None] * rate
    white = np.sqrt((residual**2).sum(axis=0) / 23 / (centred**2).sum())
    assert rate[1:].std() > 1.3 * np.median(white)
    assert rate[1:].std() == pytest.approx(np.median(read_raster(tmp_path / "e.tif")[1]), rel=0.1)


def test_a_cut_network_is_said_and_flagged(tmp_path):
    index = np.array([p for p in NEAR if not p[0] < 10 <= p[1]])
    make_stack(tmp_path / "s.h5", index, rate=bowl())
    targets = named(
        velocity=tmp_path / "v.tif", velocity_std=tmp_path / "e.tif", subsets=tmp_path / "u.tif"
    )
    said = []
    report = run_sbas(
        tmp_path / "s.h5", targets, UNIFORM, reference=CORNER, job={"note": said.append}
    )
    assert report.parts == 2 and report.split_pixels == report.pixels
    assert any("2 subsets" in text for text in said)
    assert any("minimum-norm" in text for text in said)
    assert (read_raster(tmp_path / "u.tif")[1] == 2).all()
    assert np.isnan(read_raster(tmp_path / "e.tif")[1]).all()
    assert np.isfinite(read_raster(tmp_path / "v.tif")[1]).all()
    with pytest.raises(GroundshiftError, match="no pixel fulfils"):
        run_sbas(
            tmp_path / "s.h5",
            targets,
            choices(weights="uniform", split="no_data"),
            reference=CORNER,
        )


def test_isbas_keeps_pixels_with_enough_coherent_pairs(tmp_path):
    import h5py

    make_stack(tmp_path / "s.h5", rate=bowl())
    with h5py.File(tmp_path / "s.h5", "a") as file:
        coherence = np.full(file["coherence"].shape, 0.8, "f4")
        coherence[::2, :40] = 0.2
        coherence[:, 60:] = 0.2
        file["coherence"][...] = coherence
    options = choices(weights="uniform", min_coherence=0.4, min_pairs=30)
    targets = named(
        velocity=tmp_path / "v.tif", pair_count=tmp_path / "n.tif",
        standard_error=tmp_path / "se.tif",
    )  # fmt: skip
    reference = ReferenceChoice(point=GRID.xy(50, 0), radius_pixels=0)
    run_sbas(tmp_path / "s.h5", targets, options, reference=reference)
    count, velocity = read_raster(tmp_path / "n.tif")[1][0], read_raster(tmp_path / "v.tif")[1][0]
    assert (count[:40] == len(NEAR[1::2])).all() and (count[40:60] == len(NEAR)).all()
    assert np.isnan(velocity[60:]).all() and np.isfinite(velocity[:60]).all()


def test_the_standard_error_falls_with_the_root_of_the_pairs(tmp_path):
    errors = []
    for name, index in (("few", NEAR[::4]), ("many", NEAR)):
        make_stack(tmp_path / f"{name}.h5", index, looks=10.3)
        targets = named(standard_error=tmp_path / f"{name}.tif")
        options = choices(weights="uniform")
        run_sbas(tmp_path / f"{name}.h5", targets, options, reference=CORNER)
        errors.append(np.nanmedian(read_raster(tmp_path / f"{name}.tif")[1]))
    expected = np.sqrt(len(NEAR) / len(NEAR[::4]))
    assert errors[0] / errors[1] == pytest.approx(expected, rel=0.25)


def test_blocks_and_workers_do_not_change_the_result(tmp_path, check_same_numbers):
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=0.004, looks=10.3, gaps=0.1)
    results = []
    for number, options in enumerate((Job(2 << 30, 1), Job(130 << 20, 2))):
        target = tmp_path / f"{number}.tif"
        targets = named(velocity=target, velocity_std=tmp_path / f"e{number}.tif")
        run_sbas(tmp_path / "s.h5", targets, reference=CORNER, job=options)
        results.append([read_raster(tmp_path / f"{n}{number}.tif")[1] for n in ("", "e")])
    check_same_numbers(results[0], results[1])


def test_another_reference_changes_no_difference_between_pixels(tmp_path):
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=0.002)
    rates = []
    for row, col in ((0, 0), (40, 150)):
        targets = named(velocity=tmp_path / "v.tif")
        choice = ReferenceChoice(point=GRID.xy(row, col), radius_pixels=0)
        run_sbas(tmp_path / "s.h5", targets, UNIFORM, reference=choice)
        rates.append(read_raster(tmp_path / "v.tif")[1][0])
        assert rates[-1][row, col] == 0
    difference = rates[0] - rates[1]
    np.testing.assert_allclose(difference, difference[0, 0], atol=5e-3)


def test_dates_and_pairs_are_left_out(tmp_path):
    make_stack(tmp_path / "s.h5", rate=bowl())
    targets = named(timeseries=tmp_path / "t.h5")
    report = run_sbas(
        tmp_path / "s.h5", targets, UNIFORM, reference=CORNER, exclude_dates=[DATES[24]],
        exclude_pairs=[(DATES[0], DATES[3])],
    )  # fmt: skip
    assert report.dates == 24 and report.pairs == len(NEAR) - 4
    assert DATES[24] not in read_timeseries(tmp_path / "t.h5").dates
    with pytest.raises(GroundshiftError, match="2001-01-01"):
        run_sbas(tmp_path / "s.h5", targets, UNIFORM, exclude_dates=[np.datetime64("2001-01-01")])


def test_a_single_pair_gives_a_displacement_without_an_error(tmp_path):
    make_stack(tmp_path / "s.h5", NEAR[:1], rate=bowl())
    targets = named(tmp_path / "t.h5", velocity_std=tmp_path / "e.tif")
    report = run_sbas(tmp_path / "s.h5", targets, UNIFORM, reference=CORNER)
    assert report.dates == 2
    assert np.isnan(read_raster(tmp_path / "e.tif")[1]).all()


def test_what_cannot_be_done_is_refused_before_anything_is_written(tmp_path):
    make_stack(tmp_path / "s.h5")
    targets = named(velocity=tmp_path / "v.tif")
    far = ReferenceChoice(point=(0.0, 0.0))
    with pytest.raises(GroundshiftError, match="outside of the stack"):
        run_sbas(tmp_path / "s.h5", targets, reference=far)
    with pytest.raises(GroundshiftError, match="no pixel fulfils"):
        run_sbas(tmp_path / "s.h5", targets, choices(min_coherence=0.99))
    with pytest.raises(GroundshiftError, match="exclude fewer dates"):
        run_sbas(tmp_path / "s.h5", targets, exclude_dates=list(DATES))
    with pytest.raises(Cancelled):
        run_sbas(tmp_path / "s.h5", targets, job={"cancelled": lambda: True})
    assert [p.name for p in tmp_path.iterdir()] == ["s.h5"]


def test_a_pair_without_coherence_counts_where_coherence_is_not_looked_at(tmp_path):
    import h5py

    make_stack(tmp_path / "s.h5", rate=bowl())
    with h5py.File(tmp_path / "s.h5", "a") as file:
        file["coherence"][3] = np.nan
    for options, expected in ((UNIFORM, len(NEAR)), (choices(weights="coherence"), len(NEAR) - 1)):
        targets = named(pair_count=tmp_path / "n.tif")
        run_sbas(tmp_path / "s.h5", targets, options, reference=CORNER)
        assert (read_raster(tmp_path / "n.tif")[1] == expected).all()


def test_the_reference_that_mintpy_left_in_a_stack_holds(tmp_path):
    import h5py

    make_stack(tmp_path / "s.h5", rate=bowl())
    with h5py.File(tmp_path / "s.h5", "a") as file:
        file.attrs["REF_Y"], file.attrs["REF_X"] = "40", "150"
    targets = named(velocity=tmp_path / "v.tif")
    report = run_sbas(tmp_path / "s.h5", targets, UNIFORM)
    assert report.reference == GRID.xy(40, 150)
    area = read_raster(tmp_path / "v.tif")[1][0, 37:44, 147:154].astype(float)
    assert abs(area.mean()) < 1e-3 < area.std()
    alone = ReferenceChoice(radius_pixels=0)
    run_sbas(tmp_path / "s.h5", targets, UNIFORM, reference=alone)
    assert read_raster(tmp_path / "v.tif")[1][0, 40, 150] == 0
    run_sbas(tmp_path / "s.h5", targets, UNIFORM, reference=CORNER)  # what the user says goes first
    assert read_raster(tmp_path / "v.tif")[1][0, 0, 0] == 0
