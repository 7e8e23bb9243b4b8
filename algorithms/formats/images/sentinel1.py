# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Annotation of Sentinel-1's single-look complex images (``annotation/s1a-iw1-slc-vv-*.xml``).

One file a subswath and polarisation, in the ``annotation`` folder of a SAFE product, as "Sentinel-1
Product Specification" (S1-RS-MDA-52-7441) describes it. Read are the times of bursts and their
valid lines, the steering rate of the beam, the rate of Doppler of the focusing, the Doppler
centroid from the geometry, and the state vectors.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

from ...data.orbit import Orbit
from ...data.topsar import Polynomials, Swath
from ...errors import GroundshiftError

PATTERN = "s1?-[ie]w?-slc-*.xml"
SLICES = 120.0  # seconds, within which slices of one pass follow one another
SAME_BURST = 0.5  # seconds
MICROSECOND = np.timedelta64(1, "us")


def read_swaths(folder) -> list:
    """The subswaths of all passes that lie in a folder, those of slices joined.

    Parameters
    ----------
    folder : path
        A SAFE product, its ``annotation``, or a folder with several of them.

    Returns
    -------
    list of list of Swath
        A list a pass, in the order of time; of one epoch, near range first. Of several
        polarisations one is taken.

    Raises
    ------
    GroundshiftError
        If there are none, or one is damaged.
    """
    files = sorted(
        path for path in Path(folder).rglob(PATTERN) if path.parent.name != "calibration"
    )
    if not files:
        raise GroundshiftError(
            f"{folder}: holds no annotation of Sentinel-1 images (s1a-iw1-slc-vv-*.xml); choose "
            "the folder of a SAFE product of single-look complex images, or its 'annotation'."
        )
    passes = []
    for swath in sorted((read_swath(path) for path in files), key=lambda swath: swath.epoch):
        for one in passes:
            if swath.platform == one[-1].platform and (
                swath.epoch - one[-1].epoch < SLICES * 1e6 * MICROSECOND
            ):
                one.append(swath)
                break
        else:
            passes.append([swath])
    return [_joined(swaths) for swaths in passes]


def read_swath(path) -> Swath:
    """The subswath of one file.

    Raises
    ------
    GroundshiftError
        If it is no such annotation, or damaged.
    """
    try:
        root = ElementTree.parse(path).getroot()
    except (ElementTree.ParseError, OSError) as error:
        raise GroundshiftError(
            f"{path}: cannot be read ({error}); get the annotation again."
        ) from error
    try:
        return _swath(root)
    except (AttributeError, TypeError, ValueError, IndexError) as error:
        raise GroundshiftError(
            f"{path}: is no annotation of an IW or EW image, or parts of it are missing; get it "
            "again."
        ) from error


def _swath(root) -> Swath:
    epoch = np.datetime64(root.findtext("adsHeader/startTime"), "us")

    def seconds(nodes, tag="azimuthTime"):
        times = [np.datetime64(node.findtext(tag), "us") for node in nodes]
        return np.array([(time - epoch) / MICROSECOND * 1e-6 for time in times])

    def number(tag):
        return float(root.findtext(f".//{tag}"))

    def vectors(tag):
        return np.array([[float(v.findtext(f"{tag}/{axis}")) for axis in "xyz"] for v in states])

    def polynomials(node, tag):
        found = root.findall(f".//{node}")
        powers = [np.array(one.findtext(tag).split(), float) for one in found]
        starts = np.array([float(one.findtext("t0")) for one in found])
        return Polynomials(seconds(found), starts, np.array(powers))

    states = root.findall(".//orbitList/orbit")
    bursts = root.findall("swathTiming/burstList/burst")
    places = root.findall(".//geolocationGridPoint")
    names = "longitude", "latitude", "height"
    swath = Swath(
        name=root.findtext("adsHeader/swath"), platform=root.findtext("adsHeader/missionId"),
        epoch=epoch, bursts=seconds(bursts), lines=int(number("linesPerBurst")),
        valid=np.array([_valid(burst.findtext("firstValidSample")) for burst in bursts]),
        interval=number("azimuthTimeInterval"), spacing=number("azimuthPixelSpacing"),
        near=float(root.findtext("imageAnnotation/imageInformation/slantRangeTime")),
        sampling=number("rangeSamplingRate"), samples=int(number("numberOfSamples")),
        frequency=number("radarFrequency"), steering=np.radians(number("azimuthSteeringRate")),
        doppler_rate=polynomials("azimuthFmRate", "azimuthFmRatePolynomial"),
        doppler_centroid=polynomials("dcEstimate", "geometryDcPolynomial"),
        orbit=Orbit(seconds(states, "time"), vectors("position"), vectors("velocity")),
        places=np.array([[float(one.findtext(name)) for name in names] for one in places]),
    )  # fmt: skip
    if not len(bursts) or swath.steering <= 0 or not len(places):
        raise ValueError("no bursts")
    return swath


def _valid(text) -> tuple:
    lines = np.flatnonzero(np.array(text.split(), int) >= 0)
    return int(lines[0]), int(lines[-1])


def _joined(swaths) -> list:
    """Slices as one subswath each, with the epoch of the first file."""
    epoch, found = swaths[0].epoch, {}
    for swath in swaths:
        swath = _since(swath, epoch)
        first = found.setdefault(swath.name, swath)
        if first is swath:
            continue
        new = np.abs(swath.bursts[:, None] - first.bursts).min(axis=1) > SAME_BURST
        found[swath.name] = replace(
            first,
            bursts=np.append(first.bursts, swath.bursts[new]),
            valid=np.append(first.valid, swath.valid[new], axis=0),
            doppler_rate=_both(first.doppler_rate, swath.doppler_rate),
            doppler_centroid=_both(first.doppler_centroid, swath.doppler_centroid),
            orbit=_longer(first.orbit, swath.orbit),
            places=np.append(first.places, swath.places, axis=0),
        )
    return sorted(found.values(), key=lambda swath: swath.near)


def _since(swath: Swath, epoch) -> Swath:
    """A subswath whose times count from another epoch."""
    late = (swath.epoch - epoch) / MICROSECOND * 1e-6
    rate, centroid = (
        replace(one, times=one.times + late) for one in (swath.doppler_rate, swath.doppler_centroid)
    )
    return replace(
        swath, epoch=epoch, bursts=swath.bursts + late, doppler_rate=rate,
        doppler_centroid=centroid, orbit=replace(swath.orbit, times=swath.orbit.times + late),
    )  # fmt: skip


def _both(first: Polynomials, second: Polynomials) -> Polynomials:
    parts = (first.times, second.times), (first.starts, second.starts)
    powers = np.append(first.powers, second.powers, axis=0)
    return Polynomials(*(np.concatenate(part) for part in parts), powers)


def _longer(first: Orbit, second: Orbit) -> Orbit:
    """State vectors of both, each time once."""
    times = np.round(np.append(first.times, second.times), 3)
    _, places = np.unique(times, return_index=True)
    positions = np.append(first.positions, second.positions, axis=0)[places]
    velocities = np.append(first.velocities, second.velocities, axis=0)[places]
    return Orbit(np.append(first.times, second.times)[places], positions, velocities)
