# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""GMTSAR's geocoded interferograms: days, sign, place, baselines and look."""

import shutil

import numpy as np
import product_files as make
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.interferograms import find_product
from imported_stack import check_pixels, imported


def days(product):
    return sorted({str(day) for p in product.interferograms for day in (p.reference, p.secondary)})


def test_a_stack_with_all_that_lies_beside_it(tmp_path):
    product, report, stack, block, geometry = imported(make.write_gmtsar(tmp_path / "F2"), tmp_path)
    assert product.kind == "gmtsar" and report.notes == ()
    check_pixels(stack, block)
    assert stack.wavelength == pytest.approx(0.0554658)
    np.testing.assert_allclose(stack.perpendicular_baseline, [40.0, -15.5, -55.5])
    np.testing.assert_allclose(stack.grid.transform, make.GEOGRAPHIC, atol=1e-9)
    assert stack.attributes["EPSG"] == "4326" and stack.attributes["PLATFORM"] == "Sen"
    assert stack.attributes["ORBIT_DIRECTION"] == "ASCENDING"
    up = np.sqrt(1 - 0.37)
    np.testing.assert_allclose(geometry["incidenceAngle"], np.degrees(np.arccos(up)), rtol=1e-5)
    np.testing.assert_allclose(
        geometry["azimuthAngle"], 90 + np.degrees(np.arctan(1 / 6)), rtol=1e-5
    )
    np.testing.assert_allclose(geometry["height"], 120.0)


def test_clocks_that_count_from_one_go_by_the_date_in_the_name(tmp_path):
    folder = make.write_gmtsar(tmp_path)
    (tmp_path / "baseline_table.dat").unlink()
    for pair in folder.iterdir():
        for header in pair.glob("*.PRM"):
            text = header.read_text()
            for clock in make.CLOCKS:
                text = text.replace(clock, str(int(clock) + 1))
            header.write_text(text)
        pair.rename(folder / "_".join(str(int(clock) + 1) for clock in pair.name.split("_")))
    product = find_product(folder)
    assert days(product) == ["2020-01-05", "2020-01-17", "2020-01-29"]
    assert np.isnan(product.interferograms[0].perpendicular_baseline) and not product.notes


def test_without_names_days_are_sentinel1s_and_the_log_says_so(tmp_path):
    folder = make.write_gmtsar(tmp_path, prm=False)
    (tmp_path / "baseline_table.dat").unlink()
    product = find_product(folder)
    assert days(product) == ["2020-01-05", "2020-01-17", "2020-01-29"]
    assert product.wavelength is None and any("one day earlier" in note for note in product.notes)


def test_a_pair_of_the_later_image_first_is_turned_round(tmp_path):
    folder = make.write_gmtsar(tmp_path)
    first, second = make.CLOCKS[:2]
    (folder / f"{first}_{second}").rename(folder / f"{second}_{first}")
    pair = find_product(folder).interferograms[0]
    assert pair.phase.scale == -1 and pair.perpendicular_baseline == 40.0


def test_folders_named_by_dates_with_baselines_of_their_own(tmp_path):
    folder = make.write_gmtsar(tmp_path, prm=False)
    pair = folder / f"{make.CLOCKS[0]}_{make.CLOCKS[1]}"
    (pair / "baseline.txt").write_text("B_parallel = 3\nB_perpendicular = 12.5\n")
    shutil.move(pair, tmp_path / "own" / make.names(0, 1))
    (found,) = find_product(tmp_path / "own").interferograms
    assert found.name == "20200105_20200117" and found.perpendicular_baseline == 12.5


def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path):
    folder = make.write_gmtsar(tmp_path)
    radar = tmp_path / "radar" / "2020004_2020016"
    make.write_grd(radar / "unwrap.grd", make.phase(0, 1), ("x", "y"))
    with pytest.raises(GroundshiftError, match="geocode.csh first"):
        find_product(radar.parent, "gmtsar")
    with pytest.raises(GroundshiftError, match="unwrap_ll.grd of geocode.csh"):
        find_product(radar.parent)
    (folder / "2020004_2020016").rename(folder / "first")
    with pytest.raises(GroundshiftError, match="first.*not named by two days"):
        find_product(folder)
