# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress from mechanisms, from files to layers and on to the Coulomb tools."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.vectors.tables import read_table, write_table
from groundshift.algorithms.stress import tensor as t
from groundshift.algorithms.stress.tools.asked import Regional
from groundshift.algorithms.toolbox import call
from mechanisms import simulated

WGS = wkt_from_epsg(4326)


def turned(azimuth):
    """Strike-slip axes, compressed along an azimuth."""
    s, c = np.sin(azimuth), np.cos(azimuth)
    return t.downwards(np.array([[s, c, 0.0], [0.0, 0.0, 1.0], [c, -s, 0.0]]))


@pytest.fixture
def catalogue(tmp_path):
    """Two places 100 km apart, compressed along 20 and 110 degrees, and one with few."""
    rng = np.random.default_rng(3)
    planes = [
        simulated(rng, n, turned(np.radians(a)), 0.5, np.radians(5))[0][:, 0]
        for n, a in ((60, 20), (50, 110), (5, 0))
    ]
    x = np.repeat([10.0, 11.1, 13.0], [60, 50, 5]) + rng.uniform(0, 0.05, 115)
    y = 45 + rng.uniform(0, 0.05, 115)
    angles = np.degrees(np.concatenate(planes))
    columns = dict(zip(("strike", "dip", "rake"), angles.T))
    columns |= {"depth_km": rng.uniform(5, 10, 115), "mag": np.full(115, 2.0)}
    path = tmp_path / "events.gpkg"
    write_table(path, WGS, x, y, columns)
    return path


def outs(folder):
    names = {"stress": "s.gpkg", "events": "e.gpkg", "axes": "a.csv", "page": "p.html"}
    return {name: folder / file for name, file in names.items()}


def test_a_grid_finds_the_stress_of_each_place(catalogue, tmp_path):
    told = []
    done = call(
        "stresstensor", {"note": told.append, "warn": told.append}, catalogue=catalogue,
        cell=20.0, runs=200, mechanism_error=5.0, **outs(tmp_path),
    )  # fmt: skip
    assert done["tensors"] == 2 and done["events_used"] == 110
    sites = read_table(done["stress"])
    np.testing.assert_allclose(np.sort(sites.x), [10.025, 11.125], atol=0.02)
    azimuth = sites.numbers("shmax_deg")[np.argsort(sites.x)]
    np.testing.assert_allclose(azimuth, [20, 110], atol=5)
    assert set(sites.texts("regime")) == {"strike-slip"}
    np.testing.assert_allclose(sites.numbers("shape_ratio"), 0.5, atol=0.15)
    np.testing.assert_allclose(
        sites.numbers("shape_ratio") + sites.numbers("angelier_phi"), 1.0, atol=1e-12
    )
    assert (sites.numbers("shape_ratio_low") < sites.numbers("shape_ratio")).all()
    events = read_table(done["events"])
    assert len(events.x) == 110
    assert (events.numbers("instability1") >= events.numbers("instability2")).all()
    page = done["page"].read_text()
    assert page.count("<svg") == 2 and "strike-slip" in page
    assert len(done["axes"].read_text().splitlines()) == 3


def test_one_tensor_feeds_the_coulomb_tools(catalogue, tmp_path):
    outs_ = {"stress": tmp_path / "s.gpkg", "events": tmp_path / "e.gpkg"}
    call("stresstensor", catalogue=catalogue, runs=100, **outs_)
    table = read_table(outs_["stress"])
    regional = Regional.of({"REGIONAL_LAYER": (str(outs_["stress"]), ""), "DIFFERENCE": 20.0})
    assert regional.is_given()
    values, vectors = np.linalg.eigh(-regional.stress().tensor(0.0))
    ratio = table.numbers("shape_ratio")[0]
    np.testing.assert_allclose(values, [0, 20e6 * (1 - ratio), 20e6], atol=1.0)
    trend, plunge = np.degrees(t.trend_plunge(vectors[:, 2]))
    assert trend == pytest.approx(table.numbers("s1_trend_deg")[0], abs=1e-3)
    assert plunge == pytest.approx(table.numbers("s1_plunge_deg")[0], abs=1e-3)


def test_mechanisms_without_places_give_one_tensor_without_a_place(catalogue, tmp_path):
    table = read_table(catalogue)
    lines = zip(*(table.numbers(n)[:60] for n in ("strike", "dip", "rake")))
    path = tmp_path / "plain.dat"
    path.write_text("\n".join(" ".join(map(str, line)) for line in lines))
    stress = tmp_path / "s.gpkg"
    done = call("stresstensor", catalogue_file=path, runs=100, stress=stress)
    assert done["shmax"] == pytest.approx(20, abs=4)
    regional = Regional.of({"REGIONAL_LAYER": (str(stress), "")})
    assert regional.stress().surface[0] == pytest.approx(10e6)
    with pytest.raises(GroundshiftError, match="no earthquake has a place"):
        call("stresstensor", catalogue_file=path, cell=10.0, stress=tmp_path / "t.gpkg")


def test_one_kind_of_mechanism_is_warned_of(tmp_path):
    rng = np.random.default_rng(0)
    angles = np.array([30.0, 60.0, -100.0]) + rng.normal(0, 4, (40, 3))
    path = tmp_path / "one.dat"
    path.write_text("\n".join(" ".join(map(str, line)) for line in angles))
    told, stress = [], tmp_path / "s.gpkg"
    done = call("stresstensor", {"warn": told.append}, catalogue_file=path, runs=100, stress=stress)
    assert "One kind of mechanism" in " ".join(told) and np.isnan(done.get("ratio", np.nan))


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, "is missing; give one of them"),
        ({"least_events": 500}, "115 mechanisms"),
        ({"cell": 1.0, "least_events": 50}, "the fullest one has"),
        ({"depth_from": 9.0, "depth_to": 8.0}, "not in order"),
        ({"least_magnitude": 5.0}, "0 mechanisms"),
        ({"event_strike": "azimuth"}, "has no field 'azimuth'"),
    ],
)
def test_bad_input_is_one_sentence(catalogue, tmp_path, given, why):
    stress = tmp_path / "s.gpkg"
    layer = {"catalogue": catalogue} if given else {}
    with pytest.raises(GroundshiftError, match=why):
        call("stresstensor", **layer, **given, stress=stress)
    assert not stress.exists()


def test_a_layer_without_mechanisms_is_refused(tmp_path):
    path = tmp_path / "none.gpkg"
    write_table(path, WGS, np.arange(30.0), np.zeros(30), {"mag": np.ones(30)})
    with pytest.raises(GroundshiftError, match="no earthquake has a mechanism"):
        call("stresstensor", catalogue=path, stress=tmp_path / "s.gpkg")


def test_another_layer_is_no_regional_stress(catalogue, tmp_path):
    with pytest.raises(GroundshiftError, match="no layer of stress tensors"):
        Regional.of({"REGIONAL_LAYER": (str(catalogue), "")}).stress()
