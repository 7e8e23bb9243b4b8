# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The network of `detectmotion` on one core: NumPy as shipped, beside PyTorch on the same weights.

``OPENBLAS_NUM_THREADS=1 python3 benchmarks/bench_detectmotion.py [--side 1024]`` with a Python that
has PyTorch (``make training``); without it the shipped one is timed alone. Processor time, the best
of some runs, and the largest difference of the results. Then both looks of one box.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ.setdefault(name, "1")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))


def best(function, runs=5):
    """Seconds of the fastest run, and what it gave."""
    took = []
    for _ in range(runs):
        began = time.process_time()
        result = function()
        took.append(time.process_time() - began)
    return min(took), result


def main():
    """Time both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--side", type=int, default=1024)
    side = parser.parse_args().side
    import numpy as np
    from train_detectmotion import load_package, network

    load_package()
    from groundshift.algorithms.detection import motion_network, second_look

    found = motion_network.read_weights()
    phase = np.random.default_rng(1).uniform(-np.pi, np.pi, (side, side))
    image = np.stack((np.cos(phase), np.sin(phase))).astype(np.float32)
    ours, mine = best(lambda: motion_network.answers(image, found))
    print(f"{side} x {side} pixels, one core")
    print(f"NumPy as shipped: {ours:.2f} s")
    look, count = second_look.read_weights(), 64
    boxes, heat = np.tile((100.0, 100.0, 160.0, 170.0), (count, 1)), np.zeros(count)
    took, _ = best(lambda: second_look.looked_at(image, boxes, heat, look))
    once, _ = best(lambda: second_look.looked_at(image, boxes, heat, look, np.inf))
    took, once = 1e3 * took / count, 1e3 * once / count
    print(f"second look: {took:.1f} ms a box, {once:.1f} ms where it is hopeless")
    try:
        import torch
    except ImportError:
        print("PyTorch is not here.")
        return
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    net = network(torch)
    net.norms = torch.nn.ModuleList(torch.nn.Identity() for _ in net.norms)  # multiplied in
    names = ("half1", "half2", "deep0", *(f"deep{k}" for k in range(1, 10)), "head")
    for layer, name in zip((*net.convs, net.head), names):
        layer.weight.data = torch.from_numpy(found[f"{name}.weight"].copy())
        layer.bias.data = torch.from_numpy(found[f"{name}.bias"].copy())
    with torch.no_grad():
        theirs, other = best(lambda: net(torch.from_numpy(image[None]))[0].numpy())
    print(f"PyTorch {torch.__version__}: {theirs:.2f} s ({ours / theirs:.1f} times as fast)")
    print(f"largest difference of the results: {np.abs(mine - other).max():.1e}")


if __name__ == "__main__":
    main()
