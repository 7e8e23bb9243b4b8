# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A folder of unwrapped interferograms as one stack file."""

from __future__ import annotations

from ...asked import FilesOrFolder
from ...declare import Chosen, Output, choice, file, folder, number, other, part, text, whole
from ...errors import GroundshiftError

FORMATS = (
    "auto", "gamma", "licsar", "hyp3", "mintpy", "pairs", "aria", "nisar", "disp", "isce2", "snap",
    "gmtsar", "sarscape",
)  # fmt: skip
SIGNS = {"product": None, "positive_away": 1.0, "positive_towards": -1.0}
GRIDS = ("refuse", "crop", "resample")


class OfProduct(Chosen):
    """Which product a folder holds, and what it does not say by itself."""

    format = choice(
        "Format", "auto finds out by itself.",
        FORMATS,
    )  # fmt: skip
    wavelength = number(
        "Wavelength (m)",
        "Where the product does not say: Sentinel-1 0.05546576, ALOS-2 0.2424525, TerraSAR-X "
        "0.0310666.", None, 0.005, 2.0, optional=True, advanced=True,
    )  # fmt: skip
    incidence = number(
        "Incidence (degrees)", "From the vertical, where the product has none.", None, 0.0, 89.9,
        optional=True, advanced=True,
    )  # fmt: skip
    heading = number(
        "Heading (degrees)",
        "Flight direction clockwise from north, where the product has none: Sentinel-1 about "
        "-10 ascending, 190 descending.", None, -360.0, 360.0, optional=True,
        advanced=True,
    )  # fmt: skip
    sign = choice(
        "Sign of the phase",
        "product: as the product defines it; or whether positive phase of the later minus the "
        "earlier date means motion away from or towards the satellite.",
        SIGNS, advanced=True,
    )  # fmt: skip
    nodata = number(
        "No-data value",
        "A value that means no data, besides those the files declare; 0 is usual for GAMMA.",
        optional=True, advanced=True,
    )  # fmt: skip
    grids = choice(
        "Interferograms on other grids",
        "refuse: stop and name the file; crop: to the common area of grids that line up; "
        "resample: to the commonest grid.", GRIDS,
    )  # fmt: skip

    def options(self, looks=None, first=None, last=None):
        """As the import takes them; looks, first and last date are None where any will do."""
        from .importing import ImportOptions

        return ImportOptions(
            self.wavelength, self.incidence, self.heading, SIGNS[self.sign], looks, self.grids,
            self.nodata, first, last,
        )  # fmt: skip


class Interferograms(FilesOrFolder):
    """What tools share that take a product's ``folder``, a ``stack_file`` or ``files``."""

    def check(self):
        """One source, and rasters of pairs only if they come one by one."""
        if sum(map(bool, (self.folder, self.stack_file, self.files))) != 1:
            raise GroundshiftError(
                "Give either a folder of interferograms (FOLDER), a stack file (STACK_FILE) or "
                "rasters (FILES)."
            )
        if self.files and self.product.format not in ("auto", "pairs"):
            self.product.refuse(
                "format", "rasters one by one (FILES) are read as GeoTIFF pairs (pairs); give the "
                "folder of another product.",
            )  # fmt: skip

    def found(self):
        """The product, looked into."""
        from ...formats.interferograms import find_product, pairs_in

        if self.files:
            return pairs_in(self.paths(at_addresses=True))
        return find_product(self.folder or self.stack_file, self.product.format)


class ImportStack(Interferograms):
    """Which product, and what the user knows of it."""

    folder = folder(
        "Folder of interferograms", "The product's folder; subfolders are searched.",
        optional=True,
    )  # fmt: skip
    stack_file = file(
        "or MintPy's stack file", "ifgramStack.h5 instead of a folder.", "HDF5 (*.h5 *.he5)",
        optional=True,
    )  # fmt: skip
    files = other(
        "layers", "or rasters of pairs",
        "Unwrapped phase and, where there is one, coherence, here or at addresses (https://, "
        "/vsis3/): read as GeoTIFF pairs, whose names hold two dates.", shapes=("file",),
        optional=True,
    )  # fmt: skip
    product = part(OfProduct)
    looks = number(
        "Looks", "Range times azimuth looks, where the product does not say.", None, 1.0,
        optional=True, advanced=True,
    )  # fmt: skip
    first_date = text(
        "First date", "Leave out pairs that begin before.", advanced=True,
    )  # fmt: skip
    last_date = text(
        "Last date", "Leave out pairs that end after.", advanced=True,
    )  # fmt: skip
    memory = whole(
        "Memory budget (MiB)", "Memory for the parts that are copied at a time.", 2048, 64,
        advanced=True,
    )  # fmt: skip

    def check(self):
        """One source, and dates that are ones."""
        super().check()
        self.options()

    def options(self):
        """As the import takes them."""
        from ..dates import parse_date

        first, last = (
            parse_date(day) if day else None for day in (self.first_date, self.last_date)
        )
        return self.product.options(self.looks, first, last)


OUTPUTS = (
    Output(
        "file", "STACK", "Stack", "HDF5 in MintPy's layout (ifgramStack.h5).",
        "HDF5, Zarr",
    ),
    Output(
        "file", "GEOMETRY", "Geometry",
        "HDF5 in MintPy's layout (geometryGeo.h5): height, incidence, azimuth. Left out where "
        "nothing is known.", "HDF5, Zarr", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "PAIRS": "Interferograms",
    "DATES": "Dates",
    "ROWS": "Rows",
    "COLS": "Columns",
    "VALID_SHARE": "Share of valid phases",
    "MEAN_COHERENCE": "Mean coherence",
}  # fmt: skip
TEXTS = {"FOUND": "Format found"}


def run(chosen, outputs, job) -> dict:
    """Import interferograms; see :mod:`...declare`."""
    from .importing import import_stack

    product = chosen.found()
    bands = [
        band for pair in product.interferograms
        for band in (pair.phase, pair.coherence, pair.components) if band
    ]  # fmt: skip
    refuse_read((b.path for b in bands), map(outputs.targets.get, ("STACK", "GEOMETRY")))
    geometry = outputs.path("GEOMETRY")
    report = import_stack(
        product, outputs.path("STACK"), geometry, chosen.options(),
        job,
    )  # fmt: skip
    if geometry and not report.geometry_written:
        outputs.leave_out("GEOMETRY")
    for line in report.notes:
        job.note(line)
    not_known(report.missing, job)
    job.note(
        f"{report.pairs} interferograms, {report.dates} dates, {report.rows} x {report.cols} "
        f"pixels ({report.kind})."
    )
    return {
        "PAIRS": report.pairs, "DATES": report.dates, "ROWS": report.rows, "COLS": report.cols,
        "VALID_SHARE": report.valid_share, "MEAN_COHERENCE": report.mean_coherence,
        "FOUND": report.kind,
    }  # fmt: skip


def refuse_read(paths, targets) -> None:
    """Refuse outputs that are files of the product: they would be replaced."""
    import os

    read = set(map(os.path.realpath, paths))
    for target in filter(None, targets):
        if os.path.realpath(target) in read:
            raise GroundshiftError(f"{target}: is input and output; choose another output.")


def not_known(missing, job) -> None:
    """Warn of what a product does not tell."""
    if missing:
        job.warn(
            f"Not known from the product: {', '.join(missing)}; give them as parameters where a "
            "later tool needs them."
        )
