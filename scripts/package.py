# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the zip that QGIS' plugin manager installs.

Packs the files of the checkout as they are, with or without git, in the way of ``git archive``:
what ``.gitattributes`` marks ``export-ignore`` stays out.

    python3 scripts/package.py [folder]
"""

from __future__ import annotations

import configparser
import subprocess
import sys
import zipfile
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
NAME = "groundshift"
LARGEST = 25 * 2**20
"""What plugins.qgis.org accepts, in bytes."""


def version(root: Path = ROOT) -> str:
    """Version in metadata.txt."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(root / "metadata.txt", encoding="utf-8")
    return parser["general"]["version"]


def left_out(root: Path = ROOT) -> set:
    """Paths and patterns of paths, from the root, that stay out of the zip."""
    lines = (root / ".gitattributes").read_text(encoding="utf-8").splitlines()
    rules = (line.split() for line in lines if line and not line.startswith("#"))
    return {path.lstrip("/") for path, *marks in rules if "export-ignore" in marks}


def _git(root, *arguments):
    done = subprocess.run(
        ["git", "-C", str(root), *arguments], capture_output=True, text=True, check=False
    )
    return done.stdout if done.returncode == 0 else None


def _files_by_git(root):
    # Only where the root is the top of a repository, not a folder inside another one.
    top = _git(root, "rev-parse", "--show-toplevel") if _has_git() else None
    if top is None or Path(top.strip()).resolve() != root:
        return None
    listed = _git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return [name for name in listed.split("\0") if name and (root / name).is_file()]


def _has_git():
    import shutil

    return shutil.which("git") is not None


def _files_by_walk(root):
    ignored = {"__pycache__", "build", "demo", "groundshift.egg-info"}  # the last by pip
    for path in root.rglob("*"):
        parts = path.relative_to(root).parts
        hidden = any(part.startswith(".") or part in ignored for part in parts)
        if path.is_file() and not hidden and path.suffix != ".pyc":
            yield PurePosixPath(*parts).as_posix()


def files(root: Path = ROOT) -> list:
    """Paths of what goes into the zip, relative to the root, sorted."""
    listed = _files_by_git(root)
    if listed is None:
        listed = _files_by_walk(root)
    rules = left_out(root)
    return sorted(name for name in listed if not any(_falls_under(name, rule) for rule in rules))


def _falls_under(name: str, rule: str) -> bool:
    """Whether a rule names a file or a folder above it."""
    path = PurePosixPath(name)
    return any(fnmatchcase(str(one), rule) for one in (path, *path.parents))


def build(folder: Path, root: Path = ROOT) -> Path:
    """Write the zip into a folder and return its path.

    Raises
    ------
    SystemExit
        If it is larger than the plugin repository accepts.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{NAME}-{version(root)}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in files(root):
            # A fixed time makes equal zips of equal files.
            entry = zipfile.ZipInfo(f"{NAME}/{name}", (2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, (root / name).read_bytes())
    if target.stat().st_size > LARGEST:
        raise SystemExit(f"{target}: larger than the 25 MB that plugins.qgis.org accepts.")
    return target


def main():
    """Build, and say where and from what."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build"
    target = build(folder)
    changed = _git(ROOT, "status", "--porcelain") if _has_git() else None
    if changed:
        sys.stderr.write("The checkout has changes that are not committed; they are in the zip.\n")
    sys.stdout.write(f"{target} ({target.stat().st_size / 1e6:.2f} MB)\n")


if __name__ == "__main__":
    main()
