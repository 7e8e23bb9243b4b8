# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Python packages that QGIS may lack: which are missing and how to get them."""

from __future__ import annotations

import contextlib
import functools
import importlib
import importlib.util
import os
import stat
import sys
import warnings
from pathlib import Path
from typing import NamedTuple


class Package(NamedTuple):
    """Where a Python package comes from.

    Attributes
    ----------
    module : str
        Name in ``import``.
    pip : str
        Name on PyPI (pip, QPIP).
    apt : str
        Name in Debian and Ubuntu; empty where they have none.
    """

    module: str
    pip: str
    apt: str


PACKAGES = {
    package.module: package
    for package in (
        Package("numpy", "numpy", "python3-numpy"),
        Package("scipy", "scipy", "python3-scipy"),
        Package("numba", "numba", "python3-numba"),
        Package("h5py", "h5py", "python3-h5py"),
        Package("pyproj", "pyproj", "python3-pyproj"),
        Package("sklearn", "scikit-learn", "python3-sklearn"),
        Package("distributed", "distributed", "python3-distributed"),
        Package("osgeo", "GDAL", "python3-gdal"),
        Package("whirlwind", "whirlwind-insar", ""),
    )
}


_PYPROJ_CONTEXTS = []
"""One for each thread in which tools ran; see :func:`settle_pyproj`."""


def add_qpip_folders() -> None:
    """Let Python find what the QPIP plugin has installed.

    QPIP itself adds its folder in the desktop only, so ``qgis_process`` would miss it. The folder
    goes to the end of the path: a package of QGIS' own wins over a copy there.
    """
    from qgis.core import QgsApplication

    root = Path(QgsApplication.qgisSettingsDirPath()) / "python" / "dependencies"
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    for folder in (root / version, root):
        if folder.is_dir() and str(folder) not in sys.path:
            sys.path.append(str(folder))


def missing(names) -> list:
    """Which packages cannot be found, without importing any.

    Parameters
    ----------
    names : iterable of str
        Import names.

    Returns
    -------
    list of str
    """
    return [name for name in names if not _is_found(name)]


def _is_found(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def how_to_get(names) -> str:
    """One sentence that says what is missing and how to install it.

    Parameters
    ----------
    names : list of str
        Import names, at least one.
    """
    packages = [PACKAGES.get(name, Package(name, name, f"python3-{name}")) for name in names]
    modules = " and ".join(package.pip for package in packages)
    pip = " ".join(package.pip for package in packages)
    apt = " ".join(package.apt for package in packages if package.apt)
    debian = f", on Debian and Ubuntu with 'sudo apt install {apt}'" if apt else ""
    noun, verb = ("package", "is") if len(packages) == 1 else ("packages", "are")
    return (
        f"The Python {noun} {modules} {verb} missing: install with the QGIS plugin 'QPIP' on any "
        f"system, or on Windows in the OSGeo4W Shell with 'python3 -m pip install --user {pip}', "
        f"on macOS with '{_mac_python()} -m pip install --user {pip}'"
        f"{debian}; then restart QGIS."
    )


def interpreter() -> str:
    """Python's own program: that of an embedded Python is QGIS on Windows and macOS."""
    if sys.platform == "win32":
        return str(Path(sys.exec_prefix) / "pythonw.exe")  # without a window
    return _mac_python() if sys.platform == "darwin" else sys.executable


def _mac_python() -> str:
    if sys.platform == "darwin":
        return str(Path(sys.executable).parent / "bin" / "python3")
    return "/Applications/QGIS.app/Contents/MacOS/bin/python3"


def import_problem(names) -> str | None:
    """Import packages and say what is wrong with the first that fails.

    A package can be found and still not work, such as a numba that refuses QGIS' numpy.

    Parameters
    ----------
    names : iterable of str

    Returns
    -------
    str or None
        One sentence, None where all is well.
    """
    for name in names:
        try:
            with quiet_imports():
                importlib.import_module(name)
        except Exception as error:
            reason = " ".join(str(error).split()).rstrip(".")
            return (
                f"The Python package {name} is installed and does not start ({reason}): "
                "install a version of it that fits the numpy of this QGIS, and leave numpy "
                "itself as it is."
            )
    return None


@contextlib.contextmanager
def quiet_imports():
    """Keep packages' own deprecations, which QGIS shows, from users: they can do nothing there."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield


def settle_pyproj() -> None:
    """Work around two faults of pyproj 3.7, in the thread that a tool runs in.

    Its context goes when Python forgets the thread, which for a thread of QGIS' pool is after each
    tool, and the next tool in it would be handed the dead one and crash QGIS: the context is kept.
    One array of one point sets off a deprecation inside of it, which QGIS would show at each run.
    """
    try:
        context, datadir = map(importlib.import_module, ("pyproj._context", "pyproj.datadir"))
    except ImportError:  # what needs it says so
        return
    warnings.filterwarnings("ignore", category=DeprecationWarning, module=r"pyproj\.")
    manager = getattr(context, "get_context_manager", None)
    if manager is None:
        return
    datadir.get_user_data_dir()  # makes the thread's context
    kept = manager()
    if kept is not None and not any(kept is other for other in _PYPROJ_CONTEXTS):
        _PYPROJ_CONTEXTS.append(kept)


def set_numba_cache() -> Path:
    """Point numba's cache at a folder that the user can write.

    The plugin's own folder may be read-only and is replaced by every update. The user's own
    ``NUMBA_CACHE_DIR`` stays. Numba keeps versions of itself, Python and the processor apart.

    Returns
    -------
    Path
    """
    folder = os.environ.get("NUMBA_CACHE_DIR") or str(_writable_cache())
    os.environ["NUMBA_CACHE_DIR"] = folder
    numba = sys.modules.get("numba")
    if numba is not None:
        # Another plugin was first, and numba reads its environment on import only.
        numba.config.CACHE_DIR = numba.config.CACHE_DIR or folder
    return Path(folder)


def _writable_cache() -> Path:
    """A folder for compiled kernels, which nobody else can put code into.

    Numba runs what lies there. Without a safe place in the profile the kernels are compiled anew by
    each process, in a folder of its own that goes with it.
    """
    from qgis.core import QgsApplication

    settings = Path(QgsApplication.qgisSettingsDirPath())
    folder = settings / "groundshift" / "numba"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.access(folder, os.W_OK) and _is_ours(folder):
            return folder
    except OSError:
        pass
    return _private_folder()


@functools.lru_cache(maxsize=1)
def _private_folder() -> Path:
    import atexit
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="groundshift-numba-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _is_ours(folder: Path) -> bool:
    """Whether no other user can write to a folder or replace it; always so on Windows."""
    if not hasattr(os, "getuid"):
        return True
    folder = folder.resolve()
    for place in (folder, *folder.parents):
        found = place.stat()
        # In a sticky folder, such as that for temporary files, none removes what is another's.
        open_to_all = found.st_mode & stat.S_IWOTH and not found.st_mode & stat.S_ISVTX
        if open_to_all or found.st_uid not in (0, os.getuid()):
            return False
    found = folder.stat()
    if found.st_uid != os.getuid():
        return False
    if found.st_mode & 0o077:
        folder.chmod(0o700)
    return True
