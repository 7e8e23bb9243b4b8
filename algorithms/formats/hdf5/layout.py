# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What all HDF5 files in MintPy's layout have in common: grid, dates, attributes.

Layout: https://mintpy.readthedocs.io/en/latest/api/data_structure/ (dataset names, axes,
attributes as strings, metres).
"""

from __future__ import annotations

import contextlib
import functools
from pathlib import Path

import numpy as np

from ...data.addresses import address_of, store_of
from ...data.crs import epsg_code, wkt_from_epsg
from ...data.grid import SHALLOW_ROWS, TILE_ROWS, Grid, Window
from ...data.stack import PIXELS_A_LOOK
from ...errors import GroundshiftError
from ..remote import Source, is_there, opened, unreached
from ..stores import StoreFile
from ..text.texts import clean_text
from .guarded import damage_told, file_class
from .pages import PageReader, begin_of
from .reused import ReusedMemory
from .texts import DamagedError, check_attributes

LOOKUP = ("latitude", "longitude")
"""Datasets that tell the place of every pixel in radar coordinates, degrees."""
COMPONENTS = "connectComponent"
"""MintPy's name of the components that the unwrapper joined, by pair."""
LINKED_NOISE = "linkedNoise"
"""Layer of stacks of interferograms of linked phases; see :mod:`.linked_noise`."""
OF_LINKED = "PAIR_NOISE_OF_LINKED_PHASES"
"""Attribute of series whose ``pairNoise`` is that of linked phases."""


def open_hdf5(path, **options):
    """Open an HDF5 file for reading, or a Zarr store as if it were one.

    Parameters
    ----------
    path : path
    **options
        ``locking`` of `h5py.File`.

    Raises
    ------
    GroundshiftError
        If it is missing, truncated or no HDF5 file.
    """
    path = Path(path)
    store = store_of(path)
    if store is not None:
        return StoreFile(store)
    if not is_there(path):
        if address_of(path):
            raise unreached(path)
        raise GroundshiftError(f"{path}: there is no such file; check the path.")
    try:
        file = _opened(path, options)
    except OSError as error:
        if isinstance(error, PermissionError):
            raise GroundshiftError(f"{path}: may not be read; check its permissions.") from error
        if isinstance(error, BlockingIOError):
            raise GroundshiftError(
                f"{path}: another program is writing to it; wait until it is done."
            ) from error
        raise GroundshiftError(
            f"{path}: cannot be read as HDF5 (truncated or another format); make it again or "
            "choose another file."
        ) from error
    try:
        check_attributes(file)
    except (DamagedError, OSError, RuntimeError, KeyError, ValueError) as error:
        file.close()
        raise GroundshiftError(
            f"{path}: the file is damaged ({error}); make it again or choose another file."
        ) from error
    return file


def _opened(path, options):
    if address_of(path):
        return file_class()(opened(path), "r")
    try:
        return file_class()(path, "r", **options)
    except OSError as error:
        if "locking" not in str(error):
            raise
        # This process has it open already, and with the other way to lock it.
        return file_class()(path, "r", **({} if options else {"locking": False}))


class FileReader(contextlib.AbstractContextManager):
    """Reads windows of a file.

    In another process, to which it is sent without what it has open, it opens the file anew, and
    locks nothing: who has sent it may add attributes to the file while it is still open there.

    Parameters
    ----------
    path : path

    Attributes
    ----------
    sources : tuple of Source
        The file.
    """

    _OWN = ("_file", "_memory", "_pages")  # what stays in this process
    _options = {}

    def __init__(self, path):
        self.sources = (Source.of(path),)
        self._file  # noqa: B018 (fail here or nowhere)

    @functools.cached_property
    def _file(self):
        return open_hdf5(self.sources[0].path, **self._options)

    @functools.cached_property
    def _memory(self):
        return ReusedMemory()

    @functools.cached_property
    def _pages(self):
        return PageReader(self._file)

    def _read_pages(self, name: str, numbers, window: Window) -> np.ndarray:
        """A window of some pages (all for None) of a dataset of shape (page, row, column).

        Raises
        ------
        OSError
            If it cannot be read.
        """
        data, (rows, cols) = self._file[name], window.slices
        numbers = np.arange(data.shape[0]) if numbers is None else numbers
        out, begin = self._memory.empty((len(numbers), window.height, window.width)), begin_of(data)
        if begin is not None and self._pages.suits(window, data.shape[2]):
            self._pages.read(begin, data.shape[1:], numbers, window, out)
        elif len(numbers) == data.shape[0]:
            data.read_direct(out, np.s_[:, rows, cols])
        else:
            for page, number in zip(out, numbers):
                data.read_direct(page, np.s_[number, rows, cols])
        return out

    def _tile_rows(self, name: str) -> int:
        """Rows of the tiles with which windows of a dataset best line up.

        What lies row after row is read in few long pieces where windows are as wide as the scene;
        chunks are read as a whole.
        """
        return SHALLOW_ROWS if getattr(self._file[name], "chunks", None) is None else TILE_ROWS

    def __getstate__(self):
        own = {name: value for name, value in vars(self).items() if name not in self._OWN}
        return {**own, "_options": {"locking": False}}

    def __exit__(self, *_):
        self._memory.let_go()
        if "_pages" in self.__dict__:
            self._pages.__exit__()
        self._file.close()


def _attributes(file) -> dict:
    with damage_told(file.filename):
        return {
            clean_text(name): clean_text(value if isinstance(value, bytes) else str(value))
            for name, value in file.attrs.items()
        }


def zero_is_void(attributes) -> bool:
    """Whether 0 stands for no data: MintPy writes it where GAMMA and ISCE have none."""
    return attributes.get("NO_DATA_VALUE", "0").lower() != "nan"


def grid_attributes(grid: Grid) -> dict:
    """Attributes that place a grid, as MintPy names them."""
    attributes = {"LENGTH": str(grid.rows), "WIDTH": str(grid.cols)}
    if not grid.crs:
        return attributes
    # NumPy 2 writes its own numbers as "np.float64(1.0)".
    x0, dx, _, y0, _, dy = map(float, grid.transform)
    code = epsg_code(grid.crs)
    geographic = code == 4326 or "GEOGC" in grid.crs[:8].upper()
    unit = "degrees" if geographic else "meters"
    attributes.update(
        X_FIRST=repr(x0), Y_FIRST=repr(y0), X_STEP=repr(dx), Y_STEP=repr(dy), X_UNIT=unit,
        Y_UNIT=unit, CRS_WKT=grid.crs,
    )  # fmt: skip
    if code:
        attributes["EPSG"] = str(code)
    return attributes


def grid_of(attributes: dict, path) -> Grid:
    """The grid that MintPy's attributes describe.

    Raises
    ------
    GroundshiftError
        If the size is missing.
    """
    try:
        rows, cols = int(attributes["LENGTH"]), int(attributes["WIDTH"])
    except (KeyError, ValueError) as error:
        raise GroundshiftError(
            f"{path}: has no LENGTH and WIDTH attributes, so it is not in MintPy's layout; "
            "import it first."
        ) from error
    if rows < 1 or cols < 1:
        raise GroundshiftError(f"{path}: its LENGTH x WIDTH is {rows}x{cols}; import it again.")
    if "X_FIRST" not in attributes:
        return Grid(rows, cols)
    x0, dx, y0, dy = (
        _number(attributes, name, path) for name in ("X_FIRST", "X_STEP", "Y_FIRST", "Y_STEP")
    )
    if not dx or not dy:
        raise GroundshiftError(
            f"{path}: its X_STEP and Y_STEP are {dx:g} and {dy:g}, and pixels need a size; correct "
            "the attributes."
        )
    transform = (x0, dx, 0.0, y0, 0.0, dy)
    crs = _checked_crs(attributes.get("CRS_WKT", ""), path)
    if not crs:
        code = attributes.get("EPSG")
        if not code:
            degrees = attributes.get("X_UNIT", "degrees").lower().startswith("deg")
            code = "4326" if degrees else None
        crs = wkt_from_epsg(int(code)) if code else ""
    return Grid(rows, cols, transform, crs)


def _number(attributes, name, path) -> float:
    try:
        value = float(attributes[name])
    except (KeyError, ValueError):
        value = np.nan
    if not np.isfinite(value):
        raise GroundshiftError(
            f"{path}: its {name} is {attributes.get(name, 'missing')} and has to be a number; "
            "correct the attribute or import it again."
        )
    return value


def _checked_crs(wkt: str, path) -> str:
    try:
        epsg_code(wkt)
    except GroundshiftError as error:
        raise GroundshiftError(
            f"{path}: its CRS_WKT cannot be understood; correct the attribute or import it again."
        ) from error
    return wkt


def check_dataset(file, name: str, shape, path) -> None:
    """Refuse a dataset of another size than the file's others, or that holds no numbers.

    Raises
    ------
    GroundshiftError
        Names the file, the dataset and both sizes.
    """
    data = file[name]
    if data.shape != tuple(shape):
        raise GroundshiftError(
            f"{path}: '{name}' is {'x'.join(map(str, data.shape))} and has to be "
            f"{'x'.join(map(str, shape))}; make the file again."
        )
    if data.dtype.kind not in "fiub":
        raise GroundshiftError(f"{path}: '{name}' holds no numbers; make the file again.")


def head_of(file, names, what: str) -> tuple[dict, Grid, np.ndarray]:
    """Attributes, grid and dates of a file in which some datasets have to be.

    Raises
    ------
    GroundshiftError
        If one is missing; `what` says what the file is not then, and the cure.
    """
    attributes, path = _attributes(file), file.filename
    for name in names:
        if name not in file:
            raise GroundshiftError(f"{path}: has no dataset '{name}', so it is not {what}.")
    return attributes, grid_of(attributes, path), to_dates(file["date"][()], path)


def baselines_in(file, count: int) -> np.ndarray:
    """Perpendicular baseline of the dates, metres; NaN where unknown."""
    if "bperp" in file and file["bperp"].shape == (count,):
        return file["bperp"][()].astype(float)
    return np.full(count, np.nan)


def layers_in(file, grid: Grid) -> tuple:
    """Names of the two-dimensional layers of numbers."""
    return tuple(
        name for name in file
        if getattr(file[name], "shape", ()) == grid.shape and file[name].dtype.kind in "fiub"
    )  # fmt: skip


def check_stack_datasets(file, count: int, grid: Grid, path, phase: str = "unwrapPhase") -> bool:
    """Refuse a stack whose datasets do not fit one another; `count` is the number of pairs.

    Whether it tells the place of every pixel in radar coordinates.
    """
    sizes = {
        phase: (count, *grid.shape), "coherence": (count, *grid.shape),
        COMPONENTS: (count, *grid.shape), "bperp": (count,), "dropIfgram": (count,),
        LINKED_NOISE: grid.shape,
    }  # fmt: skip
    for name, size in sizes.items():
        if name in file:
            check_dataset(file, name, size, path)
    return has_lookup(file, grid, path)


def has_lookup(file, grid: Grid, path) -> bool:
    """Whether a file tells the place of every pixel in radar coordinates."""
    if grid.crs or not all(name in file for name in LOOKUP):
        return False
    for name in LOOKUP:
        check_dataset(file, name, grid.shape, path)
    return True


def to_dates(raw, path) -> np.ndarray:
    """Dates from MintPy's ``YYYYMMDD`` bytes (or with a time behind), as datetime64[D].

    Raises
    ------
    GroundshiftError
        If one is no date.
    """
    raw = np.atleast_1d(raw)
    texts = [clean_text(r if isinstance(r, bytes) else str(r)) for r in raw.ravel()]
    try:
        dates = [np.datetime64(f"{t[:4]}-{t[4:6]}-{t[6:8]}", "D") for t in texts]
    except ValueError as error:
        raise GroundshiftError(
            f"{path}: holds a date that is not YYYYMMDD ({error}); correct the date dataset."
        ) from error
    return np.array(dates, dtype="datetime64[D]").reshape(raw.shape)


def date_texts(dates) -> np.ndarray:
    """Dates as MintPy's ``YYYYMMDD`` byte strings."""
    return np.array([str(d).replace("-", "") for d in np.ravel(dates)], dtype="S8").reshape(
        np.shape(dates)
    )


def required_wavelength(attributes: dict, path, cure: str = "import it again") -> float:
    """Wavelength in metres of a file that cannot do without.

    Raises
    ------
    GroundshiftError
        If there is none, or one that no radar has.
    """
    wavelength = wavelength_of(attributes, path)
    if wavelength is None:
        raise GroundshiftError(
            f"{path}: has no WAVELENGTH attribute; {cure} and give the wavelength."
        )
    return wavelength


def pair_tables(file, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Perpendicular baseline (metres, NaN where unknown) of the pairs, and which are kept."""
    bperp = np.full(count, np.nan)
    if "bperp" in file:
        bperp = file["bperp"][()].astype(float)
    keep = np.ones(count, bool)
    if "dropIfgram" in file:  # MintPy: True means that the pair is kept
        keep = file["dropIfgram"][()].astype(bool)
    return bperp, keep


def looks_of(attributes: dict) -> float | None:
    """Independent looks that were averaged, at least 1; None where unknown.

    As MintPy takes them (``ifgram_inversion.calc_weight_sqrt``): NCORRLOOKS is their number, and of
    range times azimuth looks (ALOOKS and RLOOKS, our own NLOOKS) neighbouring ones are not
    independent.
    """
    for names, share in (
        (("NCORRLOOKS",), 1.0), (("NLOOKS",), PIXELS_A_LOOK), (("ALOOKS", "RLOOKS"), PIXELS_A_LOOK)
    ):  # fmt: skip
        with contextlib.suppress(KeyError, ValueError):
            looks = np.prod([float(attributes[name]) for name in names]) / share
            if np.isfinite(looks):
                return max(1.0, float(looks))
    return None


def wavelength_of(attributes: dict, path=None) -> float | None:
    """Wavelength in metres, or None; refuses one that no radar has. `path` is for the error."""
    whose = "The" if path is None else f"{path}: the"
    text = attributes.get("WAVELENGTH")
    if text is None:
        return None
    try:
        value = float(text)
    except ValueError as error:
        raise GroundshiftError(
            f"{whose} wavelength is '{text}'; give it in metres as a number (Sentinel-1: 0.0555)."
        ) from error
    if not 0.005 < value < 2.0:
        raise GroundshiftError(
            f"{whose} wavelength {value:g} is not in metres; give it so (Sentinel-1: 0.0555)."
        )
    return value


def azimuth_on_ground(attributes) -> float:
    """Azimuth pixel on the ground in metres, as MintPy works it out; NaN where it is unknown.

    Of ROI_PAC and ISCE it is the one at the orbit's HEIGHT, which the Earth's radius R brings down
    by R / (R + HEIGHT); GAMMA and this package tell the one on the ground (MintPy,
    ``utils0.azimuth_ground_resolution``).
    """
    try:
        size = float(attributes["AZIMUTH_PIXEL_SIZE"])
        if attributes.get("PROCESSOR", "").lower() in ("gamma", "groundshift"):
            return size
        radius, height = (
            float(attributes.get("EARTH_RADIUS", 6371e3)),
            float(attributes.get("HEIGHT", 0.0)),
        )
    except (KeyError, ValueError):
        return np.nan
    return size * radius / (radius + height)
