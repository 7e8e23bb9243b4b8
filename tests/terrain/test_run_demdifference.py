# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes of heights and volumes that are known."""

import csv

import numpy as np
import pytest
from area_layers import layer
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.features import read_polygons
from groundshift.algorithms.formats.vectors.wkb import polygon_wkb
from groundshift.algorithms.toolbox import call
from model_files import DEGREES, NORTH, UTM, WEST, land, metric, write

PLACES = ((1500.0, -1500.0, 700.0), (4000.0, -3500.0, 1000.0))  # from the corner; radius
HEIGHTS = -20.0, 12.0
VOLUMES = np.array([h * np.pi * r**2 / 2 for h, (_, _, r) in zip(HEIGHTS, PLACES)])


def dug(x, y):
    """A pit and a dump, both paraboloids: their volume is half of area times height."""
    out = np.zeros(np.shape(x))
    for height, (east, north, radius) in zip(HEIGHTS, PLACES):
        apart = np.hypot(x - WEST - east, y - NORTH - north) / radius
        out = out + height * np.clip(1 - apart**2, 0, None)
    return out


def areas(path, places=PLACES, crs=UTM):
    turn = np.linspace(0, 2 * np.pi, 121)
    rings = [
        np.stack([WEST + e + 1.05 * r * np.cos(turn), NORTH + n + 1.05 * r * np.sin(turn)], axis=1)
        for e, n, r in places
    ]
    layer(path, "polygon", [polygon_wkb([ring]) for ring in rings], crs=crs)
    return path


def run(folder, after, before, **others):
    notes = []
    job = {"note": notes.append, "warn": lambda text: notes.append(f"! {text}")}
    found = call(
        "demdifference", job, after=after, before=before, difference=folder / "change.tif", **others
    )
    return found, notes


def made(folder, seed=0, noise=1.0, **others):
    """Two models, the later one displaced and with a pit and a dump."""
    before = write(folder / "before.tif", metric(), noise=noise, seed=2 * seed + 1)
    after = write(
        folder / "after.tif", others.pop("grid", metric()), (12.0, -7.0, 3.0), noise=noise,
        seed=2 * seed + 2, change=dug,
    )  # fmt: skip
    return after, before


def test_volumes_into_a_layer_and_a_table(tmp_path):
    after, before = made(tmp_path)
    found, notes = run(
        tmp_path, after, before, areas=areas(tmp_path / "areas.gpkg"),
        volumes=tmp_path / "volumes.gpkg", table=tmp_path / "volumes.csv",
        deviation=tmp_path / "std.tif", significant=tmp_path / "sign.tif",
        date_before="2010-06-01", date_after="2014-06-01",
    )  # fmt: skip
    table = read_polygons(tmp_path / "volumes.gpkg")
    net, std = table.numbers("net_m3"), table.numbers("net_std_m3")
    assert (np.abs(net - VOLUMES) < 3 * std).all() and (std < 0.05 * np.abs(VOLUMES)).all()
    assert table.numbers("gain_m3") + table.numbers("loss_m3") == pytest.approx(net, rel=1e-9)
    assert table.numbers("loss_m3")[0] == pytest.approx(VOLUMES[0], rel=0.05)
    assert table.numbers("gain_m3")[1] == pytest.approx(VOLUMES[1], rel=0.05)
    assert table.numbers("known_share") == pytest.approx([1.0, 1.0])
    assert table.numbers("net_m3_yr") == pytest.approx(net / 4.0, rel=1e-3)
    assert found["net"] == pytest.approx(net.sum(), rel=1e-6)
    assert found["east"] == pytest.approx(-12.0, abs=0.3)
    assert 10 < table.numbers("effective_cells")[0] < 0.2 * table.numbers("cells")[0]
    rows = list(csv.DictReader((tmp_path / "volumes.csv").open()))
    assert [float(row["net_m3"]) for row in rows] == pytest.approx(net, rel=1e-6)
    change = read_raster(tmp_path / "change.tif")[1][0]
    assert change[75, 75] == pytest.approx(-20.0, abs=4.0)
    sign = read_raster(tmp_path / "sign.tif")[1][0]
    assert sign[75, 75] == -1 and sign[175, 200] == 1
    assert np.nanmean(np.abs(sign[:, 260:]) == 1) < 0.1
    assert not any(note.startswith("!") for note in notes)


def test_patches_of_significant_change(tmp_path):
    """A pit and a dump and nothing else, nor at the border; the smallest area counts."""
    after, before = made(tmp_path)
    known = areas(tmp_path / "areas.gpkg")  # else it is among the errors
    found, notes = run(tmp_path, after, before, patches=tmp_path / "p.gpkg", changed=known)
    patches = read_polygons(tmp_path / "p.gpkg")
    assert found["patch_count"] == len(patches.wkb) == 2
    net, std = patches.numbers("net_m3"), patches.numbers("net_std_m3")
    assert (std > 0).all()
    assert net == pytest.approx(VOLUMES[::-1], rel=0.06)  # the largest first; edges are thin
    assert any("2 patches of significant change" in note for note in notes)
    # Of the ground that changed by more than two deviations.
    areas_ = [np.pi * r**2 * (1 - 3.0 / abs(h)) for h, (_, _, r) in zip(HEIGHTS, PLACES)]
    assert patches.numbers("area_m2") == pytest.approx(areas_[::-1], rel=0.1)
    fewer, _ = run(tmp_path, after, before, patches=tmp_path / "q.gpkg", least_area=1.8e6)
    assert fewer["patch_count"] == 1
    none, _ = run(tmp_path, after, before, patches=tmp_path / "n.gpkg", least_area=1e8)
    assert none["patch_count"] == 0 and (tmp_path / "n.gpkg").exists()


@pytest.mark.parametrize("flat", ["after.tif", "before.tif"])
def test_the_flat_model_is_the_one_that_is_named(tmp_path, flat):
    made(tmp_path)
    level = np.random.default_rng(0).normal(900.0, 0.1, metric().shape).astype(np.float32)
    write_raster(tmp_path / flat, metric(), level, [BandInfo("height_m", "m")])
    with pytest.raises(GroundshiftError, match=f"/{flat}: the ground is too flat"):
        run(tmp_path, tmp_path / "after.tif", tmp_path / "before.tif")


def test_cells_of_too_few_pixels_at_the_border_are_unknown(tmp_path):
    after, before = made(tmp_path)
    run(tmp_path, after, before)
    change = read_raster(tmp_path / "change.tif")[1][0]
    edge = np.concatenate([change[[1, -2]].ravel(), change[:, [1, -3]].ravel()])
    assert np.isnan(change[-1]).all()
    assert np.nanstd(edge) < 2.0


def test_deviations_of_volumes_are_honest(tmp_path):
    """Over repeated noise that neighbours share."""
    layer_of_areas, ratios = areas(tmp_path / "areas.gpkg"), []
    for seed in range(6):
        after, before = made(tmp_path, seed, 2.0)
        run(tmp_path, after, before, areas=layer_of_areas, volumes=tmp_path / f"{seed}.gpkg")
        table = read_polygons(tmp_path / f"{seed}.gpkg")
        ratios.append((table.numbers("net_m3") - VOLUMES) / table.numbers("net_std_m3"))
    assert 0.6 < np.sqrt(np.mean(np.square(ratios))) < 1.5


def test_numbers_do_not_depend_on_blocks(tmp_path, monkeypatch):
    from groundshift.algorithms.formats import zonal

    after, before = made(tmp_path)
    shapes, found = areas(tmp_path / "areas.gpkg"), []
    for memory, tallest in ((2048, zonal.TALLEST), (64, 3000)):
        monkeypatch.setattr(zonal, "TALLEST", tallest)
        numbers, _ = run(tmp_path, after, before, areas=shapes, memory=memory)
        found.append([*numbers.values(), read_raster(tmp_path / "change.tif")[1]])
    assert found[0][:-1] == pytest.approx(found[1][:-1], rel=1e-6)
    np.testing.assert_allclose(found[0][-1], found[1][-1], atol=1e-4)


def test_gaps_and_areas_elsewhere_are_told(tmp_path):
    after, before = made(tmp_path)
    grid, heights, _ = read_raster(after)
    heights[0, 60:100, 60:80] = np.nan
    write_raster(after, grid, heights, [BandInfo("height_m", "m")])
    places = (*PLACES, (90000.0, 0.0, 500.0))
    _, notes = run(
        tmp_path, after, before, areas=areas(tmp_path / "a.gpkg", places),
        volumes=tmp_path / "v.gpkg",
    )  # fmt: skip
    table = read_polygons(tmp_path / "v.gpkg")
    assert np.isnan(table.numbers("net_m3")[2]) and np.isfinite(table.numbers("net_m3")[:2]).all()
    assert table.numbers("known_share")[0] < 0.9
    told = " ".join(note for note in notes if note.startswith("!"))
    assert "(3) lie where no heights" in told and "(1) are known by less" in told


def test_a_virtual_model_of_a_continent_takes_no_time(tmp_path):
    """Four million million pixels of nothing, and a small model in their middle."""
    before = tmp_path / "before.vrt"
    before.write_text(
        '<VRTDataset rasterXSize="2000000" rasterYSize="2000000"><SRS>EPSG:4326</SRS>'
        "<GeoTransform>12.9, 1e-5, 0, 46.5, 0, -1e-5</GeoTransform>"
        '<VRTRasterBand dataType="Float32" band="1"><UnitType>m</UnitType></VRTRasterBand>'
        "</VRTDataset>"
    )
    after = write(tmp_path / "after.tif", metric(60, 90))
    with pytest.raises(GroundshiftError, match="hardly any ground in common|too flat"):
        run(tmp_path, after, before)


def test_unaligned_models_have_a_common_error(tmp_path):
    after, before = made(tmp_path)
    found, notes = run(
        tmp_path, after, before, align=False, areas=areas(tmp_path / "areas.gpkg"),
        volumes=tmp_path / "v.gpkg",
    )  # fmt: skip
    assert (found["east"], found["up"]) == (0.0, 0.0)
    assert any("not aligned" in note for note in notes)
    table = read_polygons(tmp_path / "v.gpkg")
    error = np.abs(table.numbers("net_m3") - VOLUMES)
    assert (error < 3 * table.numbers("net_std_m3")).all() and error.max() > 1e6


def test_areas_on_degrees_are_square_metres(tmp_path):
    from groundshift.algorithms.data.grid import Grid

    grid = Grid(340, 300, (14.995, 0.00025, 0, 42.455, 0, -0.00018), DEGREES)
    before = write(tmp_path / "before.tif", grid, noise=0.5, seed=1)
    after = write(tmp_path / "after.tif", metric(), noise=0.5, seed=2, change=dug)
    run(tmp_path, after, before, areas=areas(tmp_path / "a.gpkg"), volumes=tmp_path / "v.gpkg")
    table = read_polygons(tmp_path / "v.gpkg")
    radius = np.array([r for _, _, r in PLACES])
    assert table.numbers("area_m2") == pytest.approx(np.pi * (1.05 * radius) ** 2, rel=0.01)
    error = np.abs(table.numbers("net_m3") - VOLUMES)
    assert (error < 3 * table.numbers("net_std_m3")).all()


def test_areas_that_leave_no_ground(tmp_path):
    after, before = made(tmp_path)
    everywhere = areas(tmp_path / "all.gpkg", ((3000.0, -3000.0, 9000.0),))
    for align in (True, False):
        with pytest.raises(GroundshiftError, match="outside of the polygons; draw smaller"):
            run(tmp_path, after, before, areas=everywhere, align=align)


@pytest.mark.parametrize("align", [True, False])
def test_one_model_twice(tmp_path, align):
    path = write(tmp_path / "a.tif", metric(), seed=1)
    with pytest.raises(GroundshiftError, match="holds the heights of .*give models of two"):
        run(tmp_path, path, path, align=align)


def test_dates_that_make_no_sense(tmp_path):
    after, before = made(tmp_path)
    for dates, words in (
        ({"date_after": "2014-06-01"}, "give both dates"),
        ({"date_before": "2015-01-01", "date_after": "2014-06-01"}, "swap them"),
        ({"date_before": "soon", "date_after": "2014-06-01"}, "is no date"),
    ):
        with pytest.raises(GroundshiftError, match=words):
            run(tmp_path, after, before, **dates)
    assert not (tmp_path / "change.tif").exists()
    assert land(WEST, NORTH) > 0
