"""The training panel: a run that can be started, paused and reset, its learning rate changed on the way.

The run is a task in the kernel's own event loop. It trains for some 20 ms a turn and then hands over, so that sliders,
buttons and other cells are answered at once; a thread would do so too, but then two threads would touch one network.
"""

import asyncio
import contextlib
import time

import ipywidgets
import numpy as np

from helpers import plots
from helpers.networks import TwoLayerNet
from helpers.optimizers import SGD
from helpers.plots import ink
from helpers.training import History, steps
from helpers.widgets.buttons import button, turn_off
from helpers.widgets.explore import LABEL, WIDE, choice, log_slider, slider
from helpers.widgets.picture import Picture, Pictured
from helpers.widgets.stop_button import stop_button

TURN = 0.02  # seconds of training before other things in the kernel get their turn
SPEEDS = [("100 steps a second, to watch", 100), ("1,000 steps a second", 1000), ("as fast as it goes", None)]
WORDS = {"new": "ready", "running": "training", "paused": "paused", "done": "done", "failed": "stopped by an error"}
REDRAW = 0.25  # seconds between two pictures; drawing one takes longer than many training steps


class TrainingPanel(Pictured):
    """Sliders, buttons and live curves around one training run of a two-layer network.

    data: a Dataset. seed: of the starting weights and of the order of the images; a reset starts from the same ones.
    The network of the run is ``network``, what was measured ``history``; ``state`` is "new", "running", "paused", "done"
    or "failed". Hidden units and batch size belong to a run and can be changed after a reset.
    """

    def __init__(self, data, seed=0, *, lr=0.1, iterations=1000, batch_size=100, hidden_units=50):
        self.data, self.seed = data, seed
        self.lr = log_slider("learning rate", -3, 2, lr)
        self.iterations = slider("iterations", 100, 10_000, iterations, step=100)
        self.batch_size = ipywidgets.SelectionSlider(
            options=sorted({1, 10, 32, 100, 300, batch_size}),
            value=batch_size,
            description="batch size",
            tooltip="batch size",
            style=LABEL,
            layout=WIDE,
        )
        self.hidden_units = slider("hidden units", 1, 200, hidden_units, step=1)
        self.speed = choice("speed", SPEEDS)
        self.start_button = button("Start", lambda: self._guarded(self.start), icon="play")
        self.pause_button = button("Pause", self.pause, icon="pause")
        self.reset_button = button("Reset", lambda: self._guarded(self.reset), icon="refresh")
        self.bar = ipywidgets.IntProgress(min=0, tooltip="iterations done", layout={"width": "min(520px, 100%)"})
        self.readout, self.task = ipywidgets.HTML(tooltip=""), None
        buttons = ipywidgets.HBox([self.start_button, self.pause_button, self.reset_button])
        controls = [self.lr, self.iterations, self.batch_size, self.hidden_units, self.speed]
        picture = Picture()
        super().__init__([*controls, buttons, self.bar, self.readout, picture], picture)
        self.add_class("helpers-training-panel")
        self.lr.observe(self._change_rate, "value")
        self.iterations.observe(self._change_length, "value")
        self.speed.observe(self._pace, "value")
        self.hidden_units.observe(self._change_network, "value")
        self.batch_size.observe(self._change_network, "value")
        self.reset()

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
        if self.state in ("failed", "done"):
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
        self.network = TwoLayerNet(pixels, self.hidden_units.value, classes, rng)
        self.optimizer = SGD(self.lr.value)
        x = self.data.x_train.reshape(len(self.data.x_train), -1)
        self.run = steps(self.network, self.optimizer, x, self.data.t_train, batch_size=self.batch_size.value, rng=rng)
        self.history = History()
        self.picture.clear_error()
        self._enter("new")
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

    def show(self):
        """Measure accuracy and draw the curves of now."""
        self._measure()
        history = self.history
        self.bar.max, self.bar.value = self.iterations.value, len(history.loss)
        self.readout.value = self._summary()
        figure = plots.training_curves(history.loss, history.evaluated, history.train_accuracy, history.val_accuracy)
        # A screen reader is told where the run stands when it stops, not at each redraw of a running one.
        self.picture.draw(figure, say="" if self.state == "running" else f"{WORDS[self.state]}. {figure.alt}")

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
        text = f"<b>{WORDS[self.state]}</b> · iteration {len(self.history.loss)} of {self.iterations.value}"
        if self.history.evaluated:
            text += f" · loss {np.mean(self.history.loss[-20:]):.3f}"
            train, val = (ink.percent(accuracy[-1], 1) for accuracy in (self.history.train_accuracy, self.history.val_accuracy))
            text += f" · training {train} · validation {val}"
        return text

    def _change_rate(self, change):
        self.optimizer.lr = change["new"]

    def _change_length(self, _change):
        self.bar.max = self.iterations.value
        done = len(self.history.loss) >= self.iterations.value
        if self.state in ("done", "running", "paused") and len(self.history.loss):
            self._enter("done" if done else "paused" if self.state == "done" else self.state)
        self.readout.value = self._summary()

    def _change_network(self, _change):
        if self.state in ("new", "done", "failed"):
            self._guarded(self.reset)

    def __repr__(self):
        return "Run this cell (Shift+Enter), then press Start: learning rate, iterations, batch size, hidden units."
