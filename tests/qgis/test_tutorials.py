# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The tutorials: their commands are run as they stand, and find what the texts say."""

import csv
import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "docs" / "help" / "text"


def code_blocks(name):
    path = ROOT / "scripts" / "help_markdown.py"
    spec = importlib.util.spec_from_file_location("help_markdown_alone", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.code_blocks((TEXTS / f"{name}.md").read_text(encoding="utf-8"))


def run_tutorial(name, make_qgis_process, folder):
    """Run a tutorial's commands in a folder, with a fresh profile; what they printed."""
    if shutil.which("bash") is None:
        pytest.skip("the tutorials' commands are written for bash")
    process = make_qgis_process(folder / "profile", enable=False)
    # On Debian 12 the name that the texts use is that of a broken wrapper.
    programs = folder / "bin"
    programs.mkdir()
    shim = programs / "qgis_process"
    shim.write_text(f'#!/bin/sh\nexec "{process.command}" "$@" </dev/null\n')
    shim.chmod(0o755)
    work = folder / "work"
    work.mkdir()
    path = os.pathsep.join([str(programs), process.env["PATH"]])
    printed = []
    for block in code_blocks(name):
        done = subprocess.run(
            ["bash", "-euc", block], cwd=work, env={**process.env, "PATH": path},
            capture_output=True, text=True, errors="replace", timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, f"{block}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        printed.append(done.stdout)
    return work, "\n".join(printed)


def number(printed, name):
    """A result as qgis_process prints it."""
    return float(re.search(rf"^{name}:\s+(\S+)$", printed, re.M).group(1))


def polygons(path):
    """Fields and shapes of a layer's polygons."""
    from osgeo import ogr

    dataset = ogr.Open(str(path))
    return [(feature.items(), feature.geometry().Clone()) for feature in dataset.GetLayer(0)]


def test_to_an_updated_inventory(plugin, make_qgis_process, tmp_path):
    work, printed = run_tutorial("tutorial-inventory", make_qgis_process, tmp_path)
    for name in ("chain.html", "report.html", "shares.csv", "velocity.tif", "visible.tif"):
        assert (work / name).stat().st_size > 0, name
    assert "9,117 phases in 16 pairs were given whole cycles" in printed
    spreads = [(float(a), float(b)) for a, b in re.findall(r"([\d.]+) to ([\d.]+) mm\b", printed)]
    assert spreads and min(b / a for a, b in spreads) < 0.7, "corrections take much of it off"
    truth = {fields["name"]: shape for fields, shape in polygons(work / "truth.gpkg")}
    slides = [shape for name, shape in truth.items() if name.startswith("landslide")]
    areas = polygons(work / "areas.gpkg")
    hits = [sum(shape.Intersects(area) for _, area in areas) for shape in slides]
    assert hits == [1, 1, 1, 1, 1], "all five slides are found"
    false = [fields for fields, area in areas if not any(area.Intersects(one) for one in slides)]
    # Patches of noise pass 10 mm/yr, three sigma: that is told by their quality.
    assert all(f["quality"] == 4 and f["chance"] > 0.05 for f in false), "and nothing else to use"
    bowl = [
        f for f, area in polygons(work / "removed.gpkg") if area.Intersects(truth["subsidence 1"])
    ]
    assert {fields["reason"] for fields in bowl} == {"gentle slope"}
    states = {fields["name"]: fields["state"] for fields, _ in polygons(work / "updated.gpkg")}
    assert states == {
        "landslide 1": "reactivated",
        **{f"landslide {n}": "still active" for n in (2, 3)},
        "landslide 5": "not assessed",
    }
    ((_, candidate),) = polygons(work / "candidates.gpkg")
    assert candidate.Intersects(truth["landslide 4"])


def test_to_coulomb_stress_on_faults(plugin, make_qgis_process, tmp_path):
    work, printed = run_tutorial("tutorial-coulomb", make_qgis_process, tmp_path)
    for name in ("slip.fsp", "slip.html", "ascending.html", "fringes.tif", "coulomb.tif"):
        assert (work / name).stat().st_size > 0, name
    assert re.findall(r"^SAMPLE_COUNT:\s+(\d+)", printed, re.M) == ["298", "298"]
    planted, found = (float(mw) for mw in re.findall(r"^MW:\s+(\S+)", printed, re.M)[1:])
    assert planted == pytest.approx(6.40, abs=0.005)
    assert found == pytest.approx(6.41, abs=0.01)
    assert number(printed, "DIP") == 50
    assert number(printed, "MEAN_RAKE") == pytest.approx(-91, abs=1)
    assert number(printed, "MAX_SLIP_FOUND") == pytest.approx(1.1, abs=0.05)
    assert "does not level off" in printed
    with open(work / "ranking.csv", newline="", encoding="utf-8") as file:
        ranking = {row["fault_name"]: row for row in csv.DictReader(file)}
    assert next(iter(ranking)) == "Next segment"
    assert float(ranking["Next segment"]["coulomb_kpa"]) == pytest.approx(108, abs=10)
    assert ranking["Next segment"]["sign_stable"] == "True"
    assert float(ranking["Parallel fault"]["coulomb_kpa"]) < -100
    assert "Fold" not in ranking and "Rupture" not in ranking
    assert re.search(r"1 of 5 lines are left out by their kind", printed)


CLICKS = ROOT / "docs" / "tutorials"
PICTURES = {"first-steps": 8, "stress-on-faults": 8}


@pytest.mark.parametrize("name", PICTURES)
def test_the_clicks_name_what_is_on_the_screen(plugin, name):
    """Tools, the fields of their dialogs, and choices, as the tables of the tutorial name them."""
    from groundshift.processing_provider.tool import GROUPS
    from qgis.core import QgsApplication

    tools = QgsApplication.processingRegistry().providerById("groundshift").algorithms()
    by_title = {(tool.group(), tool.displayName()): tool for tool in tools}
    text = (CLICKS / f"{name}.md").read_text(encoding="utf-8")
    checked = 0
    for section in re.split(r"^## ", text, flags=re.M)[1:]:
        named = re.findall(r"\*(?:Groundshift → )?([^*→]+?) → ([^*→]+?)\*", section)
        named = [pair for pair in named if pair[0] in GROUPS.values()]
        fields = re.findall(r"^\| ([^|]+?) \| [^|]+ \|$", section, re.M)
        if not fields:
            continue
        assert len(named) == 1, section
        titles = [one.description() for one in by_title[named[0]].parameterDefinitions()]
        for field in fields:
            if field in ("field", "---"):
                continue
            field = field.split(" (*")[0]
            assert field in titles, f"{field}: {titles}"
            checked += 1
    assert checked > 25


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_of_the_clicks_are_there(name):
    text = (CLICKS / f"{name}.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", text)
    assert len(pictures) == PICTURES[name]
    assert [one for one in pictures if not (CLICKS / one).is_file()] == []


def test_the_clicks_start_from_the_lines_of_the_commands():
    text = (TEXTS / "tutorial-coulomb.md").read_text(encoding="utf-8")
    written = re.findall(r"^cat > (\S+) <<'END'\n(.*?)^END$", text, re.M | re.S)
    assert {name for name, _ in written} == {"rupture.geojson", "faults.geojson"}
    for name, lines in written:
        assert (CLICKS / name).read_text(encoding="utf-8") == lines
