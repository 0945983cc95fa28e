"""The digit pad in a browser: it reads while one draws, one question at a time, and nothing in the page moves by it."""

import numpy as np
import pytest
from drawing_checks import complaints
from moves import PALE, wait
from pad_page import PadPage

from helpers.datasets import load_digits
from helpers.networks import TwoLayerNet
from helpers.optimizers import SGD
from helpers.training import fit
from helpers.widgets import DigitPad

SEVEN = [(28 + 3 * k, 22) for k in range(18)] + [(79 - 2 * k, 25 + 4 * k) for k in range(18)]


@pytest.fixture(scope="module")
def network():
    network = TwoLayerNet(64, 50, 10, np.random.default_rng(0))
    fit(network, SGD(0.1), load_digits(), iterations=1000, every=1000, rng=0, progress=False)
    return network


@pytest.fixture
def pad(page, network):
    shown = PadPage(page, DigitPad(network, (1, 8, 8), samples=load_digits().x_val))
    yield shown
    assert page.problems == []


def said(pad):
    return pad.page.locator("#el svg").get_attribute("aria-label")


def test_it_reads_while_one_draws(pad):
    pad.stroke(SEVEN[:20], lift=False, pause=20)
    pad.rest()
    half = said(pad)
    assert half.startswith("Read as") and len(pad.asked) > 3
    pad.stroke(SEVEN[20:], pause=20)
    pad.rest()
    assert said(pad) == pad.pad.result["alt"] and said(pad) != half
    assert pad.page.locator(".helpers-pad-picture:visible").count() == 3
    assert pad.pages[-1] == (255 * pad.pad.page).round().astype(np.uint8).tobytes()


def test_never_two_questions_are_open_and_the_last_drawing_is_read_at_the_end(pad):
    pad.page.evaluate("window.slow = 150")
    pad.stroke(SEVEN, pause=10)
    pad.rest()
    assert pad.page.evaluate("window.most") == 1
    assert 2 <= len(pad.asked) < len(SEVEN) / 2  # most of what came meanwhile was never asked
    coarse = pad.page.evaluate("document.querySelector('.helpers-pad-paper').dataset.read")
    assert int(coarse) == pad.pad.count
    pad.page.evaluate("window.slow = 0")
    before = pad.pages[-1]
    pad.stroke([SEVEN[-1], SEVEN[-1]])  # a dot where the pen was lifted changes nothing: the last drawing had been sent
    pad.rest()
    difference = np.frombuffer(before, np.uint8).astype(int) - np.frombuffer(pad.pages[-1], np.uint8)
    assert np.abs(difference).max() <= 255 and np.mean(difference != 0) < 0.01


def test_nothing_moves_over_strokes_samples_and_clear(pad):
    def places():
        return pad.page.evaluate(
            """() => [...document.querySelectorAll('#below, .helpers-pad-paper, #el svg, #el button')]
                .map(e => JSON.stringify(e.getBoundingClientRect())).concat(document.documentElement.scrollHeight)"""
        )

    start = places()
    pad.stroke(SEVEN, lift=False, pause=5)
    assert places() == start
    pad.page.mouse.up()
    pad.rest()
    assert places() == start
    for name in ("Sample digit", "Clear"):
        pad.button(name).click()
        pad.rest()
        assert places() == start


def test_clear_and_samples(pad):
    pad.button("Sample digit").click()
    pad.rest()
    assert pad.ink() > 0.02 and said(pad).startswith("Read as")
    pad.button("Clear").click()
    pad.rest()
    assert pad.ink() == 0 and said(pad).startswith("Empty paper") and pad.asked == ["sample", "read"]


def test_who_draws_while_a_sample_is_on_its_way_keeps_the_drawing(pad):
    pad.page.evaluate("window.slow = 300")
    pad.button("Sample digit").click()
    pad.stroke(SEVEN)
    pad.rest()
    assert pad.pages[-1] == (255 * pad.pad.page).round().astype(np.uint8).tobytes()
    assert pad.asked[0] == "sample" and set(pad.asked[1:]) == {"read"}


def test_arrow_keys_and_space_draw(pad):
    pad.paper.focus()
    pen = pad.page.locator(".helpers-pad-pen")
    pad.page.keyboard.press("ArrowUp")
    assert pen.is_visible() and pad.ink() == 0
    at = pen.bounding_box()
    pad.page.keyboard.press("Space")
    for _ in range(6):
        pad.page.keyboard.press("ArrowDown")
    pad.rest()
    assert pen.bounding_box()["y"] > at["y"] + 40 and pad.ink() > 0.01 and said(pad).startswith("Read as")
    drawn = pad.ink()
    pad.page.keyboard.press("Space")
    pad.page.keyboard.press("ArrowDown")
    assert pad.ink() == drawn
    pad.page.keyboard.press("Tab")
    assert not pen.is_visible()


def test_a_mouse_shows_no_pen_and_keeps_the_keys_for_later(pad):
    pad.stroke(SEVEN[:3])
    assert not pad.page.locator(".helpers-pad-pen").is_visible()
    assert pad.page.evaluate("document.activeElement.className") == "helpers-pad-paper"


def test_a_screen_reader_hears_where_it_comes_to_rest(pad):
    spoken = pad.page.locator(".helpers-spoken")
    pad.stroke(SEVEN, lift=False, pause=10)
    assert spoken.inner_text() == ""  # while one draws nothing is said
    pad.page.mouse.up()
    pad.rest()
    wait(lambda: spoken.inner_text().startswith("Read as"), what="the words for a screen reader")


def test_an_error_is_seen_and_goes_away(pad, network):
    pad.pad.network = TwoLayerNet(63, 2, 10)
    pad.stroke(SEVEN)
    pad.rest()
    assert "(N, 63)" in pad.page.get_by_role("alert").inner_text()
    pad.pad.read_with(network)
    pad.put()
    assert pad.page.get_by_role("alert").inner_text() == "" and said(pad).startswith("Read as")


def test_a_network_that_learns_is_read_anew_without_a_question(pad):
    pad.stroke(SEVEN)
    pad.rest()
    count = len(pad.asked)
    pad.pad.read_with(TwoLayerNet(64, 50, 10, 1))
    pad.put()
    assert said(pad) == pad.pad.result["alt"] and len(pad.asked) == count


def test_it_fits_a_narrow_page_and_words_can_be_read(pad):
    pad.page.set_viewport_size({"width": 400, "height": 800})
    pad.stroke(SEVEN)
    pad.rest()
    frame, paper = pad.page.locator("#el svg").bounding_box(), pad.paper.bounding_box()
    assert frame["width"] <= 400 and abs(paper["width"] / frame["width"] - 244 / 560) < 0.01
    assert pad.page.evaluate(PALE) == []
    pad.page.set_viewport_size({"width": 1280, "height": 900})
    assert complaints(pad.pad.figure()) == []
