"""Pictures of digits: galleries, the confusion matrix, what a hidden unit looks for."""

import numpy as np
from matplotlib.patches import Rectangle

from helpers.plots import ink
from helpers.plots.base import blank, new_figure, styled
from helpers.plots.ink import COLOURS


def _as_pictures(images):
    """(N, H, W) from (N, H·W), (N, 1, H, W) or (N, H, W); tables must hold square pictures."""
    images = np.asarray(images)
    if not len(images):
        raise ValueError("there are no pictures to show: the array is empty.")
    if images.ndim == 2:
        side = round(images.shape[1] ** 0.5)
        if side * side != images.shape[1]:
            raise ValueError(f"rows of {images.shape[1]} numbers are no square pictures; give them as (N, H, W).")
        return images.reshape(-1, side, side)
    return images.reshape(len(images), *images.shape[-2:])


def signed(axes, values, limit=None, title=None, **place):
    """Show numbers (H, W) as colours, purple below 0 and orange above. limit: the strongest colour's number, or None."""
    limit = max(1e-6, float(np.abs(values).max() if limit is None else limit))
    if title is not None:
        axes.set_title(title, fontsize=ink.SMALL, pad=3, y=1.0)
    return axes.imshow(values, cmap="PuOr_r", vmin=-limit, vmax=limit, **place)


def edge(axes, left, top, width, height):
    """A thin frame that shows where the paper ends."""
    axes.add_patch(Rectangle((left, top), width, height, fill=False, ec=COLOURS["grey"], lw=0.8, clip_on=False))


def in_rows(pictures, columns, high, *, titles=None, limit=None, framed=False, width=7.0):
    """Pictures (N, H, W) in rows of so many, each row high inches. Returns the figure, its panels and the last picture drawn.

    limit: None for ink on paper, 0 to 1; a number for numbers around 0, as in signed(); "own" for one that suits each picture.
    """
    rows = -(-len(pictures) // columns)
    figure, axes = blank(width, rows * high, rows, columns)
    for number, (place, picture) in enumerate(zip(axes.flat, pictures, strict=False)):
        own = None if limit == "own" else limit
        shown = place.imshow(picture, vmin=0, vmax=1) if limit is None else signed(place, picture, own)
        if titles is not None:
            place.set_title(titles[number], fontsize=ink.SMALL, pad=2)
        if framed:
            edge(place, -0.5, -0.5, *picture.shape[::-1])
    return figure, axes, shown


@styled
def gallery(images, titles=None, columns=10, what="images"):
    """Small pictures in rows, (N, H·W), (N, 1, H, W) or (N, H, W), 0 paper and 1 ink. titles: N short texts. what: their noun."""
    pictures = _as_pictures(images)
    figure = in_rows(pictures, columns, 0.72 + 0.22 * (titles is not None), titles=titles)[0]
    listed = f": {', '.join(map(str, titles))}" if titles is not None else ""
    return figure.saying(f"{len(pictures)} {what} of {pictures.shape[1]} × {pictures.shape[2]} pixels{listed}.")


@styled
def confusion_matrix(counts, class_names):
    """How often class i (row) was read as class j (column): right answers blue, mistakes orange, the stronger the more often.

    counts: int (K, K). class_names: K names.
    """
    counts, size = np.asarray(counts), len(counts) - 0.5
    wrong = np.where(np.eye(len(counts), dtype=bool), 0, counts)
    figure, axes = new_figure(4.8, 4.4)
    for i, j in zip(*np.nonzero(counts), strict=True):
        ground = COLOURS["blue"] if i == j else (COLOURS["orange"], 0.12 + 0.4 * wrong[i, j] / wrong.max())
        axes.add_patch(Rectangle((j - 0.5, i - 0.5), 1, 1, fc=ground, ec="white", lw=1))
        axes.text(j, i, counts[i, j], ha="center", va="center", fontsize=ink.SMALL, color="white" if i == j else ink.DARK)
    axes.set_xticks(range(len(counts)), class_names)
    axes.set_yticks(range(len(counts)), class_names)
    axes.set(xlim=(-0.5, size), ylim=(size, -0.5), aspect="equal", xlabel="read as", ylabel="really")
    axes.grid(visible=False)
    i, j = np.unravel_index(wrong.argmax(), wrong.shape)
    worst = f" Most often mistaken: {class_names[i]} read as {class_names[j]}, {wrong[i, j]} times." if wrong.any() else ""
    right = f"{np.trace(counts)} of them on the diagonal, read correctly"
    return figure.saying(f"Confusion matrix of {counts.sum()} images, {right}.{worst}")


@styled
def preparation(steps):
    """The way from a drawing to a network's input. steps: {title: picture}, as helpers.drawings.prepare returns it."""
    figure, axes = new_figure(7.0, 2.1, 1, len(steps), squeeze=False)
    for number, (place, (title, picture)) in enumerate(zip(axes[0], steps.items(), strict=True), start=1):
        place.imshow(picture, vmin=0, vmax=1)
        place.spines[:].set(visible=True, color=COLOURS["grey"])
        ink.dress(place, f"{number}. {title}", ink.SMALL, xticks=[], yticks=[])
        place.set_xlabel(f"{picture.shape[0]} × {picture.shape[1]}", fontsize=ink.SMALL)
    return figure.saying(f"From a drawing to a network's input in {len(steps)} pictures: {', '.join(steps)}.")


@styled
def weights_as_images(W):
    """The weights into each hidden unit, laid out as the pixels they belong to. W: (H·W, M), a square picture's pixels."""
    pictures = _as_pictures(np.asarray(W).T)
    figure, axes, shown = in_rows(pictures, 10, 0.74, limit=np.abs(W).max())
    figure.colorbar(shown, ax=axes, shrink=0.9, aspect=30, label="weight")
    what = f"The weights of {len(pictures)} hidden units as pictures"
    return figure.saying(f"{what}, orange for positive and purple for negative ones.")


@styled
def units_in_training(before, after, loudest, units):
    """Some hidden units, enlarged, a row each: their weights before and after training, and the pictures at which they say most.

    before, after: (H·W, M), weights of all units. loudest: (U, K, H·W), K pictures for each unit shown. units: their U numbers.
    """
    before, after = (_as_pictures(np.asarray(W)[:, units].T) for W in (before, after))
    limit, columns = max(np.abs(before).max(), np.abs(after).max()), 2 + len(loudest[0])
    figure, axes = blank(7.0, 1.2 * len(units), len(units), columns)
    for row, unit in enumerate(units):
        titles = f"unit {unit}, before", "after"
        for place, weights, title in zip(axes[row], (before[row], after[row]), titles, strict=False):
            shown = signed(place, weights, limit)
            place.set_title(title, fontsize=ink.SMALL, pad=3)
        for number, (place, picture) in enumerate(zip(axes[row, 2:], _as_pictures(loudest[row]), strict=True), start=1):
            place.imshow(picture, vmin=0, vmax=1)
            place.set_title("loudest at" if number == 1 else "", fontsize=ink.SMALL, pad=3)
            edge(place, -0.5, -0.5, *picture.shape[::-1])
    figure.colorbar(shown, ax=axes, shrink=0.9, aspect=30, label="weight")
    named = ", ".join(map(str, units))
    return figure.saying(
        f"The weights of the hidden units {named} as pictures, enlarged: noise before training, areas of positive (orange) and "
        f"negative (purple) weights after it; beside each the {columns - 2} pictures at which it says most."
    )
