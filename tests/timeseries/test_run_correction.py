# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Corrections from files to files, against the truth of simulated scenes."""

import h5py
import numpy as np
import pytest
from corrected_series import (
    errors_of,
    ramps_of,
    rate_of,
    read_series,
    reference_of,
    rms,
    scene,
    take_off,
    truth_of,
    write_series,
)
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import read_timeseries
from groundshift.algorithms.formats.rasters import band_dates, read_raster
from groundshift.algorithms.job import Job
from groundshift.algorithms.timeseries.apsfilter import ApsFilterCorrection
from groundshift.algorithms.timeseries.correction import Selection
from groundshift.algorithms.timeseries.demerror import DemErrorCorrection
from groundshift.algorithms.timeseries.motion import scene_noise
from groundshift.algorithms.timeseries.ramps import RampCorrection
from groundshift.algorithms.timeseries.tools.correction_files import pixel_spacing
from groundshift.algorithms.timeseries.troposphere import HeightCorrection
from groundshift.algorithms.timeseries.troposphere_windows import WindowedHeightCorrection
from groundshift.algorithms.timeseries.velocity import PairNoise, VelocityModel

STRATIFIED = {"stratified_mm_per_km": 10.0}
ALL = (
    HeightCorrection(), HeightCorrection(2, True), WindowedHeightCorrection(5000.0),
    WindowedHeightCorrection(5000.0, 2, True), RampCorrection(1), RampCorrection(2, True),
    DemErrorCorrection(), ApsFilterCorrection(), ApsFilterCorrection(metres=250.0),
)  # fmt: skip


def correct(folder, correction, target="out.h5", job=None, targets=None, **options):
    return take_off(
        folder / "timeseries.h5", correction, job, targets or {"CORRECTED": folder / target},
        geometry_path=folder / "geometryGeo.h5", **options,
    )  # fmt: skip


@pytest.mark.parametrize(
    "correction, errors, share",
    [
        (HeightCorrection(), STRATIFIED, 0.01),
        (HeightCorrection(2), STRATIFIED, 0.02),
        (WindowedHeightCorrection(5000.0), STRATIFIED, 0.02),
        (WindowedHeightCorrection(5000.0, components=True), STRATIFIED, 0.02),
        (DemErrorCorrection(), {"dem_error_m": 5.0}, 0.02),
        (RampCorrection(1), {}, 0.01),
        (RampCorrection(2), {}, 0.01),
    ],
)
def test_a_correction_takes_out_its_error_and_leaves_the_motion(
    tmp_path, correction, errors, share
):
    simulation = scene(**errors)
    truth = truth_of(simulation)
    wrong = errors_of(simulation) if errors else ramps_of(simulation)
    write_series(tmp_path, simulation, truth + wrong)
    report = correct(tmp_path, correction)
    corrected = read_series(tmp_path / "out.h5")
    assert rms(corrected - truth) < share * rms(wrong)
    rates = [rate_of(simulation, s - truth) for s in (truth + wrong, corrected)]
    assert rms(rates[1]) < share * rms(rates[0])
    assert report.removed_share > 0.99 and report.applied.all()
    moving = simulation.labels > 0
    kept = rms(corrected[:, moving]) / rms(truth[:, moving])
    assert kept == pytest.approx(1, abs=0.01)


def test_the_filter_takes_out_turbulence_and_keeps_rates(tmp_path):
    simulation = scene(turbulence_mm=5.0)
    truth = truth_of(simulation)
    series = write_series(tmp_path, simulation)
    report = correct(tmp_path, ApsFilterCorrection(metres=500.0))
    corrected = read_series(tmp_path / "out.h5")
    assert rms(corrected - truth) < 0.5 * rms(series - truth)
    before, after = (rate_of(simulation, s) for s in (series, corrected))
    np.testing.assert_allclose(after, before, atol=2e-6)
    assert report.removed_share > 0.7
    with h5py.File(tmp_path / "out.h5") as file:
        # The honest one, which the filtered series' own residuals would not give.
        error = (before - rate_of(simulation, truth)) / file["velocityStd"][()]
        assert 0.5 < rms(error) < 2.5


def test_height_and_turbulence_together_still_improve(tmp_path):
    simulation = scene(stratified_mm_per_km=15.0, turbulence_mm=3.0)
    truth = truth_of(simulation)
    series = write_series(tmp_path, simulation)
    for correction in (HeightCorrection(), WindowedHeightCorrection(8000.0)):
        correct(tmp_path, correction)
        assert rms(read_series(tmp_path / "out.h5") - truth) < 0.85 * rms(series - truth)


@pytest.mark.parametrize("correction", ALL, ids=str)
def test_a_clean_series_stays_as_it_is(tmp_path, correction):
    simulation = scene()
    truth = write_series(tmp_path, simulation)
    correct(tmp_path, correction)
    assert rms(read_series(tmp_path / "out.h5") - truth) < 2e-5  # hundredths of a millimetre


@pytest.mark.parametrize("correction", ALL, ids=str)
def test_blocks_and_workers_do_not_change_the_result(tmp_path, correction, check_same_numbers):
    # So wide that tiles fit into the small budget, and no strip.
    simulation = scene(
        rows=130, cols=600, turbulence_mm=4.0, stratified_mm_per_km=5.0, dem_error_m=3.0
    )
    series = truth_of(simulation) + errors_of(simulation)
    series[:, 50:53, 40:60] = np.nan
    series[4, 70, 200:220] = np.nan
    write_series(tmp_path, simulation, series)
    results, steps = [], []
    for number, (budget, workers) in enumerate(((2 << 30, 1), (230 << 20, 2))):
        series_file, raster = tmp_path / f"{number}.h5", tmp_path / f"{number}.tif"
        targets = {"CORRECTED": series_file, "VELOCITY": raster}
        told = []
        correct(
            tmp_path, correction, job=Job(budget, workers, progress=told.append), targets=targets
        )
        steps.append(len(told))
        results.append((read_series(series_file), read_raster(raster)[1]))
    assert steps[1] > steps[0], "there were more blocks"
    check_same_numbers(results[0][0], results[1][0])
    check_same_numbers(results[0][1], results[1][1])
    assert np.array_equal(np.isnan(results[0][0]), np.isnan(series))


@pytest.mark.parametrize("correction", ALL[:-2], ids=str)
def test_another_reference_changes_no_difference_between_pixels(tmp_path, correction):
    simulation = scene(stratified_mm_per_km=10.0, dem_error_m=3.0, turbulence_mm=1.0)
    series = write_series(tmp_path, simulation)
    correct(tmp_path, correction, "a.h5", selection=Selection(0.7, 1e3))
    row, col = 5, 290
    write_series(tmp_path, simulation, series - series[:, row : row + 1, col : col + 1])
    with h5py.File(tmp_path / "timeseries.h5", "a") as file:
        file.attrs.update(REF_Y=str(row), REF_X=str(col))
    correct(tmp_path, correction, "b.h5", selection=Selection(0.7, 1e3))
    first, second = read_series(tmp_path / "a.h5"), read_series(tmp_path / "b.h5")
    assert np.abs(second[:, row, col]).max() < 1e-8, "the reference stays zero"
    shifted = first - first[:, row : row + 1, col : col + 1]
    np.testing.assert_allclose(second, shifted, atol=5e-6)


def test_reference_date_and_point_stay_zero(tmp_path):
    simulation = scene(turbulence_mm=4.0, stratified_mm_per_km=5.0)
    write_series(tmp_path, simulation)
    row, col = reference_of(simulation)
    for correction in ALL:
        correct(tmp_path, correction)
        out = read_series(tmp_path / "out.h5")
        assert np.abs(out[0]).max() == 0 and np.abs(out[:, row, col]).max() < 1e-7


@pytest.mark.parametrize("correction", ALL, ids=str)
def test_a_reference_of_several_pixels_stays_zero_in_their_mean(tmp_path, correction):
    simulation = scene(turbulence_mm=4.0, stratified_mm_per_km=5.0)
    series = truth_of(simulation) + errors_of(simulation)
    area = slice(20, 27), slice(30, 37)
    series[:, 22, 33] = np.nan
    series -= np.nanmean(series[:, area[0], area[1]], axis=(1, 2), keepdims=True)
    write_series(tmp_path, simulation, series)
    with h5py.File(tmp_path / "timeseries.h5", "a") as file:
        file.attrs.update(REF_Y="23", REF_X="33", REF_WINDOW="20 30 7 7")
    correct(tmp_path, correction)
    out = read_series(tmp_path / "out.h5")
    assert np.abs(np.nanmean(out[:, area[0], area[1]], axis=(1, 2))).max() < 1e-6
    assert np.abs(out[1:, 23, 33]).min() > 0


def test_tools_chain_in_any_order_and_lose_nothing(tmp_path):
    simulation = scene(stratified_mm_per_km=10.0, dem_error_m=4.0)
    truth = truth_of(simulation)
    wrong = errors_of(simulation)
    left = []
    for name, chain in (
        ("one", (HeightCorrection(), DemErrorCorrection())),
        ("two", (DemErrorCorrection(), HeightCorrection())),
    ):
        write_series(tmp_path, simulation, truth + wrong)
        for number, correction in enumerate(chain):
            take_off(
                tmp_path / ("timeseries.h5" if number == 0 else f"{name}0.h5"), correction,
                targets={"CORRECTED": tmp_path / f"{name}{number}.h5"},
                geometry_path=tmp_path / "geometryGeo.h5",
            )  # fmt: skip
        left.append(rms(read_series(tmp_path / f"{name}1.h5") - truth) / rms(wrong))
    assert max(left) < 0.02
    with h5py.File(tmp_path / "one1.h5") as file, h5py.File(tmp_path / "timeseries.h5") as start:
        assert set(start) <= set(file)
        assert (file["numInvIfgram"][()] == 57).all() and file["numInvIfgram"].dtype == "i2"
        assert file["pairNoise"].attrs["UNIT"] == "m^2"
        assert np.array_equal(file["pairNoiseCovariance"][()], start["pairNoiseCovariance"][()])
        assert np.array_equal(file["bperp"][()], start["bperp"][()])
        assert file.attrs["CORRECTIONS"] == "troposphere, demerror"
        assert file.attrs["REF_Y"] == start.attrs["REF_Y"]
        velocity = file["velocity"][()]
        corrected = file["timeseries"][()].reshape(len(simulation.dates), -1).astype(float)
    years = (simulation.dates - simulation.dates[0]).astype(float) / 365.25
    pairs = PairNoise(np.eye(len(years))), np.full(1000, 1e-8)
    noise = scene_noise(corrected[:, ::36], VelocityModel(), simulation.dates, None, *pairs)
    # The formula of generalised least squares.
    matrix, weights = (
        VelocityModel().design(simulation.dates),
        np.linalg.inv(noise.covariance(years)),
    )
    operator = np.linalg.solve(matrix.T @ weights @ matrix, matrix.T @ weights)
    expected = (operator[1] @ corrected).reshape(velocity.shape)
    np.testing.assert_allclose(velocity, expected, atol=1e-6)


def test_layers_and_report_say_what_was_done(tmp_path):
    simulation = scene(dem_error_m=5.0)
    series = write_series(tmp_path, simulation)
    names = {
        "CORRECTED": "out.h5", "VELOCITY": "v.tif", "REMOVED": "r.tif", "DEM_ERROR": "z.tif",
        "DEM_ERROR_STD": "s.tif", "REPORT": "report.html", "TABLE": "table.csv",
    }  # fmt: skip
    targets = {name: tmp_path / file for name, file in names.items()}
    report = correct(tmp_path, DemErrorCorrection(), targets=targets)
    corrected = read_series(tmp_path / "out.h5")
    _, removed, names = read_raster(tmp_path / "r.tif")
    np.testing.assert_allclose(removed * 1e-3, series - corrected, atol=1e-7)
    assert names[1].startswith("removed_mm_2020")
    assert list(band_dates(tmp_path / "r.tif")) == list(simulation.dates)
    _, height, names = read_raster(tmp_path / "z.tif")
    assert names == ["dem_error_m"]
    assert rms(height[0] - simulation.dem_error) < 0.03 * rms(simulation.dem_error) + rms(
        simulation.dem_error[reference_of(simulation)]
    )
    assert (tmp_path / "table.csv").read_text().count("\n") == len(simulation.dates) + 1
    page = (tmp_path / "report.html").read_text()
    assert "<svg" in page and report.summary().split(" (")[0] in page
    assert report.pixels == simulation.grid.rows * simulation.grid.cols
    with h5py.File(tmp_path / "out.h5") as file:
        np.testing.assert_allclose(
            read_raster(tmp_path / "v.tif")[1][0], 1e3 * file["velocity"][()], rtol=1e-6
        )


def test_dates_that_would_become_noisier_are_named_and_left(tmp_path):
    simulation = scene(stratified_mm_per_km=10.0)
    truth = truth_of(simulation)
    series = truth + errors_of(simulation)
    write_series(tmp_path, simulation, series)

    class Wrong(HeightCorrection):
        """Takes the delay off the wrong way round at one date."""

        def prepare(self, scene, sample):
            from dataclasses import replace

            good = super().prepare(scene, sample)
            coefficients = good.surface.coefficients.copy()
            coefficients[7] *= -1
            return replace(good, surface=replace(good.surface, coefficients=coefficients))

    said = []
    report = correct(tmp_path, Wrong(), job={"warn": said.append})
    assert list(np.flatnonzero(~report.applied)) == [7]
    (warning,) = said
    assert str(simulation.dates[7]) in warning and "left as they were" in warning
    corrected = read_series(tmp_path / "out.h5")
    assert np.array_equal(corrected[7], series[7].astype(np.float32))
    assert (report.after <= report.before + 1e-12).all()
    report = correct(tmp_path, Wrong(), keep_growing=True)
    assert report.applied.all() and report.after[7] > report.before[7]


def test_incoherent_pixels_tell_nothing_but_are_corrected(tmp_path):
    simulation = scene(**STRATIFIED)
    truth = truth_of(simulation)
    rng = np.random.default_rng(0)
    series = truth + errors_of(simulation)
    noisy = rng.random(simulation.grid.shape) < 0.4
    noisy[reference_of(simulation)] = False
    series[1:, noisy] += 5e-4 * simulation.height[noisy] * rng.normal(size=(29, 1))
    write_series(tmp_path, simulation, series, coherence=np.where(noisy, 0.2, 0.9))
    correct(tmp_path, HeightCorrection())
    corrected = read_series(tmp_path / "out.h5")
    assert rms((corrected - truth)[:, ~noisy]) < 1e-4
    assert np.abs((series - corrected)[:, noisy]).max() > 1e-3


def test_a_series_of_mintpy_without_layers_will_do(tmp_path):
    simulation = scene(**STRATIFIED)
    truth = truth_of(simulation)
    write_series(tmp_path, simulation)
    with h5py.File(tmp_path / "timeseries.h5", "a") as file:
        for name in ("temporalCoherence", "pairNoise", "pairNoiseCovariance", "velocity",
                     "numInvIfgram"):  # fmt: skip
            del file[name]
        for name in ("REF_Y", "REF_X"):
            del file.attrs[name]
    said = []
    correct(tmp_path, HeightCorrection(), job={"note": said.append})
    assert any("temporal coherence" in text for text in said)
    assert any("no reference point" in text for text in said)
    left = read_series(tmp_path / "out.h5") - truth
    assert rms(left - left.mean(axis=(1, 2), keepdims=True)) < 1e-5


def test_what_cannot_be_done_is_refused_and_nothing_is_written(tmp_path):
    simulation = scene(**STRATIFIED)
    write_series(tmp_path, simulation)
    before = sorted(path.name for path in tmp_path.iterdir())
    source = tmp_path / "timeseries.h5"
    targets = {"CORRECTED": tmp_path / "out.h5"}
    with pytest.raises(GroundshiftError, match="height is needed; give the geometry"):
        take_off(source, HeightCorrection(), targets=targets)
    with pytest.raises(GroundshiftError, match="is the input"):
        take_off(source, RampCorrection(), targets={"CORRECTED": source})
    with pytest.raises(GroundshiftError, match="of at least 0.99; lower it"):
        take_off(source, RampCorrection(), targets=targets, selection=Selection(0.99))
    with pytest.raises(GroundshiftError, match="too small for this stack"):
        correct(tmp_path, ApsFilterCorrection(), job=Job(8 << 20))
    with pytest.raises(Cancelled):
        correct(tmp_path, HeightCorrection(), job={"cancelled": lambda: True})
    other = scene(rows=100, **STRATIFIED)
    (tmp_path / "other").mkdir()
    write_series(tmp_path / "other", other)
    with pytest.raises(GroundshiftError, match="its grid"):
        take_off(
            source, HeightCorrection(), targets=targets,
            geometry_path=tmp_path / "other/geometryGeo.h5",
        )  # fmt: skip
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "other") == before


def test_degrees_become_metres(tmp_path):
    simulation = scene(epsg=4326)
    write_series(tmp_path, simulation)
    down, across = pixel_spacing(read_timeseries(tmp_path / "timeseries.h5"))
    assert down == pytest.approx(60, rel=0.01)
    assert across == pytest.approx(60 * np.cos(np.radians(46.4)), rel=0.01)
    assert Grid(2, 2).crs == ""


def test_rates_can_be_left_to_the_last_correction(tmp_path):
    simulation = scene(**STRATIFIED)
    write_series(tmp_path, simulation, truth_of(simulation) + errors_of(simulation))
    reports = [
        correct(tmp_path, HeightCorrection(), f"{with_rate}.h5", with_rate=with_rate)
        for with_rate in (True, False)
    ]
    with h5py.File(tmp_path / "True.h5") as one, h5py.File(tmp_path / "False.h5") as other:
        assert set(one) - set(other) == {"velocity", "velocityStd"}
        np.testing.assert_array_equal(one["timeseries"][:], other["timeseries"][:])
    assert reports[0].pixels == reports[1].pixels > 0
    # Asked for as a raster it is fitted all the same.
    targets = {"CORRECTED": tmp_path / "o.h5", "VELOCITY": tmp_path / "v.tif"}
    report = correct(tmp_path, HeightCorrection(), targets=targets, with_rate=False)
    assert np.isfinite(read_raster(tmp_path / "v.tif")[1]).sum() == report.pixels


@pytest.mark.parametrize("value", [np.nan, np.inf, 0.0])
@pytest.mark.parametrize("layer", ["incidenceAngle", "slantRangeDistance"])
def test_a_geometry_that_says_nothing_is_refused(tmp_path, layer, value):
    simulation = scene(dem_error_m=5.0)
    write_series(tmp_path, simulation)
    with h5py.File(tmp_path / "geometryGeo.h5", "a") as file:
        file[layer][...] = value
    with pytest.raises(GroundshiftError, match="everywhere; make the geometry file again"):
        correct(tmp_path, DemErrorCorrection())
    with h5py.File(tmp_path / "geometryGeo.h5", "a") as file:
        file[layer][...] = 38.0 if layer == "incidenceAngle" else 850e3
        file[layer][5, 5] = value
    correct(tmp_path, DemErrorCorrection(), targets={"DEM_ERROR": tmp_path / "z.tif"})
    height = read_raster(tmp_path / "z.tif")[1][0]
    assert np.isnan(height[5, 5]) and np.isfinite(height).sum() == height.size - 1


def test_the_report_says_what_was_taken_from_the_rates(tmp_path):
    simulation = scene(**STRATIFIED)
    truth = truth_of(simulation)
    series = write_series(tmp_path, simulation)
    report = correct(tmp_path, HeightCorrection())
    taken = rms(rate_of(simulation, series) - rate_of(simulation, read_series(tmp_path / "out.h5")))
    assert report.rate_change_mm_yr == pytest.approx(1e3 * taken, rel=0.02)
    assert "mm/yr (RMS) of the rates" in report.summary()
    # An edifice that moves with its height: nothing of that may go.
    moving = truth + series * 0
    moving += 5e-6 * simulation.height * np.arange(len(truth))[:, None, None]
    row, col = reference_of(simulation)
    moving -= moving[:, row : row + 1, col : col + 1]
    moving += errors_of(simulation)
    write_series(tmp_path, simulation, moving)
    report = correct(tmp_path, HeightCorrection())
    assert any("goes on steadily" in note for note in report.notes)
    change = rate_of(simulation, moving) - rate_of(simulation, read_series(tmp_path / "out.h5"))
    assert rms(change) < 0.02 * rms(rate_of(simulation, moving))
    correct(tmp_path, HeightCorrection(), motion="take")
    change = rate_of(simulation, moving) - rate_of(simulation, read_series(tmp_path / "out.h5"))
    assert rms(change) > 0.8 * rms(rate_of(simulation, moving))
