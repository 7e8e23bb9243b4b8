# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""FSP and Coulomb files: published ones, there and back, and broken ones."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from groundshift.algorithms.data.moment import magnitude_of, moment_of
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.slip.coulomb import GIVEN_RAKE
from groundshift.algorithms.formats.slip.slip_file import Event
from groundshift.algorithms.formats.slip.slip_models import read_slip_file, write_slip_model
from groundshift.algorithms.source import elastic
from hypothesis import given, settings
from hypothesis import strategies as st
from slip_cases import FRAME, assert_same, triangles, two_planes

# File: patches, planes, shear modulus in GPa that the header's moment takes.
PUBLISHED = {
    "s1992LANDER01COHE": (204, 3, 23.4),
    "usp000482z_us_3_p000482z": (255, 1, 50.8),
    "usp000714t_us_4_p000714t": (195, 2, 67.5),
    "usp000782n_us_3_p000782n": (252, 1, 47.7),
    "usp00079zv_us_3_p00079zv": (195, 1, 38.7),
    "usp00080wt_us_3_p00080wt": (230, 1, 66.8),
    "usp000890q_us_3_p000890q": (289, 1, 67.8),
}


@pytest.fixture
def fsp(shared_data):
    folder = shared_data("finite_fault_models")
    return lambda name: folder / f"{name}.fsp"


@pytest.fixture
def coulomb(shared_data):
    return shared_data("coulomb_reference")


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_models_hang_together(fsp, name):
    """Header against table: moment, and the directions of the rows and columns of centres."""
    count, planes, modulus = PUBLISHED[name]
    file = read_slip_file(fsp(name))
    model, patches = file.model, file.model.patches
    assert len(model) == count and len(np.unique(patches.segment)) == planes
    assert (patches.row >= 0).all() and (patches.column >= 0).all()
    assert moment_of(model, modulus * 1e9) == pytest.approx(file.event.moment, rel=0.01)
    assert magnitude_of(file.event.moment) == pytest.approx(file.event.magnitude, abs=0.04)
    if "moment_of_file_nm" in model.extra:
        assert model.extra["moment_of_file_nm"].sum() == pytest.approx(file.event.moment, rel=0.01)
    first = patches.segment == 0
    row = np.flatnonzero(first & (patches.row == 0))
    way = patches.centre[row[-1]] - patches.centre[row[0]]
    turn = np.degrees(np.arctan2(way[0], way[1]) - patches.strike[0])
    assert abs((turn + 180) % 360 - 180) < 0.6
    assert np.hypot(*way[:2]) / (len(row) - 1) == pytest.approx(patches.rectangles[0, 5], rel=0.01)
    column = np.flatnonzero(first & (patches.column == patches.column[first].min()))
    way = patches.centre[column[-1]] - patches.centre[column[0]]
    dip = np.degrees(np.arctan2(-way[2], np.hypot(*way[:2])))
    assert dip == pytest.approx(np.degrees(patches.dip[0]), abs=0.3)
    assert len(file.notes) == 2 and "by its header" in file.notes[1]
    assert file.notes[0].endswith("as the header says.")


def test_landers_breaks_the_surface(fsp):
    """Its header says middles of top edges, unlike those of the Survey; 83 km, right-lateral."""
    file = read_slip_file(fsp("s1992LANDER01COHE"))
    model, patches = file.model, file.model.patches
    assert np.abs(patches.top_depth.min()) < 1e-9 and patches.bottom_depth.max() == 18000
    assert np.degrees(patches.dip).min() == pytest.approx(90)
    assert np.degrees(model.rake[model.slip > 0]) == pytest.approx(180)
    length, width = patches.rectangles[:, 5].sum() / 6, patches.rectangles[0, 6]
    assert 80e3 < length < 105e3 and width == 3000  # the planes overlap
    assert 7.0 < magnitude_of(moment_of(model)) < 7.3  # 7.3 by the agencies
    assert file.event.title.startswith("Landers") and file.event.depth == 5000
    x, y = file.local.back("EPSG:4326", patches.centre[:, :2])
    assert (np.abs(x + 116.55) < 0.3).all() and (np.abs(y - 34.4) < 0.4).all()


@pytest.mark.parametrize("name", ["s1992LANDER01COHE", "usp000714t_us_4_p000714t"])
@pytest.mark.parametrize("ending", ["fsp", "inp", "inr", "geojson", "gpkg"])
def test_published_models_come_back(fsp, tmp_path, name, ending):
    file = read_slip_file(fsp(name))
    path = tmp_path / f"model.{ending}"
    write_slip_model(path, file.model, event=file.event)
    found = read_slip_file(path, local=file.local)
    # Coulomb's columns hold 0.1 m and 0.1 mm.
    metres, slip, radians = {"inp": (0.8, 6e-5, 5e-5), "inr": (0.8, 6e-5, 5e-5)}.get(
        ending, (2e-4, 1e-9, 1e-9)
    )
    assert_same(found.model, file.model, metres, slip, radians)
    if ending == "fsp":
        assert found.event.title == file.event.title and found.event.tag == file.event.tag
        assert found.event.longitude == file.event.longitude
        for column, values in file.model.extra.items():
            assert found.model.extra[column] == pytest.approx(values, rel=1e-3)


@pytest.mark.parametrize("ending", ["fsp", "inp", "inr"])
@given(seed=st.integers(0, 2**31), east=st.floats(-60e3, 60e3), north=st.floats(-60e3, 60e3),
       strike=st.floats(0, 6.28), dip=st.floats(0.3, np.pi / 2))  # fmt: skip
@settings(max_examples=15, deadline=None)
def test_any_plane_comes_back(tmp_path, ending, seed, east, north, strike, dip):
    from groundshift.algorithms.data.patches import SlipModel
    from groundshift.algorithms.source.fault_planes import Patching, cut

    random = np.random.default_rng(seed)
    plane = [east, north, 8e3, strike, dip, 12e3, 9e3]
    patches = cut([plane], Patching(4e3, 3e3), crs=FRAME.crs)
    model = SlipModel.of_rake(
        patches, random.uniform(0, 5, len(patches)), random.uniform(-3, 3, len(patches))
    )
    path = tmp_path / f"model.{ending}"
    write_slip_model(path, model)
    found = read_slip_file(path, local=FRAME).model
    width = 0.05 / np.sin(dip) + 0.2  # depths are in steps of 0.1 m
    tolerances = (0.05, 2e-5, 1e-6) if ending == "fsp" else (0.2 + width, 1e-4, 1e-4)
    assert_same(found, model, *tolerances)


@pytest.mark.parametrize(
    "name", ["fault1.ds", "fault1.ts", "fault5.ds", "fault5.ss", "fault5.ts", "okada85ds",
             "okada85ss"],
)  # fmt: skip
def test_coulomb_files_give_coulombs_own_displacements(coulomb, name):
    """The conventions of top edges, signs and kodes, by what Coulomb 3 computed from the files."""
    model = read_slip_file(coulomb / f"{name}.inp").model
    outputs = sorted(coulomb.glob(f"{name}*.cou"))
    outputs = [path for path in outputs if ".str" not in path.name]
    assert outputs
    for path in outputs:
        table = np.array([line.split() for line in path.read_text().splitlines()[3:]], float)
        table = table[np.isfinite(table).all(axis=1)]
        found = elastic.displacement(model, 1e3 * table[:, :3])
        # Eight decimals of metres, from single precision.
        assert np.abs(found - table[:, 3:]).max() < 1e-8


def test_one_of_coulombs_outputs_belongs_to_the_opposite_slip(coulomb):
    """fault1.ss: left-lateral, as if the file said -1; all others of its kind agree with us."""
    model = read_slip_file(coulomb / "fault1.ss.inp").model
    lines = (coulomb / "fault1.ss.z1.cou").read_text().splitlines()[3:]
    table = np.array([line.split() for line in lines], float)
    table = table[np.isfinite(table).all(axis=1)]
    found = elastic.displacement(model, 1e3 * table[:, :3])
    assert np.abs(found + table[:, 3:]).max() < 1e-8


@pytest.mark.parametrize("name, count, segments", [("patches", 149, 17), ("segments", 17, 5)])
def test_files_in_metres_are_told_of(coulomb, name, count, segments):
    file = read_slip_file(coulomb / f"{name}.inp")
    assert len(file.model) == count and len(np.unique(file.model.patches.segment)) == segments
    assert file.model.patches.bottom_depth.max() == pytest.approx(10e3)
    assert "taken for metres" in file.notes[0]
    assert file.crs == "" and file.coulomb.medium is None


def test_all_else_of_a_coulomb_file(coulomb):
    found = read_slip_file(coulomb / "fault5.ss.inp").coulomb
    assert found.medium.poisson == 0.25 and found.medium.young == pytest.approx(8e10)
    assert found.friction == 0.4 and found.depth == 0.0
    azimuth, plunge, intensity, gradient = found.principal.T
    assert np.degrees(azimuth) == pytest.approx([19, 89.99, 109])
    assert np.degrees(plunge) == pytest.approx([-0.01, 89.99, -0.01])
    assert intensity == pytest.approx([100e5, 30e5, 0]) and (gradient == 0).all()
    assert found.grid == pytest.approx([0, 0, 25e3, 25e3, 1e3, 1e3])
    assert found.section == pytest.approx([-16e3, -16e3, 18e3, 26e3, 1e3, 30e3, 1e3])
    assert found.map_info is None


def test_a_coulomb_file_says_where_it_lies(tmp_path):
    model = two_planes()
    write_slip_model(tmp_path / "a.inp", model)
    file = read_slip_file(tmp_path / "a.inp")
    assert file.coulomb.map_info[[2, 5]] == pytest.approx([100.5, 36.2])
    assert file.local.crs == FRAME.crs
    lines = (tmp_path / "a.inp").read_text().splitlines()
    title = next(k for k, line in enumerate(lines) if line.startswith("xxx"))
    # Coulomb reads fields of these widths, and numbers of blocks from the 46th character.
    assert re.fullmatch(r".{3}( .{10}){4} \d{3}( .{10}){5}   \S+", lines[title + 1])
    assert all(line[44] == " " for line in lines if re.match(r"  \d  ---", line))
    text = "\n".join(lines[: next(k for k, line in enumerate(lines) if "Map info" in line)])
    (tmp_path / "b.inp").write_text(text)
    nowhere = read_slip_file(tmp_path / "b.inp")
    assert nowhere.crs == ""
    with pytest.raises(GroundshiftError, match="give its origin"):
        read_slip_file(tmp_path / "b.inp", local=FRAME)
    placed = read_slip_file(tmp_path / "b.inp", local=FRAME, origin=(100.5, 36.2))
    assert_same(placed.model, file.model, metres=1e-3)


def test_receivers_keep_their_rake_in_inr(tmp_path):
    model = two_planes()
    model = replace(model, strike_slip=0 * model.strike_slip, dip_slip=0 * model.dip_slip)
    model.extra[GIVEN_RAKE] = np.linspace(-90, 90, len(model))
    write_slip_model(tmp_path / "a.inr", model)
    file = read_slip_file(tmp_path / "a.inr")
    assert not file.has_slip and "receivers" in " ".join(file.notes)
    assert file.model.extra[GIVEN_RAKE] == pytest.approx(model.extra[GIVEN_RAKE])


def test_kodes_of_opening_come_back(tmp_path):
    model = two_planes()
    opening = np.linspace(0.5, 1.5, len(model))
    odd = np.arange(len(model)) % 2 == 1
    model = replace(
        model, strike_slip=np.where(odd, model.strike_slip, 0),
        dip_slip=np.where(odd, 0, model.dip_slip), opening=opening,
    )  # fmt: skip
    write_slip_model(tmp_path / "a.inp", model)
    text = (tmp_path / "a.inp").read_text()
    assert " 200 " in text and " 300 " in text
    found = read_slip_file(tmp_path / "a.inp", local=FRAME).model
    assert_same(found, model, metres=0.2, slip=6e-5, radians=1e-4)


@pytest.mark.parametrize(
    "ending, what", [("fsp", "triangles"), ("inp", "triangles"), ("inr", "triangles")]
)
def test_what_a_format_cannot_hold_is_refused(tmp_path, ending, what):
    with pytest.raises(GroundshiftError, match=f"cannot hold {what}"):
        write_slip_model(tmp_path / f"a.{ending}", triangles())
    model = replace(two_planes(), opening=np.ones(10))
    with pytest.raises(GroundshiftError, match="cannot hold"):
        write_slip_model(tmp_path / f"a.{ending}", model)
    assert not (tmp_path / f"a.{ending}").exists()


def test_an_unknown_ending_is_refused(tmp_path):
    with pytest.raises(GroundshiftError, match="let it end in"):
        write_slip_model(tmp_path / "a.slp", two_planes())


@pytest.fixture
def texts(tmp_path):
    """A good file of each format, as lines."""

    def make(ending):
        path = tmp_path / f"good.{ending}"
        write_slip_model(path, two_planes(), event=Event("Somewhere 2020"))
        return path.read_text().splitlines()

    return make


def _data(lines):
    """Where the table's first row is."""
    return next(
        k for k, line in enumerate(lines)
        if not line.startswith(("%", "xxx")) and re.match(r"\s*[-\d.]+(\s+[-\d.]+){6}", line)
    )  # fmt: skip


def _letters(lines):
    lines[_data(lines) + 1] = lines[_data(lines) + 1].replace("0", "o")


def _short_row(lines):
    lines[_data(lines) + 1] = lines[_data(lines) + 1][:30]


def _cut_in_table(lines):
    del lines[_data(lines) + 2 :]


def _only_header(lines):
    del lines[_data(lines) :]


def _not_a_number(lines):
    row = _data(lines) + 1
    lines[row] = re.sub(r"\S+", "nan", lines[row], count=1) if lines[0][0] == "%" else (
        lines[row].replace(lines[row].split()[2], "nan", 1)
    )  # fmt: skip


@pytest.mark.parametrize("ending", ["fsp", "inp", "inr"])
@pytest.mark.parametrize(
    "damage", [_letters, _short_row, _cut_in_table, _only_header, _not_a_number]
)
def test_damaged_files_get_one_sentence(texts, tmp_path, ending, damage):
    lines = texts(ending)
    damage(lines)
    path = tmp_path / f"bad.{ending}"
    path.write_text("\n".join(lines))
    with pytest.raises(GroundshiftError, match=r"^\S+bad") as problem:
        read_slip_file(path)
    assert "\n" not in str(problem.value)


@pytest.mark.parametrize("ending", ["fsp", "inp", "gpkg", "geojson"])
@pytest.mark.parametrize("content", [b"", b"\n \n", b"\0\1\2" * 99, b"hello\nworld\n"])
def test_other_files_get_one_sentence(tmp_path, ending, content):
    path = tmp_path / f"bad.{ending}"
    path.write_bytes(content)
    with pytest.raises(GroundshiftError, match="bad"):
        read_slip_file(path)
    with pytest.raises(GroundshiftError, match="no such file"):
        read_slip_file(tmp_path / f"none.{ending}")


@pytest.mark.parametrize(
    "old, new, words",
    [
        (r"STRIKE = \S+", "STRIKE = abc", "DIP"),
        (r"Nsbfs = 6", "Nsbfs = 9", "9 subfaults by its header and 6 rows"),
        (r"DIP = \d\S+ deg", "DIP = 120 deg", "a dip of 120"),
        (r"SLIP ", "SLEEP ", "no column SLIP"),
        (r"Dx = \S+ km", "Dx = 0 km", "no Dx"),
    ],
)
def test_headers_that_make_no_fault_are_refused(texts, tmp_path, old, new, words):
    text = "\n".join(texts("fsp"))
    if words == "DIP":
        text = re.sub(r"STRK = \S+", "STRK = abc", text)
        words = "no strike"
    path = tmp_path / "bad.fsp"
    path.write_text(re.sub(old, new, text))
    with pytest.raises(GroundshiftError, match=words):
        read_slip_file(path)


@pytest.mark.parametrize("column, value", [(0, "-97.0"), (1, "992.0")])
def test_places_that_are_not_on_the_earth_are_refused(texts, tmp_path, column, value):
    lines = texts("fsp")
    row = next(k for k, line in enumerate(lines) if line.strip() and not line.startswith("%"))
    words = lines[row].split()
    words[column] = value
    lines[row] = " ".join(words)
    path = tmp_path / "bad.fsp"
    path.write_text("\n".join(lines))
    with pytest.raises(GroundshiftError, match=r"bad\.fsp: a latitude lies beyond 90 degrees or"):
        read_slip_file(path)


@pytest.mark.parametrize(
    "column, value, words",
    [(5, "400", "point source"), (5, "150", "unknown kode"), (8, "0.0", "dip"),
     (8, "95.0", "dip"), (10, "0.5", "bottom above its top")],
)  # fmt: skip
def test_faults_that_are_none_are_refused(texts, tmp_path, column, value, words):
    lines = texts("inp")
    row = _data(lines) + 1
    words_of_row = lines[row].split()
    words_of_row[column] = value
    lines[row] = " ".join(words_of_row)
    path = tmp_path / "bad.inp"
    path.write_text("\n".join(lines))
    with pytest.raises(GroundshiftError, match=f"fault 2 .*{words}"):
        read_slip_file(path)


def test_where_coordinates_belong_is_seen_from_depths(texts, tmp_path):
    """Without a word in the header the shallowest depth tells centres from top edges."""
    lines = [line for line in texts("fsp") if "given for" not in line]
    path = tmp_path / "silent.fsp"
    path.write_text("\n".join(lines))
    file = read_slip_file(path, local=FRAME)
    assert "taken for centres" in file.notes[0]
    assert_same(file.model, two_planes(), 0.05, 2e-5, 1e-6)
    tops = ["% Coordinates are given for top-center of each subfault" if "given for" in line
            else line for line in texts("fsp")]  # fmt: skip
    path.write_text("\n".join(tops))
    assert "km below the top that the header gives" in " ".join(read_slip_file(path).notes)


def test_fortran_and_windows_texts_are_read(texts, tmp_path):
    path = Path(tmp_path / "windows.fsp")
    path.write_bytes("\r\n".join(texts("fsp")).replace("e+18", "D+18").encode("utf-8-sig"))
    assert_same(read_slip_file(path, local=FRAME).model, two_planes(), 0.05, 2e-5, 1e-6)


def test_time_windows_and_loose_titles_are_read(texts, tmp_path):
    """Columns of single time windows come along; titles may be more than the columns."""
    lines = []
    for line in texts("fsp"):
        if line.startswith("% LAT"):
            line += " SLIPTW1 SLIPTW2 and so on"
        elif not line.startswith("%"):
            slip = float(line.split()[5])
            line += f" {slip / 4:.6f} {3 * slip / 4:.6f}"
        lines.append(line)
    path = tmp_path / "windows.fsp"
    path.write_text("\n".join(lines))
    model = read_slip_file(path, local=FRAME).model
    assert set(model.extra) == {"sliptw1", "sliptw2"}
    assert model.extra["sliptw1"] + model.extra["sliptw2"] == pytest.approx(model.slip, abs=2e-6)
    assert_same(model, two_planes(), 0.05, 2e-5, 1e-6)


def test_the_rake_of_a_plane_stands_in_its_header(texts, tmp_path):
    lines, number = [], 0
    for line in texts("fsp"):
        if line.startswith("% SEGMENT"):
            number += 1
            line += f"  RAKE = {(-45.0, 120.0)[number - 1]} deg"
        elif line.startswith("% LAT"):
            line = line.replace("RAKE", "").rstrip()
        elif not line.startswith("%"):
            line = " ".join(line.split()[:6])
        lines.append(line)
    path = tmp_path / "rakes.fsp"
    path.write_text("\n".join(lines))
    model = read_slip_file(path).model
    rakes = np.where(model.patches.segment == 0, -45.0, 120.0)
    assert np.degrees(model.rake) == pytest.approx(rakes)
