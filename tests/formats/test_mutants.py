# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Damaged slip models and samples: read, or refused in one sentence, and soon."""

import io
import json
import signal
import zlib

import h5py
import numpy as np
import pytest
import slc_files
import usgs_files as usgs
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.images import find_images
from groundshift.algorithms.formats.points.mat_file import read_mat
from groundshift.algorithms.formats.sample_formats import read_sample_text
from groundshift.algorithms.formats.slip.slip_models import read_slip_file, write_slip_model
from mutants import absurd_array, mutant
from scipy.io import savemat
from slip_cases import two_planes

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")  # of 1e308 times something
MUTANTS, SECONDS = 60, 5
LOOK = "-0.6155 -0.1308 0.7771"
TEXTS = {
    "s.lltnde": "".join(f"85.{k} 26.{k} {-k} {LOOK} {k}.5 0.01\n" for k in range(9)),
    "s.lldet": "".join(f"80.{k} 28.{k} 1 -2 3.5 1 1 2 190\n" for k in range(9)),
    "c.csv": "lon,lat,displacement_m,incidence_deg,heading_deg\n"
    + "".join(f"13.{k},42.{k},0.0{k},39,348.4\n" for k in range(9)),
    "d.csv": "lon,lat,displacement_cm,std_mm,los_east,los_north,los_up,weight\n"
    + "".join(f"13.{k},42,{k},2,-0.6155,-0.1308,0.7771,1\n" for k in range(9)),
    "e.csv": "site,lon,lat,component,displacement_mm,std_mm\n"
    + "".join(f"A{k},85.{k},28,{c},-2,1\n" for k in range(4) for c in "ENU"),
    "x.csv": "x_km;y_km;range_change_cm;inc;heading\n"
    + "".join(f"{k},5;40;5;39;348\n" for k in range(9)),
}
SLIPS = ("fsp", "usgs.fsp", "inp", "inr", "param", "geojson")


@pytest.fixture
def hurried():
    """Nobody waits longer than some seconds for a refusal."""

    def late(*_):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    yield lambda: signal.alarm(SECONDS)
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def check_mutants(read, content, path, hurried, seed, count=MUTANTS):
    """Read damaged copies; whatever is no refusal in a sentence comes through."""
    random, refused = np.random.default_rng(seed), 0
    for _ in range(count):
        path.write_bytes(mutant(content, random))
        hurried()
        try:
            read(path)
        except GroundshiftError as error:
            refused += 1
            assert "\n" not in str(error)
    assert refused > count / 5  # the damage is real


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("kind", SLIPS)
def test_slip_models(tmp_path, hurried, kind, seed):
    path = tmp_path / {"geojson": "FFM.geojson"}.get(kind, f"good.{kind}")
    if kind == "usgs.fsp":
        path.write_text(usgs.fsp(1 / 3, 0.0, planes=2, last=2 / 3))
    elif kind == "param":
        path.write_text(usgs.param(0.0, 0.0))
    elif kind == "geojson":
        path.write_text(json.dumps(usgs.ffm()))
    else:
        write_slip_model(path, two_planes())
    check_mutants(read_slip_file, path.read_bytes(), path, hurried, seed)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", TEXTS)
def test_samples(tmp_path, hurried, name, seed):
    check_mutants(read_sample_text, TEXTS[name].encode(), tmp_path / name, hurried, seed)


@pytest.mark.parametrize("packed", [False, True])
def test_matlab_files(tmp_path, hurried, packed):
    """SciPy's reader ended the whole program on some of these."""
    path = tmp_path / "g.mat"
    names = {
        "Lon": [13.0, 13.1], "Lat": [42.0, 42.1], "Phase": [10.0, -3.0], "Inc": [39.0, 39.0],
        "Heading": [-12.0, -12.0],
    }  # fmt: skip
    savemat(
        path, {**names, "Text": "x", "Whole": np.int16([[1, 2], [3, 4]])}, do_compression=packed
    )
    found = read_mat(path)
    assert "text" not in found and found["whole"].tolist() == [[1, 2], [3, 4]]
    check_mutants(read_sample_text, path.read_bytes(), path, hurried, 3, 4 * MUTANTS)


def test_a_matlab_file_that_unpacks_to_too_much(tmp_path):
    head = b"MATLAB 5.0".ljust(124, b" ") + b"\0\1IM"
    packed = zlib.compress(b"\x0e\0\0\0\xff\xff\xff\x7f" + bytes(1 << 20))
    (tmp_path / "g.mat").write_bytes(head + np.array([15, len(packed)], "<u4").tobytes() + packed)
    with pytest.raises(GroundshiftError, match="damaged"):
        read_mat(tmp_path / "g.mat")


def test_covariances_beside(tmp_path, hurried):
    """Headers of nonsense went through to Python's parser; other kinds of numbers were taken."""
    path = tmp_path / "c.csv"
    path.write_text(TEXTS["c.csv"])
    good = np.eye(9) * 1e-6 + 1e-7
    kept = io.BytesIO()
    np.save(kept, good)
    check_mutants(
        lambda _: read_sample_text(path), kept.getvalue(), tmp_path / "c_cov.npy", hurried, 5
    )  # fmt: skip
    random = np.random.default_rng(0)
    for _ in range(MUTANTS):
        np.save(tmp_path / "c_cov.npy", absurd_array(good, random))
        hurried()
        try:
            matrix = read_sample_text(path).samples.tracks[0].covariance
        except GroundshiftError:
            continue
        assert np.isfinite(matrix).all() and (matrix == matrix.T).all()
    for odd in (good * (1 + 1j), good + np.triu(good)):
        np.save(tmp_path / "c_cov.npy", odd)
        with pytest.raises(GroundshiftError, match="no covariance matrix"):
            read_sample_text(path)


def replaced(path, name, odd):
    """Put something else where a dataset or group was."""
    with h5py.File(path, "r+") as file:
        del file[name]
        if isinstance(odd, str) and odd == "group":
            file.create_group(name)
        elif odd is not None:
            file[name] = odd


ODD = (
    None, "group", "text", b"\xff\xfe", np.nan, -1, np.empty(0), np.full(20, np.nan),
    np.array([b"a", b"b"]),
)  # fmt: skip


def test_opera_images(tmp_path):
    """Groups or texts where datasets should be, and numbers that are none."""
    made = slc_files.write_opera(tmp_path / "good")
    good = made[1].read_bytes()
    names = []
    with h5py.File(made[1]) as file:
        file.visititems(
            lambda name, item: names.append(name) if isinstance(item, h5py.Dataset) else None
        )
    static = slc_files.write_static(tmp_path / "good")
    layers = static.read_bytes()
    cases = [(made[1], good, name) for name in names]
    cases += [(static, layers, f"data/{part}") for part in ("los_east", "layover_shadow_mask")]
    refused = 0
    for path, content, name in cases:
        for odd in ODD:
            path.write_bytes(content)
            replaced(path, name, odd)
            try:
                find_images(tmp_path / "good", "opera")
            except GroundshiftError as error:
                refused += 1
                assert "\n" not in str(error)
        path.write_bytes(content)
    assert refused > 40
