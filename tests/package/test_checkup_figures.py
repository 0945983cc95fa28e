"""plots.finding: a figure for every test, healthy or not, whose texts stand apart and inside."""

import numpy as np
import pytest
from broken_copies import BROKEN
from figure_checks import complaints, drawn_texts
from sound_networks import ODD, SOUND, with_parts

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


def words(figure):
    return [text.get_text() for text, _ in drawn_texts(figure)]


def test_numbers_that_are_not_finite_are_shown_as_what_they_are():
    """No curve goes to them, and none of them is blue."""
    step = {"losses": (np.inf, np.nan), "moves": {"W1": np.nan, "b1": 0.1}, "stuck": [], "down": {}}
    figure = plots.finding(Finding("one step", False, "It is lost.", step))
    assert complaints(figure) == [] and words(figure).count("nan") == 2 and "inf" in words(figure)
    assert not any(len(line.get_xdata()) == 2 and line.get_linestyle() != "None" for line in figure.axes[0].lines)
    step["losses"] = (2.3, np.inf)
    assert complaints(plots.finding(Finding("one step", False, "It is lost.", step))) == []
    few = {"steps": [0, 25, 50], "loss": [2.3, np.nan, np.nan], "right": [1, 1, 1], "samples": 10}
    figure = plots.finding(Finding("handful", False, "It is lost.", few))
    assert complaints(figure) == [] and any("nan" in text for text in words(figure))
    assert np.nanmin(figure.axes[0].lines[0].get_ydata()) == 2.3  # and no 0 in place of nan
    few["loss"] = [np.inf, np.nan, np.nan]
    assert complaints(plots.finding(Finding("handful", False, "It is lost.", few))) == []
    pairs = {"errors": {"W1": 1.0, "W2": 1.0}, "limit": 1e-3, "first": "W2", "pairs": [(np.nan, np.nan), (0.1, np.nan)]}
    figure = plots.finding(Finding("slopes", False, "It is lost.", pairs))
    assert complaints(figure) == [] and any("nan" in text for text in words(figure))
    pairs["pairs"] = [(np.nan, 0.1), (0.1, 0.1)]
    assert complaints(plots.finding(Finding("slopes", False, "It is lost.", pairs))) == []
    look = {"layers": [], "slopes": {"W1": np.nan, "W2": 0.1}}
    numbers = {"looks": {"start": look, "end": look}, "limits": {"dead": 0.7, "saturated": 0.5, "gone": 1e-3}}
    figure = plots.finding(Finding("signals", False, "It is lost.", numbers))
    assert complaints(figure) == [] and "nan" in words(figure) and not any("1e12" in text for text in words(figure))
    for bad in (np.nan, np.inf):
        start = {"loss": bad, "expected": 2.3, "penalty": 0.0, "kind": "another", "classes": 10, "own": bad, "range": (1.6, 4.6)}
        figure = plots.finding(Finding("start loss", False, "It is lost.", start))
        assert complaints(figure) == [] and str(bad) in words(figure)
    data = load_digits()
    x = data.x_train.copy()
    x[:3, 5] = np.nan
    figure = plots.finding(TESTS["inputs"](Case(lambda rng: TwoLayerNet(64, 50, 10, rng), with_parts(data, x_train=x))))
    assert complaints(figure) == [] and any("3 nan" in text for text in words(figure))


def test_a_slope_of_another_shape_is_shown_beside_the_measured_ones():
    numbers = {"errors": {"W": 0.0, "b": 1.0}, "limit": 1e-3, "first": "b", "pairs": [], "shapes": ((), (10,))}
    figure = plots.finding(Finding("slopes", False, "Wrong.", numbers | {"measured": list(np.linspace(-1, 1, 10)), "said": 0.0}))
    assert complaints(figure) == [] and any("one number" in text for text in words(figure))
    figure = plots.finding(
        Finding("slopes", False, "Wrong.", numbers | {"shapes": ((2, 3), (3, 2)), "measured": [], "said": None})
    )
    assert complaints(figure) == [] and any("(2, 3)" in text for text in words(figure))


def test_figures_say_what_their_marks_mean():
    def legend(figure, place):
        return {text.get_text() for text in figure.axes[place].get_legend().get_texts()}

    case = Case(lambda rng: TwoLayerNet(64, 50, 10, rng), load_digits())
    figure = plots.finding(TESTS["inputs"](case))
    assert {"mean", "spread", "all"} <= legend(figure, 1)
    for line in figure.axes[1].lines:  # no pixel is below 0, so no bar is
        assert min(line.get_ydata(), default=0) >= 0
    assert {"before training", "after"} <= legend(plots.finding(TESTS["signals"](case)), 0)
    assert any("0.7 to 2 times" in text for text in words(plots.finding(TESTS["start loss"](case))))
    figure = plots.finding(TESTS["every class"](BROKEN["ReLU before the softmax"]()))
    assert "never" in words(figure) and all(line.get_marker() in ("None", "") for line in figure.axes[0].lines)
    for test in ("several seeds", "shuffled labels"):
        assert any("most common class" in text for text in words(plots.finding(TESTS[test](case))))
