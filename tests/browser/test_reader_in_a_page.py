"""The digit reader in a page: units and outputs pointed at, pressed, reached with the arrow keys; the picture puts it back."""

import numpy as np
import pytest
from browser import chromium, find_chromium
from hand_page import HandPage

from helpers import plots
from helpers.datasets import DATA, load_digits
from helpers.networks import MultiLayerNet

pytestmark = pytest.mark.skipif(find_chromium() is None, reason="no Chromium or Chrome here")


@pytest.fixture(scope="module")
def page():
    with chromium(800, 500) as page:
        yield page


@pytest.fixture(scope="module")
def digits():
    return load_digits()


def two_layers(digits):
    with np.load(DATA / "weights" / "two_layer_net_digits.npz") as file:
        weights = dict(file)
    return lambda number=0, unit=None: plots.digit_reader(digits.x_test[number], weights, int(digits.t_test[number]), unit)


def middle_of(hand, key, share):
    box = hand.handle(key).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + share * box["height"]


def test_pointing_pressing_and_putting_back(page, digits):
    hand = HandPage(page, two_layers(digits), unit=None)
    for unit in (0, 8, 16):  # the first column has 17
        page.mouse.move(*middle_of(hand, "units0", (unit + 0.5) / 17), steps=2)
        hand.rest()
        assert hand.values == {"unit": unit} and f"unit {unit}, says" in hand.drawing.alt
    page.mouse.click(*middle_of(hand, "units34", 8.5 / 16))
    hand.rest()
    assert hand.values == {"unit": 42}
    page.mouse.move(*middle_of(hand, "outputs", 0.35))
    hand.rest()
    assert hand.values == {"unit": 53} and "what makes a 3" in hand.drawing.alt
    hand.find("[data-press]").click()
    hand.rest()
    assert hand.values == {"unit": None} and "what makes a 6" in hand.drawing.alt and page.problems == []


def test_keys_go_from_unit_to_unit_and_keep_the_focus(page, digits):
    hand = HandPage(page, two_layers(digits), unit=None)
    hand.press("units0", "ArrowDown")
    assert hand.values == {"unit": 0}
    for key, unit in (("ArrowDown", 1), ("Shift+ArrowDown", 6), ("ArrowUp", 5), ("ArrowLeft", 4), ("ArrowRight", 5)):
        page.keyboard.press(key)
        hand.rest()
        assert hand.values == {"unit": unit}, key
        assert page.evaluate("document.activeElement.dataset.key") == "units0"
    hand.press("outputs", "ArrowDown")
    assert hand.values == {"unit": 50}
    hand.find("[data-press]").focus()
    page.keyboard.press("Enter")
    hand.rest()
    assert hand.values == {"unit": None} and page.problems == []
    names = page.locator("[role=slider]").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert names == ["hidden units 0 to 16", "hidden units 17 to 33", "hidden units 34 to 49", "outputs, one a digit"]


def test_a_deep_net_answers_in_every_layer(page, digits):
    params = MultiLayerNet([64, 256, 128, 64, 10], np.random.default_rng(0)).params
    hand = HandPage(page, lambda unit=None: plots.digit_reader(digits.x_test[0], params, 6, unit), unit=None)
    columns = page.locator("[role=slider]")
    for k, layer in ((0, 1), (columns.count() - 2, 3)):
        key = columns.nth(k).get_attribute("data-key")
        page.mouse.move(*middle_of(hand, key, 0.5))
        hand.rest()
        assert f"layer {layer}, unit" in hand.drawing.alt
    assert page.problems == []
