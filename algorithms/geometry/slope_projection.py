# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slopes against the line of sight, in closed form: sensitivity, range slope, R index, and rates
along the line of sight turned into rates down the slope.

Slopes and aspects are in degrees; the aspect is the azimuth of steepest descent, clockwise from
north. All results are float64.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from .los import LineOfSight

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
RULES = ("drop", "clip")


@dataclass(frozen=True)
class SlopeRules:
    """Where a rate along the slope would say too little.

    Parameters
    ----------
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
    """

    rule: str = "drop"
    least_sensitivity: float = 0.3
    flat_slope: float = 5.0
    drop_up_slope: bool = False
    slope_std: float = 0.0

    def __post_init__(self):
        if self.rule not in RULES:
            raise GroundshiftError(
                f"The rule '{self.rule}' is not known; give one of {', '.join(RULES)}."
            )
        if not 0 < self.least_sensitivity <= 1:
            raise GroundshiftError("The least sensitivity has to be over 0 and at most 1.")
        if not 0 <= self.flat_slope < 90 or not 0 <= self.slope_std < 45:
            raise GroundshiftError(
                "The flat slope has to be 0 to 90 degrees, and the slope's standard deviation 0 "
                "to 45."
            )


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


def range_slope(los: LineOfSight, slope, aspect):
    """Slope in the range direction, degrees, positive where it faces the satellite.

    ``tan b_r = tan b cos(aspect - azimuth to the satellite)``.
    """
    a = np.radians(aspect)
    flat = np.hypot(los.east, los.north)
    facing = (np.sin(a) * los.east + np.cos(a) * los.north) / flat
    return np.degrees(np.arctan(np.tan(np.radians(slope)) * facing))


def r_index(los: LineOfSight, slope, aspect):
    """``sin(incidence - range slope)`` (Notti et al. 2014, with the exact range slope).

    0 and below is layover. In shadow, where the angle is over 90 degrees, it says nothing.
    """
    incidence = np.arctan2(np.hypot(los.east, los.north), los.up)
    return np.sin(incidence - np.radians(range_slope(los, slope, aspect)))


def local_incidence(los: LineOfSight, slope, aspect):
    """Angle between the line of sight and the slope's normal, degrees; over 90 in shadow."""
    b, a = np.radians(slope), np.radians(aspect)
    normal = np.stack(
        np.broadcast_arrays(np.sin(a) * np.sin(b), np.cos(a) * np.sin(b), np.cos(b)), axis=-1
    )
    look = np.stack(np.broadcast_arrays(los.east, los.north, los.up), axis=-1)
    across = np.linalg.norm(np.cross(normal, look), axis=-1)
    return np.degrees(np.arctan2(across, np.sum(normal * look, axis=-1)))


def project(rate, std, los: LineOfSight, slope, aspect, rules: SlopeRules) -> SlopeRates:
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
    rules : SlopeRules

    Returns
    -------
    SlopeRates
        ``std`` is ``sqrt(std^2 + (V std_C)^2) / |C|``.
    """
    rate, std, slope = (np.asarray(part, float) for part in (rate, std, slope))
    aspect = np.where(np.isnan(aspect) & np.isfinite(slope), 0.0, aspect)
    c = sensitivity(los, slope, aspect)
    flat = slope < rules.flat_slope
    low = np.abs(c) < rules.least_sensitivity
    if rules.rule == "clip":
        used = np.where(low, np.where(c < 0, -1.0, 1.0) * rules.least_sensitivity, c)
    else:
        used = np.where(low, np.nan, c)
    used = np.where(flat, np.nan, used)
    velocity = rate / used
    spread = np.zeros_like(c)
    if rules.slope_std > 0:
        with np.errstate(divide="ignore", invalid="ignore"):
            spread = sensitivity_std(los, slope, aspect, rules.slope_std)
    error = np.sqrt(std**2 + (velocity * spread) ** 2) / np.abs(used)
    up = velocity < 0
    cases = [
        (~np.isfinite(rate) | ~np.isfinite(c), 0),
        (flat, 6),
        (low & (rules.rule == "drop"), 5),
        (up & rules.drop_up_slope, 7),
        (low & up, 4),
        (low, 3),
        (up, 2),
    ]
    status = np.select(*zip(*cases), default=1).astype(np.uint8)
    kept = (status > 0) & (status < KEPT_BELOW)
    return SlopeRates(
        np.where(kept, velocity, np.nan), np.where(kept, error, np.nan), c, status
    )  # fmt: skip
