# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the start of QGIS does not wait for; benchmarks/bench_startup.py takes the time."""

import json
import subprocess
import sys

import pytest

START = """
import gc, json, os, sys, weakref
sys.path.insert(0, os.environ["QGIS_PLUGINPATH"])
from qgis.core import QgsApplication, QgsProcessingModelAlgorithm
application = QgsApplication([], False)
application.initQgis()
before = set(sys.modules)
import groundshift
from groundshift.processing_provider import provider, shipped, tool

made, read, alive = [], [], weakref.WeakSet()
for family in (tool.Tool, shipped.ShippedModel):
    def note(self, *arguments, _init=family.__init__):
        made.append(type(self).__name__)
        alive.add(self)
        _init(self, *arguments)
    family.__init__ = note
from_file = QgsProcessingModelAlgorithm.fromFile
QgsProcessingModelAlgorithm.fromFile = lambda self, path: read.append(path) or from_file(self, path)

def start():
    plugin = groundshift.classFactory(None)
    plugin.initGui()
    return plugin

plugin = start()
seen = {"made": list(made), "read": list(read), "tools": len(provider.TOOLS),
        "modules": sorted(set(sys.modules) - before)}
seen["models"] = len(list(shipped.MODELS.glob("*.model3")))
for _ in range(3):
    plugin.unload()
    plugin = start()
gc.collect()
seen["algorithms"], seen["alive"] = len(plugin.provider.algorithms()), len(alive)
plugin.provider.algorithm("interferogramstopoints").create()
seen["read then"] = len(read)
plugin.unload()
del plugin
gc.collect()
seen["left"] = sorted(type(one).__name__ for one in alive)
print(json.dumps(seen), flush=True)
os._exit(0)
"""


@pytest.fixture(scope="module")
def start(qgis_process):
    """What a fresh QGIS saw of starts and stops of the plugin."""
    environment = {**qgis_process.env, "PYTHONPATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", START], env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_every_tool_is_made_once_and_no_model_is_read(start):
    assert start["tools"] >= 43 and start["models"] >= 5
    assert len(start["made"]) == len(set(start["made"]) - {"ListedModel"}) + start["models"]
    assert len(start["made"]) == start["tools"] + start["models"]
    assert start["read"] == []


def test_a_model_is_read_when_it_is_used(start):
    assert start["read then"] == 1


def declares(parts) -> bool:
    """Whether a module of the core holds declarations, or is a package of such."""
    if not parts or parts in (["errors"], ["declare"], ["asked"]):
        return True
    room, *inside = parts
    if room == "chains" or inside[:1] == ["tools"]:
        return not inside or not inside[-1].endswith("_driver")
    return room != "formats" and not inside


def test_nothing_is_imported_but_what_declares(start):
    ours = [name for name in start["modules"] if name.startswith("groundshift.")]
    assert len(ours) > 43
    for name in ours:
        parts = name.split(".")
        if parts[1] == "algorithms":
            assert declares(parts[2:]), name
        assert parts[1:3] not in (["ui", "explorer"], ["ui", "welcome"], ["ui", "styling"]), name
        assert parts[1:] != ["processing_provider", "layers"], name
    foreign = {name.split(".")[0] for name in start["modules"]} - {"groundshift"}
    heavy = {
        "numpy", "scipy", "numba", "h5py", "sklearn", "pyproj", "matplotlib", "osgeo", "dask",
        "distributed", "processing", "logging", "platform", "uuid", "multiprocessing", "asyncio",
        "hashlib", "tempfile", "subprocess",
    }  # fmt: skip
    assert not foreign & heavy


def test_nothing_stays_after_it_is_unloaded(start):
    assert start["algorithms"] == start["alive"] == start["tools"] + start["models"]
    assert start["left"] == []
