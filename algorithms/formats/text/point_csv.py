# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of points in delimited text, plain or inside of a zip archive, a part at a time."""

from __future__ import annotations

import contextlib
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...data.dates import dates_in
from ...errors import GroundshiftError
from ...threads import kernel_lock
from .stamps_csv import header_dates

LONGEST_LINE = 1 << 22  # bytes
SAMPLE = 1 << 18  # bytes from which texts are told from numbers
LEAST_CHUNK, MOST_CHUNK = 1 << 18, 1 << 24  # bytes
BYTES_A_BYTE = 48.0
"""Memory that a byte of text costs until its numbers are in the layer: 22 measured, and room."""

_NUMBER = re.compile(
    r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?|-|[-+]?(nan|na|n/a|null|none|inf)?", re.I
)
_COMMA_NUMBER = re.compile(r"[-+]?\d+,\d+")


@dataclass(frozen=True)
class Dialect:
    """How a table is written.

    Parameters
    ----------
    names : tuple of str
        Of the columns.
    delimiter : str
        Between fields; a space stands for any number of spaces and tabs.
    decimal : str
        Point or comma.
    skipped : int
        Lines before the first point.
    texts : frozenset of str
        Columns that hold something else than numbers, as far as the first lines tell.
    is_stamps : bool
        Whether it is an export of StaMPS_Visualizer, see :mod:`.stamps_csv`.
    """

    names: tuple
    delimiter: str
    decimal: str
    skipped: int
    texts: frozenset = field(default_factory=frozenset)
    is_stamps: bool = False


@dataclass(frozen=True)
class CsvPlace:
    """A text file, or one inside of a zip archive.

    Parameters
    ----------
    path : Path
    member : str
        Name inside of the archive; empty for a file of its own.
    """

    path: Path
    member: str = ""

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"{self.path}, {self.member}" if self.member else str(self.path)

    @property
    def stem(self) -> str:
        """Name of the table's file without its ending."""
        return Path(self.member or self.path).stem

    @property
    def size(self) -> int:
        """Bytes of text."""
        if not self.member:
            return self.path.stat().st_size
        with zipfile.ZipFile(self.path) as archive:
            return archive.getinfo(self.member).file_size

    @contextlib.contextmanager
    def open(self):
        """The text as a stream of bytes.

        Raises
        ------
        GroundshiftError
            If it cannot be read to its end.
        """
        try:
            if not self.member:
                with open(self.path, "rb") as file:
                    yield file
                return
            with zipfile.ZipFile(self.path) as archive, archive.open(self.member) as file:
                yield file
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise GroundshiftError(
                f"{self.name}: the archive is damaged ({error}); download it again."
            ) from error
        except RuntimeError as error:
            if "password" not in str(error):
                raise
            raise GroundshiftError(
                f"{self.name}: is locked by a password; unpack it and give the file in it."
            ) from error
        except OSError as error:
            raise GroundshiftError(
                f"{self.name}: cannot be read ({error.strerror or error}); check the file."
            ) from error


def read_dialect(place: CsvPlace, may_be_bare: bool = False) -> Dialect:
    """How a table is written, from its first lines.

    Parameters
    ----------
    place : CsvPlace
    may_be_bare : bool
        Whether a table without a line of names will do: columns are column_1, column_2 ... then.

    Raises
    ------
    GroundshiftError
        If it is no table with a line of names.
    """
    with place.open() as file:
        head = file.read(SAMPLE)
        more = file.read(LONGEST_LINE) if b"\n" not in head and len(head) == SAMPLE else b""
    whole = len(head) < SAMPLE
    head += more
    if b"\0" in head:
        raise GroundshiftError(
            f"{place.name}: is no plain text (UTF-16 or binary); save it as CSV in UTF-8."
        )
    text = head.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if not whole and len(lines) > 1:
        lines = lines[:-1]  # the last one may be cut
    first = next((k for k, v in enumerate(lines) if v.strip() and not v.startswith("#")), None)
    if first is None:
        raise GroundshiftError(f"{place.name}: is empty; choose a table of points.")
    delimiter = _delimiter(lines[first])
    sample = [line for line in lines[first + 1 :] if line.strip()]
    dates = header_dates(sample[0]) if sample else None
    if dates is not None:
        if len(set(dates.tolist())) != len(dates):
            raise GroundshiftError(
                f"{place.name}: a date comes twice in its header; leave one out."
            )
        names = ("lon", "lat", "velocity_mm_yr", *(f"D{d}".replace("-", "") for d in dates))
        return Dialect(names, ",", ".", first + 2, frozenset(), True)
    names = _fields(lines[first], delimiter)
    while names and not names[-1]:
        names.pop()  # a delimiter at the end of the line
    numbers = [_NUMBER.fullmatch(name.replace(",", ".")) is not None for name in names]
    bare = all(numbers)
    if may_be_bare and not bare:
        # A name of the point may be among the numbers; dates are names.
        plain = [is_one and not dates_in(name) for is_one, name in zip(numbers, names)]
        bare = 2 * sum(plain) > len(names)
    if len(names) < 2 or (bare and not may_be_bare):
        raise GroundshiftError(
            f"{place.name}: its first line holds no names of columns; say what the columns hold, "
            "such as lon=1, lat=2, velocity=3, or add a line with their names."
        )
    if bare:
        names = [f"column_{k + 1}" for k in range(len(names))]
        sample = [line for line in lines[first:] if line.strip()]
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise GroundshiftError(
            f"{place.name}: the column '{twice[0]}' is there twice; rename or remove one."
        )
    cells = [_fields(line, delimiter) for line in sample]
    decimal = _decimal(cells, delimiter)
    return Dialect(
        tuple(names), delimiter, decimal, first + (not bare), _text_columns(names, cells, decimal)
    )


def _delimiter(line):
    bare = re.sub(r'"[^"]*"', "", line)
    counts = {mark: bare.count(mark) for mark in (",", ";", "\t", "|")}
    best = max(counts, key=counts.get)
    return best if counts[best] else " "


def _fields(line, delimiter):
    if delimiter == " ":
        return line.split()
    if '"' not in line:
        return [part.strip() for part in line.split(delimiter)]
    inner = re.escape(delimiter)
    found = re.findall(rf'\s*(?:"([^"]*)"[^{inner}]*|([^{inner}]*))(?:{inner}|$)', line)
    return [(quoted or plain).strip() for quoted, plain in found][: line.count(delimiter) + 1]


def _decimal(cells, delimiter):
    """A comma where numbers have one and it separates nothing."""
    if delimiter == ",":
        return "."
    comma = any(_COMMA_NUMBER.fullmatch(cell) for row in cells[:50] for cell in row)
    return "," if comma else "."


def _text_columns(names, cells, decimal) -> frozenset:
    texts = set()
    for row in cells:
        for name, cell in zip(names, row):
            if not _NUMBER.fullmatch(cell.replace(decimal, ".")):
                texts.add(name)
    return frozenset(texts)


class CsvReader:
    """Reads chosen columns of a table, a part at a time.

    Parameters
    ----------
    place : CsvPlace
    dialect : Dialect
    numeric : sequence of str
        Columns to read as numbers; the rows of the result are in this order.
    texts : sequence of str
        Columns to read as text.
    required : collection of str
        Of the numeric ones, those where something else than a number is an error.
    chunk : int
        Bytes of text to work on at a time.
    """

    def __init__(self, place, dialect, numeric, texts, required, chunk: int):
        from ...data import _csv_kernel as kernel

        self._place, self._dialect = place, dialect
        self._chunk = chunk
        self._texts = tuple(texts)
        self._count = len(numeric)
        slots = dict.fromkeys(dialect.names, kernel.SKIP)
        slots.update({name: k for k, name in enumerate(numeric)})
        slots.update({name: kernel.TEXT - k for k, name in enumerate(self._texts)})
        self._slots = np.array([slots[name] for name in dialect.names], np.int64)
        self._required = np.array([name in required for name in dialect.names], bool)
        self.lost = 0
        self.done = 0

    def parts(self):
        """Numbers, shape (column, row), and texts as a list of arrays of str; part by part.

        Raises
        ------
        GroundshiftError
            If a line has not as many fields as the first one, or a required cell is no number.
        """
        line = 1 + self._dialect.skipped
        names, rest = self._dialect.skipped, b""  # lines that were read before
        with self._place.open() as file:
            while True:
                data = file.read(self._chunk)
                if data.endswith(b"\r"):
                    data += file.read(1)
                self.done += len(data)
                text = rest + data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
                if data:
                    cut = text.rfind(b"\n") + 1
                    if not cut and len(text) > LONGEST_LINE:
                        raise GroundshiftError(
                            f"{self._place.name}: line {line} does not end; it is no table."
                        )
                    text, rest = text[:cut], text[cut:]
                while names and text:
                    text, names = text[text.find(b"\n") + 1 or len(text) :], names - 1
                if text:
                    result = self._parse(text, line)
                    if result is not None:
                        yield result
                    line += text.count(b"\n")
                if not data:
                    return

    def _parse(self, text: bytes, line: int):
        from ...data import _csv_kernel as kernel

        delimiter = self._dialect.delimiter
        if delimiter == " ":
            text = re.sub(rb"(?m)^[ \t]+|[ \t]+$", b"", text)
            text = re.sub(rb"[ \t]+", b" ", text).replace(b" ", b"\t")
            delimiter = "\t"
        data = np.frombuffer(text, np.uint8)
        stops = np.flatnonzero(data == 10)
        if not text.endswith(b"\n"):
            stops = np.append(stops, len(data))
        starts = np.concatenate([[0], stops[:-1] + 1])
        filled = np.flatnonzero(stops > starts)
        starts, stops = starts[filled].astype(np.int64), stops[filled].astype(np.int64)
        rows = len(filled)
        if not rows:
            return None
        numbers = np.empty((self._count, rows))
        spans = np.zeros((max(len(self._texts), 1), rows, 2), np.int64)
        state, lost = np.empty(rows, np.int64), np.empty(rows, np.int64)
        with kernel_lock:
            kernel.parse(
                data, starts, stops, ord(delimiter), ord(self._dialect.decimal), self._slots,
                self._required, numbers, spans, state, lost,
            )  # fmt: skip
        bad = np.flatnonzero(state)
        if bad.size:
            first = bad[0]
            fields = text[starts[first] : stops[first]]
            self._complain(int(state[first]), line + int(filled[first]), fields, delimiter)
        self.lost += int(lost.sum())
        return numbers, [self._cells(text, spans[k]) for k in range(len(self._texts))]

    def _cells(self, text, spans):
        out = np.empty(len(spans), object)
        out[:] = [text[a:b].decode("utf-8", "replace") for a, b in spans.tolist()]
        return out

    def _complain(self, state, line, text, delimiter):
        from ...data import _csv_kernel as kernel

        fields = _fields(text.decode("utf-8", "replace"), delimiter)
        names = self._dialect.names
        if state in (kernel.SHORT, kernel.LONG):
            raise GroundshiftError(
                f"{self._place.name}: line {line} has {len(fields)} fields where there are "
                f"{len(names)} columns (cut off or damaged?); mend the line or get the file again."
            )
        column = state - 1
        raise GroundshiftError(
            f"{self._place.name}: line {line} holds '{fields[column][:30]}' in the column "
            f"'{names[column]}', which is no number; mend it or leave the line out."
        )
