# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Attacks the plugin: bad values of every parameter of every tool, and mutants for every reader.

    .venv/bin/python scripts/attack.py                     # one minute
    .venv/bin/python scripts/attack.py --minutes 60        # what is run before a release
    .venv/bin/python scripts/attack.py --only "report"     # some tools or readers, by expression

The values come from the declarations of the parameters, so that a new tool is attacked as well.
Everything runs in other processes, which are killed where a case takes too long. A case is won
where it ran or was refused in one sentence; crashes, endless runs and sentences that speak of an
error inside Groundshift are told at the end, each with the case that brings it about:

    .venv/bin/python scripts/attack.py --case '{"tool": "sbas", "name": "STACK", "kind": "cut"}'
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import importlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import attack_material as material
import attack_motion
import qgis_env

PATIENCE = 120.0
"""Seconds that one case may take, compiling its kernels for the first time included."""

FOUND = ("inside", "crash", "endless", "no sentence")
"""Verdicts that are faults of ours."""

READERS = {
    "formats.hdf5.stacks:read_stack": "stack.h5",
    "formats.hdf5.stacks:read_timeseries": "series.h5",
    "formats.hdf5.stacks:read_geometry": "geometry.h5",
    "formats.hdf5.images:read_slc_stack": "slc.h5",
    "formats.hdf5.wrapped:read_wrapped_stack": "stack.h5",
    "formats.vectors.tables:read_table": "points.gpkg",
    "formats.vectors.features:read_polygons": "areas.gpkg",
    "formats.vectors.features:read_lines": "faults.geojson",
    "source.tools.samples:read_samples": "samples.gpkg",
    "formats.slip.slip_models:read_slip_file": "slip.fsp",
    "formats.slip.slip_layer:read_slip_layer": "slip.gpkg",
    "formats.rasters:read_raster": "velocity.tif",
    "formats.raster_source:describe": "dem.tif",
    "formats.series_files:open_series": "series.h5",
    "formats.text.dated_csv:read_dated_values": "points.csv",
    "formats.sample_formats:read_sample_text": "points.csv",
    "geometry.tools.land_cover:read_score_table": "points.csv",
    "areas.tools.classifyareas:read_rules": "points.csv",
    **attack_motion.READERS,
}
"""Functions that take a path, and a good file or folder for each."""


def cases_of(provider) -> list:
    """Every case of every tool: tool, parameter and kind of bad value."""
    found = []
    for tool in provider.algorithms():
        if not hasattr(tool, "check_values"):
            continue  # a model, whose steps are attacked
        found.append({"tool": tool.name(), "name": "", "kind": "good"})
        for definition in tool.parameterDefinitions():
            for kind in material.bad_values(definition):
                found.append({"tool": tool.name(), "name": definition.name(), "kind": kind})
    return found


class Worker:
    """The side of a process of its own: one QGIS, many cases."""

    def __init__(self, folder: Path):
        for name, value in qgis_env.environment(folder / f"profile{os.getpid()}").items():
            os.environ[name] = value
        os.environ.setdefault("NUMBA_CACHE_DIR", str(qgis_env.ROOT / "build" / "numba-cache"))
        qgis_env.load_package(linked=True)
        from qgis.core import QgsApplication, QgsProject

        self.application = QgsApplication([], False, str(qgis_env.profile_folder(folder)))
        self.application.initQgis()
        sys.path.append(os.path.join(self.application.pkgDataPath(), "python", "plugins"))
        from processing.core.Processing import Processing

        Processing.initialize()
        self.plugin = importlib.import_module(qgis_env.PLUGIN).classFactory(None)
        self.plugin.initProcessing()
        self.project = QgsProject()
        self.good, self.out = folder / "good", folder / f"out{os.getpid()}"
        self.kept = []

    def run(self, tool: str, parameters: dict) -> str:
        """Run a tool; gives what it complained of."""
        from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

        said = []

        class Feedback(QgsProcessingFeedback):
            def reportError(self, text, fatalError=False):
                said.append(text)

        context, feedback = QgsProcessingContext(), Feedback()
        begin = time.monotonic()

        def watch(_):
            """End what was asked to be long and goes on; what stands still is waited for."""
            if time.monotonic() - begin > PATIENCE / 2:
                feedback.cancel()

        feedback.progressChanged.connect(watch)
        context.setProject(self.project)
        self.kept = [context, feedback]
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(
            f"{qgis_env.PLUGIN}:{tool}"
        )
        good, problem = algorithm.checkParameterValues(parameters, context)
        if not good:
            return problem or "no reason"
        _, good = algorithm.run(parameters, context, feedback)
        return "" if good else (said[-1] if said else "no reason")

    def attack(self, case: dict) -> tuple:
        """Verdict on a case, and what was said."""
        shutil.rmtree(self.out, ignore_errors=True)
        self.out.mkdir(parents=True)
        return self._read(case) if "reader" in case else self._run(case)

    def _run(self, case):
        from qgis.core import QgsApplication

        tool = QgsApplication.processingRegistry().algorithmById(
            f"{qgis_env.PLUGIN}:{case['tool']}"
        )
        parameters = material.good_parameters(tool, self.good, self.out)
        if case.get("name"):
            definition = tool.parameterDefinition(case["name"])
            value = material.bad_values(definition)[case["kind"]]
            if isinstance(value, str) and value.startswith("!"):
                good = parameters.get(case["name"]) or str(self.good / "velocity.tif")
                if definition.isDestination():
                    value = str(self.out / value[1:])
                    if "folder" in value:
                        Path(value).mkdir(parents=True)
                else:
                    value = material.spoilt(value[1:], good, self.out / "in", case.get("seed", 0))
            parameters[case["name"]] = value
        return verdict(self.run(case["tool"], parameters))

    def _read(self, case):
        module, function = case["reader"].split(":")
        errors = importlib.import_module(f"{qgis_env.PLUGIN}.algorithms.errors")
        module = importlib.import_module(f"{qgis_env.PLUGIN}.algorithms.{module}")
        good = self.good / READERS[case["reader"]]
        path = material.spoilt("mutated", str(good), self.out, case["seed"])
        read = getattr(module, function)
        if hasattr(module, "recognises"):
            read = functools.partial(attack_motion.read_foreign, module)
        try:
            read(Path(path))
        except errors.GroundshiftError as error:
            return verdict(str(error))
        except MemoryError:
            return "refused", "memory"
        except Exception as error:
            return "inside", f"{type(error).__name__}: {error}"
        return "ran", ""


def verdict(said: str) -> tuple:
    """What a complaint is worth."""
    if not said:
        return "ran", ""
    if "inside Groundshift" in said:
        return "inside", said
    plain = said.startswith("Incorrect parameter value for") or said.rstrip().endswith(".")
    if not plain or "Traceback" in said or said.strip().count("\n"):
        return "no sentence", said
    return "refused", said


def work(folder: Path, cases: list, log: Path) -> None:
    """Go through cases, telling the beginning and the end of each."""
    worker = Worker(folder)
    with log.open("a") as out:
        for number, case in enumerate(cases):
            print(json.dumps({"begin": number}), file=out, flush=True)
            begin = time.monotonic()
            found, said = worker.attack(case)
            said = ascii(said)[:400]
            answer = {"end": number, "verdict": found, "said": said}
            answer["seconds"] = round(time.monotonic() - begin, 2)
            print(json.dumps(answer), file=out, flush=True)


def prepare(folder: Path) -> tuple:
    """Make the good input; gives the cases, and who worked, as QGIS may crash when let go."""
    worker = Worker(folder)
    material.make(worker.run, folder / "good")
    return cases_of(worker.plugin.provider), worker


class Attack:
    """The side that watches: hands out cases, and notes what became of them."""

    def __init__(self, folder: Path, cases: list, until: float):
        self.folder, self.cases, self.until = folder, cases, until
        self.answers = {}

    def share(self, number: int, count: int) -> None:
        """Work on every `count`-th case, in one process at a time."""
        mine = list(range(number, len(self.cases), count))
        while mine and time.monotonic() < self.until:
            done = self._process(number, mine)
            mine = mine[done:]

    def _process(self, number, mine) -> int:
        """Start a process on cases; gives how many of them are done with when it ends."""
        plan, log = (self.folder / f"{name}{number}.json" for name in ("plan", "log"))
        plan.write_text(json.dumps([self.cases[k] for k in mine]))
        log.write_text("")
        errors = self.folder / f"errors{number}.txt"
        with errors.open("w") as out:
            process = subprocess.Popen(
                [sys.executable, __file__, "--work", str(self.folder), str(plan), str(log)],
                stdout=out, stderr=out, stdin=subprocess.DEVNULL,
            )  # fmt: skip
        size, moved = 0, time.monotonic()
        while True:
            ended = process.poll() is not None
            now = log.stat().st_size
            if now != size:
                size, moved = now, time.monotonic()
            late = time.monotonic() - moved > PATIENCE * (3 if not size else 1)
            if ended or late or time.monotonic() > self.until:
                break
            time.sleep(0.05)
        if not ended:
            process.kill()
        code = process.wait()
        return self._note(mine, log, late and not ended, code if ended else 0, errors)

    def _note(self, mine, log, late, code, errors) -> int:
        begun = -1
        for line in log.read_text().splitlines():
            with contextlib.suppress(ValueError):  # the last one may be torn
                answer = json.loads(line)
                begun = answer.get("begin", begun)
                if "end" in answer:
                    self.answers[mine[answer["end"]]] = answer
        if begun < 0:
            if late or code:
                raise RuntimeError(f"the attack does not start: {errors.read_text()[-2000:]}")
            return 0
        if mine[begun] not in self.answers and (late or code):
            word = "endless" if late else "crash"
            self.answers[mine[begun]] = {
                "verdict": word, "said": f"signal {-code}" if code else f"over {PATIENCE:g} s",
                "seconds": PATIENCE,
            }  # fmt: skip
        with (self.folder / "faults.txt").open("w") as out:
            out.writelines(f"{json.dumps(fault)}\n" for fault in self.faults())
        return begun + 1

    def faults(self) -> list:
        """Cases that found a fault, with what was said."""
        return [
            {**self.cases[k], **{n: answer[n] for n in ("verdict", "said")}}
            for k, answer in sorted(self.answers.items()) if answer["verdict"] in FOUND
        ]  # fmt: skip


def run(
    minutes: float, only: str = "", seed: int = 0, jobs: int = 2, folder=None, most=None
) -> Attack:
    """Attack for some time.

    Parameters
    ----------
    minutes : float
    only : str
        Expression for names of tools and readers.
    seed : int
        Other mutants and another order.
    jobs : int
        Processes at a time.
    folder : path, optional
        Where to work; a folder of its own that is removed by default.
    most : int, optional
        Cases at most, the same ones on every machine that has the time.
    """
    from concurrent.futures import ThreadPoolExecutor

    with contextlib.ExitStack() as stack:
        if folder is None:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="attack-"))
        folder = Path(folder)
        made = subprocess.run(
            [sys.executable, __file__, "--prepare", str(folder)], stdin=subprocess.DEVNULL,
            capture_output=True, text=True,
        )  # fmt: skip
        plan = folder / "cases.json"
        if made.returncode or not plan.exists():
            raise RuntimeError(f"the attack does not start: {made.stderr[-2000:]}")
        cases = json.loads(plan.read_text())
        mutants = [
            {"reader": name, "seed": seed * 100_000 + k}
            for k in range(max(20, int(200 * minutes))) for name in READERS
        ]  # fmt: skip
        cases += [
            {**case, "seed": seed * 100 + k} for case in cases if case["kind"].startswith("mutated")
            for k in range(1, max(1, int(minutes / 4)))
        ]  # fmt: skip
        dice = random.Random(seed)
        dice.shuffle(cases)
        # As many of the one kind as of the other, whenever time is up.
        mixed = [case for two in zip(cases, mutants) for case in two]
        mixed += cases[len(mutants) :] + mutants[len(cases) :]
        mixed = [c for c in mixed if re.search(only, c.get("tool") or c["reader"])]
        attack = Attack(folder, mixed[:most], time.monotonic() + 60 * minutes)
        with ThreadPoolExecutor(jobs) as pool:
            list(pool.map(lambda number: attack.share(number, jobs), range(jobs)))
    return attack


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--only", default="", help="expression for names of tools and readers")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", help="work here, and leave everything there")
    parser.add_argument("--case", help="run one case here, in sight")
    parser.add_argument("--prepare", help=argparse.SUPPRESS)
    parser.add_argument("--work", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.prepare:
        folder = Path(options.prepare)
        found, _kept = prepare(folder)
        (folder / "cases.json").write_text(json.dumps(found))
        sys.stderr.flush()
        os._exit(0)  # QGIS does not like to be taken apart
    if options.work:
        folder, plan, log = map(Path, options.work)
        work(folder, json.loads(plan.read_text()), log)
        os._exit(0)
    if options.case:
        import faulthandler

        faulthandler.enable()
        folder = Path(options.folder or tempfile.mkdtemp(prefix="attack-"))
        worker = Worker(folder)
        if not (folder / "good").exists():
            material.make(worker.run, folder / "good")
        print(*worker.attack(json.loads(options.case)), flush=True)
        os._exit(0)
    attack = run(options.minutes, options.only, options.seed, options.jobs, options.folder)
    counted = Counter(answer["verdict"] for answer in attack.answers.values())
    print(", ".join(f"{count} {word}" for word, count in counted.most_common()))
    faults = attack.faults()
    for fault in faults:
        print(json.dumps(fault))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
