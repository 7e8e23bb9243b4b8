# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""ASF HyP3: Sentinel-1 interferograms on demand, made with GAMMA or (bursts) with ISCE-2.

Files and names: https://hyp3-docs.asf.alaska.edu/guides/insar_product_guide/ and
.../burst_insar_product_guide/. A product is a folder with ``<name>_unw_phase.tif`` (radians),
``_corr.tif``, optionally ``_lv_theta.tif``, ``_lv_phi.tif`` (radians, the look vector's elevation
and its orientation counter-clockwise from east) and ``_dem.tif``, and ``<name>.txt`` with
``Baseline`` (perpendicular, metres), ``Heading``, ``Range looks`` and ``Azimuth looks``. 0 is no
data in phase, coherence and look vectors.

Sign: "Negative values indicate movement towards the sensor, and positive values indicate movement
away from the sensor" (unwrapped phase, burst product guide), reference being the oldest scene:
MintPy's sign.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import numpy as np

from ...data.product import Band, GeometryBands, Interferogram, Product
from ...errors import GroundshiftError
from ..raster_source import describe
from ..regrid import same_grid
from ._common import (
    SENTINEL1_FREQUENCY,
    agreeing,
    coherence_band,
    commonest_grid,
    described,
    matching,
    normalised,
    number,
    orbit_attributes,
    pair_dates,
    read_keys,
    wavelength_from,
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
    return Interferogram(
        *pair_dates(phase),
        phase=Band(str(phase), nodata=tuple({0.0, *info.nodata})),
        coherence=coherence,
        perpendicular_baseline=number(text.get("baseline"), np.nan),
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
