# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Optimally oriented planes against reference numbers and a search over all planes."""

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.stress.coulomb import coulomb_change, plane_vectors
from groundshift.algorithms.stress.optimal import RegionalStress, optimal_planes

KEYS = ("EE", "EN", "EU", "EN", "NN", "NU", "EU", "NU", "UU")


def tensor(row, letter):
    return np.array([float(row[f"{letter}{key}_pa"]) for key in KEYS]).reshape(3, 3)


def test_both_planes_match_the_reference_numbers(oracle):
    rows = oracle("coulomb_optimal_planes.csv")
    for row in rows:
        change, friction = tensor(row, "s"), float(row["friction"])
        total = tensor(row, "r") + change
        planes = np.stack(optimal_planes(total, friction))
        want = np.radians([float(row[name]) for name in ("strike", "dip", "rake")])
        off = np.abs((planes - want[:, None] + np.pi) % (2 * np.pi) - np.pi).max(axis=0)
        best = planes[:, off.argmin()]
        assert np.degrees(off.min()) < 1e-6, row["case"]
        whole = coulomb_change(total, *best, friction).change
        part = coulomb_change(change, *best, friction).change
        assert whole == pytest.approx(float(row["total_tau_plus_mu_sn_pa"]), rel=1e-9)
        # An error of the planes counts by the whole stress.
        assert part == pytest.approx(
            float(row["delta_cfs_pa"]), abs=1e-9 * np.abs(total).max(), rel=1e-9
        )


def test_no_plane_is_nearer_to_failure():
    rng = np.random.default_rng(8)
    half = rng.normal(0, 1e6, (40, 3, 3))
    stress = half + np.swapaxes(half, 1, 2)
    for friction in (0.0, 0.4, 0.8):
        best = coulomb_change(stress[:, None], *optimal_planes(stress, friction), friction).change
        np.testing.assert_allclose(best[:, 0], best[:, 1], rtol=1e-9)
        trial = rng.uniform([0, 0, -np.pi], [2 * np.pi, np.pi / 2, np.pi], (20000, 3)).T
        others = coulomb_change(stress[:, None], *trial, friction).change
        assert (others.max(axis=1) <= best[:, 0] + 1e-6).all()
        assert (others.max(axis=1) > best[:, 0] - 0.03 * np.abs(stress).max()).all()


def test_a_change_is_the_same_on_both_planes():
    """The part of the change that would tell the planes apart drops out of tau + mu sigma."""
    rng = np.random.default_rng(9)
    half = rng.normal(0, 1e5, (40, 3, 3))
    change = half + np.swapaxes(half, 1, 2)
    regional = RegionalStress.of_regime(0.3, "strike-slip", 1e7).tensor(5000.0)
    planes = optimal_planes(regional + change, 0.6)
    value = coulomb_change(change[:, None], *planes, 0.6).change
    np.testing.assert_allclose(value[:, 0], value[:, 1], atol=1e-6)


@pytest.mark.parametrize(
    ("regime", "planes"),
    [  # for greatest horizontal compression to the north and no friction
        ("strike-slip", {(135, 90, 180), (45, 90, 0)}),
        ("thrust", {(90, 45, 90), (270, 45, 90)}),
        ("normal", {(0, 45, -90), (180, 45, -90)}),
    ],
)
def test_regimes(regime, planes):
    stress = RegionalStress.of_regime(0.0, regime, 1e7).tensor(0.0)
    got = np.degrees(np.stack(optimal_planes(stress, 0.0), axis=-1))
    got = {
        (round(s) % 360, round(d), round(r) % 360 if abs(r) > 179 else round(r)) for s, d, r in got
    }
    assert got == planes


def test_friction_turns_planes_towards_the_compression():
    stress = RegionalStress.of_regime(np.radians(7.0), "strike-slip", 1e7).tensor(0.0)
    strike, dip, rake = np.degrees(optimal_planes(stress, 0.75))
    half = np.degrees(0.5 * np.arctan(1 / 0.75))
    # right-lateral is counterclockwise of the compression
    np.testing.assert_allclose(strike, [187 - half, 7 + half], atol=1e-9)
    np.testing.assert_allclose(dip, 90)
    np.testing.assert_allclose(np.abs(rake), [180, 0], atol=1e-9)


def test_vertical_planes_are_the_best_vertical_ones():
    rng = np.random.default_rng(10)
    half = rng.normal(0, 1e6, (30, 3, 3))
    stress = half + np.swapaxes(half, 1, 2)
    strike, dip, rake = optimal_planes(stress, 0.4, vertical=True)
    np.testing.assert_allclose(dip, np.pi / 2)
    np.testing.assert_allclose(np.abs(np.sin(rake)), 0, atol=1e-9)
    best = coulomb_change(stress[:, None], strike, dip, rake, 0.4).change
    trial = np.linspace(0, np.pi, 1801)
    for rakes in (0.0, np.pi):
        others = coulomb_change(stress[:, None], trial, np.pi / 2, rakes, 0.4).change
        assert (others <= best[:, :1] + 1e-6).all()


def test_planes_keep_their_order_over_a_map():
    """Else the maps of strike would be speckled."""
    rng = np.random.default_rng(11)
    half = rng.normal(0, 1e5, (500, 3, 3))
    change = half + np.swapaxes(half, 1, 2)
    for regime in ("strike-slip", "thrust", "normal"):
        regional = RegionalStress.of_regime(np.radians(30.0), regime, 1e7).tensor(0.0)
        normal, _ = plane_vectors(*optimal_planes(regional + change, 0.4))
        still, _ = plane_vectors(*optimal_planes(regional, 0.4))
        assert (np.abs(np.einsum("nki,ki->nk", normal, still)) > 0.97).all()


def test_axes_of_a_coulomb_file():
    stress = RegionalStress.of_axes(
        np.radians([19.0, 89.99, 109.0]), np.radians([-0.01, 89.99, -0.01]),
        np.array([100.0, 30.0, 0.0]) * 1e5, np.array([0.0, 0.0, 10.0]),
    )  # fmt: skip
    np.testing.assert_allclose(stress.axes @ stress.axes.T, np.eye(3), atol=1e-14)
    tensor = stress.tensor(np.array([0.0, 1000.0]))
    along = np.array([np.sin(np.radians(19)), np.cos(np.radians(19)), 0])
    across = np.array([np.sin(np.radians(109)), np.cos(np.radians(109)), 0])
    assert along @ tensor[0] @ along == pytest.approx(-1e7, rel=1e-5)
    assert tensor[0, 2, 2] == pytest.approx(-3e6, rel=1e-5)
    assert across @ tensor[1] @ across == pytest.approx(-1e4, rel=1e-2)


def test_points_without_an_answer_are_nan():
    stress = np.stack([np.full((3, 3), np.nan), 5e5 * np.eye(3), np.diag([-1.0, 0.0, 1.0])])
    for angle in optimal_planes(stress, 0.4):
        assert np.isnan(angle[:2]).all()
        assert np.isfinite(angle[2]).all()


@pytest.mark.parametrize(
    ("make", "text"),
    [
        (lambda: RegionalStress.of_axes([0, 0, 0], [0, 0, 0], [1, 2, 3]), "right angles"),
        (lambda: RegionalStress.of_regime(0, "sideways", 1e6), "regime"),
        (lambda: RegionalStress.of_regime(0, "thrust", 0.0), "difference"),
        (lambda: optimal_planes(np.eye(3), -1.0), "friction"),
    ],
)
def test_nonsense_is_refused(make, text):
    with pytest.raises(GroundshiftError, match=text):
        make()
