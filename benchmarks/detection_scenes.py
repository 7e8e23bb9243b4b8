# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Wrapped interferograms with known motion, to judge `detectmotion` by.

Written apart from the simulator that trains its networks, and with other physics: subsidence is the
elastic response to compaction of panels and of irregular layers at depth (Geertsma 1973, by
convolution with the nucleus of strain), not the probability integral; landslides lie on slopes of
real relief; turbulence has a Matérn spectrum, or is that of a real interferogram, in which case its
noise and its decorrelation are real, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

SIDE = 256
"""Rows and columns of a scene."""
EDGE = 0.1
"""Share of a source's peak at which its outline is drawn."""
SMALLEST = 0.25
"""Half wavelengths of motion at the peak, below which a source does not count."""
SEEN = 0.1
"""Coherence below which a pixel shows nothing."""
POISSON = 0.25


@dataclass
class Source:
    """A piece of ground that moves.

    ``motion`` is metres towards the satellite, ``box`` row and column of its first and behind its
    last pixel, ``fringes`` the motion at its peak in half wavelengths; one that does not ``count``
    is neither to be found nor false. :func:`shape_of` makes its shape of what its ``form`` holds.
    """

    kind: str
    motion: np.ndarray
    box: tuple
    fringes: float
    counts: bool
    form: dict | None = None


@dataclass
class Scene:
    """Wrapped phase in radians (no data is NaN), coherence, and what moves in it.

    ``truth`` is the phase before noise and wrapping, ``deviation`` that of its noise in radians;
    there are none with a real background. What only an oracle is told: ``look``, the direction to
    the satellite, and what is ``known`` of air and noise in radians: ``amplitude`` of the
    turbulence at every wavenumber on twice the side, its ``waves``, the shape of what is
    ``stratified`` for a deviation of 1, ``information`` of every pixel about its phase.
    """

    phase: np.ndarray
    coherence: np.ndarray
    pixel: float
    wavelength: float
    sources: list
    truth: np.ndarray | None = None
    deviation: np.ndarray | None = None
    look: np.ndarray | None = None
    known: dict | None = None

    @property
    def boxes(self):
        return np.array([source.box for source in self.sources], float).reshape(-1, 4)


class RealPieces:
    """Relief and a real interferogram, of which scenes take pieces."""

    def __init__(self, data: Path):
        from osgeo import gdal

        def read(path):
            values = gdal.Open(str(path)).ReadAsArray().astype(float)
            return np.where(values < -9000.0, np.nan, values)

        pair = data / "morocco_s1_pair"
        self.phase = read(pair / "phi_vv.tif")
        self.coherence = read(pair / "coh_vv.tif")
        tiles = sorted((data / "srtm3_italy").glob("*.hgt"))
        self.heights = [np.nan_to_num(tile) for tile in map(read, tiles)]
        step = gdal.Open(str(pair / "phi_vv.tif")).GetGeoTransform()[1]
        self.pixel = abs(step) * 111_000.0

    def relief(self, pixel: float, rng) -> np.ndarray:
        """Heights in metres of a place at random; the tiles' cells are about 80 metres wide."""
        from scipy.ndimage import zoom

        tile = self.heights[rng.integers(len(self.heights))]
        cells = int(np.ceil(SIDE * pixel / 80.0)) + 2
        row, col = (rng.integers(size - cells) for size in tile.shape)
        piece = zoom(tile[row : row + cells, col : col + cells], 80.0 / pixel, order=3)
        return piece[:SIDE, :SIDE]

    def background(self, rng):
        """Wrapped phase and coherence of a piece of the pair, turned at random."""
        row, col = (rng.integers(size - SIDE + 1) for size in self.phase.shape)
        turns, mirrored = rng.integers(4), rng.integers(2)
        for whole in (self.phase, self.coherence):
            piece = np.rot90(whole[row : row + SIDE, col : col + SIDE], turns)
            yield np.ascontiguousarray(piece[:, ::-1] if mirrored else piece)


def scene(pieces: RealPieces, seed: int, steep=None, looks=(8.0, 40.0)) -> Scene:
    """One interferogram; the same one for the same seed.

    With `steep`, from and to, every source changes at most by so many cycles from pixel to pixel,
    and nothing is real. Otherwise by 0.3 to 0.55 of them, or less where that is much motion.
    """
    rng = np.random.default_rng([20261122, seed])
    real = rng.random() < 0.3 and not steep
    pixel = pieces.pixel if real else rng.uniform(20.0, 40.0)
    wavelength = 0.0555 if real or rng.random() < 0.75 else rng.choice([0.031, 0.236])
    look = _look(rng)
    height = pieces.relief(pixel, rng)
    found = []
    for _ in range(rng.choice([0, 1, 2, 3, 4], p=[0.15, 0.35, 0.25, 0.15, 0.1])):
        source = _source(height, look, pixel, wavelength, rng, steep)
        if source is not None and all(_overlap(source[2], other[2]) < 0.2 for other in found):
            found.append(source)
    motion = sum((motion for _, motion, *_ in found), np.zeros((SIDE, SIDE)))
    turning = -4.0 * np.pi / wavelength * motion
    if real:
        background, coherence = pieces.background(rng)
        phase, truth, deviation, known = background + turning, None, None, None
    else:
        turbulent, known = _air(pixel, rng)
        stratified, known["stratified"] = _stratified(height, rng)
        delay = turbulent + stratified
        known = {what: part * 4.0 * np.pi / wavelength for what, part in known.items()}
        ramp = rng.normal(0.0, 1.5, 2) * np.pi / SIDE
        rows, cols = np.mgrid[:SIDE, :SIDE]
        coherence = _coherence(turning, height, rng)
        truth = turning - 4.0 * np.pi / wavelength * delay + ramp[0] * rows + ramp[1] * cols
        count = rng.uniform(*looks)
        # Of a circular normal variate of that mean, which is what many looks come to.
        known["information"] = (2.0 * count * coherence**2 + coherence**4) / (1.0 - coherence**2)
        phase, coherence, deviation = _noisy(truth, coherence, count, rng)
    phase = np.angle(np.exp(1j * phase))
    if rng.random() < 0.25:
        hidden = turbulence(pixel, rng) > rng.uniform(0.006, 0.012)
        phase[hidden] = np.nan if rng.random() < 0.5 else rng.uniform(-np.pi, np.pi, hidden.sum())
        coherence = np.where(hidden, rng.uniform(0.0, 0.1), coherence)
        if known:
            known["information"][hidden] = 0.0
    shown = np.isfinite(phase) & (coherence > SEEN)
    sources = []
    for kind, moved, box, form in found:
        fringes = np.abs(moved).max() / (0.5 * wavelength)
        inside = np.abs(moved) >= 0.5 * np.abs(moved).max()
        counts = fringes >= SMALLEST and np.mean(shown[inside]) > 0.5
        sources.append(Source(kind, moved, box, fringes, counts, form))
    return Scene(phase, coherence, pixel, wavelength, sources, truth, deviation, look, known)


def turbulence(pixel: float, rng) -> np.ndarray:
    """Delay in metres with a Matérn spectrum; sometimes with gravity waves in it."""
    return _air(pixel, rng)[0]


def _air(pixel: float, rng):
    """:func:`turbulence`, and the amplitudes of its spectrum and the waves in it."""
    rows = np.fft.fftfreq(2 * SIDE, pixel)[:, None]
    cols = np.fft.rfftfreq(2 * SIDE, pixel)[None, :]
    reach = np.exp(rng.uniform(np.log(1500.0), np.log(15_000.0)))
    power = (1.0 + (2.0 * np.pi * reach) ** 2 * (rows**2 + cols**2)) ** -(1 + rng.uniform(0.3, 0.9))
    white = np.fft.rfft2(rng.standard_normal((2 * SIDE, 2 * SIDE)))
    field = np.fft.irfft2(np.sqrt(power) * white)[:SIDE, :SIDE]
    factor = rng.uniform(0.001, 0.008) / field.std()
    field *= factor
    waves = np.zeros_like(field)
    if rng.random() < 0.15:
        direction, length = rng.uniform(0.0, 2.0 * np.pi), rng.uniform(2000.0, 6000.0)
        y, x = pixel * np.mgrid[:SIDE, :SIDE]
        along = x * np.cos(direction) + y * np.sin(direction)
        waves = rng.uniform(0.0005, 0.002) * np.sin(2.0 * np.pi * along / length)
        field += waves
    return field - field.mean(), {"amplitude": factor * np.sqrt(power), "waves": waves}


def _look(rng) -> np.ndarray:
    """East, north and up of the direction to the satellite."""
    incidence = np.radians(rng.uniform(25.0, 45.0))
    heading = np.radians(rng.choice([-11.0, 191.0]) + rng.normal(0.0, 2.0))
    across = np.array([-np.cos(heading), np.sin(heading)])  # looks to the right of the flight
    return np.array([*(np.sin(incidence) * across), np.cos(incidence)])


def _source(height, look, pixel, wavelength, rng, steep):
    """(kind, motion, box, form) of one source, or None where there is no place for it."""
    kind = rng.choice(["panels", "layer", "slope"], p=[0.4, 0.3, 0.3])
    row, col = rng.uniform(0.1, 0.9, 2) * SIDE
    form = {"kind": kind, "row": row, "col": col}
    if kind == "slope":
        drawn = _landslide(height, look, pixel, rng)
    else:
        drawn = _panels(rng) if kind == "panels" else _layer(rng)
    if drawn is None:
        return None
    form |= drawn
    unit = shape_of(form, look, pixel)
    if not np.abs(unit).max() > 0.0:
        return None
    unit /= np.abs(unit).max()
    steepest = max(np.abs(np.diff(unit, axis=axis)).max() for axis in (0, 1))
    most = rng.uniform(*(steep or (0.3, 0.55))) * 0.5 * wavelength / steepest
    size = most if steep else min(np.exp(rng.uniform(np.log(0.012), np.log(0.3))), most)
    sign = -1.0 if kind != "slope" and rng.random() < 0.15 else 1.0
    motion = sign * size * unit
    rows, cols = np.nonzero(np.abs(motion) >= EDGE * size)
    box = (rows.min(), cols.min(), rows.max() + 1, cols.max() + 1)
    form["size"] = sign * size
    return ("slope" if kind == "slope" else "basin"), motion, box, form


def shape_of(form: dict, look, pixel: float) -> np.ndarray:
    """Motion towards the satellite, of any unit, of a source of some form."""
    if form["kind"] == "slope":
        return form["towards"] * sliding(form, pixel)
    return _compaction(compacting(form, pixel), form["depth"], pixel) @ look


def _offsets(row, col, pixel):
    """Metres east and north of a place, for every pixel."""
    rows, cols = np.mgrid[:SIDE, :SIDE]
    return pixel * (cols - col), pixel * (row - rows)


def _panels(rng) -> dict:
    """One to four mined panels side by side, not all as far as the first."""
    form = {"strike": rng.uniform(0.0, np.pi)}
    form["width"], form["length"] = rng.uniform(150.0, 350.0), rng.uniform(400.0, 1500.0)
    drawn = [(rng.uniform(-0.3, 0.3), rng.uniform(0.5, 1.0)) for _ in range(rng.integers(1, 5))]
    form["ends"], form["shares"] = np.transpose(drawn)
    return form | {"depth": rng.uniform(120.0, 500.0)}


def _layer(rng) -> dict:
    """A layer of irregular outline that is drained, most of it in the middle."""
    form = {"radius": np.exp(rng.uniform(np.log(250.0), np.log(1300.0)))}
    form["waves"] = [(rng.normal(), rng.uniform(0.0, 2.0 * np.pi)) for _ in range(2, 5)]
    return form | {"power": rng.uniform(1.5, 6.0), "depth": rng.uniform(200.0, 1000.0)}


def compacting(form: dict, pixel: float, soft=False) -> np.ndarray:
    """How much the ground at depth compacts; `soft` panels have parts of pixels on their rim."""
    east, north = _offsets(form["row"], form["col"], pixel)
    if form["kind"] == "layer":
        angle = np.arctan2(north, east)
        outline = np.ones_like(angle)
        for wave, (size, turn) in enumerate(form["waves"], 2):
            outline += 0.2 * size / wave * np.cos(wave * angle + turn)
        share = np.hypot(east, north) / (form["radius"] * np.maximum(outline, 0.3))
        return np.clip(1.0 - share ** form["power"], 0.0, None)
    strike, width, length = form["strike"], form["width"], form["length"]
    along = east * np.sin(strike) + north * np.cos(strike)
    across = east * np.cos(strike) - north * np.sin(strike)
    mined, count = np.zeros((SIDE, SIDE)), len(form["ends"])
    for number, (end, share) in enumerate(zip(form["ends"], form["shares"])):
        middle = (number - 0.5 * (count - 1)) * (width + 30.0)
        sides = (np.abs(across - middle), width), (np.abs(along - end * length), length)
        if soft:
            inside = [np.clip(0.5 + (0.5 * size - away) / pixel, 0.0, 1.0) for away, size in sides]
            mined += share * inside[0] * inside[1]
        else:
            mined[(sides[0][0] < 0.5 * width) & (sides[1][0] < 0.5 * length)] = share
    return mined


def _compaction(layer, depth, pixel) -> np.ndarray:
    """Displacement (row, col, 3) by a compacting layer, of any unit (Geertsma 1973)."""
    size = 2 * SIDE
    steps = pixel * (np.arange(size) - SIDE)
    east, north = steps[None, :], -steps[:, None]
    cube = (east**2 + north**2 + depth**2) ** 1.5
    spectrum = np.fft.rfft2(layer, (size, size))
    towards = (-east / cube, -north / cube, np.broadcast_to(-depth / cube, cube.shape))
    parts = [
        np.fft.irfft2(spectrum * np.fft.rfft2(np.fft.ifftshift(part)), (size, size))[:SIDE, :SIDE]
        for part in towards
    ]
    return (1.0 - POISSON) / np.pi * np.stack(parts, axis=-1) * pixel**2


def _landslide(height, look, pixel, rng):
    """An ellipse that slides down a real slope."""
    from scipy.ndimage import gaussian_filter

    smooth = gaussian_filter(height, 200.0 / pixel)
    south, east_rise = np.gradient(smooth, pixel)
    slope = np.hypot(south, east_rise)
    steep = np.argwhere(slope > np.tan(np.radians(10.0)))
    if len(steep) < 50:
        return None
    row, col = steep[rng.integers(len(steep))]
    if not (0.05 * SIDE < row < 0.95 * SIDE and 0.05 * SIDE < col < 0.95 * SIDE):
        return None
    down = np.array([-east_rise[row, col], south[row, col]]) / slope[row, col]
    fall = -slope[row, col]
    way = np.array([*down, fall]) / np.hypot(1.0, fall)
    if abs(way @ look) < 0.2:
        return None
    length = np.exp(rng.uniform(np.log(350.0), np.log(1800.0)))
    ratio, power = rng.uniform(0.35, 0.8), rng.uniform(2.0, 5.0)
    return {
        "row": row, "col": col, "down": down, "towards": way @ look, "length": length,
        "ratio": ratio, "power": power,
    }  # fmt: skip


def sliding(form: dict, pixel: float) -> np.ndarray:
    """Speed of a landslide; 1 in its middle."""
    east, north = _offsets(form["row"], form["col"], pixel)
    down, length = form["down"], form["length"]
    along = east * down[0] + north * down[1]
    across = east * down[1] - north * down[0]
    share = np.hypot(2.0 * along / length, 2.0 * across / (length * form["ratio"]))
    return np.clip(1.0 - share ** form["power"], 0.0, None)


def _stratified(height, rng):
    """Delay in metres that follows the height, and what it would be for a deviation of 1."""
    scale = rng.uniform(1500.0, 6000.0)
    size, shape = rng.normal(0.0, 0.012), np.exp(-(height - height.min()) / scale)
    return size * shape * scale / 1000.0, 0.012 * shape * scale / 1000.0


def _coherence(turning, height, rng) -> np.ndarray:
    """Coherence by land cover, lower where fringes are dense."""
    cover = turbulence(30.0, rng)
    cover = (cover - cover.min()) / np.ptp(cover)
    low, high = rng.uniform(0.1, 0.45), rng.uniform(0.55, 0.95)
    best = low + (high - low) / (1.0 + np.exp(-12.0 * (cover - rng.uniform(0.25, 0.6))))
    steepness = np.hypot(*np.gradient(turning))
    return np.clip(best * np.sinc(np.clip(steepness / (2.0 * np.pi), 0.0, 0.95)), 0.02, 0.98)


def _noisy(phase, coherence, looks, rng):
    """Phase and coherence as so many looks estimate them, and the deviation of the former.

    By the large-sample normal law; for less than eight looks by sums of echoes.
    """
    from groundshift.algorithms.timeseries.weights import phase_variance

    if looks < 8.0:
        looks = int(looks)
        one, other = (
            rng.standard_normal((2, looks, *phase.shape)).transpose(1, 2, 3, 0) @ (1.0, 1j)
            for _ in range(2)
        )
        other = coherence * one + np.sqrt(1.0 - coherence**2) * other
        powers = (np.abs(one) ** 2).sum(axis=0) * (np.abs(other) ** 2).sum(axis=0)
        seen = np.sum(other * one.conj(), axis=0) / np.sqrt(powers)
    else:
        normal = rng.standard_normal((2, *phase.shape))
        along = coherence + (1.0 - coherence**2) / np.sqrt(2.0 * looks) * normal[0]
        seen = along + 1j * np.sqrt((1.0 - coherence**2) / (2.0 * looks)) * normal[1]
    deviation = np.sqrt(phase_variance(np.linspace(0.0, 0.99, 100), looks))
    deviation = np.interp(coherence, np.linspace(0.0, 0.99, 100), deviation)
    return np.angle(seen * np.exp(1j * phase)), np.clip(np.abs(seen), 0.0, 1.0), deviation


def _overlap(one, other) -> float:
    """Intersection of two boxes over their union."""
    tall = min(one[2], other[2]) - max(one[0], other[0])
    wide = min(one[3], other[3]) - max(one[1], other[1])
    if tall <= 0 or wide <= 0:
        return 0.0
    both = tall * wide
    areas = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return both / (areas - both)
