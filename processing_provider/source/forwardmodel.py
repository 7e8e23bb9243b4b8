# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What slip on faults does to the ground and to the rock below."""

from __future__ import annotations

from ..areas.layer_parameters import POINTS, add_field, add_layer
from ..geometry.look_parameters import add_look, collect_look, look_source
from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool
from .fault_parameters import (
    add_fault,
    check_fault,
    fault_source,
    faults_given,
    patching_of,
)
from .grid_parameters import TEMPLATE, add_map_grid, map_grid
from .slip_parameters import add_slip_model, check_slip_model, slip_source


class ForwardModel(Tool):
    """Displacement, fringes, strain and stress of a slip model."""

    ID = "forwardmodel"
    NAME = "Forward model of slip"
    GROUP = "source"
    SUMMARY = (
        "Computes what slip on faults does to an elastic half-space: displacement to the east, "
        "north and up, displacement and wrapped fringes along an orbit's line of sight, strain "
        "and stress; on a map at any depth, or at points. Patches are rectangles or triangles. "
        "Numbers hold near edges, near vertical dips and where faults break the surface, where "
        "published codes fail; on the edges themselves, and a hair beside corners at "
        "the surface, there is no number. Topography, layers and "
        "the Earth's curvature are left out."
    )
    PAPER = (
        "Rectangles: Okada (1985), doi:10.1785/BSSA0750041135; Okada (1992), "
        "doi:10.1785/BSSA0820021018; triangles: Nikkhoo and Walter (2015), "
        "doi:10.1093/gji/ggv035"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "okada", "dislocation", "elastic", "half-space", "coseismic", "interferogram", "strain",
        "stress", "earthquake",
    )  # fmt: skip

    SLIP, SLIP_M, RAKE, OPENING = "SLIP", "SLIP_M", "RAKE", "OPENING"
    AT, DEPTH_FIELD, DEPTH = "POINTS_LAYER", "DEPTH_FIELD", "DEPTH"
    MODULUS, POISSON, WAVELENGTH = "SHEAR_MODULUS", "POISSON", "WAVELENGTH"
    LEFT_LOOKING = "LEFT_LOOKING"
    DISPLACEMENT, FRINGES, STRAIN, STRESS = "DISPLACEMENT", "FRINGES", "STRAIN", "STRESS"
    POINTS = "POINTS"

    def declare(self):
        """Parameters and outputs."""
        add_slip_model(self, self.SLIP, help="Faults and their slip.")
        add_fault(self, patch_km=0.0)
        for name, title, text in (
            (self.SLIP_M, "Slip of the fault (m)", "The same all over a fault that is given."),
            (self.RAKE, "Rake (degrees)",
             "Of that slip: 0 left-lateral, 90 reverse, 180 right-lateral, -90 normal."),
            (self.OPENING, "Opening of the fault (m)", "Of a dike or a sill, across the plane."),
        ):  # fmt: skip
            folded = name == self.OPENING
            self.add_number(name, title, text, None, optional=True, advanced=folded)
        add_look(self, optional=True)
        self.add_number(
            self.DEPTH, "Depth (km)", "Of the map, and of points without a depth of their own.",
            0.0, 0.0, 1000.0, advanced=True,
        )  # fmt: skip
        add_map_grid(self)
        add_layer(
            self, self.AT, "Points", "Where numbers are wanted besides the map, in any CRS.",
            [POINTS], True, True,
        )  # fmt: skip
        add_field(self, self.DEPTH_FIELD, "Field: depth (km)", "Positive down.", self.AT)
        for name, title, text, value, low, high in (
            (self.MODULUS, "Shear modulus (GPa)",
             "For stress and moment; that of a Coulomb file where empty, else 30.", None, 0.001,
             1000.0),
            (self.POISSON, "Poisson's ratio", "That of a Coulomb file where empty, else 0.25.",
             None, 0.0, 0.499),
            (self.WAVELENGTH, "Wavelength (cm)",
             "Of the fringes: 5.55 C-band, 23.6 L-band, 3.1 X-band.", 5.546576, 0.1, 200.0),
        ):  # fmt: skip
            self.add_number(
                name, title, text, value, low, high, optional=value is None, advanced=True
            )
        self.add_flag(
            self.LEFT_LOOKING, "Left-looking radar", "The radar looks to the left of its flight.",
            advanced=True,
        )  # fmt: skip
        self._declare_outputs()
        add_run_parameters(self)

    def _declare_outputs(self):
        for name, title, text in (
            (self.DISPLACEMENT, "Displacement",
             "Bands east, north and up (mm), and towards the satellite where an orbit is given."),
            (self.FRINGES, "Wrapped fringes",
             "Phase in radians, positive away from the satellite."),
            (self.STRAIN, "Strain", "Six components in millionths, extension positive."),
            (self.STRESS, "Stress", "Six components in MPa, tension positive."),
        ):  # fmt: skip
            self.add_raster_output(
                name, title, text, optional=True, by_default=name == self.DISPLACEMENT
            )
        self.add_vector_output(
            self.POINTS, "At points", "Fields of the points, and all of the numbers.",
            optional=True, by_default=False,
        )  # fmt: skip
        for name, title in (
            ("LARGEST", "Largest displacement (mm)"), ("HIGHEST", "Largest uplift (mm)"),
            ("LOWEST", "Largest subsidence (mm)"),
            ("LOS_LOW", "Minimum towards the satellite (mm)"),
            ("LOS_HIGH", "Maximum towards the satellite (mm)"), ("MOMENT", "Seismic moment (N m)"),
            ("MW", "Moment magnitude"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """One slip model or fault, and something to compute."""
        problem = check_slip_model(self, parameters, self.SLIP, optional=True)
        problem = problem or self._check_fault(parameters, context)
        wanted = (self.DISPLACEMENT, self.FRINGES, self.STRAIN, self.STRESS, self.POINTS)
        if not problem and not any(self.is_given(parameters, name) for name in wanted):
            return "No output is asked for; give a file for one of them at least."
        return problem

    def _check_fault(self, parameters, context):
        """What is wrong with a fault of uniform slip."""
        modelled = [n for n in (self.SLIP, f"{self.SLIP}_FILE") if self.is_given(parameters, n)]
        problem = check_fault(self, parameters, context, optional=bool(modelled))
        faults = faults_given(self, parameters, context)
        if problem and not faults:
            return f"{self.title(self.SLIP)}: is missing; give a slip model, or a fault and slip."
        if modelled and faults:
            return (
                f"{self.title(modelled[0])} and {self.title(faults[0])}: both are given; leave one "
                "out."
            )
        slips = [name for name in (self.SLIP_M, self.OPENING) if self.is_given(parameters, name)]
        if faults and not slips:
            return f"{self.title(self.SLIP_M)}: is missing; a fault needs slip or opening."
        if self.is_given(parameters, self.SLIP_M) and not self.is_given(parameters, self.RAKE):
            return f"{self.title(self.RAKE)}: is missing; slip has a direction."
        return problem

    def collect(self, parameters, context, feedback):
        """Where the layers lie."""
        self._slip = slip_source(self, parameters, self.SLIP, context)
        self._fault = None
        if self._slip is None:
            self._fault = fault_source(self, parameters, context)
        self._template = self.raster_path(parameters, TEMPLATE, context)
        self._at = self.layer_source(parameters, self.AT, context)
        self._look = collect_look(self, parameters, context)

    def compute(self, parameters, context, feedback):
        """Compute maps and points."""
        from ...algorithms.io.run_forwardmodel import (
            ForwardOptions,
            ForwardTargets,
            PointSource,
            medium_of,
            run_forwardmodel,
        )
        from ...algorithms.source.moment import magnitude_of, moment_of

        file = self._read(parameters, context)
        for note in file.notes:
            feedback.pushInfo(note)
        modulus = self.number(parameters, self.MODULUS, context)
        medium = medium_of(
            file, None if modulus is None else modulus * 1e9,
            self.number(parameters, self.POISSON, context), feedback.pushInfo,
        )  # fmt: skip
        left = self.flag(parameters, self.LEFT_LOOKING, context)
        options = ForwardOptions(
            medium, self.number(parameters, self.DEPTH, context) * 1e3,
            self.number(parameters, self.WAVELENGTH, context) / 100,
            look_source(self, parameters, context, self._look, left_looking=left),
        )  # fmt: skip
        names = (self.DISPLACEMENT, self.FRINGES, self.STRAIN, self.STRESS, self.POINTS)
        targets = ForwardTargets(*(self.output_path(parameters, n, context) for n in names))
        points = None
        if self._at is not None:
            points = PointSource(*self._at, self.text(parameters, self.DEPTH_FIELD, context))
        progress = Progress(feedback)
        report = run_forwardmodel(
            file.model, file.local, file.crs, targets, options,
            map_grid(self, parameters, context, self._template, file.crs), points,
            run_options=run_options(self, parameters, context), progress=progress,
            cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        moment = moment_of(file.model, medium.shear_modulus)
        self._style(targets, report, options)
        return {
            **dict(zip(names, (*targets.maps, targets.points))),
            "LARGEST": report.largest, "HIGHEST": report.highest, "LOWEST": report.lowest,
            "LOS_LOW": report.los_low, "LOS_HIGH": report.los_high, "MOMENT": moment,
            "MW": magnitude_of(moment),
        }  # fmt: skip

    def _read(self, parameters, context):
        """The slip model, or the fault with its uniform slip."""
        if self._slip is not None:
            return self._slip.read()
        from ...algorithms.io.fault_geometry import read_fault
        from ...algorithms.io.run_forwardmodel import with_uniform_slip

        fault = read_fault(
            self._fault, patching_of(self, parameters, context),
            self.flag(parameters, "FAULT_TRIANGLES", context),
        )  # fmt: skip
        slip, rake, opening = (
            self.number(parameters, name, context) if self.is_given(parameters, name) else 0.0
            for name in (self.SLIP_M, self.RAKE, self.OPENING)
        )
        return with_uniform_slip(fault, slip, rake, opening)

    def _style(self, targets, report, options):
        where = "at the surface" if not options.depth else f"at {options.depth / 1e3:g} km depth"
        last = 4 if options.look is not None else 3
        for path, name, style, band, title in (
            (targets.displacement, "displacement", "displacement", last, "Modelled displacement"),
            (targets.fringes, None, "fringes", 1, "Modelled fringes"),
            (targets.strain, "strain", "strain", 2, "Modelled strain"),
            (targets.stress, "stress", "stress", 2, "Modelled stress"),
        ):
            self.style_raster(
                path, style, report.limits.get(name) or None, band, title=f"{title} {where}",
                abstract="Of slip in an elastic half-space.",
            )  # fmt: skip
        if targets.points is not None:
            self.style_vector(
                targets.points, "points_model", report.largest or None,
                title="Modelled displacement at points", abstract="In mm.",
            )  # fmt: skip
