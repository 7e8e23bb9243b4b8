# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import csv
import io

import numpy as np
import pytest
from groundshift.algorithms.data.trace import Trace
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.text.dated_csv import read_dated_values, read_events
from groundshift.algorithms.formats.text.series_csv import series_text, write_text
from groundshift.algorithms.timeseries.single import fit_single
from groundshift.algorithms.timeseries.velocity import VelocityModel


@pytest.mark.parametrize(
    "text",
    [
        "date,rain (mm)\n2020-01-02,3.5\n2020-01-01,1\n2020-01-03,\n",
        "date;rain [mm]\n20200102;3,5\n20200101;1\n20200103;\n",
        "\ufeffdate\train (mm)\n02/01/2020\t3.5\n13/01/2020\t0\n01/01/2020\t1\n03/01/2020\t\n",
        "date,rain (mm)\n01/02/2020,3.5\n01/13/2020,0\n01/01/2020,1\n01/03/2020,\n",
        "# from a gauge\ndate,rain (mm)\n2020-01-01 12:00,1\n2020-01-02T00,1.5\n2020-01-02T12,2\n"
        "2020-01-03,\n",
        "date\train (mm)\n2020/1/1\t1\n2020/1/2\t3,5\n2020/1/3\tNA\n",
        "date;rain (mm)\n2020-1-1;1\n2020-1-2;3,5\n2020-1-3;-\n",
    ],
)
def test_values_by_date(tmp_path, text):
    (tmp_path / "rain.csv").write_text(text, encoding="utf-8")
    trace = read_dated_values(tmp_path / "rain.csv")
    assert [str(d) for d in trace.dates[:3]] == ["2020-01-01", "2020-01-02", "2020-01-03"]
    np.testing.assert_allclose(trace.values[:3], [1.0, 3.5, np.nan])
    assert trace.unit == "mm"


def test_a_table_without_a_heading_is_named_by_its_file(tmp_path):
    (tmp_path / "rain.csv").write_text("2020-01-01,1\n2020-01-01,2\n2020-01-02,1\n")
    np.testing.assert_allclose(read_dated_values(tmp_path / "rain.csv").values, [3.0, 1.0])
    (tmp_path / "more.csv").write_text("date;a\n2020-01-01;1;\n2020-01-02;2;b\n")
    assert len(read_dated_values(tmp_path / "more.csv").dates) == 2
    (tmp_path / "well7.csv").write_text("2020-01-01,1\n2020-01-02,2\n")
    assert read_dated_values(tmp_path / "well7.csv").label == "well7"


@pytest.mark.parametrize(
    "text, message",
    [
        ("", "no rows"), ("date\n2020-01-01\n", "no rows"), ("a,b\nc,d\n", "'c' is no date"),
        ("2020-01-01,x\n", "'x' on 2020-01-01"), ("2020-01-01,\n", "no values"),
        ("03/04/2020,1\n", "cannot be told apart"), ("a,b\n", "'a' is no date"),
        ("0000-01-01,1\n", "no date"), ("13/01/0000,1\n", "no date"),
        ("d,v\n2020-01-01,3,5\n", "more columns"),
        ("2020-01-01," + "9" * 200_000, "as a table"),
    ],
)  # fmt: skip
def test_bad_tables_get_one_sentence(tmp_path, text, message):
    (tmp_path / "rain.csv").write_text(text)
    with pytest.raises(GroundshiftError, match=message) as caught:
        read_dated_values(tmp_path / "rain.csv")
    assert "rain.csv" in str(caught.value)
    with pytest.raises(GroundshiftError, match="cannot be read"):
        read_dated_values(tmp_path / "nothing.csv")


@pytest.mark.parametrize(
    "text, values",
    [
        ("t,level (m)\n2020-01-01 00:00,101\n2020-01-01 12:00,102\n2020-01-02,103\n", [101.5, 103]),
        ("t,head\n2020-01-01 00:00,-2\n2020-01-01 12:00,0\n2020-01-02,1\n", [-1, 1]),
        ("t,gauge\n2020-01-01 00:00,1\n2020-01-01 12:00,2\n2020-01-02,0\n", [3, 0]),
        ("t,Niederschlag\n2020-01-01 00:00,1\n2020-01-01 12:00,2\n2020-01-02,4\n", [3, 4]),
    ],
)  # fmt: skip
def test_amounts_of_a_day_are_added_up_and_levels_averaged(tmp_path, text, values):
    (tmp_path / "a.csv").write_text(text)
    trace = read_dated_values(tmp_path / "a.csv")
    np.testing.assert_allclose(trace.values, values)
    which = "mean" if values[0] in (101.5, -1) else "sum"
    assert trace.label.endswith(f", {which} of the day")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "latin-1"])
def test_encodings_of_spreadsheets(tmp_path, encoding):
    (tmp_path / "a.csv").write_text("Datum;Ort\n2020-01-01;Süd\n", encoding=encoding)
    assert read_events(tmp_path / "a.csv")[0].label == "Süd"


def test_events(tmp_path):
    (tmp_path / "events.csv").write_text('date,what\n2020-05-01,"rain, heavy"\n2019-03-04,M 5.8\n')
    events = read_events(tmp_path / "events.csv")
    assert [(str(e.date), e.label) for e in events] == [
        ("2019-03-04", "M 5.8"), ("2020-05-01", "rain, heavy"),
    ]  # fmt: skip


def test_series_as_a_table(tmp_path):
    dates = np.array(["2020-01-01", "2020-01-13", "2020-01-25", "2020-02-06"], "datetime64[D]")
    one = Trace("a, b", dates, np.array([0.0, 1.0, np.nan, 2.5]), np.full(4, 0.5))
    two = Trace("c", dates[:2], np.array([1.0, 2.0]))
    fit = fit_single(one, VelocityModel())
    write_text(tmp_path / "out.csv", series_text([one, two], [fit, None]))
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text())))
    assert [row["series"] for row in rows] == ["a, b"] * 4 + ["c"] * 2
    assert rows[2]["value"] == "" and rows[4]["model"] == "" and rows[0]["std"] == "0.5"
    assert float(rows[3]["value"]) == pytest.approx(
        float(rows[3]["model"]) + float(rows[3]["residual"]), abs=1e-5
    )
