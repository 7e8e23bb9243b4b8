# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Products of offsets found in folders, looked at, and written as ours."""

from __future__ import annotations

import importlib
from pathlib import Path

import numpy as np

from ...data.offsets import MAP, OffsetBlock, bands_of, note_of
from ...data.statistics import Sampler
from ...errors import GroundshiftError, counted
from ...formats.offsets.foreign import ForeignReader
from ...formats.rasters import BandInfo, RasterWriter
from .arrows import Arrows, write_arrows

READERS = ("itslive", "gamma", "mintpy", "cosicorr", "asp", "micmac", "pairs")
"""In the order in which they are tried; names of the files in ``formats/offsets``."""
BYTES_PER_PIXEL = 120.0
SMALLEST_SHARE = 1e-4  # of a pixel: below, the numbers are no metres


def _reader(name):
    return importlib.import_module(f"...formats.offsets.{name}", __package__)


def find_products(paths, kind, given, leave_out, job) -> list:
    """Look into files and folders.

    Parameters
    ----------
    paths : sequence of Path
    kind : str
        One of :data:`READERS`, or ``auto``.
    given : Given
    leave_out : Path
        A folder that is not searched: the tool's own.
    job : Job

    Returns
    -------
    list of ForeignOffsets

    Raises
    ------
    GroundshiftError
        If nothing is found, or dates that are given are not those of one pair.
    """
    readers = [_reader(name) for name in (READERS if kind == "auto" else (kind,))]
    leave_out = Path(leave_out).resolve()
    files = []
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file())
            files += [p for p in inside if leave_out not in p.resolve().parents]
        else:
            files.append(path)
    found = []
    for path in files:
        job.check()
        reader = next((one for one in readers if one.recognises(path)), None)
        if reader is not None:
            found += reader.read(path, given)
        elif path in map(Path, paths):
            told = "; ".join(one.LOOKS_FOR for one in readers)
            raise GroundshiftError(f"{path}: is none of: {told}; give another file or format.")
    if not found:
        told = "; ".join(one.LOOKS_FOR for one in readers)
        raise GroundshiftError(
            f"{', '.join(map(str, paths))}: holds no offsets (looked for: {told}); give "
            "another folder."
        )
    if not (np.isnat(given.reference) and np.isnat(given.secondary)) and len(found) > 1:
        raise GroundshiftError(
            f"{counted(len(found), 'pair')} were found and the dates of one are given; leave them "
            "out, or give one file."
        )
    for one in found:
        for text in one.notes:
            job.note(f"{one.offsets.path.name}: {text}.")
    return found


def write_products(found, folder, outputs, job, fastest: float, arrow_step=None) -> dict:
    """Write each pair as a raster; the tool's numbers.

    Parameters
    ----------
    found : list of ForeignOffsets
    folder : Path
    outputs : Outputs
    job : Job
    fastest : float
        Metres a year beyond which a unit is doubtful.
    arrow_step : int, optional
        Offsets from arrow to arrow.
    """
    names, doubtful, medians, rates, valid, pixels = {}, 0, [], [], 0, 0
    days = [day for one in found for day in (one.offsets.reference, one.offsets.secondary)]
    days = [day for day in days if not np.isnat(day)]
    if days:
        outputs.when = min(days), max(days)
    drawn = _drawn(found, outputs, job)
    arrows = []
    for number, one in enumerate(found):
        offsets = one.offsets
        name = "_".join(filter(None, (offsets.name, _plain(offsets.platform))))
        names[name] = names.get(name, 0) + 1
        if names[name] > 1:
            name = f"{name}_{names[name]}"
        sizes = Sampler(offsets.grid)
        share = number / len(found), (number + 1) / len(found)
        path = outputs.files.add(folder / f"{name}.tif")
        picked = Arrows(offsets.grid, arrow_step) if one in drawn else None
        _write(one, path, sizes, picked, job.part(*share))
        if picked is not None:
            arrows.append((offsets, picked.table()))
        summary = sizes.summary()
        valid += summary.count
        pixels += offsets.grid.rows * offsets.grid.cols
        if not summary.count:
            job.warn(f"{offsets.path.name}: holds no valid offset.")
            continue
        medians.append(summary.median)
        if offsets.dated and offsets.years:
            rates.append(summary.median / abs(offsets.years))
        doubtful += _doubt(one, summary, fastest, job)
        if not offsets.dated:
            job.warn(
                f"{offsets.path.name}: its dates are not known; 'Time series of offsets' will "
                "refuse it."
            )
    if arrows:
        _write_arrows(arrows, outputs, job)
    job.note(
        f"{counted(len(found), 'pair')} of {found[0].kind}: median displacement "
        f"{np.median(medians) if medians else np.nan:.4g} m, median rate "
        f"{np.median(rates) if rates else np.nan:.4g} m/yr."
    )
    return {
        "PAIRS": len(found), "DATES": len(set(days)), "VALID_SHARE": valid / pixels,
        "MEDIAN_METRES": float(np.median(medians)) if medians else None,
        "MEDIAN_RATE": float(np.median(rates)) if rates else None, "DOUBTFUL": doubtful,
        "FOUND": ", ".join(sorted({one.kind for one in found})),
    }  # fmt: skip


def _plain(text) -> str:
    return "".join(letter if letter.isalnum() or letter in "-." else "-" for letter in text)


def _drawn(found, outputs, job) -> list:
    """The pairs that have arrows: those on the map, of the CRS of the first one of them."""
    if not outputs.wanted("ARROWS"):
        return []
    placed = [one for one in found if one.offsets.components == MAP and one.offsets.grid.crs]
    drawn = [one for one in placed if one.offsets.grid.crs == placed[0].offsets.grid.crs]
    if not drawn:
        job.warn("ARROWS: is only made of pairs on the map, and left out.")
        outputs.leave_out("ARROWS")
    elif len(drawn) < len(found):
        job.warn(
            f"ARROWS: {counted(len(found) - len(drawn), 'pair')} in radar coordinates, without a "
            "place, or in another coordinate reference system than the first one left out."
        )
    return drawn


def _write_arrows(arrows, outputs, job):
    """Write the arrows of all pairs, each with its dates."""
    x, y, columns = (list(parts) for parts in zip(*(table for _, table in arrows)))
    together = {name: np.concatenate([one[name] for one in columns]) for name in columns[0]}
    for name in ("reference", "secondary"):
        days = [getattr(offsets, name) for offsets, _ in arrows]
        days = ["" if np.isnat(day) else str(day) for day in days]
        together[f"{name}_date"] = np.repeat(days, [len(part) for part in x])
    crs = arrows[0][0].grid.crs
    write_arrows(outputs, crs, np.concatenate(x), np.concatenate(y), together)
    if len(arrows) > 1:
        job.note(
            f"ARROWS: those of {len(arrows)} pairs lie on one another; filter the layer by "
            "reference_date and secondary_date to see one."
        )


def _write(one, path, sizes, arrows, job):
    offsets = one.offsets
    bands = [BandInfo(*band) for band in bands_of(offsets.components)]
    note = {
        **note_of(offsets.components, offsets.reference, offsets.secondary, offsets.platform),
        "SOURCE_FORMAT": one.kind,
    }
    with ForeignReader(one) as reader, RasterWriter(
        path, offsets.grid, bands, metadata=note
    ) as raster:  # fmt: skip

        def write(window, stacked):
            raster.write(window, stacked)
            sizes.add(window, np.hypot(*stacked[:2]))
            if arrows is not None:
                arrows.add(window, OffsetBlock.of(stacked))

        job.blocks(OffsetBlock.stacked, reader.read, write, offsets.grid, BYTES_PER_PIXEL)


def _doubt(one, summary, fastest, job) -> bool:
    """Tell numbers that no motion has."""
    offsets, name = one.offsets, one.offsets.path.name
    pixel = abs(offsets.grid.transform[1]) if offsets.grid.crs else np.nan
    if offsets.grid.crs and abs(pixel) < 0.1:  # degrees
        pixel *= 111e3
    if summary.p98 == 0:
        job.warn(f"{name}: all its offsets are zero.")
        return True
    years = abs(offsets.years)
    if years > 0 and summary.p98 / years > fastest:
        job.warn(
            f"{name}: 2 % of its pixels move faster than {summary.p98 / years / 1e3:.3g} km/yr, "
            f"which is beyond {fastest / 1e3:g}: is the unit right, and are the dates?"
        )
        return True
    if np.isfinite(pixel) and summary.p98 < SMALLEST_SHARE * pixel:
        job.warn(
            f"{name}: its offsets hardly reach {summary.p98:.2g} m, {summary.p98 / pixel:.1g} of a "
            "pixel, which no matching tells from zero: is the unit right?"
        )
        return True
    return False
