# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Frames of LiCSAR and products of HyP3, from a local server with the layout of theirs."""

import io
import json
import zipfile
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from file_server import served
from groundshift.algorithms.data.frames import (
    middle_longitude,
    pairs_between,
    read_outline,
    tracks_near,
)
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats import web
from groundshift.algorithms.formats.interferograms import find_product
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.toolbox import call
from licsar_tree import FRAME, PAIRS, PHASE, outline, write_frame
from product_files import write_tif

OTHER = "044A_04936_131313"
PRODUCT = "S1AA_20200105T045031_20200117T045032_VVP012_INT80_G_ueF_1A2B"
NAPLES = (14.0, 40.7, 14.4, 41.0, "EPSG:4326")


@pytest.fixture()
def server(tmp_path):
    root = tmp_path / "served"
    write_frame(root, FRAME, 12.9, 39.9)
    write_frame(root, OTHER, 13.5, 40.9, PAIRS[:1])
    write_frame(root, "022D_04937_131313", 40.0, 40.0)  # another place on a track that is near
    with served(root, lists=True) as found:
        yield found


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(web, "WAITS", (0.0, 0.0))


def download(server, folder, **given):
    return call("downloadframes", server=server.address, folder=folder, **given)


def files_of(folder):
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in files)


PLACES = {
    "Campi Flegrei": (14.1, 40.8, "44A", "22D"), "Etna": (15.0, 37.7, "44A", "124D"),
    "Kilauea": (-155.3, 19.4, "124A", "87D"), "Galapagos": (-91.1, -0.8, "106A", "128D"),
    "La Palma": (-17.9, 28.6, "60A", "169D"), "Ridgecrest": (-117.6, 35.7, "64A", "71D"),
    "Mexico City": (-99.1, 19.4, "78A", "143D"), "Zagros": (45.9, 34.9, "72A", "6D"),
    "Qinghai": (98.3, 34.6, "99A", "106D"), "Azores": (-28.0, 38.75, "82D"),
    "North Anatolian fault": (31.0, 40.9, "87A"),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_the_orbit_tells_which_tracks_see_a_place(place):
    """Tracks that studies of these places use."""
    longitude, latitude, *tracks = PLACES[place]
    box = longitude - 0.1, latitude - 0.1, longitude + 0.1, latitude + 0.1
    near = [f"{track}{letter}" for track, letter in tracks_near(box)]
    assert set(tracks) <= set(near) and len(near) < 14
    for name in tracks:
        middle = middle_longitude(int(name[:-1]), name[-1] == "A", latitude)
        assert abs((middle - longitude + 180) % 360 - 180) < 1.7


def test_tracks_over_the_antimeridian():
    assert tracks_near((179.9, 52.0, 180.1, 52.2)) == tracks_near((-180.1, 52.0, -179.9, 52.2))


def test_outlines_in_either_order():
    ring = read_outline(outline(12.9, 39.0), FRAME)
    swapped = "\n".join(" ".join(line.split()[::-1]) for line in outline(12.9, 39.0).splitlines())
    np.testing.assert_array_equal(read_outline(swapped, FRAME), ring)
    assert ring[:, 0].min() == 12.5 and len(ring) == 5 and (ring[0] == ring[-1]).all()
    assert read_outline("<html>no page</html>", FRAME) is None
    assert read_outline("1 1\n2 2\n3 3\n", FRAME) is None


def test_pairs_are_chosen_by_dates_and_length():
    days = [(p, *(np.datetime64(f"{d[:4]}-{d[4:6]}-{d[6:]}") for d in p.split("_"))) for p in PAIRS]
    names = lambda *chosen: [pair[0] for pair in pairs_between(days, *chosen)]  # noqa: E731
    assert names(None, None, None) == list(PAIRS)
    assert names(None, None, 12) == [PAIRS[0], PAIRS[2]]
    assert names(np.datetime64("2020-01-06"), None, None) == [PAIRS[2]]
    assert names(None, np.datetime64("2020-01-28"), None) == [PAIRS[0]]


def test_an_area_becomes_a_folder_that_the_import_reads(server, tmp_path):
    result = download(
        server, tmp_path / "d", area=NAPLES, longest=12, frames=tmp_path / "f.gpkg", delays=True
    )
    assert result["frame"] == FRAME and result["frame_count"] == 2 and result["pairs"] == 2
    assert files_of(tmp_path / "d") == sorted(
        [f"GACOS/{day}.sltd.geo.tif" for day in ("20200105", "20200117")]
        + ["GEOC/baselines", "GEOC/metadata.txt"]
        + [f"GEOC/{FRAME}.geo.{part}.tif" for part in ("E", "N", "U", "hgt")]
        + [f"GEOC/{p}/{p}.geo.{kind}.tif" for p in PAIRS[::2] for kind in ("unw", "cc")]
    )
    assert result["fetched"] == 12 and result["kept"] == 0
    product = find_product(tmp_path / "d", "auto")
    assert product.kind == "licsar" and len(product.interferograms) == 2
    assert product.interferograms[0].perpendicular_baseline == 35.5
    assert product.geometry.los is not None and product.geometry.height is not None
    read = read_raster(product.interferograms[0].phase.path)[1]
    np.testing.assert_allclose(np.squeeze(read), PHASE, rtol=1e-6)
    imported = call(
        "importstack", folder=tmp_path / "d", stack=tmp_path / "s.h5", geometry=tmp_path / "g.h5"
    )
    assert imported["pairs"] == 2 and imported["found"] == "licsar"


def test_the_frames_that_are_found_are_a_layer(server, tmp_path):
    from groundshift.algorithms.formats.vectors.features import read_features

    result = call("downloadframes", server=server.address, area=NAPLES, search_only=True,
                  folder=tmp_path / "d", frames=tmp_path / "f.gpkg")  # fmt: skip
    layer = read_features(tmp_path / "f.gpkg")
    assert list(layer.columns["frame"]) == [FRAME, OTHER]
    assert list(layer.columns["pairs"]) == [3, 1]
    assert list(layer.columns["last_date"]) == ["20200129", "20200117"]
    assert layer.columns["covered_pct"][0] == 100 and 0 < layer.columns["covered_pct"][1] < 90
    assert result["pairs"] == 3 and not (tmp_path / "d").exists()
    assert len(server.asked) < 30 and not any(path.endswith(".tif") for _, path, _ in server.asked)


def test_what_is_complete_is_not_fetched_again(server, tmp_path):
    folder = tmp_path / "d"
    download(server, folder, frame=FRAME)
    one = folder / "GEOC" / PAIRS[0] / f"{PAIRS[0]}.geo.unw.tif"
    before, whole = one.stat().st_mtime_ns, one.read_bytes()
    cut = folder / "GEOC" / PAIRS[1] / f"{PAIRS[1]}.geo.unw.tif"
    cut.write_bytes(whole[:100])
    given = server.given
    result = download(server, folder, frame=FRAME)
    assert result["fetched"] == 1 and result["kept"] == 11
    assert one.stat().st_mtime_ns == before and cut.read_bytes() == whole
    assert server.given - given < 2 * len(whole)


@pytest.mark.parametrize("parts", [True, False])
def test_files_come_in_parts(server, tmp_path, monkeypatch, parts):
    monkeypatch.setattr(web, "PART", 100)
    server.parts = parts
    pair = f"/44/{FRAME}/interferograms/{PAIRS[0]}/{PAIRS[0]}.geo.unw.tif"
    server.faults[pair] = [None, 0]  # the second answer is cut
    download(server, tmp_path / "d", frame=FRAME)
    for path in (tmp_path / "d/GEOC").glob("2*/*.tif"):
        there = server.folder / f"44/{FRAME}/interferograms" / path.parent.name / path.name
        assert path.read_bytes() == there.read_bytes()


@pytest.mark.parametrize(
    "status, words",
    [(401, "401; the server asks for a login"), (403, "403; the server does not allow it"),
     (500, "500; the server has a fault"), (0, "cannot be reached")],
)  # fmt: skip
def test_a_server_that_fails_leaves_what_is_complete(server, tmp_path, status, words):
    pair = f"/44/{FRAME}/interferograms/{PAIRS[1]}/{PAIRS[1]}.geo.unw.tif"
    server.faults[pair] = status
    with pytest.raises(GroundshiftError, match=words) as error:
        download(server, tmp_path / "d", frame=FRAME)
    assert f"{PAIRS[1]}.geo.unw.tif" in str(error.value)
    there = files_of(tmp_path / "d")
    assert f"GEOC/{PAIRS[0]}/{PAIRS[0]}.geo.unw.tif" in there and len(there) == 8
    server.faults.clear()
    assert download(server, tmp_path / "d", frame=FRAME)["kept"] == 8


@pytest.fixture()
def moved(tmp_path):
    """COMET's server, which lists pairs and has one, and the archive with another layout."""
    root, frame = tmp_path / "served", FRAME.replace("044A", "004A")
    write_frame(root / "comet", frame, 12.9, 39.9)
    here, there = root / "comet/4" / frame, root / "archive/04" / frame
    there.mkdir(parents=True)
    for pair in PAIRS[1:]:
        (here / "interferograms" / pair).rename(there / pair)
        (here / "interferograms" / pair).mkdir()
    (here / "metadata" / f"{frame}.geo.hgt.tif").rename(root / "hgt.tif")
    (there / "metadata").mkdir()
    (root / "hgt.tif").rename(there / "metadata" / f"{frame}.geo.hgt.tif")
    with served(root, lists=True) as found:
        found.frame = frame
        yield found


def from_both(moved, folder, **given):
    address = moved.address
    return call("downloadframes", frame=moved.frame, server=f"{address}/comet",
                archive=f"{address}/archive/", folder=folder, **given)  # fmt: skip


@pytest.mark.parametrize("status", [None, 403])
def test_what_the_server_gave_away_comes_from_the_archive(moved, tmp_path, status):
    for pair in PAIRS[1:]:
        name = f"/comet/4/{moved.frame}/interferograms/{pair}/{pair}.geo.unw.tif"
        moved.faults[name] = status
    result = from_both(moved, tmp_path / "d")
    assert result["pairs"] == 3 and result["fetched"] == 12
    product = find_product(tmp_path / "d", "auto")
    assert len(product.interferograms) == 3 and product.geometry.height is not None
    # Asked in vain once for the heights, and once until it was seen where the pairs are.
    lost = [path for _, path, _ in moved.asked if path.startswith("/comet") and path[-3:] == "tif"]
    assert len(lost) - len(set(lost)) == 0 and len(lost) == 3 + 1 + 2 + 1
    assert from_both(moved, tmp_path / "d")["kept"] == 12


def test_the_archive_is_enough_where_the_server_is_down(moved, tmp_path):
    told = []
    moved.faults = {f"/comet/4/{moved.frame}/interferograms/": 503}
    result = from_both(moved, tmp_path / "d", job={"warn": told.append})
    assert result["pairs"] == 2 and "503" in told[0] and "lacks" in told[1]
    assert len(told) == 2


def test_a_frame_beyond_the_antimeridian_is_found(tmp_path):
    box = (-179.8, 52.0, -179.6, 52.1, "EPSG:4326")
    track, letter = tracks_near(box[:4])[0]
    name = f"{track:03d}{letter}_03795_131313"
    write_frame(tmp_path / "served", name, 179.0, 51.1)
    with served(tmp_path / "served", lists=True) as server:
        result = call("downloadframes", server=server.address, area=box, search_only=True,
                      folder=tmp_path / "d", frames=tmp_path / "f.gpkg")  # fmt: skip
    assert result["frame"] == name and result["frame_count"] == 1


def test_an_area_of_another_crs(server, tmp_path):
    area = (1.56e6, 4.97e6, 1.6e6, 5.01e6, "EPSG:3857")
    assert download(server, tmp_path / "d", area=area, longest=1000)["frame"] == FRAME


def test_addresses_that_lead_elsewhere(server, tmp_path):
    one = f"/44/{FRAME}/interferograms/{PAIRS[0]}/{PAIRS[0]}.geo.unw.tif"
    (server.folder / "moved.tif").write_bytes((server.folder / one[1:]).read_bytes())
    server.faults[one] = "/moved.tif"
    assert download(server, tmp_path / "d", frame=FRAME)["pairs"] == 3


def test_pairs_that_the_server_lacks_are_told_and_left_out(server, tmp_path):
    (server.folder / f"44/{FRAME}/interferograms/{PAIRS[1]}/{PAIRS[1]}.geo.unw.tif").unlink()
    told = []
    result = download(server, tmp_path / "d", frame=FRAME, job={"warn": told.append})
    assert result["pairs"] == 2 and told == [f"The server lacks 1 file: {PAIRS[1]}.geo.unw.tif."]


@pytest.mark.parametrize("damage", [lambda data: b"<html>Please log in</html>", lambda d: d[:-60]])
def test_a_broken_raster_is_found(server, tmp_path, damage):
    path = server.folder / f"44/{FRAME}/interferograms/{PAIRS[0]}/{PAIRS[0]}.geo.unw.tif"
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(GroundshiftError, match=f"{PAIRS[0]}.geo.unw.tif: is damaged on the server"):
        download(server, tmp_path / "d", frame=FRAME)
    assert not list((tmp_path / "d").rglob("*.unw.tif"))
    assert not list((tmp_path / "d").rglob(".*"))


def test_a_cancelled_run_goes_on_later(server, tmp_path):
    count = iter(range(100))
    with pytest.raises(Cancelled):
        download(server, tmp_path / "d", frame=FRAME, job={"cancelled": lambda: next(count) > 12})
    there = files_of(tmp_path / "d")
    assert 1 < len(there) < 12 and not list((tmp_path / "d").rglob(".*"))
    assert download(server, tmp_path / "d", frame=FRAME)["kept"] == len(there)


REFUSED = {
    "neither": ({}, "AREA.*FRAME.*give one of the two"),
    "both": ({"area": NAPLES, "frame": FRAME}, "only one"),
    "no frame": ({"frame": "44A"}, "44A is no frame"),
    "unknown frame": ({"frame": "044A_09999_131313"}, "holds no interferograms"),
    "no place": ({"area": (0.0, 0.0, 0.1, 0.1, "EPSG:4326")}, "AREA.*no frame of LiCSAR|no frames"),
    "too large": ({"area": (0.0, 0.0, 50.0, 5.0, "EPSG:4326")}, "larger than 10 degrees"),
    "metres": ({"area": (5e5, 4.5e6, 6e5, 4.6e6, "EPSG:4326")}, "no place of the Earth"),
    "dates": ({"frame": FRAME, "first_date": "2021-01-01"}, "none of its 3 pairs is left"),
    "dates exchanged": (
        {"frame": FRAME, "first_date": "2021-01-01", "last_date": "2020-01-01"}, "behind the last"
    ),
    "no date": ({"frame": FRAME, "first_date": "soon"}, "soon"),
    "no archive": ({"frame": FRAME, "archive": "/vsis3/a"}, "ARCHIVE.*no address of the web"),
    "no server": ({"frame": FRAME, "server": "ftp://a.b"}, "SERVER.*no address of the web"),
    "nobody": ({"frame": FRAME, "server": "http://127.0.0.1:9"}, "cannot be reached"),
    "no login": ({"service": "hyp3"}, "JOBS.*LOGIN.*give one"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_used_is_refused(server, tmp_path, case):
    given, words = REFUSED[case]
    with pytest.raises(GroundshiftError, match=words):
        call("downloadframes", **{"server": server.address, "folder": tmp_path / "d", **given})
    assert not (tmp_path / "d").exists()


def test_a_folder_with_another_frame_is_refused(server, tmp_path):
    download(server, tmp_path / "d", frame=FRAME)
    with pytest.raises(GroundshiftError, match=f"holds the frame {FRAME} already"):
        download(server, tmp_path / "d", frame=OTHER)


def zipped(name, parts=("unw_phase", "corr", "lv_theta", "lv_phi", "dem", "water_mask")):
    """A product of HyP3, packed; a member tries to leave its folder."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for part in parts:
            path = f"/vsimem/{name}_{part}.tif"
            archive.writestr(f"{name}/{name}_{part}.tif", tif_bytes(path))
        archive.writestr(f"../../{name}.txt", "Baseline: 51.5\nHeading: -167.2\n")
        archive.writestr(f"{name}/README.md.txt", "read me")
    return data.getvalue()


def tif_bytes(_):
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.tif"
        write_tif(path, PHASE, epsg=32633, transform=(5e5, 80.0, 0.0, 4.4e6, 0.0, -80.0))
        return path.read_bytes()


@pytest.fixture()
def asf(tmp_path):
    """A server of jobs in two pages, one failed and one of another kind."""
    root = tmp_path / "asf"
    (root / "files").mkdir(parents=True)
    second = PRODUCT.replace("20200117", "20200129").replace("VVP012", "VVP024")
    with served(root, lists=True) as server:
        jobs = []
        for name in (PRODUCT, second):
            (root / "files" / f"{name}.zip").write_bytes(zipped(name))
            address = f"{server.address}/files/{name}.zip"
            jobs.append({"name": "p", "status_code": "SUCCEEDED", "files": [{"url": address}]})
        jobs.append({"name": "p", "status_code": "FAILED", "files": []})
        radiometric = f"{server.address}/files/S1A_IW_20150621T120220_SVP_RTC30_G_gpuned_0AEA.zip"
        jobs.append({"name": "q", "status_code": "SUCCEEDED", "files": [{"url": radiometric}]})
        following = f"{server.address}/more/jobs?start_token=abc"
        (root / "jobs").write_text(json.dumps({"jobs": jobs[:1], "next": following}))
        (root / "more").mkdir()
        (root / "more/jobs").write_text(json.dumps({"jobs": jobs[1:]}))
        (tmp_path / "jobs.json").write_text(json.dumps({"jobs": jobs}))
        rows = [f'{k};"{job["files"][0]["url"]}"' for k, job in enumerate(jobs) if job["files"]]
        (tmp_path / "jobs.csv").write_text("\n".join(["id;address", *rows]))
        server.second, server.jobs = second, jobs
        yield server


hyp3 = partial(call, "downloadframes", service="hyp3")


def test_jobs_of_the_service_are_fetched_and_unpacked(asf, tmp_path, monkeypatch):
    monkeypatch.setenv("MY_TOKEN", "abc.def.ghi")
    told = []
    result = hyp3(server=asf.address, login="MY_TOKEN", folder=tmp_path / "d",
                  job={"warn": told.append})  # fmt: skip
    assert result["pairs"] == result["fetched"] == 2 and "1 job did not finish" in told[0]
    names = [f"{PRODUCT}_{p}.tif" for p in ("corr", "dem", "lv_phi", "lv_theta", "unw_phase")]
    assert sorted(p.name for p in (tmp_path / "d" / PRODUCT).iterdir()) == [
        f"{PRODUCT}.txt", *names
    ]  # fmt: skip
    assert sorted(p.name for p in (tmp_path / "d").iterdir()) == sorted([PRODUCT, asf.second])
    product = find_product(tmp_path / "d", "auto")
    assert product.kind == "hyp3" and product.interferograms[0].perpendicular_baseline == 51.5
    # The token is for the service, and not for those who keep the files.
    logins = {path.split("?")[0]: login for _, path, login in asf.asked}
    assert logins["/jobs"] == logins["/more/jobs"] == "Bearer abc.def.ghi"
    assert not any(login for path, login in logins.items() if path.endswith(".zip"))
    given = asf.given
    again = hyp3(server=asf.address, login="MY_TOKEN", folder=tmp_path / "d")
    assert again["kept"] == 2 and asf.given - given < 5000


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_lists_of_jobs_need_no_login(asf, tmp_path, ending):
    result = hyp3(jobs=tmp_path / f"jobs.{ending}", folder=tmp_path / "d", longest=12,
                  geometry=False)  # fmt: skip
    assert result["pairs"] == 1
    assert files_of(tmp_path / "d") == [
        f"{PRODUCT}/{PRODUCT}.txt", *(f"{PRODUCT}/{PRODUCT}_{p}.tif" for p in ("corr", "unw_phase"))
    ]  # fmt: skip


@pytest.mark.parametrize("ending", ["json", "service"])
def test_jobs_of_a_project(asf, tmp_path, monkeypatch, ending):
    monkeypatch.setenv("MY_TOKEN", "abc.def.ghi")
    given = {"jobs": tmp_path / "jobs.json"} if ending == "json" else {"login": "MY_TOKEN"}
    given = {**given, "server": asf.address, "folder": tmp_path / "d", "search_only": True}
    assert hyp3(**given, project="p")["pairs"] == 2
    with pytest.raises(GroundshiftError, match="names no finished interferogram"):
        hyp3(**given, project="q")
    assert any("name=p" in path for _, path, _ in asf.asked) == (ending == "service")


def test_the_token_goes_to_no_other_server(asf, tmp_path, monkeypatch):
    monkeypatch.setenv("MY_TOKEN", "abc.def.ghi")
    page = json.dumps({"jobs": [], "next": "http://127.0.0.1:9/jobs"})
    (asf.folder / "jobs").write_text(page)
    with pytest.raises(GroundshiftError, match="leads to another server"):
        hyp3(server=asf.address, login="MY_TOKEN", folder=tmp_path / "d")
    with pytest.raises(GroundshiftError, match="NOBODY: there is no such environment variable"):
        hyp3(server=asf.address, login="NOBODY", folder=tmp_path / "d")
    asf.faults["/jobs"] = 401
    with pytest.raises(GroundshiftError, match="401; the server asks for a login"):
        hyp3(server=asf.address, login="MY_TOKEN", folder=tmp_path / "d")


def test_products_that_are_gone_or_broken(asf, tmp_path):
    listed = tmp_path / "jobs.json"
    gone = asf.folder / "files" / f"{PRODUCT}.zip"
    whole = gone.read_bytes()
    gone.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(GroundshiftError, match=f"{PRODUCT}.zip: is no whole zip") as error:
        hyp3(jobs=listed, folder=tmp_path / "d")
    assert ".part" not in str(error.value) and files_of(tmp_path / "d") == []
    gone.unlink()
    told = []
    result = hyp3(jobs=listed, folder=tmp_path / "d", job={"warn": told.append})
    assert result["pairs"] == 1 and f"lacks 1 file: {PRODUCT}.zip" in told[-1]
    (asf.folder / "files" / f"{asf.second}.zip").unlink()
    with pytest.raises(GroundshiftError, match="run the jobs again"):
        hyp3(jobs=listed, folder=tmp_path / "e")


@pytest.mark.parametrize("text", ["", "{", "[[]]", '{"jobs": 3}', "no addresses", "[" * 100000])
def test_lists_that_hold_no_jobs(tmp_path, text):
    (tmp_path / "l.json").write_text(text)
    with pytest.raises(GroundshiftError, match=r"l\.json: "):
        hyp3(jobs=tmp_path / "l.json", folder=tmp_path / "d")
    assert not (tmp_path / "d").exists()
