# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools of this room, and of others, ask for alike."""

from __future__ import annotations

from ...declare import Chosen, choice, file, number, raster, text

SENTINEL_1 = {"incidence": {"default": 39.0}, "heading": {"default": 348.0}}
"""Middle of the swath on an ascending orbit, degrees."""


class Look(Chosen):
    """Look angles of an orbit: numbers, rasters or a geometry file."""

    incidence = number(
        "Incidence{of} (degrees)",
        "At the ground from the vertical, one for the scene; Sentinel-1: 29 to 46.", None, 1.0,
        89.0, optional=True,
    )  # fmt: skip
    heading = number(
        "Heading{of} (degrees)",
        "Flight direction clockwise from north; Sentinel-1: about 348 ascending, 192 "
        "descending.", None, -360.0, 360.0, optional=True,
    )  # fmt: skip
    geometry = file(
        "Geometry{of}",
        "geometryGeo.h5 with incidenceAngle and azimuthAngle; wins over numbers and rasters.",
        "HDF5, Zarr", optional=True,
    )  # fmt: skip
    los_raster = raster(
        "Line-of-sight raster{of}",
        "Bands east, north and up of the unit vector from the ground to the satellite, as "
        "'Import velocity map' writes it; wins over the angles.", optional=True,
        advanced=True,
    )  # fmt: skip
    los_north_raster = raster(
        "Line-of-sight raster{of}: north",
        "Where the north component lies in a raster of its own, as LiCSAR's files have it; the "
        "line-of-sight raster above is then that of east alone.", optional=True,
        advanced=True,
    )  # fmt: skip
    los_up_raster = raster(
        "Line-of-sight raster{of}: up",
        "Where the up component lies in a raster of its own, as LiCSAR's files have it; the "
        "line-of-sight raster above is then that of east alone.", optional=True,
        advanced=True,
    )  # fmt: skip
    incidence_raster = raster(
        "Incidence raster{of}",
        "Against the vertical (not the local incidence), degrees; wins over the number.",
        optional=True, advanced=True,
    )  # fmt: skip
    heading_raster = raster(
        "Heading raster{of}",
        "Flight direction clockwise from north, degrees; wins over the number.", optional=True,
        advanced=True,
    )  # fmt: skip

    def check(self):
        """Components in rasters of their own go all three together."""
        parts = ("los_raster", "los_north_raster", "los_up_raster")
        given = [getattr(self, name) is not None for name in parts]
        if any(given[1:]) and not all(given):
            self.refuse(
                parts[given.index(False)],
                "is missing; components in rasters of their own go all three together.",
            )

    def source(self, left_looking: bool = False):
        """The orbit's :class:`..formats.look_angles.LookSource`; None where nothing is given."""
        from ...formats.look_angles import LookSource

        vectors = self.los_raster
        if self.los_up_raster is not None:
            vectors = self.los_raster, self.los_north_raster, self.los_up_raster
        angles = self.incidence, self.heading, self.incidence_raster, self.heading_raster
        if all(part is None for part in (*angles, self.geometry, vectors)):
            return None
        return LookSource(*angles, self.geometry, left_looking, vectors)


class RateFields(Chosen):
    """Where a raster's errors are, or which fields of points hold the rate and its error.

    Fields are texts: QGIS 3.22's dialog crashes on a choice of fields of what may be a raster.
    """

    std_raster = raster(
        "Raster of standard deviations{of}",
        "On the grid of the motion's raster, where that has no band velocity_std.",
        optional=True, advanced=True,
    )  # fmt: skip

    rate_field = text(
        "Field: rate{of}", "Guessed from the usual names where empty; '-' for none.",
        default=None, advanced=True,
    )  # fmt: skip
    std_field = text(
        "Field: standard deviation{of}",
        "Guessed from the usual names where empty; '-' for none.", default=None, advanced=True,
    )  # fmt: skip

    def source(self, layer, unit: str, away: bool = False):
        """The :class:`..formats.measurements.RateLayer` of rates along one direction."""
        from ...formats.measurements import Fields, RateLayer

        fields = Fields(self.rate_field, self.std_field)
        return RateLayer(*layer[:3], "los", unit, fields, std_path=self.std_raster, away=away)


class MotionMethod(Chosen):
    """How series of several directions are taken apart."""

    method = choice(
        "Method",
        "weighted: least squares by the standard deviations; total: the directions err, too "
        "(scaled total least squares), which is hardly another result unless they err by more than "
        "1 %.", ("weighted", "total"), advanced=True,
    )  # fmt: skip
    look_std = number(
        "Standard deviation of the directions",
        "Of the components of their unit vectors, for the method 'total'.", 0.01, 1e-5, 0.5,
        advanced=True,
    )  # fmt: skip
    days = choice(
        "Days of the result",
        "all: those of all series in the time that they share; first: those of the first series.",
        ("all", "first"), advanced=True,
    )  # fmt: skip

    def solve(self, sources, ids, outputs, job, components, limit, cell=None) -> dict:
        """See :func:`.motion_files.write_motion`."""
        from .motion_files import write_motion

        look_std = self.look_std if self.method == "total" else 0.0
        return write_motion(
            sources, ids, outputs, job, components, look_std, self.days == "first", limit, cell
        )
