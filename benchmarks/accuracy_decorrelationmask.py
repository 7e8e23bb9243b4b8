# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Masks of `decorrelationmask` against thresholds of the coherence.

``.venv/bin/python benchmarks/accuracy_decorrelationmask.py [--scenes 60] [--data ../shared/data]``
prints a table in Markdown (also written to ``benchmarks/results_accuracy_decorrelationmask.md``).
The scenes are those of ``benchmarks/detection_scenes.py``, whose physics and noise are not those of
the training. True is where the deviation of the phase noise is above one radian.

- *IoU*, *F1*: of the pixels not to be trusted, over all scenes.
- *calibration*: largest difference, over tenths by probability, between it and the true share.

Thresholds of the coherence are the best ones on these very scenes, for all of them or for each,
which no user could know.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from detection_scenes import RealPieces, scene
from peers import ROOT, machine, register
from scipy.ndimage import uniform_filter


def scores(masked, noisy):
    """IoU and F1 of what is masked."""
    hit, either = np.sum(masked & noisy), np.sum(masked | noisy)
    return hit / either, 2.0 * hit / (np.sum(masked) + np.sum(noisy))


def best_mask(coherence, noisy):
    """By the threshold that fits best."""
    levels = np.arange(0.02, 0.9, 0.02)
    hits = [np.sum((coherence < level) & noisy) for level in levels]
    eithers = [np.sum((coherence < level) | noisy) for level in levels]
    return coherence < levels[np.argmax(np.array(hits) / np.maximum(eithers, 1))]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--scenes", type=int, default=60)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    options = parser.parse_args()
    register()
    from groundshift.algorithms.detection.phase_network import trust

    pieces = RealPieces(options.data)
    noisy, coherence, smooth, trusted = [], [], [], []
    for seed in range(options.scenes):
        one = scene(pieces, seed, (0.1, 0.6), looks=(1.0, 10.0))
        known = np.isfinite(one.phase)
        noisy.append(one.deviation[known] > 1.0)
        coherence.append(one.coherence[known])
        smooth.append(uniform_filter(one.coherence, 5)[known])
        trusted.append(trust(one.phase, one.coherence)[known])
    apart = [best_mask(*pair) for pair in zip(smooth, noisy)]
    noisy, coherence, smooth, trusted = map(np.concatenate, (noisy, coherence, smooth, trusted))
    lines = [
        "# Pixels not to be trusted", "", machine(), "",
        f"Made by `benchmarks/accuracy_decorrelationmask.py`; {options.scenes} scenes, "
        f"{100 * noisy.mean():.0f} % of their pixels noisy.", "",
        "| mask | IoU | F1 |", "|---|---|---|",
    ]  # fmt: skip
    for name, values in (("coherence", coherence), ("mean coherence of 5 x 5", smooth)):
        best = scores(best_mask(values, noisy), noisy)
        lines.append(f"| {name}, best threshold | {best[0]:.3f} | {best[1]:.3f} |")
    best = scores(np.concatenate(apart), noisy)
    lines.append(f"| the same, best threshold of each scene | {best[0]:.3f} | {best[1]:.3f} |")
    found = scores(trusted < 0.5, noisy)
    lines.append(f"| trust below 0.5 (default) | {found[0]:.3f} | {found[1]:.3f} |")
    tenth = np.minimum((10 * trusted).astype(int), 9)
    apart = [
        abs(trusted[tenth == k].mean() - 1.0 + noisy[tenth == k].mean())
        for k in range(10) if np.sum(tenth == k) > 1000
    ]  # fmt: skip
    lines += ["", f"Calibration: {max(apart):.3f}."]
    text = "\n".join(lines) + "\n"
    sys.stdout.write(text)
    (ROOT / "benchmarks" / "results_accuracy_decorrelationmask.md").write_text(
        text, encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
