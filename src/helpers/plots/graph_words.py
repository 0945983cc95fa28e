"""What a computational graph says: numbers in few characters, the words in its boxes, the sums below it, its alt text."""

from helpers.plots import ink
from helpers.plots.ink import DARK

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SHORT = {"sigmoid": "σ", "minus": "−x"}


def show(number, digits=4, tight=False):
    """A number in few characters: 0.2445, 1500, −3.1e-5. tight: small ones in few digits, so that none gets long."""
    if tight and abs(number) < 0.1:
        return ink.size(number, 2 if abs(number) < 0.01 else 3)
    if 1000 <= abs(number) < 1e6:
        return ink.number(number, 0)
    text = f"{number + 0.0:.{digits}g}"
    return ink.size(number) if "e" in text else text.replace("-", "−")


def symbol(op):
    """An operation as it stands in its badge: +, σ, x², tanh."""
    if op.startswith("power "):
        n = op.removeprefix("power ")
        return f"x{n.translate(SUPERSCRIPT)}" if n.isdigit() else f"^{n}"
    return SHORT.get(op, op)


def name(node):
    """The name of a node, "" for one without; a learner's own Value may have none."""
    return getattr(node, "name", "")


def called(node):
    """A node in a sentence: apples = 200, or 200."""
    return " = ".join(filter(None, [name(node), show(node.data)]))


def box_words(order, slopes, complete, stepping, digits, tight=False):
    """{node: (name, number, slope)} as they stand in the boxes. slope: None where there are none, ? where it is to come.

    tight: as show() takes it.
    """
    words = {}
    for node in order:
        known = None
        if node in slopes:
            known = show(slopes[node], digits, tight) + ("" if node in complete else " + ?")
        elif slopes or stepping:
            known = "?"
        words[node] = ink.subscripts(name(node)), show(node.data, digits, tight), known
    return words


def sums(value, now, slopes, steps, last):
    """What happens at this step: a sentence, and for each input (who gets something and of what, how much).

    now: the node that has just handed on its slope, None at the start.
    """
    if now is None:
        return f"Start: the slope of {called(value)} by itself is 1.", []
    slope, pairs = slopes[now], zip(now.inputs, now.local, strict=True)
    parts = [(f"to {name(to) or show(to.data)}: {show(slope)} · {show(local)} = ", show(slope * local)) for to, local in pairs]
    return f"Turn {steps} of {last}: {called(now)} hands on its slope {show(slope)}, times the local slope:", parts


def draw_sums(drawing, left, top, head, parts, line):
    """The sentence of a step, and below it the sums, one a line with its result in the slopes' colour. line: their distance."""
    drawing.text(left, top + line / 2, ink.subscripts(head), colour=DARK, anchor="start")
    for n, (words, result) in enumerate(parts, start=1):
        drawing.text(left + 14, top + (n + 0.5) * line, ink.subscripts(words), colour=DARK, anchor="start")
        across = left + 14 + drawing.texts[-1][1][2] - drawing.texts[-1][1][0]
        drawing.text(across, top + (n + 0.5) * line, result, colour=ink.text("orange"), anchor="start", weight="bold")


def story(order, slopes, complete, words, title):
    """The alt text of a drawn graph. words: the sentence and the sums of sums(), or None."""
    sources = [f" from {node.op} of {' and '.join(map(called, node.inputs))}" if node.op else "" for node in order]
    made = "; ".join(called(node) + source for node, source in zip(order, sources, strict=True))
    text = f"{title + ': ' if title else ''}a graph of {len(order)} numbers: {made}."
    by = [(name(n) or show(n.data), show(slopes[n]), "" if n in complete else " so far") for n in order if n in slopes]
    known = "; ".join(f"by {who} {slope}{ready}" for who, slope, ready in by)
    text += f" Slopes of the result: {known}." if known else " No slopes yet."
    if words:
        head, parts = words
        text += f" {head} {', '.join(map(''.join, parts))}".rstrip() + "."
    return (text[0].upper() + text[1:]).replace("..", ".").replace("−", "-")
