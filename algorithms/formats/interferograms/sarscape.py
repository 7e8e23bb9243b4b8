# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapped interferograms of SARscape (ENVI): ``*_upha`` and, after geocoding, ``*_upha_geo``.

Files (https://envi.geoscene.cn/help/Subsystems/SARscape): an ENVI raster without ending beside its
``.hdr``, and ``.sml``, SARscape's own header (XML, http://www.sarmap.ch/xml/SARscapeHeaderSchema):
``AcquisitionTimeMaster`` and ``AcquisitionTimeSlave`` (``02-DEC-2021 09:55:35.7``),
``CarrierFrequency`` (Hz), ``IncidenceAngle`` (degrees, of the scene), ``SensorName``,
``NullCellValue``. ``*_cc`` and ``*_cc_geo`` of the same name are the coherence. ``*_mai_upha`` is
along the flight and no such phase.

Sign: what is published says how displacement is counted, and nothing on the phase, so that it is
asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

from ...data.date_columns import find_dates
from ...data.product import Band, GeometryBands, Interferogram, Product
from ...errors import GroundshiftError
from ..raster_source import describe
from ._common import (
    agreeing,
    check_phase,
    coherence_band,
    commonest_grid,
    matching,
    normalised,
    number,
    pair_dates,
    radar_note,
    wavelength_from,
)

LOOKS_FOR = "SARscape (*_upha or *_upha_geo with .hdr)"
PHASE = re.compile(r"^(?P<root>.+?)(?<!_mai)_upha(?P<place>(?:_geo)?)$", re.IGNORECASE)
GEOCODED = "_geo"
TIMES = ("AcquisitionTimeMaster", "AcquisitionTimeSlave")
NUMBERS = ("CarrierFrequency", "IncidenceAngle")


def recognises(folder, files) -> bool:
    """Whether the folder holds unwrapped interferograms of SARscape."""
    return bool(_phases(files)[0])


def _phases(files) -> tuple:
    """Rasters of unwrapped phase, those on a map where there are some; and those passed over."""
    names = [file.with_name(file.name.removesuffix(".hdr")) for file in files
             if file.name.endswith(".hdr")]  # fmt: skip
    found = [file for file in names if PHASE.match(file.name) and file.is_file()]
    placed = [file for file in found if file.name.lower().endswith(GEOCODED)]
    used = placed or found
    roots = {_root(file) for file in used}
    return used, [file for file in found if _root(file) not in roots]


def _root(file):
    return file.with_name(PHASE.match(file.name)["root"])


def read(folder, files) -> Product:
    """Find what a folder of SARscape's interferograms holds."""
    phases, others = _phases(files)
    if not phases:
        raise GroundshiftError(
            f"{folder}: holds no unwrapped phase of SARscape (*_upha or *_upha_geo with its .hdr); "
            "choose another folder or format."
        )
    infos = {phase: described_whole(phase) for phase in phases}
    headers = {phase: header_of(phase) for phase in phases}
    coherences = {phase: _coherence(phase) for phase in phases}
    pairs = []
    for phase, info in infos.items():
        check_phase(info)
        nodata = tuple({*info.nodata, *headers[phase].nodata})
        pairs.append(
            Interferogram(
                *headers[phase].dates, phase=Band(str(phase), nodata=nodata),
                coherence=coherences[phase],
            )
        )  # fmt: skip
    interferograms, notes = normalised(pairs)
    grid = commonest_grid(infos.values())
    told = [headers[phase] for phase in phases]
    frequency, incidence = (
        agreeing({str(p): h.numbers.get(name) for p, h in headers.items()}, what, tolerance)
        for name, what, tolerance in zip(NUMBERS, ("carrier frequency", "incidence"), (1e5, 2.0))
    )
    if others:
        notes.append(
            f"{len(others)} unwrapped phases are not on a map (such as {others[0].name}) and were "
            "passed over."
        )
    if not grid.crs:
        notes.append(radar_note(None))
    named = {phase.name: band for phase, band in coherences.items()}
    return Product(
        kind="sarscape",
        interferograms=interferograms,
        grid=grid,
        wavelength=None if frequency is None else wavelength_from(frequency),
        phase_sign=None,
        geometry=GeometryBands(incidence=incidence),
        attributes={
            "PROCESSOR": "sarscape",
            **({"PLATFORM": "Sen"} if any(h.is_sentinel1 for h in told) else {}),
        },
        notes=tuple(notes + matching(named, "coherence file (*_cc)")),
        source=Path(folder),
    )


def _coherence(phase):
    match = PHASE.match(phase.name)
    path = phase.with_name(f"{match['root']}_cc{match['place']}")
    return coherence_band(described_whole(path), header_of(path).nodata) if path.is_file() else None


def described_whole(path):
    """What the ``.hdr`` says of a raster that is whole: GDAL reads 0 beyond a file's end."""
    info = describe(path)
    size = info.bands * info.grid.rows * info.grid.cols * np.dtype(info.dtype).itemsize
    if path.stat().st_size < size:
        raise GroundshiftError(
            f"{path}: is {path.stat().st_size} bytes long, and {info.grid.rows}x{info.grid.cols} "
            f"pixels need {size}; copy it again or leave it out."
        )
    return info


@dataclass(frozen=True)
class _Header:
    """What an ``.sml`` tells; the dates by the name where it has none."""

    dates: tuple = ()
    nodata: tuple = ()
    numbers: dict = field(default_factory=dict)
    is_sentinel1: bool = False


def header_of(raster) -> _Header:
    """SARscape's own header beside a raster; empty without."""
    path = raster.with_name(f"{raster.name}.sml")
    is_phase = PHASE.match(raster.name)
    if not path.is_file():
        return _Header(pair_dates(raster) if is_phase else ())
    try:
        root = ElementTree.parse(path).getroot()
    except (ElementTree.ParseError, OSError) as error:
        raise GroundshiftError(
            f"{path}: cannot be read ({error}); export it from SARscape again."
        ) from error
    texts = {name: _text(root, name) for name in (*TIMES, *NUMBERS, "SensorName", "NullCellValue")}
    void = number(texts["NullCellValue"], np.nan)
    dates = [_date(texts[name], path) for name in TIMES if texts[name]]
    if is_phase and len(dates) != 2:
        dates = pair_dates(raster)
    numbers = {name: value for name in NUMBERS if (value := number(texts[name]))}
    return _Header(
        tuple(dates), () if np.isnan(void) else (void,), numbers,
        texts["SensorName"].upper() == "SENTINEL-1",
    )  # fmt: skip


def _text(root, name) -> str:
    """The first text of an element, or of what it holds."""
    for item in root.iterfind(f".//{{*}}{name}"):
        for text in item.itertext():
            if text.strip():
                return text.strip()
    return ""


def _date(text, path):
    day = next(iter(find_dates([text.split()[0]]).fields.values()), None)
    if day is None:
        raise GroundshiftError(
            f"{path}: its acquisition time is '{text}', which is no date such as 02-DEC-2021; "
            "export it from SARscape again."
        )
    return day
