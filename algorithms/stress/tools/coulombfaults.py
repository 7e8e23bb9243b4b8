# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Coulomb stress change on a fault inventory and on the planes of earthquakes."""

from __future__ import annotations

from ...declare import Chosen, Output, choice, field, flag, layer, number, part, text, whole
from ...errors import GroundshiftError, counted
from ...source.tools.asked import Ground, ModelRock, OptionalSlipModel, VolcanicSources, in_metres
from .asked import ROCK, Friction, Regional, one_source

SLIP_HELP = f"The earthquake. {OptionalSlipModel.FIELDS['slip'].help}"


class CoulombFaults(Chosen):
    """Which source and receivers, and how they are compared."""

    slip_model = part(OptionalSlipModel, changes={
        "slip": {"help": SLIP_HELP}, "slip_file": {"advanced": True},
    })  # fmt: skip
    volcanic = part(VolcanicSources)
    faults = layer(
        "Fault traces",
        "Lines of a fault inventory, in any CRS. Give this, or earthquakes, or both.",
        ("lines",), optional=True,
    )  # fmt: skip
    catalogue = layer(
        "Earthquakes",
        "Points in any CRS, or a table with columns lon and lat: depth in km, and where known "
        "strike, dip and rake of a nodal plane, magnitude and time.", ("points",),
        optional=True,
    )  # fmt: skip
    depths = text(
        "Depths (km)", "Of the receivers, one or several with commas between.",
        default="5, 10, 15", optional=False,
    )  # fmt: skip
    rank = choice(
        "Rank by",
        "mean: the average change over a fault; max: the maximum. Layers are coloured by it, "
        "too (field coulomb_kpa).", ("mean", "max"), advanced=True,
    )  # fmt: skip
    rock = part(Friction)
    friction_low = number(
        "Minimum friction", "Of the range over which results are given.", 0.2, 0.0, 2.0,
        advanced=True,
    )  # fmt: skip
    friction_high = number(
        "Maximum friction", "Of the same range.", 0.8, 0.0, 2.0, advanced=True,
    )  # fmt: skip
    elastic = part(ModelRock, changes=ROCK)
    threshold = number(
        "Threshold (kPa)",
        "The length of each fault where the change reaches it at any depth is told.", 10.0,
    )  # fmt: skip
    limit = number(
        "Farthest faults (km)",
        "From the patches that slipped; what is farther gets no number. 0 takes ten times the "
        "size of the source, from 100 to 500 km.", 0.0, 0.0,
    )  # fmt: skip
    near = number(
        "On the source within (km)",
        "Receivers so near to patches that slipped by a tenth of the maximum slip or more are "
        "masked and flagged: stress there says where patches end, and the fault may be the one "
        "that broke.", 2.0, 0.0, 10000.0, advanced=True,
    )  # fmt: skip
    segment = number(
        "Length of segments (km)",
        "Traces are cut into equal segments no longer than this, each with the strike of its "
        "chord; sharp bends are cut further.", 10.0, 0.001, 10000.0, advanced=True,
    )  # fmt: skip
    spacing = number(
        "Spacing of receivers (km)", "Along the trace.", 2.0, 0.001, 10000.0, advanced=True,
    )  # fmt: skip
    depth_rule = choice(
        "Depths of faults with known top and bottom",
        "listed: the depths given that lie on the fault, or else its middle; of the fault: as "
        "many, evenly between its top and bottom.", ("listed", "of the fault"),
        advanced=True,
    )  # fmt: skip
    down_dip = flag(
        "Traces lie at the surface",
        "Receivers lie down the dip from the trace; otherwise straight below it.", True,
        advanced=True,
    )  # fmt: skip
    leave_out = text(
        "Kinds that are no faults",
        "Words of the field of kinds, parted by commas; such lines are left out.",
        default="anticline, syncline, fold", advanced=True,
    )  # fmt: skip
    default_kind = text(
        "Kind of faults of unknown kind",
        "Such as strike-slip or normal; they get no number where it is empty.", default=None,
        advanced=True,
    )  # fmt: skip
    dips_right = flag(
        "Faults dip to the right of their trace",
        "Where no field tells the side: for inventories drawn by the right-hand rule. Otherwise"
        " both sides are tried and the higher mean change is told, within a range that covers "
        "both.", advanced=True,
    )  # fmt: skip
    dip_error = number(
        "Dips are known to (degrees)",
        "Either way, where the field gives a number without a range.", 10.0, 0.0, 90.0,
        advanced=True,
    )  # fmt: skip
    rake_error = number(
        "Rakes are known to (degrees)",
        "Either way, where the field gives a number without a range.", 20.0, 0.0, 90.0,
        advanced=True,
    )  # fmt: skip
    name_field = field(
        "Field: name of the fault", "Guessed where empty (name, fs_name ...).", "FAULTS",
    )  # fmt: skip
    kind_field = field(
        "Field: kind of the fault",
        "Guessed where empty (slip_type, type ...: Dextral, left slip, Normal-Sinistral, thrust"
        " ...; misspelt words are recognised).", "FAULTS",
    )  # fmt: skip
    dip_field = field(
        "Field: dip", "Guessed where empty (average_dip, dip ...: 60, (75,60,90), vertical).",
        "FAULTS",
    )  # fmt: skip
    dip_direction_field = field(
        "Field: direction of dip", "Guessed where empty (dip_dir ...: SW, 225).", "FAULTS",
    )  # fmt: skip
    rake_field = field(
        "Field: rake",
        "Guessed where empty (average_rake, rake ...: -90, (-70,0,-90), dextral).", "FAULTS",
    )  # fmt: skip
    strike_field = field(
        "Field: strike",
        "Guessed where empty (strike ...: tells by the right-hand rule to which side the fault "
        "dips; the strike itself is that of the trace).", "FAULTS",
    )  # fmt: skip
    down_side_field = field(
        "Field: side that went down",
        "Guessed where empty (downthrown_side_id ...: tells with the kind to which side the "
        "fault dips).", "FAULTS",
    )  # fmt: skip
    top_field = field(
        "Field: depth of the top (km)", "Guessed where empty (upper_seis_depth ...).", "FAULTS",
    )  # fmt: skip
    bottom_field = field(
        "Field: depth of the bottom (km)",
        "Guessed where empty (lower_seis_depth, locking_depth ...).", "FAULTS",
    )  # fmt: skip
    copied_fields = field(
        "Further fields of the faults to hand on", "Come out as fault_ and the field's name.",
        "FAULTS", several=True,
    )  # fmt: skip
    ground = part(Ground)
    main_time = text(
        "Time of the mainshock",
        "Such as 2025-03-28T06:20:54 (universal time), or the day alone; earlier earthquakes "
        "are the background. All are aftershocks where it is empty.", default=None,
    )  # fmt: skip
    plane_rule = choice(
        "Nodal plane that counts",
        "higher: the one with the higher change, which raises the share by chance as well as in"
        " truth; random: each with even odds; mean: the average of both.",
        ("higher", "lower", "mean", "first", "second", "random"), advanced=True,
    )  # fmt: skip
    plane = text(
        "Plane of earthquakes without nodal planes",
        "Strike, dip and rake in degrees, such as 0, 90, 180. Where it is empty they take the "
        "planes that the regional stress would break first, or, without one, the plane of the "
        "nearest resolved fault.", default=None, advanced=True,
    )  # fmt: skip
    regional = part(Regional, changes={"shmax_azimuth": {"advanced": True}})
    before_days = number(
        "Days before the mainshock", "Of the background; 0 takes all.", 0.0, 0.0, advanced=True,
    )  # fmt: skip
    after_days = number(
        "Days after the mainshock", "Of the aftershocks; 0 takes all.", 0.0, 0.0, advanced=True,
    )  # fmt: skip
    least_magnitude = number(
        "Minimum magnitude",
        "Smaller earthquakes, and those without one, do not count. All count where it is empty.",
        optional=True, advanced=True,
    )  # fmt: skip
    event_strike = field(
        "Field of earthquakes: strike", "Guessed where empty (strike ...).", "CATALOGUE",
    )  # fmt: skip
    event_dip = field(
        "Field of earthquakes: dip", "Guessed where empty (dip ...).", "CATALOGUE",
    )  # fmt: skip
    event_rake = field(
        "Field of earthquakes: rake", "Guessed where empty (rake ...).", "CATALOGUE",
    )  # fmt: skip
    event_depth = field(
        "Field of earthquakes: depth", "Guessed where empty (depth ...).", "CATALOGUE",
    )  # fmt: skip
    event_magnitude = field(
        "Field of earthquakes: magnitude", "Guessed where empty (magnitude ...).", "CATALOGUE",
    )  # fmt: skip
    event_time = field(
        "Field of earthquakes: time", "Guessed where empty (time ...).", "CATALOGUE",
    )  # fmt: skip
    runs = whole(
        "Random catalogues", "The smallest p-value is 1 / (1 + runs).", 999, 19, 100000,
        advanced=True,
    )  # fmt: skip
    places = whole(
        "Random places", "Of which random catalogues are drawn, in the hull of the aftershocks.",
        5000, 100, 1000000, advanced=True,
    )  # fmt: skip
    seed = whole(
        "Seed", "The same seed gives the same random numbers.", 0, 0, advanced=True,
    )  # fmt: skip

    def check(self):
        """Faults or earthquakes, and options that hang together."""
        one_source(self.slip_model, self.volcanic)
        if self.faults is None and self.catalogue is None:
            raise GroundshiftError(
                f"{self.own['faults'].words}, {self.own['catalogue'].words}: neither is given; "
                "give one of them at least."
            )
        from ...data.earthquakes import parse_time
        from ..receivers import parse_depths
        from .event_layers import parse_plane

        self.strength()
        if self.regional.regional_layer is None:  # which is opened as the tool runs
            self.regional_stress()
        for parse, value in (
            (parse_depths, self.depths), (parse_plane, self.plane), (parse_time, self.main_time),
        ):  # fmt: skip
            parse(value)

    def strength(self):
        """Friction and its range, a :class:`..fault_stress.Friction`."""
        from ..fault_stress import Friction

        return Friction(
            self.rock.friction, self.rock.skempton, self.friction_low, self.friction_high
        )

    def regional_stress(self):
        """The :class:`..optimal.RegionalStress` that is given; None where there is none."""
        return self.regional.stress() if self.regional.is_given() else None


OUTPUTS = (
    Output(
        "lines", "SEGMENTS", "Segments",
        "Change in kPa (mean, minimum, maximum and where), shear and normal parts, range over "
        "what is not well known and whether the sign holds, plane and where it comes from; of "
        "faults within reach.", optional=True,
        style="lines_coulomb", name="Coulomb stress change",
    ),
    Output(
        "lines", "RESULT", "Faults", "The same of whole faults, ranked.", optional=True,
        style="lines_coulomb", name="Coulomb stress change",
    ),
    Output(
        "polygons", "PLANES", "Planes of the faults",
        "Dipping patches with heights, one about every place and depth, with its change: for "
        "QGIS' 3-D map.", optional=True, by_default=False,
        style="polygons_coulomb", name="Coulomb stress change",
    ),
    Output(
        "points", "RECEIVERS", "Receivers", "Every place and depth.", optional=True,
        by_default=False,
        style="points_coulomb", name="Coulomb stress change",
    ),
    Output(
        "points", "EVENTS", "Earthquakes with stress change",
        "All fields of the earthquakes, with the change on both planes.", optional=True,
        style="points_coulomb", name="Coulomb stress change",
    ),
    Output(
        "file", "TABLE", "Ranking", "The resolved faults, the highest first.", "CSV (*.csv)",
        optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "FAULT_COUNT": "Faults",
    "RESOLVED": "Faults resolved",
    "SEGMENT_COUNT": "Segments of faults within reach",
    "SEGMENTS_RESOLVED": "Segments resolved",
    "ON_SOURCE": "Faults on the source",
    "TOO_FAR": "Faults too far",
    "UNKNOWN": "Faults of unknown dip or rake",
    "POSITIVE": "Faults nearer to failure",
    "STABLE": "Faults whose sign holds over all ranges",
    "HIGHEST": "Highest change of a fault (kPa)",
    "LOWEST": "Lowest change of a fault (kPa)",
    "EVENT_COUNT": "Earthquakes",
    "AFTERSHOCKS": "Aftershocks resolved",
    "AFTER_POSITIVE": "Aftershocks where stress rose",
    "AFTER_SHARE": "Their share (%)",
    "AFTER_LOW": "95 % interval of the share: low",
    "AFTER_HIGH": "95 % interval of the share: high",
    "BEFORE_COUNT": "Background earthquakes resolved",
    "BEFORE_SHARE": "Share of the background where stress rose (%)",
    "P_BEFORE": "p-value against the background (Fisher)",
    "SHUFFLED_SHARE": "Share with mechanisms dealt anew (%)",
    "P_SHUFFLED": "p-value against mechanisms dealt anew",
    "RANDOM_SHARE": "Share at random places (%)",
    "P_RANDOM": "p-value against random places",
    "P_BINOMIAL": "p-value against random places (binomial)",
}  # fmt: skip


SOURCE_SIZES, LEAST_LIMIT = 10.0, 100e3
LEAST_SLIP = 1e-9  # metres; what lies below is rounding
CURVED = 500e3  # metres from the source, beyond which a flat half-space is far from the Earth


def run(chosen, outputs, job) -> dict:
    """Resolve the change on faults and earthquakes, and compare; see :mod:`...declare`."""
    import numpy as np

    from ..near_source import ruptured, source_size
    from .event_layers import read_events
    from .event_stress import said_of_events, stress_on_events, write_events
    from .fault_stress_outputs import (
        write_faults,
        write_planes,
        write_ranking,
        write_receivers,
        write_segments,
    )
    from .receiver_faults import read_inventory
    from .stress_on_faults import stress_on_faults

    writers = {
        "SEGMENTS": write_segments, "RESULT": write_faults, "PLANES": write_planes,
        "RECEIVERS": write_receivers, "TABLE": write_ranking,
    }  # fmt: skip
    slip, volcanic = chosen.slip_model.source(), chosen.volcanic
    file = slip.read() if slip is not None else volcanic.read(chosen.elastic)
    model, local = file.model, file.local
    if slip is not None and not np.linalg.norm(model.components, axis=1).max() > LEAST_SLIP:
        raise GroundshiftError(f"{slip.path}: nothing slips in the model; give one with slip.")
    notes, warnings = list(getattr(file, "notes", ())), list(getattr(file, "warnings", ()))
    medium = chosen.elastic.medium(file, notes.append)
    source = ruptured(model)
    limit = in_metres(chosen.limit) or float(
        np.clip(SOURCE_SIZES * source_size(source), LEAST_LIMIT, CURVED)
    )
    notes += _about_source(model, source, chosen, medium, limit)
    if limit > CURVED:
        warnings.append(
            f"Results beyond {CURVED / 1e3:.0f} km of the source are those of a flat Earth; a "
            "distance limit leaves them out."
        )
    given, end, numbers, found = (model, medium, chosen, source, limit), None, {}, None
    if chosen.faults is not None:
        inventory = read_inventory(chosen, local)
        job.tell(0.1)
        part = job.part(0.1, 0.7 if chosen.catalogue is None else 0.5)
        found = stress_on_faults(inventory, *given, part)
        numbers, end = found.numbers, found.limit
        notes += [*inventory.notes, *found.notes]
        if not numbers["RESOLVED"]:
            warnings.append(
                f"{inventory.path}: no fault has a number; see the field 'status', which tells "
                "whether they are too far, on the source, or of unknown dip or rake."
            )
        for name, write in writers.items():
            if outputs.wanted(name):
                write(outputs.path(name), found, local)
    else:
        outputs.leave_out(*writers)
    if chosen.catalogue is not None:
        read = read_events(chosen, local)
        events = stress_on_events(read, *given, found, job.part(0.5, 0.9))
        said = said_of_events(events, chosen.plane_rule)
        numbers, end = {**numbers, **events.numbers}, end or events.limit
        notes += [*read.notes, *said[0]]
        warnings += said[1]
        if outputs.wanted("EVENTS"):
            write_events(outputs.path("EVENTS"), events, chosen.catalogue)
    else:
        outputs.leave_out("EVENTS")
    job.check()
    job.tell(1.0)
    for note in notes:
        job.note(note)
    for warning in warnings:
        job.warn(warning)
    told = " ".join((*warnings, *notes))
    if outputs.wanted("PLANES"):
        outputs.look("PLANES", raised=chosen.ground.level(model, job))
    for output in OUTPUTS[:5]:
        outputs.look(
            output.id, limits=end,
            abstract=f"Coulomb stress change; positive is nearer to failure. {told}",
        )  # fmt: skip
    return {name: value for name, value in numbers.items() if np.isfinite(value)}


def _about_source(model, source, chosen, medium, limit) -> list:
    from ..near_source import source_size

    rock = chosen.strength()
    how = (
        f"effective friction {rock.value:g}" if rock.skempton is None
        else f"friction {rock.value:g}, Skempton's coefficient {rock.skempton:g}"
    )  # fmt: skip
    size = source_size(source) / 1e3
    if chosen.volcanic.sources is not None:
        said = (
            f"{counted(len(model), 'volcanic source')} over {size:.4g} km, "
            f"{model.volume:.4g} m3 in all."
        )
    else:
        said = (
            f"The source has {len(model)} patches, of which {len(source)} slipped by a tenth of "
            f"the maximum slip of {model.slip.max():.4g} m at least, over {size:.4g} km."
        )
    return [
        said,
        f"Shear modulus {medium.shear_modulus / 1e9:g} GPa, Poisson's ratio "
        f"{medium.poisson:g}, {how}, ranges over friction {rock.low:g} to "
        f"{rock.high:g}. Receivers within {chosen.near:g} km of patches that slipped "
        f"are masked; those beyond {limit / 1e3:.4g} km of them are left out.",
    ]
