# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Velocity models: rate, acceleration, seasons, steps and transients from a time series."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, part, raster
from .asked import Corrected, Span
from .motion_terms import Terms


class Velocity(Chosen):
    """The series, the terms of its motion, and the dates that are used."""

    series = part(
        Corrected, changes={"timeseries": {"help": "HDF5 in MintPy's layout (timeseries.h5)."}}
    )
    terms = part(Terms)
    coseismic = raster(
        "Coseismic displacement",
        "Of the first of these earthquakes, for the post-seismic mechanism where the series "
        "starts after it: bands of the displacement along the line of sight, positive towards the "
        "satellite, and of its standard deviation, as 'Coseismic stack' writes them.",
        optional=True, advanced=True,
    )  # fmt: skip
    dates = part(Span)
    blocks = part(Machine)


OUTPUTS = (
    Output(
        "raster", "VELOCITY", "Velocity model",
        "Bands: velocity_mm_yr, velocity_std_mm_yr, then every other coefficient with its "
        "standard deviation, and the RMS of the residuals.",
        style="velocity",
        abstract="Rate along the line of sight in mm a year, positive towards the satellite, and "
        "the other coefficients.",
    ),
    Output(
        "raster", "AMPLITUDE", "Seasonal amplitude",
        "Half of the way from trough to peak, mm, with its standard deviation.", optional=True,
        by_default=False,
        style="amplitude", abstract="Along the line of sight, mm.",
    ),
    Output(
        "raster", "PHASE", "Day of the seasonal peak",
        "Day of the year with the largest displacement towards the satellite, with its standard"
        " deviation in days.", optional=True, by_default=False,
        style="peak_day",
        abstract="Day of the year with the largest displacement towards the satellite.",
    ),
    Output(
        "raster", "STEP_MAP", "Steps found",
        "How many, and of each the date in calendar years (2019.5: the middle of 2019), the "
        "size in mm and its standard deviation as if the date were known.",
        optional=True, by_default=False,
        style="displacement",
        abstract="Size of the first step in mm, positive towards the satellite; other bands: "
        "number, dates, errors and further steps.",
    ),
    Output(
        "raster", "MODEL_MAP", "Chosen models", "A class for every combination of terms.",
        optional=True, by_default=False,
        style="motion_model",
        abstract="Terms that a pixel's series calls for by the Bayesian information criterion.",
    ),
    Output(
        "raster", "MECHANISM", "Post-seismic mechanism",
        "Whether afterslip has the sign of the coseismic displacement, where both exceed 1.96 "
        "standard deviations. A hint: one line of sight sees one component, and the sign alone "
        "proves no mechanism.",
        optional=True, by_default=False, style="mechanism",
        abstract="Sign of the post-seismic against that of the coseismic displacement along the "
        "line of sight. The same: as afterslip makes; opposite: as poroelastic rebound, "
        "viscoelastic relaxation or other processes make. A hint, no proof: patches of afterslip "
        "beside the rupture can have either sign.",
    ),
)  # fmt: skip
SENSES = {
    "east": "to the east", "north": "to the north", "up": "upwards",
    "range": "towards the satellite", "azimuth": "along the flight",
}  # fmt: skip
"""Of series of components, by the attribute COMPONENT of their files."""
NUMBERS = {
    "PIXELS": "Pixels with a result",
    "RMS": "Mean RMS of the residuals (mm)",
    "FASTEST_AWAY": "Fastest rate away (mm/yr)",
    "FASTEST_TOWARDS": "Fastest rate towards (mm/yr)",
    "MEDIAN_STD": "Median standard deviation of the rate (mm/yr)",
    "MEAN_STEPS": "Steps found by pixel",
    "MEDIAN_AMPLITUDE": "Median seasonal amplitude (mm)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Fit the model to every pixel; see :mod:`...declare`."""
    path = chosen.series.timeseries
    terms = chosen.terms
    return fit_model(
        path, outputs, job, terms.model(), terms.options(), *chosen.dates.span(), chosen.coseismic
    )


def fit_model(path, outputs, job, model, options, first=None, last=None, coseismic=None) -> dict:
    """Fit a model to every pixel of a time series.

    Parameters
    ----------
    path : path
        ``timeseries.h5``.
    outputs : Outputs
        Of this tool.
    job : Job
    model : VelocityModel
    options : MotionOptions
    first, last : datetime64[D], optional
        Use only the dates from the one to the other.
    coseismic : path, optional
        Raster against which afterslip is held.

    Returns
    -------
    dict
        The tool's numbers.

    Raises
    ------
    GroundshiftError
        If the dates do not carry the model, no pixel has a result, or an output is asked for that
        the options do not make.
    """
    import contextlib
    from dataclasses import replace

    import numpy as np

    from ...errors import GroundshiftError, counted
    from ...formats.hdf5.stacks import TimeSeriesReader, read_timeseries
    from ...outputs import Layer
    from ..model_choice import CLASSES, NO_CLASS
    from ..motion import SeriesBlock, make_fit
    from ..postseismic import CLASSES as MECHANISMS
    from ..postseismic import with_coseismic_steps
    from .mechanism import Mechanism
    from .series_noise import levels_of_parts, noise_of_scene

    _check(outputs, model, options)
    series = read_timeseries(path)
    used = _used_dates(series, first, last)
    dates, counts = series.dates[used], np.zeros(256, int)
    model = with_coseismic_steps(model, dates)
    layers, torn = _layers(model, options), np.zeros(1, int)
    mechanism = contextlib.nullcontext()
    if outputs.wanted("MECHANISM"):
        mechanism = Mechanism(model, series, coseismic)
    with TimeSeriesReader(series) as reader, mechanism:
        model, noise, coloured = noise_of_scene(reader, model, options, used, job)
        function = make_fit(model, dates, options, noise, coloured)

        own_datum = series.attributes.get("GAP") == "own_datum" and "numSubsets" in series.layers
        most = 1 + len(levels_of_parts(reader, slice(None)))

        def read(window):
            layer = None if noise is None else reader.layer("pairNoise", window)
            values = reader.read(window)[used]
            if own_datum:
                # Where fewer pairs found something, a network has more parts than are known of.
                more = reader.layer("numSubsets", window) > most
                values[:, more] = np.nan
                torn[0] += more.sum()
            return SeriesBlock(values, layer)

        def write(window, block):
            values = {"VELOCITY": block.model[_velocity_first(len(block.model))]}
            values |= {"AMPLITUDE": block.amplitude, "PHASE": block.phase, "STEP_MAP": block.steps}
            others = {"std": values["VELOCITY"][1], "rms": block.model[-1]}
            if "STEP_MAP" in layers:
                others["steps"] = block.steps[0]
            rasters.write(window, {name: values[name] for name in layers} | others)
            counts[:] += np.bincount(block.classes.ravel(), minlength=256)
            classes.write(window, {"MODEL_MAP": block.classes})
            if outputs.wanted("MECHANISM"):
                found = mechanism.classes(window, block.model)
                mechanisms.write(window, {"MECHANISM": found})

        note = {"MODEL": ", ".join(name for name, _ in model.terms()), "NOISE": coloured.describe()}
        note.update(FIRST_DATE=str(dates[0]), LAST_DATE=str(dates[-1]))
        named = {**note, **{f"CLASS_{code}": name for code, name in CLASSES.items()}}
        chosen_models = {"MODEL_MAP": Layer((("motion_model",),), dtype="uint8", nodata=NO_CLASS)}
        signs = {"MECHANISM": replace(chosen_models["MODEL_MAP"], bands=(("mechanism",),))}
        called = {**note, **{f"CLASS_{code}": name for code, name in MECHANISMS.items()}}
        summed = ("std", "rms", "steps")[: 3 if "STEP_MAP" in layers else 2]
        with (
            outputs.rasters(layers, series, note=note, summarised=summed) as rasters,
            outputs.rasters(chosen_models, series, note=named) as classes,
            outputs.rasters(signs, series, note=called) as mechanisms,
        ):
            # The series as read, chosen, in double precision and once more for those with steps.
            bands = len(model.terms()) * 2 + 20 + 3 * (options.steps.most if options.steps else 0)
            memory = len(series.dates) * (4.0 + 4.0 + 8.0 + 8.0 + 8.0) + bands * 40.0
            job.blocks(function, read, write, series.grid, memory)
    if torn[0]:
        job.warn(
            f"{counted(int(torn[0]), 'pixel')} left out: pairs are missing there, and parts of the "
            "series begin at zero each (make it with GAP = joint_rate or largest)."
        )
    found = outputs.summaries
    velocity = found["VELOCITY"]
    if not velocity.count:
        raise GroundshiftError(
            f"{series.path}: no pixel has enough dates for the model's "
            f"{function.design.matrix.shape[1]} coefficients; take fewer terms."
        )
    if coloured.is_white and noise is None:
        job.note(
            "The series does not say how its noise is correlated, so the standard deviations take "
            "it as independent from date to date."
        )
    for code, name in CLASSES.items():
        if counts[code]:
            job.note(f"{counted(counts[code], 'pixel')}: {name}.")
    outputs.when = first or series.dates[0], last or series.dates[-1]
    sense = SENSES.get(series.attributes.get("COMPONENT"))
    abstract = OUTPUTS[0].abstract
    if sense:
        abstract = f"Rate in mm a year, positive {sense}, and the other coefficients."
    said = f"{abstract} {coloured.describe()}"
    outputs.look("VELOCITY", limits=velocity.symmetric_limit, abstract=said)
    numbers = {
        "PIXELS": velocity.count, "RMS": found["rms"].mean, "FASTEST_AWAY": velocity.minimum,
        "FASTEST_TOWARDS": velocity.maximum, "MEDIAN_STD": found["std"].median,
    }  # fmt: skip
    if "STEP_MAP" in layers:
        outputs.look("STEP_MAP", band=3, limits=found["STEP_MAP"].symmetric_limit)
        numbers["MEAN_STEPS"] = found["steps"].mean
    if "AMPLITUDE" in layers:
        outputs.look("AMPLITUDE", limits=(0.0, found["AMPLITUDE"].p98))
        numbers["MEDIAN_AMPLITUDE"] = found["AMPLITUDE"].median
    return numbers


def _layers(model, options) -> dict:
    """The rasters that the model makes."""
    from ...outputs import Layer
    from ..motion import model_bands, season_bands, step_bands

    bands = model_bands(model)
    amplitude, phase = season_bands(model)
    layers = {"VELOCITY": Layer([bands[k] for k in _velocity_first(len(bands))])}
    if amplitude:
        layers |= {"AMPLITUDE": Layer(amplitude), "PHASE": Layer(phase)}
    if options.steps is not None:
        layers["STEP_MAP"] = Layer(step_bands(options), shown=2)  # the first one's size
    return layers


def _velocity_first(count: int) -> list:
    """Places of the bands with rate and error before the offset's."""
    return [2, 3, 0, 1, *range(4, count)]


def _check(outputs, model, options) -> None:
    from ...errors import GroundshiftError

    if outputs.wanted("AMPLITUDE", "PHASE") and not (model.annual or model.semiannual):
        raise GroundshiftError(
            "Seasonal amplitude and peak were asked for and the model has no season; add the "
            "annual or the semi-annual one."
        )
    if outputs.wanted("STEP_MAP") and options.steps is None:
        raise GroundshiftError(
            "A map of steps was asked for and no steps are searched for; set the steps to find to "
            "1 or more."
        )
    if outputs.wanted("MODEL_MAP") and not options.choose:
        raise GroundshiftError(
            "A map of models was asked for and there is no choice of models; turn it on."
        )


def _used_dates(series, first, last):
    """Mask of the dates from the one to the other, shape (time,)."""
    import numpy as np

    from ...errors import GroundshiftError, counted

    used = np.ones(len(series.dates), bool)
    if first is not None:
        used &= series.dates >= first
    if last is not None:
        used &= series.dates <= last
    if used.sum() < 2:
        raise GroundshiftError(
            f"{series.path}: has {counted(used.sum(), 'date')} in the chosen span; widen it."
        )
    return used
