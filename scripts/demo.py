# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole chain through the real qgis_process, from interferograms to a project and a picture.

    .venv/bin/python scripts/demo.py                    a simulated scene, whose truth is known
    .venv/bin/python scripts/demo.py --data FOLDER      your own unwrapped interferograms
    .venv/bin/python scripts/demo.py --data FOLDER --set importstack.WAVELENGTH=0.0554658

Leaves ``demo/<scene>.qgz``, ``demo/<scene>.png`` and the layers in ``demo/<scene>/``.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import qgis_env

ROOT = qgis_env.ROOT
MAP_SCRIPT = ROOT / "scripts" / "demo_map.py"
MOST_POINTS = 60_000
SCENE = {
    "FORMAT": "hyp3", "ROWS": 400, "COLS": 400, "DATES": 48, "CONNECTIONS": 3, "BOWLS": 2,
    "BOWL_RATE": -60, "LANDSLIDES": 8, "LANDSLIDE_RATE": 60, "PIXEL_SIZE": 40, "SEED": 6,
}  # fmt: skip


class DemoError(RuntimeError):
    """A step did not work; one sentence says why."""


def sentence(stderr: str) -> str:
    """The one sentence of a failed run of qgis_process, which prints headings about it, too."""
    lines = [line.strip() for line in stderr.splitlines()]
    said = [line for line in lines if line and not line.startswith(("ERROR:", "Error encount"))]
    return said[-1] if said else "it failed without a word"


class Chain:
    """Runs tools one after the other into a folder.

    Parameters
    ----------
    folder : Path
        For the layers.
    settings : dict of (str, dict)
        The user's own parameters, by tool.
    """

    def __init__(self, folder: Path, settings: dict):
        self.folder = folder
        self.results = {}
        self._settings = settings
        variables = {"NUMBA_CACHE_DIR": ROOT / "build" / "numba-cache"}
        self._process = qgis_env.QgisProcess(ROOT / "build" / "demo-profile", **variables)
        self._process.enable()

    def file(self, name: str) -> str:
        """Path of a layer."""
        return str(self.folder / name)

    def run(self, tool: str, **parameters) -> dict:
        """Run a tool and return its outputs.

        Raises
        ------
        DemoError
        """
        begin = time.monotonic()
        answer = self._process.run(tool, {**parameters, **self._settings.get(tool, {})}, 7200)
        if answer.code:
            raise DemoError(f"{tool}: {sentence(answer.stderr)}")
        say(f"  {tool:20s} {time.monotonic() - begin:6.1f} s")
        self.results[tool] = answer.results
        return answer.results


def say(text: str) -> None:
    """Print at once, also into a pipe."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def invert(chain: Chain, source: Path) -> None:
    """Import, invert, fit and make points."""
    file = chain.file
    found = chain.run(
        "importstack", FOLDER=source, STACK=file("stack.h5"), GEOMETRY=file("geometry.h5")
    )
    chain.run(
        "sbas", STACK=file("stack.h5"), TIMESERIES=file("timeseries.h5"),
        MIN_TEMPORAL_COHERENCE=0.7, VELOCITY=file("velocity.tif"),
        VELOCITY_STD=file("velocity_std.tif"), TEMPORAL_COHERENCE=file("temporal_coherence.tif"),
        SUBSETS=file("network_subsets.tif"), PAIR_COUNT=file("pair_count.tif"),
        DISPLACEMENT=file("displacement.tif"),
    )  # fmt: skip
    chain.run(
        "velocity", TIMESERIES=file("timeseries.h5"), VELOCITY=file("velocity_model.tif"),
        ANNUAL=_years(file("timeseries.h5")) >= 1.5,
    )  # fmt: skip
    step = math.ceil(math.sqrt(found["ROWS"] * found["COLS"] / MOST_POINTS))
    chain.run(
        "timeseriestopoints", TIMESERIES=file("timeseries.h5"), GEOMETRY=found.get("GEOMETRY"),
        STEP=step, POINTS=file("points.gpkg"),
    )  # fmt: skip


def _years(path) -> float:
    from groundshift.algorithms.formats.hdf5.stacks import read_timeseries

    dates = read_timeseries(path).dates
    return float((dates[-1] - dates[0]).astype(int)) / 365.25


def simulate(chain: Chain) -> Path:
    """Make the scene, with its truth beside."""
    folder = chain.folder / "interferograms"
    chain.run(
        "simulatestack", **SCENE, FOLDER=folder, TRUE_VELOCITY=chain.file("true_velocity.tif"),
        TRUE_SOURCES=chain.file("true_sources.gpkg"),
    )  # fmt: skip
    return folder


def write_height(chain: Chain) -> None:
    """The geometry's height as a raster, for the shaded relief."""
    from groundshift.algorithms.errors import GroundshiftError
    from groundshift.algorithms.formats.atomic import Transaction
    from groundshift.algorithms.formats.hdf5.stacks import read_geometry
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster

    target = chain.folder / "height.tif"
    try:
        grid, layers = read_geometry(chain.results["importstack"]["GEOMETRY"])
        height = layers["height"]
    except (GroundshiftError, KeyError):
        target.unlink(missing_ok=True)
        return
    with Transaction() as files:
        write_raster(files.add(target), grid, height, [BandInfo("height_m", "m")])


def accuracy(chain: Chain) -> dict:
    """How far the rates are from the truth, at all pixels that have one.

    The truth is taken relative to the reference pixel, as the result is.

    Returns
    -------
    dict
        ``rmse`` in mm/yr, and ``spread``: that of the error over its standard deviation, which is
        1 where the standard deviations are right.
    """
    import numpy as np
    from groundshift.algorithms.formats.rasters import read_raster

    names = ("velocity.tif", "true_velocity.tif", "velocity_std.tif")
    rasters = [read_raster(chain.file(name)) for name in names]
    velocity, truth, std = (values[0] for _, values, _ in rasters)
    inverted = chain.results["sbas"]
    place = rasters[0][0].index(inverted["REFERENCE_X"], inverted["REFERENCE_Y"])
    error = velocity - (truth - truth[place])
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = error / std
    ratio = ratio[np.isfinite(ratio)]
    return {
        "rmse": float(np.sqrt(np.nanmean(error**2))),
        "spread": float(1.4826 * np.median(np.abs(ratio - np.median(ratio)))),
    }


def draw(chain: Chain, target: Path, title: str, simulated: bool) -> None:
    """Build the project and the picture in a QGIS of its own."""
    task = {
        "folder": str(chain.folder), "project": str(target.with_suffix(".qgz")),
        "picture": str(target.with_suffix(".png")), "title": title, "simulated": simulated,
        "results": chain.results,
    }  # fmt: skip
    command = [sys.executable, str(MAP_SCRIPT), json.dumps(task)]
    environment = qgis_env.environment(ROOT / "build" / "demo-profile")
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600)
    if done.returncode:
        raise DemoError(f"The map could not be drawn: {sentence(done.stderr)}")


def summary(chain: Chain, simulated: bool) -> str:
    """One line of results."""
    inverted, points = chain.results["sbas"], chain.results["timeseriestopoints"]
    rates = (points["FASTEST_AWAY"], points["FASTEST_TOWARDS"])
    parts = [
        f"fastest point {max(rates, key=abs):+.1f} mm/yr",
        f"median standard deviation {inverted['MEDIAN_STD']:.2f} mm/yr",
    ]
    if simulated:
        found = accuracy(chain)
        parts.append(
            f"RMSE against the truth {found['rmse']:.2f} mm/yr "
            f"(spread of the errors: {found['spread']:.2f} standard deviations)"
        )
    parts.append(f"{points['COUNT']:,} points")
    return ", ".join(parts)


def scene_name(data: Path | None) -> str:
    """Name of the files of a scene, from its folder's."""
    return re.sub(r"[^\w.-]+", "_", data.resolve().name) or "data" if data else "simulated"


def parse(arguments=None):
    """The command line."""
    parser = argparse.ArgumentParser(description="Groundshift from interferograms to a map.")
    parser.add_argument("--data", type=Path, help="folder of unwrapped interferograms")
    parser.add_argument("--out", type=Path, default=ROOT / "demo", help="where results go")
    parser.add_argument(
        "--set", action="append", default=[], metavar="TOOL.NAME=VALUE", dest="settings",
        help="a parameter of a tool, such as importstack.WAVELENGTH=0.0554658",
    )  # fmt: skip
    options = parser.parse_args(arguments)
    by_tool = {}
    for text in options.settings:
        found = re.fullmatch(r"(\w+)\.(\w+)=(.*)", text)
        if not found:
            parser.error(f"--set {text}: give it as TOOL.NAME=VALUE")
        by_tool.setdefault(found[1], {})[found[2]] = found[3]
    options.settings = by_tool
    return options


def main(arguments=None) -> int:
    """Run the demo; returns the exit code."""
    options = parse(arguments)
    qgis_env.load_package()
    begin = time.monotonic()
    name, simulated = scene_name(options.data), options.data is None
    target = options.out.resolve() / name
    try:
        if not simulated and not options.data.is_dir():
            raise DemoError(f"{options.data}: there is no such folder; check DATA.")
        target.mkdir(parents=True, exist_ok=True)
        chain = Chain(target, options.settings)
        say(f"Groundshift through {chain._process.command}:")
        invert(chain, simulate(chain) if simulated else options.data.resolve())
        write_height(chain)
        title = "Simulated scene" if simulated else name
        draw(chain, target.parent / name, title, simulated)
    except (DemoError, qgis_env.QgisMissingError, OSError) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    say(f"\nProject  {target.parent / name}.qgz\nMap      {target.parent / name}.png")
    say(f"Layers   {target}{os.sep}")
    say(f"Result   {summary(chain, simulated)} ({time.monotonic() - begin:.0f} s in all)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
