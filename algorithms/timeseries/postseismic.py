# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Afterslip beside the step of its earthquake, and what their signs tell of the mechanism."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

CLASSES = {
    1: "goes on as the earthquake moved (afterslip)",
    2: "goes back (poroelastic, viscoelastic or other)",
    3: "moves after the earthquake only",
    4: "moved in the earthquake only",
    5: "neither is known",
}
NO_CLASS = 255
SIGNIFICANT = 1.96
"""Standard deviations: 5 % of a normal distribution lie beyond."""


def with_coseismic_steps(model, dates):
    """A model with a step at every earthquake whose afterslip it has.

    Parameters
    ----------
    model : VelocityModel
    dates : ndarray of datetime64[D], shape (time,)
        Of earthquakes before the first one or after the last one the step cannot be told.

    Returns
    -------
    VelocityModel
    """
    days = [term.date for term in model.transients if term.kind == "log10"]
    new = [day for day in days if dates[0] < day <= dates[-1] and day not in model.steps]
    return replace(model, steps=(*model.steps, *new)) if new else model


def mechanism_classes(coseismic, coseismic_std, postseismic, postseismic_std) -> np.ndarray:
    """Compare the signs of coseismic and post-seismic displacement where both are known.

    The same sign along the line of sight is what slip on the same fault makes, the opposite one
    what pore pressure or the deep crust make that relax; but a line of sight sees one component,
    and patches of afterslip beside the rupture can have either sign.

    Parameters
    ----------
    coseismic, coseismic_std, postseismic, postseismic_std : ndarray
        Of one shape and any unit; NaN for no data.

    Returns
    -------
    ndarray of uint8
        Keys of :data:`CLASSES`; :data:`NO_CLASS` where one of the displacements is missing.
    """
    with np.errstate(invalid="ignore"):
        moved = np.abs(coseismic) > SIGNIFICANT * coseismic_std
        moves = np.abs(postseismic) > SIGNIFICANT * postseismic_std
        same = np.sign(coseismic) == np.sign(postseismic)
    found = np.select(
        [moved & moves & same, moved & moves, moves, moved], [1, 2, 3, 4], 5
    )  # fmt: skip
    known = np.isfinite(coseismic) & np.isfinite(coseismic_std)
    known &= np.isfinite(postseismic) & np.isfinite(postseismic_std)
    return np.where(known, found, NO_CLASS).astype(np.uint8)
