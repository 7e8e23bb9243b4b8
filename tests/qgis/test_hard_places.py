# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Outputs on disks that are full or read-only: one sentence, and earlier results stay."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from bad_input import OUTPUTS, former_results, input_of, parameters_of
from file_server import served
from runs import contents, one_sentence, refusal, run_here


@pytest.mark.parametrize("tool", OUTPUTS)
def test_a_read_only_place_is_named(tool, material, mounted):
    disk = mounted(1024)
    (disk / "earlier.tif").write_bytes(b"an earlier result")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    results, problem = run_here(tool, parameters_of(tool, input_of(tool, material), disk))
    assert results == {}
    assert str(disk) in one_sentence(problem)
    assert re.search("cannot be written to|cannot be made|may not be", problem)
    assert list(contents(disk)) == ["earlier.tif"]


@pytest.mark.parametrize("tool", [tool for tool in OUTPUTS if tool != "simulatestack"])
def test_a_read_only_result_is_not_replaced(tool, material, tmp_path):
    out = tmp_path / "out"
    former_results(tool, out)
    target = out / next(iter(OUTPUTS[tool].values()))
    protect = ["chattr", "+i", str(target)] if os.geteuid() == 0 else ["chmod", "444", str(target)]
    if not shutil.which(protect[0]) or subprocess.run(protect, capture_output=True).returncode:
        pytest.skip("files cannot be protected here")
    try:
        before = contents(tmp_path)
        results, problem = run_here(tool, parameters_of(tool, input_of(tool, material), out))
        assert results == {}
        assert re.search(f"{target.name}: may not be written to", one_sentence(problem))
        assert contents(tmp_path) == before
    finally:
        if os.geteuid() == 0:
            subprocess.run(["chattr", "-i", str(target)], check=True)


def sizes_that_do_not_do(tool, material, folder):
    """Sizes of a disk in KiB, from almost nothing to a little less than what is needed."""
    folder.mkdir()
    _, problem = run_here(tool, parameters_of(tool, input_of(tool, material), folder))
    assert not problem
    needed = sum(p.stat().st_size for p in folder.rglob("*") if p.suffix not in (".qml", ".qmd"))
    # The tables of the layer's metadata come afterwards.
    shares = (0.2, 0.5, 0.7) if tool == "simulatestack" else (0.2, 0.5, 0.8, 0.95)
    return [8, *(int(needed * share / 1024) for share in shares)]


@pytest.mark.parametrize("tool", OUTPUTS)
def test_a_full_disk_leaves_the_earlier_results(tool, material, mounted, tmp_path):
    for size in sizes_that_do_not_do(tool, material, tmp_path / "free"):
        disk = mounted(size)
        (disk / "velocity.tif").write_bytes(b"an earlier result")
        before = contents(disk)
        results, problem = run_here(tool, parameters_of(tool, input_of(tool, material), disk))
        assert results == {}, f"{size} KiB were enough"
        text = one_sentence(problem)
        assert re.search("the disk is full|are needed and|free some space", text), text
        assert contents(disk) == before, size


@pytest.mark.parametrize("tool", ["sbas", "timeseriestopoints"])
def test_qgis_process_on_a_full_disk(tool, material, mounted, tmp_path, qgis_process):
    size = sizes_that_do_not_do(tool, material, tmp_path / "free")[3]
    disk = mounted(size)
    (disk / "points.gpkg").write_bytes(b"an earlier result")
    before = contents(disk)
    result = qgis_process.run(tool, parameters_of(tool, input_of(tool, material), disk))
    assert "free some space" in refusal(result)
    assert contents(disk) == before


def test_a_device_is_not_replaced_by_a_file(material, tmp_path):
    """As root it could be."""
    link = tmp_path / "null.h5"
    link.symlink_to("/dev/null")
    parameters = {"STACK": material.stack, "TIMESERIES": link, "VELOCITY": tmp_path / "v.tif"}
    results, problem = run_here("sbas", parameters)
    assert results == {} and "is no plain file" in one_sentence(problem)
    assert Path("/dev/null").is_char_device()


def test_inputs_may_lie_on_a_web_server(material, tmp_path):
    """A series (HDF5); what is missing there is named."""
    given = input_of("velocity", material)
    series = Path(given["TIMESERIES"])
    with served(series.parent) as server:
        for name, words in ((series.name, ""), ("none.h5", "no file can be read")):
            given["TIMESERIES"] = f"{server.address}/{name}"
            results, problem = run_here("velocity", parameters_of("velocity", given, tmp_path))
            if words:
                assert results == {} and re.search(words, one_sentence(problem))
            else:
                assert not problem and Path(results["VELOCITY"]).is_file()
        assert server.given > 1000
