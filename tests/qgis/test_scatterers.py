# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""PS candidates and homogeneous neighbours in a real QGIS."""

import re

import pytest
from runs import contents, one_sentence, run_here
from small_slc import RADAR, UTM, make_images, make_stack, skewed


def style_and_metadata(path):
    return path.with_suffix(".qml").exists() and (
        path.suffix == ".gpkg" or path.with_suffix(".qmd").exists()
    )


def test_candidates_become_styled_layers(qgis_process, tmp_path):
    stack = make_stack(tmp_path / "s.h5", RADAR, lookup=skewed(RADAR))
    outputs = {
        name: tmp_path / "out" / file
        for name, file in (
            ("DISPERSION", "d.tif"), ("AMPLITUDE", "a.tif"), ("MASK", "m.tif"),
            ("POINTS", "p.gpkg"), ("TABLE", "t.gpkg"),
        )
    }  # fmt: skip
    answer = qgis_process.run("pscandidates", {"STACK": stack, **outputs})
    assert answer.code == 0, answer.stderr
    assert answer.results["IMAGES"] == 16
    assert 200 < answer.results["STABLE_PIXELS"] < answer.results["CANDIDATES"]
    assert answer.results["CHANCE_CANDIDATE"] == pytest.approx(9.3, abs=1)
    assert all(style_and_metadata(outputs[n]) for n in ("DISPERSION", "AMPLITUDE", "MASK"))
    assert outputs["TABLE"].exists()


def test_brothers_become_styled_layers(qgis_process, tmp_path):
    stack = make_stack(tmp_path / "s.h5", UTM)
    outputs = {name: tmp_path / f"{name}.tif" for name in ("COUNT", "MASK", "AMPLITUDE")}
    answer = qgis_process.run(
        "shp", {"STACK": stack, "TEST": "ci", "WINDOW_ROWS": 7, "WINDOW_COLS": 9, **outputs}
    )
    assert answer.code == 0, answer.stderr
    assert 40 < answer.results["MEAN_COUNT"] < 62
    assert answer.results["DISTRIBUTED_SHARE"] > 90
    assert all(style_and_metadata(path) for path in outputs.values())


CASES = {
    "even window": ("shp", {"WINDOW_ROWS": 4}, "odd"),
    "limits": ("pscandidates", {"STABLE": 0.5}, "limit of stable"),
    "polarisation": ("shp", {"POLARISATION": "HH"}, "no polarisation HH"),
    "strides": ("shp", {"STRIDE_ROWS": 100}, "strides 100 x 1"),
    "series": ("shp", {"STACK": "series"}, "no dataset 'slc'"),
    "two images": ("shp", {"STACK": "short"}, "2 images, too few"),
    "words": ("pscandidates", {"STACK": "words"}, "HDF5"),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_one_sentence(case, material, tmp_path):
    tool, given, says = CASES[case]
    stack = make_stack(material.folder / "s.h5", UTM)
    made = {
        "series": lambda: material.series, "words": lambda: material.text("words.h5"),
        "short": lambda: make_stack(material.folder / "b.h5", UTM, make_images(UTM)[0][:2]),
    }  # fmt: skip
    given = {name: made[value]() if value in made else value for name, value in given.items()}
    output = {"shp": "COUNT", "pscandidates": "DISPERSION"}[tool]
    before = contents(tmp_path)
    results, problem = run_here(tool, {"STACK": stack, output: tmp_path / "o" / "x.tif", **given})
    assert results == {}
    text = one_sentence(problem)
    assert re.search(says, text), text
    assert contents(tmp_path).keys() - before.keys() <= {"in/s.h5", "in/b.h5", "in/words.h5"}
    assert not (tmp_path / "o").exists()


def test_a_run_in_qgis_offers_points_of_all_polarisations(plugin, tmp_path):
    values = make_images(UTM)[0]
    stack = make_stack(tmp_path / "s.h5", UTM, values, {"VH": values[:, ::-1]})
    results, problem = run_here(
        "pscandidates",
        {"STACK": stack, "POLARISATION": "all", "RADIUS": 1, "DISPERSION": tmp_path / "d.tif",
         "POINTS": tmp_path / "p.gpkg"},
    )  # fmt: skip
    assert not problem
    assert results["CANDIDATES"] > 100
