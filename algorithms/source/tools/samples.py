# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Sample layers: down-sampled displacement as GeoPackage points, with the errors in tables beside.

A layer has a point a sample, the table ``covariance_model`` a row for each track whose errors have
an exponential semivariogram, and ``covariance_matrix`` one for each that came with a whole matrix,
in square metres and in the order of the field ``sample_id``. Samples that somebody deletes are thus
no harm. What lacks the tables has independent errors of ``std_mm``.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...data.los import from_components
from ...data.metric import LocalMetres
from ...data.samples import Samples, Track
from ...errors import GroundshiftError, counted
from ...formats.rasters import gdal_errors
from ...formats.sample_formats import is_sample_text, read_sample_text
from ...formats.vectors.geopackage import add_tables
from ...formats.vectors.tables import read_table, write_table
from ..semivariogram import cell_covariance

LAYER = "samples"
KINDS = ("los", "gnss")
MODEL, MATRIX = "covariance_model", "covariance_matrix"
OWN = (
    "track", "kind", "displacement_mm", "std_mm", "weight", "los_east", "los_north", "los_up",
    "width_m", "height_m", "sample_id",
)  # fmt: skip
NEEDED = ("displacement_mm", "los_east", "los_north", "los_up")


def read_samples(path, layer: str = "", local=None, log=None) -> tuple:
    """Read samples: a layer of ours, or a text format (see :mod:`...formats.sample_formats`).

    Parameters
    ----------
    path : path
    layer : str
        Name of the layer, the first one by default.
    local : LocalMetres, optional
        Frame; one about the samples' middle by default.
    log : callable, optional
        Is told what a user should know.

    Returns
    -------
    samples : Samples
    local : LocalMetres

    Raises
    ------
    GroundshiftError
        If it holds no samples, or lacks what they need.
    """
    log = log or (lambda text: None)
    if is_sample_text(path):
        raw = read_sample_text(path, log=log)
        local = local or frame_of(raw.crs, raw.x, raw.y)
        return in_frame(raw.samples, raw.crs, raw.x, raw.y, local), local
    table = read_table(path, layer)
    _check_fields(table)
    names = [str(name) or "1" for name in _texts(table, "track", len(table))]
    found = list(dict.fromkeys(names))  # in their order
    index = np.array([found.index(name) for name in names])
    kinds = _kinds(table, index, len(found))
    columns = {name: table.numbers(name) for name in NEEDED}
    good = np.isfinite(np.stack(list(columns.values()))).all(axis=0)
    samples = _samples(table, columns, index, [Track(*pair) for pair in zip(found, kinds)])
    order = _numbers(table, "sample_id", np.nan)
    good &= np.isfinite(samples.look).all(axis=1)  # a vector of zeros is none
    if not good.any():
        raise GroundshiftError(
            f"{path}: no sample has a displacement and a look vector; fill displacement_mm and "
            "los_east, los_north, los_up."
        )
    if not good.all():
        log(f"{path}: {counted((~good).sum(), 'sample')} without a displacement or look left out.")
    samples = replace(samples, extra={**samples.extra, "sample_id": order}).chosen(good)
    local = local or frame_of(table.crs, table.x[good], table.y[good])
    samples = in_frame(samples, table.crs, table.x[good], table.y[good], local)
    return _with_errors(samples, path, log), local


def frame_of(crs: str, x, y) -> LocalMetres:
    """A local frame about the middle of places."""
    return LocalMetres(crs, float((x.min() + x.max()) / 2), float((y.min() + y.max()) / 2))


def in_frame(samples: Samples, crs: str, x, y, local: LocalMetres) -> Samples:
    """Samples whose looks are true, at map coordinates, in a local frame."""
    angle = local.convergence(crs, x, y) if crs else np.zeros(len(x))
    return replace(
        samples, places=local.of(crs, x, y, "The samples"), look=turned(samples.look, angle),
        crs=local.crs,
    )  # fmt: skip


def turned(look, angle) -> np.ndarray:
    """Look vectors with true north as their axis in a frame whose north lies `angle` (rad)
    clockwise of it; a negative angle turns back."""
    east, north, up = np.asarray(look, float).T
    cos, sin = np.cos(angle), np.sin(angle)
    return np.stack([east * cos - north * sin, east * sin + north * cos, up], axis=1)


def _check_fields(table):
    missing = [name for name in NEEDED if name not in table.columns]
    if missing:
        raise GroundshiftError(
            f"{table.path}: is no layer of samples, as it has no field {missing[0]}; make one with "
            "'Down-sample displacement'."
        )


def _texts(table, name, count):
    return table.texts(name) if name in table.columns else np.full(count, "", object)


def _numbers(table, name, default):
    if name not in table.columns:
        return np.full(len(table), float(default))
    values = table.numbers(name)
    return np.where(np.isfinite(values), values, default)


def _kinds(table, index, count) -> list:
    kinds = _texts(table, "kind", len(table))
    found = []
    for number in range(count):
        kind = {str(part).lower() or "los" for part in kinds[index == number]}
        if len(kind) > 1 or not kind <= set(KINDS):
            raise GroundshiftError(
                f"{table.path}: the kind of a track is los or gnss, and the same for all of its "
                f"samples, not {', '.join(sorted(kind))}; mend the field kind."
            )
        found.append(kind.pop())
    return found


def _samples(table, columns, index, tracks) -> Samples:
    look = np.stack([columns[name] for name in NEEDED[1:]], axis=1)
    for number, track in enumerate(tracks):
        mine = index == number
        what = f"{table.path}: the look vectors of track {track.name}"
        # Offsets along the track lie flat, and so do components of GNSS sites.
        los = from_components(*look[mine].T, what, level=True)
        look[mine] = np.stack([los.east, los.north, los.up], axis=1)
    extra = {
        name: table.numbers(name) for name, values in table.columns.items()
        if name not in OWN and np.asarray(values).dtype.kind == "f"
    }  # fmt: skip
    return Samples(
        np.zeros((len(table), 2)), columns["displacement_mm"] / 1e3,
        look, np.asarray(index), tuple(tracks),
        _numbers(table, "std_mm", np.nan) / 1e3, np.maximum(_numbers(table, "weight", 1.0), 0.0),
        np.stack([_numbers(table, name, 0.0) for name in ("width_m", "height_m")], axis=1),
        extra=extra,
    )  # fmt: skip


def _with_errors(samples: Samples, path, log) -> Samples:
    """Samples with the covariance of each track that has one."""
    models, matrices = _tables(path)
    order = samples.extra["sample_id"]
    tracks = []
    for number, track in enumerate(samples.tracks):
        mine = samples.of_track(number)
        if track.name in matrices:
            track = replace(track, covariance=_of_matrix(matrices[track.name], order[mine], path))
        elif track.name in models:
            nugget, sill, reach = models[track.name]
            track = replace(track, nugget=nugget, sill=sill, range=reach)
            track = modelled(samples, mine, track)
        elif track.kind == "los":
            log(
                f"{path}: nothing tells how the errors of track {track.name} hang together, so "
                "samples count as independent with their std_mm."
            )
        tracks.append(track)
    extra = {name: values for name, values in samples.extra.items() if name != "sample_id"}
    return replace(samples, tracks=tuple(tracks), extra=extra)


def modelled(samples: Samples, mine, track: Track) -> Track:
    """A track with the covariance that follows from its semivariogram; `mine` marks its samples."""
    if not (track.sill > 0 and track.range > 0):
        return track
    std = np.where(np.isfinite(samples.std[mine]), samples.std[mine], np.sqrt(track.sill))
    covariance = cell_covariance(
        samples.places[mine], samples.extent[mine], std, track.sill, track.range
    )
    return replace(track, covariance=covariance)


def _of_matrix(matrix, order, path):
    place = order.astype(int) if np.isfinite(order).all() else np.full(len(order), -1)
    if len(place) and (place.min() < 0 or place.max() >= len(matrix)):
        raise GroundshiftError(
            f"{path}: sample_id does not fit the covariance matrix of the track; import it anew."
        )
    return matrix[np.ix_(place, place)]


def _tables(path) -> tuple:
    """Semivariograms (nugget, sill, range; SI) and covariance matrices by track."""
    models, matrices = {}, {}
    with gdal_errors() as gdal:
        try:
            source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
            names = [source.GetLayer(k).GetName() for k in range(source.GetLayerCount())]
            if MODEL in names:
                for row in source.GetLayerByName(MODEL):
                    values = [row.GetField(k) for k in ("nugget_mm2", "sill_mm2", "range_m")]
                    nugget, sill, reach = (np.nan if v is None else float(v) for v in values)
                    models[row.GetField("track")] = nugget / 1e6, sill / 1e6, reach
            if MATRIX in names:
                for row in source.GetLayerByName(MATRIX):
                    size = int(row.GetField("size"))
                    raw = bytes(row.GetFieldAsBinary("values"))
                    matrices[row.GetField("track")] = np.frombuffer(raw, "<f8").reshape(size, size)
        except (RuntimeError, ValueError, TypeError, KeyError) as error:
            raise GroundshiftError(
                f"{path}: its tables of covariances cannot be read ({error}); make the samples "
                "anew."
            ) from error
    return models, matrices


def write_samples(path, crs: str, samples: Samples, local: LocalMetres, columns=None) -> None:
    """Write samples to a new GeoPackage.

    Parameters
    ----------
    path : path
    crs : str
        WKT of the layer's CRS.
    samples : Samples
        In the frame of `local`.
    local : LocalMetres
    columns : dict of str to ndarray, optional
        Further columns, one value a sample, such as a model's prediction.

    Raises
    ------
    GroundshiftError
        If the file cannot be written.
    """
    x, y = local.back(crs, samples.places)
    look = samples.look
    if crs:
        look = turned(look, -local.convergence(crs, x, y))
    order = np.zeros(len(samples), int)
    for number in range(len(samples.tracks)):
        mine = samples.of_track(number)
        order[mine] = np.arange(mine.sum())
    own = {
        "track": np.array([t.name for t in samples.tracks], object)[samples.track],
        "kind": np.array([t.kind for t in samples.tracks], object)[samples.track],
        "displacement_mm": samples.displacement * 1e3, "std_mm": samples.std * 1e3,
        "weight": samples.weight, "los_east": look[:, 0], "los_north": look[:, 1],
        "los_up": look[:, 2], "width_m": samples.extent[:, 0], "height_m": samples.extent[:, 1],
        **samples.extra, **(columns or {}), "sample_id": order,
    }  # fmt: skip
    write_table(path, crs, x, y, own, LAYER)
    _write_tables(path, samples.tracks)


def _write_tables(path, tracks) -> None:
    models, matrices = [], []
    for track in tracks:
        if np.isfinite([track.sill, track.range]).all():
            nugget = float(np.nan_to_num(track.nugget)) * 1e6
            models.append((track.name, nugget, float(track.sill) * 1e6, float(track.range)))
        elif track.covariance is not None:
            raw = np.ascontiguousarray(track.covariance, "<f8").tobytes()
            matrices.append((track.name, len(track.covariance), raw))
    add_tables(
        path, {
            MODEL: ("nugget_mm2 REAL, sill_mm2 REAL, range_m REAL", models),
            MATRIX: ('size INTEGER, "values" BLOB', matrices),
        },
    )  # fmt: skip
