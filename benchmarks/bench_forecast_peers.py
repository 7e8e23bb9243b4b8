# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Forecasts and lags of points beside statsmodels, scikit-learn and pastas, in one run on one core.

``OPENBLAS_NUM_THREADS=1 NUMBA_NUM_THREADS=1 python3 benchmarks/bench_forecast_peers.py`` writes
``benchmarks/results_forecast_peers.md``; what is not installed is left out. Half of the simulated
points follow a level 45 days late; 180 days are held out.
"""

import argparse
import importlib.util
import logging
import sys
import time
import warnings
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests" / "helpers")]
importlib.import_module("qgis_env").load_package()

import driver_files as made  # noqa: E402
from groundshift.algorithms.forecast.driver_series import Driver, candidates  # noqa: E402
from groundshift.algorithms.forecast.forecasting import Forecaster  # noqa: E402
from groundshift.algorithms.forecast.lagged import LagSearch  # noqa: E402

HELD = 15  # dates of 12 days
OURS = 5000
YEAR = 365.25


def timed(run):
    """Seconds, and what it gives."""
    start = time.perf_counter()
    found = run()
    return time.perf_counter() - start, found


def installed(name: str) -> bool:
    """Whether a package is there."""
    return importlib.util.find_spec(name) is not None


def structural(series):
    """Trend and a season of a year, as state-space model."""
    from statsmodels.tsa.statespace.structural import UnobservedComponents

    step = float(np.median(np.diff(made.DATES).astype(float)))
    model = UnobservedComponents(
        series, "local linear trend", freq_seasonal=[{"period": YEAR / step, "harmonics": 1}]
    )
    return model.fit(disp=False).forecast(HELD)


def process(series, years):
    """Trend, season and smooth rest, as Gaussian process with its parameters by likelihood."""
    from sklearn.gaussian_process import GaussianProcessRegressor
    from sklearn.gaussian_process.kernels import RBF, DotProduct, ExpSineSquared, WhiteKernel

    kernel = DotProduct() + ExpSineSquared(1.0, 1.0, periodicity_bounds="fixed")
    kernel = kernel + 4.0 * RBF(0.3) + WhiteKernel(4.0)
    fit = GaussianProcessRegressor(kernel, normalize_y=True).fit(years[:-HELD, None], series)
    return fit.predict(years[-HELD:, None])


def forecasts(count):
    """(what, series, milliseconds a series, RMSE in mm)."""
    values = made.series(OURS, driven=OURS // 2)
    years = (made.DATES - made.DATES[0]).astype(float) / YEAR
    early, later = values[:, :-HELD], values[:, -HELD:]

    def own():
        forecaster = Forecaster(made.DATES[:-HELD], made.DATES[-HELD:])
        forecaster.calibrate(early[:1000])
        return forecaster(early)

    def rmse(found, rows):
        return float(np.sqrt(np.mean((np.asarray(found) - later[rows]) ** 2)))

    own()
    taken, found = timed(own)
    rows = np.linspace(0, OURS - 1, count).astype(int)
    mine = found.values[rows]
    yield "ours, four methods and the choice", OURS, 1e3 * taken / OURS, rmse(mine, rows)
    if installed("statsmodels"):
        taken, found = timed(lambda: [structural(early[k]) for k in rows])
        yield "statsmodels, UnobservedComponents", count, 1e3 * taken / count, rmse(found, rows)
    if installed("sklearn"):
        taken, found = timed(lambda: [process(early[k], years) for k in rows])
        yield (
            "scikit-learn, GaussianProcessRegressor",
            count,
            1e3 * taken / count,
            rmse(found, rows),
        )


def lags(count):
    """(what, series, milliseconds a series, share explained in the driven ones, their lag)."""
    values = made.series(OURS, driven=OURS // 2)
    driven = np.arange(OURS // 2)
    level = Driver("level", "m", made.FIRST, made.level(), False)
    search = LagSearch(made.DATES, candidates(made.DATES, [level], range(0, 181, 3), [(0,)]))
    search.calibrate(300)
    search.fit(values[:100])
    taken, found = timed(lambda: search.fit(values))
    yield "ours, with interval and p", OURS, 1e3 * taken / OURS, np.median(found.lag[driven])
    if installed("pastas"):
        import pandas
        import pastas

        days = pandas.date_range(str(made.FIRST), periods=len(made.level()))
        stress = pandas.Series(made.level(), days)
        delays = []

        def solved(series):
            model = pastas.Model(pandas.Series(series, pandas.to_datetime(made.DATES)))
            model.add_stressmodel(pastas.StressModel(
                stress, pastas.Gamma(), name="level", settings="waterlevel", up=None,
            ))  # fmt: skip
            model.add_stressmodel(pastas.LinearTrend(made.DATES[0], made.DATES[-1], name="trend"))
            model.solve(report=False)
            response = model.get_block_response("level")
            return float(np.average(response.index.to_numpy(), weights=np.abs(response)))

        rows = np.linspace(0, OURS // 2 - 1, count).astype(int)
        taken, delays = timed(lambda: [solved(values[k]) for k in rows])
        yield "pastas, Gamma response", count, 1e3 * taken / count, np.median(delays)


def main():
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", type=int, default=20, help="series that peers are given")
    count = parser.parse_args().peers
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    lines = [
        "# Forecasts and lags beside peers", "",
        f"One core; {len(made.DATES)} dates. Made by `benchmarks/bench_forecast_peers.py`.", "",
        "Forecasts of 180 days that were held out:", "",
        "| | series | ms a series | times ours | RMSE (mm), same series |", "|---|---|---|---|---|",
    ]  # fmt: skip
    first = None
    for what, series, taken, wrong in forecasts(count):
        first = first or taken
        lines.append(f"| {what} | {series:,} | {taken:.3g} | {taken / first:.0f} | {wrong:.2f} |")
    lines += ["", "Lag behind a level (planted: 45 days):", "",
              "| | series | ms a series | times ours | median lag (days) |",
              "|---|---|---|---|---|"]  # fmt: skip
    first = None
    for what, series, taken, lag in lags(count):
        first = first or taken
        lines.append(f"| {what} | {series:,} | {taken:.3g} | {taken / first:.0f} | {lag:.0f} |")
    text = "\n".join(lines) + "\n"
    Path(__file__).with_name("results_forecast_peers.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
