# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""topsStack's unwrapped interferograms: recognised, with sign, place, look, baselines, looks."""

import isce2_files as make
import numpy as np
import product_files
import pytest
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.images import LayerReader
from groundshift.algorithms.formats.interferograms import find_product
from groundshift.algorithms.formats.placing import point_places
from imported_stack import check_pixels, imported


@pytest.mark.parametrize("inside", ["", "merged", "merged/interferograms"])
@pytest.mark.parametrize("header", ["vrt", "xml"])
def test_stack(tmp_path, inside, header):
    make.write_isce2(tmp_path / "i", header)
    product, report, stack, block, geometry = imported(tmp_path / "i" / inside, tmp_path)
    assert product.kind == "isce2" and report.missing == ()
    check_pixels(stack, block)
    assert stack.wavelength == make.WAVELENGTH and float(stack.attributes["NLOOKS"]) == 27
    assert not stack.grid.crs and stack.has_lookup
    # ISCE-2's baselines are turned round.
    np.testing.assert_allclose(stack.perpendicular_baseline, [-40.0, 15.5, 55.5])
    np.testing.assert_allclose(geometry["incidenceAngle"], make.INCIDENCE)
    np.testing.assert_allclose(geometry["azimuthAngle"], make.AZIMUTH)
    np.testing.assert_allclose(geometry["height"], make.HEIGHT)
    assert stack.attributes["ORBIT_DIRECTION"] == "ASCENDING"
    assert float(stack.attributes["HEADING"]) == pytest.approx(-10.0)
    assert float(stack.attributes["RANGE_PIXEL_SIZE"]) == pytest.approx(9 * 2.33)


def test_pixels_find_their_place(tmp_path):
    make.write_isce2(tmp_path / "i")
    _, report, stack, *_ = imported(tmp_path / "i", tmp_path)
    assert not stack.grid.crs and stack.has_lookup
    assert any("put on the map" in note for note in report.notes)
    latitude, longitude = make.lookup()
    with LayerReader(stack) as reader:
        window = Window(0, 0, *stack.grid.shape)
        np.testing.assert_array_equal(reader.layer("latitude", window), latitude)
        np.testing.assert_array_equal(reader.layer("longitude", window), longitude)
    x, y, crs = point_places(stack, [2], [3])
    assert crs and (x[0], y[0]) == pytest.approx((longitude[2, 3], latitude[2, 3]), abs=1e-12)
    # And from the imported stack again, as from MintPy's in radar coordinates.
    again = find_product(tmp_path / "out_stack.h5")
    assert again.geometry.lookup is not None


def test_later_date_first_is_turned(tmp_path):
    make.write_isce2(tmp_path / "i", flip=True)
    _, report, stack, block, _ = imported(tmp_path / "i", tmp_path)
    check_pixels(stack, block)
    np.testing.assert_allclose(stack.perpendicular_baseline, [-40.0, 15.5, 55.5])


def test_the_images_own_coherence_where_there_is_no_other(tmp_path):
    make.write_isce2(tmp_path / "i", coherences=("fine.cor",))
    _, _, _, block, _ = imported(tmp_path / "i", tmp_path)
    np.testing.assert_allclose(block.coherence[0, 1], 0.75, atol=1e-6)


def test_what_is_not_there_is_told(tmp_path):
    make.write_isce2(tmp_path / "i", geometry=False, reference=False, coherences=())
    with pytest.raises(GroundshiftError, match="wavelength"):
        imported(tmp_path / "i", tmp_path)
    _, report, stack, block, _ = imported(tmp_path / "i", tmp_path, wavelength=make.WAVELENGTH)
    assert {"incidence", "heading", "height", "coherence"} == set(report.missing)
    assert any("not be placed" in note for note in report.notes) and not stack.has_lookup
    assert np.isfinite(block.phase[:, 1:]).all() and stack.looks is None


def test_geometry_of_another_size_is_passed_over(tmp_path):
    make.write_isce2(tmp_path / "i", full=False)
    for name in ("lat", "hgt"):
        make.image(tmp_path / f"i/merged/geom_reference/{name}.rdr", [np.ones((9, 9))], "float64")
    _, report, stack, *_ = imported(tmp_path / "i", tmp_path)
    assert any("hgt.rdr.vrt is 9x9 and the interferograms 6x8" in n for n in report.notes)
    assert report.missing == ("height",) and not stack.has_lookup


def test_damaged_and_foreign_files_are_refused(tmp_path):
    folder = make.write_isce2(tmp_path / "i")
    place = folder / "merged/interferograms" / product_files.names(0, 1)
    make.image(place / "filt_fine.unw", [np.ones((6, 8))])
    with pytest.raises(GroundshiftError, match="filt_fine.unw.vrt: has one band"):
        find_product(folder)
    make.image(place / "filt_fine.unw", [np.ones((6, 8))] * 2, "complex64")
    with pytest.raises(GroundshiftError, match="complex numbers"):
        find_product(folder)
    make.image(place / "filt_fine.unw", [np.ones((5, 8))] * 2)
    with pytest.raises(GroundshiftError, match="5x8"):
        imported(folder, tmp_path)
    (tmp_path / "x").mkdir()
    (tmp_path / "x/a.txt").write_text("a")
    with pytest.raises(GroundshiftError, match="no unwrapped interferograms of ISCE-2"):
        find_product(tmp_path / "x", "isce2")
