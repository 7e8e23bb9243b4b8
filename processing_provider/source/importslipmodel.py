# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip models from one format into others."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterCrs

from ..tool import Tool
from .slip_parameters import add_slip_model, check_slip_model, slip_source


class ImportSlipModel(Tool):
    """Finite-fault models of SRCMOD, the USGS and Coulomb as layers, and back."""

    ID = "importslipmodel"
    NAME = "Import and export slip model"
    GROUP = "source"
    SUMMARY = (
        "Reads an earthquake's slip model and writes it in other formats: a layer of patches in "
        "space, GeoJSON, finite-source rupture models (FSP, as SRCMOD and the USGS publish them), "
        "and Coulomb's input files with right-lateral and reverse slip (.inp) or rake and net slip "
        "(.inr). Takes centres for centres and top edges for top edges, strikes from true north, "
        "and slip of the hanging wall, left-lateral and reverse positive; compares the moment with "
        "the one in the header. Triangles and opening are refused where a format cannot hold them."
    )
    PAPER = (
        "FSP: Mai and Thingbaijam (2014), doi:10.1785/0220140077; Coulomb: Toda et al. (2011), "
        "USGS Open-File Report 2011-1060"
    )
    NEEDS = ("numpy", "pyproj")
    TAGS = ("slip", "FSP", "SRCMOD", "coulomb", "inp", "finite fault", "USGS", "earthquake", "load")

    SLIP, CRS, MODULUS, TITLE = "SLIP", "CRS", "SHEAR_MODULUS", "TITLE"
    ONLY_SLIPPING = "ONLY_SLIPPING"
    LAYER, GEOJSON, FSP, INP, INR = "LAYER", "GEOJSON", "FSP", "INP", "INR"

    def declare(self):
        """Parameters and outputs."""
        add_slip_model(self, self.SLIP)
        crs = QgsProcessingParameterCrs(self.CRS, self.tr("CRS of the layer"), None, True)
        self.add(crs, "That of the input where empty; longitude and latitude for text formats.")
        self.add_number(
            self.MODULUS, "Shear modulus (GPa)",
            "For moments; that of a Coulomb file where empty, else 30.", None, 0.001, 1000.0,
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_text(
            self.TITLE, "Name of the event", "For the header of FSP.", optional=True, advanced=True
        )
        self.add_flag(
            self.ONLY_SLIPPING, "Only patches that slip",
            "Leaves out those at rest, such as receivers in Coulomb files.", advanced=True,
        )  # fmt: skip
        self.add_vector_output(
            self.LAYER, "Slip patches",
            "Polygons with heights; fields of depth, strike, dip, size, slip, rake and moment.",
            optional=True, polygons=True,
        )  # fmt: skip
        for name, title, help, kinds in (
            (self.FSP, "FSP", "Finite-source rupture model; coordinates of centres.",
             "FSP files (*.fsp)"),
            (self.INP, "Coulomb .inp", "Right-lateral and reverse slip, top edges.",
             "Coulomb files (*.inp)"),
            (self.INR, "Coulomb .inr", "Rake and net slip, top edges.", "Coulomb files (*.inr)"),
            (self.GEOJSON, "GeoJSON", "Polygons with heights and the layer's fields.",
             "GeoJSON files (*.geojson *.json)"),
        ):  # fmt: skip
            self.add_file_output(name, title, help, kinds, optional=True, by_default=False)
        for name, title in (
            ("PATCHES", "Patches"), ("SEGMENTS", "Segments"), ("MOMENT", "Seismic moment (N m)"),
            ("MW", "Moment magnitude"), ("MAX_SLIP", "Largest slip (m)"),
            ("MEAN_SLIP", "Mean slip (m)"), ("AREA", "Area (km2)"), ("TOP", "Top (km)"),
            ("BOTTOM", "Bottom (km)"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """One model in, one format out at least."""
        wanted = (self.LAYER, self.FSP, self.INP, self.INR, self.GEOJSON)
        problem = check_slip_model(self, parameters, self.SLIP)
        if problem is None and not any(self.is_given(parameters, name) for name in wanted):
            problem = "No output is asked for; give the name of one of them at least."
        return problem

    def collect(self, parameters, context, feedback):
        """Where the model lies."""
        self._slip = slip_source(self, parameters, self.SLIP, context)

    def compute(self, parameters, context, feedback):
        """Read and write."""
        from ...algorithms.io.run_importslipmodel import (
            SlipImportOptions,
            SlipTargets,
            run_importslipmodel,
        )

        names = (self.LAYER, self.FSP, self.INP, self.INR, self.GEOJSON)
        targets = SlipTargets(*(self.output_path(parameters, name, context) for name in names))
        modulus = self.number(parameters, self.MODULUS, context)
        options = SlipImportOptions(
            self.crs(parameters, self.CRS, context),
            float("nan") if modulus is None else modulus * 1e9,
            self.text(parameters, self.TITLE, context),
            self.flag(parameters, self.ONLY_SLIPPING, context),
        )
        report = run_importslipmodel(self._slip, targets, options, feedback.pushInfo)
        self.style_vector(
            targets.layer, "slip", report.limits, title="Slip patches",
            abstract=f"Slip of the hanging wall in metres, from {self._slip.path}. "
            f"{' '.join(report.file.notes)}",
        )  # fmt: skip
        written = (targets.layer, targets.fsp, targets.inp, targets.inr, targets.geojson)
        return {**dict(zip(names, written)), **report.results()}
