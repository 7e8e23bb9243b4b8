# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Train the networks that tell where the phase jumps (`unwrap`), and where to trust it.

    python3 scripts/train_phase.py jumps [--steps 4000] [--seed 1] [--out FILE.npz]
    python3 scripts/train_phase.py trust [--steps 2000] ...

Needs PyTorch (``make training`` installs it); the plugin does not. A network sees a wrapped
interferogram and its coherence. *jumps* gives, for the edge of every pixel to its right and to its
lower neighbour, the probabilities that the difference of the true phases is a cycle less than the
wrapped difference, equal to it, or a cycle more. *trust* gives the probability that the deviation
of a pixel's phase is below a radian. Scenes are made here: bowls, basins of the probability
integral, slides, breaks, turbulence, ramps, and noise of a few looks, with steps from pixel to
pixel of up to about a cycle. What is reached on other scenes, ``benchmarks/accuracy_unwrap.py`` and
``benchmarks/accuracy_decorrelationmask.py`` tell; the cards are in ``docs/models``.
"""

from __future__ import annotations

import argparse
import json
import time
from functools import lru_cache
from pathlib import Path

import numpy as np
from scipy.ndimage import uniform_filter

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "algorithms" / "detection" / "weights"
SIDE = 96
TAU = 2.0 * np.pi
WIDTHS = (16, 24, 32)
DILATIONS = (1, 2, 4)
CHANNELS = {"jumps": 6, "trust": 1}


# --- scenes ---


def scene(rng):
    """True phase plus noise of one patch, its coherence as estimated, and deviation of the noise.

    The wrapped phase is the first one, wrapped.
    """
    rows, cols = np.mgrid[:SIDE, :SIDE].astype(float)
    phase = np.zeros((SIDE, SIDE))
    for _ in range(rng.choice([0, 1, 2, 3], p=[0.1, 0.5, 0.3, 0.1])):
        unit = _motion(rows, cols, rng)
        steepest = max(np.abs(np.diff(unit, axis=axis)).max() for axis in (0, 1))
        if steepest > 0.0:
            step = np.exp(rng.uniform(np.log(0.3), np.log(6.5)))
            phase += rng.choice([-1.0, 1.0]) * step / steepest * unit
    if rng.random() < 0.7:
        phase += _power_law(rng, rng.uniform(2.2, 4.0)) * rng.uniform(0.2, 4.0)
    ramp = rng.normal(0.0, 0.25, 2) * (rng.random() < 0.7)
    phase += ramp[0] * rows + ramp[1] * cols
    coherence = _coherence(phase, rng)
    looks = int(rng.integers(1, 21))
    noise, seen = _noise(coherence, looks, rng)
    kind = rng.random()
    if kind < 0.3:
        seen = coherence
    elif kind < 0.7:
        seen = uniform_filter(seen, int(rng.choice([3, 5])))
    return phase + noise, seen, deviation(coherence, looks)


@lru_cache(maxsize=20)
def _deviations(looks):
    """Deviation of the phase of so many looks for coherences of 0, 0.01 ... 0.99, by trial."""
    rng = np.random.default_rng(looks)
    parts = rng.standard_normal((2, 2, looks, 4000))
    one, other = parts[0] + 1j * parts[1]
    return [
        np.sqrt(
            np.mean(np.angle(np.sum((c * one + np.sqrt(1 - c**2) * other) * one.conj(), 0)) ** 2)
        )
        for c in np.linspace(0.0, 0.99, 100)
    ]


def deviation(coherence, looks):
    """Of the phase's noise, radians."""
    return np.interp(coherence, np.linspace(0.0, 0.99, 100), _deviations(looks))


def _motion(rows, cols, rng):
    """Shape of one source."""
    from scipy.special import erf

    row, col = rng.uniform(-0.1, 1.1, 2) * SIDE
    turn = rng.uniform(0.0, np.pi)
    along = (rows - row) * np.cos(turn) + (cols - col) * np.sin(turn)
    across = (cols - col) * np.cos(turn) - (rows - row) * np.sin(turn)
    size = np.exp(rng.uniform(np.log(4.0), np.log(45.0)))
    thin = rng.uniform(0.4, 1.0)
    kind = rng.integers(5)
    if kind == 0:
        share = np.hypot(along / size, across / (thin * size))
        return np.exp(-(share ** rng.uniform(1.5, 4.0)))
    if kind == 1:
        reach = size * rng.uniform(0.3, 0.9)
        one = erf((along + size) / reach) - erf((along - size) / reach)
        return one * (erf((across + thin * size) / reach) - erf((across - thin * size) / reach))
    if kind == 2:
        share = np.hypot(along / size, across / (thin * size))
        return np.clip(1.0 - share ** rng.uniform(1.5, 8.0), 0.0, None)
    if kind == 3:
        ends = 1.0 / (1.0 + np.exp(-(size - np.abs(along)) / rng.uniform(2.0, 10.0)))
        return np.arctan(across / rng.uniform(0.5, 8.0)) * ends
    return 1.0 / (1.0 + (along**2 + across**2) / size**2) ** rng.uniform(0.75, 2.0)


def _power_law(rng, exponent):
    """A turbulent field of deviation 1."""
    size = 2 * SIDE
    frequency = np.hypot(np.fft.fftfreq(size)[:, None], np.fft.rfftfreq(size)[None, :])
    frequency[0, 0] = 1.0
    white = np.fft.rfft2(rng.standard_normal((size, size)))
    white[0, 0] = 0.0
    field = np.fft.irfft2(white * frequency ** (-0.5 * exponent))[:SIDE, :SIDE]
    return (field - field.mean()) / field.std()


def _coherence(phase, rng):
    """Coherence in patches, lower where the phase is steep within the pixel."""
    field = _power_law(rng, rng.uniform(1.5, 4.0))
    low, high = rng.uniform(0.05, 0.6), rng.uniform(0.6, 0.99)
    coherence = low + (high - low) / (1.0 + np.exp(-rng.uniform(1, 6) * (field - rng.normal())))
    if rng.random() < 0.6:
        steepness = np.hypot(*np.gradient(phase)) / TAU
        coherence *= np.sinc(np.clip(rng.uniform(0.2, 0.8) * steepness, 0.0, 0.9))
    return np.clip(coherence, 0.02, 0.99)


def _noise(coherence, looks, rng):
    """Angle of the mean of `looks` products of two echoes, and the coherence that they show."""

    def echoes():
        parts = rng.standard_normal((2, looks, SIDE, SIDE), dtype=np.float32)
        return parts[0] + 1j * parts[1]

    one, other = echoes(), echoes()
    second = coherence * one + np.sqrt(1.0 - coherence**2) * other
    product = (second * one.conj()).sum(axis=0)
    powers = (np.abs(one) ** 2).sum(axis=0) * (np.abs(second) ** 2).sum(axis=0)
    return np.angle(product), np.abs(product) / np.sqrt(powers)


def example(rng, target):
    """What goes in (5, row, column), and what is to come out.

    That is the class 0, 1, 2 of right and lower edges, -1 for none; or 1 where to trust, else 0.
    """
    phase, coherence, noise = scene(rng)
    if target == "trust":
        return features(np.angle(np.exp(1j * phase)), coherence), (noise < 1.0).astype(np.float32)
    classes = np.full((2, SIDE, SIDE), -1, np.int64)
    for axis, cut in ((1, np.s_[:, :-1]), (0, np.s_[:-1, :])):
        step = np.diff(phase, axis=axis)
        wrapped = np.diff(np.angle(np.exp(1j * phase)), axis=axis)
        wrapped -= TAU * np.rint(wrapped / TAU)
        cycles = np.rint((step - wrapped) / TAU).astype(int)
        classes[1 - axis][cut] = np.where(np.abs(cycles) <= 1, cycles + 1, -1)
    return features(np.angle(np.exp(1j * phase)), coherence), classes


def features(phase, coherence):
    """Cosine, sine, wrapped differences to the right and down (half cycles), coherence."""
    out = np.zeros((5, *phase.shape), np.float32)
    out[0], out[1] = np.cos(phase), np.sin(phase)
    for number, axis, cut in ((2, 1, np.s_[:, :-1]), (3, 0, np.s_[:-1, :])):
        step = np.diff(phase, axis=axis)
        out[number][cut] = (step - TAU * np.rint(step / TAU)) / np.pi
    out[4] = coherence
    return out


# --- network ---


def network(channels):
    """A small U-net; names of its parts are those of the weights' file."""
    import torch
    from torch import nn

    def conv(inside, outside, stride=1, dilation=1):
        return nn.Conv2d(inside, outside, 3, stride, dilation, dilation)

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            a, b, c = WIDTHS
            self.top1, self.top2 = conv(5, a), conv(a, a)
            self.half1, self.half2 = conv(a, b, 2), conv(b, b)
            self.deep0 = conv(b, c, 2)
            for number, dilation in enumerate(DILATIONS, 1):
                setattr(self, f"deep{number}", conv(c, c, 1, dilation))
            self.back1, self.back2 = conv(c + b, b), conv(b + a, a)
            self.head = nn.Conv2d(a, channels, 1)

        def forward(self, x):
            relu = torch.relu
            top = relu(self.top2(relu(self.top1(x))))
            half = relu(self.half2(relu(self.half1(top))))
            deep = relu(self.deep0(half))
            for number in range(1, len(DILATIONS) + 1):
                deep = deep + relu(getattr(self, f"deep{number}")(deep))
            half = relu(self.back1(torch.cat([_twice(deep), half], 1)))
            top = relu(self.back2(torch.cat([_twice(half), top], 1)))
            return self.head(top)

    def _twice(x):
        return nn.functional.interpolate(x, scale_factor=2, mode="nearest")

    return Net()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("target", choices=CHANNELS)
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    import torch

    target, out = options.target, options.out or WEIGHTS / f"{options.target}.npz"

    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    net = network(CHANNELS[target])
    optimiser = torch.optim.AdamW(net.parameters(), 3e-3, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, options.steps, pct_start=0.1)
    held_out = [example(np.random.default_rng([options.seed, 99, n]), target) for n in range(200)]
    begin, running = time.process_time(), 0.0

    def loss_of(examples):
        x = torch.from_numpy(np.stack([one for one, _ in examples]))
        y = torch.from_numpy(np.stack([classes for _, classes in examples]))
        if target == "trust":
            return torch.nn.functional.binary_cross_entropy_with_logits(net(x)[:, 0], y)
        scores = net(x).reshape(len(x), 2, 3, SIDE, SIDE).transpose(1, 2)
        return torch.nn.functional.cross_entropy(scores, y, ignore_index=-1)

    for step in range(1, options.steps + 1):
        loss = loss_of([example(rng, target) for _ in range(options.batch)])
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        running += 0.02 * (loss.item() - running) if step > 1 else loss.item()
        if step % 250 == 0 or step == options.steps:
            with torch.no_grad():
                parts = [loss_of(held_out[n : n + 20]).item() for n in range(0, 200, 20)]
            spent = time.process_time() - begin
            print(f"{step} {running:.4f} held out {np.mean(parts):.4f} {spent:.0f} s", flush=True)
            out.parent.mkdir(parents=True, exist_ok=True)
            weights = {k: v.numpy().astype(np.float16) for k, v in net.state_dict().items()}
            card = {"steps": step, "seed": options.seed, "held_out_loss": float(np.mean(parts))}
            np.savez(out, about=np.array(json.dumps(card)), **weights)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
