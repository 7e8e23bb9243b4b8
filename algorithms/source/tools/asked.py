# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools of this room, and of others, ask for alike."""

from __future__ import annotations

from ...declare import Chosen, area, choice, field, file, flag, layer, number, other, point, raster
from ...errors import GroundshiftError

WAYS = {
    "trace": "fault_trace", "patches": "fault", "file": "fault_file", "numbers": "fault_point",
}  # fmt: skip
"""Ways of giving a fault, and what each of them cannot do without."""


def slip_source(layer, file, origin, place):
    """Where a slip model lies, a :class:`..formats.slip.slip_models.SlipSource`, or None."""
    from ...data.crs import point_in, wkt_from_epsg
    from ...formats.slip.slip_models import SlipSource

    origin = point_in(origin, wkt_from_epsg(4326))
    if layer:
        return SlipSource(*layer, origin, place)
    return SlipSource(str(file), "", origin, place) if file else None


def in_pascal(modulus):
    """A modulus in GPa as pascal; None stays None."""
    return None if modulus is None else modulus * 1e9


def in_metres(length):
    """A length in km as metres; None stays None."""
    return None if length is None else length * 1e3


def _or_nan(value):
    return float("nan") if value is None else value


class Rock(Chosen):
    """The elastic half-space."""

    shear_modulus = number(
        "Shear modulus (GPa)", "For moments.", 30.0, 0.001, 1000.0, advanced=True,
    )  # fmt: skip
    poisson = number(
        "Poisson's ratio", "0.25 in practice.", 0.25, 0.0, 0.499, advanced=True,
    )  # fmt: skip

    def medium(self):
        """It as a :class:`..data.medium.Medium`."""
        from ...data.medium import Medium

        return Medium(in_pascal(self.shear_modulus), self.poisson)


class ModelRock(Chosen):
    """The elastic half-space, which a slip model's file may tell."""

    shear_modulus = number(
        "Shear modulus (GPa)",
        "For stress and moment; that of a Coulomb file where empty, else 30.", None, 0.001,
        1000.0, optional=True, advanced=True,
    )  # fmt: skip
    poisson = number(
        "Poisson's ratio", "That of a Coulomb file where empty, else 0.25.", None, 0.0, 0.499,
        optional=True, advanced=True,
    )  # fmt: skip

    def medium(self, file, note=None):
        """It as a :class:`..data.medium.Medium`; `note` is told what the file says besides."""
        from ...formats.slip.slip_models import medium_of

        return medium_of(file, in_pascal(self.shear_modulus), self.poisson, note)


class SlipModel(Chosen):
    """A slip model: a layer or a file."""

    slip = layer(
        "Slip model (layer)",
        "A layer of slip patches, as the slip tools write it: polygons with heights, and fields"
        " strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (or "
        "strike_slip_m, dip_slip_m) and opening_m.", ("polygons",), optional=True,
    )  # fmt: skip
    slip_file = file(
        "Slip model (file)",
        "In place of a layer: a finite-source rupture model (.fsp), .param or FFM.geojson of "
        "the U.S. Geological Survey, or Coulomb's .inp or .inr.",
        "Slip models (*.fsp *.param *.inp *.inr *.txt *.dat *.gpkg *.geojson *.json)",
        optional=True,
    )  # fmt: skip
    slip_origin = point(
        "Slip model: origin of a Coulomb file",
        "Where x = 0 and y = 0 lie, for .inp and .inr files without a map info block.",
        advanced=True,
    )  # fmt: skip
    slip_place = choice(
        "Slip model: coordinates in FSP and .param files",
        "Of which point of a subfault they are. auto goes by the header and the depth of the "
        "first row, as the U.S. Geological Survey's files speak of centres where they give "
        "corners; the log tells what was taken.",
        ("auto", "centre", "top_centre", "corner"), advanced=True,
    )  # fmt: skip

    optional = False
    """Whether there may be none."""

    def given(self) -> list:
        """Which of layer and file are."""
        return [name for name in ("slip", "slip_file") if getattr(self, name) is not None]

    def check(self):
        """One of layer and file."""
        if self.slip and self.slip_file:
            self.refuse(("slip", "slip_file"), "both are given; leave one of them out.")
        if not (self.slip or self.slip_file or self.optional):
            self.refuse(("slip", "slip_file"), "is missing; give one of them.")

    def source(self):
        """Where the model lies, a :class:`..formats.slip.slip_models.SlipSource`, or None."""
        return slip_source(self.slip, self.slip_file, self.slip_origin, self.slip_place)


class Ground(Chosen):
    """Heights of the ground over a source, for maps in three dimensions."""

    dem = raster(
        "Elevation model",
        "For QGIS' 3-D map: depths are shown from the mean height of the ground over the source "
        "on. The project takes it as its terrain where it has none, and a metric CRS where it is "
        "in degrees, in which QGIS shows no third dimension.", optional=True, advanced=True,
    )  # fmt: skip

    def level(self, model, job) -> float:
        """Metres above the sea from which the depths of a model count; 0 without heights."""
        if self.dem is None:
            return 0.0
        import numpy as np

        from ...formats.raster_places import values_at

        if not model.patches.crs:
            job.warn(f"{self.dem}: is not used, as nobody knows where the patches lie.")
            return 0.0
        x, y = model.patches.corners.reshape(-1, 3)[:, :2].T
        heights = values_at(self.dem, model.patches.crs, x, y, job.cancelled)
        heights = heights[np.isfinite(heights)]
        if not len(heights):
            job.warn(f"{self.dem}: has no height over the patches; 3-D maps show their depths "
                     "below the sea.")  # fmt: skip
            return 0.0
        job.note(
            f"The ground over the patches lies {heights.min():.0f} to {heights.max():.0f} m high; "
            f"3-D maps show depths from its mean of {heights.mean():.0f} m on."
        )
        return float(heights.mean())


class OptionalSlipModel(SlipModel):
    """A slip model, or none."""

    optional = True


class VolcanicSources(Chosen):
    """Volcanic sources, or none."""

    sources = layer(
        "Volcanic sources",
        "In place of slip: a point each, with the fields kind (mogi, sphere, spheroid, penny, pcdm,"
        " cdm), depth_km and dvolume_m3 (pcdm: dvolume_x_m3, dvolume_y_m3, dvolume_z_m3), or "
        "dpressure_mpa of sphere, spheroid and penny. Further fields: radius_m of sphere and "
        "penny; semi_major_m, semi_minor_m, trend_deg and plunge_deg of spheroid; omega_x_deg, "
        "omega_y_deg, omega_z_deg of pcdm and cdm; semi_x_m, semi_y_m, semi_z_m and opening_m of "
        "cdm. The search for faults writes such layers.", ("points",), optional=True,
    )  # fmt: skip

    def alone(self, model, modelled, fault=None, faults=()) -> None:
        """Refuse slip beside the sources: a :class:`SlipModel` and what is given of it, a fault."""
        if modelled or faults:
            other = model.own[modelled[0]] if modelled else fault.own[faults[0]]
            self.refuse(
                "sources", f"and {other.words}: both are given; leave one out, and add the results."
            )

    def read(self, rock):
        """The sources; `rock` is a :class:`ModelRock`. See :mod:`.volcanic_layer`."""
        from ...data.medium import Medium
        from .volcanic_layer import read_volcanic

        given = {"shear_modulus": in_pascal(rock.shear_modulus), "poisson": rock.poisson}
        medium = Medium(**{name: value for name, value in given.items() if value is not None})
        return read_volcanic(*self.sources, medium)


class Fault(Chosen):
    """The geometry of a fault: a trace, patches of a file, or numbers; and patch sizes."""

    fault_from = choice(
        "Fault from",
        "Which of the inputs below says where the fault is. trace: lines, with a dip and a "
        "lower end; patches: a layer of planes, such as a fault search's; file: .fsp, .param, "
        ".inp (a slip model file, under the advanced parameters); numbers: a point, with dip "
        "and width, and strike and length (under the advanced ones); auto: the one that is "
        "given.", ("auto", "trace", "patches", "file", "numbers"),
    )  # fmt: skip
    fault_trace = layer(
        "Fault: mapped trace", "Lines, each a segment, with dip and depths below or in fields.",
        ("lines",), optional=True,
    )  # fmt: skip
    fault = layer(
        "Fault: patches (layer)",
        "One or several planes, such as the fault that a search has found; patches that fill a "
        f"plane are joined and cut anew. Slip is not needed. {SlipModel.slip.help}",
        ("polygons",), optional=True,
    )  # fmt: skip
    fault_file = SlipModel.slip_file.named("", title="Fault: patches (file)", advanced=True)
    fault_origin = SlipModel.slip_origin.named(
        "", title="Fault: patches: origin of a Coulomb file"
    )  # fmt: skip
    fault_place = SlipModel.slip_place.named(
        "", title="Fault: patches: coordinates in FSP and .param files"
    )  # fmt: skip
    fault_point = point(
        "Fault: point of a single plane", "Goes with strike, dip, length and width.",
    )  # fmt: skip
    fault_reference = choice(
        "What the point is", "Of the plane.", ("middle of the top edge", "centre"),
        advanced=True,
    )  # fmt: skip
    fault_strike = number(
        "Strike of the plane (degrees)", "Clockwise from north; the plane dips to its right.",
        None, -360.0, 360.0, optional=True, advanced=True,
    )  # fmt: skip
    fault_dip = number(
        "Dip (degrees)", "Of the plane at the point, and of traces without a field of it.", None,
        0.0, 90.0, optional=True,
    )  # fmt: skip
    fault_length = number(
        "Length of the plane (km)", "Along the strike.", None, 0.0, 2000.0, optional=True,
        advanced=True,
    )  # fmt: skip
    fault_width = number(
        "Width (km)", "Down the dip: of the plane, and of traces without a bottom depth.", None,
        0.0, 1000.0, optional=True,
    )  # fmt: skip
    fault_depth = number(
        "Depth of the point (km)", "Of the plane's point.", None, 0.0, 1000.0, optional=True,
        advanced=True,
    )  # fmt: skip
    fault_top = number(
        "Depth of the top (km)",
        "Of traces, 0 where empty; planes of patches are drawn up to it.", None, 0.0, 1000.0,
        optional=True, advanced=True,
    )  # fmt: skip
    fault_bottom = number(
        "Depth of the bottom (km)", "Of traces; planes of patches are drawn down to it.", None,
        0.0, 1000.0, optional=True, advanced=True,
    )  # fmt: skip
    fault_beyond = number(
        "Longer at both ends by (km)", "Of planes of patches.", None, 0.0, 1000.0, optional=True,
        advanced=True,
    )  # fmt: skip
    fault_side = choice(
        "Traces dip to their",
        "Seen along the way they were drawn, where no direction of dip is in a field.",
        ("right", "left"), advanced=True,
    )  # fmt: skip
    fault_level = choice(
        "Traces are drawn at the",
        "A buried fault's top edge lies away from its trace at the surface, down the dip.",
        ("surface", "top edge"), advanced=True,
    )  # fmt: skip
    fault_straighten = number(
        "Straighten traces within (km)",
        "Bends smaller than this are drawn straight; each straight piece becomes a plane.", 0.5,
        0.0, 1000.0, advanced=True,
    )  # fmt: skip
    fault_triangles = flag(
        "Triangles below the trace",
        "A surface without gaps or overlaps at the bends, in place of rectangles.",
        advanced=True,
    )  # fmt: skip
    fault_dip_field = field(
        "Field: dip", "Degrees; guessed where empty (dip, average_dip ...).", "FAULT_TRACE",
    )  # fmt: skip
    fault_dip_direction_field = field(
        "Field: direction of dip",
        "Letters such as SW, or degrees; guessed where empty (dip_dir ...).", "FAULT_TRACE",
    )  # fmt: skip
    fault_top_field = field(
        "Field: depth of the top (km)", "Guessed where empty.", "FAULT_TRACE",
    )  # fmt: skip
    fault_bottom_field = field(
        "Field: depth of the bottom (km)", "Guessed where empty.", "FAULT_TRACE",
    )  # fmt: skip
    patch_length = number(
        "Length of a patch (km)",
        "Along the strike; planes are cut into a whole number of about this size. 0 leaves them"
        " as they are.", 2.0, 0.0,
    )  # fmt: skip
    patch_width = number(
        "Width of a patch (km)", "Down the dip; 0 takes the length.", 0.0, 0.0, advanced=True,
    )  # fmt: skip
    patch_growth = number(
        "Growth of patches with depth",
        "Each row's patches are by this factor larger than those above, as data resolve less of"
        " what lies deeper.", 1.0, 1.0, 3.0, advanced=True,
    )  # fmt: skip

    optional = False
    """Whether there may be none."""

    def given(self) -> list:
        """What says where the fault is, of that which counts."""
        names = WAYS.values() if self.fault_from == "auto" else [WAYS[self.fault_from]]
        return [name for name in names if getattr(self, name) is not None]

    def check(self):
        """One fault, with all that it needs."""
        own, given = self.own, self.given()
        if len(given) > 1:
            raise GroundshiftError(
                f"{own[given[0]].words} and {own[given[1]].words}: both are given; leave one out."
            )
        if not given and self.fault_from != "auto":
            self.refuse(
                WAYS[self.fault_from],
                f"is missing; {own['fault_from'].words} asks for it ({self.fault_from}).",
            )
        if not given and not self.optional:
            words = ", ".join(own[name].words for name in WAYS.values())
            raise GroundshiftError(f"{words}: a fault is missing; give one of them.")
        if given == ["fault_point"]:
            for name in ("fault_strike", "fault_dip", "fault_length", "fault_width"):
                if getattr(self, name) is None:
                    self.refuse(name, "is missing; a fault at a point needs it.")
            for name in ("fault_length", "fault_width"):
                if not getattr(self, name):
                    self.refuse(name, "is 0; give the plane's size.")
        if given and given != ["fault_trace"] and self.fault_triangles:
            self.refuse(
                "fault_triangles", "are made below a trace only; give one, or leave them out."
            )

    def read(self, local=None):
        """The fault, cut into patches; see :func:`.tools.fault_geometry.read_fault`."""
        from .fault_geometry import read_fault

        return read_fault(self.source(), self.patching(), self.fault_triangles, local)

    def source(self):
        """Where it comes from, as :func:`.tools.fault_geometry.read_fault` takes it; or None."""
        from ...data.crs import point_in, wkt_from_epsg
        from .fault_geometry import FaultModel, FaultNumbers, FaultTrace

        way = next(iter(self.given()), None)
        top, bottom, width = (
            in_metres(length) for length in (self.fault_top, self.fault_bottom, self.fault_width)
        )
        if way == "fault_trace":
            fields = {
                "dip": self.fault_dip_field, "dip_direction": self.fault_dip_direction_field,
                "top_depth": self.fault_top_field, "bottom_depth": self.fault_bottom_field,
            }  # fmt: skip
            return FaultTrace(
                *self.fault_trace, _or_nan(self.fault_dip), top or 0.0, _or_nan(bottom),
                _or_nan(width), self.fault_side == "right", self.fault_level == "surface",
                self.fault_straighten * 1e3, fields,
            )  # fmt: skip
        if way == "fault_point":
            degrees = wkt_from_epsg(4326)
            return FaultNumbers(
                *point_in(self.fault_point, degrees), degrees, self.fault_strike, self.fault_dip,
                self.fault_length * 1e3, width, in_metres(self.fault_depth) or 0.0,
                self.fault_reference == "centre",
            )  # fmt: skip
        if way is None:
            return None
        layer, file = (
            getattr(self, name) if name == way else None for name in ("fault", "fault_file")
        )
        source = slip_source(layer, file, self.fault_origin, self.fault_place)
        return FaultModel(source, in_metres(self.fault_beyond) or 0.0, top, bottom)

    def patching(self):
        """Sizes of patches; None where planes stay whole."""
        from ..fault_planes import Patching

        length, width = self.patch_length * 1e3, self.patch_width * 1e3
        if not length and not width:
            return None
        return Patching(length or width, width or length, self.patch_growth)


class OptionalFault(Fault):
    """A fault, or none."""

    optional = True


class OutputGrid(Chosen):
    """The grid of results."""

    extent = area(
        "Extent of the map", "The surroundings of the model where empty.",
    )  # fmt: skip
    cell = number(
        "Cell (m)", "Two hundred cells along the longer side where empty.", None, 0.001,
        optional=True,
    )  # fmt: skip
    template = raster(
        "Raster with the grid of the map", "Wins over extent, cell and CRS.", optional=True,
        advanced=True,
    )  # fmt: skip
    crs = other(
        "crs", "CRS of the map", "That of the model where empty.", optional=True, advanced=True,
    )  # fmt: skip

    def grid(self, model_crs: str):
        """It as a :class:`..formats.map_grid.MapGrid`.

        Parameters
        ----------
        model_crs : str
            CRS (WKT) of the map where none is given.
        """
        from ...data.crs import area_in
        from ...formats.map_grid import MapGrid

        bounds = area_in(self.extent, self.crs or model_crs)
        return MapGrid(self.template, self.crs, bounds, self.cell)
