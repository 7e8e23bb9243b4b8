# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Frames as COMET LiCSAR's server keeps them, tiny."""

import numpy as np
from product_files import write_tif

FRAME = "044A_05036_121313"
PAIRS = ("20200105_20200117", "20200105_20200129", "20200117_20200129")
PHASE = np.arange(48.0).reshape(6, 8) / 10 + 0.1


def outline(west, south, width=3.0, height=2.0):
    corners = ((0, 0), (width, 0.5), (width - 0.4, height), (-0.4, height - 0.5))
    return "".join(f"{west + x:.4f} {south + y:.4f}\n" for x, y in corners)


def write_frame(root, name, west, south, pairs=PAIRS):
    """A frame on the server."""
    folder = root / str(int(name[:3])) / name
    metadata = folder / "metadata"
    metadata.mkdir(parents=True)
    (metadata / f"{name}-poly.txt").write_text(outline(west, south))
    for part, value in zip(("E", "N", "U", "hgt"), (-0.6, -0.1, 0.79, 300.0)):
        write_tif(metadata / f"{name}.geo.{part}.tif", np.full((6, 8), value))
    (metadata / "baselines").write_text("20200105 20200117 35.5 12\n20200105 20200129 -20.0 24\n")
    (metadata / "metadata.txt").write_text("heading=-10.5\navg_incidence_angle=39.2\n")
    for pair in pairs:
        ifg = folder / "interferograms" / pair
        write_tif(ifg / f"{pair}.geo.unw.tif", PHASE)
        write_tif(ifg / f"{pair}.geo.cc.tif", np.full((6, 8), 200, np.uint8))
    for day in ("20200105", "20200117"):
        write_tif(folder / "epochs" / day / f"{day}.sltd.geo.tif", PHASE)
