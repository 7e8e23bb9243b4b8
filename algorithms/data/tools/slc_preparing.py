# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""All questions settled before radar images are copied: which, where, how, with what geometry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ...errors import GroundshiftError
from ...formats.hdf5.layout import wavelength_of
from .. import orbit
from ..grid import Grid, Window
from ..los import checked_incidence
from .slc_flattening import OrbitRanges, RasterRanges
from .slc_pixels import has_values
from .slc_scene import Scene, baselines_of

SCAN = 1 << 22  # pixels of the lookup at a time


@dataclass(frozen=True)
class SlcImportOptions:
    """What the user says about images; None and '' leave it to the product.

    Parameters
    ----------
    wavelength : float or None
        Metres.
    incidence, heading : float or None
        Degrees.
    phase_sign : float or None
        +1 for the phase -4 pi R / wavelength, -1 where images must be conjugated.
    flattened : bool or None
        Whether the phase of the ellipsoid and the terrain is off in the files.
    flatten : bool
        Take it off, where it is in and can be known.
    ranges : path or None
        Folder of rasters of range differences; see :class:`.slc_flattening.RasterRanges`.
    height : path or None
        Elevation model of any grid, for images with a CRS.
    polarisation : str
        Only this one.
    first_date, last_date : datetime64[D] or None
        Ends included.
    area : (xmin, ymin, xmax, ymax) or None
        In the CRS of the images, in longitude and latitude for radar coordinates.
    window : Window or None
        Rows and columns of the product.
    """

    wavelength: float | None = None
    incidence: float | None = None
    heading: float | None = None
    phase_sign: float | None = None
    flattened: bool | None = None
    flatten: bool = True
    ranges: Path | None = None
    height: Path | None = None
    polarisation: str = ""
    first_date: np.datetime64 | None = None
    last_date: np.datetime64 | None = None
    area: tuple | None = None
    window: Window | None = None


@dataclass(frozen=True)
class Plan:
    """What will be imported.

    Parameters
    ----------
    product : SlcProduct
        Only the images that go over.
    grid : Grid
        Of the part that is imported, which begins at `origin` (a Window of the product's).
    scene : Scene
    wavelength, sign : float
    spacing : tuple of float
    baselines : dict
    ranges : object with ``difference``, or None where nothing is to be taken off
    flattened : bool
    attributes : dict of str
    notes, warnings : list of str
    """

    product: object
    grid: Grid
    origin: Window
    scene: Scene
    wavelength: float
    sign: float
    spacing: tuple
    baselines: dict
    ranges: object
    flattened: bool
    attributes: dict
    notes: list
    warnings: list


def prepare(product, options: SlcImportOptions, files) -> Plan:
    """Settle what is imported and how.

    Parameters
    ----------
    product : SlcProduct
    options : SlcImportOptions
    files : contextlib.ExitStack
        Closes what is opened here.

    Raises
    ------
    GroundshiftError
        If something indispensable is missing or does not fit.
    """
    notes, warnings = list(product.notes), []
    wavelength = _wavelength(options.wavelength or product.wavelength)
    sign = product.phase_sign if options.phase_sign is None else options.phase_sign
    product = _with_angles(_selected(product, options), options)
    origin = _origin(product, options)
    product = _without_empty(product, origin, warnings)
    grid = _cropped(product.grid, origin)
    scene = files.enter_context(Scene(product, origin, options.height))
    if product.orbits and scene.has_places:
        scene.use_orbit(product.dates[0])
    baselines, source = baselines_of(product, scene)
    if baselines:
        notes.append(f"Perpendicular baselines: {source}.")
    flattened, ranges = _flattening(product, options, scene, origin, notes, warnings)
    if isinstance(ranges, RasterRanges):
        files.enter_context(ranges)
    if not grid.crs and product.lookup is None:
        warnings.append(
            "The images are in radar coordinates and latitude and longitude of their pixels are "
            "not known, so that results cannot be put on the map; give these rasters."
        )
    attributes = {
        **product.attributes, "FLATTENED": "yes" if flattened else "no",
        "SUBSET_YMIN": str(origin.row), "SUBSET_XMIN": str(origin.col),
    }  # fmt: skip
    return Plan(
        product, grid, origin, scene, wavelength, sign, _spacing(product, scene), baselines,
        ranges, flattened, attributes, notes, warnings,
    )  # fmt: skip


def _wavelength(value) -> float:
    if value is None:
        raise GroundshiftError(
            "The images do not say their radar wavelength; give the wavelength in metres "
            "(Sentinel-1: 0.05546576, ALOS-2: 0.2424525, TerraSAR-X: 0.0310666)."
        )
    return wavelength_of({"WAVELENGTH": value})


def _selected(product, options):
    """Only the polarisation and the dates that were asked for."""
    images = product.images
    wanted = options.polarisation.upper()
    if wanted:
        images = tuple(i for i in images if i.polarisation == wanted)
        if not images:
            raise GroundshiftError(
                f"{product.source}: has no polarisation {wanted} (it has "
                f"{', '.join(product.polarisations)}); choose another."
            )
    low, high = options.first_date, options.last_date
    images = tuple(
        i for i in images
        if (low is None or i.date >= low) and (high is None or i.date <= high)
    )  # fmt: skip
    _check_count(product, images, "between the first and the last date that were given")
    return replace(product, images=images)


def _check_count(product, images, where) -> None:
    count = len({image.date for image in images})
    if count < 2:
        raise GroundshiftError(
            f"{product.source}: {'one date is' if count else 'no dates are'} left {where}, and a "
            "stack needs two or more; add images."
        )


def _with_angles(product, options):
    """The user's angles over the product's."""
    if options.incidence is not None:
        checked_incidence(options.incidence)
    if (options.incidence is None) != (options.heading is None) and product.look is not None:
        raise GroundshiftError(
            "The product has look angles for each pixel; to go over them give both the incidence "
            "and the heading, or neither."
        )
    given = {k: getattr(options, k) for k in ("incidence", "heading")}
    given = {name: value for name, value in given.items() if value is not None}
    return replace(product, **given, **({"look": None} if given else {}))


def _without_empty(product, origin, warnings):
    """Leave out dates of which an image has no value at all."""
    empty = [i for i in product.images if not has_values(product, origin, i)]
    if not empty:
        return product
    dates = {image.date for image in empty}
    images = tuple(image for image in product.images if image.date not in dates)
    names = ", ".join(image.name for image in empty[:5])
    _check_count(product, images, f"besides images without any value ({names})")
    warnings.append(
        f"Images without any value are left out: {names}{' and others' if len(empty) > 5 else ''}."
    )
    return replace(product, images=images)


def _origin(product, options) -> Window:
    """Rows and columns of the product that are imported."""
    grid = product.grid
    window = options.window or Window(0, 0, *grid.shape)
    fits = (
        window.row >= 0 and window.col >= 0 and window.height > 0 and window.width > 0
        and window.row + window.height <= grid.rows and window.col + window.width <= grid.cols
    )  # fmt: skip
    if not fits:
        raise GroundshiftError(
            f"The window of rows {window.row} to {window.row + window.height} and columns "
            f"{window.col} to {window.col + window.width} does not lie in the images of "
            f"{grid.rows}x{grid.cols} pixels; give another."
        )
    if options.area is None:
        return window
    find = _area_on_map if grid.crs else _area_by_lookup
    found = find(product, options.area)
    top, left = max(window.row, found[0]), max(window.col, found[1])
    bottom = min(window.row + window.height, found[2])
    right = min(window.col + window.width, found[3])
    if bottom <= top or right <= left:
        raise GroundshiftError("The area has nothing in common with the images; give another.")
    return Window(top, left, bottom - top, right - left)


def _area_on_map(product, area) -> tuple:
    (west, south, east, north), (x0, dx, _, y0, _, dy) = area, product.grid.transform
    cols = sorted(((west - x0) / dx, (east - x0) / dx))
    rows = sorted(((south - y0) / dy, (north - y0) / dy))
    return (
        int(np.floor(rows[0])), int(np.floor(cols[0])), int(np.ceil(rows[1])),
        int(np.ceil(cols[1])),
    )  # fmt: skip


def _area_by_lookup(product, area) -> tuple:
    """First and last row and column of the pixels whose places lie in an area."""
    if product.lookup is None:
        raise GroundshiftError(
            "The images are in radar coordinates and their latitude and longitude are not known, "
            "so that no area can be cut out; give a window of rows and columns."
        )
    (west, south, east, north), grid = area, product.grid
    bounds = np.array([grid.rows, grid.cols, 0, 0])
    with Scene(product, Window(0, 0, *grid.shape)) as scene:
        for window in grid.blocks(SCAN):
            lon, lat = scene.places(window)
            with np.errstate(invalid="ignore"):
                inside = (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
            rows, cols = (np.flatnonzero(inside.any(axis=axis)) for axis in (1, 0))
            if rows.size:
                low = window.row + rows[0], window.col + cols[0]
                high = window.row + rows[-1] + 1, window.col + cols[-1] + 1
                bounds[:2] = np.minimum(bounds[:2], low)
                bounds[2:] = np.maximum(bounds[2:], high)
    return tuple(int(value) for value in bounds)


def _cropped(grid, origin) -> Grid:
    x0, dx, rx, y0, ry, dy = grid.transform
    if not grid.crs:
        return Grid(origin.height, origin.width)
    transform = (x0 + origin.col * dx, dx, rx, y0 + origin.row * dy, ry, dy)
    return Grid(origin.height, origin.width, transform, grid.crs)


def _flattening(product, options, scene, origin, notes, warnings) -> tuple:
    """Whether the phase will be flat, and what takes it off."""
    flat = product.flattened if options.flattened is None else options.flattened
    if flat and options.ranges is not None:
        raise GroundshiftError(
            "Range differences are given for images whose phase is flat already; leave them out, "
            "or say that the images are not flattened."
        )
    if flat:
        return True, None
    if options.ranges is not None and options.flatten:
        notes.append("The phase of the ellipsoid and the terrain is taken off by range rasters.")
        return True, RasterRanges(options.ranges, product, origin)
    can = scene.reference is not None and scene.has_height
    can = can and all(date in product.orbits for date in product.dates)
    if options.flatten and can and flat is not None:
        notes.append(
            "The phase of the ellipsoid and the terrain is taken off: ranges from the orbits to "
            "each pixel's latitude, longitude and height."
        )
        return True, OrbitRanges(scene, product.dates)
    lacking = [
        name for name, there in (
            ("orbits", bool(product.orbits)), ("latitude and longitude", scene.has_places),
            ("height", scene.has_height),
        ) if not there
    ]  # fmt: skip
    if flat is None:
        warnings.append(
            "The files do not say whether the phase of the ellipsoid and the terrain is off; it is "
            "taken as still in (FLATTENED=no), and phase linking and PS need it off: say so if it "
            "is, or give range differences."
        )
    else:
        why = f" ({', '.join(lacking)} missing)" if lacking and options.flatten else ""
        warnings.append(
            f"The phase of the ellipsoid and the terrain stays in{why}: phase linking and PS need "
            "it off."
        )
    return False, None


def _spacing(product, scene) -> tuple:
    """Ground size of a pixel along rows and columns, from the lookup where there is one."""
    if product.lookup is None:
        return product.spacing
    sizes = []
    for row in np.linspace(0, scene.origin.height - 2, 7).astype(int):
        window = Window(max(int(row), 0), 0, min(2, scene.origin.height), scene.origin.width)
        points = orbit.ecef(*scene.places(window), 0.0)
        sizes.append([
            np.nanmedian(np.linalg.norm(np.diff(points, axis=axis), axis=-1))
            if points.shape[axis] > 1 and np.isfinite(points).any() else np.nan
            for axis in (0, 1)
        ])  # fmt: skip
    return tuple(float(value) for value in np.nanmedian(np.array(sizes), axis=0))
