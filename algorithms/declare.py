# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a tool asks for and what it gives, each said once.

A tool's core file holds a class of its parameters, its outputs and its function::

    class Shp(Chosen):
        stack = file("Stack of radar images", "The stack file of ...", "HDF5, Zarr")
        alpha = number("Rate of false alarms", "Share of ...", 0.05, 0.001, 0.25)
        blocks = part(Blocks)

    OUTPUTS = (Raster("COUNT", "Number of neighbours", "...", style="neighbours"),)
    NUMBERS = {"PIXELS": "Pixels with data"}

    def run(chosen, outputs, job): ...

An attribute's name in capitals is the parameter's id, for ever (``ALPHA``); as it stands it is the
keyword in Python. Plain classes: QGIS' start waits for all of them, and frozen dataclasses take a
hundred times as long.
"""

from __future__ import annotations

from .errors import GroundshiftError

# Filters that tools give by their title alone: of stacks and series, to read and to write.
READ = {"HDF5, Zarr": "HDF5, Zarr (*.h5 *.he5 *.zarr)"}
WRITTEN = {"HDF5, Zarr": "HDF5, Zarr (*.h5 *.zarr)"}


class Parameter:
    """One thing that a tool asks for; made by the functions below.

    Parameters
    ----------
    kind : str
        ``file``, ``folder``, ``number``, ``whole``, ``choice``, ``flag``, ``text``, ``raster``,
        ``layer``, ``rates``, ``layers``, ``field``, ``point``, ``area``, ``crs``, ``login`` or
        ``table``.
    title, help : str
        What the user knows it by, and what is to be known of it.
    default : object
        None for none.
    optional, advanced : bool
        Whether it may be left out; whether dialogs fold it away.
    details : dict
        What the kind needs besides.
    """

    def __init__(self, kind, title, help, default=None, optional=False, advanced=False, **details):
        self.kind, self.title, self.help = kind, title, help
        self.pattern = title
        self.default, self.optional, self.advanced = default, optional, advanced
        self.details = details
        self.id = ""

    def named(self, id: str, of: str = "", **changes) -> Parameter:
        """A copy under another id; `of` takes the place of ``{of}`` in the title."""
        other = Parameter.__new__(Parameter)
        other.__dict__.update(self.__dict__, **changes)
        if "title" in changes:
            other.pattern = other.title
        return other.called(id, of)

    def called(self, id: str, of: str = "") -> Parameter:
        """The same under this id."""
        self.id = id
        if "{" in self.pattern:
            self.title = self.pattern.replace("{of}", of)
        return self

    @property
    def words(self) -> str:
        """What the user knows it by, with its id: ``Stack (STACK)``."""
        return f"{self.title} ({self.id})"

    def refuse(self, what: str):
        """Raise the error of a value that cannot be used."""
        raise GroundshiftError(f"{self.words}: {what}")


def file(title, help, filter="", optional=False, advanced=False) -> Parameter:
    """An existing file; `filter` as in file dialogs (``HTML (*.html)``) or of READ. A Path."""
    return Parameter(
        "file", title, help, None, optional, advanced, filter=READ.get(filter, filter)
    )  # fmt: skip


def folder(title, help, optional=False, advanced=False) -> Parameter:
    """An existing folder. A Path."""
    return Parameter("folder", title, help, None, optional, advanced)


def number(
    title, help, default=None, least=None, most=None, optional=False, advanced=False, whole=False
) -> Parameter:
    """A number; without limits those of its unit hold. A float, or an int if `whole`."""
    kind = "whole" if whole else "number"
    return Parameter(kind, title, help, default, optional, advanced, least=least, most=most)


def whole(title, help, default=None, least=None, most=None, optional=False, advanced=False):
    """A whole number; see :func:`number`."""
    return number(title, help, default, least, most, optional, advanced, True)


def choice(title, help, choices, default=None, optional=False, advanced=False) -> Parameter:
    """One of some words, the first one by default. A str."""
    choices = tuple(choices)
    default = choices[0] if default is None and not optional else default
    return Parameter("choice", title, help, default, optional, advanced, choices=choices)


def flag(title, help, default=False, advanced=False) -> Parameter:
    """Yes or no. A bool."""
    return Parameter("flag", title, help, default, False, advanced)


def text(title, help, default="", optional=True, advanced=False) -> Parameter:
    """A line of text. A str."""
    return Parameter("text", title, help, default, optional, advanced)


def layer(title, help, shapes=(), optional=False, advanced=False, selected=False) -> Parameter:
    """A layer of features: ``points``, ``lines`` or ``polygons``. (path, name of the layer).

    Where features are selected in QGIS and `selected` is true, it is a layer of those alone.
    """
    details = {"shapes": shapes, "selected": selected}
    return Parameter("layer", title, help, None, optional, advanced, **details)


def raster(title, help, optional=False, advanced=False) -> Parameter:
    """A raster. What GDAL opens."""
    return Parameter("raster", title, help, None, optional, advanced)


def field(title, help, of, numeric=False, several=False, advanced=True) -> Parameter:
    """A field of the layer whose id is `of`; optional. A str, or a tuple of them."""
    details = {"of": of, "numeric": numeric, "several": several}
    return Parameter("field", title, help, None, True, advanced, **details)


def point(title, help, optional=True, advanced=False) -> Parameter:
    """A place on the map: (x, y, CRS); see :func:`..data.crs.point_in`."""
    return Parameter("point", title, help, None, optional, advanced)


def area(title, help, optional=True, advanced=False) -> Parameter:
    """A rectangle on the map: (xmin, ymin, xmax, ymax, CRS); see :func:`..data.crs.area_in`."""
    return Parameter("area", title, help, None, optional, advanced)


def other(kind, title, help, default=None, optional=False, advanced=False, **details) -> Parameter:
    """A rare kind: ``rates`` (points or raster), ``layers``, ``crs``, ``table``, ``login``.

    A login is the id of an authentication configuration of QGIS; elsewhere the name of the
    environment variable that holds the token.
    """
    return Parameter(kind, title, help, default, optional, advanced, **details)


def part(chosen, suffix: str = "", of: str = "", changes=None, **all_of):
    """Parameters that several tools ask for alike; their ids end in `suffix`.

    Parameters
    ----------
    chosen : class
        A :class:`Chosen`.
    suffix, of : str
        Of the ids; and of the titles, at ``{of}``.
    changes : dict of str to dict, optional
        By attribute: what is another than there.
    **all_of
        What is another than there for all.
    """
    return chosen, suffix, of, changes or {}, all_of


class Chosen:
    """What the user chose: an attribute a parameter, an object of its own a part."""

    FIELDS = {}  # attribute: Parameter, or (class of the part, {attribute: Parameter ...})
    PARAMETERS = ()

    def __init_subclass__(cls, **_):
        cls.FIELDS, listed = dict(cls.FIELDS), list(cls.PARAMETERS)
        for name, value in list(vars(cls).items()):
            if isinstance(value, Parameter):
                # In place the first time: QGIS' start waits for a thousand copies.
                own = value.called(name.upper()) if not value.id else value.named(name.upper())
                cls.FIELDS[name] = own
                listed.append(own)
            elif isinstance(value, tuple) and value and isinstance(value[0], type):
                chosen, suffix, of, changes, all_of = value
                inner = chosen.FIELDS  # shared where nothing is another
                if suffix or of or changes or all_of:
                    inner = {
                        key: own.named(own.id + suffix, of, **{**all_of, **changes.get(key, {})})
                        for key, own in inner.items()
                    }
                cls.FIELDS[name] = chosen, inner
                listed += inner.values()
        cls.PARAMETERS = tuple(listed)

    @classmethod
    def of(cls, values: dict, fields=None, as_they_are: bool = False):
        """An object of values by id.

        Parameters
        ----------
        values : dict
            What is missing has its default.
        fields : dict, optional
            The part's own parameters.
        as_they_are : bool
            All are there, and were looked at already.

        Raises
        ------
        GroundshiftError
            If a value cannot be used.
        """
        from .given import taken

        made = cls.__new__(cls)
        made.own = fields or cls.FIELDS
        for name, own in made.own.items():
            if not isinstance(own, Parameter):
                value = own[0].of(values, own[1], as_they_are)
            else:
                value = values[own.id] if as_they_are else taken(own, values.get(own.id))
            setattr(made, name, value)
        made.check()
        return made

    def by_id(self) -> dict:
        """The values by id, those of parts too."""
        found = {}
        for name, own in self.own.items():
            value = getattr(self, name)
            found.update({own.id: value} if isinstance(own, Parameter) else value.by_id())
        return found

    def check(self) -> None:
        """Refuse what does not go together; for tools that have something to say about it."""

    def gives(self, output: str) -> bool:
        """Whether these choices give an output (its id); what they don't is not written."""
        return True

    def refuse(self, names, what: str):
        """Raise the error of an attribute's value, or of those of several."""
        names = (names,) if isinstance(names, str) else names
        words = (self.own[name].words.removeprefix("or ") for name in names)
        raise GroundshiftError(f"{' or '.join(words)}: {what}")


class Output:
    """One thing that a tool writes.

    Parameters
    ----------
    kind : str
        ``raster``, ``points``, ``lines``, ``polygons``, ``file`` or ``folder``.
    id, title, help : str
    filter : str
        Of files: ``HTML (*.html)``, or of WRITTEN; of layers that GeoPackage alone can hold
        ``GeoPackage (*.gpkg)``.
    optional, by_default, advanced : bool
        Whether it may be left out, and is there unless asked for otherwise.
    style : str
        Template of ``ui/styles``.
    limits : str
        Where the style's colours end: ``symmetric``, ``p98`` or ``p02_p98`` of what was written, or
        ``peak`` or ``symmetric_peak`` where a small place is what is looked for.
    name, abstract : str
        Title and text in the layer's metadata; the title and the help without.
    """

    def __init__(
        self, kind, id, title, help="", filter="", *, optional=False, by_default=True,
        advanced=False, style="", limits="", name="", abstract="",
    ):  # fmt: skip
        self.kind, self.id, self.title, self.help = kind, id, title, help
        self.filter = WRITTEN.get(filter, filter)
        self.optional, self.by_default, self.advanced = optional, by_default, advanced
        self.style, self.limits = style, limits
        self.name, self.abstract = name or title, abstract or help


def asked_by(tool):
    """The class of a tool's parameters: the last one that its file defines."""
    name = tool.__name__
    return [
        value for value in vars(tool).values()
        if isinstance(value, type) and issubclass(value, Chosen) and value.__module__ == name
    ][-1]  # fmt: skip
