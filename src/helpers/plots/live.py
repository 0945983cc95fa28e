"""The curves of the training panel, drawn while a network trains: axes that stay, so that only the curves move."""

import numpy as np

from helpers.plots.drawing import Drawing, Panel
from helpers.plots.ink import COLOURS, number, percent, size, text
from helpers.plots.letters import SMALL, width_of
from helpers.plots.training import smoothed

TOPS = (3, 10, 30, 100, 300, 1000)  # where the axis of the loss ends, in nats
MOST_POINTS = 300
ROOM = 96  # pixels for the words at the curves' ends


def live_curves(loss, evaluated, train_accuracy, val_accuracy, iterations, classes=10, *, width=380, height=290):
    """Above the loss of every mini-batch with its running mean, below the accuracy, over the iterations that are planned.

    loss: (steps,). evaluated: iterations at which accuracy was measured, (E,). train_accuracy, val_accuracy: (E,), 0..1.
    iterations: where the axis ends. classes: the loss of knowing nothing, log(classes), is marked. From a loss on that is no
    finite number nothing is drawn. The axis of the loss ends at 3, and where the running mean rises above it at 10, 30, 100 …
    """
    count, loss = len(loss), np.asarray(loss, dtype=float)
    loss = loss[np.logical_and.accumulate(np.isfinite(loss))]
    mean, last = smoothed(loss, max(1, len(loss) // 50)), max(iterations, count, 1)
    top = next((top for top in TOPS if np.max(mean, initial=0) < top), TOPS[-1])
    drawing, wide = Drawing(width, height), width - 40 - ROOM
    high = (height - 98) / 2
    upper = Panel(drawing, (40, 30, wide, high), (0, last), (0, top))
    lower = Panel(drawing, (40, 64 + high, wide, high), (0, last), (0, 1))
    parts = 3 if str(top).startswith("3") else 2
    upper.frame((), {top * k / parts: f"{top * k // parts}" for k in range(parts + 1)}, "", "loss")
    middle = {0: "0", last / 2: f"{last / 2:,.0f}", last: f"{last:,}"}
    lower.frame(middle, {0: "0 %", 0.5: "50 %", 1: "100 %"}, "", "read correctly")
    drawing.text(50 + wide + width_of(middle[last], SMALL) / 2, height - 22, "iterations", SMALL, text("grey"), "start")
    known = float(upper.y(np.log(classes)))
    drawing.line(40, known, 40 + wide, known, COLOURS["grey"], stroke_dasharray="2 3")
    drawing.text(40 + wide, 16, f"dotted: {number(np.log(classes))}, guessing", SMALL, text("grey"), "end")
    shown = _thinned(len(loss))
    drawing.path(_points(upper, shown + 1, loss[shown]), COLOURS["sky"], stroke_width=0.8)
    drawing.path(_points(upper, shown + 1, mean[shown]), COLOURS["blue"], stroke_width=2, stroke_linejoin="round")
    drawing.path(_points(lower, evaluated, train_accuracy), COLOURS["orange"], stroke_width=2, stroke_dasharray="5 3")
    drawing.path(_points(lower, evaluated, val_accuracy), COLOURS["blue"], stroke_width=2, stroke_linejoin="round")
    _ends(upper, lower, len(loss), mean, evaluated, train_accuracy, val_accuracy)
    return drawing.saying(_story(mean, count, iterations, train_accuracy, val_accuracy))


def _thinned(count):
    """Which of count points are drawn: the last one always, and those drawn stay the same while few more come."""
    every = max(1, -(-count // MOST_POINTS))
    shown = np.arange(0, count, every)
    return shown if not count or shown[-1] == count - 1 else np.append(shown, count - 1)


def _points(panel, at, values):
    """Points in pixels; what is outside lies on the edge."""
    return panel.points(np.asarray(at, dtype=float), np.clip(np.asarray(values, dtype=float), *panel.ylim))


def _ends(upper, lower, count, mean, evaluated, train_accuracy, val_accuracy):
    """A word and the number at the end of each curve, apart from each other."""
    drawing = upper.drawing
    words = [("", 0, 0, "blue")] * 3
    if count:
        words[0] = (
            f"loss {number(mean[-1]) if mean[-1] < 100 else size(mean[-1])}",
            *_points(upper, [count], mean[-1:])[0].tolist(),
            "blue",
        )
    if len(evaluated):
        spots = [_points(lower, evaluated[-1:], values[-1:])[0].tolist() for values in (train_accuracy, val_accuracy)]
        middle, apart = sum(spot[1] for spot in spots) / 2, max(15.0, abs(spots[0][1] - spots[1][1])) / 2
        middle = min(max(middle, lower.box[1] + apart), lower.box[1] + lower.box[3] - apart - 7)
        up = -apart if spots[0][1] <= spots[1][1] else apart
        words[1] = (f"training {percent(train_accuracy[-1])}", spots[0][0], middle + up, "orange")
        words[2] = (f"validation {percent(val_accuracy[-1])}", spots[1][0], middle - up, "blue")
    halo = {"stroke": "#FFFFFF", "stroke_width": 3, "paint_order": "stroke"}  # where the words lie on lines
    for said, x, y, colour in words:
        drawing.text(x + 7, y, said, SMALL, text(colour), "start", "bold", **halo)


def _story(mean, count, iterations, train_accuracy, val_accuracy):
    if not count:
        return "Empty axes for loss and accuracy: nothing is trained yet."
    said = f"After {count:,} of {iterations:,} iterations"
    said += f" the loss is {number(mean[-1])}" if len(mean) else " no loss is a number"
    if len(mean) < count:
        said += ", until it was no finite number" if len(mean) else ""
    if not len(val_accuracy):
        return f"{said}."
    return f"{said}. Read right: {percent(train_accuracy[-1])} of training and {percent(val_accuracy[-1])} of validation images."
