"""Figures of lesson 17: new digits out of old ones, and what each kind of change is worth."""

import numpy as np

from helpers.augmentation import augment, transformed
from helpers.plots import ink
from helpers.plots.base import new_drawing, new_figure, styled
from helpers.plots.images import edge, signed
from helpers.plots.ink import COLOURS


def _row(axes, pictures, low, size, titles=()):
    """Pictures in a row on one axes measured in inches, from the left; titles stand above."""
    for number, picture in enumerate(pictures):
        left = 0.1 + (size + 0.1) * number
        axes.imshow(picture, vmin=0, vmax=1, extent=(left, left + size, low, low + size), aspect="auto")
        edge(axes, left, low, size, size)
        if titles:
            axes.text(left + size / 2, low + size + 0.06, titles[number], ha="center", va="bottom", fontsize=ink.SMALL)


@styled
def chance_copies(picture, shift=0.0, rotate=0.0, scale=0.0, shear=0.0, alpha=0.0, sigma=4.0, copies=16, seed=0):
    """One digit, large, and copies of it that are changed by chance, as augment(rng, shift=, …) of helpers does.

    picture: (H, W), 0 paper, 1 ink. The strengths are those of helpers.augmentation.augment, for copies in rows of eight.
    """
    picture = np.asarray(picture, dtype=np.float32)
    strengths = {"shift": shift, "rotate": rotate, "scale": scale, "shear": shear, "alpha": alpha}
    change = augment(np.random.default_rng(seed), sigma=sigma, **strengths)
    changed = change(np.repeat(picture[None, None], copies, axis=0))[:, 0]
    rows = -(-copies // 8)
    figure, axes = new_drawing(7.2, 0.3 + 0.79 * rows, (0, 7.2), (0, 0.3 + 0.79 * rows))
    size, high = 0.69, 0.3 + 0.79 * rows
    big = high - 0.35
    axes.imshow(picture, vmin=0, vmax=1, extent=(0.1, 0.1 + big, 0.08, 0.08 + big), aspect="auto")
    edge(axes, 0.1, 0.08, big, big)
    axes.text(0.1 + big / 2, 0.12 + big, "as it is", ha="center", va="bottom", fontsize=ink.SMALL)
    step = (7.1 - 0.45 - big) / 8
    size = min(size, step - 0.06)
    for number, copy in enumerate(changed):
        row, column = divmod(number, 8)
        left, low = 0.45 + big + step * column, high - 0.3 - (row + 1) * (size + 0.08)
        axes.imshow(copy, vmin=0, vmax=1, extent=(left, left + size, low, low + size), aspect="auto")
        edge(axes, left, low, size, size)
    axes.text(0.45 + big + 4 * step, 0.12 + big, f"{copies} copies", ha="center", va="bottom", fontsize=ink.SMALL)
    axes.set(xlim=(0, 7.2), ylim=(0, high))
    strengths["sigma"] = sigma if alpha else 0
    told = ", ".join(f"{name} {ink.short(value)}" for name, value in strengths.items() if value)
    return figure.saying(f"A digit and {copies} copies, changed by chance: {told or 'no change at all'}.")


@styled
def exact_changes(picture, settings):
    """One digit, and what single changes make of it. settings: {title: keywords of helpers.augmentation.transformed}."""
    picture = np.asarray(picture, dtype=np.float32)
    pictures = [transformed(picture[None], **given)[0] for given in settings.values()]
    size = min(1.3, 7.0 / (len(pictures) + 1) - 0.1)
    figure, axes = new_drawing(7.2, size + 0.4, (0, 7.2), (0, size + 0.4))
    _row(axes, [picture, *pictures], 0.08, size, ["as it is", *settings])
    axes.set(xlim=(0, 7.2), ylim=(0, size + 0.4))
    return figure.saying(f"A digit as it is, and changed: {', '.join(settings)}.")


@styled
def displacement(picture, moves, bent):
    """A digit, from how far below and to the right each pixel of the bent one comes, and the digit bent.

    picture, bent: (H, W). moves: (2, H, W), as helpers.augmentation.displacements gives them for one image.
    """
    figure, axes = new_drawing(7.2, 2.05, (0, 7.2), (0, 2.05))
    limit = float(np.abs(moves).max())
    down, across = "comes from below: orange\nfrom above: purple", "from the right: orange\nfrom the left: purple"
    for number, (values, title) in enumerate(((picture, "as it is"), (moves[0], down), (moves[1], across), (bent, "bent"))):
        left = 0.3 + 1.75 * number
        place = {"extent": (left, left + 1.4, 0.1, 1.5), "aspect": "auto"}
        if number in (1, 2):
            signed(axes, values, limit, **place)
        else:
            axes.imshow(values, vmin=0, vmax=1, **place)
        edge(axes, left, 0.1, 1.4, 1.4)
        axes.text(left + 0.7, 1.57, title, ha="center", va="bottom", fontsize=ink.SMALL)
    axes.set(xlim=(0, 7.2), ylim=(0, 2.05))
    most = f"up to about {limit:.0f} pixels"
    told = f"smooth noise that says from how far above or below, left or right, each new pixel comes, {most}"
    return figure.saying(f"A digit, {told}, and the digit bent so.")


@styled
def gains(results, xlabel="validation accuracy in %", base=None):
    """A row for each setting: a mark for each seed, a line at the mean of several.

    results: {name: accuracies in %}. base: the name to compare with.
    """
    figure, axes = new_figure(7.0, 0.9 + 0.36 * len(results))
    for row, (name, values) in enumerate(results.items()):
        values, height = np.asarray(values, dtype=float), len(results) - 1 - row
        look = {"color": COLOURS["blue"], "marker": "o"} if name == base else {"color": COLOURS["orange"], "marker": "s"}
        axes.plot(values, height + (np.linspace(-0.12, 0.12, len(values)) if len(values) > 1 else 0), ls="", ms=6, **look)
        if len(values) > 1:
            axes.plot([values.mean()] * 2, [height - 0.34, height + 0.34], color=ink.DARK, lw=2)
    if base is not None:
        axes.axvline(np.mean(results[base]), color=COLOURS["grey"], lw=1, ls=":")
    low, high = axes.get_xlim()
    if high - low < 0.6:  # a difference of nothing shall not fill the picture
        axes.set_xlim((low + high) / 2 - 0.3, (low + high) / 2 + 0.3)
    axes.set_yticks(np.arange(len(results))[::-1], list(results))
    axes.set(xlabel=xlabel, ylim=(-0.6, len(results) - 0.4))
    parts = ", ".join(f"{name} {np.mean(values):.1f}" for name, values in results.items())
    return figure.saying(f"{xlabel[0].upper()}{xlabel[1:]}, the mean over seeds: {parts}.")
