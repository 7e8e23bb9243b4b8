# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of finite faults as the U.S. Geological Survey writes them, of one known fault."""

import numpy as np
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.data.patches import rectangle_corners

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
