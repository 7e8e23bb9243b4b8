# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person types for a slip inversion: dips, smoothings, weights and rakes by segment."""

from __future__ import annotations

import numpy as np

from ..errors import GroundshiftError, counted

MOST = 200  # dips, or smoothings


def parse_dips(text: str) -> tuple:
    """Dips in degrees: ``60:90:2`` from the first to the second by steps of the third, or a list.

    Raises
    ------
    GroundshiftError
        If it is neither, or a dip is not above 0 and up to 90.
    """
    example = "write 60:90:2, or 60, 70, 80"
    if ":" in text:
        start, stop, step = _numbers(text, ":", "Dips", example, 3)
        if step <= 0 or stop < start or (stop - start) / step > MOST:
            raise GroundshiftError(f"Dips: {text} is no range of up to {MOST} dips; {example}.")
        dips = start + step * np.arange(int(np.floor((stop - start) / step + 1e-9)) + 1)
    else:
        dips = np.array(_numbers(text, ",", "Dips", example))
    if ((dips <= 0) | (dips > 90)).any():
        raise GroundshiftError("Dips: one is not above 0 and up to 90 degrees; leave it out.")
    return tuple(float(dip) for dip in dips)


def parse_smoothings(text: str) -> tuple:
    """Smoothing factors: ``0.1:10:12`` for 12 from 0.1 to 10 with the same ratio, or a list.

    Raises
    ------
    GroundshiftError
        If it is neither, or one is below 0.
    """
    example = "write 0.1:10:12, or 0.5, 1, 2"
    if ":" in text:
        start, stop, count = _numbers(text, ":", "Smoothings", example, 3)
        if not (0 < start < stop and 2 <= count <= MOST and count == int(count)):
            raise GroundshiftError(f"Smoothings: {text} is no range of 2 to {MOST}; {example}.")
        return tuple(float(part) for part in np.geomspace(start, stop, int(count)))
    values = _numbers(text, ",", "Smoothings", example)
    if min(values, default=0.0) < 0:
        raise GroundshiftError("Smoothings: one is below 0; leave it out.")
    return tuple(values)


def parse_weights(text: str) -> dict:
    """Weights of tracks by name: ``T128A: 0.8, T033D: 1``.

    Raises
    ------
    GroundshiftError
        If it does not read so.
    """
    weights = {}
    for part in _parts(text, ","):
        name, colon, value = part.rpartition(":")
        if not colon or not name.strip():
            raise GroundshiftError(f"Weights: {part} is no track and weight; write T128A: 0.8.")
        weights[name.strip()] = _numbers(value, ",", "Weights", "write T128A: 0.8", 1)[0]
    return weights


def parse_segments(text: str) -> tuple:
    """Numbers of segments, which count from 1 in texts and from 0 in the result.

    Raises
    ------
    GroundshiftError
        If one is no number from 1 on.
    """
    found = _numbers(text, ",", "Segments", "write 1, 3")
    if any(value < 1 or value != int(value) for value in found):
        raise GroundshiftError("Segments: count from 1; write 1, 3.")
    return tuple(int(value) - 1 for value in found)


def parse_rakes(text: str) -> dict:
    """Rakes by segment: ``2: 60 120, 3: 80`` gives ``{1: (60.0, 120.0), 2: (80.0,)}`` (degrees).

    Raises
    ------
    GroundshiftError
        If it does not read so.
    """
    rakes = {}
    for part in _parts(text, ","):
        name, colon, values = part.partition(":")
        numbers = _numbers(values, " ", "Rakes by segment", "write 2: 60 120")
        if not colon or len(numbers) not in (1, 2):
            raise GroundshiftError(
                f"Rakes by segment: {part} is no segment and rakes; write 2: 60 120."
            )
        rakes[parse_segments(name)[0]] = tuple(numbers)
    return rakes


def rakes_of_patches(rake: str, rakes, by_segment: dict, segment) -> np.ndarray:
    """Rakes as :class:`.slip_equations.SlipOptions` takes them.

    Parameters
    ----------
    rake : str
        ``range``, ``fixed`` or ``free``.
    rakes : sequence of float
        Degrees, of segments without their own.
    by_segment : dict of int to tuple of float
        See :func:`parse_rakes`.
    segment : ndarray of int, shape (patch,)

    Returns
    -------
    ndarray, shape (patch, 1 or 2)
        Radians.

    Raises
    ------
    GroundshiftError
        If a segment's rakes are too few or many, or there is no such segment.
    """
    size = 1 if rake == "fixed" else 2
    found = np.tile(np.asarray(rakes, float)[:size], (len(segment), 1))
    for number, values in by_segment.items():
        mine = segment == number
        if not mine.any():
            raise GroundshiftError(
                f"Rakes by segment: there is no segment {number + 1}; the fault has "
                f"{segment.max() + 1}."
            )
        if len(values) != size:
            raise GroundshiftError(
                f"Rakes by segment: segment {number + 1} needs {counted(size, 'rake')}, as the "
                "others; mend it."
            )
        found[mine] = values
    return np.radians(found)


def _parts(text, mark):
    parts = text.split() if mark == " " else text.split(mark)
    return [part.strip() for part in parts if part.strip()]


def _numbers(text, mark, what, example, count=None) -> list:
    parts = _parts(text, mark)
    try:
        values = [float(part) for part in parts]
    except ValueError as error:
        raise GroundshiftError(f"{what}: {text.strip()} is no number; {example}.") from error
    if (count is not None and len(values) != count) or not np.isfinite(values).all():
        raise GroundshiftError(f"{what}: {text.strip()} cannot be read; {example}.")
    return values
