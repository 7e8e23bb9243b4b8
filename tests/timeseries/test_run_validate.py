# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The comparison from files to layer and report, on planted truth and on real results."""

import re
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import write_geometry
from groundshift.algorithms.formats.measurements import Fields, RateLayer
from groundshift.algorithms.formats.points.licsbas import is_licsbas, read_licsbas
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.vectors.tables import read_table, write_table
from groundshift.algorithms.job import Job
from groundshift.algorithms.outputs import Outputs
from groundshift.algorithms.timeseries.pairing import ReferenceRule
from groundshift.algorithms.timeseries.tools.comparison import Comparison
from groundshift.algorithms.timeseries.tools.validate import Validate
from groundshift.algorithms.timeseries.validation import TimeRule

UTM, WGS84 = wkt_from_epsg(32633), wkt_from_epsg(4326)
GRID = Grid(120, 300, (500000.0, 50.0, 0.0, 4200000.0, 0.0, -50.0), UTM)
LOS = from_incidence_heading(39.0, -12.0)
LOOK = np.array([LOS.east, LOS.north, LOS.up])


def how(method, distance, reference, **more):
    """Options of a comparison."""
    return {"method": method, "distance": distance, "reference": reference, **more}


NONE = how("nearest", 50.0, ReferenceRule("none"))


def stations(count=40, seed=0):
    rng = np.random.default_rng(seed)
    rows, cols = rng.integers(5, 115, count), rng.integers(5, 295, count)
    return rng, rows, cols, GRID.xy(rows, cols)


@pytest.fixture
def scene(tmp_path):
    """A velocity raster of ours that is right, and GNSS that is right, each with its noise."""
    rng, rows, cols, (x, y) = stations()
    enu = rng.normal(0, 0.02, (40, 3))
    truth = np.zeros(GRID.shape)
    truth[rows, cols] = enu @ LOOK
    velocity = truth + rng.normal(0, 0.001, GRID.shape)
    bands = [BandInfo("velocity_mm_yr", "mm/yr"), BandInfo("velocity_std_mm_yr", "mm/yr")]
    layers = np.stack([velocity * 1e3, np.full(GRID.shape, 1.0)])
    write_raster(tmp_path / "v.tif", GRID, layers, bands)
    measured = enu + rng.normal(0, 0.002, enu.shape)
    columns = {"site": np.array([f"G{k:02d}" for k in range(40)], dtype=object)}
    for part, name in enumerate("enu"):
        columns[f"v{name}"] = measured[:, part] * 1e3
        columns[f"s{name}"] = np.full(40, 2.0)
    write_table(tmp_path / "gnss.gpkg", UTM, x, y, columns)
    return tmp_path, rows, cols, enu, columns


def insar(folder, **more):
    more = {"incidence": 39.0, "heading": -12.0, **more}
    return RateLayer(folder / "v.tif", raster=True, **more)


def ground(folder, name="gnss.gpkg", **more):
    return RateLayer(folder / name, **more)


def compare(insar, ground, pairs, page, options=None, job=None):
    comparison = Comparison(insar, ground, **(options or {}))
    with Outputs((), {"PAIRS": pairs, "REPORT": page}) as outputs:
        comparison.run(outputs, job or Job())
    return comparison


def test_gnss_and_a_raster_agree_where_they_should(scene):
    folder, rows, cols, enu, _ = scene
    report = compare(insar(folder), ground(folder), folder / "p.gpkg", folder / "r.html", NONE)
    result = report.agreement
    assert result.pairs == 40
    assert abs(result.bias) < 0.001
    assert result.rmse == pytest.approx(np.sqrt(0.001**2 + 0.002**2), rel=0.25)
    assert result.correlation > 0.99 and result.overall == "A"
    assert result.honesty == "the standard deviations agree with the differences"
    assert result.deming.slope_low < 1 < result.deming.slope_high
    table = read_table(folder / "p.gpkg")
    assert set(table.columns["class"]) <= {"A", "B", "C"}
    place = int(np.flatnonzero(table.columns["station"] == "G07")[0])
    projected = LOOK @ enu[7] * 1e3
    assert table.columns["ground_mm_yr"][place] == pytest.approx(projected, abs=7)
    np.testing.assert_allclose(
        table.columns["difference_mm_yr"],
        table.columns["insar_mm_yr"] - table.columns["ground_mm_yr"], atol=2e-4,
    )  # fmt: skip


def test_the_report_is_a_whole_page_with_a_plot(scene):
    folder, *_ = scene
    compare(insar(folder), ground(folder), None, folder / "r.html", NONE)
    text = (folder / "r.html").read_text(encoding="utf-8")
    svg = ElementTree.fromstring(re.search(r"<svg.*?</svg>", text, re.DOTALL).group())
    dots = [item for item in svg.iter() if item.tag.endswith("circle")]
    assert len(dots) == 40
    assert all(0 < float(dot.get("cx")) < 460 for dot in dots)
    assert "Slope, Deming" in text and "G07" in text and "<script" not in text
    assert not (folder / "p.gpkg").exists()


def test_names_cannot_break_the_page(scene):
    folder, rows, cols, _, columns = scene
    columns["site"][3] = "<b>&'\"A"
    write_table(folder / "odd.gpkg", UTM, *GRID.xy(rows, cols), columns)
    compare(insar(folder), ground(folder, "odd.gpkg"), None, folder / "r.html", NONE)
    text = (folder / "r.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;&amp;&#x27;" in text and "<b>&'" not in text
    ElementTree.fromstring(re.search(r"<svg.*?</svg>", text, re.DOTALL).group())


def test_a_planted_bias_comes_back_and_the_reference_takes_it_out(scene):
    folder, *_ = scene
    shifted = folder / "shift.tif"
    layers = np.zeros((1, *GRID.shape), np.float32)
    from groundshift.algorithms.formats.rasters import read_raster

    layers[0] = read_raster(folder / "v.tif")[1][0] + 25.0
    write_raster(shifted, GRID, layers, [BandInfo("velocity_mm_yr", "mm/yr")])
    source = RateLayer(shifted, raster=True, incidence=39.0, heading=-12.0)
    plain = compare(source, ground(folder), None, None, NONE)
    assert plain.agreement.bias == pytest.approx(0.025, abs=0.001)
    assert plain.agreement.overall in ("C", "D")
    options = how("nearest", 50.0, ReferenceRule("median"))
    better = compare(source, ground(folder), None, None, options)
    assert better.offset == pytest.approx(0.025, abs=0.001)
    assert better.raw.bias == pytest.approx(plain.agreement.bias)
    assert abs(better.agreement.bias) < 0.001 and better.agreement.overall == "A"


@pytest.mark.parametrize("unit, factor", [("mm", 1e3), ("cm", 1e2), ("m", 1.0)])
def test_units_and_coordinate_systems_do_not_matter(scene, unit, factor):
    from pyproj import Transformer

    folder, rows, cols, _, columns = scene
    x, y = Transformer.from_crs(UTM, WGS84, always_xy=True).transform(*GRID.xy(rows, cols))
    scaled = {n: v if v.dtype == object else v / 1e3 * factor for n, v in columns.items()}
    write_table(folder / "w.gpkg", WGS84, x, y, scaled)
    plain = compare(insar(folder), ground(folder), None, None, NONE).agreement
    other = compare(insar(folder), ground(folder, "w.gpkg", unit=unit), None, None, NONE)
    assert other.agreement.rmse == pytest.approx(plain.rmse, rel=1e-6)
    assert other.agreement.pairs == plain.pairs == 40


def test_levelling_is_vertical_and_says_so(scene):
    folder, rows, cols, enu, _ = scene
    columns = {"up_mm_yr": enu[:, 2] * 1e3}
    write_table(folder / "lev.gpkg", UTM, *GRID.xy(rows, cols), columns)
    compare(insar(folder), ground(folder, "lev.gpkg"), folder / "p.gpkg", None, NONE)
    table = read_table(folder / "p.gpkg")
    np.testing.assert_allclose(
        table.columns["ground_mm_yr"], np.cos(np.radians(39)) * enu[:, 2] * 1e3, atol=1e-3
    )
    report = compare(insar(folder), ground(folder, "lev.gpkg"), None, None, NONE)
    assert any("vertical" in note for note in report.notes)
    with pytest.raises(GroundshiftError, match="incidence and heading"):
        compare(insar(folder, incidence=None, heading=None), ground(folder, "lev.gpkg"), None, None)


def test_the_geometry_file_gives_the_look(scene):
    folder, *_ = scene
    layers = {
        "incidenceAngle": np.full(GRID.shape, 39.0), "azimuthAngle": np.full(GRID.shape, 102.0)
    }  # fmt: skip
    write_geometry(folder / "g.h5", GRID, layers, {})
    source = insar(folder, incidence=None, heading=None, geometry_path=folder / "g.h5")
    first = compare(source, ground(folder), None, None, NONE).agreement
    second = compare(insar(folder), ground(folder), None, None, NONE).agreement
    assert first.rmse == pytest.approx(second.rmse, rel=1e-5)


def series_columns(dates, series):
    return {f"D{str(d).replace('-', '')}": column for d, column in zip(dates, series.T)}


def test_series_are_compared_on_common_dates(tmp_path):
    rng, rows, cols, (x, y) = stations(12)
    sar = np.datetime64("2019-01-05") + 12 * np.arange(60)
    gps = np.datetime64("2019-06-01") + np.arange(900)
    rate = rng.normal(0, 0.03, 12)

    def motion(dates, noise):
        t = (dates - sar[0]).astype(float) / 365.25
        season = 0.008 * np.sin(2 * np.pi * t)
        return rate[:, None] * t + season + rng.normal(0, noise, (12, len(dates)))

    columns = {"velocity_mm_yr": rate * 1e3, **series_columns(sar, motion(sar, 0.002) * 1e3)}
    for k, name in enumerate(("los_east", "los_north", "los_up")):
        columns[name] = np.full(12, LOOK[k])
    write_table(tmp_path / "ps.gpkg", UTM, x, y, columns)
    # One row for a station and a day, as GNSS services give them.
    days = np.repeat(gps[np.newaxis], 12, axis=0)
    up = motion(gps, 0.004) / LOOK[2]
    rows_ = {
        "station": np.repeat([f"P{k}" for k in range(12)], len(gps)).astype(object),
        "when": days.ravel().astype(str).astype(object), "up": up.ravel() * 1e3,
    }  # fmt: skip
    write_table(tmp_path / "long.gpkg", UTM, np.repeat(x, len(gps)), np.repeat(y, len(gps)), rows_)
    source = RateLayer(tmp_path / "ps.gpkg")
    other = RateLayer(tmp_path / "long.gpkg", quantity="vertical", fields=Fields(date="when"))
    options = how("nearest", 50.0, ReferenceRule("none"), time=TimeRule(average_days=6))
    report = compare(source, other, tmp_path / "p.gpkg", None, options)
    table = read_table(tmp_path / "p.gpkg")
    expected = ((sar >= gps[0]) & (sar <= gps[-1])).sum()
    assert (table.columns["common_dates"] == expected).all()
    assert report.agreement.rmse < 0.002 and report.agreement.overall == "A"
    assert np.median(report.series.rmse) == pytest.approx(
        np.sqrt(0.002**2 + 0.004**2 / 13), rel=0.25
    )
    assert (report.series.classes == "A").mean() > 0.5
    assert report.agreement.normalised_rms == pytest.approx(1, abs=0.5)


def test_null_and_duplicate_rows(scene):
    folder, rows, cols, _, columns = scene
    twice = {name: np.concatenate([values, values[:5]]) for name, values in columns.items()}
    twice["vu"][10] = np.nan
    x, y = GRID.xy(np.append(rows, rows[:5]), np.append(cols, cols[:5]))
    write_table(folder / "n.gpkg", UTM, x, y, twice)
    report = compare(insar(folder), ground(folder, "n.gpkg"), None, None, NONE)
    assert report.agreement.pairs == 39 and len(report.stations) == 39
    assert any("5 ground points at the place" in note for note in report.notes)
    assert any("1 ground point without" in note for note in report.notes)


def test_text_fields_with_numbers_are_taken_and_others_refused(scene):
    folder, rows, cols, enu, _ = scene
    texts = np.array([f"{v:.3f}".replace(".", ",") for v in enu[:, 2] * 1e3], dtype=object)
    write_table(folder / "t.gpkg", UTM, *GRID.xy(rows, cols), {"up": texts})
    assert compare(insar(folder), ground(folder, "t.gpkg"), None, None, NONE).agreement.pairs
    texts[3] = "subsides"
    write_table(folder / "u.gpkg", UTM, *GRID.xy(rows, cols), {"up": texts})
    with pytest.raises(GroundshiftError, match="field 'up' does not hold numbers"):
        compare(insar(folder), ground(folder, "u.gpkg"), None, None, NONE)


def test_what_cannot_be_done_is_one_sentence(scene):
    folder, rows, cols, enu, columns = scene
    x, y = GRID.xy(rows, cols)
    write_table(folder / "nocrs.gpkg", "", x, y, columns)
    write_table(folder / "nothing.gpkg", UTM, x, y, {"note": np.array(["a"] * 40, dtype=object)})
    write_table(folder / "far.gpkg", UTM, x + 1e6, y, columns)
    write_table(folder / "null.gpkg", UTM, x, y, {"up": np.full(40, np.nan)})
    (folder / "broken.gpkg").write_bytes(b"no layer")
    target = folder / "out.gpkg"
    for name, more, words in (
        ("nocrs.gpkg", {}, "has no CRS"),
        ("nothing.gpkg", {}, "no field with a rate"),
        ("far.gpkg", {}, "no pixel with a value"),
        ("null.gpkg", {}, "no row has a value"),
        ("broken.gpkg", {}, "cannot be read as a vector layer"),
        ("gnss.gpkg", {"fields": Fields(east="vx"), "quantity": "enu"}, "has no field 'vx'"),
    ):
        with pytest.raises(GroundshiftError, match=words):
            compare(insar(folder), ground(folder, name, **more), target, None, NONE)
    with pytest.raises(GroundshiftError, match="only one is given"):
        compare(insar(folder, heading=None), ground(folder), target, None, NONE)
    with pytest.raises(GroundshiftError, match="'5, 2, 10' are no limits of classes"):
        sides = {"INSAR": (folder / "v.tif", ""), "GROUND": (folder / "gnss.gpkg", "")}
        Validate.of({**sides, "LIMITS": "5, 2, 10"})
    with pytest.raises(Cancelled):
        compare(insar(folder), ground(folder), target, None, NONE, job=Job(cancelled=lambda: True))
    assert not target.exists() and not list(folder.glob(".*part*"))


def test_two_pairs_have_a_bias_and_a_warning(scene):
    folder, rows, cols, _, columns = scene
    few = {name: values[:2] for name, values in columns.items()}
    write_table(folder / "f.gpkg", UTM, *GRID.xy(rows[:2], cols[:2]), few)
    report = compare(
        insar(folder), ground(folder, "f.gpkg"), folder / "p.gpkg", folder / "r.html", NONE
    )
    assert report.agreement.deming is None and np.isfinite(report.agreement.bias)
    assert "no correlation" in report.warnings[0]
    assert "no correlation" in (folder / "r.html").read_text(encoding="utf-8")


def campi(shared_data, name):
    return shared_data("campi_flegrei_licsbas") / "TS_GEOCml1clip" / "results" / name


def test_licsbas_results_lie_where_they_should(shared_data):
    path = campi(shared_data, "vel.mskd")
    assert is_licsbas(path)
    result = read_licsbas(path)
    filtered = read_licsbas(campi(shared_data, "vel.filt.mskd")).rate
    row, col = np.unravel_index(np.nanargmax(filtered), filtered.shape)
    assert result.grid.shape == (121, 191)
    lon, lat = result.grid.xy(row, col)
    # Pozzuoli rises; 2016 to 2020.
    assert (lon, lat) == pytest.approx((14.12, 40.82), abs=0.03)


def test_two_versions_of_campi_flegrei_agree(shared_data, tmp_path):
    first = RateLayer(campi(shared_data, "vel.mskd"), raster=True)
    second = RateLayer(campi(shared_data, "vel.filt.mskd"), raster=True)
    options = how("nearest", 30.0, ReferenceRule("median"), most_points=30000)
    result = compare(first, second, tmp_path / "p.gpkg", None, options).agreement
    a, b = (read_licsbas(s.path).rate for s in (first, second))
    both = np.isfinite(a) & np.isfinite(b)
    assert result.pairs == both.sum()
    d = (a - b)[both]
    assert result.rmse_unbiased == pytest.approx(d.std(), rel=1e-6)
    assert result.correlation == pytest.approx(np.corrcoef(a[both], b[both])[0, 1], rel=1e-6)


def test_two_tracks_of_one_fault_are_a_misuse_that_is_caught(shared_data):
    folder = shared_data("north_anatolian_licsbas")
    first = RateLayer(folder / "087A_04904_121313.vel.mskd", raster=True)
    second = RateLayer(folder / "167D_04884_131212.vel.mskd", raster=True)
    options = how("nearest", 1000.0, ReferenceRule("median"), most_points=2000)
    report = compare(first, second, None, None, options)
    assert report.look_angle > 50
    assert "different quantities" in report.warnings[0]
    alone = compare(first, first, None, None, options)
    assert alone.look_angle < 0.1 and not alone.warnings
    assert alone.agreement.rmse == 0


def test_stamps_points_against_themselves_perturbed(shared_data, tmp_path):
    raw = np.genfromtxt(shared_data("xinmo_stamps_ps") / "Maoxian_PS.csv", delimiter=",",
                        skip_header=1)  # fmt: skip
    dates = (np.datetime64("1970-01-01") + (raw[0, -41:] - 719529).astype(int)).astype("M8[D]")
    values = raw[1:]
    x, y, series = values[:, 0], values[:, 1], values[:, -41:]
    if not (100 < x.mean() < 106):
        x, y = values[:, 1], values[:, 0]
    rng = np.random.default_rng(0)
    write_table(tmp_path / "a.gpkg", WGS84, x, y, series_columns(dates, series))
    worse = series + rng.normal(0, 3.0, series.shape) + 7.0
    write_table(tmp_path / "b.gpkg", WGS84, x, y, series_columns(dates, worse))
    options = how("nearest", 1.0, ReferenceRule("none"))
    report = compare(
        RateLayer(tmp_path / "a.gpkg"),
        RateLayer(tmp_path / "b.gpkg"),
        tmp_path / "p.gpkg",
        None,
        options,
    )
    assert report.agreement.pairs == 97
    assert np.median(report.series.rmse) == pytest.approx(0.003, rel=0.1)
    t = (dates - dates[0]).astype(float) / 365.25
    expected = 0.003 / np.sqrt(((t - t.mean()) ** 2).sum())
    assert report.agreement.rmse == pytest.approx(expected, rel=0.15)


def test_squeesar_points_are_understood_by_their_names(shared_data):
    (path,) = shared_data("boissano_radarsat_ps").glob("*.shp")
    options = how("median", 30.0, ReferenceRule("median"))
    report = compare(RateLayer(path), RateLayer(path), None, None, options)
    assert report.agreement.pairs > 1000 and report.agreement.correlation > 0.7


def test_horizontal_gnss_says_what_it_leaves_unknown(scene):
    folder, rows, cols, enu, columns = scene
    flat = {name: values for name, values in columns.items() if name not in ("vu", "su")}
    x, y = GRID.xy(rows, cols)
    write_table(folder / "flat.gpkg", UTM, x, y, flat)
    options = how("nearest", 50.0, ReferenceRule("none"), up_std=0.02)
    report = compare(insar(folder), ground(folder, "flat.gpkg"), folder / "p.gpkg", None, options)
    assert any("The ground data are horizontal" in text and "20 mm/yr" in text
               for text in report.notes)  # fmt: skip
    table = read_table(folder / "p.gpkg")
    own = read_table(folder / "flat.gpkg")
    expected = LOOK[0] * own.numbers("ve") + LOOK[1] * own.numbers("vn")
    order = [list(own.columns["site"]).index(name) for name in table.columns["station"]]
    np.testing.assert_allclose(table.numbers("ground_mm_yr"), expected[order], atol=1e-3)
    sigma = np.hypot(2 * np.hypot(*LOOK[:2]), LOOK[2] * 20)
    np.testing.assert_allclose(table.numbers("ground_std_mm_yr"), sigma, rtol=1e-3)
    # The vertical motion of 20 mm/yr is in the differences, and their size is what was assumed.
    assert report.agreement.rmse > 0.01
    assert 0.6 < report.agreement.normalised_rms < 1.5
    named = compare(insar(folder), ground(folder, quantity="horizontal"), None, None, options)
    assert named.agreement.rmse == pytest.approx(report.agreement.rmse, rel=1e-9)


@pytest.mark.parametrize(
    "names",
    [("east_std", "north_std", "up_std"), ("std_east", "std_north", "std_up"),
     ("east_sigma", "north_sigma", "up_sigma"), ("sigma_ve", "sigma_vn", "sigma_vu"),
     ("ve_err", "vn_err", "vu_err"), ("SigE", "SigN", "SigU")],
)  # fmt: skip
def test_names_of_standard_deviations(scene, names):
    """They were ignored, and the ground counted as perfect."""
    folder, rows, cols, _, columns = scene
    renamed = {name: columns[name] for name in ("site", "ve", "vn", "vu")}
    renamed.update({new: columns[old] for new, old in zip(names, ("se", "sn", "su"))})
    write_table(folder / "named.gpkg", UTM, *GRID.xy(rows, cols), renamed)
    report = compare(insar(folder), ground(folder, "named.gpkg"), folder / "p.gpkg", None, NONE)
    np.testing.assert_allclose(
        read_table(folder / "p.gpkg").numbers("ground_std_mm_yr"), 2.0, rtol=1e-3
    )
    assert not any("no standard deviations" in text for text in report.notes)


def test_csv_with_longitude_and_latitude(scene):
    from pyproj import Transformer

    folder, rows, cols, _, columns = scene
    lon, lat = Transformer.from_crs(UTM, WGS84, always_xy=True).transform(*GRID.xy(rows, cols))
    lines = ["station,Longitude,Latitude,ve,vn,vu,std_e,std_n,std_u"]
    for k in range(40):
        values = [columns[name][k] for name in ("ve", "vn", "vu", "se", "sn", "su")]
        lines.append(
            f"{columns['site'][k]},{lon[k]:.8f},{lat[k]:.8f}," + ",".join(map(str, values))
        )
    (folder / "gnss.csv").write_text("\n".join(lines) + "\n")
    layer = compare(insar(folder), ground(folder), None, None, NONE)
    table = compare(insar(folder), ground(folder, "gnss.csv"), None, None, NONE)
    assert table.agreement.pairs == 40
    assert table.agreement.rmse == pytest.approx(layer.agreement.rmse, rel=1e-6)
    assert table.agreement.normalised_rms == pytest.approx(layer.agreement.normalised_rms, rel=1e-6)


def test_an_offset_and_a_ramp_are_taken_out(scene):
    folder, rows, cols, _, columns = scene
    x, y = GRID.xy(rows, cols)
    with_plane = dict(columns)
    # Vertical motion that grows by 1 mm/yr a kilometre to the east, and half of it to the north.
    plane = 3.0 + (x - x.mean()) / 1e3 + 0.5 * (y - y.mean()) / 1e3
    with_plane["vu"] = columns["vu"] - plane / LOOK[2]
    write_table(folder / "ramp.gpkg", UTM, x, y, with_plane)

    def run(method, name):
        options = how("nearest", 50.0, ReferenceRule(method))
        return compare(insar(folder), ground(folder, name), None, None, options)

    plain, ramp = run("median", "ramp.gpkg"), run("ramp", "ramp.gpkg")
    assert plain.agreement.rmse > 3e-3
    assert ramp.agreement.rmse == pytest.approx(np.sqrt(0.001**2 + 0.002**2), rel=0.3)
    assert ramp.offset == pytest.approx(3e-3, abs=1.5e-3)
    note = next(text for text in ramp.notes if "a ramp through" in text)
    east, north = map(float, re.search(r"\((\S+) mm/yr to the east and (\S+) to", note).groups())
    assert east == pytest.approx(100, abs=25) and north == pytest.approx(50, abs=60)
    write_table(folder / "few.gpkg", UTM, x[:5], y[:5], {k: v[:5] for k, v in with_plane.items()})
    with pytest.raises(GroundshiftError, match="A ramp takes 6 pairs"):
        run("ramp", "few.gpkg")
