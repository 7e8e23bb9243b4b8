# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The SBAS inversion beside MintPy's on one synthetic stack.

``python3 benchmarks/bench_sbas.py [--quick]`` prints a table and writes it to
``benchmarks/results_sbas.md``. MintPy comes from PyPI into ``.mintpy-venv``; set MINTPY_PYTHON to
the interpreter of an environment that has it to use that one.

Both get the same HDF5 file. MintPy's time is that of its `run_ifgram_inversion_patch` (reading
included, well under 1 % of it in the pixel-by-pixel cases), warm, without its start-up; it gets
the first rows of the scene only, as rates don't depend on the number of pixels. Ours is given for
arrays in memory (the rate that the ratio uses) and with reading from the same file.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
import venv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
COLS = 500
CLEAN_ROWS = 2  # noise-free rows at the top of every scene
LOOKS = 20
WAVELENGTH = 0.0554658
NETWORKS = {"30 / 87": (30, 87), "100 / 300": (100, 300)}


def register():
    """Make the checkout importable as ``groundshift``."""
    spec = importlib.util.spec_from_file_location(
        "groundshift", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules["groundshift"] = module
    spec.loader.exec_module(module)


@dataclass
class Scene:
    """A synthetic stack, in memory and as a file."""

    path: Path
    network: object
    truth: np.ndarray
    phase: np.ndarray
    coherence: np.ndarray


def make_network(dates, pairs):
    """The pairs with the fewest steps between dates: three neighbours, some with the fourth."""
    from groundshift.algorithms.data.network import Network

    times = np.datetime64("2018-01-06") + 12 * np.arange(dates)
    ends = [(i, i + step) for step in range(1, dates) for i in range(dates - step)][:pairs]
    return Network.from_pairs([(times[a], times[b]) for a, b in sorted(ends)])


def make_scene(folder, network, rows, gaps, seed=0):
    """Linear and seasonal motion, noise by coherence, `gaps` of the values missing at random."""
    from groundshift.algorithms.data.grid import Grid, Window
    from groundshift.algorithms.formats.hdf5.stacks import StackWriter

    rng = np.random.default_rng(seed)
    pixels = rows * COLS
    years = network.years[:, None]
    truth = years * rng.normal(0, 20, pixels) + rng.normal(0, 2, pixels) * np.sin(2 * np.pi * years)
    truth = (truth - truth[0]).astype(np.float32)
    shape = (len(network.pairs), pixels)
    coherence = rng.uniform(0.2, 0.95, shape).astype(np.float32)
    phase = np.empty(shape, np.float32)
    for k, (a, b) in enumerate(network.pairs):
        sigma = np.sqrt((1 - coherence[k] ** 2) / (2 * LOOKS * coherence[k] ** 2))
        sigma[: CLEAN_ROWS * COLS] = 0
        phase[k] = truth[b] - truth[a] + sigma * rng.standard_normal(pixels)
        phase[k, rng.random(pixels) < gaps] = np.nan
    path = Path(folder) / f"ifgramStack_{len(network.dates)}_{gaps:g}.h5"
    grid = Grid(rows, COLS)
    attributes = {
        "REF_Y": "0", "REF_X": "0", "ALOOKS": "1", "RLOOKS": str(LOOKS),
        "NCORRLOOKS": str(LOOKS), "PROCESSOR": "isce",
    }  # fmt: skip
    pairs = network.dates[network.pairs]
    with StackWriter(path, grid, pairs, WAVELENGTH, np.zeros(len(pairs)), True, attributes) as out:
        for k in range(len(pairs)):
            plane = (values[k].reshape(rows, COLS) for values in (phase, coherence))
            out.write(k, Window(0, 0, rows, COLS), *plane)
    return Scene(path, network, truth, phase, coherence)


def mintpy_python():
    """Interpreter of an environment with MintPy; sets one up where there is none."""
    given = os.environ.get("MINTPY_PYTHON")
    if given:
        return given
    folder = ROOT / ".mintpy-venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print(f"Setting up MintPy in {folder} ...", file=sys.stderr)
        venv.create(folder, with_pip=True)
    if subprocess.run([python, "-c", "import mintpy"], capture_output=True).returncode:
        subprocess.run([python, "-m", "pip", "install", "-q", "mintpy"], check=True)
    return str(python)


def time_mintpy(python, scene, weighted, rows, workers, folder):
    """Pixels a second of MintPy and its results: series in radians, quality, pair count."""
    out = Path(folder) / "mintpy.npz"
    job = {
        "stack": str(scene.path), "weights": "var" if weighted else "no", "rows": rows,
        "cols": COLS, "workers": workers, "out": str(out),
    }  # fmt: skip
    script = str(Path(__file__).with_name("mintpy_sbas.py"))
    done = subprocess.run(
        [python, script], input=json.dumps(job), capture_output=True, text=True, cwd=folder
    )
    if done.returncode:
        raise SystemExit(f"MintPy failed:\n{done.stderr[-2000:]}")
    seconds = float(done.stdout.strip().splitlines()[-1])
    with np.load(out) as data:
        series = data["series"].reshape(len(scene.network.dates), -1) * (-4 * np.pi / WAVELENGTH)
        quality, count = data["quality"].ravel(), data["count"].ravel()
    return rows * COLS / seconds, series, quality, count


def weights_of(weighted, scene):
    """Arguments of our inversion for weighted or uniform pairs."""
    from groundshift.algorithms.timeseries.weights import weight_table

    if not weighted:
        return None, None
    return scene.coherence, weight_table("phase_variance", LOOKS)


def time_ours(scene, weighted, threads, repeats=3, noise=False):
    """Pixels a second from memory and with reading from the file, and the result."""
    import numba
    from groundshift.algorithms.data.grid import Window
    from groundshift.algorithms.formats.hdf5.stacks import StackReader, read_stack
    from groundshift.algorithms.timeseries.inversion import invert, make_plan

    numba.set_num_threads(threads)
    plan = make_plan(scene.network)
    coherence, table = weights_of(weighted, scene)
    pixels = scene.phase.shape[1]

    def from_memory():
        return invert(plan, scene.phase, coherence, weights=table, noise=noise)

    def from_file():
        with StackReader(read_stack(scene.path), with_coherence=weighted) as reader:
            block = reader.read(Window(0, 0, pixels // COLS, COLS))
        flat = [a if a is None else a.reshape(len(a), -1) for a in (block.phase, block.coherence)]
        return invert(plan, *flat, weights=table, noise=noise)

    rates = []
    for run in (from_memory, from_file):
        run()
        best = np.inf
        for _ in range(repeats):
            begin = time.perf_counter()
            result = run()
            best = min(best, time.perf_counter() - begin)
        rates.append(pixels / best)
    return (*rates, result)


def rms(difference):
    """Root mean square."""
    return float(np.sqrt(np.mean(np.square(difference, dtype=float))))


def first_calls():
    """Seconds of the first call in a fresh process, with an empty and with a filled cache."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "NUMBA_CACHE_DIR": cache}
        command = [sys.executable, __file__, "--first-call"]
        return [
            float(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
            for _ in range(2)
        ]


def first_call():
    """Import and run the inversion on a few pixels; print the seconds."""
    begin = time.perf_counter()
    from groundshift.algorithms.timeseries.inversion import invert, make_plan

    network = make_network(30, 87)
    invert(make_plan(network), np.ones((87, 100), np.float32))
    print(time.perf_counter() - begin)


def machine():
    """One line on processor and versions."""
    import numba

    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [row.split(":")[1].strip() for row in info.read_text().splitlines()
                 if row.startswith("model name")]  # fmt: skip
        model = names[0] if names else model
    from llvmlite import binding

    wide = [f for f in ("avx512f", "avx2", "neon") if binding.get_host_cpu_features().get(f)]
    return (
        f"{model} ({wide[0] if wide else 'no wide vectors'}), {os.cpu_count()} cores; "
        f"Python {platform.python_version()}, NumPy {np.__version__}, numba {numba.__version__}"
    )


def compare(python, scene, weighted, rows, folder, cores):
    """Run both on one case; returns a dict of numbers."""
    single, series, quality, count = time_mintpy(python, scene, weighted, rows, 0, folder)
    parallel = time_mintpy(python, scene, weighted, rows, cores, folder)[0]
    memory, file, result = time_ours(scene, weighted, 1)
    memory_all, _, _ = time_ours(scene, weighted, cores)
    with_noise, _, _ = time_ours(scene, weighted, 1, noise=True)
    pixels = rows * COLS
    # MintPy leaves pixels out (zeros) where a date has no pair, and joins cut ones unflagged.
    fair = (result.subsets[:pixels] == 1) & (count > 0)
    clean = fair & (np.arange(pixels) < CLEAN_ROWS * COLS)
    noisy = fair & ~clean & (np.arange(pixels) >= CLEAN_ROWS * COLS)
    ours, truth = result.phase[:, :pixels], scene.truth[:, :pixels]
    return {
        "mintpy": single, "mintpy_all": parallel, "ours": memory, "ours_file": file,
        "ours_all": memory_all, "ours_noise": with_noise,
        "truth_ours": rms((ours - truth)[:, noisy]),
        "truth_mintpy": rms((series - truth)[:, noisy]),
        "clean": rms((ours - series)[:, clean]),
        "coherence": float(np.abs(result.temporal_coherence[:pixels] - quality)[fair].max()),
        "cut": int((result.subsets > 1).sum()),
    }  # fmt: skip


COLUMNS = (
    "| dates / pairs | weights | gaps | MintPy px/s | ours px/s | **ratio** | ours, with reading "
    "| ours, with noise terms | MintPy all cores | ours all cores | **ratio** | RMS to truth: "
    "MintPy, ours (rad) | noise-free RMS difference (rad) | max. difference of temporal coherence "
    "| cut pixels flagged |"
)


def row_of(case, numbers):
    """One line of the table."""
    n = numbers
    return (
        f"| {case} | {n['mintpy']:,.0f} | {n['ours']:,.0f} | **{n['ours'] / n['mintpy']:.0f}** "
        f"| {n['ours_file']:,.0f} | {n['ours_noise']:,.0f} | {n['mintpy_all']:,.0f} "
        f"| {n['ours_all']:,.0f} | **{n['ours_all'] / n['mintpy_all']:.0f}** "
        f"| {n['truth_mintpy']:.4f}, {n['truth_ours']:.4f} | {n['clean']:.1e} "
        f"| {n['coherence']:.1e} | {n['cut']:,} |"
    )


def run(quick):
    """Run all cases; returns the lines of the report."""
    python = mintpy_python()
    cores = os.cpu_count() or 1
    cold, warm = first_calls()
    lines = [
        "# SBAS inversion: Groundshift and MintPy",
        "",
        f"{machine()}.",
        "",
        "Pixels a second, temporal coherence included; one thread unless said. Float64 throughout, "
        "float32 storage. Made by `benchmarks/bench_sbas.py`, which says what is timed.",
        "",
        COLUMNS,
        "|" + " --- |" * (COLUMNS.count("|") - 1),
    ]
    print("\n".join(lines), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, (dates, pairs) in NETWORKS.items():
            network = make_network(dates, pairs)
            rows = (60 if quick else 400) if dates == 30 else (30 if quick else 120)
            share = (6 if quick else 40) if dates == 30 else (4 if quick else 12)
            for gaps in (0.0, 0.1):
                scene = make_scene(folder, network, rows, gaps)
                for weighted in (True, False):
                    at_once = not weighted and gaps == 0  # MintPy solves all pixels together
                    part = rows if at_once else share
                    numbers = compare(python, scene, weighted, part, folder, cores)
                    case = f"{name} | {'coherence' if weighted else 'none'} | {gaps:.0%}"
                    lines.append(row_of(case, numbers))
                    print(lines[-1], flush=True)
                scene.path.unlink()
    tail = [
        "",
        f"First call ever (import and compilation): {cold:.1f} s; first call of a later process "
        f"(from the cache): {warm:.1f} s.",
    ]
    print("\n".join(tail))
    return lines + tail


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="smaller scenes")
    parser.add_argument("--first-call", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    register()
    if arguments.first_call:
        first_call()
        return
    lines = run(arguments.quick)
    Path(__file__).with_name("results_sbas.md").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
