"""Figures of lesson 16, first half: learning by heart, two kinds of decay, a thinned network, changed images, remedies beside
each other, learning curves.
"""

import numpy as np
from matplotlib.ticker import MaxNLocator

from helpers.plots import ink
from helpers.plots.base import new_drawing, new_figure, styled
from helpers.plots.ink import COLOURS, DARK, DASHED, PALE, TRAINING, VALIDATION
from helpers.plots.labels import at_ends, beside

NAMES = ("blue", "orange", "green")


@styled
def by_heart(runs):
    """Training and validation loss on the way, a panel for each run, with a dot at the lowest validation loss.

    runs: {title: {"iteration": (K,), "training": (K,), "validation": (K,)}}, losses in nats.
    """
    figure, panels = new_figure(7.0, 3.3, columns=len(runs), squeeze=False, sharey=True)
    words = []
    for axes, (title, run) in zip(panels[0], runs.items(), strict=True):
        at, losses = run["iteration"], np.asarray(run["validation"])
        axes.plot(at, run["training"], **TRAINING | {"marker": ""})
        axes.plot(at, losses, **VALIDATION | {"marker": ""})
        best = int(np.argmin(losses))
        axes.plot(at[best], losses[best], "o", ms=7, color=COLOURS["blue"], clip_on=False, zorder=3)
        ink.dress(axes, title, xlabel="iteration", xlim=(0, at[-1]))
        axes.xaxis.set_major_locator(MaxNLocator(4, integer=True))
        late = best > len(losses) / 2  # its name stands where the curve is not
        beside(axes, (at[best], losses[best]), "lowest", "blue", (0, -6), va="top", ha="right" if late else "left")
        rise = losses[-1] / losses[best]
        words.append(f"{title}: the validation loss {'rises again' if rise > 1.15 else 'stays near its lowest'}")
    panels[0, 0].set(ylabel="loss (nats)", ylim=(0, 1.05 * max(max(run["validation"]) for run in runs.values())))
    for axes, run in zip(panels[0], runs.values(), strict=True):
        ends = (run["training"][-1], "training", "orange"), (run["validation"][-1], "validation", "blue")
        at_ends(axes, [(run["iteration"][-1], *end) for end in ends])
    return figure.saying(f"Losses while training. The training loss falls to nearly nothing. {'; '.join(words)}.")


@styled
def two_decays(paths):
    """How weights shrink under two kinds of decay.

    paths: {title: {name of a weight: (K,) its size after each step}}; the names are the same in all panels.
    """
    figure, panels = new_figure(7.0, 2.9, columns=len(paths), squeeze=False, sharey=True)
    words = []
    for axes, (title, weights) in zip(panels[0], paths.items(), strict=True):
        for place, path in enumerate(weights.values()):
            look = {"color": COLOURS[NAMES[place % 3]], "ls": ("-", DASHED, ":")[place % 3], "lw": (3.2, 1.8, 1.8)[place % 3]}
            axes.plot(np.arange(len(path)), path, **look)
        ends = ", ".join(f"{name} to {path[-1]:.1f}" for name, path in weights.items())
        words.append(f"{title}: from 1 {ends}")
        ink.dress(axes, title, xlabel="step", xlim=(0, len(path) - 1), ylim=(-0.05, 1.05), yticks=[0, 0.5, 1])
        at_ends(axes, [(len(path) - 1, path[-1], name, NAMES[place % 3]) for place, (name, path) in enumerate(weights.items())])
    panels[0, 0].set_ylabel("weight")
    return figure.saying(f"Weights that the data do not pull at, step by step. {'; '.join(words)}.")


@styled
def thinned(ratio=0.5, draw=0):
    """A network of 6, 10 and 4 units of which dropout leaves some: the hidden ones that are dropped are crosses without wires.

    ratio: the share that is dropped, from 0 to below 1. draw: which random mask, a whole number from 0.
    """
    kept = np.random.default_rng(draw).random(10) >= ratio  # the same numbers for each ratio: units go one by one
    figure, axes = new_drawing(6.4, 2.5, (-0.45, 2.75), (-0.08, 1.08))
    inputs, hidden, outputs = ([(x, y) for y in np.linspace(0.02, 0.98, n)] for x, n in ((0, 6), (1.1, 10), (2.2, 4)))
    alive = [place for place, here in zip(hidden, kept, strict=True) if here]
    wires = [(a, b, ink.GAP) for a in alive for b in (*inputs, *outputs)]
    ink.strokes(axes, wires, color=PALE, lw=0.8)
    dots = {"ls": "", "marker": "o", "ms": 12, "mec": COLOURS["blue"], "mew": 1.6, "zorder": 3}
    ink.line(axes, inputs + outputs, mfc="white", **dots)
    if alive:
        ink.line(axes, alive, mfc=COLOURS["blue"], **dots)
    if gone := [place for place in hidden if place not in alive]:
        ink.line(axes, gone, ls="", marker="x", ms=9, mew=1.8, color=COLOURS["orange"], zorder=3)
    axes.text(
        1.25, 0.5, f"{len(alive)} of 10 kept,\neach times {ink.short(1 / (1 - ratio))}", ha="left", va="center", bbox=ink.BOX
    )
    axes.text(-0.12, 0.5, "inputs", ha="right", va="center")
    axes.text(2.32, 0.5, "scores", ha="left", va="center")
    about = f"A network of which dropout with ratio {ratio:.2g} leaves {len(alive)} of 10 hidden units, each times"
    return figure.saying(f"{about} {ink.short(1 / (1 - ratio))}; the others have no wires, and all scores are there.")


@styled
def changed_images(images, changed, title=""):
    """Images in a first column, and in each row what was made of one.

    images: (N, H, W), ink is 1. changed: (N, K, H, W), K versions of each.
    """
    (count, versions, height, width), gap = np.shape(changed), 1
    rows = np.concatenate([np.asarray(images)[:, None], changed], axis=1)
    step_down, step_right, apart = height + gap, width + gap, 3  # more room behind the originals
    sheet = np.full((count * step_down - gap, (versions + 1) * step_right - gap + apart), np.nan)
    for i, row in enumerate(rows):
        for j, image in enumerate(row):
            left = j * step_right + apart * (j > 0)
            sheet[i * step_down : i * step_down + height, left : left + width] = image
    wide = 6.6
    figure, axes = new_drawing(wide, 0.3 + wide * sheet.shape[0] / sheet.shape[1], (0, 1), (0, 1))
    tall = figure.get_figheight()
    axes.imshow(
        sheet, cmap="gray_r", vmin=-0.15, vmax=1, extent=(0, 1, 0, 1 - 0.3 / tall), aspect="auto", interpolation="nearest"
    )
    axes.set(xlim=(0, 1), ylim=(0, 1))
    axes.text(width / 2 / sheet.shape[1], 1 - 0.15 / tall, "as it was", ha="center", va="center", fontsize=ink.SMALL)
    axes.text(0.55, 1 - 0.15 / tall, title or "changed by chance", ha="center", va="center", fontsize=ink.SMALL)
    return figure.saying(f"{count} digits, each beside {versions} versions of it. {title or 'They are changed by chance'}.")


@styled
def remedies(runs):
    """Each remedy's runs: errors and loss on new images, a mark for each seed and a line at the mean.

    runs: {name: {"new": (S,) accuracies in %, "new_loss": (S,)}}, from top to bottom.
    """
    figure, panels = new_figure(7.0, 0.75 + 0.42 * len(runs), columns=2, sharey=True)
    heights, words = np.arange(len(runs))[::-1], []
    for axes, part, label in zip(
        panels, ("new", "new_loss"), ("errors on new images, %", "loss on new images (nats)"), strict=True
    ):
        first = None
        for height, (name, run) in zip(heights, runs.items(), strict=True):
            values = np.asarray(run[part], dtype=float)
            values = 100 - values if part == "new" else values
            spread = height + np.linspace(-0.2, 0.2, len(values))
            axes.plot(values, spread, "o", ms=5, color=COLOURS["sky"], alpha=0.85)
            axes.plot([values.mean()] * 2, [height - 0.34, height + 0.34], color=DARK, lw=2.2)
            first = values.mean() if first is None else first
            if part == "new":
                words.append(f"{name} {values.mean():.1f} %")
        axes.axvline(first, color=COLOURS["grey"], ls=DASHED, lw=1.2)
        ink.dress(axes, xlabel=label, ylim=(-0.6, len(runs) - 0.4), yticks=heights)
        axes.set_xlim(0)
    panels[0].set_yticks(heights, list(runs))
    return figure.saying(f"Mean errors on new images over {len(values)} seeds: {', '.join(words)}. Beside it the losses.")


@styled
def learning_curve(counts, training, validation):
    """Accuracy against the number of training images, on a logarithmic axis: lines at the means, marks for the seeds.

    counts: (K,). training, validation: (K, S), shares of 1.
    """
    figure, axes = new_figure(6.4, 3.2)
    at = np.log10(counts)
    ends = []
    for part, name, look, colour in (
        (training, "images it\nlearned from", TRAINING, "orange"),
        (validation, "validation\nimages", VALIDATION, "blue"),
    ):
        part = 100 * np.asarray(part)
        axes.plot(at, part.mean(axis=1), **look | {"marker": ""})
        axes.plot(np.repeat(at, part.shape[1]), part.ravel(), ms=5, alpha=0.6, **look | {"ls": ""})
        ends.append((at[-1], part[-1].mean(), name, colour))
    axes.set_xticks(at, map(str, counts))
    ink.dress(axes, xlabel="training images", ylabel="accuracy, %", xlim=(at[0] - 0.04, at[-1] + 0.04))
    at_ends(axes, ends)
    gaps = 100 * (np.mean(training, axis=1) - np.mean(validation, axis=1))
    about = f"Accuracy for {counts[0]} to {counts[-1]} training images. The gap between the two lines"
    return figure.saying(f"{about} shrinks from about {gaps[0]:.0f} to about {gaps[-1]:.0f} points.")
