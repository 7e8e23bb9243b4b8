# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""SNAP's unwrapped interferograms: dates, sign, map, look, baselines, wavelength."""

import numpy as np
import pytest
import snap_files as make
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.interferograms import find_product
from groundshift.algorithms.formats.regrid import same_crs
from imported_stack import check_pixels, imported
from product_files import GEOGRAPHIC, UTM

WRITERS = {"dimap": make.write_dimap, "geotiff": make.write_geotiff}


@pytest.mark.parametrize("kind", WRITERS)
def test_products(tmp_path, kind):
    WRITERS[kind](tmp_path / "s")
    product, report, stack, block, geometry = imported(tmp_path / "s", tmp_path)
    assert product.kind == "snap" and report.missing == () and report.notes == ()
    check_pixels(stack, block)
    assert stack.wavelength == pytest.approx(299792458.0 / 5.405000454334349e9, rel=1e-12)
    # Not the map of the ENVI headers.
    assert stack.grid.transform == pytest.approx(GEOGRAPHIC)
    assert same_crs(stack.grid.crs, wkt_from_epsg(4326))
    np.testing.assert_allclose(stack.perpendicular_baseline, [40.0, -15.5, -55.5])
    np.testing.assert_allclose(geometry["incidenceAngle"], make.INCIDENCE)
    np.testing.assert_allclose(geometry["height"], make.HEIGHT)
    np.testing.assert_allclose(geometry["azimuthAngle"], 102.5)
    assert float(stack.attributes["NLOOKS"]) == 16
    assert stack.attributes["ORBIT_DIRECTION"] == "ASCENDING"
    assert stack.attributes["PLATFORM"] == "Sen"
    assert float(stack.attributes["HEADING"]) == pytest.approx(make.HEADING)


@pytest.mark.parametrize("kind", WRITERS)
def test_utm(tmp_path, kind):
    how = {"wkt": make.UTM33} if kind == "dimap" else {"epsg": 32633}
    WRITERS[kind](tmp_path / "s", transform=UTM, **how)
    _, _, stack, block, _ = imported(tmp_path / "s", tmp_path)
    check_pixels(stack, block)
    assert stack.grid.transform == pytest.approx(UTM)
    assert same_crs(stack.grid.crs, wkt_from_epsg(32633))


@pytest.mark.parametrize("how", [
    {"apart": True}, {"flip": True}, {"suffix": True}, {"old": True},
    {"apart": True, "flip": True, "old": True},
])  # fmt: skip
def test_all_ways_of_naming(tmp_path, how):
    make.write_dimap(tmp_path / "s", **how)
    _, report, stack, block, _ = imported(tmp_path / "s", tmp_path)
    check_pixels(stack, block)
    # What the reference of the turned pair says of its secondary, turned.
    turned = -55.52 if how.get("flip") else -55.5
    np.testing.assert_allclose(stack.perpendicular_baseline, [40.0, -15.5, turned], atol=1e-4)
    assert any("later date first" in n for n in report.notes) == bool(how.get("flip"))


def test_renamed_product(tmp_path):
    folder = make.write_dimap(tmp_path / "s")
    for path in sorted(folder.glob("20200105_20200117_tc.*")):
        path.rename(path.with_name(f"mine{path.suffix}"))
    _, _, stack, block, _ = imported(folder, tmp_path)
    check_pixels(stack, block)


def test_without_bands_of_the_look(tmp_path):
    make.write_dimap(tmp_path / "s", extra=False, keys={"centre_heading": 99999.0})
    _, report, _, _, geometry = imported(tmp_path / "s", tmp_path)
    assert set(report.missing) == {"height", "heading"}
    np.testing.assert_allclose(geometry["incidenceAngle"], 38.5)
    make.write_dimap(tmp_path / "t", extra=False, keys={"incidence_near": 99999.0})
    assert "incidence" in imported(tmp_path / "t", tmp_path)[1].missing


@pytest.mark.parametrize("keys, heading", [
    ({"centre_heading": 347.5}, -12.5), ({"centre_heading": 192.0, "PASS": "DESCENDING"}, -168.0),
    ({"centre_heading": 167.5}, None), ({"centre_heading": -1.0}, None), ({"PASS": ""}, None),
])  # fmt: skip
def test_the_heading_is_taken_where_the_pass_agrees(tmp_path, keys, heading):
    make.write_dimap(tmp_path / "s", extra=False, keys=keys)
    _, report, stack, *_ = imported(tmp_path / "s", tmp_path)
    assert ("heading" in report.missing) == (heading is None)
    if heading is not None:
        assert float(stack.attributes["HEADING"]) == pytest.approx(heading)


def test_geotiff_without_the_header(tmp_path):
    make.write_geotiff(tmp_path / "s", tagged=False)
    with pytest.raises(GroundshiftError, match="wavelength"):
        imported(tmp_path / "s", tmp_path)
    product, report, stack, block, _ = imported(tmp_path / "s", tmp_path, wavelength=0.0555)
    assert product.kind == "snap"
    check_pixels(stack, block)
    assert set(report.missing) >= {"incidence", "heading", "perpendicular_baseline"}


def test_products_in_radar_geometry(tmp_path):
    """Are passed over beside geocoded ones, and refused where there are no others."""
    make.write_dimap(tmp_path / "s", extra=False)
    make.write_dimap(tmp_path / "s" / "radar", [(0, 1)], wkt="")
    _, report, stack, block, _ = imported(tmp_path / "s", tmp_path)
    check_pixels(stack, block)
    assert any("1 unwrapped phases are not on a map" in note for note in report.notes)
    with pytest.raises(GroundshiftError, match="Range-Doppler Terrain Correction"):
        find_product(tmp_path / "s" / "radar")


def test_damaged_and_foreign_files_are_refused(tmp_path):
    folder = make.write_dimap(tmp_path / "s")
    path = folder / "20200105_20200117_tc.dim"
    good = path.read_text(encoding="latin-1")
    for old, new, said in (
        (
            "<BAND_NAME>Unw_Phase_ifg_IW1_VV_05Jan2020_17Jan2020",
            "<BAND_NAME>Unw_x",
            "does not hold two dates",
        ),
        ("<NCOLS>8", "<NCOLS>9", "6x8 pixels and 20200105_20200117_tc.dim says 6x9"),
        ("</Dimap_Document>", "", "cannot be read"),
        (",0.0,0.0,", ",0.1,0.0,", "rotated"),
        ('GEOGCS["WGS84(DD)"', 'NOTHING["x"', "CRS cannot be understood"),
        ("abs_phase", "m", "in m, not in radians"),
        ("5405.000454334349", "1257.5", "radar frequency"),
    ):
        assert old in good
        path.write_text(good.replace(old, new), encoding="latin-1")
        with pytest.raises(GroundshiftError, match=said):
            find_product(folder)
    with pytest.raises(GroundshiftError, match="holds no unwrapped phase of SNAP"):
        (tmp_path / "x").mkdir()
        (tmp_path / "x/a.txt").write_text("a")
        find_product(tmp_path / "x", "snap")


def test_geotiff_with_another_number_of_bands_is_refused(tmp_path):
    make.write_geotiff(tmp_path / "s", virtual=False)
    find_product(tmp_path / "s")
    path = next((tmp_path / "s").glob("*.tif"))
    text = make.header("a", [("Unw_Phase_ifg_05Jan2020_17Jan2020", "phase")], 0, 1)
    make.tag(path, text)
    with pytest.raises(GroundshiftError, match="has 4 bands and SNAP's header in it names 1"):
        find_product(tmp_path / "s")
