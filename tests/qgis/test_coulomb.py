# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of Coulomb stress change as a user makes them."""

import numpy as np
import pytest
from runs import one_sentence, run_here, succeeded

LANDERS = "s1992LANDER01COHE.fsp"
INP = """one
two
#reg1=  0  #reg2=  0  #fixed=   1  sym=  1
 PR1=       0.250     PR2=       0.250   DEPTH=       5.000
  E1=     8.000e+005   E2=     8.000e+005
XSYM=       .000     YSYM=       .000
FRIC=          0.400
S1DR=         19.000 S1DP=         -0.010 S1IN=        100.000 S1GD=          0.000
S2DR=         89.990 S2DP=         89.990 S2IN=         30.000 S2GD=          0.000
S3DR=        109.000 S3DP=         -0.010 S3IN=          0.000 S3GD=          0.000

  #   X-start    Y-start     X-fin      Y-fin   Kode  rt.lat    reverse   dip angle     top      bot
xxx xxxxxxxxxx xxxxxxxxxx xxxxxxxxxx xxxxxxxxxx xxx xxxxxxxxxx xxxxxxxxxx xxxxxxxxxx xxxxxxxxxx xxx
  1     0.0000   -10.0000     0.0000    10.0000 100     1.0000     0.0000    90.0000     0.5  10.0 a

     Grid Parameters
  1  ----------------------------  Start-x =      -40.0000000
  2  ----------------------------  Start-y =      -40.0000000
  3  --------------------------   Finish-x =       40.0000000
  4  --------------------------   Finish-y =       40.0000000
  5  ------------------------  x-increment =        4.0000000
  6  ------------------------  y-increment =        4.0000000
     Cross section default
  1  ----------------------------  Start-x =      -16.0000000
  2  ----------------------------  Start-y =        1.0000000
  3  --------------------------   Finish-x =       16.0000000
  4  --------------------------   Finish-y =        1.0000000
  5  ------------------  Distant-increment =        1.0000000
  6  ----------------------------  Z-depth =       20.0000000
  7  ------------------------  Z-increment =        1.0000000
"""


@pytest.fixture
def inp(tmp_path):
    path = tmp_path / "one.inp"
    path.write_text(INP)
    return path


@pytest.fixture
def simple(inp, tmp_path):
    return {
        "SLIP_FILE": str(inp), "DEPTHS": "5", "STRIKE": 0, "DIP": 90, "RAKE": 180,
        "CELL": 2000, "CHANGE": str(tmp_path / "out" / "change.tif"),
    }  # fmt: skip


def test_the_rock_of_a_coulomb_file(plugin, simple, tmp_path):
    """800,000 bar make a shear modulus of 32 GPa, not 30."""
    largest = []
    for more in ({}, {"SHEAR_MODULUS": 30}):
        results, problem = run_here("coulomb", {**simple, **more})
        assert not problem
        largest.append(results["LARGEST"])
    assert largest[0] / largest[1] == pytest.approx(32 / 30, rel=1e-6)


def at(path, lon, lat, band=1):
    """Value of a raster in degrees at a place."""
    from osgeo import gdal

    source = gdal.Open(str(path))
    x0, dx, _, y0, _, dy = source.GetGeoTransform()
    values = source.GetRasterBand(band).ReadAsArray()
    return values[int((lat - y0) / dy), int((lon - x0) / dx)]


def test_landers_on_planes_of_the_san_andreas(qgis_process, shared_data, tmp_path):
    """The lobes of King, Stein and Lin (1994): Big Bear's place was raised by some 0.2 MPa."""
    outputs = {
        "CHANGE": "change.tif", "MAXIMUM": "max.tif", "PARTS": "parts.tif", "SECTIONS": "s.gpkg",
        "SECTION_PICTURE": "s.png",
    }  # fmt: skip
    lines = tmp_path / "lines.geojson"
    lines.write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, '
        '"geometry": {"type": "LineString", "coordinates": [[-117.3, 34.0], [-116.2, 34.5]]}}]}'
    )
    results = succeeded(qgis_process.run("coulomb", {
        "SLIP_FILE": shared_data("finite_fault_models") / LANDERS, "DEPTHS": "6.25, 10",
        "STRIKE": 315, "DIP": 90, "RAKE": 180, "CELL": 3000, "SECTION_LINES": lines,
        **{name: tmp_path / file for name, file in outputs.items()},
    }))  # fmt: skip
    change = tmp_path / "change.tif"
    assert 0.1 < at(change, -116.827, 34.203) < 0.35  # Big Bear, three hours later
    assert at(change, -116.317, 33.961) > 0.01  # Joshua Tree, off the southern end
    assert at(change, -117.4, 34.7) < -0.01  # to the west, in the shadow
    assert at(change, -115.7, 34.2) < -0.01  # to the east
    assert results["RAISED"] > 3000 and results["LOWERED"] > 3000
    assert results["LARGEST"] < 100
    names = {path.name for path in tmp_path.iterdir()}
    assert {"change.qml", "max.qmd", "parts.qml", "s.qml", "s.png"} <= names


def test_settings_of_the_file(plugin, simple, tmp_path):
    """Its grid, depth, friction, regional stress and section are taken."""
    from osgeo import gdal
    from qgis.core import QgsVectorLayer

    out = tmp_path / "out"
    given = {
        "SLIP_FILE": simple["SLIP_FILE"], "FILE_SETTINGS": True, "RECEIVER": "optimal strike-slip",
        "CHANGE": str(out / "c.tif"), "PLANES": str(out / "p.tif"),
        "SECTIONS": str(out / "s.gpkg"), "SECTION_PICTURE": str(out / "s.png"),
    }  # fmt: skip
    _, problem = run_here("coulomb", given)
    assert not problem
    change = gdal.Open(str(out / "c.tif"))
    assert (change.RasterXSize, change.RasterYSize) == (21, 21)
    assert change.GetRasterBand(1).GetDescription() == "coulomb_5km_mpa"
    assert change.GetRasterBand(1).GetUnitType() == "MPa"
    planes = gdal.Open(str(out / "p.tif"))
    assert planes.GetRasterBand(2).ReadAsArray().max() == 90
    # far off: half of atan(1 / 0.4) beside an axis of 19 degrees
    strike = planes.GetRasterBand(1).ReadAsArray()[0, 0]
    assert strike % 180 == pytest.approx(19 - 34.1 + 180, abs=2)
    layer = QgsVectorLayer(str(out / "s.gpkg"), "s")
    assert layer.featureCount() == 32 * 20
    assert [r.label() for r in layer.renderer().ranges()][-1] == "above 0.5 MPa"
    assert (out / "s.png").stat().st_size > 5000


def test_a_file_without_settings(plugin, simple, tmp_path):
    """The receiver that is given holds, and a section that is nowhere is missed."""
    path = tmp_path / "two.inp"
    path.write_text(INP.split("     Grid Parameters")[0])
    given = {**simple, "SLIP_FILE": str(path), "FILE_SETTINGS": True}
    _, problem = run_here("coulomb", {**given, "SECTION_PICTURE": str(tmp_path / "out" / "s.png")})
    assert "SECTION_LINES" in one_sentence(problem)
    assert not (tmp_path / "out").exists()
    _, problem = run_here("coulomb", {**given, "RAKE": None})
    assert "rake" in one_sentence(problem)
    results, problem = run_here("coulomb", given)
    assert not problem
    assert results["LARGEST"] > 0.1


def test_axes_as_a_matrix_are_those_of_azimuth_and_regime(plugin, simple, tmp_path):
    from osgeo import gdal

    found = []
    for k, given in enumerate((
        {"SHMAX_AZIMUTH": 30, "REGIME": "thrust", "DIFFERENCE": 10},
        {"REGIONAL_AXES": [30, 0, 12, 1, 120, 0, 7, 1, 0, 90, 2, 1]},
        {"REGIONAL_AXES": "30,0,12,1,120,0,7,1,0,90,2,1"},
    )):  # fmt: skip
        path = tmp_path / f"p{k}.tif"
        _, problem = run_here(
            "coulomb", {**simple, "RECEIVER": "optimal", "PLANES": str(path), **given}
        )
        assert not problem
        found.append(gdal.Open(str(path)).ReadAsArray())
    np.testing.assert_allclose(found[1], found[0], atol=1e-3)
    np.testing.assert_array_equal(found[2], found[1])


def test_a_raster_gives_the_grid(plugin, simple, tmp_path):
    from groundshift.algorithms.data.grid import Grid
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster
    from osgeo import gdal

    template = tmp_path / "template.tif"
    grid = Grid(7, 9, (11.5, 0.01, 0, 45.2, 0, -0.01), _degrees())
    write_raster(template, grid, np.zeros((7, 9)), [BandInfo("x")])
    _, problem = run_here("coulomb", {**simple, "TEMPLATE": str(template)})
    assert "CRS" in one_sentence(problem)
    _, problem = run_here(
        "coulomb", {**simple, "TEMPLATE": str(template), "SLIP_ORIGIN": "11.5,45.2 [EPSG:4326]"}
    )
    assert not problem
    change = gdal.Open(simple["CHANGE"])
    assert (change.RasterXSize, change.RasterYSize) == (9, 7)
    assert change.GetGeoTransform()[0] == 11.5


def _degrees():
    from groundshift.algorithms.data.crs import wkt_of

    return wkt_of("EPSG:4326")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"SLIP_FILE": "nowhere.fsp"}, "nowhere.fsp"),
        ({"SLIP_FILE": None}, "Slip model"),
        ({"DEPTHS": "5; deep"}, "Depths (km) (DEPTHS)"),
        ({"DEPTHS": "-3"}, "Depths (km) (DEPTHS)"),
        ({"DEPTHS": ""}, "DEPTHS"),
        ({"RAKE": None}, "RAKE"),
        ({"DIP": 120}, "DIP"),
        ({"RECEIVER": "best"}, "none of the choices"),
        ({"RECEIVER": "optimal"}, "regional stress"),
        ({"RECEIVER": "optimal", "REGIONAL_AXES": [1, 2, 3]}, "three rows"),
        ({"RECEIVER": "optimal", "REGIONAL_AXES": ["a"] * 12}, "three rows"),
        ({"RECEIVER": "optimal", "REGIONAL_AXES": [0, 0, 1, 0] * 3}, "right angles"),
        ({"PLANES": "planes.tif"}, "PLANES"),
        ({"SECTIONS": "sections.gpkg"}, "SECTION_LINES"),
        ({"SKEMPTON": 2}, "SKEMPTON"),
        ({"CELL": 1e9}, "CELL"),
        ({"CELL": 9e7}, "cells"),
        ({"CELL": 0.01}, "cells"),
        ({"CRS": "EPSG:4326"}, "CRS"),
        ({"EXTENT": "5,5,1,1"}, "EXTENT"),
        ({"SHEAR_MODULUS": 0}, "SHEAR_MODULUS"),
        ({"CHANGE": "change.jpg"}, "CHANGE"),
    ],
)
def test_one_sentence(plugin, simple, tmp_path, change, words):
    for name in ("PLANES", "SECTIONS", "CHANGE"):
        if name in change:
            change = {name: str(tmp_path / "out" / change[name])}
    _, problem = run_here("coulomb", {**simple, **change})
    assert words in one_sentence(problem)
    assert not (tmp_path / "out").exists()


def test_files_that_are_no_models(plugin, simple, tmp_path):
    for name, text in (
        ("a.fsp", ""),
        ("b.inp", INP.split("     0.5  ")[0]),
        ("c.txt", "hello\n"),
        ("d.inp", "\0"),
    ):
        path = tmp_path / name
        path.write_text(text)
        _, problem = run_here("coulomb", {**simple, "SLIP_FILE": str(path)})
        assert name in one_sentence(problem)
    still = tmp_path / "still.inp"
    still.write_text(INP.replace("100     1.0000", "100     0.0000"))
    _, problem = run_here("coulomb", {**simple, "SLIP_FILE": str(still)})
    assert "slip" in one_sentence(problem)
    assert not (tmp_path / "out").exists()
