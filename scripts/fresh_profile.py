# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's zip in a fresh profile of a real QGIS window, installed as a user does.

    .venv/bin/python scripts/fresh_profile.py [--out FOLDER] [--quick]

Builds the zip, has QGIS' own plugin installer install it, and works from there: start page and demo
scene, explorer, a tool of each room and a model through their dialogs, help and styles, then the
same profile in ``qgis_process``. ``--quick`` leaves out what compiles kernels, which a new profile
does once more. QGIS runs a copy of fresh_visit.py; the checkout is on no path there. Leaves
``manager.png`` (docs/readme/fresh_profile.png), ``demo.png`` and ``report.json``.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

import fresh_visit
import package
import qgis_env
import screenshot

SMALL = {"ROWS": 80, "COLS": 80, "DATES": 12}


def run(out: Path, quick: bool = False, timeout: float = 1800.0) -> dict:
    """Install and visit; what ``fresh_visit.py`` reports, with what ``qgis_process`` sees then."""
    out = Path(out).resolve()
    shutil.rmtree(out / "profile", ignore_errors=True)
    shutil.rmtree(out / "files", ignore_errors=True)
    (out / "files").mkdir(parents=True)
    archive = package.build(out)
    copy = shutil.copy(fresh_visit.__file__, out)
    # A user's own variables: kernels go where the plugin itself puts them.
    process = qgis_env.QgisProcess(
        out / "profile", plugin=None, QGIS_PLUGINPATH=None, NUMBA_CACHE_DIR=None
    )
    given = {
        fresh_visit.OUT: out, fresh_visit.QUICK: "1" if quick else "", fresh_visit.ARCHIVE: archive,
    }  # fmt: skip
    report = screenshot.with_profile(process, Path(copy), out, given, timeout)
    report["qgis_process"] = _in_qgis_process(process, out)
    return report


def _in_qgis_process(process, out):
    listed = process.call("list").stdout
    done = process.run("simulatestack", {**SMALL, "FOLDER": out / "files" / "batch"})
    return {
        "tools": sum("groundshift:" in line for line in listed.splitlines()),
        "code": done.code, "stderr": done.stderr,
    }  # fmt: skip


def main() -> int:
    """Run, and say what came out."""
    parser = argparse.ArgumentParser(description="Groundshift's zip in a fresh profile.")
    parser.add_argument("--out", type=Path, default=Path("build") / "fresh-profile")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    report = run(options.out, options.quick)
    sys.stdout.write(json.dumps(report, indent=1) + "\n")
    return 1 if report["problem"] or report["qgis_process"]["code"] else 0


if __name__ == "__main__":
    sys.exit(main())
