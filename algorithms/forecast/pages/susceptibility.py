# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How good a map of susceptibility is, as a page."""

from __future__ import annotations

import numpy as np

from ...reports.figure import Figure
from ...reports.page import Page, number
from ...reports.palette import AWAY, LINE, TOWARDS
from ..prone import chance, reliability

WIDTH = 720
WORDS = {"logistic": "Logistic regression", "forest": "Random forest"}


def page(results, method, design, learnt, true, sampled) -> str:
    """The page.

    Parameters
    ----------
    results : dict of str to result
        By method, see :mod:`..tools.susceptibility`.
    method : str
        Of the map.
    design : Design
    learnt : samples
    true, sampled : float
        Share of active ground on the map, and among the samples.
    """
    whole = Page("Susceptibility", "Susceptibility to landslides")
    best = results[method]
    whole.paragraph(
        f"{int(learnt.active.sum())} samples of active ground, {int((~learnt.active).sum())} of "
        f"background, {len(design.names)} factors. Probabilities of the map are brought from "
        f"{100 * sampled:.3g} % of active ground among the samples to {100 * true:.3g} %."
    )
    whole.heading("Area under the ROC curve")
    whole.table(
        ("Method", "Training", "Its interval", "Random folds", "Other places", "Interval"),
        [
            (WORDS[name] + (" (map)" if name == method else ""), one.training[0],
             f"{one.training[1]:.3f} to {one.training[2]:.3f}", one.random.area,
             one.spatial.area, f"{one.interval[0]:.3f} to {one.interval[1]:.3f}")
            for name, one in results.items()
        ],
    )  # fmt: skip
    whole.paragraph(
        "Chance that active ground scores above background: 0.5 knows nothing, 1 all. In training "
        "a model judges what it learnt (interval of DeLong et al. 1988, as if samples were "
        "independent); on random folds neighbours of what it judges were learnt; other places are "
        "parts of the map left out as a whole. Only the last one tells of ground that was not "
        "mapped. Its interval (95 %) draws tiles of the map again."
    )
    whole.drawing(roc_svg(best, learnt, method, design), "roc")
    whole.heading("Reliability on other places")
    whole.drawing(reliability_svg(best, learnt), "reliability")
    whole.paragraph(
        "Share of samples that are active against the probability that was told for them, before "
        "it was brought to the map's share. A reliable model is on the line."
    )
    whole.heading("Importance of the factors on other places")
    mean, spread = best.spatial.loss.mean(axis=1), best.spatial.loss.std(axis=1)
    order = np.argsort(-mean)
    whole.drawing(importance_svg([design.names[k] for k in order], mean[order]), "importance")
    whole.table(
        ("Factor", "Loss of area", "Spread over folds"),
        [(design.names[k], f"{mean[k]:.4f}", f"{spread[k]:.4f}") for k in order],
    )
    whole.paragraph(
        "By how much the area falls when the factor's values are mixed. Of two factors that say "
        "the same neither looks important."
    )
    if "logistic" in results:
        whole.heading("Coefficients of the logistic regression")
        model = results["logistic"].model
        whole.table(
            ("Column", "Coefficient"),
            [("(intercept)", number(model.intercept_[0], ".3f"))] + [
                (name, number(value, ".3f"))
                for name, value in zip(column_names(design), model.coef_[0])
            ],
        )  # fmt: skip
        whole.paragraph("Log odds by standard deviation of a number, or against the first class.")
    return whole.html()


def column_names(design) -> list:
    """Names of the columns of a design."""
    out = []
    for name, kind, codes in zip(design.names, design.kinds, design.codes):
        if kind == "aspect":
            out += [f"{name} (east)", f"{name} (north)"]
        else:
            out += [f"{name} = {code:g}" for code in codes] if kind == "class" else [name]
    return out


def _curve(score, active):
    order = np.argsort(-score, kind="stable")
    hit = active[order]
    return (
        np.r_[0, np.cumsum(~hit)] / max((~hit).sum(), 1),
        np.r_[0, np.cumsum(hit)] / max(hit.sum(), 1),
    )


def roc_svg(one, learnt, method, design) -> str:
    """ROC curves in training and on other places, as SVG."""
    figure = Figure(420, 400, "ROC curves")
    panel = figure.panel((0, 1), (0, 1), top=34)
    panel.axes("False alarms (share of background)", "Found (share of active ground)")
    panel.line([0, 1], [0, 1], LINE, 1, "4 4")
    columns = design.columns(learnt.values)
    panel.line(*_thin(_curve(chance(method, one.model, columns), learnt.active)), LINE, 1.5)
    for score in one.spatial.score[:5]:
        known = np.isfinite(score)
        panel.line(*_thin(_curve(score[known], learnt.active[known])), AWAY, 1.2, opacity=0.7)
    figure.legend(70, 10, [(LINE, "training"), (AWAY, "other places")], (90, 0))
    return figure.svg()


def _thin(curve):
    step = max(1, len(curve[0]) // 400)
    return tuple(np.r_[part[::step], part[-1:]] for part in curve)


def reliability_svg(one, learnt) -> str:
    """Shares by class of probability, as SVG."""
    figure = Figure(420, 400, "Reliability")
    panel = figure.panel((0, 1), (0, 1), top=34)
    panel.axes("Probability told", "Share that is active")
    panel.line([0, 1], [0, 1], LINE, 1, "4 4")
    told, found, counts = zip(*reliability(one.spatial.score, learnt.active))
    panel.line(told, found, TOWARDS, 1.5)
    panel.dots(told, found, TOWARDS, 4, [f"{count} samples" for count in counts])
    return figure.svg()


def importance_svg(names, loss) -> str:
    """Loss of area by factor, as SVG."""
    figure = Figure(WIDTH, 60 + 20 * len(names), "Importance")
    high, low = max(loss.max(), 1e-3), min(loss.min(), 0.0)
    panel = figure.panel((low, 1.05 * high), (len(names) - 0.4, -0.6), left=190, top=14)
    panel.axes("Loss of area under the ROC curve", y_ticks=[(k, n) for k, n in enumerate(names)])
    for k, value in enumerate(loss):
        panel.box((0, value), (k - 0.35, k + 0.35), TOWARDS if value > 0 else LINE)
    return figure.svg()
