"""The walk of lessons 06 and 14 in a browser: its start is dragged and moved with keys, its steps are played."""

import re

import numpy as np
import pytest
from hand_page import HandPage

from helpers import plots
from helpers.plots.descent import walk
from helpers.plots.ink import size
from helpers.plots.landscapes import height

START = "start0 start1"


@pytest.fixture
def descent(page):
    page.problems.clear()
    yield HandPage(page, plots.descent, lr=0.9, iterations=20)
    assert page.problems == []


def words_in(hand, words):
    return hand.page.locator("#el text", has_text=words)


def test_a_drag_moves_the_start_by_as_much_as_the_hand(descent):
    descent.drag(START, 100, -50)  # 25 pixels are 1
    assert descent.values["start0"] == -3 and descent.values["start1"] == 4 and descent.count > 2
    f = height(walk(0.9, 20, "valley", (-3, 4)), "valley")
    assert descent.find("svg").get_attribute("aria-label") == descent.drawing.alt
    assert words_in(descent, f"f = {size(f[-1])} after 20 iterations").count() == 1
    descent.drag(START, 4000, -4000)
    assert (descent.values["start0"], descent.values["start1"]) == (7.5, 5)  # it stays on the map


def test_drag_me_is_said_until_that_was_done(descent):
    assert words_in(descent, "drag me").count() == 1
    descent.drag(START, 30, 30)
    assert words_in(descent, "drag me").count() == 0


def test_arrow_keys_move_it_and_it_keeps_the_focus(descent):
    for key, moved in (("ArrowRight", (-6.75, 2)), ("ArrowUp", (-6.75, 2.25)), ("Shift+ArrowDown", (-6.75, 1))):
        descent.press(START, key)
        assert (descent.values["start0"], descent.values["start1"]) == moved
        assert descent.page.evaluate("document.activeElement.dataset.key") == START
    assert descent.handle(START).get_attribute("aria-valuetext") == "start0 −6.75, start1 1"


def seen(hand):
    """How many points of the line on the map are there, where the ball is, what the title says."""
    line = hand.find("[data-grows]").nth(3).get_attribute("d")
    ball = hand.find("[data-rides]").first.get_attribute("transform")
    words = words_in(hand, re.compile("^f .* after ")).all_text_contents()
    assert len(words) == 1
    return len(re.findall("[ML]", line)), [float(number) for number in re.findall(r"[-\d.]+", ball)], words[0]


def place(x):
    return [36 + 25 * (x[0] + 8), 56 + 25 * (5.2 - x[1])]


def test_steps_grow_the_line_and_move_the_ball(descent):
    path = walk(0.9, 20, "valley")
    f = height(path, "valley")
    assert seen(descent)[0] == 21 and descent.page.locator(".helpers-where").inner_text() == "20 of 20"
    descent.page.get_by_role("button", name="Back").click()
    points, ball, words = seen(descent)
    assert points == 20 and ball == pytest.approx(place(path[19]), abs=0.06) and words == f"f = {size(f[19])} after 19 iterations"
    descent.page.get_by_role("slider", name="step shown").fill("1")
    points, ball, words = seen(descent)
    assert points == 2 and ball == pytest.approx(place(path[1]), abs=0.06) and words == f"f = {size(f[1])} after 1 iteration"
    descent.press(START, "ArrowRight")  # a new walk, at the same step
    path = walk(0.9, 20, "valley", (-6.75, 2))
    points, ball, words = seen(descent)
    assert points == 2 and ball == pytest.approx(place(path[1]), abs=0.06)
    descent.page.get_by_role("button", name="Step").click()
    assert seen(descent)[0] == 3


def test_play_runs_to_the_end(descent):
    descent.page.get_by_role("button", name="Play").click()
    descent.page.wait_for_function("document.querySelector('.helpers-where').textContent === '3 of 20'")
    descent.page.wait_for_function("document.querySelector('.helpers-where').textContent === '20 of 20'")
    assert seen(descent)[0] == 21 and descent.page.get_by_role("button", name="Play").count() == 1


def test_where_it_leaves_the_map_is_said_from_then_on(page):
    hand = HandPage(page, plots.descent, lr=1.05)
    lost = int(np.argmax(2 * 1.1 ** np.arange(31) > 5.2))
    says = words_in(hand, f"leaves the map at iteration {lost}")
    assert says.is_visible()
    page.get_by_role("slider", name="step shown").fill(str(lost - 1))
    assert not says.is_visible()
    page.get_by_role("button", name="Step").click()
    assert says.is_visible()


def test_one_drag_moves_six_walks(page):
    hand = HandPage(page, plots.optimizer_path, optimizer="Momentum", others=True)
    before = [line.get_attribute("d") for line in hand.find("[data-grows]").all()]
    hand.drag(START, 150, -25)
    after = [line.get_attribute("d") for line in hand.find("[data-grows]").all()]
    assert len(before) == len(after) == 15 and all(one != other for one, other in zip(before, after, strict=True))
    assert hand.values["start0"] == -1 and hand.values["start1"] == 3
    on_map = [line for line in after if line.startswith("M211.0 111.0")]
    assert len(on_map) == 9  # six lines; of the one that stands out also its edge, its dots, and what lies beyond the map
