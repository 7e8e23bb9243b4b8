# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Flux of ice: channels of known flux, whatever the gate and the map, and errors that hold."""

import numpy as np
import pytest
from groundshift.algorithms.cryosphere.flux import Errors, along, flux, stable_errors
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.vectors.features import (
    read_lines,
    read_polygons,
    write_lines,
    write_polygons,
)
from groundshift.algorithms.formats.vectors.wkb import line_wkb
from groundshift.algorithms.terrain.thickness import power_law
from groundshift.algorithms.toolbox import call
from icy_channel import DEPTH, EPSG, SPEED, TRUTH, WIDTH, X, Y, bedrock, gate, rasters


def run(folder, gates, **given):
    paths = rasters(folder)
    write_lines(folder / "g.gpkg", wkt_from_epsg(EPSG), [line_wkb(g) for g in gates], {})
    asked = {**paths, "gates": (str(folder / "g.gpkg"), ""), "velocity_std": 5.0, **given}
    results = call("glacierflux", flux=folder / "f.gpkg", report=folder / "r.html", **asked)
    return results, read_lines(folder / "f.gpkg")


@pytest.mark.parametrize("turn", [0.0, 35.0, -50.0, 180.0])
def test_a_channel_has_its_flux_whatever_the_gate(tmp_path, turn):
    """Uniform flow of a parabolic channel: width x depth x speed x 2/3 x 8/15 ..., to 1 %."""
    results, table = run(tmp_path, [gate(turn)], least_factor=1.0, most_factor=1.0)
    assert results["volume"] == pytest.approx(1e-9 * TRUTH, rel=0.01)
    assert results["azimuth"] == pytest.approx(90.0, abs=3)
    assert results["mass"] == pytest.approx(0.9 * results["volume"], rel=1e-6)


def test_ice_that_deforms_and_ice_that_slides(tmp_path):
    """Without more knowledge the middle of 0.8 and 1, and a third of a tenth on it."""
    results, table = run(tmp_path, [gate()], thickness_std=0.0, velocity_std=0.0)
    assert results["volume"] == pytest.approx(0.9e-9 * TRUTH, rel=0.01)
    assert results["volume_std"] == pytest.approx(1e-9 * TRUTH * 0.2 / np.sqrt(12), rel=0.01)


def test_a_slab_by_glens_law():
    """Mean of the column by the surface: a plain integral of u(z) = 1 - (1 - z)^(n + 1)."""
    depth = (np.arange(20_000) + 0.5) / 20_000
    for exponent in (1.0, 3.0):
        profile = 1 - depth ** (exponent + 1)
        assert profile.mean() == pytest.approx(power_law(exponent), rel=1e-6)
    assert power_law(3.0) == pytest.approx(0.8)


def test_units_maps_and_grids_that_do_not_line_up(tmp_path):
    plain, _ = run(tmp_path, [gate(20.0)])
    for name, given in (
        ("day", {"unit": "m/day"}), ("odd", {"pixel": 70.0}), ("polar", {"epsg": 3413}),
        ("true", {"epsg": 3413, "axes": "true"}),
    ):  # fmt: skip
        folder = tmp_path / name
        folder.mkdir()
        made = {key: given[key] for key in ("unit", "pixel", "epsg", "axes") if key in given}
        paths = rasters(folder, **made)
        asked = {key: given[key] for key in ("unit", "axes") if key in given}
        results = call(
            "glacierflux", **paths, **asked, gates=(str(tmp_path / "g.gpkg"), ""),
            velocity_std=5.0, flux=folder / "f.gpkg",
        )  # fmt: skip
        assert results["volume"] == pytest.approx(plain["volume"], rel=0.01), name
        assert results["azimuth"] == pytest.approx(plain["azimuth"], abs=1), name


def test_errors_hold():
    """Of planted errors that are alike nearby, nine of ten intervals hold the truth."""
    random = np.random.default_rng(0)
    line = np.array([[0.0, -WIDTH / 2], [0.0, WIDTH / 2]])
    places, normals, lengths, _ = along(line, 60.0)
    y = places[:, 1]
    depth = DEPTH * (1 - (2 * y / WIDTH) ** 2)
    speed = np.stack([SPEED * (1 - (2 * y / WIDTH) ** 2), np.zeros(len(y))], axis=1)
    apart = np.abs(y[:, None] - y[None])
    alike = [np.linalg.cholesky(np.exp(-apart / reach) + 1e-9 * np.eye(len(y)))
             for reach in (400.0, 1500.0)]  # fmt: skip
    errors = Errors(20.0, 400.0, 1500.0)
    truth = flux(places, normals, lengths, speed, depth, 0 * y, errors, (1.0, 1.0)).volume
    held, ratios = 0, []
    for _ in range(400):
        wrong = speed + 20.0 * np.stack([alike[0] @ random.normal(size=len(y)) for _ in "en"], 1)
        deep = depth * (1 + 0.1 * alike[1] @ random.normal(size=len(y)))
        factor = random.uniform(0.8, 1.0)
        found = flux(places, normals, lengths, wrong, deep, 0.1 * depth, errors, (0.8, 1.0))
        rest = found.volume - factor * truth
        held += abs(rest) < 1.645 * found.volume_std
        ratios.append(rest / found.volume_std)
    assert 0.85 < held / 400 < 0.95
    assert 0.85 < np.std(ratios) < 1.15


def test_noise_of_stable_ground_is_measured():
    from scipy.ndimage import gaussian_filter

    noise = gaussian_filter(np.random.default_rng(1).normal(size=(2, 150, 150)), (0, 4, 4))
    noise *= 8.0 / noise.std()
    rows, cols = np.meshgrid(np.arange(150.0), np.arange(150.0), indexing="ij")
    velocity = noise.reshape(2, -1).T + [3.0, -1.0]
    std, reach, shift = stable_errors(60 * cols.ravel(), 60 * rows.ravel(), velocity)
    assert std == pytest.approx(8.0, rel=0.15)
    # Smooth noise of width s has exp(-d² / 4 s²), which is 1 / e at two widths.
    assert reach == pytest.approx(2 * 4 * 60.0, rel=0.35)
    assert np.allclose(shift, [3.0, -1.0], atol=1.5)


def test_gates_with_nothing_between_have_no_difference(tmp_path):
    results, table = run(tmp_path, [gate(), gate(10.0, 1500.0)])
    change, std = table.numbers("change_gt_yr"), table.numbers("change_std_gt_yr")
    assert np.isnan(change[0]) and abs(change[1]) < 0.02 * results["mass"]
    assert 0 < std[1] < table.numbers("mass_std_gt_yr")[1] * 1.5


def test_kaskawulsh(shared_data, tmp_path):
    """Flux through a line over the map of the glacier, against a sum by hand."""
    data = shared_data("glaft_kaskawulsh")
    vx, vy = (data / f"20180304-20180405_velo-raw_{name}.tif" for name in ("vx", "vy"))
    rock = read_polygons(data / "bedrock_V2.shp", to_crs=wkt_from_epsg(32607))
    write_polygons(tmp_path / "rock.gpkg", wkt_from_epsg(32607), list(rock.wkb), {})
    line = np.array([[610_000.0, 6_737_500.0], [610_000.0, 6_742_500.0]])
    write_lines(tmp_path / "g.gpkg", wkt_from_epsg(32607), [line_wkb(line)], {})
    results = call(
        "glacierflux", vx=vx, vy=vy, unit="m/day", constant=600.0, gates=(tmp_path / "g.gpkg", ""),
        stable=(tmp_path / "rock.gpkg", ""), flux=tmp_path / "f.gpkg", profile=tmp_path / "p.gpkg",
        report=tmp_path / "r.html",
    )  # fmt: skip
    # Published for this map on bedrock: 0.15 and 0.16 m/day, at two standard deviations.
    assert 0.5 * 0.155 * 365.25 < 2 * results["std"] < 1.1 * 0.155 * 365.25
    from groundshift.algorithms.formats.raster_places import values_at

    y = np.arange(6_737_530.0, 6_742_500.0, 60.0)
    speed = values_at(vx, wkt_from_epsg(32607), np.full(len(y), 610_000.0), y)
    speed = speed[speed > -100] * 365.25
    by_hand = 0.9 * 600 * abs(speed.sum()) * 60 * 1e-9
    assert results["volume"] == pytest.approx(by_hand, rel=0.03)


@pytest.mark.parametrize(
    "given, said",
    [
        ({"constant": 300.0}, "give one of both"),
        ({"velocity_std": None}, "are both missing"),
        ({"least_factor": 1.0, "most_factor": 0.9}, "lower one first"),
        ({"unit": "m/day", "bare": True}, "faster than any glacier"),
    ],
)
def test_what_makes_no_flux_is_refused(tmp_path, given, said):
    given = dict(given)
    paths = rasters(tmp_path, bare=given.pop("bare", False))
    write_lines(tmp_path / "g.gpkg", wkt_from_epsg(EPSG), [line_wkb(gate())], {})
    asked = {**paths, "gates": (str(tmp_path / "g.gpkg"), ""), "velocity_std": 5.0, **given}
    with pytest.raises(GroundshiftError, match=said):
        call("glacierflux", flux=tmp_path / "f.gpkg", **asked)
    assert not (tmp_path / "f.gpkg").exists()


def test_a_gate_beside_the_ice_is_told(tmp_path):
    with pytest.raises(GroundshiftError, match="no gate lies where"):
        run(tmp_path, [gate() + [90_000.0, 0.0]])
    told = []
    paths = rasters(tmp_path)
    far = np.array([[X, Y], [X, Y + 40_000.0]])
    write_lines(tmp_path / "g.gpkg", wkt_from_epsg(EPSG), [line_wkb(far)], {})
    call(
        "glacierflux", {"warn": told.append}, **paths, gates=(str(tmp_path / "g.gpkg"), ""),
        velocity_std=5.0, flux=tmp_path / "f.gpkg",
    )  # fmt: skip
    assert any("not known along all" in text for text in told)


def test_stable_ground_that_moves_is_told(tmp_path):
    told = []
    paths = rasters(tmp_path, shift=80.0)
    write_lines(tmp_path / "g.gpkg", wkt_from_epsg(EPSG), [line_wkb(gate())], {})
    bedrock(tmp_path / "rock.gpkg")
    results = call(
        "glacierflux", {"warn": told.append}, **paths, gates=(str(tmp_path / "g.gpkg"), ""),
        stable=(str(tmp_path / "rock.gpkg"), ""), flux=tmp_path / "f.gpkg",
    )  # fmt: skip
    assert any("Stable ground seems to move" in text for text in told)
    assert results["std"] == pytest.approx(4.0, rel=0.3)


def test_a_velocity_without_crs(tmp_path):
    paths = rasters(tmp_path)
    write_raster(paths["vx"], Grid(5, 5), np.ones((5, 5), np.float32), [BandInfo("vx", "m/yr")])
    bedrock(tmp_path / "g.gpkg")
    with pytest.raises(GroundshiftError, match="no CRS"):
        call("glacierflux", **paths, gates=(str(tmp_path / "g.gpkg"), ""), velocity_std=1.0,
             flux=tmp_path / "f.gpkg")  # fmt: skip
