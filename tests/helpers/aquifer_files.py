# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Motion over an aquifer system of known storage, and the heads of its wells."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.trace import Trace
from groundshift.algorithms.forecast.heads import below_former, delayed
from groundshift.algorithms.formats.vectors.tables import write_table

FIRST = np.datetime64("2008-01-01")
DAYS = 12 * 365
DATES = FIRST + np.arange(6 * 365, DAYS, 12)
READINGS = np.arange(0, DAYS, 15)
S_KE, S_KV, TAU, LAG = 2e-3, 2e-2, 1.5, 24


def head(seed=0, decline=1.0, season=2.0):
    """Head by day, m."""
    from scipy.signal import lfilter

    noise = np.random.default_rng(seed).standard_normal(DAYS)
    slow = 0.3 * lfilter([1.0], [1.0, -0.99], noise) * np.sqrt(1 - 0.99**2)
    t = np.arange(DAYS) / 365.25
    return -20 + season * np.sin(2 * np.pi * t) + slow - decline * t


def noise(count, seed=1, size=4e-3, alike=0.5):
    """Errors of the motion by date, m, shape (point, time)."""
    out = np.random.default_rng(seed).standard_normal((count, len(DATES)))
    for k in range(1, len(DATES)):
        out[:, k] = alike * out[:, k - 1] + np.sqrt(1 - alike**2) * out[:, k]
    return size * out


def readings(values, seed=2, error=0.05, name="W1"):
    """A well's series with errors."""
    part = np.random.default_rng(seed).standard_normal(len(READINGS))
    return Trace(name, FIRST + READINGS, values[READINGS] + error * part, unit="m")


def heads_table(path, traces, places=None, column="head_m", sign=1, aquifers=None):
    """Heads as CSV, with x and y where `places` are given."""
    lines = ["well,date," + column + (",x,y" if places else "") + (",aquifer" if aquifers else "")]
    for k, trace in enumerate(traces):
        rest = f",{places[k][0]},{places[k][1]}" if places else ""
        rest += f",{aquifers[k]}" if aquifers else ""
        lines += [
            f"{trace.label},{d},{sign * v:.4f}{rest}" for d, v in zip(trace.dates, trace.values)
        ]
    path.write_text("\n".join(lines) + "\n")


def points(path, vertical, incidence=None, x=None):
    """Points with series (m), along a line of sight where `incidence` is given."""
    count = len(vertical)
    x = 500_000.0 + 50.0 * np.arange(count) if x is None else x
    scale = 1e3 if incidence is None else 1e3 * np.cos(np.radians(incidence))
    columns = {} if incidence is None else {"incidence_angle": np.full(count, float(incidence))}
    columns |= {f"D{d}".replace("-", ""): scale * vertical[:, k] for k, d in enumerate(DATES)}
    write_table(path, wkt_from_epsg(32647), x, np.full(count, 1_500_000.0), columns)


def planted(values, tau=TAU, count=1, seed=1, s_ke=S_KE, s_kv=S_KV):
    """Motion of a system with lag and delay, m, shape (point, time)."""
    days = (DATES - FIRST).astype(int)
    lowered = below_former(values, values[:365].min())
    motion = s_ke * (values - lowered)[days - LAG]
    motion = motion + s_kv * delayed(lowered, tau * 365.25)[days]
    return motion + noise(count, seed)


def sinking_points(path):
    """Points over the system of :func:`well_table`."""
    points(path, planted(head(7), count=12), incidence=40)


def well_table(path):
    """Depths to water of one well as CSV."""
    heads_table(path, [readings(head(7))], column="depth_m", sign=-1)
