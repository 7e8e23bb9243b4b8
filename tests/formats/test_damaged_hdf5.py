# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""HDF5 files that are damaged: one sentence, and no crash of the library."""

import struct

import h5py
import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.layout import open_hdf5
from groundshift.algorithms.formats.hdf5.stacks import read_geometry

TEXT = "a text that is easily found"


def make(path, **options):
    with h5py.File(path, "w", **options) as file:
        file.attrs["first"] = ""
        for k in range(12):
            file.attrs[f"number {k}"] = "x" * k
        file.attrs["list"] = ["a", "bcd", "ef"]
        file.attrs["REMARK"] = TEXT
        kind = h5py.vlen_dtype(np.int32)
        file.attrs.create("rows", np.array([np.arange(3), np.arange(2)], object), dtype=kind)
        data = file.create_dataset("height", data=np.zeros((3, 4), np.float32))
        data.attrs["UNIT"] = "m"
        file.create_group("group").attrs["words"] = "y" * 5000
    return path


@pytest.mark.parametrize(
    "options",
    [{}, {"libver": "latest"}, {"userblock_size": 512}, {"track_order": True}],
    ids=["plain", "latest", "user block", "in order"],
)
def test_whole_files_are_opened_whoever_wrote_them(options, tmp_path):
    with open_hdf5(make(tmp_path / "good.h5", **options)) as file:
        assert file.attrs["REMARK"] == TEXT and file["height"].shape == (3, 4)
        assert [row.tolist() for row in file.attrs["rows"]] == [[0, 1, 2], [0, 1]]


def test_a_text_of_another_length_than_its_attribute_says(tmp_path):
    path = make(tmp_path / "damaged.h5")
    data = bytearray(path.read_bytes())
    place = data.index(TEXT.encode()) - 8
    assert struct.unpack_from("<Q", data, place) == (len(TEXT),)
    # In the heap itself, and in the attribute, where it may be none at all.
    heap = struct.pack("<IQ", len(TEXT), data.rindex(b"GCOL", 0, place))
    where = data.index(heap)
    for offset, wrong in ((place, 1 << 20), (place, 5), (where, 4), (where, 0), (where + 12, 999)):
        spoilt = bytearray(data)
        struct.pack_into("<I", spoilt, offset, wrong)
        path.write_bytes(spoilt)
        with pytest.raises(GroundshiftError, match=r"damaged\.h5: the file is damaged \(a text"):
            open_hdf5(path)


def test_an_attribute_whose_size_makes_no_sense(tmp_path):
    path = make(tmp_path / "damaged.h5")
    data = bytearray(path.read_bytes())
    name = data.index(b"REMARK\0")
    # Name, padded, type of 20 bytes, padded, and the version of the dataspace.
    data[name + 8 + 24] = 0
    path.write_bytes(data)
    with pytest.raises(GroundshiftError, match="has no size"):
        open_hdf5(path)


def test_an_attribute_whose_name_ends_early(tmp_path):
    path = make(tmp_path / "damaged.h5")
    data = bytearray(path.read_bytes())
    name = data.index(b"REMARK\0")
    data[name + 2 : name + 4] = b"\0\0"
    path.write_bytes(data)
    with pytest.raises(GroundshiftError, match="has no name"):
        open_hdf5(path)


def test_what_is_no_dataset_or_cannot_be_read_is_named(tmp_path):
    path = make(tmp_path / "a.h5")
    with open_hdf5(path) as file:
        with pytest.raises(GroundshiftError, match=r"a\.h5: 'group' is no dataset"):
            file["group"]
        with pytest.raises(GroundshiftError, match=r"a\.h5: has no dataset 'nothing'"):
            file["nothing"]
        assert isinstance(file.get("group"), h5py.Group) and file.get("nothing") is None
        assert {name for name, _ in file.items()} == {"group", "height"}
    with h5py.File(path, "r+") as file:
        values = np.arange(12.0).reshape(3, 4)
        packed = file.create_dataset("packed", data=values, compression="gzip")
        place = packed.id.get_chunk_info(0).byte_offset
    with open(path, "r+b") as raw:
        raw.seek(place)
        raw.write(b"\xff" * 20)
    with open_hdf5(path) as file, pytest.raises(GroundshiftError, match="'packed' cannot be read"):
        file["packed"][()]


def test_a_group_where_the_geometry_should_have_numbers(tmp_path):
    path = tmp_path / "geometryGeo.h5"
    with h5py.File(path, "w") as file:
        file.attrs.update({"LENGTH": "3", "WIDTH": "4"})
        file.create_group("height")
        file.create_group("incidenceAngle")
    with pytest.raises(GroundshiftError, match=r"geometryGeo\.h5: .*is no dataset"):
        read_geometry(path)
