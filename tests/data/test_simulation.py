# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The simulated scene: each part has the statistics that it claims, and the truth is true."""

from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.simulation import SimulationOptions, simulate
from groundshift.algorithms.data.simulation import decorrelation as deco
from groundshift.algorithms.data.simulation.atmosphere import stratified_slope, turbulent_delay
from groundshift.algorithms.data.simulation.deformation import SMOOTHING
from groundshift.algorithms.data.simulation.fields import generator, power_law_field
from groundshift.algorithms.errors import GroundshiftError
from scipy import integrate, ndimage, special

QUIET = SimulationOptions(
    rows=80, cols=90, dates=12, turbulence_mm=0, stratified_mm_per_km=0, dem_error_m=0,
    decorrelation=False, jumps_share=0, gaps_share=0, water_share=0,
)  # fmt: skip
SMALL = SimulationOptions(rows=64, cols=72, dates=8)


def least_squares(simulation):
    """Displacement of all dates by plain least squares over all pairs, metres."""
    count = len(simulation.dates)
    design = np.zeros((len(simulation.pair_index), count))
    for row, (first, second) in enumerate(simulation.pair_index):
        design[row, first], design[row, second] = -1, 1
    phases = np.stack([simulation.pair(k).phase for k in range(len(design))]).astype(float)
    solution = np.linalg.pinv(design[:, 1:]) @ phases.reshape(len(design), -1)
    metres = -simulation.wavelength / (4 * np.pi) * solution
    return np.vstack([np.zeros(metres.shape[1]), metres]).reshape(count, *simulation.grid.shape)


def years_of(simulation):
    return (simulation.dates - simulation.dates[0]).astype(float) / 365.25


class TestTruth:
    def test_least_squares_on_clean_pairs_gives_displacement_and_velocity(self):
        simulation = simulate(QUIET)
        series = least_squares(simulation)
        for index in range(len(simulation.dates)):
            np.testing.assert_allclose(series[index], simulation.displacement(index), atol=1e-7)
        slope = np.polyfit(years_of(simulation), series.reshape(len(series), -1), 1)[0]
        np.testing.assert_allclose(slope, simulation.velocity.ravel(), atol=1e-6)
        assert np.abs(simulation.velocity).max() > 0.02

    def test_nothing_moves_outside_of_the_sources(self):
        simulation = simulate(QUIET)
        stable = simulation.labels == 0
        assert 0.3 < stable.mean() < 0.98
        assert not simulation.velocity[stable].any()
        assert not simulation.displacement(11)[stable].any()

    def test_bowl_sinks_at_its_rate_seen_along_the_line_of_sight(self):
        simulation = simulate(replace(QUIET, seasonal_mm=0, landslides=0))
        row, col = (int(x) for x in (simulation.sources[0].row, simulation.sources[0].col))
        expected = -0.040 * np.cos(np.radians(simulation.los.incidence[row, col]))
        assert simulation.velocity[row, col] == pytest.approx(expected, rel=0.02)

    def test_season_is_a_yearly_sine_of_the_given_amplitude(self):
        options = replace(QUIET, bowl_rate_mm_yr=0, landslides=0, dates=60, missing_share=0)
        simulation = simulate(options)
        source = simulation.sources[0]
        row, col = int(source.row), int(source.col)
        series = np.array([simulation.displacement(t)[row, col] for t in range(60)])
        t = 2 * np.pi * years_of(simulation)
        design = np.stack([np.ones(60), np.cos(t), np.sin(t)], axis=1)
        fit, residual, *_ = np.linalg.lstsq(design, series, rcond=None)
        vertical = np.hypot(fit[1], fit[2]) / np.cos(np.radians(simulation.los.incidence[row, col]))
        assert vertical == pytest.approx(0.004, rel=0.03)
        assert residual[0] < 1e-10

    @pytest.mark.parametrize("heading", [-10, 190])
    def test_down_slope_motion_towards_the_satellite_on_slopes_that_face_it(self, heading):
        options = replace(QUIET, heading=heading, bowls=0, landslides=12, rows=200, cols=200)
        simulation = simulate(options)
        slope, aspect = simulation.terrain.slope_aspect(SMOOTHING)
        # The satellite of a right-looking radar stands to the left of its flight.
        turn = aspect - np.radians(heading - 90)
        incidence = np.radians(simulation.los.incidence)
        share = np.sin(incidence) * np.cos(slope) * np.cos(turn) - np.cos(incidence) * np.sin(slope)
        assert len(simulation.sources) == 12
        signs = set()
        for source in simulation.sources:
            row, col = int(source.row), int(source.col)
            rate = simulation.motion.rate[row, col]
            start = 0.3 if source.behaviour == "accelerating" else 1.0
            assert rate == pytest.approx(start * source.rate * share[row, col], rel=1e-4)
            signs.add(np.sign(rate))
        assert signs == {-1, 1}

    def test_landslides_lie_on_steep_slopes_and_move_as_they_are_called(self):
        simulation = simulate(replace(QUIET, rows=150, cols=150, dates=30, bowls=0))
        slope, _ = simulation.terrain.slope_aspect(SMOOTHING)
        series = np.stack([simulation.displacement(t) for t in range(30)])
        t = years_of(simulation)
        behaviours = {}
        for source in simulation.sources:
            row, col = int(source.row), int(source.col)
            assert np.degrees(slope[row, col]) > 12
            curve = series[:, row, col] * np.sign(series[-1, row, col])
            behaviours[source.behaviour] = curve
        straight = behaviours["linear"] - np.polyval(np.polyfit(t, behaviours["linear"], 1), t)
        assert np.abs(straight).max() < 1e-8
        assert np.polyfit(t, behaviours["accelerating"], 2)[0] > 0.002
        increments = np.diff(behaviours["step"])
        assert simulation.dates[1 + np.argmax(increments)] == simulation.step_date
        assert increments.max() > 5 * np.median(increments)


class TestAtmosphere:
    @pytest.mark.parametrize("exponent", [5 / 3, 8 / 3])
    def test_spectrum_along_profiles_falls_with_the_exponent(self, exponent):
        size, spacing = 512, 50.0
        power = 0
        for index in range(6):
            rng = generator(3, 0, index)
            field = power_law_field((size, size), (spacing, spacing), exponent, 1e6, rng)
            # Tapered, or the jump between the ends would hide slopes steeper than -2.
            power = power + (np.abs(np.fft.rfft(field * np.hanning(size), axis=1)) ** 2).mean(0)
        k = np.fft.rfftfreq(size, spacing)
        use = slice(8, 80)
        slope = np.polyfit(np.log(k[use]), np.log(power[use]), 1)[0]
        assert slope == pytest.approx(-exponent, abs=0.15)

    def test_spectrum_is_the_same_along_both_axes_of_unequal_pixels(self):
        field = np.stack([
            power_law_field((400, 600), (90.0, 60.0), 8 / 3, 20000.0, generator(1, 0, k))
            for k in range(8)
        ])  # fmt: skip
        # The structure function over 1800 m: 20 rows or 30 columns.
        along = ((field[:, 20:] - field[:, :-20]) ** 2).mean()
        across = ((field[:, :, 30:] - field[:, :, :-30]) ** 2).mean()
        assert along == pytest.approx(across, rel=0.15)

    def test_amplitudes_over_many_dates(self):
        spread = [
            turbulent_delay((48, 48), (60.0, 60.0), 0.005, 1, t).std() for t in range(400)
        ]  # fmt: skip
        assert np.sqrt(np.mean(np.square(spread))) == pytest.approx(0.005, rel=0.08)
        slopes = [stratified_slope(1e-5, 1, t) for t in range(1000)]
        assert np.std(slopes) == pytest.approx(1e-5, rel=0.08)

    def test_stratified_delay_follows_the_height(self):
        simulation = simulate(replace(QUIET, stratified_mm_per_km=10))
        delay = simulation.atmosphere(3)
        fit = np.polyfit(simulation.height.ravel(), delay.ravel(), 1)
        assert fit[0] != 0
        np.testing.assert_allclose(np.polyval(fit, simulation.height), delay, atol=1e-7)


class TestDecorrelation:
    @staticmethod
    def multilook_pdf(phase, coherence, looks):
        """Lee et al. (1994), eq. 22, for a true phase of 0."""
        b = coherence * np.cos(phase)
        front = special.gamma(looks + 0.5) * (1 - coherence**2) ** looks * b
        front /= 2 * np.sqrt(np.pi) * special.gamma(looks) * (1 - b**2) ** (looks + 0.5)
        flat = (1 - coherence**2) ** looks / (2 * np.pi) * special.hyp2f1(looks, 1, 0.5, b**2)
        return front + flat

    @pytest.mark.parametrize("looks", [2, 5, 20])
    @pytest.mark.parametrize("coherence", [0.1, 0.4, 0.8])
    def test_phase_noise_follows_the_multilook_distribution(self, coherence, looks):
        rng = np.random.default_rng(5)
        phase, _ = deco.draw_interferogram(np.full(200_000, coherence, np.float32), looks, rng)
        edges = np.linspace(-np.pi, np.pi, 25)
        counts, _ = np.histogram(phase, edges)
        expected = [
            200_000 * integrate.quad(self.multilook_pdf, a, b, (coherence, looks))[0]
            for a, b in zip(edges, edges[1:])
        ]
        expected = np.array(expected)
        use = expected > 20
        chi2 = np.sum((counts - expected)[use] ** 2 / expected[use])
        assert chi2 < use.sum() + 4 * np.sqrt(2 * use.sum())

    def test_phase_noise_approaches_the_cramer_rao_bound(self):
        rng = np.random.default_rng(6)
        phase, _ = deco.draw_interferogram(np.full(100_000, 0.8, np.float32), 50, rng)
        assert phase.var() == pytest.approx((1 - 0.64) / (2 * 50 * 0.64), rel=0.05)

    def test_coherence_estimates_are_biased_upwards_as_theirs_are(self):
        rng = np.random.default_rng(7)
        _, estimate = deco.draw_interferogram(np.zeros(200_000, np.float32), 20, rng)
        # Touzi et al. (1999) for no coherence: Gamma(L) Gamma(3/2) / Gamma(L + 1/2).
        expected = np.exp(special.gammaln(20) + special.gammaln(1.5) - special.gammaln(20.5))
        assert estimate.mean() == pytest.approx(expected, rel=0.01)
        _, high = deco.draw_interferogram(np.full(50_000, 0.9, np.float32), 20, rng)
        assert high.mean() == pytest.approx(0.9, abs=0.01)

    def test_coherence_falls_with_time_and_baseline_to_its_residual(self):
        cover = simulate(SMALL).cover
        forest = cover.classes == deco.VEGETATED
        town = cover.classes == deco.URBAN
        means = [deco.pair_coherence(cover, days, 0)[forest].mean() for days in (0, 12, 48, 5000)]
        assert means == sorted(means, reverse=True)
        assert means[-1] == pytest.approx(0.12, abs=0.03)
        near, far = (deco.pair_coherence(cover, 12, b) for b in (0, 400))
        assert near[town].mean() > far[town].mean() > near[forest].mean()

    def test_pairs_over_unequal_slopes_lose_coherence_by_the_slope(self):
        incidence = np.radians(38.0)
        values = deco.critical_baseline(0.0555, 855e3, incidence, np.radians([0.0, 20.0, 45.0]))
        assert values[0] == pytest.approx(7000, rel=0.02)  # 56.5 MHz, 38 degrees
        assert values[1] < values[0] and values[2] == 0


class TestErrors:
    def test_consistent_parts_close_and_noise_does_not(self):
        quiet = replace(SMALL, decorrelation=False, jumps_share=0, gaps_share=0, dates=6)
        for options, closes in ((quiet, True), (replace(quiet, decorrelation=True), False)):
            simulation = simulate(options)
            number = {tuple(p): k for k, p in enumerate(simulation.pair_index.tolist())}
            phase = [simulation.pair(number[p]).phase for p in ((1, 2), (2, 3), (1, 3))]
            closure = phase[0] + phase[1] - phase[2]
            assert (np.nanmax(np.abs(closure)) < 1e-5) == closes

    def test_jumps_are_whole_cycles_in_one_region_of_the_chosen_pairs(self):
        options = replace(SMALL, decorrelation=False, gaps_share=0)
        with_jumps = simulate(replace(options, jumps_share=0.2))
        without = simulate(replace(options, jumps_share=0))
        assert with_jumps.jumped.sum() == round(0.2 * len(with_jumps.jumped))
        for index, jumped in enumerate(with_jumps.jumped):
            difference = (with_jumps.pair(index).phase - without.pair(index).phase) / (2 * np.pi)
            truth = with_jumps.jumps(index)
            land = ~with_jumps.water
            np.testing.assert_allclose(difference[land], truth[land], atol=1e-5)
            assert truth.any() == jumped
            if jumped:
                assert ndimage.label(truth)[1] == 1
                assert 0.01 < np.mean(truth != 0) < 0.3

    def test_gaps_have_the_wanted_share_and_prefer_low_coherence(self):
        simulation = simulate(replace(SMALL, gaps_share=0.1, dates=20))
        land = ~simulation.water
        shares, inside, outside = [], [], []
        for index in range(len(simulation.pairs)):
            pair = simulation.pair(index)
            missing = np.isnan(pair.phase)
            assert (
                missing[simulation.water].all() and np.isnan(pair.coherence).sum() == (~land).sum()
            )
            np.testing.assert_array_equal(missing[land], simulation.gaps(index)[land])
            shares.append(missing[land].mean())
            inside.append(pair.coherence[missing & land].mean())
            outside.append(pair.coherence[~missing].mean())
        assert np.mean(shares) == pytest.approx(0.1, abs=0.02)
        assert np.mean(outside) > np.mean(inside) + 0.1

    def test_height_errors_show_by_the_baseline(self):
        simulation = simulate(replace(QUIET, dem_error_m=5, bowls=0, landslides=0))
        assert simulation.dem_error.std() == pytest.approx(5, rel=1e-3)
        index = int(np.argmax(np.abs(simulation.pair_baseline)))
        baseline = simulation.pair_baseline[index]
        sine = np.sin(np.radians(simulation.los.incidence))
        expected = -4 * np.pi / simulation.wavelength * baseline * simulation.dem_error
        expected = expected / (simulation.slant_range * sine)
        np.testing.assert_allclose(simulation.pair(index).phase, expected, atol=1e-5)

    def test_lake_is_one_body_of_the_wanted_size(self):
        simulation = simulate(replace(SMALL, rows=150, cols=150, water_share=0.05))
        assert simulation.water.mean() == pytest.approx(0.05, abs=0.015)
        assert ndimage.label(simulation.water)[1] == 1
        assert np.ptp(simulation.height[simulation.water]) == 0


class TestNetwork:
    def test_every_date_has_pairs_with_the_next_ones(self):
        simulation = simulate(replace(SMALL, dates=30))
        assert len(simulation.pairs) == 27 * 3 + 2 + 1
        assert (simulation.pair_index[:, 0] < simulation.pair_index[:, 1]).all()
        steps = np.diff(simulation.dates).astype(int)
        assert (steps % 12 == 0).all() and steps.max() > 12
        baselines = simulation.perpendicular_baseline
        np.testing.assert_allclose(
            simulation.pair_baseline,
            baselines[simulation.pair_index[:, 1]] - baselines[simulation.pair_index[:, 0]],
        )

    def test_split_network_has_no_pair_between_its_halves(self):
        simulation = simulate(replace(SMALL, split_network=True))
        half = len(simulation.dates) // 2
        first, second = simulation.pair_index.T
        assert not np.any((first < half) & (second >= half))
        assert set(simulation.pair_index.ravel()) == set(range(8))

    @pytest.mark.parametrize("dates", [2, 3])
    def test_shortest_stacks(self, dates):
        simulation = simulate(replace(SMALL, dates=dates))
        assert len(simulation.dates) == dates
        assert np.isfinite(simulation.pair(0).phase).any()
        assert np.isfinite(simulation.velocity).all()


class TestReproducibility:
    def test_same_seed_same_numbers_in_whatever_order(self):
        one, other = simulate(SMALL), simulate(SMALL)
        order = list(range(len(one.pairs)))
        forwards = [one.pair(k) for k in order]
        for index in reversed(order):
            again = other.pair(index)
            np.testing.assert_array_equal(again.phase, forwards[index].phase)
            np.testing.assert_array_equal(again.coherence, forwards[index].coherence)

    def test_other_seed_other_scene(self):
        one, other = simulate(SMALL), simulate(replace(SMALL, seed=2))
        assert np.abs(one.height - other.height).max() > 10
        assert np.nanmax(np.abs(one.pair(0).phase - other.pair(0).phase)) > 0.1

    def test_errors_do_not_move_the_scene(self):
        one, other = simulate(SMALL), simulate(replace(SMALL, turbulence_mm=0, gaps_share=0))
        np.testing.assert_array_equal(one.velocity, other.velocity)
        np.testing.assert_array_equal(one.pairs, other.pairs)

    def test_making_pairs_keeps_few_dates_in_memory(self):
        simulation = simulate(replace(SMALL, dates=20))
        for index in range(len(simulation.pairs)):
            simulation.pair(index)
        assert len(simulation._phases) <= simulation.options.connections + 1


class TestGeometry:
    @pytest.mark.parametrize(("heading", "east"), [(-10, -1), (190, 1)])
    def test_incidence_grows_away_from_the_satellite(self, heading, east):
        simulation = simulate(replace(SMALL, heading=heading, incidence_span=2))
        incidence = simulation.los.incidence
        assert incidence.min() == pytest.approx(37, abs=0.01)
        assert incidence.max() == pytest.approx(39, abs=0.01)
        # East is positive where the satellite stands in the east; near range lies there.
        assert np.sign(simulation.los.east.mean()) == east
        assert np.sign(incidence[:, 0].mean() - incidence[:, -1].mean()) == east
        assert (np.diff(simulation.slant_range, axis=1) * -east > 0).all()

    def test_geographic_grid_has_its_metres(self):
        simulation = simulate(replace(SMALL, epsg=4326))
        x, y = simulation.grid.xy(simulation.grid.rows / 2 - 0.5, simulation.grid.cols / 2 - 0.5)
        assert (x, y) == pytest.approx((13.0, 46.4), abs=1e-3)
        north, east = simulation.terrain.spacing
        assert north == 60 and east == pytest.approx(60 * np.cos(np.radians(46.4)))

    def test_terrain_is_as_steep_as_mountains_are(self):
        terrain = simulate(replace(SMALL, rows=200, cols=200)).terrain
        slope, aspect = terrain.slope_aspect()
        steep = np.degrees(np.percentile(slope[terrain.mountains > 0.8], [50, 99]))
        assert 8 < steep[0] < 30 and 30 < steep[1] < 50
        # One step down the aspect leads down.
        rows, cols = np.nonzero(slope[5:-5, 5:-5] > np.radians(25))
        rows, cols = rows + 5, cols + 5
        turn = aspect[rows, cols]
        down = terrain.height[
            rows - np.rint(np.cos(turn)).astype(int), cols + np.rint(np.sin(turn)).astype(int)
        ]
        assert np.mean(down < terrain.height[rows, cols]) > 0.97


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rows", 3), ("dates", 1), ("looks", 1), ("incidence", 0.66), ("jumps_share", 1.5),
        ("first_date", "2020-13-01"), ("wavelength", 55.0), ("seed", -1), ("heading", float("nan")),
    ],
)  # fmt: skip
def test_parameters_out_of_range_are_named(name, value):
    with pytest.raises(GroundshiftError, match=name):
        SimulationOptions(**{name: value})


def test_unknown_crs_is_refused():
    with pytest.raises(GroundshiftError, match="999999"):
        simulate(replace(SMALL, epsg=999999))
