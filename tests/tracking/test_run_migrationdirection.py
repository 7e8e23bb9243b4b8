# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Directions and rates from rasters of offsets of known motion."""

import re

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.offsets import MAP, RADAR, OffsetBlock, Offsets
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.offsets.offset_raster import write_offsets
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.toolbox import call

GRID = Grid(12, 20, (5e5, 100.0, 0.0, 4.7e6, 0.0, -100.0), wkt_from_epsg(32633))
STARTS = np.datetime64("2018-02-01") + 61 * np.arange(12)
TOWARDS = 250.0  # degrees; the right half lies still
SUMMER, WINTER, NOISE = 3.0, 1.0, 0.05  # m/yr, m


def made(folder, components=MAP, turned=False):
    folder.mkdir()
    rng, angle = np.random.default_rng(0), np.radians(TOWARDS)
    moves = np.where(np.arange(GRID.cols) < 10, 1.0, 0.0)
    for number, start in enumerate(STARTS):
        end = start + 61
        days = np.arange(start, end).astype("datetime64[M]").astype(int) % 12 + 1
        metres = np.where((days >= 5) & (days <= 9), SUMMER, WINTER).sum() / 365.25
        values = np.full((6, *GRID.shape), NOISE, np.float32)
        values[:2] = NOISE * rng.normal(size=(2, *GRID.shape))
        values[0] += metres * np.sin(angle) * moves
        values[1] += metres * np.cos(angle) * moves
        values[4] = 0.9
        dates = (start, end)
        if turned and number % 2:
            values[:2] *= -1
            dates = (end, start)
        pair = Offsets("", GRID, components, *dates, "Sentinel-2")
        write_offsets(folder / f"{number}.tif", pair, OffsetBlock.of(values))
    return folder


def run(folder, source, **others):
    warnings = []
    found = call(
        "migrationdirection", {"warn": warnings.append}, folder=source,
        direction=folder / "d.tif", rate=folder / "r.tif", report=folder / "rose.html", **others,
    )  # fmt: skip
    return found, warnings


def test_direction_rate_and_seasons(tmp_path):
    found, _ = run(
        tmp_path, made(tmp_path / "o", turned=True), months="5-9", seasons=tmp_path / "s.tif"
    )
    _, layers, names = read_raster(tmp_path / "d.tif")
    assert names == ["direction_deg", "concentration", "rayleigh_p", "kappa", "maps"]
    direction, concentration, chance, _, maps = layers
    assert direction[:, :10] == pytest.approx(TOWARDS, abs=12)
    assert direction[:, :10].mean() == pytest.approx(TOWARDS, abs=1)
    assert (concentration[:, :10] > 0.9).all() and (maps == 12).all()
    assert (chance[:, :10] < 1e-3).all()
    assert np.mean(chance[:, 10:] < 0.05) < 0.15
    assert found["mean_direction"] == pytest.approx(TOWARDS, abs=5)
    rate, std = read_raster(tmp_path / "r.tif")[1]
    span = (STARTS + 61 > STARTS).sum() * 61 / 365.25
    assert rate[:, :10].mean() == pytest.approx((SUMMER * 5 + WINTER * 7) / 12, abs=0.1)
    assert std[:, :10].mean() > NOISE / span / 2
    ratio, summer, rest = read_raster(tmp_path / "s.tif")[1]
    assert np.median(ratio[:, :10]) == pytest.approx(SUMMER / WINTER, rel=0.1)
    assert summer[:, :10].mean() == pytest.approx(SUMMER, abs=0.05)
    assert rest[:, :10].mean() == pytest.approx(WINTER, abs=0.05)
    assert found["season_ratio"] == pytest.approx(3.0, rel=0.15)
    page = (tmp_path / "rose.html").read_text()
    assert "<svg" in page and re.search(r"25\d degrees: \d", page)


def test_short_ones_do_not_count(tmp_path):
    found, warnings = run(tmp_path, made(tmp_path / "o"), least=0.5, months="")
    maps = read_raster(tmp_path / "d.tif")[1][4]
    assert np.isnan(maps[:, 10:]).all() and np.nanmax(maps[:, :10]) < 12
    assert found["season_ratio"] is None or np.isnan(found["season_ratio"])
    none, told = run(tmp_path, tmp_path / "o", least=50.0)
    assert none["pixels"] == 0 and "No pixel moves one way" in " ".join(told)
    assert "whole years" in " ".join(warnings)


def test_what_makes_no_sense(tmp_path):
    source = made(tmp_path / "o")
    for months, words in (("summer", "no list of months"), ("1-12", "all of the year")):
        with pytest.raises(GroundshiftError, match=words):
            run(tmp_path, source, months=months)
    with pytest.raises(GroundshiftError, match="range and azimuth"):
        run(tmp_path, made(tmp_path / "radar", RADAR))
    assert not (tmp_path / "d.tif").exists()
