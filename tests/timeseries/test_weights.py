# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Weights from coherence."""

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.timeseries.weights import (
    KINDS,
    TABLE_SIZE,
    phase_variance,
    weight_table,
)
from scipy.special import spence


def test_variance_without_coherence_is_that_of_a_uniform_phase():
    np.testing.assert_allclose(phase_variance(0.0, 7.5), np.pi**2 / 3, rtol=1e-12)


def test_variance_of_one_look_has_a_closed_form():
    # Bamler and Hartl (1998), eq. 45; scipy's spence(1 - z) is the dilogarithm of z.
    gamma = np.array([0.0, 0.05, 0.3, 0.6, 0.9, 0.99, 0.999])
    arcsine = np.arcsin(gamma)
    expected = np.pi**2 / 3 - np.pi * arcsine + arcsine**2 - spence(1 - gamma**2) / 2
    np.testing.assert_allclose(phase_variance(gamma, 1), expected, rtol=1e-11)


def test_variance_goes_to_the_bound_for_many_looks():
    gamma = np.array([0.3, 0.6, 0.9])
    bound = (1 - gamma**2) / (2 * 1000 * gamma**2)
    ratio = phase_variance(gamma, 1000) / bound
    assert (ratio > 1).all()
    assert (ratio < 1.02).all()


@pytest.mark.parametrize("looks", [1, 4])
def test_variance_matches_simulated_interferograms(looks):
    rng = np.random.default_rng(0)
    gamma = 0.6
    a, b = (rng.normal(size=(2, looks, 200000)) * [[[1]], [[1j]]]).sum(axis=0), None
    noise = (rng.normal(size=(2, looks, 200000)) * [[[1]], [[1j]]]).sum(axis=0)
    b = gamma * a + np.sqrt(1 - gamma**2) * noise
    phase = np.angle((a * b.conj()).sum(axis=0))
    np.testing.assert_allclose(np.mean(phase**2), phase_variance(gamma, looks), rtol=0.015)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("looks", [1, 5.3, 300])
def test_tables_are_positive_finite_and_never_fall(kind, looks):
    table = weight_table(kind, looks)
    assert table.shape == (TABLE_SIZE,)
    assert np.isfinite(table).all()
    assert (table > 0).all()
    assert (np.diff(table) >= -1e-9 * table[1:]).all()


def test_table_entries():
    half = (TABLE_SIZE - 1) // 2
    assert weight_table("coherence")[half] == pytest.approx(0.25)
    assert weight_table("cramer_rao", 10)[half] == pytest.approx(20 * 0.25 / 0.75)
    assert weight_table("phase_variance", 10)[half] == pytest.approx(1 / phase_variance(0.5, 10))
    floor = round(0.05 * (TABLE_SIZE - 1))
    assert (weight_table("coherence")[:floor] == 0.05**2).all()


def test_bad_arguments_are_refused():
    with pytest.raises(GroundshiftError, match="'entropy' is no kind of weights"):
        weight_table("entropy", 5)
    for looks in (0, 0.5, None, float("nan")):
        with pytest.raises(GroundshiftError, match="number of looks"):
            weight_table("cramer_rao", looks)
