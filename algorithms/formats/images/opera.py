# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""OPERA CSLC-S1: geocoded bursts of Sentinel-1 as HDF5, one file a burst and date.

Layout (OPERA CSLC-S1 product specification, JPL D-108278, and the writer of COMPASS that makes
them): images in ``/data/VV`` (or another polarisation), pixel centres in ``/data/x_coordinates``
and ``y_coordinates``, EPSG code in ``/data/projection``; the wavelength in
``/metadata/processing_information/input_burst_metadata``; state vectors in ``/metadata/orbit``
(``time`` in seconds after ``reference_epoch``); ``/identification/burst_id``, ``track_number``,
``zero_doppler_start_time`` ... The static layers of a burst (CSLC-S1-STATIC, one file) hold
``/data/los_east`` and ``los_north`` (unit vector from the ground to the satellite),
``layover_shadow_mask`` (1 shadow, 2 layover, 3 both) and, in some versions, ``z``.

Sign and flattening: an image has the phase ``-4 pi R / wavelength``. It was geocoded with isce3's
``geocode_slc`` with flattening on, which multiplies by ``exp(+j 4 pi R_dem / wavelength)`` for the
range of each pixel's place on the terrain: **the phase of the ellipsoid and the terrain is off**,
and interferograms are one image times the conjugate of another, as dolphin and DISP-S1 make them.
The azimuth carrier of TOPS is left in the images of all dates, and cancels in interferograms.

Several bursts share one UTM grid of whole pixels. Pixels where two bursts overlap are seen under
different squint: their spectra have nothing in common, so that a pixel must come from the same
burst in all dates. The mosaic sees to that.

Written without the azimuth carrier.
"""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import numpy as np

from ...data.crs import epsg_code, wkt_from_epsg
from ...data.grid import Grid, Window
from ...data.orbit import Orbit
from ...data.slc_product import SlcImage, SlcPart, SlcProduct
from ...errors import GroundshiftError
from ..hdf5.layout import open_hdf5
from ..hdf5.writers import ROOM, LaidOutFile, make_room
from ..interferograms._common import (
    RANGE_SPACING,
    SECONDS_OF_DAY,
    SPEED_OF_LIGHT,
    TIME,
    TRACK,
    date_text,
    dates_in,
    number,
)
from ._common import (
    SlcSearch,
    alike,
    checked_images,
    clock_text,
    complete,
    is_ascending,
    same_words,
    state_vectors,
)

LOOKS_FOR = "OPERA CSLC-S1 (*.h5)"
NAME = re.compile(r"(?i).*CSLC-S1.*\.h5|t\d{3}_\d{6}_iw\d_\d{8}.*\.h5")
BURST = re.compile(r"(?i)t(\d{3})[-_](\d{6})[-_](iw\d)")
BURST_METADATA = "metadata/processing_information/input_burst_metadata"
POLARISATIONS = ("VV", "VH", "HH", "HV")
TOLERANCE = 0.01  # of a pixel, between the grids of bursts


def recognises(folder, files) -> bool:
    """Whether the folder holds OPERA's images."""
    return any(NAME.fullmatch(file.name) and "STATIC" not in file.name.upper() for file in files)


def read(folder, files, search: SlcSearch | None = None) -> SlcProduct:
    """Find what a folder of OPERA's images holds."""
    search = search or SlcSearch()
    named = [file for file in files if file.suffix.lower() in (".h5", ".hdf5", ".nc")]
    static_files = [f for f in named if "STATIC" in f.name.upper()]
    granules, notes = _newest([_granule(f) for f in named if f not in static_files])
    if not granules:
        raise GroundshiftError(
            f"{folder}: holds no images ({LOOKS_FOR}); choose another folder or format."
        )
    granules, bursts = _chosen(granules, search.burst)
    granules, dropped = _with_all_bursts(granules, bursts)
    notes += dropped
    corner, step, epsg, shape = _common_grid(granules)
    images = []
    for date, polarisation in sorted({(g["date"], p) for g in granules for p in g["datasets"]}):
        parts = [
            _part(g, f"data/{polarisation}", corner, step)
            for burst in bursts for g in granules
            if (g["date"], g["burst"]) == (date, burst) and polarisation in g["datasets"]
        ]  # fmt: skip
        if len(parts) == len(bursts):
            images.append(SlcImage(date, tuple(parts), polarisation))
    images, lacking = complete(checked_images(images))
    grid = Grid(*shape, (corner[0], step[0], 0.0, corner[1], 0.0, step[1]), wkt_from_epsg(epsg))
    static = {_burst_of(file): file for file in static_files}
    look, height, mask, told = _static_layers(
        [static[b] for b in bursts if b in static], grid, len(bursts)
    )
    side = same_words({g["path"].name: g["side"].lower() for g in granules}, "look direction")
    direction = same_words({g["path"].name: g["direction"] for g in granules}, "orbit direction")
    attributes = {
        "PROCESSOR": "isce", "PLATFORM": granules[0]["platform"], "beam_mode": "IW",
        "ANTENNA_SIDE": "1" if side == "left" else "-1", "BURST": ",".join(bursts),
        "CENTER_LINE_UTC": repr(float(np.median([g["utc"] for g in granules]))),
        **({"ORBIT_DIRECTION": direction.upper()} if direction else {}),
    }  # fmt: skip
    return SlcProduct(
        kind="opera",
        images=images,
        grid=grid,
        wavelength=alike({g["path"].name: g["wavelength"] for g in granules}, "wavelength", 1e-5),
        flattened=True,
        orbits={g["date"]: g["orbit"] for g in granules if g["orbit"] is not None},
        height=height,
        look=look,
        mask=mask,
        attributes=attributes,
        notes=tuple(notes + lacking + told),
        source=Path(folder),
    )


def _burst_of(path, text="") -> str:
    """Name of a burst as in file names, ``T064-135523-IW2``; empty where there is none."""
    match = BURST.search(text) or BURST.search(Path(path).name)
    return "-".join(("T" + match.group(1), *match.groups()[1:])).upper() if match else ""


def _granule(path) -> dict:
    """What one file holds."""
    with open_hdf5(path) as file, _as_specified(path):
        datasets = [p for p in POLARISATIONS if f"data/{p}" in file]
        if not datasets or "data/x_coordinates" not in file or "data/projection" not in file:
            raise GroundshiftError(
                f"{path}: has no /data/VV with x_coordinates and projection, so it is no OPERA "
                "CSLC-S1 image; take it out of the folder."
            )
        x, y = _axis(file, "x", path), _axis(file, "y", path)
        shape = (len(y), len(x))
        for name in datasets:
            if file[f"data/{name}"].shape != shape or file[f"data/{name}"].dtype.kind != "c":
                raise GroundshiftError(
                    f"{path}: its image has not the {shape[0]}x{shape[1]} complex pixels that its "
                    "coordinates have; get it again."
                )
        start = _text(file, "identification/zero_doppler_start_time")
        inside, named = dates_in(start[:10]), dates_in(path.name)
        if inside and named and inside[0] != named[0]:
            raise GroundshiftError(
                f"{path}: was taken on {inside[0]} and its name says {named[0]} (files swapped?); "
                "get it again."
            )
        if not inside and not named:
            raise GroundshiftError(
                f"{path}: tells no date, neither inside nor by its name; get it again."
            )
        hours = [number(part, 0.0) for part in start[11:].split(":")] if len(start) > 11 else []
        step = tuple((axis[-1] - axis[0]) / (len(axis) - 1) for axis in (x, y))
        return {
            "path": path, "datasets": datasets, "shape": shape, "step": step,
            "corner": (x[0] - step[0] / 2, y[0] - step[1] / 2),
            "epsg": int(file["data/projection"][()]),
            "date": (inside or named)[0], "made": dates_in(path.name)[1:], "name": path.name,
            "burst": _burst_of(path, _text(file, "identification/burst_id")),
            "track": _text(file, "identification/track_number"),
            "side": _text(file, "identification/look_direction"),
            "direction": _text(file, "identification/orbit_pass_direction"),
            "platform": _text(file, f"{BURST_METADATA}/platform_id") or "S1",
            "wavelength": _value(file, f"{BURST_METADATA}/wavelength"),
            "utc": sum(h * s for h, s in zip(hours, (3600.0, 60.0, 1.0))),
            "orbit": _orbit(file, path),
        }  # fmt: skip


@contextlib.contextmanager
def _as_specified(path):
    """Tells in a sentence where a group, a text or another shape stands in a dataset's place."""
    try:
        yield
    except GroundshiftError:
        raise
    except (
        KeyError, ValueError, TypeError, AttributeError, OverflowError, OSError, RuntimeError,
    ) as error:  # fmt: skip
        text = " ".join(str(error).split())
        raise GroundshiftError(
            f"{path}: is not as OPERA's specification has it ({text}); get it again."
        ) from error


def _axis(file, axis, path) -> np.ndarray:
    """Pixel centres along an axis, which must be evenly spaced."""
    values = file[f"data/{axis}_coordinates"][()].astype(float)
    steps = np.diff(values)
    if values.size < 2 or not steps[0] or not np.ptp(steps) <= 1e-3 * abs(steps[0]):
        raise GroundshiftError(
            f"{path}: its {axis}_coordinates are not evenly spaced; get it again."
        )
    return values


def _text(file, name) -> str:
    value = file[name][()] if name in file else ""
    text = value.decode(errors="replace") if isinstance(value, bytes) else str(value)
    return " ".join(text.split())


def _value(file, name):
    if name not in file:
        return None
    value = float(file[name][()])
    if not np.isfinite(value) or value <= 0:
        raise ValueError(f"{name} is {value:g}")
    return value


def _orbit(file, path) -> Orbit | None:
    if "metadata/orbit/time" not in file:
        return None
    place = "metadata/orbit"
    positions, velocities = (
        np.stack([file[f"{place}/{kind}_{axis}"][()] for axis in "xyz"], axis=-1).astype(float)
        for kind in ("position", "velocity")
    )
    orbit = Orbit(file[f"{place}/time"][()].astype(float), positions, velocities)
    orbit.check(path)
    return orbit


def _newest(granules) -> tuple[list, list]:
    """Of images that were processed twice, the later ones."""
    kept, notes = {}, []
    for granule in sorted(granules, key=lambda g: (list(map(str, g["made"])), g["name"])):
        # A file a polarisation, or one file for both: two files clash where they share one.
        for polarisation in granule["datasets"]:
            key = (granule["date"], granule["burst"], polarisation)
            if key in kept:
                notes.append(
                    f"{kept[key]['name']} is there twice; the later {granule['name']} is used."
                )
            kept[key] = granule
    found: dict = {}
    for (*_, polarisation), granule in kept.items():
        found.setdefault(granule["path"], {**granule, "datasets": []})["datasets"].append(
            polarisation
        )
    return list(found.values()), notes


def _chosen(granules, burst) -> tuple[list, list]:
    """The images of the burst that was asked for."""
    tracks = {g["name"]: g["track"] for g in granules}
    bursts = sorted({g["burst"] for g in granules})
    if burst.lower() == "all" and len(bursts) > 1:
        same_words(tracks, "track")
        return granules, bursts
    if not burst and len(bursts) > 1:
        raise GroundshiftError(
            f"The folder holds {len(bursts)} bursts ({', '.join(bursts[:12])}"
            f"{' ...' if len(bursts) > 12 else ''}); give one of them as burst, or 'all' for a "
            "mosaic."
        )
    if burst and burst.lower() != "all":
        wanted = _burst_of("", burst)
        if wanted not in bursts:
            raise GroundshiftError(
                f"There is no burst '{burst}' in the folder; it has {', '.join(bursts)}."
            )
        bursts = [wanted]
    return [g for g in granules if g["burst"] in bursts], bursts


def _with_all_bursts(granules, bursts) -> tuple[list, list]:
    """Only dates that have every burst of a mosaic; else a pixel would change its burst."""
    if len(bursts) == 1:
        return granules, []
    found: dict = {}
    for granule in granules:
        found.setdefault(granule["date"], set()).add(granule["burst"])
    lacking = sorted(date for date, names in found.items() if names != set(bursts))
    kept = [g for g in granules if g["date"] not in lacking]
    if not kept:
        raise GroundshiftError(
            f"No date has all of the bursts {', '.join(bursts)}; import them one by one."
        )
    if not lacking:
        return kept, []
    return kept, [
        f"{len(lacking)} dates lack one of the bursts and are left out: "
        f"{', '.join(map(str, lacking))}."
    ]


def _common_grid(granules) -> tuple:
    """Corner, pixel size, EPSG code and shape that hold all bursts."""
    first = granules[0]
    for g in granules:
        offsets = [(a - b) / s for a, b, s in zip(g["corner"], first["corner"], first["step"])]
        fits = (
            g["epsg"] == first["epsg"] and np.allclose(g["step"], first["step"], rtol=1e-6)
            and all(abs(o - round(o)) <= TOLERANCE for o in offsets)
        )  # fmt: skip
        if not fits:
            raise GroundshiftError(
                f"{g['path']}: lies on another grid than {first['name']} (EPSG:{g['epsg']}, "
                f"{g['step'][0]:g} x {abs(g['step'][1]):g}, against EPSG:{first['epsg']}, "
                f"{first['step'][0]:g} x {abs(first['step'][1]):g}); import one burst at a time."
            )
        others = [o for o in granules if o["burst"] == g["burst"] and o["shape"] != g["shape"]]
        if others:
            raise GroundshiftError(
                f"{g['path']}: has {g['shape'][0]}x{g['shape'][1]} pixels and "
                f"{others[0]['name']} has {others[0]['shape'][0]}x{others[0]['shape'][1]}; get it "
                "again or take it out of the folder."
            )
    step = first["step"]
    low = [min(g["corner"][k] / step[k] for g in granules) for k in (0, 1)]
    high = [max(g["corner"][k] / step[k] + g["shape"][1 - k] for g in granules) for k in (0, 1)]
    corner = tuple(low[k] * step[k] for k in (0, 1))
    return corner, step, first["epsg"], tuple(round(high[k] - low[k]) for k in (1, 0))


def _part(granule, dataset, corner, step) -> SlcPart:
    col, row = (round((granule["corner"][k] - corner[k]) / step[k]) for k in (0, 1))
    return SlcPart(
        str(granule["path"]), dataset, shape=granule["shape"], row=row, col=col,
        burst=granule["burst"],
    )  # fmt: skip


def _static_layers(files, grid, bursts) -> tuple:
    """Look vectors, height and mask of the static files; nothing of a mosaic."""
    if not files:
        return None, None, None, []
    if bursts > 1:
        note = "Static layers are not mosaicked; the geometry is computed from the orbit."
        return None, None, None, [note]
    path, parts = files[0], {}
    with open_hdf5(path) as file, _as_specified(path):
        for name in ("los_east", "los_north", "layover_shadow_mask", "z"):
            dataset = f"data/{name}"
            if dataset not in file:
                continue
            if file[dataset].shape != grid.shape:
                raise GroundshiftError(
                    f"{path}: its {name} has not the {grid.rows}x{grid.cols} pixels of the images; "
                    "get the static layers of the same burst."
                )
            parts[name] = SlcPart(str(path), dataset, shape=grid.shape)
    look = tuple(parts[n] for n in ("los_east", "los_north") if n in parts)
    return look if len(look) == 2 else None, parts.get("z"), parts.get("layover_shadow_mask"), []


BURST_NUMBER = 250687
SUBSWATH = "IW2"
BURST_SECONDS = 2.75
BURST_ID = f"t{TRACK:03d}_{BURST_NUMBER:06d}_{SUBSWATH.lower()}"
PLACE = f"T{TRACK:03d}-{BURST_NUMBER:06d}-{SUBSWATH}"


def write_opera(simulation, folder, images) -> None:
    """Write a file a date and polarisation, and the static layers.

    Parameters
    ----------
    simulation : SlcSimulation
        In UTM.
    folder : Path
    images : iterator over (int, list of ndarray)
    """
    folder.mkdir(parents=True, exist_ok=True)
    for index, values in images:
        date = date_text(simulation.dates[index])
        made = date_text(simulation.dates[index] + 1)
        for polarisation, image in zip(simulation.polarisations, values):
            name = f"{PLACE}_{date}T{TIME}Z_{made}T120000Z_S1A_{polarisation}_v1.1.h5"
            tables = {
                **_orbit_tables(simulation, index),
                **_identification(simulation, simulation.dates[index], "CSLC-S1"),
                **_burst(simulation, index, polarisation),
            }
            path = folder / f"OPERA_L2_CSLC-S1_{name}"
            _write(path, simulation, {polarisation: image}, tables)
    los = simulation.los
    layers = {
        "los_east": los.east, "los_north": los.north,
        "local_incidence_angle": los.incidence.astype(np.float32),
        "layover_shadow_mask": 2 * (simulation.critical_baseline == 0).astype(np.int8),
        "z": simulation.height,
    }  # fmt: skip
    tables = _identification(simulation, simulation.dates[0], "CSLC-S1-STATIC")
    path = folder / f"OPERA_L2_CSLC-S1-STATIC_{PLACE}_20140403_S1A_v1.0.h5"
    _write(path, simulation, layers, tables)


def _write(path, simulation, layers, tables) -> None:
    """Write one file of layers on the grid."""
    grid = simulation.grid
    datasets = {f"data/{name}": (grid.shape, values.dtype) for name, values in layers.items()}
    with LaidOutFile(path, datasets, {**_coordinates(grid), **tables}, {}) as file:
        _describe(path, grid, datasets)
        for name, values in layers.items():
            file.write(f"data/{name}", Window(0, 0, *grid.shape), values)


def _coordinates(grid) -> dict:
    x, _ = grid.xy(0, np.arange(grid.cols))
    _, y = grid.xy(np.arange(grid.rows), 0)
    return {
        "data/x_coordinates": x, "data/y_coordinates": y,
        "data/x_spacing": float(grid.transform[1]), "data/y_spacing": float(grid.transform[5]),
        "data/projection": np.int32(epsg_code(grid.crs)),
    }  # fmt: skip


def _describe(path, grid, datasets) -> None:
    """Attributes by which GDAL and xarray place the layers (CF conventions)."""
    import h5py

    make_room(f"{path}.room", ROOM)
    with h5py.File(path, "r+") as file:
        file.attrs["Conventions"] = np.bytes_("CF-1.8")
        projection = file["data/projection"]
        code = int(projection[()])
        projection.attrs.update(
            semi_major_axis=6378137.0, inverse_flattening=298.257223563,
            ellipsoid=np.bytes_("WGS84"), epsg_code=code, utm_zone_number=code % 100,
            spatial_ref=np.bytes_(grid.crs.encode()),
            grid_mapping_name=np.bytes_("universal_transverse_mercator"),
        )  # fmt: skip
        for number, axis in enumerate("yx"):
            scale = file[f"data/{axis}_coordinates"]
            scale.make_scale()
            scale.attrs["standard_name"] = np.bytes_(f"projection_{axis}_coordinate")
            scale.attrs["units"] = np.bytes_("m")
            for name in datasets:
                file[name].dims[number].attach_scale(scale)
        for name in datasets:
            file[name].attrs["grid_mapping"] = np.bytes_("projection")


def _orbit_tables(simulation, index) -> dict:
    """State vectors as datasets of ``/metadata/orbit``."""
    times, positions, velocities = state_vectors(simulation, index)
    epoch = f"{simulation.dates[index]} 00:00:00.000000"
    tables = {
        "reference_epoch": np.bytes_(epoch), "time": times,
        "orbit_direction": np.bytes_(_direction(simulation)), "orbit_type": np.bytes_("POE"),
    }  # fmt: skip
    for count, axis in enumerate("xyz"):
        tables[f"position_{axis}"] = positions[:, count].copy()
        tables[f"velocity_{axis}"] = velocities[:, count].copy()
    return {f"metadata/orbit/{name}": value for name, value in tables.items()}


def _direction(simulation) -> str:
    return "Ascending" if is_ascending(simulation) else "Descending"


def _identification(simulation, date, product) -> dict:
    start, stop = (SECONDS_OF_DAY + s * BURST_SECONDS / 2 for s in (-1, 1))
    texts = {
        "product_version": "1.1", "product_type": product, "burst_id": BURST_ID,
        "mission_id": "S1A", "look_direction": "Right", "is_geocoded": "True",
        "orbit_pass_direction": _direction(simulation), "bounding_polygon": _outline(simulation),
        "zero_doppler_start_time": f"{date} {clock_text(start)}",
        "zero_doppler_end_time": f"{date} {clock_text(stop)}",
    }  # fmt: skip
    tables = {name: np.bytes_(text) for name, text in texts.items()}
    tables.update(track_number=np.int64(TRACK), absolute_orbit_number=np.int64(40000))
    return {f"identification/{name}": value for name, value in tables.items()}


def _outline(simulation) -> str:
    """Polygon of the scene in longitude and latitude."""
    from pyproj import Transformer

    rows, cols = simulation.grid.shape
    corners = np.array([(0, 0), (0, cols), (rows, cols), (rows, 0), (0, 0)]) - 0.5
    transformer = Transformer.from_crs(simulation.grid.crs, 4326, always_xy=True)
    places = zip(*transformer.transform(*simulation.grid.xy(*corners.T)))
    return f"POLYGON (({', '.join(f'{x:.7f} {y:.7f}' for x, y in places)}))"


def _burst(simulation, index, polarisation) -> dict:
    date, options = simulation.dates[index], simulation.options
    start, stop = (SECONDS_OF_DAY + s * BURST_SECONDS / 2 for s in (-1, 1))
    tables = {
        "wavelength": float(simulation.wavelength),
        "radar_center_frequency": SPEED_OF_LIGHT / simulation.wavelength,
        "range_pixel_spacing": RANGE_SPACING,
        "starting_range": float(simulation.slant_range.min()),
        "azimuth_time_interval": 0.002055556, "range_bandwidth": 56.5e6,
        "polarization": np.bytes_(polarisation), "platform_id": np.bytes_("S1A"),
        "sensing_start": np.bytes_(f"{date} {clock_text(start)}"),
        "sensing_stop": np.bytes_(f"{date} {clock_text(stop)}"),
        "center": np.array([options.center_lon, options.center_lat]),
    }  # fmt: skip
    return {f"{BURST_METADATA}/{name}": value for name, value in tables.items()}
