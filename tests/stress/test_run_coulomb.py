# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Coulomb stress change from files to files."""

import pickle
from functools import partial

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_of
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.medium import Medium
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.map_grid import MapGrid, make_grid
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.slip.slip_models import read_slip_file, write_slip_model
from groundshift.algorithms.formats.vectors.features import read_polygons, write_lines
from groundshift.algorithms.formats.vectors.wkb import line_wkb, parts
from groundshift.algorithms.job import Job
from groundshift.algorithms.outputs import Outputs, execute
from groundshift.algorithms.source.elastic import displacement_gradients, stress
from groundshift.algorithms.stress.grids import FixedPlane, OptimalPlane, Rock
from groundshift.algorithms.stress.optimal import RegionalStress
from groundshift.algorithms.stress.tools.coulomb_maps import (
    CoulombOptions,
    fields_of_block,
    read_block,
    write_maps,
    write_profiles,
)
from groundshift.algorithms.stress.tools.coulomb_sections import SectionSource
from groundshift.algorithms.stress.tools.coulomb_setup import (
    CoulombSetup,
    depths_of,
    receiver_of,
    settings_of,
)
from groundshift.algorithms.threads import kernel_lock
from groundshift.algorithms.toolbox import call, tool

UTM = wkt_of("EPSG:32611")
EAST, NORTH = 780e3, 3900e3  # three degrees east of the zone's middle
FIXED = FixedPlane(np.radians(30.0), np.radians(70.0), np.radians(100.0))
OPTIMAL = OptimalPlane(RegionalStress.of_regime(0.3, "strike-slip", 1e7))
BOX = (EAST - 3e4, NORTH - 2e4, EAST + 3e4, NORTH + 2e4)
GIVEN = {"strike": 30.0, "dip": 70.0, "rake": 100.0, "depths": "5", "extent": BOX, "cell": 1000.0}


@pytest.fixture
def scene(tmp_path_factory):
    """A dipping fault of four patches as it stands in a layer, its frame, and the layer."""
    local = LocalMetres(UTM, EAST, NORTH)
    rows = [
        [x, 200.0, z, np.pi / 2, np.radians(80), 8e3, 4e3] for x in (-4e3, 4e3) for z in (3e3, 7e3)
    ]
    patches = PatchSet.of_rectangles(rows, crs=local.crs)
    path = tmp_path_factory.mktemp("slip") / "slip.gpkg"
    write_slip_model(path, SlipModel.of_rake(patches, [1.0, 0.5, 1.5, 0.0], np.radians(170)), UTM)
    file = read_slip_file(path)
    return file.model, file.local, path


def run(path, job=None, **given):
    """The tool on a slip model."""
    return call("coulomb", job, slip=path, **{**GIVEN, **given})


def plain_change(model, local, x, y, depth, plane, rock):
    """Cell by cell: strike from the true north, so turned into the frame."""
    east, north = local.of(UTM, [x], [y])[0]
    # the true north in the frame, from two places on a meridian
    from pyproj import Transformer

    degrees = Transformer.from_crs(UTM, "EPSG:4326", always_xy=True).transform(x, y)
    up = local.of("EPSG:4326", [degrees[0]] * 2, [degrees[1] - 1e-4, degrees[1] + 1e-4])
    turn = np.arctan2(*(up[1] - up[0]))
    with kernel_lock:
        g = displacement_gradients(model, [[east, north, -depth]], rock.medium.poisson)[1][0]
    tensor = stress(g, rock.medium)
    strike = plane.strike + turn
    s, d, r = strike, plane.dip, plane.rake
    normal = np.array([np.sin(d) * np.cos(s), -np.sin(d) * np.sin(s), np.cos(d)])
    along = np.array([np.sin(s), np.cos(s), 0])
    up_dip = np.cross(normal, along)
    slip = np.cos(r) * along + np.sin(r) * up_dip
    shear, tension = slip @ tensor @ normal, normal @ tensor @ normal
    pressure = -(rock.skempton or 0.0) * np.trace(tensor) / 3
    return shear, tension, pressure, shear + rock.friction * (tension + pressure)


def test_maps_against_single_cells(scene, tmp_path):
    (model, local, slip), warned = scene, []
    rock = Rock(Medium.of_young(), 0.6, 0.5)
    targets = {name: tmp_path / f"{name}.tif" for name in ("change", "maximum", "parts")}
    report = run(
        slip, {"warn": warned.append}, **targets, depths="9, 2", shear_modulus=32.0, friction=0.6,
        skempton=0.5,
    )  # fmt: skip
    grid, change, names = read_raster(targets["change"])
    assert grid.shape == (40, 60)
    assert grid.crs == UTM or "32611" in grid.crs
    assert names == ["coulomb_2km_mpa", "coulomb_9km_mpa"]
    _, split, names = read_raster(targets["parts"])
    assert names[:4] == ["shear_2km_mpa", "normal_2km_mpa", "pressure_2km_mpa", "shear_9km_mpa"]
    for row, col in ((0, 0), (39, 59), (12, 45), (20, 30)):
        for k, depth in enumerate((2e3, 9e3)):
            want = (
                np.array(plain_change(model, local, *grid.xy(row, col), depth, FIXED, rock)) / 1e6
            )
            got = [*split[3 * k : 3 * k + 3, row, col], change[k, row, col]]
            np.testing.assert_allclose(got, want, rtol=2e-5, atol=1e-6)
    _, (largest, depth), names = read_raster(targets["maximum"])
    assert names == ["coulomb_max_mpa", "depth_km"]
    np.testing.assert_array_equal(largest, change.max(axis=0))
    np.testing.assert_array_equal(depth, np.where(change[1] > change[0], 9, 2))
    high = (change.max(axis=0) >= 0.01).sum()
    assert report["raised"] == pytest.approx(high, rel=0.003)  # the scale of UTM here
    assert "closer to the slip" in warned[0] and len(warned) == 1
    assert report["largest"] <= change.max()
    limit = np.abs(np.percentile(split[0], (2, 98))).max()
    assert report.summaries["PARTS"].symmetric_limit == pytest.approx(limit, rel=1e-5)


def test_maps_that_ask_too_much_are_warned_of(scene, tmp_path):
    warned, box = [], (EAST - 6e5, NORTH - 6e5, EAST + 6e5, NORTH + 6e5)
    run(scene[2], {"warn": warned.append}, change=tmp_path / "c.tif", extent=box, cell=6000.0)
    said = " ".join(warned)
    assert "500 km" in said and "larger than the patches" in said


def test_optimal_planes(scene, tmp_path):
    model, local, slip = scene
    run(
        slip, receiver="optimal", shmax_azimuth=np.degrees(0.3), change=tmp_path / "c.tif",
        planes=tmp_path / "p.tif",
    )  # fmt: skip
    grid, planes, names = read_raster(tmp_path / "p.tif")
    assert names[:3] == ["strike1_5km_deg", "dip1_5km_deg", "rake1_5km_deg"]
    # Far off, planes are those of the regional stress, from the true north.
    half = np.degrees(0.5 * np.arctan(1 / 0.4))
    want = (np.degrees(0.3) - half) % 180
    assert planes[0, 0, 0] % 180 == pytest.approx(want, abs=1.0)
    change = read_raster(tmp_path / "c.tif")[1]
    strike, dip, rake = np.radians(planes[3:, 12, 45])
    single = plain_change(
        model, local, *grid.xy(12, 45), 5e3, FixedPlane(strike, dip, rake), Rock()
    )  # fmt: skip
    assert change[0, 12, 45] == pytest.approx(single[3] / 1e6, rel=1e-4)


def test_blocks_and_cores_make_no_difference(scene, tmp_path):
    results = []
    for name, job in (("a", Job()), ("b", Job(20 << 20, 1))):
        run(scene[2], job, change=tmp_path / f"{name}.tif", cell=200.0)
        results.append(read_raster(tmp_path / f"{name}.tif")[1])
    assert results[0].shape == (1, 200, 300)
    np.testing.assert_array_equal(*results)


def test_sections_of_a_layer(scene, tmp_path):
    model, local, slip = scene
    lines = np.array([[EAST, NORTH - 15e3], [EAST, NORTH + 15e3]])
    write_lines(
        tmp_path / "lines.gpkg", UTM, [line_wkb(lines), line_wkb(lines + [5e3, 0])],
        {"name": np.array(["a", "b"], object)},
    )  # fmt: skip
    drawn = {}

    class Pen:
        """In place of what QGIS draws with."""

        @staticmethod
        def svg_to_png(svg, path):
            drawn["svg"] = svg
            path.write_bytes(b"")

    core = tool("coulomb")
    values = {name.upper(): value for name, value in GIVEN.items()}
    values.update(
        SLIP=slip, SECTION_LINES=tmp_path / "lines.gpkg", SECTION_BOTTOM=10.0, SECTION_CELL=1.0,
        EXTENT=BOX,
    )  # fmt: skip
    names = {"CHANGE": "c.tif", "SECTIONS": "s.gpkg", "SECTION_PICTURE": "s.png"}
    targets = {name: tmp_path / file for name, file in names.items()}
    execute(core, core.CoulombMap.of(values), targets, Job(), Pen)
    assert "Section 1" in drawn["svg"] and "Section 2" in drawn["svg"]
    cells = read_polygons(tmp_path / "s.gpkg")
    assert cells.crs == ""
    assert len(cells) == 2 * 30 * 10
    row = int(np.flatnonzero(cells.columns["section"] == 2)[137])
    x, y, depth = (float(cells.columns[name][row]) for name in ("x", "y", "depth_km"))
    want = np.array(plain_change(model, local, x, y, 1e3 * depth, FIXED, Rock())) / 1e6
    for name, value in zip(("shear", "normal", "pressure", "coulomb"), want):
        assert cells.columns[f"{name}_mpa"][row] == pytest.approx(value, rel=1e-6)
    assert x == pytest.approx(EAST + 5e3, abs=2.0)  # straight in the frame
    (ring,) = parts(cells.wkb[row])
    middle = (ring.min(axis=0) + ring.max(axis=0)) / 2
    start = middle[0] - 1e3 * cells.columns["distance_km"][row]
    assert start == pytest.approx(33e3, rel=0.003)
    assert middle[1] == pytest.approx(-1e3 * depth)
    source = SectionSource(str(tmp_path / "lines.gpkg"), "", 0.0, 10e3, 1e3)
    panels = write_profiles(
        source, model, local, CoulombOptions(FIXED, Rock(), (5e3,)), Outputs(core.OUTPUTS, {}),
        Job(),
    )  # fmt: skip
    assert [panel.title for panel in panels] == ["Section 1", "Section 2"]
    assert len(panels[0].faults)


def test_a_block_can_be_worked_out_elsewhere(scene):
    """A cluster gets function and block pickled."""
    model, local, slip = scene
    grid = Grid(3, 4, (EAST, 1e3, 0, NORTH, 0, -1e3), UTM)
    options = CoulombOptions(OPTIMAL, Rock(), (5e3,))
    work = partial(fields_of_block, model=model, options=options, cancelled=None)
    block = read_block(Window(0, 0, 3, 4), grid, local)
    there, elsewhere = pickle.loads(pickle.dumps((work, block)))
    with kernel_lock:
        np.testing.assert_array_equal(there(elsewhere)[0]["CHANGE"], work(block)[0]["CHANGE"])


def test_a_cancelled_run_leaves_nothing(scene, tmp_path):
    model, local, slip = scene
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(Cancelled):
        run(slip, {"cancelled": cancelled}, change=tmp_path / "c.tif", cell=100.0)
    assert list(tmp_path.iterdir()) == []


def test_settings_of_a_coulomb_file(shared_data, tmp_path):
    folder = shared_data("coulomb_reference")
    file = read_slip_file(folder / "fault1.ds.inp")
    mine = CoulombSetup(CoulombOptions(OPTIMAL, Rock(friction=0.8), (7e3,)), MapGrid(), None)
    setup, notes = settings_of(file, mine)
    assert setup.options.rock == Rock(Medium.of_young(), 0.4)
    assert setup.options.depths == (0.0,)
    assert len(notes) == 6
    np.testing.assert_allclose(setup.options.receiver.regional.surface, [1e7, 3e6, 0])
    options = CoulombOptions(setup.options.receiver, setup.options.rock, (1e3,))
    assert setup.asked.bounds == (-500.0, -500.0, 25500.0, 25500.0)
    corners = file.model.patches.corners.reshape(-1, 3)[:, :2]
    grid = make_grid(setup.asked, corners, file.local, "")
    assert grid.shape == (26, 26)
    with Outputs(tool("coulomb").OUTPUTS, {"CHANGE": tmp_path / "c.tif"}) as outputs:
        write_maps(file.model, file.local, grid, options, outputs, Job())
        (panel,) = write_profiles(setup.section, file.model, file.local, options, outputs, Job())
    assert np.isfinite(read_raster(tmp_path / "c.tif")[1]).all()
    assert panel.depth[-1] == pytest.approx(29.5, abs=0.1)
    assert panel.distance[-1] == pytest.approx(np.hypot(34, 42) - 0.5, abs=0.05)


def test_receivers_of_a_coulomb_file(tmp_path):
    """The fault that does not slip gives what the user leaves open."""
    text = (
        "#fixed=   2\n PR1=       0.250     E1=     8.000e+005\n\n"
        "  #   X-start    Y-start     X-fin      Y-fin   Kode   rake    netslip   dip angle     "
        "top        bot\n"
        "  1    0.0  0.0   0.0  10.0  100  180.0  1.0  90.0  0.0  10.0 a\n"
        "  2    5.0  0.0  15.0   0.0  100   90.0  0.0  45.0  5.0  10.0 b\n"
    )
    (tmp_path / "two.inr").write_text(text)
    file = read_slip_file(tmp_path / "two.inr")
    got = receiver_of(file, rake=np.radians(80))
    np.testing.assert_allclose(np.degrees([got.strike, got.dip, got.rake]), [90, 45, 80])
    assert np.degrees(receiver_of(file).rake) == pytest.approx(90)
    (tmp_path / "one.inr").write_text(text.rsplit("  2 ", 1)[0].replace("2\n", "1\n", 1))
    with pytest.raises(GroundshiftError, match="strike"):
        receiver_of(read_slip_file(tmp_path / "one.inr"))


def test_depths_of_a_text():
    assert depths_of(" 5, 7.5;10 ") == (5e3, 7.5e3, 10e3)
    for text in ("", "five", "-1", "nan", "1e9", "5,,x"):
        with pytest.raises(GroundshiftError, match="depths"):
            depths_of(text)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({"planes": "p.tif"}, "PLANES"),
        ({"sections": "s.gpkg"}, "SECTION_LINES"),
        ({"change": None}, "CHANGE"),
        ({"strike": None}, "STRIKE"),
        ({"receiver": "optimal"}, "SHMAX_AZIMUTH"),
        ({"depths": "five"}, "DEPTHS"),
        ({"regional_axes": [1, 2, 3], "receiver": "optimal"}, "three rows"),
        ({"file_settings": True}, "no Coulomb file"),
    ],
)
def test_nonsense_is_refused(scene, tmp_path, given, text):
    files = {
        name: tmp_path / given[name]
        for name in ("planes", "sections") if name in given
    }  # fmt: skip
    with pytest.raises(GroundshiftError, match=text):
        run(scene[2], **{"change": tmp_path / "c.tif", **given, **files})
    assert list(tmp_path.iterdir()) == []


def test_a_model_at_rest_is_refused(scene, tmp_path):
    model, _, _ = scene
    write_slip_model(tmp_path / "s.gpkg", SlipModel.of_rake(model.patches, 0.0, 0.0), UTM)
    with pytest.raises(GroundshiftError, match="slips"):
        run(tmp_path / "s.gpkg", change=tmp_path / "c.tif")
    assert [path.name for path in tmp_path.iterdir()] == ["s.gpkg"]
