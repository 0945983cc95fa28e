"""The widgets, moved from Python: what a move does, and that no error is swallowed. (test_browser.py moves them for real.)"""

import asyncio
import base64
import itertools
import signal
from types import SimpleNamespace

import numpy as np
import pytest

from helpers import plots, widgets
from helpers.datasets import load_digits
from helpers.networks import TwoLayerNet
from helpers.widgets import training_panel
from helpers.widgets.buttons import is_off


def figure_of(a, b=1):
    """A figure whose alt text shows its arguments; a = 13 is an error."""
    if a == 13:
        raise ValueError("no <13> here")
    return plots.describe(plots.seed_study([abs(a) + 0.01, b], limit=0.5), f"a={a}, b={b}")


@pytest.fixture
def explorer():
    return widgets.explore(figure_of, a=widgets.slider("a", 0, 20, 3, step=1), b=widgets.slider("b", 0, 2, 0.5))


class TestExplorer:
    def test_a_move_draws_anew(self, explorer):
        before = explorer.picture.value
        explorer.controls["a"].value = 4
        assert explorer.picture.value != before and bytes(explorer.picture.value).startswith(b"\x89PNG")
        assert "a=4, b=0.5" in explorer.picture.alt

    def test_an_error_is_shown_and_kept_and_goes_away(self, explorer):
        explorer.controls["a"].value = 13
        assert isinstance(explorer.error, ValueError)
        assert "role='alert'" in explorer.picture.alert and "no &lt;13&gt; here" in explorer.picture.alert
        explorer.controls["a"].value = 5
        assert explorer.error is None and explorer.picture.alert == ""

    def test_an_error_of_the_first_drawing_is_raised(self):
        with pytest.raises(ValueError, match="13"):
            widgets.explore(figure_of, a=widgets.slider("a", 0, 20, 13, step=1))

    def test_several_moves_draw_once_and_back_to_the_start(self, explorer, monkeypatch):
        drawn = []
        explorer.figure = lambda **values: drawn.append(values) or figure_of(**values)
        explorer.set(a=9, b=1.5)
        assert drawn == [{"a": 9, "b": 1.5}]
        back = next(child for child in explorer.children if getattr(child, "description", "") == "Back to the start")
        back.click()
        assert drawn[1:] == [{"a": 3, "b": 0.5}]

    def test_its_text_says_what_to_do_and_fits_a_line(self, explorer):
        assert repr(explorer) == "Run this cell (Shift+Enter) to move: a, b."

    def test_its_text_gives_the_labels_that_are_seen(self):
        a, b = widgets.slider("rows of A", 0, 20, 3, step=1), widgets.slider("", 0, 2, 0.5)
        assert repr(widgets.explore(figure_of, a=a, b=b)) == "Run this cell (Shift+Enter) to move: rows of A, b."

    def test_a_saved_notebook_keeps_the_picture_and_what_to_do(self, explorer):
        bundle = explorer._repr_mimebundle_()
        assert bundle["text/plain"] == repr(explorer) and "application/vnd.jupyter.widget-view+json" in bundle
        assert (
            bundle["text/html"].startswith('<img class="helpers-figure" alt="a=3, b=0.5"')
            and repr(explorer) in bundle["text/html"]
        )

    def test_controls(self):
        assert isinstance(widgets.slider("n", 1, 9, 2, step=1).value, int)
        assert widgets.slider("x", 0, 1, 0.25, step=0.05).readout_format == ".2f"
        assert widgets.log_slider("h", -8, 0, 1e-2).value == pytest.approx(1e-2)
        assert widgets.choice("gate", ["AND", "OR"], "OR").value == "OR"
        assert widgets.switch("float32").value is False


@pytest.fixture
def panel():
    panel = widgets.TrainingPanel(load_digits(), iterations=300)
    panel.speed.value = None  # as fast as it goes
    return panel


def run(coroutine):
    return asyncio.run(asyncio.wait_for(coroutine, 30))


def runs_of_the_panel():
    return sum("TrainingPanel._run" in repr(task) for task in asyncio.all_tasks())


async def until(condition):
    while not condition():
        await asyncio.sleep(0.01)


class TestTrainingPanel:
    def test_it_trains_to_the_end(self, panel):
        async def story():
            before, picture = panel.network.params["W1"].copy(), panel.picture.value
            panel.start()
            await until(lambda: panel.state == "done")
            await panel.task
            assert len(panel.history.loss) == 300 and panel.history.evaluated[-1] == 300
            assert panel.history.val_accuracy[-1] > 0.9
            assert not np.array_equal(before, panel.network.params["W1"])
            assert panel.picture.value != picture and "done" in panel.readout.value and panel.bar.value == 300

        run(story())

    def test_pause_go_on_reset(self, panel):
        panel.iterations.value = 10_000

        async def story():
            start = {name: value.copy() for name, value in panel.network.params.items()}
            panel.start()
            await until(lambda: len(panel.history.loss) > 20)
            panel.pause()
            await panel.task
            stopped = len(panel.history.loss)
            await asyncio.sleep(0.1)
            assert panel.state == "paused" and len(panel.history.loss) == stopped
            assert panel.start_button.description == "Go on" and is_off(panel.pause_button)
            panel.start()
            await until(lambda: len(panel.history.loss) > stopped)
            panel.reset()
            assert panel.state == "new" and panel.history.loss == []
            assert all(np.array_equal(start[name], value) for name, value in panel.network.params.items())
            await asyncio.sleep(0.1)
            assert panel.history.loss == []  # the old run is over

        run(story())

    def test_two_starts_never_run_at_once(self, panel):
        panel.iterations.value = 10_000

        async def story():
            panel.start()
            task = panel.task
            panel.start()
            assert panel.task is task
            await until(lambda: len(panel.history.loss) > 5)
            panel.start()
            assert panel.task is task and runs_of_the_panel() == 1
            panel.pause()
            panel.start()  # before the paused turn has ended
            assert runs_of_the_panel() == 1 and panel.state == "running"
            done = len(panel.history.loss)
            await until(lambda: len(panel.history.loss) > done)
            panel.reset()

        run(story())

    def test_the_rate_may_change_while_it_runs_and_other_cells_get_their_turn(self, panel, monkeypatch):
        ticks = itertools.count(step=0.001)  # a clock of its own: a millisecond a look, one look a step
        monkeypatch.setattr(training_panel, "time", SimpleNamespace(monotonic=lambda: next(ticks)))
        panel.iterations.value = 10_000

        async def story():
            panel.start()
            turns = [0]
            while turns[-1] < 500:
                await asyncio.sleep(0)
                panel.lr.value = 0.01
                turns.append(len(panel.history.loss))
            assert max(np.diff(turns)) <= 20  # steps of a millisecond in a turn of 20 ms
            assert panel.optimizer.lr == 0.01
            panel.reset()
            assert panel.optimizer.lr == 0.01

        run(story())

    def test_a_larger_network_and_a_longer_run(self, panel):
        panel.hidden_units.value = 7
        assert panel.network.params["W1"].shape == (64, 7)

        async def story():
            panel.start()
            assert panel.hidden_units.disabled and panel.batch_size.disabled
            await until(lambda: panel.state == "done")
            panel.iterations.value = 400
            assert panel.start_button.description == "Go on"
            panel.start()
            await until(lambda: panel.state == "done" and panel.task.done())
            assert len(panel.history.loss) == 400

        run(story())

    def test_errors_are_shown_and_a_start_begins_anew(self, panel):
        data = panel.data.x_train.copy()
        panel.data.x_train[0, 0] = np.nan
        panel.batch_size.value = 300

        async def story():
            panel.start()
            await until(lambda: panel.state == "failed")
            await panel.task
            assert "the loss is nan" in panel.picture.alert and "role='alert'" in panel.picture.alert
            panel.data.x_train[...] = data
            panel.start()
            await until(lambda: panel.state == "done")
            assert panel.picture.alert == "" and panel.error is None

        run(story())

    def test_it_goes_on_after_an_interrupt(self, panel):
        panel.iterations.value = 10_000
        update, calls = panel.optimizer.update, itertools.count()

        def interrupted(params, grads):
            if next(calls) == 30:
                raise KeyboardInterrupt
            update(params, grads)

        panel.optimizer.update = interrupted

        async def story():
            panel.start()
            await until(lambda: panel.task.done())
            assert panel.state == "paused" and panel.error is None
            stopped = len(panel.history.loss)
            panel.start()
            await until(lambda: len(panel.history.loss) > stopped + 5 or panel.state == "failed")
            assert panel.state == "running"
            panel.reset()

        run(story())

    def test_the_stop_button_pauses_it_and_is_python_s_own_again_afterwards(self, panel):
        panel.iterations.value = 10_000
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # as ipykernel has it between cells

        async def story():
            panel.start()
            await until(lambda: len(panel.history.loss) > 5)
            signal.raise_signal(signal.SIGINT)
            await until(lambda: panel.task.done())
            assert panel.state == "paused" and panel.error is None
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
            stopped = len(panel.history.loss)
            panel.start()
            await until(lambda: len(panel.history.loss) > stopped + 5)
            panel.reset()

        try:
            run(story())
        finally:
            signal.signal(signal.SIGINT, before)

    def test_a_running_panel_is_silent_and_a_stopped_one_says_where_it_stands(self, panel):
        said = []
        panel.picture.observe(lambda change: said.append((panel.state, change["new"])), "spoken")

        async def story():
            panel.start()
            await until(lambda: panel.state == "done" and panel.task.done())

        run(story())
        assert [state for state, _ in said] == ["done"] and said[0][1] == f"done. {panel.picture.alt}"

    def test_its_speed_is_kept_and_accuracy_measured_evenly(self, panel):
        panel.speed.value = 1000

        async def story():
            begun = asyncio.get_running_loop().time()
            panel.start()
            await until(lambda: panel.state == "done")
            return asyncio.get_running_loop().time() - begun

        assert run(story()) > 0.29  # 300 steps at 1,000 a second: never faster
        assert panel.history.evaluated[:3] == [6, 12, 18] and len(panel.history.evaluated) >= 50

    def test_a_run_made_shorter_than_it_is_ends(self, panel):
        panel.iterations.value = 10_000

        async def story():
            panel.start()
            await until(lambda: len(panel.history.loss) > 200)
            panel.iterations.value = 100
            await until(lambda: panel.task.done())
            assert panel.state == "done"

        run(story())

    def test_a_button_without_an_event_loop_says_so(self, panel):
        panel.start_button.click()
        assert panel.state == "failed" and isinstance(panel.error, RuntimeError)

    def test_it_takes_images_that_are_not_flat(self):
        assert widgets.TrainingPanel(load_digits(flatten=False)).network.params["W1"].shape == (64, 50)


@pytest.fixture
def pad():
    digits = load_digits()
    network = TwoLayerNet(64, 20, 10, np.random.default_rng(0))
    return widgets.DigitPad(network.predict, digits.image_shape, samples=digits.x_val)


def packed(page):
    return base64.b64encode((255 * page).astype(np.uint8).tobytes()).decode("ascii")


class TestDigitPad:
    def test_a_drawing_from_the_browser_is_read(self, pad):
        page = np.zeros((112, 112))
        page[20:90, 50:60] = 1
        pad.drawing = packed(page)
        assert pad.result["answer"].startswith("Read as") and pad.error is None
        assert [bar["name"] for bar in pad.result["bars"]] == list("0123456789")
        assert sum(bar["value"] for bar in pad.result["bars"]) == pytest.approx(1, abs=1e-5)
        assert sum(bar["best"] for bar in pad.result["bars"]) == 1
        assert [step["width"] for step in pad.result["steps"]][-1] == 8
        assert np.array_equal(pad.steps["what you drew"], page)

    def test_an_empty_page_clears(self, pad):
        pad.show_sample()
        pad.drawing = packed(np.zeros((112, 112)))
        assert pad.result["answer"] == "Draw a digit." and pad.result["bars"] == [] and pad.result["steps"] == []

    def test_samples_come_one_after_another_of_either_size(self, pad):
        pad._asked(pad, {"ask": "sample"}, [])
        first = pad.sample
        pad._asked(pad, {"ask": "sample"}, [])
        assert pad.sample != first and (first["width"], first["height"]) == (112, 112)
        large = widgets.DigitPad(TwoLayerNet(784, 5, 10).predict, (1, 28, 28), samples=load_digits().x_val)
        large.show_sample()
        assert large.result["answer"].startswith("Read as") and large.has_samples

    def test_an_error_is_shown(self, pad):
        pad.predict = lambda x: TwoLayerNet(63, 2, 10).predict(x)
        pad._asked(pad, {"ask": "sample"}, [])
        assert pad.result["error"] and "(N, 63)" in pad.result["answer"] and isinstance(pad.error, ValueError)

    def test_without_samples_there_is_no_button(self):
        assert not widgets.DigitPad(lambda x: x, (1, 8, 8)).has_samples

    def test_texts_for_the_saved_notebook_fit_a_line(self, pad, panel):
        for widget in (pad, panel):
            assert repr(widget).startswith("Run this cell (Shift+Enter)") and len(repr(widget)) <= 110
