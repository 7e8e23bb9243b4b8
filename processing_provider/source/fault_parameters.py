# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The geometry of a fault as input: a trace, patches of a file, or numbers; and patch sizes."""

from __future__ import annotations

from ..areas.layer_parameters import LINES, add_field, add_layer
from .slip_parameters import add_slip_model, slip_source

REFERENCES = ("middle of the top edge", "centre")
SIDES = ("right", "left")
LEVELS = ("surface", "top edge")
FIELDS = (
    ("FAULT_DIP_FIELD", "Field: dip", "dip",
     "Degrees; guessed where empty (dip, average_dip ...)."),
    ("FAULT_DIP_DIRECTION_FIELD", "Field: direction of dip", "dip_direction",
     "Letters such as SW, or degrees; guessed where empty (dip_dir ...)."),
    ("FAULT_TOP_FIELD", "Field: depth of the top (km)", "top_depth", "Guessed where empty."),
    ("FAULT_BOTTOM_FIELD", "Field: depth of the bottom (km)", "bottom_depth",
     "Guessed where empty."),
)  # fmt: skip
WAYS = {
    "trace": "FAULT_TRACE", "patches": "FAULT", "file": "FAULT_FILE", "numbers": "FAULT_POINT",
}  # fmt: skip
"""Ways of giving a fault, and the parameter that each of them cannot do without."""
NUMBERS = ("FAULT_STRIKE", "FAULT_DIP", "FAULT_LENGTH", "FAULT_WIDTH")


def add_fault(tool, patch_km: float = 2.0) -> None:
    """Parameters of a fault, read by :func:`fault_source`, :func:`patching_of` and the flag
    ``FAULT_TRIANGLES``.

    They are ``FAULT_FROM``, ``FAULT_TRACE``, ``FAULT`` with ``FAULT_FILE`` and ``FAULT_ORIGIN``,
    ``FAULT_POINT``, ``FAULT_STRIKE``, ``FAULT_DIP``, ``FAULT_TOP`` ..., ``PATCH_LENGTH`` ...

    Parameters
    ----------
    tool : Tool
    patch_km : float
        Size of patches by default; 0 leaves planes whole.
    """
    tool.add_choice(
        "FAULT_FROM", "Fault from",
        "Which of the inputs below says where the fault is. trace: lines, with a dip and a lower "
        "end; patches: a layer of planes, such as a fault search's; file: .fsp, .param, .inp (a "
        "slip model file, under the advanced parameters); numbers: a point, with dip and "
        "width, and strike and length (under the advanced ones); auto: the one that is given.",
        ("auto", *WAYS), "auto",
    )  # fmt: skip
    add_layer(
        tool, "FAULT_TRACE", "Fault: mapped trace",
        "Lines, each a segment, with dip and depths below or in fields.", [LINES], optional=True,
    )  # fmt: skip
    add_slip_model(
        tool, "FAULT", "Fault: patches",
        "One or several planes, such as the fault that a search has found; patches that fill a "
        "plane are joined and cut anew. Slip is not needed.", file_advanced=True,
    )  # fmt: skip
    tool.add_point(
        "FAULT_POINT", "Fault: point of a single plane",
        "Goes with strike, dip, length and width.",
    )  # fmt: skip
    tool.add_choice(
        "FAULT_REFERENCE",
        "What the point is",
        "Of the plane.",
        REFERENCES,
        REFERENCES[0],
        advanced=True,
    )
    _add_numbers(tool)
    _add_trace(tool)
    tool.add_number(
        "PATCH_LENGTH", "Length of a patch (km)",
        "Along the strike; planes are cut into a whole number of about this size. 0 leaves them "
        "as they are.", patch_km, 0.0,
    )  # fmt: skip
    tool.add_number(
        "PATCH_WIDTH", "Width of a patch (km)", "Down the dip; 0 takes the length.", 0.0, 0.0,
        advanced=True,
    )  # fmt: skip
    tool.add_number(
        "PATCH_GROWTH", "Growth of patches with depth",
        "Each row's patches are by this factor larger than those above, as data resolve less of "
        "what lies deeper.", 1.0, 1.0, 3.0, advanced=True,
    )  # fmt: skip


def _add_numbers(tool):
    for name, title, help, low, high in (
        ("FAULT_STRIKE", "Strike of the plane (degrees)",
         "Clockwise from north; the plane dips to its right.", -360.0, 360.0),
        ("FAULT_DIP", "Dip (degrees)",
         "Of the plane at the point, and of traces without a field of it.", 0.0, 90.0),
        ("FAULT_LENGTH", "Length of the plane (km)", "Along the strike.", 0.0, 2000.0),
        ("FAULT_WIDTH", "Width (km)",
         "Down the dip: of the plane, and of traces without a bottom depth.", 0.0, 1000.0),
        ("FAULT_DEPTH", "Depth of the point (km)", "Of the plane's point.", 0.0, 1000.0),
        ("FAULT_TOP", "Depth of the top (km)",
         "Of traces, 0 where empty; planes of patches are drawn up to it.", 0.0, 1000.0),
        ("FAULT_BOTTOM", "Depth of the bottom (km)",
         "Of traces; planes of patches are drawn down to it.", 0.0, 1000.0),
        ("FAULT_BEYOND", "Longer at both ends by (km)", "Of planes of patches.", 0.0, 1000.0),
    ):  # fmt: skip
        tool.add_number(
            name,
            title,
            help,
            None,
            low,
            high,
            optional=True,
            advanced=name not in ("FAULT_DIP", "FAULT_WIDTH"),
        )


def _add_trace(tool):
    tool.add_choice(
        "FAULT_SIDE", "Traces dip to their",
        "Seen along the way they were drawn, where no direction of dip is in a field.", SIDES,
        SIDES[0], advanced=True,
    )  # fmt: skip
    tool.add_choice(
        "FAULT_LEVEL", "Traces are drawn at the",
        "A buried fault's top edge lies away from its trace at the surface, down the dip.", LEVELS,
        LEVELS[0], advanced=True,
    )  # fmt: skip
    tool.add_number(
        "FAULT_STRAIGHTEN", "Straighten traces within (km)",
        "Bends smaller than this are drawn straight; each straight piece becomes a plane.", 0.5,
        0.0, 1000.0, advanced=True,
    )  # fmt: skip
    tool.add_flag(
        "FAULT_TRIANGLES", "Triangles below the trace",
        "A surface without gaps or overlaps at the bends, in place of rectangles.",
        advanced=True,
    )  # fmt: skip
    for name, title, _, help in FIELDS:
        add_field(tool, name, title, help, "FAULT_TRACE")


def faults_given(tool, parameters, context) -> list:
    """Names of the given parameters that say where a fault is, of those that count."""
    way = tool.choice(parameters, "FAULT_FROM", context)
    names = WAYS.values() if way == "auto" else [WAYS[way]]
    return [name for name in names if tool.is_given(parameters, name)]


def check_fault(tool, parameters, context, optional=False):
    """What is wrong with how a fault is given: one sentence, or None."""
    way = tool.choice(parameters, "FAULT_FROM", context)
    given = faults_given(tool, parameters, context)
    if len(given) > 1:
        return f"{tool.title(given[0])} and {tool.title(given[1])}: both are given; leave one out."
    if way != "auto" and not given:
        return (
            f"{tool.title(WAYS[way])}: is missing; {tool.title('FAULT_FROM')} asks for it ({way})."
        )
    if not given:
        titles = ", ".join(tool.title(name) for name in WAYS.values())
        return None if optional else f"{titles}: a fault is missing; give one of them."
    numbers = {name: tool.number(parameters, name, context) for name in NUMBERS}
    if given == ["FAULT_POINT"]:
        missing = [name for name in NUMBERS if numbers[name] is None]
        if missing:
            return f"{tool.title(missing[0])}: is missing; a fault at a point needs it."
        for name in ("FAULT_LENGTH", "FAULT_WIDTH"):
            if not numbers[name]:
                return f"{tool.title(name)}: is 0; give the plane's size."
    if tool.flag(parameters, "FAULT_TRIANGLES", context) and given != ["FAULT_TRACE"]:
        title = tool.title("FAULT_TRIANGLES")
        return f"{title}: are made below a trace only; give one, or leave them out."
    return None


def fault_source(tool, parameters, context):
    """Where a fault comes from, as :func:`..io.fault_geometry.read_fault` takes it.

    Call it in ``collect``: layers belong to the main thread.

    Returns
    -------
    FaultTrace, FaultModel, FaultNumbers or None
        None where none is given.
    """
    from ...algorithms.io.fault_geometry import FaultModel

    counted = faults_given(tool, parameters, context)
    parameters = {
        name: value for name, value in parameters.items()
        if name in counted or name not in WAYS.values()
    }  # fmt: skip
    if "FAULT_TRACE" in counted:
        return _trace(tool, parameters, context)
    source = slip_source(tool, parameters, "FAULT", context)
    if source is not None:
        metres = [
            _metres(tool, parameters, name, context)
            for name in ("FAULT_BEYOND", "FAULT_TOP", "FAULT_BOTTOM")
        ]
        return FaultModel(source, metres[0] or 0.0, *metres[1:])
    return _numbers(tool, parameters, context)


def patching_of(tool, parameters, context):
    """Sizes of patches; None where planes stay whole."""
    from ...algorithms.source.fault_planes import Patching

    length, width = (
        _metres(tool, parameters, name, context) for name in ("PATCH_LENGTH", "PATCH_WIDTH")
    )
    if not length and not width:
        return None
    growth = tool.number(parameters, "PATCH_GROWTH", context)
    return Patching(length or width, width or length, growth)


def _metres(tool, parameters, name, context):
    """A number in kilometres as metres; None where it is not given."""
    value = tool.number(parameters, name, context)
    return None if value is None else value * 1e3


def _or_nan(value):
    return float("nan") if value is None else value


def _trace(tool, parameters, context):
    from ...algorithms.io.fault_geometry import FaultTrace

    path, layer = tool.layer_source(parameters, "FAULT_TRACE", context)
    fields = {part: tool.text(parameters, name, context) for name, _, part, _ in FIELDS}
    top, bottom, width = (
        _metres(tool, parameters, name, context)
        for name in ("FAULT_TOP", "FAULT_BOTTOM", "FAULT_WIDTH")
    )
    return FaultTrace(
        path, layer, _or_nan(tool.number(parameters, "FAULT_DIP", context)), top or 0.0,
        _or_nan(bottom), _or_nan(width), tool.choice(parameters, "FAULT_SIDE", context) == SIDES[0],
        tool.choice(parameters, "FAULT_LEVEL", context) == LEVELS[0],
        _metres(tool, parameters, "FAULT_STRAIGHTEN", context), fields,
    )  # fmt: skip


def _numbers(tool, parameters, context):
    from ...algorithms.io.crs import wkt_from_epsg
    from ...algorithms.io.fault_geometry import FaultNumbers

    degrees = wkt_from_epsg(4326)
    point = tool.point(parameters, "FAULT_POINT", context, degrees)
    if point is None:
        return None
    strike, dip = (tool.number(parameters, name, context) for name in ("FAULT_STRIKE", "FAULT_DIP"))
    length, width, depth = (
        _metres(tool, parameters, name, context)
        for name in ("FAULT_LENGTH", "FAULT_WIDTH", "FAULT_DEPTH")
    )
    centre = tool.choice(parameters, "FAULT_REFERENCE", context) == REFERENCES[1]
    return FaultNumbers(*point, degrees, strike, dip, length, width, depth or 0.0, centre)
