# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""SARscape's unwrapped phases, whose sign is asked for, and velocities: what its headers tell."""

import numpy as np
import product_files
import pytest
import sarscape_files as make
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.interferograms import find_product
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.toolbox import call
from imported_stack import check_pixels, imported

AWAY = {"phase_sign": 1.0}


def test_a_stack_on_the_map(tmp_path):
    folder = make.write_sarscape(tmp_path / "i")
    product, report, stack, block, geometry = imported(folder, tmp_path, **AWAY)
    assert product.kind == "sarscape" and product.phase_sign is None and report.notes == ()
    check_pixels(stack, block)
    assert stack.wavelength == pytest.approx(0.0554658, abs=1e-7)
    np.testing.assert_allclose(stack.grid.transform, product_files.GEOGRAPHIC, atol=1e-9)
    assert stack.attributes["EPSG"] == "4326" and stack.attributes["PLATFORM"] == "Sen"
    np.testing.assert_allclose(geometry["incidenceAngle"], 39.0674, rtol=1e-5)
    assert {"heading", "height", "perpendicular_baseline"} == set(report.missing)


def test_the_sign_is_asked_for(tmp_path):
    """A bowl that sinks, in a phase that grows as the ground comes closer, and in the other one."""
    row, col = np.indices((product_files.ROWS, product_files.COLS))
    rate = -0.05 * np.exp(-((row - 3) ** 2 + (col - 4) ** 2) / 5.0)  # towards, metres a year
    wavelength = 299792458.0 / make.FREQUENCY
    moved = rate * 12 / 365.25
    for towards in (1, -1):
        folder = make.write_sarscape(
            tmp_path / str(towards),
            values=lambda i, j, s=towards: s * 4 * np.pi / wavelength * moved * (j - i),
        )
        with pytest.raises(GroundshiftError, match="sign of its phase; say it .SIGN."):
            imported(folder, tmp_path)
        _, _, stack, block, _ = imported(folder, tmp_path, phase_sign=-1.0 * towards)
        found = -stack.wavelength / (4 * np.pi) * block.phase
        np.testing.assert_allclose(found[0].ravel()[1:], moved.ravel()[1:], atol=1e-7)
        np.testing.assert_allclose(found[1].ravel()[1:], 2 * moved.ravel()[1:], atol=1e-7)
        assert np.nanmin(found) < -3e-3


def test_a_later_reference_is_turned_round(tmp_path):
    folder = make.write_sarscape(tmp_path / "i", flip=True)
    _, report, stack, block, _ = imported(folder, tmp_path, **AWAY)
    check_pixels(stack, block)
    assert any("turned round" in note for note in report.notes)


def test_without_its_headers_the_names_tell_the_dates(tmp_path):
    folder = make.write_sarscape(tmp_path / "i", sml=False)
    with pytest.raises(GroundshiftError, match="wavelength"):
        imported(folder, tmp_path, **AWAY)
    _, report, stack, block, _ = imported(folder, tmp_path, wavelength=0.0555, nodata=-999, **AWAY)
    check_pixels(stack, block)
    assert "incidence" in report.missing
    pair = folder / "IS_20200105_20200117_upha_geo"
    for file in (pair, pair.with_name(f"{pair.name}.hdr")):
        file.rename(file.with_name(file.name.replace("_20200117", "")))
    with pytest.raises(GroundshiftError, match="does not hold two dates"):
        find_product(folder)


def test_in_radar_coordinates_where_nothing_is_on_the_map(tmp_path):
    folder = make.write_sarscape(tmp_path / "i", place="")
    make.write_raster(folder / "x_mai_upha", np.ones((6, 8)), make.DATES[:2])
    _, report, stack, block, _ = imported(folder, tmp_path, **AWAY)
    check_pixels(stack, block)
    assert any("not be placed on the map" in note for note in report.notes)
    first = "IS_20200105_20200117"
    for name in (f"{first}_upha_geo", f"{first}_cc_geo"):
        make.write_raster(folder / name, np.full((6, 8), 0.5), make.DATES[:2])
    product = find_product(folder)
    assert [pair.name for pair in product.interferograms] == ["20200105_20200117"]
    assert product.grid.crs and any(
        "2 unwrapped phases are not on a map" in n for n in product.notes
    )


def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path):
    folder = make.write_sarscape(tmp_path / "i")
    pair = folder / "IS_20200105_20200117_upha_geo"
    header = pair.with_name(f"{pair.name}.sml")
    text = header.read_text()
    for changed, said in (
        (text[:300], "cannot be read"),
        (text.replace("05-JAN-2020", "05-QQQ-2020"), "is no date such as 02-DEC-2021"),
        (text.replace("5405000454", "9650000454"), "carrier frequency"),
    ):
        header.write_text(changed)
        with pytest.raises(GroundshiftError, match=said):
            find_product(folder)
    header.write_text(text)
    pair.write_bytes(pair.read_bytes()[:40])
    with pytest.raises(
        GroundshiftError, match="upha_geo: is 40 bytes long, and 6x8 pixels need 192"
    ):
        find_product(folder)
    (tmp_path / "x").mkdir()
    (tmp_path / "x/a_cc").write_text("a")
    with pytest.raises(GroundshiftError, match="no unwrapped phase of SARscape"):
        find_product(tmp_path / "x", "sarscape")


@pytest.mark.parametrize("name", ["G_SI_velocity_geo", "SI_vel_geo"])
def test_velocities_of_sbas_become_a_raster(tmp_path, name):
    """Millimetres a year towards the satellite; -999 is no data by SARscape's own header alone."""
    rates = 0.5 * np.arange(48.0).reshape(6, 8) - 10
    rates[0, 0] = -999.0
    path = make.write_raster(tmp_path / name, rates, make.DATES[:2])
    found = call("importvelocity", file=path, velocity=tmp_path / "v.tif")
    grid, values, names = read_raster(tmp_path / "v.tif")
    assert names == ["velocity_mm_yr"] and np.isnan(values[0, 0, 0]) and grid.crs
    np.testing.assert_allclose(values[0].ravel()[1:], rates.ravel()[1:], atol=1e-5)
    assert grid.transform == pytest.approx(make.GEOGRAPHIC)
    assert (found["found"], found["pixels"]) == ("sarscape", 47)
    assert found["fastest_away"] == pytest.approx(-9.5)


def test_velocities_along_other_directions_and_cut_files_are_refused(tmp_path):
    rates, said = np.ones((6, 8)), []
    for name in ("G_SI_velocity_VD_geo", "G_SI_velocity_SD_geo", "G_SI_velocity_geo"):
        path = make.write_raster(tmp_path / name, rates, make.DATES[:2])
        if "D_geo" not in name:
            path.write_bytes(path.read_bytes()[:40])
        with pytest.raises(GroundshiftError) as error:
            call("importvelocity", file=path, velocity=tmp_path / "v.tif")
        said.append(str(error.value))
    assert all("has projected its motion" in text for text in said[:2])
    assert "is 40 bytes long, and 6x8 pixels need 192" in said[2]
    assert not (tmp_path / "v.tif").exists()
