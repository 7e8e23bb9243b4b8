# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the chain in a real QGIS window on a virtual screen, and takes pictures of it.

    .venv/bin/python scripts/screenshot.py FOLDER_OF_INTERFEROGRAMS [--out FOLDER]

Leaves ``window.png`` (toolbox and styled layers), ``sbas.png`` (a dialog with its help), and
``report.json``: what QGIS knows of the layers, and its warnings. The clicks are those of
``scripts/window.py``, which runs inside of QGIS.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import qgis_env

SCREEN = "1600x1000x24"
INSIDE = qgis_env.ROOT / "scripts" / "window.py"


def find_qgis() -> list:
    """The command that starts QGIS on a virtual screen.

    Raises
    ------
    QgisMissingError
    """
    xvfb = shutil.which("xvfb-run")
    qgis = shutil.which("qgis.bin") or shutil.which("qgis")
    if not xvfb or not qgis:
        name = "QGIS" if xvfb else "xvfb-run"
        raise qgis_env.QgisMissingError(
            f"{name} is not on the PATH; install it (Debian and Ubuntu: sudo apt install xvfb "
            "xauth qgis)."
        )
    return [xvfb, "-a", "-s", f"-screen 0 {SCREEN}", qgis]


def run(data: Path, out: Path, timeout: float = 1200.0, **variables) -> dict:
    """Run the chain in the window and return the report.

    Parameters
    ----------
    data : Path
        Folder of unwrapped interferograms.
    out : Path
        For pictures, layers, profile and report; made where missing.
    timeout : float
        Seconds.
    **variables : str
        Further environment variables.

    Raises
    ------
    QgisMissingError
        If QGIS or the virtual screen is missing, or the run leaves no report.
    """
    given = {"GROUNDSHIFT_DATA": Path(data).resolve(), "GROUNDSHIFT_OUT": Path(out).resolve()}
    return in_window(INSIDE, out, given, timeout, **variables)


def in_window(inside: Path, out: Path, given: dict, timeout: float, **variables) -> dict:
    """Have QGIS run a file in its window, and return the report that it leaves.

    Parameters
    ----------
    inside : Path
        What QGIS runs by ``--code``.
    out : Path
        For the profile and ``report.json``; made where missing.
    given : dict
        Environment variables by which the file knows what to do.
    timeout : float
        Seconds.
    **variables : str
        Environment variables of the profile.

    Raises
    ------
    QgisMissingError
        If QGIS or the virtual screen is missing, or the run leaves no report.
    """
    find_qgis()
    out = Path(out).resolve()
    process = qgis_env.QgisProcess(out / "profile", **variables)
    process.enable()
    return with_profile(process, inside, out, given, timeout)


def with_profile(process, inside: Path, out: Path, given: dict, timeout: float) -> dict:
    """As :func:`in_window`, with a profile that is there; `process` is its QgisProcess."""
    command = find_qgis()
    out.mkdir(parents=True, exist_ok=True)
    report = out / "report.json"
    report.unlink(missing_ok=True)
    environment = {**process.env, **{name: str(value) for name, value in given.items()}}
    # A window needs Qt's own platform, not the one without a screen; its script the helpers here.
    del environment["QT_QPA_PLATFORM"]
    folders = [environment.get("PYTHONPATH", ""), str(Path(__file__).resolve().parent)]
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, folders))
    window = subprocess.Popen(
        [*command, "--noversioncheck", "--nologo", "--code", str(inside)],
        env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, errors="replace", start_new_session=True,
    )  # fmt: skip
    try:
        _, said = window.communicate(timeout=timeout)
    finally:
        # QGIS and its screen outlive the program that started them.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(window.pid, signal.SIGKILL)
    if not report.exists():
        raise qgis_env.QgisMissingError(f"The window left no report: {said[-2000:]}")
    return json.loads(report.read_text(encoding="utf-8"))


def main() -> int:
    """Run, and say what came out."""
    parser = argparse.ArgumentParser(description="Pictures of Groundshift in a QGIS window.")
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=qgis_env.ROOT / "build" / "window")
    options = parser.parse_args()
    cache = qgis_env.ROOT / "build" / "numba-cache"
    try:
        report = run(options.data, options.out, NUMBA_CACHE_DIR=cache)
    except qgis_env.QgisMissingError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    sys.stdout.write(json.dumps(report, indent=1) + "\n")
    return 1 if report["problem"] else 0


if __name__ == "__main__":
    sys.exit(main())
