"""The graphs of lesson 07 in a browser: numbers typed over and dragged, boxes pressed, slopes that travel, wheels that turn."""

import math

import pytest
from hand_page import HandPage

from helpers import graph, plots

TRAVELLING = "() => document.getAnimations().map(a => a.animationName).filter(name => name.startsWith('helpers-')).sort()"
WHERE = """() => [...document.querySelectorAll('.helpers-travel')].map(dot => {
    const box = dot.getBoundingClientRect();
    return box.left + box.width / 2 - document.querySelector('#el svg').getBoundingClientRect().left;
})"""


def fruit(step=0):
    price, number = graph.Value(100, "apple price"), graph.Value(2, "apples")
    total = (price * number + graph.Value(150, "orange price") * graph.Value(3, "oranges")) * graph.Value(1.1, "tax")
    total.name = "total"
    return graph.draw(total, step)


@pytest.fixture
def opened(page):
    """opened(figure, …) shows a figure; nothing may have gone wrong in the page."""
    page.problems.clear()
    yield lambda figure, **start: HandPage(page, figure, **start)
    assert page.problems == []


def texts(hand):
    return hand.find("svg text").all_text_contents()


def test_a_number_is_typed_over_and_all_that_depends_on_it_changes(opened):
    hand = opened(plots.apple_graph)
    field = hand.page.get_by_label("price", exact=True)
    field.click()
    field.press_sequentially("250,5")
    hand.rest()
    assert hand.values == {"price": 250.5} and {"501", "551.1", "275.6"} <= set(texts(hand))
    field.fill("")
    hand.rest()
    assert field.get_attribute("aria-invalid") == "true" and hand.values == {"price": 250.5}
    field.fill("100")
    field.press("ArrowUp")
    hand.rest()
    assert hand.values == {"price": 105} and field.input_value() == "105" and field.evaluate("f => document.activeElement === f")
    assert hand.find("svg").get_attribute("aria-label") == hand.drawing.alt


def test_the_dot_below_a_number_is_dragged_and_obeys_keys(opened):
    hand = opened(plots.neuron_graph)
    track = hand.find('[data-key="b"] line').first.bounding_box()
    hand.page.mouse.move(track["x"] + track["width"] / 2, track["y"])
    hand.page.mouse.down()
    hand.page.mouse.move(track["x"] + track["width"] + 300, track["y"] + 40, steps=6)
    hand.page.mouse.up()
    hand.rest()
    assert hand.values == {"b": 8} and hand.count > 2
    slope = 1 / (1 + math.exp(7.5)) / (1 + math.exp(-7.5))
    assert f"{slope:.1e}".replace("e-0", "e-") in texts(hand)
    for key, moved in (("ArrowLeft", 7.9), ("ArrowDown", 7.8), ("Shift+ArrowLeft", 7.3), ("ArrowUp", 7.4)):
        hand.press("b", key)
        assert hand.values["b"] == pytest.approx(moved)
        assert hand.page.evaluate("document.activeElement.dataset.key") == "b"
    assert hand.handle("b").get_attribute("aria-valuetext") == "b 7.4"
    assert hand.handle("b").get_attribute("aria-label") == "move b"


def test_in_a_narrow_page_typed_numbers_are_as_large_as_the_others(opened):
    hand = opened(plots.neuron_graph)
    size, width = hand.page.viewport_size, hand.drawing.width
    field = hand.find("input").first
    hand.page.set_viewport_size({"width": width // 2, "height": size["height"]})
    try:
        wanted = (
            "([field, width]) => getComputedStyle(field).fontSize.slice(0, -2) / (17 * field.parentElement.clientWidth / width)"
        )
        hand.page.wait_for_function(f"pair => Math.abs(({wanted})(pair) - 1) < 0.02", arg=[field.element_handle(), width])
        assert hand.find("svg").evaluate("svg => svg.clientWidth") < width / 2
    finally:
        hand.page.set_viewport_size(size)


def test_a_touch_drags_the_dot(opened):
    hand = opened(plots.neuron_graph)
    track = hand.find('[data-key="w1"] line').first.bounding_box()
    x, y = track["x"] + track["width"] / 4, track["y"]
    session = hand.page.context.new_cdp_session(hand.page)
    for kind, right in (("touchStart", 0), ("touchMove", 10), ("touchMove", track["width"] / 2), ("touchEnd", None)):
        points = [] if right is None else [{"x": x + right, "y": y}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.detach()
    hand.rest()
    assert hand.values == {"w1": pytest.approx(2.0, abs=0.15)}


def test_a_pressed_box_has_its_turn_and_its_slope_travels_back(opened):
    hand = opened(fruit)
    boxes = [box.get_attribute("data-press") for box in hand.find("[data-press]").all()]
    for turn in (1, 2, 3):
        hand.find("[data-press]").nth(boxes.index(f'{{"step": {turn}}}')).focus()
        hand.page.keyboard.press("Enter")
        hand.rest()
        assert hand.values == {"step": turn} and any(words.startswith(f"Turn {turn} of 4") for words in texts(hand))
        assert hand.page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    hand.page.evaluate("() => document.getAnimations().forEach(a => a.finish())")
    hand.find("[data-press]").nth(boxes.index('{"step": 1}')).press("Enter")
    hand.page.wait_for_function("() => document.querySelectorAll('.helpers-travel').length && document.getAnimations().length")
    assert hand.page.evaluate(TRAVELLING) == ["helpers-arrive"] * 2 + ["helpers-travel"] * 2
    begun, ended = (_where_at(hand, time) for time in (1, 530))
    assert all(after < before - 20 for before, after in zip(begun, ended, strict=True))  # to the left: back


def _where_at(hand, time):
    hand.page.evaluate("time => document.getAnimations().forEach(a => { a.pause(); a.currentTime = time; })", time)
    return hand.page.evaluate(WHERE)


def test_nothing_travels_for_whoever_asked_for_less_motion(opened):
    hand = opened(fruit)
    hand.page.emulate_media(reduced_motion="reduce")
    try:
        hand.find("[data-press]").last.press("Enter")
        hand.rest()
        assert hand.values == {"step": 1} and hand.page.evaluate(TRAVELLING) == []
        assert "650" in texts(hand)
    finally:
        hand.page.emulate_media(reduced_motion="no-preference")


def test_wheels_turn_with_the_first(opened):
    hand = opened(plots.cog_wheels)
    hand.drag("turns", 120, 0)
    turned = hand.values["turns"]
    assert turned == pytest.approx(0.25, abs=0.03) and f"C {3 * turned:.4g} times" in hand.drawing.alt
    hand.press("turns", "ArrowRight")
    assert hand.values["turns"] == pytest.approx(turned + 0.025)
    hand.drag("turns", 4000, 0)
    assert hand.values["turns"] == 3 and {"3 turns", "6 turns", "9 turns"} <= set(texts(hand))
