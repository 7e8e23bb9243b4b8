# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Amplitude dispersion of a stack file and candidates for persistent scatterers."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, number, part, text, whole
from ...errors import GroundshiftError
from .asked import Calibration, Images

ALL = "ALL"


class PsCandidates(Chosen):
    """What is a candidate."""

    images = part(Images)
    candidate = number(
        "Limit of candidates", "Amplitude dispersion below it.", 0.4, 0.01, 2.0,
    )  # fmt: skip
    stable = number(
        "Limit of stable pixels",
        "Amplitude dispersion below which a pixel passes for stable by its amplitude alone.",
        0.25, 0.01, 2.0,
    )  # fmt: skip
    polarisation = text(
        "Polarisation",
        "Such as VH; ALL looks at each of the stack's by itself and takes a pixel for what its "
        "best one makes it; the stack's first if empty.",
    )  # fmt: skip
    radius = whole(
        "Peaks only: radius (pixels)",
        "Keep only candidates that are the brightest pixel within so many rows and columns, so "
        "that side lobes of bright points are left out; 0 keeps all.", 0, 0, 50,
    )  # fmt: skip
    calibration = part(Calibration)
    seed = whole(
        "Seed", "Of the simulation of speckle that tells what passes by chance.", 0, 0,
        advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """Limits must be in order."""
        if self.stable > self.candidate:
            raise GroundshiftError(
                f"The limit of stable pixels, {self.stable:g}, has to be above 0 and not above "
                f"that of candidates, {self.candidate:g}."
            )


OUTPUTS = (
    Output(
        "raster", "DISPERSION", "Amplitude dispersion", "A band a polarisation; without unit.",
        style="amplitude_dispersion",
        abstract="Standard deviation of the calibrated amplitude over its mean.",
    ),
    Output(
        "raster", "AMPLITUDE", "Mean amplitude", "Decibel, a band a polarisation.",
        optional=True, style="backscatter", limits="p02_p98",
        abstract="Decibel, not calibrated to the ground.",
    ),
    Output(
        "raster", "MASK", "Classes", "0: none, 1: candidate, 2: stable.", optional=True,
        style="candidates", name="PS candidates",
        abstract="0: none, 1: candidate, 2: stable by its amplitude alone.",
    ),
    Output(
        "points", "POINTS", "Candidates",
        "Points with amplitude_dispersion, amplitude_db, candidate_class (1 or 2), "
        "polarisation, and row and column in the stack.", optional=True,
        style="points_candidates", name="PS candidates",
        abstract="Pixels of low amplitude dispersion.",
    ),
    Output(
        "table", "TABLE", "Calibration",
        "A row an image: the factor that its amplitudes were multiplied with. GeoPackage "
        "without geometry.", optional=True, by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "PIXELS": "Pixels with data",
    "CANDIDATES": "Candidates",
    "STABLE_PIXELS": "Stable pixels",
    "IMAGES": "Images",
    "CHANCE_CANDIDATE": "Share of speckle below the limit of candidates (%)",
    "CHANCE_STABLE": "Share of speckle below the limit of stable pixels (%)",
    "MEDIAN_DISPERSION": "Median amplitude dispersion",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Map the amplitude dispersion and choose candidates; see :mod:`...declare`."""
    import contextlib
    from functools import partial

    import numpy as np

    from ...errors import counted
    from ...formats.hdf5.images import SlcReader, read_slc_stack
    from ...formats.text.pair_table import write_pair_table
    from ...outputs import Layer
    from ..amplitude import FEWEST_DATES
    from ..candidates import CLASSES, NO_CLASS, Candidates, bytes_per_pixel
    from .slc_amplitude import calibrate_stack, measure_coherence

    stack = read_slc_stack(chosen.images.stack)
    times, wanted = len(stack.dates), chosen.polarisation.upper()
    if times < FEWEST_DATES:
        raise GroundshiftError(
            f"{stack.path}: the amplitude dispersion needs more than {counted(times, 'image')}; "
            "add images."
        )
    names = (wanted,) if wanted else stack.polarisations[:1]
    names = tuple(stack.polarisations) if wanted == ALL else names
    for name in names:
        stack.dataset(name)
    calibrations = {}
    if chosen.calibration.calibrate:
        for name in names:
            calibrations[name] = calibrate_stack(stack, name, job)
    full = ~np.any([found.empty for found in calibrations.values()] or [False], axis=0)
    coherence = measure_coherence(
        stack, names[0], job, np.flatnonzero(np.broadcast_to(full, times))
    )
    by_chance = _tell_chance(times, coherence, len(names), chosen, job)
    function = Candidates(
        tuple(calibrations[n].factors if n in calibrations else None for n in names),
        chosen.candidate, chosen.stable, chosen.radius,
    )  # fmt: skip
    note = {
        "CALIBRATED": str(chosen.calibration.calibrate).lower(), "IMAGES": times,
        "FIRST_DATE": stack.dates[0], "LAST_DATE": stack.dates[-1],
    }  # fmt: skip
    layers = {
        "DISPERSION": Layer([(f"amplitude_dispersion_{n.lower()}",) for n in names]),
        "AMPLITUDE": Layer([(f"amplitude_db_{n.lower()}", "dB") for n in names]),
    }
    classes = {"MASK": Layer((("candidate_class",),), dtype="uint8", nodata=NO_CLASS)}
    named = {f"CLASS_{code}": name for code, name in CLASSES.items()}
    outputs.when = stack.dates[0], stack.dates[-1]
    counts, points = np.zeros(256, int), []
    with contextlib.ExitStack() as opened:
        margin = (chosen.radius, chosen.radius)
        sources = [opened.enter_context(SlcReader(stack, n, margin)) for n in names]
        rasters = opened.enter_context(outputs.rasters(layers, stack, note=note))
        mask = opened.enter_context(outputs.rasters(classes, stack, note={**note, **named}))

        def write(window, block):
            ratios, levels, kinds, best = block
            rasters.write(window, {"DISPERSION": ratios, "AMPLITUDE": levels})
            mask.write(window, {"MASK": kinds})
            counts[:] += np.bincount(kinds.ravel(), minlength=256)
            if outputs.wanted("POINTS"):
                rows, cols = np.nonzero((kinds > 0) & (kinds != NO_CLASS))
                which = best[rows, cols]
                points.append((
                    rows + window.row, cols + window.col, ratios[which, rows, cols],
                    levels[which, rows, cols], kinds[rows, cols], which,
                ))  # fmt: skip

        job.blocks(
            function, partial(_read_all, *sources), write,
            stack.grid, bytes_per_pixel(times, len(names), chosen.radius),
        )  # fmt: skip
    pixels = int(counts.sum() - counts[NO_CLASS])
    if not pixels:
        raise GroundshiftError(
            f"{stack.path}: no pixel has data in half of the images; import them again."
        )
    if outputs.wanted("POINTS"):
        _write_points(outputs.path("POINTS"), stack, names, points)
    if outputs.wanted("TABLE"):
        write_pair_table(outputs.path("TABLE"), _columns(stack, calibrations), "images")
    return {
        "PIXELS": pixels, "CANDIDATES": int(counts[1] + counts[2]),
        "STABLE_PIXELS": int(counts[2]), "IMAGES": times,
        "CHANCE_CANDIDATE": by_chance[0], "CHANCE_STABLE": by_chance[1],
        "MEDIAN_DISPERSION": outputs.summaries["DISPERSION"].median,
    }  # fmt: skip


def _read_all(*sources_and_window) -> list:
    *sources, window = sources_and_window
    return [source.read(window) for source in sources]


def _tell_chance(dates, coherence, polarisations, chosen, job) -> tuple:
    """Per cent of pure speckle that is below the two limits by chance."""
    from ..amplitude import FEW_DATES, clutter_share

    limits = (chosen.candidate, chosen.stable)
    shares = clutter_share(dates, limits, chosen.seed, coherence, polarisations)
    job.note(
        f"With {dates} images of this coherence {shares[0]:.2%} of pure speckle passes for a "
        f"candidate by chance, and {shares[1]:.2%} for stable."
    )
    if dates < FEW_DATES:
        job.warn(
            f"{dates} images are few for an amplitude dispersion (better are {FEW_DATES} and "
            "more): chance makes many candidates; choose a lower limit, or judge them by their "
            "phase."
        )
    return tuple(100.0 * float(share) for share in shares)


def _write_points(path, stack, names, points) -> None:
    import numpy as np

    from ...formats.placing import point_places
    from ...formats.vectors.tables import write_table

    values = [np.concatenate(column) for column in zip(*points)]
    order = np.lexsort((values[1], values[0]))
    rows, cols, ratios, levels, kinds, which = (column[order] for column in values)
    x, y, crs = point_places(stack, rows, cols)
    placed = np.isfinite(x) & np.isfinite(y)
    columns = {
        "amplitude_dispersion": np.round(ratios.astype(float), 4),
        "amplitude_db": np.round(levels.astype(float), 2),
        "candidate_class": kinds.astype(int),
        "polarisation": np.array(names, object)[which],
        "row": rows, "col": cols,
    }  # fmt: skip
    columns = {name: values[placed] for name, values in columns.items()}
    write_table(path, crs, x[placed], y[placed], columns)


def _columns(stack, calibrations) -> dict:
    from ..amplitude import decibel

    columns = {"date": stack.dates}
    for name, calibration in calibrations.items():
        columns[f"factor_{name.lower()}"] = calibration.factors
        columns[f"factor_db_{name.lower()}"] = decibel(calibration.factors).astype(float)
        columns[f"has_data_{name.lower()}"] = ~calibration.empty
    return columns
