# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The interface in other languages: nothing missing, nothing garbled, and QGIS shows it."""

import re
import sys

import pytest
from runs import ALIVE

LANGUAGES = ("es", "zh_Hans")
OPPOSITES = {
    "es": (
        (r"goes in\b", r"comes out\b", "entrad", "salid"),
        (r"ascending", r"descending", "ascend", "descend"),
        (r"\bhighest", r"\blowest", r"\b(alt|máxim|mayor)", r"\b(baj|mínim|menor)"),
        (r"\bfirst\b", r"\blast\b", "primer", "últim"),
        (r"\beast\b", r"\bwest\b", r"\beste\b", "oeste"),
        (r"\bnorth\b", r"\bsouth\b", "norte", r"\bsur\b"),
    ),
    "zh_Hans": (
        (r"goes in\b", r"comes out\b", "输入", "输出"),
        (r"ascending", r"descending", "升", "降"),
        (r"\bhighest", r"\blowest", "[高大]", "[低小]"),
        (r"\beast\b", r"\bwest\b", "东", "西"),
        (r"\bnorth\b", r"\bsouth\b", "北", "南"),
    ),
}
"""Words that say one thing and the opposite, and how a translation says them."""
TOKENS = (r"\{[^}]*\}", r"</?\w+[^>]*>", r"\bYYYYMMDD\b", r"\b10\.\d{4,}/[^\s,;)]+")
"""What a translation must keep: placeholders, HTML, patterns of dates, DOIs."""


@pytest.fixture(scope="module")
def catalogues(plugin, request):
    """The script that makes the translations."""
    sys.path.append(str(request.config.rootpath / "scripts"))
    import make_translations

    return make_translations


@pytest.fixture(scope="module")
def texts(catalogues):
    return catalogues.sources()


@pytest.fixture
def in_language(plugin):
    """Function that shows the interface in a language until the end of the test."""
    from groundshift.ui import translation
    from qgis.PyQt.QtCore import QTranslator

    installed = []

    def switch(locale):
        translator = QTranslator()
        assert translator.load(str(translation.catalogue(locale)))
        assert translation.use(translator)
        installed.append(translator)

    yield switch
    for translator in installed:
        translation.remove(translator)


def test_the_texts_of_all_parts_are_collected(texts):
    from groundshift.processing_provider.timeseries.velocity import Velocity

    assert Velocity.NAME in texts and Velocity.SUMMARY in texts
    assert "What goes in" in texts  # composed help
    assert "Error bars" in texts  # explorer
    assert "An earthquake" in texts  # start page
    assert any(file.endswith(".model3") for file in texts.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language, catalogues, texts):
    known = catalogues.read(catalogues.FOLDER / f"groundshift_{language}.ts")
    missing = sorted(texts.keys() - known.keys())
    assert not missing, "run scripts/make_translations.py and translate"
    assert known.keys() == texts.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_what_is_no_language(language, catalogues):
    known = catalogues.read(catalogues.FOLDER / f"groundshift_{language}.ts")
    for text, translation in known.items():
        for token in TOKENS:
            assert sorted(re.findall(token, text)) == sorted(re.findall(token, translation)), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_says_no_opposite(language, catalogues):
    known = catalogues.read(catalogues.FOLDER / f"groundshift_{language}.ts")

    def has(pattern, text):
        return re.search(pattern, text, re.IGNORECASE) is not None

    swapped = []
    for one, other, says_one, says_other in OPPOSITES[language]:
        for text, translation in known.items():
            asked = has(one, text), has(other, text)
            said = has(says_one, translation), has(says_other, translation)
            if asked in ((True, False), (False, True)) and said == asked[::-1]:
                swapped.append((text, translation))
    assert not swapped


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language, catalogues, in_language):
    known = catalogues.read(catalogues.FOLDER / f"groundshift_{language}.ts")
    in_language(language)
    from groundshift.ui.translation import tr

    compiled = {text: tr(text) for text in known}
    assert compiled == known, "run scripts/make_translations.py"


def test_a_tool_speaks_the_language_and_keeps_its_ids(in_language):
    from groundshift.processing_provider.timeseries.velocity import Velocity

    english = Velocity()
    english.initAlgorithm()
    assert english.displayName() == "Velocity model"
    in_language("es")
    spanish = Velocity()
    spanish.initAlgorithm()
    assert spanish.displayName() == "Modelo de velocidad"
    assert spanish.group() == "Series temporales"
    assert spanish.name() == "velocity" and spanish.groupId() == "timeseries"
    for before, after in zip(english.parameterDefinitions(), spanish.parameterDefinitions()):
        assert before.name() == after.name()
        assert before.defaultValue() == after.defaultValue()
        assert before.help() != after.help()


def test_a_choice_speaks_the_language_of_the_moment_that_its_box_is_made(in_language):
    from groundshift.processing_provider.timeseries.velocity import Velocity
    from processing.gui.wrappers import WidgetWrapperFactory
    from qgis.core import QgsProcessingContext
    from qgis.PyQt.QtWidgets import QDialog

    tool, dialog = Velocity(), QDialog()
    tool.initAlgorithm()
    in_language("es")
    box = WidgetWrapperFactory.create_wrapper(tool.parameterDefinition("NOISE"), dialog)
    ALIVE.extend((tool, dialog, box))
    box.setWidgetValue("white", QgsProcessingContext())
    assert box.widget.currentText() == "Ruido blanco"
    assert box.widgetValue() == "white"


@pytest.mark.parametrize(
    "locale, file",
    [
        ("es", "groundshift_es.qm"),
        ("es_MX", "groundshift_es.qm"),
        ("zh-Hans", "groundshift_zh_Hans.qm"),
        ("zh_CN", "groundshift_zh_Hans.qm"),
        ("zh", "groundshift_zh_Hans.qm"),
        ("zh-Hant", None),
        ("zh_TW", None),
        ("de", None),
        ("en_US", None),
        ("C", None),
        ("", None),
    ],
)
def test_the_locale_chooses_the_file(plugin, locale, file):
    from groundshift.ui.translation import catalogue

    found = catalogue(locale)
    assert (found.name if found else None) == file


@pytest.mark.parametrize(
    "locale, words",
    [("es", "Modelo de velocidad"), ("zh-Hans", "形变速率模型"), ("de", "Velocity model")],
)
def test_qgis_process_speaks_the_language_of_the_profile(
    make_qgis_process, tmp_path, locale, words
):
    process = make_qgis_process(tmp_path, enable=False, LC_ALL="C.UTF-8")
    settings = sys.modules["qgis_env"].profile_folder(tmp_path) / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f"[locale]\noverrideFlag=true\nuserLocale={locale}\n")
    process.enable()
    help_text = process.call("help", "groundshift:velocity").stdout
    assert words in help_text
    assert "TIMESERIES" in help_text
