# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers and texts out of delimited text, against Python's own reading."""

import csv
import io
import math

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.text.point_csv import CsvPlace, CsvReader, read_dialect
from hypothesis import given, settings
from hypothesis import strategies as st

DECIMALS = st.builds(
    lambda n, d: f"{n / 10**d:.{d}f}", st.integers(-(10**14), 10**14), st.integers(0, 8)
)
CELLS = st.one_of(
    DECIMALS,
    st.sampled_from(["", "nan", "NaN", "NA", "n/a", "NULL", "None", "-", "-inf", " 1.5 "]),
    st.floats(1e-6, 1e9).map(lambda v: f"{v:.12e}"), st.sampled_from(["+3", ".5", "7.", "-0"]),
)  # fmt: skip
VOID = {"", "nan", "na", "n/a", "null", "none", "-", "-inf"}


def write(folder, text, name="t.csv"):
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return CsvPlace(path)


def read(place, numeric, texts=(), required=(), chunk=1 << 18):
    parts = list(CsvReader(place, read_dialect(place), numeric, texts, required, chunk).parts())
    numbers = np.concatenate([part[0] for part in parts], axis=1)
    return numbers, [np.concatenate([p[1][k] for p in parts]) for k in range(len(texts))]


def reference(cell):
    return math.nan if cell.strip().lower() in VOID else float(cell)


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=20),
    chunk=st.integers(3, 200), ending=st.sampled_from(["\n", "\r\n", "\r"]), last=st.booleans(),
)  # fmt: skip
def test_numbers_are_pythons_wherever_the_text_is_cut(tmp_path, rows, chunk, ending, last):
    lines = ["a,b,c", *(",".join(row) for row in rows)]
    place = write(tmp_path, ending.join(lines) + (ending if last else ""))
    expected = [row for row in rows if ",".join(row)]
    numbers, _ = read(place, ["c", "a"], chunk=chunk)
    np.testing.assert_array_equal(numbers[0], [reference(row[2]) for row in expected])
    np.testing.assert_array_equal(numbers[1], [reference(row[0]) for row in expected])


def test_long_mantissas_are_right_to_fifteen_digits(tmp_path):
    cells = ["103.68580000000001234", "0.1234567890123456789", "1e-300", "123456789012345678901234"]
    numbers, _ = read(write(tmp_path, "a,b\n" + "".join(f"{c},0\n" for c in cells)), ["a"])
    np.testing.assert_allclose(numbers[0], [float(c) for c in cells], rtol=1e-15)


def test_quotes_blank_lines_comments_and_texts(tmp_path):
    text = '# made by hand\n"id","lon","note, long"\n\nA1,"1.5","x, y"\n  B2 , 2.5 ,Zürich\n\n'
    place = write(tmp_path, "\ufeff" + text)
    dialect = read_dialect(place)
    assert dialect.names == ("id", "lon", "note, long")
    assert dialect.texts == {"id", "note, long"}
    numbers, (ids, notes) = read(place, ["lon"], ["id", "note, long"])
    rows = list(csv.reader(io.StringIO(text.split("\n", 1)[1]), skipinitialspace=True))
    rows = [[cell.strip() for cell in row] for row in rows[1:] if row]
    assert [list(row) for row in zip(ids, notes)] == [[row[0], row[2]] for row in rows]
    np.testing.assert_array_equal(numbers[0], [1.5, 2.5])


@pytest.mark.parametrize(
    "text",
    ["lon;lat;vel\n1,5;2,25;-3\n4;5;6,5\n", "lon\tlat\tvel\n1.5\t2.25\t-3\n4\t5\t6.5\n",
     "  lon   lat vel\n 1.5 2.25   -3 \n4 \t 5 6.5\n", "lon|lat|vel\n1.5|2.25|-3|\n4|5|6.5|\n"],
)  # fmt: skip
def test_other_delimiters_and_decimal_commas(tmp_path, text):
    numbers, _ = read(write(tmp_path, text), ["lon", "lat", "vel"])
    np.testing.assert_array_equal(numbers, [[1.5, 4], [2.25, 5], [-3, 6.5]])


@pytest.mark.parametrize(
    "text, says",
    [
        ("", "is empty"), ("\n\n", "is empty"), ("1,2,3\n4,5,6\n", "no names of columns"),
        ("words\n", "no names of columns"), ("a,b,a\n1,2,3\n", "column 'a' is there twice"),
        (b"a\0,b\0\n", "no plain text"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused(tmp_path, text, says):
    with pytest.raises(GroundshiftError, match=f"t.csv: .*{says}"):
        read_dialect(write(tmp_path, text))


@pytest.mark.parametrize(
    "row, says",
    [
        ("1,2", r"line 4 has 2 fields where there are 3"),
        ("1,2,3,4", r"line 4 has 4 fields where there are 3"),
        ("1,abc,3", r"line 4 holds 'abc' in the column 'b'"),
        ("1,1.2.3,3", r"line 4 holds '1.2.3'"), ("1,1e,3", r"line 4 holds '1e'"),
        ("1,0x12,3", "0x12"), ('1,"12 mm",3', "12 mm"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("chunk", [4, 1000])
def test_lines_that_do_not_fit_are_named(tmp_path, row, says, chunk):
    place = write(tmp_path, f"a,b,c\r\n1,2,3\r\n\r\n{row}\r\n4,5,6\r\n")
    with pytest.raises(GroundshiftError, match=says):
        read(place, ["a", "b", "c"], required={"b"}, chunk=chunk)


def test_other_columns_may_hold_anything(tmp_path):
    place = write(tmp_path, "a,b\n1,2\nx,3\n")
    reader = CsvReader(place, read_dialect(place), ["a", "b"], [], {"b"}, 1000)
    (numbers, _), = reader.parts()  # fmt: skip
    np.testing.assert_array_equal(numbers, [[1, np.nan], [2, 3]])
    assert reader.lost == 1
