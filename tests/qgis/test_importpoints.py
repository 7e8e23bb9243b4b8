# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points of other makers as a user brings them in."""

import re

import numpy as np
import point_files as made
import pytest
from groundshift.algorithms.formats.vectors.tables import read_table
from pyproj import Transformer
from runs import contents, one_sentence, refusal, run_here, succeeded

SECOND = made.BURST.replace("0282", "0283")


@pytest.fixture
def bursts(tmp_path):
    """Two bursts, one in an archive as EGMS sends it."""
    folder = tmp_path / "egms"
    folder.mkdir()
    made.zipped(folder / f"{made.BURST}.zip", **{made.BURST: made.egms(made.dates(30))})
    other = made.egms(made.dates(25, "2018-01-09"), burst=283)
    (folder / f"{SECOND}.csv").write_text(other)
    return folder


def test_bursts_become_a_styled_layer(qgis_process, bursts, tmp_path):
    out = tmp_path / "points.gpkg"
    done = qgis_process.run("importpoints", {"FILES": sorted(bursts.iterdir()), "POINTS": out})
    results = succeeded(done)
    assert (results["COUNT"], results["DATES"], results["OVERLAPPING"]) == (10, 55, 5)
    assert results["FOUND"] == "EGMS Calibrated (L2b)"
    assert results["FASTEST_AWAY"] == pytest.approx(-12.5)
    assert results["FASTEST_TOWARDS"] == pytest.approx(7.4)
    for word in ("30 dates from 2018-01-03", "EPSG:3035", "ascending", "5 points lie within"):
        assert word in done.stdout, word
    assert out.with_suffix(".qml").exists()
    table = read_table(out)
    np.testing.assert_allclose(table.numbers("velocity_mm_yr"), 2 * made.RATES)


def test_a_folder_and_other_tools_take_the_layer(plugin, bursts, shared_data, tmp_path):
    from qgis.core import QgsVectorLayer

    out = tmp_path / "new" / "points.gpkg"
    results, problem = run_here("importpoints", {"FOLDER": bursts, "POINTS": out})
    assert not problem and results["COUNT"] == 10
    layer = QgsVectorLayer(f"{out}|layername=points", "points", "ogr")
    assert layer.isValid() and layer.renderer().type() == "graduatedSymbol"
    assert layer.renderer().classAttribute() == "velocity_mm_yr"
    assert "EGMS Calibrated" in layer.metadata().abstract()
    shape = next(shared_data("boissano_radarsat_ps").glob("*.shp"))
    results, problem = run_here("importpoints", {"FILES": [str(shape)], "POINTS": out})
    assert not problem and results["COUNT"] == 1372 and results["DATES"] == 99
    areas = {"POINTS": out, "AREAS": tmp_path / "areas.gpkg"}
    results, problem = run_here("activeareas", areas)
    assert not problem, problem


@pytest.mark.parametrize(
    "text, velocity",
    [("lon,lat,vel\n12,46,3\n12.1,46,-3\n", 3), ("lon,lat,D20200101,D20200113\n12,46,0,1\n", None)],
)
def test_rates_alone_and_series_too_short_for_rates(plugin, tmp_path, text, velocity):
    path, out = tmp_path / "t.csv", tmp_path / "out.gpkg"
    path.write_text(text)
    results, problem = run_here("importpoints", {"FILES": [str(path)], "POINTS": out})
    assert not problem
    assert results["COUNT"] == len(text.splitlines()) - 1
    fastest = results["FASTEST_TOWARDS"]
    assert fastest == velocity if velocity is not None else np.isnan(fastest)
    assert out.with_suffix(".qml").exists()


def test_the_extent_may_have_another_crs(plugin, tmp_path):
    path = tmp_path / "s.csv"
    path.write_text(made.sarproz(made.dates()))
    out = tmp_path / "out.gpkg"
    # Around the first two points, in another CRS.
    x, y = Transformer.from_crs(4326, 32614, always_xy=True).transform(
        [-99.1, -99.099], [19.4, 19.401]
    )
    extent = f"{x[0] - 20},{x[1] + 20},{y[0] - 20},{y[1] + 20} [EPSG:32614]"
    results, problem = run_here(
        "importpoints", {"FILES": [str(path)], "EXTENT": extent, "POINTS": out}
    )
    assert not problem and results["COUNT"] == 2
    np.testing.assert_allclose(read_table(out).x, [-99.1, -99.099])


BAD = {
    "nothing": ({}, "FILES.*give files or a folder"),
    "missing file": ({"FILES": ["IN/no.csv"]}, "there is no file .*no.csv"),
    "missing folder": ({"FOLDER": "IN/no"}, "FOLDER.*there is no folder"),
    "empty folder": ({"FOLDER": "IN/empty"}, "holds no tables of points"),
    "output is input": ({"FILES": ["IN/a.gpkg"], "POINTS": "IN/a.gpkg"}, "input and output"),
    "ending": ({"FILES": ["IN/a.csv"], "POINTS": "IN/a.shp"}, r"POINTS.*\.gpkg"),
    "half of the angles": ({"FILES": ["IN/a.csv"], "INCIDENCE": 39}, "INCIDENCE.*give both"),
    "radians": (
        {"FILES": ["IN/plain.csv"], "INCIDENCE": 0.68, "HEADING": 350, "CRS": "EPSG:32632"},
        "radians",
    ),
    "no CRS": ({"FILES": ["IN/plain.csv"]}, "does not tell the CRS"),
    "a CRS that is none": ({"FILES": ["IN/plain.csv"], "CRS": "EPSG:0"}, "CRS"),
    "degrees as metres": ({"FILES": ["IN/plain.csv"], "CRS": "EPSG:4326"}, "no degrees"),
    "empty extent": ({"FILES": ["IN/a.csv"], "EXTENT": "5,5,5,5"}, "EXTENT.*empty"),
    "extent elsewhere": (
        {"FILES": ["IN/a.csv"], "EXTENT": "0,1,0,1 [EPSG:3035]"},
        "none of 5 points passes",
    ),
    "coherence": ({"FILES": ["IN/a.csv"], "MIN_TEMPORAL_COHERENCE": 2}, "MIN_TEMPORAL.*to 1"),
    "no coherence": (
        {"FILES": ["IN/plain.csv"], "MIN_TEMPORAL_COHERENCE": 0.5, "CRS": "EPSG:32632"},
        "has no column of coherence",
    ),
    "dates": ({"FILES": ["IN/dates.csv"]}, "DATE_ORDER|order of dates"),
    "unit": ({"FILES": ["IN/a.csv"], "UNIT": "inch"}, "UNIT.*inch"),
    "a mask for a table": ({"FILES": ["IN/a.csv"], "MASK": "IN/mask.h5"}, "mask goes with"),
    "a picture": ({"FILES": ["IN/picture.tif"]}, "no plain text"),
    "cut off": ({"FILES": ["IN/cut.csv"]}, "line 6 has"),
}


@pytest.mark.parametrize("title", BAD)
def test_one_sentence_and_nothing_left(plugin, title, tmp_path):
    given, says = BAD[title]
    (tmp_path / "empty").mkdir()
    text = made.egms(made.dates())
    plain = "x,y,vel\n500000,5100000,3\n"
    for name, content in (
        ("a.csv", text), ("cut.csv", text[:-30]), ("plain.csv", plain), ("a.gpkg", ""),
        ("dates.csv", "lon,lat,01/02/2020,02/02/2020,03/02/2020\n12,46,1,2,3\n"),
        ("mask.h5", ""), ("picture.tif", "II*\0\0\0"),
    ):  # fmt: skip
        (tmp_path / name).write_text(content)
    (tmp_path / "out.gpkg").write_bytes(b"an earlier result")

    def place(value):
        if isinstance(value, list):
            return [place(item) for item in value]
        return value.replace("IN", str(tmp_path), 1) if str(value).startswith("IN/") else value

    parameters = {name: place(value) for name, value in given.items()}
    parameters.setdefault("POINTS", str(tmp_path / "out.gpkg"))
    before = contents(tmp_path)
    results, problem = run_here("importpoints", parameters)
    assert results == {}
    assert re.search(says, one_sentence(problem)), problem
    assert contents(tmp_path) == before


def test_qgis_process_refuses_with_the_same_sentence(qgis_process, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("x,y,vel\n1e6,2e6,3\n")
    done = qgis_process.run("importpoints", {"FILES": path, "POINTS": tmp_path / "o.gpkg"})
    assert "does not tell the CRS" in refusal(done)


@pytest.mark.parametrize("share", [0, 20, 60])
def test_cancelling_leaves_everything_as_it_was(plugin, tmp_path, share):
    from qgis.core import QgsProcessingFeedback

    class Impatient(QgsProcessingFeedback):
        problem = ""

        def reportError(self, text, fatalError=False):
            self.problem = text

        def watch(self, progress):
            if progress >= share:
                self.cancel()

    folder = tmp_path / "in"
    folder.mkdir()
    for burst in range(282, 287):
        name = made.BURST.replace("0282", f"0{burst}")
        (folder / f"{name}.csv").write_text(made.egms(made.dates(), burst=burst))
    (tmp_path / "o.gpkg").write_bytes(b"an earlier result")
    before = contents(tmp_path)
    feedback = Impatient()
    feedback.progressChanged.connect(feedback.watch)
    if not share:
        feedback.cancel()
    parameters = {"FOLDER": folder, "POINTS": tmp_path / "o.gpkg"}
    results, problem = run_here("importpoints", parameters, feedback=feedback)
    assert results == {} and one_sentence(problem) == "Cancelled; nothing was written."
    assert contents(tmp_path) == before


def test_a_full_disk_is_named(plugin, mounted, tmp_path):
    path = tmp_path / f"{made.BURST}.csv"
    path.write_text(made.egms(made.dates(60), made.RATES * 400))
    disk = mounted(300)
    results, problem = run_here("importpoints", {"FILES": [str(path)], "POINTS": disk / "o.gpkg"})
    assert results == {} and "disk is full" in one_sentence(problem)
    assert list(disk.iterdir()) == []


def test_the_tool_explains_itself(plugin):
    tool = next(t for t in plugin.provider.algorithms() if t.name() == "importpoints")
    assert [d.name() for d in tool.parameterDefinitions() if not d.help()] == []
    assert tool.svgIconPath().endswith("importpoints.svg") and not tool.icon().isNull()
    for word in ("European Ground Motion Service", "What goes in", "What comes out", "Method"):
        assert word in tool.shortHelpString()


def test_an_archive_that_swells_is_told_before_anything_is_written(
    plugin, bursts, tmp_path, monkeypatch
):
    from groundshift.algorithms.formats import packed
    from qgis.core import QgsProcessingFeedback

    class Stops(QgsProcessingFeedback):
        told, problem = "", ""

        def pushWarning(self, text):
            self.told = text
            self.cancel()

        def reportError(self, text, fatalError=False):
            self.problem = text

    monkeypatch.setattr(packed, "LARGE", 1)
    monkeypatch.setattr(packed, "SWELLING", 1)
    feedback, out = Stops(), tmp_path / "points.gpkg"
    archive = bursts / f"{made.BURST}.zip"
    given = {"FILES": [str(archive)], "POINTS": out}
    _, problem = run_here("importpoints", given, feedback=feedback)
    assert feedback.told.startswith(f"{archive}: is ") and " unpacks to about " in feedback.told
    assert "ancelled" in problem and not out.exists()
