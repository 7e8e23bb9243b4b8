# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Each product is recognised by itself and read with its own sign, units and geometry."""

import h5py
import numpy as np
import product_files as make
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import StackReader, read_stack
from groundshift.algorithms.formats.interferograms import find_product, gamma
from groundshift.algorithms.formats.interferograms._common import dates_in, role_of
from imported_stack import check_pixels, imported

SENTINEL1 = 299792458.0 / 5.405e9


def test_licsar(tmp_path):
    make.write_licsar(tmp_path / "087A_04904_121313")
    product, report, stack, block, geometry = imported(tmp_path / "087A_04904_121313", tmp_path)
    assert product.kind == "licsar" and report.missing == () and report.notes == ()
    check_pixels(stack, block)
    assert stack.wavelength == pytest.approx(SENTINEL1, rel=1e-9)
    np.testing.assert_allclose(stack.perpendicular_baseline, [40.0, -15.5, -55.5])
    up = np.sqrt(1 - 0.37)
    np.testing.assert_allclose(geometry["incidenceAngle"], np.degrees(np.arccos(up)), rtol=1e-5)
    # East -0.6, north -0.1: the satellite is in the west, a bit south; anti-clockwise from north.
    np.testing.assert_allclose(
        geometry["azimuthAngle"], 90 + np.degrees(np.arctan(1 / 6)), rtol=1e-5
    )
    np.testing.assert_allclose(geometry["height"], 120.0)
    assert stack.attributes["ORBIT_DIRECTION"] == "ASCENDING"
    assert float(stack.attributes["HEADING"]) == pytest.approx(
        -np.degrees(np.arctan(1 / 6)), abs=1e-4
    )


def test_licsar_inside_its_frame_and_with_float_coherence(tmp_path):
    make.write_licsar(tmp_path / "frame", coherence_type="float32")
    product, report, stack, block, _ = imported(tmp_path / "frame" / "GEOC", tmp_path)
    assert product.kind == "licsar" and report.missing == ()
    check_pixels(stack, block)
    assert stack.perpendicular_baseline[0] == 40.0


def test_licsar_old_baseline_file(tmp_path):
    frame = make.write_licsar(tmp_path / "frame")
    (frame / "metadata" / "baselines").write_text(
        "1 20200105 20200117 40.0 12.0 -12.0 0.0 5.0 45.0\n"
        "2 20200117 20200129 -55.5 12.0 0.0 12.0 45.0 -10.5\n"
    )
    pairs = find_product(frame).interferograms
    assert [p.perpendicular_baseline for p in pairs] == [40.0, -15.5, -55.5]


@pytest.mark.parametrize("burst", [False, True])
def test_hyp3(tmp_path, burst):
    make.write_hyp3(tmp_path / "products", burst=burst)
    product, report, stack, block, geometry = imported(tmp_path / "products", tmp_path)
    assert product.kind == "hyp3" and report.missing == () and report.notes == ()
    check_pixels(stack, block)
    assert stack.wavelength == pytest.approx(SENTINEL1, rel=1e-9) and stack.looks == pytest.approx(
        80 / 1.94
    )
    np.testing.assert_allclose(stack.perpendicular_baseline, [10.0, 20.0, 10.0])
    # Elevation 51 deg, orientation 192 deg from east: incidence 39, azimuth 102 from north.
    np.testing.assert_allclose(geometry["incidenceAngle"], 39.0, rtol=1e-5)
    np.testing.assert_allclose(geometry["azimuthAngle"], 102.0, rtol=1e-5)
    np.testing.assert_allclose(geometry["height"], 300.0)
    assert stack.attributes["EPSG"] == "32633" and stack.attributes["X_UNIT"] == "meters"
    assert float(stack.attributes["HEADING"]) == pytest.approx(-12.0, abs=1e-4)


def test_hyp3_multi_burst_name_and_missing_text(tmp_path):
    name = "S1_064_000000s1n00-136231s2n02-000000s3n00_IW_20200604_20200616_VV_INT80_77F1"
    values = make.phase(0, 1)
    make.write_tif(tmp_path / f"{name}_unw_phase.tif", values, make.UTM, 32611, nodata=0)
    product = find_product(tmp_path)
    assert product.kind == "hyp3" and product.interferograms[0].name == "20200604_20200616"
    assert np.isnan(product.interferograms[0].perpendicular_baseline)
    assert product.geometry.los is None and product.geometry.heading is None


def test_hyp3_clipped_copies_do_not_count_twice(tmp_path):
    make.write_hyp3(tmp_path / "p")
    for path in list((tmp_path / "p").rglob("*_unw_phase.tif")):
        (path.with_name(path.name.replace(".tif", "_clipped.tif"))).write_bytes(path.read_bytes())
    product = find_product(tmp_path / "p")
    assert len(product.interferograms) == 3
    assert any("_unw_phase_clipped.tif" in note for note in product.notes)


def test_hyp3_of_two_tracks_is_refused(tmp_path):
    make.write_hyp3(tmp_path / "p")
    text = next((tmp_path / "p").rglob("*D02.txt"))
    text.write_text(text.read_text().replace("-13.02", "193.1"))
    with pytest.raises(GroundshiftError, match="one track"):
        find_product(tmp_path / "p")


@pytest.mark.parametrize("folder", ["", "geotiffs"])
@pytest.mark.parametrize("tags", [True, False])
def test_gamma(tmp_path, folder, tags):
    make.write_gamma(tmp_path / "site", tags=tags)
    product, report, stack, block, geometry = imported(tmp_path / "site" / folder, tmp_path)
    assert product.kind == "gamma" and report.missing == () and report.notes == ()
    check_pixels(stack, block)
    assert stack.wavelength == pytest.approx(299792458.0 / 5.4050005e9, rel=1e-9)
    assert stack.looks == pytest.approx(16 / 1.94)
    np.testing.assert_allclose(stack.perpendicular_baseline, [25.0, 50.0, 25.0])
    np.testing.assert_allclose(geometry["azimuthAngle"], 102.2742586, rtol=1e-6)
    np.testing.assert_allclose(geometry["incidenceAngle"], 39.7, atol=0.01)
    np.testing.assert_allclose(geometry["height"], 2240.0)


def test_gamma_tags_alone(tmp_path):
    make.write_gamma(tmp_path / "site")
    for path in list((tmp_path / "site").rglob("*.par")):
        path.unlink()
    product, report, *_ = imported(tmp_path / "site" / "geotiffs", tmp_path)
    assert product.kind == "gamma" and product.wavelength == pytest.approx(0.0555041577)
    assert report.missing == ("heading", "perpendicular_baseline")


def test_gamma_baseline_vector_without_table(tmp_path):
    make.write_gamma(tmp_path / "site", tables=False)
    pair = find_product(tmp_path / "site").interferograms[0]
    # C cos(look) - N sin(look) with the look angle of the header, 35.154 degrees.
    look = np.radians(35.15388599)
    expected = 40.1145 * np.cos(look) - 4.5090025 * np.sin(look)
    assert pair.perpendicular_baseline == pytest.approx(expected, rel=1e-6)


def write_mintpy(folder, placed=True, swapped=False):
    """MintPy's own layout, as it writes it: 0 for no data, EPSG but no WKT, gzip chunks."""
    folder.mkdir(parents=True)
    attributes = {
        "LENGTH": "6", "WIDTH": "8", "WAVELENGTH": "0.2424525", "ALOOKS": "4", "RLOOKS": "2",
        "HEADING": "-167.5", "FILE_TYPE": "ifgramStack", "UNIT": "radian", "REF_Y": "3",
        "mintpy.load.processor": "isce", "PLATFORM": "alos2",
    }  # fmt: skip
    if placed:
        attributes.update(
            X_FIRST="500000", Y_FIRST="4400000", X_STEP="80", Y_STEP="-80", X_UNIT="meters",
            Y_UNIT="meters", UTM_ZONE="33N",
        )  # fmt: skip
    order = ((0, 1), (0, 2), (1, 2))
    with h5py.File(folder / "ifgramStack.h5", "w") as file:
        values = np.array([make.phase(*pair) for pair in order], np.float32)
        values[:, 0, 0] = 0
        dates = [[make.DATES[a].encode(), make.DATES[b].encode()] for a, b in order]
        if swapped:
            dates[1], values[1] = dates[1][::-1], -values[1]
        options = {"chunks": (2, 4, 5), "compression": "gzip"}
        file.create_dataset("unwrapPhase", data=values, **options)
        coherence = np.array([make.coherence(*pair) for pair in order], np.float32)
        file.create_dataset("coherence", data=coherence, **options)
        file["connectComponent"] = np.ones((3, 6, 8), np.int16)
        file["date"] = np.array(dates)
        file["bperp"] = np.array([40.0, 15.5 if swapped else -15.5, -55.5], np.float32)
        file["dropIfgram"] = np.array([True, True, False])
        file.attrs.update(attributes)
    geometry = folder / ("geometryGeo.h5" if placed else "geometryRadar.h5")
    with h5py.File(geometry, "w") as file:
        file["height"] = np.full((6, 8), 55.0, np.float32)
        file["incidenceAngle"] = np.full((6, 8), 36.0, np.float32)
        file["azimuthAngle"] = np.full((6, 8), -102.0, np.float32)
        file.attrs.update(attributes)
    return folder


def test_looks_of_mintpys_stack_are_its_independent_ones_or_those_given(tmp_path):
    folder = write_mintpy(tmp_path / "inputs")
    with h5py.File(folder / "ifgramStack.h5", "a") as file:
        file.attrs["NCORRLOOKS"] = "5.5"
    assert imported(folder, tmp_path)[2].looks == 5.5
    assert imported(folder, tmp_path, looks=31)[2].looks == 31 / 1.94


@pytest.mark.parametrize("swapped", [False, True])
def test_mintpy(tmp_path, swapped):
    folder = write_mintpy(tmp_path / "inputs", swapped=swapped)
    product, report, _, _, geometry = imported(folder, tmp_path)
    stack = read_stack(tmp_path / "out_stack.h5")
    with StackReader(stack, keep=np.ones(3, bool)) as reader:
        block = reader.read(stack.grid.blocks(10**9)[0])
    assert product.kind == "mintpy" and report.missing == ()
    check_pixels(stack, block)
    assert stack.wavelength == 0.2424525 and stack.looks == pytest.approx(8 / 1.94)
    np.testing.assert_allclose(stack.perpendicular_baseline, [40.0, -15.5, -55.5])
    assert stack.keep.tolist() == [True, True, False]
    assert stack.attributes["EPSG"] == "32633" and stack.attributes["REF_Y"] == "3"
    assert stack.attributes["ORBIT_DIRECTION"] == "DESCENDING"
    np.testing.assert_allclose(geometry["azimuthAngle"], -102.0)
    text = " ".join(report.notes)
    assert "connectComponent" in text and "1 pairs are marked as dropped" in text
    assert ("later date first" in text) == swapped


def test_mintpy_file_in_radar_coordinates(tmp_path):
    folder = write_mintpy(tmp_path / "project" / "inputs", placed=False)
    product, report, stack, _, geometry = imported(folder / "ifgramStack.h5", tmp_path)
    assert product.kind == "mintpy" and stack.grid.crs == ""
    assert any("radar coordinates" in note for note in report.notes)
    assert "X_FIRST" not in stack.attributes and geometry["height"].shape == (6, 8)


def test_mintpy_in_radar_coordinates_takes_the_lookup_of_its_geometry(tmp_path):
    folder = write_mintpy(tmp_path / "inputs", placed=False)
    latitude = 41.0 + 1e-3 * np.arange(48.0).reshape(6, 8)
    with h5py.File(folder / "geometryRadar.h5", "a") as file:
        file["latitude"], file["longitude"] = latitude, latitude - 27.0
    _, report, stack, *_ = imported(folder, tmp_path)
    assert stack.has_lookup and any("put on the map" in note for note in report.notes)
    with h5py.File(tmp_path / "out_stack.h5") as file:
        np.testing.assert_array_equal(file["latitude"], latitude)
        np.testing.assert_array_equal(file["longitude"], latitude - 27.0)


def test_plain_pairs(tmp_path):
    make.write_pairs(tmp_path / "pairs")
    product, report, stack, block, _ = imported(tmp_path / "pairs", tmp_path, wavelength=0.031)
    assert product.kind == "pairs"
    check_pixels(stack, block)
    assert stack.wavelength == 0.031 and not report.geometry_written
    assert report.missing == ("height", "incidence", "heading", "perpendicular_baseline")
    assert any("which sign" in note for note in report.notes)


def test_plain_pairs_zero_is_no_data_only_where_it_is_common(tmp_path):
    for folder, share in (("many", 3), ("few", 0)):
        for first, second in make.PAIRS:
            values = make.phase(first, second, 40, 50)
            values[:share] = 0
            values[20, 20] = 0
            make.write_tif(tmp_path / folder / f"{make.names(first, second)}_phase.tif", values)
    _, report, _, block, _ = imported(tmp_path / "many", tmp_path, wavelength=0.056)
    assert np.isnan(block.phase[:, :3]).all() and np.isnan(block.phase[:, 20, 20]).all()
    assert any("0 was taken as no data" in note for note in report.notes)
    assert "coherence" in report.missing
    _, report, _, block, _ = imported(tmp_path / "few", tmp_path, wavelength=0.056)
    assert (block.phase[:, 20, 20] == 0).all() and np.isfinite(block.phase).all()
    _, _, _, block, _ = imported(tmp_path / "few", tmp_path, wavelength=0.056, nodata=0)
    assert np.isnan(block.phase[:, 20, 20]).all() and np.isfinite(block.phase[:, :3]).all()


@pytest.mark.parametrize(
    "name, dates, role",
    [
        ("20200105_20200117.unw.tif", ["2020-01-05", "2020-01-17"], "phase"),
        ("ifg 2020-01-05 2020-01-17 phase.tif", ["2020-01-05", "2020-01-17"], "phase"),
        ("cropA_20180106-20180130_VV_8rlks_flat_eqa_cc.tif", ["2018-01-06", "2018-01-30"],
         "coherence"),
        ("S1_136231_IW2_20200604_20200616_VV_INT80_12E3_wrapped_phase.tif",
         ["2020-06-04", "2020-06-16"], "other"),
        ("20200105_20200117.unw.conncomp.tif", ["2020-01-05", "2020-01-17"], "other"),
        ("20200231_20200117.tif", ["2020-01-17"], ""),
        ("cropA_T005A_dem.tif", [], "height"),
    ],
)  # fmt: skip
def test_names(name, dates, role):
    assert [str(date) for date in dates_in(name)] == dates
    assert role_of(name) == role


def test_mexico_city(shared_data, tmp_path):
    """The real folder: the old lake bed sinks by some 200 mm a year, the west does not."""
    product, report, stack, block, geometry = imported(shared_data("mexico_city_s1"), tmp_path)
    assert product.kind == "gamma" and report.missing == () and report.notes == ()
    assert (report.pairs, report.dates, report.rows, report.cols) == (30, 13, 60, 100)
    assert report.valid_share == pytest.approx(0.983, abs=1e-3)
    assert report.mean_coherence == pytest.approx(0.584, abs=1e-3)
    assert stack.looks == pytest.approx(16 / 1.94) and report.wavelength == pytest.approx(
        0.0554658, abs=1e-6
    )
    assert geometry["azimuthAngle"][0, 0] == pytest.approx(102.274, abs=1e-3)
    assert 2200 < np.nanmedian(geometry["height"]) < 2300
    years = np.diff(stack.pairs, axis=1).astype(int) / 365.25
    phase = block.phase - np.nanmedian(block.phase[:, :, :20], axis=(1, 2), keepdims=True)
    stacked = np.nansum(phase * years[..., np.newaxis], axis=0) / np.sum(years**2)
    rate = -stack.wavelength / (4 * np.pi) * stacked * 1000
    assert np.median(rate[:20, 90:]) < -200
    assert abs(np.median(rate[:, :20])) < 20


def test_mexico_city_baselines_agree(shared_data):
    """Two ways to the perpendicular baseline: GAMMA's table and the vector with the look angle."""
    folder = shared_data("mexico_city_s1")
    header = folder / "headers" / "r20180106_VV_8rlks_mli.par"
    look = gamma.look_angle(gamma.read_keys(header, ":"))
    for path in sorted((folder / "geometry").glob("*_base.par")):
        table = path.with_name(path.name.replace("_base", "_bperp")).read_text()
        vector = gamma.baseline_from_vector(gamma.read_keys(path, ":"), look)
        assert vector == pytest.approx(gamma.baseline_from_table(table), abs=0.5)
