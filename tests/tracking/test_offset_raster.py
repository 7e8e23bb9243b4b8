# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest

pytest.importorskip("osgeo.gdal", reason="GDAL for Python is not on this machine")

from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.offsets import RADAR, OffsetBlock, Offsets, bands_of
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.offsets.offset_raster import (
    OffsetReader,
    is_offsets,
    read_offsets,
    write_offsets,
)
from groundshift.algorithms.formats.rasters import BandInfo, write_raster

GRID = Grid(5, 7, (5e5, 10.0, 0.0, 4e6, 0.0, -10.0), wkt_from_epsg(32632))


def a_block(seed=0):
    values = np.random.default_rng(seed).normal(size=(6, 5, 7)).astype(np.float32)
    values[:, 2, 3] = np.nan
    return OffsetBlock.of(values)


def a_pair(**changes):
    dates = np.datetime64("2020-01-05"), np.datetime64("2020-01-17")
    values = {"reference": dates[0], "secondary": dates[1], "platform": "S1A", **changes}
    return Offsets("", GRID, **values)


def test_what_is_written_is_read(tmp_path):
    path, block = tmp_path / "o.tif", a_block()
    write_offsets(path, a_pair(components=RADAR), block)
    found = read_offsets(path)
    assert is_offsets(path)
    assert found.grid.aligned_with(GRID)
    assert (found.components, found.platform) == (RADAR, "S1A")
    assert found.name == "20200105_20200117"
    assert found.years == pytest.approx(12 / 365.25)
    with OffsetReader(found) as reader:
        part = reader.read(Window(1, 2, 3, 4))
    np.testing.assert_array_equal(part.stacked(), block.stacked()[:, 1:4, 2:6])


def test_bands_are_found_by_their_names_and_missing_ones_are_unknown(tmp_path):
    path, values = tmp_path / "o.tif", a_block().stacked()[:3].copy()
    values[1, 0, 0] = np.nan
    write_raster(path, GRID, values, [BandInfo(n) for n in ("correlation", "north_m", "east_m")])
    found = read_offsets(path)
    assert not found.dated
    assert np.isnan(found.years)
    assert found.name == "o"
    with OffsetReader(found) as reader:
        block = reader.read(Window(0, 0, 5, 7))
    np.testing.assert_array_equal(block.values[0][1:], values[2][1:])
    np.testing.assert_array_equal(block.values[1], values[1])
    assert np.isnan(block.std).all()
    # Half a vector is none.
    assert np.isnan(block.stacked()[:, 0, 0]).all()


def test_other_rasters_are_refused(tmp_path):
    path = tmp_path / "v.tif"
    write_raster(path, GRID, np.zeros((5, 7)), [BandInfo("velocity_mm_yr", "mm/yr")])
    assert not is_offsets(path)
    with pytest.raises(GroundshiftError, match="holds no pixel offsets"):
        read_offsets(path)
    options = {"metadata": {"REFERENCE_DATE": "soon"}}
    bands = [BandInfo(*band) for band in bands_of()]
    write_raster(path, GRID, a_block().stacked(), bands, **options)
    with pytest.raises(GroundshiftError, match="REFERENCE_DATE is wrong"):
        read_offsets(path)
