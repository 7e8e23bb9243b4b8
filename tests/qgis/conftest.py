# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A real QGIS for the tests: in this process, and as ``qgis_process``."""

import gc
import os
import sys
from pathlib import Path

import pytest
import qgis_env

ROOT = Path(__file__).resolve().parents[2]
# Helpers of this folder.
sys.path.append(str(Path(__file__).resolve().parent))
# A fixture's value dies with the fixture.
KEPT = []


@pytest.fixture(scope="session")
def qgis_application(tmp_path_factory):
    """QGIS with Processing in this process, on a scratch profile; one for all tests."""
    folder = tmp_path_factory.mktemp("qgis")
    for name, value in qgis_env.environment(folder).items():
        os.environ[name] = value
    try:
        from qgis.core import QgsApplication
    except ImportError:
        pytest.skip("QGIS' Python is not on this machine (Debian: apt install python3-qgis)")
    application = QgsApplication([], False, str(qgis_env.profile_folder(folder)))
    application.initQgis()
    sys.path.append(os.path.join(application.pkgDataPath(), "python", "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    # Closing QGIS with Python objects alive crashes it, so the end of the process does.
    KEPT.append(application)
    yield application
    _delete_projects()


def _delete_projects():
    """Those that the tests keep: since QGIS 3.26 one that outlives QGIS crashes the process."""
    from qgis.core import QgsProject
    from qgis.PyQt import sip

    for found in gc.get_objects():
        if type(found) is QgsProject and not sip.isdeleted(found) and sip.ispyowned(found):
            sip.delete(found)


@pytest.fixture(scope="session")
def plugin(qgis_application):
    """The plugin, loaded as QGIS does without a desktop; its provider is registered."""
    import groundshift

    plugin = groundshift.classFactory(None)
    plugin.initProcessing()
    return plugin


@pytest.fixture(scope="session")
def make_qgis_process():
    """Function that makes a :class:`QgisProcess` on a folder; arguments as there."""

    def make(folder, plugin=ROOT, enable=True, **variables):
        try:
            process = qgis_env.QgisProcess(folder, plugin, **variables)
        except qgis_env.QgisMissingError as problem:
            pytest.skip(str(problem))
        if enable:
            process.enable()
        return process

    return make


@pytest.fixture(scope="session")
def qgis_process(make_qgis_process, tmp_path_factory):
    """qgis_process with the checkout as its plugin: ``qgis_process.run("sbas", {...})``.

    The answer has ``code``, ``stdout``, ``stderr``, ``json`` and ``results``.
    """
    return make_qgis_process(tmp_path_factory.mktemp("qgis_process"))


@pytest.fixture(scope="session")
def good(plugin, tmp_path_factory):
    """A folder with a product, its stack, geometry and series; read it, never write to it."""
    from bad_input import make_good

    return make_good(tmp_path_factory.mktemp("good"))


@pytest.fixture
def material(good, tmp_path):
    """Good input, and copies that can be spoilt."""
    from bad_input import Material

    folder = tmp_path / "in"
    folder.mkdir()
    return Material(good, folder)
