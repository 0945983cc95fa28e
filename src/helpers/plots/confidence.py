"""Figures of lesson 17: what a network still gets wrong, and how sure it is."""

import numpy as np

from helpers.confidence import EDGES, calibration, calibration_error
from helpers.plots import ink
from helpers.plots.base import fixed_panels, styled
from helpers.plots.images import in_rows
from helpers.plots.ink import COLOURS


@styled
def mistakes(images, probabilities, truths, columns=8, most=40):
    """The images that are read wrongly, the surest mistake first. Above each: the truth, the answer, and how sure it was.

    images: (N, 1, H, W) or (N, H, W). probabilities: (N, K), rows of sum 1. truths: (N,). most: so many are drawn.
    """
    probabilities, truths = np.asarray(probabilities), np.asarray(truths)
    answers, pictures = probabilities.argmax(axis=1), np.reshape(images, (len(images), *np.shape(images)[-2:]))
    wrong = np.flatnonzero(answers != truths)
    if not len(wrong):
        raise ValueError(f"there is no mistake to show: all {len(truths)} images are read correctly.")
    wrong = wrong[np.argsort(-probabilities[wrong, answers[wrong]], kind="stable")]
    shown = wrong[:most]
    titles = [f"{truths[n]} read as {answers[n]}\n{ink.percent(probabilities[n, answers[n]])}" for n in shown]
    figure = in_rows(pictures[shown], columns, 1.12, titles=titles, framed=True, width=7.2)[0]
    listed = ", ".join(f"{truths[n]} read as {answers[n]}" for n in shown)
    part = "" if len(shown) == len(wrong) else f" The {len(shown)} surest ones are shown."
    return figure.saying(f"{len(wrong)} of {len(truths)} images are read wrongly.{part} In order of sureness: {listed}.")


def _group(low, high):
    """The words below one group: under 50 %, 50 to 70 %."""
    low, high = (f"{100 * value:.4g}" for value in (low, high))
    return f"under\n{high}" if low == "0" else f"over\n{low}" if high == "100" else f"{low} to\n{high}"


def _roughly(share):
    """To the nearest 5 %: what a few images more or less do not change."""
    return f"about {5 * round(20 * float(share))} %"


@styled
def reliability(scores, truths, temperature=1.0, edges=EDGES):
    """How sure a network is beside how often it is then right, in groups of sureness, and how many images each group has.

    scores: (N, K). truths: labels (N,). temperature: the scores are divided by it before the softmax. edges: of the groups.
    """
    sure, right, count = calibration(scores, truths, temperature, edges)
    figure, (above, below) = fixed_panels(7.0, 3.8, (0.1, 0.42, 0.87, 0.42), (0.1, 0.16, 0.87, 0.19))
    at, full = np.arange(len(count)), count > 0
    for axes in (above, below):
        axes.set(xlim=(-0.6, len(count) - 0.4), xticks=[])
        axes.grid(False, axis="x")
    above.bar(at[full], np.maximum(right[full], 0.012), 0.62, color=COLOURS["sky"])  # none at all: a thin line
    for place in at[full]:
        above.plot([place - 0.38, place + 0.38], [sure[place]] * 2, color=COLOURS["orange"], lw=2.4)
    title = f"temperature {ink.number(temperature)}: {ink.number(100 * calibration_error(scores, truths, temperature, edges), 1)}"
    ink.dress(
        above, f"{title} points between the two, the mean over all images", ylim=(0, 1.05), yticks=[0, 0.5, 1], ylabel="share"
    )
    figure.text(0.1, 0.945, "lines: how sure it is, on average", color=ink.text("orange"), va="center")
    figure.text(0.5, 0.945, "bars: the share read correctly", color=ink.text("sky"), va="center")
    below.bar(at[full], np.log10(1 + count[full]), 0.62, color=COLOURS["grey"])
    for place in at:
        below.text(place, np.log10(1 + count[place]) + 0.12, f"{count[place]:,}", ha="center", va="bottom", fontsize=ink.SMALL)
    ticks = {"ylim": (0, 1.45 * np.log10(1 + count.sum())), "yticks": []}
    below.set_xticks(at, [_group(*pair) for pair in zip(edges[:-1], edges[1:], strict=True)], fontsize=ink.SMALL)
    ink.dress(below, ylabel="images\n(log scale)", xlabel="largest probability, in %", **ticks)
    share, claimed = np.sum(right[full] * count[full]) / count.sum(), np.sum(sure[full] * count[full]) / count.sum()
    told = f"sure of {_roughly(claimed)}, read correctly {_roughly(share)}"
    groups = f"{len(truths)} readings in groups of sureness, at temperature {ink.number(temperature)}"
    return figure.saying(f"{groups}. On average they are {told}.")
