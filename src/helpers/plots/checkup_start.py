"""Figures of lesson 11: the tests of helpers.checkup that come before training, and what all of its figures share."""

import numpy as np

from helpers.plots import ink
from helpers.plots.base import new_figure
from helpers.plots.ink import COLOURS, DARK, DASHED, PALE
from helpers.plots.labels import at_ends

WIDE, HIGH = 4.25, 1.8  # inches, of a panel: they stand in half a page, so panels stand below each other
GOOD = {"color": COLOURS["blue"], "marker": "o"}
BAD = {"color": COLOURS["orange"], "marker": "s"}
TRAIN, VAL = {"color": COLOURS["grey"], "marker": "s"}, {"color": COLOURS["blue"], "marker": "o"}  # neither is ill
LIMIT = {"color": DARK, "ls": DASHED, "lw": 1.2}
OFTEN = "always the most common class"


def log(values, least=1e-12, most=1e12):
    """Logarithms to base ten, with what is too small, too large or no number at the ends."""
    return np.log10(np.clip(np.nan_to_num(np.asarray(values, float), nan=most, posinf=most), least, most))


def powers(low, high, most=5):
    """Places for ticks on an axis of logarithms, and their words."""
    low, high = int(np.floor(low)), int(np.ceil(high))
    places = range(low, high + 1, max(1, -(-(high - low) // (most - 1))))
    return list(places), [ink.power(place) for place in places]


def lost(values):
    """Which values are no numbers, an array of bool."""
    return ~np.isfinite(np.asarray(values, float))


def mark_lost(axes, places, values, height):
    """An orange square for each value that is no number, at this height, and beside it nan or inf."""
    for place, value in zip(places, values, strict=True):
        axes.plot(place, height, ls="", ms=7, **BAD)
        axes.annotate(str(float(value)), (place, height), (0, 7), textcoords="offset points", ha="center", fontsize=ink.SMALL)


def named(axes, names, most=26):
    """Names below an axis, on their side where they would run into each other, and none where they are too many."""
    names = [str(name) for name in names] if len(names) <= most else []
    long = len(names) * max(map(len, names), default=0) > 24
    axes.set_xticks(range(len(names)), names, rotation=90 if long else 0, fontsize=ink.SMALL)


def inputs(numbers):
    """A picture with its label, and how far the inputs of both parts reach."""
    shape = numbers["picture"].shape
    side = int(np.sqrt(shape[0])) if len(shape) == 1 else 0
    picture = numbers["picture"].reshape(side, side) if side > 3 and side * side == shape[0] else None
    if len(shape) == 3:
        picture = numbers["picture"][0] if shape[0] != 3 else numbers["picture"].transpose(1, 2, 0)
    figure, panels = new_figure(WIDE, 2 * HIGH, 2, 2, width_ratios=(1, 1.9))
    (left, middle), right = panels[0], _whole_row(figure, panels)
    left.axis("off")
    if picture is not None:
        if picture.ndim == 3:
            picture = (picture - picture.min()) / max(np.ptp(picture), 1e-9)
        left.imshow(picture, interpolation="nearest")
    ink.dress(left, f"labelled {numbers['label']}" if "label" in numbers else "a sample")
    for place, part in enumerate(numbers["parts"].values()):
        style = (TRAIN, VAL)[place]
        middle.plot([place, place], [part["least"], part["most"]], color=style["color"], lw=1.2)
        low, high = max(part["mean"] - part["spread"], part["least"]), min(part["mean"] + part["spread"], part["most"])
        middle.plot([place, place], [low, high], color=style["color"], lw=7, solid_capstyle="butt", alpha=0.5)
        middle.plot(place, part["mean"], ls="", ms=7, **style)
    _what_bars_mean(middle, numbers["parts"].values())
    gone = sum(part["lost"] for part in numbers["parts"].values())
    title = f"pixels, without {gone} nan or inf" if gone else "all pixels"
    ink.dress(middle, title, xlim=(-0.6, 1.6), xticks=(0, 1), xticklabels=("train", "val"))
    if "shares" in numbers:
        for shares, place, (name, style) in zip(numbers["shares"], (-0.2, 0.2), (("train", TRAIN), ("val", VAL)), strict=True):
            right.bar(np.arange(len(shares)) + place, 100 * shares, 0.4, color=style["color"], label=name)
        named(right, numbers["names"])
        right.set_ylim(0, 130 * max(map(np.max, numbers["shares"])))
        right.legend(ncols=2, fontsize=ink.SMALL, loc="upper center")
    ink.dress(right, "samples per class, %")
    return figure


def _whole_row(figure, panels):
    """The lower two of four panels as a single one."""
    grid = panels[1, 0].get_gridspec()
    for axes in panels[1]:
        axes.remove()
    return figure.add_subplot(grid[1, :])


def _what_bars_mean(axes, parts):
    """A legend above the bars of the pixels: dot, thick and thin."""
    looks = {"mean": {"marker": "o", "ls": ""}, "spread": {"lw": 7, "alpha": 0.5, "solid_capstyle": "butt"}, "all": {"lw": 1.2}}
    for name, look in looks.items():
        axes.plot([], [], color=COLOURS["grey"], label=name, **look)
    low, high = min(part["least"] for part in parts), max(part["most"] for part in parts)
    if np.isfinite([low, high]).all():
        span = max(high - low, 1e-9)
        axes.set_ylim(low - 0.06 * span, high + 0.3 * span)
    axes.legend(
        ncols=3, fontsize=ink.SMALL, loc="upper center", columnspacing=1.1, handletextpad=0.5, handlelength=1.1, borderpad=0
    )


def start_loss(numbers):
    """The loss at the start, beside the one of a network that knows nothing."""
    figure, axes = new_figure(WIDE, 1.9)
    (low, high), loss, expected = numbers["range"], numbers["loss"], numbers["expected"]
    squares = numbers["kind"] == "squared error"
    binary = {"binary cross-entropy": f"{numbers['classes']} · log 2", "binary cross-entropy, mean over the outputs": "log 2"}
    at = log(loss) if np.isfinite(loss) else 1.7
    ends = (log(min(0.1, max(10**at, 1e-3))) - 0.1, max(log(30), at) + 0.35)
    axes.axvspan(log(max(low, 1e-3)), log(high), color=ink.TINT, lw=0)
    axes.axvline(log(expected), **LIMIT)
    healthy = low <= loss - numbers["penalty"] <= high
    axes.plot(at, 0.3, ls="", ms=11, **(GOOD if healthy else BAD))
    word = binary.get(numbers["kind"], f"log {numbers['classes']}")
    word = "outputs that are all 0: 0.5" if squares else f"{word} = {ink.number(expected)}"
    axes.text(log(expected), 0.84, word, ha="center", va="center", fontsize=ink.SMALL, bbox=ink.BOX)
    word = ink.size(loss, 3) if np.isfinite(loss) else str(float(loss))
    axes.text(at, 0.52, word, ha="center", va="center", fontsize=ink.TEXT, bbox=ink.BOX)
    ticks = [place for place in (0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 1e4, 1e6, 1e9, 1e12) if ends[0] <= log(place) <= ends[1]]
    axes.set_xticks(log(ticks), [f"{tick:g}" for tick in ticks])
    reach = f"up to {ink.short(high)}"
    if not squares:
        reach = f"{ink.short(low / expected)} to {ink.short(high / expected)} times the line"
    word = f"band: healthy, {reach};\nsound networks start there"
    ink.dress(axes, "the loss before training", xlabel=word, ylim=(0, 1), yticks=(), xlim=ends)
    axes.spines["left"].set_visible(False)
    return figure


def slopes(numbers):
    """The error of every parameter's slope, and single entries of the one that matters most."""
    errors, first = numbers["errors"], numbers["first"]
    figure, (left, right) = new_figure(WIDE, 2 * HIGH, 2, 1)
    heights, places = log(list(errors.values()), 1e-12, 1), np.arange(len(errors))  # an error of nan counts as 1, the largest
    for style, chosen in ((GOOD, heights <= log(numbers["limit"])), (BAD, heights > log(numbers["limit"]))):
        left.vlines(places[chosen], -12.5, heights[chosen], color=style["color"], lw=1.4)
        left.plot(places[chosen], heights[chosen], ls="", ms=7, **style)
    left.axhline(log(numbers["limit"]), **LIMIT)
    named(left, list(errors))
    left.set_yticks((-12, -9, -6, -3, 0), ["1e-12", "1e-9", "1e-6", "0.001", "1"])
    ink.dress(left, "error of each slope, and the limit", ylim=(-12.5, 0.6), xlim=(-0.7, len(errors) - 0.3))
    if "shapes" in numbers:
        _misshapen(right, numbers, first)
    else:
        _pairs(right, numbers["pairs"], BAD if first else GOOD, first)
    return figure


def _misshapen(axes, numbers, first):
    """A slope of another shape than its parameter: a single number as a line beside the measured entries, else in words."""
    own, due = numbers["shapes"]
    if numbers["said"] is not None and np.isfinite(numbers["said"]) and not lost(numbers["measured"]).any():
        axes.axhline(numbers["said"], color=BAD["color"], lw=1.6)
        axes.plot(range(len(numbers["measured"])), numbers["measured"], ls="", ms=6, **GOOD)
        low, high = min(*numbers["measured"], numbers["said"]), max(*numbers["measured"], numbers["said"])
        span = max(high - low, 1e-9)
        ink.dress(axes, f"entries of {first}", xlabel="entry", ylim=(low - 0.1 * span, high + 0.1 * span))
        last = len(numbers["measured"]) - 1
        axes.set_xlim(-0.3, last + 0.3)
        at_ends(
            axes,
            [(last, numbers["measured"][-1], "measured", "blue"), (last, numbers["said"], "gradient:\none number", "orange")],
        )
        return
    axes.axis("off")
    what = "a single number" if not own else f"shape {own}"
    words = f"gradient(x, t) gives\n{what}\ninstead of shape {due}"
    axes.text(0.5, 0.5, words, ha="center", va="center", fontsize=ink.TEXT, transform=axes.transAxes)
    ink.dress(axes, f"slope of {first}")


def _pairs(axes, pairs, style, first):
    """Entries of one slope: what the gradient says, over what is measured."""
    gone = [pair for pair in pairs if lost(pair).any()]
    pairs = [pair for pair in pairs if not lost(pair).any()]
    if gone:
        word = "/".join(sorted({str(float(one)) for pair in gone for one in pair if lost(one)}))
        word = f"{len(gone)} of {len(gone) + len(pairs)} are {word}"
        axes.text(0.5, 0.9 if pairs else 0.5, word, ha="center", va="center", transform=axes.transAxes, bbox=ink.BOX)
        axes.set(**({} if pairs else {"xticks": (), "yticks": ()}))
    if pairs:
        said, measured = np.transpose(pairs)
        far = 1.15 * max(np.abs(pairs).max(), 1e-12)
        power = int(np.floor(np.log10(far)))
        axes.plot([-far, far], [-far, far], color=PALE, lw=1.2)
        axes.plot(measured, said, ls="", ms=6, alpha=0.8, **style)
        ticks = np.array([-1, 0, 1]) * 10.0**power * max(1, int(far / 10.0**power / 1.2))
        words = [f"{tick:.0e}" if power < -3 and tick else f"{tick:g}" for tick in ticks]
        words = [
            word.replace("e-0", "e-").replace("-", "−", 1) if word.startswith("-") else word.replace("e-0", "e-")
            for word in words
        ]
        axes.set_xticks(ticks, words)
        axes.set_yticks(ticks, words)
        axes.set(xlim=(-far, far), ylim=(-far, far))
    ink.dress(axes, f"entries of {first}" if first else "some entries", xlabel="measured", ylabel="gradient(x, t)")


def doubled_batch(numbers):
    """How many times larger loss and slopes become when the batch is given twice."""
    ratios = {"loss": numbers["losses"][1] / max(abs(numbers["losses"][0]), 1e-300)}
    ratios |= {name: two / one if not one <= 1e-12 else 1.0 for name, (one, two) in numbers["sizes"].items()}
    values = np.minimum(list(ratios.values()), 99)  # nan stays nan
    gone, top = lost(list(ratios.values())), max(2.2, 1.1 * np.max(values, where=np.isfinite(values), initial=0))
    wrong = ~(np.abs(values - 1) <= 1e-4) | [name in numbers.get("wrong", ()) for name in ratios]
    figure, axes = new_figure(WIDE, HIGH)
    axes.axhline(1, **LIMIT)
    for style, chosen in ((GOOD, ~wrong & ~gone), (BAD, wrong & ~gone)):
        axes.plot(np.arange(len(values))[chosen], values[chosen], ls="", ms=8, **style)
    mark_lost(axes, np.flatnonzero(gone), np.array(list(ratios.values()))[gone], 0.8 * top)
    named(axes, list(ratios))
    ink.dress(axes, "the batch twice, over the batch once: loss and slopes", ylim=(0, top))
    axes.set_xlim(-0.7, len(values) - 0.3)
    return figure
