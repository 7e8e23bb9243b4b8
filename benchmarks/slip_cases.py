# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Earthquakes that the benchmarks of the slip inversion start from."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
from peers import register

register()

from groundshift.algorithms.data.crs import wkt_from_epsg  # noqa: E402
from groundshift.algorithms.data.patches import PatchSet, SlipModel  # noqa: E402
from groundshift.algorithms.data.samples import Samples, Track, joined_samples  # noqa: E402
from groundshift.algorithms.source.fault_planes import Patching  # noqa: E402
from groundshift.algorithms.source.tools.fault_geometry import FaultNumbers  # noqa: E402
from groundshift.algorithms.source.tools.samples import read_samples  # noqa: E402

SHARED = Path(__file__).resolve().parents[2] / "shared"
DEGREES = wkt_from_epsg(4326)


def columns(name, *wanted):
    """Columns of a table of the oracles."""
    with open(SHARED / "oracles" / name, newline="") as file:
        rows = list(csv.DictReader(file))
    return [np.array([float(row[column]) for row in rows]) for column in wanted], rows


def published(name):
    """Slip of a published model, and its displacement without noise.

    Returns
    -------
    truth : SlipModel
    samples : Samples
        Without errors: see :func:`noisy`.
    """
    parts, _ = columns(
        f"{name}_patches.csv", "cE_m", "cN_m", "cDepth_m", "strike", "dip", "length_m", "width_m",
        "along_strike_m", "down_dip_m", "rake", "slip_m",
    )  # fmt: skip
    rectangles = np.stack(parts[:7], axis=1)
    rectangles[:, 3:5] = np.radians(rectangles[:, 3:5])
    column, row = (
        np.round((at - at.min()) / size).astype(int)
        for at, size in zip(parts[7:9], rectangles[:, 5:7].T)
    )
    patches = PatchSet.of_rectangles(rectangles, None, row, column)
    truth = SlipModel.of_rake(patches, parts[10], np.radians(parts[9]))
    values, rows = columns(f"{name}_los.csv", "E_m", "N_m", "losE", "losN", "losU", "los_m")
    names = sorted({line["track"] for line in rows})
    track = np.array([names.index(line["track"]) for line in rows])
    count = len(track)
    return truth, Samples(
        np.stack(values[:2], axis=1), values[5], np.stack(values[2:5], axis=1), track,
        tuple(Track(name) for name in names), np.full(count, np.nan), np.ones(count),
        np.zeros((count, 2)),
    )  # fmt: skip


def noisy(samples, sill_mm, reach, seed):
    """Samples with correlated noise of an exponential covariance, which they know."""
    generator = np.random.default_rng(seed)
    sill = (sill_mm / 1e3) ** 2
    tracks = tuple(replace(track, nugget=1e-6, sill=sill, range=reach) for track in samples.tracks)
    samples = replace(samples, tracks=tracks, std=np.full(len(samples), np.sqrt(sill + 1e-6)))
    values = samples.displacement.copy()
    for number in range(len(tracks)):
        mine = samples.of_track(number)
        values[mine] += samples.factor(number) @ generator.standard_normal(mine.sum())
    return replace(samples, displacement=values)


def laquila():
    """Envisat's samples of 2009 with their covariances, their frame, and the fault.

    The fault is Atzori et al.'s (2009) and Walters et al.'s (2009) to a degree: its strike and dip,
    drawn on to the surface and longer.
    """
    folder = SHARED / "data" / "laquila_envisat"
    first, local = read_samples(folder / "Laquila_ascxn.csv")
    second, _ = read_samples(folder / "Laquila_dscxn.csv", local=local)
    fault = FaultNumbers(13.476, 42.366, DEGREES, 141.0, 50.0, 26e3, 20e3)
    return joined_samples(first, second), local, fault, Patching(1500.0, 1500.0)


def gorkha():
    """Three tracks of ALOS-2 and Sentinel-1, and GNSS, of 2015, with the fault of their set-up.

    The last column of the tracks' files falls as the distance between neighbouring samples grows,
    as the formal error of a cell's mean does, and is far too small (0.04 to 1.4 mm). Errors here
    are 20 mm over 20 km and 10 mm at a point.
    """
    folder = SHARED / "data" / "gorkha_2015"
    joined, local = None, None
    for name in ("nepal_asc.lltnde", "nepal_des_t047.lltnde", "nepal_des_t048.lltnde", "gps.lldet"):
        part, local = read_samples(folder / name, local=local)
        joined = part if joined is None else joined_samples(joined, part)
    gnss = np.array([track.kind == "gnss" for track in joined.tracks])[joined.track]
    tracks = tuple(
        track if track.kind == "gnss" else replace(track, nugget=1e-4, sill=4e-4, range=20e3)
        for track in joined.tracks
    )
    std = np.where(gnss, np.maximum(joined.std, 0.01), np.sqrt(5e-4))
    fault = FaultNumbers(84.8926, 27.2628, DEGREES, 288.52, 7.0, 260e3, 150e3)
    samples = replace(joined, tracks=tracks, std=std, weight=np.ones(len(joined)))
    return samples, local, fault, Patching(10e3, 10e3)
