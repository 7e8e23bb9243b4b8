# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip models in files: layers, GeoJSON, FSP, the U.S. Geological Survey's ``.param`` and
``FFM.geojson``, and Coulomb's ``.inp`` and ``.inr``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...data.medium import Medium
from ...data.metric import LocalMetres
from ...data.moment import SHEAR_MODULUS
from ...data.patches import SlipModel
from ...errors import GroundshiftError
from .coulomb import CoulombInput, is_coulomb, read_coulomb, write_coulomb
from .fsp import is_fsp, read_fsp, write_fsp
from .geojson import write_geojson
from .lines import read_lines_of
from .slip_file import DEGREES, Event, SlipFile
from .slip_layer import read_slip_layer, write_slip_layer
from .usgs import is_ffm, is_param, read_ffm, read_param

TEXTS = (".fsp", ".inp", ".inr", ".param", ".txt", ".dat")
ENDINGS = (".gpkg", ".geojson", ".json", ".fsp", ".inp", ".inr")
"""Of files that can be written."""


@dataclass(frozen=True)
class SlipSource:
    """Where a slip model lies.

    Parameters
    ----------
    path : str
    layer : str
        Name of the layer, its first by default.
    origin : (float, float), optional
        Longitude and latitude of the origin of a Coulomb file that does not say it.
    point : str
        Of which point of a subfault the coordinates in FSP and ``.param`` files are, a key of
        :data:`.slip_formats.placement.PLACEMENTS`.
    """

    path: str
    layer: str = ""
    origin: tuple | None = None
    point: str = "auto"

    def read(self, local: LocalMetres | None = None, need_slip: bool = True) -> SlipFile:
        """The model; see :func:`read_slip_file`.

        Raises
        ------
        GroundshiftError
            If `need_slip`, and there is no slip in it, too.
        """
        file = read_slip_file(self.path, self.layer, local, self.origin, self.point)
        if need_slip and not file.has_slip:
            raise GroundshiftError(
                f"{self.path}: its patches have no slip; give fields slip_m and rake_deg, or "
                "strike_slip_m and dip_slip_m."
            )
        return file


def read_slip_model(
    path, layer: str = "", local: LocalMetres | None = None, origin=None
) -> tuple[SlipModel, LocalMetres]:
    """Slip model of a file, and its frame; see :func:`read_slip_file`.

    Raises
    ------
    GroundshiftError
        If there is no slip in it, too.
    """
    file = SlipSource(path, layer, origin).read(local)
    return file.model, file.local


def read_slip_file(
    path, layer: str = "", local: LocalMetres | None = None, origin=None, point: str = "auto"
) -> SlipFile:
    """Read patches, and the slip on them, from a file of any of the formats.

    Parameters
    ----------
    path : path
        What OGR opens as a layer of polygons, or a text file in one of the formats.
    layer : str
        Name of the layer, its first by default.
    local : LocalMetres, optional
        The frame to take the patches to; one in their middle by default.
    origin : (float, float), optional
        Longitude and latitude of the origin of a Coulomb file that does not say it.
    point : str
        See :class:`SlipSource`.

    Returns
    -------
    SlipFile

    Raises
    ------
    GroundshiftError
        If the file cannot be read as any of them.
    """
    if not Path(path).exists() and not str(path).startswith("/vsi"):
        raise GroundshiftError(f"{path}: there is no such file; check the path.")
    ending = Path(path).suffix.lower()
    if ending in (".geojson", ".json") and is_ffm(path):
        return read_ffm(path, local)
    if ending not in TEXTS:
        return read_slip_layer(path, layer, local)
    lines = read_lines_of(path)
    if is_fsp(lines):
        return read_fsp(path, local, point)
    if is_param(lines):
        return read_param(path, local, point)
    if is_coulomb(lines):
        return read_coulomb(path, local, origin)
    raise GroundshiftError(
        f"{path}: is neither a finite-source rupture model (FSP), nor a .param file, nor a Coulomb "
        "file, or it is cut short; give one of these or a layer."
    )


def write_slip_model(
    path, model: SlipModel, crs: str = DEGREES, shear_modulus: float = SHEAR_MODULUS,
    event: Event | None = None, coulomb: CoulombInput | None = None,
) -> None:  # fmt: skip
    """Write a slip model in the format that the file's ending says.

    Parameters
    ----------
    path : path
        Ends in one of :data:`ENDINGS`.
    model : SlipModel
    crs : str
        CRS (WKT) of layers; other formats have their own.
    shear_modulus : float
        Pascal, for moments.
    event : Event, optional
        For the header of FSP.
    coulomb : CoulombInput, optional
        What else to write to a Coulomb file.

    Raises
    ------
    GroundshiftError
        If the format cannot hold the model.
    """
    ending = Path(path).suffix.lower()
    if ending == ".gpkg":
        write_slip_layer(path, model, crs, shear_modulus)
    elif ending in (".geojson", ".json"):
        write_geojson(path, model, shear_modulus)
    elif ending == ".fsp":
        write_fsp(path, model, shear_modulus, event)
    elif ending in (".inp", ".inr"):
        write_coulomb(path, model, shear_modulus, coulomb)
    else:
        raise GroundshiftError(
            f"{path}: is no name for a slip model; let it end in {', '.join(ENDINGS)}."
        )


def medium_of(file: SlipFile, shear_modulus=None, poisson=None, log=None) -> Medium:
    """The rock: as asked for, else as a Coulomb file says, else of 30 GPa and 0.25.

    Parameters
    ----------
    file : SlipFile
    shear_modulus, poisson : float or None
        Pascal; None for what is not asked for.
    log : callable, optional
        Is told what a file says.
    """
    own = None if file.coulomb is None else file.coulomb.medium
    rock = own or Medium()
    medium = Medium(
        rock.shear_modulus if shear_modulus is None else shear_modulus,
        rock.poisson if poisson is None else poisson,
    )
    if own is not None and log is not None:
        log(
            f"The Coulomb file says a shear modulus of {own.shear_modulus / 1e9:.4g} GPa and "
            f"Poisson's ratio {own.poisson:g}; {medium.shear_modulus / 1e9:.4g} GPa and "
            f"{medium.poisson:g} are taken."
        )
    return medium
