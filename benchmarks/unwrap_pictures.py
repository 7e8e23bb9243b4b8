# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A steep scene unwrapped by the plain flow and with learned costs, as ``docs/unwrap_steep.png``.

``.venv/bin/python benchmarks/unwrap_pictures.py [--scenes 40] [--data ../shared/data]`` takes, of
the steep scenes of ``accuracy_unwrap.py``, the one that is in the middle of the half that the plain
flow does worst in: neither the best nor the worst case of the learned costs.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from accuracy_unwrap import KINDS, TAU, wrong_cycles
from detection_scenes import RealPieces, scene
from peers import ROOT, register
from unwrap_real import cyclic, draw, ramp

MOST = 3
"""Cycles at the ends of the colours of what is wrong."""


def off(found, one):
    """Whole cycles by which a solution is off, the most frequent difference apart."""
    cycles = np.rint((found - one.truth) / TAU)
    values, counts = np.unique(cycles[np.isfinite(cycles)], return_counts=True)
    return cycles - values[np.argmax(counts)]


def main() -> int:
    """Unwrap, choose, draw."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--scenes", type=int, default=40)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    options = parser.parse_args()
    register()
    from groundshift.algorithms.scatterers.unwrapping.rasters import RasterOptions, unwrap_raster

    def unwrapped(one, method):
        asked = RasterOptions(method, looks=20.0, bridge=False)
        return unwrap_raster(one.phase, one.coherence, asked).phase

    pieces, scenes = RealPieces(options.data), []
    for seed in range(10 * options.scenes):
        one = scene(pieces, seed, KINDS["steep"])
        if one.sources and len(scenes) < options.scenes:
            scenes.append(one)
    plain = [unwrapped(one, "mcf") for one in scenes]
    wrong = [wrong_cycles(*pair).mean() for pair in zip(plain, scenes)]
    number = np.argsort(wrong)[::-1][len(scenes) // 4]
    one, found = scenes[number], (plain[number], unwrapped(scenes[number], "learned"))
    void = np.isnan(one.phase)
    truth = np.where(void, np.nan, one.truth)
    low, high = np.nanmin(truth), np.nanmax(truth)
    rows = [
        [("Wrapped phase", cyclic(one.phase))],
        [(f"Truth ({(high - low) / TAU:.0f} cycles)", ramp(truth, low, high))],
    ]
    for name, phase in zip(("Plain flow", "Learned costs"), found):
        cycles = off(phase, one)
        share = 100 * wrong_cycles(phase, one).mean()
        shift = np.nanmedian(TAU * np.rint((phase - one.truth) / TAU) - TAU * cycles)
        rows[0].append((name, ramp(phase - shift, low, high)))
        rows[1].append((f"Wrong cycles: {share:.1f} %", ramp(cycles, -MOST, MOST)))
        sys.stdout.write(f"scene {number}, {name}: {share:.2f} % of the cycles are wrong\n")
    draw(rows[0] + rows[1], ROOT / "docs" / "unwrap_steep.png", zoom=1.0, indexed=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
