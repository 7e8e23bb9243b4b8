# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Motion of rigid plates on the Earth, by their rotation.

Altamimi et al. (2017), doi:10.1093/gji/ggx136, table 1 (ITRF2014) and Altamimi et al. (2023),
doi:10.1029/2023GL106373, tables 1 and 2 (ITRF2020): rotation vectors with their standard
deviations. What it does to interferograms, whose orbits are given in such a frame: Stephenson et
al. (2022), doi:10.1029/2022GL099835.
"""

from __future__ import annotations

import numpy as np

from ..data.axes import Lattice
from ..data.dates import years_of
from ..data.earth import compass, geocentric
from ..data.grid import Grid
from ..errors import GroundshiftError
from .known_motion import KnownCorrection, LatticeField, along, node_degrees

MILLIARCSECOND = np.pi / 180 / 3600e3
PLATES = {
    "itrf2020": {
        "amur": ((-0.131, -0.551, 0.837), (0.009, 0.014, 0.015)),
        "antarctica": ((-0.269, -0.312, 0.678), (0.003, 0.003, 0.004)),
        "arabia": ((1.129, -0.146, 1.438), (0.025, 0.027, 0.016)),
        "australia": ((1.487, 1.175, 1.223), (0.003, 0.003, 0.003)),
        "caribbean": ((0.207, -1.422, 0.726), (0.076, 0.174, 0.061)),
        "eurasia": ((-0.085, -0.519, 0.753), (0.003, 0.003, 0.003)),
        "india": ((1.137, 0.013, 1.444), (0.008, 0.040, 0.016)),
        "nazca": ((-0.327, -1.561, 1.605), (0.006, 0.018, 0.008)),
        "north_america": ((0.045, -0.666, -0.098), (0.003, 0.003, 0.003)),
        "nubia": ((0.090, -0.585, 0.717), (0.003, 0.003, 0.004)),
        "pacific": ((-0.404, 1.021, -2.154), (0.003, 0.003, 0.004)),
        "south_america": ((-0.261, -0.282, -0.157), (0.004, 0.004, 0.003)),
        "somalia": ((-0.081, -0.719, 0.864), (0.014, 0.015, 0.005)),
    },
    "itrf2014": {
        "antarctica": ((-0.248, -0.324, 0.675), (0.004, 0.004, 0.008)),
        "arabia": ((1.154, -0.136, 1.444), (0.020, 0.022, 0.014)),
        "australia": ((1.510, 1.182, 1.215), (0.004, 0.004, 0.004)),
        "eurasia": ((-0.085, -0.531, 0.770), (0.004, 0.002, 0.005)),
        "india": ((1.154, -0.005, 1.454), (0.027, 0.117, 0.035)),
        "nazca": ((-0.333, -1.544, 1.623), (0.006, 0.015, 0.007)),
        "north_america": ((0.024, -0.694, -0.063), (0.002, 0.005, 0.004)),
        "nubia": ((0.099, -0.614, 0.733), (0.004, 0.003, 0.003)),
        "pacific": ((-0.409, 1.047, -2.169), (0.003, 0.004, 0.004)),
        "south_america": ((-0.270, -0.301, -0.140), (0.006, 0.006, 0.003)),
        "somalia": ((-0.121, -0.794, 0.884), (0.035, 0.034, 0.008)),
    },
}
"""Rotation about the axes of the frame and its standard deviation, milliarcseconds a year."""
ORIGIN = {"itrf2020": (0.37e-3, 0.35e-3, 0.74e-3), "itrf2014": (0.0, 0.0, 0.0)}
"""Drift of the frame's origin against the plates, metres a year; of its horizontal part use is made
as the authors of ITRF2020's model advise."""


class Rotation:
    """A plate's rotation.

    Parameters
    ----------
    vector, std : sequence of 3 float
        Radians a year, about the axes of the terrestrial frame.
    origin : sequence of 3 float
        Metres a year, added.
    """

    def __init__(self, vector, std=(0.0, 0.0, 0.0), origin=(0.0, 0.0, 0.0)):
        self.vector, self.std = np.asarray(vector, float), np.asarray(std, float)
        self.origin = np.asarray(origin, float)

    def velocity(self, longitude, latitude) -> tuple[np.ndarray, np.ndarray]:
        """Horizontal velocity, east and north, metres a year; degrees in.

        The small part along the vertical, which a rotation has on an ellipsoid, is left out: the
        models are of horizontal velocities.
        """
        place = geocentric(longitude, latitude)
        east, north, _ = compass(longitude, latitude)
        motion = np.cross(self.vector, place) + self.origin
        return (motion * east).sum(axis=-1), (motion * north).sum(axis=-1)


def rotation_of(model: str, plate: str) -> Rotation:
    """Of a plate by one of the models of :data:`PLATES`.

    Raises
    ------
    GroundshiftError
        If the model has no such plate.
    """
    if plate not in PLATES[model]:
        raise GroundshiftError(
            f"The model {model} has no plate '{plate}'; choose itrf2020, or give a pole."
        )
    vector, std = (MILLIARCSECOND * np.array(part) for part in PLATES[model][plate])
    return Rotation(vector, std, ORIGIN[model])


def rotation_about(latitude: float, longitude: float, rate: float) -> Rotation:
    """About a pole: geocentric degrees; degrees a million years, counter-clockwise from above."""
    _, _, pole = compass(np.asarray(longitude, float), np.asarray(latitude, float))
    return Rotation(np.radians(rate) * 1e-6 * pole)


def rate_along(rotation: Rotation, grid: Grid, look: Lattice) -> Lattice:
    """Rate towards the satellite and what errors of the rotation do to it.

    Returns
    -------
    Lattice
        Four quantities, metres a year: the rate, and what one standard deviation of each of the
        three components of the rotation adds to it.
    """
    place = node_degrees(grid, look)
    columns = [along(look, *rotation.velocity(*place), 0.0)]
    for axis in np.diag(rotation.std):
        columns.append(along(look, *Rotation(axis).velocity(*place), 0.0))
    return Lattice(grid.rows, grid.cols, np.stack(columns, axis=-1))


def plate_correction(dates, rates: Lattice, reference=None) -> KnownCorrection:
    """Correction of a series by a plate's motion.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    rates : Lattice
        Of :func:`rate_along`.
    reference : (float, float), optional
        Row and column of the reference point, where the rate is known to be zero.
    """
    values = rates.values[..., :1] * years_of(dates)
    spread = rates.values[..., 1:]
    if reference is not None:
        spread = spread - rates.at(*reference)[1:]
    field = LatticeField(
        Lattice(rates.rows, rates.cols, values), Lattice(rates.rows, rates.cols, spread)
    )
    return KnownCorrection(field, "platemotion")
