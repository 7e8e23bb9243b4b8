# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields of fault inventories and of catalogues of earthquakes, as parameters."""

from __future__ import annotations

from ..areas.layer_parameters import add_field, fields_of

COPIED = "COPIED_FIELDS"
FAULT_FIELDS = (
    ("NAME_FIELD", "Field: name of the fault", "name", "name, fs_name ..."),
    ("KIND_FIELD", "Field: kind of the fault", "kind",
     "slip_type, type ...: Dextral, left slip, Normal-Sinistral, thrust ...; misspelt words are "
     "recognised"),
    ("DIP_FIELD", "Field: dip", "dip", "average_dip, dip ...: 60, (75,60,90), vertical"),
    ("DIP_DIRECTION_FIELD", "Field: direction of dip", "dip_direction",
     "dip_dir ...: SW, 225"),
    ("RAKE_FIELD", "Field: rake", "rake", "average_rake, rake ...: -90, (-70,0,-90), dextral"),
    ("STRIKE_FIELD", "Field: strike", "strike",
     "strike ...: tells by the right-hand rule to which side the fault dips; the strike itself is "
     "that of the trace"),
    ("DOWN_SIDE_FIELD", "Field: side that went down", "down_side",
     "downthrown_side_id ...: tells with the kind to which side the fault dips"),
    ("TOP_FIELD", "Field: depth of the top (km)", "top_depth", "upper_seis_depth ..."),
    ("BOTTOM_FIELD", "Field: depth of the bottom (km)", "bottom_depth",
     "lower_seis_depth, locking_depth ..."),
)  # fmt: skip
OF_FAULTS = ("name", "kind", "dip", "dip_direction")
EVENT_FIELDS = (
    ("EVENT_STRIKE", "Field of earthquakes: strike", "strike"),
    ("EVENT_DIP", "Field of earthquakes: dip", "dip"),
    ("EVENT_RAKE", "Field of earthquakes: rake", "rake"),
    ("EVENT_DEPTH", "Field of earthquakes: depth", "depth"),
    ("EVENT_MAGNITUDE", "Field of earthquakes: magnitude", "magnitude"),
    ("EVENT_TIME", "Field of earthquakes: time", "time"),
)


def add_fault_fields(tool, parent) -> None:
    """Fields of an inventory, read by :func:`fault_fields`."""
    for name, title, _, text in FAULT_FIELDS:
        add_field(tool, name, title, f"Guessed where empty ({text}).", parent)
    add_field(
        tool, COPIED, "Further fields of the faults to hand on",
        "Come out as fault_ and the field's name.", parent, several=True,
    )  # fmt: skip


def fault_fields(tool, parameters, context, leave_out, dips_right, **others):
    """The fields of an inventory as the core takes them.

    Parameters
    ----------
    leave_out, dips_right
        See ``FaultFields``.
    **others
        See ``ReceiverFields``.
    """
    from ...algorithms.io.fault_layers import FaultFields
    from ...algorithms.io.receiver_faults import ReceiverFields

    named = {key: tool.text(parameters, name, context) for name, _, key, _ in FAULT_FIELDS}
    shared = FaultFields(
        **{key: named.pop(key) for key in OF_FAULTS}, leave_out=leave_out, dips_right=dips_right,
        copied=fields_of(tool, parameters, COPIED, context),
    )  # fmt: skip
    return ReceiverFields(shared, **named, **others)


def add_event_fields(tool, parent) -> None:
    """Fields of a catalogue, read by :func:`event_fields`."""
    for name, title, part in EVENT_FIELDS:
        add_field(tool, name, title, f"Guessed where empty ({part} ...).", parent)


def event_fields(tool, parameters, context):
    """The fields of a catalogue as the core takes them."""
    from ...algorithms.io.event_layers import EventFields

    return EventFields(
        **{key: tool.text(parameters, name, context) for name, _, key in EVENT_FIELDS}
    )
