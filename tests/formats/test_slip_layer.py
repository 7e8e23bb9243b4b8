# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip models as layers: what is written comes back, in whatever frame."""

import json
from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.slip.slip_file import in_frame, slip_limits, true_strike
from groundshift.algorithms.formats.slip.slip_layer import SLIPS
from groundshift.algorithms.formats.slip.slip_models import (
    SlipSource,
    read_slip_file,
    read_slip_model,
    write_slip_model,
)
from slip_cases import FRAME, assert_same, triangles, two_planes

UTM = "EPSG:32647"


@pytest.mark.parametrize("crs", ["EPSG:4326", UTM, FRAME.crs])
def test_rectangles_come_back(tmp_path, crs):
    model = two_planes()
    model.extra["slip_std_m"] = np.linspace(0.1, 0.2, len(model))
    write_slip_model(tmp_path / "slip.gpkg", model, crs)
    found, local = read_slip_model(tmp_path / "slip.gpkg", local=FRAME)
    assert local is FRAME
    # Longitudes of 100 degrees are kept to 1e-14 degrees, which is a nanometre.
    assert_same(found, model, metres=2e-8 if crs != "EPSG:4326" else 2e-7)
    assert np.array_equal(found.extra["slip_std_m"], model.extra["slip_std_m"])
    assert set(found.extra) == {"slip_std_m"}


def test_a_frame_of_its_own_is_turned_back(tmp_path):
    model = two_planes()
    write_slip_model(tmp_path / "slip.gpkg", model)
    found, local = read_slip_model(tmp_path / "slip.gpkg")
    assert local.crs != FRAME.crs
    assert_same(in_frame(found, FRAME), model, metres=1e-3, radians=1e-9)


def test_triangles_come_back_in_geopackage_and_geojson(tmp_path):
    for name in ("slip.gpkg", "slip.geojson"):
        write_slip_model(tmp_path / name, triangles())
        found, _ = read_slip_model(tmp_path / name, local=FRAME)
        assert not found.patches.is_rectangular
        assert_same(found, triangles(), metres=2e-4)


def test_a_model_without_a_place_stays_in_metres(tmp_path):
    model = two_planes(crs="")
    write_slip_model(tmp_path / "slip.gpkg", model)
    file = read_slip_file(tmp_path / "slip.gpkg")
    assert file.crs == "" and file.local.crs == ""
    assert_same(file.model, model)
    with pytest.raises(GroundshiftError, match="place on the Earth"):
        write_slip_model(tmp_path / "slip.geojson", model)


def test_strikes_in_layers_are_from_true_north(tmp_path):
    """Checked against azimuths along the ellipsoid between a patch's own corners."""
    from pyproj import Geod

    far = LocalMetres("EPSG:4326", 98.0, 36.2)
    model = in_frame(two_planes(), far)
    turn = np.degrees(true_strike(model.patches) - model.patches.strike)
    assert (turn > 1.0).all()  # 2.5 degrees east of the frame's middle, times the sine of latitude
    x, y = far.back("EPSG:4326", model.patches.corners[:, :2, :2].reshape(-1, 2))
    azimuth, _, _ = Geod(ellps="WGS84").inv(x[::2], y[::2], x[1::2], y[1::2])
    middle = np.degrees(true_strike(model.patches))
    assert np.abs((azimuth - middle + 180) % 360 - 180).max() < 0.02


def test_layers_without_fields_are_read_from_their_corners(tmp_path):
    """Wherever a ring begins and whichever way it runs."""
    model = two_planes()
    dipping = model.chosen(model.patches.dip < 1.5)
    write_slip_model(tmp_path / "slip.geojson", dipping)
    text = json.loads((tmp_path / "slip.geojson").read_text())
    for k, feature in enumerate(text["features"]):
        kept = {name: feature["properties"][name] for name in ("slip_m", "rake_deg")}
        feature["properties"] = kept
        ring = feature["geometry"]["coordinates"][0][:-1]
        ring = ring[k % 4 :] + ring[: k % 4]
        ring = ring[::-1] if k % 2 else ring
        feature["geometry"]["coordinates"] = [[*ring, ring[0]]]
    (tmp_path / "bare.geojson").write_text(json.dumps(text))
    found, _ = read_slip_model(tmp_path / "bare.geojson", local=FRAME)
    apart = np.abs(found.patches.rectangles - dipping.patches.rectangles)
    assert apart[:, [0, 1, 2, 5, 6]].max() < 1e-3 and apart[:, 3:5].max() < 1e-6
    assert np.abs(found.components - dipping.components).max() < 1e-9


def _edited(tmp_path, change):
    write_slip_model(tmp_path / "slip.geojson", two_planes())
    text = json.loads((tmp_path / "slip.geojson").read_text())
    change(text["features"])
    (tmp_path / "bad.geojson").write_text(json.dumps(text))
    return tmp_path / "bad.geojson"


def _move(features):
    for corner in features[2]["geometry"]["coordinates"][0]:
        corner[2] -= 500.0


def _cut(features):
    del features[2]["geometry"]["coordinates"][0][2]


def _skew(features):
    for feature in features:
        for name in ("strike_deg", "dip_deg"):
            del feature["properties"][name]
    features[2]["geometry"]["coordinates"][0][1][0] += 0.05


def _point(features):
    features[0]["geometry"] = {"type": "Point", "coordinates": [100.0, 36.0]}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_move, "patch 3 is not what its fields say"),
        (_cut, "3, 4 corners"),
        (_skew, "patch 3 is no rectangle"),
        (_point, "holds a point"),
        (lambda features: features.clear(), "slip"),
        (lambda features: [f["properties"].update(dip_deg=None) for f in features[:1]],
         "patch 1 lacks a number"),
    ],
)  # fmt: skip
def test_layers_that_make_no_sense_are_refused(tmp_path, change, words):
    with pytest.raises(GroundshiftError, match=words) as problem:
        read_slip_file(_edited(tmp_path, change))
    assert "bad.geojson" in str(problem.value)


@pytest.mark.parametrize("fields", [("slip_m", "rake_deg", "opening_m"), ("opening_m",)])
def test_opening_goes_beside_slip_and_rake(tmp_path, fields):
    def only(features):
        for feature in features:
            for name in {"slip_m", "rake_deg", *SLIPS} - set(fields):
                del feature["properties"][name]
            feature["properties"]["opening_m"] = 0.4

    found, _ = read_slip_model(_edited(tmp_path, only), local=FRAME)
    wanted = two_planes().components.copy()
    assert np.abs(wanted[:, :2]).max() > 0.1
    wanted[:, 2] = 0.4
    if "slip_m" not in fields:
        wanted[:, :2] = 0
    assert np.abs(found.components - wanted).max() < 1e-9


def test_slip_without_a_direction_is_refused(tmp_path):
    def no_rake(features):
        for feature in features:
            for name in ("rake_deg", "strike_slip_m", "dip_slip_m", "opening_m"):
                del feature["properties"][name]

    with pytest.raises(GroundshiftError, match="slips in no direction"):
        read_slip_file(_edited(tmp_path, no_rake))


def test_patches_without_slip_serve_as_a_fault_only(tmp_path):
    def bare(features):
        for feature in features:
            for name in ("slip_m", "strike_slip_m", "dip_slip_m", "opening_m"):
                del feature["properties"][name]

    path = _edited(tmp_path, bare)
    assert not SlipSource(str(path)).read(need_slip=False).has_slip
    with pytest.raises(GroundshiftError, match="have no slip"):
        read_slip_model(path)


def test_opening_and_rest_survive(tmp_path):
    model = two_planes()
    still = np.arange(len(model)) % 2 == 0
    model = replace(
        model, strike_slip=np.where(still, 0, model.strike_slip),
        dip_slip=np.where(still, 0, model.dip_slip), opening=np.linspace(-1, 1, len(model)),
    )  # fmt: skip
    for name in ("slip.gpkg", "slip.geojson"):
        write_slip_model(tmp_path / name, model)
        assert_same(read_slip_model(tmp_path / name, local=FRAME)[0], model, metres=2e-4)


def test_colours_have_classes_that_are_easy_to_read():
    assert slip_limits(6.02) == pytest.approx((0.8, 5.6))
    assert slip_limits(0.0) is None
    low, high = slip_limits(0.0037)
    assert high == pytest.approx(7 * low) and low * 8 >= 0.0037


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "fsp", "inp"])
def test_patches_across_the_date_line_stay_together(tmp_path, ending):
    there = LocalMetres("EPSG:4326", 179.97, -17.5)
    model = two_planes(crs=there.crs)
    path = tmp_path / f"slip.{ending}"
    write_slip_model(path, model)
    found, local = read_slip_model(path)
    assert np.abs(found.patches.centre[:, :2]).max() < 30e3
    assert_same(in_frame(found, there), model, 0.2, 6e-5, 5e-5)
    if ending == "gpkg":
        from osgeo import ogr

        source = ogr.Open(str(path))
        west, east, _, _ = source.GetLayer(0).GetExtent()
        assert west < 180 < east < 180.5
