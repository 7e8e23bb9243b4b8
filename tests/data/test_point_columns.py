# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the columns of other makers' tables are taken for."""

import pytest
from groundshift.algorithms.data.point_columns import marks_of_pid, plain_name, recognise

L2 = (
    "pid", "mp_type", "latitude", "longitude", "easting", "northing", "height", "height_wgs84",
    "line", "pixel", "rmse", "temporal_coherence", "amplitude_dispersion", "incidence_angle",
    "track_angle", "los_east", "los_north", "los_up", "mean_velocity", "mean_velocity_std",
    "acceleration", "20180103", "20180115",
)  # fmt: skip
L3 = ("pid", "easting", "northing", "height", "rmse", "mean_velocity", "mean_velocity_std",
      "20180103")  # fmt: skip


def test_egms_codes_are_decoded_as_its_guide_has_it():
    """EGMS-D6-PDD, table 12: NORCE, track 88, burst 282, IW2, VV, line 1234, pixel 12345."""
    assert marks_of_pid("3ODTn5TNYv") == {
        "track": 88, "burst": 282, "swath": "IW2", "polarisation": "VV",
    }  # fmt: skip
    assert marks_of_pid("A18IT") == {} == marks_of_pid("zzzzzzzzzz")


@pytest.mark.parametrize(
    "stem, title, marks",
    [
        ("EGMS_L2b_088_0282_IW2_VV_2018_2022_1", "EGMS Calibrated (L2b)", (88, 282, "IW2", "VV")),
        ("EGMS_L2a_076_0391_IW1_VV", "EGMS Basic (L2a)", (76, 391, "IW1", "VV")),
        ("my points", "EGMS Basic or Calibrated (L2)", ()),
    ],
)
def test_egms_in_the_line_of_sight(stem, title, marks):
    layout = recognise(L2, stem)
    assert (layout.kind, layout.title, layout.component) == ("egms", title, "los")
    assert tuple(layout.marks.values()) == marks
    assert layout.places == ("easting", "northing") and layout.epsg == 3035
    assert layout.unit == "mm" and layout.unit_is_known and layout.sign_is_known
    roles = {"velocity": "mean_velocity", "velocity_std": "mean_velocity_std",
             "coherence": "temporal_coherence", "height": "height",
             "incidence": "incidence_angle", "heading": "track_angle"}  # fmt: skip
    assert roles.items() <= layout.roles.items()
    assert layout.others == {
        "pid": "pid", "mp_type": "effective_area_m2", "height_wgs84": "height_wgs84_m",
        "line": "line", "pixel": "pixel", "rmse": "rmse_mm",
        "amplitude_dispersion": "amplitude_dispersion", "acceleration": "acceleration_mm_yr2",
    }  # fmt: skip


@pytest.mark.parametrize(
    "stem, component",
    [("EGMS_L3_E40N28_100km_U_2018_2022_1", "up"), ("EGMS_L3_E40N28_100km_E", "east"),
     ("renamed", "")],
)  # fmt: skip
def test_egms_ortho_tells_its_direction_by_the_file(stem, component):
    layout = recognise(L3, stem)
    assert (layout.title, layout.component) == ("EGMS Ortho (L3)", component)


def test_squeesar_and_sarproz():
    layout = recognise(
        ("CODE", "HEIGHT", "H_STDEV", "VEL", "V_STDEV", "COHERENCE", "EFF_AREA", "D20030317"), "a"
    )
    assert layout.kind == "squeesar" and layout.roles["velocity_std"] == "V_STDEV"
    assert layout.others == {
        "CODE": "CODE", "H_STDEV": "height_std_m", "EFF_AREA": "effective_area_m2",
    }  # fmt: skip
    layout = recognise(
        ("ID", "SVET", "LVET", "LAT", "LON", "HEIGHT", "HEIGHT WRT DEM", "SIGMA HEIGHT", "VEL",
         "SIGMA VEL", "CUMUL.DISP.", "COHER", "15/01/03", "15/01/15"), "b",
    )  # fmt: skip
    assert layout.kind == "sarproz" and layout.places == ("LON", "LAT") and layout.epsg == 4326
    assert layout.others["CUMUL.DISP."] == "cumulative_mm"
    assert [str(d) for d in layout.dates.fields.values()] == ["2015-01-03", "2015-01-15"]


@pytest.mark.parametrize(
    "name, unit",
    [("vel_mm_yr", "mm"), ("Velocity [cm/yr]", "cm"), ("VEL (m/y)", "m"), ("vlos_m_year", "m"),
     ("V [mm/a]", "mm")],
)  # fmt: skip
def test_a_name_tells_the_unit(name, unit):
    layout = recognise(("x", "y", name), "t")
    assert layout.roles["velocity"] == name
    assert (layout.unit, layout.unit_is_known) == (unit, True)


@pytest.mark.parametrize("name", ["gamma", "summa", "from_y", "room y"])
def test_words_that_end_like_units_are_left_whole(name):
    assert plain_name(name) == name.replace(" ", "_")


def test_a_unit_that_nobody_tells_is_assumed():
    layout = recognise(("lon", "lat", "vel"), "t")
    assert (layout.unit, layout.unit_is_known, layout.sign_is_known) == ("mm", False, False)


def test_halves_of_pairs_are_left_alone():
    layout = recognise(("lon", "x", "y", "v", "los_east", "los_up"), "t")
    assert layout.places == ("x", "y")
    assert "los_east" not in layout.roles and layout.others["los_up"] == "los_up"


def test_names_that_are_alike_are_all_kept_and_told_apart():
    layout = recognise(("lon", "lat", "vel", "VEL [mm/yr]", "Note", "NOTE_", "note!"), "t")
    assert layout.roles["velocity"] == "vel"
    assert layout.others == {
        "VEL [mm/yr]": "VEL_mm_yr", "Note": "Note", "NOTE_": "NOTE_1", "note!": "note_2",
    }  # fmt: skip
