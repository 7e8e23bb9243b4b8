# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Brings the translations of the interface up to date: ``ui/i18n/groundshift_<language>.ts, .qm``.

Collects every text that the interface shows, keeps the translations that still fit, drops the
others, and compiles. What has no translation is shown in English. Run it with QGIS' Python after a
text has changed::

    python3 scripts/make_translations.py

Translate with Qt Linguist, or any editor, in the .ts files, then run it again. It needs
``lrelease`` of Qt's tools (Debian: qttools5-dev-tools).
"""

from __future__ import annotations

import ast
import importlib
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import qgis_env
from make_models import start

FOLDER = qgis_env.ROOT / "ui" / "i18n"
LANGUAGES = {"es": "es", "zh_Hans": "zh_CN"}
"""Name of the file to Qt's name of the language."""
CONTEXT = "groundshift"
SOURCES = ("plugin.py", "ui", "processing_provider")


def literals(root: Path) -> dict:
    """Texts that stand in calls of ``tr``, with the file of each.

    Parameters
    ----------
    root : Path
        The checkout.
    """
    found = {}
    for source in SOURCES:
        path = root / source
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                text = _argument(node)
                if text is not None:
                    found.setdefault(text, file.relative_to(root).as_posix())
    return found


def _argument(node):
    if not isinstance(node, ast.Call) or not node.args:
        return None
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    text = node.args[0]
    if name == "tr" and isinstance(text, ast.Constant) and isinstance(text.value, str):
        return text.value
    return None


def of_tools(package: str) -> dict:
    """Texts that the tools hand to ``tr`` when QGIS asks for all that it shows of them."""
    from qgis.core import QgsProcessingParameterEnum

    rooms = f"{package}.processing_provider"
    translation = importlib.import_module(f"{rooms}.tool").translation
    label = importlib.import_module(f"{rooms}.choices").label
    found, file = {}, ""
    plain = translation.tr

    def note(text):
        if text:
            found.setdefault(text, file)
        return text

    translation.tr = note
    try:
        provider = importlib.import_module(f"{rooms}.provider")
        for module in provider.TOOLS:
            file = f"processing_provider/{module.replace('.', '/')}.py"
            one = provider.tool_of(module)()
            one.initAlgorithm()
            for show in (one.displayName, one.group, one.tags, one.shortHelpString):
                show()
            for definition in one.parameterDefinitions():
                if isinstance(definition, QgsProcessingParameterEnum):
                    for value in definition.options():
                        one.tr(label(definition.name(), value))
    finally:
        translation.tr = plain
    return found


def of_models(root: Path) -> dict:
    """Texts of the shipped models."""
    from qgis.core import QgsProcessingModelAlgorithm

    found = {}
    for path in sorted((root / "processing_provider" / "models").glob("*.model3")):
        model = QgsProcessingModelAlgorithm()
        if not model.fromFile(str(path)):
            raise SystemExit(f"{path}: is no model; run scripts/make_models.py.")
        texts = [model.name(), model.group(), *model.helpContent().values()]
        for definition in model.parameterDefinitions():
            texts += [definition.description(), definition.help()]
        texts += [output.description() for output in model.outputDefinitions()]
        for text in texts:
            if isinstance(text, str) and any(letter.isalpha() for letter in text):
                found.setdefault(text, path.relative_to(root).as_posix())
    return found


def of_pages(package: str) -> dict:
    """Texts that the start page takes from tables."""
    rows = importlib.import_module(f"{package}.ui.welcome.rows").ROWS
    layers = importlib.import_module(f"{package}.ui.welcome.demo").FILES
    found = {text: "ui/welcome/rows.py" for row in rows for text in (row.title, row.text)}
    return found | {name: "ui/welcome/demo.py" for _, name, *_ in layers}


def sources(package: str = CONTEXT, root: Path = qgis_env.ROOT) -> dict:
    """Every text of the interface, with the file that it is (first) found in.

    The plugin's tools must be registered.
    """
    found = {}
    for part in (literals(root), of_pages(package), of_tools(package), of_models(root)):
        found = part | found
    return found


def read(path: Path) -> dict:
    """Translations by text of a .ts file; empty where there is none."""
    if not path.is_file():
        return {}
    messages = ET.parse(path).getroot().iter("message")
    pairs = ((m.findtext("source"), m.find("translation")) for m in messages)
    return {
        source: translation.text
        for source, translation in pairs
        if translation.text and translation.get("type") is None
    }


def write(path: Path, language: str, texts: dict, translations: dict) -> int:
    """Write a .ts file; returns how many texts have no translation."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    missing = 0
    for text, file in sorted(texts.items(), key=lambda pair: (pair[1], pair[0])):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "location", filename=f"../../{file}")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        translation.text = translations.get(text)
        if not translation.text:
            translation.set("type", "unfinished")
            missing += 1
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8"
    )
    return missing


def main() -> None:
    """Collect, merge, compile."""
    compiler = shutil.which("lrelease")
    if compiler is None:
        raise SystemExit("lrelease is missing; on Debian: apt-get install qttools5-dev-tools")
    application, _ = start()
    texts = sources()
    for name, language in LANGUAGES.items():
        path = FOLDER / f"{CONTEXT}_{name}.ts"
        known = read(path)
        missing = write(path, language, texts, known)
        gone = len(known.keys() - texts.keys())
        print(f"{path.name}: {len(texts)} texts, {missing} untranslated, {gone} dropped")
        subprocess.run(
            [compiler, "-silent", str(path), "-qm", str(path.with_suffix(".qm"))], check=True
        )
    application.exitQgis()
    # Qt's own order of taking down threads may crash a Python that ends by itself.
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
