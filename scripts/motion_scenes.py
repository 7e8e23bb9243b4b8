# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Simulated wrapped interferograms with known motion, which `detectmotion` is trained on.

All lengths are pixels and all motion is phase, so that wavelength and pixel size come in as the
spread of sizes and fringes. Sources: mining basins of the probability-integral method, subsidence
bowls of several profiles, Mogi and Okada sources, landslides on a simulated relief. Nuisance:
turbulent atmosphere of several spectra, delays that follow the relief, ramps, waves, convective
bumps, loss of coherence in time, by water, by steep motion and in places without data, products
that were filtered.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import fft, ndimage, special

EDGE = 0.1
"""Of a source's own peak: where its outline is."""
FAINT = 0.25
"""Fringes at the peak; fainter sources are neither asked for nor counted as false."""
NONE = 0.15
"""Fringes of the faintest ones that are drawn."""
FORMS = ("basin", "bowl", "mogi", "okada", "slope")
KINDS = ("basin", "slope")


@dataclass
class Scene:
    """A simulated interferogram.

    Parameters
    ----------
    phase : ndarray of float32, shape (row, column)
        Wrapped, radians; NaN for no data.
    coherence : ndarray of float32, same shape
        As a product would state it.
    boxes : ndarray, shape (source, 4)
        First row and column, row and column behind the last one.
    kind : ndarray of int, shape (source,)
        Place in :data:`KINDS`.
    fringes : ndarray, shape (source,)
        Phase at the peak in cycles, signed.
    counts : ndarray of bool, shape (source,)
        False for those that are faint, hidden or centred outside.
    inside : ndarray of bool, shape (row, column)
        Within the outline of a source that counts.
    """

    phase: np.ndarray
    coherence: np.ndarray
    boxes: np.ndarray
    kind: np.ndarray
    fringes: np.ndarray
    counts: np.ndarray
    inside: np.ndarray


class Simulator:
    """Draws scenes.

    Parameters
    ----------
    seed : int
    size : int
        Rows and columns.
    smallest, largest : float
        Half widths of the sources' outlines, pixels.
    """

    def __init__(self, seed: int, size: int = 160, smallest=5.0, largest=60.0):
        self.rng = np.random.default_rng(seed)
        self.size, self.smallest, self.largest = size, smallest, largest
        self.row, self.col = np.mgrid[:size, :size].astype(np.float32)
        self.bank = okada_bank(np.random.default_rng(20170), 240)

    def scene(self) -> Scene:
        """One scene."""
        rng, size = self.rng, self.size
        relief = self._relief()
        motion = np.zeros((size, size), np.float32)
        sources = []
        for _ in range(self._count()):
            near = sources[-1] if sources and rng.random() < 0.3 else None
            made = self._source(relief, near)
            if made is not None:
                sources.append(made)
                motion += made[0]
        coherence, void = self._coherence(relief, motion)
        phase = motion + self._delays(relief)
        looks = np.exp(rng.uniform(np.log(3), np.log(64)))
        signal = noisy(rng, coherence, looks) * np.exp(1j * phase)
        signal = self._filtered(signal).astype(np.complex64)
        stated = self._stated(coherence)
        signal[void], stated[void] = np.nan, np.nan
        return self._labelled(np.angle(signal), stated, coherence, sources)

    def _count(self) -> int:
        """How many sources a scene has; larger scenes have more."""
        rng = self.rng
        if rng.random() < 0.15:
            return 0
        return min(rng.geometric(0.45) + rng.poisson(0.5 * (self.size / 160) ** 2), 12)

    # Nuisance

    def _field(self, slope, low=0.0):
        """A random field of a power-law spectrum, zero mean, unit variance in the scene."""
        rng, size = self.rng, self.size
        whole = fft.next_fast_len(int(1.25 * size), real=True)
        kr, kc = fft.fftfreq(whole)[:, None], fft.rfftfreq(whole)[None]
        if rng.random() < 0.3:  # stretched
            kr = kr * rng.uniform(1.0, 2.5)
        k = np.hypot(kr, kc).astype(np.float32)
        k[0, 0] = 1.0
        weight = np.maximum(k, low) ** np.float32(-slope / 2)
        weight[0, 0] = 0.0
        noise = rng.standard_normal((2, *k.shape), np.float32)
        made = fft.irfft2((noise[0] + 1j * noise[1]) * weight, s=(whole, whole))
        made = made[:size, :size]
        if rng.random() < 0.5:
            made = made.T
        made = made - made.mean()
        return (made / made.std()).astype(np.float32)

    def _relief(self):
        """Heights of unit variance: plain fractal, or with sharp ridges or valleys."""
        rng = self.rng
        field = self._field(rng.uniform(2.6, 4.0))
        if rng.random() < 0.4:
            field = np.abs(field - rng.normal(0, 0.7)) * rng.choice((-1, 1))
        if rng.random() < 0.3:  # plains between mountains
            field = np.maximum(field, rng.normal(0, 0.7))
        spread = field.std()
        return (field - field.mean()) / max(spread, 0.05)

    def _delays(self, relief):
        rng, size = self.rng, self.size
        phase = np.zeros((size, size), np.float32)
        for chance in (0.9, 0.4):
            if rng.random() < chance:
                field = self._field(rng.uniform(1.9, 3.9), rng.choice((0.0, 0.0, 0.01, 0.03)))
                steep = np.abs(np.diff(field, axis=1)).mean()
                spread = np.exp(rng.uniform(np.log(0.05), np.log(1.8)))
                field *= min(spread, np.exp(rng.uniform(np.log(0.01), np.log(0.2))) / steep)
                if rng.random() < 0.2:  # in a part of the scene alone
                    field *= special.expit(3 * self._field(3.5))
                phase += field
        if rng.random() < 0.5:
            phase += relief * np.float32(rng.normal(0, 0.8))
        if rng.random() < 0.7:
            steep = rng.exponential(0.06) if rng.random() < 0.92 else rng.uniform(0, 1.0)
            angle = rng.uniform(0, 2 * np.pi)
            phase += np.float32(steep) * (
                np.float32(np.cos(angle)) * self.row + np.float32(np.sin(angle)) * self.col
            )
        if rng.random() < 0.1:
            angle, length = rng.uniform(0, 2 * np.pi), rng.uniform(8, 80)
            along = self.row * np.cos(angle) + self.col * np.sin(angle) + 6 * self._field(3.5)
            phase += rng.exponential(0.3) * np.sin(2 * np.pi * along / length)
        if rng.random() < 0.1:
            for _ in range(rng.integers(1, 8)):
                r, c = rng.uniform(0, size, 2)
                wide = np.exp(rng.uniform(np.log(3), np.log(30)))
                d2 = ((self.row - r) ** 2 + (self.col - c) ** 2) / wide**2
                phase += rng.normal(0, 0.35) * np.exp(-d2)
        return phase

    def _coherence(self, relief, motion):
        """Coherence of every pixel, and where there are no data."""
        rng, size = self.rng, self.size
        level = rng.normal(1.8, 1.1)
        field = self._field(rng.uniform(1.2, 3.5)) * rng.gamma(2.0, 0.45) + level
        gamma = special.expit(field) * rng.uniform(0.75, 1.0)
        if rng.random() < 0.1:
            gamma = np.full((size, size), rng.uniform(0.9, 0.999), np.float32)
        for axis in (0, 1):
            steep = np.zeros_like(gamma)
            np.copyto(steep[1:, :] if axis == 0 else steep[:, 1:], np.diff(motion, axis=axis))
            gamma = gamma * np.abs(np.sinc(np.clip(steep / (2 * np.pi), -1, 1)))
        if rng.random() < 0.25 and motion.any():  # moving ground changes
            gamma = gamma * np.exp(-rng.exponential(0.5) * np.abs(motion) / np.abs(motion).max())
        if rng.random() < 0.2:  # water, or forest
            share = rng.beta(1, 5)
            field = relief if rng.random() < 0.5 else self._field(3.0)
            gamma = np.where(field < np.quantile(field, share), rng.uniform(0, 0.15), gamma)
        if rng.random() < 0.1:  # layover and shadow
            steep = np.diff(relief, axis=1, append=relief[:, -1:])
            gamma = np.where(steep > np.quantile(steep, 1 - rng.beta(1, 8)), 0.05, gamma)
        void = np.zeros((size, size), bool)
        if rng.random() < 0.15:
            angle = rng.choice((0, np.pi / 2, rng.uniform(0, np.pi)))
            across = (self.row - size / 2) * np.cos(angle) + (self.col - size / 2) * np.sin(angle)
            void = across * rng.choice((-1, 1)) > rng.uniform(0, 0.6) * size
        if rng.random() < 0.05:
            void |= self._field(3.0) < -1.2
        gamma = np.where(void, 0, gamma)
        return np.clip(gamma, 0, 0.9995).astype(np.float32), void

    def _stated(self, gamma):
        """Coherence as an estimate states it: noisy, biased where it is low."""
        rng = self.rng
        looks = np.exp(rng.uniform(np.log(6), np.log(60)))
        noise = rng.standard_normal((2, *gamma.shape), np.float32) / np.float32(np.sqrt(2 * looks))
        stated = np.hypot(gamma + noise[0] * (1 - gamma**2), noise[1] * (1 - gamma**2))
        if rng.random() < 0.5:
            stated = ndimage.uniform_filter(stated, 3)
        return np.clip(stated, 0, 1) ** np.float32(rng.uniform(0.7, 1.5))

    def _filtered(self, signal):
        """Some products are smoothed or filtered in frequency (Goldstein and Werner 1998)."""
        rng, chance = self.rng, self.rng.random()
        if chance < 0.25:
            wide = rng.uniform(0.4, 1.6)
            return ndimage.gaussian_filter(signal.real, wide) + 1j * ndimage.gaussian_filter(
                signal.imag, wide
            )
        if chance < 0.4:
            spectrum = fft.fft2((signal / np.maximum(np.abs(signal), 1e-6)).astype(np.complex64))
            power = ndimage.uniform_filter(np.abs(spectrum), 3, mode="wrap")
            return fft.ifft2(spectrum * (power / power.max()) ** rng.uniform(0.2, 0.7))
        if chance < 0.5:  # resampled from coarser pixels
            step = rng.uniform(1.2, 2.2)
            coarse = np.ix_(*(np.int64((np.arange(self.size) // step) * step),) * 2)
            return signal[coarse]
        return signal

    # Sources

    def _source(self, relief, near):
        """(phase, form, centre, fringes) of one source; None where nothing is left of it."""
        rng, size = self.rng, self.size
        form = rng.choice(FORMS, p=(0.24, 0.18, 0.34, 0.08, 0.16))
        half = np.exp(rng.uniform(np.log(self.smallest), np.log(self.largest)))
        if near is not None:
            half = np.clip(near[4] * np.exp(rng.normal(0, 0.4)), self.smallest, self.largest)
            away = rng.uniform(0.5, 2.2) * (half + near[4]) / 2
            angle = rng.uniform(0, 2 * np.pi)
            centre = near[2] + away * np.array((np.cos(angle), np.sin(angle)))
        elif rng.random() < 0.12:
            centre = rng.uniform(-0.15, 1.15, 2) * size
        else:
            centre = rng.uniform(0.04, 0.96, 2) * size
        angle = rng.uniform(0, 2 * np.pi)
        row, col = self.row - np.float32(centre[0]), self.col - np.float32(centre[1])
        if form == "slope":
            down = np.gradient(ndimage.gaussian_filter(relief, 2))
            place = tuple(np.clip(np.int64(centre), 0, size - 1))
            angle = np.arctan2(-down[0][place], -down[1][place]) + rng.normal(0, 0.3)
        along = (np.cos(angle) * col + np.sin(angle) * row).astype(np.float32)
        across = (-np.sin(angle) * col + np.cos(angle) * row).astype(np.float32)
        shape = getattr(self, f"_{form}")(along, across, half, relief)
        peak = shape.flat[np.abs(shape).argmax()]
        if abs(peak) < 0.05:
            return None
        shape = shape / peak  # 1 at its peak, so that the fringes have the sign that is seen
        fringes = np.exp(rng.uniform(np.log(0.3), np.log(12)))
        if rng.random() < 0.1:
            fringes = rng.uniform(NONE, 0.4)
        steep = rng.uniform(0.3, 3.5)  # rad a pixel, at the steepest
        steepest = max(np.abs(np.diff(shape, axis=axis)).max() for axis in (0, 1))
        fringes = min(fringes, max(steep / (2 * np.pi * steepest), 0.6))
        fringes *= rng.choice((-1, 1))
        return np.float32(2 * np.pi * fringes) * shape, form, np.array(centre), fringes, half

    def _look(self):
        """Share of up, and of the horizontal parts along and across, in the line of sight."""
        incidence, heading = self.rng.uniform(0.35, 0.8), self.rng.uniform(0, 2 * np.pi)
        flat = np.sin(incidence)
        return np.cos(incidence), flat * np.cos(heading), flat * np.sin(heading)

    def _basin(self, along, across, half, relief):
        """A panel mined out, by the probability-integral method, or several side by side."""
        rng = self.rng
        total = np.zeros_like(along)
        reach = half / rng.uniform(0.9, 2.2)  # radius of main influence
        up, flat_a, flat_c = self._look()
        slip = rng.uniform(0.1, 0.5)
        for _ in range(1 if rng.random() < 0.75 else rng.integers(2, 4)):
            length = max(half - 0.8 * reach, 0.1 * reach) * rng.uniform(0.8, 1.2)
            width = length * rng.uniform(0.25, 1.0)
            parts, slopes = [], []
            for place, extent in ((along, length), (across, width)):
                place = place - (rng.normal(0, 0.5 * half) if total.any() else 0)
                ends = np.float32(np.sqrt(np.pi) / reach) * np.stack(
                    (place + extent, place - extent)
                )
                parts.append(0.5 * np.subtract(*special.erf(ends)))
                slopes.append(np.subtract(*np.exp(-(ends**2))))
            total -= up * parts[0] * parts[1] + slip * (
                flat_a * slopes[0] * parts[1] + flat_c * parts[0] * slopes[1]
            )
        return self._bent(total) if rng.random() < 0.3 else total

    def _bowl(self, along, across, half, relief):
        """Compaction and the like: round or long, pointed or flat, of short or long tails.

        Sometimes of a ragged edge; the ground moves inwards where the surface tilts.
        """
        rng = self.rng
        tail = rng.uniform(1.0, 3.0) if rng.random() < 0.45 else 0.0
        power = rng.uniform(1.6, 3.5) if tail else rng.uniform(1.3, 5.0)
        # Where a tenth of the peak is left.
        reach = (10.0 ** (1 / tail) - 1 if tail else np.log(10.0)) ** (1 / power)
        radius = half / reach / rng.uniform(0.85, 1.15)
        long = np.exp(rng.uniform(0, 0.9))
        ratio = np.sqrt((along / radius) ** 2 + (across / radius * long) ** 2)
        if rng.random() < 0.4:
            ratio = ratio * np.exp(rng.uniform(0.05, 0.35) * self._field(rng.uniform(3, 4)))
        shape = (1 + ratio**power) ** -tail if tail else np.exp(-(ratio**power))
        up, flat_a, flat_c = self._look()
        inwards = rng.uniform(0.0, 0.5) * half if rng.random() < 0.7 else 0.0
        down, right = np.gradient(shape)
        return -up * shape - np.float32(inwards) * (flat_a * right + flat_c * down)

    def _mogi(self, along, across, half, relief):
        """Changes of volume at depth: one (Mogi 1958) or many; some fade as in no half space."""
        rng = self.rng
        count = (1, rng.integers(2, 8), rng.integers(8, 30))[rng.choice(3, p=(0.3, 0.35, 0.35))]
        spread = half * rng.uniform(0.1, 0.6 if count < 8 else 0.85) if count > 1 else 0.0
        power = 1.5 if rng.random() < 0.5 else rng.uniform(1.0, 2.5)
        depth = (half - spread) / (np.sqrt(10.0 ** (1 / power) - 1) * rng.uniform(0.85, 1.15))
        long = rng.uniform(0.3, 1.0)
        up, flat_a, flat_c = self._look()
        total = np.zeros_like(along)
        for _ in range(count):
            distance, angle = np.sqrt(rng.random()), rng.uniform(0, 2 * np.pi)
            away = spread * distance
            a = (along - np.float32(away * np.cos(angle))) / np.float32(depth)
            c = (across - np.float32(away * long * np.sin(angle))) / np.float32(depth)
            share = rng.uniform(0.4, 1.0)
            total += share * (up + flat_a * a + flat_c * c) / (1 + a**2 + c**2) ** np.float32(power)
        return total

    def _okada(self, along, across, half, relief):
        """A dislocation of the bank, turned and stretched to this size."""
        image = self.bank[self.rng.integers(len(self.bank))]
        middle, scale = (image.shape[0] - 1) / 2, image.shape[0] / 4 / half
        return ndimage.map_coordinates(
            image, (across * scale + middle, along * scale + middle), order=1, output=np.float32
        )

    def _slope(self, along, across, half, relief):
        """A landslide: a ragged body, long down the slope, of sharp or soft edges."""
        rng = self.rng
        theta = np.arctan2(across, along)
        rim = np.ones_like(theta)
        for wave in range(1, 6):
            rim += rng.normal(0, 0.16 / wave) * np.cos(wave * theta + rng.uniform(0, 2 * np.pi))
        wide = rng.uniform(0.3, 1.0)
        rho = np.hypot(along / half, across / (half * wide)) / np.maximum(rim, 0.3)
        edge = max(rng.uniform(0.08, 0.8), 1.0 / half)
        body = np.clip((1.05 - rho) / edge, 0, 1)
        body = body * body * (3 - 2 * body)
        body = body * np.clip(1 + rng.normal(0, 0.5) * along / half, 0.05, None)
        if rng.random() < 0.6:
            body = body * np.clip(1 + rng.uniform(0, 0.4) * self._field(3.5), 0.1, None)
        if rng.random() < 0.3:
            body = body * np.clip(1 + rng.uniform(0, 0.5) * relief, 0.1, None)
        return body

    def _bent(self, shape):
        """The same on a bent map."""
        bend = self.rng.uniform(1, 4)
        place = self.row + bend * self._field(3.8), self.col + bend * self._field(3.8)
        return ndimage.map_coordinates(shape, place, order=1, mode="nearest")

    def _labelled(self, phase, stated, coherence, sources):
        size = self.size
        boxes, kind, fringes, counts = [], [], [], []
        inside = np.zeros((size, size), bool)
        for shape, form, centre, peak, _ in sources:
            outline = np.abs(shape) >= EDGE * 2 * np.pi * abs(peak)
            rows, cols = np.flatnonzero(outline.any(1)), np.flatnonzero(outline.any(0))
            hidden = (coherence[outline] < 0.1).mean() > 0.5
            within = (centre >= 0).all() and (centre < size).all()
            boxes.append((rows[0], cols[0], rows[-1] + 1, cols[-1] + 1))
            kind.append(int(form == "slope"))
            fringes.append(peak)
            counts.append(within and abs(peak) >= FAINT and not hidden)
            if counts[-1]:
                inside |= outline
        return Scene(
            phase.astype(np.float32), stated.astype(np.float32),
            np.array(boxes, float).reshape(-1, 4), np.array(kind, int), np.array(fringes, float),
            np.array(counts, bool), inside,
        )  # fmt: skip


def noisy(rng, coherence, looks):
    """A multilooked interferogram of flat phase, up to its scale.

    The off-diagonal element of a 2 x 2 complex Wishart matrix is, but for a real factor, the
    coherence times the root of a gamma variate plus a circular normal one (Bartlett's
    decomposition), so that its phase has exactly the distribution of `looks` independent looks.
    """
    shape = coherence.shape
    root = np.sqrt(rng.standard_gamma(looks, shape, np.float32))
    noise = rng.standard_normal((2, *shape), np.float32) * np.float32(np.sqrt(0.5))
    return coherence * root + np.sqrt(1 - coherence**2) * (noise[0] + 1j * noise[1])


def okada_bank(rng, count, size: int = 96):
    """Displacement by dislocations of random place and slip, in random lines of sight.

    Returns
    -------
    ndarray of float32, shape (count, size, size)
        Peak 1; the outline reaches half way from the middle to the edge.
    """
    from groundshift.algorithms.source.okada import displacement

    place = (np.arange(size) - (size - 1) / 2) / (size / 4)
    grid = np.meshgrid(place, place)
    bank = []
    while len(bank) < count:
        dip, rake = rng.uniform(0.2, np.pi / 2), rng.uniform(0, 2 * np.pi)
        length, width = rng.uniform(0.3, 1.5), rng.uniform(0.2, 0.8)
        depth = 0.5 * width * np.sin(dip) + rng.uniform(0.03, 0.8)
        opening = rng.choice((0.0, 0.0, 1.0))
        slip = ((1 - opening) * np.cos(rake), (1 - opening) * np.sin(rake), opening)
        fault = (0.0, 0.0, depth, rng.uniform(0, np.pi), dip, length, width)
        scale, image = 1.0, None
        incidence, heading = rng.uniform(0.35, 0.8), rng.uniform(0, 2 * np.pi)
        look = np.array(
            (np.sin(incidence) * np.cos(heading), np.sin(incidence) * np.sin(heading),
             np.cos(incidence))
        )  # fmt: skip
        for _ in range(3):  # stretched until the outline has its size
            points = np.stack((*(scale * g.ravel() for g in grid), np.zeros(size * size)), axis=1)
            image = (displacement(points, [fault], [slip]) @ look).reshape(size, size)
            image = np.nan_to_num(image / np.nanmax(np.abs(image)))
            out = np.abs(image) >= EDGE
            far = max(np.abs(grid[0][out]).max(), np.abs(grid[1][out]).max())
            scale *= far
        if np.abs(image[[0, -1]]).max() < 0.08 and np.abs(image[:, [0, -1]]).max() < 0.08:
            bank.append(image.astype(np.float32))
    return np.array(bank)
