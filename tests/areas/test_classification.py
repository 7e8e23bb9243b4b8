# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules that say what an active area may be."""

import numpy as np
import pytest
from groundshift.algorithms.areas.classification import (
    EVIDENCE,
    PROCESSES,
    RULES,
    ClassLimits,
    Rule,
    classify,
    parse_rules,
)
from groundshift.algorithms.errors import GroundshiftError
from hypothesis import given, settings
from hypothesis import strategies as st


def scores(rules=RULES, limits=None, **evidence):
    found = classify({name: np.array([value]) for name, value in evidence.items()}, rules, limits)
    name = PROCESSES[found.category[0]] if found.category[0] >= 0 else "unclassified"
    return name, dict(zip(PROCESSES, found.score[:, 0])), found


def test_a_score_by_hand():
    rules = (
        Rule("landslide", "slope_deg", 5, 15, 3), Rule("landslide", "landslide", 0, 1, 1),
        Rule("landslide", "horizontal", 0.2, 0.6, 9),
    )  # fmt: skip
    _, score, found = scores(rules, slope_deg=10.0, landslide=1.0)
    assert score["landslide"] == pytest.approx((3 * 0.5 + 1) / 4)
    assert found.known[0, 0] == pytest.approx(4 / 13)
    assert found.why[0][0] == (
        "slope_deg 10 counts 0.50 (weight 3); landslide 1 counts 1.00 (weight 1); "
        "horizontal unknown (weight 9)"
    )
    assert np.isnan(score["mining"]), "no rule, no score"


def test_needed_evidence_holds_a_score_down():
    rules = (Rule("mining", "mining", 0, 1, 1, True), Rule("mining", "sinking", 0, 1, 9))
    assert scores(rules, mining=0.1, sinking=1.0)[1]["mining"] == pytest.approx(0.1)
    assert np.isnan(scores(rules, sinking=1.0)[1]["mining"]), "needed and unknown"


def test_typical_areas():
    ground = {"soft": 0.0, "soluble": 0.0, "sinkhole": 0.0, "mining": 0.0, "built": 0.0,
              "landslide": 0.0}  # fmt: skip
    slide = {"slope_deg": 25.0, "horizontal": 0.8, "sinking": 0.6, "area_km2": 0.1,
             "compactness": 0.6}  # fmt: skip
    bowl = {"slope_deg": 1.0, "horizontal": 0.1, "sinking": 0.99, "area_km2": 2.0,
            "compactness": 0.8, "away": 1.0}  # fmt: skip
    hole = {**bowl, "area_km2": 0.01}
    assert scores(**{**ground, **slide, "landslide": 1.0})[0] == "landslide"
    assert scores(**{**ground, **bowl, "soft": 1.0})[0] == "subsidence"
    assert scores(**{**ground, **hole, "soluble": 1.0, "sinkhole": 1.0})[0] == "sinkhole"
    assert scores(**{**ground, **hole, "built": 1.0})[0] == "settlement"
    assert scores(**{**ground, **bowl, "mining": 1.0})[0] == "mining"
    rising = {**ground, **bowl, "soft": 1.0, "away": 0.0}
    assert scores(**rising)[1]["subsidence"] == 0.0, "what comes up does not subside"
    flat = {"slope_deg": 1.0, "area_km2": 2.0, "away": 1.0}
    assert scores(**flat)[0] == "unclassified", "flat, large and away is not enough"


def test_weak_evidence_is_unclassified():
    assert scores(slope_deg=8.0, landslide=0.0)[0] == "unclassified"
    name, _, found = scores(slope_deg=30.0)
    assert name == "unclassified" and "33% of the evidence" in found.reason[0]
    name, _, found = scores(area_km2=0.1, compactness=0.5)
    assert name == "unclassified" and "no process has" in found.reason[0]
    rules = (Rule("mining", "built", 0, 1, 1), Rule("sinkhole", "built", 0, 1, 1))
    name, _, found = scores(rules, built=1.0)
    assert name == "unclassified" and "too close" in found.reason[0]
    assert scores(rules, ClassLimits(lead=0.0), built=1.0)[0] != "unclassified"


values = st.one_of(st.just(float("nan")), st.floats(-5, 100))


@settings(max_examples=80, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(EVIDENCE, values)))
def test_scores_stay_within_bounds(evidence):
    _, _, found = scores(**evidence)
    known = found.score[np.isfinite(found.score)]
    assert ((known >= 0) & (known <= 1)).all()
    assert ((found.known >= 0) & (found.known <= 1 + 1e-12)).all()
    if found.category[0] >= 0:
        assert found.score[found.category[0], 0] == np.nanmax(found.score[:, 0])


def test_rules_of_a_table():
    row = {"process": "mining", "evidence": "sinking", "from": "0.4", "to": "1", "weight": "2"}
    assert parse_rules([row], "t") == (Rule("mining", "sinking", 0.4, 1.0, 2.0),)
    assert parse_rules([{**row, "needed": "Yes"}], "t")[0].needed


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"from": "x"}, "line 2 is no rule"), ({"weight": "0"}, "weight above 0"),
        ({"to": "0.4"}, "two different"), ({"process": "flood"}, "'flood' as process"),
        ({"evidence": "mood"}, "'mood' as evidence"), ({"to": "nan"}, "two different"),
    ],
)  # fmt: skip
def test_bad_rules_are_named(change, words):
    row = {"process": "mining", "evidence": "sinking", "from": "0.4", "to": "1", "weight": "2"}
    with pytest.raises(GroundshiftError, match=words):
        parse_rules([{**row, **change}], "rules.csv")
    with pytest.raises(GroundshiftError, match="no rule"):
        parse_rules([], "rules.csv")
