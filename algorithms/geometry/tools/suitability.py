# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where to expect radar targets: visibility times scores of the land cover."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, file, flag, layer, other, part, raster, text
from ...errors import GroundshiftError
from .asked import SENTINEL_1, Look

HEADERS = ("Class", "Score", "Name")


class Suitability(Chosen):
    """What the radar sees, the land cover, and its scores."""

    measures = raster(
        "Geometry measures",
        "From the tool 'Radar visibility'; or give an elevation model and an orbit instead.",
        optional=True,
    )  # fmt: skip
    visibility = raster(
        "Visibility",
        "From the same run: passive layover and cast shadow. Without, only a cell's own slope "
        "counts.", optional=True,
    )  # fmt: skip
    dem = raster(
        "Elevation model", "Instead of the geometry measures: heights in metres.", optional=True,
    )  # fmt: skip
    look = part(Look, changes=SENTINEL_1)
    left_looking = flag(
        "Left-looking radar", "The radar looks to the left of its flight.", advanced=True,
    )  # fmt: skip
    land_cover = other(
        "rates", "Land cover", "A raster of classes, or polygons with a field of classes.",
        shapes=("polygons", "raster"),
    )  # fmt: skip
    field = text(
        "Field of the class", "Of polygons, such as CODE_18 of CORINE.", default=None,
    )  # fmt: skip
    scheme = choice(
        "Scores",
        "corine: codes 111 to 523, or 1 to 44 of the raster edition; worldcover: 10 to 100; "
        "own: only the classes that are given below.", ("corine", "worldcover", "own"),
    )  # fmt: skip
    scores = other(
        "table", "Own scores",
        "Rows of class, score (0 to 1) and name; in place of the scheme's, or beside them.",
        columns=HEADERS, rows=1, optional=True,
    )  # fmt: skip
    score_table = file(
        "Own scores from a file", "CSV with class, score, name; rows of the table above win.",
        "CSV (*.csv *.txt)", optional=True, advanced=True,
    )  # fmt: skip
    limits = text(
        "Limits of the classes", "CR index at which low, medium, high and very high begin.",
        default="0.05, 0.15, 0.3, 0.5", optional=False, advanced=True,
    )  # fmt: skip
    targets = layer(
        "Targets that there are",
        "Points of an earlier result: counted by class and by land cover.", ("points",),
        optional=True, advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """There is something that tells what the radar sees, and tables can be read."""
        if self.measures is None and self.dem is None:
            self.refuse(
                "measures",
                "is missing; give it, or an elevation model (DEM) with incidence and heading.",
            )
        if self.visibility is not None and self.measures is None:
            self.refuse(
                "visibility",
                "belongs to the geometry measures (MEASURES); give these, too, or leave it out.",
            )
        self.class_limits()
        self.own_scores()

    def class_limits(self) -> tuple:
        """CR index at which the classes begin."""
        from ..suitability import checked_limits

        try:
            return checked_limits(float(part) for part in self.limits.replace(";", ",").split(","))
        except GroundshiftError as error:
            self.refuse("limits", str(error))
        except ValueError:
            self.refuse(
                "limits", f"'{self.limits}' is not four numbers; write them with commas between."
            )

    def own_scores(self) -> dict:
        """Scores of the file and, winning over them, of the rows."""
        from ..land_cover import rows_as_table
        from .land_cover import read_score_table

        table = {} if self.score_table is None else read_score_table(self.score_table)
        table.update(rows_as_table(self._rows(), self.own["scores"].words))
        if self.scheme == "own" and not table:
            self.refuse(
                "scores",
                "is missing for the scheme 'own'; give classes and scores, or choose another "
                "scheme.",
            )
        return table

    def _rows(self) -> list:
        """As they come from a script, flat; from JSON perhaps row by row."""
        value = self.scores or ()
        cells = value.split(",") if isinstance(value, str) else list(value)
        if all(isinstance(row, (list, tuple)) for row in cells):
            return cells
        width = len(HEADERS)
        if len(cells) % width:
            self.refuse(
                "scores",
                f"has {len(cells)} values, which are no rows of {width}; give class, score and "
                "name for each.",
            )
        return [cells[k : k + width] for k in range(0, len(cells), width)]


OUTPUTS = (
    Output(
        "raster", "CLASSES", "Expected density", "Classes, named in the legend.",
        style="suitability", name="Expected density of targets",
        abstract="From the R index and scores of the land cover.",
    ),
    Output(
        "raster", "INDEX", "CR index", "Bands: CR index, score of the land cover, R index.",
        optional=True, style="r_index",
        abstract="R index times the score of the land cover, 0 to 1.",
    ),
    Output(
        "file", "SHARES", "Share by class",
        "Cells, area, share, mean R index and targets by class and by land cover.",
        "CSV (*.csv)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "NONE": "None to be expected (%)",
    "LOW": "Very low and low (%)",
    "MEDIUM": "Medium (%)",
    "HIGH": "High and very high (%)",
    "DENSITY_LOW": "Targets a km2 that were counted in low",
    "DENSITY_HIGH": "Targets a km2 that were counted in high",
}  # fmt: skip


FIELDS = (
    "table", "class", "name", "score", "cells", "area_km2", "share_percent", "mean_r_index",
    "points", "points_per_km2",
)  # fmt: skip
BYTES_PER_PIXEL = 120.0


def run(chosen, outputs, job) -> dict:
    """Multiply and classify; see :mod:`...declare`."""
    import contextlib
    from functools import partial

    import numpy as np

    from ...data.axes import ground_axes
    from ...formats.text.csv_tables import write_csv
    from ...outputs import Layer
    from ..land_cover import table_of
    from ..suitability import CLASSES
    from ..visibility import Tally
    from .land_cover import PolygonCover, RasterCover, Scores
    from .radar_view import Computed, Measured

    path, layer, raster, _ = chosen.land_cover
    if not raster and not chosen.field:
        chosen.refuse("field", "is missing for polygons; give the field of the class.")
    table, limits = table_of(chosen.scheme, chosen.own_scores()), chosen.class_limits()
    layers = {
        "INDEX": Layer((("cr_index",), ("land_cover_score",), ("r_index",))),
        "CLASSES": Layer((("class",),), dtype="uint8", nodata=0),
    }  # fmt: skip
    with contextlib.ExitStack() as stack:
        if chosen.measures is not None:
            view = Measured(chosen.measures, chosen.visibility, stack)
        else:
            look = chosen.look.source(chosen.left_looking)
            view = Computed(chosen.dem, look, job.part(0.0, 0.1), stack)
        cover = (
            RasterCover(path, view.grid) if raster
            else PolygonCover(path, layer, chosen.field, view.grid, job.note)
        )  # fmt: skip
        scores, axes = Scores(cover, table), ground_axes(view.grid)
        points = None if chosen.targets is None else _points(chosen.targets, view.grid)
        by_class, by_cover = Tally(axes, 2), Tally(axes, 2)

        def read(window):
            codes = cover.read(window)
            return view.read(window), codes, scores.of(codes)

        def write(window, result):
            found, r_index, codes, score = result
            index = np.stack([found.index, score, r_index])
            rasters.write(window, {"INDEX": index, "CLASSES": found.classes})
            counts = 0.0 if points is None else points.counts(window)
            further = np.nan_to_num(np.clip(r_index, 0, 1)), counts
            by_class.add(window, found.classes, *further)
            by_cover.add(window, np.where(found.classes > 0, codes, 0), *further)

        with outputs.rasters(layers, view.grid) as rasters:
            job.part(0.1, 1.0).blocks(
                partial(_judge, rays=view.rays, limits=limits), read, write, view.grid,
                BYTES_PER_PIXEL + view.bytes_per_pixel,
            )  # fmt: skip
    if scores.told():
        job.note(scores.told())
    if not by_class.sums:
        _refuse(path, scores)
    rows = [("density class", code, CLASSES[code], "", by_class[code]) for code in CLASSES]
    for code in sorted(by_cover.sums):
        key = cover.key(code)
        rows.append(("land cover", key, *table[key], by_cover[code]))
    counted = chosen.targets is not None
    area_of_all = sum(sums[1] for sums in by_class.sums.values())
    path = outputs.path("SHARES")
    if path is not None:
        write_csv(path, FIELDS, (_row(*row, area_of_all, counted) for row in rows))
    numbers = {
        "NONE": 100 * by_class.share(1), "LOW": 100 * by_class.share(2, 3),
        "MEDIUM": 100 * by_class.share(4), "HIGH": 100 * by_class.share(5, 6),
    }  # fmt: skip
    if counted:
        for name, codes in (("DENSITY_LOW", (2, 3)), ("DENSITY_HIGH", (5, 6))):
            _, area, _, count = sum(by_class[code] for code in codes)
            numbers[name] = count / area * 1e6 if area else float("nan")
    return numbers


def _judge(block, rays, limits):
    from ..suitability import suitability
    from .radar_view import seen

    view, codes, score = block
    r_index, visible = seen(view, rays)
    return suitability(r_index, score, visible, limits), r_index, codes, score


def _points(source, grid):
    """Counts of points in the cells of a grid."""
    import numpy as np

    from ...formats.common_grid import CellMedians
    from ...formats.vectors.tables import read_table

    table = read_table(*source)
    if not table.crs:
        raise GroundshiftError(f"{source[0]}: the points have no CRS; assign the right one.")
    return CellMedians(grid, table.crs, table.x, table.y, np.ones((1, len(table))))


def _refuse(path, scores):
    if scores.missing:
        raise GroundshiftError(
            f"{path}: none of its classes has a score (it has "
            f"{', '.join(sorted(scores.missing)[:8])}); choose the scheme that fits, or give your "
            "own table."
        )
    raise GroundshiftError(
        f"{path}: does not overlap what the radar sees; choose layers of the same area and check "
        "their CRS."
    )


def _row(table, key, name, score, sums, area_of_all, counted) -> tuple:
    cells, area, r_index, points = sums
    count = ("", "")
    if counted:
        count = (int(points), f"{points / area * 1e6:.3f}" if area else "")
    return (
        table, str(key), name, str(score), int(cells), f"{area / 1e6:.4f}",
        f"{100 * area / area_of_all:.3f}", f"{r_index / cells:.3f}" if cells else "", *count,
    )  # fmt: skip
