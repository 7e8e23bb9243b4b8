# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Finite faults as the U.S. Geological Survey writes them: whichever point of a subfault they give,
the fault comes back where it was."""

import json

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.io.metric import LocalMetres
from groundshift.algorithms.io.slip_models import read_slip_file
from groundshift.algorithms.source.moment import moment_of
from groundshift.algorithms.source.patches import rectangle_corners

FRAME = LocalMetres("EPSG:4326", 96.0, 22.0)
ACROSS, DOWN, LENGTH, WIDTH, TOP = 6, 4, 10e3, 4.5e3, 1087.6
SEGMENTS = ((358.0, 82.0, (0.0, 5e3)), (352.0, 70.0, (4e3, -62e3)))  # strike, dip, start


def plane(number=0, along=0.5, down=0.5):
    """Points of the subfaults of a plane, at shares of their sizes; east, north, depth (m)."""
    strike, dip, start = SEGMENTS[number]
    strike, dip = np.radians([strike, dip])
    row, column = np.divmod(np.arange(ACROSS * DOWN), ACROSS)
    s, d = (column + along) * LENGTH, (row + down) * WIDTH
    east = start[0] + s * np.sin(strike) + d * np.cos(dip) * np.cos(strike)
    north = start[1] + s * np.cos(strike) - d * np.cos(dip) * np.sin(strike)
    return np.column_stack([east, north, TOP + d * np.sin(dip)])


def degrees(places):
    return np.column_stack(FRAME.back("EPSG:4326", places[:, :2]))


def slips(number=0):
    return 0.1 * np.arange(1, 1 + ACROSS * DOWN) + number


def fsp(along, down, said="center", planes=1, nsbfs=None, last=None):
    """Text of a file; `last`: share of the length at which the last point source lies."""
    nsbfs = nsbfs or ACROSS * DOWN
    strike, dip, _ = SEGMENTS[0]
    head = [
        "% ---- FINITE-SOURCE RUPTURE MODEL ----", "%",
        "% Loc  : LAT = 22.013  LON = 96.0  DEP = 10.0",
        f"% Mech : STRK = {strike} DIP = {dip} RAKE = -175  Htop = {TOP / 1e3} km",
        f"% Invs : Nx = {ACROSS}  Nz = {DOWN} Fmin = 0.01 Hz  Fmax = 0.125 Hz",
        f"% Invs : Dx = {LENGTH / 1e3} km  Dz = {WIDTH / 1e3} km",
        f"% Invs : Ntw = 6  Nsg = {planes}     (# of time-windows,# of fault segments)",
    ]  # fmt: skip
    if planes == 1:
        head.append(f"% Nsbfs = {nsbfs} subfaults")
    if said:
        head.append(f"% Coordinates are given for {said} of each subfault or segment: |'|")
    for number in range(planes):
        strike, dip, _ = SEGMENTS[number]
        places = plane(number, along, down)
        if planes > 1:
            head += [
                f"% SEGMENT # {number + 1}: STRIKE = {strike} deg DIP = {dip} deg",
                f"% depth to top: Z2top = {TOP / 1e3:6.2f} km", "% coordinates of top-center",
            ]  # fmt: skip
            if last is not None:
                x, y = degrees(plane(number, last, down))[-1]
                head.append(f"% LAT = {y}, LON = {x}")
            head.append(f"% Nsbfs = {nsbfs} subfaults")
        head.append("% LAT LON X==EW Y==NS Z SLIP RAKE TRUP RISE SF_MOMENT")
        for (x, y), z, slip in zip(degrees(places), places[:, 2], slips(number)):
            head.append(f" {y:9.4f} {x:9.4f} 0.0 0.0 {z / 1e3:9.4f} {slip:8.4f} 172.3 5. 6. 1e18")
    return "\n".join(head) + "\n"


def centres(file):
    return np.column_stack([file.model.patches.centre[:, :2], file.model.patches.depth])


@pytest.mark.parametrize(
    ("along", "down", "text", "words"),
    [
        (0.5, 0.5, {}, "centres of subfaults, as the header says."),
        (0.0, 0.0, {"nsbfs": ACROSS}, "corners (top edge, start of the strike), not"),
        (0.0, 0.0, {}, "since the first row lies 0 km below the top"),
        (0.5, 0.4, {}, "40 % of the width"),
        (1 / 3, 0.0, {"planes": 2, "last": 2 / 3}, "33 % of the length"),
        (0.0, 0.0, {"planes": 2, "last": 0.0}, "corners"),
        (0.5, 0.0, {"said": "top-center"}, "middles of top edges, as the header says."),
        (0.5, 0.0, {"said": ""}, "middles of top edges, as the header does not say"),
        (0.5, 0.5, {"said": ""}, "centres of subfaults, as the header does not say"),
    ],
)
def test_fsp_whichever_point_it_gives(tmp_path, along, down, text, words):
    path = tmp_path / "a.fsp"
    path.write_text(fsp(along, down, **text))
    file = read_slip_file(path, local=FRAME)
    number = text.get("planes", 1)
    meant = np.concatenate([plane(k) for k in range(number)])
    assert np.abs(centres(file) - meant).max() < 25  # of four decimals, and converging meridians
    assert file.model.slip == pytest.approx(np.concatenate([slips(k) for k in range(number)]))
    assert words in file.notes[0]


def test_the_point_can_be_chosen(tmp_path):
    path = tmp_path / "a.fsp"
    path.write_text(fsp(0.0, 0.0))
    file = read_slip_file(path, local=FRAME, point="top_centre")
    away = centres(file) - plane(0)
    assert np.hypot(*away[:, :2].T) == pytest.approx(LENGTH / 2, rel=0.01)
    assert "as chosen" in file.notes[0]
    with pytest.raises(GroundshiftError, match="none of auto, centre"):
        read_slip_file(path, point="middle")


def test_a_table_that_is_cut_short_is_still_refused(tmp_path):
    text = fsp(0.5, 0.5, nsbfs=ACROSS).splitlines()
    (tmp_path / "a.fsp").write_text("\n".join(text[:-1]))
    with pytest.raises(GroundshiftError, match="6 subfaults by its header and 23 rows"):
        read_slip_file(tmp_path / "a.fsp")


def param(along, down):
    lines = [" #Total number of fault_segments=           2"]
    for number, (strike, dip, _) in enumerate(SEGMENTS):
        places = plane(number, along, down)
        corner = plane(number, 0.0, 0.0)[:1]
        (x, y), z = degrees(corner)[0], corner[0, 2]
        lines += [
            f"#Fault_segment =   {number + 1} nx(Along-strike)= {ACROSS} Dx = {LENGTH / 1e3:.2f}km "
            f"ny(downdip)=   {DOWN} Dy = {WIDTH / 1e3:.2f}km",
            f"#Boundary of Fault_segment    {number + 1}. EQ in cell ( 3, 2). Lon:  96.0 Lat: 22",
            " #Lon.  Lat.  Depth", *[f"  {x:.7f}   {y:.7f}   {z / 1e3:.8f}"] * 5,
            " #Lat. Lon. depth slip rake strike dip t_rup t_ris t_fal mo",
        ]  # fmt: skip
        for (x, y), z, slip in zip(degrees(places), places[:, 2], slips(number)):
            lines.append(
                f" {y:.6f} {x:.6f} {z / 1e3:.6f} {100 * slip:.6f} 172.3 {strike} {dip} 1.5 2. 3. "
                "0.105683E+27"
            )
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("place", [(0.0, 0.0), (0.5, 0.5), (0.5, 0.0), (1 / 3, 0.4)])
def test_param(tmp_path, place):
    """Slip in centimetres, moments in dyne centimetres; the boundary's corner tells the rest."""
    path = tmp_path / "basic_inversion.param"
    path.write_text(param(*place))
    file = read_slip_file(path, local=FRAME)
    meant = np.concatenate([plane(0), plane(1)])
    assert np.abs(centres(file) - meant).max() < 5
    assert file.model.slip == pytest.approx(np.r_[slips(0), slips(1)])
    patches = file.model.patches
    assert list(np.unique(patches.segment, return_counts=True)[1]) == [24, 24]
    assert (patches.row.max(), patches.column.max()) == (DOWN - 1, ACROSS - 1)
    assert file.model.extra["moment_of_file_nm"] == pytest.approx(1.05683e19)
    assert (file.model.extra["rupture_time_s"] == 1.5).all()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Dx = 10.00km", "Dx = 0.00km", "no nx, Dx, ny and Dy"),
        ("nx(Along-strike)= 6", "nx(Along-strike)= 7", "28 subfaults by its header and 24 rows"),
        (" 172.3 ", " nan ", "number that is none"), (" 172.3 ", " x ", "no numbers"),
        (" 82.0 1.5", " 91.0 1.5", "a dip does not lie"),
        ("1.5 2. 3. 0.105683E+27", "", None),
    ],
)  # fmt: skip
def test_param_that_cannot_be(tmp_path, old, new, words):
    path = tmp_path / "a.param"
    path.write_text(param(0.0, 0.0).replace(old, new))
    if words is None:  # GMT's users write seven columns
        assert read_slip_file(path).model.extra == {}
        return
    with pytest.raises(GroundshiftError, match=words):
        read_slip_file(path)


def ffm(scale=1e-3, **leave):
    features = []
    for number, (strike, dip, _) in enumerate(SEGMENTS):
        middle = plane(number)
        shapes = np.column_stack([middle, np.tile(
            [*np.radians([strike, dip]), LENGTH, WIDTH], (len(middle), 1))])  # fmt: skip
        for ring, slip in zip(rectangle_corners(shapes), slips(number)):
            ring = np.column_stack([degrees(ring), -scale * ring[:, 2]])[[0, 1, 2, 3, 0]]
            told = {"slip": slip, "rake": 172.3, "trup": 1.5, "rise": 5.0, "sf_moment": 1e18,
                    "fill": "#ff0000"}  # fmt: skip
            features.append({
                "type": "Feature", "properties": {k: v for k, v in told.items() if k not in leave},
                "geometry": {"type": "Polygon", "coordinates": [ring.tolist()]},
            })  # fmt: skip
    features.append({"type": "Feature", "properties": {"mag": 7.7},
                     "geometry": {"type": "Point", "coordinates": [96.0, 22.0]}})  # fmt: skip
    return {"type": "FeatureCollection", "metadata": {"reference": "us"}, "features": features}


@pytest.mark.parametrize("scale", [1e-3, 1.0])
def test_ffm(tmp_path, scale):
    """Depths positive down, in kilometres or metres."""
    path = tmp_path / "FFM.geojson"
    path.write_text(json.dumps(ffm(scale)))
    file = read_slip_file(path, local=FRAME)
    assert np.abs(centres(file) - np.concatenate([plane(0), plane(1)])).max() < 5
    model = file.model
    assert np.degrees(model.patches.dip[[0, -1]]) == pytest.approx([82, 70], abs=0.1)
    assert model.slip == pytest.approx(np.r_[slips(0), slips(1)])
    assert np.degrees(model.rake) == pytest.approx(172.3)
    assert (model.patches.row.max(), model.patches.column.max()) == (DOWN - 1, ACROSS - 1)
    assert len(np.unique(model.patches.segment)) == 2
    assert moment_of(model) == pytest.approx(30e9 * LENGTH * WIDTH * model.slip.sum(), rel=1e-3)
    assert ("km" if scale < 1 else " m") in file.notes[0]


def test_ffm_that_cannot_be(tmp_path):
    path = tmp_path / "FFM.geojson"
    for content, words in (
        (ffm(rake=True), "have no rake"), (ffm(slip=True), "have no slip"),
        (ffm(-1e-3), "stand out of the ground"), ({"features": 3, "sf_moment": 1}, "no finite"),
        ({"features": [], "sf_moment": 1}, "no rectangles"),
    ):  # fmt: skip
        path.write_text(json.dumps(content))
        with pytest.raises(GroundshiftError, match=words):
            read_slip_file(path)
