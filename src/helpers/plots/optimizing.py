"""Figures of lesson 14: paths of optimizers, running means, a race over learning rates, schedules."""

from itertools import accumulate, cycle

import numpy as np

from helpers import optimizers, schedules
from helpers.plots.base import new_figure, styled
from helpers.plots.ink import COLOURS, SMALL, TEXT, dress, power, text
from helpers.plots.labels import at_ends
from helpers.plots.landscapes import LANDSCAPES
from helpers.plots.walking import Walk, begin, walk_drawing

LOOKS = {  # colour, dash, mark
    "SGD": ("orange", "-", "o"),
    "Momentum": ("blue", (0, (5, 2)), "s"),
    "Nesterov": ("sky", (0, (1, 1.2)), "D"),
    "AdaGrad": ("green", (0, (6, 2, 1, 2)), "^"),
    "RMSProp": ("yellow", (0, (3, 1)), "v"),
    "Adam": ("pink", "-", "X"),
    "AdamW": ("grey", (0, (4, 1)), "P"),
}
RATES = {"SGD": 0.95, "Momentum": 0.1, "Nesterov": 0.1, "AdaGrad": 1.5, "RMSProp": 0.3, "Adam": 0.3}  # of a textbook's picture


def _looks(names):
    """{name: (colour, dash, mark)}; a name that is not in LOOKS gets one that no other name has, as long as there is one."""
    free = [look for name, look in LOOKS.items() if name not in names] or list(LOOKS.values())
    others = [name for name in names if name not in LOOKS]
    return LOOKS | {name: free[place % len(free)] for place, name in enumerate(others)}


def optimizer_walk(optimizer, iterations, function="valley", start=None):
    """The path of an optimizer of helpers, (iterations + 1, 2). function: "valley" or "tilted". start: (x₀, x₁) or None."""
    start = np.array(begin(function, *(start or (None, None))))
    params, path = {"x": start.copy()}, [start]
    twice = 2 * np.array(LANDSCAPES[function].form)  # the gradient of xᵀ A x is 2 A x
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(iterations):
            optimizer.update(params, {"x": twice @ params["x"]})
            path.append(params["x"].copy())
    return np.array(path)


def _roughly(share):
    """In bands so broad that a few images more or less do not change them."""
    return "over 93 %" if share > 0.93 else "80 to 93 %" if share > 0.8 else "50 to 80 %" if share > 0.5 else "under 50 %"


def optimizer_path(optimizer="SGD", lr=None, iterations=30, function="valley", start0=None, start1=None, others=False):
    """The path of one optimizer on a map from a start that can be dragged, and f after each iteration on a logarithmic axis.

    optimizer: SGD, Momentum, Nesterov, AdaGrad, RMSProp or Adam. lr: learning rate, its own in RATES unless given.
    iterations: steps, 0 or more. function: "valley" or "tilted", the same turned by 45 degrees. start0, start1: where the walk
    begins, (-7, 2) in the valley's own directions unless given. others: whether the other five walk too, pale, each at its
    rate in RATES, or {name: rate} of those that do. Returns a Drawing; its page plays the steps.
    """
    start, lr = begin(function, start0, start1), RATES[optimizer] if lr is None else lr
    rates = {**(RATES if others is True else others or {}), optimizer: lr}
    walks = {
        name: Walk(name, LOOKS[name][0], optimizer_walk(getattr(optimizers, name)(rate), iterations, function, start))
        for name, rate in rates.items()
    }
    walk, land = walks.pop(optimizer), {"valley": "valley", "tilted": "tilted valley"}[function]
    with np.errstate(over="ignore", invalid="ignore"):
        across = np.sign(walk.path[:, 1] - (function == "tilted") * walk.path[:, 0])  # on which side of the valley's floor
    sides = f", and the path changes sides {np.sum(across[1:] * across[:-1] < 0)} times"
    title = (f"in the {land}", f"learning rate {lr:.3g}")
    about = f"{optimizer} with learning rate {lr:.3g} in the {land}"
    return walk_drawing(walk, function, title, about, list(walks.values()), sides)


def momentum_path(momentum=0.9, lr=0.1, iterations=30, start0=None, start1=None):
    """The path of Momentum in the valley, with any share of the velocity kept, and f after each iteration.

    momentum: μ, 0 <= μ < 1; 0 is SGD. lr, iterations, start0, start1: as for `optimizer_path`. Returns a Drawing.
    """
    path = optimizer_walk(optimizers.Momentum(lr, momentum), iterations, start=begin("valley", start0, start1))
    with np.errstate(over="ignore", invalid="ignore"):
        across = np.sign(path[:, 1])
    sides = f", and the path changes sides {np.sum(across[1:] * across[:-1] < 0)} times"
    title = (f"μ = {momentum:.2f}", f"learning rate {lr:.3g}")
    about = f"Momentum with μ = {momentum:.2f} and learning rate {lr:.3g} in the valley"
    return walk_drawing(Walk("Momentum", LOOKS["Momentum"][0], path), "valley", title, about, more=sides)


@styled
def running_means(beta=0.9, corrected=False):
    """A running mean of 100 noisy numbers, the same always, and the weights with which it remembers them.

    beta: how much is kept of the old mean, 0 <= beta < 1. corrected: draw the mean divided by 1 - beta^t as well.
    """
    t = np.arange(1, 101)
    values = 1 + 0.4 * np.sin((t - 1) / 16) + 0.5 * np.random.default_rng(3).standard_normal(100)
    means = np.array(list(accumulate(values, lambda mean, value: beta * mean + (1 - beta) * value, initial=0.0))[1:])
    figure, (left, right) = new_figure(7.0, 3.1, columns=2, width_ratios=[1.5, 1])
    left.plot(t, values, ".", color=COLOURS["grey"], markersize=4)
    left.plot(t, means, color=COLOURS["blue"])
    if corrected:
        left.plot(t, means / (1 - beta**t), ls=(0, (4, 2)), color=COLOURS["orange"])
    settings = {"xlabel": "t", "ylabel": "value", "ylim": (-0.6, 3.6), "xlim": (0, 101), "yticks": [0, 1, 2]}
    dress(left, f"β = {beta:g}", places=(-0.09, -0.12), **settings)
    names = [("grey", "• single numbers"), ("blue", "— running mean"), ("orange", "- - corrected")][: 3 if corrected else 2]
    for place, (colour, words) in zip(
        (0.02, 0.34, 0.66), names, strict=False
    ):  # above the numbers: at its end each meets another
        left.text(place, 0.93, words, transform=left.transAxes, color=text(colour), weight="bold", fontsize=SMALL, va="center")
    age = np.arange(40)
    weights, reach = (1 - beta) * beta**age, 1 / (1 - beta)
    right.fill_between(np.append(age, 40), np.append(weights, weights[-1]), step="post", color=COLOURS["sky"])
    right.axvline(min(reach, 40), color=COLOURS["orange"], ls="--")
    right.set_yticks([0, weights[0]], ["0", f"{weights[0]:.2g}"])
    settings = {"xlim": (0, 40), "ylim": (0, 1.1 * weights[0]), "xticks": [0, 20, 40]}
    dress(right, f"1/(1 − β) = {reach:.3g}", places=(-0.13, -0.12), xlabel="steps ago", ylabel="weight", **settings)
    right.title.set_color(text("orange"))
    first = f"The first number is {values[0]:.2f}, the first mean {means[0]:.2f}."
    first += f" Corrected, the first one is {values[0]:.2f}." if corrected else ""
    fall = f"The weights fall from {weights[0]:.2g} for the newest number; they reach back about {reach:.3g} steps"
    return figure.saying(f"Noisy numbers and their running mean with beta {beta:g}. {first} {fall}.")


@styled
def race(grid, optimizer, place):
    """Validation accuracy of all optimizers over their learning rates, and the learning curves of one cell.

    grid: {optimizer: {rate: list of History, one a seed}}, rates rising. optimizer, place: the cell to show, place from 1.
    A history that is None stands for a run that came to no number, and counts as 0.
    """
    figure, (left, right) = new_figure(7.0, 3.5, columns=2, width_ratios=[1.25, 1])
    looks = _looks(grid)
    for name, runs in grid.items():
        colour, dash, mark = looks[name]
        ends = [np.mean([_end(run) for run in cell]) for cell in runs.values()]
        wide, alpha, above = (2.6, 1.0, 3) if name == optimizer else (1.2, 0.4, 2)
        style = {"ls": dash, "marker": mark, "ms": 4.5, "lw": wide, "alpha": alpha, "zorder": above, "label": name}
        left.plot(np.log10(list(runs)), ends, color=COLOURS[colour], **style)
    rate, cell = list(grid[optimizer].items())[place - 1]
    here = float(np.mean([_end(run) for run in cell]))
    left.plot(np.log10(rate), max(here, 0.75), "o", ms=14, mfc="none", mec="black", mew=1.6)
    settings = {"xlim": (-3.5, 0.5), "ylim": (0.73, 1.0), "xlabel": "learning rate", "ylabel": "validation accuracy"}
    left.set_xticks(range(-3, 1), map(power, range(-3, 1)))
    dress(left, "at the end, mean over seeds", places=(-0.14, -0.12), yticks=[0.75, 0.8, 0.9, 1], **settings)
    legend = figure.legend(loc="outside lower center", ncols=len(grid), columnspacing=1, handlelength=2.2)
    for name, words in zip(grid, legend.get_texts(), strict=True):
        words.set(color=text(looks[name][0]), fontweight="bold" if name == optimizer else "normal")
    for dashes, run in zip(cycle(("-", "--", ":")), cell, strict=False):
        if run is not None:
            right.plot(run.evaluated, run.val_accuracy, color=COLOURS[looks[optimizer][0]], ls=dashes, lw=1.6)
    ends = (run.evaluated[-1] for runs in grid.values() for cell in runs.values() for run in cell if run is not None)
    count = next(ends, 1)  # all may have come to no number
    settings = {"xlim": (0, count), "ylim": (0, 1.03), "xticks": [0, count // 2, count], "yticks": [0, 0.5, 1]}
    dress(right, f"{optimizer}, lr = {rate:.3g}: {len(cell)} seeds", places=(0, -0.12), xlabel="iteration", **settings)
    one = f"{optimizer} with learning rate {rate:g} ends at {_roughly(here)}"
    beside = f"beside it are its learning curves, one for each of {len(cell)} seeds"
    return figure.saying(f"Validation accuracy of {', '.join(grid)} over their learning rates. {one}; {beside}.")


def _end(run):
    return 0.0 if run is None else run.val_accuracy[-1]


@styled
def contest(runs, every=10):
    """Each optimizer at its own best rate: the loss on the way, and where each seed ends.

    runs: {optimizer: list of History, one a seed}, all equally long. every: iterations that are averaged into one point.
    """
    figure, (left, right) = new_figure(7.0, 3.5, columns=2, gridspec_kw={"width_ratios": [1.25, 1]})
    figure.get_layout_engine().set(wspace=0.06)
    ends, looks, least, most = {}, _looks(runs), [], []
    for row, (name, histories) in enumerate(runs.items()):
        colour, dash, mark = looks[name]
        losses = np.array([history.loss for history in histories])
        wide = min(every, losses.shape[1])
        losses = losses[:, : losses.shape[1] // wide * wide].reshape(len(histories), -1, wide).mean(axis=(0, 2))
        at = (np.arange(len(losses)) + 0.5) * wide
        least, most = [*least, np.log10(losses.min())], [*most, np.log10(losses.max())]
        look = {"color": COLOURS[colour], "marker": mark}
        left.plot(at, np.log10(losses), ls=dash, ms=4.5, markevery=(row, 8), lw=1.5, label=name, **look)
        ends[name] = np.array([history.val_accuracy[-1] for history in histories])
        height = len(runs) - 1 - row
        spread = height + np.linspace(-0.25, 0.25, len(histories))
        right.plot(100 * ends[name], spread, ls="", ms=5, alpha=0.8, **look)
        right.plot([100 * ends[name].mean()] * 2, [height - 0.38, height + 0.38], color="black", lw=2)
    low, high = int(np.floor(min(least))), int(np.ceil(max(most)))
    left.set_yticks(range(low, high + 1), map(power, range(low, high + 1)))
    dress(
        left, "training loss, mean over seeds", xlabel="iteration", ylabel="loss (nats)", ylim=(min(least) - 0.1, max(most) + 0.1)
    )
    right.set_yticks(np.arange(len(runs))[::-1], list(runs))
    for name, label in zip(runs, right.get_yticklabels(), strict=True):  # the names of both panels
        label.set(color=text(looks[name][0]), fontsize=TEXT, fontweight="bold")
    dress(right, "one mark per seed, line: mean", xlabel="validation accuracy in %", ylim=(-0.6, len(runs) - 0.4))
    means = [values.mean() for values in ends.values()]
    lie = "closer together" if np.ptp(means) < max(map(np.ptp, ends.values())) else "further apart"
    curves = f"The training loss of {', '.join(runs)}, each at its own best rate"
    seeds = f"the validation accuracy of {len(histories)} seeds of each. The lowest mean is {_roughly(min(means))}"
    return figure.saying(f"{curves}, and {seeds}. The means lie {lie} than the seeds of the most scattered optimizer.")


@styled
def schedule_curves(rate=0.1, warm_up=40, iterations=400):
    """Four learning-rate schedules: held, in steps, half a cosine, and half a cosine after a warm-up.

    rate: the largest rate. warm_up: iterations of it, 0 for none. iterations: length of the run; the steps come at its half.
    """
    cosine = schedules.cosine(rate, iterations)
    kinds = {
        "held": schedules.constant(rate),
        "in steps": schedules.step(rate, max(1, iterations // 2)),
        "cosine": cosine,
        "warm-up, cosine": schedules.warm_up(cosine, warm_up) if warm_up else cosine,
    }
    figure, axes = new_figure(7.0, 3.0)
    t, middle, parts, names = np.arange(1, iterations + 1), iterations // 2, [], []
    looks = (("grey", ":"), ("blue", (0, (5, 2))), ("sky", "-"), ("orange", "-"))
    for (name, schedule), (colour, dash) in zip(kinds.items(), looks, strict=True):
        rates = np.array([schedule(iteration) for iteration in t])
        width = 4.5 if name == "cosine" else 1.8  # after the warm-up the last one lies on top of it
        axes.plot(t, rates / rate, color=COLOURS[colour], ls=dash, lw=width)
        names.append((iterations, rates[-1] / rate, name, colour))
        first, half, last = rates[[0, middle - 1, -1]]
        parts.append(f"{name}: {first:.3g} at first, {half:.3g} at iteration {middle}, {last:.2g} at the end")
    axes.set_yticks([0, 0.5, 1], ["0", f"{rate / 2:.3g}", f"{rate:.3g}"])
    limits = {"ylim": (-0.04, 1.08), "xlim": (0, iterations)}
    dress(axes, None, places=(-0.1, -0.13), xlabel="iteration", ylabel="learning rate", xticks=[0, middle, iterations], **limits)
    at_ends(axes, names, TEXT)
    return figure.saying(f"Learning rates over {iterations} iterations. {'; '.join(parts)}.")
