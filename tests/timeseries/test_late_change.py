# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates that change late: size, date and error of planted ones, false alarms, points as a file."""

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.timeseries.coloured import WHITE, MarkovNoise
from groundshift.algorithms.timeseries.late_change import LateSearch
from groundshift.algorithms.timeseries.velocity import VelocityModel
from groundshift.algorithms.toolbox import call

DATES = np.datetime64("2018-01-06") + 12 * np.arange(80)
YEARS = (DATES - DATES[0]).astype(float) / 365.25
AR1 = MarkovNoise("ar1", 40.0, 3.0)


def noise_of(kind, points, seed):
    series = np.random.default_rng(seed).normal(size=(len(DATES), points))
    return np.linalg.cholesky(kind.covariance(YEARS)) @ series


@pytest.mark.parametrize("noise", [WHITE, AR1])
def test_false_alarms_come_at_the_stated_rate(noise):
    series = noise_of(noise, 4000, 1) + 30 * YEARS[:, None]
    series[::7, ::2] = np.nan
    found = LateSearch(VelocityModel(annual=True), DATES, 0.25, 4, noise)(series)
    assert (found.chance <= 0.05).mean() == pytest.approx(0.05, abs=0.013)
    assert (found.chance <= 0.01).mean() == pytest.approx(0.01, abs=0.006)


def test_a_planted_change_is_found_with_its_error():
    search = LateSearch(VelocityModel(), DATES, 0.25, 4, AR1)
    size = 60.0
    series = noise_of(AR1, 2000, 2) + size * np.maximum(YEARS - YEARS[66], 0)[:, None]
    found = search(series)
    known = found.entry == np.flatnonzero(search.dates == DATES[66])[0]
    assert (found.chance <= 0.01).mean() > 0.95
    off = np.abs((search.dates[found.entry] - DATES[66]).astype(int))
    assert np.median(off) <= 24
    # Of the points whose date came out right: chosen by their noise, so a little off.
    assert np.median(found.change[known]) == pytest.approx(size, rel=0.05)
    assert np.std((found.change - size)[known] / found.std[known]) == pytest.approx(1, abs=0.3)


def test_what_cannot_be_searched_is_none():
    series = noise_of(WHITE, 3, 3)
    series[5:, 1] = np.nan
    found = LateSearch(VelocityModel(), DATES, 0.25)(series)
    assert found.entry[1] == -1 and np.isnan(found.chance[1]) and np.isnan(found.change[1])
    with pytest.raises(GroundshiftError, match="holds no date with 4 others"):
        LateSearch(VelocityModel(), DATES[:6], 0.25)


def test_the_flagged_points_of_xinmo(shared_data, tmp_path):
    table = shared_data("xinmo_stamps_ps") / "Maoxian_PS.csv"
    numbers = call("pointvelocity", points=table, result=tmp_path / "r.gpkg")
    assert (numbers["count"], numbers["fitted"], numbers["late"]) == (97, 97, 6)
    result = read_table(tmp_path / "r.gpkg")
    late = result.columns["late_change"] == 1
    assert (result.columns["late_change_mm_yr"][late] < -80).all()
    assert (result.columns["late_change_year"][late] > 2017.2).all()
    assert np.ptp(result.y[late]) < 0.0015


def test_points_in_parts_are_those_of_one_part(tmp_path):
    """A layer of another maker: text columns go along, the result does not depend on the memory."""
    series = noise_of(WHITE, 300, 4) + 10 * YEARS[:, None]
    head = "CODE,lon,lat,COHERENCE," + ",".join(f"D{d}".replace("-", "") for d in DATES)
    lines = [
        f"A{k},12.5,{41 + 1e-3 * k},0.8," + ",".join(f"{v:.2f}" for v in values)
        for k, values in enumerate(series.T)
    ]
    (tmp_path / "p.csv").write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    tables = []
    for memory in (64, 2048):
        out = tmp_path / f"{memory}.gpkg"
        call("pointvelocity", points=tmp_path / "p.csv", memory=memory, result=out)
        tables.append(read_table(out))
    for name, values in tables[0].columns.items():
        assert np.array_equal(values, tables[1].columns[name], equal_nan=values.dtype.kind == "f")
    rate, std = (tables[0].columns[f"velocity_{n}mm_yr"] for n in ("", "std_"))
    assert np.std((rate - 10) / std) == pytest.approx(1, abs=0.15)
    assert tables[0].columns["CODE"][7] == "A7" and tables[0].columns["coherence"][7] == 0.8


def test_wide_layers_are_read_again(tmp_path):
    """GDAL 3.6 read GeoPackages of more than 126 columns as empty."""
    head = "lon,lat," + ",".join(f"D{d}".replace("-", "") for d in DATES[0] + 6 * np.arange(140))
    row = ",".join(f"{0.1 * k:.1f}" for k in range(140))
    lines = [head, *(f"12.5,{41 + 1e-3 * k},{row}" for k in range(30))]
    (tmp_path / "p.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    first = call("pointvelocity", points=tmp_path / "p.csv", result=tmp_path / "a.gpkg")
    again = call("pointvelocity", points=tmp_path / "a.gpkg", result=tmp_path / "b.gpkg")
    assert again["count"] == first["count"] == 30
