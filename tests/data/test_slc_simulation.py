# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Simulated radar images: their statistics are those that they claim, and the truth is true."""

from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.simulation import (
    CoverClass,
    SlcOptions,
    plain_options,
    simulate_slc,
)
from groundshift.algorithms.data.simulation import slc_coherence as coh
from hypothesis import given, settings
from hypothesis import strategies as st

SMALL = SlcOptions(rows=70, cols=80, dates=6, dual_pol=True)
WAVELENGTH = SMALL.wavelength


def stack(simulation, polarisation=0):
    return np.stack([simulation.image(t, polarisation) for t in range(len(simulation.dates))])


def sample_coherence(images):
    """Complex coherence matrix over all pixels."""
    flat = images.reshape(len(images), -1).astype(np.complex128)
    power = np.sqrt((np.abs(flat) ** 2).mean(axis=1))
    return flat @ flat.conj().T / flat.shape[1] / np.outer(power, power)


class TestClutter:
    def test_coherence_over_many_pixels_is_the_matrix(self):
        options = plain_options(
            gamma0=0.8, gamma_inf=0.15, tau_days=40, seasonal=0.1, season_loss=0.5, rows=200,
            cols=250, dates=14, interval_days=30, baseline_sigma_m=400,
        )  # fmt: skip
        simulation = simulate_slc(options)
        true = simulation.coherence_matrix(10, 10)
        assert len(np.unique(simulation.clutter.kinds)) == 1
        found = sample_coherence(stack(simulation))
        # The spread of a sample coherence is at most 1 / sqrt(pixels) a component.
        assert np.abs(found - true).max() < 5 / np.sqrt(200 * 250)
        assert np.ptp(true[np.triu_indices(14, 1)]) > 0.3

    def test_matrix_by_its_formula(self):
        kind = CoverClass("x", gamma0=0.7, gamma_inf=0.1, tau_days=50, seasonal=0.2)
        dates = np.array(["2020-01-01", "2020-02-20", "2021-01-01"], "datetime64[D]")
        matrix = coh.temporal_coherence(kind, dates)
        days = np.array([50, 366.0])
        expected = 0.4 * np.exp(-days / 50) + 0.1 + 0.1 * (1 + np.cos(2 * np.pi * days / 365.25))
        np.testing.assert_allclose(matrix[0, 1:], expected)
        np.testing.assert_allclose(np.diag(matrix), 1)

    def test_worst_season_loses_the_given_share(self):
        kind = CoverClass("x", gamma0=0.6, gamma_inf=0.6, season_loss=0.4)
        dates = np.array(
            ["2020-01-18", "2020-07-19", "2021-01-17", "2021-07-20"], "datetime64[D]"
        )  # fmt: skip
        matrix = coh.temporal_coherence(kind, dates)
        assert matrix[0, 2] == pytest.approx(0.6, abs=2e-3)
        assert matrix[1, 3] == pytest.approx(0.36, abs=2e-3)
        assert matrix[0, 1] == pytest.approx(0.6 * np.sqrt(0.6), abs=2e-3)

    def test_season_is_seen_in_the_images(self):
        options = plain_options(
            gamma0=0.8, gamma_inf=0.8, season_loss=0.6, rows=100, cols=100, dates=25,
            interval_days=30, first_date="2020-01-01",
        )  # fmt: skip
        found = np.abs(sample_coherence(stack(simulate_slc(options))))
        pairs = found[np.arange(24), np.arange(24) + 1]
        summer, winter = pairs[[5, 6, 17, 18]], pairs[[0, 11, 12, 23]]
        assert summer.max() < 0.4 and winter.min() > 0.7

    @settings(max_examples=60, deadline=None)
    @given(
        parts=st.tuples(*[st.floats(0, 1)] * 3), loss=st.floats(0, 1),
        tau=st.floats(0.01, 1e5), critical=st.floats(0, 5000), seed=st.integers(0, 1000),
    )  # fmt: skip
    def test_every_matrix_is_one_of_a_signal(self, parts, loss, tau, critical, seed):
        first, second, third = np.sort(parts)
        kind = CoverClass(
            "x", gamma0=third, gamma_inf=first, seasonal=max(0, second - first), tau_days=tau,
            season_loss=loss,
        )  # fmt: skip
        rng = np.random.default_rng(seed)
        dates = np.datetime64("2019-03-01") + np.sort(rng.choice(2000, 30, replace=False))
        baseline = rng.normal(0, 200, 30)
        matrix = coh.temporal_coherence(kind, dates) * coh.geometric_coherence(baseline, critical)
        assert np.linalg.eigvalsh(matrix).min() > -1e-9
        assert np.isfinite(coh.Clutter(np.zeros((4, 4), int), matrix[None], 1).draw(0)).all()

    def test_geometric_loss_is_a_triangle_and_total_in_layover(self):
        baseline = np.array([0.0, 100.0, -50.0])
        table = coh.geometric_coherence(baseline, 200.0)
        np.testing.assert_allclose(table, [[1, 0.5, 0.75], [0.5, 1, 0.25], [0.75, 0.25, 1]])
        np.testing.assert_array_equal(coh.geometric_coherence(baseline, 0.0), np.eye(3))

    def test_slopes_that_face_the_radar_lose_more_by_baseline(self):
        options = SlcOptions(
            rows=100, cols=100, dates=2, baseline_sigma_m=300, relief_m=2000, layout="stripes",
            classes=(CoverClass("bare", gamma0=0.9, gamma_inf=0.9),), row_spacing_m=30,
            col_spacing_m=30,
        )  # fmt: skip
        simulation = simulate_slc(options)
        coherence, critical = simulation.coherence(0, 1), simulation.critical_baseline
        steep = critical < np.quantile(critical, 0.1)
        assert coherence[steep].mean() < coherence[~steep].mean() - 0.02
        first, second = simulation.image(0), simulation.image(1)
        phase = np.exp(1j * simulation.true_phase(1))
        for part in (steep, ~steep):
            products = (first.conj() * second / phase)[part]
            found = np.abs(products.mean()) / np.sqrt(
                (np.abs(first[part]) ** 2).mean() * (np.abs(second[part]) ** 2).mean()
            )
            assert found == pytest.approx(coherence[part].mean(), abs=0.04)

    @pytest.mark.parametrize(
        "coordinates, heading, sign",
        [("map", -10, 1), ("map", 190, -1), ("radar", -10, 1), ("radar", 190, 1)],
    )
    def test_ground_that_rises_away_from_the_radar_faces_it(self, coordinates, heading, sign):
        options = SlcOptions(
            rows=100, cols=100, dates=2, relief_m=400, coordinates=coordinates, heading=heading,
            layout="stripes",
        )  # fmt: skip
        simulation = simulate_slc(options)
        rise = sign * np.gradient(simulation.height, axis=1)
        slopes = [simulation.critical_baseline[part].mean() for part in (rise > 1, rise < -1)]
        assert slopes[0] < 0.8 * slopes[1]

    def test_amplitudes_are_rayleigh_of_the_class_and_gain(self):
        options = plain_options(mean_db=-7.0, rows=150, cols=150, dates=4, calibration_db=2.0)
        simulation = simulate_slc(options)
        for index, gain in enumerate(simulation.gains):
            power = np.abs(simulation.image(index)) ** 2
            assert power.mean() == pytest.approx(gain**2 * 10**-0.7, rel=0.03)
            assert power.std() == pytest.approx(power.mean(), rel=0.05)

    def test_texture_widens_the_amplitudes(self):
        simulation = simulate_slc(plain_options(rows=200, cols=200, dates=2, texture=0.8))
        power = np.abs(simulation.image(0)) ** 2
        # Of a product of independent factors: (1 + 1) (1 + 0.64) = 1 + variation**2.
        assert power.std() / power.mean() == pytest.approx(np.sqrt(2 * 1.64 - 1), rel=0.08)

    def test_pixels_and_polarisations_are_independent(self):
        simulation = simulate_slc(plain_options(rows=200, cols=200, dates=2, dual_pol=True))
        first, other = simulation.image(0), simulation.image(0, "VH")
        limit = 4 / 200 * (np.abs(first) ** 2).mean()
        for a, b in ((first[:, 1:], first[:, :-1]), (first[1:], first[:-1])):
            assert np.abs((a * b.conj()).mean()) < limit
        assert np.abs((first * other.conj()).mean()) < limit
        ratio = (np.abs(other) ** 2).mean() / (np.abs(first) ** 2).mean()
        assert 10 * np.log10(ratio) == pytest.approx(-7, abs=0.15)


class TestScatterers:
    @pytest.mark.parametrize("scr_db", [6.0, 10.0, 15.0, 20.0])
    def test_amplitude_dispersion_follows_the_signal_to_clutter_ratio(self, scr_db):
        options = plain_options(
            gamma0=0, gamma_inf=0, ps_per_km2=2000, scr_db=(scr_db, scr_db), rows=100, cols=100,
            dates=60,
        )  # fmt: skip
        simulation = simulate_slc(options)
        amplitude = np.abs(stack(simulation))[:, simulation.ps]
        assert 1500 < amplitude.shape[1] < 2500
        found = np.median(amplitude.std(axis=0, ddof=1) / amplitude.mean(axis=0))
        # Rice: clutter of unit power about a signal of power SCR.
        scr = 10 ** (scr_db / 10)
        draws = np.random.default_rng(0).normal(size=(2, 200000)) * np.sqrt(0.5)
        rice = np.hypot(np.sqrt(scr) + draws[0], draws[1])
        assert found == pytest.approx(rice.std() / rice.mean(), rel=0.03)
        if scr_db >= 15:
            assert found == pytest.approx(1 / np.sqrt(2 * scr), rel=0.06)

    def test_coherence_with_clutter(self):
        options = plain_options(
            gamma0=0.3, gamma_inf=0.3, ps_per_km2=9000, scr_db=(6, 6), rows=150, cols=150, dates=2
        )
        simulation = simulate_slc(options)
        images = stack(simulation)[:, simulation.ps]
        true = simulation.coherence(0, 1)[simulation.ps]
        scr = 10**0.6
        np.testing.assert_allclose(true, (scr + 0.3) / (scr + 1), rtol=1e-5)
        assert np.abs(sample_coherence(images)[0, 1]) == pytest.approx(true[0], abs=0.01)

    def test_density_by_class_and_labels(self):
        simulation = simulate_slc(SlcOptions(rows=300, cols=300, dates=2, relief_m=0))
        density = {}
        for k, name in enumerate(simulation.class_names):
            area = np.count_nonzero(simulation.cover == k) * 1e-4
            density[name] = simulation.ps[simulation.cover == k].sum() / area
        assert density["urban"] == pytest.approx(2500, rel=0.1)
        assert density["bare"] == pytest.approx(150, rel=0.3)
        assert density["water"] == 0
        assert (simulation.labels[simulation.ps] == -1).all()
        rest = simulation.labels >= 0
        np.testing.assert_array_equal(simulation.labels[rest], simulation.cover[rest])

    def test_own_height_shows_with_the_baseline(self):
        options = plain_options(
            ps_per_km2=3000, scr_db=(40, 40), ps_height_m=10, baseline_sigma_m=150, rows=60,
            cols=60, dates=12,
        )  # fmt: skip
        simulation = simulate_slc(options)
        there = simulation.ps
        images = stack(simulation)[:, there]
        phase = np.angle(images * images[0].conj())
        factor = simulation.perpendicular_baseline[:, None] / (
            simulation.slant_range[there] * np.sin(np.radians(simulation.incidence[there]))
        )
        modelled = 4 * np.pi / WAVELENGTH * factor * simulation.dem_error[there]
        residual = np.angle(np.exp(1j * (phase - modelled)))
        assert np.abs(modelled).max() > 1.5
        assert residual.std() < 0.03
        assert simulation.dem_error[there].std() == pytest.approx(10, rel=0.1)
        own = simulation.scatterers
        np.testing.assert_allclose(simulation.dem_error[own.row, own.col], own.height, rtol=1e-6)

    def test_second_polarisation_leaves_the_first_as_it_is(self):
        single = simulate_slc(replace(SMALL, dual_pol=False))
        double = simulate_slc(SMALL)
        assert single.polarisations == ("VV",) and double.polarisations == ("VV", "VH")
        np.testing.assert_array_equal(single.image(3), double.image(3))
        alone = (double.scatterers.scr[0] == 0) & (double.scatterers.scr[1] > 0)
        assert 0.15 < alone.mean() < 0.35
        assert double.ps.sum() == np.count_nonzero(~alone)


class TestPhase:
    def test_earlier_times_conjugate_of_later_has_mintpys_sign(self):
        options = plain_options(
            gamma0=0.99, gamma_inf=0.99, rows=120, cols=120, dates=8, bowls=1,
            bowl_rate_mm_yr=-60, seasonal_mm=0, relief_m=0, interval_days=24,
        )  # fmt: skip
        simulation = simulate_slc(options)
        product = simulation.image(0) * simulation.image(7).conj()
        bowl = simulation.velocity < -0.8 * np.abs(simulation.velocity).max()
        motion = simulation.displacement(7)[bowl]
        assert motion.max() < -0.01  # sinks
        residual = product[bowl] * np.exp(1j * 4 * np.pi / WAVELENGTH * motion)
        assert np.angle(residual.sum()) == pytest.approx(0, abs=0.02)
        np.testing.assert_allclose(
            simulation.true_phase(7)[bowl], 4 * np.pi / WAVELENGTH * motion, rtol=1e-4
        )

    def test_phase_is_motion_delay_and_height(self):
        simulation = simulate_slc(SMALL)
        total = sum(
            part(4).astype(float) - part(0)
            for part in (simulation.displacement, simulation.atmosphere, simulation.topographic)
        )
        expected = 4 * np.pi / WAVELENGTH * total
        np.testing.assert_allclose(simulation.true_phase(4), expected, atol=2e-4)
        assert not simulation.true_phase(0).any()
        assert simulation.atmosphere(0).std() > 0

    def test_without_decorrelation_the_phase_is_the_truth(self):
        simulation = simulate_slc(replace(SMALL, decorrelation=False, calibration_db=0))
        first, later = simulation.image(0), simulation.image(5)
        strong = np.abs(first) > 1e-3
        difference = np.angle(later * first.conj() * np.exp(-1j * simulation.true_phase(5)))
        assert np.abs(difference[strong]).max() < 0.02
        np.testing.assert_allclose(np.abs(first)[strong], np.abs(later)[strong], rtol=0.02)


class TestRepeats:
    def test_same_seed_same_numbers_in_any_order(self):
        first, second = simulate_slc(SMALL), simulate_slc(SMALL)
        forwards = [first.image(t, p) for t in range(6) for p in (0, 1)]
        backwards = [second.image(t, p) for t in range(5, -1, -1) for p in (1, 0)][::-1]
        for a, b in zip(forwards, backwards):
            np.testing.assert_array_equal(a, b)
        assert not np.array_equal(simulate_slc(replace(SMALL, seed=2)).image(0), forwards[0])

    def test_one_date_at_a_time_gives_the_same(self, monkeypatch):
        whole = stack(simulate_slc(SMALL))
        from groundshift.algorithms.data.simulation import slc_scene

        monkeypatch.setattr(slc_scene, "CACHED_BYTES", 0)
        np.testing.assert_allclose(stack(simulate_slc(SMALL)), whole, rtol=1e-4, atol=1e-6)

    def test_strips_are_the_images(self):
        simulation = simulate_slc(SMALL)
        for index in range(simulation.clutter.strips):
            rows = simulation.clutter.rows(index)
            still = simulation.strip(index, 1)
            for t in (0, 5):
                turned = still[t] * np.exp(1j * simulation.date_phase(t)[rows])
                np.testing.assert_allclose(simulation.image(t, "VH")[rows], turned, rtol=1e-4)
