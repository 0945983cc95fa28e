"""Lessons in a real browser: every widget moved, the panel trained, a digit drawn, the answer awaited.

How long a slider takes to its new picture is printed and goes into the junit file; it is not asserted, as no timing is.
"""

import statistics
import time

import pytest
from browser import Lesson, jupyter_lab
from browser import chromium as chromium_page

WITH_SLIDERS = [
    "00_start_here",
    "01_the_perceptron",
    "02_xor",
    "03_forward_pass",
    "04_loss_functions",
    "05_numerical_gradients",
    "06_gradient_descent",
    "07_computational_graphs",
    "08_backpropagation",
    "10_deeper_networks",
    "12_convolution",
    "13_cnn",
    "14_optimizers",
]


@pytest.fixture(scope="module")
def server(chromium):
    with jupyter_lab() as address:
        yield address


@pytest.fixture(scope="module")
def page(chromium):
    with chromium_page() as page:
        yield page


@pytest.fixture(scope="module")
def open_lesson(server, page):
    def run(name):
        page.problems.clear()
        lesson = Lesson(page, server, f"notebooks/{name}.ipynb")
        assert lesson.run_all() == [], f"{name} ended with errors"
        return lesson

    return run


@pytest.fixture(scope="module")
def lesson_09(open_lesson):
    """Lesson 09, run once; the tests that use it stand one after another."""
    return open_lesson("09_the_two_layer_net")


def wait(condition, seconds=600, what="the page"):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError(f"{what} did not happen within {seconds} s")


def test_jupyterlab_opens_on_the_first_lesson_and_asks_nothing(server, page):
    page.goto(server)
    page.wait_for_selector(".jp-Notebook h1", timeout=600_000)
    assert "00" in page.locator(".jp-Notebook h1").first.inner_text()
    page.wait_for_timeout(3000)
    assert page.locator(".Toastify__toast").all_inner_texts() == []


@pytest.mark.parametrize("name", WITH_SLIDERS)
def test_every_slider_moves_its_picture(open_lesson, page, name, record_property):
    open_lesson(name)
    move_every_slider(page, name, record_property)


def test_the_steppers_buttons_change_its_picture(open_lesson, page):
    open_lesson("07_computational_graphs")
    stepper = page.locator(".helpers-stepper")
    stepper.scroll_into_view_if_needed()
    picture, readout = stepper.locator("img"), stepper.locator("[aria-live]").first
    pictures = [picture.get_attribute("src")]
    assert stepper.get_by_role("button", name="Back").is_disabled()
    for name, turn in (("Next", 1), ("Next", 2), ("Back", 1)):
        stepper.get_by_role("button", name=name).click()
        wait(lambda t=turn: readout.inner_text() == f"turn {t} of 4", what=f"turn {turn}")
        wait(lambda: picture.get_attribute("src") != pictures[-1], what="a new picture")
        pictures.append(picture.get_attribute("src"))
    assert len(set(pictures[:3])) == 3 and stepper.locator("[role=alert]").count() == 0
    assert page.problems == []


def test_an_exercise_runs_unfinished_and_its_folded_cells_open_with_a_click(open_lesson, page):
    open_lesson("exercises/05_numerical_gradients/05_numerical_gradients")
    bars = page.locator(".jp-Cell .jp-InputPlaceholder")
    said = page.locator(".jp-OutputArea-output").filter(has_text="not done yet")
    assert bars.count() == 5 and said.count() >= 5
    bars.first.scroll_into_view_if_needed()
    bars.first.click()
    wait(lambda: bars.count() == 4, what="an opened cell")
    assert page.problems == []


# Moves a slider's handle to one end (0 or 1) and waits for its picture.
MOVE = """async ([handle, end]) => {
    const slider = handle.closest('.noUi-target').noUiSlider;
    const range = slider.options.range;
    const ends = [range.min, range.max].map(v => Array.isArray(v) ? v[0] : v);
    const image = handle.closest('.helpers-explorer').querySelector('img');
    const changed = new Promise(resolve => {
        new MutationObserver((_, o) => { o.disconnect(); resolve(); })
            .observe(image, {attributes: true, attributeFilter: ['src']});
        setTimeout(resolve, 3000);
    });
    slider.set(ends[end], true);
    await changed;
}"""

# Moves a slider back and forth and takes the time until the picture's src changes, 30 times. Where it has only a few
# steps, a move that would end where the slider stands goes on to the next step. Two places may have the same picture (a
# line that lies outside of it, say): such a move does not count, but of 60 moves at least 30 must change the picture.
TIME_MOVES = """async explorer => {
    const slider = explorer.querySelector('.noUi-target').noUiSlider;
    const image = explorer.querySelector('img');
    const range = slider.options.range;
    const [low, high] = [range.min, range.max].map(v => Array.isArray(v) ? v[0] : v);
    const step = slider.options.step || 0;
    const place = move => {
        const wanted = low + (high - low) * (0.15 + 0.7 * ((move * 7) % 31) / 31);
        const value = step ? low + step * Math.round((wanted - low) / step) : wanted;
        if (Math.abs(value - Number(slider.get())) > step / 2) return value;
        return value + step <= high ? value + step : value - step;
    };
    const times = [];
    for (let move = 0; move < 60 && times.length < 31; move++) {
        const changed = new Promise(resolve => {
            new MutationObserver((_, o) => { o.disconnect(); resolve(true); })
                .observe(image, {attributes: true, attributeFilter: ['src']});
            setTimeout(() => resolve(false), 1500);
        });
        const start = performance.now();
        slider.set(place(move), true);
        if (await changed) {
            await image.decode();
            times.push((performance.now() - start) / 1000);
        }
        await new Promise(resolve => setTimeout(resolve, 60));
    }
    if (times.length < 31) throw new Error(`only ${times.length} of 60 moves gave a new picture`);
    return times.slice(1);
}"""


def test_sliders_of_lesson_09_move_their_picture(lesson_09, page, record_property):
    move_every_slider(page, "09_the_two_layer_net", record_property)


def test_the_panel_trains_pauses_goes_on_and_resets(lesson_09, page):
    panel = page.locator(".helpers-training-panel")
    panel.scroll_into_view_if_needed()
    button = {name: panel.get_by_role("button", name=name) for name in ("Start", "Pause", "Go on", "Reset")}

    def text():
        return panel.locator("[aria-live]").inner_text()

    def iteration():
        return int(text().split("iteration ")[1].split()[0])

    set_slider(panel, 1, 10_000)  # long enough to be caught running
    picture = panel.locator("img").get_attribute("src")
    button["Start"].click()
    wait(lambda: iteration() > 50, what="training")
    wait(lambda: panel.locator("img").get_attribute("src") != picture, what="a live curve")
    assert button["Start"].is_disabled()  # two starts cannot run at once
    set_slider(panel, 0, 0)  # the rate, while it runs: its log slider counts in powers of ten, 10**0 = 1
    button["Pause"].click()
    wait(lambda: text().startswith("paused"), what="a pause")
    stopped = iteration()
    page.wait_for_timeout(600)
    assert iteration() == stopped
    button["Go on"].click()
    wait(lambda: iteration() > stopped, what="going on")
    button["Pause"].click()
    wait(lambda: text().startswith("paused"), what="a second pause")
    button["Reset"].click()
    wait(lambda: text().startswith("ready") and iteration() == 0, what="a reset")
    assert page.problems == []


def test_cells_answer_while_the_panel_trains(lesson_09, page):
    panel = page.locator(".helpers-training-panel")
    set_slider(panel, 1, 10_000)
    panel.get_by_role("button", name="Start").click()
    wait(lambda: panel.locator("[aria-live]").inner_text().startswith("training"), what="training")
    times = [run_code(page, "1 + 1") for _ in range(5)]
    print(f"a cell beside the training panel: {1000 * statistics.median(times):.0f} ms")
    assert statistics.median(times) < 1.0
    panel.get_by_role("button", name="Reset").click()


def test_a_stroke_is_read_at_once(lesson_09, page, record_property):
    pads = page.locator(".helpers-pad")
    assert pads.count() == 2
    for pad in pads.all():
        paper = pad.locator("canvas.helpers-pad-paper")
        pad.scroll_into_view_if_needed()
        times = []
        for offset in (0, 5, -5, 10, -10):
            pad.get_by_role("button", name="Clear").click()
            wait(lambda p=pad: p.locator(".helpers-pad-answer").inner_text() == "Draw a digit.", what="a clear page")
            times.append(draw_one(page, paper, offset))
            assert pad.locator(".helpers-pad-answer").inner_text().startswith("Read as")
            assert pad.locator(".helpers-pad-bar").count() == 10
            assert pad.locator("xpath=..").locator(".helpers-pad-step canvas").count() == 4
        median = statistics.median(times)
        record_property("stroke seconds", median)
        print(f"stroke to reading: median of {len(times)}: {1000 * median:.0f} ms")
        pad.get_by_role("button", name="Clear").click()
        wait(lambda p=pad: p.locator(".helpers-pad-bar").count() == 0, what="a clear page")
        pad.get_by_role("button", name="Sample digit").click()
        wait(lambda p=pad: p.locator(".helpers-pad-answer").inner_text().startswith("Read as"), what="a sample digit")
    assert page.problems == []


def test_an_error_of_the_panel_is_seen(lesson_09, page):
    panel = page.locator(".helpers-training-panel")
    run_code(page, "panel.data.x_train[0, 0] = float('nan'); panel.batch_size.value = 300")
    panel.get_by_role("button", name="Start").click()
    wait(lambda: panel.locator("[role=alert]").count() == 1, what="an error in the panel")
    assert "the loss is nan" in panel.locator("[role=alert]").inner_text()


def move_every_slider(page, name, record_property):
    """Move each slider of the lesson to an end, see a new picture and no error; then time 30 moves of each explorer."""
    explorers = page.locator(".helpers-explorer")
    assert explorers.count() > 0
    for i in range(explorers.count()):
        explorer = explorers.nth(i)
        explorer.scroll_into_view_if_needed()
        for j in range(explorer.locator(".noUi-handle").count()):
            before = explorer.locator("img").get_attribute("src")
            handle = explorer.locator(".noUi-handle").nth(j)
            page.evaluate(MOVE, [handle.element_handle(), 1])
            if explorer.locator("img").get_attribute("src") == before:  # it stood at that end already
                page.evaluate(MOVE, [handle.element_handle(), 0])
            wait(
                lambda e=explorer, b=before: e.locator("img").get_attribute("src") != b,
                what=f"a new picture, slider {j} of explorer {i}",
            )
        assert explorer.locator("[role=alert]").count() == 0, explorer.locator("[role=alert]").inner_text()
        if explorer.locator(".noUi-handle").count() == 0:  # lists to choose from and boxes to tick only
            continue
        explorer.get_by_role("button", name="Back to the start").click()  # at the ends some sliders have nothing to change
        page.wait_for_timeout(500)
        median = statistics.median(explorer.evaluate(TIME_MOVES))
        record_property(f"{name}, explorer {i}: seconds a move", median)
        print(f"{name}, explorer {i}: slider to new picture, median of 30 moves: {1000 * median:.0f} ms")
    assert page.problems == []


def draw_one(page, paper, offset):
    """Draw an upright stroke with the mouse; seconds from lifting the pen to the reading on the screen."""
    box = paper.bounding_box()
    x, y = box["x"] + box["width"] / 2 + offset, box["y"]
    page.mouse.move(x, y + 40)
    page.mouse.down()
    page.mouse.move(x - 4, y + 240, steps=15)
    paper.evaluate(
        """paper => {
            const seen = paper.dataset.read;
            window.stroke = new Promise(resolve => paper.addEventListener('pointerup', () => {
                const start = performance.now();
                new MutationObserver((_, observer) => {
                    if (paper.dataset.read === seen) return;
                    observer.disconnect();
                    resolve((performance.now() - start) / 1000);
                }).observe(paper, {attributes: true});
            }, {once: true}));
        }"""
    )
    page.mouse.up()
    return page.evaluate("window.stroke")


def set_slider(panel, number, value):
    panel.locator(".noUi-target").nth(number).evaluate("(element, value) => element.noUiSlider.set(value, true)", value)


def run_code(page, code):
    """Run code in the lesson's kernel; the seconds that took."""
    start = time.monotonic()
    page.evaluate(
        """async code => { const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
             await kernel.requestExecute({code}).done }""",
        code,
    )
    return time.monotonic() - start
