# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What of Qt 5 is gone in Qt 6, found in the text of Python files.

Names are looked up in the Qt (and the QGIS) of the running interpreter: under PyQt5 this finds
enumerations in their short form, under PyQt6 every name that is no longer there.
"""

from __future__ import annotations

import ast
import enum
from typing import NamedTuple

STRICT = "qgis.PyQt"
"""Modules whose names have to exist; other modules differ between versions of QGIS."""

GONE_METHODS = {
    "exec_": "exec()",
    "print_": "print()",
    "toTime_t": "toSecsSinceEpoch()",
    "setTime_t": "setSecsSinceEpoch()",
    "fromTime_t": "fromSecsSinceEpoch()",
    "setTabStopWidth": "setTabStopDistance()",
    "setMargin": "setContentsMargins()",
    "setResizeMode": "setSectionResizeMode()",
    "byteCount": "sizeInBytes()",
    "writeAsVectorFormat": "writeAsVectorFormatV3()",
    "writeAsVectorFormatV2": "writeAsVectorFormatV3()",
}
GONE_CLASSES = {
    "QRegExp": "QRegularExpression",
    "QRegExpValidator": "QRegularExpressionValidator",
    "QDesktopWidget": "QScreen",
    "QTextCodec": "Python's codecs",
    "QMatrix": "QTransform",
    "QSignalMapper": "a lambda",
    "qApp": "QApplication.instance()",
}
GONE_FROM_EVENTS = {
    "x": "position().x()",
    "y": "position().y()",
    "globalPos": "globalPosition()",
    "globalX": "globalPosition().x()",
    "globalY": "globalPosition().y()",
    "localPos": "position()",
    "windowPos": "scenePosition()",
    "screenPos": "globalPosition()",
    "posF": "position()",
    "delta": "angleDelta()",
}
WITHOUT_POS = ("wheel", "drop", "drag", "enter", "hover")
"""Beginnings of the handlers whose events have no ``pos()`` any more."""

ENUM_SETTERS = {
    "setAlignment", "setCheckState", "setOrientation", "setFlags", "setWindowFlags",
    "setFrameShape", "setFrameShadow", "setSelectionMode", "setSelectionBehavior",
    "setEchoMode", "setAllowedAreas", "setContextMenuPolicy", "setFocusPolicy",
    "setTextInteractionFlags", "setTextFormat", "setToolButtonStyle", "setPopupMode",
    "setPenStyle", "setBrushStyle", "setRenderHint", "setSizeAdjustPolicy", "setFileMode",
    "setStandardButtons", "setIcon", "setWindowModality", "setDataType", "setWidgetType",
}  # fmt: skip
"""Setters that take an enumeration, and took any whole number for one."""

OVERLOADED_SIGNALS = {"activated", "currentIndexChanged", "highlighted", "valueChanged"}
MISSING = object()
METRICS = ("fontMetrics", "QFontMetrics", "QFontMetricsF")


class Finding(NamedTuple):
    """Something that Qt 6 has not."""

    line: int
    text: str


def scan(source: str, find, strict: str = STRICT) -> list:
    """What has to change in a file.

    Parameters
    ----------
    source : str
    find : callable
        From the name of a module to the module; raises ImportError for one that is not there.
    strict : str
        Beginning of the modules that have to be there with all names that are taken from them.

    Returns
    -------
    list of Finding
        In the order of the lines.
    """
    tree = ast.parse(source)
    lenient = _guarded(tree)
    found = []
    names = _imported(tree, find, strict, lenient, found)
    names.update(_renamed(tree, names))
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and id(node) not in inner:
            problem = _chain_problem(node, names, id(node) in lenient)
            found += [Finding(node.lineno, problem)] if problem else []
        found += [Finding(node.lineno, text) for text in _form_problems(node)]
        if isinstance(node, ast.FunctionDef) and node.name.endswith("Event"):
            found += _event_problems(node, lenient)
    return sorted(set(found))


# --- names ---


def _guarded(tree) -> set:
    """Nodes that run only where something was found to be there, or whose failure is met."""
    guarded = set()
    for node in ast.walk(tree):
        asks = isinstance(node, (ast.If, ast.IfExp)) and "hasattr(" in ast.unparse(node.test)
        tries = isinstance(node, ast.Try) and any(
            error in ast.unparse(handler.type) if handler.type else True
            for handler in node.handlers
            for error in ("ImportError", "AttributeError")
        )
        if asks or tries:
            guarded.update(id(child) for child in ast.walk(node))
    return guarded


def _imported(tree, find, strict, lenient, found) -> dict:
    """What the file's names stand for: (object, its name in full, whether names must exist)."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [
                Finding(node.lineno, f"{alias.name}: import from qgis.PyQt")
                for alias in node.names
                if alias.name.split(".")[0] in ("PyQt5", "PyQt6")
            ]
        if not isinstance(node, ast.ImportFrom) or node.level or not node.module:
            continue
        if node.module.split(".")[0] in ("PyQt5", "PyQt6"):
            found.append(Finding(node.lineno, f"{node.module}: import from qgis.PyQt"))
        must = node.module.startswith(strict)
        if not must and node.module.split(".")[0] != "qgis":
            continue
        for alias in node.names:
            if alias.name in GONE_CLASSES:
                text = f"{alias.name} is gone; use {GONE_CLASSES[alias.name]}"
                found.append(Finding(node.lineno, text))
                continue
            value = _member(node.module, alias.name, find)
            if value is not MISSING:
                names[alias.asname or alias.name] = (value, alias.name, must)
            elif must and id(node) not in lenient:
                text = f"{node.module} has no {alias.name}"
                found.append(Finding(node.lineno, text))
    return names


def _member(module, name, find):
    """A name of a module, be it a module itself; MISSING where it is not there."""
    try:
        value = getattr(find(module), name, MISSING)
        return find(f"{module}.{name}") if value is MISSING else value
    except ImportError:
        return MISSING


def _renamed(tree, names) -> dict:
    """Local names of classes, as in ``keys = Qt.KeyboardModifier``, that are given only once."""
    given = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            given.setdefault(node.targets[0].id, []).append(node.value)
    new = {}
    for name, (value, *others) in given.items():
        root, path = _parts(value)
        if others or not path or root not in names or name in names:
            continue
        end, full, must = names[root]
        for attribute in path:
            end = getattr(end, attribute, MISSING)
        if isinstance(end, type):
            new[name] = (end, ".".join((full, *path)), must)
    return new


def _parts(node):
    """The name that a chain of attributes begins with (None for another start), and the rest."""
    path = []
    while isinstance(node, ast.Attribute):
        path.append(node.attr)
        node = node.value
    return (node.id if isinstance(node, ast.Name) else None), path[::-1]


def _chain_problem(node, names, lenient) -> str:
    """What is wrong with ``Class.Enumeration.value`` and the like; empty for nothing."""
    root, path = _parts(node)
    if root not in names:
        return ""
    owner, full, must = names[root]
    for attribute in path:
        if not isinstance(owner, type) and not hasattr(owner, "__path__"):
            return ""  # an object: what it has is not known before it runs
        value = getattr(owner, attribute, MISSING)
        if value is MISSING:
            return f"{full}.{attribute} does not exist" if must and not lenient else ""
        if isinstance(owner, type) and _is_short(owner, value):
            return f"{full}.{attribute}: write {full}.{type(value).__name__}.{attribute}"
        owner, full = value, f"{full}.{attribute}"
    return ""


def _is_short(owner, value) -> bool:
    """Whether a value of an enumeration is reached without the enumeration's own name."""
    kind = type(value)
    if kind is owner or kind in (int, bool) or not isinstance(value, (int, enum.Enum)):
        return False
    return not issubclass(owner, (int, enum.Enum))


# --- forms ---


def _form_problems(node):
    """What is known to be wrong by its looks alone."""
    if isinstance(node, ast.Attribute):
        if node.attr in GONE_METHODS:
            yield f".{node.attr} is gone; use {GONE_METHODS[node.attr]}"
        if ast.unparse(node).startswith("QVariant.Type."):
            yield "QVariant.Type is gone; write QVariant.Double and the like"
        if node.attr == "width" and _is_metrics(node.value):
            yield "QFontMetrics.width is gone; use horizontalAdvance()"
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        name, first = node.func.attr, node.args[0] if node.args else None
        if name in ENUM_SETTERS and isinstance(first, ast.Constant) and _is_number(first.value):
            yield f"{name}({first.value}): give the enumeration, not a number"
        if name.startswith("set") and _is_number_of_flags(first):
            yield f"{name}(... & ...): in QGIS 4 that is a number; make it flags again"
        if name == "addAction" and len(node.args) >= 4:
            yield "addAction with so many arguments differs; make a QAction first"
    elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute):
        chosen = ast.unparse(node.slice).strip("'\"")
        if node.value.attr in OVERLOADED_SIGNALS and chosen in ("str", "int", "QString", "float"):
            yield f"{node.value.attr}[{chosen}]: the signal has one form only"


def _is_number(value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number_of_flags(node) -> bool:
    """Whether flags of QGIS are cut, which gives a number there; Qt's own stay flags."""
    cut = isinstance(node, ast.BinOp) and isinstance(node.op, (ast.BitAnd, ast.BitXor))
    return cut and "Qg" in ast.unparse(node)


def _is_metrics(node) -> bool:
    if not isinstance(node, ast.Call):
        return False
    called = (
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    )
    return called in METRICS


def _event_problems(function, lenient) -> list:
    """Questions to an event that it does not answer any more."""
    arguments = [one.arg for one in function.args.args if one.arg != "self"]
    if not arguments:
        return []
    found = []
    for node in ast.walk(function):
        if not isinstance(node, ast.Attribute) or id(node) in lenient:
            continue
        root, path = _parts(node)
        if root != arguments[0] or len(path) != 1:
            continue
        answer = GONE_FROM_EVENTS.get(path[0])
        if path[0] == "pos" and function.name.lower().startswith(WITHOUT_POS):
            answer = "position()"
        if answer:
            text = f"{function.name}: {root}.{path[0]}() is gone; use {answer}"
            found.append(Finding(node.lineno, text))
    return found
