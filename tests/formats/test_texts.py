# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts of other people's files, and those that go into tables."""

import numpy as np
import pytest
from groundshift.algorithms.formats.text.csv_tables import cell, read_csv, write_csv
from groundshift.algorithms.formats.text.texts import clean_text, csv_text

FORMULA = '=HYPERLINK("https://192.0.2.1";"click")'


@pytest.mark.parametrize("text", [FORMULA, "+1+1", "-cmd|calc", "@SUM(A1)", "\t=1", "-"])
def test_formulas_are_quoted(text):
    assert csv_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Gavi", "", "-12.5", "+3e-4", "-inf", "a=b", "12-13", "\u00d8"])
def test_words_and_numbers_stay(text):
    assert csv_text(text) == text


def test_tables_quote_them(tmp_path):
    assert cell(FORMULA) == f"'{FORMULA}" and cell(np.ma.masked) == cell(np.inf) == ""
    assert cell(np.float64(-2.5)) == "-2.5" and cell(-3) == "-3" and cell(np.nan) == ""
    write_csv(tmp_path / "t.csv", ("name", "x", "n"), [(FORMULA, 1 / 3, np.int64(7))], ".8g")
    assert read_csv(tmp_path / "t.csv") == [{"name": f"'{FORMULA}", "x": "0.33333333", "n": "7"}]


def test_bytes_that_are_no_text_are_marked():
    assert clean_text(b"H\xf6he") == clean_text("H\udcf6he") == "H\ufffdhe"
    assert clean_text("H\u00f6he") == "H\u00f6he"
