# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Small fractures in an interferogram."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, number, part, raster

KINDS = ("wrapped", "unwrapped", "displacement")


class Lineaments(Chosen):
    """The interferogram, and what counts as a line."""

    phase = raster(
        "Interferogram",
        "Phase in radians, wrapped or unwrapped, or displacement along the line of sight; one that "
        "spans the earthquake closely shows its fractures best.",
    )  # fmt: skip
    kind = choice(
        "What it holds",
        "wrapped: whole cycles do not count, so offsets beyond a quarter of the wavelength show "
        "as smaller ones. Unwrapped phase may be taken as wrapped, too: its errors then make no "
        "lines.", KINDS,
    )  # fmt: skip
    coherence = raster("Coherence", "On the same grid.", optional=True)
    min_coherence = number(
        "Minimum coherence", "Pixels below are left out.", 0.3, 0.0, 1.0,
    )  # fmt: skip
    wavelength = number(
        "Wavelength (m)", "C-band of Sentinel-1: 0.0555, L-band: 0.24.", 0.05546576, 0.005, 1.0
    )
    sign = choice(
        "Sign of the phase", "As MintPy, ISCE, HyP3 and LiCSAR have it: away is negative in "
        "displacement.", ("positive_away", "positive_towards"), advanced=True,
    )  # fmt: skip
    unit = choice("Unit of the displacement", "The raster's own goes first.", ("m", "cm", "mm"),
                  advanced=True)  # fmt: skip
    alpha = number(
        "Rate of false alarms",
        "Lines that noise alone makes in a scene, on the average, all places and directions "
        "counted.", 0.05, 1e-6, 10.0,
    )  # fmt: skip
    least_length = number("Least length (m)", "Empty for 15 pixels.", None, 1.0, 1e6, optional=True)
    floor = number(
        "Least noise (rad)",
        "Less is not believed: a filtered interferogram shows hardly any, and its neighbours err "
        "alike.", 0.1, 0.001, 1.5, advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)


OUTPUTS = (
    Output(
        "lines", "LINES", "Lineaments",
        "Length, strike, offset along the line of sight (the side to the right of the strike less "
        "that to the left) with its standard deviation, the strain across that pixels can "
        "resolve, and the score.", style="lineaments",
    ),
    Output(
        "raster", "SCORE", "Score", "Step through every pixel by its standard deviation.",
        optional=True, by_default=False, style="coefficient", limits="symmetric",
    ),
)  # fmt: skip
NUMBERS = {
    "LINES_FOUND": "Lineaments", "TOTAL_LENGTH": "Length of all (km)",
    "LARGEST_OFFSET": "Largest offset (mm)", "THRESHOLD": "Score that a line needs",
    "NOISE": "Noise of the phase (rad)",
}  # fmt: skip
PIECES, PIECE = 5, 64  # along each side, from which the noise is learned; pixels of one
LEAST_PIXELS = 15
MOST_CRESTS = 5_000_000


def run(chosen, outputs, job) -> dict:
    """Learn the noise, find the crests of steps, link them; see :mod:`...declare`."""
    from functools import partial

    import numpy as np

    from ...errors import GroundshiftError
    from ...outputs import Layer
    from ..lineaments import MARGIN, calibrate, linked, needed_ratio
    from .lineament_source import Source

    with Source(chosen) as source:
        grid, wrapped = source.grid, chosen.kind == "wrapped"
        if not grid.crs:
            job.warn(f"{chosen.phase}: has no CRS; its coordinates are taken as metres.")
        try:
            found = calibrate(
                [source.read(w, MARGIN) for w in _pieces(grid)], wrapped, chosen.floor
            )
        except ValueError as error:
            raise GroundshiftError(
                f"{chosen.phase}: hardly any pixels have a phase with less noise than at random "
                f"({error}); lower the minimum coherence, or filter the interferogram."
            ) from error
        needed = needed_ratio(grid.rows * grid.cols, chosen.alpha)
        job.note(
            f"Noise of {found.noise[0]:.2f} rad; steps are {found.factor[0]:.2f} and "
            f"{found.factor[1]:.2f} times as large as of independent noise at the two scales. "
            f"A line needs a score of {needed:.2f}."
        )
        parts = []
        layers = {"SCORE": Layer((("score", ""),))} if outputs.wanted("SCORE") else {}
        with outputs.rasters(layers, grid) as rasters:

            def write(window, block):
                crests, ratio = block
                moved = np.array(crests, float)
                moved[0] += window.row
                moved[1] += window.col
                parts.append(moved)
                if sum(part.shape[1] for part in parts) > MOST_CRESTS:
                    raise GroundshiftError(
                        f"{chosen.phase}: steps everywhere; give the coherence, or filter it."
                    )
                if layers:
                    rasters.write(window, {"SCORE": ratio})

            job.blocks(
                _Block(wrapped, found), partial(source.read, margin=MARGIN), write, grid,
                120.0,
            )  # fmt: skip
        crests = np.concatenate(parts, axis=1)
        order = np.lexsort((crests[1], crests[0]))
        least = source.pixels(chosen.least_length) if chosen.least_length else LEAST_PIXELS
        lines = linked(*crests[:, order], needed, least)
        return _written(lines, source, needed, found, outputs, job)


class _Block:
    """Crests of a block and its score."""

    def __init__(self, wrapped, calibration):
        self._wrapped, self._calibration = wrapped, calibration

    def __call__(self, phase):
        from ..lineaments import crests, significances

        step, ratio, which = significances(phase, self._wrapped, self._calibration)
        return crests(step, ratio, which), ratio[1:-1, 1:-1]


def _pieces(grid):
    """Windows spread over the scene."""
    import numpy as np

    from ...data.grid import Window

    starts = [
        np.linspace(0, max(0, size - PIECE), max(1, min(PIECES, size // PIECE))).astype(int)
        for size in grid.shape
    ]
    return [
        Window(int(row), int(col), min(PIECE, grid.rows), min(PIECE, grid.cols))
        for row in starts[0]
        for col in starts[1]
    ]


def _written(lines, source, needed, found, outputs, job):
    import numpy as np

    from ...formats.vectors.features import write_lines
    from ...formats.vectors.wkb import line_wkb

    columns = {name: [] for name in (
        "length_m", "strike_deg", "offset_mm", "offset_std_mm", "strain_ppm", "strain_std_ppm",
        "score",
    )}  # fmt: skip
    shapes = []
    for line in lines:
        x, y = source.grid.xy(line.rows, line.cols)
        place = source.local.of(source.grid.crs, x, y)
        way = place[-1] - place[0]
        turn = float(np.mean(source.local.convergence(source.grid.crs, x, y)))
        strike = float(np.degrees(np.arctan2(way[0], way[1]) + turn)) % 360.0
        offset, std = (1e3 * source.metres * part for part in (line.step, line.std))
        if strike >= 180.0:  # seen the other way, right is left
            strike, offset = strike - 180.0, -offset
        across = 2 * source.side
        row = (
            np.hypot(*np.diff(place, axis=0).T).sum(),
            strike, offset, abs(std), 1e3 * offset / across, 1e3 * abs(std) / across, line.ratio,
        )  # fmt: skip
        for name, value in zip(columns, row):
            columns[name].append(round(float(value), 4))
        shapes.append(line_wkb(np.stack([x, y], axis=1)))
    columns = {name: np.array(values, float) for name, values in columns.items()}
    write_lines(outputs.path("LINES"), source.grid.crs, shapes, columns, "lineaments")
    if not lines:
        job.note("No line stands out of the noise.")
    return {
        "LINES_FOUND": len(lines), "TOTAL_LENGTH": 1e-3 * float(columns["length_m"].sum()),
        "LARGEST_OFFSET": float(np.abs(columns["offset_mm"]).max(initial=0.0)),
        "THRESHOLD": needed, "NOISE": found.noise[0],
    }  # fmt: skip
