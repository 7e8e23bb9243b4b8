# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Objects of stacks and maps, and the stack cut to them."""

import dataclasses

import basins
import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import StackReader, read_geometry, read_stack
from groundshift.algorithms.formats.hdf5.wrapped import WrappedReader, read_wrapped_stack
from groundshift.algorithms.formats.hdf5.writers import write_geometry
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.vectors.features import read_polygons
from groundshift.algorithms.formats.vectors.shapes import areas_of, envelopes
from groundshift.algorithms.toolbox import call

PIXEL = 30.0


def run(folder, path, **others):
    notes = []
    job = {"note": notes.append, "warn": lambda text: notes.append(f"! {text}")}
    others = {"method": "log", "threshold": 0.35, **others}
    found = call("detectmotion", job, input=path, objects=folder / "o.gpkg", **others)
    return found, read_polygons(folder / "o.gpkg", may_be_empty=True), notes


def nearest(objects, basin):
    """Place of the object that fits a basin best: by its middle and size."""
    row, col, scale, _ = basin
    x, y = basins.GRID.xy(row, col)
    boxes = envelopes(objects.wkb)  # low x, high x, low y, high y
    middle = np.hypot((boxes[:, 0] + boxes[:, 1]) / 2 - x, (boxes[:, 2] + boxes[:, 3]) / 2 - y)
    size = np.abs(boxes[:, 1] - boxes[:, 0] - 2 * basins.EDGE * scale * PIXEL)
    return int(np.argmin(middle + size))


@pytest.mark.parametrize("wrapped", [True, False])
def test_a_stack_shows_each_basin_with_its_dates(tmp_path, wrapped):
    basins.wrapped_basins(tmp_path / "s.h5", wrapped)
    found, objects, notes = run(tmp_path, tmp_path / "s.h5", boxes=tmp_path / "b.gpkg")
    assert found["searched"] == 4 and found["used_threshold"] == 0.35
    for basin, shown, first in zip(basins.BASINS, (3, 2), ("2021-03-13", "2021-03-25")):
        k = nearest(objects, basin)
        assert objects.columns["shown"][k] == shown
        assert objects.columns["first_date"][k] == first
        assert objects.columns["last_date"][k] == "2021-04-18"
        assert objects.columns["interferograms"][k].count("_") == shown
        assert objects.columns["fringes"][k] == pytest.approx(basin[3], rel=0.35)
        moved = -basin[3] * basins.WAVELENGTH / 2 * 1e3
        assert objects.columns["los_mm"][k] == pytest.approx(moved, rel=0.35)
        assert objects.columns["rate_mm_yr"][k] == pytest.approx(moved * 365.25 / 12, rel=0.4)
        square = np.pi * (basins.EDGE * basin[2] * PIXEL) ** 2
        assert objects.columns["area_m2"][k] == pytest.approx(square, rel=0.4)
    assert objects.columns["area_m2"] == pytest.approx(areas_of(objects.wkb), rel=1e-2)
    boxes = read_polygons(tmp_path / "b.gpkg")
    assert len(boxes) == found["detections"]
    assert not any(note.startswith("!") for note in notes)


def test_an_unwrapped_stack_is_measured(tmp_path):
    """Its fringes are those of the phase, not an estimate."""
    basins.unwrapped_basins(tmp_path / "s.h5")
    _, objects, _ = run(tmp_path, tmp_path / "s.h5")
    for basin in basins.BASINS:
        fringes = objects.columns["fringes"][nearest(objects, basin)]
        assert fringes == pytest.approx(basin[3], rel=0.15)


def test_two_inputs_of_other_grids_are_one_object(tmp_path):
    basins.wrapped_basins(tmp_path / "s.h5")
    degrees = tmp_path / "m.tif"
    turned = np.fliplr(-basins.phase_of(basins.basins(), 0.1))  # another grid: east to the left
    x0, dx, *rest = basins.GRID.transform
    grid = Grid(*basins.GRID.shape, (x0 + dx * basins.GRID.cols, -dx, *rest), basins.GRID.crs)
    metres = turned * basins.WAVELENGTH / (4 * np.pi)
    write_raster(degrees, grid, metres, [BandInfo("displacement_m", "m")])
    _, objects, _ = run(tmp_path, tmp_path / "s.h5", second=degrees)
    for basin, shown in zip(basins.BASINS, (4, 3)):
        k = nearest(objects, basin)
        assert objects.columns["orbits"][k] == "both" and objects.columns["shown"][k] == shown
    with pytest.raises(GroundshiftError, match="give another one"):
        run(tmp_path, degrees, second=degrees)


def test_few_interferograms_are_not_believed(tmp_path):
    basins.wrapped_basins(tmp_path / "s.h5")
    _, objects, notes = run(tmp_path, tmp_path / "s.h5", min_shown=3)
    assert (objects.columns["shown"] >= 3).all() and len(objects)
    assert any("fewer than 3" in note for note in notes)
    found, objects, _ = run(tmp_path, tmp_path / "s.h5", min_shown=5)
    assert found["count"] == len(objects) == 0 and found["area_km2"] == 0


@pytest.mark.parametrize("wrapped", [True, False])
def test_the_cut_holds_the_objects_and_lies_where_they_do(tmp_path, wrapped):
    source = tmp_path / "s.h5"
    basins.wrapped_basins(source, wrapped)
    found, objects, _ = run(tmp_path, source, cut=tmp_path / "c.h5", margin=90.0)
    reading = (read_wrapped_stack, WrappedReader) if wrapped else (read_stack, StackReader)
    old, new = (reading[0](path) for path in (source, tmp_path / "c.h5"))
    assert (old.pairs == new.pairs).all() and new.grid.rows < old.grid.rows
    with reading[1](old) as one, reading[1](new) as two:
        row, col = old.grid.index(*new.grid.xy(0, 0))
        there = one.read(Window(row, col, *new.grid.shape))
        part = two.read(Window(0, 0, *new.grid.shape))
    kept = np.isfinite(part.phase)
    np.testing.assert_array_equal(part.phase[kept], there.phase[kept])
    np.testing.assert_array_equal(part.coherence, there.coherence)
    assert 0.3 < kept.mean() < 1.0
    low, high = envelopes(objects.wkb)[:, [0, 3]].min(), envelopes(objects.wkb)[:, 3].max()
    assert new.grid.transform[0] <= low and new.grid.transform[3] >= high


def test_the_geometry_is_cut_alike(tmp_path):
    basins.wrapped_basins(tmp_path / "s.h5")
    heights = np.arange(float(basins.GRID.rows * basins.GRID.cols)).reshape(basins.GRID.shape)
    write_geometry(tmp_path / "g.h5", basins.GRID, {"height": heights}, {})
    outputs = {"cut": tmp_path / "c.h5", "cut_geometry": tmp_path / "cg.h5", "margin": 90.0}
    run(tmp_path, tmp_path / "s.h5", geometry=tmp_path / "g.h5", **outputs)
    grid, layers = read_geometry(tmp_path / "cg.h5")
    assert grid == read_wrapped_stack(tmp_path / "c.h5").grid
    row, col = basins.GRID.index(*grid.xy(0, 0))
    there = heights[row : row + grid.rows, col : col + grid.cols]
    np.testing.assert_array_equal(layers["height"], there)
    with pytest.raises(GroundshiftError, match="give it \\(GEOMETRY\\)"):
        run(tmp_path, tmp_path / "s.h5", **outputs)
    other = dataclasses.replace(basins.GRID, transform=(0.0, 30.0, 0.0, 0.0, 0.0, -30.0))
    write_geometry(tmp_path / "g.h5", other, {"height": heights}, {})
    with pytest.raises(GroundshiftError, match="g.h5: .* make both again"):
        run(tmp_path, tmp_path / "s.h5", geometry=tmp_path / "g.h5", **outputs)


def test_results_do_not_depend_on_memory_and_cores(tmp_path):
    basins.wrapped_basins(tmp_path / "s.h5")
    one, objects, _ = run(tmp_path, tmp_path / "s.h5")
    two, again, _ = run(tmp_path, tmp_path / "s.h5", memory=64, workers=1)
    one.pop("objects"), two.pop("objects")
    assert one == two and objects.wkb == again.wkb


def test_what_is_no_motion_is_refused(tmp_path):
    values = basins.basins() * 40
    write_raster(tmp_path / "coherence.tif", basins.GRID, values, [BandInfo("coherence")])
    with pytest.raises(GroundshiftError, match="coherence"):
        run(tmp_path, tmp_path / "coherence.tif")
    write_raster(tmp_path / "a.tif", basins.GRID, values, [BandInfo("", "kPa")])
    with pytest.raises(GroundshiftError, match="its unit is kPa"):
        run(tmp_path, tmp_path / "a.tif")
    write_raster(tmp_path / "b.tif", basins.GRID, values, [BandInfo("")])
    with pytest.raises(GroundshiftError, match="choose it \\(QUANTITY\\)"):
        run(tmp_path, tmp_path / "b.tif")
    found, *_ = run(tmp_path, tmp_path / "b.tif", quantity="mm")
    assert found["searched"] == 1
    with pytest.raises(GroundshiftError, match="only stacks can be cut"):
        run(tmp_path, tmp_path / "b.tif", quantity="mm", cut=tmp_path / "c.h5")
    (tmp_path / "x.h5").write_bytes(b"\x89HDF\r\n\x1a\n damaged")
    with pytest.raises(GroundshiftError, match="x.h5"):
        run(tmp_path, tmp_path / "x.h5")


def test_units_are_heeded(tmp_path):
    """The same motion in millimetres and in metres is the same."""
    rates = -basins.phase_of(basins.basins(), 0.1) * basins.WAVELENGTH / (4 * np.pi)
    write_raster(tmp_path / "m.tif", basins.GRID, rates, [BandInfo("velocity", "m/yr")])
    write_raster(tmp_path / "mm.tif", basins.GRID, 1e3 * rates, [BandInfo("velocity", "mm/yr")])
    _, one, _ = run(tmp_path, tmp_path / "m.tif")
    _, two, _ = run(tmp_path, tmp_path / "mm.tif")
    np.testing.assert_allclose(one.columns["rate_mm_yr"], two.columns["rate_mm_yr"], atol=0.2)
    k = nearest(one, basins.BASINS[1])
    moved = -basins.BASINS[1][3] * basins.WAVELENGTH / 2 * 1e3
    assert one.columns["rate_mm_yr"][k] == pytest.approx(moved, rel=0.15)


def test_gradients_of_a_stack_are_added_up(tmp_path):
    """East and north of a sinking bowl, as `gradientstack` writes them."""
    rates = -2 * np.pi * basins.basins() * basins.WAVELENGTH / (4 * np.pi)
    east = np.diff(rates, axis=1, append=rates[:, -1:]) / PIXEL * 1e6
    north = -np.diff(rates, axis=0, append=rates[-1:]) / PIXEL * 1e6
    names = [f"gradient_{way}_mm_yr_km" for way in ("east", "north")]
    write_raster(
        tmp_path / "g.tif", basins.GRID, np.stack((east, north)),
        [BandInfo(name, "mm/yr/km") for name in names],
    )  # fmt: skip
    found, objects, notes = run(tmp_path, tmp_path / "g.tif")
    assert found["searched"] == 1 and "gradients" in notes[0]
    for basin in basins.BASINS:
        k = nearest(objects, basin)
        moved = -basin[3] * basins.WAVELENGTH / 2 * 1e3
        assert objects.columns["rate_mm_yr"][k] == pytest.approx(moved, rel=0.15)
