# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How tools ask for the look angles of an orbit: numbers, rasters or a geometry file."""

from __future__ import annotations

ASCENDING = (39.0, 348.0)
"""Middle of Sentinel-1's swath on an ascending orbit: incidence and heading, degrees."""

COMPONENTS = {"LOS_NORTH_RASTER": "north", "LOS_UP_RASTER": "up"}


def add_look(tool, suffix="", orbit="", optional=False, defaults=ASCENDING, advanced=False) -> None:
    """Declare incidence and heading of an orbit.

    Parameters
    ----------
    tool : Tool
    suffix : str
        Of the parameters' names, such as ``_2``.
    orbit : str
        Of their titles, such as `` of the second orbit``.
    optional : bool
        Whether the orbit may be left out.
    defaults : tuple of 2 float
        Incidence and heading.
    advanced : bool
        Whether all of it is folded away.
    """
    incidence, heading = (None, None) if optional else defaults
    tool.add_number(
        f"INCIDENCE{suffix}", f"Incidence{orbit} (degrees)",
        "At the ground from the vertical, one for the scene; Sentinel-1: 29 to 46.", incidence,
        1.0, 89.0, optional=True, advanced=advanced,
    )  # fmt: skip
    tool.add_number(
        f"HEADING{suffix}", f"Heading{orbit} (degrees)",
        "Flight direction clockwise from north; Sentinel-1: about 348 ascending, 192 descending.",
        heading, -360.0, 360.0, optional=True, advanced=advanced,
    )  # fmt: skip
    tool.add_file(
        f"GEOMETRY{suffix}", f"Geometry{orbit}",
        "geometryGeo.h5 with incidenceAngle and azimuthAngle; wins over numbers and rasters.",
        "HDF5 (*.h5 *.he5)", optional=True, advanced=advanced,
    )  # fmt: skip
    tool.add_raster(
        f"LOS_RASTER{suffix}", f"Line-of-sight raster{orbit}",
        "Bands east, north and up of the unit vector from the ground to the satellite, as "
        "'Import velocity map' writes it; wins over the angles.",
        optional=True, advanced=True,
    )  # fmt: skip
    for name, part in COMPONENTS.items():
        tool.add_raster(
            f"{name}{suffix}", f"Line-of-sight raster{orbit}: {part}",
            f"Where the {part} component lies in a raster of its own, as LiCSAR's files have it; "
            "the line-of-sight raster above is then that of east alone.",
            optional=True, advanced=True,
        )  # fmt: skip
    for name, title, text in (
        ("INCIDENCE_RASTER", "Incidence raster", "Against the vertical (not the local incidence)"),
        ("HEADING_RASTER", "Heading raster", "Flight direction clockwise from north"),
    ):
        tool.add_raster(
            f"{name}{suffix}", f"{title}{orbit}", f"{text}, degrees; wins over the number.",
            optional=True, advanced=True,
        )  # fmt: skip


def collect_look(tool, parameters, context, suffix="") -> dict:
    """The rasters of an orbit; call it in ``collect``, on the main thread."""
    names = {
        "incidence_raster": "INCIDENCE_RASTER", "heading_raster": "HEADING_RASTER",
        "vectors": "LOS_RASTER",
    }  # fmt: skip
    found = {
        key: tool.raster_path(parameters, f"{name}{suffix}", context) for key, name in names.items()
    }
    apart = [tool.raster_path(parameters, f"{name}{suffix}", context) for name in COMPONENTS]
    if any(path is not None for path in apart):
        found["vectors"] = _complete(tool, suffix, (found["vectors"], *apart))
    return found


def _complete(tool, suffix, rasters):
    """Three rasters of components."""
    from ...algorithms.errors import GroundshiftError

    for name, path in zip(("LOS_RASTER", *COMPONENTS), rasters):
        if path is None:
            raise GroundshiftError(
                f"{tool.title(f'{name}{suffix}')}: is missing; components in rasters of their own "
                "go all three together."
            )
    return rasters


def look_source(tool, parameters, context, rasters, suffix="", left_looking=False):
    """The orbit's :class:`...algorithms.io.look_angles.LookSource`; None where it is not given."""
    from ...algorithms.io.look_angles import LookSource

    def number(name):
        if not tool.is_given(parameters, f"{name}{suffix}"):
            default = tool.parameterDefinition(f"{name}{suffix}").defaultValue()
            return None if default is None else float(default)
        return tool.number(parameters, f"{name}{suffix}", context)

    source = LookSource(
        number("INCIDENCE"), number("HEADING"),
        geometry=tool.existing_path(parameters, f"GEOMETRY{suffix}", context),
        left_looking=left_looking, **rasters,
    )  # fmt: skip
    parts = (source.incidence, source.heading, source.geometry, *rasters.values())
    return None if all(part is None for part in parts) else source
