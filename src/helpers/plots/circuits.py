"""Figures of lesson 02: a network of two layers with its numbers, gates made of NANDs, and adding made of gates."""

import numpy as np
from matplotlib.patches import Rectangle

from helpers.plots import letters
from helpers.plots.base import new_drawing, styled
from helpers.plots.drawing import Drawing
from helpers.plots.ink import COLOURS, DARK, DASHED, GAP, SMALL, TEXT, TITLE, line, stamp, strokes, text
from helpers.plots.labels import along
from helpers.plots.plane import draw_dots, draw_unit, draw_wire, listed, show, tidy


@styled
def two_layer_diagram(x1, x2, first, second, output):
    """A network of two layers at work. x1, x2: 0 or 1. first, second, output: (w1, w2, b) of s1, s2 and the last neuron."""
    sums = [tidy(x1 * w1 + x2 * w2 + b) for w1, w2, b in (first, second)]
    s = [int(v > 0) for v in sums]
    last = tidy(s[0] * output[0] + s[1] * output[1] + output[2])
    figure, axes = new_drawing(7.0, 3.54, (-0.9, 8.2), (-1.1, 3.5), aspect="equal")
    inputs, hidden = [(0, 2, x1), (0, 0, x2)], [(3.6, 2, s[0]), (3.6, 0, s[1])]
    wires = [(source, end, n[k], 0.3) for k, source in enumerate(inputs) for end, n in zip(hidden, (first, second), strict=True)]
    wires += [(source, (7.2, 1), weight, 0.5) for source, weight in zip(hidden, output[:2], strict=True)]
    for (x, y, carries), (across, up, *_), weight, where in wires:
        draw_wire(axes, [(x, y), (across, up)], carries)
        along(axes, (x, y), (across, up), show(weight), where, 0.2)
    draw_unit(axes, *inputs[0], "x₁")
    draw_unit(axes, *inputs[1], "x₂")
    said = []
    for sign, name, across, up, (*weights, bias), total in (
        ("s₁", "s1", 3.6, 2, first, sums[0]),
        ("s₂", "s2", 3.6, 0, second, sums[1]),
        ("y", "the output neuron", 7.2, 1, output, last),
    ):
        draw_unit(axes, across, up, int(total > 0), sign)
        axes.text(across, up - 0.44, f"b = {show(bias)}\nsum {show(total)}", ha="center", va="top", fontsize=SMALL)
        known = f"weights {', '.join(map(show, weights))} and bias {show(bias)}"
        said.append(f"{name} with {known} has the sum {show(total)} and says {int(total > 0)}")
    heads = ((0, "input\n(not counted)"), (3.6, "layer 1\n(hidden layer)"), (7.2, "layer 2\n(output layer)"))
    for across, head in heads:
        axes.text(across, 3.42, head, ha="center", va="top", fontsize=SMALL, color=text("grey"))
    return figure.saying(f"A network of two layers. Inputs {x1} and {x2}; {'; '.join(said)}.")


@styled
def four_nands(x1, x2):
    """XOR made of four NAND gates, with the value on every wire. x1, x2: 0 or 1."""
    n = 1 - x1 * x2
    top, low = 1 - x1 * n, 1 - x2 * n
    y = 1 - top * low
    figure, axes = new_drawing(7.0, 2.6, (-0.5, 9.2), (-0.6, 3.0), aspect="equal")
    draw_wire(axes, [(0, 2.2), (5.0, 2.2)], x1)
    draw_wire(axes, [(0.9, 2.2), (0.9, 1.3), (2.4, 1.3)], x1)
    draw_wire(axes, [(0, 0), (5.0, 0)], x2)
    draw_wire(axes, [(0.9, 0), (0.9, 0.9), (2.4, 0.9)], x2)
    draw_wire(axes, [(2.4, 1.1), (3.75, 1.1), (3.75, 1.8), (5.0, 1.8)], n)
    draw_wire(axes, [(3.75, 1.1), (3.75, 0.4), (5.0, 0.4)], n)
    draw_wire(axes, [(5.0, 2.0), (6.3, 2.0), (6.3, 1.3), (7.0, 1.3)], top)
    draw_wire(axes, [(5.0, 0.2), (6.3, 0.2), (6.3, 0.9), (7.0, 0.9)], low)
    draw_wire(axes, [(7.0, 1.1), (8.9, 1.1)], y)
    line(axes, [(0.9, 2.2), (0.9, 0), (3.75, 1.1)], ls="", marker="o", ms=5, color=DARK, mew=0, zorder=2)
    for x, up in ((2.4, 1.1), (4.7, 2.0), (4.7, 0.2), (7.0, 1.1)):
        axes.add_patch(Rectangle((x - 0.55, up - 0.42), 1.1, 0.84, fc="white", ec=DARK, lw=1.5, zorder=3))
        axes.text(x, up, "NAND", ha="center", va="center", fontsize=SMALL, zorder=4)
    for x, up, digit in ((3.33, 1.36, f"n={n}"), (5.75, 2.26, top), (5.75, 0.46, low)):
        axes.text(x, up, f"{digit}", ha="center", va="center", weight="bold")
    draw_unit(axes, 0, 2.2, x1, "x₁")
    draw_unit(axes, 0, 0, x2, "x₂")
    draw_unit(axes, 8.8, 1.1, y, "output")
    first = f"The first sees the inputs {x1} and {x2} and says {n}; the second sees x1 and that {n} and says {top}"
    third = f"the third sees x2 and that {n} and says {low}; the fourth sees both and says {y}"
    return figure.saying(f"Four NAND gates. {first}; {third}.")


@styled
def adder(a, b):
    """Two numbers from 0 to 15 added by four full adders: their bits, the carries and the five bits of the sum."""
    for number in (a, b):
        if not 0 <= number <= 15:
            raise ValueError(f"four bits hold whole numbers from 0 to 15; this one is {number}.")
    places = np.arange(4)
    bits_a, bits_b, total = (a >> places) & 1, (b >> places) & 1, (a + b >> np.arange(5)) & 1
    carries = [(a % 2**place + b % 2**place) >> place for place in range(5)]
    figure, axes = new_drawing(7.0, 3.6, (-3.0, 11.0), (-2.1, 5.1))
    across = 8.0 - 2 * places
    wires = {0: [], 1: []}
    for x, p, q, c, s in zip(across, bits_a, bits_b, carries[:4], total[:4], strict=True):
        wires[int(p)].append([(x - 0.35, 3.7), (x - 0.35, 1.6), GAP])
        wires[int(q)].append([(x + 0.35, 2.7), (x + 0.35, 1.6), GAP])
        wires[c].append([(x + (1.4 if x == 8 else 1.3), 1.0), (x + 0.7, 1.0), GAP])
        wires[int(s)].append([(x, 0.4), (x, -0.5), GAP])
    wires[carries[4]].append([(1.3, 1.0), (0, 1.0), (0, -0.5), GAP])
    for value, pieces in wires.items():
        strokes(axes, pieces, color=DARK, zorder=1, lw=2 if value else 1, ls="-" if value else DASHED)
    boxes = [[(x - 0.7, 0.4), (x + 0.7, 0.4), (x + 0.7, 1.6), (x - 0.7, 1.6), (x - 0.7, 0.4), GAP] for x in across]
    strokes(axes, boxes, color=DARK, lw=1.6, zorder=2)
    stamp(axes, "full", [(x, 1.2) for x in across])
    stamp(axes, "adder", [(x, 0.8) for x in across])
    spots = [(x - 0.35, 3.7) for x in across] + [(x + 0.35, 2.7) for x in across] + [(x, -0.8) for x in (*across, 0.0)]
    draw_dots(axes, spots, [*bits_a, *bits_b, *total], size=17)
    carried = np.array([(x + 1.0, 1.4) for x in (*across, 0.0)])
    for digit in (0, 1):
        if len(at := carried[np.array(carries) == digit]):
            stamp(axes, str(digit), at, TITLE, text("orange"), "bold")
    for x, worth in zip((*across, 0.0), (1, 2, 4, 8, 16), strict=True):
        axes.text(x, -1.35, f"{worth}s", ha="center", va="top", fontsize=SMALL, color=text("grey"))
    axes.text(-2.8, 3.7, f"a = {a}", va="center", fontsize=TITLE)
    axes.text(-2.8, 2.7, f"b = {b}", va="center", fontsize=TITLE)
    axes.text(-2.8, 1.4, "carries", va="center", fontsize=TEXT, color=text("orange"))
    axes.text(-2.8, -0.8, f"sum = {a + b}", va="center", fontsize=TITLE, weight="bold")
    axes.text(4.0, 4.95, f"{a} + {b} = {a + b}", ha="center", va="top", fontsize=TITLE)
    bits = f"{a:04b} + {b:04b} = {a + b:05b}; carries into the places 16, 8, 4, 2: {listed(carries[:0:-1])}"
    return figure.saying(f"{a} + {b} = {a + b} with four full adders. In bits, highest first: {bits}.")


def full_adder_inside(p=1, q=0, carry=1):
    """The inside of a full adder: two half adders and an OR, with the bit on every wire. p, q, carry: 0 or 1, to be pressed."""
    part, carry1 = p ^ q, p & q
    total, carry2 = part ^ carry, part & carry
    out = carry1 | carry2
    drawing = Drawing(740, 312)
    for (left, top), name in (((122, 34), "half adder"), ((392, 44), "half adder")):
        drawing.rect(left, top, 172, 152, "#F6F6F6", rx=8, stroke=COLOURS["grey"], stroke_dasharray="2 3")
        drawing.text(left + 8, top - 10, name, letters.SMALL, text("grey"), "start")
    ways = (
        (p, [(56, 64), (204, 64), GAP, (150, 64), (150, 139), (204, 139)]),
        (q, [(56, 114), (172, 114), GAP, (204, 84), (172, 84), (172, 159), (204, 159)]),
        (carry, [(56, 236), (440, 236), (440, 94), (474, 94), GAP, (440, 169), (474, 169)]),
        (part, [(274, 74), (474, 74), GAP, (420, 74), (420, 149), (474, 149)]),
        (carry1, [(274, 149), (332, 149), (332, 270), (606, 270)]),
        (total, [(544, 84), (684, 84)]),
        (carry2, [(544, 159), (582, 159), (582, 250), (606, 250)]),
        (out, [(666, 260), (684, 260)]),
    )
    for bit, way in ways:
        lit = {"stroke_width": 3.2} if bit else {"stroke_width": 1.4, "stroke_dasharray": "5 4"}
        drawing.path(way, COLOURS["orange"] if bit else COLOURS["grey"], **lit)
    for bit, x, y in ((p, 150, 64), (q, 172, 114), (carry, 440, 169), (part, 420, 74)):
        drawing.circle(x, y, 4, COLOURS["orange"] if bit else COLOURS["grey"])
    for x, y, name in ((239, 74, "XOR"), (239, 149, "AND"), (509, 84, "XOR"), (509, 159, "AND"), (636, 260, "OR")):
        wide = 30 if name == "OR" else 35
        drawing.rect(x - wide, y - 20, 2 * wide, 40, "#FFFFFF", rx=4, stroke=DARK, stroke_width=1.5)
        drawing.text(x, y, name, letters.TEXT, weight="bold")
    for x, y, name, bit in ((302, 60, "part", part), (338, 205, "carry1", carry1), (588, 205, "carry2", carry2)):
        drawing.text(x, y, f"{name} = {bit}", letters.SMALL, anchor="start")
    for name, bit, y in (("p", p, 64), ("q", q, 114), ("carry", carry, 236)):
        with drawing.press({name: 1 - bit}, f"switch {name}", pressed=bool(bit)):
            _bit(drawing, 40, y, bit)
        drawing.text(40, y - 25, name, letters.SMALL)
    for name, bit, y in (("sum", total, 84), ("carry", out, 260)):
        _bit(drawing, 700, y, bit)
        drawing.text(700, y - 25, name, letters.SMALL)
    drawing.text(
        24, 294, f"{p} + {q} + {carry} = {p + q + carry}, in bits {out}{total}", letters.TITLE, anchor="start", weight="bold"
    )
    drawing.text(24, 16, "press p, q or carry", letters.SMALL, text("blue"), "start")
    inner = f"the first half adder makes part {part} and carry1 {carry1}, the second the sum {total} and carry2 {carry2}"
    return drawing.saying(f"A full adder from inside. Bits {p}, {q}, {carry}: {inner}; OR of both carries: carry {out}.")


def _bit(drawing, x, y, bit):
    """A circle with a bit, filled where it is 1."""
    ground, ink = (COLOURS["blue"], "#FFFFFF") if bit else ("#FFFFFF", DARK)
    drawing.circle(x, y, 16, ground, stroke=COLOURS["blue"], stroke_width=2)
    drawing.text(x, y, str(bit), letters.TITLE, ink, weight="bold", on=ground)
