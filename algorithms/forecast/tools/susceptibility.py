# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Susceptibility to landslides by logistic regression or a forest, judged on other places."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, choice, field, layer, number, part, whole
from .asked import GroundFactors

CHOICES = ("best", "logistic", "forest")


class Susceptibility(Chosen):
    """What is learnt from, and how it is judged."""

    ground = part(GroundFactors, changes={"inventory": {"optional": True}})
    table = layer(
        "or samples",
        "Points or CSV with a field that tells active ground and a field a factor, as of "
        "'Conditioning factors'; rasters whose bands are called like its fields give the map.",
        ("points",), optional=True,
    )  # fmt: skip
    method = choice(
        "Method",
        "best: the one with the larger area under the ROC curve on other places; logistic "
        "regression, or a random forest.", CHOICES,
    )  # fmt: skip
    folds = whole("Folds", "Places of the map that are left out one by one.", 5, 2, 50)
    prevalence = number(
        "Active share of the ground (%)",
        "To which probabilities are brought; that of the inventory if empty, and of samples their "
        "own.", None, 1e-4, 99.0, optional=True,
    )  # fmt: skip
    sample_count = whole(
        "Samples", "At most so many of active ground, and of background.", 2000, 50, 100_000,
        advanced=True,
    )  # fmt: skip
    outcome = field(
        "Field: active", "1, true or yes on active ground; 'active' or the first such field if "
        "empty.", "TABLE",
    )  # fmt: skip
    factors = field(
        "Fields: factors", "All fields of numbers if empty.", "TABLE", numeric=True, several=True,
    )  # fmt: skip
    class_fields = field(
        "Fields: classes", "Which of them are codes of classes.", "TABLE", several=True,
    )  # fmt: skip
    repeats = whole(
        "Repeats", "Of the cross-validation, with other folds.", 3, 1, 200, advanced=True,
    )  # fmt: skip
    trees = whole("Trees", "Of a forest.", 100, 20, 2000, advanced=True)
    members = whole(
        "Models of the map", "Of tiles drawn again; their spread is the uncertainty.", 16, 4, 200,
        advanced=True,
    )  # fmt: skip
    seed = whole("Seed", "Of samples, folds, forests and draws.", 0, 0, 2147483647, advanced=True)
    blocks = part(Machine)

    def check(self):
        """An inventory or samples."""
        given = self.ground.inventory is not None, self.table is not None
        if sum(given) != 1:
            words = [self.ground.own["inventory"].words, self.own["table"].words]
            from ...errors import GroundshiftError

            what = "were given together" if all(given) else "are missing"
            raise GroundshiftError(f"{' and '.join(words)}: {what}; give one of them.")


OUTPUTS = (
    Output(
        "raster", "MAP", "Susceptibility",
        "Bands: probability, and its standard deviation over models of tiles drawn again.",
        optional=True, style="coefficient", limits="p98",
        abstract="Probability that a pixel is active ground.",
    ),
    Output(
        "file", "REPORT", "Report",
        "Areas under the ROC curve in training, on random folds and on other places; reliability; "
        "importance of the factors.", "HTML (*.html)", optional=True,
    ),
    Output(
        "points", "JUDGED", "Judged samples",
        "active (1 or 0), fold, and the probability by models that did not learn from that place.",
        optional=True, by_default=False, style="samples_ground", name="Judged samples",
    ),
)  # fmt: skip
NUMBERS = {
    "ACTIVE": "Samples of active ground", "BACKGROUND": "of background", "FACTORS": "Factors",
    "CHOSEN": "Method: 1 logistic regression, 2 forest",
    "TRAINING": "Area under the ROC curve in training",
    "RANDOM": "on random folds", "SPATIAL": "on other places",
    "SPATIAL_LOW": "Least area within its interval (95 %)",
    "SPATIAL_HIGH": "Largest area within its interval (95 %)",
    "LOGISTIC": "Logistic regression on other places", "FOREST": "Forest on other places",
    "LOGISTIC_TRAINING": "Logistic regression in training",
    "PIXELS": "Pixels of the map",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Learn, judge and map; see :mod:`...declare`."""
    import contextlib

    import numpy as np

    from ..pages.susceptibility import page
    from ..prone import METHODS, Design, Ensemble
    from .factors import Ground

    asked = chosen.ground
    mapped = any([asked.dem, asked.rasters, asked.classes])
    with contextlib.ExitStack() as stack:
        if chosen.table is None or mapped:
            ground = stack.enter_context(Ground(asked))
        else:
            ground = None
            outputs.leave_out("MAP")
        learnt = _learnt(chosen, ground, job.part(0, 0.1))
        names, kinds = learnt.names, learnt.kinds
        design = Design.of(names, kinds, learnt.values)
        tried = METHODS if chosen.method == "best" else (chosen.method,)
        results = {
            method: _judged(chosen, method, design, learnt, job.part(*share))
            for method, share in zip(tried, ((0.1, 0.3), (0.3, 0.6)))
        }  # fmt: skip
        method = max(results, key=lambda name: results[name].spatial.area)
        _tell(job, results, method, learnt)
        shares = float(learnt.active.mean())
        true = learnt.share if chosen.prevalence is None else chosen.prevalence / 100
        pixels = None
        if outputs.wanted("MAP"):
            trees = max(10, chosen.trees // chosen.members)
            model = Ensemble.of(
                method, design, learnt.values, learnt.active, learnt.tiles, true, chosen.members,
                trees, chosen.seed, job.check,
            )  # fmt: skip
            order = [[one.name for one in ground.factors].index(name) for name in names]
            pixels = _map(outputs, ground, model, order, job.part(0.6, 1.0))
        best = results[method]
        if outputs.wanted("JUDGED"):
            from ...formats.vectors.tables import write_table

            columns = {
                "active": learnt.active.astype(np.int8), "fold": best.spatial.folds[0] + 1,
                "probability": best.spatial.score[0],
            }  # fmt: skip
            write_table(outputs.path("JUDGED"), learnt.crs, learnt.x, learnt.y, columns, "samples")
        outputs.text("REPORT", lambda: page(results, method, design, learnt, true, shares))
        numbers = {
            "ACTIVE": int(learnt.active.sum()), "BACKGROUND": int((~learnt.active).sum()),
            "FACTORS": len(names), "CHOSEN": 1 + METHODS.index(method),
            "TRAINING": best.training[0], "RANDOM": best.random.area,
            "SPATIAL": best.spatial.area, "SPATIAL_LOW": best.interval[0],
            "SPATIAL_HIGH": best.interval[1],
        }  # fmt: skip
        for name, one in results.items():
            numbers[name.upper()] = one.spatial.area
        if "logistic" in results:
            numbers["LOGISTIC_TRAINING"] = results["logistic"].training[0]
        return numbers if pixels is None else {**numbers, "PIXELS": pixels}


class _Result:
    """A method in training, on random folds, and on other places with its interval."""

    def __init__(self, training, random, spatial, interval, model):
        self.training, self.random, self.spatial = training, random, spatial
        self.interval, self.model = interval, model


class _Learnt:
    """Samples without gaps; see :class:`.factors.Samples`."""

    def __init__(self, names, kinds, values, active, x, y, xy, tiles, groups, share, crs):
        self.names, self.kinds, self.values, self.active = names, kinds, values, active
        self.x, self.y, self.xy, self.tiles, self.groups = x, y, xy, tiles, groups
        self.share, self.crs = share, crs

    def kept(self, keep):
        import numpy as np

        rows = (getattr(self, name)[keep] for name in ("active", "x", "y", "xy"))
        active, x, y, xy = rows
        tiles, groups = (
            np.unique(part_[keep], return_inverse=True)[1] for part_ in (self.tiles, self.groups)
        )
        return _Learnt(
            self.names, self.kinds, self.values[:, keep], active, x, y, xy, tiles, groups,
            self.share, self.crs,
        )  # fmt: skip


def _learnt(chosen, ground, job):
    import numpy as np

    from ...errors import GroundshiftError
    from ..prone import LEAST

    found = _of_table(chosen, ground, job) if chosen.table is not None else _of_ground(
        chosen, ground, job
    )  # fmt: skip
    level = np.array([kind == "aspect" for kind in found.kinds])
    known = (np.isfinite(found.values) | level[:, np.newaxis]).all(axis=0)
    if not known.all():
        gaps = [
            f"{name} {int((~np.isfinite(values)).sum())}"
            for name, values, flat in zip(found.names, found.values, level)
            if not flat and not np.isfinite(values).all()
        ]  # fmt: skip
        job.note(
            f"{int((~known).sum())} of {len(known)} samples lack a factor and are left out "
            f"({', '.join(gaps)})."
        )
        found = found.kept(known)
    for kind, what in ((found.active, "active ground"), (~found.active, "background")):
        if kind.sum() < LEAST:
            raise GroundshiftError(
                f"{int(kind.sum())} samples of {what} have all factors; give at least {LEAST}, "
                "of larger layers or with fewer factors."
            )
    return found


def _of_ground(chosen, ground, job):
    import numpy as np

    from .factors import Inventory, sample

    asked = chosen.ground
    inventory = Inventory(asked.inventory, ground, asked.study_area)
    for text in inventory.notes:
        job.note(text)
    taken = sample(ground, inventory, chosen.sample_count, asked.side, chosen.seed, job)
    groups = np.where(taken.active, taken.area, inventory.count + 1 + np.arange(len(taken.x)))
    groups = np.unique(groups, return_inverse=True)[1]
    return _Learnt(
        [one.name for one in ground.factors], [one.kind for one in ground.factors], taken.values,
        taken.active, taken.x, taken.y, taken.local, taken.tiles, groups, taken.share, ground.crs,
    )  # fmt: skip


def _of_table(chosen, ground, job):
    import numpy as np

    from ...data.metric import LocalMetres
    from ...formats.vectors.tables import read_table
    from ..effects import tiles_of, usual_side
    from .sample_fields import active_field, factor_fields, truth_of

    table = read_table(*chosen.table)
    outcome = active_field(table, chosen)
    active = truth_of(table, outcome, chosen)
    names, kinds = factor_fields(table, outcome, chosen, ground)
    values = np.stack([table.numbers(name) for name in names])
    local = LocalMetres(table.crs, table.x.mean(), table.y.mean())
    xy = local.of(table.crs, table.x, table.y)
    side = chosen.ground.side or usual_side(xy)
    groups = np.arange(len(table))
    if "landslide" in table.columns:
        of = table.numbers("landslide")
        groups = np.where(active & np.isfinite(of), of, groups + np.nanmax(of, initial=0) + 1)
    groups = np.unique(groups, return_inverse=True)[1]
    if chosen.prevalence is None:
        job.note(
            "Probabilities are those among the samples, of which "
            f"{100 * active.mean():.1f} % are active; give the active share of the ground for "
            "those of the ground."
        )
    return _Learnt(
        names, kinds, values, active, table.x, table.y, xy, tiles_of(xy, side), groups,
        float(active.mean()), table.crs,
    )  # fmt: skip


def _judged(chosen, method, design, learnt, job):
    import numpy as np

    from ..prone import area_interval, chance, delong, fit, judge, place_folds, random_folds

    folds = min(chosen.folds, int(learnt.groups.max()) + 1)
    repeats = range(chosen.repeats)
    places = np.stack([
        place_folds(learnt.xy, learnt.groups, folds, chosen.seed + k) for k in repeats
    ])  # fmt: skip
    apart = np.stack([random_folds(len(learnt.x), folds, chosen.seed + k) for k in repeats])
    step = job.steps(2 * folds * chosen.repeats + 1)
    values, active = learnt.values, learnt.active
    options = chosen.seed, chosen.trees
    spatial = judge(method, design, values, active, places, *options, True, step)
    random = judge(method, design, values, active, apart, *options, False, step)
    columns = design.columns(values)
    model = fit(method, columns, active, *options)
    training = delong(chance(method, model, columns), active)
    interval = area_interval(spatial, active, learnt.tiles, 200, chosen.seed)
    step()
    return _Result(training, random, spatial, interval, model)


def _map(outputs, ground, model, order, job) -> int:
    import numpy as np

    from ...outputs import Layer

    pixels = np.zeros(1, np.int64)

    def read(window):
        return ground.values(window)[order], (window.height, window.width)

    def function(block):
        values, shape = block
        return model(values).reshape(2, *shape)

    def write(window, found):
        rasters.write(window, {"MAP": found})
        pixels[0] += np.isfinite(found[0]).sum()

    layers = {"MAP": Layer((("susceptibility", ""), ("susceptibility_std", "")))}
    memory = ground.memory + 16.0 * len(model.members) + 40.0 * len(order)
    with outputs.rasters(layers, ground.grid) as rasters:
        job.here().blocks(function, read, write, ground.grid, memory)
    return int(pixels[0])


def _tell(job, results, method, learnt):
    for name, one in results.items():
        job.note(
            f"{name}: area under the ROC curve {one.training[0]:.3f} in training, "
            f"{one.random.area:.3f} on random folds, {one.spatial.area:.3f} "
            f"({one.interval[0]:.3f} to {one.interval[1]:.3f}) on other places."
        )
    best = results[method]
    if best.random.area - best.spatial.area > 0.05:
        job.warn(
            f"On other places the area under the ROC curve is {best.spatial.area:.3f}, against "
            f"{best.random.area:.3f} on random folds: neighbours tell of one another, and only "
            "the former says how good the map is where no landslides were mapped."
        )
    if best.interval[0] <= 0.5:
        job.warn(
            "On other places the map is not shown to be better than chance: its interval reaches "
            f"{best.interval[0]:.3f}."
        )
