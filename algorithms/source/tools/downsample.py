# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Displacement maps, and text files of samples, into one layer of samples."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import (
    Chosen,
    Output,
    choice,
    file,
    flag,
    layer,
    number,
    other,
    part,
    raster,
    text,
    whole,
)
from ...errors import GroundshiftError
from ...geometry.tools.asked import Look
from .asked import OptionalSlipModel

SLIP_HELP = OptionalSlipModel.FIELDS["slip"].help


class Downsample(Chosen):
    """What is sampled, how, where, and with which errors."""

    raster = raster(
        "Displacement",
        "Along the line of sight, or unwrapped phase; a text file may stand in its place.",
        optional=True,
    )  # fmt: skip
    look = part(Look)
    file = file(
        "Text file of samples",
        "In place of a raster: .lltnde (lon, lat, height, look east, north, up, displacement, "
        "error), .lldet (GNSS: lon, lat, east, north, up, their errors), CSV with a header "
        "(<name>_cov.npy beside it is its covariance), other tables by their Columns, GBIS' "
        ".mat.",
        "Samples (*.csv *.txt *.dat *.lltnde *.lltnd *.lldet *.llde *.mat *.xyz)", optional=True,
    )  # fmt: skip
    earlier = layer(
        "Earlier samples",
        "Tracks that are handed on. Points of 'Down-sample displacement': displacement_mm, "
        "std_mm, los_east, los_north, los_up and track, with the covariance in tables of the "
        "same file.", ("points",), optional=True,
    )  # fmt: skip
    track = text(
        "Name of the track", "That of the file where empty.", advanced=True,
    )  # fmt: skip
    unit = choice(
        "Unit",
        "auto takes what the raster, the header or the format says; rad is unwrapped phase.",
        ("auto", "mm", "cm", "m", "rad"),
    )  # fmt: skip
    sign = choice(
        "Positive values are",
        "auto: displacement towards the satellite, phase away from it, as MintPy, ISCE, HyP3 "
        "and LiCSAR have it, and so a column range_change.", ("auto", "towards", "away"),
    )  # fmt: skip
    columns = text(
        "Columns of the text file",
        "A word a column, for files without a header or with another one: lon, lat, x, y, "
        "displacement, std, weight, look_east, look_north, look_up, incidence, heading; of GNSS"
        " east, north, up, se, sn, su, or component (E, N, U) with displacement; - for others. "
        "A unit may follow: displacement_cm, x_km.", advanced=True,
    )  # fmt: skip
    coordinates = choice(
        "Coordinates of the text file",
        "auto takes what the names of the columns say: lon is in degrees, x_km in kilometres.",
        ("auto", "degrees", "m", "km"), advanced=True,
    )  # fmt: skip
    file_crs = other(
        "crs", "CRS of the text file",
        "WGS 84 for degrees where empty; none for metres and kilometres.", optional=True,
        advanced=True,
    )  # fmt: skip
    method = choice(
        "Method",
        "quadtree: cells are cut where displacement varies; uniform: all of one size; "
        "resolution: cells are cut that tell of a fault what no other does; model: as quadtree,"
        " after a model's displacement, for signals weaker than the noise.",
        ("quadtree", "uniform", "resolution", "model"),
    )  # fmt: skip
    criterion = choice(
        "Criterion of the quadtree",
        "curvature: root mean square about the cell's plane; variance: about its mean; "
        "gradient: the rise of the plane over the cell.",
        ("curvature", "variance", "gradient"), advanced=True,
    )  # fmt: skip
    count = whole(
        "Samples wanted",
        "The threshold is found that gives at most so many, if cells may be as large as that.",
        800, 10, 100000,
    )  # fmt: skip
    threshold = number(
        "Threshold",
        "In mm, of the criterion; of the data resolution (0 to 1) with that method. In place of"
        " the number of samples.", None, 0.0, optional=True, advanced=True,
    )  # fmt: skip
    smallest = number(
        "Smallest cell (m)",
        "A 256th of the scene's shorter side, and 4 pixels at least, where empty.", None, 0.001,
        optional=True, advanced=True,
    )  # fmt: skip
    largest = number(
        "Largest cell (m)", "About an eighth of the scene where empty.", None, 0.001,
        optional=True, advanced=True,
    )  # fmt: skip
    holes = number(
        "Largest share without data (%)",
        "Emptier cells are cut up to twice more, and left out if that does not help.", 50.0, 0.0,
        99.9, advanced=True,
    )  # fmt: skip
    detrend = flag(
        "Take a ramp off before the criterion",
        "The plane through the far field; samples keep it.", True, advanced=True,
    )  # fmt: skip
    median = flag(
        "Medians in place of means", "Of the pixels of a cell.", advanced=True,
    )  # fmt: skip
    weight = choice(
        "Weights",
        "Besides the covariance: one for all, or by the area with data, or by the root of the "
        "number of pixels; their mean is 1.", ("one", "area", "pixels"), advanced=True,
    )  # fmt: skip
    guide = part(
        OptionalSlipModel, advanced=True,
        changes={
            "slip": {
                "title": "Fault or slip model (layer)",
                "help": "For the methods resolution (patches alone will do) and model. "
                + SLIP_HELP,
            },
            "slip_file": {"title": "Fault or slip model (file)"},
            "slip_origin": {"title": "Fault or slip model: origin of a Coulomb file"},
            "slip_place": {
                "title": "Fault or slip model: coordinates in FSP and .param files"
            },
        },
    )  # fmt: skip
    fault_dip = number(
        "Dip of the rupture (degrees)",
        "With its trace, a fault for the method resolution: to the right of the way the line "
        "was drawn, unless fields of the layer say it.", None, 0.0, 90.0, optional=True,
        advanced=True,
    )  # fmt: skip
    fault_width = number(
        "Width of the rupture (km)", "Down the dip, with its trace.", None, 0.0, 500.0,
        optional=True, advanced=True,
    )  # fmt: skip
    patch = number(
        "Patches of the fault (km)",
        "Size of the patches into which a trace or a single plane is cut.", 2.0, 0.001, 500.0,
        advanced=True,
    )  # fmt: skip
    prediction = other(
        "raster", "Displacement of a model",
        "For the method model, in place of a slip model: along the same line of sight.",
        optional=True, advanced=True,
    )  # fmt: skip
    area = layer(
        "Area of interest", "Only pixels inside count.", ("polygons",), optional=True,
    )  # fmt: skip
    left_out = layer(
        "Areas to leave out", "Such as unwrapping errors, lakes, slides.", ("polygons",),
        optional=True, advanced=True,
    )  # fmt: skip
    trace = layer(
        "Rupture", "Trace of the fault.", ("lines",), optional=True, advanced=True,
    )  # fmt: skip
    trace_mask = number(
        "Leave out nearer to the rupture than (m)",
        "Where phase is not coherent or was unwrapped over the fault.", 0.0, 0.0, advanced=True,
    )  # fmt: skip
    near = number(
        "Finer cells up to (m) from the rupture", "0 for none.", 0.0, 0.0, advanced=True,
    )  # fmt: skip
    near_cell = number(
        "Largest cell there (m)", "With the distance above.", 0.0, 0.0, advanced=True,
    )  # fmt: skip
    semivariogram = flag(
        "Covariance from the far field",
        "Exponential semivariogram with a nugget, fitted to pairs of pixels at random. Without,"
        " samples are independent with the scatter of their pixels.", True,
        advanced=True,
    )  # fmt: skip
    far = layer(
        "Far field",
        "Where nothing but noise is; where empty, all beyond a distance from the steepest "
        "displacement, from which on the map is quiet.", ("polygons",), optional=True,
        advanced=True,
    )  # fmt: skip
    far_from = number(
        "Far field from (km)", "From the steepest displacement.", None, 0.0, optional=True,
        advanced=True,
    )  # fmt: skip
    sill = number(
        "Sill (mm2)", "Variance of the correlated errors, in place of the fit.", None, 0.0,
        optional=True, advanced=True,
    )  # fmt: skip
    range = number(
        "Range (km)", "Over which correlation falls to 1/e; with the sill.", None, 0.0,
        optional=True, advanced=True,
    )  # fmt: skip
    nugget = number(
        "Nugget (mm2)", "Variance of a pixel's own noise; with the sill.", None, 0.0,
        optional=True, advanced=True,
    )  # fmt: skip
    pairs = whole(
        "Pairs of pixels", "For the semivariogram.", 200000, 1000, 10000000, advanced=True,
    )  # fmt: skip
    seed = whole(
        "Seed", "The same seed draws the same pairs.", 0, 0, advanced=True,
    )  # fmt: skip
    wavelength = number(
        "Wavelength (m)", "For phase; what the raster says wins.", 0.05546576, 1e-06, 2.0,
        advanced=True,
    )  # fmt: skip
    damping = number(
        "Damping",
        "Of the inversion behind the data resolution, as a share of its largest singular value.",
        0.05, 1e-06, 2.0, advanced=True,
    )  # fmt: skip
    poisson = number(
        "Poisson's ratio", "Of the half-space, for fault and model.", 0.25, 0.0, 0.499,
        advanced=True,
    )  # fmt: skip
    band = whole(
        "Band", "Of the raster.", 1, 1, advanced=True,
    )  # fmt: skip
    zero_is_nodata = flag(
        "Zero is no data", "As in GAMMA's products.", advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """One source, and what its method needs."""
        if self.raster is not None and self.file is not None:
            self.refuse(("raster", "file"), "both are given; run the tool once for each.")
        if self.raster is None and self.file is None:
            self.refuse(("raster", "file"), "is missing; give one of them.")
        if (self.sill is None) != (self.range is None):
            self.refuse("sill", f"goes with {self.own['range'].words}; give both.")
        if self.raster is None:
            return
        guide = self.guide
        fault = guide.slip is not None or guide.slip_file is not None
        trace = self.trace is not None and self.fault_width is not None
        if self.method == "resolution" and not (fault or trace):
            guide.refuse(
                "slip",
                "is missing; the method resolution needs a fault; give it, or the rupture with "
                "its width.",
            )
        if self.method == "model" and not fault and self.prediction is None:
            guide.refuse("slip", "is missing; the method model needs it or a raster.")
        for name in ("trace_mask", "near"):
            if self.trace is None and getattr(self, name):
                self.refuse(name, "there is no rupture; give its trace.")
        if self.near and not self.near_cell:
            raise GroundshiftError(
                "Finer cells near the rupture need their size; give it in metres."
            )

    def sampling(self):
        """How cells are chosen, a :class:`..sampling.SamplingOptions`."""
        from ..sampling import SamplingOptions

        threshold = self.threshold
        if threshold is not None and self.method != "resolution":
            threshold /= 1e3
        return SamplingOptions(
            self.method, self.criterion, self.count, threshold, self.smallest, self.largest,
            self.holes / 100, self.detrend, self.damping,
        )  # fmt: skip

    def errors(self):
        """The :class:`..semivariogram.Semivariogram` that is given; None where there is none."""
        from ..semivariogram import Semivariogram

        if self.sill is None:
            return None
        nugget = (self.nugget or 0.0) / 1e6
        return Semivariogram(nugget, self.sill / 1e6, self.range * 1e3, is_given=True)


ABOUT = "Displacement along the line of sight, positive towards the satellite. "
OUTPUTS = (
    Output(
        "points", "SAMPLES", "Samples",
        "Points with track, displacement_mm, std_mm, weight, los_east, los_north, los_up, "
        "width_m, height_m, pixels, scatter_mm; the semivariogram in a table of the same file.",
        "GeoPackage (*.gpkg)", style="samples_displacement",
    ),
    Output(
        "polygons", "CELLS", "Cells", "Polygons of this track's cells.", optional=True,
        by_default=False,
        style="cells_displacement", abstract=ABOUT,
    ),
    Output(
        "file", "HTML", "Report (HTML)", "The semivariogram and what was done.",
        "HTML files (*.html)", optional=True,
    ),
    Output(
        "file", "PNG", "Semivariogram (PNG)", "The same plot as a picture.", "PNG files (*.png)",
        optional=True, by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "SAMPLE_COUNT": "Samples of the track",
    "TOTAL": "Samples in the file",
    "PIXELS": "Pixels with data",
    "COVERED": "Share of them in samples (%)",
    "VARIANCE": "Variance held by the samples (%)",
    "USED_THRESHOLD": "Threshold (mm, or data resolution)",
    "PEAK": "Largest displacement of a sample (mm)",
    "NUGGET_FOUND": "Nugget (mm2)",
    "SILL_FOUND": "Sill (mm2)",
    "RANGE_FOUND": "Range (km)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Sample a map, or bring in a text; see :mod:`...declare`."""
    import numpy as np

    from ...data.samples import joined_samples
    from ...formats.vectors.features import write_polygons
    from ..pages.downsample import sampling_html, semivariogram_svg
    from ..plausibility import sample_doubts
    from .samples import read_samples, write_samples
    from .track_samples import samples_of_map, samples_of_text

    if chosen.raster is None:
        outputs.leave_out("CELLS")
        found = samples_of_text(chosen)
    else:
        found = samples_of_map(chosen, job)
    samples, local, crs, model, notes, numbers, outlines = found
    everything = samples
    if chosen.earlier is not None:
        before, _ = read_samples(*chosen.earlier, local, notes.append)
        everything = joined_samples(before, samples)
    name, moved = samples.tracks[0].name, samples.displacement * 1e3
    notes.append(
        f"Track {name}: {moved.min():.4g} to {moved.max():.4g} mm along the line of sight, "
        "positive towards the satellite."
    )
    notes.extend(sample_doubts(everything))
    numbers = {
        "SAMPLE_COUNT": len(samples), "TOTAL": len(everything), **numbers,
        "PEAK": float(moved[np.abs(moved).argmax()]),
    }  # fmt: skip
    svg = ""
    if model is not None:
        svg = semivariogram_svg(model, name)
        numbers["NUGGET_FOUND"], numbers["SILL_FOUND"] = model.nugget * 1e6, model.sill * 1e6
        numbers["RANGE_FOUND"] = model.range / 1e3
        outputs.picture("PNG", svg)
    else:
        outputs.leave_out("PNG")
    write_samples(outputs.path("SAMPLES"), crs, everything, local)
    path = outputs.path("CELLS")
    if path is not None:
        columns = {
            "track": np.full(len(samples), name, object), "displacement_mm": moved,
            "std_mm": samples.std * 1e3, "pixels": samples.extra["pixels"],
            "scatter_mm": samples.extra["scatter_mm"],
        }  # fmt: skip
        write_polygons(path, crs, outlines, columns, "cells")
    outputs.text("HTML", sampling_html(f"Samples of {name}", svg, _rows(numbers), notes))
    for note in notes:
        job.note(note)
    limit = everything.limit * 1e3
    outputs.look("SAMPLES", limits=limit, abstract=ABOUT + " ".join(notes))
    outputs.look("CELLS", limits=limit)
    return {name: value for name, value in numbers.items() if np.isfinite(value)}


def _rows(numbers) -> list:
    rows = [
        ("Samples", f"{numbers['SAMPLE_COUNT']}"), ("Samples in the file", f"{numbers['TOTAL']}"),
    ]  # fmt: skip
    if numbers["PIXELS"]:
        rows += [
            ("Pixels with data", f"{numbers['PIXELS']}"),
            ("Share of them in samples", f"{numbers['COVERED']:.1f} %"),
            ("Variance held", f"{numbers['VARIANCE']:.1f} %"),
        ]
    if "SILL_FOUND" in numbers:
        rows += [
            ("Nugget", f"{numbers['NUGGET_FOUND']:.4g} mm2"),
            ("Sill", f"{numbers['SILL_FOUND']:.4g} mm2"),
            ("Range", f"{numbers['RANGE_FOUND']:.4g} km"),
        ]
    return rows
