# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""An ordinary, rough stack that shares no code with the plugin's simulator.

Slips of whole cycles at single phases, gaps, decorrelation and turbulence are planted; the truth
is known.
"""

import h5py
import numpy as np

WAVELENGTH = 0.0555
TO_PHASE = -4 * np.pi / WAVELENGTH
TURN = 2 * np.pi
LOOKS = 20


def turbulence(rng, shape, sigma, exponent=8 / 3):
    """A random field with a power-law spectrum and this standard deviation."""
    ky, kx = np.meshgrid(np.fft.fftfreq(2 * shape[0]), np.fft.rfftfreq(2 * shape[1]), indexing="ij")
    k = np.hypot(ky, kx)
    k[0, 0] = np.inf
    spectrum = np.fft.rfft2(rng.normal(size=(2 * shape[0], 2 * shape[1]))) * k ** (-exponent / 2)
    field = np.fft.irfft2(spectrum)[: shape[0], : shape[1]]
    return sigma * (field - field.mean()) / field.std()


class RoughStack:
    """A stack file in MintPy's layout and what is true of it.

    `rate` in metres a year, shape (row, column); `slips` are whole cycles, shape (pair, row,
    column); `gaps` where phases are missing.
    """

    def __init__(
        self, path, shape=(100, 110), dates=26, connections=3, slips=0.02, gaps=0.05,
        sigma=3e-3, coherence=(0.35, 0.95), rate=-0.03, days=12, seed=1, patches=0,
    ):  # fmt: skip
        rng = np.random.default_rng(seed)
        self.path, self.shape = path, shape
        self.days = days * np.arange(dates)
        first = np.datetime64("2020-01-03")
        self.dates = first + self.days
        pairs = [
            (i, j) for i in range(dates) for j in range(i + 1, min(dates, i + 1 + connections))
        ]
        pairs = np.array(pairs)
        self.pairs = pairs
        rows, cols = np.indices(shape)
        away = ((rows - 0.6 * shape[0]) ** 2 + (cols - 0.6 * shape[1]) ** 2) ** 0.5
        self.rate = rate * np.exp(-((away / (0.2 * min(shape))) ** 2))
        years = self.days / 365.25
        atmosphere = np.stack([turbulence(rng, shape, sigma) for _ in range(dates)])
        series = self.rate * years[:, None, None] + atmosphere
        low, high = coherence
        ground = turbulence(rng, shape, 1.0)
        ground = low + (high - low) / (1 + np.exp(-1.5 * ground))
        spans = self.days[pairs[:, 1]] - self.days[pairs[:, 0]]
        fading = np.exp(-spans / 250.0)[:, None, None]
        self.coherence = (ground * (0.6 + 0.4 * fading)).astype(np.float32)
        noise = np.sqrt((1 - self.coherence**2) / (2 * LOOKS * self.coherence**2))
        phase = TO_PHASE * (series[pairs[:, 1]] - series[pairs[:, 0]])
        phase += rng.normal(size=phase.shape) * noise
        self.slips = rng.choice([-1, 1], phase.shape) * (rng.random(phase.shape) < slips)
        for _ in range(patches):
            k, size = rng.integers(len(pairs)), rng.integers(8, 25)
            row, col = rng.integers(0, np.array(shape) - size)
            self.slips[k, row : row + size, col : col + size] = rng.choice([-1, 1])
        self.gaps = rng.random(phase.shape) < gaps
        self.slips[self.gaps] = 0
        phase += TURN * self.slips
        phase[self.gaps] = np.nan
        self.phase = phase.astype(np.float32)
        self._write(rng, first)

    def _write(self, rng, first):
        baselines = rng.normal(0, 50, len(self.days))
        texts = np.char.replace((first + self.days).astype(str), "-", "").astype("S8")
        attributes = {
            "FILE_TYPE": "ifgramStack", "LENGTH": self.shape[0], "WIDTH": self.shape[1],
            "X_FIRST": 500000.0, "Y_FIRST": 4700000.0, "X_STEP": 40.0, "Y_STEP": -40.0,
            "X_UNIT": "meters", "Y_UNIT": "meters", "EPSG": 32633, "WAVELENGTH": WAVELENGTH,
            "ALOOKS": 4, "RLOOKS": LOOKS // 4, "UNIT": "radian", "PROCESSOR": "isce",
        }  # fmt: skip
        with h5py.File(self.path, "w") as file:
            file["unwrapPhase"], file["coherence"] = self.phase, self.coherence
            file["date"] = texts[self.pairs]
            file["bperp"] = (baselines[self.pairs[:, 1]] - baselines[self.pairs[:, 0]]).astype("f4")
            file["dropIfgram"] = np.ones(len(self.pairs), bool)
            file.attrs.update({name: str(value) for name, value in attributes.items()})
