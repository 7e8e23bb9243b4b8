# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoPackage layers as FlatGeobuf and GeoParquet, which are made of them when they are complete."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

from ...errors import GroundshiftError
from ..atomic import need_gdal
from ..rasters import gdal_closing, gdal_errors
from .flatgeobuf import outgrows, write_flatgeobuf
from .parquet import ENDINGS, has_driver, need_parquet
from .parquet_writer import write_parquet

FLATGEOBUF = ".fgb"
LAYER_ENDINGS = (".gpkg", FLATGEOBUF, *ENDINGS)
"""Of layers that tools write."""
DRIVERS = {FLATGEOBUF: "FlatGeobuf", **dict.fromkeys(ENDINGS, "Parquet")}


def check_target(target: Path, what: str, only_geopackage: bool = False) -> None:
    """Refuse a layer that could not be written, before the work.

    Parameters
    ----------
    target : Path
    what : str
        Title and id of the output.
    only_geopackage : bool
        Whether it holds what the other formats cannot.

    Raises
    ------
    GroundshiftError
    """
    ending = target.suffix.lower()
    endings = LAYER_ENDINGS[:1] if only_geopackage else LAYER_ENDINGS
    if ending not in endings:
        raise GroundshiftError(
            f"{what}: {target} is no name for a layer here; let it end in {' or '.join(endings)}."
        )
    if ending in DRIVERS:
        need_gdal(str(target))
    if ending in ENDINGS:
        need_parquet(target)


def convert(source: Path, target: Path, job) -> None:
    """Make a layer in another format of a GeoPackage with one.

    Parameters
    ----------
    source : Path
    target : Path
        Its ending tells the format. Rows lie there in an order of places, not in that of the
        source, so that what is near is read together.
    job : Job
        Its budget bounds GeoParquet, and FlatGeobuf of points.

    Raises
    ------
    GroundshiftError
        If it cannot be written.
    """
    ending = target.suffix.lower()
    if ending in ENDINGS and not has_driver():
        write_parquet(source, target, job)
        return
    make = partial(_translate, source, DRIVERS[ending])
    try:
        if ending == FLATGEOBUF and outgrows(source, job.budget):
            write_flatgeobuf(source, target, make, job)
        else:
            make(target, job)
    except (RuntimeError, OSError, sqlite3.Error) as error:
        job.check()  # GDAL calls it an error, too, when it is told to stop
        raise GroundshiftError(
            f"{target}: cannot be written ({error}); is the disk full?"
        ) from error


def _translate(source, driver, target, job, **options):
    def told(share, *_):
        job.tell(0.7 * share)  # what GDAL does on closing it does not tell
        return int(job.cancelled is None or not job.cancelled())

    with gdal_errors() as gdal:
        # gdal_errors looks into files before they are opened; this one was made here.
        made = gdal.VectorTranslate(
            str(target), str(source), format=driver, callback=told, **options
        )  # fmt: skip
    with gdal_closing() as gdal:
        if hasattr(made, "Close"):  # GDAL 3.8 and newer
            made.Close()
        del made
        problem = gdal.GetLastErrorMsg() if gdal.GetLastErrorType() >= gdal.CE_Failure else ""
    job.check()
    if problem:
        raise RuntimeError(problem)
    job.tell(1.0)
