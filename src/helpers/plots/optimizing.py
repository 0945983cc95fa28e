"""Figures of lesson 14: paths of optimizers, running means, a race over learning rates, schedules.

All but one of them stand under sliders, so they keep to few texts and put logarithms on plain axes.
"""

import numpy as np

from helpers import optimizers, schedules
from helpers.plots.base import COLOURS, new_figure, styled
from helpers.plots.descent import HIGHEST, LOWEST

NAMES = ("SGD", "Momentum", "Nesterov", "AdaGrad", "RMSProp", "Adam")
LOOKS = {  # colour, dash, mark
    "SGD": ("orange", "-", "o"),
    "Momentum": ("blue", (0, (5, 2)), "s"),
    "Nesterov": ("sky", (0, (1, 1.2)), "D"),
    "AdaGrad": ("green", (0, (6, 2, 1, 2)), "^"),
    "RMSProp": ("yellow", (0, (3, 1)), "v"),
    "Adam": ("pink", "-", "X"),
}
START = np.array([-7.0, 2.0])
TURN = {"valley": np.eye(2), "tilted": np.array([[1.0, 1.0], [-1.0, 1.0]]) / np.sqrt(2)}  # rows: along the floor, across it
TITLES = {"valley": "valley", "tilted": "tilted valley"}
BENDS = np.array([0.05, 1.0])
SHOWN = {"valley": (-9.5, 9.5, -4.75, 4.75), "tilted": (-8.5, 8.5, -8.5, 8.5)}


def landscape(points, function="valley"):
    """u²/20 + v², where u and v are x₀ and x₁, or (tilted) the same turned by 45 degrees. points: (N, 2). Returns (N,)."""
    with np.errstate(over="ignore", invalid="ignore"):  # a walk may fly off as far as numbers go
        return (np.asarray(points, dtype=float) @ TURN[function].T) ** 2 @ BENDS


def optimizer_walk(optimizer, iterations, function="valley"):
    """The path of an optimizer of helpers from (-7, 2), or that point turned by 45 degrees. Returns (iterations + 1, 2)."""
    turn = TURN[function]
    params = {"x": turn.T @ START}
    path = [params["x"].copy()]
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(iterations):
            optimizer.update(params, {"x": turn.T @ (2 * BENDS * (turn @ params["x"]))})
            path.append(params["x"].copy())
    return np.array(path)


def _short(value):
    """0.013, 8.1e-9, 3.5e12: two digits, as people write them."""
    value = float(value) * (1 + 1e-9)  # 6.45 up, however it was rounded on the way
    if not np.isfinite(value):
        return "more than 1e300"
    if value == 0 or 0.001 <= abs(value) < 100:
        return f"{value:.2g}"
    digits, power = f"{value:.1e}".split("e")
    return f"{digits}e{int(power)}"


def _roughly(share):
    """In bands so broad that a few images more or less do not change them."""
    if share > 0.93:
        return "over 93 %"
    return "80 to 93 %" if share > 0.8 else "50 to 80 %" if share > 0.5 else "under 50 %"


def _rings(function):
    angle = np.linspace(0, 2 * np.pi, 97)
    circle = np.stack([np.cos(angle) / np.sqrt(BENDS[0]), np.sin(angle)])
    gap = np.full((2, 1), np.nan)
    return np.hstack([part for level in np.arange(0.5, 4.1, 0.5) for part in (TURN[function].T @ circle * level, gap)])


@styled
def optimizer_path(optimizer="SGD", lr=0.95, iterations=30, function="valley"):
    """The path of one optimizer on contour lines, and f after each iteration.

    optimizer: SGD, Momentum, Nesterov, AdaGrad, RMSProp or Adam. lr: learning rate. iterations: steps, 0 or more.
    function: "valley" or "tilted". Start a diamond, end a cross.
    f on a logarithmic axis, from 1e-4 to 10 if that is enough, else from 1e-12 to 1e6.
    """
    path = optimizer_walk(getattr(optimizers, optimizer)(lr), iterations, function)
    f = landscape(path, function)
    figure, (left, right) = new_figure(7.0, 3.5, columns=2, gridspec_kw={"width_ratios": [1.35, 1]})
    figure.get_layout_engine().set(wspace=0.08)
    left.plot(*_rings(function), color=COLOURS["grey"], linewidth=0.6, alpha=0.7)
    drawn = np.clip(np.nan_to_num(path, nan=1e4), -1e4, 1e4)
    left.plot(*drawn.T, "-o", markersize=3.5, linewidth=1.2, color=COLOURS["orange"])
    left.plot(*drawn[0], "D", color="black", markersize=6)
    left.plot(*drawn[-1], "X", color=COLOURS["green"], markeredgecolor="black", markersize=7)
    x_low, x_high, y_low, y_high = SHOWN[function]
    left.set(xlim=(x_low, x_high), ylim=(y_low, y_high), aspect="equal", xlabel="x₀", ylabel="x₁")
    left.set(xticks=[-8, -4, 0, 4, 8], yticks=[-4, 0, 4] if function == "valley" else [-8, -4, 0, 4, 8])
    left.grid(False)
    left.set_title(f"{optimizer}, lr = {lr:.3g}, {TITLES[function]}", fontsize=10, y=1.0)
    f = np.nan_to_num(f, nan=np.inf, posinf=np.inf)
    near = f.min() >= 1e-4 and f.max() <= 10  # two scales, so that the axis rarely jumps under the slider
    lowest, highest = (-4, 1) if near else (LOWEST, HIGHEST)
    shown = np.clip(f, 10.0**lowest, 10.0 ** (highest + 1))
    right.plot(np.arange(iterations + 1), np.log10(shown), "-o", markersize=2.5, color=COLOURS["blue"])
    last, margin = max(10, iterations), (highest - lowest) / 45
    right.set(xlim=(-0.04 * last, 1.08 * last), ylim=(lowest - margin, highest + margin), xlabel="iteration", ylabel="f")
    right.set_xticks([0, last // 2, last])
    ticks = {-4: "1e-4", -2: "0.01", 0: "1"} if near else {-12: "1e-12", -6: "1e-6", 0: "1", 6: "1e6"}
    right.set_yticks(list(ticks), list(ticks.values()))
    right.set_title(f"f at the end: {_short(f[-1])}", fontsize=10, y=1.0)
    for axes, below, beside in ((left, -0.22 if function == "valley" else -0.11, -0.12), (right, -0.11, -0.2)):
        axes.xaxis.set_label_coords(0.5, below)  # measuring all tick labels for it takes too long under a slider
        axes.yaxis.set_label_coords(beside, 0.5)
    lost = np.flatnonzero((path[:, 0] < x_low) | (path[:, 0] > x_high) | (path[:, 1] < y_low) | (path[:, 1] > y_high))
    away = f" It leaves the picture at iteration {lost[0]}." if len(lost) else ""
    across = np.sign(path @ TURN[function][1])
    figure.alt = (
        f"{optimizer} with learning rate {lr:.3g} in the {TITLES[function]}: in {iterations} iterations f goes from "
        f"{_short(f[0])} to {_short(f[-1])}, and the path changes sides {np.sum(across[1:] * across[:-1] < 0)} times.{away}"
    )
    return figure


@styled
def running_means(beta=0.9, corrected=False):
    """A running mean of noisy numbers, and the weights with which it remembers them.

    beta: how much is kept of the old mean, 0 <= beta < 1. corrected: draw the mean divided by 1 - beta^t as well.
    The numbers are 100 drawn around a slow wave, from a fixed seed.
    """
    count = 100
    wave = 1 + 0.4 * np.sin(np.arange(count) / 16)
    values = wave + 0.5 * np.random.default_rng(3).standard_normal(count)
    mean, means = 0.0, []
    for value in values:
        mean = beta * mean + (1 - beta) * value
        means.append(mean)
    means, t = np.array(means), np.arange(1, count + 1)
    figure, (left, right) = new_figure(7.0, 3.1, columns=2, gridspec_kw={"width_ratios": [1.5, 1]})
    left.plot(t, values, ".", color=COLOURS["grey"], markersize=4, label="single numbers")
    left.plot(t, means, color=COLOURS["blue"], label="running mean")
    if corrected:
        left.plot(t, means / (1 - beta**t), ls=(0, (4, 2)), color=COLOURS["orange"], label="corrected")
    left.set(xlabel="t", ylabel="value", ylim=(-0.6, 3.9), xlim=(0, count + 1), yticks=[0, 1, 2])
    left.set_title(f"β = {beta:g}", fontsize=10, y=1.0)
    left.legend(loc="upper center", ncols=3, fontsize=8, columnspacing=1, handlelength=1.6)
    age = np.arange(40)
    weights = (1 - beta) * beta**age
    reach = 1 / (1 - beta)
    right.fill_between(np.append(age, 40), np.append(weights, weights[-1]), step="post", color=COLOURS["sky"])
    right.axvline(min(reach, 40), color=COLOURS["orange"], ls="--")
    right.set(xlabel="steps ago", ylabel="weight", xlim=(0, 40), ylim=(0, 1.1 * weights[0]), xticks=[0, 20, 40])
    right.set_yticks([0, weights[0]], ["0", f"{weights[0]:.2g}"])
    right.set_title(f"1/(1 − β) = {reach:.3g}", fontsize=10, y=1.0)
    for axes, beside in ((left, -0.09), (right, -0.13)):
        axes.xaxis.set_label_coords(0.5, -0.12)
        axes.yaxis.set_label_coords(beside, 0.5)
    fixed = f" Corrected, the first one is {values[0]:.2f}." if corrected else ""
    figure.alt = (
        f"Noisy numbers and their running mean with beta {beta:g}. The first number is {values[0]:.2f}, the first mean "
        f"{means[0]:.2f}.{fixed} The weights fall from {weights[0]:.2g} for the newest number; they reach back about "
        f"{reach:.3g} steps."
    )
    return figure


@styled
def race(grid, optimizer, place):
    """Validation accuracy of all optimizers over their learning rates, and the learning curves of one cell.

    grid: {optimizer: {rate: list of History, one a seed}}, rates rising. optimizer, place: the cell to show, place from 1.
    A history that is None stands for a run that came to no number, and counts as 0.
    """
    figure, (left, right) = new_figure(7.0, 3.4, columns=2, gridspec_kw={"width_ratios": [1.25, 1]})
    for name, runs in grid.items():
        colour, dash, mark = LOOKS[name]
        ends = [np.mean([_end(run) for run in cell]) for cell in runs.values()]
        wide = 2.6 if name == optimizer else 1.1
        left.plot(np.log10(list(runs)), ends, ls=dash, marker=mark, ms=4.5, lw=wide, color=COLOURS[colour], label=name)
    rates = list(grid[optimizer])
    rate = rates[place - 1]
    cell = grid[optimizer][rate]
    here = float(np.mean([_end(run) for run in cell]))
    left.plot(np.log10(rate), max(here, 0.75), "o", ms=14, mfc="none", mec="black", mew=1.6)
    left.set(xlim=(-3.5, 0.5), ylim=(0.73, 1.0), xlabel="learning rate", ylabel="validation accuracy", yticks=[0.75, 0.8, 0.9, 1])
    left.set_xticks([-3, -2, -1, 0], ["0.001", "0.01", "0.1", "1"])
    left.set_title("at the end, mean over seeds", fontsize=10, y=1.0)
    left.legend(loc="lower left", fontsize=8, ncols=2, columnspacing=0.8, handlelength=2.2)
    for number, run in enumerate(cell):
        if run is not None:
            right.plot(
                run.evaluated, run.val_accuracy, color=COLOURS[LOOKS[optimizer][0]], ls=("-", "--", ":")[number % 3], lw=1.6
            )
    count = next(run.evaluated[-1] for runs in grid.values() for cell in runs.values() for run in cell if run is not None)
    right.set(xlim=(0, count), ylim=(0, 1.03), xlabel="iteration", xticks=[0, count // 2, count], yticks=[0, 0.5, 1])
    right.set_title(f"{optimizer}, lr = {rate:g}: {len(cell)} seeds", fontsize=10, y=1.0)
    for axes in (left, right):
        axes.xaxis.set_label_coords(0.5, -0.12)
    left.yaxis.set_label_coords(-0.14, 0.5)
    figure.alt = (
        f"Validation accuracy of {', '.join(grid)} over their learning rates. {optimizer} with learning rate {rate:g} ends at "
        f"{_roughly(here)}; beside it are its learning curves, one for each of {len(cell)} seeds."
    )
    return figure


def _end(run):
    return 0.0 if run is None else run.val_accuracy[-1]


@styled
def contest(runs, every=10):
    """Each optimizer at its own best rate: the loss on the way, and where each seed ends.

    runs: {optimizer: list of History, one a seed}, all equally long. every: iterations that are averaged into one point.
    """
    figure, (left, right) = new_figure(7.0, 3.3, columns=2, gridspec_kw={"width_ratios": [1.25, 1]})
    figure.get_layout_engine().set(wspace=0.06)
    ends = {}
    for row, (name, histories) in enumerate(runs.items()):
        colour, dash, mark = LOOKS[name]
        losses = np.array([history.loss for history in histories])
        losses = losses[:, : losses.shape[1] // every * every].reshape(len(histories), -1, every).mean(axis=(0, 2))
        at = (np.arange(len(losses)) + 0.5) * every
        look = {"color": COLOURS[colour], "marker": mark}
        left.plot(at, np.log10(losses), ls=dash, ms=4.5, markevery=(row, 8), lw=1.5, label=name, **look)
        ends[name] = np.array([history.val_accuracy[-1] for history in histories])
        height = len(runs) - 1 - row
        spread = height + np.linspace(-0.25, 0.25, len(histories))
        right.plot(100 * ends[name], spread, ls="", ms=5, alpha=0.8, **look)
        right.plot([100 * ends[name].mean()] * 2, [height - 0.38, height + 0.38], color="black", lw=2)
    left.set_yticks([-3, -2, -1, 0], ["0.001", "0.01", "0.1", "1"])
    left.set(xlabel="iteration", ylabel="loss (nats)")
    left.set_title("training loss, mean over seeds", fontsize=10)
    left.legend(loc="lower left", fontsize=8.5, ncols=2, columnspacing=0.8, handlelength=2.4)
    left.set_ylim(left.get_ylim()[0] - 0.5, None)
    right.set_yticks(np.arange(len(runs))[::-1], list(runs))
    right.set(xlabel="validation accuracy in %", ylim=(-0.6, len(runs) - 0.4))
    right.set_title("one mark a seed, line: mean", fontsize=10)
    means = [values.mean() for values in ends.values()]
    within = max(np.ptp(values) for values in ends.values())
    figure.alt = (
        f"The training loss of {', '.join(runs)}, each at its own best rate, and the validation accuracy of "
        f"{len(next(iter(ends.values())))} seeds of each. The lowest mean is {_roughly(min(means))}. The means lie "
        f"{'closer together' if np.ptp(means) < within else 'further apart'} than the seeds of the most scattered optimizer."
    )
    return figure


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
    figure, axes = new_figure(6.4, 3.0)
    t = np.arange(1, iterations + 1)
    looks = (("grey", ":"), ("blue", (0, (5, 2))), ("sky", "-"), ("orange", "-"))
    parts = []
    for (name, schedule), (colour, dash) in zip(kinds.items(), looks, strict=True):
        rates = np.array([schedule(iteration) for iteration in t])
        width = 4.5 if name == "cosine" else 1.8  # after the warm-up the last one lies on top of it
        axes.plot(t, rates / rate, color=COLOURS[colour], ls=dash, lw=width, label=name)
        middle = iterations // 2
        first, half, last = rates[[0, middle - 1, -1]]
        parts.append(f"{name}: {first:.3g} at first, {half:.3g} at iteration {middle}, {last:.2g} at the end")
    axes.set(xlabel="iteration", ylabel="learning rate", ylim=(-0.03, 1.4), xlim=(0, iterations * 1.02))
    axes.set_yticks([0, 0.5, 1], ["0", f"{rate / 2:.3g}", f"{rate:.3g}"])
    axes.set_xticks([0, iterations // 2, iterations])
    axes.legend(loc="upper center", ncols=4, fontsize=8.5, columnspacing=1.2)
    figure.alt = f"Learning rates over {iterations} iterations. {'; '.join(parts)}."
    return figure
