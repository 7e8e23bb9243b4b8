# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Susceptibility: the published level in training, what holds on other places, intervals, maps."""

import numpy as np
import prone
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.forecast.effects import ranked_area
from groundshift.algorithms.forecast.prone import (
    Design,
    Ensemble,
    area_interval,
    delong,
    judge,
    place_folds,
    random_folds,
    reliability,
    with_prior,
)
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.vectors.tables import read_table, write_table
from groundshift.algorithms.toolbox import call

QUICK = {"repeats": 1, "trees": 20, "members": 4}


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    folder = tmp_path_factory.mktemp("prone")
    for name, make in (("d.tif", prone.dem), ("cover.tif", prone.cover),
                       ("river.gpkg", prone.river), ("s.gpkg", prone.slides)):  # fmt: skip
        make(folder / name)
    return folder


def run(scene, **others):
    parts = {
        "inventory": scene / "s.gpkg", "dem": scene / "d.tif", "classes": [scene / "cover.tif"],
        "lines": [scene / "river.gpkg"], **QUICK, **others,
    }  # fmt: skip
    return call("susceptibility", **parts)


def test_the_published_level_of_ecuador(tmp_path, shared_data):
    """GLM of slope, curvatures, height and catchment area: 0.8216 in training."""
    folder = shared_data("ecuador_landslides")
    found = call("susceptibility", table=folder / "lsl.csv", rasters=[folder / "terrain.tif"],
                 method="logistic", map=tmp_path / "m.tif", report=tmp_path / "r.html",
                 members=4)  # fmt: skip
    assert found["training"] == pytest.approx(0.8216, abs=0.0005)
    assert found["factors"] == 5
    assert 0.72 < found["spatial"] < found["random"] < found["training"]
    assert found["spatial_low"] < found["spatial"] < found["spatial_high"]
    probability, spread = read_raster(tmp_path / "m.tif")[1]
    assert np.nanmin(probability) >= 0 and np.nanmax(probability) <= 1
    assert 0.005 < np.nanmedian(spread) < 0.2
    assert "DeLong" in (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("method", ["logistic", "forest"])
def test_a_map_has_the_share_and_the_places_of_landslides(scene, tmp_path, method):
    found = run(scene, method=method, map=tmp_path / "m.tif", judged=tmp_path / "j.gpkg")
    assert found["spatial"] > 0.75
    probability, spread = read_raster(tmp_path / "m.tif")[1]
    slides = np.zeros(prone.GRID.shape, bool)
    for row, col in prone.middles():
        slides[row - 2 : row + 3, col - 2 : col + 3] = True
    known = np.isfinite(probability)
    assert known.mean() > 0.95
    assert ranked_area(probability[known], slides[known]) > 0.85
    assert probability[known].mean() == pytest.approx(slides.mean(), rel=0.35)
    assert (spread[known] >= 0).all()
    table = read_table(tmp_path / "j.gpkg")
    assert set(table.numbers("fold")) == {1, 2, 3, 4, 5}


def test_the_map_does_not_depend_on_blocks(scene, tmp_path):
    for memory in (2000, 160):
        run(scene, method="forest", map=tmp_path / f"{memory}.tif", memory=memory, workers=1)
    first, second = (read_raster(tmp_path / f"{m}.tif")[1] for m in (2000, 160))
    np.testing.assert_allclose(first, second, rtol=1e-6, atol=1e-9)


def test_samples_of_conditioning_give_the_same_model(scene, tmp_path):
    common = {"inventory": scene / "s.gpkg", "dem": scene / "d.tif", "sample_count": 400}
    call("conditioning", samples=tmp_path / "p.gpkg", **common)
    direct = call("susceptibility", method="logistic", **common, **QUICK)
    by_table = call("susceptibility", table=tmp_path / "p.gpkg", method="logistic", **QUICK)
    assert by_table["training"] == pytest.approx(direct["training"], abs=1e-6)


def test_noise_in_patches_deceives_random_folds_alone():
    """Nothing is to be learnt: other places tell so, random folds do not."""
    random, spatial, covered = [], [], []
    rows, cols = np.indices((64, 64))
    xy = np.stack([rows.ravel(), cols.ravel()], axis=1)[::5].astype(float)
    for seed in range(8):
        fields = [prone.field(100 * seed + k, 4, (128, 128))[:64, :64] for k in range(5)]
        fields = [one.ravel()[::5] for one in fields]
        values, active = np.stack(fields[:4]), fields[4] > 0.3
        design = Design.of(list("abcd"), ["number"] * 4, values)
        groups = np.arange(len(active))
        folds = np.stack([place_folds(xy, groups, 5, seed)])
        apart = np.stack([random_folds(len(active), 5, seed)])
        one = judge("forest", design, values, active, folds, seed, 20)
        tiles = (xy // 16 @ [4, 1]).astype(int)
        low, high = area_interval(one, active, tiles, 100, seed)
        spatial.append(one.area)
        covered.append(low <= 0.5 <= high)
        random.append(judge("forest", design, values, active, apart, seed, 20).area)
    assert np.mean(spatial) == pytest.approx(0.5, abs=0.1)
    assert np.mean(random) > np.mean(spatial) + 0.2
    assert np.sum(covered) >= 7


def test_interval_of_delong_covers():
    from scipy.stats import norm

    truth, hits = norm.cdf(1 / np.sqrt(2)), 0
    for seed in range(300):
        random = np.random.default_rng(seed)
        active = np.arange(150) < 50
        area, low, high = delong(random.normal(active * 1.0, 1), active)
        hits += low <= truth <= high
    assert 0.92 <= hits / 300 <= 0.98


def test_the_prior_is_corrected():
    """Half of the samples are active, a hundredth of the ground is: odds are right again."""
    random = np.random.default_rng(2)
    x = random.normal(size=400_000)
    truth = 1 / (1 + np.exp(-(-5.2 + 1.2 * x)))
    active = random.random(len(x)) < truth
    taken = np.r_[np.flatnonzero(active), random.choice(np.flatnonzero(~active), active.sum())]
    values = x[taken][np.newaxis]
    design = Design.of(["x"], ["number"], values)
    tiles = np.arange(len(taken)) % 50
    model = Ensemble.of(
        "logistic", design, values, active[taken], tiles, float(active.mean()), 12, 10, 0
    )
    places = np.array([[-1.0, 0.0, 1.0, 2.0]])
    told, spread = model(places)
    expected = 1 / (1 + np.exp(-(-5.2 + 1.2 * places[0])))
    assert (np.abs(told - expected) < 3.5 * spread).all()
    np.testing.assert_allclose(told, expected, rtol=0.15)
    assert with_prior(np.array([0.5]), 0.5, 0.01)[0] == pytest.approx(0.01)


def test_the_spread_is_the_error():
    """Error over spread of the map is about one where samples are independent."""
    ratios = []
    for seed in range(30):
        random = np.random.default_rng(seed)
        values = random.normal(size=(1, 600))
        active = random.random(600) < 1 / (1 + np.exp(-values[0]))
        design = Design.of(["x"], ["number"], values)
        model = Ensemble.of("logistic", design, values, active, np.arange(600) % 60, 0.5, 30, 10, 0)
        told, spread = model(np.array([[1.0]]))
        shift = np.log(active.mean() / (1 - active.mean()))
        truth = 1 / (1 + np.exp(-(1.0 - shift)))
        ratios.append((told[0] - truth) / spread[0])
    assert 0.65 < np.std(ratios) < 1.4


def test_columns_of_classes_and_directions():
    values = np.array([[0.0, 90.0, np.nan, 180.0], [3, 3, 7, 9], [1.0, 2.0, 3.0, 4.0]])
    design = Design.of(["aspect", "rock", "x"], ["aspect", "class", "number"], values)
    columns = design.columns(values)
    np.testing.assert_allclose(columns[:, 0], [0, 1, 0, 0], atol=1e-12)
    np.testing.assert_allclose(columns[:, 1], [1, 0, 0, -1], atol=1e-12)
    np.testing.assert_array_equal(columns[:, 2:4], [[0, 0], [0, 0], [1, 0], [0, 1]])
    np.testing.assert_allclose(columns[:, 4], (values[2] - 2.5) / values[2].std())
    strange = design.columns(np.array([[10.0], [8.0], [2.0]]))
    assert np.isnan(strange[0, 2:4]).all()
    assert [part.tolist() for part in design.places] == [[0, 1], [2, 3], [4]]
    rows = reliability(np.linspace(0.01, 0.99, 100)[np.newaxis], np.arange(100) >= 50)
    assert len(rows) == 10 and rows[0][1] == 0 and rows[-1][1] == 1


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ({"inventory": None}, "are missing; give one of them"),
        ({"inventory": None, "table": "p.gpkg", "outcome": "x"}, "has no field x"),
        ({"inventory": None, "table": "p.gpkg", "factors": "b"}, "has no field b"),
        ({"inventory": None, "table": "p.gpkg", "factors": "a"}, "no raster is called a"),
        ({"inventory": None, "table": "p.gpkg", "outcome": "a"}, "give a field of 1 and 0"),
    ],
)
def test_what_cannot_be_learnt(scene, tmp_path, others, words):
    columns = {"a": np.arange(40.0) + 2, "active": np.arange(40) % 2}
    write_table(
        scene / "p.gpkg", wkt_from_epsg(32633), 500_000 + np.arange(40.0), np.full(40, 4e6), columns
    )
    others = {name: scene / value if name == "table" else value for name, value in others.items()}
    with pytest.raises(GroundshiftError, match=words):
        run(scene, map=tmp_path / "m.tif", **others)
    assert not (tmp_path / "m.tif").exists()
