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


def test_nobody_answers():
    with (
        configured("127.0.0.1:9", **OPEN),
        pytest.raises(GroundshiftError, match="/vsis3/bucket/v.tif .* does not answer"),
    ):
        describe("/vsis3/bucket/v.tif")
