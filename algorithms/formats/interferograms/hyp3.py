# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""ASF HyP3: Sentinel-1 interferograms on demand, made with GAMMA or (bursts) with ISCE-2.

Files and names: https://hyp3-docs.asf.alaska.edu/guides/insar_product_guide/ and
.../burst_insar_product_guide/. A product is a folder with ``<name>_unw_phase.tif`` (radians),
``_corr.tif``, of bursts ``_conncomp.tif`` (connected components, 0 for none), optionally
``_lv_theta.tif``, ``_lv_phi.tif`` (radians, the look vector's elevation and its orientation
counter-clockwise from east) and ``_dem.tif``, and ``<name>.txt`` with ``Baseline`` (perpendicular,
metres), ``Heading``, ``Range looks`` and ``Azimuth looks``. 0 is no data in phase, coherence and
look vectors.

Sign: "Negative values indicate movement towards the sensor, and positive values indicate movement
away from the sensor" (unwrapped phase, burst product guide), reference being the oldest scene:
MintPy's sign.

Written as made with GAMMA (INSAR_GAMMA).
"""

from __future__ import annotations

import re
import shutil
import zlib
from collections import Counter
from pathlib import Path

import numpy as np

from ...data.product import Band, GeometryBands, Interferogram, Product
from ...data.simulation.scene import EARTH_RADIUS, ORBIT_HEIGHT
from ...errors import GroundshiftError
from ..raster_source import describe
from ..regrid import same_grid
from ._common import (
    SECONDS_OF_DAY,
    SENTINEL1_FREQUENCY,
    TIME,
    TRACK,
    agreeing,
    coherence_band,
    commonest_grid,
    date_text,
    described,
    is_ascending,
    matching,
    normalised,
    number,
    orbit_attributes,
    pair_dates,
    read_keys,
    signed_heading,
    split_looks,
    wavelength_from,
    write_text,
    write_zero_void,
)

LOOKS_FOR = "ASF HyP3 (S1*_unw_phase.tif)"
# The variant is what clipping scripts append, such as _clipped.
PHASE = re.compile(r"^(?P<product>S1.*_INT\d+_.*?)_unw_phase(?P<variant>_?[A-Za-z]*)\.tif$")


def recognises(folder, files) -> bool:
    """Whether the folder holds HyP3 products."""
    return any(PHASE.match(file.name) for file in files)


def read(folder, files) -> Product:
    """Find what a folder of HyP3 products holds."""
    found = [(file, PHASE.match(file.name)) for file in files if PHASE.match(file.name)]
    if not found:
        raise GroundshiftError(
            f"{folder}: holds no HyP3 interferograms (S1*_unw_phase.tif); choose another folder "
            "or kind."
        )
    phases, notes = _one_variant(found)
    infos = {phase: described(phase) for phase, _ in phases}
    texts = {phase: _metadata(phase, match["product"]) for phase, match in phases}
    coherences = {p.name: _beside(p, m, "corr") for p, m in phases}
    pairs = [_pair(p, m, infos[p], coherences[p.name], texts[p]) for p, m in phases]
    interferograms, turned = normalised(pairs)
    heading = agreeing(
        {p.name: _heading(text) for p, text in texts.items()}, "heading", tolerance=20.0
    )
    if heading is not None:
        heading %= 360.0
    grid = commonest_grid(infos.values())
    range_looks, azimuth_looks = (_looks(texts, name) for name in ("range_looks", "azimuth_looks"))
    attributes = {"PROCESSOR": "hyp3", "PLATFORM": "Sen", **orbit_attributes(heading)}
    if range_looks and azimuth_looks:
        attributes.update(RLOOKS=f"{range_looks:g}", ALOOKS=f"{azimuth_looks:g}")
    notes += turned + matching(coherences, "coherence file (_corr.tif)")
    notes += matching({p.name: t or None for p, t in texts.items()}, "metadata text file")
    return Product(
        kind="hyp3",
        interferograms=interferograms,
        grid=grid,
        wavelength=wavelength_from(SENTINEL1_FREQUENCY),
        phase_sign=1.0,
        looks=range_looks * azimuth_looks if range_looks and azimuth_looks else None,
        geometry=_geometry(phases, infos, grid, heading),
        attributes=attributes,
        notes=tuple(notes),
        source=Path(folder),
    )


def _one_variant(found):
    """Where clipped and whole files lie side by side, those that more products have."""
    counts = Counter(match["variant"] for _, match in found)
    if len(counts) == 1:
        return found, []
    best = max(counts, key=lambda variant: (counts[variant], len(variant)))
    kept = [(file, match) for file, match in found if match["variant"] == best]
    return kept, [f"Of several versions of the files, those named *_unw_phase{best}.tif were read."]


def _pair(phase, match, info, coherence, text) -> Interferogram:
    components = _sibling(phase, match, "conncomp")
    return Interferogram(
        *pair_dates(phase),
        phase=Band(str(phase), nodata=tuple({0.0, *info.nodata})),
        coherence=coherence,
        perpendicular_baseline=number(text.get("baseline"), np.nan),
        components=Band(str(components)) if components.is_file() else None,
    )


def _sibling(phase, match, kind) -> Path:
    return phase.with_name(f"{match['product']}_{kind}{match['variant']}.tif")


def _beside(phase, match, kind):
    path = _sibling(phase, match, kind)
    return coherence_band(describe(path), nodata=(0.0,)) if path.is_file() else None


def _metadata(phase, product) -> dict:
    path = phase.with_name(f"{product}.txt")
    return read_keys(path, ":") if path.is_file() else {}


def _heading(text):
    heading = number(text.get("heading"))
    # Values near the cut at 180 belong together: bursts give -167, scenes 193.
    return None if heading is None else (heading + 90.0) % 360.0 - 90.0


def _looks(texts, name):
    return agreeing(
        {p.name: number(text.get(name)) for p, text in texts.items()},
        name.replace("_", " "),
        tolerance=0.0,
    )


def _geometry(phases, infos, grid, heading) -> GeometryBands:
    """Look vectors and height of the products on the stack's grid before those on others."""

    def first(*kinds):
        for phase, match in sorted(phases, key=lambda item: not on_grid(item[0])):
            paths = [_sibling(phase, match, kind) for kind in kinds]
            if all(path.is_file() for path in paths):
                return paths
        return None

    def on_grid(phase):
        return same_grid(infos[phase].grid, grid)

    look, height = first("lv_theta", "lv_phi"), first("dem")
    return GeometryBands(
        height=Band(str(height[0]), nodata=describe(height[0]).nodata) if height else None,
        los=tuple(Band(str(path), nodata=(0.0,)) for path in look) if look else None,
        los_kind="theta_phi",
        heading=heading,
    )


ORBITS_PER_CYCLE, DAYS_PER_CYCLE = 175, 12  # Sentinel-1
S1A_OFFSET = 73  # relative orbit = (absolute orbit - 73) mod 175 + 1


def write_hyp3(simulation, folder, pairs) -> None:
    """Write a product folder for each pair.

    Parameters
    ----------
    simulation : Simulation
        In a projected CRS.
    folder : Path
    pairs : iterator over (int, SimulatedPair)
    """
    los = simulation.los
    geometry = {
        "lv_theta": np.arcsin(los.up),
        "lv_phi": np.arctan2(los.north, los.east),
        "dem": simulation.height,
    }
    written: dict = {}
    for index, pair in pairs:
        name = _product_name(simulation, index)
        product = folder / name
        product.mkdir(parents=True)
        write_zero_void(product / f"{name}_unw_phase.tif", simulation, pair.phase)
        write_zero_void(product / f"{name}_corr.tif", simulation, pair.coherence)
        for kind, values in geometry.items():
            path = product / f"{name}_{kind}.tif"
            if kind in written:
                shutil.copyfile(written[kind], path)
            else:
                write_zero_void(path, simulation, values)
                written[kind] = path
        write_text(product / f"{name}.txt", _parameter_lines(simulation, index))


def _product_name(simulation, index) -> str:
    first, second = simulation.pairs[index]
    days = (second - first).astype(int)
    spacing = 80 if simulation.options.pixel_size_m > 60 else 40
    stem = f"S1AA_{date_text(first)}T{TIME}_{date_text(second)}T{TIME}_VVP{days:03d}"
    stem = f"{stem}_INT{spacing}_G_ueF"
    return f"{stem}_{zlib.crc32(stem.encode()) & 0xFFFF:04X}"


def _orbit(simulation, date) -> int:
    """An absolute orbit number on the simulated track."""
    cycles = (date - simulation.dates[0]).astype(int) // DAYS_PER_CYCLE
    return S1A_OFFSET + TRACK - 1 + ORBITS_PER_CYCLE * (160 + cycles)


def _granule(simulation, date) -> str:
    end = f"{int(TIME) + 27:06d}"
    day = date_text(date)
    return f"S1A_IW_SLC__1SDV_{day}T{TIME}_{day}T{end}_{_orbit(simulation, date):06d}_000000_0000"


def _parameter_lines(simulation, index):
    """Lines of the parameter file."""
    first, second = simulation.pairs[index]
    ranges, options = simulation.slant_range, simulation.options
    range_looks, azimuth_looks = split_looks(options.looks)
    direction = "ASCENDING" if is_ascending(options) else "DESCENDING"
    values = (
        ("Reference Granule", _granule(simulation, first)),
        ("Secondary Granule", _granule(simulation, second)),
        ("Reference Pass Direction", direction),
        ("Reference Orbit Number", _orbit(simulation, first)),
        ("Secondary Pass Direction", direction),
        ("Secondary Orbit Number", _orbit(simulation, second)),
        ("Baseline", f"{simulation.pair_baseline[index]:.4f}"),
        ("UTC time", f"{SECONDS_OF_DAY:.6f}"),
        ("Heading", f"{signed_heading(options):.7f}"),
        ("Spacecraft height", f"{ORBIT_HEIGHT:.4f}"),
        ("Earth radius at nadir", f"{EARTH_RADIUS:.4f}"),
        ("Slant range near", f"{ranges.min():.4f}"),
        ("Slant range center", f"{np.mean(ranges, dtype=float):.4f}"),
        ("Slant range far", f"{ranges.max():.4f}"),
        ("Range looks", range_looks),
        ("Azimuth looks", azimuth_looks),
        ("INSAR phase filter", "none"),
        ("Phase filter parameter", "0.0"),
        ("Resolution of output (m)", f"{options.pixel_size_m:g}"),
        ("Range bandpass filter", "no"),
        ("Azimuth bandpass filter", "no"),
        ("DEM source", "simulated"),
        ("DEM resolution (m)", f"{options.pixel_size_m:g}"),
        ("Unwrapping type", "mcf"),
        ("Unwrapping threshold", "none"),
        ("Speckle filter", "no"),
    )
    return [f"{key}: {value}" for key, value in values]
