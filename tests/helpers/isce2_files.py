# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A tiny stack of ISCE-2's topsStack: unwrapped interferograms, geometry, baselines, reference."""

import numpy as np
from groundshift.algorithms.formats.images import isce2
from product_files import COLS, DATES, PAIRS, ROWS, coherence, phase

RANGE_LOOKS, AZIMUTH_LOOKS = 9, 3
WAVELENGTH = 0.05546576
BPERP = (0.0, 40.0, -15.5)  # of the dates, as ISCE-2 counts
INCIDENCE, AZIMUTH, HEIGHT = 38.0, 100.0, 120.0


def lookup(rows=ROWS, cols=COLS):
    """Latitude and longitude of pixels: turned against the map."""
    row, col = np.indices((rows, cols))
    latitude = 41.0 + 0.001 * row + 0.0002 * col
    return latitude, 14.0 + 0.001 * col - 0.0003 * row


def image(path, layers, kind="float32", header="vrt"):
    """A file with one of its two headers."""
    isce2._write_image(path, layers, kind)
    for ending in {"vrt", "xml"} - {header}:
        path.with_name(f"{path.name}.{ending}").unlink()


def write_isce2(folder, header="vrt", coherences=("filt_fine.cor", "fine.cor"), geometry=True,
                reference=True, full=True, flip=False):  # fmt: skip
    """The stack; `flip` names a pair by the later date first."""
    merged = folder / "merged"
    for number, (first, second) in enumerate(PAIRS):
        turned = flip and number == 1
        dates = (DATES[second], DATES[first]) if turned else (DATES[first], DATES[second])
        place = merged / "interferograms" / "_".join(dates)
        values = phase(first, second) * (-1 if turned else 1)
        values[0, 0] = 0.0
        image(place / "filt_fine.unw", [np.full(values.shape, 7.0), values], header=header)
        image(place / "filt_fine.unw.conncomp", [np.ones(values.shape)], "uint8", header)
        for name in coherences:
            other = 0.05 if name == "fine.cor" else 0.0
            image(place / name, [coherence(first, second) - other], header=header)
    place = merged / "geom_reference"
    latitude, longitude = lookup()
    layers = {
        "lat": ([latitude], "float64"), "lon": ([longitude], "float64"),
        "hgt": ([np.full((ROWS, COLS), HEIGHT)], "float64"),
        "los": ([np.full((ROWS, COLS), INCIDENCE), np.full((ROWS, COLS), AZIMUTH)], "float32"),
    }  # fmt: skip
    for name, (values, kind) in layers.items() if geometry else ():
        image(place / f"{name}.rdr", values, kind, header)
        if full:  # a remainder is left over
            shape = ROWS * AZIMUTH_LOOKS + 1, COLS * RANGE_LOOKS + 5
            image(place / f"{name}.rdr.full", [np.ones(shape)] * len(values), kind, header)
    for date, metres in zip(DATES[1:], BPERP[1:]):
        pair = f"{DATES[0]}_{date}"
        text = folder / "baselines" / pair / f"{pair}.txt"
        text.parent.mkdir(parents=True)
        text.write_text(f"swath: IW1\nBperp (average): {metres}\nBpar (average): 3.0\n")
    if reference:
        (folder / "reference").mkdir()
        values = {"radarwavelength": WAVELENGTH, "startingrange": 8e5, "rangepixelsize": 2.33}
        (folder / "reference/IW1.xml").write_text(
            "<p>" + "".join(f"<property name='{name}'><value>{value}</value></property>"
                            for name, value in values.items()) + "</p>"
        )  # fmt: skip
    return folder
