# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Ramps of bursts: signals focused by the definition, published numbers, and a real pass."""

from xml.etree import ElementTree

import annotation_files as made
import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.offsets import MAP
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.wrapped import UnwrappedStackWriter, WrappedStackWriter
from groundshift.algorithms.formats.images.sentinel1 import read_swaths
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.toolbox import call
from groundshift.algorithms.tracking.burst_ramp import (
    MapTimes,
    ambiguities,
    doppler_centroids,
    doppler_slopes,
    heading,
    seen_by,
)

LIGHT = 299792458.0


@pytest.fixture
def passes(shared_data):
    return read_swaths(shared_data("s1_annotation_morocco"))


def wrapped(phase):
    return np.angle(np.exp(1j * phase))


def focused(swath, burst, targets, move):
    """Interferogram at targets that move along flight by seconds, by the definition alone.

    Echoes are seen while their Doppler is within the beam, whose own rises as it is steered; they
    are focused by correlation with the echo of a target at rest.
    """
    there = 0.5 * (swath.near + swath.far)
    middle = swath.middles[burst]
    rate = float(swath.doppler_rate.at(middle, there))
    centre = float(swath.doppler_centroid.at(middle, there))
    _, velocity = swath.orbit.at(middle)
    steered = 2 * np.linalg.norm(velocity) * swath.frequency * swath.steering / LIGHT
    taken = middle + centre / rate  # the beam's own middle: it looks aside by the centroid
    step, width = 1 / 12000.0, 300.0
    times = np.arange(middle - 2.2, middle + 2.2, step)
    echo = np.exp(1j * np.pi * rate * np.arange(-1.2, 1.2, step) ** 2)

    def image(places):
        signal = np.zeros(len(times), complex)
        for place in places:
            doppler = rate * (times - place)
            beam = steered * (times - taken) + centre
            seen = np.abs(doppler - beam) < width / 2
            signal[seen] += np.exp(1j * np.pi * rate * (times[seen] - place) ** 2)
        size = len(signal) + len(echo) - 1
        full = np.fft.ifft(np.fft.fft(signal, size) * np.fft.fft(np.conj(echo[::-1]), size))
        return full[len(echo) // 2 :][: len(times)]

    pair = image(targets) * np.conj(image(targets + move))
    return np.angle(pair[np.round((targets - times[0]) / step).astype(int)])


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_focused_target_that_moves_gains_the_ramp(passes, number):
    """Sign and size, beside a cycle of ambiguity between the first and the last target."""
    swath = passes[0][number]
    middle = swath.middles[4]
    targets = middle + np.round(np.arange(-1.2, 1.25, 0.1) * 12000) / 12000
    there = 0.5 * (swath.near + swath.far)
    # The sampled times of the simulation begin 2.2 s before the middle, a whole step.
    for move in (3e-5, -8e-5):
        found = focused(swath, 4, targets, move)
        doppler = doppler_centroids(swath, 4, targets, there)
        assert np.abs(doppler).max() > 1500.0
        assert np.abs(wrapped(found - 2 * np.pi * doppler * move)).max() < 0.03
        assert np.abs(wrapped(found + 2 * np.pi * doppler * move)).max() > 0.5


def test_a_real_pass_has_the_known_rates(passes):
    """Figures that were computed from the same annotation by other means."""
    assert [str(one[0].date) for one in passes] == ["2023-09-04", "2023-09-16"]
    for swaths in passes:
        assert [swath.name for swath in swaths] == ["IW1", "IW2", "IW3"]
        assert all(len(swath.bursts) == 9 for swath in swaths)
        slopes = [float(doppler_slopes(swath, 4, swath.near)) for swath in swaths]
        assert slopes == pytest.approx([1784, 1496, 1574], rel=1e-3)
        metres = [ambiguities(swath).mean() for swath in swaths]
        assert metres == pytest.approx([1.38, 1.645, 1.56], rel=0.01)


def test_slices_make_one_swath(passes, shared_data, tmp_path):
    """The pass cut in two files that share a burst."""
    path = sorted(shared_data("s1_annotation_morocco").glob("*iw2*20230904*.xml"))[0]
    for name, keep in (("a", slice(0, 5)), ("b", slice(4, 9))):
        tree = ElementTree.parse(path)
        bursts = tree.getroot().find("swathTiming/burstList")
        kept = list(bursts)[keep]
        bursts[:] = kept
        start = kept[0].findtext("azimuthTime")
        tree.getroot().find("adsHeader/startTime").text = start
        tree.write(tmp_path / f"s1a-iw2-slc-vv-{name}.xml")
    (one,), whole = read_swaths(tmp_path)[0], passes[0][1]
    assert len(one.bursts) == 9
    np.testing.assert_allclose(np.diff(one.bursts), np.diff(whole.bursts), atol=1e-6)
    for burst in (0, 4, 8):
        times = one.middles[burst] + 1.0, whole.middles[burst] + 1.0
        found = [
            doppler_centroids(swath, burst, time, swath.near)
            for swath, time in zip((one, whole), times)
        ]
        assert found[0] == pytest.approx(found[1], abs=0.01)


def test_places_of_the_map_are_seen_when_the_annotation_says(passes, shared_data):
    """Time and range of the product's own geolocation, which the orbit has to give."""
    path = sorted(shared_data("s1_annotation_morocco").glob("*iw2*20230904*.xml"))[0]
    swaths = passes[0]
    root = ElementTree.parse(path).getroot()
    tags = "longitude", "latitude", "slantRangeTime"
    places = root.findall(".//geolocationGridPoint")[21:-21:7]
    lon, lat, far = (np.array([float(p.findtext(tag)) for p in places]) for tag in tags)
    times = np.array([np.datetime64(p.findtext("azimuthTime"), "us") for p in places])
    times = (times - swaths[0].epoch) / np.timedelta64(1, "us") * 1e-6
    for k in range(len(lon)):
        grid = Grid(9, 9, (lon[k] - 0.0045, 0.001, 0, lat[k] + 0.0045, 0, -0.001),
                    wkt_from_epsg(4326))  # fmt: skip
        read = MapTimes(grid, swaths, lambda x, y: (x, y), (110.0, 95.0)).read(Window(4, 4, 1, 1))
        assert read[0][0, 0] == pytest.approx(times[k], abs=2e-4)  # a tenth of a line
        assert read[1][0, 0] == pytest.approx(far[k], abs=4e-7)  # 60 m, from heights between
    assert np.degrees(heading(swaths, lon[0], lat[0])) == pytest.approx(-168.5, abs=3)


def test_a_map_may_be_much_larger_than_the_pass(passes):
    """Ground far beside was seen by nobody; the rest is the same as on a small map."""
    swaths = passes[0]
    wide = Grid(70, 90, (-13.0, 0.1, 0, 35.0, 0, -0.1), wkt_from_epsg(4326))
    pixel = 11100.0, 9400.0
    times, ranges = MapTimes(wide, swaths, lambda x, y: (x, y), pixel).read(Window(0, 0, 70, 90))
    seen = seen_by(swaths, times, ranges)
    assert np.isnan(times).any() and 150 < (seen.burst > 0).sum() < 600
    row, col = (int(v) for v in np.argwhere(seen.burst > 0)[40])
    small = Grid(1, 1, (-13.0 + 0.1 * col, 0.1, 0, 35.0 - 0.1 * row, 0, -0.1), wide.crs)
    alone = MapTimes(small, swaths, lambda x, y: (x, y), pixel).read(Window(0, 0, 1, 1))
    assert alone[0][0, 0] == pytest.approx(times[row, col], abs=2e-4)


def test_bursts_and_subswaths_follow_one_another(passes):
    swaths = passes[0]
    times = np.linspace(-1, 29, 400)[:, None] + np.zeros(300)
    ranges = np.linspace(swaths[0].near - 1e-5, swaths[-1].far + 1e-5, 300) + 0 * times
    seen = seen_by(swaths, times, ranges)
    for column in seen.burst.T[5:-5]:
        inside = column[column > 0]
        assert (np.diff(inside) >= 0).all() and len(set(inside)) == 9
    assert ((seen.burst > 0) == np.isfinite(seen.phase)).all()
    assert not seen.burst[0].any() and not seen.burst[:, 0].any()
    first = seen_by(swaths, times[:200], ranges[:200])
    np.testing.assert_array_equal(first.phase, seen.phase[:200])


# The tool.


def run(folder, interferogram, offsets, annotation, **others):
    said = []
    job = {"note": said.append, "warn": lambda text: said.append(f"! {text}")}
    looks = {"azimuth_looks": made.LOOKS[0], "range_looks": made.LOOKS[1]}
    found = call(
        "burstramp", job, interferogram=interferogram, offsets=offsets, annotation=annotation,
        corrected=folder / "c.tif", ramp=folder / "r.tif", bursts=folder / "b.tif",
        **{**looks, **others},
    )  # fmt: skip
    layers = [read_raster(folder / f"{name}.tif")[1][0] for name in "crb"]
    return found, layers, said


@pytest.fixture
def pair(tmp_path):
    return (
        made.interferogram(tmp_path / "i.tif"), made.azimuth_offsets(tmp_path / "o.tif"),
        made.annotation(tmp_path / "s"),
    )  # fmt: skip


def test_the_ramps_of_a_planted_motion_go(tmp_path, pair):
    found, (after, ramp, bursts), said = run(tmp_path, *pair, smooth=0)
    known = np.isfinite(made.ramps())
    assert np.isfinite(ramp).sum() == known.sum() == found["pixels"]
    np.testing.assert_allclose(ramp[known], made.ramps()[known], atol=2e-3)
    assert np.abs(wrapped(after - made.motion()[1])[known]).max() < 2e-3
    assert np.abs(after[known]).max() < 3.1416
    assert found["seam_after"] > 0.98 > 0.6 > found["seam_before"]
    assert found["ambiguity"] == pytest.approx(
        made.SPACING / made.INTERVAL / (made.KT * made.CYCLE), rel=1e-3
    )
    assert set(np.unique(bursts[known])) == {101, 102, 103}
    assert not any(text.startswith("!") for text in said)


def test_blocks_do_not_matter(tmp_path, pair):
    layers = []
    for name, memory in (("a", 64), ("b", 2048)):
        (tmp_path / name).mkdir()
        layers.append(run(tmp_path / name, *pair, memory=memory)[1])
    for one, other in zip(*layers):
        np.testing.assert_array_equal(one, other)


def test_noise_is_smoothed_and_told(tmp_path, pair):
    """The noise of the ramps is that which the log says."""
    offsets = made.azimuth_offsets(tmp_path / "n.tif", noise=0.6)
    truth, stds = made.ramps(), []
    for size in (0, 4):
        found, (_, ramp, _), said = run(tmp_path, pair[0], offsets, pair[2], smooth=size)
        error = ramp - truth
        middle = np.abs(np.nan_to_num(truth / made.motion()[0]))  # radians a metre
        assert any("ends of bursts" in text for text in said) == (size == 0)
        stds.append(np.nanstd(error))
        share = 1 if not size else np.sqrt(11 / 6 / np.pi) / (2 * size)
        expected = np.nanmedian(0.6 * middle) * share
        assert found["noise"] == pytest.approx(expected, rel=0.15)
    assert stds[1] < 0.15 * stds[0]


def test_the_other_sign_is_noticed_and_can_be_said(tmp_path, pair):
    turned = made.interferogram(tmp_path / "t.tif", sign=-1.0)
    _, _, said = run(tmp_path, turned, *pair[1:], smooth=0)
    assert any(text.startswith("!") and "the secondary times" in text for text in said)
    found, (after, _, _), said = run(tmp_path, turned, *pair[1:], smooth=0, sign="secondary")
    known = np.isfinite(made.ramps())
    assert np.abs(wrapped(after - made.motion()[1])[known]).max() < 2e-3
    assert found["seam_after"] > 0.98 and not any(text.startswith("!") for text in said)


def test_unwrapped_phase_stays_unwrapped_and_gaps_can_be_kept(tmp_path, pair):
    path = made.interferogram(tmp_path / "u.tif", cycles=False)
    _, (after, ramp, _), said = run(tmp_path, path, *pair[1:], smooth=0, gaps=True)
    known = np.isfinite(ramp)
    np.testing.assert_allclose(after[known], made.motion()[1][known], atol=2e-3)
    assert np.isfinite(after).all() and not known.all()
    assert any("came unwrapped" in text for text in said)


def test_what_does_not_belong_together_is_refused(tmp_path, pair):
    other = made.azimuth_offsets(tmp_path / "d.tif", dates=("20200101", "20200113"))
    for offsets, annotation, what in (
        (other, pair[2], "is of 2023-09-04, and the offsets are of 2020-01-01 and 2020-01-13"),
        (pair[0], pair[2], "holds no pixel offsets"),
        (pair[1], tmp_path / "s" / "annotation" / "x", "there is no folder"),
    ):  # fmt: skip
        with pytest.raises(GroundshiftError, match=what):
            run(tmp_path, pair[0], offsets, annotation)
    (tmp_path / "empty").mkdir()
    with pytest.raises(GroundshiftError, match="holds no annotation"):
        run(tmp_path, *pair[:2], tmp_path / "empty")
    path = next((tmp_path / "s").rglob("*.xml"))
    path.write_text(path.read_text().replace("azimuthSteeringRate", "steering"))
    with pytest.raises(GroundshiftError, match="parts of it are missing"):
        run(tmp_path, *pair)
    assert not list(tmp_path.glob("*.part*")) and not (tmp_path / "c.tif").exists()


def test_wrong_looks_are_refused_or_told(tmp_path, pair):
    for name, place in (("azimuth_looks", 0), ("range_looks", 1)):
        with pytest.raises(GroundshiftError, match=f"bursts end before.*{name.upper()}"):
            run(tmp_path, *pair, **{name: 2 * made.LOOKS[place]})
    assert not (tmp_path / "c.tif").exists()
    said = run(tmp_path, *pair, azimuth_looks=1)[2]
    assert any(text.startswith("! No seam") and "AZIMUTH_LOOKS" in text for text in said)


def test_offsets_on_the_map_are_turned_along_flight(tmp_path):
    """East and north of a motion along flight, by the definition of a heading."""
    swaths = read_swaths(made.annotation(tmp_path / "s"))[0]
    grid = Grid(60, 50, (4.2, 0.001, 0, 1.17, 0, -0.004), wkt_from_epsg(4326))
    window = Window(0, 0, *grid.shape)
    times, ranges = MapTimes(grid, swaths, lambda x, y: (x, y), (442.0, 111.0)).read(window)
    near = float(ranges.min())
    annotation = made.annotation(tmp_path / "t", near=near - 1e-5, samples=30000)
    seen = seen_by(read_swaths(annotation)[0], times, ranges)
    along = 0.8 * np.ones(grid.shape)
    east, north = along * np.sin(made.HEADING), along * np.cos(made.HEADING)
    offsets = made.write(tmp_path / "o.tif", grid, np.stack([east, north]), 1e-3, MAP)
    path = tmp_path / "i.tif"
    write_raster(path, grid, np.zeros(grid.shape, np.float32) + 0.1, [BandInfo("phase", "rad")])
    _, (_, ramp, bursts), _ = run(tmp_path, path, offsets, annotation, smooth=0)
    assert np.isfinite(ramp).mean() > 0.8 and len(np.unique(bursts[bursts > 0])) >= 2
    np.testing.assert_allclose(ramp, seen.phase * 0.8, atol=5e-3 * np.nanmax(np.abs(seen.phase)))


@pytest.mark.parametrize("kind", ["wrapPhase", "unwrapPhase"])
def test_the_pairs_of_a_stack_that_have_offsets(tmp_path, kind):
    """Others stay as they are; so does all else in the file."""
    dates = np.array(["2023-09-04", "2023-09-16", "2023-09-28"], "datetime64[D]")
    pairs = dates[np.array([[0, 1], [1, 2]])]
    kinds = {"wrapPhase": WrappedStackWriter, "unwrapPhase": UnwrappedStackWriter}
    planted = made.motion()[1] + np.nan_to_num(made.ramps())
    planted = np.stack([planted, planted]).astype(np.float32)
    planted = wrapped(planted) if kind == "wrapPhase" else planted
    planted[:, 70:80, 20:30] = np.nan
    window, path = Window(0, 0, *made.GRID.shape), tmp_path / "s.h5"
    with kinds[kind](
        path, made.GRID, pairs, 0.0555, [1.0, 2.0], attributes={"KEPT": "yes"}
    ) as file:
        layers = () if kind == "wrapPhase" else (np.ones(planted.shape, np.int16),)
        file.write(window, planted, *layers, np.full(planted.shape, 0.9, np.float32))
    folder = tmp_path / "offsets"
    folder.mkdir()
    made.azimuth_offsets(folder / "o.tif")
    said = []
    given = {
        "stack": path, "offsets_folder": folder, "annotation": made.annotation(tmp_path / "a"),
        "azimuth_looks": made.LOOKS[0], "range_looks": made.LOOKS[1], "smooth": 0,
        "corrected_stack": tmp_path / "c.h5",
    }  # fmt: skip
    found = call("burstramp", {"note": said.append}, **given)
    with h5py.File(tmp_path / "c.h5") as new, h5py.File(path) as old:
        assert set(new) == set(old) and new.attrs["KEPT"] == "yes"
        np.testing.assert_array_equal(new["coherence"], old["coherence"])
        np.testing.assert_array_equal(new[kind][1], old[kind][1])
        after = new[kind][0]
    known = np.isfinite(made.ramps()) & np.isfinite(planted[0])
    rest = (after - made.motion()[1])[known]
    assert np.abs(wrapped(rest) if kind == "wrapPhase" else rest).max() < 2e-3
    assert not np.isfinite(after[72:78, 22:28]).any() or not after[72:78, 22:28].any()
    assert found["seam_after"] > 0.98 > 0.7 > found["seam_before"]
    assert any("1 pair of 2 corrected" in text for text in said)
    made.azimuth_offsets(folder / "o.tif", dates=("20200101", "20200113"))
    with pytest.raises(GroundshiftError, match="no offsets of the dates of the stack"):
        call("burstramp", **given)
    with pytest.raises(GroundshiftError, match="is needed for a stack"):
        call("burstramp", **{**given, "offsets_folder": None})


def test_a_scene_within_one_burst_says_that_nothing_checks_its_sign(tmp_path, shared_data):
    """The real pair: its offsets from the amplitudes, its phase, its annotation."""
    real = shared_data("morocco_s1_pair")
    call(
        "offsets", reference=real / "amp_prm_vv.tif", secondary=real / "amp_sec_vv.tif",
        reference_day="20230904", secondary_day="20230916", chip="64", step=16, search=4,
        offsets=tmp_path / "o.tif",
    )  # fmt: skip
    found, (_, ramp, bursts), said = run(
        tmp_path, real / "phi_vv.tif", tmp_path / "o.tif", shared_data("s1_annotation_morocco")
    )
    assert set(np.unique(bursts)) == {0, 101, 201} and found["pixels"] > 200_000
    assert np.isnan(found["seam_before"]) and any("No seam" in text for text in said)
    # No motion is known of these days: what there is stays near the noise that is told.
    assert np.nanstd(ramp) < 3 * found["noise"]
