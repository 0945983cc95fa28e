"""Measure again what published tutorials trained on MNIST, with this course's helpers: data/studies/history.json.

    python tools/study_history.py                  all runs, the cheap ones first: about half an hour on one core
    python tools/study_history.py ten_he ten_linear    these runs only; the others stay in the file as they are

Needs MNIST: python -m helpers.datasets mnist. Every run is one function below. It takes a Dataset and returns what the
file keeps of it: setting, seeds, and a list of accuracies, one a seed, on the training images, the validation images
(held out from the training images), all test images, and the first and the last half of those.
"""

import json
import math
import re
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from study import percent

from helpers.checks import NotFiniteError, labels_of
from helpers.datasets import DatasetUnavailable, load_mnist
from helpers.functions import sigmoid
from helpers.initializers import he, normal, xavier
from helpers.layers import Layer, Relu
from helpers.networks import MultiLayerNet, Network
from helpers.optimizers import SGD
from helpers.training import TrainingDiverged, steps
from helpers.writing import replacing

HISTORY = Path(__file__).resolve().parents[1] / "data" / "studies" / "history.json"
ABOUT = (
    "MNIST as helpers.datasets.load_mnist gives it: 55,000 images to train on, 5,000 for validation held out from the "
    "official training images, the official 10,000 test images in their order. Accuracies in %, one number a seed."
)
PIECE = 1000  # images that go through a network at once when all of them count: so many stay in the processor's cache


# Starting values, by the words under which the file keeps them.


def uniform(shape, rng, dtype=np.float32):
    return (rng.random(shape) - 0.5).astype(dtype)


def by_outputs(shape, rng, dtype=np.float32):
    """He's and Xavier's rules count a unit's inputs; one published net counts the units of its own layer instead."""
    return normal(math.sqrt(1 / shape[1]))(shape, rng, dtype)


STARTS = {
    "He": he,
    "Xavier": xavier,
    "uniform between -0.5 and 0.5, biases too": uniform,
    "normal with std sqrt(1 / units of the layer), biases too": by_outputs,
    "normal with std 1": normal(1),
    "normal with std 0.01": normal(0.01),
    "all weights 0": normal(0),
}
UNIFORM, BY_OUTPUTS, STD_1, STD_001, ZERO = list(STARTS)[2:]


def built(sizes, start, rng, *, hidden="relu", loss="softmax"):
    """A MultiLayerNet with one of STARTS. hidden: "relu", "sigmoid", or "linear" for no activation at all."""
    recipe = STARTS[start]
    activation = "relu" if hidden == "linear" else hidden
    network = MultiLayerNet(sizes, rng, activation=activation, loss=loss, initializer=recipe)
    if start.endswith("biases too"):
        for layer in network.layers[::2]:
            layer.params["b"][...] = recipe((1, len(layer.params["b"])), rng)[0]
    if hidden == "linear":
        return Network(network.layers[::2], network.loss_layer)
    return network


class RightSigmoid(Layer):
    """A sigmoid on each score, and a cross-entropy that looks at the right class only: -log(y[right]), mean over N.

    A mistake of one text: nothing here is against a wrong class's output going up as well.
    """

    def forward(self, scores, t):
        self.t = labels_of(t, *scores.shape)
        right = scores[np.arange(len(scores)), self.t]
        self.dscores = np.zeros_like(scores)
        self.dscores[np.arange(len(scores)), self.t] = (sigmoid(right) - 1) / len(scores)
        return float(np.logaddexp(0, -right).mean())

    def backward(self, dout=1.0):
        return self.kept("dscores") * dout


# Training and measuring.


def pieces(count):
    return (slice(start, min(start + PIECE, count)) for start in range(0, count, PIECE))


def loss_and_gradient(network, x, t):
    """As the network's own method, for so many images that they go through piece by piece."""
    loss, gradient = 0.0, {name: np.zeros_like(value) for name, value in network.params.items()}
    for part in pieces(len(x)):
        share = (part.stop - part.start) / len(x)
        part_loss, part_gradient = network.loss_and_gradient(x[part], t[part])
        loss += share * part_loss
        for name, slope in part_gradient.items():
            gradient[name] += share * slope
    return loss, gradient


def one_bias_slope(gradient):
    """A mistake of two texts: they sum the biases' slopes over the units as well, so that each layer has one number."""
    for name in gradient:
        if name.startswith("b"):
            gradient[name][...] = gradient[name].sum()


def full_batch(network, data, rate, iterations, change=None, watch=None):
    """Train on all images at once. change: is given each gradient. watch: is given each iteration and its loss.

    Returns the iteration at which the loss was not finite any more, or None.
    """
    optimizer = SGD(rate)
    for iteration in range(1, iterations + 1):
        loss, gradient = loss_and_gradient(network, data.x_train, data.t_train)
        if not math.isfinite(loss):
            return iteration
        if change:
            change(gradient)
        optimizer.update(network.params, gradient)
        if watch:
            watch(iteration, loss)


def mini_batches(network, data, rate, iterations, batch, rng):
    """Train on mini-batches. Returns as full_batch does."""
    iteration = 0
    try:
        for step in steps(network, SGD(rate), data.x_train, data.t_train, batch_size=batch, iterations=iterations, rng=rng):
            iteration = step.iteration
    except TrainingDiverged:
        return iteration + 1


def read_right(network, x, t):
    """The percent of the images that are read right."""
    try:
        return percent(network.accuracy(x, t))
    except NotFiniteError:  # its weights are lost: no image has an answer
        return 0.0


def accuracies(network, data):
    half = len(data.x_test) // 2
    return {
        "train": read_right(network, data.x_train, data.t_train),
        "validation": read_right(network, data.x_val, data.t_val),
        "test": read_right(network, data.x_test, data.t_test),
        "test_first_half": read_right(network, data.x_test[:half], data.t_test[:half]),
        "test_last_half": read_right(network, data.x_test[half:], data.t_test[half:]),
    }


def training_loss(network, data):
    x, t = data.x_train, data.t_train
    loss = sum(network.loss(x[part], t[part]) * (part.stop - part.start) for part in pieces(len(x))) / len(x)
    return float(f"{loss:.4g}") if math.isfinite(loss) else None


def study(data, name, setting, seeds, build, train, look=None):
    """Build and train a network for each seed, and measure it.

    build: from an rng to a network. train: from a network and the same rng to the iteration of its end, None when all
    went well. look: from a trained network to {name: what else to keep of it}.
    """
    entry = {"name": name, "setting": setting, "seeds": list(seeds), "accuracy": {}, "loss": [], "seconds": []}
    ends, more = [], {}
    for seed in seeds:
        rng = np.random.default_rng(seed)
        with np.errstate(over="ignore", invalid="ignore"):
            network, started = build(rng), time.perf_counter()
            ends.append(train(network, rng))
            entry["seconds"].append(round(time.perf_counter() - started, 1))
            entry["loss"].append(training_loss(network, data))
            found = accuracies(network, data)
            seen = look(network) if look else {}
        for part, value in found.items():
            entry["accuracy"].setdefault(part, []).append(value)
        for key, value in seen.items():
            more.setdefault(key, []).append(value)
    if any(ends):
        more["diverged_at"] = ends
    return with_more(entry, **more) if more else entry


def with_more(entry, **more):
    return entry | {"more": entry.get("more", {}) | more}


def of_full_batch(data, name, start, rate, iterations, seeds, *, hidden="relu", units=(10,), scalar=False, watch=None):
    """A study of training on all images at once. scalar: with one_bias_slope. units: of the hidden layers."""
    sizes = [data.x_train.shape[1], *units, 10]
    setting = _setting(data, sizes, hidden, start, rate, len(data.x_train), iterations)
    if scalar:
        setting["note"] = "one slope for all biases of a layer"
    return study(
        data,
        name,
        setting,
        seeds,
        lambda rng: built(sizes, start, rng, hidden=hidden),
        lambda network, rng: full_batch(
            network, data, rate, iterations, one_bias_slope if scalar else None, watch and watch(network)
        ),
    )


def of_mini_batches(data, name, start, iterations, seeds, *, hidden="relu", units=(50,), loss="softmax", output=None, **rest):
    """A study of mini-batches of 100 at rate 0.1. output: (words, change of the network). rest: for ``study``."""
    sizes = [data.x_train.shape[1], *units, 10]
    words, change = output or (loss, lambda network: network)
    return study(
        data,
        name,
        _setting(data, sizes, hidden, start, 0.1, 100, iterations) | {"output": words},
        seeds,
        lambda rng: change(built(sizes, start, rng, hidden=hidden, loss=loss)),
        lambda network, rng: mini_batches(network, data, 0.1, iterations, 100, rng),
        **rest,
    )


def _setting(data, sizes, hidden, start, rate, batch, iterations):
    images = len(data.x_train)
    numbers = {"rate": rate, "batch": batch, "iterations": iterations, "epochs": round(iterations * batch / images, 1)}
    return {"sizes": sizes, "hidden": hidden, "output": "softmax", "start": start, "images": images} | numbers


# Ten hidden units, all images at once, 350 iterations.


def ten_uniform_one_bias_slope(data, iterations=350, seeds=range(3)):
    name = "784-10-10, uniform start, one slope for all biases of a layer"
    entry = of_full_batch(data, name, UNIFORM, 0.1, iterations, seeds, scalar=True)
    networks = (built(entry["setting"]["sizes"], UNIFORM, np.random.default_rng(seed)) for seed in seeds)
    sums = [network.layers[0].forward(data.x_train) for network in networks]
    return with_more(entry, std_of_first_sums=[round(float(a1.std()), 3) for a1 in sums])


def ten_uniform(data, iterations=350, seeds=range(3)):
    return of_full_batch(data, "784-10-10, uniform start", UNIFORM, 0.1, iterations, seeds)


def ten_he(data, iterations=350, seeds=range(3)):
    return of_full_batch(data, "784-10-10, He's start", "He", 0.1, iterations, seeds)


def ten_linear(data, iterations=350, seeds=range(2)):
    return of_full_batch(data, "784-10-10 without ReLU, He's start", "He", 0.1, iterations, seeds, hidden="linear")


def ten_uniform_rate_5(data, iterations=350, seeds=range(2)):
    name = "784-10-10, uniform start, one slope for all biases of a layer, rate 0.5"
    return of_full_batch(data, name, UNIFORM, 0.5, iterations, seeds, scalar=True)


def ten_linear_rate_5(data, iterations=1500, seeds=range(1)):
    name = "784-10-10 without ReLU, He's start, rate 0.5"
    return of_full_batch(data, name, "He", 0.5, iterations, seeds, hidden="linear")


# The same net for 1,000 iterations, and a deeper one.


def ten_fan_out(data, iterations=1000, seeds=range(3)):
    name = "784-10-10, start by a layer's own units, one slope for all biases of a layer"
    return of_full_batch(data, name, BY_OUTPUTS, 0.1, iterations, seeds, scalar=True)


def ten_he_1000(data, iterations=1000, seeds=range(5)):
    return of_full_batch(data, "784-10-10, He's start, 1,000 iterations", "He", 0.1, iterations, seeds)


def ten_he_1000_chosen_rate(data, iterations=1000, seeds=range(5), rates=(0.1, 0.2, 0.5, 1.0)):
    """The rate is the one with which the first seed's network, after 300 iterations, does best on the validation images."""
    name = "784-10-10, He's start, 1,000 iterations, rate chosen on validation images"
    short = (of_full_batch(data, name, "He", rate, iterations * 3 // 10, seeds[:1]) for rate in rates)
    tried = {rate: entry["accuracy"]["validation"] for rate, entry in zip(rates, short, strict=True)}
    entry = of_full_batch(data, name, "He", max(rates, key=tried.get), iterations, seeds)
    return with_more(entry, tried={str(rate): value for rate, value in tried.items()})


def deep_fan_out(data, iterations=500, seeds=range(1), units=(256, 128, 64), marks=(1, 10, 50, 100, 200, 300, 400, 500)):
    trace = {"iteration": [], "train": [], "loss": []}  # an iteration's loss is before its step, accuracy after

    def watch(network):
        def note(iteration, loss):
            if iteration in marks:
                trace["iteration"].append(iteration)
                trace["train"].append(read_right(network, data.x_train, data.t_train))
                trace["loss"].append(round(loss, 4))

        return note

    name = "784-256-128-64-10, start by a layer's own units, one slope for all biases of a layer"
    entry = of_full_batch(data, name, BY_OUTPUTS, 0.1, iterations, seeds, units=units, scalar=True, watch=watch)
    return with_more(entry, trace=trace)


# Mini-batches: does a linear hidden layer fit everything?


def batch_linear_10(data, epochs=10, seeds=range(2)):
    return _epochs(data, "784-10-10 without ReLU", "Xavier", epochs, seeds, hidden="linear", units=(10,))


def batch_linear_50(data, epochs=10, seeds=range(2)):
    return _epochs(data, "784-50-10 without ReLU", "Xavier", epochs, seeds, hidden="linear")


def batch_relu_10(data, epochs=10, seeds=range(2)):
    return _epochs(data, "784-10-10", "He", epochs, seeds, units=(10,))


def batch_relu_50(data, epochs=10, seeds=range(2)):
    return _epochs(data, "784-50-10", "He", epochs, seeds)


def squared_error(data, epochs=20, seeds=range(2), units=(256, 128)):
    name = "784-256-128-10, half the squared error on the scores"
    return _epochs(data, name, STD_001, epochs, seeds, units=units, loss="squared_error")


def _epochs(data, name, start, epochs, seeds, **options):
    return of_mini_batches(data, name, start, epochs * math.ceil(len(data.x_train) / 100), seeds, **options)


# Fifty hidden units: the start, the pixels' scale, the output.


def start_std_1(data, iterations=3000, seeds=range(2)):
    return of_mini_batches(data, "784-50-10, normal start, std 1", STD_1, iterations, seeds)


def start_std_001(data, iterations=3000, seeds=range(2)):
    return of_mini_batches(data, "784-50-10, normal start, std 0.01", STD_001, iterations, seeds)


def start_std_0(data, iterations=3000, seeds=range(2)):
    return of_mini_batches(data, "784-50-10, all weights 0 at the start", ZERO, iterations, seeds)


def pixels_to_255(data, iterations=3000, seeds=range(2)):
    large = replace(data, x_train=255 * data.x_train, x_val=255 * data.x_val, x_test=255 * data.x_test)
    name = "784-50-10, normal start, std 0.01, pixels from 0 to 255"
    return of_mini_batches(large, name, STD_001, iterations, seeds)


def sigmoids_right_class_only(data, iterations=10_000, seeds=range(2)):
    def outputs(network):
        y = sigmoid(network.predict(data.x_test))
        return {"mean_output": round(float(y.mean()), 4), "smallest_output": round(float(y.min()), 4)}

    output = "ten sigmoids, -log of the right one", lambda network: Network(network.layers, RightSigmoid())
    name = "784-50-10, ten sigmoids, a loss that looks at the right class only"
    return of_mini_batches(data, name, STD_001, iterations, seeds, hidden="sigmoid", output=output, look=outputs)


def softmax_control(data, iterations=10_000, seeds=range(2)):
    name = "784-50-10, sigmoid hidden layer, softmax"
    return of_mini_batches(data, name, STD_001, iterations, seeds, hidden="sigmoid")


def relu_before_softmax(data, iterations=10_000, seeds=range(10)):
    def dead(network):
        """How many of the ten scores are 0 for every test image, and how many digits are never the answer to one."""
        scores = network.predict(data.x_test)
        answers = np.unique(scores.argmax(axis=1))
        return {"dead_scores": int(np.sum(scores.max(axis=0) == 0)), "digits_never_answered": 10 - len(answers)}

    output = "ReLU, softmax", lambda network: Network([*network.layers, Relu()], network.loss_layer)
    name = "784-50-10 with a ReLU between scores and softmax"
    return of_mini_batches(data, name, STD_001, iterations, seeds, output=output, look=dead)


def no_relu_before_softmax(data, iterations=10_000, seeds=range(5)):
    return of_mini_batches(data, "784-50-10, normal start, std 0.01, 10,000 iterations", STD_001, iterations, seeds)


RUNS = {
    run.__name__: run
    for run in (
        start_std_1,
        start_std_001,
        start_std_0,
        pixels_to_255,
        batch_linear_10,
        batch_linear_50,
        batch_relu_10,
        batch_relu_50,
        sigmoids_right_class_only,
        softmax_control,
        no_relu_before_softmax,
        squared_error,
        relu_before_softmax,
        ten_uniform_one_bias_slope,
        ten_he,
        ten_uniform,
        ten_linear,
        ten_uniform_rate_5,
        ten_fan_out,
        ten_he_1000,
        ten_he_1000_chosen_rate,
        ten_linear_rate_5,
        deep_fan_out,
    )
}


# The file.


def as_text(history):
    """JSON, indented and sorted, with every list of plain numbers on one line."""
    text = json.dumps(history, indent=2, sort_keys=True, allow_nan=False, ensure_ascii=False)
    return re.sub(r"\[[^][{}]*\]", lambda found: "[" + " ".join(found[0][1:-1].split()) + "]", text) + "\n"


def merge(path, name, entry):
    """Put one run into the file, whole or not at all; the others stay as they are."""
    history = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"runs": {}}
    history["data"] = ABOUT
    history["runs"][name] = entry
    path.parent.mkdir(exist_ok=True)
    with replacing(path) as file:
        file.write(as_text(history))


def line(name, entry):
    """One line of the printed table: medians over the seeds."""
    medians = (f"{np.median(values):7.2f}" for values in entry["accuracy"].values())
    return f"{name:28}{len(entry['seeds']):3}  {''.join(medians)}{sum(entry['seconds']):8.0f} s"


def main(names):
    unknown = [name for name in names if name not in RUNS]
    if unknown:
        return f"no such run: {', '.join(unknown)}. There are {', '.join(RUNS)}."
    try:
        data = load_mnist(download=False)
    except DatasetUnavailable as error:
        return str(error)
    print(f"{'run':26}seeds    train    val   test  first   last")
    for name in names or RUNS:
        entry = RUNS[name](data)
        merge(HISTORY, name, entry)
        print(line(name, entry), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
