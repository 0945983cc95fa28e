"""Figures of lesson 11: what each test of helpers.checkup has found."""

import numpy as np

from helpers.plots import ink
from helpers.plots.base import new_drawing, new_figure, styled
from helpers.plots.ink import COLOURS, DARK, DASHED

SIGNS = {True: ("healthy", "blue"), False: ("ill", "orange"), None: ("cannot be judged here", "grey")}


@styled
def finding(found):
    """What a test has found, drawn: one small picture per test. found: a Finding of helpers.checkup."""
    draw = DRAWERS.get(found.test)
    try:
        figure = draw(found.numbers) if draw else None
    except KeyError:  # the test ended early, and the numbers for its picture are not there
        figure = None
    figure = figure or _card(found)
    return figure.saying(f"Test {found.test}, {SIGNS[found.healthy][0]}: {found.verdict}")


def _card(found):
    figure, axes = new_drawing(6.4, 1.2, (0, 1), (0, 1))
    word, colour = SIGNS[found.healthy]
    axes.text(0.5, 0.5, f"{found.test}: {word}", ha="center", va="center", fontsize=11, color=ink.text(colour))
    return figure


def _start_loss(numbers):
    figure, axes = new_figure(6.4, 2.6)
    axes.bar(["loss at the start", "expected"], [numbers["loss"], numbers["expected"]], color=[COLOURS["blue"], COLOURS["grey"]])
    return figure


def _slopes(numbers):
    figure, axes = new_figure(6.4, 2.6)
    errors = numbers["errors"]
    axes.plot(range(len(errors)), np.log10(np.maximum(1e-12, list(errors.values()))), "o", color=COLOURS["blue"])
    axes.axhline(np.log10(numbers["limit"]), color=DARK, ls=DASHED)
    axes.set_xticks(range(len(errors)), list(errors), rotation=90 if len(errors) > 12 else 0)
    return figure


def _doubled(numbers):
    figure, axes = new_figure(6.4, 2.6)
    ratios = [two / one if one else 1 for one, two in numbers["sizes"].values()]
    axes.bar(list(numbers["sizes"]), ratios, color=COLOURS["blue"])
    return figure


def _one_step(numbers):
    figure, axes = new_figure(6.4, 2.6)
    axes.plot([0, 1], numbers["losses"], "o-", color=COLOURS["blue"])
    return figure


def _handful(numbers):
    figure, axes = new_figure(6.4, 2.6)
    axes.plot(numbers["steps"], numbers["loss"], color=COLOURS["blue"])
    return figure


def _signals(numbers):
    figure, axes = new_figure(6.4, 2.6)
    for when, dash in (("start", DASHED), ("end", "-")):
        slopes = numbers["looks"][when]["slopes"]
        axes.plot(range(len(slopes)), np.log10([max(size, 1e-30) for _, size in slopes]), ls=dash, color=COLOURS["blue"])
    return figure


def _inputs(numbers):
    figure, axes = new_figure(6.4, 2.6)
    for shares, colour, offset in zip(numbers["shares"], ("blue", "orange"), (-0.2, 0.2), strict=True):
        axes.bar(np.arange(len(shares)) + offset, shares, 0.4, color=COLOURS[colour])
    axes.set_xticks(range(len(numbers["names"])), numbers["names"])
    return figure


def _every_class(numbers):
    figure, axes = new_figure(6.4, 2.6)
    places = np.arange(len(numbers["names"]))
    axes.bar(places - 0.2, numbers["true"], 0.4, color=COLOURS["grey"])
    axes.bar(places + 0.2, numbers["given"], 0.4, color=COLOURS["blue"])
    axes.set_xticks(places, numbers["names"])
    return figure


def _seeds(numbers):
    figure, axes = new_figure(6.4, 2.6)
    axes.bar(range(1, 6), numbers["accuracies"], color=COLOURS["blue"])
    axes.axhline(numbers["chance"], color=DARK, ls=DASHED)
    return figure


def _shuffled(numbers):
    figure, axes = new_figure(6.4, 2.6)
    axes.bar(["training part", "validation part"], [numbers["train"], numbers["val"]], color=COLOURS["blue"])
    axes.axhline(numbers["chance"], color=DARK, ls=DASHED)
    return figure


DRAWERS = {
    "inputs": _inputs,
    "start loss": _start_loss,
    "slopes": _slopes,
    "doubled batch": _doubled,
    "one step": _one_step,
    "handful": _handful,
    "signals": _signals,
    "every class": _every_class,
    "several seeds": _seeds,
    "shuffled labels": _shuffled,
}
