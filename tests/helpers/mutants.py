# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Damaged copies of good files: cut short, bits turned, lines and columns lost, absurd numbers."""

import re

import numpy as np

ABSURD = (
    b"nan", b"inf", b"-inf", b"1e308", b"-1e308", b"1e-320", b"0", b"-1", b"", b"9" * 25, b"1e30",
    b"999", b"-999", b"90", b"360.5", b"1e5", b"x", b"\xff\xfe", b"\xe9", b"\0", b"1,5", b'"',
    b"0x10", b"1_000",
)  # fmt: skip
NUMBER = re.compile(rb"[-+]?\d+\.?\d*(?:[eEdD][-+]?\d+)?")


def mutant(content: bytes, random) -> bytes:
    """A copy with one to three kinds of damage."""
    for _ in range(random.integers(1, 4)):
        content = KINDS[random.integers(len(KINDS))](content, random)
    return content


def _cut(content, random):
    return content[: random.integers(len(content) + 1)]


def _flipped(content, random):
    out = bytearray(content)
    for place in random.integers(0, max(len(out), 1), random.integers(1, 9)):
        if place < len(out):
            out[place] ^= 1 << random.integers(8)
    return bytes(out)


def _without_a_piece(content, random):
    first = random.integers(len(content) + 1)
    return content[:first] + content[first + random.integers(1, 200) :]


def _lines(content, random):
    lines = content.split(b"\n")
    at = random.integers(len(lines))
    kind = random.integers(4)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(at, lines[random.integers(len(lines))])
    elif kind == 2:
        lines[at : at + 1] = [lines[at][: random.integers(len(lines[at]) + 1)]]
    else:
        lines = [lines[k] for k in random.permutation(len(lines))]
    return b"\n".join(lines)


def _without_a_column(content, random):
    mark = b"," if content.count(b",") > content.count(b" ") else None
    at = random.integers(8)
    lines = []
    for line in content.split(b"\n"):
        words = line.split(mark)
        lines.append((mark or b" ").join(words[:at] + words[at + 1 :]))
    return b"\n".join(lines)


def _absurd(content, random):
    places = list(NUMBER.finditer(content))
    if not places:
        return content
    found = places[random.integers(len(places))]
    word = ABSURD[random.integers(len(ABSURD))]
    if random.integers(2):  # everywhere
        return content.replace(found.group(), word)
    return content[: found.start()] + word + content[found.end() :]


def _inserted(content, random):
    at = random.integers(len(content) + 1)
    return content[:at] + ABSURD[random.integers(len(ABSURD))] + content[at:]


KINDS = (_cut, _flipped, _without_a_piece, _lines, _without_a_column, _absurd, _absurd, _inserted)


def absurd_array(values, random):
    """A copy of an array of which something is absurd: shape, kind or numbers."""
    kind = random.integers(7)
    if kind == 0:
        return values[: random.integers(len(values))]
    if kind == 1:
        return values.astype([complex, "U8", "S3", bool, np.int16, np.float16][random.integers(6)])
    if kind == 2:
        return values.reshape(-1)
    if kind == 3:
        return values * [np.nan, np.inf, -1.0, 0.0, 1e300, 1e-300][random.integers(6)]
    out = np.array(values, float)
    where = tuple(random.integers(size) for size in out.shape)
    out[where] = [np.nan, np.inf, -1.0, 0.0, 1e300, 1e-300][random.integers(6)]
    return out
