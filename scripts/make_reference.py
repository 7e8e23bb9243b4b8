# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Reference pages of the tools as Python functions and of the core, by pdoc, from the docstrings.

make_reference.py [folder]    build/reference by default; nothing of QGIS is needed
"""

import importlib
import sys
import types
from pathlib import Path

import pdoc
import qgis_env

ROOT = Path(__file__).resolve().parent.parent
TOOLS = "groundshift_tools"


def tools_module():
    """A module that holds every tool as a function."""
    from groundshift.algorithms import toolbox

    module = types.ModuleType(TOOLS, "The tools as functions: ``groundshift.<tool>(...)``.")
    for name in sorted(toolbox.places()):
        function = toolbox.function(name)
        function.__module__ = TOOLS
        setattr(module, name, function)
    module.__all__ = sorted(toolbox.places())
    sys.modules[TOOLS] = module
    return module


def core_modules(packages):
    """Public modules of packages of the core: no kernels, no drivers of tools."""
    for package in packages:
        folder = ROOT.joinpath(*package.split(".")[1:])
        for path in sorted(folder.rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            if any(part[0] == "_" and part != "__init__" for part in parts):
                continue
            if path.stem.endswith("_driver"):
                continue
            name = ".".join(("groundshift", *(p for p in parts if p != "__init__")))
            yield importlib.import_module(name)


def make(folder, packages=("groundshift.algorithms",)) -> int:
    """Write the pages; returns how many."""
    pdoc.render.configure(docformat="numpy", footer_text="Groundshift", search=True)
    modules = [tools_module(), *core_modules(packages)]
    known = {module.__name__: pdoc.doc.Module(module) for module in modules}
    for name, module in known.items():
        path = Path(folder, *name.split(".")).with_suffix(".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pdoc.render.html_module(module, known), encoding="utf-8")
    Path(folder, "index.html").write_text(pdoc.render.html_index(known), encoding="utf-8")
    Path(folder, "search.js").write_text(pdoc.render.search_index(known), encoding="utf-8")
    return len(known)


if __name__ == "__main__":
    qgis_env.load_package(linked=True)
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "reference"
    sys.stdout.write(f"{make(target)} pages in {target}\n")
