# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""HDF5 files that are damaged: one sentence, and no crash of the library."""

import struct

import h5py
import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.layout import open_hdf5, to_dates
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


KINDS = {
    "compound": np.array((1, 2.5), dtype=[("whole number", "<i4"), ("b", "<f8")]),
    "nested": np.zeros(2, dtype=[("pair", [("a", "<i2"), ("b", "S5")]), ("c", "<f4", (2, 3))]),
    "complex": np.complex64(1 + 2j), "yes or no": np.bool_(True), "bytes": np.bytes_("fixed"),
    "opaque": np.void(b"anything"), "big": np.array([1.5], ">f8"), "half": np.float16(0.5),
    "none": h5py.Empty("f4"), "list": np.arange(5, dtype=np.uint16),
}  # fmt: skip


@pytest.mark.parametrize("options", [{}, {"libver": "latest"}, {"libver": ("v108", "v108")}])
def test_every_type_of_attribute_is_understood(options, tmp_path):
    with h5py.File(tmp_path / "a.h5", "w", **options) as file:
        for name, value in KINDS.items():
            file.attrs[name] = value
        choices = h5py.enum_dtype({"low": 1, "somewhat higher": 2}, basetype="i2")
        file.attrs.create("choice", 2, dtype=choices)
        scale, data = file.create_dataset("x", data=[1.0]), file.create_dataset("y", data=[2.0])
        scale.make_scale("x")
        data.dims[0].attach_scale(scale)  # references, in lists and in parts of types
        file.attrs["region"] = data.regionref[:1]
    with open_hdf5(tmp_path / "a.h5") as file:
        assert set(file.attrs) == {*KINDS, "choice", "region"}


@pytest.mark.parametrize(
    ("place", "value", "what"),
    [
        (0, 0x00, "a type is unknown"),
        (0, 0xF9, "a type is unknown"),
        (0, 0x1F, "a type is unknown"),
        (1, 0x03, "a list's type is unknown"),
        (1, 0xF1, "a text's type is unknown"),
        (4, 0x08, "a list's type is unknown"),
        (8, 0x00, "a type is unknown"),
    ],
)
def test_a_type_that_makes_no_sense(place, value, what, tmp_path):
    path = make(tmp_path / "damaged.h5")
    data = bytearray(path.read_bytes())
    data[data.index(b"REMARK\0") + 8 + place] = value
    path.write_bytes(data)
    with pytest.raises(GroundshiftError, match=rf"the file is damaged \({what}\)"):
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


def test_a_dataset_larger_than_what_is_stored(tmp_path):
    path = tmp_path / "a.h5"
    with h5py.File(path, "w") as file:
        file["date"] = np.array([b"20200101"] * 7)
        file["none"] = h5py.Empty("f4")
        file.create_dataset("not yet", (1000,), "f4")
    data = bytearray(path.read_bytes())
    sizes = [k for k in range(len(data)) if data.startswith(struct.pack("<QQ", 7, 7), k)]
    assert sizes
    for place in sizes:  # the size and the largest one of the dataspace
        struct.pack_into("<QQ", data, place, 7 + (1 << 48), 7 + (1 << 48))
    path.write_bytes(data)
    with open_hdf5(path) as file:
        with pytest.raises(GroundshiftError, match=r"a\.h5: 'date' cannot be read"):
            file["date"]
        assert not file["not yet"][()].any() and file["none"].shape is None


def test_a_date_that_is_no_text(tmp_path):
    with pytest.raises(GroundshiftError, match="holds a date that is not YYYYMMDD"):
        to_dates(np.array([b"\xceA\x1c\xc3"]), "a.h5")


def test_an_attribute_that_is_said_to_be_elsewhere(tmp_path):
    path = make(tmp_path / "damaged.h5")
    data = bytearray(path.read_bytes())
    data[data.index(b"REMARK\0") - 8 - 4] |= 2
    path.write_bytes(data)
    with pytest.raises(GroundshiftError, match="an attribute is not where it should be"):
        open_hdf5(path)
