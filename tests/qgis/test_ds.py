# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase linking in a real QGIS."""

import re

import pytest
from runs import contents, one_sentence, run_here
from small_slc import RADAR, UTM, make_images, make_stack, skewed


def test_linked_phases_become_styled_layers(qgis_process, tmp_path):
    stack = make_stack(tmp_path / "s.h5", RADAR, lookup=skewed(RADAR))
    points = tmp_path / "ps.gpkg"
    done = qgis_process.run(
        "pscandidates", {"STACK": stack, "DISPERSION": tmp_path / "d.tif", "POINTS": points}
    )
    assert done.code == 0, done.stderr
    outputs = {
        name: tmp_path / "out" / file
        for name, file in (
            ("LINKED", "l.h5"), ("INTERFEROGRAMS", "i.h5"), ("GOODNESS", "g.tif"),
            ("PHASE_STD", "s.tif"), ("COUNT", "c.tif"), ("KIND", "k.tif"), ("POINTS", "p.gpkg"),
        )
    }  # fmt: skip
    answer = qgis_process.run(
        "ds",
        {"STACK": stack, "PERSISTENT": points, "WINDOW_ROWS": 7, "WINDOW_COLS": 7,
         "MINISTACK": 8, "FILTER": True, "MIN_QUALITY": 0.1, **outputs},
    )  # fmt: skip
    assert answer.code == 0, answer.stderr
    results = answer.results
    assert results["IMAGES"] == 16 and results["SMALL_STACKS"] == 2 and results["PAIRS"] == 42
    assert results["KEPT"] > 100 and results["DISTRIBUTED"] > 1000
    assert results["SAMPLES_A_LOOK"] == pytest.approx(1, abs=0.1)
    for name in ("GOODNESS", "PHASE_STD", "COUNT", "KIND", "POINTS"):
        assert outputs[name].with_suffix(".qml").exists(), name
    assert all(path.exists() for path in outputs.values())


CASES = {
    "even window": ({"WINDOW_ROWS": 4}, "odd"),
    "even filter": ({"FILTER": True, "FILTER_WINDOW": 4}, "odd"),
    "small window": ({"WINDOW_ROWS": 3, "WINDOW_COLS": 3}, "holds up to 8"),
    "small stacks": ({"MINISTACK": 2}, "MINISTACK"),
    "date": ({"NETWORK": "single_reference", "REFERENCE_DATE": "20310101"}, "no image of 2031"),
    "no date": ({"NETWORK": "single_reference", "REFERENCE_DATE": "once"}, "once"),
    "pairs": ({"NETWORK": "list"}, "list of pairs is empty"),
    "days": ({"NETWORK": "days", "DAYS": 3}, "allow more days"),
    "polarisation": ({"POLARISATION": "HH"}, "no polarisation HH"),
    "persistent": ({"PERSISTENT": "series"}, "Points or raster"),
    "series": ({"STACK": "series"}, "no dataset 'slc'"),
    "two images": ({"STACK": "short"}, "2 images cannot be linked"),
    "words": ({"STACK": "words"}, "HDF5"),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_one_sentence(case, material, tmp_path):
    given, says = CASES[case]
    made = {
        "series": lambda: material.series, "words": lambda: material.text("words.h5"),
        "short": lambda: make_stack(material.folder / "b.h5", UTM, make_images(UTM)[0][:2]),
    }  # fmt: skip
    given = {name: made[value]() if value in made else value for name, value in given.items()}
    stack = make_stack(material.folder / "s.h5", UTM)
    before = contents(tmp_path)
    results, problem = run_here("ds", {"STACK": stack, "LINKED": tmp_path / "o" / "x.h5", **given})
    assert results == {}
    text = one_sentence(problem)
    assert re.search(says, text), text
    assert contents(tmp_path).keys() == before.keys()
    assert not (tmp_path / "o").exists()
