# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Thickness of slides from rasters, against bodies that are known."""

import csv

import numpy as np
import pytest
from area_layers import layer
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.features import read_polygons
from groundshift.algorithms.formats.vectors.wkb import line_wkb, polygon_wkb
from groundshift.algorithms.toolbox import call
from model_files import NORTH, UTM, WEST, metric

SPEED, FALL, SHARE = 1.2, 0.3, 0.8  # m/yr east, slope, of the speed at n = 3
HALF = 480.0, 300.0  # metres
MIDDLE = WEST + 700.0, NORTH - 500.0
VOLUME = 2 / 3 * np.pi * HALF[0] * HALF[1] * 30.0


def body(x, y):
    """Half an ellipsoid, 30 m thick."""
    u, v = (x - MIDDLE[0]) / HALF[0], (y - MIDDLE[1]) / HALF[1]
    return 30 * np.sqrt(np.clip(1 - u**2 - v**2, 0.0, None))


def write(path, grid, values, band="velocity_m_yr", unit="m/yr", **others):
    bands = [BandInfo(band, unit)] if values.ndim == 2 else [BandInfo(*b) for b in band]
    write_raster(path, grid, np.asarray(values, np.float32), bands, **others)
    return path


def made(folder, noise=0.0, factor=1.0, unit="m/yr"):
    """Rasters of a slide that moves east over a plane that falls to the east."""
    grid = metric(60, 80, 20.0)
    x, y = grid.xy(*np.indices(grid.shape))
    # What comes in over the western face of a cell less what goes out over the eastern one.
    rising = SHARE * SPEED * (body(x - 10.0, y) - body(x + 10.0, y)) / 20.0
    rng = np.random.default_rng(0)
    east, north, up = (
        part + noise * rng.normal(size=grid.shape)
        for part in (np.full(grid.shape, SPEED), np.zeros(grid.shape), rising - SPEED * FALL)
    )
    files = {
        "east": write(folder / "east.tif", grid, factor * east, unit=unit),
        "north": write(folder / "north.tif", grid, factor * north, unit=unit),
        "up": write(folder / "up.tif", grid, factor * up, unit=unit),
    }
    wide = metric(90, 120, 25.0, WEST - 400.0, NORTH + 400.0)
    x, y = wide.xy(*np.indices(wide.shape))
    files["dem"] = write(folder / "dem.tif", wide, 900 - FALL * (x - WEST), "height_m", "m")
    turn = np.linspace(0, 2 * np.pi, 121)
    ring = np.stack([MIDDLE[0] + HALF[0] * np.cos(turn), MIDDLE[1] + HALF[1] * np.sin(turn)], 1)
    layer(folder / "slide.gpkg", "polygon", [polygon_wkb([ring])], crs=UTM)
    return files | {"slides": folder / "slide.gpkg"}


def run(folder, files, **others):
    notes = []
    job = {"note": notes.append, "warn": lambda text: notes.append(f"! {text}")}
    found = call(
        "slidethickness", job, thickness=folder / "h.tif", base=folder / "base.tif",
        volumes=folder / "v.gpkg", **files | others,
    )  # fmt: skip
    return found, notes


def test_a_slide_of_known_thickness(tmp_path):
    found, notes = run(tmp_path, made(tmp_path, 0.01))
    grid, values, names = read_raster(tmp_path / "h.tif")
    assert names == ["thickness_m", "thickness_least_m", "thickness_most_m"]
    x, y = grid.xy(*np.indices(grid.shape))
    truth = body(x, y)
    inside = np.isfinite(values[0])
    assert np.sqrt(np.mean((values[0] - truth)[inside] ** 2)) < 2.0
    assert truth[~inside].max() < 8.0  # of cells whose centre is outside
    assert found["volume"] == pytest.approx(VOLUME, rel=0.06)
    assert 0 < found["volume_std"] < 0.05 * found["volume"]
    assert found["volume_least"] == pytest.approx(0.8 * found["volume"], rel=1e-6)
    assert found["volume_most"] == pytest.approx(1.2 * found["volume"], rel=1e-6)
    base = read_raster(tmp_path / "base.tif")[1][0]
    np.testing.assert_allclose(
        base[inside], (900 - FALL * (x - WEST) - values[0])[inside], atol=0.05
    )
    table = read_polygons(tmp_path / "v.gpkg")
    assert table.numbers("volume_m3")[0] == pytest.approx(found["volume"])
    assert table.numbers("thickness_max_m")[0] == pytest.approx(found["thickest"])
    assert not any(note.startswith("!") for note in notes)


def test_units_and_rates_of_the_surface(tmp_path):
    files = made(tmp_path)
    plain, _ = run(tmp_path, files)
    (tmp_path / "mm").mkdir()
    small, _ = run(tmp_path, made(tmp_path / "mm", factor=1000.0, unit="mm/yr"))
    assert small["volume"] == pytest.approx(plain["volume"], rel=1e-3)
    (tmp_path / "two").mkdir()
    two, _ = run(tmp_path, made(tmp_path / "two", factor=2.0, unit="m"), years=2.0)
    assert two["volume"] == pytest.approx(plain["volume"], rel=1e-3)
    grid, up, _ = read_raster(files["up"])
    there = write(tmp_path / "there.tif", grid, up[0] + SPEED * FALL)
    other, _ = run(tmp_path, files | {"up": None}, surface=there)
    assert other["volume"] == pytest.approx(plain["volume"], rel=1e-3)


def test_offsets_know_their_components_and_dates(tmp_path):
    files = made(tmp_path)
    plain, _ = run(tmp_path, files)
    grid, east, _ = read_raster(files["east"])
    years = 730 / 365.25
    write(
        tmp_path / "offsets.tif", grid, np.stack([0 * east[0], years * east[0]]),
        (("north_m", "m"), ("east_m", "m")),
        metadata={"REFERENCE_DATE": "2020-01-01", "SECONDARY_DATE": "2021-12-31"},
    )  # fmt: skip
    both, _ = run(tmp_path, files | {"east": tmp_path / "offsets.tif", "north": None})
    assert both["volume"] == pytest.approx(plain["volume"], rel=1e-3)
    write(
        tmp_path / "back.tif", grid, np.stack([-years * east[0], 0 * east[0]]),
        (("east_m", "m"), ("north_m", "m")),
        metadata={"REFERENCE_DATE": "2021-12-31", "SECONDARY_DATE": "2020-01-01"},
    )  # fmt: skip
    back, _ = run(tmp_path, files | {"east": tmp_path / "back.tif", "north": None})
    assert back["volume"] == pytest.approx(plain["volume"], rel=1e-3)
    bands = ("east_m", "m"), ("north_m", "m")
    write(tmp_path / "undated.tif", grid, np.stack(2 * [east[0]]), bands)
    with pytest.raises(GroundshiftError, match="the offsets have no dates"):
        run(tmp_path, files | {"east": tmp_path / "undated.tif", "north": None})


def test_gaps_and_unbalanced_mass_are_told(tmp_path):
    files = made(tmp_path)
    grid, east, _ = read_raster(files["east"])
    east[0, 20:30, 30:45] = np.nan
    write(files["east"], grid, east[0])
    grid, up, _ = read_raster(files["up"])
    write(files["up"], grid, up[0] - 0.5)
    _, notes = run(tmp_path, files)
    told = " ".join(note for note in notes if note.startswith("!"))
    assert "velocities are known in" in told and "sinks on the whole" in told


def test_slides_elsewhere_or_too_small(tmp_path):
    files = made(tmp_path)
    ring = np.array([(0, 0), (60, 0), (60, 60), (0, 60), (0, 0)]) + (WEST + 700, NORTH - 500)
    layer(tmp_path / "small.gpkg", "polygon", [polygon_wkb([ring])], crs=UTM)
    with pytest.raises(GroundshiftError, match=r"only 9 cells.*CELL"):
        run(tmp_path, files, slides=tmp_path / "small.gpkg")
    layer(tmp_path / "far.gpkg", "polygon", [polygon_wkb([ring + 1e5])], crs=UTM)
    with pytest.raises(GroundshiftError, match="beyond the velocities"):
        run(tmp_path, files, slides=tmp_path / "far.gpkg")
    assert not (tmp_path / "h.tif").exists()


def test_one_vertical_rate_is_needed(tmp_path):
    files = made(tmp_path)
    with pytest.raises(GroundshiftError, match="give one of both"):
        run(tmp_path, files, surface=files["up"])
    with pytest.raises(GroundshiftError, match=r"NORTH\): is missing"):
        run(tmp_path, files | {"north": None})


def test_larger_cells(tmp_path):
    files = made(tmp_path)
    coarse, _ = run(tmp_path, files, cell=40.0)
    assert coarse["cell_side"] == pytest.approx(40.0, rel=0.01)
    assert coarse["volume"] == pytest.approx(VOLUME, rel=0.15)
    assert isinstance(read_raster(tmp_path / "h.tif")[0], Grid)


def test_cells_without_number_are_refused(tmp_path):
    with pytest.raises(GroundshiftError, match="the largest slide has 45,.* give 2.2 m or more"):
        run(tmp_path, made(tmp_path), cell=0.1)


def test_scenes_that_are_too_large_are_cut_to_the_slides(tmp_path, monkeypatch):
    files = made(tmp_path)
    whole, _ = run(tmp_path, files)
    tool = "groundshift.algorithms.terrain.tools.slidethickness.BYTES_PER_CELL"
    monkeypatch.setattr(tool, 2**31 / 4000)  # of 60 x 80 cells
    part, notes = run(tmp_path, files)
    grid, values, _ = read_raster(tmp_path / "h.tif")
    assert grid.shape < (60, 80) and "about the slides" in " ".join(notes)
    assert part == pytest.approx(whole, rel=1e-6)
    x, y = grid.xy(*np.indices(grid.shape))
    known = np.isfinite(values[0])
    assert np.corrcoef(values[0][known], body(x, y)[known])[0, 1] > 0.99
    monkeypatch.setattr(tool, 2**31 / 400)
    with pytest.raises(GroundshiftError, match=r"give larger cells \(CELL\)"):
        run(tmp_path, files)


def test_sections_through_a_slide(tmp_path):
    files = made(tmp_path)
    ends = np.array([(MIDDLE[0] - 600, MIDDLE[1] + 10), (MIDDLE[0] + 600, MIDDLE[1] + 10)])
    layer(tmp_path / "lines.gpkg", "line", [line_wkb(ends)], crs=UTM)
    run(
        tmp_path, files, sections=tmp_path / "lines.gpkg", report=tmp_path / "r.html",
        profiles=tmp_path / "s.csv",
    )  # fmt: skip
    rows = list(csv.DictReader((tmp_path / "s.csv").open()))
    table = {name: np.array([float(row[name] or "nan") for row in rows]) for name in rows[0]}
    x = table["x"]
    assert table["distance_m"][-1] == pytest.approx(1200.0, rel=1e-3)
    np.testing.assert_allclose(table["surface_m"], 900 - FALL * (x - WEST), atol=0.01)
    slides = np.isfinite(table["thickness_m"])
    assert x[slides].min() == pytest.approx(MIDDLE[0] - HALF[0], abs=25)
    truth = body(x, np.full(len(x), MIDDLE[1] + 10))
    assert np.sqrt(np.mean((table["thickness_m"] - truth)[slides] ** 2)) < 2.0
    np.testing.assert_allclose(
        table["base_m"][slides], (table["surface_m"] - table["thickness_m"])[slides], atol=1e-3
    )
    page = (tmp_path / "r.html").read_text()
    assert page.count("<svg") == 1 and "viscous" in page
    far = line_wkb(ends + 5000.0)
    layer(tmp_path / "far.gpkg", "line", [far], crs=UTM)
    with pytest.raises(GroundshiftError, match="no section crosses a slide"):
        run(tmp_path, files, sections=tmp_path / "far.gpkg", profiles=tmp_path / "n.csv")
    assert not (tmp_path / "n.csv").exists()
