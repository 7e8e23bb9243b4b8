# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A slip model as input: a layer of patches, or a file in one of the exchange formats."""

from __future__ import annotations

from ..areas.layer_parameters import POLYGONS, add_layer

POINTS_OF = ("auto", "centre", "top_centre", "corner")
FILES = "Slip models (*.fsp *.param *.inp *.inr *.txt *.dat *.gpkg *.geojson *.json)"


def add_slip_model(
    tool, name="SLIP", title="Slip model", help="", advanced=False, file_advanced=False
) -> None:
    """Parameters ``name`` (a layer), ``name_FILE``, ``name_ORIGIN`` and ``name_PLACE``, read by
    :func:`slip_source`; one of the first two is given (:func:`check_slip_model`).

    Parameters
    ----------
    tool : Tool
    name, title : str
    help : str
        What it is for; what it may be is added.
    advanced, file_advanced : bool
        Whether all of it is folded away, or the file alone.
    """
    add_layer(
        tool, name, f"{title} (layer)",
        f"{help} A layer of slip patches, as the slip tools write it: polygons with heights, and "
        "fields strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (or "
        "strike_slip_m, dip_slip_m) and opening_m.".strip(), [POLYGONS], True, advanced,
    )  # fmt: skip
    tool.add_file(
        f"{name}_FILE", f"{title} (file)",
        "In place of a layer: a finite-source rupture model (.fsp), .param or FFM.geojson of the "
        "U.S. Geological Survey, or Coulomb's .inp or .inr.",
        FILES, optional=True, advanced=advanced or file_advanced,
    )  # fmt: skip
    tool.add_point(
        f"{name}_ORIGIN", f"{title}: origin of a Coulomb file",
        "Where x = 0 and y = 0 lie, for .inp and .inr files without a map info block.",
        optional=True, advanced=True,
    )  # fmt: skip
    tool.add_choice(
        f"{name}_PLACE", f"{title}: coordinates in FSP and .param files",
        "Of which point of a subfault they are. auto goes by the header and the depth of the first "
        "row, as the U.S. Geological Survey's files speak of centres where they give corners; the "
        "log tells what was taken.", POINTS_OF, POINTS_OF[0], advanced=True,
    )  # fmt: skip


def check_slip_model(tool, parameters, name="SLIP", optional=False):
    """What is wrong with how a slip model is given: one sentence, or None."""
    given = [tool.is_given(parameters, part) for part in (name, f"{name}_FILE")]
    titles = " or ".join(tool.title(part) for part in (name, f"{name}_FILE"))
    if all(given):
        return f"{titles}: both are given; leave one of them out."
    if not any(given) and not optional:
        return f"{titles}: is missing; give one of them."
    return None


def slip_source(tool, parameters, name, context):
    """Where a slip model lies, as the core takes it; None where none is given.

    Call it in ``collect``: layers belong to the main thread.

    Returns
    -------
    SlipSource or None
    """
    from ...algorithms.io.crs import wkt_from_epsg
    from ...algorithms.io.slip_models import SlipSource

    origin = tool.point(parameters, f"{name}_ORIGIN", context, wkt_from_epsg(4326))
    place = tool.choice(parameters, f"{name}_PLACE", context)
    layer = tool.layer_source(parameters, name, context)
    if layer is not None:
        return SlipSource(*layer, origin, place)
    path = tool.existing_path(parameters, f"{name}_FILE", context)
    if path is None:
        return None
    return SlipSource(str(path), "", origin, place)
