# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What in samples and slip models no earthquake does, and the likely reason, in sentences."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from ..data.moment import magnitude_of, moment_of
from ..data.patches import SlipModel
from ..data.samples import Samples
from ..errors import counted

MOST_MOVED = 20.0
"""Metres along a line of sight; the Kaikoura earthquake of 2016 moved the ground by some 10 m."""
LEAST_MOVED = 1e-4  # metres; less than radar or GNSS can tell
MOST_SLIP = 70.0  # metres; Tohoku 2011 reached some 60 m
STEEPEST = 1e-3
"""Mean slip by the root of the area that slips: 1e-5 to 3e-4 in earthquakes of all sizes."""
LARGEST = 9.7  # moment magnitude; Chile 1960 had 9.5
RIGID = (1e9, 200e9)  # pascal; the crust has 10 to 70 GPa, the lower mantle 200
NEAR = 5e3  # metres within which a site and a sample have moved alike
CLEARLY = {2: 0.2, 3: 0.5}
"""By the number of sites: share of the residual as it is that the other sign may leave, at most."""
LEAST_RESIDUAL = 0.02  # metres; less may be the atmosphere's


def sample_doubts(samples: Samples) -> list[str]:
    """What is odd about samples: their unit, sign, copies and errors.

    Parameters
    ----------
    samples : Samples

    Returns
    -------
    list of str
        A sentence each, without a full path.
    """
    said = []
    for number, track in enumerate(samples.tracks):
        mine = samples.of_track(number)
        if not mine.any():
            continue
        values = samples.displacement[mine]
        most, name = np.abs(values).max(), f"Track {track.name}"
        if most > MOST_MOVED:
            said.append(
                f"{name}: a sample moved by {most:.3g} m, more than earthquakes do; is the unit "
                "right (mm taken as m or cm)?"
            )
        elif 0 < most < LEAST_MOVED:
            said.append(
                f"{name}: no sample moved by more than {1e3 * most:.2g} mm, less than can be "
                "measured; is the unit right (m taken as mm)?"
            )
        if len(values) > 2 and np.ptp(values) == 0:
            said.append(
                f"{name}: all {len(values)} samples moved by the same {1e3 * values[0]:.4g} mm; is "
                "it the right column or raster?"
            )
        copies = len(values) - len(np.unique(_places(samples, mine), axis=0))
        if copies:
            said.append(
                f"{name}: {counted(copies, 'sample')} at the place of another one of the same "
                "look, which would count twice; was a file joined with itself?"
            )
        still = int((samples.std[mine] == 0).sum())
        if still:
            said.append(
                f"{name}: {counted(still, 'sample')} with a standard deviation of 0, as if known "
                "without error; fill std_mm, or give sill and range."
            )
    return said + _against_sites(samples)


def _places(samples, mine):
    """What tells samples apart, to a centimetre and a thousandth."""
    return np.round(np.column_stack([1e2 * samples.places[mine], 1e3 * samples.look[mine]]))


def _against_sites(samples) -> list[str]:
    """Tracks that move the other way than GNSS sites beside them."""
    kinds = np.array([track.kind for track in samples.tracks])[samples.track]
    sites, vectors = _sites(samples, np.flatnonzero(kinds == "gnss"))
    said = []
    for number, track in enumerate(samples.tracks):
        mine = np.flatnonzero(samples.of_track(number))
        if track.kind != "los" or not len(mine) or len(sites) < min(CLEARLY):
            continue
        apart, nearest = cKDTree(samples.places[mine]).query(sites, distance_upper_bound=NEAR)
        near = np.isfinite(apart)
        if near.sum() < min(CLEARLY):
            continue
        beside = mine[nearest[near]]
        moved = np.einsum("si,si->s", vectors[near], samples.look[beside])
        seen = samples.displacement[beside]
        # A track is known up to a constant.
        as_is, turned = (np.std(seen - sign * moved) for sign in (1.0, -1.0))
        clearly = CLEARLY[min(near.sum(), max(CLEARLY))]
        if as_is > LEAST_RESIDUAL and turned < clearly * as_is:
            said.append(
                f"Track {track.name}: beside {near.sum()} GNSS sites it moves the other way (the "
                f"difference scatters by {1e3 * as_is:.3g} mm, by {1e3 * turned:.3g} mm with the "
                "sign turned); is it positive away from the satellite?"
            )
    return said


def _sites(samples, rows) -> tuple:
    """Places of GNSS sites and their displacement, of those with three components."""
    if not len(rows):
        return np.empty((0, 2)), np.empty((0, 3))
    places, site = np.unique(np.round(samples.places[rows], 1), axis=0, return_inverse=True)
    site = site.reshape(-1)
    vectors, counts = np.zeros((len(places), 3)), np.zeros(len(places))
    np.add.at(vectors, site, samples.look[rows] * samples.displacement[rows, None])
    np.add.at(counts, site, 1)
    whole = counts == 3
    return places[whole], vectors[whole]


def model_doubts(model: SlipModel, shear_modulus: float) -> list[str]:
    """What is odd about a slip model: its slip, moment and rigidity.

    Parameters
    ----------
    model : SlipModel
    shear_modulus : float
        Pascal.
    """
    said = []
    most = float(model.slip.max(initial=0.0))
    moment = moment_of(model, shear_modulus)
    if most > MOST_SLIP:
        said.append(
            f"The largest slip is {most:.3g} m, more than any earthquake had; is the "
            "displacement's unit right (mm taken as cm or m), and the fault in the right place?"
        )
    elif moment > 0:
        area = model.patches.area
        ruptured = (area @ model.slip) ** 2 / (area @ model.slip**2)
        steepness = (area @ model.slip**2) / (area @ model.slip) / np.sqrt(ruptured)
        if steepness > STEEPEST:
            said.append(
                f"The slip is {steepness:.2g} of the rupture's size, and earthquakes have 1e-5 to "
                "3e-4; is the displacement's unit right, and the fault large enough?"
            )
    if moment > 0 and magnitude_of(moment) > LARGEST:
        said.append(
            f"Mw {magnitude_of(moment):.1f} is more than any earthquake had; are the units of "
            "displacement and shear modulus right?"
        )
    return said + rock_doubts(shear_modulus)


def rock_doubts(shear_modulus: float) -> list[str]:
    """What is odd about a shear modulus in pascal."""
    if RIGID[0] <= shear_modulus <= RIGID[1]:
        return []
    return [
        f"A shear modulus of {shear_modulus / 1e9:.3g} GPa is that of no rock (10 to 70 GPa in the "
        "crust); is it in GPa?"
    ]


def count_doubts(samples: int, patches: int) -> list[str]:
    """What is odd about the number of samples for that of patches."""
    if samples >= patches:
        return []
    return [
        f"{samples} samples for {patches} patches: smoothing and bounds decide most of the result; "
        "take more samples or larger patches, and see the resolution."
    ]
