# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The study area of a comparison, on an equal-area map: from a layer, or around places."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.earth import compass, equal_area, middle
from ...errors import GroundshiftError
from ...formats.vectors import wkb as shapes
from ...formats.vectors.fault_layers import to_degrees
from ...formats.vectors.features import read_polygons
from ...formats.vectors.shapes import united
from ..study_area import StudyArea

WIDEST = 60.0  # degrees about the middle; wider hulls mean nothing
EDGE = 10_000.0  # metres; longer edges bend on the equal-area map


@dataclass(frozen=True)
class Map:
    """An equal-area map about a place; the coordinates themselves where there is no CRS."""

    projection: str = ""

    @classmethod
    def about(cls, places, plane: bool) -> Map:
        """A map whose middle is that of places, shape (place, 2)."""
        return cls("" if plane else equal_area(*middle(*places.T)))

    def flat(self, places) -> np.ndarray:
        """Metres on the map of longitude and latitude."""
        return self._transformed(places, "FORWARD")

    def degrees(self, flat) -> np.ndarray:
        """Longitude and latitude of places on the map."""
        return self._transformed(flat, "INVERSE")

    def _transformed(self, places, direction):
        places = np.asarray(places, float)
        if not self.projection or not len(places):
            return places
        from pyproj import Transformer

        way = Transformer.from_crs("EPSG:4326", self.projection, always_xy=True)
        return np.stack(way.transform(*places.T, direction=direction), axis=-1)


def area_of_layer(layer, with_crs: bool) -> tuple[Map, StudyArea, list]:
    """The study area of a layer of polygons (path, name), joined where they overlap.

    Returns
    -------
    Map, StudyArea, list of str

    Raises
    ------
    GroundshiftError
        If the layer has no polygon, or a CRS where the others have none, or the reverse.
    """
    polygons = read_polygons(*layer)
    if bool(polygons.crs) != with_crs:
        raise GroundshiftError(
            f"{polygons.path}: one of the layers has no CRS and the other has one; set the CRS of "
            "both."
        )
    # One polygon stays as it is, to its vertices.
    whole = polygons.wkb if len(polygons.wkb) == 1 else [united(polygons.wkb)]
    rings = [
        to_degrees(polygons.crs, _dense(ring, polygons.crs), polygons.path)
        for shape in whole for ring in shapes.parts(shape)
    ]  # fmt: skip
    rings = [ring[np.isfinite(ring).all(axis=1)] for ring in rings]
    rings = [ring for ring in rings if len(ring) > 3]
    if not rings:
        raise GroundshiftError(
            f"{polygons.path}: its coordinates do not fit its CRS; assign the right one."
        )
    map_ = Map.about(np.concatenate(rings), not with_crs)
    return map_, StudyArea.from_rings([map_.flat(ring) for ring in rings]), polygons.notes()


def _dense(ring, crs) -> np.ndarray:
    """A ring with vertices between, where its edges are long."""
    if not crs:
        return ring
    step = EDGE / 111_000.0 if np.abs(ring).max() <= 360.0 else EDGE
    counts = np.maximum(np.ceil(np.hypot(*np.diff(ring, axis=0).T) / step), 1).astype(int)
    segment = np.repeat(np.arange(len(counts)), counts)
    share = (np.arange(len(segment)) - np.repeat(np.cumsum(counts) - counts, counts)) / counts[
        segment
    ]
    dense = ring[segment] + share[:, np.newaxis] * np.diff(ring, axis=0)[segment]
    return np.concatenate([dense, ring[-1:]])


def area_around(places, plane: bool, what: str) -> tuple[Map, StudyArea]:
    """The convex hull of places on an equal-area map.

    Raises
    ------
    GroundshiftError
        If they lie on a line, or spread over more than half a hemisphere.
    """
    map_ = Map.about(places, plane)
    if not plane:
        _, _, up = compass(*places.T)
        _, _, centre = compass(*np.array(middle(*places.T)))
        if np.degrees(np.arccos(np.clip((up @ centre).min(), -1, 1))) > WIDEST:
            raise GroundshiftError(
                f"The {what} spread too far for a study area around them; give a layer with the "
                "study area, or take it around the faults."
            )
    return map_, StudyArea.hull(map_.flat(places))
