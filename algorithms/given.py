# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of parameters as people give them in Python, on a command line or in a file of steps."""

from __future__ import annotations

import math
from pathlib import Path

from .data.addresses import STORE, store_of

YES_OR_NO = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def taken(own, value):
    """A value as the tool gets it.

    Parameters
    ----------
    own : Parameter
    value : object
        None or an empty text for none.

    Raises
    ------
    GroundshiftError
        If it is missing, out of range, none of the choices, or no such file.
    """
    if is_nothing(value):
        value = own.default
    if is_nothing(value):
        if not own.optional and own.default is None:
            own.refuse("is missing; give one.")
        return "" if own.kind in ("text", "field", "crs", "login") else None
    return _TAKE.get(own.kind, _as_it_is)(own, value)


def is_nothing(value) -> bool:
    """Whether no value was given."""
    return value is None or (isinstance(value, str) and not value)


def _as_it_is(own, value):
    return value


def _text(own, value) -> str:
    return str(value).strip()


def _path(own, value) -> Path:
    from .data.addresses import NO_FOLDER, address_of

    path = Path(str(value)).expanduser()
    if address_of(path):
        if own.kind == "folder":
            own.refuse(f"{value} {NO_FOLDER}")
        return path
    if not path.exists():
        kind = "folder" if own.kind == "folder" else "file"
        own.refuse(f"there is no {kind} {path}; check the path.")
    return path


def _file(own, value) -> Path:
    path = _path(own, value)
    store = store_of(path) if STORE in own.details.get("filter", "") else None
    if store is None and path.is_dir():
        own.refuse(f"{path} is a folder; give a file.")
    return store or path


def _folder(own, value) -> Path:
    path = _path(own, value)
    if not path.is_dir():
        own.refuse(f"{path} is a file; give a folder.")
    return path


def _number(own, value):
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    least, most = own.details["least"], own.details["most"]
    low = -math.inf if least is None else least
    high = math.inf if most is None else most
    whole = own.kind == "whole"
    if not low <= number <= high or math.isinf(number) or (whole and number != round(number)):
        ends = ((word, end) for word, end in (("from", least), ("to", most)) if end is not None)
        kind = "a whole number" if whole else "a number"
        told = [f"{value} is not accepted; give", kind, *(f"{word} {end:g}" for word, end in ends)]
        own.refuse(" ".join(told) + ".")
    return int(number) if whole else number


def _choice(own, value) -> str:
    choices = own.details["choices"]
    if value not in choices:
        own.refuse(f"{value} is none of the choices; give one of {', '.join(choices)}.")
    return value


def _flag(own, value) -> bool:
    found = YES_OR_NO.get(str(value).lower())
    if found is None:
        own.refuse(f"{value} is neither yes nor no; give true or false.")
    return found


def _layer(own, value) -> tuple:
    """Path, and name of the layer in it: ``areas.gpkg|layername=areas``."""
    if not isinstance(value, (str, Path)):
        return tuple(value)
    path, _, name = str(value).partition("|layername=")
    return str(_path(own, path)), name


def _field(own, value):
    """A name, or several as a tuple: ``name;kind``, as QGIS writes them."""
    if not own.details["several"]:
        return _text(own, value)
    names = value.split(";") if isinstance(value, str) else value
    return tuple(str(name).strip() for name in names)


def _coordinates(own, value) -> tuple:
    """Numbers, and perhaps a CRS in brackets behind them: ``x,y [EPSG:4326]``."""
    count = 2 if own.kind == "point" else 4
    if not isinstance(value, str):
        value = tuple(value)
        return value if len(value) > count else (*value, "")
    places, _, crs = value.partition("[")
    try:
        numbers = tuple(float(part) for part in places.split(","))
    except ValueError:
        numbers = ()
    if len(numbers) != count or not all(map(math.isfinite, numbers)):
        own.refuse(f"{value} is not accepted; give {count} numbers separated by commas.")
    return *numbers, crs.strip(" ]")


_TAKE = {
    "text": _text, "crs": _text, "login": _text, "file": _file, "folder": _folder,
    "number": _number, "whole": _number, "choice": _choice, "flag": _flag, "layer": _layer,
    "raster": _file,
    "rates": _layer, "field": _field,
    "point": _coordinates, "area": _coordinates,
}  # fmt: skip
