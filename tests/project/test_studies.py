"""The measured runs in data/studies/history.json say what the lessons say of them, and tools/study_history.py still runs."""

import functools
import inspect
import json
from statistics import median
from types import SimpleNamespace

import numpy as np
import pytest
import study_cats_and_dogs
import study_clinic
import study_convolution
import study_deeper
import study_depth
import study_history
import study_layers
import study_regularization
import study_search
import study_starting_values
from study_history import HISTORY, RUNS

from helpers.datasets import DatasetUnavailable, load_digits
from helpers.gradient import gradient_check
from helpers.layers import Affine, Relu
from helpers.networks import MultiLayerNet, Network

PARTS = {"train", "validation", "test", "test_first_half", "test_last_half"}
SETTING = {"sizes", "hidden", "output", "start", "images", "rate", "batch", "iterations", "epochs"}


@pytest.fixture(scope="module")
def runs():
    return json.loads(HISTORY.read_text(encoding="utf-8"))["runs"]


@pytest.fixture(scope="module")
def digits():
    return load_digits()


def seeds_agree(entry):
    count = len(entry["seeds"])
    lists = [entry["loss"], entry["seconds"], *entry["accuracy"].values()]
    return count > 0 and all(len(values) == count for values in lists)


@functools.cache
def tiny(name):
    """A run cut down to the bundled digits, two seeds and two iterations (or one pass)."""
    length = {"iterations": 2} if "iterations" in inspect.signature(RUNS[name]).parameters else {"epochs": 1}
    return RUNS[name](load_digits(), seeds=range(2), **length)


def middle(entry, part="test"):
    return median(entry["accuracy"][part])


# The file.


def test_every_run_is_in_the_file(runs):
    assert runs.keys() == RUNS.keys()


@pytest.mark.parametrize("name", RUNS)
def test_fields(runs, name):
    entry = runs[name]
    assert entry.keys() - {"more"} == {"name", "setting", "seeds", "accuracy", "loss", "seconds"}
    assert entry["name"] and entry["accuracy"].keys() == PARTS and entry["setting"].keys() - {"note"} == SETTING
    assert seeds_agree(entry) and entry["seeds"] == list(range(len(entry["seeds"])))
    assert all(0 <= value <= 100 for values in entry["accuracy"].values() for value in values)
    assert all(value is None or 0 <= value < 100 for value in entry["loss"])
    assert entry["setting"]["sizes"][0] == 784 and entry["setting"]["images"] == 55_000
    assert entry["name"].startswith("-".join(map(str, entry["setting"]["sizes"])))


@pytest.mark.parametrize("name", RUNS)
def test_the_halves_make_the_whole(runs, name):
    accuracy = runs[name]["accuracy"]
    halves = zip(accuracy["test_first_half"], accuracy["test_last_half"], strict=True)
    np.testing.assert_allclose([sum(pair) / 2 for pair in halves], accuracy["test"], atol=0.011)


@pytest.mark.parametrize("name", RUNS)
def test_the_recipe_is_the_file_s(runs, name):
    """What the file says of a run's setting is what the script does today."""
    now, then = tiny(name)["setting"], runs[name]["setting"]
    chosen = {"rate"} if name == "ten_he_1000_chosen_rate" else set()
    for key in SETTING - {"sizes", "images", "iterations", "epochs"} - chosen | {"note"}:
        if key != "batch" or then["batch"] == 100:
            assert now.get(key) == then.get(key)
    assert now["sizes"][1:] == then["sizes"][1:]
    usual = inspect.signature(RUNS[name]).parameters
    expected = usual["iterations"].default if "iterations" in usual else 550 * usual["epochs"].default
    assert then["iterations"] == expected and list(usual["seeds"].default) == runs[name]["seeds"]


# What the lessons may say.


def test_the_start_decides_at_350_iterations(runs):
    uniform, he, linear = (runs[name]["accuracy"]["test"] for name in ("ten_uniform", "ten_he", "ten_linear"))
    assert max(uniform) + 4 < min(he) and max(uniform) + 4 < min(linear)
    assert 78 < median(uniform) < 84 and 88 < median(he) < 92
    assert 85 < middle(runs["ten_uniform_rate_5"]) < 91
    assert all(2.2 < std < 3.2 for std in runs["ten_uniform_one_bias_slope"]["more"]["std_of_first_sums"])


def test_one_bias_slope_costs_no_accuracy(runs):
    assert abs(middle(runs["ten_uniform_one_bias_slope"]) - middle(runs["ten_uniform"])) < 1


def test_a_linear_net_diverges_at_a_larger_rate(runs):
    diverged = runs["ten_linear_rate_5"]
    assert 1 < diverged["more"]["diverged_at"][0] < 1500 and diverged["loss"] == [None] and middle(diverged) < 15


def test_a_thousand_iterations(runs):
    fan_out, he, chosen = (runs[name]["accuracy"]["test"] for name in ("ten_fan_out", "ten_he_1000", "ten_he_1000_chosen_rate"))
    assert 85 < median(fan_out) < 89 and max(fan_out) + 2 < min(he) and min(chosen) > 91
    assert median(he) < median(chosen)
    tried = runs["ten_he_1000_chosen_rate"]["more"]["tried"]
    assert float(max(tried, key=tried.get)) == runs["ten_he_1000_chosen_rate"]["setting"]["rate"]


def test_the_deep_net_gets_further_in_half_as_many_iterations(runs):
    deep = runs["deep_fan_out"]
    assert middle(deep) > 95 and middle(deep, "train") > 96
    trace = deep["more"]["trace"]
    assert trace["iteration"] == [1, 10, 50, 100, 200, 300, 400, 500]
    assert trace["train"] == sorted(trace["train"]) and trace["loss"] == sorted(trace["loss"], reverse=True)
    assert trace["train"][-1] == deep["accuracy"]["train"][0]


def test_a_linear_hidden_layer_does_not_fit_everything(runs):
    narrow, wide, relu_10, relu_50 = (runs[f"batch_{name}"] for name in ("linear_10", "linear_50", "relu_10", "relu_50"))
    assert all(91 < value < 94 for run in (narrow, wide) for value in run["accuracy"]["train"])
    assert abs(middle(narrow) - middle(wide)) < 1
    assert middle(wide) + 3 < middle(relu_50) and 96 < middle(relu_50) and 92 < middle(relu_10)


def test_the_size_of_the_start(runs):
    large, small, zero = (middle(runs[f"start_std_{name}"]) for name in ("1", "001", "0"))
    assert 80 < large < 90 and small > 94
    always_one = [11.35] * 2  # the share of ones among the test images
    assert runs["start_std_0"]["accuracy"]["test"] == runs["pixels_to_255"]["accuracy"]["test"] == always_one
    assert zero == always_one[0]


def test_a_small_loss_can_mean_nothing(runs):
    fooled, control = runs["sigmoids_right_class_only"], runs["softmax_control"]
    assert max(fooled["loss"]) < 0.001 < min(control["loss"])
    assert max(fooled["accuracy"]["test"]) < 20 and min(control["accuracy"]["test"]) > 94
    assert min(fooled["more"]["smallest_output"]) > 0.99


def test_a_relu_on_the_scores_breaks_most_networks(runs):
    broken, whole = (runs[name]["accuracy"]["test"] for name in ("relu_before_softmax", "no_relu_before_softmax"))
    assert min(whole) > 96.5 and median(broken) < 90 and sum(value < 96 for value in broken) >= 7
    missing = runs["relu_before_softmax"]["more"]["digits_never_answered"]
    assert [count > 0 for count in missing] == [value < 90 for value in broken]


def test_the_last_half_of_the_test_images_is_easier(runs):
    learned = {name: run for name, run in runs.items() if middle(run) > 80}
    assert len(learned) > 12
    for run in learned.values():
        assert middle(run, "test_first_half") + 1 < middle(run, "test_last_half")
    accuracy = runs["squared_error"]["accuracy"]
    assert min(accuracy["test_last_half"]) > 98.4 > max(accuracy["test"]) > 97.5 > max(accuracy["test_first_half"])


# The script, on the bundled digits.


@pytest.mark.parametrize("name", RUNS)
def test_runs_work_without_mnist(name):
    entry = tiny(name)
    assert seeds_agree(entry) and entry["accuracy"].keys() == PARTS
    assert json.loads(study_history.as_text(entry)) == entry
    assert str(len(entry["seeds"])) in study_history.line(name, entry)


def test_runs_learn_and_repeat(digits):
    first, again = (study_history.ten_linear_rate_5(digits, iterations=60, seeds=range(1)) for _ in range(2))
    assert first["accuracy"] == again["accuracy"] and middle(first) > 80


def test_divergence_is_kept(digits):
    huge = study_history.of_full_batch(digits, "", "He", 1e30, 20, range(1))
    assert huge["more"]["diverged_at"] == [2] or huge["more"]["diverged_at"] == [3]
    assert huge["loss"] == [None]
    json.loads(study_history.as_text(huge))


def test_pieces_add_up_to_the_whole(monkeypatch, digits):
    network = MultiLayerNet([64, 7, 10], 0, dtype=np.float64)
    x, t = digits.x_train.astype(float), digits.t_train
    loss, gradient = network.loss_and_gradient(x, t)
    monkeypatch.setattr(study_history, "PIECE", 250)  # the last one is shorter
    piece_loss, piece_gradient = study_history.loss_and_gradient(network, x, t)
    assert piece_loss == pytest.approx(loss)
    for name, slope in gradient.items():
        np.testing.assert_allclose(piece_gradient[name], slope, atol=1e-12)
    assert study_history.training_loss(network, digits) == pytest.approx(loss, rel=1e-3)


def test_right_sigmoid_has_the_slope_of_its_loss():
    rng = np.random.default_rng(0)
    network = MultiLayerNet([5, 4, 3], rng, activation="sigmoid", dtype=np.float64)
    network = Network(network.layers, study_history.RightSigmoid())
    x, t = rng.standard_normal((7, 5)), np.array([0, 2, 1, 1, 0, 2, 2])
    assert max(gradient_check(network, x, t).values()) < 1e-8
    y = 1 / (1 + np.exp(-network.predict(x)))
    assert network.loss(x, t) == pytest.approx(-np.mean(np.log(y[np.arange(7), t])))


def test_one_bias_slope_is_the_sum_over_the_units():
    gradient = {"W1": np.array([[1.0, 2.0]]), "b1": np.array([3.0, -1.0])}
    study_history.one_bias_slope(gradient)
    assert gradient["b1"].tolist() == [2, 2] and gradient["W1"].tolist() == [[1, 2]]


@pytest.mark.parametrize(
    ("start", "weights", "biases"),
    [("He", 0.1, 0), (study_history.UNIFORM, 12**-0.5, 12**-0.5), (study_history.BY_OUTPUTS, 0.05, 0.05)],
)
def test_starts(start, weights, biases):
    network = study_history.built([200, 400, 10], start, np.random.default_rng(0))
    assert network.params["W1"].std() == pytest.approx(weights, rel=0.05) and abs(network.params["W1"].mean()) < 0.01
    assert network.params["b1"].std() == pytest.approx(biases, rel=0.15)


def test_linear_has_no_activation():
    network = study_history.built([6, 5, 4], "He", np.random.default_rng(0), hidden="linear")
    assert [type(layer) for layer in network.layers] == [Affine, Affine]
    assert any(isinstance(layer, Relu) for layer in study_history.built([6, 5, 4], "He", np.random.default_rng(0)).layers)


def test_merge_keeps_the_other_runs(tmp_path):
    path = tmp_path / "studies" / "history.json"
    study_history.merge(path, "b", {"seeds": [0, 1], "more": {}})
    study_history.merge(path, "a", {"loss": [None, 0.5]})
    study_history.merge(path, "b", {"seeds": [2]})
    text = path.read_text(encoding="utf-8")
    assert json.loads(text)["runs"] == {"a": {"loss": [None, 0.5]}, "b": {"seeds": [2]}}
    assert '"loss": [null, 0.5]' in text and text.index('"a"') < text.index('"b"')
    with pytest.raises(ValueError):  # not a number has no place in JSON
        study_history.merge(path, "c", {"loss": [float("nan")]})
    assert path.read_text(encoding="utf-8") == text and [file.name for file in path.parent.iterdir()] == ["history.json"]


def test_the_command(monkeypatch, tmp_path, capsys, digits):
    monkeypatch.setattr(study_history, "HISTORY", tmp_path / "history.json")
    monkeypatch.setattr(study_history, "load_mnist", lambda download: digits)
    monkeypatch.setitem(RUNS, "ten_he", lambda data: study_history.of_full_batch(data, "ten", "He", 0.1, 2, range(1)))
    assert "there are" in study_history.main(["ten_she"]).lower() and not list(tmp_path.iterdir())
    assert study_history.main(["ten_he"]) is None
    assert list(json.loads((tmp_path / "history.json").read_text(encoding="utf-8"))["runs"]) == ["ten_he"]
    assert "ten_he" in capsys.readouterr().out


def test_without_mnist_it_says_so(monkeypatch):
    def missing(download):
        raise DatasetUnavailable("not here")

    monkeypatch.setattr(study_history, "load_mnist", missing)
    assert study_history.main([]) == "not here"


@pytest.mark.parametrize("tool", [study_convolution, study_deeper, study_history], ids=lambda tool: tool.__name__)
def test_a_study_that_cannot_be_written_leaves_the_old_one(tool, monkeypatch, tmp_path):
    path = tmp_path / "study.json"
    path.write_text('{"runs": {}}')
    monkeypatch.setattr(tool, "HISTORY" if tool is study_history else "STUDY", path)
    monkeypatch.setattr(tool, "load_mnist", lambda **_: None)
    monkeypatch.setattr(tool.json, "dumps", lambda *_, **__: "half of it \ud800")  # which no UTF-8 file can hold
    if tool is study_history:
        monkeypatch.setitem(RUNS, "ten_he", lambda data: {})
        command = functools.partial(tool.main, ["ten_he"])
    else:
        monkeypatch.setattr(tool, "study", lambda *_: {})
        monkeypatch.setattr("sys.argv", ["study", "simple"])
        command = tool.main
    with pytest.raises(UnicodeEncodeError):
        command()
    assert path.read_text() == '{"runs": {}}' and [file.name for file in tmp_path.iterdir()] == ["study.json"]


# Lesson 16's studies.


def test_regularization_on_a_small_scale(digits):
    """Two seeds, a few iterations: the recipe runs, chooses by validation, and says the same again."""
    tried = {"nothing": [{}], "all together": study_regularization.TRIED["all together"][:2]}
    first, again = (study_regularization.study(digits, tried, range(2), iterations=40) for _ in range(2))
    assert {**first, "cpu_seconds": 0} == {**again, "cpu_seconds": 0}
    assert [len(first["runs"][name]) for name in tried] == [2, 2] and len(first["tried"]) == 3
    means = [one["validation"] for one in first["tried"] if one["remedy"] == "all together"]
    assert first["chosen"]["all together"] == tried["all together"][int(np.argmax(means))]
    assert first["curves"]["nothing"]["iteration"] == [40]
    data = study_regularization.parts_of(digits, 3)
    assert len(data.x_train) == len(data.x_val) == 300 and len(data.x_new) == 1197
    rows = {part: {image.tobytes() for image in getattr(data, f"x_{part}")} for part in ("train", "val", "new")}
    assert not rows["train"] & rows["new"] and not rows["val"] & rows["new"] and not rows["train"] & rows["val"]


def test_regularization_s_file():
    file = json.loads(study_regularization.STUDY.read_text("utf-8"))
    assert file["about"] == study_regularization.ABOUT and list(file["runs"]) == list(study_regularization.TRIED)
    for name, settings in study_regularization.TRIED.items():
        tried = [one for one in file["tried"] if one["remedy"] == name]
        assert [{key: one[key] for key in setting} for one, setting in zip(tried, settings, strict=True)] == settings
        best = max(tried, key=lambda one: one["validation"])
        assert file["chosen"][name] == {key: best[key] for key in best.keys() - {"remedy", "validation"}}
        runs = file["runs"][name]
        assert len(runs) == 5 and np.mean([run["validation"] for run in runs]) == pytest.approx(best["validation"], abs=0.006)
        assert all((run["stopped_at"] < 2000) == ("patience" in file["chosen"][name]) for run in runs)
    assert study_regularization.STUDY.stat().st_size < 60_000


def test_search_on_a_small_scale():
    executors = {name: study_search.EXECUTORS[name] for name in ("one process", "two processes")}
    result = study_search.study(executors, count=6, trials=3, iterations=2, idles=3)
    assert result["equal"] and list(result["executors"]) == list(executors) and len(result["scores"]) == 3
    assert all(len(column) == 6 for column in result["trials"].values())
    assert all(run["seconds"] >= 0 and run["each"] > 0 for run in result["executors"].values())


def test_search_s_file():
    file = json.loads(study_search.STUDY.read_text("utf-8"))
    assert file["about"] == study_search.ABOUT and file["equal"] and list(file["executors"]) == list(study_search.EXECUTORS)
    assert len(file["scores"]) == 24 and {len(column) for column in file["trials"].values()} == {600}
    assert study_search.STUDY.stat().st_size < 60_000
    trials, remade = file["trials"], study_search.table(count=8)
    assert remade["lr"] == trials["lr"][:8] and remade["weight_decay"] == trials["weight_decay"][:8]
    for name in ("validation", "new"):  # other BLAS kernels may read a few images more or less; what learned nothing guesses
        for then, now in zip(trials[name][:8], remade[name], strict=True):
            assert then is now is None or then == pytest.approx(now, abs=6) or max(then, now) < 30


@pytest.mark.parametrize("tool", [study_regularization, study_search, study_starting_values], ids=lambda tool: tool.__name__)
def test_an_old_file_stays_when_the_new_one_cannot_be_written(tool, monkeypatch, tmp_path):
    path = tmp_path / "study.json"
    path.write_text("{}")
    monkeypatch.setattr(tool, "STUDY", path)
    monkeypatch.setattr(tool, "study", lambda *_: {})
    monkeypatch.setattr(tool.json, "dumps", lambda *_, **__: "half of it \ud800")
    with pytest.raises(UnicodeEncodeError):
        tool.main()
    assert path.read_text() == "{}" and [file.name for file in tmp_path.iterdir()] == ["study.json"]


# Lesson 15's five starts.


@pytest.fixture(scope="module")
def starts():
    return json.loads(study_starting_values.STUDY.read_text("utf-8"))


def _ends(starts, activation, normalized):
    """{start: its five last accuracies in %}, 0 for a run that came to no number."""
    chosen = [n for n in starts["networks"] if (n["activation"], n["normalized"]) == (activation, normalized)]
    return {n["start"]: [study_starting_values.end(run["curve"]) for run in n["runs"]] for n in chosen}


def test_starts_file(starts):
    tool = study_starting_values
    assert starts["about"] == tool.ABOUT and starts["sizes"] == tool.SIZES and starts["every"] == tool.EVERY
    assert len(starts["networks"]) == 30 and tool.STUDY.stat().st_size < 60_000
    for network in starts["networks"]:
        assert list(map(float, network["tried"])) == list(tool.RATES)
        assert network["tried"][str(network["rate"])] == max(network["tried"].values())
        assert [run["seed"] for run in network["runs"]] == list(range(5))
        assert all(len(run["curve"]) <= 20 and all(0 <= value <= 100 for value in run["curve"]) for run in network["runs"])


def test_what_lesson_15_says_of_its_starts(starts):
    for activation, learn in (("ReLU", {"Xavier", "He"}), ("tanh", {"Xavier", "He"})):
        without = _ends(starts, activation, False)
        assert {name for name, ends in without.items() if np.mean(ends) > 40} == learn
    for activation in ("ReLU", "tanh", "sigmoid"):
        assert all(np.mean(ends) > 90 for ends in _ends(starts, activation, True).values())
    he, normalized = _ends(starts, "ReLU", False)["He"], _ends(starts, "ReLU", True)["He"]
    assert np.mean(he) + 2 < np.mean(normalized)


def test_starts_on_a_small_scale(monkeypatch):
    monkeypatch.setattr(study_starting_values, "RATES", (0.1,))
    result = study_starting_values.study(load_digits(), seeds=range(1), steps=15, choosing=1)
    assert len(result["networks"]) == 30 and result["cpu_seconds"] >= 0
    assert all(len(network["runs"]) == 1 and len(network["runs"][0]["curve"]) <= 1 for network in result["networks"])
    small = study_starting_values.network_of("tanh", "He", True, np.random.default_rng(0), [4, 3, 2])
    x, t = np.random.default_rng(1).standard_normal((7, 4)), np.array([0, 1, 0, 1, 1, 0, 1])
    assert max(gradient_check(small, x, t).values()) < 1e-6


def test_depth_file():
    found = json.loads(study_depth.STUDY.read_text("utf-8"))
    assert found["about"] == study_depth.ABOUT and study_depth.STUDY.stat().st_size < 60_000
    depth = found["depth"]
    kinds = [(d, skips) for d in study_depth.DEPTHS for skips in (False, True)]
    assert depth["lengths"] == list(study_depth.LENGTHS) and len(depth["start"]) == 3 * len(kinds)
    for kind in kinds:
        tried = {run["rate"]: run for run in depth["tried"] if (run["depth"], run["skips"]) == kind}
        runs = [run for run in depth["runs"] if (run["depth"], run["skips"]) == kind]
        assert tuple(tried) == study_depth.RATES and {run["seed"] for run in tried.values()} == {study_depth.CHOOSING}
        assert tuple(run["seed"] for run in runs) == study_depth.SEEDS
        assert {run["rate"] for run in runs} == {min(tried, key=lambda rate: tried[rate]["train_loss"])}


def test_depth_on_a_small_scale():
    images = load_digits(flatten=False)
    found = study_depth.depth_study(images, depths=(6,), seeds=(0,), rates=(0.1, 0.3), iterations=2)
    assert len(found["start"]) == len(found["runs"]) == 2 and len(found["tried"]) == 4
    assert all(kept == pytest.approx(1, abs=0.05) for kept in [entry["kept"][0] for entry in found["start"]])
    assert study_depth.network(14, True, 0).depth == 14
    assert "depth, augmentations, families" in study_depth.main(["width"])


# Lesson 10's fair contest between depths.


def test_layers_file():
    tool = study_layers
    found = json.loads(tool.STUDY.read_text("utf-8"))
    assert found["about"] == tool.ABOUT and tool.STUDY.stat().st_size < 60_000 and found.keys() == {"about", *tool.GROUPS}
    for name, group in tool.GROUPS.items():
        part = found[name]
        assert {key: part[key] for key in group} == json.loads(json.dumps(group))
        assert [row["depth"] for row in part["rows"]] == list(group["depths"])
        for row in part["rows"]:
            assert row["sizes"] == tool.sizes_of(row["depth"], group["parameters"])
            assert row["parameters"] == tool.parameters(row["sizes"]) == pytest.approx(group["parameters"], rel=0.01)
            tried = {run["rate"]: run["validation"] for run in row["tried"]}
            assert tried[row["rate"]] == max(tried.values()) and min(tried) < row["rate"] < max(tried)
            assert [run["seed"] for run in row["runs"]] == list(tool.SEEDS) and not set(tool.SEEDS) & set(group["choosing"])


def test_layers_on_a_small_scale():
    tool, rng = study_layers, np.random.default_rng(0)
    assert tool.sizes_of(2, 40_000) == [784, 47, 47, 10] and tool.parameters([784, 256, 128, 64, 10]) == 242_762
    x, t = rng.random((200, 784)).astype(np.float32), rng.integers(0, 10, 200)
    data = SimpleNamespace(x_train=x, t_train=t, x_val=x[:50], t_val=t[:50], x_test=x[:20], t_test=t[:20])
    group = {"parameters": 8_000, "shifts": True, "choosing": (10,), "passes": 2, "depths": (1, 2)}
    one, two = tool.rows(data, group, seeds=(0,))
    assert one["sizes"] == [784, 10, 10] and two["depth"] == 2 and {"test", "train_loss"} <= set(two["runs"][0])
    with np.errstate(all="ignore"):
        assert tool.trained(data, [784, 10, 10], 1e30, 0, False, 2)[0] is None
    assert "40,000" in tool.main(["50,000"])


# Lesson 11's patients, broken copies and sound networks.


def test_clinic_s_file():
    tool, file = study_clinic, json.loads(study_clinic.STUDY.read_text("utf-8"))
    assert file["about"] == tool.ABOUT and file["tests"] == list(tool.TESTS) and tuple(file) == tool.ORDER
    assert tool.STUDY.stat().st_size < 60_000
    names, ill = list(tool.patients()), [name for name, patient in tool.patients().items() if patient.line]
    assert list(file["table"]) == list(file["effects"]) == list(file["verdicts"]) == names and list(file["mended"]) == ill
    assert [list(file[group]) for group in ("broken", "sound", "odd")] == [list(tool.BROKEN), list(tool.SOUND), list(tool.ODD)]
    rows = [row for group in ("table", "mended", "broken", "sound", "odd") for row in file[group].values()]
    assert all(list(row) == file["tests"] and set(row.values()) <= {True, False, None} for row in rows)
    for effect in file["effects"].values():
        assert effect["claim"] and effect["source"] and all(len(values) == 5 for values in effect["ill"].values())
    assert list(file["mnist"]) == list(tool.ON_MNIST)


def test_what_lesson_11_says_of_its_tests():
    file = json.loads(study_clinic.STUDY.read_text("utf-8"))
    assert all((False in row.values()) == (name != "Tomasz") for name, row in file["table"].items())
    quiet = [row for group in ("mended", "sound", "odd") for row in file[group].values()]
    assert file["false_alarms"] == 0 and not any(False in row.values() for row in quiet)
    assert len(file["broken"]) >= 30 and len(file["odd"]) >= 5
    assert file["broken_found"] == sum(False in row.values() for row in file["broken"].values()) == len(file["broken"])
    well = [np.mean(effect["mended"]["val"]) for effect in file["effects"].values() if "mended" in effect]
    assert len(well) == 9 and min(well) > 93


def test_clinic_on_a_small_scale():
    patients = {name: study_clinic.patients()[name] for name in ("Lars", "Tomasz")}
    found = study_clinic.study_effects(patients, seeds=range(1))["effects"]
    assert "mended" not in found["Tomasz"] and found["Lars"]["ill"]["val"][0] > 90
    some = {"one": study_clinic.BROKEN["step uphill"]}
    other = study_clinic.study_others({"broken": some, "odd": {}})
    assert other["broken_found"] == 1 and other["false_alarms"] == 0 and other["broken"]["one"]["one step"] is False
    json.loads(study_clinic.as_text(other))


def test_patients_carried_over_to_mnist():
    for name in study_clinic.ON_MNIST:
        old, new = study_clinic.patients()[name], study_clinic.on_mnist(study_clinic.patients()[name])
        for one, other in ((old, new), (study_clinic.cured(old), study_clinic.cured(new))):
            assert one.program.count("64") == other.program.count("784") == 1 and "load_digits" not in other.program
            assert other.program.replace("784", "64").replace("load_mnist", "load_digits") == one.program


def test_clinic_s_file_is_written_by_parts(monkeypatch, tmp_path):
    monkeypatch.setattr(study_clinic, "STUDY", tmp_path / "clinic.json")
    parts = {"effects": lambda: {"effects": {"a": {"ill": [1]}}}, "mnist": lambda: {"mnist": {}}}
    monkeypatch.setattr(study_clinic, "PARTS", parts)
    assert "There are effects" in study_clinic.main(["effect"])
    assert study_clinic.main(["mnist"]) is None and study_clinic.main(["effects"]) is None
    file = json.loads(study_clinic.STUDY.read_text("utf-8"))
    assert list(file) == ["about", "tests", "effects", "mnist", "cpu_seconds"] and list(file["cpu_seconds"]) == [
        "mnist",
        "effects",
    ]


# Cats and dogs.


def test_cats_and_dogs_say_what_the_lesson_says_of_them():
    tool = study_cats_and_dogs
    found = json.loads(tool.STUDY.read_text("utf-8"))
    assert found["about"] == tool.ABOUT and found["recipe"] == json.loads(json.dumps(tool.RECIPE | {"network": tool.NETWORK}))
    runs = found["runs"]
    assert [run["seed"] for run in runs] == list(tool.SEEDS)
    assert np.mean([run["test"] for run in runs]) >= 85 and all(run["cpu_seconds"] < 2 * 1800 for run in runs)
    assert np.mean([run["test_mirrored"] for run in runs]) > np.mean([run["test"] for run in runs])
    curve = found["curve"]
    points = {(n, seed) for n in tool.CURVE for seed in tool.CURVE_SEEDS}
    assert {(point["photographs"], point["seed"]) for point in curve} == points
    means = [np.mean([point["test"] for point in curve if point["photographs"] == n]) for n in tool.CURVE]
    assert means == sorted(means) and means[0] < 65 and means[-1] < np.mean([run["test"] for run in runs])
    assert {part["name"] for part in found["ingredients"]} == tool.INGREDIENTS.keys()
    short = [part["validation"] for part in found["ingredients"]]
    assert 75 < min(short) and max(short) - min(short) < 3  # too short for the moves to tell
    (still,) = found["still"]
    assert still["train"] > 99 and still["validation"] < runs[still["seed"]]["validation"] - 3


def test_cats_and_dogs_still_train(monkeypatch, tmp_path):
    tool, rng = study_cats_and_dogs, np.random.default_rng(0)
    x, t = rng.random((40, 3, 32, 32)).astype(np.float32), np.arange(40) % 2
    data = SimpleNamespace(x_train=x, t_train=t, x_val=x[:9], t_val=t[:9], x_test=x[:8], t_test=t[:8])
    monkeypatch.setattr(tool, "STUDY", tmp_path / "study.json")
    monkeypatch.setattr(tool, "SHIPPED", tmp_path / "weights.npz")
    monkeypatch.setattr(tool, "RECIPE", tool.RECIPE | {"iterations": 6})
    monkeypatch.setattr(tool, "SHORT", tool.RECIPE | {"iterations": 6})
    monkeypatch.setattr(tool, "INGREDIENTS", {"all of them": {}, "no moves at all": {"moves": None}})
    monkeypatch.setattr(tool, "CURVE", {10: 6, 20: 6})
    monkeypatch.setattr(tool, "cats_and_dogs", lambda: data)
    for arguments in (["run", "1"], ["run", "0"], ["run", "1"], ["still", "0"], ["curve", "0"], ["ingredients"]):
        monkeypatch.setattr("sys.argv", ["study_cats_and_dogs.py", *arguments])
        tool.main()
    found = json.loads(tool.STUDY.read_text("utf-8"))
    assert [run["seed"] for run in found["runs"]] == [0, 1] and [p["photographs"] for p in found["curve"]] == [10, 20]
    assert [part["name"] for part in found["ingredients"]] == list(tool.INGREDIENTS) and tool.SHIPPED.exists()
    assert [run["seed"] for run in found["still"]] == [0]
    moved = tool.moved(x, np.random.default_rng(0), **tool.MOVES)
    assert moved.shape == x.shape and (moved == np.float32(0.5)).any() and not np.array_equal(moved, x)
