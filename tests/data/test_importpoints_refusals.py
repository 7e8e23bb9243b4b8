# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points that are filtered, cancelled or refused."""

import zipfile

import numpy as np
import point_files as made
import pytest
from groundshift.algorithms.data.tools.importing_points import read_point_files
from groundshift.algorithms.data.tools.point_import import ImportChoices
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats import packed
from groundshift.algorithms.job import Job
from point_runs import bring, table_text, write


@pytest.mark.parametrize(
    "choices, says",
    [(ImportChoices(minimum_coherence=0.99), "none of 5 points passes"),
     (ImportChoices(bounds=(0, 0, 1, 1)), "none of 5 points passes")],
)  # fmt: skip
def test_filters_that_leave_nothing_leave_no_file(tmp_path, choices, says):
    path = write(tmp_path, f"{made.BURST}.csv", made.egms(made.dates()))
    with pytest.raises(GroundshiftError, match=says):
        bring([path], tmp_path, choices)
    assert not (tmp_path / "out.gpkg").exists()


def test_filters(tmp_path):
    path = write(tmp_path, f"{made.BURST}.csv", made.egms(made.dates()))
    choices = ImportChoices(minimum_coherence=0.7, bounds=(4041460, 0, 5e6, 5e6))
    report, table = bring([path], tmp_path, choices)
    np.testing.assert_allclose(table.numbers("coherence"), [0.85, 0.75])
    assert "3 filtered out" in report.lines[0]


def test_cancelling_leaves_nothing(tmp_path):
    path = write(tmp_path, f"{made.BURST}.csv", made.egms(made.dates()))
    with pytest.raises(Cancelled):
        bring([path], tmp_path, job=Job(cancelled=lambda: True))
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"{made.BURST}.csv"]


EGMS = made.egms(made.dates(5))


@pytest.mark.parametrize(
    "name, content, says",
    [
        ("a.csv", b"", "a.csv: is empty"), ("a.csv", b"lon,lat\n1,2\n", "neither a rate nor"),
        ("a.csv", b"name,vel\nb,2\n", "no columns of coordinates"),
        ("a.csv", b"lon,lat,vel\n", "no points at all"),
        ("a.csv", b"lon,lat,vel\n,,3\n", "no point has coordinates"),
        ("a.csv", b"lon,lat,vel\n1,2,\n", "no point has data"),
        ("a.csv", b"lon,lat,vel\n1,95,2\n", "no degrees"),
        ("a.csv", b"lon,lat,01/02/2020,03/04/2020\n1,2,3,4\n", "cannot be told apart"),
        ("a.csv", b"lon,lat,20200101,2020-01-01\n1,2,3,4\n", "have the same date"),
        ("a.csv", EGMS[:-20].encode(), r"line 6 has 2\d fields where there are 29"),
        ("a.csv", EGMS.replace("-12.5", "minus").encode(), "line 2 holds 'minus'"),
        ("a.csv", b"a,b,c,d,e\n15,42,NaN,737791,737791\n15,42,-3,0,-1\n", "a date comes twice"),
        ("a.zip", b"PK not really", "cannot be read as a zip archive"),
        ("a.shp", b"not really", "cannot be read as a vector layer"),
        ("a.gpkg", b"not really", "cannot be read as a vector layer"),
        ("a.h5", b"not really", "cannot be read as HDF5"),
        ("a.dbf", b"not really", "belongs to another file"),
        ("a.csv", bytes(range(256)) * 40, "no plain text"),
    ],
)  # fmt: skip
def test_bad_files_are_refused_in_a_sentence(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)
    (tmp_path / "out.gpkg").write_bytes(b"an earlier result")
    with pytest.raises(GroundshiftError, match=says) as caught:
        bring([path], tmp_path)
    assert name in str(caught.value) and str(caught.value).count(". ") == 0
    assert (tmp_path / "out.gpkg").read_bytes() == b"an earlier result"


def test_damaged_archives_are_refused(tmp_path):
    path = made.zipped(tmp_path / "a.zip", a=made.egms(made.dates(60), made.RATES * 40))
    data = bytearray(path.read_bytes())
    data[2000:2100] = bytes(100)
    path.write_bytes(data)
    with pytest.raises(GroundshiftError, match=r"a\.zip, a\.csv: the archive is damaged"):
        bring([path], tmp_path)
    path = made.zipped(tmp_path / "b.zip")
    with pytest.raises(GroundshiftError, match=r"b\.zip: holds no table of points"):
        bring([path], tmp_path)


def test_places_of_different_crs_are_not_mixed(tmp_path):
    first = write(tmp_path, f"{made.BURST}.csv", made.egms(made.dates()))
    second = write(tmp_path, "s.csv", made.sarproz(made.dates()))
    with pytest.raises(GroundshiftError, match="CRS .EPSG:4326. is not that of .*EPSG:3035"):
        bring([first, second], tmp_path)


def test_too_many_dates_for_a_table(tmp_path):
    write(tmp_path, "a.csv", table_text(made.dates(1000, "1995-01-01", 1)))
    write(tmp_path, "b.csv", table_text(made.dates(1000, "2005-01-01", 1)))
    files = [tmp_path / "a.csv", tmp_path / "b.csv"]
    with pytest.raises(GroundshiftError, match="2000 dates .* more than a table can hold"):
        bring(files, tmp_path, crs="EPSG:32632")


def test_notes_beside_the_tables_are_passed_over(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    write(folder, "README.txt", "Licence: see the web.\n")
    made.zipped(folder / f"{made.BURST}.zip", **{made.BURST: made.egms(made.dates())})
    with zipfile.ZipFile(folder / f"{made.BURST}.zip", "a") as archive:
        archive.writestr("notes.txt", "nothing to see\n")
        archive.writestr("__MACOSX/._a.csv", "x")
    report, _ = bring([folder], tmp_path)
    assert report.points == 5 and len(report.lines) == 1
    with zipfile.ZipFile(folder / "only.zip", "w") as archive:
        archive.writestr("points.txt", "lon lat vel\n12 46 3\n")
    report, _ = bring([folder / "only.zip"], tmp_path)
    assert report.points == 1


def test_archives_that_unpack_to_much_more_are_told_before_they_are_read(tmp_path, monkeypatch):
    head, *rows = made.egms(made.dates(60)).splitlines(keepends=True)
    path = made.zipped(tmp_path / "a.zip", **{made.BURST: head + "".join(rows) * 2000})
    assert read_point_files([path]).swelling == []  # a few megabytes
    monkeypatch.setattr(packed, "LARGE", 1e6)
    (told,) = read_point_files([path]).swelling
    assert told.count(". ") == 0 and f"{path}: is " in told and " MB, and the layer" in told
    plain = write(tmp_path, f"{made.BURST}.csv", head + "".join(rows) * 2000)
    assert read_point_files([plain]).swelling == []
