# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Sample layers and text formats: what is read is what was meant."""

import sqlite3
from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.data.samples import Samples, Track, joined_samples
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.sample_formats import TextOptions, read_sample_text
from groundshift.algorithms.source.tools.samples import (
    frame_of,
    in_frame,
    read_samples,
    write_samples,
)
from groundshift.algorithms.toolbox import call

DEGREES = wkt_from_epsg(4326)


def some_samples(count=12, seed=0, **track):
    """Samples in a frame about 13.4 E, 42.3 N, their frame and map coordinates."""
    rng = np.random.default_rng(seed)
    x, y = 13.0 + rng.random(count), 42.0 + 0.6 * rng.random(count)
    look = rng.normal(size=(count, 3)) * 0.2 + [0.5, -0.1, 0.85]
    look /= np.linalg.norm(look, axis=1)[:, None]
    samples = Samples(
        np.zeros((count, 2)), rng.normal(0, 0.1, count), look, np.zeros(count, int),
        (Track("one", **track),), 0.02 + 0.01 * rng.random(count), 1 + rng.random(count),
        1000 * rng.random((count, 2)), extra={"pixels": np.arange(count, dtype=float)},
    )  # fmt: skip
    local = frame_of(DEGREES, x, y)
    return in_frame(samples, DEGREES, x, y, local), local


def test_layers_come_back_as_they_were(tmp_path):
    samples, local = some_samples(nugget=4e-6, sill=1e-4, range=8e3)
    path = tmp_path / "s.gpkg"
    write_samples(path, DEGREES, samples, local, {"modelled_mm": np.arange(12.0)})
    again, _ = read_samples(path, local=local)
    for name in ("places", "displacement", "look", "std", "weight", "extent", "track"):
        np.testing.assert_allclose(getattr(again, name), getattr(samples, name), atol=1e-9)
    track = again.tracks[0]
    np.testing.assert_allclose([track.nugget, track.sill, track.range], [4e-6, 1e-4, 8e3])
    np.testing.assert_allclose(again.extra["modelled_mm"], np.arange(12))
    assert again.covariance(0).shape == (12, 12)
    np.testing.assert_allclose(np.diag(again.covariance(0)), samples.std**2, rtol=1e-6)
    assert again.covariance(0)[0, 1] > 0


def test_looks_are_true_in_the_layer_and_turned_in_the_frame(tmp_path):
    """A sample far east of the frame's middle: its north differs by the convergence."""
    x, y = np.array([13.0, 17.0]), np.array([45.0, 45.0])
    look = np.tile([0.6, 0.0, 0.8], (2, 1))
    samples = Samples(
        np.zeros((2, 2)), np.zeros(2), look, np.zeros(2, int), (Track("a"),), np.ones(2),
        np.ones(2), np.zeros((2, 2)),
    )  # fmt: skip
    local = LocalMetres(DEGREES, 13.0, 45.0)
    framed = in_frame(samples, DEGREES, x, y, local)
    np.testing.assert_allclose(framed.look[0], look[0], atol=1e-12)
    # The way a step to the true east takes in the frame is the look's horizontal part.
    step = np.diff(local.of(DEGREES, [17.0, 17.00001], [45.0, 45.0]), axis=0)[0]
    np.testing.assert_allclose(framed.look[1, :2] / 0.6, step / np.linalg.norm(step), atol=1e-5)
    write_samples(tmp_path / "s.gpkg", DEGREES, framed, local)
    rows = sqlite3.connect(tmp_path / "s.gpkg").execute("SELECT los_east, los_north FROM samples")
    np.testing.assert_allclose(rows.fetchall(), look[:, :2], atol=1e-9)


def test_a_whole_covariance_survives_deleted_samples(tmp_path):
    matrix = np.random.default_rng(0).normal(size=(12, 12))
    matrix = matrix @ matrix.T * 1e-6 + 1e-5 * np.eye(12)
    samples, local = some_samples(covariance=matrix)
    path = tmp_path / "s.gpkg"
    write_samples(path, DEGREES, samples, local)
    np.testing.assert_array_equal(read_samples(path)[0].covariance(0), matrix)
    with sqlite3.connect(path) as base:
        # Triggers of the spatial index call functions of GDAL's; the one that counts rows stays, as
        # newer GDAL believes that count.
        for (name,) in base.execute(
            "SELECT name FROM sqlite_master WHERE type='trigger' AND name LIKE 'rtree%'"
        ).fetchall():
            base.execute(f'DROP TRIGGER "{name}"')
        base.execute("DELETE FROM samples WHERE sample_id IN (2, 7)")
    kept = [k for k in range(12) if k not in (2, 7)]
    np.testing.assert_array_equal(read_samples(path)[0].covariance(0), matrix[np.ix_(kept, kept)])


def test_the_tables_are_what_a_geopackage_may_hold(tmp_path):
    """OGR lists and reads them, and finds nothing wrong with the file."""
    from osgeo import gdal

    first, local = some_samples(nugget=1e-6, sill=1e-4, range=8e3)
    second, _ = some_samples(seed=1, covariance=np.eye(12))
    track = Track("two", covariance=np.eye(12))
    second = Samples(**{**vars(second), "tracks": (track,), "crs": first.crs})
    write_samples(tmp_path / "s.gpkg", DEGREES, joined_samples(first, second), local)
    source = gdal.OpenEx(str(tmp_path / "s.gpkg"), gdal.OF_VECTOR)
    names = [source.GetLayer(k).GetName() for k in range(source.GetLayerCount())]
    assert names == ["samples", "covariance_model", "covariance_matrix"]
    assert [source.GetLayerByName(name).GetFeatureCount() for name in names] == [24, 1, 1]
    row = source.GetLayerByName("covariance_model").GetNextFeature()
    assert (row["track"], row["sill_mm2"], row["range_m"]) == ("one", pytest.approx(100), 8000)


def test_a_full_disk_is_told(tmp_path, mounted):
    samples, local = some_samples(900, covariance=np.eye(900))
    disk = mounted(1024)
    with pytest.raises(GroundshiftError, match="disk full"):
        write_samples(disk / "s.gpkg", DEGREES, samples, local)


def test_tracks_are_joined_and_keep_their_errors(tmp_path):
    first, local = some_samples(nugget=0.0, sill=1e-4, range=8e3)
    gnss, _ = some_samples(6, 1, kind="gnss")
    second = in_frame(gnss, "", *gnss.places.T, LocalMetres("", 0, 0))
    joined = joined_samples(first, Samples(**{
        **{n: getattr(second, n) for n in second.__dataclass_fields__},
        "tracks": (Track("sites", "gnss"),), "crs": first.crs,
    }))  # fmt: skip
    write_samples(tmp_path / "s.gpkg", DEGREES, joined, local)
    said = []
    again, _ = read_samples(tmp_path / "s.gpkg", local=local, log=said.append)
    assert [(t.name, t.kind) for t in again.tracks] == [("one", "los"), ("sites", "gnss")]
    assert again.of_track(1).sum() == 6 and not said
    with pytest.raises(GroundshiftError, match="another name"):
        joined_samples(again, first)


def test_layers_without_tables_have_independent_errors(tmp_path):
    samples, local = some_samples()
    write_samples(tmp_path / "s.gpkg", DEGREES, samples, local)
    said = []
    again, _ = read_samples(tmp_path / "s.gpkg", log=said.append)
    np.testing.assert_allclose(again.covariance(0), np.diag(samples.std**2))
    assert "independent" in said[0]


def test_other_layers_are_refused(tmp_path):
    from groundshift.algorithms.formats.vectors.tables import write_table

    write_table(tmp_path / "p.gpkg", DEGREES, np.zeros(2), np.zeros(2), {"a": np.zeros(2)})
    with pytest.raises(GroundshiftError, match="no layer of samples"):
        read_samples(tmp_path / "p.gpkg")


def test_laquila(shared_data, tmp_path):
    """Positive towards: the south-west side subsides, on both passes, and most at L'Aquila."""
    folder = shared_data("laquila_envisat")
    said = []
    for k, name in enumerate(("ascxn", "dscxn")):
        raw = read_sample_text(folder / f"Laquila_{name}.csv", log=said.append)
        worst = raw.samples.displacement.argmin()
        assert -0.3 < raw.samples.displacement[worst] < -0.2
        assert abs(raw.x[worst] - 13.47) < 0.03 and abs(raw.y[worst] - 42.31) < 0.03
        assert raw.samples.displacement.max() < 0.1
        look = raw.samples.look.mean(axis=0)
        assert (look[0] < 0) == (k == 0) and look[2] > 0.9  # Envisat's 20 degrees, from the west
        matrix = np.load(folder / f"Laquila_{name}_cov.npy")
        np.testing.assert_allclose(raw.samples.tracks[0].covariance, matrix, atol=1e-9)
    assert len(said) == 2
    first = tmp_path / "one.gpkg"
    call("downsample", file=folder / "Laquila_ascxn.csv", samples=first)
    second = {"file": folder / "Laquila_dscxn.csv", "samples": tmp_path / "two.gpkg"}
    found = call("downsample", **second, earlier=first)
    assert (found["sample_count"], found["total"], found["pixels"]) == (214, 419, 0)
    both, _ = read_samples(tmp_path / "two.gpkg")
    np.testing.assert_allclose(
        both.covariance(1), np.load(folder / "Laquila_dscxn_cov.npy"), atol=1e-9
    )


def test_gorkha(shared_data):
    """Centimetres towards the satellite: the radar sees what the GNSS site KKN4 did."""
    folder = shared_data("gorkha_2015")
    sites = read_sample_text(folder / "gps.lldet")
    assert len(sites.samples) == 30 and sites.samples.tracks[0].kind == "gnss"
    place = np.flatnonzero(np.isclose(sites.x, 85.278802098))
    moved = sites.samples.look[place].T @ sites.samples.displacement[place]
    np.testing.assert_allclose(moved, [-0.446, -1.83, 1.27])
    for name, count in (("nepal_asc", 1705), ("nepal_des_t048", 1960)):
        raw = read_sample_text(folder / f"{name}.lltnde")
        assert len(raw.samples) == count
        nearest = np.hypot(raw.x - 85.2788, raw.y - 27.8007).argmin()
        along = raw.samples.look[nearest] @ moved
        # The track is known up to a constant.
        assert abs(raw.samples.displacement[nearest] - along) < 0.2
        assert (raw.samples.std > 0).all() and raw.samples.std.max() < 0.005


HEADED = {
    "incidence and heading": "lon,lat,displacement_mm,incidence_deg,heading_deg\n13,42,5,39,348\n",
    "look vector": "Longitude;Latitude;los_cm;los_east;los_north;los_up\n"
    "13;42;0.5;-0.6155;-0.1308;0.7771\n",
    "unit by option": "lon lat d look_e look_n look_u\n13 42 5 -0.6155 -0.1308 0.7771\n",
    "brackets": "lon,lat,displacement (m),incidence,heading\n13,42,0.005,39,348\n",
    "error": "lon,lat,displacement_m,std_mm,incidence,heading\n13,42,0.005,2.0,39,348\n",
}  # fmt: skip


@pytest.mark.parametrize("case", HEADED)
def test_headers(tmp_path, case):
    path = tmp_path / "s.csv"
    path.write_text(HEADED[case])
    raw = read_sample_text(path, TextOptions(unit="mm"))
    np.testing.assert_allclose(raw.samples.displacement, [0.005])
    np.testing.assert_allclose(raw.samples.look, [[-0.6155, -0.1308, 0.7771]], atol=1e-3)
    if case == "error":
        np.testing.assert_allclose(raw.samples.std, [0.002])
    away = read_sample_text(path, TextOptions(unit="mm", away=True))
    np.testing.assert_allclose(away.samples.displacement, [-0.005])


def test_columns_without_a_header(tmp_path):
    look = "-0.6155 -0.1308 0.7771"
    for text in (
        f"13 42 500 {look} 5 1",
        f"13 42 {look} 5",
        f"13 42 5 {look}",
    ):
        path = tmp_path / "s.txt"
        path.write_text(text + "\n" + text.replace("13", "13.1") + "\n")
        raw = read_sample_text(path, TextOptions(unit="cm"))
        np.testing.assert_allclose(raw.samples.displacement, 0.05, err_msg=text)
        if text.endswith("5 1"):
            np.testing.assert_allclose(raw.samples.std, 0.01)


def read_text(folder, text, name="s.txt", **options):
    (folder / name).write_text(text)
    return read_sample_text(folder / name, TextOptions(**{"unit": "cm", **options}))


LOOK = "-0.6155 -0.1308 0.7771"
MAPPED = {
    f"13 42 5 2 {LOOK}": "lon lat displacement std look_east look_north look_up",
    f"13 42 5 {LOOK} 2": "lon, lat, displacement, look_east, look_north, look_up, std",
    f"13 42 500 {LOOK} 50": "lon;lat;-;look_east;look_north;look_up;displacement_mm",
    "13 42 5 2 39 348": "lon lat d std incidence heading",
    f"AB01 42 13 5 {LOOK}": "- lat lon d look_e look_n look_u",
}  # fmt: skip


@pytest.mark.parametrize("text", MAPPED)
def test_columns_that_somebody_says(tmp_path, text):
    raw = read_text(tmp_path, text + "\n", columns=MAPPED[text])
    assert (raw.x[0], raw.y[0]) == (13, 42)
    np.testing.assert_allclose(raw.samples.displacement, [0.05])
    np.testing.assert_allclose(raw.samples.look, [[-0.6155, -0.1308, 0.7771]], atol=1e-3)
    if "std" in MAPPED[text]:
        np.testing.assert_allclose(raw.samples.std, [0.02])


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ("lon lat d", "has 7 columns and 3 are said"),
        ("lon lat d lok_e look_n look_u std", "lok_e is no word"),
        ("lon lat d d look_n look_u std", "said twice"),
    ],
)
def test_columns_that_are_said_wrongly(tmp_path, columns, words):
    with pytest.raises(GroundshiftError, match=words):
        read_text(tmp_path, f"13 42 5 {LOOK} 2\n", columns=columns)


def test_seven_columns_are_asked_for_and_never_guessed(tmp_path):
    """lon lat height look d, or lon lat d look error: the second's errors became displacement."""
    text = f"13 42 5 {LOOK} 2\n"
    with pytest.raises(GroundshiftError, match="say by Columns"):
        read_text(tmp_path, text)
    raw = read_text(tmp_path, text, "s.lltnd")  # there the format says it
    np.testing.assert_allclose(raw.samples.displacement, [0.02])


WAYS = {
    "scaled.csv": "lon,lat,displacement_m,los_east,los_north,los_up\n"
    "13,42,1,-0.726,-0.154,0.917\n13,43,1,-0.6155,-0.1308,0.7771\n",
    "scaled.lltnde": "13 42 0 -0.726 -0.154 0.917 5 1\n13 43 0 -0.6155 -0.1308 0.7771 5 1\n",
}  # fmt: skip


@pytest.mark.parametrize("name", WAYS)
def test_looks_of_another_length_are_refused(tmp_path, name):
    """Made one in silence they change the moment by their length."""
    with pytest.raises(GroundshiftError, match="lengths from 1 to 1.18"):
        read_text(tmp_path, WAYS[name], name)


def test_a_single_look_that_points_down_is_refused(tmp_path):
    rows = ["13,42,1,0.5,0.1,0.86"] * 4 + ["13,42,1,-0.5,-0.1,-0.86"]
    text = "lon,lat,displacement_m,los_east,los_north,los_up\n" + "\n".join(rows)
    with pytest.raises(GroundshiftError, match="point down .*1 of 5"):
        read_text(tmp_path, text, "s.csv")
    samples, local = some_samples()
    looks = samples.look.copy()
    for bad, words in ((-looks[3], "point down .*1 of 12"), (1.2 * looks[3], "no unit vectors")):
        looks[3] = bad
        write_samples(tmp_path / "s.gpkg", DEGREES, replace(samples, look=looks), local)
        with pytest.raises(GroundshiftError, match=words):
            read_samples(tmp_path / "s.gpkg")


def test_gnss_alone_comes_back_from_its_layer(tmp_path):
    """Two of three components of sites lie flat, which is no look that points down."""
    text = "lon,lat,east_mm,north_mm,up_mm,se,sn,su\n85,28,1,-2,3,1,1,2\n86,28,4,5,6,1,1,2\n"
    (tmp_path / "gnss.csv").write_text(text)
    call("downsample", file=tmp_path / "gnss.csv", samples=tmp_path / "g.gpkg")
    samples, _ = read_samples(tmp_path / "g.gpkg")
    np.testing.assert_allclose(samples.displacement * 1e3, [1, -2, 3, 4, 5, 6])


def test_gnss_by_component(tmp_path):
    text = "85 28 1 -2 0.5 0.6\n86 28 4 5 0.5 0.6\n"
    raw = read_text(tmp_path, text, columns="lon lat east north se sn")
    np.testing.assert_allclose(raw.samples.displacement, [0.01, -0.02, 0.04, 0.05])
    np.testing.assert_allclose(raw.samples.look[:2], np.eye(3)[:2])
    np.testing.assert_allclose(raw.samples.std[:2], [0.005, 0.006])
    text = "site,lon,lat,component,displacement_mm,std_mm\nA,85,28,N,-2,1\nA,85,28,U,3,2\n"
    raw = read_text(tmp_path, text, "s.csv")
    assert raw.samples.tracks[0].kind == "gnss"
    np.testing.assert_allclose(raw.samples.look, np.eye(3)[1:])
    np.testing.assert_allclose(raw.samples.displacement, [-0.002, 0.003])
    np.testing.assert_allclose(raw.samples.std, [0.001, 0.002])
    with pytest.raises(GroundshiftError, match="no component"):
        read_text(tmp_path, text.replace(",U,", ",Q,"), "s.csv")


def test_gnss_with_names_of_sites(shared_data):
    """The name behind the numbers is no header."""
    path = shared_data("gnss_strain") / "NorCal_stationvels.txt"
    raw = read_sample_text(path, TextOptions(unit="mm"))
    assert raw.samples.tracks[0].kind == "gnss"
    np.testing.assert_allclose(raw.samples.displacement[:3] * 1e3, [-1.42, 6.8, -1.05])


def test_coordinates_in_kilometres(tmp_path):
    rows = "12.5,40,5,39,348\n-13,41,5,39,348\n"
    with pytest.raises(GroundshiftError, match="may be degrees, kilometres or metres"):
        read_text(tmp_path, "x,y,d_mm,inc,heading\n" + rows, "s.csv")
    for head, options in (
        ("x_km,y_km,d_mm,inc,heading", {}), ("x,y,d_mm,inc,heading", {"coordinates": "km"}),
    ):  # fmt: skip
        raw = read_text(tmp_path, f"{head}\n{rows}", "s.csv", **options)
        assert raw.crs == "" and raw.x[1] == -13e3 and raw.y[0] == 40e3
    zone = wkt_from_epsg(32633)
    raw = read_text(tmp_path, "x,y,d_mm,inc,heading\n" + rows, "s.csv", crs=zone)
    assert raw.crs == zone and raw.x[0] == 12.5
    with pytest.raises(GroundshiftError, match="one of degrees"):
        read_text(tmp_path, "x_km,y_km,d_mm,inc,heading\n" + rows, "s.csv", crs=DEGREES)


def test_change_of_range_is_away(tmp_path):
    text = "lon,lat,range_change_mm,inc,heading\n13,42,5,39,348\n"
    np.testing.assert_allclose(read_text(tmp_path, text, "s.csv").samples.displacement, -0.005)
    raw = read_text(tmp_path, text, "s.csv", away=False)
    np.testing.assert_allclose(raw.samples.displacement, 0.005)


def test_commas_of_numbers_between_semicolons(tmp_path):
    text = "lon;lat;displacement_mm;inc;heading\n13,5;42,25;5,5;39;348\n"
    raw = read_text(tmp_path, text, "s.csv")
    assert (raw.x[0], raw.y[0], raw.samples.displacement[0]) == (13.5, 42.25, 0.0055)


def test_gnss_with_a_header(tmp_path):
    path = tmp_path / "gnss.csv"
    path.write_text(
        "lon,lat,east_mm,north_mm,up_mm,se,sn,su\n85,28,1,-2,3,1,1,2\n86,28,4,5,6,1,1,2\n"
    )
    raw = read_sample_text(path)
    np.testing.assert_allclose(raw.samples.displacement * 1e3, [1, -2, 3, 4, 5, 6])
    np.testing.assert_allclose(raw.samples.std[:3] * 1e3, [1, 1, 2])
    np.testing.assert_allclose(raw.samples.look[:3], np.eye(3))


def test_gbis(tmp_path):
    from scipy.io import savemat

    phase = np.array([10.0, -3.0])
    savemat(tmp_path / "g.mat", {
        "Lon": [13.0, 13.1], "Lat": [42.0, 42.1], "Phase": phase, "Inc": [39.0, 39.0],
        "Heading": [-12.0, -12.0],
    })  # fmt: skip
    raw = read_sample_text(tmp_path / "g.mat", TextOptions(wavelength=0.0555))
    np.testing.assert_allclose(raw.samples.displacement, -0.0555 / (4 * np.pi) * phase)
    np.testing.assert_allclose(raw.samples.look[0], [-0.6155, -0.1308, 0.7771], atol=1e-3)


BAD = {
    "": "is empty",
    "lon,lat,displacement_m,incidence,heading\n": "no rows",
    "lon,lat,displacement_m\n13,42,1\n": "no look vector",
    "lat,displacement_m\n42,1\n": "no column lon",
    "lon,lat,incidence,heading\n13,42,39,348\n": "no column displacement",
    "lon,lat,displacement,incidence,heading\n13,42,1,39,348\n": "unit",
    "lon,lat,displacement_m,incidence,heading\n13,42,1\n": "line 2 has 3 columns",
    "lon,lat,displacement_m,incidence,heading\n13,42,x,39,348\n": "no row",
    "lon,lat,displacement_m,incidence,heading\n500000,4600000,1,39,348\n": "degrees",
    "lon,lat,displacement_m,incidence,heading\n13,42,1,0.6,348\n": "radians",
    "lon,lat,displacement_m,los_east,los_north,los_up\n13,42,1,0.5,0.1,-0.86\n": "point down",
    "13 42 1 2\n": "without a header",
}  # fmt: skip


@pytest.mark.parametrize("text", BAD)
def test_bad_texts_are_refused_in_one_sentence(tmp_path, text):
    path = tmp_path / "s.csv"
    path.write_text(text)
    with pytest.raises(GroundshiftError, match=BAD[text]):
        read_sample_text(path)


def test_a_covariance_of_another_size_is_refused(tmp_path):
    (tmp_path / "s.csv").write_text(HEADED["brackets"])
    np.save(tmp_path / "s_cov.npy", np.eye(3))
    with pytest.raises(GroundshiftError, match="belong together"):
        read_sample_text(tmp_path / "s.csv")


def test_errors_that_are_given_go_before_those_of_the_file(tmp_path):
    path = tmp_path / "s.csv"
    path.write_text(HEADED["error"] + "13.02,42,0.005,2.0,39,348\n")
    target = tmp_path / "s.gpkg"
    call("downsample", file=path, samples=target, sill=100, range=5)
    samples, _ = read_samples(target)
    apart = np.linalg.norm(np.diff(samples.places, axis=0))
    covariance = samples.covariance(0)
    np.testing.assert_allclose(covariance[0, 1], 1e-4 * np.exp(-apart / 5e3))
    np.testing.assert_allclose(covariance[0, 0], 1e-4, rtol=2e-3)
    path.write_text(HEADED["brackets"])
    with pytest.raises(GroundshiftError, match="give sill and range"):
        call("downsample", file=path, samples=tmp_path / "none.gpkg")
    with pytest.raises(GroundshiftError, match="give both"):
        call("downsample", file=path, samples=tmp_path / "none.gpkg", sill=100)
    assert not (tmp_path / "none.gpkg").exists()
