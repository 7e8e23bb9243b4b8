# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapped interferograms of ESA's SNAP after Terrain Correction: BEAM-DIMAP and GeoTIFF.

Bands: ``Unw_Phase_ifg_VV_12Jan2020_24Jan2020`` or, of ``SnaphuImportOp``,
``Unw_Phase_ifg_12Jan2020_24Jan2020_VV`` (radians, reference and secondary date) and
``coh_VV_12Jan2020_24Jan2020``, in one product or in several; ``elevation`` and
``incidenceAngleFromEllipsoid`` (degrees) where Terrain Correction was asked for them; 0 is no data.
Of the metadata ``radar_frequency`` (MHz), ``range_looks``, ``azimuth_looks``, ``PASS``,
``antenna_pointing`` and ``centre_heading``, the azimuth from the scene's centre along its lines
(``SARReader.addCommonSARMetadata``), which is the flight's where images are not turned: one that
contradicts ``PASS`` is not taken. See :mod:`._dimap` for the files.

Sign (https://github.com/senbox-org/s1tbx): ``InterferogramOp`` multiplies the reference by the
conjugate of the secondary, to which ``4 pi / wavelength`` times its range less the reference's was
added: the phase grows as the ground moves away, MintPy's sign.

Sign of the baseline: ``Baseline.java`` counts positive where the secondary looks more steeply, and
has the height of ambiguity as ``-wavelength R sin(look) / (2 B)``: that of
:func:`...data.orbit.perpendicular_baseline`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np

from ...data.dates import parse_date
from ...data.product import Band, GeometryBands, Interferogram, Product
from ...errors import GroundshiftError
from ..raster_source import describe
from ._common import (
    RASTERS,
    agreeing,
    check_phase,
    coherence_band,
    commonest_grid,
    matching,
    normalised,
    orbit_attributes,
    wavelength_from,
)
from ._dimap import DimapBand, DimapProduct, read_dim, read_tiff

LOOKS_FOR = "SNAP (*.dim or GeoTIFF with Unw_Phase_ifg_*)"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY = r"(\d{2})(" + "|".join(MONTHS) + r")(\d{4})"
DATES = re.compile(rf"(?i)(?<![A-Za-z0-9])({DAY})_({DAY})(?![A-Za-z0-9])")
PHASE = re.compile(r"(?i)^unw")
COHERENCE = re.compile(r"(?i)^coh(erence)?_")
NO_HEADING = -1.0  # where both places fall together
NAMED = {"height": "elevation", "incidence": "incidenceanglefromellipsoid"}


def recognises(folder, files) -> bool:
    """Whether the folder holds products with unwrapped phase."""
    return any(
        file.suffix.lower() == ".img" and PHASE.match(file.name)
        and file.parent.suffix == ".data" and file.parent.with_suffix(".dim").is_file()
        for file in files
    ) or any(
        PHASE.match(band.name) for product in map(_of_tiff, files) if product
        for band in product.bands
    )  # fmt: skip


def _of_tiff(file):
    """What a GeoTIFF holds: by SNAP's header, or by its name where it is one band."""
    if file.suffix.lower() not in RASTERS:
        return None
    product = read_tiff(file)
    if product is None and DATES.search(file.stem) and (
        PHASE.match(file.stem) or COHERENCE.match(file.stem)
    ):  # fmt: skip
        info = describe(file)
        if info.bands == 1:
            band = DimapBand(file.stem, str(file), 1, info.nodata, info.unit)
            product = DimapProduct(file, (band,), info.grid if info.grid.crs else None)
    return product


def read(folder, files) -> Product:
    """Find what a folder of SNAP's products holds."""
    products = [read_dim(file) for file in files if file.suffix.lower() == ".dim"]
    products += [product for product in map(_of_tiff, files) if product]
    phases = _bands(products, PHASE)
    if not phases:
        raise GroundshiftError(
            f"{folder}: holds no unwrapped phase of SNAP ({LOOKS_FOR}); choose another folder or "
            "format."
        )
    placed = [item for item in phases if item[1].grid is not None]
    if not placed:
        raise GroundshiftError(
            f"{phases[0][1].path}: is not on a map; run Range-Doppler Terrain Correction in SNAP "
            "with its unwrapped phase and coherence first."
        )
    infos = {band.path: _described(band, product) for band, product in placed}
    coherences = {
        _dates(band, product): replace(
            coherence_band(_described(band, product, False), (0.0, *band.nodata)),
            index=band.index, grid=product.grid,
        )
        for band, product in _bands(products, COHERENCE) if product.grid is not None
    }  # fmt: skip
    pairs = []
    for band, product in placed:
        dates = _dates(band, product)
        coherence = coherences.get(dates)
        pairs.append(
            Interferogram(
                *map(_date, dates),
                phase=Band(band.path, band.index, (0.0, *band.nodata), grid=infos[band.path].grid),
                coherence=coherence,
                perpendicular_baseline=product.baselines.get(dates, np.nan),
            )
        )
    interferograms, notes = normalised(pairs)
    if len(placed) < len(phases):
        left = next(product.path.name for _, product in phases if product.grid is None)
        notes.append(
            f"{len(phases) - len(placed)} unwrapped phases are not on a map (such as in {left}) "
            "and were passed over."
        )
    used = [product for _, product in placed]
    heading = agreeing({str(p.path): _heading(p) for p in used}, "heading", 5.0)
    lacking = {pair.name: pair.coherence for pair in interferograms}
    looks = [_common(used, name, 0.0) for name in ("range_looks", "azimuth_looks")]
    frequency = _common(used, "radar_frequency", 10.0)
    return Product(
        kind="snap",
        interferograms=interferograms,
        grid=commonest_grid(infos.values()),
        wavelength=None if frequency is None else wavelength_from(frequency * 1e6),
        phase_sign=1.0,
        looks=None if None in looks else looks[0] * looks[1],
        geometry=_geometry(products, used, heading),
        attributes={**_attributes(used, looks), **orbit_attributes(heading)},
        notes=tuple(notes + matching(lacking, "coherence band (coh_*)")),
        source=Path(folder),
    )


def _bands(products, pattern) -> list:
    return [(band, product) for product in products for band in product.bands
            if pattern.match(band.name)]  # fmt: skip


def _dates(band, product) -> tuple:
    """The texts of both dates, in the name of the band or else of the product."""
    for name in (band.name, product.path.stem):
        match = DATES.search(name)
        if match:
            return match.group(1).lower(), match.group(5).lower()
    raise GroundshiftError(
        f"{product.path}: the name of its band {band.name} does not hold two dates such as "
        "12Jan2020_24Jan2020; give it the name that SNAP made."
    )


def _date(text):
    """A date from ``12Jan2020``."""
    return parse_date(f"{text[5:]}{MONTHS.index(text[2:5]) + 1:02d}{text[:2]}")


def _described(band, product, is_phase=True):
    """The header of a band's raster, on the product's map."""
    info = describe(band.path)
    if info.grid.shape != product.grid.shape:
        raise GroundshiftError(
            f"{band.path}: has {info.grid.rows}x{info.grid.cols} pixels and {product.path.name} "
            f"says {product.grid.rows}x{product.grid.cols}; export the product again."
        )
    info = replace(info, grid=product.grid, unit=band.unit)
    if is_phase:
        check_phase(info)
    return info


def _common(products, name, tolerance):
    values = {str(product.path): product.number(name) for product in products}
    return agreeing(values, name.replace("_", " "), tolerance)


def _heading(product):
    """The flight's direction, degrees clockwise from north; None where it is not told for sure."""
    heading = product.number("centre_heading")
    if heading is None or heading == NO_HEADING:
        return None
    heading = (heading + 180.0) % 360.0 - 180.0
    told = {"ASCENDING": True, "DESCENDING": False}.get(product.keys.get("pass", "").upper())
    return None if told is None or told != (abs(heading) < 90.0) else heading % 360.0


def _geometry(products, used, heading) -> GeometryBands:
    found = {}
    for part, wanted in NAMED.items():
        for product in products:
            for band in product.bands if product.grid is not None else ():
                if band.name.lower() == wanted:
                    _described(band, product, False)
                    nodata = (*band.nodata, *((0.0,) if part == "incidence" else ()))
                    found.setdefault(
                        part, Band(band.path, band.index, nodata, grid=product.grid)
                    )  # fmt: skip
    incidence = None
    if "incidence" not in found:
        ends = [_common(used, name, 5.0) for name in ("incidence_near", "incidence_far")]
        incidence = None if None in ends else float(np.mean(ends))
    return GeometryBands(
        height=found.get("height"),
        los=(found["incidence"], None) if "incidence" in found else None,
        los_kind="incidence_azimuth",
        incidence=incidence,
        heading=heading,
    )


def _attributes(products, looks) -> dict:
    keys = products[0].keys
    mission = keys.get("mission", "")
    attributes = {"PROCESSOR": "snap"}
    if mission:
        attributes["PLATFORM"] = "Sen" if mission.upper().startswith("SENTINEL-1") else mission
    if None not in looks:
        attributes.update(RLOOKS=f"{looks[0]:g}", ALOOKS=f"{looks[1]:g}")
    if keys.get("pass", "").upper() in ("ASCENDING", "DESCENDING"):
        attributes["ORBIT_DIRECTION"] = keys["pass"].upper()
    side = {"left": "1", "right": "-1"}.get(keys.get("antenna_pointing", "").lower())
    if side:
        attributes["ANTENNA_SIDE"] = side
    return attributes
