# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slopes against the line of sight: sensitivity, and rates along the line of sight turned into
rates down the slope.

Slopes and aspects are in degrees; the aspect is the azimuth of steepest descent, clockwise from
north. All results are float64.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.los import LineOfSight
from ..data.relief import slope_and_aspect

STATUS = {
    1: "down-slope",
    2: "up-slope",
    3: "down-slope, sensitivity clipped",
    4: "up-slope, sensitivity clipped",
    5: "left out: low sensitivity",
    6: "left out: flat",
    7: "left out: up-slope",
}
"""What became of a rate; 0 is no data. From 5 on there is no rate along the slope."""

KEPT_BELOW = 5


@dataclass(frozen=True)
class SlopeRates:
    """Rates along the steepest slope; arrays of one shape.

    Parameters
    ----------
    velocity, std : ndarray
        Positive downhill, in the unit of the rates; NaN where left out.
    sensitivity : ndarray
        C, not clipped; positive where motion downhill is towards the satellite.
    status : ndarray of uint8
        Codes of :data:`STATUS`.
    """

    velocity: np.ndarray
    std: np.ndarray
    sensitivity: np.ndarray
    status: np.ndarray


def downhill(slope, aspect) -> tuple:
    """Unit vector of steepest descent, ``(sin a cos b, cos a cos b, -sin b)`` in (E, N, U)."""
    b, a = np.radians(slope), np.radians(aspect)
    return np.sin(a) * np.cos(b), np.cos(a) * np.cos(b), -np.sin(b)


def sensitivity(los: LineOfSight, slope, aspect):
    """C, the cosine between the line of sight and steepest descent (Cigna et al. 2013).

    Positive where motion downhill is motion towards the satellite. Notti et al. (2014) let their
    slope vector point uphill, so theirs has the other sign.
    """
    return los.project(*downhill(slope, aspect))


def sensitivity_std(los: LineOfSight, slope, aspect, slope_std):
    """Standard deviation of C where the slope is off by so many degrees, downhill and across.

    First order: the plane tilts by independent angles about its strike and about its dip line.
    """
    b, a = np.radians(slope), np.radians(aspect)
    steeper = los.project(-np.sin(a) * np.sin(b), -np.cos(a) * np.sin(b), -np.cos(b))
    # A tilt about the dip line turns the direction of descent; the more, the gentler the slope.
    turned = los.project(np.cos(a), -np.sin(a), 0.0) / np.tan(b)
    return np.radians(slope_std) * np.hypot(steeper, turned)


def project(
    rate, std, los: LineOfSight, slope, aspect, rule="drop", least_sensitivity=0.3,
    flat_slope=5.0, drop_up_slope=False, slope_std=0.0,
) -> SlopeRates:  # fmt: skip
    """Rates along the line of sight as rates along the steepest slope, ``V = V_los / C``.

    This takes for granted that the ground moves along the steepest slope (Cigna et al. 2013;
    Notti et al. 2014), which rotational slides, settlement and creep on flats do not.

    Parameters
    ----------
    rate, std : ndarray
        Along the line of sight, positive towards the satellite; NaN where unknown.
    los : LineOfSight
        Ground to satellite.
    slope, aspect : ndarray
        Degrees; NaN where there is no elevation model (an aspect may be NaN where it is level).
    rule : str
        ``drop`` leaves out what has less than the least sensitivity; ``clip`` takes the least
        sensitivity for it, with its sign (Notti et al. 2014).
    least_sensitivity : float
        \\|C\\|; 0.2 to 0.3 in practice.
    flat_slope : float
        Degrees; gentler slopes are left out.
    drop_up_slope : bool
        Leave out motion up the slope; it is flagged otherwise.
    slope_std : float
        Degrees: standard deviation of the slope in any direction, which adds to that of the rate.

    Returns
    -------
    SlopeRates
        ``std`` is ``sqrt(std^2 + (V std_C)^2) / |C|``.
    """
    rate, std, slope = (np.asarray(part, float) for part in (rate, std, slope))
    aspect = np.where(np.isnan(aspect) & np.isfinite(slope), 0.0, aspect)
    c = sensitivity(los, slope, aspect)
    flat = slope < flat_slope
    low = np.abs(c) < least_sensitivity
    if rule == "clip":
        used = np.where(low, np.where(c < 0, -1.0, 1.0) * least_sensitivity, c)
    else:
        used = np.where(low, np.nan, c)
    used = np.where(flat, np.nan, used)
    velocity = rate / used
    spread = np.zeros_like(c)
    if slope_std > 0:
        with np.errstate(divide="ignore", invalid="ignore"):
            spread = sensitivity_std(los, slope, aspect, slope_std)
    error = np.sqrt(std**2 + (velocity * spread) ** 2) / np.abs(used)
    up = velocity < 0
    cases = [
        (~np.isfinite(rate) | ~np.isfinite(c), 0),
        (flat, 6),
        (low & (rule == "drop"), 5),
        (up & drop_up_slope, 7),
        (low & up, 4),
        (low, 3),
        (up, 2),
    ]
    status = np.select(*zip(*cases), default=1).astype(np.uint8)
    kept = (status > 0) & (status < KEPT_BELOW)
    return SlopeRates(
        np.where(kept, velocity, np.nan), np.where(kept, error, np.nan), c, status
    )  # fmt: skip


def projected(block, **rules) -> tuple:
    """:func:`project` on gradients of the ground, with the slope and the aspect that they make.

    Parameters
    ----------
    block : tuple
        Rates, their standard deviations, line of sight, and the rise east and north, shape
        (2, ...).
    **rules
        Of :func:`project`.
    """
    rate, std, los, gradients = block
    slope, aspect = slope_and_aspect(gradients)
    with np.errstate(divide="ignore", invalid="ignore"):
        return project(rate, std, los, slope, aspect, **rules), slope, aspect
