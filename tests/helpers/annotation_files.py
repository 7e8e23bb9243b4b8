# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A small annotation of TOPS bursts over a made-up place, and what motion does to a pair of it.

The satellite flies a round orbit over the equator, heading -12 degrees, its beam is
centred, and its rates are the same everywhere: ``f = k_t (t - t_mid)`` is all that is to be known.
"""

from pathlib import Path

import numpy as np
from groundshift.algorithms.data.dates import parse_date
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.offsets import RADAR, OffsetBlock, Offsets
from groundshift.algorithms.formats.offsets.offset_raster import write_offsets
from groundshift.algorithms.formats.rasters import BandInfo, write_raster

RADIUS, SPEED = 7_071_000.0, 7_508.0
HEADING = np.radians(-12.0)
AHEAD, ASIDE = np.cos(HEADING), -np.sin(HEADING)  # along the meridian, and to the west
FREQUENCY, STEERING, RATE = 5.405e9, 1.590368784, -2300.0
INTERVAL, SPACING, LINES, FIRST, LAST = 2.055556e-3, 14.0, 1500, 20, 1479
CYCLE = 1340 * INTERVAL  # seconds from burst to burst
NEAR, SAMPLING, SAMPLES = 5.5e-3, 6.4345e7, 6000
LOOKS = 20, 100
GRID = Grid((LINES + 2 * 1340) // LOOKS[0], SAMPLES // LOOKS[1])
KS = 2 * SPEED / 299792458.0 * FREQUENCY * np.radians(STEERING)
KT = RATE * KS / (RATE - KS)
START = np.datetime64("2023-09-04T06:00:00", "us")


def clock(seconds):
    return str(START + np.timedelta64(round(seconds * 1e6), "us"))


def annotation(folder, bursts=3, name="IW1", near=NEAR, samples=SAMPLES):
    """Write ``annotation/s1a-iw1-slc-vv-....xml`` below a folder."""
    folder = Path(folder) / "annotation"
    folder.mkdir(parents=True, exist_ok=True)
    turn = SPEED / RADIUS
    states = "".join(
        f"<orbit><time>{clock(t)}</time>"
        f"<position><x>{RADIUS * np.cos(turn * t)}</x><y>{-RADIUS * ASIDE * np.sin(turn * t)}</y>"
        f"<z>{RADIUS * AHEAD * np.sin(turn * t)}</z></position>"
        f"<velocity><x>{-SPEED * np.sin(turn * t)}</x><y>{-SPEED * ASIDE * np.cos(turn * t)}</y>"
        f"<z>{SPEED * AHEAD * np.cos(turn * t)}</z></velocity></orbit>"
        for t in range(-40, 61, 10)
    )
    valid = " ".join("5" if FIRST <= line <= LAST else "-1" for line in range(LINES))
    times = "".join(
        f"<burst><azimuthTime>{clock(k * CYCLE)}</azimuthTime>"
        f"<firstValidSample>{valid}</firstValidSample></burst>" for k in range(bursts)
    )  # fmt: skip
    places = "".join(
        f"<geolocationGridPoint><latitude>{lat}</latitude><longitude>{lon}</longitude>"
        "<height>0</height></geolocationGridPoint>"
        for lat in (-0.05, 0.8, 1.6) for lon in (3.5, 4.5, 5.5)
    )  # fmt: skip

    def constant(node, tag, value):
        return (
            f"<{node}><azimuthTime>{clock(3.0)}</azimuthTime><t0>{NEAR}</t0>"
            f"<{tag}>{value} 0 0</{tag}></{node}>"
        )

    text = (
        f"<product><adsHeader><missionId>S1A</missionId><swath>{name}</swath>"
        f"<startTime>{clock(0)}</startTime></adsHeader>"
        f"<a><radarFrequency>{FREQUENCY}</radarFrequency>"
        f"<azimuthSteeringRate>{STEERING}</azimuthSteeringRate>"
        f"<rangeSamplingRate>{SAMPLING}</rangeSamplingRate></a><orbitList>{states}</orbitList>"
        + constant("azimuthFmRate", "azimuthFmRatePolynomial", RATE)
        + constant("dcEstimate", "geometryDcPolynomial", 0.0)
        + "<imageAnnotation><imageInformation>"
        f"<azimuthTimeInterval>{INTERVAL}</azimuthTimeInterval>"
        f"<azimuthPixelSpacing>{SPACING}</azimuthPixelSpacing>"
        f"<slantRangeTime>{near}</slantRangeTime><numberOfSamples>{samples}</numberOfSamples>"
        f"</imageInformation></imageAnnotation><swathTiming><linesPerBurst>{LINES}</linesPerBurst>"
        f"<burstList>{times}</burstList></swathTiming>"
        f"<geolocationGridPointList>{places}</geolocationGridPointList></product>"
    )
    path = folder / f"s1a-{name.lower()}-slc-vv-20230904t060000-1.xml"
    path.write_text(text, encoding="utf-8")
    return folder.parent


def motion():
    """Along flight in metres, and along range as phase, of the grid's pixels."""
    rows, cols = np.indices(GRID.shape)
    return 1.5 * np.sin(rows / 60.0) + 0.01 * cols, 0.02 * rows + 2.0 * np.sin(cols / 9.0)


def ramps():
    """Radians that the motion along flight adds; NaN beside the valid lines."""
    line = LOOKS[0] * np.arange(GRID.rows) + 0.5 * (LOOKS[0] - 1)
    out = np.full(GRID.shape, np.nan)
    for burst in range(3):
        first = FIRST if burst == 0 else 0.5 * (LAST - 1340 + FIRST)
        last = LAST if burst == 2 else 0.5 * (LAST + FIRST + 1340)
        local = line - 1340 * burst
        mine = (local >= first) & (local <= last)
        doppler = KT * (local - 0.5 * (LINES - 1)) * INTERVAL
        added = 2 * np.pi * doppler[:, None] * motion()[0] * INTERVAL / SPACING
        out[mine] = added[mine]
    return out


def interferogram(path, sign=1.0, cycles=True):
    """The pair: motion along range, and the ramps."""
    phase = motion()[1] + sign * np.nan_to_num(ramps())
    phase = np.angle(np.exp(1j * phase)) if cycles else phase
    write_raster(path, GRID, phase.astype(np.float32), [BandInfo("phase", "rad")])
    return path


def still_interferogram(path):
    """The pair without motion along flight."""
    phase = np.angle(np.exp(1j * motion()[1])).astype(np.float32)
    write_raster(path, GRID, phase, [BandInfo("phase", "rad")])


def azimuth_offsets(path, noise=0.0, dates=("20230904", "20230916")):
    """The motion as a raster of offsets with the noise's standard deviation."""
    along = motion()[0] + noise * np.random.default_rng(3).normal(size=GRID.shape)
    return write(path, GRID, np.stack([0.0 * along, along]), max(noise, 1e-3), RADAR, dates)


def range_offsets(path):
    """What the interferogram's motion along range is."""
    towards = -0.05546576 / (4 * np.pi) * motion()[1]
    return write(path, GRID, np.stack([towards, 0.0 * towards]), 1e-3, RADAR)


def write(path, grid, values, std, components, dates=("20230904", "20230916")):
    """A raster of offsets with one standard deviation."""
    values = values.astype(np.float32)
    plain = np.ones(grid.shape, np.float32)
    block = OffsetBlock(values, std * np.ones_like(values), plain, 64 * plain)
    offsets = Offsets(path, grid, components, *map(parse_date, dates), "S1A")
    write_offsets(path, offsets, block)
    return path
