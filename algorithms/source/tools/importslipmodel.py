# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip models from one format into others."""

from __future__ import annotations

from ...declare import Chosen, Output, flag, number, other, part, text
from .asked import Ground, SlipModel


class ImportSlipModel(Chosen):
    """Which model, and how it is written."""

    slip_model = part(SlipModel)
    crs = other(
        "crs", "CRS of the layer",
        "That of the input where empty; longitude and latitude for text formats.", optional=True,
    )  # fmt: skip
    ground = part(Ground, changes={"dem": {"advanced": False}})
    shear_modulus = number(
        "Shear modulus (GPa)", "For moments; that of a Coulomb file where empty, else 30.", None,
        0.001, 1000.0, optional=True, advanced=True,
    )  # fmt: skip
    title = text(
        "Name of the event", "For the header of FSP.", default=None, advanced=True,
    )  # fmt: skip
    only_slipping = flag(
        "Only patches that slip",
        "Leaves out those at rest, such as receivers in Coulomb files.", advanced=True,
    )  # fmt: skip


OUTPUTS = (
    Output(
        "polygons", "LAYER", "Slip patches",
        "Polygons with heights; fields of depth, strike, dip, size, slip, rake and moment.",
        optional=True, style="slip",
    ),
    Output(
        "file", "FSP", "FSP", "Finite-source rupture model; coordinates of centres.",
        "FSP files (*.fsp)", optional=True, by_default=False,
    ),
    Output(
        "file", "INP", "Coulomb .inp", "Right-lateral and reverse slip, top edges.",
        "Coulomb files (*.inp)", optional=True, by_default=False,
    ),
    Output(
        "file", "INR", "Coulomb .inr", "Rake and net slip, top edges.", "Coulomb files (*.inr)",
        optional=True, by_default=False,
    ),
    Output(
        "file", "GEOJSON", "GeoJSON", "Polygons with heights and the layer's fields.",
        "GeoJSON files (*.geojson *.json)", optional=True, by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "PATCHES": "Patches",
    "SEGMENTS": "Segments",
    "MOMENT": "Seismic moment (N m)",
    "MW": "Moment magnitude",
    "MAX_SLIP": "Largest slip (m)",
    "MEAN_SLIP": "Mean slip (m)",
    "AREA": "Area (km2)",
    "TOP": "Top (km)",
    "BOTTOM": "Bottom (km)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Read a slip model and write it in other formats; see :mod:`...declare`."""
    from dataclasses import replace

    import numpy as np

    from ...data.moment import magnitude_of, moment_of
    from ...errors import GroundshiftError
    from ...formats.slip.slip_file import DEGREES, Event, slip_limits
    from ...formats.slip.slip_models import medium_of, write_slip_model
    from ..plausibility import model_doubts

    wanted = [output.id for output in OUTPUTS if outputs.wanted(output.id)]
    if not wanted:
        raise GroundshiftError("No output is asked for; give the name of one of them at least.")
    source = chosen.slip_model.source()
    file = source.read(need_slip=False)
    for note in file.notes:
        job.note(note)
    if not file.has_slip:
        job.note(f"{source.path}: nothing slips; the patches are those of receivers.")
    if chosen.only_slipping:
        file = _slipping(source, file, job)
    asked = None if chosen.shear_modulus is None else chosen.shear_modulus * 1e9
    modulus = medium_of(file, asked).shear_modulus
    event = file.event or Event("Slip model written by Groundshift")
    if chosen.title:
        event = replace(event, title=chosen.title, tag="")
    for name in wanted:
        crs = chosen.crs or file.crs or DEGREES
        write_slip_model(outputs.path(name), file.model, crs, modulus, event, file.coulomb)
    moment, model = moment_of(file.model, modulus), file.model
    if moment > 0:
        job.note(
            f"{len(model)} patches, M0 {moment:.3g} N m, Mw {magnitude_of(moment):.2f} with a "
            f"shear modulus of {modulus / 1e9:.3g} GPa."
        )
    for doubt in model_doubts(model, modulus):
        job.note(doubt)
    outputs.look(
        "LAYER",
        limits=slip_limits(model.slip.max()),
        raised=chosen.ground.level(model, job),
        abstract=f"Slip of the hanging wall in metres, from {source.path}. {' '.join(file.notes)}",
    )
    patches = model.patches
    return {
        "PATCHES": len(model), "SEGMENTS": len(np.unique(patches.segment)), "MOMENT": moment,
        "MW": magnitude_of(moment) if moment > 0 else None, "MAX_SLIP": model.slip.max(),
        "MEAN_SLIP": np.average(model.slip, weights=patches.area),
        "AREA": patches.area.sum() / 1e6, "TOP": patches.top_depth.min() / 1e3 + 0.0,
        "BOTTOM": patches.bottom_depth.max() / 1e3,
    }  # fmt: skip


def _slipping(source, file, job):
    """The file without patches at rest."""
    from dataclasses import replace

    from ...errors import GroundshiftError

    moves = (file.model.components != 0).any(axis=1)
    if not moves.any():
        raise GroundshiftError(
            f"{source.path}: no patch slips, so none is left; keep those at rest."
        )
    job.note(f"{source.path}: {int((~moves).sum())} patches at rest are left out.")
    return replace(file, model=file.model.chosen(moves))
