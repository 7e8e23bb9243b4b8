# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Dip and rake of faults from what inventories write."""

import numpy as np
import pytest
from groundshift.algorithms.data.fault_attributes import number, spread
from groundshift.algorithms.stress import kinematics as k
from hypothesis import given
from hypothesis import strategies as st

KINDS = {
    # HimaTibetMap, with its misspellings
    "thrust": ("thrust", [90], 30), "thrsut": ("thrust", [90], 30),
    "strike-slip": ("strike-slip", [0, 180], 90), "striek-slip": ("strike-slip", [0, 180], 90),
    "srtrike-slip": ("strike-slip", [0, 180], 90), "strikes-lip": ("strike-slip", [0, 180], 90),
    "left slip": ("left-lateral", [0], 90), "left sli[p": ("left-lateral", [0], 90),
    "lrft slip": ("left-lateral", [0], 90), "left sllp": ("left-lateral", [0], 90),
    "leftslip": ("left-lateral", [0], 90), "right slp": ("right-lateral", [180], 90),
    "rightslip": ("right-lateral", [180], 90), "normal": ("normal", [-90], 60),
    "anticline": ("fold", [], None), "snycline": ("fold", [], None),
    "sycline": ("fold", [], None), "c": ("unknown", [], None), "f": ("unknown", [], None),
    # GEM and Central America
    "Dextral": ("right-lateral", [180], 90), "Sinistral Transform": ("left-lateral", [0], 90),
    "Dextral-Normal": ("right-lateral, normal", [-150], 65),
    "Normal-Dextral": ("normal, right-lateral", [-120], 65),
    "Sinistral-Reverse": ("left-lateral, reverse", [30], 65),
    "Reverse-Sinistral": ("reverse, left-lateral", [60], 65),
    "Normal-Sinistral": ("normal, left-lateral", [-60], 65),
    "Sinistral Normal": ("left-lateral, normal", [-30], 65),
    "Spreading Ridge": ("normal", [-90], 60), "Subduction_Thrust": ("subduction", [90], 15),
    "Blind Thrust": ("thrust", [90], 30), "Reverse": ("reverse", [90], 45),
    "Reverse-Strike-Slip": ("reverse, strike-slip", [60, 120], 65),
    "": ("unknown", [], None), "normal or reverse": ("unknown", [], None),
    "dextral, sinistral": ("unknown", [], None), "Störung": ("unknown", [], None),
}  # fmt: skip


@pytest.mark.parametrize("text", KINDS)
def test_words(text):
    kind, rakes, dip = KINDS[text]
    found = k.kinematics(text)
    assert found.kind == kind
    assert [rake.value for rake in found.rakes] == rakes
    assert (found.dip and found.dip.value) == dip


@pytest.mark.parametrize("text", [text for text, (_, rakes, _) in KINDS.items() if rakes])
def test_ranges_hold_their_values_and_keep_the_sense(text):
    found = k.kinematics(text)
    for angle in (*found.rakes, found.dip):
        assert angle.low <= angle.value <= angle.high
    for rake in found.rakes:
        # Over the whole range, what the word says of the motion stays true.
        ends = np.radians([rake.low, rake.value, rake.high])
        if "left" in found.kind or "right" in found.kind:
            assert (np.cos(ends) > 0).all() == ("left" in found.kind)
        if "normal" in found.kind:
            assert (np.sin(ends) < 0).all()


@pytest.mark.parametrize(
    ("text", "angle"),
    [
        ("(90,,)", (90, 80, 90)), ("(70,90,45)", (70, 45, 90)), ("50,70,40)", (50, 40, 70)),
        ("(90,)", (90, 80, 90)), ("65", (65, 55, 75)), ("65.5 deg", (65.5, 55.5, 75.5)),
        ("60-90", (75, 60, 90)), ("(,60,90)", (75, 60, 90)), ("vertical", (90, 80, 90)),
        ("Sub-vertical", (85, 75, 90)), ("(5.0,,)", (5, 1, 15)), ("0", None), ("-45", None),
        ("110", None), ("", None), ("steep to the W", (70, 60, 90)), ("nan", None),
        ("(60,50,700)", (60, 50, 60)), ("0.5", (0.5, 0.5, 10.5)),
    ],
)  # fmt: skip
def test_dips(text, angle):
    assert k.dip_of(text, 10.0) == angle


@pytest.mark.parametrize(
    ("text", "angles"),
    [
        ("(180.0,,)", [(180, 160, 200)]), ("(-155,-135,-180)", [(-155, -180, -135)]),
        # From 135 over 180 to -165 is a range of 60 degrees, not one of 300.
        ("(-165,135,-180)", [(-165, -225, -165)]), ("(-10, -45, 0)", [(-10, -45, 0)]),
        ("270", [(-90, -110, -70)]), ("dextral", [(180, 160, 200)]), ("1e6", []), ("", []),
        ("strike-slip", [(0, -20, 20), (180, 160, 200)]),
    ],
)  # fmt: skip
def test_rakes(text, angles):
    assert list(k.rakes_of(text, 20.0)) == angles


@given(st.floats(-1e4, 1e4))
def test_wrapping(angle):
    wrapped = k.wrapped(angle)
    assert -180 < wrapped <= 180
    assert np.cos(np.radians(wrapped - angle)) == pytest.approx(1)


@given(st.text())
def test_any_text_is_survived(text):
    k.kinematics(text)
    dip = k.dip_of(text, 10.0)
    assert dip is None or 0 < dip.low <= dip.value <= dip.high <= 90
    for rake in k.rakes_of(text, 20.0):
        assert rake.low <= rake.value <= rake.high


def test_a_tuple_without_its_bracket_is_one():
    assert number("50,70,40)") == 50
    assert spread("(75,60,90)") == (75, 60, 90)
    assert number("1,5") == 1.5


def test_fields_come_before_kinds():
    found = k.mechanisms(
        ["70", "", "", "", "80", ""], ["-30", "", "", "-90", "", ""],
        ["dextral", "normal", "", "", "fold", "thrsut"], "",
    )  # fmt: skip
    np.testing.assert_array_equal(found.dip[:, 0], [70, 60, np.nan, 60, 80, 30])
    np.testing.assert_array_equal(found.rake[:, 0, 0], [-30, -90, np.nan, -90, np.nan, 90])
    assert list(found.dip_source) == [
        "field", "kind of the fault", "", "rake", "field", "kind of the fault"
    ]  # fmt: skip
    assert list(found.rake_source) == [
        "field", "kind of the fault", "", "field", "", "kind of the fault"
    ]  # fmt: skip
    assert list(found.known) == [True, True, False, True, False, True]
    assert found.kind[3] == "normal"


def test_faults_of_unknown_kind_can_have_a_default():
    found = k.mechanisms(["", ""], ["", ""], ["", "normal"], "strike-slip")
    np.testing.assert_array_equal(found.rake[0, :, 0], [0, 180])
    assert found.dip_source[0] == "default kind" and found.rake[1, 0, 0] == -90


@pytest.mark.parametrize("rake", range(-180, 181, 15))
def test_the_kind_of_a_rake_has_about_that_rake(rake):
    found = k.kinematics(k._kind_of(rake)).rakes
    assert min(abs(k.wrapped(angle.value - rake)) for angle in found) <= 30
