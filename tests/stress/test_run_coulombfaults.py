# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress on inventories and catalogues: files in, files out."""

import csv
from dataclasses import replace

import numpy as np
import pytest
from area_layers import ORIGIN, TRUE, layer, line, other_crs, point, rows, with_nothing
from groundshift.algorithms.data.medium import Medium
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.slip.slip_models import write_slip_model
from groundshift.algorithms.formats.vectors import wkb
from groundshift.algorithms.formats.vectors.fault_layers import LayerSource
from groundshift.algorithms.source import elastic
from groundshift.algorithms.stress.coulomb import coulomb_change, plane_vectors
from groundshift.algorithms.toolbox import call

MEDIUM = Medium()
FIELDS = {"leave_out": "anticline, fold"}
USUAL = {**FIELDS, "depths": "4, 9", "near": 1.5}


def _model(crs, middle):
    """A right-lateral rupture, north to south, 30 km long; its frame starts at the origin."""
    local = LocalMetres(crs, *middle)
    rows = [[0, y, 6e3, 0, np.pi / 2, 10e3, 11e3] for y in (-10e3, 0, 10e3)]
    patches = PatchSet.of_rectangles(rows, crs=local.crs)
    return SlipModel.of_rake(patches, [1.0, 2.0, 1.0], np.pi), local


@pytest.fixture(scope="module")
def slip(tmp_path_factory):
    path = tmp_path_factory.mktemp("slip") / "slip.gpkg"
    write_slip_model(path, _model(TRUE, ORIGIN)[0], TRUE)
    return path


TRACES = {
    "ahead": line((0, 22_000), (0, 40_000)), "beside": line((7000, -5000), (7000, 5000)),
    "source": line((100, -9000), (100, 9000)), "graben": line((-20_000, 9000), (-9000, 22_000)),
    "senseless": line((7000, -5000), (7000, 5000)), "fold": line((5000, 0), (9000, 0)),
    "odd": line((5000, 30_000), (9000, 30_000)), "far": line((0, 900_000), (0, 910_000)),
    "loop": line((30_000, 0), (33_000, 0), (33_000, 3000), (30_000, 3000), (30_000, 0)),
    "doubled": line((-30_000, 0), (-30_000, 0), (-30_000, 7000), (-30_000, 7000)),
}  # fmt: skip
KINDS = {
    "ahead": "Dextral", "beside": "right-slip", "source": "Dextral", "graben": "Normal",
    "senseless": "strike-slip", "fold": "snycline", "odd": "?", "far": "thrust",
    "loop": "Reverse", "doubled": "Sinistral-Reverse",
}  # fmt: skip
DIPS = {"graben": "(55,45,65)", "loop": "shallow"}
SIDES = {"graben": "SE", "doubled": "W"}


@pytest.fixture
def faults(tmp_path):
    names = list(TRACES)
    return layer(
        tmp_path / "faults.gpkg", "line", [TRACES[name] for name in names], name=names,
        slip_type=[KINDS[name] for name in names], average_dip=[DIPS.get(n, "") for n in names],
        dip_dir=[SIDES.get(n, "") for n in names], rate=[float(k) for k in range(len(names))],
    )  # fmt: skip


def on_faults(slip, faults, catalogue, folder, told=None, cancelled=None, **options):
    """The tool with all outputs; `told` takes its notes and warnings."""
    names = {"segments": "segments.gpkg", "result": "faults.gpkg", "receivers": "places.gpkg",
             "planes": "planes.gpkg", "table": "rank.csv", "events": "events.gpkg"}  # fmt: skip
    told = [] if told is None else told
    layers = {"faults": faults, "catalogue": catalogue}
    layers = {name: layer and layer.path for name, layer in layers.items()}
    return call(
        "coulombfaults", {"note": told.append, "warn": told.append, "cancelled": cancelled},
        slip=slip, **layers, **{name: folder / file for name, file in names.items()}, **options,
    )  # fmt: skip


def _by_name(path, column="fault_name"):
    table = rows(path)
    return {
        name: {key: values[k] for key, values in table.columns.items()}
        for k, name in enumerate(table.columns[column])
    }


@pytest.fixture
def done(slip, faults, tmp_path):
    return on_faults(slip, faults, None, tmp_path / "out", **USUAL, copied_fields=("rate",))


def test_faults_ahead_are_loaded_and_those_beside_unloaded(done):
    found = _by_name(done["result"])
    assert found["ahead"]["coulomb_min_kpa"] > 0 and found["ahead"]["positive_percent"] == 100
    assert found["beside"]["coulomb_max_kpa"] < 0 and found["beside"]["sign_stable"] == 1
    # The same trace of unknown sense: the left-lateral one is told, as its change is the higher.
    assert found["senseless"]["rake_deg"] == 0 and found["senseless"]["planes_tried"] == 4
    assert found["senseless"]["coulomb_kpa"] == pytest.approx(
        -found["beside"]["coulomb_kpa"], rel=0.05
    )
    assert found["senseless"]["sign_stable"] == 0
    assert found["senseless"]["mean_low_kpa"] <= found["beside"]["mean_low_kpa"] + 1e-9
    status = {name: row["status"] for name, row in found.items()}
    assert status == {
        "ahead": "resolved", "beside": "resolved", "source": "on the source",
        "graben": "resolved", "senseless": "resolved", "fold": "fold",
        "odd": "dip or rake unknown", "far": "too far", "loop": "resolved",
        "doubled": "resolved",
    }  # fmt: skip
    assert found["source"]["on_source"] == 1 and np.isnan(found["source"]["coulomb_kpa"])
    assert found["graben"]["side_source"] == "dip direction"
    assert found["graben"]["dip_deg"] == 55 and found["graben"]["dip_low_deg"] == 45
    assert found["loop"]["dip_deg"] == 20 and found["loop"]["segments"] == 4
    assert [found[name]["fault_rate"] for name in TRACES] == list(range(10))
    assert (done["fault_count"], done["resolved"], done["too_far"]) == (10, 6, 1)
    assert (done["unknown"], done["on_source"]) == (2, 1)


def test_planes_lie_about_their_receivers_and_carry_their_change(done):
    from osgeo import ogr

    places, file = rows(done["receivers"]), ogr.Open(str(done["planes"]))
    features = list(file.GetLayer(0))
    assert len(features) == len(places.wkb) > 80
    changes = np.array([np.nan if f["coulomb_kpa"] is None else f["coulomb_kpa"] for f in features])
    np.testing.assert_array_equal(changes, places.columns["coulomb_kpa"])
    xy = np.array([wkb.parts(shape)[0][0] for shape in places.wkb])
    for k, feature in enumerate(features):
        ring = feature.GetGeometryRef().GetGeometryRef(0)
        corners = np.array([ring.GetPoint(n) for n in range(4)])
        low, high = corners.min(axis=0) - 1e-3, corners.max(axis=0) + 1e-3
        point = np.r_[xy[k], -1e3 * places.columns["depth_km"][k]]
        assert ((low <= point) & (point <= high)).all()
        # Dips of fields are those of the shapes, which fall off to the right of the strike.
        down = corners[3] - corners[0]
        dip = np.degrees(np.arctan2(-down[2], np.hypot(*down[:2])))
        assert dip == pytest.approx(feature["dip_deg"], abs=0.1)
        along = corners[1] - corners[0]
        turn = np.radians(feature["strike_deg"]) - np.arctan2(*along[:2])
        assert np.cos(turn) > 0.999
        if feature["dip_deg"] < 89:
            assert along[0] * down[1] - along[1] * down[0] < 0


def test_numbers_are_those_of_the_formula_at_the_receivers(done):
    model, _ = _model(TRUE, ORIGIN)
    segments, places = rows(done["segments"]), rows(done["receivers"])
    columns = places.columns
    xy = np.array([wkb.parts(shape)[0][0] for shape in places.wkb]) - ORIGIN
    points = np.c_[xy, -1e3 * columns["depth_km"]]
    stress = elastic.stress(elastic.displacement_gradients(model, points)[1], MEDIUM)
    row = columns["segment_row"].astype(int) - 1
    angles = [
        np.radians(segments.columns[f"{name}_deg"][row]) for name in ("strike", "dip", "rake")
    ]
    # Strikes are from true north, which is not that of the map.
    ends = np.array([wkb.parts(shape)[0][[0, -1]] for shape in segments.wkb])[row]
    middle = ends.mean(axis=1)
    angles[0] = angles[0] - LocalMetres(TRUE, *ORIGIN).convergence(TRUE, *middle.T)
    plain = coulomb_change(stress, *angles, 0.4)
    good = columns["on_source"] == 0
    assert 80 < good.sum() < len(good)
    for name in ("shear", "normal"):
        np.testing.assert_allclose(
            columns[f"{name}_kpa"][good], getattr(plain, name)[good] / 1e3, rtol=1e-5, atol=5e-3
        )
    np.testing.assert_allclose(
        columns["coulomb_kpa"][good], plain.change[good] / 1e3, rtol=1e-5, atol=5e-3
    )
    # Receivers of a segment lie on one plane through its trace: that of its strike and dip.
    normal = plane_vectors(*angles)[0]
    start = np.array([wkb.parts(shape)[0][0] for shape in segments.wkb])[row] - ORIGIN
    straight = segments.columns["fault_name"][row] != "loop"
    off = ((points - np.c_[start, np.zeros(len(start))]) * normal).sum(axis=1)
    np.testing.assert_allclose(off[straight], 0, atol=1.0)


def test_the_ranking_is_in_order(done):
    with open(done["table"], newline="") as file:
        table = list(csv.DictReader(file))
    assert [int(row["rank"]) for row in table] == [1, 2, 3, 4, 5, 6]
    values = [float(row["coulomb_kpa"]) for row in table]
    assert values == sorted(values, reverse=True)
    assert {row["fault_name"] for row in table} >= {"ahead", "beside"}
    lines = rows(done["result"])
    assert len(lines) == 10 and np.isnan(lines.columns["rank"]).sum() == 4


def test_other_crs_give_the_same_numbers(slip, faults, done, tmp_path):
    first = _by_name(done["result"])
    for crs in ("EPSG:4326", "EPSG:32633", "EPSG:3857"):
        name = crs.replace(":", "")
        moved = other_crs(faults.path, tmp_path / f"{name}.gpkg", crs)
        other = on_faults(slip, moved, None, tmp_path / name, **USUAL)
        found = _by_name(other["result"])
        for fault, row in first.items():
            for key in ("coulomb_kpa", "mean_low_kpa", "coulomb_max_kpa", "dip_deg"):
                assert found[fault][key] == pytest.approx(row[key], rel=0.01, abs=0.05, nan_ok=True)
        segments, truth = rows(other["segments"]), rows(done["segments"])
        turn = (segments.columns["strike_deg"] - truth.columns["strike_deg"] + 180) % 360 - 180
        assert np.abs(turn).max() < 0.1


def test_a_coulomb_file_says_what_rock_it_is(faults, tmp_path):
    """Its rigidity is taken and told; what is asked for goes before it; 30 GPa are the usual."""
    own = tmp_path / "own.inp"
    write_slip_model(own, _model(TRUE, ORIGIN)[0], TRUE, 36e9)
    found, notes = {}, {}
    for name, source, modulus in (
        ("own", own, None), ("asked", own, 30), ("usual", tmp_path / "slip.gpkg", None),
    ):  # fmt: skip
        if name == "usual":
            write_slip_model(source, _model(TRUE, ORIGIN)[0], TRUE)
        told, given = [], {"slip_file": source} if source == own else {}
        out = on_faults(
            None if given else source, faults, None, tmp_path / name, told, shear_modulus=modulus,
            **given, **USUAL,
        )  # fmt: skip
        found[name] = _by_name(out["result"])["ahead"]["coulomb_kpa"]
        notes[name] = " ".join(told)
    assert found["own"] == pytest.approx(1.2 * found["asked"], rel=1e-6)
    # The file rounds coordinates.
    assert found["asked"] == pytest.approx(found["usual"], rel=0.01)
    assert "Coulomb file says a shear modulus of 36 GPa" in notes["own"]
    assert "30 GPa and 0.25 are taken" in notes["asked"]
    assert "Coulomb file" not in notes["usual"] and "Shear modulus 30 GPa" in notes["usual"]


def test_rows_without_geometry_are_survived(slip, faults, done, tmp_path):
    bare = with_nothing(faults.path, tmp_path / "bare.gpkg")
    told = []
    out = on_faults(slip, bare, None, tmp_path / "bare", told, **USUAL)
    assert any("without a geometry" in text for text in told)
    first, found = _by_name(done["result"]), _by_name(out["result"])
    assert found["ahead"]["coulomb_kpa"] == pytest.approx(first["ahead"]["coulomb_kpa"])


def test_kinds_left_out_and_depths_of_faults(slip, tmp_path):
    shape = TRACES["ahead"]
    source = layer(
        tmp_path / "deep.gpkg", "line", [shape] * 4, name=["a", "b", "c", "d"],
        slip_type=["Dextral", "Dextral", "Dextral", "Fold"],
        upper_seis_depth=["(1.0,,)", "8", "", ""], lower_seis_depth=["(5.0,,)", "20", "", ""],
    )  # fmt: skip
    options = {**FIELDS, "depths": "4, 9", "depth_rule": "of the fault"}
    out = on_faults(slip, source, None, tmp_path / "out", **options)
    assert out["fault_count"] == 3
    places = rows(out["receivers"]).columns
    fids = rows(out["result"]).columns["fault_fid"]
    depths = [sorted(set(places["depth_km"][places["fault_fid"] == fid])) for fid in fids]
    np.testing.assert_allclose(depths[:2], [[2, 4], [11, 17]])
    assert depths[2] == [4, 9]


@pytest.fixture
def catalogue(tmp_path):
    """Aftershocks like the rupture: 40 ahead of it, 10 beside it, 6 before, and odd ones."""
    rng = np.random.default_rng(0)
    ahead = np.c_[rng.uniform(-3e3, 3e3, 40), rng.uniform(20e3, 35e3, 40)]
    beside = np.c_[rng.uniform(6e3, 9e3, 16), rng.uniform(-4e3, 4e3, 16)]
    odd = np.array([[0, 0], [9e5, 0], [0, 25e3], [0, 26e3]])
    where = np.r_[ahead, beside, odd]
    count = len(where)
    strike, dip, rake = (np.full(count, v) for v in (0.0, 90.0, 180.0))
    strike[58], depth = np.nan, np.full(count, 8.0)
    depth[59] = np.nan
    day = ["2020-01-05T10:00:00"] * 50 + ["2019-12-25 00:00:00"] * 6 + ["2020-01-03"] * 4
    return layer(
        tmp_path / "events.gpkg", "point", [point(*place) for place in where], strike=strike,
        dip=dip, rake=rake, depth=depth, mag=np.full(count, 4.0), time=day, id=np.arange(count),
    )  # fmt: skip


def test_aftershocks_lie_where_stress_rose(slip, catalogue, tmp_path):
    options = {"main_time": "2020-01-01", "runs": 199}
    out = on_faults(slip, None, catalogue, tmp_path / "out", **options)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["events.gpkg"]
    table = rows(out["events"]).columns
    assert (table["coulomb1_kpa"][:40] > 0).all() and (table["coulomb1_kpa"][40:56] < 0).all()
    # Shear is the same on both planes, clamping is not.
    np.testing.assert_allclose(table["shear1_kpa"][:56], table["shear2_kpa"][:56], rtol=1e-6)
    np.testing.assert_allclose(
        table["coulomb_kpa"][:56], np.fmax(table["coulomb1_kpa"], table["coulomb2_kpa"])[:56]
    )
    assert list(table["status"][56:]) == [
        "on the source", "too far", "no nodal plane", "no depth"
    ]  # fmt: skip
    assert list(table["period"][[0, 50, 56]]) == ["after", "before", "after"]
    np.testing.assert_allclose(table["strike2_deg"][:5] % 180, 90, atol=1e-6)
    assert (out["aftershocks"], out["before_count"]) == (50, 6)
    assert out["after_share"] >= 80 and out["before_share"] == 0
    assert out["p_before"] < 0.001 and out["p_random"] < 0.1 > out["p_binomial"]
    assert "p_shuffled" not in out  # mechanisms that are all alike tell nothing
    assert table["judged"].sum() == 50
    assert on_faults(slip, None, catalogue, tmp_path / "out", **options) == out


def test_earthquakes_without_planes_take_what_is_given(slip, faults, catalogue, tmp_path):
    out = on_faults(slip, None, catalogue, tmp_path / "given", plane="0, 90, 180", runs=19)
    table = rows(out["events"]).columns
    assert table["plane_source"][58] == "given plane" and table["coulomb_kpa"][58] > 0
    assert (
        table["strike1_deg"][58] == pytest.approx(0, abs=0.01) or table["strike1_deg"][58] > 359.9
    )
    out = on_faults(slip, faults, catalogue, tmp_path / "nearest", **FIELDS)
    table = rows(out["events"]).columns
    assert table["plane_source"][58] == "nearest fault" and table["rake1_deg"][58] == 180
    assert table["coulomb1_kpa"][58] == table["coulomb2_kpa"][58] > 0


def test_earthquakes_without_planes_take_those_of_the_regional_stress(slip, catalogue, tmp_path):
    regional = {"shmax_azimuth": 45.0, "regime": "strike-slip", "difference": 100.0, "runs": 19}
    out = on_faults(slip, None, catalogue, tmp_path / "best", **regional)
    table = rows(out["events"]).columns
    assert table["plane_source"][58] == "optimal plane"
    # Half of atan(1 / 0.4) either side of the compression: under a strong regional stress.
    strikes = np.sort([table["strike1_deg"][58] % 180, table["strike2_deg"][58] % 180])
    np.testing.assert_allclose(strikes, 45 + np.array([-34.1, 34.1]), atol=1.0)
    # A gradient that turns the strike-slip regime at the surface into thrusting at depth.
    deep = {"regional_axes": [45, 0, 100, 0, 45, 90, 50, -20, 135, 0, 0, 0], "runs": 19}
    thrust = on_faults(slip, None, catalogue, tmp_path / "best", **deep)
    thrust = rows(thrust["events"]).columns
    assert 20 < thrust["dip1_deg"][58] < 70 and 60 < thrust["rake1_deg"][58] < 120
    np.testing.assert_allclose([table["dip1_deg"][58], table["dip2_deg"][58]], 90, atol=1.0)
    bare = layer(
        tmp_path / "bare.gpkg", "point", [point(0, 20e3 + 500 * k) for k in range(30)],
        depth=[8.0] * 30,
    )  # fmt: skip
    out = on_faults(slip, None, bare, tmp_path / "best", **deep)
    assert out["aftershocks"] == 30 and "p_shuffled" not in out


def test_parts_of_a_line_are_segments_of_their_own(slip, tmp_path):
    starts = ORIGIN + np.array([(0, 22e3), (7e3, 0)])
    ends = ORIGIN + np.array([(0, 31e3), (7e3, 5e3)])
    both = layer(tmp_path / "both.gpkg", "line", [wkb.lines_wkb(starts, ends)], kind=["dextral"])
    out = on_faults(slip, both, None, tmp_path / "out")
    table = rows(out["segments"]).columns
    np.testing.assert_allclose(table["length_km"], [9, 5])
    assert list(table["segment"]) == [1, 2]
    assert table["coulomb_kpa"][0] > 0 > table["coulomb_kpa"][1]
    assert len(rows(out["result"])) == 1


def test_layers_without_crs_are_metres(tmp_path):
    model, _ = _model("", (0.0, 0.0))
    write_slip_model(tmp_path / "plain.gpkg", model, "")
    source = layer(
        tmp_path / "lines.gpkg", "line", [wkb.line_wkb([[0, 22e3], [0, 40e3]])], crs="",
        kind=["dextral"],
    )  # fmt: skip
    table = on_faults(tmp_path / "plain.gpkg", source, None, tmp_path / "out")
    table = rows(table["result"])
    assert table.crs == "" and table.columns["coulomb_kpa"][0] > 50


def test_heights_of_points_are_depths(slip, tmp_path):
    """USGS feeds hold the depth in km, positive down, as the third coordinate."""
    path = tmp_path / "feed.geojson"
    shape = '{"type":"Feature","properties":{"mag":4.5,"time":%d},"geometry":{"type":"Point",'
    shape += '"coordinates":[%f,%f,%f]}}'
    lon, lat = 15.0, 41.55
    path.write_text(
        '{"type":"FeatureCollection","features":['
        + ",".join(shape % (1577959200000 + k, lon, lat + 0.2 + k / 50, 8 + k) for k in range(4))
        + "]}"
    )
    told, feed = [], LayerSource(str(path))
    out = on_faults(slip, None, feed, tmp_path / "out", told, plane="0,90,180", runs=19)
    table = rows(out["events"]).columns
    np.testing.assert_allclose(table["event_depth_km"], [8, 9, 10, 11])
    assert any("third coordinate" in text for text in told)


def test_input_that_cannot_be_used(slip, faults, catalogue, tmp_path):
    bare = layer(tmp_path / "bare.gpkg", "line", list(TRACES.values())[:1], crs="", dip=[40.0])
    still = tmp_path / "still.gpkg"
    model, _ = _model(TRUE, ORIGIN)
    write_slip_model(still, replace(model, strike_slip=0 * model.strike_slip), TRUE)
    shallow = layer(tmp_path / "flat.gpkg", "point", [point(0, 0)], mag=[4.0])
    nowhere = LayerSource(str(tmp_path / "none.csv"))
    for source, lines, points, options, words in (
        (slip, None, None, {}, "FAULTS.*CATALOGUE.*neither is given"),
        (slip, bare, None, {}, "no CRS"), (still, faults, None, {}, "slip"),
        (slip, None, shallow, {}, "no earthquake has a depth"),
        (slip, faults, None, {"rake_field": "angle"}, "no field 'angle'"),
        (slip, faults, nowhere, {}, "none.csv"),
        (slip, None, catalogue, {"event_magnitude": "size"}, "no field 'size'"),
        (slip, faults, None, {"rank": "least"}, "least is none of the choices"),
        (slip, None, catalogue, {"plane_rule": "odd"}, "odd is none of the choices"),
        (slip, None, catalogue, {"runs": 0}, "RUNS.* 0 is not accepted"),
    ):  # fmt: skip
        with pytest.raises(GroundshiftError, match=words):
            on_faults(source, lines, points, tmp_path / "out", **FIELDS, **options)
    with pytest.raises(Cancelled):
        on_faults(slip, faults, None, tmp_path / "out", cancelled=lambda: True, **FIELDS)
    assert not (tmp_path / "out").exists()


def test_an_inventory_beyond_reach_is_told(slip, tmp_path):
    source = layer(tmp_path / "far.gpkg", "line", [TRACES["far"]], kind=["normal"])
    told = []
    out = on_faults(slip, source, None, tmp_path / "out", told)
    assert {name: value for name, value in out.items() if isinstance(value, int)} == {
        "fault_count": 1, "resolved": 0, "segment_count": 0, "segments_resolved": 0,
        "on_source": 0, "too_far": 1, "unknown": 0, "positive": 0, "stable": 0,
    }  # fmt: skip
    assert "highest" not in out and "no fault has a number" in told[-1]
    table = rows(out["result"]).columns
    assert table["status"][0] == "too far" and np.isnan(table["length_km"][0])
    assert out["segments"].exists()
