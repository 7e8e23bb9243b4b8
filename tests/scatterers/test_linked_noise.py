# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The noise of linked phases goes into the errors of the rates that are made of them."""

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.images import SlcStackWriter
from groundshift.algorithms.formats.hdf5.layout import OF_LINKED
from groundshift.algorithms.formats.hdf5.linked_noise import COVARIANCE, DATES, LAYER, covariance_at
from groundshift.algorithms.formats.hdf5.stacks import read_timeseries
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.scatterers.bound import span_classes
from groundshift.algorithms.scatterers.chance import link_samples
from groundshift.algorithms.scatterers.linked_noise import (
    chosen_dates,
    linked_noise,
    mean_coherence,
    phase_errors,
    rate_functional,
)
from groundshift.algorithms.scatterers.linking import LinkingOptions
from groundshift.algorithms.toolbox import call
from planted_slc import UTM, WAVELENGTH
from sbas_runs import named, run_append, run_sbas

DAYS = np.datetime64("2020-01-05") + 12 * np.arange(24)


def decay(dates, days, at_last):
    """Coherence of 0.8 at once that decays to a floor."""
    span = np.abs(np.subtract.outer(dates, dates)).astype(float)
    gamma = (0.8 - at_last) * np.exp(-span / days) + at_last
    np.fill_diagonal(gamma, 1.0)
    return gamma


def speckle(gamma, shape, seed=0):
    rng = np.random.default_rng(seed)
    noise = rng.normal(size=(2, len(gamma), *shape))
    return np.tensordot(np.linalg.cholesky(gamma), noise[0] + 1j * noise[1], 1)


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """A bowl under ground that decorrelates quickly on the left and keeps a rest on the right."""
    folder = tmp_path_factory.mktemp("linked")
    shape = rows, cols = 70, 100
    images = np.concatenate([
        speckle(decay(DAYS, 60.0, 0.0), (rows, cols // 2), 1),
        speckle(decay(DAYS, 40.0, 0.35), (rows, cols // 2), 2),
    ], axis=2)  # fmt: skip
    row, col = np.mgrid[:rows, :cols]
    rate = -0.01 * np.exp(-((row - 35) ** 2 + (col - 50) ** 2) / 800.0)
    years = (DAYS - DAYS[0]).astype(float) / 365.25
    images *= np.exp(4j * np.pi / WAVELENGTH * rate * years[:, np.newaxis, np.newaxis])
    grid = Grid(*shape, (5e5, 15.0, 0.0, 4.2e6, 0.0, -15.0), UTM)
    with SlcStackWriter(
        folder / "slc.h5", grid, DAYS, WAVELENGTH, np.zeros(len(DAYS)), ("VV",), (15.0, 15.0)
    ) as out:
        out.write(Window(0, 0, *shape), images.astype(np.complex64))
    # Small windows, so that the scene holds many independent errors.
    call(
        "psds", stack=folder / "slc.h5", persistent="none", window_rows=9, window_cols=9,
        timeseries=folder / "series.h5", points=folder / "points.gpkg",
        velocity=folder / "velocity.tif", linked=folder / "linked.h5",
        interferograms=folder / "stack.h5",
    )  # fmt: skip
    return folder, rate


@pytest.mark.parametrize("half", [np.s_[8:-8, 8:42], np.s_[8:-8, 58:92]])
def test_errors_of_rates_are_as_large_as_they_say(results, half):
    folder, rate = results
    velocity, std = read_raster(folder / "velocity.tif")[1][:2]
    error = (velocity - 1e3 * rate)[half]
    ratio = (error - np.nanmedian(error)) / std[half]
    with h5py.File(folder / "linked.h5") as file:
        linked = (file["kind"][()] == 1)[half]
    assert linked.mean() > 0.5
    # Residuals alone make it 5 on the left and 3 on the right.
    spread = 1.4826 * np.median(np.abs(ratio[linked]))
    assert 0.7 < spread < 1.35


def test_the_noise_goes_through_all_files(results):
    folder, _ = results
    with h5py.File(folder / "stack.h5") as stack, h5py.File(folder / "series.h5") as series:
        layer, scale = stack[LAYER][()], series["pairNoise"][()]
        shape = series["pairNoiseCovariance"][()]
        assert np.trace(shape) == pytest.approx(len(DAYS))
        assert stack[COVARIANCE].shape == (24, 24) and stack[DATES][0] == b"20200105"
    good = np.isfinite(scale)
    np.testing.assert_allclose(scale[good], layer[good] * (WAVELENGTH / 4 / np.pi) ** 2, rtol=1e-5)
    assert np.median(layer[good]) > 0.005


def test_fewer_dates_are_relative_to_their_first(results, tmp_path):
    folder, _ = results
    whole = covariance_at(folder / "stack.h5", DAYS)
    some = covariance_at(folder / "stack.h5", DAYS[3:])
    assert np.all(whole[0] == 0) and np.all(some[0] == 0) and np.all(some[:, 0] == 0)
    weights = rate_functional(DAYS[3:])
    assert weights @ some @ weights == pytest.approx(weights @ whole[3:, 3:] @ weights)
    series = tmp_path / "series.h5"
    run_sbas(
        folder / "stack.h5", named(timeseries=series), exclude_dates=DAYS[:3].tolist()
    )  # fmt: skip
    assert len(read_timeseries(series).dates) == 21
    with h5py.File(series) as file, h5py.File(folder / "series.h5") as before:
        ratio = file["velocityStd"][()] / before["velocityStd"][()]
    assert 1.0 < np.nanmedian(ratio) < 1.8  # a shorter series


def test_a_continued_series_keeps_the_noise(results, tmp_path):
    folder, _ = results
    stack, before, after = folder / "stack.h5", tmp_path / "before.h5", tmp_path / "after.h5"
    run_sbas(stack, named(timeseries=before), exclude_dates=DAYS[18:].tolist())
    run_append(stack, before, named(timeseries=after))
    with h5py.File(after) as file, h5py.File(folder / "series.h5") as whole:
        assert file.attrs[OF_LINKED] == "yes"
        shapes = [f["pairNoiseCovariance"][()] for f in (file, whole)]
        np.testing.assert_allclose(*shapes, rtol=1e-5, atol=1e-6)
        for name, rel in (("pairNoise", 1e-4), ("velocityStd", 0.1)):
            ratio = file[name][()] / whole[name][()]
            assert np.nanmedian(ratio) == pytest.approx(1.0, rel=rel)
    # Of the last images alone nothing says how their noise goes with that of the first ones.
    part = tmp_path / "part.h5"
    part.write_bytes(stack.read_bytes())
    with h5py.File(part, "r+") as file:
        shape, dates = file[COVARIANCE][10:, 10:], file[DATES][10:]
        del file[COVARIANCE], file[DATES]
        file[COVARIANCE], file[DATES] = shape, dates
    told = []
    run_append(part, before, named(timeseries=after), job={"note": told.append})
    assert any("does not tell the noise of the links over all dates" in text for text in told)


def test_closure_keeps_the_noise(results, tmp_path):
    folder, _ = results
    call("closure", stack=folder / "stack.h5", corrected_stack=tmp_path / "closed.h5")
    with h5py.File(folder / "stack.h5") as before, h5py.File(tmp_path / "closed.h5") as after:
        for name in (LAYER, COVARIANCE, DATES):
            np.testing.assert_array_equal(after[name][()], before[name][()])


def test_a_stack_without_its_covariance_is_refused(results, tmp_path):
    folder, _ = results
    broken = tmp_path / "stack.h5"
    broken.write_bytes((folder / "stack.h5").read_bytes())
    with h5py.File(broken, "r+") as file:
        del file[COVARIANCE]
    with pytest.raises(GroundshiftError, match="stack.h5: has 'linkedNoise', but not its cov"):
        run_sbas(broken, named(timeseries=tmp_path / "series.h5"))


@pytest.mark.parametrize("estimator", ["pta", "emi", "evd"])
def test_the_covariance_is_that_of_errors(estimator):
    """Of pixels of two kinds of coherence, against errors of others of these kinds."""
    options = LinkingOptions(estimator)
    matrices, std, truth = [], [], []
    for seed, (days, floor) in enumerate([(60.0, 0.0), (200.0, 0.3)]):
        gamma = decay(DAYS, days, floor)
        samples = speckle(gamma, (80, 80), seed)
        sums = np.einsum("msp,nsp->pmn", samples, samples.conj())
        scale = np.sqrt(np.einsum("pmm->pm", sums).real)
        matrices.append(sums / scale[:, :, np.newaxis] / scale[:, np.newaxis])
        errors, predicted = phase_errors(gamma, 80, options, DAYS, seed + 9)
        std.append(predicted[:80])
        truth.append(np.std(rate_functional(DAYS) @ errors))
    noise = linked_noise(
        np.concatenate(matrices), np.full(160, 80.0), np.concatenate(std), options, DAYS
    )
    weights = rate_functional(DAYS)
    size = weights @ noise.covariance @ weights
    for values, expected in zip(std, truth):
        found = np.sqrt(np.mean(noise.variance(values)) * size)
        assert found == pytest.approx(expected, rel=0.2)
    assert truth[0] > 2 * truth[1]


@pytest.mark.parametrize("days", [12.0, 24.0, 60.0, 200.0])
def test_rates_of_phases_that_wander_by_cycles(days):
    """Where ground decorrelates within weeks errors add up to more than a cycle."""
    options, gamma = LinkingOptions("emi"), decay(DAYS, days, 0.0)
    samples = speckle(gamma, (60, 200), 3)
    block = link_samples(samples, options, span_classes(DAYS), with_std=True)
    linked = block.linked[:, 0]
    steps = np.angle(linked[1:] * linked[:-1].conj())
    truth = np.std(rate_functional(DAYS)[1:] @ np.cumsum(steps, axis=0))
    sums = np.einsum("msp,nsp->pmn", samples, samples.conj())
    scale = np.sqrt(np.einsum("pmm->pm", sums).real)
    noise = linked_noise(
        sums / scale[:, :, np.newaxis] / scale[:, np.newaxis], np.full(200, 60.0), block.std[0],
        options, DAYS,
    )  # fmt: skip
    weights = rate_functional(DAYS)
    size = weights @ noise.covariance @ weights
    # Errors within a cycle make it 2.5 times too small at 12 days, and 1.5 times at 24.
    assert np.sqrt(np.mean(noise.variance(block.std[0])) * size) == pytest.approx(truth, rel=0.25)


def test_mean_coherence_has_no_bias():
    gamma = decay(DAYS, 60.0, 0.0)
    samples = speckle(gamma, (30, 500))
    sums = np.einsum("msp,nsp->pmn", samples, samples.conj())
    scale = np.sqrt(np.einsum("pmm->pm", sums).real)
    found = mean_coherence(sums / scale[:, :, np.newaxis] / scale[:, np.newaxis], np.full(500, 30))
    np.testing.assert_allclose(found, gamma, atol=0.07)
    assert np.linalg.eigvalsh(found).min() > 0


def test_many_dates_are_thinned():
    assert len(chosen_dates(40)) == 40
    some = chosen_dates(1000)
    assert len(some) <= 150 and some[0] == 0 and some[-1] == 999
