# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks the plugin against Qt 6, which QGIS 4 is built on, where there is no QGIS 4.

PyQt6 (260 MB) is in no requirements; put it below ``build`` once, then run:

    .venv/bin/python -m pip install --target build/qt6 PyQt6
    .venv/bin/python scripts/qt6_check.py

In this process ``qgis.PyQt`` stands for PyQt6, the way QGIS 4 has it; QGIS itself and PyQt5 cannot
be imported. Then

1. all Python files are read for names and forms that Qt 6 has not (:mod:`qt6_rules`);
2. all modules of ``ui`` and ``processing_provider`` that do without QGIS are imported;
3. the tests that do without QGIS are run: the chart and its panels are painted, clicked and saved.
"""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "build" / "qt6"
PLUGIN_FOLDERS = ("ui", "processing_provider")
FOLDERS = (*PLUGIN_FOLDERS, "algorithms", "scripts", "benchmarks", "tests")
TESTS = ("test_series_panel.py", "test_drawing.py")
MOVED = ("QAction", "QActionGroup", "QShortcut")
"""Are in QtGui of Qt 6; QGIS has them in QtWidgets still."""


class Qt6(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds PyQt6 for ``qgis.PyQt``, and neither PyQt5 nor the rest of QGIS."""

    def find_spec(self, name, path=None, target=None):
        """Of a module of QGIS or PyQt5; others are left to Python."""
        if name.split(".")[0] not in ("qgis", "PyQt5", "processing"):
            return None
        if name in ("qgis", "qgis.PyQt"):
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        if not name.startswith("qgis.PyQt."):
            raise ModuleNotFoundError(f"No module named {name!r} under Qt 6", name=name)
        return importlib.machinery.ModuleSpec(name, self)

    def exec_module(self, module):
        """Fill it."""
        if module.__name__ in ("qgis", "qgis.PyQt"):
            return
        short = module.__name__.rsplit(".", 1)[1]
        real = importlib.import_module(f"PyQt6.{short}")
        names = {name: value for name, value in vars(real).items() if name[:2] != "__"}
        if short == "QtWidgets":
            gui = importlib.import_module("PyQt6.QtGui")
            names.update({name: getattr(gui, name) for name in MOVED})
        vars(module).update(names)


def there_is_pyqt6() -> bool:
    """Whether PyQt6 can be imported, from ``build/qt6`` or the interpreter's own packages."""
    return (PACKAGES / "PyQt6").is_dir() or importlib.util.find_spec("PyQt6") is not None


def sources():
    """Our Python files that have to do with QGIS or Qt."""
    yield from sorted(ROOT.glob("*.py"))
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if folder in PLUGIN_FOLDERS or b"qgis" in path.read_bytes():
                yield path


def read_all() -> list:
    """Problems in the text of the files, with their places."""
    import qt6_rules

    return [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in sources()
        for line, text in qt6_rules.scan(path.read_text(encoding="utf-8"), importlib.import_module)
    ]


def import_all():
    """Import the modules below `PLUGIN_FOLDERS`.

    Returns
    -------
    imported : list of str
    left : dict
        The modules that need QGIS, by the module of QGIS that they miss.
    problems : list of str
    """
    imported, left, problems = [], {}, []
    for folder in PLUGIN_FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            name = ".".join(part for part in parts if part != "__init__")
            try:
                importlib.import_module(f"groundshift.{name}")
            except ModuleNotFoundError as error:
                if (error.name or "").split(".")[0] in ("qgis", "processing"):
                    left.setdefault(error.name, []).append(name)
                else:
                    problems.append(f"{name}: {error}")
            except Exception as error:  # whatever it is, it is what a user of QGIS 4 would see
                problems.append(f"{name}: {type(error).__name__}: {error}")
            else:
                imported.append(name)
    return imported, left, problems


def run_tests() -> int:
    """Run the tests that do without QGIS; pytest's exit code."""
    import pytest

    # They load the package themselves.
    for name in [name for name in sys.modules if name.split(".")[0] == "groundshift"]:
        del sys.modules[name]
    folder = ROOT / "tests"
    return pytest.main(
        ["-c", str(folder / "pytest.ini"), "--rootdir", str(ROOT), "-p", "no:xdist"]
        + [str(folder / "qgis" / name) for name in TESTS]
    )


def main() -> int:
    """Check, say what was found, and give 1 where it was something."""
    if not there_is_pyqt6():
        print(f"PyQt6 is missing: {sys.executable} -m pip install --target build/qt6 PyQt6")
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if PACKAGES.is_dir():
        sys.path.insert(0, str(PACKAGES))
    sys.meta_path.insert(0, Qt6())
    sys.path.insert(0, str(ROOT / "scripts"))
    import qgis_env
    from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR

    print(f"PyQt {PYQT_VERSION_STR}, Qt {QT_VERSION_STR}, Python {sys.version.split()[0]}")
    problems = read_all()
    print(f"Read {len(list(sources()))} files: {len(problems)} names or forms that Qt 6 has not.")
    qgis_env.load_package()
    imported, left, failed = import_all()
    print(f"Imported {len(imported)} modules: {', '.join(imported)}.")
    print(f"Need QGIS, and so were only read: {sum(map(len, left.values()))} modules:")
    for missing, names in sorted(left.items()):
        print(f"- {missing}: {', '.join(names)}")
    problems += failed
    print(*problems, sep="\n", flush=True)
    code = int(run_tests())
    loaded = [name for name in sys.modules if name.split(".")[0] == "PyQt5"]
    return 1 if problems or code or loaded else 0


if __name__ == "__main__":
    sys.exit(main())
