"""The kernel of lesson 12 in a browser: a pixel is pointed at, the window moved with keys, weights typed, a kernel chosen."""

import re

import numpy as np
import pytest
from hand_page import HandPage

from helpers import plots
from helpers.convolution import Convolution
from helpers.plots.ink import short

RNG = np.random.default_rng(3)
PICTURES = {"digit": RNG.random((9, 8)).round(2), "wide": RNG.random((6, 12)).round(2)}
KERNELS = {"edges": np.array([[-1.0, 0, 1], [-1, 0, 1], [-1, 0, 1]]), "blur": np.ones((3, 3)) / 9}
EXAMPLE = np.array([[1, 2, 3, 0], [0, 1, 2, 3], [3, 0, 1, 2], [2, 3, 0, 1]])
NINE = np.array([[2, 0, 1], [0, 1, 2], [1, 0, 2]])
SLOPES = 4 * np.arange(1, 10).reshape(3, 3)


def explorer(**moved):
    return plots.kernel_explorer(PICTURES, KERNELS, **moved)


@pytest.fixture
def hand(page):
    page.problems.clear()
    yield HandPage(page, explorer, row=4, column=4)
    assert page.problems == []


def point(hand, key, cells, place):
    """Move the mouse to the middle of a cell of a handle's last image. cells: (rows, columns), place: (row, column)."""
    box = hand.handle(key).locator("image").last.bounding_box()
    across, down = ((at + 0.5) / count for at, count in zip(place[::-1], cells[::-1], strict=True))
    hand.page.mouse.move(box["x"] + across * box["width"], box["y"] + down * box["height"])
    hand.rest()


def output(kernel, picture="digit"):
    layer = Convolution(np.asarray(kernel, float)[None, None], np.zeros(1), 1, 1)
    return layer.forward(PICTURES[picture][None, None])[0, 0]


def said(hand):
    return hand.find("svg").get_attribute("aria-label")


def test_a_pixel_pointed_at_shows_its_window_and_its_output(hand):
    y = output(KERNELS["edges"])
    for key, place in (("picture", (2, 5)), ("picture", (0, 0)), ("output", (8, 7)), ("output", (3, 1))):
        point(hand, key, (9, 8), place)
        assert (hand.values["row"], hand.values["column"]) == place
        assert said(hand).endswith(f"= {short(y[place], 3)}.")


def test_keys_move_the_window_and_it_stops_at_the_edge(hand):
    for key, place in (("ArrowRight", (4, 5)), ("ArrowDown", (5, 5)), ("ArrowUp", (4, 5)), ("ArrowLeft", (4, 4))):
        hand.press("picture", key)
        assert (hand.values["row"], hand.values["column"]) == place
    hand.press("picture", "Shift+ArrowDown")
    hand.press("picture", "ArrowDown")
    assert hand.values["row"] == 8
    assert hand.page.evaluate("document.activeElement.dataset.key") == "picture"


def test_weights_are_typed_and_the_other_eight_stay(hand):
    field = hand.page.get_by_label("kernel, row 0, column 0")
    kernel = KERNELS["edges"].copy()
    for typed, value in (("-2,5", -2.5), ("−0.5", -0.5), ("1/9", 1 / 9), ("3", 3.0)):
        field.fill(typed)
        hand.rest()
        kernel[0, 0] = value
        assert hand.values["k00"] == pytest.approx(value)
        assert said(hand).endswith(f"= {short(output(kernel)[4, 4], 3)}.")
    before = hand.values["k00"]
    for typed in ("-", "", "1/", "x", "1/2/3", "1/0"):
        field.fill(typed)
        hand.rest()
        assert field.get_attribute("aria-invalid") == "true" and hand.values["k00"] == before
    field.fill("99")
    hand.rest()
    assert hand.values["k00"] == 20
    field.press("ArrowDown")
    hand.rest()
    assert hand.values["k00"] == 19.5 and field.input_value() == "19.5"
    assert hand.page.locator("input.helpers-field").count() == 9


def test_a_kernel_and_a_picture_are_chosen(hand):
    hand.find('[aria-label="kernel blur"]').click()
    hand.rest()
    assert hand.page.get_by_label("kernel, row 2, column 2").input_value() == "1/9"
    hand.find('[aria-label="picture wide"]').focus()
    hand.page.keyboard.press("Enter")
    hand.rest()
    y = output(KERNELS["blur"], "wide")
    assert said(hand).endswith(f"= {short(y[4, 4], 3)}.") and "6 × 12" in said(hand)
    point(hand, "output", (6, 12), (5, 11))
    assert said(hand).endswith(f"= {short(y[5, 11], 3)}.")
    assert hand.find('[aria-label="picture wide"]').get_attribute("aria-pressed") == "true"


def test_places_padding_and_bias(page):
    hand = HandPage(page, lambda **moved: plots.kernel_at(EXAMPLE, NINE, **moved), row=0, column=1)
    assert "Place 2 of 4" in said(hand)
    hand.find('[aria-label="padding 1"]').click()
    page.get_by_label("bias", exact=True).fill("3")
    hand.rest()
    hand.press("output", "ArrowDown")
    hand.press("output", "ArrowRight")
    place = re.search(r"Place (\d+) of 16", said(hand))
    assert place and int(place[1]) == 7 and said(hand).count("?") == 9
    assert page.problems == []


def test_numbers_of_the_formula_are_typed(page):
    hand = HandPage(page, plots.kernel_places, size=8, kernel=3, stride=2, pad=0)
    page.get_by_label("picture", exact=True).fill("9")
    hand.rest()
    assert "4 places along each side" in said(hand) and "Crosses" not in said(hand)
    page.get_by_label("padding", exact=True).press("ArrowUp")
    page.get_by_label("stride", exact=True).fill("12")  # four is the most
    hand.rest()
    assert hand.values["stride"] == 4 and hand.values["pad"] == 1
    assert page.problems == []


def test_windows_of_pooling_one_at_a_time(page):
    hand = HandPage(page, lambda **moved: plots.pooling_at(EXAMPLE, SLOPES, **moved), kind="max", stride=2)
    hand.press("x", "ArrowRight")
    assert "Window 2 of 4: 3, 0, 2, 3" in said(hand)
    hand.find('[aria-label="stride 1"]').click()
    hand.rest()
    hand.press("dout", "ArrowDown")
    assert "Window 5 of 9" in said(hand)
    hand.find('[aria-label="pooling average"]').click()
    hand.rest()
    assert "average pooling, stride 1" in said(hand) and page.problems == []


def test_windows_that_hold_a_pixel_one_at_a_time(page):
    hand = HandPage(page, lambda **moved: plots.pixel_slope(NINE, np.array([[1, -1], [2, 3]]), **moved), row=1, column=2)
    assert "the window at (0, 0) meets it" in said(hand)
    hand.press("window", "ArrowRight")
    hand.press("window", "ArrowDown")
    assert "the window at (1, 1) meets it" in said(hand)
    hand.find('[aria-label="window (0, 1)"]').click()
    hand.rest()
    assert "the window at (0, 1) meets it" in said(hand)
    hand.press("pixel", "Shift+ArrowLeft")
    assert "The pixel at (1, 0) lies in 2 windows; the window at (0, 0)" in said(hand) and page.problems == []
