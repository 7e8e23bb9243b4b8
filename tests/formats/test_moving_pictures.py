# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import struct
import zlib

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.moving_pictures import (
    _chunk,
    _chunks,
    write_apng,
    write_gif,
    write_moving_picture,
)


def write_png(path, value, width=12, height=8):
    """A small picture of one colour, whose data are in two chunks."""
    line = b"\0" + bytes([value, 10, 20]) * width
    data = zlib.compress(line * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (b"IHDR", header), (b"IDAT", data[:9]), (b"IDAT", data[9:]), (b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts))
    return path


@pytest.fixture
def frames(tmp_path):
    return [write_png(tmp_path / f"{k}.png", 40 * k) for k in range(4)]


def test_the_frames_are_in_the_file_in_order(frames, tmp_path):
    write_apng(frames, tmp_path / "a.png", 0.25, 1.5)
    chunks = list(_chunks(tmp_path / "a.png"))
    kinds = [kind for kind, _ in chunks]
    assert kinds[:3] == [b"IHDR", b"acTL", b"fcTL"] and kinds[-1] == b"IEND"
    assert struct.unpack(">II", chunks[1][1]) == (4, 0)
    numbers = [struct.unpack(">I", d[:4])[0] for k, d in chunks if k in (b"fcTL", b"fdAT")]
    assert numbers == list(range(len(numbers)))
    shown = [struct.unpack(">HH", d[20:24]) for k, d in chunks if k == b"fcTL"]
    assert shown == [(250, 1000)] * 3 + [(1500, 1000)]
    pixels, frame = [], b""
    for kind, data in [*chunks[3:], (b"fcTL", b"")]:
        if kind == b"fcTL":
            pixels.append(zlib.decompress(frame)[1])
            frame = b""
        elif kind in (b"IDAT", b"fdAT"):
            frame += data if kind == b"IDAT" else data[4:]
    assert pixels == [0, 40, 80, 120]


def test_another_reader_finds_the_frames(frames, tmp_path):
    image = pytest.importorskip("PIL.Image")
    write_apng(frames, tmp_path / "a.png", 0.25)
    with image.open(tmp_path / "a.png") as picture:
        assert picture.n_frames == 4
        picture.seek(3)
        assert np.asarray(picture.convert("RGB"))[0, 0].tolist() == [120, 10, 20]


def test_gif(frames, tmp_path):
    image = pytest.importorskip("PIL.Image")
    assert write_gif(frames, tmp_path / "a.gif", 0.25)
    with image.open(tmp_path / "a.gif") as picture:
        assert picture.n_frames == 4


def test_without_pillow_there_is_no_gif(frames, tmp_path, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "PIL", None)
    assert not write_gif(frames, tmp_path / "a.gif", 0.25)
    assert not (tmp_path / "a.gif").exists()


def test_what_makes_no_animation_is_refused(frames, tmp_path):
    with pytest.raises(GroundshiftError, match="no frame"):
        write_apng([], tmp_path / "a.png", 0.2)
    frames.append(write_png(tmp_path / "wide.png", 1, width=13))
    with pytest.raises(GroundshiftError, match="another size"):
        write_apng(frames, tmp_path / "a.png", 0.2)
    (tmp_path / "text.png").write_text("no picture")
    with pytest.raises(GroundshiftError, match="no PNG"):
        write_apng([tmp_path / "text.png"], tmp_path / "a.png", 0.2)
    assert not (tmp_path / "a.png").exists()


def test_the_name_tells_the_format(frames, tmp_path, monkeypatch):
    import sys

    write_moving_picture(frames, tmp_path / "a.png", 0.2)
    assert b"acTL" in (tmp_path / "a.png").read_bytes()
    write_moving_picture(frames, tmp_path / "folder", 0.2)
    copies = sorted((tmp_path / "folder").iterdir())
    assert [c.read_bytes() for c in copies] == [f.read_bytes() for f in frames]
    with pytest.raises(GroundshiftError, match="another name"):
        write_moving_picture(frames, tmp_path / "a.mp4", 0.2)
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(GroundshiftError, match="Pillow"):
        write_moving_picture(frames, tmp_path / "a.gif", 0.2)
