# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What benchmarks beside dolphin share: this checkout as a package, and dolphin's environment."""

from __future__ import annotations

import importlib.util
import json
import os
import platform
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def register() -> None:
    """Make the checkout importable as ``groundshift``."""
    spec = importlib.util.spec_from_file_location(
        "groundshift", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules["groundshift"] = module
    spec.loader.exec_module(module)


def dolphin_python() -> str:
    """Interpreter of an environment with dolphin: DOLPHIN_PYTHON, or one that is set up here."""
    given = os.environ.get("DOLPHIN_PYTHON")
    if given:
        return given
    folder = ROOT / ".dolphin-venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print(f"Setting up dolphin in {folder} ...", file=sys.stderr)
        venv.create(folder, with_pip=True)
    if subprocess.run([python, "-c", "import dolphin"], capture_output=True).returncode:
        subprocess.run([python, "-m", "pip", "install", "-q", "dolphin"], check=True)
    return str(python)


def run_dolphin(script: str, jobs):
    """Run jobs by a script of this folder in dolphin's environment; returns its answer."""
    done = subprocess.run(
        [dolphin_python(), str(Path(__file__).with_name(script))], input=json.dumps(jobs),
        capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"dolphin failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def dolphin_version() -> str:
    """Its version."""
    code = "import dolphin; print(dolphin.__version__)"
    done = subprocess.run([dolphin_python(), "-c", code], capture_output=True, text=True)
    return done.stdout.strip().splitlines()[-1]


def machine() -> str:
    """One line on processor and versions."""
    import numba
    import numpy as np

    info = Path("/proc/cpuinfo")
    model = platform.processor() or platform.machine()
    if info.exists():
        rows = info.read_text().splitlines()
        names = [row.split(":")[1].strip() for row in rows if row.startswith("model name")]
        model = names[0] if names else model
    return (
        f"{model}, {os.cpu_count()} cores; Python {platform.python_version()}, "
        f"NumPy {np.__version__}, numba {numba.__version__}"
    )
