# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Packed files that become much larger are told."""

import gzip
import zipfile

import pytest
from groundshift.algorithms.formats.packed import swelling_of, unpacked_size

MANY = 150_000_000


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """A kilobyte of text and, in the same archive, 150 MB of blanks."""
    path = tmp_path_factory.mktemp("packed") / "sites.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("small/sites.shp", b"s" * 1000)
        file.writestr("small/sites.dbf", b"d" * 500)
        with file.open("large/sites.csv", "w") as member:
            for _ in range(MANY // 1_000_000):
                member.write(b" " * 1_000_000)
    return path


@pytest.mark.parametrize(
    "path, size",
    [
        ("{}", MANY + 1500),
        ("/vsizip/{}", MANY + 1500),
        ("/vsizip/{{{}}}/small/sites.shp", 1500),
        ("/vsizip/{}/small/sites.shp", 1500),
        ("/vsizip/{}/large", MANY),
    ],
)
def test_the_size_is_that_of_what_is_read(archive, path, size):
    path = path.format(archive)
    assert unpacked_size(archive, path) == size
    said = swelling_of(path)
    assert bool(said) == (size > 1e8)
    assert not said or said.startswith(f"{archive}: is ") and "unpacks to about 150.0 MB" in said


def test_gzip_tells_its_size_and_other_files_have_none(tmp_path):
    path = tmp_path / "a.geojson.gz"
    with gzip.open(path, "wb") as file:
        for _ in range(MANY // 1_000_000):
            file.write(b" " * 1_000_000)
    assert unpacked_size(path) == MANY
    assert "150.0 MB" in swelling_of(f"/vsigzip/{path}")
    plain = tmp_path / "a.geojson"
    plain.write_text("{}")
    for other in (plain, tmp_path / "none", "https://example.org/a.zip", tmp_path, "", "PK\0"):
        assert swelling_of(other) == ""
    plain.write_bytes(b"PK\x03\x04 and no archive")
    assert swelling_of(plain) == ""
