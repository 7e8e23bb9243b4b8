# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress change of volcanic sources on maps and on faults."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.vectors.features import write_lines
from groundshift.algorithms.formats.vectors.tables import read_table, write_table
from groundshift.algorithms.formats.vectors.wkb import line_wkb
from groundshift.algorithms.toolbox import call

UTM = wkt_from_epsg(32633)
X, Y = 427e3, 4520e3
MODULUS = 20e9


@pytest.fixture
def mogi(tmp_path):
    """A deep Mogi point: near to it the surface plays no part."""
    columns = {"kind": np.array(["mogi"], object), "depth_km": [60.0], "dvolume_m3": [1e7]}
    columns = {name: np.asarray(values) for name, values in columns.items()}
    write_table(tmp_path / "v.gpkg", UTM, np.array([X]), np.array([Y]), columns)
    return tmp_path / "v.gpkg"


def test_a_map_is_the_field_of_a_centre_of_dilatation(mogi, tmp_path):
    reach = 4000.0
    call(
        "coulomb", sources=mogi, depths="60", strike=0.0, dip=90.0, rake=0.0, friction=0.5,
        extent=(X - reach, Y - reach, X + reach, Y + reach), cell=1000.0, shear_modulus=20.0,
        change=tmp_path / "c.tif", parts=tmp_path / "p.tif",
    )  # fmt: skip
    grid, (shear, normal), _ = read_raster(tmp_path / "p.tif")
    column, row = np.meshgrid(np.arange(grid.cols), np.arange(grid.rows))
    # In whole space displacement is dV r / (4 pi r^3), and dilatation is nothing.
    local = LocalMetres(UTM, X, Y)
    x, y = local.of(UTM, *grid.xy(row.ravel(), column.ravel()), "grid").T
    far = np.hypot(x, y)
    size = 2 * MODULUS * 1e7 / (4 * np.pi * far**3) / 1e6
    away = far > 1500
    east = (size * (1 - 3 * x**2 / far**2))[away]
    assert normal.ravel()[away] == pytest.approx(east, abs=2e-3 * np.abs(east).max())
    # The plane strikes north and dips east: its hanging wall, in the east, goes north.
    sideways = (size * (-3 * x * y / far**2))[away]
    assert shear.ravel()[away] == pytest.approx(sideways, abs=2e-3 * np.abs(east).max())
    change = read_raster(tmp_path / "c.tif")[1][0]
    assert change == pytest.approx(shear + 0.5 * normal, abs=1e-6 * np.abs(change).max())


def test_faults_receive_it(mogi, tmp_path):
    ends = np.array([[X + 20e3, Y - 8e3], [X + 20e3, Y + 8e3]])
    write_lines(tmp_path / "f.gpkg", UTM, [line_wkb(ends)],
                {"dip": np.array([60.0]), "rake": np.array([-90.0])}, "faults")  # fmt: skip
    found = call(
        "coulombfaults", sources=mogi, faults=tmp_path / "f.gpkg", depths="5, 10",
        segments=tmp_path / "s.gpkg", receivers=tmp_path / "r.gpkg",
    )  # fmt: skip
    assert found["resolved"] == 1
    table = read_table(tmp_path / "r.gpkg")
    assert np.isfinite(table.numbers("coulomb_kpa")).all()


def test_one_source_is_needed(mogi, tmp_path):
    given = {"strike": 0.0, "dip": 90.0, "rake": 0.0, "change": tmp_path / "c.tif"}
    with pytest.raises(GroundshiftError, match="volcanic sources"):
        call("coulomb", **given)
    with pytest.raises(GroundshiftError, match="both are given"):
        call("coulomb", sources=mogi, slip=mogi, **given)
