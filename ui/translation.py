# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The interface in the user's language: ``ui/i18n/groundshift_<language>.qm``."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication, QTranslator

FOLDER = Path(__file__).resolve().parent / "i18n"
TRADITIONAL = ("Hant", "TW", "HK", "MO")
"""Marks of traditional Chinese, for which there is no translation."""
_used = []


def tr(text: str) -> str:
    """A text in the user's language."""
    # QGIS' start asks three thousand times: in English there is nothing to look up.
    return QCoreApplication.translate("groundshift", text) if _used else text


def catalogue(locale: str) -> Path | None:
    """The file with the translation for a locale; None where there is none.

    Parameters
    ----------
    locale : str
        As QGIS names them: ``es``, ``es_MX``, ``zh-Hans``, ``zh_CN`` ...
    """
    language, *parts = locale.replace("-", "_").split("_")
    if language == "zh":
        if any(part in TRADITIONAL for part in parts):
            return None
        language = "zh_Hans"
    path = FOLDER / f"groundshift_{language}.qm"
    return path if language and path.is_file() else None


def install() -> QTranslator | None:
    """Translate the interface from now on, as far as there is something for QGIS' language.

    Returns
    -------
    QTranslator or None
        To be held, and handed to :func:`remove`.
    """
    from qgis.core import QgsApplication

    path = catalogue(QgsApplication.locale())
    if path is None:
        return None
    translator = QTranslator()
    return translator if translator.load(str(path)) and use(translator) else None


def use(translator: QTranslator) -> bool:
    """Translate by this from now on, until :func:`remove`; whether Qt takes it."""
    taken = QCoreApplication.installTranslator(translator)
    if taken:
        _used.append(translator)
    return taken


def remove(translator: QTranslator) -> None:
    """Undo :func:`install` or :func:`use`."""
    _used.remove(translator)
    QCoreApplication.removeTranslator(translator)
