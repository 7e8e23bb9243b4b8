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
"""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import numpy as np

from ...data.grid import Grid
from ...data.slc_product import SlcImage, SlcPart, SlcProduct
from ...errors import GroundshiftError
from ...geometry.orbit import Orbit
from ..crs import wkt_from_epsg
from ..hdf5_layout import open_hdf5
from ..products._common import dates_in, number
from ._common import SlcSearch, alike, checked_images, complete, same_words

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
