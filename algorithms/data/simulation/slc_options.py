# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a simulated stack of radar images is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from ...errors import GroundshiftError
from .options import SceneOptions, check_range

LAYOUTS = ("patches", "stripes")
COORDINATES = ("map", "radar")


@dataclass(frozen=True)
class CoverClass:
    """A kind of ground, whose pixels are all alike: their statistics are those of one law.

    The coherence of two images, apart from the geometric part, is ``(gamma0 - seasonal -
    gamma_inf) exp(-days / tau) + seasonal (1 + cos(2 pi days / year)) / 2 + gamma_inf``: a decay
    (Rocca 2007) to a residual (Parizzi et al. 2009) and a part that comes back every year
    (Kellndorfer et al. 2022). In the worst season it falls by `season_loss`.

    Parameters
    ----------
    name : str
        ``water`` lies in the lake, ``urban`` in the plain.
    share : float
        Of the scene; the shares of all classes are scaled to add up to 1.
    mean_db : float
        Mean backscatter in decibels.
    gamma0, gamma_inf : float
        Coherence at once and in the long run.
    tau_days : float
    seasonal : float
        Part of the coherence that comes back every year.
    season_loss : float
        Share that two images both taken at the worst time of the year lose, 0 to 1.
    ps_per_km2 : float
        Dominant scatterers.
    vh_db : float
        Backscatter of VH less that of VV, decibels.
    """

    name: str
    share: float = 1.0
    mean_db: float = -10.0
    gamma0: float = 0.7
    gamma_inf: float = 0.1
    tau_days: float = 60.0
    seasonal: float = 0.0
    season_loss: float = 0.0
    ps_per_km2: float = 0.0
    vh_db: float = -7.0

    def __post_init__(self):
        for name in ("gamma0", "gamma_inf", "seasonal", "season_loss"):
            check_range(f"{name} of {self.name}", getattr(self, name), 0, 1)
        check_range(f"share of {self.name}", self.share, 0, 1e6)
        check_range(f"tau_days of {self.name}", self.tau_days, 1e-3, 1e6)
        check_range(f"ps_per_km2 of {self.name}", self.ps_per_km2, 0, 1e6)
        check_range(f"mean_db of {self.name}", self.mean_db, -60, 40)
        check_range(f"vh_db of {self.name}", self.vh_db, -40, 40)
        if self.gamma_inf + self.seasonal > self.gamma0 + 1e-9:
            raise GroundshiftError(
                f"gamma_inf and seasonal of {self.name} add up to "
                f"{self.gamma_inf + self.seasonal:g}, more than its gamma0 of {self.gamma0:g}; "
                "make one of them smaller."
            )


CLASSES = (
    CoverClass("water", 0.05, -20.0, 0.0, 0.0, 1.0),
    CoverClass("vegetation", 0.45, -11.0, 0.55, 0.05, 30.0, 0.05, 0.4, 20.0, -6.0),
    CoverClass("bare", 0.32, -13.0, 0.8, 0.25, 120.0, 0.1, 0.2, 150.0, -9.0),
    CoverClass("urban", 0.18, -6.0, 0.6, 0.3, 300.0, 0.0, 0.0, 2500.0, -8.0),
)
"""C band, as a rule of thumb; the decay of vegetation after Kellndorfer et al. (2022)."""


def scaled_classes(shares, decay: float = 1.0, density: float = 1.0) -> tuple:
    """The usual classes with other shares, times of decay and densities of scatterers.

    Parameters
    ----------
    shares : dict of str to float
        By the class's name.
    decay, density : float
        Factors.

    Raises
    ------
    GroundshiftError
        If no class has a share.
    """
    if not any(shares.get(kind.name, 0) > 0 for kind in CLASSES):
        raise GroundshiftError("All cover classes have a share of 0; give one of them a larger.")
    return tuple(
        replace(
            kind, share=shares.get(kind.name, 0.0), tau_days=decay * kind.tau_days,
            ps_per_km2=density * kind.ps_per_km2,
        )
        for kind in CLASSES
    )  # fmt: skip


@dataclass(frozen=True)
class SlcOptions(SceneOptions):
    """The parameters of a simulated stack of radar images, of at least 16 x 16 pixels.

    Without decorrelation every pixel is fully coherent.

    Parameters
    ----------
    coordinates : str
        ``map`` (geocoded images in the CRS of `epsg`) or ``radar``: rows along the flight, columns
        along slant range, north up only by chance.
    row_spacing_m, col_spacing_m : float
        Ground size of a pixel along rows and columns.
    classes : tuple of CoverClass
    layout : str
        ``patches`` that follow the terrain, or ``stripes`` side by side in the order of the
        classes.
    texture : float
        Coefficient of variation of the backscatter within a class; 0 for homogeneous ground.
    calibration_db : float
        Standard deviation of the images' gains.
    scr_db : (float, float)
        Signal-to-clutter ratio of the dominant scatterers, uniform in decibels.
    vh_scr_db : (float, float)
        Of their part in VH.
    vh_only_share : float
        Dominant scatterers that are clutter in VV and dominant in VH alone, as a share of the
        others.
    ps_height_m : float
        Standard deviation of the height of dominant scatterers over the elevation model.
    dual_pol : bool
        Images in VH, too.
    flattened : bool
        False leaves the flat-earth and topographic phase in.
    """

    cols: int = 300
    dates: int = 25
    missing_share: float = 0.0
    baseline_sigma_m: float = 80.0
    relief_m: float = 250.0
    bowl_rate_mm_yr: float = -30.0
    seasonal_mm: float = 3.0
    landslides: int = 2
    landslide_rate_mm_yr: float = 40.0
    turbulence_mm: float = 2.0
    stratified_mm_per_km: float = 8.0
    dem_error_m: float = 2.0
    coordinates: str = "map"
    row_spacing_m: float = 10.0
    col_spacing_m: float = 10.0
    classes: tuple = CLASSES
    layout: str = "patches"
    texture: float = 0.0
    calibration_db: float = 0.5
    scr_db: tuple = (5.0, 22.0)
    vh_scr_db: tuple = (0.0, 18.0)
    vh_only_share: float = 0.3
    ps_height_m: float = 6.0
    dual_pol: bool = False
    flattened: bool = True

    RANGES: ClassVar[dict] = {
        "rows": (16, 20000), "cols": (16, 20000), **SceneOptions.RANGES, "incidence": (18, 55),
        "row_spacing_m": (0.2, 1000), "col_spacing_m": (0.2, 1000), "texture": (0, 3),
        "calibration_db": (0, 10), "vh_only_share": (0, 10), "ps_height_m": (0, 200),
    }  # fmt: skip

    def __post_init__(self):
        super().__post_init__()
        for name in ("scr_db", "vh_scr_db"):
            low, high = getattr(self, name)
            check_range(f"the first of {name}", low, -30, 60)
            check_range(f"the second of {name}", high, low, 60)
        for name, allowed in (("layout", LAYOUTS), ("coordinates", COORDINATES)):
            if getattr(self, name) not in allowed:
                raise GroundshiftError(
                    f"{name} is '{getattr(self, name)}'; choose one of {', '.join(allowed)}."
                )
        if not self.classes or sum(kind.share for kind in self.classes) <= 0:
            raise GroundshiftError("The cover classes have no share of the scene; give them one.")

    @property
    def polarisations(self) -> tuple:
        """Names of the polarisations."""
        return ("VV", "VH") if self.dual_pol else ("VV",)

    def with_class(self, name: str, **changes) -> SlcOptions:
        """The same options with parameters of one class changed."""
        if name not in {kind.name for kind in self.classes}:
            raise GroundshiftError(
                f"There is no cover class '{name}'; there are "
                f"{', '.join(kind.name for kind in self.classes)}."
            )
        classes = tuple(
            replace(kind, **changes) if kind.name == name else kind for kind in self.classes
        )
        return replace(self, classes=classes)


def plain_options(**changes) -> SlcOptions:
    """Options of bare statistics for tests: flat ground of one class, nothing moves, no delays.

    Parameters
    ----------
    **changes
        Fields of :class:`SlcOptions`, or of :class:`CoverClass` for the one class.
    """
    names = CoverClass.__dataclass_fields__
    own = {name: changes.pop(name) for name in list(changes) if name in names}
    values = {
        "classes": (CoverClass(**{"name": "bare", **own}),), "relief_m": 0.0, "bowls": 0,
        "landslides": 0, "turbulence_mm": 0.0, "stratified_mm_per_km": 0.0, "dem_error_m": 0.0,
        "ps_height_m": 0.0, "baseline_sigma_m": 0.0, "calibration_db": 0.0,
    }  # fmt: skip
    return SlcOptions(**{**values, **changes})
