# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Wrong cycles of `unwrap`'s learned costs, of its costs by coherence, of whirlwind and SNAPHU.

``.venv/bin/python benchmarks/accuracy_unwrap.py [--scenes 60] [--data ../shared/data]`` prints a
table in Markdown (also written to ``benchmarks/results_accuracy_unwrap.md``). The scenes are those
of ``benchmarks/detection_scenes.py``, whose physics is not that of the training; *easy* ones change
by 0.1 to 0.3 cycles from pixel to pixel at most, *steep* ones by 0.5 to 1. UNWRAP_PYTHON is the
interpreter of an environment with whirlwind-insar and snaphu (made here if it is not set).

- *wrong*: share of pixels whose cycles differ from the truth's, apart from the most frequent
  difference of a scene; *worst half*: in the half of the scenes that costs by coherence do worst.
- *right scenes*: with less than 1 % of wrong cycles.
- *RMSE*: radians, of the unwrapped phase without noise's own part.
- *sure*: share of pixels in the largest component, and wrong cycles among them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np
from bench_unwrap import cpu_seconds, run_peer
from detection_scenes import RealPieces, scene
from peers import ROOT, machine, register

TAU = 2.0 * np.pi
KINDS = {"easy": (0.1, 0.3), "steep": (0.5, 1.0)}


def wrong_cycles(found, one):
    """True where a pixel's cycles are wrong; the valid pixels only."""
    valid = np.isfinite(one.phase)
    cycles = np.rint((found - one.truth)[valid] / TAU)
    values, counts = np.unique(cycles[np.isfinite(cycles)], return_counts=True)
    return cycles != values[np.argmax(counts)]


def rmse(found, one) -> float:
    """Root mean square of what a solution adds to the noise."""
    cycles = np.rint((found - one.truth)[np.isfinite(one.phase)] / TAU)
    return float(TAU * np.sqrt(np.nanmean((cycles - np.nanmedian(cycles)) ** 2)))


def solutions(scenes, folder):
    """(method, unwrapped scenes, component or None, CPU seconds a scene)."""
    from groundshift.algorithms.scatterers.unwrapping.rasters import RasterOptions, unwrap_raster

    for method in ("mcf", "learned"):
        options = RasterOptions(method, looks=20.0, bridge=False)
        unwrap_raster(scenes[0].phase, scenes[0].coherence, options)  # compiles
        start = cpu_seconds()
        results = [unwrap_raster(one.phase, one.coherence, options) for one in scenes]
        spent = (cpu_seconds() - start) / len(scenes)
        yield method, [r.phase for r in results], [r.component for r in results], spent
    for method in ("whirlwind", "snaphu"):
        results, seconds = [], 0.0
        for one in scenes:
            phase = np.nan_to_num(one.phase).astype(np.float32)
            coherence = np.where(np.isfinite(one.phase), one.coherence, 0.0).astype(np.float32)
            found, took = run_peer(
                folder, phase=phase, coherence=coherence, looks=20, method=method
            )
            results.append(found)
            seconds += took
        yield method, results, None, seconds / len(scenes)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--scenes", type=int, default=60)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    options = parser.parse_args()
    register()
    pieces = RealPieces(options.data)
    lines = [
        "# Wrong cycles, with learned costs and without", "", machine(), "",
        f"Made by `benchmarks/accuracy_unwrap.py`; {options.scenes} scenes of 256² a kind.", "",
        "| scenes | method | wrong (%) | worst half (%) | right scenes (%) | RMSE (rad) "
        "| sure (%) | wrong of them (%) | CPU s |",
        "|---|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for kind, steep in KINDS.items():
        scenes = []
        for seed in range(10 * options.scenes):
            one = scene(pieces, seed, steep)
            if one.sources and len(scenes) < options.scenes:
                scenes.append(one)
        worst = None
        with tempfile.TemporaryDirectory() as folder:
            for method, found, component, spent in solutions(scenes, folder):
                wrong = [wrong_cycles(*pair) for pair in zip(found, scenes)]
                shares = np.array([part.mean() for part in wrong])
                worst = np.argsort(-shares)[: len(scenes) // 2] if worst is None else worst
                sure = ""
                if component is not None:
                    inside = [
                        (part == 1)[np.isfinite(one.phase)] for part, one in zip(component, scenes)
                    ]
                    bad = np.mean([part[kept].mean() for part, kept in zip(wrong, inside)])
                    share = np.mean([kept.mean() for kept in inside])
                    sure = f"{100 * share:.1f} | {100 * bad:.2f}"
                error = np.sqrt(np.mean([rmse(*pair) ** 2 for pair in zip(found, scenes)]))
                lines.append(
                    f"| {kind} | {method} | {100 * shares.mean():.2f} | "
                    f"{100 * shares[worst].mean():.2f} | {100 * np.mean(shares < 0.01):.0f} | "
                    f"{error:.2f} | {sure or ' | '} | {spent:.2f} |"
                )
                sys.stdout.write(lines[-1] + "\n")
                sys.stdout.flush()
    text = "\n".join(lines) + "\n"
    (ROOT / "benchmarks" / "results_accuracy_unwrap.md").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
