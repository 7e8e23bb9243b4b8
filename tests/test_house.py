# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules of the house that a machine can check."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("numba", "scipy", "sklearn", "h5py", "matplotlib", "dask", "distributed", "pyproj")
OPENERS = {"osgeo", "h5py", "sqlite3", "netCDF4", "rasterio", "fiona"}

LOAD = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location(
    "anyname", {root!r} + "/__init__.py", submodule_search_locations=[{root!r}])
package = importlib.util.module_from_spec(spec)
sys.modules["anyname"] = package
spec.loader.exec_module(package)
"""

NO_QGIS = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("qgis", "PyQt5", "PyQt6", "processing"):
            raise ImportError(name + " is not here")
sys.meta_path.insert(0, Blocker())
"""

IMPORT_ALL = """
import importlib
for name in {names!r}:
    importlib.import_module(name)
"""

LOAD_PLUGIN = """
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
before = set(sys.modules)
plugin = package.classFactory(None)
plugin.initProcessing()
new = {{name.split(".")[0] for name in set(sys.modules) - before}}
print(len(plugin.provider.algorithms()), sorted(new & set({heavy!r})), flush=True)
import os
os._exit(0)
"""


def sources(*folders):
    """Our Python files below folders of the root."""
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def run(code, **values):
    values = {"root": str(ROOT), **values}
    done = subprocess.run(
        [sys.executable, "-c", code.format(**values)], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def imports(path, top_only=False):
    """(line, absolute module) of a file's imports; those of functions too unless `top_only`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body if top_only else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.lineno, node.module


def test_the_core_runs_without_qgis():
    names = []
    for path in sources("algorithms"):
        parts = path.relative_to(ROOT).with_suffix("").parts
        names.append(".".join(("anyname", *(part for part in parts if part != "__init__"))))
    assert len(names) > 10
    run(NO_QGIS + LOAD + IMPORT_ALL, names=names)


def test_the_plugin_loads_nothing_heavy():
    pytest.importorskip("qgis.core", reason="QGIS' Python is not on this machine")
    count, heavy = run(LOAD + LOAD_PLUGIN, heavy=HEAVY).splitlines()[-1].split(" ", 1)
    assert heavy == "[]"
    assert int(count) >= 5


FRAME = {
    "asked", "blocks", "cluster", "declare", "dense", "errors", "given", "job",
    "kept", "kernels", "simd", "threads",
}  # fmt: skip
NEIGHBOURS = {
    ("areas", "geometry"), ("cryosphere", "forecast"), ("cryosphere", "timeseries"),
    ("forecast", "timeseries"), ("scatterers", "timeseries"),
    ("scatterers", "detection"), ("cryosphere", "strain"), ("cryosphere", "tracking"),
    ("strain", "timeseries"), ("stress", "source"), ("tracking", "scatterers"),
    ("tracking", "timeseries"),
}  # fmt: skip
"""Whose pure files a room's pure files may import."""
SEES = {
    "frame": {"frame", "data"}, "data": {"frame", "data"},
    "formats": {"frame", "data", "formats"}, "reports": {"frame", "data", "reports"},
    "pure": {"frame", "data", "pure"}, "pages": {"frame", "data", "pure", "reports", "pages"},
    "outputs": {"frame", "data", "formats", "outputs"},
    "asked": {"frame", "data", "formats", "pure", "asked", "tools"},
    "tools": {
        "frame", "data", "formats", "outputs", "reports", "pure", "pages", "asked", "tools",
    },
    "explorer": {"frame", "data", "formats", "pure", "explorer"},
    "chains": {
        "frame", "data", "formats", "outputs", "reports", "pure", "pages", "asked", "tools",
        "chains",
    },
    "toolbox": {"frame", "formats", "outputs", "toolbox"},
}  # fmt: skip
"""What may import what; ``tools/asked.py`` holds what tools of other rooms ask for, too."""


def kind_of(module):
    """(kind, room) of a module of the core, given by its path below ``algorithms``."""
    first = module[0]
    if first in FRAME:
        return "frame", None
    if first in ("formats", "reports", "chains", "explorer", "outputs"):
        return first, None
    if first in ("toolbox", "steps", "command_line", "compiling"):
        return "toolbox", None
    if module[1:] == ("tools", "asked"):
        return "asked", first
    if len(module) > 1 and module[1] in ("tools", "pages"):
        return module[1], first
    return ("data" if first == "data" else "pure"), first


def core_imports():
    """(file, line, its module, imported module) of all imports between modules of the core."""
    folder = ROOT / "algorithms"
    for path in sources("algorithms"):
        here = path.relative_to(folder).with_suffix("").parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.ImportFrom) and node.level):
                continue
            base = here[: len(here) - node.level] + tuple((node.module or "").split("."))
            base = tuple(part for part in base if part)
            for alias in node.names:
                module = (*base, alias.name)
                target = folder.joinpath(*module)
                if not (target.with_suffix(".py").exists() or target.is_dir()):
                    module = base
                if module and here[0] != "__init__":
                    yield path, node.lineno, here, module


def test_imports_run_one_way():
    """Rule 1 and 2 of the design, lazy imports included."""
    wrong = []
    for path, line, here, module in core_imports():
        (kind, room), (other, other_room) = kind_of(here), kind_of(module)
        place = f"{path.relative_to(ROOT)}:{line} imports {'.'.join(module)}"
        if other not in SEES[kind] or (kind == "asked" and other == "tools" and room != other_room):
            wrong.append(place)
        elif kind in ("pure", "pages", "tools") and other in ("pure", "pages", "tools"):
            if other in ("tools", "pages") and other_room != room:
                wrong.append(place)
            if kind == other == "pure" and room != other_room:
                wrong += [] if (room, other_room) in NEIGHBOURS else [place]
    assert not wrong, "\n".join(wrong)


def test_there_are_no_circles():
    """Lazy imports included."""
    graph = {}
    for _, _, here, module in core_imports():
        here = here[:-1] if here[-1] == "__init__" else here
        if here != module:
            graph.setdefault(here, set()).add(module)
    done, under_way, circles = set(), [], []

    def walk(module):
        if module in under_way:
            circle = under_way[under_way.index(module) :] + [module]
            circles.append(" -> ".join(".".join(part) for part in circle))
        if module in done or module in under_way:
            return
        under_way.append(module)
        for other in sorted(graph.get(module, ())):
            walk(other)
        done.add(under_way.pop())

    for module in sorted(graph):
        walk(module)
    assert not circles, circles[0]


def test_only_formats_open_files():
    for path in sources("algorithms"):
        if path.relative_to(ROOT / "algorithms").parts[0] == "formats":
            continue
        for line, module in imports(path):
            assert module.split(".")[0] not in OPENERS, f"{path}:{line}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            opens = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "open"
            assert not opens, f"{path}:{node.lineno}"


def test_only_reports_hold_markup():
    """Pages and drawings are made through ``reports.page`` and ``reports.figure``."""
    markup = re.compile(r"<(svg|rect|path|text|html|!DOCTYPE|head|body|table|t[rdh]|p|li|h[1-6])\b")
    for path in sources("algorithms"):
        if path.relative_to(ROOT / "algorithms").parts[0] == "reports":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found = markup.search(node.value)
                # of groups of regular expressions, not of markup
                assert not found or "(?P<" in node.value, f"{path}:{node.lineno} {found.group()}"


def test_compiled_kernels_are_kept():
    """One that is not takes seconds of every run."""
    for path in sources("algorithms"):
        for line in re.findall(r"^@njit.*parallel.*", path.read_text(encoding="utf-8"), re.M):
            assert "cache=True" in line, f"{path}: {line}"


def test_tools_do_no_arithmetic_and_ui_computes_nothing():
    for path in sources("processing_provider", "ui"):
        for line, module in imports(path):
            assert module.split(".")[0] not in (*HEAVY, "numpy", "osgeo"), f"{path}:{line}"


def test_imports_inside_the_package_are_relative():
    for path in sources("algorithms", "processing_provider", "ui"):
        for line, module in imports(path):
            assert module.split(".")[0] != "groundshift", f"{path}:{line}"


def test_every_file_says_whose_it_is():
    everywhere = ("algorithms", "processing_provider", "ui", "scripts", "benchmarks", "tests")
    for path in (*sources(*everywhere), ROOT / "__init__.py", ROOT / "plugin.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert "SPDX-License-Identifier: GPL-2.0-or-later" in "\n".join(lines[:4]), path


def test_files_of_the_plugin_stay_short():
    for path in sources("algorithms", "processing_provider", "ui", "scripts"):
        count = len(path.read_text(encoding="utf-8").splitlines())
        limit = 600 if "formats" in path.parts else 440  # a format is read and written in one file
        assert count <= limit, f"{path} has {count} lines"


def test_nothing_is_printed_by_the_plugin():
    for path in sources("algorithms", "processing_provider", "ui"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            prints = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
            assert not prints, f"{path}:{node.lineno}: print() spoils qgis_process --json"


def test_public_functions_have_docstrings():
    for path in (*sources("algorithms", "processing_provider", "ui"), ROOT / "plugin.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            public = isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name[0] != "_"
            assert not public or ast.get_docstring(node), f"{path}:{node.lineno} {node.name}"


def test_qt_enums_are_scoped():
    """Unscoped ones fail under Qt 6."""
    unscoped = re.compile(
        r"\bQt\.(Align(?!mentFlag)|ISODate|UTC|Horizontal|Vertical|Checked|UserRole|WaitCursor)\w*"
        r"|QgsProcessing\.Type\w+|QgsProcessingParameter\w+\.(Integer|Double|Folder|File)\b"
        r"|QgsProcessingParameterDefinition\.Flag\w+|Qgis\.(Warning|Critical|Info)\b"
    )
    for path in (*sources("processing_provider", "ui"), ROOT / "plugin.py"):
        found = unscoped.search(path.read_text(encoding="utf-8"))
        assert found is None, f"{path}: {found.group()}"
        assert not re.search(r"(from|import) PyQt[56]", path.read_text(encoding="utf-8")), path


def test_pyproject_lists_every_package_of_the_core():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = set(re.findall(r'"(groundshift[.\w]*)"', text.split("[tool.ruff]")[0]))
    there = {
        ".".join(("groundshift", *path.parent.relative_to(ROOT).parts))
        for path in (ROOT / "algorithms").rglob("__init__.py")
    }
    assert {name for name in listed if "." in name} == there
