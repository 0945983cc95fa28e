"""The course in JupyterLab: how it opens, an exercise, and the lessons with a training panel and a digit pad.

How long things take is printed; it is not asserted, as no timing is.
"""

import statistics

import pytest
from lesson_pages import WITH_PANEL, check_lesson
from moves import set_slider, wait


@pytest.fixture(scope="module")
def lesson_09(open_lesson):
    """Lesson 09; the tests that use it stand one after another, and the first one runs it."""
    return open_lesson("09_the_two_layer_net")


def test_jupyterlab_opens_on_the_first_lesson_and_asks_nothing(server, page):
    page.goto(server)
    page.wait_for_selector(".jp-Notebook h1", timeout=600_000)
    assert "00" in page.locator(".jp-Notebook h1").first.inner_text()
    page.wait_for_timeout(3000)
    assert page.locator(".Toastify__toast").all_inner_texts() == []


def test_an_exercise_runs_unfinished_and_its_folded_cells_open_with_a_click(open_lesson, page):
    assert open_lesson("exercises/05_numerical_gradients/05_numerical_gradients").run_all() == []
    bars = page.locator(".jp-Cell .jp-InputPlaceholder")
    said = page.locator(".jp-OutputArea-output").filter(has_text="not done yet")
    assert bars.count() == 5 and said.count() >= 5
    bars.first.scroll_into_view_if_needed()
    bars.first.click()
    wait(lambda: bars.count() == 4, what="an opened cell")
    assert page.problems == []


def test_lesson_09_is_the_one_with_a_panel():
    assert WITH_PANEL == ["09_the_two_layer_net"]


def test_the_page_and_every_slider(lesson_09, record_property):
    check_lesson(lesson_09, "09_the_two_layer_net", record_property)


def test_the_panel_trains_pauses_goes_on_and_resets(lesson_09, page):
    panel = page.locator(".helpers-training-panel")
    panel.scroll_into_view_if_needed()
    button = {name: panel.get_by_role("button", name=name) for name in ("Start", "Pause", "Go on", "Reset")}

    def text():
        return readout(panel)

    def iteration():
        return int(text().split("iteration ")[1].split()[0])

    set_slider(panel, 1, 10_000)  # long enough to be caught running
    picture, spoken = panel.locator("img").get_attribute("src"), panel.locator("[aria-live]")
    said = spoken.inner_text()
    button["Start"].click()
    wait(lambda: iteration() > 50, what="training")
    wait(lambda: panel.locator("img").get_attribute("src") != picture, what="a live curve")
    assert button["Start"].get_attribute("aria-disabled") == "true"  # two starts cannot run at once
    assert button["Start"].evaluate("button => document.activeElement === button")  # and the keyboard stays where it was
    assert spoken.inner_text() == said  # a running panel is silent
    set_slider(panel, 0, 0)  # the rate, while it runs: its log slider counts in powers of ten, 10**0 = 1
    button["Pause"].click()
    wait(lambda: text().startswith("paused"), what="a pause")
    stopped = iteration()
    wait(lambda: spoken.inner_text().startswith("paused. "), what="the words for a screen reader")
    assert panel.locator("img").get_attribute("alt") in spoken.inner_text()
    page.wait_for_timeout(600)
    assert iteration() == stopped  # a paused run stands still
    button["Go on"].click()
    wait(lambda: iteration() > stopped, what="going on")
    button["Pause"].click()
    wait(lambda: text().startswith("paused"), what="a second pause")
    button["Reset"].click()
    wait(lambda: text().startswith("ready") and iteration() == 0, what="a reset")
    assert page.problems == []


def test_an_interrupt_pauses_the_panel_and_it_goes_on(lesson_09, page):
    panel = page.locator(".helpers-training-panel")
    set_slider(panel, 1, 10_000)
    panel.get_by_role("button", name="Start").click()
    wait(lambda: "iteration" in readout(panel) and int(readout(panel).split("iteration ")[1].split()[0]) > 50, what="training")
    page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.interrupt()")
    wait(lambda: readout(panel).startswith("paused"), what="a pause by the stop button")
    stopped = int(readout(panel).split("iteration ")[1].split()[0])
    panel.get_by_role("button", name="Go on").click()
    wait(lambda: int(readout(panel).split("iteration ")[1].split()[0]) > stopped, what="going on")
    panel.get_by_role("button", name="Reset").click()
    wait(lambda: readout(panel).startswith("ready"), what="a reset")
    assert panel.locator("[role=alert]").count() == 0


def test_cells_answer_while_the_panel_trains(lesson_09, page):
    panel = page.locator(".helpers-training-panel")
    set_slider(panel, 1, 10_000)
    panel.get_by_role("button", name="Start").click()
    wait(lambda: readout(panel).startswith("training"), what="training")
    times = [lesson_09.run_code("1 + 1") for _ in range(5)]
    print(f"a cell beside the training panel: {1000 * statistics.median(times):.0f} ms")
    assert readout(panel).startswith("training")  # the cells were done while it ran
    panel.get_by_role("button", name="Reset").click()


def test_a_stroke_is_read_at_once(lesson_09, page, record_property):
    pads = page.locator(".helpers-pad")
    assert pads.count() == 2
    for pad in pads.all():
        height = pad.locator("xpath=..").bounding_box()["height"]
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
            assert pad.locator("xpath=..").bounding_box()["height"] == height  # the page stays where it is
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
    lesson_09.run_code("panel.data.x_train[0, 0] = float('nan'); panel.batch_size.value = 300")
    panel.get_by_role("button", name="Start").click()
    wait(lambda: panel.locator("[role=alert]").count() == 1, what="an error in the panel")
    assert "the loss is nan" in panel.locator("[role=alert]").inner_text()


def readout(panel):
    """What the panel says of its run."""
    return panel.locator(".widget-html").inner_text().strip()


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
