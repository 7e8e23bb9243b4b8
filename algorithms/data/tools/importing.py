# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From a product to a stack file: one grid, one sign, one no-data value."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ...errors import GroundshiftError
from ...formats.atomic import check_free_space
from ...formats.hdf5.layout import LOOKUP
from ...formats.hdf5.stacks import StackWriter, wavelength_of
from ...formats.interferograms._common import matching, orbit_attributes
from ...formats.raster_source import describe, open_bands, pages_together
from ...formats.regrid import check_same, common_area, on_grid, same_grid
from ...job import Job
from ..grid import Grid
from ..los import checked_incidence
from ..product import Product
from .import_geometry import LAYERS, layers_of, opened, write_product_geometry
from .import_statistics import ImportStatistics, checked_coherence, checked_components

GRIDS = ("refuse", "crop", "resample")
BYTES_PER_PIXEL = 20  # of a layer while a window is under way: float32 copies, masks, a warp
GEOMETRY_BYTES_PER_PIXEL = 160  # the look vector is computed in double precision
NAMES = {"height": "height", "incidenceAngle": "incidence", "azimuthAngle": "heading"}


@dataclass(frozen=True)
class ImportOptions:
    """What the user says about a product; None leaves it to the product.

    Parameters
    ----------
    wavelength : float or None
        Metres.
    incidence : float or None
        Degrees from the vertical.
    heading : float or None
        Flight direction, degrees clockwise from north.
    phase_sign : float or None
        +1 where positive phase is away from the satellite (later minus earlier), else -1.
    looks : float or None
        Range times azimuth looks.
    grids : str
        What to do with files on other grids: ``refuse``; ``crop`` to the common area, for pixels
        that line up; ``resample`` to the commonest grid.
    nodata : float or None
        A value that means no data in phase and coherence, besides those the product declares.
    first_date, last_date : datetime64[D] or None
        Only pairs that lie between them, ends included.
    """

    wavelength: float | None = None
    incidence: float | None = None
    heading: float | None = None
    phase_sign: float | None = None
    looks: float | None = None
    grids: str = "refuse"
    nodata: float | None = None
    first_date: np.datetime64 | None = None
    last_date: np.datetime64 | None = None


@dataclass(frozen=True)
class ImportReport:
    """What was imported.

    Parameters
    ----------
    kind : str
    pairs, dates, rows, cols : int
    wavelength : float
        Metres.
    valid_share : float
        Share of the phase values that are there, 0 to 1.
    mean_coherence : float
        Where there is phase; NaN without coherence.
    notes : tuple of str
        Sentences for the log.
    missing : tuple of str
        What remains unknown, of ``incidence``, ``heading``, ``height``,
        ``perpendicular_baseline`` and ``coherence``.
    geometry_written : bool
        False where nothing is known of the geometry: then there is no such file.
    """

    kind: str
    pairs: int
    dates: int
    rows: int
    cols: int
    wavelength: float
    valid_share: float
    mean_coherence: float
    notes: tuple = ()
    missing: tuple = ()
    geometry_written: bool = False


def import_stack(
    product: Product, stack_path, geometry_path, options: ImportOptions | None = None, job=None
) -> ImportReport:
    """Write a product as a stack file and a geometry file in MintPy's layout.

    Parameters
    ----------
    product : Product
        From :func:`...formats.interferograms.find_product`.
    stack_path, geometry_path : path
        Where to write; give temporary ones of :class:`Transaction`. The geometry file is
        written when anything is known of it.
    options : ImportOptions, optional
    job : Job, optional

    Returns
    -------
    ImportReport

    Raises
    ------
    GroundshiftError
        If something indispensable is missing, grids differ and `options.grids` refuses, a file is
        damaged, or nothing is left.
    """
    options, job = options or ImportOptions(), job or Job()
    plan = _prepare(product, options)
    pages = max(pages_together(plan.pairs[0].phase), 1)
    held = (BYTES_PER_PIXEL + 4 * pages) * (3 if plan.has_components else 2)
    windows = plan.grid.blocks(int(job.budget // held))
    geometry_windows = []
    if layers_of(plan.geometry):
        geometry_windows = plan.grid.blocks(int(job.budget // GEOMETRY_BYTES_PER_PIXEL))
    step = job.steps(len(geometry_windows) + len(plan.pairs) * len(windows))
    layers, pixels = 2 if plan.has_coherence else 1, plan.grid.rows * plan.grid.cols
    layers += 0.5 * plan.has_components
    layers = layers * len(plan.pairs) + 3 + 4 * bool(plan.geometry.lookup)
    check_free_space(Path(stack_path).parent, 4.0 * pixels * layers)
    left_looking = plan.attributes.get("ANTENNA_SIDE") == "1"
    geometry = write_product_geometry(
        geometry_path, plan.grid, plan.geometry, geometry_windows, plan.attributes,
        left_looking=left_looking, step=step,
    )  # fmt: skip
    attributes = {**plan.attributes, **orbit_attributes(geometry.heading)}
    if geometry.incidence is not None:  # what needs one angle for the scene finds it in the series
        attributes["CENTER_INCIDENCE_ANGLE"] = f"{geometry.incidence:.6f}"
    if plan.looks is not None:
        attributes["NLOOKS"] = f"{plan.looks:g}"
    dates = np.array([[p.reference, p.secondary] for p in plan.pairs], dtype="datetime64[D]")
    baselines = np.array([p.perpendicular_baseline for p in plan.pairs])
    with StackWriter(
        stack_path, plan.grid, dates, plan.wavelength, baselines, plan.has_coherence, attributes,
        plan.geometry.lookup is not None, plan.has_components,
    ) as writer:  # fmt: skip
        _write_lookup(plan, writer, windows)
        statistics = _copy(plan, writer, windows, pages, step)
    notes = plan.notes + statistics.notes()
    missing = [NAMES[name] for name in LAYERS if name not in geometry.layers]
    if not np.isfinite(baselines).any():
        missing.append("perpendicular_baseline")
    elif not np.isfinite(baselines).all():
        notes.append(f"{int(np.isnan(baselines).sum())} pairs have no perpendicular baseline.")
    if not plan.has_coherence:
        missing.append("coherence")
    return ImportReport(
        product.kind, len(plan.pairs), len(np.unique(dates)), *plan.grid.shape, plan.wavelength,
        statistics.valid_share, statistics.mean_coherence, tuple(notes), tuple(missing),
        bool(geometry.layers) and geometry_path is not None,
    )  # fmt: skip


@dataclass(frozen=True)
class _Plan:
    """What will be imported, all questions settled."""

    pairs: tuple
    grid: Grid
    grids: dict
    wavelength: float
    sign: float
    looks: float | None
    geometry: object
    attributes: dict
    notes: list

    @property
    def has_coherence(self) -> bool:
        return any(pair.coherence is not None for pair in self.pairs)

    @property
    def has_components(self) -> bool:
        return self.pairs[0].components is not None


def _prepare(product, options) -> _Plan:
    notes = list(product.notes)

    def chosen(name, unit, own):
        """The user's value over the product's, with a note where they differ."""
        given = getattr(options, name)
        if given is None:
            return own
        if own is not None and abs(given - own) > 1e-6 * abs(own):
            notes.append(
                f"The {name.replace('_', ' ')} {given:g}{unit} was given and used instead of the "
                f"product's {own:g}{unit}."
            )
        return float(given)

    wavelength = _wavelength(chosen("wavelength", " m", product.wavelength))
    sign = chosen("phase_sign", "", product.phase_sign)
    if sign is None:
        raise GroundshiftError(
            "The product does not define the sign of its phase; say it (SIGN): positive_away or "
            "positive_towards, as a place whose motion you know shows."
        )
    if sign not in (1.0, -1.0):
        raise GroundshiftError(f"The phase sign is {sign:g}; give 1 or -1.")
    looks = chosen("looks", "", product.looks)
    if looks is not None and not looks >= 1:
        raise GroundshiftError(f"The number of looks is {looks:g}; it must be 1 or more.")
    geometry, attributes = _geometry(product, options, chosen)
    if options.looks is not None:
        attributes.pop("NCORRLOOKS", None)  # of independent ones, by the product
    pairs = _with_components(_selected(product, options), notes)
    grids = _grids(pairs)
    grid = _common_grid(grids, product.grid, options.grids, notes)
    if not grid.crs and "radar coordinates" not in " ".join(notes):
        notes.append(
            "The files have no coordinate reference system; layers will not be placed on the map."
        )
    return _Plan(pairs, grid, grids, wavelength, sign, looks, geometry, attributes, notes)


def _wavelength(value) -> float:
    if value is None:
        raise GroundshiftError(
            "The product does not say its radar wavelength; give the wavelength in metres "
            "(Sentinel-1: 0.05546576, ALOS-2: 0.2424525, TerraSAR-X: 0.0310666)."
        )
    return wavelength_of({"WAVELENGTH": value})


def _geometry(product, options, chosen):
    """The product's geometry with the user's angles over it."""
    bands = product.geometry
    incidence = chosen("incidence", " degrees", bands.incidence)
    heading = chosen("heading", " degrees", bands.heading)
    if incidence is not None:
        checked_incidence(incidence)
    if heading is not None and not -360 <= heading <= 360:
        raise GroundshiftError(
            f"The heading is {heading:g}; give degrees clockwise from north (Sentinel-1: about "
            "-12 ascending, 192 descending)."
        )
    los, kind = bands.los, bands.los_kind
    if los is not None and options.incidence is not None and options.heading is not None:
        los = None
    elif los is not None and kind == "incidence_azimuth":
        los = (
            None if options.incidence is not None else los[0],
            None if options.heading is not None else los[1],
        )
    elif los is not None and (options.incidence is not None or options.heading is not None):
        raise GroundshiftError(
            "The product has look vectors for each pixel; to go over them give both the incidence "
            "and the heading, or neither."
        )
    attributes = {**product.attributes, **orbit_attributes(heading)}
    return replace(bands, incidence=incidence, heading=heading, los=los), attributes


def _selected(product, options) -> tuple:
    """The pairs within the dates, with the user's no-data value."""
    pairs = product.interferograms
    if options.first_date is not None:
        pairs = [p for p in pairs if p.reference >= options.first_date]
    if options.last_date is not None:
        pairs = [p for p in pairs if p.secondary <= options.last_date]
    if not pairs:
        raise GroundshiftError(
            "No interferogram lies between the first and the last date that were given; widen "
            f"them (the product has {product.interferograms[0].reference} to "
            f"{max(p.secondary for p in product.interferograms)})."
        )
    if options.nodata is None:
        return tuple(pairs)

    def marked(band):
        return None if band is None else replace(band, nodata=(*band.nodata, options.nodata))

    return tuple(replace(p, phase=marked(p.phase), coherence=marked(p.coherence)) for p in pairs)


def _with_components(pairs, notes) -> tuple:
    """The pairs with the components of all or none: bridging goes by one kind of them."""
    lacking = matching(
        {pair.name: pair.components for pair in pairs},
        "connected components, so that none were taken along",
    )
    notes += lacking
    return tuple(replace(pair, components=None) for pair in pairs) if lacking else pairs


def _grids(pairs) -> dict:
    """Grid of each raster; pages of an HDF5 file lie on the product's grid."""
    bands = [
        band for pair in pairs for band in (pair.phase, pair.coherence, pair.components)
        if band is not None
    ]  # fmt: skip
    return {b.path: b.grid or describe(b.path).grid for b in bands if not b.dataset}


def _common_grid(grids, target, mode, notes) -> Grid:
    if mode not in GRIDS:
        raise GroundshiftError(f"The grids option is '{mode}'; choose one of {', '.join(GRIDS)}.")
    if mode == "refuse":
        for path, grid in grids.items():
            check_same(grid, target, path)
        return target
    grid = common_area(grids, target) if mode == "crop" else target
    others = [path for path, own in grids.items() if not same_grid(own, grid)]
    if others:
        done = "cropped" if mode == "crop" else "resampled or shifted"
        notes.append(
            f"{len(others)} files were {done} to the common grid of {grid.rows}x{grid.cols} pixels."
        )
    return grid


def _write_lookup(plan, writer, windows) -> None:
    """Latitude and longitude of every pixel, where the product tells them."""
    with contextlib.ExitStack() as stack:
        for name, band in zip(LOOKUP, plan.geometry.lookup or ()):
            source = opened(stack, band, plan.grid, "near", np.float64)
            for window in windows:
                writer.layer(name, window, source.read(window))


def _copy(plan, writer, windows, pages, step) -> ImportStatistics:
    """Copy all pixels: pairs that are stored together, window by window."""
    statistics = ImportStatistics(plan.grid)
    for group in _groups(plan.pairs, pages):
        pairs = [plan.pairs[index] for index in group]
        with contextlib.ExitStack() as stack:
            phases = _readers(stack, [pair.phase for pair in pairs], plan)
            coherences = _readers(stack, [pair.coherence for pair in pairs], plan)
            components = _readers(stack, [pair.components for pair in pairs], plan, "near")
            sources = list(zip(group, pairs, phases, coherences, components))
            for window in windows:
                for index, pair, phase, coherence, component in sources:
                    values = phase.read(window)
                    if plan.sign < 0:
                        np.negative(values, out=values)
                    quality = None
                    if coherence is not None:
                        quality = checked_coherence(coherence.read(window), pair.coherence)
                    numbers = None
                    if component is not None:
                        numbers = checked_components(component.read(window), pair.components)
                    writer.write(index, window, values, quality, numbers)
                    statistics.add(index, values, quality, numbers)
                    step()
    statistics.check(plan.pairs)
    for index, pair in enumerate(plan.pairs):
        if not pair.keep or index in statistics.empty:
            writer.drop(index)
    return statistics


def _groups(pairs, pages) -> list:
    """Places of the pairs that share chunks of a file; each alone where they are rasters."""
    if pages == 1:
        return [[index] for index in range(len(pairs))]
    groups: dict[int, list] = {}
    for index, pair in enumerate(pairs):
        groups.setdefault((pair.phase.index - 1) // pages, []).append(index)
    return list(groups.values())


def _readers(stack, bands, plan, resampling="bilinear") -> list:
    sources = stack.enter_context(open_bands(bands))
    return [
        source if band is None or band.dataset
        else on_grid(source, plan.grids[band.path], plan.grid, resampling, band.path)
        for band, source in zip(bands, sources)
    ]  # fmt: skip
