# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Backscatter at one angle: planted slopes come back, and scenes of two tracks agree then."""

import csv

import numpy as np
import passing
import pytest
from groundshift.algorithms.cryosphere.angle_slope import Samples, fit_slope, held_out
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.toolbox import call
from scipy.ndimage import gaussian_filter


def samples(seed, scenes=24, slope=-0.2, across=0.0, late=0.0, weather=0.4, field=0.3, side=24):
    """Two tracks half a day apart, with weather that is alike over much of a scene."""
    random = np.random.default_rng(seed)
    days = np.repeat(np.sort(random.uniform(0, 120, scenes // 2)), 2)
    x = np.linspace(0, 1, side)[None] * np.ones((side, 1))
    angles = 32 + 8 * x, 42 - 9 * x
    images = []
    for k in range(scenes):
        rough = gaussian_filter(random.normal(size=x.shape), 5)
        own = slope + across * (x - 0.5) + late * (days[k] - 60) / 60
        level = own * (angles[k % 2] - 37) + weather * random.normal()
        speckle = 0.4 * random.normal(size=x.shape)
        images.append(level + field * rough / rough.std() + speckle)
    pairs = np.arange(scenes).reshape(-1, 2)
    count, each = len(pairs), x.size
    change = np.concatenate([(images[i] - images[j]).ravel() for i, j in pairs])
    terms = {"x": np.tile(x.ravel(), count), "date": np.repeat(days[::2], each)}
    turn, angle = angles[0] - angles[1], 0.5 * (angles[0] + angles[1])
    return Samples(np.repeat(np.arange(count), each), pairs, change, np.tile(turn.ravel(), count),
                   np.tile(angle.ravel(), count), terms)  # fmt: skip


def test_standard_deviations_are_honest():
    found = [fit_slope(samples(seed)).mean(samples(seed)) for seed in range(40)]
    value, std = np.array(found).T
    assert 0.75 < np.sqrt(np.mean(((value + 0.2) / std) ** 2)) < 1.25
    assert np.abs(np.mean(value) + 0.2) < 0.006


def test_terms_are_taken_where_they_tell():
    plain = [fit_slope(samples(seed)).names for seed in range(12)]
    assert sum(map(len, plain)) <= 2
    found = fit_slope(samples(3, across=0.3, late=0.2, weather=0.1, field=0.05))
    assert set(found.names) == {"x", "date"}
    ends = [found.at({"x": x, "date": 60.0}) for x in (0.0, 1.0)]
    assert ends[1] - ends[0] == pytest.approx(0.3, abs=0.05)
    late = [found.at({"x": 0.5, "date": day}) for day in (0.0, 120.0)]
    assert late[1] - late[0] == pytest.approx(0.4, abs=0.05)
    assert found.std_at({"x": 1.0, "date": 120.0}) > found.std_at({"x": 0.5, "date": 60.0})


def test_ground_that_changed_is_given_little_weight():
    clean = samples(5, weather=0.1, field=0.05)
    spoilt = clean.change.copy()
    spoilt[::9] -= 6.0
    worse = Samples(clean.pair, clean.scenes, spoilt, clean.turn, clean.angle, clean.terms)
    assert fit_slope(worse).mean(worse)[0] == pytest.approx(fit_slope(clean).mean(clean)[0],
                                                            abs=0.01)  # fmt: skip


def test_what_is_left_is_that_of_other_pairs():
    found = samples(1, weather=0.3, field=0.1)
    fitted = fit_slope(found)
    rest = held_out(found, fitted)
    # An own fit: all pairs but those of the first fold, weather left in.
    fold = np.arange(12) % 5 == 0
    mine = ~fold[found.pair]
    x = found.turn[mine]
    plain = (x * found.change[mine]).sum() / (x * x).sum()
    own = found.change[~mine] - plain * found.turn[~mine]
    assert np.std(rest[~mine] - own) < 0.15
    assert np.sqrt(np.mean(rest**2)) < np.sqrt(np.mean((found.change - found.by_cosine()) ** 2))


def run(folder, **given):
    told = []
    found = call("normalisebackscatter", {"warn": told.append}, folder=folder, **given)
    return found, told


@pytest.fixture(scope="module")
def scenes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("passes")
    passing.write(folder)
    return folder


def test_a_planted_slope_comes_back(scenes, tmp_path):
    found, told = run(
        scenes, normalised=tmp_path / "n", slope=tmp_path / "s.tif", pairs=tmp_path / "p.csv",
        report=tmp_path / "r.html", reference=37.0,
    )  # fmt: skip
    assert not told
    assert found["scenes"] == 24 and found["pairs_used"] == 12
    assert found["mean_slope"] == pytest.approx(-0.2, abs=0.01)
    assert found["left"] < min(found["left_cos2"], found["left_cos"], found["left_raw"])
    _, slope, names = read_raster(tmp_path / "s.tif")
    assert names == ["slope_db_degree", "slope_std_db_degree"]
    assert np.nanmean(slope[0]) == pytest.approx(-0.2, abs=0.01)
    assert 0 < np.nanmean(slope[1]) < 0.02
    for track, grid in passing.GRIDS.items():
        name = f"s1_20200105T{passing.HOURS[track]}_{track}_hh.tif"
        own, values, _ = read_raster(tmp_path / "n" / name)
        assert own.transform == pytest.approx(grid.transform)
        rest = values[0] - passing.ground(grid)
        across, _ = passing.place(grid)
        # What is left of the angle: nothing goes across the scene.
        assert abs(np.polyfit(8.5 * across.ravel(), rest.ravel(), 1)[0]) < 0.06
    assert len(list((tmp_path / "n").iterdir())) == 24
    with open(tmp_path / "p.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 12 and float(rows[0]["hours"]) == pytest.approx(11.33, abs=0.01)
    assert "square of the cosine" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_memory_and_units_change_nothing(scenes, tmp_path):
    one, _ = run(scenes, normalised=tmp_path / "a")
    other, _ = run(scenes, normalised=tmp_path / "b", memory=64)
    assert {**one, "normalised": 0} == {**other, "normalised": 0}
    name = "s1_20200105T052000_t044_hh.tif"
    images = [read_raster(tmp_path / k / name)[1] for k in "ab"]
    np.testing.assert_array_equal(*images)
    passing.write(tmp_path / "linear", linear=True, radians=True)
    linear, _ = run(tmp_path / "linear", normalised=tmp_path / "c")
    assert linear["mean_slope"] == pytest.approx(one["mean_slope"], abs=1e-4)
    power = read_raster(tmp_path / "c" / name)[1]
    assert np.allclose(10 * np.log10(power), images[0], atol=1e-3)


def test_height_and_classes(tmp_path):
    passing.write(tmp_path / "h", by_height=0.1, weather=0.1, field=0.05)
    grid = passing.GRIDS["t066"]
    heights = passing.height(passing.shifted(grid, -10, -10))
    write_raster(tmp_path / "dem.tif", passing.shifted(grid, -10, -10), heights,
                 [BandInfo("height", "m")])  # fmt: skip
    run(tmp_path / "h", dem=tmp_path / "dem.tif", slope=tmp_path / "s.tif")
    _, slope, _ = read_raster(tmp_path / "s.tif")
    own = passing.height(passing.GRID)
    known = np.isfinite(slope[0])
    assert known.mean() > 0.5
    by_height = np.polyfit((own[known] - 400) / 400, slope[0][known], 1)[0]
    assert by_height == pytest.approx(0.1, abs=0.03)
    passing.write(tmp_path / "c", by_class=0.1, weather=0.1, field=0.05)
    across, _ = passing.place(passing.GRID)
    write_raster(tmp_path / "k.tif", passing.GRID, 1.0 + (across > 0.5), [BandInfo("class")])
    run(tmp_path / "c", classes=tmp_path / "k.tif", slope=tmp_path / "t.tif")
    _, slope, _ = read_raster(tmp_path / "t.tif")
    sides = [float(np.nanmedian(slope[0][:, part])) for part in (slice(8, 36), slice(44, 74))]
    assert sides[1] - sides[0] == pytest.approx(0.1, abs=0.03)


def test_noise_knows_no_slope(tmp_path):
    passing.write(tmp_path / "n", floor=-15.0, weather=0.1, field=0.05)
    flat, _ = run(tmp_path / "n")
    mended, _ = run(tmp_path / "n", noise_floor=-15.0)
    assert abs(mended["mean_slope"] + 0.2) < abs(flat["mean_slope"] + 0.2)


@pytest.mark.parametrize("spoil, given, said", [
    ("no angles", {}, "lies in"), ("one track", {}, "no two passes are within"),
    ("no hours", {}, "differ by|within"), ("other words", {}, "nothing that goes with"),
    ("percent", {}, "no incidence angles"), ("", {"hours": 0.5}, "no two passes are within"),
    ("onto itself", {}, "is one of the scenes"), ("alike", {}, "they tell no slope"),
])  # fmt: skip
def test_what_tells_no_slope_is_refused(tmp_path, spoil, given, said):
    folder = tmp_path / "s"
    passing.write(folder, days=2)
    out = folder if spoil == "onto itself" else tmp_path / "n"
    for path in sorted(folder.iterdir()):
        gone = {"no angles": "incidence", "one track": "t066"}.get(spoil)
        if gone and gone in path.name:
            path.unlink()
        elif spoil == "no hours" and "_hh" in path.name:
            name = path.name.replace("T052000", "").replace("T164000", "")
            path.rename(path.with_name(name)) if "t044" in name else path.unlink()
        elif spoil == "other words" and path.name == "incidence_t066.tif":
            path.rename(path.with_name("incidence_t077.tif"))
        elif spoil in ("percent", "alike") and "incidence" in path.name:
            grid, values, _ = read_raster(path)
            values = values[0] * 5 if spoil == "percent" else np.full(grid.shape, 35.0)
            write_raster(path, grid, values, [BandInfo("incidence")])
    with pytest.raises(GroundshiftError, match=said):
        run(folder, normalised=out, **given)
    assert not (tmp_path / "n").exists() or not list((tmp_path / "n").iterdir())


def test_few_scenes_are_told(tmp_path):
    passing.write(tmp_path / "s", days=1)
    found, told = run(tmp_path / "s", report=tmp_path / "r.html")
    assert found["pairs_used"] == 1
    assert any("Only 2 scenes" in text for text in told)
