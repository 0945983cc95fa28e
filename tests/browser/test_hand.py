"""What a hand does to a drawing in the page: drag, keys, pressing, typing, playing; and what keeps the keyboard's focus."""

import json

import pytest
from hand_page import HandPage

from helpers.plots.drawing import Drawing, Panel
from helpers.widgets.picture import Picture

ACTIVE = "document.activeElement.dataset.key"


def figure(x=1.0, y=0.5, k=2.0, chosen=0, wires=3):
    """One of each; before the handle stand as many wires as wanted, and steps are played."""
    drawing = Drawing(400, 240)
    panel = Panel(drawing, (40, 30, 200, 100), (-5, 5), (-1, 1))
    for wire in range(int(wires + x)):
        drawing.line(0, wire, 400, wire)
    with drawing.handle({"x": (x, 0.5, -5, 5), "y": (y, 0.25, -1, 1)}, panel, "the dot"):
        drawing.circle(panel.x(x), panel.y(y), 8, "#0072B2")
    for number in range(3):
        with drawing.press({"chosen": number}, f"choice {number}", pressed=number == chosen):
            drawing.circle(280 + 30 * number, 60, 10, "#D55E00" if number == chosen else "#CCCCCC")
    drawing.field("k", k, (280, 90, 60, 30), "the number k", step=0.5, low=-3, high=3)
    for step in range(4):
        drawing.circle(60 + 20 * step, 180, 4, "#0072B2", data_at=step)
    drawing.text(200, 180, "at step 3", data_words=json.dumps([f"at step {step}" for step in range(4)]))
    drawing.steps(3)
    return drawing.saying(f"x {x}, y {y}, k {k}, chosen {chosen}.")


@pytest.fixture
def hand(page):
    return HandPage(page, figure)


def test_a_drag_moves_by_steps_and_stays_within_its_limits(hand, page):
    hand.drag("x y", 40, -25)  # 20 pixels a unit to the right, 50 a unit upwards
    assert hand.values == {"x": 3, "y": 1}
    hand.drag("x y", 300, 200)
    assert hand.values == {"x": 5, "y": -1}
    assert page.evaluate(ACTIVE) == "x y" and page.problems == []


def test_whoever_takes_a_handle_beside_its_middle_does_not_move_it(hand, page):
    box = hand.handle("x y").bounding_box()
    page.mouse.move(box["x"] + 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.up()
    hand.rest()
    assert hand.values == {} and hand.count == 1


@pytest.mark.parametrize(
    ("key", "moved"),
    [("ArrowRight", {"x": 1.5, "y": 0.5}), ("ArrowUp", {"x": 1, "y": 0.75}), ("Shift+ArrowLeft", {"x": -1.5, "y": 0.5})],
)
def test_arrow_keys(hand, key, moved):
    hand.press("x y", key)
    assert hand.values == moved


def test_the_focus_stays_where_there_is_more_or_less_before_it(hand, page):
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowLeft", "Shift+ArrowRight", "Shift+ArrowRight"):
        hand.handle("x y").focus() if page.evaluate(ACTIVE) != "x y" else None
        page.keyboard.press(key)
        hand.rest()
        assert page.evaluate(ACTIVE) == "x y", key
    assert hand.find("line").count() == int(3 + hand.values["x"])


def test_pressing_by_mouse_and_keyboard(hand, page):
    hand.find("[data-press]").nth(2).click()
    hand.rest()
    assert hand.values == {"chosen": 2} and hand.find("[aria-pressed=true]").get_attribute("aria-label") == "choice 2"
    hand.find("[data-press]").nth(1).focus()
    page.keyboard.press("Space")
    hand.rest()
    assert hand.values == {"chosen": 1} and json.loads(page.evaluate(ACTIVE)) == {"chosen": 1}


def test_typing_over_a_number(hand, page):
    field = page.get_by_label("the number k")
    assert field.input_value() == "2"
    for typed, value in (("-1,5", -1.5), ("−2", -2), ("99", 3), ("0", 0)):
        field.fill(typed)
        hand.rest()
        assert hand.values["k"] == value and field.get_attribute("aria-invalid") == "false"
    count = hand.count
    for typed in ("", "-", "two"):
        field.fill(typed)
        hand.rest()
        assert field.get_attribute("aria-invalid") == "true" and hand.count == count
    field.blur()
    assert field.input_value() == "0" and field.get_attribute("aria-invalid") == "false"
    field.focus()
    page.keyboard.press("ArrowUp")
    hand.rest()
    assert hand.values["k"] == 0.5 and field.input_value() == "0.5"


def test_playing_steps_asks_python_nothing(hand, page):
    where, count = page.locator(".helpers-where"), hand.count
    hidden = "document.querySelectorAll('[data-at][data-hidden]').length"
    assert where.inner_text() == "3 of 3" and page.evaluate(hidden) == 0
    page.get_by_role("button", name="Back").click()
    assert where.inner_text() == "2 of 3" and page.evaluate(hidden) == 1
    assert hand.find("text").last.text_content() == "at step 2"
    page.get_by_role("button", name="Step").click()
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("document.querySelector('.helpers-where').textContent === '3 of 3' && " + hidden + " === 0")
    assert page.get_by_role("button", name="Play").count() == 1 and hand.count == count
    page.get_by_label("step shown").fill("1")
    assert where.inner_text() == "1 of 3" and page.evaluate(hidden) == 2


def test_one_question_at_a_time_and_the_newest_wins(page):
    drawn = []

    def slow(x=0.0, y=0.0, **_):
        drawn.append(x)
        page_free = Drawing(400, 240)
        panel = Panel(page_free, (0, 0, 400, 200), (0, 100), (-1, 1))
        with page_free.handle({"x": (x, 1, 0, 100)}, panel, "x"):
            page_free.circle(panel.x(x), 100, 10, "#0072B2")
        return page_free.saying("x")

    hand = HandPage(page, slow)
    hand.drag("x", 200, 0, steps=100)
    assert drawn == sorted(drawn) and drawn[-1] == hand.values["x"] == 50


TABLE_PAGE = """<!doctype html><meta charset="utf8"><title>drawing</title><style>{css}</style>
<main class="helpers-widget"><div id="el"></div></main>
<script type="module">{code}
const table = {table}, heard = {{}};
const state = {{moved: {{}}, answered: 0, drawing: table["1"], alt: "", alert: "", spoken: "",
  value: null, width: 0, photo: false}};
const model = {{
  get: (name) => state[name],
  set: (name, value) => {{ state[name] = value; }},
  on: (names, action) => names.split(" ").forEach((name) => {{ (heard[name] ??= []).push(action); }}),
  off: () => {{}},
  save_changes: () => {{
    state.drawing = table[state.moved.values.x] ?? state.drawing;
    state.answered = state.moved.turn;
    for (const name of ["change:drawing", "change:answered"]) for (const action of heard[name] ?? []) action();
  }},
}};
render({{ model, el: document.getElementById("el") }});
</script>"""


def test_a_page_from_the_disk_shows_drawings_that_were_made_in_advance(page, tmp_path):
    """As a book does it: no Python, no server, a table of drawings."""
    values = [0.5, 1, 1.5, 2]
    table = json.dumps({f"{value:g}": figure(x=value).svg() for value in values}).replace("</", "<\\/")
    code = Picture._esm.replace("export default", "const exported =")
    file = tmp_path / "page.html"
    file.write_text(TABLE_PAGE.format(css=Picture._css, code=code, table=table), encoding="utf8")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    handle = page.locator('[data-key="x y"]')
    for value in values[2:]:
        handle.press("ArrowRight")
        assert handle.get_attribute("aria-valuenow") == f"{value:g}"
    assert page.evaluate(ACTIVE) == "x y" and page.problems == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
