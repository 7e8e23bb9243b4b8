# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Change of heights between two elevation models, and volumes."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, field, flag, layer, number, part, raster, text, whole


class DemDifference(Chosen):
    """Two models, the ground that did not change, and areas."""

    after = raster("Later elevation model", "Heights in metres, any CRS and grid.")
    before = raster("Earlier elevation model", "Results have its grid.")
    areas = layer(
        "Areas", "Polygons whose volumes are wanted: landslides, dumps, pits. They are left out of "
        "the ground that did not change.", ("polygons",), optional=True, selected=True,
    )  # fmt: skip
    changed = layer(
        "Other changed ground",
        "Polygons of further ground that changed, such as forests, lakes and glaciers: left out "
        "of the alignment and of the errors.", ("polygons",), optional=True, selected=True,
    )  # fmt: skip
    align = flag(
        "Align the models first",
        "The later one is moved onto the earlier one by ground that did not change (see 'Align "
        "elevation models').", True,
    )  # fmt: skip
    date_before = text("Date of the earlier model", "YYYY-MM-DD; with both there are rates.")
    date_after = text("Date of the later model", "YYYY-MM-DD.")
    times = number(
        "Significant from (standard deviations)",
        "Cells that changed by more than so many standard deviations are gain or loss; the sum of "
        "all others goes to the side that it falls to. 0 takes noise for gain and loss.",
        2.0, 0.0, 20.0,
    )  # fmt: skip
    name_field = field("Field: name of the areas", "Where empty: the fid.", "AREAS")
    horizontal = flag(
        "Move sideways", "Without, only the heights are adjusted: for flat ground.", True,
        advanced=True,
    )  # fmt: skip
    tilt = flag("Remove a tilt", "Also take out an inclined plane.", advanced=True)
    bias = number(
        "Further common error (m)",
        "Standard deviation of what all heights of an area have in common besides, such as other "
        "ground (forest, snow) than where the models were aligned.",
        0.0, 0.0, 1000.0, advanced=True,
    )  # fmt: skip
    least_area = number(
        "Smallest patch of significant change (m2)",
        "Of the layer of patches. If empty: 25 cells, or a square of four times the length over "
        "which errors are alike.", None, 0.0, 1e9, optional=True, advanced=True,
    )  # fmt: skip
    seed = whole("Seed", "Of the pairs that the semivariogram is made of.", 0, 0, advanced=True)
    blocks = part(Blocks)

    def check(self):
        """Dates come in pairs."""
        if bool(self.date_before.strip()) != bool(self.date_after.strip()):
            self.refuse(("date_before", "date_after"), "give both dates, or none.")
        if self.date_before.strip() and self.years() <= 0:
            self.refuse("date_after", "is not after that of the earlier model; swap them.")

    def years(self) -> float:
        """Between the models; NaN without dates."""
        from ...data.dates import parse_date

        if not self.date_after.strip():
            return float("nan")
        days = parse_date(self.date_after) - parse_date(self.date_before)
        return float(days.astype(int)) / 365.25

    def gives(self, output: str) -> bool:
        """Volumes are of areas."""
        return self.areas is not None or output not in ("VOLUMES", "TABLE")


OUTPUTS = (
    Output(
        "raster", "DIFFERENCE", "Change of heights (m)", "Later model less the earlier one.",
        style="dem_error", limits="symmetric_peak", name="Change of heights",
        abstract="Later elevation model less the earlier one, metres.",
    ),
    Output(
        "raster", "DEVIATION", "Standard deviation of the change (m)",
        "Of a cell, from its slope.", optional=True, by_default=False, style="dem_error_std",
        limits="p98", name="Standard deviation of the change of heights",
    ),
    Output(
        "raster", "SIGNIFICANT", "Significant change",
        "-1 lower, 0 no significant change, 1 higher.", optional=True, by_default=False,
    ),
    Output(
        "polygons", "VOLUMES", "Volumes of the areas",
        "The areas with gain, loss and net volume, mean change, and their standard deviations.",
        optional=True, style="volumes",
    ),
    Output(
        "polygons", "PATCHES", "Patches of significant change",
        "Where all cells changed significantly to one side, over the smallest area and more: as "
        "outlines, with volumes and their standard deviations.", optional=True, by_default=False,
        style="volumes",
    ),
    Output(
        "file", "TABLE", "Table of volumes", "The same as a table.", "CSV (*.csv)", optional=True,
        by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "NET": "Net volume of all areas (m3)", "NET_STD": "Its standard deviation (m3)",
    "GAIN": "Gain of all areas (m3)", "LOSS": "Loss of all areas (m3)",
    "AREA": "Area (m2)", "NMAD": "NMAD of unchanged ground (m)",
    "LENGTH": "Length of correlation of the errors (m)",
    "PATCH_COUNT": "Patches of significant change",
    "EAST": "Moved east (m)", "NORTH": "Moved north (m)", "UP": "Lifted (m)",
}  # fmt: skip
LEAST_KNOWN = 0.9  # of an area's cells
OVERLAP = 0.001  # of the areas
LEAST_CELLS, LENGTHS, SURE = 25, 4.0, 3.0  # of a patch; lengths of errors; standard deviations


def run(chosen, outputs, job) -> dict:
    """Align, judge the errors, subtract, sum; see :mod:`...declare`."""
    import numpy as np

    from ...formats.vectors.features import read_features
    from ..height_errors import height_errors
    from .model_pair import ModelPair

    layers = [layer for layer in (chosen.areas, chosen.changed) if layer is not None]
    with ModelPair(chosen.after, chosen.before, layers) as pair:
        features = None
        if chosen.areas is not None:
            path, name = chosen.areas
            features = read_features(path, ("polygon",), name, None, pair.grid.crs)
        found, sample = _aligned(pair, chosen, job.part(0.0, 0.4))
        rest = sample.height - found.excess(sample.place)
        slope = np.degrees(np.arctan(np.hypot(*sample.gradient.T)))
        shift = *found.std[:2], np.hypot(found.std[2], chosen.bias)
        errors = height_errors(rest, slope, sample.place, shift, chosen.seed)
        _tell(errors, found, len(rest), job)
        job.check()
        reader = _Reader(pair, found, errors, chosen.times)
        patches = _write(reader, chosen, outputs, job.part(0.4, 0.8))
        totals = dict.fromkeys(("NET", "NET_STD", "GAIN", "LOSS", "AREA"), np.nan)
        if features is not None:
            totals = _volumes(features, reader, chosen, outputs, job.part(0.8, 1.0))
    east, north, up = -found.values[:3]
    return {
        **totals, "NMAD": found.nmad, "LENGTH": errors.length, "PATCH_COUNT": patches,
        "EAST": east, "NORTH": north, "UP": up,
    }  # fmt: skip


def _aligned(pair, chosen, job):
    """Displacement of the later model and its differences; zero where it shall stay."""
    from dataclasses import replace

    import numpy as np

    from ...data.statistics import nmad
    from ...errors import GroundshiftError
    from ..coregistration import bias_by_height, displacement
    from .demcoregister import tell_shift

    sample = pair.sample(pair.common, (0.0, 0.0))
    if len(sample.height) and not sample.height.any():
        raise GroundshiftError(
            f"{chosen.after}: holds the heights of {chosen.before}; give models of two times."
        )
    if chosen.align:
        before = nmad(sample.height)
        found, sample = pair.fit(chosen.horizontal, chosen.tilt, job)
        tell_shift(found, before, bias_by_height(sample, found), sample, job)
        return found, sample
    pair.check_common(sample)
    found = displacement(sample, chosen.horizontal)
    east, north, up = found.values
    told = np.hypot(found.values, found.std)
    if (np.abs(found.values) > 3 * found.std)[2]:
        job.warn(
            f"The models are not aligned: ground that did not change differs by {up:+.2f} m. "
            "It is taken for an error that all heights share; align the models (ALIGN)."
        )
    # What was left in is an error that all cells share.
    return replace(found, values=np.zeros(3), std=told, nmad=nmad(sample.height)), sample


def _tell(errors, found, pixels, job):
    import numpy as np

    from ..height_errors import LEAST_IN_BIN

    alike = "independent from cell to cell"
    if errors.length:
        alike = f"alike over {errors.length:.0f} m"
    flat, steep = errors.at(errors.slope[[0, -1]])
    job.note(
        f"A cell's standard deviation is {flat:.2f} m on slopes of {errors.slope[0]:.0f} degrees "
        f"and {steep:.2f} m on {errors.slope[-1]:.0f} degrees; errors are {alike}, and all heights "
        f"share one of {errors.shift[2]:.2g} m."
    )
    if pixels < LEAST_IN_BIN:
        job.warn(
            "There is too little unchanged ground to tell over which distance errors are alike; "
            "standard deviations of volumes take cells as independent and are too small."
        )
    if found.shown < 0.3 and np.any(found.values[:2]):
        job.warn("The ground hardly shows where it lies; consider HORIZONTAL = no.")


class _Reader:
    """Change of heights by windows.

    Parameters
    ----------
    pair : ModelPair
    found : Displacement
        Of the later model.
    errors : HeightErrors
    times : float
    """

    def __init__(self, pair, found, errors, times):
        from functools import partial

        from ..heights_change import change

        self.grid, self.errors = pair.grid, errors
        self.axes = pair.axes(pair.grid)
        self._heights = pair.heights(pair.grid, -found.values[:2])
        self._excess = pair.excess(pair.grid, found)
        self.function = partial(change, errors=errors, times=times)

    def block(self, window):
        """What :func:`..heights_change.change` takes."""
        from ...data.grid import Window
        from .model_pair import padded

        around = Window(window.row - 1, window.col - 1, window.height + 2, window.width + 2)
        after, before = (padded(reader, around) for reader in self._heights)
        return self._excess(window), after, before, self.axes.block(window)


def _write(reader, chosen, outputs, job):
    """The rasters, block by block, and the patches; the number of these."""
    import contextlib

    import numpy as np

    from ...formats.scratch import Scratch
    from ...outputs import Layer
    from ..heights_change import NOWHERE

    layers = {
        "DIFFERENCE": Layer((("height_change_m", "m"),)),
        "DEVIATION": Layer((("height_change_std_m", "m"),)),
        "SIGNIFICANT": Layer((("significant_change", ""),), dtype="int16", nodata=NOWHERE),
    }  # fmt: skip
    layers = {name: layer for name, layer in layers.items() if outputs.wanted(name)}
    patches = outputs.wanted("PATCHES")
    if not layers and not patches:
        return None
    note = {"SHARED_STD_M": f"{reader.errors.shift[2]:.4g}"}
    with contextlib.ExitStack() as stack:
        classes = None
        if patches:
            folder = outputs.targets["PATCHES"].parent
            scratch = stack.enter_context(Scratch(folder, job.budget // 4))
            classes = scratch.array(reader.grid.shape, np.int16)
        rasters = stack.enter_context(outputs.rasters(layers, reader.grid, note=note))

        def write(window, block):
            rasters.write(window, {name: getattr(block, name.lower()) for name in layers})
            if patches:
                known = np.where(block.significant == NOWHERE, 0, block.significant)
                classes[window.slices] = known

        job.blocks(reader.function, reader.block, write, reader.grid, 250.0)
        return _patches(classes, reader, chosen, outputs, job) if patches else None


def _patches(classes, reader, chosen, outputs, job) -> int:
    """Outlines and volumes of significant change into their layer; how many."""
    import numpy as np

    from ...formats.vectors.features import write_polygons
    from ...formats.vectors.patches import patches_of

    grid = reader.grid
    cell = float(abs(np.linalg.det(reader.axes.at(grid.rows / 2, grid.cols / 2).reshape(2, 2))))
    least = max(LEAST_CELLS * cell, (LENGTHS * reader.errors.length) ** 2)
    if chosen.least_area is not None:
        least = chosen.least_area
    shapes, _ = patches_of(classes, grid, max(1, int(np.ceil(least / cell))))
    rows = _rows(shapes, reader, chosen.years(), job)
    # What noise may sum up to over so large an area is no change. The sieve keeps small patches
    # that have no larger neighbour.
    real = [
        number for number, row in enumerate(rows)
        if abs(row["net_m3"]) > max(chosen.times, SURE) * row["net_std_m3"]
        and row["area_m2"] > least - 0.5 * cell
    ]  # fmt: skip
    real.sort(key=lambda number: -abs(rows[number]["net_m3"]))
    keys = [key for key in rows[0] if key[:4] not in ("gain", "loss")] if real else []
    columns = {"number": np.arange(1, 1 + len(real))}
    columns.update({key: np.array([rows[number][key] for number in real]) for key in keys})
    write_polygons(
        outputs.path("PATCHES"), grid.crs, [shapes[number] for number in real], columns, "patches"
    )
    told = f"{len(real)} patches of significant change of {least:.4g} m2 and more"
    gain = sum(rows[number]["net_m3"] > 0 for number in real)
    job.note(f"{told}: {gain} higher, {len(real) - gain} lower.")
    return len(real)


def _rows(shapes, reader, years, job) -> list:
    """Volumes of areas, a dict each."""
    import numpy as np

    from ...data.axes import row_areas
    from ...formats.vectors.shapes import envelopes
    from ...formats.zonal import Zones
    from ..height_errors import SIDE
    from ..heights_change import AreaVolume, coarseness

    if not shapes:
        return []
    grid, axes = reader.grid, reader.axes
    _, dx, _, _, _, dy = grid.transform
    left, right, bottom, top = envelopes(shapes).T
    size = np.abs(top - bottom) / abs(dy), np.abs(right - left) / abs(dx)
    volumes = [AreaVolume(coarseness(*pair, SIDE)) for pair in zip(*size)]
    for which, window, mask in Zones(grid, shapes).each(job.tell, job.cancelled):
        piece = reader.function(reader.block(window))
        volumes[which].add(piece, mask, row_areas(axes, window), window.row, window.col)
    row = (grid.transform[3] - (top + bottom) / 2) / -dy
    col = ((left + right) / 2 - grid.transform[0]) / dx
    return [
        volume.row(reader.errors, axes.at(*place), years)
        for volume, *place in zip(volumes, row, col)
    ]


def _volumes(features, reader, chosen, outputs, job) -> dict:
    """Volumes of the areas, into the layer and the table; their sums."""
    import numpy as np

    from ...formats.text.csv_tables import write_csv
    from ...formats.vectors.features import write_polygons
    from ...formats.vectors.shapes import united

    years = chosen.years()
    # The last one is all of them together: neighbours' errors are alike, too.
    *rows, total = _rows([*features.wkb, united(features.wkb)], reader, years, job)
    fid = [str(number) for number in features.fid]
    names = features.texts(chosen.name_field) if chosen.name_field else fid
    columns = {"name": np.array(names, dtype=object)}
    columns.update({key: np.array([row[key] for row in rows]) for key in total})
    if outputs.wanted("VOLUMES"):
        write_polygons(outputs.path("VOLUMES"), features.crs, features.wkb, columns, "volumes")
    if outputs.wanted("TABLE"):
        write_csv(outputs.path("TABLE"), columns, zip(*columns.values()), ".8g")
    _tell_volumes(columns, total, years, features, job)
    return {
        "NET": total["net_m3"], "NET_STD": total["net_std_m3"], "GAIN": total["gain_m3"],
        "LOSS": total["loss_m3"], "AREA": total["area_m2"],
    }  # fmt: skip


def _tell_volumes(columns, total, years, features, job):
    import numpy as np

    for note in features.notes():
        job.note(note)
    rate = ""
    if np.isfinite(years):
        rate = f", {total['net_m3_yr']:.4g} ± {total['net_std_m3_yr']:.2g} m3 a year"
    job.note(
        f"Net volume of all areas {total['net_m3']:.4g} ± {total['net_std_m3']:.2g} m3{rate}; "
        f"gain {total['gain_m3']:.4g} ± {total['gain_std_m3']:.2g}, loss "
        f"{total['loss_m3']:.4g} ± {total['loss_std_m3']:.2g} m3."
    )
    nowhere, little = columns["cells"] == 0, columns["known_share"] < LEAST_KNOWN
    for where, words in (
        (nowhere, "lie where no heights are known and have no volume"),
        (little & ~nowhere, "are known by less than nine tenths; volumes are of what is known"),
    ):
        if where.any():
            some = ", ".join(columns["name"][where][:5])
            job.warn(f"{where.sum()} areas ({some}) {words}.")
    if columns["area_m2"].sum() > (1 + OVERLAP) * total["area_m2"] > 0:
        job.note("Areas overlap; what they share counts once in the sum.")
