# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip from displacement: known slip comes back, within bounds, with honest errors."""

from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.job import Job
from groundshift.algorithms.source.laplacian import Edges
from groundshift.algorithms.source.slip_equations import SlipOptions, slip_equations
from groundshift.algorithms.source.slip_errors import (
    MOST_UNSURE,
    checkerboard,
    monte_carlo,
    recovered,
    resolution,
    surely_slipped,
)
from groundshift.algorithms.source.slip_inversion import (
    at_limit,
    balanced,
    parameters_by_track,
    solve_slip,
    variances,
)
from groundshift.algorithms.source.slip_moment import MomentError, dip_doubt, prediction_weights
from groundshift.algorithms.source.slip_statistics import summarise
from groundshift.algorithms.source.slip_study import StudyOptions, study
from groundshift.algorithms.source.smoothing import (
    SlipGrid,
    choose,
    corner,
    default_smoothings,
    dip_uncertainty,
    smoothest_minimum,
)
from groundshift.algorithms.source.whitening import whitening
from inversion_cases import bump, plane, samples_of

RANGE = SlipOptions("range", np.radians([-10.0, 50.0]))


def case(options=RANGE, ramps=False, patches=None, **keywords):
    """Truth, samples, whitening and equations."""
    truth = bump(patches or plane())
    samples = samples_of(truth, **keywords)
    white = whitening(samples, ramps)
    return truth, samples, white, slip_equations(samples, white, truth.patches, options)


def potency_of(model):
    """Cubic metres."""
    return float(np.hypot(model.strike_slip, model.dip_slip) @ model.patches.area)


@pytest.mark.parametrize("options", [
    RANGE, SlipOptions("free"), SlipOptions("fixed", np.radians([20.0])),
])  # fmt: skip
def test_known_slip_comes_back(options):
    """Nearly without noise and smoothing; offsets of the tracks do no harm."""
    truth, _, _, equations = case(options, noise=(1e-5, 1e-5), patches=plane(8, 3))
    found = solve_slip(equations, 0.5)
    vectors = equations.vectors(found.x)
    assert np.abs(vectors - truth.components).max() < 0.06
    potency = truth.patches.area @ truth.slip
    assert truth.patches.area @ np.hypot(*vectors.T[:2]) == pytest.approx(potency, rel=0.01)


def test_normal_equations_are_those_of_all_unknowns():
    """Offsets and ramps that are eliminated beforehand are those that are solved for at once."""
    _, samples, white, equations = case(SlipOptions("free"), ramps=True, sill=1e-5)
    matrix, right = equations.combined(np.ones(2))
    roughness = equations.roughness
    found = np.linalg.solve(matrix + 4 * roughness, right)
    design = np.zeros((len(samples), found.size + 6))
    data = np.zeros(len(samples))
    for number, track in enumerate(white):
        design[track.mine, : found.size] = track.whitened(equations.green[track.mine])
        columns = slice(found.size + 3 * number, found.size + 3 * number + 3)
        design[track.mine, columns] = track.whitened(track.columns)
        data[track.mine] = track.whitened(samples.displacement[track.mine])
    normal = design.T @ design
    normal[: found.size, : found.size] += 4 * roughness
    both = np.linalg.solve(normal, design.T @ data)
    assert found == pytest.approx(both[: found.size], abs=1e-6)
    ramp = white[0].ramp((samples.displacement - equations.green @ found)[white[0].mine])
    assert ramp == pytest.approx(white[0].columns @ both[found.size : found.size + 3], abs=1e-8)


def test_rakes_and_slip_stay_within_bounds():
    """A range that leaves the truth out, and a limit below it."""
    options = SlipOptions("range", np.radians([30.0, 70.0]), 0.8)
    _, _, _, equations = case(options)
    found = solve_slip(equations, 0.5)
    vectors = equations.vectors(found.x)
    net = np.hypot(*vectors.T[:2])
    rake = np.degrees(np.arctan2(vectors[:, 1], vectors[:, 0]))[net > 1e-6]
    assert net.max() == pytest.approx(0.8) and at_limit(equations, found) > 0
    assert rake.min() > 30 - 1e-6 and rake.max() < 70 + 1e-6
    fixed = SlipOptions("fixed", np.radians([20.0]), 0.8)
    equations = case(fixed)[3]
    found = solve_slip(equations, 0.5)
    assert found.x.max() == pytest.approx(0.8) and found.x.min() == 0


def test_roughness_does_not_depend_on_the_components():
    """Slip as strike and dip slip is as rough as along two other rakes."""
    free = case(SlipOptions("free"))[3]
    other = case(SlipOptions("range", np.radians([-10.0, 50.0])))[3]
    vectors = np.random.default_rng(1).standard_normal((40, 2))
    basis = other.components[0, :, :2]
    oblique = np.linalg.solve(basis.T, vectors.T).T.ravel()
    assert other.vectors(oblique)[:, :2] == pytest.approx(vectors)
    assert other.rough(oblique) == pytest.approx(free.rough(vectors.ravel()))


def test_variance_components_find_the_noisier_track():
    """Errors of one track that are three times what its covariance says."""
    ratios = []
    for seed in range(4):
        truth = bump(plane())
        samples = samples_of(truth, 300, (0.009, 0.003), seed=seed)
        samples = replace(samples, std=np.full(300, 0.003))
        equations = slip_equations(samples, whitening(samples), truth.patches, RANGE)
        found = balanced(equations, 1.0, "variance")
        ratios.append(np.sqrt(np.divide(*variances(equations, found))))
        assert found.balance[0] < found.balance[1] / 5
    assert np.mean(ratios) == pytest.approx(3.0, rel=0.1)


def test_residuals_have_the_variance_of_the_covariance():
    """With correlated noise that is as the covariance says, 1 a degree of freedom."""
    found = []
    for seed in range(4):
        equations = case(sill=4e-5, seed=seed)[3]
        solution = solve_slip(equations, 0.7)
        found.append(variances(equations, solution).mean())
        used = parameters_by_track(equations, solution).sum()
        assert 3 < used < 60
    assert np.mean(found) == pytest.approx(1.0, abs=0.12)


def test_standard_errors_are_those_of_repeated_noise():
    """Monte Carlo without bounds against the formula of propagated errors."""
    _, _, white, equations = case(SlipOptions("free"), sill=2e-5)
    solution = solve_slip(equations, 2.0)
    found = monte_carlo(equations, white, solution, solution.x, np.array([1.0, 4.0]), 600, 3)
    matrix, _ = equations.combined(solution.balance)
    inverse = np.linalg.inv(matrix + 4 * equations.roughness)
    noise = equations.tracks[0].matrix + 4 * equations.tracks[1].matrix
    expected = np.sqrt(np.diag(inverse @ noise @ inverse)).reshape(-1, 2)
    assert np.median(found.std[:, :2] / expected) == pytest.approx(1.0, abs=0.02)
    assert (np.abs(found.std[:, :2] / expected - 1) < 0.15).all()


def test_the_bias_of_what_may_not_have_slipped():
    """Patches that did not slip get some slip, which data of the solution itself show only half."""
    truth = bump(plane(columns=14, rows=8, dip=75.0))
    options = SlipOptions("range", np.radians([-25.0, 65.0]))
    right, missed, told, naive = potency_of(truth), [], [], []
    for seed in range(4):
        samples = samples_of(truth, 240, (0.003, 0.003), 0.004**2, seed=seed)
        white = whitening(samples, False)
        equations = slip_equations(samples, white, truth.patches, options)
        solution = solve_slip(equations, 2.0)
        sure = surely_slipped(equations, solution, resolution(equations, solution, np.ones(2)))
        potency = np.hypot(*equations.vectors(solution.x)[:, :2].T) @ truth.patches.area
        left = np.hypot(*equations.vectors(sure)[:, :2].T) @ truth.patches.area
        assert 1 - MOST_UNSURE <= left / potency < 0.9
        missed.append(potency - right)
        for out, model in ((told, sure), (naive, solution.x)):
            found = monte_carlo(equations, white, solution, model, np.ones(2), 12, seed)
            out.append(found.potency - found.true_potency)
    missed, told, naive = (np.mean(part) / right for part in (missed, told, naive))
    assert missed > 0.1
    assert 0.6 * missed < told < 1.3 * missed
    assert naive < 0.5 * missed


def test_slip_either_way_has_no_bound_to_be_at():
    equations = case(SlipOptions("free"))[3]
    solution = solve_slip(equations, 2.0)
    known = resolution(equations, solution, np.ones(2))
    assert surely_slipped(equations, solution, known) is solution.x


def test_resolution():
    """The trace is the number of parameters that the data determine; deep patches have less."""
    patches, (_, _, _, equations) = plane(), case(SlipOptions("free"))
    solution = solve_slip(equations, 1.0)
    found = resolution(equations, solution, np.ones(2))
    used = parameters_by_track(equations, solution).sum()
    assert 2 * found.resolution.sum() == pytest.approx(used, rel=1e-6)
    assert found.resolution[patches.row == 0].mean() > 2 * found.resolution[patches.row == 4].mean()
    assert (found.length >= 2000 * (1 - 1e-9)).all()
    smooth = resolution(equations, solve_slip(equations, 10.0), np.ones(2))
    assert smooth.posterior.mean() < found.posterior.mean()


def test_checkerboard():
    """Squares of four patches; good data bring the shallow ones back."""
    patches = plane(8, 4)
    slip = checkerboard(patches, 4000.0, 1.0).reshape(4, 8)
    assert (slip[:2, :2] == 1).all() and (slip[:2, 2:4] == 0).all() and (slip[2:, :2] == 0).all()
    assert slip.sum() == 16
    _, _, white, equations = case(noise=(1e-5, 1e-5), patches=patches)
    solution = solve_slip(equations, 0.3)
    rake = np.full(32, np.radians(20.0))
    back = recovered(equations, white, solution, slip.ravel(), rake, np.ones(2))
    net = np.hypot(back[:, 0], back[:, 1]).reshape(4, 8)
    assert np.abs(net - slip)[:2].max() < 0.2


def test_summary_by_hand():
    """Two patches."""
    patches = plane(2, 1, 1000.0, 0.0, 90.0)
    model = SlipModel.of_rake(patches, [1.0, 3.0], np.radians([0.0, 90.0]))
    found = summarise(model, 30e9)
    assert found.moment == pytest.approx(30e9 * 4e6)
    assert found.magnitude == pytest.approx(2 / 3 * (np.log10(1.2e17) - 9.1))
    assert found.mean_slip == pytest.approx(2.0) and found.max_slip == pytest.approx(3.0)
    assert np.degrees(found.mean_rake) == pytest.approx(np.degrees(np.arctan2(3, 1)))
    assert found.centroid == pytest.approx([0.0, 250.0, -500.0])
    assert found.coherent == pytest.approx(np.sqrt(10) / 4)


def grid_of(misfit, roughness, smoothings=None, objective=None):
    """A grid without solutions."""
    misfit, roughness = np.atleast_2d(misfit), np.atleast_2d(roughness)
    dips = np.arange(60.0, 60.0 + 2 * len(misfit), 2)
    smoothings = np.geomspace(0.01, 100, misfit.shape[1]) if smoothings is None else smoothings
    objective = misfit if objective is None else objective
    return SlipGrid(
        dips, smoothings, [], misfit, roughness, objective, 0 * misfit, 100, 1 + 0 * misfit
    )


def test_cross_validation_is_not_led_to_hardly_any_smoothing():
    """The last minimum that is as good as the least within what 100 residuals tell (28 %)."""
    assert smoothest_minimum(np.array([1.0, 1.1, 1.05, 1.3, 2.0]), 100) == 2
    assert smoothest_minimum(np.array([1.0, 1.5, 1.4, 1.6, 2.0]), 100) == 0
    assert smoothest_minimum(np.array([1.0, 1.5, 1.4, 1.6, 2.0]), 10) == 2
    assert smoothest_minimum(np.array([3.0, 2.0, 1.0]), 100) == 2
    grid = grid_of([[1.4, 1.4, 1.4, 1.4], [1.0, 1.1, 1.02, 1.5]], np.ones((2, 4)))
    assert choose(grid, "gcv") == (1, 2)


def test_log_sum_over_the_whole_grid():
    """Rescaled within each dip a bad dip looks as good as any."""
    misfit = np.array([[5.0, 5.1, 6.0], [1.0, 1.1, 2.0]])
    roughness = np.array([[2.0, 0.2, 0.0], [2.0, 0.2, 0.0]])
    grid = grid_of(misfit, roughness)
    assert choose(grid, "log_sum") == (1, 1)
    assert choose(grid, "log_sum", per_dip=True)[0] == 0
    whole = (misfit - 1) / 5 + roughness / 2
    assert grid.log_sum() == pytest.approx(np.log(np.maximum(whole, 1e-12)))


def test_the_corner_is_where_two_power_laws_meet():
    """An L of two straight legs."""
    smoothings = np.geomspace(0.01, 100, 13)
    rough = 1 / (1 + smoothings)
    misfit = 1 + 0.001 * smoothings**1.5
    grid = grid_of(misfit, rough, smoothings)
    assert 1 <= smoothings[corner(grid, 0)] <= 30


def test_dip_and_its_error_from_a_parabola():
    """Twice the logarithm of a normal density."""
    dips = np.arange(60.0, 80.0, 2)
    objective = 10 + ((dips - 71.2) / 1.7) ** 2
    grid = grid_of(
        np.tile(objective[:, None], 3), np.ones((10, 3)), objective=np.tile(objective[:, None], 3)
    )
    assert dip_uncertainty(grid, 1) == pytest.approx((71.2, 1.7))
    assert dip_uncertainty(grid, 1, 4.0) == pytest.approx((71.2, 3.4))
    end = replace(grid, objective=grid.objective[::-1] * 0 + dips[:, None])
    assert np.isnan(dip_uncertainty(end, 1)).all()


def test_a_whole_study():
    """Dip, slip and errors from correlated noise; the same seed gives the same numbers."""
    truth = bump(plane())
    samples = samples_of(truth, 300, sill=2e-5, seed=4)
    options = StudyOptions(
        RANGE, dips=(50, 55, 60, 65, 70), smoothing_count=6, monte_carlo=12, checker_size=4000
    )
    shares = []
    found = study(samples, truth.patches, options, Job(progress=shares.append))
    assert shares == sorted(shares) and shares[-1] == pytest.approx(1.0)
    assert found.dip == pytest.approx(60, abs=max(3 * found.dip_std, 1.0)) and found.dip_std < 3
    assert found.summary.moment == pytest.approx(summarise(truth).moment, rel=0.1)
    assert found.fits[-1].correlation > 0.99 and found.fits[-1].samples == 300
    left = samples.displacement - found.slip_part - found.ramp_part
    assert np.abs(left).mean() < 0.01
    assert np.unique(found.ramp_part).round(2).tolist() == [-0.02, 0.05]
    again = study(samples, truth.patches, options)
    errors = [part.model.extra["slip_std_m"] for part in (found, again)]
    assert errors[0] == pytest.approx(errors[1], rel=1e-6)
    assert found.board[1].extra["input_slip_m"].max() == found.summary.max_slip


@pytest.mark.parametrize("rule", ["log_sum", "gcv"])
def test_the_moment_is_as_sure_as_it_is_told(rule):
    """Repeated noise, dip and smoothing chosen anew: errors over what is told, and the interval."""
    truth = bump(plane())
    right = summarise(truth).moment
    slip = SlipOptions("range", np.radians([-25.0, 65.0]))
    over, noise, held = [], [], 0
    for seed in range(12):
        samples = samples_of(truth, 160, (0.003, 0.003), 0.004**2, seed=seed)
        options = StudyOptions(
            slip, dips=(52, 56, 60, 64, 68), smoothing_count=8, rule=rule, monte_carlo=12, seed=seed
        )
        found = study(samples, truth.patches, options)
        assert found.errors.true_potency < 0.95 * potency_of(found.model)
        missed = found.summary.moment - right
        over.append(missed / found.moment_std)
        noise.append(missed / (found.moment_error.noise * found.summary.moment))
        low, high = found.moment_interval
        assert 0 < low < found.summary.moment < high
        held += low <= right <= high
    assert 0.4 < np.sqrt(np.mean(np.square(over))) < 1.4
    assert held >= 10
    # Noise alone, at one dip and one smoothing, is not what makes the moment unsure.
    assert np.sqrt(np.mean(np.square(noise))) > 1.1


def test_parts_of_the_moments_error_by_hand():
    error = MomentError(0.03, -0.04, 0.12, 0.0)
    assert error.std == pytest.approx(0.13)
    low, high = error.interval(2.0)
    assert low * high == pytest.approx(4.0)
    assert np.log(high / 2) == pytest.approx(1.96 * 0.13)
    grid = SlipGrid(
        np.array([1.0]), np.array([1.0, 2.0]), [], np.array([[1.0, 1.1]]), np.ones((1, 2)),
        np.ones((1, 2)), np.array([[20.0, 10.0]]), 100, np.ones((1, 2)),
    )  # fmt: skip
    # 100 + 40 against 121 + 20: one apart.
    weights = prediction_weights(grid, 1.0)
    assert weights.sum() == pytest.approx(1) and weights[0, 1] < weights[0, 0]
    assert weights[0, 1] / weights[0, 0] == pytest.approx(np.exp(-0.5))
    # Errors that are twice as large as given leave more to the smoother one.
    assert prediction_weights(grid, 4.0)[0, 1] > 0.9


def test_a_dip_that_was_given_is_an_unknown_of_the_moment():
    """Data that say nothing leave it at 5 degrees; good ones know it better."""
    truth = bump(plane(dip=60))
    slip = SlipOptions("range", np.radians([-25.0, 65.0]))
    shares = {}
    for noise in (0.003, 3.0):
        samples = samples_of(truth, 160, (noise, noise))
        white = whitening(samples, False)

        def equations_of(dip, samples=samples, white=white):
            return slip_equations(samples, white, plane(dip=dip), slip)

        equations = equations_of(60.0)
        # As much smoothing for the data's weight, so that the slip is the same.
        smoothing = 1.0 / noise
        found = solve_slip(equations, smoothing)
        shares[noise] = dip_doubt(equations_of, truth.patches, np.nan, found, 1.0)
    assert 0 < shares[0.003] < 0.5 * shares[3.0]
    # At the vertical the dips that are tried lie below; a fault of two dips is left alone.
    assert dip_doubt(equations_of, plane(dip=88), np.nan, found, 1.0) > 0
    two = np.concatenate([plane().rectangles, plane(dip=40).rectangles])
    assert dip_doubt(equations_of, PatchSet.of_rectangles(two), np.nan, found, 1.0) is None


def test_the_rake_is_found():
    """Range about the mean one, told in the log."""
    truth, said = bump(plane(), rake=-110.0), []
    options = StudyOptions(find_rake=True, smoothing_count=4, monte_carlo=0)
    found = study(samples_of(truth), truth.patches, options, Job(note=said.append))
    assert np.degrees(found.summary.mean_rake) == pytest.approx(-110, abs=4)
    assert "mean rake is -1" in said[0]


def test_smoothings_by_default_span_rough_and_smooth():
    """From hardly any influence of the roughness to nearly constant slip."""
    equations = case()[3]
    values = default_smoothings(equations, np.ones(2))
    rough, smooth = (solve_slip(equations, values[k]) for k in (0, -1))
    assert smooth.roughness < 0.1 * rough.roughness and smooth.misfit > 1.2 * rough.misfit


def test_cancelling():
    """Between two solutions."""
    truth = bump(plane(4, 3))
    with pytest.raises(Cancelled):
        study(samples_of(truth), truth.patches, StudyOptions(RANGE), Job(cancelled=lambda: True))


@pytest.mark.parametrize("change, words", [
    (lambda s: replace(s, displacement=s.displacement * np.nan), "lack a place"),
    (lambda s: replace(s, weight=-s.weight), "below 0"),
    (lambda s: replace(s, std=s.std * np.nan), "no standard deviation"),
    (lambda s: s.chosen(np.arange(len(s)) < 1), "too few"),
    (lambda s: s.chosen(np.arange(len(s)) < 0), "no sample"),
])  # fmt: skip
def test_bad_samples(change, words):
    """One sentence."""
    truth = bump(plane(3, 2))
    with pytest.raises(GroundshiftError, match=words):
        whitening(change(samples_of(truth, 40)))


def test_bad_options():
    """One sentence each."""
    for make, words in (
        (lambda: SlipOptions("sideways"), "range, fixed or free"),
        (lambda: SlipOptions("range", np.radians([0, 200])), "less than 180"),
        (lambda: SlipOptions("range", np.radians([20, 10])), "less than 180"),
        (lambda: SlipOptions(max_slip=0), "above 0"),
        (lambda: StudyOptions(rule="best"), "log_sum"),
        (lambda: StudyOptions(monte_carlo=1), "2 or more"),
    ):
        with pytest.raises(GroundshiftError, match=words):
            make()
    truth = bump(plane(3, 2))
    weights = StudyOptions(RANGE, track_weights={"X": 1.0}, monte_carlo=0)
    with pytest.raises(GroundshiftError, match="no track X among A, D"):
        study(samples_of(truth), truth.patches, weights)


def test_samples_on_the_trace_are_named():
    """Where displacement jumps, there is none."""
    truth = bump(plane(4, 3, strike=0.0, dip=90.0))
    samples = samples_of(truth, 40)
    places = samples.places.copy()
    places[3] = truth.patches.corners[0, 0, :2]
    samples = replace(samples, places=places)
    with pytest.raises(GroundshiftError, match="1 sample"):
        slip_equations(samples, whitening(samples), truth.patches, RANGE)


def test_free_ends_let_slip_go_on():
    """Slip that reaches the end of the patches is not pulled down there."""
    patches = plane()
    truth = SlipModel.of_rake(patches, np.ones(40), np.radians(20.0))
    samples = samples_of(truth)
    white = whitening(samples)
    slip = {}
    for ends in ("zero", "free"):
        options = replace(RANGE, edges=Edges("free", ends, ends))
        equations = slip_equations(samples, white, patches, options)
        vectors = equations.vectors(solve_slip(equations, 20.0).x)
        slip[ends] = np.hypot(*vectors.T[:2])
    assert np.abs(slip["free"] - 1).max() < 0.1 < np.abs(slip["zero"] - 1).max()
