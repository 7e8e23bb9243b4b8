# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress tensors of focal mechanisms: published results, known stresses, what fixes nothing."""

from pathlib import Path

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.text.mechanism_files import read_mechanism_file
from groundshift.algorithms.source.planes import angles, plane_vectors
from groundshift.algorithms.stress import tensor as t
from groundshift.algorithms.stress.catalogue import both_planes
from groundshift.algorithms.stress.tensor_study import TensorOptions, study
from mechanisms import simulated

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "focal_mechanisms"
real = pytest.mark.skipif(not DATA.exists(), reason="the focal mechanisms are not on this machine")


def mechanisms(name):
    return both_planes(read_mechanism_file(DATA / name).planes[:, 0])


def axes_of(found):
    return np.degrees(np.stack(t.trend_plunge(found.axes), axis=1))


def any_axes(rng):
    return t.downwards(np.linalg.qr(rng.normal(size=(3, 3)))[0].T)


@real
def test_west_bohemia_is_that_of_stressinverse():
    planes = mechanisms("West_Bohemia_mechanisms.dat")
    found = t.invert(planes)
    np.testing.assert_allclose(
        axes_of(found), [[138.6, 35.1], [332.1, 54.1], [233.1, 6.5]], atol=0.06
    )
    assert found.ratio == pytest.approx(0.781, abs=6e-4) and found.friction == 0.85
    assert t.invert(planes, "linear").ratio == pytest.approx(0.65, abs=0.006)
    # The planes that StressInverse 1.1.3 chose, all 167 of them.
    normal, _ = plane_vectors(*np.moveaxis(planes, -1, 0))
    pick = t.instability(found.reduced, normal, found.friction).argmax(axis=1)
    chosen = np.loadtxt(DATA / "West_Bohemia_Output.dat")
    ours = np.degrees(planes[np.arange(len(planes)), pick])
    np.testing.assert_allclose((ours - chosen + 180) % 360, 180, atol=0.01)


@real
def test_geysers_and_california_are_those_of_ilsi():
    geysers, california = (mechanisms(f"{n}_dataset.csv") for n in ("Geysers", "SoCal"))
    found = t.invert(geysers, "linear")
    assert found.ratio == pytest.approx(0.43, abs=0.01)
    np.testing.assert_allclose(axes_of(found)[2], [115, 5], atol=1.0)
    low, high = t.errors_of(found, t.resample(geysers, "linear", (), 1000, 0)).ratio
    assert low == pytest.approx(0.30, abs=0.03) and high == pytest.approx(0.57, abs=0.03)
    # Published: 0.75, of random choices of the first planes.
    assert t.invert(geysers, "variable shear").ratio == pytest.approx(0.75, abs=0.05)
    found = t.invert(california, "linear")
    assert found.ratio == pytest.approx(0.51, abs=0.01)
    np.testing.assert_allclose(axes_of(found)[0], [189, 15.6], atol=0.6)


def plain(planes, method, friction, steps=100):
    """The same by whole matrices: np.linalg and no sums that are kept."""
    basis = np.zeros((5, 3, 3))
    basis[0, 0, 0] = basis[3, 1, 1] = 1
    basis[0, 2, 2] = basis[3, 2, 2] = -1
    for k, (i, j) in zip((1, 2, 4), ((0, 1), (0, 2), (1, 2))):
        basis[k, i, j] = basis[k, j, i] = 1
    normal, slip = plane_vectors(*np.moveaxis(planes, -1, 0))
    traction = np.einsum("kij,npj->npik", basis, normal)
    matrix = traction - normal[..., None] * np.einsum("npi,npik->npk", normal, traction)[:, :, None]

    def solved(a, d):
        x = np.linalg.lstsq(a.reshape(-1, 5), d.reshape(-1), rcond=None)[0]
        values, vectors = np.linalg.eigh(np.einsum("k,kij->ij", x, basis))
        ratio = (values[1] - values[0]) / (values[2] - values[0])
        return x / np.linalg.norm(values), t.reduced(vectors.T, ratio), ratio

    x, stress, ratio = solved(matrix, slip)
    if method == "linear":
        return ratio, stress
    row = np.arange(len(planes))
    for _ in range(steps):
        pick = t.instability(stress, normal, friction).argmax(axis=1)
        a, d = matrix[row, pick], slip[row, pick]
        if method == "variable shear":
            d = d * np.linalg.norm(a @ x, axis=1)[:, None]
        x, stress, ratio = solved(a, d)
    return ratio, stress


@pytest.mark.parametrize("method", t.METHODS)
def test_the_kernel_is_the_plain_formula(method):
    rng = np.random.default_rng(4)
    planes, _ = simulated(rng, 60, any_axes(rng), 0.4, np.radians(5))
    found = t.invert(planes, method, (0.6,))
    ratio, stress = plain(planes, method, 0.6)
    assert found.ratio == pytest.approx(ratio, abs=1e-5)
    np.testing.assert_allclose(found.reduced, stress, atol=1e-4)


def test_a_stress_is_found_again_whichever_plane_is_first():
    rng = np.random.default_rng(1)
    axes = any_axes(rng)
    planes, first = simulated(rng, 300, axes, 0.6, np.radians(3))
    found = t.invert(planes)
    assert np.degrees(t.between(found.axes, axes)).max() < 3
    assert found.ratio == pytest.approx(0.6, abs=0.04)
    swapped = planes.copy()
    some = rng.random(300) < 0.5
    swapped[some] = planes[some][:, ::-1]
    for other in (t.invert(swapped), t.invert(planes[rng.permutation(300)])):
        np.testing.assert_allclose(other.axes, found.axes, atol=1e-9)
        assert other.ratio == pytest.approx(found.ratio, abs=1e-9)
    one = study(planes, TensorOptions(runs=200, error=np.radians(3)))
    right = (one.likely == 0) == first
    assert right.mean() > 0.95
    # What is said of planes holds: sure ones are right, and in the mean.
    assert right[one.probability > 0.95].mean() > 0.97
    assert one.probability.mean() == pytest.approx(right.mean(), abs=0.04)
    assert np.degrees(one.misfit.mean()) < 6 and one.ratio_known


@pytest.mark.parametrize(("noise", "ratio"), [(5, 0.7), (10, 0.5), (15, 0.6)])
def test_cones_hold_the_truth_as_often_as_they_say(noise, ratio):
    rng, runs, held, within = np.random.default_rng(noise), 40, np.zeros(3), 0
    for k in range(runs):
        axes = any_axes(rng)
        planes, _ = simulated(rng, 50, axes, ratio, np.radians(noise))
        one = study(planes, TensorOptions(runs=200, seed=k))
        held += t.between(one.tensor.axes, axes) <= one.errors.cones
        within += one.errors.ratio[0] <= ratio <= one.errors.ratio[1]
    # 38 of 40 expected, with a standard deviation of 1.4.
    assert (held >= 33).all(), held
    assert within >= 33, within


def test_one_kind_of_mechanism_leaves_the_ratio_open():
    rng = np.random.default_rng(2)
    same = both_planes(np.radians(np.tile([30.0, 60.0, -100.0], (30, 1))))
    with pytest.raises(GroundshiftError, match="one and the same"):
        t.invert(same)
    normal, slip = plane_vectors(*same[:, 0].T)
    by = rng.normal(0, np.radians(10) / np.sqrt(3), (30, 3))
    normal, slip = t._turned(normal, by), t._turned(slip, by)
    one = study(both_planes(np.stack(angles(normal, slip), axis=1)), TensorOptions(runs=100))
    assert np.degrees(one.diversity) == pytest.approx(10, abs=2.5) and not one.ratio_known


def test_maximum_horizontal_compression_is_that_of_the_benchmark():
    """The first tensor of Lund and Townend's software, as the R package structr prints it."""

    def axis(trend, plunge):
        trend, plunge = np.radians([trend, plunge])
        flat = np.cos(plunge)
        return np.array([flat * np.sin(trend), flat * np.cos(trend), -np.sin(plunge)])

    first, last = axis(250.89, 70.07), axis(103.01, 17.07)
    axes = np.stack([first, np.cross(last, first), last])
    for ratio, azimuth in (
        (0.0, 13.01021), (0.25, 14.12371), (0.5, 16.46586), (0.8, 28.23884), (0.9, 45.01043),
        (1.0, 70.89),
    ):  # fmt: skip
        assert np.degrees(t.shmax(axes, ratio)) == pytest.approx(azimuth, abs=2e-3)


def test_regimes():
    east, north, up = np.eye(3)
    for order, name in (
        ((up, north, east), "normal"), ((north, up, east), "strike-slip"),
        ((north, east, up), "thrust"),
    ):  # fmt: skip
        axes = np.stack(order)
        assert t.regime(axes) == name
        assert np.degrees(t.shmax(axes, 0.5)) % 180 == pytest.approx(0.0, abs=1e-9)


def test_a_plane_nearest_to_failure_has_an_instability_of_one():
    stress = t.reduced(np.eye(3), 0.3)
    angle = np.pi / 4 + np.arctan(0.6) / 2  # of the normal from the greatest compression
    best = np.array([np.cos(angle), 0.0, np.sin(angle)])
    assert t.instability(stress, best, 0.6) == pytest.approx(1.0)
    assert t.instability(stress, np.array([1.0, 0, 0]), 0.6) == pytest.approx(0.0)


def test_few_mechanisms_are_refused():
    planes, _ = simulated(np.random.default_rng(0), 4, np.eye(3), 0.5, 0.0)
    with pytest.raises(GroundshiftError, match="4 mechanisms do not fix"):
        t.invert(planes)
    with pytest.raises(GroundshiftError, match="is no method"):
        t.invert(planes, "guess")
