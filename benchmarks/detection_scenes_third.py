# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Interferograms with moving ground, from formulas alone; for judging, never for training.

Written without sight of `detection_scenes.py` (but for what a scene holds) and of what makes the
training's scenes, so that what a detector learned of their ways does not help it here.

- Ground below ground acts through a map of what shrinks or swells and a Green's function in
  wavenumbers k (:func:`_green`): Knothe's Gaussian influence with Budryk's horizontal motion for
  longwall panels, the point source of Mogi (1958) and Geertsma (1973), ``exp(-k d)``, for aquifers
  and reservoirs, horizontal tensile cracks (Okada 1985), ``(1 + k d) exp(-k d)``, for caverns and
  intrusions. Sinkholes are cones; slides go down the slope, in lobes.
- Delay has the two regimes of turbulence (power -8/3 above, -11/3 below the thickness of the
  layer) with an outer scale, follows the height, comes in waves, fronts and clouds; there are
  ramps of the orbit and streaks of the ionosphere.
- Noise is drawn from the complex Wishart distribution of the two images, by Bartlett's
  decomposition, for a coherence of fields, forests, towns, water, snow and fringes too dense.
"""

from __future__ import annotations

import numpy as np
from detection_scenes import Scene, Source

# Wavelength, pixels (m), ground of one look (m2), coherence of forest, field and bare ground or
# town (low, high), usual size of the ionosphere in cycles over 15 km.
BANDS = {
    "X": (0.0311, (10, 30), 9.0, ((0.05, 0.25), (0.15, 0.6), (0.6, 0.95)), 0.02),
    "C": (0.0555, (20, 90), 60.0, ((0.08, 0.35), (0.2, 0.75), (0.6, 0.95)), 0.06),
    "L": (0.2360, (12, 60), 35.0, ((0.3, 0.7), (0.35, 0.8), (0.6, 0.95)), 0.5),
}


def scene(seed: int) -> Scene:
    """One interferogram; the same one for the same seed."""
    rng = np.random.default_rng(seed)
    shape = tuple(int(side) for side in rng.integers(160, 321, 2))
    band = rng.choice(list(BANDS), p=(0.2, 0.6, 0.2))
    wavelength, pixels, cell, grounds, ionosphere = BANDS[band]
    pixel = float(np.round(_log(rng, *pixels), 1))
    looks = float(np.clip(pixel**2 / cell * rng.lognormal(-0.3, 0.3), 1.0, 80.0))
    look, towards = _geometry(rng)
    height = _relief(shape, pixel, rng)
    slope = np.array(np.gradient(height, pixel))[::-1] * np.array([1, -1])[:, None, None]

    motions = _sources(shape, height, slope, look, pixel, wavelength, rng)
    delay = _delay(shape, height, pixel, wavelength, rng)
    turn = 2 * np.pi * _ramps(shape, pixel, ionosphere, rng)
    # Products differ in whether phase grows or falls with the range.
    sign = rng.choice((-1.0, 1.0))
    moved = sum((motion for _, motion, _ in motions), np.zeros(shape))
    clean = sign * 4 * np.pi / wavelength * (moved - delay) + turn
    true, offsets, water, dark = _ground(shape, height, slope, look, towards, grounds, rng)
    clean += offsets
    rows, columns = np.gradient(clean)
    true *= np.abs(np.sinc(rows / (2 * np.pi)) * np.sinc(columns / (2 * np.pi)))
    product, coherence = _looks(clean, true, looks, rng)
    deviation = np.minimum(
        np.sqrt((1 - true**2) / (2 * looks * np.maximum(true, 0.01) ** 2)), np.pi / np.sqrt(3)
    )

    hidden = dark if rng.random() < 0.7 else np.zeros(shape, bool)
    masked = rng.random()
    if masked < 0.3:
        hidden = hidden | water
    elif masked < 0.45:
        hidden = hidden | (coherence < rng.uniform(0.15, 0.35))
    if rng.random() < 0.2:
        hidden = hidden | _outside_swath(shape, rng)
    if rng.random() < 0.35:
        product, deviation = _filtered(product, rng), None
        if rng.random() < 0.4:
            steady = _mean(np.exp(1j * np.angle(product)), 5)
            coherence = np.abs(steady)
    phase = np.where(hidden, np.nan, np.angle(product))
    coherence = np.where(hidden, np.nan, coherence)
    seen = ~hidden & (true > 1 / np.sqrt(1 + 2.9 * looks))  # noise below 1.2 radians
    sources = [_source(kind, motion, box, wavelength, seen) for kind, motion, box in motions]
    return Scene(phase, coherence, pixel, wavelength, sources, clean, deviation)


def _log(rng, low, high):
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


def _geometry(rng):
    """Unit vector from ground to satellite (east, north, up) and its incidence in radians."""
    incidence = np.radians(rng.uniform(22, 46))
    azimuth = np.radians(rng.choice((258, 102)) + rng.uniform(-4, 4))  # from ground to satellite
    flat = np.sin(incidence)
    look = np.array([flat * np.sin(azimuth), flat * np.cos(azimuth), np.cos(incidence)])
    return look, incidence


def _fields(shape, pixel, rng, power):
    """Two fields of unit spread with a power spectrum in two dimensions; k in cycles a metre."""
    rows, columns = (_fast(int(1.3 * side)) for side in shape)
    k = np.hypot(np.fft.fftfreq(rows, pixel)[:, None], np.fft.fftfreq(columns, pixel)[None, :])
    k[0, 0] = k[0, 1]
    noise = rng.standard_normal((2, rows, columns))
    spectrum = (noise[0] + 1j * noise[1]) * np.sqrt(power(k))
    spectrum[0, 0] = 0.0
    both = np.fft.ifft2(spectrum)[: shape[0], : shape[1]]
    return [(field - field.mean()) / field.std() for field in (both.real, both.imag)]


def _fast(size):
    """Next length that is quick to transform."""
    while True:
        rest = size
        for factor in (2, 3, 5):
            while rest % factor == 0:
                rest //= factor
        if rest == 1:
            return size
        size += 1


def _grid(shape, pixel):
    """Metres east and north of the first pixel."""
    return np.arange(shape[1])[None, :] * pixel, -np.arange(shape[0])[:, None] * pixel


def _mean(values, width):
    """Mean of a square of an odd number of pixels."""
    half = width // 2
    for axis in (0, 1):
        padding = [(half + 1, half) if side == axis else (0, 0) for side in (0, 1)]
        total = np.cumsum(np.pad(values, padding, mode="edge"), axis=axis)
        low, high = [slice(None)] * 2, [slice(None)] * 2
        low[axis], high[axis] = slice(None, -width), slice(width, None)
        values = (total[tuple(high)] - total[tuple(low)]) / width
    return values


def _relief(shape, pixel, rng):
    """Height in metres: plain, hills, or mountains with ridges and flat valley floors."""
    outer, rough = 1 / _log(rng, 8e3, 40e3), rng.uniform(0.85, 1.1)
    one, two = _fields(shape, pixel, rng, lambda k: (k**2 + outer**2) ** (-1 - rough))
    steep = rng.choice((_log(rng, 0.2, 2), _log(rng, 3, 10), rng.uniform(12, 22)))
    if steep > 3:
        one = -np.abs(one - rng.uniform(-0.5, 0.5)) + 0.35 * two
        floor = np.quantile(one, rng.uniform(0.0, 0.3))
        one = floor + np.logaddexp(0, 8 * (one - floor)) / 8
    slope = np.hypot(*np.gradient(one, pixel))
    height = one * np.tan(np.radians(steep)) / np.sqrt(np.mean(slope**2))
    return height - height.min() + rng.uniform(0, 800)


# ---- ground that moves -------------------------------------------------------------------------


def _sources(shape, height, slope, look, pixel, wavelength, rng):
    """Kind, motion (m) and box of each; boxes lie apart, but for a corner."""
    wanted = rng.choice((0, 1, 2, 3, 5), p=(0.25, 0.4, 0.2, 0.1, 0.05))
    kinds = (_wells, _panels, _cone, _reservoir, _slide)
    chances = np.array((0.22, 0.22, 0.14, 0.14, 0.28))
    # One mine or one valley: what moves in a scene is mostly of a kind.
    chances = 0.4 * chances + 0.6 * np.eye(5)[rng.choice(5, p=chances)]
    found = []
    for _ in range(8 * wanted):
        if len(found) == wanted:
            break
        make = kinds[rng.choice(5, p=chances)]
        if make is _slide:
            motion = _slide(height, slope, look, pixel, rng)
        else:
            motion = make(shape, look, pixel, rng)
        box = None if motion is None else _box(motion)
        if box is None or any(_cover(box, other) > 0.1 for _, _, other in found):
            continue
        fringes = _log(rng, 0.2, 12.0) if rng.random() < 0.8 else _log(rng, 0.2, 2.0)
        motion = motion * (fringes * wavelength / 2 / np.abs(motion).max())
        dense = max(np.abs(part).max() for part in np.gradient(motion)) / (wavelength / 2)
        motion *= min(1.0, rng.uniform(0.2, 0.6) / dense)
        found.append(("slope" if make is _slide else "basin", motion, box))
    return found


def _box(motion):
    """Box of at least a tenth of the peak; None if too small, too large or in pieces."""
    size = np.abs(motion)
    strong = size >= 0.1 * size.max()
    rows, columns = np.flatnonzero(strong.any(1)), np.flatnonzero(strong.any(0))
    box = (rows[0], columns[0], rows[-1] + 1, columns[-1] + 1)
    sides = np.array(box[2:]) - box[:2]
    if sides.min() < 6 or (sides > 0.75 * np.array(motion.shape)).any():
        return None
    # Grown from the peak over every fourth pixel, so that a line without motion parts nothing.
    coarse = strong[: strong.shape[0] // 4 * 4, : strong.shape[1] // 4 * 4]
    coarse = coarse.reshape(coarse.shape[0] // 4, 4, -1, 4).any((1, 3))
    grown = np.zeros(np.add(coarse.shape, 2), bool)
    peak = np.array(np.unravel_index(np.argmax(size), size.shape)) // 4
    grown[tuple(np.minimum(peak, np.array(coarse.shape) - 1) + 1)] = True
    count = 0
    while grown.sum() > count:
        count = grown.sum()
        wide = grown[:-2] | grown[1:-1] | grown[2:]
        grown[1:-1, 1:-1] |= (wide[:, :-2] | wide[:, 1:-1] | wide[:, 2:]) & coarse
    if count < 0.97 * coarse.sum():
        return None
    return tuple(int(side) for side in box)


def _cover(one, other):
    """Share of the smaller box that both have."""
    both = np.minimum(one[2:], other[2:]) - np.maximum(one[:2], other[:2])
    areas = [np.prod(np.subtract(box[2:], box[:2])) for box in (one, other)]
    return np.prod(np.maximum(both, 0)) / min(areas)


def _source(kind, motion, box, wavelength, seen):
    """The source; one that nobody can see does not count."""
    size = np.abs(motion)
    fringes = float(size.max() / (wavelength / 2))
    row, column = np.unravel_index(np.argmax(size), size.shape)
    inside = 0 < row < size.shape[0] - 1 and 0 < column < size.shape[1] - 1
    near = seen[max(row - 1, 0) : row + 2, max(column - 1, 0) : column + 2]
    visible = near.any() and seen[size >= 0.5 * size.max()].mean() >= 0.4
    return Source(kind, motion, box, fringes, bool(inside and visible and fringes >= 0.25))


def _place(shape, pixel, rng):
    """Metres east and north of a middle, mostly in the scene."""
    row, column = rng.uniform(-0.04, 1.04, 2) * shape
    return column * pixel, -row * pixel


def _turned(east, north, angle):
    return (
        east * np.cos(angle) + north * np.sin(angle),
        north * np.cos(angle) - east * np.sin(angle),
    )


def _green(load, look, pixel, vertical, horizontal):
    """Motion along the line of sight of a load at depth.

    `vertical` and `horizontal` are functions of k (radians a metre); ground moves up by the first,
    and against the gradient of the second.
    """
    shape = load.shape
    rows, columns = (_fast(int(1.5 * side)) for side in shape)
    east = 2 * np.pi * np.fft.rfftfreq(columns, pixel)[None, :]
    north = -2 * np.pi * np.fft.fftfreq(rows, pixel)[:, None]  # rows go south
    k = np.hypot(east, north)
    k[0, 0] = k[0, 1] * 0.5
    gain = look[2] * vertical(k) - 1j * (look[0] * east + look[1] * north) * horizontal(k)
    return np.fft.irfft2(np.fft.rfft2(load, (rows, columns)) * gain, (rows, columns))[
        : shape[0], : shape[1]
    ]


def _wells(shape, look, pixel, rng):
    """Compaction of an aquifer that wells drain; thickness varies, a fault may end it."""
    x, y = _grid(shape, pixel)
    reach = min(_log(rng, 500, 6000), 0.3 * min(shape) * pixel)
    east, north = _place(shape, pixel, rng)
    strike, flat = rng.uniform(0, np.pi), rng.uniform(0.45, 1.0)
    drawn = np.zeros(shape)
    for _ in range(rng.integers(1, 7)):
        along, across = _turned(x - east, y - north, strike)
        away = rng.normal(0, 0.45 * reach, 2)
        away[1] *= flat
        ratio = rng.uniform(0.7, 1.4) * flat
        distance = np.hypot(along - away[0], (across - away[1]) / ratio)
        # The cone of depression of Thiem, ln(R/r), made blunt at the well and at its reach.
        blunt, far = rng.uniform(0.08, 0.4) * reach, rng.uniform(0.5, 1.0) * reach
        cone = np.log1p((far / np.hypot(distance, blunt)) ** 3)
        drawn += rng.uniform(0.3, 1.0) * cone
    if rng.random() < 0.6:
        layer = _fields(shape, pixel, rng, lambda k: np.exp(-((k * 0.7 * reach) ** 2)))[0]
        drawn *= np.exp(rng.uniform(0.1, 0.35) * layer)
    if rng.random() < 0.25:
        _, across = _turned(x - east, y - north, rng.uniform(0, np.pi))
        drawn /= 1 + np.exp(-np.clip((across + 0.25 * reach) / (0.03 * reach), -50, 50))
    deep = rng.uniform(60, 300)
    return -_green(drawn, look, pixel, lambda k: np.exp(-k * deep), lambda k: np.exp(-k * deep) / k)


def _panels(shape, look, pixel, rng):
    """The trough of longwall panels, of what was cut between the two images and a little before."""
    x, y = _grid(shape, pixel)
    depth = _log(rng, 150, 900)
    influence = depth / rng.uniform(1.4, 2.4)
    across_all, strike = rng.uniform(140, 380), rng.uniform(0, np.pi)
    east, north = _place(shape, pixel, rng)
    along, across = _turned(x - east, y - north, strike)
    load = np.zeros(shape)
    start = 0.0
    for number in range(rng.choice((1, 2, 3), p=(0.65, 0.25, 0.1))):
        cut, aside = _log(rng, 80, 2500), number * (across_all + rng.uniform(20, 60))
        begin = start + rng.normal(0, 0.3 * influence)
        for share, low, high in ((1.0, begin, begin + cut), (0.15, begin - influence, begin)):
            load += (
                share
                * _band(along, low, high, pixel)
                * _band(across, aside - across_all / 2, aside + across_all / 2, pixel)
            )
    budryk = influence / np.sqrt(2 * np.pi)

    def knothe(k):
        return np.exp(-((k * influence) ** 2) / (4 * np.pi))

    # Ground moves to the middle of a trough: against the gradient of what goes up.
    return -_green(load, look, pixel, knothe, lambda k: budryk * knothe(k))


def _band(distance, low, high, pixel):
    """Share of a pixel between two lines."""
    inner = np.minimum(distance - low, high - distance) / pixel + 0.5
    return np.clip(inner, 0, min(1.0, (high - low) / pixel))


def _cone(shape, look, pixel, rng):
    """A sinkhole or the cone over a salt cavern; ground also moves to the middle."""
    x, y = _grid(shape, pixel)
    east, north = _place(shape, pixel, rng)
    reach = max(_log(rng, 60, 900), 2.5 * pixel)
    along, across = _turned(x - east, y - north, rng.uniform(0, np.pi))
    wobble = rng.uniform(0, 0.12) * np.cos(3 * np.arctan2(across, along) + rng.uniform(0, 6))
    distance = np.hypot(along, across / rng.uniform(0.6, 1.0)) * (1 + wobble)
    # A cone, blunt in its middle, that runs out at the rim (power 1) or hollow (above).
    power, blunt = rng.uniform(1.0, 2.5), rng.uniform(0.05, 0.4) * reach
    depth = np.clip(1 - (np.hypot(distance, blunt) - blunt) / (1.6 * reach), 0, None) ** power
    depth += rng.uniform(0, 0.25) * np.exp(-((distance / (1.8 * reach)) ** 2))
    south, right = np.gradient(depth, pixel)
    draw = rng.uniform(0, 0.3) * reach
    # Up is -depth; sideways to where it is deeper.
    return -look[2] * depth + draw * (look[0] * right - look[1] * south)


def _reservoir(shape, look, pixel, rng):
    """Gas, oil, steam or magma at depth that gains or loses pressure or opens."""
    x, y = _grid(shape, pixel)
    east, north = _place(shape, pixel, rng)
    most = 0.2 * min(shape) * pixel
    deep = min(_log(rng, 400, 5000), 0.6 * most)
    length = min(_log(rng, 200, 4000), most)
    along, across = _turned(x - east, y - north, rng.uniform(0, np.pi))
    wide = length * rng.uniform(0.3, 1.0)
    sign = rng.choice((-1.0, 1.0))
    if rng.random() < 0.5:  # penny: opening of an ellipse
        radius = (along / length) ** 2 + (across / wide) ** 2
        load = np.sqrt(np.clip(1 - radius, 0, None)) + np.exp(-radius * 4) * 1e-3
    else:  # a rectangle, with a pressure that varies
        load = _band(along, -length, length, pixel) * _band(across, -wide, wide, pixel)
        load = load * np.clip(1 + rng.uniform(-0.8, 0.8) * along / length, 0, None)
    if not load.any():
        return None
    if rng.random() < 0.5:  # Mogi, Geertsma
        return sign * _green(
            load, look, pixel, lambda k: np.exp(-k * deep), lambda k: np.exp(-k * deep) / k
        )
    return sign * _green(
        load, look, pixel,
        lambda k: (1 + k * deep) * np.exp(-k * deep), lambda k: deep * np.exp(-k * deep),
    )  # fmt: skip


def _slide(height, slope, look, pixel, rng):
    """A slide of some lobes that goes down a slope of 7 to 40 degrees; None where there is none."""
    shape = height.shape
    length = max(_log(rng, 250, 3500), 8 * pixel)
    width = length * rng.uniform(0.25, 0.8)
    smooth = max(int(0.15 * length / pixel) * 2 + 1, 3)
    if smooth > min(shape) // 4:
        return None
    fall = -np.stack([_mean(part, smooth) for part in slope])  # east, north, down the slope
    steep = np.hypot(*fall)
    rows, columns = np.nonzero((steep > np.tan(np.radians(7))) & (steep < 0.85))
    if len(rows) < 50:
        return None
    pick = rng.integers(len(rows))
    row, column = rows[pick], columns[pick]
    x, y = _grid(shape, pixel)
    direction = np.arctan2(fall[1, row, column], fall[0, row, column]) + rng.normal(0, 0.15)
    along, across = _turned(x - x[0, column], y - y[row, 0], direction)
    ragged = _fields(shape, pixel, rng, lambda k: (k**2 + (2 / length) ** 2) ** -2.0)
    along = along + rng.uniform(0.02, 0.09) * length * ragged[0]
    across = across + rng.uniform(0.02, 0.12) * width * ragged[1]
    size, power = np.zeros(shape), rng.uniform(2.0, 3.5)
    for number in range(rng.choice((1, 2, 3, 4), p=(0.4, 0.3, 0.2, 0.1))):
        share = 1.0 if number == 0 else rng.uniform(0.3, 0.7)
        middle, aside = (0.0, 0.0) if number == 0 else rng.normal(0, 0.22, 2) * (length, width)
        spread = 1 + rng.uniform(-0.35, 0.35) * (along - middle) / length  # fans out, or narrows
        inner = np.abs((along - middle) / (0.5 * share * length)) ** power
        inner = inner + np.abs((across - aside) / (0.5 * share * width * spread)) ** power
        lobe = np.clip(1 - inner, 0, None) ** rng.uniform(0.35, 1.3)
        size = np.maximum(size, rng.uniform(0.5, 1.0) * lobe)
    # Along the slope of the ground here and of the whole, steeper at the head, flatter at the toe.
    flat = 0.5 * fall / np.maximum(steep, 1e-3) + 0.5 * np.array(
        [np.cos(direction), np.sin(direction)]
    ).reshape(2, 1, 1)
    turn = rng.uniform(0, 0.35) * np.clip(along / (0.5 * length), -1, 1)
    dip = np.arctan(np.minimum(steep, 1.0)) - turn
    flat = flat / np.maximum(np.hypot(*flat), 0.2)
    seen = np.cos(dip) * (look[0] * flat[0] + look[1] * flat[1]) - np.sin(dip) * look[2]
    motion = _mean(size, 3) * seen
    if not size.any() or np.abs(motion).max() < 0.15 * size.max():
        return None  # along the orbit, or square to the line of sight
    return motion


# ---- all else that turns the phase --------------------------------------------------------------


def _delay(shape, height, pixel, wavelength, rng):
    """Delay of the troposphere in metres."""
    extent = float(np.hypot(*shape)) * pixel
    outer, layer = 1 / _log(rng, 12e3, 100e3), 1 / _log(rng, 700, 3000)

    def power(k):
        return (k**2 + outer**2) ** (-4 / 3) / (1 + k / layer)

    turbulence, other = _fields(shape, pixel, rng, power)
    # Spread at 10 km of some millimetres, with the square root of the structure function.
    grown = (extent / 10e3) ** (1 / 3 if extent > 3e3 else 5 / 6)
    delay = turbulence * 1e-3 * float(np.clip(rng.lognormal(1.1, 0.6), 0.8, 12)) * min(grown, 1.6)
    if rng.random() < 0.3:
        storm = np.exp(0.6 * other)  # more of it in some parts
        delay = delay * storm / np.sqrt(np.mean(storm**2))
    if rng.random() < 0.7:
        lapse = rng.normal(0, 0.015) * 1e-3  # metres for each metre
        delay = delay + lapse * (height - height.mean()) * (1 + 0.2 * turbulence)
    x, y = _grid(shape, pixel)
    east, north = _place(shape, pixel, rng)
    along, across = _turned(x - east, y - north, rng.uniform(0, 2 * np.pi))
    bent = across + 0.1 * extent * np.sin(along / (0.3 * extent) + rng.uniform(0, 6))
    bent = bent + 0.04 * extent * other
    chance = rng.random()
    if chance < 0.12:  # lee waves
        long = _log(rng, 2.5e3, 15e3)
        train = np.exp(-0.5 * (across / (1.5 * long)) ** 2 - 0.5 * (along / (0.4 * extent)) ** 2)
        delay = delay + rng.uniform(1e-3, 6e-3) * train * np.cos(2 * np.pi * bent / long)
    elif chance < 0.24:  # a front
        step = np.tanh(bent / _log(rng, 400, 4000))
        delay = delay + rng.uniform(1e-3, 8e-3) * step * (1 + 0.4 * turbulence)
    elif chance < 0.34:  # clouds
        for _ in range(rng.integers(2, 9)):
            cloud = [rng.uniform(0, 1) * side for side in (shape[1] * pixel, -shape[0] * pixel)]
            radius = _log(rng, 500, 2500)
            distance = np.hypot(x - cloud[0], y - cloud[1]) / radius * np.exp(0.3 * other)
            delay = delay + rng.choice((-1, 1)) * rng.uniform(1e-3, 6e-3) * np.exp(-(distance**2))
    # Nobody looks for motion in a pair with more than three fringes of air, or 5 cm.
    return delay * min(1.0, min(1.5 * wavelength, 0.05) / max(np.ptp(delay), 1e-9))


def _ramps(shape, pixel, ionosphere, rng):
    """Orbit and ionosphere, in cycles."""
    row, column = np.linspace(-0.5, 0.5, shape[0])[:, None], np.linspace(-0.5, 0.5, shape[1])
    ramp = np.zeros(shape)
    if rng.random() < 0.4:
        ramp = ramp + rng.normal(0, 0.5) * row + rng.normal(0, 0.5) * column
        ramp = ramp + rng.normal(0, 0.1) * row * column
    size = min(abs(rng.normal(0, ionosphere)), 1.5 * ionosphere) * max(shape) * pixel / 15e3
    angle = rng.uniform(0, 2 * np.pi)
    across = row * np.cos(angle) + column * np.sin(angle)
    ramp = ramp + size * (rng.normal() * across + rng.normal() * across**2)
    if rng.random() < 0.3:
        streaks = np.cos(2 * np.pi * (rng.uniform(0.8, 3) * across + rng.random()))
        ramp = ramp + 0.3 * size * streaks
    return ramp


def _ground(shape, height, slope, look, incidence, grounds, rng):
    """True coherence, phase that belongs to fields, water, and what layover and shadow hide."""
    pixel_like = 1.0  # patterns of the ground go with pixels, not metres: all maps look alike
    kinds = _fields(shape, pixel_like, rng, lambda k: (k**2 + 0.01**2) ** -rng.uniform(1.3, 1.9))
    fine = _fields(shape, pixel_like, rng, lambda k: (k**2 + 0.08**2) ** -1.2)
    forest, field, bare = (rng.uniform(*limits) for limits in grounds)
    grade = np.hypot(*slope)
    # Fields: rows of rectangles, each with its own crop.
    x, y = _grid(shape, 1.0)
    angle = rng.uniform(0, np.pi)
    along, across = _turned(x, y, angle)
    wide, long = rng.uniform(4, 14), rng.uniform(6, 30) * rng.uniform(0.5, 1.8, 512)
    across = across + 0.35 * wide * np.sin(across * rng.uniform(0.5, 1) / wide)
    strip = np.floor(across / wide).astype(int) % 512
    piece = np.floor(along / long[strip] + 512 * rng.random(512)[strip]).astype(int) % 512
    crop = rng.random((512, 512))[strip, piece]
    state = rng.normal(0, 1, (512, 512))[piece, strip]
    coherence = np.clip(field + rng.uniform(0.2, 0.6) * (crop - 0.5), 0.04, 0.92)
    tilled = (_mean(grade, 5) < 0.12) & (kinds[0] < rng.uniform(-0.5, 2.0))
    coherence = np.where(tilled, coherence, field + (bare - field) * rng.uniform(0, 1))
    offsets = np.where(tilled, min(abs(rng.normal(0, 0.15)), 0.4) * state, 0.0)
    wooded = kinds[1] + 0.5 * np.minimum(grade / 0.3, 2) > rng.uniform(-0.2, 2.4)
    coherence = np.where(wooded, forest, coherence)
    town = kinds[0] > rng.uniform(0.9, 2.2)
    coherence = np.where(town & ~wooded, bare, coherence)
    if rng.random() < 0.4:
        high = np.quantile(height, rng.uniform(0.5, 0.95)) + 0.1 * np.ptp(height) * fine[0]
        snow = (height > high) & (height.max() > 900)
        coherence = np.where(snow, coherence * rng.uniform(0.1, 0.6), coherence)
    coherence = coherence + 0.06 * fine[0] + 0.04 * kinds[1]
    coherence = coherence * np.exp(-np.abs(rng.normal(0, 0.12)) * np.maximum(fine[1], 0))
    water = np.zeros(shape, bool)
    if rng.random() < 0.45:
        low = height < np.quantile(height, rng.uniform(0.02, 0.35))
        water = low & (kinds[1] < rng.uniform(-1.6, 0.5)) & (grade < 0.15)
    if rng.random() < 0.3:
        water |= (np.abs(kinds[0] - rng.normal()) < rng.uniform(0.01, 0.05)) & (grade < 0.25)
    # Ground that faces the radar more than the incidence is laid over, that turns away lies dark.
    facing = -(slope[0] * look[0] + slope[1] * look[1]) / np.sin(incidence)
    facing = np.arctan(facing)
    local = np.clip(np.sin(incidence - facing) / np.sin(incidence), 0.05, 1.0)
    coherence = coherence * np.minimum(1.0, local / 0.5) ** 0.5
    dark = _mean(((facing > incidence) | (facing < incidence - np.pi / 2)).astype(float), 3) > 0.3
    offsets = offsets + rng.normal(0, 0.15) * fine[1] * np.minimum(grade / 0.3, 2.0)
    coherence = np.clip(coherence, 0.02, 0.97)
    return np.where(water | dark, 0.0, coherence), offsets, water, dark


def _drawn(clean, true, looks, rng):
    """Product of two images summed over looks, and the power of each.

    With the true coherence g, the lower triangle of the covariance is (1, 0; g, s); Bartlett's is
    (a, 0; b, c) with squares of a and c of Gamma(looks), Gamma(looks - 1) and b normal.
    """
    a = np.sqrt(rng.standard_gamma(looks, true.shape))
    c = rng.standard_gamma(max(looks - 1, 0.0), true.shape)
    b = rng.standard_normal((2, *true.shape)) / np.sqrt(2)
    s = np.sqrt(1 - true**2)
    second = true * a + s * (b[0] + 1j * b[1])
    return a * second * np.exp(1j * clean), a**2, np.abs(second) ** 2 + s**2 * c


def _looks(clean, true, looks, rng):
    """Product of two images, and their coherence as a square of pixels tells it."""
    product, *powers = _drawn(clean, true, looks, rng)
    if rng.random() < 0.5:  # put on a map: neighbours share looks
        along, across = rng.uniform(0, 0.5, 2)
        product, *powers = (
            _between(_between(part, along, 0), across, 1) for part in (product, *powers)
        )
    width = 1 if looks > 30 else 3 if looks > 6 else 5
    both = np.abs(_mean(product, width))
    first, other = (_mean(part, width) for part in powers)
    return product, np.minimum(both / np.sqrt(first * other), 1.0)


def _between(values, share, axis):
    """Values at a share of a pixel before each, the first ones as they are."""
    before = np.roll(values, 1, axis)
    first = (slice(0, 1),) if axis == 0 else (slice(None), slice(0, 1))
    before[first] = values[first]
    return (1 - share) * values + share * before


def _filtered(product, rng, size=32):
    """As Goldstein and Werner (1998): patches weighted by a power of their own spectrum."""
    alpha, step = rng.uniform(0.3, 1.0), size // 2
    unit = np.exp(1j * np.angle(product))
    rows, columns = product.shape
    padded = np.pad(unit, ((step, 2 * size - rows % step), (step, 2 * size - columns % step)))
    patches = np.lib.stride_tricks.sliding_window_view(padded, (size, size))[::step, ::step]
    spectrum = np.fft.fft2(patches)
    weight = np.abs(spectrum)
    for axis in (2, 3):
        weight = weight + np.roll(weight, 1, axis) + np.roll(weight, -1, axis)
    weight /= weight.max(axis=(2, 3), keepdims=True) + 1e-9
    ramp = 1 - np.abs(np.arange(size) - (size - 1) / 2) / (size / 2)
    patches = np.fft.ifft2(spectrum * weight**alpha) * np.outer(ramp, ramp)
    result = np.zeros_like(padded)
    # Patches of even and of odd numbers do not overlap: each lot is laid down as one mosaic.
    for first in (0, 1):
        for second in (0, 1):
            lot = patches[first::2, second::2]
            mosaic = lot.transpose(0, 2, 1, 3).reshape(lot.shape[0] * size, -1)
            part = result[first * step :, second * step :]
            part[: mosaic.shape[0], : mosaic.shape[1]] += mosaic
    return result[step : step + rows, step : step + columns]


def _outside_swath(shape, rng):
    """A corner without data, as at the end of a swath on a map."""
    x, y = _grid(shape, 1.0)
    angle = np.radians(rng.choice((10, 80, 170, 260)) + rng.uniform(-4, 4))
    along, _ = _turned(x - shape[1] / 2, y + shape[0] / 2, angle)
    return along > rng.uniform(0.3, 0.55) * shape[1]
