"""The widgets, moved from Python: what a move does, and that no error is swallowed. (test_browser.py moves them for real.)"""

import asyncio
import itertools
import signal
from types import SimpleNamespace

import numpy as np
import pytest

from helpers import plots, widgets
from helpers.datasets import load_digits
from helpers.functions import softmax
from helpers.networks import MultiLayerNet, SimpleConvNet, TwoLayerNet
from helpers.optimizers import SGD
from helpers.training import fit
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
            before, picture = panel.network.params["W1"].copy(), panel.picture.drawing
            panel.start()
            await until(lambda: panel.state == "done")
            await panel.task
            assert len(panel.history.loss) == 300 and panel.history.evaluated[-1] == 300
            assert panel.history.val_accuracy[-1] > 0.9
            assert not np.array_equal(before, panel.network.params["W1"])
            assert panel.picture.drawing != picture and "done" in panel.readout.value and "300 of 300" in panel.readout.value

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

    def test_its_axes_stay_while_it_trains(self, panel):
        axes = []

        def grey_words(_change):
            words = [
                (said, box) for said, box, *_ in panel.picture.figure.texts if not said.startswith(("loss ", "training", "valid"))
            ]
            axes.append(words)

        panel.picture.observe(grey_words, "drawing")

        async def story():
            panel.start()
            await until(lambda: panel.state == "done" and panel.task.done())

        run(story())
        assert axes and all(words == axes[0] for words in axes)

    def test_who_watches_is_called_with_every_new_curve(self, panel):
        seen = []
        panel.watch(lambda: seen.append(len(panel.history.loss)))

        async def story():
            panel.start()
            await until(lambda: panel.state == "done" and panel.task.done())

        run(story())
        assert seen[-1] == 300
        panel.reset()
        assert seen[-1] == 0

    def test_a_network_that_is_trained_already_is_shown_and_left_alone(self):
        network, history = trained()
        kept = {name: value.copy() for name, value in network.params.items()}
        panel = widgets.TrainingPanel(load_digits(), network=network, history=history)
        assert panel.state == "given" and "200 of 200" in panel.readout.value and panel.history.loss == history.loss
        assert panel.hidden_units.value == 20 and "After 200 of 200" in panel.picture.alt

        async def go_on():
            panel.iterations.value = 300
            panel.start()
            await until(lambda: panel.state == "done" and panel.task.done())

        run(go_on())
        assert len(panel.history.loss) == 300 and len(history.loss) == 200
        assert all(np.array_equal(kept[name], value) for name, value in network.params.items())

    def test_a_start_after_a_given_network_begins_with_an_untrained_one(self):
        network, history = trained()
        panel = widgets.TrainingPanel(load_digits(), network=network, history=history)

        async def story():
            panel.start()
            assert panel.history.loss == [] and panel.state == "running"
            panel.reset()

        run(story())
        assert panel.state == "new" and not np.array_equal(panel.network.params["W1"], network.params["W1"])

    def test_it_takes_images_that_are_not_flat(self):
        assert widgets.TrainingPanel(load_digits(flatten=False)).network.params["W1"].shape == (64, 50)


def trained(iterations=200):
    """A network of 20 hidden units and its history."""
    network = TwoLayerNet(64, 20, 10, np.random.default_rng(0))
    history = fit(network, SGD(0.1), load_digits(), iterations=iterations, every=50, rng=0, progress=False)
    return network, history


@pytest.fixture
def pad():
    digits = load_digits()
    return widgets.DigitPad(TwoLayerNet(64, 20, 10, np.random.default_rng(0)), digits.image_shape, samples=digits.x_val)


def stroke():
    page = np.zeros((112, 112))
    page[20:90, 50:60] = 1
    return page


def ask(pad, page, turn=1):
    """What the page sends while one draws."""
    pad._asked(pad, {"ask": "read", "turn": turn}, [memoryview((255 * page).astype(np.uint8).tobytes())])


def words(pad):
    return [said for said, *_ in pad.figure().texts]


class TestDigitPad:
    def test_a_drawing_from_the_browser_is_read(self, pad):
        ask(pad, stroke(), turn=7)
        assert pad.result["answer"].startswith("Read as") and pad.error is None and pad.result["turn"] == 7
        assert pad.probabilities.sum() == pytest.approx(1, abs=1e-5) and pad.probabilities.shape == (10,)
        assert [picture["width"] for picture in pad.result["pictures"]][-1] == 8 and len(pad.result["pictures"]) == 3
        assert np.array_equal(pad.steps["what you drew"], stroke())
        best = int(pad.probabilities.argmax())
        assert f"Read as {best}" in pad.result["alt"] and f"{100 * pad.probabilities[best]:.0f} %" in words(pad)

    def test_hidden_units_are_the_network_s_own(self, pad):
        ask(pad, stroke())
        x = pad.steps["counted in blocks"].reshape(1, -1).astype(np.float32)
        affine, relu, last = pad.network.layers
        assert np.array_equal(pad.units, relu.forward(affine.forward(x))[0])
        assert np.allclose(pad.reading.pull.sum(axis=0) + last.params["b"], pad.network.predict(x)[0], atol=1e-5)
        assert np.allclose(pad.probabilities, softmax(pad.network.predict(x))[0])
        assert "20 hidden units" in words(pad)

    def test_a_function_and_one_more_for_its_hidden_units(self, pad):
        network = pad.network
        plain = widgets.DigitPad(network.predict, (1, 8, 8))
        ask(plain, stroke())
        assert plain.units is None and "network" in words(plain)
        both = widgets.DigitPad(network.predict, (1, 8, 8), hidden=network.layers[0].forward)
        ask(both, stroke())
        assert both.units.shape == (20,) and both.reading.pull is None
        ask(pad, stroke())
        assert np.array_equal(plain.probabilities, pad.probabilities) and np.array_equal(both.probabilities, pad.probabilities)

    def test_deeper_networks_and_those_that_take_images(self):
        deep = widgets.DigitPad(MultiLayerNet([64, 30, 12, 10], 0), (1, 8, 8))
        ask(deep, stroke())
        assert deep.units.shape == (30,) and deep.reading.pull is None  # a wire to a digit would be no straight one
        images = SimpleConvNet((1, 28, 28), hidden_size=40, rng=0)
        read_images = widgets.DigitPad(images, (1, 28, 28))
        ask(read_images, stroke())
        assert read_images.error is None and read_images.units.shape == (40,) and read_images.reading.pull.shape == (40, 10)
        large = widgets.DigitPad(MultiLayerNet([64, 500, 10], 0), (1, 8, 8))
        ask(large, stroke())
        assert large.units is None and large.error is None

    def test_an_empty_page_clears(self, pad):
        pad.show_sample()
        ask(pad, np.zeros((112, 112)))
        assert pad.result["answer"] == "Draw a digit." and pad.probabilities is None and pad.result["pictures"] == []
        assert not pad.units.any() and len(pad.units) == 20

    def test_the_drawing_keeps_its_size_and_its_parts_whatever_is_read(self, pad):
        empty = pad.result
        ask(pad, stroke())
        full = pad.result
        for name in ("width", "height", "paper"):
            assert empty[name] == full[name]
        for tag in ("<circle", "<rect", "<text"):
            assert empty["svg"].count(tag) == full["svg"].count(tag)  # what is redrawn is changed in place

    def test_samples_come_one_after_another_of_either_size(self, pad):
        pad._asked(pad, {"ask": "sample", "turn": 1}, [])
        first = pad.sample
        pad._asked(pad, {"ask": "sample", "turn": 2}, [])
        assert pad.sample != first and (first["width"], first["height"]) == (112, 112) and pad.result["turn"] == 2
        large = widgets.DigitPad(TwoLayerNet(784, 5, 10).predict, (1, 28, 28), samples=load_digits().x_val)
        large.show_sample()
        assert large.result["answer"].startswith("Read as") and large.has_samples

    def test_an_error_is_shown_answers_the_question_and_goes_away(self, pad):
        good, pad.network = pad.network, TwoLayerNet(63, 2, 10)
        ask(pad, stroke(), turn=3)
        assert pad.result["error"] and "(N, 63)" in pad.result["answer"] and isinstance(pad.error, ValueError)
        assert pad.result["turn"] == 3
        pad.read_with(good)
        assert pad.error is None and not pad.result["error"] and pad.result["answer"].startswith("Read as")

    def test_without_samples_there_is_no_button(self):
        assert not widgets.DigitPad(lambda x: x, (1, 8, 8)).has_samples

    def test_a_saved_notebook_keeps_a_picture_with_a_sample_digit(self, pad):
        bundle, _ = pad._repr_mimebundle_()
        assert bundle["text/html"].startswith('<img class="helpers-figure" alt="Read as') and repr(pad) in bundle["text/html"]
        assert pad.page is None and pad.probabilities is None  # nothing stands on the paper for that
        assert "Empty paper" in widgets.DigitPad(pad.network, (1, 8, 8))._repr_mimebundle_()[0]["text/html"]

    def test_texts_for_the_saved_notebook_fit_a_line(self, pad, panel):
        for widget in (pad, panel, widgets.Workbench(load_digits())):
            assert repr(widget).startswith("Run this cell (Shift+Enter)") and len(repr(widget)) <= 110


class TestWorkbench:
    def test_it_begins_with_the_trained_network_and_a_reset_makes_the_pad_forget(self):
        network, history = trained(1000)
        bench = widgets.Workbench(load_digits(), network, history)
        bench.pad.show_sample()
        assert bench.pad.probabilities.argmax() == load_digits().t_val[0]
        sure = bench.pad.probabilities
        bench.panel.reset()
        assert bench.pad.network is bench.panel.network and bench.pad.probabilities.max() < 0.5 < sure.max()
        bench.panel.hidden_units.value = 7
        assert len(bench.pad.units) == 7 and not np.array_equal(sure, bench.pad.probabilities)

    def test_the_drawing_is_read_anew_while_the_panel_trains(self):
        bench = widgets.Workbench(load_digits(), iterations=400)
        bench.pad.show_sample()
        bench.panel.speed.value = None
        readings = [bench.pad.probabilities]
        bench.pad.observe(lambda _: readings.append(bench.pad.probabilities), "result")

        async def story():
            bench.panel.start()
            await until(lambda: bench.panel.state == "done" and bench.panel.task.done())

        run(story())
        assert len(readings) >= 2 and not np.array_equal(readings[0], readings[-1])  # at the start, and at the end at least
        assert readings[-1].argmax() == load_digits().t_val[0]

    def test_an_error_of_the_pad_does_not_stop_the_run(self):
        bench = widgets.Workbench(load_digits(), iterations=100)
        bench.panel.speed.value = None
        bench.pad.image_shape = (1, 9, 9)
        bench.pad.show_sample = None
        bench.pad.page = stroke()

        async def story():
            bench.panel.start()
            await until(lambda: bench.panel.state == "done" and bench.panel.task.done())

        run(story())
        assert bench.panel.error is None and bench.pad.result["error"] and "(1, 9, 9)" in bench.pad.result["answer"]

    def test_a_saved_notebook_keeps_both_pictures(self):
        page = widgets.Workbench(load_digits())._repr_mimebundle_()["text/html"]
        assert page.count("<img") == 2 and "press Start" in page
