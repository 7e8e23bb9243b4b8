# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pairs of images, and the sun over them."""

import csv

import numpy as np
import pytest
import rows
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.toolbox import call
from groundshift.algorithms.tracking.pairing import Limits, all_pairs, circular, parts, sun

DATES = np.array(["2020-01-15", "2020-06-20", "2021-01-17", "2021-06-15"], "datetime64[D]")


def test_sun_where_it_is_known():
    (height, azimuth), (winter, _) = sun(["2020-06-21", "2020-12-21"], 47.0, 12.0)
    assert (height, azimuth) == (pytest.approx(66.44, abs=0.1), pytest.approx(180.0))
    assert winter == pytest.approx(19.56, abs=0.1)
    # At the equinox it rises in the east at six, and stands at 15 degrees an hour at the equator.
    (height, azimuth), (morning, way) = (sun(["2021-03-21"], 0.0, hour)[0] for hour in (6.0, 9.0))
    assert (height, azimuth) == (pytest.approx(0.0, abs=0.5), pytest.approx(90.0, abs=0.6))
    assert (morning, way) == (pytest.approx(45.0, abs=0.5), pytest.approx(90.0, abs=0.6))
    # South of the tropics it stands in the north at noon.
    assert circular(sun(["2021-01-01"], -40.0, 12.0)[0, 1], 360.0) < 1e-6


def test_pairs_by_time_season_and_sun():
    angles = sun(DATES, 47.0, 10.5)
    assert all_pairs(DATES, angles, Limits()).keep.all()
    found = all_pairs(DATES, angles, Limits(season=30))
    assert [tuple(pair) for pair in found.index[found.keep]] == [(0, 2), (1, 3)]
    np.testing.assert_allclose(found.season[found.keep], [2.75, 5.25])
    same = all_pairs(DATES, angles, Limits(elevation=5)).keep
    np.testing.assert_array_equal(same, found.keep)
    short = all_pairs(DATES, angles, Limits(100, 200))
    assert [tuple(pair) for pair in short.index[short.keep]] == [(0, 1), (2, 3)]
    assert all_pairs(DATES, np.full((4, 2), np.nan), Limits(elevation=1)).keep.all()
    assert parts(4, found.index[found.keep]) == 2
    assert parts(4, short.index) == 1
    assert circular(359.0 - 1.0, 360.0) == pytest.approx(2.0)


def test_a_folder_of_images(tmp_path):
    rows.pictures(tmp_path / "images")
    (tmp_path / "images" / "overview.tif").write_bytes(b"no raster")
    notes = []
    found = call(
        "offsetnetwork", {"note": notes.append, "warn": notes.append}, folder=tmp_path / "images",
        offsets=tmp_path / "pairs", table=tmp_path / "t.csv", most_days=200, search=3, chip="32",
        step=16, platform="S2A",
    )  # fmt: skip
    assert (found["pairs"], found["parts"]) == (2, 2)
    assert any("2 parts that no pair joins" in note for note in notes)
    assert any("overview.tif" in note for note in notes)
    files = sorted(path.name for path in (tmp_path / "pairs").glob("*.tif"))
    assert files == ["20200115_20200620.tif", "20210117_20210615.tif"]
    with open(tmp_path / "t.csv", newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["taken"] for row in table] == ["1", "0", "0", "0", "0", "1"]
    assert [row["file"] for row in table if row["taken"] == "1"] == files
    series = call(
        "offsetseries", folder=tmp_path / "pairs", first=tmp_path / "e.h5", second=tmp_path / "n.h5"
    )
    assert series["pairs"] == 2
    only = call("offsetnetwork", folder=tmp_path / "images", table=tmp_path / "only.csv")
    assert only["pairs"] == 5
    assert not (tmp_path / "offsets").exists()


def test_what_cannot_be_paired_is_said(tmp_path):
    rows.pictures(tmp_path / "images")
    folder = tmp_path / "images"
    with pytest.raises(GroundshiftError, match="keeps to the limits"):
        call("offsetnetwork", folder=folder, table=tmp_path / "t.csv", most_days=20)
    rows.picture(folder / "again_20200115.tif")
    with pytest.raises(GroundshiftError, match="is of 2020-01-15, and so is"):
        call("offsetnetwork", folder=folder, table=tmp_path / "t.csv")
    (tmp_path / "empty").mkdir()
    with pytest.raises(GroundshiftError, match="two at least are needed"):
        call("offsetnetwork", folder=tmp_path / "empty", table=tmp_path / "t.csv")
