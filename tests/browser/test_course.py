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
    panel = page.locator(".helpers-training-panel").first
    panel.scroll_into_view_if_needed()
    button = {name: panel.get_by_role("button", name=name) for name in ("Start", "Pause", "Go on", "Reset")}

    def text():
        return readout(panel)

    def iteration():
        return int(text().split("iteration ")[1].split()[0])

    set_slider(panel, 1, 10_000)  # long enough to be caught running
    curves, spoken = panel.locator("svg"), panel.locator("[aria-live]")
    picture = curves.get_attribute("aria-label")
    said = spoken.inner_text()
    button["Start"].click()
    wait(lambda: iteration() > 50, what="training")
    wait(lambda: curves.get_attribute("aria-label") != picture, what="a live curve")
    assert button["Start"].get_attribute("aria-disabled") == "true"  # two starts cannot run at once
    assert button["Start"].evaluate("button => document.activeElement === button")  # and the keyboard stays where it was
    assert spoken.inner_text() == said  # a running panel is silent
    set_slider(panel, 0, 0)  # the rate, while it runs: its log slider counts in powers of ten, 10**0 = 1
    button["Pause"].click()
    wait(lambda: text().startswith("paused"), what="a pause")
    stopped = iteration()
    wait(lambda: spoken.inner_text().startswith("paused. "), what="the words for a screen reader")
    assert curves.get_attribute("aria-label") in spoken.inner_text()
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
    panel = page.locator(".helpers-training-panel").first
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
    panel = page.locator(".helpers-training-panel").first
    set_slider(panel, 1, 10_000)
    panel.get_by_role("button", name="Start").click()
    wait(lambda: readout(panel).startswith("training"), what="training")
    times = [lesson_09.run_code("1 + 1") for _ in range(5)]
    print(f"a cell beside the training panel: {1000 * statistics.median(times):.0f} ms")
    assert readout(panel).startswith("training")  # the cells were done while it ran
    panel.get_by_role("button", name="Reset").click()


def test_a_stroke_is_read_while_it_is_drawn(lesson_09, page, record_property):
    pads = page.locator(".helpers-pad")
    assert pads.count() == 2
    for pad in pads.all():
        paper, reading = pad.locator("canvas.helpers-pad-paper"), pad.locator("svg")
        pad.scroll_into_view_if_needed()
        height = page.evaluate("document.querySelector('.jp-WindowedPanel-inner').scrollHeight")
        pad.get_by_role("button", name="Clear").click()
        wait(lambda r=reading: r.get_attribute("aria-label").startswith("Empty paper"), what="a clear page")
        times = draw_a_seven(page, paper)
        assert reading.get_attribute("aria-label").startswith("Read as")
        assert pad.locator(".helpers-pad-picture:visible").count() == 3
        assert pad.locator("svg text", has_text="50 hidden units").count() == 1
        # the page stays where it is
        assert page.evaluate("document.querySelector('.jp-WindowedPanel-inner').scrollHeight") == height
        record_property("hand to reading, seconds", statistics.median(times) / 1000)
        print(f"hand to reading: median of {len(times)} moves: {statistics.median(times):.0f} ms")
        pad.get_by_role("button", name="Clear").click()
        wait(lambda r=reading: r.get_attribute("aria-label").startswith("Empty paper"), what="a clear page")
        pad.get_by_role("button", name="Sample digit").click()
        wait(lambda r=reading: r.get_attribute("aria-label").startswith("Read as"), what="a sample digit")
    assert page.problems == []


def test_a_digit_on_the_paper_is_read_anew_while_the_panel_beside_it_trains(lesson_09, page):
    bench = page.locator(".helpers-workbench")
    bench.scroll_into_view_if_needed()
    assert readout(bench).startswith("trained · iteration 2000 of 2000")
    reading = bench.locator(".helpers-pad svg")
    trained = reading.get_attribute("aria-label")
    assert trained.startswith("Read as")
    bench.get_by_role("button", name="Reset").click()
    wait(lambda: reading.get_attribute("aria-label") != trained, what="the reading of an untrained network")
    untrained = reading.get_attribute("aria-label")
    bench.get_by_role("button", name="Start").click()
    wait(lambda: reading.get_attribute("aria-label") != untrained, what="a reading while it trains")
    assert readout(bench).startswith("training")
    bench.get_by_role("button", name="Reset").click()
    wait(lambda: reading.get_attribute("aria-label") == untrained, what="a reset")


def test_an_error_of_the_panel_is_seen(lesson_09, page):
    panel = page.locator(".helpers-training-panel").first
    lesson_09.run_code("panel.data.x_train[0, 0] = float('nan'); panel.batch_size.value = 300")
    panel.get_by_role("button", name="Start").click()
    wait(lambda: panel.locator("[role=alert]").count() == 1, what="an error in the panel")
    assert "the loss is nan" in panel.locator("[role=alert]").inner_text()


def readout(panel):
    """What the panel says of its run."""
    return panel.locator(".widget-html").inner_text().strip()


def draw_a_seven(page, paper):
    """Draw a seven with the mouse, 30 moves; milliseconds from each move to the picture of a reading that was asked after it."""
    box = paper.bounding_box()
    points = [(0.25 + 0.036 * k, 0.2) for k in range(15)] + [(0.75 - 0.025 * k, 0.24 + 0.04 * k) for k in range(15)]
    page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.2)
    page.mouse.down()
    paper.evaluate(
        """paper => {
            let since = null;
            window.times = [];
            paper.addEventListener('pointermove', () => (since ??= performance.now()));
            new MutationObserver(() => {
                if (since === null) return;
                const from = since;
                since = null;
                requestAnimationFrame(() => window.times.push(performance.now() - from));
            }).observe(paper, {attributeFilter: ['data-read']});
        }"""
    )
    for x, y in points:
        page.mouse.move(box["x"] + box["width"] * x, box["y"] + box["height"] * y)
        page.wait_for_timeout(60)
    page.mouse.up()
    wait(lambda: paper.get_attribute("data-open") == "0" and page.evaluate("window.times.length"), what="a reading")
    return page.evaluate("window.times")
