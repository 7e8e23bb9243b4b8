# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""NASA's products (ARIA, NISAR, OPERA): recognised, with their sign, place, look, baselines."""

import nasa_files as make
import numpy as np
import pytest
from groundshift.algorithms.data.los import from_incidence_azimuth
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.interferograms import find_product
from imported_stack import check_pixels, imported
from product_files import GEOGRAPHIC, UTM


@pytest.mark.parametrize("southwards", [True, False])
def test_aria(tmp_path, southwards):
    make.write_aria(tmp_path / "a", southwards=southwards)
    product, report, stack, block, geometry = imported(tmp_path / "a", tmp_path)
    assert product.kind == "aria" and report.notes == () and report.missing == ("height",)
    check_pixels(stack, block)
    assert stack.wavelength == pytest.approx(0.0554658)
    assert stack.grid.transform == pytest.approx(GEOGRAPHIC)
    np.testing.assert_allclose(stack.perpendicular_baseline, [40.0, -15.5, -55.5])
    x, _ = make.centres(GEOGRAPHIC)
    expected = np.broadcast_to(make.incidence(x, GEOGRAPHIC), geometry["incidenceAngle"].shape)
    np.testing.assert_allclose(geometry["incidenceAngle"], expected, atol=0.02)
    np.testing.assert_allclose(geometry["azimuthAngle"], 100.0, atol=1e-4)
    assert stack.attributes["ORBIT_DIRECTION"] == "ASCENDING"
    assert float(stack.attributes["HEADING"]) == pytest.approx(-10.0, abs=1e-3)
    assert float(stack.attributes["NLOOKS"]) == 133


def test_aria_frames_of_other_extents(tmp_path):
    moved = (GEOGRAPHIC[0] + 2 * GEOGRAPHIC[1], *GEOGRAPHIC[1:])
    make.write_aria(tmp_path / "a", transforms=[GEOGRAPHIC, GEOGRAPHIC, moved])
    with pytest.raises(GroundshiftError, match="do not lie on the stack's|set the grids option"):
        imported(tmp_path / "a", tmp_path)
    _, report, stack, block, _ = imported(tmp_path / "a", tmp_path, grids="crop")
    assert stack.grid.cols == make.COLS - 2
    assert np.isfinite(block.phase[:, 1:]).all()


def test_aria_without_geometry(tmp_path):
    make.write_aria(tmp_path / "a", left_out=("incidenceAngle", "perpendicularBaseline"))
    _, report, stack, block, geometry = imported(tmp_path / "a", tmp_path)
    check_pixels(stack, block)
    assert set(report.missing) >= {"incidence", "perpendicular_baseline"}


@pytest.mark.parametrize("polarisation", ["HH", "VV"])
def test_nisar(tmp_path, polarisation):
    make.write_nisar(tmp_path / "n", polarisation)
    product, report, stack, block, geometry = imported(tmp_path / "n", tmp_path)
    assert product.kind == "nisar" and report.notes == () and report.missing == ("height",)
    check_pixels(stack, block)
    assert stack.wavelength == pytest.approx(0.2385, abs=1e-4)
    assert stack.grid.transform == pytest.approx(UTM) and stack.grid.crs
    np.testing.assert_allclose(stack.perpendicular_baseline, [40.0, -15.5, -55.5])
    look = from_incidence_azimuth(geometry["incidenceAngle"], geometry["azimuthAngle"])
    # It looks to the left: ascending, the satellite is in the east.
    assert (look.east > 0.5).all()
    x, _ = make.centres(UTM)
    expected = np.broadcast_to(make.incidence(x, UTM), look.east.shape)
    np.testing.assert_allclose(geometry["incidenceAngle"], expected, atol=0.05)
    assert float(stack.attributes["HEADING"]) == pytest.approx(-10.0, abs=0.1)


def test_opera(tmp_path):
    make.write_opera(tmp_path / "o")
    product, report, stack, block, geometry = imported(tmp_path / "o", tmp_path)
    assert product.kind == "disp" and report.missing == ("perpendicular_baseline",)
    check_pixels(stack, block)
    assert stack.grid.transform == pytest.approx(UTM) and stack.grid.crs
    up = np.sqrt(1 - 0.37)
    np.testing.assert_allclose(geometry["incidenceAngle"], np.degrees(np.arccos(up)), rtol=1e-5)
    np.testing.assert_allclose(geometry["height"], 120.0)
    assert stack.attributes["ORBIT_DIRECTION"] == "ASCENDING"


def test_opera_without_its_static_layers(tmp_path):
    make.write_opera(tmp_path / "o", static=False, left_out=("temporal_coherence",))
    _, report, stack, block, _ = imported(tmp_path / "o", tmp_path)
    assert {"incidence", "heading", "height", "coherence"} <= set(report.missing)
    assert np.isfinite(block.phase[:, 1:]).all()


@pytest.mark.parametrize("write, given, said", [
    (make.write_opera, {"frames": ("F11116", "F11116", "F11117")}, "another frame"),
    (make.write_opera, {"left_out": ("displacement",)}, "has no dataset 'displacement'"),
    (make.write_nisar, {"other_frame": True}, "another frame"),
    (make.write_nisar, {"left_out": ("unwrappedPhase",)}, "holds no unwrapped phase"),
    (make.write_nisar, {"left_out": ("projection",)}, "has no dataset"),
])  # fmt: skip
def test_what_does_not_go_together_is_refused(tmp_path, write, given, said):
    write(tmp_path / "p", **given)
    with pytest.raises(GroundshiftError, match=said):
        find_product(tmp_path / "p")


def test_both_flights_are_refused(tmp_path):
    make.write_aria(tmp_path / "p")
    make.write_aria(tmp_path / "p", direction="D")
    with pytest.raises(GroundshiftError, match="ascending and descending"):
        find_product(tmp_path / "p")
    with pytest.raises(GroundshiftError, match="holds no NISAR products"):
        find_product(tmp_path / "p", "nisar")
