# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the readers of radar images find, and what they refuse."""

import h5py
import numpy as np
import pytest
import slc_files as files
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.images import SlcSearch, find_images
from groundshift.algorithms.formats.images._baselines import read_baseline_table
from osgeo import gdal

DAYS = np.array(["2020-01-01", "2020-01-13", "2020-01-25"], "datetime64[D]")


def test_opera(tmp_path):
    files.write_opera(tmp_path)
    files.write_opera(tmp_path, polarisation="VH")
    files.write_static(tmp_path)
    product = find_images(tmp_path)
    assert product.kind == "opera" and product.flattened and product.phase_sign == 1
    assert (product.dates == DAYS).all() and product.polarisations == ("VV", "VH")
    assert product.grid.shape == files.SHAPE
    assert product.grid.transform == (500000.0, 5.0, 0.0, 4500000.0, 0.0, -10.0)
    assert product.wavelength == files.WAVELENGTH
    assert product.look_kind == "east_north" and product.mask is not None
    assert product.attributes["BURST"] == "T064-135523-IW2"
    assert float(product.attributes["CENTER_LINE_UTC"]) == pytest.approx(6635.12, abs=0.1)


def test_the_later_of_two_processings_is_taken(tmp_path):
    files.write_opera(tmp_path)
    (later,) = files.write_opera(tmp_path, dates=files.DATES[1:2], made="20240101")
    product = find_images(tmp_path)
    assert [image.parts[0].path for image in product.images][1] == str(later)
    assert "later" in product.notes[0]


def test_several_bursts_want_a_choice(tmp_path):
    files.write_opera(tmp_path)
    files.write_opera(tmp_path, burst="T064-135524-IW2", corner=(500050.0, 4499800.0))
    with pytest.raises(GroundshiftError, match="2 bursts .*T064-135523-IW2, T064-135524-IW2"):
        find_images(tmp_path)
    with pytest.raises(GroundshiftError, match="no burst 'T001"):
        find_images(tmp_path, search=SlcSearch(burst="T001-000001-IW1"))
    one = find_images(tmp_path, search=SlcSearch(burst="t064_135524_iw2"))
    assert one.grid.transform[0] == 500050.0
    both = find_images(tmp_path, search=SlcSearch(burst="all"))
    assert both.grid.shape == (50, 54) and both.grid.transform[3] == 4500000.0
    assert [(p.row, p.col) for p in both.images[0].parts] == [(0, 0), (20, 10)]


def test_a_mosaic_leaves_out_dates_that_lack_a_burst(tmp_path):
    files.write_opera(tmp_path)
    files.write_opera(tmp_path, dates=files.DATES[1:], burst="T064-135524-IW2")
    product = find_images(tmp_path, search=SlcSearch(burst="all"))
    assert (product.dates == DAYS[1:]).all() and "2020-01-01" in product.notes[0]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda f: f.__delitem__("data/VV"), "no /data/VV"),
        (lambda f: f["data/x_coordinates"].__setitem__(3, 0), "not evenly spaced"),
        (lambda f: f["data/projection"].__setitem__((), 32634), "another grid"),
        (lambda f: f["metadata/processing_information/input_burst_metadata/wavelength"]
         .__setitem__((), 0.24), "wavelength is"),
        (lambda f: f["identification/zero_doppler_start_time"]
         .__setitem__((), b"2020-03-01 01:50:35.123456"), "swapped"),
        (lambda f: f["data/x_coordinates"].__setitem__(slice(None), f["data/x_coordinates"][()]
                                                        + 2.5), "another grid"),
    ],
)  # fmt: skip
def test_opera_files_that_do_not_fit(tmp_path, spoil, words):
    paths = files.write_opera(tmp_path)
    with h5py.File(paths[1], "r+") as file:
        spoil(file)
    with pytest.raises(GroundshiftError, match=words) as told:
        find_images(tmp_path)
    assert "20200113" in str(told.value)


def test_truncated_opera(tmp_path):
    path = files.write_opera(tmp_path)[2]
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(GroundshiftError, match="20200125.*cannot be read as HDF5"):
        find_images(tmp_path)


@pytest.mark.parametrize("inside", ["", "merged", "merged/SLC"])
def test_isce2(tmp_path, inside):
    files.write_isce2(tmp_path)
    product = find_images(tmp_path / inside)
    assert product.kind == "isce2" and product.flattened and (product.dates == DAYS).all()
    assert product.wavelength == files.WAVELENGTH and product.slant_range == (800000.0, 2.33)
    assert product.lookup and product.height and product.look_kind == "incidence_azimuth"
    # The mean of the subswaths, with the sign turned round.
    np.testing.assert_allclose([product.baselines[d] for d in DAYS], [0, -10, -20])


def test_isce2_baselines_as_rasters(tmp_path):
    files.write_isce2(tmp_path, baselines="grid")
    found = find_images(tmp_path).baselines
    np.testing.assert_allclose([found[d] for d in DAYS], [0, -10, -20])


def test_isce2_geometry_with_looks_is_refused(tmp_path):
    files.write_isce2(tmp_path)
    small = np.ones((10, 11))
    files.write_raw(tmp_path / "merged/geom_reference/lat.rdr.full", [small], "float64")
    with pytest.raises(GroundshiftError, match=r"lat.rdr.full.vrt: the lat has 10x11"):
        find_images(tmp_path)


def test_gamma(tmp_path):
    product = find_images(files.write_gamma(tmp_path))
    assert product.kind == "gamma" and product.flattened is False and product.phase_sign == 1
    assert (product.dates == DAYS).all() and product.grid.shape == files.SHAPE
    assert product.wavelength == pytest.approx(files.WAVELENGTH)
    assert set(product.orbits) == set(DAYS) and product.lookup and product.height
    assert product.heading == -12 and product.attributes["PLATFORM"] == "S1A"
    assert product.spacing == pytest.approx((14.0, 2.329562 / np.sin(np.radians(36))))


def _cut(folder):
    path = folder / "20200113_VV.rslc"
    path.write_bytes(path.read_bytes()[:-100])


def _edit(old, new, name="20200113_VV.rslc.par"):
    def change(folder):
        text = (folder / name).read_text()
        assert old in text
        (folder / name).write_text(text.replace(old, new))

    return change


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_cut, r"20200113_VV.rslc: has .* bytes and 30x44 pixels take .*truncated"),
        (_edit("2020 01 13", "2020 01 25"), r"its date is 2020-01-25 and its name says 2020-01-13"),
        (_edit("FCOMPLEX", "FLOAT"), "image_format is 'FLOAT'"),
        (_edit("azimuth_lines:   30", "azimuth_lines:   0"), "tells no azimuth_lines"),
        (_edit("-12.0 degrees", "192.0 degrees"), "heading is"),
        (_edit("800000.0 m", "810000.0 m"), "near_range_slc is"),
        (_edit("state_vector_position_3:   ", "state_vector_position_3:   9"), "no orbit"),
    ],
)
def test_gamma_files_that_do_not_fit(tmp_path, spoil, words):
    files.write_gamma(tmp_path)
    spoil(tmp_path)
    with pytest.raises(GroundshiftError, match=words) as told:
        find_images(tmp_path)
    assert "20200113" in str(told.value)


def test_gamma_images_of_two_sizes(tmp_path):
    files.write_gamma(tmp_path)
    np.zeros((29, 44), ">c8").tofile(tmp_path / "20200113_VV.rslc")
    _edit("azimuth_lines:   30", "azimuth_lines:   29")(tmp_path)
    with pytest.raises(GroundshiftError, match="resampled to one reference"):
        find_images(tmp_path)


def test_the_same_date_twice(tmp_path):
    files.write_gamma(tmp_path / "a")
    files.write_gamma(tmp_path / "b")
    with pytest.raises(GroundshiftError, match="2020-01-01 .VV. is there twice"):
        find_images(tmp_path)


@pytest.mark.parametrize(
    ("kind", "ending", "dtype"),
    [("GTiff", ".slc.tif", None), ("GTiff", ".tif", gdal.GDT_CInt16), ("ENVI", ".slc", None)],
)
def test_rasters(tmp_path, kind, ending, dtype):
    values = (20 * files.images()).round()
    tags = {"WAVELENGTH": "0.0555", "FLATTENED": "yes", "HEADING": "-10"} if kind == "GTiff" else {}
    files.write_rasters(tmp_path, values, kind, dtype=dtype, ending=ending, tags=tags)
    files.write_raster(tmp_path / "dem.tif", values[0].real, epsg=32633)
    product = find_images(tmp_path)
    assert product.kind == "rasters" and (product.dates == DAYS).all()
    assert product.polarisations == ("VV",) and product.grid.crs and product.height is not None
    if tags:
        assert product.wavelength == 0.0555 and product.flattened is True and product.heading == -10
    else:
        assert product.wavelength is None and product.flattened is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"names": "image{}_20200202"}, "more than one date"),
        ({"names": "a", "dates": ("x",)}, "no date"),
        ({"dates": ("20200101", "20200113"), "epsg": 32634}, "is there twice|coordinate reference"),
    ],
)
def test_rasters_that_do_not_fit(tmp_path, change, words):
    files.write_rasters(tmp_path / "good", dates=files.DATES[2:])
    files.write_rasters(tmp_path / "bad", **change)
    with pytest.raises(GroundshiftError, match=words):
        find_images(tmp_path)


def test_folders_without_images(tmp_path):
    with pytest.raises(GroundshiftError, match="is empty"):
        find_images(tmp_path)
    (tmp_path / "a.txt").write_text("words")
    with pytest.raises(GroundshiftError, match="no radar images"):
        find_images(tmp_path)
    for kind in ("opera", "isce2", "gamma", "rasters"):
        with pytest.raises(GroundshiftError, match=str(tmp_path)):
            find_images(tmp_path, kind)
    with pytest.raises(GroundshiftError, match="no file is like"):
        find_images(tmp_path, pattern="*.h5")
    (tmp_path / "a.txt").rename(tmp_path / "a.zip")
    with pytest.raises(GroundshiftError, match="zipped"):
        find_images(tmp_path)


def test_a_pattern_picks_files(tmp_path):
    files.write_opera(tmp_path)
    files.write_opera(tmp_path, polarisation="VH")
    assert find_images(tmp_path, pattern="*_VH_*.h5").polarisations == ("VH",)


@pytest.mark.parametrize(
    "text",
    [
        "date,bperp\n20200101,5\n2020-01-13,15.5\n20200125,-20\n",
        "1 20200101 20200113 10.5 12\n2 20200113 20200125 -35.5 12\n",
        "20200125 20200101 25.0\n20200125_20200113 35.5\n",
    ],
)
def test_baseline_tables(tmp_path, text):
    path = tmp_path / "b.txt"
    path.write_text(text)
    found = read_baseline_table(path, DAYS)
    np.testing.assert_allclose([found[d] for d in DAYS], [0, 10.5, -25], atol=1e-9)


@pytest.mark.parametrize(
    ("text", "words"),
    [("20200101,5\n20200113,7\n", "2020-01-25"), ("20200101 20200113 5\n", "do not tell"),
     ("words\n", "do not tell")],
)  # fmt: skip
def test_baseline_tables_that_do_not_do(tmp_path, text, words):
    path = tmp_path / "b.txt"
    path.write_text(text)
    with pytest.raises(GroundshiftError, match=words):
        read_baseline_table(path, DAYS)
