"""Figures of lesson 18, second half: accuracy against the number of photographs, and what a network looked at."""

import numpy as np

from helpers.plots import ink
from helpers.plots.base import Figure, blank, new_drawing, new_figure, styled
from helpers.plots.images import signed
from helpers.plots.ink import COLOURS, DARK, DASHED
from helpers.plots.labels import at_ends, beside
from helpers.plots.photographs import in_colour, photo


@styled
def by_photographs(test, train=None, chance=50.0) -> Figure:
    """Accuracy against the number of training photographs, on a logarithmic axis: lines at the means, a mark for each seed.

    test: {number of photographs: accuracies in %, one a seed}. train: the same on the photographs it learned from, where they are
    known. chance: the accuracy of guessing, in %.
    """
    figure, axes = new_figure(6.6, 3.2)
    axes.axhline(chance, color=COLOURS["grey"], ls=DASHED, lw=1.2)
    ends = []
    for name, part, look in (("training\nphotographs", train or {}, ink.TRAINING), ("test\nphotographs", test, ink.VALIDATION)):
        counts = sorted(part)
        means = [np.mean(part[count]) for count in counts]
        axes.plot(np.log10(counts), means, **look | {"marker": ""})
        for count in counts:
            axes.plot(np.log10([count] * len(part[count])), part[count], ms=5, alpha=0.6, **look | {"ls": ""})
        if counts and counts[-1] == max(test):
            ends.append((np.log10(counts[-1]), means[-1], name, "orange" if look is ink.TRAINING else "blue"))
        elif counts:  # a curve that ends early has its name there
            beside(axes, (np.log10(counts[-1]), means[-1]), name, "orange", (8, 0), va="center", linespacing=1.05)
    counts = sorted(test)
    axes.text(np.log10(counts[-1]), chance - 1, "guessing", ha="right", va="top", fontsize=ink.SMALL, color=ink.text("grey"))
    axes.set_xticks(np.log10(counts), [f"{count:,}" for count in counts])
    ink.dress(axes, xlabel="photographs to learn from", ylabel="accuracy, %", ylim=(chance - 6, 103))
    at_ends(axes, ends)
    said = ", ".join(f"{count:,} {np.mean(test[count]):.0f} %" for count in counts)
    return figure.saying(f"Mean test accuracy by the number of training photographs: {said}. Guessing is {chance:.0f} %.")


def _map(axes, picture, lost, extent, patch, stride):
    """A picture in pale grey, over it a square about the middle of each covered place: orange where lead is lost."""
    left, right, low, high = extent
    height, width = np.shape(picture)[1:]
    lost, grey = np.asarray(lost), np.asarray(picture).mean(axis=0)
    axes.imshow(0.55 + 0.45 * grey, cmap="gray", vmin=0, vmax=1, extent=extent, aspect="auto", zorder=1)
    x, y = (right - left) / width, (high - low) / height  # a pixel
    first = (patch - stride) / 2  # where the first square begins
    place = (left + first * x, left + (first + stride * lost.shape[1]) * x)
    place += (high - (first + stride * lost.shape[0]) * y, high - first * y)
    limit = max(float(np.abs(lost).max()), 0.1)
    signed(axes, lost, limit, extent=place, aspect="auto", zorder=2).set_alpha(0.15 + 0.7 * np.abs(lost) / limit)


def _slopes(axes, slopes, **place):
    """The sizes of slopes (3, H, W), the largest of a pixel's three, dark where they are large."""
    size = np.abs(slopes).max(axis=0)
    axes.imshow(size, cmap="gray_r", vmin=0, vmax=max(float(np.quantile(size, 0.99)), 1e-12), **place)


def _where(lost):
    """In words, where a map is largest."""
    row, column = np.unravel_index(np.argmax(lost), np.shape(lost))
    down, across = (min(2, 3 * place // count) for place, count in zip((row, column), np.shape(lost), strict=True))
    return f"{('top', 'middle', 'bottom')[down]} {('left', 'centre', 'right')[across]}"


@styled
def looked_at(picture, lost, slopes, title, patch=8, stride=4) -> Figure:
    """One picture, its occlusion map laid over it, and the sizes of the slopes by its pixels.

    picture: (3, H, W), 0..1. lost: (h, w), as helpers.saliency.occlusion_map gives it for this patch and stride, in pixels.
    slopes: (3, H, W), as pixel_slopes gives them for one picture. title: above the picture, such as "cat 97 %".
    """
    figure, axes = new_drawing(7.0, 2.6, (0, 7.0), (0, 2.6))
    most = float(np.max(lost))
    words = (title, f"covered: lead falls by up to {ink.short(max(0.0, most), 1)}", "size of the slopes")
    places = [(left, left + 2.1, 0.1, 2.2) for left in (0.1, 2.45, 4.8)]
    for place, told in zip(places, words, strict=True):
        axes.text(place[0] + 1.05, 2.28, told, ha="center", va="bottom", fontsize=ink.SMALL)
    axes.imshow(in_colour(picture), extent=places[0], aspect="auto")
    _map(axes, picture, lost, places[1], patch, stride)
    _slopes(axes, slopes, extent=places[2], aspect="auto")
    side = 2.1 * patch / np.shape(picture)[-1]
    corner = [(0.1, 2.2), (0.1 + side, 2.2), (0.1 + side, 2.2 - side), (0.1, 2.2 - side), (0.1, 2.2)]
    ink.line(axes, corner, color="white", lw=3)  # how large the patch is
    ink.line(axes, corner, color=DARK, lw=1.3, ls=DASHED)
    axes.set(xlim=(0, 7.0), ylim=(0, 2.6))
    falls = f"Covering {patch} × {patch} pixels takes most away at the {_where(lost)}, {ink.short(max(0.0, most), 1)} of the lead"
    return photo(figure, f"A picture, {' '.join(title.split())}. {falls}. Beside it the sizes of the slopes by its pixels.")


@styled
def looked_at_rows(pictures, lost, slopes, titles, patch=8, stride=4) -> Figure:
    """Several pictures from left to right, and under each its occlusion map and the sizes of its slopes.

    pictures: (N, 3, H, W). lost: N maps. slopes: (N, 3, H, W). titles: N short texts. patch, stride: as for looked_at.
    """
    count = len(pictures)
    side, lines = min(7.0 / count, 1.5), max(title.count("\n") + 1 for title in titles)
    figure, axes = blank(side * count + 0.2, 3 * side + 0.17 * lines, 3, count)
    for column, picture, some, slope, title in zip(axes.T, pictures, lost, slopes, titles, strict=True):
        column[0].imshow(in_colour(picture))
        column[0].set_title(title, fontsize=ink.SMALL, pad=3)
        _map(column[1], picture, some, (0, 1, 0, 1), patch, stride)
        _slopes(column[2], slope)
    for place in axes[1]:
        place.set(xlim=(0, 1), ylim=(0, 1), aspect="equal")
    for place, words in zip(axes[:, 0], ("the picture", "covered", "slopes"), strict=True):
        look = {"rotation": 90, "ha": "right", "va": "center", "transform": place.transAxes, "fontsize": ink.SMALL}
        place.text(-0.05, 0.5, words, **look)
    told = "; ".join(
        f"{' '.join(title.split())}, most is lost at the {_where(some)}" for title, some in zip(titles, lost, strict=True)
    )
    below = "Under each its occlusion map, orange where covering costs lead, and the sizes of its slopes"
    return photo(figure, f"{count} pictures: {told}. {below}.")
