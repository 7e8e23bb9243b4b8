# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The search for faults against data whose truth is known."""

import contextlib
import html
import os
import sqlite3
from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.medium import Medium
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.job import Job
from groundshift.algorithms.source.elastic import displacement
from groundshift.algorithms.source.fault_study import (
    FaultOptions,
    posterior_note,
    reported,
    study_faults,
)
from groundshift.algorithms.source.fault_summary import summary_of
from groundshift.algorithms.source.mcmc import ChainOptions, Chains
from groundshift.algorithms.source.misfit import Misfit, log_likelihood
from groundshift.algorithms.source.pages.faultsearch import corner_svg
from groundshift.algorithms.source.posterior import at_bounds, gaussian_covariance, told_about
from groundshift.algorithms.source.sampling_space import SamplingSpace
from groundshift.algorithms.source.search import SearchOptions, apart, perturbed_fits, search
from groundshift.algorithms.source.search_space import SearchSpace, standard_bounds
from groundshift.algorithms.source.tools.search_results import write_traces
from scipy.optimize import lsq_linear
from search_cases import JIASHI, jiashi_samples, model_of, space_about

QUICK = SearchOptions(method="swarm", restarts=1, steps=80)
SMALL = {"side": 8, "sill": 0.002**2, "nugget": 0.001**2}
TWO = np.array([
    [-6e3, 3e3, 1e3, 2.0, 1.1, 12e3, 8e3, 0.7, 0.0, 0.0],
    [8e3, -5e3, 2e3, 5.0, 0.9, 9e3, 6e3, 0.2, -0.6, 0.0],
])  # fmt: skip


@pytest.fixture(scope="module")
def samples():
    return jiashi_samples(**SMALL, seed=1)


@pytest.fixture(scope="module")
def misfit(samples):
    return Misfit(samples, space_about(JIASHI))


@pytest.fixture(scope="module")
def study(samples):
    options = FaultOptions(QUICK, ChainOptions(24, 8000, size=1000, r_hat=1.03), 40)
    return study_faults(samples, space_about(JIASHI), options)


def test_the_rectangle_hangs_below_the_middle_of_its_upper_edge():
    model = model_of(JIASHI)
    corners = model.patches.corners[0]
    np.testing.assert_allclose(corners[:2].mean(axis=0), [0, 0, -JIASHI[2]], atol=1e-6)
    assert (corners[2:, 2] < -JIASHI[2] - 700).all()
    np.testing.assert_allclose(model.components[0], JIASHI[7:])


def test_beyond_the_vertical_is_the_fault_on_the_other_side():
    """A dip of 100 is one of 80 to the other side, with the same motion of the ground."""
    points = np.column_stack([np.random.default_rng(0).uniform(-2e4, 2e4, (40, 2)), np.zeros(40)])
    row = JIASHI.copy()
    fields = []
    for dip in (89.99999, 90.00001):
        row[4] = np.radians(dip)
        fields.append(displacement(model_of(row), points))
    np.testing.assert_allclose(*fields, atol=2e-5 * np.abs(fields[0]).max() + 1e-9)
    row[4] = np.radians(100)
    other = row.copy()
    other[3], other[4], other[8] = row[3] + np.pi, np.radians(80), -row[8]
    np.testing.assert_allclose(
        displacement(model_of(row), points), displacement(model_of(other), points), atol=1e-12
    )


def ends(space, *names):
    return [
        tuple(np.degrees([space.lower[0, k], space.upper[0, k]]).round(6)) for k in names
    ]  # fmt: skip


def test_bounds_that_end_at_the_vertical_go_on_beyond_it(samples):
    """Where the strike is any to the mirror of the lower bound, else by 30 degrees at most."""
    low, high = (bound[None] for bound in standard_bounds(samples))
    whole = SearchSpace(low, high)
    assert ends(whole, 4) == [(5, 90)] and ends(whole.over_the_vertical(), 4) == [(5, 175)]

    def changed(space, k, least, most):
        lower, upper = space.lower.copy(), space.upper.copy()
        lower[0, k], upper[0, k] = least, most
        return replace(space, lower=lower, upper=upper).over_the_vertical()

    assert ends(changed(whole, 3, 0.5, 1.5), 4) == [(5, 120)]
    part = changed(whole, 3, 0.5, 1.5)
    assert ends(changed(replace(part, upper=high), 4, np.radians(80), np.pi / 2), 4) == [(80, 100)]
    # What ends below 90, or is kept there, stays; so does what slips one way only.
    for k, least, most in ((4, 0.3, np.radians(89.9)), (4, np.pi / 2, np.pi / 2), (8, 0.0, 2.0)):
        assert ends(changed(whole, k, least, most), 4)[0][1] <= 90
    for rakes, top in (((-15, 25), 175), ((170, 200), 175), ((0, 180), 90), ((60, 120), 90)):
        low, high = (bound[None].copy() for bound in standard_bounds(samples, "rake"))
        low[0, 8], high[0, 8] = np.radians(rakes)
        rake = SearchSpace(low, high, "rake").over_the_vertical()
        assert ends(rake, 4)[0][1] == pytest.approx(top)


@pytest.mark.parametrize("slips", ["components", "rake"])
def test_one_fault_from_both_sides_is_the_same_place(samples, slips):
    """The same motion of the ground and no distance between them, as far as bounds hold both."""
    space = SearchSpace(*(b[None] for b in standard_bounds(samples, slips))).over_the_vertical()
    unit = np.random.default_rng(5).random((30, 9)) * 0.8 + 0.1
    level = np.zeros((1, 10))
    upright = space.likened(unit, level)
    dips = space.values(upright)[:, 0, 4]
    assert (dips <= np.pi / 2).all() and (space.values(unit)[:, 0, 4] > np.pi / 2).sum() > 5
    misfit = Misfit(samples, space)
    np.testing.assert_allclose(misfit.squares(upright), misfit.squares(unit), rtol=1e-9)
    np.testing.assert_allclose(space.likened(upright, space.values(unit)[0]),
                               space.likened(unit, space.values(unit)[0]), atol=1e-12)  # fmt: skip
    for one, two in zip(unit, upright):
        assert apart(misfit, one, two) < 1e-9 and apart(misfit, two, one) < 1e-9
    about = space_about(JIASHI)
    inside = np.random.default_rng(6).random((5, 9))
    np.testing.assert_array_equal(about.likened(inside, -about.lower), inside)


STEEP = np.array([0, 0, 2e3, np.radians(40), np.radians(89.8), 18e3, 8e3, 0.3, 0.8, 0])


@pytest.mark.parametrize("slips", ["components", "rake"])
def test_a_fault_next_to_the_vertical_is_no_wall(slips, tmp_path):
    """Bounds that end at 90 degrees: the truth from the right side, and draws from both."""
    steep = jiashi_samples(**SMALL, truth=STEEP, seed=2)
    space = SearchSpace(*(bound[None] for bound in standard_bounds(steep, slips)))
    chains = ChainOptions(24, 3000, size=1000, r_hat=1.03)
    study = study_faults(steep, space, FaultOptions(replace(QUICK, restarts=2), chains))
    rows = {row.name: row for row in summary_of(study, Medium())}
    assert study.held == [""] * 9
    turn = 180 * (abs(rows["strike_deg"].best - 40) > 90)
    true = {"strike_deg": 40 + turn, "dip_deg": 89.8 if not turn else 90.2,
            "rake_deg": 69.4 if not turn else -69.4, "slip_m": 0.854}  # fmt: skip
    for name, value in true.items():
        low, high = rows[name].percentiles[[0, -1]]
        wide = high - low
        assert low - 0.5 * wide < value < high + 0.5 * wide, name
    assert rows["dip_deg"].best <= 90 < rows["dip_deg"].percentiles[-1]
    assert study.chains.r_hat.max() < 1.05 and posterior_note(study.chains) == ""
    assert [text for text in study.warnings if "over the vertical" in text]
    told = reported(study, study.draws)[:, 0, 3]
    assert np.ptp(told) < np.radians(20)
    # In the layer each line is a fault by itself: no dip beyond 90, strikes of both sides.
    degrees = wkt_from_epsg(4326)
    local = LocalMetres(degrees, 13.5, 42.3)
    write_traces(tmp_path / "traces.gpkg", study, local, degrees, Medium(), 0.0)
    with contextlib.closing(sqlite3.connect(tmp_path / "traces.gpkg")) as file:
        lines = np.array(file.execute("SELECT strike_deg, dip_deg FROM traces").fetchall())
    assert (lines[:, 1] <= 90).all() and len(lines) > 100
    sides = np.abs((lines[:, 0] - 40 + 180) % 360 - 180) < 90
    assert 0.02 < sides.mean() < 0.98


def test_draws_are_told_from_the_side_of_the_best_fault_though_it_was_found_late():
    """About a fault of strike 220 the same draws lie at strike 220, and agree as much."""
    low = np.array([[-1e4, -1e4, 0, 0, 0.1, 1e3, 1e3, -2, -2, 0]])
    high = np.array([[1e4, 1e4, 1e4, 2 * np.pi, np.pi / 2, 3e4, 2e4, 2, 2, 0]])
    space = SearchSpace(low, high).over_the_vertical()
    generator = np.random.default_rng(0)
    values = np.tile(STEEP, (1200, 1, 1))
    values[..., 3:5] += 0.03 * generator.standard_normal((1200, 1, 2))
    unit = space.unit(values)
    draws = unit.reshape(100, 12, 9)
    chains = Chains(draws, np.zeros((100, 12)), 0.3, np.ones(9), np.ones(9), 200)
    other = STEEP.copy()
    other[3:5], other[8] = (STEEP[3] + np.pi, np.pi - STEEP[4]), -STEEP[8]
    other[4] -= np.radians(3)
    here, there = (
        told_about(chains, space, space.unit(row[None, None])[0]) for row in (STEEP, other)
    )
    strikes = [np.degrees(space.values(c.draws.reshape(-1, 9))[:, 0, 3]) for c in (here, there)]
    assert np.abs(strikes[0] - 40).max() < 20 and np.abs(strikes[1] - 220).max() < 20
    np.testing.assert_allclose(here.r_hat[3:5], there.r_hat[3:5], rtol=1e-9)


def test_draws_pile_up_at_the_surface_as_they_should():
    """One free parameter: its posterior from a grid, against the chains with their mirror."""
    row = JIASHI.copy()
    row[2], row[4] = 0.0, np.radians(80)
    shallow = jiashi_samples(**SMALL, truth=row, seed=4)
    space = space_about(row, fixed=(0, 1, 3, 4, 5, 6, 7, 8))
    misfit = Misfit(shallow, space)
    grid = np.linspace(0, 0.02, 4000)[:, None]
    weight = log_likelihood(misfit.squares(grid), misfit.blocks, "given")
    weight = np.exp(weight - weight.max())
    weight /= weight.sum()
    options = FaultOptions(SearchOptions(method="local"), ChainOptions(12, 1500, size=0))
    draws = study_faults(shallow, space, options).draws
    assert (draws >= 0).all()
    mean = weight @ grid[:, 0]
    std = np.sqrt(weight @ (grid[:, 0] - mean) ** 2)
    assert 0.3 * mean < std < 0.002
    np.testing.assert_allclose([draws.mean(), draws.std()], [mean, std], rtol=0.08)


def test_draws_that_disagree_are_not_to_be_used(study):
    """Told in words, in every row, and across the drawing."""
    assert posterior_note(study.chains) == "" and posterior_note(None) == ""
    apart = replace(study.chains, r_hat=np.where(np.arange(9) == 3, 1.06, 1.0))
    note = posterior_note(apart)
    assert "not to be used (R-hat 1.06" in note
    rows = summary_of(replace(study, chains=apart), Medium())
    assert {row.columns()["posterior_note"] for row in rows} == {note}
    few = FaultOptions(QUICK, ChainOptions(4, 100, size=0))
    bad = study_faults(study.misfit.samples, space_about(JIASHI), few)
    assert any("not to be used" in text for text in bad.warnings)
    drawn = corner_svg(["a", "b"], np.random.default_rng(0).random((50, 2)), np.zeros(2), note=note)
    assert html.escape(note) in drawn


@pytest.mark.parametrize("ramps", [False, True])
def test_squares_are_those_of_generalised_least_squares(samples, ramps):
    """Against plain NumPy with the covariance's inverse and the offset (and ramp) solved for."""
    space = space_about(JIASHI)
    ours = Misfit(samples, space, ramps)
    unit = np.random.default_rng(3).random((4, 9))
    squares = ours.squares(unit)
    for k, values in enumerate(space.values(unit)):
        u = displacement(model_of(values[0]), samples.points)
        rest = samples.displacement - (u * samples.look).sum(axis=1)
        for track in range(2):
            mine = samples.of_track(track)
            inverse = np.linalg.inv(samples.covariance(track))
            east, north = samples.places[mine].T
            design = np.stack([np.ones(mine.sum())] + ramps * [east / 1e4, north / 1e4], axis=1)
            best = np.linalg.solve(design.T @ inverse @ design, design.T @ inverse @ rest[mine])
            left = rest[mine] - design @ best
            np.testing.assert_allclose(squares[k, track], left @ inverse @ left, rtol=1e-8)
            if k == 0:
                found = ours.nuisances(unit[:1])[(3 if ramps else 1) * track]
                middle = design.mean(axis=0)  # ours are about the track's middle
                np.testing.assert_allclose(found, middle @ best, atol=1e-9)


def test_projected_slips_are_the_best_within_bounds(misfit):
    """Against SciPy's bounded least squares of the two slips, for slips free and held."""
    space, unit = misfit.space, np.random.default_rng(4).random((6, 9))
    squares, filled = misfit.projected(unit)
    np.testing.assert_allclose(misfit.squares(filled).sum(axis=1), squares, rtol=1e-8)
    np.testing.assert_array_equal(filled[:, :7], unit[:, :7])
    for k in range(6):
        columns = []
        for slips in ([0.5, 0.5], [1.0, 0.5], [0.5, 1.0]):  # 0 m, then 3 m of each
            columns.append(misfit.residuals(np.r_[unit[k, :7], slips][None])[:, 0])
        design = np.stack([columns[0] - columns[1], columns[0] - columns[2]], axis=1) / 3
        best = lsq_linear(design, columns[0], (-3, 3), method="bvls", tol=1e-14)
        np.testing.assert_allclose(squares[k], 2 * best.cost, rtol=1e-6)
        np.testing.assert_allclose((filled[k, 7:] - 0.5) * 6, best.x, atol=1e-4)
    assert space.linear.tolist() == [False] * 7 + [True] * 2


def test_kept_slip_counts_in_the_projection(samples):
    """With dip slip kept, the strike slip is fitted to what it leaves."""
    misfit = Misfit(samples, space_about(JIASHI, fixed=(8,)))
    unit = np.full((1, 8), 0.5)
    squares, filled = misfit.projected(unit)
    np.testing.assert_allclose(misfit.squares(filled).sum(axis=1), squares, rtol=1e-8)
    for step in (-1e-3, 1e-3):
        moved = filled.copy()
        moved[0, 7] += step
        assert misfit.squares(moved).sum() > squares[0]


def test_slip_and_rake_are_another_way_to_say_it(samples):
    low, high = standard_bounds(samples, "rake")
    space = SearchSpace(low[None], high[None], "rake")
    row = JIASHI.copy()
    row[7:9] = np.hypot(*JIASHI[7:9]), np.arctan2(JIASHI[8], JIASHI[7])
    np.testing.assert_allclose(space.slip(row[None, None])[0], JIASHI[7:], atol=1e-12)
    assert space.names[7:] == [(1, "slip"), (1, "rake")]
    assert space.linear.tolist() == [False] * 7 + [True, False]
    assert space.periodic.tolist() == [k in (3, 8) for k in range(9)]
    ours = Misfit(samples, space)
    squares, filled = ours.projected(space.unit(row))
    np.testing.assert_allclose(ours.squares(filled).sum(axis=1), squares, rtol=1e-8)


@pytest.mark.parametrize("fixed", [(), (2,), (4, 6), (0, 7)])
def test_chain_coordinates_go_there_and_back_with_their_jacobian(fixed):
    space = space_about(JIASHI, fixed=fixed)
    coordinates = SamplingSpace(space)
    unit = np.random.default_rng(0).uniform(0.2, 0.8, (5, len(space.names)))
    place = coordinates.forward(unit)
    back, jacobian = coordinates.back(place)
    np.testing.assert_allclose(back, unit, atol=1e-10)
    numeric = []
    for row in place:
        step = 1e-5 * np.maximum(np.abs(row), 1e-3)
        sides = [coordinates.back(row + sign * np.diag(step))[0] for sign in (1, -1)]
        numeric.append(np.linalg.slogdet((sides[0] - sides[1]) / (2 * step[:, None]))[1])
    # Up to a constant, as densities are.
    np.testing.assert_allclose(np.diff(jacobian), np.diff(numeric), atol=1e-5)


@pytest.mark.parametrize("method", ["swarm", "evolution"])
def test_without_noise_the_truth_comes_back(method):
    clean = jiashi_samples(**SMALL, noise=False)
    misfit = Misfit(clean, space_about(JIASHI))
    found = search(misfit, SearchOptions(method=method, restarts=2))
    values = misfit.space.values(found.best.unit)[0, 0]
    np.testing.assert_allclose(values[2:], JIASHI[2:], rtol=2e-3, atol=1e-3)
    np.testing.assert_allclose(values[:2], 0, atol=5)  # metres
    assert found.best.squares.sum() < 1e-6
    np.testing.assert_allclose(misfit.nuisances(found.best.unit), [0.012, -0.007], atol=1e-7)


def test_two_faults_are_told_apart():
    truth = jiashi_samples(side=8, half=20e3, noise=False, truth=TWO[0], offsets=(0.0, 0.0))
    u = displacement(model_of(TWO[1]), truth.points)
    both = replace(truth, displacement=truth.displacement + (u * truth.look).sum(axis=1))
    low = np.concatenate([space_about(row).lower for row in TWO])
    high = np.concatenate([space_about(row).upper for row in TWO])
    low[:, :2], high[:, :2] = TWO[:, :2] - 4e3, TWO[:, :2] + 4e3
    misfit = Misfit(both, SearchSpace(low, high))
    np.testing.assert_allclose(misfit.squares(misfit.space.unit(TWO)).sum(), 0, atol=1e-12)
    found = search(misfit, SearchOptions(method="swarm", restarts=2, steps=150, particles=100))
    values = misfit.space.values(found.best.unit)[0]
    np.testing.assert_allclose(values[:, 5:9], TWO[:, 5:9], rtol=0.02, atol=0.02)


def test_row_order_and_place_of_the_origin_change_nothing(samples):
    space = space_about(JIASHI)
    found = search(Misfit(samples, space), QUICK).best
    order = np.random.default_rng(0).permutation(len(samples))
    names = ("places", "displacement", "look", "track", "std", "weight", "extent")
    mixed = replace(samples, **{name: getattr(samples, name)[order] for name in names})
    moved = replace(samples, places=samples.places + [7e5, -3e5])
    for other, there in ((mixed, space), (moved, space.moved(7e5, -3e5))):
        again = search(Misfit(other, there), QUICK).best
        np.testing.assert_allclose(again.squares, found.squares, rtol=1e-6)
        np.testing.assert_allclose(again.unit, found.unit, atol=1e-4)


def test_turning_the_world_turns_the_fault(samples):
    misfit = Misfit(samples, space_about(JIASHI))
    unit = np.random.default_rng(5).random((3, 9))
    angle = np.radians(37)  # clockwise
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    look = samples.look.copy()
    look[:, :2] = look[:, :2] @ turn.T
    turned = replace(samples, places=samples.places @ turn.T, look=look)
    values = misfit.space.values(unit)
    values[..., :2] = values[..., :2] @ turn.T
    values[..., 3] += angle
    for k in range(3):
        space = SearchSpace(values[k] - 1e-3, values[k] + 1e-3)
        squares = Misfit(turned, space).squares(np.full((1, 10), 0.5))
        np.testing.assert_allclose(squares[0], misfit.squares(unit[k : k + 1])[0], rtol=1e-8)


def test_the_same_seed_gives_the_same_numbers(samples, check_same_numbers):
    space = space_about(JIASHI)
    options = FaultOptions(QUICK, ChainOptions(8, 200, size=0), 3)
    first, second = (study_faults(samples, space, options) for _ in range(2))
    check_same_numbers(first.draws, second.draws)  # what libraries multiply differs by alignment
    check_same_numbers(first.perturbed, second.perturbed)
    other = study_faults(
        samples, space, replace(options, chains=ChainOptions(8, 200, size=0, seed=2))
    )
    assert (other.draws != first.draws).any()


def test_posterior_agrees_with_what_is_known_of_it(study):
    """Widths against Gauss-Newton and the perturbed data, which are other ways to the same."""
    chains = study.chains
    assert chains.r_hat.max() < 1.05 and chains.size.min() > 400
    gauss = np.sqrt(gaussian_covariance(study.misfit, study.result.best.unit).diagonal())
    straight = [0, 3, 5]  # east, strike, length: nearly Gaussian here
    draws = study.draws.std(axis=0)
    np.testing.assert_allclose(draws[straight], gauss[straight], rtol=0.3)
    np.testing.assert_allclose(study.perturbed.std(axis=0)[straight], gauss[straight], rtol=0.4)
    density = log_likelihood(study.misfit.squares(study.draws[:50]), study.misfit.blocks, "given")
    np.testing.assert_allclose(chains.density.ravel()[:50], density, atol=1e-6)
    assert chains.density.max() <= study.result.best.likelihood + 1e-6


def test_truth_lies_in_the_intervals_and_the_residuals_are_noise(study):
    rows = {row.name: row for row in summary_of(study, Medium())}
    truth = dict(zip(
        ("east_km", "north_km", "top_depth_km", "strike_deg", "dip_deg", "length_km", "width_km"),
        [*JIASHI[:3] / 1e3, *np.degrees(JIASHI[3:5]), *JIASHI[5:7] / 1e3],
    ))  # fmt: skip
    far = [abs(rows[n].best - true) / rows[n].std for n, true in truth.items()]
    assert max(far) < 3.5
    for fit in study.fits:
        assert 0.75 < fit.variance < 1.3
    assert rows["slip_m"].kind == "derived" and rows["opening_m"].kind == "kept"
    assert rows["mw"].percentiles[0] < rows["mw"].best < rows["mw"].percentiles[-1]
    assert not [text for text in study.warnings if "variance" in text]


def test_intervals_hold_the_truth_as_often_as_they_say():
    """Few parameters and many repetitions; benchmarks/accuracy_faultsearch.py does all of them."""
    space, inside, wide = space_about(JIASHI, fixed=(0, 1, 5, 6)), 0, 0
    truth = space.unit(JIASHI)[0]
    options = FaultOptions(
        SearchOptions(method="local"), ChainOptions(12, 400, size=0, burn_in=0.4)
    )
    repetitions = 20
    for seed in range(repetitions):
        study = study_faults(jiashi_samples(**SMALL, seed=100 + seed), space, options)
        low, near, far, high = np.percentile(study.draws, [2.5, 16, 84, 97.5], axis=0)
        wide += ((low <= truth) & (truth <= high)).sum()
        inside += ((near <= truth) & (truth <= far)).sum()
    cases = repetitions * len(truth)
    assert 0.88 < wide / cases <= 1.0
    assert 0.55 < inside / cases < 0.82


def test_errors_that_are_too_small_are_told_and_can_be_scaled(samples):
    tracks = tuple(replace(t, nugget=t.nugget / 9, sill=t.sill / 9) for t in samples.tracks)
    bold = replace(samples, tracks=tracks)
    space = space_about(JIASHI, fixed=(0, 1, 5, 6))
    chains = ChainOptions(12, 500, size=0)
    spreads = {}
    for errors in ("given", "scaled"):
        options = FaultOptions(SearchOptions(method="swarm", restarts=1, errors=errors), chains)
        found = study_faults(bold, space, options)
        told = [text for text in found.warnings if "too narrow" in text]
        assert len(told) == (2 if errors == "given" else 0)
        spreads[errors] = found.draws.std(axis=0)
    honest = study_faults(samples, space, FaultOptions(QUICK, chains)).draws.std(axis=0)
    np.testing.assert_allclose(spreads["scaled"], honest, rtol=0.35)
    assert (spreads["given"] < 0.6 * honest).all()


def test_a_parameter_that_a_bound_holds_is_flagged(samples):
    space = space_about(JIASHI)
    upper = space.upper.copy()
    upper[0, 5] = 18e3  # the fault is 23.5 km long
    options = FaultOptions(QUICK, ChainOptions(10, 400, size=0))
    found = study_faults(samples, replace(space, upper=upper), options)
    assert found.held[5] == "at upper" and found.held[0] == ""
    assert any(text.startswith("length is at upper bound") for text in found.warnings)
    draws = np.random.default_rng(0).random((4000, 9)) * 0.2 + 0.4
    draws[:, 2] = np.abs(np.random.default_rng(1).standard_normal(4000)) * 0.05
    words = at_bounds(found.misfit, np.full(9, 0.45), draws)
    assert words == ["", "", "cut at lower", *[""] * 6]


def test_reported_faults_dip_by_less_than_90(samples):
    row = JIASHI.copy()
    row[4], row[3], row[8] = np.radians(169.8), JIASHI[3] - np.pi, -JIASHI[8]
    space = space_about(JIASHI)
    low, high = space.lower.copy(), space.upper.copy()
    low[0, 3:5], high[0, 3:5] = row[3:5] - 0.5, np.minimum(row[3:5] + 0.5, [9, np.pi - 0.01])
    there = replace(space, lower=low, upper=high)
    study = study_faults(samples, there, FaultOptions(QUICK, chains=None))
    told = reported(study, study.result.best.unit[None])[0, 0]
    assert abs(np.degrees(told[4]) - 10.2) < 3 and abs(np.degrees(told[3]) - 266.4) < 3
    assert told[8] > 0.3 and study.model.dip_slip[0] > 0.3
    np.testing.assert_allclose(study.model.patches.dip[0], told[4])
    rows = {row.name: row for row in summary_of(study, Medium())}
    assert rows["dip_deg"].low < rows["dip_deg"].best < rows["dip_deg"].high < 90


def test_perturbations_have_the_size_of_the_noise(misfit):
    """With all but the slips kept the problem is linear: the spread is known exactly."""
    space = space_about(JIASHI, fixed=range(7))
    linear = Misfit(misfit.samples, space)
    best = search(linear, SearchOptions(method="local")).best.unit
    slope = linear.jacobian(best)
    exact = np.sqrt(np.linalg.inv(slope.T @ slope).diagonal())
    fits = perturbed_fits(linear, best, 400, seed=3)
    np.testing.assert_allclose(fits.std(axis=0), exact, rtol=0.12)
    np.testing.assert_allclose(fits.mean(axis=0), best, atol=4 * exact.max() / 20)


def test_what_cannot_be_searched_is_refused(samples):
    space = space_about(JIASHI)
    with pytest.raises(GroundshiftError, match="All parameters are kept"):
        study_faults(samples, SearchSpace(JIASHI[None], JIASHI[None]))
    with pytest.raises(GroundshiftError, match="give more samples"):
        Misfit(samples.chosen(np.arange(len(samples)) < 8), space)
    few = samples.chosen((samples.track == 0) | (np.cumsum(samples.track == 1) == 1))
    with pytest.raises(GroundshiftError, match="Track descending: has 1 sample"):
        Misfit(few, space)
    with pytest.raises(GroundshiftError, match="one place"):
        standard_bounds(replace(samples, places=0 * samples.places))
    for name, change, says in (
        ("lower", (5, -1.0), "not above 0"), ("lower", (2, -5.0), "above the surface"),
        ("upper", (4, 4.0), "0 to 180"), ("upper", (3, 20.0), "full circle"),
        ("lower", (0, np.nan), "no bounds"), ("lower", (0, 1e9), "swap them"),
    ):  # fmt: skip
        bounds = getattr(space, name).copy()
        bounds[0, change[0]] = change[1]
        with pytest.raises(GroundshiftError, match=says):
            replace(space, **{name: bounds})


def test_a_study_can_be_stopped(samples):
    calls = []

    def cancelled():
        calls.append(1)
        return len(calls) > 5

    with pytest.raises(Cancelled):
        study_faults(samples, space_about(JIASHI), job=Job(cancelled=cancelled))
    assert len(calls) == 6


def test_published_solutions_of_laquila(shared_data):
    """Envisat data with their covariance: strike, dip, rake and size of the agencies."""
    from groundshift.algorithms.source.tools.samples import read_samples

    folder, local, parts = shared_data("laquila_envisat"), None, []
    for number, name in enumerate(("ascxn", "dscxn")):
        part, local = read_samples(os.path.join(folder, f"Laquila_{name}.csv"), local=local)
        parts.append(replace(part, track=np.full(len(part), number)))
    columns = ("places", "displacement", "look", "track", "std", "weight", "extent")
    both = replace(
        parts[0], tracks=tuple(part.tracks[0] for part in parts), extra={},
        **{name: np.concatenate([getattr(part, name) for part in parts]) for name in columns},
    )  # fmt: skip
    assert all(track.covariance is not None for track in both.tracks)
    space = SearchSpace(*(bound[None] for bound in standard_bounds(both)))
    options = FaultOptions(replace(QUICK, errors="scaled"), chains=None)
    study = study_faults(both, space, options)
    rows = {row.name: row.best for row in summary_of(study, Medium())}
    assert 125 < rows["strike_deg"] < 155 and 42 < rows["dip_deg"] < 60
    assert -120 < rows["rake_deg"] < -85 and 6.1 < rows["mw"] < 6.4
    assert 10 < rows["length_km"] < 16 and rows["top_depth_km"] < 4
