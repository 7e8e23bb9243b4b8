# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From files to slip and back, without QGIS."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.data.patches import SlipModel, joined
from groundshift.algorithms.data.samples import Track, joined_samples
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.slip.slip_models import read_slip_file, write_slip_model
from groundshift.algorithms.source.slip_statistics import summarise
from groundshift.algorithms.source.tools.samples import read_samples, write_samples
from groundshift.algorithms.toolbox import call
from inversion_cases import bump, plane, samples_of

PLANE = {"fault_strike": 40.0, "fault_dip": 60.0, "fault_length": 16.0, "fault_width": 10.0}


def run(folder, job=None, **given):
    """The tool on the samples of a folder."""
    values = {"monte_carlo": 4, "smoothings": "0.1:10:5", "slip": folder / "slip.gpkg", **given}
    return call("slipinversion", job, samples=folder / "in.gpkg", **values)


def sites_of(model, count=12):
    """Three components at sites, without an offset."""
    made = samples_of(model, 2 * 3 * count, noise=(1e-3, 1e-3), offset=(0, 0), seed=9)
    return replace(
        made.chosen(made.track == 0), tracks=(Track("gps", "gnss"),),
        track=np.zeros(3 * count, int),
    )  # fmt: skip


def test_two_segments_and_gnss_without_crs(tmp_path):
    """Rakes of their own by segment; the sites get no offset."""
    patches = joined([plane(6, 4), plane(6, 4, strike=130, dip=70, east=9e3, north=-9e3)])
    rake = np.radians(np.where(patches.segment == 0, 20.0, 170.0))
    truth = SlipModel.of_rake(patches, np.ones(48), rake)
    samples = joined_samples(samples_of(truth, 400), sites_of(truth))
    write_samples(tmp_path / "in.gpkg", "", samples, LocalMetres("", 0, 0))
    write_slip_model(tmp_path / "fault.gpkg", truth, "")
    run(
        tmp_path, fault=tmp_path / "fault.gpkg", patch_length=0.0, rake="range", rake_from=-30.0,
        rake_to=60.0, rakes_by_segment="2: 140 200", smoothings="0.5, 1, 2, 4",
        fit=tmp_path / "fit.gpkg", report=tmp_path / "report.html",
    )  # fmt: skip
    model = read_slip_file(tmp_path / "slip.gpkg").model
    for segment, expected in ((0, 20.0), (1, 170.0)):
        part = model.chosen(model.patches.segment == segment)
        assert np.degrees(summarise(part).mean_rake) == pytest.approx(expected, abs=8)
        assert summarise(part).mean_slip == pytest.approx(1.0, abs=0.15)
    fit, _ = read_samples(tmp_path / "fit.gpkg")
    gnss = np.array([track.kind == "gnss" for track in fit.tracks])[fit.track]
    assert (fit.extra["offset_mm"][gnss] == 0).all()
    assert np.abs(fit.extra["offset_mm"][~gnss]).min() > 10
    assert fit.extra["residual_mm"].std() < 5
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    drawings = re.findall(r"<svg.*?</svg>", page, re.S)
    assert len(drawings) == 5
    for drawing in drawings:
        ElementTree.fromstring(drawing)
    assert "Slip on segment 2" in page and "nan" not in page


def test_strikes_are_those_of_true_north(tmp_path):
    """Far from the central meridian, through degrees and metres, the slip is the same."""
    local = LocalMetres("EPSG:4326", 20.0, 65.0)
    truth = bump(plane())
    samples = replace(samples_of(truth, 200), crs=local.crs)
    write_samples(tmp_path / "in.gpkg", "EPSG:32633", samples, local)
    found = run(tmp_path, fault_point="20,65 [EPSG:4326]", **PLANE, patch_length=2.0, rake="free")
    assert found["dip"] == pytest.approx(60) and found["correlation"] > 0.99
    written = read_slip_file(tmp_path / "slip.gpkg", local=local).model
    assert np.degrees(written.patches.strike) == pytest.approx(40, abs=1e-3)
    one, other = summarise(written), summarise(truth)
    assert one.moment == pytest.approx(found["moment"], rel=1e-6)
    assert np.degrees(one.mean_rake) == pytest.approx(np.degrees(other.mean_rake), abs=3)
    places = (np.array([found[f"centroid_{axis}"]]) for axis in "xy")
    x, y = local.of("EPSG:32633", *places)[0]
    assert np.hypot(x - one.centroid[0], y - one.centroid[1]) < 10


def test_nothing_is_left_of_a_run_that_ends_early(tmp_path):
    """Cancelled, or with a target that cannot be."""
    truth = bump(plane())
    write_samples(tmp_path / "in.gpkg", "", samples_of(truth), LocalMetres("", 0, 0))
    write_slip_model(tmp_path / "fault.gpkg", truth, "")
    given = {"fault": tmp_path / "fault.gpkg", "patch_length": 4.0}
    with pytest.raises(Cancelled):
        run(tmp_path, {"cancelled": lambda: True}, **given)
    with pytest.raises(GroundshiftError, match="CHECKER"):
        run(tmp_path, board=tmp_path / "b.gpkg", **given)
    assert {path.name for path in tmp_path.iterdir()} == {"in.gpkg", "fault.gpkg"}


def test_what_no_earthquake_does_is_told(tmp_path):
    """Centimetres that were millimetres, and three samples for a fault of many patches."""
    truth = bump(plane())
    samples = samples_of(truth, 200)
    write_slip_model(tmp_path / "fault.gpkg", truth, "")
    wrong = replace(samples, displacement=100 * samples.displacement)
    few = samples.chosen(np.flatnonzero(samples.track == 0)[:3])
    for given, words in ((samples, None), (wrong, "any earthquake had"), (few, "3 samples for")):
        write_samples(tmp_path / "in.gpkg", "", given, LocalMetres("", 0, 0))
        warned = []
        run(
            tmp_path, {"warn": warned.append}, fault=tmp_path / "fault.gpkg", patch_length=0.0,
            rake="free", smoothings="1", monte_carlo=0, report=tmp_path / "report.html",
        )  # fmt: skip
        told = " ".join(warned)
        odd = ("earthquake", "samples for", "unit right", "lie where")
        assert words in told if words else not any(word in told for word in odd)
        page = (tmp_path / "report.html").read_text(encoding="utf-8")
        assert words is None or words in page
