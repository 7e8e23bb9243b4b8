# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The validation tool through the real qgis_process."""

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from runs import succeeded


@pytest.fixture(scope="module")
def layers(tmp_path_factory):
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.grid import Grid
    from groundshift.algorithms.data.los import from_incidence_heading
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster
    from groundshift.algorithms.formats.vectors.tables import write_table

    folder = tmp_path_factory.mktemp("layers")
    rng = np.random.default_rng(0)
    wkt = wkt_from_epsg(32633)
    grid = Grid(60, 80, (500000.0, 50.0, 0.0, 4200000.0, 0.0, -50.0), wkt)
    rows, cols = rng.integers(2, 58, 25), rng.integers(2, 78, 25)
    enu = rng.normal(0, 15, (25, 3))
    los = from_incidence_heading(39.0, -12.0)
    rates = np.zeros(grid.shape)
    rates[rows, cols] = los.project(*enu.T) + 30.0
    write_raster(folder / "v.tif", grid, rates, [BandInfo("velocity_mm_yr", "mm/yr")])
    x, y = grid.xy(rows, cols)
    columns = {"site": np.array([f"G{k}" for k in range(25)], dtype=object)}
    for name, values in zip("enu", enu.T):
        columns[f"v{name}"] = values + rng.normal(0, 0.5, 25)
        columns[f"s{name}"] = np.full(25, 0.5)
    write_table(folder / "gnss.gpkg", wkt, x, y, columns)
    write_table(folder / "odd.gpkg", wkt, x, y, {"Hoehe_mm": enu[:, 2]})
    return folder


def given(layers, tmp_path, **more):
    return {
        "INSAR": layers / "v.tif", "GROUND": layers / "gnss.gpkg", "METHOD": "nearest",
        "DISTANCE": 40, "INCIDENCE": 39, "HEADING": -12, "PAIRS": tmp_path / "p.gpkg",
        "REPORT": tmp_path / "r.html", **more,
    }  # fmt: skip


def test_a_raster_against_gnss(qgis_process, layers, tmp_path):
    result = qgis_process.run("validate", given(layers, tmp_path))
    assert result.code == 0, result.stderr
    numbers = result.results
    assert numbers["COUNT"] == 25
    assert numbers["OFFSET"] == pytest.approx(30, abs=0.5)
    assert numbers["RAW_BIAS"] == pytest.approx(30, abs=0.5)
    assert numbers["RMSE"] < 1 and abs(numbers["BIAS"]) < 0.3
    assert numbers["SLOPE_LOW"] < 1 < numbers["SLOPE_HIGH"]
    assert numbers["CLASS"] == "A" and numbers["WARNINGS"] == ""
    assert numbers["NORMALISED_RMS"] == pytest.approx(1, abs=0.4)
    style = ElementTree.parse(tmp_path / "p.qml").find(".//renderer-v2")
    assert (style.get("type"), style.get("attr")) == ("categorizedSymbol", "class")
    assert "<svg" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_fields_that_are_chosen_and_a_vertical_quantity(qgis_process, layers, tmp_path):
    more = {"GROUND": layers / "odd.gpkg", "GROUND_UP": "Hoehe_mm", "QUANTITY": "vertical"}
    result = qgis_process.run("validate", given(layers, tmp_path, REPORT=None, **more))
    assert result.code == 0, result.stderr
    assert result.results["COUNT"] == 25 and result.results["RMSE"] > 3
    wrong = qgis_process.run(
        "validate", given(layers, tmp_path, GROUND=layers / "odd.gpkg", PAIRS=tmp_path / "q.gpkg")
    )
    assert wrong.code == 1 and "no field with a rate" in wrong.stderr
    assert not (tmp_path / "q.gpkg").exists()


def test_horizontal_gnss_as_csv(qgis_process, shared_data, tmp_path):
    """The commonest published kind: east and north with their errors, in a table."""
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.los import from_incidence_heading
    from groundshift.algorithms.formats.vectors.tables import write_table

    text = (shared_data("gnss_strain") / "NorCal_stationvels.txt").read_text()
    rows = [line.split()[:8] for line in text.splitlines() if not line.startswith("#")]
    values = np.array(rows, float)
    lines = [",".join(row[i] for i in (0, 1, 2, 3, 5, 6)) for row in rows]
    (tmp_path / "gnss.csv").write_text(
        "\n".join(["lon,lat,ve,vn,std_east,std_north", *lines]) + "\n"
    )
    los = from_incidence_heading(39.0, -12.0)
    rate = values[:, 2:5] @ np.array([los.east, los.north, los.up])
    write_table(
        tmp_path / "insar.gpkg", wkt_from_epsg(4326), *values[:, :2].T,
        {"velocity_mm_yr": rate, "velocity_std_mm_yr": np.ones(len(rate))},
    )  # fmt: skip
    run = qgis_process.run("validate", {
        "INSAR": str(tmp_path / "insar.gpkg"), "GROUND": str(tmp_path / "gnss.csv"),
        "INCIDENCE": 39, "HEADING": -12, "REFERENCE": "ramp",
        "PAIRS": str(tmp_path / "pairs.gpkg"),
    })  # fmt: skip
    results = succeeded(run)
    assert results["COUNT"] == len(rows)
    # What is left is vertical motion, which the table does not hold.
    spread = float(np.std(values[:, 4])) * float(los.up)
    assert results["RMSE"] == pytest.approx(spread, rel=0.1)
