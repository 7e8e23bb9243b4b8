# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase linking beside dolphin's on one synthetic stack, homogeneous neighbours included.

``python3 benchmarks/bench_linking.py [--quick]`` prints a table and writes it to
``benchmarks/results_linking.md``. dolphin comes from PyPI into ``.dolphin-venv``; set
DOLPHIN_PYTHON to the interpreter of an environment that has it to use that one.

Both start at the same complex images, find neighbours by the GLRT and link the phases, with the
same window, strides and estimator. dolphin's test at a nominal 5 % refuses a tenth of that (see
`accuracy_shp.py`); ours is asked for 0.2 %, the default of the tool, which keeps as many brothers
here, and connects them. Both also predict the noise of the phases (dolphin its bound, ours as in
`algorithms/scatterers/bound.py`), and once more neither does. dolphin gets a corner of the
scene only, as its memory grows with the pixels of the result (rates don't). Seconds are those of
the processor, one core each, warm, the best of several. Errors are those of the phases against the
truth, relative to the first date. What dolphin calls EVD is our `wevd`.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
from peers import dolphin_version, machine, register, run_dolphin

SIZE = 512
HALF = (5, 5)
STRIDES = ((1, 1), (3, 6))
ALPHA, PEER_ALPHA = 0.002, 0.05
REPEATS = 2
PEERS = {"emi": "emi", "evd": "wevd"}  # what dolphin calls it, and what we do
PEER_PIXELS = {20: 24_000, 50: 6_400}  # of the result
INTERVAL = 12
GROUNDS = ((0.6, 60.0, 0.1), (0.8, 150.0, 0.3))  # coherence at once, decay in days, at last


def coherence(times, at_once, decay, at_last):
    """Exponential decay to a residual."""
    days = INTERVAL * np.arange(times)
    gamma = (at_once - at_last) * np.exp(-np.abs(days[:, None] - days) / decay) + at_last
    np.fill_diagonal(gamma, 1.0)
    return gamma


def make_images(times, size, seed=0):
    """Speckle over patches of two kinds of ground and many brightnesses; phases of truth are 0."""
    rng = np.random.default_rng(seed)
    factors = [np.linalg.cholesky(coherence(times, *ground)) for ground in GROUNDS]
    patches = -(-size // 64)
    kind = np.kron(rng.random((patches, patches)) < 0.5, np.ones((64, 64), bool))[:size, :size]
    scale = np.kron(np.exp(rng.normal(0, 0.4, (patches, patches))), np.ones((64, 64)))
    scale = scale[:size, :size].astype(np.float32)
    images = np.empty((times, size, size), np.complex64)
    for row in range(0, size, 64):
        part = np.s_[row : row + 64]
        shape = (times, *scale[part].shape)
        noise = rng.standard_normal((2, *shape), np.float32)
        noise = noise[0] + 1j * noise[1]
        first, second = (np.tensordot(f.astype(np.float32), noise, 1) for f in factors)
        images[:, part] = np.where(kind[part], first, second) * scale[part]
    return images


def time_ours(images, estimator, strides, with_std):
    """Least seconds, and the result."""
    from groundshift.algorithms.data.grid import Window
    from groundshift.algorithms.data.slc import SlcBlock
    from groundshift.algorithms.scatterers.bound import span_classes
    from groundshift.algorithms.scatterers.linking import (
        BlockLinking,
        LinkingBlock,
        LinkingOptions,
    )
    from groundshift.algorithms.scatterers.shp import ShpOptions

    rows, cols = (n // s * s for n, s in zip(images.shape[1:], strides))
    padded = np.pad(
        images[:, :rows, :cols], ((0, 0), *((h, h) for h in HALF)), constant_values=np.nan
    )
    options = LinkingOptions(
        estimator, ShpOptions("glrt", HALF, ALPHA, True, strides), minimum_brothers=1,
        with_std=with_std,
    )  # fmt: skip
    dates = np.datetime64("2020-01-01") + INTERVAL * np.arange(len(images))
    function = BlockLinking(options, span_classes(dates))
    block = LinkingBlock(SlcBlock(padded, Window(0, 0, rows, cols), HALF))
    best, result = np.inf, None
    for number in range(REPEATS + 1):
        begin = time.process_time()
        result = function(block)
        if number:
            best = min(best, time.process_time() - begin)
    return best, result


def time_dolphin(folder, images, cases):
    """Least seconds of dolphin and its linked phases for each case of one stack."""
    jobs = []
    for number, (estimator, strides, bound) in enumerate(cases):
        rows, cols = peer_size(images, strides)
        path = folder / f"images_{rows}_{cols}.npy"
        np.save(path, images[:, :rows, :cols])
        jobs.append({
            "images": str(path), "half": HALF, "alpha": PEER_ALPHA, "strides": strides,
            "estimator": estimator, "beta": 0.0, "neighbours": "", "repeats": REPEATS,
            "bound": bound, "out": str(folder / f"{number}.npz"),
        })  # fmt: skip
    *seconds, memory = run_dolphin("dolphin_linking.py", jobs)
    found = {}
    for case, job, time_taken in zip(cases, jobs, seconds):
        with np.load(job["out"]) as result:
            found[case] = time_taken, result["linked"]
    return found, memory


def peer_size(images, strides):
    """Rows and columns of the scene that dolphin gets: a square in the corner, of whole cells."""
    side = int(np.sqrt(PEER_PIXELS[len(images)] * strides[0] * strides[1]))
    return tuple(min(n, side) // s * s for n, s in zip(images.shape[1:], strides))


def error(linked, rows, cols):
    """RMS of the phases of all dates but the first, inside of the border."""
    inner = np.angle(linked[1:, HALF[0] : rows - HALF[0], HALF[1] : cols - HALF[1]])
    return float(np.sqrt(np.nanmean(inner**2)))


def run(quick):
    """Run all cases; returns the lines of the report."""
    import numba

    numba.set_num_threads(1)
    size = 128 if quick else SIZE
    window = " x ".join(str(2 * h + 1) for h in HALF)
    notes = []
    lines = [
        "# Phase linking: Groundshift and dolphin",
        "",
        f"{machine()}; dolphin {dolphin_version()}.",
        "",
        f"{size} x {size} pixels, window {window}, GLRT neighbours included, one core each. Pixels "
        "of the result a second of the processor; errors in radians on the same pixels. Made by "
        "`benchmarks/bench_linking.py`, which says what is timed.",
        "",
        "| estimator | images | strides | noise predicted | dolphin px/s | ours px/s | **ratio** "
        "| dolphin error | our error |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    print("\n".join(lines), flush=True)
    for times in (20, 50):
        images = make_images(times, size)
        with tempfile.TemporaryDirectory() as name:
            cases = [(e, s, b) for s in STRIDES for e in PEERS for b in (False, True)]
            theirs, memory = time_dolphin(Path(name), images, cases)
        for strides in STRIDES:
            for estimator in ("emi", "wevd", "evd", "pta"):
                for bound in (False, True):
                    peer = {mine: name for name, mine in PEERS.items()}.get(estimator)
                    found = theirs.get((peer, strides, bound))
                    lines.append(_case(images, strides, estimator, bound, found))
                    print(lines[-1], flush=True)
        pixels = max(linked[0].size for _, linked in theirs.values())
        notes.append(
            f"{times} images: dolphin took up to {memory:,.0f} MB for {pixels:,} pixels of the "
            "result at a time."
        )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    notes.append(
        f"Ours took up to {memory:,.0f} MB for the whole scene at a time, the {size} x {size} x 50 "
        "images and two copies of them included: a thread holds the matrices of eight pixels."
    )
    return [*lines, "", *notes]


def _case(images, strides, estimator, bound, found):
    seconds, result = time_ours(images, estimator, strides, bound)
    ours = result.how.size / seconds
    out_rows, out_cols = (n // s for n, s in zip(peer_size(images, strides), strides))
    theirs = ratio = wrong = "-"
    if found is not None:
        rate = found[1][0].size / found[0]
        theirs, ratio = f"{rate:,.0f}", f"**{ours / rate:.1f}**"
        wrong = f"{error(found[1], out_rows, out_cols):.3f}"
    right = error(result.linked[:, :out_rows, :out_cols], out_rows, out_cols)
    return (
        f"| {estimator} | {len(images)} | {strides[0]} x {strides[1]} | {'yes' if bound else 'no'} "
        f"| {theirs} | {ours:,.0f} | {ratio} | {wrong} | {right:.3f} |"
    )


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a smaller scene")
    arguments = parser.parse_args()
    register()
    lines = run(arguments.quick)
    if not arguments.quick:
        target = Path(__file__).with_name("results_linking.md")
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
