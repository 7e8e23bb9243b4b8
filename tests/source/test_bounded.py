# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Bounded least squares against SciPy's active sets, and limits of the net slip."""

import json
from pathlib import Path

import numpy as np
import pytest
from groundshift.algorithms.data.patches import PatchSet
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.source.bounded import solve
from groundshift.algorithms.source.elastic import green_los, rake_components
from groundshift.algorithms.source.laplacian import Edges
from groundshift.algorithms.source.net_slip import net_slip, solve_net
from groundshift.algorithms.source.slip_equations import roughness_gram
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import lsq_linear


def problem(seed, unknowns, data, condition):
    """A least-squares problem with the singular values asked for, damped a little."""
    generator = np.random.default_rng(seed)
    turn = np.linalg.qr(generator.standard_normal((unknowns, unknowns)))[0]
    design = generator.standard_normal((data, unknowns))
    design = design * np.geomspace(1, 1 / condition, unknowns) @ turn
    right = design @ generator.standard_normal(unknowns) + 0.1 * generator.standard_normal(data)
    design = np.vstack([design, 1e-2 * np.eye(unknowns)])
    return design, np.concatenate([right, np.zeros(unknowns)])


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 10_000), st.integers(1, 40), st.integers(5, 60), st.sampled_from([1, 1e3, 1e5]),
    st.sampled_from([0.05, 0.5, np.inf]), st.sampled_from([0.0, -0.2, -np.inf]),
)  # fmt: skip
def test_as_scipy_within_bounds(seed, unknowns, data, condition, high, low):
    """The objective is SciPy's, and no bound is broken, from any start."""
    design, right = problem(seed, unknowns, data, condition)
    lower, upper = np.full(unknowns, low), np.full(unknowns, high)
    start = np.random.default_rng(seed).integers(-1, 2, unknowns)
    matrix, product = design.T @ design, design.T @ right
    found = solve(matrix, product, lower, upper, start)
    reference = lsq_linear(design, right, (lower, upper), method="bvls", tol=1e-14)
    assert (found.x >= lower).all() and (found.x <= upper).all()
    assert found.violation < 1e-10
    objective = 0.5 * ((design @ found.x - right) ** 2).sum()
    assert objective <= reference.cost * (1 + 1e-8) + 1e-14


def test_starting_from_the_solution_takes_one_round():
    """What a neighbouring smoothing knows is used."""
    design, right = problem(1, 60, 200, 1e3)
    matrix, product = design.T @ design, design.T @ right
    bounds = np.zeros(60), np.full(60, 0.3)
    first = solve(matrix, product, *bounds)
    assert first.rounds > 1
    assert solve(matrix, product, *bounds, first.state).rounds == 1


def test_not_positive_definite_is_said():
    """Unknowns that nothing tells of are no stack trace."""
    with pytest.raises(GroundshiftError, match="smooth more"):
        solve(np.zeros((3, 3)), np.ones(3), np.full(3, -np.inf), np.full(3, np.inf))


def test_published_slip_problem(oracle):
    """Okada, covariance, Laplacian and bounds together come to the objective of the oracle."""
    oracle("okada1985_table2.csv")  # skips where the oracles are missing
    oracles = Path(__file__).resolve().parents[3] / "shared" / "oracles"
    data = json.loads((oracles / "bvls_problem.json").read_text())
    order = ("e", "n", "depth", "strike", "dip", "length", "width")
    rectangles = np.array([[patch[name] for name in order] for patch in data["patches"]])
    rectangles[:, 3:5] = np.radians(rectangles[:, 3:5])
    patches = PatchSet.of_rectangles(rectangles)
    places, look, measured = (np.array(data[name]) for name in ("obs", "los", "d"))
    components = rake_components(patches, np.radians(data["components_rake"]))
    points = np.column_stack([places, np.zeros(len(places))])
    green = green_los(patches, components, points, look).reshape(len(places), -1)
    noise = data["noise"]
    apart = np.hypot(*(part[:, None] - part[None] for part in places.T))
    covariance = noise["sill"] * np.exp(-apart / noise["range_m"])
    covariance += noise["nugget"] * np.eye(len(places))
    factor = np.linalg.cholesky(covariance)
    design, right = np.linalg.solve(factor, green), np.linalg.solve(factor, measured)
    roughness = roughness_gram(patches, components, Edges("zero", "zero", "zero"))
    for case in data["solutions"]:
        upper = np.full(green.shape[1], case["upper"] or np.inf)
        matrix = design.T @ design + case["alpha"] ** 2 * roughness
        found = solve(matrix, design.T @ right, np.zeros_like(upper), upper)
        rough = found.x @ roughness @ found.x
        objective = ((design @ found.x - right) ** 2).sum() + case["alpha"] ** 2 * rough
        assert objective == pytest.approx(case["objective"], rel=1e-8)
        assert rough == pytest.approx(case["roughness"], rel=1e-6)
        # The oracle's unknowns stand by component, then patch.
        theirs = np.array(case["x"]).reshape(2, -1).T.ravel()
        assert np.abs(found.x - theirs).max() < 1e-6
        assert found.violation < 1e-10


@pytest.mark.parametrize("angle, free, limit", [(40, False, 0.5), (90, True, 0.3), (150, False, 1)])
def test_limit_of_net_slip(angle, free, limit):
    """No point within the limit does better, as SciPy's solution of the dual problem proves."""
    design, right = problem(3, 24, 60, 30)
    right = right * 3
    matrix, product = design.T @ design, design.T @ right
    cosine = np.cos(np.radians(angle))
    gram = np.tile([[1, cosine], [cosine, 1]], (12, 1, 1))
    lower = np.full(24, -np.inf if free else 0.0)
    found = solve_net(matrix, product, lower, gram, limit)
    x = found.bounded.x
    assert net_slip(x, gram).max() <= limit * (1 + 1e-12)
    assert (found.multipliers > 0).any()
    # Weak duality: with whatever multipliers, no x within the limit goes below this.
    loaded = matrix + np.kron(np.diag(found.multipliers), gram[0])
    factor = np.linalg.cholesky(loaded)
    target = np.linalg.solve(factor, product)
    least = lsq_linear(factor.T, target, (lower, np.inf), method="bvls", tol=1e-14)
    below = least.cost - 0.5 * target @ target - 0.5 * limit**2 * found.multipliers.sum()
    reached = 0.5 * x @ matrix @ x - product @ x
    assert below <= reached + 1e-8 * abs(reached), "the bound is one"
    assert reached <= below + 1e-8 * abs(below)
