# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Neighbour tests beside dolphin's on one synthetic stack of 512 x 512 pixels.

``python3 benchmarks/bench_shp.py [--quick]`` prints a table and writes it to
``benchmarks/results_shp.md``. dolphin comes from PyPI into ``.dolphin-venv``; set DOLPHIN_PYTHON to
the interpreter of an environment that has it to use that one.

Both start at the same amplitudes and give brothers as bool for every pixel of the result. dolphin
0.42 keeps brothers that do not hang together with the pixel, so the ratio is that of ours without
connecting; ours with it stands beside. dolphin's GLRT takes mean and variance, which it computes by
NumPy where they are not given; its rate with both given stands beside, too. Seconds are those of
the processor (of all threads, on one core each), so that other work on the machine does not count,
warm, the best of several.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
from peers import dolphin_version, machine, register, run_dolphin

SIZE = 512
STRIDES = ((1, 1), (3, 6))
HALF = (5, 5)
ALPHA = 0.05
REPEATS = 3
TESTS = ("glrt", "ks", "ad", "t", "ci")
PEERS = ("glrt", "ks")


def make_amplitude(times, size, seed=0):
    """Speckle over patches of ground of different brightness."""
    rng = np.random.default_rng(seed)
    scale = np.exp(rng.normal(0, 0.4, (-(-size // 32), -(-size // 32))))
    scale = np.kron(scale, np.ones((32, 32)))[:size, :size]
    return rng.rayleigh(scale, (times, size, size)).astype(np.float32)


def time_ours(amplitude, test, strides, connected):
    """Pixels of the result a second."""
    from groundshift.algorithms.scatterers.shp import brothers

    inside = [size // stride * stride for size, stride in zip(amplitude.shape[1:], strides)]
    padded = np.pad(
        amplitude[:, : inside[0], : inside[1]], ((0, 0), *((h, h) for h in HALF)),
        constant_values=np.nan,
    )  # fmt: skip
    brothers(padded[:, :64, :64], HALF, test, ALPHA, (1, 1))
    best = np.inf
    for _ in range(REPEATS):
        begin = time.process_time()
        found = brothers(padded, HALF, test, ALPHA, strides, connected)
        best = min(best, time.process_time() - begin)
    return found.shape[0] * found.shape[1] / best


def time_dolphin(path, test, strides, size):
    """Pixels of the result a second: from amplitudes, and with mean and variance given."""
    pixels = (size // strides[0]) * (size // strides[1])
    jobs = [
        {
            "amplitude": str(path), "half": HALF, "alpha": ALPHA, "strides": strides, "test": test,
            "repeats": REPEATS if test == "glrt" else 1, "moments_given": given, "out": "",
        }
        for given in ((False, True) if test == "glrt" else (False,))
    ]  # fmt: skip
    return [pixels / seconds for seconds in run_dolphin("dolphin_shp.py", jobs)]


def run(quick):
    """Run all cases; returns the lines of the report."""
    import numba

    numba.set_num_threads(1)
    size = 192 if quick else SIZE
    window = " x ".join(str(2 * h + 1) for h in HALF)
    lines = [
        "# Neighbour tests: Groundshift and dolphin",
        "",
        f"{machine()}; dolphin {dolphin_version()}.",
        "",
        f"{size} x {size} pixels, window {window}, one core each. Pixels of the result a second of "
        "the processor. Made by `benchmarks/bench_shp.py`, which says what is timed.",
        "",
        "| test | images | strides | dolphin | ours | **ratio** | ours, connected | dolphin, mean "
        "and variance given |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    print("\n".join(lines), flush=True)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "amplitude.npy"
        for times in (20, 50):
            amplitude = make_amplitude(times, size)
            np.save(path, amplitude)
            for strides in STRIDES:
                for test in TESTS:
                    ours, connected = (
                        time_ours(amplitude, test, strides, flag) for flag in (False, True)
                    )
                    peer = time_dolphin(path, test, strides, size) if test in PEERS else []
                    ratio = f"**{ours / peer[0]:.1f}**" if peer else ""
                    theirs, given = [*(f"{rate:,.0f}" for rate in peer), "", ""][:2]
                    lines.append(
                        f"| {test} | {times} | {strides[0]} x {strides[1]} | {theirs} "
                        f"| {ours:,.0f} | {ratio} | {connected:,.0f} | {given} |"
                    )
                    print(lines[-1], flush=True)
    return lines


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a smaller scene")
    arguments = parser.parse_args()
    register()
    lines = run(arguments.quick)
    if not arguments.quick:
        Path(__file__).with_name("results_shp.md").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
