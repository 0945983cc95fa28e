"""Cases of the figures of lessons 10 to 19, from the studies where there is one: MORE, {name: function that draws}.

Those of the other lessons are in test_plots_texts (STILLS, SLIDERS) and test_grid_figures (CASES).
"""

import functools
import json

import numpy as np
from PIL import Image

from helpers import plots
from helpers.checkup import TESTS, Case, Finding
from helpers.datasets import DATA, load_digits
from helpers.functions import softmax
from helpers.graph import Value
from helpers.networks import TwoLayerNet
from helpers.plots.normalizing import SHARES
from helpers.tuning import Found, Trial

RNG = np.random.default_rng(0)
PET = np.kron(RNG.random((1, 3, 8, 8)), np.ones((1, 1, 4, 4)))  # a picture in colour of 32 × 32 pixels
MAP = RNG.normal(size=(7, 7))


@functools.lru_cache
def study(name):
    return json.loads((DATA / "studies" / f"{name}.json").read_text("utf8"))


@functools.lru_cache
def digits():
    return load_digits(flatten=False)


@functools.lru_cache
def finding(test):
    return TESTS[test](Case(lambda rng: TwoLayerNet(64, 50, 10, rng), load_digits()))


def starts(activation):
    return plots.starts_compared([one for one in study("starting_values")["networks"] if one["activation"] == activation])


def histograms(activation, growth):
    rng = np.random.default_rng(1)
    forward = [growth**k * rng.normal(size=2000) for k in range(10)]
    back = [1e-3 * growth ** (9 - k) * rng.normal(size=2000) for k in range(10)]
    bend = {"ReLU": lambda a: np.maximum(a, 0), "tanh": np.tanh}[activation]
    return plots.layer_histograms([bend(array) for array in forward], back, activation, "std 0.1")


def costs():
    effects = study("clinic")["effects"].items()
    small = {name: (one["ill"]["val"], one["mended"]["val"]) for name, one in effects if "mended" in one}
    large = {name: (one["ill"], one["mended"]) for name, one in study("clinic")["mnist"].items()}
    return plots.costs({"small digits": small, "MNIST": large})


def remedies():
    runs = study("regularization")["runs"].items()
    return plots.remedies({name: {key: [run[key] for run in some] for key in ("new", "new_loss")} for name, some in runs})


def decays():
    steps = np.arange(301)
    both = {"slopes ±10": 0.995**steps, "slopes ±0.1": 0.995**steps}
    return plots.two_decays({"L2 in the loss": both | {"slopes ±10": 0.9995**steps}, "decoupled": both})


def trials():
    table = search()["trials"]
    scores = [None if one is None else one / 100 for one in table["validation"][:24]]
    settings = [{"lr": lr, "weight_decay": decay} for lr, decay in zip(table["lr"], table["weight_decay"], strict=True)]
    status = ["diverged" if score is None else "done" for score in scores]
    return plots.trials(Found([Trial(*one) for one in zip(range(24), settings, status, scores, strict=False)]))


def search():
    return study("search")


def depth(skips, losses=("train_loss", "val_loss")):
    return plots.depth_study(study("depth")["depth"]["runs"], skips, losses)


def gains():
    worth = {}
    for run in study("depth")["augmentations"]["runs"]:
        worth.setdefault(run["name"], []).append(run["validation"])
    return plots.gains(worth, base="none")


def mistakes():
    scores, labels = 4 * RNG.standard_normal((60, 10)), RNG.integers(0, 10, 60)
    return plots.mistakes(digits().x_val[:60], softmax(scores), labels, most=18)


def reliability():
    scores = 4 * np.random.default_rng(2).standard_normal((300, 10))
    labels = np.where(np.arange(300) % 4 > 0, scores.argmax(axis=1), 0)
    return plots.reliability(scores, labels)


def photo(names=("cat", "dog")):
    one = Image.fromarray((255 * PET[0].transpose(1, 2, 0)).astype(np.uint8)).resize((240, 160))
    small = one.resize((48, 32))
    return plots.photo_read("x.png", (1200, 800), one, small, small.crop((8, 0, 40, 32)), [0.8, 0.2], names)


def weights():
    alex = [("convolution", (), 2196), ("convolution", (), 39168), ("affine", (), 23_334_912), ("affine", (), 2002)]
    ours = [("convolution", (), 232), ("convolution", (), 4672), ("affine", (), 66)]
    return plots.where_the_weights_are({"AlexNet": alex, "ours": ours})


def looked():
    return plots.looked_at_rows(
        np.repeat(PET, 6, axis=0), [MAP] * 6, np.repeat(PET, 6, axis=0), ["a dog, read as\ncat 100 %"] * 6
    )


def batches():
    at = np.arange(4, 41, 4)
    runs = {
        f"batches of {size}, rate 0.1: {40 * size} steps": (at, 1 - end * np.exp(-at / 15))
        for size, end in ((1197, 0.7), (10, 0.1))
    }
    return plots.runs_compared(runs, "passes over the training images", "validation accuracy", ylim=(0, 1.03))


def equal_parameters():
    groups = {}
    for name, part in study("layers").items():
        if name not in ("about", "30 passes"):
            runs = [row["runs"] for row in part["rows"]]
            found = ([[run[key] for run in row] for row in runs] for key in ("test", "train_loss"))
            groups[name.replace(" with", "\nwith")] = [row["depth"] for row in part["rows"]], *found
    return plots.equal_parameters(groups)


def decay_study():
    decays, train, val = (
        [0, 0.001, 0.003, 0.01, 0.03, 0.1],
        [1, 0.99, 0.95, 0.81, 0.78, 0.52],
        [0.76, 0.78, 0.82, 0.9, 0.91, 0.57],
    )
    return plots.decay_study(decays, train, val, [25, 21, 16, 9, 6, 3])


def claims():
    rows = [
        ("784-10-10, uniform start\n350 full-batch steps", None, (81.3, 82.1, 78.2, 86.0)),
        ("784-256-10", 98.6, (99.0, 98.0, 97, 98.5)),
    ]
    names = ("training", "all of test", "test, first half", "test, last half")
    return plots.claims([(text, told, dict(zip(names, found, strict=True))) for text, told, found in rows])


MORE = {
    "hidden_space": lambda: plots.hidden_space((-0.5, -0.5, 0.7), (1, 1, -0.5), (0.5, 0.5, -0.7)),
    "value_graph": lambda: plots.value_graph(Value(2.0, name="a") * Value(3.0, name="b")),
    "course_map": lambda: plots.course_map(here=0),
    "sine_wave": lambda: plots.sine_wave(2, 1),
    "preparation": lambda: plots.preparation({"what you drew": RNG.random((28, 28)), "cut out": RNG.random((20, 12))}),
    "confusion_matrix": lambda: plots.confusion_matrix(26 * np.eye(10, dtype=int) + RNG.integers(0, 2, (10, 10)), range(10)),
    "plane_regions": lambda: plots.plane_regions(
        {"linear, 10 units": lambda p: p[:, 0] - p[:, 1] + 0.1, "ReLU": lambda p: p[:, 0] * p[:, 1] - 0.1}
    ),
    "forward_drawing": lambda: plots.forward_drawing(
        [np.ones(2), np.ones(3), np.ones(2)],
        ["input\nx", "layer 1\nz1", "layer 2\ny"],
        [np.ones((2, 3)), np.ones((3, 2))],
        [np.ones(3), np.ones(2)],
        (1, 2),
    ),
    "learned_xor": lambda: plots.learned_xor([("3 hidden units", np.linspace(0, 1, 441).reshape(21, 21))]),
    "runs_compared, batches": batches,
    "equal_parameters, study": equal_parameters,
    "decay_study, six": decay_study,
    "claims, four marks": claims,
    "where_tests_listen": plots.where_tests_listen,
    "losses_beside": lambda: plots.losses_beside(
        {"Kofi": np.linspace(2.6, 1.8, 400), "lesson 09": 2.3 * np.exp(-np.arange(400) / 90)}
    ),
    "findings_table": lambda: plots.findings_table(study("clinic")["table"], study("clinic")["tests"], marked=["Tomasz"]),
    "costs": costs,
    "symptom": lambda: plots.symptom(2 + 0.4 * RNG.normal(size=400) * np.exp(-np.arange(400) / 200), "Kofi"),
    "cure": lambda: plots.cure("Kofi", [0.56, 0.65, 0.7], [0.94, 0.95, 0.96]),
    **{f"finding, {test}": functools.partial(lambda test: plots.finding(finding(test)), test) for test in TESTS},
    "finding, no picture": lambda: plots.finding(Finding("slopes", False, "It stopped.", {})),
    "starts_compared": lambda: starts("ReLU"),
    "starts_compared, sigmoid": lambda: starts("sigmoid"),
    "layer_histograms": lambda: histograms("ReLU", 0.5),
    "layer_histograms, tanh": lambda: histograms("tanh", 1.2),
    "both_directions": plots.both_directions,
    "signals_both_ways": lambda: plots.signals_both_ways(
        {"2 / fan-in": [1, 1.1, 1.2], "2 / fan-out": [1, 1.6, 2.7], "4 / (fan-in + fan-out)": [1, 1.2, 1.7]},
        {"2 / fan-in": [0.4, 0.7, 1], "2 / fan-out": [1, 1, 1.0], "4 / (fan-in + fan-out)": [0.7, 0.8, 1]},
    ),
    **{f"normalization_graph, {turns}": functools.partial(plots.normalization_graph, turns) for turns in range(9)},
    **{f"who_shares, {kind}": functools.partial(plots.who_shares, kind) for kind in SHARES},
    "by_heart": lambda: plots.by_heart({name: study("regularization")["curves"][name] for name in ("nothing", "all together")}),
    "by_heart, one": lambda: plots.by_heart({"300 images": study("regularization")["curves"]["nothing"]}),
    "two_decays": decays,
    "thinned": plots.thinned,
    "changed_images": lambda: plots.changed_images(digits().x_val[:3, 0], np.repeat(digits().x_val[:3], 9, axis=1)),
    "remedies": remedies,
    "learning_curve": lambda: plots.learning_curve(
        [50, 100, 200, 400, 800, 1197], np.ones((6, 3)), np.array([0.81, 0.9, 0.94, 0.96, 0.97, 0.98])[:, None] + [-0.01, 0, 0.01]
    ),
    "even_and_log": lambda: plots.even_and_log(
        {"numbers equally likely": RNG.random(30), "exponents equally likely": 10 ** (-4 * RNG.random(30))}
    ),
    "grid_and_random": lambda: plots.grid_and_random(
        {"grid, 9 trials": [(a, b) for a in (0.2, 0.5, 0.8) for b in (0.2, 0.5, 0.8)], "random, 9 trials": RNG.random((9, 2))},
        lambda u: np.exp(-30 * (u - 0.4) ** 2),
    ),
    "trials": trials,
    "zoom": lambda: plots.zoom(search()["trials"]),
    "used_up": lambda: plots.used_up(
        np.arange(1, 101), 0.98 - 0.05 / np.arange(1, 101), np.linspace(0.897, 0.906, 100), 0.9 + np.arange(100) // 40 / 30
    ),
    "right_angle": lambda: plots.right_angle(0.5, 0.5, -0.7),
    "kinds_and_lines": lambda: plots.kinds_and_lines(
        np.array([[0.1, 0.6], [0.2, 0.7], [0.6, 0.3], [0.7, 0.5]]),
        np.array([0, 0, 1, 1]),
        [("by hand", np.array([1.0, 0.0]), -0.65), ("learned", np.array([4.5, -5.0]), 0.0)],
        ("ink in the middle", "ink in the left half"),
        ("a zero", "a one"),
    ),
    "receptive_field": plots.receptive_field,
    "deep_blocks": plots.deep_blocks,
    "depth_study": lambda: depth((False, True)),
    "depth_study, one": lambda: depth([False], ["train_loss"]),
    "slopes_kept": lambda: plots.slopes_kept(study("depth")["depth"]["start"], study("depth")["depth"]["lengths"], 30),
    "chance_copies": lambda: plots.chance_copies(digits().x_val[0, 0], shift=1, rotate=12),
    "exact_changes": lambda: plots.exact_changes(
        digits().x_val[0, 0], {"shift": {"down": 1}, "shear": {"lean": 20}, "scale": {"size": 1.4}}
    ),
    "displacement": lambda: plots.displacement(RNG.random((28, 28)), RNG.normal(size=(2, 28, 28)), RNG.random((28, 28))),
    "gains": gains,
    "gains, one run each": lambda: plots.gains(
        {"all of them": [99.1], "no shift": [99.12], "the same rate throughout": [99.28]}, base="all of them"
    ),
    "mistakes": mistakes,
    "reliability": reliability,
    "photographs": lambda: plots.photographs(np.repeat(PET, 16, axis=0), ["dog", "cat"] * 8),
    "ways_to_a_square": lambda: plots.ways_to_a_square(Image.new("RGB", (240, 160), "#804020")),
    "colour_copies": lambda: plots.colour_copies(PET[0], rotate=10),
    "where_the_weights_are": weights,
    "by_photographs": lambda: plots.by_photographs(
        {100: [58, 66], 1000: [75, 77], 9000: [87, 86]}, {100: [100, 100], 1000: [98, 98.5]}
    ),
    "looked_at": lambda: plots.looked_at(PET[0], MAP, PET[0], "cat 100 %, it is a cat"),
    "looked_at_rows": looked,
    "photo_read": photo,
    "no_photo": plots.no_photo,
    "three_languages": plots.three_languages,
    "where_windows_stand": plots.where_windows_stand,
    "speed_side_by_side": lambda: plots.speed_side_by_side(study("frameworks")["speed"]),
}
