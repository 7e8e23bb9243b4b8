# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Object storage through ``/vsis3/``: the same numbers as from the disk, and why there are none."""

import contextlib

import h5py
import numpy as np
import pytest
from file_server import served
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.raster_source import describe
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.zarr import to_zarr
from groundshift.algorithms.toolbox import call
from osgeo import gdal
from product_files import write_pairs
from small_stack import CORNER, bowl, make_stack

KEY = "AKIDEXAMPLE"
OPEN = {"AWS_NO_SIGN_REQUEST": "YES"}
SIGNED = {"AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "us-east-1"}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A bucket with a stack, as Zarr store, too, and what is made of it here."""
    folder = tmp_path_factory.mktemp("storage")
    bucket = folder / "bucket"
    bucket.mkdir()
    make_stack(bucket / "stack.h5", rate=bowl(), looks=20)
    to_zarr(bucket / "stack.h5", bucket / "stack.zarr")
    inverted(bucket / "stack.h5", folder / "local.h5", bucket / "v.tif")
    with served(folder) as found:
        found.keys = ""
        yield found


@contextlib.contextmanager
def configured(server, **options):
    """GDAL's options for a storage."""
    options = {
        "AWS_S3_ENDPOINT": server if isinstance(server, str) else server.address[len("http://") :],
        "AWS_HTTPS": "NO", "AWS_VIRTUAL_HOSTING": "FALSE", "AWS_EC2_METADATA_DISABLED": "YES",
        "GDAL_HTTP_MAX_RETRY": "0", **options,
    }  # fmt: skip
    before = {name: gdal.GetConfigOption(name) for name in options}
    gdal.VSICurlClearCache()
    try:
        for name, value in options.items():
            gdal.SetConfigOption(name, value)
        yield
    finally:
        for name, value in before.items():
            gdal.SetConfigOption(name, value)
        gdal.VSICurlClearCache()


def inverted(stack, series, velocity):
    call(
        "sbas", stack=stack, timeseries=series, velocity=velocity, reference_point=CORNER.point,
        reference_radius=CORNER.radius_pixels, robust=False,
    )  # fmt: skip


@pytest.mark.parametrize("key, options", [("", OPEN), (KEY, SIGNED)], ids=["open", "signed"])
@pytest.mark.parametrize("name", ["stack.h5", "stack.zarr"])
def test_a_stack_gives_the_numbers_of_the_disk(server, tmp_path, monkeypatch, name, key, options):
    monkeypatch.setattr(server, "keys", key)
    with configured(server, **options):
        inverted(f"/vsis3/bucket/{name}", tmp_path / "s.h5", tmp_path / "v.tif")
        place = f"/vsis3/bucket/{describe('/vsis3/bucket/v.tif').path.rpartition('/')[2]}"
        raster = read_raster(place)[1]
    with h5py.File(tmp_path / "s.h5") as ours, h5py.File(server.folder / "local.h5") as local:
        np.testing.assert_array_equal(ours["timeseries"][()], local["timeseries"][()])
    expected = read_raster(server.folder / "bucket" / "v.tif")[1]
    np.testing.assert_array_equal(raster, expected)
    np.testing.assert_array_equal(read_raster(tmp_path / "v.tif")[1], expected)


def imported(tmp_path, name, **source):
    call("importstack", stack=tmp_path / f"{name}.h5", wavelength=0.0555, **source)
    with h5py.File(tmp_path / f"{name}.h5") as file:
        return {key: value[()] for key, value in file.items()}


@pytest.mark.parametrize("place", ["/vsis3/bucket/pairs", "/vsicurl/{}", "{}"])
def test_a_list_of_rasters_becomes_a_stack(server, tmp_path, monkeypatch, place):
    """Phases and coherences of pairs, one by one; nothing but a sentence where one is missing."""
    folder = write_pairs(server.folder / "bucket" / "pairs")
    place = place.format(f"{server.address}/bucket/pairs")
    files = [f"{place}/{path.name}" for path in sorted(folder.iterdir())]
    with configured(server, **OPEN):
        monkeypatch.setattr(server, "keys", "" if "vsis3" in place else None)
        local = imported(tmp_path, "local", folder=folder)
        np.testing.assert_equal(imported(tmp_path, "far", files=files, format="pairs"), local)
        mixed = [*files[:3], *sorted(folder.iterdir())[3:]]
        np.testing.assert_equal(imported(tmp_path, "mixed", files=mixed), local)
        missing = files[1].replace(".unw", "_none.unw")
        with pytest.raises(GroundshiftError) as error:
            imported(tmp_path, "none", files=[files[0], missing, *files[2:]])
    text = str(error.value)
    assert "none.unw.tif is an address" in text and "nothing at that place (404)" in text
    assert text.endswith(".") and ". " not in text and not (tmp_path / "none.h5").exists()


def test_rasters_one_by_one_are_pairs_and_the_only_source(tmp_path):
    files = sorted(write_pairs(tmp_path / "p").iterdir())
    with pytest.raises(GroundshiftError, match="FORMAT.*are read as GeoTIFF pairs"):
        imported(tmp_path, "s", files=files, format="hyp3")
    with pytest.raises(GroundshiftError, match="FOLDER.*STACK_FILE.*FILES"):
        imported(tmp_path, "s", files=files, folder=tmp_path / "p")
    with pytest.raises(GroundshiftError, match="there is no file .*none.tif"):
        imported(tmp_path, "s", files=[tmp_path / "none.tif"])


@pytest.mark.parametrize("name", ["none.h5", "none.tif", "none.zarr"])
@pytest.mark.parametrize(
    "status, words", [(404, "nothing at that place .404"), (403, "refuses you .403"),
                      (401, "asks who you are .401")],
)  # fmt: skip
@pytest.mark.parametrize("storage", [True, False], ids=["storage", "web"])
def test_what_the_server_says_is_told(server, monkeypatch, name, status, words, storage):
    path = f"/bucket/{name}"
    heads = ("", "/.zmetadata", "/.zgroup", "/zarr.json")
    monkeypatch.setattr(server, "faults", {path + head: status for head in heads})
    monkeypatch.setattr(server, "keys", "" if storage else None)
    address = f"/vsis3{path}" if storage else server.address + path
    with configured(server, **OPEN), pytest.raises(GroundshiftError, match=words) as error:
        read(address)
    text = str(error.value)
    assert name in text and text.endswith(".") and "\n" not in text and ". " not in text


def read(address):
    if address.endswith(".tif"):
        describe(address)
    else:
        call("sbas", stack=address, timeseries="never.h5", velocity="never.tif")


def test_a_key_that_is_not_given_or_not_the_right_one(server, monkeypatch):
    monkeypatch.setattr(server, "keys", KEY)
    for options in (OPEN, {**SIGNED, "AWS_ACCESS_KEY_ID": "OTHER"}):
        with configured(server, **options), pytest.raises(GroundshiftError, match="403.*keys"):
            describe("/vsis3/bucket/v.tif")
    nowhere = {"AWS_CONFIG_FILE": "none", "CPL_AWS_CREDENTIALS_FILE": "none"}
    with configured(server, **nowhere), pytest.raises(GroundshiftError, match="give GDAL.*keys"):
        describe("/vsis3/bucket/v.tif")


def test_a_bucket_that_is_not_there(server):
    with (
        configured(server, **OPEN),
        pytest.raises(GroundshiftError, match="/vsis3/none/v.tif .* nothing at that place .404"),
    ):
        describe("/vsis3/none/v.tif")


def test_nobody_answers():
    with (
        configured("127.0.0.1:9", **OPEN),
        pytest.raises(GroundshiftError, match="/vsis3/bucket/v.tif .* does not answer"),
    ):
        describe("/vsis3/bucket/v.tif")
