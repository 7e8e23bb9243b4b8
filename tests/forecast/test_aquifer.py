# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Storage of aquifer systems: planted truth, a simulated clay bed, heads of every kind."""

import aquifer_files as made
import numpy as np
import pytest
from aquifer_files import planted
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.forecast.aquifer import Aquifer, AquiferOptions
from groundshift.algorithms.forecast.heads import below_former, consolidation, daily_heads, delayed
from groundshift.algorithms.formats.text.well_heads import read_wells
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.timeseries.agreement import deming_slope
from groundshift.algorithms.toolbox import call

YEAR = 365.25


def fitted(values, motion, seed=2, **options):
    aquifer = Aquifer(
        made.DATES, daily_heads(made.readings(values, seed)),
        AquiferOptions(**{"head_std": 0.05, "lag_step": 6, **options}),
    )  # fmt: skip
    return aquifer, aquifer(motion)


def test_demings_slope_is_the_one_of_orthogonal_regression():
    odr = pytest.importorskip("scipy.odr")
    random = np.random.default_rng(0)
    true = random.normal(0, 2, 80)
    x, y = true + random.normal(0, 0.5, 80), 3e-3 * true + random.normal(0, 4e-3, 80)
    x, y = x - x.mean(), y - y.mean()
    own = deming_slope((x**2).sum(), (y**2).sum(), (x * y).sum(), (4e-3 / 0.5) ** 2)
    data = odr.RealData(x, y, sx=0.5, sy=4e-3)
    fit = odr.ODR(data, odr.Model(lambda b, x: b[0] * x), beta0=[1e-3]).run()
    assert own == pytest.approx(fit.beta[0], rel=1e-4)
    # Without products: the x axis, unless y varies more.
    assert deming_slope(2.0, 1.0, 0.0, 1.0) == 0
    assert np.isnan(deming_slope(1.0, 2.0, 0.0, 1.0))


def clay_bed(values, thickness, diffusivity, storage, cells=40):
    """Compaction (m) of a bed with heads on both sides, by implicit differences, a day a step."""
    from scipy.linalg import solve_banded

    dz = thickness / cells
    r = diffusivity / dz**2
    bands = np.zeros((3, cells))
    bands[0, 1:], bands[2, :-1], bands[1] = -r, -r, 1 + 2 * r
    bands[1, [0, -1]] = 1 + 3 * r  # the edges are half a cell away
    head = np.full(cells, values[0])
    out = np.zeros(len(values))
    for day in range(1, len(values)):
        side = head.copy()
        side[[0, -1]] += 2 * r * values[day]
        head = solve_banded((1, 1), bands, side)
        out[day] = storage * dz * (head - values[0]).sum()
    return out


def test_the_response_is_that_of_a_simulated_bed():
    values = made.head(3)[:3000]
    thickness, diffusivity = 12.0, 0.03
    tau = (thickness / 2) ** 2 / diffusivity
    simulated = clay_bed(values, thickness, diffusivity, 1e-3)
    own = 1e-3 * thickness * (delayed(values, tau) - values[0])
    assert np.abs(own - simulated).max() < 0.01 * np.ptp(simulated)
    step = np.concatenate([[0.0], np.ones(3000)])
    away = np.abs(delayed(step, 800.0)[1:] - consolidation((np.arange(3000) + 0.5) / 800))
    assert away[2:].max() < 1e-3
    assert consolidation(1.0) == pytest.approx(0.9313, abs=1e-4)


def test_a_simulated_system_is_recovered():
    """Sand that answers at once and a clay bed that is lowered steadily."""
    t = np.arange(made.DAYS) / YEAR
    values = -20 + 2 * np.sin(2 * np.pi * t) - 1.2 * t
    thickness, tau = 20.0, 1.5
    diffusivity = (thickness / 2) ** 2 / (tau * YEAR)
    lowered = below_former(values, values[:365].min())
    bed = clay_bed(lowered, thickness, diffusivity, made.S_KV / thickness)
    days = (made.DATES - made.FIRST).astype(int)
    motion = made.S_KE * (values - lowered)[days] + bed[days] + made.noise(40)
    _, found = fitted(values, motion)
    for value, std, truth in (
        (found.s_ke, found.s_ke_std, made.S_KE), (found.s_kv, found.s_kv_std, made.S_KV),
    ):  # fmt: skip
        assert value.mean() == pytest.approx(truth, abs=max(0.5 * std.mean(), 0.03 * truth))
        assert np.sqrt(np.mean(((value - truth) / std) ** 2)) < 1.4
    assert np.median(found.tau) == pytest.approx(tau, rel=0.25)
    assert ((found.tau_low <= tau) & (tau <= found.tau_high)).mean() > 0.85
    assert (found.lag_low <= 6).mean() > 0.9


def test_errors_and_intervals_are_honest():
    parts = []
    for seed in range(40):
        values = made.head(seed)
        parts.append(fitted(values, planted(values, count=3, seed=1000 + seed), 500 + seed)[1])
    every = {name: np.concatenate([getattr(p, name) for p in parts]) for name in
             type(parts[0]).__dataclass_fields__}  # fmt: skip
    for name, truth in (("s_ke", made.S_KE), ("s_kv", made.S_KV)):
        ratio = (every[name] - truth) / every[f"{name}_std"]
        assert abs(ratio.mean()) < 0.3
        assert 0.6 < np.sqrt(np.mean(ratio**2)) < 1.25
    for name, truth in (("lag", made.LAG), ("tau", made.TAU)):
        inside = (every[f"{name}_low"] <= truth) & (truth <= every[f"{name}_high"])
        assert inside.mean() > 0.87
        assert every[f"{name}_low"].mean() < truth < every[f"{name}_high"].mean()


def test_errors_of_the_heads_do_not_lower_the_storage():
    """A plain regression loses a tenth of the slope; Deming's line does not."""
    values = made.head(4, decline=0.0, season=0.8)
    motion = planted(values, count=150)
    trace = made.readings(values, error=0.4)
    fits = [
        Aquifer(made.DATES, daily_heads(trace), AquiferOptions(head_std=std, lag_step=6))(motion)
        for std in (0.0, 0.3)
    ]
    assert fits[0].s_ke.mean() < 0.9 * made.S_KE
    assert fits[1].s_ke.mean() == pytest.approx(made.S_KE, rel=0.08)
    assert np.isnan(fits[1].s_kv).all()


def test_a_drift_is_not_inelastic_compaction():
    values = made.head(5, decline=0.0)
    drift = -0.02 * (made.DATES - made.FIRST).astype(int) / YEAR
    aquifer, found = fitted(values, planted(values, count=5) + drift)
    assert not aquifer.virgin
    assert np.isnan(found.s_kv).all()
    assert np.abs(found.s_ke - made.S_KE).max() < 4 * found.s_ke_std.max()
    # Heads that fell once and rose again, over ground that drifts: the drift tells it better.
    values = values - 1.5 * np.clip((np.arange(made.DAYS) - 3000) / 300, 0, 1)
    motion = made.S_KE * values[(made.DATES - made.FIRST).astype(int)] + made.noise(5)
    _, found = fitted(values, motion + drift)
    assert (found.delta_bic < 0).all()


def test_gaps_units_and_groups_change_nothing():
    values = made.head(6)
    motion = planted(values, count=6)
    motion[2, 40:60] = np.nan
    motion[3, 8:] = np.nan
    aquifer, whole = fitted(values, motion)
    parts = [aquifer(motion[k : k + 1]) for k in range(6)]
    for name in ("s_ke", "s_kv", "tau", "lag_high", "storage_std"):
        alone = [getattr(part, name)[0] for part in parts]
        np.testing.assert_allclose(getattr(whole, name), alone, rtol=1e-7)
    assert np.isnan(whole.s_ke[3])
    # The motion twice as large: storage is, the delay is the same.
    twice = aquifer(2 * motion)
    np.testing.assert_allclose(twice.s_kv, 2 * whole.s_kv, rtol=1e-6)
    np.testing.assert_allclose(twice.tau, whole.tau)
    # A constant on heads or motion is nothing.
    other, _ = fitted(values + 7.0, motion)
    np.testing.assert_allclose(other(motion + 0.3).s_ke, whole.s_ke, rtol=1e-6)


def test_no_heads_in_a_long_gap():
    trace = made.readings(made.head(0))
    keep = (made.READINGS < 3000) | (made.READINGS > 3400)
    heads = daily_heads(type(trace)("W", trace.dates[keep], trace.values[keep]))
    used = heads.usable(made.DATES, 60)
    days = (made.DATES - made.FIRST).astype(int)
    assert not used[(days > 3000) & (days < 3460)].any()
    assert used[(days > 2300) & (days < 2980)].all()


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_tables_of_wells(tmp_path, mark):
    rows = ["Well,Date,Depth to water (ft),Longitude,Latitude", "B,01/02/2020,10,100.5,13.7",
            "B,15/02/2020,-,100.5,13.7", "A,15/02/2020,20,100.6,13.8",
            "A,15/02/2020,22,100.6,13.8"]  # fmt: skip
    (tmp_path / "w.csv").write_text("\n".join(rows).replace(",", mark))
    first, second = read_wells(tmp_path / "w.csv")
    assert (first.name, second.name, first.depth, first.geographic) == ("A", "B", True, True)
    assert first.trace.values == pytest.approx([21 * 0.3048])
    assert (second.x, second.y) == (100.5, 13.7)
    assert str(second.trace.dates[0]) == "2020-02-01"
    assert np.isnan(second.trace.values[1])


@pytest.mark.parametrize(
    "text, says",
    [
        ("", "do not tell date and head"),
        ("a,b\n1,2\n", "do not tell date and head"),
        ("date,head_m\nsoon,2\n", "'soon' is no date"),
        ("date,head_m\n2020-01-01,high\n", "'high' on 2020-01-01 is no number"),
        ("date,head_m\n", "no rows"),
        ("well,date,head,x,y\nA,2020-01-01,2,0,0\nA,2020-01-02,2,5,0\n", "lies at 2 places"),
    ],
)
def test_bad_tables_of_wells(tmp_path, text, says):
    (tmp_path / "w.csv").write_text(text)
    with pytest.raises(GroundshiftError, match=says):
        read_wells(tmp_path / "w.csv")


def test_the_tool_takes_the_line_of_sight_to_the_vertical(tmp_path):
    values = made.head(7)
    motion = planted(values, count=12)
    made.points(tmp_path / "up.gpkg", motion)
    made.points(tmp_path / "los.gpkg", motion, incidence=40)
    made.heads_table(tmp_path / "h.csv", [made.readings(values)])
    made.heads_table(tmp_path / "d.csv", [made.readings(values)], column="depth_m", sign=-1)
    found = call(
        "aquifer", points=tmp_path / "los.gpkg", heads=[tmp_path / "h.csv"],
        storage=tmp_path / "s.gpkg", report=tmp_path / "r.html",
    )  # fmt: skip
    other = call(
        "aquifer", points=tmp_path / "up.gpkg", heads=[tmp_path / "d.csv"], incidence=0,
        storage=tmp_path / "t.gpkg",
    )  # fmt: skip
    first, second = (read_table(tmp_path / name) for name in ("s.gpkg", "t.gpkg"))
    for name in ("s_ke", "s_kv", "storage_std_mm"):
        np.testing.assert_allclose(first.numbers(name), second.numbers(name), rtol=1e-3)
    assert found["fitted"] == other["fitted"] == 12
    ratio = (first.numbers("s_ke") - made.S_KE) / first.numbers("s_ke_std")
    assert np.abs(ratio).max() < 4
    assert "S_ke" in (tmp_path / "r.html").read_text()
    with pytest.raises(GroundshiftError, match="nothing tells the line of sight"):
        call("aquifer", points=tmp_path / "up.gpkg", heads=[tmp_path / "h.csv"],
             storage=tmp_path / "x.gpkg")  # fmt: skip
    assert not (tmp_path / "x.gpkg").exists()


def test_the_tool_by_wells_and_areas(tmp_path):
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.formats.vectors.features import read_polygons, write_polygons
    from osgeo import ogr

    a, b = made.head(8, decline=0.0), made.head(9, decline=0.0)
    motion = np.concatenate([planted(a, count=5), planted(b, count=5, s_ke=4e-3)])
    x = np.concatenate([500_000 + 50.0 * np.arange(5), 510_000 + 50.0 * np.arange(5)])
    x[-1] = 530_000.0  # far from all
    made.points(tmp_path / "p.gpkg", motion, incidence=35, x=x)
    places = [(500_000, 1_500_500), (510_000, 1_500_500)]
    made.heads_table(tmp_path / "h.csv", [made.readings(a, name="A"), made.readings(b, name="B")],
                     places)  # fmt: skip
    square = "POLYGON((499900 1499000,500300 1499000,500300 1501000,499900 1501000,499900 1499000))"
    wkb = [bytes(ogr.CreateGeometryFromWkt(square).ExportToWkb())]
    write_polygons(tmp_path / "a.gpkg", wkt_from_epsg(32647), wkb, {"n": np.array([1])})
    given = {"points": tmp_path / "p.gpkg", "heads": [tmp_path / "h.csv"], "distance": 5}
    found = call("aquifer", **given, areas=(tmp_path / "a.gpkg", ""), storage=tmp_path / "s.gpkg",
                 area_storage=tmp_path / "q.gpkg", report=tmp_path / "r.html")  # fmt: skip
    table = read_table(tmp_path / "s.gpkg")
    assert table.columns["well"].tolist() == ["A"] * 5 + ["B"] * 4 + [""]
    storage, error = table.numbers("s_ke"), table.numbers("s_ke_std")
    truth = np.repeat([2e-3, 4e-3], [5, 4])
    assert np.abs((storage[:9] - truth) / error[:9]).max() < 4
    assert np.isnan(storage[9])
    area = read_polygons(tmp_path / "q.gpkg")
    assert area.numbers("area_km2")[0] == pytest.approx(0.8, rel=2e-3)
    days = (made.DATES[[0, -1]] - made.FIRST).astype(int) - made.LAG
    volume = made.S_KE * np.diff(a[days])[0] * 0.8e6
    off = area.numbers("storage_m3")[0] - volume
    assert abs(off) < 4 * area.numbers("storage_std_m3")[0]
    assert found["volume"] == pytest.approx(area.numbers("storage_m3")[0], abs=1e-2)
    # Between two wells that are mixed by distance, both count.
    weighted = call("aquifer", **{**given, "distance": 11}, between="weighted",
                    storage=tmp_path / "w.gpkg")  # fmt: skip
    assert weighted["fitted"] == 9
    assert read_table(tmp_path / "w.gpkg").columns["well"][0] == "A + B"


def test_what_cannot_be(tmp_path):
    values = made.head(0)
    made.points(tmp_path / "p.gpkg", planted(values, count=2), incidence=35)
    trace = made.readings(values)
    made.heads_table(tmp_path / "two.csv", [trace, made.readings(values, name="W2")])
    late = type(trace)("W1", trace.dates + np.timedelta64(543 * 365 + 132, "D"), trace.values)
    made.heads_table(tmp_path / "late.csv", [late])
    made.heads_table(tmp_path / "far.csv", [trace], [(700_000, 1_500_000)])
    made.heads_table(tmp_path / "nest.csv", [trace], aquifers=["PD"])
    for name, given, says in (
        ("two", {}, "nothing tells where W1 lies"), ("late", {}, "Buddhist"),
        ("far", {}, "within 10 km"), ("nest", {"aquifer": "NL"}, "no well is of NL"),
    ):  # fmt: skip
        with pytest.raises(GroundshiftError, match=says):
            call("aquifer", points=tmp_path / "p.gpkg", heads=[tmp_path / f"{name}.csv"], **given,
                 storage=tmp_path / "s.gpkg")  # fmt: skip
    assert not (tmp_path / "s.gpkg").exists()


def test_a_nest_of_bangkok(tmp_path, shared_data):
    """Heads fell by 10 m until 1997 and rose again; the ground still goes down."""
    import csv

    folder = shared_data("bangkok_heads")

    def rows(kind):
        with (folder / f"{kind}_LCBKK011.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))

    table = rows("levelling")
    land, total, lines = table[0].index("Land_CI14-3_DMR49"), 0.0, ["date,up [mm]"]
    for row in table[1:]:
        if row[land]:
            total += 10 * float(row[land])  # centimetres from one levelling to the next
            lines.append(f"{row[2]}-{int(row[0]):02d}-{int(row[1]):02d},{total:.2f}")
    (tmp_path / "level.csv").write_text("\n".join(lines) + "\n")
    table = rows("heads")
    head = next(k for k, row in enumerate(table) if "NB35" in row)
    column, lines = table[head].index("NB35"), ["well,date,depth_m"]
    for row in table[head + 1 :]:
        day, month, year = (row[1].split()[0] if row[1] else "0/0/0").split("/")
        if row[0].isdigit() and row[column] not in ("", "-"):
            lines.append(f"NB35,{int(year) - 543}-{month}-{day},{row[column]}")
    (tmp_path / "heads.csv").write_text("\n".join(lines) + "\n")
    found = call(
        "aquifer", table=tmp_path / "level.csv", heads=[tmp_path / "heads.csv"], incidence=0,
        smooth_years=8, max_lag=0, last_date="20051231", report=tmp_path / "r.html",
    )  # fmt: skip
    assert 0.01 < found["s_kv"] < 0.05
    assert -150 < found["change"] < -50


def test_a_layer_of_wells_and_a_nest(tmp_path):
    """Places come from a layer, by whole numbers as names; of a nest the aquifer is chosen."""
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.formats.vectors.tables import write_table

    a, b = made.head(8, decline=0.0), made.head(9, decline=0.0)
    made.points(tmp_path / "p.gpkg", planted(a, count=3), incidence=35)
    write_table(
        tmp_path / "w.gpkg", wkt_from_epsg(4326), np.array([99.0, 99.0]),
        np.array([13.568, 13.568]), {"hole": np.array([1.0, 2.0])},
    )  # fmt: skip
    traces = [made.readings(a, name="1"), made.readings(b, name="2")]
    made.heads_table(tmp_path / "h.csv", traces, aquifers=["PD", "NL"])
    given = {
        "points": tmp_path / "p.gpkg", "heads": [tmp_path / "h.csv"],
        "wells": (tmp_path / "w.gpkg", ""), "distance": 50, "storage": tmp_path / "s.gpkg",
    }  # fmt: skip
    with pytest.raises(GroundshiftError, match="no field with the wells' names"):
        call("aquifer", **given)
    both, one = [], []
    call("aquifer", **given, well_field="hole", job={"warn": both.append})
    assert any("at one place" in text for text in both)
    call("aquifer", **given, well_field="hole", aquifer="PD", job={"warn": one.append})
    assert not any("at one place" in text for text in one)
    table = read_table(tmp_path / "s.gpkg")
    assert table.columns["well"].tolist() == ["1"] * 3
    assert np.abs(table.numbers("s_ke") / made.S_KE - 1).max() < 0.5
