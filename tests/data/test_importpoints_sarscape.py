# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""SARscape's points: recognised by their columns, with sign and component; what is projected."""

import numpy as np
import pytest
import sarscape_files as make
from groundshift.algorithms.data.tools.point_import import ImportChoices
from groundshift.algorithms.errors import GroundshiftError
from point_runs import bring, series_of


@pytest.mark.parametrize("angles", [("LOS_Az", "LOS_In"), ("ALOS", "ILOS")])
def test_a_sinking_bowl(tmp_path, angles):
    report, table = bring([make.write_points(tmp_path / "PSI_PS_75_0.shp", angles)], tmp_path)
    assert report.kinds == ("SARscape points",) and report.component == "los"
    assert "positive towards the satellite; unit mm (assumed); EPSG:32633" in report.lines[0]
    np.testing.assert_allclose(table.numbers("velocity_mm_yr"), make.bowl(), atol=1e-3)
    assert table.numbers("velocity_mm_yr").min() == -40.0
    days, values = series_of(table)
    np.testing.assert_array_equal(days, make.WHEN)
    np.testing.assert_allclose(values.T, make.bowl()[:, None] * make.YEARS, atol=6e-3)
    np.testing.assert_allclose(table.numbers("coherence"), 0.8)
    np.testing.assert_allclose(table.numbers("height_m"), 512.0)
    np.testing.assert_allclose(table.x[:2], [400000.0, 400030.0])
    # Its angles go on as they are; they are no look.
    assert table.numbers(angles[1])[0] == 38.0 and "los_up" not in table.columns
    assert "incidence_deg" not in table.columns and not report.warnings


def test_angles_are_given(tmp_path):
    path = make.write_points(tmp_path / "PSI_PS_75_0.shp")
    _, table = bring([path], tmp_path, ImportChoices(incidence=38.0, heading=348.0))
    np.testing.assert_allclose(table.numbers("los_up"), np.cos(np.radians(38.0)), atol=1e-6)


@pytest.mark.parametrize("name", ["PSI_PS_60_0_VD.shp", "SI_v50d0_h50d0_c0d6_VD_0.shp"])
def test_vertical_ones_are_asked_for(tmp_path, name):
    path = make.write_points(tmp_path / name)
    with pytest.raises(GroundshiftError, match=r"on the vertical \(_VD\).*say so \(component 'up'"):
        bring([path], tmp_path)
    report, table = bring([path], tmp_path, ImportChoices(component="up"))
    assert report.component == "up"
    np.testing.assert_allclose(table.numbers("los_up"), 1.0)


def test_those_along_slopes_are_refused(tmp_path):
    with pytest.raises(GroundshiftError, match=r"PS_60_0_SD.shp: .*steepest slope \(_SD\)"):
        bring([make.write_points(tmp_path / "PSI_PS_60_0_SD.shp")], tmp_path)


def test_other_tables_are_not_taken_for_it(tmp_path):
    """Columns without SARscape's angles, and a name as if projected."""
    path = make.write_points(tmp_path / "mine_VD.shp", ("A", "B"))
    report, _ = bring([path], tmp_path)
    assert report.kinds == ("table of points",) and "satellite (assumed)" in report.lines[0]


def test_a_cut_file_is_told(tmp_path):
    path = make.write_points(tmp_path / "PSI_PS_75_0.shp")
    path.with_suffix(".dbf").write_bytes(path.with_suffix(".dbf").read_bytes()[:300])
    with pytest.raises(GroundshiftError, match="PSI_PS_75_0"):
        bring([path], tmp_path)
