"""What the browser tests do to a page, and what they ask of any page of the course."""

import statistics
import time

# Moves a slider's handle to the end that is farther away; should that give the same picture, to the other one. Then back to
# where it was: beside another slider's end it may have nothing to change. A command to the kernel that comes after the
# slider's is answered after the slider's picture was drawn.
MOVE = """async handle => {
    const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const slider = handle.closest('.noUi-target').noUiSlider;
    const stage = handle.closest('.helpers-widget').querySelector('.helpers-stage');
    const {min, max} = slider.options.range;
    const [low, high] = [min, max].map(v => Array.isArray(v) ? v[0] : v);
    const start = Number(slider.get()), before = stage.dataset.drawn;
    const far = start - low > high - start ? low : high;
    let changed = false;
    for (const end of [far, low + high - far]) {
        slider.set(end, true);
        await kernel.requestExecute({code: '', store_history: false}).done;
        for (let i = 0; i < 20 && stage.dataset.drawn === before; i++) await new Promise(resolve => setTimeout(resolve, 25));
        changed = stage.dataset.drawn !== before;
        if (changed) break;
    }
    slider.set(start, true);
    await kernel.requestExecute({code: '', store_history: false}).done;
    return changed;
}"""

# Moves a slider back and forth and takes the seconds until the new picture stands in the page. Where it has only a few
# steps, a move that would end where the slider stands goes on to the next step. Two places may have the same picture (a
# line that lies outside of it, say): such a move does not count, but at least half of the moves must change the picture.
TIME_MOVES = """async ([explorer, wanted]) => {
    const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const slider = explorer.querySelector('.noUi-target').noUiSlider;
    const stage = explorer.querySelector('.helpers-stage');
    const {min, max} = slider.options.range;
    const [low, high] = [min, max].map(v => Array.isArray(v) ? v[0] : v);
    const step = slider.options.step || 0;
    const place = move => {
        const wanted = low + (high - low) * (0.15 + 0.7 * ((move * 7) % 31) / 31);
        const value = step ? low + step * Math.round((wanted - low) / step) : wanted;
        if (Math.abs(value - Number(slider.get())) > step / 2) return value;
        return value + step <= high ? value + step : value - step;
    };
    const times = [];
    for (let move = 0; move < 2 * wanted && times.length <= wanted; move++) {
        const start = performance.now();
        let seen = null;
        const watch = new MutationObserver(() => { seen ??= performance.now(); });
        watch.observe(stage, {attributes: true, attributeFilter: ['data-drawn']});
        slider.set(place(move), true);
        await kernel.requestExecute({code: '', store_history: false}).done;  // also the pause between two moves
        for (let wait = 0; wait < 20 && !seen; wait++) await new Promise(resolve => setTimeout(resolve, 10));
        watch.disconnect();
        if (seen) times.push((seen - start) / 1000);
    }
    if (times.length <= wanted) throw new Error(`only ${times.length} of ${2 * wanted} moves gave a new picture`);
    return times.slice(1);
}"""

TIMED_MOVES = 12  # of each explorer

# Texts in the widgets whose contrast with what lies behind them is less than 4.5 : 1. What is switched off may be pale; words
# in drawings are measured with the figures.
PALE = """() => {
    const parse = colour => (colour.match(/[\\d.]+/g) ?? []).map(Number);
    const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const behind = element => {
        for (let e = element; e; e = e.parentElement) {
            const colour = parse(getComputedStyle(e).backgroundColor);
            if (colour.length === 3 || colour[3] === 1) return colour;
        }
        return [255, 255, 255];
    };
    const found = [];
    for (const root of document.querySelectorAll('.helpers-widget, .helpers-pad, .jp-OutputPlaceholder')) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || element.closest('.helpers-off, :disabled, option, [disabled], svg')) continue;
            const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < 4.5) found.push(`${walker.currentNode.data.trim().slice(0, 40)}: ${ratio.toFixed(1)}`);
        }
    }
    return found;
}"""

NAMELESS = """() => [
    ...[...document.querySelectorAll('.jp-OutputArea img')].filter(e => !e.alt.trim()),
    ...[...document.querySelectorAll('.noUi-handle, .widget-readout')].filter(e => !e.getAttribute('aria-label')),
    ...document.querySelectorAll('.jp-OutputArea [title=null]'),
].map(e => e.outerHTML.slice(0, 150))"""

SCROLLING = """() => [...document.querySelectorAll('.jp-CodeCell .cm-scroller')].filter(e => e.scrollWidth > e.clientWidth + 1)
    .map(e => e.innerText.split('\\n').sort((a, b) => b.length - a.length)[0])"""


def wait(condition, seconds=600, what="the page"):
    """Wait until condition() holds. The limit catches what hangs."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError(f"{what} did not happen within {seconds} s")


def move_every_slider(lesson, record_property, name):
    """Move each slider of the lesson to an end, see a new picture and no error; then time moves of each explorer."""
    page, explorers, times = lesson.page, lesson.page.locator(".helpers-explorer"), []
    for i in range(explorers.count()):
        explorer = explorers.nth(i)
        handles = explorer.locator(".noUi-handle")
        for j in range(handles.count()):
            assert page.evaluate(MOVE, handles.nth(j).element_handle()), f"explorer {i}, slider {j} gave no new picture"
        assert explorer.locator("[role=alert]").count() == 0, explorer.locator("[role=alert]").inner_text()
        if handles.count() == 0:  # lists to choose from and boxes to tick only
            continue
        explorer.get_by_role("button", name="Back to the start").click()  # at the ends some sliders have nothing to change
        lesson.settle()
        times.append(page.evaluate(TIME_MOVES, [explorer.element_handle(), TIMED_MOVES]))
        record_property(f"{name}, explorer {i}: seconds a move", statistics.median(times[-1]))
    if times:
        each = ", ".join(f"{1000 * statistics.median(some):.0f}" for some in times)
        middle = statistics.median(sum(times, []))
        print(f"{name}: slider to new picture, median of {len(sum(times, []))} moves: {1000 * middle:.0f} ms (each: {each})")


def move_every_hand(lesson):
    """Enter each drawing of the lesson by the keyboard: every handle is moved, every number typed over, every button pressed."""
    page = lesson.page
    for drawing in page.locator(".helpers-explorer .helpers-drawing").all():
        stage = drawing.locator("xpath=..")
        explorer = stage.locator("xpath=ancestor::*[contains(@class, 'helpers-explorer')]")
        moved = 0

        def changes(act):
            before = stage.get_attribute("data-drawn")  # noqa: B023
            act()
            lesson.settle()
            return stage.get_attribute("data-drawn") != before  # noqa: B023

        for i in range(drawing.locator("[data-hand]").count()):
            handle = drawing.locator("[data-hand]").nth(i)
            name = handle.get_attribute("aria-label")
            handle.focus()
            keys = ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown")
            assert any([changes(lambda key=key: page.keyboard.press(key)) for key in keys]), f"{name} does not move"
            assert handle.evaluate("handle => document.activeElement === handle"), f"{name} has lost the keyboard's focus"
            moved += 1
        for field in drawing.locator(".helpers-field").all():
            field.focus()
            keys = ("ArrowUp", "ArrowDown")
            assert any([changes(lambda key=key: page.keyboard.press(key)) for key in keys]), field.get_attribute("aria-label")
            moved += 1
        for i in range(min(3, drawing.locator("[data-press][aria-pressed=false]").count())):
            button = drawing.locator("[data-press][aria-pressed=false]").nth(i)
            button.focus()
            assert changes(lambda: page.keyboard.press("Enter")), button.get_attribute("aria-label")
            moved += 1
        if stage.locator(".helpers-bar").count():
            where = stage.locator(".helpers-where")
            last = int(where.inner_text().split(" of ")[1])
            stage.get_by_role("button", name="Back").click()
            assert where.inner_text() == f"{max(last - 1, 0)} of {last}"
            stage.get_by_role("button", name="Step").click()
            assert where.inner_text() == f"{last} of {last}"
            moved += 1
        assert moved or explorer.locator(".noUi-handle, select, input").count(), "nothing in it can be moved"
        assert explorer.locator("[role=alert]").count() == 0, explorer.locator("[role=alert]").inner_text()
        explorer.get_by_role("button", name="Back to the start").click()
        lesson.settle()


def step_through(lesson):
    """Go through each stepper of the lesson with the keyboard, from the start to the end: new pictures, and the focus stays."""
    for stepper in lesson.page.locator(".helpers-stepper").all():
        following, back = (stepper.get_by_role("button", name=name) for name in ("Next", "Back"))
        assert back.get_attribute("aria-disabled") == "true"
        stage, step = stepper.locator(".helpers-stage"), 0

        def drawn():
            return int(stage.get_attribute("data-drawn"))  # noqa: B023

        following.focus()
        while following.get_attribute("aria-disabled") == "false":
            before = drawn()
            following.press("Enter")
            lesson.settle()
            wait(lambda: drawn() > before, what="a new picture")  # noqa: B023
            step += 1
            assert f"{step} of " in stepper.locator(".widget-html").inner_text()
        assert step and f"{step} of {step}" in stepper.locator(".widget-html").inner_text()
        assert following.evaluate("button => document.activeElement === button"), "the end has lost the keyboard's focus"
        before = drawn()
        following.press("Enter")  # there is nothing more to show
        lesson.settle()
        assert drawn() == before and stepper.locator("[role=alert]").count() == 0
        back.click()
        wait(lambda: drawn() > before, what="the step before")  # noqa: B023


def set_slider(panel, number, value):
    """Put a slider of a widget to a value, as a hand would."""
    panel.locator(".noUi-target").nth(number).evaluate("(element, value) => element.noUiSlider.set(value, true)", value)
