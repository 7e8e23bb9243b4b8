# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From files to slip and back, without QGIS."""

import re
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.io.fault_geometry import FaultModel, FaultNumbers
from groundshift.algorithms.io.metric import LocalMetres
from groundshift.algorithms.io.run_slipinversion import SlipInput, SlipTargets, run_slipinversion
from groundshift.algorithms.io.samples import read_samples, write_samples
from groundshift.algorithms.io.slip_models import SlipSource, read_slip_file, write_slip_model
from groundshift.algorithms.source.fault_planes import Patching
from groundshift.algorithms.source.patches import SlipModel, joined
from groundshift.algorithms.source.samples import Track, joined_samples
from groundshift.algorithms.source.slip_statistics import summarise
from groundshift.algorithms.source.slip_study import StudyOptions

sys.path.append(str(Path(__file__).resolve().parents[1] / "source"))
from inversion_cases import bump, plane, samples_of

OPTIONS = StudyOptions(smoothing_count=5, monte_carlo=4)


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
    source = SlipInput(
        str(tmp_path / "in.gpkg"), "", FaultModel(SlipSource(str(tmp_path / "fault.gpkg"))),
        rake="range", rakes=(-30.0, 60.0), rakes_by_segment={1: (140.0, 200.0)},
    )  # fmt: skip
    targets = SlipTargets(
        tmp_path / "slip.gpkg", tmp_path / "fit.gpkg", report=tmp_path / "report.html"
    )
    options = replace(OPTIONS, smoothings=(0.5, 1.0, 2.0, 4.0))
    found = run_slipinversion(source, targets, options).study
    for segment, expected in ((0, 20.0), (1, 170.0)):
        part = found.model.chosen(found.model.patches.segment == segment)
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
    fault = FaultNumbers(20.0, 65.0, "EPSG:4326", 40.0, 60.0, 16e3, 10e3)
    source = SlipInput(str(tmp_path / "in.gpkg"), "", fault, Patching(2e3, 2e3), rake="free")
    report = run_slipinversion(source, SlipTargets(tmp_path / "slip.gpkg"), OPTIONS)
    assert report.dip == pytest.approx(60) and report.study.fits[-1].correlation > 0.99
    written = read_slip_file(tmp_path / "slip.gpkg", local=local).model
    assert np.degrees(written.patches.strike) == pytest.approx(40, abs=1e-3)
    assert written.components == pytest.approx(report.study.model.components, abs=1e-6)
    x, y = LocalMetres("EPSG:4326", 20.0, 65.0).of("EPSG:32633", *report.centroid[:, None])[0]
    assert np.hypot(x - report.study.summary.centroid[0], y) < 10e3


def test_nothing_is_left_of_a_run_that_ends_early(tmp_path):
    """Cancelled, or with a target that cannot be."""
    write_samples(tmp_path / "in.gpkg", "", samples_of(bump(plane())), LocalMetres("", 0, 0))
    fault = FaultNumbers(0.0, 0.0, "", 40.0, 60.0, 16e3, 10e3)
    source = SlipInput(str(tmp_path / "in.gpkg"), "", fault, Patching(4e3, 4e3))
    target = tmp_path / "slip.gpkg"
    with pytest.raises(Cancelled):
        run_slipinversion(source, SlipTargets(target), OPTIONS, cancelled=lambda: True)
    with pytest.raises(GroundshiftError, match="size of its squares"):
        run_slipinversion(source, SlipTargets(target, board=tmp_path / "b.gpkg"), OPTIONS)
    assert not target.exists()


def test_what_no_earthquake_does_is_told(tmp_path):
    """Centimetres that were millimetres, and three samples for a fault of many patches."""
    truth = bump(plane())
    samples = samples_of(truth, 200)
    fault = FaultModel(SlipSource(str(tmp_path / "fault.gpkg")))
    write_slip_model(tmp_path / "fault.gpkg", truth, "")
    options = replace(OPTIONS, smoothings=(1.0,), monte_carlo=0)
    wrong = replace(samples, displacement=100 * samples.displacement)
    few = samples.chosen(np.flatnonzero(samples.track == 0)[:3])
    for given, words in ((samples, None), (wrong, "any earthquake had"), (few, "3 samples for")):
        write_samples(tmp_path / "in.gpkg", "", given, LocalMetres("", 0, 0))
        report = run_slipinversion(
            SlipInput(str(tmp_path / "in.gpkg"), "", fault, rake="free"),
            SlipTargets(report=tmp_path / "report.html"), options,
        )  # fmt: skip
        told = " ".join(report.warnings)
        odd = ("earthquake", "samples for", "unit right", "lie where")
        assert words in told if words else not any(word in told for word in odd)
        page = (tmp_path / "report.html").read_text(encoding="utf-8")
        assert words is None or words in page
