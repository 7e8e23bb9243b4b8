# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps and sections of Coulomb stress change."""

from __future__ import annotations

import math

from ...algorithms.errors import GroundshiftError
from ..areas.layer_parameters import LINES, add_layer
from ..drawing import svg_to_png
from ..running import add_run_parameters, run_options
from ..source.grid_parameters import TEMPLATE, add_map_grid, map_grid
from ..source.slip_parameters import add_slip_model, check_slip_model, slip_source
from ..tool import Progress, Tool
from .regional_parameters import add_regional, check_regional, regional_stress

FIXED, OPTIMAL, VERTICAL = "fixed", "optimal", "optimal strike-slip"


class CoulombMap(Tool):
    """Coulomb stress change of a slip model on maps and along sections."""

    ID = "coulomb"
    NAME = "Coulomb stress change"
    GROUP = "stress"
    SUMMARY = (
        "Computes from a slip model how an earthquake changed the Coulomb failure stress around "
        "it: on receivers of one strike, dip and rake, or on the planes that the regional stress "
        "and its change would break first; at one or many depths, with the largest change over "
        "depth, and along sections. Positive values bring faults nearer to failure. The ground is "
        "an elastic half-space without topography; numbers within about a patch of the rupture "
        "say where patches end, not what the ground does."
    )
    PAPER = (
        "King, Stein and Lin (1994), doi:10.1785/BSSA0840030935; dislocations: Okada (1992), "
        "doi:10.1785/BSSA0820021018; input files: Coulomb 3 (Toda and others, 2011)"
    )
    NEEDS = ("numpy", "scipy", "numba", "pyproj")
    TAGS = (
        "coulomb", "stress transfer", "earthquake", "aftershocks", "receiver", "failure stress",
        "optimally oriented planes", "friction", "skempton",
    )  # fmt: skip

    SLIP, DEPTHS, RECEIVER = "SLIP", "DEPTHS", "RECEIVER"
    STRIKE, DIP, RAKE = "STRIKE", "DIP", "RAKE"
    FRICTION, SKEMPTON = "FRICTION", "SKEMPTON"
    MODULUS, POISSON, OWN = "SHEAR_MODULUS", "POISSON", "FILE_SETTINGS"
    LINES, TOP, BOTTOM = "SECTION_LINES", "SECTION_TOP", "SECTION_BOTTOM"
    SECTION_CELL, SECTION_DIP = "SECTION_CELL", "SECTION_DIP"
    CHANGE, MAXIMUM, PARTS, PLANES = "CHANGE", "MAXIMUM", "PARTS", "PLANES"
    SECTIONS, PNG = "SECTIONS", "SECTION_PICTURE"

    def declare(self):
        """Parameters and outputs."""
        add_slip_model(self, self.SLIP, "Slip model")
        self.add_text(
            self.DEPTHS, "Depths (km)", "One or several, with commas between.", "10",
            optional=True,
        )  # fmt: skip
        self.add_choice(
            self.RECEIVER, "Receivers",
            "fixed: one strike, dip and rake everywhere; optimal: the planes that regional stress "
            "and change would break first, any of them; optimal strike-slip: the best vertical "
            "ones.", (FIXED, OPTIMAL, VERTICAL), FIXED,
        )  # fmt: skip
        for name, title, text, low, high in (
            (self.STRIKE, "Strike of fixed receivers (degrees)",
             "Clockwise from true north; the plane dips to its right.", -360.0, 360.0),
            (self.DIP, "Dip of fixed receivers (degrees)", "From the horizontal.", 0.0, 90.0),
            (self.RAKE, "Rake of fixed receivers (degrees)",
             "0 left-lateral, 90 reverse, 180 right-lateral, -90 normal.", -360.0, 360.0),
        ):  # fmt: skip
            self.add_number(name, title, text, None, low, high, optional=True)
        add_regional(self)
        self._declare_rock()
        add_map_grid(self)
        self._declare_sections()
        self._declare_outputs()
        add_run_parameters(self)

    def _declare_rock(self):
        self.add_number(
            self.FRICTION, "Friction",
            "Effective, which has the pore pressure in it, unless Skempton's coefficient is "
            "given.", 0.4, 0.0, 2.0,
        )  # fmt: skip
        self.add_number(
            self.SKEMPTON, "Skempton's coefficient",
            "Pore pressure follows the mean stress; friction is then that of dry rock, some 0.6 "
            "to 0.8.", None, 0.0, 1.0, optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.MODULUS, "Shear modulus (GPa)",
            "Young's modulus over 2 (1 + Poisson's ratio): 32 is 800,000 bar.", 32.0, 1e-3, 1e4,
            advanced=True,
        )  # fmt: skip
        self.add_number(
            self.POISSON, "Poisson's ratio", "Of the rock.", 0.25, 0.0, 0.499, advanced=True
        )
        self.add_flag(
            self.OWN, "Settings of the Coulomb file",
            "Take friction, elastic constants, depth, regional stress, grid and section from an "
            ".inp or .inr, as far as it has them, in place of what is given here; lines of "
            "sections and a raster with the grid win over it.", advanced=True,
        )  # fmt: skip

    def _declare_sections(self):
        add_layer(
            self, self.LINES, "Lines of sections", "A section is made below every line.", [LINES],
            optional=True, advanced=True,
        )  # fmt: skip
        for name, title, text, value, low, high in (
            (self.TOP, "Top of sections (km)", "Depth.", 0.0, 0.0, 1000.0),
            (self.BOTTOM, "Bottom of sections (km)", "Depth.", 20.0, 0.0, 1000.0),
            (self.SECTION_DIP, "Dip of sections (degrees)",
             "To the right of the way from a line's start to its end.", 90.0, 1.0, 90.0),
        ):  # fmt: skip
            self.add_number(name, title, text, value, low, high, advanced=True)
        self.add_number(
            self.SECTION_CELL, "Cell of sections (km)", "A 150th of the line where empty.", None,
            1e-4, optional=True, advanced=True,
        )  # fmt: skip

    def _declare_outputs(self):
        self.add_raster_output(
            self.CHANGE, "Coulomb stress change", "MPa, a band a depth; red is nearer to failure."
        )
        self.add_raster_output(
            self.MAXIMUM, "Largest change over depth", "Bands: MPa, and its depth in km.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            self.PARTS, "Shear, normal stress and pressure",
            "MPa, by depth: shear in the direction of the rake, normal positive where unclamped, "
            "and pore pressure where Skempton's coefficient is given. On optimal planes those of "
            "the first one.", optional=True, by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            self.PLANES, "Optimal planes",
            "Strike, dip and rake of both planes in degrees, by depth; the first one is the "
            "right-lateral one of strike-slip pairs.", optional=True, by_default=False,
        )  # fmt: skip
        self.add_vector_output(
            self.SECTIONS, "Sections",
            "Cells in profile: x along the line and y up in metres, lines side by side, with "
            "their map coordinates as fields x and y.", optional=True, by_default=False,
            polygons=True,
        )  # fmt: skip
        self.add_file_output(
            self.PNG, "Picture of the sections (PNG)", "With the patches that they cut.",
            "PNG files (*.png)", optional=True, by_default=False,
        )  # fmt: skip
        for name, title in (
            ("LARGEST", "Largest change away from the slip (MPa)"),
            ("LOWEST", "Lowest change away from the slip (MPa)"),
            ("RAISED", "Raised by 0.01 MPa at any depth (km2)"),
            ("LOWERED", "Lowered by 0.01 MPa at any depth (km2)"),
            ("SINGULAR", "Numbers missing on patches' edges"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """There is one model, its receivers are known, and depths are numbers."""
        from ...algorithms.io.coulomb_setup import depths_of

        problem = check_slip_model(self, parameters, self.SLIP)
        if problem:
            return problem
        try:
            depths_of(self.text(parameters, self.DEPTHS, context))
        except GroundshiftError as error:
            return f"{self.title(self.DEPTHS)}: {error}"
        receiver = self.choice(parameters, self.RECEIVER, context)
        own = self.flag(parameters, self.OWN, context)
        if receiver == FIXED:
            for name in (self.STRIKE, self.DIP, self.RAKE):
                if not own and not self.is_given(parameters, name):
                    return (
                        f"{self.title(name)}: is missing; give it, or choose optimally oriented "
                        f"receivers ({self.RECEIVER})."
                    )
            if self.is_given(parameters, self.PLANES):
                return (
                    f"{self.title(self.PLANES)}: fixed receivers are the same everywhere; leave "
                    "this output out."
                )
        elif not own:
            problem = check_regional(self, parameters)
            if problem:
                return problem
        drawn = [self.is_given(parameters, name) for name in (self.SECTIONS, self.PNG)]
        if any(drawn) and not own and not self.is_given(parameters, self.LINES):
            return f"{self.title(self.LINES)}: is missing; give the lines of the sections."
        return None

    def collect(self, parameters, context, feedback):
        """Where the layers lie."""
        self._slip = slip_source(self, parameters, self.SLIP, context)
        self._template = self.raster_path(parameters, TEMPLATE, context)
        self._lines = self.layer_source(parameters, self.LINES, context)

    def compute(self, parameters, context, feedback):
        """Compute and style."""
        from ...algorithms.io.atomic import Transaction
        from ...algorithms.io.crs import wkt_of
        from ...algorithms.io.run_coulomb import CoulombTargets, run_coulomb
        from ...algorithms.stress.section_plot import sections_svg

        file = self._slip.read()
        for note in file.notes:
            feedback.pushInfo(note)
        crs = wkt_of(file.crs)
        setup = self._setup(parameters, context, feedback, file, crs)
        names = (self.CHANGE, self.MAXIMUM, self.PARTS, self.PLANES, self.SECTIONS)
        targets = CoulombTargets(*(self.output_path(parameters, n, context) for n in names))
        picture = self.output_path(parameters, self.PNG, context)
        progress = Progress(feedback)
        section = setup.section if targets.sections or picture else None
        if picture and section is None:
            raise GroundshiftError(
                f"{self.title(self.PNG)}: the file holds no section; give lines "
                f"({self.LINES}) or leave the picture out."
            )
        words = _described(setup.options)
        with Transaction() as files:
            report = run_coulomb(
                file.model, file.local, crs, targets, setup.options, setup.asked,
                section, run_options=run_options(self, parameters, context), progress=progress,
                cancelled=progress.cancelled, log=feedback.pushInfo, files=files,
            )  # fmt: skip
            if picture:
                svg_to_png(sections_svg(report.sections, words), files.add(picture))
        for text in report.warnings:
            feedback.pushWarning(text)
        self._style(targets, words, report.stress_limit)
        return {
            **dict(zip(names, (getattr(targets, n.lower()) for n in names))), self.PNG: picture,
            "LARGEST": report.largest, "LOWEST": report.lowest, "RAISED": report.raised,
            "LOWERED": report.lowered, "SINGULAR": report.singular,
        }  # fmt: skip

    def _setup(self, parameters, context, feedback, file, crs):
        """Receivers, rock, depths, grid and section."""
        from ...algorithms.io.coulomb_sections import SectionSource
        from ...algorithms.io.coulomb_setup import CoulombSetup, depths_of, settings_of
        from ...algorithms.io.run_coulomb import CoulombOptions
        from ...algorithms.source.elastic import Medium
        from ...algorithms.stress.grids import Rock

        rock = Rock(
            Medium(
                self.number(parameters, self.MODULUS, context) * 1e9,
                self.number(parameters, self.POISSON, context),
            ),
            self.number(parameters, self.FRICTION, context),
            self.number(parameters, self.SKEMPTON, context),
        )
        options = CoulombOptions(
            self._receiver(parameters, context, file), rock,
            depths_of(self.text(parameters, self.DEPTHS, context)),
        )  # fmt: skip
        section = None
        if self._lines is not None:
            cell = self.number(parameters, self.SECTION_CELL, context)
            section = SectionSource(
                *self._lines, self.number(parameters, self.TOP, context) * 1e3,
                self.number(parameters, self.BOTTOM, context) * 1e3,
                None if cell is None else cell * 1e3,
                math.radians(self.number(parameters, self.SECTION_DIP, context)),
            )  # fmt: skip
        setup = CoulombSetup(
            options, map_grid(self, parameters, context, self._template, crs), section
        )
        if self.flag(parameters, self.OWN, context):
            setup, notes = settings_of(file, setup)
            feedback.pushInfo(f"From the Coulomb file: {', '.join(notes) or 'nothing'}.")
        return setup

    def _receiver(self, parameters, context, file):
        from ...algorithms.io.coulomb_setup import receiver_of
        from ...algorithms.stress.grids import OptimalPlane

        kind = self.choice(parameters, self.RECEIVER, context)
        if kind == FIXED:
            angles = (
                self.number(parameters, name, context)
                for name in (self.STRIKE, self.DIP, self.RAKE)
            )
            return receiver_of(file, *(None if a is None else math.radians(a) for a in angles))
        return OptimalPlane(
            regional_stress(self, parameters, context, file.coulomb), kind == VERTICAL
        )

    def _style(self, targets, words, stress_limit):
        for path, title in (
            (targets.change, "Coulomb stress change"),
            (targets.maximum, "Largest Coulomb stress change over depth"),
        ):
            self.style_raster(path, "coulomb", title=title, abstract=words)
        self.style_raster(
            targets.parts, "stress", stress_limit, title="Shear and normal stress change",
            abstract=words,
        )  # fmt: skip
        self.style_raster(
            targets.planes, "strike", title="Optimally oriented planes", abstract=words
        )
        self.style_vector(
            targets.sections, "coulomb_sections", title="Sections of Coulomb stress change",
            abstract=words,
        )  # fmt: skip


def _described(options) -> str:
    """Receivers and friction in one sentence."""
    receiver, rock = options.receiver, options.rock
    if hasattr(receiver, "strike"):
        angles = (math.degrees(a) for a in (receiver.strike, receiver.dip, receiver.rake))
        words = "On planes of strike {:.4g}, dip {:.4g}, rake {:.4g}".format(*angles)
    else:
        kind = "vertical strike-slip planes" if receiver.vertical else "planes"
        words = f"On optimally oriented {kind}"
    if rock.skempton is None:
        return f"{words}; effective friction {rock.friction:g}."
    return f"{words}; friction {rock.friction:g}, Skempton's coefficient {rock.skempton:g}."
