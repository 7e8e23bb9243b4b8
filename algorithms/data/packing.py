# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Objects taken apart into plain values and arrays, and put together again.

Unlike a pickle it cannot run anything when it is read: it knows numbers, texts, arrays, containers,
and objects that are nothing but their attributes, of classes that the program has loaded itself.
"""

from __future__ import annotations

import functools
import sys
import types
from pathlib import PurePath

import numpy as np

PLAIN = (type(None), bool, int, float, str)
NAMED = (types.FunctionType, types.BuiltinFunctionType, type)
DEEPEST = 50
CHANGED = {
    "__new__", "__del__", "__reduce__", "__reduce_ex__", "__getstate__", "__setstate__",
    "__slots__",
}  # fmt: skip


def unpackable(value):
    """Raise `TypeError`: a value has more to it than its attributes."""
    raise TypeError(f"{type(value).__name__} cannot be packed")


def pack(value, other=unpackable) -> tuple[object, list]:
    """Take a value apart.

    Parameters
    ----------
    value : object
    other : callable, optional
        Gives something plainer for what is not known here, or raises `TypeError`.

    Returns
    -------
    tree : object
        For JSON.
    arrays : list of ndarray

    Raises
    ------
    TypeError
        If something in it has more to it than its attributes.
    """
    arrays = []

    def take(value, deep=0):
        if deep > DEEPEST:
            unpackable(value)
        if type(value) in PLAIN:
            return value
        below = functools.partial(take, deep=deep + 1)
        if isinstance(value, (np.ndarray, np.generic)) and not value.dtype.hasobject:
            arrays.append(np.asarray(value))
            return ["array" if isinstance(value, np.ndarray) else "scalar", len(arrays) - 1]
        if type(value) is bytes:
            arrays.append(np.frombuffer(value, np.uint8))
            return ["bytes", len(arrays) - 1]
        if type(value) in (tuple, list):
            return [type(value).__name__, [below(one) for one in value]]
        if type(value) is dict:
            return ["dict", [[below(key), below(one)] for key, one in value.items()]]
        if _is_attributes(type(value)):
            return ["object", *_name(type(value)), below(dict(vars(value)))]
        return below(other(value))

    return take(value), arrays


def unpack(tree, arrays):
    """Put together what :func:`pack` took apart.

    Raises
    ------
    TypeError
        If it is damaged, or names a class that is not there.
    """
    if type(tree) in PLAIN:
        return tree
    if not isinstance(tree, list) or not tree:
        raise TypeError("what was packed is damaged")
    kind, *rest = tree
    below = functools.partial(unpack, arrays=arrays)
    try:
        if kind in ("array", "scalar", "bytes"):
            found = arrays[rest[0]]
            return found if kind == "array" else found[()] if kind == "scalar" else bytes(found)
        if kind in ("tuple", "list"):
            return {"tuple": tuple, "list": list}[kind](map(below, rest[0]))
        if kind == "dict":
            return {below(key): below(value) for key, value in rest[0]}
        module, name, attributes = rest
        found = functools.reduce(getattr, name.split("."), sys.modules[module])
    except (KeyError, AttributeError, IndexError, ValueError) as error:
        raise TypeError("what was packed is damaged") from error
    if not isinstance(found, type) or not _is_attributes(found):
        raise TypeError(f"{name} is no class of plain objects")
    made = object.__new__(found)
    vars(made).update(below(attributes))
    return made


def named(value):
    """Of functions, methods and files what tells them from others; for :func:`pack`.

    Only to tell one from another: :func:`unpack` does not give them back.
    """
    if isinstance(value, functools.partial):
        return ["partial", value.func, value.args, value.keywords]
    if isinstance(value, types.MethodType):
        return ["method", value.__self__, value.__func__.__name__]
    # A nested function holds values that are not seen.
    if isinstance(value, NAMED) and "<" not in value.__qualname__:
        return ["named", *_name(value)]
    if isinstance(value, PurePath):
        return ["path", str(value)]
    if isinstance(value, (set, frozenset)):
        return ["set", sorted(value, key=repr)]
    if isinstance(value, np.dtype):
        return ["dtype", value.str]
    if "__getstate__" in _of_classes(type(value)):
        return ["state", type(value), value.__getstate__()]
    return unpackable(value)


def _name(value) -> tuple:
    return value.__module__, value.__qualname__


def _is_attributes(cls) -> bool:
    """Whether objects of a class are nothing but their attributes."""
    own = _of_classes(cls)
    known = cls.__module__ in sys.modules and "<" not in cls.__qualname__
    return known and "__dict__" in own and not own & CHANGED


def _of_classes(cls) -> set:
    """Names that a class and those above it define, but for Python's own one."""
    return {
        name for one in cls.__mro__[:-1] for name, value in vars(one).items()
        if name != "__slots__" or value
    }  # fmt: skip
