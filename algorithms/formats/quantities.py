# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What rasters and fields say they hold, so that a coherence does not pass for a rate.

A raster tells by the name and unit of its band, by its type (complex, colours, named classes), and,
where it says nothing, by the file's name and by values that no rate has. Only what says that it is
something else is refused: most rasters of rates say nothing at all.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from ..errors import GroundshiftError
from .rasters import gdal_errors

RATE, HEIGHT, ANGLE, PHASE = "rate", "height", "angle", "a phase"

NEEDED = {
    RATE: "a rate or a displacement is needed",
    HEIGHT: "heights in metres are needed",
    ANGLE: "an angle or a look vector is needed",
    PHASE: "the phase of an interferogram is needed",
}

# By quantity: words of names, whole ones. The first that a name holds is what it says.
_WORDS = {
    "a standard deviation": "std stdev stddev vstd standard sigma uncertainty rms rmse stderr",
    PHASE: "phase wrapped unw unwrapped ifg interferogram",
    RATE: "velocity velocities vel rate rates vlos displacement disp deformation subsidence cum "
    "cumulative change difference diff yr year",
    "a coherence": "coherence coh tcoh corr correlation gamma",
    ANGLE: "incidence heading inclination theta phi",
    HEIGHT: "height heights elevation dem dtm dsm altitude hgt srtm copdem",
    "a slope or an aspect": "slope aspect hillshade",
    "an amplitude of radar images": "backscatter sigma0 gamma0 intensity amplitude dispersion",
    "a class or a count": "class classes classification landcover mask label labels components "
    "count pairs scatterers neighbours brothers status visibility",
    "a stress": "stress coulomb",
}
_KIND = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_BY_UNIT = {
    "rad": "a phase or an angle", "radian": "a phase or an angle", "radians": "a phase or an angle",
    "deg": ANGLE, "degree": ANGLE, "degrees": ANGLE, "db": "an amplitude of radar images",
    "%": "a share", "percent": "a share", "kpa": "a stress", "mpa": "a stress", "pa": "a stress",
}  # fmt: skip
PHASES = (PHASE, "a phase or an angle")
_NAMES = {RATE: "a rate", HEIGHT: "a height", ANGLE: "an angle"}
LEAST_PIXELS = 200  # of a thinned view; fewer tell nothing
SAMPLE = 256  # pixels along a side of it
MOST_CLASSES = 30


def told_by(name: str, wanted: str = RATE, also=()) -> str:
    """What the name of a band or field says that it is instead of what is wanted; '' for nothing.

    Parameters
    ----------
    name : str
        Such as ``temporal_coherence``, ``velocity_mm_yr`` or ``slopeVelocity``.
    wanted : str
        :data:`RATE`, :data:`HEIGHT` or :data:`ANGLE`.
    also : collection of str
        Kinds that will do, too.
    """
    parts = re.sub(r"([a-z])([A-Z])", r"\1 \2", name).lower()
    kinds = [_KIND[word] for word in re.split(r"[^a-z0-9]+", parts) if word in _KIND]
    if wanted in kinds and not (wanted == RATE and "a standard deviation" in kinds):
        return ""
    first = min(kinds, key=list(_WORDS).index, default="")
    return "" if first == wanted or first in also else _NAMES.get(first, first)


def check_raster(path, wanted: str = RATE, index: int = 1, unit: str = "", also=()) -> None:
    """Refuse a raster that says that it holds something else.

    Parameters
    ----------
    path : path
    wanted : str
        :data:`RATE`, :data:`HEIGHT` or :data:`ANGLE`.
    index : int
        Of the band.
    unit : str
        That the user gave for values without one.
    also : collection of str
        Kinds that will do, too, such as :data:`PHASES`.

    Raises
    ------
    GroundshiftError
        With what the raster is, and how to say that it is what is wanted.
    """
    with gdal_errors() as gdal:
        try:
            dataset = gdal.Open(str(path))
        except RuntimeError:
            return  # who reads it says why it cannot be read
        if index > dataset.RasterCount:
            return
        band = dataset.GetRasterBand(index)
        _check_type(path, gdal, band, wanted)
        said, own = band.GetDescription(), band.GetUnitType().strip().lower()
        if not said:
            said = band.GetMetadataItem("long_name") or band.GetMetadataItem("NETCDF_VARNAME") or ""
        other = told_by(said, wanted, also)
        if other:
            raise GroundshiftError(
                f"{path}: its band is named '{said}', so it is {other}; {NEEDED[wanted]}."
            )
        known = bool(said) and told_by(said, "") != ""
        kind = _BY_UNIT.get(own, wanted)
        if kind not in (wanted, *also) and not (wanted == ANGLE and own.startswith("rad")):
            raise GroundshiftError(
                f"{path}: its unit is {own}, so it is {_NAMES.get(kind, kind)}; {NEEDED[wanted]}."
            )
        if known or wanted != RATE:
            return
        other = told_by(Path(str(path)).stem, wanted, also)
        if other:
            raise GroundshiftError(
                f"{path}: its name says that it is {other}; {NEEDED[wanted]} (if that is what it "
                "holds, name its band or the file so)."
            )
        if not own:
            _check_values(path, band, unit)


def check_field(path, name: str) -> None:
    """Refuse a field of rates whose name says that it is something else.

    Raises
    ------
    GroundshiftError
    """
    other = told_by(name)
    if other:
        raise GroundshiftError(
            f"{path}: the field '{name}' says that it is {other}; {NEEDED[RATE]}: choose another "
            "field, or rename this one if that is what it holds."
        )


def _check_type(path, gdal, band, wanted):
    if gdal.DataTypeIsComplex(band.DataType):
        raise GroundshiftError(
            f"{path}: holds complex numbers (a radar image or a wrapped interferogram); "
            f"{NEEDED[wanted]}."
        )
    colours = band.GetColorInterpretation()
    coloured = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_PaletteIndex)
    if colours in coloured or band.GetCategoryNames():
        raise GroundshiftError(
            f"{path}: is a picture or a map of classes; {NEEDED[wanted]}: give the values "
            "themselves."
        )


def _check_values(path, band, unit):
    """Values of rasters that say nothing: shares from 0 to 1, and a few whole numbers."""
    size = min(SAMPLE, band.XSize), min(SAMPLE, band.YSize)
    try:
        values = band.ReadAsArray(buf_xsize=size[0], buf_ysize=size[1])
    except RuntimeError:
        return
    whole = values.dtype.kind in "iu"
    void, scale = band.GetNoDataValue(), band.GetScale()
    values = values[np.isfinite(values)]
    if void is not None:
        values = values[values != void]
    if values.size < LEAST_PIXELS or scale not in (None, 1.0):
        return
    if whole and values.itemsize == 1 and len(np.unique(values)) <= MOST_CLASSES:
        raise GroundshiftError(
            f"{path}: holds {len(np.unique(values))} whole numbers, so it is a map of classes or a "
            f"mask; {NEEDED[RATE]}."
        )
    # Rates have both signs, or pass one millimetre a year.
    if unit in ("", "mm") and values.min() >= 0 and 0.1 < values.max() <= 1:
        raise GroundshiftError(
            f"{path}: its values go from {values.min():.3g} to {values.max():.3g}, as a coherence "
            f"or a share has them; {NEEDED[RATE]} (of metres say the unit)."
        )
