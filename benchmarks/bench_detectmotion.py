# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The network of `detectmotion` on one core: NumPy as shipped, beside PyTorch on the same weights.

``OPENBLAS_NUM_THREADS=1 python3 benchmarks/bench_detectmotion.py [--side 1024]`` with a Python that
has PyTorch (``make training``); without it the shipped one is timed alone. Processor time, the best
of some runs, and the largest difference of the results. Then both looks of one box.

``.venv/bin/python benchmarks/bench_detectmotion.py --whole 10000 --sources 4500`` runs the tool on
a raster of that side instead, with so many basins in turbulent air, on all cores: seconds, seconds
of processor, and the most memory that the process had (making the raster included).
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ.setdefault(name, "1")  # a whole scene is looked at by threads of our own
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


def district(side, sources):
    """Wrapped phase of basins of 6 to 30 pixels and 0.7 to 3 fringes in turbulent air, radians."""
    import numpy as np
    from scipy.ndimage import zoom

    rng, phase = np.random.default_rng(5), np.zeros((side, side), np.float32)
    for cell, spread in ((64, 2.5), (16, 1.2)):
        coarse = rng.standard_normal((side // cell + 1, side // cell + 1)).astype(np.float32)
        phase += np.float32(spread) * zoom(coarse, cell, order=3)[:side, :side]
    for _ in range(sources):
        wide = np.exp(rng.uniform(np.log(6), np.log(30)))
        row, col = rng.uniform(0, side, 2)
        fringes = rng.uniform(0.7, 3) * rng.choice((-1, 1))
        rows, cols = (
            np.arange(max(0, int(at - 4 * wide)), min(side, int(at + 4 * wide)))
            for at in (row, col)
        )
        far = (rows[:, None] - row) ** 2 + (cols - col) ** 2
        bump = 2 * np.pi * fringes * np.exp(-2 * far / wide**2)
        phase[np.ix_(rows, cols)] += bump.astype(np.float32)
    phase += np.float32(0.6) * rng.standard_normal((side, side), np.float32)
    return np.angle(np.exp(1j * phase)).astype(np.float32)


def whole(side, sources):
    """Time the tool on a whole scene."""
    import resource
    import tempfile

    from train_detectmotion import load_package

    load_package()
    from groundshift.algorithms.data.grid import Grid
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster
    from groundshift.algorithms.toolbox import call

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "phase.tif"
        grid = Grid(side, side, (5e5, 30.0, 0.0, 4.3e6, 0.0, -30.0), "EPSG:32630")
        write_raster(path, grid, district(side, sources), [BandInfo("phase", "radian")])
        began, processor = time.perf_counter(), time.process_time()
        told = call("detectmotion", {}, input=path, objects=Path(folder) / "o.gpkg")
        took, used = time.perf_counter() - began, time.process_time() - processor
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{side} x {side} pixels, {sources} basins: {told['count']} objects, {took:.0f} s, "
        f"{used:.0f} s of processor, {most:.0f} MiB"
    )


def main():
    """Time both, or a whole scene."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--side", type=int, default=1024)
    parser.add_argument("--whole", type=int, default=0)
    parser.add_argument("--sources", type=int, default=40)
    options = parser.parse_args()
    if options.whole:
        whole(options.whole, options.sources)
        return
    side = options.side
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
