# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Sections of Coulomb stress change: lines read from a layer, profiles written as one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.metric import LocalMetres
from ...data.patches import PatchSet
from ...formats.vectors.features import read_lines, write_polygons
from ...formats.vectors.wkb import parts, polygon_wkb
from ..grids import StressChange
from ..pages.coulomb import Panel
from ..sections import Section, cuts, make_section

APART = 0.1  # of the longest line, between profiles side by side


@dataclass(frozen=True)
class SectionSource:
    """Lines along which sections are wanted, and how deep.

    Parameters
    ----------
    path, layer : str
        A layer of lines.
    top, bottom : float
        Metres.
    cell : float or None
        Metres; None for about 150 cells along the line.
    dip : float
        Radians, to the right of each line.
    line : ndarray, shape (vertex, 2), optional
        In the model's frame, in place of a layer.
    """

    path: str = ""
    layer: str = ""
    top: float = 0.0
    bottom: float = 20e3
    cell: float | None = None
    dip: float = np.pi / 2
    line: np.ndarray | None = None


@dataclass(frozen=True)
class SectionLine:
    """A section and where its line comes from.

    Parameters
    ----------
    section : Section
    name : str
    crs : str
        CRS of the line.
    """

    section: Section
    name: str
    crs: str


def read_sections(source: SectionSource, local: LocalMetres, log) -> list:
    """The sections below every line of a layer.

    Returns
    -------
    list of SectionLine

    Raises
    ------
    GroundshiftError
        If the layer holds no line, or a section cannot be made.
    """
    if source.line is not None:
        return [SectionLine(_made(source, np.asarray(source.line, float)), "1", local.crs)]
    features = read_lines(source.path, source.layer)
    for note in features.notes():
        log(note)
    lines = [
        local.of(features.crs, *line.T, what=source.path)
        for shape in features.wkb
        for line in parts(shape)
    ]
    return [
        SectionLine(_made(source, line), str(number), features.crs)
        for number, line in enumerate(lines, 1)
    ]


def _made(source, line):
    cell = source.cell
    if cell is None:
        cell = max(1.0, np.hypot(*np.diff(line, axis=0).T).sum() / 150)
    return make_section(line, source.top, source.bottom, cell, source.dip)


def write_sections(path, lines, results, patches: PatchSet, local: LocalMetres) -> list:
    """Write profiles side by side, x along the line and y up, and hand on what the plot needs.

    Parameters
    ----------
    path : path or None
        GeoPackage without a CRS; None writes nothing.
    lines : sequence of SectionLine
    results : sequence of StressChange
        At the sections' points.
    patches : PatchSet
    local : LocalMetres

    Returns
    -------
    list of Panel
    """
    longest = max(len(line.section.distance) * line.section.size[0] for line in lines)
    shapes, tables, panels, start = [], [], [], 0.0
    for line, found in zip(lines, results):
        section = line.section
        shapes += _cells(section, start)
        tables.append(_columns(line, found, local))
        start += len(section.distance) * section.size[0] + APART * longest
        panels.append(Panel(
            f"Section {line.name}", section.distance / 1e3, section.depth / 1e3,
            tuple(part / 1e3 for part in section.size),
            found.coulomb.change.reshape(section.shape) / 1e6, cuts(section, patches) / 1e3,
        ))  # fmt: skip
    if path is not None:
        columns = {name: np.concatenate([t[name] for t in tables]) for name in tables[0]}
        write_polygons(path, "", shapes, columns, "sections")
    return panels


def _cells(section: Section, start: float) -> list:
    """Rectangles of the cells as well-known binary."""
    x, y = np.meshgrid(start + section.distance, -section.depth)
    corners = np.array([(-1, 1), (1, 1), (1, -1), (-1, -1), (-1, 1)]) * section.size / 2
    middles = np.stack([x.ravel(), y.ravel()], axis=1)
    return [polygon_wkb([middle + corners]) for middle in middles]


def _columns(line: SectionLine, found: StressChange, local: LocalMetres) -> dict:
    section = line.section
    distance, depth = np.meshgrid(section.distance / 1e3, section.depth / 1e3)
    x, y = local.back(line.crs, section.points.reshape(-1, 3)[:, :2])
    coulomb = found.coulomb
    columns = {
        "section": np.full(distance.size, int(line.name)),
        "distance_km": np.round(distance.ravel(), 6), "depth_km": np.round(depth.ravel(), 6),
        "x": x, "y": y, "coulomb_mpa": coulomb.change / 1e6, "shear_mpa": coulomb.shear / 1e6,
        "normal_mpa": coulomb.normal / 1e6, "pressure_mpa": coulomb.pressure / 1e6,
    }  # fmt: skip
    if found.planes is not None:
        for k in (0, 1):
            for name, angle in zip(("strike", "dip", "rake"), np.degrees(found.planes[:, k].T)):
                columns[f"{name}{k + 1}_deg"] = np.round(angle, 4)
    return columns
