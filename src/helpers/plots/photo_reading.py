"""One photograph on its way through a network: the file, its short side, its middle square, and what is read in it."""

import numpy as np

from helpers.plots import ink
from helpers.plots.base import Figure, fixed_panels, styled
from helpers.plots.ink import COLOURS, DARK, DASHED

PLACES = ((0.01, 0.03, 0.29, 0.8), (0.32, 0.03, 0.21, 0.8), (0.55, 0.03, 0.18, 0.8), (0.82, 0.1, 0.15, 0.66))


@styled
def photo_read(name, pixels, picture, small, square, probabilities, class_names) -> Figure:
    """A photograph, the same resized, the square that is cropped out of it, and the probabilities.

    name: of the file. pixels: (width, height) of the file. picture, small, square: Pillow images, the last one size × size.
    probabilities: (K,). class_names: K texts.
    """
    figure, axes = fixed_panels(7.4, 2.4, *PLACES)
    titles = (f"{pixels[0]:,} × {pixels[1]:,} pixels", f"{small.size[0]} × {small.size[1]}", "its middle square", "probability")
    for panel, shown, title in zip(axes, (picture, small, square), titles, strict=False):
        panel.imshow(np.asarray(shown), interpolation="nearest" if shown is not picture else "antialiased")
        panel.axis("off")
        panel.set_title(title, fontsize=ink.SMALL)
    (width, height), size = small.size, square.size[0]
    left, top = (width - size) // 2 - 0.5, (height - size) // 2 - 0.5
    frame = [(left, top), (left + size, top), (left + size, top + size), (left, top + size), (left, top)]
    ink.line(axes[1], frame, color="white", lw=3, clip_on=False)
    ink.line(axes[1], frame, color=DARK, lw=1.2, ls=DASHED, clip_on=False)
    best, bars = int(np.argmax(probabilities)), axes[3]
    colours = [list(COLOURS.values())[0] if number == best else "#B8B8B8" for number in range(len(probabilities))]
    bars.barh(range(len(probabilities)), probabilities, color=colours)
    bars.set(xlim=(0, 1), xticks=(0, 1), xticklabels=("0", "1"), yticks=range(len(class_names)), yticklabels=class_names)
    bars.invert_yaxis()
    bars.grid(False)
    bars.tick_params(labelsize=ink.SMALL, length=0)
    bars.set_title(titles[3], fontsize=ink.SMALL)
    read = ", ".join(f"{word} {ink.percent(share, 1)}" for word, share in zip(class_names, probabilities, strict=True))
    figure.photo = True
    return figure.saying(
        f"{name}: a picture of {titles[0]}, resized to {titles[1]}, its middle square of {size} × {size} pixels, "
        f"and bars of what the network reads in it: {read}."
    )


@styled
def no_photo() -> Figure:
    """The place of photo_read before there is a photograph."""
    figure, axes = fixed_panels(7.4, 2.4, *PLACES)
    for panel in axes:
        panel.axis("off")
    for panel, words in zip(axes, ("the file", "its short side resized", "its middle square", "probability"), strict=True):
        panel.set_title(words, fontsize=ink.SMALL)
        panel.add_patch(_empty())
    return figure.saying(
        "Four empty frames: the file, its short side resized, its middle square, and the probability of each class."
    )


def _empty():
    from matplotlib.patches import Rectangle

    return Rectangle((0.02, 0.02), 0.96, 0.96, fill=False, ec="#9A9A9A", lw=1, ls=DASHED)
