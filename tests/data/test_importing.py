# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Importing: options, notes, and one sentence for whatever is wrong with the input."""

import numpy as np
import product_files as make
import pytest
from groundshift.algorithms.formats.hdf5.stacks import read_geometry, read_stack
from import_runs import pixels, refusal, run

# Folders


def test_missing_and_empty_folders(tmp_path):
    assert "no such folder" in refusal(tmp_path / "nowhere", tmp_path)
    (tmp_path / "empty").mkdir()
    assert "empty" in refusal(tmp_path / "empty", tmp_path)


def test_nothing_to_read_says_what_was_looked_for(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "notes.txt").write_text("nothing")
    text = refusal(tmp_path / "docs", tmp_path)
    for word in ("MintPy", "LiCSAR", "HyP3", "GAMMA", "two dates"):
        assert word in text
    (tmp_path / "docs" / "S1AA.zip").write_bytes(b"PK")
    assert "unzip" in refusal(tmp_path / "docs", tmp_path)
    assert "give the folder" in refusal(tmp_path / "docs" / "notes.txt", tmp_path)


@pytest.mark.parametrize("kind", ["gamma", "licsar", "hyp3", "mintpy", "pairs"])
def test_forced_kind_that_is_not_there(tmp_path, kind):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "notes.txt").write_text("nothing")
    assert "choose another" in refusal(tmp_path / "docs", tmp_path, kind=kind)


# Dates


def test_single_pair(tmp_path):
    make.write_pairs(tmp_path / "p", pairs=((0, 1),))
    report = run(tmp_path / "p", tmp_path)
    assert (report.pairs, report.dates) == (1, 2)


def test_swapped_dates_flip_phase(tmp_path):
    values = make.phase(0, 1)
    make.write_tif(tmp_path / "p" / "20200117_20200105.unw.tif", values)
    make.write_tif(tmp_path / "p" / "20200117_20200105.cc.tif", make.coherence(0, 1))
    report = run(tmp_path / "p", tmp_path)
    stack, block = pixels(tmp_path)
    assert stack.pairs.astype(str).tolist() == [["2020-01-05", "2020-01-17"]]
    np.testing.assert_allclose(block.phase[0], -values, rtol=1e-6)
    np.testing.assert_allclose(block.coherence[0], 0.8, rtol=1e-6)
    assert any("turned round" in note for note in report.notes)


@pytest.mark.parametrize("other", ["20200105_20200117_b_unw.tif", "20200117_20200105_unw.tif"])
def test_duplicate_pairs_name_both_files(tmp_path, other):
    for name in ("20200105_20200117_unw.tif", other):
        make.write_tif(tmp_path / "p" / name, make.phase(0, 1))
    text = refusal(tmp_path / "p", tmp_path)
    assert "20200105_20200117_unw.tif" in text and other in text


def test_equal_dates(tmp_path):
    make.write_tif(tmp_path / "p" / "20200105_20200105_unw.tif", make.phase(0, 1))
    assert "both dates" in refusal(tmp_path / "p", tmp_path)


def test_dates_that_do_not_exist(tmp_path):
    make.write_licsar(tmp_path / "f")
    make.write_tif(tmp_path / "f" / "GEOC" / "20201301_20200117.geo.unw.tif", make.phase(0, 1))
    assert "20201301_20200117.geo.unw.tif" in refusal(tmp_path / "f", tmp_path)


def test_date_filters(tmp_path):
    make.write_pairs(tmp_path / "p")
    first = np.datetime64("2020-01-06")
    assert run(tmp_path / "p", tmp_path, first_date=first).pairs == 1
    assert run(tmp_path / "p", tmp_path, last_date=np.datetime64("2020-01-28")).pairs == 1
    text = refusal(tmp_path / "p", tmp_path, last_date=np.datetime64("2019-01-01"))
    assert "2020-01-05 to 2020-01-29" in text


# Values


def test_all_nan_pair_is_dropped_with_a_note_and_all_nan_stack_refused(tmp_path):
    make.write_pairs(tmp_path / "p")
    make.write_tif(tmp_path / "p" / "20200105_20200117.unw.tif", np.full((6, 8), np.nan))
    report = run(tmp_path / "p", tmp_path)
    stack, _ = pixels(tmp_path)
    assert stack.keep.tolist() == [False, True, True]
    assert any("20200105_20200117" in note for note in report.notes)
    make.write_tif(tmp_path / "q" / "20200105_20200117.unw.tif", np.full((6, 8), np.nan))
    assert "no-data value" in refusal(tmp_path / "q", tmp_path)


def test_infinite_values_are_no_data(tmp_path):
    values = make.phase(0, 1)
    values[2, 3] = np.inf
    make.write_tif(tmp_path / "p" / "20200105_20200117.unw.tif", values)
    run(tmp_path / "p", tmp_path)
    assert np.isnan(pixels(tmp_path)[1].phase[0, 2, 3])


def test_phase_sign_flips(tmp_path):
    make.write_pairs(tmp_path / "p")
    run(tmp_path / "p", tmp_path)
    _, before = pixels(tmp_path)
    report = run(tmp_path / "p", tmp_path, phase_sign=-1)
    _, after = pixels(tmp_path)
    np.testing.assert_array_equal(after.phase, -before.phase)
    np.testing.assert_array_equal(after.coherence, before.coherence)
    assert any("phase sign" in note for note in report.notes)
    assert "1 or -1" in refusal(tmp_path / "p", tmp_path, phase_sign=2)


def test_byte_coherence_is_scaled_and_odd_coherence_refused(tmp_path):
    make.write_tif(tmp_path / "p" / "20200105_20200117.unw.tif", make.phase(0, 1))
    path = tmp_path / "p" / "20200105_20200117.cc.tif"
    make.write_tif(path, np.full((6, 8), 204, np.uint8))
    run(tmp_path / "p", tmp_path)
    np.testing.assert_allclose(pixels(tmp_path)[1].coherence, 0.8, rtol=1e-6)
    make.write_tif(path, np.full((6, 8), 1.2))
    run(tmp_path / "p", tmp_path)
    np.testing.assert_allclose(pixels(tmp_path)[1].coherence, 1.0)
    make.write_tif(path, np.full((6, 8), 80.0))
    text = refusal(tmp_path / "p", tmp_path)
    assert path.name in text and "0..1" in text


def test_pair_without_coherence_file(tmp_path):
    make.write_pairs(tmp_path / "p")
    (tmp_path / "p" / "20200105_20200117.coh.tif").unlink()
    report = run(tmp_path / "p", tmp_path)
    assert np.isnan(pixels(tmp_path)[1].coherence[0]).all()
    assert any("have no coherence file" in note for note in report.notes)


def test_wrapped_phase_is_suspected(tmp_path):
    wrapped = np.angle(np.exp(1j * np.linspace(0, 60, 200 * 200))).reshape(200, 200)
    make.write_tif(tmp_path / "p" / "20200105_20200117.unw.tif", wrapped)
    assert any("look wrapped" in note for note in run(tmp_path / "p", tmp_path).notes)
    make.write_tif(tmp_path / "p" / "20200105_20200117.unw.tif", 2 * wrapped)
    assert not any("look wrapped" in note for note in run(tmp_path / "p", tmp_path).notes)


def test_units_and_types_that_are_not_phase(tmp_path):
    path = tmp_path / "p" / "20200105_20200117.unw.tif"
    make.write_tif(path, make.phase(0, 1), unit="mm")
    assert "radians" in refusal(tmp_path / "p", tmp_path)
    make.write_tif(path, np.exp(1j * make.phase(0, 1)))
    assert "complex" in refusal(tmp_path / "p", tmp_path)


# Files


def test_damaged_files_are_named(tmp_path):
    make.write_pairs(tmp_path / "p")
    path = tmp_path / "p" / "20200105_20200129.unw.tif"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert path.name in refusal(tmp_path / "p", tmp_path)
    path.write_bytes(b"no raster at all")
    text = refusal(tmp_path / "p", tmp_path)
    assert path.name in text and "damaged" in text


def test_truncated_pixels_are_named(tmp_path):
    """The header is whole and the end of the pixels is missing."""
    values = make.phase(0, 1, 300, 400)
    path = make.write_tif(tmp_path / "p" / "20200105_20200117.unw.tif", values, nodata=-1)
    path.write_bytes(path.read_bytes()[:-100_000])
    text = refusal(tmp_path / "p", tmp_path)
    assert path.name in text and "pixels cannot be read" in text


def test_damaged_mintpy_file(tmp_path):
    (tmp_path / "ifgramStack.h5").write_bytes(b"\x89HDF\r\n\x1a\n and then nothing")
    assert "HDF5" in refusal(tmp_path, tmp_path / "out")


# Parameters


def test_wavelength_is_indispensable(tmp_path):
    make.write_pairs(tmp_path / "p")
    assert "wavelength" in refusal(tmp_path / "p", tmp_path, wavelength=None)
    assert "not in metres" in refusal(tmp_path / "p", tmp_path, wavelength=5.6)


def test_angles_of_the_user_fill_and_override(tmp_path):
    make.write_pairs(tmp_path / "p")
    report = run(tmp_path / "p", tmp_path, incidence=36.0, heading=190.0, looks=12)
    _, layers = read_geometry(tmp_path / "geometry.h5")
    np.testing.assert_allclose(layers["incidenceAngle"], 36.0)
    np.testing.assert_allclose(layers["azimuthAngle"], -100.0)
    assert report.missing == ("height", "perpendicular_baseline")
    stack, _ = pixels(tmp_path)
    assert stack.looks == 12 / 1.94 and stack.attributes["ORBIT_DIRECTION"] == "DESCENDING"
    make.write_gamma(tmp_path / "g")
    report = run(tmp_path / "g", tmp_path, incidence=30.0, wavelength=0.06)
    text = " ".join(report.notes)
    assert "incidence 30 degrees was given" in text and "wavelength 0.06 m was given" in text
    assert read_stack(tmp_path / "stack.h5").wavelength == 0.06


def test_look_vectors_give_way_to_both_angles_only(tmp_path):
    make.write_hyp3(tmp_path / "p")
    assert "both" in refusal(tmp_path / "p", tmp_path, incidence=30.0)
    run(tmp_path / "p", tmp_path, incidence=30.0, heading=-10.0)
    _, layers = read_geometry(tmp_path / "geometry.h5")
    np.testing.assert_allclose(layers["incidenceAngle"], 30.0)
    np.testing.assert_allclose(layers["azimuthAngle"], 100.0)


def test_radians_for_degrees(tmp_path):
    make.write_pairs(tmp_path / "p")
    assert "radians" in refusal(tmp_path / "p", tmp_path, incidence=0.68)
    assert "heading" in refusal(tmp_path / "p", tmp_path, heading=1000.0)
    make.write_licsar(tmp_path / "l")
    for component in "ENU":
        path = next((tmp_path / "l").rglob(f"*.geo.{component}.tif"))
        make.write_tif(path, np.full((6, 8), -0.577))
    assert "point down" in refusal(tmp_path / "l", tmp_path)
