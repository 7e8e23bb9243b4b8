# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How good the tools are with their defaults, on scenes that share no code with the plugin.

``python3 benchmarks/accuracy_defaults.py [case ...]`` runs the tools as a user would, by
qgis_process, and prints a table in Markdown: what was planted, what the tool makes of it by
default, and what it (or its best part) reaches with parameters that suit the case. With all cases
it is written to ``benchmarks/results_accuracy_defaults.md``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
sys.path.insert(0, str(ROOT / "benchmarks"))
import foreign_scenes as foreign  # noqa: E402
import qgis_env  # noqa: E402

SCENES = 3


class Tools:
    """The tools of the plugin, by qgis_process in a profile of their own."""

    def __init__(self, folder):
        self.folder = folder
        kernels = ROOT / "build" / "numba-cache"
        self._process = qgis_env.QgisProcess(
            folder / "profile", plugin=ROOT, NUMBA_CACHE_DIR=kernels
        )
        self._process.enable()

    def __call__(self, tool, **parameters) -> dict:
        """Results of a run; RuntimeError with what it said where it failed."""
        done = self._process.run(tool, parameters)
        if done.code:
            raise RuntimeError(f"{tool}: {done.stderr.strip()}")
        return done.results

    def raster(self, tool, output, **parameters) -> np.ndarray:
        """The bands of an output raster."""
        from osgeo import gdal

        path = self.folder / f"{tool}_{output}.tif"
        self(tool, **parameters, **{output: path})
        return gdal.Open(str(path)).ReadAsArray()


def rmse(found, truth):
    """Root mean square difference about the median one, and the share of cells with a value."""
    off = (found - truth)[np.isfinite(found)]
    return np.sqrt(np.mean((off - np.median(off)) ** 2)), off.size / found.size


def chain(tools):
    """Slips and gaps: the chain against its best part."""
    rows = []
    for seed in range(SCENES):
        scene = foreign.ordinary(seed)
        stack = tools.folder / "ifgramStack.h5"
        foreign.write_stack(stack, scene)
        foreign.write_geometry(tools.folder / "geometryGeo.h5", scene.height)
        truth = scene.rate * 1e3
        found = tools.raster(
            "smallbaseline", "VELOCITY", STACK_FILE=stack, TIMESERIES=tools.folder / "ts.h5"
        )[0]
        part = tools.raster(
            "sbas", "VELOCITY", STACK=stack, ROBUST=True, REFERENCE_RADIUS=3,
            TIMESERIES=tools.folder / "part.h5",
        )  # fmt: skip
        rows.append((*rmse(found, truth), *rmse(part, truth)))
    mean = np.mean(rows, axis=0)
    yield (
        "2 % lost cycles in patches, 5 % gaps, 3 mm turbulence: RMSE of the rate, mm/yr",
        f"`smallbaseline` {mean[0]:.2f} ({100 * mean[1]:.0f} % of the pixels)",
        f"`sbas`, robust, radius 3: {mean[2]:.2f} ({100 * mean[3]:.0f} %)",
    )


def closure(tools):
    """Cycles that closure mends."""
    import h5py

    def count(**options):
        total = np.zeros(3, int)
        for seed in range(SCENES):
            scene = foreign.ordinary(seed, gaps=0.0)
            stack, mended = tools.folder / "ifgramStack.h5", tools.folder / "mended.h5"
            foreign.write_stack(stack, scene)
            tools("closure", STACK=stack, CORRECTED_STACK=mended, **options)
            with h5py.File(mended) as file:
                step = np.round((file["unwrapPhase"][()] - scene.phase) / (2 * np.pi))
            # A pair as a whole has no zero: its commonest step is none.
            step -= np.median(step, axis=(1, 2), keepdims=True)
            planted = scene.slips != 0
            total += (
                planted.sum(), (planted & (step == -scene.slips)).sum(),
                (step * ~planted != 0).sum() + (planted & (step * scene.slips > 0)).sum(),
            )  # fmt: skip
        return total

    planted, right, wrong = count()
    _, right_best, wrong_best = count(MIN_PATCH=1)
    yield (
        f"{planted} lost cycles in round patches of 1 to 150 pixels",
        f"`closure` mends {right}, spoils {wrong}",
        f"patches of a pixel: {right_best}, {wrong_best}",
    )


def broad(tools):
    """Motion that fills the scene, under delays that go with height."""
    shape = (100, 110)
    dates = foreign.dates_every(12, 40)
    years = foreign.years_of(dates)
    height = foreign.edifice(shape)
    rng = np.random.default_rng(4)
    delay = rng.normal(0, 8e-3, len(dates))[:, None, None] * (height - height.mean()) / 1e3
    delay += 2e-3 * np.stack([foreign.power_law(rng, shape) for _ in dates])
    rows, cols = np.indices(shape)
    inflation = 0.04 * np.exp(-((rows - 50) ** 2 + (cols - 55) ** 2) / 30.0**2)
    half = np.where(cols > 55, 0.03, 0.0)
    foreign.write_geometry(tools.folder / "geometryGeo.h5", height)
    steady = np.linalg.pinv(np.stack([np.ones_like(years), years], axis=1))[1]

    def eaten(rate, tool, **options):
        path = tools.folder / "series.h5"
        foreign.write_series(path, dates, years[:, None, None] * rate + delay)
        found = tools.raster(
            tool, "VELOCITY", TIMESERIES=path, GEOMETRY=tools.folder / "geometryGeo.h5",
            CORRECTED=tools.folder / "corrected.h5", **options,
        )  # fmt: skip
        moved = rate - rate.mean()
        found = found.reshape(-1, *shape)[0] / 1e3
        # The delays have a rate of their own, which nobody has eaten.
        taken = rate + np.tensordot(steady, delay, 1) - found
        return 100 * (moved * (taken - taken.mean())).sum() / (moved**2).sum()

    for text, rate, tool in (
        ("an inflating edifice, delays by height: share of the motion that is eaten", inflation,
         "troposphere"),
        ("half of the scene moves, delays by height: share eaten", half, "troposphere"),
        ("half of the scene moves: share eaten", half, "ramps"),
    ):  # fmt: skip
        yield text, f"`{tool}` {round(eaten(rate, tool))} %", "0 %"


def velocity(tools):
    """False steps and errors of rates under noise of several colours."""
    shape = (20, 25)
    for days, count in ((12, 60), (6, 120)):
        dates = foreign.dates_every(days, count)
        years = foreign.years_of(dates)
        for kind in ("white", "ar1", "flicker", "walk"):
            rng = np.random.default_rng(7)
            series = foreign.coloured(rng, kind, years, shape[0] * shape[1])
            path = tools.folder / "series.h5"
            foreign.write_series(path, dates, series.reshape(count, *shape))
            values = tools.raster("velocity", "VELOCITY", TIMESERIES=path)
            ratio = values[0] / values[1]
            out = tools.folder / "steps.tif"
            steps = tools("velocity", TIMESERIES=path, FIND_STEPS=1, VELOCITY=out)["MEAN_STEPS"]
            yield (
                f"{kind} noise, {count} dates, no motion: error/σ of the rate; false steps",
                f"`velocity` {np.nanstd(ratio):.2f}; {100 * steps:.1f} %",
                "1.00; 1 %",
            )


def decompose(tools):
    """Two orbits half a cell apart."""
    rng = np.random.default_rng(1)
    shape = (200, 200)
    paths = [tools.folder / f"{name}.tif" for name in ("ascending", "descending")]
    for number, path in enumerate(paths):
        shift = 0.5 * number * foreign.PIXEL
        foreign.write_raster(
            path, rng.normal(0, 4, shape), origin=(foreign.X0 + shift, foreign.Y0 - shift)
        )
    east, up = tools.folder / "east.tif", tools.folder / "up.tif"
    tools(
        "decompose", RATES=paths[0], INCIDENCE=37, HEADING=-10, RATES_2=paths[1],
        INCIDENCE_2=37, HEADING_2=190, EAST=east, UP=up,
    )  # fmt: skip
    from osgeo import gdal

    values = [gdal.Open(str(p)).ReadAsArray()[0] for p in (east, up)]
    yield (
        "two rasters of 4 mm/yr of noise half a cell apart: mean east, mean up, mm/yr",
        "`decompose` " + ", ".join(f"{np.nanmean(v):+.2f}" for v in values),
        "0, 0 (± 0.02)",
    )


def areas(tools):
    """Landslides among scattered points."""
    from osgeo import ogr

    counts = []
    for seed in range(SCENES):
        rng = np.random.default_rng(seed)
        side, density = 8000.0, 200e-6
        number = rng.poisson(side**2 * density)
        x, y = (foreign.X0 + side * rng.random(number), foreign.Y0 - side * rng.random(number))
        rate, slides = rng.normal(0, 2, number), []
        for k in range(10):
            place = np.array([800 + 1600 * (k % 5), 2400 + 3200 * (k // 5)])
            inside = np.hypot(x - foreign.X0 - place[0], foreign.Y0 - y - place[1]) < 250
            rate[inside] -= 25
            slides.append(inside)
        path, out = tools.folder / "points.gpkg", tools.folder / "areas.gpkg"
        path.unlink(missing_ok=True)
        foreign.write_points(
            path, x, y, {"velocity_mm_yr": rate, "velocity_std_mm_yr": np.full(number, 2.0),
                         "coherence": np.full(number, 0.9)},
        )  # fmt: skip
        tools("activeareas", POINTS=path, AREAS=out)
        layer = ogr.Open(str(out))
        shapes = [f.geometry().Clone() for f in layer.GetLayer(0)]
        hit, true = set(), 0
        for shape in shapes:
            middle = shape.Centroid()
            away = [
                np.hypot(middle.GetX() - foreign.X0 - 800 - 1600 * (k % 5),
                         foreign.Y0 - middle.GetY() - 2400 - 3200 * (k // 5)) for k in range(10)
            ]  # fmt: skip
            if min(away) < 300:
                hit.add(int(np.argmin(away)))
                true += 1
        counts.append((len(hit), len(shapes) - true))
    found, false = np.sum(counts, axis=0)
    yield (
        f"{10 * SCENES} landslides of 500 m, 25 mm/yr, among 200 points/km²",
        f"`activeareas` finds {found}, {false} false areas", f"{10 * SCENES}, 0",
    )  # fmt: skip


def slopes(tools):
    """Landslides on mountains, among scattered points."""
    from osgeo import ogr

    found, false, covers = 0, 0, []
    for seed in range(SCENES):
        scene = foreign.mountains(seed)
        dem, path, out = (tools.folder / n for n in ("dem.tif", "points.gpkg", "slopes.gpkg"))
        path.unlink(missing_ok=True)
        foreign.write_raster(dem, scene.height, scene.pixel, names=("height",), unit="m")
        number = len(scene.x)
        foreign.write_points(
            path, foreign.X0 + scene.x, foreign.Y0 - scene.y,
            {"velocity_mm_yr": scene.rate, "velocity_std_mm_yr": np.full(number, 2.5),
             "coherence": np.full(number, 0.9)},
        )  # fmt: skip
        tools("slopeareas", POINTS=path, DEM=dem, INCIDENCE=37, HEADING=-10, AREAS=out)
        layer = ogr.Open(str(out))
        shapes = [f.geometry().Clone() for f in layer.GetLayer(0)]
        planted = [ogr.CreateGeometryFromWkt(ellipse(*slide)) for slide in scene.slides]
        false += sum(not any(shape.Intersects(one) for one in planted) for shape in shapes)
        for one in planted:
            cover = sum(shape.Intersection(one).Area() for shape in shapes) / one.Area()
            found += cover > 0
            covers.append(100 * cover)
    low, middle, high = np.percentile(covers, (10, 50, 90))
    yield (
        f"{len(covers)} slides on mountains, 18 to 30 mm/yr, among 200 points/km²",
        f"`slopeareas` finds {found}, {false} false areas, covers {middle:.0f} % of each "
        f"({low:.0f} to {high:.0f})", f"{len(covers)}, 0",
    )  # fmt: skip


def ellipse(middle, down, along, across) -> str:
    """A slide of :func:`foreign_scenes.mountains` as WKT."""
    turn = np.linspace(0, 2 * np.pi, 73)
    u, v = along * np.cos(turn), across * np.sin(turn)
    x = foreign.X0 + middle[0] + u * down[0] + v * down[1]
    y = foreign.Y0 - middle[1] + u * down[1] - v * down[0]
    return f"POLYGON(({', '.join(f'{a} {b}' for a, b in zip(x, y))}))"


def season(tools):
    """What the atmosphere filter leaves of a season and a step, and heights of a drift."""
    shape = (60, 60)
    dates = foreign.dates_every(12, 60)
    years = foreign.years_of(dates)
    rng = np.random.default_rng(2)
    delay = 4e-3 * np.stack([foreign.power_law(rng, shape) for _ in dates])
    rows, cols = np.indices(shape)
    place = np.exp(-((rows - 30) ** 2 + (cols - 30) ** 2) / 15.0**2)
    middle = place > 0.8
    from h5py import File

    def kept(signal, motion):
        """Coefficient of a motion in what the filter leaves of a signal under the delays."""
        path, out = tools.folder / "series.h5", tools.folder / "filtered.h5"
        foreign.write_series(path, dates, signal[:, None, None] * place + delay)
        tools("apsfilter", TIMESERIES=path, CORRECTED=out)
        with File(out) as file:
            left = file["timeseries"][()][:, middle].mean(axis=1)
        true = motion * place[middle].mean()
        design = np.column_stack([np.ones_like(years), years, true])
        return np.linalg.lstsq(design, left, rcond=None)[0][2]

    for name, signal in (
        ("a season", 0.01 * np.sin(2 * np.pi * years)),
        ("a step", 0.02 * (years > 0.9)),
    ):
        # The delays alone have a coefficient, too, which has nothing to do with the filter.
        eaten = 100 * (1 - kept(signal, signal) + kept(0 * signal, signal))
        yield f"{name}: share that is eaten", f"`apsfilter` {round(eaten)} %", "0 %"
    # Baselines that drift with time look like motion.
    baseline = 150 * years + rng.normal(0, 15, len(years))
    foreign.write_geometry(tools.folder / "geometryGeo.h5", np.full(shape, 300.0))
    series = foreign.coloured(rng, "white", years, shape[0] * shape[1]).reshape(-1, *shape)
    foreign.write_series(tools.folder / "series.h5", dates, series, baseline)
    before = tools.raster("velocity", "VELOCITY", TIMESERIES=tools.folder / "series.h5")[0]
    after = tools.raster(
        "demerror", "VELOCITY", TIMESERIES=tools.folder / "series.h5",
        GEOMETRY=tools.folder / "geometryGeo.h5", CORRECTED=tools.folder / "corrected.h5",
    ).reshape(-1, *shape)[0]  # fmt: skip
    yield (
        "baselines that drift with time, no motion: RMSE of the rate, mm/yr",
        f"`demerror` {np.sqrt(np.nanmean(after**2)):.2f}",
        f"uncorrected {np.sqrt(np.nanmean(before**2)):.2f}",
    )


def stacking(tools):
    """The default weights against equal ones."""
    rows = []
    for seed in range(SCENES):
        scene = foreign.ordinary(seed, slips=0.0)
        stack = tools.folder / "ifgramStack.h5"
        foreign.write_stack(stack, scene)
        truth = scene.rate * 1e3
        rows.append(
            [rmse(tools.raster("stacking", "VELOCITY", STACK=stack, **options), truth)[0]
             for options in ({}, {"WEIGHTS": "phase_variance"}, {"WEIGHTS": "uniform"})]
        )  # fmt: skip
    mean = np.mean(rows, axis=0)
    yield (
        "decorrelation and turbulence: RMSE of the rate, mm/yr",
        f"`stacking` {mean[0]:.2f}",
        f"by the phase's variance {mean[1]:.2f}, uniform {mean[2]:.2f}",
    )


CASES = (chain, closure, broad, velocity, decompose, areas, slopes, season, stacking)


def main() -> int:
    """Run the cases that are asked for."""
    asked = sys.argv[1:]
    lines = ["| planted | default | best |", "| --- | --- | --- |"]
    print("\n".join(lines))
    for case in CASES:
        if asked and case.__name__ not in asked:
            continue
        with tempfile.TemporaryDirectory() as folder:
            for row in case(Tools(Path(folder))):
                lines.append(f"| {' | '.join(row)} |")
                print(lines[-1], flush=True)
    if not asked:
        text = (
            "# Defaults on foreign simulations\n\nTools with their defaults on scenes that share "
            "no code with the plugin (`benchmarks/foreign_scenes.py`), by qgis_process. Made by "
            "`benchmarks/accuracy_defaults.py`.\n\n" + "\n".join(lines) + "\n"
        )
        (ROOT / "benchmarks" / "results_accuracy_defaults.md").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
