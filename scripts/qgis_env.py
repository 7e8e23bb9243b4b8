# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the installed QGIS without a screen and apart from the user's own profile."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = "groundshift"
PACKAGES = ROOT / ".venv" / "for-qgis"
"""What Debian has no package of, put there by scripts/setup.sh."""
# QGIS undoes PYTHONWARNINGS and prints what its own Python files are warned of (on Python 3.14 two
# calls of codecs.open): in its packages, qgis, and its plugins that come with it, processing.
QGIS_WARNING = re.compile(
    r"^\S*/(?:dist-packages|site-packages|python)/(?:qgis|plugins/processing)/\S+\.py:\d+: "
    r"\w*Warning: .*\n(?:  \S.*(?:\n|\Z))?",
    re.MULTILINE,
)


class QgisMissingError(RuntimeError):
    """QGIS is not installed, or does not start."""


@dataclass(frozen=True)
class Result:
    """What a call of qgis_process gave.

    Attributes
    ----------
    code : int
        Exit code, 0 or 1; negative where a signal ended it.
    stdout, stderr : str
        Without the warnings that QGIS' own Python files earn; those of any other file are there.
    json : dict
        The parsed answer; empty where there was none (a failed run prints nothing).
    """

    code: int
    stdout: str
    stderr: str
    json: dict = field(default_factory=dict)

    @property
    def results(self) -> dict:
        """Outputs of the run."""
        return self.json.get("results", {})


def load_package(linked=False) -> None:
    """Make the checkout importable as ``groundshift``, whatever its folder is called.

    Parameters
    ----------
    linked : bool
        From the path where :class:`QgisProcess` finds it, so that both share compiled kernels.
    """
    root = _linked(ROOT) / PLUGIN if linked else ROOT
    spec = importlib.util.spec_from_file_location(
        PLUGIN, root / "__init__.py", submodule_search_locations=[str(root)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[PLUGIN] = module
    spec.loader.exec_module(module)


def find_qgis_process() -> str:
    """The command to call.

    Debian 12's wrapper passes on an option that the program refuses, so the program itself is
    taken where it lies beside the wrapper.

    Raises
    ------
    QgisMissingError
    """
    for name in ("qgis_process.bin", "qgis_process", "qgis_process-qgis"):
        found = shutil.which(name)
        if found:
            return found
    raise QgisMissingError(
        "qgis_process is not on the PATH; install QGIS 3.22 or newer "
        "(Debian and Ubuntu: sudo apt install qgis python3-qgis)."
    )


def environment(folder, **extra) -> dict:
    """Environment variables for a QGIS with its own profile and no screen.

    Parameters
    ----------
    folder : path
        Scratch folder that holds the profile.
    **extra : str
        Further variables; None takes one away.
    """
    folder = Path(folder).resolve()
    runtime = folder / "runtime"
    runtime.mkdir(parents=True, exist_ok=True)
    runtime.chmod(0o700)
    values = dict(os.environ)
    values.update(
        QT_QPA_PLATFORM="offscreen",
        XDG_RUNTIME_DIR=str(runtime),
        QGIS_CUSTOM_CONFIG_PATH=str(folder),
        PYTHONWARNINGS="ignore",
        PYTHONNOUSERSITE="1",
        LC_ALL="C.UTF-8",  # what is made or tested is English, whoever does it
    )
    # Another interpreter (virtual environment, pyenv, conda) must not leak into QGIS, which takes
    # the library of the first python3 on the PATH for its own.
    for name in ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"):
        values.pop(name, None)
    if PACKAGES.is_dir():
        values["PYTHONPATH"] = str(PACKAGES)
    with contextlib.suppress(QgisMissingError):
        folders = [str(Path(find_qgis_process()).parent), values.get("PATH", os.defpath)]
        values["PATH"] = os.pathsep.join(folders)
    for name, value in extra.items():
        values.pop(name, None)
        if value is not None:
            values[name] = str(value)
    return values


def profile_folder(folder) -> Path:
    """The default profile below a scratch folder."""
    return Path(folder).resolve() / "profiles" / "default"


def plugins_folder(folder) -> Path:
    """Where a profile keeps its plugins."""
    return profile_folder(folder) / "python" / "plugins"


class QgisProcess:
    """qgis_process with a profile of its own, in which the plugin is enabled.

    Parameters
    ----------
    folder : path
        Scratch folder for the profile; made where missing.
    plugin : path or None
        The checkout to link; None where the plugin is put there by other means.
    **extra : str
        Further environment variables.
    """

    def __init__(self, folder, plugin=ROOT, **extra):
        self.folder = Path(folder).resolve()
        self.command = find_qgis_process()
        self.env = environment(self.folder, **extra)
        if plugin is not None:
            self.env["QGIS_PLUGINPATH"] = str(_linked(Path(plugin).resolve()))

    def enable(self) -> Result:
        """Enable the plugin in the profile; once is enough, and more does no harm."""
        done = self.call("plugins", "enable", PLUGIN)
        if done.code and "already enabled" not in done.stdout + done.stderr:
            raise QgisMissingError(f"The plugin cannot be enabled: {done.stderr or done.stdout}")
        return done

    def call(self, *arguments, timeout=600, env=None) -> Result:
        """Call qgis_process with arguments as they are.

        Parameters
        ----------
        *arguments : str
        timeout : float
            Seconds.
        env : dict, optional
            Variables to add for this call.
        """
        done = subprocess.run(
            [self.command, *arguments],
            env={**self.env, **(env or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout,
        )
        said = QGIS_WARNING.sub("", done.stderr)
        return Result(done.returncode, done.stdout, said, _parsed(done.stdout))

    def arguments(self, tool, parameters) -> list:
        """Command-line arguments that run a tool.

        Parameters
        ----------
        tool : str
            Full id, or that of one of our own tools without the provider.
        parameters : dict
            Lists are given as repeated options; None leaves a parameter out.
        """
        tool = tool if ":" in tool else f"{PLUGIN}:{tool}"
        options = []
        for name, value in parameters.items():
            values = value if isinstance(value, (list, tuple)) else [value]
            options += [f"--{name}={_text(v)}" for v in values if v is not None]
        return ["run", tool, "--json", *options]

    def run(self, tool, parameters=None, timeout=600, env=None) -> Result:
        """Run a tool and return its parsed answer."""
        return self.call(*self.arguments(tool, parameters or {}), timeout=timeout, env=env)

    def start(self, tool, parameters=None) -> subprocess.Popen:
        """Start a tool and return at once, to cancel or kill it."""
        return subprocess.Popen(
            [self.command, *self.arguments(tool, parameters or {})],
            env=self.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


def _linked(plugin: Path) -> Path:
    """A folder that holds a checkout under the plugin's name.

    It is the same for all profiles: numba keeps compiled kernels by the path of their source.
    """
    link = plugin / "build" / "plugins" / PLUGIN
    link.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        link.symlink_to(plugin, target_is_directory=True)
    return link.parent


def _text(value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _parsed(text: str) -> dict:
    try:
        answer = json.loads(text)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
