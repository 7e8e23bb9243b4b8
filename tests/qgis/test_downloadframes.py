# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Downloads through QGIS' own network: parts, faults, logins, a proxy, cancel."""

import json

import pytest
from file_server import served
from groundshift.algorithms.formats import web
from groundshift.algorithms.formats.interferograms import find_product
from licsar_tree import FRAME, PAIRS, write_frame
from runs import one_sentence, run_here

pytestmark = pytest.mark.usefixtures("plugin")


@pytest.fixture()
def server(tmp_path, monkeypatch):
    monkeypatch.setattr(web, "WAITS", (0.0, 0.0))
    monkeypatch.setattr(web, "PART", 150)
    write_frame(tmp_path / "served", FRAME, 12.9, 39.9)
    with served(tmp_path / "served", lists=True) as found:
        yield found


def download(server, tmp_path, feedback=None, **given):
    given = {"SERVER": server.address, "FOLDER": tmp_path / "d", **given}
    return run_here("downloadframes", given, feedback=feedback)


def test_an_area_is_fetched_and_read(server, tmp_path):
    area = "14.0,14.4,40.7,41.0 [EPSG:4326]"
    results, problem = download(server, tmp_path, AREA=area, FRAMES=tmp_path / "f.gpkg")
    assert problem == "" and results["FRAME"] == FRAME and results["PAIRS"] == 3
    assert results["FETCHED"] == 12 and results["FOLDER"] == str(tmp_path / "d")
    for path in (tmp_path / "d/GEOC").glob("2*/*.tif"):
        there = server.folder / f"44/{FRAME}/interferograms" / path.parent.name / path.name
        assert path.read_bytes() == there.read_bytes()
    assert len(find_product(tmp_path / "d", "auto").interferograms) == 3
    again, _ = download(server, tmp_path, FRAME=FRAME)
    assert again["FETCHED"] == 0 and again["KEPT"] == 12


@pytest.mark.parametrize("fault, words", [(403, "403; "), (500, "500; "), (0, "cannot be reached")])
def test_faults_are_told_in_one_sentence(server, tmp_path, fault, words):
    server.faults[f"/44/{FRAME}/interferograms/{PAIRS[1]}/{PAIRS[1]}.geo.unw.tif"] = fault
    results, problem = download(server, tmp_path, FRAME=FRAME)
    assert results == {} and words in one_sentence(problem)
    assert len(list((tmp_path / "d").rglob("*.unw.tif"))) == 1
    assert not list((tmp_path / "d").rglob(".*"))


def test_a_lost_part_is_asked_for_again(server, tmp_path):
    server.faults[f"/44/{FRAME}/interferograms/{PAIRS[1]}/{PAIRS[1]}.geo.unw.tif"] = [None, 0]
    results, problem = download(server, tmp_path, FRAME=FRAME)
    assert problem == "" and results["FETCHED"] == 12


def test_cancel_ends_it(server, tmp_path):
    from qgis.core import QgsProcessingFeedback

    class Impatient(QgsProcessingFeedback):
        def setProgress(self, share):
            if share > 40:
                self.cancel()

        def reportError(self, text, fatalError=False):
            self.problem = text

    results, problem = download(server, tmp_path, Impatient(), FRAME=FRAME)
    assert results == {} and problem.startswith("Cancelled; files that are complete stay")
    there = [path for path in (tmp_path / "d").rglob("*") if path.is_file()]
    assert 2 < len(there) < 12 and not list((tmp_path / "d").rglob(".*"))


def test_the_proxy_of_qgis_is_asked(server, tmp_path):
    from qgis.core import QgsSettings

    chosen = {
        "proxyEnabled": True, "proxyType": "HttpProxy", "proxyHost": "127.0.0.1",
        "proxyPort": server.server_address[1],
    }  # fmt: skip
    settings = QgsSettings()
    for name, value in chosen.items():
        settings.setValue(f"proxy/{name}", value)
    try:
        results, problem = download(
            server, tmp_path, SERVER="http://licsar.invalid", FRAME=FRAME, COHERENCE=False
        )
    finally:
        settings.remove("proxy")
    assert problem == "" and results["PAIRS"] == 3
    assert all(path.startswith("http://licsar.invalid/44/") for _, path, _ in server.asked)


def test_addresses_that_lead_elsewhere(server, tmp_path):
    one = f"/44/{FRAME}/interferograms/{PAIRS[0]}/{PAIRS[0]}.geo.unw.tif"
    (server.folder / "moved.tif").write_bytes((server.folder / one[1:]).read_bytes())
    server.faults[one] = "/moved.tif"
    results, problem = download(server, tmp_path, FRAME=FRAME)
    assert problem == "" and results["PAIRS"] == 3


def test_a_login_of_qgis_is_told_to_the_service(server, tmp_path):
    from qgis.core import QgsApplication, QgsAuthMethodConfig

    manager = QgsApplication.authManager()
    if manager.isDisabled() or not manager.setMasterPassword("of a test", True):
        pytest.skip("QGIS keeps no logins here")
    login = QgsAuthMethodConfig("Basic")
    login.setName("Earthdata")
    login.setConfigMap({"username": "", "password": "abc.def.ghi", "realm": ""})
    manager.storeAuthenticationConfig(login)
    (server.folder / "jobs").write_text(json.dumps({"jobs": []}))
    given = {"SERVICE": "hyp3", "LOGIN": login.id()}
    _, problem = download(server, tmp_path, **given)
    assert "names no finished interferogram" in one_sentence(problem)
    assert {said for _, path, said in server.asked if path.startswith("/jobs")} == {
        "Bearer abc.def.ghi"
    }
    manager.removeAuthenticationConfig(login.id())
    _, problem = download(server, tmp_path, **given)
    assert "no such authentication configuration" in one_sentence(problem)
