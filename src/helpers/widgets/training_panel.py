"""The training panel: a run that can be started, paused and reset, its learning rate changed on the way.

The run is a task in the kernel's own event loop. It trains for some 20 ms a turn and then hands over, so that sliders,
buttons and other cells are answered at once; a thread would do so too, but then two threads would touch one network.
"""

import asyncio
import contextlib
import copy
import time

import ipywidgets
import numpy as np

from helpers import plots
from helpers.networks import TwoLayerNet
from helpers.optimizers import SGD
from helpers.training import History, steps
from helpers.widgets.buttons import button, turn_off
from helpers.widgets.explore import choice, log_slider, slider
from helpers.widgets.picture import Picture, Pictured
from helpers.widgets.stop_button import stop_button

TURN = 0.02  # seconds of training before other things in the kernel get their turn
SPEEDS = [("100 steps a second, to watch", 100), ("1,000 steps a second", 1000), ("as fast as it goes", None)]
WORDS = {"new": "ready", "given": "trained", "running": "training", "paused": "paused", "done": "done"}
WORDS["failed"] = "stopped by an error"
REDRAW = 0.12  # seconds between two pictures: often enough for the eye, and the steps get nearly all of the time
WIDTH = 380  # pixels of the controls


class TrainingPanel(Pictured):
    """Sliders, buttons and live curves around one training run of a two-layer network; they stand side by side where they can.

    data: a Dataset. seed: of the starting weights and of the order of the images; a reset starts from the same ones. network:
    one that is trained already, with its history: the panel shows a copy of it until the first start. width: of the curves.
    The network of the run is ``network``, what was measured ``history``; ``state`` is "new", "given", "running", "paused",
    "done" or "failed". Hidden units and batch size belong to a run and can be changed after a reset.
    """

    def __init__(
        self, data, seed=0, *, network=None, history=None, lr=0.1, iterations=1000, batch_size=100, hidden_units=50, width=520
    ):
        self.data, self.seed, self.width, self.watchers = data, seed, width, []
        iterations = len(history.loss) if history else iterations
        hidden_units = network.params["b1"].size if network else hidden_units
        self.lr = log_slider("learning rate", -3, 2, lr)
        self.iterations = slider("iterations", 100, max(10_000, iterations), iterations, step=100)
        sizes = sorted({1, 10, 32, 100, 300, batch_size})
        self.batch_size = ipywidgets.SelectionSlider(
            options=sizes, value=batch_size, description="batch size", tooltip="batch size"
        )
        self.hidden_units = slider("hidden units", 1, 200, hidden_units, step=1)
        self.speed = choice("speed", SPEEDS)
        controls = [self.lr, self.iterations, self.batch_size, self.hidden_units, self.speed]
        for control in controls:
            control.layout, control.style = {"width": "calc(100% - 4px)"}, {"description_width": "6.5em"}
        self.start_button = button("Start", lambda: self._guarded(self.start), icon="play")
        self.pause_button = button("Pause", self.pause, icon="pause")
        self.reset_button = button("Reset", lambda: self._guarded(self.reset), icon="refresh")
        self.readout, self.task = ipywidgets.HTML(tooltip=""), None
        buttons = ipywidgets.HBox([self.start_button, self.pause_button, self.reset_button])
        left, picture = ipywidgets.VBox([buttons, self.readout, *controls]), Picture()
        left.layout = {"width": f"min({WIDTH}px, 100%)"}
        super().__init__([left, picture], picture)
        self.layout = {"flex_flow": "row wrap", "align_items": "flex-start", "grid_gap": "8px 24px"}
        self.add_class("helpers-training-panel")
        self.lr.observe(self._change_rate, "value")
        self.iterations.observe(self._change_length, "value")
        self.speed.observe(self._pace, "value")
        self.hidden_units.observe(self._change_network, "value")
        self.batch_size.observe(self._change_network, "value")
        if network is None:
            self.reset()
        else:
            self._take(copy.deepcopy(network), np.random.default_rng(seed), copy.deepcopy(history), "given")

    def _guarded(self, action):
        try:
            action()
        except Exception as error:  # an error of a button belongs on the screen, not in a log
            self._fail(error)

    # What the buttons do

    def start(self):
        """Start the run, or go on after a pause. While it is running another start does nothing."""
        if self.task is not None and not self.task.done():
            if self.state == "paused":  # the turn in which it was paused is not over yet: the same task goes on
                self._enter("running")
            return
        if self.state in ("failed", "done", "given"):
            self.reset()
        self._enter("running")
        self._pace()
        self.task = asyncio.get_running_loop().create_task(self._run())

    def pause(self):
        """Stop after the turn that is going on; start() goes on from there."""
        if self.state == "running":
            self._enter("paused")

    def reset(self):
        """End the run and make a new network with the starting weights of the seed."""
        if self.task is not None:
            self.task.cancel()
            self.task = None
        rng = np.random.default_rng(self.seed)
        classes, pixels = len(self.data.class_names), self.data.x_train[0].size
        self._take(TwoLayerNet(pixels, self.hidden_units.value, classes, rng), rng)

    def watch(self, action):
        """Call action() whenever the curves were drawn anew: ``network`` has learned by then, or is another one."""
        self.watchers.append(action)

    def _take(self, network, rng, history=None, state="new"):
        """Make a network the one that is trained and shown."""
        self.network, self.history, self.optimizer = network, history or History(), SGD(self.lr.value)
        x = self.data.x_train.reshape(len(self.data.x_train), -1)
        self.run = steps(network, self.optimizer, x, self.data.t_train, batch_size=self.batch_size.value, rng=rng)
        self.picture.clear_error()
        self._enter(state)
        self.show()

    # The run

    async def _run(self):
        try:
            shown = time.monotonic()
            with stop_button() as stopped:
                while self.state == "running":
                    self._turn()
                    if time.monotonic() - shown > REDRAW:
                        self.show()
                        shown = time.monotonic()
                    await asyncio.sleep(0.005 if self.speed.value else 0)
                    if stopped():  # the kernel's stop button is as good as Pause
                        self.pause()
            self.show()
        except Exception as error:
            self._fail(error)
        except KeyboardInterrupt:  # the same button, while a cell waits
            self.pause()
            self._guarded(self.show)

    def _turn(self):
        end = time.monotonic() + TURN
        while self.state == "running" and time.monotonic() < end and not self._ahead():
            self.history.loss.append(next(self.run).loss)
            done = len(self.history.loss)
            if done % max(1, self.iterations.value // 50) == 0:
                self._measure()
            if done >= self.iterations.value:
                self._enter("done")

    def _pace(self, _change=None):
        self.paced_from = time.monotonic(), len(self.history.loss)

    def _ahead(self):
        """Whether the run has made the steps that its speed allows by now."""
        since, before = self.paced_from
        speed = self.speed.value
        return speed is not None and len(self.history.loss) - before >= speed * (time.monotonic() - since)

    def _fail(self, error):
        self._enter("failed")
        with contextlib.suppress(Exception):  # the curves up to the error, if they can be had; the error itself in any case
            self.show()
        self.picture.fail(error)

    # What the screen shows

    def _enter(self, state):
        self.state = state
        self.start_button.description = "Go on" if state == "paused" else "Start"
        turn_off(self.start_button, state == "running")
        turn_off(self.pause_button, state != "running")
        self.hidden_units.disabled = self.batch_size.disabled = state in ("running", "paused")

    def show(self, say=True):
        """Measure accuracy and draw the curves of now. say: whether a screen reader is told where a run stands that stopped."""
        self._measure()
        history = self.history
        self.readout.value = self._summary()
        curves = history.loss, history.evaluated, history.train_accuracy, history.val_accuracy
        figure = plots.live_curves(*curves, self.iterations.value, len(self.data.class_names), width=self.width)
        # A screen reader is told where the run stands when it stops, not at each redraw of a running one.
        self.picture.draw(figure, say="" if self.state == "running" or not say else f"{WORDS[self.state]}. {figure.alt}")
        for action in self.watchers:
            action()

    def _measure(self):
        history, done = self.history, len(self.history.loss)
        if done and history.evaluated[-1:] != [done]:
            train = self._accuracy(self.data.x_train, self.data.t_train)
            val = self._accuracy(self.data.x_val, self.data.t_val)
            history.evaluated.append(done)
            history.train_accuracy.append(train)
            history.val_accuracy.append(val)

    def _accuracy(self, x, t):
        x = x[:2000].reshape(min(2000, len(x)), -1)  # enough for a curve; it must not take longer than a moment
        return self.network.accuracy(x, t[:2000])

    def _summary(self):
        return f"<b>{WORDS[self.state]}</b> · iteration {len(self.history.loss)} of {self.iterations.value}"

    def _change_rate(self, change):
        self.optimizer.lr = change["new"]

    def _change_length(self, _change):
        done = len(self.history.loss) >= self.iterations.value
        if self.state in ("done", "given", "running", "paused") and len(self.history.loss):
            self._enter("done" if done else self.state if self.state == "running" else "paused")
        if self.state == "running":
            self.readout.value = self._summary()
        else:
            self._guarded(lambda: self.show(say=False))

    def _change_network(self, _change):
        if self.state in ("new", "done", "given", "failed"):
            self._guarded(self.reset)

    def __repr__(self):
        return "Run this cell (Shift+Enter), then press Start: learning rate, iterations, batch size, hidden units."
