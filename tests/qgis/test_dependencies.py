# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Missing Python packages: the tools stay listed and say what to do."""

import importlib
import os
import re
import subprocess
import sys
import textwrap

import pytest

BLOCKER = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {names!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Blocker())
"""


@pytest.fixture
def without(make_qgis_process, tmp_path):
    """qgis_process in a Python that lacks some packages."""

    def make(*names, **options):
        folder = tmp_path / "stub"
        folder.mkdir()
        (folder / "sitecustomize.py").write_text(BLOCKER.format(names=names))
        return make_qgis_process(tmp_path / "profile", PYTHONPATH=folder, **options)

    return make


def test_without_packages_tools_are_listed_and_say_what_to_install(without, tmp_path):
    process = without("numba", "h5py", "sklearn", "scipy", "pyproj")
    listed = process.call("list")
    assert "groundshift:sbas\t" in listed.stdout
    assert "groundshift:simulatestack\t" in listed.stdout
    assert "Traceback" not in listed.stderr
    needed = re.findall(r"^(\w+): ", process.call("help", "groundshift:sbas").stdout, re.M)
    result = process.run("sbas", {name: tmp_path / "in.h5" for name in needed if name.isupper()})
    assert result.code == 1
    assert "Traceback" not in result.stderr
    message = result.stderr.strip().splitlines()[-1]
    for part in ("numba", "h5py", "are missing", "QPIP", "OSGeo4W Shell", "macOS"):
        assert part in message, part
    assert "sudo apt install " in message
    assert "python3-numba" in message


def test_help_says_it_too(without):
    process = without("numba")
    assert "python3-numba" in process.call("help", "groundshift:sbas").stdout


@pytest.mark.parametrize("layout", ["new", "old"])
def test_packages_of_qpip_are_found_by_qgis_process(make_qgis_process, tmp_path, layout):
    process = make_qgis_process(tmp_path)
    folder = tmp_path / "profiles" / "default" / "python" / "dependencies"
    if layout == "new":
        version = process.call("--version").stdout.split("Python version ")[1].split()[0]
        folder = folder / ".".join(version.split(".")[:2])
    folder.mkdir(parents=True)
    (folder / "onlyfromqpip.py").touch()
    probe = tmp_path / "profiles" / "default" / "python" / "plugins" / "look"
    probe.mkdir(parents=True)
    (probe / "metadata.txt").write_text(
        "[general]\nname=look\ndescription=x\nversion=0\nqgisMinimumVersion=3.0\nauthor=x\n"
        "email=x@users.noreply.github.com\nhasProcessingProvider=yes\nplugin_dependencies=Groundshift\n"
    )
    (probe / "__init__.py").write_text(
        textwrap.dedent(
            """
            import sys
            from pathlib import Path

            class Look:
                def initProcessing(self):
                    from groundshift.processing_provider import dependencies

                    dependencies.add_qpip_folders()
                    where = Path(__file__).resolve().parent / "seen"
                    where.write_text(repr((dependencies.missing(["onlyfromqpip", "nowhere"]),
                                           sys.path.count(dependencies_folder()))))

                def unload(self):
                    pass

            def dependencies_folder():
                return next(p for p in sys.path if "dependencies" in p)

            def classFactory(iface):
                return Look()
            """
        )
    )
    process.call("plugins", "enable", "look")
    process.call("list")
    assert (probe / "seen").read_text() == "(['nowhere'], 1)"


def test_missing_looks_without_importing(qgis_application):
    from groundshift.processing_provider import dependencies

    sys.modules.pop("this", None)
    assert dependencies.missing(["this", "nowhere_at_all", "json"]) == ["nowhere_at_all"]
    assert "this" not in sys.modules


def test_a_package_that_does_not_start_is_named(qgis_application, tmp_path, monkeypatch):
    from groundshift.processing_provider import dependencies

    (tmp_path / "brokenpackage.py").write_text("raise ImportError('needs NumPy 1.24 or less.')")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    assert dependencies.missing(["brokenpackage"]) == []
    text = dependencies.import_problem(["json", "brokenpackage"])
    assert text.startswith("The Python package brokenpackage is installed and does not start (")
    assert "(needs NumPy 1.24 or less)" in text
    assert dependencies.import_problem(["json"]) is None


def test_one_missing_package_is_told_in_the_singular(qgis_application):
    from groundshift.processing_provider import dependencies

    text = dependencies.how_to_get(["sklearn"])
    assert text.startswith("The Python package scikit-learn is missing: ")
    assert "python3-sklearn" in text
    assert text.count(". ") == 0, "one sentence"


def test_requirements_are_the_packages_of_the_table(qgis_application):
    from groundshift.processing_provider import dependencies

    root = dependencies.Path(dependencies.__file__).parent.parent
    lines = (root / "requirements.txt").read_text().splitlines()
    listed = {line.split(">=")[0] for line in lines if line and not line.startswith("#")}
    by_qgis = {"numpy", "GDAL", "distributed"}
    assert listed == {package.pip for package in dependencies.PACKAGES.values()} - by_qgis


@pytest.fixture
def bare_environment(monkeypatch):
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    numba = sys.modules.get("numba")
    if numba is not None:
        monkeypatch.setattr(numba.config, "CACHE_DIR", "")


def test_numba_caches_in_the_profile(qgis_application, bare_environment):
    import os

    from groundshift.processing_provider import dependencies

    folder = dependencies.set_numba_cache()
    assert str(folder).startswith(qgis_application.qgisSettingsDirPath())
    assert os.access(folder, os.W_OK)
    assert os.environ["NUMBA_CACHE_DIR"] == str(folder)


def test_the_users_own_cache_stays(qgis_application, bare_environment, monkeypatch, tmp_path):
    from groundshift.processing_provider import dependencies

    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    assert dependencies.set_numba_cache() == tmp_path


@pytest.fixture
def profile(qgis_application, bare_environment, monkeypatch, tmp_path):
    """Function that makes a folder the settings' one, and gives the cache that is taken then."""
    from groundshift.processing_provider import dependencies

    class Application:
        qgisSettingsDirPath = staticmethod(lambda: str(tmp_path / "settings"))  # noqa: N815

    def taken():
        monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
        monkeypatch.setattr("qgis.core.QgsApplication", Application)
        dependencies._private_folder.cache_clear()
        return dependencies.set_numba_cache()

    (tmp_path / "settings" / "groundshift").mkdir(parents=True)
    return taken


def test_kernels_are_kept_where_nobody_else_writes(profile, tmp_path):
    folder = profile()
    assert tmp_path in folder.parents and folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o775)  # as with the umask of Ubuntu
    assert profile() == folder and folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders have no owner here")
@pytest.mark.parametrize("spoil", ["open to all", "another's", "a file"])
def test_kernels_never_come_from_where_others_write(profile, tmp_path, spoil):
    folder = profile()
    if spoil == "open to all":
        (tmp_path / "settings" / "groundshift").chmod(0o777)
    elif spoil == "another's":
        if os.geteuid():
            pytest.skip("only root can give a folder away")
        os.chown(folder, 65534, 65534)
    else:
        folder.rmdir()
        folder.write_text("in the way")
    taken = profile()
    assert tmp_path not in taken.parents and taken.stat().st_mode & 0o777 == 0o700
    # Not where anybody could have put code before.
    assert list(taken.iterdir()) == [] and profile() != taken


POOL = """
import os, sys
sys.path.insert(0, sys.argv[1])
from qgis.core import QgsApplication, QgsTask
from groundshift.processing_provider import dependencies
from pyproj import CRS, Transformer

class Run(QgsTask):
    def run(self):
        dependencies.settle_pyproj()
        places.append(Transformer.from_crs(4326, 32633, always_xy=True).transform(15.0, 0.0))
        codes.append(CRS.from_wkt(wkt).to_epsg())
        return True

application = QgsApplication([], False)
application.initQgis()
wkt, codes, places, tasks = CRS.from_epsg(32633).to_wkt(), [], [], [Run("run") for _ in range(4)]
for task in tasks:
    QgsApplication.taskManager().addTask(task)
    task.waitForFinished()
sys.stdout.write(f"{codes} {len(dependencies._PYPROJ_CONTEXTS)}")
sys.stdout.flush()
os._exit(0)
"""


def test_runs_after_one_another_in_a_thread_of_a_pool(qgis_process):
    """pyproj 3.7 hands the second one a context that is gone, and QGIS would crash."""
    done = subprocess.run(
        [sys.executable, "-c", POOL, qgis_process.env["QGIS_PLUGINPATH"]],
        env=qgis_process.env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    codes, kept = done.stdout.rsplit(" ", 1)
    assert codes == "[32633, 32633, 32633, 32633]" and int(kept) <= 4
