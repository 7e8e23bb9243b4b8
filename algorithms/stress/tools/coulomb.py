# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps and sections of Coulomb stress change."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, flag, layer, number, part, text
from ...errors import GroundshiftError, counted
from ...source.tools.asked import (
    ModelRock,
    OptionalSlipModel,
    OutputGrid,
    VolcanicSources,
    in_metres,
)
from .asked import ROCK, Friction, Regional, one_source

FIXED, VERTICAL = "fixed", "optimal strike-slip"


class CoulombMap(Chosen):
    """Which model, receivers and rock, and where."""

    slip_model = part(OptionalSlipModel, changes={"slip_file": {"advanced": True}})
    volcanic = part(VolcanicSources)
    depths = text(
        "Depths (km)", "One or several, with commas between.", default="10",
    )  # fmt: skip
    receiver = choice(
        "Receivers",
        "fixed: one strike, dip and rake everywhere; optimal: the planes that regional stress "
        "and change would break first, any of them; optimal strike-slip: the best vertical "
        "ones.", (FIXED, "optimal", VERTICAL),
    )  # fmt: skip
    strike = number(
        "Strike of fixed receivers (degrees)",
        "Clockwise from true north; the plane dips to its right.", None, -360.0, 360.0,
        optional=True,
    )  # fmt: skip
    dip = number(
        "Dip of fixed receivers (degrees)", "From the horizontal.", None, 0.0, 90.0,
        optional=True,
    )  # fmt: skip
    rake = number(
        "Rake of fixed receivers (degrees)",
        "0 left-lateral, 90 reverse, 180 right-lateral, -90 normal.", None, -360.0, 360.0,
        optional=True,
    )  # fmt: skip
    regional = part(Regional)
    rock = part(Friction)
    elastic = part(ModelRock, changes=ROCK)
    file_settings = flag(
        "Settings of the Coulomb file",
        "Take friction, elastic constants, depth, regional stress, grid and section from an "
        ".inp or .inr, as far as it has them, in place of what is given here; lines of sections"
        " and a raster with the grid win over it.", advanced=True,
    )  # fmt: skip
    where = part(OutputGrid)
    section_lines = layer(
        "Lines of sections", "A section is made below every line.", ("lines",), optional=True,
        advanced=True,
    )  # fmt: skip
    section_top = number(
        "Top of sections (km)", "Depth.", 0.0, 0.0, 1000.0, advanced=True,
    )  # fmt: skip
    section_bottom = number(
        "Bottom of sections (km)", "Depth.", 20.0, 0.0, 1000.0, advanced=True,
    )  # fmt: skip
    section_dip = number(
        "Dip of sections (degrees)", "To the right of the way from a line's start to its end.",
        90.0, 1.0, 90.0, advanced=True,
    )  # fmt: skip
    section_cell = number(
        "Cell of sections (km)", "A 150th of the line where empty.", None, 0.0001, optional=True,
        advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """Depths are numbers, and the receivers are known."""
        from .coulomb_setup import depths_of

        try:
            depths_of(self.depths)
        except GroundshiftError as error:
            self.refuse("depths", str(error))
        one_source(self.slip_model, self.volcanic)
        if self.file_settings:
            return
        if self.receiver == FIXED:
            for name in ("strike", "dip", "rake"):
                if getattr(self, name) is None:
                    self.refuse(
                        name,
                        "is missing; give it, or choose optimally oriented receivers (RECEIVER).",
                    )
        elif not self.regional.is_given():
            self.regional.refuse(
                "shmax_azimuth", "is missing; optimally oriented planes take a regional stress."
            )

    def read(self):
        """The slip model or the volcanic sources, a :class:`...SlipFile`."""
        if self.volcanic.sources is not None:
            return self.volcanic.read(self.elastic)
        return self.slip_model.source().read()

    def setup(self, file, crs: str, note):
        """Receivers, rock, depths, grid and section.

        Parameters
        ----------
        file : SlipFile
        crs : str
            Its CRS (WKT).
        note : callable
            Told what is taken from the file.

        Returns
        -------
        CoulombSetup
        """
        from math import radians

        from ..grids import Rock
        from .coulomb_maps import CoulombOptions
        from .coulomb_sections import SectionSource
        from .coulomb_setup import CoulombSetup, depths_of, settings_of

        own = self.file_settings
        medium = self.elastic.medium(file, None if own else note)
        rock = Rock(medium, self.rock.friction, self.rock.skempton)
        options = CoulombOptions(self.receivers(file), rock, depths_of(self.depths))
        section = None
        if self.section_lines is not None:
            section = SectionSource(
                *self.section_lines, self.section_top * 1e3, self.section_bottom * 1e3,
                in_metres(self.section_cell), radians(self.section_dip),
            )  # fmt: skip
        setup = CoulombSetup(options, self.where.grid(crs), section)
        if own:
            setup, notes = settings_of(file, setup)
            note(f"From the Coulomb file: {', '.join(notes) or 'nothing'}.")
        return setup

    def receivers(self, file):
        """On which planes stress is resolved, a FixedPlane or an OptimalPlane."""
        from math import radians

        from ..grids import OptimalPlane
        from .coulomb_setup import receiver_of

        if self.receiver == FIXED:
            angles = (self.strike, self.dip, self.rake)
            return receiver_of(file, *(None if a is None else radians(a) for a in angles))
        return OptimalPlane(self.regional.stress(file.coulomb), self.receiver == VERTICAL)


OUTPUTS = (
    Output(
        "raster", "CHANGE", "Coulomb stress change",
        "MPa, a band a depth; red is nearer to failure.",
        style="coulomb",
    ),
    Output(
        "raster", "MAXIMUM", "Largest change over depth", "Bands: MPa, and its depth in km.",
        optional=True, by_default=False,
        style="coulomb", name="Largest Coulomb stress change over depth",
    ),
    Output(
        "raster", "PARTS", "Shear, normal stress and pressure",
        "MPa, by depth: shear in the direction of the rake, normal positive where unclamped, "
        "and pore pressure where Skempton's coefficient is given. On optimal planes those of "
        "the first one.", optional=True, by_default=False,
        style="stress", limits="symmetric", name="Shear and normal stress change",
    ),
    Output(
        "raster", "PLANES", "Optimal planes",
        "Strike, dip and rake of both planes in degrees, by depth; the first one is the "
        "right-lateral one of strike-slip pairs.", optional=True, by_default=False,
        style="strike", name="Optimally oriented planes",
    ),
    Output(
        "polygons", "SECTIONS", "Sections",
        "Cells in profile: x along the line and y up in metres, lines side by side, with their "
        "map coordinates as fields x and y.", optional=True, by_default=False,
        style="coulomb_sections", name="Sections of Coulomb stress change",
    ),
    Output(
        "file", "SECTION_PICTURE", "Picture of the sections (PNG)",
        "With the patches that they cut.", "PNG files (*.png)", optional=True, by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "LARGEST": "Largest change away from the slip (MPa)",
    "LOWEST": "Lowest change away from the slip (MPa)",
    "RAISED": "Raised by 0.01 MPa at any depth (km2)",
    "LOWERED": "Lowered by 0.01 MPa at any depth (km2)",
    "SINGULAR": "Numbers missing on patches' edges",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Compute the change on maps and along sections; see :mod:`...declare`."""
    from ...data.crs import wkt_of
    from ...formats.map_grid import make_grid
    from ...source.plausibility import model_doubts
    from ..pages.coulomb import sections_svg
    from .coulomb_maps import warnings, write_maps, write_profiles

    if chosen.receiver == FIXED and outputs.wanted("PLANES"):
        raise GroundshiftError(
            "Optimal planes (PLANES): fixed receivers are the same everywhere; leave this output "
            "out."
        )
    drawn = outputs.wanted("SECTIONS", "SECTION_PICTURE")
    if drawn and not chosen.file_settings and chosen.section_lines is None:
        chosen.refuse("section_lines", "is missing; give the lines of the sections.")
    file = chosen.read()
    for note in file.notes:
        job.note(note)
    crs = wkt_of(file.crs)
    setup = chosen.setup(file, crs, job.note)
    section = setup.section if drawn else None
    if outputs.wanted("SECTION_PICTURE") and section is None:
        raise GroundshiftError(
            "Picture of the sections (SECTION_PICTURE): the file holds no section; give lines "
            "(SECTION_LINES) or leave the picture out."
        )
    model, local, options = file.model, file.local, setup.options
    if chosen.volcanic.sources is None:
        moved = (model.slip > 0) | (model.opening != 0)
        if not moved.any():
            raise GroundshiftError("Nothing slips in this model; give one with slip.")
        model = model.chosen(moved)
        for doubt in model_doubts(model, options.rock.medium.shear_modulus):
            job.note(doubt)
    grid = make_grid(setup.asked, model.patches.corners.reshape(-1, 3)[:, :2], local, crs)
    of = "patches" if chosen.volcanic.sources is None else "volcanic sources"
    job.note(
        f"{grid.rows} x {grid.cols} cells at {counted(len(options.depths), 'depth')}, stress of "
        f"{len(model)} {of}."
    )
    part = job.part(0.0, 1.0 if section is None else 0.9)
    figures = write_maps(model, local, grid, options, outputs, part)
    panels = []
    if section is not None:
        panels = write_profiles(section, model, local, options, outputs, job)
        job.tell(1.0)
    words = _described(setup.options)
    if outputs.wanted("SECTION_PICTURE"):
        outputs.picture("SECTION_PICTURE", sections_svg(panels, words))
    for warning in warnings(figures, model, grid, local):
        job.warn(warning)
    for output in OUTPUTS[:5]:
        outputs.look(output.id, abstract=words)
    return {
        "LARGEST": figures.largest, "LOWEST": figures.lowest, "RAISED": figures.raised,
        "LOWERED": figures.lowered, "SINGULAR": figures.singular,
    }  # fmt: skip


def _described(options) -> str:
    """Receivers and friction in one sentence."""
    from math import degrees

    receiver, rock = options.receiver, options.rock
    if hasattr(receiver, "strike"):
        angles = (degrees(a) for a in (receiver.strike, receiver.dip, receiver.rake))
        words = "On planes of strike {:.4g}, dip {:.4g}, rake {:.4g}".format(*angles)
    else:
        kind = "vertical strike-slip planes" if receiver.vertical else "planes"
        words = f"On optimally oriented {kind}"
    if rock.skempton is None:
        return f"{words}; effective friction {rock.friction:g}."
    return f"{words}; friction {rock.friction:g}, Skempton's coefficient {rock.skempton:g}."
