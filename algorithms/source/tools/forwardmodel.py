# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What slip on faults, or a volcanic source, does to the ground and to the rock below."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, field, flag, layer, number, part
from ...errors import GroundshiftError, counted
from ...geometry.tools.asked import Look
from .asked import ModelRock, OptionalFault, OptionalSlipModel, OutputGrid, VolcanicSources

SLIP_HELP = f"Faults and their slip. {OptionalSlipModel.FIELDS['slip'].help}"


class ForwardModel(Chosen):
    """Which slip, and where its effect is wanted."""

    slip_model = part(OptionalSlipModel, changes={
        "slip": {"help": SLIP_HELP}, "slip_file": {"advanced": True},
    })  # fmt: skip
    fault = part(OptionalFault, changes={"patch_length": {"default": 0.0}})
    slip_m = number(
        "Slip of the fault (m)", "The same all over a fault that is given.", optional=True,
    )  # fmt: skip
    rake = number(
        "Rake (degrees)",
        "Of that slip: 0 left-lateral, 90 reverse, 180 right-lateral, -90 normal.",
        optional=True,
    )  # fmt: skip
    opening = number(
        "Opening of the fault (m)", "Of a dike or a sill, across the plane.", optional=True,
        advanced=True,
    )  # fmt: skip
    volcanic = part(VolcanicSources)
    look = part(Look)
    depth = number(
        "Depth (km)", "Of the map, and of points without a depth of their own.", 0.0, 0.0,
        1000.0, advanced=True,
    )  # fmt: skip
    where = part(OutputGrid)
    points_layer = layer(
        "Points", "Where numbers are wanted besides the map, in any CRS.", ("points",),
        optional=True, advanced=True,
    )  # fmt: skip
    depth_field = field(
        "Field: depth (km)", "Positive down.", "POINTS_LAYER",
    )  # fmt: skip
    rock = part(ModelRock)
    wavelength = number(
        "Wavelength (m)", "Of the fringes: 0.0555 C-band, 0.236 L-band, 0.031 X-band.",
        0.05546576, 0.001, 2.0, advanced=True,
    )  # fmt: skip
    left_looking = flag(
        "Left-looking radar", "The radar looks to the left of its flight.", advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """One slip model or fault, and the slip of the fault."""
        model, fault = self.slip_model, self.fault
        modelled, faults = model.given(), fault.given()
        if self.volcanic.sources is not None:
            self.volcanic.alone(model, modelled, fault, faults)
            return
        if modelled and faults:
            raise GroundshiftError(
                f"{model.own[modelled[0]].words} and {fault.own[faults[0]].words}: both are given; "
                "leave one out."
            )
        if not modelled and not faults:
            model.refuse(
                "slip", "is missing; give a slip model, a fault and slip, or volcanic sources."
            )
        if faults and self.slip_m is None and self.opening is None:
            self.refuse("slip_m", "is missing; a fault needs slip or opening.")
        if self.slip_m is not None and self.rake is None:
            self.refuse("rake", "is missing; slip has a direction.")

    def model(self):
        """The slip model, the fault with its uniform slip, or sources, a :class:`...SlipFile`."""
        import numpy as np

        from ...data.patches import SlipModel
        from ...formats.slip.slip_file import SlipFile

        if self.volcanic.sources is not None:
            return self.volcanic.read(self.rock)
        source = self.slip_model.source()
        if source is not None:
            return source.read()
        fault = self.fault.read()
        model = SlipModel.of_rake(
            fault.patches, self.slip_m or 0.0, np.radians(self.rake or 0.0), self.opening or 0.0
        )
        return SlipFile(model, fault.local, fault.crs, "layer", fault.notes)


OUTPUTS = (
    Output(
        "raster", "DISPLACEMENT", "Displacement",
        "Bands east, north and up (mm), and towards the satellite where an orbit is given.",
        optional=True,
        style="displacement", name="Modelled displacement",
        abstract="Of slip or volcanic sources in an elastic half-space.",
    ),
    Output(
        "raster", "FRINGES", "Wrapped fringes",
        "Phase in radians, positive away from the satellite.", optional=True, by_default=False,
        style="fringes", limits="symmetric", name="Modelled fringes",
        abstract="Of slip or volcanic sources in an elastic half-space.",
    ),
    Output(
        "raster", "STRAIN", "Strain", "Six components in millionths, extension positive.",
        optional=True, by_default=False,
        style="strain", limits="symmetric", name="Modelled strain",
        abstract="Of slip or volcanic sources in an elastic half-space.",
    ),
    Output(
        "raster", "STRESS", "Stress", "Six components in MPa, tension positive.", optional=True,
        by_default=False,
        style="stress", limits="symmetric", name="Modelled stress",
        abstract="Of slip or volcanic sources in an elastic half-space.",
    ),
    Output(
        "points", "POINTS", "At points", "Fields of the points, and all of the numbers.",
        optional=True, by_default=False,
        style="points_model", name="Modelled displacement at points", abstract="In mm.",
    ),
)  # fmt: skip
NUMBERS = {
    "LARGEST": "Largest displacement (mm)",
    "HIGHEST": "Largest uplift (mm)",
    "LOWEST": "Largest subsidence (mm)",
    "LOS_LOW": "Minimum towards the satellite (mm)",
    "LOS_HIGH": "Maximum towards the satellite (mm)",
    "MOMENT": "Seismic moment (N m)",
    "MW": "Moment magnitude",
    "VOLUME": "Volume change of volcanic sources (m3)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Compute what slip does on a map and at points; see :mod:`...declare`."""
    from ...data.moment import magnitude_of, moment_of
    from ..plausibility import model_doubts
    from .forward_fields import Extremes, write_maps, write_points

    maps = [output.id for output in OUTPUTS[:4] if outputs.wanted(output.id)]
    points, look = outputs.wanted("POINTS"), chosen.look.source(chosen.left_looking)
    if not maps and not points:
        raise GroundshiftError("No output is asked for; give a file for one of them at least.")
    if outputs.wanted("FRINGES") and look is None:
        raise GroundshiftError("Fringes need a line of sight; give its incidence and heading.")
    if points != (chosen.points_layer is not None):
        raise GroundshiftError("Give both a layer of points and where to write the result.")
    file = chosen.model()
    for note in file.notes:
        job.note(note)
    medium = chosen.rock.medium(file, job.note)
    volcanic = chosen.volcanic.sources is not None
    if not volcanic:
        for doubt in model_doubts(file.model, medium.shear_modulus):
            job.note(doubt)
    found, share = Extremes(), (0.9 if points else 1.0) if maps else 0.0
    if maps:
        write_maps(chosen, file, medium, look, outputs, job.part(0.0, share), found)
    if points:
        write_points(chosen, file, medium, look, outputs, job.part(share, 1.0), found)
    if found.singular:
        job.note(
            f"{counted(found.singular, 'place')} without data: on an edge of a patch, beside a "
            "corner at the surface, within a source, or above the ground."
        )
    _say_how_it_looks(outputs, chosen, found, look is not None)
    numbers = {
        "LARGEST": found.largest, "HIGHEST": found.highest, "LOWEST": found.lowest,
        "LOS_LOW": found.los_low, "LOS_HIGH": found.los_high,
    }  # fmt: skip
    if volcanic:
        return {**numbers, "VOLUME": file.model.volume}
    moment = moment_of(file.model, medium.shear_modulus)
    return {**numbers, "MOMENT": moment, "MW": magnitude_of(moment)}


def _say_how_it_looks(outputs, chosen, found, has_los):
    depth = f"at {chosen.depth:g} km depth" if chosen.depth else "at the surface"
    bands = {"DISPLACEMENT": 4 if has_los else 3, "FRINGES": 1, "STRAIN": 2, "STRESS": 2}
    for output in OUTPUTS[:4]:
        outputs.look(output.id, title=f"{output.name} {depth}", band=bands[output.id])
    if outputs.wanted("DISPLACEMENT"):
        # It has no poles, as strain and stress do, and the little ground that moves most is what
        # its map is drawn for, so all of its values are within.
        whole = outputs.summaries["DISPLACEMENT"]
        outputs.look("DISPLACEMENT", limits=max(abs(whole.minimum), abs(whole.maximum)))
    outputs.look("POINTS", limits=found.largest)
