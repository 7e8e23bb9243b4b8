# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points of all makers become one layer in our convention."""

import shutil

import numpy as np
import point_files as made
import pytest
from groundshift.algorithms.data.crs import epsg_code, wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.los import from_incidence_azimuth, from_incidence_heading
from groundshift.algorithms.data.point_columns import parse_columns
from groundshift.algorithms.data.tools.importing_points import read_point_files
from groundshift.algorithms.data.tools.point_import import ImportChoices
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import TimeSeriesWriter
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.job import Job
from groundshift.algorithms.timeseries.coloured import estimate_noise
from point_runs import bring, run_importpoints, series_of, table_text, write

SECOND = made.BURST.replace("0282", "0283")


def test_egms_out_of_an_archive(tmp_path):
    when = made.dates(40)
    path = made.zipped(tmp_path / f"{made.BURST}.zip", **{made.BURST: made.egms(when)})
    report, table = bring([path], tmp_path)
    assert epsg_code(table.crs) == 3035
    np.testing.assert_allclose(table.x[:2], [4041441.25, 4041471.25])
    np.testing.assert_allclose(table.y[:2], [2810445.25, 2810470.25])
    np.testing.assert_allclose(table.numbers("velocity_mm_yr"), made.RATES)
    np.testing.assert_allclose(table.numbers("velocity_std_mm_yr"), [0.1, 0.2, 0.3, 0.4, 0.5])
    np.testing.assert_allclose(table.numbers("coherence"), [0.95, 0.85, 0.75, 0.65, 0.55])
    np.testing.assert_allclose(table.numbers("height_m")[1], 340.1)
    found, values = series_of(table)
    np.testing.assert_array_equal(found, when)
    expected = [made.series(rate, when) for rate in made.RATES]
    np.testing.assert_allclose(values.T, expected, atol=0.051)
    # The guide's own geometry: an ascending pass looks east, so the satellite is in the west.
    los = from_incidence_heading(38.91, 351.7)
    for part in ("east", "north", "up"):
        np.testing.assert_allclose(table.numbers(f"los_{part}"), getattr(los, part), atol=1e-3)
    assert table.numbers("los_east")[0] < -0.6
    for name, value in (("track", 88), ("burst", 282), ("effective_area_m2", 0), ("line", 100)):
        assert table.numbers(name)[0] == value
    assert table.texts("swath")[0] == "IW2" and table.texts("component")[0] == "los"
    assert table.texts("pid")[0] == made.pid(88, 282, 2, 100, 1000)
    assert report.kinds == ("EGMS Calibrated (L2b)",)
    for word in ("5 points", "40 dates from 2018-01-03", "ascending", "positive towards",
                 "unit mm", "EPSG:3035", "mean_velocity as velocity_mm_yr"):  # fmt: skip
        assert word in report.lines[0], word
    assert report.warnings == []


def test_bursts_together_and_one_of_them_twice(tmp_path):
    first, second = made.dates(30), made.dates(25, start="2018-01-09")
    made.zipped(tmp_path / f"{made.BURST}.zip", **{made.BURST: made.egms(first)})
    write(tmp_path, f"{SECOND}.csv", made.egms(second, burst=283, rates=(1.0, 2.0, 3.0)))
    write(tmp_path, "renamed.csv", made.egms(first)[: -len(made.egms(first).split("\n")[-2]) - 1])
    report, table = bring([tmp_path], tmp_path)
    assert report.points == 5 + 3 and report.repeated == 4
    assert report.overlapping == 3  # the bursts see the same ground, and both stay
    assert sorted(set(table.numbers("burst"))) == [282, 283]
    assert set(table.texts("source")) == {made.BURST, SECOND}
    found, values = series_of(table)
    np.testing.assert_array_equal(found, np.union1d(first, second))
    of_second = table.numbers("burst") == 283
    has = np.isin(found, second)
    assert np.isfinite(values[has][:, of_second]).all()
    assert np.isnan(values[~has][:, of_second]).all()
    report, table = bring([tmp_path], tmp_path, keep_repeated=True)
    assert report.points == 12 and report.repeated == 4


def test_what_was_unpacked_beside_its_archive_is_read_once(tmp_path):
    text = made.egms(made.dates())
    made.zipped(tmp_path / f"{made.BURST}.zip", **{made.BURST: text})
    write(tmp_path, f"{made.BURST}.csv", text)
    assert len(read_point_files([tmp_path]).sources) == 1


def test_a_burst_whose_file_was_renamed_is_known_by_its_points(tmp_path):
    path = write(tmp_path, "a.csv", made.egms(made.dates(), track=95, burst=301))
    _, table = bring([path], tmp_path)
    assert set(table.numbers("track")) == {95} and set(table.numbers("burst")) == {301}
    assert set(table.texts("swath")) == {"IW2"} and set(table.texts("polarisation")) == {"VV"}


def test_both_passes_in_one_layer_are_told(tmp_path):
    write(tmp_path, f"{made.BURST}.csv", made.egms(made.dates()))
    other = made.BURST.replace("088", "066")
    write(tmp_path, f"{other}.csv", made.egms(made.dates(), track=66, heading=192.0))
    report, _ = bring([tmp_path], tmp_path)
    assert any("Ascending and descending" in text for text in report.warnings)


@pytest.mark.parametrize(
    "part, component, look", [("U", "up", (0, 0, 1)), ("E", "east", (1, 0, 0))]
)
def test_ortho_is_no_line_of_sight(tmp_path, part, component, look):
    name = made.ORTHO_UP.replace("_U_", f"_{part}_")
    path = write(tmp_path, f"{name}.csv", made.egms_ortho(made.dates()))
    report, table = bring([path], tmp_path)
    assert report.component == component and set(table.texts("component")) == {component}
    for axis, value in zip(("east", "north", "up"), look):
        assert set(table.numbers(f"los_{axis}")) == {value}
    assert "incidence_deg" not in table.columns and set(table.texts("tile")) == {"E40N28"}
    np.testing.assert_allclose(table.numbers("velocity_mm_yr"), made.RATES)


def test_ortho_without_its_name_has_to_be_told(tmp_path):
    path = write(tmp_path, "mine.csv", made.egms_ortho(made.dates()))
    with pytest.raises(GroundshiftError, match=r"mine\.csv: neither its name"):
        bring([path], tmp_path)
    _, table = bring([path], tmp_path, ImportChoices(component="up"))
    assert set(table.texts("component")) == {"up"}
    with pytest.raises(GroundshiftError, match="suits motion along the line of sight alone"):
        bring([path], tmp_path, ImportChoices(component="up", sign="away"))


def test_components_are_not_mixed(tmp_path):
    write(tmp_path, f"{made.ORTHO_UP}.csv", made.egms_ortho(made.dates()))
    write(tmp_path, f"{made.BURST}.csv", made.egms(made.dates()))
    with pytest.raises(GroundshiftError, match="is vertical and that of .* line of sight.*apart"):
        bring([tmp_path], tmp_path)


@pytest.mark.parametrize("short", [True, False])
def test_sarproz(tmp_path, short):
    when = made.dates(30)
    path = write(tmp_path, "ts.csv", made.sarproz(when, short=short))
    report, table = bring([path], tmp_path)
    assert report.kinds == ("SARPROZ table",) and epsg_code(table.crs) == 4326
    np.testing.assert_allclose(table.x, -99.1 + np.arange(5) / 1000)
    np.testing.assert_allclose(table.y, 19.4 + np.arange(5) / 1000)
    np.testing.assert_allclose(table.numbers("velocity_mm_yr"), made.RATES)
    last = [made.series(rate, when)[-1] for rate in made.RATES]
    np.testing.assert_allclose(table.numbers("cumulative_mm"), last, atol=1e-3)
    np.testing.assert_array_equal(series_of(table)[0], when)
    assert table.numbers("SVET")[0] == 512


def line_under(covariance, design, series):
    """Minus twice the restricted log-likelihood of each series, and the error of its rate."""
    root = np.linalg.cholesky(covariance)
    matrix, values = np.linalg.solve(root, design), np.linalg.solve(root, series)
    normal = matrix.T @ matrix
    _, rest, *_ = np.linalg.lstsq(matrix, values, rcond=None)
    freedom = len(design) - design.shape[1]
    fixed = 2 * np.log(np.diag(root)).sum() + np.linalg.slogdet(normal)[1]
    return freedom * np.log(rest) + fixed, np.sqrt(rest / freedom * np.linalg.inv(normal)[1, 1])


def test_stamps_of_a_landslide(tmp_path, shared_data):
    path = shared_data("xinmo_stamps_ps") / "Maoxian_PS.csv"
    report, table = bring([path], tmp_path)
    raw = np.genfromtxt(path, delimiter=",", skip_header=2)
    assert report.points == len(raw) == 97 and report.kinds == ("StaMPS export",)
    np.testing.assert_allclose(table.x, raw[:, 0])
    np.testing.assert_allclose(table.numbers("velocity_mm_yr"), raw[:, 2], atol=6e-4)
    found, values = series_of(table)
    np.testing.assert_allclose(values.T, raw[:, 3:], atol=6e-3)
    assert (str(found[0]), str(found[-1])) == ("2014-11-25", "2017-06-18")
    # The standard deviation is that of a line through each series under the scene's noise, which
    # is far from white here.
    years = (found - found[0]).astype(float) / 365.25
    design = np.stack([np.ones(len(years)), years], axis=1)
    noise = estimate_noise(values, design, years, "auto")
    cost, std = line_under(noise.covariance(years), design, raw[:, 3:].T)
    white_cost, white_std = line_under(np.eye(len(years)), design, raw[:, 3:].T)
    assert (white_cost - cost).sum() > 1000 and np.median(std / white_std) > 2
    np.testing.assert_allclose(table.numbers("velocity_std_mm_yr"), std, rtol=1e-3, atol=1e-3)
    assert "standard deviation fitted" in report.lines[0]


def test_squeesar_shapefile_plain_and_in_an_archive(tmp_path, shared_data):
    from osgeo import ogr

    folder = shared_data("boissano_radarsat_ps")
    report, table = bring([folder], tmp_path)
    source = ogr.Open(str(next(folder.glob("*.shp"))))
    rows = list(source.GetLayer(0))
    assert report.points == len(rows) == 1372 and report.kinds == ("SqueeSAR table",)
    assert epsg_code(table.crs) == 3003
    np.testing.assert_allclose(table.x, [row.GetGeometryRef().GetX() for row in rows])
    for ours, theirs in (("velocity_mm_yr", "VEL"), ("velocity_std_mm_yr", "V_STDEV"),
                         ("coherence", "COHERENCE"), ("height_m", "HEIGHT"),
                         ("height_std_m", "H_STDEV"), ("D20030410", "D20030410")):  # fmt: skip
        np.testing.assert_allclose(
            table.numbers(ours), [row[theirs] for row in rows], atol=1e-3, err_msg=ours
        )
    assert list(table.texts("CODE")) == [row["CODE"] for row in rows]
    assert report.warnings == []  # rates and series agree
    archive = shutil.make_archive(str(tmp_path / "in"), "zip", folder)
    again, other = bring([archive], tmp_path)
    assert again.points == 1372
    np.testing.assert_array_equal(other.numbers("D20030410"), table.numbers("D20030410"))


def test_all_layers_of_points_of_a_file_are_read(tmp_path):
    from area_layers import layer, point, square
    from osgeo import gdal

    path = tmp_path / "many.gpkg"
    parts = {
        "east": ("point", [point(0, 0), point(100, 0)], {"vel": [1.0, 2.0]}),
        "fields": ("polygon", [square(0, 0, 100)], {"n": [1]}),
        "places": ("point", [point(0, 0)], {"n": [1]}),
        "west": ("point", [point(500, 0)], {"vel": [3.0]}),
    }
    for name, (kind, shapes, columns) in parts.items():
        one = layer(tmp_path / f"{name}.gpkg", kind, shapes, **columns)
        options = {"accessMode": "update"} if path.exists() else {}
        gdal.VectorTranslate(str(path), one.path, layerName=name, **options)
    report, table = bring([path], tmp_path)
    assert sorted(table.numbers("velocity_mm_yr")) == [1.0, 2.0, 3.0]
    assert list(table.texts("source")) == ["east", "east", "west"]
    assert "many.gpkg, east: table of points, 2 points" in report.lines[0]
    assert (
        "passed over: " in report.lines[0] and "many.gpkg, places: has neither" in report.lines[0]
    )
    assert "many.gpkg, west" in report.lines[1]


GRID = Grid(40, 50, (12.0, 0.001, 0.0, 46.0, 0.0, -0.001), wkt_from_epsg(4326))


def mintpy_series(folder, when):
    """A series with a void corner, and geometry beside it."""
    rates = np.linspace(-0.03, 0.03, 2000).reshape(40, 50)
    years = (when - when[0]).astype(float) / 365.25
    cube = (rates * years[:, None, None]).astype(np.float32)
    cube[:, :5, :5] = 0
    with TimeSeriesWriter(
        folder / "timeseries.h5", GRID, when, np.zeros(len(when)), {"REF_Y": "2", "REF_X": "3"}, {}
    ) as file:
        file.write(GRID.blocks(1 << 20)[0], cube)
    return rates


def test_mintpy_with_what_lies_beside(tmp_path):
    import h5py

    when = made.dates(20)
    rates = mintpy_series(tmp_path, when)
    attributes = {"LENGTH": "40", "WIDTH": "50", "X_FIRST": "12.0", "Y_FIRST": "46.0",
                  "X_STEP": "0.001", "Y_STEP": "-0.001", "EPSG": "4326"}  # fmt: skip
    mask = np.ones((40, 50), bool)
    mask[:, 40:] = False
    for name, layer, values in (
        ("maskTempCoh.h5", "mask", mask),
        ("temporalCoherence.h5", "temporalCoherence", np.full((40, 50), 0.8, np.float32)),
    ):
        with h5py.File(tmp_path / name, "w") as file:
            file[layer] = values
            file.attrs.update(attributes)
    with h5py.File(tmp_path / "geometryGeo.h5", "w") as file:
        for layer, value in (("height", 700), ("incidenceAngle", 39), ("azimuthAngle", 102)):
            file[layer] = np.full((40, 50), value, np.float32)
        file.attrs.update(attributes)
    report, table = bring([tmp_path / "timeseries.h5"], tmp_path)
    # The mask's 40 columns, less the void corner but for the reference pixel.
    assert report.points == 40 * 40 - 24
    rows, cols = table.numbers("row").astype(int), table.numbers("col").astype(int)
    np.testing.assert_allclose(table.x, 12.0 + 0.001 * (cols + 0.5))
    expected = rates[rows, cols] * 1e3
    expected[(rows == 2) & (cols == 3)] = 0
    np.testing.assert_allclose(table.numbers("velocity_mm_yr"), expected, atol=2e-3)
    los = from_incidence_azimuth(39.0, 102.0)
    np.testing.assert_allclose(table.numbers("los_east"), los.east, atol=1e-5)
    np.testing.assert_allclose(table.numbers("height_m"), 700)
    np.testing.assert_allclose(table.numbers("coherence"), 0.8, atol=1e-4)
    for word in ("MintPy time series", "mask from maskTempCoh.h5", "rate and standard", "unit m"):
        assert word in report.lines[0], word


def test_mintpy_rates_alone(tmp_path, shared_data):
    import h5py

    folder = shared_data("kirishima_mintpy")
    files = read_point_files([folder / "velocity.h5"])
    choices = ImportChoices(minimum_coherence=0.999)
    report = run_importpoints(files, tmp_path / "out.gpkg", choices)
    with h5py.File(folder / "velocity.h5") as file:
        rate = file["velocity"][()] * 1e3
        reference = int(file.attrs["REF_Y"]), int(file.attrs["REF_X"])
    with h5py.File(folder / "temporalCoherence.h5") as file:
        quality = file["temporalCoherence"][()]
    table = read_table(tmp_path / "out.gpkg")
    rows, cols = table.numbers("row").astype(int), table.numbers("col").astype(int)
    np.testing.assert_allclose(table.numbers("velocity_mm_yr"), rate[rows, cols], atol=6e-4)
    has = (quality >= 0.999) & np.isfinite(rate)
    has[rate == 0] = False
    has[reference] = True  # its rate is 0 and it is no void
    assert report.points == has.sum() > 100
    np.testing.assert_array_equal(np.sort(rows * rate.shape[1] + cols), np.flatnonzero(has))


def test_a_plain_table_needs_a_crs_and_takes_angles(tmp_path):
    path = write(tmp_path, "t.csv", table_text(made.dates()))
    with pytest.raises(GroundshiftError, match=r"t\.csv: does not tell the CRS"):
        bring([path], tmp_path)
    choices = ImportChoices(incidence=39.0, heading=-12.0)
    report, table = bring([path], tmp_path, choices, crs="EPSG:32632")
    assert epsg_code(table.crs) == 32632
    los = from_incidence_heading(39.0, -12.0)
    np.testing.assert_allclose(table.numbers("los_north"), los.north, atol=1e-6)
    np.testing.assert_allclose(table.numbers("heading_deg"), 348.0)
    assert "unit mm (assumed)" in report.lines[0] and "satellite (assumed)" in report.lines[0]
    with pytest.raises(GroundshiftError, match="longitudes reach .* no degrees"):
        bring([path], tmp_path, crs="EPSG:4326")
    path = write(tmp_path, "t.csv", "x,y,vel\n12.5,46.1,3\n")
    with pytest.raises(GroundshiftError, match="look like degrees and the CRS is in metres"):
        bring([path], tmp_path, crs="EPSG:32632")


def test_units_and_signs_are_turned(tmp_path):
    when = made.dates()
    path = write(tmp_path, "t.csv", table_text(when, scale=-1e-3, rate_scale=-1e-3))
    choices = ImportChoices(unit="m", sign="away")
    report, table = bring([path], tmp_path, choices, crs="EPSG:32632")
    np.testing.assert_allclose(table.numbers("velocity_mm_yr"), made.RATES, atol=1e-3)
    np.testing.assert_allclose(
        series_of(table)[1].T, [made.series(r, when) for r in made.RATES], atol=0.011
    )
    assert "turned to positive towards" in report.lines[0]
    # Left alone, values in metres are noticed.
    report, _ = bring([path], tmp_path, crs="EPSG:32632")
    assert any("unit is not told" in text for text in report.warnings)


@pytest.mark.parametrize(
    "changes, says",
    [({"sign": -1.0}, "opposite signs"), ({"rate_scale": 0.1}, "rates are 0.1 times"), ({}, "")],
)
def test_rates_are_held_against_the_series(tmp_path, changes, says):
    rng = np.random.default_rng(3)
    rates = tuple(rng.normal(0, 10, 60))
    path = write(tmp_path, "t.csv", table_text(made.dates(), rates, "x,y,vel_mm_yr", **changes))
    report, _ = bring([path], tmp_path, crs="EPSG:32632")
    assert len(report.warnings) == bool(says)
    assert not says or says in report.warnings[0]


def test_a_rate_that_is_not_there_is_fitted(tmp_path):
    when = made.dates(25)
    lines = table_text(when).replace("x,y,vel,", "lon,lat,note,").split("\n")
    rows = [line.split(",") for line in lines[1:-1]]
    for k, row in enumerate(rows):
        row[:3] = [f"{12 + k / 100}", "46.1", "roof"]
    rows[1][5] = rows[2][6] = ""  # gaps
    rows[3][3:] = [""] * 25  # nothing at all
    text = "\n".join([lines[0], *(",".join(row) for row in rows)])
    report, table = bring([write(tmp_path, "t.csv", text)], tmp_path)
    keep = [0, 1, 2, 4]
    np.testing.assert_allclose(
        table.numbers("velocity_mm_yr"), np.array(made.RATES)[keep], atol=1e-3
    )
    assert "1 without data" in report.lines[0] and set(table.texts("note")) == {"roof"}
    assert np.isnan(series_of(table)[1][2, 1])


def test_two_dates_give_no_rate(tmp_path):
    path = write(tmp_path, "t.csv", "lon,lat,D20200101,D20200113\n12,46,0,1\n")
    report, table = bring([path], tmp_path)
    assert report.points == 1 and np.isnan(table.numbers("velocity_mm_yr")).all()
    assert any("too few dates (2)" in text for text in report.warnings)


def test_look_vectors_are_turned_and_checked(tmp_path):
    head = "lon,lat,vel,incidence_angle,track_angle,los_east,los_north,los_up\n"
    look = from_incidence_heading(39.0, 350.0)
    down = f"{-look.east:.4f},{-look.north:.4f},{-look.up:.4f}"
    path = write(tmp_path, "t.csv", f"{head}12,46,1,39,350,{down}\n12,47,1,39,350,{down}\n")
    report, table = bring([path], tmp_path)
    np.testing.assert_allclose(table.numbers("los_up"), look.up, atol=1e-4)
    assert "2 look vectors turned" in report.lines[0] and report.warnings == []
    mirrored = f"{-look.east:.4f},{look.north:.4f},{look.up:.4f}"
    path = write(tmp_path, "t.csv", f"{head}12,46,1,39,350,{mirrored}\n")
    report, _ = bring([path], tmp_path)
    assert any("look vectors lie" in text for text in report.warnings)
    path = write(tmp_path, "t.csv", "lon,lat,vel,incidence\n12,46,1,0.68\n")
    with pytest.raises(GroundshiftError, match="radians"):
        bring([path], tmp_path)


def test_our_own_layer_comes_back_as_it_was(tmp_path):
    path = made.zipped(tmp_path / f"{made.BURST}.zip", **{made.BURST: made.egms(made.dates())})
    _, first = bring([path], tmp_path)
    (tmp_path / "out.gpkg").rename(tmp_path / "points.gpkg")
    report, second = bring([tmp_path / "points.gpkg"], tmp_path)
    assert report.kinds == ("Groundshift points",)
    assert set(first.columns) == set(second.columns)
    for name, values in first.columns.items():
        if values.dtype.kind == "f":
            np.testing.assert_allclose(second.numbers(name), values, atol=1e-5, err_msg=name)
        else:
            assert list(values) == list(second.texts(name)), name


def test_numbers_do_not_depend_on_the_memory(tmp_path):
    rates = tuple(np.random.default_rng(1).normal(0, 8, 6000))
    path = write(tmp_path, f"{made.BURST}.csv", made.egms(made.dates(40), rates))
    tables = []
    for budget in (1 << 20, 1 << 31):
        report, table = bring([path], tmp_path, job=Job(budget))
        tables.append((table, report.velocity))
    assert tables[0][1].median == tables[1][1].median
    for name, values in tables[0][0].columns.items():
        np.testing.assert_array_equal(values, tables[1][0].columns[name])


def test_rates_that_contradict_their_series_are_told(tmp_path):
    """18 mm/yr in a published file, of the right size and sign over all."""
    rng = np.random.default_rng(3)
    rates = rng.normal(0, 10, 60)
    text = table_text(made.dates(), tuple(rates), "x,y,vel_mm_yr")
    lines = text.strip().split("\n")
    for k in range(1, 21):
        cells = lines[k].split(",")
        cells[2] = f"{float(cells[2]) + 18:.4f}"
        lines[k] = ",".join(cells)
    report, _ = bring(
        [write(tmp_path, "t.csv", "\n".join(lines) + "\n")], tmp_path, crs="EPSG:32632"
    )
    assert len(report.warnings) == 1
    assert "rates contradict their own series at 33 % of the points" in report.warnings[0]
    assert "by 18 mm/yr" in report.warnings[0]


def test_columns_by_hand_and_tables_without_names(tmp_path):
    rows = "".join(f"P{k} 12.5{k} 46.1 {k - 2.5} 0.7 {k / 10} 0.4\n" for k in range(8))
    path = write(tmp_path, "bare.txt", "# Format: name lon lat rate std 2020 2021\n" + rows)
    with pytest.raises(GroundshiftError, match="say which they are, such as velocity=3"):
        bring([path], tmp_path)
    told = parse_columns("lon=2, lat=3; velocity=4, velocity_std=5, 2020-01-31=6, 2021-01-31=7")
    report = run_importpoints(read_point_files([path], columns=told), tmp_path / "bare.gpkg")
    table = read_table(tmp_path / "bare.gpkg")
    assert report.points == 8 and epsg_code(table.crs) == 4326
    np.testing.assert_allclose(table.x, 12.5 + np.arange(8) / 100)
    np.testing.assert_allclose(table.numbers("velocity_mm_yr"), np.arange(8) - 2.5)
    np.testing.assert_allclose(table.numbers("velocity_std_mm_yr"), 0.7)
    np.testing.assert_allclose(table.numbers("D20200131"), np.arange(8) / 10, atol=1e-6)
    assert table.texts("column_1")[3] == "P3"
    # What is told by hand goes before what would be guessed.
    named = write(
        tmp_path, "named.csv", "x,y,vel,speed,Hochwert,Rechtswert\n1,2,3,4,5100000,690000\n"
    )
    told = parse_columns("velocity=speed, x=Rechtswert, y=5")
    run_importpoints(
        read_point_files([named], columns=told, crs="EPSG:32632"), tmp_path / "named.gpkg"
    )
    table = read_table(tmp_path / "named.gpkg")
    assert (table.x[0], table.y[0]) == (690000, 5100000)
    assert table.numbers("velocity_mm_yr")[0] == 4


@pytest.mark.parametrize(
    ("text", "words"),
    [("speed=3", "says of no column"), ("lon", "says of no column"), ("lon=1, lon=2", "twice"),
     ("lon=1, lat=99, velocity=3", "has no column '99'"), ("lon=1, velocity=2", "one pair")],
)  # fmt: skip
def test_columns_that_are_none(tmp_path, text, words):
    path = write(tmp_path, "t.csv", "12.5,46.1,3.0\n12.6,46.1,4.0\n")
    with pytest.raises(GroundshiftError, match=words):
        read_point_files([path], columns=parse_columns(text))


@pytest.mark.parametrize(("side", "sign"), [("-1", 1), ("1", -1)])
def test_mintpy_rates_know_their_look(tmp_path, side, sign):
    import h5py

    with h5py.File(tmp_path / "velocity.h5", "w") as file:
        file["velocity"] = np.random.default_rng(0).normal(0, 0.01, (5, 6)).astype("f4")
        file.attrs.update({
            "FILE_TYPE": "velocity", "LENGTH": "5", "WIDTH": "6", "X_FIRST": "12.0",
            "Y_FIRST": "46.0", "X_STEP": "0.001", "Y_STEP": "-0.001", "X_UNIT": "degrees",
            "Y_UNIT": "degrees", "UNIT": "m/year", "EPSG": "4326", "HEADING": "-168.0",
            "CENTER_INCIDENCE_ANGLE": "38.5", "ANTENNA_SIDE": side,
        })  # fmt: skip
    report = run_importpoints(read_point_files([tmp_path / "velocity.h5"]), tmp_path / "out.gpkg")
    table = read_table(tmp_path / "out.gpkg")
    los = from_incidence_heading(38.5, 192.0)
    np.testing.assert_allclose(table.numbers("los_east"), sign * los.east, atol=1e-5)
    np.testing.assert_allclose(table.numbers("los_up"), los.up, atol=1e-5)
    np.testing.assert_allclose(table.numbers("incidence_deg"), 38.5, atol=1e-3)
    np.testing.assert_allclose(table.numbers("heading_deg"), 192.0, atol=1e-3)
    assert "from the attributes" in report.lines[0]
    own = ImportChoices(incidence=30.0, heading=-12.0)
    run_importpoints(read_point_files([tmp_path / "velocity.h5"]), tmp_path / "out.gpkg", own)
    np.testing.assert_allclose(
        read_table(tmp_path / "out.gpkg").numbers("incidence_deg"), 30.0, atol=1e-3
    )
