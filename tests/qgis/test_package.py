# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The zip: what plugins.qgis.org asks for, and that it works when installed."""

import ast
import configparser
import importlib.util
import json
import posixpath
import re
import shutil
import zipfile
import zlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HIDDEN_CALLS = {"eval", "exec", "compile", "__import__"}
REFUSED_MODULES = {"pickle", "cPickle", "marshal", "shelve", "subprocess", "telnetlib", "ftplib"}


@pytest.fixture(scope="module")
def packaging():
    spec = importlib.util.spec_from_file_location("package", ROOT / "scripts" / "package.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def archive(packaging, tmp_path_factory):
    with zipfile.ZipFile(packaging.build(tmp_path_factory.mktemp("zip"))) as archive:
        yield archive


@pytest.fixture(scope="module")
def names(archive):
    return [name.split("/", 1)[1] for name in archive.namelist()]


def test_there_is_one_top_folder(archive):
    assert {name.split("/")[0] for name in archive.namelist()} == {"groundshift"}


def test_what_must_be_there_is(names):
    needed = {"metadata.txt", "__init__.py", "plugin.py", "LICENSE", "requirements.txt"}
    assert needed <= set(names)
    assert "ui/icons/groundshift.svg" in names
    assert "ui/styles/velocity.qml" in names
    assert "processing_provider/timeseries/sbas.py" in names
    assert "algorithms/job.py" in names


def test_what_must_not_be_there_is_not(names):
    for name in names:
        assert not name.startswith(("tests", "benchmarks", "scripts", ".", "build", "demo")), name
        assert not name.endswith((".pyc", ".so", ".exe", ".dll", ".h5", ".tif", ".ts")), name
        assert "__pycache__" not in name
        assert "\\" not in name
    assert "Makefile" not in names
    assert "pyproject.toml" not in names


def test_pictures_are_those_of_the_help(archive, names):
    pages = [name for name in names if name.startswith("docs/help/") and name.endswith(".html")]
    text = "".join(archive.read(f"groundshift/{page}").decode() for page in pages)
    pictures = [
        name for name in names if name.startswith("docs/") and name.endswith((".png", ".gif"))
    ]
    assert pictures
    assert [name for name in pictures if posixpath.basename(name) not in text] == []


def test_pictures_of_the_readme_are_there():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", text)
    assert len(pictures) > 10
    assert [name for name in pictures if not (ROOT / name).is_file()] == []


def test_no_address_is_made_up(archive, names):
    for name in names:
        if name.endswith((".py", ".txt", ".md", ".html")):
            assert not re.search(rb"example\.(org|com|net)", archive.read(f"groundshift/{name}")), (
                name
            )


def test_it_is_small(archive):
    assert sum(entry.compress_size for entry in archive.infolist()) < 25 * 2**20


def test_no_code_trips_the_security_scan(archive, names):
    for name in names:
        if not name.endswith(".py"):
            continue
        tree = ast.parse(archive.read(f"groundshift/{name}"), name)
        for node in ast.walk(tree):
            where = f"{name}:{getattr(node, 'lineno', '')}"
            assert not isinstance(node, ast.Assert), where
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in HIDDEN_CALLS, where
            if isinstance(node, ast.keyword) and node.arg == "shell":
                assert not getattr(node.value, "value", True), where
            modules = [alias.name for alias in getattr(node, "names", []) if hasattr(alias, "name")]
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                modules.append(node.module)
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                assert not REFUSED_MODULES & {str(m).split(".")[0] for m in modules}, where


def test_metadata_is_complete(archive):
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(archive.read("groundshift/metadata.txt").decode())
    general = parser["general"]
    for key in (
        "name", "description", "about", "version", "author", "email", "homepage", "tracker",
        "repository", "tags", "changelog", "category",
    ):  # fmt: skip
        assert general[key].strip(), key
    assert general["qgisMinimumVersion"] == "3.22"
    assert general["qgisMaximumVersion"] == "4.99"
    assert general["hasProcessingProvider"] == "yes"
    assert general["license"] == "GPL-2.0-or-later"
    assert general["plugin_dependencies"] == "qpip"
    icon = archive.read(f"groundshift/{general['icon']}")
    assert icon.startswith(b"\x89PNG"), "the plugin repository shows no SVG"
    assert int.from_bytes(icon[16:20], "big") == int.from_bytes(icon[20:24], "big") == 128
    assert "plugin" not in general["name"].lower()
    assert re.fullmatch(r"\d+\.\d+\.\d+", general["version"])
    assert general["changelog"].split()[0] == general["version"]


def test_versions_agree(packaging):
    text = (ROOT / "pyproject.toml").read_text()
    assert f'version = "{packaging.version()}"' in text


def test_without_git_the_zip_holds_the_same(packaging, names, tmp_path):
    copy = tmp_path / "checkout"
    # Among them what other tests write meanwhile.
    ignore = shutil.ignore_patterns(
        ".git", ".*venv", "__pycache__", "build", "demo", ".hypothesis", ".ruff_cache"
    )
    shutil.copytree(ROOT, copy, ignore=ignore, symlinks=True)
    assert packaging.files(copy) == sorted(names)


def test_help_pages_link_to_what_is_there(archive, names):
    """Pictures, styles and pages that the offline help names."""
    pages = [name for name in names if name.startswith("docs/help/") and name.endswith(".html")]
    assert len(pages) > 48
    seen = 0
    for page in pages:
        text = archive.read(f"groundshift/{page}").decode()
        for link in re.findall(r'(?:href|src)="([^"]+)"', text):
            target = link.split("#")[0]
            if not target or re.match(r"\w+:", link):
                continue
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
            assert path in names, f"{page}: {link}"
            seen += 1
    assert seen > 200


def test_models_are_listed_without_reading_them(archive, names):
    models = {name for name in names if name.endswith(".model3")}
    index = json.loads(archive.read("groundshift/processing_provider/models/index.json"))
    assert {f"processing_provider/models/{name}" for name in index} == models
    for name, entry in index.items():
        model = archive.read(f"groundshift/processing_provider/models/{name}")
        checksum = zlib.crc32(model.replace(b"\r\n", b"\n"))
        assert entry["checksum"] == checksum, "run scripts/make_models.py"


def test_the_zip_installs_and_runs(archive, make_qgis_process, tmp_path):
    pytest.importorskip("qgis.core", reason="QGIS' Python is not on this machine")
    process = make_qgis_process(tmp_path / "profile", plugin=None, enable=False)
    plugins = tmp_path / "profile" / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    archive.extractall(plugins)
    process.enable()
    help_text = process.call("help", "groundshift:simulatestack").stdout
    sizes = {name: 40 for name in ("ROWS", "COLUMNS") if f"\n{name}: " in help_text}
    output = re.findall(r"^(\w+): <outputFolder>", help_text, re.M)
    result = process.run("simulatestack", {**sizes, output[0]: tmp_path / "scene"})
    assert result.code == 0, result.stderr
    assert any((tmp_path / "scene").rglob("*"))
