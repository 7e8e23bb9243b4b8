# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The search for volcanic sources against data whose truth is known."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.vectors.tables import read_table, write_table
from groundshift.algorithms.source import penny
from groundshift.algorithms.source.bounds_text import parse_bounds
from groundshift.algorithms.source.fault_study import FaultOptions, study_faults
from groundshift.algorithms.source.mcmc import ChainOptions
from groundshift.algorithms.source.search import SearchOptions
from groundshift.algorithms.source.tools.samples import write_samples
from groundshift.algorithms.source.volcanic import KINDS
from groundshift.algorithms.source.volcanic_model import VolcanicModel, VolcanicSource
from groundshift.algorithms.source.volcanic_search import (
    VolcanicCoordinates,
    VolcanicMisfit,
    VolcanicSpace,
    standard_volcanic_bounds,
)
from groundshift.algorithms.toolbox import call
from search_cases import jiashi_samples

DEGREES = wkt_from_epsg(4326)
TRUTH = {
    "mogi": [1000.0, -2000, 4000, 8e6],
    "sphere": [1000.0, -2000, 4000, 1500, 8e6],
    "spheroid": [1000.0, -2000, 4000, 2500, 0.4, 0.7, 0.9, 8e6],
    "penny": [1000.0, -2000, 4000, 3000, 8e6],
    "pcdm": [1000.0, -2000, 4000, 0.2, -0.3, 0.4, 4e6, 8e6, 2e6],
    "cdm": [1000.0, -2000, 4000, 0.2, -0.3, 0.4, 800, 1600, 500, 1.5],
}


def samples_of(kind="mogi", side=8, **given):
    truth = VolcanicModel((VolcanicSource(kind, TRUTH[kind]),))
    scene = {"half": 12e3, "sill": 0.003**2, "nugget": 0.001**2, "range_m": 3000.0}
    return jiashi_samples(side=side, truth=truth, **{**scene, **given})


def space_of(samples, kind="mogi"):
    low, high = standard_volcanic_bounds(samples, kind)
    return VolcanicSpace(low[None], high[None], kind)


@pytest.mark.parametrize("kind", KINDS)
def test_responses_times_strengths_are_the_prediction(kind):
    samples = samples_of(kind, noise=False, offsets=(0.0, 0.0))
    misfit = VolcanicMisfit(samples, space_of(samples, kind))
    row = np.array(TRUTH[kind])[None, None]
    assert misfit.predicted(row)[:, 0] == pytest.approx(samples.displacement, rel=1e-6, abs=1e-9)
    squares, unit = misfit.projected(misfit.space.unit(row))
    assert squares[0] == pytest.approx(0.0, abs=1e-6)
    assert misfit.space.values(unit) == pytest.approx(row, rel=1e-4)


@pytest.mark.parametrize("kind", KINDS)
def test_chain_coordinates_go_there_and_back_with_their_jacobian(kind):
    space = space_of(samples_of(kind, noise=False), kind)
    coordinates = VolcanicCoordinates(space)
    unit = np.random.default_rng(0).uniform(0.2, 0.8, (3, space.free.sum()))
    place = coordinates.forward(unit)
    back, jacobian = coordinates.back(place)
    assert back == pytest.approx(unit)
    step = 1e-6 * np.maximum(np.abs(place[0]), 1e-3)
    slopes = [
        (coordinates.back(place[0] + d)[0] - coordinates.back(place[0] - d)[0])[0] / (2 * d.sum())
        for d in np.diag(step)
    ]
    width = np.linalg.slogdet(np.array(slopes))[1] - jacobian[0]
    other = np.log(1 / (space.upper - space.lower)[space.free]).sum()
    assert width == pytest.approx(other, abs=1e-5)


@pytest.mark.parametrize("kind", ["mogi", "penny"])
def test_without_noise_the_truth_comes_back(kind):
    samples = samples_of(kind, noise=False)
    options = FaultOptions(SearchOptions("swarm", restarts=1, steps=60), None)
    study = study_faults(samples, space_of(samples, kind), options)
    assert study.model.sources[0].row == pytest.approx(TRUTH[kind], rel=1e-3)
    assert study.slip_part + study.nuisance_part == pytest.approx(samples.displacement, abs=1e-6)


def test_intervals_hold_the_truth_as_often_as_they_say():
    inside, wide = 0, 0
    chains = ChainOptions(12, 260, size=0, burn_in=0.4)
    options = FaultOptions(SearchOptions(method="local"), chains)
    repetitions = 20
    for seed in range(repetitions):
        samples = samples_of(seed=200 + seed, side=5)
        # A start that leads to the place: the middle of the bounds.
        near = np.array([6e3, 6e3, 3e3, 6e6])
        row = np.array(TRUTH["mogi"])
        space = VolcanicSpace((row - 0.9 * near)[None], (row + 1.1 * near)[None], "mogi")
        truth = space.unit(row)[0]
        study = study_faults(samples, space, options)
        low, least, most, high = np.percentile(study.draws, [2.5, 16, 84, 97.5], axis=0)
        wide += ((low <= truth) & (truth <= high)).sum()
        inside += ((least <= truth) & (truth <= most)).sum()
    cases = repetitions * len(truth)
    assert 0.88 < wide / cases <= 1.0
    assert 0.55 < inside / cases < 0.82


def test_the_table_of_cracks_is_their_solution():
    depth = np.array([0.2, 0.33, 1.7, 42.0, 900.0])
    for found, solved in zip(penny.looked_up(depth)[2:], penny.solve(depth)[2:]):
        assert found == pytest.approx(solved, abs=1e-8 * np.abs(solved).max())


def layer_of(folder, samples):
    local = LocalMetres(DEGREES, 14.13, 40.83)
    write_samples(folder / "samples.gpkg", DEGREES, samples, local)
    return {"samples": folder / "samples.gpkg", "steps": 60, "restarts": 1, "method": "swarm"}


def test_the_tool_finds_a_source_that_other_tools_read(tmp_path):
    given = layer_of(tmp_path, samples_of(seed=5))
    found = call(
        "faultsearch", source="mogi", source_point=tmp_path / "s.gpkg", fit=tmp_path / "f.gpkg",
        summary=tmp_path / "p.csv", report=tmp_path / "r.html", chain_steps=1000, chains=16,
        enough=1000, bounds="depth 1 to 10", **given,
    )  # fmt: skip
    assert found["depth"] == pytest.approx(4.0, abs=4 * 0.15)
    assert abs(found["volume"] - 8e6) < 4 * found["volume_std"] < 8e6
    table = read_table(tmp_path / "s.gpkg")
    assert list(table.texts("kind")) == ["mogi"]
    assert table.numbers("depth_p2_5_km")[0] < found["depth"] < table.numbers("depth_p97_5_km")[0]
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "Search for a volcanic source" in page
    assert "upper edge" not in page
    local = LocalMetres(DEGREES, 14.13, 40.83)
    place = local.of(DEGREES, table.x, table.y, "source")[0]
    assert place == pytest.approx([1000, -2000], abs=400)
    again = call(
        "forwardmodel", sources=tmp_path / "s.gpkg", displacement=tmp_path / "d.tif", cell=1000.0
    )
    assert again["volume"] == pytest.approx(found["volume"])


def test_bounds_of_sources_are_typed():
    rows = parse_bounds("depth 2 to 5; radius_m 300 to 800; dvolume 1e6 2e6; trend 10", True)
    found = {row.name: (row.low, row.high) for row in rows}
    assert found["depth"] == (2000, 5000)
    assert found["radius"] == (300, 800)
    assert found["volume"] == (1e6, 2e6)
    assert found["trend"][0] == pytest.approx(np.radians(10))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"bounds": "strike 10 to 20"}, "no parameter of a volcanic source"),
        ({"bounds": "radius 1 to 2"}, "no parameter of a mogi point"),
        ({"bounds": "depth -1 to 2"}, "not above 0"),
        ({"bounds": "depth 5 to 2"}, "above the upper one"),
        ({"faults": 2}, "one volcanic source"),
        ({"source": "spheroid", "bounds": "aspect 0.5 to 2"}, "1 at most"),
    ],
)
def test_what_cannot_be_searched_is_refused(changes, words, tmp_path):
    given = layer_of(tmp_path, samples_of(noise=False))
    with pytest.raises(GroundshiftError, match=words):
        call("faultsearch", **{"source": "mogi", "report": tmp_path / "r.html", **given, **changes})
    assert not (tmp_path / "r.html").exists()


def test_two_places_are_refused(tmp_path):
    given = layer_of(tmp_path, samples_of(noise=False))
    write_table(
        tmp_path / "p.gpkg", DEGREES, np.array([14.1, 14.2]), np.array([40.8, 40.9]),
        {"n": np.arange(2.0)},
    )  # fmt: skip
    with pytest.raises(GroundshiftError, match="2 places"):
        call(
            "faultsearch", source="mogi", places=tmp_path / "p.gpkg", report=tmp_path / "r", **given
        )
