"""What lesson 00 opens with: digits that a trained network reads, before a word of how."""

import numpy as np

from helpers import plots
from helpers.datasets import DATA, load_digits
from helpers.widgets.explore import explore, slider


def first_look():
    """The bundled test digits on their way through the bundled two-layer net, with a slider that chooses the digit.

    Returns an Explorer. Lesson 03 does the same with its own lines.
    """
    digits = load_digits()
    with np.load(DATA / "weights" / "two_layer_net_digits.npz") as file:
        weights = dict(file)

    def look(number, unit=None):
        return plots.digit_reader(digits.x_test[number], weights, int(digits.t_test[number]), unit)

    return explore(look, number=slider("picture number", 0, 299, 9, step=1))
