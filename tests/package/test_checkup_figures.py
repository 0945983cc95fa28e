"""plots.finding: a figure for every test, healthy or not, whose texts stand apart and inside."""

import numpy as np
import pytest
from broken_copies import BROKEN
from figure_checks import complaints, drawn_texts
from sound_networks import ODD, SOUND

from helpers import plots
from helpers.checkup import TESTS, Case, Finding
from helpers.datasets import load_digits
from helpers.networks import DeepConvNet, TwoLayerNet
from helpers.plots import checkup

BROKEN_SHOWN = (
    "softmax along the wrong axis", "slopes are added up from step to step", "new arrays instead of changed ones",
    "six sigmoid layers", "accuracy measured on what was learned", "softmax overflows on raw pixels", "a layer gets no slope",
    "step uphill",
)  # fmt: skip


@pytest.mark.parametrize("name", [*BROKEN_SHOWN, "TwoLayerNet 64-50-10", "squared error", "MultiLayerNet 64-10"])
def test_texts(name):
    case = {**SOUND, **ODD, **BROKEN}[name]()
    for test in TESTS.values():
        found = test(case)
        figure = plots.finding(found)
        assert complaints(figure) == [], found
        assert found.test in figure.alt and found.verdict in figure.alt


def test_many_parameters_and_images():
    data = load_digits(flatten=False)
    case = Case(lambda rng: DeepConvNet((1, 8, 8), 20, 10, rng, filters=(4, 4, 8, 8), batch_normalization=True), data)
    for name in ("inputs", "start loss", "slopes", "doubled batch", "one step"):
        assert complaints(plots.finding(TESTS[name](case))) == []


def test_a_figure_for_every_test_and_words_where_there_are_no_numbers():
    assert list(checkup.DRAWERS) == list(TESTS)
    for healthy, words in ((False, "not healthy"), (None, "cannot be judged here"), (True, "healthy")):
        for name in [*TESTS, "another"]:
            figure = plots.finding(Finding(name, healthy, "It stopped.", {}))
            assert figure.alt == f"Test {name}, {words}: It stopped." and complaints(figure) == []
            [(text, _)] = drawn_texts(figure)
            assert text.get_text() == f"{name}: {words}, no picture"


def test_what_is_wrong_is_marked_by_shape_as_well_as_by_colour():
    bad = plots.finding(TESTS["slopes"](BROKEN["output bias summed over units too"]()))
    good = plots.finding(TESTS["slopes"](Case(lambda rng: TwoLayerNet(64, 50, 10, rng), load_digits())))
    marks = [{line.get_marker() for line in figure.axes[0].lines if len(line.get_xdata())} for figure in (bad, good)]
    assert "s" in marks[0] and "o" in marks[0] and "s" not in marks[1]


def test_numbers_that_are_not_finite_can_be_drawn():
    numbers = {"losses": (2.3, np.inf), "moves": {"W1": np.nan, "b1": 0.1}, "stuck": [], "down": {}}
    assert complaints(plots.finding(Finding("one step", False, "It is lost.", numbers))) == []
    numbers = {"steps": [0, 25], "loss": [2.3, np.nan], "right": [1, 1], "samples": 10}
    assert complaints(plots.finding(Finding("handful", False, "It is lost.", numbers))) == []
