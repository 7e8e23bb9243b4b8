# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Frames put together to one moving picture: animated PNG, and GIF where Pillow is installed.

Animated PNG (ISO/IEC 15948:2003 with the APNG chunks of PNG's third edition,
https://www.w3.org/TR/png-3/#apng-frame-based-animation) keeps all colours, opens in every browser,
and is made of the frames' own compressed data, so that it needs no library.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from ..errors import GroundshiftError
from .atomic import Transaction

SIGNATURE = b"\x89PNG\r\n\x1a\n"
PALETTE_FRAMES = 8  # from which the colours of a GIF are taken


def _chunks(path):
    """Type and data of a PNG's chunks."""
    data = Path(path).read_bytes()
    if data[:8] != SIGNATURE:
        raise GroundshiftError(f"{path}: is no PNG; draw the frames again.")
    place = 8
    while place < len(data):
        (size,) = struct.unpack(">I", data[place : place + 4])
        yield data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        place += 12 + size


def _chunk(kind, data) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def write_apng(frames, target, seconds: float, last_seconds: float = 2.0) -> None:
    """Put PNG frames together to an animated PNG that repeats for ever.

    Parameters
    ----------
    frames : sequence of path
        PNGs of one size and kind.
    target : path
    seconds : float
        How long a frame is shown.
    last_seconds : float
        How long the last one is.

    Raises
    ------
    GroundshiftError
        If there is no frame, they differ in size, or the file cannot be written.
    """
    if not frames:
        raise GroundshiftError("The animation has no frame; choose a longer span.")
    number, header = 0, None
    with Transaction() as files:
        path = files.add(target)
        try:
            with open(path, "wb") as out:
                for index, frame in enumerate(frames):
                    chunks = list(_chunks(frame))
                    if header is None:
                        header = chunks[0][1]
                        out.write(SIGNATURE + _chunk(b"IHDR", header))
                        out.write(_chunk(b"acTL", struct.pack(">II", len(frames), 0)))
                    if chunks[0][1] != header:
                        raise GroundshiftError(
                            f"{frame}: is of another size or kind than the first frame; draw the "
                            "frames again."
                        )
                    shown = last_seconds if index == len(frames) - 1 else seconds
                    size = struct.unpack(">II", header[:8])
                    control = struct.pack(
                        ">IIIIIHHBB", number, *size, 0, 0, round(shown * 1000), 1000, 0, 0
                    )
                    out.write(_chunk(b"fcTL", control))
                    number += 1
                    for data in (data for kind, data in chunks if kind == b"IDAT"):
                        if index == 0:
                            out.write(_chunk(b"IDAT", data))
                        else:
                            out.write(_chunk(b"fdAT", struct.pack(">I", number) + data))
                            number += 1
                out.write(_chunk(b"IEND", b""))
        except OSError as error:
            raise GroundshiftError(
                f"{target}: cannot be written ({error.strerror}); choose another place."
            ) from error


def write_gif(frames, target, seconds: float, last_seconds: float = 2.0) -> bool:
    """Put PNG frames together to a GIF of 256 colours, where Pillow is there to do it.

    Parameters
    ----------
    frames, target, seconds, last_seconds
        See :func:`write_apng`.

    Returns
    -------
    bool
        False where Pillow is missing and nothing was written.
    """
    try:
        from PIL import Image
    except ImportError:
        return False
    with Transaction() as files:
        path = files.add(target)
        images = [Image.open(frame).convert("RGB") for frame in frames]
        # One palette for all, or colours would flicker.
        some = images[:: -(-len(images) // PALETTE_FRAMES)] + images[-1:]
        width, height = images[0].size
        sheet = Image.new("RGB", (width, height * len(some)))
        for number, image in enumerate(some):
            sheet.paste(image, (0, number * height))
        palette = sheet.quantize(255)
        reduced = [image.quantize(palette=palette, dither=0) for image in images]
        shown = [round(seconds * 1000)] * (len(frames) - 1) + [round(last_seconds * 1000)]
        try:
            reduced[0].save(
                path, format="GIF", save_all=True, append_images=reduced[1:], duration=shown, loop=0
            )
        except OSError as error:
            raise GroundshiftError(
                f"{target}: cannot be written ({error}); choose another place."
            ) from error
    return True


def write_moving_picture(frames, target, seconds: float) -> None:
    """Put frames together in the format that the target's name calls for.

    Parameters
    ----------
    frames, seconds
        See :func:`write_apng`.
    target : path
        ``.png`` or ``.apng`` for an animated PNG, ``.gif`` for a GIF; without an ending a folder,
        into which the frames go one by one.

    Raises
    ------
    GroundshiftError
        If it cannot be written, Pillow is needed and missing, or the ending is another.
    """
    target = Path(target)
    ending = target.suffix.lower()
    if ending in (".png", ".apng"):
        write_apng(frames, target, seconds)
    elif ending == ".gif":
        if not write_gif(frames, target, seconds):
            raise GroundshiftError(
                f"{target}: GIF needs the Python package Pillow, which is missing here; choose a "
                "name that ends on .png (animated PNG), or a folder for the frames."
            )
    elif not ending:
        with Transaction() as files:
            for frame in frames:
                files.add(target / Path(frame).name).write_bytes(Path(frame).read_bytes())
    else:
        raise GroundshiftError(
            f"{target}: an animation ends on .png or .gif, or is a folder; choose another name."
        )
