# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a slip model amounts to, and how well it fits the data."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.moment import magnitude_of
from ..data.patches import SlipModel
from ..data.samples import Samples


@dataclass(frozen=True)
class SlipSummary:
    """A slip model in a few numbers.

    Parameters
    ----------
    moment : float
        Newton metres.
    magnitude : float
        ``2 / 3 (log10 moment - 9.1)``; minus infinite without slip.
    max_slip, mean_slip : float
        Metres; the mean is over the area.
    max_depth : float
        Depth of the patch with the largest slip, metres.
    mean_rake : float
        Radians: direction of the summed potency in the planes; NaN without slip.
    centroid : ndarray, shape (3,)
        Moment-weighted middle: east, north, up in metres.
    coherent : float
        Length of the summed potency over the sum of the patches': 1 where all slip one way.
    """

    moment: float
    magnitude: float
    max_slip: float
    mean_slip: float
    max_depth: float
    mean_rake: float
    centroid: np.ndarray
    coherent: float


def summarise(model: SlipModel, shear_modulus: float = 30e9) -> SlipSummary:
    """Moment, magnitude, middle and direction of slip.

    Parameters
    ----------
    model : SlipModel
    shear_modulus : float
        Pascal.
    """
    slip, area = model.slip, model.patches.area
    potency = slip * area
    total = potency.sum()
    along, up = (model.strike_slip * area).sum(), (model.dip_slip * area).sum()
    highest = int(np.argmax(slip))
    centroid = np.full(3, np.nan)
    if total > 0:
        centroid = potency @ model.patches.centre / total
    return SlipSummary(
        float(shear_modulus * total), magnitude_of(shear_modulus * total), float(slip[highest]),
        float(total / area.sum()), float(model.patches.depth[highest]),
        float(np.arctan2(up, along)) if total > 0 else float("nan"), centroid,
        float(np.hypot(along, up) / total) if total > 0 else float("nan"),
    )  # fmt: skip


@dataclass(frozen=True)
class TrackFit:
    """How well one track, or all, is explained.

    Parameters
    ----------
    name : str
    samples : int
    rms : float
        Root mean square residual, metres, every sample alike.
    correlation : float
        Of observed and modelled displacement.
    variance_reduction : float
        ``1 - sum r^2 / sum (d - offset and ramp)^2``.
    variance : float
        Whitened residuals squared a degree of freedom; 1 where the covariance is right.
    balance : float
        The track's factor in the inversion.
    """

    name: str
    samples: int
    rms: float
    correlation: float
    variance_reduction: float
    variance: float
    balance: float


def track_fits(samples: Samples, white, slip_part, ramp_part, variance, balance) -> list:
    """Fit of every track, and of all together as the last.

    Parameters
    ----------
    samples : Samples
    white : tuple of WhiteTrack
    slip_part, ramp_part : ndarray, shape (sample,)
        Modelled displacement by slip, and by offset and ramp, metres.
    variance, balance : ndarray, shape (track,)
        In the order of `white`.

    Returns
    -------
    list of TrackFit
    """
    observed, modelled = samples.displacement, slip_part + ramp_part
    fits = [
        _fit(samples.tracks[track.number].name, observed, modelled, ramp_part, track.mine,
             variance[k], balance[k])
        for k, track in enumerate(white)
    ]  # fmt: skip
    freedom = np.array([track.freedom for track in white], float)
    overall = float(freedom @ variance / freedom.sum())
    fits.append(
        _fit("all", observed, modelled, ramp_part, np.ones(len(samples), bool), overall, 1.0)
    )
    return fits


def _fit(name, observed, modelled, ramp, mine, variance, balance):
    left = observed[mine] - modelled[mine]
    signal = observed[mine] - ramp[mine]
    correlation = float("nan")
    if np.ptp(observed[mine]) > 0 and np.ptp(modelled[mine]) > 0:
        correlation = float(np.corrcoef(observed[mine], modelled[mine])[0, 1])
    power = float(signal @ signal)
    reduction = 1 - float(left @ left) / power if power > 0 else float("nan")
    rms = float(np.sqrt(np.mean(left**2)))
    return TrackFit(
        name, int(mine.sum()), rms, correlation, reduction, float(variance), float(balance)
    )
