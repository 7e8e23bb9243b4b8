# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Time of wavelet coherence beside pycwt, and of lags and forecasts of many points.

``OPENBLAS_NUM_THREADS=1 python3 benchmarks/bench_drivers.py [--points 50000]`` runs on one core,
writes ``benchmarks/results_drivers.md``, and takes pycwt where it is installed.
"""

import argparse
import importlib.util
import sys
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests" / "helpers")]
importlib.import_module("qgis_env").load_package()

import driver_files as made  # noqa: E402
from groundshift.algorithms.forecast.driver_series import Driver, candidates  # noqa: E402
from groundshift.algorithms.forecast.forecasting import Forecaster  # noqa: E402
from groundshift.algorithms.forecast.lagged import LagSearch  # noqa: E402
from groundshift.algorithms.forecast.wavelets import Wavelets, red_noise  # noqa: E402

SURROGATES = 300


def seconds(run) -> float:
    """Of one run."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def beside_pycwt():
    """(length, ours, pycwt's, largest difference of the coherences)."""
    random = np.random.default_rng(0)
    try:
        import pycwt
    except ImportError:
        pycwt = None
    for count in (147, 250):
        one, other = red_noise(random, 0.5, (2, count))
        own = Wavelets(count, smallest=2.0)
        ours = seconds(lambda own=own: own.significance((0.5, 0.5), 0.05, SURROGATES))
        theirs = apart = float("nan")
        if pycwt is not None:
            found = pycwt.wct(one, other, 1, dj=1 / 12, s0=2, sig=False)[0]
            apart = np.abs(found - own.coherence(one, other).coherence).max()
            arguments = {"dj": 1 / 12, "s0": 2, "J": len(own.scales) - 1}
            theirs = seconds(
                lambda more=arguments: pycwt.wavelet.wct_significance(
                    0.5,
                    0.5,
                    1,
                    wavelet=pycwt.Morlet(6),
                    mc_count=SURROGATES,
                    progress=False,
                    cache=False,
                    **more,
                )
            )
        yield count, ours, theirs, apart


def many_points(count):
    """Seconds of the lags (levels, rain) and of the forecasts of points."""
    values = made.series(count, driven=count // 2)
    level = Driver("level", "m", made.FIRST, made.level(), False)
    rain = Driver("rain", "mm", made.FIRST, made.rain(), True)
    tried = candidates(
        made.DATES, [level, rain], range(0, 181, 3), [(0,), (15, 30, 60, 120)]
    )  # fmt: skip
    search = LagSearch(made.DATES, tried)
    search.calibrate(SURROGATES)
    yield f"lags, {len(tried)} of two drivers", seconds(lambda: search.fit(values))
    forecaster = Forecaster(made.DATES, made.DATES[-1] + np.arange(12, 181, 12))
    forecaster.calibrate(values[:1000])
    yield "forecasts, four methods", seconds(lambda: forecaster(values))


def main():
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=50_000)
    points = parser.parse_args().points
    lines = [
        "# Drivers and forecasts", "",
        "One core. Other work shared the machine. Made by `benchmarks/bench_drivers.py`.", "",
        "pycwt's surrogates are six times as long as the largest scale, ours as the series. It "
        "pads 250 values to 256, so that their ends meet, which ours do not: hence the rest.", "",
        f"{SURROGATES} surrogates of wavelet coherence:", "",
        "| values | ours (s) | pycwt (s) | largest difference of a coherence |",
        "|---|---|---|---|",
    ]  # fmt: skip
    lines += [f"| {n} | {a:.2f} | {b:.1f} | {c:.1e} |" for n, a, b, c in beside_pycwt()]
    lines += ["", f"{points:,} points of {len(made.DATES)} dates:", "",
              "| | seconds | a million points (minutes, one core) |", "|---|---|---|"]  # fmt: skip
    lines += [
        f"| {name} | {taken:.1f} | {taken / points * 1e6 / 60:.1f} |"
        for name, taken in many_points(points)
    ]
    text = "\n".join(lines) + "\n"
    Path(__file__).with_name("results_drivers.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
