# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Nothing stands in the way of Qt 6 and QGIS 4. scripts/qt6_check.py says how to get PyQt6."""

import enum
import importlib
import importlib.util
import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


QT_ALONE = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name in ("qgis.core", "qgis.gui", "qgis.utils", "qgis._core", "qgis._gui"):
            raise ImportError(name + " is not here")
sys.meta_path.insert(0, Blocker())
sys.path.insert(0, {scripts!r})
import qgis_env
qgis_env.load_package()
import groundshift.processing_provider.drawing
import groundshift.ui.explorer.series_panel
"""

check, rules = load("qt6_check"), load("qt6_rules")


def little_qt(short_forms):
    """Function that finds the modules of a Qt with two classes, as PyQt5 or as PyQt6 has them."""
    values = enum.Enum("AlignmentFlag", ["AlignLeft", "AlignRight"])
    qt = type("Qt", (), {"AlignmentFlag": values})
    if short_forms:
        qt.AlignLeft = values.AlignLeft
    widgets = types.SimpleNamespace(
        QLabel=type("QLabel", (), {"setText": lambda self, text: None, "Few": 3}),
        QComboBox=type("QComboBox", (), {}),
    )
    modules = {"qgis.PyQt.QtCore": types.SimpleNamespace(Qt=qt), "qgis.PyQt.QtWidgets": widgets}

    def find(name):
        if name not in modules:
            raise ModuleNotFoundError(name)
        return modules[name]

    return find


def found(source, short_forms=False):
    source = "from qgis.PyQt.QtCore import Qt\nfrom qgis.PyQt.QtWidgets import QLabel\n" + source
    return [(line - 2, text) for line, text in rules.scan(source, little_qt(short_forms))]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Qt.AlignLeft", "Qt.AlignLeft does not exist"),
        ("flags = Qt.AlignmentFlag\nprint(flags.AlignMiddle)", "Qt.AlignmentFlag.AlignMiddle"),
        ("QLabel.setTitle", "QLabel.setTitle does not exist"),
        ("QLabel().width(Qt.AlignmentFlag.AlignTop)", "AlignTop does not exist"),
        ("from qgis.PyQt.QtCore import QString", "qgis.PyQt.QtCore has no QString"),
        ("from qgis.PyQt.QtWebKit import QWebView", "qgis.PyQt.QtWebKit has no QWebView"),
        ("from qgis.PyQt.QtCore import QRegExp", "QRegularExpression"),
        ("from PyQt5.QtCore import QObject", "import from qgis.PyQt"),
        ("import PyQt5.QtCore", "import from qgis.PyQt"),
        ("dialog.exec_()", "exec()"),
        ("day.toTime_t()", "toSecsSinceEpoch()"),
        ("kind = QVariant.Type.Double", "QVariant.Type is gone"),
        ("wide = label.fontMetrics().width('a')", "horizontalAdvance()"),
        ("wide = QFontMetricsF(font).width('a')", "horizontalAdvance()"),
        ("item.setCheckState(2)", "setCheckState(2): give the enumeration"),
        ("layer.setFlags(layer.flags() & ~QgsMapLayer.LayerFlag.Private)", "that is a number"),
        ("box.activated[str].connect(f)", "activated[str]: the signal has one form"),
        ("bar.addAction(icon, 'text', f, 'Ctrl+A')", "make a QAction first"),
        ("def wheelEvent(self, event):\n    event.pos()", "use position()"),
        ("def wheelEvent(self, event):\n    event.delta()", "use angleDelta()"),
        ("def mouseMoveEvent(self, event):\n    event.globalPos()", "use globalPosition()"),
        ("def canvasPressEvent(self, mouse):\n    mouse.x()", "use position().x()"),
    ],
)
def test_what_qt6_has_not_is_found(source, words):
    ((line, text),) = found(source)
    assert words in text
    assert line == len(source.splitlines())


@pytest.mark.parametrize(
    "source",
    [
        "Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignRight",
        "left = Qt.AlignmentFlag.AlignLeft.value",
        "if hasattr(Qt, 'AlignLeft'):\n    Qt.AlignLeft",
        "try:\n    from qgis.PyQt.QtWebKit import QWebView\nexcept ImportError:\n    pass",
        "from qgis.core import SomethingOfQgis5\nSomethingOfQgis5.Short",
        "QLabel.setText; QLabel.Few; QLabel().anything",
        "dialog.exec()",
        "item.setCheckState(state); item.setChecked(True); item.setTimeout(2)",
        "layer.setFlags(QgsMapLayer.LayerFlags(layer.flags() & ~QgsMapLayer.LayerFlag.Private))",
        "item.setFlags(item.flags() & ~Qt.AlignmentFlag.AlignLeft)",
        "box.activated.connect(f); sizes[str]; table.activated[0]",
        "def mouseMoveEvent(self, event):\n    event.pos()",
        "def wheelEvent(self, event):\n"
        "    event.position() if hasattr(event, 'position') else event.pos()",
        "def draw(self, place):\n    place.x(), place.y()",
        "area.width()",
    ],
)
def test_what_qt6_has_is_left_alone(source):
    assert found(source) == []


def test_short_forms_are_found_under_qt5_too():
    ((line, text),) = found("\nQt.AlignLeft", short_forms=True)
    assert text == "Qt.AlignLeft: write Qt.AlignmentFlag.AlignLeft" and line == 2
    assert found("Qt.AlignmentFlag.AlignLeft; QLabel.Few", short_forms=True) == []


def test_all_our_files_pass_with_the_names_of_this_qgis(qgis_application):
    """Enumerations of QGIS too: QGIS 4 has not all of them in the short form."""
    problems = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in check.sources()
        for line, text in rules.scan(path.read_text(encoding="utf-8"), importlib.import_module)
    ]
    assert problems == []


def test_chart_and_panels_need_qt_alone(qgis_application):
    """So that they can be tried on PyQt6."""
    code = QT_ALONE.format(scripts=str(ROOT / "scripts"))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_the_metadata_say_that_qgis4_may_load_it():
    lines = (ROOT / "metadata.txt").read_text(encoding="utf-8").splitlines()
    assert "qgisMinimumVersion=3.22" in lines and "qgisMaximumVersion=4.99" in lines


def test_it_runs_on_pyqt6():
    if not check.there_is_pyqt6():
        pytest.skip("PyQt6 is not in build/qt6; scripts/qt6_check.py tells how to put it there")
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "qt6_check.py")],
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
        capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout and "failed" not in done.stdout
    assert "0 names or forms that Qt 6 has not" in done.stdout
    assert "ui.explorer.series_panel" in done.stdout
