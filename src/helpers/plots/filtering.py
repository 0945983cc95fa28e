"""Figures of lesson 12: filters and what they make of pictures, orange above 0 and purple below."""

from fractions import Fraction

import numpy as np
from matplotlib.collections import PolyCollection

from helpers.plots import ink
from helpers.plots.base import blank, fixed_panels, styled
from helpers.plots.grids import CORNERS, written
from helpers.plots.images import edge, signed
from helpers.plots.ink import COLOURS

PURPLE, ORANGE = "#6A3D9A", "#D9780F"  # grounds of numbers below and above 0, the hues of signed()


def fraction(value):
    """A kernel's entry as short text: 2, −0.5, 1/9."""
    text = f"{value:g}"
    return written(text if len(text) < 6 else Fraction(float(value)).limit_denominator(99))


def span(values):
    """From where to where numbers go, as text: −1.0 to 2.5."""
    return f"{ink.number(np.min(values), 1)} to {ink.number(np.max(values), 1)}"


def _picture(axes, picture, title):
    axes.imshow(picture, vmin=0, vmax=1)
    edge(axes, -0.5, -0.5, *picture.shape[::-1])
    axes.set_title(title, fontsize=ink.SMALL, pad=3, y=1.0)


def _kernel(axes, kernel, title="", size=ink.SMALL):
    """A kernel's numbers in a grid: orange above 0, purple below, the stronger the further from it."""
    (rows, columns), limit = kernel.shape, max(1e-9, float(np.abs(kernel).max()))
    cells = [CORNERS + (j, i) for i, j in np.ndindex(kernel.shape)]
    faces = [(ORANGE if value > 0 else PURPLE, 0.12 + 0.33 * abs(value) / limit) if value else "white" for value in kernel.flat]
    axes.add_collection(PolyCollection(cells, facecolors=faces, edgecolors=COLOURS["grey"], linewidths=0.8))
    for (i, j), value in np.ndenumerate(kernel):
        text = fraction(value)
        axes.text(j + 0.5, i + 0.5, text, ha="center", va="center", size=size if len(text) < 4 else ink.SMALL)
    axes.set(xlim=(-0.1, columns + 0.1), ylim=(rows + 0.1, -0.1), aspect="equal")
    axes.set_title(title, fontsize=ink.SMALL, pad=3, y=1.0)


@styled
def filters(picture, found):
    """One picture (H, W) and what several filters make of it. found: {name: (kernel, result)}, both 2-D, drawn in a column."""
    figure, axes = blank(7.2, 3.0, 2, len(found) + 1)
    _picture(axes[1, 0], picture, "picture")
    for column, (name, (kernel, result)) in zip(axes[:, 1:].T, found.items(), strict=True):
        _kernel(column[0], np.asarray(kernel), name, size=ink.TEXT)
        signed(column[1], result, title=span(result))
    key = "orange: above 0\nwhite: 0\npurple: below 0\n(each result has\nits own scale)"
    axes[0, 0].text(0.5, 0.5, key, ha="center", va="center", size=ink.SMALL)
    said = ", ".join(f"{name} from {span(result)}" for name, (_, result) in found.items())
    return figure.saying(f"A picture and what {len(found)} filters make of it: {said}.")


@styled
def filtered(picture, kernel, result):
    """A picture, a kernel with its numbers, and the result. picture, kernel, result: 2-D arrays."""
    kernel = np.asarray(kernel, dtype=float)
    figure, axes = fixed_panels(7.0, 2.4, *((left, 0.03, 0.29, 0.29 * 7.0 / 2.4) for left in (0.03, 0.355, 0.68)))
    for place in axes:
        place.axis("off")
    _picture(axes[0], picture, f"picture {picture.shape}")
    _kernel(axes[1], kernel, f"kernel, sum {fraction(round(kernel.sum(), 9) + 0.0)}", size=ink.TITLE)
    signed(axes[2], result, title=f"result {result.shape}: {span(result)}")
    numbers = "; ".join(" ".join(map(fraction, row)) for row in kernel)
    return figure.saying(f"A picture, the kernel {numbers}, and the result, from {span(result)}; orange above 0, purple below.")


@styled
def channel_sum(picture, W, parts):
    """A colour picture (3, H, W), the kernel for each channel, W (3, FH, FW), the results, parts (3, OH, OW), and their sum."""
    figure, axes = blank(7.0, 4.6, 3, 4, height_ratios=[1, 0.62, 1])
    figure.photo = True  # its colours are what it is about
    names, total = ("red", "green", "blue"), np.sum(parts, axis=0)
    limit = max(np.abs(parts).max(), np.abs(total).max())
    for column, name, channel, kernel, part in zip(axes[:, :3].T, names, picture, W, parts, strict=True):
        column[0].imshow(channel, vmin=0, vmax=1, cmap="gray")
        column[0].set_title(f"{name} channel", fontsize=ink.SMALL, pad=3)
        _kernel(column[1], kernel)
        signed(column[2], part, limit, span(part))
    axes[0, 3].imshow(np.clip(picture.transpose(1, 2, 0), 0, 1))
    axes[0, 3].set_title("in colour", fontsize=ink.SMALL, pad=3)
    axes[1, 3].text(0.5, 0.5, "one filter:\na kernel for\neach channel", ha="center", va="center", size=ink.SMALL)
    signed(axes[2, 3], total, limit, f"their sum: {span(total)}")
    said = "; ".join(f"{name} {span(part)}" for name, part in zip(names, parts, strict=True))
    what = f"A colour picture of {picture.shape[1]} × {picture.shape[2]} pixels, its three channels, and one filter on them"
    return figure.saying(f"{what}. Results: {said}; their sum {span(total)}.")
